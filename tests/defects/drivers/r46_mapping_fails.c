/* R46: MmGetSystemAddressForMdlSafe may fail. */
#include "../defect.h"

static volatile UCHAR Seen;

PRE(PreWrite) {
  PUCHAR bytes;
  PMDL mdl;
  UNUSED_PRE;
  if (FltObjects->FileObject == NULL || IS_PAGING(Data)) return FLT_PREOP_SUCCESS_NO_CALLBACK;
  mdl = IoAllocateMdl((PVOID)FltObjects->FileObject, 16, FALSE, FALSE, NULL);
  if (mdl == NULL) return FLT_PREOP_SUCCESS_NO_CALLBACK;
  MmProbeAndLockPages(mdl, KernelMode, IoReadAccess);
  bytes = (PUCHAR)MmGetSystemAddressForMdlSafe(mdl, NormalPagePriority | MdlMappingNoExecute);
#ifndef DEFECT
  if (bytes != NULL)
#endif
  {
    Seen = bytes[0]; /* DEFECT */
  }
  MmUnlockPages(mdl);
  IoFreeMdl(mdl);
  return FLT_PREOP_SUCCESS_NO_CALLBACK;
}

OPERATIONS({IRP_MJ_WRITE, 0, PreWrite, NULL, NULL});
PLAIN_DRIVER
