// Push locks: one word. The lower half is what waiters park on: bit 0 exclusive, bit 1 somebody
// waits, from bit 8 on the number of shared owners. Who comes while somebody waits, waits too.
#include <flthost/ex/ex.h>

#include <atomic>

#include "ex_internal.h"

using namespace flthost;

namespace {

constexpr uint32_t kExclusive = 1, kWaiters = 2, kShared = 0x100;

std::atomic<uint32_t>& word_of(PEX_PUSH_LOCK lock) {
  return *reinterpret_cast<std::atomic<uint32_t>*>(lock);
}

template <typename Allowed>
void acquire(PEX_PUSH_LOCK lock, uint32_t add, Allowed allowed) {
  std::atomic<uint32_t>& word = word_of(lock);
  uint32_t now = word.load(std::memory_order_relaxed);
  bool woken = false;
  for (;;) {
    // A woken waiter may pass others: it has waited already.
    if (allowed(woken ? now & ~kWaiters : now)) {
      if (word.compare_exchange_weak(now, now + add, std::memory_order_acquire)) return;
      continue;
    }
    const uint32_t marked = now | kWaiters;
    if (now != marked && !word.compare_exchange_weak(now, marked, std::memory_order_relaxed)) {
      continue;
    }
    ke::park(word, marked);
    woken = true;
    now = word.load(std::memory_order_relaxed);
  }
}

void acquire_exclusive(PEX_PUSH_LOCK lock) {
  acquire(lock, kExclusive, [](uint32_t now) { return (now & kExclusive) == 0 && now < kShared; });
}

void acquire_shared(PEX_PUSH_LOCK lock) {
  acquire(lock, kShared, [](uint32_t now) { return (now & (kExclusive | kWaiters)) == 0; });
}

void release(PEX_PUSH_LOCK lock, bool exclusive) {
  std::atomic<uint32_t>& word = word_of(lock);
  uint32_t now = word.load(std::memory_order_relaxed);
  for (;;) {
    if (exclusive ? (now & kExclusive) == 0 : now < kShared) {
      ke::bugcheck({.code = 0xC4,
                    .parameters = {0x1003, reinterpret_cast<uint64_t>(lock), now, 0},
                    .reason = "A push lock is released that is not held in this way."});
    }
    uint32_t next = now - (exclusive ? kExclusive : kShared);
    const bool last = (next & ~kWaiters) == 0;
    if (last) next = 0;
    if (word.compare_exchange_weak(now, next, std::memory_order_release)) {
      if (last && (now & kWaiters) != 0) ke::unpark_all(word);
      return;
    }
  }
}

}  // namespace

VOID NTAPI ExInitializePushLock(PEX_PUSH_LOCK PushLock) {
  *PushLock = 0;
}

VOID NTAPI ExAcquirePushLockExclusiveEx(PEX_PUSH_LOCK PushLock, ULONG) {
  acquire_exclusive(PushLock);
}
VOID NTAPI ExAcquirePushLockSharedEx(PEX_PUSH_LOCK PushLock, ULONG) {
  acquire_shared(PushLock);
}
VOID NTAPI ExReleasePushLockExclusiveEx(PEX_PUSH_LOCK PushLock, ULONG) {
  release(PushLock, true);
}
VOID NTAPI ExReleasePushLockSharedEx(PEX_PUSH_LOCK PushLock, ULONG) {
  release(PushLock, false);
}

VOID NTAPI ExfAcquirePushLockExclusive(PEX_PUSH_LOCK PushLock) {
  acquire_exclusive(PushLock);
}
VOID NTAPI ExfAcquirePushLockShared(PEX_PUSH_LOCK PushLock) {
  acquire_shared(PushLock);
}
VOID NTAPI ExfReleasePushLockExclusive(PEX_PUSH_LOCK PushLock) {
  release(PushLock, true);
}
VOID NTAPI ExfReleasePushLockShared(PEX_PUSH_LOCK PushLock) {
  release(PushLock, false);
}
VOID NTAPI ExfReleasePushLock(PEX_PUSH_LOCK PushLock) {
  release(PushLock, (word_of(PushLock).load(std::memory_order_relaxed) & kExclusive) != 0);
}
// Every release wakes those it has to.
VOID NTAPI ExfTryToWakePushLock(PEX_PUSH_LOCK) {}
// Wait blocks come from ExBlockOnAddressPushLock only, which does not exist here: everybody who
// sleeps on the lock looks at it again, as after a spurious wake-up.
VOID NTAPI ExfUnblockPushLock(PEX_PUSH_LOCK PushLock, PEX_PUSH_LOCK_WAIT_BLOCK) {
  ke::unpark_all(word_of(PushLock));
}

namespace flthost::ex {

ke::ExportTable pushlock_exports() {
  static const ke::Export rows[] = {
      FLTHOST_EXPORT(ExInitializePushLock),      FLTHOST_EXPORT(ExAcquirePushLockExclusiveEx),
      FLTHOST_EXPORT(ExAcquirePushLockSharedEx), FLTHOST_EXPORT(ExReleasePushLockExclusiveEx),
      FLTHOST_EXPORT(ExReleasePushLockSharedEx), FLTHOST_EXPORT(ExfAcquirePushLockExclusive),
      FLTHOST_EXPORT(ExfAcquirePushLockShared),  FLTHOST_EXPORT(ExfReleasePushLockExclusive),
      FLTHOST_EXPORT(ExfReleasePushLockShared),  FLTHOST_EXPORT(ExfReleasePushLock),
      FLTHOST_EXPORT(ExfTryToWakePushLock),      FLTHOST_EXPORT(ExfUnblockPushLock),
  };
  return {rows, std::size(rows)};
}

}  // namespace flthost::ex
