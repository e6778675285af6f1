// IRP_MJ_WRITE. Never waits for user mode: mapped and modified page writers must not depend on it.
// A write is denied by what create decided, and ends what was decided about the stream's content.
#include "driver.h"

namespace sluice::driver {

namespace {

struct Found {
  HandleContext* handle;
  StreamContext* stream;
};

_IRQL_requires_max_(DISPATCH_LEVEL) void drop(const Found& found) {
  if (found.handle != nullptr) FltReleaseContext(found.handle);
  if (found.stream != nullptr) FltReleaseContext(found.stream);
}

// Takes over the references of `found`.
_IRQL_requires_max_(APC_LEVEL) void describe(Op* op, PFLT_CALLBACK_DATA data, const Found& found,
                                             uint64_t pid) {
  describe_request(&op->record, data, Operation::Write, pid);
  op_attach(op, found.handle, found.stream);
}

_IRQL_requires_max_(APC_LEVEL) FLT_PREOP_CALLBACK_STATUS
    deny(Op* op, PFLT_CALLBACK_DATA data, const Terms& terms) {
  op_note(op, remembered(VerdictKind::Deny, STATUS_ACCESS_DENIED, terms.rule, terms.generation));
  return op_deny_now(op, data, STATUS_ACCESS_DENIED);
}

// A paging write comes from the mapped page writer, the lazy writer or a flush, in whatever thread:
// who is responsible is what the stream knows about its mappers and openers.
_IRQL_requires_max_(APC_LEVEL) FLT_PREOP_CALLBACK_STATUS
    paging_pre(PFLT_CALLBACK_DATA data, PCFLT_RELATED_OBJECTS objects, PVOID* context) {
  const Found found = {nullptr, find_stream(objects)};
  if (found.stream == nullptr) return FLT_PREOP_SUCCESS_NO_CALLBACK;
  StreamState& state = found.stream->state;
  state.touch();
  const uint32_t plan = state.paging_plan();
  Op* op = nullptr;
  if ((plan & (protocol::kPlanNotifyWrite | protocol::kPlanDenyWrite)) != 0 &&
      g.unloading.load() == 0) {
    op = op_allocate(false, objects->Instance);
  }
  if (op == nullptr) {
    drop(found);
    return FLT_PREOP_SUCCESS_NO_CALLBACK;
  }
  const uint64_t pid = FltGetRequestorProcessId(data);
  describe(op, data, found, pid);
  op->report = (plan & protocol::kPlanNotifyWrite) != 0;
  Responsible who = {};
  const bool denied = locked(&found.stream->lock, [&] {
    who = state.responsible_for_paging_write();
    return state.paging_write_denied();
  });
  op->record.responsible_pid = static_cast<uint32_t>(who.pid);
  op->record.attribution = static_cast<uint8_t>(who.how);
  if (who.pid == pid) op->record.process_start = who.start;
  if (denied) return deny(op, data, {});
  *context = op;
  return FLT_PREOP_SUCCESS_WITH_CALLBACK;
}

}  // namespace

_Use_decl_annotations_ FLT_PREOP_CALLBACK_STATUS write_pre(PFLT_CALLBACK_DATA data,
                                                           PCFLT_RELATED_OBJECTS objects,
                                                           PVOID* context) {
  *context = nullptr;
  if ((data->Iopb->MinorFunction & IRP_MN_COMPLETE) != 0) return FLT_PREOP_SUCCESS_NO_CALLBACK;
  if (g.streams.load() == 0 && g.processes->count() == 0 && g.policy.default_plan.load() == 0) {
    return FLT_PREOP_SUCCESS_NO_CALLBACK;
  }
  if (FLT_IS_IRP_OPERATION(data) && (data->Iopb->IrpFlags & IRP_PAGING_IO) != 0) {
    return paging_pre(data, objects, context);
  }
  ProcessEntry process;
  const uint64_t pid = FltGetRequestorProcessId(data);
  Found found = {};
  if (!interesting(pid, data, &process)) {
    // Undisturbed, but it changes content that others' decisions stand on.
    found.stream = g.streams.load() != 0 ? find_stream(objects) : nullptr;
    if (found.stream != nullptr) found.stream->state.touch();
    drop(found);
    return FLT_PREOP_SUCCESS_NO_CALLBACK;
  }
  found.handle = find_handle(objects);
  if (found.handle == nullptr) found.handle = adopt_handle(data, objects, process);
  const Terms terms = found.handle != nullptr ? found.handle->terms : process.terms;
  if (found.handle != nullptr && found.handle->stream != nullptr) {
    found.handle->stream->state.touch();
  }
  const bool denied = (terms.plan & protocol::kPlanDenyWrite) != 0;
  const bool report = (terms.plan & protocol::kPlanNotifyWrite) != 0;
  Op* op = denied || report ? op_allocate(false, objects->Instance) : nullptr;
  if (op == nullptr) {
    const FLT_PREOP_CALLBACK_STATUS status =
        denied || report ? tell_without_op(data, Operation::Write, process, found.handle, denied)
                         : FLT_PREOP_SUCCESS_NO_CALLBACK;
    drop(found);
    return status;
  }
  op->report = report;
  describe(op, data, found, pid);
  op->record.process_start = process.start;
  if (denied) return deny(op, data, terms);
  *context = op;
  return FLT_PREOP_SUCCESS_WITH_CALLBACK;
}

_Use_decl_annotations_ FLT_PREOP_CALLBACK_STATUS mdl_write_pre(PFLT_CALLBACK_DATA,
                                                               PCFLT_RELATED_OBJECTS objects,
                                                               PVOID* context) {
  *context = nullptr;
  return plan_of_open(objects, protocol::kPlanDenyWrite) ? FLT_PREOP_DISALLOW_FASTIO
                                                         : FLT_PREOP_SUCCESS_NO_CALLBACK;
}

// Up to DISPATCH_LEVEL, any thread: touches the op and the status only.
_Use_decl_annotations_ FLT_POSTOP_CALLBACK_STATUS write_post(PFLT_CALLBACK_DATA data,
                                                             PCFLT_RELATED_OBJECTS, PVOID context,
                                                             FLT_POST_OPERATION_FLAGS flags) {
  Op* op = static_cast<Op*>(context);
  // Once more: what was decided between the two may have seen the old bytes.
  if (op->stream != nullptr) op->stream->state.touch();
  return op_report_post(op, data, flags);
}

}  // namespace sluice::driver
