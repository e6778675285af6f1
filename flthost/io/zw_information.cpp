// Zw functions that query and set information of files and volumes, and the Io functions that do
// the same with a file object.
#include <flthost/ex/ex.h>
#include <flthost/io/call.h>
#include <flthost/io/open.h>
#include <flthost/mm/mm.h>
#include <flthost/ob/ob.h>

#include <algorithm>
#include <cstddef>
#include <cstring>

namespace flthost::io {
namespace {

ULONG mode_of(PFILE_OBJECT file) {
  ULONG mode = 0;
  if ((file->Flags & FO_WRITE_THROUGH) != 0) mode |= FILE_WRITE_THROUGH;
  if ((file->Flags & FO_SEQUENTIAL_ONLY) != 0) mode |= FILE_SEQUENTIAL_ONLY;
  if ((file->Flags & FO_NO_INTERMEDIATE_BUFFERING) != 0) mode |= FILE_NO_INTERMEDIATE_BUFFERING;
  if ((file->Flags & FO_SYNCHRONOUS_IO) != 0) {
    mode |= (file->Flags & FO_ALERTABLE_IO) != 0 ? FILE_SYNCHRONOUS_IO_ALERT
                                                 : FILE_SYNCHRONOUS_IO_NONALERT;
  }
  return mode;
}

// What the I/O manager knows itself; 0: it asks the device.
ULONG own_answer(const FileReference& file, ULONG which, void* answer) {
  switch (which) {
    case FileAccessInformation:
      static_cast<FILE_ACCESS_INFORMATION*>(answer)->AccessFlags = file.granted();
      return sizeof(FILE_ACCESS_INFORMATION);
    case FileModeInformation:
      static_cast<FILE_MODE_INFORMATION*>(answer)->Mode = mode_of(file.get());
      return sizeof(FILE_MODE_INFORMATION);
    case FileAlignmentInformation:
      static_cast<FILE_ALIGNMENT_INFORMATION*>(answer)->AlignmentRequirement =
          IoGetRelatedDeviceObject(file.get())->AlignmentRequirement;
      return sizeof(FILE_ALIGNMENT_INFORMATION);
    case FilePositionInformation:
      if ((file->Flags & FO_SYNCHRONOUS_IO) == 0) return 0;
      static_cast<FILE_POSITION_INFORMATION*>(answer)->CurrentByteOffset = file->CurrentByteOffset;
      return sizeof(FILE_POSITION_INFORMATION);
    default:
      return 0;
  }
}

NTSTATUS give_own(PIO_STATUS_BLOCK iosb, PVOID buffer, const void* answer, ULONG bytes) {
  IO_STATUS_BLOCK result{};
  result.Information = bytes;
  return mm::guarded_copy(buffer, answer, bytes) && mm::guarded_copy(iosb, &result, sizeof result)
             ? STATUS_SUCCESS
             : STATUS_ACCESS_VIOLATION;
}

void fill_all(const FileReference& file, FileCall& call) {
  auto* const all = static_cast<FILE_ALL_INFORMATION*>(call.system_buffer);
  all->AccessInformation.AccessFlags = file.granted();
  all->ModeInformation.Mode = mode_of(file.get());
}

NTSTATUS query(HANDLE handle, PIO_STATUS_BLOCK iosb, UCHAR major, ULONG which, PVOID buffer,
               ULONG length) {
  FileCallRef call;
  NTSTATUS status = begin_call({handle, nullptr, nullptr, nullptr, iosb}, major, &call);
  if (!NT_SUCCESS(status)) return status;
  FileReference file;
  status = file.open(handle);
  if (!NT_SUCCESS(status)) return status;
  uint64_t own[2] = {};
  if (major == IRP_MJ_QUERY_INFORMATION) {
    const ULONG bytes = own_answer(file, which, own);
    if (bytes != 0) return give_own(iosb, buffer, own, bytes);
  }
  if (!mm::guarded_probe(buffer, length, true)) return STATUS_ACCESS_VIOLATION;
  call->system_buffer = copy_in(nullptr, 0, length);
  call->output = buffer;
  call->output_length = length;
  if (which == FileAllInformation && major == IRP_MJ_QUERY_INFORMATION) fill_all(file, *call);
  auto& parameters = call->request.parameters.Parameters.QueryFileInformation;
  parameters.Length = length;
  std::memcpy(&parameters.FileInformationClass, &which, sizeof which);
  parameters.InfoBuffer = call->system_buffer;
  return finish_call(std::move(call), false);
}

// ------------------------------------------------------------------ setting
NTSTATUS set_position(FileCall& call) {
  const LARGE_INTEGER at =
      static_cast<FILE_POSITION_INFORMATION*>(call.system_buffer)->CurrentByteOffset;
  if (at.QuadPart < 0) return STATUS_INVALID_PARAMETER;
  Volume* const volume = volume_or_null(call.file);
  if (volume != nullptr && (call.file->Flags & FO_NO_INTERMEDIATE_BUFFERING) != 0 &&
      at.QuadPart % volume->sector_size != 0) {
    return STATUS_INVALID_PARAMETER;
  }
  call.file->CurrentByteOffset = at;
  return STATUS_SUCCESS;
}

NTSTATUS set_mode(FileCall& call) {
  const ULONG mode = static_cast<FILE_MODE_INFORMATION*>(call.system_buffer)->Mode;
  constexpr ULONG kSynchronous = FILE_SYNCHRONOUS_IO_ALERT | FILE_SYNCHRONOUS_IO_NONALERT;
  const bool synchronous = (call.file->Flags & FO_SYNCHRONOUS_IO) != 0;
  if ((mode & ~static_cast<ULONG>(FILE_VALID_SET_FLAGS)) != 0 ||
      (mode & kSynchronous) == kSynchronous || ((mode & kSynchronous) != 0) != synchronous) {
    return STATUS_INVALID_PARAMETER;
  }
  ULONG flags = call.file->Flags &
                ~static_cast<ULONG>(FO_WRITE_THROUGH | FO_SEQUENTIAL_ONLY | FO_ALERTABLE_IO);
  if ((mode & FILE_WRITE_THROUGH) != 0) flags |= FO_WRITE_THROUGH;
  if ((mode & FILE_SEQUENTIAL_ONLY) != 0) flags |= FO_SEQUENTIAL_ONLY;
  if ((mode & FILE_SYNCHRONOUS_IO_ALERT) != 0) flags |= FO_ALERTABLE_IO;
  call.file->Flags = flags;
  return STATUS_SUCCESS;
}

bool names_a_target(ULONG which) {
  return which == FileRenameInformation || which == FileRenameInformationEx ||
         which == FileLinkInformation || which == FileLinkInformationEx;
}

// A rename or link to another directory: that directory is opened for the file system, with the
// name to be made as what the open names.
NTSTATUS open_target(FileCall& call, ULONG length, PFILE_OBJECT* directory) {
  *directory = nullptr;
  // Link information begins alike.
  auto* const info = static_cast<FILE_RENAME_INFORMATION*>(call.system_buffer);
  constexpr ULONG kName = offsetof(FILE_RENAME_INFORMATION, FileName);
  if (info->FileNameLength == 0 || (info->FileNameLength & 1) != 0 ||
      info->FileNameLength > 0xfffe || info->FileNameLength > length - kName) {
    return STATUS_INVALID_PARAMETER;
  }
  const bool absolute = info->FileName[0] == u'\\';
  if (!absolute && info->RootDirectory == nullptr) return STATUS_SUCCESS;
  UNICODE_STRING name{};
  name.Buffer = info->FileName;
  name.Length = name.MaximumLength = static_cast<USHORT>(info->FileNameLength);
  OBJECT_ATTRIBUTES attributes{};
  InitializeObjectAttributes(&attributes, &name, OBJ_KERNEL_HANDLE, info->RootDirectory, nullptr);
  OpenCall open;
  open.access = FILE_WRITE_DATA | SYNCHRONIZE;
  open.share = FILE_SHARE_READ | FILE_SHARE_WRITE;
  open.options = FILE_OPEN_FOR_BACKUP_INTENT;
  open.flags = IO_OPEN_TARGET_DIRECTORY | IO_FORCE_ACCESS_CHECK;
  IO_STATUS_BLOCK iosb{};
  PFILE_OBJECT opened = nullptr;
  const NTSTATUS status = open_file(open, attributes, &iosb, &opened);
  if (!NT_SUCCESS(status)) return status;
  if (volume_or_null(opened) != volume_or_null(call.file)) {
    ob::dereference(opened);
    return STATUS_NOT_SAME_DEVICE;
  }
  *directory = opened;
  return STATUS_SUCCESS;
}

NTSTATUS send_set(FileCallRef call, ULONG which, ULONG length) {
  PFILE_OBJECT directory = nullptr;
  auto& set = call->request.parameters.Parameters.SetFileInformation;
  if (names_a_target(which)) {
    const NTSTATUS status = open_target(*call, length, &directory);
    if (!NT_SUCCESS(status)) return status;
    set.ReplaceIfExists =
        static_cast<FILE_RENAME_INFORMATION*>(call->system_buffer)->ReplaceIfExists;
  }
  set.Length = length;
  std::memcpy(&set.FileInformationClass, &which, sizeof which);
  set.ParentOfTarget = directory;
  set.InfoBuffer = call->system_buffer;
  const NTSTATUS status = finish_call(std::move(call), false);
  if (directory != nullptr) {
    last_handle_closed(directory);
    ob::dereference(directory);
  }
  return status;
}

}  // namespace

NTSTATUS query_file(PFILE_OBJECT file, UCHAR major, ULONG which, PVOID buffer, ULONG length,
                    ULONG_PTR* information) {
  Request request;
  request.parameters.MajorFunction = major;
  request.parameters.IrpFlags = IRP_SYNCHRONOUS_API;
  request.parameters.TargetFileObject = file;
  request.mode = KernelMode;
  request.thread = current_requestor();
  auto& parameters = request.parameters.Parameters.QueryFileInformation;
  parameters.Length = length;
  std::memcpy(&parameters.FileInformationClass, &which, sizeof which);
  parameters.InfoBuffer = buffer;
  const NTSTATUS status = send_to_file_and_wait(request);
  if (information != nullptr) *information = request.status.Information;
  return status;
}

NTSTATUS set_file(PFILE_OBJECT file, ULONG which, const void* buffer, ULONG length) {
  auto call = std::make_unique<FileCall>();
  IO_STATUS_BLOCK iosb{};
  call->system_buffer = copy_in(buffer, length, 0);
  if (call->system_buffer == nullptr) return STATUS_ACCESS_VIOLATION;
  ob::reference(file);
  call->file = file;
  call->iosb = &iosb;
  call->thread = current_requestor();
  ob::reference(call->thread);
  call->request.parameters.MajorFunction = IRP_MJ_SET_INFORMATION;
  call->request.parameters.TargetFileObject = file;
  call->request.mode = KernelMode;
  call->request.thread = call->thread;
  return send_set(std::move(call), which, length);
}

}  // namespace flthost::io

using namespace flthost;
using namespace flthost::io;

namespace {

NTSTATUS check_length(ULONG least, ULONG length) {
  if (least == 0) return STATUS_INVALID_INFO_CLASS;
  return length < least ? STATUS_INFO_LENGTH_MISMATCH : STATUS_SUCCESS;
}
// An enumerator of a driver's may be out of range.
template <typename E>
ULONG raw(const E& value) {
  ULONG out = 0;
  std::memcpy(&out, &value, sizeof out);
  return out;
}

}  // namespace

__attribute__((no_sanitize("enum"))) NTSTATUS NTAPI
ZwQueryInformationFile(HANDLE FileHandle, PIO_STATUS_BLOCK IoStatusBlock, PVOID FileInformation,
                       ULONG Length, FILE_INFORMATION_CLASS FileInformationClass) {
  const ULONG which = raw(FileInformationClass);
  const NTSTATUS status = check_length(query_length(which), Length);
  if (!NT_SUCCESS(status)) return status;
  return query(FileHandle, IoStatusBlock, IRP_MJ_QUERY_INFORMATION, which, FileInformation, Length);
}

__attribute__((no_sanitize("enum"))) NTSTATUS NTAPI
ZwSetInformationFile(HANDLE FileHandle, PIO_STATUS_BLOCK IoStatusBlock, PVOID FileInformation,
                     ULONG Length, FILE_INFORMATION_CLASS FileInformationClass) {
  const ULONG which = raw(FileInformationClass);
  NTSTATUS status = check_length(set_length(which), Length);
  if (!NT_SUCCESS(status)) return status;
  FileCallRef call;
  status = begin_call({FileHandle, nullptr, nullptr, nullptr, IoStatusBlock},
                      IRP_MJ_SET_INFORMATION, &call);
  if (!NT_SUCCESS(status)) return status;
  call->system_buffer = copy_in(FileInformation, Length, 0);
  if (call->system_buffer == nullptr) return STATUS_ACCESS_VIOLATION;
  if (which != FilePositionInformation && which != FileModeInformation) {
    return send_set(std::move(call), which, Length);
  }
  IO_STATUS_BLOCK result{};
  result.Status = which == FileModeInformation ? set_mode(*call) : set_position(*call);
  if (!mm::guarded_copy(IoStatusBlock, &result, sizeof result)) return STATUS_ACCESS_VIOLATION;
  return result.Status;
}

__attribute__((no_sanitize("enum"))) NTSTATUS NTAPI
ZwQueryVolumeInformationFile(HANDLE FileHandle, PIO_STATUS_BLOCK IoStatusBlock, PVOID FsInformation,
                             ULONG Length, FS_INFORMATION_CLASS FsInformationClass) {
  const ULONG which = raw(FsInformationClass);
  const NTSTATUS status = check_length(query_volume_length(which), Length);
  if (!NT_SUCCESS(status)) return status;
  return query(FileHandle, IoStatusBlock, IRP_MJ_QUERY_VOLUME_INFORMATION, which, FsInformation,
               Length);
}

__attribute__((no_sanitize("enum"))) NTSTATUS NTAPI
ZwSetVolumeInformationFile(HANDLE FileHandle, PIO_STATUS_BLOCK IoStatusBlock, PVOID FsInformation,
                           ULONG Length, FS_INFORMATION_CLASS FsInformationClass) {
  const ULONG which = raw(FsInformationClass);
  NTSTATUS status = check_length(set_volume_length(which), Length);
  if (!NT_SUCCESS(status)) return status;
  FileCallRef call;
  status = begin_call({FileHandle, nullptr, nullptr, nullptr, IoStatusBlock},
                      IRP_MJ_SET_VOLUME_INFORMATION, &call);
  if (!NT_SUCCESS(status)) return status;
  call->system_buffer = copy_in(FsInformation, Length, 0);
  if (call->system_buffer == nullptr) return STATUS_ACCESS_VIOLATION;
  auto& set = call->request.parameters.Parameters.SetVolumeInformation;
  set.Length = Length;
  std::memcpy(&set.FsInformationClass, &which, sizeof which);
  set.VolumeBuffer = call->system_buffer;
  return finish_call(std::move(call), false);
}

__attribute__((no_sanitize("enum"))) NTSTATUS NTAPI IoQueryInformationByName(
    POBJECT_ATTRIBUTES ObjectAttributes, PIO_STATUS_BLOCK IoStatusBlock, PVOID FileInformation,
    ULONG Length, FILE_INFORMATION_CLASS FileInformationClass, ULONG Options,
    PIO_DRIVER_CREATE_CONTEXT DriverContext) {
  const ULONG which = raw(FileInformationClass);
  if (which != FileStatInformation && which != FileStatLxInformation &&
      which != FileStatBasicInformation && which != FileCaseSensitiveInformation) {
    return STATUS_INVALID_PARAMETER;
  }
  if (Length < query_length(which)) return STATUS_INFO_LENGTH_MISMATCH;
  OBJECT_ATTRIBUTES attributes{};
  if (!mm::guarded_copy(&attributes, ObjectAttributes, sizeof attributes)) {
    return STATUS_ACCESS_VIOLATION;
  }
  OpenCall open;
  open.access = FILE_READ_ATTRIBUTES;
  open.share = FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE;
  open.options = FILE_OPEN_REPARSE_POINT;
  open.flags = Options;
  if (DriverContext != nullptr) open.ecp_list = DriverContext->ExtraCreateParameter;
  IO_STATUS_BLOCK iosb{};
  PFILE_OBJECT file = nullptr;
  NTSTATUS status = open_file(open, attributes, &iosb, &file);
  if (!NT_SUCCESS(status)) return status;
  void* const answer = copy_in(nullptr, 0, Length);
  iosb = {};
  status = query_file(file, IRP_MJ_QUERY_INFORMATION, which, answer, Length, &iosb.Information);
  last_handle_closed(file);
  ob::dereference(file);
  iosb.Status = status;
  if (!NT_ERROR(status) &&
      !mm::guarded_copy(FileInformation, answer, std::min<size_t>(iosb.Information, Length))) {
    status = STATUS_ACCESS_VIOLATION;
  }
  ex::free(answer);
  static_cast<void>(mm::guarded_copy(IoStatusBlock, &iosb, sizeof iosb));
  return status;
}

NTSTATUS NTAPI ZwQueryInformationByName(POBJECT_ATTRIBUTES ObjectAttributes,
                                        PIO_STATUS_BLOCK IoStatusBlock, PVOID FileInformation,
                                        ULONG Length, FILE_INFORMATION_CLASS FileInformationClass) {
  return IoQueryInformationByName(ObjectAttributes, IoStatusBlock, FileInformation, Length,
                                  FileInformationClass, 0, nullptr);
}

NTSTATUS NTAPI ZwDeleteFile(POBJECT_ATTRIBUTES ObjectAttributes) {
  OBJECT_ATTRIBUTES attributes{};
  if (!mm::guarded_copy(&attributes, ObjectAttributes, sizeof attributes)) {
    return STATUS_ACCESS_VIOLATION;
  }
  OpenCall open;
  open.access = DELETE;
  open.share = FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE;
  open.options = FILE_DELETE_ON_CLOSE;
  IO_STATUS_BLOCK iosb{};
  PFILE_OBJECT file = nullptr;
  const NTSTATUS status = open_file(open, attributes, &iosb, &file);
  if (!NT_SUCCESS(status)) return status;
  last_handle_closed(file);
  ob::dereference(file);
  return STATUS_SUCCESS;
}

// ------------------------------------------------------------------ with a file object
__attribute__((no_sanitize("enum"))) NTSTATUS NTAPI
IoQueryFileInformation(PFILE_OBJECT FileObject, FILE_INFORMATION_CLASS FileInformationClass,
                       ULONG Length, PVOID FileInformation, PULONG ReturnedLength) {
  ULONG_PTR information = 0;
  const NTSTATUS status =
      query_file(FileObject, IRP_MJ_QUERY_INFORMATION, raw(FileInformationClass), FileInformation,
                 Length, &information);
  *ReturnedLength = static_cast<ULONG>(information);
  return status;
}

__attribute__((no_sanitize("enum"))) NTSTATUS NTAPI
IoQueryVolumeInformation(PFILE_OBJECT FileObject, FS_INFORMATION_CLASS FsInformationClass,
                         ULONG Length, PVOID FsInformation, PULONG ReturnedLength) {
  ULONG_PTR information = 0;
  const NTSTATUS status = query_file(FileObject, IRP_MJ_QUERY_VOLUME_INFORMATION,
                                     raw(FsInformationClass), FsInformation, Length, &information);
  *ReturnedLength = static_cast<ULONG>(information);
  return status;
}

__attribute__((no_sanitize("enum"))) NTSTATUS NTAPI
IoSetInformation(PFILE_OBJECT FileObject, FILE_INFORMATION_CLASS FileInformationClass, ULONG Length,
                 PVOID FileInformation) {
  return set_file(FileObject, raw(FileInformationClass), FileInformation, Length);
}

namespace flthost::io {

ke::ExportTable information_exports() {
  static const ke::Export rows[] = {
      FLTHOST_EXPORT(ZwQueryInformationFile),
      FLTHOST_EXPORT(ZwSetInformationFile),
      FLTHOST_EXPORT(ZwQueryVolumeInformationFile),
      FLTHOST_EXPORT(ZwSetVolumeInformationFile),
      FLTHOST_EXPORT(IoQueryInformationByName),
      FLTHOST_EXPORT(ZwQueryInformationByName),
      FLTHOST_EXPORT(ZwDeleteFile),
      FLTHOST_EXPORT(IoQueryFileInformation),
      FLTHOST_EXPORT(IoQueryVolumeInformation),
      FLTHOST_EXPORT(IoSetInformation),
  };
  return {rows, std::size(rows)};
}

}  // namespace flthost::io
