/* Processes, threads and the routines that are told of them. */
#include "api.h"

UCHAR NTAPI PsGetProcessSignatureLevel(PEPROCESS process, PUCHAR section_level);
ULONG NTAPI PsGetSiloIdentifier(PESILO silo);

static void processes(void) {
  PEPROCESS system = PsInitialSystemProcess;
  PEPROCESS found = NULL;
  API_CHECK(PsGetCurrentProcess() == system);
  API_EQUAL(PsGetProcessId(system), 4);
  API_EQUAL(PsGetCurrentProcessId(), 4);
  API_STATUS(PsLookupProcessByProcessId((HANDLE)4, &found), STATUS_SUCCESS);
  API_CHECK(found == system);
  ObDereferenceObject(found);
  API_STATUS(PsLookupProcessByProcessId((HANDLE)0x7ffffff0, &found), STATUS_INVALID_PARAMETER);
  API_STATUS(PsLookupProcessByProcessId((HANDLE)(LONG_PTR)-1, &found), STATUS_INVALID_CID);
  API_CHECK(PsIsSystemProcess(system));
  API_CHECK(strcmp((const char*)PsGetProcessImageFileName(system), "System") == 0);
  API_EQUAL(PsGetProcessInheritedFromUniqueProcessId(system), 0);
  API_CHECK(PsGetProcessCreateTimeQuadPart(system) > 0);
  API_EQUAL(PsGetProcessExitTime().QuadPart, 0);
  API_STATUS(PsGetProcessExitStatus(system), STATUS_PENDING);
  API_EQUAL(PsGetProcessExitProcessCalled(system), FALSE);
  API_CHECK(PsGetProcessStartKey(system) == (ULONG)PsGetProcessSequenceNumber(system));
  API_EQUAL(PsGetProcessSessionId(system), 0);
  API_EQUAL(PsGetCurrentProcessSessionId(), 0);
  API_CHECK(PsGetProcessWow64Process(system) == NULL);
  API_CHECK(PsGetCurrentProcessWow64Process() == NULL);
  API_CHECK(!PsIsProtectedProcess(system));
  API_CHECK(!PsIsProtectedProcessLight(system));
  API_CHECK(!PsIsProcessBeingDebugged(system));
  API_EQUAL(PsGetProcessProtection(system).Level, 0);
  API_CHECK(PsGetProcessJob(system) == NULL);
  API_CHECK(PsGetProcessSectionBaseAddress(system) == NULL);
  {
    UCHAR level = 0xff;
    API_EQUAL(PsGetProcessSignatureLevel(system, &level), 0);
    API_EQUAL(level, 0);
  }
  API_CHECK(*PsProcessType == ObGetObjectType(system));
  API_CHECK(*PsJobType != NULL);
}

static void process_control(void) {
  PFILE_OBJECT file = NULL;
  PVOID routine = NULL;
  PACCESS_TOKEN token;
  /* The host can't be stopped, and has no image file, by itself. */
  API_STATUS(PsSuspendProcess(PsInitialSystemProcess), STATUS_ACCESS_DENIED);
  API_STATUS(PsResumeProcess(PsInitialSystemProcess), STATUS_ACCESS_DENIED);
  API_STATUS(PsReferenceProcessFilePointer(PsInitialSystemProcess, &file), STATUS_UNSUCCESSFUL);
  API_STATUS(PsWrapApcWow64Thread(&routine, &routine), STATUS_NOT_SUPPORTED);
  API_STATUS(PsAcquireProcessExitSynchronization(PsInitialSystemProcess), STATUS_SUCCESS);
  PsReleaseProcessExitSynchronization(PsInitialSystemProcess);
  token = PsReferencePrimaryToken(PsInitialSystemProcess);
  API_CHECK(token != NULL);
  PsDereferencePrimaryToken(token);
}

/* ---------------------------------------------------------------- threads */
static VOID NTAPI ending_thread(PVOID context) {
  KeWaitForSingleObject(context, Executive, KernelMode, FALSE, NULL);
  API_STATUS(PsTerminateSystemThread((NTSTATUS)0x12345), STATUS_SUCCESS);
}

static void threads(void) {
  PETHREAD me = PsGetCurrentThread();
  PETHREAD found = NULL;
  PETHREAD thread = NULL;
  PEPROCESS process = NULL;
  HANDLE handle = NULL;
  CLIENT_ID id;
  KEVENT go;
  ULONG_PTR low;
  ULONG_PTR high;
  API_CHECK((PKTHREAD)me == KeGetCurrentThread());
  API_EQUAL(PsGetCurrentThreadPreviousMode(), KernelMode);
  API_EQUAL(ExGetPreviousMode(), KernelMode);
  API_CHECK(PsGetCurrentThreadProcess() == PsInitialSystemProcess);
  API_EQUAL(PsGetCurrentThreadProcessId(), 4);
  API_CHECK(PsGetThreadProcess(me) == PsInitialSystemProcess);
  API_EQUAL(PsGetThreadProcessId(me), 4);
  API_EQUAL(PsGetThreadId(me), PsGetCurrentThreadId());
  API_CHECK(PsIsSystemThread(me));
  API_CHECK(PsGetCurrentThreadTeb() == NULL);
  API_CHECK(PsGetThreadTeb(me) == NULL);
  API_EQUAL(PsGetThreadSessionId(me), 0);
  API_CHECK(PsGetThreadCreateTime(me) > 0);
  IoGetStackLimits(&low, &high);
  API_EQUAL(PsGetCurrentThreadStackLimit(), low);
  API_EQUAL(PsGetCurrentThreadStackBase(), high);
  API_CHECK((ULONG_PTR)&low > low && (ULONG_PTR)&low < high);
  KeInitializeEvent(&go, NotificationEvent, FALSE);
  API_STATUS(PsCreateSystemThread(&handle, THREAD_ALL_ACCESS, NULL, NULL, &id, ending_thread, &go),
             STATUS_SUCCESS);
  API_EQUAL(id.UniqueProcess, 4);
  API_STATUS(PsLookupThreadByThreadId(id.UniqueThread, &thread), STATUS_SUCCESS);
  API_STATUS(PsLookupProcessThreadByCid(&id, &process, &found), STATUS_SUCCESS);
  API_CHECK(found == thread && process == PsInitialSystemProcess);
  ObDereferenceObject(found);
  ObDereferenceObject(process);
  API_STATUS(PsGetThreadExitStatus(thread), STATUS_PENDING);
  API_CHECK(!PsIsThreadTerminating(thread));
  API_CHECK(*PsThreadType == ObGetObjectType(thread));
  KeSetEvent(&go, 0, FALSE);
  API_STATUS(KeWaitForSingleObject(thread, Executive, KernelMode, FALSE, NULL), STATUS_SUCCESS);
  API_EQUAL(PsGetThreadExitStatus(thread), 0x12345);
  API_CHECK(PsIsThreadTerminating(thread));
  API_STATUS(PsLookupThreadByThreadId(id.UniqueThread, &found), STATUS_INVALID_PARAMETER);
  API_STATUS(PsLookupProcessThreadByCid(&id, NULL, &found), STATUS_INVALID_CID);
  ObDereferenceObject(thread);
  ZwClose(handle);
}

static VOID NTAPI returning_thread(PVOID context) {
  (void)context;
}

static void returning(void) {
  PETHREAD thread = NULL;
  HANDLE handle = NULL;
  OBJECT_ATTRIBUTES attributes;
  InitializeObjectAttributes(&attributes, NULL, OBJ_KERNEL_HANDLE, NULL, NULL);
  API_STATUS(PsCreateSystemThread(&handle, THREAD_ALL_ACCESS, &attributes, NtCurrentProcess(), NULL,
                                  returning_thread, NULL),
             STATUS_SUCCESS);
  ObReferenceObjectByHandle(handle, 0, *PsThreadType, KernelMode, (PVOID*)&thread, NULL);
  ZwWaitForSingleObject(handle, FALSE, NULL);
  API_STATUS(PsGetThreadExitStatus(thread), STATUS_SUCCESS);
  ObDereferenceObject(thread);
  ZwClose(handle);
  API_STATUS(PsCreateSystemThread(&handle, THREAD_ALL_ACCESS, NULL, (HANDLE)0x7ffc, NULL,
                                  returning_thread, NULL),
             STATUS_INVALID_HANDLE);
}

/* ---------------------------------------------------------------- notify routines */
static VOID NTAPI on_process(HANDLE parent, HANDLE process, BOOLEAN create) {
  (void)parent;
  (void)process;
  (void)create;
}
static VOID NTAPI on_process_ex(PEPROCESS process, HANDLE id, PPS_CREATE_NOTIFY_INFO info) {
  (void)process;
  (void)id;
  (void)info;
}
static ULONG threads_created, threads_ended, others;

static VOID NTAPI on_thread(HANDLE process, HANDLE thread, BOOLEAN create) {
  API_EQUAL(process, 4);
  API_CHECK(thread != NULL);
  API_EQUAL(KeGetCurrentIrql(), PASSIVE_LEVEL);
  InterlockedIncrement((LONG*)(create ? &threads_created : &threads_ended));
}
static VOID NTAPI on_other_thread(HANDLE process, HANDLE thread, BOOLEAN create) {
  (void)process;
  (void)thread;
  (void)create;
  ++others;
}
static VOID NTAPI on_image(PUNICODE_STRING name, HANDLE process, PIMAGE_INFO info) {
  (void)name;
  (void)process;
  (void)info;
}

static void process_routines(void) {
  PVOID nowhere = &ApiVolume;
  API_STATUS(PsSetCreateProcessNotifyRoutine(on_process, FALSE), STATUS_SUCCESS);
  API_STATUS(PsSetCreateProcessNotifyRoutine(on_process, FALSE), STATUS_INVALID_PARAMETER);
  API_STATUS(PsSetCreateProcessNotifyRoutine(on_process, TRUE), STATUS_SUCCESS);
  API_STATUS(PsSetCreateProcessNotifyRoutineEx(on_process_ex, FALSE), STATUS_SUCCESS);
  API_STATUS(PsSetCreateProcessNotifyRoutineEx(on_process_ex, FALSE), STATUS_INVALID_PARAMETER);
  API_STATUS(PsSetCreateProcessNotifyRoutineEx(on_process_ex, TRUE), STATUS_SUCCESS);
  nowhere = ExAllocatePool2(POOL_FLAG_NON_PAGED, 16, API_TAG);
  API_STATUS(PsSetCreateProcessNotifyRoutineEx(
                 (PCREATE_PROCESS_NOTIFY_ROUTINE_EX)(ULONG_PTR)nowhere, FALSE),
             STATUS_ACCESS_DENIED); /* in no image that was linked with /INTEGRITYCHECK */
  API_STATUS(PsSetCreateProcessNotifyRoutineEx2(PsCreateProcessNotifySubsystems, nowhere, FALSE),
             STATUS_ACCESS_DENIED);
  ExFreePoolWithTag(nowhere, API_TAG);
  API_STATUS(PsSetCreateProcessNotifyRoutineEx2(PsCreateProcessNotifySubsystems,
                                                (PVOID)(ULONG_PTR)on_process_ex, FALSE),
             STATUS_SUCCESS);
  API_STATUS(PsSetCreateProcessNotifyRoutineEx2(PsCreateProcessNotifySubsystems,
                                                (PVOID)(ULONG_PTR)on_process_ex, TRUE),
             STATUS_SUCCESS);
  API_STATUS(PsSetCreateProcessNotifyRoutineEx2((PSCREATEPROCESSNOTIFYTYPE)7,
                                                (PVOID)(ULONG_PTR)on_process_ex, FALSE),
             STATUS_INVALID_PARAMETER);
}

static void thread_routines(void) {
  ULONG count = 0;
  NTSTATUS status;
  API_STATUS(PsRemoveCreateThreadNotifyRoutine(on_thread), STATUS_PROCEDURE_NOT_FOUND);
  API_STATUS(
      PsSetCreateThreadNotifyRoutineEx(PsCreateThreadNotifyNonSystem, (PVOID)(ULONG_PTR)on_thread),
      STATUS_SUCCESS);
  API_STATUS(PsRemoveCreateThreadNotifyRoutine(on_thread), STATUS_SUCCESS);
  while (NT_SUCCESS(status = PsSetCreateThreadNotifyRoutine(on_thread)) && count < 100) ++count;
  API_EQUAL(count, 64); /* so many there may be */
  API_STATUS(PsSetCreateThreadNotifyRoutine(on_thread), STATUS_INSUFFICIENT_RESOURCES);
  API_STATUS(
      PsSetCreateThreadNotifyRoutineEx(PsCreateThreadNotifySubsystems, (PVOID)(ULONG_PTR)on_thread),
      STATUS_INSUFFICIENT_RESOURCES);
  for (; count != 0; --count) {
    API_STATUS(PsRemoveCreateThreadNotifyRoutine(on_thread), STATUS_SUCCESS);
  }
  API_STATUS(PsSetCreateThreadNotifyRoutine(on_thread), STATUS_SUCCESS);
  API_STATUS(PsRemoveCreateThreadNotifyRoutine(on_thread), STATUS_SUCCESS);
}

static void thread_is_told_of(void) {
  PETHREAD thread = NULL;
  HANDLE handle = NULL;
  threads_created = threads_ended = others = 0;
  API_STATUS(PsSetCreateThreadNotifyRoutine(on_thread), STATUS_SUCCESS);
  API_STATUS(PsSetCreateThreadNotifyRoutineEx(PsCreateThreadNotifyNonSystem,
                                              (PVOID)(ULONG_PTR)on_other_thread),
             STATUS_SUCCESS);
  API_STATUS(
      PsCreateSystemThread(&handle, THREAD_ALL_ACCESS, NULL, NULL, NULL, returning_thread, NULL),
      STATUS_SUCCESS);
  API_EQUAL(threads_created, 1);
  ObReferenceObjectByHandle(handle, 0, *PsThreadType, KernelMode, (PVOID*)&thread, NULL);
  ZwWaitForSingleObject(handle, FALSE, NULL);
  API_EQUAL(threads_ended, 1);
  API_EQUAL(others, 0); /* it is one of System's */
  ObDereferenceObject(thread);
  ZwClose(handle);
  API_STATUS(PsRemoveCreateThreadNotifyRoutine(on_thread), STATUS_SUCCESS);
  API_STATUS(PsRemoveCreateThreadNotifyRoutine(on_other_thread), STATUS_SUCCESS);
}

static void image_routines(void) {
  ULONG count = 0;
  API_STATUS(PsRemoveLoadImageNotifyRoutine(on_image), STATUS_PROCEDURE_NOT_FOUND);
  API_STATUS(PsSetLoadImageNotifyRoutineEx(on_image, 0x80), STATUS_INVALID_PARAMETER_2);
  API_STATUS(PsSetLoadImageNotifyRoutineEx(on_image, PS_IMAGE_NOTIFY_CONFLICTING_ARCHITECTURE),
             STATUS_SUCCESS);
  API_STATUS(PsRemoveLoadImageNotifyRoutine(on_image), STATUS_SUCCESS);
  while (NT_SUCCESS(PsSetLoadImageNotifyRoutine(on_image)) && count < 100) ++count;
  API_EQUAL(count, 64);
  API_STATUS(PsSetLoadImageNotifyRoutine(on_image), STATUS_INSUFFICIENT_RESOURCES);
  API_STATUS(PsSetLoadImageNotifyRoutineEx(on_image, 0), STATUS_INSUFFICIENT_RESOURCES);
  for (; count != 0; --count) {
    API_STATUS(PsRemoveLoadImageNotifyRoutine(on_image), STATUS_SUCCESS);
  }
  API_STATUS(PsSetLoadImageNotifyRoutine(on_image), STATUS_SUCCESS);
  API_STATUS(PsRemoveLoadImageNotifyRoutine(on_image), STATUS_SUCCESS);
}

/* ---------------------------------------------------------------- silos */
static ULONG created, terminated;
static NTSTATUS create_says;

static NTSTATUS NTAPI silo_created(PESILO silo) {
  API_CHECK(PsIsHostSilo(silo));
  ++created;
  return create_says;
}
static VOID NTAPI silo_terminated(PESILO silo) {
  API_CHECK(PsIsHostSilo(silo));
  ++terminated;
}

static void silos(void) {
  SILO_MONITOR_REGISTRATION registration = {0};
  UNICODE_STRING component = RTL_CONSTANT_STRING(L"ApiComponent");
  PSILO_MONITOR monitor = NULL;
  API_CHECK(PsIsHostSilo(NULL));
  API_CHECK(PsGetEffectiveServerSilo(NULL) == NULL);
  API_EQUAL(PsGetServerSiloActiveConsoleId(NULL), 0);
  API_EQUAL(PsGetServerSiloServiceSessionId(NULL), 0);
  API_EQUAL(PsGetSiloIdentifier(NULL), 0);
  API_CHECK(PsGetSiloContainerId(NULL)->Data1 == 0);
  API_STATUS(PsRegisterSiloMonitor(&registration, &monitor), STATUS_INVALID_PARAMETER);
  registration.Version = SILO_MONITOR_REGISTRATION_VERSION;
  registration.ComponentName = &component;
  API_STATUS(PsRegisterSiloMonitor(&registration, &monitor), STATUS_INVALID_PARAMETER);
  registration.MonitorHost = TRUE;
  registration.CreateCallback = silo_created;
  registration.TerminateCallback = silo_terminated;
  created = terminated = 0;
  API_STATUS(PsRegisterSiloMonitor(&registration, &monitor), STATUS_SUCCESS);
  create_says = STATUS_UNSUCCESSFUL;
  API_STATUS(PsStartSiloMonitor(monitor), STATUS_REQUEST_ABORTED);
  create_says = STATUS_SUCCESS;
  API_STATUS(PsStartSiloMonitor(monitor), STATUS_SUCCESS);
  API_EQUAL(created, 2);
  PsUnregisterSiloMonitor(monitor);
  API_EQUAL(terminated, 1);
}

/* ---------------------------------------------------------------- the system */
/* What precedes the names in the kernel's loader entry. */
typedef struct MODULE_ENTRY {
  LIST_ENTRY links;
  PVOID skipped[4];
  PVOID base;
  PVOID entry_point;
  ULONG size;
  UNICODE_STRING full_name;
  UNICODE_STRING name;
} MODULE_ENTRY;

static void modules(void) {
  BOOLEAN found = FALSE;
  KeEnterCriticalRegion();
  ExAcquireResourceSharedLite(&PsLoadedModuleResource, TRUE);
  for (PLIST_ENTRY at = PsLoadedModuleList.Flink; at != &PsLoadedModuleList; at = at->Flink) {
    MODULE_ENTRY* entry = CONTAINING_RECORD(at, MODULE_ENTRY, links);
    if (entry->base != ApiDriver->DriverStart) continue;
    found = TRUE;
    API_EQUAL(entry->size, ApiDriver->DriverSize);
    API_CHECK(entry->name.Length > 0);
    API_CHECK(entry->full_name.Length > entry->name.Length);
  }
  ExReleaseResourceLite(&PsLoadedModuleResource);
  KeLeaveCriticalRegion();
  API_CHECK(found);
}

static void version(void) {
  ULONG major = 0;
  ULONG minor = 1;
  ULONG build = 0;
  UNICODE_STRING pack = {1, 1, NULL};
  API_EQUAL(PsGetVersion(&major, &minor, &build, &pack), FALSE);
  API_EQUAL(major, 10);
  API_EQUAL(minor, 0);
  API_EQUAL(*NtBuildNumber & 0xffff, build);
  API_EQUAL(pack.Length, 0);
  API_EQUAL(InitSafeBootMode, 0);
  API_EQUAL(*KdDebuggerEnabled, FALSE);
  API_EQUAL(*KdDebuggerNotPresent, TRUE);
}

const API_TEST ApiTests[] = {
    {"SystemProcess_IsKnownInEveryRespect", processes},
    {"ProcessControl_SaysWhatCannotBeDoneToSystem", process_control},
    {"SystemThread_IsFoundUntilItEnds", threads},
    {"SystemThread_MayReturn", returning},
    {"ProcessRoutines_AreRegisteredOnce", process_routines},
    {"ThreadRoutines_AreSixtyFourAtMost", thread_routines},
    {"ThreadRoutine_IsToldOfASystemThread", thread_is_told_of},
    {"ImageRoutines_AreSixtyFourAtMost", image_routines},
    {"SiloMonitor_IsToldOfTheHostSilo", silos},
    {"LoadedModules_NameThisDriver", modules},
    {"Version_IsTheSameEverywhere", version},
    {NULL, NULL},
};
