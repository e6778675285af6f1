/* Contexts of every kind: allocation, set, get, replace, delete, references. */
#include "flt_common.h"

static ULONG cleanups[8];

static ULONG index_of(FLT_CONTEXT_TYPE type) {
  ULONG index = 0;
  while ((type >> index) > 1) ++index;
  return index;
}
static VOID NTAPI cleanup(PFLT_CONTEXT context, FLT_CONTEXT_TYPE type) {
  (void)context;
  ++cleanups[index_of(type) % 8];
}
static ULONG own_allocations;
static PVOID NTAPI allocate_own(POOL_TYPE pool, SIZE_T size, FLT_CONTEXT_TYPE type) {
  (void)type;
  ++own_allocations;
  return ExAllocatePoolWithTag(pool, size, API_TAG);
}
static VOID NTAPI free_own(PVOID memory, FLT_CONTEXT_TYPE type) {
  (void)type;
  --own_allocations;
  ExFreePoolWithTag(memory, API_TAG);
}

static const FLT_CONTEXT_REGISTRATION contexts[] = {
    {FLT_VOLUME_CONTEXT, 0, cleanup, 16, API_TAG, NULL, NULL, NULL},
    {FLT_INSTANCE_CONTEXT, 0, cleanup, 16, API_TAG, NULL, NULL, NULL},
    {FLT_FILE_CONTEXT, 0, cleanup, 16, API_TAG, NULL, NULL, NULL},
    {FLT_STREAM_CONTEXT, FLTFL_CONTEXT_REGISTRATION_NO_EXACT_SIZE_MATCH, cleanup, 64, API_TAG, NULL,
     NULL, NULL},
    {FLT_STREAMHANDLE_CONTEXT, 0, cleanup, FLT_VARIABLE_SIZED_CONTEXTS, API_TAG, NULL, NULL, NULL},
    {FLT_TRANSACTION_CONTEXT, 0, cleanup, 16, API_TAG, NULL, NULL, NULL},
    {FLT_SECTION_CONTEXT, 0, cleanup, 32, 0, allocate_own, free_own, NULL},
    {FLT_CONTEXT_END, 0, NULL, 0, 0, NULL, NULL, NULL},
};

static NTSTATUS NTAPI transaction_note(PCFLT_RELATED_OBJECTS objects, PFLT_CONTEXT context,
                                       ULONG mask) {
  (void)objects;
  (void)context;
  (void)mask;
  return STATUS_SUCCESS;
}

/* ------------------------------------------------------------------ an instance that goes */
static NTSTATUS status_allocate_late, status_instance_late, status_stream_late, status_delete_late;
static NTSTATUS status_handle_late, status_file_late, status_enlist_late, status_transaction_late;
static NTSTATUS status_get_late;
static PFILE_OBJECT late_file;
static PFLT_CONTEXT late_instance, late_stream, late_handle, late_file_context;

static VOID NTAPI teardown_complete(PCFLT_RELATED_OBJECTS objects,
                                    FLT_INSTANCE_TEARDOWN_FLAGS reason) {
  (void)objects;
  (void)reason;
}
static NTSTATUS NTAPI query_teardown(PCFLT_RELATED_OBJECTS objects,
                                     FLT_INSTANCE_QUERY_TEARDOWN_FLAGS flags) {
  (void)objects;
  (void)flags;
  return STATUS_SUCCESS;
}

void ApiRegistration(FLT_REGISTRATION* registration) {
  registration->ContextRegistration = contexts;
  registration->InstanceTeardownCompleteCallback = teardown_complete;
  registration->InstanceQueryTeardownCallback = query_teardown;
  registration->TransactionNotificationCallback = transaction_note;
}

static void allocation(void) {
  PFLT_CONTEXT context = NULL;
  API_STATUS(FltAllocateContext(ApiFilter, FLT_STREAM_CONTEXT, 40, PagedPool, &context),
             STATUS_SUCCESS);
  FltReferenceContext(context);
  FltReleaseContext(context);
  API_EQUAL(cleanups[3], 0);
  FltReleaseContext(context);
  API_EQUAL(cleanups[3], 1);
  API_STATUS(FltAllocateContext(ApiFilter, FLT_STREAM_CONTEXT, 65, PagedPool, &context),
             STATUS_FLT_CONTEXT_ALLOCATION_NOT_FOUND);
  API_STATUS(FltAllocateContext(ApiFilter, FLT_FILE_CONTEXT, 15, PagedPool, &context),
             STATUS_FLT_CONTEXT_ALLOCATION_NOT_FOUND);
  API_STATUS(FltAllocateContext(ApiFilter, FLT_STREAM_CONTEXT, 0, PagedPool, &context),
             STATUS_INVALID_BUFFER_SIZE);
  API_STATUS(FltAllocateContext(ApiFilter, FLT_STREAMHANDLE_CONTEXT, 0x10000, PagedPool, &context),
             STATUS_INVALID_BUFFER_SIZE);
  API_STATUS(FltAllocateContext(ApiFilter, FLT_VOLUME_CONTEXT, 16, PagedPool, &context),
             STATUS_INVALID_PARAMETER);
  API_STATUS(FltAllocateContext(ApiFilter, FLT_SECTION_CONTEXT, 32, NonPagedPoolNx, &context),
             STATUS_SUCCESS);
  API_EQUAL(own_allocations, 1);
  FltReleaseContext(context);
  API_EQUAL(own_allocations, 0);
}

static PFLT_CONTEXT make_context(FLT_CONTEXT_TYPE type) {
  PFLT_CONTEXT context = NULL;
  const SIZE_T size = type == FLT_STREAM_CONTEXT ? 64 : type == FLT_STREAMHANDLE_CONTEXT ? 100 : 16;
  API_CHECK(NT_SUCCESS(FltAllocateContext(ApiFilter, type, size, NonPagedPoolNx, &context)));
  return context;
}

static OPEN open;

static void stream_context(void) {
  PFLT_CONTEXT first = make_context(FLT_STREAM_CONTEXT), second = make_context(FLT_STREAM_CONTEXT),
               found = NULL;
  API_REQUIRE(first != NULL && second != NULL);
  API_STATUS(FltGetStreamContext(ApiInstance, open.file, &found), STATUS_NOT_FOUND);
  API_CHECK(found == NULL);
  API_STATUS(FltDeleteStreamContext(ApiInstance, open.file, NULL), STATUS_NOT_FOUND);
  API_STATUS(
      FltSetStreamContext(ApiInstance, open.file, FLT_SET_CONTEXT_KEEP_IF_EXISTS, first, NULL),
      STATUS_SUCCESS);
  API_STATUS(FltGetStreamContext(ApiInstance, open.file, &found), STATUS_SUCCESS);
  API_CHECK(found == first);
  FltReleaseContext(found);
  API_STATUS(
      FltSetStreamContext(ApiInstance, open.file, FLT_SET_CONTEXT_KEEP_IF_EXISTS, second, &found),
      STATUS_FLT_CONTEXT_ALREADY_DEFINED);
  API_CHECK(found == first);
  FltReleaseContext(found);
  API_STATUS(
      FltSetStreamContext(ApiInstance, open.file, FLT_SET_CONTEXT_REPLACE_IF_EXISTS, first, NULL),
      STATUS_FLT_CONTEXT_ALREADY_LINKED);
  API_STATUS(
      FltSetStreamContext(ApiInstance, open.file, (FLT_SET_CONTEXT_OPERATION)7, second, NULL),
      STATUS_INVALID_PARAMETER);
  API_STATUS(FltSetStreamContext(ApiInstance, open.file, FLT_SET_CONTEXT_REPLACE_IF_EXISTS, second,
                                 &found),
             STATUS_SUCCESS);
  API_CHECK(found == first);
  FltReleaseContext(found);
  API_STATUS(FltDeleteStreamContext(ApiInstance, open.file, &found), STATUS_SUCCESS);
  API_CHECK(found == second);
  FltReleaseContext(found);
  API_STATUS(
      FltSetStreamContext(ApiInstance, open.file, FLT_SET_CONTEXT_KEEP_IF_EXISTS, first, NULL),
      STATUS_SUCCESS);
  FltDeleteContext(first);
  API_STATUS(FltGetStreamContext(ApiInstance, open.file, &found), STATUS_NOT_FOUND);
  FltReleaseContext(first);
  FltReleaseContext(second);
}
static void file_context(void) {
  PFLT_CONTEXT first = make_context(FLT_FILE_CONTEXT), second = make_context(FLT_FILE_CONTEXT),
               found = NULL;
  API_REQUIRE(first != NULL && second != NULL);
  API_STATUS(FltGetFileContext(ApiInstance, open.file, &found), STATUS_NOT_FOUND);
  API_CHECK(found == NULL);
  API_STATUS(FltDeleteFileContext(ApiInstance, open.file, NULL), STATUS_NOT_FOUND);
  API_STATUS(FltSetFileContext(ApiInstance, open.file, FLT_SET_CONTEXT_KEEP_IF_EXISTS, first, NULL),
             STATUS_SUCCESS);
  API_STATUS(FltGetFileContext(ApiInstance, open.file, &found), STATUS_SUCCESS);
  API_CHECK(found == first);
  FltReleaseContext(found);
  API_STATUS(
      FltSetFileContext(ApiInstance, open.file, FLT_SET_CONTEXT_KEEP_IF_EXISTS, second, &found),
      STATUS_FLT_CONTEXT_ALREADY_DEFINED);
  API_CHECK(found == first);
  FltReleaseContext(found);
  API_STATUS(
      FltSetFileContext(ApiInstance, open.file, FLT_SET_CONTEXT_REPLACE_IF_EXISTS, first, NULL),
      STATUS_FLT_CONTEXT_ALREADY_LINKED);
  API_STATUS(FltSetFileContext(ApiInstance, open.file, (FLT_SET_CONTEXT_OPERATION)7, second, NULL),
             STATUS_INVALID_PARAMETER);
  API_STATUS(
      FltSetFileContext(ApiInstance, open.file, FLT_SET_CONTEXT_REPLACE_IF_EXISTS, second, &found),
      STATUS_SUCCESS);
  API_CHECK(found == first);
  FltReleaseContext(found);
  API_STATUS(FltDeleteFileContext(ApiInstance, open.file, &found), STATUS_SUCCESS);
  API_CHECK(found == second);
  FltReleaseContext(found);
  API_STATUS(FltSetFileContext(ApiInstance, open.file, FLT_SET_CONTEXT_KEEP_IF_EXISTS, first, NULL),
             STATUS_SUCCESS);
  FltDeleteContext(first);
  API_STATUS(FltGetFileContext(ApiInstance, open.file, &found), STATUS_NOT_FOUND);
  FltReleaseContext(first);
  FltReleaseContext(second);
}
static void handle_context(void) {
  PFLT_CONTEXT first = make_context(FLT_STREAMHANDLE_CONTEXT),
               second = make_context(FLT_STREAMHANDLE_CONTEXT), found = NULL;
  API_REQUIRE(first != NULL && second != NULL);
  API_STATUS(FltGetStreamHandleContext(ApiInstance, open.file, &found), STATUS_NOT_FOUND);
  API_CHECK(found == NULL);
  API_STATUS(FltDeleteStreamHandleContext(ApiInstance, open.file, NULL), STATUS_NOT_FOUND);
  API_STATUS(FltSetStreamHandleContext(ApiInstance, open.file, FLT_SET_CONTEXT_KEEP_IF_EXISTS,
                                       first, NULL),
             STATUS_SUCCESS);
  API_STATUS(FltGetStreamHandleContext(ApiInstance, open.file, &found), STATUS_SUCCESS);
  API_CHECK(found == first);
  FltReleaseContext(found);
  API_STATUS(FltSetStreamHandleContext(ApiInstance, open.file, FLT_SET_CONTEXT_KEEP_IF_EXISTS,
                                       second, &found),
             STATUS_FLT_CONTEXT_ALREADY_DEFINED);
  API_CHECK(found == first);
  FltReleaseContext(found);
  API_STATUS(FltSetStreamHandleContext(ApiInstance, open.file, FLT_SET_CONTEXT_REPLACE_IF_EXISTS,
                                       first, NULL),
             STATUS_FLT_CONTEXT_ALREADY_LINKED);
  API_STATUS(
      FltSetStreamHandleContext(ApiInstance, open.file, (FLT_SET_CONTEXT_OPERATION)7, second, NULL),
      STATUS_INVALID_PARAMETER);
  API_STATUS(FltSetStreamHandleContext(ApiInstance, open.file, FLT_SET_CONTEXT_REPLACE_IF_EXISTS,
                                       second, &found),
             STATUS_SUCCESS);
  API_CHECK(found == first);
  FltReleaseContext(found);
  API_STATUS(FltDeleteStreamHandleContext(ApiInstance, open.file, &found), STATUS_SUCCESS);
  API_CHECK(found == second);
  FltReleaseContext(found);
  API_STATUS(FltSetStreamHandleContext(ApiInstance, open.file, FLT_SET_CONTEXT_KEEP_IF_EXISTS,
                                       first, NULL),
             STATUS_SUCCESS);
  FltDeleteContext(first);
  API_STATUS(FltGetStreamHandleContext(ApiInstance, open.file, &found), STATUS_NOT_FOUND);
  FltReleaseContext(first);
  FltReleaseContext(second);
}
static void instance_context(void) {
  PFLT_CONTEXT first = make_context(FLT_INSTANCE_CONTEXT),
               second = make_context(FLT_INSTANCE_CONTEXT), found = NULL;
  API_REQUIRE(first != NULL && second != NULL);
  API_STATUS(FltGetInstanceContext(ApiInstance, &found), STATUS_NOT_FOUND);
  API_CHECK(found == NULL);
  API_STATUS(FltDeleteInstanceContext(ApiInstance, NULL), STATUS_NOT_FOUND);
  API_STATUS(FltSetInstanceContext(ApiInstance, FLT_SET_CONTEXT_KEEP_IF_EXISTS, first, NULL),
             STATUS_SUCCESS);
  API_STATUS(FltGetInstanceContext(ApiInstance, &found), STATUS_SUCCESS);
  API_CHECK(found == first);
  FltReleaseContext(found);
  API_STATUS(FltSetInstanceContext(ApiInstance, FLT_SET_CONTEXT_KEEP_IF_EXISTS, second, &found),
             STATUS_FLT_CONTEXT_ALREADY_DEFINED);
  API_CHECK(found == first);
  FltReleaseContext(found);
  API_STATUS(FltSetInstanceContext(ApiInstance, FLT_SET_CONTEXT_REPLACE_IF_EXISTS, first, NULL),
             STATUS_FLT_CONTEXT_ALREADY_LINKED);
  API_STATUS(FltSetInstanceContext(ApiInstance, (FLT_SET_CONTEXT_OPERATION)7, second, NULL),
             STATUS_INVALID_PARAMETER);
  API_STATUS(FltSetInstanceContext(ApiInstance, FLT_SET_CONTEXT_REPLACE_IF_EXISTS, second, &found),
             STATUS_SUCCESS);
  API_CHECK(found == first);
  FltReleaseContext(found);
  API_STATUS(FltDeleteInstanceContext(ApiInstance, &found), STATUS_SUCCESS);
  API_CHECK(found == second);
  FltReleaseContext(found);
  API_STATUS(FltSetInstanceContext(ApiInstance, FLT_SET_CONTEXT_KEEP_IF_EXISTS, first, NULL),
             STATUS_SUCCESS);
  FltDeleteContext(first);
  API_STATUS(FltGetInstanceContext(ApiInstance, &found), STATUS_NOT_FOUND);
  FltReleaseContext(first);
  FltReleaseContext(second);
}
static void volume_context(void) {
  PFLT_CONTEXT first = make_context(FLT_VOLUME_CONTEXT), second = make_context(FLT_VOLUME_CONTEXT),
               found = NULL;
  API_REQUIRE(first != NULL && second != NULL);
  API_STATUS(FltGetVolumeContext(ApiFilter, ApiVolume, &found), STATUS_NOT_FOUND);
  API_CHECK(found == NULL);
  API_STATUS(FltDeleteVolumeContext(ApiFilter, ApiVolume, NULL), STATUS_NOT_FOUND);
  API_STATUS(FltSetVolumeContext(ApiVolume, FLT_SET_CONTEXT_KEEP_IF_EXISTS, first, NULL),
             STATUS_SUCCESS);
  API_STATUS(FltGetVolumeContext(ApiFilter, ApiVolume, &found), STATUS_SUCCESS);
  API_CHECK(found == first);
  FltReleaseContext(found);
  API_STATUS(FltSetVolumeContext(ApiVolume, FLT_SET_CONTEXT_KEEP_IF_EXISTS, second, &found),
             STATUS_FLT_CONTEXT_ALREADY_DEFINED);
  API_CHECK(found == first);
  FltReleaseContext(found);
  API_STATUS(FltSetVolumeContext(ApiVolume, FLT_SET_CONTEXT_REPLACE_IF_EXISTS, first, NULL),
             STATUS_FLT_CONTEXT_ALREADY_LINKED);
  API_STATUS(FltSetVolumeContext(ApiVolume, (FLT_SET_CONTEXT_OPERATION)7, second, NULL),
             STATUS_INVALID_PARAMETER);
  API_STATUS(FltSetVolumeContext(ApiVolume, FLT_SET_CONTEXT_REPLACE_IF_EXISTS, second, &found),
             STATUS_SUCCESS);
  API_CHECK(found == first);
  FltReleaseContext(found);
  API_STATUS(FltDeleteVolumeContext(ApiFilter, ApiVolume, &found), STATUS_SUCCESS);
  API_CHECK(found == second);
  FltReleaseContext(found);
  API_STATUS(FltSetVolumeContext(ApiVolume, FLT_SET_CONTEXT_KEEP_IF_EXISTS, first, NULL),
             STATUS_SUCCESS);
  FltDeleteContext(first);
  API_STATUS(FltGetVolumeContext(ApiFilter, ApiVolume, &found), STATUS_NOT_FOUND);
  FltReleaseContext(first);
  FltReleaseContext(second);
}
static void wrong_kind(void) {
  const PFLT_CONTEXT stream = make_context(FLT_STREAM_CONTEXT);
  API_STATUS(
      FltSetFileContext(ApiInstance, open.file, FLT_SET_CONTEXT_KEEP_IF_EXISTS, stream, NULL),
      STATUS_INVALID_PARAMETER);
  API_STATUS(FltSetInstanceContext(ApiInstance, FLT_SET_CONTEXT_KEEP_IF_EXISTS, NULL, NULL),
             STATUS_INVALID_PARAMETER);
  FltReleaseContext(stream);
}

/* A file object that is not open yet has no stream. */
static void without_stream(void) {
  PFLT_CONTEXT context = make_context(FLT_STREAM_CONTEXT), found = NULL;
  FILE_OBJECT nothing = {0};
  API_CHECK(!FltSupportsStreamContexts(&nothing));
  API_CHECK(!FltSupportsStreamHandleContexts(&nothing));
  API_CHECK(!FltSupportsFileContexts(&nothing));
  API_CHECK(!FltSupportsFileContextsEx(&nothing, ApiInstance));
  API_CHECK(FltSupportsStreamContexts(open.file));
  API_CHECK(FltSupportsStreamHandleContexts(open.file));
  API_CHECK(FltSupportsFileContexts(open.file));
  API_CHECK(FltSupportsFileContextsEx(open.file, ApiInstance));
  API_STATUS(FltSetStreamContext(ApiInstance, &nothing, 0, context, NULL), STATUS_NOT_SUPPORTED);
  API_STATUS(FltGetStreamContext(ApiInstance, &nothing, &found), STATUS_NOT_SUPPORTED);
  API_STATUS(FltDeleteStreamContext(ApiInstance, &nothing, NULL), STATUS_NOT_SUPPORTED);
  API_STATUS(FltSetFileContext(ApiInstance, &nothing, 0, context, NULL), STATUS_NOT_SUPPORTED);
  API_STATUS(FltGetFileContext(ApiInstance, &nothing, &found), STATUS_NOT_SUPPORTED);
  API_STATUS(FltDeleteFileContext(ApiInstance, &nothing, NULL), STATUS_NOT_SUPPORTED);
  API_STATUS(FltSetStreamHandleContext(ApiInstance, &nothing, 0, context, NULL),
             STATUS_NOT_SUPPORTED);
  API_STATUS(FltGetStreamHandleContext(ApiInstance, &nothing, &found), STATUS_NOT_SUPPORTED);
  API_STATUS(FltDeleteStreamHandleContext(ApiInstance, &nothing, NULL), STATUS_NOT_SUPPORTED);
  API_STATUS(FltGetSectionContext(ApiInstance, &nothing, &found), STATUS_NOT_SUPPORTED);
  FltReleaseContext(context);
}

static void all_at_once(void) {
  FLT_RELATED_OBJECTS objects = {sizeof(objects), 0,         ApiFilter, ApiVolume,
                                 ApiInstance,     open.file, NULL};
  FLT_RELATED_CONTEXTS found;
  FLT_RELATED_CONTEXTS_EX more;
  const PFLT_CONTEXT stream = make_context(FLT_STREAM_CONTEXT);
  const PFLT_CONTEXT instance = make_context(FLT_INSTANCE_CONTEXT);
  FltSetStreamContext(ApiInstance, open.file, FLT_SET_CONTEXT_KEEP_IF_EXISTS, stream, NULL);
  FltSetInstanceContext(ApiInstance, FLT_SET_CONTEXT_KEEP_IF_EXISTS, instance, NULL);
  FltGetContexts(&objects, FLT_ALL_CONTEXTS, &found);
  API_CHECK(found.StreamContext == stream && found.InstanceContext == instance);
  API_CHECK(found.VolumeContext == NULL && found.FileContext == NULL);
  FltReleaseContexts(&found);
  API_CHECK(found.StreamContext == NULL);
  API_STATUS(FltGetContextsEx(&objects, FLT_STREAM_CONTEXT, sizeof(more), &more), STATUS_SUCCESS);
  API_CHECK(more.StreamContext == stream && more.InstanceContext == NULL);
  API_CHECK(more.SectionContext == NULL);
  FltReleaseContextsEx(sizeof(more), &more);
  API_STATUS(FltGetContextsEx(&objects, FLT_STREAM_CONTEXT, 4, &more), STATUS_INVALID_PARAMETER);
  FltDeleteContext(stream);
  FltDeleteContext(instance);
  FltReleaseContext(stream);
  FltReleaseContext(instance);
}

static void goes_with_the_file(void) {
  const PFLT_CONTEXT handle = make_context(FLT_STREAMHANDLE_CONTEXT);
  OPEN other = {0};
  API_STATUS(open_name(ApiInstance, L"dir\\inner.txt", FILE_READ_ATTRIBUTES, &other),
             STATUS_SUCCESS);
  cleanups[4] = 0;
  API_STATUS(FltSetStreamHandleContext(ApiInstance, other.file, FLT_SET_CONTEXT_KEEP_IF_EXISTS,
                                       handle, NULL),
             STATUS_SUCCESS);
  FltReleaseContext(handle);
  API_EQUAL(cleanups[4], 0);
  close_open(&other);
  API_EQUAL(cleanups[4], 1);
}

/* No KTRANSACTION exists here. */
static void transactions(void) {
  PFLT_CONTEXT found = NULL;
  const PFLT_CONTEXT context = make_context(FLT_TRANSACTION_CONTEXT);
  const PKTRANSACTION none = NULL;
  API_STATUS(FltGetTransactionContext(ApiInstance, none, &found), STATUS_NOT_FOUND);
  API_STATUS(
      FltSetTransactionContext(ApiInstance, none, FLT_SET_CONTEXT_KEEP_IF_EXISTS, context, NULL),
      STATUS_INVALID_PARAMETER);
  API_STATUS(FltDeleteTransactionContext(ApiInstance, none, NULL), STATUS_NOT_FOUND);
  API_STATUS(FltEnlistInTransaction(ApiInstance, none, context, 0), STATUS_INVALID_PARAMETER_4);
  API_STATUS(FltEnlistInTransaction(ApiInstance, none, context, 0x80), STATUS_INVALID_PARAMETER_4);
  API_STATUS(FltEnlistInTransaction(ApiInstance, none, context, FLT_MAX_TRANSACTION_NOTIFICATIONS),
             STATUS_TRANSACTION_NOT_ACTIVE);
  API_STATUS(FltRollbackEnlistment(ApiInstance, none, NULL), STATUS_NOT_FOUND);
  API_STATUS(FltRollbackComplete(ApiInstance, none, NULL), STATUS_NOT_FOUND);
  API_STATUS(FltPrePrepareComplete(ApiInstance, none, NULL), STATUS_NOT_FOUND);
  API_STATUS(FltPrepareComplete(ApiInstance, none, NULL), STATUS_NOT_FOUND);
  API_STATUS(FltCommitComplete(ApiInstance, none, NULL), STATUS_NOT_FOUND);
  API_STATUS(FltCommitFinalizeComplete(ApiInstance, none, NULL), STATUS_NOT_FOUND);
  FltReleaseContext(context);
}

/* After the instance is gone its pointer, referenced, is good for nothing but refusals. */
static void detached_instance(void) {
  UNICODE_STRING name = RTL_CONSTANT_STRING(L"Lower");
  API_REQUIRE(attach_lower());
  late_file = open.file;
  late_instance = make_context(FLT_INSTANCE_CONTEXT);
  late_stream = make_context(FLT_STREAM_CONTEXT);
  late_handle = make_context(FLT_STREAMHANDLE_CONTEXT);
  late_file_context = make_context(FLT_FILE_CONTEXT);
  API_STATUS(FltSetInstanceContext(Lower, FLT_SET_CONTEXT_KEEP_IF_EXISTS, late_instance, NULL),
             STATUS_SUCCESS);
  API_STATUS(FltDetachVolume(ApiFilter, ApiVolume, &name), STATUS_SUCCESS);
  status_instance_late =
      FltSetInstanceContext(Lower, FLT_SET_CONTEXT_KEEP_IF_EXISTS, late_instance, NULL);
  API_STATUS(status_instance_late, STATUS_FLT_DELETING_OBJECT);
  status_stream_late = FltSetStreamContext(Lower, late_file, 0, late_stream, NULL);
  API_STATUS(status_stream_late, STATUS_FLT_DELETING_OBJECT);
  status_handle_late = FltSetStreamHandleContext(Lower, late_file, 0, late_handle, NULL);
  API_STATUS(status_handle_late, STATUS_FLT_DELETING_OBJECT);
  status_file_late = FltSetFileContext(Lower, late_file, 0, late_file_context, NULL);
  API_STATUS(status_file_late, STATUS_FLT_DELETING_OBJECT);
  status_delete_late = FltDeleteStreamContext(Lower, late_file, NULL);
  API_STATUS(status_delete_late, STATUS_FLT_DELETING_OBJECT);
  API_STATUS(FltDeleteStreamHandleContext(Lower, late_file, NULL), STATUS_FLT_DELETING_OBJECT);
  API_STATUS(FltDeleteInstanceContext(Lower, NULL), STATUS_FLT_DELETING_OBJECT);
  status_transaction_late = FltSetTransactionContext(Lower, NULL, 0, NULL, NULL);
  API_STATUS(status_transaction_late, STATUS_FLT_DELETING_OBJECT);
  API_STATUS(FltDeleteTransactionContext(Lower, NULL, NULL), STATUS_FLT_DELETING_OBJECT);
  status_enlist_late = FltEnlistInTransaction(Lower, NULL, NULL, FLT_MAX_TRANSACTION_NOTIFICATIONS);
  API_STATUS(status_enlist_late, STATUS_FLT_DELETING_OBJECT);
  API_STATUS(FltDetachVolume(ApiFilter, ApiVolume, &name), STATUS_FLT_INSTANCE_NOT_FOUND);
  FltReleaseContext(late_instance);
  FltReleaseContext(late_stream);
  FltReleaseContext(late_handle);
  FltReleaseContext(late_file_context);
  forget_lower();
  (void)status_allocate_late;
  (void)status_get_late;
}

static void begin(void) {
  API_STATUS(open_name(ApiInstance, L"hello.txt", ALL_FILE_ACCESS, &open), STATUS_SUCCESS);
}
static void end(void) {
  close_open(&open);
}

const API_TEST ApiTests[] = {
    {"FltAllocateContext_TakesTheRegistrationThatFits", allocation},
    {"Contexts_Begin", begin},
    {"StreamContext_IsSetKeptReplacedAndDeleted", stream_context},
    {"FileContext_IsSetKeptReplacedAndDeleted", file_context},
    {"StreamHandleContext_IsSetKeptReplacedAndDeleted", handle_context},
    {"InstanceContext_IsSetKeptReplacedAndDeleted", instance_context},
    {"VolumeContext_IsSetKeptReplacedAndDeleted", volume_context},
    {"Context_OfAnotherKindIsRefused", wrong_kind},
    {"Context_NeedsAnOpenStream", without_stream},
    {"FltGetContexts_GivesThoseThereAre", all_at_once},
    {"StreamHandleContext_GoesWithTheHandle", goes_with_the_file},
    {"TransactionContext_NeedsATransaction", transactions},
    {"Contexts_AreRefused_WhenTheInstanceIsGone", detached_instance},
    {"Contexts_End", end},
    {NULL, NULL},
};
