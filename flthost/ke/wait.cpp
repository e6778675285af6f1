// Waiting on dispatcher objects.
//
// A signaller holds the object's lock; it claims a waiter with one compare-and-swap and takes the
// signal for it, so no signal is lost between two threads. A wait for all objects is checked by the
// signaller after it let go of the object, with every object of that wait locked in address order.
#include <sched.h>

#include <algorithm>
#include <memory>

#include "ke_internal.h"

using namespace flthost;

namespace flthost::ke {

void lock_contended(std::atomic_ref<LONG> word) {
  for (int spins = 0;; ++spins) {
    if ((word.load(std::memory_order_relaxed) & kLockBit) == 0 &&
        (word.fetch_or(kLockBit, std::memory_order_acquire) & kLockBit) == 0) {
      return;
    }
    if (spins > 50) {
      sched_yield();
    } else {
      __builtin_ia32_pause();
    }
  }
}

void initialize_header(DISPATCHER_HEADER& header, ObjectType type, LONG state) {
  header.LockNV = type;
  header.SignalState = state;
  list_init(header.WaitListHead);
}

int64_t deadline_of(const LARGE_INTEGER* timeout) {
  if (timeout == nullptr) return kForever;
  const int64_t now = interrupt_time();
  const int64_t value = timeout->QuadPart;
  if (value <= 0) return value < now - kForever + 1 ? kForever - 1 : now - value;
  return now + (value - system_time());
}

namespace {

bool is_signalled(DISPATCHER_HEADER& header, PKTHREAD thread) {
  if (type_of(header) == kMutant) {
    auto& mutant = reinterpret_cast<KMUTANT&>(header);
    return header.SignalState > 0 || mutant.OwnerThread == thread;
  }
  return header.SignalState > 0;
}

// Takes the signal for `thread`; true when a mutant was abandoned by its last owner.
bool consume(DISPATCHER_HEADER& header, PKTHREAD thread) {
  switch (type_of(header)) {
    case kSynchronizationEvent:
    case kSynchronizationTimer:
      header.SignalState = 0;
      return false;
    case kSemaphore:
      --header.SignalState;
      return false;
    case kMutant: {
      auto& mutant = reinterpret_cast<KMUTANT&>(header);
      --header.SignalState;
      mutant.OwnerThread = thread;
      const bool abandoned = mutant.Abandoned != 0;
      mutant.Abandoned = 0;
      return abandoned;
    }
    default:
      return false;
  }
}

struct Ordered {
  DISPATCHER_HEADER* objects[MAXIMUM_WAIT_OBJECTS];
  uint32_t count;
  Ordered(DISPATCHER_HEADER* const* source, uint32_t n) : objects{}, count(n) {
    std::copy_n(source, n, objects);
    std::sort(objects, objects + n);
    count = static_cast<uint32_t>(std::unique(objects, objects + n) - objects);
    for (uint32_t i = 0; i < count; ++i) lock(*objects[i]);
  }
  ~Ordered() {
    for (uint32_t i = 0; i < count; ++i) unlock(*objects[i]);
  }
  Ordered(const Ordered&) = delete;
  Ordered& operator=(const Ordered&) = delete;
};

// All objects locked: takes every signal when all are there and the wait has not ended otherwise.
bool try_all(Waiter& waiter, uint32_t* result) {
  DISPATCHER_HEADER* const* const objects = waiter.objects;
  const uint32_t count = waiter.count;
  PKTHREAD const thread = waiter.thread;
  for (uint32_t i = 0; i < count; ++i) {
    if (!is_signalled(*objects[i], thread)) return false;
  }
  uint32_t waiting = Waiter::kWaiting;
  if (!waiter.state.compare_exchange_strong(waiting, 1, std::memory_order_acq_rel)) return false;
  bool abandoned = false;
  for (uint32_t i = 0; i < count; ++i) abandoned |= consume(*objects[i], thread);
  *result = 1 | (abandoned ? Waiter::kAbandoned : 0);
  if (abandoned) waiter.state.store(*result, std::memory_order_release);
  return true;
}

// The waiter is pinned. Gives it all its objects when they are signalled together.
void complete_wait_all(Waiter& waiter) {
  bool done = false;
  {
    const Ordered locked(waiter.objects, waiter.count);
    uint32_t result = 0;
    done = try_all(waiter, &result);
  }
  if (done) unpark_all(waiter.state);
}

}  // namespace

void satisfy_waiters_and_unlock(DISPATCHER_HEADER& header) {
  constexpr int kBatch = 16;
  for (;;) {
    Waiter* pinned[kBatch];
    int count = 0;
    bool more = false;
    for (LIST_ENTRY* at = header.WaitListHead.Flink; at != &header.WaitListHead;) {
      WaitLink& link = *containing<WaitLink>(at, offsetof(WaitLink, entry));
      at = at->Flink;
      Waiter& waiter = *link.waiter;
      if (!is_signalled(header, waiter.thread)) break;
      if (waiter.all) {
        if (count == kBatch) {
          more = true;
          break;
        }
        waiter.pins.fetch_add(1, std::memory_order_relaxed);
        pinned[count++] = &waiter;
        continue;
      }
      uint32_t waiting = Waiter::kWaiting;
      const uint32_t woken = link.index + 1;
      // Claimed first, consumed then: the waiter may be ending at this moment for another reason.
      if (!waiter.state.compare_exchange_strong(waiting, woken, std::memory_order_acq_rel))
        continue;
      const bool abandoned = consume(header, waiter.thread);
      list_remove(link.entry);
      link.linked = false;
      if (abandoned) waiter.state.store(woken | Waiter::kAbandoned, std::memory_order_release);
      // It can't leave before it has locked this object once more.
      unpark_all(waiter.state);
    }
    unlock(header);
    for (int i = 0; i < count; ++i) {
      complete_wait_all(*pinned[i]);
      pinned[i]->pins.fetch_sub(1, std::memory_order_release);
    }
    if (!more) return;
    lock(header);
  }
}

void signal_permanently(DISPATCHER_HEADER& header) {
  lock(header);
  header.SignalState = 1;
  satisfy_waiters_and_unlock(header);
}

namespace {

// Links the waiter to every object unless the wait is satisfied at once.
bool satisfied_at_once(Waiter& waiter, WaitLink* links, uint32_t* result) {
  for (uint32_t i = 0; i < waiter.count; ++i) {
    DISPATCHER_HEADER& header = *waiter.objects[i];
    lock(header);
    if (is_signalled(header, waiter.thread)) {
      uint32_t waiting = Waiter::kWaiting;
      if (waiter.state.compare_exchange_strong(waiting, Waiter::kEnded)) {
        *result = (i + 1) | (consume(header, waiter.thread) ? Waiter::kAbandoned : 0);
        unlock(header);
        return true;
      }
      unlock(header);  // an earlier object was signalled meanwhile
      return false;
    }
    links[i].waiter = &waiter;
    links[i].index = i;
    links[i].linked = true;
    list_insert_tail(header.WaitListHead, links[i].entry);
    unlock(header);
  }
  return false;
}

bool all_satisfied_at_once(Waiter& waiter, WaitLink* links, uint32_t* result) {
  const Ordered locked(waiter.objects, waiter.count);
  if (try_all(waiter, result)) return true;
  for (uint32_t i = 0; i < waiter.count; ++i) {
    links[i].waiter = &waiter;
    links[i].index = i;
    links[i].linked = true;
    list_insert_tail(waiter.objects[i]->WaitListHead, links[i].entry);
  }
  return false;
}

void unlink_all(Waiter& waiter, WaitLink* links) {
  for (uint32_t i = 0; i < waiter.count; ++i) {
    if (links[i].waiter == nullptr) continue;
    lock(*waiter.objects[i]);
    if (links[i].linked) list_remove(links[i].entry);
    unlock(*waiter.objects[i]);
  }
  while (waiter.pins.load(std::memory_order_acquire) != 0) sched_yield();
}

// A mutex of KeInitializeMutex keeps kernel APCs out while it is owned; the list is for thread end.
void note_acquired(Thread& self, DISPATCHER_HEADER& header) {
  if (type_of(header) != kMutant) return;
  auto& mutant = reinterpret_cast<KMUTANT&>(header);
  if (std::atomic_ref<LONG>(header.SignalState).load(std::memory_order_relaxed) != 0) return;
  note_mutant_owned(self, mutant);
}

// Only its owner can bring a mutant to its limit, so looking first is enough.
void check_mutant(DISPATCHER_HEADER& header, PKTHREAD thread) {
  if (type_of(header) != kMutant || reinterpret_cast<KMUTANT&>(header).OwnerThread != thread ||
      std::atomic_ref<LONG>(header.SignalState).load(std::memory_order_relaxed) != INT32_MIN) {
    return;
  }
  raise_to_caller(STATUS_MUTANT_LIMIT_EXCEEDED, reinterpret_cast<uint64_t>(&header),
                  "A mutex is acquired more than MINLONG times (STATUS_MUTANT_LIMIT_EXCEEDED); "
                  "release it once per acquire.");
}

uint32_t block(Thread& self, Waiter& waiter, WaitLink* links, int64_t deadline, const WaitHow& how,
               NTSTATUS* status) {
  WaitResult ended = WaitResult::Woken;
  bool interrupted = false;
  queue_thread_blocks(self);
  while (waiter.state.load(std::memory_order_acquire) == Waiter::kWaiting) {
    interrupted = wait_is_interrupted(self, how, status);
    if (!interrupted && deadline != kForever && deadline <= interrupt_time()) {
      ended = WaitResult::TimedOut;
    } else if (!interrupted) {
      ended = park(waiter.state, Waiter::kWaiting, park_options(self, how, deadline));
    }
    if (!interrupted && ended == WaitResult::Woken) continue;
    uint32_t waiting = Waiter::kWaiting;
    waiter.state.compare_exchange_strong(waiting, Waiter::kEnded, std::memory_order_acq_rel);
    break;
  }
  unlink_all(waiter, links);
  queue_thread_runs(self);
  const uint32_t state = waiter.state.load(std::memory_order_acquire);
  if (state != Waiter::kEnded) return state;
  if (interrupted) return 0;
  *status = ended == WaitResult::TimedOut ? STATUS_TIMEOUT : STATUS_THREAD_IS_TERMINATING;
  return 0;
}

}  // namespace

NTSTATUS wait_for(DISPATCHER_HEADER* const* objects, uint32_t count, bool all, int64_t deadline,
                  const WaitHow& how) {
  if (count == 0 || count > MAXIMUM_WAIT_OBJECTS) {
    bugcheck({.code = 0x0C,  // MAXIMUM_WAIT_OBJECTS_EXCEEDED
              .parameters = {count, 0, 0, 0},
              .reason = "A wait for no object or for more than MAXIMUM_WAIT_OBJECTS."});
  }
  Thread& self = current_thread();
  const auto me = reinterpret_cast<PKTHREAD>(current_thread_object());
  const bool immediate = deadline != kForever && deadline <= interrupt_time();
  if (self.irql >= DISPATCH_LEVEL && !immediate) [[unlikely]] {
    bugcheck({.code = 0xC4,
              .parameters = {0x3B, self.irql, reinterpret_cast<uint64_t>(objects[0]),
                             static_cast<uint64_t>(deadline)},
              .reason = "A wait at DISPATCH_LEVEL or above; wait at APC_LEVEL or below, or pass a "
                        "zero timeout."});
  }
  for (uint32_t i = 0; i < count; ++i) check_mutant(*objects[i], me);
  uint32_t result = 0;
  NTSTATUS status = STATUS_SUCCESS;
  if (count == 1) {
    lock(*objects[0]);
    if (is_signalled(*objects[0], me)) {
      result = 1 | (consume(*objects[0], me) ? Waiter::kAbandoned : 0);
    }
    unlock(*objects[0]);
    if (result == 0 && immediate) {
      return how.alertable && wait_is_interrupted(self, how, &status) ? status : STATUS_TIMEOUT;
    }
  }
  if (result == 0) {
    Waiter waiter;
    waiter.thread = me;
    waiter.all = all && count > 1;
    waiter.count = count;
    waiter.objects = objects;
    WaitLink few[3];
    const std::unique_ptr<WaitLink[]> many(count > 3 ? new WaitLink[count] : nullptr);
    WaitLink* const links = count <= 3 ? few : many.get();
    const bool at_once = waiter.all ? all_satisfied_at_once(waiter, links, &result)
                                    : satisfied_at_once(waiter, links, &result);
    if (at_once) {
      if (!waiter.all) unlink_all(waiter, links);
    } else {
      result = block(self, waiter, links, deadline, how, &status);
      if (result == 0) return status;
    }
  }
  const uint32_t index = (result & ~Waiter::kAbandoned) - 1;
  if (all) {
    for (uint32_t i = 0; i < count; ++i) note_acquired(self, *objects[i]);
  } else {
    note_acquired(self, *objects[index]);
  }
  const NTSTATUS base =
      (result & Waiter::kAbandoned) != 0 ? STATUS_ABANDONED_WAIT_0 : STATUS_WAIT_0;
  return base + static_cast<NTSTATUS>(index);
}

}  // namespace flthost::ke

namespace {

ke::WaitHow how_of(KPROCESSOR_MODE mode, BOOLEAN alertable) {
  return {.cancellable = mode == UserMode,
          .user = mode == UserMode,
          .alertable = alertable != FALSE,
          .apcs = true};
}

// A killed thread's user-mode wait ends as if for a user APC.
NTSTATUS as_user_apc(NTSTATUS status) {
  return status == STATUS_THREAD_IS_TERMINATING ? STATUS_USER_APC : status;
}

}  // namespace

NTSTATUS NTAPI KeWaitForSingleObject(PVOID Object, KWAIT_REASON, KPROCESSOR_MODE WaitMode,
                                     BOOLEAN Alertable, PLARGE_INTEGER Timeout) {
  auto* const header = static_cast<DISPATCHER_HEADER*>(Object);
  return as_user_apc(
      ke::wait_for(&header, 1, false, ke::deadline_of(Timeout), how_of(WaitMode, Alertable)));
}

NTSTATUS NTAPI KeWaitForMultipleObjects(ULONG Count, PVOID Object[], WAIT_TYPE WaitType,
                                        KWAIT_REASON, KPROCESSOR_MODE WaitMode, BOOLEAN Alertable,
                                        PLARGE_INTEGER Timeout, PKWAIT_BLOCK WaitBlockArray) {
  if (Count > THREAD_WAIT_OBJECTS && WaitBlockArray == nullptr) {
    ke::bugcheck({.code = 0x0C,
                  .parameters = {Count, 0, 0, 0},
                  .reason = "KeWaitForMultipleObjects for more than THREAD_WAIT_OBJECTS objects "
                            "without a WaitBlockArray; pass one."});
  }
  return as_user_apc(ke::wait_for(reinterpret_cast<DISPATCHER_HEADER**>(Object), Count,
                                  WaitType == WaitAll, ke::deadline_of(Timeout),
                                  how_of(WaitMode, Alertable)));
}

NTSTATUS NTAPI KeDelayExecutionThread(KPROCESSOR_MODE WaitMode, BOOLEAN Alertable,
                                      PLARGE_INTEGER Interval) {
  ke::Thread& self = ke::current_thread();
  const ke::WaitHow how = how_of(WaitMode, Alertable);
  const int64_t deadline = ke::deadline_of(Interval);
  std::atomic<uint32_t> never{0};
  for (;;) {
    NTSTATUS status = STATUS_SUCCESS;
    if (ke::wait_is_interrupted(self, how, &status)) return status;
    if (deadline <= ke::interrupt_time()) {
      sched_yield();
      return STATUS_SUCCESS;
    }
    switch (ke::park(never, 0, ke::park_options(self, how, deadline))) {
      case ke::WaitResult::TimedOut:
        return STATUS_SUCCESS;
      case ke::WaitResult::Terminating:
        return STATUS_USER_APC;
      case ke::WaitResult::Woken:
        break;
    }
  }
}

namespace flthost::ke {

ExportTable wait_exports() {
  static const Export rows[] = {
      FLTHOST_EXPORT(KeWaitForSingleObject),
      FLTHOST_EXPORT(KeWaitForMultipleObjects),
      FLTHOST_EXPORT(KeDelayExecutionThread),
  };
  return {rows, std::size(rows)};
}

}  // namespace flthost::ke
