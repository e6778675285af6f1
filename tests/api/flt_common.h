/* For the drivers that test the Filter Manager: files of the volume, and a second instance of the
 * filter below the first, whose callbacks see what the driver itself issues. */
#ifndef SLUICE_TESTS_FLT_COMMON_H
#define SLUICE_TESTS_FLT_COMMON_H

#include "api.h"

#define FLT_UNUSED __attribute__((unused))

static PFLT_INSTANCE Lower FLT_UNUSED; /* referenced while it is set */

typedef FLT_PREOP_CALLBACK_STATUS (*PRE_HOOK)(PFLT_CALLBACK_DATA data,
                                              PCFLT_RELATED_OBJECTS objects, PVOID* context);
typedef FLT_POSTOP_CALLBACK_STATUS (*POST_HOOK)(PFLT_CALLBACK_DATA data,
                                                PCFLT_RELATED_OBJECTS objects, PVOID context,
                                                FLT_POST_OPERATION_FLAGS flags);

/* What the lower instance does with operations of this major function; 0xff: with all. */
static UCHAR HookMajor FLT_UNUSED = 0xff;
static PRE_HOOK PreHook FLT_UNUSED;
static POST_HOOK PostHook FLT_UNUSED;
static ULONG PreCalls FLT_UNUSED;
static ULONG PostCalls FLT_UNUSED;

FLT_UNUSED static FLT_PREOP_CALLBACK_STATUS NTAPI flt_pre(PFLT_CALLBACK_DATA data,
                                                          PCFLT_RELATED_OBJECTS objects,
                                                          PVOID* context) {
  if (objects->Instance != Lower || Lower == NULL || PreHook == NULL ||
      (HookMajor != 0xff && data->Iopb->MajorFunction != HookMajor)) {
    return FLT_PREOP_SUCCESS_NO_CALLBACK;
  }
  ++PreCalls;
  return PreHook(data, objects, context);
}

FLT_UNUSED static FLT_POSTOP_CALLBACK_STATUS NTAPI flt_post(PFLT_CALLBACK_DATA data,
                                                            PCFLT_RELATED_OBJECTS objects,
                                                            PVOID context,
                                                            FLT_POST_OPERATION_FLAGS flags) {
  if (objects->Instance != Lower || PostHook == NULL) return FLT_POSTOP_FINISHED_PROCESSING;
  ++PostCalls;
  return PostHook(data, objects, context, flags);
}

FLT_UNUSED static void hook(UCHAR major, PRE_HOOK pre, POST_HOOK post) {
  HookMajor = major;
  PreCalls = PostCalls = 0;
  PostHook = post;
  PreHook = pre;
}
FLT_UNUSED static void unhook(void) {
  PreHook = NULL;
  PostHook = NULL;
}

FLT_UNUSED static FLT_PREOP_CALLBACK_STATUS with_post(PFLT_CALLBACK_DATA data,
                                                      PCFLT_RELATED_OBJECTS objects,
                                                      PVOID* context) {
  (void)data;
  (void)objects;
  (void)context;
  return FLT_PREOP_SUCCESS_WITH_CALLBACK;
}

/* The harness's instance stays ApiInstance. */
FLT_UNUSED static BOOLEAN attach_lower(void) {
  const PFLT_INSTANCE upper = ApiInstance;
  UNICODE_STRING altitude = RTL_CONSTANT_STRING(L"300000");
  UNICODE_STRING name = RTL_CONSTANT_STRING(L"Lower");
  PFLT_INSTANCE made = NULL;
  const NTSTATUS status = FltAttachVolumeAtAltitude(ApiFilter, ApiVolume, &altitude, &name, &made);
  ApiInstance = upper;
  Lower = made;
  return API_CHECK(NT_SUCCESS(status));
}
FLT_UNUSED static void forget_lower(void) {
  if (Lower != NULL) FltObjectDereference(Lower);
  Lower = NULL;
}

/* ------------------------------------------------------------------ files */
static WCHAR PathBuffer[512] FLT_UNUSED;

/* \Device\...\name, in one static buffer. */
FLT_UNUSED static UNICODE_STRING path_of(const WCHAR* name) {
  UNICODE_STRING path = {0, sizeof(PathBuffer), PathBuffer};
  if (!NT_SUCCESS(FltGetVolumeName(ApiVolume, &path, NULL))) path.Length = 0;
  PathBuffer[path.Length / 2] = L'\\';
  path.Length += 2;
  for (; *name != 0; ++name) {
    PathBuffer[path.Length / 2] = *name;
    path.Length += 2;
  }
  return path;
}

typedef struct OPEN {
  HANDLE handle;
  PFILE_OBJECT file;
} OPEN;

FLT_UNUSED static NTSTATUS open_how(PFLT_INSTANCE instance, const WCHAR* name, ACCESS_MASK access,
                                    ULONG disposition, ULONG options,
                                    PIO_DRIVER_CREATE_CONTEXT context, OPEN* open) {
  UNICODE_STRING path = path_of(name);
  OBJECT_ATTRIBUTES attributes;
  IO_STATUS_BLOCK iosb;
  InitializeObjectAttributes(&attributes, &path, OBJ_KERNEL_HANDLE, NULL, NULL);
  return FltCreateFileEx2(ApiFilter, instance, &open->handle, &open->file, access, &attributes,
                          &iosb, NULL, FILE_ATTRIBUTE_NORMAL,
                          FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, disposition,
                          options, NULL, 0, 0, context);
}

FLT_UNUSED static NTSTATUS open_name(PFLT_INSTANCE instance, const WCHAR* name, ACCESS_MASK access,
                                     OPEN* open) {
  return open_how(instance, name, access, FILE_OPEN_IF, FILE_SYNCHRONOUS_IO_NONALERT, NULL, open);
}

FLT_UNUSED static void close_open(OPEN* open) {
  if (open->file != NULL) ObDereferenceObject(open->file);
  if (open->handle != NULL) FltClose(open->handle);
  open->file = NULL;
  open->handle = NULL;
}

#define ALL_FILE_ACCESS (FILE_GENERIC_READ | FILE_GENERIC_WRITE | DELETE)

#endif
