// Asynchronous paging reads whose rule asks: the post-operation ran at DISPATCH_LEVEL, returned
// FLT_POSTOP_MORE_PROCESSING_REQUIRED and queued a prepared item; these workers ask and complete.
//
// Why pending is safe here: the file system is done with the request when its post-operation runs,
// the request is asynchronous so no thread holds file-system locks waiting for it, the worker's
// code and data are resident, it asks within the paging deadline, and whatever ends the connection,
// the instance or the driver releases every item at once. Filter Manager's own deferral refuses
// paging I/O (FltQueueDeferredIoWorkItem's page), hence own threads, joined at unload.
#include "driver.h"

namespace sluice::driver {

namespace {

PendItem* item_of(PendSlot* slot) {
  return reinterpret_cast<PendItem*>(slot);
}

}  // namespace

_Use_decl_annotations_ PendItem* pend_item_allocate(PFLT_INSTANCE instance) {
  if (!locked(&g.pend_lock, [] { return g.pends.admit(); })) return nullptr;
  auto* own = static_cast<PendItem*>(allocate(sizeof(PendItem), kTagPend));
  return locked(&g.pend_lock, [&]() -> PendItem* {
    PendItem* item = own != nullptr ? own : item_of(g.pends.take_reserve());
    if (item == nullptr) {
      g.pends.unadmit();
    } else {
      g.pends.prepared(&item->slot, instance);
    }
    return item;
  });
}

_Use_decl_annotations_ void pend_item_retire(PendItem* item) {
  const bool ours = locked(&g.pend_lock, [&] { return g.pends.retire(&item->slot); });
  if (ours) release(item, kTagPend);
}

_Use_decl_annotations_ bool pend_push(PendItem* item, PFLT_CALLBACK_DATA data, Reason* why) {
  item->data = data;
  item->queued = counter_now();
  // Under the lock that a release takes after `draining` was set or `ready` cleared: either the
  // release finds the item queued, or this sees the flag.
  *why = locked(&g.pend_lock, [&] {
    const InstanceContext* instance = item->op.instance;
    if (instance != nullptr && instance->draining.load_acquire() != 0) return Reason::Draining;
    if (g.ready.load_acquire() == 0) return Reason::Disconnected;
    return g.pends.push(&item->slot) ? Reason::NotAsked : Reason::Draining;
  });
  if (*why != Reason::NotAsked) return false;
  KeReleaseSemaphore(&g.pend_ready, IO_DISK_INCREMENT, 1, FALSE);
  return true;
}

_Use_decl_annotations_ bool pend_begin_wait(PendItem* item) {
  return locked(&g.pend_lock, [&] { return g.pends.begin_wait(&item->slot); });
}

_Use_decl_annotations_ bool pend_end_wait(PendItem* item) {
  return locked(&g.pend_lock, [&] { return g.pends.end_wait(&item->slot); });
}

_Use_decl_annotations_ uint32_t pend_count() {
  return locked(&g.pend_lock, [] { return g.pends.pending(); });
}

namespace {

// The caller alone may complete the read.
_IRQL_requires_max_(DISPATCH_LEVEL) void complete(PendItem* item, const Answer& answer) {
  PFLT_CALLBACK_DATA data = item->data;
  item->op.record.lane = static_cast<uint8_t>(Lane::VerdictPended);
  paging_apply(&item->op, data, answer);
  Op* op = &item->op;
  op->record.status = data->IoStatus.Status;
  op->record.information = data->IoStatus.Information;
  emit(op->record, op->name);
  FltCompletePendedPostOperation(data);
}

_IRQL_requires_max_(DISPATCH_LEVEL) void let_go(PendItem* item) {
  if (locked(&g.pend_lock, [&] { return g.pends.let_go(&item->slot); })) op_free(&item->op);
}

_IRQL_requires_max_(APC_LEVEL) void decide(PendItem* item, uint8_t* message) {
  Answer answer;
  paging_ask(&item->op, item->data, message, &answer);
  if (!answer.taken) {
    locked(&g.pend_lock, [&] { g.pends.finish(&item->slot); });
    complete(item, answer);
  }
  let_go(item);
}

_Function_class_(KSTART_ROUTINE) void pend_thread(void* context) {
  auto* worker = static_cast<Worker*>(context);
  while (g.pend_stop.load_acquire() == 0) {
    KeWaitForSingleObject(&g.pend_ready, Executive, KernelMode, FALSE, nullptr);
    PendSlot* slot = locked(&g.pend_lock, [] { return g.pends.pop(); });
    if (slot != nullptr) decide(item_of(slot), worker->message);
  }
  PsTerminateSystemThread(STATUS_SUCCESS);
}

}  // namespace

_Use_decl_annotations_ void pend_release(PFLT_INSTANCE instance, Reason reason) {
  for (;;) {
    PendSlot* slot = locked(&g.pend_lock, [&] { return g.pends.take_releasable(instance); });
    if (slot == nullptr) return;
    PendItem* item = item_of(slot);
    complete(item, default_answer(item->op.terms, reason));
    let_go(item);
  }
}

_Use_decl_annotations_ SLUICE_PAGED NTSTATUS pend_start() {
  PAGED_CODE();
  KeInitializeSpinLock(&g.pend_lock);
  KeInitializeSemaphore(&g.pend_ready, 0, MAXLONG);
  g.pend_reserve = static_cast<PendItem*>(allocate(sizeof(PendItem) * kPendReserve, kTagPend));
  if (g.pend_reserve == nullptr) return STATUS_INSUFFICIENT_RESOURCES;
  g.pends.init(kPendBound, &g.pend_reserve->slot, kPendReserve, sizeof(PendItem));
  for (Worker& worker : g.workers) {
    worker.message = static_cast<uint8_t*>(allocate(protocol::kMaxMessageBytes, kTagMessage));
    if (worker.message == nullptr) return STATUS_INSUFFICIENT_RESOURCES;
    const NTSTATUS status = start_thread(pend_thread, &worker, &worker.thread);
    if (!NT_SUCCESS(status)) return status;
  }
  return STATUS_SUCCESS;
}

// Nothing is queued from here on; posts that still come decide by default.
_Use_decl_annotations_ SLUICE_PAGED void pend_stop() {
  PAGED_CODE();
  if (g.pend_reserve == nullptr) return;
  locked(&g.pend_lock, [] { g.pends.close(); });
  pend_release(nullptr, Reason::Draining);
  g.pend_stop.store_release(1);
  KeReleaseSemaphore(&g.pend_ready, IO_NO_INCREMENT, kPendWorkers, FALSE);
  for (Worker& worker : g.workers) join_thread(&worker.thread);
}

_Use_decl_annotations_ SLUICE_PAGED void pend_destroy() {
  PAGED_CODE();
  for (Worker& worker : g.workers) {
    release(worker.message, kTagMessage);
    worker.message = nullptr;
  }
  release(g.pend_reserve, kTagPend);
  g.pend_reserve = nullptr;
}

}  // namespace sluice::driver
