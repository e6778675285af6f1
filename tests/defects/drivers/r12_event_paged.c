/* R12: an event in paged pool. */
#include "../defect.h"

#ifdef DEFECT
#define POOL PagedPool
#else
#define POOL NonPagedPoolNx
#endif
static PKEVENT Event;

static NTSTATUS prepare(void) {
  Event = (PKEVENT)ExAllocatePoolWithTag(POOL, sizeof(KEVENT), TAG);
  if (Event == NULL) return STATUS_INSUFFICIENT_RESOURCES;
  KeInitializeEvent(Event, NotificationEvent, FALSE); /* DEFECT */
  return STATUS_SUCCESS;
}

static void end(void) {
  if (Event != NULL) ExFreePoolWithTag(Event, TAG);
}

PRE(PreRead) {
  UNUSED_PRE;
  return FLT_PREOP_SUCCESS_NO_CALLBACK;
}

OPERATIONS({IRP_MJ_READ, 0, PreRead, NULL, NULL});
DRIVER(NULL, prepare(), (void)0, end(), NULL, NULL)
