// FsRtl: pool, resources, cancellable waits, file locks of sections, controls with a file object.
#include <flthost/boundary/boundary.h>
#include <flthost/ex/ex.h>
#include <flthost/io/call.h>
#include <flthost/io/irp.h>
#include <flthost/ke/dispatcher.h>
#include <flthost/mm/mm.h>

#include <array>
#include <atomic>
#include <cstring>
#include <unordered_map>

namespace flthost::io {
namespace {

// Waits that end when an IRP is cancelled: by the IRP.
struct Waits {
  std::mutex lock;
  std::unordered_map<PIRP, PKEVENT> events;
};
Waits& waits() {
  static auto* const all = new Waits;
  return *all;
}

// While it lives IoCancelIrp sets the event.
class CancelEvent {
 public:
  explicit CancelEvent(PIRP irp) : irp_(irp) {
    if (irp == nullptr) return;
    event_ = static_cast<PKEVENT>(ex::allocate_zeroed(sizeof(KEVENT), kIrpTag));
    KeInitializeEvent(event_, NotificationEvent, FALSE);
    {
      const std::lock_guard guard(waits().lock);
      waits().events[irp] = event_;
    }
    PDRIVER_CANCEL const none = nullptr;
    PDRIVER_CANCEL expected = none;
    installed_ = std::atomic_ref<PDRIVER_CANCEL>(const_cast<PDRIVER_CANCEL&>(irp->CancelRoutine))
                     .compare_exchange_strong(expected, cancel_wait);
    if (std::atomic_ref<BOOLEAN>(irp->Cancel).load() != FALSE)
      KeSetEvent(event_, IO_NO_INCREMENT, FALSE);
  }
  ~CancelEvent() {
    if (irp_ == nullptr) return;
    if (installed_ && IoSetCancelRoutine(irp_, nullptr) == nullptr) ke::wait_for(event_);
    {
      const std::lock_guard guard(waits().lock);
      waits().events.erase(irp_);
    }
    ex::free(event_);
  }
  CancelEvent(const CancelEvent&) = delete;
  CancelEvent& operator=(const CancelEvent&) = delete;
  PKEVENT get() const { return event_; }

 private:
  PIRP irp_;
  PKEVENT event_ = nullptr;
  bool installed_ = false;
};

NTSTATUS wait_any(PVOID* objects, ULONG count, const LARGE_INTEGER* timeout, PIRP irp) {
  if (irp != nullptr && std::atomic_ref<BOOLEAN>(irp->Cancel).load() != FALSE)
    return STATUS_CANCELLED;
  const CancelEvent cancelled(irp);
  std::array<DISPATCHER_HEADER*, MAXIMUM_WAIT_OBJECTS> all{};
  for (ULONG i = 0; i < count; ++i) all[i] = static_cast<DISPATCHER_HEADER*>(objects[i]);
  ULONG total = count;
  if (cancelled.get() != nullptr && count < MAXIMUM_WAIT_OBJECTS) {
    all[total++] = &cancelled.get()->Header;
  }
  const NTSTATUS status = ke::wait_for(all.data(), total, false, ke::deadline_of(timeout), true);
  return status == STATUS_WAIT_0 + static_cast<NTSTATUS>(count) ? STATUS_CANCELLED : status;
}

NTSTATUS wait_all(PVOID* objects, ULONG count, const LARGE_INTEGER* timeout, PIRP irp) {
  // All of them at once, or cancelled: the wait itself can't say "or", so each is waited for a
  // while at a time only when there is an IRP.
  std::array<DISPATCHER_HEADER*, MAXIMUM_WAIT_OBJECTS> all{};
  for (ULONG i = 0; i < count; ++i) all[i] = static_cast<DISPATCHER_HEADER*>(objects[i]);
  const int64_t deadline = ke::deadline_of(timeout);
  constexpr int64_t kSlice = 100'000;  // 10 ms
  for (;;) {
    if (irp != nullptr && std::atomic_ref<BOOLEAN>(irp->Cancel).load() != FALSE)
      return STATUS_CANCELLED;
    int64_t until = deadline;
    if (irp != nullptr) until = std::min(deadline, ke::interrupt_time() + kSlice);
    const NTSTATUS status = ke::wait_for(all.data(), count, true, until, true);
    if (status != STATUS_TIMEOUT || until == deadline) return status;
  }
}

PVOID or_raise(PVOID memory) {
  if (memory == nullptr) boundary::raise_status(STATUS_INSUFFICIENT_RESOURCES);
  return memory;
}

// FsRtl's own resources, handed out in turn and never deleted.
struct Resources {
  std::mutex lock;
  std::array<PERESOURCE, 16> all{};
  size_t next = 0;
};
Resources& resources() {
  static auto* const shared = new Resources;
  return *shared;
}

NTSTATUS send_section_request(PFILE_OBJECT file, UCHAR major) {
  auto* const output = static_cast<PFS_FILTER_SECTION_SYNC_OUTPUT>(
      ex::allocate_zeroed(sizeof(FS_FILTER_SECTION_SYNC_OUTPUT), kIrpTag));
  output->StructureSize = sizeof *output;
  Request request;
  request.parameters.MajorFunction = major;
  request.parameters.TargetFileObject = file;
  request.kind = RequestKind::FsFilter;
  request.mode = KernelMode;
  request.thread = current_requestor();
  if (major == static_cast<UCHAR>(IRP_MJ_ACQUIRE_FOR_SECTION_SYNCHRONIZATION)) {
    auto& section = request.parameters.Parameters.AcquireForSectionSynchronization;
    section.SyncType = SyncTypeOther;
    section.OutputInformation = output;
  }
  const NTSTATUS status = send_to_file_and_wait(request);
  ex::free(output);
  return status;
}

// A request of the kernel's own to the file system, with buffers of kernel mode.
NTSTATUS kernel_call(PFILE_OBJECT file, Request& request, ULONG_PTR* information) {
  request.parameters.MinorFunction = IRP_MN_KERNEL_CALL;
  request.parameters.IrpFlags = IRP_SYNCHRONOUS_API;
  request.parameters.TargetFileObject = file;
  request.mode = KernelMode;
  request.thread = current_requestor();
  const NTSTATUS status = send_to_file_and_wait(request);
  *information = request.status.Information;
  return status;
}

// Extended attributes are a file system's: not of a device, nor of a volume as a whole.
bool is_direct_open(PFILE_OBJECT file) {
  return volume_or_null(file) == nullptr ||
         (file->Flags & (FO_DIRECT_DEVICE_OPEN | FO_VOLUME_OPEN)) != 0;
}

}  // namespace

// IoCancelIrp calls it directly: it is no driver's. The cancel lock is held.
VOID NTAPI cancel_wait(PDEVICE_OBJECT, PIRP irp) {
  PKEVENT event = nullptr;
  {
    const std::lock_guard guard(waits().lock);
    const auto it = waits().events.find(irp);
    if (it != waits().events.end()) event = it->second;
  }
  IoReleaseCancelSpinLock(irp->CancelIrql);
  if (event != nullptr) KeSetEvent(event, IO_NO_INCREMENT, FALSE);
}

void stop() {
  Resources& shared = resources();
  const std::lock_guard guard(shared.lock);
  for (PERESOURCE& resource : shared.all) {
    if (resource == nullptr) continue;
    ExDeleteResourceLite(resource);
    ex::free(resource);
    resource = nullptr;
  }
}

}  // namespace flthost::io

using namespace flthost;
using namespace flthost::io;

PVOID NTAPI FsRtlAllocatePoolWithTag(POOL_TYPE PoolType, ULONG NumberOfBytes, ULONG Tag) {
  return or_raise(ExAllocatePoolWithTag(PoolType, NumberOfBytes, Tag));
}

PVOID NTAPI FsRtlAllocatePoolWithQuotaTag(POOL_TYPE PoolType, ULONG NumberOfBytes, ULONG Tag) {
  return or_raise(ExAllocatePoolWithTag(PoolType, NumberOfBytes, Tag));
}

PERESOURCE NTAPI FsRtlAllocateResource(VOID) {
  Resources& shared = resources();
  const std::lock_guard guard(shared.lock);
  PERESOURCE& resource = shared.all[shared.next++ % shared.all.size()];
  if (resource == nullptr) {
    resource = static_cast<PERESOURCE>(ex::allocate_zeroed(sizeof(ERESOURCE), kIrpTag));
    ExInitializeResourceLite(resource);
  }
  return resource;
}

NTSTATUS NTAPI FsRtlCancellableWaitForSingleObject(PVOID Object, PLARGE_INTEGER Timeout, PIRP Irp) {
  return wait_any(&Object, 1, Timeout, Irp);
}

NTSTATUS NTAPI FsRtlCancellableWaitForMultipleObjects(ULONG Count, PVOID ObjectArray[],
                                                      WAIT_TYPE WaitType, PLARGE_INTEGER Timeout,
                                                      PKWAIT_BLOCK WaitBlockArray, PIRP Irp) {
  constexpr ULONG kWithoutBlocks = THREAD_WAIT_OBJECTS;
  if (Count > MAXIMUM_WAIT_OBJECTS || (Count > kWithoutBlocks && WaitBlockArray == nullptr)) {
    ke::bugcheck({.code = 0x0C,  // MAXIMUM_WAIT_OBJECTS_EXCEEDED
                  .parameters = {Count, 0, 0, 0},
                  .reason = "FsRtlCancellableWaitForMultipleObjects with more objects than there "
                            "are wait blocks; pass WaitBlockArray."});
  }
  return WaitType == WaitAll ? wait_all(ObjectArray, Count, Timeout, Irp)
                             : wait_any(ObjectArray, Count, Timeout, Irp);
}

// Enters a critical region and asks the filters and the file system, as Cc and Mm do.
VOID NTAPI FsRtlAcquireFileExclusive(PFILE_OBJECT FileObject) {
  KeEnterCriticalRegion();
  static_cast<void>(send_section_request(
      FileObject, static_cast<UCHAR>(IRP_MJ_ACQUIRE_FOR_SECTION_SYNCHRONIZATION)));
}

VOID NTAPI FsRtlReleaseFile(PFILE_OBJECT FileObject) {
  static_cast<void>(send_section_request(
      FileObject, static_cast<UCHAR>(IRP_MJ_RELEASE_FOR_SECTION_SYNCHRONIZATION)));
  KeLeaveCriticalRegion();
}

// No volume here holds a paging file.
LOGICAL NTAPI FsRtlIsPagingFile(PFILE_OBJECT) {
  return FALSE;
}
ULONG NTAPI FsRtlIsSystemPagingFile(PFILE_OBJECT) {
  return FALSE;
}

NTSTATUS NTAPI FsRtlGetFileSize(PFILE_OBJECT FileObject, PLARGE_INTEGER FileSize) {
  if (volume_or_null(FileObject) == nullptr || FileObject->FsContext == nullptr) {
    return STATUS_INVALID_PARAMETER;
  }
  if (io::stream_of(FileObject).directory) return STATUS_FILE_IS_A_DIRECTORY;
  *FileSize = io::stream_of(FileObject).header.FileSize;
  return STATUS_SUCCESS;
}

// Offloaded transfers would go round the filters: no volume here does them.
NTSTATUS NTAPI FsRtlGetSupportedFeatures(PDEVICE_OBJECT DeviceObject, PULONG SupportedFeatures) {
  *SupportedFeatures = 0;
  const HostDevice& host = host_device(DeviceObject);
  const bool file_system = DeviceObject->DeviceType == FILE_DEVICE_DISK_FILE_SYSTEM ||
                           DeviceObject->DeviceType == FILE_DEVICE_NETWORK_FILE_SYSTEM ||
                           DeviceObject->DeviceType == FILE_DEVICE_CD_ROM_FILE_SYSTEM;
  if (!file_system) return STATUS_FLT_INTERNAL_ERROR;
  return host.volume != nullptr ? STATUS_SUCCESS : STATUS_FLT_VOLUME_NOT_FOUND;
}

NTSTATUS NTAPI FsRtlKernelFsControlFile(PFILE_OBJECT FileObject, ULONG FsControlCode,
                                        PVOID InputBuffer, ULONG InputBufferLength,
                                        PVOID OutputBuffer, ULONG OutputBufferLength,
                                        PULONG RetOutputBufferSize) {
  *RetOutputBufferSize = 0;
  if (FileObject == nullptr || volume_or_null(FileObject) == nullptr) {
    return STATUS_INVALID_PARAMETER;
  }
  const ULONG method = FsControlCode & 3;
  if (method != METHOD_BUFFERED && method != METHOD_NEITHER) return STATUS_INVALID_PARAMETER;
  Request request;
  request.parameters.MajorFunction = IRP_MJ_FILE_SYSTEM_CONTROL;
  auto& control = request.parameters.Parameters.FileSystemControl;
  control.Neither.FsControlCode = FsControlCode;
  control.Neither.InputBufferLength = InputBufferLength;
  control.Neither.OutputBufferLength = OutputBufferLength;
  void* system = nullptr;
  if (method == METHOD_NEITHER) {
    control.Neither.InputBuffer = InputBuffer;
    control.Neither.OutputBuffer = OutputBuffer;
  } else {
    system = copy_in(InputBuffer, InputBufferLength, OutputBufferLength);
    if (system == nullptr) return STATUS_INVALID_PARAMETER;
    control.Buffered.SystemBuffer = system;
  }
  ULONG_PTR information = 0;
  const NTSTATUS status = kernel_call(FileObject, request, &information);
  *RetOutputBufferSize = static_cast<ULONG>(information);
  if (system != nullptr) {
    if (!NT_ERROR(status) && OutputBuffer != nullptr) {
      std::memcpy(OutputBuffer, system, std::min<size_t>(information, OutputBufferLength));
    }
    ex::free(system);
  }
  return status;
}

NTSTATUS NTAPI FsRtlQueryKernelEaFile(PFILE_OBJECT FileObject, PVOID ReturnedEaData, ULONG Length,
                                      BOOLEAN ReturnSingleEntry, PVOID EaList, ULONG EaListLength,
                                      PULONG EaIndex, BOOLEAN RestartScan, PULONG LengthReturned) {
  if (LengthReturned != nullptr) *LengthReturned = 0;
  if (is_direct_open(FileObject)) return STATUS_INVALID_DEVICE_REQUEST;
  Request request;
  request.parameters.MajorFunction = IRP_MJ_QUERY_EA;
  UCHAR& flags = request.parameters.OperationFlags;
  if (ReturnSingleEntry != FALSE) flags |= SL_RETURN_SINGLE_ENTRY;
  if (RestartScan != FALSE) flags |= SL_RESTART_SCAN;
  if (EaIndex != nullptr) flags |= SL_INDEX_SPECIFIED;
  auto& query = request.parameters.Parameters.QueryEa;
  query.Length = Length;
  query.EaList = EaList;
  query.EaListLength = EaListLength;
  query.EaIndex = EaIndex != nullptr ? *EaIndex : 0;
  query.EaBuffer = ReturnedEaData;
  ULONG_PTR information = 0;
  const NTSTATUS status = kernel_call(FileObject, request, &information);
  if (LengthReturned != nullptr) *LengthReturned = static_cast<ULONG>(information);
  return status;
}

NTSTATUS NTAPI FsRtlSetKernelEaFile(PFILE_OBJECT FileObject, PVOID EaBuffer, ULONG Length) {
  if (is_direct_open(FileObject)) return STATUS_INVALID_DEVICE_REQUEST;
  ULONG offset = 0;
  const NTSTATUS valid =
      IoCheckEaBufferValidity(static_cast<PFILE_FULL_EA_INFORMATION>(EaBuffer), Length, &offset);
  if (!NT_SUCCESS(valid)) return valid;
  Request request;
  request.parameters.MajorFunction = IRP_MJ_SET_EA;
  request.parameters.Parameters.SetEa.Length = Length;
  request.parameters.Parameters.SetEa.EaBuffer = EaBuffer;
  ULONG_PTR information = 0;
  return kernel_call(FileObject, request, &information);
}

namespace flthost::io {

ke::ExportTable fsrtl_exports() {
  static const ke::Export rows[] = {
      FLTHOST_EXPORT(FsRtlAllocatePoolWithTag),
      FLTHOST_EXPORT(FsRtlAllocatePoolWithQuotaTag),
      FLTHOST_EXPORT(FsRtlAllocateResource),
      FLTHOST_EXPORT(FsRtlCancellableWaitForSingleObject),
      FLTHOST_EXPORT(FsRtlCancellableWaitForMultipleObjects),
      FLTHOST_EXPORT(FsRtlAcquireFileExclusive),
      FLTHOST_EXPORT(FsRtlReleaseFile),
      FLTHOST_EXPORT(FsRtlIsPagingFile),
      FLTHOST_EXPORT(FsRtlIsSystemPagingFile),
      FLTHOST_EXPORT(FsRtlGetFileSize),
      FLTHOST_EXPORT(FsRtlGetSupportedFeatures),
      FLTHOST_EXPORT(FsRtlKernelFsControlFile),
      FLTHOST_EXPORT(FsRtlQueryKernelEaFile),
      FLTHOST_EXPORT(FsRtlSetKernelEaFile),
  };
  return {rows, std::size(rows)};
}

}  // namespace flthost::io
