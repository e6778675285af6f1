/* Keeps what lies on the disk transformed. Every buffer of a read or write is replaced by one of
 * the driver's own, so nobody ever sees the half-done bytes:
 *
 *   paging and non-cached I/O   what goes to the disk is transformed, what comes back is undone
 *   cached and fast I/O         the cache holds the plain bytes (its misses are paging reads), so
 *                               the bytes are copied as they are
 *
 * The transformation is an exclusive-or with a key that depends on the byte's place in the file,
 * except that zero stays zero (and the key's own value, so that it can be undone): a hole, and the
 * zeros behind a file's end, need no care then. It is an example, and no encryption. */
#include <fltKernel.h>

#define TAG_BUFFER 'BpwS'
#define TAG_CONTEXT 'CpwS'

typedef struct INSTANCE {
  ULONG sector_size;
} INSTANCE;

/* From a pre-operation to its post-operation. */
typedef struct SWAP {
  PVOID buffer; /* ours, in nonpaged pool */
  PFLT_INSTANCE instance;
  BOOLEAN transform;
} SWAP;

static PFLT_FILTER filter;
static NPAGED_LOOKASIDE_LIST swaps;

static void transform(UCHAR* to, const UCHAR* from, SIZE_T length, ULONGLONG offset) {
  for (SIZE_T i = 0; i < length; ++i) {
    const ULONGLONG at = offset + i;
    const UCHAR key = (UCHAR)((at * 167u + (at >> 12)) | 1);
    const UCHAR byte = from[i];
    to[i] = byte == 0 || byte == key ? byte : byte ^ key;
  }
}

static void copy(const SWAP* swap, PVOID to, const VOID* from, SIZE_T length,
                 LARGE_INTEGER offset) {
  if (swap->transform) {
    transform(to, from, length, (ULONGLONG)offset.QuadPart);
  } else {
    RtlCopyMemory(to, from, length);
  }
}

static void free_swap(SWAP* swap) {
  FltFreePoolAlignedWithTag(swap->instance, swap->buffer, TAG_BUFFER);
  ExFreeToNPagedLookasideList(&swaps, swap);
}

/* What the disk stores: paging I/O and non-cached I/O. Flags mean something for IRPs only. */
static BOOLEAN reaches_disk(PFLT_CALLBACK_DATA data) {
  return FLT_IS_IRP_OPERATION(data) &&
         (data->Iopb->IrpFlags & (IRP_PAGING_IO | IRP_NOCACHE | IRP_SYNCHRONOUS_PAGING_IO)) != 0;
}

/* Our buffer for `length` bytes, with an MDL when the operation is an IRP. */
static NTSTATUS make_swap(PFLT_CALLBACK_DATA data, PFLT_INSTANCE instance, ULONG length,
                          SWAP** result, PMDL* mdl) {
  INSTANCE* context = NULL;
  const BOOLEAN non_cached = FLT_IS_IRP_OPERATION(data) && (data->Iopb->IrpFlags & IRP_NOCACHE);
  ULONG size = length;
  SWAP* swap;
  NTSTATUS status = FltGetInstanceContext(instance, (PFLT_CONTEXT*)&context);
  if (!NT_SUCCESS(status)) return status;
  /* Non-cached I/O moves whole sectors, whatever the length says. */
  if (non_cached) size = (length + context->sector_size - 1) & ~(context->sector_size - 1);
  FltReleaseContext(context);
  swap = ExAllocateFromNPagedLookasideList(&swaps);
  if (swap == NULL) return STATUS_INSUFFICIENT_RESOURCES;
  swap->instance = instance;
  swap->transform = reaches_disk(data);
  swap->buffer = FltAllocatePoolAlignedWithTag(instance, NonPagedPoolNx, size, TAG_BUFFER);
  if (swap->buffer == NULL) {
    ExFreeToNPagedLookasideList(&swaps, swap);
    return STATUS_INSUFFICIENT_RESOURCES;
  }
  *mdl = NULL;
  if (FLT_IS_IRP_OPERATION(data)) {
    *mdl = IoAllocateMdl(swap->buffer, size, FALSE, FALSE, NULL);
    if (*mdl == NULL) {
      free_swap(swap);
      return STATUS_INSUFFICIENT_RESOURCES;
    }
    MmBuildMdlForNonPagedPool(*mdl);
  }
  *result = swap;
  return STATUS_SUCCESS;
}

static FLT_PREOP_CALLBACK_STATUS fail(PFLT_CALLBACK_DATA data, NTSTATUS status) {
  data->IoStatus.Status = status;
  data->IoStatus.Information = 0;
  return FLT_PREOP_COMPLETE;
}

/* The caller's bytes, where they can be touched: the MDL when there is one. */
static PVOID caller_bytes(PMDL mdl, PVOID buffer) {
  if (mdl == NULL) return buffer;
  return MmGetSystemAddressForMdlSafe(mdl, NormalPagePriority | MdlMappingNoExecute);
}

/* The cache's own pages, or nothing to move: neither needs a buffer of ours. */
static BOOLEAN needs_no_swap(PFLT_CALLBACK_DATA data, ULONG length) {
  return length == 0 || (data->Iopb->MinorFunction & IRP_MN_MDL) != 0;
}

static FLT_PREOP_CALLBACK_STATUS NTAPI pre_read(PFLT_CALLBACK_DATA data,
                                                PCFLT_RELATED_OBJECTS objects, PVOID* context) {
  const ULONG length = data->Iopb->Parameters.Read.Length;
  PMDL mdl = NULL;
  SWAP* swap = NULL;
  NTSTATUS status;
  if (needs_no_swap(data, length)) return FLT_PREOP_SUCCESS_NO_CALLBACK;
  status = make_swap(data, objects->Instance, length, &swap, &mdl);
  if (!NT_SUCCESS(status)) return fail(data, status);
  data->Iopb->Parameters.Read.ReadBuffer = swap->buffer;
  data->Iopb->Parameters.Read.MdlAddress = mdl;
  FltSetCallbackDataDirty(data);
  *context = swap;
  return FLT_PREOP_SUCCESS_WITH_CALLBACK;
}

/* The operation's parameters are the caller's again. */
static void give_back(PFLT_CALLBACK_DATA data, const SWAP* swap, PVOID to) {
  copy(swap, to, swap->buffer, data->IoStatus.Information, data->Iopb->Parameters.Read.ByteOffset);
}

static FLT_POSTOP_CALLBACK_STATUS NTAPI post_read_when_safe(PFLT_CALLBACK_DATA data,
                                                            PCFLT_RELATED_OBJECTS objects,
                                                            PVOID context,
                                                            FLT_POST_OPERATION_FLAGS flags) {
  SWAP* swap = context;
  NTSTATUS status = FltLockUserBuffer(data);
  (void)objects;
  (void)flags;
  if (NT_SUCCESS(status)) {
    PVOID to = MmGetSystemAddressForMdlSafe(data->Iopb->Parameters.Read.MdlAddress,
                                            NormalPagePriority | MdlMappingNoExecute);
    if (to != NULL) {
      give_back(data, swap, to);
    } else {
      status = STATUS_INSUFFICIENT_RESOURCES;
    }
  }
  if (!NT_SUCCESS(status)) fail(data, status);
  free_swap(swap);
  return FLT_POSTOP_FINISHED_PROCESSING;
}

/* An operation with a swapped buffer is never drained. May run at DISPATCH_LEVEL. */
static FLT_POSTOP_CALLBACK_STATUS NTAPI post_read(PFLT_CALLBACK_DATA data,
                                                  PCFLT_RELATED_OBJECTS objects, PVOID context,
                                                  FLT_POST_OPERATION_FLAGS flags) {
  SWAP* swap = context;
  FLT_POSTOP_CALLBACK_STATUS result = FLT_POSTOP_FINISHED_PROCESSING;
  PVOID to;
  if (!NT_SUCCESS(data->IoStatus.Status) || data->IoStatus.Information == 0) {
    free_swap(swap);
    return FLT_POSTOP_FINISHED_PROCESSING;
  }
  if (data->Iopb->Parameters.Read.MdlAddress == NULL && !FLT_IS_SYSTEM_BUFFER(data) &&
      !FLT_IS_FASTIO_OPERATION(data)) {
    /* A raw user buffer: only where it can be locked. */
    if (FltDoCompletionProcessingWhenSafe(data, objects, context, flags, post_read_when_safe,
                                          &result)) {
      return result;
    }
    fail(data, STATUS_UNSUCCESSFUL);
    free_swap(swap);
    return FLT_POSTOP_FINISHED_PROCESSING;
  }
  to = caller_bytes(data->Iopb->Parameters.Read.MdlAddress, data->Iopb->Parameters.Read.ReadBuffer);
  if (to == NULL) {
    fail(data, STATUS_INSUFFICIENT_RESOURCES);
  } else {
    /* A fast read's buffer is the caller's raw memory, in the caller's thread. */
    __try {
      give_back(data, swap, to);
    } __except (EXCEPTION_EXECUTE_HANDLER) {
      fail(data, GetExceptionCode());
    }
  }
  free_swap(swap);
  return FLT_POSTOP_FINISHED_PROCESSING;
}

/* Where an appending write that goes straight to the disk will land. */
static NTSTATUS find_end(PFLT_CALLBACK_DATA data, PFILE_OBJECT file) {
  LARGE_INTEGER* offset = &data->Iopb->Parameters.Write.ByteOffset;
  LARGE_INTEGER size;
  NTSTATUS status;
  if (offset->HighPart != -1 || offset->LowPart != FILE_WRITE_TO_END_OF_FILE) return STATUS_SUCCESS;
  status = FsRtlGetFileSize(file, &size);
  if (NT_SUCCESS(status)) *offset = size;
  return status;
}

static FLT_PREOP_CALLBACK_STATUS NTAPI pre_write(PFLT_CALLBACK_DATA data,
                                                 PCFLT_RELATED_OBJECTS objects, PVOID* context) {
  const ULONG length = data->Iopb->Parameters.Write.Length;
  PMDL mdl = NULL;
  SWAP* swap = NULL;
  PVOID from;
  NTSTATUS status;
  if (needs_no_swap(data, length)) return FLT_PREOP_SUCCESS_NO_CALLBACK;
  status = make_swap(data, objects->Instance, length, &swap, &mdl);
  if (!NT_SUCCESS(status)) return fail(data, status);
  if (swap->transform) status = find_end(data, objects->FileObject);
  from = caller_bytes(data->Iopb->Parameters.Write.MdlAddress,
                      data->Iopb->Parameters.Write.WriteBuffer);
  if (from == NULL && NT_SUCCESS(status)) status = STATUS_INSUFFICIENT_RESOURCES;
  if (NT_SUCCESS(status)) {
    __try {
      copy(swap, swap->buffer, from, length, data->Iopb->Parameters.Write.ByteOffset);
    } __except (EXCEPTION_EXECUTE_HANDLER) {
      status = GetExceptionCode();
    }
  }
  if (!NT_SUCCESS(status)) {
    if (mdl != NULL) IoFreeMdl(mdl);
    free_swap(swap);
    return fail(data, status);
  }
  data->Iopb->Parameters.Write.WriteBuffer = swap->buffer;
  data->Iopb->Parameters.Write.MdlAddress = mdl;
  FltSetCallbackDataDirty(data);
  *context = swap;
  return FLT_PREOP_SUCCESS_WITH_CALLBACK;
}

static FLT_POSTOP_CALLBACK_STATUS NTAPI post_write(PFLT_CALLBACK_DATA data,
                                                   PCFLT_RELATED_OBJECTS objects, PVOID context,
                                                   FLT_POST_OPERATION_FLAGS flags) {
  (void)data;
  (void)objects;
  (void)flags;
  free_swap(context);
  return FLT_POSTOP_FINISHED_PROCESSING;
}

/* The Filter Manager's fast I/O that hands out cache pages: an IRP with IRP_MN_MDL comes instead.
 */
static FLT_PREOP_CALLBACK_STATUS NTAPI pre_mdl(PFLT_CALLBACK_DATA data,
                                               PCFLT_RELATED_OBJECTS objects, PVOID* context) {
  (void)objects;
  (void)context;
  return FLT_IS_FASTIO_OPERATION(data) ? FLT_PREOP_DISALLOW_FASTIO : FLT_PREOP_SUCCESS_NO_CALLBACK;
}

static NTSTATUS NTAPI instance_setup(PCFLT_RELATED_OBJECTS objects, FLT_INSTANCE_SETUP_FLAGS flags,
                                     DEVICE_TYPE device, FLT_FILESYSTEM_TYPE type) {
  UCHAR room[sizeof(FLT_VOLUME_PROPERTIES) + 512];
  FLT_VOLUME_PROPERTIES* properties = (FLT_VOLUME_PROPERTIES*)room;
  INSTANCE* context = NULL;
  ULONG used = 0;
  NTSTATUS status = FltGetVolumeProperties(objects->Volume, properties, sizeof(room), &used);
  (void)flags;
  (void)device;
  (void)type;
  if (status != STATUS_BUFFER_OVERFLOW && !NT_SUCCESS(status)) return STATUS_FLT_DO_NOT_ATTACH;
  status = FltAllocateContext(filter, FLT_INSTANCE_CONTEXT, sizeof(INSTANCE), NonPagedPool,
                              (PFLT_CONTEXT*)&context);
  if (!NT_SUCCESS(status)) return STATUS_FLT_DO_NOT_ATTACH;
  context->sector_size = properties->SectorSize != 0 ? properties->SectorSize : 512;
  status = FltSetInstanceContext(objects->Instance, FLT_SET_CONTEXT_KEEP_IF_EXISTS, context, NULL);
  FltReleaseContext(context);
  return NT_SUCCESS(status) ? STATUS_SUCCESS : STATUS_FLT_DO_NOT_ATTACH;
}

static NTSTATUS NTAPI query_teardown(PCFLT_RELATED_OBJECTS objects,
                                     FLT_INSTANCE_QUERY_TEARDOWN_FLAGS flags) {
  (void)objects;
  (void)flags;
  return STATUS_SUCCESS;
}

static const FLT_OPERATION_REGISTRATION operations[] = {
    {IRP_MJ_READ, 0, pre_read, post_read, NULL},
    {IRP_MJ_WRITE, 0, pre_write, post_write, NULL},
    {IRP_MJ_MDL_READ, 0, pre_mdl, NULL, NULL},
    {IRP_MJ_PREPARE_MDL_WRITE, 0, pre_mdl, NULL, NULL},
    {IRP_MJ_OPERATION_END, 0, NULL, NULL, NULL}};

static const FLT_CONTEXT_REGISTRATION contexts[] = {
    {FLT_INSTANCE_CONTEXT, 0, NULL, sizeof(INSTANCE), TAG_CONTEXT, NULL, NULL, NULL},
    {FLT_CONTEXT_END, 0, NULL, 0, 0, NULL, NULL, NULL}};

static NTSTATUS NTAPI unload(FLT_FILTER_UNLOAD_FLAGS flags) {
  (void)flags;
  FltUnregisterFilter(filter);
  ExDeleteNPagedLookasideList(&swaps);
  return STATUS_SUCCESS;
}

static const FLT_REGISTRATION registration = {.Size = sizeof(FLT_REGISTRATION),
                                              .Version = FLT_REGISTRATION_VERSION,
                                              .ContextRegistration = contexts,
                                              .OperationRegistration = operations,
                                              .FilterUnloadCallback = unload,
                                              .InstanceSetupCallback = instance_setup,
                                              .InstanceQueryTeardownCallback = query_teardown};

NTSTATUS NTAPI DriverEntry(PDRIVER_OBJECT driver, PUNICODE_STRING path) {
  NTSTATUS status;
  (void)path;
  ExInitializeNPagedLookasideList(&swaps, NULL, NULL, 0, sizeof(SWAP), TAG_CONTEXT, 0);
  status = FltRegisterFilter(driver, &registration, &filter);
  if (NT_SUCCESS(status)) {
    status = FltStartFiltering(filter);
    if (NT_SUCCESS(status)) return status;
    FltUnregisterFilter(filter);
  }
  ExDeleteNPagedLookasideList(&swaps);
  return status;
}
