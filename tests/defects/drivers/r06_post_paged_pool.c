/* R6: a post-operation touches a completion context in paged pool. */
#include "../defect.h"

#ifdef DEFECT
#define POOL PagedPool
#else
#define POOL NonPagedPoolNx
#endif

PRE(PreRead) {
  ULONG* counter = (ULONG*)ExAllocatePoolWithTag(POOL, sizeof(ULONG), TAG);
  UNUSED_PRE;
  if (counter == NULL) return FLT_PREOP_SUCCESS_NO_CALLBACK;
  *counter = 1;
  *Context = counter;
  return FLT_PREOP_SUCCESS_WITH_CALLBACK;
}

POST(PostRead) {
  ULONG* counter = (ULONG*)Context;
  UNUSED_POST;
  *counter += 1; /* DEFECT */
  ExFreePoolWithTag(counter, TAG);
  return FLT_POSTOP_FINISHED_PROCESSING;
}

OPERATIONS({IRP_MJ_READ, 0, PreRead, PostRead, NULL});
PLAIN_DRIVER
