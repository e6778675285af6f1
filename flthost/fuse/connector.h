// The kernel's process events connector: who forked whom, and who called execve.
//
// Root in the initial namespaces only. Without it parents are what /proc still knows, and an exec
// is seen by looking at /proc/PID/exe.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <unordered_map>

namespace flthost::fuse {

class Connector {
 public:
  // Called in the connector's thread or in catch_up(), one at a time: a process was made; a process
  // has called execve, `when` on the monotonic clock.
  struct Events {
    std::function<void(uint32_t pid)> forked;
    std::function<void(uint32_t pid, uint64_t when_ns)> exec;
  };

  // Null with the reason in `why` when this system does not allow it.
  static std::unique_ptr<Connector> open(Events events, std::string* why);
  ~Connector();
  Connector(const Connector&) = delete;
  Connector& operator=(const Connector&) = delete;

  // Delivers what the kernel has told until now; a process's exec is told before it returns from
  // it. False: some of it was lost, now or earlier.
  bool catch_up();

  // The process that forked `pid`, 0 if it was not seen.
  uint32_t parent_of(uint32_t pid);
  bool descends_from(uint32_t pid, uint32_t ancestor);

 private:
  Connector() = default;
  void run();
  void take(const char* data, size_t bytes);

  int socket_ = -1;
  int stop_ = -1;
  Events events_;
  std::mutex taking_;  // from taking a message until its event is delivered
  bool lost_ = false;
  std::mutex mutex_;
  std::unordered_map<uint32_t, uint32_t> parents_;  // of processes alive, by pid
  std::thread thread_;
};

}  // namespace flthost::fuse
