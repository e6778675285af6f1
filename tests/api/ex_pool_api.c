/* Pool and lookaside lists. */
#include "api.h"

#define RAISED(call, code)                   \
  do {                                       \
    __try {                                  \
      (void)(call);                          \
    } __except (EXCEPTION_EXECUTE_HANDLER) { \
      (code) = GetExceptionCode();           \
    }                                        \
  } while (0)

/* More than any arena has. */
#define TOO_MUCH ((SIZE_T)1 << 45)

static BOOLEAN is_zero(const UCHAR* bytes, SIZE_T count) {
  for (SIZE_T i = 0; i < count; ++i) {
    if (bytes[i] != 0) return FALSE;
  }
  return TRUE;
}

static void pool_of_old(void) {
  PVOID a = ExAllocatePool(NonPagedPool, 100);
  PVOID b = ExAllocatePoolWithTag(PagedPool, 5000, API_TAG);
  PVOID c = ExAllocatePoolWithTagPriority(NonPagedPoolNx, 64, API_TAG, NormalPoolPriority);
  PVOID page = ExAllocatePoolWithTag(NonPagedPoolNx, PAGE_SIZE, API_TAG);
  API_CHECK(a != NULL && b != NULL && c != NULL && page != NULL);
  API_CHECK(((ULONG_PTR)a & 15) == 0);
  API_CHECK(((ULONG_PTR)page & (PAGE_SIZE - 1)) == 0); /* a page or more starts on one */
  API_CHECK((ULONG_PTR)a > MmUserProbeAddress);
  ExFreePool(a);
  ExFreePoolWithTag(b, API_TAG);
  ExFreePoolWithTag(c, 0);
  ExFreePoolWithTag(page, API_TAG);
}

static void pool_at_dispatch(void) {
  KIRQL irql;
  PVOID memory;
  KeRaiseIrql(DISPATCH_LEVEL, &irql);
  memory = ExAllocatePoolWithTag(NonPagedPoolNx, 10, API_TAG);
  API_CHECK(memory != NULL);
  ExFreePoolWithTag(memory, API_TAG);
  KeLowerIrql(irql);
}

static void pool_exhausted(void) {
  NTSTATUS code = STATUS_SUCCESS;
  API_CHECK(ExAllocatePoolWithTag(NonPagedPoolNx, TOO_MUCH, API_TAG) == NULL);
  API_CHECK(ExAllocatePool2(POOL_FLAG_PAGED, TOO_MUCH, API_TAG) == NULL);
  API_CHECK(ExAllocatePoolWithTagPriority(PagedPool, TOO_MUCH, API_TAG, HighPoolPriority) == NULL);
  RAISED(ExAllocatePoolWithTag((POOL_TYPE)(PagedPool | POOL_RAISE_IF_ALLOCATION_FAILURE), TOO_MUCH,
                               API_TAG),
         code);
  API_EQUAL((ULONG)code, (ULONG)STATUS_INSUFFICIENT_RESOURCES);
  code = STATUS_SUCCESS;
  RAISED(ExAllocatePool2(POOL_FLAG_PAGED | POOL_FLAG_RAISE_ON_FAILURE, TOO_MUCH, API_TAG), code);
  API_EQUAL((ULONG)code, (ULONG)STATUS_INSUFFICIENT_RESOURCES);
}

static void pool2(void) {
  NTSTATUS code = STATUS_SUCCESS;
  UCHAR* memory = ExAllocatePool2(POOL_FLAG_NON_PAGED, 777, API_TAG);
  API_REQUIRE(memory != NULL);
  API_CHECK(is_zero(memory, 777));
  memset(memory, 0xff, 777);
  ExFreePoolWithTag(memory, API_TAG);
  memory = ExAllocatePool2(POOL_FLAG_PAGED | POOL_FLAG_USE_QUOTA, 777, API_TAG);
  API_REQUIRE(memory != NULL);
  API_CHECK(is_zero(memory, 777));
  ExFreePool(memory);
  memory = ExAllocatePool2(
      POOL_FLAG_NON_PAGED_EXECUTE | POOL_FLAG_UNINITIALIZED | POOL_FLAG_CACHE_ALIGNED, 64, API_TAG);
  API_REQUIRE(memory != NULL);
  ExFreePoolWithTag(memory, API_TAG);
  /* Exactly one kind, a tag, a length. */
  API_CHECK(ExAllocatePool2(0, 10, API_TAG) == NULL);
  API_CHECK(ExAllocatePool2(POOL_FLAG_PAGED | POOL_FLAG_NON_PAGED, 10, API_TAG) == NULL);
  API_CHECK(ExAllocatePool2(POOL_FLAG_PAGED, 10, 0) == NULL);
  API_CHECK(ExAllocatePool2(POOL_FLAG_PAGED, 0, API_TAG) == NULL);
  RAISED(ExAllocatePool2(POOL_FLAG_RAISE_ON_FAILURE, 10, API_TAG), code);
  API_EQUAL((ULONG)code, (ULONG)STATUS_INVALID_PARAMETER);
}

/* ---------------------------------------------------------------- lookaside lists */
static LONG allocations, frees;

static PVOID NTAPI allocate(POOL_TYPE type, SIZE_T bytes, ULONG tag) {
  ++allocations;
  return ExAllocatePoolWithTag(type, bytes, tag);
}
static VOID NTAPI release(PVOID memory) {
  ++frees;
  ExFreePool(memory);
}
static PVOID NTAPI allocate_ex(POOL_TYPE type, SIZE_T bytes, ULONG tag, PLOOKASIDE_LIST_EX list) {
  API_CHECK(list != NULL);
  ++allocations;
  return ExAllocatePoolWithTag(type, bytes, tag);
}
static VOID NTAPI release_ex(PVOID memory, PLOOKASIDE_LIST_EX list) {
  API_CHECK(list != NULL);
  ++frees;
  ExFreePool(memory);
}

static void nonpaged_lists(void) {
  static NPAGED_LOOKASIDE_LIST list;
  PVOID a;
  PVOID b;
  ExInitializeNPagedLookasideList(&list, NULL, NULL, 0, 200, API_TAG, 0);
  a = ExAllocateFromNPagedLookasideList(&list);
  b = ExAllocateFromNPagedLookasideList(&list);
  API_CHECK(a != NULL && b != NULL && a != b);
  memset(a, 1, 200);
  ExFreeToNPagedLookasideList(&list, a);
  API_CHECK(ExAllocateFromNPagedLookasideList(&list) == a); /* what was freed last */
  ExFreeToNPagedLookasideList(&list, a);
  ExFreeToNPagedLookasideList(&list, b);
  ExDeleteNPagedLookasideList(&list);
  allocations = frees = 0;
  ExInitializeNPagedLookasideList(&list, allocate, release, POOL_NX_ALLOCATION, 64, API_TAG, 0);
  a = ExAllocateFromNPagedLookasideList(&list);
  API_EQUAL(allocations, 1);
  ExFreeToNPagedLookasideList(&list, a);
  ExDeleteNPagedLookasideList(&list);
  API_EQUAL(frees, 1);
}

static void paged_lists(void) {
  static PAGED_LOOKASIDE_LIST list;
  /* The routines, not the macros that are inlined into the driver. */
  PVOID a;
  ExInitializePagedLookasideList(&list, NULL, NULL, 0, 200, API_TAG, 0);
  a = (ExAllocateFromPagedLookasideList)(&list);
  API_CHECK(a != NULL);
  (ExFreeToPagedLookasideList)(&list, a);
  API_CHECK((ExAllocateFromPagedLookasideList)(&list) == a);
  (ExFreeToPagedLookasideList)(&list, a);
  ExDeletePagedLookasideList(&list);
  allocations = frees = 0;
  ExInitializePagedLookasideList(&list, allocate, release, 0, 64, API_TAG, 0);
  a = (ExAllocateFromPagedLookasideList)(&list);
  API_EQUAL(allocations, 1);
  (ExFreeToPagedLookasideList)(&list, a);
  ExDeletePagedLookasideList(&list);
  API_EQUAL(frees, 1);
}

static void lists_ex(void) {
  static LOOKASIDE_LIST_EX list;
  PVOID a;
  API_STATUS(ExInitializeLookasideListEx(&list, NULL, NULL, (POOL_TYPE)0x4000, 0, 64, API_TAG, 0),
             STATUS_INVALID_PARAMETER_4);
  API_STATUS(ExInitializeLookasideListEx(&list, NULL, NULL, PagedPool, 0x80, 64, API_TAG, 0),
             STATUS_INVALID_PARAMETER_5);
  API_STATUS(ExInitializeLookasideListEx(&list, NULL, NULL, PagedPool,
                                         EX_LOOKASIDE_LIST_EX_FLAGS_RAISE_ON_FAIL |
                                             EX_LOOKASIDE_LIST_EX_FLAGS_FAIL_NO_RAISE,
                                         64, API_TAG, 0),
             STATUS_INVALID_PARAMETER_5);
  API_STATUS(ExInitializeLookasideListEx(&list, NULL, NULL, NonPagedPoolNx, 0, 64, API_TAG, 0),
             STATUS_SUCCESS);
  a = ExAllocateFromLookasideListEx(&list);
  API_CHECK(a != NULL);
  ExFreeToLookasideListEx(&list, a);
  ExFlushLookasideListEx(&list);
  ExDeleteLookasideListEx(&list);
  allocations = frees = 0;
  API_STATUS(
      ExInitializeLookasideListEx(&list, allocate_ex, release_ex, PagedPool, 0, 64, API_TAG, 0),
      STATUS_SUCCESS);
  a = ExAllocateFromLookasideListEx(&list);
  API_EQUAL(allocations, 1);
  ExFreeToLookasideListEx(&list, a);
  API_EQUAL(frees, 0);
  ExFlushLookasideListEx(&list);
  API_EQUAL(frees, 1);
  ExDeleteLookasideListEx(&list);
}

const API_TEST ApiTests[] = {
    {"AllocatePool_GivesAlignedSystemMemory", pool_of_old},
    {"NonpagedPool_IsAllocatedAtDispatchLevel", pool_at_dispatch},
    {"AllocatePool_FailsOrRaises_WhenThereIsNoMore", pool_exhausted},
    {"AllocatePool2_ZeroesAndChecksItsFlags", pool2},
    {"NPagedLookasideList_KeepsFreedEntries", nonpaged_lists},
    {"PagedLookasideList_KeepsFreedEntries", paged_lists},
    {"LookasideListEx_ChecksItsParameters", lists_ex},
    {NULL, NULL},
};
