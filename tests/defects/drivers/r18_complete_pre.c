/* R18: FltCompletePendedPreOperation does not take FLT_PREOP_SYNCHRONIZE. */
#include "../defect.h"

static VOID NTAPI resume(PFLT_DEFERRED_IO_WORKITEM item, PFLT_CALLBACK_DATA data, PVOID context) {
  (void)context;
  FltFreeDeferredIoWorkItem(item);
#ifdef DEFECT
  FltCompletePendedPreOperation(data, FLT_PREOP_SYNCHRONIZE, NULL); /* DEFECT */
#else
  FltCompletePendedPreOperation(data, FLT_PREOP_SUCCESS_NO_CALLBACK, NULL);
#endif
}

PRE(PreRead) {
  PFLT_DEFERRED_IO_WORKITEM item;
  UNUSED_PRE;
  if (!FLT_IS_IRP_OPERATION(Data)) return FLT_PREOP_SUCCESS_NO_CALLBACK;
  item = FltAllocateDeferredIoWorkItem();
  if (item == NULL) return FLT_PREOP_SUCCESS_NO_CALLBACK;
  if (FltQueueDeferredIoWorkItem(item, Data, resume, DelayedWorkQueue, NULL) != STATUS_SUCCESS) {
    FltFreeDeferredIoWorkItem(item);
    return FLT_PREOP_SUCCESS_NO_CALLBACK;
  }
  return FLT_PREOP_PENDING;
}

POST(PostRead) {
  UNUSED_POST;
  return FLT_POSTOP_FINISHED_PROCESSING;
}

OPERATIONS({IRP_MJ_READ, 0, PreRead, PostRead, NULL});
PLAIN_DRIVER
