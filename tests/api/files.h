/* How the drivers that work on files of the volume open, write and read them. */
#ifndef SLUICE_TESTS_API_FILES_H
#define SLUICE_TESTS_API_FILES_H

#include "api.h"

#define VOLUME L"\\Device\\HarddiskVolume1"
#define SHARE_ALL (FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE)
#define RW \
  (FILE_READ_DATA | FILE_WRITE_DATA | FILE_READ_ATTRIBUTES | FILE_WRITE_ATTRIBUTES | SYNCHRONIZE)
#define SYNC FILE_SYNCHRONOUS_IO_NONALERT

static IO_STATUS_BLOCK iosb;

static inline void name_it(POBJECT_ATTRIBUTES attributes, PUNICODE_STRING string, PCWSTR name,
                           HANDLE root) {
  RtlInitUnicodeString(string, name);
  InitializeObjectAttributes(attributes, string, OBJ_KERNEL_HANDLE, root, NULL);
}

static inline NTSTATUS create(PCWSTR name, ACCESS_MASK access, ULONG disposition, ULONG options,
                              PHANDLE handle) {
  UNICODE_STRING string;
  OBJECT_ATTRIBUTES attributes;
  name_it(&attributes, &string, name, NULL);
  *handle = NULL;
  return ZwCreateFile(handle, access, &attributes, &iosb, NULL, FILE_ATTRIBUTE_NORMAL, SHARE_ALL,
                      disposition, options, NULL, 0);
}

static inline NTSTATUS write_at(HANDLE handle, const void* data, ULONG length, LONGLONG at) {
  LARGE_INTEGER offset;
  offset.QuadPart = at;
  return ZwWriteFile(handle, NULL, NULL, NULL, &iosb, (PVOID)data, length, &offset, NULL);
}
static inline NTSTATUS read_at(HANDLE handle, void* data, ULONG length, LONGLONG at) {
  LARGE_INTEGER offset;
  offset.QuadPart = at;
  return ZwReadFile(handle, NULL, NULL, NULL, &iosb, data, length, &offset, NULL);
}

#endif
