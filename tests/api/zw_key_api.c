/* The registry by handle and by path. */
#include "api.h"

#define SERVICES L"\\Registry\\Machine\\System\\CurrentControlSet\\Services"

static NTSTATUS create(PCWSTR path, HANDLE root, ULONG options, PHANDLE key, PULONG how) {
  UNICODE_STRING name;
  OBJECT_ATTRIBUTES attributes;
  RtlInitUnicodeString(&name, path);
  InitializeObjectAttributes(&attributes, &name, OBJ_KERNEL_HANDLE | OBJ_CASE_INSENSITIVE, root,
                             NULL);
  return ZwCreateKey(key, KEY_ALL_ACCESS, &attributes, 0, NULL, options, how);
}
static NTSTATUS open(PCWSTR path, HANDLE root, PHANDLE key) {
  UNICODE_STRING name;
  OBJECT_ATTRIBUTES attributes;
  RtlInitUnicodeString(&name, path);
  InitializeObjectAttributes(&attributes, &name, OBJ_KERNEL_HANDLE | OBJ_CASE_INSENSITIVE, root,
                             NULL);
  return ZwOpenKey(key, KEY_READ, &attributes);
}

static void keys(void) {
  HANDLE key = NULL, child = NULL, again = NULL;
  ULONG how = 0;
  OBJECT_ATTRIBUTES attributes;
  UNICODE_STRING name = RTL_CONSTANT_STRING(L"Child");
  API_STATUS(create(SERVICES L"\\apikey", NULL, 0, &key, &how), STATUS_SUCCESS);
  API_EQUAL(how, REG_CREATED_NEW_KEY);
  API_STATUS(create(L"Child", key, REG_OPTION_VOLATILE, &child, &how), STATUS_SUCCESS);
  API_STATUS(ZwCreateKey(&again, KEY_READ, NULL, 0, NULL, 0, NULL), STATUS_ACCESS_VIOLATION);
  InitializeObjectAttributes(&attributes, &name, OBJ_KERNEL_HANDLE, key, NULL);
  API_STATUS(ZwCreateKey(&again, KEY_READ, &attributes, 0, NULL, 0, &how), STATUS_SUCCESS);
  API_EQUAL(how, REG_OPENED_EXISTING_KEY);
  API_STATUS(ZwClose(again), STATUS_SUCCESS);
  API_STATUS(ZwOpenKey(&again, KEY_READ, &attributes), STATUS_SUCCESS);
  ZwClose(again);
  API_STATUS(ZwOpenKeyEx(&again, KEY_READ, &attributes, 0), STATUS_SUCCESS);
  ZwClose(again);
  API_STATUS(ZwOpenKeyEx(&again, KEY_READ, &attributes, 0x1000), STATUS_INVALID_PARAMETER_4);
  attributes.RootDirectory = (HANDLE)0x7ff0;
  API_STATUS(ZwOpenKey(&again, KEY_READ, &attributes), STATUS_INVALID_HANDLE);
  attributes.RootDirectory = NULL;
  API_STATUS(ZwOpenKeyEx(&again, KEY_READ, &attributes, 0), STATUS_OBJECT_PATH_SYNTAX_BAD);
  attributes.RootDirectory = NtCurrentProcess();
  API_STATUS(ZwOpenKeyEx(&again, KEY_READ, &attributes, 0), STATUS_OBJECT_TYPE_MISMATCH);
  RtlInitUnicodeString(&name, L"Missing");
  attributes.RootDirectory = key;
  API_STATUS(ZwOpenKeyEx(&again, KEY_READ, &attributes, 0), STATUS_OBJECT_NAME_NOT_FOUND);
  API_STATUS(ZwFlushKey(child), STATUS_SUCCESS);
  API_STATUS(ZwDeleteKey(key), STATUS_CANNOT_DELETE);
  API_STATUS(ZwDeleteKey(child), STATUS_SUCCESS);
  API_STATUS(ZwFlushKey(child), STATUS_KEY_DELETED);
  API_STATUS(ZwDeleteKey(key), STATUS_SUCCESS);
  API_STATUS(ZwDeleteKey((HANDLE)0x7ff0), STATUS_INVALID_HANDLE);
  ZwClose(child);
  ZwClose(key);
  API_STATUS(open(SERVICES L"\\apikey", NULL, &key), STATUS_OBJECT_NAME_NOT_FOUND);
}

static void values(void) {
  HANDLE key = NULL;
  UNICODE_STRING name = RTL_CONSTANT_STRING(L"Number"), other = RTL_CONSTANT_STRING(L"None");
  ULONG number = 7, length = 0;
  struct {
    KEY_VALUE_PARTIAL_INFORMATION head;
    UCHAR more[64];
  } out;
  API_REQUIRE(NT_SUCCESS(create(SERVICES L"\\apivalue", NULL, 0, &key, NULL)));
  API_STATUS(ZwSetValueKey(key, &name, 0, REG_DWORD, &number, sizeof(number)), STATUS_SUCCESS);
  API_STATUS(ZwSetValueKey((HANDLE)0x7ff0, &name, 0, REG_DWORD, &number, sizeof(number)),
             STATUS_INVALID_HANDLE);
  API_STATUS(ZwQueryValueKey(key, &name, KeyValuePartialInformation, &out, sizeof(out), &length),
             STATUS_SUCCESS);
  API_CHECK(out.head.Type == REG_DWORD && *(ULONG*)out.head.Data == 7);
  API_STATUS(ZwQueryValueKey(key, &other, KeyValuePartialInformation, &out, sizeof(out), &length),
             STATUS_OBJECT_NAME_NOT_FOUND);
  API_STATUS(ZwQueryValueKey(key, &name, KeyValuePartialInformation, &out, 4, &length),
             STATUS_BUFFER_TOO_SMALL);
  API_STATUS(ZwQueryValueKey(key, &name, KeyValuePartialInformation, &out, 14, &length),
             STATUS_BUFFER_OVERFLOW);
  API_EQUAL(length, 16);
  API_STATUS(
      ZwQueryValueKey(key, &name, (KEY_VALUE_INFORMATION_CLASS)99, &out, sizeof(out), &length),
      STATUS_INVALID_PARAMETER);
  API_STATUS(ZwEnumerateValueKey(key, 0, KeyValueBasicInformation, &out, sizeof(out), &length),
             STATUS_SUCCESS);
  API_STATUS(ZwEnumerateValueKey(key, 1, KeyValueBasicInformation, &out, sizeof(out), &length),
             STATUS_NO_MORE_ENTRIES);
  API_STATUS(ZwEnumerateValueKey(key, 0, KeyValueBasicInformation, &out, 2, &length),
             STATUS_BUFFER_TOO_SMALL);
  API_STATUS(ZwEnumerateValueKey(key, 0, KeyValueBasicInformation, &out, 14, &length),
             STATUS_BUFFER_OVERFLOW);
  API_STATUS(ZwEnumerateValueKey(key, 0, (KEY_VALUE_INFORMATION_CLASS)99, &out, 2, &length),
             STATUS_INVALID_PARAMETER);
  API_STATUS(ZwDeleteValueKey(key, &name), STATUS_SUCCESS);
  API_STATUS(ZwDeleteValueKey(key, &name), STATUS_OBJECT_NAME_NOT_FOUND);
  API_STATUS(ZwDeleteValueKey((HANDLE)0x7ff0, &name), STATUS_INVALID_HANDLE);
  ZwDeleteKey(key);
  ZwClose(key);
}

static void enumerations(void) {
  HANDLE key = NULL, child = NULL;
  ULONG length = 0;
  struct {
    KEY_BASIC_INFORMATION head;
    UCHAR more[64];
  } out;
  KEY_FULL_INFORMATION full;
  API_REQUIRE(NT_SUCCESS(create(SERVICES L"\\apienum", NULL, 0, &key, NULL)));
  API_REQUIRE(NT_SUCCESS(create(L"one", key, 0, &child, NULL)));
  API_STATUS(ZwEnumerateKey(key, 0, KeyBasicInformation, &out, sizeof(out), &length),
             STATUS_SUCCESS);
  API_EQUAL(out.head.NameLength, 6);
  API_STATUS(ZwEnumerateKey(key, 1, KeyBasicInformation, &out, sizeof(out), &length),
             STATUS_NO_MORE_ENTRIES);
  API_STATUS(ZwEnumerateKey(key, 0, KeyBasicInformation, &out, 4, &length),
             STATUS_BUFFER_TOO_SMALL);
  API_STATUS(ZwEnumerateKey(key, 0, KeyBasicInformation, &out, 18, &length),
             STATUS_BUFFER_OVERFLOW);
  API_STATUS(ZwEnumerateKey(key, 0, (KEY_INFORMATION_CLASS)99, &out, 18, &length),
             STATUS_INVALID_PARAMETER);
  API_STATUS(ZwQueryKey(key, KeyFullInformation, &full, sizeof(full), &length), STATUS_SUCCESS);
  API_EQUAL(full.SubKeys, 1);
  API_STATUS(ZwQueryKey(key, KeyNameInformation, &out, 8, &length), STATUS_BUFFER_OVERFLOW);
  API_STATUS(ZwQueryKey(key, KeyFullInformation, &full, 4, &length), STATUS_BUFFER_TOO_SMALL);
  API_STATUS(ZwQueryKey(key, (KEY_INFORMATION_CLASS)99, &full, 4, &length),
             STATUS_INVALID_PARAMETER);
  ZwDeleteKey(child);
  ZwClose(child);
  ZwDeleteKey(key);
  ZwClose(key);
}

static NTSTATUS NTAPI found(PWSTR name, ULONG type, PVOID data, ULONG length, PVOID context,
                            PVOID entry_context) {
  UNREFERENCED_PARAMETER(name);
  UNREFERENCED_PARAMETER(entry_context);
  API_CHECK(type == REG_DWORD && length == sizeof(ULONG));
  *(ULONG*)context += *(ULONG*)data;
  return STATUS_SUCCESS;
}

static void by_path(void) {
  ULONG number = 5, sum = 0;
  RTL_QUERY_REGISTRY_TABLE table[2] = {
      {found, RTL_QUERY_REGISTRY_REQUIRED, L"Number", NULL, REG_NONE, NULL, 0}};
  RtlZeroMemory(&table[1], sizeof(table[1]));
  API_STATUS(RtlCheckRegistryKey(RTL_REGISTRY_SERVICES, L"apipath"), STATUS_OBJECT_NAME_NOT_FOUND);
  API_STATUS(RtlCreateRegistryKey(RTL_REGISTRY_SERVICES, L"apipath"), STATUS_SUCCESS);
  API_STATUS(RtlCheckRegistryKey(RTL_REGISTRY_SERVICES, L"apipath"), STATUS_SUCCESS);
  API_STATUS(RtlWriteRegistryValue(RTL_REGISTRY_SERVICES, L"apipath", L"Number", REG_DWORD, &number,
                                   sizeof(number)),
             STATUS_SUCCESS);
  API_STATUS(RtlQueryRegistryValues(RTL_REGISTRY_SERVICES, L"apipath", table, &sum, NULL),
             STATUS_SUCCESS);
  API_EQUAL(sum, 5);
  API_STATUS(RtlQueryRegistryValues(77, L"apipath", table, &sum, NULL), STATUS_INVALID_PARAMETER);
  API_STATUS(RtlDeleteRegistryValue(RTL_REGISTRY_SERVICES, L"apipath", L"Number"), STATUS_SUCCESS);
  API_STATUS(RtlQueryRegistryValues(RTL_REGISTRY_SERVICES, L"apipath", table, &sum, NULL),
             STATUS_OBJECT_NAME_NOT_FOUND);
}

static void direct(void) {
  ULONG number = 0, value = 6;
  WCHAR small[2];
  UNICODE_STRING text = {0, sizeof(small), small};
  RTL_QUERY_REGISTRY_TABLE table[2] = {
      {NULL, RTL_QUERY_REGISTRY_DIRECT | RTL_QUERY_REGISTRY_TYPECHECK, L"Number", &number,
       (REG_DWORD << RTL_QUERY_REGISTRY_TYPECHECK_SHIFT) | REG_NONE, NULL, 0}};
  RtlZeroMemory(&table[1], sizeof(table[1]));
  RtlWriteRegistryValue(RTL_REGISTRY_SERVICES, L"apipath", L"Number", REG_DWORD, &value,
                        sizeof(value));
  RtlWriteRegistryValue(RTL_REGISTRY_SERVICES, L"apipath", L"Text", REG_SZ, L"longer", 14);
  API_STATUS(RtlQueryRegistryValues(RTL_REGISTRY_SERVICES, L"apipath", table, NULL, NULL),
             STATUS_SUCCESS);
  API_EQUAL(number, 6);
  table[0].Name = L"Text";
  API_STATUS(RtlQueryRegistryValues(RTL_REGISTRY_SERVICES, L"apipath", table, NULL, NULL),
             STATUS_OBJECT_TYPE_MISMATCH);
  table[0].Flags = RTL_QUERY_REGISTRY_DIRECT;
  table[0].EntryContext = &text;
  API_STATUS(RtlQueryRegistryValues(RTL_REGISTRY_SERVICES, L"apipath", table, NULL, NULL),
             STATUS_BUFFER_TOO_SMALL);
}

static void driver_key(void) {
  HANDLE key = NULL;
  API_STATUS(IoOpenDriverRegistryKey(ApiDriver, (DRIVER_REGKEY_TYPE)0, KEY_READ, 0, &key),
             STATUS_SUCCESS);
  ZwClose(key);
  API_STATUS(IoOpenDriverRegistryKey(ApiDriver, (DRIVER_REGKEY_TYPE)0, KEY_READ, 1, &key),
             STATUS_INVALID_PARAMETER);
}

const API_TEST ApiTests[] = {
    {"ZwKey_IsCreatedOpenedAndDeleted", keys},
    {"ZwValueKey_IsSetQueriedAndDeleted", values},
    {"ZwEnumerateKey_TellsTooSmallFromOverflow", enumerations},
    {"RtlRegistry_GoesByPath", by_path},
    {"RtlQueryRegistryValues_FillsDirectEntries", direct},
    {"IoOpenDriverRegistryKey_OpensTheParameters", driver_key},
    {NULL, NULL},
};
