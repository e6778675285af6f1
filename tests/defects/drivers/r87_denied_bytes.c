/* R87: a cached read is denied when the bytes are in the caller's buffer already. */
#include "../defect.h"

PRE(PreRead) {
  UNUSED_PRE;
#ifndef DEFECT
  /* Decided here, before a byte is read. */
  if (FLT_IS_FASTIO_OPERATION(Data)) return FLT_PREOP_DISALLOW_FASTIO;
  if (IS_PAGING(Data)) return FLT_PREOP_SUCCESS_NO_CALLBACK;
  Data->IoStatus.Status = STATUS_ACCESS_DENIED;
  Data->IoStatus.Information = 0;
  return FLT_PREOP_COMPLETE;
#else
  if (FLT_IS_FASTIO_OPERATION(Data)) return FLT_PREOP_DISALLOW_FASTIO;
  return IS_PAGING(Data) ? FLT_PREOP_SUCCESS_NO_CALLBACK : FLT_PREOP_SUCCESS_WITH_CALLBACK;
#endif
}

POST(PostRead) { /* DEFECT */
  UNUSED_POST;
  if (IS_DRAINING) return FLT_POSTOP_FINISHED_PROCESSING;
  Data->IoStatus.Status = STATUS_ACCESS_DENIED;
  Data->IoStatus.Information = 0;
  return FLT_POSTOP_FINISHED_PROCESSING;
}

OPERATIONS({IRP_MJ_READ, 0, PreRead, PostRead, NULL});
PLAIN_DRIVER
