/* R28: FltQueueDeferredIoWorkItem refuses paging I/O, and nobody looks. */
#include "../defect.h"

static VOID NTAPI later(PFLT_DEFERRED_IO_WORKITEM item, PFLT_CALLBACK_DATA data, PVOID context) {
  (void)context;
  FltFreeDeferredIoWorkItem(item);
  FltCompletePendedPostOperation(data);
}

PRE(PreRead) {
  UNUSED_PRE;
  return FLT_IS_IRP_OPERATION(Data) ? FLT_PREOP_SUCCESS_WITH_CALLBACK
                                    : FLT_PREOP_SUCCESS_NO_CALLBACK;
}

POST(PostRead) { /* DEFECT */
  PFLT_DEFERRED_IO_WORKITEM item;
  NTSTATUS status;
  UNUSED_POST;
  if (IS_DRAINING) return FLT_POSTOP_FINISHED_PROCESSING;
  item = FltAllocateDeferredIoWorkItem();
  if (item == NULL) return FLT_POSTOP_FINISHED_PROCESSING;
  status = FltQueueDeferredIoWorkItem(item, Data, later, DelayedWorkQueue, NULL);
#ifdef DEFECT
  (void)status;
#else
  if (status != STATUS_SUCCESS) {
    FltFreeDeferredIoWorkItem(item);
    return FLT_POSTOP_FINISHED_PROCESSING;
  }
#endif
  return FLT_POSTOP_MORE_PROCESSING_REQUIRED;
}

OPERATIONS({IRP_MJ_READ, 0, PreRead, PostRead, NULL});
PLAIN_DRIVER
