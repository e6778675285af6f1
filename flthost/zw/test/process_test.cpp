// Linux processes by handle: what they are told to be, and that one can be ended.
#include <flthost/ob/ob.h>
#include <flthost/ps/ps.h>
#include <flthost/zw/zw.h>

#include <gtest/gtest.h>

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

namespace flthost::zw {
namespace {

// A child that waits to be killed, known to ps.
class Child {
 public:
  Child() : pid_(::fork()) {
    if (pid_ == 0) {
      for (;;) ::pause();
    }
    ps::ProcessInfo info;
    info.pid = static_cast<uint32_t>(pid_);
    info.start_time = 1;
    info.image = u"\\Device\\LinuxRoot\\bin\\true";
    info.uid = 1000;
    process_ = ps::create_process(info);
  }
  ~Child() {
    ps::exit_process(process_);
    ps::dereference(process_);
    if (!reaped_) {
      ::kill(pid_, SIGKILL);
      ::waitpid(pid_, nullptr, 0);
    }
  }
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

  HANDLE open() const {
    CLIENT_ID id{reinterpret_cast<HANDLE>(uint64_t(pid_)), nullptr};
    OBJECT_ATTRIBUTES attributes{};
    attributes.Length = sizeof attributes;
    attributes.Attributes = OBJ_KERNEL_HANDLE;
    HANDLE handle = nullptr;
    EXPECT_EQ(ZwOpenProcess(&handle, PROCESS_ALL_ACCESS, &attributes, &id), STATUS_SUCCESS);
    return handle;
  }
  int wait() {
    int status = 0;
    ::waitpid(pid_, &status, 0);
    reaped_ = true;
    return status;
  }
  PEPROCESS process() const { return process_; }

 private:
  const pid_t pid_;
  PEPROCESS process_ = nullptr;
  bool reaped_ = false;
};

TEST(ZwProcess, TerminatedByHandle_IsKilled_AndOnceOnly) {
  Child child;
  HANDLE const handle = child.open();
  EXPECT_EQ(ZwTerminateProcess(handle, STATUS_SUCCESS), STATUS_SUCCESS);
  const int status = child.wait();
  EXPECT_TRUE(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
  EXPECT_EQ(ZwTerminateProcess(handle, STATUS_SUCCESS), STATUS_PROCESS_IS_TERMINATING);
  ob::close_handle(handle, KernelMode);
}

TEST(ZwProcess, MemoryAndOpenFiles_AreWhatLinuxCounts) {
  const Child child;
  HANDLE const handle = child.open();
  VM_COUNTERS memory{};
  ULONG length = 0, files = 0;
  EXPECT_EQ(ZwQueryInformationProcess(handle, ProcessVmCounters, &memory, sizeof memory, &length),
            STATUS_SUCCESS);
  EXPECT_GT(memory.WorkingSetSize, 0u);
  EXPECT_EQ(ZwQueryInformationProcess(handle, ProcessHandleCount, &files, sizeof files, &length),
            STATUS_SUCCESS);
  EXPECT_GE(files, 3u);
  ob::close_handle(handle, KernelMode);
}

TEST(ZwProcess, TokenAssigned_IsTheProcesssFromThenOn) {
  const Child child;
  HANDLE const handle = child.open();
  HANDLE token = nullptr, mine = nullptr;
  OBJECT_ATTRIBUTES attributes{};
  attributes.Length = sizeof attributes;
  attributes.Attributes = OBJ_KERNEL_HANDLE;
  ASSERT_EQ(ZwOpenProcessTokenEx(NtCurrentProcess(), TOKEN_ALL_ACCESS, OBJ_KERNEL_HANDLE, &mine),
            STATUS_SUCCESS);
  ASSERT_EQ(ZwDuplicateToken(mine, TOKEN_ALL_ACCESS, &attributes, FALSE, ::TokenPrimary, &token),
            STATUS_SUCCESS);
  struct {
    HANDLE token, thread;
  } assigned{token, nullptr};
  EXPECT_EQ(ZwSetInformationProcess(handle, ProcessAccessToken, &assigned, sizeof assigned),
            STATUS_SUCCESS);
  PACCESS_TOKEN const now = PsReferencePrimaryToken(child.process());
  EXPECT_TRUE(SeTokenIsAdmin(now));
  PsDereferencePrimaryToken(now);
  for (HANDLE const one : {token, mine, handle}) ob::close_handle(one, KernelMode);
}

}  // namespace
}  // namespace flthost::zw
