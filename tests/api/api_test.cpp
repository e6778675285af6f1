// Each driver of this folder, loaded into a whole host without a mount: what it found wrong fails
// the test here. One process each, since a host is one per process.
#include <flthost/app/host.h>
#include <flthost/rtl/rtl.h>
#include <gtest/gtest.h>

#include "port_client.h"

#include <fcntl.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace {

struct Outcome {
  std::vector<std::string> wrong;
  std::string running;  // the test that has begun and not ended
  int finished = 0;
  int announced = -1;
};
std::mutex g_lock;
std::string g_line;
Outcome g_outcome;

std::string g_socket;
std::optional<PortClient> g_client;  // of the driver that has a port, once it is there

bool take(std::string_view* line, std::string_view prefix) {
  if (line->substr(0, prefix.size()) != prefix) return false;
  line->remove_prefix(prefix.size());
  return true;
}

void take_line(std::string_view line) {
  if (take(&line, "API run ")) {
    g_outcome.running = line;
  } else if (take(&line, "API wrong ")) {
    g_outcome.wrong.push_back(g_outcome.running + ": " + std::string(line));
  } else if (take(&line, "API ok ") || take(&line, "API failed ")) {
    ++g_outcome.finished;
    g_outcome.running.clear();
  } else if (take(&line, "API port")) {
    g_client.emplace(g_socket);
  } else if (take(&line, "API end ")) {
    g_outcome.announced = std::atoi(std::string(line).c_str());
  }
}

void take_print(uint32_t, uint32_t, std::string_view text) {
  std::lock_guard guard(g_lock);
  for (const char c : text) {
    if (c != '\n') {
      g_line += c;
      continue;
    }
    take_line(g_line);
    g_line.clear();
  }
}

// A directory with a few files, gone at the end.
class Scratch {
 public:
  Scratch() {
    std::string name = (std::filesystem::temp_directory_path() / "flthost-api-XXXXXX").string();
    path_ = ::mkdtemp(name.data());
    std::filesystem::create_directory(path_ + "/dir");
    std::ofstream(path_ + "/hello.txt") << "hello, filter\n";
    std::ofstream(path_ + "/dir/inner.txt") << std::string(10000, 'i');
    fd_ = ::open(path_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  }
  ~Scratch() {
    ::close(fd_);
    std::filesystem::remove_all(path_);
  }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  const std::string& path() const { return path_; }
  int fd() const { return fd_; }

 private:
  std::string path_;
  int fd_ = -1;
};

void run_driver(const std::string& image) {
  const Scratch scratch;
  flthost::app::Options options;
  options.directory = scratch.path();
  options.socket = scratch.path() + ".port";
  flthost::app::Host host(options, {scratch.path(), scratch.fd()}, [](const std::string&) {});
  ASSERT_EQ(host.build(), "");
  flthost::rtl::install_debug_sink(take_print);
  g_socket = options.socket;
  EXPECT_EQ(host.load(flthost::app::DriverOption{image, "370000"}), "");
  g_client.reset();
  // While it is attached: what it calls from its teardown callbacks is seen too.
  EXPECT_EQ(host.unload(std::filesystem::path(image).stem().string()).status, STATUS_SUCCESS);
  flthost::app::RunFacts facts;
  host.take_down(&facts);
  std::lock_guard guard(g_lock);
  for (const std::string& wrong : g_outcome.wrong) ADD_FAILURE() << wrong;
  for (const std::string& leak : facts.leaks) ADD_FAILURE() << "not returned: " << leak;
  EXPECT_EQ(g_outcome.running, "");
  EXPECT_GT(g_outcome.finished, 0);
  EXPECT_EQ(g_outcome.finished, g_outcome.announced);
}

class Api : public ::testing::TestWithParam<const char*> {};

TEST_P(Api, CalledFromADriver_DoesWhatIsDocumented) {
  run_driver(std::string(API_DRIVER_DIR) + "/" + GetParam() + ".sys");
}

constexpr const char* kDrivers[] = {API_DRIVERS};
INSTANTIATE_TEST_SUITE_P(Drivers, Api, ::testing::ValuesIn(kDrivers),
                         [](const auto& info) { return std::string(info.param); });

}  // namespace
