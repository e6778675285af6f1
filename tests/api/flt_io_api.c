/* I/O of the filter's own: opens, reads, writes, information, directories, control codes, callback
 * data of its own, waits. */
#include "flt_common.h"

static OPEN open;
static UCHAR* page; /* aligned for non-cached I/O */
static UCHAR small[512];

static void begin(void) {
  API_REQUIRE(attach_lower());
  page = FltAllocatePoolAlignedWithTag(ApiInstance, NonPagedPoolNx, 4096, API_TAG);
  API_REQUIRE(page != NULL);
  API_EQUAL((ULONG_PTR)page % 512, 0);
  API_STATUS(open_name(ApiInstance, L"io.txt", ALL_FILE_ACCESS, &open), STATUS_SUCCESS);
}

static void opens(void) {
  UNICODE_STRING path = path_of(L"hello.txt");
  OBJECT_ATTRIBUTES attributes;
  IO_STATUS_BLOCK iosb;
  HANDLE handle = NULL;
  PFILE_OBJECT file = NULL;
  OPEN other = {0};
  InitializeObjectAttributes(&attributes, &path, OBJ_KERNEL_HANDLE, NULL, NULL);
  API_STATUS(FltCreateFile(ApiFilter, ApiInstance, &handle, FILE_GENERIC_READ, &attributes, &iosb,
                           NULL, 0, FILE_SHARE_READ, FILE_OPEN, 0, NULL, 0, 0),
             STATUS_SUCCESS);
  API_EQUAL(iosb.Information, FILE_OPENED);
  API_STATUS(FltClose(handle), STATUS_SUCCESS);
  API_STATUS(FltClose((HANDLE)(LONG_PTR)0x7ffffff0), STATUS_INVALID_HANDLE);
  API_STATUS(FltCreateFileEx(ApiFilter, ApiInstance, &handle, &file, FILE_GENERIC_READ, &attributes,
                             &iosb, NULL, 0, FILE_SHARE_READ, FILE_OPEN, 0, NULL, 0, 0),
             STATUS_SUCCESS);
  API_CHECK(file != NULL && (file->Flags & FO_HANDLE_CREATED) != 0);
  ObDereferenceObject(file);
  FltClose(handle);
  API_STATUS(FltCreateFileEx2(ApiFilter, ApiInstance, &handle, NULL, FILE_GENERIC_READ, &attributes,
                              &iosb, NULL, 0, FILE_SHARE_READ, FILE_OPEN, 0, NULL, 0, 0, NULL),
             STATUS_SUCCESS);
  FltClose(handle);
  API_STATUS(open_how(ApiInstance, L"nothing.txt", FILE_GENERIC_READ, FILE_OPEN, 0, NULL, &other),
             STATUS_OBJECT_NAME_NOT_FOUND);
  API_STATUS(open_how(ApiInstance, L"hello.txt", FILE_GENERIC_READ, FILE_CREATE, 0, NULL, &other),
             STATUS_OBJECT_NAME_COLLISION);
  API_STATUS(open_how(ApiInstance, L"hello.txt", FILE_GENERIC_READ, FILE_OPEN, FILE_DIRECTORY_FILE,
                      NULL, &other),
             STATUS_NOT_A_DIRECTORY);
  API_STATUS(open_how(NULL, L"hello.txt", FILE_GENERIC_READ, FILE_OPEN, 0, NULL, &other),
             STATUS_SUCCESS);
  close_open(&other);
}

static void transfers(void) {
  LARGE_INTEGER offset = {.QuadPart = 0};
  ULONG bytes = 0, key = 0;
  API_STATUS(FltWriteFile(ApiInstance, open.file, &offset, 5, "abcde", 0, &bytes, NULL, NULL),
             STATUS_SUCCESS);
  API_EQUAL(bytes, 5);
  API_EQUAL(open.file->CurrentByteOffset.QuadPart, 5);
  API_STATUS(FltReadFile(ApiInstance, open.file, &offset, 5, small,
                         FLTFL_IO_OPERATION_DO_NOT_UPDATE_BYTE_OFFSET, &bytes, NULL, NULL),
             STATUS_SUCCESS);
  API_EQUAL(small[4], 'e');
  API_EQUAL(open.file->CurrentByteOffset.QuadPart, 5);
  API_STATUS(
      FltWriteFileEx(ApiInstance, open.file, NULL, 1, "f", 0, &bytes, NULL, NULL, &key, NULL),
      STATUS_SUCCESS);
  API_EQUAL(open.file->CurrentByteOffset.QuadPart, 6);
  offset.QuadPart = 100;
  API_STATUS(
      FltReadFileEx(ApiInstance, open.file, &offset, 5, small, 0, &bytes, NULL, NULL, &key, NULL),
      STATUS_END_OF_FILE);
  API_EQUAL(bytes, 0);
  offset.QuadPart = 0;
  API_STATUS(FltFlushBuffers(ApiInstance, open.file), STATUS_SUCCESS);
  API_STATUS(FltFlushBuffers2(ApiInstance, open.file, FLT_FLUSH_TYPE_FILE_DATA_ONLY, NULL),
             STATUS_SUCCESS);
  API_STATUS(FltReadFile(ApiInstance, open.file, &offset, 512, page, FLTFL_IO_OPERATION_NON_CACHED,
                         &bytes, NULL, NULL),
             STATUS_SUCCESS);
  API_EQUAL(bytes, 6);
  API_EQUAL(page[5], 'f');
  API_STATUS(FltReadFile(ApiInstance, open.file, &offset, 100, page, FLTFL_IO_OPERATION_NON_CACHED,
                         &bytes, NULL, NULL),
             STATUS_INVALID_PARAMETER);
}

static KEVENT done;
static NTSTATUS done_status;
static VOID NTAPI transferred(PFLT_CALLBACK_DATA data, PFLT_CONTEXT context) {
  done_status = data->IoStatus.Status;
  KeSetEvent((PKEVENT)context, 0, FALSE);
}

static void asynchronous(void) {
  LARGE_INTEGER offset = {.QuadPart = 0};
  KeInitializeEvent(&done, NotificationEvent, FALSE);
  API_STATUS(FltReadFile(ApiInstance, open.file, &offset, 512, page, FLTFL_IO_OPERATION_NON_CACHED,
                         NULL, transferred, &done),
             STATUS_PENDING);
  KeWaitForSingleObject(&done, Executive, KernelMode, FALSE, NULL);
  API_EQUAL((ULONG)done_status, (ULONG)STATUS_SUCCESS);
}

static void information(void) {
  FILE_STANDARD_INFORMATION standard;
  FILE_END_OF_FILE_INFORMATION end = {.EndOfFile = {.QuadPart = 3}};
  FILE_FS_SIZE_INFORMATION size;
  FILE_FS_LABEL_INFORMATION label = {0};
  IO_STATUS_BLOCK iosb;
  UNICODE_STRING path = path_of(L"hello.txt");
  OBJECT_ATTRIBUTES attributes;
  ULONG bytes = 0;
  API_STATUS(
      FltSetInformationFile(ApiInstance, open.file, &end, sizeof(end), FileEndOfFileInformation),
      STATUS_SUCCESS);
  API_STATUS(FltQueryInformationFile(ApiInstance, open.file, &standard, sizeof(standard),
                                     FileStandardInformation, &bytes),
             STATUS_SUCCESS);
  API_EQUAL(standard.EndOfFile.QuadPart, 3);
  API_EQUAL(bytes, sizeof(standard));
  API_STATUS(FltQueryVolumeInformationFile(ApiInstance, open.file, &size, sizeof(size),
                                           FileFsSizeInformation, &bytes),
             STATUS_SUCCESS);
  API_CHECK(size.BytesPerSector >= 512);
  API_CHECK(!NT_SUCCESS(
      FltSetVolumeInformation(ApiInstance, &iosb, &label, sizeof(label), FileFsLabelInformation)));
  InitializeObjectAttributes(&attributes, &path, OBJ_KERNEL_HANDLE, NULL, NULL);
  RtlZeroMemory(&standard, sizeof(standard));
  API_STATUS(FltQueryInformationByName(ApiFilter, ApiInstance, &attributes, &iosb, &standard,
                                       sizeof(standard), FileStandardInformation, NULL),
             STATUS_SUCCESS);
  API_EQUAL(standard.EndOfFile.QuadPart, 14);
  API_STATUS(FltQueryInformationByName(ApiFilter, NULL, &attributes, &iosb, &standard,
                                       sizeof(standard), FileStandardInformation, NULL),
             STATUS_SUCCESS);
}

static void volume_information(void) {
  FILE_FS_SIZE_INFORMATION size;
  IO_STATUS_BLOCK iosb;
  API_STATUS(
      FltQueryVolumeInformation(ApiInstance, &iosb, &size, sizeof(size), FileFsSizeInformation),
      STATUS_SUCCESS);
  API_STATUS(FltQueryVolumeInformation(ApiInstance, &iosb, &size, sizeof(size), 77),
             STATUS_INVALID_INFO_CLASS);
}

static void volumes(void) {
  HANDLE handle = NULL;
  PFILE_OBJECT file = NULL;
  OPEN folder = {0};
  API_STATUS(FltOpenVolume(ApiInstance, &handle, &file), STATUS_SUCCESS);
  API_CHECK(handle != NULL && file != NULL);
  if (file != NULL) ObDereferenceObject(file);
  if (handle != NULL) FltClose(handle);
  API_STATUS(FltCreateSystemVolumeInformationFolder(ApiInstance), STATUS_SUCCESS);
  API_STATUS(open_how(ApiInstance, L"System Volume Information", FILE_LIST_DIRECTORY, FILE_OPEN,
                      FILE_DIRECTORY_FILE, NULL, &folder),
             STATUS_SUCCESS);
  close_open(&folder);
}

/* What this file system does not have. */
static void refused(void) {
  ULONG bytes = 0, tag = 0x00001234;
  IO_STATUS_BLOCK iosb;
  GUID guid = {1, 2, 3, {4}};
  UNICODE_STRING path = path_of(L"pipe");
  UNICODE_STRING relative = RTL_CONSTANT_STRING(L"pipe");
  OBJECT_ATTRIBUTES attributes;
  LARGE_INTEGER timeout = {.QuadPart = -1};
  HANDLE handle = NULL;
  API_STATUS(FltQueryQuotaInformationFile(ApiInstance, open.file, &iosb, small, sizeof(small), TRUE,
                                          NULL, 0, NULL, TRUE, &bytes),
             STATUS_INVALID_DEVICE_REQUEST);
  API_STATUS(FltSetQuotaInformationFile(ApiInstance, open.file, small, 8),
             STATUS_INVALID_DEVICE_REQUEST);
  API_STATUS(FltTagFile(ApiInstance, open.file, tag, NULL, small, 8), STATUS_INVALID_PARAMETER);
  API_STATUS(FltTagFile(ApiInstance, open.file, tag, &guid, small, 8),
             STATUS_INVALID_DEVICE_REQUEST);
  API_STATUS(FltTagFileEx(ApiInstance, open.file, tag, &guid, small, 8, 0, NULL, 0),
             STATUS_INVALID_DEVICE_REQUEST);
  API_STATUS(FltUntagFile(ApiInstance, open.file, tag, &guid), STATUS_INVALID_DEVICE_REQUEST);
  InitializeObjectAttributes(&attributes, &path, OBJ_KERNEL_HANDLE, NULL, NULL);
  API_STATUS(
      FltCreateNamedPipeFile(ApiFilter, ApiInstance, &handle, NULL, FILE_GENERIC_READ, &attributes,
                             &iosb, 0, FILE_CREATE, 0, 0, 0, 0, 1, 0, 0, &timeout, NULL),
      STATUS_INVALID_DEVICE_REQUEST);
  API_STATUS(FltCreateMailslotFile(ApiFilter, ApiInstance, &handle, NULL, FILE_GENERIC_READ,
                                   &attributes, &iosb, 0, 0, 0, &timeout, NULL),
             STATUS_INVALID_DEVICE_REQUEST);
  InitializeObjectAttributes(&attributes, &relative, OBJ_KERNEL_HANDLE, NULL, NULL);
  API_STATUS(
      FltCreateNamedPipeFile(ApiFilter, ApiInstance, &handle, NULL, FILE_GENERIC_READ, &attributes,
                             &iosb, 0, FILE_CREATE, 0, 0, 0, 0, 1, 0, 0, &timeout, NULL),
      STATUS_OBJECT_PATH_SYNTAX_BAD);
  API_STATUS(FltCreateMailslotFile(ApiFilter, ApiInstance, &handle, NULL, FILE_GENERIC_READ,
                                   &attributes, &iosb, 0, 0, 0, &timeout, NULL),
             STATUS_OBJECT_PATH_SYNTAX_BAD);
  API_CHECK(!NT_SUCCESS(
      FltFsControlFile(ApiInstance, open.file, FSCTL_GET_COMPRESSION, NULL, 0, small, 8, &bytes)));
  API_CHECK(!NT_SUCCESS(
      FltDeviceIoControlFile(ApiInstance, open.file, 0x70000, NULL, 0, small, 8, &bytes)));
}

static void zeroing(void) {
  FILE_ZERO_DATA_INFORMATION range = {.FileOffset = {.QuadPart = 0},
                                      .BeyondFinalZero = {.QuadPart = 2}};
  LARGE_INTEGER offset = {.QuadPart = 0};
  ULONG bytes = 0;
  API_STATUS(FltFsControlFile(ApiInstance, open.file, FSCTL_SET_ZERO_DATA, &range, sizeof(range),
                              NULL, 0, &bytes),
             STATUS_SUCCESS);
  API_STATUS(FltReadFile(ApiInstance, open.file, &offset, 3, small, 0, &bytes, NULL, NULL),
             STATUS_SUCCESS);
  API_EQUAL(small[0], 0);
  API_EQUAL(small[2], 'c');
}

/* Directories, EAs and security: whatever the file system answers, it answers here. */
static void asked(void) {
  OPEN dir = {0};
  ULONG bytes = 0;
  UNICODE_STRING all = RTL_CONSTANT_STRING(L"*");
  NTSTATUS status;
  API_STATUS(open_how(ApiInstance, L"dir", FILE_LIST_DIRECTORY | SYNCHRONIZE, FILE_OPEN,
                      FILE_DIRECTORY_FILE | FILE_SYNCHRONOUS_IO_NONALERT, NULL, &dir),
             STATUS_SUCCESS);
  status = FltQueryDirectoryFile(ApiInstance, dir.file, small, sizeof(small), FileNamesInformation,
                                 FALSE, &all, TRUE, &bytes);
  API_CHECK(status == STATUS_SUCCESS || status == STATUS_INVALID_DEVICE_REQUEST);
  API_EQUAL((ULONG)FltQueryDirectoryFileEx(ApiInstance, dir.file, small, sizeof(small),
                                           FileNamesInformation, SL_RESTART_SCAN, &all, &bytes),
            (ULONG)status);
  close_open(&dir);
  status = FltQueryEaFile(ApiInstance, open.file, small, sizeof(small), TRUE, NULL, 0, NULL, TRUE,
                          &bytes);
  API_CHECK(status == STATUS_SUCCESS || status == STATUS_NO_EAS_ON_FILE ||
            status == STATUS_EAS_NOT_SUPPORTED || status == STATUS_INVALID_DEVICE_REQUEST);
  status = FltSetEaFile(ApiInstance, open.file, small, 0);
  API_CHECK(status != STATUS_PENDING);
  status = FltQuerySecurityObject(ApiInstance, open.file, OWNER_SECURITY_INFORMATION, small,
                                  sizeof(small), &bytes);
  API_CHECK(status == STATUS_SUCCESS || status == STATUS_INVALID_DEVICE_REQUEST);
  status = FltSetSecurityObject(ApiInstance, open.file, OWNER_SECURITY_INFORMATION, small);
  API_CHECK(status != STATUS_PENDING);
}

static void own_callback_data(void) {
  PFLT_CALLBACK_DATA data = NULL;
  API_STATUS(FltAllocateCallbackData(ApiInstance, open.file, &data), STATUS_SUCCESS);
  API_REQUIRE(data != NULL);
  data->Iopb->MajorFunction = IRP_MJ_READ;
  data->Iopb->IrpFlags = IRP_READ_OPERATION;
  data->Iopb->Parameters.Read.ReadBuffer = small;
  data->Iopb->Parameters.Read.Length = 3;
  FltPerformSynchronousIo(data);
  API_EQUAL((ULONG)data->IoStatus.Status, (ULONG)STATUS_SUCCESS);
  API_EQUAL(data->IoStatus.Information, 3);
  FltReuseCallbackData(data);
  API_EQUAL(data->Iopb->MajorFunction, 0);
  API_CHECK(data->Iopb->TargetFileObject == open.file);
  data->Iopb->MajorFunction = IRP_MJ_FLUSH_BUFFERS;
  KeInitializeEvent(&done, NotificationEvent, FALSE);
  API_STATUS(FltPerformAsynchronousIo(data, transferred, (PFLT_CONTEXT)&done), STATUS_PENDING);
  KeWaitForSingleObject(&done, Executive, KernelMode, FALSE, NULL);
  API_EQUAL((ULONG)done_status, (ULONG)STATUS_SUCCESS);
  FltFreeCallbackData(data);
  API_STATUS(FltAllocateCallbackDataEx(ApiInstance, open.file,
                                       FLT_ALLOCATE_CALLBACK_DATA_PREALLOCATE_ALL_MEMORY, &data),
             STATUS_SUCCESS);
  FltFreeCallbackData(data);
}

static void mdl_io(void) {
  LARGE_INTEGER offset = {.QuadPart = 0};
  IO_STATUS_BLOCK iosb;
  PMDL mdl = NULL;
  if (FltFastIoMdlRead(ApiInstance, open.file, &offset, 3, 0, &mdl, &iosb)) {
    API_EQUAL((ULONG)iosb.Status, (ULONG)STATUS_SUCCESS);
    API_CHECK(mdl != NULL);
    API_CHECK(FltFastIoMdlReadComplete(ApiInstance, open.file, mdl));
  } else {
    API_CHECK(mdl == NULL);
    API_CHECK(!FltFastIoMdlReadComplete(ApiInstance, open.file, NULL));
  }
  mdl = NULL;
  if (FltFastIoPrepareMdlWrite(ApiInstance, open.file, &offset, 3, 0, &mdl, &iosb)) {
    API_CHECK(mdl != NULL);
    API_CHECK(FltFastIoMdlWriteComplete(ApiInstance, open.file, &offset, mdl));
  } else {
    API_CHECK(mdl == NULL);
    API_CHECK(!FltFastIoMdlWriteComplete(ApiInstance, open.file, &offset, NULL));
  }
}

static void waits(void) {
  KEVENT events[2];
  PVOID objects[2] = {&events[0], &events[1]};
  LARGE_INTEGER now = {.QuadPart = 0};
  KMUTANT mutant;
  (void)mutant;
  KeInitializeEvent(&events[0], NotificationEvent, FALSE);
  KeInitializeEvent(&events[1], NotificationEvent, TRUE);
  API_STATUS(FltCancellableWaitForSingleObject(&events[0], &now, NULL), STATUS_TIMEOUT);
  API_STATUS(FltCancellableWaitForSingleObject(&events[1], &now, NULL), STATUS_SUCCESS);
  API_STATUS(FltCancellableWaitForMultipleObjects(2, objects, WaitAny, &now, NULL, NULL),
             STATUS_WAIT_0 + 1);
  API_STATUS(FltCancellableWaitForMultipleObjects(2, objects, WaitAll, &now, NULL, NULL),
             STATUS_TIMEOUT);
  KeSetEvent(&events[0], 0, FALSE);
  API_STATUS(FltCancellableWaitForMultipleObjects(2, objects, WaitAll, &now, NULL, NULL),
             STATUS_SUCCESS);
}

static void redirection(void) {
  BOOLEAN allowed = FALSE;
  API_STATUS(FltIsIoRedirectionAllowed(ApiInstance, ApiInstance, &allowed), STATUS_SUCCESS);
  API_CHECK(allowed);
  API_STATUS(FltIsIoRedirectionAllowed(ApiInstance, Lower, &allowed), STATUS_NOT_SUPPORTED);
  API_CHECK(!allowed);
  API_STATUS(FltAdjustDeviceStackSizeForIoRedirection(ApiInstance, Lower, &allowed),
             STATUS_SUCCESS);
  API_CHECK(!allowed);
}

static void priorities(void) {
  IO_PRIORITY_INFO before = {0}, now = {0};
  const PETHREAD thread = PsGetCurrentThread();
  now.Size = sizeof(now);
  API_EQUAL(FltGetIoPriorityHintFromFileObject(open.file), IoPriorityNormal);
  API_STATUS(FltSetIoPriorityHintIntoFileObject(open.file, IoPriorityLow), STATUS_SUCCESS);
  API_EQUAL(FltGetIoPriorityHintFromFileObject(open.file), IoPriorityLow);
  API_STATUS(FltSetIoPriorityHintIntoFileObject(open.file, 99), STATUS_INVALID_PARAMETER);
  API_EQUAL(FltGetIoPriorityHintFromThread(thread), IoPriorityNormal);
  API_STATUS(FltSetIoPriorityHintIntoThread(thread, IoPriorityVeryLow), STATUS_SUCCESS);
  API_EQUAL(FltGetIoPriorityHintFromThread(thread), IoPriorityVeryLow);
  API_STATUS(FltSetIoPriorityHintIntoThread(thread, 99), STATUS_INVALID_PARAMETER);
  API_STATUS(FltRetrieveIoPriorityInfo(NULL, open.file, thread, &now), STATUS_SUCCESS);
  API_EQUAL(now.IoPriority, IoPriorityLow);
  API_EQUAL(now.ThreadPriority, KeQueryPriorityThread((PKTHREAD)thread));
  API_STATUS(FltRetrieveIoPriorityInfo(NULL, NULL, NULL, &now), STATUS_SUCCESS);
  API_EQUAL(now.IoPriority, IoPriorityNormal);
  API_EQUAL(now.ThreadPriority, 0xffffffff);
  API_STATUS(FltApplyPriorityInfoThread(&now, &before, thread), STATUS_SUCCESS);
  API_EQUAL(before.IoPriority, IoPriorityVeryLow);
  API_EQUAL(FltGetIoPriorityHintFromThread(thread), IoPriorityNormal);
  now.IoPriority = 99;
  API_STATUS(FltApplyPriorityInfoThread(&now, NULL, thread), STATUS_INVALID_PARAMETER_1);
}

static void end(void) {
  FltFreePoolAlignedWithTag(ApiInstance, page, API_TAG);
  close_open(&open);
  forget_lower();
}

const API_TEST ApiTests[] = {
    {"OwnIo_Begin", begin},
    {"FltCreateFile_OpensBelowTheIssuer", opens},
    {"FltReadFile_AndFltWriteFile_TransferBytes", transfers},
    {"FltReadFile_CallsBack_WhenAsynchronous", asynchronous},
    {"FltQueryInformationFile_AndSet", information},
    {"FltQueryVolumeInformation_NeedsNoFile", volume_information},
    {"FltOpenVolume_OpensTheVolume", volumes},
    {"FileSystem_RefusesWhatItDoesNotHave", refused},
    {"FltFsControlFile_ZeroesARange", zeroing},
    {"FileSystem_AnswersDirectoriesEasAndSecurity", asked},
    {"FltPerformSynchronousIo_AndAsynchronousIo", own_callback_data},
    {"FltFastIoMdl_ReadsAndWrites", mdl_io},
    {"FltCancellableWait_EndsByObjectOrTime", waits},
    {"FltIsIoRedirectionAllowed_OnOneStackOnly", redirection},
    {"IoPriorityHints_AreKept", priorities},
    {"OwnIo_End", end},
    {NULL, NULL},
};
