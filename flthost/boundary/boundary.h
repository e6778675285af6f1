// Between host and driver: the image loader, one thunk per import, stack and GS switch, traps,
// structured exceptions.
//
// Driver code runs natively on a kernel-sized stack (24 KiB, guard page); host code on the OS
// thread's own stack. Calls nest: host -> driver -> host -> driver, last in first out.
#pragma once

#include <flthost/ke/ke.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace flthost::boundary {

struct Section {
  std::string name;
  uint64_t address;  // mapped
  uint32_t size;
  uint32_t characteristics;
  bool pageable;  // name starts with PAGE
  bool init;      // discarded after DriverEntry
};

// A loaded driver image.
struct Module {
  std::string name;      // file name, "sluice.sys"
  std::string path;      // where it was read from
  std::string service;   // the key below Services that DriverEntry gets; the name without ".sys"
  std::string altitude;  // of its default instance, when the app knows it
  std::string sha256;    // hex
  std::string pdb_path;  // from its debug directory
  uint64_t base = 0;     // mapped
  uint64_t preferred_base = 0;
  uint32_t size = 0;
  uint64_t entry = 0;
  std::vector<Section> sections;
  std::vector<std::string> warnings;
  PDRIVER_OBJECT driver_object = nullptr;
};

struct LoadResult {
  Module* module = nullptr;
  std::string error;  // one message naming file, place and mend; empty on success
};

// Everything drivers can import; name -> address. Called once per component before the first load.
// Faults in an export that is not marked pure crash the host: it must not touch a driver's
// untrusted pointer but by mm::guarded_copy.
void add_exports(const ke::ExportTable& table);

// Installs signal handlers, the driver call, and thunk memory. Once.
void initialize();

struct LoadOptions {
  bool lazy_imports = false;  // missing imports bugcheck when called, instead of refusing the image
};
// Reads, checks, maps, relocates and binds the image; does not run it. All missing imports are
// named at once. A hostile or truncated file gives an error, never a crash.
LoadResult load_image(const std::string& path, const LoadOptions& options = {});
// Runs the entry point with a driver object and a registry path (\Registry\Machine\System\
// CurrentControlSet\Services\NAME), then discards INIT. PASSIVE_LEVEL.
NTSTATUS call_driver_entry(Module& module);
// Calls DriverUnload if set, else does nothing; then unmaps. PASSIVE_LEVEL.
void unload_image(Module& module);

// The module and section that hold this address, or null.
const Module* module_at(uint64_t address);
const Section* section_at(uint64_t address);
// The driver whose code called the export that runs now on this thread, or null.
const Module* calling_module();

// Bugcheck 0xD1 unless `routine` may run at the current IRQL (its section is not pageable at
// DISPATCH_LEVEL). Called for every callback and every routine passed to a call.
void check_callable(const void* routine);

// Driver routines that have not returned at this moment, innermost of each thread. Threads are
// interrupted to say so: only before the process ends. Not on a thread inside driver code.
struct DriverActivity {
  int thread;           // of the operating system
  std::string routine;  // "DriverEntry of a.sys", "a.sys!.text+0x40"
  std::string where;    // "a.sys!.text+0x52", "KeWaitForSingleObject, called at a.sys!.text+0x52"
};
std::vector<DriverActivity> driver_activity();

// Where this driver can call an export of that name directly (a thunk); null when there is none.
const void* export_address(Module& module, std::string_view name);

// The thread object that gs:[188h] shows for threads without one of their own (System's).
void install_system_thread(PETHREAD thread);

// Raises an exception of the driver's (ExRaiseStatus): unwinds driver frames to a handler.
[[noreturn]] void raise_status(NTSTATUS status);

// Peak use of kernel stacks so far, in bytes.
uint32_t kernel_stack_peak();

ke::ExportTable
exports();  // __C_specific_handler, ExRaiseStatus, RtlUnwind..., MmGetSystemRoutineAddress

}  // namespace flthost::boundary
