/* R52: the completion context is not freed while draining. */
#include "../defect.h"

PRE(PreRead) {
  UNUSED_PRE;
  if (!FLT_IS_IRP_OPERATION(Data)) return FLT_PREOP_SUCCESS_NO_CALLBACK;
  *Context = ExAllocatePoolWithTag(NonPagedPoolNx, 32, TAG); /* DEFECT */
  return *Context == NULL ? FLT_PREOP_SUCCESS_NO_CALLBACK : FLT_PREOP_SUCCESS_WITH_CALLBACK;
}

POST(PostRead) {
  UNUSED_POST;
#ifdef DEFECT
  if (IS_DRAINING) return FLT_POSTOP_FINISHED_PROCESSING;
#endif
  ExFreePoolWithTag(Context, TAG);
  return FLT_POSTOP_FINISHED_PROCESSING;
}

OPERATIONS({IRP_MJ_READ, 0, PreRead, PostRead, NULL});
PLAIN_DRIVER
