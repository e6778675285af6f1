// Signals that driver code causes: emulated at once, or turned into NT exceptions and bugchecks on
// the host's stack. Never does NT code run on the signal stack.
#include <flthost/boundary/state.h>

#include <flthost/mm/mm.h>

#include <ucontext.h>
#include <unistd.h>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>

// Sanitizers leave our handlers alone, and each thread's signal stack is ours.
extern "C" const char* __asan_default_options();
extern "C" const char* __tsan_default_options();
extern "C" const char* __asan_default_options() {
  return "allow_user_segv_handler=1:handle_segv=1:use_sigaltstack=0:detect_stack_use_after_return="
         "0";
}
extern "C" const char* __tsan_default_options() {
  return "allow_user_segv_handler=1:use_sigaltstack=0";
}

namespace flthost::boundary {
namespace {

constexpr int kSignals[] = {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGTRAP};
constexpr long long kGeneralProtection = 13;
constexpr long long kPageFault = 14;
constexpr uint64_t kErrorWrite = 2;
constexpr uint64_t kErrorExecute = 16;
constexpr uint64_t kErrorPresent = 1;
// Error codes of a general protection fault by INT n: (n << 3) | 2.
constexpr uint64_t kInt29 = 0x14a;
constexpr uint64_t kInt2c = 0x162;

struct sigaction previous_actions[65];

bool on_kernel_stack(const State& state, uint64_t rsp) {
  return rsp >= reinterpret_cast<uint64_t>(state.stack.memory) && rsp <= state.stack.top;
}

void save_context(const ucontext_t& from, CONTEXT& to) {
  const auto* r = reinterpret_cast<const long long*>(from.uc_mcontext.gregs);
  to.ContextFlags = CONTEXT_FULL;
  to.Rax = r[REG_RAX];
  to.Rcx = r[REG_RCX];
  to.Rdx = r[REG_RDX];
  to.Rbx = r[REG_RBX];
  to.Rsp = r[REG_RSP];
  to.Rbp = r[REG_RBP];
  to.Rsi = r[REG_RSI];
  to.Rdi = r[REG_RDI];
  to.R8 = r[REG_R8];
  to.R9 = r[REG_R9];
  to.R10 = r[REG_R10];
  to.R11 = r[REG_R11];
  to.R12 = r[REG_R12];
  to.R13 = r[REG_R13];
  to.R14 = r[REG_R14];
  to.R15 = r[REG_R15];
  to.Rip = r[REG_RIP];
  to.EFlags = static_cast<ULONG>(r[REG_EFL]);
  to.SegCs = 0x10;
  to.SegSs = 0x18;
  // The frame is FXSAVE's; what is wider than XMM is lost when a driver goes on after an exception.
  memcpy(&to.FltSave, from.uc_mcontext.fpregs, sizeof to.FltSave);
  to.MxCsr = to.FltSave.MxCsr;
}

bool emulate(State& state, int signal, long long* registers, uint64_t address) {
  if (signal == SIGTRAP) return finish_single_step(state, registers);
  if (signal != SIGSEGV) return false;
  const auto error = static_cast<uint64_t>(registers[REG_ERR]);
  if (registers[REG_TRAPNO] == kGeneralProtection && error == 0) {
    return emulate_cr8_read(state, registers);
  }
  const bool shared_data = registers[REG_TRAPNO] == kPageFault && (error & kErrorWrite) == 0 &&
                           address >= kSharedDataAddress && address - kSharedDataAddress < 4096;
  return shared_data && emulate_shared_data_read(state, registers, address);
}

void record_trap(State& state, TrapKind kind, int signal, const siginfo_t& info,
                 const ucontext_t& context) {
  Trap& trap = state.trap;
  trap.kind = kind;
  trap.signal = signal;
  trap.code = info.si_code;
  trap.address = reinterpret_cast<uint64_t>(info.si_addr);
  trap.error_code = static_cast<uint64_t>(context.uc_mcontext.gregs[REG_ERR]);
  trap.trap_number = static_cast<uint64_t>(context.uc_mcontext.gregs[REG_TRAPNO]);
  save_context(context, trap.context);
}

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
extern "C" void __asan_handle_no_return();
#define BOUNDARY_FORGET_STACK() __asan_handle_no_return()
#endif
#endif
#ifndef BOUNDARY_FORGET_STACK
#define BOUNDARY_FORGET_STACK() (void)0
#endif
// In an export that owns nothing: its frames are dropped, from where their stack still is.
[[noreturn]] BOUNDARY_NO_SANITIZE void leave_pure_export(State* state) {
  BOUNDARY_FORGET_STACK();
  boundary_enter_trap(state, state->frame);
}

bool has_previous(int signal) {
  const struct sigaction& previous = previous_actions[signal];
  return (previous.sa_flags & SA_SIGINFO) != 0
             ? previous.sa_sigaction != nullptr
             : previous.sa_handler != SIG_DFL && previous.sa_handler != SIG_IGN;
}

void give_to_previous(int signal, siginfo_t* info, void* context) {
  char text[256];
  const int length =
      snprintf(text, sizeof text,
               "flthost: fault at %p in the host itself: a driver damaged it, or a bug of the host "
               "(docs/DEBUGGING.md)\n",
               info->si_addr);
  if (length > 0) (void)!write(2, text, static_cast<size_t>(length));
  const struct sigaction& previous = previous_actions[signal];
  if (!has_previous(signal)) {
    abort();  // the app turns it into an exit status
  } else if ((previous.sa_flags & SA_SIGINFO) != 0) {
    previous.sa_sigaction(signal, info, context);
  } else {
    previous.sa_handler(signal);
  }
}

// Where a signal handler sends a thread that faulted in host code: on the stack where it was, whose
// frames stay for the report.
[[noreturn]] BOUNDARY_NO_SANITIZE void leave_host_code(State* state) {
  host_fault(*state);
}

// Nobody can go on from a fault in host code: what it held is half changed. A bugcheck names the
// export and the driver that called it; only a fault while that is written is deadly.
bool send_to_host_fault(State& state, int signal, const siginfo_t& info, ucontext_t& context) {
  if (state.trap.kind == TrapKind::HostFault) return false;
  auto* registers = reinterpret_cast<long long*>(context.uc_mcontext.gregs);
  record_trap(state, TrapKind::HostFault, signal, info, context);
  registers[REG_RIP] = reinterpret_cast<long long>(&leave_host_code);
  registers[REG_RSP] = ((registers[REG_RSP] - 256) & ~15LL) - 8;
  registers[REG_RDI] = reinterpret_cast<long long>(&state);
  return true;
}

void on_signal(int signal, siginfo_t* info, void* raw_context) {
  auto& context = *static_cast<ucontext_t*>(raw_context);
  auto* registers = reinterpret_cast<long long*>(context.uc_mcontext.gregs);
  if (signal == SIGSEGV && wait_for_page(reinterpret_cast<uint64_t>(info->si_addr))) return;
  if (mm::fix_guarded_fault(raw_context)) return;
  State* state = current_state_or_null();
  if (state == nullptr || info->si_code == SI_USER || info->si_code == SI_TKILL) {
    give_to_previous(signal, info, raw_context);
    return;
  }
  // A driver that lost its stack pointer is still told by where it runs.
  const auto pc = static_cast<uint64_t>(registers[REG_RIP]);
  if (on_kernel_stack(*state, static_cast<uint64_t>(registers[REG_RSP])) ||
      (pc >= mm::kSystemBase && pc < mm::kSystemEnd)) {
    if (emulate(*state, signal, registers, reinterpret_cast<uint64_t>(info->si_addr))) return;
    record_trap(*state, TrapKind::Fault, signal, *info, context);
    registers[REG_RIP] = reinterpret_cast<long long>(&boundary_trap_entry);
    registers[REG_RSP] = static_cast<long long>(state->host_rsp);
    registers[REG_RDI] = reinterpret_cast<long long>(state);
    return;
  }
  const ExportFrame* frame = state->frame;
  if ((signal == SIGSEGV || signal == SIGBUS) && frame != nullptr &&
      frame->record->info != nullptr && frame->record->info->pure) {
    record_trap(*state, TrapKind::PureFault, signal, *info, context);
    registers[REG_RIP] = reinterpret_cast<long long>(&leave_pure_export);
    registers[REG_RSP] = ((registers[REG_RSP] - 256) & ~15LL) - 8;
    registers[REG_RDI] = reinterpret_cast<long long>(state);
    return;
  }
  // A sanitizer's own report says more about a bug of the host, when no driver called.
  const bool told_by_sanitizer = frame == nullptr && has_previous(signal);
  if (!told_by_sanitizer && send_to_host_fault(*state, signal, *info, context)) return;
  give_to_previous(signal, info, raw_context);
}

// Where the driver is, also when the fault is in a leaf routine of ours that it called.
uint64_t driver_pc(const CONTEXT& context) {
  const auto begin = reinterpret_cast<uint64_t>(boundary_leaf_begin);
  if (context.Rip < begin || context.Rip > reinterpret_cast<uint64_t>(boundary_leaf_end)) {
    return context.Rip;
  }
  uint64_t caller;
  memcpy(&caller, reinterpret_cast<const void*>(context.Rsp), 8);
  return caller;
}

std::string hex(uint64_t value) {
  char text[24];
  snprintf(text, sizeof text, "0x%llx", static_cast<unsigned long long>(value));
  return text;
}

const char* verb_of(uint64_t operation) {
  return operation == 8 ? "executed" : operation == 1 ? "wrote" : "read";
}

// " (its argument 2)" when the address lies at or a little behind what the driver passed.
std::string argument_of(const ExportFrame& frame, uint64_t address) {
  constexpr uint64_t kNear = 4096;
  for (int i = 0; i < 4; ++i) {
    if (address - frame.arguments[i] < kNear) {
      return " (argument " + std::to_string(i + 1) + " is " + hex(frame.arguments[i]) + ")";
    }
  }
  return {};
}

// A page fault on an address of the system's, which no __except can catch on NT.
[[noreturn]] void system_fault(uint64_t address, uint64_t operation, bool present, uint64_t pc) {
  const std::string who = describe_address(pc) + " " + verb_of(operation) + " " + hex(address);
  const ModuleRecord* module = module_record_at(address);
  if (module != nullptr && module->unloaded) {
    ke::bugcheck({DRIVER_UNLOADED_WITHOUT_CANCELLING_PENDING_OPERATIONS,
                  {address, operation, pc, 0},
                  module->name + " was unloaded but " + who +
                      "; wait for callbacks, timers, work items and threads in DriverUnload."});
  }
  if (operation == 1 && present) {
    ke::bugcheck({ATTEMPTED_WRITE_TO_READONLY_MEMORY,
                  {address, 0, 0, 0xb},
                  who + ", which is read-only (" + describe_address(address) +
                      "); put data that changes into a writable section."});
  }
  if (operation == 8 && present) {
    ke::bugcheck({ATTEMPTED_EXECUTE_OF_NOEXECUTE_MEMORY,
                  {address, 0, 0, 2},
                  who + ", which holds data; check the function pointer."});
  }
  const Section* section = section_at(address);
  const std::string hint = section != nullptr && section->init
                               ? ", which lies in " + section->name +
                                     ", discarded after DriverEntry; move it out of there."
                               : ", where nothing is mapped; check the pointer's life time.";
  ke::bugcheck(
      {PAGE_FAULT_IN_NONPAGED_AREA, {address, operation == 1 ? 2u : operation, pc, 0}, who + hint});
}

std::atomic<void (*)(uint64_t, uint64_t, uint64_t)> g_judge_pool{nullptr};

bool page_fault(State& state, const Trap& trap, EXCEPTION_RECORD& record, const CONTEXT& context) {
  const uint64_t address = trap.address;
  const uint64_t operation = (trap.error_code & kErrorExecute) != 0 ? 8
                             : (trap.error_code & kErrorWrite) != 0 ? 1
                                                                    : 0;
  const auto guard = reinterpret_cast<uint64_t>(state.stack.memory);
  if (address >= guard && address < state.stack.limit) stack_overflow(state, &context);
  const uint64_t pc = driver_pc(context);
  if (auto* const judge = g_judge_pool.load(std::memory_order_acquire))
    judge(address, operation, pc);
  if (ke::current_irql() >= DISPATCH_LEVEL) {
    ke::bugcheck({DRIVER_IRQL_NOT_LESS_OR_EQUAL,
                  {address, ke::current_irql(), operation, pc},
                  describe_address(pc) + " " + verb_of(operation) + " " + hex(address) +
                      " at DISPATCH_LEVEL, where no page fault can be served; use nonpaged, valid "
                      "memory there."});
  }
  if (address >= mm::kSystemBase) {
    system_fault(address, operation, (trap.error_code & kErrorPresent) != 0, pc);
  }
  record.ExceptionCode = STATUS_ACCESS_VIOLATION;
  record.NumberParameters = 2;
  record.ExceptionInformation[0] = operation;
  record.ExceptionInformation[1] = address;
  return true;
}

bool protection_fault(const Trap& trap, EXCEPTION_RECORD& record, CONTEXT& context) {
  if (trap.error_code == kInt29) {
    ke::bugcheck(
        {KERNEL_SECURITY_CHECK_FAILURE,
         {context.Rcx, 0, 0, 0},
         "__fastfail(" + std::to_string(context.Rcx) + ") in " + describe_address(context.Rip) +
             (context.Rcx == 3 ? ": a LIST_ENTRY is corrupt; look for a double removal or a "
                                 "use after free."
                               : ": a check of the driver's own failed.")});
  }
  if (trap.error_code == kInt2c) {
    ke::bugcheck({KMODE_EXCEPTION_NOT_HANDLED,
                  {static_cast<uint32_t>(STATUS_ASSERTION_FAILURE), context.Rip, 0, 0},
                  "The assertion (NT_ASSERT) at " + describe_address(context.Rip) +
                      " failed; see the source line."});
  }
  if (trap.error_code == 0 && emulate_cr8_write(context)) return false;
  if (trap.error_code == 0 && accesses_memory(context.Rip)) {
    record.ExceptionCode = STATUS_ACCESS_VIOLATION;  // a non-canonical address: NT knows only -1
    record.NumberParameters = 2;
    record.ExceptionInformation[1] = ~uint64_t{0};
    return true;
  }
  record.ExceptionCode = STATUS_PRIVILEGED_INSTRUCTION;
  return true;
}

}  // namespace

void install_pool_fault(void (*judge)(uint64_t, uint64_t, uint64_t)) {
  g_judge_pool.store(judge);
}

bool exception_of_trap(State& state, EXCEPTION_RECORD& record, CONTEXT& context) {
  const Trap trap = state.trap;
  state.report_context = &context;
  if (trap.kind == TrapKind::Fault && !on_kernel_stack(state, trap.context.Rsp)) {
    state.driver_rsp = state.segment_top;
    ke::bugcheck({UNEXPECTED_KERNEL_MODE_TRAP,
                  {8, trap.context.Rip, trap.context.Rsp, state.stack.limit},
                  describe_address(trap.context.Rip) + " trapped with the stack pointer at " +
                      hex(trap.context.Rsp) +
                      ", outside of its kernel stack: its code is damaged, or assembly in it is."});
  }
  record.ExceptionAddress = reinterpret_cast<PVOID>(context.Rip);
  switch (trap.signal) {
    case SIGSEGV:
      if (trap.trap_number == kPageFault) return page_fault(state, trap, record, context);
      if (trap.kind == TrapKind::PureFault) {
        record.ExceptionCode = STATUS_ACCESS_VIOLATION;
        record.NumberParameters = 2;
        record.ExceptionInformation[1] = ~uint64_t{0};
        return true;
      }
      return protection_fault(trap, record, context);
    case SIGTRAP:
      if (trap.trap_number == 3) --context.Rip;  // the processor reports the byte after INT 3
      record.ExceptionAddress = reinterpret_cast<PVOID>(context.Rip);
      record.ExceptionCode = trap.trap_number == 3 ? STATUS_BREAKPOINT : STATUS_SINGLE_STEP;
      return true;
    case SIGFPE:
      record.ExceptionCode = trap.code == FPE_INTDIV   ? STATUS_INTEGER_DIVIDE_BY_ZERO
                             : trap.code == FPE_INTOVF ? STATUS_INTEGER_OVERFLOW
                                                       : STATUS_FLOAT_MULTIPLE_TRAPS;
      return true;
    case SIGBUS:
      record.ExceptionCode = STATUS_IN_PAGE_ERROR;
      record.NumberParameters = 3;
      record.ExceptionInformation[1] = trap.address;
      record.ExceptionInformation[2] = static_cast<uint32_t>(STATUS_DEVICE_DATA_ERROR);
      return true;
    default:
      record.ExceptionCode = STATUS_ILLEGAL_INSTRUCTION;
      return true;
  }
}

void host_fault(State& state) {
  const Trap& trap = state.trap;
  const bool page_fault = trap.signal == SIGSEGV && trap.trap_number == kPageFault;
  const uint64_t address = page_fault ? trap.address : ~uint64_t{0};
  const uint64_t operation = !page_fault                              ? 0
                             : (trap.error_code & kErrorExecute) != 0 ? 8
                             : (trap.error_code & kErrorWrite) != 0   ? 1
                                                                      : 0;
  const ExportFrame* frame = state.frame;
  uint64_t pc = trap.context.Rip;
  std::string reason;
  if (frame != nullptr && frame->record->info != nullptr) {
    memcpy(&pc, reinterpret_cast<const void*>(frame->rsp), 8);
    reason = frame->record->info->name + ", called by " + describe_address(pc) + ", " +
             verb_of(operation) + " " + hex(address) + argument_of(*frame, address) +
             ", which is not valid memory: check what is passed to it and that it still lives.";
  } else {
    reason = "The host itself " + std::string(verb_of(operation)) + " " + hex(address) + " at " +
             hex(pc) +
             " outside of a driver's call: a driver damaged what it was given (callback data, "
             "file objects, pool), or this is a bug of the host (docs/DEBUGGING.md).";
  }
  if (ke::current_irql() >= DISPATCH_LEVEL) {
    ke::bugcheck({IRQL_NOT_LESS_OR_EQUAL, {address, ke::current_irql(), operation, pc}, reason});
  }
  if (page_fault && address >= mm::kSystemBase) {
    ke::bugcheck({PAGE_FAULT_IN_NONPAGED_AREA, {address, operation, pc, 0}, reason});
  }
  ke::bugcheck(
      {SYSTEM_SERVICE_EXCEPTION,
       {static_cast<uint32_t>(page_fault ? STATUS_ACCESS_VIOLATION : STATUS_ILLEGAL_INSTRUCTION),
        pc, reinterpret_cast<uint64_t>(&trap.context), 0},
       reason});
}

void install_signal_handlers() {
  struct sigaction action{};
  action.sa_sigaction = on_signal;
  action.sa_flags = SA_SIGINFO | SA_ONSTACK | SA_NODEFER;
  for (const int signal : kSignals) sigaction(signal, &action, &previous_actions[signal]);
}

}  // namespace flthost::boundary
