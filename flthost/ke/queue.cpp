// KQUEUE: entries handed to at most MaximumCount running threads at a time; a thread that blocks
// elsewhere lets another one run.
#include <mutex>

#include "ke_internal.h"

using namespace flthost;

namespace flthost::ke {

namespace {

// Locked: hands entries to waiting threads while the concurrency allows it. Last in, first out.
void hand_out(KQUEUE& queue) {
  while (!list_empty(queue.EntryListHead) && queue.CurrentCount < queue.MaximumCount &&
         !list_empty(queue.Header.WaitListHead)) {
    WaitLink& link =
        *containing<WaitLink>(queue.Header.WaitListHead.Flink, offsetof(WaitLink, entry));
    Waiter& waiter = *link.waiter;
    list_remove(link.entry);
    link.linked = false;
    uint32_t waiting = Waiter::kWaiting;
    if (!waiter.state.compare_exchange_strong(waiting, 1, std::memory_order_acq_rel)) continue;
    LIST_ENTRY* const entry = queue.EntryListHead.Flink;
    list_remove(*entry);
    waiter.queue_entry = entry;
    --queue.Header.SignalState;
    queue.CurrentCount = queue.CurrentCount + 1;
    unpark_all(waiter.state);
  }
}

LONG insert(KQUEUE& queue, LIST_ENTRY& entry, bool head) {
  lock(queue.Header);
  const LONG before = queue.Header.SignalState;
  if (head) {
    list_insert_head(queue.EntryListHead, entry);
  } else {
    list_insert_tail(queue.EntryListHead, entry);
  }
  ++queue.Header.SignalState;
  hand_out(queue);
  unlock(queue.Header);
  return before;
}

LIST_ENTRY* as_entry(NTSTATUS status) {
  return reinterpret_cast<LIST_ENTRY*>(static_cast<ULONG_PTR>(static_cast<uint32_t>(status)));
}

// Guards which thread belongs to which queue, so that a queue can be run down and freed while its
// threads wait for something else. Only threads that use KeRemoveQueue come here.
std::mutex g_association;

// Locked by g_association.
void change_count(KQUEUE& queue, int by) {
  lock(queue.Header);
  queue.CurrentCount = queue.CurrentCount + static_cast<ULONG>(by);
  hand_out(queue);
  unlock(queue.Header);
}

void leave_locked(Thread& self) {
  KQUEUE* const queue = self.queue;
  if (queue == nullptr) return;
  list_remove(self.queue_link);
  self.queue = nullptr;
  change_count(*queue, -1);
}

// The caller is done with what it ran for, or new to the queue.
void enter(Thread& self, KQUEUE& queue) {
  const std::lock_guard guard(g_association);
  if (self.queue == &queue) {
    change_count(queue, -1);
    return;
  }
  leave_locked(self);
  self.queue = &queue;
  list_insert_tail(queue.ThreadListHead, self.queue_link);
}

}  // namespace

void leave_queue(Thread& self) {
  const std::lock_guard guard(g_association);
  leave_locked(self);
}

void queue_thread_blocks(Thread& self) {
  if (std::atomic_ref<PKQUEUE>(self.queue).load(std::memory_order_relaxed) == nullptr) return;
  const std::lock_guard guard(g_association);
  if (self.queue != nullptr) change_count(*self.queue, -1);
}

void queue_thread_runs(Thread& self) {
  if (std::atomic_ref<PKQUEUE>(self.queue).load(std::memory_order_relaxed) == nullptr) return;
  const std::lock_guard guard(g_association);
  if (self.queue == nullptr) return;
  lock(self.queue->Header);
  self.queue->CurrentCount = self.queue->CurrentCount + 1;
  unlock(self.queue->Header);
}

void forget_threads(KQUEUE& queue) {
  const std::lock_guard guard(g_association);
  while (!list_empty(queue.ThreadListHead)) {
    Thread* const thread =
        containing<Thread>(queue.ThreadListHead.Flink, offsetof(Thread, queue_link));
    list_remove(thread->queue_link);
    std::atomic_ref<PKQUEUE>(thread->queue).store(nullptr, std::memory_order_relaxed);
  }
}

// Locked: takes entries until the array is full; the caller runs for all of them as one.
ULONG take_entries(KQUEUE& queue, LIST_ENTRY** entries, ULONG count) {
  ULONG taken = 0;
  while (taken < count && !list_empty(queue.EntryListHead)) {
    LIST_ENTRY* const entry = queue.EntryListHead.Flink;
    list_remove(*entry);
    --queue.Header.SignalState;
    entries[taken++] = entry;
  }
  return taken;
}

// The wait of a thread that is linked to the queue's wait list. What ended it, if not an entry.
NTSTATUS wait_for_entry(Thread& self, Waiter& waiter, const WaitHow& how, int64_t deadline) {
  NTSTATUS status = STATUS_SUCCESS;
  while (waiter.state.load(std::memory_order_acquire) == Waiter::kWaiting) {
    bool ended = wait_is_interrupted(self, how, &status);
    if (!ended && deadline <= interrupt_time()) {
      status = STATUS_TIMEOUT;
      ended = true;
    } else if (!ended) {
      switch (park(waiter.state, Waiter::kWaiting, park_options(self, how, deadline))) {
        case WaitResult::Woken:
          continue;
        case WaitResult::TimedOut:
          status = STATUS_TIMEOUT;
          break;
        case WaitResult::Terminating:
          status = STATUS_USER_APC;
          break;
      }
    }
    uint32_t waiting = Waiter::kWaiting;
    waiter.state.compare_exchange_strong(waiting, Waiter::kEnded, std::memory_order_acq_rel);
  }
  return status;
}

// How many entries; where there is none, the status as the only one.
ULONG remove_from_queue(KQUEUE& queue, const WaitHow& how, int64_t deadline, LIST_ENTRY** entries,
                        ULONG count) {
  Thread& self = current_thread();
  enter(self, queue);
  Waiter waiter;
  WaitLink link;
  link.waiter = &waiter;
  lock(queue.Header);
  if (queue.MaximumCount == 0) {
    unlock(queue.Header);
    leave_queue(self);  // it may be freed at any time
    entries[0] = as_entry(STATUS_ABANDONED);
    return 1;
  }
  if (!list_empty(queue.EntryListHead) && queue.CurrentCount < queue.MaximumCount) {
    const ULONG taken = take_entries(queue, entries, count);
    queue.CurrentCount = queue.CurrentCount + 1;
    unlock(queue.Header);
    return taken;
  }
  link.linked = true;
  list_insert_head(queue.Header.WaitListHead, link.entry);
  unlock(queue.Header);
  const NTSTATUS status = wait_for_entry(self, waiter, how, deadline);
  lock(queue.Header);
  if (link.linked) list_remove(link.entry);
  const uint32_t state = waiter.state.load(std::memory_order_acquire);
  // It is a running thread of the queue again, with or without an entry.
  if (state == Waiter::kEnded) queue.CurrentCount = queue.CurrentCount + 1;
  ULONG taken = 1;
  if (state == 1) {
    entries[0] = waiter.queue_entry;
    taken += take_entries(queue, entries + 1, count - 1);
  } else {
    entries[0] = as_entry(state == Waiter::kEnded ? status : STATUS_ABANDONED);
  }
  unlock(queue.Header);
  return taken;
}

}  // namespace flthost::ke

VOID NTAPI KeInitializeQueue(PRKQUEUE Queue, ULONG Count) {
  ke::initialize_header(Queue->Header, ke::kQueue, 0);
  ke::list_init(Queue->EntryListHead);
  ke::list_init(Queue->ThreadListHead);
  Queue->CurrentCount = 0;
  Queue->MaximumCount = Count != 0 ? Count : static_cast<ULONG>(ke::processor_count());
}

LONG NTAPI KeInsertQueue(PRKQUEUE Queue, PLIST_ENTRY Entry) {
  return ke::insert(*Queue, *Entry, false);
}

LONG NTAPI KeInsertHeadQueue(PRKQUEUE Queue, PLIST_ENTRY Entry) {
  return ke::insert(*Queue, *Entry, true);
}

PLIST_ENTRY NTAPI KeRemoveQueue(PRKQUEUE Queue, KPROCESSOR_MODE WaitMode, PLARGE_INTEGER Timeout) {
  PLIST_ENTRY entry = nullptr;
  KeRemoveQueueEx(Queue, WaitMode, FALSE, Timeout, &entry, 1);
  return entry;
}

ULONG NTAPI KeRemoveQueueEx(PKQUEUE Queue, KPROCESSOR_MODE WaitMode, BOOLEAN Alertable,
                            PLARGE_INTEGER Timeout, PLIST_ENTRY* EntryArray, ULONG Count) {
  const bool user = WaitMode == UserMode;
  return ke::remove_from_queue(
      *Queue, {.cancellable = user, .user = user, .alertable = Alertable != FALSE, .apcs = true},
      ke::deadline_of(Timeout), EntryArray, Count);
}

LONG NTAPI KeReadStateQueue(PRKQUEUE Queue) {
  return std::atomic_ref<LONG>(Queue->Header.SignalState).load();
}

// What is left, as a ring without a head, or null. Threads that wait get STATUS_ABANDONED.
PLIST_ENTRY NTAPI KeRundownQueue(PRKQUEUE Queue) {
  ke::forget_threads(*Queue);
  ke::lock(Queue->Header);
  LIST_ENTRY* first = nullptr;
  if (!ke::list_empty(Queue->EntryListHead)) {
    first = Queue->EntryListHead.Flink;
    LIST_ENTRY* const last = Queue->EntryListHead.Blink;
    first->Blink = last;
    last->Flink = first;
    ke::list_init(Queue->EntryListHead);
  }
  Queue->Header.SignalState = 0;
  Queue->MaximumCount = 0;
  while (!ke::list_empty(Queue->Header.WaitListHead)) {
    ke::WaitLink& link = *ke::containing<ke::WaitLink>(Queue->Header.WaitListHead.Flink,
                                                       offsetof(ke::WaitLink, entry));
    ke::list_remove(link.entry);
    link.linked = false;
    uint32_t waiting = ke::Waiter::kWaiting;
    if (link.waiter->state.compare_exchange_strong(waiting, 1 | ke::Waiter::kAbandoned)) {
      ke::unpark_all(link.waiter->state);
    }
  }
  ke::unlock(Queue->Header);
  return first;
}

namespace flthost::ke {

ExportTable queue_exports() {
  static const Export rows[] = {
      FLTHOST_EXPORT(KeInitializeQueue), FLTHOST_EXPORT(KeInsertQueue),
      FLTHOST_EXPORT(KeInsertHeadQueue), FLTHOST_EXPORT(KeRemoveQueue),
      FLTHOST_EXPORT(KeReadStateQueue),  FLTHOST_EXPORT(KeRundownQueue),
      FLTHOST_EXPORT(KeRemoveQueueEx),
  };
  return {rows, std::size(rows)};
}

}  // namespace flthost::ke
