/* R75: a cleanup is completed with an error. */
#include "../defect.h"

PRE(PreCleanup) { /* DEFECT */
  UNUSED_PRE;
#ifdef DEFECT
  Data->IoStatus.Status = STATUS_ACCESS_DENIED;
  Data->IoStatus.Information = 0;
  return FLT_PREOP_COMPLETE;
#else
  return FLT_PREOP_SUCCESS_NO_CALLBACK;
#endif
}

OPERATIONS({IRP_MJ_CLEANUP, 0, PreCleanup, NULL, NULL});
PLAIN_DRIVER
