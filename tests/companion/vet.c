/* A minifilter whose companion in user mode decides: after each create it sends the file's name
 * over its port and denies what the companion says. The companion may ask how often. */
#include <fltKernel.h>

#include "vet.h"

#define TAG 'teV '

static PFLT_FILTER filter;
static PFLT_PORT server_port, client_port;
static HANDLE companion;
static LONG asked, denied;

static FLT_POSTOP_CALLBACK_STATUS NTAPI post_create(PFLT_CALLBACK_DATA data,
                                                    PCFLT_RELATED_OBJECTS objects, PVOID context,
                                                    FLT_POST_OPERATION_FLAGS flags) {
  PFLT_FILE_NAME_INFORMATION name;
  VET_QUESTION* question;
  VET_ANSWER answer = {0};
  ULONG reply = sizeof(answer);
  LARGE_INTEGER timeout;
  NTSTATUS status;
  UNREFERENCED_PARAMETER(context);
  if ((flags & FLTFL_POST_OPERATION_DRAINING) || !NT_SUCCESS(data->IoStatus.Status) ||
      client_port == NULL || PsGetCurrentProcessId() == companion) {
    return FLT_POSTOP_FINISHED_PROCESSING;
  }
  if (!NT_SUCCESS(FltGetFileNameInformation(
          data, FLT_FILE_NAME_NORMALIZED | FLT_FILE_NAME_QUERY_DEFAULT, &name))) {
    return FLT_POSTOP_FINISHED_PROCESSING;
  }
  question = ExAllocatePoolWithTag(NonPagedPool, sizeof(*question), TAG);
  if (question != NULL) {
    RtlZeroMemory(question, sizeof(*question));
    question->process = HandleToULong(PsGetCurrentProcessId());
    question->name_bytes = min(name->Name.Length, (USHORT)sizeof(question->name));
    RtlCopyMemory(question->name, name->Name.Buffer, question->name_bytes);
    timeout.QuadPart = -50000000LL; /* 5 s */
    InterlockedIncrement(&asked);
    status = FltSendMessage(filter, &client_port, question, sizeof(*question), &answer, &reply,
                            &timeout);
    if (status == STATUS_SUCCESS && reply == sizeof(answer) && answer.deny) {
      InterlockedIncrement(&denied);
      FltCancelFileOpen(objects->Instance, objects->FileObject);
      data->IoStatus.Status = STATUS_ACCESS_DENIED;
      data->IoStatus.Information = 0;
    }
    ExFreePoolWithTag(question, TAG);
  }
  FltReleaseFileNameInformation(name);
  return FLT_POSTOP_FINISHED_PROCESSING;
}

static NTSTATUS NTAPI connected(PFLT_PORT port, PVOID cookie, PVOID context, ULONG size,
                                PVOID* connection) {
  UNREFERENCED_PARAMETER(cookie);
  UNREFERENCED_PARAMETER(context);
  UNREFERENCED_PARAMETER(size);
  *connection = NULL;
  companion = PsGetCurrentProcessId();
  client_port = port;
  return STATUS_SUCCESS;
}

static VOID NTAPI disconnected(PVOID connection) {
  UNREFERENCED_PARAMETER(connection);
  FltCloseClientPort(filter, &client_port);
}

static NTSTATUS NTAPI message(PVOID connection, PVOID input, ULONG input_size, PVOID output,
                              ULONG output_size, PULONG returned) {
  VET_COUNTS counts;
  UNREFERENCED_PARAMETER(connection);
  *returned = 0;
  if (output == NULL || output_size < sizeof(counts)) return STATUS_BUFFER_TOO_SMALL;
  if (input == NULL || input_size != sizeof(ULONG)) return STATUS_INVALID_PARAMETER;
  counts.asked = (ULONG)asked;
  counts.denied = (ULONG)denied;
  __try {
    if (*(const volatile ULONG*)input != VET_GET_COUNTS) return STATUS_INVALID_PARAMETER;
    RtlCopyMemory(output, &counts, sizeof(counts));
  } __except (EXCEPTION_EXECUTE_HANDLER) {
    return GetExceptionCode();
  }
  *returned = sizeof(counts);
  return STATUS_SUCCESS;
}

static NTSTATUS NTAPI unload(FLT_FILTER_UNLOAD_FLAGS flags) {
  UNREFERENCED_PARAMETER(flags);
  FltCloseCommunicationPort(server_port);
  FltUnregisterFilter(filter);
  return STATUS_SUCCESS;
}

static NTSTATUS NTAPI query_teardown(PCFLT_RELATED_OBJECTS objects,
                                     FLT_INSTANCE_QUERY_TEARDOWN_FLAGS flags) {
  UNREFERENCED_PARAMETER(objects);
  UNREFERENCED_PARAMETER(flags);
  return STATUS_SUCCESS;
}

static const FLT_OPERATION_REGISTRATION operations[] = {
    {IRP_MJ_CREATE, 0, NULL, post_create, NULL}, {IRP_MJ_OPERATION_END, 0, NULL, NULL, NULL}};

static const FLT_REGISTRATION registration = {.Size = sizeof(FLT_REGISTRATION),
                                              .Version = FLT_REGISTRATION_VERSION,
                                              .OperationRegistration = operations,
                                              .FilterUnloadCallback = unload,
                                              .InstanceQueryTeardownCallback = query_teardown};

static NTSTATUS open_port(void) {
  PSECURITY_DESCRIPTOR descriptor;
  OBJECT_ATTRIBUTES attributes;
  UNICODE_STRING name = RTL_CONSTANT_STRING(VET_PORT);
  NTSTATUS status = FltBuildDefaultSecurityDescriptor(&descriptor, FLT_PORT_ALL_ACCESS);
  if (!NT_SUCCESS(status)) return status;
  InitializeObjectAttributes(&attributes, &name, OBJ_KERNEL_HANDLE | OBJ_CASE_INSENSITIVE, NULL,
                             descriptor);
  status = FltCreateCommunicationPort(filter, &server_port, &attributes, NULL, connected,
                                      disconnected, message, 1);
  FltFreeSecurityDescriptor(descriptor);
  return status;
}

NTSTATUS NTAPI DriverEntry(PDRIVER_OBJECT driver, PUNICODE_STRING path) {
  NTSTATUS status;
  UNREFERENCED_PARAMETER(path);
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
