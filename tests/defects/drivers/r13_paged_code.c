/* R13: PAGED_CODE() in what runs at DISPATCH_LEVEL. */
#include "../defect.h"

PRE(PreRead) {
  UNUSED_PRE;
  return FLT_PREOP_SUCCESS_WITH_CALLBACK;
}

POST(PostRead) {
#ifdef DEFECT
  PAGED_CODE(); /* DEFECT */
#endif
  UNUSED_POST;
  return FLT_POSTOP_FINISHED_PROCESSING;
}

OPERATIONS({IRP_MJ_READ, 0, PreRead, PostRead, NULL});
PLAIN_DRIVER
