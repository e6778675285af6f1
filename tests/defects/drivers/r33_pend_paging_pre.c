/* R33: paging I/O is pended in the pre-operation. */
#include "../defect.h"

static VOID NTAPI resume(PFLT_GENERIC_WORKITEM item, PVOID object, PVOID context) {
  (void)object;
  FltFreeGenericWorkItem(item);
  FltCompletePendedPreOperation((PFLT_CALLBACK_DATA)context, FLT_PREOP_SUCCESS_NO_CALLBACK, NULL);
}

PRE(PreRead) { /* DEFECT */
  PFLT_GENERIC_WORKITEM item;
  UNUSED_PRE;
  if (!FLT_IS_IRP_OPERATION(Data)) return FLT_PREOP_SUCCESS_NO_CALLBACK;
#ifndef DEFECT
  if (IS_PAGING(Data)) return FLT_PREOP_SUCCESS_NO_CALLBACK;
#endif
  item = FltAllocateGenericWorkItem();
  if (item == NULL) return FLT_PREOP_SUCCESS_NO_CALLBACK;
  if (FltQueueGenericWorkItem(item, FltObjects->Instance, resume, DelayedWorkQueue, Data) !=
      STATUS_SUCCESS) {
    FltFreeGenericWorkItem(item);
    return FLT_PREOP_SUCCESS_NO_CALLBACK;
  }
  return FLT_PREOP_PENDING;
}

OPERATIONS({IRP_MJ_READ, 0, PreRead, NULL, NULL});
PLAIN_DRIVER
