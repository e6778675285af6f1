// What the drivers of tests/api can't show: other processes, and images that come and go.
#include <flthost/boundary/boundary.h>
#include <flthost/ex/ex.h>
#include <flthost/mm/mm.h>
#include <flthost/ob/ob.h>
#include <flthost/ps/ps.h>
#include <flthost/ps/section.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstring>
#include <string>

using namespace flthost;

namespace {

class PsMemory : public ::testing::Test {
 protected:
  void TearDown() override {
    EXPECT_EQ(ps::prove_all_returned(), "");
    ex::stop();
  }
};

// A Linux process that does nothing until it is killed.
class Child {
 public:
  Child() : pid_(::fork()) {
    if (pid_ == 0) {
      for (;;) ::pause();
    }
  }
  ~Child() {
    ::kill(pid_, SIGKILL);
    ::waitpid(pid_, nullptr, 0);
  }
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;
  pid_t pid() const { return pid_; }

 private:
  pid_t pid_;
};

PEPROCESS process_of(pid_t pid) {
  return ps::create_process({.pid = static_cast<uint32_t>(pid),
                             .parent_pid = 4,
                             .start_time = 1,
                             .image = u"\\Device\\LinuxRoot\\bin\\true",
                             .command_line = {},
                             .uid = 0});
}

TEST_F(PsMemory, SuspendProcess_StopsTheLinuxProcessUntilAsManyResumes) {
  const Child child;
  PEPROCESS const process = process_of(child.pid());
  EXPECT_EQ(PsSuspendProcess(process), STATUS_SUCCESS);
  int status = 0;
  ASSERT_EQ(::waitpid(child.pid(), &status, WUNTRACED), child.pid());
  EXPECT_TRUE(WIFSTOPPED(status));
  EXPECT_EQ(PsSuspendProcess(process), STATUS_SUCCESS);
  EXPECT_EQ(PsResumeProcess(process), STATUS_SUCCESS);
  EXPECT_EQ(::waitpid(child.pid(), &status, WCONTINUED | WNOHANG), 0);
  EXPECT_EQ(PsResumeProcess(process), STATUS_SUCCESS);
  ASSERT_EQ(::waitpid(child.pid(), &status, WCONTINUED), child.pid());
  EXPECT_TRUE(WIFCONTINUED(status));
  EXPECT_EQ(PsResumeProcess(process), STATUS_SUCCESS);  // it runs already
  ps::exit_process(process);
  EXPECT_EQ(PsSuspendProcess(process), STATUS_PROCESS_IS_TERMINATING);
  ps::dereference(process);
}

TEST_F(PsMemory, CopyVirtualMemory_ReadsTheLinuxProcess) {
  static volatile int value = 4711;
  const Child child;
  PEPROCESS const process = process_of(child.pid());
  int copy = 0;
  SIZE_T bytes = 0;
  auto* const target = static_cast<int*>(mm::allocate_system(4096));
  EXPECT_EQ(MmCopyVirtualMemory(process, const_cast<int*>(&value), ps::system_process(), target,
                                sizeof(int), KernelMode, &bytes),
            STATUS_SUCCESS);
  copy = *target;
  EXPECT_EQ(bytes, sizeof(int));
  EXPECT_EQ(copy, 4711);
  ps::exit_process(process);
  EXPECT_EQ(MmCopyVirtualMemory(process, const_cast<int*>(&value), ps::system_process(), target,
                                sizeof(int), KernelMode, &bytes),
            STATUS_PARTIAL_COPY);
  mm::free_system(target, 4096);
  ps::dereference(process);
}

TEST_F(PsMemory, ExitSynchronization_FailsOnceTheProcessHasEnded) {
  const Child child;
  PEPROCESS const process = process_of(child.pid());
  EXPECT_EQ(PsAcquireProcessExitSynchronization(process), STATUS_SUCCESS);
  PsReleaseProcessExitSynchronization(process);
  ps::exit_process(process);
  EXPECT_EQ(PsAcquireProcessExitSynchronization(process), STATUS_PROCESS_IS_TERMINATING);
  ps::dereference(process);
}

int g_loaded = 0;
VOID NTAPI on_image(PUNICODE_STRING name, HANDLE process, PIMAGE_INFO info) {
  ++g_loaded;
  EXPECT_GT(name->Length, 0);
  EXPECT_EQ(process, nullptr);
  EXPECT_EQ(info->SystemModeImage, 1U);
  EXPECT_EQ(info->ImageBase, reinterpret_cast<PVOID>(0x123000));
}

TEST_F(PsMemory, ImageRoutine_IsToldOfADriverThatIsLoaded) {
  boundary::Module module;
  module.name = "other.sys";
  module.base = 0x123000;
  module.size = 0x5000;
  EXPECT_EQ(PsSetLoadImageNotifyRoutine(on_image), STATUS_SUCCESS);
  ps::image_loaded(module);
  EXPECT_EQ(g_loaded, 1);
  EXPECT_NE(PsLoadedModuleList.Flink, &PsLoadedModuleList);
  EXPECT_EQ(PsRemoveLoadImageNotifyRoutine(on_image), STATUS_SUCCESS);
  ps::image_unloaded(module.base);
  EXPECT_EQ(PsLoadedModuleList.Flink, &PsLoadedModuleList);
}

TEST_F(PsMemory, ViewsOfAProcess_GoWithIt) {
  const Child child;
  PEPROCESS const process = process_of(child.pid());
  LARGE_INTEGER size;
  size.QuadPart = 0x10000;
  void* section = nullptr;
  ASSERT_EQ(
      ps::create_section({.maximum = &size, .protection = PAGE_READWRITE, .attributes = SEC_COMMIT},
                         &section),
      STATUS_SUCCESS);
  void* base = nullptr;
  SIZE_T bytes = 0;
  EXPECT_EQ(ps::map_view(section, {.process = process}, &base, &bytes), STATUS_SUCCESS);
  EXPECT_EQ(bytes, 0x10000U);
  std::memset(base, 1, bytes);
  ps::exit_process(process);
  EXPECT_EQ(ps::unmap_view(process, base), STATUS_NOT_MAPPED_VIEW);
  ob::dereference(section);
  ps::dereference(process);
}

}  // namespace
