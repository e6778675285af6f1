/* R45: the buffer is used where only the MDL is given. */
#include "../defect.h"

static volatile UCHAR Seen;

PRE(PreWrite) {
  PUCHAR bytes;
  UNUSED_PRE;
  if (!IS_PAGING(Data)) return FLT_PREOP_SUCCESS_NO_CALLBACK;
#ifdef DEFECT
  bytes = (PUCHAR)Data->Iopb->Parameters.Write.WriteBuffer;
#else
  bytes = (PUCHAR)MmGetSystemAddressForMdlSafe(Data->Iopb->Parameters.Write.MdlAddress,
                                               NormalPagePriority | MdlMappingNoExecute);
  if (bytes == NULL) return FLT_PREOP_SUCCESS_NO_CALLBACK;
#endif
  Seen = bytes[0]; /* DEFECT */
  return FLT_PREOP_SUCCESS_NO_CALLBACK;
}

OPERATIONS({IRP_MJ_WRITE, 0, PreWrite, NULL, NULL});
PLAIN_DRIVER
