// Fast mutexes and guarded mutexes: Count is 1 when free, 0 when owned, below when waited for.
#include <flthost/ex/ex.h>

#include <atomic>

#include "ex_internal.h"

using namespace flthost;

namespace {

template <typename Mutex>
void acquire(Mutex* mutex) {
  std::atomic_ref<LONG> count(const_cast<LONG&>(mutex->Count));
  std::atomic_ref<PKTHREAD> owner(mutex->Owner);
  PKTHREAD const me = KeGetCurrentThread();
  if (owner.load(std::memory_order_relaxed) == me) {
    ke::bugcheck({.code = 0xC4,
                  .parameters = {0x1000, reinterpret_cast<uint64_t>(mutex), 0, 0},
                  .reason = "A fast or guarded mutex is acquired again by the thread that owns it; "
                            "these are not recursive."});
  }
  if (count.fetch_sub(1, std::memory_order_acquire) != 1) {
    std::atomic_ref<ULONG>(mutex->Contention).fetch_add(1, std::memory_order_relaxed);
    ke::wait_for(&mutex->Event);
  }
  owner.store(me, std::memory_order_relaxed);
}

template <typename Mutex>
bool try_acquire(Mutex* mutex) {
  LONG free = 1;
  if (!std::atomic_ref<LONG>(const_cast<LONG&>(mutex->Count))
           .compare_exchange_strong(free, 0, std::memory_order_acquire)) {
    return false;
  }
  std::atomic_ref<PKTHREAD>(mutex->Owner).store(KeGetCurrentThread(), std::memory_order_relaxed);
  return true;
}

template <typename Mutex>
void release(Mutex* mutex) {
  std::atomic_ref<PKTHREAD> owner(mutex->Owner);
  if (owner.load(std::memory_order_relaxed) != KeGetCurrentThread()) {
    ke::bugcheck(
        {.code = 0xC4,
         .parameters = {0x1003, reinterpret_cast<uint64_t>(mutex),
                        reinterpret_cast<uint64_t>(owner.load()), 0},
         .reason = "A fast or guarded mutex is released by a thread that does not own it."});
  }
  owner.store(nullptr, std::memory_order_relaxed);
  if (std::atomic_ref<LONG>(const_cast<LONG&>(mutex->Count))
          .fetch_add(1, std::memory_order_release) < 0) {
    KeSetEvent(&mutex->Event, 0, FALSE);
  }
}

void check_irql(bool good, uint64_t kind, const void* mutex, const char* reason) {
  if (good) return;
  ke::bugcheck({.code = 0xC4,
                .parameters = {kind, ke::current_irql(), reinterpret_cast<uint64_t>(mutex), 0},
                .reason = reason});
}

void check_unsafe(uint64_t kind, const void* mutex) {
  const ke::Thread& thread = ke::current_thread();
  check_irql(
      thread.irql == APC_LEVEL || thread.special_apc_disable != 0 || thread.kernel_apc_disable != 0,
      kind, mutex,
      "An ...Unsafe mutex routine with APCs enabled; raise to APC_LEVEL or enter a critical "
      "or guarded region first.");
}

}  // namespace

VOID NTAPI ExAcquireFastMutex(PFAST_MUTEX FastMutex) {
  check_irql(ke::current_irql() <= APC_LEVEL, 0x33, FastMutex,
             "ExAcquireFastMutex above APC_LEVEL.");
  const KIRQL old = ke::raise_irql(APC_LEVEL);
  acquire(FastMutex);
  FastMutex->OldIrql = old;
}

BOOLEAN NTAPI ExTryToAcquireFastMutex(PFAST_MUTEX FastMutex) {
  const KIRQL old = ke::raise_irql(APC_LEVEL);
  if (!try_acquire(FastMutex)) {
    ke::lower_irql(old);
    return FALSE;
  }
  FastMutex->OldIrql = old;
  return TRUE;
}

VOID NTAPI ExReleaseFastMutex(PFAST_MUTEX FastMutex) {
  check_irql(ke::current_irql() == APC_LEVEL, 0x34, FastMutex,
             "ExReleaseFastMutex at another IRQL than APC_LEVEL.");
  const auto old = static_cast<KIRQL>(FastMutex->OldIrql);
  release(FastMutex);
  ke::lower_irql(old);
}

VOID NTAPI ExAcquireFastMutexUnsafe(PFAST_MUTEX FastMutex) {
  check_unsafe(0x39, FastMutex);
  acquire(FastMutex);
}

VOID NTAPI ExReleaseFastMutexUnsafe(PFAST_MUTEX FastMutex) {
  check_unsafe(0x3A, FastMutex);
  release(FastMutex);
}

VOID NTAPI KeInitializeGuardedMutex(PKGUARDED_MUTEX Mutex) {
  *Mutex = KGUARDED_MUTEX{};
  Mutex->Count = 1;
  KeInitializeEvent(&Mutex->Event, SynchronizationEvent, FALSE);
}

VOID NTAPI KeAcquireGuardedMutex(PKGUARDED_MUTEX Mutex) {
  KeEnterGuardedRegion();
  acquire(Mutex);
}

BOOLEAN NTAPI KeTryToAcquireGuardedMutex(PKGUARDED_MUTEX Mutex) {
  KeEnterGuardedRegion();
  if (try_acquire(Mutex)) return TRUE;
  KeLeaveGuardedRegion();
  return FALSE;
}

VOID NTAPI KeReleaseGuardedMutex(PKGUARDED_MUTEX Mutex) {
  release(Mutex);
  KeLeaveGuardedRegion();
}

VOID NTAPI KeAcquireGuardedMutexUnsafe(PKGUARDED_MUTEX FastMutex) {
  check_unsafe(0x39, FastMutex);
  acquire(FastMutex);
}

VOID NTAPI KeReleaseGuardedMutexUnsafe(PKGUARDED_MUTEX FastMutex) {
  check_unsafe(0x3A, FastMutex);
  release(FastMutex);
}

namespace flthost::ex {

ke::ExportTable mutex_exports() {
  static const ke::Export rows[] = {
      FLTHOST_EXPORT(ExAcquireFastMutex),          FLTHOST_EXPORT(ExTryToAcquireFastMutex),
      FLTHOST_EXPORT(ExReleaseFastMutex),          FLTHOST_EXPORT(ExAcquireFastMutexUnsafe),
      FLTHOST_EXPORT(ExReleaseFastMutexUnsafe),    FLTHOST_EXPORT(KeInitializeGuardedMutex),
      FLTHOST_EXPORT(KeAcquireGuardedMutex),       FLTHOST_EXPORT(KeTryToAcquireGuardedMutex),
      FLTHOST_EXPORT(KeReleaseGuardedMutex),       FLTHOST_EXPORT(KeAcquireGuardedMutexUnsafe),
      FLTHOST_EXPORT(KeReleaseGuardedMutexUnsafe),
  };
  return {rows, std::size(rows)};
}

}  // namespace flthost::ex
