// Opening, closing, deleting and renaming as the I/O manager asks for them.
#include <flthost/ex/ex.h>
#include <flthost/fs/local.h>

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <cstring>

namespace flthost::fs {
namespace {

constexpr uint32_t kRequestTag = 0x52736C46;  // 'FlsR'

// What drivers see of a request beside its parameters lies in pool.
struct PoolDelete {
  void operator()(void* memory) const { ex::free(memory); }
};
template <typename T>
using PoolPtr = std::unique_ptr<T, PoolDelete>;
template <typename T>
PoolPtr<T> pool_object(size_t bytes = sizeof(T)) {
  void* const memory = ex::allocate(bytes, kRequestTag);
  std::memset(memory, 0, bytes);
  return PoolPtr<T>(static_cast<T*>(memory));
}

struct Security {
  IO_SECURITY_CONTEXT context;
  ACCESS_STATE state;
};

void fill_create(io::Request& request, Security& security, const OpenParameters& parameters) {
  const ULONG options = parameters.options | FILE_SYNCHRONOUS_IO_NONALERT;
  security.state.OriginalDesiredAccess = parameters.access;
  security.state.PreviouslyGrantedAccess = parameters.access;
  security.context.AccessState = &security.state;
  security.context.DesiredAccess = parameters.access;
  security.context.FullCreateOptions = options;
  auto& create = request.parameters.Parameters.Create;
  create.SecurityContext = &security.context;
  create.Options = parameters.disposition << 24 | options;
  create.FileAttributes = FILE_ATTRIBUTE_NORMAL;
  // Linux opens share everything.
  create.ShareAccess = FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE;
}

// A create that failed: whatever the file system still has of it goes, unseen by filters.
void abandon(LocalFileSystem& fs, PFILE_OBJECT file_object) {
  if (file_object->FsContext2 != nullptr) {
    drain_references(fcb_of(file_object), ccb_of(file_object));
  }
  fs.volume.filters->file_object_gone(file_object);
  io::free_file_object(file_object);
}

NTSTATUS set_information(LocalFileSystem& fs, PFILE_OBJECT file_object,
                         FILE_INFORMATION_CLASS which, void* buffer, size_t length, void* hint,
                         PFILE_OBJECT parent_of_target = nullptr) {
  io::Request request;
  prepare(request, fs, file_object, IRP_MJ_SET_INFORMATION, IRP_SYNCHRONOUS_API);
  auto& set = request.parameters.Parameters.SetFileInformation;
  set.Length = static_cast<ULONG>(length);
  set.FileInformationClass = which;
  set.InfoBuffer = buffer;
  set.ParentOfTarget = parent_of_target;
  if (which == FileRenameInformation || which == FileLinkInformation) {
    set.ReplaceIfExists = static_cast<const FILE_RENAME_INFORMATION*>(buffer)->ReplaceIfExists;
  }
  request.hint = hint;
  return io::send_and_wait(request);
}

// `operation_flags`: SL_... of the create.
NTSTATUS open_as(LocalFileSystem& fs, const OpenParameters& parameters, UCHAR operation_flags,
                 OpenFile* file, ULONG_PTR* information) {
  CreateHint hint{parameters.node, parameters.parent, parameters.name,
                  parameters.mode, parameters.caller, {}};
  if (parameters.parent != nullptr) {
    if (const int bad = check_name(parameters.name); bad != 0) return status_of_errno(-bad);
    hint.nt_name = nt_path(fs, *parameters.parent, parameters.name);
  } else {
    hint.nt_name = nt_path(fs, *parameters.node);
  }
  const auto security = pool_object<Security>();
  std::u16string name = hint.nt_name;
  constexpr int kMaxReparse = 32;
  for (int attempt = 0; attempt < kMaxReparse; ++attempt) {
    const PFILE_OBJECT file_object = io::create_file_object(fs.volume, name);
    file_object->Flags |= FO_SYNCHRONOUS_IO;
    file_object->SharedRead = file_object->SharedWrite = file_object->SharedDelete = 1;
    io::Request request;
    prepare(request, fs, file_object, IRP_MJ_CREATE, IRP_CREATE_OPERATION | IRP_SYNCHRONOUS_API);
    fill_create(request, *security, parameters);
    request.parameters.OperationFlags |= operation_flags;
    request.hint = &hint;
    const NTSTATUS status = io::send_and_wait(request);
    *information = request.status.Information;
    if (status == STATUS_REPARSE) {
      // A filter has put another name of this volume into the file object.
      name.assign(file_object->FileName.Buffer, file_object->FileName.Length / sizeof(WCHAR));
      const std::u16string& device = fs.volume.device_name;
      if (!device.empty() && name.starts_with(device)) name.erase(0, device.size());
      abandon(fs, file_object);
      continue;
    }
    if (!NT_SUCCESS(status) || file_object->FsContext2 == nullptr) {
      abandon(fs, file_object);
      return NT_SUCCESS(status) ? STATUS_INVALID_DEVICE_REQUEST : status;
    }
    set_flags(file_object, FO_HANDLE_CREATED);
    io::set_opened(file_object, nullptr);
    file->file_object = file_object;
    file->node = fcb_of(file_object).node;
    return status;
  }
  return STATUS_REPARSE_POINT_NOT_RESOLVED;
}

// Opens parent/name for DELETE, which neither unlink nor rename ask of the file itself.
NTSTATUS open_for_delete(LocalFileSystem& fs, Node& parent, std::string_view name, ULONG options,
                         OpenFile* file) {
  struct stat st{};
  OpenParameters parameters;
  const int error = lookup(fs, parent, name, &parameters.node, &st);
  if (error != 0 && !redirects(fs)) return status_of_errno(-error);
  parameters.parent = parent.shared_from_this();
  parameters.name = name;
  parameters.access = DELETE | SYNCHRONIZE;
  parameters.options = options | FILE_OPEN_REPARSE_POINT;
  ULONG_PTR information = 0;
  return open(fs, parameters, file, &information);
}

}  // namespace

NTSTATUS open(LocalFileSystem& fs, const OpenParameters& parameters, OpenFile* file,
              ULONG_PTR* information) {
  return open_as(fs, parameters, 0, file, information);
}

NTSTATUS write_back(OpenFile& file) {
  Fcb& fcb = fcb_of(file.file_object);
  {
    const std::lock_guard guard(fcb.lock);
    const bool writing = std::any_of(fcb.blocks.begin(), fcb.blocks.end(),
                                     [](const auto& entry) { return entry.second->writing != 0; });
    if (fcb.dirty_pages == 0 && !writing) return STATUS_SUCCESS;
  }
  const TopLevel top_level(as_top_level(FSRTL_CACHE_TOP_LEVEL_IRP));
  return flush_all_pages(fcb, ccb_of(file.file_object));
}

int seek(OpenFile& file, uint64_t offset, int whence, uint64_t* result) {
  Fcb& fcb = fcb_of(file.file_object);
  const int fd = fcb.readable_fd();
  if (fd < 0) return -ENOSYS;  // all is data
  if (const NTSTATUS status = write_back(file); !NT_SUCCESS(status)) return -to_errno(status);
  const off_t found = lseek(fd, static_cast<off_t>(offset), whence);
  if (found < 0) return -errno;
  *result = static_cast<uint64_t>(found);
  return 0;
}

NTSTATUS cleanup(OpenFile& file) {
  Fcb& fcb = fcb_of(file.file_object);
  bool last = false;
  {
    const std::lock_guard guard(fcb.node->lock);
    last = fcb.handles == 1;
  }
  const NTSTATUS status = last ? write_back(file) : STATUS_SUCCESS;
  io::Request request;
  prepare(request, fcb.fs, file.file_object, IRP_MJ_CLEANUP,
          IRP_CLOSE_OPERATION | IRP_SYNCHRONOUS_API);
  io::send_and_wait(request);
  return status;
}

void close(OpenFile& file) {
  const PFILE_OBJECT file_object = file.file_object;
  file.file_object = nullptr;
  dereference(ccb_of(file_object));
  file.node.reset();
}

NTSTATUS remove(LocalFileSystem& fs, Node& parent, std::string_view name, bool directory) {
  OpenFile file;
  NTSTATUS status = open_for_delete(
      fs, parent, name, directory ? FILE_DIRECTORY_FILE : FILE_NON_DIRECTORY_FILE, &file);
  if (!NT_SUCCESS(status)) return status;
  // What DeleteFile of a current Windows sends: the name goes at once, opens go on.
  const auto disposition = pool_object<FILE_DISPOSITION_INFORMATION_EX>();
  disposition->Flags = FILE_DISPOSITION_FLAG_DELETE | FILE_DISPOSITION_FLAG_POSIX_SEMANTICS |
                       FILE_DISPOSITION_FLAG_IGNORE_READONLY_ATTRIBUTE;
  int at_once = 1;
  status = set_information(fs, file.file_object, FileDispositionInformationEx, disposition.get(),
                           sizeof *disposition, &at_once);
  cleanup(file);
  close(file);
  return status;
}

namespace {

// The directory that a new name goes to is opened first, as the I/O manager does for a name that is
// no bare component: filters see a create with SL_OPEN_TARGET_DIRECTORY, and find the file object
// in the request.
NTSTATUS set_new_name(LocalFileSystem& fs, OpenFile& file, FILE_INFORMATION_CLASS which,
                      ULONG flags, Node& to_parent, std::string_view to, unsigned linux_flags) {
  OpenParameters parameters;
  parameters.parent = to_parent.shared_from_this();
  parameters.name = to;
  parameters.access = FILE_WRITE_DATA | SYNCHRONIZE;
  parameters.options = FILE_OPEN_FOR_BACKUP_INTENT;
  OpenFile directory;
  ULONG_PTR information = 0;
  NTSTATUS status = open_as(fs, parameters, SL_OPEN_TARGET_DIRECTORY, &directory, &information);
  if (!NT_SUCCESS(status)) return status;
  const std::u16string path = nt_path(fs, to_parent, to);
  const std::u16string full = fs.volume.device_name + path;
  const size_t length = offsetof(FILE_RENAME_INFORMATION, FileName) + full.size() * sizeof(WCHAR);
  const auto info =
      pool_object<FILE_RENAME_INFORMATION>(std::max(length, sizeof(FILE_RENAME_INFORMATION)));
  info->Flags = flags;
  info->FileNameLength = static_cast<ULONG>(full.size() * sizeof(WCHAR));
  std::memcpy(info->FileName, full.data(), info->FileNameLength);
  RenameHint hint{path, to, linux_flags};
  status = set_information(fs, file.file_object, which, info.get(), length, &hint,
                           directory.file_object);
  cleanup(directory);
  close(directory);
  return status;
}

}  // namespace

NTSTATUS rename(LocalFileSystem& fs, Node& from_parent, std::string_view from, Node& to_parent,
                std::string_view to, unsigned linux_flags) {
  constexpr unsigned kNoReplace = 1, kExchange = 2;  // <linux/fs.h>; RENAME_WHITEOUT makes a device
  if ((linux_flags & ~(kNoReplace | kExchange)) != 0) return STATUS_INVALID_PARAMETER;
  if (const int bad = check_name(to); bad != 0) return status_of_errno(-bad);
  OpenFile file;
  NTSTATUS status = open_for_delete(fs, from_parent, from, 0, &file);
  if (!NT_SUCCESS(status)) return status;
  ULONG flags = FILE_RENAME_POSIX_SEMANTICS | FILE_RENAME_IGNORE_READONLY_ATTRIBUTE;
  if ((linux_flags & kNoReplace) == 0) flags |= FILE_RENAME_REPLACE_IF_EXISTS;
  status = set_new_name(fs, file, FileRenameInformationEx, flags, to_parent, to, linux_flags);
  cleanup(file);
  close(file);
  return status;
}

NTSTATUS link(LocalFileSystem& fs, const NodeRef& node, Node& to_parent, std::string_view to,
              const Caller& caller) {
  if (const int bad = check_name(to); bad != 0) return status_of_errno(-bad);
  OpenParameters parameters;
  parameters.node = node;
  parameters.access = FILE_WRITE_ATTRIBUTES | SYNCHRONIZE;
  parameters.options = FILE_NON_DIRECTORY_FILE | FILE_OPEN_REPARSE_POINT;
  parameters.caller = caller;
  OpenFile file;
  ULONG_PTR information = 0;
  NTSTATUS status = open(fs, parameters, &file, &information);
  if (!NT_SUCCESS(status)) return status;
  status = set_new_name(fs, file, FileLinkInformation, 0, to_parent, to, 0);
  cleanup(file);
  close(file);
  return status;
}

// ------------------------------------------------------------------ size and allocation

NTSTATUS set_end_of_file(OpenFile& file, uint64_t size) {
  LocalFileSystem& fs = fcb_of(file.file_object).fs;
  const auto info = pool_object<FILE_END_OF_FILE_INFORMATION>();
  info->EndOfFile.QuadPart = static_cast<LONGLONG>(size);
  return set_information(fs, file.file_object, FileEndOfFileInformation, info.get(), sizeof *info,
                         nullptr);
}

namespace {

NTSTATUS preallocate(LocalFileSystem& fs, OpenFile& file, AllocateHint& hint) {
  const auto info = pool_object<FILE_ALLOCATION_INFORMATION>();
  info->AllocationSize.QuadPart = static_cast<LONGLONG>(hint.offset + hint.length);
  return set_information(fs, file.file_object, FileAllocationInformation, info.get(), sizeof *info,
                         &hint);
}

NTSTATUS set_zero_data(LocalFileSystem& fs, OpenFile& file, AllocateHint& hint) {
  const auto info = pool_object<FILE_ZERO_DATA_INFORMATION>();
  info->FileOffset.QuadPart = static_cast<LONGLONG>(hint.offset);
  info->BeyondFinalZero.QuadPart = static_cast<LONGLONG>(hint.offset + hint.length);
  io::Request request;
  prepare(request, fs, file.file_object, IRP_MJ_FILE_SYSTEM_CONTROL, IRP_SYNCHRONOUS_API);
  request.parameters.MinorFunction = IRP_MN_USER_FS_REQUEST;
  auto& control = request.parameters.Parameters.FileSystemControl.Buffered;
  control.InputBufferLength = sizeof *info;
  control.FsControlCode = FSCTL_SET_ZERO_DATA;
  control.SystemBuffer = info.get();
  request.hint = &hint;
  return io::send_and_wait(request);
}

}  // namespace

NTSTATUS allocate(OpenFile& file, uint64_t offset, uint64_t length, int linux_mode) {
  constexpr int kKeepSize = 0x01, kPunchHole = 0x02, kZeroRange = 0x10;  // <linux/falloc.h>
  if (length == 0 || offset + length < offset ||
      offset + length > static_cast<uint64_t>(INT64_MAX)) {
    return STATUS_INVALID_PARAMETER;
  }
  Fcb& fcb = fcb_of(file.file_object);
  AllocateHint hint{offset, length, linux_mode};
  NTSTATUS status = STATUS_NOT_SUPPORTED;
  if (linux_mode == 0 || linux_mode == kKeepSize) {
    status = preallocate(fcb.fs, file, hint);
  } else if (linux_mode == (kPunchHole | kKeepSize) || linux_mode == (kZeroRange | kKeepSize) ||
             linux_mode == kZeroRange) {
    hint.linux_mode |= kKeepSize;
    status = set_zero_data(fcb.fs, file, hint);
  }
  if (!NT_SUCCESS(status) || (linux_mode & kKeepSize) != 0) return status;
  {
    const std::lock_guard guard(fcb.lock);
    if (offset + length <= fcb.size()) return status;
  }
  return set_end_of_file(file, offset + length);
}

// ------------------------------------------------------------------ flush, sections

NTSTATUS flush(OpenFile& file) {
  LocalFileSystem& fs = fcb_of(file.file_object).fs;
  io::Request request;
  prepare(request, fs, file.file_object, IRP_MJ_FLUSH_BUFFERS, IRP_SYNCHRONOUS_API);
  return io::send_and_wait(request);
}

NTSTATUS acquire_section(OpenFile& file, ULONG page_protection) {
  LocalFileSystem& fs = fcb_of(file.file_object).fs;
  const auto output = pool_object<FS_FILTER_SECTION_SYNC_OUTPUT>();
  output->StructureSize = sizeof *output;
  io::Request request;
  prepare(request, fs, file.file_object,
          static_cast<UCHAR>(IRP_MJ_ACQUIRE_FOR_SECTION_SYNCHRONIZATION), 0);
  request.kind = io::RequestKind::FsFilter;
  request.mode = KernelMode;
  auto& section = request.parameters.Parameters.AcquireForSectionSynchronization;
  section.SyncType = SyncTypeCreateSection;
  section.PageProtection = page_protection;
  section.OutputInformation = output.get();
  const NTSTATUS status = io::send_and_wait(request);
  if (!NT_SUCCESS(status)) return status;
  io::Request release;
  prepare(release, fs, file.file_object,
          static_cast<UCHAR>(IRP_MJ_RELEASE_FOR_SECTION_SYNCHRONIZATION), 0);
  release.kind = io::RequestKind::FsFilter;
  release.mode = KernelMode;
  io::send_and_wait(release);
  return status;
}

}  // namespace flthost::fs
