/* Low memory: an allocation is used unseen. */
#include "../defect.h"

PRE(PreCleanup) {
  ULONG* block = (ULONG*)ExAllocatePoolWithTag(NonPagedPoolNx, 64, TAG);
  UNUSED_PRE;
#ifndef DEFECT
  if (block == NULL) return FLT_PREOP_SUCCESS_NO_CALLBACK;
#endif
  block[0] = 1; /* DEFECT */
  ExFreePoolWithTag(block, TAG);
  return FLT_PREOP_SUCCESS_NO_CALLBACK;
}

OPERATIONS({IRP_MJ_CLEANUP, 0, PreCleanup, NULL, NULL});
PLAIN_DRIVER
