// IRP_MJ_ACQUIRE_FOR_SECTION_SYNCHRONIZATION: a mapping is made. The last point where the content
// of mapped access can be decided with time to wait, and where the mapper is known.
#include "driver.h"

namespace sluice::driver {

namespace {

bool writable(ULONG protection) {
  return (protection & (PAGE_READWRITE | PAGE_EXECUTE_READWRITE)) != 0;
}

bool executable(ULONG protection) {
  return (protection & (PAGE_EXECUTE | PAGE_EXECUTE_READ | PAGE_EXECUTE_READWRITE |
                        PAGE_EXECUTE_WRITECOPY)) != 0;
}

_IRQL_requires_max_(DISPATCH_LEVEL) void add_mapper(StreamContext* stream, uint64_t pid,
                                                    uint64_t start, uint64_t tree) {
  locked(&stream->lock, [&] { stream->state.add_mapper({pid, start, tree}); });
}

// A process nobody is interested in maps it for writing: it shares in later paging writes.
_IRQL_requires_max_(APC_LEVEL) void note_stranger(PFLT_CALLBACK_DATA data,
                                                  PCFLT_RELATED_OBJECTS objects, uint64_t pid) {
  const ULONG protection = data->Iopb->Parameters.AcquireForSectionSynchronization.PageProtection;
  if (!writable(protection) || g.streams.load() == 0) return;
  StreamContext* stream = find_stream(objects);
  if (stream == nullptr) return;
  const PEPROCESS process = FltGetRequestorProcess(data);
  const uint64_t start =
      process != nullptr ? static_cast<uint64_t>(PsGetProcessCreateTimeQuadPart(process)) : 0;
  add_mapper(stream, pid, start, 0);
  FltReleaseContext(stream);
}

// One of the next chunk's bytes was read; false at the end of the file or when it can't be read.
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS
    read_chunk(PCFLT_RELATED_OBJECTS objects, uint64_t offset, uint8_t* buffer, ULONG* bytes) {
  LARGE_INTEGER at;
  at.QuadPart = static_cast<LONGLONG>(offset);
  *bytes = 0;
  // Offset, length and buffer are multiples of a page, so non-cached is always allowed; with our
  // instance it goes to the filters below only.
  const NTSTATUS status =
      FltReadFile(objects->Instance, objects->FileObject, &at, kScanChunkBytes, buffer,
                  FLTFL_IO_OPERATION_NON_CACHED | FLTFL_IO_OPERATION_DO_NOT_UPDATE_BYTE_OFFSET,
                  bytes, nullptr, nullptr);
  return status == STATUS_END_OF_FILE ? STATUS_SUCCESS : status;
}

struct ScanBuffers {
  uint8_t* data;
  uint8_t* message;
};

_IRQL_requires_max_(PASSIVE_LEVEL) void scan_with(Op* op, PCFLT_RELATED_OBJECTS objects,
                                                  const ScanBuffers& buffers, Answer* answer) {
  Question question = {};
  question.kind = protocol::AskKind::ScanData;
  question.record = &op->record;
  question.name = op->name;
  question.terms = op->terms;
  question.instance = op->instance;
  question.message = buffers.message;
  FILE_STANDARD_INFORMATION standard = {};
  NTSTATUS status = FltQueryInformationFile(objects->Instance, objects->FileObject, &standard,
                                            sizeof(standard), FileStandardInformation, nullptr);
  const uint64_t size = static_cast<uint64_t>(standard.EndOfFile.QuadPart);
  question.file_size = size;
  uint64_t offset = 0;
  uint64_t asked_ns = 0;
  *answer = default_answer(op->terms, Reason::NoResources);
  while (NT_SUCCESS(status) && offset < size && offset < kScanBytesMax) {
    ULONG bytes = 0;
    status = read_chunk(objects, offset, buffers.data, &bytes);
    if (!NT_SUCCESS(status)) break;
    const bool last = bytes < kScanChunkBytes || offset + bytes >= size;
    question.data = buffers.data;
    question.data_bytes = bytes;
    question.data_offset = offset;
    question.flags = last ? protocol::kAskLastChunk : 0u;
    ask(question, answer);
    asked_ns += answer->ask_ns;
    answer->ask_ns = asked_ns;
    if (answer->verdict != VerdictKind::More) return;
    if (last) {
      answer->verdict = VerdictKind::Allow;  // all was seen and nothing objected to
      return;
    }
    offset += bytes;
  }
  if (NT_SUCCESS(status) && size == 0) {
    *answer = {};
    answer->verdict = VerdictKind::Allow;
    return;
  }
  // Unreadable, or larger than a scan may be: the default stands.
  *answer = default_answer(op->terms, Reason::NoResources);
  answer->ask_ns = asked_ns;
}

}  // namespace

_Use_decl_annotations_ void remember_content_denial(Op* op, const Answer& answer) {
  if (op->stream == nullptr || answer.reason != Reason::Service ||
      answer.verdict != VerdictKind::Deny) {
    return;
  }
  const ContentDecision decision = {op->writes, answer.reply.generation, answer.reply.rule,
                                    denial_status(answer.status)};
  locked(&op->stream->lock, [&] { op->stream->state.deny_content(op->terms.tree, decision); });
}

_Use_decl_annotations_ void scan_content(Op* op, PCFLT_RELATED_OBJECTS objects, Answer* answer) {
  *answer = default_answer(op->terms, Reason::NoResources);
  if (KeGetCurrentIrql() != PASSIVE_LEVEL || KeAreAllApcsDisabled()) return;
  ScanBuffers buffers;
  buffers.data = static_cast<uint8_t*>(allocate(kScanChunkBytes, kTagScan));
  buffers.message = static_cast<uint8_t*>(allocate(protocol::kMaxMessageBytes, kTagMessage));
  if (buffers.data != nullptr && buffers.message != nullptr) {
    scan_with(op, objects, buffers, answer);
  }
  release(buffers.message, kTagMessage);
  release(buffers.data, kTagScan);
  if (answer->reason != Reason::Service || op->stream == nullptr) return;
  if (answer->verdict == VerdictKind::Deny) {
    remember_content_denial(op, *answer);
  } else {
    const ContentDecision decision = {op->writes, answer->reply.generation, answer->reply.rule, 0};
    locked(&op->stream->lock, [&] { op->stream->state.note_scanned(op->terms.tree, decision); });
  }
}

namespace {

// What is remembered decides first; true with the answer then.
_IRQL_requires_max_(APC_LEVEL) bool decided_already(Op* op, Answer* answer) {
  if ((op->terms.plan & protocol::kPlanDenyWrite) != 0 &&
      (op->record.flags & protocol::kWritable) != 0) {
    *answer =
        remembered(VerdictKind::Deny, STATUS_ACCESS_DENIED, op->terms.rule, op->terms.generation);
    return true;
  }
  if (op->stream == nullptr) return false;
  return content_denied(op->stream, op->terms.tree, answer);
}

_IRQL_requires_max_(APC_LEVEL) void decide(Op* op, PCFLT_RELATED_OBJECTS objects, Answer* answer) {
  if (decided_already(op, answer)) {
    op_note(op, *answer);
    return;
  }
  if ((op->terms.plan & protocol::kPlanAskSection) != 0) {
    Question question = {};
    question.kind = protocol::AskKind::Section;
    question.record = &op->record;
    question.name = op->name;
    question.terms = op->terms;
    question.instance = op->instance;
    ask(question, answer);
    op_note(op, *answer);
    if (answer->verdict == VerdictKind::Deny) return;
  }
  if ((op->terms.plan & protocol::kPlanScanSection) == 0 || op->stream == nullptr) return;
  op->record.flags |= protocol::kContentVerdict;
  const uint32_t generation = g.policy.generation.load();
  const bool scanned = locked(
      &op->stream->lock, [&] { return op->stream->state.scanned(op->terms.tree, generation); });
  if (scanned) {
    *answer = remembered(VerdictKind::Allow, STATUS_SUCCESS, op->terms.rule, generation);
  } else {
    scan_content(op, objects, answer);
  }
  op_note(op, *answer);
}

_IRQL_requires_max_(APC_LEVEL) void describe(Op* op, PFLT_CALLBACK_DATA data, uint64_t pid,
                                             const ProcessEntry& process) {
  const ULONG protection = data->Iopb->Parameters.AcquireForSectionSynchronization.PageProtection;
  describe_request(&op->record, data, Operation::Section, pid);
  op->record.process_start = process.start;
  if (writable(protection)) op->record.flags |= protocol::kWritable;
  if (executable(protection)) op->record.flags |= protocol::kExecutable;
}

}  // namespace

_Use_decl_annotations_ FLT_PREOP_CALLBACK_STATUS section_pre(PFLT_CALLBACK_DATA data,
                                                             PCFLT_RELATED_OBJECTS objects,
                                                             PVOID* context) {
  *context = nullptr;
  if (data->Iopb->Parameters.AcquireForSectionSynchronization.SyncType != SyncTypeCreateSection) {
    return FLT_PREOP_SUCCESS_NO_CALLBACK;
  }
  ProcessEntry process;
  const uint64_t pid = FltGetRequestorProcessId(data);
  if (!interesting(pid, data, &process)) {
    note_stranger(data, objects, pid);
    return FLT_PREOP_SUCCESS_NO_CALLBACK;
  }
  Op* op = op_allocate(false, objects->Instance);
  if (op == nullptr) {
    return tell_without_op(
        data, Operation::Section, process, nullptr,
        default_answer(process.terms, Reason::NoResources).verdict == VerdictKind::Deny);
  }
  describe(op, data, pid, process);
  HandleContext* handle = find_handle(objects);
  if (handle == nullptr) handle = adopt_handle(data, objects, process);
  op->terms = handle != nullptr ? handle->terms : process.terms;
  op->terms.tree = process.terms.tree;
  op->instance = instance_context(objects);
  op_attach(op, handle, nullptr);
  op->report = (op->terms.plan & protocol::kPlanNotifySection) != 0;
  if (op->stream != nullptr) {
    op->writes = op->stream->state.writes();
    // Any open of the tree may have brought the bits that concern mappings.
    op->terms.plan |= locked(&op->stream->lock, [&] {
      return op->stream->state.terms_of(op->terms.tree, Terms{}).plan;
    });
  }
  Answer answer = {};
  decide(op, objects, &answer);
  if (answer.verdict == VerdictKind::Deny) return op_deny_now(op, data, answer.status);
  if (op->stream != nullptr && (op->record.flags & protocol::kWritable) != 0) {
    add_mapper(op->stream, process.pid, process.start, process.terms.tree);
  }
  *context = op;
  return FLT_PREOP_SUCCESS_WITH_CALLBACK;
}

_Use_decl_annotations_ FLT_POSTOP_CALLBACK_STATUS section_post(PFLT_CALLBACK_DATA data,
                                                               PCFLT_RELATED_OBJECTS, PVOID context,
                                                               FLT_POST_OPERATION_FLAGS flags) {
  return op_report_post(static_cast<Op*>(context), data, flags);
}

}  // namespace sluice::driver
