/* R64: IrpFlags are looked at though the operation is no IRP. */
#include "../defect.h"

static volatile ULONG Bytes;

PRE(PreRead) {
  UNUSED_PRE;
#ifdef DEFECT
  if (FlagOn(Data->Iopb->IrpFlags, IRP_PAGING_IO)) {
#else
  if (IS_PAGING(Data)) {
#endif
    Bytes = Data->Iopb->Parameters.Read.MdlAddress->ByteCount; /* DEFECT */
  }
  return FLT_PREOP_SUCCESS_NO_CALLBACK;
}

OPERATIONS({IRP_MJ_READ, 0, PreRead, NULL, NULL});
PLAIN_DRIVER
