/* IRQL, DPCs, processors, stacks, priorities, attaching. */
#include "api.h"

static void irql(void) {
  KIRQL old;
  KIRQL older;
  API_EQUAL(KeGetCurrentIrql(), PASSIVE_LEVEL);
  KeRaiseIrql(APC_LEVEL, &old);
  API_EQUAL(old, PASSIVE_LEVEL);
  API_CHECK(KeAreAllApcsDisabled());
  older = KeRaiseIrqlToDpcLevel();
  API_EQUAL(older, APC_LEVEL);
  API_EQUAL(KfRaiseIrql(HIGH_LEVEL), DISPATCH_LEVEL);
  API_EQUAL(KeGetCurrentIrql(), HIGH_LEVEL);
  KeLowerIrql(older);
  API_EQUAL(KeGetCurrentIrql(), APC_LEVEL);
  KeLowerIrql(old);
  KeEnterCriticalRegion();
  API_CHECK(KeAreApcsDisabled() && !KeAreAllApcsDisabled());
  KeLeaveCriticalRegion();
  KeEnterGuardedRegion();
  API_CHECK(KeAreApcsDisabled() && KeAreAllApcsDisabled());
  KeLeaveGuardedRegion();
  API_CHECK(!KeAreApcsDisabled() && !KeAreAllApcsDisabled());
}

/* ---------------------------------------------------------------- DPCs */
static KDPC dpc;
static volatile LONG runs;
static PVOID seen[3];
static BOOLEAN executing;
static KIRQL dpc_irql;
static ULONG yields;

static VOID NTAPI dpc_routine(PKDPC self, PVOID context, PVOID argument1, PVOID argument2) {
  API_CHECK(self == &dpc);
  seen[0] = context;
  seen[1] = argument1;
  seen[2] = argument2;
  dpc_irql = KeGetCurrentIrql();
  executing = KeIsExecutingDpc();
  yields = KeShouldYieldProcessor();
  InterlockedIncrement(&runs);
}

static void dpcs(void) {
  KIRQL old;
  runs = 0;
  KeInitializeDpc(&dpc, dpc_routine, (PVOID)1);
  API_EQUAL(KeInsertQueueDpc(&dpc, (PVOID)2, (PVOID)3), TRUE);
  KeFlushQueuedDpcs();
  API_EQUAL(runs, 1);
  API_EQUAL(seen[0], 1);
  API_EQUAL(seen[1], 2);
  API_EQUAL(seen[2], 3);
  API_EQUAL(dpc_irql, DISPATCH_LEVEL);
  API_EQUAL(executing, TRUE);
  API_CHECK(yields <= 1);
  KeRaiseIrql(DISPATCH_LEVEL, &old);
  API_EQUAL(KeIsExecutingDpc(), FALSE);
  API_EQUAL(KeInsertQueueDpc(&dpc, NULL, NULL), TRUE);
  API_EQUAL(KeInsertQueueDpc(&dpc, NULL, NULL), FALSE); /* queued already */
  API_CHECK(KeShouldYieldProcessor() != 0);             /* it waits for this processor */
  API_EQUAL(KeRemoveQueueDpc(&dpc), TRUE);
  API_EQUAL(KeRemoveQueueDpc(&dpc), FALSE);
  KeInsertQueueDpc(&dpc, NULL, NULL);
  API_EQUAL(KeRemoveQueueDpcEx(&dpc, FALSE), TRUE);
  KeLowerIrql(old);
  API_EQUAL(runs, 1);
  API_EQUAL(KeRemoveQueueDpcEx(&dpc, TRUE), FALSE);
  KeInitializeThreadedDpc(&dpc, dpc_routine, NULL);
  KeInsertQueueDpc(&dpc, NULL, NULL);
  KeFlushQueuedDpcs();
  API_EQUAL(runs, 2);
}

/* ---------------------------------------------------------------- processors and time */
static void processors(void) {
  PROCESSOR_NUMBER number = {0};
  PROCESSOR_NUMBER found = {0};
  KAFFINITY active = 0;
  const ULONG count = KeQueryActiveProcessorCount(&active);
  KIRQL old;
  API_CHECK(count >= 1);
  API_CHECK(active == KeQueryActiveProcessors());
  API_EQUAL(KeNumberProcessors, count);
  API_EQUAL(KeQueryActiveProcessorCountEx(0), count);
  API_EQUAL(KeQueryActiveProcessorCountEx(ALL_PROCESSOR_GROUPS), count);
  API_EQUAL(KeQueryActiveProcessorCountEx(5), 0);
  API_EQUAL(KeQueryMaximumProcessorCount(), count);
  API_EQUAL(KeQueryMaximumProcessorCountEx(0), count);
  API_EQUAL(KeQueryActiveGroupCount(), 1);
  API_EQUAL(KeQueryMaximumGroupCount(), 1);
  API_STATUS(KeGetProcessorNumberFromIndex(0, &number), STATUS_SUCCESS);
  API_EQUAL(number.Number, 0);
  API_STATUS(KeGetProcessorNumberFromIndex(count, &number), STATUS_INVALID_PARAMETER);
  API_EQUAL(KeGetProcessorIndexFromNumber(&number), 0);
  number.Group = 3;
  API_EQUAL(KeGetProcessorIndexFromNumber(&number), INVALID_PROCESSOR_INDEX);
  KeRaiseIrql(DISPATCH_LEVEL, &old);
  API_CHECK(KeGetCurrentProcessorNumberEx(&found) < count);
  API_EQUAL(found.Number, KeGetCurrentProcessorNumberEx(NULL));
  KeLowerIrql(old);
}

static void clocks(void) {
  LARGE_INTEGER frequency;
  LARGE_INTEGER before = KeQueryPerformanceCounter(&frequency);
  LARGE_INTEGER after;
  LARGE_INTEGER time;
  API_CHECK(frequency.QuadPart > 0);
  after = KeQueryPerformanceCounter(NULL);
  API_CHECK(after.QuadPart >= before.QuadPart);
  KeQuerySystemTimePrecise(&time);
  API_CHECK(time.QuadPart > 132000000000000000LL); /* later than 2019 */
  API_CHECK(KeQueryTimeIncrement() > 0);
}

/* ---------------------------------------------------------------- stacks */
static ULONG_PTR callout_stack;

static VOID NTAPI callout(PVOID parameter) {
  ULONG_PTR low;
  ULONG_PTR high;
  IoGetStackLimits(&low, &high);
  callout_stack = low;
  *(ULONG*)parameter += 1;
}

static void stacks(void) {
  ULONG count = 0;
  KIRQL old;
  API_STATUS(KeExpandKernelStackAndCallout(callout, &count, 8192), STATUS_SUCCESS);
  API_EQUAL(count, 1);
  API_STATUS(KeExpandKernelStackAndCalloutEx(callout, &count, 8192, TRUE, NULL), STATUS_SUCCESS);
  API_EQUAL(count, 2);
  API_STATUS(
      KeExpandKernelStackAndCalloutEx(callout, &count, MAXIMUM_EXPANSION_SIZE + 1, TRUE, NULL),
      STATUS_INVALID_PARAMETER_3);
  API_EQUAL(count, 2);
  KeRaiseIrql(DISPATCH_LEVEL, &old);
  API_STATUS(KeExpandKernelStackAndCalloutEx(callout, &count, 4096, TRUE, NULL),
             STATUS_INVALID_PARAMETER_4);
  API_STATUS(KeExpandKernelStackAndCalloutEx(callout, &count, 4096, FALSE, NULL), STATUS_SUCCESS);
  KeLowerIrql(old);
  API_EQUAL(count, 3);
}

static void extended_state(void) {
  XSTATE_SAVE save;
  API_STATUS(KeSaveExtendedProcessorState(XSTATE_MASK_LEGACY, &save), STATUS_SUCCESS);
  KeRestoreExtendedProcessorState(&save);
}

static void priorities(void) {
  PKTHREAD me = KeGetCurrentThread();
  const KPRIORITY before = KeQueryPriorityThread(me);
  API_EQUAL(KeSetPriorityThread(me, LOW_REALTIME_PRIORITY), before);
  API_EQUAL(KeQueryPriorityThread(me), LOW_REALTIME_PRIORITY);
  KeSetPriorityThread(me, before);
  KeSetBasePriorityThread(me, 2);
  API_EQUAL(KeSetBasePriorityThread(me, 0), 2); /* the increment that was */
  KeSetPriorityThread(me, before);
}

static void attaching(void) {
  KAPC_STATE state;
  API_CHECK(!KeIsAttachedProcess());
  KeStackAttachProcess((PRKPROCESS)PsInitialSystemProcess, &state);
  API_CHECK(PsGetCurrentProcess() == PsInitialSystemProcess);
  KeUnstackDetachProcess(&state);
  API_CHECK(!KeIsAttachedProcess());
}

const API_TEST ApiTests[] = {
    {"Irql_IsRaisedAndLowered", irql},
    {"Dpc_RunsAtDispatchLevelOnce", dpcs},
    {"Processors_AreNumbered", processors},
    {"Clocks_GoForward", clocks},
    {"Callout_RunsOnAStackOfItsSize", stacks},
    {"ExtendedState_IsSavedAndRestored", extended_state},
    {"Priorities_AreKept", priorities},
    {"Attach_EndsWithDetach", attaching},
    {NULL, NULL},
};
