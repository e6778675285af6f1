/* R21: FLT_PREOP_SYNCHRONIZE for a create. */
#include "../defect.h"

PRE(PreCreate) { /* DEFECT */
  UNUSED_PRE;
#ifdef DEFECT
  return FLT_PREOP_SYNCHRONIZE;
#else
  return FLT_PREOP_SUCCESS_WITH_CALLBACK;
#endif
}

POST(PostCreate) {
  UNUSED_POST;
  return FLT_POSTOP_FINISHED_PROCESSING;
}

OPERATIONS({IRP_MJ_CREATE, 0, PreCreate, PostCreate, NULL});
PLAIN_DRIVER
