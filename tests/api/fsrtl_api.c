/* FsRtl: names, statuses, contexts, waits, controls by file object; and Cc. */
#include "api.h"

#ifndef FsRtlInitPerFileContext
#define FsRtlInitPerFileContext(Context, Owner, Instance, Free)      \
  ((Context)->OwnerId = (Owner), (Context)->InstanceId = (Instance), \
   (Context)->FreeCallback = (Free))
#define FsRtlInitPerFileObjectContext(Context, Owner, Instance) \
  ((Context)->OwnerId = (Owner), (Context)->InstanceId = (Instance))
#define FsRtlGetPerFileContextPointer(FileObject) \
  (((PFSRTL_ADVANCED_FCB_HEADER)(FileObject)->FsContext)->FileContextSupportPointer)
#endif

#define VOLUME L"\\Device\\HarddiskVolume1"

static UNICODE_STRING string_of(PCWSTR text) {
  UNICODE_STRING string;
  RtlInitUnicodeString(&string, text);
  return string;
}

static BOOLEAN is(const UNICODE_STRING* string, PCWSTR text) {
  UNICODE_STRING wanted = string_of(text);
  return RtlEqualUnicodeString(string, &wanted, FALSE);
}

static NTSTATUS open(PCWSTR name, ACCESS_MASK access, ULONG options, PHANDLE handle,
                     PFILE_OBJECT* file) {
  UNICODE_STRING string = string_of(name);
  OBJECT_ATTRIBUTES attributes;
  IO_STATUS_BLOCK iosb;
  NTSTATUS status;
  InitializeObjectAttributes(&attributes, &string, OBJ_KERNEL_HANDLE, NULL, NULL);
  *handle = NULL;
  *file = NULL;
  status = ZwCreateFile(handle, access | SYNCHRONIZE, &attributes, &iosb, NULL,
                        FILE_ATTRIBUTE_NORMAL, FILE_SHARE_READ | FILE_SHARE_WRITE, FILE_OPEN,
                        options | FILE_SYNCHRONOUS_IO_NONALERT, NULL, 0);
  if (!NT_SUCCESS(status)) return status;
  return ObReferenceObjectByHandle(*handle, 0, *IoFileObjectType, KernelMode, (PVOID*)file, NULL);
}

static void close(HANDLE handle, PFILE_OBJECT file) {
  ObDereferenceObject(file);
  ZwClose(handle);
}

/* ---------------------------------------------------------------- names */
static void dissect(void) {
  UNICODE_STRING first, rest;
  FsRtlDissectName(string_of(L"\\a\\bc\\d"), &first, &rest);
  API_CHECK(is(&first, L"a") && is(&rest, L"bc\\d"));
  FsRtlDissectName(rest, &first, &rest);
  API_CHECK(is(&first, L"bc") && is(&rest, L"d"));
  FsRtlDissectName(rest, &first, &rest);
  API_CHECK(is(&first, L"d") && rest.Length == 0);
  FsRtlDissectName(rest, &first, &rest);
  API_CHECK(first.Length == 0 && rest.Length == 0);
  FsRtlDissectName(string_of(L"\\"), &first, &rest);
  API_CHECK(first.Length == 0 && rest.Length == 0);
}

static void wild_cards(void) {
  static const struct {
    PCWSTR name;
    BOOLEAN wild;
  } rows[] = {{L"plain.txt", FALSE}, {L"*.txt", TRUE}, {L"a?c", TRUE},       {L"a<c", TRUE},
              {L"a>c", TRUE},        {L"a\"c", TRUE},  {L"*\\plain", FALSE}, {L"", FALSE}};
  ULONG i;
  for (i = 0; i < RTL_NUMBER_OF(rows); ++i) {
    UNICODE_STRING name = string_of(rows[i].name);
    API_EQUAL(FsRtlDoesNameContainWildCards(&name), rows[i].wild);
  }
}

static void expressions(void) {
  static const struct {
    PCWSTR expression;
    PCWSTR name;
    BOOLEAN ignore_case;
    BOOLEAN matches;
  } rows[] = {{L"*", L"anything.at.all", FALSE, TRUE},
              {L"*.TXT", L"hello.txt", TRUE, TRUE},
              {L"*.TXT", L"hello.txt", FALSE, FALSE},
              {L"H?LLO", L"hello", TRUE, TRUE},
              {L"H?LLO", L"hllo", TRUE, FALSE},
              {L"<.TXT", L"a.b.txt", TRUE, TRUE},
              {L"<.B", L"a.b.txt", TRUE, FALSE},
              {L"A>>>", L"a", TRUE, TRUE},
              {L"A>>>", L"abcd", TRUE, TRUE},
              {L"A>>>", L"abcde", TRUE, FALSE},
              {L"A\"", L"a", TRUE, TRUE},
              {L"A\"", L"a.", TRUE, TRUE},
              {L"A\"", L"ab", TRUE, FALSE},
              {L"*A*B*C", L"xxaxxbxxc", TRUE, TRUE},
              {L"*A*B*C", L"xxaxxbxxcx", TRUE, FALSE},
              {L"", L"", FALSE, TRUE},
              {L"*", L"", FALSE, FALSE},
              {L"????????.???", L"a.b", TRUE, FALSE},
              {L">>>>>>>>\">>>", L"a.b", TRUE, TRUE},
              {L"EXACT", L"exact", TRUE, TRUE},
              {L"EXACT", L"exactly", TRUE, FALSE}};
  ULONG i;
  for (i = 0; i < RTL_NUMBER_OF(rows); ++i) {
    UNICODE_STRING expression = string_of(rows[i].expression), name = string_of(rows[i].name);
    if (!API_EQUAL(FsRtlIsNameInExpression(&expression, &name, rows[i].ignore_case, NULL),
                   rows[i].matches)) {
      DbgPrint("API wrong row %u: %wZ %wZ\n", i, &expression, &name);
    }
    API_EQUAL(FsRtlIsNameInUnUpcasedExpression(&expression, &name, rows[i].ignore_case, NULL),
              rows[i].matches);
  }
  {
    UNICODE_STRING expression = string_of(L"*.txt"), name = string_of(L"A.TXT");
    API_EQUAL(FsRtlIsNameInUnUpcasedExpression(&expression, &name, TRUE, NULL), TRUE);
    API_EQUAL(FsRtlIsNameInExpression(&expression, &name, TRUE, NULL), FALSE);
    name = string_of(L"*.TXT");
    API_EQUAL(FsRtlAreNamesEqual(&expression, &name, TRUE, NULL), TRUE);
    API_EQUAL(FsRtlAreNamesEqual(&expression, &name, FALSE, NULL), FALSE);
  }
}

static void legal_characters(void) {
  API_CHECK(FsRtlIsAnsiCharacterLegalNtfs('a', FALSE));
  API_CHECK(!FsRtlIsAnsiCharacterLegalNtfs('*', FALSE));
  API_CHECK(FsRtlIsAnsiCharacterLegalNtfs('*', TRUE));
  API_CHECK(!FsRtlIsAnsiCharacterLegalFat('+', FALSE));
  API_CHECK(FsRtlIsAnsiCharacterWild('?'));
  API_CHECK(FsRtlLegalAnsiCharacterArray['\\'] == 0);
}

static void dots(void) {
  static const struct {
    PCWSTR path;
    PCWSTR result; /* NULL: refused */
  } rows[] = {{L"\\dir1\\dir2\\..\\dir3\\.\\file.txt", L"\\dir1\\dir3\\file.txt"},
              {L"a\\..\\b", L"b"},
              {L"\\a\\.", L"\\a"},
              {L"\\a\\..", L"\\"},
              {L"\\..", NULL},
              {L"..", NULL},
              {L"..\\x", NULL},
              {L"\\a..b\\c", L"\\a..b\\c"}};
  ULONG i;
  for (i = 0; i < RTL_NUMBER_OF(rows); ++i) {
    WCHAR path[64];
    USHORT length = 0;
    UNICODE_STRING from = string_of(rows[i].path), result;
    RtlCopyMemory(path, from.Buffer, from.Length);
    if (rows[i].result == NULL) {
      API_STATUS(FsRtlRemoveDotsFromPath(path, from.Length, &length),
                 STATUS_IO_REPARSE_DATA_INVALID);
      continue;
    }
    API_STATUS(FsRtlRemoveDotsFromPath(path, from.Length, &length), STATUS_SUCCESS);
    result.Buffer = path;
    result.Length = result.MaximumLength = length;
    API_CHECK(is(&result, rows[i].result));
  }
}

static void reparse_buffers(void) {
  union {
    REPARSE_DATA_BUFFER buffer;
    UCHAR bytes[64];
  } data = {0};
  PREPARSE_DATA_BUFFER buffer = &data.buffer;
  buffer->ReparseTag = IO_REPARSE_TAG_MOUNT_POINT;
  buffer->ReparseDataLength = 24;
  buffer->MountPointReparseBuffer.SubstituteNameLength = 8;
  buffer->MountPointReparseBuffer.PrintNameOffset = 10;
  API_STATUS(FsRtlValidateReparsePointBuffer(32, buffer), STATUS_SUCCESS);
  API_STATUS(FsRtlValidateReparsePointBuffer(33, buffer), STATUS_IO_REPARSE_DATA_INVALID);
  API_STATUS(FsRtlValidateReparsePointBuffer(4, buffer), STATUS_IO_REPARSE_DATA_INVALID);
  API_STATUS(FsRtlValidateReparsePointBuffer(0x10000, buffer), STATUS_IO_REPARSE_DATA_INVALID);
  buffer->MountPointReparseBuffer.SubstituteNameLength = 80;
  API_STATUS(FsRtlValidateReparsePointBuffer(32, buffer), STATUS_IO_REPARSE_DATA_INVALID);
  buffer->ReparseTag = 1; /* reserved */
  API_STATUS(FsRtlValidateReparsePointBuffer(32, buffer), STATUS_IO_REPARSE_TAG_INVALID);
}

static void statuses(void) {
  API_EQUAL(FsRtlIsNtstatusExpected(STATUS_ACCESS_DENIED), TRUE);
  API_EQUAL(FsRtlIsNtstatusExpected(STATUS_ACCESS_VIOLATION), FALSE);
  API_EQUAL(FsRtlIsNtstatusExpected(STATUS_DATATYPE_MISALIGNMENT), FALSE);
  API_EQUAL(FsRtlIsNtstatusExpected(STATUS_ILLEGAL_INSTRUCTION), FALSE);
  API_EQUAL(FsRtlIsNtstatusExpected(STATUS_INSTRUCTION_MISALIGNMENT), FALSE);
  API_STATUS(FsRtlNormalizeNtstatus(STATUS_ACCESS_DENIED, STATUS_UNSUCCESSFUL),
             STATUS_ACCESS_DENIED);
  API_STATUS(FsRtlNormalizeNtstatus(STATUS_ACCESS_VIOLATION, STATUS_UNSUCCESSFUL),
             STATUS_UNSUCCESSFUL);
}

/* ---------------------------------------------------------------- pool and resources */
static void pool(void) {
  PVOID memory = FsRtlAllocatePoolWithTag(NonPagedPoolNx, 40, API_TAG);
  PERESOURCE resource = FsRtlAllocateResource();
  API_CHECK(memory != NULL);
  ExFreePoolWithTag(memory, API_TAG);
  memory = FsRtlAllocatePoolWithQuotaTag(PagedPool, 40, API_TAG);
  API_CHECK(memory != NULL);
  ExFreePoolWithTag(memory, API_TAG);
  API_REQUIRE(resource != NULL);
  KeEnterCriticalRegion();
  API_EQUAL(ExAcquireResourceExclusiveLite(resource, TRUE), TRUE);
  ExReleaseResourceLite(resource);
  KeLeaveCriticalRegion();
}

/* ---------------------------------------------------------------- waits */
static void waits(void) {
  KEVENT event, other;
  KMUTEX mutex;
  PVOID both[2];
  LARGE_INTEGER now;
  PIRP irp = IoAllocateIrp(1, FALSE);
  IoSetNextIrpStackLocation(irp);
  now.QuadPart = 0;
  KeInitializeEvent(&event, NotificationEvent, FALSE);
  KeInitializeEvent(&other, NotificationEvent, TRUE);
  KeInitializeMutex(&mutex, 0);
  both[0] = &event;
  both[1] = &other;
  API_STATUS(FsRtlCancellableWaitForSingleObject(&event, &now, NULL), STATUS_TIMEOUT);
  API_STATUS(FsRtlCancellableWaitForMultipleObjects(2, both, WaitAny, &now, NULL, irp),
             STATUS_WAIT_0 + 1);
  API_STATUS(FsRtlCancellableWaitForMultipleObjects(2, both, WaitAll, &now, NULL, irp),
             STATUS_TIMEOUT);
  KeSetEvent(&event, IO_NO_INCREMENT, FALSE);
  API_STATUS(FsRtlCancellableWaitForSingleObject(&event, NULL, irp), STATUS_SUCCESS);
  API_CHECK(irp->CancelRoutine == NULL);
  API_STATUS(FsRtlCancellableWaitForMultipleObjects(2, both, WaitAll, NULL, NULL, irp),
             STATUS_WAIT_0);
  IoCancelIrp(irp);
  API_STATUS(FsRtlCancellableWaitForSingleObject(&event, NULL, irp), STATUS_CANCELLED);
  API_STATUS(FsRtlCancellableWaitForMultipleObjects(2, both, WaitAll, NULL, NULL, irp),
             STATUS_CANCELLED);
  IoFreeIrp(irp);
}

static PIRP waiting;
static KEVENT never;
static NTSTATUS ended;
static VOID NTAPI wait_thread(PVOID context) {
  (void)context;
  ended = FsRtlCancellableWaitForSingleObject(&never, NULL, waiting);
  PsTerminateSystemThread(STATUS_SUCCESS);
}

static void cancelled_wait(void) {
  HANDLE handle;
  PVOID thread;
  OBJECT_ATTRIBUTES attributes;
  waiting = IoAllocateIrp(1, FALSE);
  IoSetNextIrpStackLocation(waiting);
  KeInitializeEvent(&never, NotificationEvent, FALSE);
  InitializeObjectAttributes(&attributes, NULL, OBJ_KERNEL_HANDLE, NULL, NULL);
  API_STATUS(
      PsCreateSystemThread(&handle, THREAD_ALL_ACCESS, &attributes, NULL, NULL, wait_thread, NULL),
      STATUS_SUCCESS);
  API_STATUS(
      ObReferenceObjectByHandle(handle, SYNCHRONIZE, *PsThreadType, KernelMode, &thread, NULL),
      STATUS_SUCCESS);
  IoCancelIrp(waiting);
  KeWaitForSingleObject(thread, Executive, KernelMode, FALSE, NULL);
  API_STATUS(ended, STATUS_CANCELLED);
  ObDereferenceObject(thread);
  ZwClose(handle);
  IoFreeIrp(waiting);
}

/* ---------------------------------------------------------------- contexts */
static ULONG freed;
static VOID NTAPI free_context(PVOID buffer) {
  ++freed;
  ExFreePoolWithTag(buffer, API_TAG);
}

static PFSRTL_PER_STREAM_CONTEXT stream_context(PVOID owner, PVOID instance) {
  PFSRTL_PER_STREAM_CONTEXT context =
      ExAllocatePoolWithTag(NonPagedPoolNx, sizeof(*context), API_TAG);
  FsRtlInitPerStreamContext(context, owner, instance, free_context);
  return context;
}

static void contexts(void) {
  HANDLE handle;
  PFILE_OBJECT file;
  PFSRTL_ADVANCED_FCB_HEADER header;
  PFSRTL_PER_STREAM_CONTEXT one, two;
  FSRTL_PER_FILEOBJECT_CONTEXT of_file_object = {0};
  FSRTL_ADVANCED_FCB_HEADER plain = {0};
  static int owner, instance, other;
  API_STATUS(open(VOLUME L"\\hello.txt", FILE_READ_DATA, 0, &handle, &file), STATUS_SUCCESS);
  header = FsRtlGetPerStreamContextPointer(file);
  API_REQUIRE(header != NULL);
  API_CHECK(FsRtlSupportsPerStreamContexts(file));
  one = stream_context(&owner, &instance);
  two = stream_context(&owner, &other);
  API_STATUS(FsRtlInsertPerStreamContext(header, one), STATUS_SUCCESS);
  API_STATUS(FsRtlInsertPerStreamContext(header, two), STATUS_SUCCESS);
  API_CHECK(FsRtlLookupPerStreamContext(header, &owner, &instance) == one);
  API_CHECK(FsRtlLookupPerStreamContext(header, &owner, NULL) == two);
  API_CHECK(FsRtlLookupPerStreamContext(header, &other, NULL) == NULL);
  API_CHECK(FsRtlRemovePerStreamContext(header, &owner, &other) == two);
  API_CHECK(FsRtlRemovePerStreamContext(header, &owner, &other) == NULL);
  ExFreePoolWithTag(two, API_TAG);
  freed = 0;
  FsRtlTeardownPerStreamContexts(header);
  API_EQUAL(freed, 1);
  API_STATUS(FsRtlInsertPerStreamContext(&plain, one), STATUS_INVALID_DEVICE_REQUEST);
  {
    PVOID* pointer = FsRtlGetPerFileContextPointer(file);
    PFSRTL_PER_FILE_CONTEXT context =
        ExAllocatePoolWithTag(NonPagedPoolNx, sizeof(*context), API_TAG);
    FsRtlInitPerFileContext(context, &owner, &instance, free_context);
    API_CHECK(FsRtlSupportsPerFileContexts(file));
    API_STATUS(FsRtlInsertPerFileContext(pointer, context), STATUS_SUCCESS);
    API_CHECK(FsRtlLookupPerFileContext(pointer, &owner, NULL) == context);
    API_CHECK(FsRtlRemovePerFileContext(pointer, &owner, &instance) == context);
    API_STATUS(FsRtlInsertPerFileContext(pointer, context), STATUS_SUCCESS);
    FsRtlTeardownPerFileContexts(pointer);
    API_EQUAL(freed, 2);
    API_STATUS(FsRtlInsertPerFileContext(NULL, context), STATUS_INVALID_DEVICE_REQUEST);
  }
  FsRtlInitPerFileObjectContext(&of_file_object, &owner, &instance);
  API_STATUS(FsRtlInsertPerFileObjectContext(file, &of_file_object), STATUS_SUCCESS);
  API_STATUS(FsRtlInsertPerFileObjectContext(NULL, &of_file_object), STATUS_INVALID_PARAMETER);
  API_CHECK(FsRtlLookupPerFileObjectContext(file, &owner, &instance) == &of_file_object);
  API_CHECK(FsRtlRemovePerFileObjectContext(file, &owner, NULL) == &of_file_object);
  API_CHECK(FsRtlLookupPerFileObjectContext(file, &owner, NULL) == NULL);
  /* Left there, it is given back with the stream. */
  API_STATUS(FsRtlInsertPerStreamContext(header, stream_context(&owner, NULL)), STATUS_SUCCESS);
  close(handle, file);
  API_EQUAL(freed, 3);
}

/* ---------------------------------------------------------------- with a file object */
static void file_objects(void) {
  HANDLE handle, directory;
  PFILE_OBJECT file, folder;
  LARGE_INTEGER size;
  ULONG bytes = 0;
  API_STATUS(open(VOLUME L"\\hello.txt", FILE_READ_DATA | FILE_WRITE_DATA, 0, &handle, &file),
             STATUS_SUCCESS);
  API_STATUS(open(VOLUME L"\\dir", FILE_READ_DATA, FILE_DIRECTORY_FILE, &directory, &folder),
             STATUS_SUCCESS);
  API_STATUS(FsRtlGetFileSize(file, &size), STATUS_SUCCESS);
  API_EQUAL(size.QuadPart, 14);
  API_STATUS(FsRtlGetFileSize(folder, &size), STATUS_FILE_IS_A_DIRECTORY);
  API_EQUAL(FsRtlIsPagingFile(file), FALSE);
  API_EQUAL(FsRtlIsSystemPagingFile(file), FALSE);
  API_EQUAL(FsRtlIs32BitProcess(PsGetCurrentProcess()), FALSE);
  FsRtlAcquireFileExclusive(file);
  API_EQUAL(KeAreApcsDisabled(), TRUE);
  FsRtlReleaseFile(file);
  API_EQUAL(KeAreApcsDisabled(), FALSE);
  {
    FILE_ZERO_DATA_INFORMATION zero = {0};
    zero.BeyondFinalZero.QuadPart = 0;
    API_STATUS(
        FsRtlKernelFsControlFile(file, FSCTL_SET_ZERO_DATA, &zero, sizeof(zero), NULL, 0, &bytes),
        STATUS_SUCCESS);
    API_STATUS(
        FsRtlKernelFsControlFile(NULL, FSCTL_SET_ZERO_DATA, &zero, sizeof(zero), NULL, 0, &bytes),
        STATUS_INVALID_PARAMETER);
  }
  close(directory, folder);
  close(handle, file);
}

static void caches(void) {
  HANDLE handle;
  PFILE_OBJECT file;
  IO_STATUS_BLOCK iosb;
  UCHAR data[4] = "HELL", back[4];
  LARGE_INTEGER offset;
  ULONG pages = 0;
  PDEVICE_OBJECT volume = NULL, disk = NULL;
  offset.QuadPart = 0;
  API_STATUS(open(VOLUME L"\\hello.txt", FILE_READ_DATA | FILE_WRITE_DATA, 0, &handle, &file),
             STATUS_SUCCESS);
  API_STATUS(FltGetDeviceObject(ApiVolume, &volume), STATUS_SUCCESS);
  API_STATUS(IoGetDiskDeviceObject(volume, &disk), STATUS_SUCCESS);
  API_STATUS(ZwWriteFile(handle, NULL, NULL, NULL, &iosb, data, sizeof(data), &offset, NULL),
             STATUS_SUCCESS);
  CcIsThereDirtyDataEx(disk->Vpb, &pages); /* a lazy writer may have been faster */
  CcFlushCache(file->SectionObjectPointer, NULL, 0, &iosb);
  API_STATUS(iosb.Status, STATUS_SUCCESS);
  API_EQUAL(CcIsThereDirtyData(disk->Vpb), FALSE);
  pages = 0;
  API_EQUAL(CcIsThereDirtyDataEx(disk->Vpb, &pages), FALSE);
  API_EQUAL(pages, 0);
  API_EQUAL(CcPurgeCacheSection(file->SectionObjectPointer, NULL, 0, 0), TRUE);
  API_STATUS(ZwWriteFile(handle, NULL, NULL, NULL, &iosb, data, sizeof(data), &offset, NULL),
             STATUS_SUCCESS);
  CcCoherencyFlushAndPurgeCache(file->SectionObjectPointer, &offset, 4, &iosb, 0);
  API_STATUS(iosb.Status, STATUS_SUCCESS);
  API_STATUS(ZwReadFile(handle, NULL, NULL, NULL, &iosb, back, sizeof(back), &offset, NULL),
             STATUS_SUCCESS);
  API_CHECK(RtlEqualMemory(back, data, sizeof(data)));
  ObDereferenceObject(disk);
  ObDereferenceObject(volume);
  close(handle, file);
}

const API_TEST ApiTests[] = {
    {"FsRtlDissectName_TakesOneComponentAtATime", dissect},
    {"FsRtlDoesNameContainWildCards_LooksAtTheLastComponent", wild_cards},
    {"FsRtlIsNameInExpression_KnowsDosWildCards", expressions},
    {"FsRtlLegalAnsiCharacterArray_SaysWhatIsLegal", legal_characters},
    {"FsRtlRemoveDotsFromPath_RefusesToLeaveTheRoot", dots},
    {"FsRtlValidateReparsePointBuffer_ChecksLengthsAndTags", reparse_buffers},
    {"FsRtlNormalizeNtstatus_ReplacesFaults", statuses},
    {"FsRtlAllocate_GivesPoolAndSharedResources", pool},
    {"FsRtlCancellableWait_EndsAsItsObjectsDo", waits},
    {"FsRtlCancellableWait_IsCancelled_WithItsIrp", cancelled_wait},
    {"FsRtlPerContexts_HangOnStreamFileAndFileObject", contexts},
    {"FsRtl_WorksWithAFileObject", file_objects},
    {"Cc_FlushesAndPurges", caches},
    {NULL, NULL},
};
