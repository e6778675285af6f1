// The way down: pre-operations, highest altitude first, then the file system.
#include <flthost/flt/internal.h>
#include <flthost/ke/violation.h>

namespace flthost::flt {
namespace {

bool skipped(const OperationEntry& entry, const io::Request& request, UCHAR major) {
  if (!entry.registered) return true;
  if (entry.flags == 0 || (major != IRP_MJ_READ && major != IRP_MJ_WRITE)) return false;
  const ULONG irp_flags = request.parameters.IrpFlags;
  const bool irp = request.kind == io::RequestKind::Irp;
  const bool paging = irp && (irp_flags & IRP_PAGING_IO) != 0;
  const bool non_cached = irp && (irp_flags & IRP_NOCACHE) != 0;
  const PFILE_OBJECT file = request.parameters.TargetFileObject;
  if ((entry.flags & FLTFL_OPERATION_REGISTRATION_SKIP_PAGING_IO) != 0 && paging) return true;
  if ((entry.flags & FLTFL_OPERATION_REGISTRATION_SKIP_CACHED_IO) != 0 && !paging && !non_cached) {
    return true;
  }
  if ((entry.flags & FLTFL_OPERATION_REGISTRATION_SKIP_NON_CACHED_NON_PAGING_IO) != 0 &&
      non_cached && !paging) {
    return true;
  }
  return (entry.flags & FLTFL_OPERATION_REGISTRATION_SKIP_NON_DASD_IO) != 0 && file != nullptr &&
         (file->Flags & FO_VOLUME_OPEN) == 0;
}

void leave(Level& level) {
  level.state.store(LevelState::Idle, std::memory_order_seq_cst);
  level_left();
}

void submit(Op& op) {
  io::Request& request = *op.request;
  op.reached_file_system = true;
  tell_section_conflicts(op);
  if (op.parameters_changed) request.parameters = op.iopb;
  io::FileSystem& fs = *op.stack->volume().fs;
  if (request.kind == io::RequestKind::FastIo) {
    const bool done = fs.fast_io(request);
    op.data.IoStatus = request.status;
    if (!done) op.data.IoStatus = {{STATUS_FLT_DISALLOW_FAST_IO}, 0};
    *op.fast_done = done;
    run_up(op, op.count);
    return;
  }
  fs.submit(request);
}

// The buffer that this filter put in place of the one above, if it did.
void note_swap(Op& op, size_t index) {
  Level& level = op.levels[index];
  const Filter* filter = level.instance.load(std::memory_order_relaxed)->filter;
  Buffers before;
  Buffers after;
  if (!decode(level.saved, &before) || !decode(op.iopb, &after)) return;
  const PVOID old_buffer = before.buffer == nullptr ? nullptr : *before.buffer;
  const PVOID new_buffer = after.buffer == nullptr ? nullptr : *after.buffer;
  const PMDL old_mdl = before.mdl == nullptr ? nullptr : *before.mdl;
  const PMDL new_mdl = after.mdl == nullptr ? nullptr : *after.mdl;
  if (old_buffer == new_buffer && old_mdl == new_mdl) return;
  if (old_buffer != new_buffer && old_mdl != nullptr && old_mdl == new_mdl) {
    violation(
        Rule::SwappedBuffer, filter, op.iopb.MajorFunction,
        "Flt.Buffer.Swap: the buffer was replaced but MdlAddress still describes the old one; "
        "set MdlAddress to an MDL of the new buffer");
  }
  level.swapped.store(true, std::memory_order_relaxed);
  level.new_mdl = new_mdl == old_mdl ? nullptr : new_mdl;
}

void note_changes(Op& op, size_t index) {
  Level& level = op.levels[index];
  const Filter* filter = level.instance.load(std::memory_order_relaxed)->filter;
  const bool dirty = (op.data.Flags & FLTFL_CALLBACK_DATA_DIRTY) != 0;
  op.data.Flags &= ~static_cast<ULONG>(FLTFL_CALLBACK_DATA_DIRTY);
  if (std::memcmp(&op.iopb, &level.saved, sizeof(op.iopb)) == 0) return;
  if (!dirty) {
    violation(Rule::DataDirty, filter, op.iopb.MajorFunction,
              "Flt.Data.Dirty: the pre-operation changed the parameters without "
              "FltSetCallbackDataDirty; call it after the change");
  }
  if (op.iopb.TargetInstance != level.saved.TargetInstance) {
    violation(Rule::DataUse, filter, op.iopb.MajorFunction,
              "Flt.Data.TargetInstance: this host cannot send an operation to another volume's "
              "instance; leave TargetInstance as it is");
  }
  level.changed = true;
  op.parameters_changed = true;
  note_swap(op, index);
}

void check_complete(const Op& op, const Filter* filter) {
  const NTSTATUS status = op.data.IoStatus.Status;
  if (status == STATUS_PENDING || status == STATUS_FLT_DISALLOW_FAST_IO) {
    violation(Rule::PreOpCompleteStatus, filter, static_cast<uint32_t>(status),
              "Flt.PreOp.CompleteStatus: FLT_PREOP_COMPLETE with STATUS_PENDING or "
              "STATUS_FLT_DISALLOW_FAST_IO in IoStatus; set the operation's final status");
  }
  const UCHAR major = op.iopb.MajorFunction;
  if ((major == IRP_MJ_CLEANUP || major == IRP_MJ_CLOSE) && status != STATUS_SUCCESS) {
    violation(Rule::PreOpCompleteStatus, filter, static_cast<uint32_t>(status),
              "Flt.PreOp.CompleteStatus: cleanup and close must not fail; complete them with "
              "STATUS_SUCCESS or pass them on");
  }
}

void check_no_context(const Level& level, const Filter* filter) {
  if (level.context == nullptr) return;
  violation(Rule::PreOpContext, filter, reinterpret_cast<uint64_t>(level.context),
            "Flt.PreOp.Context: a completion context with a status that calls no post-operation is "
            "lost; leave it NULL");
}

[[noreturn]] void no_post(const Op& op, const Filter* filter) {
  manager_bugcheck(0x66, reinterpret_cast<uint64_t>(filter), op.iopb.MajorFunction,
                   "the pre-operation returned FLT_PREOP_SUCCESS_WITH_CALLBACK or "
                   "FLT_PREOP_SYNCHRONIZE but no post-operation is registered (filter " +
                       narrow(filter->name) +
                       "); register one or return "
                       "FLT_PREOP_SUCCESS_NO_CALLBACK");
}

Step arm(Op& op, size_t index, bool synchronize) {
  Level& level = op.levels[index];
  const UCHAR major = op.iopb.MajorFunction;
  const bool irp = op.request->kind == io::RequestKind::Irp;
  // A create's post-operation runs at PASSIVE_LEVEL in the creating thread, whatever was returned.
  level.synchronized = irp && (synchronize || major == IRP_MJ_CREATE);
  level.wake.store(0, std::memory_order_relaxed);
  const bool wait = level.synchronized;
  level.state.store(LevelState::Armed, std::memory_order_seq_cst);
  level_left();
  return wait ? Step::Synchronize : Step::Continue;
}

Step refuse_fast_io(Op& op, size_t index, const Filter* filter) {
  if (op.request->kind != io::RequestKind::FastIo) {
    violation(
        Rule::PreOpDisallowFastIo, filter, op.iopb.MajorFunction,
        "Flt.PreOp.DisallowFastIo: FLT_PREOP_DISALLOW_FASTIO for an operation that is no fast "
        "I/O; test FLT_IS_FASTIO_OPERATION first");
  }
  op.data.IoStatus = {{STATUS_FLT_DISALLOW_FAST_IO}, 0};
  *op.fast_done = false;
  leave(op.levels[index]);
  return Step::Complete;
}

Step refuse_fs_filter(Op& op, size_t index, const Filter* filter) {
  const UCHAR major = op.iopb.MajorFunction;
  if (op.request->kind != io::RequestKind::FsFilter ||
      (major != IRP_MJ_QUERY_OPEN && major != IRP_MJ_NETWORK_QUERY_OPEN)) {
    violation(Rule::PreOpDisallowFsFilterIo, filter, major,
              "Flt.PreOp.DisallowFsFilterIo: FLT_PREOP_DISALLOW_FSFILTER_IO is for "
              "IRP_MJ_QUERY_OPEN only; complete the operation with a status instead");
  }
  op.data.IoStatus = {{STATUS_FLT_DISALLOW_FSFILTER_IO}, 0};
  leave(op.levels[index]);
  return Step::Complete;
}

void check_synchronize(const Op& op, const Filter* filter) {
  const UCHAR major = op.iopb.MajorFunction;
  if (op.request->kind != io::RequestKind::Irp || (major != IRP_MJ_READ && major != IRP_MJ_WRITE) ||
      op.request->synchronous) {
    return;
  }
  violation(Rule::PreOpSynchronize, filter, major,
            "Flt.PreOp.Synchronize: FLT_PREOP_SYNCHRONIZE for an asynchronous read or write can "
            "deadlock its issuer; test FltIsOperationSynchronous first");
}

// What FltMgr goes on after, but the documentation forbids.
void tell_pre(uint64_t code, UCHAR major, const Filter* filter, const char* what) {
  ke::tell_violation({DRIVER_VERIFIER_DETECTED_VIOLATION,
                      {code, major, reinterpret_cast<uint64_t>(filter), 0},
                      std::string(what)});
}

void tell_synchronize(const Op& op, const Filter* filter) {
  const UCHAR major = op.iopb.MajorFunction;
  if (op.request->kind != io::RequestKind::Irp) {
    tell_pre(0xF17020, major, filter,
             "Flt.PreOp.SynchronizeIrp: FLT_PREOP_SYNCHRONIZE for an operation that is no IRP is "
             "taken as FLT_PREOP_SUCCESS_WITH_CALLBACK; test FLT_IS_IRP_OPERATION first");
  } else if (major == IRP_MJ_CREATE) {
    tell_pre(0xF17021, major, filter,
             "Flt.PreOp.SynchronizeCreate: creates are synchronized already; return "
             "FLT_PREOP_SUCCESS_WITH_CALLBACK for them");
  }
}

void tell_paging_pend(UCHAR major, const Filter* filter) {
  tell_pre(0xF17022, major, filter,
           "Flt.PreOp.PagingPend: the pre-operation pended paging I/O; the file system may hold "
           "locks that only this thread can acquire again, so let it pass here");
}

}  // namespace

Step apply_pre(Op& op, size_t index, ULONG status, bool was_pended) {
  Level& level = op.levels[index];
  Filter* filter = level.instance.load(std::memory_order_relaxed)->filter;
  const OperationEntry& entry = filter->operations[op.slot];
  if (was_pended && status != FLT_PREOP_SUCCESS_WITH_CALLBACK &&
      status != FLT_PREOP_SUCCESS_NO_CALLBACK && status != FLT_PREOP_COMPLETE) {
    violation(Rule::PreOpStatus, filter, status,
              "Flt.PreOp.Status: a pended pre-operation is completed with SUCCESS_WITH_CALLBACK, "
              "SUCCESS_NO_CALLBACK or COMPLETE only");
  }
  switch (status) {
    case FLT_PREOP_SUCCESS_WITH_CALLBACK:
    case FLT_PREOP_SYNCHRONIZE:
      note_changes(op, index);
      if (entry.post == nullptr) no_post(op, filter);
      if (status == FLT_PREOP_SYNCHRONIZE) {
        check_synchronize(op, filter);
        tell_synchronize(op, filter);
      }
      return arm(op, index, status == FLT_PREOP_SYNCHRONIZE);
    case FLT_PREOP_SUCCESS_NO_CALLBACK:
      note_changes(op, index);
      check_no_context(level, filter);
      leave(level);
      return Step::Continue;
    case FLT_PREOP_COMPLETE:
      op.data.Flags &= ~static_cast<ULONG>(FLTFL_CALLBACK_DATA_DIRTY);
      op.iopb = level.saved;
      check_complete(op, filter);
      check_no_context(level, filter);
      if (op.fast_done != nullptr) *op.fast_done = true;
      leave(level);
      return Step::Complete;
    case FLT_PREOP_DISALLOW_FASTIO:
      op.iopb = level.saved;
      check_no_context(level, filter);
      return refuse_fast_io(op, index, filter);
    case FLT_PREOP_DISALLOW_FSFILTER_IO:
      op.iopb = level.saved;
      check_no_context(level, filter);
      return refuse_fs_filter(op, index, filter);
    default:
      break;
  }
  violation(Rule::PreOpStatus, filter, status,
            "Flt.PreOp.Status: the pre-operation returned an unknown status; return one of "
            "FLT_PREOP_CALLBACK_STATUS");
}

// Its result as a number: a driver may return what is no enumerator.
using RawPre = ULONG(NTAPI*)(PFLT_CALLBACK_DATA, PCFLT_RELATED_OBJECTS, PVOID*);

Step call_pre(Op& op, size_t index) {
  Level& level = op.levels[index];
  Instance* instance = op.snapshot.load(std::memory_order_relaxed)->instances[index];
  Filter& filter = *instance->filter;
  const OperationEntry& entry = filter.operations[op.slot];
  if (skipped(entry, *op.request, op.iopb.MajorFunction)) return Step::Continue;
  level.instance.store(instance, std::memory_order_relaxed);
  level.state.store(LevelState::Pre, std::memory_order_seq_cst);
  if (instance->detaching.load(std::memory_order_seq_cst)) {
    leave(level);
    return Step::Continue;
  }
  op.current = index;
  set_const(op.iopb.TargetInstance, handle(instance));
  level.saved = op.iopb;
  fill_related(level.related, *instance, op.iopb.TargetFileObject);
  if (entry.pre == nullptr) return arm(op, index, false);
  const io::RequestKind kind = op.request->kind;
  const bool paging = kind == io::RequestKind::Irp && op.request->is_paging();
  const UCHAR major = op.iopb.MajorFunction;
  const uint32_t generation = op.generation.load(std::memory_order_relaxed);
  op.magic.store(kDataLive,
                 std::memory_order_release);  // whoever completes it pended acquires this
  CallbackGuard guard(filter, op.slot, false);
  const ULONG status =
      ke::invoke(reinterpret_cast<RawPre>(entry.pre), &op.data,
                 static_cast<PCFLT_RELATED_OBJECTS>(&level.related), &level.context);
  guard.check();
  if (status == FLT_PREOP_PENDING) {
    // Another thread may have completed it by now: `op` is not ours any more.
    if (kind != io::RequestKind::Irp) {
      violation(Rule::PreOpPending, &filter, op.slot,
                "Flt.PreOp.Pending: only IRP operations can be pended; test FLT_IS_IRP_OPERATION "
                "first");
    }
    if (paging) tell_paging_pend(major, &filter);
    return Step::Pending;
  }
  if (op.generation.load(std::memory_order_relaxed) != generation ||
      level.state.load(std::memory_order_relaxed) != LevelState::Pre) {
    violation(Rule::DataCompletion, &filter, status,
              "Flt.Data.Completion: the operation was completed with FltCompletePendedPreOperation "
              "though its pre-operation did not return FLT_PREOP_PENDING");
  }
  return apply_pre(op, index, status, false);
}

void after_pre(Op& op, size_t index, Step step) {
  switch (step) {
    case Step::Continue:
      run_down(op, index + 1);
      return;
    case Step::Pending:
      return;
    case Step::Complete:
      run_up(op, index);
      return;
    case Step::Synchronize:
      break;
  }
  Level& level = op.levels[index];
  run_down(op, index + 1);
  while (level.wake.load(std::memory_order_acquire) == 0) ke::park(level.wake, 0);
  level.synchronized = false;
  run_up(op, index + 1);
}

void run_down(Op& op, size_t index) {
  SentStatus sent;
  for (; index < op.count; ++index) {
    const Step step = call_pre(op, index);
    // A pended operation is another thread's now; what it asked for it will not be told.
    if (step != Step::Pending && op.levels[index].status_requests != nullptr) {
      sent.take(op.levels[index]);
    }
    if (step != Step::Continue) {
      after_pre(op, index, step);
      sent.tell();
      return;
    }
  }
  submit(op);
  sent.tell();
}

void Stack::dispatch(io::Request& request) {
  const ke::HostRole role("fltmgr", "FltpDispatch");
  if (!interested(operation_slot(request.parameters.MajorFunction))) {
    request.filter_state = nullptr;
    volume_.fs->submit(request);
    return;
  }
  Op& op = acquire_op(*this, request);
  run_down(op, op.first);
}

bool Stack::fast_io(io::Request& request) {
  request.top_level_irp = ke::current_thread().top_level_irp;
  if (!interested(operation_slot(request.parameters.MajorFunction))) {
    request.filter_state = nullptr;
    return volume_.fs->fast_io(request);
  }
  bool done = false;
  Op& op = acquire_op(*this, request);
  op.fast_done = &done;
  run_down(op, op.first);
  return done;
}

}  // namespace flthost::flt

using namespace flthost;
using namespace flthost::flt;

__attribute__((no_sanitize("enum")))  // CallbackStatus is checked below, whatever it is
VOID NTAPI
FltCompletePendedPreOperation(PFLT_CALLBACK_DATA CallbackData,
                              FLT_PREOP_CALLBACK_STATUS CallbackStatus, PVOID Context) {
  Op& op = op_of(CallbackData);
  const size_t index = op.current;
  Level& level = op.levels[index];
  if (level.state.load(std::memory_order_acquire) != LevelState::Pre) {
    violation(Rule::DataCompletion, nullptr, reinterpret_cast<uint64_t>(CallbackData),
              "Flt.Data.Completion: FltCompletePendedPreOperation for an operation whose "
              "pre-operation is not pended; call it exactly once per FLT_PREOP_PENDING");
  }
  if (ke::current_irql() > APC_LEVEL && CallbackStatus != FLT_PREOP_COMPLETE) {
    violation(
        Rule::CallbackIrql, nullptr, ke::current_irql(),
        "Flt.PreOp.Irql: above APC_LEVEL a pended pre-operation can only be completed with "
        "FLT_PREOP_COMPLETE; call FltCompletePendedPreOperation from a thread at PASSIVE_LEVEL");
  }
  level.context = Context;
  after_pre(op, index, apply_pre(op, index, static_cast<ULONG>(CallbackStatus), true));
}
