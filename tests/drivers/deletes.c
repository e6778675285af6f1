/* Tells which files are deleted, and how. Whether a file will go can't be known beforehand: a
 * disposition can be taken back, the last handle may be another's. So candidates are marked where
 * the wish is uttered, and the file is looked at after a handle's cleanup:
 *
 *   create with FILE_DELETE_ON_CLOSE      the handle is a candidate
 *   FileDisposition(Ex)Information        the stream is one, until it is taken back
 *   a rename or link that replaces        what had the name is gone when the rename succeeds
 *
 * A file is gone when its file ID can't be opened any more. */
#include <fltKernel.h>

#define TAG_STREAM 'SleD'
#define TAG_NAME 'NleD'

typedef struct STREAM {
  LONG candidates; /* handles with delete-on-close, plus one while a disposition is set */
  LONG racing;     /* set-disposition requests under way: their order can't be known */
  LONG told;
  FILE_INTERNAL_INFORMATION id;
  BOOLEAN on_close;
  UNICODE_STRING name;
} STREAM;

static PFLT_FILTER filter;
static LONG deleted;

static VOID NTAPI clean_stream(PFLT_CONTEXT context, FLT_CONTEXT_TYPE type) {
  STREAM* stream = context;
  (void)type;
  if (stream->name.Buffer != NULL) ExFreePoolWithTag(stream->name.Buffer, TAG_NAME);
}

static NTSTATUS copy_name(UNICODE_STRING* to, const UNICODE_STRING* from) {
  to->Buffer = ExAllocatePoolWithTag(PagedPool, from->Length == 0 ? 2 : from->Length, TAG_NAME);
  if (to->Buffer == NULL) return STATUS_INSUFFICIENT_RESOURCES;
  to->MaximumLength = from->Length;
  RtlCopyUnicodeString(to, from);
  return STATUS_SUCCESS;
}

/* The stream's context, made when there is none. PASSIVE_LEVEL; the caller releases it. */
static STREAM* stream_of(PFLT_CALLBACK_DATA data, PCFLT_RELATED_OBJECTS objects) {
  STREAM* stream = NULL;
  STREAM* other = NULL;
  PFLT_FILE_NAME_INFORMATION name = NULL;
  NTSTATUS status =
      FltGetStreamContext(objects->Instance, objects->FileObject, (PFLT_CONTEXT*)&stream);
  if (NT_SUCCESS(status)) return stream;
  status = FltAllocateContext(filter, FLT_STREAM_CONTEXT, sizeof(STREAM), NonPagedPool,
                              (PFLT_CONTEXT*)&stream);
  if (!NT_SUCCESS(status)) return NULL;
  RtlZeroMemory(stream, sizeof(*stream));
  status =
      FltGetFileNameInformation(data, FLT_FILE_NAME_OPENED | FLT_FILE_NAME_QUERY_DEFAULT, &name);
  if (NT_SUCCESS(status)) {
    status = copy_name(&stream->name, &name->Name);
    FltReleaseFileNameInformation(name);
  }
  if (NT_SUCCESS(status)) {
    status = FltQueryInformationFile(objects->Instance, objects->FileObject, &stream->id,
                                     sizeof(stream->id), FileInternalInformation, NULL);
  }
  if (NT_SUCCESS(status)) {
    status = FltSetStreamContext(objects->Instance, objects->FileObject,
                                 FLT_SET_CONTEXT_KEEP_IF_EXISTS, stream, (PFLT_CONTEXT*)&other);
  }
  if (status == STATUS_FLT_CONTEXT_ALREADY_DEFINED) {
    FltReleaseContext(stream);
    return other;
  }
  if (!NT_SUCCESS(status)) {
    FltReleaseContext(stream);
    return NULL;
  }
  return stream;
}

/* ---------------------------------------------------------------- who wants it gone */

static FLT_PREOP_CALLBACK_STATUS NTAPI pre_create(PFLT_CALLBACK_DATA data,
                                                  PCFLT_RELATED_OBJECTS objects, PVOID* context) {
  (void)objects;
  (void)context;
  return (data->Iopb->Parameters.Create.Options & FILE_DELETE_ON_CLOSE) != 0
             ? FLT_PREOP_SUCCESS_WITH_CALLBACK
             : FLT_PREOP_SUCCESS_NO_CALLBACK;
}

/* Post-create runs at PASSIVE_LEVEL in the requestor's thread. */
static FLT_POSTOP_CALLBACK_STATUS NTAPI post_create(PFLT_CALLBACK_DATA data,
                                                    PCFLT_RELATED_OBJECTS objects, PVOID context,
                                                    FLT_POST_OPERATION_FLAGS flags) {
  STREAM* stream;
  (void)context;
  if ((flags & FLTFL_POST_OPERATION_DRAINING) || !NT_SUCCESS(data->IoStatus.Status) ||
      data->IoStatus.Status == STATUS_REPARSE) {
    return FLT_POSTOP_FINISHED_PROCESSING;
  }
  stream = stream_of(data, objects);
  if (stream != NULL) {
    stream->on_close = TRUE;
    InterlockedIncrement(&stream->candidates);
    FltReleaseContext(stream);
  }
  return FLT_POSTOP_FINISHED_PROCESSING;
}

static BOOLEAN replaces(FILE_INFORMATION_CLASS which, PFLT_CALLBACK_DATA data) {
  const FILE_RENAME_INFORMATION* info = data->Iopb->Parameters.SetFileInformation.InfoBuffer;
  switch ((int)which) {
    case FileRenameInformation:
    case FileLinkInformation:
      return info->ReplaceIfExists;
    case FileRenameInformationEx:
    case FileLinkInformationEx:
      return (info->Flags & FILE_RENAME_REPLACE_IF_EXISTS) != 0;
    default:
      return FALSE;
  }
}

/* The destination of a rename, when somebody has the name already. */
static PFLT_FILE_NAME_INFORMATION victim(PFLT_CALLBACK_DATA data, PCFLT_RELATED_OBJECTS objects) {
  FILE_RENAME_INFORMATION* info = data->Iopb->Parameters.SetFileInformation.InfoBuffer;
  PFLT_FILE_NAME_INFORMATION name = NULL;
  OBJECT_ATTRIBUTES attributes;
  IO_STATUS_BLOCK status_block;
  HANDLE handle = NULL;
  NTSTATUS status = FltGetDestinationFileNameInformation(
      objects->Instance, objects->FileObject, info->RootDirectory, info->FileName,
      info->FileNameLength, FLT_FILE_NAME_OPENED | FLT_FILE_NAME_QUERY_DEFAULT, &name);
  if (!NT_SUCCESS(status)) return NULL;
  InitializeObjectAttributes(&attributes, &name->Name, OBJ_KERNEL_HANDLE | OBJ_CASE_INSENSITIVE,
                             NULL, NULL);
  status = FltCreateFile(filter, objects->Instance, &handle, FILE_READ_ATTRIBUTES | SYNCHRONIZE,
                         &attributes, &status_block, NULL, FILE_ATTRIBUTE_NORMAL,
                         FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, FILE_OPEN,
                         FILE_OPEN_REPARSE_POINT | FILE_SYNCHRONOUS_IO_NONALERT, NULL, 0,
                         IO_IGNORE_SHARE_ACCESS_CHECK);
  if (NT_SUCCESS(status)) {
    FltClose(handle);
    return name;
  }
  FltReleaseFileNameInformation(name);
  return NULL;
}

static BOOLEAN is_disposition(FILE_INFORMATION_CLASS which) {
  return which == FileDispositionInformation || (int)which == FileDispositionInformationEx;
}

static FLT_PREOP_CALLBACK_STATUS NTAPI pre_set_information(PFLT_CALLBACK_DATA data,
                                                           PCFLT_RELATED_OBJECTS objects,
                                                           PVOID* context) {
  const FILE_INFORMATION_CLASS which =
      data->Iopb->Parameters.SetFileInformation.FileInformationClass;
  if (is_disposition(which)) {
    STREAM* stream = stream_of(data, objects);
    if (stream == NULL) return FLT_PREOP_SUCCESS_NO_CALLBACK;
    InterlockedIncrement(&stream->racing);
    *context = stream;
    return FLT_PREOP_SYNCHRONIZE;
  }
  if (replaces(which, data)) {
    *context = victim(data, objects);
    return *context != NULL ? FLT_PREOP_SYNCHRONIZE : FLT_PREOP_SUCCESS_NO_CALLBACK;
  }
  return FLT_PREOP_SUCCESS_NO_CALLBACK;
}

static void disposition_was_set(PFLT_CALLBACK_DATA data, STREAM* stream) {
  const VOID* info = data->Iopb->Parameters.SetFileInformation.InfoBuffer;
  const BOOLEAN wanted =
      data->Iopb->Parameters.SetFileInformation.FileInformationClass == FileDispositionInformation
          ? ((const FILE_DISPOSITION_INFORMATION*)info)->DeleteFile
          : (((const FILE_DISPOSITION_INFORMATION_EX*)info)->Flags &
             FILE_DISPOSITION_FLAG_DELETE) != 0;
  /* With another one under way nobody knows which was last: it stays a candidate. */
  if (wanted) {
    InterlockedIncrement(&stream->candidates);
  } else if (InterlockedCompareExchange(&stream->racing, 1, 1) == 1) {
    InterlockedExchange(&stream->candidates, 0);
  }
}

/* Synchronized with the pre-operation, so at APC_LEVEL at most; a drained one is not. */
static FLT_POSTOP_CALLBACK_STATUS NTAPI post_set_information(PFLT_CALLBACK_DATA data,
                                                             PCFLT_RELATED_OBJECTS objects,
                                                             PVOID context,
                                                             FLT_POST_OPERATION_FLAGS flags) {
  const BOOLEAN done =
      !(flags & FLTFL_POST_OPERATION_DRAINING) && NT_SUCCESS(data->IoStatus.Status);
  (void)objects;
  if (is_disposition(data->Iopb->Parameters.SetFileInformation.FileInformationClass)) {
    STREAM* stream = context;
    if (done) disposition_was_set(data, stream);
    InterlockedDecrement(&stream->racing);
    FltReleaseContext(stream);
  } else {
    PFLT_FILE_NAME_INFORMATION name = context;
    if (done) {
      InterlockedIncrement(&deleted);
      DbgPrint("deletes: %wZ was replaced\n", &name->Name);
    }
    FltReleaseFileNameInformation(name);
  }
  return FLT_POSTOP_FINISHED_PROCESSING;
}

/* ---------------------------------------------------------------- has it gone? */

static FLT_PREOP_CALLBACK_STATUS NTAPI pre_cleanup(PFLT_CALLBACK_DATA data,
                                                   PCFLT_RELATED_OBJECTS objects, PVOID* context) {
  STREAM* stream = NULL;
  (void)data;
  if (!NT_SUCCESS(
          FltGetStreamContext(objects->Instance, objects->FileObject, (PFLT_CONTEXT*)&stream))) {
    return FLT_PREOP_SUCCESS_NO_CALLBACK;
  }
  if (stream->candidates == 0) {
    FltReleaseContext(stream);
    return FLT_PREOP_SUCCESS_NO_CALLBACK;
  }
  *context = stream;
  return FLT_PREOP_SYNCHRONIZE;
}

static NTSTATUS open_by_id(PCFLT_RELATED_OBJECTS objects, const STREAM* stream) {
  UNICODE_STRING volume_name, name;
  OBJECT_ATTRIBUTES attributes;
  IO_STATUS_BLOCK status_block;
  HANDLE handle = NULL;
  ULONG needed = 0;
  PWCHAR text;
  NTSTATUS status = FltGetVolumeName(objects->Volume, NULL, &needed);
  if (status != STATUS_BUFFER_TOO_SMALL) return status;
  text = ExAllocatePoolWithTag(PagedPool, needed + sizeof(WCHAR) + sizeof(LARGE_INTEGER), TAG_NAME);
  if (text == NULL) return STATUS_INSUFFICIENT_RESOURCES;
  volume_name.Buffer = text;
  volume_name.Length = 0;
  volume_name.MaximumLength = (USHORT)needed;
  status = FltGetVolumeName(objects->Volume, &volume_name, NULL);
  if (NT_SUCCESS(status)) {
    /* The volume's name, a backslash, and the ID's eight bytes. */
    name = volume_name;
    name.Buffer[name.Length / sizeof(WCHAR)] = L'\\';
    RtlCopyMemory((PUCHAR)name.Buffer + name.Length + sizeof(WCHAR), &stream->id,
                  sizeof(LARGE_INTEGER));
    name.Length += sizeof(WCHAR) + sizeof(LARGE_INTEGER);
    name.MaximumLength = name.Length;
    InitializeObjectAttributes(&attributes, &name, OBJ_KERNEL_HANDLE, NULL, NULL);
    status = FltCreateFile(
        filter, objects->Instance, &handle, FILE_READ_ATTRIBUTES, &attributes, &status_block, NULL,
        FILE_ATTRIBUTE_NORMAL, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, FILE_OPEN,
        FILE_OPEN_BY_FILE_ID | FILE_OPEN_REPARSE_POINT, NULL, 0, IO_IGNORE_SHARE_ACCESS_CHECK);
    if (NT_SUCCESS(status)) FltClose(handle);
  }
  ExFreePoolWithTag(text, TAG_NAME);
  return status;
}

static FLT_POSTOP_CALLBACK_STATUS NTAPI post_cleanup(PFLT_CALLBACK_DATA data,
                                                     PCFLT_RELATED_OBJECTS objects, PVOID context,
                                                     FLT_POST_OPERATION_FLAGS flags) {
  STREAM* stream = context;
  if (!(flags & FLTFL_POST_OPERATION_DRAINING) && NT_SUCCESS(data->IoStatus.Status)) {
    const NTSTATUS status = open_by_id(objects, stream);
    const BOOLEAN gone = status == STATUS_OBJECT_NAME_NOT_FOUND ||
                         status == STATUS_INVALID_PARAMETER || status == STATUS_DELETE_PENDING;
    if (gone && InterlockedExchange(&stream->told, 1) == 0) {
      InterlockedIncrement(&deleted);
      DbgPrint("deletes: %wZ was deleted %s\n", &stream->name,
               stream->on_close ? "on close" : "by its disposition");
    }
  }
  FltReleaseContext(stream);
  return FLT_POSTOP_FINISHED_PROCESSING;
}

static const FLT_OPERATION_REGISTRATION operations[] = {
    {IRP_MJ_CREATE, 0, pre_create, post_create, NULL},
    {IRP_MJ_SET_INFORMATION, FLTFL_OPERATION_REGISTRATION_SKIP_PAGING_IO, pre_set_information,
     post_set_information, NULL},
    {IRP_MJ_CLEANUP, 0, pre_cleanup, post_cleanup, NULL},
    {IRP_MJ_OPERATION_END, 0, NULL, NULL, NULL}};

static const FLT_CONTEXT_REGISTRATION contexts[] = {
    {FLT_STREAM_CONTEXT, 0, clean_stream, sizeof(STREAM), TAG_STREAM, NULL, NULL, NULL},
    {FLT_CONTEXT_END, 0, NULL, 0, 0, NULL, NULL, NULL}};

static NTSTATUS NTAPI unload(FLT_FILTER_UNLOAD_FLAGS flags) {
  (void)flags;
  FltUnregisterFilter(filter);
  DbgPrint("deletes: %d files\n", deleted);
  return STATUS_SUCCESS;
}

static const FLT_REGISTRATION registration = {.Size = sizeof(FLT_REGISTRATION),
                                              .Version = FLT_REGISTRATION_VERSION,
                                              .ContextRegistration = contexts,
                                              .OperationRegistration = operations,
                                              .FilterUnloadCallback = unload};

NTSTATUS NTAPI DriverEntry(PDRIVER_OBJECT driver, PUNICODE_STRING path) {
  NTSTATUS status = FltRegisterFilter(driver, &registration, &filter);
  (void)path;
  if (!NT_SUCCESS(status)) return status;
  status = FltStartFiltering(filter);
  if (!NT_SUCCESS(status)) FltUnregisterFilter(filter);
  return status;
}
