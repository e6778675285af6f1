/* R22: asynchronous reads are synchronized. */
#include "../defect.h"

PRE(PreRead) { /* DEFECT */
  UNUSED_PRE;
  if (!FLT_IS_IRP_OPERATION(Data)) return FLT_PREOP_SUCCESS_NO_CALLBACK;
#ifndef DEFECT
  if (!FltIsOperationSynchronous(Data)) return FLT_PREOP_SUCCESS_WITH_CALLBACK;
#endif
  return FLT_PREOP_SYNCHRONIZE;
}

POST(PostRead) {
  UNUSED_POST;
  return FLT_POSTOP_FINISHED_PROCESSING;
}

OPERATIONS({IRP_MJ_READ, 0, PreRead, PostRead, NULL});
PLAIN_DRIVER
