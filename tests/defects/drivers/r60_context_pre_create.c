/* R60: a stream context is set before the create has succeeded. */
#include "../defect.h"

static void attach(PCFLT_RELATED_OBJECTS objects) {
  PFLT_CONTEXT stream;
  if (NT_SUCCESS(FltAllocateContext(Filter, FLT_STREAM_CONTEXT, 16, NonPagedPoolNx, &stream))) {
    FltSetStreamContext(objects->Instance, objects->FileObject, /* DEFECT */
                        FLT_SET_CONTEXT_KEEP_IF_EXISTS, stream, NULL);
    FltReleaseContext(stream);
  }
}

PRE(PreCreate) {
  UNUSED_PRE;
#ifdef DEFECT
  attach(FltObjects);
#endif
  return FLT_PREOP_SUCCESS_WITH_CALLBACK;
}

POST(PostCreate) {
  UNUSED_POST;
#ifndef DEFECT
  if (!IS_DRAINING && NT_SUCCESS(Data->IoStatus.Status)) attach(FltObjects);
#endif
  return FLT_POSTOP_FINISHED_PROCESSING;
}

OPERATIONS({IRP_MJ_CREATE, 0, PreCreate, PostCreate, NULL});
CONTEXTS(CONTEXT(FLT_STREAM_CONTEXT, 16));
DRIVER(Contexts, STATUS_SUCCESS, (void)0, (void)0, NULL, NULL)
