// Requests and IRPs: what a driver sends to a volume's device becomes a request down the filter
// stack, what the host sends to a driver's device becomes an IRP.
#include <flthost/ex/ex.h>
#include <flthost/io/irp.h>
#include <flthost/mm/mm.h>
#include <flthost/ps/ps.h>

#include <algorithm>
#include <cstring>

namespace flthost::io {
namespace {

// The members that both lay out alike, from the beginning.
constexpr size_t kCommon = sizeof(IO_STACK_LOCATION::Parameters);

void control_buffers(PIRP irp, ULONG method, FLT_PARAMETERS& to) {
  // FileSystemControl and DeviceIoControl lie alike.
  auto& control = to.DeviceIoControl;
  PVOID const type3 =
      IoGetCurrentIrpStackLocation(irp)->Parameters.DeviceIoControl.Type3InputBuffer;
  switch (method) {
    case METHOD_NEITHER:
      control.Neither.InputBuffer = type3;
      control.Neither.OutputBuffer = irp->UserBuffer;
      control.Neither.OutputMdlAddress = irp->MdlAddress;
      return;
    case METHOD_BUFFERED:
      control.Buffered.SystemBuffer = irp->AssociatedIrp.SystemBuffer;
      return;
    default:
      control.Direct.InputSystemBuffer = irp->AssociatedIrp.SystemBuffer;
      control.Direct.OutputBuffer = irp->UserBuffer;
      control.Direct.OutputMdlAddress = irp->MdlAddress;
      return;
  }
}

void create_buffers(PIRP irp, FLT_PARAMETERS& to) {
  to.Create.EaBuffer = irp->AssociatedIrp.SystemBuffer;
  to.Create.AllocationSize = irp->Overlay.AllocationSize;
}

void lock_buffers(PIRP irp, UCHAR flags, FLT_PARAMETERS& to) {
  const PETHREAD thread = irp->Tail.Overlay.Thread;
  to.LockControl.ProcessId = thread != nullptr ? ps::thread_process(thread) : ps::system_process();
  to.LockControl.FailImmediately = (flags & SL_FAIL_IMMEDIATELY) != 0 ? TRUE : FALSE;
  to.LockControl.ExclusiveLock = (flags & SL_EXCLUSIVE_LOCK) != 0 ? TRUE : FALSE;
}

}  // namespace

void irp_to_parameters(PIRP irp, FLT_IO_PARAMETER_BLOCK& parameters) {
  const PIO_STACK_LOCATION from = IoGetCurrentIrpStackLocation(irp);
  parameters.IrpFlags = irp->Flags;
  parameters.MajorFunction = from->MajorFunction;
  parameters.MinorFunction = from->MinorFunction;
  parameters.OperationFlags = from->Flags;
  parameters.TargetFileObject = from->FileObject;
  FLT_PARAMETERS& to = parameters.Parameters;
  std::memcpy(&to, &from->Parameters, kCommon);
  PVOID const either =
      irp->UserBuffer != nullptr ? irp->UserBuffer : irp->AssociatedIrp.SystemBuffer;
  switch (from->MajorFunction) {
    case IRP_MJ_CREATE:
      return create_buffers(irp, to);
    case IRP_MJ_READ:
    case IRP_MJ_WRITE:
      to.Read.ReadBuffer = irp->UserBuffer;
      to.Read.MdlAddress = irp->MdlAddress;
      return;
    case IRP_MJ_QUERY_INFORMATION:
    case IRP_MJ_QUERY_VOLUME_INFORMATION:
    case IRP_MJ_SET_VOLUME_INFORMATION:
      to.QueryFileInformation.InfoBuffer = irp->AssociatedIrp.SystemBuffer;
      return;
    case IRP_MJ_SET_INFORMATION:
      to.SetFileInformation.InfoBuffer = irp->AssociatedIrp.SystemBuffer;
      return;
    case IRP_MJ_QUERY_EA:
      to.QueryEa.EaBuffer = either;
      to.QueryEa.MdlAddress = irp->MdlAddress;
      return;
    case IRP_MJ_SET_EA:
      to.SetEa.EaBuffer = either;
      to.SetEa.MdlAddress = irp->MdlAddress;
      return;
    case IRP_MJ_DIRECTORY_CONTROL:
      to.DirectoryControl.QueryDirectory.DirectoryBuffer = either;
      to.DirectoryControl.QueryDirectory.MdlAddress = irp->MdlAddress;
      return;
    case IRP_MJ_FILE_SYSTEM_CONTROL:
    case IRP_MJ_DEVICE_CONTROL:
    case IRP_MJ_INTERNAL_DEVICE_CONTROL:
      return control_buffers(irp, from->Parameters.DeviceIoControl.IoControlCode & 3, to);
    case IRP_MJ_LOCK_CONTROL:
      return lock_buffers(irp, from->Flags, to);
    case IRP_MJ_QUERY_SECURITY:
      to.QuerySecurity.SecurityBuffer = irp->UserBuffer;
      to.QuerySecurity.MdlAddress = irp->MdlAddress;
      return;
    default:
      return;
  }
}

// ------------------------------------------------------------------ a driver's IRP to a volume
namespace {

struct VolumeIrp {
  Request request;
  PIRP irp;
  std::atomic<bool> met{false};  // whoever comes second completes the IRP
};

void finish_volume_irp(VolumeIrp* volume_irp) {
  const PIRP irp = volume_irp->irp;
  irp->IoStatus = volume_irp->request.status;
  delete volume_irp;
  IofCompleteRequest(irp, IO_NO_INCREMENT);
}

bool ends_in_dpc(const IRP& irp, UCHAR major) {
  return (major == IRP_MJ_READ || major == IRP_MJ_WRITE) &&
         (irp.Flags & (IRP_NOCACHE | IRP_PAGING_IO)) != 0;
}

NTSTATUS fail_irp(PIRP irp, NTSTATUS status) {
  irp->IoStatus.Status = status;
  irp->IoStatus.Information = 0;
  IofCompleteRequest(irp, IO_NO_INCREMENT);
  return status;
}

}  // namespace

NTSTATUS dispatch_volume(PDEVICE_OBJECT device, PIRP irp) {
  const HostDevice& host = host_device(device);
  const PIO_STACK_LOCATION location = IoGetCurrentIrpStackLocation(irp);
  const PFILE_OBJECT file = location->FileObject;
  if (location->MajorFunction > IRP_MJ_MAXIMUM_FUNCTION || file == nullptr ||
      volume_or_null(file) != host.volume) {
    return fail_irp(irp, STATUS_INVALID_DEVICE_REQUEST);
  }
  auto* const made = new VolumeIrp;
  made->irp = irp;
  Request& request = made->request;
  irp_to_parameters(irp, request.parameters);
  request.mode = irp->RequestorMode;
  request.thread =
      irp->Tail.Overlay.Thread != nullptr ? irp->Tail.Overlay.Thread : current_requestor();
  request.volume = host.volume;
  request.below_filters = host.below_filters;
  request.synchronous = IoIsOperationSynchronous(irp) != FALSE;
  request.completion = [](Request&, void* context) {
    auto* const own = static_cast<VolumeIrp*>(context);
    if (own->met.exchange(true)) finish_volume_irp(own);
  };
  request.context = made;
  // Storage I/O completes in its DPC; what ends before send() returns is completed here, with its
  // own status.
  const bool in_dpc = ends_in_dpc(*irp, location->MajorFunction);
  if (in_dpc) made->met.store(true);
  IoMarkIrpPending(irp);
  send(request);
  if (in_dpc) return STATUS_PENDING;
  if (!made->met.exchange(true)) return STATUS_PENDING;
  location->Control &= static_cast<UCHAR>(~SL_PENDING_RETURNED);
  const NTSTATUS status = request.status.Status;
  finish_volume_irp(made);
  return status;
}

// The storage below the file system is no device here.
NTSTATUS dispatch_disk(PDEVICE_OBJECT, PIRP irp) {
  return fail_irp(irp, STATUS_INVALID_DEVICE_REQUEST);
}

// ------------------------------------------------------------------ a request to a driver's device
namespace {

// Requests whose IRP may be asked for: Request::fs_state.
std::mutex& sent_lock() {
  static auto* const mutex = new std::mutex;
  return *mutex;
}

struct DeviceCall {
  Request* request;
  PVOID system_buffer = nullptr;
  PVOID user_buffer = nullptr;
  bool copy_back = false;
};

void free_call(PIRP irp, DeviceCall* call) {
  for (PMDL mdl = irp->MdlAddress; mdl != nullptr;) {
    const PMDL next = mdl->Next;
    MmUnlockPages(mdl);
    IoFreeMdl(mdl);
    mdl = next;
  }
  if (call->system_buffer != nullptr) ExFreePoolWithTag(call->system_buffer, 0);
  delete call;
  irp->MdlAddress = nullptr;
  free_irp(irp);
}

void device_done(PIRP irp, void* context) {
  auto* const call = static_cast<DeviceCall*>(context);
  Request& request = *call->request;
  {
    const std::lock_guard guard(sent_lock());
    request.fs_state = nullptr;
  }
  request.status = irp->IoStatus;
  if (call->copy_back && !NT_ERROR(request.status.Status) && request.status.Information != 0 &&
      !mm::guarded_copy(call->user_buffer, call->system_buffer, request.status.Information)) {
    request.status = {{STATUS_ACCESS_VIOLATION}, 0};
  }
  free_call(irp, call);
  request.completion(request, request.context);
}

struct Buffer {
  PVOID user = nullptr;
  ULONG length = 0;
  bool from_driver = false;  // the driver writes it
};

Buffer plain_buffer(const FLT_IO_PARAMETER_BLOCK& iopb) {
  const FLT_PARAMETERS& p = iopb.Parameters;
  switch (iopb.MajorFunction) {
    case IRP_MJ_QUERY_INFORMATION:
    case IRP_MJ_QUERY_VOLUME_INFORMATION:
      return {p.QueryFileInformation.InfoBuffer, p.QueryFileInformation.Length, true};
    case IRP_MJ_SET_INFORMATION:
      return {p.SetFileInformation.InfoBuffer, p.SetFileInformation.Length, false};
    case IRP_MJ_SET_VOLUME_INFORMATION:
      return {p.SetVolumeInformation.VolumeBuffer, p.SetVolumeInformation.Length, false};
    case IRP_MJ_QUERY_EA:
      return {p.QueryEa.EaBuffer, p.QueryEa.Length, true};
    case IRP_MJ_SET_EA:
      return {p.SetEa.EaBuffer, p.SetEa.Length, false};
    default:
      return {};
  }
}

bool use_system_buffer(PIRP irp, DeviceCall& call, const Buffer& in, const Buffer& out) {
  const ULONG bytes = std::max(in.length, out.length);
  if (bytes == 0) return true;
  call.system_buffer = ExAllocatePoolWithTag(NonPagedPoolNx, bytes, kIrpTag);
  std::memset(call.system_buffer, 0, bytes);
  irp->AssociatedIrp.SystemBuffer = call.system_buffer;
  call.user_buffer = out.user;
  call.copy_back = out.length != 0;
  return in.length == 0 || mm::guarded_copy(call.system_buffer, in.user, in.length);
}

bool use_mdl(PIRP irp, const Buffer& buffer, LOCK_OPERATION access) {
  if (buffer.length == 0) return true;
  if (!mm::guarded_probe(buffer.user, buffer.length, access != IoReadAccess)) return false;
  const PMDL mdl = IoAllocateMdl(buffer.user, buffer.length, FALSE, FALSE, nullptr);
  if (mdl == nullptr) return false;
  MmProbeAndLockPages(mdl, KernelMode, access);
  irp->MdlAddress = mdl;
  return true;
}

bool attach_transfer(PIRP irp, DeviceCall& call, PDEVICE_OBJECT device, const Request& request) {
  const auto& read = request.parameters.Parameters.Read;
  const bool reads = request.parameters.MajorFunction == IRP_MJ_READ;
  const Buffer buffer{read.ReadBuffer, read.Length, reads};
  if ((device->Flags & DO_BUFFERED_IO) != 0) {
    return use_system_buffer(irp, call, reads ? Buffer{} : buffer, reads ? buffer : Buffer{});
  }
  if ((device->Flags & DO_DIRECT_IO) != 0) {
    return use_mdl(irp, buffer, reads ? IoWriteAccess : IoReadAccess);
  }
  irp->UserBuffer = read.ReadBuffer;
  return true;
}

bool attach_control(PIRP irp, DeviceCall& call, const Request& request) {
  const auto& control = request.parameters.Parameters.DeviceIoControl.Neither;
  const ULONG method = control.IoControlCode & 3;
  const Buffer in{control.InputBuffer, control.InputBufferLength, false};
  const Buffer out{control.OutputBuffer, control.OutputBufferLength, true};
  if (method == METHOD_NEITHER) {
    irp->UserBuffer = control.OutputBuffer;
    IoGetNextIrpStackLocation(irp)->Parameters.DeviceIoControl.Type3InputBuffer =
        control.InputBuffer;
    return true;
  }
  if (method == METHOD_BUFFERED) {
    irp->UserBuffer = control.OutputBuffer;
    return use_system_buffer(irp, call, in, out);
  }
  return use_system_buffer(irp, call, in, {}) &&
         use_mdl(irp, out, method == METHOD_IN_DIRECT ? IoReadAccess : IoWriteAccess);
}

bool attach_buffers(PIRP irp, DeviceCall& call, PDEVICE_OBJECT device, const Request& request) {
  switch (request.parameters.MajorFunction) {
    case IRP_MJ_READ:
    case IRP_MJ_WRITE:
      return attach_transfer(irp, call, device, request);
    case IRP_MJ_DEVICE_CONTROL:
    case IRP_MJ_INTERNAL_DEVICE_CONTROL:
    case IRP_MJ_FILE_SYSTEM_CONTROL:
      return attach_control(irp, call, request);
    case IRP_MJ_CREATE:
      irp->AssociatedIrp.SystemBuffer = request.parameters.Parameters.Create.EaBuffer;
      irp->Overlay.AllocationSize = request.parameters.Parameters.Create.AllocationSize;
      return true;
    case IRP_MJ_DIRECTORY_CONTROL:
      irp->UserBuffer =
          request.parameters.Parameters.DirectoryControl.QueryDirectory.DirectoryBuffer;
      return true;
    case IRP_MJ_QUERY_SECURITY:
      irp->UserBuffer = request.parameters.Parameters.QuerySecurity.SecurityBuffer;
      return true;
    default: {
      const Buffer buffer = plain_buffer(request.parameters);
      return use_system_buffer(irp, call, buffer.from_driver ? Buffer{} : buffer,
                               buffer.from_driver ? buffer : Buffer{});
    }
  }
}

}  // namespace

PIRP reference_sent_irp(Request& request) {
  const std::lock_guard guard(sent_lock());
  auto* const irp = static_cast<PIRP>(request.fs_state);
  if (irp != nullptr) prefix_of(irp)->references.fetch_add(1, std::memory_order_relaxed);
  return irp;
}

void send_to_device(PDEVICE_OBJECT device, Request& request) {
  const PIRP irp = allocate_irp(device->StackSize);
  auto* const call = new DeviceCall{&request};
  irp->AllocationFlags |= kHostIrp;
  prefix_of(irp)->done = device_done;
  prefix_of(irp)->context = call;
  irp->Flags = request.parameters.IrpFlags;
  irp->RequestorMode = request.mode;
  irp->Tail.Overlay.Thread = request.thread;
  irp->Tail.Overlay.OriginalFileObject = request.parameters.TargetFileObject;
  const PIO_STACK_LOCATION next = IoGetNextIrpStackLocation(irp);
  next->MajorFunction = request.parameters.MajorFunction;
  next->MinorFunction = request.parameters.MinorFunction;
  next->Flags = request.parameters.OperationFlags;
  next->FileObject = request.parameters.TargetFileObject;
  std::memcpy(&next->Parameters, &request.parameters.Parameters, kCommon);
  if (request.parameters.MajorFunction == IRP_MJ_DEVICE_CONTROL ||
      request.parameters.MajorFunction == IRP_MJ_INTERNAL_DEVICE_CONTROL ||
      request.parameters.MajorFunction == IRP_MJ_FILE_SYSTEM_CONTROL) {
    next->Parameters.DeviceIoControl.Type3InputBuffer = nullptr;
  }
  if (!attach_buffers(irp, *call, device, request)) {
    free_call(irp, call);
    request.status = {{STATUS_ACCESS_VIOLATION}, 0};
    request.completion(request, request.context);
    return;
  }
  request.fs_state = irp;
  call_driver(device, irp);
}

}  // namespace flthost::io
