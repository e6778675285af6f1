/* R5: what a draining post-operation gets is a copy, and nobody can complete it. */
#include "../defect.h"

PRE(PreRead) {
  UNUSED_PRE;
  return FLT_IS_IRP_OPERATION(Data) ? FLT_PREOP_SUCCESS_WITH_CALLBACK
                                    : FLT_PREOP_SUCCESS_NO_CALLBACK;
}

POST(PostRead) {
  UNUSED_POST;
#ifdef DEFECT
  if (IS_DRAINING) FltCompletePendedPostOperation(Data); /* DEFECT */
#endif
  return FLT_POSTOP_FINISHED_PROCESSING;
}

OPERATIONS({IRP_MJ_READ, 0, PreRead, PostRead, NULL});
PLAIN_DRIVER
