/* R55: FltObjectReference without FltObjectDereference; unregistering waits for ever. */
#include "../defect.h"

static NTSTATUS reference(void) {
  return FltObjectReference(Filter); /* DEFECT */
}

static void dereference(void) {
#ifndef DEFECT
  FltObjectDereference(Filter);
#endif
}

PRE(PreRead) {
  UNUSED_PRE;
  return FLT_PREOP_SUCCESS_NO_CALLBACK;
}

OPERATIONS({IRP_MJ_READ, 0, PreRead, NULL, NULL});
DRIVER(NULL, reference(), dereference(), (void)0, NULL, NULL)
