/* R48: a paging read has no buffer but an MDL. */
#include "../defect.h"

PRE(PreRead) {
  PUCHAR bytes;
  UNUSED_PRE;
  if (!IS_PAGING(Data)) return FLT_PREOP_SUCCESS_NO_CALLBACK;
#ifdef DEFECT
  bytes = (PUCHAR)Data->Iopb->Parameters.Read.ReadBuffer;
#else
  bytes = (PUCHAR)MmGetSystemAddressForMdlSafe(Data->Iopb->Parameters.Read.MdlAddress,
                                               NormalPagePriority | MdlMappingNoExecute);
  if (bytes == NULL) return FLT_PREOP_SUCCESS_NO_CALLBACK;
#endif
  bytes[0] = 0; /* DEFECT */
  return FLT_PREOP_SUCCESS_NO_CALLBACK;
}

OPERATIONS({IRP_MJ_READ, 0, PreRead, NULL, NULL});
PLAIN_DRIVER
