/* Pends reads, writes and set-information requests in their pre-operation and lets them go on from
 * a thread of its own. Between the two they lie in a cancel-safe queue, so that a request whose
 * process dies does not wait for its turn.
 *
 * What must not be pended is not: paging I/O and requests under a top-level one (the file system
 * may hold locks that only this thread can take again), and what is no IRP. */
#include <fltKernel.h>

#define TAG_ENTRY 'EdnP'
#define TAG_CONTEXT 'CdnP'

typedef struct INSTANCE {
  FLT_CALLBACK_DATA_QUEUE queue;
  LIST_ENTRY entries; /* under `lock`, as the queue's routines take it */
  KSPIN_LOCK lock;
  KSEMAPHORE arrived; /* one for each entry, and one to end */
  PKTHREAD thread;
  volatile LONG ending;
  LONG pended, resumed, cancelled;
} INSTANCE;

/* Of a request in the queue. */
typedef struct ENTRY {
  FLT_CALLBACK_DATA_QUEUE_IO_CONTEXT io;
  INSTANCE* owner;
} ENTRY;

static PFLT_FILTER filter;
static NPAGED_LOOKASIDE_LIST entries;

/* ---------------------------------------------------------------- the queue's own routines */

static INSTANCE* instance_of(PFLT_CALLBACK_DATA_QUEUE queue) {
  return CONTAINING_RECORD(queue, INSTANCE, queue);
}

static VOID NTAPI queue_acquire(PFLT_CALLBACK_DATA_QUEUE queue, PKIRQL irql) {
  KeAcquireSpinLock(&instance_of(queue)->lock, irql);
}

static VOID NTAPI queue_release(PFLT_CALLBACK_DATA_QUEUE queue, KIRQL irql) {
  KeReleaseSpinLock(&instance_of(queue)->lock, irql);
}

static NTSTATUS NTAPI queue_insert(PFLT_CALLBACK_DATA_QUEUE queue, PFLT_CALLBACK_DATA data,
                                   PVOID context) {
  (void)context;
  InsertTailList(&instance_of(queue)->entries, &data->QueueLinks);
  return STATUS_SUCCESS;
}

static VOID NTAPI queue_remove(PFLT_CALLBACK_DATA_QUEUE queue, PFLT_CALLBACK_DATA data) {
  (void)queue;
  RemoveEntryList(&data->QueueLinks);
}

static PFLT_CALLBACK_DATA NTAPI queue_peek(PFLT_CALLBACK_DATA_QUEUE queue, PFLT_CALLBACK_DATA data,
                                           PVOID context) {
  INSTANCE* instance = instance_of(queue);
  LIST_ENTRY* next = data == NULL ? instance->entries.Flink : data->QueueLinks.Flink;
  (void)context;
  if (next == &instance->entries) return NULL;
  return CONTAINING_RECORD(next, FLT_CALLBACK_DATA, QueueLinks);
}

/* The request is out of the queue already, and ours to end. */
static VOID NTAPI queue_cancelled(PFLT_CALLBACK_DATA_QUEUE queue, PFLT_CALLBACK_DATA data) {
  ENTRY* entry = data->QueueContext[0];
  InterlockedIncrement(&instance_of(queue)->cancelled);
  data->IoStatus.Status = STATUS_CANCELLED;
  data->IoStatus.Information = 0;
  FltCompletePendedPreOperation(data, FLT_PREOP_COMPLETE, NULL);
  ExFreeToNPagedLookasideList(&entries, entry);
}

/* ---------------------------------------------------------------- pending and going on */

static BOOLEAN may_pend(PFLT_CALLBACK_DATA data) {
  return FLT_IS_IRP_OPERATION(data) &&
         (data->Iopb->IrpFlags & (IRP_PAGING_IO | IRP_SYNCHRONOUS_PAGING_IO)) == 0 &&
         IoGetTopLevelIrp() == NULL;
}

static FLT_PREOP_CALLBACK_STATUS NTAPI pre_operation(PFLT_CALLBACK_DATA data,
                                                     PCFLT_RELATED_OBJECTS objects,
                                                     PVOID* completion_context) {
  const UCHAR major = data->Iopb->MajorFunction;
  INSTANCE* instance = NULL;
  ENTRY* entry;
  NTSTATUS status;
  (void)completion_context;
  /* A fast read can't wait; as an IRP it can. */
  if (FLT_IS_FASTIO_OPERATION(data)) return FLT_PREOP_DISALLOW_FASTIO;
  if (!may_pend(data)) return FLT_PREOP_SUCCESS_NO_CALLBACK;
  /* The thread that goes on with it has another address space. */
  if ((major == IRP_MJ_READ || major == IRP_MJ_WRITE) &&
      (data->Iopb->MinorFunction & IRP_MN_MDL) == 0 && data->Iopb->Parameters.Read.Length != 0) {
    status = FltLockUserBuffer(data);
    if (!NT_SUCCESS(status)) {
      data->IoStatus.Status = status;
      data->IoStatus.Information = 0;
      return FLT_PREOP_COMPLETE;
    }
  }
  status = FltGetInstanceContext(objects->Instance, (PFLT_CONTEXT*)&instance);
  if (!NT_SUCCESS(status)) return FLT_PREOP_SUCCESS_NO_CALLBACK;
  entry = ExAllocateFromNPagedLookasideList(&entries);
  if (entry == NULL) {
    FltReleaseContext(instance);
    return FLT_PREOP_SUCCESS_NO_CALLBACK;
  }
  RtlZeroMemory(entry, sizeof(*entry));
  entry->owner = instance;
  data->QueueContext[0] = entry;
  data->QueueContext[1] = NULL;
  status = FltCbdqInsertIo(&instance->queue, data, &entry->io, NULL);
  if (NT_SUCCESS(status)) {
    /* The request may be gone already; the instance is held by its context's reference. */
    InterlockedIncrement(&instance->pended);
    KeReleaseSemaphore(&instance->arrived, IO_NO_INCREMENT, 1, FALSE);
    FltReleaseContext(instance);
    return FLT_PREOP_PENDING;
  }
  /* The instance is being torn down, or the request has been cancelled. */
  ExFreeToNPagedLookasideList(&entries, entry);
  FltReleaseContext(instance);
  if (status == STATUS_CANCELLED) {
    data->IoStatus.Status = status;
    data->IoStatus.Information = 0;
    return FLT_PREOP_COMPLETE;
  }
  return FLT_PREOP_SUCCESS_NO_CALLBACK;
}

static BOOLEAN resume_next(INSTANCE* instance) {
  PFLT_CALLBACK_DATA data = FltCbdqRemoveNextIo(&instance->queue, NULL);
  ENTRY* entry;
  if (data == NULL) return FALSE;
  entry = data->QueueContext[0];
  InterlockedIncrement(&instance->resumed);
  FltCompletePendedPreOperation(data, FLT_PREOP_SUCCESS_NO_CALLBACK, NULL);
  ExFreeToNPagedLookasideList(&entries, entry);
  return TRUE;
}

static VOID NTAPI worker(PVOID context) {
  INSTANCE* instance = context;
  for (;;) {
    KeWaitForSingleObject(&instance->arrived, Executive, KernelMode, FALSE, NULL);
    if (!resume_next(instance) && instance->ending != 0) break;
  }
  PsTerminateSystemThread(STATUS_SUCCESS);
}

/* ---------------------------------------------------------------- life of an instance */

static NTSTATUS start_worker(INSTANCE* instance) {
  HANDLE handle = NULL;
  OBJECT_ATTRIBUTES attributes;
  NTSTATUS status;
  InitializeObjectAttributes(&attributes, NULL, OBJ_KERNEL_HANDLE, NULL, NULL);
  status =
      PsCreateSystemThread(&handle, THREAD_ALL_ACCESS, &attributes, NULL, NULL, worker, instance);
  if (!NT_SUCCESS(status)) return status;
  status = ObReferenceObjectByHandle(handle, SYNCHRONIZE, *PsThreadType, KernelMode,
                                     (PVOID*)&instance->thread, NULL);
  ZwClose(handle);
  return status;
}

static NTSTATUS NTAPI instance_setup(PCFLT_RELATED_OBJECTS objects, FLT_INSTANCE_SETUP_FLAGS flags,
                                     DEVICE_TYPE device, FLT_FILESYSTEM_TYPE type) {
  INSTANCE* instance = NULL;
  NTSTATUS status = FltAllocateContext(filter, FLT_INSTANCE_CONTEXT, sizeof(INSTANCE), NonPagedPool,
                                       (PFLT_CONTEXT*)&instance);
  (void)flags;
  (void)device;
  (void)type;
  if (!NT_SUCCESS(status)) return STATUS_FLT_DO_NOT_ATTACH;
  RtlZeroMemory(instance, sizeof(*instance));
  InitializeListHead(&instance->entries);
  KeInitializeSpinLock(&instance->lock);
  KeInitializeSemaphore(&instance->arrived, 0, MAXLONG);
  status = FltCbdqInitialize(objects->Instance, &instance->queue, queue_insert, queue_remove,
                             queue_peek, queue_acquire, queue_release, queue_cancelled);
  if (NT_SUCCESS(status)) status = start_worker(instance);
  if (NT_SUCCESS(status)) {
    status =
        FltSetInstanceContext(objects->Instance, FLT_SET_CONTEXT_KEEP_IF_EXISTS, instance, NULL);
    if (!NT_SUCCESS(status)) {
      InterlockedExchange(&instance->ending, 1);
      KeReleaseSemaphore(&instance->arrived, IO_NO_INCREMENT, 1, FALSE);
      KeWaitForSingleObject(instance->thread, Executive, KernelMode, FALSE, NULL);
      ObDereferenceObject(instance->thread);
    }
  }
  FltReleaseContext(instance);
  return NT_SUCCESS(status) ? STATUS_SUCCESS : STATUS_FLT_DO_NOT_ATTACH;
}

static NTSTATUS NTAPI query_teardown(PCFLT_RELATED_OBJECTS objects,
                                     FLT_INSTANCE_QUERY_TEARDOWN_FLAGS flags) {
  (void)objects;
  (void)flags;
  return STATUS_SUCCESS;
}

/* Nothing may be pended any more, and what is goes on. */
static VOID NTAPI teardown_start(PCFLT_RELATED_OBJECTS objects,
                                 FLT_INSTANCE_TEARDOWN_FLAGS reason) {
  INSTANCE* instance = NULL;
  (void)reason;
  if (!NT_SUCCESS(FltGetInstanceContext(objects->Instance, (PFLT_CONTEXT*)&instance))) return;
  FltCbdqDisable(&instance->queue);
  while (resume_next(instance)) {
  }
  FltReleaseContext(instance);
}

static VOID NTAPI teardown_complete(PCFLT_RELATED_OBJECTS objects,
                                    FLT_INSTANCE_TEARDOWN_FLAGS reason) {
  INSTANCE* instance = NULL;
  (void)reason;
  if (!NT_SUCCESS(FltGetInstanceContext(objects->Instance, (PFLT_CONTEXT*)&instance))) return;
  InterlockedExchange(&instance->ending, 1);
  KeReleaseSemaphore(&instance->arrived, IO_NO_INCREMENT, 1, FALSE);
  KeWaitForSingleObject(instance->thread, Executive, KernelMode, FALSE, NULL);
  ObDereferenceObject(instance->thread);
  DbgPrint("pender: pended %d resumed %d cancelled %d\n", instance->pended, instance->resumed,
           instance->cancelled);
  FltReleaseContext(instance);
}

static const FLT_OPERATION_REGISTRATION operations[] = {
    {IRP_MJ_READ, FLTFL_OPERATION_REGISTRATION_SKIP_PAGING_IO, pre_operation, NULL, NULL},
    {IRP_MJ_WRITE, FLTFL_OPERATION_REGISTRATION_SKIP_PAGING_IO, pre_operation, NULL, NULL},
    {IRP_MJ_SET_INFORMATION, 0, pre_operation, NULL, NULL},
    {IRP_MJ_OPERATION_END, 0, NULL, NULL, NULL}};

static const FLT_CONTEXT_REGISTRATION contexts[] = {
    {FLT_INSTANCE_CONTEXT, 0, NULL, sizeof(INSTANCE), TAG_CONTEXT, NULL, NULL, NULL},
    {FLT_CONTEXT_END, 0, NULL, 0, 0, NULL, NULL, NULL}};

static NTSTATUS NTAPI unload(FLT_FILTER_UNLOAD_FLAGS flags) {
  (void)flags;
  FltUnregisterFilter(filter);
  ExDeleteNPagedLookasideList(&entries);
  return STATUS_SUCCESS;
}

static const FLT_REGISTRATION registration = {
    .Size = sizeof(FLT_REGISTRATION),
    .Version = FLT_REGISTRATION_VERSION,
    .ContextRegistration = contexts,
    .OperationRegistration = operations,
    .FilterUnloadCallback = unload,
    .InstanceSetupCallback = instance_setup,
    .InstanceQueryTeardownCallback = query_teardown,
    .InstanceTeardownStartCallback = teardown_start,
    .InstanceTeardownCompleteCallback = teardown_complete};

NTSTATUS NTAPI DriverEntry(PDRIVER_OBJECT driver, PUNICODE_STRING path) {
  NTSTATUS status;
  (void)path;
  ExInitializeNPagedLookasideList(&entries, NULL, NULL, 0, sizeof(ENTRY), TAG_ENTRY, 0);
  status = FltRegisterFilter(driver, &registration, &filter);
  if (NT_SUCCESS(status)) {
    status = FltStartFiltering(filter);
    if (NT_SUCCESS(status)) return status;
    FltUnregisterFilter(filter);
  }
  ExDeleteNPagedLookasideList(&entries);
  return status;
}
