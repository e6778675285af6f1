/* R51: IRP_MN_MDL reads bring no buffer. */
#include "../defect.h"

PRE(PreRead) {
  PUCHAR bytes;
  UNUSED_PRE;
  if (!FLT_IS_IRP_OPERATION(Data) || IS_PAGING(Data)) return FLT_PREOP_SUCCESS_NO_CALLBACK;
#ifndef DEFECT
  if (FlagOn(Data->Iopb->MinorFunction, IRP_MN_MDL)) return FLT_PREOP_SUCCESS_NO_CALLBACK;
#endif
  if (Data->RequestorMode != KernelMode) return FLT_PREOP_SUCCESS_NO_CALLBACK;
  bytes = (PUCHAR)Data->Iopb->Parameters.Read.ReadBuffer;
  bytes[0] = 0; /* DEFECT */
  return FLT_PREOP_SUCCESS_NO_CALLBACK;
}

OPERATIONS({IRP_MJ_READ, 0, PreRead, NULL, NULL});
PLAIN_DRIVER
