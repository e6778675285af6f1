/* IRPs: allocated, built, sent, completed, cancelled, queued. */
#include "api.h"

static PDEVICE_OBJECT lower, upper;
static ULONG lower_calls, completions;
static BOOLEAN lower_pends;
static PIRP held;

static NTSTATUS NTAPI dispatch(PDEVICE_OBJECT device, PIRP irp) {
  PIO_STACK_LOCATION at = IoGetCurrentIrpStackLocation(irp);
  if (device == upper) {
    IoSkipCurrentIrpStackLocation(irp);
    return IoCallDriver(lower, irp);
  }
  ++lower_calls;
  if (lower_pends) {
    IoMarkIrpPending(irp);
    held = irp;
    return STATUS_PENDING;
  }
  if (at->MajorFunction == IRP_MJ_READ && irp->AssociatedIrp.SystemBuffer != NULL) {
    RtlFillMemory(irp->AssociatedIrp.SystemBuffer, at->Parameters.Read.Length, 0x5a);
    irp->IoStatus.Information = at->Parameters.Read.Length;
  } else if (at->MajorFunction == IRP_MJ_DEVICE_CONTROL) {
    *(ULONG*)irp->AssociatedIrp.SystemBuffer += 1;
    irp->IoStatus.Information = sizeof(ULONG);
  } else {
    irp->IoStatus.Information = 0;
  }
  irp->IoStatus.Status =
      at->MajorFunction == IRP_MJ_FLUSH_BUFFERS ? STATUS_NOT_SUPPORTED : STATUS_SUCCESS;
  {
    const NTSTATUS status = irp->IoStatus.Status;
    IoCompleteRequest(irp, IO_NO_INCREMENT);
    return status;
  }
}

static NTSTATUS NTAPI keep_irp(PDEVICE_OBJECT device, PIRP irp, PVOID context) {
  API_CHECK(device == NULL || device == upper);
  ++completions;
  if (irp->PendingReturned && context != NULL) KeSetEvent(context, IO_NO_INCREMENT, FALSE);
  return STATUS_MORE_PROCESSING_REQUIRED;
}

static void set_up(void) {
  ULONG major;
  for (major = 0; major <= IRP_MJ_MAXIMUM_FUNCTION; ++major) {
    ApiDriver->MajorFunction[major] = dispatch;
  }
  API_STATUS(IoCreateDevice(ApiDriver, 0, NULL, FILE_DEVICE_UNKNOWN, 0, FALSE, &lower),
             STATUS_SUCCESS);
  API_STATUS(IoCreateDevice(ApiDriver, 0, NULL, FILE_DEVICE_UNKNOWN, 0, FALSE, &upper),
             STATUS_SUCCESS);
  lower->Flags |= DO_BUFFERED_IO;
  upper->Flags |= DO_BUFFERED_IO;
  API_CHECK(IoAttachDeviceToDeviceStack(upper, lower) == lower);
  lower->Flags &= ~DO_DEVICE_INITIALIZING;
  upper->Flags &= ~DO_DEVICE_INITIALIZING;
}

static void allocate(void) {
  PIRP irp = IoAllocateIrp(upper->StackSize, FALSE);
  API_REQUIRE(irp != NULL);
  API_EQUAL(irp->Type, IO_TYPE_IRP);
  API_EQUAL(irp->StackCount, 2);
  API_EQUAL(irp->CurrentLocation, 3);
  API_EQUAL(irp->Size, IoSizeOfIrp(2));
  irp->IoStatus.Information = 9;
  IoReuseIrp(irp, STATUS_NOT_SUPPORTED);
  API_STATUS(irp->IoStatus.Status, STATUS_NOT_SUPPORTED);
  API_EQUAL(irp->IoStatus.Information, 0);
  IoFreeIrp(irp);
  irp = IoAllocateIrpEx(upper, 1, FALSE);
  API_REQUIRE(irp != NULL);
  IoFreeIrp(irp);
  API_CHECK(IoAllocateIrp(-1, FALSE) == NULL);
}

static void initialize(void) {
  const USHORT size = IoSizeOfIrp(2);
  PIRP irp = ExAllocatePoolWithTag(NonPagedPoolNx, size, API_TAG);
  API_REQUIRE(irp != NULL);
  IoInitializeIrp(irp, size, 2);
  API_EQUAL(irp->Type, IO_TYPE_IRP);
  API_EQUAL(irp->CurrentLocation, 3);
  ExFreePoolWithTag(irp, API_TAG);
}

static void send(void) {
  PIRP irp = IoAllocateIrp(upper->StackSize, FALSE);
  PIO_STACK_LOCATION next = IoGetNextIrpStackLocation(irp);
  next->MajorFunction = IRP_MJ_INTERNAL_DEVICE_CONTROL;
  completions = lower_calls = 0;
  IoSetCompletionRoutine(irp, keep_irp, NULL, TRUE, TRUE, TRUE);
  API_STATUS(IoCallDriver(upper, irp), STATUS_SUCCESS);
  API_EQUAL(lower_calls, 1);
  API_EQUAL(completions, 1);
  IoReuseIrp(irp, STATUS_SUCCESS);
  IoGetNextIrpStackLocation(irp)->MajorFunction = IRP_MJ_FLUSH_BUFFERS;
  API_STATUS(IoSetCompletionRoutineEx(upper, irp, keep_irp, NULL, FALSE, TRUE, FALSE),
             STATUS_SUCCESS);
  API_STATUS(IoCallDriver(upper, irp), STATUS_NOT_SUPPORTED);
  API_EQUAL(completions, 2);
  IoFreeIrp(irp);
}

static void pending(void) {
  KEVENT done;
  PIRP irp = IoAllocateIrp(upper->StackSize, FALSE);
  KeInitializeEvent(&done, NotificationEvent, FALSE);
  IoGetNextIrpStackLocation(irp)->MajorFunction = IRP_MJ_INTERNAL_DEVICE_CONTROL;
  IoSetCompletionRoutine(irp, keep_irp, &done, TRUE, TRUE, TRUE);
  lower_pends = TRUE;
  completions = 0;
  API_STATUS(IoCallDriver(upper, irp), STATUS_PENDING);
  API_EQUAL(completions, 0);
  held->IoStatus.Status = STATUS_SUCCESS;
  IoCompleteRequest(held, IO_NO_INCREMENT);
  API_EQUAL(completions, 1);
  API_STATUS(KeWaitForSingleObject(&done, Executive, KernelMode, FALSE, NULL), STATUS_SUCCESS);
  lower_pends = FALSE;
  IoFreeIrp(irp);
}

static void build_synchronous(void) {
  KEVENT done;
  IO_STATUS_BLOCK iosb = {0};
  UCHAR buffer[16] = {0};
  ULONG value = 4;
  LARGE_INTEGER offset = {0};
  PIRP irp;
  KeInitializeEvent(&done, NotificationEvent, FALSE);
  irp = IoBuildSynchronousFsdRequest(IRP_MJ_READ, upper, buffer, sizeof(buffer), &offset, &done,
                                     &iosb);
  API_REQUIRE(irp != NULL);
  API_STATUS(IoCallDriver(upper, irp), STATUS_SUCCESS);
  API_EQUAL(buffer[15], 0x5a);
  API_EQUAL(iosb.Information, sizeof(buffer));
  API_EQUAL(KeReadStateEvent(&done), 1);
  KeClearEvent(&done);
  irp = IoBuildDeviceIoControlRequest(CTL_CODE(FILE_DEVICE_UNKNOWN, 1, METHOD_BUFFERED, 0), upper,
                                      &value, sizeof(value), &value, sizeof(value), FALSE, &done,
                                      &iosb);
  API_REQUIRE(irp != NULL);
  API_STATUS(IoCallDriver(upper, irp), STATUS_SUCCESS);
  API_EQUAL(value, 5);
  API_EQUAL(KeReadStateEvent(&done), 1);
}

static NTSTATUS NTAPI free_built(PDEVICE_OBJECT device, PIRP irp, PVOID context) {
  (void)device;
  (void)context;
  ++completions;
  if (irp->AssociatedIrp.SystemBuffer != NULL) ExFreePool(irp->AssociatedIrp.SystemBuffer);
  IoFreeIrp(irp);
  return STATUS_MORE_PROCESSING_REQUIRED;
}

static void build_asynchronous(void) {
  UCHAR buffer[8] = {0};
  LARGE_INTEGER offset = {0};
  IO_STATUS_BLOCK iosb;
  PIRP irp =
      IoBuildAsynchronousFsdRequest(IRP_MJ_WRITE, upper, buffer, sizeof(buffer), &offset, &iosb);
  API_REQUIRE(irp != NULL);
  API_CHECK(irp->AssociatedIrp.SystemBuffer != NULL);
  completions = 0;
  IoSetCompletionRoutine(irp, free_built, NULL, TRUE, TRUE, TRUE);
  API_STATUS(IoCallDriver(upper, irp), STATUS_SUCCESS);
  API_EQUAL(completions, 1);
}

static void forward(void) {
  PIRP irp = IoAllocateIrp((CCHAR)(lower->StackSize + 1), FALSE);
  IoGetNextIrpStackLocation(irp)->MajorFunction = IRP_MJ_INTERNAL_DEVICE_CONTROL;
  IoSetNextIrpStackLocation(irp);
  lower_calls = 0;
  API_EQUAL(IoForwardIrpSynchronously(lower, irp), TRUE);
  API_EQUAL(lower_calls, 1);
  API_STATUS(irp->IoStatus.Status, STATUS_SUCCESS);
  IoFreeIrp(irp);
  irp = IoAllocateIrp(1, FALSE);
  IoSetNextIrpStackLocation(irp);
  API_EQUAL(IoForwardIrpSynchronously(lower, irp), FALSE);
  IoFreeIrp(irp);
}

static ULONG cancels;
static VOID NTAPI cancel_routine(PDEVICE_OBJECT device, PIRP irp) {
  (void)device;
  API_EQUAL(KeGetCurrentIrql(), DISPATCH_LEVEL);
  ++cancels;
  IoReleaseCancelSpinLock(irp->CancelIrql);
}

static void cancel(void) {
  PIRP irp = IoAllocateIrp(1, FALSE);
  API_EQUAL(IoCancelIrp(irp), FALSE);
  API_EQUAL(irp->Cancel, TRUE);
  irp->Cancel = FALSE;
  IoSetNextIrpStackLocation(irp);
  IoSetCancelRoutine(irp, cancel_routine);
  API_EQUAL(IoCancelIrp(irp), TRUE);
  API_EQUAL(cancels, 1);
  API_CHECK(irp->CancelRoutine == NULL);
  IoFreeIrp(irp);
}

/* ---------------------------------------------------------------- cancel-safe queues */
static IO_CSQ csq;
static LIST_ENTRY queue;
static KSPIN_LOCK queue_lock;
static PIRP cancelled;
static BOOLEAN refuse;

static VOID NTAPI csq_insert(PIO_CSQ of, PIRP irp) {
  (void)of;
  InsertTailList(&queue, &irp->Tail.Overlay.ListEntry);
}
static NTSTATUS NTAPI csq_insert_ex(PIO_CSQ of, PIRP irp, PVOID context) {
  API_CHECK(context == &queue);
  if (refuse) return STATUS_TOO_MANY_SECRETS;
  csq_insert(of, irp);
  return STATUS_SUCCESS;
}
static VOID NTAPI csq_remove(PIO_CSQ of, PIRP irp) {
  (void)of;
  RemoveEntryList(&irp->Tail.Overlay.ListEntry);
}
static PIRP NTAPI csq_peek(PIO_CSQ of, PIRP irp, PVOID context) {
  PLIST_ENTRY next = irp == NULL ? queue.Flink : irp->Tail.Overlay.ListEntry.Flink;
  (void)of;
  (void)context;
  return next == &queue ? NULL : CONTAINING_RECORD(next, IRP, Tail.Overlay.ListEntry);
}
static VOID NTAPI csq_acquire(PIO_CSQ of, PKIRQL irql) {
  (void)of;
  KeAcquireSpinLock(&queue_lock, irql);
}
static VOID NTAPI csq_release(PIO_CSQ of, KIRQL irql) {
  (void)of;
  KeReleaseSpinLock(&queue_lock, irql);
}
static VOID NTAPI csq_complete(PIO_CSQ of, PIRP irp) {
  (void)of;
  cancelled = irp;
}

static PIRP queued_irp(void) {
  PIRP irp = IoAllocateIrp(1, FALSE);
  IoSetNextIrpStackLocation(irp);
  return irp;
}

static void queues(void) {
  IO_CSQ_IRP_CONTEXT context;
  PIRP first = queued_irp(), second = queued_irp(), third = queued_irp();
  InitializeListHead(&queue);
  KeInitializeSpinLock(&queue_lock);
  API_STATUS(IoCsqInitialize(&csq, csq_insert, csq_remove, csq_peek, csq_acquire, csq_release,
                             csq_complete),
             STATUS_SUCCESS);
  IoCsqInsertIrp(&csq, first, &context);
  IoCsqInsertIrp(&csq, second, NULL);
  API_CHECK((IoGetCurrentIrpStackLocation(first)->Control & SL_PENDING_RETURNED) != 0);
  API_CHECK(IoCsqRemoveIrp(&csq, &context) == first);
  API_CHECK(IoCsqRemoveIrp(&csq, &context) == NULL);
  API_CHECK(IoCsqRemoveNextIrp(&csq, NULL) == second);
  API_CHECK(IoCsqRemoveNextIrp(&csq, NULL) == NULL);
  IoCsqInsertIrp(&csq, third, NULL);
  API_EQUAL(IoCancelIrp(third), TRUE);
  API_CHECK(cancelled == third);
  API_CHECK(IsListEmpty(&queue));
  cancelled = NULL;
  IoCsqInsertIrp(&csq, third, NULL); /* cancelled already: not queued */
  API_CHECK(cancelled == third);
  API_STATUS(IoCsqInitializeEx(&csq, csq_insert_ex, csq_remove, csq_peek, csq_acquire, csq_release,
                               csq_complete),
             STATUS_SUCCESS);
  API_STATUS(IoCsqInsertIrpEx(&csq, first, NULL, &queue), STATUS_SUCCESS);
  API_CHECK(IoCsqRemoveNextIrp(&csq, NULL) == first);
  refuse = TRUE;
  API_STATUS(IoCsqInsertIrpEx(&csq, first, NULL, &queue), STATUS_TOO_MANY_SECRETS);
  IoFreeIrp(first);
  IoFreeIrp(second);
  IoFreeIrp(third);
}

static void remove_locks(void) {
  IO_REMOVE_LOCK lock;
  IoInitializeRemoveLock(&lock, API_TAG, 1, 10);
  API_STATUS(IoAcquireRemoveLock(&lock, &lock), STATUS_SUCCESS);
  API_STATUS(IoAcquireRemoveLock(&lock, &queue), STATUS_SUCCESS);
  IoReleaseRemoveLock(&lock, &queue);
  IoReleaseRemoveLockAndWait(&lock, &lock);
  API_STATUS(IoAcquireRemoveLock(&lock, &lock), STATUS_DELETE_PENDING);
}

/* ---------------------------------------------------------------- an IRP's facts */
static void facts(void) {
  PIRP irp = IoAllocateIrp(1, FALSE);
  ULONG session = 0;
  IO_PRIORITY_INFO priority = {0};
  IoSetNextIrpStackLocation(irp);
  API_CHECK(IoGetRequestorProcess(irp) == NULL);
  API_STATUS(IoGetRequestorSessionId(irp, &session), STATUS_UNSUCCESSFUL);
  API_EQUAL(IoIsOperationSynchronous(irp), FALSE);
  irp->Flags = IRP_PAGING_IO;
  API_EQUAL(IoIsOperationSynchronous(irp), FALSE);
  API_EQUAL(IoGetPagingIoPriority(irp), IoPagingPriorityNormal);
  irp->Flags = IRP_PAGING_IO | IRP_SYNCHRONOUS_PAGING_IO;
  API_EQUAL(IoIsOperationSynchronous(irp), TRUE);
  irp->Flags = IRP_SYNCHRONOUS_API;
  API_EQUAL(IoIsOperationSynchronous(irp), TRUE);
  API_EQUAL(IoGetPagingIoPriority(irp), IoPagingPriorityInvalid);
  API_EQUAL(IoGetIoPriorityHint(irp), IoPriorityNormal);
  API_STATUS(IoSetIoPriorityHint(irp, IoPriorityLow), STATUS_SUCCESS);
  API_EQUAL(IoGetIoPriorityHint(irp), IoPriorityLow);
  API_STATUS(IoSetIoPriorityHint(irp, MaxIoPriorityTypes), STATUS_INVALID_PARAMETER);
  priority.Size = sizeof(priority);
  API_STATUS(IoRetrievePriorityInfo(irp, NULL, PsGetCurrentThread(), &priority), STATUS_SUCCESS);
  API_EQUAL(priority.IoPriority, IoPriorityLow);
  priority.Size = 0;
  API_STATUS(IoRetrievePriorityInfo(irp, NULL, NULL, &priority), STATUS_INVALID_PARAMETER);
  IoFreeIrp(irp);
  API_CHECK(IoIsValidIrpStatus(STATUS_SUCCESS));
  API_CHECK(IoIsValidIrpStatus(STATUS_ACCESS_DENIED));
  API_CHECK(!IoIsValidIrpStatus(STATUS_PENDING));
  API_CHECK(!IoIsValidIrpStatus((NTSTATUS)0xffffffff));
  API_CHECK(IoWithinStackLimits((ULONG_PTR)&priority, sizeof(priority)));
  API_CHECK(!IoWithinStackLimits((ULONG_PTR)ApiDriver, 8));
  {
    ACCESS_MASK access = GENERIC_READ;
    API_STATUS(IoCheckDesiredAccess(&access, FILE_GENERIC_READ), STATUS_SUCCESS);
    API_EQUAL(access, FILE_GENERIC_READ);
    access = FILE_WRITE_DATA;
    API_STATUS(IoCheckDesiredAccess(&access, FILE_GENERIC_READ), STATUS_ACCESS_DENIED);
  }
}

static void tear_down(void) {
  IoDetachDevice(lower);
  IoDeleteDevice(upper);
  IoDeleteDevice(lower);
}

const API_TEST ApiTests[] = {
    {"Devices_AreStacked", set_up},
    {"IoAllocateIrp_GivesAnEmptyIrp", allocate},
    {"IoInitializeIrp_PreparesADriversOwnMemory", initialize},
    {"IoCallDriver_RunsTheStackAndTheCompletionRoutine", send},
    {"IoCallDriver_ReturnsPending_AndCompletesLater", pending},
    {"IoBuildSynchronousFsdRequest_TellsEventAndStatusBlock", build_synchronous},
    {"IoBuildAsynchronousFsdRequest_IsFreedByItsCompletionRoutine", build_asynchronous},
    {"IoForwardIrpSynchronously_ComesBackToItsCaller", forward},
    {"IoCancelIrp_CallsTheCancelRoutine_WithTheLockHeld", cancel},
    {"IoCsq_QueuesRemovesAndCancels", queues},
    {"IoRemoveLock_IsDeletePending_AfterTheWait", remove_locks},
    {"IoGet_TellsWhatTheIrpIs", facts},
    {"Devices_AreDeleted", tear_down},
    {NULL, NULL},
};
