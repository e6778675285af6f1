/* Spin locks, resources, mutexes, push locks and rundown protection. */
#include "api.h"

static HANDLE start(PKSTART_ROUTINE routine, PVOID context) {
  HANDLE thread = NULL;
  PsCreateSystemThread(&thread, THREAD_ALL_ACCESS, NULL, NULL, NULL, routine, context);
  return thread;
}

static void join(HANDLE thread) {
  API_STATUS(ZwWaitForSingleObject(thread, FALSE, NULL), STATUS_SUCCESS);
  ZwClose(thread);
}

static void moment(void) {
  LARGE_INTEGER time;
  time.QuadPart = -10000;
  KeDelayExecutionThread(KernelMode, FALSE, &time);
}

/* ---------------------------------------------------------------- spin locks */
static void spin_locks(void) {
  KSPIN_LOCK lock;
  KIRQL irql;
  KLOCK_QUEUE_HANDLE handle;
  KeInitializeSpinLock(&lock);
  irql = KeAcquireSpinLockRaiseToDpc(&lock);
  API_EQUAL(irql, PASSIVE_LEVEL);
  API_EQUAL(KeGetCurrentIrql(), DISPATCH_LEVEL);
  API_EQUAL(KeTryToAcquireSpinLockAtDpcLevel(&lock), FALSE);
  KeReleaseSpinLock(&lock, irql);
  API_EQUAL(KeGetCurrentIrql(), PASSIVE_LEVEL);
  irql = KeRaiseIrqlToDpcLevel();
  KeAcquireSpinLockAtDpcLevel(&lock);
  KeReleaseSpinLockFromDpcLevel(&lock);
  API_EQUAL(KeTryToAcquireSpinLockAtDpcLevel(&lock), TRUE);
  KeReleaseSpinLockFromDpcLevel(&lock);
  API_EQUAL(KeGetCurrentIrql(), DISPATCH_LEVEL);
  KeAcquireInStackQueuedSpinLockAtDpcLevel(&lock, &handle);
  API_EQUAL(KeTryToAcquireSpinLockAtDpcLevel(&lock), FALSE);
  KeReleaseInStackQueuedSpinLockFromDpcLevel(&handle);
  KeLowerIrql(irql);
  KeAcquireInStackQueuedSpinLock(&lock, &handle);
  API_EQUAL(KeGetCurrentIrql(), DISPATCH_LEVEL);
  KeReleaseInStackQueuedSpinLock(&handle);
  API_EQUAL(KeGetCurrentIrql(), PASSIVE_LEVEL);
  irql = KeAcquireSpinLockForDpc(&lock);
  API_EQUAL(KeGetCurrentIrql(), DISPATCH_LEVEL);
  KeReleaseSpinLockForDpc(&lock, irql);
  KeAcquireInStackQueuedSpinLockForDpc(&lock, &handle);
  API_EQUAL(KeGetCurrentIrql(), DISPATCH_LEVEL);
  KeReleaseInStackQueuedSpinLockForDpc(&handle);
  API_EQUAL(KeGetCurrentIrql(), PASSIVE_LEVEL);
}

static void reader_writer_spin_locks(void) {
  EX_SPIN_LOCK lock = 0;
  KIRQL irql = ExAcquireSpinLockShared(&lock);
  API_EQUAL(irql, PASSIVE_LEVEL);
  API_EQUAL(KeGetCurrentIrql(), DISPATCH_LEVEL);
  ExAcquireSpinLockSharedAtDpcLevel(&lock); /* many share it */
  ExReleaseSpinLockSharedFromDpcLevel(&lock);
  ExReleaseSpinLockShared(&lock, irql);
  API_EQUAL(KeGetCurrentIrql(), PASSIVE_LEVEL);
  irql = ExAcquireSpinLockExclusive(&lock);
  API_EQUAL(KeGetCurrentIrql(), DISPATCH_LEVEL);
  ExReleaseSpinLockExclusive(&lock, irql);
  API_EQUAL(lock, 0);
}

/* ---------------------------------------------------------------- resources */
static ERESOURCE resource;
static KEVENT hold, held;

typedef struct ATTEMPT {
  BOOLEAN (*try_it)(void);
  BOOLEAN result;
} ATTEMPT;

static BOOLEAN exclusive(void) {
  return ExAcquireResourceExclusiveLite(&resource, FALSE);
}
static BOOLEAN shared(void) {
  return ExAcquireResourceSharedLite(&resource, FALSE);
}
static BOOLEAN starve(void) {
  return ExAcquireSharedStarveExclusive(&resource, FALSE);
}
static BOOLEAN wait_for_exclusive(void) {
  return ExAcquireSharedWaitForExclusive(&resource, FALSE);
}

static VOID NTAPI attempt_routine(PVOID context) {
  ATTEMPT* attempt = context;
  KeEnterCriticalRegion();
  attempt->result = attempt->try_it();
  if (attempt->result) ExReleaseResourceLite(&resource);
  KeLeaveCriticalRegion();
}

static BOOLEAN other_thread_gets(BOOLEAN (*try_it)(void)) {
  ATTEMPT attempt = {try_it, FALSE};
  join(start(attempt_routine, &attempt));
  return attempt.result;
}

static VOID NTAPI wait_exclusive_routine(PVOID context) {
  (void)context;
  ExEnterCriticalRegionAndAcquireResourceExclusive(&resource);
  KeSetEvent(&held, 0, FALSE);
  KeWaitForSingleObject(&hold, Executive, KernelMode, FALSE, NULL);
  ExReleaseResourceAndLeaveCriticalRegion(&resource);
}

static VOID NTAPI wait_shared_routine(PVOID context) {
  (void)context;
  ExEnterCriticalRegionAndAcquireResourceShared(&resource);
  ExReleaseResourceAndLeaveCriticalRegion(&resource);
}

static void resources(void) {
  API_STATUS(ExInitializeResourceLite(&resource), STATUS_SUCCESS);
  ExDisableResourceBoostLite(&resource);
  KeEnterCriticalRegion();
  API_CHECK(ExAcquireResourceExclusiveLite(&resource, TRUE));
  API_CHECK(ExAcquireResourceExclusiveLite(&resource, FALSE)); /* recursive */
  API_CHECK(ExAcquireResourceSharedLite(&resource, FALSE));
  API_EQUAL(ExIsResourceAcquiredExclusiveLite(&resource), TRUE);
  API_EQUAL(ExIsResourceAcquiredSharedLite(&resource), 3);
  API_CHECK(!other_thread_gets(exclusive));
  API_CHECK(!other_thread_gets(shared));
  API_CHECK(!other_thread_gets(starve));
  ExReleaseResourceLite(&resource);
  ExReleaseResourceLite(&resource);
  ExConvertExclusiveToSharedLite(&resource);
  API_EQUAL(ExIsResourceAcquiredExclusiveLite(&resource), FALSE);
  API_EQUAL(ExIsResourceAcquiredSharedLite(&resource), 1);
  API_CHECK(other_thread_gets(shared));
  API_CHECK(other_thread_gets(wait_for_exclusive));
  API_CHECK(!other_thread_gets(exclusive));
  ExReleaseResourceForThreadLite(&resource, ExGetCurrentResourceThread());
  API_EQUAL(ExIsResourceAcquiredSharedLite(&resource), 0);
  API_CHECK(ExAcquireSharedStarveExclusive(&resource, TRUE));
  ExReleaseResourceLite(&resource);
  API_CHECK(ExAcquireSharedWaitForExclusive(&resource, TRUE));
  ExReleaseResourceLite(&resource);
  KeLeaveCriticalRegion();
  API_STATUS(ExReinitializeResourceLite(&resource), STATUS_SUCCESS);
  API_STATUS(ExDeleteResourceLite(&resource), STATUS_SUCCESS);
}

static void resource_waiters(void) {
  HANDLE writer;
  HANDLE reader;
  ExInitializeResourceLite(&resource);
  KeInitializeEvent(&hold, NotificationEvent, FALSE);
  KeInitializeEvent(&held, NotificationEvent, FALSE);
  API_CHECK(ExEnterCriticalRegionAndAcquireResourceShared(&resource) == NULL);
  API_CHECK(KeAreApcsDisabled());
  API_EQUAL(ExGetExclusiveWaiterCount(&resource), 0);
  writer = start(wait_exclusive_routine, NULL);
  while (ExGetExclusiveWaiterCount(&resource) == 0) moment();
  API_CHECK(!other_thread_gets(shared)); /* behind who waits to own it alone */
  API_CHECK(!other_thread_gets(wait_for_exclusive));
  API_CHECK(other_thread_gets(starve));                     /* before */
  API_CHECK(ExAcquireResourceSharedLite(&resource, FALSE)); /* again by an owner */
  ExReleaseResourceLite(&resource);
  ExReleaseResourceAndLeaveCriticalRegion(&resource);
  API_CHECK(!KeAreApcsDisabled());
  KeWaitForSingleObject(&held, Executive, KernelMode, FALSE, NULL);
  reader = start(wait_shared_routine, NULL);
  while (ExGetSharedWaiterCount(&resource) == 0) moment();
  KeSetEvent(&hold, 0, FALSE);
  join(writer);
  join(reader);
  API_CHECK(ExEnterCriticalRegionAndAcquireSharedWaitForExclusive(&resource) == NULL);
  ExReleaseResourceAndLeaveCriticalRegion(&resource);
  API_STATUS(ExDeleteResourceLite(&resource), STATUS_SUCCESS);
}

/* ---------------------------------------------------------------- mutexes */
static FAST_MUTEX fast;
static KGUARDED_MUTEX guarded;
static volatile BOOLEAN got;

static VOID NTAPI try_fast(PVOID context) {
  (void)context;
  got = ExTryToAcquireFastMutex(&fast);
  if (got) ExReleaseFastMutex(&fast);
}

static VOID NTAPI try_guarded(PVOID context) {
  (void)context;
  got = KeTryToAcquireGuardedMutex(&guarded);
  if (got) KeReleaseGuardedMutex(&guarded);
}

static void fast_mutexes(void) {
  KIRQL irql;
  ExInitializeFastMutex(&fast);
  ExAcquireFastMutex(&fast);
  API_EQUAL(KeGetCurrentIrql(), APC_LEVEL);
  API_CHECK(KeAreAllApcsDisabled());
  ExReleaseFastMutex(&fast);
  API_EQUAL(KeGetCurrentIrql(), PASSIVE_LEVEL);
  KeEnterCriticalRegion();
  ExAcquireFastMutexUnsafe(&fast);
  API_EQUAL(KeGetCurrentIrql(), PASSIVE_LEVEL);
  join(start(try_fast, NULL));
  API_EQUAL(got, FALSE);
  ExReleaseFastMutexUnsafe(&fast);
  KeLeaveCriticalRegion();
  join(start(try_fast, NULL));
  API_EQUAL(got, TRUE);
  KeRaiseIrql(APC_LEVEL, &irql);
  API_EQUAL(ExTryToAcquireFastMutex(&fast), TRUE);
  ExReleaseFastMutex(&fast);
  API_EQUAL(KeGetCurrentIrql(), APC_LEVEL);
  KeLowerIrql(irql);
}

static void guarded_mutexes(void) {
  KeInitializeGuardedMutex(&guarded);
  KeAcquireGuardedMutex(&guarded);
  API_EQUAL(KeGetCurrentIrql(), PASSIVE_LEVEL);
  API_CHECK(KeAreAllApcsDisabled());
  join(start(try_guarded, NULL));
  API_EQUAL(got, FALSE);
  KeReleaseGuardedMutex(&guarded);
  API_CHECK(!KeAreAllApcsDisabled());
  API_EQUAL(KeTryToAcquireGuardedMutex(&guarded), TRUE);
  KeReleaseGuardedMutex(&guarded);
  KeEnterGuardedRegion();
  KeAcquireGuardedMutexUnsafe(&guarded);
  KeReleaseGuardedMutexUnsafe(&guarded);
  KeLeaveGuardedRegion();
  join(start(try_guarded, NULL));
  API_EQUAL(got, TRUE);
}

/* ---------------------------------------------------------------- push locks */
static EX_PUSH_LOCK push;
static volatile LONG inside;

static VOID NTAPI push_shared(PVOID context) {
  (void)context;
  KeEnterCriticalRegion();
  ExAcquirePushLockSharedEx(&push, 0);
  InterlockedIncrement(&inside);
  ExReleasePushLockSharedEx(&push, 0);
  KeLeaveCriticalRegion();
}

static void push_locks(void) {
  HANDLE reader;
  ExInitializePushLock(&push);
  inside = 0;
  KeEnterCriticalRegion();
  ExAcquirePushLockExclusiveEx(&push, 0);
  reader = start(push_shared, NULL);
  moment();
  API_EQUAL(inside, 0);
  ExReleasePushLockExclusiveEx(&push, 0);
  join(reader);
  API_EQUAL(inside, 1);
  ExAcquirePushLockSharedEx(&push, 0);
  join(start(push_shared, NULL)); /* many share it */
  API_EQUAL(inside, 2);
  ExReleasePushLockSharedEx(&push, 0);
  ExfAcquirePushLockExclusive(&push);
  ExfReleasePushLockExclusive(&push);
  ExfAcquirePushLockShared(&push);
  ExfReleasePushLockShared(&push);
  ExfAcquirePushLockShared(&push);
  ExfReleasePushLock(&push);
  ExfAcquirePushLockExclusive(&push);
  ExfReleasePushLock(&push);
  ExfTryToWakePushLock(&push);
  ExfUnblockPushLock(&push, NULL);
  API_EQUAL(push, 0);
  KeLeaveCriticalRegion();
}

/* ---------------------------------------------------------------- rundown */
static EX_RUNDOWN_REF rundown;
static PEX_RUNDOWN_REF_CACHE_AWARE aware;
static volatile LONG waited;

static VOID NTAPI wait_rundown(PVOID context) {
  (void)context;
  ExWaitForRundownProtectionRelease(&rundown);
  InterlockedIncrement(&waited);
}

static VOID NTAPI wait_aware(PVOID context) {
  (void)context;
  ExWaitForRundownProtectionReleaseCacheAware(aware);
  InterlockedIncrement(&waited);
}

static void rundown_protection(void) {
  HANDLE thread;
  waited = 0;
  ExInitializeRundownProtection(&rundown);
  API_CHECK(ExAcquireRundownProtection(&rundown));
  API_CHECK(ExAcquireRundownProtectionEx(&rundown, 2));
  thread = start(wait_rundown, NULL);
  while (ExAcquireRundownProtection(&rundown)) {
    ExReleaseRundownProtection(&rundown);
    moment();
  }
  API_CHECK(!ExAcquireRundownProtectionEx(&rundown, 1));
  ExReleaseRundownProtectionEx(&rundown, 2);
  API_EQUAL(waited, 0);
  ExReleaseRundownProtection(&rundown);
  join(thread);
  API_EQUAL(waited, 1);
  ExRundownCompleted(&rundown);
  API_CHECK(!ExAcquireRundownProtection(&rundown));
  ExReInitializeRundownProtection(&rundown);
  API_CHECK(ExAcquireRundownProtection(&rundown));
  ExReleaseRundownProtection(&rundown);
}

static void exercise_aware(void) {
  HANDLE thread;
  waited = 0;
  API_CHECK(ExAcquireRundownProtectionCacheAware(aware));
  API_CHECK(ExAcquireRundownProtectionCacheAwareEx(aware, 2));
  thread = start(wait_aware, NULL);
  while (ExAcquireRundownProtectionCacheAware(aware)) {
    ExReleaseRundownProtectionCacheAware(aware);
    moment();
  }
  API_CHECK(!ExAcquireRundownProtectionCacheAwareEx(aware, 1));
  ExReleaseRundownProtectionCacheAwareEx(aware, 2);
  ExReleaseRundownProtectionCacheAware(aware);
  join(thread);
  API_EQUAL(waited, 1);
  ExRundownCompletedCacheAware(aware);
  API_CHECK(!ExAcquireRundownProtectionCacheAware(aware));
  ExReInitializeRundownProtectionCacheAware(aware);
  API_CHECK(ExAcquireRundownProtectionCacheAware(aware));
  ExReleaseRundownProtectionCacheAware(aware);
}

static void cache_aware_rundown(void) {
  const SIZE_T size = ExSizeOfRundownProtectionCacheAware();
  aware = ExAllocateCacheAwareRundownProtection(NonPagedPoolNx, API_TAG);
  API_REQUIRE(aware != NULL);
  exercise_aware();
  ExFreeCacheAwareRundownProtection(aware);
  API_CHECK(size > sizeof(EX_RUNDOWN_REF));
  aware = ExAllocatePool2(POOL_FLAG_NON_PAGED, size, API_TAG);
  API_REQUIRE(aware != NULL);
  ExInitializeRundownProtectionCacheAware(aware, size);
  exercise_aware();
  ExInitializeRundownProtectionCacheAwareEx(aware, 0);
  exercise_aware();
  ExCleanupRundownProtectionCacheAware(aware);
  ExFreePoolWithTag(aware, API_TAG);
}

const API_TEST ApiTests[] = {
    {"SpinLocks_RaiseToDispatchLevelAndBack", spin_locks},
    {"ReaderWriterSpinLock_IsSharedByReaders", reader_writer_spin_locks},
    {"Resource_IsExclusiveSharedAndConverted", resources},
    {"Resource_ServesItsWaitersInOrder", resource_waiters},
    {"FastMutex_IsOwnedByOneThreadAtApcLevel", fast_mutexes},
    {"GuardedMutex_DisablesAllApcs", guarded_mutexes},
    {"PushLock_IsExclusiveOrShared", push_locks},
    {"RundownProtection_WaitsForWhoIsInside", rundown_protection},
    {"CacheAwareRundown_WaitsForWhoIsInside", cache_aware_rundown},
    {NULL, NULL},
};
