/* R20: FLT_PREOP_SYNCHRONIZE is for IRP operations. */
#include "../defect.h"

PRE(PreRead) { /* DEFECT */
  UNUSED_PRE;
#ifndef DEFECT
  if (!FLT_IS_IRP_OPERATION(Data)) return FLT_PREOP_SUCCESS_WITH_CALLBACK;
#endif
  return FltIsOperationSynchronous(Data) ? FLT_PREOP_SYNCHRONIZE : FLT_PREOP_SUCCESS_WITH_CALLBACK;
}

POST(PostRead) {
  UNUSED_POST;
  return FLT_POSTOP_FINISHED_PROCESSING;
}

OPERATIONS({IRP_MJ_READ, 0, PreRead, PostRead, NULL});
PLAIN_DRIVER
