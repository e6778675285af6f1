// What drivers ask of, and do with, an operation's callback data.
#include <flthost/flt/internal.h>
#include <flthost/mm/mm.h>
#include <flthost/ps/ps.h>

namespace flthost::flt {

bool decode(FLT_IO_PARAMETER_BLOCK& iopb, Buffers* buffers) {
  FLT_PARAMETERS& p = iopb.Parameters;
  const auto give = [&](PMDL* mdl, PVOID* buffer, PULONG length, LOCK_OPERATION access) {
    *buffers = {mdl, buffer, length, access};
    return true;
  };
  switch (iopb.MajorFunction) {
    case IRP_MJ_CREATE:
      return give(nullptr, &p.Create.EaBuffer, &p.Create.EaLength, IoReadAccess);
    case IRP_MJ_READ:
      return give(&p.Read.MdlAddress, &p.Read.ReadBuffer, &p.Read.Length, IoWriteAccess);
    case IRP_MJ_WRITE:
      return give(&p.Write.MdlAddress, &p.Write.WriteBuffer, &p.Write.Length, IoReadAccess);
    case IRP_MJ_QUERY_INFORMATION:
      return give(nullptr, &p.QueryFileInformation.InfoBuffer, &p.QueryFileInformation.Length,
                  IoModifyAccess);
    case IRP_MJ_SET_INFORMATION:
      return give(nullptr, &p.SetFileInformation.InfoBuffer, &p.SetFileInformation.Length,
                  IoModifyAccess);
    case IRP_MJ_QUERY_EA:
      return give(&p.QueryEa.MdlAddress, &p.QueryEa.EaBuffer, &p.QueryEa.Length, IoWriteAccess);
    case IRP_MJ_SET_EA:
      return give(&p.SetEa.MdlAddress, &p.SetEa.EaBuffer, &p.SetEa.Length, IoModifyAccess);
    case IRP_MJ_QUERY_VOLUME_INFORMATION:
      return give(nullptr, &p.QueryVolumeInformation.VolumeBuffer, &p.QueryVolumeInformation.Length,
                  IoModifyAccess);
    case IRP_MJ_SET_VOLUME_INFORMATION:
      return give(nullptr, &p.SetVolumeInformation.VolumeBuffer, &p.SetVolumeInformation.Length,
                  IoModifyAccess);
    case IRP_MJ_DIRECTORY_CONTROL:
      return give(&p.DirectoryControl.QueryDirectory.MdlAddress,
                  &p.DirectoryControl.QueryDirectory.DirectoryBuffer,
                  &p.DirectoryControl.QueryDirectory.Length, IoWriteAccess);
    case IRP_MJ_QUERY_SECURITY:
      return give(&p.QuerySecurity.MdlAddress, &p.QuerySecurity.SecurityBuffer,
                  &p.QuerySecurity.Length, IoWriteAccess);
    case IRP_MJ_FILE_SYSTEM_CONTROL:
      switch (p.FileSystemControl.Common.FsControlCode & 3) {
        case METHOD_BUFFERED:
          return give(nullptr, &p.FileSystemControl.Buffered.SystemBuffer,
                      &p.FileSystemControl.Common.OutputBufferLength, IoModifyAccess);
        case METHOD_IN_DIRECT:
        case METHOD_OUT_DIRECT:
          return give(&p.FileSystemControl.Direct.OutputMdlAddress,
                      &p.FileSystemControl.Direct.OutputBuffer,
                      &p.FileSystemControl.Common.OutputBufferLength, IoWriteAccess);
        default:
          return give(&p.FileSystemControl.Neither.OutputMdlAddress,
                      &p.FileSystemControl.Neither.OutputBuffer,
                      &p.FileSystemControl.Common.OutputBufferLength, IoWriteAccess);
      }
    case IRP_MJ_QUERY_QUOTA:
      return give(&p.QueryQuota.MdlAddress, &p.QueryQuota.QuotaBuffer, &p.QueryQuota.Length,
                  IoWriteAccess);
    case IRP_MJ_SET_QUOTA:
      return give(&p.SetQuota.MdlAddress, &p.SetQuota.QuotaBuffer, &p.SetQuota.Length,
                  IoModifyAccess);
    default:
      return false;
  }
}

namespace {

PETHREAD requestor(PFLT_CALLBACK_DATA data) {
  return data->Thread;
}

}  // namespace
}  // namespace flthost::flt

using namespace flthost;
using namespace flthost::flt;

VOID NTAPI FltSetCallbackDataDirty(PFLT_CALLBACK_DATA Data) {
  call_data(Data);
  Data->Flags |= FLTFL_CALLBACK_DATA_DIRTY;
}
VOID NTAPI FltClearCallbackDataDirty(PFLT_CALLBACK_DATA Data) {
  call_data(Data);
  Data->Flags &= ~static_cast<ULONG>(FLTFL_CALLBACK_DATA_DIRTY);
}
BOOLEAN NTAPI FltIsCallbackDataDirty(PFLT_CALLBACK_DATA Data) {
  call_data(Data);
  return (Data->Flags & FLTFL_CALLBACK_DATA_DIRTY) != 0 ? TRUE : FALSE;
}

NTSTATUS NTAPI FltDecodeParameters(PFLT_CALLBACK_DATA CallbackData, PMDL** MdlAddressPointer,
                                   PVOID** Buffer, PULONG* Length, LOCK_OPERATION* DesiredAccess) {
  call_data(CallbackData);
  if (MdlAddressPointer != nullptr) *MdlAddressPointer = nullptr;
  *Buffer = nullptr;
  if (Length != nullptr) *Length = nullptr;
  Buffers buffers;
  if (!decode(*CallbackData->Iopb, &buffers)) return STATUS_INVALID_PARAMETER;
  if (MdlAddressPointer != nullptr) *MdlAddressPointer = buffers.mdl;
  *Buffer = buffers.buffer;
  if (Length != nullptr) *Length = buffers.length;
  if (DesiredAccess != nullptr) *DesiredAccess = buffers.access;
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI FltLockUserBuffer(PFLT_CALLBACK_DATA CallbackData) {
  CallData& found = call_data(CallbackData);
  FLT_IO_PARAMETER_BLOCK& iopb = *CallbackData->Iopb;
  if ((iopb.MajorFunction == IRP_MJ_READ || iopb.MajorFunction == IRP_MJ_WRITE) &&
      (iopb.MinorFunction & IRP_MN_MDL) != 0) {
    return STATUS_INVALID_PARAMETER;
  }
  Buffers buffers;
  if (found.kind != DataKind::Operation || !decode(iopb, &buffers) || buffers.mdl == nullptr) {
    return STATUS_INVALID_PARAMETER;
  }
  if (*buffers.mdl != nullptr) return STATUS_SUCCESS;
  if (*buffers.length == 0 || *buffers.buffer == nullptr) return STATUS_SUCCESS;
  PMDL mdl = IoAllocateMdl(*buffers.buffer, *buffers.length, FALSE, FALSE, nullptr);
  if (mdl == nullptr) return STATUS_INSUFFICIENT_RESOURCES;
  const NTSTATUS status = lock_pages(mdl, CallbackData->RequestorMode, buffers.access);
  if (status != STATUS_SUCCESS) {
    IoFreeMdl(mdl);
    return status;
  }
  auto& op = static_cast<Op&>(found);
  op.locked_mdl = mdl;
  *buffers.mdl = mdl;
  // The instances above asked for the same buffer: it is locked for them too.
  for (size_t i = op.first; i <= op.current; ++i) {
    Buffers above;
    if (op.levels[i].state.load(std::memory_order_relaxed) == LevelState::Idle ||
        !decode(op.levels[i].saved, &above)) {
      continue;
    }
    if (*above.buffer == *buffers.buffer && *above.mdl == nullptr && i == op.current) {
      *above.mdl = mdl;
    }
  }
  op.parameters_changed = true;
  return STATUS_SUCCESS;
}

BOOLEAN NTAPI FltIsOperationSynchronous(PFLT_CALLBACK_DATA CallbackData) {
  const CallData& found = call_data(CallbackData);
  if (found.request == nullptr || found.request->kind != io::RequestKind::Irp) return TRUE;
  const io::Request& request = *found.request;
  if (request.is_paging()) {
    return (request.parameters.IrpFlags & IRP_SYNCHRONOUS_PAGING_IO) != 0 ? TRUE : FALSE;
  }
  return request.synchronous ? TRUE : FALSE;
}

PEPROCESS NTAPI FltGetRequestorProcess(PFLT_CALLBACK_DATA CallbackData) {
  call_data(CallbackData);
  const PETHREAD thread = requestor(CallbackData);
  return thread == nullptr ? nullptr : ps::thread_process(thread);
}
ULONG NTAPI FltGetRequestorProcessId(PFLT_CALLBACK_DATA CallbackData) {
  const PEPROCESS process = FltGetRequestorProcess(CallbackData);
  return process == nullptr ? 0 : ps::process_id(process);
}
HANDLE NTAPI FltGetRequestorProcessIdEx(PFLT_CALLBACK_DATA CallbackData) {
  return reinterpret_cast<HANDLE>(static_cast<uintptr_t>(FltGetRequestorProcessId(CallbackData)));
}
NTSTATUS NTAPI FltGetRequestorSessionId(PFLT_CALLBACK_DATA CallbackData, PULONG SessionId) {
  *SessionId = 0xffffffff;
  if (FltGetRequestorProcess(CallbackData) == nullptr) return STATUS_UNSUCCESSFUL;
  *SessionId = 0;  // one session: services and programs alike
  return STATUS_SUCCESS;
}
BOOLEAN NTAPI FltIs32bitProcess(PFLT_CALLBACK_DATA CallbackData) {
  if (CallbackData != nullptr) call_data(CallbackData);
  return FALSE;
}

VOID NTAPI FltRetainSwappedBufferMdlAddress(PFLT_CALLBACK_DATA CallbackData) {
  Op& op = op_of(CallbackData);
  op.levels[op.current].retain_mdl = true;
}
PMDL NTAPI FltGetSwappedBufferMdlAddress(PFLT_CALLBACK_DATA CallbackData) {
  const Op& op = op_of(CallbackData);
  return op.levels[op.current].new_mdl;
}
PVOID NTAPI FltGetNewSystemBufferAddress(PFLT_CALLBACK_DATA CallbackData) {
  // Nothing below replaces a request's system buffer here.
  call_data(CallbackData);
  return nullptr;
}

// ------------------------------------------------------------------ cancelling
namespace {
constexpr uint32_t kCancelled = 1;
}

BOOLEAN NTAPI FltIsIoCanceled(PFLT_CALLBACK_DATA CallbackData) {
  return call_data(CallbackData).cancel_state.load(std::memory_order_acquire) == kCancelled ? TRUE
                                                                                            : FALSE;
}

NTSTATUS NTAPI FltSetCancelCompletion(PFLT_CALLBACK_DATA CallbackData,
                                      PFLT_COMPLETE_CANCELED_CALLBACK CanceledCallback) {
  Op& op = op_of(CallbackData);
  if (op.request->kind != io::RequestKind::Irp) return STATUS_NOT_SUPPORTED;
  if (op.cancel_state.load(std::memory_order_acquire) == kCancelled) return STATUS_CANCELLED;
  op.cancel_routine.store(CanceledCallback, std::memory_order_release);
  if (op.cancel_state.load(std::memory_order_acquire) == kCancelled &&
      op.cancel_routine.exchange(nullptr) != nullptr) {
    return STATUS_CANCELLED;
  }
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI FltClearCancelCompletion(PFLT_CALLBACK_DATA CallbackData) {
  return op_of(CallbackData).cancel_routine.exchange(nullptr) == nullptr ? STATUS_CANCELLED
                                                                         : STATUS_SUCCESS;
}

namespace flthost::flt {

bool set_host_cancel(Op& op, void (*routine)(PFLT_CALLBACK_DATA)) {
  op.host_cancel.store(routine, std::memory_order_seq_cst);
  return op.cancel_state.load(std::memory_order_seq_cst) != kCancelled || !clear_host_cancel(op);
}

bool clear_host_cancel(Op& op) {
  return op.host_cancel.exchange(nullptr, std::memory_order_acq_rel) != nullptr;
}

bool cancel(CallData& data) {
  data.cancel_state.store(kCancelled, std::memory_order_seq_cst);
  if (auto* const own = data.host_cancel.exchange(nullptr)) {
    own(&data.data);
    return true;
  }
  const PFLT_COMPLETE_CANCELED_CALLBACK routine = data.cancel_routine.exchange(nullptr);
  if (routine != nullptr) {
    ke::invoke(routine, &data.data);
    return true;
  }
  return cancel_queued(data);
}

void cancel_request(io::Request& request) {
  // The caller owns the request until its completion, so its operation cannot end meanwhile.
  if (request.filter_state != nullptr) cancel(*static_cast<Op*>(request.filter_state));
}

}  // namespace flthost::flt

BOOLEAN NTAPI FltCancelIo(PFLT_CALLBACK_DATA CallbackData) {
  CallData& found = call_data(CallbackData);
  if (found.kind == DataKind::Generated && found.request != nullptr &&
      found.request->filter_state != nullptr) {
    return cancel(*static_cast<Op*>(found.request->filter_state)) ? TRUE : FALSE;
  }
  return cancel(found) ? TRUE : FALSE;
}
