// IRP_MJ_READ: the table of docs/DRIVER.md.
//
// Non-paging reads whose rule looks at the data refuse fast I/O, read into a buffer of ours and
// reach the caller's only when allowed. Paging reads are asked in their post-operation: the
// synchronous ones in place after FLT_PREOP_SYNCHRONIZE, the others by pend.cpp's workers.
#include "driver.h"

namespace sluice::driver {

namespace {

bool is_paging(PFLT_CALLBACK_DATA data) {
  return FLT_IS_IRP_OPERATION(data) && (data->Iopb->IrpFlags & IRP_PAGING_IO) != 0;
}

_IRQL_requires_max_(APC_LEVEL) void describe(Op* op, PFLT_CALLBACK_DATA data, uint64_t pid,
                                             uint64_t start) {
  describe_request(&op->record, data, Operation::Read, pid);
  op->record.process_start = start;
  op->length = data->Iopb->Parameters.Read.Length;
}

_IRQL_requires_max_(APC_LEVEL) FLT_PREOP_CALLBACK_STATUS
    deny_remembered(Op* op, PFLT_CALLBACK_DATA data, const Answer& answer) {
  op->record.flags |= protocol::kContentVerdict;
  op_note(op, answer);
  return op_deny_now(op, data, answer.status);
}

// Is the default a denial?
_IRQL_requires_max_(DISPATCH_LEVEL) bool denies(const Terms& terms) {
  return default_answer(terms, Reason::NoResources).verdict == VerdictKind::Deny;
}

// The system's view of the caller's buffer. Now, in the caller's thread: the post-operation may be
// in any thread at DISPATCH_LEVEL, where locking and mapping can fail or are not allowed.
_IRQL_requires_max_(APC_LEVEL) NTSTATUS map_buffer(Op* op, PFLT_CALLBACK_DATA data) {
  auto& read = data->Iopb->Parameters.Read;
  if (read.MdlAddress == nullptr && !FLT_IS_SYSTEM_BUFFER(data)) {
    const NTSTATUS status = FltLockUserBuffer(data);
    if (!NT_SUCCESS(status)) return status;
  }
  op->data = read.MdlAddress != nullptr
                 ? static_cast<uint8_t*>(MmGetSystemAddressForMdlSafe(read.MdlAddress, g.mapping))
                 : static_cast<uint8_t*>(read.ReadBuffer);
  return op->data != nullptr ? STATUS_SUCCESS : STATUS_INSUFFICIENT_RESOURCES;
}

// ------------------------------------------------------------------ non-paging

// Puts our buffer in the request's place; a non-cached read may fill whole sectors.
_IRQL_requires_max_(APC_LEVEL) NTSTATUS swap_buffer(Op* op, PFLT_CALLBACK_DATA data) {
  auto& read = data->Iopb->Parameters.Read;
  if (op->length > kSwapBytesMax) return STATUS_INSUFFICIENT_RESOURCES;
  uint32_t bytes = op->length;
  if ((data->Iopb->IrpFlags & IRP_NOCACHE) != 0) {
    const uint32_t sector = op->instance != nullptr ? op->instance->sector_bytes : PAGE_SIZE;
    bytes = (bytes + sector - 1) / sector * sector;
  }
  // The data starts on a page; the head of the message that asks about it ends there.
  const uint32_t head = (ask_head_bytes(op->name) + PAGE_SIZE - 1) / PAGE_SIZE * PAGE_SIZE;
  op->swap_block = static_cast<uint8_t*>(allocate(head + bytes, kTagSwap));
  if (op->swap_block == nullptr) return STATUS_INSUFFICIENT_RESOURCES;
  op->swap = op->swap_block + head;
  PMDL mdl = IoAllocateMdl(op->swap, bytes, FALSE, FALSE, nullptr);
  if (mdl == nullptr) return STATUS_INSUFFICIENT_RESOURCES;
  MmBuildMdlForNonPagedPool(mdl);
  read.ReadBuffer = op->swap;
  read.MdlAddress = mdl;  // the Filter Manager frees it after our post-operation
  FltSetCallbackDataDirty(data);
  op->record.flags |= protocol::kSwappedBuffer;
  return STATUS_SUCCESS;
}

// The read's data decides. `data` is an IRP operation.
_IRQL_requires_max_(APC_LEVEL) FLT_PREOP_CALLBACK_STATUS
    prepare_asked(Op* op, PFLT_CALLBACK_DATA data, PCFLT_RELATED_OBJECTS objects, PVOID* context) {
  op->instance = instance_context(objects);
  op->record.flags |= protocol::kContentVerdict;
  Answer answer = {};
  if ((data->Iopb->MinorFunction & IRP_MN_MDL) != 0) {
    // Hands out the cache's own pages: nothing can be put between, so the content is judged first.
    scan_content(op, objects, &answer);
    op_note(op, answer);
    if (answer.verdict == VerdictKind::Deny) return op_deny_now(op, data, answer.status);
    *context = op;
    return FLT_PREOP_SUCCESS_WITH_CALLBACK;
  }
  NTSTATUS status = map_buffer(op, data);
  if (status != STATUS_SUCCESS && status != STATUS_INSUFFICIENT_RESOURCES) {
    // A bad buffer of the caller's: what the file system would have said.
    return op_deny_now(op, data, status);
  }
  if (NT_SUCCESS(status)) status = swap_buffer(op, data);
  if (!NT_SUCCESS(status)) {
    answer = default_answer(op->terms, Reason::NoResources);
    op_note(op, answer);
    if (answer.verdict == VerdictKind::Deny) return op_deny_now(op, data, answer.status);
    *context = op;
    return FLT_PREOP_SUCCESS_WITH_CALLBACK;
  }
  op->asks = true;
  *context = op;
  return FLT_PREOP_SUCCESS_WITH_CALLBACK;
}

_IRQL_requires_max_(APC_LEVEL) FLT_PREOP_CALLBACK_STATUS
    plain_pre(PFLT_CALLBACK_DATA data, PCFLT_RELATED_OBJECTS objects, PVOID* context) {
  ProcessEntry process;
  const uint64_t pid = FltGetRequestorProcessId(data);
  if (!interesting(pid, data, &process)) return FLT_PREOP_SUCCESS_NO_CALLBACK;
  HandleContext* handle = find_handle(objects);
  if (handle == nullptr) handle = adopt_handle(data, objects, process);
  Terms terms = handle != nullptr ? handle->terms : process.terms;
  terms.tree = process.terms.tree;  // whoever opened it: what is denied is denied to who reads
  StreamContext* stream = handle != nullptr ? handle->stream : nullptr;
  Answer answer = {};
  const bool denied = content_denied(stream, terms.tree, &answer);
  const bool asks = !denied && (terms.plan & protocol::kPlanAskRead) != 0 &&
                    data->Iopb->Parameters.Read.Length != 0 &&
                    (stream == nullptr || !stream_exempt(stream));
  const bool report = (terms.plan & protocol::kPlanNotifyRead) != 0;
  if (asks && FLT_IS_FASTIO_OPERATION(data)) {
    if (handle != nullptr) FltReleaseContext(handle);
    return FLT_PREOP_DISALLOW_FASTIO;  // comes again as an IRP, which can be swapped
  }
  Op* op = denied || asks || report ? op_allocate(false, objects->Instance) : nullptr;
  if (op == nullptr) {
    const FLT_PREOP_CALLBACK_STATUS status =
        denied || asks || report ? tell_without_op(data, Operation::Read, process, handle,
                                                   denied || (asks && denies(terms)))
                                 : FLT_PREOP_SUCCESS_NO_CALLBACK;
    if (handle != nullptr) FltReleaseContext(handle);
    return status;
  }
  describe(op, data, pid, process.start);
  op->terms = terms;
  op_attach(op, handle, nullptr);
  op->report = report;
  if (op->stream != nullptr) op->writes = op->stream->state.writes();
  if (denied) return deny_remembered(op, data, answer);
  if (asks) return prepare_asked(op, data, objects, context);
  *context = op;
  return FLT_PREOP_SUCCESS_WITH_CALLBACK;
}

_IRQL_requires_max_(DISPATCH_LEVEL) void plain_apply(Op* op, PFLT_CALLBACK_DATA data,
                                                     PFILE_OBJECT file, const Answer& answer) {
  op_note(op, answer);
  if (answer.verdict == VerdictKind::Deny) {
    remember_content_denial(op, answer);
    // The file system moved the position over bytes that nobody gets. The file object's own lock
    // is held by the requestor of a synchronous one.
    if ((file->Flags & FO_SYNCHRONOUS_IO) != 0) {
      file->CurrentByteOffset.QuadPart = static_cast<LONGLONG>(op->record.offset);
    }
    data->IoStatus.Status = denial_status(answer.status);
    data->IoStatus.Information = 0;
  } else {
    const uint64_t bytes = data->IoStatus.Information;
    copy_bytes(op->data, op->swap, smaller(bytes, static_cast<uint64_t>(op->length)));
  }
  op_finish(op, data->IoStatus.Status, data->IoStatus.Information);
}

Question question_of(Op* op) {
  Question question = {};
  question.kind = protocol::AskKind::ReadData;
  question.record = &op->record;
  question.name = op->name;
  question.terms = op->terms;
  question.instance = op->instance;
  question.data_offset = op->record.offset;
  return question;
}

// At <= APC_LEVEL: at once, or in a system worker when the post-operation was above.
_Function_class_(PFLT_POST_OPERATION_CALLBACK)
    _IRQL_requires_max_(APC_LEVEL) FLT_POSTOP_CALLBACK_STATUS
    plain_safe(PFLT_CALLBACK_DATA data, PCFLT_RELATED_OBJECTS objects, PVOID context,
               FLT_POST_OPERATION_FLAGS) {
  Op* op = static_cast<Op*>(context);
  const uint32_t bytes = static_cast<uint32_t>(smaller(
      static_cast<uint64_t>(data->IoStatus.Information), static_cast<uint64_t>(op->length)));
  Question question = question_of(op);
  // A second chunk's head would lie over the first's data.
  if (bytes <= protocol::kMaxDataBytes) question.message = op->swap - ask_head_bytes(op->name);
  Answer answer;
  ask_data(question, op->swap, bytes, &answer);
  plain_apply(op, data, objects->FileObject, answer);
  return FLT_POSTOP_FINISHED_PROCESSING;
}

_IRQL_requires_max_(DISPATCH_LEVEL) FLT_POSTOP_CALLBACK_STATUS
    plain_post(Op* op, PFLT_CALLBACK_DATA data, PCFLT_RELATED_OBJECTS objects,
               FLT_POST_OPERATION_FLAGS flags) {
  if (!op->asks || NT_ERROR(data->IoStatus.Status) || data->IoStatus.Information == 0) {
    op_finish(op, data->IoStatus.Status, data->IoStatus.Information);
    return FLT_POSTOP_FINISHED_PROCESSING;
  }
  op->record.flags |= protocol::kPostDecided;
  FLT_POSTOP_CALLBACK_STATUS result = FLT_POSTOP_FINISHED_PROCESSING;
  if (FltDoCompletionProcessingWhenSafe(data, objects, op, flags, plain_safe, &result)) {
    return result;
  }
  plain_apply(op, data, objects->FileObject, default_answer(op->terms, Reason::NoResources));
  return FLT_POSTOP_FINISHED_PROCESSING;
}

// ------------------------------------------------------------------ paging

// Whose plan holds for this page-in; false: nobody's, it passes undisturbed.
_IRQL_requires_max_(APC_LEVEL) bool paging_terms(PFLT_CALLBACK_DATA data, StreamContext* stream,
                                                 ProcessEntry* process, Terms* terms) {
  const uint64_t pid = FltGetRequestorProcessId(data);
  process->pid = pid;
  process->start = 0;
  if (pid == 0 || pid == g.system_pid) {
    if (g.unloading.load() != 0) return false;
    *terms = locked(&stream->lock, [&] { return stream->state.strictest(); });
    return true;
  }
  if (!interesting(pid, data, process)) return false;
  *terms = locked(&stream->lock,
                  [&] { return stream->state.terms_of(process->terms.tree, process->terms); });
  return true;
}

// Inside another request of this thread, which holds file-system locks and, when it is a read, is
// asked itself about the same data. A value up to the flag maximum is a system component's mark.
bool nested(PFLT_CALLBACK_DATA data) {
  return FltIsOperationSynchronous(data) &&
         reinterpret_cast<ULONG_PTR>(IoGetTopLevelIrp()) > FSRTL_MAX_TOP_LEVEL_IRP_FLAG;
}

// Everything the post-operation needs is made here; what is missing then decides by default.
_IRQL_requires_max_(APC_LEVEL) FLT_PREOP_CALLBACK_STATUS
    paging_prepare(Op* op, PFLT_CALLBACK_DATA data, PVOID* context) {
  op->asks = true;
  op->record.flags |= protocol::kContentVerdict | protocol::kPostDecided;
  *context = op;
  if (op->missing == Reason::NotAsked && map_buffer(op, data) != STATUS_SUCCESS) {
    op->data = nullptr;
    op->missing = Reason::NoResources;
  }
  if (!FltIsOperationSynchronous(data)) return FLT_PREOP_SUCCESS_WITH_CALLBACK;
  op->message = static_cast<uint8_t*>(allocate(
      ask_head_bytes(op->name) + smaller(op->length, protocol::kMaxDataBytes), kTagMessage));
  if (op->message == nullptr) op->missing = Reason::NoResources;
  return FLT_PREOP_SYNCHRONIZE;
}

// Read-ahead of the system is done for whoever opened the file it reads through.
void attribute_paging(Op* op, uint64_t pid) {
  if (pid != 0 && pid != g.system_pid) return;
  if (op->handle == nullptr) {
    op->record.attribution = static_cast<uint8_t>(Attribution::Unknown);
    return;
  }
  op->record.attribution = static_cast<uint8_t>(Attribution::Opener);
  op->record.responsible_pid = static_cast<uint32_t>(op->handle->opener_pid);
}

_IRQL_requires_max_(APC_LEVEL) FLT_PREOP_CALLBACK_STATUS
    paging_pre(PFLT_CALLBACK_DATA data, PCFLT_RELATED_OBJECTS objects, PVOID* context) {
  constexpr uint32_t kConcerns = protocol::kPlanAskPagingRead | protocol::kPlanNotifyRead;
  StreamContext* stream = find_stream(objects);
  if (stream == nullptr) return FLT_PREOP_SUCCESS_NO_CALLBACK;
  ProcessEntry process;
  Terms terms = {};
  Answer answer = {};
  const bool concerns =
      ((stream->state.paging_plan() & kConcerns) != 0 || stream->state.may_be_denied()) &&
      paging_terms(data, stream, &process, &terms);
  const bool denied = concerns && content_denied(stream, terms.tree, &answer);
  const bool wanted = concerns && !denied && (terms.plan & protocol::kPlanAskPagingRead) != 0 &&
                      data->Iopb->Parameters.Read.Length != 0;
  const bool exempt = wanted && (stream_exempt(stream) || nested(data));
  const bool report = concerns && (terms.plan & protocol::kPlanNotifyRead) != 0;
  if (!denied && !wanted && !report) {
    FltReleaseContext(stream);
    return FLT_PREOP_SUCCESS_NO_CALLBACK;
  }
  const bool asks = wanted && !exempt;
  const bool pended = asks && !FltIsOperationSynchronous(data);
  Op* op = op_allocate(pended, objects->Instance);
  Reason missing = Reason::NotAsked;
  if (op == nullptr && pended) {
    missing = Reason::QueueFull;
    op = op_allocate(false, objects->Instance);
  }
  if (op == nullptr) {
    FltReleaseContext(stream);
    return tell_without_op(data, Operation::Read, process, nullptr,
                           denied || (asks && denies(terms)));
  }
  describe(op, data, process.pid, process.start);
  op->terms = terms;
  op->missing = missing;
  op->report = report;
  op->writes = stream->state.writes();
  op_attach(op, find_handle(objects), stream);
  if (denied) return deny_remembered(op, data, answer);
  attribute_paging(op, process.pid);
  if (exempt) op->record.reason = static_cast<uint8_t>(Reason::Exempt);
  if (asks) {
    op->instance = instance_context(objects);
    return paging_prepare(op, data, context);
  }
  *context = op;
  return FLT_PREOP_SUCCESS_WITH_CALLBACK;
}

_IRQL_requires_max_(DISPATCH_LEVEL) FLT_POSTOP_CALLBACK_STATUS
    paging_default(Op* op, PFLT_CALLBACK_DATA data, Reason reason) {
  paging_apply(op, data, default_answer(op->terms, reason));
  op_finish(op, data->IoStatus.Status, data->IoStatus.Information);
  return FLT_POSTOP_FINISHED_PROCESSING;
}

_IRQL_requires_max_(DISPATCH_LEVEL) FLT_POSTOP_CALLBACK_STATUS
    paging_post(Op* op, PFLT_CALLBACK_DATA data) {
  if (!op->asks || NT_ERROR(data->IoStatus.Status) || data->IoStatus.Information == 0) {
    op_finish(op, data->IoStatus.Status, data->IoStatus.Information);
    return FLT_POSTOP_FINISHED_PROCESSING;
  }
  if (op->missing != Reason::NotAsked) return paging_default(op, data, op->missing);
  if (op->pend != nullptr) {
    Reason why = Reason::Draining;
    if (pend_push(op->pend, data, &why)) return FLT_POSTOP_MORE_PROCESSING_REQUIRED;
    return paging_default(op, data, why);
  }
  // FLT_PREOP_SYNCHRONIZE brought us back to the pre-operation's thread, below DISPATCH_LEVEL.
  if (KeGetCurrentIrql() > APC_LEVEL) return paging_default(op, data, Reason::NoResources);
  Answer answer;
  paging_ask(op, data, op->message, &answer);
  paging_apply(op, data, answer);
  op_finish(op, data->IoStatus.Status, data->IoStatus.Information);
  return FLT_POSTOP_FINISHED_PROCESSING;
}

}  // namespace

_Use_decl_annotations_ bool content_denied(StreamContext* stream, uint64_t tree, Answer* answer) {
  if (stream == nullptr || !stream->state.may_be_denied()) return false;
  const uint32_t generation = g.policy.generation.load();
  ContentDecision denied;
  const bool found = locked(
      &stream->lock, [&] { return stream->state.content_denied(tree, generation, &denied); });
  if (!found) return false;
  *answer = remembered(VerdictKind::Deny, denied.status, denied.rule, denied.generation);
  return true;
}

_Use_decl_annotations_ void paging_ask(Op* op, PFLT_CALLBACK_DATA data, uint8_t* message,
                                       Answer* answer) {
  Question question = question_of(op);
  question.flags = protocol::kAskPaging;
  question.message = message;
  question.pend = op->pend;
  // A pended one's deadline runs from when it was queued: behind a service that hangs, the queue
  // empties when the first deadline passes.
  if (op->pend != nullptr) question.begin = op->pend->queued;
  const uint64_t bytes =
      smaller(static_cast<uint64_t>(data->IoStatus.Information), static_cast<uint64_t>(op->length));
  ask_data(question, op->data, static_cast<uint32_t>(bytes), answer);
}

// A denied page-in leaves zeros: whatever looks at the pages all the same finds no file data.
_Use_decl_annotations_ void paging_apply(Op* op, PFLT_CALLBACK_DATA data, const Answer& answer) {
  op_note(op, answer);
  if (answer.verdict != VerdictKind::Deny) return;
  remember_content_denial(op, answer);
  if (op->data != nullptr) zero_bytes(op->data, op->length);
  data->IoStatus.Status = denial_status(answer.status);
  data->IoStatus.Information = 0;
}

_Use_decl_annotations_ FLT_PREOP_CALLBACK_STATUS read_pre(PFLT_CALLBACK_DATA data,
                                                          PCFLT_RELATED_OBJECTS objects,
                                                          PVOID* context) {
  *context = nullptr;
  if ((data->Iopb->MinorFunction & IRP_MN_COMPLETE) != 0) return FLT_PREOP_SUCCESS_NO_CALLBACK;
  if (is_paging(data)) {
    if (g.streams.load() == 0) return FLT_PREOP_SUCCESS_NO_CALLBACK;
    return paging_pre(data, objects, context);
  }
  return plain_pre(data, objects, context);
}

// Up to DISPATCH_LEVEL in any thread: op, contexts, buffers and code are all resident.
_Use_decl_annotations_ FLT_POSTOP_CALLBACK_STATUS read_post(PFLT_CALLBACK_DATA data,
                                                            PCFLT_RELATED_OBJECTS objects,
                                                            PVOID context,
                                                            FLT_POST_OPERATION_FLAGS flags) {
  Op* op = static_cast<Op*>(context);
  if ((flags & FLTFL_POST_OPERATION_DRAINING) != 0) return op_report_post(op, data, flags);
  op->record.irql_post = KeGetCurrentIrql();
  if ((op->record.flags & protocol::kPagingIo) != 0) return paging_post(op, data);
  return plain_post(op, data, objects, flags);
}

_Use_decl_annotations_ FLT_PREOP_CALLBACK_STATUS mdl_read_pre(PFLT_CALLBACK_DATA,
                                                              PCFLT_RELATED_OBJECTS objects,
                                                              PVOID* context) {
  *context = nullptr;
  return plan_of_open(objects, protocol::kPlanAskRead) ? FLT_PREOP_DISALLOW_FASTIO
                                                       : FLT_PREOP_SUCCESS_NO_CALLBACK;
}

}  // namespace sluice::driver
