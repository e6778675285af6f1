// Against the real kernel: this process and children of it.
#include <flthost/fuse/processes.h>

#include <gtest/gtest.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>

namespace flthost::fuse {
namespace {

// A child that lives until it is told to go.
class Child {
 public:
  explicit Child(const char* program = nullptr) {
    EXPECT_EQ(::pipe2(pipe_.data(), 0), 0);
    pid_ = ::fork();
    if (pid_ == 0) {
      ::close(pipe_[1]);
      if (program != nullptr) {
        ::dup2(pipe_[0], STDIN_FILENO);
        ::execl(program, program, nullptr);
      }
      char c;
      ::_exit(::read(pipe_[0], &c, 1) == 0 ? 0 : 1);
    }
    ::close(pipe_[0]);
  }
  ~Child() { end(); }
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;
  void end() {
    if (pid_ <= 0) return;
    ::close(pipe_[1]);
    ::waitpid(pid_, nullptr, 0);
    pid_ = -1;
  }
  uint32_t pid() const { return static_cast<uint32_t>(pid_); }

 private:
  std::array<int, 2> pipe_{};
  pid_t pid_ = -1;
};

TEST(Processes, ThreadOfThisProcess_HasItsProcess) {
  Processes processes({1, 1});
  ThreadCache cache;
  uint32_t tid = 0;
  std::thread([&] {
    tid = static_cast<uint32_t>(::syscall(SYS_gettid));
    const Requestor who = processes.resolve(tid, cache, false);
    ASSERT_NE(who.process, nullptr);
    EXPECT_EQ(ps::process_id(who.process->object), static_cast<uint32_t>(::getpid()));
    EXPECT_EQ(ps::thread_id(who.thread), tid);
    EXPECT_EQ(processes.resolve(tid, cache, false).thread, who.thread);
  }).join();
  // The thread has gone: its id means nobody now.
  EXPECT_EQ(processes.resolve(tid, cache, false).thread, nullptr);
  cache.clear();
}

TEST(Processes, ProcessThatHasGone_IsNobody) {
  Processes processes({1, 1});
  ThreadCache cache;
  Child child;
  const uint32_t pid = child.pid();
  const Requestor who = processes.resolve(pid, cache, false);
  ASSERT_NE(who.process, nullptr);
  EXPECT_FALSE(who.process->gone());
  child.end();
  EXPECT_TRUE(who.process->gone());
  EXPECT_EQ(processes.resolve(pid, cache, false).thread, nullptr);
  cache.clear();
}

TEST(Processes, Nobody_IsThreadZero) {
  Processes processes({1, 1});
  ThreadCache cache;
  EXPECT_EQ(processes.resolve(0, cache, false).thread, nullptr);
}

TEST(Processes, Exec_IsSeenAtTheNextOpen) {
  Processes processes({1, 1});
  ThreadCache cache;
  Child child("/bin/cat");
  const Requestor first = processes.resolve(child.pid(), cache, true);
  ASSERT_NE(first.process, nullptr);
  // Whatever it was when it was seen first: once /proc says cat, so do we.
  std::string link;
  while (!link.ends_with("cat")) {
    processes.resolve(child.pid(), cache, true);
    const std::lock_guard lock(first.process->link_mutex);
    link = first.process->exe_link;
  }
  EXPECT_TRUE(link.ends_with("/cat"));
  cache.clear();
}

}  // namespace
}  // namespace flthost::fuse
