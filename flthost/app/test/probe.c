/* A minifilter that does what its service key says: Parameters\Mode (REG_SZ) names one thing, most
 * of them wrong. "report" prints what the key holds. */
#include <fltKernel.h>

#define TAG 'borP'

static PFLT_FILTER filter;
static WCHAR mode[32];
static volatile LONG spin = 1;

static BOOLEAN is_mode(PCWSTR name) {
  return _wcsicmp(mode, name) == 0;
}

static void spin_if(PCWSTR name) {
  if (!is_mode(name)) return;
  DbgPrint("probe spins\n");
  while (spin != 0) YieldProcessor();
}

static NTSTATUS query(PCUNICODE_STRING key, PCWSTR value, PVOID buffer, ULONG size) {
  UNICODE_STRING name;
  OBJECT_ATTRIBUTES attributes;
  HANDLE handle;
  ULONG needed;
  NTSTATUS status;
  InitializeObjectAttributes(&attributes, (PUNICODE_STRING)key,
                             OBJ_KERNEL_HANDLE | OBJ_CASE_INSENSITIVE, NULL, NULL);
  status = ZwOpenKey(&handle, KEY_READ, &attributes);
  if (!NT_SUCCESS(status)) return status;
  RtlInitUnicodeString(&name, value);
  status = ZwQueryValueKey(handle, &name, KeyValuePartialInformation, buffer, size, &needed);
  ZwClose(handle);
  return status;
}

static void append(PUNICODE_STRING to, PCUNICODE_STRING from, PCWSTR more) {
  RtlCopyUnicodeString(to, from);
  RtlAppendUnicodeToString(to, more);
}

/* A string of the key below the service's, or "" */
static void read_text(PCUNICODE_STRING path, PCWSTR subkey, PCWSTR value, PWCHAR out, ULONG units) {
  static WCHAR text[512];
  static UCHAR buffer[512];
  UNICODE_STRING key = {0, sizeof(text), text};
  KEY_VALUE_PARTIAL_INFORMATION* information = (KEY_VALUE_PARTIAL_INFORMATION*)buffer;
  out[0] = 0;
  append(&key, path, subkey);
  if (!NT_SUCCESS(query(&key, value, buffer, sizeof(buffer)))) return;
  if (information->Type != REG_SZ || information->DataLength > units * sizeof(WCHAR)) return;
  RtlCopyMemory(out, information->Data, information->DataLength);
}

static void report(PCUNICODE_STRING path) {
  static WCHAR text[128];
  DbgPrint("service key %wZ\n", path);
  read_text(path, L"\\Instances", L"DefaultInstance", text, 128);
  DbgPrint("default instance %ws\n", text);
  read_text(path, L"", L"Group", text, 128);
  DbgPrint("group %ws\n", text);
  DbgPrintEx(DPFLTR_FLTMGR_ID, DPFLTR_ERROR_LEVEL, "component error\n");
  DbgPrintEx(DPFLTR_FLTMGR_ID, DPFLTR_INFO_LEVEL, "component info\n");
}

/* What the driver makes is there when it looks again. */
static void write_and_look(PCUNICODE_STRING path) {
  static WCHAR text[512];
  static UCHAR buffer[128];
  UNICODE_STRING key = {0, sizeof(text), text};
  UNICODE_STRING name;
  OBJECT_ATTRIBUTES attributes;
  HANDLE handle;
  ULONG number = 4711, disposition = 0;
  KEY_VALUE_PARTIAL_INFORMATION* information = (KEY_VALUE_PARTIAL_INFORMATION*)buffer;
  append(&key, path, L"\\Made");
  InitializeObjectAttributes(&attributes, &key, OBJ_KERNEL_HANDLE | OBJ_CASE_INSENSITIVE, NULL,
                             NULL);
  if (!NT_SUCCESS(ZwCreateKey(&handle, KEY_ALL_ACCESS, &attributes, 0, NULL, 0, &disposition))) {
    return;
  }
  RtlInitUnicodeString(&name, L"Number");
  ZwSetValueKey(handle, &name, 0, REG_DWORD, &number, sizeof(number));
  ZwClose(handle);
  if (NT_SUCCESS(query(&key, L"Number", buffer, sizeof(buffer)))) {
    DbgPrint("made %lu, disposition %lu\n", *(ULONG*)information->Data, disposition);
  }
}

static FLT_PREOP_CALLBACK_STATUS NTAPI pre_read(PFLT_CALLBACK_DATA data,
                                                PCFLT_RELATED_OBJECTS objects, PVOID* context) {
  UNREFERENCED_PARAMETER(objects);
  UNREFERENCED_PARAMETER(context);
  spin_if(L"spin-read");
  /* A lost operation: nobody completes it. */
  if (is_mode(L"pend-read") && FLT_IS_IRP_OPERATION(data)) {
    DbgPrint("probe pends\n");
    return FLT_PREOP_PENDING;
  }
  if (is_mode(L"bad-event")) KeSetEvent((PKEVENT)(ULONG_PTR)0x00007f0000012340, 0, FALSE);
  if (is_mode(L"bad-system")) ExAcquireFastMutex((PFAST_MUTEX)(ULONG_PTR)0xffff800000001230);
  return FLT_PREOP_SUCCESS_NO_CALLBACK;
}

static const FLT_OPERATION_REGISTRATION operations[] = {
    {IRP_MJ_READ, 0, pre_read, NULL, NULL}, {IRP_MJ_OPERATION_END, 0, NULL, NULL, NULL}};

static NTSTATUS NTAPI unload(FLT_FILTER_UNLOAD_FLAGS flags) {
  if (is_mode(L"refuse-unload") && !(flags & FLTFL_FILTER_UNLOAD_MANDATORY)) {
    return STATUS_FLT_DO_NOT_DETACH;
  }
  spin_if(L"spin-unload");
  FltUnregisterFilter(filter);
  return STATUS_SUCCESS;
}

static NTSTATUS NTAPI query_teardown(PCFLT_RELATED_OBJECTS objects,
                                     FLT_INSTANCE_QUERY_TEARDOWN_FLAGS flags) {
  UNREFERENCED_PARAMETER(objects);
  UNREFERENCED_PARAMETER(flags);
  return is_mode(L"refuse-detach") ? STATUS_FLT_DO_NOT_DETACH : STATUS_SUCCESS;
}

static const FLT_REGISTRATION registration = {.Size = sizeof(FLT_REGISTRATION),
                                              .Version = FLT_REGISTRATION_VERSION,
                                              .OperationRegistration = operations,
                                              .FilterUnloadCallback = unload,
                                              .InstanceQueryTeardownCallback = query_teardown};

NTSTATUS NTAPI DriverEntry(PDRIVER_OBJECT driver, PUNICODE_STRING path) {
  NTSTATUS status;
  read_text(path, L"\\Parameters", L"Mode", mode, 32);
  if (is_mode(L"report")) report(path);
  if (is_mode(L"registry")) write_and_look(path);
  spin_if(L"spin-entry");
  if (is_mode(L"load-other")) {
    UNICODE_STRING other = RTL_CONSTANT_STRING(L"other");
    DbgPrint("load 0x%08x\n", FltLoadFilter(&other));
    DbgPrint("load again 0x%08x\n", FltLoadFilter(&other));
  }
  status = FltRegisterFilter(driver, &registration, &filter);
  if (!NT_SUCCESS(status)) return status;
  status = FltStartFiltering(filter);
  if (!NT_SUCCESS(status)) FltUnregisterFilter(filter);
  return status;
}
