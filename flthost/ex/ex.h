// Executive support: pools with tags, lookaside lists, resources, fast mutexes, push locks, rundown
// protection, work items.
#pragma once

#include <flthost/ke/ke.h>

#include <map>
#include <string>

namespace flthost::ex {

// Pool of the host itself (objects that drivers see must lie here, never in the C++ heap).
// 16-byte aligned, poisoned when freed. Never null: out of memory is fatal for the host.
void* allocate(size_t bytes, uint32_t tag);  // content undefined
void* allocate_zeroed(size_t bytes, uint32_t tag);
void free(void* address);

// Queues routine(context) to a system worker thread. Any IRQL <= DISPATCH_LEVEL.
void queue_work(void (*routine)(void*), void* context);

struct TagUsage {
  uint64_t allocations = 0, frees = 0, bytes = 0, peak_bytes = 0;
};
// Of drivers' allocations only, by tag (four characters).
std::map<std::string, TagUsage> pool_usage();
// Drivers' allocations not freed: count, and one line each (tag, bytes, address).
uint64_t pool_leaks(std::string* lines);
// Joins the workers; nothing may be queued after.
void stop();

// Who allocates: boundary installs what identifies the calling driver (0: nobody known).
void install_caller_identity(uint16_t (*identity)());
// Where drivers can call an export of this name directly (a thunk); lookaside lists hand such
// addresses to code that is inlined into drivers. Without it: the host's routine itself.
void install_routine_address(const void* (*address_of)(const char* export_name));

// Live ERESOURCEs and lookaside lists of drivers, for the proof at the end.
uint64_t resource_leaks();
uint64_t lookaside_leaks();

ke::ExportTable exports();

}  // namespace flthost::ex
