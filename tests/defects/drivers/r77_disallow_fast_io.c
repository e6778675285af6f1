/* R77: FLT_PREOP_DISALLOW_FASTIO for what is no fast I/O. */
#include "../defect.h"

PRE(PreRead) { /* DEFECT */
  UNUSED_PRE;
#ifndef DEFECT
  if (!FLT_IS_FASTIO_OPERATION(Data)) return FLT_PREOP_SUCCESS_NO_CALLBACK;
#endif
  return FLT_PREOP_DISALLOW_FASTIO;
}

OPERATIONS({IRP_MJ_READ, 0, PreRead, NULL, NULL});
PLAIN_DRIVER
