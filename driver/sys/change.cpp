// IRP_MJ_SET_INFORMATION, as far as it would go round what create decides: rename, hard link,
// deletion in both its forms, and the file's size. Asked in the pre-operation, before it happens.
//
// Resident: the cache manager's threads come here too, and the post-operation may run at
// DISPATCH_LEVEL. The information is the I/O manager's own copy (METHOD_BUFFERED).
#include "driver.h"

namespace sluice::driver {

namespace {

struct Change {
  Operation operation;  // None: nothing that is reported or decided
  bool replaces;        // the target may be there and goes then
  HANDLE root;
  PWSTR target;
  uint32_t target_bytes;
  uint64_t size;
};

// The classic forms have a BOOLEAN where the extended ones have flags.
bool replaces(int which, const FILE_RENAME_INFORMATION& rename) {
  switch (which) {
    case FileRenameInformationEx:
    case FileRenameInformationExBypassAccessCheck:
    case FileLinkInformationEx:
    case FileLinkInformationExBypassAccessCheck:
      return (rename.Flags & FILE_RENAME_REPLACE_IF_EXISTS) != 0;
    default:
      return rename.ReplaceIfExists != 0;
  }
}

// FILE_LINK_INFORMATION has the layout of FILE_RENAME_INFORMATION, and the flag the same value.
static_assert(FIELD_OFFSET(FILE_LINK_INFORMATION, FileName) ==
              FIELD_OFFSET(FILE_RENAME_INFORMATION, FileName));

Change to_another_name(Operation operation, int which, const void* buffer, uint32_t length) {
  constexpr uint32_t kHead = FIELD_OFFSET(FILE_RENAME_INFORMATION, FileName);
  if (length < kHead) return {};  // the file system refuses it
  const auto* rename = static_cast<const FILE_RENAME_INFORMATION*>(buffer);
  if (rename->FileNameLength > length - kHead || rename->FileNameLength % sizeof(WCHAR) != 0) {
    return {};
  }
  return {operation,
          replaces(which, *rename),
          rename->RootDirectory,
          const_cast<PWSTR>(rename->FileName),
          rename->FileNameLength,
          0};
}

bool deletes(int which, const void* buffer, uint32_t length) {
  if (which == FileDispositionInformation) {
    return length >= sizeof(BOOLEAN) && *static_cast<const BOOLEAN*>(buffer) != 0;
  }
  return length >= sizeof(ULONG) &&
         (*static_cast<const ULONG*>(buffer) & FILE_DISPOSITION_FLAG_DELETE) != 0;
}

Change change_of(PFLT_CALLBACK_DATA data) {
  const auto& set = data->Iopb->Parameters.SetFileInformation;
  const int which = static_cast<int>(set.FileInformationClass);
  const void* buffer = set.InfoBuffer;
  if (buffer == nullptr) return {};
  switch (which) {
    case FileRenameInformation:
    case FileRenameInformationEx:
    case FileRenameInformationBypassAccessCheck:
    case FileRenameInformationExBypassAccessCheck:
      return to_another_name(Operation::Rename, which, buffer, set.Length);
    case FileLinkInformation:
    case FileLinkInformationEx:
    case FileLinkInformationBypassAccessCheck:
    case FileLinkInformationExBypassAccessCheck:
      return to_another_name(Operation::Link, which, buffer, set.Length);
    case FileDispositionInformation:
    case FileDispositionInformationEx:
      if (!deletes(which, buffer, set.Length)) return {};
      return {Operation::Delete, false, nullptr, nullptr, 0, 0};
    case FileEndOfFileInformation:
      // The lazy writer says how far the data is valid; the file keeps its size.
      if (set.AdvanceOnly) return {};
      [[fallthrough]];
    case FileAllocationInformation:
    case FileValidDataLengthInformation:
      if (set.Length < sizeof(LARGE_INTEGER)) return {};
      return {Operation::SetSize,
              false,
              nullptr,
              nullptr,
              0,
              static_cast<uint64_t>(static_cast<const LARGE_INTEGER*>(buffer)->QuadPart)};
    default:
      return {};
  }
}

// Nobody who is watched does it, but what is known of the stream no longer holds.
_IRQL_requires_max_(APC_LEVEL) void outdate(StreamContext* stream, const Change& change) {
  if (change.operation == Operation::SetSize) stream->state.touch();
  if (change.operation == Operation::Rename) {
    locked(&stream->lock, [&] { stream->state.forget_verdicts(); });
  }
}

_IRQL_requires_max_(APC_LEVEL) bool names_may_be_queried() {
  return KeGetCurrentIrql() == PASSIVE_LEVEL && IoGetTopLevelIrp() == nullptr;
}

// Where the Filter Manager can't say it, the name as it was given must do.
_IRQL_requires_max_(APC_LEVEL) Name* name_of_target(PCFLT_RELATED_OBJECTS objects,
                                                    const Change& change) {
  PFLT_FILE_NAME_INFORMATION information = nullptr;
  constexpr FLT_FILE_NAME_OPTIONS kFormats[] = {FLT_FILE_NAME_NORMALIZED, FLT_FILE_NAME_OPENED};
  for (const FLT_FILE_NAME_OPTIONS format : kFormats) {
    if (!names_may_be_queried()) break;
    const NTSTATUS status = FltGetDestinationFileNameInformation(
        objects->Instance, objects->FileObject, change.root, change.target, change.target_bytes,
        format | FLT_FILE_NAME_QUERY_DEFAULT, &information);
    if (!NT_SUCCESS(status)) continue;
    Name* name = name_make(&information->Name, nullptr);
    FltReleaseFileNameInformation(information);
    return name;
  }
  UNICODE_STRING given;
  given.Buffer = change.target;
  given.Length = static_cast<USHORT>(smaller(change.target_bytes, protocol::kMaxPathBytes));
  given.MaximumLength = given.Length;
  return name_make(&given, nullptr);
}

UNICODE_STRING text_of(Name* name) {
  UNICODE_STRING text = {};
  if (name != nullptr) {
    text.Buffer = name->text;
    text.Length = name->bytes;
    text.MaximumLength = name->bytes;
  }
  return text;
}

// The name of now, for an open's own may be an old one; and behind it the target.
_IRQL_requires_max_(APC_LEVEL) void name_change(Op* op, PFLT_CALLBACK_DATA data,
                                                PCFLT_RELATED_OBJECTS objects,
                                                const Change& change) {
  if (change.operation == Operation::SetSize) return;
  Name* now = names_may_be_queried() ? name_of_open(data) : nullptr;
  if (now != nullptr) {
    name_release(op->name);
    op->name = now;
  }
  if (change.target == nullptr) return;
  op->target = name_of_target(objects, change);
  UNICODE_STRING from = text_of(op->name);
  UNICODE_STRING to = text_of(op->target);
  Name* both = name_make(&from, &to);
  name_release(op->name);
  op->name = both;
  op->record.target_bytes =
      both != nullptr ? static_cast<uint16_t>(smaller<uint32_t>(to.Length, both->bytes)) : 0;
}

_IRQL_requires_max_(APC_LEVEL) void ask_change(Op* op, const Terms& terms) {
  Question question = {};
  question.kind = protocol::AskKind::Change;
  question.record = &op->record;
  question.name = op->name;
  question.terms = terms;
  question.instance = op->instance;
  ask(question, &op->answer);
}

// Decides it; Allow when nothing is asked.
_IRQL_requires_max_(APC_LEVEL) void decide(Op* op, const ProcessEntry& process, bool asks) {
  const HandleContext* handle = op->handle;
  const uint32_t generation = g.policy.generation.load();
  if (op->record.operation == static_cast<uint16_t>(Operation::SetSize)) {
    // Decided with the writes, when it was opened.
    if (handle == nullptr || (handle->terms.plan & protocol::kPlanDenyWrite) == 0) return;
    op->answer = remembered(VerdictKind::Deny, STATUS_ACCESS_DENIED, handle->terms.rule,
                            handle->terms.generation);
  } else if (!asks) {
    return;
  } else if (op->record.operation == static_cast<uint16_t>(Operation::Delete) &&
             handle != nullptr && handle->delete_decided.load() != 0 &&
             handle->terms.generation == generation) {
    op->answer = remembered(VerdictKind::Allow, STATUS_SUCCESS, handle->terms.rule, generation);
  } else {
    ask_change(op, process.terms);
  }
  op_note(op, op->answer);
}

// What was decided by the old name no longer holds; an open stays decided as it was opened.
_IRQL_requires_max_(DISPATCH_LEVEL) void renamed(Op* op) {
  if (op->handle != nullptr) op->handle->delete_decided.store(0);
  if (op->stream == nullptr) return;
  Name* old = locked(&op->stream->lock, [&]() -> Name* {
    op->stream->state.forget_verdicts();
    if (op->target == nullptr) return nullptr;
    Name* before = op->stream->name;
    op->stream->name = name_reference(op->target);
    return before;
  });
  name_release(old);
}

}  // namespace

_Use_decl_annotations_ FLT_PREOP_CALLBACK_STATUS change_pre(PFLT_CALLBACK_DATA data,
                                                            PCFLT_RELATED_OBJECTS objects,
                                                            PVOID* context) {
  *context = nullptr;
  const Change change = change_of(data);
  if (change.operation == Operation::None) return FLT_PREOP_SUCCESS_NO_CALLBACK;
  ProcessEntry process;
  const uint64_t pid = FltGetRequestorProcessId(data);
  const bool watched = interesting(pid, data, &process);
  StreamContext* known = watched || g.streams.load() != 0 ? find_stream(objects) : nullptr;
  if (known != nullptr) {
    outdate(known, change);
    FltReleaseContext(known);
  }
  if (!watched) return FLT_PREOP_SUCCESS_NO_CALLBACK;

  HandleContext* handle = find_handle(objects);
  if (handle == nullptr) handle = adopt_handle(data, objects, process);
  const bool size = change.operation == Operation::SetSize;
  const bool asks = !size && (process.terms.plan & protocol::kPlanAskChange) != 0;
  Op* op = op_allocate(false, objects->Instance);
  if (op == nullptr) {
    const bool denied =
        asks && default_answer(process.terms, Reason::NoResources).verdict == VerdictKind::Deny;
    const FLT_PREOP_CALLBACK_STATUS status =
        tell_without_op(data, change.operation, process, handle, denied);
    if (handle != nullptr) FltReleaseContext(handle);
    return status;
  }
  describe_request(&op->record, data, change.operation, pid);
  op->record.process_start = process.start;
  op->record.length = change.size;
  if (change.replaces) op->record.flags |= protocol::kReplaces;
  const uint32_t plan = handle != nullptr ? handle->terms.plan : process.terms.plan;
  op->report = (plan & (size ? protocol::kPlanNotifyWrite : protocol::kPlanNotifyChange)) != 0;
  op_attach(op, handle, nullptr);
  op->instance = instance_context(objects);
  name_change(op, data, objects, change);
  decide(op, process, asks);
  if (op->answer.verdict == VerdictKind::Deny) return op_deny_now(op, data, op->answer.status);
  *context = op;
  return FLT_PREOP_SUCCESS_WITH_CALLBACK;
}

// Up to DISPATCH_LEVEL, any thread.
_Use_decl_annotations_ FLT_POSTOP_CALLBACK_STATUS change_post(PFLT_CALLBACK_DATA data,
                                                              PCFLT_RELATED_OBJECTS, PVOID context,
                                                              FLT_POST_OPERATION_FLAGS flags) {
  Op* op = static_cast<Op*>(context);
  const auto operation = static_cast<Operation>(op->record.operation);
  if (operation == Operation::SetSize && op->stream != nullptr) op->stream->state.touch();
  if (operation == Operation::Rename && (flags & FLTFL_POST_OPERATION_DRAINING) == 0 &&
      NT_SUCCESS(data->IoStatus.Status)) {
    renamed(op);
  }
  return op_report_post(op, data, flags);
}

}  // namespace sluice::driver
