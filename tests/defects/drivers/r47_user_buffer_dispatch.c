/* R47: a raw user buffer is read in a post-operation at DISPATCH_LEVEL. */
#include "../defect.h"

static volatile UCHAR Seen;

PRE(PreRead) {
  UNUSED_PRE;
  return FLT_IS_IRP_OPERATION(Data) && !IS_PAGING(Data) ? FLT_PREOP_SUCCESS_WITH_CALLBACK
                                                        : FLT_PREOP_SUCCESS_NO_CALLBACK;
}

POST(PostRead) {
  PUCHAR bytes = (PUCHAR)Data->Iopb->Parameters.Read.ReadBuffer;
  UNUSED_POST;
  if (IS_DRAINING || bytes == NULL || Data->IoStatus.Information == 0) {
    return FLT_POSTOP_FINISHED_PROCESSING;
  }
#ifndef DEFECT
  if (!FLT_IS_SYSTEM_BUFFER(Data) && KeGetCurrentIrql() > APC_LEVEL) {
    return FLT_POSTOP_FINISHED_PROCESSING;
  }
#endif
  __try {
    Seen = bytes[0]; /* DEFECT */
  } __except (EXCEPTION_EXECUTE_HANDLER) {
    return FLT_POSTOP_FINISHED_PROCESSING;
  }
  return FLT_POSTOP_FINISHED_PROCESSING;
}

OPERATIONS({IRP_MJ_READ, 0, PreRead, PostRead, NULL});
PLAIN_DRIVER
