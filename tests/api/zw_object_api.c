/* Objects by name and handle: events, directories, waiting, security, LUIDs. */
#include "api.h"

#define BAD ((HANDLE)(LONG_PTR)0x7ff0)

static void name_it(OBJECT_ATTRIBUTES* attributes, UNICODE_STRING* name, PCWSTR text, HANDLE root,
                    ULONG flags) {
  RtlInitUnicodeString(name, text);
  InitializeObjectAttributes(attributes, name, OBJ_KERNEL_HANDLE | flags, root, NULL);
}

static void events(void) {
  HANDLE event = NULL, again = NULL;
  OBJECT_ATTRIBUTES attributes;
  UNICODE_STRING name;
  LONG before = 7;
  LARGE_INTEGER now = {.QuadPart = 0};
  name_it(&attributes, &name, L"\\BaseNamedObjects\\apievent", NULL, 0);
  API_STATUS(ZwCreateEvent(&event, EVENT_ALL_ACCESS, &attributes, NotificationEvent, FALSE),
             STATUS_SUCCESS);
  API_STATUS(ZwCreateEvent(&again, EVENT_ALL_ACCESS, &attributes, (EVENT_TYPE)9, FALSE),
             STATUS_INVALID_PARAMETER_4);
  API_STATUS(ZwOpenEvent(&again, EVENT_ALL_ACCESS, &attributes), STATUS_SUCCESS);
  API_STATUS(ZwWaitForSingleObject(event, FALSE, &now), STATUS_TIMEOUT);
  API_STATUS(ZwSetEvent(again, &before), STATUS_SUCCESS);
  API_EQUAL(before, 0);
  API_STATUS(ZwWaitForSingleObject(event, FALSE, NULL), STATUS_SUCCESS);
  API_STATUS(ZwResetEvent(event, &before), STATUS_SUCCESS);
  API_EQUAL(before, 1);
  API_STATUS(ZwClearEvent(event), STATUS_SUCCESS);
  API_STATUS(ZwSetEvent(BAD, NULL), STATUS_INVALID_HANDLE);
  API_STATUS(ZwWaitForSingleObject(BAD, FALSE, NULL), STATUS_INVALID_HANDLE);
  ZwClose(again);
  ZwClose(event);
  API_STATUS(ZwOpenEvent(&again, EVENT_ALL_ACCESS, &attributes), STATUS_OBJECT_NAME_NOT_FOUND);
}

static void event_names(void) {
  HANDLE event = NULL;
  OBJECT_ATTRIBUTES attributes;
  UNICODE_STRING name;
  name_it(&attributes, &name, L"relative", NULL, 0);
  API_STATUS(ZwCreateEvent(&event, EVENT_ALL_ACCESS, &attributes, NotificationEvent, FALSE),
             STATUS_OBJECT_PATH_SYNTAX_BAD);
  API_STATUS(ZwOpenEvent(&event, EVENT_ALL_ACCESS, &attributes), STATUS_OBJECT_PATH_SYNTAX_BAD);
  name.Length = 5;
  API_STATUS(ZwCreateEvent(&event, EVENT_ALL_ACCESS, &attributes, NotificationEvent, FALSE),
             STATUS_OBJECT_NAME_INVALID);
  API_STATUS(ZwOpenEvent(&event, EVENT_ALL_ACCESS, &attributes), STATUS_OBJECT_NAME_INVALID);
  name_it(&attributes, &name, L"\\Nowhere\\apievent", NULL, 0);
  API_STATUS(ZwOpenEvent(&event, EVENT_ALL_ACCESS, &attributes), STATUS_OBJECT_PATH_NOT_FOUND);
  attributes.Length = 3;
  API_STATUS(ZwCreateEvent(&event, EVENT_ALL_ACCESS, &attributes, NotificationEvent, FALSE),
             STATUS_INVALID_PARAMETER);
  API_STATUS(ZwOpenEvent(&event, EVENT_ALL_ACCESS, &attributes), STATUS_INVALID_PARAMETER);
}

static void directories(void) {
  HANDLE directory = NULL, event = NULL, opened = NULL;
  OBJECT_ATTRIBUTES attributes;
  UNICODE_STRING name, wanted = RTL_CONSTANT_STRING(L"inside");
  ULONG context = 0, length = 0;
  union {
    OBJECT_DIRECTORY_INFORMATION first;
    UCHAR bytes[256];
  } out;
  name_it(&attributes, &name, L"\\BaseNamedObjects\\apidir", NULL, 0);
  API_STATUS(ZwCreateDirectoryObject(&directory, DIRECTORY_ALL_ACCESS, &attributes),
             STATUS_SUCCESS);
  API_STATUS(ZwOpenDirectoryObject(&opened, DIRECTORY_QUERY, &attributes), STATUS_SUCCESS);
  ZwClose(opened);
  API_STATUS(ZwQueryDirectoryObject(directory, &out, sizeof(out), TRUE, TRUE, &context, &length),
             STATUS_NO_MORE_ENTRIES);
  name_it(&attributes, &name, L"inside", directory, 0);
  API_STATUS(ZwCreateEvent(&event, EVENT_ALL_ACCESS, &attributes, NotificationEvent, FALSE),
             STATUS_SUCCESS);
  API_STATUS(ZwQueryDirectoryObject(directory, &out, 8, TRUE, TRUE, &context, &length),
             STATUS_BUFFER_TOO_SMALL);
  API_STATUS(ZwQueryDirectoryObject(directory, &out, sizeof(out), TRUE, TRUE, &context, &length),
             STATUS_SUCCESS);
  API_CHECK(RtlEqualUnicodeString(&out.first.Name, &wanted, FALSE));
  ZwClose(event);
  ZwClose(directory);
  name_it(&attributes, &name, L"\\BaseNamedObjects\\apidir", NULL, 0);
  API_STATUS(ZwOpenDirectoryObject(&opened, DIRECTORY_QUERY, &attributes),
             STATUS_OBJECT_NAME_NOT_FOUND);
  name_it(&attributes, &name, L"\\Nowhere\\apidir", NULL, 0);
  API_STATUS(ZwOpenDirectoryObject(&opened, DIRECTORY_QUERY, &attributes),
             STATUS_OBJECT_PATH_NOT_FOUND);
  name_it(&attributes, &name, L"relative", NULL, 0);
  API_STATUS(ZwOpenDirectoryObject(&opened, DIRECTORY_QUERY, &attributes),
             STATUS_OBJECT_PATH_SYNTAX_BAD);
  name.Length = 3;
  API_STATUS(ZwOpenDirectoryObject(&opened, DIRECTORY_QUERY, &attributes),
             STATUS_OBJECT_NAME_INVALID);
  attributes.Length = 3;
  API_STATUS(ZwOpenDirectoryObject(&opened, DIRECTORY_QUERY, &attributes),
             STATUS_INVALID_PARAMETER);
}

static void permanent(void) {
  HANDLE event = NULL;
  OBJECT_ATTRIBUTES attributes;
  UNICODE_STRING name;
  name_it(&attributes, &name, L"\\BaseNamedObjects\\apipermanent", NULL, OBJ_PERMANENT);
  API_STATUS(ZwCreateEvent(&event, EVENT_ALL_ACCESS, &attributes, NotificationEvent, FALSE),
             STATUS_SUCCESS);
  ZwClose(event);
  attributes.Attributes &= ~OBJ_PERMANENT;
  API_STATUS(ZwOpenEvent(&event, EVENT_ALL_ACCESS, &attributes), STATUS_SUCCESS);
  API_STATUS(ZwMakeTemporaryObject(event), STATUS_SUCCESS);
  ZwClose(event);
  API_STATUS(ZwOpenEvent(&event, EVENT_ALL_ACCESS, &attributes), STATUS_OBJECT_NAME_NOT_FOUND);
}

static void waits(void) {
  HANDLE events[2], mixed[2];
  LARGE_INTEGER now = {.QuadPart = 0};
  for (ULONG i = 0; i < 2; ++i) {
    API_REQUIRE(NT_SUCCESS(
        ZwCreateEvent(&events[i], EVENT_ALL_ACCESS, NULL, SynchronizationEvent, i == 1)));
  }
  API_STATUS(ZwWaitForMultipleObjects(2, events, WaitAny, FALSE, NULL), STATUS_WAIT_1);
  API_STATUS(ZwWaitForMultipleObjects(2, events, WaitAny, FALSE, &now), STATUS_TIMEOUT);
  ZwSetEvent(events[0], NULL);
  API_STATUS(ZwWaitForMultipleObjects(2, events, WaitAll, FALSE, &now), STATUS_TIMEOUT);
  ZwSetEvent(events[1], NULL);
  API_STATUS(ZwWaitForMultipleObjects(2, events, WaitAll, FALSE, &now), STATUS_SUCCESS);
  API_STATUS(ZwWaitForMultipleObjects(0, events, WaitAll, FALSE, &now), STATUS_INVALID_PARAMETER_1);
  API_STATUS(ZwWaitForMultipleObjects(2, events, (WAIT_TYPE)7, FALSE, &now),
             STATUS_INVALID_PARAMETER_3);
  mixed[0] = events[0];
  mixed[1] = events[0];
  API_STATUS(ZwWaitForMultipleObjects(2, mixed, WaitAll, FALSE, &now),
             STATUS_INVALID_PARAMETER_MIX);
  mixed[1] = BAD;
  API_STATUS(ZwWaitForMultipleObjects(2, mixed, WaitAny, FALSE, &now), STATUS_INVALID_HANDLE);
  ZwClose(events[0]);
  ZwClose(events[1]);
}

static void duplicates(void) {
  HANDLE event = NULL, copy = NULL;
  OBJECT_HANDLE_FLAG_INFORMATION flags = {FALSE, TRUE};
  OBJECT_BASIC_INFORMATION basic;
  ULONG length = 0;
  UCHAR out[128];
  API_REQUIRE(NT_SUCCESS(ZwCreateEvent(&event, EVENT_ALL_ACCESS, NULL, NotificationEvent, FALSE)));
  API_STATUS(ZwDuplicateObject(NtCurrentProcess(), event, NtCurrentProcess(), &copy, 0, 0,
                               DUPLICATE_SAME_ACCESS),
             STATUS_SUCCESS);
  API_STATUS(ZwQueryObject(copy, ObjectBasicInformation, &basic, sizeof(basic), &length),
             STATUS_SUCCESS);
  API_EQUAL(basic.HandleCount, 2);
  API_STATUS(ZwQueryObject(copy, ObjectBasicInformation, &basic, 4, &length),
             STATUS_INFO_LENGTH_MISMATCH);
  API_STATUS(ZwQueryObject(BAD, ObjectBasicInformation, &basic, 4, &length), STATUS_INVALID_HANDLE);
  API_STATUS(ZwQueryObject(copy, ObjectTypeInformation, out, sizeof(out), &length), STATUS_SUCCESS);
  API_STATUS(ZwQueryObject(copy, ObjectNameInformation, out, sizeof(out), &length), STATUS_SUCCESS);
  API_STATUS(ZwSetInformationObject(copy, ObjectHandleFlagInformation, &flags, sizeof(flags)),
             STATUS_SUCCESS);
  API_STATUS(ZwClose(copy), STATUS_HANDLE_NOT_CLOSABLE);
  API_STATUS(NtClose(copy), STATUS_HANDLE_NOT_CLOSABLE);
  flags.ProtectFromClose = FALSE;
  API_STATUS(ZwSetInformationObject(copy, ObjectHandleFlagInformation, &flags, sizeof(flags)),
             STATUS_SUCCESS);
  API_STATUS(ZwSetInformationObject(copy, ObjectHandleFlagInformation, &flags, 1),
             STATUS_INFO_LENGTH_MISMATCH);
  API_STATUS(ZwClose(copy), STATUS_SUCCESS);
  API_STATUS(NtClose(event), STATUS_SUCCESS);
}

static void security(void) {
  HANDLE event = NULL, key = NULL;
  SECURITY_DESCRIPTOR sd;
  union {
    ACL acl;
    UCHAR bytes[64];
  } dacl;
  UCHAR out[256];
  ULONG length = 0;
  OBJECT_ATTRIBUTES attributes;
  UNICODE_STRING name;
  API_REQUIRE(NT_SUCCESS(ZwCreateEvent(&event, EVENT_ALL_ACCESS, NULL, NotificationEvent, FALSE)));
  RtlCreateAcl(&dacl.acl, 28, ACL_REVISION);
  RtlAddAccessAllowedAce(&dacl.acl, ACL_REVISION, GENERIC_READ, SeExports->SeWorldSid);
  RtlCreateSecurityDescriptor(&sd, SECURITY_DESCRIPTOR_REVISION);
  RtlSetDaclSecurityDescriptor(&sd, TRUE, &dacl.acl, FALSE);
  API_STATUS(ZwSetSecurityObject(event, DACL_SECURITY_INFORMATION, &sd), STATUS_SUCCESS);
  API_STATUS(ZwQuerySecurityObject(event, DACL_SECURITY_INFORMATION, out, 8, &length),
             STATUS_BUFFER_TOO_SMALL);
  API_EQUAL(length, 48);
  API_STATUS(ZwQuerySecurityObject(event, DACL_SECURITY_INFORMATION, out, sizeof(out), &length),
             STATUS_SUCCESS);
  API_STATUS(ZwQuerySecurityObject(BAD, DACL_SECURITY_INFORMATION, out, sizeof(out), &length),
             STATUS_INVALID_HANDLE);
  API_STATUS(ZwSetSecurityObject(BAD, DACL_SECURITY_INFORMATION, &sd), STATUS_INVALID_HANDLE);
  API_STATUS(ZwSetSecurityObject(event, DACL_SECURITY_INFORMATION, NULL), STATUS_ACCESS_VIOLATION);
  API_STATUS(ZwSetSecurityObject(event, OWNER_SECURITY_INFORMATION, &sd),
             STATUS_INVALID_SECURITY_DESCR);
  dacl.acl.AceCount = 9;
  API_STATUS(ZwSetSecurityObject(event, DACL_SECURITY_INFORMATION, &sd), STATUS_INVALID_ACL);
  dacl.acl.AceCount = 1;
  {
    SID bad = {9, 1, SECURITY_NT_AUTHORITY, {1}};
    sd.Owner = &bad;
    API_STATUS(ZwSetSecurityObject(event, OWNER_SECURITY_INFORMATION, &sd), STATUS_INVALID_SID);
    sd.Owner = NULL;
  }
  sd.Revision = 9;
  API_STATUS(ZwSetSecurityObject(event, DACL_SECURITY_INFORMATION, &sd), STATUS_UNKNOWN_REVISION);
  sd.Revision = 1;
  ZwClose(event);
  name_it(&attributes, &name, L"\\Registry\\Machine\\Software", NULL, 0);
  API_REQUIRE(NT_SUCCESS(ZwOpenKey(&key, KEY_ALL_ACCESS, &attributes)));
  API_STATUS(ZwQuerySecurityObject(key, OWNER_SECURITY_INFORMATION, out, sizeof(out), &length),
             STATUS_SUCCESS);
  ZwClose(key);
}

static void the_rest(void) {
  LUID one, two;
  UNICODE_STRING port = RTL_CONSTANT_STRING(L"\\RPC Control\\nobody");
  HANDLE handle = NULL;
  ULONG length = 0;
  TRANSACTION_BASIC_INFORMATION basic;
  SYSTEM_TIMEOFDAY_INFORMATION time;
  API_STATUS(ZwAllocateLocallyUniqueId(&one), STATUS_SUCCESS);
  API_STATUS(ZwAllocateLocallyUniqueId(&two), STATUS_SUCCESS);
  API_CHECK(!RtlEqualLuid(&one, &two));
  API_CHECK(*LpcPortObjectType != NULL && *TmTransactionObjectType != NULL);
  API_STATUS(ZwAllocateLocallyUniqueId(NULL), STATUS_ACCESS_VIOLATION);
  API_STATUS(ZwAlpcConnectPort(&handle, &port, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL),
             STATUS_OBJECT_NAME_NOT_FOUND);
  API_STATUS(ZwQueryInformationTransaction(BAD, TransactionBasicInformation, &basic, sizeof(basic),
                                           &length),
             STATUS_INVALID_HANDLE);
  API_STATUS(ZwQueryInformationTransaction(NtCurrentProcess(), TransactionBasicInformation, &basic,
                                           sizeof(basic), &length),
             STATUS_OBJECT_TYPE_MISMATCH);
  API_STATUS(ZwQueryInformationTransaction(BAD, (TRANSACTION_INFORMATION_CLASS)99, &basic,
                                           sizeof(basic), &length),
             STATUS_INVALID_INFO_CLASS);
  API_STATUS(ZwQuerySystemInformation(SystemTimeOfDayInformation, &time, sizeof(time), &length),
             STATUS_SUCCESS);
  API_CHECK(time.CurrentTime.QuadPart > time.BootTime.QuadPart);
  API_STATUS(ZwQuerySystemInformation((SYSTEM_INFORMATION_CLASS)9999, &time, sizeof(time), &length),
             STATUS_INVALID_INFO_CLASS);
}

const API_TEST ApiTests[] = {
    {"ZwEvent_IsSetAndWaitedFor_ByName", events},
    {"ZwEvent_RefusesBadNames", event_names},
    {"ZwDirectoryObject_HoldsNames", directories},
    {"ZwMakeTemporaryObject_LetsTheNameGo", permanent},
    {"ZwWaitForMultipleObjects_WaitsForAnyOrAll", waits},
    {"ZwDuplicateObject_SharesTheObject_AndFlagsProtectIt", duplicates},
    {"ZwSecurityObject_KeepsTheDescriptor", security},
    {"ZwSystem_GivesLuids_AndNoPortsOrTransactions", the_rest},
    {NULL, NULL},
};
