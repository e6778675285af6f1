/* Byte-range locks that a filter keeps itself, push locks, and change notification. */
#include "flt_common.h"

static PFILE_LOCK locks;
static ULONG completed, unlocked;
static NTSTATUS refuse = STATUS_SUCCESS;
static PVOID lock_context = &completed;

static NTSTATUS NTAPI lock_done(PVOID context, PFLT_CALLBACK_DATA data) {
  ++completed;
  API_CHECK(context == lock_context);
  API_EQUAL(data->Iopb->MajorFunction, IRP_MJ_LOCK_CONTROL);
  return refuse;
}
static VOID NTAPI unlock_done(PVOID context, PFILE_LOCK_INFO info) {
  ++unlocked;
  API_CHECK(context == lock_context);
  API_CHECK(info->Length.QuadPart > 0);
}

/* The filter serves lock requests itself. */
static FLT_PREOP_CALLBACK_STATUS serve(PFLT_CALLBACK_DATA data, PCFLT_RELATED_OBJECTS objects,
                                       PVOID* context) {
  (void)objects;
  (void)context;
  if (data->Iopb->MajorFunction == IRP_MJ_LOCK_CONTROL) {
    return FltProcessFileLock(locks, data, lock_context);
  }
  /* Paging I/O is for the cache, whoever's turn it is. */
  if ((data->Iopb->IrpFlags & IRP_PAGING_IO) != 0) return FLT_PREOP_SUCCESS_NO_CALLBACK;
  if (data->Iopb->MajorFunction == IRP_MJ_READ && !FltCheckLockForReadAccess(locks, data)) {
    data->IoStatus.Status = STATUS_FILE_LOCK_CONFLICT;
    return FLT_PREOP_COMPLETE;
  }
  if (data->Iopb->MajorFunction == IRP_MJ_WRITE && !FltCheckLockForWriteAccess(locks, data)) {
    data->IoStatus.Status = STATUS_FILE_LOCK_CONFLICT;
    return FLT_PREOP_COMPLETE;
  }
  return FLT_PREOP_SUCCESS_NO_CALLBACK;
}

static LARGE_INTEGER length;

static void fill_lock(PFLT_CALLBACK_DATA data, UCHAR minor, LONGLONG start, LONGLONG bytes,
                      ULONG key, BOOLEAN exclusive, BOOLEAN at_once) {
  data->Iopb->MajorFunction = IRP_MJ_LOCK_CONTROL;
  data->Iopb->MinorFunction = minor;
  length.QuadPart = bytes;
  data->Iopb->Parameters.LockControl.Length = &length;
  data->Iopb->Parameters.LockControl.ByteOffset.QuadPart = start;
  data->Iopb->Parameters.LockControl.Key = key;
  data->Iopb->Parameters.LockControl.ProcessId = PsGetCurrentProcess();
  data->Iopb->Parameters.LockControl.ExclusiveLock = exclusive;
  data->Iopb->Parameters.LockControl.FailImmediately = at_once;
}

static NTSTATUS lock_request(PFILE_OBJECT file, UCHAR minor, LONGLONG start, LONGLONG bytes,
                             ULONG key, BOOLEAN exclusive) {
  PFLT_CALLBACK_DATA data = NULL;
  NTSTATUS status = FltAllocateCallbackData(ApiInstance, file, &data);
  if (!NT_SUCCESS(status)) return status;
  fill_lock(data, minor, start, bytes, key, exclusive, TRUE);
  FltPerformSynchronousIo(data);
  status = data->IoStatus.Status;
  FltFreeCallbackData(data);
  return status;
}

static NTSTATUS read_at(PFILE_OBJECT file, LONGLONG start) {
  UCHAR byte;
  LARGE_INTEGER offset;
  ULONG bytes;
  offset.QuadPart = start;
  return FltReadFile(ApiInstance, file, &offset, 1, &byte,
                     FLTFL_IO_OPERATION_DO_NOT_UPDATE_BYTE_OFFSET, &bytes, NULL, NULL);
}
static NTSTATUS write_at(PFILE_OBJECT file, LONGLONG start) {
  UCHAR byte = 'x';
  LARGE_INTEGER offset;
  ULONG bytes;
  offset.QuadPart = start;
  return FltWriteFile(ApiInstance, file, &offset, 1, &byte,
                      FLTFL_IO_OPERATION_DO_NOT_UPDATE_BYTE_OFFSET, &bytes, NULL, NULL);
}

static OPEN mine, theirs;

static void begin(void) {
  API_REQUIRE(attach_lower());
  API_STATUS(open_name(ApiInstance, L"hello.txt", ALL_FILE_ACCESS, &mine), STATUS_SUCCESS);
  API_STATUS(open_name(ApiInstance, L"hello.txt", ALL_FILE_ACCESS, &theirs), STATUS_SUCCESS);
  locks = FltAllocateFileLock(lock_done, unlock_done);
  API_CHECK(locks != NULL);
}

static void exclusive_lock(void) {
  completed = unlocked = 0;
  hook(0xff, serve, NULL);
  API_STATUS(lock_request(mine.file, IRP_MN_LOCK, 0, 4, 0, TRUE), STATUS_SUCCESS);
  API_EQUAL(completed, 1);
  API_CHECK(locks->FastIoIsQuestionable);
  API_STATUS(lock_request(theirs.file, IRP_MN_LOCK, 3, 4, 0, FALSE), STATUS_LOCK_NOT_GRANTED);
  API_STATUS(lock_request(theirs.file, IRP_MN_LOCK, 4, 2, 0, TRUE), STATUS_SUCCESS);
  API_STATUS(lock_request(mine.file, IRP_MN_LOCK, 0, 2, 0, FALSE), STATUS_SUCCESS);
  API_STATUS(read_at(mine.file, 1), STATUS_SUCCESS);
  API_STATUS(read_at(theirs.file, 1), STATUS_FILE_LOCK_CONFLICT);
  API_STATUS(write_at(mine.file, 3), STATUS_SUCCESS);
  API_STATUS(write_at(mine.file, 1), STATUS_FILE_LOCK_CONFLICT); /* its own shared lock */
  API_STATUS(write_at(theirs.file, 3), STATUS_FILE_LOCK_CONFLICT);
  API_STATUS(read_at(theirs.file, 7), STATUS_SUCCESS);
  API_STATUS(lock_request(theirs.file, IRP_MN_UNLOCK_SINGLE, 0, 4, 0, FALSE),
             STATUS_RANGE_NOT_LOCKED);
  API_STATUS(lock_request(mine.file, IRP_MN_UNLOCK_SINGLE, 0, 4, 0, FALSE), STATUS_SUCCESS);
  API_EQUAL(unlocked, 1);
  API_STATUS(lock_request(mine.file, IRP_MN_UNLOCK_ALL, 0, 0, 0, FALSE), STATUS_SUCCESS);
  API_STATUS(lock_request(theirs.file, IRP_MN_UNLOCK_ALL, 0, 0, 0, FALSE), STATUS_SUCCESS);
  API_EQUAL(unlocked, 3);
  API_STATUS(read_at(theirs.file, 1), STATUS_SUCCESS);
  unhook();
}

static void keys_and_ranges(void) {
  hook(0xff, serve, NULL);
  unlocked = 0;
  API_STATUS(lock_request(mine.file, IRP_MN_LOCK, 0, 4, 5, FALSE), STATUS_SUCCESS);
  API_STATUS(lock_request(mine.file, IRP_MN_LOCK, 0, 4, 6, FALSE), STATUS_SUCCESS);
  API_STATUS(lock_request(mine.file, IRP_MN_UNLOCK_ALL_BY_KEY, 0, 0, 5, FALSE), STATUS_SUCCESS);
  API_EQUAL(unlocked, 1);
  API_STATUS(lock_request(mine.file, IRP_MN_UNLOCK_SINGLE, 0, 4, 5, FALSE),
             STATUS_RANGE_NOT_LOCKED);
  API_STATUS(lock_request(mine.file, IRP_MN_UNLOCK_SINGLE, 0, 4, 6, FALSE), STATUS_SUCCESS);
  API_STATUS(lock_request(mine.file, IRP_MN_LOCK, -1, 2, 0, FALSE), STATUS_INVALID_LOCK_RANGE);
  API_STATUS(lock_request(mine.file, 0x20, 0, 1, 0, FALSE), STATUS_INVALID_DEVICE_REQUEST);
  /* The filter's word counts: what it refuses is not locked. */
  refuse = STATUS_ACCESS_DENIED;
  API_STATUS(lock_request(mine.file, IRP_MN_LOCK, 0, 4, 0, TRUE), STATUS_ACCESS_DENIED);
  refuse = STATUS_SUCCESS;
  API_STATUS(lock_request(theirs.file, IRP_MN_LOCK, 0, 4, 0, TRUE), STATUS_SUCCESS);
  API_STATUS(lock_request(theirs.file, IRP_MN_UNLOCK_SINGLE, 0, 4, 0, FALSE), STATUS_SUCCESS);
  unhook();
}

static KEVENT waited_event;
static NTSTATUS waited_status;
static VOID NTAPI lock_waited(PFLT_CALLBACK_DATA data, PFLT_CONTEXT context) {
  waited_status = data->IoStatus.Status;
  KeSetEvent((PKEVENT)context, 0, FALSE);
}

static PFLT_CALLBACK_DATA wait_for_lock(LONGLONG start) {
  static LARGE_INTEGER four;
  PFLT_CALLBACK_DATA data = NULL;
  if (!NT_SUCCESS(FltAllocateCallbackData(ApiInstance, theirs.file, &data))) return NULL;
  fill_lock(data, IRP_MN_LOCK, start, 4, 0, TRUE, FALSE);
  four.QuadPart = 4;
  data->Iopb->Parameters.LockControl.Length = &four;
  KeInitializeEvent(&waited_event, NotificationEvent, FALSE);
  waited_status = STATUS_PENDING;
  API_STATUS(FltPerformAsynchronousIo(data, lock_waited, (PFLT_CONTEXT)&waited_event),
             STATUS_PENDING);
  return data;
}

static void waiting_lock(void) {
  PFLT_CALLBACK_DATA data;
  hook(0xff, serve, NULL);
  API_STATUS(lock_request(mine.file, IRP_MN_LOCK, 0, 4, 0, TRUE), STATUS_SUCCESS);
  data = wait_for_lock(0);
  API_REQUIRE(data != NULL);
  API_EQUAL(KeReadStateEvent(&waited_event), 0);
  API_STATUS(lock_request(mine.file, IRP_MN_UNLOCK_SINGLE, 0, 4, 0, FALSE), STATUS_SUCCESS);
  KeWaitForSingleObject(&waited_event, Executive, KernelMode, FALSE, NULL);
  API_EQUAL((ULONG)waited_status, (ULONG)STATUS_SUCCESS);
  FltFreeCallbackData(data);
  /* A wait that is cancelled gets nothing. */
  API_STATUS(lock_request(mine.file, IRP_MN_LOCK, 8, 4, 0, TRUE), STATUS_SUCCESS);
  data = wait_for_lock(8);
  API_REQUIRE(data != NULL);
  API_CHECK(FltCancelIo(data));
  KeWaitForSingleObject(&waited_event, Executive, KernelMode, FALSE, NULL);
  API_EQUAL((ULONG)waited_status, (ULONG)STATUS_CANCELLED);
  FltFreeCallbackData(data);
  /* Who waits for a lock that ends is told so. */
  data = wait_for_lock(8);
  API_REQUIRE(data != NULL);
  FltFreeFileLock(locks);
  locks = NULL;
  KeWaitForSingleObject(&waited_event, Executive, KernelMode, FALSE, NULL);
  API_EQUAL((ULONG)waited_status, (ULONG)STATUS_RANGE_NOT_LOCKED);
  FltFreeCallbackData(data);
  unhook();
}

static void embedded_lock(void) {
  FILE_LOCK lock;
  FltInitializeFileLock(&lock);
  API_CHECK(lock.LockInformation == NULL);
  locks = &lock;
  lock_context = NULL;
  hook(0xff, serve, NULL);
  API_STATUS(lock_request(mine.file, IRP_MN_LOCK, 0, 4, 0, TRUE), STATUS_SUCCESS);
  API_STATUS(read_at(theirs.file, 0), STATUS_FILE_LOCK_CONFLICT);
  unhook();
  FltUninitializeFileLock(&lock);
  API_CHECK(lock.LockInformation == NULL);
  hook(0xff, serve, NULL);
  API_STATUS(read_at(theirs.file, 0), STATUS_SUCCESS);
  unhook();
  locks = NULL;
}

static void end(void) {
  close_open(&mine);
  close_open(&theirs);
  forget_lower();
}

/* ------------------------------------------------------------------ change notification */
static PNOTIFY_SYNC sync_object;
static LIST_ENTRY notify_list;
static STRING watched;

static FLT_PREOP_CALLBACK_STATUS watch(PFLT_CALLBACK_DATA data, PCFLT_RELATED_OBJECTS objects,
                                       PVOID* context) {
  (void)context;
  FltNotifyFilterChangeDirectory(
      sync_object, &notify_list, objects->FileObject->FsContext2, &watched, FALSE, FALSE,
      data->Iopb->Parameters.DirectoryControl.NotifyDirectory.CompletionFilter, data, NULL, NULL,
      NULL);
  return FLT_PREOP_PENDING;
}

static UCHAR notify_buffer[256];

static PFLT_CALLBACK_DATA start_watch(PFILE_OBJECT directory) {
  PFLT_CALLBACK_DATA data = NULL;
  if (!NT_SUCCESS(FltAllocateCallbackData(ApiInstance, directory, &data))) return NULL;
  data->Iopb->MajorFunction = IRP_MJ_DIRECTORY_CONTROL;
  data->Iopb->MinorFunction = IRP_MN_NOTIFY_CHANGE_DIRECTORY;
  data->Iopb->Parameters.DirectoryControl.NotifyDirectory.CompletionFilter =
      FILE_NOTIFY_CHANGE_FILE_NAME;
  data->Iopb->Parameters.DirectoryControl.NotifyDirectory.DirectoryBuffer = notify_buffer;
  data->Iopb->Parameters.DirectoryControl.NotifyDirectory.Length = sizeof(notify_buffer);
  KeInitializeEvent(&waited_event, NotificationEvent, FALSE);
  API_STATUS(FltPerformAsynchronousIo(data, lock_waited, (PFLT_CONTEXT)&waited_event),
             STATUS_PENDING);
  return data;
}

static void notification(void) {
  static WCHAR directory[] = L"\\dir";
  static WCHAR changed[] = L"\\dir\\new";
  STRING target = {sizeof(changed) - 2, sizeof(changed) - 2, (PCHAR)changed};
  const FILE_NOTIFY_INFORMATION* info = (const FILE_NOTIFY_INFORMATION*)notify_buffer;
  PFLT_CALLBACK_DATA data;
  OPEN open = {0};
  watched.Buffer = (PCHAR)directory;
  watched.Length = watched.MaximumLength = sizeof(directory) - 2;
  FsRtlNotifyInitializeSync(&sync_object);
  InitializeListHead(&notify_list);
  API_STATUS(open_how(ApiInstance, L"dir", FILE_LIST_DIRECTORY, FILE_OPEN, FILE_DIRECTORY_FILE,
                      NULL, &open),
             STATUS_SUCCESS);
  hook(IRP_MJ_DIRECTORY_CONTROL, watch, NULL);
  data = start_watch(open.file);
  API_REQUIRE(data != NULL);
  FsRtlNotifyFilterReportChange(sync_object, &notify_list, &target, 10, NULL, NULL,
                                FILE_NOTIFY_CHANGE_FILE_NAME, FILE_ACTION_ADDED, NULL, NULL);
  KeWaitForSingleObject(&waited_event, Executive, KernelMode, FALSE, NULL);
  API_EQUAL((ULONG)waited_status, (ULONG)STATUS_SUCCESS);
  API_EQUAL(info->Action, FILE_ACTION_ADDED);
  API_EQUAL(info->FileNameLength, 6);
  API_EQUAL(info->FileName[0], L'n');
  FltFreeCallbackData(data);
  /* A change while nobody waited: look yourself. */
  FsRtlNotifyFullReportChange(sync_object, &notify_list, &target, 10, NULL, NULL,
                              FILE_NOTIFY_CHANGE_FILE_NAME, FILE_ACTION_REMOVED, NULL);
  data = start_watch(open.file);
  KeWaitForSingleObject(&waited_event, Executive, KernelMode, FALSE, NULL);
  API_EQUAL((ULONG)waited_status, (ULONG)STATUS_NOTIFY_ENUM_DIR);
  FltFreeCallbackData(data);
  /* The directory is closed. */
  data = start_watch(open.file);
  FsRtlNotifyCleanup(sync_object, &notify_list, open.file->FsContext2);
  KeWaitForSingleObject(&waited_event, Executive, KernelMode, FALSE, NULL);
  API_EQUAL((ULONG)waited_status, (ULONG)STATUS_NOTIFY_CLEANUP);
  FltFreeCallbackData(data);
  data = start_watch(open.file);
  FltNotifyFilterChangeDirectory(sync_object, &notify_list, open.file->FsContext2, &watched, FALSE,
                                 FALSE, 0, NULL, NULL, NULL, NULL);
  KeWaitForSingleObject(&waited_event, Executive, KernelMode, FALSE, NULL);
  API_EQUAL((ULONG)waited_status, (ULONG)STATUS_DELETE_PENDING);
  FltFreeCallbackData(data);
  unhook();
  FsRtlNotifyCleanupAll(sync_object, &notify_list);
  FsRtlNotifyUninitializeSync(&sync_object);
  API_CHECK(sync_object == NULL);
  close_open(&open);
}

/* ------------------------------------------------------------------ locks of the driver's data */
static void push_locks(void) {
  static EX_PUSH_LOCK lock;
  FltInitializePushLock(&lock);
  FltAcquirePushLockExclusive(&lock);
  API_CHECK(KeAreApcsDisabled());
  FltReleasePushLock(&lock);
  FltAcquirePushLockShared(&lock);
  FltAcquirePushLockShared(&lock);
  FltReleasePushLock(&lock);
  FltReleasePushLock(&lock);
  FltAcquirePushLockExclusiveEx(&lock, 0);
  FltReleasePushLockEx(&lock, 0);
  FltAcquirePushLockSharedEx(&lock, 0);
  FltReleasePushLockEx(&lock, 0);
  API_CHECK(!KeAreApcsDisabled());
  FltDeletePushLock(&lock);
}

static void resources(void) {
  static ERESOURCE resource;
  API_STATUS(ExInitializeResourceLite(&resource), STATUS_SUCCESS);
  FltAcquireResourceExclusive(&resource);
  API_CHECK(ExIsResourceAcquiredExclusiveLite(&resource));
  API_CHECK(KeAreApcsDisabled());
  FltReleaseResource(&resource);
  FltAcquireResourceShared(&resource);
  API_CHECK(ExIsResourceAcquiredSharedLite(&resource) != 0);
  API_CHECK(!ExIsResourceAcquiredExclusiveLite(&resource));
  FltReleaseResource(&resource);
  API_CHECK(!KeAreApcsDisabled());
  ExDeleteResourceLite(&resource);
}

static const FLT_OPERATION_REGISTRATION operations[] = {
    {IRP_MJ_LOCK_CONTROL, 0, flt_pre, flt_post, NULL},
    {IRP_MJ_READ, 0, flt_pre, flt_post, NULL},
    {IRP_MJ_WRITE, 0, flt_pre, flt_post, NULL},
    {IRP_MJ_DIRECTORY_CONTROL, 0, flt_pre, flt_post, NULL},
    {IRP_MJ_OPERATION_END, 0, NULL, NULL, NULL},
};
void ApiRegistration(FLT_REGISTRATION* registration) {
  registration->OperationRegistration = operations;
}

const API_TEST ApiTests[] = {
    {"FileLock_IsAllocated", begin},
    {"FileLock_KeepsOthersOut", exclusive_lock},
    {"FileLock_ChecksKeysRangesAndTheFiltersWord", keys_and_ranges},
    {"FileLock_IsGrantedLaterCancelledOrGone", waiting_lock},
    {"FileLock_InTheDriversMemory", embedded_lock},
    {"ChangeNotification_EndsWithAChange", notification},
    {"FileLock_End", end},
    {"FltPushLock_DisablesApcs", push_locks},
    {"FltResource_DisablesApcs", resources},
    {NULL, NULL},
};
