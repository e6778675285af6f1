/* R17: FltSetCallbackDataDirty may be called anywhere, and must be after a change. */
#include "../defect.h"

PRE(PreWrite) { /* DEFECT */
  UNUSED_PRE;
  if (!FLT_IS_IRP_OPERATION(Data)) return FLT_PREOP_SUCCESS_NO_CALLBACK;
  if (Data->Iopb->Parameters.Write.Length > 512) {
    Data->Iopb->Parameters.Write.Length = 512;
#ifndef DEFECT
    FltSetCallbackDataDirty(Data);
#endif
  }
  return FLT_PREOP_SUCCESS_NO_CALLBACK;
}

OPERATIONS({IRP_MJ_WRITE, 0, PreWrite, NULL, NULL});
PLAIN_DRIVER
