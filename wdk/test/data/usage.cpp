// Never run: what minifilters commonly write must compile as it stands, with C++'s strict types.
#include <fltKernel.h>
#include <ntintsafe.h>
#include <ntstrsafe.h>

#define PAGE_CODE __declspec(code_seg("PAGE"))
#define INIT_CODE __declspec(code_seg("INIT"))
#define TAG 'egsU'

extern "C" DRIVER_INITIALIZE DriverEntry;

namespace {

struct StreamContext {
  EX_PUSH_LOCK lock;
  UNICODE_STRING name;
  LONG volatile uses;
};

struct Globals {
  PFLT_FILTER filter;
  PFLT_PORT server_port;
  PFLT_PORT client_port;
  NPAGED_LOOKASIDE_LIST lookaside;
  KEVENT stop;
  KSPIN_LOCK lock;
  ERESOURCE resource;
  FAST_MUTEX mutex;
  EX_RUNDOWN_REF rundown;
  EX_SPIN_LOCK readers;
  RTL_AVL_TABLE table;
  SLIST_HEADER free_list;
  KDPC dpc;
  KTIMER timer;
  KQUEUE queue;
  PETHREAD thread;
  PVOID(NTAPI* allocate2)(POOL_FLAGS, SIZE_T, ULONG);
} g;

PAGE_CODE NTSTATUS name_of(PFLT_CALLBACK_DATA data, PUNICODE_STRING copy) {
  PFLT_FILE_NAME_INFORMATION info = nullptr;
  PAGED_CODE();
  NTSTATUS status = FltGetFileNameInformation(
      data, FLT_FILE_NAME_NORMALIZED | FLT_FILE_NAME_QUERY_DEFAULT, &info);
  if (!NT_SUCCESS(status)) return status;
  status = FltParseFileNameInformation(info);
  if (NT_SUCCESS(status) && RtlEqualUnicodeString(&info->Extension, copy, TRUE)) {
    status = RtlUnicodeStringCopy(copy, &info->Name);
  }
  FltReleaseFileNameInformation(info);
  return status;
}

PAGE_CODE NTSTATUS stream_context(PCFLT_RELATED_OBJECTS objects) {
  StreamContext* context = nullptr;
  PFLT_CONTEXT old = nullptr;
  NTSTATUS status = FltGetStreamContext(objects->Instance, objects->FileObject,
                                        reinterpret_cast<PFLT_CONTEXT*>(&context));
  if (status == STATUS_NOT_FOUND) {
    status = FltAllocateContext(objects->Filter, FLT_STREAM_CONTEXT, sizeof(StreamContext),
                                NonPagedPoolNx, reinterpret_cast<PFLT_CONTEXT*>(&context));
    if (!NT_SUCCESS(status)) return status;
    FltInitializePushLock(&context->lock);
    status = FltSetStreamContext(objects->Instance, objects->FileObject,
                                 FLT_SET_CONTEXT_KEEP_IF_EXISTS, context, &old);
    if (old != nullptr) FltReleaseContext(old);
  }
  if (NT_SUCCESS(status)) {
    InterlockedIncrement(&context->uses);
    FltAcquirePushLockExclusive(&context->lock);
    FltReleasePushLock(&context->lock);
  }
  if (context != nullptr) FltReleaseContext(context);
  return status;
}

FLT_PREOP_CALLBACK_STATUS FLTAPI pre_create(PFLT_CALLBACK_DATA data, PCFLT_RELATED_OBJECTS objects,
                                            PVOID* completion) {
  const auto& create = data->Iopb->Parameters.Create;
  const ULONG disposition = (create.Options >> 24) & 0xFF;
  if (FlagOn(data->Iopb->OperationFlags, SL_OPEN_PAGING_FILE) ||
      FlagOn(objects->FileObject->Flags, FO_VOLUME_OPEN) ||
      FlagOn(create.Options, FILE_OPEN_BY_FILE_ID) || disposition == FILE_SUPERSEDE ||
      FlagOn(create.SecurityContext->DesiredAccess, FILE_WRITE_DATA | DELETE)) {
    return FLT_PREOP_SUCCESS_NO_CALLBACK;
  }
  UNICODE_STRING copy = {};
  if (!NT_SUCCESS(name_of(data, &copy)) || !NT_SUCCESS(stream_context(objects))) {
    return FLT_PREOP_SUCCESS_NO_CALLBACK;
  }
  LARGE_INTEGER timeout;
  timeout.QuadPart = -10LL * 1000 * 1000;
  UCHAR request[64] = {};
  UCHAR reply[64];
  ULONG length = sizeof(reply);
  const NTSTATUS status = FltSendMessage(objects->Filter, &g.client_port, request, sizeof(request),
                                         reply, &length, &timeout);
  if (status == STATUS_TIMEOUT || !NT_SUCCESS(status)) {
    data->IoStatus.Status = STATUS_ACCESS_DENIED;
    data->IoStatus.Information = 0;
    return FLT_PREOP_COMPLETE;
  }
  *completion = nullptr;
  return FLT_PREOP_SYNCHRONIZE;
}

VOID FLTAPI deferred(PFLT_DEFERRED_IO_WORKITEM item, PFLT_CALLBACK_DATA data, PVOID context) {
  UNREFERENCED_PARAMETER(context);
  FltFreeDeferredIoWorkItem(item);
  FltCompletePendedPreOperation(data, FLT_PREOP_SUCCESS_WITH_CALLBACK, nullptr);
}

FLT_PREOP_CALLBACK_STATUS FLTAPI pre_read(PFLT_CALLBACK_DATA data, PCFLT_RELATED_OBJECTS, PVOID*) {
  auto& read = data->Iopb->Parameters.Read;
  if (FLT_IS_FASTIO_OPERATION(data)) return FLT_PREOP_DISALLOW_FASTIO;
  if (!FltIsOperationSynchronous(data) && FlagOn(data->Iopb->IrpFlags, IRP_PAGING_IO)) {
    auto item = FltAllocateDeferredIoWorkItem();
    if (item != nullptr &&
        NT_SUCCESS(FltQueueDeferredIoWorkItem(item, data, deferred, DelayedWorkQueue, nullptr))) {
      return FLT_PREOP_PENDING;
    }
  }
  PVOID swapped = FltAllocatePoolAlignedWithTag(data->Iopb->TargetInstance, NonPagedPool,
                                                ROUND_TO_PAGES(read.Length), TAG);
  if (swapped == nullptr) return FLT_PREOP_SUCCESS_NO_CALLBACK;
  PMDL mdl = IoAllocateMdl(swapped, read.Length, FALSE, FALSE, nullptr);
  if (mdl != nullptr) {
    MmBuildMdlForNonPagedPool(mdl);
    read.ReadBuffer = swapped;
    read.MdlAddress = mdl;
    FltSetCallbackDataDirty(data);
    FLT_SET_CALLBACK_DATA_DIRTY(data);
  }
  return FLT_PREOP_SUCCESS_WITH_CALLBACK;
}

FLT_POSTOP_CALLBACK_STATUS FLTAPI safe_post(PFLT_CALLBACK_DATA data, PCFLT_RELATED_OBJECTS, PVOID,
                                            FLT_POST_OPERATION_FLAGS) {
  PMDL* mdl = nullptr;
  PVOID* buffer = nullptr;
  PULONG length = nullptr;
  LOCK_OPERATION wanted = IoReadAccess;
  if (NT_SUCCESS(FltLockUserBuffer(data)) &&
      NT_SUCCESS(FltDecodeParameters(data, &mdl, &buffer, &length, &wanted)) && mdl != nullptr) {
    PVOID address = MmGetSystemAddressForMdlSafe(*mdl, NormalPagePriority | MdlMappingNoExecute);
    if (address != nullptr) RtlZeroMemory(address, *length);
  }
  return FLT_POSTOP_FINISHED_PROCESSING;
}

FLT_POSTOP_CALLBACK_STATUS FLTAPI post_read(PFLT_CALLBACK_DATA data, PCFLT_RELATED_OBJECTS objects,
                                            PVOID context, FLT_POST_OPERATION_FLAGS flags) {
  FLT_POSTOP_CALLBACK_STATUS status = FLT_POSTOP_FINISHED_PROCESSING;
  if (FlagOn(flags, FLTFL_POST_OPERATION_DRAINING) || !NT_SUCCESS(data->IoStatus.Status)) {
    return status;
  }
  if (KeGetCurrentIrql() > APC_LEVEL &&
      !FltDoCompletionProcessingWhenSafe(data, objects, context, flags, safe_post, &status)) {
    data->IoStatus.Status = STATUS_UNSUCCESSFUL;
  }
  return status;
}

VOID NTAPI on_process(PEPROCESS process, HANDLE pid, PPS_CREATE_NOTIFY_INFO info) {
  PUNICODE_STRING image = nullptr;
  if (info != nullptr && info->ImageFileName != nullptr && info->FileOpenNameAvailable) {
    DbgPrint("%wZ %p by %p\n", info->ImageFileName, pid, info->CreatingThreadId.UniqueProcess);
  } else if (NT_SUCCESS(SeLocateProcessImageName(process, &image))) {
    ExFreePool(image);
  }
}

RTL_GENERIC_COMPARE_RESULTS NTAPI compare(PRTL_AVL_TABLE, PVOID a, PVOID b) {
  return a < b ? GenericLessThan : a > b ? GenericGreaterThan : GenericEqual;
}

PVOID NTAPI allocate(PRTL_AVL_TABLE, CLONG size) {
  return ExAllocatePoolWithTag(NonPagedPoolNx, size, TAG);
}

VOID NTAPI release(PRTL_AVL_TABLE, PVOID entry) {
  ExFreePoolWithTag(entry, TAG);
}

VOID NTAPI on_timer(PKDPC, PVOID, PVOID, PVOID) {
  KIRQL irql = ExAcquireSpinLockExclusive(&g.readers);
  ExReleaseSpinLockExclusive(&g.readers, irql);
  KLOCK_QUEUE_HANDLE handle;
  KeAcquireInStackQueuedSpinLockAtDpcLevel(&g.lock, &handle);
  KeReleaseInStackQueuedSpinLockFromDpcLevel(&handle);
}

VOID NTAPI worker(PVOID context) {
  PVOID objects[2] = {&g.stop, &g.queue};
  LARGE_INTEGER now, timeout = {};
  KeQuerySystemTimePrecise(&now);
  timeout.QuadPart = -50 * 10000LL;
  KeWaitForMultipleObjects(2, objects, WaitAny, Executive, KernelMode, FALSE, &timeout, nullptr);
  PLIST_ENTRY entry = KeRemoveQueue(&g.queue, KernelMode, nullptr);
  UNREFERENCED_PARAMETER(entry);
  UNREFERENCED_PARAMETER(context);
  PsTerminateSystemThread(STATUS_SUCCESS);
}

NTSTATUS FLTAPI on_connect(PFLT_PORT port, PVOID, PVOID, ULONG, PVOID* cookie) {
  g.client_port = port;
  *cookie = nullptr;
  return STATUS_SUCCESS;
}

VOID FLTAPI on_disconnect(PVOID) {
  FltCloseClientPort(g.filter, &g.client_port);
}

NTSTATUS FLTAPI on_message(PVOID, PVOID input, ULONG size, PVOID output, ULONG room,
                           PULONG returned) {
  *returned = 0;
  __try {
    if (input == nullptr || size < sizeof(ULONG)) return STATUS_INVALID_PARAMETER;
    ProbeForWrite(output, room, sizeof(ULONG));
    *static_cast<PULONG>(output) = *static_cast<PULONG>(input);
    *returned = sizeof(ULONG);
  } __except (GetExceptionCode() == STATUS_ACCESS_VIOLATION ? EXCEPTION_EXECUTE_HANDLER
                                                            : EXCEPTION_CONTINUE_SEARCH) {
    return GetExceptionCode();
  }
  return STATUS_SUCCESS;
}

PAGE_CODE NTSTATUS FLTAPI unload(FLT_FILTER_UNLOAD_FLAGS) {
  PsSetCreateProcessNotifyRoutineEx(on_process, TRUE);
  KeSetEvent(&g.stop, IO_NO_INCREMENT, FALSE);
  KeWaitForSingleObject(g.thread, Executive, KernelMode, FALSE, nullptr);
  ObDereferenceObject(g.thread);
  FltCloseCommunicationPort(g.server_port);
  FltUnregisterFilter(g.filter);
  ExDeleteNPagedLookasideList(&g.lookaside);
  ExDeleteResourceLite(&g.resource);
  return STATUS_SUCCESS;
}

PAGE_CODE NTSTATUS FLTAPI setup(PCFLT_RELATED_OBJECTS objects, FLT_INSTANCE_SETUP_FLAGS flags,
                                DEVICE_TYPE device, FLT_FILESYSTEM_TYPE filesystem) {
  UCHAR room[sizeof(FLT_VOLUME_PROPERTIES) + 512];
  ULONG length = 0;
  auto* properties = reinterpret_cast<PFLT_VOLUME_PROPERTIES>(room);
  const NTSTATUS status =
      FltGetVolumeProperties(objects->Volume, properties, sizeof(room), &length);
  if (!NT_SUCCESS(status) || device == FILE_DEVICE_NETWORK_FILE_SYSTEM ||
      filesystem == FLT_FSTYPE_RAW || FlagOn(flags, FLTFL_INSTANCE_SETUP_DETACHED_VOLUME)) {
    return STATUS_FLT_DO_NOT_ATTACH;
  }
  return properties->SectorSize != 0 ? STATUS_SUCCESS : STATUS_FLT_DO_NOT_ATTACH;
}

VOID FLTAPI cleanup(PFLT_CONTEXT context, FLT_CONTEXT_TYPE type) {
  NT_ASSERT(type == FLT_STREAM_CONTEXT);
  FltDeletePushLock(&static_cast<StreamContext*>(context)->lock);
}

const FLT_CONTEXT_REGISTRATION contexts[] = {
    {FLT_STREAM_CONTEXT, 0, cleanup, sizeof(StreamContext), TAG, nullptr, nullptr, nullptr},
    {FLT_CONTEXT_END}};

const FLT_OPERATION_REGISTRATION operations[] = {
    {IRP_MJ_CREATE, 0, pre_create, nullptr, nullptr},
    {IRP_MJ_READ, FLTFL_OPERATION_REGISTRATION_SKIP_CACHED_IO, pre_read, post_read, nullptr},
    {IRP_MJ_ACQUIRE_FOR_SECTION_SYNCHRONIZATION, 0, pre_create, nullptr, nullptr},
    {IRP_MJ_OPERATION_END}};

const FLT_REGISTRATION registration = {sizeof(FLT_REGISTRATION),
                                       FLT_REGISTRATION_VERSION,
                                       0,
                                       contexts,
                                       operations,
                                       unload,
                                       setup,
                                       nullptr,
                                       nullptr,
                                       nullptr,
                                       nullptr,
                                       nullptr,
                                       nullptr,
                                       nullptr,
                                       nullptr,
                                       nullptr};

INIT_CODE NTSTATUS open_port() {
  UNICODE_STRING name = RTL_CONSTANT_STRING(L"\\UsagePort");
  OBJECT_ATTRIBUTES attributes;
  PSECURITY_DESCRIPTOR descriptor = nullptr;
  NTSTATUS status = FltBuildDefaultSecurityDescriptor(&descriptor, FLT_PORT_ALL_ACCESS);
  if (!NT_SUCCESS(status)) return status;
  InitializeObjectAttributes(&attributes, &name, OBJ_KERNEL_HANDLE | OBJ_CASE_INSENSITIVE, nullptr,
                             descriptor);
  status = FltCreateCommunicationPort(g.filter, &g.server_port, &attributes, nullptr, on_connect,
                                      on_disconnect, on_message, 1);
  FltFreeSecurityDescriptor(descriptor);
  return status;
}

INIT_CODE NTSTATUS start_thread() {
  HANDLE handle = nullptr;
  OBJECT_ATTRIBUTES attributes;
  InitializeObjectAttributes(&attributes, nullptr, OBJ_KERNEL_HANDLE, nullptr, nullptr);
  NTSTATUS status = PsCreateSystemThread(&handle, THREAD_ALL_ACCESS, &attributes, nullptr, nullptr,
                                         worker, nullptr);
  if (!NT_SUCCESS(status)) return status;
  status = ObReferenceObjectByHandle(handle, THREAD_ALL_ACCESS, *PsThreadType, KernelMode,
                                     reinterpret_cast<PVOID*>(&g.thread), nullptr);
  ZwClose(handle);
  return status;
}

}  // namespace

INIT_CODE NTSTATUS NTAPI DriverEntry(PDRIVER_OBJECT driver, PUNICODE_STRING path) {
  UNICODE_STRING routine = RTL_CONSTANT_STRING(L"ExAllocatePool2");
  LARGE_INTEGER due;
  UCHAR value[sizeof(KEY_VALUE_PARTIAL_INFORMATION) + sizeof(ULONG)];
  ULONG length = 0;
  due.QuadPart = -1;
  g.allocate2 = reinterpret_cast<decltype(g.allocate2)>(MmGetSystemRoutineAddress(&routine));
  KeInitializeEvent(&g.stop, NotificationEvent, FALSE);
  KeInitializeSpinLock(&g.lock);
  KeInitializeQueue(&g.queue, 0);
  ExInitializeFastMutex(&g.mutex);
  ExInitializeResourceLite(&g.resource);
  ExInitializeRundownProtection(&g.rundown);
  InitializeSListHead(&g.free_list);
  ExInitializeNPagedLookasideList(&g.lookaside, nullptr, nullptr, POOL_NX_ALLOCATION, 128, TAG, 0);
  RtlInitializeGenericTableAvl(&g.table, compare, allocate, release, nullptr);
  KeInitializeDpc(&g.dpc, on_timer, nullptr);
  KeInitializeTimerEx(&g.timer, NotificationTimer);
  KeSetTimer(&g.timer, due, &g.dpc);
  FltAcquireResourceExclusive(&g.resource);
  FltReleaseResource(&g.resource);
  OBJECT_ATTRIBUTES attributes;
  HANDLE key = nullptr;
  InitializeObjectAttributes(&attributes, path, OBJ_KERNEL_HANDLE, nullptr, nullptr);
  if (NT_SUCCESS(ZwOpenKey(&key, KEY_READ, &attributes))) {
    ZwQueryValueKey(key, &routine, KeyValuePartialInformation, value, sizeof(value), &length);
    ZwClose(key);
  }
  NTSTATUS status = FltRegisterFilter(driver, &registration, &g.filter);
  if (NT_SUCCESS(status)) status = open_port();
  if (NT_SUCCESS(status)) status = start_thread();
  if (NT_SUCCESS(status)) status = PsSetCreateProcessNotifyRoutineEx(on_process, FALSE);
  PVOID item = ExAllocateFromNPagedLookasideList(&g.lookaside);
  if (item != nullptr) ExFreeToNPagedLookasideList(&g.lookaside, item);
  InterlockedPushEntrySList(&g.free_list, InterlockedPopEntrySList(&g.free_list));
  return NT_SUCCESS(status) ? FltStartFiltering(g.filter) : status;
}
