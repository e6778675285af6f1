/* R37: a post-operation acquires a resource. */
#include "../defect.h"

static ERESOURCE Resource;

PRE(PreRead) {
  UNUSED_PRE;
  return FLT_PREOP_SUCCESS_WITH_CALLBACK;
}

POST(PostRead) {
  UNUSED_POST;
#ifndef DEFECT
  if (KeGetCurrentIrql() > APC_LEVEL) return FLT_POSTOP_FINISHED_PROCESSING;
#endif
  FltAcquireResourceShared(&Resource); /* DEFECT */
  FltReleaseResource(&Resource);
  return FLT_POSTOP_FINISHED_PROCESSING;
}

OPERATIONS({IRP_MJ_READ, 0, PreRead, PostRead, NULL});
DRIVER(NULL, ExInitializeResourceLite(&Resource), (void)0, ExDeleteResourceLite(&Resource), NULL,
       NULL)
