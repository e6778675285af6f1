/* R61: a request may have no thread, and so no process. */
#include "../defect.h"

static volatile ULONG_PTR Last;

PRE(PreRead) {
  PEPROCESS process = FltGetRequestorProcess(Data);
  UNUSED_PRE;
#ifndef DEFECT
  if (process == NULL) return FLT_PREOP_SUCCESS_NO_CALLBACK;
#endif
  Last = (ULONG_PTR)PsGetProcessId(process); /* DEFECT */
  return FLT_PREOP_SUCCESS_NO_CALLBACK;
}

OPERATIONS({IRP_MJ_READ, 0, PreRead, NULL, NULL});
PLAIN_DRIVER
