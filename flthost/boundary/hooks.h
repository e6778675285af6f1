// What a verifier may put around calls out of drivers, and what it may take away from them at
// DISPATCH_LEVEL. Install before the first driver is loaded; nothing of it costs anything when not
// installed.
#pragma once

#include <flthost/boundary/boundary.h>

#include <cstdint>
#include <string_view>

namespace flthost::boundary {

// A call of an export by a driver.
struct ExportCall {
  const char* name;
  const Module* module;
  uint64_t return_address;  // in the driver: the call site
  // The n-th argument, from 0, as the 64 bits that the driver passed.
  uint64_t argument(int n) const;
  const void* frame;  // the boundary's own
};
// Before the call, on the host's stack, after the IRQL was checked: true when the export is not to
// be called and *result is what the driver gets.
using BeforeExport = bool (*)(const ExportCall& call, uint64_t* result);
// After it returned. Not called when it raised an exception.
using AfterExport = void (*)(const ExportCall& call, uint64_t result);
// False: no such export, or one that is bound without a thunk.
bool hook_export(std::string_view name, BeforeExport before, AfterExport after);

// Where the driver called the export that runs now on this thread, or 0.
uint64_t calling_address();

// Forced IRQL checking: while any processor is at DISPATCH_LEVEL or above, pageable sections of
// images and what `protect` adds are inaccessible. Threads below DISPATCH_LEVEL that touch them
// wait, as for a page fault; a thread at or above it is a bugcheck 0xD1.
struct TrimOptions {
  void (*protect)(bool accessible) = nullptr;        // paged pool, user memory
  bool (*is_protected)(uint64_t address) = nullptr;  // async-signal-safe
};
void force_irql_checking(const TrimOptions& options);
// For reports and the end of the process: everything is accessible from now on.
void stop_irql_checking();

// What a fault of a driver on this address of the system's means to the pool: a bugcheck of its
// own, or return. Installed by ex.
void install_pool_fault(void (*judge)(uint64_t address, uint64_t operation, uint64_t pc));

}  // namespace flthost::boundary
