// Push locks and resources as the Filter Manager gives them: in a critical region of their own.
#include <flthost/flt/internal.h>
#include <flthost/mm/mm.h>

namespace flthost::flt {

NTSTATUS lock_pages(PMDL mdl, KPROCESSOR_MODE mode, LOCK_OPERATION access) {
  const auto* start = static_cast<const uint8_t*>(mdl->StartVa) + mdl->ByteOffset;
  const auto* end = start + mdl->ByteCount;
  if (mode == UserMode && !mm::is_user_address(end - 1)) return STATUS_ACCESS_VIOLATION;
  // Touched here first, where a bad address is a status: MmProbeAndLockPages would raise it.
  for (const uint8_t* page = start; page < end;
       page = reinterpret_cast<const uint8_t*>((reinterpret_cast<uintptr_t>(page) | 0xfff) + 1)) {
    uint8_t byte = 0;
    if (!mm::guarded_copy(&byte, page, 1)) return STATUS_ACCESS_VIOLATION;
    if (access != IoReadAccess && !mm::guarded_copy(const_cast<uint8_t*>(page), &byte, 1)) {
      return STATUS_ACCESS_VIOLATION;
    }
  }
  MmProbeAndLockPages(mdl, mode, access);
  return STATUS_SUCCESS;
}

}  // namespace flthost::flt

// ------------------------------------------------------------------ push locks
// In the first half of the EX_PUSH_LOCK: who holds it. Drivers use these locks only through Flt*.
namespace {

using namespace flthost;

constexpr uint32_t kExclusive = 0x80000000u;
constexpr uint32_t kWriterWaits = 0x40000000u;  // readers that come now wait
constexpr uint32_t kReaders = 0x3fffffffu;

std::atomic<uint32_t>& word_of(PEX_PUSH_LOCK lock) {
  return *reinterpret_cast<std::atomic<uint32_t>*>(lock);
}

void acquire_exclusive(std::atomic<uint32_t>& word) {
  uint32_t value = word.load(std::memory_order_relaxed);
  for (;;) {
    if ((value & (kExclusive | kReaders)) == 0) {
      if (word.compare_exchange_weak(value, kExclusive, std::memory_order_acquire)) return;
      continue;
    }
    const uint32_t waiting = value | kWriterWaits;
    if (value != waiting && !word.compare_exchange_weak(value, waiting)) continue;
    ke::park(word, waiting);
    value = word.load(std::memory_order_relaxed);
  }
}

void acquire_shared(std::atomic<uint32_t>& word) {
  uint32_t value = word.load(std::memory_order_relaxed);
  for (;;) {
    if ((value & (kExclusive | kWriterWaits)) == 0) {
      if (word.compare_exchange_weak(value, value + 1, std::memory_order_acquire)) return;
      continue;
    }
    ke::park(word, value);
    value = word.load(std::memory_order_relaxed);
  }
}

void release(std::atomic<uint32_t>& word) {
  uint32_t value = word.load(std::memory_order_relaxed);
  for (;;) {
    const uint32_t readers = value & kReaders;
    if ((value & kExclusive) == 0 && readers == 0) {
      flt::violation(flt::Rule::Object, nullptr, reinterpret_cast<uint64_t>(&word),
                     "Flt.PushLock: FltReleasePushLock of a lock that nobody holds; pair it with "
                     "FltAcquirePushLock");
    }
    // The last holder clears the hint: whoever still waits sets it again.
    const uint32_t next = (value & kExclusive) != 0 || readers == 1 ? 0 : value - 1;
    if (!word.compare_exchange_weak(value, next, std::memory_order_release)) continue;
    if (next == 0) ke::unpark_all(word);
    return;
  }
}

}  // namespace

VOID NTAPI FltInitializePushLock(PEX_PUSH_LOCK PushLock) {
  std::memset(static_cast<void*>(PushLock), 0, sizeof(*PushLock));
}
VOID NTAPI FltDeletePushLock(PEX_PUSH_LOCK PushLock) {
  if (word_of(PushLock).load(std::memory_order_acquire) == 0) return;
  flt::violation(flt::Rule::Object, nullptr, reinterpret_cast<uint64_t>(PushLock),
                 "Flt.PushLock: FltDeletePushLock while the lock is held; release it first");
}
VOID NTAPI FltAcquirePushLockExclusiveEx(PEX_PUSH_LOCK PushLock, ULONG) {
  KeEnterCriticalRegion();
  acquire_exclusive(word_of(PushLock));
}
VOID NTAPI FltAcquirePushLockSharedEx(PEX_PUSH_LOCK PushLock, ULONG) {
  KeEnterCriticalRegion();
  acquire_shared(word_of(PushLock));
}
VOID NTAPI FltReleasePushLockEx(PEX_PUSH_LOCK PushLock, ULONG) {
  release(word_of(PushLock));
  KeLeaveCriticalRegion();
}
VOID NTAPI FltAcquirePushLockExclusive(PEX_PUSH_LOCK PushLock) {
  FltAcquirePushLockExclusiveEx(PushLock, 0);
}
VOID NTAPI FltAcquirePushLockShared(PEX_PUSH_LOCK PushLock) {
  FltAcquirePushLockSharedEx(PushLock, 0);
}
VOID NTAPI FltReleasePushLock(PEX_PUSH_LOCK PushLock) {
  FltReleasePushLockEx(PushLock, 0);
}

VOID NTAPI FltAcquireResourceExclusive(PERESOURCE Resource) {
  KeEnterCriticalRegion();
  ExAcquireResourceExclusiveLite(Resource, TRUE);
}
VOID NTAPI FltAcquireResourceShared(PERESOURCE Resource) {
  KeEnterCriticalRegion();
  ExAcquireResourceSharedLite(Resource, TRUE);
}
VOID NTAPI FltReleaseResource(PERESOURCE Resource) {
  ExReleaseResourceLite(Resource);
  KeLeaveCriticalRegion();
}
