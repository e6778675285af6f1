// Rundown protection. Bit 0: the object is going away; the rest, in steps of two: who is inside.
#include <flthost/ex/ex.h>

#include <atomic>
#include <cstring>

#include "ex_internal.h"

using namespace flthost;

namespace {

constexpr ULONG_PTR kRundown = 1, kOne = 2;

std::atomic<uint64_t>& count_of(PEX_RUNDOWN_REF ref) {
  return *reinterpret_cast<std::atomic<uint64_t>*>(ref);
}

// What a waiter parks on: the lower half of the count.
std::atomic<uint32_t>& word_of(PEX_RUNDOWN_REF ref) {
  return *reinterpret_cast<std::atomic<uint32_t>*>(ref);
}

bool acquire(PEX_RUNDOWN_REF ref, uint64_t times) {
  std::atomic<uint64_t>& count = count_of(ref);
  uint64_t now = count.load(std::memory_order_relaxed);
  while ((now & kRundown) == 0) {
    if (count.compare_exchange_weak(now, now + times * kOne, std::memory_order_acquire))
      return true;
  }
  return false;
}

void release(PEX_RUNDOWN_REF ref, uint64_t times) {
  const uint64_t before = count_of(ref).fetch_sub(times * kOne, std::memory_order_acq_rel);
  if (before < times * kOne) {
    ke::bugcheck({.code = 0xC4,
                  .parameters = {0x1003, reinterpret_cast<uint64_t>(ref), before, times},
                  .reason = "Rundown protection is released that was not acquired."});
  }
  // The waiter may free the memory from here on; a wake of a foreign word does no harm.
  if (before - times * kOne == kRundown) ke::unpark_all(word_of(ref));
}

void wait(PEX_RUNDOWN_REF ref) {
  uint64_t now = count_of(ref).fetch_or(kRundown, std::memory_order_acq_rel) | kRundown;
  while (now != kRundown) {
    ke::park(word_of(ref), static_cast<uint32_t>(now));
    now = count_of(ref).load(std::memory_order_acquire);
  }
}

}  // namespace

// One count per processor, each on its own cache line; a release may come on another processor than
// its acquire, so only the sum means something.
struct _EX_RUNDOWN_REF_CACHE_AWARE {
  struct Slot {
    std::atomic<uint64_t> count;
    char padding[120];  // pool is aligned to 16 bytes only
  };
  uint32_t slots;
  bool in_pool;
  std::atomic<uint64_t>
      left;  // while running down: who is inside, + bias until all slots are summed
  Slot slot[1];
};

namespace {

using CacheAware = _EX_RUNDOWN_REF_CACHE_AWARE;
constexpr uint64_t kBias = 1ULL << 62;

CacheAware::Slot& my_slot(CacheAware* ref) {
  return ref->slot[static_cast<uint32_t>(ke::current_processor()) % ref->slots];
}

SIZE_T cache_aware_size() {
  return sizeof(CacheAware) + sizeof(CacheAware::Slot) * static_cast<size_t>(ke::processor_count());
}

void initialize(CacheAware* ref, bool in_pool) {
  ref->slots = static_cast<uint32_t>(ke::processor_count());
  ref->in_pool = in_pool;
  ref->left.store(0);
  for (uint32_t i = 0; i < ref->slots; ++i) ref->slot[i].count.store(0);
}

bool acquire(CacheAware* ref, uint64_t times) {
  std::atomic<uint64_t>& count = my_slot(ref).count;
  uint64_t now = count.load(std::memory_order_relaxed);
  while ((now & kRundown) == 0) {
    if (count.compare_exchange_weak(now, now + times * kOne, std::memory_order_acquire))
      return true;
  }
  return false;
}

void release(CacheAware* ref, uint64_t times) {
  std::atomic<uint64_t>& count = my_slot(ref).count;
  uint64_t now = count.load(std::memory_order_relaxed);
  while ((now & kRundown) == 0) {
    // May go below zero: the acquire is in another slot.
    if (count.compare_exchange_weak(now, now - times * kOne, std::memory_order_release)) return;
  }
  if (ref->left.fetch_sub(times * kOne, std::memory_order_acq_rel) == times * kOne) {
    ke::unpark_all(*reinterpret_cast<std::atomic<uint32_t>*>(&ref->left));
  }
}

void wait(CacheAware* ref) {
  ref->left.store(kBias);
  uint64_t sum = 0;
  for (uint32_t i = 0; i < ref->slots; ++i) {
    const uint64_t before = ref->slot[i].count.exchange(kRundown, std::memory_order_acq_rel);
    if ((before & kRundown) == 0) sum += before;
  }
  uint64_t left = ref->left.fetch_add(sum - kBias, std::memory_order_acq_rel) + sum - kBias;
  while (left != 0) {
    ke::park(*reinterpret_cast<std::atomic<uint32_t>*>(&ref->left), static_cast<uint32_t>(left));
    left = ref->left.load(std::memory_order_acquire);
  }
}

}  // namespace

VOID NTAPI ExInitializeRundownProtection(PEX_RUNDOWN_REF RunRef) {
  count_of(RunRef).store(0);
}
VOID NTAPI ExReInitializeRundownProtection(PEX_RUNDOWN_REF RunRef) {
  count_of(RunRef).store(0);
}
VOID NTAPI ExRundownCompleted(PEX_RUNDOWN_REF RunRef) {
  count_of(RunRef).store(kRundown);
}
BOOLEAN NTAPI ExAcquireRundownProtection(PEX_RUNDOWN_REF RunRef) {
  return acquire(RunRef, 1) ? TRUE : FALSE;
}
BOOLEAN NTAPI ExAcquireRundownProtectionEx(PEX_RUNDOWN_REF RunRef, ULONG Count) {
  return acquire(RunRef, Count) ? TRUE : FALSE;
}
VOID NTAPI ExReleaseRundownProtection(PEX_RUNDOWN_REF RunRef) {
  release(RunRef, 1);
}
VOID NTAPI ExReleaseRundownProtectionEx(PEX_RUNDOWN_REF RunRef, ULONG Count) {
  release(RunRef, Count);
}
VOID NTAPI ExWaitForRundownProtectionRelease(PEX_RUNDOWN_REF RunRef) {
  wait(RunRef);
}

SIZE_T NTAPI ExSizeOfRundownProtectionCacheAware() {
  return cache_aware_size();
}

PEX_RUNDOWN_REF_CACHE_AWARE NTAPI ExAllocateCacheAwareRundownProtection(POOL_TYPE PoolType,
                                                                        ULONG PoolTag) {
  auto* const ref =
      static_cast<CacheAware*>(ExAllocatePoolWithTag(PoolType, cache_aware_size(), PoolTag));
  if (ref == nullptr) return nullptr;
  initialize(ref, true);
  return ref;
}

VOID NTAPI ExFreeCacheAwareRundownProtection(PEX_RUNDOWN_REF_CACHE_AWARE RunRefCacheAware) {
  ExFreePool(RunRefCacheAware);
}

VOID NTAPI ExInitializeRundownProtectionCacheAware(PEX_RUNDOWN_REF_CACHE_AWARE RunRefCacheAware,
                                                   SIZE_T) {
  initialize(RunRefCacheAware, false);
}
// The caller's memory has ExSizeOfRundownProtectionCacheAware() bytes; no flag changes what is
// kept.
VOID NTAPI ExInitializeRundownProtectionCacheAwareEx(PEX_RUNDOWN_REF_CACHE_AWARE RunRefCacheAware,
                                                     ULONG) {
  initialize(RunRefCacheAware, false);
}
// Nothing hangs on it but the caller's memory; who is still inside would use that after its end.
VOID NTAPI ExCleanupRundownProtectionCacheAware(PEX_RUNDOWN_REF_CACHE_AWARE RunRefCacheAware) {
  uint64_t inside = RunRefCacheAware->left.load();
  for (uint32_t i = 0; i < RunRefCacheAware->slots; ++i) {
    const uint64_t count = RunRefCacheAware->slot[i].count.load();
    if ((count & kRundown) == 0) inside += count;
  }
  if (inside == 0) return;
  ke::bugcheck({.code = 0xC4,
                .parameters = {0x1003, reinterpret_cast<uint64_t>(RunRefCacheAware), inside, 0},
                .reason = "ExCleanupRundownProtectionCacheAware while somebody is inside; wait for "
                          "the release first."});
}
VOID NTAPI ExReInitializeRundownProtectionCacheAware(PEX_RUNDOWN_REF_CACHE_AWARE Ref) {
  initialize(Ref, Ref->in_pool);
}
VOID NTAPI ExRundownCompletedCacheAware(PEX_RUNDOWN_REF_CACHE_AWARE Ref) {
  for (uint32_t i = 0; i < Ref->slots; ++i) Ref->slot[i].count.store(kRundown);
}
BOOLEAN NTAPI ExAcquireRundownProtectionCacheAware(PEX_RUNDOWN_REF_CACHE_AWARE Ref) {
  return acquire(Ref, 1) ? TRUE : FALSE;
}
BOOLEAN NTAPI ExAcquireRundownProtectionCacheAwareEx(PEX_RUNDOWN_REF_CACHE_AWARE Ref, ULONG Count) {
  return acquire(Ref, Count) ? TRUE : FALSE;
}
VOID NTAPI ExReleaseRundownProtectionCacheAware(PEX_RUNDOWN_REF_CACHE_AWARE Ref) {
  release(Ref, 1);
}
VOID NTAPI ExReleaseRundownProtectionCacheAwareEx(PEX_RUNDOWN_REF_CACHE_AWARE Ref, ULONG Count) {
  release(Ref, Count);
}
VOID NTAPI ExWaitForRundownProtectionReleaseCacheAware(PEX_RUNDOWN_REF_CACHE_AWARE Ref) {
  wait(Ref);
}

namespace flthost::ex {

ke::ExportTable rundown_exports() {
  static const ke::Export rows[] = {
      FLTHOST_EXPORT(ExInitializeRundownProtection),
      FLTHOST_EXPORT(ExReInitializeRundownProtection),
      FLTHOST_EXPORT(ExRundownCompleted),
      FLTHOST_EXPORT(ExAcquireRundownProtection),
      FLTHOST_EXPORT(ExAcquireRundownProtectionEx),
      FLTHOST_EXPORT(ExReleaseRundownProtection),
      FLTHOST_EXPORT(ExReleaseRundownProtectionEx),
      FLTHOST_EXPORT(ExWaitForRundownProtectionRelease),
      FLTHOST_EXPORT(ExSizeOfRundownProtectionCacheAware),
      FLTHOST_EXPORT(ExAllocateCacheAwareRundownProtection),
      FLTHOST_EXPORT(ExFreeCacheAwareRundownProtection),
      FLTHOST_EXPORT(ExInitializeRundownProtectionCacheAware),
      FLTHOST_EXPORT(ExInitializeRundownProtectionCacheAwareEx),
      FLTHOST_EXPORT(ExCleanupRundownProtectionCacheAware),
      FLTHOST_EXPORT(ExReInitializeRundownProtectionCacheAware),
      FLTHOST_EXPORT(ExRundownCompletedCacheAware),
      FLTHOST_EXPORT(ExAcquireRundownProtectionCacheAware),
      FLTHOST_EXPORT(ExAcquireRundownProtectionCacheAwareEx),
      FLTHOST_EXPORT(ExReleaseRundownProtectionCacheAware),
      FLTHOST_EXPORT(ExReleaseRundownProtectionCacheAwareEx),
      FLTHOST_EXPORT(ExWaitForRundownProtectionReleaseCacheAware),
  };
  return {rows, std::size(rows)};
}

}  // namespace flthost::ex
