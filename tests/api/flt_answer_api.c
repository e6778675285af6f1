/* Statuses of those below come back from what a filter issues. */
#include "flt_common.h"

static OPEN open;
static UCHAR buffer[512];

static void begin(void) {
  API_REQUIRE(attach_lower());
  API_STATUS(open_name(ApiInstance, L"hello.txt", ALL_FILE_ACCESS, &open), STATUS_SUCCESS);
}

static NTSTATUS answer_status;
static FLT_PREOP_CALLBACK_STATUS answer(PFLT_CALLBACK_DATA data, PCFLT_RELATED_OBJECTS objects,
                                        PVOID* context) {
  (void)objects;
  (void)context;
  data->IoStatus.Status = answer_status;
  data->IoStatus.Information = 0;
  return FLT_PREOP_COMPLETE;
}
/* The status of a filter or file system below comes back as it is. */
#define ANSWERED(call, status) \
  do {                         \
    answer_status = status;    \
    API_STATUS(call, status);  \
  } while (0)

static void reparse_answers(void) {
  GUID guid = {1};
  hook(IRP_MJ_FILE_SYSTEM_CONTROL, answer, NULL);
  ANSWERED(FltTagFile(ApiInstance, open.file, 0x1234, &guid, buffer, 8), STATUS_SUCCESS);
  ANSWERED(FltTagFile(ApiInstance, open.file, 0x1234, &guid, buffer, 8),
           STATUS_IO_REPARSE_TAG_MISMATCH);
  ANSWERED(FltTagFile(ApiInstance, open.file, 0x1234, &guid, buffer, 8),
           STATUS_REPARSE_ATTRIBUTE_CONFLICT);
  ANSWERED(FltTagFileEx(ApiInstance, open.file, 0x1234, &guid, buffer, 8, 0, NULL, 0),
           STATUS_SUCCESS);
  ANSWERED(FltTagFileEx(ApiInstance, open.file, 0x1234, &guid, buffer, 8, 0, NULL, 0),
           STATUS_IO_REPARSE_TAG_MISMATCH);
  ANSWERED(FltTagFileEx(ApiInstance, open.file, 0x1234, &guid, buffer, 8, 0, NULL, 0),
           STATUS_REPARSE_ATTRIBUTE_CONFLICT);
  ANSWERED(FltUntagFile(ApiInstance, open.file, 0x1234, &guid), STATUS_SUCCESS);
  ANSWERED(FltUntagFile(ApiInstance, open.file, 0x1234, &guid), STATUS_IO_REPARSE_TAG_MISMATCH);
  ANSWERED(FltUntagFile(ApiInstance, open.file, 0x1234, &guid), STATUS_REPARSE_ATTRIBUTE_CONFLICT);
  unhook();
  API_EQUAL(PreCalls, 9);
}

static void file_answers(void) {
  ULONG bytes = 0;
  IO_STATUS_BLOCK iosb;
  hook(IRP_MJ_FLUSH_BUFFERS, answer, NULL);
  ANSWERED(FltFlushBuffers(ApiInstance, open.file), STATUS_MEDIA_WRITE_PROTECTED);
  ANSWERED(FltFlushBuffers(ApiInstance, open.file), STATUS_VOLUME_DISMOUNTED);
  ANSWERED(FltFlushBuffers2(ApiInstance, open.file, 0, NULL), STATUS_MEDIA_WRITE_PROTECTED);
  ANSWERED(FltFlushBuffers2(ApiInstance, open.file, 0, NULL), STATUS_VOLUME_DISMOUNTED);
  hook(IRP_MJ_QUERY_INFORMATION, answer, NULL);
  ANSWERED(
      FltQueryInformationFile(ApiInstance, open.file, buffer, 8, FileStandardInformation, &bytes),
      STATUS_VOLUME_DISMOUNTED);
  hook(IRP_MJ_QUERY_VOLUME_INFORMATION, answer, NULL);
  ANSWERED(FltQueryVolumeInformationFile(ApiInstance, open.file, buffer, 8, FileFsSizeInformation,
                                         &bytes),
           STATUS_VOLUME_DISMOUNTED);
  ANSWERED(FltQueryVolumeInformation(ApiInstance, &iosb, buffer, 8, FileFsSizeInformation),
           STATUS_INVALID_PARAMETER);
  hook(IRP_MJ_SET_VOLUME_INFORMATION, answer, NULL);
  ANSWERED(FltSetVolumeInformation(ApiInstance, &iosb, buffer, 8, FileFsLabelInformation),
           STATUS_SUCCESS);
  ANSWERED(FltSetVolumeInformation(ApiInstance, &iosb, buffer, 8, FileFsLabelInformation),
           STATUS_INFO_LENGTH_MISMATCH);
  ANSWERED(FltSetVolumeInformation(ApiInstance, &iosb, buffer, 8, FileFsLabelInformation),
           STATUS_INVALID_INFO_CLASS);
  ANSWERED(FltSetVolumeInformation(ApiInstance, &iosb, buffer, 8, FileFsLabelInformation),
           STATUS_INVALID_PARAMETER);
  unhook();
}

static void security_answers(void) {
  ULONG bytes = 0;
  hook(IRP_MJ_QUERY_SECURITY, answer, NULL);
  ANSWERED(
      FltQuerySecurityObject(ApiInstance, open.file, OWNER_SECURITY_INFORMATION, buffer, 8, &bytes),
      STATUS_ACCESS_DENIED);
  ANSWERED(
      FltQuerySecurityObject(ApiInstance, open.file, OWNER_SECURITY_INFORMATION, buffer, 8, &bytes),
      STATUS_BUFFER_TOO_SMALL);
  hook(IRP_MJ_SET_SECURITY, answer, NULL);
#define SET FltSetSecurityObject(ApiInstance, open.file, OWNER_SECURITY_INFORMATION, buffer)
  ANSWERED(SET, STATUS_SUCCESS);
  ANSWERED(SET, STATUS_ACCESS_DENIED);
  ANSWERED(SET, STATUS_ACCESS_VIOLATION);
  ANSWERED(SET, STATUS_INVALID_ACL);
  ANSWERED(SET, STATUS_INVALID_SECURITY_DESCR);
  ANSWERED(SET, STATUS_INVALID_SID);
  ANSWERED(SET, STATUS_UNKNOWN_REVISION);
  ANSWERED(SET, STATUS_NOT_IMPLEMENTED);
#undef SET
  unhook();
}

static void create_answers(void) {
  UNICODE_STRING path = path_of(L"hello.txt");
  OBJECT_ATTRIBUTES attributes;
  IO_STATUS_BLOCK iosb;
  HANDLE file = NULL;
  InitializeObjectAttributes(&attributes, &path, OBJ_KERNEL_HANDLE, NULL, NULL);
  hook(IRP_MJ_CREATE, answer, NULL);
  ANSWERED(FltCreateFile(ApiFilter, ApiInstance, &file, FILE_GENERIC_READ, &attributes, &iosb, NULL,
                         0, FILE_SHARE_READ, FILE_OPEN, 0, NULL, 0, 0),
           STATUS_FILE_LOCK_CONFLICT);
  ANSWERED(FltCreateFileEx(ApiFilter, ApiInstance, &file, NULL, FILE_GENERIC_READ, &attributes,
                           &iosb, NULL, 0, FILE_SHARE_READ, FILE_OPEN, 0, NULL, 0, 0),
           STATUS_FILE_LOCK_CONFLICT);
  ANSWERED(FltCreateFileEx2(ApiFilter, ApiInstance, &file, NULL, FILE_GENERIC_READ, &attributes,
                            &iosb, NULL, 0, FILE_SHARE_READ, FILE_OPEN, 0, NULL, 0, 0, NULL),
           STATUS_FILE_LOCK_CONFLICT);
  unhook();
  API_CHECK(file == NULL);
}

static void end(void) {
  close_open(&open);
  forget_lower();
}

static const FLT_OPERATION_REGISTRATION operations[] = {
    {IRP_MJ_CREATE, 0, flt_pre, flt_post, NULL},
    {IRP_MJ_FLUSH_BUFFERS, 0, flt_pre, flt_post, NULL},
    {IRP_MJ_FILE_SYSTEM_CONTROL, 0, flt_pre, flt_post, NULL},
    {IRP_MJ_QUERY_INFORMATION, 0, flt_pre, flt_post, NULL},
    {IRP_MJ_QUERY_VOLUME_INFORMATION, 0, flt_pre, flt_post, NULL},
    {IRP_MJ_SET_VOLUME_INFORMATION, 0, flt_pre, flt_post, NULL},
    {IRP_MJ_QUERY_SECURITY, 0, flt_pre, flt_post, NULL},
    {IRP_MJ_SET_SECURITY, 0, flt_pre, flt_post, NULL},
    {IRP_MJ_OPERATION_END, 0, NULL, NULL, NULL},
};
void ApiRegistration(FLT_REGISTRATION* registration) {
  registration->OperationRegistration = operations;
}

const API_TEST ApiTests[] = {
    {"Answers_Begin", begin},
    {"Statuses_OfThoseBelow_ComeBack_FromReparseRequests", reparse_answers},
    {"Statuses_OfThoseBelow_ComeBack_FromFileRequests", file_answers},
    {"Statuses_OfThoseBelow_ComeBack_FromSecurityRequests", security_answers},
    {"Statuses_OfThoseBelow_ComeBack_FromCreates", create_answers},
    {"Answers_End", end},
    {NULL, NULL},
};
