/* Changes nothing and prints each operation twice: on its way down and on its way back. The number
 * in brackets joins the two lines.
 *
 *   [17] pre  READ  paging sync offset 0 length 4096 irql 1
 *   [17] post READ  status 00000000 information 4096 irql 2
 *
 * A post-operation may run at DISPATCH_LEVEL in any thread: it prints only what lies in nonpaged
 * memory, and DbgPrint may be called there. */
#include <fltKernel.h>

static PFLT_FILTER filter;
static LONG numbers;

static const char* operation_name(UCHAR major) {
  switch (major) {
#define NAME(operation)           \
  case (UCHAR)IRP_MJ_##operation: \
    return #operation;
    NAME(CREATE)
    NAME(CREATE_NAMED_PIPE)
    NAME(CLOSE)
    NAME(READ)
    NAME(WRITE)
    NAME(QUERY_INFORMATION)
    NAME(SET_INFORMATION)
    NAME(QUERY_EA)
    NAME(SET_EA)
    NAME(FLUSH_BUFFERS)
    NAME(QUERY_VOLUME_INFORMATION)
    NAME(SET_VOLUME_INFORMATION)
    NAME(DIRECTORY_CONTROL)
    NAME(FILE_SYSTEM_CONTROL)
    NAME(DEVICE_CONTROL)
    NAME(INTERNAL_DEVICE_CONTROL)
    NAME(SHUTDOWN)
    NAME(LOCK_CONTROL)
    NAME(CLEANUP)
    NAME(CREATE_MAILSLOT)
    NAME(QUERY_SECURITY)
    NAME(SET_SECURITY)
    NAME(QUERY_QUOTA)
    NAME(SET_QUOTA)
    NAME(PNP)
    NAME(ACQUIRE_FOR_SECTION_SYNCHRONIZATION)
    NAME(RELEASE_FOR_SECTION_SYNCHRONIZATION)
    NAME(ACQUIRE_FOR_MOD_WRITE)
    NAME(RELEASE_FOR_MOD_WRITE)
    NAME(ACQUIRE_FOR_CC_FLUSH)
    NAME(RELEASE_FOR_CC_FLUSH)
    NAME(QUERY_OPEN)
    NAME(FAST_IO_CHECK_IF_POSSIBLE)
    NAME(NETWORK_QUERY_OPEN)
    NAME(MDL_READ)
    NAME(MDL_READ_COMPLETE)
    NAME(PREPARE_MDL_WRITE)
    NAME(MDL_WRITE_COMPLETE)
    NAME(VOLUME_MOUNT)
    NAME(VOLUME_DISMOUNT)
#undef NAME
    default:
      return "?";
  }
}

/* Names can be asked for at create; on the paging path they can't. */
static void print_create(PFLT_CALLBACK_DATA data, LONG number) {
  const ULONG options = data->Iopb->Parameters.Create.Options;
  PFLT_FILE_NAME_INFORMATION name = NULL;
  const NTSTATUS status =
      FltGetFileNameInformation(data, FLT_FILE_NAME_OPENED | FLT_FILE_NAME_QUERY_DEFAULT, &name);
  if (NT_SUCCESS(status)) {
    DbgPrint("[%d] pre  CREATE %wZ disposition %u options %06x\n", number, &name->Name,
             options >> 24, options & 0xffffff);
    FltReleaseFileNameInformation(name);
  } else {
    DbgPrint("[%d] pre  CREATE (no name: %08x)\n", number, status);
  }
}

static void print_transfer(PFLT_CALLBACK_DATA data, LONG number) {
  /* Read and Write lie alike in FLT_PARAMETERS. The flags mean something for IRPs only. */
  const FLT_IO_PARAMETER_BLOCK* iopb = data->Iopb;
  const ULONG flags = FLT_IS_IRP_OPERATION(data) ? iopb->IrpFlags : 0;
  DbgPrint(
      "[%d] pre  %s %s%s%s%s offset %I64d length %u irql %u\n", number,
      operation_name(iopb->MajorFunction), FLT_IS_FASTIO_OPERATION(data) ? "fast" : "",
      (flags & IRP_PAGING_IO) ? "paging" : "", (flags & IRP_SYNCHRONOUS_PAGING_IO) ? " sync" : "",
      (flags & (IRP_NOCACHE | IRP_PAGING_IO)) == IRP_NOCACHE ? "non-cached" : "",
      iopb->Parameters.Read.ByteOffset.QuadPart, iopb->Parameters.Read.Length, KeGetCurrentIrql());
}

static FLT_PREOP_CALLBACK_STATUS NTAPI pre_operation(PFLT_CALLBACK_DATA data,
                                                     PCFLT_RELATED_OBJECTS objects,
                                                     PVOID* context) {
  const UCHAR major = data->Iopb->MajorFunction;
  const LONG number = InterlockedIncrement(&numbers);
  (void)objects;
  *context = (PVOID)(LONG_PTR)number;
  if (major == IRP_MJ_CREATE) {
    print_create(data, number);
  } else if (major == IRP_MJ_READ || major == IRP_MJ_WRITE) {
    print_transfer(data, number);
  } else if (major == IRP_MJ_SET_INFORMATION || major == IRP_MJ_QUERY_INFORMATION) {
    DbgPrint("[%d] pre  %s class %d\n", number, operation_name(major),
             (int)data->Iopb->Parameters.SetFileInformation.FileInformationClass);
  } else {
    DbgPrint("[%d] pre  %s minor %u\n", number, operation_name(major), data->Iopb->MinorFunction);
  }
  return major == IRP_MJ_SHUTDOWN ? FLT_PREOP_SUCCESS_NO_CALLBACK : FLT_PREOP_SUCCESS_WITH_CALLBACK;
}

static FLT_POSTOP_CALLBACK_STATUS NTAPI post_operation(PFLT_CALLBACK_DATA data,
                                                       PCFLT_RELATED_OBJECTS objects, PVOID context,
                                                       FLT_POST_OPERATION_FLAGS flags) {
  (void)objects;
  DbgPrint("[%d] post %s %s status %08x information %Iu irql %u\n", (LONG)(LONG_PTR)context,
           operation_name(data->Iopb->MajorFunction),
           (flags & FLTFL_POST_OPERATION_DRAINING) ? "draining" : "", data->IoStatus.Status,
           data->IoStatus.Information, KeGetCurrentIrql());
  return FLT_POSTOP_FINISHED_PROCESSING;
}

#define BOTH(operation) {IRP_MJ_##operation, 0, pre_operation, post_operation, NULL}
static const FLT_OPERATION_REGISTRATION operations[] = {
    BOTH(CREATE),
    BOTH(CREATE_NAMED_PIPE),
    BOTH(CLOSE),
    BOTH(READ),
    BOTH(WRITE),
    BOTH(QUERY_INFORMATION),
    BOTH(SET_INFORMATION),
    BOTH(QUERY_EA),
    BOTH(SET_EA),
    BOTH(FLUSH_BUFFERS),
    BOTH(QUERY_VOLUME_INFORMATION),
    BOTH(SET_VOLUME_INFORMATION),
    BOTH(DIRECTORY_CONTROL),
    BOTH(FILE_SYSTEM_CONTROL),
    BOTH(DEVICE_CONTROL),
    BOTH(INTERNAL_DEVICE_CONTROL),
    {IRP_MJ_SHUTDOWN, 0, pre_operation, NULL, NULL}, /* has no post-operation */
    BOTH(LOCK_CONTROL),
    BOTH(CLEANUP),
    BOTH(CREATE_MAILSLOT),
    BOTH(QUERY_SECURITY),
    BOTH(SET_SECURITY),
    BOTH(QUERY_QUOTA),
    BOTH(SET_QUOTA),
    BOTH(PNP),
    BOTH(ACQUIRE_FOR_SECTION_SYNCHRONIZATION),
    BOTH(RELEASE_FOR_SECTION_SYNCHRONIZATION),
    BOTH(ACQUIRE_FOR_MOD_WRITE),
    BOTH(RELEASE_FOR_MOD_WRITE),
    BOTH(ACQUIRE_FOR_CC_FLUSH),
    BOTH(RELEASE_FOR_CC_FLUSH),
    BOTH(FAST_IO_CHECK_IF_POSSIBLE),
    BOTH(NETWORK_QUERY_OPEN),
    BOTH(MDL_READ),
    BOTH(MDL_READ_COMPLETE),
    BOTH(PREPARE_MDL_WRITE),
    BOTH(MDL_WRITE_COMPLETE),
    BOTH(VOLUME_MOUNT),
    BOTH(VOLUME_DISMOUNT),
    {IRP_MJ_OPERATION_END, 0, NULL, NULL, NULL}};

static NTSTATUS NTAPI unload(FLT_FILTER_UNLOAD_FLAGS flags) {
  (void)flags;
  FltUnregisterFilter(filter);
  return STATUS_SUCCESS;
}

static const FLT_REGISTRATION registration = {.Size = sizeof(FLT_REGISTRATION),
                                              .Version = FLT_REGISTRATION_VERSION,
                                              .OperationRegistration = operations,
                                              .FilterUnloadCallback = unload};

NTSTATUS NTAPI DriverEntry(PDRIVER_OBJECT driver, PUNICODE_STRING path) {
  NTSTATUS status = FltRegisterFilter(driver, &registration, &filter);
  (void)path;
  if (!NT_SUCCESS(status)) return status;
  status = FltStartFiltering(filter);
  if (!NT_SUCCESS(status)) FltUnregisterFilter(filter);
  return status;
}
