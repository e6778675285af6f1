/* MDLs, probing, pageable sections, addresses of routines. */
#include "api.h"

static NTSTATUS code;
#define RAISED(call)                         \
  do {                                       \
    code = STATUS_SUCCESS;                   \
    __try {                                  \
      (void)(call);                          \
    } __except (EXCEPTION_EXECUTE_HANDLER) { \
      code = GetExceptionCode();             \
    }                                        \
  } while (0)

static void mdl_of_pool(void) {
  UCHAR* memory = ExAllocatePool2(POOL_FLAG_NON_PAGED, 3 * PAGE_SIZE, API_TAG);
  PMDL mdl;
  PMDL part;
  API_REQUIRE(memory != NULL);
  API_EQUAL(MmSizeOfMdl(memory, 3 * PAGE_SIZE), sizeof(MDL) + 3 * sizeof(PFN_NUMBER));
  API_EQUAL(MmSizeOfMdl(memory + 1, 3 * PAGE_SIZE), sizeof(MDL) + 4 * sizeof(PFN_NUMBER));
  mdl = IoAllocateMdl(memory + 10, 2 * PAGE_SIZE, FALSE, FALSE, NULL);
  API_REQUIRE(mdl != NULL);
  MmBuildMdlForNonPagedPool(mdl);
  API_CHECK(MmGetSystemAddressForMdlSafe(mdl, NormalPagePriority) == memory + 10);
  API_EQUAL(MmGetMdlByteCount(mdl), 2 * PAGE_SIZE);
  part = IoAllocateMdl(memory + 10, 2 * PAGE_SIZE, FALSE, FALSE, NULL);
  IoBuildPartialMdl(mdl, part, memory + 110, 50);
  API_CHECK(MmGetSystemAddressForMdlSafe(part, NormalPagePriority) == memory + 110);
  IoFreeMdl(part);
  API_STATUS(MmAdvanceMdl(mdl, PAGE_SIZE), STATUS_SUCCESS);
  API_EQUAL(MmGetMdlByteCount(mdl), PAGE_SIZE);
  API_EQUAL(MmGetMdlByteOffset(mdl), 10);
  API_CHECK(MmGetSystemAddressForMdlSafe(mdl, NormalPagePriority) == memory + PAGE_SIZE + 10);
  API_STATUS(MmAdvanceMdl(mdl, 2 * PAGE_SIZE), STATUS_INVALID_PARAMETER_2);
  IoFreeMdl(mdl);
  mdl = MmCreateMdl(NULL, memory, 100);
  API_REQUIRE(mdl != NULL);
  API_EQUAL(MmGetMdlByteCount(mdl), 100);
  IoFreeMdl(mdl);
  ExFreePoolWithTag(memory, API_TAG);
}

static void locked_pages(void) {
  UCHAR* memory = ExAllocatePool2(POOL_FLAG_PAGED, 2 * PAGE_SIZE, API_TAG);
  PMDL mdl = IoAllocateMdl(memory, 2 * PAGE_SIZE, FALSE, FALSE, NULL);
  UCHAR* mapped;
  API_REQUIRE(memory != NULL && mdl != NULL);
  MmProbeAndLockPages(mdl, KernelMode, IoWriteAccess);
  API_CHECK((mdl->MdlFlags & MDL_PAGES_LOCKED) != 0);
  mapped = MmMapLockedPagesSpecifyCache(mdl, KernelMode, MmCached, NULL, FALSE, NormalPagePriority);
  API_REQUIRE(mapped != NULL);
  mapped[PAGE_SIZE] = 0x5a;
  API_EQUAL(memory[PAGE_SIZE], 0x5a);
  MmUnmapLockedPages(mapped, mdl);
  mapped = (MmMapLockedPages)(mdl, KernelMode);
  API_EQUAL(mapped[PAGE_SIZE], 0x5a);
  MmUnmapLockedPages(mapped, mdl);
  RAISED(MmMapLockedPagesSpecifyCache(mdl, UserMode, MmCached, NULL, FALSE, NormalPagePriority));
  API_EQUAL((ULONG)code, (ULONG)STATUS_INSUFFICIENT_RESOURCES); /* no process to map it into */
  MmUnlockPages(mdl);
  MmProbeAndLockProcessPages(mdl, PsInitialSystemProcess, KernelMode, IoReadAccess);
  MmUnlockPages(mdl);
  RAISED(MmProbeAndLockPages(mdl, UserMode, IoReadAccess));
  API_EQUAL((ULONG)code, (ULONG)STATUS_ACCESS_VIOLATION); /* a system address */
  IoFreeMdl(mdl);
  ExFreePoolWithTag(memory, API_TAG);
}

static void own_pages(void) {
  PHYSICAL_ADDRESS low = {.QuadPart = 0};
  PHYSICAL_ADDRESS high = {.QuadPart = MAXLONGLONG};
  PMDL mdl = MmAllocatePagesForMdl(low, high, low, 2 * PAGE_SIZE);
  UCHAR* mapped;
  API_REQUIRE(mdl != NULL);
  API_EQUAL(MmGetMdlByteCount(mdl), 2 * PAGE_SIZE);
  API_STATUS(MmProtectMdlSystemAddress(mdl, PAGE_READONLY), STATUS_NOT_MAPPED_VIEW);
  mapped = MmMapLockedPagesSpecifyCache(mdl, KernelMode, MmCached, NULL, FALSE, NormalPagePriority);
  API_REQUIRE(mapped != NULL);
  mapped[0] = 1;
  API_STATUS(MmProtectMdlSystemAddress(mdl, PAGE_READONLY), STATUS_SUCCESS);
  API_EQUAL(mapped[0], 1); /* to write it now would be bugcheck 0xBE */
  API_STATUS(MmProtectMdlSystemAddress(mdl, PAGE_READWRITE), STATUS_SUCCESS);
  API_STATUS(MmProtectMdlSystemAddress(mdl, 0x12345), STATUS_INVALID_PAGE_PROTECTION);
  MmUnmapLockedPages(mapped, mdl);
  MmFreePagesFromMdl(mdl);
  ExFreePool(mdl);
  mdl = MmAllocatePagesForMdlEx(low, high, low, PAGE_SIZE, MmCached, MM_ALLOCATE_FULLY_REQUIRED);
  API_REQUIRE(mdl != NULL);
  MmFreePagesFromMdlEx(mdl, 0);
  ExFreePool(mdl);
}

static void reserved_mappings(void) {
  UCHAR* memory = ExAllocatePool2(POOL_FLAG_NON_PAGED, PAGE_SIZE, API_TAG);
  PMDL mdl = IoAllocateMdl(memory, PAGE_SIZE, FALSE, FALSE, NULL);
  PVOID place = MmAllocateMappingAddress(PAGE_SIZE, API_TAG);
  UCHAR* mapped;
  API_REQUIRE(memory != NULL && mdl != NULL && place != NULL);
  MmProbeAndLockPages(mdl, KernelMode, IoModifyAccess);
  mapped = MmMapLockedPagesWithReservedMapping(place, API_TAG, mdl, MmCached);
  API_REQUIRE(mapped != NULL);
  mapped[1] = 7;
  API_EQUAL(memory[1], 7);
  MmUnmapReservedMapping(place, API_TAG, mdl);
  MmUnlockPages(mdl);
  MmFreeMappingAddress(place, API_TAG);
  IoFreeMdl(mdl);
  place = MmAllocateMappingAddressEx(16, API_TAG, 0);
  mdl = IoAllocateMdl(memory, PAGE_SIZE, FALSE, FALSE, NULL);
  MmProbeAndLockPages(mdl, KernelMode, IoReadAccess);
  API_CHECK(MmMapLockedPagesWithReservedMapping(place, API_TAG, mdl, MmCached) == NULL);
  MmUnlockPages(mdl);
  IoFreeMdl(mdl);
  MmFreeMappingAddress(place, API_TAG);
  ExFreePoolWithTag(memory, API_TAG);
}

static void probes(void) {
  UCHAR* memory = ExAllocatePool2(POOL_FLAG_NON_PAGED, 64, API_TAG);
  PVOID user = NULL;
  SIZE_T size = PAGE_SIZE;
  API_REQUIRE(memory != NULL);
  API_STATUS(ZwAllocateVirtualMemory(NtCurrentProcess(), &user, 0, &size, MEM_COMMIT | MEM_RESERVE,
                                     PAGE_READWRITE),
             STATUS_SUCCESS);
  RAISED(ProbeForRead(user, 8, 4));
  API_EQUAL(code, STATUS_SUCCESS);
  RAISED(ProbeForWrite(user, 8, 4));
  API_EQUAL(code, STATUS_SUCCESS);
  RAISED(ProbeForRead((PUCHAR)user + 1, 8, 4));
  API_EQUAL((ULONG)code, (ULONG)STATUS_DATATYPE_MISALIGNMENT);
  RAISED(ProbeForWrite((PUCHAR)user + 1, 8, 4));
  API_EQUAL((ULONG)code, (ULONG)STATUS_DATATYPE_MISALIGNMENT);
  RAISED(ProbeForRead(memory, 8, 1));
  API_EQUAL((ULONG)code, (ULONG)STATUS_ACCESS_VIOLATION);
  RAISED(ProbeForWrite(memory, 8, 1));
  API_EQUAL((ULONG)code, (ULONG)STATUS_ACCESS_VIOLATION);
  RAISED(ProbeForRead(memory, 0, 1)); /* nothing is probed */
  API_EQUAL(code, STATUS_SUCCESS);
  API_CHECK(MmIsAddressValid(memory));
  API_CHECK(MmIsAddressValid(user));
  API_CHECK(MmIsNonPagedSystemAddressValid(memory));
  API_CHECK(!MmIsNonPagedSystemAddressValid(user));
  API_CHECK((ULONG_PTR)user < MmUserProbeAddress);
  API_CHECK((ULONG_PTR)MmHighestUserAddress < MmUserProbeAddress);
  size = 0;
  API_STATUS(ZwFreeVirtualMemory(NtCurrentProcess(), &user, &size, MEM_RELEASE), STATUS_SUCCESS);
  API_CHECK(!MmIsAddressValid((PVOID)0x10));
  API_CHECK(!MmIsRecursiveIoFault());
  ExFreePoolWithTag(memory, API_TAG);
}

static void copies(void) {
  UCHAR from[32];
  UCHAR to[32];
  MM_COPY_ADDRESS source;
  SIZE_T copied = 0;
  for (ULONG i = 0; i < 32; ++i) from[i] = (UCHAR)i;
  source.VirtualAddress = from;
  API_STATUS(MmCopyMemory(to, source, 32, MM_COPY_MEMORY_VIRTUAL, &copied), STATUS_SUCCESS);
  API_EQUAL(copied, 32);
  API_EQUAL(RtlCompareMemory(from, to, 32), 32);
  API_STATUS(MmCopyMemory(to, source, 32, 0, &copied), STATUS_INVALID_PARAMETER);
  RtlZeroMemory(to, 32);
  API_STATUS(MmCopyVirtualMemory(PsInitialSystemProcess, from, PsInitialSystemProcess, to, 32,
                                 KernelMode, &copied),
             STATUS_SUCCESS);
  API_EQUAL(copied, 32);
  API_EQUAL(RtlCompareMemory(from, to, 32), 32);
  API_STATUS(MmCopyVirtualMemory(PsInitialSystemProcess, from, PsInitialSystemProcess, to, 32,
                                 UserMode, &copied),
             STATUS_ACCESS_VIOLATION);
  API_STATUS(MmCopyVirtualMemory(PsInitialSystemProcess, (PVOID)0x10000, PsInitialSystemProcess, to,
                                 32, KernelMode, &copied),
             STATUS_PARTIAL_COPY);
  API_EQUAL(copied, 0);
}

static ULONG pageable_routine(void);
#pragma alloc_text(PAGE, pageable_routine)
static ULONG pageable_routine(void) {
  return 42;
}

static void pageable_sections(void) {
  PVOID section = MmLockPagableDataSection((PVOID)(ULONG_PTR)pageable_routine);
  KIRQL irql;
  API_REQUIRE(section != NULL);
  KeRaiseIrql(DISPATCH_LEVEL, &irql);
  API_EQUAL(pageable_routine(), 42); /* locked: may run here */
  KeLowerIrql(irql);
  MmLockPagableSectionByHandle(section);
  MmUnlockPagableImageSection(section);
  MmUnlockPagableImageSection(section);
  API_CHECK(MmPageEntireDriver((PVOID)(ULONG_PTR)pageable_routine) == ApiDriver->DriverStart);
  MmResetDriverPaging((PVOID)(ULONG_PTR)pageable_routine);
}

static ULONG protected_value __attribute__((section("GUARDED"))) = 11;

static void protected_sections(void) {
  API_STATUS(MmProtectDriverSection(&protected_value, 1, 0), STATUS_INVALID_PARAMETER);
  API_STATUS(MmProtectDriverSection(&protected_value, 0, 0x80), STATUS_INVALID_PARAMETER);
  API_STATUS(MmProtectDriverSection((PVOID)(ULONG_PTR)protected_sections, 0, 0),
             STATUS_INVALID_PAGE_PROTECTION);
  API_STATUS(MmProtectDriverSection(&protected_value, 0, MM_PROTECT_DRIVER_SECTION_ALLOW_UNLOAD),
             STATUS_SUCCESS);
  API_STATUS(MmProtectDriverSection(&protected_value, 0, MM_PROTECT_DRIVER_SECTION_ALLOW_UNLOAD),
             STATUS_ALREADY_COMMITTED);
  API_EQUAL(*(volatile ULONG*)&protected_value, 11); /* to write it would be bugcheck 0xBE */
}

static void routine_addresses(void) {
  UNICODE_STRING name = RTL_CONSTANT_STRING(L"KeSetEvent");
  UNICODE_STRING missing = RTL_CONSTANT_STRING(L"KeNoSuchRoutine");
  UNICODE_STRING kernel = RTL_CONSTANT_STRING(L"ntoskrnl.exe");
  UNICODE_STRING manager = RTL_CONSTANT_STRING(L"FLTMGR.SYS");
  LONG(NTAPI * set_event)(PRKEVENT, KPRIORITY, BOOLEAN);
  KEVENT event;
  set_event =
      (LONG(NTAPI*)(PRKEVENT, KPRIORITY, BOOLEAN))(ULONG_PTR)MmGetSystemRoutineAddress(&name);
  API_REQUIRE(set_event != NULL);
  KeInitializeEvent(&event, NotificationEvent, FALSE);
  set_event(&event, 0, FALSE);
  API_EQUAL(KeReadStateEvent(&event), 1);
  API_CHECK(MmGetSystemRoutineAddress(&missing) == NULL);
  API_CHECK(MmGetSystemRoutineAddressEx(&kernel, "KeSetEvent") == (PVOID)(ULONG_PTR)set_event);
  API_CHECK(MmGetSystemRoutineAddressEx(&manager, "FltSendMessage") != NULL);
  API_CHECK(MmGetSystemRoutineAddressEx(&manager, "KeSetEvent") == NULL);
}

const API_TEST ApiTests[] = {
    {"MdlOfPool_IsBuiltAdvancedAndPartial", mdl_of_pool},
    {"LockedPages_AreMapped", locked_pages},
    {"OwnPages_AreProtected", own_pages},
    {"ReservedMapping_TakesAnMdlThatFits", reserved_mappings},
    {"Probes_RaiseForBadAddresses", probes},
    {"CopyMemory_SaysHowMuchItCopied", copies},
    {"PageableSection_IsLockedAndPaged", pageable_sections},
    {"ProtectedSection_IsProtectedOnce", protected_sections},
    {"RoutineAddresses_AreFoundByName", routine_addresses},
    {NULL, NULL},
};
