/* Simulated reparse points: what is opened below \from on any volume is opened below \to instead.
 * The pre-create gives the file object another name and completes with STATUS_REPARSE; the I/O
 * manager starts again with that name. */
#include <fltKernel.h>

static PFLT_FILTER filter;
static const UNICODE_STRING from = RTL_CONSTANT_STRING(L"\\from");
static const UNICODE_STRING to = RTL_CONSTANT_STRING(L"\\to");

#define TAG_NAME 'peRS'

/* `path` from the volume's root: \from itself, or something below it. */
static BOOLEAN is_redirected(const UNICODE_STRING* path) {
  return RtlPrefixUnicodeString(&from, path, FALSE) &&
         (path->Length == from.Length || path->Buffer[from.Length / sizeof(WCHAR)] == L'\\');
}

/* The whole name with \to in the place of \from. */
static NTSTATUS replace_name(PFILE_OBJECT file, const FLT_FILE_NAME_INFORMATION* name,
                             const UNICODE_STRING* path) {
  UNICODE_STRING result, rest;
  NTSTATUS status;
  rest.Buffer = path->Buffer + from.Length / sizeof(WCHAR);
  rest.Length = rest.MaximumLength = path->Length - from.Length;
  result.Length = 0;
  result.MaximumLength = name->Volume.Length + to.Length + rest.Length;
  result.Buffer = ExAllocatePoolWithTag(PagedPool, result.MaximumLength, TAG_NAME);
  if (result.Buffer == NULL) return STATUS_INSUFFICIENT_RESOURCES;
  RtlCopyUnicodeString(&result, &name->Volume);
  RtlAppendUnicodeStringToString(&result, &to);
  RtlAppendUnicodeStringToString(&result, &rest);
  status = IoReplaceFileObjectName(file, result.Buffer, result.Length);
  ExFreePoolWithTag(result.Buffer, TAG_NAME);
  return status;
}

static FLT_PREOP_CALLBACK_STATUS NTAPI pre_create(PFLT_CALLBACK_DATA data,
                                                  PCFLT_RELATED_OBJECTS objects, PVOID* context) {
  FLT_PREOP_CALLBACK_STATUS result = FLT_PREOP_SUCCESS_NO_CALLBACK;
  PFLT_FILE_NAME_INFORMATION name = NULL;
  UNICODE_STRING path;
  NTSTATUS status;
  (void)context;
  /* Paging files and volumes have no place in a directory; an ID has no name to replace. */
  if ((data->Iopb->OperationFlags & SL_OPEN_PAGING_FILE) ||
      (data->Iopb->TargetFileObject->Flags & FO_VOLUME_OPEN) ||
      (data->Iopb->Parameters.Create.Options & FILE_OPEN_BY_FILE_ID)) {
    return FLT_PREOP_SUCCESS_NO_CALLBACK;
  }
  /* What is being opened may not exist, so its name can't be normalized. A rename's target
   * directory comes with the name of the target. */
  if (!NT_SUCCESS(FltGetFileNameInformation(
          data, FLT_FILE_NAME_OPENED | FLT_FILE_NAME_QUERY_DEFAULT, &name))) {
    return FLT_PREOP_SUCCESS_NO_CALLBACK;
  }
  if (NT_SUCCESS(FltParseFileNameInformation(name))) {
    path.Buffer = name->Name.Buffer + name->Volume.Length / sizeof(WCHAR);
    path.Length = path.MaximumLength = name->Name.Length - name->Volume.Length;
    if (is_redirected(&path)) {
      status = replace_name(objects->FileObject, name, &path);
      data->IoStatus.Status = NT_SUCCESS(status) ? STATUS_REPARSE : status;
      data->IoStatus.Information = NT_SUCCESS(status) ? IO_REPARSE : 0;
      result = FLT_PREOP_COMPLETE;
    }
  }
  FltReleaseFileNameInformation(name);
  return result;
}

static const FLT_OPERATION_REGISTRATION operations[] = {
    {IRP_MJ_CREATE, 0, pre_create, NULL, NULL}, {IRP_MJ_OPERATION_END, 0, NULL, NULL, NULL}};

static NTSTATUS NTAPI unload(FLT_FILTER_UNLOAD_FLAGS flags) {
  (void)flags;
  FltUnregisterFilter(filter);
  return STATUS_SUCCESS;
}

static const FLT_REGISTRATION registration = {.Size = sizeof(FLT_REGISTRATION),
                                              .Version = FLT_REGISTRATION_VERSION,
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
