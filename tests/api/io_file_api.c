/* The same volume by file objects and IRPs: what a driver sends to devices itself. */
#include "files.h"

static void by_file_object(void) {
  HANDLE handle;
  PFILE_OBJECT file;
  FILE_STANDARD_INFORMATION standard;
  FILE_FS_SIZE_INFORMATION size;
  FILE_END_OF_FILE_INFORMATION end;
  ULONG length = 0;
  API_STATUS(create(VOLUME L"\\data.bin", RW, FILE_OPEN_IF, SYNC, &handle), STATUS_SUCCESS);
  API_STATUS(
      ObReferenceObjectByHandle(handle, 0, *IoFileObjectType, KernelMode, (PVOID*)&file, NULL),
      STATUS_SUCCESS);
  end.EndOfFile.QuadPart = 123;
  API_STATUS(IoSetInformation(file, FileEndOfFileInformation, sizeof(end), &end), STATUS_SUCCESS);
  API_STATUS(
      IoQueryFileInformation(file, FileStandardInformation, sizeof(standard), &standard, &length),
      STATUS_SUCCESS);
  API_EQUAL(standard.EndOfFile.QuadPart, 123);
  API_EQUAL(length, sizeof(standard));
  API_STATUS(IoQueryVolumeInformation(file, FileFsSizeInformation, sizeof(size), &size, &length),
             STATUS_SUCCESS);
  API_EQUAL(IoIsFileObjectIgnoringSharing(file), FALSE);
  API_STATUS(IoSetFileObjectIgnoreSharing(file), STATUS_SUCCESS);
  API_EQUAL(IoIsFileObjectIgnoringSharing(file), TRUE);
  API_EQUAL(IoCheckFileObjectOpenedAsCopySource(file), FALSE);
  API_EQUAL(IoCheckFileObjectOpenedAsCopyDestination(file), FALSE);
  API_CHECK(IoGetOplockKeyContextEx(file) == NULL);
  API_CHECK(IoGetTransactionParameterBlock(file) == NULL);
  API_STATUS(IoReplaceFileObjectName(file, L"\\other.txt", 20), STATUS_SUCCESS);
  API_EQUAL(file->FileName.Length, 20);
  API_STATUS(IoReplaceFileObjectName(file, L"\\data.bin", 18), STATUS_SUCCESS);
  API_STATUS(IoReplaceFileObjectName(file, NULL, 18), STATUS_INVALID_PARAMETER);
  ObDereferenceObject(file);
  ZwClose(handle);
}

static NTSTATUS NTAPI end_irp(PDEVICE_OBJECT device, PIRP irp, PVOID context) {
  (void)device;
  *irp->UserIosb = irp->IoStatus;
  KeSetEvent(context, IO_NO_INCREMENT, FALSE);
  return STATUS_MORE_PROCESSING_REQUIRED;
}

/* An IRP to the volume's device goes down the filter stack to the file system. */
static NTSTATUS ask(PDEVICE_OBJECT device, PFILE_OBJECT file, FILE_STANDARD_INFORMATION* answer) {
  KEVENT done;
  IO_STATUS_BLOCK result = {0};
  PIRP irp = IoAllocateIrp(device->StackSize, FALSE);
  PIO_STACK_LOCATION next = IoGetNextIrpStackLocation(irp);
  KeInitializeEvent(&done, NotificationEvent, FALSE);
  next->MajorFunction = IRP_MJ_QUERY_INFORMATION;
  next->FileObject = file;
  next->Parameters.QueryFile.Length = sizeof(*answer);
  next->Parameters.QueryFile.FileInformationClass = FileStandardInformation;
  irp->AssociatedIrp.SystemBuffer = answer;
  irp->UserIosb = &result;
  irp->RequestorMode = KernelMode;
  irp->Tail.Overlay.Thread = PsGetCurrentThread();
  irp->Tail.Overlay.OriginalFileObject = file;
  irp->Flags = IRP_SYNCHRONOUS_API;
  IoSetCompletionRoutine(irp, end_irp, &done, TRUE, TRUE, TRUE);
  IoCallDriver(device, irp);
  KeWaitForSingleObject(&done, Executive, KernelMode, FALSE, NULL);
  IoFreeIrp(irp);
  return result.Status;
}

static void irps_to_the_volume(void) {
  HANDLE handle;
  PFILE_OBJECT file;
  FILE_STANDARD_INFORMATION standard = {0};
  PDEVICE_OBJECT base;
  API_STATUS(create(VOLUME L"\\dir\\inner.txt", RW, FILE_OPEN, SYNC, &handle), STATUS_SUCCESS);
  API_STATUS(
      ObReferenceObjectByHandle(handle, 0, *IoFileObjectType, KernelMode, (PVOID*)&file, NULL),
      STATUS_SUCCESS);
  API_STATUS(ask(IoGetRelatedDeviceObject(file), file, &standard), STATUS_SUCCESS);
  API_EQUAL(standard.EndOfFile.QuadPart, 10000);
  RtlZeroMemory(&standard, sizeof(standard));
  base = IoGetBaseFileSystemDeviceObject(file);
  API_CHECK(base != IoGetRelatedDeviceObject(file));
  API_STATUS(ask(base, file, &standard), STATUS_SUCCESS);
  API_EQUAL(standard.EndOfFile.QuadPart, 10000);
  ObDereferenceObject(file);
  ZwClose(handle);
}

static NTSTATUS NTAPI free_read(PDEVICE_OBJECT device, PIRP irp, PVOID context) {
  (void)device;
  (void)irp;
  KeSetEvent(context, IO_NO_INCREMENT, FALSE);
  return STATUS_MORE_PROCESSING_REQUIRED;
}

static void non_cached_read_by_irp(void) {
  HANDLE handle;
  PFILE_OBJECT file;
  PDEVICE_OBJECT device;
  KEVENT done;
  PIRP irp;
  PIO_STACK_LOCATION next;
  UCHAR* page = ExAllocatePoolWithTag(NonPagedPoolNx, 4096, API_TAG);
  API_STATUS(create(VOLUME L"\\dir\\inner.txt", RW, FILE_OPEN, SYNC, &handle), STATUS_SUCCESS);
  API_STATUS(
      ObReferenceObjectByHandle(handle, 0, *IoFileObjectType, KernelMode, (PVOID*)&file, NULL),
      STATUS_SUCCESS);
  device = IoGetRelatedDeviceObject(file);
  KeInitializeEvent(&done, NotificationEvent, FALSE);
  irp = IoAllocateIrp(device->StackSize, FALSE);
  next = IoGetNextIrpStackLocation(irp);
  next->MajorFunction = IRP_MJ_READ;
  next->FileObject = file;
  next->Parameters.Read.Length = 4096;
  irp->UserBuffer = page;
  irp->Flags = IRP_NOCACHE | IRP_READ_OPERATION;
  irp->Tail.Overlay.Thread = PsGetCurrentThread();
  IoSetCompletionRoutine(irp, free_read, &done, TRUE, TRUE, TRUE);
  API_STATUS(IoCallDriver(device, irp), STATUS_PENDING);
  KeWaitForSingleObject(&done, Executive, KernelMode, FALSE, NULL);
  API_STATUS(irp->IoStatus.Status, STATUS_SUCCESS);
  API_EQUAL(irp->IoStatus.Information, 4096);
  API_EQUAL(page[4095], 'i');
  IoFreeIrp(irp);
  ExFreePoolWithTag(page, API_TAG);
  ObDereferenceObject(file);
  ZwClose(handle);
}

static void create_with_hint(void) {
  HANDLE handle = NULL;
  PFILE_OBJECT file;
  UNICODE_STRING string;
  OBJECT_ATTRIBUTES attributes;
  PDEVICE_OBJECT volume, base, stranger;
  IO_DRIVER_CREATE_CONTEXT context;
  API_STATUS(FltGetDeviceObject(ApiVolume, &volume), STATUS_SUCCESS);
  base = IoGetDeviceAttachmentBaseRef(volume);
  API_CHECK(base != volume);
  name_it(&attributes, &string, VOLUME L"\\hello.txt", NULL);
  API_STATUS(IoCreateFile(&handle, RW, &attributes, &iosb, NULL, 0, SHARE_ALL, FILE_OPEN, SYNC,
                          NULL, 0, CreateFileTypeNone, NULL, IO_NO_PARAMETER_CHECKING),
             STATUS_SUCCESS);
  ZwClose(handle);
  API_STATUS(IoCreateFileSpecifyDeviceObjectHint(&handle, RW, &attributes, &iosb, NULL, 0,
                                                 SHARE_ALL, FILE_OPEN, SYNC, NULL, 0,
                                                 CreateFileTypeNone, NULL, 0, base),
             STATUS_SUCCESS);
  API_STATUS(
      ObReferenceObjectByHandle(handle, 0, *IoFileObjectType, KernelMode, (PVOID*)&file, NULL),
      STATUS_SUCCESS);
  API_CHECK(IoGetRelatedDeviceObject(file) == base);
  ObDereferenceObject(file);
  ZwClose(handle);
  API_STATUS(IoCreateDevice(ApiDriver, 0, NULL, FILE_DEVICE_UNKNOWN, 0, FALSE, &stranger),
             STATUS_SUCCESS);
  API_STATUS(IoCreateFileSpecifyDeviceObjectHint(&handle, RW, &attributes, &iosb, NULL, 0,
                                                 SHARE_ALL, FILE_OPEN, SYNC, NULL, 0,
                                                 CreateFileTypeNone, NULL, 0, stranger),
             STATUS_INVALID_DEVICE_OBJECT_PARAMETER);
  IoInitializeDriverCreateContext(&context);
  context.DeviceObjectHint = stranger;
  API_STATUS(IoCreateFileEx(&handle, RW, &attributes, &iosb, NULL, 0, SHARE_ALL, FILE_OPEN, SYNC,
                            NULL, 0, CreateFileTypeNone, NULL, 0, &context),
             STATUS_INVALID_DEVICE_OBJECT_PARAMETER);
  IoDeleteDevice(stranger);
  name_it(&attributes, &string, L"no\\path", NULL);
  IoInitializeDriverCreateContext(&context);
  API_STATUS(IoCreateFileEx(&handle, RW, &attributes, &iosb, NULL, 0, SHARE_ALL, FILE_OPEN, SYNC,
                            NULL, 0, CreateFileTypeNone, NULL, 0, &context),
             STATUS_OBJECT_PATH_SYNTAX_BAD);
  ObDereferenceObject(base);
  ObDereferenceObject(volume);
}

/* ---------------------------------------------------------------- the rest */
const API_TEST ApiTests[] = {
    {"IoQueryFileInformation_AsksByFileObject", by_file_object},
    {"IoCallDriver_ReachesTheFileSystem_ThroughTheVolumesDevices", irps_to_the_volume},
    {"IoCallDriver_PendsANonCachedRead", non_cached_read_by_irp},
    {"IoCreateFileSpecifyDeviceObjectHint_OpensBelow", create_with_hint},
    {NULL, NULL},
};
