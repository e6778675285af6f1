// IRP_MJ_SET_INFORMATION and the file system controls.
#include <flthost/fs/set_information.h>

#include <fcntl.h>
#include <linux/falloc.h>
#include <unistd.h>

#include <cerrno>
#include <cstddef>
#include <cstdio>

namespace flthost::fs {

namespace {
constexpr int64_t kUnixEpoch = 116444736000000000;  // 1970 in 100 ns since 1601
}

int64_t to_nt_time(const timespec& time) {
  return kUnixEpoch + time.tv_sec * 10'000'000LL + time.tv_nsec / 100;
}

timespec from_nt_time(int64_t time) {
  const int64_t since = time - kUnixEpoch;
  const int64_t seconds = since >= 0 ? since / 10'000'000 : (since - 9'999'999) / 10'000'000;
  return {seconds, (since - seconds * 10'000'000) * 100};
}

namespace {

NTSTATUS make_writable(Fcb& fcb) {
  if (!fcb.node->is_regular()) return STATUS_INVALID_PARAMETER;
  if (fcb.write_fd >= 0) return STATUS_SUCCESS;
  const std::lock_guard guard(fcb.node->lock);
  return status_of_errno(-open_backing(fcb, false, true));
}

NTSTATUS set_end_of_file(const SetRequest& set) {
  const auto* const end = info<FILE_END_OF_FILE_INFORMATION>(set);
  if (end == nullptr) return STATUS_INFO_LENGTH_MISMATCH;
  // Lazy writers only tell how far data is valid; the file system knows.
  if (set.request.parameters.Parameters.SetFileInformation.AdvanceOnly != 0) return STATUS_SUCCESS;
  if (end->EndOfFile.QuadPart < 0) return STATUS_INVALID_PARAMETER;
  const NTSTATUS status = make_writable(set.fcb);
  if (!NT_SUCCESS(status)) return status;
  return set_file_size(set.fcb, static_cast<uint64_t>(end->EndOfFile.QuadPart));
}

NTSTATUS set_allocation(const SetRequest& set) {
  const auto* const size = info<FILE_ALLOCATION_INFORMATION>(set);
  if (size == nullptr) return STATUS_INFO_LENGTH_MISMATCH;
  if (size->AllocationSize.QuadPart < 0) return STATUS_INVALID_PARAMETER;
  const NTSTATUS status = make_writable(set.fcb);
  if (!NT_SUCCESS(status)) return status;
  const auto wanted = static_cast<uint64_t>(size->AllocationSize.QuadPart);
  uint64_t file_size = 0;
  {
    const std::lock_guard guard(set.fcb.lock);
    file_size = set.fcb.size();
  }
  const auto* const hint = static_cast<const AllocateHint*>(set.request.hint);
  if (hint == nullptr && wanted < file_size) return set_file_size(set.fcb, wanted);
  const uint64_t offset = hint != nullptr ? hint->offset : 0;
  const uint64_t length = hint != nullptr ? hint->length : wanted;
  if (length != 0 && fallocate(set.fcb.write_fd, FALLOC_FL_KEEP_SIZE, static_cast<off_t>(offset),
                               static_cast<off_t>(length)) != 0) {
    return status_of_errno(errno);
  }
  const std::lock_guard guard(set.fcb.lock);
  remember_backing(set.fcb);
  return STATUS_SUCCESS;
}

NTSTATUS set_basic(const SetRequest& set) {
  const auto* const basic = info<FILE_BASIC_INFORMATION>(set);
  if (basic == nullptr) return STATUS_INFO_LENGTH_MISMATCH;
  // 0 and -1 mean "leave it" (and "don't update it"). There is no creation time to set, and the
  // attributes follow from type and mode.
  SetAttributes attributes;
  attributes.set_atime = basic->LastAccessTime.QuadPart > 0;
  attributes.set_mtime = basic->LastWriteTime.QuadPart > 0;
  attributes.atime = from_nt_time(basic->LastAccessTime.QuadPart);
  attributes.mtime = from_nt_time(basic->LastWriteTime.QuadPart);
  if (!attributes.set_atime && !attributes.set_mtime) return STATUS_SUCCESS;
  return status_of_errno(-setattr(set.fs, *set.fcb.node, attributes));
}

NTSTATUS set_position_info(const SetRequest& set) {
  const auto* const position = info<FILE_POSITION_INFORMATION>(set);
  if (position == nullptr) return STATUS_INFO_LENGTH_MISMATCH;
  if (position->CurrentByteOffset.QuadPart < 0) return STATUS_INVALID_PARAMETER;
  set_position(set.ccb.file_object, static_cast<uint64_t>(position->CurrentByteOffset.QuadPart));
  return STATUS_SUCCESS;
}

NTSTATUS zero_data(const SetRequest& set) {
  const auto* const zero = info<FILE_ZERO_DATA_INFORMATION>(set);
  if (zero == nullptr) return STATUS_INVALID_PARAMETER;
  if (zero->FileOffset.QuadPart < 0 || zero->BeyondFinalZero.QuadPart < zero->FileOffset.QuadPart) {
    return STATUS_INVALID_PARAMETER;
  }
  const NTSTATUS status = make_writable(set.fcb);
  if (!NT_SUCCESS(status)) return status;
  const auto* const hint = static_cast<const AllocateHint*>(set.request.hint);
  const int mode = hint != nullptr ? hint->linux_mode : FALLOC_FL_PUNCH_HOLE | FALLOC_FL_KEEP_SIZE;
  const auto offset = static_cast<uint64_t>(zero->FileOffset.QuadPart);
  const auto length = static_cast<uint64_t>(zero->BeyondFinalZero.QuadPart) - offset;
  if (length == 0) return STATUS_SUCCESS;
  return zero_range(set.fcb, offset, length, [&] {
    return fallocate(set.fcb.write_fd, mode, static_cast<off_t>(offset),
                     static_cast<off_t>(length)) == 0
               ? 0
               : -errno;
  });
}

}  // namespace

void handle_set_information(LocalFileSystem& fs, io::Request& request) {
  const PFILE_OBJECT file_object = request.parameters.TargetFileObject;
  const auto& parameters = request.parameters.Parameters.SetFileInformation;
  const SetRequest set{fs,
                       request,
                       fcb_of(file_object),
                       ccb_of(file_object),
                       parameters.Length,
                       parameters.InfoBuffer};
  NTSTATUS status = STATUS_INVALID_INFO_CLASS;
  switch (parameters.FileInformationClass) {
    case FileEndOfFileInformation:
      status = set_end_of_file(set);
      break;
    case FileAllocationInformation:
      status = set_allocation(set);
      break;
    case FileBasicInformation:
      status = set_basic(set);
      break;
    case FileDispositionInformation:
      status = set_disposition(set, false);
      break;
    case FileDispositionInformationEx:
      status = set_disposition(set, true);
      break;
    case FileRenameInformation:
      status = set_rename(set, false);
      break;
    case FileRenameInformationEx:
      status = set_rename(set, true);
      break;
    case FileLinkInformation:
      status = set_link(set, false);
      break;
    case FileLinkInformationEx:
      status = set_link(set, true);
      break;
    case FilePositionInformation:
      status = set_position_info(set);
      break;
    default:
      break;
  }
  io::complete(request, status, 0);
}

void handle_file_system_control(LocalFileSystem& fs, io::Request& request) {
  const auto& control = request.parameters.Parameters.FileSystemControl.Buffered;
  const PFILE_OBJECT file_object = request.parameters.TargetFileObject;
  if (control.FsControlCode != FSCTL_SET_ZERO_DATA) {
    return io::complete(request, STATUS_INVALID_DEVICE_REQUEST, 0);
  }
  const SetRequest set{fs,
                       request,
                       fcb_of(file_object),
                       ccb_of(file_object),
                       control.InputBufferLength,
                       control.SystemBuffer};
  io::complete(request, zero_data(set), 0);
}

}  // namespace flthost::fs
