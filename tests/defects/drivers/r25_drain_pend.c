/* R25: while draining a post-operation pends. */
#include "../defect.h"

PRE(PreRead) {
  UNUSED_PRE;
  return FLT_IS_IRP_OPERATION(Data) ? FLT_PREOP_SUCCESS_WITH_CALLBACK
                                    : FLT_PREOP_SUCCESS_NO_CALLBACK;
}

POST(PostRead) { /* DEFECT */
  UNUSED_POST;
#ifdef DEFECT
  if (IS_DRAINING) return FLT_POSTOP_MORE_PROCESSING_REQUIRED;
#endif
  return FLT_POSTOP_FINISHED_PROCESSING;
}

OPERATIONS({IRP_MJ_READ, 0, PreRead, PostRead, NULL});
PLAIN_DRIVER
