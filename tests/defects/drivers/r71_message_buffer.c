/* R71: the message of a user is read without __try. */
#include "../defect.h"

static NTSTATUS FLTAPI Message(PVOID cookie, PVOID input, ULONG input_bytes, PVOID output,
                               ULONG output_bytes, PULONG returned) {
  volatile ULONG first = 0;
  (void)cookie;
  (void)output;
  (void)output_bytes;
  *returned = 0;
  if (input == NULL || input_bytes < sizeof(ULONG)) return STATUS_INVALID_PARAMETER;
#ifdef DEFECT
  first = *(ULONG UNALIGNED*)input; /* DEFECT */
#else
  __try {
    first = *(ULONG UNALIGNED*)input;
  } __except (EXCEPTION_EXECUTE_HANDLER) {
    return GetExceptionCode();
  }
#endif
  return first == 0 ? STATUS_SUCCESS : STATUS_INVALID_PARAMETER;
}
#define MESSAGE Message

static PFLT_PORT ServerPort;
static PFLT_PORT ClientPort;

static NTSTATUS FLTAPI Connect(PFLT_PORT port, PVOID cookie, PVOID context, ULONG bytes,
                               PVOID* connection) {
  (void)cookie;
  (void)context;
  (void)bytes;
  *connection = NULL;
  ClientPort = port;
  return STATUS_SUCCESS;
}

static VOID FLTAPI Disconnect(PVOID connection) {
  (void)connection;
  FltCloseClientPort(Filter, &ClientPort);
}

static NTSTATUS open_port(void) {
  UNICODE_STRING name = RTL_CONSTANT_STRING(L"\\DefectPort");
  OBJECT_ATTRIBUTES attributes;
  PSECURITY_DESCRIPTOR descriptor;
  NTSTATUS status = FltBuildDefaultSecurityDescriptor(&descriptor, FLT_PORT_ALL_ACCESS);
  if (!NT_SUCCESS(status)) return status;
  InitializeObjectAttributes(&attributes, &name, OBJ_KERNEL_HANDLE | OBJ_CASE_INSENSITIVE, NULL,
                             descriptor);
  status = FltCreateCommunicationPort(Filter, &ServerPort, &attributes, NULL, Connect, Disconnect,
                                      MESSAGE, 1);
  FltFreeSecurityDescriptor(descriptor);
  return status;
}

static void close_port(void) {
  if (ServerPort != NULL) FltCloseCommunicationPort(ServerPort);
}

PRE(PreRead) {
  UNUSED_PRE;
  return FLT_PREOP_SUCCESS_NO_CALLBACK;
}

OPERATIONS({IRP_MJ_READ, 0, PreRead, NULL, NULL});
DRIVER(NULL, open_port(), close_port(), (void)0, NULL, NULL)
