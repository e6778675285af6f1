// Zw functions that read, write, control and lock.
#include <flthost/io/call.h>
#include <flthost/mm/mm.h>
#include <flthost/ob/ob.h>
#include <flthost/ps/ps.h>

#include <algorithm>
#include <cstring>

namespace flthost::io {
namespace {

struct Transfer {
  CallHandles handles;
  UCHAR major;
  PVOID buffer;
  ULONG length;
  PLARGE_INTEGER offset;
  PULONG key;
};

constexpr int64_t kEndOfFile = -1, kFilePointer = -2;

// Where it begins. STATUS_INVALID_PARAMETER: an offset is missing or wrong.
NTSTATUS find_offset(const Transfer& transfer, const FileCall& call, ACCESS_MASK granted,
                     LARGE_INTEGER* offset) {
  const bool synchronous = (call.file->Flags & FO_SYNCHRONOUS_IO) != 0;
  const bool writes = transfer.major == IRP_MJ_WRITE;
  offset->QuadPart = kFilePointer;
  if (transfer.offset != nullptr && !mm::guarded_copy(offset, transfer.offset, sizeof *offset)) {
    return STATUS_ACCESS_VIOLATION;
  }
  // A caller may set the upper half to -1 only.
  if (writes && (granted & (FILE_APPEND_DATA | FILE_WRITE_DATA)) == FILE_APPEND_DATA) {
    offset->QuadPart = kEndOfFile;
  }
  if (offset->QuadPart == kFilePointer) {
    if (!synchronous) return STATUS_INVALID_PARAMETER;
    *offset = call.file->CurrentByteOffset;
    return STATUS_SUCCESS;
  }
  if (offset->QuadPart < 0 && !(writes && offset->QuadPart == kEndOfFile)) {
    return STATUS_INVALID_PARAMETER;
  }
  return STATUS_SUCCESS;
}

bool is_aligned(const Transfer& transfer, const FileCall& call, LARGE_INTEGER offset) {
  Volume* const volume = volume_or_null(call.file);
  if (volume == nullptr || (call.file->Flags & FO_NO_INTERMEDIATE_BUFFERING) == 0) return true;
  const uint32_t sector = volume->sector_size;
  return transfer.length % sector == 0 &&
         (offset.QuadPart == kEndOfFile || offset.QuadPart % sector == 0);
}

void fill(Request& request, const Transfer& transfer, LARGE_INTEGER offset, PFILE_OBJECT file) {
  FLT_IO_PARAMETER_BLOCK& iopb = request.parameters;
  iopb.IrpFlags = transfer.major == IRP_MJ_READ ? IRP_READ_OPERATION : IRP_WRITE_OPERATION;
  if ((file->Flags & FO_NO_INTERMEDIATE_BUFFERING) != 0) iopb.IrpFlags |= IRP_NOCACHE;
  auto& read = iopb.Parameters.Read;  // Write lies alike
  read.Length = transfer.length;
  read.Key = transfer.key != nullptr ? *transfer.key : 0;
  read.ByteOffset = offset;
  read.ReadBuffer = transfer.buffer;
}

// Cached, synchronous: what the cache has needs no IRP.
bool try_fast_io(FileCall& call, NTSTATUS* status) {
  Volume* const volume = volume_or_null(call.file);
  if (volume == nullptr || call.file->PrivateCacheMap == nullptr || device_hint(call.file) ||
      (call.file->Flags & (FO_SYNCHRONOUS_IO | FO_NO_INTERMEDIATE_BUFFERING)) !=
          FO_SYNCHRONOUS_IO) {
    return false;
  }
  Request request;
  request.parameters = call.request.parameters;
  request.parameters.IrpFlags = 0;
  request.kind = RequestKind::FastIo;
  request.mode = KernelMode;
  request.thread = call.thread;
  request.volume = volume;
  if (!volume->filters->fast_io(request)) return false;
  *status = request.status.Status;
  if (NT_SUCCESS(*status)) {
    call.file->CurrentByteOffset.QuadPart = request.parameters.Parameters.Read.ByteOffset.QuadPart +
                                            static_cast<LONGLONG>(request.status.Information);
  }
  static_cast<void>(mm::guarded_copy(call.iosb, &request.status, sizeof request.status));
  if (NT_ERROR(*status)) return true;
  KeSetEvent(call.event != nullptr ? call.event : &call.file->Event, IO_NO_INCREMENT, FALSE);
  return true;
}

NTSTATUS transfer(const Transfer& wanted) {
  FileCallRef call;
  NTSTATUS status = begin_call(wanted.handles, wanted.major, &call);
  if (!NT_SUCCESS(status)) return status;
  FileReference reference;
  status = reference.open(wanted.handles.file);
  if (!NT_SUCCESS(status)) return status;
  LARGE_INTEGER offset;
  status = find_offset(wanted, *call, reference.granted(), &offset);
  if (!NT_SUCCESS(status)) return status;
  if (!is_aligned(wanted, *call, offset)) return STATUS_INVALID_PARAMETER;
  if (wanted.length != 0 &&
      !mm::guarded_probe(wanted.buffer, wanted.length, wanted.major == IRP_MJ_READ)) {
    return STATUS_ACCESS_VIOLATION;
  }
  fill(call->request, wanted, offset, call->file);
  if (wanted.handles.apc == nullptr && try_fast_io(*call, &status)) return status;
  return finish_call(std::move(call), true);
}

struct Control {
  CallHandles handles;
  UCHAR major;
  ULONG code;
  PVOID input;
  ULONG input_length;
  PVOID output;
  ULONG output_length;
};

// A volume gets the buffers as the method says; a driver's device gets its IRP from
// send_to_device(), which takes the caller's.
NTSTATUS fill_control(FileCall& call, const Control& control) {
  auto& parameters = call.request.parameters.Parameters.DeviceIoControl;
  parameters.Neither.IoControlCode = control.code;
  parameters.Neither.InputBufferLength = control.input_length;
  parameters.Neither.OutputBufferLength = control.output_length;
  const ULONG method = control.code & 3;
  if (volume_or_null(call.file) == nullptr || method == METHOD_NEITHER) {
    parameters.Neither.InputBuffer = control.input;
    parameters.Neither.OutputBuffer = control.output;
    return STATUS_SUCCESS;
  }
  const bool buffered = method == METHOD_BUFFERED;
  if (control.input_length != 0 || (buffered && control.output_length != 0)) {
    call.system_buffer =
        copy_in(control.input, control.input_length, buffered ? control.output_length : 0);
    if (call.system_buffer == nullptr) return STATUS_ACCESS_VIOLATION;
  }
  if (buffered) {
    parameters.Buffered.SystemBuffer = call.system_buffer;
    call.output = control.output;
    call.output_length = control.output_length;
    return STATUS_SUCCESS;
  }
  parameters.Direct.InputSystemBuffer = call.system_buffer;
  parameters.Direct.OutputBuffer = control.output;
  if (control.output_length != 0) {
    if (!mm::guarded_probe(control.output, control.output_length, method == METHOD_OUT_DIRECT)) {
      return STATUS_ACCESS_VIOLATION;
    }
    call.mdl = mm::build_mdl(control.output, control.output_length);
    parameters.Direct.OutputMdlAddress = call.mdl;
  }
  return STATUS_SUCCESS;
}

NTSTATUS control_file(const Control& control) {
  FileCallRef call;
  NTSTATUS status = begin_call(control.handles, control.major, &call);
  if (!NT_SUCCESS(status)) return status;
  if (control.major == IRP_MJ_FILE_SYSTEM_CONTROL) {
    call->request.parameters.MinorFunction = IRP_MN_USER_FS_REQUEST;
  }
  status = fill_control(*call, control);
  if (!NT_SUCCESS(status)) return status;
  return finish_call(std::move(call), true);
}

NTSTATUS lock_range(const CallHandles& handles, UCHAR minor, PLARGE_INTEGER offset,
                    PLARGE_INTEGER length, ULONG key, UCHAR flags) {
  FileCallRef call;
  const NTSTATUS status = begin_call(handles, IRP_MJ_LOCK_CONTROL, &call);
  if (!NT_SUCCESS(status)) return status;
  call->more = copy_in(length, sizeof *length, 0);
  LARGE_INTEGER at{};
  if (call->more == nullptr || !mm::guarded_copy(&at, offset, sizeof at)) {
    return STATUS_ACCESS_VIOLATION;
  }
  call->request.parameters.MinorFunction = minor;
  call->request.parameters.OperationFlags = flags;
  auto& lock = call->request.parameters.Parameters.LockControl;
  lock.Length = static_cast<PLARGE_INTEGER>(call->more);
  lock.ByteOffset = at;
  lock.Key = key;
  lock.ProcessId = ps::thread_process(call->thread);
  lock.FailImmediately = (flags & SL_FAIL_IMMEDIATELY) != 0 ? TRUE : FALSE;
  lock.ExclusiveLock = (flags & SL_EXCLUSIVE_LOCK) != 0 ? TRUE : FALSE;
  return finish_call(std::move(call), minor == IRP_MN_LOCK);
}

}  // namespace

NTSTATUS device_control(PFILE_OBJECT file_object, ULONG code, void* input, ULONG input_length,
                        void* output, ULONG output_length, ULONG_PTR* information) {
  Request request;
  request.parameters.MajorFunction = IRP_MJ_DEVICE_CONTROL;
  request.parameters.IrpFlags = IRP_SYNCHRONOUS_API;
  request.parameters.TargetFileObject = file_object;
  request.mode = UserMode;
  request.thread = current_requestor();
  auto& parameters = request.parameters.Parameters.DeviceIoControl.Neither;
  parameters.IoControlCode = code;
  parameters.InputBuffer = input;
  parameters.InputBufferLength = input_length;
  parameters.OutputBuffer = output;
  parameters.OutputBufferLength = output_length;
  const NTSTATUS status = send_to_file_and_wait(request);
  *information = request.status.Information;
  return status;
}

NTSTATUS device_transfer(PFILE_OBJECT file_object, UCHAR major, void* buffer, ULONG length,
                         int64_t offset, ULONG_PTR* information) {
  Request request;
  request.parameters.MajorFunction = major;
  request.parameters.IrpFlags =
      IRP_SYNCHRONOUS_API | (major == IRP_MJ_READ ? IRP_READ_OPERATION : IRP_WRITE_OPERATION);
  request.parameters.TargetFileObject = file_object;
  request.mode = UserMode;
  request.thread = current_requestor();
  auto& parameters = request.parameters.Parameters.Read;
  parameters.Length = length;
  parameters.ByteOffset.QuadPart = offset;
  parameters.ReadBuffer = buffer;
  const NTSTATUS status = send_to_file_and_wait(request);
  *information = request.status.Information;
  return status;
}

}  // namespace flthost::io

using namespace flthost;
using namespace flthost::io;

NTSTATUS NTAPI ZwReadFile(HANDLE FileHandle, HANDLE Event, PIO_APC_ROUTINE ApcRoutine,
                          PVOID ApcContext, PIO_STATUS_BLOCK IoStatusBlock, PVOID Buffer,
                          ULONG Length, PLARGE_INTEGER ByteOffset, PULONG Key) {
  return transfer({{FileHandle, Event, ApcRoutine, ApcContext, IoStatusBlock},
                   IRP_MJ_READ,
                   Buffer,
                   Length,
                   ByteOffset,
                   Key});
}

NTSTATUS NTAPI ZwWriteFile(HANDLE FileHandle, HANDLE Event, PIO_APC_ROUTINE ApcRoutine,
                           PVOID ApcContext, PIO_STATUS_BLOCK IoStatusBlock, PVOID Buffer,
                           ULONG Length, PLARGE_INTEGER ByteOffset, PULONG Key) {
  return transfer({{FileHandle, Event, ApcRoutine, ApcContext, IoStatusBlock},
                   IRP_MJ_WRITE,
                   Buffer,
                   Length,
                   ByteOffset,
                   Key});
}

NTSTATUS NTAPI ZwDeviceIoControlFile(HANDLE FileHandle, HANDLE Event, PIO_APC_ROUTINE ApcRoutine,
                                     PVOID ApcContext, PIO_STATUS_BLOCK IoStatusBlock,
                                     ULONG IoControlCode, PVOID InputBuffer,
                                     ULONG InputBufferLength, PVOID OutputBuffer,
                                     ULONG OutputBufferLength) {
  return control_file({{FileHandle, Event, ApcRoutine, ApcContext, IoStatusBlock},
                       IRP_MJ_DEVICE_CONTROL,
                       IoControlCode,
                       InputBuffer,
                       InputBufferLength,
                       OutputBuffer,
                       OutputBufferLength});
}

NTSTATUS NTAPI ZwFsControlFile(HANDLE FileHandle, HANDLE Event, PIO_APC_ROUTINE ApcRoutine,
                               PVOID ApcContext, PIO_STATUS_BLOCK IoStatusBlock,
                               ULONG FsControlCode, PVOID InputBuffer, ULONG InputBufferLength,
                               PVOID OutputBuffer, ULONG OutputBufferLength) {
  return control_file({{FileHandle, Event, ApcRoutine, ApcContext, IoStatusBlock},
                       IRP_MJ_FILE_SYSTEM_CONTROL,
                       FsControlCode,
                       InputBuffer,
                       InputBufferLength,
                       OutputBuffer,
                       OutputBufferLength});
}

NTSTATUS NTAPI ZwLockFile(HANDLE FileHandle, HANDLE Event, PIO_APC_ROUTINE ApcRoutine,
                          PVOID ApcContext, PIO_STATUS_BLOCK IoStatusBlock,
                          PLARGE_INTEGER ByteOffset, PLARGE_INTEGER Length, ULONG Key,
                          BOOLEAN FailImmediately, BOOLEAN ExclusiveLock) {
  UCHAR flags = 0;
  if (FailImmediately != FALSE) flags |= SL_FAIL_IMMEDIATELY;
  if (ExclusiveLock != FALSE) flags |= SL_EXCLUSIVE_LOCK;
  return lock_range({FileHandle, Event, ApcRoutine, ApcContext, IoStatusBlock}, IRP_MN_LOCK,
                    ByteOffset, Length, Key, flags);
}

NTSTATUS NTAPI ZwUnlockFile(HANDLE FileHandle, PIO_STATUS_BLOCK IoStatusBlock,
                            PLARGE_INTEGER ByteOffset, PLARGE_INTEGER Length, ULONG Key) {
  return lock_range({FileHandle, nullptr, nullptr, nullptr, IoStatusBlock}, IRP_MN_UNLOCK_SINGLE,
                    ByteOffset, Length, Key, 0);
}

NTSTATUS NTAPI ZwFlushBuffersFileEx(HANDLE FileHandle, ULONG FLags, PVOID Parameters,
                                    ULONG ParametersSize, PIO_STATUS_BLOCK IoStatusBlock) {
  UCHAR minor = 0;
  switch (FLags) {
    case 0:
      break;
    case FLUSH_FLAGS_FILE_DATA_ONLY:
      minor = IRP_MN_FLUSH_DATA_ONLY;
      break;
    case FLUSH_FLAGS_NO_SYNC:
      minor = IRP_MN_FLUSH_NO_SYNC;
      break;
    case FLUSH_FLAGS_FILE_DATA_SYNC_ONLY:
      minor = IRP_MN_FLUSH_DATA_SYNC_ONLY;
      break;
    default:
      return STATUS_INVALID_PARAMETER;
  }
  if (Parameters != nullptr || ParametersSize != 0) return STATUS_INVALID_PARAMETER;
  FileCallRef call;
  const NTSTATUS status = begin_call({FileHandle, nullptr, nullptr, nullptr, IoStatusBlock},
                                     IRP_MJ_FLUSH_BUFFERS, &call);
  if (!NT_SUCCESS(status)) return status;
  FileReference reference;
  // Only who could have written may flush, kernel mode included.
  if (!NT_SUCCESS(reference.open(FileHandle)) ||
      (reference.granted() & (FILE_WRITE_DATA | FILE_APPEND_DATA)) == 0) {
    return STATUS_ACCESS_DENIED;
  }
  call->request.parameters.MinorFunction = minor;
  return finish_call(std::move(call), false);
}

NTSTATUS NTAPI ZwFlushBuffersFile(HANDLE FileHandle, PIO_STATUS_BLOCK IoStatusBlock) {
  return ZwFlushBuffersFileEx(FileHandle, 0, nullptr, 0, IoStatusBlock);
}

NTSTATUS NTAPI ZwCancelIoFile(HANDLE FileHandle, PIO_STATUS_BLOCK IoStatusBlock) {
  FileReference file;
  const NTSTATUS status = file.open(FileHandle);
  if (!NT_SUCCESS(status)) return status;
  cancel_calls(file.get(), current_requestor());
  const IO_STATUS_BLOCK result{};
  return mm::guarded_copy(IoStatusBlock, &result, sizeof result) ? STATUS_SUCCESS
                                                                 : STATUS_ACCESS_VIOLATION;
}

namespace flthost::io {

ke::ExportTable transfer_exports() {
  static const ke::Export rows[] = {
      FLTHOST_EXPORT(ZwReadFile),
      FLTHOST_EXPORT(ZwWriteFile),
      FLTHOST_EXPORT(ZwDeviceIoControlFile),
      FLTHOST_EXPORT(ZwFsControlFile),
      FLTHOST_EXPORT(ZwLockFile),
      FLTHOST_EXPORT(ZwUnlockFile),
      FLTHOST_EXPORT(ZwFlushBuffersFileEx),
      FLTHOST_EXPORT(ZwFlushBuffersFile),
      FLTHOST_EXPORT(ZwCancelIoFile),
  };
  return {rows, std::size(rows)};
}

}  // namespace flthost::io
