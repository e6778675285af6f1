// IRP_MJ_QUERY_INFORMATION and IRP_MJ_QUERY_VOLUME_INFORMATION.
#include <flthost/fs/alternate.h>
#include <flthost/fs/attributes.h>
#include <flthost/fs/names.h>

#include <sys/statvfs.h>

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <cstring>

namespace flthost::fs {
namespace {

// A fixed-size answer in the caller's buffer.
class Answer {
 public:
  Answer(PVOID buffer, ULONG length) : buffer_(static_cast<std::byte*>(buffer)), length_(length) {}

  template <typename T>
  void put(const T& value) {
    if (buffer_ == nullptr || length_ < sizeof(T)) {
      status = STATUS_INFO_LENGTH_MISMATCH;
      return;
    }
    std::memcpy(buffer_, &value, sizeof(T));
    information = sizeof(T);
    status = STATUS_SUCCESS;
  }

  // A structure that ends in a string at `offset` whose length in bytes stands at `length_offset`.
  template <typename T>
  void put_with_string(const T& value, size_t length_offset, size_t offset,
                       std::u16string_view text) {
    if (buffer_ == nullptr || length_ < offset) {
      status = STATUS_INFO_LENGTH_MISMATCH;
      return;
    }
    const auto bytes = static_cast<ULONG>(text.size() * sizeof(WCHAR));
    std::memcpy(buffer_, &value, offset);
    std::memcpy(buffer_ + length_offset, &bytes, sizeof bytes);
    const size_t fits = std::min<size_t>(bytes, length_ - offset);
    std::memcpy(buffer_ + offset, text.data(), fits);
    information = offset + fits;
    status = fits < bytes ? STATUS_BUFFER_OVERFLOW : STATUS_SUCCESS;
  }

  // FILE_STREAM_INFORMATION, as many as fit.
  void put_list(const std::vector<std::pair<std::u16string, uint64_t>>& streams) {
    constexpr size_t kHead = offsetof(FILE_STREAM_INFORMATION, StreamName);
    std::byte* last = nullptr;
    status = buffer_ == nullptr || length_ < kHead ? STATUS_INFO_LENGTH_MISMATCH : STATUS_SUCCESS;
    if (status != STATUS_SUCCESS) return;
    size_t at = 0;
    for (const auto& [name, size] : streams) {
      const size_t bytes = name.size() * sizeof(WCHAR);
      if (at + kHead + bytes > length_) {
        status = STATUS_BUFFER_OVERFLOW;
        return;
      }
      FILE_STREAM_INFORMATION info{};
      info.StreamNameLength = static_cast<ULONG>(bytes);
      info.StreamSize.QuadPart = info.StreamAllocationSize.QuadPart = static_cast<LONGLONG>(size);
      std::memcpy(buffer_ + at, &info, kHead);
      std::memcpy(buffer_ + at + kHead, name.data(), bytes);
      if (last != nullptr) {
        const auto next = static_cast<ULONG>(buffer_ + at - last);
        std::memcpy(last, &next, sizeof next);
      }
      last = buffer_ + at;
      information = at + kHead + bytes;
      at = (information + 7) & ~size_t{7};
    }
  }

  NTSTATUS status = STATUS_INVALID_INFO_CLASS;
  ULONG_PTR information = 0;

 private:
  std::byte* buffer_;
  ULONG length_;
};

FILE_BASIC_INFORMATION basic(const struct stat& st) {
  FILE_BASIC_INFORMATION info{};
  info.CreationTime = creation_time_of(st);
  info.LastAccessTime = large(to_nt_time(st.st_atim));
  info.LastWriteTime = large(to_nt_time(st.st_mtim));
  info.ChangeTime = large(to_nt_time(st.st_ctim));
  info.FileAttributes = attributes_of(st);
  return info;
}

FILE_STANDARD_INFORMATION standard(const struct stat& st, const Ccb& ccb) {
  FILE_STANDARD_INFORMATION info{};
  info.AllocationSize = allocation_of(st);
  info.EndOfFile = end_of_file_of(st);
  info.NumberOfLinks = static_cast<ULONG>(st.st_nlink);
  info.DeletePending = is_delete_pending(*ccb.fcb->node) || ccb.deleted ? 1 : 0;
  info.Directory = S_ISDIR(st.st_mode) ? 1 : 0;
  return info;
}

FILE_INTERNAL_INFORMATION internal(const struct stat& st) {
  FILE_INTERNAL_INFORMATION info{};
  info.IndexNumber = large(static_cast<int64_t>(st.st_ino));
  return info;
}

void put_all(Answer& answer, const struct stat& st, const Ccb& ccb, std::u16string_view path) {
  FILE_ALL_INFORMATION all{};
  all.BasicInformation = basic(st);
  all.StandardInformation = standard(st, ccb);
  all.InternalInformation = internal(st);
  all.AccessInformation.AccessFlags = ccb.access;
  all.PositionInformation.CurrentByteOffset = ccb.file_object->CurrentByteOffset;
  constexpr size_t kName = offsetof(FILE_ALL_INFORMATION, NameInformation);
  answer.put_with_string(all, kName + offsetof(FILE_NAME_INFORMATION, FileNameLength),
                         kName + offsetof(FILE_NAME_INFORMATION, FileName), path);
}

FILE_NETWORK_OPEN_INFORMATION network_open(const struct stat& st, const Ccb& ccb) {
  const FILE_BASIC_INFORMATION from = basic(st);
  const FILE_STANDARD_INFORMATION sizes = standard(st, ccb);
  FILE_NETWORK_OPEN_INFORMATION info{};
  info.CreationTime = from.CreationTime;
  info.LastAccessTime = from.LastAccessTime;
  info.LastWriteTime = from.LastWriteTime;
  info.ChangeTime = from.ChangeTime;
  info.AllocationSize = sizes.AllocationSize;
  info.EndOfFile = sizes.EndOfFile;
  info.FileAttributes = from.FileAttributes;
  return info;
}

FILE_STAT_INFORMATION stat_information(const struct stat& st, const Ccb& ccb) {
  const FILE_NETWORK_OPEN_INFORMATION from = network_open(st, ccb);
  FILE_STAT_INFORMATION info{};
  info.FileId = large(static_cast<int64_t>(st.st_ino));
  info.CreationTime = from.CreationTime;
  info.LastAccessTime = from.LastAccessTime;
  info.LastWriteTime = from.LastWriteTime;
  info.ChangeTime = from.ChangeTime;
  info.AllocationSize = from.AllocationSize;
  info.EndOfFile = from.EndOfFile;
  info.FileAttributes = from.FileAttributes;
  if (S_ISLNK(st.st_mode)) info.ReparseTag = IO_REPARSE_TAG_LX_SYMLINK;
  info.NumberOfLinks = static_cast<ULONG>(st.st_nlink);
  info.EffectiveAccess = ccb.access;
  return info;
}

// One entry for the unnamed stream of a file, one for each other.
void put_streams(Answer& answer, Node& node, const struct stat& st) {
  Node& base = node.base != nullptr ? *node.base : node;
  std::vector<std::pair<std::u16string, uint64_t>> streams;
  if (base.is_regular()) {
    struct stat unnamed = st;
    if (&base != &node) getattr(base.fs, base, &unnamed);
    streams.emplace_back(u"::$DATA", unnamed.st_size);
  }
  for (const StreamName& one : streams_of(base)) {
    streams.emplace_back(u":" + to_nt_name(one.name) + u":$DATA", one.size);
  }
  answer.put_list(streams);
}

void answer_file(LocalFileSystem& fs, Answer& answer, FILE_INFORMATION_CLASS which, Ccb& ccb,
                 const struct stat& st) {
  switch (which) {
    case FileBasicInformation:
      return answer.put(basic(st));
    case FileStandardInformation:
      return answer.put(standard(st, ccb));
    case FileInternalInformation:
      return answer.put(internal(st));
    case FileStatInformation:
      return answer.put(stat_information(st, ccb));
    case FileCaseSensitiveInformation: {
      FILE_CASE_SENSITIVE_INFORMATION info{};
      info.Flags = S_ISDIR(st.st_mode) ? FILE_CS_FLAG_CASE_SENSITIVE_DIR : 0;
      return answer.put(info);
    }
    case FileIdInformation: {
      FILE_ID_INFORMATION info{};
      info.VolumeSerialNumber = fs.volume.serial;
      std::memcpy(&info.FileId, &st.st_ino, sizeof st.st_ino);
      return answer.put(info);
    }
    case FileNameInformation:
    case FileNormalizedNameInformation: {
      const FILE_NAME_INFORMATION info{};
      return answer.put_with_string(info, offsetof(FILE_NAME_INFORMATION, FileNameLength),
                                    offsetof(FILE_NAME_INFORMATION, FileName),
                                    fs.path_of(ccb.file_object));
    }
    case FileAllInformation:
      return put_all(answer, st, ccb, fs.path_of(ccb.file_object));
    case FileNetworkOpenInformation:
      return answer.put(network_open(st, ccb));
    case FileAttributeTagInformation: {
      FILE_ATTRIBUTE_TAG_INFORMATION info{};
      info.FileAttributes = attributes_of(st);
      info.ReparseTag = reparse_tag_of(st.st_mode);
      return answer.put(info);
    }
    case FilePositionInformation: {
      FILE_POSITION_INFORMATION info{};
      info.CurrentByteOffset = ccb.file_object->CurrentByteOffset;
      return answer.put(info);
    }
    case FileStreamInformation:
      return put_streams(answer, *ccb.fcb->node, st);
    case FileEaInformation:
      return answer.put(FILE_EA_INFORMATION{});
    case FileAccessInformation:
      return answer.put(FILE_ACCESS_INFORMATION{ccb.access});
    case FileModeInformation:
      return answer.put(FILE_MODE_INFORMATION{});
    case FileAlignmentInformation:
      return answer.put(FILE_ALIGNMENT_INFORMATION{});
    default:
      return;
  }
}

void answer_volume(LocalFileSystem& fs, Answer& answer, FS_INFORMATION_CLASS which) {
  struct statvfs st{};
  if (fstatvfs(fs.root->fd, &st) != 0) {
    answer.status = status_of_errno(errno);
    return;
  }
  const ULONG sector = fs.volume.sector_size;
  const auto sectors = static_cast<ULONG>(std::max<uint64_t>(1, st.f_frsize / sector));
  switch (which) {
    case FileFsSizeInformation: {
      FILE_FS_SIZE_INFORMATION info{};
      info.TotalAllocationUnits = large(static_cast<int64_t>(st.f_blocks));
      info.AvailableAllocationUnits = large(static_cast<int64_t>(st.f_bavail));
      info.SectorsPerAllocationUnit = sectors;
      info.BytesPerSector = sector;
      return answer.put(info);
    }
    case FileFsFullSizeInformation: {
      FILE_FS_FULL_SIZE_INFORMATION info{};
      info.TotalAllocationUnits = large(static_cast<int64_t>(st.f_blocks));
      info.CallerAvailableAllocationUnits = large(static_cast<int64_t>(st.f_bavail));
      info.ActualAvailableAllocationUnits = large(static_cast<int64_t>(st.f_bfree));
      info.SectorsPerAllocationUnit = sectors;
      info.BytesPerSector = sector;
      return answer.put(info);
    }
    case FileFsAttributeInformation: {
      FILE_FS_ATTRIBUTE_INFORMATION info{};
      info.FileSystemAttributes = FILE_CASE_SENSITIVE_SEARCH | FILE_CASE_PRESERVED_NAMES |
                                  FILE_UNICODE_ON_DISK | FILE_SUPPORTS_HARD_LINKS |
                                  FILE_SUPPORTS_SPARSE_FILES | FILE_SUPPORTS_OPEN_BY_FILE_ID |
                                  FILE_NAMED_STREAMS;
      info.MaximumComponentNameLength = static_cast<ULONG>(st.f_namemax);
      return answer.put_with_string(
          info, offsetof(FILE_FS_ATTRIBUTE_INFORMATION, FileSystemNameLength),
          offsetof(FILE_FS_ATTRIBUTE_INFORMATION, FileSystemName), u"NTFS");
    }
    case FileFsDeviceInformation: {
      FILE_FS_DEVICE_INFORMATION info{};
      info.DeviceType = FILE_DEVICE_DISK;
      info.Characteristics = FILE_DEVICE_IS_MOUNTED;
      return answer.put(info);
    }
    case FileFsVolumeInformation: {
      FILE_FS_VOLUME_INFORMATION info{};
      info.VolumeSerialNumber = fs.volume.serial;
      return answer.put_with_string(info, offsetof(FILE_FS_VOLUME_INFORMATION, VolumeLabelLength),
                                    offsetof(FILE_FS_VOLUME_INFORMATION, VolumeLabel), u"");
    }
    case FileFsSectorSizeInformation: {
      FILE_FS_SECTOR_SIZE_INFORMATION info{};
      info.LogicalBytesPerSector = sector;
      info.PhysicalBytesPerSectorForAtomicity = sector;
      info.PhysicalBytesPerSectorForPerformance = static_cast<ULONG>(kPageSize);
      info.FileSystemEffectivePhysicalBytesPerSectorForAtomicity = sector;
      return answer.put(info);
    }
    default:
      return;
  }
}

}  // namespace

void handle_query_information(LocalFileSystem& fs, io::Request& request) {
  const auto& parameters = request.parameters.Parameters.QueryFileInformation;
  const PFILE_OBJECT file_object = request.parameters.TargetFileObject;
  struct stat st{};
  const int error = getattr(fs, *fcb_of(file_object).node, &st);
  if (error != 0) return io::complete(request, status_of_errno(-error), 0);
  Answer answer(parameters.InfoBuffer, parameters.Length);
  answer_file(fs, answer, parameters.FileInformationClass, ccb_of(file_object), st);
  io::complete(request, answer.status, answer.information);
}

void handle_query_volume(LocalFileSystem& fs, io::Request& request) {
  const auto& parameters = request.parameters.Parameters.QueryVolumeInformation;
  Answer answer(parameters.VolumeBuffer, parameters.Length);
  answer_volume(fs, answer, parameters.FsInformationClass);
  io::complete(request, answer.status, answer.information);
}

}  // namespace flthost::fs
