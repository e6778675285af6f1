// Signals that end flthost, and the bound on that end: a driver that never returns must not keep
// the host, the command or the mount.
#pragma once

#include <atomic>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace flthost::app {

enum class Phase {
  Starting,  // drivers are loaded, the mount is served; the command does not run yet
  Running,   // the command runs: signals are its own
  Ending,    // the command has ended: unmount, unload
};

class Stopper {
 public:
  struct Hooks {
    std::function<void(int signal)> to_command;  // from the stopper's thread
    // Writes what is left to be told; the process ends after it. From the stopper's thread.
    std::function<void(const std::string& why, const std::vector<std::string>& routines)>
        last_words;
  };
  // How long may pass before the host ends by force.
  static constexpr int kStartingMs = 5'000;  // after a signal, until DriverEntry has returned
  static constexpr int kCommandMs = 5'000;   // a command that cannot take its signal
  static constexpr int kSameSignalMs = 1'000;
  static constexpr int kEndingMs = 15'000;  // unmount, flush, unload, once a signal came

  // Blocks the signals: threads made later must not take them. Before any thread is made.
  Stopper();
  ~Stopper();
  Stopper(const Stopper&) = delete;
  Stopper& operator=(const Stopper&) = delete;

  // After the launcher was forked. `parent`: -1, or the reading end of a pipe whose other end the
  // one holds who wants the command run.
  void start(Hooks hooks, int parent);
  void enter(Phase phase, unsigned command_pid = 0);
  int last_signal() const { return last_signal_.load(); }
  int wake_fd() const { return wake_; }  // readable once a signal has come
  int signal_fd() const { return signals_; }

 private:
  void watch();
  void take_signals();
  void take_signal(int signal, bool from_terminal);
  void parent_gone();
  void expired();
  void set_deadline(int ms);
  [[noreturn]] void end_by_force(const std::string& why);

  Hooks hooks_;
  int signals_ = -1;
  int wake_ = -1;     // eventfd for the main thread
  int changed_ = -1;  // eventfd for the stopper's thread
  int parent_ = -1;
  std::atomic<int> last_signal_{0};
  std::mutex lock_;  // everything below
  Phase phase_ = Phase::Starting;
  unsigned command_ = 0;
  int asked_ = 0;
  int counted_ = 0;  // the signal that was counted last, and when
  int64_t counted_at_ = 0;
  int64_t deadline_ = 0;  // CLOCK_MONOTONIC, ms; 0: none
  bool done_ = false;
  std::thread thread_;
};

// Is a signal waiting that this process could not take yet? (/proc/PID/status)
bool signal_is_pending(unsigned pid, int signal);

}  // namespace flthost::app
