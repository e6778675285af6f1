// Which process a FUSE request comes from, as the driver knows it.
//
// A process is (pid, start time), told to the drivers before its first operation is dispatched,
// parents first. Resolving is done while the request is held, so that its thread still exists. An
// exec is an image change: seen at the next open or create of the process, or at its next request
// when the process connector told us. PASSIVE_LEVEL.
#pragma once

#include <flthost/fuse/connector.h>
#include <flthost/ps/ps.h>

#include <array>
#include <atomic>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <unordered_map>
#include <vector>

namespace flthost::fuse {

// What /proc says of a process, as drivers see it.
ps::ProcessInfo describe_process(uint32_t pid);

// An image that a process got by execve.
struct ImageChange {
  std::string link;
  std::u16string command_line;
  uint64_t when = 0;  // monotonic ns
};

struct Process {
  uint32_t pid = 0;
  uint64_t start_ticks = 0;
  int pidfd = -1;
  PEPROCESS object = nullptr;  // referenced; valid once `ready`
  ke::HostEvent ready;
  std::atomic<bool> exit_claimed{false};
  std::atomic<bool> told{false};  // `changes` holds something
  std::mutex link_mutex;
  std::string exe_link;
  uint64_t image_time = 0;  // when exe_link was read last, monotonic ns
  std::vector<ImageChange> changes;

  Process() = default;
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;
  ~Process();
  bool gone() const;
};
using ProcessRef = std::shared_ptr<Process>;

// A requestor: its thread object is referenced by the cache it comes from.
struct Requestor {
  PETHREAD thread = nullptr;  // null: none known
  ProcessRef process;
};

// A worker's own memory of threads it has seen; no lock on a hit.
class ThreadCache {
 public:
  ThreadCache() = default;
  ~ThreadCache() { clear(); }
  ThreadCache(const ThreadCache&) = delete;
  ThreadCache& operator=(const ThreadCache&) = delete;
  void clear();

 private:
  friend class Processes;
  struct Entry {
    uint32_t tid = 0;
    Requestor who;
  };
  std::array<Entry, 64> entries_;
};

class Processes {
 public:
  struct Options {
    uint32_t host_pid = 0;      // processes from here up are nobody's business
    uint32_t launcher_pid = 0;  // orphans are reparented to it
  };
  explicit Processes(const Options& options);
  ~Processes();
  Processes(const Processes&) = delete;
  Processes& operator=(const Processes&) = delete;

  // CMD: what orphans without a known parent count as children of.
  void set_root(uint32_t pid) { root_pid_.store(pid, std::memory_order_relaxed); }
  // The thread of this id. `opening`: look for an exec even when nobody told of one.
  Requestor resolve(uint32_t tid, ThreadCache& cache, bool opening);
  // Delivers the exits that are outstanding and drops every object.
  void stop();
  bool has_connector() const { return connector_ != nullptr; }
  const std::string& connector_refusal() const { return connector_refusal_; }

 private:
  ProcessRef ensure(uint32_t pid, int depth);
  ProcessRef find_living(uint32_t pid);
  void create(Process& process, int depth);
  void fork_seen(uint32_t pid);
  void exec_seen(uint32_t pid, uint64_t when);
  uint32_t true_parent(uint32_t pid, uint32_t proc_parent, int depth);
  void check_image(Process& process, bool opening);
  void deliver_exit(const ProcessRef& process);
  void watch();

  const Options options_;
  std::atomic<uint32_t> root_pid_{0};
  std::mutex mutex_;
  std::unordered_map<uint32_t, ProcessRef> by_pid_;
  // Execs of processes that have done nothing here yet.
  std::unordered_map<uint32_t, std::vector<ImageChange>> earlier_;
  int epoll_ = -1;
  int stop_event_ = -1;
  std::thread watcher_;
  std::unique_ptr<Connector> connector_;
  std::atomic<Connector*> connected_{nullptr};  // for its own callback
  std::string connector_refusal_;
};

}  // namespace flthost::fuse
