/* One minifilter, three builds. Alone it is correct. With LEAK it keeps a pool block and a
 * reference to a stream context when it unloads. With PAGEABLE_POST its post-read lies in PAGE,
 * where a post-operation that may run at DISPATCH_LEVEL must not be. */
#include <fltKernel.h>

#define TWIN_TAG 'kaeL' /* "Leak" in a dump */

typedef struct STREAM {
  LONG reads;
} STREAM;

static PFLT_FILTER filter;
static PVOID block;
#ifdef LEAK
static LONG kept;
#endif

static FLT_POSTOP_CALLBACK_STATUS NTAPI post_create(PFLT_CALLBACK_DATA data,
                                                    PCFLT_RELATED_OBJECTS objects, PVOID context,
                                                    FLT_POST_OPERATION_FLAGS flags) {
  PFLT_CONTEXT stream = NULL;
  (void)context;
  if ((flags & FLTFL_POST_OPERATION_DRAINING) || !NT_SUCCESS(data->IoStatus.Status)) {
    return FLT_POSTOP_FINISHED_PROCESSING;
  }
  if (!NT_SUCCESS(FltAllocateContext(objects->Filter, FLT_STREAM_CONTEXT, sizeof(STREAM),
                                     NonPagedPool, &stream))) {
    return FLT_POSTOP_FINISHED_PROCESSING;
  }
  ((STREAM*)stream)->reads = 0;
  FltSetStreamContext(objects->Instance, objects->FileObject, FLT_SET_CONTEXT_KEEP_IF_EXISTS,
                      stream, NULL);
#ifdef LEAK
  if (InterlockedIncrement(&kept) == 1) return FLT_POSTOP_FINISHED_PROCESSING;
#endif
  FltReleaseContext(stream);
  return FLT_POSTOP_FINISHED_PROCESSING;
}

/* The context is looked up here, where that is allowed, and released in the post-operation. */
static FLT_PREOP_CALLBACK_STATUS NTAPI pre_read(PFLT_CALLBACK_DATA data,
                                                PCFLT_RELATED_OBJECTS objects, PVOID* context) {
  (void)data;
  if (!NT_SUCCESS(FltGetStreamContext(objects->Instance, objects->FileObject, context))) {
    return FLT_PREOP_SUCCESS_NO_CALLBACK;
  }
  return FLT_PREOP_SUCCESS_WITH_CALLBACK;
}

#ifdef PAGEABLE_POST
#pragma code_seg("PAGE")
#endif
static FLT_POSTOP_CALLBACK_STATUS NTAPI post_read(PFLT_CALLBACK_DATA data,
                                                  PCFLT_RELATED_OBJECTS objects, PVOID context,
                                                  FLT_POST_OPERATION_FLAGS flags) {
  (void)data;
  (void)objects;
  (void)flags;
  InterlockedIncrement(&((STREAM*)context)->reads);
  FltReleaseContext(context);
  return FLT_POSTOP_FINISHED_PROCESSING;
}
#ifdef PAGEABLE_POST
#pragma code_seg()
#endif

static const FLT_OPERATION_REGISTRATION operations[] = {
    {IRP_MJ_CREATE, 0, NULL, post_create, NULL},
    {IRP_MJ_READ, 0, pre_read, post_read, NULL},
    {IRP_MJ_OPERATION_END, 0, NULL, NULL, NULL}};

static const FLT_CONTEXT_REGISTRATION contexts[] = {
    {FLT_STREAM_CONTEXT, 0, NULL, sizeof(STREAM), TWIN_TAG, NULL, NULL, NULL},
    {FLT_CONTEXT_END, 0, NULL, 0, 0, NULL, NULL, NULL}};

static NTSTATUS NTAPI unload(FLT_FILTER_UNLOAD_FLAGS flags) {
  (void)flags;
#ifndef LEAK
  ExFreePoolWithTag(block, TWIN_TAG);
#endif
  FltUnregisterFilter(filter);
  return STATUS_SUCCESS;
}

static const FLT_REGISTRATION registration = {.Size = sizeof(FLT_REGISTRATION),
                                              .Version = FLT_REGISTRATION_VERSION,
                                              .ContextRegistration = contexts,
                                              .OperationRegistration = operations,
                                              .FilterUnloadCallback = unload};

NTSTATUS NTAPI DriverEntry(PDRIVER_OBJECT driver, PUNICODE_STRING path) {
  NTSTATUS status;
  (void)path;
  block = ExAllocatePoolWithTag(NonPagedPool, 256, TWIN_TAG);
  if (block == NULL) return STATUS_INSUFFICIENT_RESOURCES;
  status = FltRegisterFilter(driver, &registration, &filter);
  if (NT_SUCCESS(status)) {
    status = FltStartFiltering(filter);
    if (NT_SUCCESS(status)) return status;
    FltUnregisterFilter(filter);
  }
  ExFreePoolWithTag(block, TWIN_TAG);
  return status;
}
