/* R6: the post-operation is resident, a helper that it calls is not. */
#include "../defect.h"

static __declspec(noinline) ULONG weigh(ULONG_PTR bytes);
#ifdef DEFECT
#pragma alloc_text(PAGE, weigh)
#endif

static volatile ULONG Total;

static ULONG weigh(ULONG_PTR bytes) { /* DEFECT */
  Total += (ULONG)bytes;
  return Total;
}

PRE(PreWrite) {
  UNUSED_PRE;
  return FLT_PREOP_SUCCESS_WITH_CALLBACK;
}

POST(PostWrite) {
  UNUSED_POST;
  weigh(Data->IoStatus.Information);
  return FLT_POSTOP_FINISHED_PROCESSING;
}

OPERATIONS({IRP_MJ_WRITE, 0, PreWrite, PostWrite, NULL});
PLAIN_DRIVER
