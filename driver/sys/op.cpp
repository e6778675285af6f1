// The completion context: one reported or decided operation between pre- and post-operation.
#include "driver.h"

namespace sluice::driver {

_Use_decl_annotations_ Op* op_allocate(bool pended, PFLT_INSTANCE instance) {
  Op* op = nullptr;
  PendItem* item = nullptr;
  if (pended) {
    item = pend_item_allocate(instance);
    if (item != nullptr) op = &item->op;
  } else {
    op = static_cast<Op*>(ExAllocateFromNPagedLookasideList(&g.op_list));
  }
  if (op == nullptr) return nullptr;
  zero_bytes(op, sizeof(*op));
  op->pend = item;
  return op;
}

_Use_decl_annotations_ void op_free(Op* op) {
  name_release(op->name);
  name_release(op->target);
  if (op->stream != nullptr && !op->borrows_stream) FltReleaseContext(op->stream);
  if (op->handle != nullptr) FltReleaseContext(op->handle);
  if (op->instance != nullptr) FltReleaseContext(op->instance);
  release(op->message, kTagMessage);
  release(op->swap_block, kTagSwap);
  if (op->pend != nullptr) {
    pend_item_retire(op->pend);
  } else {
    ExFreeToNPagedLookasideList(&g.op_list, op);
  }
}

namespace {

uint32_t request_flags(PFLT_CALLBACK_DATA data) {
  uint32_t flags = 0;
  if (FLT_IS_IRP_OPERATION(data)) {
    const ULONG irp = data->Iopb->IrpFlags;
    if ((irp & IRP_PAGING_IO) != 0) flags |= protocol::kPagingIo;
    if ((irp & IRP_SYNCHRONOUS_PAGING_IO) != 0) flags |= protocol::kSynchronousPagingIo;
    if ((irp & IRP_NOCACHE) != 0) flags |= protocol::kNonCached;
  }
  if (FLT_IS_FASTIO_OPERATION(data)) flags |= protocol::kFastIo;
  if (FltIsOperationSynchronous(data)) flags |= protocol::kSynchronous;
  if ((data->Iopb->MinorFunction & IRP_MN_MDL) != 0 &&
      (data->Iopb->MajorFunction == IRP_MJ_READ || data->Iopb->MajorFunction == IRP_MJ_WRITE)) {
    flags |= protocol::kMdl;
  }
  return flags;
}

}  // namespace

_Use_decl_annotations_ void describe_request(EventRecord* out, PFLT_CALLBACK_DATA data,
                                             Operation operation, uint64_t pid) {
  EventRecord& record = *out;
  record.operation = static_cast<uint16_t>(operation);
  record.pid = static_cast<uint32_t>(pid);
  record.responsible_pid = record.pid;
  record.tid =
      HandleToULong(data->Thread != nullptr ? PsGetThreadId(data->Thread) : PsGetCurrentThreadId());
  record.flags = request_flags(data);
  record.irql_pre = KeGetCurrentIrql();
  record.irql_post = protocol::kNoIrql;
  record.attribution = static_cast<uint8_t>(Attribution::Requestor);
  record.generation = g.policy.generation.load();
  if (operation == Operation::Read || operation == Operation::Write) {
    // Both have the same layout up to here.
    record.offset = static_cast<uint64_t>(data->Iopb->Parameters.Read.ByteOffset.QuadPart);
    record.length = data->Iopb->Parameters.Read.Length;
  }
}

_Use_decl_annotations_ FLT_PREOP_CALLBACK_STATUS tell_without_op(PFLT_CALLBACK_DATA data,
                                                                 Operation operation,
                                                                 const ProcessEntry& process,
                                                                 const HandleContext* handle,
                                                                 bool denied) {
  EventRecord record;
  zero_bytes(&record, sizeof(record));
  describe_request(&record, data, operation, process.pid);
  record.process_start = process.start;
  record.status = denied ? STATUS_INSUFFICIENT_RESOURCES : STATUS_PENDING;
  record.verdict = static_cast<uint8_t>(denied ? VerdictKind::Deny : VerdictKind::None);
  record.reason = static_cast<uint8_t>(Reason::NoResources);
  if (handle != nullptr) record.handle_id = handle->id;
  if (handle != nullptr && handle->stream != nullptr) record.stream_id = handle->stream->id;
  emit(record, handle != nullptr ? handle->name : nullptr);
  if (!denied) return FLT_PREOP_SUCCESS_NO_CALLBACK;
  data->IoStatus.Status = STATUS_INSUFFICIENT_RESOURCES;
  data->IoStatus.Information = 0;
  return FLT_PREOP_COMPLETE;
}

// Takes over the references to `handle` and `stream` (both may be null).
_Use_decl_annotations_ void op_attach(Op* op, HandleContext* handle, StreamContext* stream) {
  op->handle = handle;
  op->stream = stream;
  if (op->stream == nullptr && handle != nullptr) {
    op->stream = handle->stream;
    op->borrows_stream = true;
  }
  if (handle != nullptr) {
    op->record.handle_id = handle->id;
    op->name = name_reference(handle->name);
    if ((handle->flags & kHandleDirectory) != 0) op->record.flags |= protocol::kDirectory;
  }
  if (op->stream != nullptr) {
    op->record.stream_id = op->stream->id;
    if (op->name == nullptr) op->name = stream_name(op->stream);
  }
}

_Use_decl_annotations_ void op_note(Op* op, const Answer& answer) {
  EventRecord& record = op->record;
  record.verdict = static_cast<uint8_t>(answer.verdict);
  record.reason = static_cast<uint8_t>(answer.reason);
  record.ask_ns += answer.ask_ns;
  if (answer.reason == Reason::NotAsked) return;
  if (record.lane == static_cast<uint8_t>(Lane::Notify)) {
    record.lane = static_cast<uint8_t>(Lane::Verdict);
  }
  if (answer.usable) {
    record.rule = answer.reply.rule;
    record.generation = answer.reply.generation;
  }
  op->report = true;
}

_Use_decl_annotations_ void op_finish(Op* op, NTSTATUS status, uint64_t information) {
  op->record.status = status;
  op->record.information = information;
  if (op->report) emit(op->record, op->name);
  op_free(op);
}

_Use_decl_annotations_ FLT_PREOP_CALLBACK_STATUS op_deny_now(Op* op, PFLT_CALLBACK_DATA data,
                                                             NTSTATUS status) {
  data->IoStatus.Status = denial_status(status);
  data->IoStatus.Information = 0;
  op->report = true;
  op_finish(op, data->IoStatus.Status, 0);
  return FLT_PREOP_COMPLETE;
}

_Use_decl_annotations_ FLT_POSTOP_CALLBACK_STATUS op_report_post(Op* op, PFLT_CALLBACK_DATA data,
                                                                 FLT_POST_OPERATION_FLAGS flags) {
  op->record.irql_post = KeGetCurrentIrql();
  if ((flags & FLTFL_POST_OPERATION_DRAINING) != 0) {
    // The data is a copy whose status says nothing: tell what was seen, free, touch nothing else.
    op->record.reason = static_cast<uint8_t>(Reason::Draining);
    op_finish(op, STATUS_FLT_DELETING_OBJECT, 0);
  } else {
    op_finish(op, data->IoStatus.Status, data->IoStatus.Information);
  }
  return FLT_POSTOP_FINISHED_PROCESSING;
}

_Use_decl_annotations_ Answer remembered(VerdictKind verdict, NTSTATUS status, uint32_t rule,
                                         uint32_t generation) {
  Answer answer = {};
  answer.verdict = verdict;
  answer.reason = Reason::Remembered;
  answer.status = status;
  answer.usable = true;
  answer.reply.rule = rule;
  answer.reply.generation = generation;
  return answer;
}

_Use_decl_annotations_ Answer default_answer(const Terms& terms, Reason reason) {
  Answer answer = {};
  uint8_t verdict = terms.on_timeout;
  if (verdict == 0) verdict = g.policy.on_timeout.load();
  answer.verdict =
      verdict == static_cast<uint8_t>(VerdictKind::Deny) ? VerdictKind::Deny : VerdictKind::Allow;
  answer.reason = reason;
  answer.status = STATUS_ACCESS_DENIED;
  return answer;
}

// A denial is an error, whatever the service wrote.
_Use_decl_annotations_ NTSTATUS denial_status(NTSTATUS wanted) {
  return NT_ERROR(wanted) ? wanted : STATUS_ACCESS_DENIED;
}

}  // namespace sluice::driver
