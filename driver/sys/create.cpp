// IRP_MJ_CREATE, at PASSIVE_LEVEL in the requestor's thread on both sides.
//
// What may create or destroy is asked by name before it happens; a plain open is asked afterwards,
// when the stream's context may already hold the answer, and undone with FltCancelFileOpen.
#include "driver.h"

namespace sluice::driver {

namespace {

// What later operations can only be held to through this open's contexts.
constexpr uint32_t kNeedsContexts = protocol::kPlanAskRead | protocol::kPlanAskPagingRead |
                                    protocol::kPlanScanSection | protocol::kPlanAskSection |
                                    protocol::kPlanDenyWrite;

bool changes_something(ULONG options) {
  const ULONG disposition = options >> 24;
  return disposition != FILE_OPEN || (options & FILE_DELETE_ON_CLOSE) != 0;
}

SLUICE_PAGED bool passed_by(PFLT_CALLBACK_DATA data, PCFLT_RELATED_OBJECTS objects) {
  PAGED_CODE();
  // A paging file's create must not wait for user mode; nobody else's file is one.
  if ((data->Iopb->OperationFlags & SL_OPEN_PAGING_FILE) != 0) return true;
  return objects->FileObject == nullptr;
}

SLUICE_PAGED void describe_create(Op* op, PFLT_CALLBACK_DATA data, const ProcessEntry& process) {
  PAGED_CODE();
  const auto& create = data->Iopb->Parameters.Create;
  describe_request(&op->record, data, Operation::Create, process.pid);
  op->record.process_start = process.start;
  op->record.create_options = create.Options;
  if (create.SecurityContext != nullptr) {
    op->record.desired_access = create.SecurityContext->DesiredAccess;
  }
  if ((create.Options & FILE_DIRECTORY_FILE) != 0) op->record.flags |= protocol::kDirectory;
  op->access = access_class(op->record.desired_access);
  if (changes_something(create.Options)) op->access |= kAccessWrite;
  if ((create.Options & FILE_DELETE_ON_CLOSE) != 0) op->access |= kAccessDelete;
  op->terms = process.terms;
  op->report = (process.terms.plan & protocol::kPlanNotifyCreate) != 0;
}

SLUICE_PAGED void ask_create(Op* op) {
  PAGED_CODE();
  Question question = {};
  question.kind = protocol::AskKind::Create;
  question.record = &op->record;
  question.name = op->name;
  question.terms = op->terms;
  question.instance = op->instance;
  ask(question, &op->answer);
  op->asked = true;
}

}  // namespace

_Use_decl_annotations_ SLUICE_PAGED FLT_PREOP_CALLBACK_STATUS
create_pre(PFLT_CALLBACK_DATA data, PCFLT_RELATED_OBJECTS objects, PVOID* context) {
  PAGED_CODE();
  *context = nullptr;
  ProcessEntry process;
  if (passed_by(data, objects)) return FLT_PREOP_SUCCESS_NO_CALLBACK;
  if (!interesting(FltGetRequestorProcessId(data), data, &process)) {
    return FLT_PREOP_SUCCESS_NO_CALLBACK;
  }
  Op* op = op_allocate(false, objects->Instance);
  if (op == nullptr) {
    // Without memory for its event the create is still decided by the default.
    const Answer answer = default_answer(process.terms, Reason::NoResources);
    return tell_without_op(data, Operation::Create, process, nullptr,
                           (process.terms.plan & protocol::kPlanAskCreate) != 0 &&
                               answer.verdict == VerdictKind::Deny);
  }
  describe_create(op, data, process);
  op->instance = instance_context(objects);
  const bool target_directory = (data->Iopb->OperationFlags & SL_OPEN_TARGET_DIRECTORY) != 0;
  if ((process.terms.plan & protocol::kPlanAskCreate) != 0 && !target_directory &&
      changes_something(data->Iopb->Parameters.Create.Options)) {
    op->name = name_of_create(data, objects, op->instance);
    ask_create(op);
    op_note(op, op->answer);
    if (op->answer.verdict == VerdictKind::Deny) return op_deny_now(op, data, op->answer.status);
  }
  *context = op;
  return FLT_PREOP_SUCCESS_WITH_CALLBACK;
}

namespace {

SLUICE_PAGED bool is_directory(Op* op, PCFLT_RELATED_OBJECTS objects) {
  PAGED_CODE();
  const uint32_t options = op->record.create_options;
  if ((options & FILE_DIRECTORY_FILE) != 0) return true;
  if ((options & FILE_NON_DIRECTORY_FILE) != 0) return false;
  BOOLEAN directory = FALSE;
  const NTSTATUS status = FltIsDirectory(objects->FileObject, objects->Instance, &directory);
  return NT_SUCCESS(status) && directory;
}

// From the stream's context, if it holds an answer for the same question.
SLUICE_PAGED bool recall(Op* op) {
  PAGED_CODE();
  if (op->stream == nullptr) return false;
  const uint32_t generation = g.policy.generation.load();
  const auto known = locked(&op->stream->lock, [&] {
    const RememberedVerdict* found =
        op->stream->state.recall(op->terms.tree, op->access, generation);
    return found != nullptr ? *found : RememberedVerdict{};
  });
  if (known.verdict == 0) return false;
  op->answer = remembered(static_cast<VerdictKind>(known.verdict), known.status, known.rule,
                          known.generation);
  op->answer.reply.plan = known.plan;
  op->answer.reply.on_timeout = known.on_timeout;
  op->answer.reply.deadline_ms = known.deadline_ms;
  op->answer.reply.paging_deadline_ms = known.paging_deadline_ms;
  return true;
}

SLUICE_PAGED void remember(Op* op) {
  PAGED_CODE();
  const Answer& answer = op->answer;
  if (op->stream == nullptr || answer.reason != Reason::Service) return;
  if (answer.reply.remember != static_cast<uint8_t>(protocol::Remember::Stream)) return;
  RememberedVerdict verdict = {};
  verdict.access = op->access;
  verdict.generation = answer.reply.generation;
  verdict.plan = answer.reply.plan;
  verdict.rule = answer.reply.rule;
  verdict.status = answer.status;
  verdict.verdict = static_cast<uint8_t>(answer.verdict);
  verdict.on_timeout = answer.reply.on_timeout;
  verdict.deadline_ms = answer.reply.deadline_ms;
  verdict.paging_deadline_ms = answer.reply.paging_deadline_ms;
  locked(&op->stream->lock, [&] { op->stream->state.remember(op->terms.tree, verdict); });
}

// The terms go to this open, and what concerns paging to the stream: its I/O comes with any open.
// False when the default must stand, since there is no context to keep them in.
SLUICE_PAGED bool keep(Op* op, PCFLT_RELATED_OBJECTS objects, bool directory) {
  PAGED_CODE();
  HandleContext like = {};
  like.opener_pid = op->record.pid;
  like.opener_start = op->record.process_start;
  like.terms = op->answer.usable ? terms_of_reply(op->answer.reply, op->terms) : op->terms;
  const bool for_deletion = (op->record.desired_access & DELETE) != 0;
  like.delete_decided.store(for_deletion && op->answer.usable);
  if (directory) like.flags |= kHandleDirectory;
  if ((objects->FileObject->Flags & FO_VOLUME_OPEN) != 0) like.flags |= kHandleVolume;
  if (like.flags != 0) {
    like.terms.plan &= ~(protocol::kPlanAskRead | protocol::kPlanAskPagingRead |
                         protocol::kPlanScanSection | protocol::kPlanAskSection);
  }
  like.name = op->name;
  like.stream = op->stream;
  if (op->stream != nullptr) {
    if ((like.terms.plan & kNeedsContexts) != 0) learn_file_id(objects, op->stream);
    const bool writes = (op->access & kAccessWrite) != 0;
    locked(&op->stream->lock, [&] {
      op->stream->state.add_plan(like.terms);
      if (writes) op->stream->state.set_writer(like.opener_pid, like.opener_start);
    });
  }
  HandleContext* handle = make_handle(objects, like);
  if (handle != nullptr) {
    op->record.handle_id = handle->id;
    FltReleaseContext(handle);
    if (op->stream != nullptr || like.flags != 0) return true;
  }
  return (like.terms.plan & kNeedsContexts) == 0;
}

SLUICE_PAGED void undo_open(Op* op, PFLT_CALLBACK_DATA data, PCFLT_RELATED_OBJECTS objects) {
  PAGED_CODE();
  FltCancelFileOpen(objects->Instance, objects->FileObject);
  data->IoStatus.Status = denial_status(op->answer.status);
  data->IoStatus.Information = 0;
}

SLUICE_PAGED void opened(Op* op, PFLT_CALLBACK_DATA data, PCFLT_RELATED_OBJECTS objects) {
  PAGED_CODE();
  const bool directory = is_directory(op, objects);
  if (directory) op->record.flags |= protocol::kDirectory;
  if (data->IoStatus.Information == FILE_CREATED) op->record.flags |= protocol::kNewFile;
  if (!directory && (objects->FileObject->Flags & FO_VOLUME_OPEN) == 0) {
    bool moved = false;
    op->stream = find_or_make_stream(objects, op->name, &moved);
  }
  if (op->stream != nullptr) {
    op->record.stream_id = op->stream->id;
    const uint64_t how = data->IoStatus.Information;
    if (how == FILE_OVERWRITTEN || how == FILE_SUPERSEDED) op->stream->state.touch();
  }
  const bool asks = (op->terms.plan & protocol::kPlanAskCreate) != 0 && !op->asked;
  if (asks) {
    op->record.flags |= protocol::kPostDecided;
    if (!recall(op)) ask_create(op);
    op_note(op, op->answer);
  }
  remember(op);
  if (asks && op->answer.verdict == VerdictKind::Deny) {
    undo_open(op, data, objects);
    return;
  }
  if (keep(op, objects, directory)) return;
  op->answer = default_answer(op->terms, Reason::NoResources);
  op_note(op, op->answer);
  if (op->answer.verdict == VerdictKind::Deny) undo_open(op, data, objects);
}

}  // namespace

_Use_decl_annotations_ SLUICE_PAGED FLT_POSTOP_CALLBACK_STATUS
create_post(PFLT_CALLBACK_DATA data, PCFLT_RELATED_OBJECTS objects, PVOID context,
            FLT_POST_OPERATION_FLAGS flags) {
  PAGED_CODE();
  Op* op = static_cast<Op*>(context);
  if ((flags & FLTFL_POST_OPERATION_DRAINING) != 0) return op_report_post(op, data, flags);
  op->record.irql_post = KeGetCurrentIrql();
  if (op->name == nullptr) op->name = name_of_create(data, objects, op->instance);
  const bool target_directory = (data->Iopb->OperationFlags & SL_OPEN_TARGET_DIRECTORY) != 0;
  if (NT_SUCCESS(data->IoStatus.Status) && data->IoStatus.Status != STATUS_REPARSE) {
    if (target_directory) {
      // Nothing but the directory of a name to come, which the rename or link is asked about.
      op->record.flags |= protocol::kDirectory;
      keep(op, objects, true);
    } else {
      opened(op, data, objects);
    }
  }
  op_finish(op, data->IoStatus.Status, data->IoStatus.Information);
  return FLT_POSTOP_FINISHED_PROCESSING;
}

}  // namespace sluice::driver
