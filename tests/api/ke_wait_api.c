/* Events, semaphores, mutexes, timers, queues and the waits on them. */
#include "api.h"

static LARGE_INTEGER relative(LONGLONG milliseconds) {
  LARGE_INTEGER time;
  time.QuadPart = -milliseconds * 10000;
  return time;
}

static LARGE_INTEGER zero;

static NTSTATUS poll(PVOID object) {
  return KeWaitForSingleObject(object, Executive, KernelMode, FALSE, &zero);
}

static NTSTATUS join(HANDLE thread) {
  NTSTATUS status = ZwWaitForSingleObject(thread, FALSE, NULL);
  ZwClose(thread);
  return status;
}

static HANDLE start(PKSTART_ROUTINE routine, PVOID context) {
  HANDLE thread = NULL;
  PsCreateSystemThread(&thread, THREAD_ALL_ACCESS, NULL, NULL, NULL, routine, context);
  return thread;
}

static void events(void) {
  KEVENT event;
  KeInitializeEvent(&event, SynchronizationEvent, FALSE);
  API_STATUS(poll(&event), STATUS_TIMEOUT);
  API_EQUAL(KeReadStateEvent(&event), 0);
  API_EQUAL(KeSetEvent(&event, IO_NO_INCREMENT, FALSE), 0);
  API_EQUAL(KeSetEvent(&event, IO_NO_INCREMENT, FALSE), 1);
  API_EQUAL(KeReadStateEvent(&event), 1);
  API_STATUS(poll(&event), STATUS_SUCCESS);
  API_STATUS(poll(&event), STATUS_TIMEOUT); /* the wait took the signal */
  KeInitializeEvent(&event, NotificationEvent, TRUE);
  API_STATUS(poll(&event), STATUS_SUCCESS);
  API_STATUS(poll(&event), STATUS_SUCCESS);
  API_EQUAL(KeResetEvent(&event), 1);
  API_EQUAL(KeResetEvent(&event), 0);
  KeSetEvent(&event, 0, FALSE);
  KeClearEvent(&event);
  API_EQUAL(KeReadStateEvent(&event), 0);
  API_EQUAL(KePulseEvent(&event, 0, FALSE), 0);
  API_EQUAL(KeReadStateEvent(&event), 0); /* no thread waited: nothing remains */
}

static void timeouts(void) {
  KEVENT event;
  LARGE_INTEGER wait = relative(2);
  LARGE_INTEGER before;
  LARGE_INTEGER after;
  KeInitializeEvent(&event, NotificationEvent, FALSE);
  KeQuerySystemTimePrecise(&before);
  API_STATUS(KeWaitForSingleObject(&event, Executive, KernelMode, FALSE, &wait), STATUS_TIMEOUT);
  KeQuerySystemTimePrecise(&after);
  API_CHECK(after.QuadPart - before.QuadPart >= 20000);
  wait.QuadPart = after.QuadPart + 20000; /* absolute */
  API_STATUS(KeWaitForSingleObject(&event, Executive, KernelMode, FALSE, &wait), STATUS_TIMEOUT);
  KeQuerySystemTimePrecise(&before);
  API_CHECK(before.QuadPart >= wait.QuadPart);
  wait = relative(1);
  API_STATUS(KeDelayExecutionThread(KernelMode, FALSE, &wait), STATUS_SUCCESS);
}

static void many(void) {
  KEVENT events[MAXIMUM_WAIT_OBJECTS];
  PVOID objects[MAXIMUM_WAIT_OBJECTS];
  PKWAIT_BLOCK blocks =
      ExAllocatePool2(POOL_FLAG_NON_PAGED, sizeof(KWAIT_BLOCK) * MAXIMUM_WAIT_OBJECTS, API_TAG);
  API_REQUIRE(blocks != NULL);
  for (ULONG i = 0; i < MAXIMUM_WAIT_OBJECTS; ++i) {
    KeInitializeEvent(&events[i], NotificationEvent, FALSE);
    objects[i] = &events[i];
  }
  API_STATUS(
      KeWaitForMultipleObjects(2, objects, WaitAny, Executive, KernelMode, FALSE, &zero, NULL),
      STATUS_TIMEOUT);
  KeSetEvent(&events[63], 0, FALSE);
  API_STATUS(
      KeWaitForMultipleObjects(64, objects, WaitAny, Executive, KernelMode, FALSE, NULL, blocks),
      STATUS_WAIT_63);
  API_STATUS(
      KeWaitForMultipleObjects(64, objects, WaitAll, Executive, KernelMode, FALSE, &zero, blocks),
      STATUS_TIMEOUT);
  KeSetEvent(&events[0], 0, FALSE);
  API_STATUS(
      KeWaitForMultipleObjects(3, objects, WaitAny, Executive, KernelMode, FALSE, NULL, NULL),
      STATUS_WAIT_0);
  for (ULONG i = 0; i < 64; ++i) KeSetEvent(&events[i], 0, FALSE);
  API_STATUS(
      KeWaitForMultipleObjects(64, objects, WaitAll, Executive, KernelMode, FALSE, NULL, blocks),
      STATUS_SUCCESS);
  ExFreePoolWithTag(blocks, API_TAG);
}

static void semaphores(void) {
  KSEMAPHORE semaphore;
  KeInitializeSemaphore(&semaphore, 1, 3);
  API_EQUAL(KeReadStateSemaphore(&semaphore), 1);
  API_STATUS(poll(&semaphore), STATUS_SUCCESS);
  API_STATUS(poll(&semaphore), STATUS_TIMEOUT);
  API_EQUAL(KeReleaseSemaphore(&semaphore, 0, 2, FALSE), 0);
  API_EQUAL(KeReleaseSemaphore(&semaphore, 0, 1, FALSE), 2);
  API_EQUAL(KeReadStateSemaphore(&semaphore), 3);
}

static void semaphore_limit(void) {
  KSEMAPHORE semaphore;
  NTSTATUS code = STATUS_SUCCESS;
  KeInitializeSemaphore(&semaphore, 1, 2);
  __try {
    KeReleaseSemaphore(&semaphore, 0, 2, FALSE);
  } __except (EXCEPTION_EXECUTE_HANDLER) {
    code = GetExceptionCode();
  }
  API_EQUAL((ULONG)code, (ULONG)STATUS_SEMAPHORE_LIMIT_EXCEEDED);
  API_EQUAL(KeReadStateSemaphore(&semaphore), 1);
}

static KMUTEX mutex;

static VOID NTAPI take_mutex(PVOID context) {
  *(NTSTATUS*)context = poll(&mutex);
  if (*(NTSTATUS*)context == STATUS_SUCCESS) KeReleaseMutex(&mutex, FALSE);
  PsTerminateSystemThread(STATUS_SUCCESS);
}

static VOID NTAPI release_foreign_mutex(PVOID context) {
  __try {
    KeReleaseMutex(&mutex, FALSE);
  } __except (EXCEPTION_EXECUTE_HANDLER) {
    *(NTSTATUS*)context = GetExceptionCode();
  }
}

static void mutexes(void) {
  NTSTATUS other = STATUS_PENDING;
  KeInitializeMutex(&mutex, 0);
  API_EQUAL(KeReadStateMutex(&mutex), 1);
  API_STATUS(poll(&mutex), STATUS_SUCCESS);
  API_EQUAL(KeReadStateMutex(&mutex), 0);
  API_CHECK(KeAreApcsDisabled());           /* its owner gets no normal kernel APC */
  API_STATUS(poll(&mutex), STATUS_SUCCESS); /* recursive */
  API_EQUAL(KeReadStateMutex(&mutex), (ULONG64)-1);
  API_STATUS(join(start(take_mutex, &other)), STATUS_SUCCESS);
  API_EQUAL(other, STATUS_TIMEOUT);
  API_EQUAL(KeReleaseMutex(&mutex, FALSE), (ULONG64)-1);
  API_EQUAL(KeReleaseMutex(&mutex, FALSE), 0);
  API_CHECK(!KeAreApcsDisabled());
  API_STATUS(join(start(take_mutex, &other)), STATUS_SUCCESS);
  API_EQUAL(other, STATUS_SUCCESS);
}

static void foreign_mutex(void) {
  NTSTATUS other = STATUS_PENDING;
  KeInitializeMutex(&mutex, 0);
  API_STATUS(poll(&mutex), STATUS_SUCCESS);
  API_STATUS(join(start(release_foreign_mutex, &other)), STATUS_SUCCESS);
  API_EQUAL((ULONG)other, (ULONG)STATUS_MUTANT_NOT_OWNED);
  KeReleaseMutex(&mutex, FALSE);
}

static void mutex_limit(void) {
  NTSTATUS code = STATUS_SUCCESS;
  KeInitializeMutex(&mutex, 0);
  API_STATUS(poll(&mutex), STATUS_SUCCESS);
  mutex.Header.SignalState = MINLONG; /* as after that many acquires */
  __try {
    poll(&mutex);
  } __except (EXCEPTION_EXECUTE_HANDLER) {
    code = GetExceptionCode();
  }
  API_EQUAL((ULONG)code, (ULONG)STATUS_MUTANT_LIMIT_EXCEEDED);
  mutex.Header.SignalState = 0;
  KeReleaseMutex(&mutex, FALSE);
}

static KEVENT called;
static volatile LONG calls;
static KIRQL call_irql;
static PVOID call_context;

static VOID NTAPI timer_routine(PKDPC dpc, PVOID context, PVOID argument1, PVOID argument2) {
  (void)dpc;
  (void)argument1;
  (void)argument2;
  call_irql = KeGetCurrentIrql();
  call_context = context;
  InterlockedIncrement(&calls);
  KeSetEvent(&called, 0, FALSE);
}

static void timers(void) {
  KTIMER timer;
  KDPC dpc;
  LARGE_INTEGER hour = relative(3600000);
  LARGE_INTEGER soon = relative(1);
  KeInitializeTimer(&timer);
  API_EQUAL(KeReadStateTimer(&timer), FALSE);
  API_EQUAL(KeCancelTimer(&timer), FALSE);
  API_EQUAL(KeSetTimer(&timer, hour, NULL), FALSE);
  API_EQUAL(KeSetTimer(&timer, hour, NULL), TRUE); /* was set */
  API_EQUAL(KeCancelTimer(&timer), TRUE);
  API_STATUS(poll(&timer), STATUS_TIMEOUT);
  KeSetTimer(&timer, soon, NULL);
  API_STATUS(KeWaitForSingleObject(&timer, Executive, KernelMode, FALSE, NULL), STATUS_SUCCESS);
  API_EQUAL(KeReadStateTimer(&timer), TRUE);
  API_STATUS(poll(&timer), STATUS_SUCCESS); /* a notification timer stays */
  KeInitializeTimerEx(&timer, SynchronizationTimer);
  KeSetTimer(&timer, soon, NULL);
  API_STATUS(KeWaitForSingleObject(&timer, Executive, KernelMode, FALSE, NULL), STATUS_SUCCESS);
  API_STATUS(poll(&timer), STATUS_TIMEOUT);
  KeInitializeEvent(&called, SynchronizationEvent, FALSE);
  KeInitializeDpc(&dpc, timer_routine, &timer);
  calls = 0;
  KeSetTimer(&timer, soon, &dpc);
  KeWaitForSingleObject(&called, Executive, KernelMode, FALSE, NULL);
  API_EQUAL(call_irql, DISPATCH_LEVEL);
  API_CHECK(call_context == &timer);
}

static void periodic_timers(void) {
  KTIMER timer;
  KDPC dpc;
  KeInitializeTimerEx(&timer, NotificationTimer);
  KeInitializeEvent(&called, SynchronizationEvent, FALSE);
  KeInitializeDpc(&dpc, timer_routine, NULL);
  calls = 0;
  API_EQUAL(KeSetTimerEx(&timer, relative(1), 1, &dpc), FALSE);
  while (calls < 3) KeWaitForSingleObject(&called, Executive, KernelMode, FALSE, NULL);
  API_EQUAL(KeCancelTimer(&timer), TRUE); /* a periodic one is always set */
  KeFlushQueuedDpcs();
  calls = 0;
  API_EQUAL(KeSetCoalescableTimer(&timer, relative(1), 0, 1, &dpc), FALSE);
  KeWaitForSingleObject(&called, Executive, KernelMode, FALSE, NULL);
  API_CHECK(calls >= 1);
  KeFlushQueuedDpcs();
}

static KQUEUE queue;

static VOID NTAPI take_entry(PVOID context) {
  *(PLIST_ENTRY*)context = KeRemoveQueue(&queue, KernelMode, NULL);
}

static void queues(void) {
  LIST_ENTRY entries[4];
  PLIST_ENTRY taken[4];
  KeInitializeQueue(&queue, 1);
  API_EQUAL(KeReadStateQueue(&queue), 0);
  API_EQUAL(KeRemoveQueue(&queue, KernelMode, &zero), STATUS_TIMEOUT);
  API_EQUAL(KeInsertQueue(&queue, &entries[0]), 0);
  API_EQUAL(KeInsertQueue(&queue, &entries[1]), 1);
  API_EQUAL(KeInsertHeadQueue(&queue, &entries[2]), 2);
  API_EQUAL(KeReadStateQueue(&queue), 3);
  API_CHECK(KeRemoveQueue(&queue, KernelMode, NULL) == &entries[2]);
  API_CHECK(KeRemoveQueue(&queue, KernelMode, NULL) == &entries[0]);
  KeInsertQueue(&queue, &entries[3]);
  API_EQUAL(KeRemoveQueueEx(&queue, KernelMode, FALSE, NULL, taken, 4), 2);
  API_CHECK(taken[0] == &entries[1]);
  API_CHECK(taken[1] == &entries[3]);
  API_EQUAL(KeRemoveQueueEx(&queue, KernelMode, FALSE, &zero, taken, 4), 1);
  API_EQUAL(taken[0], STATUS_TIMEOUT);
  KeInsertQueue(&queue, &entries[0]);
  API_CHECK(KeRundownQueue(&queue) == &entries[0]);
  API_CHECK(entries[0].Flink == &entries[0]);
}

static void abandoned_queue(void) {
  PLIST_ENTRY got = NULL;
  HANDLE thread;
  KeInitializeQueue(&queue, 0);
  thread = start(take_entry, &got);
  API_REQUIRE(thread != NULL);
  while (IsListEmpty(&queue.Header.WaitListHead)) {
    LARGE_INTEGER moment = relative(1);
    KeDelayExecutionThread(KernelMode, FALSE, &moment);
  }
  API_CHECK(KeRundownQueue(&queue) == NULL);
  API_STATUS(join(thread), STATUS_SUCCESS);
  API_EQUAL(got, STATUS_ABANDONED);
  API_EQUAL(KeRemoveQueue(&queue, KernelMode, &zero), STATUS_ABANDONED);
}

static void abandoned_mutants(void) {
  PVOID objects[1] = {&mutex};
  KeInitializeMutex(&mutex, 0);
  mutex.Abandoned = TRUE; /* as a mutant's whose owner ended */
  API_STATUS(
      KeWaitForMultipleObjects(1, objects, WaitAny, Executive, KernelMode, FALSE, &zero, NULL),
      STATUS_ABANDONED_WAIT_0);
  KeReleaseMutex(&mutex, FALSE);
  {
    KEVENT events[63];
    PVOID all[64];
    PKWAIT_BLOCK blocks = ExAllocatePool2(POOL_FLAG_NON_PAGED, sizeof(KWAIT_BLOCK) * 64, API_TAG);
    API_REQUIRE(blocks != NULL);
    for (ULONG i = 0; i < 63; ++i) {
      KeInitializeEvent(&events[i], NotificationEvent, FALSE);
      all[i] = &events[i];
    }
    all[63] = &mutex;
    mutex.Abandoned = TRUE;
    API_STATUS(
        KeWaitForMultipleObjects(64, all, WaitAny, Executive, KernelMode, FALSE, &zero, blocks),
        STATUS_ABANDONED_WAIT_63);
    KeReleaseMutex(&mutex, FALSE);
    ExFreePoolWithTag(blocks, API_TAG);
  }
}

const API_TEST ApiTests[] = {
    {"Events_KeepOrGiveAwayTheirSignal", events},
    {"Wait_EndsAtItsRelativeOrAbsoluteTime", timeouts},
    {"WaitForMultipleObjects_TellsWhichOrAll", many},
    {"Semaphore_CountsToItsLimit", semaphores},
    {"ReleaseSemaphore_Raises_BeyondTheLimit", semaphore_limit},
    {"Mutex_IsRecursiveForItsOwnerOnly", mutexes},
    {"ReleaseMutex_Raises_InAForeignThread", foreign_mutex},
    {"WaitForMutex_Raises_BeyondTheLimit", mutex_limit},
    {"Timers_SignalAndQueueTheirDpc", timers},
    {"PeriodicTimer_RunsUntilCancelled", periodic_timers},
    {"Queue_GivesEntriesInOrder", queues},
    {"RundownQueue_EndsWaitsAsAbandoned", abandoned_queue},
    {"AbandonedMutex_IsToldToTheNextOwner", abandoned_mutants},
    {NULL, NULL},
};
