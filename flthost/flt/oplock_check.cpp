// FltCheckOplock and the forced breaks: which operations break which oplocks, and how far.
#include <flthost/flt/ecp.h>
#include <flthost/flt/oplock.h>

#include <algorithm>

namespace flthost::flt {
namespace {

constexpr ULONG kRead = OPLOCK_LEVEL_CACHE_READ;
constexpr ULONG kHandle = OPLOCK_LEVEL_CACHE_HANDLE;
constexpr ULONG kWrite = OPLOCK_LEVEL_CACHE_WRITE;
constexpr ULONG kKeep = ~0u;
// GUID_ECP_OPLOCK_KEY of ntifs.h.
constexpr GUID kOplockKey{
    0x48850596, 0x3050, 0x4be7, {0x98, 0x63, 0xfe, 0xc3, 0x50, 0xce, 0x8d, 0x7f}};

struct Check {
  POPLOCK oplock;
  PFLT_CALLBACK_DATA data;
  ULONG flags;
  PVOID context;
  PFLTOPLOCK_WAIT_COMPLETE_ROUTINE wait_done;
  PFLTOPLOCK_PREPOST_CALLBACKDATA_ROUTINE before_pending;
};
// The level that the holder is left with; kKeep: the operation does not touch it.
using Break = ULONG (*)(const OplockHolder& held, const FLT_IO_PARAMETER_BLOCK& iopb, bool same);

ULONG overwrite_to_none(const OplockHolder& held, bool same) {
  // Level 2 knows no keys: its own handle breaks it as well.
  return same && held.legacy != Legacy::Level2 ? kKeep : 0;
}

ULONG on_create(const OplockHolder& held, const FLT_IO_PARAMETER_BLOCK& iopb, bool same) {
  const auto& create = iopb.Parameters.Create;
  const ULONG disposition = create.Options >> 24;
  const ACCESS_MASK access =
      create.SecurityContext == nullptr ? 0 : create.SecurityContext->DesiredAccess;
  constexpr ACCESS_MASK kAttributes = FILE_READ_ATTRIBUTES | FILE_WRITE_ATTRIBUTES | SYNCHRONIZE;
  const bool overwrites = disposition == FILE_SUPERSEDE || disposition == FILE_OVERWRITE ||
                          disposition == FILE_OVERWRITE_IF;
  if (same || (!overwrites && (access & ~kAttributes) == 0)) return kKeep;
  if (overwrites) return 0;
  switch (held.legacy) {
    case Legacy::Level1:
    case Legacy::Batch:
      return kRead;
    case Legacy::Filter: {
      constexpr ACCESS_MASK kReading =
          kAttributes | FILE_READ_DATA | FILE_READ_EA | FILE_EXECUTE | READ_CONTROL;
      return (access & ~kReading) == 0 && (create.ShareAccess & FILE_SHARE_READ) != 0 ? kKeep : 0;
    }
    case Legacy::Level2:
      return kKeep;
    case Legacy::None:
      break;
  }
  return (held.level & kWrite) != 0 ? held.level & ~kWrite : kKeep;
}

ULONG on_read(const OplockHolder& held, const FLT_IO_PARAMETER_BLOCK&, bool same) {
  if (same || (held.level & kWrite) == 0) return kKeep;
  return held.legacy != Legacy::None ? kRead : held.level & ~kWrite;
}

ULONG on_write(const OplockHolder& held, const FLT_IO_PARAMETER_BLOCK&, bool same) {
  return overwrite_to_none(held, same);
}

ULONG on_set_information(const OplockHolder& held, const FLT_IO_PARAMETER_BLOCK& iopb, bool same) {
  switch (iopb.Parameters.SetFileInformation.FileInformationClass) {
    case FileEndOfFileInformation:
      // Advancing the valid data length is the cache manager's own writing.
      if (iopb.Parameters.SetFileInformation.AdvanceOnly != FALSE) return kKeep;
      return overwrite_to_none(held, same);
    case FileAllocationInformation:
    case FileValidDataLengthInformation:
      return overwrite_to_none(held, same);
    case FileRenameInformation:
    case FileRenameInformationEx:
    case FileLinkInformation:
    case FileLinkInformationEx:
    case FileShortNameInformation:
    case FileDispositionInformation:
    case FileDispositionInformationEx:
      if (same) return kKeep;
      if (held.legacy == Legacy::Batch || held.legacy == Legacy::Filter) return 0;
      return (held.level & kHandle) != 0 ? held.level & ~kHandle : kKeep;
    default:
      return kKeep;
  }
}

ULONG on_control(const OplockHolder& held, const FLT_IO_PARAMETER_BLOCK& iopb, bool same) {
  return iopb.Parameters.FileSystemControl.Common.FsControlCode == FSCTL_SET_ZERO_DATA
             ? overwrite_to_none(held, same)
             : kKeep;
}

ULONG to_none(const OplockHolder&, const FLT_IO_PARAMETER_BLOCK&, bool) {
  return 0;
}

ULONG without_handle(const OplockHolder& held, const FLT_IO_PARAMETER_BLOCK&, bool same) {
  return !same && held.legacy == Legacy::None && (held.level & kHandle) != 0 ? held.level & ~kHandle
                                                                             : kKeep;
}

Break break_of(UCHAR major) {
  switch (major) {
    case IRP_MJ_CREATE:
      return on_create;
    case IRP_MJ_READ:
      return on_read;
    case IRP_MJ_WRITE:
    case IRP_MJ_LOCK_CONTROL:
      return on_write;
    case IRP_MJ_SET_INFORMATION:
      return on_set_information;
    case IRP_MJ_FILE_SYSTEM_CONTROL:
      return on_control;
    default:
      return nullptr;
  }
}

struct Broken {
  OplockHolder holder;
  ULONG to;
  bool acknowledge;
};

// state.lock held. Starts the breaks; true when somebody must acknowledge one before it goes on.
bool start_breaks(OplockState& state, const Check& check, Break how, std::vector<Broken>& broken) {
  const FLT_IO_PARAMETER_BLOCK& iopb = *check.data->Iopb;
  bool waits = false;
  for (auto at = state.holders.begin(); at != state.holders.end();) {
    const bool same = (check.flags & OPLOCK_FLAG_IGNORE_OPLOCK_KEYS) == 0 &&
                      same_key(at->file, iopb.TargetFileObject);
    const ULONG to = how(*at, iopb, same);
    if (to == kKeep) {
      ++at;
      continue;
    }
    if (at->breaking()) {
      at->breaking_to &= to;
      waits = true;
      ++at;
      continue;
    }
    if (!take_request(*at)) {
      ++at;  // its owner is giving it up at this moment
      continue;
    }
    const bool acknowledge = at->exclusive() || (how == without_handle);
    broken.push_back({*at, to, acknowledge});
    waits |= acknowledge;
    if (!acknowledge) {
      at = state.holders.erase(at);
      continue;
    }
    at->data = nullptr;
    at->acknowledge_due = true;
    at->breaking_to = to;
    ++at;
  }
  return waits;
}

FLT_PREOP_CALLBACK_STATUS wait_for_breaks(OplockState& state, const Check& check,
                                          const std::vector<Broken>& broken) {
  const auto tell = [&] {
    for (const Broken& one : broken) end_request(one.holder, one.to, one.acknowledge);
  };
  if (check.wait_done == nullptr) {
    ke::HostEvent done;
    {
      const std::lock_guard guard(state.lock);
      state.waiting.push_back({check.data, nullptr, nullptr, &done});
    }
    tell();
    release_waiting(state);  // when the acknowledgement came at once
    done.wait();
    return FLT_PREOP_SUCCESS_WITH_CALLBACK;
  }
  if (check.before_pending != nullptr) {
    ke::invoke(check.before_pending, check.data, check.context);
  }
  bool pended = false;
  {
    const std::lock_guard guard(state.lock);
    pended =
        pend_waiter(check.oplock, state, {check.data, check.context, check.wait_done, nullptr});
  }
  tell();
  if (!pended) {
    check.data->IoStatus = {{STATUS_CANCELLED}, 0};
    return FLT_PREOP_COMPLETE;
  }
  release_waiting(state);
  return FLT_PREOP_PENDING;
}

FLT_PREOP_CALLBACK_STATUS break_oplocks(const Check& check, Break how) {
  OplockState* state = oplock_state(check.oplock, false);
  check.data->IoStatus = {};
  if (state == nullptr || how == nullptr) return FLT_PREOP_SUCCESS_WITH_CALLBACK;
  std::vector<Broken> broken;
  bool waits = false;
  {
    const std::lock_guard guard(state->lock);
    waits = start_breaks(*state, check, how, broken);
  }
  const FLT_IO_PARAMETER_BLOCK& iopb = *check.data->Iopb;
  const bool goes_on = (check.flags & OPLOCK_FLAG_COMPLETE_IF_OPLOCKED) != 0 ||
                       (iopb.MajorFunction == IRP_MJ_CREATE &&
                        (iopb.Parameters.Create.Options & FILE_COMPLETE_IF_OPLOCKED) != 0);
  if (waits && !goes_on) return wait_for_breaks(*state, check, broken);
  for (const Broken& one : broken) end_request(one.holder, one.to, one.acknowledge);
  if (waits) check.data->IoStatus.Status = STATUS_OPLOCK_BREAK_IN_PROGRESS;
  return FLT_PREOP_SUCCESS_WITH_CALLBACK;
}

// The handle goes: what it held is gone, and acknowledged.
FLT_PREOP_CALLBACK_STATUS on_cleanup(const Check& check) {
  OplockState* state = oplock_state(check.oplock, false);
  if (state == nullptr) return FLT_PREOP_SUCCESS_WITH_CALLBACK;
  const PFILE_OBJECT file = check.data->Iopb->TargetFileObject;
  std::vector<OplockHolder> ended;
  {
    const std::lock_guard guard(state->lock);
    for (auto at = state->holders.begin(); at != state->holders.end();) {
      if (at->file != file) {
        ++at;
        continue;
      }
      if (take_request(*at)) ended.push_back(*at);
      at = state->holders.erase(at);
    }
  }
  for (const OplockHolder& one : ended) {
    if (one.legacy == Legacy::None) {
      end_request_with(one, STATUS_OPLOCK_HANDLE_CLOSED);
    } else {
      end_request(one, 0, false);
    }
  }
  release_waiting(*state);
  return FLT_PREOP_SUCCESS_WITH_CALLBACK;
}

// A create's key, from its extra create parameters, becomes its file object's.
void take_key(const Check& check) {
  const Op& op = op_of(check.data);
  if (op.iopb.MajorFunction != IRP_MJ_CREATE) return;
  ULONG size = 0;
  const auto* key =
      static_cast<const OPLOCK_KEY_ECP_CONTEXT*>(find_ecp(op.request->ecp_list, kOplockKey, &size));
  if (key == nullptr || size < sizeof(OPLOCK_KEY_ECP_CONTEXT)) return;
  set_oplock_key(op.iopb.TargetFileObject, key->OplockKey);
}

FLT_PREOP_CALLBACK_STATUS check_oplock(const Check& check) {
  const Op& op = op_of(check.data);
  take_key(check);
  if ((check.flags & OPLOCK_FLAG_OPLOCK_KEY_CHECK_ONLY) != 0 ||
      op.request->kind != io::RequestKind::Irp || op.request->is_paging()) {
    return FLT_PREOP_SUCCESS_WITH_CALLBACK;
  }
  // Also what a create that failed after FltOplockFsctrl has to give back.
  if (op.iopb.MajorFunction == IRP_MJ_CLEANUP ||
      (check.flags & OPLOCK_FLAG_BACK_OUT_ATOMIC_OPLOCK) != 0) {
    return on_cleanup(check);
  }
  return break_oplocks(check, break_of(op.iopb.MajorFunction));
}

}  // namespace
}  // namespace flthost::flt

using namespace flthost;
using namespace flthost::flt;

FLT_PREOP_CALLBACK_STATUS NTAPI
FltCheckOplockEx(POPLOCK Oplock, PFLT_CALLBACK_DATA CallbackData, ULONG Flags, PVOID Context,
                 PFLTOPLOCK_WAIT_COMPLETE_ROUTINE WaitCompletionRoutine,
                 PFLTOPLOCK_PREPOST_CALLBACKDATA_ROUTINE PrePostCallbackDataRoutine) {
  return check_oplock(
      {Oplock, CallbackData, Flags, Context, WaitCompletionRoutine, PrePostCallbackDataRoutine});
}

FLT_PREOP_CALLBACK_STATUS NTAPI
FltCheckOplock(POPLOCK Oplock, PFLT_CALLBACK_DATA CallbackData, PVOID Context,
               PFLTOPLOCK_WAIT_COMPLETE_ROUTINE WaitCompletionRoutine,
               PFLTOPLOCK_PREPOST_CALLBACKDATA_ROUTINE PrePostCallbackDataRoutine) {
  return check_oplock(
      {Oplock, CallbackData, 0, Context, WaitCompletionRoutine, PrePostCallbackDataRoutine});
}

FLT_PREOP_CALLBACK_STATUS NTAPI
FltOplockBreakToNoneEx(POPLOCK Oplock, PFLT_CALLBACK_DATA CallbackData, ULONG Flags, PVOID Context,
                       PFLTOPLOCK_WAIT_COMPLETE_ROUTINE WaitCompletionRoutine,
                       PFLTOPLOCK_PREPOST_CALLBACKDATA_ROUTINE PrePostCallbackDataRoutine) {
  op_of(CallbackData);
  return break_oplocks(
      {Oplock, CallbackData, Flags, Context, WaitCompletionRoutine, PrePostCallbackDataRoutine},
      to_none);
}

FLT_PREOP_CALLBACK_STATUS NTAPI
FltOplockBreakToNone(POPLOCK Oplock, PFLT_CALLBACK_DATA CallbackData, PVOID Context,
                     PFLTOPLOCK_WAIT_COMPLETE_ROUTINE WaitCompletionRoutine,
                     PFLTOPLOCK_PREPOST_CALLBACKDATA_ROUTINE PrePostCallbackDataRoutine) {
  return FltOplockBreakToNoneEx(Oplock, CallbackData, 0, Context, WaitCompletionRoutine,
                                PrePostCallbackDataRoutine);
}

FLT_PREOP_CALLBACK_STATUS NTAPI
FltOplockBreakH(POPLOCK Oplock, PFLT_CALLBACK_DATA CallbackData, ULONG Flags, PVOID Context,
                PFLTOPLOCK_WAIT_COMPLETE_ROUTINE WaitCompletionRoutine,
                PFLTOPLOCK_PREPOST_CALLBACKDATA_ROUTINE PrePostCallbackDataRoutine) {
  op_of(CallbackData);
  return break_oplocks(
      {Oplock, CallbackData, Flags, Context, WaitCompletionRoutine, PrePostCallbackDataRoutine},
      without_handle);
}
