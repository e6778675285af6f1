// A driver's control device, used as a program on Windows uses it: by libfltlib over the host's
// socket.
#include <flthost/app/host.h>
#include <fltlib/handles.h>
#include <gtest/gtest.h>

#include <fcntl.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>

namespace {

constexpr DWORD code(DWORD function, DWORD method) {
  return 0x22U << 16 | function << 2 | method;
}
constexpr DWORD kWho = code(0x801, 0), kAdd = code(0x802, 3);
constexpr DWORD kGenericReadWrite = 0xC0000000, kOpenExisting = 3;

LPCWSTR wide(const char16_t* text) {
  return reinterpret_cast<LPCWSTR>(text);
}

class ControlDevice : public ::testing::Test {
 protected:
  void SetUp() override {
    std::string name = (std::filesystem::temp_directory_path() / "flthost-dev-XXXXXX").string();
    directory_ = ::mkdtemp(name.data());
    fd_ = ::open(directory_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    options_.directory = directory_;
    options_.socket = directory_ + "/socket";
    ::setenv("FLTHOST_SOCKET", options_.socket.c_str(), 1);
    host_.reset(new flthost::app::Host(options_, {directory_, fd_}, [](const std::string&) {}));
    ASSERT_EQ(host_->build(), "");
    ASSERT_EQ(host_->load(flthost::app::DriverOption{CONTROL_DEVICE_SYS, "370000"}), "");
  }
  void TearDown() override {
    flthost::app::RunFacts facts;
    host_->take_down(&facts);
    for (const std::string& leak : facts.leaks) ADD_FAILURE() << leak;
    host_.reset();
    ::close(fd_);
    std::filesystem::remove_all(directory_);
  }

  static HANDLE open(const char16_t* name) {
    return CreateFileW(wide(name), kGenericReadWrite, 0, nullptr, kOpenExisting, 0, nullptr);
  }
  static bool is_valid(HANDLE handle) { return reinterpret_cast<intptr_t>(handle) != -1; }

  std::string directory_;
  int fd_ = -1;
  flthost::app::Options options_;
  std::unique_ptr<flthost::app::Host> host_;
};

TEST_F(ControlDevice, AnswersTheProgramThatAsks_WithItsProcessId) {
  EXPECT_FALSE(is_valid(open(u"\\\\.\\NoSuchDevice")));
  EXPECT_EQ(GetLastError(), 2U);
  EXPECT_FALSE(is_valid(open(u"C:\\file")));
  HANDLE const handle = open(u"\\\\.\\ApiUserDevice");
  ASSERT_TRUE(is_valid(handle)) << GetLastError();
  DWORD answer[2] = {};
  DWORD bytes = 0;
  ASSERT_TRUE(DeviceIoControl(handle, kWho, nullptr, 0, answer, sizeof answer, &bytes, nullptr));
  EXPECT_EQ(bytes, sizeof answer);
  EXPECT_EQ(answer[0], static_cast<DWORD>(::getpid()));
  EXPECT_EQ(answer[1], 1U);
  EXPECT_FALSE(DeviceIoControl(handle, kWho, nullptr, 0, answer, 4, &bytes, nullptr));
  EXPECT_FALSE(DeviceIoControl(handle, 0x1234, nullptr, 0, nullptr, 0, &bytes, nullptr));

  DWORD value = 41;
  DWORD sum = 0;
  ASSERT_TRUE(
      DeviceIoControl(handle, kAdd, &value, sizeof value, &sum, sizeof sum, &bytes, nullptr))
      << GetLastError();
  EXPECT_EQ(sum, 42U);

  const char out[] = "from a program";
  char in[sizeof out] = {};
  ASSERT_TRUE(WriteFile(handle, out, sizeof out, &bytes, nullptr));
  EXPECT_EQ(bytes, sizeof out);
  ASSERT_TRUE(ReadFile(handle, in, sizeof in, &bytes, nullptr));
  EXPECT_EQ(bytes, sizeof in);
  EXPECT_STREQ(in, out);
  EXPECT_TRUE(CloseHandle(handle));
  EXPECT_FALSE(ReadFile(handle, in, sizeof in, &bytes, nullptr));
  EXPECT_EQ(GetLastError(), 6U);
}

}  // namespace
