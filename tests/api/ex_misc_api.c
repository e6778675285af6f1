/* Callback objects, executive timers, work items, interlocked lists, exceptions. */
#include "api.h"

/* ---------------------------------------------------------------- callback objects */
static ULONG calls[2];
static PVOID arguments[2];
static PVOID order[4];
static ULONG ordered;

static VOID NTAPI first_callback(PVOID context, PVOID argument1, PVOID argument2) {
  ++calls[0];
  arguments[0] = argument1;
  arguments[1] = argument2;
  if (ordered < 4) order[ordered++] = context;
}
static VOID NTAPI second_callback(PVOID context, PVOID argument1, PVOID argument2) {
  (void)argument1;
  (void)argument2;
  ++calls[1];
  if (ordered < 4) order[ordered++] = context;
}

static void callbacks(void) {
  UNICODE_STRING name = RTL_CONSTANT_STRING(L"\\Callback\\ApiExMisc");
  OBJECT_ATTRIBUTES attributes;
  PCALLBACK_OBJECT object = NULL;
  PCALLBACK_OBJECT again = NULL;
  PVOID first;
  PVOID second;
  KIRQL irql;
  InitializeObjectAttributes(&attributes, &name, OBJ_CASE_INSENSITIVE | OBJ_PERMANENT, NULL, NULL);
  API_STATUS(ExCreateCallback(&object, &attributes, FALSE, TRUE), STATUS_OBJECT_NAME_NOT_FOUND);
  API_STATUS(ExCreateCallback(&object, &attributes, TRUE, TRUE), STATUS_SUCCESS);
  API_STATUS(ExCreateCallback(&again, &attributes, FALSE, FALSE), STATUS_SUCCESS);
  API_CHECK(object == again);
  first = ExRegisterCallback(object, first_callback, (PVOID)1);
  second = ExRegisterCallback(again, second_callback, (PVOID)2);
  API_CHECK(first != NULL && second != NULL);
  ordered = calls[0] = calls[1] = 0;
  ExNotifyCallback(object, (PVOID)10, (PVOID)11);
  API_EQUAL(calls[0], 1);
  API_EQUAL(calls[1], 1);
  API_EQUAL(arguments[0], 10);
  API_EQUAL(arguments[1], 11);
  API_EQUAL(order[0], 1); /* as they were registered */
  API_EQUAL(order[1], 2);
  ExUnregisterCallback(first);
  KeRaiseIrql(DISPATCH_LEVEL, &irql);
  ExNotifyCallback(object, NULL, NULL);
  KeLowerIrql(irql);
  API_EQUAL(calls[0], 1);
  API_EQUAL(calls[1], 2);
  ExUnregisterCallback(second);
  ObMakeTemporaryObject(object);
  ObDereferenceObject(again);
  ObDereferenceObject(object);
}

static void lone_callbacks(void) {
  UNICODE_STRING name = RTL_CONSTANT_STRING(L"\\Callback\\ApiExLone");
  UNICODE_STRING power = RTL_CONSTANT_STRING(L"\\Callback\\PowerState");
  OBJECT_ATTRIBUTES attributes;
  PCALLBACK_OBJECT object = NULL;
  PVOID first;
  InitializeObjectAttributes(&attributes, NULL, 0, NULL, NULL);
  API_STATUS(ExCreateCallback(&object, &attributes, TRUE, TRUE), STATUS_UNSUCCESSFUL);
  attributes.ObjectName = &name;
  API_STATUS(ExCreateCallback(&object, &attributes, TRUE, FALSE), STATUS_SUCCESS);
  first = ExRegisterCallback(object, first_callback, NULL);
  API_CHECK(first != NULL);
  API_CHECK(ExRegisterCallback(object, second_callback, NULL) == NULL); /* one only */
  ExUnregisterCallback(first);
  ObDereferenceObject(object);
  attributes.ObjectName = &power;
  API_STATUS(ExCreateCallback(&object, &attributes, FALSE, FALSE), STATUS_SUCCESS);
  first = ExRegisterCallback(object, first_callback, NULL);
  API_CHECK(first != NULL);
  ExUnregisterCallback(first);
  ObDereferenceObject(object);
}

/* ---------------------------------------------------------------- executive timers */
static KEVENT fired, deleted;
static volatile LONG fires;
static KIRQL fire_irql;

static VOID NTAPI on_timer(PEX_TIMER timer, PVOID context) {
  (void)timer;
  API_EQUAL(context, 77);
  fire_irql = KeGetCurrentIrql();
  InterlockedIncrement(&fires);
  KeSetEvent(&fired, 0, FALSE);
}
static VOID NTAPI on_delete(PVOID context) {
  API_EQUAL(context, 78);
  KeSetEvent(&deleted, 0, FALSE);
}

static void timers(void) {
  EXT_DELETE_PARAMETERS parameters;
  PEX_TIMER timer = ExAllocateTimer(on_timer, (PVOID)77, EX_TIMER_NOTIFICATION);
  API_REQUIRE(timer != NULL);
  KeInitializeEvent(&fired, SynchronizationEvent, FALSE);
  KeInitializeEvent(&deleted, NotificationEvent, FALSE);
  fires = 0;
  API_EQUAL(ExSetTimer(timer, -10000, 0, NULL), FALSE);
  API_STATUS(KeWaitForSingleObject(&fired, Executive, KernelMode, FALSE, NULL), STATUS_SUCCESS);
  API_STATUS(KeWaitForSingleObject(timer, Executive, KernelMode, FALSE, NULL), STATUS_SUCCESS);
  API_EQUAL(fire_irql, DISPATCH_LEVEL);
  API_EQUAL(ExCancelTimer(timer, NULL), FALSE);
  API_EQUAL(ExSetTimer(timer, -36000000000LL, 0, NULL), FALSE);
  API_EQUAL(ExSetTimer(timer, -36000000000LL, 0, NULL), TRUE);
  API_EQUAL(ExCancelTimer(timer, NULL), TRUE);
  fires = 0;
  ExSetTimer(timer, -10000, 10000, NULL);
  while (fires < 2) KeWaitForSingleObject(&fired, Executive, KernelMode, FALSE, NULL);
  RtlZeroMemory(&parameters, sizeof(parameters));
  ExInitializeDeleteTimerParameters(&parameters);
  parameters.DeleteCallback = on_delete;
  parameters.DeleteContext = (PVOID)78;
  API_EQUAL(ExDeleteTimer(timer, TRUE, TRUE, &parameters), TRUE);
  API_EQUAL(KeReadStateEvent(&deleted), 1);
}

/* ---------------------------------------------------------------- work items */
static WORK_QUEUE_ITEM item;
static KEVENT worked;
static KIRQL work_irql;
static PETHREAD work_thread;

static VOID NTAPI work(PVOID context) {
  API_EQUAL(context, 79);
  work_irql = KeGetCurrentIrql();
  work_thread = PsGetCurrentThread();
  KeSetEvent(&worked, 0, FALSE);
}

static void work_items(void) {
  KIRQL irql;
  KeInitializeEvent(&worked, SynchronizationEvent, FALSE);
  ExInitializeWorkItem(&item, work, (PVOID)79);
  ExQueueWorkItem(&item, DelayedWorkQueue);
  API_STATUS(KeWaitForSingleObject(&worked, Executive, KernelMode, FALSE, NULL), STATUS_SUCCESS);
  API_EQUAL(work_irql, PASSIVE_LEVEL);
  API_CHECK(work_thread != PsGetCurrentThread());
  KeRaiseIrql(DISPATCH_LEVEL, &irql);
  ExInitializeWorkItem(&item, work, (PVOID)79);
  ExQueueWorkItem(&item, CriticalWorkQueue);
  KeLowerIrql(irql);
  API_STATUS(KeWaitForSingleObject(&worked, Executive, KernelMode, FALSE, NULL), STATUS_SUCCESS);
}

/* ---------------------------------------------------------------- lists and sums */
static void interlocked_lists(void) {
  KSPIN_LOCK lock;
  LIST_ENTRY head;
  LIST_ENTRY a;
  LIST_ENTRY b;
  SINGLE_LIST_ENTRY top = {NULL};
  SINGLE_LIST_ENTRY c;
  SINGLE_LIST_ENTRY d;
  ULONG sum = 5;
  LARGE_INTEGER large;
  LARGE_INTEGER step;
  KeInitializeSpinLock(&lock);
  InitializeListHead(&head);
  API_CHECK(ExInterlockedInsertHeadList(&head, &a, &lock) == NULL);
  API_CHECK(ExInterlockedInsertHeadList(&head, &b, &lock) == &a);
  API_CHECK(ExInterlockedRemoveHeadList(&head, &lock) == &b);
  API_CHECK(ExInterlockedInsertTailList(&head, &b, &lock) == &a);
  API_CHECK(ExInterlockedRemoveHeadList(&head, &lock) == &a);
  API_CHECK(ExInterlockedRemoveHeadList(&head, &lock) == &b);
  API_CHECK(ExInterlockedRemoveHeadList(&head, &lock) == NULL);
  API_CHECK(ExInterlockedInsertTailList(&head, &a, &lock) == NULL);
  API_CHECK(ExInterlockedPushEntryList(&top, &c, &lock) == NULL);
  API_CHECK(ExInterlockedPushEntryList(&top, &d, &lock) == &c);
  API_CHECK(ExInterlockedPopEntryList(&top, &lock) == &d);
  API_CHECK(ExInterlockedPopEntryList(&top, &lock) == &c);
  API_CHECK(ExInterlockedPopEntryList(&top, &lock) == NULL);
  API_EQUAL(ExInterlockedAddUlong(&sum, 7, &lock), 5);
  API_EQUAL(sum, 12);
  large.QuadPart = 0x1ffffffff;
  step.QuadPart = 2;
  API_EQUAL(ExInterlockedAddLargeInteger(&large, step, &lock).QuadPart, 0x1ffffffff);
  API_EQUAL(large.QuadPart, 0x200000001);
}

static void sequenced_lists(void) {
  static SLIST_HEADER head;
  static DECLSPEC_ALIGN(16) SLIST_ENTRY entries[3];
  (InitializeSListHead)(&head);
  API_EQUAL(ExQueryDepthSList(&head), 0);
  for (ULONG i = 0; i < 3; ++i) ExpInterlockedPushEntrySList(&head, &entries[i]);
  API_EQUAL(ExQueryDepthSList(&head), 3);
  API_CHECK(ExpInterlockedPopEntrySList(&head) == &entries[2]);
  API_CHECK(ExpInterlockedFlushSList(&head) == &entries[1]);
  API_CHECK(entries[1].Next == &entries[0]);
  API_EQUAL(ExQueryDepthSList(&head), 0);
}

/* ---------------------------------------------------------------- exceptions */
static NTSTATUS code_of(void (*raise)(void)) {
  NTSTATUS code = STATUS_SUCCESS;
  __try {
    raise();
  } __except (EXCEPTION_EXECUTE_HANDLER) {
    code = GetExceptionCode();
  }
  return code;
}
static void raise_status(void) {
  ExRaiseStatus(STATUS_DISK_FULL);
}
static void raise_access_violation(void) {
  ExRaiseAccessViolation();
}
static void raise_misalignment(void) {
  ExRaiseDatatypeMisalignment();
}

static void exceptions(void) {
  API_STATUS(code_of(raise_status), STATUS_DISK_FULL);
  API_STATUS(code_of(raise_access_violation), STATUS_ACCESS_VIOLATION);
  API_STATUS(code_of(raise_misalignment), STATUS_DATATYPE_MISALIGNMENT);
}

static void identifiers(void) {
  UUID a;
  UUID b;
  HANDLE handle = (HANDLE)1;
  API_STATUS(ExUuidCreate(&a), STATUS_SUCCESS);
  API_STATUS(ExUuidCreate(&b), STATUS_SUCCESS);
  API_CHECK(RtlCompareMemory(&a, &b, sizeof(a)) != sizeof(a));
  API_EQUAL(ExEnumHandleTable(NULL, NULL, NULL, &handle), FALSE);
  API_CHECK(handle == NULL);
}

const API_TEST ApiTests[] = {
    {"CallbackObject_CallsItsRoutinesInOrder", callbacks},
    {"CallbackObject_MayHaveOneRoutineOnly", lone_callbacks},
    {"ExTimer_FiresAndIsDeleted", timers},
    {"WorkItem_RunsInASystemWorker", work_items},
    {"InterlockedLists_KeepTheirOrder", interlocked_lists},
    {"SequencedList_IsLastInFirstOut", sequenced_lists},
    {"RaisedStatus_ReachesTheHandler", exceptions},
    {"UuidCreate_IsNeverTheSame", identifiers},
    {NULL, NULL},
};
