// Calls in both directions: an export called by a driver, a driver's routine called by the host.
#include <flthost/boundary/state.h>

#include <flthost/mm/mm.h>

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <exception>

namespace flthost::boundary {
namespace {

const char* irql_name(KIRQL irql) {
  switch (irql) {
    case PASSIVE_LEVEL:
      return "PASSIVE_LEVEL";
    case APC_LEVEL:
      return "APC_LEVEL";
    case DISPATCH_LEVEL:
      return "DISPATCH_LEVEL";
    default:
      return "an IRQL above DISPATCH_LEVEL";
  }
}

[[noreturn]] void irql_violation(const ExportFrame& frame) {
  const ExportInfo& info = *frame.record->info;
  const KIRQL irql = ke::current_irql();
  uint64_t return_address;
  memcpy(&return_address, reinterpret_cast<const void*>(frame.rsp), 8);
  ke::Bugcheck bugcheck{DRIVER_VERIFIER_DETECTED_VIOLATION, {0xe5, irql, 0, 0}, {}};
  if (info.name.rfind("Zw", 0) == 0) {
    bugcheck.parameters[0] = 0xe6;
    bugcheck.parameters[1] = return_address;
    bugcheck.parameters[2] = irql;
  }
  if (irql > info.max_irql) {
    bugcheck.reason = info.name + " was called at " + irql_name(irql) + " from " +
                      describe_address(return_address) +
                      " but may be called at IRQL <= " + irql_name(info.max_irql) +
                      " only; call it from a routine that runs there, " +
                      "for example from a work item.";
  } else {
    bugcheck.reason = info.name + " was called at " + irql_name(irql) + " from " +
                      describe_address(return_address) +
                      " but needs IRQL >= " + irql_name(info.min_irql) + "; raise the IRQL first.";
  }
  ke::bugcheck(bugcheck);
}

[[noreturn]] void missing_import(const ExportFrame& frame) {
  uint64_t return_address;
  memcpy(&return_address, reinterpret_cast<const void*>(frame.rsp), 8);
  ke::bugcheck({KMODE_EXCEPTION_NOT_HANDLED,
                {static_cast<uint32_t>(STATUS_ENTRYPOINT_NOT_FOUND), return_address, 0, 0},
                frame.record->missing + " was called from " + describe_address(return_address) +
                    " but this host does not offer it; do without it or look it up with "
                    "MmGetSystemRoutineAddress."});
}

// A size or count of the driver's that no memory or container can hold, where nobody checked it.
[[noreturn]] void export_failed(const ExportFrame& frame, const char* what) {
  uint64_t return_address;
  memcpy(&return_address, reinterpret_cast<const void*>(frame.rsp), 8);
  ke::bugcheck({SYSTEM_SERVICE_EXCEPTION,
                {static_cast<uint32_t>(STATUS_NO_MEMORY), return_address, 0, 0},
                frame.record->info->name + ", called by " + describe_address(return_address) +
                    ", could not go on (" + what +
                    "): check the sizes and lengths that are passed to it."});
}

using Export4 = uint64_t(NTAPI*)(uint64_t, uint64_t, uint64_t, uint64_t);
using Export8 = uint64_t(NTAPI*)(uint64_t, uint64_t, uint64_t, uint64_t, uint64_t, uint64_t,
                                 uint64_t, uint64_t);
using Export20 = uint64_t(NTAPI*)(uint64_t, uint64_t, uint64_t, uint64_t, uint64_t, uint64_t,
                                  uint64_t, uint64_t, uint64_t, uint64_t, uint64_t, uint64_t,
                                  uint64_t, uint64_t, uint64_t, uint64_t, uint64_t, uint64_t,
                                  uint64_t, uint64_t);

// The exports are called through a type that is not theirs, with all registers and stack slots that
// a function with so many arguments can have; those it has not are the caller's own variables.
__attribute__((no_sanitize("function", "address", "thread"))) uint64_t
call_export(const ExportFrame& frame) {
  const ExportInfo& info = *frame.record->info;
  void* target = const_cast<void*>(info.address);
  const uint64_t* r = frame.arguments;
  if (info.arguments <= 4) {
    return reinterpret_cast<Export4>(target)(r[0], r[1], r[2], r[3]);
  }
  const auto* s = reinterpret_cast<const uint64_t*>(frame.rsp + 0x28);
  if (info.arguments <= 8) {
    const uint64_t room = (frame.state->stack.top - frame.rsp - 0x28) / 8;
    if (room >= 4) {
      return reinterpret_cast<Export8>(target)(r[0], r[1], r[2], r[3], s[0], s[1], s[2], s[3]);
    }
  }
  uint64_t a[kMaxExportArguments - 4] = {};
  const uint64_t room = (frame.state->stack.top - frame.rsp - 0x28) / 8;
  for (uint64_t i = 0; i < room && i + 4 < info.arguments; ++i) a[i] = s[i];
  return reinterpret_cast<Export20>(target)(r[0], r[1], r[2], r[3], a[0], a[1], a[2], a[3], a[4],
                                            a[5], a[6], a[7], a[8], a[9], a[10], a[11], a[12],
                                            a[13], a[14], a[15]);
}

// How a call to an export or a trap ends.
struct Ending {
  enum Kind { Return, Resume, Abandon } kind = Return;
  uint64_t value = 0;
};

// What an unwind throws carries the context of the frame that takes the exception. Frames of this
// run of driver code are entered directly; for older ones the run is left first.
Ending ending_of(State& state, const ResumeAt& resume, CONTEXT& context) {
  context = resume.context;
  return {context.Rsp < state.segment_top ? Ending::Resume : Ending::Abandon, 0};
}

Ending raise_in_driver(State& state, EXCEPTION_RECORD& record, CONTEXT& context) {
  try {
    dispatch_exception(state, record, context);
    return {Ending::Resume, 0};
  } catch (const ResumeAt& resume) {
    return ending_of(state, resume, context);
  }
}

// Outlives the frames that are left when driver code goes on with it.
thread_local CONTEXT pending;

ExportCall call_of(const ExportFrame& frame) {
  uint64_t return_address;
  memcpy(&return_address, reinterpret_cast<const void*>(frame.rsp), 8);
  return {frame.record->info->name.c_str(), frame.record->module, return_address, &frame};
}

uint64_t call_hooked(const ExportFrame& frame) {
  const ExportInfo& info = *frame.record->info;
  uint64_t result = 0;
  if (info.before != nullptr && info.before(call_of(frame), &result)) return result;
  result = call_export(frame);
  if (info.after != nullptr) info.after(call_of(frame), result);
  return result;
}

Ending run_export(ExportFrame& frame) {
  State& state = *frame.state;
  const ExportInfo& info = *frame.record->info;
  const bool hooked = info.before != nullptr || info.after != nullptr;
  EXCEPTION_RECORD record;
  try {
    return {Ending::Return, hooked ? call_hooked(frame) : call_export(frame)};
  } catch (const Raise& raise) {
    record = raise.record;
  } catch (const ResumeAt& resume) {
    return ending_of(state, resume, pending);
  } catch (const std::exception& failure) {
    export_failed(frame, failure.what());
  }
  context_of_frame(frame, pending);
  record.ExceptionAddress = reinterpret_cast<PVOID>(pending.Rip);
  CONTEXT context = pending;  // handlers may use `pending` meanwhile
  const Ending ending = raise_in_driver(state, record, context);
  pending = context;
  return ending;
}

Ending run_trap(State& state) {
  CONTEXT context;
  if (state.trap.kind == TrapKind::PureFault) {
    context_of_frame(*state.frame, context);
    state.frame = state.frame->previous;
  } else {
    context = state.trap.context;
    state.driver_rsp = context.Rsp;
  }
  EXCEPTION_RECORD record{};
  Ending ending{Ending::Resume, 0};
  if (exception_of_trap(state, record, context)) ending = raise_in_driver(state, record, context);
  pending = context;
  return ending;
}

}  // namespace

uint64_t driver_call(const void* routine, const uint64_t* arguments, int count) {
  State& state = current_state();
  check_callable(routine);
  return call_on_kernel_stack(state, routine, arguments, count);
}

uint64_t call_on_kernel_stack(State& state, const void* routine, const uint64_t* arguments,
                              int count) {
  if (count > kMaxArguments) {
    fprintf(stderr, "flthost: a driver's routine with %d arguments cannot be called\n", count);
    abort();
  }
  if (state.driver_rsp < state.stack.limit + kCallReserve) stack_overflow(state, nullptr);
  uint64_t packed[kMaxArguments] = {};
  for (int i = 0; i < count; ++i) packed[i] = arguments[i];
  const uint64_t driver_rsp = state.driver_rsp;
  const uint64_t segment_top = state.segment_top;
  ExportFrame* const frame = state.frame;
  const Segment segment{frame, state.segment, routine};
  state.segment = &segment;
  state.segment_top = driver_rsp;
  state.frame = nullptr;
  refresh_processor_block(state);
  const uint64_t result = boundary_call(&state, routine, packed);
  state.driver_rsp = driver_rsp;
  state.segment_top = segment_top;
  state.segment = segment.previous;
  state.frame = frame;
  state.last_routine = routine;
  if (state.abandoned) {
    state.abandoned = false;
    throw ResumeAt{pending};
  }
  return result;
}

void stack_overflow(State& state, const CONTEXT* context) {
  state.report_context = context;
  const std::string where =
      context != nullptr ? " in " + describe_address(context->Rip) : " at a call into the driver";
  ke::bugcheck({UNEXPECTED_KERNEL_MODE_TRAP,
                {8, context != nullptr ? context->Rip : 0,
                 context != nullptr ? context->Rsp : state.driver_rsp, state.stack.limit},
                "The kernel stack of 24 KiB overflowed" + where +
                    "; put large locals into pool and bound recursion."});
}

const Module* calling_module() {
  const State* state = current_state_or_null();
  return state != nullptr && state->frame != nullptr ? state->frame->record->module : nullptr;
}

uint64_t calling_address() {
  const State* state = current_state_or_null();
  if (state == nullptr || state->frame == nullptr) return 0;
  uint64_t return_address;
  memcpy(&return_address, reinterpret_cast<const void*>(state->frame->rsp), 8);
  return return_address;
}

uint64_t ExportCall::argument(int n) const {
  const auto& registers = *static_cast<const ExportFrame*>(frame);
  if (n < 4) return registers.arguments[n];
  return reinterpret_cast<const uint64_t*>(registers.rsp + 0x28)[n - 4];
}

void check_callable(const void* routine) {
  if (ke::current_irql() < DISPATCH_LEVEL) return;
  const auto address = reinterpret_cast<uint64_t>(routine);
  if (!is_paged_out_at_dispatch(address)) return;
  const Section* section = section_at(address);
  // The innermost role that says so is the caller's.
  const char* why = "";
  for (const ke::HostRole* role = ke::current_thread().role; role != nullptr && *why == 0;
       role = role->previous()) {
    if (role->why() != nullptr) why = role->why();
  }
  ke::bugcheck({DRIVER_IRQL_NOT_LESS_OR_EQUAL,
                {address, ke::current_irql(), 8, address},
                describe_address(address) + " lies in the pageable section " + section->name +
                    ", but runs at DISPATCH_LEVEL" + (*why != 0 ? ", because it is " : "") + why +
                    "; put it into a nonpageable section: take it out of "
                    "#pragma alloc_text(PAGE, ...), or end the code_seg(\"PAGE\") before it."});
}

}  // namespace flthost::boundary

using namespace flthost::boundary;

// Called by boundary_thunk_entry on the host's stack. Not instrumented: when an exception is taken,
// it leaves by boundary_resume instead of returning.
extern "C" BOUNDARY_NO_SANITIZE uint64_t boundary_export_call(ExportFrame* frame) {
  State& state = *frame->state;
  frame->previous = state.frame;
  frame->saved_driver_rsp = state.driver_rsp;
  state.frame = frame;
  state.driver_rsp = frame->rsp;
  const ExportInfo* info = frame->record->info;
  if (info == nullptr) missing_import(*frame);
  const KIRQL irql = state.thread->irql;
  if (irql > info->max_irql || irql < info->min_irql) irql_violation(*frame);
  const Ending ending = run_export(*frame);
  state.frame = frame->previous;
  state.driver_rsp = frame->saved_driver_rsp;
  refresh_processor_block(state);
  flthost::ke::freeze_point();
  if (ending.kind == Ending::Return) return ending.value;
  if (ending.kind == Ending::Resume) boundary_resume(&pending);
  state.abandoned = true;
  boundary_abandon(&state);
}

// Called by boundary_trap_entry on the host's stack, with what the signal handler left in
// state.trap.
extern "C" BOUNDARY_NO_SANITIZE void boundary_trap(State* state) {
  const ExportFrame* frame = state->frame;
  const bool pure = state->trap.kind == TrapKind::PureFault;
  const uint64_t driver_rsp = pure ? frame->saved_driver_rsp : state->driver_rsp;
  const Ending ending = run_trap(*state);
  state->driver_rsp = driver_rsp;
  refresh_processor_block(*state);
  if (ending.kind == Ending::Resume) boundary_resume(&pending);
  state->abandoned = true;
  boundary_abandon(state);
}
