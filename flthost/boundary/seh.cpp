// Structured exceptions: the search for a handler, unwinding to it, and what drivers import for
// both.
//
// Host frames between two runs of driver frames end the search: an exception that no handler of the
// run takes is a bugcheck, as if the host's routines had none either (on NT most have none).
#include <flthost/boundary/seh.h>
#include <flthost/boundary/state.h>

#include <cstdio>
#include <cstring>

namespace flthost::boundary {
namespace {

constexpr ULONG kNoncontinuable = EXCEPTION_NONCONTINUABLE;
constexpr ULONG kUnwinding = EXCEPTION_UNWINDING;
constexpr ULONG kExitUnwind = 4;
constexpr ULONG kTargetUnwind = EXCEPTION_TARGET_UNWIND;

// Scope records of __C_specific_handler behind the handler's RVA.
struct Scope {
  uint32_t begin, end, handler, jump_target;
};
struct ScopeTable {
  uint32_t count;
  Scope scopes[1];
};
constexpr uint32_t kExecuteHandler = 1;  // the filter is the constant EXCEPTION_EXECUTE_HANDLER

using Filter = LONG(NTAPI*)(PEXCEPTION_POINTERS, PVOID);
using Termination = VOID(NTAPI*)(BOOLEAN, PVOID);

template <typename... A>
uint64_t call_handler(State& state, uint64_t routine, A... arguments) {
  const uint64_t packed[] = {ke::as_argument(arguments)...};
  return call_on_kernel_stack(state, reinterpret_cast<const void*>(routine), packed,
                              static_cast<int>(sizeof...(A)));
}

std::string describe_exception(const EXCEPTION_RECORD& record) {
  char text[160];
  const auto code = static_cast<uint32_t>(record.ExceptionCode);
  if (record.ExceptionCode == STATUS_ACCESS_VIOLATION && record.NumberParameters == 2) {
    const char* verb = record.ExceptionInformation[0] == 1   ? "writing"
                       : record.ExceptionInformation[0] == 8 ? "executing"
                                                             : "reading";
    snprintf(text, sizeof text, "access violation (0x%08x) %s 0x%llx", code, verb,
             record.ExceptionInformation[1]);
  } else {
    snprintf(text, sizeof text, "exception 0x%08x", code);
  }
  return text;
}

[[noreturn]] void unhandled(State& state, const EXCEPTION_RECORD& record, const CONTEXT& context) {
  state.report_context = &context;
  const auto code = static_cast<uint64_t>(static_cast<uint32_t>(record.ExceptionCode));
  const auto address = reinterpret_cast<uint64_t>(record.ExceptionAddress);
  const auto record_address = reinterpret_cast<uint64_t>(&record);
  const auto context_address = reinterpret_cast<uint64_t>(&context);
  ke::Bugcheck bugcheck{SYSTEM_SERVICE_EXCEPTION, {code, address, context_address, 0}, {}};
  if (ke::current_irql() >= DISPATCH_LEVEL) {
    bugcheck = {KMODE_EXCEPTION_NOT_HANDLED,
                {code, address, record.ExceptionInformation[0], record.ExceptionInformation[1]},
                {}};
  } else if (state.thread->object == nullptr) {
    bugcheck = {
        SYSTEM_THREAD_EXCEPTION_NOT_HANDLED, {code, address, record_address, context_address}, {}};
  }
  bugcheck.reason = "An " + describe_exception(record) + " in " + describe_address(address) +
                    " was taken by no __except of the driver; " +
                    (record.ExceptionCode == STATUS_BREAKPOINT
                         ? "a breakpoint needs a debugger, remove it."
                         : "correct the cause, or guard the access with __try where it is to user "
                           "memory.");
  ke::bugcheck(bugcheck);
}

bool at_end_of_run(const CONTEXT& context) {
  return context.Rip == reinterpret_cast<uint64_t>(boundary_call_return);
}

class DispatchScope {
 public:
  DispatchScope(State& state, const CONTEXT* start)
      : state_(state), dispatch_{start, state.dispatch} {
    state.dispatch = &dispatch_;
  }
  ~DispatchScope() { state_.dispatch = dispatch_.previous; }
  DispatchScope(const DispatchScope&) = delete;
  DispatchScope& operator=(const DispatchScope&) = delete;

 private:
  State& state_;
  Dispatch dispatch_;
};

DISPATCHER_CONTEXT dispatcher_context(const UnwoundFrame& frame, uint64_t pc, CONTEXT* context,
                                      uint64_t target) {
  DISPATCHER_CONTEXT out{};
  out.ControlPc = pc;
  out.ImageBase = frame.image_base;
  out.FunctionEntry = frame.function;
  out.EstablisherFrame = frame.establisher;
  out.TargetIp = target;
  out.ContextRecord = context;
  out.LanguageHandler = frame.handler;
  out.HandlerData = frame.handler_data;
  return out;
}

[[noreturn]] void bad_target(State& state, uint64_t target) {
  char text[160];
  snprintf(text, sizeof text,
           "An unwind to frame 0x%llx met no such frame below it; give RtlUnwind the establisher "
           "frame of a caller.",
           static_cast<unsigned long long>(target));
  (void)state;
  ke::bugcheck({KMODE_EXCEPTION_NOT_HANDLED,
                {static_cast<uint32_t>(STATUS_INVALID_UNWIND_TARGET), target, 0, 0},
                text});
}

}  // namespace

void context_of_frame(const ExportFrame& frame, CONTEXT& context) {
  context = {};
  context.ContextFlags = CONTEXT_FULL;
  asm volatile("fxsave64 %0" : "=m"(context.FltSave));
  context.MxCsr = context.FltSave.MxCsr;
  memcpy(&context.FltSave.XmmRegisters[6], frame.xmm6_15, sizeof frame.xmm6_15);
  context.Rbx = frame.rbx;
  context.Rbp = frame.rbp;
  context.Rsi = frame.rsi;
  context.Rdi = frame.rdi;
  context.R12 = frame.r12;
  context.R13 = frame.r13;
  context.R14 = frame.r14;
  context.R15 = frame.r15;
  context.Rsp = frame.rsp + 8;
  memcpy(&context.Rip, reinterpret_cast<const void*>(frame.rsp), 8);
  context.EFlags = 0x202;
}

void dispatch_exception(State& state, EXCEPTION_RECORD& record, CONTEXT& context) {
  const DispatchScope scope(state, &context);
  CONTEXT walk = context;
  state.report_context = nullptr;
  while (!at_end_of_run(walk)) {
    const uint64_t pc = walk.Rip;
    UnwoundFrame frame;
    if (!unwind_frame(state.stack, kExceptionHandler, walk, frame)) break;
    if (frame.handler == nullptr) continue;
    DISPATCHER_CONTEXT dispatcher = dispatcher_context(frame, pc, &walk, 0);
    const auto disposition = static_cast<EXCEPTION_DISPOSITION>(
        call_handler(state, reinterpret_cast<uint64_t>(frame.handler), &record, frame.establisher,
                     &context, &dispatcher));
    if (disposition == ExceptionContinueExecution) {
      if ((record.ExceptionFlags & kNoncontinuable) == 0) return;
      record.ExceptionCode = STATUS_NONCONTINUABLE_EXCEPTION;
      break;
    }
  }
  unhandled(state, record, context);
}

void unwind_to(uint64_t target_frame, uint64_t target_ip, EXCEPTION_RECORD* record,
               uint64_t value) {
  State& state = current_state();
  EXCEPTION_RECORD own_record{};
  if (record == nullptr) {
    own_record.ExceptionCode = STATUS_UNWIND;
    record = &own_record;
  }
  // A frame of this run is reached from the call to the export; an older one from the exception
  // whose handler runs now.
  CONTEXT walk;
  if (target_frame < state.segment_top && state.frame != nullptr) {
    context_of_frame(*state.frame, walk);
  } else if (state.dispatch != nullptr) {
    walk = *state.dispatch->start;
  } else {
    bad_target(state, target_frame);
  }
  record->ExceptionFlags |= kUnwinding | (target_frame == 0 ? kExitUnwind : 0);
  while (!at_end_of_run(walk)) {
    CONTEXT current = walk;
    UnwoundFrame frame;
    if (!unwind_frame(state.stack, kUnwindHandler, walk, frame)) break;
    const bool is_target = frame.function != nullptr && frame.establisher == target_frame;
    if (is_target) record->ExceptionFlags |= kTargetUnwind;
    if (frame.handler != nullptr) {
      DISPATCHER_CONTEXT dispatcher = dispatcher_context(frame, current.Rip, &current, target_ip);
      call_handler(state, reinterpret_cast<uint64_t>(frame.handler), record, frame.establisher,
                   &current, &dispatcher);
    }
    if (is_target) {
      record->ExceptionFlags &= ~kTargetUnwind;
      current.Rax = value;
      current.Rip = target_ip;
      throw ResumeAt{current};
    }
    if (frame.establisher > target_frame && target_frame != 0) break;
  }
  bad_target(state, target_frame);
}

namespace {

bool covers(const Scope& scope, uint64_t pc) {
  return pc >= scope.begin && pc < scope.end;
}

EXCEPTION_DISPOSITION search_scopes(State& state, PEXCEPTION_RECORD record, PVOID frame,
                                    PCONTEXT context, PDISPATCHER_CONTEXT dispatcher) {
  const auto* table = static_cast<const ScopeTable*>(dispatcher->HandlerData);
  const uint64_t pc = dispatcher->ControlPc - dispatcher->ImageBase;
  for (uint32_t i = dispatcher->ScopeIndex; i < table->count; ++i) {
    const Scope& scope = table->scopes[i];
    if (!covers(scope, pc) || scope.jump_target == 0) continue;
    LONG verdict = 1;
    if (scope.handler != kExecuteHandler) {
      EXCEPTION_POINTERS pointers{record, context};
      verdict = static_cast<LONG>(
          call_handler(state, dispatcher->ImageBase + scope.handler, &pointers, frame));
    }
    if (verdict < 0) return ExceptionContinueExecution;
    if (verdict > 0) {
      unwind_to(reinterpret_cast<uint64_t>(frame), dispatcher->ImageBase + scope.jump_target,
                record, static_cast<uint64_t>(static_cast<uint32_t>(record->ExceptionCode)));
    }
  }
  return ExceptionContinueSearch;
}

// Is the target of the unwind inside the same __try as the frame's position? Then its __finally
// does not run.
bool target_in_scope(const ScopeTable& table, const Scope& scope, uint64_t target) {
  for (uint32_t i = 0; i < table.count; ++i) {
    const Scope& other = table.scopes[i];
    if (covers(other, target) && other.handler == scope.handler &&
        other.jump_target == scope.jump_target) {
      return true;
    }
  }
  return false;
}

void run_terminations(State& state, PEXCEPTION_RECORD record, PVOID frame,
                      PDISPATCHER_CONTEXT dispatcher) {
  const auto* table = static_cast<const ScopeTable*>(dispatcher->HandlerData);
  const uint64_t pc = dispatcher->ControlPc - dispatcher->ImageBase;
  const uint64_t target = dispatcher->TargetIp - dispatcher->ImageBase;
  const bool in_target = (record->ExceptionFlags & kTargetUnwind) != 0;
  for (uint32_t i = dispatcher->ScopeIndex; i < table->count; ++i) {
    const Scope& scope = table->scopes[i];
    if (!covers(scope, pc)) continue;
    if (in_target && target_in_scope(*table, scope, target)) return;
    if (scope.jump_target != 0) {
      if (in_target && target == scope.jump_target) return;
      continue;
    }
    dispatcher->ScopeIndex = i + 1;
    call_handler(state, dispatcher->ImageBase + scope.handler, uint64_t{1}, frame);
  }
}

}  // namespace

EXCEPTION_DISPOSITION NTAPI c_specific_handler(PEXCEPTION_RECORD record, PVOID frame,
                                               PCONTEXT context, PDISPATCHER_CONTEXT dispatcher) {
  State& state = current_state();
  if ((record->ExceptionFlags & (kUnwinding | kExitUnwind)) == 0) {
    return search_scopes(state, record, frame, context, dispatcher);
  }
  run_terminations(state, record, frame, dispatcher);
  return ExceptionContinueSearch;
}

void raise_record(const EXCEPTION_RECORD& record) {
  const State& state = current_state();
  if (state.frame == nullptr) {
    ke::bugcheck({KMODE_EXCEPTION_NOT_HANDLED,
                  {static_cast<uint32_t>(record.ExceptionCode), 0, 0, 0},
                  "An exception was raised outside of a call from a driver."});
  }
  throw Raise{record};
}

void raise_status(NTSTATUS status) {
  EXCEPTION_RECORD record{};
  record.ExceptionCode = status;
  record.ExceptionFlags = kNoncontinuable;
  raise_record(record);
}

}  // namespace flthost::boundary
