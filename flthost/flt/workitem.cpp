// Work items: generic ones, and those that carry an operation to a worker.
#include <flthost/ex/ex.h>
#include <flthost/flt/internal.h>

namespace flthost::flt {
namespace {

enum class WorkKind : uint32_t { Generic = 0x6b724731, Deferred = 0x6b724431 };

struct WorkItem {
  WorkKind kind = WorkKind::Generic;
  PDRIVER_OBJECT owner = nullptr;
  std::atomic<bool> queued{false};
  PFLT_GENERIC_WORKITEM_ROUTINE generic = nullptr;
  PFLT_DEFERRED_IO_WORKITEM_ROUTINE deferred = nullptr;
  PVOID object = nullptr;
  PFLT_CALLBACK_DATA data = nullptr;
  PVOID context = nullptr;
  WorkItem* next = nullptr;
  WorkItem* previous = nullptr;
};

struct WorkList {
  std::mutex lock;
  WorkItem* head = nullptr;
};
WorkList& work_list() {
  static WorkList list;
  return list;
}

WorkItem* allocate_item(WorkKind kind) {
  auto* item = make<WorkItem>();
  item->kind = kind;
  item->owner = calling_driver();
  WorkList& list = work_list();
  const std::lock_guard guard(list.lock);
  item->next = list.head;
  if (list.head != nullptr) list.head->previous = item;
  list.head = item;
  return item;
}

WorkItem& item_of(void* pointer, WorkKind kind) {
  auto* item = static_cast<WorkItem*>(pointer);
  if (item == nullptr || item->kind != kind) {
    violation(Rule::Object, nullptr, reinterpret_cast<uint64_t>(pointer),
              "Flt.WorkItem: this is no work item from FltAllocateGenericWorkItem or "
              "FltAllocateDeferredIoWorkItem, or it was freed");
  }
  return *item;
}

void free_item(WorkItem& item) {
  if (item.queued.load(std::memory_order_acquire)) {
    violation(Rule::Object, nullptr, reinterpret_cast<uint64_t>(&item),
              "Flt.WorkItem: a queued work item was freed; free it in its routine");
  }
  {
    WorkList& list = work_list();
    const std::lock_guard guard(list.lock);
    if (item.previous != nullptr) item.previous->next = item.next;
    if (item.next != nullptr) item.next->previous = item.previous;
    if (list.head == &item) list.head = item.next;
  }
  item.kind = static_cast<WorkKind>(0);
  destroy(&item);
}

bool enqueue(WorkItem& item) {
  if (item.queued.exchange(true)) {
    violation(Rule::Object, nullptr, reinterpret_cast<uint64_t>(&item),
              "Flt.WorkItem: a work item was queued that is queued already");
  }
  return true;
}

Filter& filter_of_object(Object& object, const WorkItem& item) {
  if (object.kind == ObjectKind::Instance) return *static_cast<Instance&>(object).filter;
  if (object.kind == ObjectKind::Filter) return static_cast<Filter&>(object);
  violation(Rule::Object, nullptr, reinterpret_cast<uint64_t>(&item),
            "Flt.WorkItem: FltQueueGenericWorkItem takes a filter or an instance pointer");
}

// The object's rundown reference, taken when it was queued, is given back after the routine.
void run_generic(void* pointer) {
  auto& item = *static_cast<WorkItem*>(pointer);
  const PVOID object = item.object;
  Filter& filter = filter_of_object(object_of(object), item);
  const PFLT_GENERIC_WORKITEM_ROUTINE routine = item.generic;
  const PVOID context = item.context;
  item.queued.store(false, std::memory_order_release);
  CallbackGuard guard(filter, "generic work item");
  ke::invoke(routine, reinterpret_cast<PFLT_GENERIC_WORKITEM>(pointer), object, context);
  guard.check();
  FltObjectDereference(object);
}

void run_deferred(void* pointer) {
  auto& item = *static_cast<WorkItem*>(pointer);
  Filter& filter = *static_cast<Instance*>(item.object)->filter;
  const PFLT_DEFERRED_IO_WORKITEM_ROUTINE routine = item.deferred;
  const PFLT_CALLBACK_DATA data = item.data;
  const PVOID context = item.context;
  item.queued.store(false, std::memory_order_release);
  CallbackGuard guard(filter, "deferred I/O work item");
  ke::invoke(routine, reinterpret_cast<PFLT_DEFERRED_IO_WORKITEM>(pointer), data, context);
  guard.check();
  filter.rundown.release();
}

}  // namespace

std::vector<std::string> live_work_items() {
  std::vector<std::string> lines;
  WorkList& list = work_list();
  const std::lock_guard guard(list.lock);
  for (const WorkItem* item = list.head; item != nullptr; item = item->next) {
    const bool generic = item->kind == WorkKind::Generic;
    lines.push_back(
        std::string(generic ? "generic" : "deferred I/O") + " work item was not freed; " +
        (generic ? "FltFreeGenericWorkItem" : "FltFreeDeferredIoWorkItem") + " is missing");
  }
  return lines;
}

}  // namespace flthost::flt

using namespace flthost;
using namespace flthost::flt;

PFLT_GENERIC_WORKITEM NTAPI FltAllocateGenericWorkItem(VOID) {
  return reinterpret_cast<PFLT_GENERIC_WORKITEM>(allocate_item(WorkKind::Generic));
}
VOID NTAPI FltFreeGenericWorkItem(PFLT_GENERIC_WORKITEM FltWorkItem) {
  free_item(item_of(FltWorkItem, WorkKind::Generic));
}
PFLT_DEFERRED_IO_WORKITEM NTAPI FltAllocateDeferredIoWorkItem(VOID) {
  return reinterpret_cast<PFLT_DEFERRED_IO_WORKITEM>(allocate_item(WorkKind::Deferred));
}
VOID NTAPI FltFreeDeferredIoWorkItem(PFLT_DEFERRED_IO_WORKITEM FltWorkItem) {
  free_item(item_of(FltWorkItem, WorkKind::Deferred));
}

NTSTATUS NTAPI FltQueueGenericWorkItem(PFLT_GENERIC_WORKITEM FltWorkItem, PVOID FltObject,
                                       PFLT_GENERIC_WORKITEM_ROUTINE WorkerRoutine, WORK_QUEUE_TYPE,
                                       PVOID Context) {
  WorkItem& item = item_of(FltWorkItem, WorkKind::Generic);
  Object& object = object_of(FltObject);
  filter_of_object(object, item);
  if (!object.rundown.acquire()) return STATUS_FLT_DELETING_OBJECT;
  enqueue(item);
  item.generic = WorkerRoutine;
  item.object = FltObject;
  item.context = Context;
  ex::queue_work(run_generic, &item);
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI FltQueueDeferredIoWorkItem(PFLT_DEFERRED_IO_WORKITEM FltWorkItem,
                                          PFLT_CALLBACK_DATA Data,
                                          PFLT_DEFERRED_IO_WORKITEM_ROUTINE WorkerRoutine,
                                          WORK_QUEUE_TYPE, PVOID Context) {
  WorkItem& item = item_of(FltWorkItem, WorkKind::Deferred);
  Op& op = op_of(Data);
  const io::Request& request = *op.request;
  if (request.kind != io::RequestKind::Irp) return STATUS_FLT_INVALID_ASYNCHRONOUS_REQUEST;
  if (request.is_paging() || request.top_level_irp != nullptr) {
    return STATUS_FLT_NOT_SAFE_TO_POST_OPERATION;
  }
  Instance* instance = op.levels[op.current].instance.load(std::memory_order_relaxed);
  if (instance->detaching.load(std::memory_order_seq_cst)) return STATUS_FLT_DELETING_OBJECT;
  // Unregistering waits until the routine has returned.
  if (!instance->filter->rundown.acquire()) return STATUS_FLT_DELETING_OBJECT;
  enqueue(item);
  item.deferred = WorkerRoutine;
  item.object = instance;  // lives at least as long as the operation is pended
  item.data = Data;
  item.context = Context;
  ex::queue_work(run_deferred, &item);
  return STATUS_SUCCESS;
}
