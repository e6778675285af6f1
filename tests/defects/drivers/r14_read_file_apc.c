/* R14: FltReadFile needs PASSIVE_LEVEL, and a fast mutex raises to APC_LEVEL. */
#include "../defect.h"

static FAST_MUTEX Lock;

PRE(PreCleanup) {
  LARGE_INTEGER offset = {0};
  ULONG bytes = 0;
  PVOID buffer = ExAllocatePoolWithTag(NonPagedPoolNx, 512, TAG);
  UNUSED_PRE;
  if (buffer == NULL) return FLT_PREOP_SUCCESS_NO_CALLBACK;
#ifdef DEFECT
  ExAcquireFastMutex(&Lock);
#endif
  FltReadFile(FltObjects->Instance, FltObjects->FileObject, &offset, 512, buffer, /* DEFECT */
              FLTFL_IO_OPERATION_DO_NOT_UPDATE_BYTE_OFFSET, &bytes, NULL, NULL);
#ifdef DEFECT
  ExReleaseFastMutex(&Lock);
#endif
  ExFreePoolWithTag(buffer, TAG);
  return FLT_PREOP_SUCCESS_NO_CALLBACK;
}

static NTSTATUS prepare(void) {
  ExInitializeFastMutex(&Lock);
  return STATUS_SUCCESS;
}

OPERATIONS({IRP_MJ_CLEANUP, 0, PreCleanup, NULL, NULL});
DRIVER(NULL, prepare(), (void)0, (void)0, NULL, NULL)
