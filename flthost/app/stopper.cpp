#include <flthost/app/stopper.h>

#include <flthost/app/options.h>
#include <flthost/boundary/boundary.h>

#include <fmt/format.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdio>
#include <ctime>
#include <fstream>

namespace flthost::app {
namespace {

constexpr unsigned kLastWordsSeconds = 5;

int64_t now_ms() {
  timespec now{};
  ::clock_gettime(CLOCK_MONOTONIC, &now);
  return int64_t{now.tv_sec} * 1000 + now.tv_nsec / 1'000'000;
}

void ring(int event) {
  const uint64_t one = 1;
  (void)!::write(event, &one, sizeof(one));
}

const char* phase_text(Phase phase) {
  switch (phase) {
    case Phase::Starting:
      return "before the command ran";
    case Phase::Running:
      return "while the command ran";
    case Phase::Ending:
      return "while the drivers were taken down";
  }
  return "";
}

}  // namespace

bool signal_is_pending(unsigned pid, int signal) {
  std::ifstream status("/proc/" + std::to_string(pid) + "/status");
  const uint64_t bit = uint64_t{1} << (signal - 1);
  for (std::string line; std::getline(status, line);) {
    if (!line.starts_with("SigPnd:") && !line.starts_with("ShdPnd:")) continue;
    if ((std::stoull(line.substr(line.find(':') + 1), nullptr, 16) & bit) != 0) return true;
  }
  return false;
}

Stopper::Stopper() {
  sigset_t set;
  ::sigemptyset(&set);
  for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGQUIT}) ::sigaddset(&set, signal);
  ::sigprocmask(SIG_BLOCK, &set, nullptr);  // inherited by every thread
  signals_ = ::signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
  wake_ = ::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
  changed_ = ::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
}

Stopper::~Stopper() {
  if (thread_.joinable()) {
    {
      const std::lock_guard guard(lock_);
      done_ = true;
    }
    ring(changed_);
    thread_.join();
  }
  for (const int fd : {signals_, wake_, changed_}) ::close(fd);
}

void Stopper::start(Hooks hooks, int parent) {
  hooks_ = std::move(hooks);
  parent_ = parent;
  thread_ = std::thread([this] { watch(); });
}

void Stopper::enter(Phase phase, unsigned command_pid) {
  {
    const std::lock_guard guard(lock_);
    phase_ = phase;
    command_ = command_pid;
    deadline_ = 0;
    if (asked_ != 0 && phase == Phase::Ending) {
      asked_ = 1;
      set_deadline(kEndingMs);
    }
    if (asked_ != 0 && phase == Phase::Running) {  // it came while the command was started
      hooks_.to_command(last_signal_.load());
      set_deadline(kCommandMs);
    }
  }
  ring(changed_);
}

void Stopper::set_deadline(int ms) {
  deadline_ = now_ms() + ms;
}

void Stopper::watch() {
  std::array<pollfd, 3> wait = {pollfd{signals_, POLLIN, 0}, pollfd{changed_, POLLIN, 0},
                                pollfd{parent_, 0, 0}};
  for (;;) {
    int timeout = -1;
    {
      const std::lock_guard guard(lock_);
      if (done_) return;
      if (deadline_ != 0) timeout = static_cast<int>(std::max<int64_t>(0, deadline_ - now_ms()));
    }
    const int ready = ::poll(wait.data(), wait.size(), timeout);
    if (ready < 0) continue;
    uint64_t count;
    (void)!::read(changed_, &count, sizeof(count));
    take_signals();
    if (wait[2].revents != 0) {
      wait[2].fd = -1;
      parent_gone();
    }
    expired();
  }
}

// Nobody waits for the command any more: as if stopped by SIGTERM, but not for it to have its way.
void Stopper::parent_gone() {
  {
    const std::lock_guard guard(lock_);
    if (phase_ == Phase::Running) asked_ = std::max(asked_, 2);
  }
  take_signal(SIGTERM, false);
}

void Stopper::take_signals() {
  signalfd_siginfo info{};
  while (::read(signals_, &info, sizeof(info)) == static_cast<ssize_t>(sizeof(info))) {
    take_signal(static_cast<int>(info.ssi_signo), info.ssi_code == SI_KERNEL);
  }
}

// The terminal sends its signals to the command as well; others are passed on. Asked a third time,
// the command is killed. Before and after the command the second signal ends the host.
void Stopper::take_signal(int signal, bool from_terminal) {
  last_signal_.store(signal);
  ring(wake_);
  const std::unique_lock guard(lock_);
  // The terminal's signal comes to the group, and once more from who passes it on.
  const int64_t now = now_ms();
  const bool same = signal == counted_ && now - counted_at_ < kSameSignalMs;
  counted_ = signal;
  counted_at_ = now;
  if (same && phase_ != Phase::Running) return;
  ++asked_;
  if (phase_ == Phase::Running) {
    if (asked_ >= 3) {
      hooks_.to_command(SIGKILL);
    } else if (!from_terminal) {
      hooks_.to_command(signal);
    }
    if (deadline_ == 0) set_deadline(kCommandMs);
  } else if (asked_ >= 2) {
    end_by_force(fmt::format("ended by signal {} {}", signal, phase_text(phase_)));
  } else {
    set_deadline(phase_ == Phase::Starting ? kStartingMs : kEndingMs);
  }
}

void Stopper::expired() {
  const std::unique_lock guard(lock_);
  if (deadline_ == 0 || now_ms() < deadline_) return;
  deadline_ = 0;
  const int signal = last_signal_.load();
  if (phase_ != Phase::Running) {
    const int ms = phase_ == Phase::Starting ? kStartingMs : kEndingMs;
    end_by_force(fmt::format("ended by force {} s after signal {} {}", ms / 1000, signal,
                             phase_text(phase_)));
  }
  // A command that handles the signal and goes on is its own master; one that is held inside a
  // request cannot take any, not even SIGKILL.
  if (signal_is_pending(command_, asked_ >= 3 ? SIGKILL : signal)) {
    end_by_force(fmt::format(
        "the command could not take signal {} for {} s: a request of its is not answered", signal,
        kCommandMs / 1000));
  }
}

void Stopper::end_by_force(const std::string& why) {
  // What keeps the host may keep the report as well: then the line must do.
  ::signal(SIGALRM, [](int) { ::_exit(kExitFailed); });
  sigset_t alarm;
  ::sigemptyset(&alarm);
  ::sigaddset(&alarm, SIGALRM);
  ::pthread_sigmask(SIG_UNBLOCK, &alarm, nullptr);
  ::alarm(kLastWordsSeconds);
  std::vector<std::string> routines;
  for (const boundary::DriverActivity& running : boundary::driver_activity()) {
    routines.push_back(
        fmt::format("{} has not returned: it is at {}", running.routine, running.where));
  }
  std::string text = "flthost: " + why + "\n";
  for (const std::string& routine : routines) text += "flthost: " + routine + "\n";
  (void)!::write(STDERR_FILENO, text.data(), text.size());
  hooks_.last_words(why, routines);
  ::_exit(kExitFailed);  // closes /dev/fuse: the connection is aborted, the launcher ends the rest
}

}  // namespace flthost::app
