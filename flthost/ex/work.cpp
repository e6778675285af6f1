// System worker threads. A new one starts when an item is queued and none is idle, so that items
// that wait for each other don't hang; idle ones stay.
#include <flthost/ex/ex.h>

#include <cstdlib>
#include <deque>
#include <mutex>
#include <thread>
#include <vector>

#include "ex_internal.h"

using namespace flthost;

namespace flthost::ex {

namespace {

struct HostWork {
  void (*routine)(void*);
  void* context;
};

constexpr size_t kMaxWorkers = 64;

std::mutex g_mutex;
struct Workers {
  std::deque<HostWork> items;
  std::vector<std::thread> threads;
  size_t idle = 0;
  bool stopping = false;
};
Workers& workers() {
  static auto* const all = new Workers;
  return *all;
}
std::atomic<uint32_t> g_signal{0};

bool next_item(HostWork* item, uint32_t* seen) {
  const std::lock_guard guard(g_mutex);
  *seen = g_signal.load(std::memory_order_relaxed);
  if (workers().items.empty()) return false;
  *item = workers().items.front();
  workers().items.pop_front();
  return true;
}

void check_returned(const HostWork& item) {
  const ke::Thread& thread = ke::current_thread();
  if (thread.irql == PASSIVE_LEVEL && thread.kernel_apc_disable == 0 &&
      thread.special_apc_disable == 0) {
    return;
  }
  ke::bugcheck({.code = 0xE1,  // WORKER_THREAD_RETURNED_AT_BAD_IRQL
                .parameters = {reinterpret_cast<uint64_t>(item.routine), thread.irql,
                               reinterpret_cast<uint64_t>(item.context), 0},
                .reason = "A work item returned at a raised IRQL or inside a critical or guarded "
                          "region; leave what it entered."});
}

void run_worker() {
  for (;;) {
    HostWork item{};
    uint32_t seen = 0;
    if (next_item(&item, &seen)) {
      item.routine(item.context);
      check_returned(item);
      continue;
    }
    {
      const std::lock_guard guard(g_mutex);
      if (!workers().items.empty()) continue;
      if (workers().stopping) return;
      ++workers().idle;
    }
    ke::park(g_signal, seen);
    const std::lock_guard guard(g_mutex);
    --workers().idle;
  }
}

}  // namespace

void queue_work(void (*routine)(void*), void* context) {
  const std::lock_guard guard(g_mutex);
  Workers& all = workers();
  all.items.push_back({routine, context});
  if (all.items.size() > all.idle && all.threads.size() < kMaxWorkers) {
    all.threads.emplace_back(run_worker);
  }
  g_signal.fetch_add(1, std::memory_order_relaxed);
  ke::unpark_one(g_signal);
}

void stop() {
  std::vector<std::thread> threads;
  {
    const std::lock_guard guard(g_mutex);
    workers().stopping = true;
    g_signal.fetch_add(1, std::memory_order_relaxed);
    ke::unpark_all(g_signal);
    threads.swap(workers().threads);
  }
  for (std::thread& thread : threads) thread.join();
  const std::lock_guard guard(g_mutex);
  workers().stopping = false;
}

namespace {

void run_queued_item(void* context) {
  auto* const item = static_cast<WORK_QUEUE_ITEM*>(context);
  PWORKER_THREAD_ROUTINE const routine = item->WorkerRoutine;
  void* const parameter = item->Parameter;
  // The routine may free the item or queue it again.
  std::atomic_ref<LIST_ENTRY*>(item->List.Flink).store(nullptr, std::memory_order_release);
  const ke::HostRole role("nt", "ExpWorkerThread", "a work item");
  ke::invoke(routine, parameter);
}

}  // namespace

}  // namespace flthost::ex

struct _IO_WORKITEM {
  std::atomic<uint32_t> queued;
  bool extended;
  PVOID object;
  const void* routine;
  PVOID context;
};

namespace {

constexpr ULONG kWorkTag = 0x6b57'6f49;  // "IoWk"

void run_io_item(void* context) {
  auto* const item = static_cast<PIO_WORKITEM>(context);
  PVOID const object = item->object;
  PVOID const argument = item->context;
  const void* const routine = item->routine;
  const bool extended = item->extended;
  item->queued.store(0, std::memory_order_release);
  const auto address = reinterpret_cast<uint64_t>(routine);
  const ke::HostRole role("nt", "IopProcessWorkItem", "a work item");
  if (extended) {
    ke::invoke(reinterpret_cast<PIO_WORKITEM_ROUTINE_EX>(address), object, argument, item);
  } else {
    ke::invoke(reinterpret_cast<PIO_WORKITEM_ROUTINE>(address), static_cast<PDEVICE_OBJECT>(object),
               argument);
  }
}

bool try_queue(PIO_WORKITEM item, const void* routine, bool extended, PVOID context) {
  uint32_t idle = 0;
  if (!item->queued.compare_exchange_strong(idle, 1, std::memory_order_acq_rel)) return false;
  item->routine = routine;
  item->extended = extended;
  item->context = context;
  ex::queue_work(run_io_item, item);
  return true;
}

void queue_or_bugcheck(PIO_WORKITEM item, const void* routine, bool extended, PVOID context) {
  if (try_queue(item, routine, extended, context)) return;
  ke::bugcheck({.code = 0x96,  // INVALID_WORK_QUEUE_ITEM
                .parameters = {reinterpret_cast<uint64_t>(item), 0, 0, 0},
                .reason =
                    "A work item is queued that is in the queue already; use IoTryQueueWorkItem "
                    "or one item for each."});
}

}  // namespace

VOID NTAPI ExQueueWorkItem(PWORK_QUEUE_ITEM WorkItem, WORK_QUEUE_TYPE) {
  LIST_ENTRY* idle = nullptr;
  if (!std::atomic_ref<LIST_ENTRY*>(WorkItem->List.Flink)
           .compare_exchange_strong(idle, &WorkItem->List, std::memory_order_acq_rel)) {
    ke::bugcheck({.code = 0x96,
                  .parameters = {reinterpret_cast<uint64_t>(WorkItem), 0, 0, 0},
                  .reason = "A work item is queued that is in the queue already, or that "
                            "ExInitializeWorkItem did not prepare."});
  }
  ex::queue_work(ex::run_queued_item, WorkItem);
}

PIO_WORKITEM NTAPI IoAllocateWorkItem(PDEVICE_OBJECT DeviceObject) {
  auto* const item =
      static_cast<PIO_WORKITEM>(ex::pool_allocate(sizeof(_IO_WORKITEM), kWorkTag, false, false));
  if (item != nullptr) IoInitializeWorkItem(DeviceObject, item);
  return item;
}

VOID NTAPI IoFreeWorkItem(PIO_WORKITEM IoWorkItem) {
  if (IoWorkItem->queued.load() != 0) {
    ke::bugcheck({.code = 0x96,
                  .parameters = {reinterpret_cast<uint64_t>(IoWorkItem), 1, 0, 0},
                  .reason = "IoFreeWorkItem of a work item that is still queued."});
  }
  ex::pool_free(IoWorkItem, kWorkTag, false);
}

ULONG NTAPI IoSizeofWorkItem() {
  return sizeof(_IO_WORKITEM);
}

VOID NTAPI IoInitializeWorkItem(PVOID IoObject, PIO_WORKITEM IoWorkItem) {
  new (IoWorkItem) _IO_WORKITEM{};
  IoWorkItem->object = IoObject;
}

VOID NTAPI IoUninitializeWorkItem(PIO_WORKITEM IoWorkItem) {
  IoWorkItem->object = nullptr;
}

VOID NTAPI IoQueueWorkItem(PIO_WORKITEM IoWorkItem, PIO_WORKITEM_ROUTINE WorkerRoutine,
                           WORK_QUEUE_TYPE, PVOID Context) {
  queue_or_bugcheck(IoWorkItem, reinterpret_cast<const void*>(WorkerRoutine), false, Context);
}

VOID NTAPI IoQueueWorkItemEx(PIO_WORKITEM IoWorkItem, PIO_WORKITEM_ROUTINE_EX WorkerRoutine,
                             WORK_QUEUE_TYPE, PVOID Context) {
  queue_or_bugcheck(IoWorkItem, reinterpret_cast<const void*>(WorkerRoutine), true, Context);
}

BOOLEAN NTAPI IoTryQueueWorkItem(PIO_WORKITEM IoWorkItem, PIO_WORKITEM_ROUTINE_EX WorkerRoutine,
                                 WORK_QUEUE_TYPE, PVOID Context) {
  return try_queue(IoWorkItem, reinterpret_cast<const void*>(WorkerRoutine), true, Context) ? TRUE
                                                                                            : FALSE;
}

namespace flthost::ex {

ke::ExportTable work_exports() {
  static const ke::Export rows[] = {
      FLTHOST_EXPORT(ExQueueWorkItem),      FLTHOST_EXPORT(IoAllocateWorkItem),
      FLTHOST_EXPORT(IoFreeWorkItem),       FLTHOST_EXPORT(IoSizeofWorkItem),
      FLTHOST_EXPORT(IoInitializeWorkItem), FLTHOST_EXPORT(IoUninitializeWorkItem),
      FLTHOST_EXPORT(IoQueueWorkItem),      FLTHOST_EXPORT(IoQueueWorkItemEx),
      FLTHOST_EXPORT(IoTryQueueWorkItem),
  };
  return {rows, std::size(rows)};
}

}  // namespace flthost::ex
