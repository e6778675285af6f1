/* R73: a thread of the driver is not waited for; it runs on when the code is gone. */
#include "../defect.h"

static volatile LONG Stop;
static PVOID Thread;
static KEVENT Begun;

static VOID NTAPI worker(PVOID context) {
  LARGE_INTEGER pause;
  (void)context;
  pause.QuadPart = -10 * 10000;
  KeSetEvent(&Begun, IO_NO_INCREMENT, FALSE);
  while (!Stop) { /* DEFECT */
    KeDelayExecutionThread(KernelMode, FALSE, &pause);
  }
  PsTerminateSystemThread(STATUS_SUCCESS);
}

static NTSTATUS start(void) {
  HANDLE handle;
  NTSTATUS status;
  KeInitializeEvent(&Begun, NotificationEvent, FALSE);
  status = PsCreateSystemThread(&handle, THREAD_ALL_ACCESS, NULL, NULL, NULL, worker, NULL);
  if (!NT_SUCCESS(status)) return status;
  status = ObReferenceObjectByHandle(handle, SYNCHRONIZE, *PsThreadType, KernelMode, &Thread, NULL);
  ZwClose(handle);
  KeWaitForSingleObject(&Begun, Executive, KernelMode, FALSE, NULL);
  return status;
}

static void stop(void) {
#ifndef DEFECT
  Stop = 1;
  if (Thread != NULL) KeWaitForSingleObject(Thread, Executive, KernelMode, FALSE, NULL);
#endif
  if (Thread != NULL) ObDereferenceObject(Thread);
}

PRE(PreRead) {
  UNUSED_PRE;
  return FLT_PREOP_SUCCESS_NO_CALLBACK;
}

OPERATIONS({IRP_MJ_READ, 0, PreRead, NULL, NULL});
DRIVER(NULL, start(), (void)0, stop(), NULL, NULL)
