/* R16: KeSetEvent with Wait = TRUE at DISPATCH_LEVEL. */
#include "../defect.h"

static KEVENT Event;

PRE(PreRead) {
  UNUSED_PRE;
  return FLT_PREOP_SUCCESS_WITH_CALLBACK;
}

POST(PostRead) {
  UNUSED_POST;
#ifdef DEFECT
  KeSetEvent(&Event, IO_NO_INCREMENT, (BOOLEAN)(KeGetCurrentIrql() > APC_LEVEL)); /* DEFECT */
#else
  KeSetEvent(&Event, IO_NO_INCREMENT, FALSE);
#endif
  return FLT_POSTOP_FINISHED_PROCESSING;
}

static NTSTATUS prepare(void) {
  KeInitializeEvent(&Event, NotificationEvent, FALSE);
  return STATUS_SUCCESS;
}

OPERATIONS({IRP_MJ_READ, 0, PreRead, PostRead, NULL});
DRIVER(NULL, prepare(), (void)0, (void)0, NULL, NULL)
