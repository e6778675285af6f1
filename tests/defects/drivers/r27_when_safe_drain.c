/* R27: FltDoCompletionProcessingWhenSafe while draining. */
#include "../defect.h"

PRE(PreRead) {
  UNUSED_PRE;
  return FLT_IS_IRP_OPERATION(Data) ? FLT_PREOP_SUCCESS_WITH_CALLBACK
                                    : FLT_PREOP_SUCCESS_NO_CALLBACK;
}

POST(SafePostRead) {
  UNUSED_POST;
  return FLT_POSTOP_FINISHED_PROCESSING;
}

POST(PostRead) {
  FLT_POSTOP_CALLBACK_STATUS status = FLT_POSTOP_FINISHED_PROCESSING;
  UNUSED_POST;
#ifndef DEFECT
  if (IS_DRAINING) return FLT_POSTOP_FINISHED_PROCESSING;
#endif
  FltDoCompletionProcessingWhenSafe(Data, FltObjects, Context, Flags, SafePostRead, /* DEFECT */
                                    &status);
  return status;
}

OPERATIONS({IRP_MJ_READ, 0, PreRead, PostRead, NULL});
PLAIN_DRIVER
