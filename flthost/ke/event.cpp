// Events, semaphores and mutants.
#include <mutex>

#include "ke_internal.h"

using namespace flthost;

namespace flthost::ke {

namespace {

// Threads' lists of owned mutants; short, and mutants are rare.
std::mutex g_owned_mutex;

LONG read_state(DISPATCHER_HEADER& header) {
  return std::atomic_ref<LONG>(header.SignalState).load(std::memory_order_acquire);
}

}  // namespace

void note_mutant_owned(Thread& self, KMUTANT& mutant) {
  if (mutant.ApcDisable != 0) ++self.kernel_apc_disable;
  const std::lock_guard guard(g_owned_mutex);
  list_insert_tail(self.owned_mutants, mutant.MutantListEntry);
}

LONG release_mutant(KMUTANT& mutant, bool abandon) {
  Thread& self = current_thread();
  const auto me = reinterpret_cast<PKTHREAD>(current_thread_object());
  lock(mutant.Header);
  const LONG before = mutant.Header.SignalState;
  if (mutant.OwnerThread != me) {
    unlock(mutant.Header);
    raise_to_caller(STATUS_MUTANT_NOT_OWNED, reinterpret_cast<uint64_t>(&mutant),
                    "KeReleaseMutex by a thread that does not own the mutex "
                    "(STATUS_MUTANT_NOT_OWNED); release it once per acquire, in the same thread.");
  }
  mutant.Header.SignalState = abandon ? 1 : before + 1;
  if (mutant.Header.SignalState != 1) {
    unlock(mutant.Header);
    return before;
  }
  mutant.OwnerThread = nullptr;
  mutant.Abandoned = abandon ? 1 : 0;
  {
    const std::lock_guard guard(g_owned_mutex);
    list_remove(mutant.MutantListEntry);
  }
  const bool apcs = mutant.ApcDisable != 0;
  satisfy_waiters_and_unlock(mutant.Header);
  if (apcs && --self.kernel_apc_disable == 0 && self.irql < APC_LEVEL) run_pending_apcs(self);
  return before;
}

void initialize_mutant(KMUTANT& mutant, bool owned, bool apc_disable) {
  mutant = KMUTANT{};
  initialize_header(mutant.Header, kMutant, owned ? 0 : 1);
  list_init(mutant.MutantListEntry);
  mutant.ApcDisable = apc_disable ? 1 : 0;
  if (owned) {
    mutant.OwnerThread = reinterpret_cast<PKTHREAD>(current_thread_object());
    note_mutant_owned(current_thread(), mutant);
  }
}

}  // namespace flthost::ke

using ke::read_state;

VOID NTAPI KeInitializeEvent(PRKEVENT Event, EVENT_TYPE Type, BOOLEAN State) {
  ke::initialize_header(
      Event->Header, Type == NotificationEvent ? ke::kNotificationEvent : ke::kSynchronizationEvent,
      State != FALSE ? 1 : 0);
}

LONG NTAPI KeSetEvent(PRKEVENT Event, KPRIORITY, BOOLEAN) {
  ke::lock(Event->Header);
  const LONG before = Event->Header.SignalState;
  Event->Header.SignalState = 1;
  if (before != 0 || ke::list_empty(Event->Header.WaitListHead)) {
    ke::unlock(Event->Header);
  } else {
    ke::satisfy_waiters_and_unlock(Event->Header);
  }
  return before;
}

LONG NTAPI KeResetEvent(PRKEVENT Event) {
  ke::lock(Event->Header);
  const LONG before = Event->Header.SignalState;
  Event->Header.SignalState = 0;
  ke::unlock(Event->Header);
  return before;
}

VOID NTAPI KeClearEvent(PRKEVENT Event) {
  KeResetEvent(Event);
}

LONG NTAPI KePulseEvent(PRKEVENT Event, KPRIORITY Increment, BOOLEAN Wait) {
  const LONG before = KeSetEvent(Event, Increment, Wait);
  KeResetEvent(Event);
  return before;
}

LONG NTAPI KeReadStateEvent(PRKEVENT Event) {
  return read_state(Event->Header);
}

VOID NTAPI KeInitializeSemaphore(PRKSEMAPHORE Semaphore, LONG Count, LONG Limit) {
  ke::initialize_header(Semaphore->Header, ke::kSemaphore, Count);
  Semaphore->Limit = Limit;
}

LONG NTAPI KeReleaseSemaphore(PRKSEMAPHORE Semaphore, KPRIORITY, LONG Adjustment, BOOLEAN) {
  ke::lock(Semaphore->Header);
  const LONG before = Semaphore->Header.SignalState;
  if (Adjustment < 0 || Adjustment > Semaphore->Limit - before) {
    ke::unlock(Semaphore->Header);
    ke::raise_to_caller(STATUS_SEMAPHORE_LIMIT_EXCEEDED, reinterpret_cast<uint64_t>(Semaphore),
                        "KeReleaseSemaphore beyond the limit (STATUS_SEMAPHORE_LIMIT_EXCEEDED); "
                        "release only what was acquired, or raise the limit.");
  }
  Semaphore->Header.SignalState = before + Adjustment;
  ke::satisfy_waiters_and_unlock(Semaphore->Header);
  return before;
}

LONG NTAPI KeReadStateSemaphore(PRKSEMAPHORE Semaphore) {
  return read_state(Semaphore->Header);
}

VOID NTAPI KeInitializeMutex(PRKMUTEX Mutex, ULONG) {
  ke::initialize_mutant(*Mutex, false, true);
}

LONG NTAPI KeReleaseMutex(PRKMUTEX Mutex, BOOLEAN) {
  return ke::release_mutant(*Mutex, false);
}

LONG NTAPI KeReadStateMutex(PRKMUTEX Mutex) {
  return read_state(Mutex->Header);
}

namespace flthost::ke {

ExportTable event_exports() {
  static const Export rows[] = {
      FLTHOST_EXPORT(KeInitializeEvent),     FLTHOST_EXPORT(KeSetEvent),
      FLTHOST_EXPORT(KeResetEvent),          FLTHOST_EXPORT(KeClearEvent),
      FLTHOST_EXPORT(KePulseEvent),          FLTHOST_EXPORT(KeReadStateEvent),
      FLTHOST_EXPORT(KeInitializeSemaphore), FLTHOST_EXPORT(KeReleaseSemaphore),
      FLTHOST_EXPORT(KeReadStateSemaphore),  FLTHOST_EXPORT(KeInitializeMutex),
      FLTHOST_EXPORT(KeReleaseMutex),        FLTHOST_EXPORT(KeReadStateMutex),
  };
  return {rows, std::size(rows)};
}

}  // namespace flthost::ke
