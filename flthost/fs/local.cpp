#include <flthost/fs/local.h>

#include <flthost/io/cancel.h>
#include <flthost/mm/mm.h>
#include <flthost/ps/ps.h>

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace flthost::fs {
namespace {

constexpr int64_t kCloseDelay = 50'000'000;  // 5 s

}  // namespace

LocalFileSystem::LocalFileSystem(const FileSystemOptions& file_system_options,
                                 io::Volume& its_volume)
    : options(file_system_options), volume(its_volume) {}

LocalFileSystem::~LocalFileSystem() {
  root.reset();
}

void LocalFileSystem::submit(io::Request& request) {
  const UCHAR major = request.parameters.MajorFunction;
  const PFILE_OBJECT file_object = request.parameters.TargetFileObject;
  if (major == IRP_MJ_CREATE) return handle_create(*this, request);
  if (file_object == nullptr || file_object->FsContext2 == nullptr) {
    return io::complete(request, STATUS_INVALID_DEVICE_REQUEST, 0);
  }
  switch (major) {
    case IRP_MJ_READ:
      return handle_read(*this, request);
    case IRP_MJ_WRITE:
      return handle_write(*this, request);
    case IRP_MJ_CLEANUP:
      return handle_cleanup(*this, request);
    case IRP_MJ_CLOSE:
      return handle_close(*this, request);
    case IRP_MJ_FLUSH_BUFFERS:
      return handle_flush(*this, request);
    case IRP_MJ_SET_INFORMATION:
      return handle_set_information(*this, request);
    case IRP_MJ_QUERY_INFORMATION:
      return handle_query_information(*this, request);
    case IRP_MJ_QUERY_VOLUME_INFORMATION:
      return handle_query_volume(*this, request);
    case IRP_MJ_QUERY_EA:
    case IRP_MJ_SET_EA:
      return io::complete(request, STATUS_EAS_NOT_SUPPORTED, 0);
    case IRP_MJ_LOCK_CONTROL:
      return handle_lock_control(*this, request);
    case IRP_MJ_DIRECTORY_CONTROL:
      return handle_directory_control(*this, request);
    case IRP_MJ_FILE_SYSTEM_CONTROL:
      return handle_file_system_control(*this, request);
    case static_cast<UCHAR>(IRP_MJ_ACQUIRE_FOR_SECTION_SYNCHRONIZATION):
    case static_cast<UCHAR>(IRP_MJ_RELEASE_FOR_SECTION_SYNCHRONIZATION):
      // Nothing to lock: a section's size is looked at page by page.
      return io::complete(request, STATUS_SUCCESS, 0);
    default:
      return io::complete(request, STATUS_INVALID_DEVICE_REQUEST, 0);
  }
}

bool LocalFileSystem::cancel(io::Request& request) {
  if (request.parameters.MajorFunction == IRP_MJ_DIRECTORY_CONTROL) return notifier.cancel(request);
  if (request.parameters.MajorFunction != IRP_MJ_LOCK_CONTROL) return false;
  ByteLocks* const locks = fcb_of(request.parameters.TargetFileObject).locks;
  return locks != nullptr && locks->cancel(request);
}

std::u16string LocalFileSystem::path_of(PFILE_OBJECT file_object) {
  if (file_object->FsContext2 != nullptr) {
    Ccb& ccb = ccb_of(file_object);
    if (ccb.fcb->node->base != nullptr) return nt_path(*this, *ccb.fcb->node);
    NodeRef parent;
    std::string name;
    {
      const std::shared_lock guard(names_lock);
      parent = ccb.parent;
      name = ccb.name;
    }
    return parent != nullptr ? nt_path(*this, *parent, name) : u"\\";
  }
  std::u16string path;
  const PFILE_OBJECT related = file_object->RelatedFileObject;
  const std::u16string_view name(file_object->FileName.Buffer,
                                 file_object->FileName.Length / sizeof(WCHAR));
  if (related != nullptr && related != file_object) {
    path = path_of(related);
    if (!path.ends_with(u'\\') && !name.empty() && !name.starts_with(u'\\')) path.push_back(u'\\');
  }
  path += name;
  return path;
}

void prepare(io::Request& request, LocalFileSystem& fs, PFILE_OBJECT file_object, UCHAR major,
             ULONG irp_flags) {
  request.parameters.MajorFunction = major;
  request.parameters.IrpFlags = irp_flags;
  request.parameters.TargetFileObject = file_object;
  request.volume = &fs.volume;
  request.thread = ke::current_thread().object;
  if (request.thread == nullptr) request.thread = ps::system_thread();
}

void complete_in_dpc(io::Request& request, NTSTATUS status, ULONG_PTR information) {
  struct Result {
    io::Request* request;
    NTSTATUS status;
    ULONG_PTR information;
  };
  // Below DISPATCH_LEVEL the routine has run when run_as_dpc returns.
  Result result{&request, status, information};
  ke::run_as_dpc(
      [](void* context) {
        const ke::HostRole role("storport", "RaidpAdapterDpcRoutine");
        const auto& done = *static_cast<const Result*>(context);
        io::complete(*done.request, done.status, done.information);
      },
      &result);
}

void install_sections();  // section_file.cpp

std::string create(const FileSystemOptions& options, io::Volume& volume, LocalFileSystem** fs) {
  auto made = std::make_unique<LocalFileSystem>(options, volume);
  install_sections();
  struct stat st{};
  const int fd = openat(options.root_fd, ".", O_PATH | O_DIRECTORY | O_CLOEXEC);
  if (fd < 0 || fstat(fd, &st) != 0) {
    const std::string error = std::strerror(errno);
    if (fd >= 0) ::close(fd);
    return "cannot use the directory (descriptor " + std::to_string(options.root_fd) +
           "): " + error;
  }
  made->root = node_of(*made, fd, st, nullptr, {});
  volume.fs = made.get();
  if (volume.device_object == nullptr) volume.device_object = io::create_device_object(volume);
  io::install_file_system_cancel([](io::FileSystem& of, io::Request& request) {
    auto* const local = dynamic_cast<LocalFileSystem*>(&of);
    return local != nullptr && local->cancel(request);
  });
  made->start_threads();
  *fs = made.release();
  return {};
}

void destroy(LocalFileSystem& fs) {
  // Closes that paging requests or a driver's references delay.
  ke::ParkOptions patience;
  patience.deadline = ke::interrupt_time() + kCloseDelay;
  bool leaked = false;
  for (;;) {
    const uint32_t open = fs.open_files.load(std::memory_order_acquire);
    if (open == 0) break;
    leaked = ke::park(fs.open_files, open, patience) == ke::WaitResult::TimedOut;
    if (leaked) break;
  }
  fs.stop_threads();
  io::Volume& volume = fs.volume;
  volume.fs = nullptr;
  if (volume.device_object != nullptr) io::free_device_object(volume.device_object);
  volume.device_object = nullptr;
  // A driver that keeps file objects for ever keeps their streams, and those need this; it is
  // reported with the objects that were not returned.
  if (leaked) return;
  for (std::byte* block : fs.free_blocks) mm::free_system(block, kBlockSize);
  fs.free_blocks.clear();
  delete &fs;
}

void expect_redirects(LocalFileSystem& fs) {
  fs.redirected.store(true, std::memory_order_relaxed);
}
bool redirects(LocalFileSystem& fs) {
  return fs.redirected.load(std::memory_order_relaxed);
}

FileSystemStatistics statistics(LocalFileSystem& fs) {
  const Counters& counters = fs.counters;
  FileSystemStatistics result;
  result.paging_reads = counters.paging_reads;
  result.paging_reads_async = counters.paging_reads_async;
  result.paging_writes = counters.paging_writes;
  result.soft_faults = counters.soft_faults;
  result.cached_reads = counters.cached_reads;
  result.cached_writes = counters.cached_writes;
  result.storage_thread_reads = counters.storage_thread_reads;
  return result;
}

}  // namespace flthost::fs
