// The FUSE front: speaks the protocol of <linux/fuse.h> on /dev/fuse and makes of each request what
// NT's I/O manager would be asked (docs/FUSE-TO-IRP.md is the table).
//
// Worker threads read the device; one that finds itself the last idle one makes another, so a
// request that waits in a filter never keeps others from being read. Page-ins are answered from
// their completion.
#pragma once

#include <flthost/fs/fs.h>

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace flthost::fuse {

// Which handles the kernel's own page cache may serve.
enum class KernelCache {
  None,       // every read(2) and write(2) reaches the filters
  NoContext,  // handles on which no filter has set a context
};

struct ServerOptions {
  int device = -1;  // /dev/fuse of a mount just made; owned by the server from then on
  io::Volume* volume = nullptr;
  fs::LocalFileSystem* file_system = nullptr;
  KernelCache kernel_cache = KernelCache::None;
  uint32_t device_major = 0, device_minor = 0;  // of the mount, as /proc/PID/maps shows it
  uint32_t launcher_pid = 0;                    // its orphans count as children of CMD
  std::function<void(std::string_view line)> warn;
};

class Server {
 public:
  // Answers INIT and starts serving. Null with the reason in `error`.
  static std::unique_ptr<Server> start(const ServerOptions& options, std::string* error);
  virtual ~Server() = default;

  virtual void set_root_process(uint32_t pid) = 0;  // CMD, before it does anything
  // True when the kernel has ended the connection (unmounted) within this time.
  virtual bool wait_unmounted(int64_t milliseconds) = 0;
  // Ends the connection if it is there, closes what is open in its openers' names, ends the
  // processes. PASSIVE_LEVEL; the file system may be flushed after, and destroyed when
  // the server is (it holds nodes).
  virtual void stop() = 0;
  // Requests by FUSE name, and reads by kind ("READ fault", "READ read-ahead" ...).
  virtual std::map<std::string, uint64_t> requests() = 0;
};

// What this kernel and user can and cannot do; one line each. For `flthost check-host`.
struct HostAbility {
  std::string name, state;
  bool good;
};
HostAbility connector_ability();

}  // namespace flthost::fuse
