/* R23: a resource is held from the pre- to the post-operation. */
#include "../defect.h"

static ERESOURCE Resource;

PRE(PreSet) { /* DEFECT */
  UNUSED_PRE;
  KeEnterCriticalRegion();
  ExAcquireResourceSharedLite(&Resource, TRUE);
#ifndef DEFECT
  ExReleaseResourceLite(&Resource);
  KeLeaveCriticalRegion();
#endif
  return FLT_PREOP_SUCCESS_WITH_CALLBACK;
}

POST(PostSet) {
  UNUSED_POST;
#ifdef DEFECT
  ExReleaseResourceLite(&Resource);
  KeLeaveCriticalRegion();
#endif
  return FLT_POSTOP_FINISHED_PROCESSING;
}

OPERATIONS({IRP_MJ_SET_INFORMATION, 0, PreSet, PostSet, NULL});
DRIVER(NULL, ExInitializeResourceLite(&Resource), (void)0, ExDeleteResourceLite(&Resource), NULL,
       NULL)
