/* Operations that are cancelled, wait in a cancel-safe queue, or are denied late. */
#include "flt_common.h"

static OPEN open;
static UCHAR buffer[512];
static KEVENT pended_event;

static NTSTATUS read_some(PULONG bytes) {
  LARGE_INTEGER offset = {.QuadPart = 0};
  return FltReadFile(ApiInstance, open.file, &offset, 5, buffer,
                     FLTFL_IO_OPERATION_DO_NOT_UPDATE_BYTE_OFFSET, bytes, NULL, NULL);
}

static void begin(void) {
  ULONG bytes = 0;
  API_REQUIRE(attach_lower());
  API_STATUS(open_name(ApiInstance, L"hello.txt", ALL_FILE_ACCESS, &open), STATUS_SUCCESS);
  /* Into the cache: no paging read is queued that the test itself waits for. */
  API_STATUS(read_some(&bytes), STATUS_SUCCESS);
}

/* ------------------------------------------------------------------ cancelling */
static VOID NTAPI canceled(PFLT_CALLBACK_DATA data) {
  KEVENT never;
  PVOID objects[1] = {&never};
  KeInitializeEvent(&never, NotificationEvent, FALSE);
  API_CHECK(FltIsIoCanceled(data));
  API_STATUS(FltCancellableWaitForSingleObject(&never, NULL, data), STATUS_CANCELLED);
  API_STATUS(FltCancellableWaitForMultipleObjects(1, objects, WaitAll, NULL, NULL, data),
             STATUS_CANCELLED);
  data->IoStatus.Status = STATUS_CANCELLED;
  FltCompletePendedPreOperation(data, FLT_PREOP_COMPLETE, NULL);
}
static FLT_PREOP_CALLBACK_STATUS pend_cancellable(PFLT_CALLBACK_DATA data,
                                                  PCFLT_RELATED_OBJECTS objects, PVOID* context) {
  (void)objects;
  (void)context;
  API_STATUS(FltSetCancelCompletion(data, canceled), STATUS_SUCCESS);
  API_STATUS(FltClearCancelCompletion(data), STATUS_SUCCESS);
  API_STATUS(FltClearCancelCompletion(data), STATUS_CANCELLED);
  API_STATUS(FltSetCancelCompletion(data, canceled), STATUS_SUCCESS);
  return FLT_PREOP_PENDING;
}
static NTSTATUS ended_status;
static VOID NTAPI ended(PFLT_CALLBACK_DATA data, PFLT_CONTEXT context) {
  ended_status = data->IoStatus.Status;
  KeSetEvent((PKEVENT)context, 0, FALSE);
}
static PFLT_CALLBACK_DATA start_read(void) {
  PFLT_CALLBACK_DATA data = NULL;
  if (!NT_SUCCESS(FltAllocateCallbackData(ApiInstance, open.file, &data))) return NULL;
  data->Iopb->MajorFunction = IRP_MJ_READ;
  data->Iopb->IrpFlags = IRP_READ_OPERATION;
  data->Iopb->Parameters.Read.ReadBuffer = buffer;
  data->Iopb->Parameters.Read.Length = 5;
  KeInitializeEvent(&pended_event, NotificationEvent, FALSE);
  ended_status = STATUS_PENDING;
  API_STATUS(FltPerformAsynchronousIo(data, ended, (PFLT_CONTEXT)&pended_event), STATUS_PENDING);
  return data;
}
static void cancelling(void) {
  PFLT_CALLBACK_DATA data;
  hook(IRP_MJ_READ, pend_cancellable, NULL);
  data = start_read();
  API_REQUIRE(data != NULL);
  API_EQUAL(KeReadStateEvent(&pended_event), 0);
  API_CHECK(FltCancelIo(data));
  KeWaitForSingleObject(&pended_event, Executive, KernelMode, FALSE, NULL);
  API_EQUAL((ULONG)ended_status, (ULONG)STATUS_CANCELLED);
  FltFreeCallbackData(data);
  unhook();
}

/* ------------------------------------------------------------------ a cancel-safe queue */
static FLT_CALLBACK_DATA_QUEUE queue;
static KSPIN_LOCK queue_lock;
static LIST_ENTRY queued;
static FLT_CALLBACK_DATA_QUEUE_IO_CONTEXT last_context;
static NTSTATUS inserted;

static NTSTATUS NTAPI queue_insert(PFLT_CALLBACK_DATA_QUEUE cbdq, PFLT_CALLBACK_DATA data,
                                   PVOID context) {
  (void)cbdq;
  if (context == &queue) return STATUS_UNSUCCESSFUL;
  InsertTailList(&queued, &data->QueueLinks);
  return STATUS_SUCCESS;
}
static VOID NTAPI queue_remove(PFLT_CALLBACK_DATA_QUEUE cbdq, PFLT_CALLBACK_DATA data) {
  (void)cbdq;
  RemoveEntryList(&data->QueueLinks);
}
static PFLT_CALLBACK_DATA NTAPI queue_peek(PFLT_CALLBACK_DATA_QUEUE cbdq, PFLT_CALLBACK_DATA data,
                                           PVOID context) {
  PLIST_ENTRY next = data == NULL ? queued.Flink : data->QueueLinks.Flink;
  (void)cbdq;
  (void)context;
  return next == &queued ? NULL : CONTAINING_RECORD(next, FLT_CALLBACK_DATA, QueueLinks);
}
static VOID NTAPI queue_acquire(PFLT_CALLBACK_DATA_QUEUE cbdq, PKIRQL irql) {
  (void)cbdq;
  KeAcquireSpinLock(&queue_lock, irql);
}
static VOID NTAPI queue_release(PFLT_CALLBACK_DATA_QUEUE cbdq, KIRQL irql) {
  (void)cbdq;
  KeReleaseSpinLock(&queue_lock, irql);
}
static VOID NTAPI queue_canceled(PFLT_CALLBACK_DATA_QUEUE cbdq, PFLT_CALLBACK_DATA data) {
  (void)cbdq;
  data->IoStatus.Status = STATUS_CANCELLED;
  FltCompletePendedPreOperation(data, FLT_PREOP_COMPLETE, NULL);
}
static FLT_PREOP_CALLBACK_STATUS enqueue(PFLT_CALLBACK_DATA data, PCFLT_RELATED_OBJECTS objects,
                                         PVOID* context) {
  (void)objects;
  (void)context;
  inserted = FltCbdqInsertIo(&queue, data, &last_context, NULL);
  if (inserted == STATUS_FLT_CBDQ_DISABLED) {
    API_STATUS(FltCbdqInsertIo(&queue, data, NULL, NULL), STATUS_FLT_CBDQ_DISABLED);
    return FLT_PREOP_SUCCESS_NO_CALLBACK;
  }
  API_EQUAL((ULONG)inserted, (ULONG)STATUS_SUCCESS);
  return FLT_PREOP_PENDING;
}
static void cancel_safe_queue(void) {
  PFLT_CALLBACK_DATA data, taken;
  ULONG bytes = 0;
  InitializeListHead(&queued);
  KeInitializeSpinLock(&queue_lock);
  API_STATUS(FltCbdqInitialize(Lower, &queue, queue_insert, queue_remove, queue_peek, queue_acquire,
                               queue_release, queue_canceled),
             STATUS_SUCCESS);
  hook(IRP_MJ_READ, enqueue, NULL);
  API_CHECK(FltCbdqRemoveNextIo(&queue, NULL) == NULL);
  data = start_read();
  API_REQUIRE(data != NULL);
  taken = FltCbdqRemoveNextIo(&queue, NULL);
  API_REQUIRE(taken != NULL);
  FltCompletePendedPreOperation(taken, FLT_PREOP_SUCCESS_NO_CALLBACK, NULL);
  KeWaitForSingleObject(&pended_event, Executive, KernelMode, FALSE, NULL);
  API_EQUAL((ULONG)ended_status, (ULONG)STATUS_SUCCESS);
  FltFreeCallbackData(data);
  data = start_read();
  taken = FltCbdqRemoveIo(&queue, &last_context);
  API_REQUIRE(taken != NULL);
  API_CHECK(FltCbdqRemoveIo(&queue, &last_context) == NULL);
  FltCompletePendedPreOperation(taken, FLT_PREOP_SUCCESS_NO_CALLBACK, NULL);
  KeWaitForSingleObject(&pended_event, Executive, KernelMode, FALSE, NULL);
  FltFreeCallbackData(data);
  data = start_read();
  API_CHECK(FltCancelIo(data));
  KeWaitForSingleObject(&pended_event, Executive, KernelMode, FALSE, NULL);
  API_EQUAL((ULONG)ended_status, (ULONG)STATUS_CANCELLED);
  API_CHECK(IsListEmpty(&queued));
  FltFreeCallbackData(data);
  FltCbdqDisable(&queue);
  API_STATUS(read_some(&bytes), STATUS_SUCCESS);
  API_EQUAL((ULONG)inserted, (ULONG)STATUS_FLT_CBDQ_DISABLED);
  FltCbdqEnable(&queue);
  unhook();
}

/* ------------------------------------------------------------------ denying late */
static FLT_POSTOP_CALLBACK_STATUS deny(PFLT_CALLBACK_DATA data, PCFLT_RELATED_OBJECTS objects,
                                       PVOID context, FLT_POST_OPERATION_FLAGS flags) {
  (void)context;
  (void)flags;
  if (!NT_SUCCESS(data->IoStatus.Status)) return FLT_POSTOP_FINISHED_PROCESSING;
  FltCancelFileOpen(objects->Instance, objects->FileObject);
  API_CHECK((objects->FileObject->Flags & FO_FILE_OPEN_CANCELLED) != 0);
  data->IoStatus.Status = STATUS_ACCESS_DENIED;
  data->IoStatus.Information = 0;
  return FLT_POSTOP_FINISHED_PROCESSING;
}
static void cancelled_open(void) {
  OPEN other = {0};
  hook(IRP_MJ_CREATE, with_post, deny);
  API_STATUS(open_name(ApiInstance, L"hello.txt", FILE_GENERIC_READ, &other), STATUS_ACCESS_DENIED);
  unhook();
  API_CHECK(other.handle == NULL);
}

static UCHAR bypass[512];
static FLT_PREOP_CALLBACK_STATUS veto(PFLT_CALLBACK_DATA data, PCFLT_RELATED_OBJECTS objects,
                                      PVOID* context) {
  UNICODE_STRING reason = RTL_CONSTANT_STRING(L"encrypted here");
  UNICODE_STRING empty = {0, 0, NULL};
  const PFLT_RELATED_OBJECTS related = (PFLT_RELATED_OBJECTS)objects;
  (void)context;
  if (data->Iopb->Parameters.FileSystemControl.Common.FsControlCode != FSCTL_MANAGE_BYPASS_IO) {
    API_STATUS(FltVetoBypassIo(data, related, STATUS_NOT_SUPPORTED, &reason), STATUS_NOT_SUPPORTED);
    return FLT_PREOP_SUCCESS_NO_CALLBACK;
  }
  API_STATUS(FltVetoBypassIo(data, related, STATUS_SUCCESS, &reason), STATUS_INVALID_PARAMETER_3);
  API_STATUS(FltVetoBypassIo(data, related, STATUS_NOT_SUPPORTED, &empty),
             STATUS_INVALID_PARAMETER_4);
  if (data->Iopb->Parameters.FileSystemControl.Common.InputBufferLength < sizeof(FS_BPIO_INPUT)) {
    API_STATUS(FltVetoBypassIo(data, related, STATUS_NOT_SUPPORTED, &reason),
               STATUS_INVALID_BUFFER_SIZE);
    return FLT_PREOP_SUCCESS_NO_CALLBACK;
  }
  if (data->Iopb->Parameters.FileSystemControl.Common.OutputBufferLength < sizeof(FS_BPIO_OUTPUT)) {
    API_STATUS(FltVetoBypassIo(data, related, STATUS_NOT_SUPPORTED, &reason),
               STATUS_BUFFER_TOO_SMALL);
    return FLT_PREOP_SUCCESS_NO_CALLBACK;
  }
  API_STATUS(FltVetoBypassIo(data, related, STATUS_NOT_SUPPORTED_WITH_BYPASSIO, &reason),
             STATUS_SUCCESS);
  data->IoStatus.Status = STATUS_SUCCESS;
  return FLT_PREOP_COMPLETE;
}
static void bypass_io(void) {
  FS_BPIO_INPUT* input = (FS_BPIO_INPUT*)bypass;
  const FS_BPIO_OUTPUT* output = (const FS_BPIO_OUTPUT*)bypass;
  ULONG bytes = 0;
  hook(IRP_MJ_FILE_SYSTEM_CONTROL, veto, NULL);
  input->Operation = FS_BPIO_OP_ENABLE;
  FltFsControlFile(ApiInstance, open.file, FSCTL_GET_COMPRESSION, NULL, 0, bypass, 2, &bytes);
  FltFsControlFile(ApiInstance, open.file, FSCTL_MANAGE_BYPASS_IO, input, 4, bypass, sizeof(bypass),
                   &bytes);
  FltFsControlFile(ApiInstance, open.file, FSCTL_MANAGE_BYPASS_IO, input, sizeof(*input), bypass, 8,
                   &bytes);
  input->Operation = FS_BPIO_OP_ENABLE;
  API_STATUS(FltFsControlFile(ApiInstance, open.file, FSCTL_MANAGE_BYPASS_IO, input, sizeof(*input),
                              bypass, sizeof(bypass), &bytes),
             STATUS_SUCCESS);
  unhook();
  API_EQUAL(PreCalls, 4);
  API_EQUAL(output->Operation, FS_BPIO_OP_ENABLE);
  API_EQUAL((ULONG)output->Enable.OpStatus, (ULONG)STATUS_NOT_SUPPORTED_WITH_BYPASSIO);
  API_EQUAL(output->Enable.FailureReasonLen, 28);
}

static void end(void) {
  close_open(&open);
  forget_lower();
}

static const FLT_OPERATION_REGISTRATION operations[] = {
    {IRP_MJ_CREATE, 0, flt_pre, flt_post, NULL},
    {IRP_MJ_READ, 0, flt_pre, flt_post, NULL},
    {IRP_MJ_FILE_SYSTEM_CONTROL, 0, flt_pre, flt_post, NULL},
    {IRP_MJ_OPERATION_END, 0, NULL, NULL, NULL},
};
void ApiRegistration(FLT_REGISTRATION* registration) {
  registration->OperationRegistration = operations;
}

const API_TEST ApiTests[] = {
    {"Queues_Begin", begin},
    {"FltCancelIo_CallsTheCancelRoutine", cancelling},
    {"CancelSafeQueue_InsertsRemovesAndCancels", cancel_safe_queue},
    {"FltCancelFileOpen_UndoesACreate", cancelled_open},
    {"FltVetoBypassIo_SaysWhoAndWhy", bypass_io},
    {"Queues_End", end},
    {NULL, NULL},
};
