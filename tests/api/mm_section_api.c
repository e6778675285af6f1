/* Section objects, views, and the virtual memory of a process. */
#include "api.h"

static volatile LONG acquires;
static BOOLEAN refuse;

static FLT_PREOP_CALLBACK_STATUS NTAPI pre_acquire(PFLT_CALLBACK_DATA data,
                                                   PCFLT_RELATED_OBJECTS objects, PVOID* context) {
  (void)objects;
  (void)context;
  InterlockedIncrement(&acquires);
  if (!refuse) return FLT_PREOP_SUCCESS_NO_CALLBACK;
  data->IoStatus.Status = STATUS_FILE_LOCK_CONFLICT;
  return FLT_PREOP_COMPLETE;
}

static FLT_PREOP_CALLBACK_STATUS NTAPI pre_write(PFLT_CALLBACK_DATA data,
                                                 PCFLT_RELATED_OBJECTS objects, PVOID* context) {
  (void)objects;
  (void)context;
  if (!refuse || !FlagOn(data->Iopb->IrpFlags, IRP_PAGING_IO)) return FLT_PREOP_SUCCESS_NO_CALLBACK;
  data->IoStatus.Status = STATUS_FILE_LOCK_CONFLICT;
  data->IoStatus.Information = 0;
  return FLT_PREOP_COMPLETE;
}

static const FLT_OPERATION_REGISTRATION operations[] = {
    {IRP_MJ_WRITE, 0, pre_write, NULL, NULL},
    {IRP_MJ_ACQUIRE_FOR_SECTION_SYNCHRONIZATION, 0, pre_acquire, NULL, NULL},
    {IRP_MJ_OPERATION_END, 0, NULL, NULL, NULL},
};

void ApiRegistration(FLT_REGISTRATION* registration) {
  registration->OperationRegistration = operations;
}

static LARGE_INTEGER bytes(LONGLONG count) {
  LARGE_INTEGER size;
  size.QuadPart = count;
  return size;
}

static HANDLE open_file(PCWSTR name, ACCESS_MASK access, ULONG disposition, PFILE_OBJECT* file) {
  WCHAR path[128];
  UNICODE_STRING whole = {0, sizeof(path), path};
  OBJECT_ATTRIBUTES attributes;
  IO_STATUS_BLOCK io;
  HANDLE handle = NULL;
  FltGetVolumeName(ApiVolume, &whole, NULL);
  RtlAppendUnicodeToString(&whole, name);
  InitializeObjectAttributes(&attributes, &whole, OBJ_KERNEL_HANDLE | OBJ_CASE_INSENSITIVE, NULL,
                             NULL);
  API_STATUS(
      FltCreateFileEx(ApiFilter, NULL, &handle, file, access | SYNCHRONIZE, &attributes, &io, NULL,
                      FILE_ATTRIBUTE_NORMAL, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE,
                      disposition, FILE_SYNCHRONOUS_IO_NONALERT, NULL, 0, 0),
      STATUS_SUCCESS);
  return handle;
}

static void close_file(HANDLE handle, PFILE_OBJECT file) {
  if (file != NULL) ObDereferenceObject(file);
  if (handle != NULL) FltClose(handle);
}

/* ---------------------------------------------------------------- of the paging file */
static void paging_file_sections(void) {
  UNICODE_STRING name = RTL_CONSTANT_STRING(L"\\BaseNamedObjects\\ApiSection");
  OBJECT_ATTRIBUTES attributes;
  LARGE_INTEGER size = bytes(3 * PAGE_SIZE - 5);
  HANDLE section = NULL;
  HANDLE again = NULL;
  PVOID object = NULL;
  UCHAR* first = NULL;
  UCHAR* second = NULL;
  UCHAR* system = NULL;
  SIZE_T view = 0;
  SECTION_BASIC_INFORMATION information;
  SIZE_T length = 0;
  InitializeObjectAttributes(&attributes, &name, OBJ_KERNEL_HANDLE, NULL, NULL);
  API_STATUS(ZwCreateSection(&section, SECTION_ALL_ACCESS, &attributes, &size, PAGE_READWRITE,
                             SEC_COMMIT, NULL),
             STATUS_SUCCESS);
  API_STATUS(ZwOpenSection(&again, SECTION_ALL_ACCESS, &attributes), STATUS_SUCCESS);
  API_STATUS(ZwCreateSection(&again, SECTION_ALL_ACCESS, &attributes, &size, PAGE_READWRITE,
                             SEC_COMMIT, NULL),
             STATUS_OBJECT_NAME_COLLISION);
  API_STATUS(ObReferenceObjectByHandle(section, 0, *MmSectionObjectType, KernelMode, &object, NULL),
             STATUS_SUCCESS);
  API_STATUS(
      ZwQuerySection(section, SectionBasicInformation, &information, sizeof(information), &length),
      STATUS_SUCCESS);
  API_EQUAL(length, sizeof(information));
  API_EQUAL(information.MaximumSize.QuadPart, 3 * PAGE_SIZE);
  API_EQUAL(information.AllocationAttributes, SEC_COMMIT);
  API_STATUS(ZwQuerySection(section, SectionBasicInformation, &information, 4, NULL),
             STATUS_INFO_LENGTH_MISMATCH);
  API_STATUS(ZwQuerySection(section, MaxSectionInfoClass, &information, sizeof(information), NULL),
             STATUS_INVALID_INFO_CLASS);
  API_STATUS(ZwMapViewOfSection(section, NtCurrentProcess(), (PVOID*)&first, 0, 0, NULL, &view,
                                ViewUnmap, 0, PAGE_READWRITE),
             STATUS_SUCCESS);
  API_EQUAL(view, 3 * PAGE_SIZE);
  API_CHECK((ULONG_PTR)first < MmUserProbeAddress);
  first[PAGE_SIZE] = 0x33;
  view = 0;
  API_STATUS(ZwMapViewOfSection(again, NtCurrentProcess(), (PVOID*)&second, 0, 0, NULL, &view,
                                ViewUnmap, 0, PAGE_READONLY),
             STATUS_SUCCESS);
  API_EQUAL(second[PAGE_SIZE], 0x33); /* one memory */
  view = 0;
  API_STATUS(MmMapViewInSystemSpace(object, (PVOID*)&system, &view), STATUS_SUCCESS);
  API_EQUAL(view, 3 * PAGE_SIZE);
  API_CHECK((ULONG_PTR)system > MmUserProbeAddress);
  system[PAGE_SIZE + 1] = 0x44;
  API_EQUAL(first[PAGE_SIZE + 1], 0x44);
  API_STATUS(MmUnmapViewInSystemSpace(system), STATUS_SUCCESS);
  API_STATUS(ZwUnmapViewOfSection(NtCurrentProcess(), first), STATUS_SUCCESS);
  API_STATUS(ZwUnmapViewOfSection(NtCurrentProcess(), first), STATUS_NOT_MAPPED_VIEW);
  API_STATUS(MmUnmapViewOfSection(PsGetCurrentProcess(), second), STATUS_SUCCESS);
  ObDereferenceObject(object);
  ZwClose(again);
  ZwClose(section);
  API_STATUS(ZwOpenSection(&again, SECTION_ALL_ACCESS, &attributes), STATUS_OBJECT_NAME_NOT_FOUND);
}

static void bad_sections(void) {
  LARGE_INTEGER size = bytes(PAGE_SIZE);
  LARGE_INTEGER huge = bytes(MAXLONGLONG);
  HANDLE section = NULL;
  API_STATUS(
      ZwCreateSection(&section, SECTION_ALL_ACCESS, NULL, &size, PAGE_NOACCESS, SEC_COMMIT, NULL),
      STATUS_INVALID_PAGE_PROTECTION);
  API_STATUS(ZwCreateSection(&section, SECTION_ALL_ACCESS, NULL, &size, PAGE_READWRITE, 0, NULL),
             STATUS_INVALID_PARAMETER_6);
  API_STATUS(
      ZwCreateSection(&section, SECTION_ALL_ACCESS, NULL, &huge, PAGE_READWRITE, SEC_COMMIT, NULL),
      STATUS_SECTION_TOO_BIG);
  API_STATUS(
      ZwCreateSection(&section, SECTION_ALL_ACCESS, NULL, &size, PAGE_READONLY, SEC_IMAGE, NULL),
      STATUS_INVALID_FILE_FOR_SECTION);
  API_STATUS(ZwCreateSection(&section, SECTION_ALL_ACCESS, NULL, &size, PAGE_READONLY, SEC_COMMIT,
                             (HANDLE)0x7ffc),
             STATUS_INVALID_HANDLE);
}

static void bad_views(void) {
  LARGE_INTEGER size = bytes(2 * PAGE_SIZE);
  LARGE_INTEGER offset = bytes(1);
  HANDLE section = NULL;
  PVOID base = NULL;
  SIZE_T view = 0;
  API_STATUS(
      ZwCreateSection(&section, SECTION_ALL_ACCESS, NULL, &size, PAGE_READONLY, SEC_COMMIT, NULL),
      STATUS_SUCCESS);
  API_STATUS(ZwMapViewOfSection(section, NtCurrentProcess(), &base, 0, 0, NULL, &view, ViewUnmap, 0,
                                0x12345),
             STATUS_INVALID_PAGE_PROTECTION);
  API_STATUS(ZwMapViewOfSection(section, NtCurrentProcess(), &base, 0, 0, NULL, &view, ViewUnmap, 0,
                                PAGE_READWRITE),
             STATUS_SECTION_PROTECTION);
  API_STATUS(ZwMapViewOfSection(section, NtCurrentProcess(), &base, 0, 0, &offset, &view, ViewUnmap,
                                0, PAGE_READONLY),
             STATUS_MAPPED_ALIGNMENT);
  view = 3 * PAGE_SIZE;
  API_STATUS(ZwMapViewOfSection(section, NtCurrentProcess(), &base, 0, 0, NULL, &view, ViewUnmap, 0,
                                PAGE_READONLY),
             STATUS_INVALID_VIEW_SIZE);
  view = 0;
  base = (PVOID)0x10000;
  API_STATUS(ZwMapViewOfSection(section, NtCurrentProcess(), &base, 0, 0, NULL, &view, ViewUnmap, 0,
                                PAGE_READONLY),
             STATUS_CONFLICTING_ADDRESSES);
  base = NULL;
  API_STATUS(ZwMapViewOfSection(section, (HANDLE)0x7ffc, &base, 0, 0, NULL, &view, ViewUnmap, 0,
                                PAGE_READONLY),
             STATUS_INVALID_HANDLE);
  ZwClose(section);
}

static void copied_views(void) {
  LARGE_INTEGER size = bytes(PAGE_SIZE);
  PVOID object = NULL;
  UCHAR* copy = NULL;
  UCHAR* shared = NULL;
  SIZE_T view = 0;
  API_STATUS(MmCreateSection(&object, SECTION_ALL_ACCESS, NULL, &size, PAGE_READWRITE, SEC_COMMIT,
                             NULL, NULL),
             STATUS_SUCCESS);
  API_STATUS(MmMapViewOfSection(object, PsGetCurrentProcess(), (PVOID*)&shared, 0, 0, NULL, &view,
                                ViewUnmap, 0, PAGE_READWRITE),
             STATUS_SUCCESS);
  view = 0;
  API_STATUS(MmMapViewOfSection(object, PsGetCurrentProcess(), (PVOID*)&copy, 0, 0, NULL, &view,
                                ViewUnmap, 0, PAGE_WRITECOPY),
             STATUS_SUCCESS);
  copy[0] = 9;
  API_EQUAL(shared[0], 0);
  API_STATUS(MmUnmapViewOfSection(PsGetCurrentProcess(), copy), STATUS_SUCCESS);
  API_STATUS(MmUnmapViewOfSection(PsGetCurrentProcess(), shared), STATUS_SUCCESS);
  ObDereferenceObject(object);
}

/* ---------------------------------------------------------------- of a file */
static void file_sections(void) {
  PFILE_OBJECT file = NULL;
  HANDLE handle = open_file(L"\\hello.txt", FILE_READ_DATA, FILE_OPEN, &file);
  LARGE_INTEGER large = bytes(100000);
  HANDLE section = NULL;
  PVOID object = NULL;
  UCHAR* base = NULL;
  SIZE_T view = 0;
  ULONG active = 7;
  API_REQUIRE(handle != NULL);
  API_STATUS(MmIsFileSectionActive(file->SectionObjectPointer, 0, &active), STATUS_SUCCESS);
  API_EQUAL(active, 0);
  API_CHECK(MmForceSectionClosed(file->SectionObjectPointer, FALSE));
  acquires = 0;
  API_STATUS(
      ZwCreateSection(&section, SECTION_MAP_READ, NULL, NULL, PAGE_READONLY, SEC_COMMIT, handle),
      STATUS_SUCCESS);
  API_EQUAL(acquires, 1); /* the filter was asked */
  API_STATUS(ObReferenceObjectByHandle(section, 0, *MmSectionObjectType, KernelMode, &object, NULL),
             STATUS_SUCCESS);
  API_STATUS(MmIsFileSectionActive(file->SectionObjectPointer, 0, &active), STATUS_SUCCESS);
  API_EQUAL(active, 1);
  API_CHECK(!MmForceSectionClosed(file->SectionObjectPointer, FALSE));
  API_CHECK(!MmForceSectionClosedEx(file->SectionObjectPointer, 0));
  API_STATUS(MmMapViewInSystemSpace(object, (PVOID*)&base, &view), STATUS_SUCCESS);
  API_EQUAL(view, PAGE_SIZE);
  API_EQUAL(RtlCompareMemory(base, "hello, filter\n", 14), 14);
  API_EQUAL(base[14], 0); /* behind the end of the file */
  {
    LARGE_INTEGER none = bytes(0);
    LARGE_INTEGER whole = bytes(PAGE_SIZE);
    API_CHECK(!MmCanFileBeTruncated(file->SectionObjectPointer, &none));
    API_CHECK(MmCanFileBeTruncated(file->SectionObjectPointer, &whole));
  }
  API_EQUAL(MmDoesFileHaveUserWritableReferences(file->SectionObjectPointer), 0);
  API_CHECK(MmFlushImageSection(file->SectionObjectPointer, MmFlushForDelete));
  API_CHECK(MmFlushImageSection(file->SectionObjectPointer, MmFlushForWrite));
  API_STATUS(MmUnmapViewInSystemSpace(base), STATUS_SUCCESS);
  {
    LARGE_INTEGER none = bytes(0);
    API_CHECK(MmCanFileBeTruncated(file->SectionObjectPointer, &none));
  }
  ObDereferenceObject(object);
  ZwClose(section);
  API_STATUS(
      ZwCreateSection(&section, SECTION_MAP_READ, NULL, &large, PAGE_READONLY, SEC_COMMIT, handle),
      STATUS_SECTION_TOO_BIG);
  refuse = TRUE;
  API_STATUS(
      ZwCreateSection(&section, SECTION_MAP_READ, NULL, NULL, PAGE_READONLY, SEC_COMMIT, handle),
      STATUS_FILE_LOCK_CONFLICT);
  refuse = FALSE;
  API_STATUS(MmIsFileSectionActive(file->SectionObjectPointer, 0, &active), STATUS_SUCCESS);
  API_EQUAL(active, 0);
  close_file(handle, file);
}

static NTSTATUS scan(PFILE_OBJECT file, ULONG protection, ULONG attributes, HANDLE* handle,
                     PVOID* section, PLARGE_INTEGER size) {
  return FsRtlCreateSectionForDataScan(handle, section, size, file, SECTION_MAP_READ, NULL, NULL,
                                       protection, attributes, 0);
}

static void scanned_files(void) {
  PFILE_OBJECT file = NULL;
  HANDLE handle = open_file(L"\\hello.txt", FILE_READ_DATA, FILE_OPEN, &file);
  HANDLE section = NULL;
  PVOID object = NULL;
  UCHAR* base = NULL;
  SIZE_T view = 0;
  LARGE_INTEGER size = bytes(0);
  API_REQUIRE(handle != NULL);
  API_STATUS(FsRtlCreateSectionForDataScan(&section, &object, &size, file, SECTION_MAP_READ, NULL,
                                           NULL, PAGE_READONLY, SEC_COMMIT, 0),
             STATUS_SUCCESS);
  API_EQUAL(size.QuadPart, 14);
  API_STATUS(MmMapViewInSystemSpace(object, (PVOID*)&base, &view), STATUS_SUCCESS);
  API_EQUAL(base[0], 'h');
  MmUnmapViewInSystemSpace(base);
  ObDereferenceObject(object);
  ZwClose(section);
  API_STATUS(scan(file, PAGE_NOACCESS, SEC_COMMIT, &section, &object, NULL),
             STATUS_INVALID_PARAMETER_8);
  API_STATUS(scan(file, PAGE_READONLY, SEC_IMAGE, &section, &object, NULL),
             STATUS_INVALID_PARAMETER_9);
  refuse = TRUE;
  API_STATUS(FsRtlCreateSectionForDataScan(&section, &object, NULL, file, SECTION_MAP_READ, NULL,
                                           NULL, PAGE_READONLY, SEC_COMMIT, 0),
             STATUS_FILE_LOCK_CONFLICT);
  refuse = FALSE;
  close_file(handle, file);
}

static void unscannable_files(void) {
  PFILE_OBJECT file = NULL;
  HANDLE handle = open_file(L"\\dir", FILE_LIST_DIRECTORY, FILE_OPEN, &file);
  HANDLE section = NULL;
  PVOID object = NULL;
  API_STATUS(FsRtlCreateSectionForDataScan(&section, &object, NULL, file, SECTION_MAP_READ, NULL,
                                           NULL, PAGE_READONLY, SEC_COMMIT, 0),
             STATUS_INVALID_FILE_FOR_SECTION);
  close_file(handle, file);
  file = NULL;
  handle = open_file(L"\\section-scan-empty", FILE_READ_DATA | FILE_WRITE_DATA, FILE_CREATE, &file);
  API_STATUS(FsRtlCreateSectionForDataScan(&section, &object, NULL, file, SECTION_MAP_READ, NULL,
                                           NULL, PAGE_READONLY, SEC_COMMIT, 0),
             STATUS_END_OF_FILE);
  close_file(handle, file);
}

static void unmappable_files(void) {
  PFILE_OBJECT file = NULL;
  HANDLE handle = open_file(L"\\dir", FILE_LIST_DIRECTORY, FILE_OPEN, &file);
  HANDLE section = NULL;
  API_STATUS(
      ZwCreateSection(&section, SECTION_MAP_READ, NULL, NULL, PAGE_READONLY, SEC_COMMIT, handle),
      STATUS_INVALID_FILE_FOR_SECTION);
  close_file(handle, file);
  file = NULL;
  handle = open_file(L"\\section-empty", FILE_READ_DATA | FILE_WRITE_DATA, FILE_CREATE, &file);
  API_STATUS(
      ZwCreateSection(&section, SECTION_MAP_READ, NULL, NULL, PAGE_READONLY, SEC_COMMIT, handle),
      STATUS_MAPPED_FILE_SIZE_ZERO);
  close_file(handle, file);
}

static void written_views(void) {
  PFILE_OBJECT file = NULL;
  HANDLE handle =
      open_file(L"\\section-written", FILE_READ_DATA | FILE_WRITE_DATA, FILE_CREATE, &file);
  LARGE_INTEGER size = bytes(PAGE_SIZE + 100);
  LARGE_INTEGER offset = bytes(PAGE_SIZE);
  HANDLE section = NULL;
  UCHAR* base = NULL;
  UCHAR* view_base;
  SIZE_T view = 0;
  SIZE_T flushed;
  IO_STATUS_BLOCK io;
  UCHAR read[16] = {0};
  ULONG done = 0;
  API_REQUIRE(handle != NULL);
  API_STATUS(ZwCreateSection(&section, SECTION_ALL_ACCESS, NULL, &size, PAGE_READWRITE, SEC_COMMIT,
                             handle),
             STATUS_SUCCESS); /* the file grows */
  API_STATUS(ZwMapViewOfSection(section, NtCurrentProcess(), (PVOID*)&base, 0, 0, NULL, &view,
                                ViewUnmap, 0, PAGE_READWRITE),
             STATUS_SUCCESS);
  API_EQUAL(MmDoesFileHaveUserWritableReferences(file->SectionObjectPointer), 1);
  API_CHECK(!MmFlushImageSection(file->SectionObjectPointer, MmFlushForDelete));
  base[PAGE_SIZE + 3] = 'x';
  view_base = base;
  flushed = 0;
  refuse = TRUE;
  API_STATUS(ZwFlushVirtualMemory(NtCurrentProcess(), (PVOID*)&view_base, &flushed, &io),
             STATUS_FILE_LOCK_CONFLICT);
  API_STATUS(io.Status, STATUS_FILE_LOCK_CONFLICT);
  refuse = FALSE;
  view_base = base;
  flushed = 0;
  API_STATUS(ZwFlushVirtualMemory(NtCurrentProcess(), (PVOID*)&view_base, &flushed, &io),
             STATUS_SUCCESS);
  API_CHECK(view_base == base);
  API_EQUAL(flushed, 2 * PAGE_SIZE);
  API_EQUAL(io.Status, STATUS_SUCCESS);
  API_STATUS(FltReadFile(ApiInstance, file, &offset, 16, read, 0, &done, NULL, NULL),
             STATUS_SUCCESS);
  API_EQUAL(read[3], 'x');
  base[PAGE_SIZE + 4] = 'y';
  API_STATUS(ZwUnmapViewOfSection(NtCurrentProcess(), base), STATUS_SUCCESS);
  API_STATUS(FltReadFile(ApiInstance, file, &offset, 16, read, 0, &done, NULL, NULL),
             STATUS_SUCCESS);
  API_EQUAL(read[4], 'y');
  API_EQUAL(MmDoesFileHaveUserWritableReferences(file->SectionObjectPointer), 0);
  ZwClose(section);
  close_file(handle, file);
}

static void bad_flushes(void) {
  PVOID base = (PVOID)0x10000;
  PVOID system = &base;
  SIZE_T size = 0;
  IO_STATUS_BLOCK io;
  API_STATUS(ZwFlushVirtualMemory(NtCurrentProcess(), &base, &size, &io), STATUS_NOT_MAPPED_VIEW);
  API_STATUS(ZwFlushVirtualMemory(NtCurrentProcess(), &system, &size, &io),
             STATUS_INVALID_PARAMETER_2);
  API_STATUS(ZwFlushVirtualMemory((HANDLE)0x7ffc, &base, &size, &io), STATUS_INVALID_HANDLE);
}

static void system_views(void) {
  LARGE_INTEGER size = bytes(0x20000);
  LARGE_INTEGER offset = bytes(0x10000);
  PVOID object = NULL;
  UCHAR* whole = NULL;
  UCHAR* rest = NULL;
  SIZE_T view = 0;
  MmCreateSection(&object, SECTION_ALL_ACCESS, NULL, &size, PAGE_READWRITE, SEC_COMMIT, NULL, NULL);
  API_STATUS(MmMapViewInSystemSpace(object, (PVOID*)&whole, &view), STATUS_SUCCESS);
  view = 0;
  API_STATUS(MmMapViewInSystemSpaceEx(object, (PVOID*)&rest, &view, &offset, 0), STATUS_SUCCESS);
  API_EQUAL(view, 0x10000);
  whole[0x10005] = 5;
  API_EQUAL(rest[5], 5);
  MmUnmapViewInSystemSpace(rest);
  MmUnmapViewInSystemSpace(whole);
  ObDereferenceObject(object);
}

/* ---------------------------------------------------------------- virtual memory */
static NTSTATUS query(PVOID address, MEMORY_BASIC_INFORMATION* information) {
  SIZE_T length = 0;
  return ZwQueryVirtualMemory(NtCurrentProcess(), address, MemoryBasicInformation, information,
                              sizeof(*information), &length);
}

static void virtual_memory(void) {
  PVOID base = NULL;
  PVOID part;
  SIZE_T size = 3 * PAGE_SIZE - 1;
  MEMORY_BASIC_INFORMATION information;
  MEMORY_RANGE_ENTRY range;
  ULONG flags = 0;
  API_STATUS(
      ZwAllocateVirtualMemory(NtCurrentProcess(), &base, 0, &size, MEM_RESERVE, PAGE_READWRITE),
      STATUS_SUCCESS);
  API_EQUAL(size, 3 * PAGE_SIZE);
  API_CHECK(!MmIsAddressValid(base)); /* reserved only */
  API_STATUS(query(base, &information), STATUS_SUCCESS);
  API_EQUAL(information.State, MEM_RESERVE);
  part = (PUCHAR)base + PAGE_SIZE;
  size = 10;
  API_STATUS(
      ZwAllocateVirtualMemory(NtCurrentProcess(), &part, 0, &size, MEM_COMMIT, PAGE_READWRITE),
      STATUS_SUCCESS);
  API_EQUAL(size, PAGE_SIZE);
  *(volatile UCHAR*)part = 1;
  API_STATUS(query(part, &information), STATUS_SUCCESS);
  API_EQUAL(information.State, MEM_COMMIT);
  API_EQUAL(information.RegionSize, PAGE_SIZE);
  API_CHECK(information.AllocationBase == base);
  API_EQUAL(information.Type, MEM_PRIVATE);
  range.VirtualAddress = part;
  range.NumberOfBytes = PAGE_SIZE;
  API_STATUS(ZwSetInformationVirtualMemory(NtCurrentProcess(), VmPrefetchInformation, 1, &range,
                                           &flags, sizeof(flags)),
             STATUS_SUCCESS);
  API_STATUS(ZwSetInformationVirtualMemory(NtCurrentProcess(), VmPagePriorityInformation, 1, &range,
                                           &flags, sizeof(flags)),
             STATUS_INVALID_PARAMETER_2);
  API_STATUS(ZwFreeVirtualMemory(NtCurrentProcess(), &part, &size, MEM_DECOMMIT), STATUS_SUCCESS);
  API_CHECK(!MmIsAddressValid(part));
  size = 0;
  API_STATUS(ZwFreeVirtualMemory(NtCurrentProcess(), &part, &size, MEM_RELEASE),
             STATUS_FREE_VM_NOT_AT_BASE);
  API_STATUS(ZwFreeVirtualMemory((HANDLE)0x7ffc, &base, &size, MEM_RELEASE), STATUS_INVALID_HANDLE);
  API_STATUS(ZwFreeVirtualMemory(NtCurrentThread(), &base, &size, MEM_RELEASE),
             STATUS_OBJECT_TYPE_MISMATCH);
  API_STATUS(ZwFreeVirtualMemory(NtCurrentProcess(), &base, &size, MEM_RELEASE), STATUS_SUCCESS);
  size = 0;
  API_STATUS(ZwFreeVirtualMemory(NtCurrentProcess(), &base, &size, MEM_RELEASE),
             STATUS_MEMORY_NOT_ALLOCATED);
  API_STATUS(query(base, &information), STATUS_SUCCESS);
  API_EQUAL(information.State, MEM_FREE);
}

static void bad_virtual_memory(void) {
  PVOID base = NULL;
  SIZE_T length = 0;
  SIZE_T size = PAGE_SIZE;
  MEMORY_BASIC_INFORMATION information;
  API_STATUS(ZwAllocateVirtualMemory(NtCurrentProcess(), &base, 0, &size, 0, PAGE_READWRITE),
             STATUS_INVALID_PARAMETER_5);
  API_STATUS(ZwAllocateVirtualMemory(NtCurrentProcess(), &base, 0, &size, MEM_COMMIT, 0x12345),
             STATUS_INVALID_PAGE_PROTECTION);
  size = 0;
  API_STATUS(
      ZwAllocateVirtualMemory(NtCurrentProcess(), &base, 0, &size, MEM_COMMIT, PAGE_READWRITE),
      STATUS_INVALID_PARAMETER_4);
  API_STATUS(ZwQueryVirtualMemory(NtCurrentProcess(), NULL, MemoryBasicInformation, &information,
                                  sizeof(information), &length),
             STATUS_SUCCESS);
  API_EQUAL(length, sizeof(information));
  API_STATUS(query(&base, &information), STATUS_INVALID_PARAMETER); /* a system address */
  API_STATUS(
      ZwQueryVirtualMemory(NtCurrentProcess(), NULL, MemoryBasicInformation, &information, 4, NULL),
      STATUS_INFO_LENGTH_MISMATCH);
  API_STATUS(ZwQueryVirtualMemory(NtCurrentProcess(), NULL, MemoryWorkingSetInformation,
                                  &information, sizeof(information), NULL),
             STATUS_INVALID_INFO_CLASS);
}

const API_TEST ApiTests[] = {
    {"PagingFileSection_IsSharedByItsViews", paging_file_sections},
    {"CreateSection_ChecksItsParameters", bad_sections},
    {"MapView_ChecksItsParameters", bad_views},
    {"WriteCopyView_KeepsWhatItWrites", copied_views},
    {"FileSection_ShowsTheFile_AfterTheFilterAgreed", file_sections},
    {"DataScanSection_ShowsTheFile", scanned_files},
    {"DataScanSection_RefusesDirectoriesAndEmptyFiles", unscannable_files},
    {"CreateSection_RefusesDirectoriesAndEmptyFiles", unmappable_files},
    {"WrittenView_ReachesTheFile", written_views},
    {"FlushVirtualMemory_ChecksItsParameters", bad_flushes},
    {"SystemView_MayBeginInTheMiddle", system_views},
    {"VirtualMemory_IsReservedCommittedAndFreed", virtual_memory},
    {"VirtualMemory_ChecksItsParameters", bad_virtual_memory},
    {NULL, NULL},
};
