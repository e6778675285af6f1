// IRPs that drivers allocate, build and forward.
#include <flthost/ex/ex.h>
#include <flthost/io/irp.h>
#include <flthost/mm/mm.h>
#include <flthost/ps/ps.h>

#include <algorithm>
#include <cstring>

namespace flthost::io {

PETHREAD current_requestor() {
  const PETHREAD current = ke::current_thread().object;
  return current == nullptr ? ps::system_thread() : current;
}

namespace {

bool is_allocated(PIRP irp) {
  bool allocated = false;
  IrpRecords::with(
      irp, false,
      [](IrpRecord& record, void* context) { *static_cast<bool*>(context) = record.allocated; },
      &allocated);
  return allocated;
}

void* system_buffer(ULONG bytes) {
  return ExAllocatePoolWithTag(NonPagedPoolNx, std::max<ULONG>(bytes, 1), kIrpTag);
}

// An MDL over the buffer, locked; false when the buffer is bad.
bool lock_buffer(PIRP irp, void* buffer, ULONG length, LOCK_OPERATION access) {
  if (!mm::guarded_probe(buffer, length, access != IoReadAccess)) return false;
  const PMDL mdl = IoAllocateMdl(buffer, length, FALSE, FALSE, nullptr);
  if (mdl == nullptr) return false;
  MmProbeAndLockPages(mdl, KernelMode, access);
  irp->MdlAddress = mdl;
  return true;
}

bool fill_transfer(PIRP irp, PDEVICE_OBJECT device, UCHAR major, void* buffer, ULONG length) {
  if ((device->Flags & DO_BUFFERED_IO) != 0) {
    irp->AssociatedIrp.SystemBuffer = system_buffer(length);
    irp->Flags |= IRP_BUFFERED_IO | IRP_DEALLOCATE_BUFFER;
    if (major == IRP_MJ_READ) {
      irp->Flags |= IRP_INPUT_OPERATION;
      irp->UserBuffer = buffer;
      return true;
    }
    return mm::guarded_copy(irp->AssociatedIrp.SystemBuffer, buffer, length);
  }
  if ((device->Flags & DO_DIRECT_IO) != 0) {
    return length == 0 ||
           lock_buffer(irp, buffer, length, major == IRP_MJ_READ ? IoWriteAccess : IoReadAccess);
  }
  irp->UserBuffer = buffer;
  return true;
}

void discard(PIRP irp) {
  if ((irp->Flags & IRP_DEALLOCATE_BUFFER) != 0) {
    ExFreePoolWithTag(irp->AssociatedIrp.SystemBuffer, 0);
  }
  free_irp(irp);
}

PIRP build(ULONG major, PDEVICE_OBJECT device, void* buffer, ULONG length,
           const LARGE_INTEGER* offset, PIO_STATUS_BLOCK iosb) {
  const PIRP irp = allocate_irp(device->StackSize);
  irp->Tail.Overlay.Thread = current_requestor();
  irp->UserIosb = iosb;
  const PIO_STACK_LOCATION next = IoGetNextIrpStackLocation(irp);
  next->MajorFunction = static_cast<UCHAR>(major);
  if (major != IRP_MJ_READ && major != IRP_MJ_WRITE) return irp;
  if (!fill_transfer(irp, device, next->MajorFunction, buffer, length)) {
    discard(irp);
    io_violation(0x08, device, major, static_cast<uint32_t>(STATUS_ACCESS_VIOLATION),
                 "IoBuildAsynchronousFsdRequest with a buffer that can't be accessed.");
  }
  next->Parameters.Read.Length = length;
  if (offset != nullptr) next->Parameters.Read.ByteOffset = *offset;
  return irp;
}

struct Control {
  ULONG code;
  PVOID input;
  ULONG input_length;
  PVOID output;
  ULONG output_length;
};

bool fill_control(PIRP irp, PIO_STACK_LOCATION next, const Control& control) {
  auto& parameters = next->Parameters.DeviceIoControl;
  parameters.IoControlCode = control.code;
  parameters.InputBufferLength = control.input_length;
  parameters.OutputBufferLength = control.output_length;
  const ULONG method = control.code & 3;
  if (method == METHOD_NEITHER) {
    irp->UserBuffer = control.output;
    parameters.Type3InputBuffer = control.input;
    return true;
  }
  const bool buffered = method == METHOD_BUFFERED;
  const ULONG bytes =
      buffered ? std::max(control.input_length, control.output_length) : control.input_length;
  if (bytes != 0) {
    irp->AssociatedIrp.SystemBuffer = system_buffer(bytes);
    irp->Flags |= IRP_BUFFERED_IO | IRP_DEALLOCATE_BUFFER;
    if (control.input_length != 0 &&
        !mm::guarded_copy(irp->AssociatedIrp.SystemBuffer, control.input, control.input_length)) {
      return false;
    }
  }
  if (buffered) {
    irp->UserBuffer = control.output;
    if (control.output != nullptr) irp->Flags |= IRP_INPUT_OPERATION;
    return true;
  }
  if (control.output == nullptr || control.output_length == 0) return true;
  return lock_buffer(irp, control.output, control.output_length,
                     method == METHOD_IN_DIRECT ? IoReadAccess : IoWriteAccess);
}

}  // namespace

NTSTATUS NTAPI signal_host_event(PDEVICE_OBJECT, PIRP, PVOID context) {
  static_cast<ke::HostEvent*>(context)->set();
  return STATUS_MORE_PROCESSING_REQUIRED;
}

}  // namespace flthost::io

using namespace flthost;
using namespace flthost::io;

PIRP NTAPI IoAllocateIrp(CCHAR StackSize, BOOLEAN) {
  return StackSize < 0 ? nullptr : allocate_irp(StackSize);
}

PIRP NTAPI IoAllocateIrpEx(PDEVICE_OBJECT, UCHAR StackSize, BOOLEAN ChargeQuota) {
  return IoAllocateIrp(static_cast<CCHAR>(StackSize), ChargeQuota);
}

VOID NTAPI IoInitializeIrp(PIRP Irp, USHORT PacketSize, CCHAR StackSize) {
  if (is_allocated(Irp)) {
    io_violation(0x20D, Irp, 0, 0,
                 "IoInitializeIrp of an IRP that IoAllocateIrp made; use IoReuseIrp.");
  }
  initialize_irp(Irp, PacketSize, StackSize);
}

VOID NTAPI IoReuseIrp(PIRP Irp, NTSTATUS Iostatus) {
  if (Irp->Type != kTypeIrp) {
    io_violation(0x03, Irp, 0, 0, "IoReuseIrp was given an address that is no IRP.");
  }
  const UCHAR flags = Irp->AllocationFlags;
  initialize_irp(Irp, Irp->Size, Irp->StackCount);
  Irp->AllocationFlags = flags;
  Irp->IoStatus.Status = Iostatus;
}

VOID NTAPI IoFreeIrp(PIRP Irp) {
  free_irp(Irp);
}

PIRP NTAPI IoMakeAssociatedIrp(PIRP Irp, CCHAR StackSize) {
  if (StackSize < 0) return nullptr;
  const PIRP irp = allocate_irp(StackSize);
  irp->Flags |= IRP_ASSOCIATED_IRP;
  irp->Tail.Overlay.Thread = Irp->Tail.Overlay.Thread;
  irp->AssociatedIrp.MasterIrp = Irp;
  return irp;
}

PIRP NTAPI IoBuildAsynchronousFsdRequest(ULONG MajorFunction, PDEVICE_OBJECT DeviceObject,
                                         PVOID Buffer, ULONG Length, PLARGE_INTEGER StartingOffset,
                                         PIO_STATUS_BLOCK IoStatusBlock) {
  return build(MajorFunction, DeviceObject, Buffer, Length, StartingOffset, IoStatusBlock);
}

PIRP NTAPI IoBuildSynchronousFsdRequest(ULONG MajorFunction, PDEVICE_OBJECT DeviceObject,
                                        PVOID Buffer, ULONG Length, PLARGE_INTEGER StartingOffset,
                                        PKEVENT Event, PIO_STATUS_BLOCK IoStatusBlock) {
  const PIRP irp =
      build(MajorFunction, DeviceObject, Buffer, Length, StartingOffset, IoStatusBlock);
  irp->UserEvent = Event;
  return irp;
}

PIRP NTAPI IoBuildDeviceIoControlRequest(ULONG IoControlCode, PDEVICE_OBJECT DeviceObject,
                                         PVOID InputBuffer, ULONG InputBufferLength,
                                         PVOID OutputBuffer, ULONG OutputBufferLength,
                                         BOOLEAN InternalDeviceIoControl, PKEVENT Event,
                                         PIO_STATUS_BLOCK IoStatusBlock) {
  const PIRP irp = allocate_irp(DeviceObject->StackSize);
  const PIO_STACK_LOCATION next = IoGetNextIrpStackLocation(irp);
  next->MajorFunction =
      InternalDeviceIoControl != FALSE ? IRP_MJ_INTERNAL_DEVICE_CONTROL : IRP_MJ_DEVICE_CONTROL;
  irp->Tail.Overlay.Thread = current_requestor();
  irp->UserEvent = Event;
  irp->UserIosb = IoStatusBlock;
  if (!fill_control(
          irp, next,
          {IoControlCode, InputBuffer, InputBufferLength, OutputBuffer, OutputBufferLength})) {
    discard(irp);
    io_violation(0x09, DeviceObject, IoControlCode, static_cast<uint32_t>(STATUS_ACCESS_VIOLATION),
                 "IoBuildDeviceIoControlRequest with a buffer that can't be accessed.");
  }
  return irp;
}

BOOLEAN NTAPI IoForwardIrpSynchronously(PDEVICE_OBJECT DeviceObject, PIRP Irp) {
  if (Irp->CurrentLocation <= 1) return FALSE;
  ke::HostEvent done;
  IoCopyCurrentIrpStackLocationToNext(Irp);
  const PIO_STACK_LOCATION next = IoGetNextIrpStackLocation(Irp);
  next->CompletionRoutine = signal_host_event;
  next->Context = &done;
  next->Control = SL_INVOKE_ON_SUCCESS | SL_INVOKE_ON_ERROR | SL_INVOKE_ON_CANCEL;
  call_driver(DeviceObject, Irp);
  done.wait();
  return TRUE;
}

NTSTATUS NTAPI IoSetCompletionRoutineEx(PDEVICE_OBJECT, PIRP Irp,
                                        PIO_COMPLETION_ROUTINE CompletionRoutine, PVOID Context,
                                        BOOLEAN InvokeOnSuccess, BOOLEAN InvokeOnError,
                                        BOOLEAN InvokeOnCancel) {
  // The call out holds a reference to the device, so the image stays without one more block: what
  // NT allocates for that, and STATUS_INSUFFICIENT_RESOURCES with it, does not exist here.
  const PIO_STACK_LOCATION next = IoGetNextIrpStackLocation(Irp);
  next->CompletionRoutine = CompletionRoutine;
  next->Context = Context;
  next->Control = 0;
  if (InvokeOnSuccess != FALSE) next->Control |= SL_INVOKE_ON_SUCCESS;
  if (InvokeOnError != FALSE) next->Control |= SL_INVOKE_ON_ERROR;
  if (InvokeOnCancel != FALSE) next->Control |= SL_INVOKE_ON_CANCEL;
  return STATUS_SUCCESS;
}

namespace flthost::io {

ke::ExportTable irp_exports() {
  static const ke::Export rows[] = {
      FLTHOST_EXPORT(IofCallDriver),
      FLTHOST_EXPORT(IofCompleteRequest),
      FLTHOST_EXPORT(IopInvalidDeviceRequest),
      FLTHOST_EXPORT(IoAllocateIrp),
      FLTHOST_EXPORT(IoAllocateIrpEx),
      FLTHOST_EXPORT(IoInitializeIrp),
      FLTHOST_EXPORT(IoReuseIrp),
      FLTHOST_EXPORT(IoFreeIrp),
      FLTHOST_EXPORT(IoMakeAssociatedIrp),
      FLTHOST_EXPORT(IoBuildAsynchronousFsdRequest),
      FLTHOST_EXPORT(IoBuildSynchronousFsdRequest),
      FLTHOST_EXPORT(IoBuildDeviceIoControlRequest),
      FLTHOST_EXPORT(IoForwardIrpSynchronously),
      FLTHOST_EXPORT(IoSetCompletionRoutineEx),
  };
  return {rows, std::size(rows)};
}

}  // namespace flthost::io
