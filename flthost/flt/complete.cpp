// The way up: post-operations, lowest altitude first, then the issuer's completion.
#include <flthost/ex/ex.h>
#include <flthost/flt/ecp.h>
#include <flthost/flt/internal.h>
#include <flthost/ke/violation.h>

namespace flthost::flt {
namespace {

bool claim(Level& level) {
  for (;;) {
    LevelState state = LevelState::Armed;
    if (level.state.compare_exchange_strong(state, LevelState::Posting,
                                            std::memory_order_seq_cst)) {
      return true;
    }
    if (state != LevelState::Draining) return false;
    // Teardown is reading the level: a few instructions, and it may not be interrupted by us.
  }
}

// Its result as a number: a driver may return what is no enumerator.
using RawPost = ULONG(NTAPI*)(PFLT_CALLBACK_DATA, PCFLT_RELATED_OBJECTS, PVOID,
                              FLT_POST_OPERATION_FLAGS);

// Set when FltDoCompletionProcessingWhenSafe posted the operation whose post-operation runs here.
thread_local bool t_safe_posted = false;

void check_safe_posted(const Filter& filter, ULONG status) {
  if (!t_safe_posted || status == FLT_POSTOP_MORE_PROCESSING_REQUIRED) return;
  ke::bugcheck(
      {DRIVER_VERIFIER_DETECTED_VIOLATION,
       {0xF17023, status, reinterpret_cast<uint64_t>(&filter), 0},
       "Flt.WhenSafe.Status: FltDoCompletionProcessingWhenSafe posted the operation, but "
       "the post-operation did not return FLT_POSTOP_MORE_PROCESSING_REQUIRED; return what "
       "it stored in RetPostOperationStatus"});
}

void tell_post_create(const Op& op, const Filter& filter, NTSTATUS before) {  // tell_violation
  const NTSTATUS now = op.data.IoStatus.Status;
  const PFILE_OBJECT file = op.iopb.TargetFileObject;
  if (op.iopb.MajorFunction != IRP_MJ_CREATE || !NT_SUCCESS(before) || NT_SUCCESS(now)) return;
  if (file == nullptr || (file->Flags & FO_FILE_OPEN_CANCELLED) != 0) return;
  ke::tell_violation(
      {DRIVER_VERIFIER_DETECTED_VIOLATION,
       {0xF17024, static_cast<uint32_t>(now), reinterpret_cast<uint64_t>(&filter), 0},
       "Flt.PostCreate.Fail: the post-create failed a create that had succeeded, and "
       "the file stays open below; call FltCancelFileOpen first"});
}

// A read that is denied when its bytes are in the caller's own buffer already: other threads of the
// process can see them.
void tell_denied_read(const Op& op, const Level& level, const Filter& filter,
                      const IO_STATUS_BLOCK& before) {
  if (op.iopb.MajorFunction != IRP_MJ_READ || op.request->is_paging() ||
      !NT_SUCCESS(before.Status) || before.Information == 0 ||
      NT_SUCCESS(op.data.IoStatus.Status) || level.swapped.load(std::memory_order_relaxed)) {
    return;
  }
  ke::tell_violation(
      {DRIVER_VERIFIER_DETECTED_VIOLATION,
       {0xF17025, before.Information, reinterpret_cast<uint64_t>(&filter), 0},
       "Flt.Read.DeniedBytes: the post-operation failed a read whose bytes are in the caller's "
       "buffer already; refuse fast I/O and swap the buffer in the pre-operation, or deny there"});
}

// With the file system's answer in place; false: somebody else continues.
bool call_post(Op& op, size_t index) {
  Level& level = op.levels[index];
  if (level.status_requests != nullptr) end_status_requests(level, op.data.IoStatus.Status);
  if (level.synchronized) {
    level.wake.store(1, std::memory_order_release);
    ke::unpark_all(level.wake);
    return false;
  }
  if (level.changed) op.iopb = level.saved;
  if (!claim(level)) {
    end_post(op, index);
    return true;
  }
  Filter& filter = *level.instance.load(std::memory_order_relaxed)->filter;
  const OperationEntry& entry = filter.operations[op.slot];
  op.current = index;
  op.data.Flags |= FLTFL_CALLBACK_DATA_POST_OPERATION;
  set_const(op.iopb.TargetInstance, handle(level.instance.load(std::memory_order_relaxed)));
  const io::RequestKind kind = op.request->kind;
  const uint32_t generation = op.generation.load(std::memory_order_relaxed);
  if (ke::verifying()) level.after = op.iopb;
  op.magic.store(kDataLive, std::memory_order_release);
  CallbackGuard guard(filter, op.slot, true);
  t_safe_posted = false;
  const IO_STATUS_BLOCK result_before = op.data.IoStatus;
  const ULONG status = ke::invoke(reinterpret_cast<RawPost>(entry.post), &op.data,
                                  static_cast<PCFLT_RELATED_OBJECTS>(&level.related), level.context,
                                  FLT_POST_OPERATION_FLAGS{0});
  guard.check();
  check_safe_posted(filter, status);
  t_safe_posted = false;
  if (status == FLT_POSTOP_MORE_PROCESSING_REQUIRED) {
    // From here on FltCompletePendedPostOperation has the operation.
    if (kind != io::RequestKind::Irp) {
      violation(Rule::PostOpStatus, &filter, status,
                "Flt.PostOp.Status: only IRP operations can be pended in a post-operation; return "
                "FLT_POSTOP_FINISHED_PROCESSING");
    }
    return false;
  }
  if (status != FLT_POSTOP_FINISHED_PROCESSING &&
      !(status == FLT_POSTOP_DISALLOW_FSFILTER_IO && kind == io::RequestKind::FsFilter)) {
    violation(Rule::PostOpStatus, &filter, status,
              "Flt.PostOp.Status: the post-operation returned a status that is not legal here; "
              "return FLT_POSTOP_FINISHED_PROCESSING or FLT_POSTOP_MORE_PROCESSING_REQUIRED");
  }
  if (op.generation.load(std::memory_order_relaxed) != generation ||
      level.state.load(std::memory_order_relaxed) != LevelState::Posting) {
    violation(
        Rule::DataCompletion, &filter, status,
        "Flt.Data.Completion: the operation was completed with FltCompletePendedPostOperation "
        "though its post-operation did not return FLT_POSTOP_MORE_PROCESSING_REQUIRED");
  }
  tell_post_create(op, filter, result_before.Status);
  tell_denied_read(op, level, filter, result_before);
  check_post(op, level);
  end_post(op, index);
  return true;
}

void free_locked_mdl(Op& op) {
  if (op.locked_mdl == nullptr) return;
  MmUnlockPages(op.locked_mdl);
  IoFreeMdl(op.locked_mdl);
  op.locked_mdl = nullptr;
}

void end_ecps(Op& op, io::Request& request) {
  if (request.ecp_list == nullptr) return;
  if (op.owns_ecp_list) {
    free_ecp_list(request.ecp_list);
    request.ecp_list = nullptr;
  } else {
    free_added_ecps(request.ecp_list, op.first_ecp_number);
  }
}

void finish_op(Op& op) {
  io::Request& request = *op.request;
  request.status = op.data.IoStatus;
  const bool fast = op.fast_done != nullptr;
  free_locked_mdl(op);
  end_ecps(op, request);
  request.filter_state = nullptr;
  release_op(op);
  if (fast) return;
  request_done(request);
  io::finish(request);
}

}  // namespace

void end_post(Op& op, size_t index) {
  Level& level = op.levels[index];
  if (level.new_mdl != nullptr && !level.retain_mdl) IoFreeMdl(level.new_mdl);
  level.new_mdl = nullptr;
  op.data.Flags &= ~static_cast<ULONG>(FLTFL_CALLBACK_DATA_POST_OPERATION);
  const LevelState state = level.state.load(std::memory_order_relaxed);
  if (state != LevelState::Posting) return;
  level.state.store(LevelState::Idle, std::memory_order_seq_cst);
  level_left();
}

void run_up(Op& op, size_t from) {
  for (size_t index = from; index > op.first;) {
    if (!call_post(op, --index)) return;
  }
  finish_op(op);
}

void request_done(io::Request& request) {
  const FLT_IO_PARAMETER_BLOCK& parameters = request.parameters;
  const PFILE_OBJECT file = parameters.TargetFileObject;
  if (parameters.MajorFunction == IRP_MJ_CLEANUP && file != nullptr) {
    std::atomic_ref<ULONG>(file->Flags).fetch_or(FO_CLEANUP_COMPLETE, std::memory_order_relaxed);
  }
  if (parameters.MajorFunction == IRP_MJ_SET_INFORMATION && NT_SUCCESS(request.status.Status)) {
    switch (parameters.Parameters.SetFileInformation.FileInformationClass) {
      case FileRenameInformation:
      case FileRenameInformationEx:
      case FileLinkInformation:
      case FileLinkInformationEx:
        static_cast<Stack*>(request.volume->filters)
            ->name_generation.fetch_add(1, std::memory_order_acq_rel);
        break;
      default:
        break;
    }
  }
}

void Stack::complete(io::Request& request) {
  const ke::HostRole role("fltmgr", "FltpPassThroughCompletion");
  Op* op = static_cast<Op*>(request.filter_state);
  if (op == nullptr) {
    request_done(request);
    io::finish(request);
    return;
  }
  op->data.IoStatus = request.status;
  run_up(*op, op->count);
}

}  // namespace flthost::flt

using namespace flthost;
using namespace flthost::flt;

VOID NTAPI FltCompletePendedPostOperation(PFLT_CALLBACK_DATA CallbackData) {
  Op& op = op_of(CallbackData);
  const size_t index = op.current;
  if (op.levels[index].state.load(std::memory_order_acquire) != LevelState::Posting) {
    violation(Rule::DataCompletion, nullptr, reinterpret_cast<uint64_t>(CallbackData),
              "Flt.Data.Completion: FltCompletePendedPostOperation for an operation whose "
              "post-operation is not pended; call it exactly once per "
              "FLT_POSTOP_MORE_PROCESSING_REQUIRED");
  }
  check_post(op, op.levels[index]);
  end_post(op, index);
  run_up(op, index);
}

namespace {

// A post-operation that was moved to a worker because it needs an IRQL below DISPATCH_LEVEL.
void run_safe_post(void* context) {
  Op& op = *static_cast<Op*>(context);
  const size_t index = op.current;
  Level& level = op.levels[index];
  Filter& filter = *level.instance.load(std::memory_order_relaxed)->filter;
  CallbackGuard guard(filter, "safe post-operation");
  const ULONG status = ke::invoke(reinterpret_cast<RawPost>(op.safe_post), &op.data,
                                  static_cast<PCFLT_RELATED_OBJECTS>(&level.related), level.context,
                                  FLT_POST_OPERATION_FLAGS{0});
  guard.check();
  if (status == FLT_POSTOP_FINISHED_PROCESSING) FltCompletePendedPostOperation(&op.data);
  filter.rundown.release();
}

}  // namespace

BOOLEAN NTAPI FltDoCompletionProcessingWhenSafe(
    PFLT_CALLBACK_DATA Data, PCFLT_RELATED_OBJECTS FltObjects, PVOID CompletionContext,
    FLT_POST_OPERATION_FLAGS Flags, PFLT_POST_OPERATION_CALLBACK SafePostCallback,
    PFLT_POSTOP_CALLBACK_STATUS RetPostOperationStatus) {
  if ((Flags & FLTFL_POST_OPERATION_DRAINING) != 0) {
    violation(Rule::PostOpDraining, nullptr, reinterpret_cast<uint64_t>(Data),
              "Flt.PostOp.Draining: FltDoCompletionProcessingWhenSafe while draining; free the "
              "completion context and return FLT_POSTOP_FINISHED_PROCESSING");
  }
  Op& op = op_of(Data);
  *RetPostOperationStatus = FLT_POSTOP_FINISHED_PROCESSING;
  if (ke::current_irql() <= APC_LEVEL) {
    *RetPostOperationStatus =
        ke::invoke(SafePostCallback, Data, FltObjects, CompletionContext, Flags);
    return TRUE;
  }
  if (op.request->kind != io::RequestKind::Irp || op.request->is_paging()) return FALSE;
  Instance& instance = *op.levels[op.current].instance.load(std::memory_order_relaxed);
  if (instance.detaching.load() || !instance.filter->rundown.acquire()) return FALSE;
  op.safe_post = SafePostCallback;
  t_safe_posted = true;
  op.levels[op.current].context = CompletionContext;
  *RetPostOperationStatus = FLT_POSTOP_MORE_PROCESSING_REQUIRED;
  ex::queue_work(run_safe_post, &op);
  return TRUE;
}
