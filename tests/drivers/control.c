/* A minifilter with a control device beside it: counts what happens to files, and a program reads
 * and resets the counts with DeviceIoControl on \\.\SluiceControl. Only one handle may be open at a
 * time (an exclusive device), and the driver can't be unloaded before it is closed. */
#include <fltKernel.h>

#define DEVICE_TYPE_CONTROL 0x8000
/* Out: a COUNTS. */
#define IOCTL_CONTROL_GET CTL_CODE(DEVICE_TYPE_CONTROL, 0x800, METHOD_BUFFERED, FILE_READ_ACCESS)
/* In: nothing. Out: nothing. */
#define IOCTL_CONTROL_RESET CTL_CODE(DEVICE_TYPE_CONTROL, 0x801, METHOD_BUFFERED, FILE_WRITE_ACCESS)
/* In and out: bytes that come back reversed. */
#define IOCTL_CONTROL_ECHO CTL_CODE(DEVICE_TYPE_CONTROL, 0x802, METHOD_BUFFERED, FILE_ANY_ACCESS)

typedef struct COUNTS {
  LONG creates;
  LONG reads;
  LONG writes;
  LONG ioctls;
} COUNTS;

static PFLT_FILTER filter;
static PDEVICE_OBJECT device;
static const UNICODE_STRING device_name = RTL_CONSTANT_STRING(L"\\Device\\SluiceControl");
static const UNICODE_STRING link_name = RTL_CONSTANT_STRING(L"\\DosDevices\\SluiceControl");
static COUNTS counts;

/* ---------------------------------------------------------------- the device */

static NTSTATUS finish(PIRP irp, NTSTATUS status, ULONG_PTR information) {
  irp->IoStatus.Status = status;
  irp->IoStatus.Information = information;
  IoCompleteRequest(irp, IO_NO_INCREMENT);
  return status;
}

static NTSTATUS NTAPI open_close(PDEVICE_OBJECT object, PIRP irp) {
  (void)object;
  return finish(irp, STATUS_SUCCESS, 0);
}

static NTSTATUS get_counts(PIRP irp, ULONG room) {
  if (room < sizeof(COUNTS)) return finish(irp, STATUS_BUFFER_TOO_SMALL, 0);
  *(COUNTS*)irp->AssociatedIrp.SystemBuffer = counts;
  return finish(irp, STATUS_SUCCESS, sizeof(COUNTS));
}

static NTSTATUS echo(PIRP irp, ULONG length, ULONG room) {
  UCHAR* bytes = irp->AssociatedIrp.SystemBuffer;
  if (length == 0) return finish(irp, STATUS_INVALID_PARAMETER, 0);
  if (room < length) return finish(irp, STATUS_BUFFER_TOO_SMALL, 0);
  for (ULONG i = 0; i < length / 2; ++i) {
    const UCHAR byte = bytes[i];
    bytes[i] = bytes[length - 1 - i];
    bytes[length - 1 - i] = byte;
  }
  return finish(irp, STATUS_SUCCESS, length);
}

/* METHOD_BUFFERED: input and output share one system buffer, already copied from the program. */
static NTSTATUS NTAPI device_control(PDEVICE_OBJECT object, PIRP irp) {
  const IO_STACK_LOCATION* stack = IoGetCurrentIrpStackLocation(irp);
  const ULONG length = stack->Parameters.DeviceIoControl.InputBufferLength;
  const ULONG room = stack->Parameters.DeviceIoControl.OutputBufferLength;
  (void)object;
  InterlockedIncrement(&counts.ioctls);
  switch (stack->Parameters.DeviceIoControl.IoControlCode) {
    case IOCTL_CONTROL_GET:
      return get_counts(irp, room);
    case IOCTL_CONTROL_RESET:
      InterlockedExchange(&counts.creates, 0);
      InterlockedExchange(&counts.reads, 0);
      InterlockedExchange(&counts.writes, 0);
      return finish(irp, STATUS_SUCCESS, 0);
    case IOCTL_CONTROL_ECHO:
      return echo(irp, length, room);
    default:
      return finish(irp, STATUS_INVALID_DEVICE_REQUEST, 0);
  }
}

static NTSTATUS create_device(PDRIVER_OBJECT driver) {
  NTSTATUS status = IoCreateDevice(driver, 0, (PUNICODE_STRING)&device_name, DEVICE_TYPE_CONTROL,
                                   FILE_DEVICE_SECURE_OPEN, TRUE, &device);
  if (!NT_SUCCESS(status)) return status;
  status = IoCreateSymbolicLink((PUNICODE_STRING)&link_name, (PUNICODE_STRING)&device_name);
  if (!NT_SUCCESS(status)) {
    IoDeleteDevice(device);
    return status;
  }
  driver->MajorFunction[IRP_MJ_CREATE] = open_close;
  driver->MajorFunction[IRP_MJ_CLEANUP] = open_close;
  driver->MajorFunction[IRP_MJ_CLOSE] = open_close;
  driver->MajorFunction[IRP_MJ_DEVICE_CONTROL] = device_control;
  device->Flags &= ~(ULONG)DO_DEVICE_INITIALIZING;
  return STATUS_SUCCESS;
}

static void delete_device(void) {
  IoDeleteSymbolicLink((PUNICODE_STRING)&link_name);
  IoDeleteDevice(device);
}

/* ---------------------------------------------------------------- the filter */

static FLT_PREOP_CALLBACK_STATUS NTAPI pre_operation(PFLT_CALLBACK_DATA data,
                                                     PCFLT_RELATED_OBJECTS objects,
                                                     PVOID* context) {
  (void)objects;
  (void)context;
  switch (data->Iopb->MajorFunction) {
    case IRP_MJ_CREATE:
      InterlockedIncrement(&counts.creates);
      break;
    case IRP_MJ_READ:
      InterlockedIncrement(&counts.reads);
      break;
    default:
      InterlockedIncrement(&counts.writes);
      break;
  }
  return FLT_PREOP_SUCCESS_NO_CALLBACK;
}

static const FLT_OPERATION_REGISTRATION operations[] = {
    {IRP_MJ_CREATE, 0, pre_operation, NULL, NULL},
    {IRP_MJ_READ, 0, pre_operation, NULL, NULL},
    {IRP_MJ_WRITE, 0, pre_operation, NULL, NULL},
    {IRP_MJ_OPERATION_END, 0, NULL, NULL, NULL}};

static NTSTATUS NTAPI unload(FLT_FILTER_UNLOAD_FLAGS flags) {
  (void)flags;
  FltUnregisterFilter(filter);
  delete_device();
  DbgPrint("control: creates %d reads %d writes %d\n", counts.creates, counts.reads, counts.writes);
  return STATUS_SUCCESS;
}

static const FLT_REGISTRATION registration = {.Size = sizeof(FLT_REGISTRATION),
                                              .Version = FLT_REGISTRATION_VERSION,
                                              .OperationRegistration = operations,
                                              .FilterUnloadCallback = unload};

NTSTATUS NTAPI DriverEntry(PDRIVER_OBJECT driver, PUNICODE_STRING path) {
  NTSTATUS status = create_device(driver);
  (void)path;
  if (!NT_SUCCESS(status)) return status;
  status = FltRegisterFilter(driver, &registration, &filter);
  if (NT_SUCCESS(status)) {
    status = FltStartFiltering(filter);
    if (NT_SUCCESS(status)) return status;
    FltUnregisterFilter(filter);
  }
  delete_device();
  return status;
}
