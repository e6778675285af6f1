/* Extra create parameters: objects, lists, lookaside lists, and what a create carries. */
#include "flt_common.h"

static const GUID kType = {0x11111111, 0x2222, 0x3333, {4, 4, 4, 4, 4, 4, 4, 4}};
static const GUID kOther = {0x51111111, 0x2222, 0x3333, {4, 4, 4, 4, 4, 4, 4, 4}};
static const GUID kQueryOnCreate = {
    0x1aca62e9, 0xabb4, 0x4ff2, {0xbb, 0x5c, 0x1c, 0x79, 0x02, 0x5e, 0x41, 0x7f}};

static ULONG cleanups;
static PVOID cleaned;

static VOID NTAPI cleanup(PVOID context, LPCGUID type) {
  ++cleanups;
  cleaned = context;
  API_CHECK(IsEqualGUID(type, &kType) || IsEqualGUID(type, &kOther));
}

static void allocate_and_free(void) {
  PVOID context = NULL;
  cleanups = 0;
  API_STATUS(FltAllocateExtraCreateParameter(ApiFilter, &kType, 40, 0, cleanup, API_TAG, &context),
             STATUS_SUCCESS);
  API_REQUIRE(context != NULL);
  API_EQUAL(((UCHAR*)context)[39], 0);
  API_CHECK(!FltIsEcpFromUserMode(ApiFilter, context));
  API_CHECK(!FltIsEcpAcknowledged(ApiFilter, context));
  FltAcknowledgeEcp(ApiFilter, context);
  API_CHECK(FltIsEcpAcknowledged(ApiFilter, context));
  FltPrepareToReuseEcp(ApiFilter, context);
  API_CHECK(!FltIsEcpAcknowledged(ApiFilter, context));
  FltFreeExtraCreateParameter(ApiFilter, context);
  API_EQUAL(cleanups, 1);
  API_CHECK(cleaned == context);
}

static void list_operations(void) {
  PECP_LIST list = NULL;
  PVOID one = NULL, two = NULL, twice = NULL, found = NULL;
  GUID type;
  ULONG size = 0;
  cleanups = 0;
  API_STATUS(FltAllocateExtraCreateParameterList(ApiFilter, 0, &list), STATUS_SUCCESS);
  API_REQUIRE(list != NULL);
  API_STATUS(FltFindExtraCreateParameter(ApiFilter, list, &kType, &found, &size), STATUS_NOT_FOUND);
  API_STATUS(FltGetNextExtraCreateParameter(ApiFilter, list, NULL, &type, &found, &size),
             STATUS_NOT_FOUND);
  API_STATUS(FltRemoveExtraCreateParameter(ApiFilter, list, &kType, &found, &size),
             STATUS_NOT_FOUND);
  FltAllocateExtraCreateParameter(ApiFilter, &kType, 8, FSRTL_ALLOCATE_ECP_FLAG_NONPAGED_POOL,
                                  cleanup, API_TAG, &one);
  FltAllocateExtraCreateParameter(ApiFilter, &kOther, 16, 0, cleanup, API_TAG, &two);
  FltAllocateExtraCreateParameter(ApiFilter, &kType, 8, 0, cleanup, API_TAG, &twice);
  API_REQUIRE(one != NULL && two != NULL && twice != NULL);
  API_STATUS(FltInsertExtraCreateParameter(ApiFilter, list, one), STATUS_SUCCESS);
  API_STATUS(FltInsertExtraCreateParameter(ApiFilter, list, two), STATUS_SUCCESS);
  /* One of a type only. */
  API_STATUS(FltInsertExtraCreateParameter(ApiFilter, list, twice), STATUS_INVALID_PARAMETER);
  API_STATUS(FltFindExtraCreateParameter(ApiFilter, list, &kOther, &found, &size), STATUS_SUCCESS);
  API_CHECK(found == two);
  API_EQUAL(size, 16);
  API_STATUS(FltGetNextExtraCreateParameter(ApiFilter, list, NULL, &type, &found, &size),
             STATUS_SUCCESS);
  API_CHECK(found == one && IsEqualGUID(&type, &kType));
  API_EQUAL(size, 8);
  API_STATUS(FltGetNextExtraCreateParameter(ApiFilter, list, one, NULL, &found, NULL),
             STATUS_SUCCESS);
  API_CHECK(found == two);
  API_STATUS(FltGetNextExtraCreateParameter(ApiFilter, list, two, NULL, &found, NULL),
             STATUS_NOT_FOUND);
  API_STATUS(FltGetNextExtraCreateParameter(ApiFilter, list, twice, NULL, &found, NULL),
             STATUS_INVALID_PARAMETER);
  API_STATUS(FltRemoveExtraCreateParameter(ApiFilter, list, &kType, &found, &size), STATUS_SUCCESS);
  API_CHECK(found == one);
  FltFreeExtraCreateParameter(ApiFilter, one);
  FltFreeExtraCreateParameter(ApiFilter, twice);
  API_EQUAL(cleanups, 2);
  FltFreeExtraCreateParameterList(ApiFilter, list);
  API_EQUAL(cleanups, 3);
}

static PAGED_LOOKASIDE_LIST paged;
static NPAGED_LOOKASIDE_LIST nonpaged;

static void lookaside(void) {
  PVOID small = NULL, large = NULL, again = NULL;
  cleanups = 0;
  FltInitExtraCreateParameterLookasideList(ApiFilter, &paged, 0, 32, API_TAG);
  API_STATUS(FltAllocateExtraCreateParameterFromLookasideList(ApiFilter, &kType, 32, 0, cleanup,
                                                              &paged, &small),
             STATUS_SUCCESS);
  API_STATUS(FltAllocateExtraCreateParameterFromLookasideList(ApiFilter, &kType, 400, 0, cleanup,
                                                              &paged, &large),
             STATUS_SUCCESS);
  API_REQUIRE(small != NULL && large != NULL);
  FltFreeExtraCreateParameter(ApiFilter, large);
  FltFreeExtraCreateParameter(ApiFilter, small);
  API_EQUAL(cleanups, 2);
  API_STATUS(FltAllocateExtraCreateParameterFromLookasideList(ApiFilter, &kType, 16, 0, NULL,
                                                              &paged, &again),
             STATUS_SUCCESS);
  API_CHECK(again == small); /* the list gives back what it got */
  FltFreeExtraCreateParameter(ApiFilter, again);
  FltDeleteExtraCreateParameterLookasideList(ApiFilter, &paged, 0);
  FltInitExtraCreateParameterLookasideList(ApiFilter, &nonpaged,
                                           FSRTL_ECP_LOOKASIDE_FLAG_NONPAGED_POOL, 32, API_TAG);
  API_STATUS(FltAllocateExtraCreateParameterFromLookasideList(ApiFilter, &kType, 32, 0, NULL,
                                                              &nonpaged, &small),
             STATUS_SUCCESS);
  FltFreeExtraCreateParameter(ApiFilter, small);
  FltDeleteExtraCreateParameterLookasideList(ApiFilter, &nonpaged,
                                             FSRTL_ECP_LOOKASIDE_FLAG_NONPAGED_POOL);
}

static void kernel_functions(void) {
  PECP_LIST list = NULL;
  PVOID context = NULL, found = NULL;
  ULONG size = 0;
  GUID type;
  cleanups = 0;
  API_STATUS(FsRtlAllocateExtraCreateParameterList(FSRTL_ALLOCATE_ECPLIST_FLAG_CHARGE_QUOTA, &list),
             STATUS_SUCCESS);
  API_STATUS(FsRtlAllocateExtraCreateParameter(&kType, 24, 0, cleanup, API_TAG, &context),
             STATUS_SUCCESS);
  API_REQUIRE(list != NULL && context != NULL);
  API_STATUS(FsRtlFindExtraCreateParameter(list, &kType, &found, &size), STATUS_NOT_FOUND);
  API_STATUS(FsRtlGetNextExtraCreateParameter(list, NULL, &type, &found, &size), STATUS_NOT_FOUND);
  API_STATUS(FsRtlRemoveExtraCreateParameter(list, &kType, &found, &size), STATUS_NOT_FOUND);
  API_STATUS(FsRtlGetNextExtraCreateParameter(list, context, &type, &found, &size),
             STATUS_INVALID_PARAMETER);
  API_STATUS(FsRtlInsertExtraCreateParameter(list, context), STATUS_SUCCESS);
  API_STATUS(FsRtlInsertExtraCreateParameter(list, context), STATUS_INVALID_PARAMETER);
  API_STATUS(FsRtlFindExtraCreateParameter(list, &kType, &found, &size), STATUS_SUCCESS);
  API_CHECK(found == context && size == 24);
  API_STATUS(FsRtlGetNextExtraCreateParameter(list, NULL, &type, &found, &size), STATUS_SUCCESS);
  API_CHECK(!FsRtlIsEcpAcknowledged(context));
  FsRtlAcknowledgeEcp(context);
  API_CHECK(FsRtlIsEcpAcknowledged(context));
  FsRtlPrepareToReuseEcp(context);
  API_CHECK(!FsRtlIsEcpAcknowledged(context));
  API_CHECK(!FsRtlIsEcpFromUserMode(context));
  API_STATUS(FsRtlRemoveExtraCreateParameter(list, &kType, &found, &size), STATUS_SUCCESS);
  FsRtlFreeExtraCreateParameter(context);
  API_EQUAL(cleanups, 1);
  FsRtlFreeExtraCreateParameterList(list);
  FsRtlInitExtraCreateParameterLookasideList(&paged, 0, 8, API_TAG);
  API_STATUS(
      FsRtlAllocateExtraCreateParameterFromLookasideList(&kType, 8, 0, NULL, &paged, &context),
      STATUS_SUCCESS);
  FsRtlFreeExtraCreateParameter(context);
  FsRtlDeleteExtraCreateParameterLookasideList(&paged, 0);
}

/* Memory of the driver's own: a header of 72 bytes before the context, a list of 24. */
static void initialized_in_place(void) {
  static DECLSPEC_ALIGN(16) UCHAR memory[72 + 16];
  static DECLSPEC_ALIGN(16) UCHAR list_memory[24];
  const PECP_LIST list = (PECP_LIST)list_memory;
  PVOID found = NULL;
  ULONG size = 0;
  API_STATUS(FsRtlInitializeExtraCreateParameterList(list), STATUS_SUCCESS);
  FsRtlInitializeExtraCreateParameter((PECP_HEADER)memory, 0, NULL, sizeof(memory), &kType, NULL);
  API_STATUS(FsRtlInsertExtraCreateParameter(list, memory + 72), STATUS_SUCCESS);
  API_STATUS(FsRtlFindExtraCreateParameter(list, &kType, &found, &size), STATUS_SUCCESS);
  API_CHECK(found == memory + 72);
  API_EQUAL(size, 16);
  API_STATUS(FsRtlRemoveExtraCreateParameter(list, &kType, &found, &size), STATUS_SUCCESS);
}

static void in_irps(void) {
  PECP_LIST list = NULL, found = NULL;
  const PIRP irp = IoAllocateIrp(1, FALSE);
  API_REQUIRE(irp != NULL);
  IoSetNextIrpStackLocation(irp);
  IoGetCurrentIrpStackLocation(irp)->MajorFunction = IRP_MJ_READ;
  FltAllocateExtraCreateParameterList(ApiFilter, 0, &list);
  API_STATUS(FsRtlGetEcpListFromIrp(irp, &found), STATUS_INVALID_PARAMETER);
  API_STATUS(FsRtlSetEcpListIntoIrp(irp, list), STATUS_INVALID_PARAMETER_2);
  IoGetCurrentIrpStackLocation(irp)->MajorFunction = IRP_MJ_CREATE;
  API_STATUS(FsRtlGetEcpListFromIrp(irp, &found), STATUS_SUCCESS);
  API_CHECK(found == NULL);
  API_STATUS(FsRtlSetEcpListIntoIrp(irp, list), STATUS_SUCCESS);
  API_STATUS(FsRtlSetEcpListIntoIrp(irp, list), STATUS_INVALID_PARAMETER_3);
  API_STATUS(FsRtlGetEcpListFromIrp(irp, &found), STATUS_SUCCESS);
  API_CHECK(found == list);
  IoFreeIrp(irp);
  FltFreeExtraCreateParameterList(ApiFilter, list);
}

/* ------------------------------------------------------------------ in a create */
static PECP_LIST seen;
static ULONG seen_value;

static FLT_PREOP_CALLBACK_STATUS look(PFLT_CALLBACK_DATA data, PCFLT_RELATED_OBJECTS objects,
                                      PVOID* context) {
  PVOID found = NULL;
  PVOID added = NULL;
  (void)objects;
  (void)context;
  seen = NULL;
  seen_value = 0;
  API_STATUS(FltGetEcpListFromCallbackData(ApiFilter, data, &seen), STATUS_SUCCESS);
  if (seen == NULL) return FLT_PREOP_SUCCESS_NO_CALLBACK;
  if (NT_SUCCESS(FltFindExtraCreateParameter(ApiFilter, seen, &kType, &found, NULL))) {
    seen_value = *(ULONG*)found;
    FltAcknowledgeEcp(ApiFilter, found);
  }
  API_STATUS(FltSetEcpListIntoCallbackData(ApiFilter, data, seen), STATUS_INVALID_PARAMETER_3);
  /* What is added goes with the create. */
  if (NT_SUCCESS(
          FltAllocateExtraCreateParameter(ApiFilter, &kOther, 4, 0, cleanup, API_TAG, &added))) {
    API_STATUS(FltInsertExtraCreateParameter(ApiFilter, seen, added), STATUS_SUCCESS);
  }
  return FLT_PREOP_SUCCESS_NO_CALLBACK;
}

static void create_carries_list(void) {
  IO_DRIVER_CREATE_CONTEXT context;
  PECP_LIST list = NULL;
  PVOID value = NULL, found = NULL;
  OPEN open = {0};
  cleanups = 0;
  FltAllocateExtraCreateParameterList(ApiFilter, 0, &list);
  FltAllocateExtraCreateParameter(ApiFilter, &kType, sizeof(ULONG), 0, NULL, API_TAG, &value);
  API_REQUIRE(list != NULL && value != NULL);
  *(ULONG*)value = 77;
  FltInsertExtraCreateParameter(ApiFilter, list, value);
  IoInitializeDriverCreateContext(&context);
  context.ExtraCreateParameter = list;
  hook(IRP_MJ_CREATE, look, NULL);
  API_STATUS(
      open_how(ApiInstance, L"hello.txt", FILE_READ_ATTRIBUTES, FILE_OPEN, 0, &context, &open),
      STATUS_SUCCESS);
  unhook();
  API_EQUAL(PreCalls, 1);
  API_CHECK(seen == list);
  API_EQUAL(seen_value, 77);
  API_CHECK(FltIsEcpAcknowledged(ApiFilter, value));
  API_EQUAL(cleanups, 1); /* the one that was added on the way */
  API_STATUS(FltFindExtraCreateParameter(ApiFilter, list, &kOther, &found, NULL), STATUS_NOT_FOUND);
  close_open(&open);
  FltFreeExtraCreateParameterList(ApiFilter, list);
}

static FLT_PREOP_CALLBACK_STATUS attach_list(PFLT_CALLBACK_DATA data, PCFLT_RELATED_OBJECTS objects,
                                             PVOID* context) {
  PECP_LIST list = NULL;
  PVOID value = NULL;
  (void)objects;
  (void)context;
  FltAllocateExtraCreateParameterList(ApiFilter, 0, &list);
  FltAllocateExtraCreateParameter(ApiFilter, &kType, 4, 0, cleanup, API_TAG, &value);
  FltInsertExtraCreateParameter(ApiFilter, list, value);
  API_STATUS(FltSetEcpListIntoCallbackData(ApiFilter, data, list), STATUS_SUCCESS);
  return FLT_PREOP_SUCCESS_NO_CALLBACK;
}

static void attached_list_is_freed(void) {
  OPEN open = {0};
  cleanups = 0;
  hook(IRP_MJ_CREATE, attach_list, NULL);
  API_STATUS(open_name(ApiInstance, L"hello.txt", FILE_READ_ATTRIBUTES, &open), STATUS_SUCCESS);
  unhook();
  API_EQUAL(cleanups, 1);
  close_open(&open);
}

static FLT_PREOP_CALLBACK_STATUS not_a_create(PFLT_CALLBACK_DATA data,
                                              PCFLT_RELATED_OBJECTS objects, PVOID* context) {
  PECP_LIST list = NULL;
  PECP_LIST made = NULL;
  OPEN_REPARSE_LIST_ENTRY entry;
  (void)objects;
  (void)context;
  API_STATUS(FltGetEcpListFromCallbackData(ApiFilter, data, &list), STATUS_INVALID_PARAMETER);
  FltAllocateExtraCreateParameterList(ApiFilter, 0, &made);
  API_STATUS(FltSetEcpListIntoCallbackData(ApiFilter, data, made), STATUS_INVALID_PARAMETER_2);
  API_STATUS(FltAddOpenReparseEntry(ApiFilter, data, &entry), STATUS_INVALID_PARAMETER_2);
  API_STATUS(FltCopyOpenReparseList(ApiFilter, data, made), STATUS_INVALID_PARAMETER_2);
  API_STATUS(FltRequestFileInfoOnCreateCompletion(ApiFilter, data, 1), STATUS_INVALID_PARAMETER_2);
  FltFreeExtraCreateParameterList(ApiFilter, made);
  return FLT_PREOP_SUCCESS_NO_CALLBACK;
}

static void only_creates_carry(void) {
  OPEN open = {0};
  FILE_BASIC_INFORMATION basic;
  API_STATUS(open_name(ApiInstance, L"hello.txt", FILE_READ_ATTRIBUTES, &open), STATUS_SUCCESS);
  hook(IRP_MJ_QUERY_INFORMATION, not_a_create, NULL);
  API_STATUS(FltQueryInformationFile(ApiInstance, open.file, &basic, sizeof(basic),
                                     FileBasicInformation, NULL),
             STATUS_SUCCESS);
  unhook();
  API_EQUAL(PreCalls, 1);
  close_open(&open);
}

/* ------------------------------------------------------------------ what FltMgr keeps in lists */
static OPEN_REPARSE_LIST_ENTRY entry;
static ULONG copied;

static FLT_PREOP_CALLBACK_STATUS open_reparse(PFLT_CALLBACK_DATA data,
                                              PCFLT_RELATED_OBJECTS objects, PVOID* context) {
  PECP_LIST list = NULL, own = NULL;
  PVOID found = NULL;
  GUID type;
  (void)objects;
  (void)context;
  entry.ReparseTag = IO_REPARSE_TAG_SYMLINK;
  entry.Size = sizeof(entry);
  API_STATUS(FltAddOpenReparseEntry(ApiFilter, data, &entry), STATUS_SUCCESS);
  API_STATUS(FltGetEcpListFromCallbackData(ApiFilter, data, &own), STATUS_SUCCESS);
  API_CHECK(own != NULL);
  FltAllocateExtraCreateParameterList(ApiFilter, 0, &list);
  API_STATUS(FltCopyOpenReparseList(ApiFilter, data, list), STATUS_SUCCESS);
  if (NT_SUCCESS(FltGetNextExtraCreateParameter(ApiFilter, list, NULL, &type, &found, NULL))) {
    const LIST_ENTRY* head = found;
    const OPEN_REPARSE_LIST_ENTRY* first =
        CONTAINING_RECORD(head->Flink, OPEN_REPARSE_LIST_ENTRY, OpenReparseListEntry);
    copied = first->ReparseTag;
    API_CHECK(first != &entry);
  }
  FltFreeOpenReparseList(ApiFilter, list);
  API_STATUS(FltGetNextExtraCreateParameter(ApiFilter, list, NULL, &type, &found, NULL),
             STATUS_NOT_FOUND);
  FltFreeExtraCreateParameterList(ApiFilter, list);
  FltRemoveOpenReparseEntry(ApiFilter, data, &entry);
  return FLT_PREOP_SUCCESS_NO_CALLBACK;
}

static void open_reparse_entries(void) {
  OPEN open = {0};
  copied = 0;
  hook(IRP_MJ_CREATE, open_reparse, NULL);
  API_STATUS(open_name(ApiInstance, L"hello.txt", FILE_READ_ATTRIBUTES, &open), STATUS_SUCCESS);
  unhook();
  API_EQUAL(copied, (ULONG)IO_REPARSE_TAG_SYMLINK);
  close_open(&open);
}

static FLT_PREOP_CALLBACK_STATUS ask(PFLT_CALLBACK_DATA data, PCFLT_RELATED_OBJECTS objects,
                                     PVOID* context) {
  ULONG size = 1;
  PVOID buffer = data;
  (void)objects;
  (void)context;
  /* Not requested yet. */
  API_STATUS(FltRetrieveFileInfoOnCreateCompletionEx(ApiFilter, data, 1, &size, &buffer),
             STATUS_NOT_SUPPORTED);
  API_CHECK(buffer == NULL && size == 0);
  API_STATUS(FltRequestFileInfoOnCreateCompletion(ApiFilter, data, 1 | 8), STATUS_SUCCESS);
  return FLT_PREOP_SUCCESS_WITH_CALLBACK;
}

static FLT_POSTOP_CALLBACK_STATUS retrieve(PFLT_CALLBACK_DATA data, PCFLT_RELATED_OBJECTS objects,
                                           PVOID context, FLT_POST_OPERATION_FLAGS flags) {
  ULONG size = 0;
  PVOID buffer = NULL;
  const QUERY_ON_CREATE_FILE_STAT_INFORMATION* stat;
  (void)objects;
  (void)context;
  (void)flags;
  if (!NT_SUCCESS(data->IoStatus.Status)) {
    API_STATUS(FltRetrieveFileInfoOnCreateCompletionEx(ApiFilter, data, 1, &size, &buffer),
               STATUS_UNSUCCESSFUL);
    return FLT_POSTOP_FINISHED_PROCESSING;
  }
  API_STATUS(FltRetrieveFileInfoOnCreateCompletionEx(ApiFilter, data, 1, &size, &buffer),
             STATUS_SUCCESS);
  stat = buffer;
  API_EQUAL(size, sizeof(*stat));
  if (stat != NULL) {
    API_EQUAL(stat->EndOfFile, 14);
    API_EQUAL(stat->NumberOfLinks, 1);
    API_CHECK(stat->FileId != 0 && stat->LastWriteTime != 0);
  }
  API_CHECK(FltRetrieveFileInfoOnCreateCompletion(ApiFilter, data, 1, &size) == buffer);
  API_CHECK(FltRetrieveFileInfoOnCreateCompletion(ApiFilter, data, 2, &size) == NULL);
  API_STATUS(FltRetrieveFileInfoOnCreateCompletionEx(ApiFilter, data, 4, &size, &buffer),
             STATUS_NOT_SUPPORTED);
  /* A class that the file system does not know. */
  API_STATUS(FltRetrieveFileInfoOnCreateCompletionEx(ApiFilter, data, 8, &size, &buffer),
             STATUS_NOT_FOUND);
  return FLT_POSTOP_FINISHED_PROCESSING;
}

static void information_on_create(void) {
  OPEN open = {0};
  hook(IRP_MJ_CREATE, ask, retrieve);
  API_STATUS(open_how(ApiInstance, L"hello.txt", FILE_READ_ATTRIBUTES, FILE_OPEN, 0, NULL, &open),
             STATUS_SUCCESS);
  API_EQUAL(PostCalls, 1);
  close_open(&open);
  PreHook = ask;
  API_STATUS(open_how(ApiInstance, L"nothing.txt", FILE_READ_ATTRIBUTES, FILE_OPEN, 0, NULL, &open),
             STATUS_OBJECT_NAME_NOT_FOUND);
  unhook();
  API_EQUAL(PostCalls, 2);
  API_CHECK(!IsEqualGUID(&kQueryOnCreate, &kType));
}

static const FLT_OPERATION_REGISTRATION operations[] = {
    {IRP_MJ_CREATE, 0, flt_pre, flt_post, NULL},
    {IRP_MJ_QUERY_INFORMATION, 0, flt_pre, flt_post, NULL},
    {IRP_MJ_OPERATION_END, 0, NULL, NULL, NULL},
};
void ApiRegistration(FLT_REGISTRATION* registration) {
  registration->OperationRegistration = operations;
}

static void attach(void) {
  attach_lower();
}

const API_TEST ApiTests[] = {
    {"ExtraCreateParameter_IsZeroedAcknowledgedAndCleanedUp", allocate_and_free},
    {"EcpList_HoldsOneOfEachType", list_operations},
    {"EcpLookasideList_GivesItsEntriesAgain", lookaside},
    {"FsRtlEcp_AreTheSameObjects", kernel_functions},
    {"FsRtlEcp_InTheDriversMemory", initialized_in_place},
    {"EcpList_HangsOnTheIrpOfACreate", in_irps},
    {"LowerInstance_Attaches", attach},
    {"Create_CarriesItsIssuersList_AndDropsWhatWasAdded", create_carries_list},
    {"Create_FreesTheListAFilterAttached", attached_list_is_freed},
    {"Create_IsWhatCarriesParameters", only_creates_carry},
    {"OpenReparseEntries_AreCopiedAndRemoved", open_reparse_entries},
    {"CreateInformation_IsThereInThePostOperation", information_on_create},
    {"LowerInstance_IsGivenBack", forget_lower},
    {NULL, NULL},
};
