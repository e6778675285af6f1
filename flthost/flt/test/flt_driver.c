/* A minifilter image for the tests: keeps a stream context on each file that is opened and denies
 * reads whose data begin with 'X'. A read that completes at DISPATCH_LEVEL is pended and looked at
 * in a work item. */
#include <fltKernel.h>

typedef struct STREAM {
  LONG reads;
} STREAM;

static PFLT_FILTER filter;

static FLT_PREOP_CALLBACK_STATUS NTAPI pre_create(PFLT_CALLBACK_DATA data,
                                                  PCFLT_RELATED_OBJECTS objects, PVOID* context) {
  (void)data;
  (void)objects;
  (void)context;
  return FLT_PREOP_SUCCESS_WITH_CALLBACK;
}

static FLT_POSTOP_CALLBACK_STATUS NTAPI post_create(PFLT_CALLBACK_DATA data,
                                                    PCFLT_RELATED_OBJECTS objects, PVOID context,
                                                    FLT_POST_OPERATION_FLAGS flags) {
  PFLT_CONTEXT stream = NULL;
  (void)context;
  if ((flags & FLTFL_POST_OPERATION_DRAINING) || !NT_SUCCESS(data->IoStatus.Status)) {
    return FLT_POSTOP_FINISHED_PROCESSING;
  }
  if (FltAllocateContext(objects->Filter, FLT_STREAM_CONTEXT, sizeof(STREAM), NonPagedPool,
                         &stream) == STATUS_SUCCESS) {
    ((STREAM*)stream)->reads = 0;
    FltSetStreamContext(objects->Instance, objects->FileObject, FLT_SET_CONTEXT_KEEP_IF_EXISTS,
                        stream, NULL);
    FltReleaseContext(stream);
  }
  return FLT_POSTOP_FINISHED_PROCESSING;
}

static void judge(PFLT_CALLBACK_DATA data) {
  const char* bytes = (const char*)data->Iopb->Parameters.Read.ReadBuffer;
  if (NT_SUCCESS(data->IoStatus.Status) && data->IoStatus.Information != 0 && bytes[0] == 'X') {
    data->IoStatus.Status = STATUS_ACCESS_DENIED;
    data->IoStatus.Information = 0;
  }
}

static VOID NTAPI judge_later(PFLT_GENERIC_WORKITEM item, PVOID object, PVOID context) {
  PFLT_CALLBACK_DATA data = (PFLT_CALLBACK_DATA)context;
  (void)object;
  FltFreeGenericWorkItem(item);
  judge(data);
  FltCompletePendedPostOperation(data);
}

static FLT_PREOP_CALLBACK_STATUS NTAPI pre_read(PFLT_CALLBACK_DATA data,
                                                PCFLT_RELATED_OBJECTS objects, PVOID* context) {
  PFLT_CONTEXT stream = NULL;
  if (FltGetStreamContext(objects->Instance, objects->FileObject, &stream) != STATUS_SUCCESS) {
    return FLT_PREOP_SUCCESS_NO_CALLBACK;
  }
  InterlockedIncrement(&((STREAM*)stream)->reads);
  FltReleaseContext(stream);
  /* Allocated here, where it may fail harmlessly. */
  *context = FLT_IS_IRP_OPERATION(data) ? FltAllocateGenericWorkItem() : NULL;
  return FLT_PREOP_SUCCESS_WITH_CALLBACK;
}

#ifdef PAGEABLE_POST
#pragma code_seg("PAGE")
#endif
static FLT_POSTOP_CALLBACK_STATUS NTAPI post_read(PFLT_CALLBACK_DATA data,
                                                  PCFLT_RELATED_OBJECTS objects, PVOID context,
                                                  FLT_POST_OPERATION_FLAGS flags) {
  PFLT_GENERIC_WORKITEM item = (PFLT_GENERIC_WORKITEM)context;
  if (!(flags & FLTFL_POST_OPERATION_DRAINING)) {
    if (item != NULL && KeGetCurrentIrql() >= DISPATCH_LEVEL &&
        FltQueueGenericWorkItem(item, objects->Filter, judge_later, DelayedWorkQueue, data) ==
            STATUS_SUCCESS) {
      return FLT_POSTOP_MORE_PROCESSING_REQUIRED;
    }
    judge(data);
  }
  if (item != NULL) FltFreeGenericWorkItem(item);
  return FLT_POSTOP_FINISHED_PROCESSING;
}
#ifdef PAGEABLE_POST
#pragma code_seg()
#endif

static const FLT_OPERATION_REGISTRATION operations[] = {
    {IRP_MJ_CREATE, 0, pre_create, post_create, NULL},
    {IRP_MJ_READ, 0, pre_read, post_read, NULL},
    {IRP_MJ_OPERATION_END, 0, NULL, NULL, NULL}};

static const FLT_CONTEXT_REGISTRATION contexts[] = {
    {FLT_STREAM_CONTEXT, 0, NULL, sizeof(STREAM), 'tseT', NULL, NULL, NULL},
    {FLT_CONTEXT_END, 0, NULL, 0, 0, NULL, NULL, NULL}};

static NTSTATUS NTAPI unload(FLT_FILTER_UNLOAD_FLAGS flags) {
  (void)flags;
  FltUnregisterFilter(filter);
  return STATUS_SUCCESS;
}

static const FLT_REGISTRATION registration = {.Size = sizeof(FLT_REGISTRATION),
                                              .Version = FLT_REGISTRATION_VERSION,
                                              .ContextRegistration = contexts,
                                              .OperationRegistration = operations,
                                              .FilterUnloadCallback = unload};

NTSTATUS NTAPI DriverEntry(PDRIVER_OBJECT driver, PUNICODE_STRING path) {
  NTSTATUS status = FltRegisterFilter(driver, &registration, &filter);
  (void)path;
  if (!NT_SUCCESS(status)) return status;
  status = FltStartFiltering(filter);
  if (!NT_SUCCESS(status)) FltUnregisterFilter(filter);
  return status;
}
