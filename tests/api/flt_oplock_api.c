/* Oplocks that a filter keeps for a file: granted, broken, acknowledged. */
#include "flt_common.h"

static const GUID kOplockKey = {
    0x48850596, 0x3050, 0x4be7, {0x98, 0x63, 0xfe, 0xc3, 0x50, 0xce, 0x8d, 0x7f}};
static OPLOCK oplock;
static ULONG open_count;
static ULONG check_flags;
static FLT_PREOP_CALLBACK_STATUS checked;
static NTSTATUS checked_status;
static ULONG before_pending, waits_done;
static BOOLEAN shared_request;
static enum { CHECK, CHECK_EX, TO_NONE, TO_NONE_EX, BREAK_H, CREATE_OPLOCK } how;

static VOID NTAPI prepost(PFLT_CALLBACK_DATA data, PVOID context) {
  (void)data;
  API_CHECK(context == &oplock);
  ++before_pending;
}
static VOID NTAPI wait_done(PFLT_CALLBACK_DATA data, PVOID context) {
  API_CHECK(context == &oplock);
  ++waits_done;
  FltCompletePendedPreOperation(
      data, NT_SUCCESS(data->IoStatus.Status) ? FLT_PREOP_SUCCESS_NO_CALLBACK : FLT_PREOP_COMPLETE,
      NULL);
}

static ULONG in_progress;

static FLT_PREOP_CALLBACK_STATUS check(PFLT_CALLBACK_DATA data) {
  FLT_PREOP_CALLBACK_STATUS result;
  switch (how) {
    case CHECK:
      result = FltCheckOplock(&oplock, data, &oplock, wait_done, prepost);
      break;
    case TO_NONE:
      result = FltOplockBreakToNone(&oplock, data, &oplock, wait_done, prepost);
      break;
    case TO_NONE_EX:
      result = FltOplockBreakToNoneEx(&oplock, data, check_flags, &oplock, wait_done, prepost);
      break;
    case BREAK_H:
      result = FltOplockBreakH(&oplock, data, check_flags, &oplock, wait_done, prepost);
      break;
    default:
      result = FltCheckOplockEx(&oplock, data, check_flags, &oplock, wait_done, prepost);
      break;
  }
  if (result == FLT_PREOP_SUCCESS_WITH_CALLBACK &&
      data->IoStatus.Status == STATUS_OPLOCK_BREAK_IN_PROGRESS) {
    ++in_progress;
  }
  return result;
}

static FLT_PREOP_CALLBACK_STATUS serve(PFLT_CALLBACK_DATA data, PCFLT_RELATED_OBJECTS objects,
                                       PVOID* context) {
  (void)objects;
  (void)context;
  if (data->Iopb->MajorFunction == IRP_MJ_FILE_SYSTEM_CONTROL) {
    shared_request = FltOplockIsSharedRequest(data);
    return how == CHECK ? FltOplockFsctrl(&oplock, data, open_count)
                        : FltOplockFsctrlEx(&oplock, data, open_count, 0);
  }
  if (how == CREATE_OPLOCK && data->Iopb->MajorFunction == IRP_MJ_CREATE) {
    checked = FltOplockFsctrl(&oplock, data, open_count);
    checked_status = data->IoStatus.Status;
    data->IoStatus.Status = STATUS_ACCESS_DENIED;
    return checked;
  }
  checked = check(data);
  checked_status = checked == FLT_PREOP_PENDING ? STATUS_PENDING : data->IoStatus.Status;
  return checked == FLT_PREOP_SUCCESS_WITH_CALLBACK ? FLT_PREOP_SUCCESS_NO_CALLBACK : checked;
}

static OPEN owner, other;

static KEVENT event;
static NTSTATUS ended_status;
static ULONG_PTR ended_information;
static VOID NTAPI ended(PFLT_CALLBACK_DATA data, PFLT_CONTEXT context) {
  ended_status = data->IoStatus.Status;
  ended_information = data->IoStatus.Information;
  KeSetEvent((PKEVENT)context, 0, FALSE);
}

typedef union OPLOCK_BUFFER {
  REQUEST_OPLOCK_INPUT_BUFFER input;
  REQUEST_OPLOCK_OUTPUT_BUFFER output;
} OPLOCK_BUFFER;
static OPLOCK_BUFFER* request_buffer;

static PFLT_CALLBACK_DATA control(PFILE_OBJECT file, ULONG code, OPLOCK_BUFFER* buffer) {
  PFLT_CALLBACK_DATA data = NULL;
  if (!NT_SUCCESS(FltAllocateCallbackData(ApiInstance, file, &data))) return NULL;
  data->Iopb->MajorFunction = IRP_MJ_FILE_SYSTEM_CONTROL;
  data->Iopb->MinorFunction = IRP_MN_USER_FS_REQUEST;
  data->Iopb->Parameters.FileSystemControl.Buffered.FsControlCode = code;
  if (buffer != NULL) {
    data->Iopb->Parameters.FileSystemControl.Buffered.SystemBuffer = buffer;
    data->Iopb->Parameters.FileSystemControl.Buffered.InputBufferLength = sizeof(buffer->input);
    data->Iopb->Parameters.FileSystemControl.Buffered.OutputBufferLength = sizeof(buffer->output);
  }
  return data;
}

/* Sends it; null when it ended at once, with its status in `ended_status`. */
static PFLT_CALLBACK_DATA request(PFILE_OBJECT file, ULONG code, OPLOCK_BUFFER* buffer) {
  PFLT_CALLBACK_DATA data = control(file, code, buffer);
  if (!API_CHECK(data != NULL)) return NULL;
  KeInitializeEvent(&event, NotificationEvent, FALSE);
  ended_status = STATUS_PENDING;
  FltPerformAsynchronousIo(data, ended, (PFLT_CONTEXT)&event);
  if (KeReadStateEvent(&event) == 0) return data;
  FltFreeCallbackData(data);
  return NULL;
}
/* An acknowledgement or a notification: its status, or STATUS_PENDING and the data. */
static NTSTATUS send(PFILE_OBJECT file, ULONG code, OPLOCK_BUFFER* buffer, KEVENT* done,
                     PFLT_CALLBACK_DATA* pending) {
  PFLT_CALLBACK_DATA data = control(file, code, buffer);
  NTSTATUS status = STATUS_PENDING;
  *pending = NULL;
  if (!API_CHECK(data != NULL)) return STATUS_UNSUCCESSFUL;
  KeInitializeEvent(done, NotificationEvent, FALSE);
  FltPerformAsynchronousIo(data, ended, (PFLT_CONTEXT)done);
  if (KeReadStateEvent(done) != 0) {
    status = ended_status;
    FltFreeCallbackData(data);
  } else {
    *pending = data;
  }
  return status;
}

static KEVENT read_event;
static NTSTATUS read_status;
static UCHAR byte[16];
static VOID NTAPI read_ended(PFLT_CALLBACK_DATA data, PFLT_CONTEXT context) {
  read_status = data->IoStatus.Status;
  KeSetEvent((PKEVENT)context, 0, FALSE);
}
static PFLT_CALLBACK_DATA transfer(PFILE_OBJECT file, UCHAR major) {
  PFLT_CALLBACK_DATA data = NULL;
  if (!NT_SUCCESS(FltAllocateCallbackData(ApiInstance, file, &data))) return NULL;
  data->Iopb->MajorFunction = major;
  data->Iopb->IrpFlags = major == IRP_MJ_READ ? IRP_READ_OPERATION : IRP_WRITE_OPERATION;
  data->Iopb->Parameters.Read.ReadBuffer = byte;
  data->Iopb->Parameters.Read.Length = 1;
  KeInitializeEvent(&read_event, NotificationEvent, FALSE);
  read_status = STATUS_PENDING;
  FltPerformAsynchronousIo(data, read_ended, (PFLT_CONTEXT)&read_event);
  return data;
}
static void end_transfer(PFLT_CALLBACK_DATA data, NTSTATUS wanted) {
  KeWaitForSingleObject(&read_event, Executive, KernelMode, FALSE, NULL);
  API_EQUAL((ULONG)read_status, (ULONG)wanted);
  FltFreeCallbackData(data);
}
static void end_request(PFLT_CALLBACK_DATA data, NTSTATUS wanted, ULONG_PTR information) {
  KeWaitForSingleObject(&event, Executive, KernelMode, FALSE, NULL);
  API_EQUAL((ULONG)ended_status, (ULONG)wanted);
  API_EQUAL(ended_information, information);
  FltFreeCallbackData(data);
}

static void begin(void) {
  API_REQUIRE(attach_lower());
  request_buffer = ExAllocatePoolWithTag(NonPagedPoolNx, sizeof(*request_buffer), API_TAG);
  API_REQUIRE(request_buffer != NULL);
  /* For asynchronous I/O: oplocks are granted to no other handle. */
  API_STATUS(open_how(ApiInstance, L"hello.txt", ALL_FILE_ACCESS, FILE_OPEN, 0, NULL, &owner),
             STATUS_SUCCESS);
  API_STATUS(open_how(ApiInstance, L"hello.txt", ALL_FILE_ACCESS, FILE_OPEN, 0, NULL, &other),
             STATUS_SUCCESS);
  FltInitializeOplock(&oplock);
  API_CHECK(!FltCurrentOplock(&oplock));
  API_CHECK(!FltCurrentOplockH(&oplock));
  API_CHECK(!FltCurrentBatchOplock(&oplock));
  API_CHECK(FltOplockIsFastIoPossible(&oplock));
}

static void level_one(void) {
  PFLT_CALLBACK_DATA held, reading, pending;
  KEVENT done;
  how = CHECK;
  open_count = 2;
  hook(0xff, serve, NULL);
  API_CHECK(request(owner.file, FSCTL_REQUEST_OPLOCK_LEVEL_1, NULL) == NULL);
  API_EQUAL((ULONG)ended_status, (ULONG)STATUS_OPLOCK_NOT_GRANTED);
  open_count = 1;
  held = request(owner.file, FSCTL_REQUEST_OPLOCK_LEVEL_1, NULL);
  API_REQUIRE(held != NULL);
  API_CHECK(!shared_request);
  API_CHECK(FltCurrentOplock(&oplock));
  API_CHECK(!FltOplockIsFastIoPossible(&oplock));
  /* Its owner goes on undisturbed. */
  reading = transfer(owner.file, IRP_MJ_READ);
  end_transfer(reading, STATUS_SUCCESS);
  API_EQUAL(KeReadStateEvent(&event), 0);
  /* Another reader waits until the owner has answered. */
  before_pending = waits_done = 0;
  reading = transfer(other.file, IRP_MJ_READ);
  API_EQUAL(checked, FLT_PREOP_PENDING);
  API_EQUAL(before_pending, 1);
  API_EQUAL(waits_done, 0);
  end_request(held, STATUS_SUCCESS, FILE_OPLOCK_BROKEN_TO_LEVEL_2);
  API_EQUAL(KeReadStateEvent(&read_event), 0);
  API_STATUS(send(owner.file, FSCTL_OPLOCK_BREAK_ACKNOWLEDGE, NULL, &done, &pending),
             STATUS_PENDING); /* as the level 2 oplock that it became */
  end_transfer(reading, STATUS_SUCCESS);
  API_EQUAL(waits_done, 1);
  API_CHECK(FltCurrentOplock(&oplock));
  API_CHECK(FltOplockIsFastIoPossible(&oplock));
  /* A write ends level 2 without asking. */
  reading = transfer(other.file, IRP_MJ_WRITE);
  end_transfer(reading, STATUS_SUCCESS);
  KeWaitForSingleObject(&done, Executive, KernelMode, FALSE, NULL);
  API_EQUAL(ended_information, FILE_OPLOCK_BROKEN_TO_NONE);
  if (pending != NULL) FltFreeCallbackData(pending);
  API_CHECK(!FltCurrentOplock(&oplock));
  API_STATUS(send(owner.file, FSCTL_OPLOCK_BREAK_ACKNOWLEDGE, NULL, &done, &pending),
             STATUS_INVALID_OPLOCK_PROTOCOL);
  unhook();
}

static void batch(void) {
  PFLT_CALLBACK_DATA held, writing, notified, pending;
  KEVENT done, notify_done;
  OPEN third = {0};
  how = CHECK_EX;
  check_flags = 0;
  open_count = 1;
  hook(0xff, serve, NULL);
  held = request(owner.file, FSCTL_REQUEST_BATCH_OPLOCK, NULL);
  API_REQUIRE(held != NULL);
  API_CHECK(FltCurrentBatchOplock(&oplock));
  API_CHECK(FltCurrentOplockH(&oplock));
  /* Attributes only: nothing to break. */
  API_STATUS(open_how(ApiInstance, L"hello.txt", FILE_READ_ATTRIBUTES, FILE_OPEN, 0, NULL, &third),
             STATUS_SUCCESS);
  close_open(&third);
  API_EQUAL(KeReadStateEvent(&event), 0);
  /* A create that does not wait. */
  check_flags = OPLOCK_FLAG_COMPLETE_IF_OPLOCKED;
  API_STATUS(open_how(ApiInstance, L"hello.txt", FILE_GENERIC_READ, FILE_OPEN, 0, NULL, &third),
             STATUS_SUCCESS);
  API_EQUAL((ULONG)checked_status, (ULONG)STATUS_OPLOCK_BREAK_IN_PROGRESS);
  end_request(held, STATUS_SUCCESS, FILE_OPLOCK_BROKEN_TO_LEVEL_2);
  check_flags = 0;
  API_STATUS(send(other.file, FSCTL_OPLOCK_BREAK_NOTIFY, NULL, &notify_done, &notified),
             STATUS_PENDING);
  writing = transfer(other.file, IRP_MJ_WRITE);
  API_EQUAL(checked, FLT_PREOP_PENDING);
  API_STATUS(send(owner.file, FSCTL_OPLOCK_BREAK_ACK_NO_2, NULL, &done, &pending), STATUS_SUCCESS);
  end_transfer(writing, STATUS_SUCCESS);
  KeWaitForSingleObject(&notify_done, Executive, KernelMode, FALSE, NULL);
  if (notified != NULL) FltFreeCallbackData(notified);
  API_CHECK(!FltCurrentOplock(&oplock));
  API_STATUS(send(other.file, FSCTL_OPLOCK_BREAK_NOTIFY, NULL, &notify_done, &notified),
             STATUS_SUCCESS);
  close_open(&third);
  unhook();
}

/* The owner will close; who waits goes on then. */
static void closing(void) {
  PFLT_CALLBACK_DATA held, writing, pending;
  KEVENT done;
  OPEN third = {0};
  how = CHECK_EX;
  check_flags = 0;
  hook(0xff, serve, NULL);
  API_STATUS(open_how(ApiInstance, L"hello.txt", ALL_FILE_ACCESS, FILE_OPEN, 0, NULL, &third),
             STATUS_SUCCESS);
  held = request(third.file, FSCTL_REQUEST_FILTER_OPLOCK, NULL);
  API_REQUIRE(held != NULL);
  API_CHECK(FltCurrentBatchOplock(&oplock));
  writing = transfer(other.file, IRP_MJ_WRITE);
  end_request(held, STATUS_SUCCESS, FILE_OPLOCK_BROKEN_TO_NONE);
  API_STATUS(send(third.file, FSCTL_OPBATCH_ACK_CLOSE_PENDING, NULL, &done, &pending),
             STATUS_SUCCESS);
  API_EQUAL(KeReadStateEvent(&read_event), 0);
  close_open(&third);
  end_transfer(writing, STATUS_SUCCESS);
  API_CHECK(!FltCurrentOplock(&oplock));
  unhook();
}

static void ask_level(ULONG level, ULONG flags) {
  RtlZeroMemory(request_buffer, sizeof(*request_buffer));
  request_buffer->input.StructureVersion = REQUEST_OPLOCK_CURRENT_VERSION;
  request_buffer->input.StructureLength = sizeof(request_buffer->input);
  request_buffer->input.RequestedOplockLevel = level;
  request_buffer->input.Flags = flags;
}

static void modern(void) {
  const ULONG rwh = OPLOCK_LEVEL_CACHE_READ | OPLOCK_LEVEL_CACHE_WRITE | OPLOCK_LEVEL_CACHE_HANDLE;
  const ULONG rh = OPLOCK_LEVEL_CACHE_READ | OPLOCK_LEVEL_CACHE_HANDLE;
  PFLT_CALLBACK_DATA held, reading, pending;
  KEVENT done;
  how = CHECK_EX;
  check_flags = 0;
  open_count = 1;
  hook(0xff, serve, NULL);
  ask_level(OPLOCK_LEVEL_CACHE_WRITE, REQUEST_OPLOCK_INPUT_FLAG_REQUEST);
  API_CHECK(request(owner.file, FSCTL_REQUEST_OPLOCK, request_buffer) == NULL);
  API_EQUAL((ULONG)ended_status, (ULONG)STATUS_INVALID_PARAMETER);
  ask_level(rwh, REQUEST_OPLOCK_INPUT_FLAG_REQUEST);
  held = request(owner.file, FSCTL_REQUEST_OPLOCK, request_buffer);
  API_REQUIRE(held != NULL);
  API_CHECK(!shared_request);
  reading = transfer(other.file, IRP_MJ_READ);
  end_request(held, STATUS_SUCCESS, sizeof(REQUEST_OPLOCK_OUTPUT_BUFFER));
  API_EQUAL(request_buffer->output.OriginalOplockLevel, rwh);
  API_EQUAL(request_buffer->output.NewOplockLevel, rh);
  API_EQUAL(request_buffer->output.Flags, REQUEST_OPLOCK_OUTPUT_FLAG_ACK_REQUIRED);
  ask_level(rh, REQUEST_OPLOCK_INPUT_FLAG_ACK);
  API_STATUS(send(owner.file, FSCTL_REQUEST_OPLOCK, request_buffer, &done, &pending),
             STATUS_PENDING);
  end_transfer(reading, STATUS_SUCCESS);
  API_CHECK(FltCurrentOplockH(&oplock));
  /* FltOplockBreakH takes the handle level only. */
  how = BREAK_H;
  reading = transfer(other.file, IRP_MJ_READ);
  API_EQUAL(checked, FLT_PREOP_PENDING);
  KeWaitForSingleObject(&done, Executive, KernelMode, FALSE, NULL);
  API_EQUAL(request_buffer->output.NewOplockLevel, OPLOCK_LEVEL_CACHE_READ);
  if (pending != NULL) FltFreeCallbackData(pending);
  ask_level(0, REQUEST_OPLOCK_INPUT_FLAG_ACK);
  API_STATUS(send(owner.file, FSCTL_REQUEST_OPLOCK, request_buffer, &done, &pending),
             STATUS_SUCCESS);
  end_transfer(reading, STATUS_SUCCESS);
  API_CHECK(!FltCurrentOplock(&oplock));
  how = CHECK_EX;
  /* A shared one, cancelled by its owner. */
  open_count = 0;
  ask_level(OPLOCK_LEVEL_CACHE_READ, REQUEST_OPLOCK_INPUT_FLAG_REQUEST);
  held = request(owner.file, FSCTL_REQUEST_OPLOCK, request_buffer);
  API_REQUIRE(held != NULL);
  API_CHECK(shared_request);
  API_CHECK(FltCancelIo(held));
  end_request(held, STATUS_CANCELLED, 0);
  API_CHECK(!FltCurrentOplock(&oplock));
  unhook();
}

static void forced(void) {
  PFLT_CALLBACK_DATA held, reading, pending;
  KEVENT done;
  how = TO_NONE;
  open_count = 1;
  hook(0xff, serve, NULL);
  held = request(owner.file, FSCTL_REQUEST_OPLOCK_LEVEL_1, NULL);
  API_REQUIRE(held != NULL);
  reading = transfer(owner.file, IRP_MJ_READ); /* no matter whose */
  API_EQUAL(checked, FLT_PREOP_PENDING);
  end_request(held, STATUS_SUCCESS, FILE_OPLOCK_BROKEN_TO_NONE);
  API_STATUS(send(owner.file, FSCTL_OPLOCK_BREAK_ACKNOWLEDGE, NULL, &done, &pending),
             STATUS_SUCCESS);
  end_transfer(reading, STATUS_SUCCESS);
  how = TO_NONE_EX;
  check_flags = OPLOCK_FLAG_COMPLETE_IF_OPLOCKED;
  held = request(owner.file, FSCTL_REQUEST_OPLOCK_LEVEL_1, NULL);
  API_REQUIRE(held != NULL);
  reading = transfer(other.file, IRP_MJ_READ);
  end_transfer(reading, STATUS_SUCCESS);
  API_EQUAL((ULONG)checked_status, (ULONG)STATUS_OPLOCK_BREAK_IN_PROGRESS);
  API_CHECK(in_progress > 0);
  end_request(held, STATUS_SUCCESS, FILE_OPLOCK_BROKEN_TO_NONE);
  how = BREAK_H;
  reading = transfer(other.file, IRP_MJ_READ); /* not level 1's */
  end_transfer(reading, STATUS_SUCCESS);
  API_STATUS(send(owner.file, FSCTL_OPLOCK_BREAK_ACK_NO_2, NULL, &done, &pending), STATUS_SUCCESS);
  check_flags = 0;
  unhook();
}

static void keys(void) {
  IO_DRIVER_CREATE_CONTEXT context;
  PECP_LIST list = NULL;
  OPLOCK_KEY_ECP_CONTEXT* key = NULL;
  OPEN one = {0}, two = {0};
  how = CHECK_EX;
  check_flags = OPLOCK_FLAG_OPLOCK_KEY_CHECK_ONLY;
  FltAllocateExtraCreateParameterList(ApiFilter, 0, &list);
  FltAllocateExtraCreateParameter(ApiFilter, &kOplockKey, sizeof(*key), 0, NULL, API_TAG,
                                  (PVOID*)&key);
  API_REQUIRE(list != NULL && key != NULL);
  key->OplockKey.Data1 = 77;
  FltInsertExtraCreateParameter(ApiFilter, list, key);
  IoInitializeDriverCreateContext(&context);
  context.ExtraCreateParameter = list;
  hook(IRP_MJ_CREATE, serve, NULL);
  API_STATUS(open_how(ApiInstance, L"hello.txt", FILE_GENERIC_READ, FILE_OPEN, 0, &context, &one),
             STATUS_SUCCESS);
  API_STATUS(open_how(ApiInstance, L"hello.txt", FILE_GENERIC_READ, FILE_OPEN, 0, &context, &two),
             STATUS_SUCCESS);
  unhook();
  API_CHECK(FltOplockKeysEqual(one.file, two.file));
  API_CHECK(FltOplockKeysEqual(owner.file, owner.file));
  API_CHECK(!FltOplockKeysEqual(owner.file, one.file));
  close_open(&one);
  close_open(&two);
  FltFreeExtraCreateParameterList(ApiFilter, list);
  check_flags = 0;
}

static void reserving(void) {
  OPEN third = {0};
  how = CREATE_OPLOCK;
  open_count = 1;
  hook(IRP_MJ_CREATE, serve, NULL);
  open_how(ApiInstance, L"hello.txt", FILE_READ_ATTRIBUTES, FILE_OPEN, 0, NULL, &third);
  API_EQUAL(checked, FLT_PREOP_COMPLETE);
  API_EQUAL((ULONG)checked_status, (ULONG)STATUS_SUCCESS);
  open_how(ApiInstance, L"hello.txt", FILE_GENERIC_READ, FILE_OPEN, 0, NULL, &third);
  API_EQUAL((ULONG)checked_status, (ULONG)STATUS_OPLOCK_NOT_GRANTED);
  unhook();
}

static void end(void) {
  PFLT_CALLBACK_DATA held;
  how = CHECK_EX;
  open_count = 0;
  hook(0xff, serve, NULL);
  held = request(owner.file, FSCTL_REQUEST_OPLOCK_LEVEL_2, NULL);
  API_CHECK(shared_request);
  unhook();
  FltUninitializeOplock(&oplock);
  if (API_CHECK(held != NULL)) end_request(held, STATUS_SUCCESS, FILE_OPLOCK_BROKEN_TO_NONE);
  API_CHECK(!FltCurrentOplock(&oplock));
  ExFreePoolWithTag(request_buffer, API_TAG);
  close_open(&owner);
  close_open(&other);
  forget_lower();
}

static const FLT_OPERATION_REGISTRATION operations[] = {
    {IRP_MJ_CREATE, 0, flt_pre, flt_post, NULL},
    {IRP_MJ_READ, 0, flt_pre, flt_post, NULL},
    {IRP_MJ_WRITE, 0, flt_pre, flt_post, NULL},
    {IRP_MJ_CLEANUP, 0, flt_pre, flt_post, NULL},
    {IRP_MJ_FILE_SYSTEM_CONTROL, 0, flt_pre, flt_post, NULL},
    {IRP_MJ_OPERATION_END, 0, NULL, NULL, NULL},
};
void ApiRegistration(FLT_REGISTRATION* registration) {
  registration->OperationRegistration = operations;
}

const API_TEST ApiTests[] = {
    {"Oplock_BeginsWithoutHolder", begin},
    {"Oplock_Level1_BreaksToLevel2", level_one},
    {"Oplock_Batch_LetsACreateGoOn_AndTellsWhenItIsBroken", batch},
    {"Oplock_Filter_EndsWithItsHandle", closing},
    {"Oplock_ReadWriteHandle_KeepsWhatIsAcknowledged", modern},
    {"Oplock_IsBrokenToNone", forced},
    {"OplockKeys_ComeWithTheCreate", keys},
    {"FltOplockFsctrl_ReservesInACreate", reserving},
    {"Oplock_EndsWithItsHolder", end},
    {NULL, NULL},
};
