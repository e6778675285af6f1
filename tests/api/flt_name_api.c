/* Names: of operations, of file objects, of destinations; parsed, cached, purged. */
#include "flt_common.h"

static FLT_FILE_NAME_OPTIONS options;
static NTSTATUS got;
static WCHAR seen[256];
static USHORT seen_length;
static NTSTATUS cached_status;

static FLT_PREOP_CALLBACK_STATUS ask(PFLT_CALLBACK_DATA data, PCFLT_RELATED_OBJECTS objects,
                                     PVOID* context) {
  PFLT_FILE_NAME_INFORMATION name = NULL;
  (void)objects;
  (void)context;
  got = FltGetFileNameInformation(data, options, &name);
  if (!NT_SUCCESS(got)) return FLT_PREOP_SUCCESS_NO_CALLBACK;
  seen_length = name->Name.Length;
  RtlCopyMemory(seen, name->Name.Buffer, seen_length);
  seen[seen_length / 2] = 0;
  FltReleaseFileNameInformation(name);
  name = NULL;
  cached_status = FltGetFileNameInformation(
      data, (options & FLT_VALID_FILE_NAME_FORMATS) | FLT_FILE_NAME_QUERY_CACHE_ONLY, &name);
  if (name != NULL) FltReleaseFileNameInformation(name);
  return FLT_PREOP_SUCCESS_NO_CALLBACK;
}

static BOOLEAN ends_with(const WCHAR* tail) {
  USHORT units = 0;
  while (tail[units] != 0) ++units;
  return seen_length >= units * 2 &&
         RtlCompareMemory(seen + seen_length / 2 - units, tail, units * 2u) == units * 2u;
}

static OPEN open;

static void query(FLT_FILE_NAME_OPTIONS how) {
  FILE_BASIC_INFORMATION basic;
  options = how;
  got = cached_status = STATUS_PENDING;
  seen_length = 0;
  hook(IRP_MJ_QUERY_INFORMATION, ask, NULL);
  FltQueryInformationFile(ApiInstance, open.file, &basic, sizeof(basic), FileBasicInformation,
                          NULL);
  unhook();
}

static void begin(void) {
  API_REQUIRE(attach_lower());
  API_STATUS(open_name(ApiInstance, L"dir\\inner.txt", ALL_FILE_ACCESS, &open), STATUS_SUCCESS);
}

static void of_operations(void) {
  /* Nobody asked yet: nothing is cached. */
  query(FLT_FILE_NAME_NORMALIZED | FLT_FILE_NAME_QUERY_CACHE_ONLY);
  API_EQUAL((ULONG)got, (ULONG)STATUS_FLT_NAME_CACHE_MISS);
  query(FLT_FILE_NAME_OPENED | FLT_FILE_NAME_QUERY_DEFAULT);
  API_EQUAL((ULONG)got, (ULONG)STATUS_SUCCESS);
  API_CHECK(ends_with(L"\\dir\\inner.txt"));
  query(FLT_FILE_NAME_NORMALIZED | FLT_FILE_NAME_QUERY_FILESYSTEM_ONLY |
        FLT_FILE_NAME_DO_NOT_CACHE);
  API_EQUAL((ULONG)got, (ULONG)STATUS_SUCCESS);
  API_EQUAL((ULONG)cached_status, (ULONG)STATUS_FLT_NAME_CACHE_MISS);
  query(FLT_FILE_NAME_NORMALIZED | FLT_FILE_NAME_QUERY_ALWAYS_ALLOW_CACHE_LOOKUP);
  API_EQUAL((ULONG)got, (ULONG)STATUS_SUCCESS);
  API_EQUAL((ULONG)cached_status, (ULONG)STATUS_SUCCESS);
  API_CHECK(ends_with(L"\\dir\\inner.txt"));
  API_STATUS(FltPurgeFileNameInformationCache(ApiInstance, open.file), STATUS_SUCCESS);
  query(FLT_FILE_NAME_NORMALIZED | FLT_FILE_NAME_QUERY_CACHE_ONLY);
  API_EQUAL((ULONG)got, (ULONG)STATUS_FLT_NAME_CACHE_MISS);
  query(FLT_FILE_NAME_NORMALIZED | FLT_FILE_NAME_QUERY_DEFAULT);
  API_STATUS(FltPurgeFileNameInformationCache(ApiInstance, NULL), STATUS_SUCCESS);
  query(FLT_FILE_NAME_NORMALIZED | FLT_FILE_NAME_QUERY_CACHE_ONLY);
  API_EQUAL((ULONG)got, (ULONG)STATUS_FLT_NAME_CACHE_MISS);
  query(0);
  API_EQUAL((ULONG)got, (ULONG)STATUS_INVALID_PARAMETER);
}

static NTSTATUS in_create;
static FLT_PREOP_CALLBACK_STATUS short_in_create(PFLT_CALLBACK_DATA data,
                                                 PCFLT_RELATED_OBJECTS objects, PVOID* context) {
  PFLT_FILE_NAME_INFORMATION name = NULL;
  (void)objects;
  (void)context;
  API_STATUS(
      FltGetFileNameInformation(data, FLT_FILE_NAME_SHORT | FLT_FILE_NAME_QUERY_DEFAULT, &name),
      STATUS_FLT_INVALID_NAME_REQUEST);
  API_STATUS(
      FltGetFileNameInformation(data, FLT_FILE_NAME_OPENED | FLT_FILE_NAME_QUERY_CACHE_ONLY, &name),
      STATUS_FLT_NAME_CACHE_MISS);
  API_STATUS(FltGetFileNameInformation(data, 0x77, &name), STATUS_INVALID_PARAMETER);
  API_STATUS(
      FltGetFileNameInformation(data, FLT_FILE_NAME_OPENED | FLT_FILE_NAME_QUERY_DEFAULT, &name),
      STATUS_SUCCESS);
  in_create = STATUS_SUCCESS;
  FltReleaseFileNameInformation(name);
  return FLT_PREOP_SUCCESS_NO_CALLBACK;
}

static void of_creates(void) {
  OPEN other = {0};
  in_create = STATUS_UNSUCCESSFUL;
  hook(IRP_MJ_CREATE, short_in_create, NULL);
  API_STATUS(open_name(ApiInstance, L"hello.txt", FILE_READ_ATTRIBUTES, &other), STATUS_SUCCESS);
  unhook();
  API_EQUAL((ULONG)in_create, (ULONG)STATUS_SUCCESS);
  close_open(&other);
}

static FLT_PREOP_CALLBACK_STATUS in_close(PFLT_CALLBACK_DATA data, PCFLT_RELATED_OBJECTS objects,
                                          PVOID* context) {
  PFLT_FILE_NAME_INFORMATION name = NULL;
  (void)objects;
  (void)context;
  API_STATUS(
      FltGetFileNameInformation(data, FLT_FILE_NAME_OPENED | FLT_FILE_NAME_QUERY_DEFAULT, &name),
      STATUS_FLT_INVALID_NAME_REQUEST);
  return FLT_PREOP_SUCCESS_NO_CALLBACK;
}

static void of_closes(void) {
  OPEN other = {0};
  API_STATUS(open_name(ApiInstance, L"hello.txt", FILE_READ_ATTRIBUTES, &other), STATUS_SUCCESS);
  hook(IRP_MJ_CLOSE, in_close, NULL);
  close_open(&other);
  unhook();
  API_EQUAL(PreCalls, 1);
}

static void of_file_objects(void) {
  PFLT_FILE_NAME_INFORMATION name = NULL;
  FILE_OBJECT nothing = {0};
  API_STATUS(
      FltGetFileNameInformationUnsafe(
          open.file, ApiInstance, FLT_FILE_NAME_NORMALIZED | FLT_FILE_NAME_QUERY_DEFAULT, &name),
      STATUS_SUCCESS);
  API_REQUIRE(name != NULL);
  API_EQUAL(name->NamesParsed, 0);
  API_STATUS(FltParseFileNameInformation(name), STATUS_SUCCESS);
  API_EQUAL(name->FinalComponent.Length, 18);
  API_EQUAL(name->Extension.Length, 6);
  API_EQUAL(name->ParentDir.Length, 10);
  API_EQUAL(name->Stream.Length, 0);
  API_EQUAL(name->Share.Length, 0);
  API_CHECK(name->Volume.Length > 0 && name->Volume.Length < name->Name.Length);
  FltReferenceFileNameInformation(name);
  FltReleaseFileNameInformation(name);
  FltReleaseFileNameInformation(name);
  API_STATUS(
      FltGetFileNameInformationUnsafe(
          &nothing, ApiInstance, FLT_FILE_NAME_NORMALIZED | FLT_FILE_NAME_QUERY_DEFAULT, &name),
      STATUS_FLT_INVALID_NAME_REQUEST);
  API_STATUS(FltGetFileNameInformationUnsafe(open.file, ApiInstance, 0, &name),
             STATUS_INVALID_PARAMETER);
}

static void parsing(void) {
  UNICODE_STRING name = RTL_CONSTANT_STRING(L"\\a\\b.c\\file.tar.gz:stream:$DATA");
  UNICODE_STRING extension, stream, last;
  API_STATUS(FltParseFileName(&name, &extension, &stream, &last), STATUS_SUCCESS);
  API_EQUAL(extension.Length, 4);
  API_EQUAL(extension.Buffer[0], L'g');
  API_EQUAL(stream.Length, 26);
  API_EQUAL(stream.Buffer[0], L':');
  API_EQUAL(last.Length, 22);
  API_EQUAL(last.Buffer[0], L'f');
}

/* ------------------------------------------------------------------ where something goes */
static NTSTATUS destination;

static FLT_PREOP_CALLBACK_STATUS renaming(PFLT_CALLBACK_DATA data, PCFLT_RELATED_OBJECTS objects,
                                          PVOID* context) {
  const PFILE_RENAME_INFORMATION rename = data->Iopb->Parameters.SetFileInformation.InfoBuffer;
  PFLT_FILE_NAME_INFORMATION name = NULL;
  (void)context;
  destination = FltGetDestinationFileNameInformation(
      ApiInstance, objects->FileObject, rename->RootDirectory, rename->FileName,
      rename->FileNameLength, FLT_FILE_NAME_NORMALIZED | FLT_FILE_NAME_QUERY_DEFAULT, &name);
  if (NT_SUCCESS(destination)) {
    seen_length = name->Name.Length;
    RtlCopyMemory(seen, name->Name.Buffer, seen_length);
    FltReleaseFileNameInformation(name);
  }
  API_STATUS(
      FltGetDestinationFileNameInformation(ApiInstance, objects->FileObject, NULL, rename->FileName,
                                           rename->FileNameLength, 0, &name),
      STATUS_INVALID_PARAMETER);
  return FLT_PREOP_SUCCESS_NO_CALLBACK;
}

static void destinations(void) {
  static UCHAR buffer[600];
  FILE_RENAME_INFORMATION* rename = (FILE_RENAME_INFORMATION*)buffer;
  PFLT_FILE_NAME_INFORMATION name = NULL;
  UNICODE_STRING to;
  FILE_OBJECT nothing = {0};
  OPEN other = {0};
  API_STATUS(open_name(ApiInstance, L"old.txt", ALL_FILE_ACCESS, &other), STATUS_SUCCESS);
  to = path_of(L"dir\\new.txt");
  rename->ReplaceIfExists = FALSE;
  rename->RootDirectory = NULL;
  rename->FileNameLength = to.Length;
  RtlCopyMemory(rename->FileName, to.Buffer, to.Length);
  destination = STATUS_PENDING;
  hook(IRP_MJ_SET_INFORMATION, renaming, NULL);
  API_STATUS(
      FltSetInformationFile(ApiInstance, other.file, buffer, sizeof(buffer), FileRenameInformation),
      STATUS_SUCCESS);
  unhook();
  API_EQUAL((ULONG)destination, (ULONG)STATUS_SUCCESS);
  API_CHECK(ends_with(L"\\dir\\new.txt"));
  API_STATUS(FltGetDestinationFileNameInformation(
                 ApiInstance, other.file, NULL, to.Buffer, to.Length,
                 FLT_FILE_NAME_OPENED | FLT_FILE_NAME_QUERY_DEFAULT, &name),
             STATUS_SUCCESS);
  FltReleaseFileNameInformation(name);
  API_STATUS(FltGetDestinationFileNameInformation(
                 ApiInstance, &nothing, NULL, to.Buffer, to.Length,
                 FLT_FILE_NAME_OPENED | FLT_FILE_NAME_QUERY_DEFAULT, &name),
             STATUS_FLT_INVALID_NAME_REQUEST);
  close_open(&other);
}

/* Tunneling gives an old short name back; this file system has neither. */
static FLT_POSTOP_CALLBACK_STATUS after_create(PFLT_CALLBACK_DATA data,
                                               PCFLT_RELATED_OBJECTS objects, PVOID context,
                                               FLT_POST_OPERATION_FLAGS flags) {
  PFLT_FILE_NAME_INFORMATION name = NULL, tunneled = (PFLT_FILE_NAME_INFORMATION)data;
  (void)objects;
  (void)context;
  (void)flags;
  if (NT_SUCCESS(FltGetFileNameInformation(
          data, FLT_FILE_NAME_NORMALIZED | FLT_FILE_NAME_QUERY_DEFAULT, &name))) {
    API_STATUS(FltGetTunneledName(data, name, &tunneled), STATUS_SUCCESS);
    API_CHECK(tunneled == NULL);
    FltReleaseFileNameInformation(name);
  }
  return FLT_POSTOP_FINISHED_PROCESSING;
}

static void tunneling(void) {
  OPEN other = {0};
  hook(IRP_MJ_CREATE, with_post, after_create);
  API_STATUS(open_name(ApiInstance, L"tunnel.txt", FILE_READ_ATTRIBUTES, &other), STATUS_SUCCESS);
  unhook();
  API_EQUAL(PostCalls, 1);
  close_open(&other);
}

static void name_control(void) {
  FLT_NAME_CONTROL control = {{0, 0, NULL}};
  API_STATUS(FltCheckAndGrowNameControl(&control, 32), STATUS_SUCCESS);
  API_CHECK(control.Name.MaximumLength >= 32 && control.Name.Buffer != NULL);
  control.Name.Buffer[0] = L'x';
  control.Name.Length = 2;
  API_STATUS(FltCheckAndGrowNameControl(&control, 400), STATUS_SUCCESS);
  API_EQUAL(control.Name.Buffer[0], L'x');
  API_STATUS(FltCheckAndGrowNameControl(&control, 8), STATUS_SUCCESS);
  API_CHECK(control.Name.MaximumLength >= 400);
}

static void directories(void) {
  BOOLEAN directory = TRUE;
  OPEN other = {0};
  FILE_OBJECT nothing = {0};
  API_STATUS(FltIsDirectory(open.file, ApiInstance, &directory), STATUS_SUCCESS);
  API_CHECK(!directory);
  API_STATUS(open_how(ApiInstance, L"dir", FILE_LIST_DIRECTORY, FILE_OPEN, FILE_DIRECTORY_FILE,
                      NULL, &other),
             STATUS_SUCCESS);
  API_STATUS(FltIsDirectory(other.file, ApiInstance, &directory), STATUS_SUCCESS);
  API_CHECK(directory);
  close_open(&other);
  API_STATUS(FltIsDirectory(&nothing, ApiInstance, &directory), STATUS_NOT_SUPPORTED);
}

static void end(void) {
  close_open(&open);
  forget_lower();
}

static const FLT_OPERATION_REGISTRATION operations[] = {
    {IRP_MJ_CREATE, 0, flt_pre, flt_post, NULL},
    {IRP_MJ_CLOSE, 0, flt_pre, flt_post, NULL},
    {IRP_MJ_QUERY_INFORMATION, 0, flt_pre, flt_post, NULL},
    {IRP_MJ_SET_INFORMATION, 0, flt_pre, flt_post, NULL},
    {IRP_MJ_OPERATION_END, 0, NULL, NULL, NULL},
};
void ApiRegistration(FLT_REGISTRATION* registration) {
  registration->OperationRegistration = operations;
}

const API_TEST ApiTests[] = {
    {"Names_Begin", begin},
    {"FltGetFileNameInformation_QueriesAndCaches", of_operations},
    {"FltGetFileNameInformation_OfACreate", of_creates},
    {"FltGetFileNameInformation_IsRefusedInAClose", of_closes},
    {"FltGetFileNameInformationUnsafe_TakesAFileObject", of_file_objects},
    {"FltParseFileName_FindsTheParts", parsing},
    {"FltGetDestinationFileNameInformation_OfARename", destinations},
    {"FltGetTunneledName_HasNone", tunneling},
    {"FltCheckAndGrowNameControl_Grows", name_control},
    {"FltIsDirectory_Tells", directories},
    {"Names_End", end},
    {NULL, NULL},
};
