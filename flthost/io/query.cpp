// What drivers ask of IRPs, file objects and devices.
#include <flthost/boundary/boundary.h>
#include <flthost/ex/ex.h>
#include <flthost/io/legacy.h>
#include <flthost/ke/dispatcher.h>
#include <flthost/mm/mm.h>
#include <flthost/ob/ob.h>
#include <flthost/ps/ps.h>

#include <cstring>

using namespace flthost;
using namespace flthost::io;

// ------------------------------------------------------------------ devices of a file
PDEVICE_OBJECT NTAPI IoGetRelatedDeviceObject(PFILE_OBJECT FileObject) {
  if (const PDEVICE_OBJECT hint = device_hint(FileObject); hint != nullptr) return hint;
  if (Volume* const volume = volume_or_null(FileObject); volume != nullptr) {
    return volume->device_object;
  }
  return top_of(FileObject->DeviceObject);
}

PDEVICE_OBJECT NTAPI IoGetBaseFileSystemDeviceObject(PFILE_OBJECT FileObject) {
  if (Volume* const volume = volume_or_null(FileObject); volume != nullptr) {
    return volume->fs_device;
  }
  return FileObject->DeviceObject;
}

NTSTATUS NTAPI IoGetDiskDeviceObject(PDEVICE_OBJECT FileSystemDeviceObject,
                                     PDEVICE_OBJECT* DiskDeviceObject) {
  *DiskDeviceObject = nullptr;
  Volume* const volume = host_device(FileSystemDeviceObject).volume;
  if (volume == nullptr || FileSystemDeviceObject == volume->disk_device) {
    return STATUS_INVALID_PARAMETER;
  }
  ob::reference(volume->disk_device);
  *DiskDeviceObject = volume->disk_device;
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI IoVolumeDeviceToDosName(PVOID VolumeDeviceObject, PUNICODE_STRING DosName) {
  *DosName = {};
  if (!is_device(VolumeDeviceObject)) return STATUS_INVALID_PARAMETER;
  Volume* const volume = host_device(static_cast<PDEVICE_OBJECT>(VolumeDeviceObject)).volume;
  if (volume == nullptr || volume->dos_name.empty()) return STATUS_INVALID_PARAMETER;
  const size_t bytes = volume->dos_name.size() * sizeof(WCHAR);
  // The caller frees it with ExFreePool.
  DosName->Buffer =
      static_cast<PWCH>(ExAllocatePoolWithTag(PagedPool, bytes + sizeof(WCHAR), kDeviceTag));
  if (DosName->Buffer == nullptr) return STATUS_INSUFFICIENT_RESOURCES;
  std::memcpy(DosName->Buffer, volume->dos_name.c_str(), bytes + sizeof(WCHAR));
  DosName->Length = static_cast<USHORT>(bytes);
  DosName->MaximumLength = static_cast<USHORT>(bytes + sizeof(WCHAR));
  return STATUS_SUCCESS;
}

// Devices here are nobody's physical devices: no bus has enumerated them.
__attribute__((no_sanitize("enum"))) NTSTATUS NTAPI IoGetDeviceProperty(
    PDEVICE_OBJECT, DEVICE_REGISTRY_PROPERTY DeviceProperty, ULONG, PVOID, PULONG ResultLength) {
  ULONG which = 0;
  std::memcpy(&which, &DeviceProperty, sizeof which);
  *ResultLength = 0;
  return which > DevicePropertyContainerID ? STATUS_INVALID_PARAMETER_2
                                           : STATUS_INVALID_DEVICE_REQUEST;
}

namespace {

struct VpbLock {
  KSPIN_LOCK lock = 0;
};
VpbLock& vpb_lock() {
  static VpbLock lock;
  return lock;
}

}  // namespace

VOID NTAPI IoAcquireVpbSpinLock(PKIRQL Irql) {
  *Irql = ke::current_irql();
  if (*Irql < DISPATCH_LEVEL) ke::raise_irql(DISPATCH_LEVEL);
  ke::acquire_spin_lock(&vpb_lock().lock);
}

VOID NTAPI IoReleaseVpbSpinLock(KIRQL Irql) {
  ke::release_spin_lock(&vpb_lock().lock);
  if (Irql < ke::current_irql()) ke::lower_irql(Irql);
}

// ------------------------------------------------------------------ who asked
PEPROCESS NTAPI IoGetRequestorProcess(PIRP Irp) {
  const PETHREAD thread = Irp->Tail.Overlay.Thread;
  return thread != nullptr ? ps::thread_process(thread) : nullptr;
}

ULONG NTAPI IoGetRequestorProcessId(PIRP Irp) {
  const PEPROCESS process = IoGetRequestorProcess(Irp);
  return process != nullptr ? ps::process_id(process) : 0;
}

// All Linux processes share session 0.
NTSTATUS NTAPI IoGetRequestorSessionId(PIRP Irp, PULONG pSessionId) {
  if (Irp->Tail.Overlay.Thread == nullptr) {
    *pSessionId = ~0U;
    return STATUS_UNSUCCESSFUL;
  }
  *pSessionId = 0;
  return STATUS_SUCCESS;
}

BOOLEAN NTAPI IoIs32bitProcess(PIRP) {
  return FALSE;
}

BOOLEAN NTAPI FsRtlIs32BitProcess(PEPROCESS) {
  return FALSE;
}

BOOLEAN NTAPI IoIsOperationSynchronous(PIRP Irp) {
  if ((Irp->Flags & IRP_PAGING_IO) != 0) {
    return (Irp->Flags & IRP_SYNCHRONOUS_PAGING_IO) != 0 ? TRUE : FALSE;
  }
  if ((Irp->Flags & IRP_SYNCHRONOUS_API) != 0) return TRUE;
  const PFILE_OBJECT file = IoGetCurrentIrpStackLocation(Irp)->FileObject;
  return file != nullptr && (file->Flags & FO_SYNCHRONOUS_IO) != 0 ? TRUE : FALSE;
}

ULONG NTAPI IoIsValidIrpStatus(NTSTATUS Status) {
  constexpr uint32_t kReserved = 0x10000000;  // bit 28 of every NTSTATUS is 0
  const auto bits = static_cast<uint32_t>(Status);
  return Status != STATUS_PENDING && bits != 0xffffffff && (bits & kReserved) == 0 ? TRUE : FALSE;
}

// ------------------------------------------------------------------ access
NTSTATUS NTAPI IoCheckDesiredAccess(PACCESS_MASK DesiredAccess, ACCESS_MASK GrantedAccess) {
  RtlMapGenericMask(DesiredAccess, IoGetFileObjectGenericMapping());
  return (*DesiredAccess & ~GrantedAccess) == 0 ? STATUS_SUCCESS : STATUS_ACCESS_DENIED;
}

NTSTATUS NTAPI IoValidateDeviceIoControlAccess(PIRP Irp, ULONG RequiredAccess) {
  const PIO_STACK_LOCATION location = IoGetCurrentIrpStackLocation(Irp);
  if ((RequiredAccess & ~static_cast<ULONG>(FILE_READ_ACCESS | FILE_WRITE_ACCESS)) != 0 ||
      (location->MajorFunction != IRP_MJ_DEVICE_CONTROL &&
       location->MajorFunction != IRP_MJ_FILE_SYSTEM_CONTROL)) {
    return STATUS_INVALID_PARAMETER;
  }
  if (Irp->RequestorMode == KernelMode) return STATUS_SUCCESS;
  const PFILE_OBJECT file = location->FileObject;
  const bool read = (RequiredAccess & FILE_READ_ACCESS) == 0 || file->ReadAccess != FALSE;
  const bool write = (RequiredAccess & FILE_WRITE_ACCESS) == 0 || file->WriteAccess != FALSE;
  return read && write ? STATUS_SUCCESS : STATUS_ACCESS_DENIED;
}

NTSTATUS NTAPI IoSetFileObjectIgnoreSharing(PFILE_OBJECT FileObject) {
  file_flags(FileObject) |= kIgnoresSharing;
  return STATUS_SUCCESS;
}

BOOLEAN NTAPI IoIsFileObjectIgnoringSharing(PFILE_OBJECT FileObject) {
  return (file_flags(FileObject) & kIgnoresSharing) != 0 ? TRUE : FALSE;
}

// Nobody opens files as ends of a kernel's copy here.
BOOLEAN NTAPI IoCheckFileObjectOpenedAsCopySource(PFILE_OBJECT) {
  return FALSE;
}
BOOLEAN NTAPI IoCheckFileObjectOpenedAsCopyDestination(PFILE_OBJECT) {
  return FALSE;
}

// Opens here have no oplock key, and no transaction.
POPLOCK_KEY_CONTEXT NTAPI IoGetOplockKeyContextEx(PFILE_OBJECT) {
  return nullptr;
}
PTXN_PARAMETER_BLOCK NTAPI IoGetTransactionParameterBlock(PFILE_OBJECT) {
  return nullptr;
}

// ------------------------------------------------------------------ priorities
// NT keeps the hint in the IRP's flags, plus one, so that zero is none.
namespace {
constexpr ULONG kPriorityShift = 17, kPriorityMask = 7U << kPriorityShift;
}  // namespace

IO_PRIORITY_HINT NTAPI IoGetIoPriorityHint(PIRP Irp) {
  const ULONG stored = (Irp->Flags & kPriorityMask) >> kPriorityShift;
  return stored == 0 ? IoPriorityNormal : static_cast<IO_PRIORITY_HINT>(stored - 1);
}

__attribute__((no_sanitize("enum"))) NTSTATUS NTAPI
IoSetIoPriorityHint(PIRP Irp, IO_PRIORITY_HINT PriorityHint) {
  ULONG hint = 0;
  std::memcpy(&hint, &PriorityHint, sizeof hint);
  if (hint >= MaxIoPriorityTypes) return STATUS_INVALID_PARAMETER;
  Irp->Flags = (Irp->Flags & ~kPriorityMask) | (hint + 1) << kPriorityShift;
  return STATUS_SUCCESS;
}

IO_PAGING_PRIORITY NTAPI IoGetPagingIoPriority(PIRP Irp) {
  return (Irp->Flags & IRP_PAGING_IO) != 0 ? IoPagingPriorityNormal : IoPagingPriorityInvalid;
}

NTSTATUS NTAPI IoRetrievePriorityInfo(PIRP Irp, PFILE_OBJECT, PETHREAD Thread,
                                      PIO_PRIORITY_INFO PriorityInfo) {
  if (PriorityInfo->Size != sizeof(IO_PRIORITY_INFO)) return STATUS_INVALID_PARAMETER;
  constexpr ULONG kPagePriorityNormal = 5;
  PriorityInfo->ThreadPriority =
      Thread != nullptr
          ? static_cast<ULONG>(KeQueryPriorityThread(reinterpret_cast<PRKTHREAD>(Thread)))
          : 0xffff;
  PriorityInfo->PagePriority = kPagePriorityNormal;
  PriorityInfo->IoPriority = Irp != nullptr ? IoGetIoPriorityHint(Irp) : IoPriorityNormal;
  return STATUS_SUCCESS;
}

// ------------------------------------------------------------------ names and stacks
NTSTATUS NTAPI IoReplaceFileObjectName(PFILE_OBJECT FileObject, PWSTR NewFileName,
                                       USHORT FileNameLength) {
  if (FileObject == nullptr || NewFileName == nullptr || FileNameLength == 0 ||
      (FileNameLength & 1) != 0) {
    return STATUS_INVALID_PARAMETER;
  }
  UNICODE_STRING& name = FileObject->FileName;
  PWCH buffer = name.Buffer;
  if (buffer == nullptr || name.MaximumLength < FileNameLength) {
    buffer = static_cast<PWCH>(ex::allocate_zeroed(FileNameLength, kDeviceTag));
  }
  if (!mm::guarded_copy(buffer, NewFileName, FileNameLength)) {
    if (buffer != name.Buffer) ex::free(buffer);
    return STATUS_INVALID_PARAMETER;
  }
  if (buffer != name.Buffer) {
    if (name.Buffer != nullptr) ex::free(name.Buffer);
    name.Buffer = buffer;
    name.MaximumLength = FileNameLength;
  }
  name.Length = FileNameLength;
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI IoQueryFullDriverPath(PDRIVER_OBJECT DriverObject, PUNICODE_STRING FullPath) {
  *FullPath = {};
  const boundary::Module* const caller = boundary::calling_module();
  if (caller == nullptr || caller->driver_object != DriverObject) return STATUS_ACCESS_DENIED;
  if (caller->path.empty()) return STATUS_NOT_FOUND;
  std::u16string path = u"\\??\\";
  for (const char c : caller->path) path += static_cast<char16_t>(static_cast<unsigned char>(c));
  const size_t bytes = path.size() * sizeof(WCHAR);
  if (bytes > 0xfffc) return STATUS_INSUFFICIENT_RESOURCES;
  // The caller frees it with ExFreePool.
  FullPath->Buffer =
      static_cast<PWCH>(ExAllocatePoolWithTag(PagedPool, bytes + sizeof(WCHAR), kDeviceTag));
  if (FullPath->Buffer == nullptr) return STATUS_INSUFFICIENT_RESOURCES;
  std::memcpy(FullPath->Buffer, path.c_str(), bytes + sizeof(WCHAR));
  FullPath->Length = static_cast<USHORT>(bytes);
  FullPath->MaximumLength = static_cast<USHORT>(bytes + sizeof(WCHAR));
  return STATUS_SUCCESS;
}

LOGICAL NTAPI IoWithinStackLimits(ULONG_PTR RegionStart, SIZE_T RegionSize) {
  ULONG_PTR low = 0;
  ULONG_PTR high = 0;
  IoGetStackLimits(&low, &high);
  return RegionStart >= low && RegionStart <= high && RegionSize <= high - RegionStart ? TRUE
                                                                                       : FALSE;
}

// ------------------------------------------------------------------ file objects without a name
namespace {

NTSTATUS make_stream_file(PFILE_OBJECT file, PDEVICE_OBJECT device, PFILE_OBJECT* result) {
  *result = nullptr;
  if (file == nullptr && device == nullptr) return STATUS_INVALID_PARAMETER;
  Volume* const volume = file != nullptr ? volume_or_null(file) : host_device(device).volume;
  PFILE_OBJECT made = nullptr;
  if (volume != nullptr) {
    made = create_file_object(*volume, {});
  } else {
    const PDEVICE_OBJECT of = file != nullptr ? file->DeviceObject : device;
    const NTSTATUS status = add_open(of);
    if (!NT_SUCCESS(status)) return status;
    made = create_device_file(of, {});
  }
  made->Flags |= FO_STREAM_FILE;
  file_flags(made) |= kStreamFile;
  *result = made;
  return STATUS_SUCCESS;
}

NTSTATUS make_stream_file(PFILE_OBJECT file, PDEVICE_OBJECT device, PFILE_OBJECT* result,
                          PHANDLE handle) {
  const NTSTATUS status = make_stream_file(file, device, result);
  if (!NT_SUCCESS(status)) return status;
  set_opened(*result, nullptr);
  (*result)->Flags |= FO_HANDLE_CREATED;
  if (handle == nullptr) {
    // As if its handle had been closed again: cleanup is over, close comes with the last reference.
    last_handle_closed(*result);
    return STATUS_SUCCESS;
  }
  return ob::open_handle(*result, FILE_READ_DATA, OBJ_KERNEL_HANDLE, handle);
}

}  // namespace

PFILE_OBJECT NTAPI IoCreateStreamFileObjectEx(PFILE_OBJECT FileObject, PDEVICE_OBJECT DeviceObject,
                                              PHANDLE FileHandle) {
  if (FileHandle != nullptr) *FileHandle = nullptr;
  PFILE_OBJECT made = nullptr;
  const NTSTATUS status = make_stream_file(FileObject, DeviceObject, &made, FileHandle);
  if (!NT_SUCCESS(status)) boundary::raise_status(status);
  return made;
}

PFILE_OBJECT NTAPI IoCreateStreamFileObject(PFILE_OBJECT FileObject, PDEVICE_OBJECT DeviceObject) {
  return IoCreateStreamFileObjectEx(FileObject, DeviceObject, nullptr);
}

NTSTATUS NTAPI IoCreateStreamFileObjectEx2(PIO_CREATE_STREAM_FILE_OPTIONS CreateOptions,
                                           PFILE_OBJECT FileObject, PDEVICE_OBJECT DeviceObject,
                                           PFILE_OBJECT* StreamFileObject, PHANDLE FileHandle) {
  *StreamFileObject = nullptr;
  if (FileHandle != nullptr) *FileHandle = nullptr;
  if (CreateOptions == nullptr || CreateOptions->Size < sizeof(IO_CREATE_STREAM_FILE_OPTIONS)) {
    return STATUS_INVALID_PARAMETER;
  }
  const NTSTATUS status = make_stream_file(FileObject, DeviceObject, StreamFileObject, FileHandle);
  if (NT_SUCCESS(status) && CreateOptions->TargetDeviceObject != nullptr) {
    set_device_hint(*StreamFileObject, CreateOptions->TargetDeviceObject);
  }
  return status;
}

PFILE_OBJECT NTAPI IoCreateStreamFileObjectLite(PFILE_OBJECT FileObject,
                                                PDEVICE_OBJECT DeviceObject) {
  PFILE_OBJECT made = nullptr;
  const NTSTATUS status = make_stream_file(FileObject, DeviceObject, &made);
  if (!NT_SUCCESS(status)) boundary::raise_status(status);
  made->Flags |= FO_CLEANUP_COMPLETE;
  set_opened(made, nullptr);
  return made;
}

VOID NTAPI IoCancelFileOpen(PDEVICE_OBJECT DeviceObject, PFILE_OBJECT FileObject) {
  if ((FileObject->Flags & FO_HANDLE_CREATED) != 0) {
    io_violation(
        0x0F, DeviceObject, 0, reinterpret_cast<uint64_t>(FileObject),
        "IoCancelFileOpen for a file object that has a handle; it may only be called while "
        "the create is being completed.");
  }
  FileObject->Flags |= FO_FILE_OPEN_CANCELLED;
  for (const UCHAR major : {UCHAR{IRP_MJ_CLEANUP}, UCHAR{IRP_MJ_CLOSE}}) {
    Request request;
    request.parameters.MajorFunction = major;
    request.parameters.IrpFlags = IRP_SYNCHRONOUS_API;
    request.parameters.TargetFileObject = FileObject;
    request.mode = KernelMode;
    request.thread = current_requestor();
    request.below_filters = host_device(DeviceObject).below_filters;
    send_to_file_and_wait(request);
  }
  forget_opened(FileObject);
}

namespace flthost::io {

ke::ExportTable query_exports() {
  static const ke::Export rows[] = {
      FLTHOST_EXPORT(IoGetRelatedDeviceObject),
      FLTHOST_EXPORT(IoGetBaseFileSystemDeviceObject),
      FLTHOST_EXPORT(IoGetDiskDeviceObject),
      FLTHOST_EXPORT(IoVolumeDeviceToDosName),
      ke::export_row("RtlVolumeDeviceToDosName", IoVolumeDeviceToDosName),
      FLTHOST_EXPORT(IoGetDeviceProperty),
      FLTHOST_EXPORT(IoAcquireVpbSpinLock),
      FLTHOST_EXPORT(IoReleaseVpbSpinLock),
      FLTHOST_EXPORT(IoGetRequestorProcess),
      FLTHOST_EXPORT(IoGetRequestorProcessId),
      FLTHOST_EXPORT(IoGetRequestorSessionId),
      FLTHOST_EXPORT(IoIs32bitProcess),
      FLTHOST_EXPORT(FsRtlIs32BitProcess),
      FLTHOST_EXPORT(IoIsOperationSynchronous),
      FLTHOST_EXPORT(IoIsValidIrpStatus),
      FLTHOST_EXPORT(IoCheckDesiredAccess),
      FLTHOST_EXPORT(IoValidateDeviceIoControlAccess),
      FLTHOST_EXPORT(IoSetFileObjectIgnoreSharing),
      FLTHOST_EXPORT(IoIsFileObjectIgnoringSharing),
      FLTHOST_EXPORT(IoCheckFileObjectOpenedAsCopySource),
      FLTHOST_EXPORT(IoCheckFileObjectOpenedAsCopyDestination),
      FLTHOST_EXPORT(IoGetOplockKeyContextEx),
      FLTHOST_EXPORT(IoGetTransactionParameterBlock),
      FLTHOST_EXPORT(IoGetIoPriorityHint),
      FLTHOST_EXPORT(IoSetIoPriorityHint),
      FLTHOST_EXPORT(IoGetPagingIoPriority),
      FLTHOST_EXPORT(IoRetrievePriorityInfo),
      FLTHOST_EXPORT(IoReplaceFileObjectName),
      FLTHOST_EXPORT(IoQueryFullDriverPath),
      FLTHOST_EXPORT(IoWithinStackLimits),
      FLTHOST_EXPORT(IoCreateStreamFileObject),
      FLTHOST_EXPORT(IoCreateStreamFileObjectEx),
      FLTHOST_EXPORT(IoCreateStreamFileObjectEx2),
      FLTHOST_EXPORT(IoCreateStreamFileObjectLite),
      FLTHOST_EXPORT(IoCancelFileOpen),
  };
  return {rows, std::size(rows)};
}

}  // namespace flthost::io
