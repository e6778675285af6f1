// Cancel-safe queues of callback data. The queue itself is the driver's: its routines lock, insert,
// remove and find; the protocol between removal and cancellation is here.
#include <flthost/flt/internal.h>

namespace flthost::flt {
namespace {

constexpr ULONG kDisabled = 1;

class QueueLock {
 public:
  explicit QueueLock(PFLT_CALLBACK_DATA_QUEUE queue) : queue_(queue) {
    irql_ = static_cast<KIRQL*>(allocate_object(sizeof(KIRQL)));
    ke::invoke(queue_->Acquire, queue_, static_cast<PKIRQL>(irql_));
  }
  ~QueueLock() {
    ke::invoke(queue_->Release, queue_, *irql_);
    free_object(irql_);
  }
  QueueLock(const QueueLock&) = delete;
  QueueLock& operator=(const QueueLock&) = delete;

 private:
  PFLT_CALLBACK_DATA_QUEUE queue_;
  KIRQL* irql_;
};

// The queue's lock is held.
void take_out(PFLT_CALLBACK_DATA_QUEUE queue, CallData& data) {
  ke::invoke(queue->RemoveIo, queue, &data.data);
  if (data.queue_context != nullptr) data.queue_context->Irp = nullptr;
  data.queue_context = nullptr;
  data.queue.store(nullptr, std::memory_order_release);
}

bool cancelled(const CallData& data) {
  return data.cancel_state.load(std::memory_order_seq_cst) != 0;
}

}  // namespace

bool cancel_queued(CallData& data) {
  const PFLT_CALLBACK_DATA_QUEUE queue = data.queue.load(std::memory_order_acquire);
  if (queue == nullptr) return false;
  {
    const QueueLock lock(queue);
    if (data.queue.load(std::memory_order_relaxed) != queue) return false;
    take_out(queue, data);
  }
  ke::invoke(queue->CompleteCanceledIo, queue, &data.data);
  return true;
}

}  // namespace flthost::flt

using namespace flthost;
using namespace flthost::flt;

NTSTATUS NTAPI FltCbdqInitialize(
    PFLT_INSTANCE Instance, PFLT_CALLBACK_DATA_QUEUE Cbdq,
    PFLT_CALLBACK_DATA_QUEUE_INSERT_IO CbdqInsertIo,
    PFLT_CALLBACK_DATA_QUEUE_REMOVE_IO CbdqRemoveIo,
    PFLT_CALLBACK_DATA_QUEUE_PEEK_NEXT_IO CbdqPeekNextIo,
    PFLT_CALLBACK_DATA_QUEUE_ACQUIRE CbdqAcquire, PFLT_CALLBACK_DATA_QUEUE_RELEASE CbdqRelease,
    PFLT_CALLBACK_DATA_QUEUE_COMPLETE_CANCELED_IO CbdqCompleteCanceledIo) {
  std::memset(static_cast<void*>(Cbdq), 0, sizeof(*Cbdq));
  Cbdq->Instance = Instance;
  Cbdq->InsertIo = CbdqInsertIo;
  Cbdq->RemoveIo = CbdqRemoveIo;
  Cbdq->PeekNextIo = CbdqPeekNextIo;
  Cbdq->Acquire = CbdqAcquire;
  Cbdq->Release = CbdqRelease;
  Cbdq->CompleteCanceledIo = CbdqCompleteCanceledIo;
  return STATUS_SUCCESS;
}

VOID NTAPI FltCbdqEnable(PFLT_CALLBACK_DATA_QUEUE Cbdq) {
  const QueueLock lock(Cbdq);
  Cbdq->Flags &= ~static_cast<FLT_CALLBACK_DATA_QUEUE_FLAGS>(kDisabled);
}

VOID NTAPI FltCbdqDisable(PFLT_CALLBACK_DATA_QUEUE Cbdq) {
  const QueueLock lock(Cbdq);
  Cbdq->Flags |= kDisabled;
}

NTSTATUS NTAPI FltCbdqInsertIo(PFLT_CALLBACK_DATA_QUEUE Cbdq, PFLT_CALLBACK_DATA Cbd,
                               PFLT_CALLBACK_DATA_QUEUE_IO_CONTEXT Context, PVOID InsertContext) {
  Op& op = op_of(Cbd);
  if (op.request->kind != io::RequestKind::Irp) return STATUS_FLT_INVALID_ASYNCHRONOUS_REQUEST;
  bool was_cancelled = false;
  {
    const QueueLock lock(Cbdq);
    if ((Cbdq->Flags & kDisabled) != 0) return STATUS_FLT_CBDQ_DISABLED;
    const NTSTATUS status = ke::invoke(Cbdq->InsertIo, Cbdq, Cbd, InsertContext);
    if (!NT_SUCCESS(status)) return status;
    op.queue_context = Context;
    if (Context != nullptr) Context->Irp = reinterpret_cast<PIRP>(Cbd);
    op.queue.store(Cbdq, std::memory_order_seq_cst);
    was_cancelled = cancelled(op);
    if (was_cancelled) take_out(Cbdq, op);
  }
  if (was_cancelled) ke::invoke(Cbdq->CompleteCanceledIo, Cbdq, Cbd);
  return STATUS_SUCCESS;
}

PFLT_CALLBACK_DATA NTAPI FltCbdqRemoveIo(PFLT_CALLBACK_DATA_QUEUE Cbdq,
                                         PFLT_CALLBACK_DATA_QUEUE_IO_CONTEXT Context) {
  const QueueLock lock(Cbdq);
  auto* data = reinterpret_cast<PFLT_CALLBACK_DATA>(Context->Irp);
  if (data == nullptr) return nullptr;
  take_out(Cbdq, call_data(data));
  return data;
}

PFLT_CALLBACK_DATA NTAPI FltCbdqRemoveNextIo(PFLT_CALLBACK_DATA_QUEUE Cbdq, PVOID PeekContext) {
  const QueueLock lock(Cbdq);
  PFLT_CALLBACK_DATA data =
      ke::invoke(Cbdq->PeekNextIo, Cbdq, PFLT_CALLBACK_DATA{nullptr}, PeekContext);
  // What is being cancelled belongs to the cancelling thread.
  while (data != nullptr && cancelled(call_data(data))) {
    data = ke::invoke(Cbdq->PeekNextIo, Cbdq, data, PeekContext);
  }
  if (data != nullptr) take_out(Cbdq, call_data(data));
  return data;
}
