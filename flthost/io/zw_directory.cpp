// Zw functions that list directories and read and write extended attributes.
#include <flthost/ex/ex.h>
#include <flthost/io/call.h>
#include <flthost/mm/mm.h>

#include <cstddef>
#include <cstring>

namespace flthost::io {
namespace {

// The fixed part of an entry; 0: not a class of directories.
ULONG entry_length(ULONG which) {
  switch (which) {
    case FileDirectoryInformation:
      return offsetof(FILE_DIRECTORY_INFORMATION, FileName);
    case FileFullDirectoryInformation:
      return offsetof(FILE_FULL_DIR_INFORMATION, FileName);
    case FileBothDirectoryInformation:
      return offsetof(FILE_BOTH_DIR_INFORMATION, FileName);
    case FileNamesInformation:
      return offsetof(FILE_NAMES_INFORMATION, FileName);
    case FileIdBothDirectoryInformation:
      return offsetof(FILE_ID_BOTH_DIR_INFORMATION, FileName);
    case FileIdFullDirectoryInformation:
      return offsetof(FILE_ID_FULL_DIR_INFORMATION, FileName);
    case FileIdExtdDirectoryInformation:
      return offsetof(FILE_ID_EXTD_DIR_INFORMATION, FileName);
    case FileIdExtdBothDirectoryInformation:
      return offsetof(FILE_ID_EXTD_BOTH_DIR_INFORMATION, FileName);
    case FileObjectIdInformation:
      return sizeof(FILE_OBJECTID_INFORMATION);
    case FileReparsePointInformation:
      return sizeof(FILE_REPARSE_POINT_INFORMATION);
    default:
      return 0;
  }
}

// String and characters in one block; null when they can't be read.
PUNICODE_STRING capture_pattern(PCUNICODE_STRING from, NTSTATUS* status) {
  UNICODE_STRING text{};
  *status = STATUS_ACCESS_VIOLATION;
  if (!mm::guarded_copy(&text, from, sizeof text)) return nullptr;
  if ((text.Length & 1) != 0) {
    *status = STATUS_INVALID_PARAMETER;
    return nullptr;
  }
  auto* const copy = static_cast<PUNICODE_STRING>(
      ex::allocate_zeroed(sizeof(UNICODE_STRING) + text.Length, kCallTag));
  copy->Buffer = reinterpret_cast<PWCH>(copy + 1);
  copy->Length = copy->MaximumLength = text.Length;
  if (text.Length == 0 || mm::guarded_copy(copy->Buffer, text.Buffer, text.Length)) return copy;
  ex::free(copy);
  return nullptr;
}

struct DirectoryQuery {
  CallHandles handles;
  PVOID buffer;
  ULONG length;
  ULONG which;
  ULONG flags;
  PCUNICODE_STRING pattern;
};

NTSTATUS query_directory(const DirectoryQuery& wanted) {
  const ULONG least = entry_length(wanted.which);
  if (least == 0) return STATUS_INVALID_INFO_CLASS;
  if (wanted.length < least) return STATUS_INFO_LENGTH_MISMATCH;
  FileCallRef call;
  NTSTATUS status = begin_call(wanted.handles, IRP_MJ_DIRECTORY_CONTROL, &call);
  if (!NT_SUCCESS(status)) return status;
  if (!mm::guarded_probe(wanted.buffer, wanted.length, true)) return STATUS_ACCESS_VIOLATION;
  if (wanted.pattern != nullptr) {
    call->more = capture_pattern(wanted.pattern, &status);
    if (call->more == nullptr) return status;
  }
  call->request.parameters.MinorFunction = IRP_MN_QUERY_DIRECTORY;
  call->request.parameters.OperationFlags = static_cast<UCHAR>(wanted.flags);
  auto& query = call->request.parameters.Parameters.DirectoryControl.QueryDirectory;
  query.Length = wanted.length;
  query.FileName = static_cast<PUNICODE_STRING>(call->more);
  std::memcpy(&query.FileInformationClass, &wanted.which, sizeof wanted.which);
  query.DirectoryBuffer = wanted.buffer;
  return finish_call(std::move(call), true);
}

template <typename E>
ULONG raw(const E& value) {
  ULONG out = 0;
  std::memcpy(&out, &value, sizeof out);
  return out;
}

}  // namespace
}  // namespace flthost::io

using namespace flthost;
using namespace flthost::io;

__attribute__((no_sanitize("enum"))) NTSTATUS NTAPI
ZwQueryDirectoryFile(HANDLE FileHandle, HANDLE Event, PIO_APC_ROUTINE ApcRoutine, PVOID ApcContext,
                     PIO_STATUS_BLOCK IoStatusBlock, PVOID FileInformation, ULONG Length,
                     FILE_INFORMATION_CLASS FileInformationClass, BOOLEAN ReturnSingleEntry,
                     PUNICODE_STRING FileName, BOOLEAN RestartScan) {
  ULONG flags = 0;
  if (ReturnSingleEntry != FALSE) flags |= SL_RETURN_SINGLE_ENTRY;
  if (RestartScan != FALSE) flags |= SL_RESTART_SCAN;
  return query_directory({{FileHandle, Event, ApcRoutine, ApcContext, IoStatusBlock},
                          FileInformation,
                          Length,
                          raw(FileInformationClass),
                          flags,
                          FileName});
}

__attribute__((no_sanitize("enum"))) NTSTATUS NTAPI ZwQueryDirectoryFileEx(
    HANDLE FileHandle, HANDLE Event, PIO_APC_ROUTINE ApcRoutine, PVOID ApcContext,
    PIO_STATUS_BLOCK IoStatusBlock, PVOID FileInformation, ULONG Length,
    FILE_INFORMATION_CLASS FileInformationClass, ULONG QueryFlags, PCUNICODE_STRING FileName) {
  if ((QueryFlags & ~static_cast<ULONG>(SL_QUERY_DIRECTORY_MASK)) != 0) {
    return STATUS_INVALID_PARAMETER;
  }
  return query_directory({{FileHandle, Event, ApcRoutine, ApcContext, IoStatusBlock},
                          FileInformation,
                          Length,
                          raw(FileInformationClass),
                          QueryFlags,
                          FileName});
}

NTSTATUS NTAPI ZwNotifyChangeDirectoryFile(HANDLE FileHandle, HANDLE Event,
                                           PIO_APC_ROUTINE ApcRoutine, PVOID ApcContext,
                                           PIO_STATUS_BLOCK IoStatusBlock, PVOID Buffer,
                                           ULONG Length, ULONG CompletionFilter,
                                           BOOLEAN WatchTree) {
  if (CompletionFilter == 0 || (CompletionFilter & ~0xfffU) != 0) return STATUS_INVALID_PARAMETER;
  FileCallRef call;
  const NTSTATUS status = begin_call({FileHandle, Event, ApcRoutine, ApcContext, IoStatusBlock},
                                     IRP_MJ_DIRECTORY_CONTROL, &call);
  if (!NT_SUCCESS(status)) return status;
  if (!mm::guarded_probe(Buffer, Length, true)) return STATUS_ACCESS_VIOLATION;
  call->request.parameters.MinorFunction = IRP_MN_NOTIFY_CHANGE_DIRECTORY;
  if (WatchTree != FALSE) call->request.parameters.OperationFlags |= SL_WATCH_TREE;
  auto& notify = call->request.parameters.Parameters.DirectoryControl.NotifyDirectory;
  notify.Length = Length;
  notify.CompletionFilter = CompletionFilter;
  notify.DirectoryBuffer = Buffer;
  return finish_call(std::move(call), true);
}

// ------------------------------------------------------------------ extended attributes
NTSTATUS NTAPI ZwQueryEaFile(HANDLE FileHandle, PIO_STATUS_BLOCK IoStatusBlock, PVOID Buffer,
                             ULONG Length, BOOLEAN ReturnSingleEntry, PVOID EaList,
                             ULONG EaListLength, PULONG EaIndex, BOOLEAN RestartScan) {
  FileCallRef call;
  const NTSTATUS status =
      begin_call({FileHandle, nullptr, nullptr, nullptr, IoStatusBlock}, IRP_MJ_QUERY_EA, &call);
  if (!NT_SUCCESS(status)) return status;
  if (!mm::guarded_probe(Buffer, Length, true)) return STATUS_ACCESS_VIOLATION;
  ULONG index = 0;
  if (EaIndex != nullptr && !mm::guarded_copy(&index, EaIndex, sizeof index)) {
    return STATUS_ACCESS_VIOLATION;
  }
  if (EaList != nullptr && EaListLength != 0) {
    call->more = copy_in(EaList, EaListLength, 0);
    if (call->more == nullptr) return STATUS_ACCESS_VIOLATION;
    const NTSTATUS valid = check_ea_names(call->more, EaListLength);
    if (!NT_SUCCESS(valid)) return valid;
  }
  call->system_buffer = copy_in(nullptr, 0, Length);
  call->output = Buffer;
  call->output_length = Length;
  UCHAR& flags = call->request.parameters.OperationFlags;
  if (ReturnSingleEntry != FALSE) flags |= SL_RETURN_SINGLE_ENTRY;
  if (RestartScan != FALSE) flags |= SL_RESTART_SCAN;
  if (EaIndex != nullptr) flags |= SL_INDEX_SPECIFIED;
  auto& query = call->request.parameters.Parameters.QueryEa;
  query.Length = Length;
  query.EaList = call->more;
  query.EaListLength = call->more != nullptr ? EaListLength : 0;
  query.EaIndex = index;
  query.EaBuffer = call->system_buffer;
  return finish_call(std::move(call), false);
}

NTSTATUS NTAPI ZwSetEaFile(HANDLE FileHandle, PIO_STATUS_BLOCK IoStatusBlock, PVOID Buffer,
                           ULONG Length) {
  FileCallRef call;
  NTSTATUS status =
      begin_call({FileHandle, nullptr, nullptr, nullptr, IoStatusBlock}, IRP_MJ_SET_EA, &call);
  if (!NT_SUCCESS(status)) return status;
  call->system_buffer = copy_in(Buffer, Length, 0);
  if (call->system_buffer == nullptr) return STATUS_ACCESS_VIOLATION;
  ULONG offset = 0;
  status = IoCheckEaBufferValidity(static_cast<PFILE_FULL_EA_INFORMATION>(call->system_buffer),
                                   Length, &offset);
  if (!NT_SUCCESS(status)) {
    const IO_STATUS_BLOCK result{{status}, offset};
    static_cast<void>(mm::guarded_copy(IoStatusBlock, &result, sizeof result));
    return status;
  }
  auto& set = call->request.parameters.Parameters.SetEa;
  set.Length = Length;
  set.EaBuffer = call->system_buffer;
  return finish_call(std::move(call), false);
}

// The offset of the first entry that is wrong goes to the caller.
NTSTATUS NTAPI IoCheckEaBufferValidity(PFILE_FULL_EA_INFORMATION EaBuffer, ULONG EaLength,
                                       PULONG ErrorOffset) {
  constexpr ULONG kFixed = offsetof(FILE_FULL_EA_INFORMATION, EaName);
  const auto* const bytes = reinterpret_cast<const std::byte*>(EaBuffer);
  *ErrorOffset = 0;
  ULONG at = 0;
  for (;;) {
    *ErrorOffset = at;
    if (EaLength - at < kFixed) return STATUS_EA_LIST_INCONSISTENT;
    FILE_FULL_EA_INFORMATION entry{};
    std::memcpy(&entry, bytes + at, kFixed);
    const ULONG needed = kFixed + entry.EaNameLength + 1 + entry.EaValueLength;
    if (needed > EaLength - at) return STATUS_EA_LIST_INCONSISTENT;
    if (static_cast<char>(bytes[at + kFixed + entry.EaNameLength]) != 0) {
      return STATUS_EA_LIST_INCONSISTENT;
    }
    if (entry.NextEntryOffset == 0) break;
    if ((entry.NextEntryOffset & 3) != 0 || entry.NextEntryOffset < needed ||
        entry.NextEntryOffset > EaLength - at) {
      return STATUS_EA_LIST_INCONSISTENT;
    }
    at += entry.NextEntryOffset;
  }
  *ErrorOffset = 0;
  return STATUS_SUCCESS;
}

namespace flthost::io {

NTSTATUS check_ea_names(const void* list, ULONG length) {
  constexpr ULONG kFixed = offsetof(FILE_GET_EA_INFORMATION, EaName);
  const auto* const bytes = static_cast<const std::byte*>(list);
  ULONG at = 0;
  for (;;) {
    if (length - at < kFixed) return STATUS_EA_LIST_INCONSISTENT;
    FILE_GET_EA_INFORMATION entry{};
    std::memcpy(&entry, bytes + at, kFixed);
    if (kFixed + entry.EaNameLength + 1U > length - at) return STATUS_EA_LIST_INCONSISTENT;
    if (entry.NextEntryOffset == 0) return STATUS_SUCCESS;
    if ((entry.NextEntryOffset & 3) != 0 || entry.NextEntryOffset > length - at ||
        entry.NextEntryOffset < kFixed) {
      return STATUS_EA_LIST_INCONSISTENT;
    }
    at += entry.NextEntryOffset;
  }
}

ke::ExportTable directory_exports() {
  static const ke::Export rows[] = {
      FLTHOST_EXPORT(ZwQueryDirectoryFile),
      FLTHOST_EXPORT(ZwQueryDirectoryFileEx),
      FLTHOST_EXPORT(ZwNotifyChangeDirectoryFile),
      FLTHOST_EXPORT(ZwQueryEaFile),
      FLTHOST_EXPORT(ZwSetEaFile),
      FLTHOST_EXPORT(IoCheckEaBufferValidity),
  };
  return {rows, std::size(rows)};
}

}  // namespace flthost::io
