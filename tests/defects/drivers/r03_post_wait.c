/* R3: only what was synchronized has its post-operation where it may wait. */
#include "../defect.h"

static KEVENT Event;

PRE(PreRead) {
  UNUSED_PRE;
#ifndef DEFECT
  if (!FLT_IS_IRP_OPERATION(Data) || !FltIsOperationSynchronous(Data)) {
    return FLT_PREOP_SUCCESS_NO_CALLBACK;
  }
  return FLT_PREOP_SYNCHRONIZE;
#else
  return FLT_PREOP_SUCCESS_WITH_CALLBACK;
#endif
}

POST(PostRead) {
  UNUSED_POST;
  if (!IS_DRAINING) {
    KeWaitForSingleObject(&Event, Executive, KernelMode, FALSE, NULL); /* DEFECT */
  }
  return FLT_POSTOP_FINISHED_PROCESSING;
}

static NTSTATUS prepare(void) {
  KeInitializeEvent(&Event, NotificationEvent, TRUE);
  return STATUS_SUCCESS;
}

OPERATIONS({IRP_MJ_READ, 0, PreRead, PostRead, NULL});
DRIVER(NULL, prepare(), (void)0, (void)0, NULL, NULL)
