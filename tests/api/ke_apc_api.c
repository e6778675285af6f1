/* APCs, alerts and waits that they end. */
#include "api.h"

static volatile LONG ran, kernel_ran, rundown_ran;
static PVOID seen[3];
static KIRQL kernel_irql, normal_irql;
static PKTHREAD ran_in;

static VOID NTAPI normal_routine(PVOID context, PVOID argument1, PVOID argument2) {
  seen[0] = context;
  seen[1] = argument1;
  seen[2] = argument2;
  normal_irql = KeGetCurrentIrql();
  ran_in = KeGetCurrentThread();
  InterlockedIncrement(&ran);
}

static VOID NTAPI kernel_routine(PKAPC apc, PKNORMAL_ROUTINE* normal, PVOID* context,
                                 PVOID* argument1, PVOID* argument2) {
  (void)apc;
  (void)normal;
  (void)context;
  (void)argument1;
  (void)argument2;
  kernel_irql = KeGetCurrentIrql();
  InterlockedIncrement(&kernel_ran);
}

static VOID NTAPI dropping_kernel_routine(PKAPC apc, PKNORMAL_ROUTINE* normal, PVOID* context,
                                          PVOID* argument1, PVOID* argument2) {
  kernel_routine(apc, normal, context, argument1, argument2);
  *normal = NULL;
}

static VOID NTAPI rundown_routine(PKAPC apc) {
  (void)apc;
  InterlockedIncrement(&rundown_ran);
}

static void clear_record(void) {
  ran = kernel_ran = rundown_ran = 0;
  ran_in = NULL;
}

static void normal_apc(void) {
  KAPC apc;
  clear_record();
  KeInitializeApc(&apc, KeGetCurrentThread(), OriginalApcEnvironment, kernel_routine,
                  rundown_routine, normal_routine, KernelMode, (PVOID)1);
  API_EQUAL(apc.Inserted, FALSE);
  API_CHECK(KeInsertQueueApc(&apc, (PVOID)2, (PVOID)3, 0));
  API_EQUAL(ran, 1);
  API_EQUAL(kernel_ran, 1);
  API_EQUAL(rundown_ran, 0);
  API_EQUAL(kernel_irql, APC_LEVEL);
  API_EQUAL(normal_irql, PASSIVE_LEVEL);
  API_EQUAL(seen[0], 1);
  API_EQUAL(seen[1], 2);
  API_EQUAL(seen[2], 3);
  API_CHECK(ran_in == KeGetCurrentThread());
  API_EQUAL(KeRemoveQueueApc(&apc), FALSE);
}

static void kernel_routine_drops_normal(void) {
  KAPC apc;
  clear_record();
  KeInitializeApc(&apc, KeGetCurrentThread(), OriginalApcEnvironment, dropping_kernel_routine, NULL,
                  normal_routine, KernelMode, NULL);
  API_CHECK(KeInsertQueueApc(&apc, NULL, NULL, 0));
  API_EQUAL(kernel_ran, 1);
  API_EQUAL(ran, 0);
}

static void critical_region_holds_normal(void) {
  KAPC normal;
  KAPC special;
  clear_record();
  KeInitializeApc(&normal, KeGetCurrentThread(), OriginalApcEnvironment, kernel_routine, NULL,
                  normal_routine, KernelMode, NULL);
  KeInitializeApc(&special, KeGetCurrentThread(), OriginalApcEnvironment, kernel_routine, NULL,
                  NULL, UserMode, NULL);
  API_EQUAL(special.ApcMode, KernelMode);
  KeEnterCriticalRegion();
  API_CHECK(KeInsertQueueApc(&normal, NULL, NULL, 0));
  API_EQUAL(kernel_ran, 0);
  API_EQUAL(KeInsertQueueApc(&normal, NULL, NULL, 0), FALSE); /* queued already */
  API_CHECK(KeInsertQueueApc(&special, NULL, NULL, 0));
  API_EQUAL(kernel_ran, 1); /* special ones run there */
  API_EQUAL(ran, 0);
  KeLeaveCriticalRegion();
  API_EQUAL(kernel_ran, 2);
  API_EQUAL(ran, 1);
}

static void guarded_region_and_apc_level_hold_all(void) {
  KAPC special;
  KIRQL irql;
  clear_record();
  KeInitializeApc(&special, KeGetCurrentThread(), CurrentApcEnvironment, kernel_routine, NULL, NULL,
                  KernelMode, NULL);
  KeEnterGuardedRegion();
  API_CHECK(KeInsertQueueApc(&special, NULL, NULL, 0));
  API_EQUAL(kernel_ran, 0);
  API_CHECK(KeRemoveQueueApc(&special));
  KeLeaveGuardedRegion();
  API_EQUAL(kernel_ran, 0);
  KeRaiseIrql(APC_LEVEL, &irql);
  API_CHECK(KeInsertQueueApc(&special, NULL, NULL, 0));
  API_EQUAL(kernel_ran, 0);
  KeLowerIrql(irql);
  API_EQUAL(kernel_ran, 1);
  KeRaiseIrql(DISPATCH_LEVEL, &irql);
  API_CHECK(KeInsertQueueApc(&special, NULL, NULL, 0));
  API_EQUAL(kernel_ran, 1);
  KeLowerIrql(irql);
  API_EQUAL(kernel_ran, 2);
}

/* A thread that waits, and what its wait returned. */
static KEVENT go, ready;
static BOOLEAN alertable;
static KPROCESSOR_MODE mode;
static volatile NTSTATUS outcome;

static VOID NTAPI waiter(PVOID context) {
  (void)context;
  KeSetEvent(&ready, 0, FALSE);
  outcome = KeWaitForSingleObject(&go, Executive, mode, alertable, NULL);
  PsTerminateSystemThread(STATUS_SUCCESS);
}

static PETHREAD start_waiter(KPROCESSOR_MODE wait_mode, BOOLEAN wait_alertable) {
  HANDLE handle = NULL;
  PETHREAD thread = NULL;
  mode = wait_mode;
  alertable = wait_alertable;
  outcome = STATUS_PENDING;
  KeInitializeEvent(&go, NotificationEvent, FALSE);
  KeInitializeEvent(&ready, NotificationEvent, FALSE);
  if (!NT_SUCCESS(
          PsCreateSystemThread(&handle, THREAD_ALL_ACCESS, NULL, NULL, NULL, waiter, NULL))) {
    return NULL;
  }
  ObReferenceObjectByHandle(handle, SYNCHRONIZE, *PsThreadType, KernelMode, (PVOID*)&thread, NULL);
  ZwClose(handle);
  KeWaitForSingleObject(&ready, Executive, KernelMode, FALSE, NULL);
  return thread;
}

static void end_waiter(PETHREAD thread) {
  API_STATUS(KeWaitForSingleObject(thread, Executive, KernelMode, FALSE, NULL), STATUS_SUCCESS);
  ObDereferenceObject(thread);
}

static void apc_of_another_thread(void) {
  KAPC apc;
  PETHREAD thread = start_waiter(KernelMode, FALSE);
  API_REQUIRE(thread != NULL);
  clear_record();
  KeInitializeApc(&apc, (PKTHREAD)thread, OriginalApcEnvironment, kernel_routine, NULL,
                  normal_routine, KernelMode, NULL);
  API_CHECK(KeInsertQueueApc(&apc, NULL, NULL, 0));
  while (ran == 0) {
    LARGE_INTEGER moment;
    moment.QuadPart = -10000;
    KeDelayExecutionThread(KernelMode, FALSE, &moment);
  }
  API_CHECK(ran_in == (PKTHREAD)thread);
  API_EQUAL(outcome, STATUS_PENDING); /* the wait goes on after it */
  KeSetEvent(&go, 0, FALSE);
  end_waiter(thread);
  API_EQUAL(outcome, STATUS_SUCCESS);
}

static void user_apc_ends_wait(void) {
  KAPC apc;
  PETHREAD thread = start_waiter(UserMode, TRUE);
  API_REQUIRE(thread != NULL);
  clear_record();
  KeInitializeApc(&apc, (PKTHREAD)thread, OriginalApcEnvironment, kernel_routine, rundown_routine,
                  normal_routine, UserMode, NULL);
  API_CHECK(KeInsertQueueApc(&apc, NULL, NULL, 0));
  API_STATUS(KeWaitForSingleObject(thread, Executive, KernelMode, FALSE, NULL), STATUS_SUCCESS);
  API_EQUAL(outcome, STATUS_USER_APC);
  API_EQUAL(rundown_ran, 1); /* the thread never comes to user mode */
  API_EQUAL(ran, 0);
  API_EQUAL(KeInsertQueueApc(&apc, NULL, NULL, 0), FALSE); /* it has ended */
  ObDereferenceObject(thread);
}

static void alert_ends_wait(void) {
  PETHREAD thread = start_waiter(KernelMode, TRUE);
  API_REQUIRE(thread != NULL);
  API_EQUAL(KeAlertThread((PKTHREAD)thread, KernelMode), FALSE);
  end_waiter(thread);
  API_EQUAL(outcome, STATUS_ALERTED);
}

static void alerted_waits(void) {
  PKTHREAD me = KeGetCurrentThread();
  KEVENT event;
  PVOID objects[1] = {&event};
  LARGE_INTEGER second;
  KeInitializeEvent(&event, NotificationEvent, FALSE);
  second.QuadPart = -10000000;
  API_EQUAL(KeTestAlertThread(KernelMode), FALSE);
  KeAlertThread(me, KernelMode);
  API_EQUAL(KeAlertThread(me, KernelMode), TRUE); /* was alerted before */
  API_EQUAL(KeTestAlertThread(KernelMode), TRUE);
  API_EQUAL(KeTestAlertThread(KernelMode), FALSE);
  KeAlertThread(me, KernelMode);
  API_STATUS(KeWaitForSingleObject(&event, Executive, KernelMode, TRUE, &second), STATUS_ALERTED);
  KeAlertThread(me, KernelMode);
  API_STATUS(
      KeWaitForMultipleObjects(1, objects, WaitAny, Executive, KernelMode, TRUE, &second, NULL),
      STATUS_ALERTED);
  KeAlertThread(me, KernelMode);
  API_STATUS(KeDelayExecutionThread(KernelMode, TRUE, &second), STATUS_ALERTED);
}

static void user_apc_waits(void) {
  KAPC apc;
  KEVENT event;
  KQUEUE queue;
  PVOID objects[1] = {&event};
  PLIST_ENTRY entries[2];
  LARGE_INTEGER second;
  KeInitializeEvent(&event, NotificationEvent, FALSE);
  KeInitializeQueue(&queue, 0);
  second.QuadPart = -10000000;
  clear_record();
  KeInitializeApc(&apc, KeGetCurrentThread(), OriginalApcEnvironment, kernel_routine,
                  rundown_routine, normal_routine, UserMode, NULL);
  API_CHECK(KeInsertQueueApc(&apc, NULL, NULL, 0));
  API_STATUS(KeWaitForSingleObject(&event, Executive, UserMode, TRUE, &second), STATUS_USER_APC);
  API_STATUS(
      KeWaitForMultipleObjects(1, objects, WaitAny, Executive, UserMode, TRUE, &second, NULL),
      STATUS_USER_APC);
  API_STATUS(KeDelayExecutionThread(UserMode, TRUE, &second), STATUS_USER_APC);
  API_EQUAL(KeRemoveQueue(&queue, UserMode, &second), STATUS_USER_APC);
  API_EQUAL(KeRemoveQueueEx(&queue, UserMode, TRUE, &second, entries, 2), 1);
  API_EQUAL(entries[0], STATUS_USER_APC);
  API_CHECK(KeRemoveQueueApc(&apc));
  API_EQUAL(KeTestAlertThread(UserMode), FALSE);
  API_CHECK(KeRundownQueue(&queue) == NULL);
}

const API_TEST ApiTests[] = {
    {"NormalKernelApc_RunsAtOnceInTheCurrentThread", normal_apc},
    {"KernelRoutine_MayDropTheNormalRoutine", kernel_routine_drops_normal},
    {"CriticalRegion_HoldsNormalApcsOnly", critical_region_holds_normal},
    {"GuardedRegionAndApcLevel_HoldAllApcs", guarded_region_and_apc_level_hold_all},
    {"ApcOfAnotherThread_RunsThereInTheMiddleOfItsWait", apc_of_another_thread},
    {"UserApc_EndsAnAlertableUserModeWaitAndIsRunDown", user_apc_ends_wait},
    {"Alert_EndsAnAlertableWaitOfAnotherThread", alert_ends_wait},
    {"Alert_EndsEachKindOfWait", alerted_waits},
    {"UserApc_EndsEachKindOfUserModeWait", user_apc_waits},
    {NULL, NULL},
};
