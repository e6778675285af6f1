/* R7: a table in a section whose name begins with PAGE is pageable, const or not. */
#include "../defect.h"

#ifdef DEFECT
#pragma section("PAGEDATA", read, write)
__declspec(allocate("PAGEDATA"))
#endif
static volatile ULONG Limits[4] = {1, 2, 3, 4};

PRE(PreRead) {
  UNUSED_PRE;
  return FLT_PREOP_SUCCESS_WITH_CALLBACK;
}

POST(PostRead) {
  UNUSED_POST;
  if (Data->IoStatus.Information > Limits[Flags & 3]) { /* DEFECT */
    return FLT_POSTOP_FINISHED_PROCESSING;
  }
  return FLT_POSTOP_FINISHED_PROCESSING;
}

OPERATIONS({IRP_MJ_READ, 0, PreRead, PostRead, NULL});
PLAIN_DRIVER
