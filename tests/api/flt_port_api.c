/* Communication ports. A client of the test's own connects to \ApiPort, echoes what it is sent,
 * sends one message itself, never answers 'silence' and leaves at 'leave'. */
#include "flt_common.h"

static PFLT_PORT server, client;
static KEVENT connected, messaged, disconnected;
static ULONG refusals;
static UCHAR received[16];

static NTSTATUS NTAPI connect(PFLT_PORT port, PVOID cookie, PVOID context, ULONG size,
                              PVOID* connection_cookie) {
  (void)context;
  (void)size;
  API_CHECK(cookie == &server);
  if (refusals++ == 0) return STATUS_ACCESS_DENIED; /* it tries again */
  client = port;
  *connection_cookie = &client;
  KeSetEvent(&connected, 0, FALSE);
  return STATUS_SUCCESS;
}
static VOID NTAPI disconnect(PVOID cookie) {
  API_CHECK(cookie == &client);
  FltCloseClientPort(ApiFilter, &client);
  API_CHECK(client == NULL);
  KeSetEvent(&disconnected, 0, FALSE);
}
static NTSTATUS NTAPI message(PVOID cookie, PVOID input, ULONG input_length, PVOID output,
                              ULONG output_length, PULONG returned) {
  (void)cookie;
  (void)output;
  (void)output_length;
  *returned = 0;
  if (input_length <= sizeof(received)) RtlCopyMemory(received, input, input_length);
  KeSetEvent(&messaged, 0, FALSE);
  return STATUS_SUCCESS;
}

static UNICODE_STRING name = RTL_CONSTANT_STRING(L"\\ApiPort");

static void creating(void) {
  PSECURITY_DESCRIPTOR descriptor = NULL;
  PFLT_PORT second = NULL;
  OBJECT_ATTRIBUTES object;
  KeInitializeEvent(&connected, NotificationEvent, FALSE);
  KeInitializeEvent(&messaged, NotificationEvent, FALSE);
  KeInitializeEvent(&disconnected, NotificationEvent, FALSE);
  API_STATUS(FltBuildDefaultSecurityDescriptor(&descriptor, FLT_PORT_ALL_ACCESS), STATUS_SUCCESS);
  API_REQUIRE(descriptor != NULL);
  InitializeObjectAttributes(&object, &name, OBJ_KERNEL_HANDLE | OBJ_CASE_INSENSITIVE, NULL,
                             descriptor);
  API_STATUS(FltCreateCommunicationPort(ApiFilter, &server, &object, &server, connect, disconnect,
                                        message, 1),
             STATUS_SUCCESS);
  API_STATUS(FltCreateCommunicationPort(ApiFilter, &second, &object, &server, connect, disconnect,
                                        message, 1),
             STATUS_OBJECT_NAME_COLLISION);
  FltFreeSecurityDescriptor(descriptor);
  DbgPrint("API port\n"); /* now the client may come */
}

static NTSTATUS send(const char* text, ULONG length, PVOID reply, PULONG reply_length,
                     LONGLONG milliseconds) {
  LARGE_INTEGER timeout = {.QuadPart = -10000 * milliseconds};
  return FltSendMessage(ApiFilter, &client, (PVOID)text, length, reply, reply_length,
                        milliseconds == 0 ? NULL : &timeout);
}

static void talking(void) {
  char reply[16] = {0};
  ULONG length = sizeof(reply);
  PFLT_PORT nobody = NULL;
  NTSTATUS left;
  LARGE_INTEGER soon = {.QuadPart = -10000};
  API_STATUS(FltSendMessage(ApiFilter, &nobody, reply, 1, NULL, NULL, NULL),
             STATUS_PORT_DISCONNECTED);
  KeWaitForSingleObject(&connected, Executive, KernelMode, FALSE, NULL);
  API_EQUAL(refusals, 2);
  API_REQUIRE(client != NULL);
  KeWaitForSingleObject(&messaged, Executive, KernelMode, FALSE, NULL);
  API_EQUAL(received[0], 'c');
  API_STATUS(FltSendMessage(ApiFilter, &client, "echo", 5, reply, &length, NULL), STATUS_SUCCESS);
  API_EQUAL(length, 5);
  API_EQUAL(reply[0], 'e');
  API_EQUAL(reply[3], 'o');
  /* The client takes it and does not answer; STATUS_TIMEOUT is a success code. */
  length = sizeof(reply);
  API_STATUS(FltSendMessage(ApiFilter, &client, "silence", 8, reply, &length, &soon),
             STATUS_TIMEOUT);
  API_STATUS(send("no reply wanted", 16, NULL, NULL, 0), STATUS_SUCCESS);
  /* It may be gone before this returns. */
  left = send("leave", 6, NULL, NULL, 0);
  API_CHECK(left == STATUS_SUCCESS || left == STATUS_PORT_DISCONNECTED);
  KeWaitForSingleObject(&disconnected, Executive, KernelMode, FALSE, NULL);
  API_CHECK(client == NULL);
  API_STATUS(FltSendMessage(ApiFilter, &client, "x", 1, NULL, NULL, &soon),
             STATUS_PORT_DISCONNECTED);
}

static void closing(void) {
  FltCloseCommunicationPort(server);
  server = NULL;
}

const API_TEST ApiTests[] = {
    {"FltCreateCommunicationPort_TakesANameOnce", creating},
    {"FltSendMessage_IsAnsweredTimesOutOrIsDisconnected", talking},
    {"FltCloseCommunicationPort_EndsIt", closing},
    {NULL, NULL},
};
