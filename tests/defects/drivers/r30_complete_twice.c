/* R30: a pended post-operation is completed twice. */
#include "../defect.h"

static VOID NTAPI later(PFLT_DEFERRED_IO_WORKITEM item, PFLT_CALLBACK_DATA data, PVOID context) {
  (void)context;
  FltFreeDeferredIoWorkItem(item);
  FltCompletePendedPostOperation(data);
#ifdef DEFECT
  FltCompletePendedPostOperation(data); /* DEFECT */
#endif
}

PRE(PreRead) {
  UNUSED_PRE;
  return FLT_IS_IRP_OPERATION(Data) ? FLT_PREOP_SUCCESS_WITH_CALLBACK
                                    : FLT_PREOP_SUCCESS_NO_CALLBACK;
}

POST(PostRead) {
  PFLT_DEFERRED_IO_WORKITEM item;
  UNUSED_POST;
  if (IS_DRAINING) return FLT_POSTOP_FINISHED_PROCESSING;
  item = FltAllocateDeferredIoWorkItem();
  if (item == NULL) return FLT_POSTOP_FINISHED_PROCESSING;
  if (FltQueueDeferredIoWorkItem(item, Data, later, DelayedWorkQueue, NULL) != STATUS_SUCCESS) {
    FltFreeDeferredIoWorkItem(item);
    return FLT_POSTOP_FINISHED_PROCESSING;
  }
  return FLT_POSTOP_MORE_PROCESSING_REQUIRED;
}

OPERATIONS({IRP_MJ_READ, 0, PreRead, PostRead, NULL});
PLAIN_DRIVER
