/* DriverEntry and the book-keeping of every driver in this folder. */
#include "api.h"

PFLT_FILTER ApiFilter;
PFLT_INSTANCE ApiInstance;
PFLT_VOLUME ApiVolume;
PDRIVER_OBJECT ApiDriver;
UNICODE_STRING ApiRegistryPath;

static ULONG failed;

BOOLEAN ApiEqual(const char* file, int line, const char* what, ULONG64 got, ULONG64 wanted) {
  if (got == wanted) return TRUE;
  ++failed;
  DbgPrint("API wrong %s:%d: %s is 0x%I64x, wanted 0x%I64x\n", file, line, what, got, wanted);
  return FALSE;
}

__attribute__((weak)) void ApiRegistration(FLT_REGISTRATION* registration) {
  (void)registration;
}

static NTSTATUS NTAPI unload(FLT_FILTER_UNLOAD_FLAGS flags) {
  (void)flags;
  FltUnregisterFilter(ApiFilter);
  return STATUS_SUCCESS;
}

static NTSTATUS NTAPI instance_setup(PCFLT_RELATED_OBJECTS objects, FLT_INSTANCE_SETUP_FLAGS flags,
                                     DEVICE_TYPE device, FLT_FILESYSTEM_TYPE type) {
  (void)flags;
  (void)device;
  (void)type;
  ApiInstance = objects->Instance;
  ApiVolume = objects->Volume;
  return STATUS_SUCCESS;
}

static void run_tests(void) {
  ULONG count = 0;
  for (const API_TEST* test = ApiTests; test->name != NULL; ++test, ++count) {
    const ULONG before = failed;
    const KIRQL irql = KeGetCurrentIrql();
    DbgPrint("API run %s\n", test->name);
    test->routine();
    API_EQUAL(KeGetCurrentIrql(), irql);
    DbgPrint("API %s %s\n", failed == before ? "ok" : "failed", test->name);
  }
  DbgPrint("API end %u\n", count);
}

NTSTATUS NTAPI DriverEntry(PDRIVER_OBJECT driver, PUNICODE_STRING registry_path) {
  FLT_REGISTRATION registration = {0};
  NTSTATUS status;
  ApiDriver = driver;
  ApiRegistryPath = *registry_path;
  registration.Size = sizeof(registration);
  registration.Version = FLT_REGISTRATION_VERSION;
  registration.FilterUnloadCallback = unload;
  registration.InstanceSetupCallback = instance_setup;
  ApiRegistration(&registration);
  status = FltRegisterFilter(driver, &registration, &ApiFilter);
  if (!NT_SUCCESS(status)) return status;
  status = FltStartFiltering(ApiFilter);
  if (!NT_SUCCESS(status)) {
    FltUnregisterFilter(ApiFilter);
    return status;
  }
  run_tests();
  return STATUS_SUCCESS;
}
