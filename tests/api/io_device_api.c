/* Devices of a driver: made, named, linked, opened, controlled, stacked and deleted. */
#include "api.h"

#define DEVICE_NAME L"\\Device\\ApiControl"
#define LINK_NAME L"\\DosDevices\\ApiControl"
#define CODE(function, method) CTL_CODE(FILE_DEVICE_UNKNOWN, function, method, FILE_ANY_ACCESS)
#define CODE_DOUBLE CODE(0x801, METHOD_BUFFERED)
#define CODE_IN CODE(0x802, METHOD_IN_DIRECT)
#define CODE_OUT CODE(0x803, METHOD_OUT_DIRECT)
#define CODE_NEITHER CODE(0x804, METHOD_NEITHER)
#define CODE_PEND CODE(0x805, METHOD_BUFFERED)
#define CODE_ACCESS CODE(0x806, METHOD_BUFFERED)
#define CODE_PROCESS CODE(0x807, METHOD_BUFFERED)

static PDEVICE_OBJECT control;
static ULONG creates, cleanups, closes, shutdowns;
static PIRP pended;
static UCHAR stored[64];

static NTSTATUS finish(PIRP irp, NTSTATUS status, ULONG_PTR information) {
  irp->IoStatus.Status = status;
  irp->IoStatus.Information = information;
  IoCompleteRequest(irp, IO_NO_INCREMENT);
  return status;
}

static NTSTATUS NTAPI on_create(PDEVICE_OBJECT device, PIRP irp) {
  (void)device;
  switch (IoGetCurrentIrpStackLocation(irp)->MajorFunction) {
    case IRP_MJ_CREATE:
      ++creates;
      break;
    case IRP_MJ_CLEANUP:
      ++cleanups;
      break;
    case IRP_MJ_CLOSE:
      ++closes;
      break;
    default:
      ++shutdowns;
      break;
  }
  return finish(irp, STATUS_SUCCESS, 0);
}

static VOID NTAPI on_cancel(PDEVICE_OBJECT device, PIRP irp) {
  (void)device;
  pended = NULL;
  IoReleaseCancelSpinLock(irp->CancelIrql);
  finish(irp, STATUS_CANCELLED, 0);
}

static NTSTATUS pend(PIRP irp) {
  KIRQL irql;
  IoAcquireCancelSpinLock(&irql);
  API_EQUAL(KeGetCurrentIrql(), DISPATCH_LEVEL);
  IoMarkIrpPending(irp);
  IoSetCancelRoutine(irp, on_cancel);
  pended = irp;
  IoReleaseCancelSpinLock(irql);
  return STATUS_PENDING;
}

static NTSTATUS control_direct(PIRP irp, PIO_STACK_LOCATION at, BOOLEAN out) {
  UCHAR* mapped;
  const ULONG length = at->Parameters.DeviceIoControl.OutputBufferLength;
  const ULONG input = at->Parameters.DeviceIoControl.InputBufferLength;
  if (irp->MdlAddress == NULL) return finish(irp, STATUS_INVALID_PARAMETER, 0);
  mapped = MmGetSystemAddressForMdlSafe(irp->MdlAddress, NormalPagePriority);
  if (out) {
    RtlFillMemory(mapped, length, ((UCHAR*)irp->AssociatedIrp.SystemBuffer)[0]);
    return finish(irp, STATUS_SUCCESS, length);
  }
  RtlCopyMemory(stored, mapped, min(length, sizeof(stored)));
  stored[0] ^= ((UCHAR*)irp->AssociatedIrp.SystemBuffer)[input - 1];
  return finish(irp, STATUS_SUCCESS, 0);
}

static NTSTATUS NTAPI on_control(PDEVICE_OBJECT device, PIRP irp) {
  PIO_STACK_LOCATION at = IoGetCurrentIrpStackLocation(irp);
  ULONG* buffer = irp->AssociatedIrp.SystemBuffer;
  (void)device;
  switch (at->Parameters.DeviceIoControl.IoControlCode) {
    case CODE_DOUBLE:
      if (at->Parameters.DeviceIoControl.InputBufferLength < sizeof(ULONG) ||
          at->Parameters.DeviceIoControl.OutputBufferLength < sizeof(ULONG)) {
        return finish(irp, STATUS_BUFFER_TOO_SMALL, 0);
      }
      buffer[0] *= 2;
      return finish(irp, STATUS_SUCCESS, sizeof(ULONG));
    case CODE_IN:
      return control_direct(irp, at, FALSE);
    case CODE_OUT:
      return control_direct(irp, at, TRUE);
    case CODE_NEITHER:
      *(ULONG*)irp->UserBuffer = *(ULONG*)at->Parameters.DeviceIoControl.Type3InputBuffer + 1;
      return finish(irp, STATUS_SUCCESS, sizeof(ULONG));
    case CODE_PEND:
      return pend(irp);
    case CODE_ACCESS:
      API_STATUS(IoValidateDeviceIoControlAccess(irp, FILE_READ_ACCESS), STATUS_SUCCESS);
      API_STATUS(IoValidateDeviceIoControlAccess(irp, 0x10), STATUS_INVALID_PARAMETER);
      return finish(irp, STATUS_SUCCESS, 0);
    case CODE_PROCESS: {
      ULONG session = 77;
      API_CHECK(IoGetRequestorProcess(irp) == PsInitialSystemProcess);
      API_EQUAL(IoGetRequestorProcessId(irp), (ULONG)(ULONG_PTR)PsGetCurrentProcessId());
      API_STATUS(IoGetRequestorSessionId(irp, &session), STATUS_SUCCESS);
      API_EQUAL(session, 0);
      API_EQUAL(IoIs32bitProcess(irp), FALSE);
      API_EQUAL(IoIsOperationSynchronous(irp), TRUE);
      return finish(irp, STATUS_SUCCESS, 0);
    }
    default:
      return finish(irp, STATUS_INVALID_DEVICE_REQUEST, 0);
  }
}

static NTSTATUS NTAPI on_transfer(PDEVICE_OBJECT device, PIRP irp) {
  PIO_STACK_LOCATION at = IoGetCurrentIrpStackLocation(irp);
  ULONG length = min(at->Parameters.Read.Length, (ULONG)sizeof(stored));
  API_CHECK((device->Flags & DO_BUFFERED_IO) != 0);
  if (at->MajorFunction == IRP_MJ_READ) {
    RtlCopyMemory(irp->AssociatedIrp.SystemBuffer, stored, length);
  } else {
    RtlCopyMemory(stored, irp->AssociatedIrp.SystemBuffer, length);
  }
  return finish(irp, STATUS_SUCCESS, length);
}

static void set_up_dispatch(void) {
  ApiDriver->MajorFunction[IRP_MJ_CREATE] = on_create;
  ApiDriver->MajorFunction[IRP_MJ_CLEANUP] = on_create;
  ApiDriver->MajorFunction[IRP_MJ_CLOSE] = on_create;
  ApiDriver->MajorFunction[IRP_MJ_SHUTDOWN] = on_create;
  ApiDriver->MajorFunction[IRP_MJ_DEVICE_CONTROL] = on_control;
  ApiDriver->MajorFunction[IRP_MJ_READ] = on_transfer;
  ApiDriver->MajorFunction[IRP_MJ_WRITE] = on_transfer;
}

static NTSTATUS open_by_name(PCWSTR name, ULONG options, PHANDLE handle) {
  UNICODE_STRING string;
  OBJECT_ATTRIBUTES attributes;
  IO_STATUS_BLOCK iosb;
  RtlInitUnicodeString(&string, name);
  InitializeObjectAttributes(&attributes, &string, OBJ_KERNEL_HANDLE, NULL, NULL);
  *handle = NULL;
  return ZwCreateFile(handle, GENERIC_READ | GENERIC_WRITE | SYNCHRONIZE, &attributes, &iosb, NULL,
                      FILE_ATTRIBUTE_NORMAL, 0, FILE_OPEN, options, NULL, 0);
}

/* ---------------------------------------------------------------- making and deleting */
static void create_device(void) {
  UNICODE_STRING name, link;
  PDEVICE_OBJECT other = NULL;
  RtlInitUnicodeString(&name, DEVICE_NAME);
  RtlInitUnicodeString(&link, LINK_NAME);
  set_up_dispatch();
  API_STATUS(IoCreateDevice(ApiDriver, 32, &name, FILE_DEVICE_UNKNOWN, FILE_DEVICE_SECURE_OPEN,
                            FALSE, &control),
             STATUS_SUCCESS);
  API_REQUIRE(control != NULL);
  API_EQUAL(control->Type, IO_TYPE_DEVICE);
  API_CHECK(control->DriverObject == ApiDriver);
  API_CHECK(ApiDriver->DeviceObject == control);
  API_CHECK(control->DeviceExtension != NULL);
  API_EQUAL(((UCHAR*)control->DeviceExtension)[31], 0);
  API_EQUAL(control->StackSize, 1);
  API_CHECK((control->Flags & DO_DEVICE_INITIALIZING) != 0);
  API_STATUS(IoCreateDevice(ApiDriver, 0, &name, FILE_DEVICE_UNKNOWN, 0, FALSE, &other),
             STATUS_OBJECT_NAME_COLLISION);
  API_CHECK(other == NULL);
  API_STATUS(IoCreateDevice(ApiDriver, 0x10000, NULL, FILE_DEVICE_UNKNOWN, 0, FALSE, &other),
             STATUS_INSUFFICIENT_RESOURCES);
  API_STATUS(IoCreateSymbolicLink(&link, &name), STATUS_SUCCESS);
  API_STATUS(IoCreateSymbolicLink(&link, &name), STATUS_OBJECT_NAME_COLLISION);
  control->Flags |= DO_BUFFERED_IO;
}

static void open_before_ready(void) {
  HANDLE handle;
  API_STATUS(open_by_name(LINK_NAME, FILE_SYNCHRONOUS_IO_NONALERT, &handle), STATUS_NO_SUCH_DEVICE);
  control->Flags &= ~DO_DEVICE_INITIALIZING;
}

static void open_and_close(void) {
  HANDLE handle;
  creates = cleanups = closes = 0;
  API_STATUS(open_by_name(LINK_NAME, FILE_SYNCHRONOUS_IO_NONALERT, &handle), STATUS_SUCCESS);
  API_EQUAL(creates, 1);
  API_STATUS(ZwClose(handle), STATUS_SUCCESS);
  API_EQUAL(cleanups, 1);
  API_EQUAL(closes, 1);
  API_STATUS(open_by_name(L"\\Device\\ApiMissing", 0, &handle), STATUS_OBJECT_NAME_NOT_FOUND);
  API_STATUS(open_by_name(L"\\Nowhere\\x", 0, &handle), STATUS_OBJECT_PATH_NOT_FOUND);
}

static void control_codes(void) {
  HANDLE handle;
  IO_STATUS_BLOCK iosb;
  ULONG value = 21, answer = 0;
  UCHAR bytes[16];
  API_STATUS(open_by_name(LINK_NAME, FILE_SYNCHRONOUS_IO_NONALERT, &handle), STATUS_SUCCESS);
  API_STATUS(ZwDeviceIoControlFile(handle, NULL, NULL, NULL, &iosb, CODE_DOUBLE, &value,
                                   sizeof(value), &answer, sizeof(answer)),
             STATUS_SUCCESS);
  API_EQUAL(answer, 42);
  API_EQUAL(value, 21);
  API_EQUAL(iosb.Information, sizeof(ULONG));
  API_STATUS(ZwDeviceIoControlFile(handle, NULL, NULL, NULL, &iosb, CODE_DOUBLE, &value, 1, &answer,
                                   sizeof(answer)),
             STATUS_BUFFER_TOO_SMALL);
  bytes[0] = 7;
  API_STATUS(
      ZwDeviceIoControlFile(handle, NULL, NULL, NULL, &iosb, CODE_OUT, bytes, 1, bytes + 4, 8),
      STATUS_SUCCESS);
  API_EQUAL(bytes[11], 7);
  bytes[4] = 0x0f;
  API_STATUS(
      ZwDeviceIoControlFile(handle, NULL, NULL, NULL, &iosb, CODE_IN, bytes, 1, bytes + 4, 8),
      STATUS_SUCCESS);
  API_EQUAL(stored[0], 0x0f ^ 7);
  API_STATUS(ZwDeviceIoControlFile(handle, NULL, NULL, NULL, &iosb, CODE_NEITHER, &value,
                                   sizeof(value), &answer, sizeof(answer)),
             STATUS_SUCCESS);
  API_EQUAL(answer, 22);
  API_STATUS(ZwDeviceIoControlFile(handle, NULL, NULL, NULL, &iosb, 0x12345678, NULL, 0, NULL, 0),
             STATUS_INVALID_DEVICE_REQUEST);
  API_STATUS(ZwDeviceIoControlFile(handle, NULL, NULL, NULL, &iosb, CODE_ACCESS, NULL, 0, NULL, 0),
             STATUS_SUCCESS);
  API_STATUS(ZwDeviceIoControlFile(handle, NULL, NULL, NULL, &iosb, CODE_PROCESS, NULL, 0, NULL, 0),
             STATUS_SUCCESS);
  ZwClose(handle);
}

static void read_and_write(void) {
  HANDLE handle;
  IO_STATUS_BLOCK iosb;
  UCHAR out[8] = "control", in[8] = {0};
  API_STATUS(open_by_name(LINK_NAME, FILE_SYNCHRONOUS_IO_NONALERT, &handle), STATUS_SUCCESS);
  API_STATUS(ZwWriteFile(handle, NULL, NULL, NULL, &iosb, out, sizeof(out), NULL, NULL),
             STATUS_SUCCESS);
  API_STATUS(ZwReadFile(handle, NULL, NULL, NULL, &iosb, in, sizeof(in), NULL, NULL),
             STATUS_SUCCESS);
  API_CHECK(RtlEqualMemory(in, out, sizeof(in)));
  API_STATUS(ZwFsControlFile(handle, NULL, NULL, NULL, &iosb, FSCTL_LOCK_VOLUME, NULL, 0, NULL, 0),
             STATUS_INVALID_DEVICE_REQUEST);
  ZwClose(handle);
}

static void cancel_pended(void) {
  HANDLE handle, event;
  IO_STATUS_BLOCK iosb = {0}, cancelled;
  OBJECT_ATTRIBUTES attributes;
  InitializeObjectAttributes(&attributes, NULL, OBJ_KERNEL_HANDLE, NULL, NULL);
  API_STATUS(ZwCreateEvent(&event, EVENT_ALL_ACCESS, &attributes, NotificationEvent, FALSE),
             STATUS_SUCCESS);
  API_STATUS(open_by_name(LINK_NAME, 0, &handle), STATUS_SUCCESS);
  API_STATUS(ZwDeviceIoControlFile(handle, event, NULL, NULL, &iosb, CODE_PEND, NULL, 0, NULL, 0),
             STATUS_PENDING);
  API_CHECK(pended != NULL);
  API_STATUS(ZwCancelIoFile(handle, &cancelled), STATUS_SUCCESS);
  API_STATUS(ZwWaitForSingleObject(event, FALSE, NULL), STATUS_SUCCESS);
  API_STATUS(iosb.Status, STATUS_CANCELLED);
  API_STATUS(ZwDeviceIoControlFile(handle, event, NULL, NULL, &iosb, CODE_PEND, NULL, 0, NULL, 0),
             STATUS_PENDING);
  {
    PIRP irp = pended;
    API_REQUIRE(irp != NULL);
    API_CHECK(IoSetCancelRoutine(irp, NULL) == on_cancel);
    finish(irp, STATUS_SUCCESS, 0);
  }
  API_STATUS(ZwWaitForSingleObject(event, FALSE, NULL), STATUS_SUCCESS);
  API_STATUS(iosb.Status, STATUS_SUCCESS);
  ZwClose(handle);
  ZwClose(event);
}

static ULONG apcs;
static VOID NTAPI on_apc(PVOID context, PIO_STATUS_BLOCK iosb, ULONG reserved) {
  (void)reserved;
  API_CHECK(context == &apcs);
  API_STATUS(iosb->Status, STATUS_SUCCESS);
  API_EQUAL(KeGetCurrentIrql(), PASSIVE_LEVEL);
  ++apcs;
}

static void apc_at_completion(void) {
  HANDLE handle;
  IO_STATUS_BLOCK iosb;
  ULONG value = 1, answer = 0;
  API_STATUS(open_by_name(LINK_NAME, 0, &handle), STATUS_SUCCESS);
  API_STATUS(ZwDeviceIoControlFile(handle, NULL, on_apc, &apcs, &iosb, CODE_DOUBLE, &value,
                                   sizeof(value), &answer, sizeof(answer)),
             STATUS_SUCCESS);
  API_EQUAL(apcs, 1);
  ZwClose(handle);
}

static void device_pointer(void) {
  UNICODE_STRING name;
  PFILE_OBJECT file = NULL;
  PDEVICE_OBJECT device = NULL;
  RtlInitUnicodeString(&name, DEVICE_NAME);
  creates = cleanups = closes = 0;
  API_STATUS(IoGetDeviceObjectPointer(&name, FILE_READ_DATA, &file, &device), STATUS_SUCCESS);
  API_REQUIRE(file != NULL);
  API_CHECK(device == control);
  API_CHECK(IoGetRelatedDeviceObject(file) == control);
  API_CHECK(IoGetBaseFileSystemDeviceObject(file) == control);
  API_EQUAL(cleanups, 1);
  API_EQUAL(closes, 0);
  ObDereferenceObject(file);
  API_EQUAL(closes, 1);
  RtlInitUnicodeString(&name, L"Device\\ApiControl");
  API_STATUS(IoGetDeviceObjectPointer(&name, FILE_READ_DATA, &file, &device),
             STATUS_OBJECT_PATH_SYNTAX_BAD);
  RtlInitUnicodeString(&name, DEVICE_NAME);
  name.Length -= 1;
  API_STATUS(IoGetDeviceObjectPointer(&name, FILE_READ_DATA, &file, &device),
             STATUS_OBJECT_NAME_INVALID);
  name = ApiDriver->DriverName;
  API_STATUS(IoGetDeviceObjectPointer(&name, FILE_READ_DATA, &file, &device),
             STATUS_OBJECT_TYPE_MISMATCH);
}

static void exclusive_device(void) {
  UNICODE_STRING name;
  PDEVICE_OBJECT device = NULL;
  HANDLE first, second;
  RtlInitUnicodeString(&name, L"\\Device\\ApiExclusive");
  API_STATUS(IoCreateDevice(ApiDriver, 0, &name, FILE_DEVICE_UNKNOWN, 0, TRUE, &device),
             STATUS_SUCCESS);
  device->Flags &= ~DO_DEVICE_INITIALIZING;
  API_STATUS(open_by_name(L"\\Device\\ApiExclusive", 0, &first), STATUS_SUCCESS);
  API_STATUS(open_by_name(L"\\Device\\ApiExclusive", 0, &second), STATUS_ACCESS_DENIED);
  /* Deleted while open: it goes with its last handle. */
  IoDeleteDevice(device);
  API_STATUS(open_by_name(L"\\Device\\ApiExclusive", 0, &second), STATUS_OBJECT_NAME_NOT_FOUND);
  ZwClose(first);
}

static void stacks(void) {
  PDEVICE_OBJECT upper = NULL, lower = NULL, attached = NULL, list[4];
  ULONG count = 0;
  API_STATUS(IoCreateDevice(ApiDriver, 0, NULL, FILE_DEVICE_UNKNOWN, 0, FALSE, &upper),
             STATUS_SUCCESS);
  upper->Flags |= DO_BUFFERED_IO;
  lower = IoAttachDeviceToDeviceStack(upper, control);
  API_CHECK(lower == control);
  API_EQUAL(upper->StackSize, 2);
  API_CHECK(IoGetAttachedDevice(control) == upper);
  attached = IoGetAttachedDeviceReference(control);
  API_CHECK(attached == upper);
  ObDereferenceObject(attached);
  attached = IoGetDeviceAttachmentBaseRef(upper);
  API_CHECK(attached == control);
  ObDereferenceObject(attached);
  API_STATUS(IoEnumerateDeviceObjectList(ApiDriver, list, sizeof(list), &count), STATUS_SUCCESS);
  API_EQUAL(count, 2);
  ObDereferenceObject(list[0]);
  ObDereferenceObject(list[1]);
  API_STATUS(IoEnumerateDeviceObjectList(ApiDriver, NULL, 0, &count), STATUS_BUFFER_TOO_SMALL);
  API_EQUAL(count, 2);
  IoDetachDevice(control);
  API_CHECK(IoGetAttachedDevice(control) == control);
  API_STATUS(IoAttachDeviceToDeviceStackSafe(upper, control, &attached), STATUS_SUCCESS);
  API_CHECK(attached == control);
  IoDetachDevice(control);
  IoDeleteDevice(upper);
}

static void volume_stack_takes_no_filter_device(void) {
  PDEVICE_OBJECT upper = NULL, volume = NULL, disk = NULL, attached = control;
  UNICODE_STRING name;
  ULONG features = 1;
  API_STATUS(FltGetDeviceObject(ApiVolume, &volume), STATUS_SUCCESS);
  API_STATUS(IoCreateDevice(ApiDriver, 0, NULL, FILE_DEVICE_DISK_FILE_SYSTEM, 0, FALSE, &upper),
             STATUS_SUCCESS);
  API_STATUS(IoAttachDeviceToDeviceStackSafe(upper, volume, &attached), STATUS_NO_SUCH_DEVICE);
  API_CHECK(attached == NULL);
  API_STATUS(FsRtlGetSupportedFeatures(volume, &features), STATUS_SUCCESS);
  API_EQUAL(features, 0);
  API_STATUS(FsRtlGetSupportedFeatures(upper, &features), STATUS_FLT_VOLUME_NOT_FOUND);
  API_STATUS(FsRtlGetSupportedFeatures(control, &features), STATUS_FLT_INTERNAL_ERROR);
  IoDeleteDevice(upper);
  API_STATUS(IoGetDiskDeviceObject(volume, &disk), STATUS_SUCCESS);
  API_REQUIRE(disk != NULL);
  API_EQUAL(disk->DeviceType, FILE_DEVICE_DISK);
  API_CHECK(disk->Vpb != NULL && (disk->Vpb->Flags & VPB_MOUNTED) != 0);
  API_STATUS(IoGetDiskDeviceObject(control, &attached), STATUS_INVALID_PARAMETER);
  {
    KIRQL irql;
    IoAcquireVpbSpinLock(&irql);
    API_EQUAL(KeGetCurrentIrql(), DISPATCH_LEVEL);
    API_CHECK(disk->Vpb->DeviceObject != NULL);
    IoReleaseVpbSpinLock(irql);
  }
  API_STATUS(IoVolumeDeviceToDosName(volume, &name), STATUS_SUCCESS);
  API_CHECK(name.Length > 0 && name.Buffer != NULL);
  ExFreePool(name.Buffer);
  API_STATUS(RtlVolumeDeviceToDosName(volume, &name), STATUS_SUCCESS);
  API_CHECK(name.Length > 0);
  ExFreePool(name.Buffer);
  API_STATUS(IoVolumeDeviceToDosName(control, &name), STATUS_INVALID_PARAMETER);
  ObDereferenceObject(disk);
  ObDereferenceObject(volume);
}

static void driver_extension(void) {
  PVOID first = NULL, second = NULL;
  static int client;
  API_CHECK(IoGetDriverObjectExtension(ApiDriver, &client) == NULL);
  API_STATUS(IoAllocateDriverObjectExtension(ApiDriver, &client, 24, &first), STATUS_SUCCESS);
  API_CHECK(first != NULL && IoGetDriverObjectExtension(ApiDriver, &client) == first);
  API_STATUS(IoAllocateDriverObjectExtension(ApiDriver, &client, 24, &second),
             STATUS_OBJECT_NAME_COLLISION);
  API_STATUS(IoAllocateDriverObjectExtension(ApiDriver, &second, 0x7fffffff, &second),
             STATUS_INSUFFICIENT_RESOURCES);
}

static void shutdown_notification(void) {
  API_STATUS(IoRegisterShutdownNotification(control), STATUS_SUCCESS);
  IoUnregisterShutdownNotification(control);
  API_EQUAL(shutdowns, 0);
}

static ULONG reinitialized;
static VOID NTAPI reinitialize(PDRIVER_OBJECT driver, PVOID context, ULONG count) {
  API_CHECK(driver == ApiDriver);
  API_CHECK(context == &reinitialized);
  API_EQUAL(count, 1);
  ++reinitialized;
}

static void driver_facts(void) {
  UNICODE_STRING path;
  ULONG length = 1;
  IoRegisterDriverReinitialization(ApiDriver, reinitialize, &reinitialized);
  API_EQUAL(reinitialized, 0);
  API_CHECK(ApiDriver->MajorFunction[IRP_MJ_PNP] != NULL);
  API_STATUS(IoQueryFullDriverPath(ApiDriver, &path), STATUS_SUCCESS);
  API_CHECK(path.Length > 8);
  ExFreePool(path.Buffer);
  API_STATUS(IoQueryFullDriverPath(NULL, &path), STATUS_ACCESS_DENIED);
  API_STATUS(IoGetDeviceProperty(control, DevicePropertyDeviceDescription, 0, NULL, &length),
             STATUS_INVALID_DEVICE_REQUEST);
  API_STATUS(IoGetDeviceProperty(control, (DEVICE_REGISTRY_PROPERTY)0x1000, 0, NULL, &length),
             STATUS_INVALID_PARAMETER_2);
}

static void stream_files(void) {
  PFILE_OBJECT file;
  HANDLE handle = NULL;
  IO_CREATE_STREAM_FILE_OPTIONS options = {0};
  creates = cleanups = closes = 0;
  file = IoCreateStreamFileObject(NULL, control);
  API_CHECK((file->Flags & FO_STREAM_FILE) != 0);
  API_EQUAL(cleanups, 1);
  ObDereferenceObject(file);
  API_EQUAL(closes, 1);
  file = IoCreateStreamFileObjectLite(NULL, control);
  ObDereferenceObject(file);
  API_EQUAL(cleanups, 1);
  API_EQUAL(closes, 2);
  file = IoCreateStreamFileObjectLite(NULL, control);
  IoCancelFileOpen(control, file);
  API_CHECK((file->Flags & FO_FILE_OPEN_CANCELLED) != 0);
  API_EQUAL(closes, 3);
  ObDereferenceObject(file);
  API_EQUAL(closes, 3);
  cleanups = 1;
  closes = 2;
  file = IoCreateStreamFileObjectEx(NULL, control, &handle);
  API_CHECK(handle != NULL);
  ZwClose(handle);
  API_EQUAL(cleanups, 2);
  ObDereferenceObject(file);
  API_EQUAL(closes, 3);
  options.Size = sizeof(options);
  API_STATUS(IoCreateStreamFileObjectEx2(&options, NULL, control, &file, NULL), STATUS_SUCCESS);
  ObDereferenceObject(file);
  options.Size = 0;
  API_STATUS(IoCreateStreamFileObjectEx2(&options, NULL, control, &file, NULL),
             STATUS_INVALID_PARAMETER);
  options.Size = sizeof(options);
  API_STATUS(IoCreateStreamFileObjectEx2(&options, NULL, NULL, &file, NULL),
             STATUS_INVALID_PARAMETER);
}

static void delete_all(void) {
  UNICODE_STRING link;
  HANDLE handle;
  RtlInitUnicodeString(&link, LINK_NAME);
  API_STATUS(IoDeleteSymbolicLink(&link), STATUS_SUCCESS);
  API_STATUS(IoDeleteSymbolicLink(&link), STATUS_OBJECT_NAME_NOT_FOUND);
  API_STATUS(open_by_name(LINK_NAME, 0, &handle), STATUS_OBJECT_NAME_NOT_FOUND);
  IoDeleteDevice(control);
  API_CHECK(ApiDriver->DeviceObject == NULL);
}

const API_TEST ApiTests[] = {
    {"IoCreateDevice_MakesANamedDeviceWithItsExtension", create_device},
    {"ZwCreateFile_FindsNoDevice_WhileItInitializes", open_before_ready},
    {"ZwClose_SendsCleanupAndClose_ToTheDevice", open_and_close},
    {"ZwDeviceIoControlFile_PassesBuffersAsTheMethodSays", control_codes},
    {"ZwReadFile_AndWrite_UseSystemBuffers_OnABufferedDevice", read_and_write},
    {"ZwCancelIoFile_CancelsWhatTheDriverPended", cancel_pended},
    {"ZwDeviceIoControlFile_CallsTheApcRoutine_AtCompletion", apc_at_completion},
    {"IoGetDeviceObjectPointer_OpensAndKeepsAFileObject", device_pointer},
    {"IoDeleteDevice_WaitsForTheLastHandle_OfAnExclusiveDevice", exclusive_device},
    {"IoAttachDevice_StacksDevices", stacks},
    {"IoAttachDevice_Refuses_OnAVolume", volume_stack_takes_no_filter_device},
    {"IoAllocateDriverObjectExtension_KeepsOnePerClient", driver_extension},
    {"IoRegisterShutdownNotification_CanBeTakenBack", shutdown_notification},
    {"IoQueryFullDriverPath_TellsOnlyTheDriverItself", driver_facts},
    {"IoCreateStreamFileObject_ClosesWithItsLastReference", stream_files},
    {"IoDeleteSymbolicLink_AndIoDeleteDevice_TakeTheNamesAway", delete_all},
    {NULL, NULL},
};
