/* A control device that programs open: CreateFile(\\.\ApiUserDevice), DeviceIoControl, ReadFile...
 */
#include <fltKernel.h>

#define DEVICE_NAME L"\\Device\\ApiUserDevice"
#define LINK_NAME L"\\DosDevices\\ApiUserDevice"
#define CODE_WHO CTL_CODE(FILE_DEVICE_UNKNOWN, 0x801, METHOD_BUFFERED, FILE_ANY_ACCESS)
#define CODE_ADD CTL_CODE(FILE_DEVICE_UNKNOWN, 0x802, METHOD_NEITHER, FILE_ANY_ACCESS)

static PFLT_FILTER filter;
static PDEVICE_OBJECT device;
static UCHAR stored[32];
static LONG opens;

static NTSTATUS finish(PIRP irp, NTSTATUS status, ULONG_PTR information) {
  irp->IoStatus.Status = status;
  irp->IoStatus.Information = information;
  IoCompleteRequest(irp, IO_NO_INCREMENT);
  return status;
}

static NTSTATUS NTAPI on_open(PDEVICE_OBJECT of, PIRP irp) {
  const UCHAR major = IoGetCurrentIrpStackLocation(irp)->MajorFunction;
  (void)of;
  if (major == IRP_MJ_CREATE) InterlockedIncrement(&opens);
  if (major == IRP_MJ_CLOSE) InterlockedDecrement(&opens);
  return finish(irp, STATUS_SUCCESS, 0);
}

static NTSTATUS NTAPI on_transfer(PDEVICE_OBJECT of, PIRP irp) {
  PIO_STACK_LOCATION at = IoGetCurrentIrpStackLocation(irp);
  const ULONG length = min(at->Parameters.Read.Length, (ULONG)sizeof(stored));
  (void)of;
  if (at->MajorFunction == IRP_MJ_READ) {
    RtlCopyMemory(irp->AssociatedIrp.SystemBuffer, stored, length);
  } else {
    RtlCopyMemory(stored, irp->AssociatedIrp.SystemBuffer, length);
  }
  return finish(irp, STATUS_SUCCESS, length);
}

/* METHOD_NEITHER: the program's own addresses, probed. */
static NTSTATUS add(PIRP irp, PIO_STACK_LOCATION at) {
  NTSTATUS status = STATUS_SUCCESS;
  if (irp->RequestorMode != UserMode) return finish(irp, STATUS_INVALID_DEVICE_STATE, 0);
  __try {
    ULONG* input = at->Parameters.DeviceIoControl.Type3InputBuffer;
    ProbeForRead(input, sizeof(ULONG), sizeof(ULONG));
    ProbeForWrite(irp->UserBuffer, sizeof(ULONG), sizeof(ULONG));
    *(ULONG*)irp->UserBuffer = *input + 1;
  } __except (EXCEPTION_EXECUTE_HANDLER) {
    status = GetExceptionCode();
  }
  return finish(irp, status, NT_SUCCESS(status) ? sizeof(ULONG) : 0);
}

static NTSTATUS NTAPI on_control(PDEVICE_OBJECT of, PIRP irp) {
  PIO_STACK_LOCATION at = IoGetCurrentIrpStackLocation(irp);
  ULONG* buffer = irp->AssociatedIrp.SystemBuffer;
  (void)of;
  switch (at->Parameters.DeviceIoControl.IoControlCode) {
    case CODE_WHO:
      if (at->Parameters.DeviceIoControl.OutputBufferLength < 2 * sizeof(ULONG)) {
        return finish(irp, STATUS_BUFFER_TOO_SMALL, 0);
      }
      buffer[0] = IoGetRequestorProcessId(irp);
      buffer[1] = (ULONG)opens;
      return finish(irp, STATUS_SUCCESS, 2 * sizeof(ULONG));
    case CODE_ADD:
      return add(irp, at);
    default:
      return finish(irp, STATUS_INVALID_DEVICE_REQUEST, 0);
  }
}

static NTSTATUS NTAPI unload(FLT_FILTER_UNLOAD_FLAGS flags) {
  UNICODE_STRING link = RTL_CONSTANT_STRING(LINK_NAME);
  (void)flags;
  IoDeleteSymbolicLink(&link);
  IoDeleteDevice(device);
  FltUnregisterFilter(filter);
  return STATUS_SUCCESS;
}

static NTSTATUS make_device(PDRIVER_OBJECT driver) {
  UNICODE_STRING name = RTL_CONSTANT_STRING(DEVICE_NAME);
  UNICODE_STRING link = RTL_CONSTANT_STRING(LINK_NAME);
  NTSTATUS status = IoCreateDevice(driver, 0, &name, FILE_DEVICE_UNKNOWN, 0, FALSE, &device);
  if (!NT_SUCCESS(status)) return status;
  device->Flags |= DO_BUFFERED_IO;
  driver->MajorFunction[IRP_MJ_CREATE] = on_open;
  driver->MajorFunction[IRP_MJ_CLEANUP] = on_open;
  driver->MajorFunction[IRP_MJ_CLOSE] = on_open;
  driver->MajorFunction[IRP_MJ_READ] = on_transfer;
  driver->MajorFunction[IRP_MJ_WRITE] = on_transfer;
  driver->MajorFunction[IRP_MJ_DEVICE_CONTROL] = on_control;
  status = IoCreateSymbolicLink(&link, &name);
  if (!NT_SUCCESS(status)) IoDeleteDevice(device);
  return status;
}

NTSTATUS NTAPI DriverEntry(PDRIVER_OBJECT driver, PUNICODE_STRING registry_path) {
  FLT_REGISTRATION registration = {0};
  NTSTATUS status;
  (void)registry_path;
  registration.Size = sizeof(registration);
  registration.Version = FLT_REGISTRATION_VERSION;
  registration.FilterUnloadCallback = unload;
  status = FltRegisterFilter(driver, &registration, &filter);
  if (!NT_SUCCESS(status)) return status;
  status = make_device(driver);
  if (NT_SUCCESS(status)) return FltStartFiltering(filter);
  FltUnregisterFilter(filter);
  return status;
}
