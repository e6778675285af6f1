/* R66: STATUS_TIMEOUT passes NT_SUCCESS, and the reply is not filled. */
#include "../defect.h"

#define MESSAGE NULL
static volatile ULONG Last;

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

PRE(PreWrite) {
  LARGE_INTEGER timeout;
  ULONG verdict = 0;
  ULONG bytes = sizeof(verdict);
  ULONG message = 1;
  UNUSED_PRE;
  if (ClientPort == NULL || IS_PAGING(Data)) return FLT_PREOP_SUCCESS_NO_CALLBACK;
  timeout.QuadPart = -20 * 10000;
#ifdef DEFECT
  if (NT_SUCCESS(FltSendMessage(Filter, &ClientPort, &message, sizeof(message), /* DEFECT */
                                &verdict, &bytes, &timeout))) {
#else
  if (FltSendMessage(Filter, &ClientPort, &message, sizeof(message), &verdict, &bytes, &timeout) ==
      STATUS_SUCCESS) {
#endif
    Last = verdict;
  }
  return FLT_PREOP_SUCCESS_NO_CALLBACK;
}

OPERATIONS({IRP_MJ_WRITE, 0, PreWrite, NULL, NULL});
DRIVER(NULL, open_port(), close_port(), (void)0, NULL, NULL)
