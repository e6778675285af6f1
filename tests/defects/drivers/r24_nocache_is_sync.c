/* R24: non-cached is taken for synchronous; paging I/O is so only with IRP_SYNCHRONOUS_PAGING_IO.
 */
#include "../defect.h"

PRE(PreWrite) { /* DEFECT */
  UNUSED_PRE;
  if (!IS_PAGING(Data)) return FLT_PREOP_SUCCESS_NO_CALLBACK;
#ifdef DEFECT
  if (FlagOn(Data->Iopb->IrpFlags, IRP_NOCACHE)) return FLT_PREOP_SYNCHRONIZE;
#else
  if (FlagOn(Data->Iopb->IrpFlags, IRP_SYNCHRONOUS_PAGING_IO)) return FLT_PREOP_SYNCHRONIZE;
#endif
  return FLT_PREOP_SUCCESS_WITH_CALLBACK;
}

POST(PostWrite) {
  UNUSED_POST;
  return FLT_POSTOP_FINISHED_PROCESSING;
}

OPERATIONS({IRP_MJ_WRITE, 0, PreWrite, PostWrite, NULL});
PLAIN_DRIVER
