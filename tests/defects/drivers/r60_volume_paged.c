/* R60: a volume context from paged pool. */
#include "../defect.h"

#ifdef DEFECT
#define POOL PagedPool
#else
#define POOL NonPagedPoolNx
#endif

static NTSTATUS FLTAPI Setup(PCFLT_RELATED_OBJECTS objects, FLT_INSTANCE_SETUP_FLAGS flags,
                             DEVICE_TYPE device, FLT_FILESYSTEM_TYPE type) {
  PFLT_CONTEXT volume;
  (void)flags;
  (void)device;
  (void)type;
  if (NT_SUCCESS(FltAllocateContext(Filter, FLT_VOLUME_CONTEXT, 16, POOL, &volume))) { /* DEFECT */
    FltSetVolumeContext(objects->Volume, FLT_SET_CONTEXT_KEEP_IF_EXISTS, volume, NULL);
    FltReleaseContext(volume);
  }
  return STATUS_SUCCESS;
}

PRE(PreRead) {
  UNUSED_PRE;
  return FLT_PREOP_SUCCESS_NO_CALLBACK;
}

OPERATIONS({IRP_MJ_READ, 0, PreRead, NULL, NULL});
CONTEXTS(CONTEXT(FLT_VOLUME_CONTEXT, 16));
DRIVER(Contexts, STATUS_SUCCESS, (void)0, (void)0, Setup, NULL)
