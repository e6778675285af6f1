/* Denies the opening of files that contain a pattern. The file is read and looked through after it
 * was opened, in post-create, where waiting is allowed; the verdict is remembered with the stream
 * until somebody writes to it. A file that was written is looked at again when it is opened next.
 *
 * A program may connect to \ScannerPort. It can set the pattern (its message is the pattern, 1 to
 * 63 bytes), and while it is connected it is asked before a file is denied: it gets a SCAN_NOTICE
 * and answers with a SCAN_ANSWER within five seconds. Without a program, without an answer in time
 * and when something goes wrong on the way, the file is denied. */
#include <fltKernel.h>

#define TAG_STREAM 'SacS'
#define TAG_BUFFER 'BacS'
#define TAG_NOTICE 'NacS'
#define BLOCK 65536
#define PATTERN_MAX 63
#define NAME_MAX 512

enum { UNKNOWN, CLEAN, DENIED };

typedef struct STREAM {
  volatile LONG verdict;
  volatile LONG changes;    /* writes seen: a verdict taken while one came is not kept */
  volatile LONG generation; /* of the pattern that the verdict is about */
} STREAM;

typedef struct SCAN_NOTICE {
  ULONGLONG offset; /* of the pattern in the file */
  WCHAR name[NAME_MAX];
} SCAN_NOTICE;

typedef struct SCAN_ANSWER {
  ULONG allow;
} SCAN_ANSWER;

typedef struct PATTERN {
  LONG generation;
  ULONG length;
  UCHAR bytes[PATTERN_MAX];
} PATTERN;

static PFLT_FILTER filter;
static PFLT_PORT server_port;
static PFLT_PORT client_port;
static FAST_MUTEX pattern_lock;
static PATTERN pattern = {1, 27, "SCANNER-DENIES-THIS-CONTENT"};
static LONG scanned, denied;

/* ---------------------------------------------------------------- content */

/* Where the pattern begins in `bytes`, or `length`. */
static ULONG find(const PATTERN* what, const UCHAR* bytes, ULONG length) {
  for (ULONG at = 0; at + what->length <= length; ++at) {
    if (bytes[at] == what->bytes[0] &&
        RtlCompareMemory(bytes + at, what->bytes, what->length) == what->length) {
      return at;
    }
  }
  return length;
}

/* Reads all of the file below this instance. The last bytes of a block are kept in front of the
 * next one, since the pattern may lie across both. */
static NTSTATUS look_through(PCFLT_RELATED_OBJECTS objects, const PATTERN* what, BOOLEAN* found,
                             ULONGLONG* where) {
  const ULONG overlap = what->length - 1;
  UCHAR* buffer = ExAllocatePoolWithTag(PagedPool, PATTERN_MAX + BLOCK, TAG_BUFFER);
  ULONG kept = 0;
  LARGE_INTEGER offset;
  NTSTATUS status = STATUS_SUCCESS;
  *found = FALSE;
  if (buffer == NULL) return STATUS_INSUFFICIENT_RESOURCES;
  offset.QuadPart = 0;
  while (!*found) {
    ULONG got = 0, length, at;
    status = FltReadFile(objects->Instance, objects->FileObject, &offset, BLOCK, buffer + kept,
                         FLTFL_IO_OPERATION_DO_NOT_UPDATE_BYTE_OFFSET, &got, NULL, NULL);
    if (!NT_SUCCESS(status) || got == 0) break;
    length = kept + got;
    at = find(what, buffer, length);
    *found = at != length;
    *where = (ULONGLONG)offset.QuadPart - kept + at;
    kept = length < overlap ? length : overlap;
    RtlMoveMemory(buffer, buffer + length - kept, kept);
    offset.QuadPart += got;
  }
  ExFreePoolWithTag(buffer, TAG_BUFFER);
  return status == STATUS_END_OF_FILE ? STATUS_SUCCESS : status;
}

/* ---------------------------------------------------------------- the program that is asked */

static BOOLEAN client_allows(const UNICODE_STRING* name, ULONGLONG where) {
  SCAN_NOTICE* notice;
  SCAN_ANSWER answer = {0};
  ULONG size = sizeof(answer);
  LARGE_INTEGER timeout;
  NTSTATUS status;
  if (client_port == NULL) return FALSE;
  notice = ExAllocatePoolWithTag(NonPagedPool, sizeof(*notice), TAG_NOTICE);
  if (notice == NULL) return FALSE;
  RtlZeroMemory(notice, sizeof(*notice));
  notice->offset = where;
  RtlCopyMemory(
      notice->name, name->Buffer,
      name->Length < sizeof(notice->name) ? name->Length : sizeof(notice->name) - sizeof(WCHAR));
  timeout.QuadPart = -50000000LL;
  status = FltSendMessage(filter, &client_port, notice, sizeof(*notice), &answer, &size, &timeout);
  ExFreePoolWithTag(notice, TAG_NOTICE);
  /* STATUS_TIMEOUT is a success code, and has no answer. */
  return status == STATUS_SUCCESS && size == sizeof(answer) && answer.allow != 0;
}

static NTSTATUS NTAPI connected(PFLT_PORT port, PVOID server_cookie, PVOID context, ULONG size,
                                PVOID* cookie) {
  (void)server_cookie;
  (void)context;
  (void)size;
  client_port = port;
  *cookie = NULL;
  return STATUS_SUCCESS;
}

static VOID NTAPI disconnected(PVOID cookie) {
  (void)cookie;
  FltCloseClientPort(filter, &client_port);
}

/* The buffers are the program's own memory: anything may happen to them meanwhile. */
static NTSTATUS NTAPI message(PVOID cookie, PVOID input, ULONG input_size, PVOID output,
                              ULONG output_size, PULONG returned) {
  PATTERN wanted = {0};
  (void)cookie;
  (void)output;
  (void)output_size;
  *returned = 0;
  if (input == NULL || input_size == 0 || input_size > PATTERN_MAX) {
    return STATUS_INVALID_PARAMETER;
  }
  __try {
    ProbeForRead(input, input_size, 1);
    RtlCopyMemory(wanted.bytes, input, input_size);
  } __except (EXCEPTION_EXECUTE_HANDLER) {
    return GetExceptionCode();
  }
  wanted.length = input_size;
  ExAcquireFastMutex(&pattern_lock);
  wanted.generation = pattern.generation + 1;
  pattern = wanted;
  ExReleaseFastMutex(&pattern_lock);
  return STATUS_SUCCESS;
}

/* ---------------------------------------------------------------- verdicts */

static STREAM* stream_of(PCFLT_RELATED_OBJECTS objects) {
  STREAM* stream = NULL;
  STREAM* other = NULL;
  NTSTATUS status =
      FltGetStreamContext(objects->Instance, objects->FileObject, (PFLT_CONTEXT*)&stream);
  if (NT_SUCCESS(status)) return stream;
  status = FltAllocateContext(filter, FLT_STREAM_CONTEXT, sizeof(STREAM), NonPagedPool,
                              (PFLT_CONTEXT*)&stream);
  if (!NT_SUCCESS(status)) return NULL;
  RtlZeroMemory(stream, sizeof(*stream));
  status = FltSetStreamContext(objects->Instance, objects->FileObject,
                               FLT_SET_CONTEXT_KEEP_IF_EXISTS, stream, (PFLT_CONTEXT*)&other);
  if (NT_SUCCESS(status)) return stream;
  FltReleaseContext(stream);
  return status == STATUS_FLT_CONTEXT_ALREADY_DEFINED ? other : NULL;
}

/* CLEAN or DENIED; UNKNOWN when the file could not be read. PASSIVE_LEVEL. */
static LONG decide(PFLT_CALLBACK_DATA data, PCFLT_RELATED_OBJECTS objects, STREAM* stream) {
  const LONG changes = stream->changes;
  PFLT_FILE_NAME_INFORMATION name = NULL;
  PATTERN what;
  ULONGLONG where = 0;
  BOOLEAN found = FALSE;
  LONG verdict = stream->verdict;
  ExAcquireFastMutex(&pattern_lock);
  what = pattern;
  ExReleaseFastMutex(&pattern_lock);
  if (verdict != UNKNOWN && stream->generation == what.generation) return verdict;
  if (!NT_SUCCESS(look_through(objects, &what, &found, &where))) return UNKNOWN;
  InterlockedIncrement(&scanned);
  verdict = CLEAN;
  if (found) {
    UNICODE_STRING none = {0, 0, NULL};
    NTSTATUS status =
        FltGetFileNameInformation(data, FLT_FILE_NAME_OPENED | FLT_FILE_NAME_QUERY_DEFAULT, &name);
    if (!client_allows(NT_SUCCESS(status) ? &name->Name : &none, where)) {
      verdict = DENIED;
      InterlockedIncrement(&denied);
      DbgPrint("scanner: denied %wZ: pattern at %I64u\n", NT_SUCCESS(status) ? &name->Name : &none,
               where);
    }
    if (NT_SUCCESS(status)) FltReleaseFileNameInformation(name);
  }
  InterlockedExchange(&stream->generation, what.generation);
  InterlockedExchange(&stream->verdict, verdict);
  /* What was written while we read may not have been seen. */
  if (stream->changes != changes) InterlockedExchange(&stream->verdict, UNKNOWN);
  return verdict;
}

/* ---------------------------------------------------------------- callbacks */

static FLT_PREOP_CALLBACK_STATUS NTAPI pre_create(PFLT_CALLBACK_DATA data,
                                                  PCFLT_RELATED_OBJECTS objects, PVOID* context) {
  const ULONG flags = data->Iopb->OperationFlags;
  (void)context;
  /* No content: directories, volumes, the target directory of a rename; paging files and file
   * objects that live on a stack are left alone. */
  if ((data->Iopb->Parameters.Create.Options & FILE_DIRECTORY_FILE) ||
      (flags & (SL_OPEN_PAGING_FILE | SL_OPEN_TARGET_DIRECTORY)) ||
      (objects->FileObject->Flags & (FO_VOLUME_OPEN | FO_STREAM_FILE))) {
    return FLT_PREOP_SUCCESS_NO_CALLBACK;
  }
  return FLT_PREOP_SUCCESS_WITH_CALLBACK;
}

/* Runs at PASSIVE_LEVEL in the requestor's thread. */
static FLT_POSTOP_CALLBACK_STATUS NTAPI post_create(PFLT_CALLBACK_DATA data,
                                                    PCFLT_RELATED_OBJECTS objects, PVOID context,
                                                    FLT_POST_OPERATION_FLAGS flags) {
  const ACCESS_MASK access = data->Iopb->Parameters.Create.SecurityContext->DesiredAccess;
  BOOLEAN directory = FALSE;
  STREAM* stream;
  (void)context;
  if ((flags & FLTFL_POST_OPERATION_DRAINING) || !NT_SUCCESS(data->IoStatus.Status) ||
      data->IoStatus.Status == STATUS_REPARSE) {
    return FLT_POSTOP_FINISHED_PROCESSING;
  }
  if (NT_SUCCESS(FltIsDirectory(objects->FileObject, objects->Instance, &directory)) && directory) {
    return FLT_POSTOP_FINISHED_PROCESSING;
  }
  stream = stream_of(objects);
  if (stream == NULL) return FLT_POSTOP_FINISHED_PROCESSING;
  /* Who can't read the content may have the file. What was created or overwritten has none yet. */
  if ((access & (FILE_READ_DATA | FILE_EXECUTE)) && data->IoStatus.Information == FILE_OPENED &&
      decide(data, objects, stream) == DENIED) {
    FltCancelFileOpen(objects->Instance, objects->FileObject);
    data->IoStatus.Status = STATUS_ACCESS_DENIED;
    data->IoStatus.Information = 0;
  }
  FltReleaseContext(stream);
  return FLT_POSTOP_FINISHED_PROCESSING;
}

/* Also on the paging path, where a mapping's pages come: nothing here waits. */
static FLT_PREOP_CALLBACK_STATUS NTAPI pre_write(PFLT_CALLBACK_DATA data,
                                                 PCFLT_RELATED_OBJECTS objects, PVOID* context) {
  STREAM* stream = NULL;
  (void)data;
  (void)context;
  if (NT_SUCCESS(
          FltGetStreamContext(objects->Instance, objects->FileObject, (PFLT_CONTEXT*)&stream))) {
    InterlockedIncrement(&stream->changes);
    InterlockedExchange(&stream->verdict, UNKNOWN);
    FltReleaseContext(stream);
  }
  return FLT_PREOP_SUCCESS_NO_CALLBACK;
}

static const FLT_OPERATION_REGISTRATION operations[] = {
    {IRP_MJ_CREATE, 0, pre_create, post_create, NULL},
    {IRP_MJ_WRITE, 0, pre_write, NULL, NULL},
    {IRP_MJ_OPERATION_END, 0, NULL, NULL, NULL}};

static const FLT_CONTEXT_REGISTRATION contexts[] = {
    {FLT_STREAM_CONTEXT, 0, NULL, sizeof(STREAM), TAG_STREAM, NULL, NULL, NULL},
    {FLT_CONTEXT_END, 0, NULL, 0, 0, NULL, NULL, NULL}};

/* ---------------------------------------------------------------- life */

static NTSTATUS open_port(void) {
  UNICODE_STRING name = RTL_CONSTANT_STRING(L"\\ScannerPort");
  PSECURITY_DESCRIPTOR security = NULL;
  OBJECT_ATTRIBUTES attributes;
  NTSTATUS status = FltBuildDefaultSecurityDescriptor(&security, FLT_PORT_ALL_ACCESS);
  if (!NT_SUCCESS(status)) return status;
  InitializeObjectAttributes(&attributes, &name, OBJ_KERNEL_HANDLE | OBJ_CASE_INSENSITIVE, NULL,
                             security);
  status = FltCreateCommunicationPort(filter, &server_port, &attributes, NULL, connected,
                                      disconnected, message, 1);
  FltFreeSecurityDescriptor(security);
  return status;
}

static NTSTATUS NTAPI unload(FLT_FILTER_UNLOAD_FLAGS flags) {
  (void)flags;
  FltCloseCommunicationPort(server_port); /* first, or the unload would wait for it */
  FltUnregisterFilter(filter);
  DbgPrint("scanner: scanned %d denied %d\n", scanned, denied);
  return STATUS_SUCCESS;
}

static const FLT_REGISTRATION registration = {.Size = sizeof(FLT_REGISTRATION),
                                              .Version = FLT_REGISTRATION_VERSION,
                                              .ContextRegistration = contexts,
                                              .OperationRegistration = operations,
                                              .FilterUnloadCallback = unload};

NTSTATUS NTAPI DriverEntry(PDRIVER_OBJECT driver, PUNICODE_STRING path) {
  NTSTATUS status;
  (void)path;
  ExInitializeFastMutex(&pattern_lock);
  status = FltRegisterFilter(driver, &registration, &filter);
  if (!NT_SUCCESS(status)) return status;
  status = open_port();
  if (NT_SUCCESS(status)) {
    status = FltStartFiltering(filter);
    if (NT_SUCCESS(status)) return status;
    FltCloseCommunicationPort(server_port);
  }
  FltUnregisterFilter(filter);
  return status;
}
