/* Sets, keeps, replaces, gets and deletes contexts without pause: of the volume, the instance, the
 * file, the stream and the handle, in every callback and from threads of its own at the same time.
 * Every context carries a mark that must be right whenever somebody holds it, and is counted: as
 * many as were allocated must have been cleaned up when the filter is gone.
 *
 * Transaction contexts are left out: no file system here has transactions. */
#include <fltKernel.h>

#define TAG_CONTEXT 'troT'
#define MARK_LIVE 0x600df00d
#define MARK_GONE 0xdeadf00d
#define THREADS 3
#define SLOTS 64

typedef struct CONTEXT_BODY {
  ULONG mark;
  FLT_CONTEXT_TYPE type;
  LONG uses;
} CONTEXT_BODY;

/* A file object that is open, for the threads to work on. */
typedef struct SLOT {
  PFILE_OBJECT file;      /* referenced */
  PFLT_INSTANCE instance; /* alive while its teardown has not emptied the slot */
} SLOT;

static PFLT_FILTER filter;
static SLOT slots[SLOTS]; /* under `lock` */
static KSPIN_LOCK lock;
static PKTHREAD threads[THREADS];
static volatile LONG stopping;
static LONG allocated, cleaned, wrong, rounds;

static VOID NTAPI clean(PFLT_CONTEXT context, FLT_CONTEXT_TYPE type) {
  CONTEXT_BODY* body = context;
  if (body->mark != MARK_LIVE || body->type != type) InterlockedIncrement(&wrong);
  body->mark = MARK_GONE;
  InterlockedIncrement(&cleaned);
}

/* xorshift: each caller brings its own state. */
static ULONG next(ULONG* state) {
  ULONG value = *state;
  value ^= value << 13;
  value ^= value >> 17;
  value ^= value << 5;
  *state = value != 0 ? value : 1;
  return *state;
}

static const FLT_CONTEXT_TYPE types[] = {FLT_VOLUME_CONTEXT, FLT_INSTANCE_CONTEXT, FLT_FILE_CONTEXT,
                                         FLT_STREAM_CONTEXT, FLT_STREAMHANDLE_CONTEXT};

/* ---------------------------------------------------------------- one kind of each */

static NTSTATUS get(FLT_CONTEXT_TYPE type, PCFLT_RELATED_OBJECTS at, PFLT_CONTEXT* context) {
  switch (type) {
    case FLT_VOLUME_CONTEXT:
      return FltGetVolumeContext(filter, at->Volume, context);
    case FLT_INSTANCE_CONTEXT:
      return FltGetInstanceContext(at->Instance, context);
    case FLT_FILE_CONTEXT:
      return FltGetFileContext(at->Instance, at->FileObject, context);
    case FLT_STREAM_CONTEXT:
      return FltGetStreamContext(at->Instance, at->FileObject, context);
    default:
      return FltGetStreamHandleContext(at->Instance, at->FileObject, context);
  }
}

static NTSTATUS set(FLT_CONTEXT_TYPE type, PCFLT_RELATED_OBJECTS at,
                    FLT_SET_CONTEXT_OPERATION operation, PFLT_CONTEXT context, PFLT_CONTEXT* old) {
  switch (type) {
    case FLT_VOLUME_CONTEXT:
      return FltSetVolumeContext(at->Volume, operation, context, old);
    case FLT_INSTANCE_CONTEXT:
      return FltSetInstanceContext(at->Instance, operation, context, old);
    case FLT_FILE_CONTEXT:
      return FltSetFileContext(at->Instance, at->FileObject, operation, context, old);
    case FLT_STREAM_CONTEXT:
      return FltSetStreamContext(at->Instance, at->FileObject, operation, context, old);
    default:
      return FltSetStreamHandleContext(at->Instance, at->FileObject, operation, context, old);
  }
}

static NTSTATUS delete(FLT_CONTEXT_TYPE type, PCFLT_RELATED_OBJECTS at, PFLT_CONTEXT* old) {
  switch (type) {
    case FLT_VOLUME_CONTEXT:
      return FltDeleteVolumeContext(filter, at->Volume, old);
    case FLT_INSTANCE_CONTEXT:
      return FltDeleteInstanceContext(at->Instance, old);
    case FLT_FILE_CONTEXT:
      return FltDeleteFileContext(at->Instance, at->FileObject, old);
    case FLT_STREAM_CONTEXT:
      return FltDeleteStreamContext(at->Instance, at->FileObject, old);
    default:
      return FltDeleteStreamHandleContext(at->Instance, at->FileObject, old);
  }
}

/* ---------------------------------------------------------------- what is done with them */

/* Looks at a context that is held, and lets it go. */
static void use(PFLT_CONTEXT context, FLT_CONTEXT_TYPE type) {
  CONTEXT_BODY* body = context;
  if (context == NULL) return;
  if (body->mark != MARK_LIVE || body->type != type) {
    InterlockedIncrement(&wrong);
    DbgPrint("torture: context %p of type %x has mark %08x, type %x\n", context, type, body->mark,
             body->type);
  }
  InterlockedIncrement(&body->uses);
  FltReleaseContext(context);
}

static void set_new(FLT_CONTEXT_TYPE type, PCFLT_RELATED_OBJECTS at,
                    FLT_SET_CONTEXT_OPERATION operation) {
  CONTEXT_BODY* body = NULL;
  PFLT_CONTEXT old = NULL;
  NTSTATUS status;
  /* A volume context must be nonpaged; the others are both in turn. */
  const POOL_TYPE pool =
      type == FLT_VOLUME_CONTEXT || (InterlockedIncrement(&rounds) & 1) ? NonPagedPool : PagedPool;
  status = FltAllocateContext(filter, type, sizeof(*body), pool, (PFLT_CONTEXT*)&body);
  if (!NT_SUCCESS(status)) return;
  InterlockedIncrement(&allocated);
  body->mark = MARK_LIVE;
  body->type = type;
  body->uses = 0;
  status = set(type, at, operation, body, &old);
  if (old != NULL && NT_SUCCESS(status) && operation == FLT_SET_CONTEXT_KEEP_IF_EXISTS) {
    InterlockedIncrement(&wrong); /* nothing was there, and something is given back */
  }
  use(old, type);
  FltReleaseContext(body);
}

/* One step, at PASSIVE_LEVEL or APC_LEVEL. */
static void torment(PCFLT_RELATED_OBJECTS at, ULONG* state) {
  const FLT_CONTEXT_TYPE type = types[next(state) % (at->FileObject != NULL ? 5 : 2)];
  PFLT_CONTEXT context = NULL;
  switch (next(state) % 5) {
    case 0:
      set_new(type, at, FLT_SET_CONTEXT_KEEP_IF_EXISTS);
      break;
    case 1:
      set_new(type, at, FLT_SET_CONTEXT_REPLACE_IF_EXISTS);
      break;
    case 2:
      /* Deleted by kind, and what was there given back. */
      if (NT_SUCCESS(delete (type, at, &context))) use(context, type);
      break;
    case 3:
      /* Deleted by the context itself, while another may be doing the same. */
      if (NT_SUCCESS(get(type, at, &context))) {
        FltDeleteContext(context);
        use(context, type);
      }
      break;
    default:
      if (NT_SUCCESS(get(type, at, &context))) use(context, type);
      break;
  }
}

/* ---------------------------------------------------------------- threads */

/* The file objects of an instance, or all of one, are let go. */
static void empty_slots(PFLT_INSTANCE instance, PFILE_OBJECT file) {
  for (ULONG i = 0; i < SLOTS; ++i) {
    PFILE_OBJECT held = NULL;
    KIRQL irql;
    KeAcquireSpinLock(&lock, &irql);
    if (slots[i].file != NULL && slots[i].instance == instance &&
        (file == NULL || slots[i].file == file)) {
      held = slots[i].file;
      slots[i].file = NULL;
    }
    KeReleaseSpinLock(&lock, irql);
    if (held != NULL) ObDereferenceObject(held);
  }
}

static void fill_slot(PCFLT_RELATED_OBJECTS objects) {
  const ULONG index = ((ULONG)(ULONG_PTR)objects->FileObject >> 6) % SLOTS;
  KIRQL irql;
  KeAcquireSpinLock(&lock, &irql);
  if (slots[index].file == NULL && stopping == 0) {
    ObReferenceObject(objects->FileObject);
    slots[index].file = objects->FileObject;
    slots[index].instance = objects->Instance;
  }
  KeReleaseSpinLock(&lock, irql);
}

/* A file object and its instance, both held; FALSE: none there. */
static BOOLEAN take_slot(ULONG index, FLT_RELATED_OBJECTS* at) {
  BOOLEAN found = FALSE;
  KIRQL irql;
  KeAcquireSpinLock(&lock, &irql);
  if (slots[index].file != NULL && NT_SUCCESS(FltObjectReference(slots[index].instance))) {
    *(PFILE_OBJECT*)&at->FileObject = slots[index].file;
    *(PFLT_INSTANCE*)&at->Instance = slots[index].instance;
    ObReferenceObject(at->FileObject);
    found = TRUE;
  }
  KeReleaseSpinLock(&lock, irql);
  return found;
}

static VOID NTAPI tormentor(PVOID context) {
  ULONG state = (ULONG)(ULONG_PTR)context * 2654435761u | 1;
  LARGE_INTEGER pause;
  pause.QuadPart = -10000; /* 1 ms: others want to run, too */
  while (stopping == 0) {
    FLT_RELATED_OBJECTS at = {.Size = sizeof(at)};
    BOOLEAN found = FALSE;
    for (ULONG i = 0; i < SLOTS && !found; ++i) found = take_slot(next(&state) % SLOTS, &at);
    if (found) {
      PFLT_VOLUME volume = NULL;
      if (NT_SUCCESS(FltGetVolumeFromInstance(at.Instance, &volume))) {
        *(PFLT_VOLUME*)&at.Volume = volume;
        for (ULONG i = 0; i < 32; ++i) torment(&at, &state);
        FltObjectDereference(volume);
      }
      FltObjectDereference(at.Instance);
      ObDereferenceObject(at.FileObject);
    }
    KeDelayExecutionThread(KernelMode, FALSE, &pause);
  }
  PsTerminateSystemThread(STATUS_SUCCESS);
}

static void stop_threads(void) {
  InterlockedExchange(&stopping, 1);
  for (ULONG i = 0; i < THREADS; ++i) {
    if (threads[i] == NULL) continue;
    KeWaitForSingleObject(threads[i], Executive, KernelMode, FALSE, NULL);
    ObDereferenceObject(threads[i]);
    threads[i] = NULL;
  }
}

static NTSTATUS start_threads(void) {
  for (ULONG i = 0; i < THREADS; ++i) {
    OBJECT_ATTRIBUTES attributes;
    HANDLE handle = NULL;
    NTSTATUS status;
    InitializeObjectAttributes(&attributes, NULL, OBJ_KERNEL_HANDLE, NULL, NULL);
    status = PsCreateSystemThread(&handle, THREAD_ALL_ACCESS, &attributes, NULL, NULL, tormentor,
                                  (PVOID)(ULONG_PTR)(i + 1));
    if (!NT_SUCCESS(status)) return status;
    status = ObReferenceObjectByHandle(handle, SYNCHRONIZE, *PsThreadType, KernelMode,
                                       (PVOID*)&threads[i], NULL);
    ZwClose(handle);
    if (!NT_SUCCESS(status)) return status;
  }
  return STATUS_SUCCESS;
}

/* ---------------------------------------------------------------- callbacks */

static FLT_PREOP_CALLBACK_STATUS NTAPI pre_operation(PFLT_CALLBACK_DATA data,
                                                     PCFLT_RELATED_OBJECTS objects,
                                                     PVOID* context) {
  ULONG state = (ULONG)InterlockedIncrement(&rounds) * 2246822519u | 1;
  PFLT_CONTEXT held = NULL;
  (void)data;
  if (objects->FileObject == NULL) return FLT_PREOP_SUCCESS_NO_CALLBACK;
  torment(objects, &state);
  torment(objects, &state);
  /* One that is nonpaged goes on to the post-operation, which may be at DISPATCH_LEVEL. */
  if (!NT_SUCCESS(FltGetVolumeContext(filter, objects->Volume, &held))) {
    return FLT_PREOP_SUCCESS_NO_CALLBACK;
  }
  *context = held;
  return FLT_PREOP_SUCCESS_WITH_CALLBACK;
}

static FLT_POSTOP_CALLBACK_STATUS NTAPI post_operation(PFLT_CALLBACK_DATA data,
                                                       PCFLT_RELATED_OBJECTS objects, PVOID context,
                                                       FLT_POST_OPERATION_FLAGS flags) {
  (void)data;
  (void)objects;
  (void)flags;
  use(context, FLT_VOLUME_CONTEXT);
  return FLT_POSTOP_FINISHED_PROCESSING;
}

static FLT_POSTOP_CALLBACK_STATUS NTAPI post_create(PFLT_CALLBACK_DATA data,
                                                    PCFLT_RELATED_OBJECTS objects, PVOID context,
                                                    FLT_POST_OPERATION_FLAGS flags) {
  ULONG state = (ULONG)InterlockedIncrement(&rounds) * 2246822519u | 1;
  (void)context;
  if ((flags & FLTFL_POST_OPERATION_DRAINING) || !NT_SUCCESS(data->IoStatus.Status) ||
      data->IoStatus.Status == STATUS_REPARSE) {
    return FLT_POSTOP_FINISHED_PROCESSING;
  }
  for (ULONG i = 0; i < 4; ++i) torment(objects, &state);
  if (FltSupportsStreamHandleContexts(objects->FileObject)) fill_slot(objects);
  return FLT_POSTOP_FINISHED_PROCESSING;
}

static FLT_PREOP_CALLBACK_STATUS NTAPI pre_cleanup(PFLT_CALLBACK_DATA data,
                                                   PCFLT_RELATED_OBJECTS objects, PVOID* context) {
  empty_slots(objects->Instance, objects->FileObject);
  return pre_operation(data, objects, context);
}

static const FLT_OPERATION_REGISTRATION operations[] = {
    {IRP_MJ_CREATE, 0, NULL, post_create, NULL},
    {IRP_MJ_READ, 0, pre_operation, post_operation, NULL},
    {IRP_MJ_WRITE, 0, pre_operation, post_operation, NULL},
    {IRP_MJ_SET_INFORMATION, 0, pre_operation, post_operation, NULL},
    {IRP_MJ_FLUSH_BUFFERS, 0, pre_operation, post_operation, NULL},
    {IRP_MJ_CLEANUP, 0, pre_cleanup, post_operation, NULL},
    {IRP_MJ_OPERATION_END, 0, NULL, NULL, NULL}};

#define KIND(type) {type, 0, clean, sizeof(CONTEXT_BODY), TAG_CONTEXT, NULL, NULL, NULL}
static const FLT_CONTEXT_REGISTRATION contexts[] = {
    KIND(FLT_VOLUME_CONTEXT),       KIND(FLT_INSTANCE_CONTEXT),
    KIND(FLT_FILE_CONTEXT),         KIND(FLT_STREAM_CONTEXT),
    KIND(FLT_STREAMHANDLE_CONTEXT), {FLT_CONTEXT_END, 0, NULL, 0, 0, NULL, NULL, NULL}};

/* ---------------------------------------------------------------- life */

static NTSTATUS NTAPI query_teardown(PCFLT_RELATED_OBJECTS objects,
                                     FLT_INSTANCE_QUERY_TEARDOWN_FLAGS flags) {
  (void)objects;
  (void)flags;
  return STATUS_SUCCESS;
}

static VOID NTAPI teardown_start(PCFLT_RELATED_OBJECTS objects,
                                 FLT_INSTANCE_TEARDOWN_FLAGS reason) {
  (void)reason;
  empty_slots(objects->Instance, NULL);
}

static VOID NTAPI teardown_complete(PCFLT_RELATED_OBJECTS objects,
                                    FLT_INSTANCE_TEARDOWN_FLAGS reason) {
  (void)reason;
  /* A create that was under way may have put one back. */
  empty_slots(objects->Instance, NULL);
}

static NTSTATUS NTAPI unload(FLT_FILTER_UNLOAD_FLAGS flags) {
  (void)flags;
  stop_threads();
  FltUnregisterFilter(filter);
  DbgPrint("torture: allocated %d cleaned %d wrong %d\n", allocated, cleaned, wrong);
  return STATUS_SUCCESS;
}

static const FLT_REGISTRATION registration = {
    .Size = sizeof(FLT_REGISTRATION),
    .Version = FLT_REGISTRATION_VERSION,
    .ContextRegistration = contexts,
    .OperationRegistration = operations,
    .FilterUnloadCallback = unload,
    .InstanceQueryTeardownCallback = query_teardown,
    .InstanceTeardownStartCallback = teardown_start,
    .InstanceTeardownCompleteCallback = teardown_complete};

NTSTATUS NTAPI DriverEntry(PDRIVER_OBJECT driver, PUNICODE_STRING path) {
  NTSTATUS status;
  (void)path;
  KeInitializeSpinLock(&lock);
  status = FltRegisterFilter(driver, &registration, &filter);
  if (!NT_SUCCESS(status)) return status;
  status = start_threads();
  if (NT_SUCCESS(status)) status = FltStartFiltering(filter);
  if (!NT_SUCCESS(status)) {
    stop_threads();
    FltUnregisterFilter(filter);
  }
  return status;
}
