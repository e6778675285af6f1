/* Sections that a filter makes of a file to scan it. */
#include "flt_common.h"

static const FLT_CONTEXT_REGISTRATION contexts[] = {
    {FLT_SECTION_CONTEXT, 0, NULL, 16, API_TAG, NULL, NULL, NULL},
    {FLT_STREAM_CONTEXT, 0, NULL, 16, API_TAG, NULL, NULL, NULL},
    {FLT_CONTEXT_END, 0, NULL, 0, 0, NULL, NULL, NULL},
};
static ULONG conflicts;
static PFLT_CONTEXT conflicting;
static NTSTATUS NTAPI conflict(PFLT_INSTANCE instance, PFLT_CONTEXT context,
                               PFLT_CALLBACK_DATA data) {
  API_CHECK(instance == ApiInstance);
  API_CHECK(data != NULL);
  conflicting = context;
  ++conflicts;
  return STATUS_SUCCESS;
}
void ApiRegistration(FLT_REGISTRATION* registration) {
  registration->ContextRegistration = contexts;
  registration->SectionNotificationCallback = conflict;
}

static OPEN open;
static PFLT_CONTEXT context;

static NTSTATUS create(PFILE_OBJECT file, ULONG protection, ULONG attributes, HANDLE* handle,
                       PVOID* section, PLARGE_INTEGER size) {
  return FltCreateSectionForDataScan(ApiInstance, file, context, SECTION_MAP_READ | SECTION_QUERY,
                                     NULL, NULL, protection, attributes, 0, handle, section, size);
}

static void scanning(void) {
  HANDLE handle = NULL, again = NULL;
  PVOID section = NULL, another = NULL, view = NULL;
  PFLT_CONTEXT found = NULL;
  LARGE_INTEGER size = {.QuadPart = 0};
  SIZE_T view_size = 0;
  OPEN dir = {0}, empty = {0};
  FILE_END_OF_FILE_INFORMATION end = {.EndOfFile = {.QuadPart = 5}};
  FILE_OBJECT nothing = {0};
  API_STATUS(open_name(ApiInstance, L"hello.txt", ALL_FILE_ACCESS, &open), STATUS_SUCCESS);
  API_STATUS(FltAllocateContext(ApiFilter, FLT_SECTION_CONTEXT, 16, PagedPool, &context),
             STATUS_SUCCESS);
  API_STATUS(create(open.file, PAGE_READONLY, SEC_COMMIT, &handle, &section, NULL),
             STATUS_INVALID_PARAMETER); /* not registered */
  API_STATUS(FltRegisterForDataScan(ApiInstance), STATUS_SUCCESS);
  API_STATUS(create(open.file, PAGE_NOACCESS, SEC_COMMIT, &handle, &section, &size),
             STATUS_INVALID_PARAMETER_8);
  API_STATUS(create(open.file, PAGE_READONLY, SEC_IMAGE, &handle, &section, &size),
             STATUS_INVALID_PARAMETER_9);
  API_STATUS(create(&nothing, PAGE_READONLY, SEC_COMMIT, &handle, &section, &size),
             STATUS_INVALID_FILE_FOR_SECTION);
  API_STATUS(open_how(ApiInstance, L"dir", FILE_LIST_DIRECTORY, FILE_OPEN, FILE_DIRECTORY_FILE,
                      NULL, &dir),
             STATUS_SUCCESS);
  API_STATUS(create(dir.file, PAGE_READONLY, SEC_COMMIT, &handle, &section, &size),
             STATUS_FILE_IS_A_DIRECTORY);
  close_open(&dir);
  API_STATUS(open_name(ApiInstance, L"empty.txt", ALL_FILE_ACCESS, &empty), STATUS_SUCCESS);
  API_STATUS(create(empty.file, PAGE_READONLY, SEC_COMMIT, &handle, &section, &size),
             STATUS_END_OF_FILE);
  close_open(&empty);
  API_STATUS(FltGetSectionContext(ApiInstance, open.file, &found), STATUS_NOT_FOUND);
  API_STATUS(FltCloseSectionForDataScan(context), STATUS_NOT_FOUND);
  API_STATUS(FltCreateSectionForDataScan(ApiInstance, open.file, context,
                                         SECTION_MAP_READ | SECTION_QUERY, NULL, NULL,
                                         PAGE_READONLY, SEC_COMMIT, 0, &handle, &section, &size),
             STATUS_SUCCESS);
  API_CHECK(handle != NULL && section != NULL);
  API_EQUAL(size.QuadPart, 14);
  API_STATUS(
      FltCreateSectionForDataScan(ApiInstance, open.file, context, SECTION_MAP_READ, NULL, NULL,
                                  PAGE_READONLY, SEC_COMMIT, 0, &again, &another, NULL),
      STATUS_FLT_CONTEXT_ALREADY_LINKED);
  API_STATUS(FltGetSectionContext(ApiInstance, open.file, &found), STATUS_SUCCESS);
  API_CHECK(found == context);
  FltReleaseContext(found);
  {
    PFLT_CONTEXT second = NULL;
    FltAllocateContext(ApiFilter, FLT_SECTION_CONTEXT, 16, PagedPool, &second);
    API_STATUS(
        FltCreateSectionForDataScan(ApiInstance, open.file, second, SECTION_MAP_READ, NULL, NULL,
                                    PAGE_READONLY, SEC_COMMIT, 0, &again, &another, NULL),
        STATUS_FLT_CONTEXT_ALREADY_DEFINED);
    FltReleaseContext(second);
  }
  if (section != NULL && NT_SUCCESS(MmMapViewInSystemSpace(section, &view, &view_size))) {
    API_EQUAL(((const UCHAR*)view)[0], 'h');
    API_STATUS(MmUnmapViewInSystemSpace(view), STATUS_SUCCESS);
  } else {
    API_CHECK(FALSE);
  }
  /* Who shrinks the file meets the section. */
  conflicts = 0;
  API_STATUS(
      FltSetInformationFile(ApiInstance, open.file, &end, sizeof(end), FileEndOfFileInformation),
      STATUS_SUCCESS);
  API_EQUAL(conflicts, 1);
  API_CHECK(conflicting == context);
  API_STATUS(FltCloseSectionForDataScan(context), STATUS_SUCCESS);
  API_STATUS(FltGetSectionContext(ApiInstance, open.file, &found), STATUS_NOT_FOUND);
  if (handle != NULL) ZwClose(handle);
  if (section != NULL) ObDereferenceObject(section);
  API_STATUS(FltCloseSectionForDataScan(NULL), STATUS_INVALID_PARAMETER);
  FltReleaseContext(context);
  close_open(&open);
}

const API_TEST ApiTests[] = {
    {"FltCreateSectionForDataScan_MapsTheFile", scanning},
    {NULL, NULL},
};
