// Spin locks. The word holds the owning thread, so that a lock taken twice or released twice by the
// same thread is found at once instead of hanging a processor.
#include <sched.h>

#include "ke_internal.h"

using namespace flthost;

namespace flthost::ke {

namespace {

std::atomic_ref<ULONG_PTR> word_of(PKSPIN_LOCK lock) {
  return std::atomic_ref<ULONG_PTR>(*lock);
}

ULONG_PTR owner_mark() {
  return reinterpret_cast<ULONG_PTR>(&current_thread()) | 1;
}

[[noreturn]] void violation(uint64_t kind, const void* lock, uint64_t more, const char* reason) {
  bugcheck({.code = 0xC4,
            .parameters = {kind, current_irql(), reinterpret_cast<uint64_t>(lock), more},
            .reason = reason});
  __builtin_unreachable();
}

void relax(int spins) {
  if (spins > 200) {
    freeze_point();
    sched_yield();  // the holder may have been preempted by Linux
  } else {
    __builtin_ia32_pause();
  }
}

[[gnu::noinline]] void acquire_contended(PKSPIN_LOCK lock, ULONG_PTR mark) {
  if (word_of(lock).load(std::memory_order_relaxed) == mark) {
    bugcheck({.code = 0xC4,
              .parameters = {0x1000, reinterpret_cast<uint64_t>(lock), 0, 0},
              .reason =
                  "A spin lock is acquired again by the thread that owns it, which never ends "
                  "on a real machine; release it first."});
  }
  for (int spins = 0;; ++spins) {
    ULONG_PTR free = 0;
    if (word_of(lock).load(std::memory_order_relaxed) == 0 &&
        word_of(lock).compare_exchange_weak(free, mark, std::memory_order_acquire)) {
      return;
    }
    relax(spins);
  }
}

}  // namespace

void acquire_spin_lock(PKSPIN_LOCK lock) {
  ULONG_PTR free = 0;
  const ULONG_PTR mark = owner_mark();
  if (!word_of(lock).compare_exchange_strong(free, mark, std::memory_order_acquire)) {
    acquire_contended(lock, mark);
  }
}

bool try_spin_lock(PKSPIN_LOCK lock) {
  ULONG_PTR free = 0;
  return word_of(lock).compare_exchange_strong(free, owner_mark(), std::memory_order_acquire);
}

void release_spin_lock(PKSPIN_LOCK lock) {
  const ULONG_PTR owner = word_of(lock).load(std::memory_order_relaxed);
  if (owner != owner_mark()) [[unlikely]] {
    bugcheck({.code = 0xC4,
              .parameters = {0x1003, reinterpret_cast<uint64_t>(lock), owner, 0},
              .reason = owner == 0
                            ? "A spin lock that is not owned is released; release it once per "
                              "acquire."
                            : "A spin lock is released by a thread that does not own it."});
  }
  word_of(lock).store(0, std::memory_order_release);
}

}  // namespace flthost::ke

VOID NTAPI KeInitializeSpinLock(PKSPIN_LOCK SpinLock) {
  ke::word_of(SpinLock).store(0);
}

KIRQL NTAPI KeAcquireSpinLockRaiseToDpc(PKSPIN_LOCK SpinLock) {
  if (ke::current_irql() > DISPATCH_LEVEL) {
    ke::violation(0x42, SpinLock, 0, "KeAcquireSpinLock above DISPATCH_LEVEL.");
  }
  const KIRQL old = ke::raise_irql(DISPATCH_LEVEL);
  ke::acquire_spin_lock(SpinLock);
  return old;
}

VOID NTAPI KeReleaseSpinLock(PKSPIN_LOCK SpinLock, KIRQL NewIrql) {
  if (ke::current_irql() != DISPATCH_LEVEL) {
    ke::violation(0x32, SpinLock, 0,
                  "KeReleaseSpinLock at another IRQL than DISPATCH_LEVEL; was it released before?");
  }
  ke::release_spin_lock(SpinLock);
  ke::lower_irql(NewIrql);
}

VOID NTAPI KeAcquireSpinLockAtDpcLevel(PKSPIN_LOCK SpinLock) {
  if (ke::current_irql() < DISPATCH_LEVEL) {
    ke::violation(0x40, SpinLock, 0,
                  "KeAcquireSpinLockAtDpcLevel below DISPATCH_LEVEL; use KeAcquireSpinLock.");
  }
  ke::acquire_spin_lock(SpinLock);
}

VOID NTAPI KeReleaseSpinLockFromDpcLevel(PKSPIN_LOCK SpinLock) {
  if (ke::current_irql() < DISPATCH_LEVEL) {
    ke::violation(0x41, SpinLock, 0, "KeReleaseSpinLockFromDpcLevel below DISPATCH_LEVEL.");
  }
  ke::release_spin_lock(SpinLock);
}

BOOLEAN NTAPI KeTryToAcquireSpinLockAtDpcLevel(PKSPIN_LOCK SpinLock) {
  return ke::try_spin_lock(SpinLock) ? TRUE : FALSE;
}

BOOLEAN NTAPI KeTestSpinLock(PKSPIN_LOCK SpinLock) {
  return ke::word_of(SpinLock).load(std::memory_order_relaxed) == 0 ? TRUE : FALSE;
}

KIRQL NTAPI KeAcquireSpinLockForDpc(PKSPIN_LOCK SpinLock) {
  return KeAcquireSpinLockRaiseToDpc(SpinLock);
}

VOID NTAPI KeReleaseSpinLockForDpc(PKSPIN_LOCK SpinLock, KIRQL OldIrql) {
  KeReleaseSpinLock(SpinLock, OldIrql);
}

VOID NTAPI KeAcquireInStackQueuedSpinLock(PKSPIN_LOCK SpinLock, PKLOCK_QUEUE_HANDLE LockHandle) {
  LockHandle->OldIrql = KeAcquireSpinLockRaiseToDpc(SpinLock);
  LockHandle->LockQueue.Lock = SpinLock;
  LockHandle->LockQueue.Next = nullptr;
}

VOID NTAPI KeReleaseInStackQueuedSpinLock(PKLOCK_QUEUE_HANDLE LockHandle) {
  KeReleaseSpinLock(LockHandle->LockQueue.Lock, LockHandle->OldIrql);
}

VOID NTAPI KeAcquireInStackQueuedSpinLockAtDpcLevel(PKSPIN_LOCK SpinLock,
                                                    PKLOCK_QUEUE_HANDLE LockHandle) {
  KeAcquireSpinLockAtDpcLevel(SpinLock);
  LockHandle->LockQueue.Lock = SpinLock;
  LockHandle->LockQueue.Next = nullptr;
}

VOID NTAPI KeReleaseInStackQueuedSpinLockFromDpcLevel(PKLOCK_QUEUE_HANDLE LockHandle) {
  KeReleaseSpinLockFromDpcLevel(LockHandle->LockQueue.Lock);
}

VOID NTAPI KeAcquireInStackQueuedSpinLockForDpc(PKSPIN_LOCK SpinLock,
                                                PKLOCK_QUEUE_HANDLE LockHandle) {
  KeAcquireInStackQueuedSpinLock(SpinLock, LockHandle);
}

VOID NTAPI KeReleaseInStackQueuedSpinLockForDpc(PKLOCK_QUEUE_HANDLE LockHandle) {
  KeReleaseInStackQueuedSpinLock(LockHandle);
}

// ---------------------------------------------------------------- EX_SPIN_LOCK: one writer or
// readers

namespace {

constexpr LONG kWriter = static_cast<LONG>(0x80000000);

bool try_exclusive(LONG* lock) {
  LONG free = 0;
  return std::atomic_ref<LONG>(*lock).compare_exchange_strong(free, kWriter,
                                                              std::memory_order_acquire);
}

bool try_shared(LONG* lock) {
  std::atomic_ref<LONG> word(*lock);
  LONG now = word.load(std::memory_order_relaxed);
  while (now >= 0) {
    if (word.compare_exchange_weak(now, now + 1, std::memory_order_acquire)) return true;
  }
  return false;
}

}  // namespace

VOID NTAPI ExAcquireSpinLockExclusiveAtDpcLevel(LONG* SpinLock) {
  for (int spins = 0; !try_exclusive(SpinLock); ++spins) ke::relax(spins);
}

VOID NTAPI ExAcquireSpinLockSharedAtDpcLevel(LONG* SpinLock) {
  for (int spins = 0; !try_shared(SpinLock); ++spins) ke::relax(spins);
}

CHAR NTAPI ExAcquireSpinLockExclusive(LONG* SpinLock) {
  const KIRQL old = ke::raise_irql(DISPATCH_LEVEL);
  ExAcquireSpinLockExclusiveAtDpcLevel(SpinLock);
  return static_cast<CHAR>(old);
}

CHAR NTAPI ExAcquireSpinLockShared(LONG* SpinLock) {
  const KIRQL old = ke::raise_irql(DISPATCH_LEVEL);
  ExAcquireSpinLockSharedAtDpcLevel(SpinLock);
  return static_cast<CHAR>(old);
}

ULONG NTAPI ExTryAcquireSpinLockExclusiveAtDpcLevel(LONG* SpinLock) {
  return try_exclusive(SpinLock) ? 1 : 0;
}

ULONG NTAPI ExTryAcquireSpinLockSharedAtDpcLevel(LONG* SpinLock) {
  return try_shared(SpinLock) ? 1 : 0;
}

ULONG NTAPI ExTryConvertSharedSpinLockExclusive(LONG* SpinLock) {
  LONG one = 1;
  return std::atomic_ref<LONG>(*SpinLock).compare_exchange_strong(one, kWriter,
                                                                  std::memory_order_acquire)
             ? 1
             : 0;
}

VOID NTAPI ExReleaseSpinLockExclusiveFromDpcLevel(LONG* SpinLock) {
  LONG writer = kWriter;
  if (!std::atomic_ref<LONG>(*SpinLock).compare_exchange_strong(writer, 0,
                                                                std::memory_order_release)) {
    ke::violation(0x1003, SpinLock, static_cast<uint32_t>(writer),
                  "ExReleaseSpinLockExclusive of a lock that is not held exclusively.");
  }
}

VOID NTAPI ExReleaseSpinLockSharedFromDpcLevel(LONG* SpinLock) {
  const LONG before = std::atomic_ref<LONG>(*SpinLock).fetch_sub(1, std::memory_order_release);
  if (before <= 0) {
    ke::violation(0x1003, SpinLock, static_cast<uint32_t>(before),
                  "ExReleaseSpinLockShared of a lock that is not held shared.");
  }
}

VOID NTAPI ExReleaseSpinLockExclusive(LONG* SpinLock, UCHAR OldIrql) {
  ExReleaseSpinLockExclusiveFromDpcLevel(SpinLock);
  ke::lower_irql(OldIrql);
}

VOID NTAPI ExReleaseSpinLockShared(LONG* SpinLock, UCHAR OldIrql) {
  ExReleaseSpinLockSharedFromDpcLevel(SpinLock);
  ke::lower_irql(OldIrql);
}

namespace flthost::ke {

ExportTable spinlock_exports() {
  static const Export rows[] = {
      FLTHOST_EXPORT(KeInitializeSpinLock),
      FLTHOST_EXPORT(KeAcquireSpinLockRaiseToDpc),
      FLTHOST_EXPORT(KeReleaseSpinLock),
      FLTHOST_EXPORT(KeAcquireSpinLockAtDpcLevel),
      FLTHOST_EXPORT(KeReleaseSpinLockFromDpcLevel),
      FLTHOST_EXPORT(KeTryToAcquireSpinLockAtDpcLevel),
      FLTHOST_EXPORT(KeTestSpinLock),
      FLTHOST_EXPORT(KeAcquireSpinLockForDpc),
      FLTHOST_EXPORT(KeReleaseSpinLockForDpc),
      FLTHOST_EXPORT(KeAcquireInStackQueuedSpinLock),
      FLTHOST_EXPORT(KeReleaseInStackQueuedSpinLock),
      FLTHOST_EXPORT(KeAcquireInStackQueuedSpinLockAtDpcLevel),
      FLTHOST_EXPORT(KeReleaseInStackQueuedSpinLockFromDpcLevel),
      FLTHOST_EXPORT(KeAcquireInStackQueuedSpinLockForDpc),
      FLTHOST_EXPORT(KeReleaseInStackQueuedSpinLockForDpc),
      FLTHOST_EXPORT(ExAcquireSpinLockExclusive),
      FLTHOST_EXPORT(ExAcquireSpinLockExclusiveAtDpcLevel),
      FLTHOST_EXPORT(ExAcquireSpinLockShared),
      FLTHOST_EXPORT(ExAcquireSpinLockSharedAtDpcLevel),
      FLTHOST_EXPORT(ExTryAcquireSpinLockExclusiveAtDpcLevel),
      FLTHOST_EXPORT(ExTryAcquireSpinLockSharedAtDpcLevel),
      FLTHOST_EXPORT(ExTryConvertSharedSpinLockExclusive),
      FLTHOST_EXPORT(ExReleaseSpinLockExclusive),
      FLTHOST_EXPORT(ExReleaseSpinLockExclusiveFromDpcLevel),
      FLTHOST_EXPORT(ExReleaseSpinLockShared),
      FLTHOST_EXPORT(ExReleaseSpinLockSharedFromDpcLevel),
  };
  return {rows, std::size(rows)};
}

}  // namespace flthost::ke
