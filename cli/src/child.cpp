#include "child.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/signalfd.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>

namespace sluice::cli {

void FileDescriptor::reset(int fd) {
  if (fd_ >= 0) ::close(fd_);
  fd_ = fd;
}

std::optional<Pipe> make_pipe() {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) return std::nullopt;
  return Pipe{FileDescriptor(ends[0]), FileDescriptor(ends[1])};
}

Signals::Signals() {
  sigset_t taken;
  sigemptyset(&taken);
  for (const int number : {SIGCHLD, SIGINT, SIGTERM, SIGHUP}) sigaddset(&taken, number);
  sigprocmask(SIG_BLOCK, &taken, &before_);
  fd_.reset(signalfd(-1, &taken, SFD_CLOEXEC | SFD_NONBLOCK));
}

std::optional<Signals::Signal> Signals::take() {
  signalfd_siginfo info{};
  if (read(fd_.get(), &info, sizeof(info)) != static_cast<ssize_t>(sizeof(info))) {
    return std::nullopt;
  }
  return Signal{static_cast<int>(info.ssi_signo), info.ssi_code == SI_KERNEL};
}

namespace {

std::vector<char*> pointers(const std::vector<std::string>& texts) {
  std::vector<char*> result;
  // posix_spawn does not write through them.
  for (const std::string& text : texts) result.push_back(const_cast<char*>(text.c_str()));
  result.push_back(nullptr);
  return result;
}

}  // namespace

pid_t spawn(const SpawnPlan& plan, const Signals& signals) {
  posix_spawn_file_actions_t files;
  posix_spawn_file_actions_init(&files);
  if (plan.no_input) posix_spawn_file_actions_addopen(&files, 0, "/dev/null", O_RDONLY, 0);
  if (plan.output_to_stderr) posix_spawn_file_actions_adddup2(&files, 2, 1);
  // dup2 onto itself takes the close-on-exec flag away.
  for (const int fd : plan.keep) posix_spawn_file_actions_adddup2(&files, fd, fd);
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  short flags = POSIX_SPAWN_SETSIGMASK;
  if (plan.own_group) flags |= POSIX_SPAWN_SETPGROUP;
  posix_spawnattr_setflags(&attributes, flags);
  posix_spawnattr_setsigmask(&attributes, &signals.before());

  std::vector<std::string> environment = plan.environment;
  for (char** variable = environ; *variable != nullptr; ++variable) {
    environment.emplace_back(*variable);
  }
  std::vector<char*> arguments = pointers(plan.arguments);
  std::vector<char*> variables = pointers(environment);
  pid_t pid = -1;
  const int error = posix_spawn(&pid, plan.arguments[0].c_str(), &files, &attributes,
                                arguments.data(), variables.data());
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&files);
  return error == 0 ? pid : -error;
}

std::optional<Ended> poll_child(pid_t pid) {
  int status = 0;
  if (waitpid(pid, &status, WNOHANG) != pid) return std::nullopt;
  if (WIFSIGNALED(status)) return Ended{128 + WTERMSIG(status), true, WTERMSIG(status)};
  return Ended{WEXITSTATUS(status), false, 0};
}

}  // namespace sluice::cli
