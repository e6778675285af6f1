#include <flthost/verifier/workload.h>

#include <flthost/ex/ex.h>
#include <flthost/flt/flt.h>
#include <flthost/mm/mm.h>
#include <flthost/ps/ps.h>
#include <flthost/verifier/watch.h>

#include <cstring>
#include <memory>
#include <optional>
#include <thread>

namespace flthost::verifier {
namespace {

constexpr uint32_t kTag = 0x6b726f57;  // Work
constexpr ULONG kBytes = Workload::kUserBytes;
constexpr uint32_t kPid = 4321;

enum class Path {
  FastIo,
  Cached,
  CachedTopLevel,  // with a top-level IRP, as Cc's and Mm's own callers have
  MdlRead,         // IRP_MN_MDL, then IRP_MN_COMPLETE
  NonCached,
  NonCachedAsync,
  NoThread,     // a request without a requestor
  PagingSync,   // a page fault: APC_LEVEL, an MDL only
  PagingAsync,  // read-ahead, mapped page writer: the completion comes in a DPC
};
constexpr Path kPaths[] = {Path::FastIo,   Path::Cached,     Path::CachedTopLevel,
                           Path::MdlRead,  Path::NonCached,  Path::NonCachedAsync,
                           Path::NoThread, Path::PagingSync, Path::PagingAsync};

const char* path_name(Path path) {
  switch (path) {
    case Path::FastIo:
      return "fast I/O";
    case Path::Cached:
      return "cached";
    case Path::CachedTopLevel:
      return "cached, top-level IRP";
    case Path::MdlRead:
      return "MDL";
    case Path::NonCached:
      return "non-cached";
    case Path::NonCachedAsync:
      return "non-cached, asynchronous";
    case Path::NoThread:
      return "without a thread";
    case Path::PagingSync:
      return "paging, synchronous";
    case Path::PagingAsync:
      return "paging, asynchronous";
  }
  return "";
}

bool is_paging(Path path) {
  return path == Path::PagingSync || path == Path::PagingAsync;
}

const char* end_name(End end) {
  return end == End::Inline ? "at once" : end == End::Dpc ? "DPC" : "DPC of another thread";
}

struct Security {
  IO_SECURITY_CONTEXT context;
  ACCESS_STATE state;
};

// A request that nobody waits for, and what it needs.
struct Flying {
  io::Request request;
  ke::HostEvent done;
};

}  // namespace

struct Workload::Impl {
  Impl(io::Volume& its_volume, ProbeFs& its_fs, uint32_t its_seed)
      : volume(its_volume), fs(its_fs), seed(its_seed) {}
  io::Volume& volume;
  ProbeFs& fs;
  uint32_t seed;
  void* user = nullptr;
  void* system = nullptr;
  PMDL mdl = nullptr;
  Security* security = nullptr;
  PEPROCESS process = nullptr;
  PETHREAD thread = nullptr;
  std::map<std::string, uint64_t> sent;

  void start();
  void stop();
  void prepare(io::Request& request, PFILE_OBJECT file, UCHAR major) const;
  NTSTATUS send(io::Request& request);
  PFILE_OBJECT open(std::u16string_view name, ULONG disposition, ULONG options, UCHAR flags = 0);
  void cleanup(PFILE_OBJECT file);
  void close(PFILE_OBJECT file);
  void fill_transfer(io::Request& request, PFILE_OBJECT file, Path path, bool write) const;
  void transfer(PFILE_OBJECT file, Path path, bool write);
  void transfers(PFILE_OBJECT file);
  void informations(PFILE_OBJECT file);
  void controls(PFILE_OBJECT file);
  void sections(PFILE_OBJECT file);
  void directories();
  void creates();
  void one_file(std::u16string_view name);
};

void Workload::Impl::start() {
  user = mm::allocate_user(kBytes);
  system = ex::allocate_zeroed(kBytes, kTag);
  mdl = mm::build_mdl(system, kBytes);
  security = static_cast<Security*>(ex::allocate_zeroed(sizeof(Security), kTag));
  security->context.AccessState = &security->state;
  security->context.DesiredAccess = FILE_READ_DATA | FILE_WRITE_DATA;
  security->state.OriginalDesiredAccess = FILE_READ_DATA | FILE_WRITE_DATA;
  ps::ProcessInfo info;
  info.pid = kPid;
  info.start_time = ke::system_time();
  info.image = u"\\Device\\HarddiskVolume9\\bin\\workload";
  process = ps::create_process(info);
  thread = ps::reference_thread(process, kPid);
}

void Workload::Impl::stop() {
  if (thread != nullptr) {
    ps::exit_thread(thread);
    ps::dereference(thread);
  }
  ps::exit_process(process);
  ps::dereference(process);
  mm::free_mdl(mdl);
  ex::free(system);
  ex::free(security);
  mm::free_user(user, kBytes);
}

void Workload::Impl::prepare(io::Request& request, PFILE_OBJECT file, UCHAR major) const {
  request.parameters.MajorFunction = major;
  request.parameters.TargetFileObject = file;
  request.thread = thread;
  request.volume = &volume;
}

NTSTATUS Workload::Impl::send(io::Request& request) {
  return io::send_and_wait(request);
}

PFILE_OBJECT Workload::Impl::open(std::u16string_view name, ULONG disposition, ULONG options,
                                  UCHAR flags) {
  PFILE_OBJECT file = io::create_file_object(volume, name);
  io::Request request;
  prepare(request, file, IRP_MJ_CREATE);
  request.parameters.IrpFlags = IRP_CREATE_OPERATION | IRP_SYNCHRONOUS_API;
  request.parameters.OperationFlags = flags;
  auto& create = request.parameters.Parameters.Create;
  create.SecurityContext = &security->context;
  create.Options = disposition << 24 | options;
  create.FileAttributes = FILE_ATTRIBUTE_NORMAL;
  create.ShareAccess = FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE;
  ++sent["create"];
  const NTSTATUS status = send(request);
  if (NT_SUCCESS(status) && status != STATUS_REPARSE && file->FsContext != nullptr) {
    file->Flags |= FO_HANDLE_CREATED;
    return file;
  }
  ++sent["create: failed"];
  volume.filters->file_object_gone(file);
  io::free_file_object(file);
  return nullptr;
}

void Workload::Impl::cleanup(PFILE_OBJECT file) {
  io::Request request;
  prepare(request, file, IRP_MJ_CLEANUP);
  send(request);
}

void Workload::Impl::close(PFILE_OBJECT file) {
  io::Request request;
  prepare(request, file, IRP_MJ_CLOSE);
  request.thread = ps::system_thread();
  request.mode = KernelMode;
  send(request);
  volume.filters->file_object_gone(file);
  io::free_file_object(file);
}

void Workload::Impl::fill_transfer(io::Request& request, PFILE_OBJECT file, Path path,
                                   bool write) const {
  prepare(request, file, write ? IRP_MJ_WRITE : IRP_MJ_READ);
  FLT_IO_PARAMETER_BLOCK& iopb = request.parameters;
  PVOID buffer = user;
  PMDL described = nullptr;
  switch (path) {
    case Path::FastIo:
      request.kind = io::RequestKind::FastIo;
      // Means nothing outside of IRPs.
      iopb.IrpFlags = IRP_PAGING_IO | IRP_NOCACHE;
      break;
    case Path::MdlRead:
      iopb.MinorFunction = IRP_MN_MDL;
      buffer = nullptr;
      request.mode = KernelMode;
      request.thread = ps::system_thread();
      break;
    case Path::NonCachedAsync:
      request.synchronous = false;
      [[fallthrough]];
    case Path::NonCached:
      iopb.IrpFlags = IRP_NOCACHE;
      break;
    case Path::NoThread:
      request.thread = nullptr;
      request.mode = KernelMode;
      buffer = system;
      break;
    case Path::PagingSync:
    case Path::PagingAsync:
      iopb.IrpFlags =
          IRP_NOCACHE | IRP_PAGING_IO | (path == Path::PagingSync ? IRP_SYNCHRONOUS_PAGING_IO : 0u);
      request.synchronous = path == Path::PagingSync;
      request.mode = KernelMode;
      request.thread = ps::system_thread();
      buffer = nullptr;
      described = mdl;
      break;
    default:
      break;
  }
  if (write) {
    iopb.Parameters.Write.Length = kBytes;
    iopb.Parameters.Write.WriteBuffer = buffer;
    iopb.Parameters.Write.MdlAddress = described;
  } else {
    iopb.Parameters.Read.Length = kBytes;
    iopb.Parameters.Read.ReadBuffer = buffer;
    iopb.Parameters.Read.MdlAddress = described;
  }
}

void Workload::Impl::transfer(PFILE_OBJECT file, Path path, bool write) {
  if (path == Path::MdlRead && write) return;
  io::Request request;
  fill_transfer(request, file, path, write);
  ++sent[std::string(write ? "write: " : "read: ") + path_name(path) + ", ends " +
         (path == Path::FastIo ? "at once" : end_name(fs.end.load()))];
  if (path == Path::FastIo) {
    if (volume.filters->fast_io(request)) return;
    io::Request again;
    fill_transfer(again, file, Path::Cached, write);
    send(again);
    return;
  }
  ke::Thread& self = ke::current_thread();
  // What the file system would have set; its value is never looked into.
  if (path == Path::CachedTopLevel) {
    self.top_level_irp = reinterpret_cast<PIRP>(uint64_t{FSRTL_CACHE_TOP_LEVEL_IRP});
  }
  std::optional<ke::AtIrql> raised;
  if (is_paging(path)) raised.emplace(APC_LEVEL);
  set_paging_path(is_paging(path));
  send(request);
  set_paging_path(false);
  raised.reset();
  self.top_level_irp = nullptr;
  if (path == Path::MdlRead && request.parameters.Parameters.Read.MdlAddress != nullptr) {
    io::Request complete;
    fill_transfer(complete, file, path, false);
    complete.parameters.MinorFunction = IRP_MN_COMPLETE_MDL;
    complete.parameters.Parameters.Read.MdlAddress = request.parameters.Parameters.Read.MdlAddress;
    send(complete);
  }
}

void Workload::Impl::transfers(PFILE_OBJECT file) {
  constexpr End kEnds[] = {End::Inline, End::Dpc, End::OtherDpc};
  for (const End end : kEnds) {
    fs.end = end;
    for (const Path path : kPaths) {
      for (const bool write : {false, true}) transfer(file, path, write);
    }
  }
  fs.fail = STATUS_DEVICE_DATA_ERROR;
  for (const Path path : kPaths) {
    for (const bool write : {false, true}) transfer(file, path, write);
  }
  fs.fail = STATUS_SUCCESS;
  fs.end = End::Inline;
}

void Workload::Impl::informations(PFILE_OBJECT file) {
  for (const FILE_INFORMATION_CLASS which :
       {FileBasicInformation, FileStandardInformation, FileNameInformation}) {
    io::Request request;
    prepare(request, file, IRP_MJ_QUERY_INFORMATION);
    request.parameters.Parameters.QueryFileInformation = {kBytes, which, system};
    ++sent["query information"];
    send(request);
  }
  auto* const rename = static_cast<FILE_RENAME_INFORMATION*>(system);
  for (const FILE_INFORMATION_CLASS which :
       {FileBasicInformation, FileEndOfFileInformation, FileAllocationInformation,
        FileDispositionInformation, FileRenameInformation, FileLinkInformation}) {
    std::memset(system, 0, 256);
    if (which == FileRenameInformation || which == FileLinkInformation) {
      constexpr std::u16string_view kName = u"\\dir\\renamed.txt";
      rename->FileNameLength = static_cast<ULONG>(kName.size() * sizeof(WCHAR));
      std::memcpy(rename->FileName, kName.data(), rename->FileNameLength);
    }
    io::Request request;
    prepare(request, file, IRP_MJ_SET_INFORMATION);
    auto& set = request.parameters.Parameters.SetFileInformation;
    set.Length = 256;
    set.FileInformationClass = which;
    set.InfoBuffer = system;
    ++sent["set information"];
    send(request);
  }
  std::memset(system, 0, 256);
}

void Workload::Impl::controls(PFILE_OBJECT file) {
  for (const int operation :
       {IRP_MJ_QUERY_VOLUME_INFORMATION, IRP_MJ_FLUSH_BUFFERS, IRP_MJ_LOCK_CONTROL,
        IRP_MJ_FILE_SYSTEM_CONTROL, IRP_MJ_DEVICE_CONTROL, IRP_MJ_QUERY_EA, IRP_MJ_SET_EA,
        IRP_MJ_QUERY_SECURITY, IRP_MJ_SET_SECURITY}) {
    for (const End end : {End::Inline, End::Dpc}) {
      fs.end = end;
      io::Request request;
      const auto major = static_cast<UCHAR>(operation);
      prepare(request, file, major);
      switch (major) {
        case IRP_MJ_QUERY_VOLUME_INFORMATION:
          request.parameters.Parameters.QueryVolumeInformation.Length = kBytes;
          request.parameters.Parameters.QueryVolumeInformation.VolumeBuffer = system;
          break;
        case IRP_MJ_FILE_SYSTEM_CONTROL:
          request.parameters.MinorFunction = IRP_MN_USER_FS_REQUEST;
          request.parameters.Parameters.FileSystemControl.Common.FsControlCode =
              FSCTL_GET_REPARSE_POINT;
          break;
        case IRP_MJ_QUERY_SECURITY:
          request.parameters.Parameters.QuerySecurity.SecurityBuffer = system;
          request.parameters.Parameters.QuerySecurity.Length = kBytes;
          break;
        default:
          break;
      }
      ++sent["controls"];
      send(request);
    }
  }
  fs.end = End::Inline;
}

void Workload::Impl::sections(PFILE_OBJECT file) {
  for (const int major :
       {IRP_MJ_ACQUIRE_FOR_SECTION_SYNCHRONIZATION, IRP_MJ_RELEASE_FOR_SECTION_SYNCHRONIZATION,
        IRP_MJ_ACQUIRE_FOR_MOD_WRITE, IRP_MJ_RELEASE_FOR_MOD_WRITE, IRP_MJ_ACQUIRE_FOR_CC_FLUSH,
        IRP_MJ_RELEASE_FOR_CC_FLUSH}) {
    io::Request request;
    prepare(request, file, static_cast<UCHAR>(major));
    request.kind = io::RequestKind::FsFilter;
    if (major == IRP_MJ_ACQUIRE_FOR_SECTION_SYNCHRONIZATION) {
      auto& acquire = request.parameters.Parameters.AcquireForSectionSynchronization;
      acquire.SyncType = SyncTypeCreateSection;
      acquire.PageProtection = PAGE_EXECUTE_READ;
    }
    ++sent["section, mod write and flush callbacks"];
    send(request);
  }
}

void Workload::Impl::directories() {
  PFILE_OBJECT directory = open(u"\\dir", FILE_OPEN, FILE_DIRECTORY_FILE);
  if (directory == nullptr) return;
  for (const UCHAR minor : {UCHAR{IRP_MN_QUERY_DIRECTORY}, UCHAR{IRP_MN_NOTIFY_CHANGE_DIRECTORY}}) {
    for (const End end : {End::Inline, End::Dpc}) {
      fs.end = end;
      io::Request request;
      prepare(request, directory, IRP_MJ_DIRECTORY_CONTROL);
      request.parameters.MinorFunction = minor;
      auto& query = request.parameters.Parameters.DirectoryControl.QueryDirectory;
      if (minor == IRP_MN_QUERY_DIRECTORY) {
        query.Length = kBytes;
        query.FileInformationClass = FileBothDirectoryInformation;
        query.DirectoryBuffer = user;
      } else {
        request.parameters.Parameters.DirectoryControl.NotifyDirectory.Length = kBytes;
        request.parameters.Parameters.DirectoryControl.NotifyDirectory.DirectoryBuffer = user;
      }
      ++sent["directory control"];
      send(request);
    }
  }
  fs.end = End::Inline;
  cleanup(directory);
  close(directory);
}

void Workload::Impl::creates() {
  struct Create {
    std::u16string_view name;
    ULONG disposition;
    ULONG options;
    UCHAR flags;
  };
  constexpr Create kCreates[] = {
      {u"\\dir\\missing.txt", FILE_OPEN, 0, 0},
      {u"\\dir\\a.txt", FILE_CREATE, 0, 0},
      {u"\\dir\\missing2.txt", FILE_CREATE, 0, 0},
      {u"\\dir\\a.txt", FILE_OPEN_IF, 0, 0},
      {u"\\dir\\a.txt", FILE_OVERWRITE, 0, 0},
      {u"\\dir\\a.txt", FILE_OVERWRITE_IF, 0, 0},
      {u"\\dir\\a.txt", FILE_SUPERSEDE, 0, 0},
      {u"\\dir\\a.txt", FILE_OPEN, FILE_DELETE_ON_CLOSE, 0},
      {u"\\dir\\a.txt:stream", FILE_OPEN, 0, 0},
      {u"\\dir\\a.txt", FILE_OPEN, 0, SL_OPEN_TARGET_DIRECTORY},
      {u"\\pagefile.sys", FILE_OPEN, 0, SL_OPEN_PAGING_FILE},
      {u"", FILE_OPEN, 0, 0},  // the volume
  };
  for (const Create& one : kCreates) {
    PFILE_OBJECT file = open(one.name, one.disposition, one.options, one.flags);
    if (file == nullptr) continue;
    cleanup(file);
    close(file);
  }
}

void Workload::Impl::one_file(std::u16string_view name) {
  PFILE_OBJECT file = open(name, FILE_OPEN, FILE_NON_DIRECTORY_FILE);
  if (file == nullptr) return;
  transfers(file);
  informations(file);
  sections(file);
  controls(file);
  cleanup(file);
  // The mapped page writer is later than the last handle.
  fs.end = End::OtherDpc;
  transfer(file, Path::PagingAsync, true);
  transfer(file, Path::PagingSync, false);
  fs.end = End::Inline;
  close(file);
}

Workload::Workload(uint32_t seed) : impl_(new Impl(volume_, fs_, seed)) {
  volume_.device_name = u"\\Device\\HarddiskVolume9";
  volume_.dos_name = u"/verifier";
  volume_.serial = seed;
  volume_.fs = &fs_;
  volume_.device_object = io::create_device_object(volume_);
  volume_.filters = flt::create_stack(volume_);
  flt::mount_volume(volume_);
  impl_->start();
}

Workload::~Workload() {
  for (io::Stream* stream : fs_.streams()) volume_.filters->stream_gone(*stream);
  flt::dismount_volume(volume_);
  flt::destroy_stack(volume_);
  io::free_device_object(volume_.device_object);
  impl_->stop();
  delete impl_;
}

void Workload::operations() {
  const ps::Impersonate identity(impl_->thread);
  impl_->creates();
  impl_->one_file(u"\\dir\\a.txt");
  impl_->one_file(impl_->seed % 2 == 0 ? u"\\dir\\b.exe" : u"\\c.dll");
  impl_->directories();
}

void Workload::brief() {
  const ps::Impersonate identity(impl_->thread);
  impl_->one_file(u"\\dir\\brief.txt");
}

void Workload::interrupted(void (*change)(void* context), void* context) {
  constexpr std::pair<Path, bool> kKinds[] = {
      {Path::NonCached, false},  {Path::NonCachedAsync, true}, {Path::PagingAsync, false},
      {Path::PagingAsync, true}, {Path::Cached, false},        {Path::NonCachedAsync, false}};
  PFILE_OBJECT file = impl_->open(u"\\dir\\flying.txt", FILE_OPEN, FILE_NON_DIRECTORY_FILE);
  if (file == nullptr) {
    change(context);
    return;
  }
  std::vector<std::unique_ptr<Flying>> flying;
  for (const auto& [path, write] : kKinds) {
    // The first two come back, so that a post-operation may have pended them.
    fs_.end = flying.size() < 2 ? End::Dpc : End::Held;
    auto one = std::make_unique<Flying>();
    impl_->fill_transfer(one->request, file, path, write);
    // Whoever synchronizes them would wait here for what is held.
    one->request.synchronous = false;
    one->request.completion = [](io::Request&, void* done) {
      static_cast<ke::HostEvent*>(done)->set();
    };
    one->request.context = &one->done;
    ++impl_->sent["under way at a detach or unload"];
    const ke::AtIrql raised(is_paging(path) ? APC_LEVEL : PASSIVE_LEVEL);
    set_paging_path(is_paging(path));
    io::send(one->request);
    set_paging_path(false);
    flying.push_back(std::move(one));
  }
  // What cannot be drained (swapped buffers) keeps a teardown waiting until it ends: the device is
  // slow, but not dead.
  ke::HostEvent changed;
  std::thread device([this, &changed] {
    constexpr int64_t kSlow = 200 * 10'000, kAgain = 10'000;
    for (int64_t pause = kSlow;; pause = kAgain) {
      ke::ParkOptions options;
      options.deadline = ke::interrupt_time() + pause;
      if (changed.wait(options) == ke::WaitResult::Woken) return;
      fs_.release_held();
    }
  });
  change(context);
  changed.set();
  device.join();
  fs_.end = End::Inline;
  // A pre-operation that pends lets go only now and then: what reaches the file system is ended.
  for (const std::unique_ptr<Flying>& one : flying) {
    while (!one->done.is_set()) {
      fs_.release_held();
      ke::ParkOptions soon;
      soon.deadline = ke::interrupt_time() + 10'000;
      one->done.wait(soon);
    }
  }
  impl_->cleanup(file);
  impl_->close(file);
}

void* Workload::user_buffer() const {
  return impl_->user;
}

std::map<std::string, uint64_t> Workload::sent() const {
  return impl_->sent;
}

}  // namespace flthost::verifier
