// FltOplockFsctrl: requests and acknowledgements.
#include <flthost/flt/ecp.h>
#include <flthost/flt/oplock.h>

#include <algorithm>

namespace flthost::flt {

bool oplock_key(PFILE_OBJECT file, GUID* key) {
  const ContextList* list = handle_list(file, false);
  if (list == nullptr || !list->has_oplock_key) return false;
  *key = list->oplock_key;
  return true;
}

void set_oplock_key(PFILE_OBJECT file, const GUID& key) {
  ContextList* list = handle_list(file, true);
  list->oplock_key = key;
  list->has_oplock_key = true;
}

namespace {

constexpr ULONG kRead = OPLOCK_LEVEL_CACHE_READ;
constexpr ULONG kHandle = OPLOCK_LEVEL_CACHE_HANDLE;
constexpr ULONG kWrite = OPLOCK_LEVEL_CACHE_WRITE;

struct Wanted {
  POPLOCK oplock;
  PFLT_CALLBACK_DATA data;
  PFILE_OBJECT file;
  ULONG level;
  Legacy legacy;
  ULONG open_count;
  bool all_keys_match;
};

FLT_PREOP_CALLBACK_STATUS complete(PFLT_CALLBACK_DATA data, NTSTATUS status) {
  data->IoStatus = {{status}, 0};
  return FLT_PREOP_COMPLETE;
}

const REQUEST_OPLOCK_INPUT_BUFFER* input_of(PFLT_CALLBACK_DATA data) {
  const auto& control = data->Iopb->Parameters.FileSystemControl.Buffered;
  if (control.SystemBuffer == nullptr ||
      control.InputBufferLength < sizeof(REQUEST_OPLOCK_INPUT_BUFFER)) {
    return nullptr;
  }
  const auto* input = static_cast<const REQUEST_OPLOCK_INPUT_BUFFER*>(control.SystemBuffer);
  return input->StructureVersion == REQUEST_OPLOCK_CURRENT_VERSION ? input : nullptr;
}

bool valid_level(ULONG level) {
  return level == kRead || level == (kRead | kHandle) || level == (kRead | kWrite) ||
         level == (kRead | kWrite | kHandle);
}

// "Granting Oplocks": what may exist already. Those that the new one replaces go to `switched`.
bool compatible(const Wanted& wanted, OplockState& state, std::vector<OplockHolder>& broken,
                std::vector<OplockHolder>& switched) {
  for (const OplockHolder& held : state.holders) {
    if (held.breaking()) return false;
    const bool key = same_key(held.file, wanted.file);
    switch (wanted.legacy) {
      case Legacy::Level1:
      case Legacy::Batch:
      case Legacy::Filter:
        if (held.legacy != Legacy::Level2) return false;
        broken.push_back(held);
        continue;
      case Legacy::Level2:
        if (held.level != kRead) return false;
        continue;
      case Legacy::None:
        break;
    }
    const bool exclusive = (wanted.level & kWrite) != 0;
    if (held.legacy == Legacy::Level2) {
      if (wanted.level != kRead) return false;
    } else if (held.legacy != Legacy::None) {
      return false;
    } else if (key && (held.level & ~wanted.level) == 0) {
      switched.push_back(held);
    } else if (exclusive || (held.level & kWrite) != 0 || key) {
      return false;
    }
  }
  return true;
}

NTSTATUS check_request(const Wanted& wanted) {
  const PFILE_OBJECT file = wanted.file;
  if (file != nullptr && file->FsContext != nullptr && io::stream_of(file).directory) {
    return STATUS_INVALID_PARAMETER;
  }
  // An oplock is never granted to a handle for synchronous I/O: its owner could not go on.
  if (file == nullptr || (file->Flags & FO_SYNCHRONOUS_IO) != 0) return STATUS_OPLOCK_NOT_GRANTED;
  const bool exclusive = (wanted.level & kWrite) != 0 || wanted.legacy == Legacy::Filter;
  // Of an exclusive one the number of opens; of a shared one whether byte ranges are locked.
  if (exclusive ? wanted.open_count > 1 && !wanted.all_keys_match : wanted.open_count != 0) {
    return STATUS_OPLOCK_NOT_GRANTED;
  }
  return STATUS_SUCCESS;
}

FLT_PREOP_CALLBACK_STATUS request(const Wanted& wanted) {
  const NTSTATUS status = check_request(wanted);
  if (status != STATUS_SUCCESS) return complete(wanted.data, status);
  OplockState& state = *oplock_state(wanted.oplock, true);
  std::vector<OplockHolder> broken;
  std::vector<OplockHolder> switched;
  bool pended = false;
  {
    const std::lock_guard guard(state.lock);
    if (!compatible(wanted, state, broken, switched)) {
      return complete(wanted.data, STATUS_OPLOCK_NOT_GRANTED);
    }
    const auto take = [&](std::vector<OplockHolder>& list) {
      std::erase_if(list, [](OplockHolder& one) { return !take_request(one); });
      for (const OplockHolder& gone : list) {
        std::erase_if(state.holders,
                      [&](const OplockHolder& one) { return one.data == gone.data; });
      }
    };
    take(broken);
    take(switched);
    pended =
        pend_holder(wanted.oplock, state, {wanted.data, wanted.file, wanted.level, wanted.legacy});
  }
  for (const OplockHolder& one : broken) end_request(one, 0, false);
  for (const OplockHolder& one : switched) {
    end_request_with(one, STATUS_OPLOCK_SWITCHED_TO_NEW_HANDLE);
  }
  return pended ? FLT_PREOP_PENDING : complete(wanted.data, STATUS_CANCELLED);
}

enum class Answer { Accept, ToNone, WillClose };

// `level`: what a Windows 7 holder keeps.
FLT_PREOP_CALLBACK_STATUS acknowledge(POPLOCK oplock, PFLT_CALLBACK_DATA data, Answer answer,
                                      ULONG level, bool modern) {
  OplockState* state = oplock_state(oplock, false);
  if (state == nullptr) return complete(data, STATUS_INVALID_OPLOCK_PROTOCOL);
  const PFILE_OBJECT file = data->Iopb->TargetFileObject;
  bool pended = false;
  {
    const std::lock_guard guard(state->lock);
    const auto at =
        std::find_if(state->holders.begin(), state->holders.end(), [&](const OplockHolder& one) {
          return one.acknowledge_due && one.file == file && (one.legacy == Legacy::None) == modern;
        });
    if (at == state->holders.end() || (level & ~at->breaking_to) != 0) {
      return complete(data, STATUS_INVALID_OPLOCK_PROTOCOL);
    }
    OplockHolder next = *at;
    next.acknowledge_due = false;
    if (answer == Answer::WillClose && at->legacy != Legacy::Level1) {
      // Whoever waits goes on when the handle is closed.
      next.close_pending = true;
      *at = next;
      return complete(data, STATUS_SUCCESS);
    }
    state->holders.erase(at);
    const ULONG kept = modern ? level : answer == Answer::Accept ? next.breaking_to : 0;
    if (kept != 0) {
      next.data = data;
      next.level = kept;
      next.breaking_to = 0;
      if (!modern) next.legacy = Legacy::Level2;
      pended = pend_holder(oplock, *state, next);
    }
  }
  release_waiting(*state);
  return pended ? FLT_PREOP_PENDING : complete(data, STATUS_SUCCESS);
}

FLT_PREOP_CALLBACK_STATUS notify(POPLOCK oplock, PFLT_CALLBACK_DATA data) {
  OplockState* state = oplock_state(oplock, false);
  if (state == nullptr) return complete(data, STATUS_SUCCESS);
  const std::lock_guard guard(state->lock);
  if (std::none_of(state->holders.begin(), state->holders.end(),
                   [](const OplockHolder& one) { return one.breaking(); })) {
    return complete(data, STATUS_SUCCESS);
  }
  return pend_waiter(oplock, *state, {data, nullptr, nullptr, nullptr, true})
             ? FLT_PREOP_PENDING
             : complete(data, STATUS_CANCELLED);
}

FLT_PREOP_CALLBACK_STATUS modern_request(Wanted wanted) {
  const REQUEST_OPLOCK_INPUT_BUFFER* input = input_of(wanted.data);
  if (input == nullptr) return complete(wanted.data, STATUS_INVALID_PARAMETER);
  wanted.level = input->RequestedOplockLevel;
  if ((input->Flags & REQUEST_OPLOCK_INPUT_FLAG_ACK) != 0) {
    if (wanted.level != 0 && !valid_level(wanted.level)) {
      return complete(wanted.data, STATUS_INVALID_PARAMETER);
    }
    return acknowledge(wanted.oplock, wanted.data, Answer::Accept, wanted.level, true);
  }
  if ((input->Flags & REQUEST_OPLOCK_INPUT_FLAG_REQUEST) == 0 || !valid_level(wanted.level)) {
    return complete(wanted.data, STATUS_INVALID_PARAMETER);
  }
  return request(wanted);
}

// A create may reserve a filter oplock: only one that reads attributes and shares everything.
FLT_PREOP_CALLBACK_STATUS reserve(const Wanted& wanted) {
  const auto& create = wanted.data->Iopb->Parameters.Create;
  constexpr USHORT kShareAll = FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE;
  if (wanted.open_count != 1 || create.SecurityContext == nullptr ||
      create.SecurityContext->DesiredAccess != FILE_READ_ATTRIBUTES ||
      create.ShareAccess != kShareAll) {
    return complete(wanted.data, STATUS_OPLOCK_NOT_GRANTED);
  }
  OplockState* state = oplock_state(wanted.oplock, true);
  const std::lock_guard guard(state->lock);
  return complete(wanted.data, state->holders.empty() ? STATUS_SUCCESS : STATUS_OPLOCK_NOT_GRANTED);
}

}  // namespace
}  // namespace flthost::flt

using namespace flthost;
using namespace flthost::flt;

FLT_PREOP_CALLBACK_STATUS NTAPI FltOplockFsctrlEx(POPLOCK Oplock, PFLT_CALLBACK_DATA CallbackData,
                                                  ULONG OpenCount, ULONG Flags) {
  const Op& op = op_of(CallbackData);
  Wanted wanted{Oplock,
                CallbackData,
                op.iopb.TargetFileObject,
                kRead | kWrite,
                Legacy::None,
                OpenCount,
                (Flags & OPLOCK_FSCTRL_FLAG_ALL_KEYS_MATCH) != 0};
  if (op.request->kind != io::RequestKind::Irp) {
    return complete(CallbackData, STATUS_INVALID_PARAMETER);
  }
  if (op.iopb.MajorFunction == IRP_MJ_CREATE) return reserve(wanted);
  if (op.iopb.MajorFunction != IRP_MJ_FILE_SYSTEM_CONTROL) {
    return complete(CallbackData, STATUS_INVALID_PARAMETER);
  }
  switch (op.iopb.Parameters.FileSystemControl.Common.FsControlCode) {
    case FSCTL_REQUEST_OPLOCK_LEVEL_1:
      wanted.legacy = Legacy::Level1;
      return request(wanted);
    case FSCTL_REQUEST_OPLOCK_LEVEL_2:
      wanted.legacy = Legacy::Level2;
      wanted.level = kRead;
      return request(wanted);
    case FSCTL_REQUEST_BATCH_OPLOCK:
      wanted.legacy = Legacy::Batch;
      wanted.level = kRead | kWrite | kHandle;
      return request(wanted);
    case FSCTL_REQUEST_FILTER_OPLOCK:
      wanted.legacy = Legacy::Filter;
      wanted.level = kRead | kHandle;
      return request(wanted);
    case FSCTL_REQUEST_OPLOCK:
      return modern_request(wanted);
    case FSCTL_OPLOCK_BREAK_ACKNOWLEDGE:
      return acknowledge(Oplock, CallbackData, Answer::Accept, 0, false);
    case FSCTL_OPLOCK_BREAK_ACK_NO_2:
      return acknowledge(Oplock, CallbackData, Answer::ToNone, 0, false);
    case FSCTL_OPBATCH_ACK_CLOSE_PENDING:
      return acknowledge(Oplock, CallbackData, Answer::WillClose, 0, false);
    case FSCTL_OPLOCK_BREAK_NOTIFY:
      return notify(Oplock, CallbackData);
    default:
      return complete(CallbackData, STATUS_INVALID_PARAMETER);
  }
}

FLT_PREOP_CALLBACK_STATUS NTAPI FltOplockFsctrl(POPLOCK Oplock, PFLT_CALLBACK_DATA CallbackData,
                                                ULONG OpenCount) {
  return FltOplockFsctrlEx(Oplock, CallbackData, OpenCount, 0);
}

// An oplock that others may hold beside it: OpenCount then tells of byte-range locks.
BOOLEAN NTAPI FltOplockIsSharedRequest(PFLT_CALLBACK_DATA CallbackData) {
  const CallData& data = call_data(CallbackData);
  if (data.iopb.MajorFunction != IRP_MJ_FILE_SYSTEM_CONTROL) return FALSE;
  const ULONG code = data.iopb.Parameters.FileSystemControl.Common.FsControlCode;
  if (code == FSCTL_REQUEST_OPLOCK_LEVEL_2) return TRUE;
  if (code != FSCTL_REQUEST_OPLOCK) return FALSE;
  const REQUEST_OPLOCK_INPUT_BUFFER* input = input_of(CallbackData);
  return input != nullptr && (input->Flags & REQUEST_OPLOCK_INPUT_FLAG_REQUEST) != 0 &&
                 (input->RequestedOplockLevel & kWrite) == 0
             ? TRUE
             : FALSE;
}
