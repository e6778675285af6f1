/* Images in memory, one-time initialisation, exceptions and frames, from a driver's own code. */
#include <ntimage.h>

#include "api.h"

static PVOID own_base(void) {
  return ApiDriver->DriverStart;
}

static void headers(void) {
  PIMAGE_NT_HEADERS found = NULL;
  PVOID base = own_base(), from_pc = NULL;
  ULONG size = 0;
  UCHAR junk[64] = {'X'};
  API_CHECK(RtlPcToFileHeader((PVOID)headers, &from_pc) == base && from_pc == base);
  API_CHECK(RtlImageNtHeader(base) != NULL);
  API_EQUAL(RtlImageNtHeader(base)->FileHeader.Machine, IMAGE_FILE_MACHINE_AMD64);
  API_STATUS(RtlImageNtHeaderEx(0, base, ApiDriver->DriverSize, &found), STATUS_SUCCESS);
  API_CHECK(found == RtlImageNtHeader(base));
  API_STATUS(RtlImageNtHeaderEx(0, base, 16, &found), STATUS_INVALID_IMAGE_FORMAT);
  API_STATUS(RtlImageNtHeaderEx(0, junk, sizeof(junk), &found), STATUS_INVALID_IMAGE_FORMAT);
  API_STATUS(RtlImageNtHeaderEx(8, base, 16, &found), STATUS_INVALID_PARAMETER);
  API_STATUS(RtlImageNtHeaderEx(0, NULL, 16, &found), STATUS_INVALID_PARAMETER);
  API_CHECK(RtlImageNtHeader(junk) == NULL);
  API_CHECK(RtlImageDirectoryEntryToData(base, TRUE, IMAGE_DIRECTORY_ENTRY_IMPORT, &size) != NULL);
  API_CHECK(size != 0);
  API_CHECK(RtlImageDirectoryEntryToData(base, TRUE, 99, &size) == NULL);
}

/* An image of one page, as a loader would have mapped it: one export, one resource. */
typedef struct {
  IMAGE_DOS_HEADER dos;
  IMAGE_NT_HEADERS64 nt;
  IMAGE_EXPORT_DIRECTORY exports;
  ULONG functions[2], names[1];
  USHORT ordinals[1];
  char name[16], forward[16];
  struct {
    IMAGE_RESOURCE_DIRECTORY type;
    IMAGE_RESOURCE_DIRECTORY_ENTRY type_entry;
    IMAGE_RESOURCE_DIRECTORY name;
    IMAGE_RESOURCE_DIRECTORY_ENTRY name_entry;
    IMAGE_RESOURCE_DIRECTORY language;
    IMAGE_RESOURCE_DIRECTORY_ENTRY language_entry;
    ULONG data[4]; /* an IMAGE_RESOURCE_DATA_ENTRY */
    char text[8];
  } resources;
} FAKE;

#define RVA(member) ((ULONG)FIELD_OFFSET(FAKE, member))
#define IN_RESOURCES(member) (RVA(resources.member) - RVA(resources))

static FAKE* make_image(void) {
  FAKE* fake = ExAllocatePoolZero(PagedPool, PAGE_SIZE, API_TAG);
  fake->dos.e_magic = IMAGE_DOS_SIGNATURE;
  fake->dos.e_lfanew = RVA(nt);
  fake->nt.Signature = IMAGE_NT_SIGNATURE;
  fake->nt.OptionalHeader.Magic = IMAGE_NT_OPTIONAL_HDR64_MAGIC;
  fake->nt.OptionalHeader.NumberOfRvaAndSizes = 16;
  fake->nt.OptionalHeader.DataDirectory[0].VirtualAddress = RVA(exports);
  fake->nt.OptionalHeader.DataDirectory[0].Size = RVA(resources) - RVA(exports);
  fake->nt.OptionalHeader.DataDirectory[2].VirtualAddress = RVA(resources);
  fake->nt.OptionalHeader.DataDirectory[2].Size = sizeof(fake->resources);
  fake->exports.NumberOfFunctions = 2;
  fake->exports.NumberOfNames = 1;
  fake->exports.AddressOfFunctions = RVA(functions);
  fake->exports.AddressOfNames = RVA(names);
  fake->exports.AddressOfNameOrdinals = RVA(ordinals);
  fake->functions[1] = 0xf00;
  fake->names[0] = RVA(name);
  fake->ordinals[0] = 1;
  RtlCopyMemory(fake->name, "TheRoutine", 11);
  fake->resources.type.NumberOfIdEntries = 1;
  fake->resources.type_entry.Name = 16;
  fake->resources.type_entry.OffsetToData = 0x80000000 | IN_RESOURCES(name);
  fake->resources.name.NumberOfIdEntries = 1;
  fake->resources.name_entry.Name = 1;
  fake->resources.name_entry.OffsetToData = 0x80000000 | IN_RESOURCES(language);
  fake->resources.language.NumberOfIdEntries = 1;
  fake->resources.language_entry.Name = 0x409;
  fake->resources.language_entry.OffsetToData = IN_RESOURCES(data);
  fake->resources.data[0] = RVA(resources.text);
  fake->resources.data[1] = 8;
  RtlCopyMemory(fake->resources.text, "version", 8);
  return fake;
}

static void exports_and_resources(void) {
  FAKE* fake = make_image();
  ULONG_PTR path[3] = {16, 1, 0x409};
  PIMAGE_RESOURCE_DATA_ENTRY entry = NULL;
  PVOID data = NULL;
  ULONG length = 0;
  API_CHECK(RtlFindExportedRoutineByName(fake, "TheRoutine") == (PUCHAR)fake + 0xf00);
  API_CHECK(RtlFindExportedRoutineByName(fake, "Other") == NULL);
  fake->functions[1] = RVA(forward);
  API_CHECK(RtlFindExportedRoutineByName(fake, "TheRoutine") == NULL); /* forwarded */
  API_STATUS(LdrFindResource_U(fake, path, 3, &entry), STATUS_SUCCESS);
  API_STATUS(LdrAccessResource(fake, entry, &data, &length), STATUS_SUCCESS);
  API_CHECK(length == 8 && RtlEqualMemory(data, "version", 8));
  path[2] = 0;
  API_STATUS(LdrFindResource_U(fake, path, 3, &entry), STATUS_SUCCESS);
  path[2] = 0x407;
  API_STATUS(LdrFindResource_U(fake, path, 3, &entry), STATUS_RESOURCE_LANG_NOT_FOUND);
  path[1] = 2;
  API_STATUS(LdrFindResource_U(fake, path, 3, &entry), STATUS_RESOURCE_NAME_NOT_FOUND);
  path[0] = 24;
  API_STATUS(LdrFindResource_U(fake, path, 3, &entry), STATUS_RESOURCE_TYPE_NOT_FOUND);
  API_STATUS(LdrFindResource_U(own_base(), path, 3, &entry), STATUS_RESOURCE_DATA_NOT_FOUND);
  ExFreePoolWithTag(fake, API_TAG);
}

static ULONG inits;
static ULONG NTAPI init(PRTL_RUN_ONCE once, PVOID parameter, PVOID* context) {
  UNREFERENCED_PARAMETER(once);
  ++inits;
  if (parameter == NULL) return FALSE;
  *context = parameter;
  return TRUE;
}

static void run_once(void) {
  RTL_RUN_ONCE once;
  PVOID context = NULL;
  RtlRunOnceInitialize(&once);
  API_STATUS(RtlRunOnceBeginInitialize(&once, RTL_RUN_ONCE_CHECK_ONLY, &context),
             STATUS_UNSUCCESSFUL);
  API_STATUS(RtlRunOnceExecuteOnce(&once, init, NULL, &context), STATUS_UNSUCCESSFUL);
  API_STATUS(RtlRunOnceExecuteOnce(&once, init, (PVOID)0x100, &context), STATUS_SUCCESS);
  API_STATUS(RtlRunOnceExecuteOnce(&once, init, (PVOID)0x200, &context), STATUS_SUCCESS);
  API_CHECK(inits == 2 && context == (PVOID)0x100);
  RtlRunOnceInitialize(&once);
  API_STATUS(RtlRunOnceBeginInitialize(&once, 0, &context), STATUS_PENDING);
  API_STATUS(RtlRunOnceComplete(&once, 0, (PVOID)1), STATUS_INVALID_PARAMETER_3);
  API_STATUS(RtlRunOnceComplete(&once, 0, (PVOID)0x300), STATUS_SUCCESS);
  API_STATUS(RtlRunOnceBeginInitialize(&once, 0, &context), STATUS_SUCCESS);
  API_CHECK(context == (PVOID)0x300);
  RtlRunOnceInitialize(&once);
  API_STATUS(RtlRunOnceBeginInitialize(&once, RTL_RUN_ONCE_ASYNC, &context), STATUS_PENDING);
  API_STATUS(RtlRunOnceBeginInitialize(&once, RTL_RUN_ONCE_ASYNC, &context), STATUS_PENDING);
  API_STATUS(RtlRunOnceComplete(&once, RTL_RUN_ONCE_ASYNC, NULL), STATUS_SUCCESS);
  API_STATUS(RtlRunOnceComplete(&once, RTL_RUN_ONCE_ASYNC, NULL), STATUS_UNSUCCESSFUL);
}

static void raise(void) {
  EXCEPTION_RECORD record = {0};
  record.ExceptionCode = STATUS_DATA_ERROR;
  record.NumberParameters = 1;
  record.ExceptionInformation[0] = 77;
  RtlRaiseException(&record);
}

static ULONG_PTR information;
static LONG filter(PEXCEPTION_POINTERS pointers) {
  information = pointers->ExceptionRecord->ExceptionInformation[0];
  return EXCEPTION_EXECUTE_HANDLER;
}

/* The tables of __try are read by __C_specific_handler; leaving a __finally uses _local_unwind. */
static void exceptions(void) {
  volatile ULONG steps = 0;
  __try {
    __try {
      ++steps;
      raise();
      steps = 100;
    } __finally {
      steps += 10;
    }
  } __except (filter(GetExceptionInformation())) {
    API_EQUAL((ULONG)GetExceptionCode(), (ULONG)STATUS_DATA_ERROR);
    steps += 1000;
  }
  API_EQUAL(steps, 1011);
  API_EQUAL(information, 77);
}

static void break_points(void) {
  ULONG caught = 0;
  __try {
    DbgBreakPoint();
  } __except (GetExceptionCode() == STATUS_BREAKPOINT ? EXCEPTION_EXECUTE_HANDLER
                                                      : EXCEPTION_CONTINUE_SEARCH) {
    ++caught;
  }
  __try {
    DbgBreakPointWithStatus(5);
  } __except (EXCEPTION_EXECUTE_HANDLER) {
    API_EQUAL((ULONG)GetExceptionCode(), (ULONG)STATUS_BREAKPOINT);
    ++caught;
  }
  API_EQUAL(caught, 2);
}

static NTSTATUS probe(BOOLEAN write, PVOID address, SIZE_T bytes, ULONG alignment) {
  __try {
    if (write) {
      ProbeForWrite(address, bytes, alignment);
    } else {
      ProbeForRead(address, bytes, alignment);
    }
  } __except (EXCEPTION_EXECUTE_HANDLER) {
    return GetExceptionCode();
  }
  return STATUS_SUCCESS;
}

static void probes(void) {
  for (BOOLEAN write = FALSE; write <= TRUE; ++write) {
    API_STATUS(probe(write, own_base(), 16, 1), STATUS_ACCESS_VIOLATION);
    API_STATUS(probe(write, (PVOID)0x10001, 16, 4), STATUS_DATATYPE_MISALIGNMENT);
    API_STATUS(probe(write, own_base(), 0, 1), STATUS_SUCCESS);
  }
}

static DECLSPEC_NOINLINE ULONG walk(PVOID* frames, PVOID* traced) {
  API_EQUAL(RtlWalkFrameChain(frames, 8, 1), 0);
  API_CHECK(RtlCaptureStackBackTrace(0, 8, traced, NULL) >= 2);
  volatile ULONG count = RtlWalkFrameChain(frames, 8, 0); /* no tail call: this frame stays */
  return count;
}

static void frames(void) {
  PVOID walked[8], traced[8];
  const ULONG count = walk(walked, traced);
  CONTEXT context;
  ULONG64 base = 0;
  API_CHECK(count >= 2);
  API_CHECK(walked[1] == traced[1]);
  API_CHECK((PUCHAR)walked[1] > (PUCHAR)frames && (PUCHAR)walked[1] < (PUCHAR)frames + 0x1000);
  RtlCaptureContext(&context);
  API_CHECK(RtlLookupFunctionEntry(context.Rip, &base, NULL) != NULL);
  API_CHECK(base == (ULONG64)own_base());
}

static void unwinds(void) {
  CONTEXT context;
  ULONG64 base = 0, establisher = 0;
  PVOID data = NULL;
  PRUNTIME_FUNCTION function;
  RtlCaptureContext(&context);
  function = RtlLookupFunctionEntry(context.Rip, &base, NULL);
  API_REQUIRE(function != NULL);
  RtlVirtualUnwind(0, base, context.Rip, function, &context, &data, &establisher, NULL);
  API_CHECK(context.Rip != 0 && context.Rsp > (ULONG64)&base);
  API_CHECK(establisher != 0);
}

static void restores(void) {
  volatile ULONG times = 0;
  CONTEXT context;
  RtlCaptureContext(&context);
  if (++times < 3) {
    RtlRestoreContext(&context, NULL);
    API_CHECK(FALSE);
  }
  API_EQUAL(times, 3);
}

const API_TEST ApiTests[] = {
    {"RtlImageNtHeader_FindsAndChecksHeaders", headers},
    {"RtlFindExportedRoutineByName_AndLdrFindResource_WalkTheImage", exports_and_resources},
    {"RtlRunOnce_RunsOnce_AndAsyncRacesAreTold", run_once},
    {"RtlRaiseException_ReachesTheFilter_AndFinally", exceptions},
    {"DbgBreakPoint_IsAnException_WithoutADebugger", break_points},
    {"Probe_RaisesForSystemAndMisalignedAddresses", probes},
    {"RtlWalkFrameChain_ListsTheDriversFrames", frames},
    {"RtlVirtualUnwind_GoesOneFrameUp", unwinds},
    {"RtlRestoreContext_GoesOnWhereItWasCaptured", restores},
    {NULL, NULL},
};
