// The process between host and CMD: it owns the private mount namespace, mounts DIR there, starts
// CMD in it and unmounts at the end.
//
// It is forked before the host has threads. It holds no descriptor of /dev/fuse after it has handed
// it to the host, so a killed host ends the connection; it then kills what is left in the namespace
// and goes.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace flthost::app {

struct LaunchPlan {
  std::string directory;  // absolute, no symbolic links
  std::string cwd;        // of CMD
  std::vector<std::string> command;
  std::vector<std::pair<std::string, std::string>> environment;  // added to CMD's
  std::vector<int> close_in_launcher;                            // the host's own descriptors
  std::vector<int> close_in_command;  // descriptors that lead round the mount
};

class Launcher {
 public:
  // Forks it and waits for the mount. Null with one line in `error`. Before any thread is made.
  static std::unique_ptr<Launcher> start(const LaunchPlan& plan, std::string* error);
  ~Launcher();  // ends what still runs; reaps the launcher
  Launcher(const Launcher&) = delete;
  Launcher& operator=(const Launcher&) = delete;

  int take_device();  // the mount's /dev/fuse; the caller owns it
  uint32_t device_major() const { return major_; }
  uint32_t device_minor() const { return minor_; }
  uint32_t pid() const { return static_cast<uint32_t>(pid_); }

  // Starts CMD. 0 and its pid, or an exit status (126, 127, 125) with one line in `error`.
  int run_command(uint32_t* command_pid, std::string* error);
  int socket() const { return socket_; }  // readable: call take_exit
  // CMD's wait status; false when the launcher itself has gone.
  bool take_exit(int* wait_status);
  void send_signal(int signal);
  // Unmounts. 0: done; otherwise the number of processes that still use the mount (it stays).
  int unmount();

 private:
  Launcher() = default;
  int socket_ = -1;
  pid_t pid_ = -1;
  int device_ = -1;
  uint32_t major_ = 0, minor_ = 0;
};

// ------------------------------------------------------------------ parts, for tests
// The device number of the newest flthost mount in a mountinfo text; false if there is none.
bool find_mount(const std::string& mountinfo, uint32_t* major, uint32_t* minor);
// Descriptors of this process that point into `directory`.
struct InheritedDescriptor {
  int fd;
  std::string path;
};
std::vector<InheritedDescriptor> descriptors_into(const std::string& directory);

}  // namespace flthost::app
