/* R70: a port without a security descriptor. */
#include "../defect.h"

#define MESSAGE NULL

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
#ifdef DEFECT
  InitializeObjectAttributes(&attributes, &name, OBJ_KERNEL_HANDLE | OBJ_CASE_INSENSITIVE, NULL,
                             NULL);
#else
  InitializeObjectAttributes(&attributes, &name, OBJ_KERNEL_HANDLE | OBJ_CASE_INSENSITIVE, NULL,
                             descriptor);
#endif
  status = FltCreateCommunicationPort(Filter, &ServerPort, &attributes, NULL, Connect, /* DEFECT */
                                      Disconnect, MESSAGE, 1);
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
