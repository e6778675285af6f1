/* A small C driver: INIT and PAGE by alloc_text, structured exceptions, a minifilter registration.
 */
#include <fltKernel.h>

DRIVER_INITIALIZE DriverEntry;
static PFLT_FILTER filter_handle;
static NTSTATUS NTAPI filter_unload(FLT_FILTER_UNLOAD_FLAGS Flags);
static NTSTATUS probe_user(PVOID Buffer, ULONG Length);

#pragma alloc_text(INIT, DriverEntry)
#pragma alloc_text(PAGE, filter_unload)
#pragma alloc_text(PAGE, probe_user)

static FLT_PREOP_CALLBACK_STATUS NTAPI pre_read(PFLT_CALLBACK_DATA Data,
                                                PCFLT_RELATED_OBJECTS FltObjects,
                                                PVOID* CompletionContext) {
  UNREFERENCED_PARAMETER(FltObjects);
  UNREFERENCED_PARAMETER(CompletionContext);
  if (FLT_IS_FASTIO_OPERATION(Data) && Data->Iopb->Parameters.Read.Length > PAGE_SIZE) {
    return FLT_PREOP_DISALLOW_FASTIO;
  }
  return FLT_PREOP_SUCCESS_NO_CALLBACK;
}

static const FLT_OPERATION_REGISTRATION operations[] = {
    {IRP_MJ_READ, 0, pre_read, NULL},
    {IRP_MJ_OPERATION_END},
};

static const FLT_REGISTRATION registration = {
    sizeof(FLT_REGISTRATION), FLT_REGISTRATION_VERSION, 0, NULL, operations, filter_unload,
};

static NTSTATUS NTAPI filter_unload(FLT_FILTER_UNLOAD_FLAGS Flags) {
  PAGED_CODE();
  UNREFERENCED_PARAMETER(Flags);
  FltUnregisterFilter(filter_handle);
  return STATUS_SUCCESS;
}

static NTSTATUS probe_user(PVOID Buffer, ULONG Length) {
  NTSTATUS status = STATUS_SUCCESS;
  UCHAR local[64];
  PAGED_CODE();
  try {
    ProbeForRead(Buffer, Length, 1);
    RtlCopyMemory(local, Buffer, Length < sizeof(local) ? Length : sizeof(local));
    status = local[0] == 0 ? STATUS_SUCCESS : STATUS_UNSUCCESSFUL;
  }
  except(EXCEPTION_EXECUTE_HANDLER) {
    status = GetExceptionCode();
  }
  return status;
}

NTSTATUS NTAPI DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath) {
  NTSTATUS status = probe_user(RegistryPath->Buffer, RegistryPath->Length);
  if (!NT_SUCCESS(status)) {
    DbgPrint("probe: %x, object type %p\n", status, *IoFileObjectType);
  }
  status = FltRegisterFilter(DriverObject, &registration, &filter_handle);
  if (NT_SUCCESS(status)) {
    status = FltStartFiltering(filter_handle);
  }
  return status;
}
