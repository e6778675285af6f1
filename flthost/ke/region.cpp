// IRQL as drivers change it, critical and guarded regions, attaching to a process, bugchecks of the
// driver's own.
#include <pthread.h>

#include <algorithm>
#include <mutex>
#include <vector>

#include "ke_internal.h"

using namespace flthost;

namespace flthost::ke {

namespace {

std::mutex g_callbacks_mutex;
std::vector<KBUGCHECK_CALLBACK_RECORD*>& callbacks() {
  static auto* const list = new std::vector<KBUGCHECK_CALLBACK_RECORD*>;
  return *list;
}

StackHooks g_stack_hooks;

enum : UCHAR { kBufferEmpty = 0, kBufferInserted = 1, kBufferFinished = 3 };

void own_stack_limits(uint64_t* low, uint64_t* high) {
  pthread_attr_t attributes;
  void* base = nullptr;
  size_t size = 0;
  if (pthread_getattr_np(pthread_self(), &attributes) == 0) {
    pthread_attr_getstack(&attributes, &base, &size);
    pthread_attr_destroy(&attributes);
  }
  *low = reinterpret_cast<uint64_t>(base);
  *high = *low + size;
}

}  // namespace

void install_stack_hooks(const StackHooks& hooks) {
  g_stack_hooks = hooks;
}

void run_bugcheck_callbacks() {
  const std::unique_lock guard(g_callbacks_mutex, std::try_to_lock);
  if (!guard.owns_lock()) return;
  for (KBUGCHECK_CALLBACK_RECORD* record : callbacks()) {
    if (record->State != kBufferInserted) continue;
    record->State = kBufferFinished;
    invoke(record->CallbackRoutine, record->Buffer, record->Length);
  }
}

}  // namespace flthost::ke

KIRQL NTAPI KfRaiseIrql(KIRQL NewIrql) {
  return ke::raise_irql(NewIrql);
}
VOID NTAPI KeLowerIrql(KIRQL NewIrql) {
  ke::lower_irql(NewIrql);
}
KIRQL NTAPI KeGetCurrentIrql() {
  return ke::current_irql();
}
KIRQL NTAPI KeRaiseIrqlToDpcLevel() {
  return ke::raise_irql(DISPATCH_LEVEL);
}

VOID NTAPI KeEnterCriticalRegion() {
  ++ke::current_thread().kernel_apc_disable;
}

VOID NTAPI KeLeaveCriticalRegion() {
  ke::Thread& self = ke::current_thread();
  if (--self.kernel_apc_disable < 0) {
    ke::bugcheck({.code = 0xC4,
                  .parameters = {0x3E, 0, 0, 0},
                  .reason =
                      "KeLeaveCriticalRegion by a thread that is in no critical region; enter "
                      "and leave in pairs, in the same thread."});
  }
  if (self.kernel_apc_disable == 0 && self.irql < APC_LEVEL) ke::run_pending_apcs(self);
}

VOID NTAPI KeEnterGuardedRegion() {
  ++ke::current_thread().special_apc_disable;
}

VOID NTAPI KeLeaveGuardedRegion() {
  ke::Thread& self = ke::current_thread();
  if (--self.special_apc_disable < 0) {
    ke::bugcheck({.code = 0xC4,
                  .parameters = {0x3E, 1, 0, 0},
                  .reason = "KeLeaveGuardedRegion by a thread that is in no guarded region; enter "
                            "and leave in pairs, in the same thread."});
  }
  if (self.special_apc_disable == 0 && self.irql < APC_LEVEL) ke::run_pending_apcs(self);
}

BOOLEAN NTAPI KeAreApcsDisabled() {
  const ke::Thread& thread = ke::current_thread();
  return thread.kernel_apc_disable != 0 || thread.special_apc_disable != 0 ? TRUE : FALSE;
}

BOOLEAN NTAPI KeAreAllApcsDisabled() {
  const ke::Thread& thread = ke::current_thread();
  return thread.special_apc_disable != 0 || thread.irql >= APC_LEVEL ? TRUE : FALSE;
}

VOID NTAPI KeStackAttachProcess(PKPROCESS Process, PKAPC_STATE ApcState) {
  ke::Thread& thread = ke::current_thread();
  if (thread.irql > APC_LEVEL || thread.in_dpc) {
    ke::bugcheck({.code = 0x05,  // INVALID_PROCESS_ATTACH_ATTEMPT
                  .parameters = {reinterpret_cast<uint64_t>(Process),
                                 reinterpret_cast<uint64_t>(thread.attached), thread.irql,
                                 thread.in_dpc ? 1U : 0U},
                  .reason =
                      "KeStackAttachProcess at DISPATCH_LEVEL or in a DPC; attach at APC_LEVEL "
                      "or below."});
  }
  *ApcState = KAPC_STATE{};
  ApcState->Process = thread.attached;
  thread.attached = Process;
}

VOID NTAPI KeUnstackDetachProcess(PKAPC_STATE ApcState) {
  ke::current_thread().attached = ApcState->Process;
}

BOOLEAN NTAPI KeIsAttachedProcess() {
  return ke::current_thread().attached != nullptr ? TRUE : FALSE;
}

PKTHREAD NTAPI KeGetCurrentThread() {
  return reinterpret_cast<PKTHREAD>(ke::current_thread_object());
}

KPRIORITY NTAPI KeQueryPriorityThread(PRKTHREAD Thread) {
  auto* const body = reinterpret_cast<ke::KthreadBody*>(Thread);
  return std::atomic_ref<LONG>(body->priority).load(std::memory_order_relaxed);
}

// Kept and given back; Linux schedules as it likes.
KPRIORITY NTAPI KeSetPriorityThread(PKTHREAD Thread, KPRIORITY Priority) {
  auto* const body = reinterpret_cast<ke::KthreadBody*>(Thread);
  return std::atomic_ref<LONG>(body->priority).exchange(Priority, std::memory_order_relaxed);
}

LONG NTAPI KeSetBasePriorityThread(PRKTHREAD Thread, LONG Increment) {
  constexpr LONG kBase = 8;
  return KeSetPriorityThread(Thread, kBase + Increment) - kBase;
}

VOID NTAPI KeBugCheckEx(ULONG BugCheckCode, ULONG_PTR P1, ULONG_PTR P2, ULONG_PTR P3,
                        ULONG_PTR P4) {
  ke::bugcheck({.code = BugCheckCode,
                .parameters = {P1, P2, P3, P4},
                .reason = "The driver called KeBugCheckEx."});
}

VOID NTAPI KeBugCheck(ULONG BugCheckCode) {
  ke::bugcheck({.code = BugCheckCode,
                .parameters = {0, 0, 0, 0},
                .reason = "The driver called KeBugCheck."});
}

BOOLEAN NTAPI KeRegisterBugCheckCallback(PKBUGCHECK_CALLBACK_RECORD CallbackRecord,
                                         PKBUGCHECK_CALLBACK_ROUTINE CallbackRoutine, PVOID Buffer,
                                         ULONG Length, PUCHAR Component) {
  const std::lock_guard guard(ke::g_callbacks_mutex);
  if (CallbackRecord->State != ke::kBufferEmpty) return FALSE;
  CallbackRecord->CallbackRoutine = CallbackRoutine;
  CallbackRecord->Buffer = Buffer;
  CallbackRecord->Length = Length;
  CallbackRecord->Component = Component;
  CallbackRecord->State = ke::kBufferInserted;
  ke::callbacks().push_back(CallbackRecord);
  return TRUE;
}

BOOLEAN NTAPI KeDeregisterBugCheckCallback(PKBUGCHECK_CALLBACK_RECORD CallbackRecord) {
  const std::lock_guard guard(ke::g_callbacks_mutex);
  if (CallbackRecord->State != ke::kBufferInserted) return FALSE;
  CallbackRecord->State = ke::kBufferEmpty;
  std::erase(ke::callbacks(), CallbackRecord);
  return TRUE;
}

NTSTATUS NTAPI KeExpandKernelStackAndCalloutEx(PEXPAND_STACK_CALLOUT Callout, PVOID Parameter,
                                               SIZE_T Size, BOOLEAN Wait, PVOID) {
  if (Size > MAXIMUM_EXPANSION_SIZE) return STATUS_INVALID_PARAMETER_3;
  // Waiting for a stack is for APC_LEVEL and below.
  if (Wait != FALSE && ke::current_irql() >= DISPATCH_LEVEL) return STATUS_INVALID_PARAMETER_4;
  if (ke::g_stack_hooks.call_on_new_stack != nullptr) {
    ke::g_stack_hooks.call_on_new_stack(reinterpret_cast<const void*>(Callout),
                                        reinterpret_cast<uint64_t>(Parameter));
  } else {
    ke::invoke(Callout, Parameter);
  }
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI KeExpandKernelStackAndCallout(PEXPAND_STACK_CALLOUT Callout, PVOID Parameter,
                                             SIZE_T Size) {
  return KeExpandKernelStackAndCalloutEx(Callout, Parameter, Size, TRUE, nullptr);
}

VOID NTAPI IoGetStackLimits(PULONG_PTR LowLimit, PULONG_PTR HighLimit) {
  uint64_t low = 0;
  uint64_t high = 0;
  if (ke::g_stack_hooks.limits != nullptr) {
    ke::g_stack_hooks.limits(&low, &high);
  } else {
    ke::own_stack_limits(&low, &high);
  }
  *LowLimit = low;
  *HighLimit = high;
}

namespace flthost::ke {

ExportTable region_exports() {
  static const Export rows[] = {
      FLTHOST_EXPORT(KfRaiseIrql),
      FLTHOST_EXPORT(KeLowerIrql),
      FLTHOST_EXPORT(KeGetCurrentIrql),
      FLTHOST_EXPORT(KeRaiseIrqlToDpcLevel),
      FLTHOST_EXPORT(KeEnterCriticalRegion),
      FLTHOST_EXPORT(KeLeaveCriticalRegion),
      FLTHOST_EXPORT(KeEnterGuardedRegion),
      FLTHOST_EXPORT(KeLeaveGuardedRegion),
      FLTHOST_EXPORT(KeAreApcsDisabled),
      FLTHOST_EXPORT(KeAreAllApcsDisabled),
      FLTHOST_EXPORT(KeStackAttachProcess),
      FLTHOST_EXPORT(KeUnstackDetachProcess),
      FLTHOST_EXPORT(KeIsAttachedProcess),
      FLTHOST_EXPORT(KeGetCurrentThread),
      FLTHOST_EXPORT(KeQueryPriorityThread),
      FLTHOST_EXPORT(KeSetPriorityThread),
      FLTHOST_EXPORT(KeSetBasePriorityThread),
      FLTHOST_EXPORT(KeBugCheck),
      FLTHOST_EXPORT(KeBugCheckEx),
      FLTHOST_EXPORT(KeRegisterBugCheckCallback),
      FLTHOST_EXPORT(KeDeregisterBugCheckCallback),
      FLTHOST_EXPORT(KeExpandKernelStackAndCallout),
      FLTHOST_EXPORT(KeExpandKernelStackAndCalloutEx),
      FLTHOST_EXPORT(IoGetStackLimits),
  };
  return {rows, std::size(rows)};
}

}  // namespace flthost::ke
