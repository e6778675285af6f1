// ERESOURCE: shared and exclusive, recursive. Its state lies in a host structure behind OwnerTable;
// the fields that drivers read (ActiveCount, waiter counts) are kept up.
#include <flthost/ex/ex.h>
#include <sched.h>

#include <atomic>
#include <cstring>
#include <deque>
#include <vector>

#include "ex_internal.h"

using namespace flthost;

namespace flthost::ex {

namespace {

constexpr USHORT kOwnedExclusive = 0x80;  // ResourceOwnedExclusive

struct ResourceWaiter {
  std::atomic<uint32_t> granted{0};
  ERESOURCE_THREAD owner = 0;
  bool exclusive = false;
};

struct ResourceOwner {
  ERESOURCE_THREAD thread;
  uint32_t count;
};

struct ResourceState {
  std::atomic_flag busy = ATOMIC_FLAG_INIT;
  bool exclusive = false;
  std::vector<ResourceOwner> owners;
  std::deque<ResourceWaiter*> waiters;
  uint32_t exclusive_waiters = 0;
};

std::atomic<int64_t> g_resources{0};

enum class Sharing { Fair, StarveExclusive, WaitForExclusive };

ResourceState& state_of(PERESOURCE resource) {
  auto* const state = reinterpret_cast<ResourceState*>(resource->OwnerTable);
  if (state == nullptr || (reinterpret_cast<uint64_t>(resource) & 7) != 0) {
    ke::bugcheck({.code = 0xC4,
                  .parameters = {0x3D, 0, 0, reinterpret_cast<uint64_t>(resource)},
                  .reason = "An ERESOURCE is used that was not initialised, was deleted, or is not "
                            "aligned to 8 bytes; call ExInitializeResourceLite first."});
  }
  return *state;
}

class Locked {
 public:
  explicit Locked(PERESOURCE resource) : resource_(resource), state_(state_of(resource)) {
    for (int spins = 0; state_.busy.test_and_set(std::memory_order_acquire); ++spins) {
      if (spins > 50) sched_yield();
    }
  }
  ~Locked() {
    resource_->ActiveCount = static_cast<SHORT>(state_.owners.size());
    resource_->Flag = state_.exclusive ? kOwnedExclusive : 0;
    resource_->NumberOfExclusiveWaiters = state_.exclusive_waiters;
    resource_->NumberOfSharedWaiters =
        static_cast<ULONG>(state_.waiters.size()) - state_.exclusive_waiters;
    state_.busy.clear(std::memory_order_release);
  }
  Locked(const Locked&) = delete;
  Locked& operator=(const Locked&) = delete;
  ResourceState* operator->() { return &state_; }
  ResourceState& operator*() { return state_; }

 private:
  PERESOURCE resource_;
  ResourceState& state_;
};

ResourceOwner* find(ResourceState& state, ERESOURCE_THREAD thread) {
  for (ResourceOwner& owner : state.owners) {
    if (owner.thread == thread) return &owner;
  }
  return nullptr;
}

// NT demands it of threads that a user-mode APC could suspend.
void check_apcs(PERESOURCE resource, uint64_t kind) {
  const ke::Thread& thread = ke::current_thread();
  if (thread.irql >= APC_LEVEL || thread.kernel_apc_disable != 0 ||
      thread.special_apc_disable != 0 || ke::is_system_thread()) {
    return;
  }
  ke::bugcheck({.code = 0xC4,
                .parameters = {kind, thread.irql, 0, reinterpret_cast<uint64_t>(resource)},
                .reason = "An ERESOURCE is acquired or released with kernel APCs enabled; call "
                          "KeEnterCriticalRegion before and KeLeaveCriticalRegion after."});
}

void grant(ResourceState& state, ResourceWaiter& waiter) {
  if (ResourceOwner* const owner = find(state, waiter.owner)) {
    ++owner->count;
  } else {
    state.owners.push_back({waiter.owner, 1});
  }
  state.exclusive = waiter.exclusive;
  waiter.granted.store(1, std::memory_order_release);
  ke::unpark_all(waiter.granted);
}

// Nobody owns it exclusively: gives it to those whose turn it is.
void hand_on(ResourceState& state) {
  while (!state.waiters.empty() && !state.exclusive) {
    ResourceWaiter* const next = state.waiters.front();
    if (next->exclusive && !state.owners.empty()) return;
    state.waiters.pop_front();
    if (next->exclusive) --state.exclusive_waiters;
    grant(state, *next);
  }
}

void wait(ResourceWaiter& waiter) {
  while (waiter.granted.load(std::memory_order_acquire) == 0) ke::park(waiter.granted, 0);
}

bool acquire_exclusive(PERESOURCE resource, bool may_wait) {
  check_apcs(resource, 0x37);
  const ERESOURCE_THREAD me = current_owner();
  ResourceWaiter waiter;
  {
    Locked state(resource);
    ResourceOwner* const mine = find(*state, me);
    if (state->exclusive && mine != nullptr) {
      ++mine->count;
      return true;
    }
    if (state->owners.empty()) {
      state->owners.push_back({me, 1});
      state->exclusive = true;
      return true;
    }
    if (!may_wait) return false;
    if (mine != nullptr) {
      ke::bugcheck({.code = 0xC4,
                    .parameters = {0x1000, reinterpret_cast<uint64_t>(resource), 0, 0},
                    .reason = "A thread that owns an ERESOURCE shared waits to own it exclusively, "
                              "which never ends; release it first."});
    }
    resource->ContentionCount = resource->ContentionCount + 1;
    waiter.owner = me;
    waiter.exclusive = true;
    state->waiters.push_back(&waiter);
    ++state->exclusive_waiters;
  }
  wait(waiter);
  return true;
}

bool acquire_shared(PERESOURCE resource, bool may_wait, Sharing sharing) {
  check_apcs(resource, 0x37);
  const ERESOURCE_THREAD me = current_owner();
  ResourceWaiter waiter;
  {
    Locked state(resource);
    ResourceOwner* const mine = find(*state, me);
    const bool recursive = mine != nullptr;
    bool now = false;
    if (state->exclusive) {
      now = recursive;
    } else if (sharing == Sharing::StarveExclusive) {
      now = true;
    } else if (sharing == Sharing::WaitForExclusive) {
      now = state->exclusive_waiters == 0;
    } else {
      now = recursive || state->exclusive_waiters == 0;
    }
    if (now) {
      if (recursive) {
        ++mine->count;
      } else {
        state->owners.push_back({me, 1});
      }
      return true;
    }
    if (!may_wait) return false;
    resource->ContentionCount = resource->ContentionCount + 1;
    waiter.owner = me;
    state->waiters.push_back(&waiter);
  }
  wait(waiter);
  return true;
}

void release(PERESOURCE resource, ERESOURCE_THREAD thread) {
  check_apcs(resource, 0x38);
  Locked state(resource);
  ResourceOwner* const owner = find(*state, thread);
  if (owner == nullptr) {
    ke::bugcheck({.code = 0xE3,  // RESOURCE_NOT_OWNED
                  .parameters = {reinterpret_cast<uint64_t>(resource), thread, 0, 0},
                  .reason = "An ERESOURCE is released by a thread that does not own it."});
  }
  if (--owner->count != 0) return;
  *owner = state->owners.back();
  state->owners.pop_back();
  if (state->owners.empty()) state->exclusive = false;
  hand_on(*state);
}

void destroy(PERESOURCE resource) {
  {
    Locked state(resource);
    if (!state->owners.empty() || !state->waiters.empty()) {
      ke::bugcheck({.code = 0xC4,
                    .parameters = {0xD2, reinterpret_cast<uint64_t>(resource), 0, 0},
                    .reason = "An ERESOURCE is deleted while it is owned or waited for."});
    }
  }
  delete &state_of(resource);
  resource->OwnerTable = nullptr;
  g_resources.fetch_sub(1);
}

}  // namespace

uint64_t resource_leaks() {
  return static_cast<uint64_t>(g_resources.load());
}

}  // namespace flthost::ex

using namespace flthost::ex;

NTSTATUS NTAPI ExInitializeResourceLite(PERESOURCE Resource) {
  std::memset(Resource, 0, sizeof *Resource);
  Resource->SystemResourcesList.Flink = Resource->SystemResourcesList.Blink =
      &Resource->SystemResourcesList;
  Resource->OwnerTable = reinterpret_cast<POWNER_ENTRY>(new ResourceState);
  g_resources.fetch_add(1);
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI ExDeleteResourceLite(PERESOURCE Resource) {
  destroy(Resource);
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI ExReinitializeResourceLite(PERESOURCE Resource) {
  destroy(Resource);
  return ExInitializeResourceLite(Resource);
}

BOOLEAN NTAPI ExAcquireResourceExclusiveLite(PERESOURCE Resource, BOOLEAN Wait) {
  return acquire_exclusive(Resource, Wait != FALSE) ? TRUE : FALSE;
}
BOOLEAN NTAPI ExAcquireResourceSharedLite(PERESOURCE Resource, BOOLEAN Wait) {
  return acquire_shared(Resource, Wait != FALSE, Sharing::Fair) ? TRUE : FALSE;
}
BOOLEAN NTAPI ExAcquireSharedStarveExclusive(PERESOURCE Resource, BOOLEAN Wait) {
  return acquire_shared(Resource, Wait != FALSE, Sharing::StarveExclusive) ? TRUE : FALSE;
}
BOOLEAN NTAPI ExAcquireSharedWaitForExclusive(PERESOURCE Resource, BOOLEAN Wait) {
  return acquire_shared(Resource, Wait != FALSE, Sharing::WaitForExclusive) ? TRUE : FALSE;
}

PVOID NTAPI ExEnterCriticalRegionAndAcquireResourceExclusive(PERESOURCE Resource) {
  KeEnterCriticalRegion();
  acquire_exclusive(Resource, true);
  return nullptr;
}
PVOID NTAPI ExEnterCriticalRegionAndAcquireResourceShared(PERESOURCE Resource) {
  KeEnterCriticalRegion();
  acquire_shared(Resource, true, Sharing::Fair);
  return nullptr;
}
PVOID NTAPI ExEnterCriticalRegionAndAcquireSharedWaitForExclusive(PERESOURCE Resource) {
  KeEnterCriticalRegion();
  acquire_shared(Resource, true, Sharing::WaitForExclusive);
  return nullptr;
}

VOID NTAPI ExReleaseResourceLite(PERESOURCE Resource) {
  release(Resource, current_owner());
}
VOID NTAPI ExReleaseResourceForThreadLite(PERESOURCE Resource, ERESOURCE_THREAD ResourceThreadId) {
  release(Resource, ResourceThreadId);
}
VOID NTAPI ExReleaseResourceAndLeaveCriticalRegion(PERESOURCE Resource) {
  ExReleaseResourceLite(Resource);
  KeLeaveCriticalRegion();
}

VOID NTAPI ExConvertExclusiveToSharedLite(PERESOURCE Resource) {
  Locked state(Resource);
  ResourceOwner* const mine = find(*state, current_owner());
  if (!state->exclusive || mine == nullptr) {
    ke::bugcheck({.code = 0xE3,
                  .parameters = {reinterpret_cast<uint64_t>(Resource), current_owner(), 0, 0},
                  .reason = "ExConvertExclusiveToSharedLite by a thread that does not own the "
                            "ERESOURCE exclusively."});
  }
  state->exclusive = false;
  hand_on(*state);
}

VOID NTAPI ExSetResourceOwnerPointer(PERESOURCE Resource, PVOID OwnerPointer) {
  Locked state(Resource);
  ResourceOwner* const mine = find(*state, current_owner());
  if (mine == nullptr) {
    ke::bugcheck(
        {.code = 0xE3,
         .parameters = {reinterpret_cast<uint64_t>(Resource), current_owner(), 0, 0},
         .reason = "ExSetResourceOwnerPointer by a thread that does not own the ERESOURCE."});
  }
  mine->thread = reinterpret_cast<ERESOURCE_THREAD>(OwnerPointer);
}

VOID NTAPI ExSetResourceOwnerPointerEx(PERESOURCE Resource, PVOID OwnerPointer, ULONG) {
  ExSetResourceOwnerPointer(Resource, OwnerPointer);
}

BOOLEAN NTAPI ExIsResourceAcquiredExclusiveLite(PERESOURCE Resource) {
  Locked state(Resource);
  return state->exclusive && find(*state, current_owner()) != nullptr ? TRUE : FALSE;
}

ULONG NTAPI ExIsResourceAcquiredSharedLite(PERESOURCE Resource) {
  Locked state(Resource);
  const ResourceOwner* const mine = find(*state, current_owner());
  return mine != nullptr ? mine->count : 0;
}

ULONG NTAPI ExGetExclusiveWaiterCount(PERESOURCE Resource) {
  return Locked(Resource)->exclusive_waiters;
}

ULONG NTAPI ExGetSharedWaiterCount(PERESOURCE Resource) {
  Locked state(Resource);
  return static_cast<ULONG>(state->waiters.size()) - state->exclusive_waiters;
}

// Owners are never boosted here.
VOID NTAPI ExDisableResourceBoostLite(PERESOURCE) {}

namespace flthost::ex {

ke::ExportTable resource_exports() {
  static const ke::Export rows[] = {
      FLTHOST_EXPORT(ExInitializeResourceLite),
      FLTHOST_EXPORT(ExDeleteResourceLite),
      FLTHOST_EXPORT(ExReinitializeResourceLite),
      FLTHOST_EXPORT(ExAcquireResourceExclusiveLite),
      FLTHOST_EXPORT(ExAcquireResourceSharedLite),
      FLTHOST_EXPORT(ExAcquireSharedStarveExclusive),
      FLTHOST_EXPORT(ExAcquireSharedWaitForExclusive),
      FLTHOST_EXPORT(ExEnterCriticalRegionAndAcquireResourceExclusive),
      FLTHOST_EXPORT(ExEnterCriticalRegionAndAcquireResourceShared),
      FLTHOST_EXPORT(ExEnterCriticalRegionAndAcquireSharedWaitForExclusive),
      FLTHOST_EXPORT(ExReleaseResourceLite),
      FLTHOST_EXPORT(ExReleaseResourceForThreadLite),
      FLTHOST_EXPORT(ExReleaseResourceAndLeaveCriticalRegion),
      FLTHOST_EXPORT(ExConvertExclusiveToSharedLite),
      FLTHOST_EXPORT(ExSetResourceOwnerPointer),
      FLTHOST_EXPORT(ExSetResourceOwnerPointerEx),
      FLTHOST_EXPORT(ExIsResourceAcquiredExclusiveLite),
      FLTHOST_EXPORT(ExIsResourceAcquiredSharedLite),
      FLTHOST_EXPORT(ExGetExclusiveWaiterCount),
      FLTHOST_EXPORT(ExGetSharedWaiterCount),
      FLTHOST_EXPORT(ExDisableResourceBoostLite),
  };
  return {rows, std::size(rows)};
}

}  // namespace flthost::ex
