/* R15: a post-operation gets a context, which needs IRQL <= APC_LEVEL. */
#include "../defect.h"

PRE(PreRead) {
  UNUSED_PRE;
#ifndef DEFECT
  if (FltGetStreamContext(FltObjects->Instance, FltObjects->FileObject, Context) !=
      STATUS_SUCCESS) {
    return FLT_PREOP_SUCCESS_NO_CALLBACK;
  }
#endif
  return FLT_PREOP_SUCCESS_WITH_CALLBACK;
}

POST(PostRead) {
  PFLT_CONTEXT stream = Context;
  UNUSED_POST;
#ifdef DEFECT
  if (IS_DRAINING) return FLT_POSTOP_FINISHED_PROCESSING;
  if (FltGetStreamContext(FltObjects->Instance, FltObjects->FileObject, &stream) != /* DEFECT */
      STATUS_SUCCESS) {
    return FLT_POSTOP_FINISHED_PROCESSING;
  }
#endif
  FltReleaseContext(stream);
  return FLT_POSTOP_FINISHED_PROCESSING;
}

POST(PostCreate) {
  PFLT_CONTEXT stream;
  UNUSED_POST;
  if (IS_DRAINING || !NT_SUCCESS(Data->IoStatus.Status)) return FLT_POSTOP_FINISHED_PROCESSING;
  if (NT_SUCCESS(FltAllocateContext(Filter, FLT_STREAM_CONTEXT, 16, NonPagedPoolNx, &stream))) {
    FltSetStreamContext(FltObjects->Instance, FltObjects->FileObject,
                        FLT_SET_CONTEXT_KEEP_IF_EXISTS, stream, NULL);
    FltReleaseContext(stream);
  }
  return FLT_POSTOP_FINISHED_PROCESSING;
}

OPERATIONS({IRP_MJ_CREATE, 0, NULL, PostCreate, NULL}, {IRP_MJ_READ, 0, PreRead, PostRead, NULL});
CONTEXTS(CONTEXT(FLT_STREAM_CONTEXT, 16));
DRIVER(Contexts, STATUS_SUCCESS, (void)0, (void)0, NULL, NULL)
