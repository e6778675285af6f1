// What the verifier puts around the calls of a driver: rules about arguments, who holds what, and
// allocations that fail.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

namespace flthost::verifier {

// Before the first driver is loaded.
void install_watch();

// While it is set, the thread works on paging I/O of the workload.
void set_paging_path(bool paging);

// ------------------------------------------------------------------ allocations that fail
struct InjectionPlan {
  bool on = false;
  bool each_site_once = false;  // otherwise only `only`
  uint64_t only = 0;            // offset of a call site in its image
  std::set<uint64_t> skip;      // call sites that have been seen to fail
};
void set_injection(const InjectionPlan& plan);
struct AllocationSite {
  uint64_t offset = 0;   // in its image
  uint64_t address = 0;  // the same, mapped
  std::string function;  // the export
  bool failed = false;   // was made to
};
// Call sites of allocations reached so far, in the order they were reached first.
std::vector<AllocationSite> allocation_sites();

// ------------------------------------------------------------------ references
struct HeldObject {
  std::string what;  // "context", "name information" ...
  uint64_t site = 0;
  std::string function;  // the export that gave the reference
};
std::vector<HeldObject> held_objects();

// Names of the communication ports that were created.
std::vector<std::u16string> created_ports();

// The last call of this thread that failed, and whether it was made to; empty when none did.
struct FailedCall {
  std::string function;
  uint32_t status = 0;  // 0 for a null pointer
  uint64_t site = 0;
  bool injected = false;
};
FailedCall last_failure();

}  // namespace flthost::verifier
