// DriverEntry, registration, instances and unload.
#include "driver.h"

namespace sluice::driver {

namespace {

FLT_INSTANCE_SETUP_CALLBACK instance_setup;
FLT_INSTANCE_QUERY_TEARDOWN_CALLBACK instance_query_teardown;
FLT_INSTANCE_TEARDOWN_CALLBACK instance_teardown_start, instance_teardown_complete;
FLT_FILTER_UNLOAD_CALLBACK unload;

const FLT_OPERATION_REGISTRATION kOperations[] = {
    {IRP_MJ_CREATE, 0, create_pre, create_post},
    {IRP_MJ_READ, 0, read_pre, read_post},
    {IRP_MJ_WRITE, 0, write_pre, write_post},
    {static_cast<UCHAR>(IRP_MJ_MDL_READ), 0, mdl_read_pre, nullptr},
    {static_cast<UCHAR>(IRP_MJ_PREPARE_MDL_WRITE), 0, mdl_write_pre, nullptr},
    {IRP_MJ_SET_INFORMATION, 0, change_pre, change_post},
    {IRP_MJ_CLEANUP, 0, cleanup_pre, cleanup_post},
    {IRP_MJ_CLOSE, 0, close_pre, close_post},
    {static_cast<UCHAR>(IRP_MJ_ACQUIRE_FOR_SECTION_SYNCHRONIZATION), 0, section_pre, section_post},
    {IRP_MJ_OPERATION_END},
};

SLUICE_PAGED Name* volume_name(PFLT_VOLUME volume) {
  PAGED_CODE();
  ULONG needed = 0;
  NTSTATUS status = FltGetVolumeName(volume, nullptr, &needed);
  if (status != STATUS_BUFFER_TOO_SMALL || needed == 0 || needed > protocol::kMaxPathBytes) {
    return nullptr;
  }
  auto* buffer = static_cast<PWCH>(allocate(needed, kTagName));
  if (buffer == nullptr) return nullptr;
  UNICODE_STRING text = {0, static_cast<USHORT>(needed), buffer};
  status = FltGetVolumeName(volume, &text, nullptr);
  Name* name = NT_SUCCESS(status) ? name_make(&text, nullptr) : nullptr;
  release(buffer, kTagName);
  return name;
}

SLUICE_PAGED uint32_t sector_bytes(PFLT_VOLUME volume) {
  PAGED_CODE();
  // The names behind the structure are not wanted: a buffer that is too small for them still gets
  // the structure.
  FLT_VOLUME_PROPERTIES properties = {};
  ULONG returned = 0;
  const NTSTATUS status =
      FltGetVolumeProperties(volume, &properties, sizeof(properties), &returned);
  if (!NT_SUCCESS(status) && status != STATUS_BUFFER_OVERFLOW) return PAGE_SIZE;
  return properties.SectorSize != 0 ? properties.SectorSize : PAGE_SIZE;
}

SLUICE_PAGED NTSTATUS instance_setup(PCFLT_RELATED_OBJECTS objects, FLT_INSTANCE_SETUP_FLAGS,
                                     DEVICE_TYPE device, FLT_FILESYSTEM_TYPE) {
  PAGED_CODE();
  if (device != FILE_DEVICE_DISK_FILE_SYSTEM) return STATUS_FLT_DO_NOT_ATTACH;
  PFLT_CONTEXT context = nullptr;
  NTSTATUS status = FltAllocateContext(g.filter, FLT_INSTANCE_CONTEXT, sizeof(InstanceContext),
                                       g.nonpaged, &context);
  if (!NT_SUCCESS(status)) return status;
  auto* instance = static_cast<InstanceContext*>(context);
  zero_bytes(instance, sizeof(*instance));
  instance->sector_bytes = sector_bytes(objects->Volume);
  instance->volume = volume_name(objects->Volume);
  status =
      FltSetInstanceContext(objects->Instance, FLT_SET_CONTEXT_KEEP_IF_EXISTS, instance, nullptr);
  FltReleaseContext(instance);
  return status;
}

// Detaching by hand is allowed at any time.
SLUICE_PAGED NTSTATUS instance_query_teardown(PCFLT_RELATED_OBJECTS,
                                              FLT_INSTANCE_QUERY_TEARDOWN_FLAGS) {
  PAGED_CODE();
  return STATUS_SUCCESS;
}

// From here on nothing of this instance is asked or pended, and what is pended goes back at once.
SLUICE_PAGED void instance_teardown_start(PCFLT_RELATED_OBJECTS objects,
                                          FLT_INSTANCE_TEARDOWN_FLAGS) {
  PAGED_CODE();
  InstanceContext* instance = instance_context(objects);
  if (instance != nullptr) {
    instance->draining.store_release(1);
    FltReleaseContext(instance);
  }
  pend_release(objects->Instance, Reason::Draining);
}

// Called when every pended request is back: nothing is left to do.
SLUICE_PAGED void instance_teardown_complete(PCFLT_RELATED_OBJECTS, FLT_INSTANCE_TEARDOWN_FLAGS) {
  PAGED_CODE();
}

// After the last callback: frees what they used. Also undoes a failed DriverEntry.
SLUICE_PAGED void free_all() {
  PAGED_CODE();
  pend_destroy();
  notify_destroy();
  release(g.processes, kTagTable);
  g.processes = nullptr;
  if (g.op_list_ready) ExDeleteNPagedLookasideList(&g.op_list);
  g.op_list_ready = false;
}

SLUICE_PAGED void stop_process_notify() {
  PAGED_CODE();
  if (!g.process_notify) return;
  PsSetCreateProcessNotifyRoutineEx(process_notify, TRUE);
  g.process_notify = false;
}

// The order matters: no new asks; the waiting ones released; events delivered while the port still
// stands, also to a service that connects only now; no new connection; threads joined; then the
// Filter Manager waits for our callbacks.
SLUICE_PAGED NTSTATUS unload(FLT_FILTER_UNLOAD_FLAGS) {
  PAGED_CODE();
  g.unloading.store_release(1);
  stop_process_notify();
  pend_release(nullptr, Reason::Draining);
  notify_stop();
  port_close_server();
  port_close_client();
  pend_stop();
  FltUnregisterFilter(g.filter);
  g.filter = nullptr;
  free_all();
  return STATUS_SUCCESS;
}

SLUICE_INIT void learn_system() {
  RTL_OSVERSIONINFOW version = {};
  version.dwOSVersionInfoSize = sizeof(version);
  const NTSTATUS status = RtlGetVersion(&version);
  const bool windows8 =
      NT_SUCCESS(status) &&
      (version.dwMajorVersion > 6 || (version.dwMajorVersion == 6 && version.dwMinorVersion >= 2));
  g.nonpaged = windows8 ? NonPagedPoolNx : NonPagedPool;
  g.mapping = NormalPagePriority | (windows8 ? MdlMappingNoExecute : 0);
  // DriverEntry runs in the System process.
  g.system_pid = HandleToULong(PsGetCurrentProcessId());
  LARGE_INTEGER frequency;
  LARGE_INTEGER now;
  g.base_counter = KeQueryPerformanceCounter(&frequency).QuadPart;
  g.counter_frequency = frequency.QuadPart != 0 ? frequency.QuadPart : 1;
  KeQuerySystemTime(&now);
  g.base_time = now.QuadPart;
  // Tells loads apart, need not be secret.
  g.boot = (static_cast<uint64_t>(now.QuadPart) * 0x9e3779b97f4a7c15ull) ^
           static_cast<uint64_t>(g.base_counter);
  if (g.boot == 0) g.boot = 1;
}

SLUICE_INIT NTSTATUS make_tables() {
  g.processes = static_cast<ProcessTable*>(allocate(sizeof(ProcessTable), kTagTable));
  if (g.processes == nullptr) return STATUS_INSUFFICIENT_RESOURCES;
  g.processes->init();
  KeInitializeSpinLock(&g.process_lock);
  ExInitializeNPagedLookasideList(&g.op_list, nullptr, nullptr,
                                  g.nonpaged == NonPagedPoolNx ? POOL_NX_ALLOCATION : 0, sizeof(Op),
                                  kTagOp, 0);
  g.op_list_ready = true;
  return STATUS_SUCCESS;
}

SLUICE_INIT NTSTATUS register_filter(PDRIVER_OBJECT driver) {
  FLT_REGISTRATION registration = {};
  registration.Size = sizeof(registration);
  registration.Version = FLT_REGISTRATION_VERSION_0203;
  if (g.nonpaged == NonPagedPool) {  // Windows 7 knows no section callback
    registration.Size = FIELD_OFFSET(FLT_REGISTRATION, SectionNotificationCallback);
    registration.Version = FLT_REGISTRATION_VERSION_0202;
  }
  registration.ContextRegistration = kContextRegistration;
  registration.OperationRegistration = kOperations;
  registration.FilterUnloadCallback = unload;
  registration.InstanceSetupCallback = instance_setup;
  registration.InstanceQueryTeardownCallback = instance_query_teardown;
  registration.InstanceTeardownStartCallback = instance_teardown_start;
  registration.InstanceTeardownCompleteCallback = instance_teardown_complete;
  return FltRegisterFilter(driver, &registration, &g.filter);
}

// Callbacks can come from FltStartFiltering on, so it is last.
SLUICE_INIT NTSTATUS start(PDRIVER_OBJECT driver) {
  NTSTATUS status = make_tables();
  if (NT_SUCCESS(status)) status = register_filter(driver);
  if (NT_SUCCESS(status)) status = notify_start();
  if (NT_SUCCESS(status)) status = pend_start();
  if (NT_SUCCESS(status)) status = port_open();
  if (NT_SUCCESS(status)) {
    status = PsSetCreateProcessNotifyRoutineEx(process_notify, FALSE);
    g.process_notify = NT_SUCCESS(status);
  }
  if (NT_SUCCESS(status)) status = FltStartFiltering(g.filter);
  return status;
}

SLUICE_INIT void undo() {
  g.unloading.store_release(1);
  stop_process_notify();
  notify_stop();
  port_close_server();
  if (g.filter != nullptr) port_close_client();
  pend_stop();
  if (g.filter != nullptr) FltUnregisterFilter(g.filter);
  g.filter = nullptr;
  free_all();
}

}  // namespace
}  // namespace sluice::driver

extern "C" DRIVER_INITIALIZE DriverEntry;

extern "C" SLUICE_INIT NTSTATUS DriverEntry(PDRIVER_OBJECT driver, PUNICODE_STRING) {
  using namespace sluice::driver;
  // A driver that is loaded again in the same image starts from nothing.
  zero_bytes(&g, sizeof(g));
  learn_system();
  const NTSTATUS status = start(driver);
  if (!NT_SUCCESS(status)) undo();
  return status;
}
