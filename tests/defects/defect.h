/* What every driver of the corpus shares: registration, start and end. A driver is one source file
 * with one defect, compiled with DEFECT; without it, it is the corrected twin. The line that a
 * report must name ends with the word DEFECT in a comment. */
#ifndef SLUICE_TESTS_DEFECT_H
#define SLUICE_TESTS_DEFECT_H

#include <fltKernel.h>

#define TAG 'tfeD'

static PFLT_FILTER Filter;

#define PRE(name)                                                       \
  static FLT_PREOP_CALLBACK_STATUS FLTAPI name(PFLT_CALLBACK_DATA Data, \
                                               PCFLT_RELATED_OBJECTS FltObjects, PVOID* Context)
#define POST(name)                                                                               \
  static FLT_POSTOP_CALLBACK_STATUS FLTAPI name(PFLT_CALLBACK_DATA Data,                         \
                                                PCFLT_RELATED_OBJECTS FltObjects, PVOID Context, \
                                                FLT_POST_OPERATION_FLAGS Flags)
#define UNUSED_PRE ((void)Data, (void)FltObjects, (void)Context)
#define UNUSED_POST ((void)Data, (void)FltObjects, (void)Context, (void)Flags)

#define IS_PAGING(data) \
  (FLT_IS_IRP_OPERATION(data) && FlagOn((data)->Iopb->IrpFlags, IRP_PAGING_IO))
#define IS_DRAINING FlagOn(Flags, FLTFL_POST_OPERATION_DRAINING)

/* A driver's own parts; what it does not define is the common one. */
#ifndef ON_LOAD
#define ON_LOAD STATUS_SUCCESS
#endif
#ifndef BEFORE_UNREGISTER
#define BEFORE_UNREGISTER ((void)0)
#endif
#ifndef AFTER_UNREGISTER
#define AFTER_UNREGISTER ((void)0)
#endif

#define OPERATIONS(...)                                    \
  static const FLT_OPERATION_REGISTRATION Operations[] = { \
      __VA_ARGS__, {IRP_MJ_OPERATION_END, 0, NULL, NULL, NULL}}
#define CONTEXTS(...)                                  \
  static const FLT_CONTEXT_REGISTRATION Contexts[] = { \
      __VA_ARGS__, {FLT_CONTEXT_END, 0, NULL, 0, 0, NULL, NULL, NULL}}
#define CONTEXT(type, bytes) {type, 0, NULL, bytes, TAG, NULL, NULL, NULL}

/* load: an NTSTATUS expression after FltRegisterFilter; before and after: statements round
 * FltUnregisterFilter; setup and teardown: callbacks or NULL. */
#define DRIVER(contexts, load, before, after, setup, teardown)                              \
  static NTSTATUS FLTAPI Unload(FLT_FILTER_UNLOAD_FLAGS Flags) {                            \
    (void)Flags;                                                                            \
    before;                                                                                 \
    FltUnregisterFilter(Filter);                                                            \
    after;                                                                                  \
    return STATUS_SUCCESS;                                                                  \
  }                                                                                         \
  static const FLT_REGISTRATION Registration = {.Size = sizeof(FLT_REGISTRATION),           \
                                                .Version = FLT_REGISTRATION_VERSION,        \
                                                .ContextRegistration = contexts,            \
                                                .OperationRegistration = Operations,        \
                                                .FilterUnloadCallback = Unload,             \
                                                .InstanceSetupCallback = setup,             \
                                                .InstanceTeardownStartCallback = teardown}; \
  NTSTATUS NTAPI DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath) {   \
    NTSTATUS status = FltRegisterFilter(DriverObject, &Registration, &Filter);              \
    (void)RegistryPath;                                                                     \
    if (!NT_SUCCESS(status)) return status;                                                 \
    status = (load);                                                                        \
    if (NT_SUCCESS(status)) status = FltStartFiltering(Filter);                             \
    if (!NT_SUCCESS(status)) {                                                              \
      before;                                                                               \
      FltUnregisterFilter(Filter);                                                          \
      after;                                                                                \
    }                                                                                       \
    return status;                                                                          \
  }
#define PLAIN_DRIVER DRIVER(NULL, STATUS_SUCCESS, (void)0, (void)0, NULL, NULL)

#endif
