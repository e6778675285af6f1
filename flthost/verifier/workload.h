// The built-in workload: what a system may send a minifilter, in every combination that it can see.
// No mount, no other process: requests are built here and sent down the filter stack.
#pragma once

#include <flthost/verifier/probe_fs.h>

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace flthost::verifier {

class Workload {
 public:
  // The volume is mounted until the object goes: filters attach when they start.
  explicit Workload(uint32_t seed);
  ~Workload();
  Workload(const Workload&) = delete;
  Workload& operator=(const Workload&) = delete;

  // Operations x paths x IRQL x ways to end. PASSIVE_LEVEL.
  void operations();
  // A few of them, for where it is not the operations that matter.
  void brief();
  // Requests under way, then `change` (a detach, an unload), then they end.
  void interrupted(void (*change)(void* context), void* context);

  // What was sent, by path ("read: paging, asynchronous, DISPATCH_LEVEL").
  std::map<std::string, uint64_t> sent() const;
  io::Volume& volume() { return volume_; }
  // Where its process's buffer lies: pageable, and of no other process.
  void* user_buffer() const;
  static constexpr size_t kUserBytes = 8192;

 private:
  struct Impl;
  io::Volume volume_;
  ProbeFs fs_;
  Impl* impl_;
};

}  // namespace flthost::verifier
