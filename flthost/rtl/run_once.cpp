// One-time initialisation: the low two bits of RTL_RUN_ONCE are its state, the rest the context.
#include <flthost/rtl/rtl_internal.h>

#include <atomic>

using namespace flthost;

namespace {

constexpr uint64_t kNotBegun = 0, kRunning = 1, kDone = 2, kRunningAsync = 3, kStateBits = 3;

std::atomic<uint64_t>& word_of(PRTL_RUN_ONCE once) {
  return *reinterpret_cast<std::atomic<uint64_t>*>(&once->Ptr);
}
// Waiters sleep on the half that holds the state.
std::atomic<uint32_t>& low_half(PRTL_RUN_ONCE once) {
  return *reinterpret_cast<std::atomic<uint32_t>*>(&once->Ptr);
}

void give_context(uint64_t value, PVOID* context) {
  if (context != nullptr) *context = reinterpret_cast<PVOID>(value & ~kStateBits);
}

NTSTATUS check_only(PRTL_RUN_ONCE once, ULONG flags, PVOID* context) {
  if ((flags & RTL_RUN_ONCE_ASYNC) != 0) return STATUS_INVALID_PARAMETER_2;
  const uint64_t now = word_of(once).load(std::memory_order_acquire);
  if ((now & kStateBits) != kDone) return STATUS_UNSUCCESSFUL;
  give_context(now, context);
  return STATUS_SUCCESS;
}

}  // namespace

extern "C" {

VOID NTAPI RtlRunOnceInitialize(PRTL_RUN_ONCE RunOnce) {
  RunOnce->Ptr = nullptr;
}

NTSTATUS NTAPI RtlRunOnceBeginInitialize(PRTL_RUN_ONCE RunOnce, ULONG Flags, PVOID* Context) {
  constexpr ULONG kKnown = RTL_RUN_ONCE_CHECK_ONLY | RTL_RUN_ONCE_ASYNC;
  if ((Flags & ~kKnown) != 0) return STATUS_INVALID_PARAMETER_2;
  if ((Flags & RTL_RUN_ONCE_CHECK_ONLY) != 0) return check_only(RunOnce, Flags, Context);
  const bool async = (Flags & RTL_RUN_ONCE_ASYNC) != 0;
  std::atomic<uint64_t>& word = word_of(RunOnce);
  for (;;) {
    uint64_t now = word.load(std::memory_order_acquire);
    switch (now & kStateBits) {
      case kDone:
        give_context(now, Context);
        return STATUS_SUCCESS;
      case kNotBegun:
        if (word.compare_exchange_strong(now, async ? kRunningAsync : kRunning)) {
          return STATUS_PENDING;
        }
        break;
      case kRunning:
        if (async) return STATUS_INVALID_PARAMETER_2;  // the others said it is synchronous
        ke::park(low_half(RunOnce), static_cast<uint32_t>(now));
        break;
      default:
        return async ? STATUS_PENDING : STATUS_INVALID_PARAMETER_2;
    }
  }
}

NTSTATUS NTAPI RtlRunOnceComplete(PRTL_RUN_ONCE RunOnce, ULONG Flags, PVOID Context) {
  constexpr ULONG kKnown = RTL_RUN_ONCE_ASYNC | RTL_RUN_ONCE_INIT_FAILED;
  const bool failed = (Flags & RTL_RUN_ONCE_INIT_FAILED) != 0;
  const bool async = (Flags & RTL_RUN_ONCE_ASYNC) != 0;
  if ((Flags & ~kKnown) != 0 || (failed && async)) return STATUS_INVALID_PARAMETER_2;
  const uint64_t value = reinterpret_cast<uint64_t>(Context);
  if ((value & kStateBits) != 0 || (failed && Context != nullptr)) {
    return STATUS_INVALID_PARAMETER_3;
  }
  // Of several asynchronous initialisations the first to end wins, the others are told.
  uint64_t expected = async ? kRunningAsync : kRunning;
  if (!word_of(RunOnce).compare_exchange_strong(expected, failed ? kNotBegun : value | kDone)) {
    return STATUS_UNSUCCESSFUL;
  }
  if (!async) ke::unpark_all(low_half(RunOnce));
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI RtlRunOnceExecuteOnce(PRTL_RUN_ONCE RunOnce, PRTL_RUN_ONCE_INIT_FN InitFn,
                                     PVOID Parameter, PVOID* Context) {
  const NTSTATUS status = RtlRunOnceBeginInitialize(RunOnce, 0, Context);
  if (status != STATUS_PENDING) return status;
  PVOID own = nullptr;
  if (ke::invoke(InitFn, RunOnce, Parameter, Context != nullptr ? Context : &own) == 0) {
    RtlRunOnceComplete(RunOnce, RTL_RUN_ONCE_INIT_FAILED, nullptr);
    return STATUS_UNSUCCESSFUL;
  }
  return RtlRunOnceComplete(RunOnce, 0, Context != nullptr ? *Context : own);
}

}  // extern "C"

namespace flthost::rtl {

void add_run_once_rows(Rows& rows) {
  rows.insert(rows.end(),
              {RTL_PURE(RtlRunOnceInitialize), FLTHOST_EXPORT(RtlRunOnceBeginInitialize),
               FLTHOST_EXPORT(RtlRunOnceComplete), FLTHOST_EXPORT(RtlRunOnceExecuteOnce)});
}

}  // namespace flthost::rtl
