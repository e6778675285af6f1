// What the parts of the boundary share: per-thread state, thunk records, the registry of exports
// and modules. Internal; other components include boundary.h.
#pragma once

#include <flthost/boundary/boundary.h>
#include <flthost/boundary/hooks.h>
#include <flthost/boundary/layout.h>
#include <flthost/ke/ke.h>

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

// For functions that switch stacks or leave by boundary_resume: no sanitizer may count their
// frames.
#define BOUNDARY_NO_SANITIZE __attribute__((disable_sanitizer_instrumentation, noinline))

namespace flthost::boundary {

struct ModuleRecord;

inline constexpr uint32_t kKernelStackSize = 24 * 1024;
inline constexpr uint32_t kGuardSize = 16 * 1024;
inline constexpr uint64_t kStackFill = 0xfeedfacecafef00d;
inline constexpr int kMaxArguments = 12;        // of a driver's routine
inline constexpr int kMaxExportArguments = 20;  // of an export
// A driver's routine needs at least this much stack to be called at all.
inline constexpr uint32_t kCallReserve = 512;

// A function or datum that drivers import.
struct ExportInfo {
  std::string name;
  const void* address = nullptr;
  bool data = false;
  bool leaf = false;  // runs on the driver's stack, bound without a thunk
  bool pure = false;  // owns nothing and holds no lock: a fault inside is its caller's
  KIRQL min_irql = 0;
  KIRQL max_irql = 31;
  uint8_t arguments = kMaxExportArguments;
  BeforeExport before = nullptr;
  AfterExport after = nullptr;
};

// What one stub of one driver's import carries.
struct ThunkRecord {
  const ExportInfo* info;  // null for an import that is missing (lazy_imports)
  ModuleRecord* module;
  std::string missing;
};

// The driver's registers at a call to an export; written by boundary_thunk_entry.
struct ExportFrame {
  alignas(16) uint64_t xmm6_15[20];
  uint64_t rbx, rbp, rsi, rdi, r12, r13, r14, r15;
  uint64_t rsp;  // at the return address
  const ThunkRecord* record;
  struct State* state;
  uint64_t arguments[4];
  ExportFrame* previous;
  uint64_t saved_driver_rsp;
};

enum class TrapKind : uint8_t { None, Fault, PureFault, HostFault };
struct Trap {
  TrapKind kind = TrapKind::None;
  int signal = 0;
  int code = 0;
  uint64_t address = 0;      // si_addr
  uint64_t error_code = 0;   // of the processor
  uint64_t trap_number = 0;  // of the processor
  CONTEXT context;
};

// An exception being dispatched, so that an unwind knows where to begin.
struct Dispatch {
  const CONTEXT* start;
  Dispatch* previous;
};

// One run of driver frames, from a call by the host to its return.
struct Segment {
  const ExportFrame* caller;  // the export that called the driver back, or null for the host itself
  const Segment* previous;
  const void* routine;  // the driver's, that the host called
};

// The thread's kernel stack with the block that GS points to.
struct KernelStack {
  uint8_t* memory;  // guard, stack, KPCR page, KUSER_SHARED_DATA page
  uint64_t limit;   // lowest usable byte
  uint64_t top;
  uint8_t* gs_base;
  uint8_t* shared_data;
};

struct State {
  uint64_t host_rsp = 0;     // where host code goes on when the driver calls or traps
  uint64_t driver_rsp = 0;   // below this the next driver routine may run
  uint64_t segment_top = 0;  // of the innermost run of driver frames
  ExportFrame* frame = nullptr;
  const Segment* segment = nullptr;
  Dispatch* dispatch = nullptr;
  ke::Thread* thread = nullptr;
  KernelStack stack{};
  uint8_t* signal_stack = nullptr;
  const CONTEXT* report_context = nullptr;  // of the trap a bugcheck is about
  const void* last_routine = nullptr;       // of a driver, that returned to the host last
  bool abandoned = false;                   // boundary_call was left by boundary_abandon
  // Single step over an instruction that reads KUSER_SHARED_DATA.
  int step_register = -1;
  uint64_t step_delta = 0;
  bool step_written = false;
  Trap trap;
};

static_assert(offsetof(State, host_rsp) == STATE_HOST_RSP);
static_assert(offsetof(State, driver_rsp) == STATE_DRIVER_RSP);
static_assert(offsetof(ExportFrame, rbx) == FRAME_RBX);
static_assert(offsetof(ExportFrame, rsp) == FRAME_RSP);
static_assert(offsetof(ExportFrame, record) == FRAME_RECORD);
static_assert(offsetof(ExportFrame, state) == FRAME_STATE);
static_assert(offsetof(ExportFrame, arguments) == FRAME_RCX);
static_assert(sizeof(ExportFrame) == FRAME_SIZE);
static_assert(offsetof(CONTEXT, Rax) == CONTEXT_RAX && offsetof(CONTEXT, Rip) == CONTEXT_RIP);
static_assert(offsetof(CONTEXT, FltSave) == CONTEXT_FXSAVE);
static_assert(sizeof(CONTEXT) == 1232);

// A module with what only the boundary needs. Modules are never freed: an address of an unloaded
// driver can still be named.
struct ModuleRecord : Module {
  bool unloaded = false;
  bool init_discarded = false;
  uint32_t exception_rva = 0;
  uint32_t exception_count = 0;
  std::vector<std::unique_ptr<ThunkRecord>> thunks;
  std::unique_ptr<std::atomic<int>[]> section_locks;  // parallel to sections
  std::atomic<bool> all_pageable{false};              // MmPageEntireDriver
};

// state.cpp
State& current_state();          // attaches the thread on first use
State* current_state_or_null();  // async-signal-safe
void refresh_processor_block(State& state);
void get_stack_limits(uint64_t* low, uint64_t* high);
void call_on_new_stack(const void* routine, uint64_t argument);
void for_each_stack(void (*visit)(const KernelStack&, void*), void* context);

// export_table.cpp
const ExportInfo* find_export(std::string_view name);
void add_export(const ExportInfo& info);

// loader.cpp
void for_each_module(void (*visit)(const ModuleRecord& module, void* context), void* context);
ModuleRecord* module_record_at(uint64_t address);
const void* bind_export(ModuleRecord& module, const ExportInfo& info);

// thunks.cpp: a stub for each record, in one new block of executable memory; addresses in order.
std::vector<const void*> make_stubs(const std::vector<const ThunkRecord*>& records);

// paging.cpp
bool is_paged_out_at_dispatch(uint64_t address);
bool is_pageable(const ModuleRecord& module, const Section& section);
void install_paging();

// trim.cpp: true when a thread that may take page faults met a page that is away for DISPATCH_LEVEL
// only, after it has come back. Async-signal-safe.
bool wait_for_page(uint64_t address);

// calls.cpp
uint64_t call_on_kernel_stack(State& state, const void* routine, const uint64_t* arguments,
                              int count);
uint64_t driver_call(const void* routine, const uint64_t* arguments, int count);
[[noreturn]] void stack_overflow(State& state, const CONTEXT* context);
std::string describe_address(uint64_t address);  // "driver!.text+0x123" or hex

// seh.cpp: C++ exceptions that carry an NT exception over host frames, never over driver frames.
struct Raise {
  EXCEPTION_RECORD record;
};
struct ResumeAt {  // driver code goes on here, all frames below its stack pointer are gone
  CONTEXT context;
};
void context_of_frame(const ExportFrame& frame, CONTEXT& context);
// Searches the driver's frames for a handler; returns when one wants to continue at the fault,
// throws ResumeAt when one takes it, and is a bugcheck when none does.
void dispatch_exception(State& state, EXCEPTION_RECORD& record, CONTEXT& context);

// unwind.cpp
PRUNTIME_FUNCTION lookup_function(uint64_t pc, uint64_t* image_base);
// One frame up; false when the stack pointer has left the kernel stack. `handler` gets the
// language handler of the kind asked for (UNW_FLAG_*), or null.
struct UnwoundFrame {
  PEXCEPTION_ROUTINE handler = nullptr;
  void* handler_data = nullptr;
  uint64_t establisher = 0;
  uint64_t image_base = 0;
  PRUNTIME_FUNCTION function = nullptr;
};
bool unwind_frame(const KernelStack& stack, uint32_t handler_kind, CONTEXT& context,
                  UnwoundFrame& frame);
inline constexpr uint32_t kExceptionHandler = 1;
inline constexpr uint32_t kUnwindHandler = 2;

// traps.cpp
void install_signal_handlers();
// What a trap in driver code means: false when it was emulated (context says where to go on), true
// when it is an exception; a bugcheck when NT has no exception for it.
bool exception_of_trap(State& state, EXCEPTION_RECORD& record, CONTEXT& context);

// A trap in host code, in state.trap: a bugcheck that names the export and its caller.
[[noreturn]] void host_fault(State& state);

// emulate.cpp
// Both run in the signal handler and change registers (REG_* of ucontext) in place.
// mov reg, cr8.
bool emulate_cr8_read(State& state, long long* registers);
// A read of KUSER_SHARED_DATA at `address`; may need a single step, which finish_single_step()
// ends.
bool emulate_shared_data_read(State& state, long long* registers, uint64_t address);
bool finish_single_step(State& state, long long* registers);
inline constexpr uint64_t kSharedDataAddress = 0xfffff78000000000;
// mov cr8, reg: sets the IRQL and steps over it. False when it is another instruction.
bool emulate_cr8_write(CONTEXT& context);
// Does the instruction access memory (so that a general protection fault is an access violation)?
bool accesses_memory(uint64_t rip);

}  // namespace flthost::boundary

extern "C" {
uint64_t boundary_call(flthost::boundary::State* state, const void* routine,
                       const uint64_t* arguments);
extern const char boundary_call_return[];
[[noreturn]] void boundary_abandon(flthost::boundary::State* state);
void boundary_thunk_entry();
void boundary_trap_entry();
[[noreturn]] void boundary_resume(const CONTEXT* context);
[[noreturn]] void boundary_enter_trap(flthost::boundary::State* state,
                                      const flthost::boundary::ExportFrame* frame);
extern const char boundary_leaf_begin[];
extern const char boundary_leaf_end[];
void boundary_memmove();
void boundary_memset();
void boundary_memcmp();
void boundary_RtlCompareMemory();
void boundary_chkstk();
void boundary_RtlCaptureContext();
uint64_t boundary_export_call(flthost::boundary::ExportFrame* frame);
[[noreturn]] void boundary_trap(flthost::boundary::State* state);
}
