/* Work items, remove locks and top-level IRPs by their exported names; what needs two of a kind. */
#include "api.h"

static PDEVICE_OBJECT device;
static KEVENT ran;
static ULONG runs;

static VOID NTAPI work(PDEVICE_OBJECT of, PVOID context) {
  API_CHECK(of == device);
  API_CHECK(context == &runs);
  API_EQUAL(KeGetCurrentIrql(), PASSIVE_LEVEL);
  ++runs;
  KeSetEvent(&ran, IO_NO_INCREMENT, FALSE);
}

static VOID NTAPI work_ex(PVOID of, PVOID context, PIO_WORKITEM item) {
  API_CHECK(item != NULL);
  work(of, context);
}

static void wait_until_it_ran(ULONG count) {
  API_STATUS(KeWaitForSingleObject(&ran, Executive, KernelMode, FALSE, NULL), STATUS_SUCCESS);
  API_EQUAL(runs, count);
}

static void work_items(void) {
  PIO_WORKITEM item, own;
  API_STATUS(IoCreateDevice(ApiDriver, 0, NULL, FILE_DEVICE_UNKNOWN, 0, FALSE, &device),
             STATUS_SUCCESS);
  KeInitializeEvent(&ran, SynchronizationEvent, FALSE);
  item = IoAllocateWorkItem(device);
  API_REQUIRE(item != NULL);
  IoQueueWorkItem(item, work, DelayedWorkQueue, &runs);
  wait_until_it_ran(1);
  IoQueueWorkItemEx(item, work_ex, CriticalWorkQueue, &runs);
  wait_until_it_ran(2);
  API_EQUAL(IoTryQueueWorkItem(item, work_ex, DelayedWorkQueue, &runs), TRUE);
  wait_until_it_ran(3);
  IoFreeWorkItem(item);
  own = ExAllocatePoolWithTag(NonPagedPoolNx, IoSizeofWorkItem(), API_TAG);
  IoInitializeWorkItem(device, own);
  IoQueueWorkItem(own, work, DelayedWorkQueue, &runs);
  wait_until_it_ran(4);
  IoUninitializeWorkItem(own);
  ExFreePoolWithTag(own, API_TAG);
}

static void remove_locks(void) {
  IO_REMOVE_LOCK lock;
  IoInitializeRemoveLockEx(&lock, API_TAG, 1, 2, sizeof(lock));
  API_STATUS(IoAcquireRemoveLockEx(&lock, NULL, "", 1, sizeof(lock)), STATUS_SUCCESS);
  API_STATUS(IoAcquireRemoveLockEx(&lock, &lock, "", 1, sizeof(lock)), STATUS_SUCCESS);
  IoReleaseRemoveLockEx(&lock, &lock, sizeof(lock));
  IoReleaseRemoveLockAndWaitEx(&lock, NULL, sizeof(lock));
  API_STATUS(IoAcquireRemoveLockEx(&lock, NULL, "", 1, sizeof(lock)), STATUS_DELETE_PENDING);
}

static NTSTATUS NTAPI refuse(PDEVICE_OBJECT of, PIRP irp) {
  (void)of;
  irp->IoStatus.Status = STATUS_TOO_MANY_SECRETS;
  irp->IoStatus.Information = 0;
  IofCompleteRequest(irp, IO_NO_INCREMENT);
  return STATUS_TOO_MANY_SECRETS;
}

static NTSTATUS NTAPI keep(PDEVICE_OBJECT of, PIRP irp, PVOID context) {
  (void)of;
  (void)irp;
  ++*(ULONG*)context;
  return STATUS_MORE_PROCESSING_REQUIRED;
}

static void calls(void) {
  ULONG kept = 0;
  PIRP irp = IoAllocateIrp(1, FALSE);
  ApiDriver->MajorFunction[IRP_MJ_INTERNAL_DEVICE_CONTROL] = refuse;
  IoGetNextIrpStackLocation(irp)->MajorFunction = IRP_MJ_INTERNAL_DEVICE_CONTROL;
  IoSetCompletionRoutine(irp, keep, &kept, FALSE, TRUE, FALSE);
  API_STATUS(IofCallDriver(device, irp), STATUS_TOO_MANY_SECRETS);
  API_EQUAL(kept, 1);
  /* A major function that the driver never set. */
  IoReuseIrp(irp, STATUS_SUCCESS);
  IoGetNextIrpStackLocation(irp)->MajorFunction = IRP_MJ_QUERY_QUOTA;
  IoSetCompletionRoutine(irp, keep, &kept, TRUE, TRUE, TRUE);
  API_STATUS(IofCallDriver(device, irp), STATUS_INVALID_DEVICE_REQUEST);
  API_EQUAL(kept, 2);
  IoFreeIrp(irp);
}

static void top_level(void) {
  PIRP before = IoGetTopLevelIrp();
  IoSetTopLevelIrp((PIRP)FSRTL_FSP_TOP_LEVEL_IRP);
  API_CHECK(IoGetTopLevelIrp() == (PIRP)FSRTL_FSP_TOP_LEVEL_IRP);
  IoSetTopLevelIrp(before);
}

static void facts(void) {
  ULONG_PTR low = 0, high = 0, here = (ULONG_PTR)&low;
  IoGetStackLimits(&low, &high);
  API_CHECK(low < here && here < high);
  API_CHECK(IoGetCurrentProcess() == PsGetCurrentProcess());
  API_CHECK(IoThreadToProcess(PsGetCurrentThread()) == PsGetCurrentProcess());
  API_EQUAL(IoGetFileObjectGenericMapping()->GenericRead, FILE_GENERIC_READ);
  API_EQUAL(IoGetFileObjectGenericMapping()->GenericAll, FILE_ALL_ACCESS);
  API_STATUS(ObReferenceObjectByPointer(device, 0, *IoDeviceObjectType, KernelMode),
             STATUS_SUCCESS);
  ObDereferenceObject(device);
  API_STATUS(ObReferenceObjectByPointer(ApiDriver, 0, *IoDriverObjectType, KernelMode),
             STATUS_SUCCESS);
  ObDereferenceObject(ApiDriver);
}

static void files(void) {
  UNICODE_STRING name;
  OBJECT_ATTRIBUTES attributes;
  IO_STATUS_BLOCK iosb;
  HANDLE handle = NULL;
  PFILE_OBJECT file;
  RtlInitUnicodeString(&name, L"\\Device\\HarddiskVolume1\\hello.txt");
  InitializeObjectAttributes(&attributes, &name, OBJ_KERNEL_HANDLE, NULL, NULL);
  API_STATUS(ZwCreateFile(&handle, FILE_READ_DATA | SYNCHRONIZE, &attributes, &iosb, NULL, 0,
                          FILE_SHARE_READ, FILE_OPEN, FILE_SYNCHRONOUS_IO_NONALERT, NULL, 0),
             STATUS_SUCCESS);
  API_STATUS(
      ObReferenceObjectByHandle(handle, 0, *IoFileObjectType, KernelMode, (PVOID*)&file, NULL),
      STATUS_SUCCESS);
  API_EQUAL(IoIsFileOriginRemote(file), FALSE);
  {
    PFSRTL_ADVANCED_FCB_HEADER header = file->FsContext;
    API_CHECK(FsRtlLookupPerStreamContextInternal(header, &runs, NULL) == NULL);
  }
  ObDereferenceObject(file);
  ZwClose(handle);
}

static void partial_mdl(void) {
  UCHAR* page = ExAllocatePoolWithTag(NonPagedPoolNx, 8192, API_TAG);
  PMDL whole = IoAllocateMdl(page, 8192, FALSE, FALSE, NULL);
  PMDL part = IoAllocateMdl(page + 100, 50, FALSE, FALSE, NULL);
  API_REQUIRE(whole != NULL && part != NULL);
  MmBuildMdlForNonPagedPool(whole);
  IoBuildPartialMdl(whole, part, page + 100, 50);
  API_EQUAL(MmGetMdlByteCount(part), 50);
  API_CHECK(MmGetMdlVirtualAddress(part) == page + 100);
  IoFreeMdl(part);
  IoFreeMdl(whole);
  ExFreePoolWithTag(page, API_TAG);
}

/* The 64th object ends the wait. */
static void many_waits(void) {
  KEVENT* events = ExAllocatePoolWithTag(NonPagedPoolNx, 64 * sizeof(KEVENT), API_TAG);
  KWAIT_BLOCK* blocks = ExAllocatePoolWithTag(NonPagedPoolNx, 64 * sizeof(KWAIT_BLOCK), API_TAG);
  PVOID* objects = ExAllocatePoolWithTag(NonPagedPoolNx, 64 * sizeof(PVOID), API_TAG);
  ULONG i;
  for (i = 0; i < 64; ++i) {
    KeInitializeEvent(&events[i], NotificationEvent, i == 63);
    objects[i] = &events[i];
  }
  API_STATUS(FsRtlCancellableWaitForMultipleObjects(64, objects, WaitAny, NULL, blocks, NULL),
             STATUS_WAIT_63);
  ExFreePoolWithTag(objects, API_TAG);
  ExFreePoolWithTag(blocks, API_TAG);
  ExFreePoolWithTag(events, API_TAG);
}

static void tear_down(void) {
  IoDeleteDevice(device);
}

const API_TEST ApiTests[] = {
    {"IoQueueWorkItem_RunsAtPassiveLevel_WithItsDevice", work_items},
    {"IoAcquireRemoveLockEx_IsDeletePending_AfterTheWait", remove_locks},
    {"IofCallDriver_ReturnsWhatTheIrpWasCompletedWith", calls},
    {"IoSetTopLevelIrp_IsThisThreads", top_level},
    {"IoGet_TellsProcessStackAndMapping", facts},
    {"IoIsFileOriginRemote_IsFalse_ForALocalFile", files},
    {"IoBuildPartialMdl_DescribesAPart", partial_mdl},
    {"FsRtlCancellableWait_TellsThe64thObject", many_waits},
    {"Device_IsDeleted", tear_down},
    {NULL, NULL},
};
