// Less common requests of minifilters' own: control codes, attributes, security, waiting.
#include <flthost/flt/own_io.h>

#include <algorithm>

namespace flthost::flt {
namespace {

FLT_IO_PARAMETER_BLOCK parameters_of(UCHAR major) {
  FLT_IO_PARAMETER_BLOCK parameters{};
  parameters.MajorFunction = major;
  return parameters;
}

struct Control {
  UCHAR major;
  ULONG code;
  PVOID input;
  ULONG input_length;
  PVOID output;
  ULONG output_length;
};

// FileSystemControl and DeviceIoControl lie alike in FLT_PARAMETERS.
NTSTATUS control(PFLT_INSTANCE instance, PFILE_OBJECT file, const Control& call, PULONG returned) {
  if (returned != nullptr) *returned = 0;
  FLT_IO_PARAMETER_BLOCK parameters = parameters_of(call.major);
  if (call.major == IRP_MJ_FILE_SYSTEM_CONTROL) parameters.MinorFunction = IRP_MN_KERNEL_CALL;
  auto& common = parameters.Parameters.FileSystemControl.Common;
  common.OutputBufferLength = call.output_length;
  common.InputBufferLength = call.input_length;
  common.FsControlCode = call.code;
  if ((call.code & 3) != METHOD_BUFFERED) {
    parameters.Parameters.FileSystemControl.Neither.InputBuffer = call.input;
    parameters.Parameters.FileSystemControl.Neither.OutputBuffer = call.output;
    return issue(instance, file, parameters, returned);
  }
  const ULONG larger = std::max(call.input_length, call.output_length);
  void* buffer = larger == 0 ? nullptr : allocate_object(larger);
  if (call.input_length != 0) std::memcpy(buffer, call.input, call.input_length);
  parameters.Parameters.FileSystemControl.Buffered.SystemBuffer = buffer;
  ULONG bytes = 0;
  const NTSTATUS status = issue(instance, file, parameters, &bytes);
  const ULONG given = NT_ERROR(status) ? 0 : std::min(bytes, call.output_length);
  if (given != 0) std::memcpy(call.output, buffer, given);
  if (buffer != nullptr) free_object(buffer);
  if (returned != nullptr) *returned = bytes;
  return status;
}

// Without a file of the caller's: by an open of the volume, where there can be one.
NTSTATUS issue_to_volume(PFLT_INSTANCE instance, const FLT_IO_PARAMETER_BLOCK& parameters,
                         PIO_STATUS_BLOCK iosb) {
  HANDLE volume = nullptr;
  PFILE_OBJECT file = nullptr;
  if (!NT_SUCCESS(FltOpenVolume(instance, &volume, &file))) file = nullptr;
  ULONG information = 0;
  iosb->Status = issue(instance, file, parameters, &information);
  iosb->Information = information;
  if (file != nullptr) {
    ObfDereferenceObject(file);
    FltClose(volume);
  }
  return iosb->Status;
}

// What ended the wait, in the codes of FltCancellableWaitFor*.
NTSTATUS wait_result(NTSTATUS status, PFLT_CALLBACK_DATA data) {
  if (status == STATUS_USER_APC || status == STATUS_ALERTED) return STATUS_THREAD_IS_TERMINATING;
  if (status == STATUS_TIMEOUT && data != nullptr && FltIsIoCanceled(data) != FALSE) {
    return STATUS_CANCELLED;
  }
  return status;
}

}  // namespace
}  // namespace flthost::flt

using namespace flthost;
using namespace flthost::flt;

NTSTATUS NTAPI FltFsControlFile(PFLT_INSTANCE Instance, PFILE_OBJECT FileObject,
                                ULONG FsControlCode, PVOID InputBuffer, ULONG InputBufferLength,
                                PVOID OutputBuffer, ULONG OutputBufferLength,
                                PULONG LengthReturned) {
  return control(Instance, FileObject,
                 {IRP_MJ_FILE_SYSTEM_CONTROL, FsControlCode, InputBuffer, InputBufferLength,
                  OutputBuffer, OutputBufferLength},
                 LengthReturned);
}

NTSTATUS NTAPI FltDeviceIoControlFile(PFLT_INSTANCE Instance, PFILE_OBJECT FileObject,
                                      ULONG IoControlCode, PVOID InputBuffer,
                                      ULONG InputBufferLength, PVOID OutputBuffer,
                                      ULONG OutputBufferLength, PULONG LengthReturned) {
  return control(Instance, FileObject,
                 {IRP_MJ_DEVICE_CONTROL, IoControlCode, InputBuffer, InputBufferLength,
                  OutputBuffer, OutputBufferLength},
                 LengthReturned);
}

NTSTATUS NTAPI FltFlushBuffers2(PFLT_INSTANCE Instance, FILE_OBJECT* FileObject, ULONG FlushType,
                                FLT_CALLBACK_DATA*) {
  FLT_IO_PARAMETER_BLOCK parameters = parameters_of(IRP_MJ_FLUSH_BUFFERS);
  if ((FlushType & FLT_FLUSH_TYPE_FLUSH_AND_PURGE) != 0) {
    parameters.MinorFunction = IRP_MN_FLUSH_AND_PURGE;
  } else if ((FlushType & FLT_FLUSH_TYPE_FILE_DATA_ONLY) != 0) {
    parameters.MinorFunction = IRP_MN_FLUSH_DATA_ONLY;
  } else if ((FlushType & FLT_FLUSH_TYPE_NO_SYNC) != 0) {
    parameters.MinorFunction = IRP_MN_FLUSH_NO_SYNC;
  }
  return issue(Instance, FileObject, parameters, nullptr);
}

NTSTATUS NTAPI FltQueryVolumeInformation(PFLT_INSTANCE Instance, PIO_STATUS_BLOCK Iosb,
                                         PVOID FsInformation, ULONG Length,
                                         FS_INFORMATION_CLASS FsInformationClass) {
  FLT_IO_PARAMETER_BLOCK parameters = parameters_of(IRP_MJ_QUERY_VOLUME_INFORMATION);
  parameters.Parameters.QueryVolumeInformation.Length = Length;
  parameters.Parameters.QueryVolumeInformation.FsInformationClass = FsInformationClass;
  parameters.Parameters.QueryVolumeInformation.VolumeBuffer = FsInformation;
  return issue_to_volume(Instance, parameters, Iosb);
}

NTSTATUS NTAPI FltSetVolumeInformation(PFLT_INSTANCE Instance, PIO_STATUS_BLOCK Iosb,
                                       PVOID FsInformation, ULONG Length,
                                       FS_INFORMATION_CLASS FsInformationClass) {
  FLT_IO_PARAMETER_BLOCK parameters = parameters_of(IRP_MJ_SET_VOLUME_INFORMATION);
  parameters.Parameters.SetVolumeInformation.Length = Length;
  parameters.Parameters.SetVolumeInformation.FsInformationClass = FsInformationClass;
  parameters.Parameters.SetVolumeInformation.VolumeBuffer = FsInformation;
  return issue_to_volume(Instance, parameters, Iosb);
}

NTSTATUS NTAPI FltQueryDirectoryFileEx(PFLT_INSTANCE Instance, FILE_OBJECT* FileObject,
                                       PVOID FileInformation, ULONG Length,
                                       FILE_INFORMATION_CLASS FileInformationClass,
                                       ULONG QueryFlags, UNICODE_STRING* FileName,
                                       ULONG* LengthReturned) {
  return FltQueryDirectoryFile(Instance, FileObject, FileInformation, Length, FileInformationClass,
                               (QueryFlags & SL_RETURN_SINGLE_ENTRY) != 0 ? TRUE : FALSE, FileName,
                               (QueryFlags & SL_RESTART_SCAN) != 0 ? TRUE : FALSE, LengthReturned);
}

NTSTATUS NTAPI FltQueryEaFile(PFLT_INSTANCE Instance, PFILE_OBJECT FileObject, PVOID ReturnedEaData,
                              ULONG Length, BOOLEAN ReturnSingleEntry, PVOID EaList,
                              ULONG EaListLength, PULONG EaIndex, BOOLEAN RestartScan,
                              PULONG LengthReturned) {
  FLT_IO_PARAMETER_BLOCK parameters = parameters_of(IRP_MJ_QUERY_EA);
  if (ReturnSingleEntry != FALSE) parameters.OperationFlags |= SL_RETURN_SINGLE_ENTRY;
  if (RestartScan != FALSE) parameters.OperationFlags |= SL_RESTART_SCAN;
  if (EaIndex != nullptr) parameters.OperationFlags |= SL_INDEX_SPECIFIED;
  auto& query = parameters.Parameters.QueryEa;
  query.Length = Length;
  query.EaList = EaList;
  query.EaListLength = EaListLength;
  query.EaIndex = EaIndex == nullptr ? 0 : *EaIndex;
  query.EaBuffer = ReturnedEaData;
  return issue(Instance, FileObject, parameters, LengthReturned);
}

NTSTATUS NTAPI FltSetEaFile(PFLT_INSTANCE Instance, PFILE_OBJECT FileObject, PVOID EaBuffer,
                            ULONG Length) {
  FLT_IO_PARAMETER_BLOCK parameters = parameters_of(IRP_MJ_SET_EA);
  parameters.Parameters.SetEa.Length = Length;
  parameters.Parameters.SetEa.EaBuffer = EaBuffer;
  return issue(Instance, FileObject, parameters, nullptr);
}

NTSTATUS NTAPI FltQuerySecurityObject(PFLT_INSTANCE Instance, PFILE_OBJECT FileObject,
                                      SECURITY_INFORMATION SecurityInformation,
                                      PSECURITY_DESCRIPTOR SecurityDescriptor, ULONG Length,
                                      PULONG LengthNeeded) {
  FLT_IO_PARAMETER_BLOCK parameters = parameters_of(IRP_MJ_QUERY_SECURITY);
  parameters.Parameters.QuerySecurity.SecurityInformation = SecurityInformation;
  parameters.Parameters.QuerySecurity.Length = Length;
  parameters.Parameters.QuerySecurity.SecurityBuffer = SecurityDescriptor;
  return issue(Instance, FileObject, parameters, LengthNeeded);
}

NTSTATUS NTAPI FltSetSecurityObject(PFLT_INSTANCE Instance, PFILE_OBJECT FileObject,
                                    SECURITY_INFORMATION SecurityInformation,
                                    PSECURITY_DESCRIPTOR SecurityDescriptor) {
  FLT_IO_PARAMETER_BLOCK parameters = parameters_of(IRP_MJ_SET_SECURITY);
  parameters.Parameters.SetSecurity.SecurityInformation = SecurityInformation;
  parameters.Parameters.SetSecurity.SecurityDescriptor = SecurityDescriptor;
  return issue(Instance, FileObject, parameters, nullptr);
}

// ------------------------------------------------------------------ waiting
NTSTATUS NTAPI FltCancellableWaitForSingleObject(PVOID Object, PLARGE_INTEGER Timeout,
                                                 PFLT_CALLBACK_DATA CallbackData) {
  if (CallbackData != nullptr && FltIsIoCanceled(CallbackData) != FALSE) return STATUS_CANCELLED;
  // A user-mode wait is the one that the end of the thread's process breaks off.
  return wait_result(KeWaitForSingleObject(Object, Executive, UserMode, FALSE, Timeout),
                     CallbackData);
}

NTSTATUS NTAPI FltCancellableWaitForMultipleObjects(ULONG Count, PVOID ObjectArray[],
                                                    WAIT_TYPE WaitType, PLARGE_INTEGER Timeout,
                                                    PKWAIT_BLOCK WaitBlockArray,
                                                    PFLT_CALLBACK_DATA CallbackData) {
  if (CallbackData != nullptr && FltIsIoCanceled(CallbackData) != FALSE) return STATUS_CANCELLED;
  return wait_result(KeWaitForMultipleObjects(Count, ObjectArray, WaitType, Executive, UserMode,
                                              FALSE, Timeout, WaitBlockArray),
                     CallbackData);
}
