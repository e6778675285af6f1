/* R59: a context that was handed to the post-operation is not released there. */
#include "../defect.h"

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

PRE(PreRead) {
  UNUSED_PRE;
  if (FltGetStreamContext(FltObjects->Instance, FltObjects->FileObject, Context) != /* DEFECT */
      STATUS_SUCCESS) {
    *Context = NULL;
    return FLT_PREOP_SUCCESS_NO_CALLBACK;
  }
  return FLT_PREOP_SUCCESS_WITH_CALLBACK;
}

POST(PostRead) {
  UNUSED_POST;
#ifndef DEFECT
  FltReleaseContext(Context);
#endif
  return FLT_POSTOP_FINISHED_PROCESSING;
}

OPERATIONS({IRP_MJ_CREATE, 0, NULL, PostCreate, NULL}, {IRP_MJ_READ, 0, PreRead, PostRead, NULL});
CONTEXTS(CONTEXT(FLT_STREAM_CONTEXT, 16));
DRIVER(Contexts, STATUS_SUCCESS, (void)0, (void)0, NULL, NULL)
