/* R21: FLT_PREOP_SYNCHRONIZE without a post-operation. */
#include "../defect.h"

PRE(PreQuery) { /* DEFECT */
  UNUSED_PRE;
#ifdef DEFECT
  return FLT_PREOP_SYNCHRONIZE;
#else
  return FLT_PREOP_SUCCESS_NO_CALLBACK;
#endif
}

OPERATIONS({IRP_MJ_QUERY_INFORMATION, 0, PreQuery, NULL, NULL});
PLAIN_DRIVER
