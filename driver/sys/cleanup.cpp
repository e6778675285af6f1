// IRP_MJ_CLEANUP and IRP_MJ_CLOSE: told, never failed, never delayed.
#include "driver.h"

namespace sluice::driver {

namespace {

_IRQL_requires_max_(APC_LEVEL) FLT_PREOP_CALLBACK_STATUS
    begin(PFLT_CALLBACK_DATA data, PCFLT_RELATED_OBJECTS objects, Operation operation,
          PVOID* context) {
  *context = nullptr;
  if (g.unloading.load() != 0) return FLT_PREOP_SUCCESS_NO_CALLBACK;
  // The handle says whose it is: a close may come in any process.
  HandleContext* handle = find_handle(objects);
  if (handle == nullptr) return FLT_PREOP_SUCCESS_NO_CALLBACK;
  const bool report = (handle->terms.plan & protocol::kPlanNotifyClose) != 0;
  Op* op = report ? op_allocate(false, objects->Instance) : nullptr;
  if (op == nullptr) {
    const ProcessEntry opener = {handle->opener_pid, handle->opener_start, {}};
    if (report) tell_without_op(data, operation, opener, handle, false);
    FltReleaseContext(handle);
    return FLT_PREOP_SUCCESS_NO_CALLBACK;
  }
  const uint64_t pid = FltGetRequestorProcessId(data);
  describe_request(&op->record, data, operation, pid);
  op_attach(op, handle, nullptr);
  op->report = true;
  op->record.responsible_pid = static_cast<uint32_t>(handle->opener_pid);
  if (pid == handle->opener_pid) {
    op->record.process_start = handle->opener_start;
  } else {
    op->record.attribution = static_cast<uint8_t>(Attribution::Opener);
  }
  *context = op;
  return FLT_PREOP_SUCCESS_WITH_CALLBACK;
}

}  // namespace

_Use_decl_annotations_ FLT_PREOP_CALLBACK_STATUS cleanup_pre(PFLT_CALLBACK_DATA data,
                                                             PCFLT_RELATED_OBJECTS objects,
                                                             PVOID* context) {
  return begin(data, objects, Operation::Cleanup, context);
}

_Use_decl_annotations_ FLT_POSTOP_CALLBACK_STATUS cleanup_post(PFLT_CALLBACK_DATA data,
                                                               PCFLT_RELATED_OBJECTS, PVOID context,
                                                               FLT_POST_OPERATION_FLAGS flags) {
  return op_report_post(static_cast<Op*>(context), data, flags);
}

_Use_decl_annotations_ FLT_PREOP_CALLBACK_STATUS close_pre(PFLT_CALLBACK_DATA data,
                                                           PCFLT_RELATED_OBJECTS objects,
                                                           PVOID* context) {
  return begin(data, objects, Operation::Close, context);
}

// The file object is going: nothing of it is touched, the op holds its own references.
_Use_decl_annotations_ FLT_POSTOP_CALLBACK_STATUS close_post(PFLT_CALLBACK_DATA data,
                                                             PCFLT_RELATED_OBJECTS, PVOID context,
                                                             FLT_POST_OPERATION_FLAGS flags) {
  return op_report_post(static_cast<Op*>(context), data, flags);
}

}  // namespace sluice::driver
