/* The Zw file functions on the volume. */
#include "files.h"

static void dispositions(void) {
  HANDLE handle;
  API_STATUS(create(VOLUME L"\\new.txt", RW, FILE_OPEN, SYNC, &handle),
             STATUS_OBJECT_NAME_NOT_FOUND);
  API_STATUS(create(VOLUME L"\\new.txt", RW, FILE_OVERWRITE, SYNC, &handle),
             STATUS_OBJECT_NAME_NOT_FOUND);
  API_STATUS(create(VOLUME L"\\new.txt", RW, FILE_CREATE, SYNC, &handle), STATUS_SUCCESS);
  API_EQUAL(iosb.Information, FILE_CREATED);
  API_STATUS(write_at(handle, "12345", 5, 0), STATUS_SUCCESS);
  ZwClose(handle);
  API_STATUS(create(VOLUME L"\\new.txt", RW, FILE_CREATE, SYNC, &handle),
             STATUS_OBJECT_NAME_COLLISION);
  API_STATUS(create(VOLUME L"\\new.txt", RW, FILE_OPEN_IF, SYNC, &handle), STATUS_SUCCESS);
  API_EQUAL(iosb.Information, FILE_OPENED);
  ZwClose(handle);
  API_STATUS(create(VOLUME L"\\new.txt", RW, FILE_OVERWRITE_IF, SYNC, &handle), STATUS_SUCCESS);
  API_EQUAL(iosb.Information, FILE_OVERWRITTEN);
  ZwClose(handle);
  API_STATUS(create(VOLUME L"\\new.txt", RW, FILE_SUPERSEDE, SYNC, &handle), STATUS_SUCCESS);
  API_EQUAL(iosb.Information, FILE_SUPERSEDED);
  ZwClose(handle);
  API_STATUS(create(VOLUME L"\\no\\such", RW, FILE_OPEN, SYNC, &handle),
             STATUS_OBJECT_PATH_NOT_FOUND);
  API_STATUS(create(VOLUME L"\\hello.txt", RW, FILE_OPEN, SYNC | FILE_DIRECTORY_FILE, &handle),
             STATUS_NOT_A_DIRECTORY);
  API_STATUS(create(VOLUME L"\\dir", FILE_READ_DATA | SYNCHRONIZE, FILE_OPEN,
                    SYNC | FILE_NON_DIRECTORY_FILE, &handle),
             STATUS_FILE_IS_A_DIRECTORY);
  API_STATUS(create(VOLUME L"\\made", FILE_READ_DATA | SYNCHRONIZE, FILE_CREATE,
                    SYNC | FILE_DIRECTORY_FILE, &handle),
             STATUS_SUCCESS);
  ZwClose(handle);
}

static void refused_parameters(void) {
  HANDLE handle;
  UNICODE_STRING string;
  OBJECT_ATTRIBUTES attributes;
  LARGE_INTEGER negative;
  negative.QuadPart = -1;
  name_it(&attributes, &string, VOLUME L"\\hello.txt", NULL);
  API_STATUS(create(VOLUME L"\\hello.txt", FILE_READ_DATA, FILE_OPEN, SYNC, &handle),
             STATUS_INVALID_PARAMETER); /* no SYNCHRONIZE */
  API_STATUS(create(VOLUME L"\\hello.txt", RW, FILE_OPEN, FILE_DELETE_ON_CLOSE, &handle),
             STATUS_INVALID_PARAMETER); /* no DELETE */
  API_STATUS(create(VOLUME L"\\hello.txt", RW, 9, SYNC, &handle), STATUS_INVALID_PARAMETER);
  API_STATUS(create(VOLUME L"\\hello.txt", RW, FILE_OPEN,
                    SYNC | FILE_DIRECTORY_FILE | FILE_NON_DIRECTORY_FILE, &handle),
             STATUS_INVALID_PARAMETER);
  API_STATUS(ZwCreateFile(&handle, RW, &attributes, &iosb, NULL, 0, 8, FILE_OPEN, SYNC, NULL, 0),
             STATUS_INVALID_PARAMETER);
  API_STATUS(ZwCreateFile(&handle, RW, &attributes, &iosb, &negative, 0, SHARE_ALL, FILE_OPEN, SYNC,
                          NULL, 0),
             STATUS_INVALID_PARAMETER);
  attributes.Length = 4;
  API_STATUS(
      ZwCreateFile(&handle, RW, &attributes, &iosb, NULL, 0, SHARE_ALL, FILE_OPEN, SYNC, NULL, 0),
      STATUS_INVALID_PARAMETER);
  API_STATUS(create(L"hello.txt", RW, FILE_OPEN, SYNC, &handle), STATUS_OBJECT_PATH_SYNTAX_BAD);
}

static void open_file(void) {
  HANDLE root, handle;
  UNICODE_STRING string;
  OBJECT_ATTRIBUTES attributes;
  UCHAR bytes[4];
  name_it(&attributes, &string, VOLUME L"\\dir", NULL);
  API_STATUS(ZwOpenFile(&root, FILE_LIST_DIRECTORY | SYNCHRONIZE, &attributes, &iosb, SHARE_ALL,
                        FILE_DIRECTORY_FILE | SYNC),
             STATUS_SUCCESS);
  name_it(&attributes, &string, L"inner.txt", root);
  API_STATUS(ZwOpenFile(&handle, FILE_READ_DATA | SYNCHRONIZE, &attributes, &iosb, SHARE_ALL, SYNC),
             STATUS_SUCCESS);
  API_STATUS(ZwReadFile(handle, NULL, NULL, NULL, &iosb, bytes, 4, NULL, NULL), STATUS_SUCCESS);
  API_EQUAL(bytes[3], 'i');
  ZwClose(handle);
  name_it(&attributes, &string, L"\\inner.txt", root);
  API_STATUS(ZwOpenFile(&handle, FILE_READ_DATA | SYNCHRONIZE, &attributes, &iosb, SHARE_ALL, SYNC),
             STATUS_OBJECT_PATH_SYNTAX_BAD);
  ZwClose(root);
  name_it(&attributes, &string, L"x", (HANDLE)(LONG_PTR)0x7770);
  API_STATUS(ZwOpenFile(&handle, FILE_READ_DATA | SYNCHRONIZE, &attributes, &iosb, SHARE_ALL, SYNC),
             STATUS_INVALID_HANDLE);
}

/* ---------------------------------------------------------------- reading and writing */
static void transfers(void) {
  HANDLE handle;
  UCHAR bytes[16];
  LARGE_INTEGER offset;
  API_STATUS(create(VOLUME L"\\data.bin", RW, FILE_OVERWRITE_IF, SYNC, &handle), STATUS_SUCCESS);
  API_STATUS(write_at(handle, "abcdefgh", 8, 0), STATUS_SUCCESS);
  API_EQUAL(iosb.Information, 8);
  API_STATUS(read_at(handle, bytes, 4, 2), STATUS_SUCCESS);
  API_EQUAL(bytes[0], 'c');
  /* The file pointer follows. */
  API_STATUS(ZwReadFile(handle, NULL, NULL, NULL, &iosb, bytes, 2, NULL, NULL), STATUS_SUCCESS);
  API_EQUAL(bytes[0], 'g');
  offset.LowPart = FILE_WRITE_TO_END_OF_FILE;
  offset.HighPart = -1;
  API_STATUS(ZwWriteFile(handle, NULL, NULL, NULL, &iosb, "ij", 2, &offset, NULL), STATUS_SUCCESS);
  API_STATUS(read_at(handle, bytes, 16, 0), STATUS_SUCCESS);
  API_EQUAL(iosb.Information, 10);
  API_EQUAL(bytes[9], 'j');
  API_STATUS(read_at(handle, bytes, 4, 100), STATUS_END_OF_FILE);
  API_STATUS(read_at(handle, bytes, 4, -5), STATUS_INVALID_PARAMETER);
  API_STATUS(read_at((HANDLE)(LONG_PTR)0x7770, bytes, 4, 0), STATUS_INVALID_HANDLE);
  ZwClose(handle);
  API_STATUS(create(VOLUME L"\\data.bin", FILE_APPEND_DATA | SYNCHRONIZE, FILE_OPEN, SYNC, &handle),
             STATUS_SUCCESS);
  API_STATUS(write_at(handle, "k", 1, 0), STATUS_SUCCESS); /* to the end all the same */
  ZwClose(handle);
  API_STATUS(
      create(VOLUME L"\\data.bin", RW, FILE_OPEN, SYNC | FILE_NO_INTERMEDIATE_BUFFERING, &handle),
      STATUS_SUCCESS);
  API_STATUS(read_at(handle, bytes, 16, 0), STATUS_INVALID_PARAMETER); /* no sector */
  {
    UCHAR* sector = ExAllocatePoolWithTag(NonPagedPoolNx, 4096, API_TAG);
    API_STATUS(read_at(handle, sector, 4096, 0), STATUS_SUCCESS);
    API_EQUAL(iosb.Information, 11);
    API_EQUAL(sector[10], 'k');
    ExFreePoolWithTag(sector, API_TAG);
  }
  ZwClose(handle);
}

static void asynchronous(void) {
  HANDLE handle, event;
  OBJECT_ATTRIBUTES attributes;
  LARGE_INTEGER offset;
  NTSTATUS status;
  UCHAR bytes[8];
  offset.QuadPart = 0;
  InitializeObjectAttributes(&attributes, NULL, OBJ_KERNEL_HANDLE, NULL, NULL);
  API_STATUS(ZwCreateEvent(&event, EVENT_ALL_ACCESS, &attributes, SynchronizationEvent, FALSE),
             STATUS_SUCCESS);
  API_STATUS(create(VOLUME L"\\hello.txt", RW, FILE_OPEN, 0, &handle), STATUS_SUCCESS);
  API_STATUS(ZwReadFile(handle, event, NULL, NULL, &iosb, bytes, 5, NULL, NULL),
             STATUS_INVALID_PARAMETER); /* no offset and no file pointer */
  status = ZwReadFile(handle, event, NULL, NULL, &iosb, bytes, 5, &offset, NULL);
  API_CHECK(status == STATUS_PENDING || status == STATUS_SUCCESS);
  API_STATUS(ZwWaitForSingleObject(event, FALSE, NULL), STATUS_SUCCESS);
  API_STATUS(iosb.Status, STATUS_SUCCESS);
  API_EQUAL(iosb.Information, 5);
  API_STATUS(
      ZwReadFile(handle, (HANDLE)(LONG_PTR)0x7770, NULL, NULL, &iosb, bytes, 5, &offset, NULL),
      STATUS_INVALID_HANDLE);
  ZwClose(handle);
  ZwClose(event);
}

static void flushes(void) {
  HANDLE handle, reader;
  API_STATUS(create(VOLUME L"\\data.bin", RW, FILE_OPEN, SYNC, &handle), STATUS_SUCCESS);
  API_STATUS(write_at(handle, "flushed", 7, 0), STATUS_SUCCESS);
  API_STATUS(ZwFlushBuffersFile(handle, &iosb), STATUS_SUCCESS);
  API_STATUS(ZwFlushBuffersFileEx(handle, FLUSH_FLAGS_FILE_DATA_ONLY, NULL, 0, &iosb),
             STATUS_SUCCESS);
  API_STATUS(ZwFlushBuffersFileEx(handle, 0x80, NULL, 0, &iosb), STATUS_INVALID_PARAMETER);
  API_STATUS(create(VOLUME L"\\data.bin", FILE_READ_DATA | SYNCHRONIZE, FILE_OPEN, SYNC, &reader),
             STATUS_SUCCESS);
  API_STATUS(ZwFlushBuffersFileEx(reader, 0, NULL, 0, &iosb), STATUS_ACCESS_DENIED);
  ZwClose(reader);
  ZwClose(handle);
}

/* ---------------------------------------------------------------- information */
static void query_information(void) {
  HANDLE handle;
  FILE_STANDARD_INFORMATION standard;
  FILE_BASIC_INFORMATION basic;
  FILE_ACCESS_INFORMATION access;
  FILE_MODE_INFORMATION mode;
  FILE_POSITION_INFORMATION position;
  FILE_ALIGNMENT_INFORMATION alignment;
  union {
    FILE_NAME_INFORMATION name;
    FILE_ALL_INFORMATION all;
    UCHAR bytes[512];
  } more;
  API_STATUS(create(VOLUME L"\\dir\\inner.txt", RW, FILE_OPEN, SYNC, &handle), STATUS_SUCCESS);
  API_STATUS(
      ZwQueryInformationFile(handle, &iosb, &standard, sizeof(standard), FileStandardInformation),
      STATUS_SUCCESS);
  API_EQUAL(standard.EndOfFile.QuadPart, 10000);
  API_EQUAL(iosb.Information, sizeof(standard));
  API_STATUS(ZwQueryInformationFile(handle, &iosb, &basic, sizeof(basic), FileBasicInformation),
             STATUS_SUCCESS);
  API_CHECK(basic.LastWriteTime.QuadPart > 0);
  API_STATUS(ZwQueryInformationFile(handle, &iosb, &access, sizeof(access), FileAccessInformation),
             STATUS_SUCCESS);
  API_EQUAL(access.AccessFlags, RW);
  API_STATUS(ZwQueryInformationFile(handle, &iosb, &mode, sizeof(mode), FileModeInformation),
             STATUS_SUCCESS);
  API_EQUAL(mode.Mode, SYNC);
  API_STATUS(ZwQueryInformationFile(handle, &iosb, &alignment, sizeof(alignment),
                                    FileAlignmentInformation),
             STATUS_SUCCESS);
  position.CurrentByteOffset.QuadPart = 77;
  API_STATUS(
      ZwSetInformationFile(handle, &iosb, &position, sizeof(position), FilePositionInformation),
      STATUS_SUCCESS);
  position.CurrentByteOffset.QuadPart = 0;
  API_STATUS(
      ZwQueryInformationFile(handle, &iosb, &position, sizeof(position), FilePositionInformation),
      STATUS_SUCCESS);
  API_EQUAL(position.CurrentByteOffset.QuadPart, 77);
  API_STATUS(ZwQueryInformationFile(handle, &iosb, &more, sizeof(more), FileNameInformation),
             STATUS_SUCCESS);
  API_EQUAL(more.name.FileNameLength, 14 * sizeof(WCHAR));
  API_STATUS(ZwQueryInformationFile(handle, &iosb, &more, sizeof(FILE_NAME_INFORMATION),
                                    FileNameInformation),
             STATUS_BUFFER_OVERFLOW);
  API_STATUS(ZwQueryInformationFile(handle, &iosb, &more, sizeof(more), FileAllInformation),
             STATUS_SUCCESS);
  API_EQUAL(more.all.StandardInformation.EndOfFile.QuadPart, 10000);
  API_STATUS(ZwQueryInformationFile(handle, &iosb, &basic, 4, FileBasicInformation),
             STATUS_INFO_LENGTH_MISMATCH);
  API_STATUS(
      ZwQueryInformationFile(handle, &iosb, &basic, sizeof(basic), (FILE_INFORMATION_CLASS)1000),
      STATUS_INVALID_INFO_CLASS);
  ZwClose(handle);
}

static NTSTATUS rename_to(HANDLE handle, PCWSTR name, BOOLEAN replace,
                          FILE_INFORMATION_CLASS which) {
  union {
    FILE_RENAME_INFORMATION info;
    UCHAR bytes[256];
  } buffer = {0};
  UNICODE_STRING string;
  RtlInitUnicodeString(&string, name);
  buffer.info.ReplaceIfExists = replace;
  buffer.info.FileNameLength = string.Length;
  RtlCopyMemory(buffer.info.FileName, string.Buffer, string.Length);
  return ZwSetInformationFile(
      handle, &iosb, &buffer,
      (ULONG)FIELD_OFFSET(FILE_RENAME_INFORMATION, FileName) + max(string.Length, 8), which);
}

static void set_information(void) {
  HANDLE handle, other;
  FILE_END_OF_FILE_INFORMATION end;
  FILE_DISPOSITION_INFORMATION disposition;
  FILE_STANDARD_INFORMATION standard;
  FILE_MODE_INFORMATION mode;
  API_STATUS(create(VOLUME L"\\moving.txt", RW | DELETE, FILE_OVERWRITE_IF, SYNC, &handle),
             STATUS_SUCCESS);
  end.EndOfFile.QuadPart = 5000;
  API_STATUS(ZwSetInformationFile(handle, &iosb, &end, sizeof(end), FileEndOfFileInformation),
             STATUS_SUCCESS);
  API_STATUS(
      ZwQueryInformationFile(handle, &iosb, &standard, sizeof(standard), FileStandardInformation),
      STATUS_SUCCESS);
  API_EQUAL(standard.EndOfFile.QuadPart, 5000);
  API_STATUS(ZwSetInformationFile(handle, &iosb, &end, 4, FileEndOfFileInformation),
             STATUS_INFO_LENGTH_MISMATCH);
  API_STATUS(ZwSetInformationFile(handle, &iosb, &end, sizeof(end), FileStandardInformation),
             STATUS_INVALID_INFO_CLASS);
  mode.Mode = SYNC | FILE_WRITE_THROUGH;
  API_STATUS(ZwSetInformationFile(handle, &iosb, &mode, sizeof(mode), FileModeInformation),
             STATUS_SUCCESS);
  mode.Mode = 0;
  API_STATUS(ZwSetInformationFile(handle, &iosb, &mode, sizeof(mode), FileModeInformation),
             STATUS_INVALID_PARAMETER);
  API_STATUS(rename_to(handle, L"moved.txt", FALSE, FileRenameInformation), STATUS_SUCCESS);
  API_STATUS(create(VOLUME L"\\moved.txt", RW, FILE_OPEN, SYNC, &other), STATUS_SUCCESS);
  ZwClose(other);
  API_STATUS(rename_to(handle, VOLUME L"\\dir\\moved.txt", FALSE, FileRenameInformation),
             STATUS_SUCCESS);
  API_STATUS(create(VOLUME L"\\dir\\moved.txt", RW, FILE_OPEN, SYNC, &other), STATUS_SUCCESS);
  ZwClose(other);
  API_STATUS(rename_to(handle, VOLUME L"\\dir\\inner.txt", FALSE, FileRenameInformation),
             STATUS_OBJECT_NAME_COLLISION);
  API_STATUS(rename_to(handle, VOLUME L"\\gone\\x.txt", FALSE, FileRenameInformation),
             STATUS_OBJECT_PATH_NOT_FOUND);
  disposition.DeleteFile = TRUE;
  API_STATUS(ZwSetInformationFile(handle, &iosb, &disposition, sizeof(disposition),
                                  FileDispositionInformation),
             STATUS_SUCCESS);
  ZwClose(handle);
  API_STATUS(create(VOLUME L"\\dir\\moved.txt", RW, FILE_OPEN, SYNC, &other),
             STATUS_OBJECT_NAME_NOT_FOUND);
}

static void volume_information(void) {
  HANDLE handle;
  FILE_FS_SIZE_INFORMATION size;
  FILE_FS_DEVICE_INFORMATION device;
  union {
    FILE_FS_ATTRIBUTE_INFORMATION info;
    FILE_FS_LABEL_INFORMATION label;
    UCHAR bytes[128];
  } more;
  API_STATUS(create(VOLUME L"\\hello.txt", RW, FILE_OPEN, SYNC, &handle), STATUS_SUCCESS);
  API_STATUS(
      ZwQueryVolumeInformationFile(handle, &iosb, &size, sizeof(size), FileFsSizeInformation),
      STATUS_SUCCESS);
  API_CHECK(size.BytesPerSector >= 512);
  API_STATUS(
      ZwQueryVolumeInformationFile(handle, &iosb, &device, sizeof(device), FileFsDeviceInformation),
      STATUS_SUCCESS);
  API_EQUAL(device.DeviceType, FILE_DEVICE_DISK);
  API_STATUS(
      ZwQueryVolumeInformationFile(handle, &iosb, &more, sizeof(more), FileFsAttributeInformation),
      STATUS_SUCCESS);
  API_STATUS(ZwQueryVolumeInformationFile(handle, &iosb, &size, 1, FileFsSizeInformation),
             STATUS_INFO_LENGTH_MISMATCH);
  API_STATUS(
      ZwQueryVolumeInformationFile(handle, &iosb, &size, sizeof(size), (FS_INFORMATION_CLASS)99),
      STATUS_INVALID_INFO_CLASS);
  API_STATUS(ZwSetVolumeInformationFile(handle, &iosb, &more, 1, FileFsLabelInformation),
             STATUS_INFO_LENGTH_MISMATCH);
  API_STATUS(ZwSetVolumeInformationFile(handle, &iosb, &more, sizeof(more), FileFsSizeInformation),
             STATUS_INVALID_INFO_CLASS);
  ZwClose(handle);
}

/* ---------------------------------------------------------------- by file object */
static void controls(void) {
  HANDLE handle;
  FILE_ZERO_DATA_INFORMATION zero = {0};
  zero.BeyondFinalZero.QuadPart = 4;
  API_STATUS(create(VOLUME L"\\data.bin", RW, FILE_OPEN, SYNC, &handle), STATUS_SUCCESS);
  API_STATUS(ZwFsControlFile(handle, NULL, NULL, NULL, &iosb, FSCTL_SET_ZERO_DATA, &zero,
                             sizeof(zero), NULL, 0),
             STATUS_SUCCESS);
  API_STATUS(ZwFsControlFile(handle, NULL, NULL, NULL, &iosb,
                             CTL_CODE(FILE_DEVICE_FILE_SYSTEM, 0x7ff, METHOD_BUFFERED, 0), NULL, 0,
                             NULL, 0),
             STATUS_INVALID_DEVICE_REQUEST);
  API_STATUS(ZwDeviceIoControlFile(handle, NULL, NULL, NULL, &iosb,
                                   CTL_CODE(FILE_DEVICE_DISK, 0x7ff, METHOD_BUFFERED, 0), NULL, 0,
                                   NULL, 0),
             STATUS_INVALID_DEVICE_REQUEST);
  ZwClose(handle);
}

static void directories(void) {
  HANDLE handle;
  UNICODE_STRING pattern;
  union {
    FILE_DIRECTORY_INFORMATION info;
    UCHAR bytes[1024];
  } buffer;
  API_STATUS(create(VOLUME L"\\dir", FILE_LIST_DIRECTORY | SYNCHRONIZE, FILE_OPEN,
                    SYNC | FILE_DIRECTORY_FILE, &handle),
             STATUS_SUCCESS);
  RtlInitUnicodeString(&pattern, L"inn*");
  API_STATUS(ZwQueryDirectoryFile(handle, NULL, NULL, NULL, &iosb, &buffer, 4,
                                  FileDirectoryInformation, TRUE, NULL, TRUE),
             STATUS_INFO_LENGTH_MISMATCH);
  API_STATUS(ZwQueryDirectoryFile(handle, NULL, NULL, NULL, &iosb, &buffer, sizeof(buffer),
                                  FileBasicInformation, TRUE, NULL, TRUE),
             STATUS_INVALID_INFO_CLASS);
  API_STATUS(ZwQueryDirectoryFileEx(handle, NULL, NULL, NULL, &iosb, &buffer, sizeof(buffer),
                                    FileDirectoryInformation, 0x100, NULL),
             STATUS_INVALID_PARAMETER);
  API_STATUS(ZwQueryDirectoryFile(handle, NULL, NULL, NULL, &iosb, &buffer, sizeof(buffer),
                                  FileDirectoryInformation, TRUE, &pattern, TRUE),
             STATUS_SUCCESS);
  API_EQUAL(buffer.info.FileNameLength, 9 * sizeof(WCHAR));
  API_EQUAL(buffer.info.EndOfFile.QuadPart, 10000);
  API_STATUS(ZwQueryDirectoryFileEx(handle, NULL, NULL, NULL, &iosb, &buffer, sizeof(buffer),
                                    FileDirectoryInformation, 0, NULL),
             STATUS_NO_MORE_FILES);
  ZwClose(handle);
}

static void locks(void) {
  HANDLE handle, other;
  LARGE_INTEGER offset, length;
  offset.QuadPart = 0;
  length.QuadPart = 10;
  API_STATUS(create(VOLUME L"\\data.bin", RW, FILE_OPEN, SYNC, &handle), STATUS_SUCCESS);
  API_STATUS(create(VOLUME L"\\data.bin", RW, FILE_OPEN, SYNC, &other), STATUS_SUCCESS);
  API_STATUS(ZwLockFile(handle, NULL, NULL, NULL, &iosb, &offset, &length, 1, TRUE, TRUE),
             STATUS_SUCCESS);
  API_STATUS(ZwLockFile(other, NULL, NULL, NULL, &iosb, &offset, &length, 1, TRUE, TRUE),
             STATUS_LOCK_NOT_GRANTED);
  API_STATUS(ZwUnlockFile(other, &iosb, &offset, &length, 1), STATUS_RANGE_NOT_LOCKED);
  API_STATUS(ZwUnlockFile(handle, &iosb, &offset, &length, 1), STATUS_SUCCESS);
  ZwClose(other);
  ZwClose(handle);
}

static void extended_attributes(void) {
  HANDLE handle;
  union {
    FILE_FULL_EA_INFORMATION ea;
    UCHAR bytes[64];
  } buffer = {0};
  UCHAR answer[64];
  ULONG offset = 0;
  buffer.ea.EaNameLength = 4;
  buffer.ea.EaValueLength = 3;
  RtlCopyMemory(buffer.ea.EaName, "NAME\0abc", 8);
  API_STATUS(IoCheckEaBufferValidity(&buffer.ea, 16, &offset), STATUS_SUCCESS);
  API_STATUS(IoCheckEaBufferValidity(&buffer.ea, 12, &offset), STATUS_EA_LIST_INCONSISTENT);
  API_STATUS(
      create(VOLUME L"\\data.bin", RW | FILE_READ_EA | FILE_WRITE_EA, FILE_OPEN, SYNC, &handle),
      STATUS_SUCCESS);
  API_STATUS(ZwSetEaFile(handle, &iosb, &buffer, 12), STATUS_EA_LIST_INCONSISTENT);
  API_STATUS(ZwQueryEaFile(handle, &iosb, answer, sizeof(answer), FALSE, &buffer, 3, NULL, TRUE),
             STATUS_EA_LIST_INCONSISTENT);
  API_STATUS(ZwSetEaFile(handle, &iosb, &buffer, 16), STATUS_EAS_NOT_SUPPORTED);
  API_STATUS(ZwQueryEaFile(handle, &iosb, answer, sizeof(answer), FALSE, NULL, 0, NULL, TRUE),
             STATUS_EAS_NOT_SUPPORTED);
  {
    PFILE_OBJECT file;
    API_STATUS(
        ObReferenceObjectByHandle(handle, 0, *IoFileObjectType, KernelMode, (PVOID*)&file, NULL),
        STATUS_SUCCESS);
    API_STATUS(FsRtlSetKernelEaFile(file, &buffer, 16), STATUS_EAS_NOT_SUPPORTED);
    API_STATUS(FsRtlSetKernelEaFile(file, &buffer, 12), STATUS_EA_LIST_INCONSISTENT);
    API_STATUS(
        FsRtlQueryKernelEaFile(file, answer, sizeof(answer), FALSE, NULL, 0, NULL, TRUE, &offset),
        STATUS_EAS_NOT_SUPPORTED);
    ObDereferenceObject(file);
  }
  ZwClose(handle);
  API_STATUS(create(VOLUME, RW, FILE_OPEN, SYNC, &handle), STATUS_SUCCESS);
  {
    PFILE_OBJECT file;
    API_STATUS(
        ObReferenceObjectByHandle(handle, 0, *IoFileObjectType, KernelMode, (PVOID*)&file, NULL),
        STATUS_SUCCESS);
    API_CHECK((file->Flags & FO_VOLUME_OPEN) != 0);
    API_STATUS(FsRtlSetKernelEaFile(file, &buffer, 16), STATUS_INVALID_DEVICE_REQUEST);
    API_STATUS(
        FsRtlQueryKernelEaFile(file, answer, sizeof(answer), FALSE, NULL, 0, NULL, TRUE, &offset),
        STATUS_INVALID_DEVICE_REQUEST);
    ObDereferenceObject(file);
  }
  ZwClose(handle);
}

static void by_name(void) {
  UNICODE_STRING string;
  OBJECT_ATTRIBUTES attributes;
  FILE_STAT_INFORMATION stat = {0};
  name_it(&attributes, &string, VOLUME L"\\dir\\inner.txt", NULL);
  API_STATUS(ZwQueryInformationByName(&attributes, &iosb, &stat, sizeof(stat), FileStatInformation),
             STATUS_SUCCESS);
  API_EQUAL(stat.EndOfFile.QuadPart, 10000);
  API_STATUS(ZwQueryInformationByName(&attributes, &iosb, &stat, 8, FileStatInformation),
             STATUS_INFO_LENGTH_MISMATCH);
  API_STATUS(
      ZwQueryInformationByName(&attributes, &iosb, &stat, sizeof(stat), FileStandardInformation),
      STATUS_INVALID_PARAMETER);
  API_STATUS(IoQueryInformationByName(&attributes, &iosb, &stat, sizeof(stat), FileStatInformation,
                                      0, NULL),
             STATUS_SUCCESS);
}

static void delete_file(void) {
  UNICODE_STRING string;
  OBJECT_ATTRIBUTES attributes;
  name_it(&attributes, &string, VOLUME L"\\new.txt", NULL);
  API_STATUS(ZwDeleteFile(&attributes), STATUS_SUCCESS);
  API_STATUS(ZwDeleteFile(&attributes), STATUS_OBJECT_NAME_NOT_FOUND);
  name_it(&attributes, &string, VOLUME L"\\nowhere\\new.txt", NULL);
  API_STATUS(ZwDeleteFile(&attributes), STATUS_OBJECT_PATH_NOT_FOUND);
  name_it(&attributes, &string, L"new.txt", NULL);
  API_STATUS(ZwDeleteFile(&attributes), STATUS_OBJECT_PATH_SYNTAX_BAD);
  name_it(&attributes, &string, VOLUME L"\\new.txt", NULL);
  string.Length -= 1;
  API_STATUS(ZwDeleteFile(&attributes), STATUS_OBJECT_NAME_INVALID);
  attributes.Length = 1;
  API_STATUS(ZwDeleteFile(&attributes), STATUS_INVALID_PARAMETER);
}

const API_TEST ApiTests[] = {
    {"ZwCreateFile_DoesWhatTheDispositionSays", dispositions},
    {"ZwCreateFile_RefusesParametersThatContradict", refused_parameters},
    {"ZwOpenFile_OpensRelativeToADirectory", open_file},
    {"ZwReadFile_AndWrite_FollowTheFilePointer", transfers},
    {"ZwReadFile_SignalsItsEvent_OnAnAsynchronousFile", asynchronous},
    {"ZwFlushBuffersFile_WantsWriteAccess", flushes},
    {"ZwQueryInformationFile_AnswersEachClass", query_information},
    {"ZwSetInformationFile_RenamesAndDeletes", set_information},
    {"ZwQueryVolumeInformationFile_AnswersEachClass", volume_information},
    {"ZwFsControlFile_RefusesWhatTheFileSystemLacks", controls},
    {"ZwQueryDirectoryFile_ListsByPattern", directories},
    {"ZwLockFile_ExcludesAnotherOpen", locks},
    {"ZwSetEaFile_IsRefused_WhereThereAreNoEas", extended_attributes},
    {"ZwQueryInformationByName_NeedsNoHandle", by_name},
    {"ZwDeleteFile_DeletesByName", delete_file},
    {NULL, NULL},
};
