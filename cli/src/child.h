// Child processes of `sluice run`, started with posix_spawn and waited for through a signalfd.
#pragma once

#include <sys/types.h>

#include <csignal>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace sluice::cli {

class FileDescriptor {
 public:
  FileDescriptor() = default;
  explicit FileDescriptor(int fd) : fd_(fd) {}
  FileDescriptor(FileDescriptor&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  FileDescriptor& operator=(FileDescriptor&& other) noexcept {
    if (this != &other) reset(std::exchange(other.fd_, -1));
    return *this;
  }
  ~FileDescriptor() { reset(); }

  int get() const { return fd_; }
  void reset(int fd = -1);

 private:
  int fd_ = -1;
};

struct Pipe {
  FileDescriptor read;
  FileDescriptor write;
};

// Both ends are closed in children that are not given them. Nothing on failure.
std::optional<Pipe> make_pipe();

struct SpawnPlan {
  std::vector<std::string> arguments;    // [0]: the program's path
  std::vector<std::string> environment;  // NAME=VALUE, in addition to ours
  std::vector<int> keep;                 // descriptors it gets under their own number
  bool own_group = false;                // out of reach of the terminal's Ctrl-C
  bool output_to_stderr = false;         // its standard output is our standard error
  bool no_input = false;                 // its standard input is /dev/null
};

// Blocks SIGCHLD, SIGINT, SIGTERM and SIGHUP and delivers them through a descriptor; children get
// the mask that was there before.
class Signals {
 public:
  Signals();
  int descriptor() const { return fd_.get(); }
  const sigset_t& before() const { return before_; }

  struct Signal {
    int number = 0;
    bool from_terminal = false;  // the whole foreground group has it already
  };
  std::optional<Signal> take();

 private:
  sigset_t before_{};
  FileDescriptor fd_;
};

// The pid, or -errno.
pid_t spawn(const SpawnPlan& plan, const Signals& signals);

// Set when the child has ended: its exit status, or 128+n after signal n.
struct Ended {
  int status = 0;
  bool by_signal = false;
  int signal = 0;
};
std::optional<Ended> poll_child(pid_t pid);

}  // namespace sluice::cli
