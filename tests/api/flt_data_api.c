/* What callbacks do with an operation: ask, change, pend, complete, defer. */
#include "flt_common.h"

static OPEN open;
static UCHAR buffer[512];

static NTSTATUS read_some(PULONG bytes) {
  LARGE_INTEGER offset = {.QuadPart = 0};
  return FltReadFile(ApiInstance, open.file, &offset, 5, buffer,
                     FLTFL_IO_OPERATION_DO_NOT_UPDATE_BYTE_OFFSET, bytes, NULL, NULL);
}

static void begin(void) {
  ULONG bytes = 0;
  API_REQUIRE(attach_lower());
  API_STATUS(open_name(ApiInstance, L"hello.txt", ALL_FILE_ACCESS, &open), STATUS_SUCCESS);
  /* Into the cache: the reads that the callbacks see are these only. */
  API_STATUS(read_some(&bytes), STATUS_SUCCESS);
}

/* ------------------------------------------------------------------ asking */
static FLT_PREOP_CALLBACK_STATUS asked(PFLT_CALLBACK_DATA data, PCFLT_RELATED_OBJECTS objects,
                                       PVOID* context) {
  PMDL* mdl = NULL;
  PVOID* where = NULL;
  PULONG length = NULL;
  LOCK_OPERATION access = 99;
  ULONG session = 7;
  BOOLEAN this_io = FALSE, all_io = FALSE;
  (void)context;
  API_CHECK(FltIsOperationSynchronous(data));
  API_CHECK(FltGetRequestorProcess(data) == PsGetCurrentProcess());
  API_EQUAL(FltGetRequestorProcessId(data), (ULONG)(ULONG_PTR)PsGetCurrentProcessId());
  API_CHECK(FltGetRequestorProcessIdEx(data) == PsGetCurrentProcessId());
  API_STATUS(FltGetRequestorSessionId(data, &session), STATUS_SUCCESS);
  API_EQUAL(session, 0);
  API_CHECK(!FltIs32bitProcess(data));
  API_STATUS(FltDecodeParameters(data, &mdl, &where, &length, &access), STATUS_SUCCESS);
  API_CHECK(mdl == &data->Iopb->Parameters.Read.MdlAddress);
  API_CHECK(where == &data->Iopb->Parameters.Read.ReadBuffer);
  API_EQUAL(*length, 5);
  API_EQUAL(access, IoWriteAccess);
  API_CHECK(!FltIsCallbackDataDirty(data));
  FltSetCallbackDataDirty(data);
  API_CHECK(FltIsCallbackDataDirty(data));
  FltClearCallbackDataDirty(data);
  API_CHECK(!FltIsCallbackDataDirty(data));
  API_CHECK(!FltIsIoCanceled(data));
  API_CHECK(FltGetNewSystemBufferAddress(data) == NULL);
  API_CHECK(FltGetSwappedBufferMdlAddress(data) == NULL);
  API_CHECK(FltGetIoAttributionHandleFromCallbackData(data) == NULL);
  API_STATUS(FltIsIoRedirectionAllowedForOperation(data, objects->Instance, &this_io, &all_io),
             STATUS_SUCCESS);
  API_CHECK(this_io && all_io);
  API_STATUS(FltIsIoRedirectionAllowedForOperation(data, ApiInstance, &this_io, NULL),
             STATUS_NOT_SUPPORTED);
  API_STATUS(FltpTraceRedirectedFileIo(objects->FileObject, data), STATUS_SUCCESS);
  API_STATUS(FltLockUserBuffer(data), STATUS_SUCCESS);
  API_CHECK(data->Iopb->Parameters.Read.MdlAddress != NULL);
  API_STATUS(FltLockUserBuffer(data), STATUS_SUCCESS);
  return FLT_PREOP_SUCCESS_NO_CALLBACK;
}

static void asking(void) {
  ULONG bytes = 0;
  hook(IRP_MJ_READ, asked, NULL);
  API_STATUS(read_some(&bytes), STATUS_SUCCESS);
  unhook();
  API_EQUAL(PreCalls, 1);
  API_EQUAL(buffer[0], 'h');
}

static FLT_PREOP_CALLBACK_STATUS no_buffer(PFLT_CALLBACK_DATA data, PCFLT_RELATED_OBJECTS objects,
                                           PVOID* context) {
  PMDL* mdl = NULL;
  PVOID* where = NULL;
  (void)objects;
  (void)context;
  API_STATUS(FltDecodeParameters(data, &mdl, &where, NULL, NULL), STATUS_INVALID_PARAMETER);
  API_STATUS(FltLockUserBuffer(data), STATUS_INVALID_PARAMETER);
  return FLT_PREOP_SUCCESS_NO_CALLBACK;
}

static void without_buffer(void) {
  hook(IRP_MJ_FLUSH_BUFFERS, no_buffer, NULL);
  API_STATUS(FltFlushBuffers(ApiInstance, open.file), STATUS_SUCCESS);
  unhook();
  API_EQUAL(PreCalls, 1);
}

static FLT_PREOP_CALLBACK_STATUS extension(PFLT_CALLBACK_DATA data, PCFLT_RELATED_OBJECTS objects,
                                           PVOID* context) {
  const GUID id = {1, 2, 3, {4, 5, 6, 7, 8, 9, 10, 11}};
  GUID found = {0}, thread_id = {0}, given = id;
  LPGUID original = &found;
  ULONG offset = 0;
  COPY_INFORMATION copy;
  PFLT_CALLBACK_DATA other = NULL;
  (void)objects;
  (void)context;
  API_STATUS(FltGetActivityIdCallbackData(data, &found), STATUS_NOT_FOUND);
  API_STATUS(FltPropagateActivityIdToThread(data, &thread_id, &original), STATUS_NOT_FOUND);
  API_STATUS(FltSetActivityIdCallbackData(data, NULL), STATUS_NOT_SUPPORTED);
  API_STATUS(FltSetActivityIdCallbackData(data, &given), STATUS_SUCCESS);
  API_STATUS(FltGetActivityIdCallbackData(data, &found), STATUS_SUCCESS);
  API_CHECK(IsEqualGUID(&found, &id));
  API_STATUS(FltPropagateActivityIdToThread(data, &thread_id, &original), STATUS_SUCCESS);
  API_CHECK(IsEqualGUID(&thread_id, &id) && original == NULL);
  API_CHECK(IoGetActivityIdThread() == &thread_id);
  IoClearActivityIdThread(original);
  API_CHECK(IoGetActivityIdThread() == NULL);
  API_STATUS(FltGetCopyInformationFromCallbackData(data, &copy), STATUS_NOT_FOUND);
  API_STATUS(FltGetFsZeroingOffset(data, &offset), STATUS_NOT_FOUND);
  API_STATUS(FltSetFsZeroingOffset(data, 512), STATUS_NOT_FOUND);
  API_STATUS(FltSetFsZeroingOffsetRequired(data), STATUS_SUCCESS);
  API_STATUS(FltSetFsZeroingOffset(data, 512), STATUS_SUCCESS);
  API_STATUS(FltGetFsZeroingOffset(data, &offset), STATUS_SUCCESS);
  API_EQUAL(offset, 512);
  API_EQUAL(FltGetIoPriorityHint(data), IoPriorityNormal);
  API_STATUS(FltSetIoPriorityHintIntoCallbackData(data, IoPriorityHigh), STATUS_SUCCESS);
  API_EQUAL(FltGetIoPriorityHintFromCallbackData(data), IoPriorityHigh);
  API_STATUS(FltSetIoPriorityHintIntoCallbackData(data, 99), STATUS_INVALID_PARAMETER);
  API_STATUS(FltAllocateCallbackData(ApiInstance, open.file, &other), STATUS_SUCCESS);
  API_STATUS(FltPropagateIrpExtension(data, other, 0), STATUS_SUCCESS);
  API_STATUS(FltPropagateIrpExtension(data, other, 1), STATUS_INVALID_PARAMETER);
  API_STATUS(FltGetActivityIdCallbackData(other, &found), STATUS_SUCCESS);
  API_EQUAL(FltGetIoPriorityHintFromCallbackData(other), IoPriorityHigh);
  FltFreeCallbackData(other);
  return FLT_PREOP_SUCCESS_NO_CALLBACK;
}

static void extensions(void) {
  ULONG bytes = 0;
  hook(IRP_MJ_READ, extension, NULL);
  API_STATUS(read_some(&bytes), STATUS_SUCCESS);
  unhook();
  API_EQUAL(PreCalls, 1);
}

/* Of a request that is no IRP. */
static FLT_PREOP_CALLBACK_STATUS no_irp(PFLT_CALLBACK_DATA data, PCFLT_RELATED_OBJECTS objects,
                                        PVOID* context) {
  GUID id = {1};
  LPGUID original = NULL;
  COPY_INFORMATION copy;
  (void)objects;
  (void)context;
  API_CHECK(FLT_IS_FASTIO_OPERATION(data));
  API_STATUS(FltGetActivityIdCallbackData(data, &id), STATUS_NOT_SUPPORTED);
  API_STATUS(FltSetActivityIdCallbackData(data, &id), STATUS_NOT_SUPPORTED);
  API_STATUS(FltPropagateActivityIdToThread(data, &id, &original), STATUS_NOT_SUPPORTED);
  API_STATUS(FltGetCopyInformationFromCallbackData(data, &copy), STATUS_INVALID_PARAMETER);
  API_STATUS(FltPropagateIrpExtension(data, data, 0), STATUS_INVALID_PARAMETER);
  API_STATUS(FltSetIoPriorityHintIntoCallbackData(data, IoPriorityLow), STATUS_INVALID_PARAMETER);
  return FLT_PREOP_DISALLOW_FASTIO;
}

static void fast_io(void) {
  LARGE_INTEGER offset = {.QuadPart = 0};
  IO_STATUS_BLOCK iosb;
  PMDL mdl = NULL;
  hook(0xff, no_irp, NULL);
  API_CHECK(!FltFastIoMdlRead(ApiInstance, open.file, &offset, 3, 0, &mdl, &iosb));
  unhook();
  API_EQUAL(PreCalls, 1);
}

/* ------------------------------------------------------------------ completing and changing */
static FLT_PREOP_CALLBACK_STATUS complete_it(PFLT_CALLBACK_DATA data, PCFLT_RELATED_OBJECTS objects,
                                             PVOID* context) {
  (void)objects;
  (void)context;
  data->IoStatus.Status = STATUS_ACCESS_DENIED;
  data->IoStatus.Information = 0;
  return FLT_PREOP_COMPLETE;
}
static void completing(void) {
  ULONG bytes = 0;
  hook(IRP_MJ_READ, complete_it, NULL);
  API_STATUS(read_some(&bytes), STATUS_ACCESS_DENIED);
  unhook();
}

static UCHAR* swapped;
static FLT_PREOP_CALLBACK_STATUS swap(PFLT_CALLBACK_DATA data, PCFLT_RELATED_OBJECTS objects,
                                      PVOID* context) {
  (void)objects;
  data->Iopb->Parameters.Read.ReadBuffer = swapped;
  data->Iopb->Parameters.Read.MdlAddress = IoAllocateMdl(swapped, 5, FALSE, FALSE, NULL);
  MmBuildMdlForNonPagedPool(data->Iopb->Parameters.Read.MdlAddress);
  FltSetCallbackDataDirty(data);
  *context = data->Iopb->Parameters.Read.MdlAddress;
  return FLT_PREOP_SUCCESS_WITH_CALLBACK;
}
static FLT_POSTOP_CALLBACK_STATUS swap_back(PFLT_CALLBACK_DATA data, PCFLT_RELATED_OBJECTS objects,
                                            PVOID context, FLT_POST_OPERATION_FLAGS flags) {
  (void)objects;
  (void)flags;
  API_CHECK(FltGetSwappedBufferMdlAddress(data) == context);
  API_CHECK(data->Iopb->Parameters.Read.ReadBuffer == buffer);
  API_EQUAL(swapped[0], 'h');
  RtlCopyMemory(buffer, swapped, 5);
  buffer[0] = 'H';
  FltRetainSwappedBufferMdlAddress(data);
  IoFreeMdl(context);
  return FLT_POSTOP_FINISHED_PROCESSING;
}
static void swapping(void) {
  ULONG bytes = 0;
  swapped = ExAllocatePoolWithTag(NonPagedPoolNx, 64, API_TAG);
  API_REQUIRE(swapped != NULL);
  RtlZeroMemory(buffer, sizeof(buffer));
  hook(IRP_MJ_READ, swap, swap_back);
  API_STATUS(read_some(&bytes), STATUS_SUCCESS);
  unhook();
  API_EQUAL(PostCalls, 1);
  API_EQUAL(buffer[0], 'H');
  API_EQUAL(buffer[1], 'e');
  ExFreePoolWithTag(swapped, API_TAG);
}

static FLT_POSTOP_CALLBACK_STATUS again(PFLT_CALLBACK_DATA data, PCFLT_RELATED_OBJECTS objects,
                                        PVOID context, FLT_POST_OPERATION_FLAGS flags) {
  (void)context;
  (void)flags;
  API_CHECK((data->Flags & FLTFL_CALLBACK_DATA_REISSUED_IO) == 0);
  RtlZeroMemory(buffer, 5);
  data->IoStatus.Status = STATUS_UNSUCCESSFUL;
  FltSetCallbackDataDirty(data);
  FltReissueSynchronousIo(objects->Instance, data);
  API_CHECK((data->Flags & FLTFL_CALLBACK_DATA_REISSUED_IO) != 0);
  return FLT_POSTOP_FINISHED_PROCESSING;
}
static FLT_PREOP_CALLBACK_STATUS synchronize(PFLT_CALLBACK_DATA data, PCFLT_RELATED_OBJECTS objects,
                                             PVOID* context) {
  (void)data;
  (void)objects;
  (void)context;
  return FLT_PREOP_SYNCHRONIZE;
}
static void reissuing(void) {
  ULONG bytes = 0;
  hook(IRP_MJ_READ, synchronize, again);
  API_STATUS(read_some(&bytes), STATUS_SUCCESS);
  unhook();
  API_EQUAL(PostCalls, 1);
  API_EQUAL(bytes, 5);
  API_EQUAL(buffer[0], 'h');
}

static NTSTATUS told;
static ULONG tellings;
static VOID NTAPI tell(PCFLT_RELATED_OBJECTS objects, PFLT_IO_PARAMETER_BLOCK iopb, NTSTATUS status,
                       PVOID context) {
  API_CHECK(objects->Instance == Lower);
  API_EQUAL(iopb->MajorFunction, IRP_MJ_READ);
  API_CHECK(context == &told);
  told = status;
  ++tellings;
}
static FLT_PREOP_CALLBACK_STATUS ask_status(PFLT_CALLBACK_DATA data, PCFLT_RELATED_OBJECTS objects,
                                            PVOID* context) {
  (void)objects;
  (void)context;
  API_STATUS(FltRequestOperationStatusCallback(data, tell, &told), STATUS_SUCCESS);
  return FLT_PREOP_SUCCESS_WITH_CALLBACK;
}
static FLT_POSTOP_CALLBACK_STATUS ask_status_late(PFLT_CALLBACK_DATA data,
                                                  PCFLT_RELATED_OBJECTS objects, PVOID context,
                                                  FLT_POST_OPERATION_FLAGS flags) {
  (void)objects;
  (void)context;
  (void)flags;
  API_STATUS(FltRequestOperationStatusCallback(data, tell, &told), STATUS_INVALID_PARAMETER);
  return FLT_POSTOP_FINISHED_PROCESSING;
}
static void operation_status(void) {
  ULONG bytes = 0;
  told = STATUS_UNSUCCESSFUL;
  tellings = 0;
  hook(IRP_MJ_READ, ask_status, ask_status_late);
  API_STATUS(read_some(&bytes), STATUS_SUCCESS);
  unhook();
  API_EQUAL(tellings, 1);
  API_CHECK(told == STATUS_SUCCESS || told == STATUS_PENDING);
}

/* ------------------------------------------------------------------ pending */
static PFLT_CALLBACK_DATA pended;
static KEVENT pended_event;
static FLT_PREOP_CALLBACK_STATUS later_status;

static VOID NTAPI deferred(PFLT_DEFERRED_IO_WORKITEM item, PFLT_CALLBACK_DATA data, PVOID context) {
  API_CHECK(context == &pended);
  API_EQUAL(KeGetCurrentIrql(), PASSIVE_LEVEL);
  FltFreeDeferredIoWorkItem(item);
  if (later_status == FLT_PREOP_COMPLETE) {
    data->IoStatus.Status = STATUS_END_OF_FILE;
    data->IoStatus.Information = 0;
  }
  FltCompletePendedPreOperation(data, later_status, NULL);
}
static FLT_PREOP_CALLBACK_STATUS defer(PFLT_CALLBACK_DATA data, PCFLT_RELATED_OBJECTS objects,
                                       PVOID* context) {
  const PFLT_DEFERRED_IO_WORKITEM item = FltAllocateDeferredIoWorkItem();
  (void)objects;
  (void)context;
  if (!API_CHECK(item != NULL)) return FLT_PREOP_SUCCESS_NO_CALLBACK;
  API_STATUS(FltQueueDeferredIoWorkItem(item, data, deferred, DelayedWorkQueue, &pended),
             STATUS_SUCCESS);
  return FLT_PREOP_PENDING;
}
static void pending_before(void) {
  ULONG bytes = 0;
  later_status = FLT_PREOP_SUCCESS_NO_CALLBACK;
  hook(IRP_MJ_READ, defer, NULL);
  API_STATUS(read_some(&bytes), STATUS_SUCCESS);
  API_EQUAL(bytes, 5);
  later_status = FLT_PREOP_COMPLETE;
  API_STATUS(read_some(&bytes), STATUS_END_OF_FILE);
  unhook();
}

static FLT_PREOP_CALLBACK_STATUS defer_paging(PFLT_CALLBACK_DATA data,
                                              PCFLT_RELATED_OBJECTS objects, PVOID* context) {
  const PFLT_DEFERRED_IO_WORKITEM item = FltAllocateDeferredIoWorkItem();
  (void)objects;
  (void)context;
  if (item == NULL) return FLT_PREOP_SUCCESS_NO_CALLBACK;
  API_STATUS(FltQueueDeferredIoWorkItem(item, data, deferred, DelayedWorkQueue, &pended),
             STATUS_FLT_NOT_SAFE_TO_POST_OPERATION);
  FltFreeDeferredIoWorkItem(item);
  return FLT_PREOP_SUCCESS_NO_CALLBACK;
}
static void paging_is_not_deferred(void) {
  LARGE_INTEGER offset = {.QuadPart = 0};
  ULONG bytes = 0;
  UCHAR* page = ExAllocatePoolWithTag(NonPagedPoolNx, 4096, API_TAG);
  API_REQUIRE(page != NULL);
  hook(IRP_MJ_READ, defer_paging, NULL);
  FltReadFile(ApiInstance, open.file, &offset, 4096, page,
              FLTFL_IO_OPERATION_PAGING | FLTFL_IO_OPERATION_SYNCHRONOUS_PAGING, &bytes, NULL,
              NULL);
  unhook();
  API_EQUAL(PreCalls, 1);
  ExFreePoolWithTag(page, API_TAG);
}

static FLT_PREOP_CALLBACK_STATUS device_control(PFLT_CALLBACK_DATA data,
                                                PCFLT_RELATED_OBJECTS objects, PVOID* context) {
  (void)objects;
  (void)context;
  data->IoStatus.Status = STATUS_SUCCESS;
  data->IoStatus.Information = 0;
  return FLT_PREOP_COMPLETE;
}
static void device_controls(void) {
  ULONG bytes = 7;
  hook(IRP_MJ_DEVICE_CONTROL, device_control, NULL);
  API_STATUS(FltDeviceIoControlFile(ApiInstance, open.file, 0x70000, NULL, 0, NULL, 0, &bytes),
             STATUS_SUCCESS);
  unhook();
  API_EQUAL(bytes, 0);
}

static VOID NTAPI generic(PFLT_GENERIC_WORKITEM item, PVOID object, PVOID context) {
  API_CHECK(object == ApiFilter || object == Lower);
  FltFreeGenericWorkItem(item);
  if (context != NULL) {
    FltCompletePendedPostOperation(context);
  } else {
    KeSetEvent(&pended_event, 0, FALSE);
  }
}
static void work_items(void) {
  PFLT_GENERIC_WORKITEM item = FltAllocateGenericWorkItem();
  API_REQUIRE(item != NULL);
  KeInitializeEvent(&pended_event, NotificationEvent, FALSE);
  API_STATUS(FltQueueGenericWorkItem(item, ApiFilter, generic, CriticalWorkQueue, NULL),
             STATUS_SUCCESS);
  KeWaitForSingleObject(&pended_event, Executive, KernelMode, FALSE, NULL);
}

static FLT_POSTOP_CALLBACK_STATUS pend_post(PFLT_CALLBACK_DATA data, PCFLT_RELATED_OBJECTS objects,
                                            PVOID context, FLT_POST_OPERATION_FLAGS flags) {
  const PFLT_GENERIC_WORKITEM item = FltAllocateGenericWorkItem();
  (void)context;
  (void)flags;
  if (item == NULL) return FLT_POSTOP_FINISHED_PROCESSING;
  API_STATUS(FltQueueGenericWorkItem(item, objects->Instance, generic, DelayedWorkQueue, data),
             STATUS_SUCCESS);
  return FLT_POSTOP_MORE_PROCESSING_REQUIRED;
}
static void pending_after(void) {
  ULONG bytes = 0;
  hook(IRP_MJ_READ, with_post, pend_post);
  API_STATUS(read_some(&bytes), STATUS_SUCCESS);
  unhook();
  API_EQUAL(bytes, 5);
}

static KIRQL safe_irql;
static FLT_POSTOP_CALLBACK_STATUS NTAPI safe_post(PFLT_CALLBACK_DATA data,
                                                  PCFLT_RELATED_OBJECTS objects, PVOID context,
                                                  FLT_POST_OPERATION_FLAGS flags) {
  (void)data;
  (void)objects;
  (void)flags;
  API_CHECK(context == &safe_irql);
  safe_irql = KeGetCurrentIrql();
  return FLT_POSTOP_FINISHED_PROCESSING;
}
static FLT_POSTOP_CALLBACK_STATUS when_safe(PFLT_CALLBACK_DATA data, PCFLT_RELATED_OBJECTS objects,
                                            PVOID context, FLT_POST_OPERATION_FLAGS flags) {
  FLT_POSTOP_CALLBACK_STATUS result = FLT_POSTOP_FINISHED_PROCESSING;
  (void)context;
  API_CHECK(
      FltDoCompletionProcessingWhenSafe(data, objects, &safe_irql, flags, safe_post, &result));
  return result;
}
static void completion_when_safe(void) {
  LARGE_INTEGER offset = {.QuadPart = 0};
  ULONG bytes = 0;
  UCHAR* page = ExAllocatePoolWithTag(NonPagedPoolNx, 4096, API_TAG);
  API_REQUIRE(page != NULL);
  safe_irql = 99;
  hook(IRP_MJ_READ, with_post, when_safe);
  API_STATUS(read_some(&bytes), STATUS_SUCCESS);
  API_CHECK(safe_irql <= APC_LEVEL);
  safe_irql = 99;
  API_STATUS(FltReadFile(ApiInstance, open.file, &offset, 512, page, FLTFL_IO_OPERATION_NON_CACHED,
                         &bytes, NULL, NULL),
             STATUS_SUCCESS);
  API_CHECK(safe_irql <= APC_LEVEL);
  unhook();
  ExFreePoolWithTag(page, API_TAG);
}

static void end(void) {
  close_open(&open);
  forget_lower();
}

static const FLT_OPERATION_REGISTRATION operations[] = {
    {IRP_MJ_CREATE, 0, flt_pre, flt_post, NULL},
    {IRP_MJ_READ, 0, flt_pre, flt_post, NULL},
    {IRP_MJ_FLUSH_BUFFERS, 0, flt_pre, flt_post, NULL},
    {IRP_MJ_DEVICE_CONTROL, 0, flt_pre, flt_post, NULL},
    {IRP_MJ_MDL_READ, 0, flt_pre, flt_post, NULL},
    {IRP_MJ_OPERATION_END, 0, NULL, NULL, NULL},
};
void ApiRegistration(FLT_REGISTRATION* registration) {
  registration->OperationRegistration = operations;
}

const API_TEST ApiTests[] = {
    {"Callbacks_Begin", begin},
    {"CallbackData_IsAsked", asking},
    {"CallbackData_WithoutABuffer", without_buffer},
    {"CallbackData_HasAnExtension", extensions},
    {"CallbackData_OfFastIo_HasNoExtension", fast_io},
    {"PreOperation_CompletesTheOperation", completing},
    {"PreOperation_SwapsTheBuffer", swapping},
    {"PostOperation_ReissuesTheOperation", reissuing},
    {"FltRequestOperationStatusCallback_TellsWhatSendingReturned", operation_status},
    {"PreOperation_IsPendedToAWorkItem", pending_before},
    {"PagingIo_IsNotDeferred", paging_is_not_deferred},
    {"DeviceControl_IsCompletedByAFilter", device_controls},
    {"GenericWorkItem_Runs", work_items},
    {"PostOperation_IsPendedToAWorkItem", pending_after},
    {"FltDoCompletionProcessingWhenSafe_RunsBelowDispatchLevel", completion_when_safe},
    {"Callbacks_End", end},
    {NULL, NULL},
};
