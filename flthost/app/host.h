// The host's parts in the order they are built and taken down: executive, boundary, file system,
// Filter Manager, ports, drivers, FUSE.
#pragma once

#include <flthost/app/options.h>
#include <flthost/boundary/boundary.h>
#include <flthost/ex/ex.h>
#include <flthost/flt/flt.h>
#include <flthost/fs/fs.h>
#include <flthost/fuse/fuse.h>
#include <flthost/inf/inf.h>

#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace flthost::app {

// What the run leaves to be told: filled while it ends.
struct RunFacts {
  std::vector<flt::CallbackCounters> callbacks;
  fs::FileSystemStatistics paging;
  std::map<std::string, uint64_t> requests;
  std::map<std::string, ex::TagUsage> pool;
  uint64_t pool_leaks = 0;
  std::vector<std::string> leaks;
  uint64_t unwritten_bytes = 0;
  uint32_t kernel_stack_peak = 0;
};

// A driver to load while the host runs: its image, or a service that is known.
struct LoadRequest {
  std::string service;  // wanted when driver.path is empty
  DriverOption driver;
  std::vector<std::string> service_files;
};
struct LoadOutcome {
  NTSTATUS status = STATUS_SUCCESS;
  std::string why;  // one line about a refusal
};

class Host {
 public:
  struct Place {
    std::string directory;  // absolute
    int root_fd = -1;       // of the directory below the mount; owned by the caller
  };
  Host(const Options& options, Place place, std::function<void(const std::string&)> say);
  ~Host();
  Host(const Host&) = delete;
  Host& operator=(const Host&) = delete;

  // Everything up to loaded drivers on a mounted volume. One line when it fails (take_down() then).
  std::string build();
  // Loads one more driver: it attaches to the volume that is mounted already. One line on failure.
  std::string load(const DriverOption& driver);
  // As FilterLoad and FilterUnload: on a running host, one caller at a time.
  LoadOutcome load(const LoadRequest& request);
  LoadOutcome unload(const std::string& service);
  std::string serve(const fuse::ServerOptions& mount);
  fuse::Server* server() { return server_.get(); }
  fs::LocalFileSystem* file_system() { return file_system_; }
  // Takes everything down in order and proves that all was returned. Safe after a failed build().
  void take_down(RunFacts* facts);

  // Unloads a driver whatever it answers, and proves that no device of its stays.
  static void unload_now(boundary::Module& module);

  const std::vector<boundary::Module*>& modules() const { return modules_; }

 private:
  std::string load_drivers();
  std::string read_service_files(const std::vector<std::string>& paths);
  boundary::Module* running(const std::string& service) const;
  void discard(boundary::Module& module);
  DriverOption known_driver(const std::string& service) const;
  std::string unused_service_files() const;
  inf::ServiceKey service_key(const DriverOption& driver, const boundary::Module& module);
  std::string load_image(const DriverOption& driver);
  std::string start_driver(const DriverOption& driver, boundary::Module& module,
                           NTSTATUS* entry_status = nullptr);
  void unload_drivers(RunFacts* facts);

  const Options& options_;
  const Place place_;
  const std::function<void(const std::string&)> say_;
  io::Volume volume_;
  fs::LocalFileSystem* file_system_ = nullptr;
  std::unique_ptr<fuse::Server> server_;
  std::vector<boundary::Module*> modules_;      // in the order they were loaded
  std::vector<inf::ServiceKey> services_;       // of all --inf and --reg files
  std::vector<flt::CallbackCounters> counted_;  // of filters that were unloaded
  std::mutex lock_;                             // counted_
  bool ports_ = false;
  bool mounted_ = false;
  bool built_ = false;
};

}  // namespace flthost::app
