/* The driver of a well known report: a minifilter that shows reads to user mode, hands paging reads
 * to a thread of its own because Filter Manager will not post them, and crashes now and then at the
 * first instruction of its post-read, with bug check 0xD1. The pend is sound. The routine lies in
 * PAGE, and the storage stack completes paging reads in a DPC.
 *
 * Compiled with CORRECTED it lies in .text, and nothing else differs. */
#include <fltKernel.h>

#define MY_TAG 'lFyM'

typedef struct MY_READ {
  LIST_ENTRY Link;
  PFLT_CALLBACK_DATA Data;
} MY_READ, *PMY_READ;

static PFLT_FILTER MyFilterHandle;
static LIST_ENTRY MyQueue;
static KSPIN_LOCK MyLock;
static KEVENT MyWork;
static PVOID MyThread;
static volatile LONG MyStopping;
static volatile LONG MyReadsSeen;

DRIVER_INITIALIZE DriverEntry;
NTSTATUS FLTAPI MyFilterUnload(FLT_FILTER_UNLOAD_FLAGS Flags);
FLT_PREOP_CALLBACK_STATUS FLTAPI MyFilterPreRead(PFLT_CALLBACK_DATA Data,
                                                 PCFLT_RELATED_OBJECTS FltObjects,
                                                 PVOID* CompletionContext);
FLT_POSTOP_CALLBACK_STATUS FLTAPI MyFilterPostRead(PFLT_CALLBACK_DATA Data,
                                                   PCFLT_RELATED_OBJECTS FltObjects,
                                                   PVOID CompletionContext,
                                                   FLT_POST_OPERATION_FLAGS Flags);

#ifdef ALLOC_PRAGMA
#pragma alloc_text(INIT, DriverEntry)
#pragma alloc_text(PAGE, MyFilterUnload)
#ifndef CORRECTED
#pragma alloc_text(PAGE, MyFilterPostRead)
#endif
#endif

/* What user mode would decide; here it only counts. */
static void MyProcess(PFLT_CALLBACK_DATA Data) {
  if (NT_SUCCESS(Data->IoStatus.Status)) InterlockedIncrement(&MyReadsSeen);
}

static void MyDrain(void) {
  KIRQL irql;
  for (;;) {
    PLIST_ENTRY entry = NULL;
    KeAcquireSpinLock(&MyLock, &irql);
    if (!IsListEmpty(&MyQueue)) entry = RemoveHeadList(&MyQueue);
    KeReleaseSpinLock(&MyLock, irql);
    if (entry == NULL) return;
    PMY_READ read = CONTAINING_RECORD(entry, MY_READ, Link);
    PFLT_CALLBACK_DATA data = read->Data;
    ExFreePoolWithTag(read, MY_TAG);
    MyProcess(data);
    FltCompletePendedPostOperation(data);
  }
}

static VOID NTAPI MyWorker(PVOID Context) {
  (void)Context;
  do {
    KeWaitForSingleObject(&MyWork, Executive, KernelMode, FALSE, NULL);
    MyDrain();
  } while (!MyStopping);
  PsTerminateSystemThread(STATUS_SUCCESS);
}

FLT_PREOP_CALLBACK_STATUS FLTAPI MyFilterPreRead(PFLT_CALLBACK_DATA Data,
                                                 PCFLT_RELATED_OBJECTS FltObjects,
                                                 PVOID* CompletionContext) {
  (void)FltObjects;
  *CompletionContext = NULL;
  if (FLT_IS_IRP_OPERATION(Data)) {
    /* Allocated here, where it may fail harmlessly. */
    *CompletionContext = ExAllocatePoolWithTag(NonPagedPoolNx, sizeof(MY_READ), MY_TAG);
  }
  return FLT_PREOP_SUCCESS_WITH_CALLBACK;
}

FLT_POSTOP_CALLBACK_STATUS FLTAPI MyFilterPostRead(PFLT_CALLBACK_DATA Data,
                                                   PCFLT_RELATED_OBJECTS FltObjects,
                                                   PVOID CompletionContext,
                                                   FLT_POST_OPERATION_FLAGS Flags)
/* DEFECT */ {
  PMY_READ read = (PMY_READ)CompletionContext;
  (void)FltObjects;
  if (read == NULL) return FLT_POSTOP_FINISHED_PROCESSING;
  if ((Flags & FLTFL_POST_OPERATION_DRAINING) == 0) {
    if (KeGetCurrentIrql() > APC_LEVEL && FlagOn(Data->Iopb->IrpFlags, IRP_PAGING_IO)) {
      KIRQL irql;
      read->Data = Data;
      KeAcquireSpinLock(&MyLock, &irql);
      InsertTailList(&MyQueue, &read->Link);
      KeReleaseSpinLock(&MyLock, irql);
      KeSetEvent(&MyWork, IO_NO_INCREMENT, FALSE);
      return FLT_POSTOP_MORE_PROCESSING_REQUIRED;
    }
    MyProcess(Data);
  }
  ExFreePoolWithTag(read, MY_TAG);
  return FLT_POSTOP_FINISHED_PROCESSING;
}

static VOID NTAPI MyTeardownStart(PCFLT_RELATED_OBJECTS FltObjects,
                                  FLT_INSTANCE_TEARDOWN_FLAGS Reason) {
  (void)FltObjects;
  (void)Reason;
  MyDrain();
}

static const FLT_OPERATION_REGISTRATION MyOperations[] = {
    {IRP_MJ_READ, 0, MyFilterPreRead, MyFilterPostRead, NULL},
    {IRP_MJ_OPERATION_END, 0, NULL, NULL, NULL}};

static const FLT_REGISTRATION MyRegistration = {.Size = sizeof(FLT_REGISTRATION),
                                                .Version = FLT_REGISTRATION_VERSION,
                                                .OperationRegistration = MyOperations,
                                                .InstanceTeardownStartCallback = MyTeardownStart,
                                                .FilterUnloadCallback = MyFilterUnload};

static void MyStopThread(void) {
  MyStopping = 1;
  KeSetEvent(&MyWork, IO_NO_INCREMENT, FALSE);
  KeWaitForSingleObject(MyThread, Executive, KernelMode, FALSE, NULL);
  ObDereferenceObject(MyThread);
}

NTSTATUS FLTAPI MyFilterUnload(FLT_FILTER_UNLOAD_FLAGS Flags) {
  (void)Flags;
  FltUnregisterFilter(MyFilterHandle);
  MyStopThread();
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath) {
  HANDLE thread;
  NTSTATUS status;
  (void)RegistryPath;
  InitializeListHead(&MyQueue);
  KeInitializeSpinLock(&MyLock);
  KeInitializeEvent(&MyWork, SynchronizationEvent, FALSE);
  status = PsCreateSystemThread(&thread, THREAD_ALL_ACCESS, NULL, NULL, NULL, MyWorker, NULL);
  if (!NT_SUCCESS(status)) return status;
  status =
      ObReferenceObjectByHandle(thread, SYNCHRONIZE, *PsThreadType, KernelMode, &MyThread, NULL);
  ZwClose(thread);
  if (!NT_SUCCESS(status)) {
    MyStopping = 1;
    KeSetEvent(&MyWork, IO_NO_INCREMENT, FALSE);
    return status;
  }
  status = FltRegisterFilter(DriverObject, &MyRegistration, &MyFilterHandle);
  if (NT_SUCCESS(status)) {
    status = FltStartFiltering(MyFilterHandle);
    if (!NT_SUCCESS(status)) FltUnregisterFilter(MyFilterHandle);
  }
  if (!NT_SUCCESS(status)) MyStopThread();
  return status;
}
