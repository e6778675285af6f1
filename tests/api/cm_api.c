/* Registry callbacks: notified, blocked, bypassed, with contexts, in the order of altitudes. */
#include "api.h"

#define KEY L"\\Registry\\Machine\\Software\\apicm"

static ULONG calls[64], order[8], ordered;
static LARGE_INTEGER cookie_high, cookie_low;
static NTSTATUS answer, post_answer;
static ULONG answer_class = MAXULONG, cleaned;
static NTSTATUS last_status;
static PVOID seen_object_context, seen_call_context;
static int high, low;

static NTSTATUS NTAPI callback(PVOID context, PVOID argument1, PVOID argument2) {
  const ULONG what = (ULONG)(ULONG_PTR)argument1;
  if (what < ARRAYSIZE(calls)) ++calls[what];
  if (what == RegNtPreSetValueKey && ordered < ARRAYSIZE(order)) {
    order[ordered++] = context == &high ? 1 : 2;
    ((PREG_SET_VALUE_KEY_INFORMATION)argument2)->CallContext = context;
  }
  if (what == RegNtPostSetValueKey) {
    PREG_POST_OPERATION_INFORMATION post = argument2;
    if (ordered < ARRAYSIZE(order)) order[ordered++] = context == &high ? 3 : 4;
    last_status = post->Status;
    seen_call_context = post->CallContext;
    API_CHECK(post->CallContext == context && post->PreInformation != NULL);
    if (context == &high) {
      seen_object_context = post->ObjectContext;
      if (post_answer != STATUS_SUCCESS) {
        post->ReturnStatus = post_answer;
        return STATUS_CALLBACK_BYPASS;
      }
    }
  }
  if (what == RegNtCallbackObjectContextCleanup) ++cleaned;
  return what == answer_class && context == &high ? answer : STATUS_SUCCESS;
}

static NTSTATUS add(int* context, PCWSTR altitude, PLARGE_INTEGER cookie) {
  UNICODE_STRING string;
  RtlInitUnicodeString(&string, altitude);
  return CmRegisterCallbackEx(callback, &string, ApiDriver, context, cookie, NULL);
}

static NTSTATUS create(PHANDLE key) {
  UNICODE_STRING name = RTL_CONSTANT_STRING(KEY);
  OBJECT_ATTRIBUTES attributes;
  InitializeObjectAttributes(&attributes, &name, OBJ_KERNEL_HANDLE, NULL, NULL);
  return ZwCreateKey(key, KEY_ALL_ACCESS, &attributes, 0, NULL, 0, NULL);
}

static NTSTATUS set(HANDLE key) {
  UNICODE_STRING name = RTL_CONSTANT_STRING(L"v");
  ULONG value = 1;
  return ZwSetValueKey(key, &name, 0, REG_DWORD, &value, sizeof(value));
}
static BOOLEAN is_set(HANDLE key) {
  UNICODE_STRING name = RTL_CONSTANT_STRING(L"v");
  UCHAR out[32];
  ULONG length;
  return NT_SUCCESS(
      ZwQueryValueKey(key, &name, KeyValuePartialInformation, out, sizeof(out), &length));
}

static void begin(void) {
  RtlZeroMemory(calls, sizeof(calls));
  ordered = 0;
  answer_class = MAXULONG;
  post_answer = STATUS_SUCCESS;
}

static void registrations(void) {
  LARGE_INTEGER cookie, none;
  UNICODE_STRING altitude = RTL_CONSTANT_STRING(L"380000");
  none.QuadPart = 0x7777;
  API_STATUS(CmRegisterCallbackEx(callback, &altitude, ApiDriver, &high, &cookie, NULL),
             STATUS_SUCCESS);
  API_CHECK(cookie.QuadPart != 0);
  API_STATUS(CmRegisterCallbackEx(callback, &altitude, ApiDriver, &low, &none, NULL),
             STATUS_FLT_INSTANCE_ALTITUDE_COLLISION);
  API_STATUS(CmUnRegisterCallback(cookie), STATUS_SUCCESS);
  API_STATUS(CmUnRegisterCallback(cookie), STATUS_INVALID_PARAMETER);
  API_STATUS(CmRegisterCallback(callback, &low, &cookie), STATUS_SUCCESS);
  API_STATUS(CmUnRegisterCallback(cookie), STATUS_SUCCESS);
}

static void notified(void) {
  HANDLE key = NULL;
  API_REQUIRE(NT_SUCCESS(add(&low, L"100000", &cookie_low)));
  API_REQUIRE(NT_SUCCESS(add(&high, L"380000.5", &cookie_high)));
  begin();
  API_STATUS(create(&key), STATUS_SUCCESS);
  API_EQUAL(calls[RegNtPreCreateKeyEx], 2);
  API_EQUAL(calls[RegNtPostCreateKeyEx], 2);
  API_STATUS(set(key), STATUS_SUCCESS);
  API_CHECK(ordered == 4 && order[0] == 1 && order[1] == 2 && order[2] == 4 && order[3] == 3);
  API_CHECK(is_set(key));
  API_EQUAL(calls[RegNtPreQueryValueKey], 2);
  API_EQUAL(calls[RegNtPostQueryValueKey], 2);
  ZwClose(key);
  API_EQUAL(calls[RegNtPreKeyHandleClose], 2);
  API_EQUAL(calls[RegNtPostKeyHandleClose], 2);
}

static void blocked(void) {
  HANDLE key = NULL;
  UNICODE_STRING name = RTL_CONSTANT_STRING(L"v");
  API_REQUIRE(NT_SUCCESS(create(&key)));
  ZwDeleteValueKey(key, &name);
  begin();
  answer_class = RegNtPreSetValueKey;
  answer = STATUS_ACCESS_DENIED;
  API_STATUS(set(key), STATUS_ACCESS_DENIED);
  API_CHECK(!is_set(key) && calls[RegNtPreSetValueKey] == 1 && calls[RegNtPostSetValueKey] == 0);
  answer = STATUS_CALLBACK_BYPASS;
  API_STATUS(set(key), STATUS_SUCCESS);
  API_CHECK(!is_set(key));
  begin();
  post_answer = STATUS_DISK_FULL;
  API_STATUS(set(key), STATUS_DISK_FULL);
  API_CHECK(is_set(key) && last_status == STATUS_SUCCESS);
  begin();
  ZwDeleteKey(key);
  API_EQUAL(calls[RegNtPreDeleteKey], 2);
  ZwClose(key);
}

static void opening_blocked(void) {
  HANDLE key = NULL;
  begin();
  answer_class = RegNtPreCreateKeyEx;
  answer = STATUS_ACCESS_DENIED;
  API_STATUS(create(&key), STATUS_ACCESS_DENIED);
  begin();
}

static void contexts(void) {
  HANDLE key = NULL;
  PVOID object = NULL, old = (PVOID)1;
  PCUNICODE_STRING name = NULL;
  UNICODE_STRING wanted = RTL_CONSTANT_STRING(KEY);
  ULONG_PTR id = 0, other = 0;
  begin();
  API_REQUIRE(NT_SUCCESS(create(&key)));
  API_REQUIRE(
      NT_SUCCESS(ObReferenceObjectByHandle(key, 0, *CmKeyObjectType, KernelMode, &object, NULL)));
  API_STATUS(CmSetCallbackObjectContext(object, &cookie_high, (PVOID)0x55, &old), STATUS_SUCCESS);
  API_CHECK(old == NULL);
  API_STATUS(set(key), STATUS_SUCCESS);
  API_EQUAL((ULONG_PTR)seen_object_context, 0x55);
  API_STATUS(CmCallbackGetKeyObjectID(&cookie_high, object, &id, &name), STATUS_SUCCESS);
  API_CHECK(RtlEqualUnicodeString(name, &wanted, TRUE));
  API_STATUS(CmCallbackGetKeyObjectID(NULL, object, &id, &name), STATUS_INVALID_PARAMETER);
  API_STATUS(CmCallbackGetKeyObjectIDEx(&cookie_high, object, &other, &name, 0), STATUS_SUCCESS);
  API_CHECK(id == other && RtlEqualUnicodeString(name, &wanted, TRUE));
  CmCallbackReleaseKeyObjectIDEx(name);
  API_STATUS(CmCallbackGetKeyObjectIDEx(&cookie_high, object, &other, &name, 1),
             STATUS_INVALID_PARAMETER);
  API_CHECK(CmGetBoundTransaction(&cookie_high, object) == NULL);
  ObDereferenceObject(object);
  cleaned = 0;
  ZwClose(key);
  API_EQUAL(cleaned, 1);
}

static void unregistered(void) {
  HANDLE key = NULL;
  ULONG major = 0, minor = 0;
  API_STATUS(CmUnRegisterCallback(cookie_high), STATUS_SUCCESS);
  API_STATUS(CmUnRegisterCallback(cookie_low), STATUS_SUCCESS);
  begin();
  API_REQUIRE(NT_SUCCESS(create(&key)));
  API_EQUAL(calls[RegNtPreCreateKeyEx], 0);
  ZwDeleteKey(key);
  ZwClose(key);
  CmGetCallbackVersion(&major, &minor);
  API_EQUAL(major, 1);
}

const API_TEST ApiTests[] = {
    {"CmRegisterCallbackEx_RefusesATakenAltitude", registrations},
    {"CmCallbacks_HearBeforeAndAfter_InOrderOfAltitude", notified},
    {"CmCallbacks_BlockBypassAndChangeTheStatus", blocked},
    {"CmCallbacks_BlockTheCreationOfAKey", opening_blocked},
    {"CmCallbackContexts_AreGivenBack_WhenTheKeyIsClosed", contexts},
    {"CmUnRegisterCallback_EndsTheNotifications", unregistered},
    {NULL, NULL},
};
