/* R59: a context is released once more than it was referenced. */
#include "../defect.h"

POST(PostCreate) {
  PFLT_CONTEXT stream;
  UNUSED_POST;
  if (IS_DRAINING || !NT_SUCCESS(Data->IoStatus.Status)) return FLT_POSTOP_FINISHED_PROCESSING;
  if (NT_SUCCESS(FltAllocateContext(Filter, FLT_STREAM_CONTEXT, 16, NonPagedPoolNx, &stream))) {
    FltReleaseContext(stream);
#ifdef DEFECT
    FltReleaseContext(stream); /* DEFECT */
#endif
  }
  return FLT_POSTOP_FINISHED_PROCESSING;
}

OPERATIONS({IRP_MJ_CREATE, 0, NULL, PostCreate, NULL});
CONTEXTS(CONTEXT(FLT_STREAM_CONTEXT, 16));
DRIVER(Contexts, STATUS_SUCCESS, (void)0, (void)0, NULL, NULL)
