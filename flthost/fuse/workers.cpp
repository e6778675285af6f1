// The worker threads, INIT, replies and interrupts.
#include <flthost/fuse/server.h>
#include <flthost/mm/mm.h>

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstring>

namespace flthost::fuse {
namespace {

constexpr int kWakeSignal = SIGURG;  // ignored by default; here only to end a read(2) of the device
constexpr int kDyingCheckMs = 50;

void on_wake(int) {}

}  // namespace

FuseServer::FuseServer(const ServerOptions& options)
    : options_(options),
      fs_(*options.file_system),
      device_(options.device),
      inodes_(fs::root(*options.file_system)),
      processes_({static_cast<uint32_t>(::getpid()), options.launcher_pid}) {
  struct sigaction action{};
  action.sa_handler = on_wake;  // without SA_RESTART
  ::sigaction(kWakeSignal, &action, nullptr);
  interrupt_event_ = ::eventfd(0, EFD_CLOEXEC);
}

FuseServer::~FuseServer() {
  stop();
  ::close(interrupt_event_);
}

std::unique_ptr<Server> Server::start(const ServerOptions& options, std::string* error) {
  auto server = std::make_unique<FuseServer>(options);
  *error = server->negotiate();
  if (!error->empty()) return nullptr;
  server->spawn_worker();
  return server;
}

std::string FuseServer::negotiate() {
  std::array<std::byte, FUSE_MIN_READ_BUFFER> buffer;
  ssize_t got;
  do {
    got = ::read(device_, buffer.data(), buffer.size());
  } while (got < 0 && errno == EINTR);
  if (got < static_cast<ssize_t>(sizeof(fuse_in_header))) {
    return std::string("/dev/fuse gave no INIT request: ") + std::strerror(errno);
  }
  const auto* const header = reinterpret_cast<const fuse_in_header*>(buffer.data());
  fuse_init_in in{};
  std::memcpy(&in, header + 1, std::min(sizeof(in), static_cast<size_t>(got) - sizeof(*header)));
  if (header->opcode != FUSE_INIT || in.major != FUSE_KERNEL_VERSION || in.minor < 31) {
    reply(header->unique, -EPROTO);
    return "this kernel's FUSE is " + std::to_string(in.major) + "." + std::to_string(in.minor) +
           "; flthost needs Linux 5.10 or newer (6.1 tested)";
  }
  const uint64_t offered = in.flags | (uint64_t{in.flags2} << 32);
  direct_io_ = (offered & kDirectIoAllowMmap) != 0;
  const uint64_t wanted = FUSE_ASYNC_READ | FUSE_BIG_WRITES | FUSE_MAX_PAGES |
                          FUSE_PARALLEL_DIROPS | FUSE_AUTO_INVAL_DATA | FUSE_HANDLE_KILLPRIV |
                          FUSE_HANDLE_KILLPRIV_V2 | FUSE_ATOMIC_O_TRUNC | FUSE_DO_READDIRPLUS |
                          FUSE_READDIRPLUS_AUTO | FUSE_ASYNC_DIO | FUSE_INIT_EXT |
                          kDirectIoAllowMmap;
  const uint64_t flags = wanted & offered;
  fuse_init_out out{};
  out.major = FUSE_KERNEL_VERSION;
  out.minor = std::min<uint32_t>(in.minor, FUSE_KERNEL_MINOR_VERSION);
  out.max_readahead = in.max_readahead;
  out.flags = static_cast<uint32_t>(flags);
  out.flags2 = static_cast<uint32_t>(flags >> 32);
  out.max_background = 128;
  out.congestion_threshold = 96;
  out.max_write = kMaxData;
  out.max_pages = kMaxPages;
  out.time_gran = 1;
  reply(header->unique, 0, {{&out, sizeof(out)}});
  if (!direct_io_ && options_.warn) {
    options_.warn(
        "this kernel is older than 6.6: reads of pages that it has cached are not seen by filters");
  }
  interrupt_watcher_ = std::thread([this] { watch_interrupts(); });
  return {};
}

void FuseServer::spawn_worker() {
  const std::lock_guard lock(workers_mutex_);
  const size_t index = worker_count_.load(std::memory_order_relaxed);
  if (index == kMaxWorkers || stopping_.load()) return;
  auto worker = std::make_unique<Worker>();
  worker->size = kHeaderRoom + kMaxData;
  worker->buffer = static_cast<std::byte*>(mm::allocate_user(worker->size));
  if (worker->buffer == nullptr) return;
  {
    const std::lock_guard state(state_mutex_);
    ++running_;
  }
  idle_.fetch_add(1);
  workers_[index] = std::move(worker);
  worker_count_.store(index + 1, std::memory_order_release);
  workers_[index]->thread = std::thread([this, index] { serve(*workers_[index]); });
}

void FuseServer::serve(Worker& worker) {
  while (!stopping_.load(std::memory_order_relaxed)) {
    const ssize_t got =
        ::read(device_, worker.buffer + kRequestOffset, worker.size - kRequestOffset);
    if (got < 0) {
      if (errno == EINTR || errno == EAGAIN || errno == ENOENT) continue;
      break;  // ENODEV: unmounted or aborted
    }
    if (idle_.fetch_sub(1) == 1) spawn_worker();
    dispatch(worker, static_cast<size_t>(got));
    idle_.fetch_add(1);
  }
  worker.threads.clear();
  disconnected();
}

void FuseServer::disconnected() {
  const std::lock_guard lock(state_mutex_);
  --running_;
  if (!stopping_.load()) unmounted_ = true;
  state_changed_.notify_all();
}

bool FuseServer::wait_unmounted(int64_t milliseconds) {
  std::unique_lock lock(state_mutex_);
  return state_changed_.wait_for(lock, std::chrono::milliseconds(milliseconds),
                                 [this] { return unmounted_; });
}

void FuseServer::stop() {
  if (device_ < 0) return;
  {
    const std::lock_guard lock(workers_mutex_);
    stopping_.store(true);
  }
  for (;;) {  // a signal may come just before the read(2) it is to end: until all are gone
    std::unique_lock lock(state_mutex_);
    if (running_ == 0) break;
    for (auto& worker : workers_) {
      if (worker && worker->thread.joinable())
        ::pthread_kill(worker->thread.native_handle(), kWakeSignal);
    }
    state_changed_.wait_for(lock, std::chrono::milliseconds(20), [this] { return running_ == 0; });
  }
  for (auto& worker : workers_) {
    if (worker && worker->thread.joinable()) worker->thread.join();
  }
  const uint64_t one = 1;
  (void)!::write(interrupt_event_, &one, sizeof(one));
  if (interrupt_watcher_.joinable()) interrupt_watcher_.join();
  ::close(device_);  // the last descriptor: the connection ends
  device_ = -1;
  // What the kernel had no time to release: close it in the openers' names.
  std::unordered_set<Handle*> open_files;
  std::unordered_set<DirectoryHandle*> open_directories;
  {
    const std::lock_guard lock(handles_mutex_);
    open_files = handles_;
    open_directories.swap(directories_);
  }
  for (Handle* handle : open_files) dereference(handle);
  for (DirectoryHandle* handle : open_directories) close_directory(handle);
  processes_.stop();
  for (auto& worker : workers_) {
    if (worker) mm::free_user(worker->buffer, worker->size);
    worker.reset();
  }
}

// ------------------------------------------------------------------ one request
std::string_view Request::text(size_t skip, int index) const {
  const char* at = reinterpret_cast<const char*>(argument) + skip;
  const char* const end = reinterpret_cast<const char*>(argument) + argument_size;
  for (; index > 0 && at < end; --index) at += ::strnlen(at, static_cast<size_t>(end - at)) + 1;
  return at < end ? std::string_view(at, ::strnlen(at, static_cast<size_t>(end - at)))
                  : std::string_view();
}

void FuseServer::reply(uint64_t unique, int error, std::initializer_list<iovec> parts) {
  fuse_out_header header{sizeof(header), error, unique};
  std::array<iovec, 4> vector{iovec{&header, sizeof(header)}};
  size_t count = 1;
  for (const iovec& part : parts) {
    header.len += static_cast<uint32_t>(part.iov_len);
    vector[count++] = part;
  }
  // ENOENT: the requestor was killed meanwhile; ENODEV: unmounted. Nobody is left to tell.
  (void)!::writev(device_, vector.data(), static_cast<int>(count));
}

void FuseServer::reply_status(const Request& request, NTSTATUS status) {
  reply_error(request, NT_SUCCESS(status) ? 0 : -fs::to_errno(status));
}

// The requestor's identity for requests that become IRPs; INTERRUPT finds it here.
void FuseServer::identify(Request& request) {
  const bool opening = request.in->opcode == FUSE_OPEN || request.in->opcode == FUSE_CREATE ||
                       request.in->opcode == FUSE_OPENDIR;
  Worker& worker = *request.worker;
  request.who = processes_.resolve(request.in->pid, worker.threads, opening);
  const std::lock_guard lock(worker.mutex);
  worker.unique = request.in->unique;
  worker.requestor = request.who.thread;
  worker.interrupted = false;
}

void FuseServer::dispatch(Worker& worker, size_t bytes) {
  Request request;
  request.in = reinterpret_cast<const fuse_in_header*>(worker.buffer + kRequestOffset);
  if (bytes < sizeof(fuse_in_header) || request.in->len != bytes) return;
  request.argument = worker.buffer + kRequestOffset + sizeof(fuse_in_header);
  request.argument_size = bytes - sizeof(fuse_in_header);
  request.data = {worker.buffer + kHeaderRoom, kMaxData};
  request.worker = &worker;
  if (request.in->opcode < kOpcodes) {
    counts_[request.in->opcode].fetch_add(1, std::memory_order_relaxed);
  }
  if (dispatch_name(request)) return;
  // From here on IRPs are made: in the requestor's identity.
  identify(request);
  bool known;
  {
    const ps::Impersonate identity(request.who.thread != nullptr ? request.who.thread
                                                                 : ps::system_thread());
    known = dispatch_file(request);
  }
  const std::lock_guard lock(worker.mutex);
  worker.unique = 0;
  worker.requestor = nullptr;
  if (!known) reply_error(request, -ENOSYS);
}

bool FuseServer::dispatch_name(Request& request) {
  switch (request.in->opcode) {
    case FUSE_LOOKUP:
      if (fs::redirects(fs_)) return false;
      lookup(request);
      return true;
    case FUSE_FORGET:
      forget(request);
      return true;
    case FUSE_BATCH_FORGET:
      batch_forget(request);
      return true;
    case FUSE_GETATTR:
      getattr(request);
      return true;
    case FUSE_READLINK:
      read_link(request);
      return true;
    case FUSE_SYMLINK:
      make_symlink(request);
      return true;
    case FUSE_STATFS:
      statfs(request);
      return true;
    case FUSE_ACCESS:
      access(request);
      return true;
    case FUSE_SETXATTR:
      set_xattr(request);
      return true;
    case FUSE_GETXATTR:
      get_xattr(request);
      return true;
    case FUSE_LISTXATTR:
      list_xattr(request);
      return true;
    case FUSE_REMOVEXATTR:
      remove_xattr(request);
      return true;
    case FUSE_INTERRUPT:
      interrupt(request);
      return true;
    case FUSE_DESTROY:
      reply_error(request, 0);
      return true;
    case FUSE_IOCTL:
      reply_error(request, -ENOTTY);
      return true;
    default:
      return false;
  }
}

bool FuseServer::dispatch_file(Request& request) {
  switch (request.in->opcode) {
    case FUSE_OPEN:
      open(request);
      return true;
    case FUSE_CREATE:
      create(request);
      return true;
    case FUSE_MKDIR:
      make_directory(request);
      return true;
    case FUSE_MKNOD:
      make_node(request);
      return true;
    case FUSE_READ:
      read(request);
      return true;
    case FUSE_WRITE:
      write(request);
      return true;
    case FUSE_RELEASE:
      release(request);
      return true;
    case FUSE_FLUSH:
      flush(request);
      return true;
    case FUSE_FSYNC:
      fsync(request);
      return true;
    case FUSE_SETATTR:
      setattr(request);
      return true;
    case FUSE_UNLINK:
      remove(request, false);
      return true;
    case FUSE_RMDIR:
      remove(request, true);
      return true;
    case FUSE_LOOKUP:
      lookup_by_open(request);
      return true;
    case FUSE_LINK:
      link(request);
      return true;
    case FUSE_RENAME:
      rename(request, false);
      return true;
    case FUSE_RENAME2:
      rename(request, true);
      return true;
    case FUSE_FALLOCATE:
      fallocate(request);
      return true;
    case FUSE_LSEEK:
      seek(request);
      return true;
    // COPY_FILE_RANGE would go round the filters. TMPFILE: programs fall back to create and unlink.
    default:
      return dispatch_directory(request);
  }
}

bool FuseServer::dispatch_directory(Request& request) {
  switch (request.in->opcode) {
    case FUSE_OPENDIR:
      open_directory(request);
      return true;
    case FUSE_READDIR:
      read_directory(request, false);
      return true;
    case FUSE_READDIRPLUS:
      read_directory(request, true);
      return true;
    case FUSE_FSYNCDIR:
      sync_directory(request);
      return true;
    case FUSE_RELEASEDIR:
      release_directory(request);
      return true;
    default:
      return false;
  }
}

// ------------------------------------------------------------------ interrupts
// Any signal interrupts (SIGCHLD too); only a thread that never returns to user mode is cancelled.
void FuseServer::interrupt(const Request& request) {
  const auto in = request.as<fuse_interrupt_in>();
  const size_t count = worker_count_.load(std::memory_order_acquire);
  for (size_t i = 0; i < count; ++i) {
    Worker& worker = *workers_[i];
    const std::lock_guard lock(worker.mutex);
    if (worker.unique != in.unique || worker.requestor == nullptr) continue;
    worker.interrupted = true;
    const uint64_t one = 1;
    (void)!::write(interrupt_event_, &one, sizeof(one));
    return;
  }
}

// The kernel interrupts a request once, and a kill may follow an ordinary signal: look until it is
// done.
void FuseServer::watch_interrupts() {
  int timeout = -1;
  pollfd wait{interrupt_event_, POLLIN, 0};
  for (;;) {
    const int ready = ::poll(&wait, 1, timeout);
    if (ready > 0) {
      uint64_t count;
      (void)!::read(interrupt_event_, &count, sizeof(count));
    }
    if (stopping_.load()) {
      const std::lock_guard lock(state_mutex_);
      if (running_ == 0) return;
    }
    bool pending = false;
    const size_t count = worker_count_.load(std::memory_order_acquire);
    for (size_t i = 0; i < count; ++i) {
      check_interrupted(*workers_[i]);
      const std::lock_guard lock(workers_[i]->mutex);
      pending = pending || workers_[i]->interrupted;
    }
    timeout = pending ? kDyingCheckMs : -1;
  }
}

void FuseServer::check_interrupted(Worker& worker) {
  const std::lock_guard lock(worker.mutex);
  if (!worker.interrupted) return;
  if (worker.unique == 0 || worker.requestor == nullptr) {
    worker.interrupted = false;
    return;
  }
  const auto status = parse_status(read_proc(ps::thread_id(worker.requestor), "status"));
  if (status && !status->dying) return;
  ps::set_terminating(worker.requestor);
  worker.interrupted = false;
}

// ------------------------------------------------------------------ statistics
std::map<std::string, uint64_t> FuseServer::requests() {
  static constexpr std::array<const char*, kOpcodes> kNames = {
      nullptr,        "LOOKUP",        "FORGET",      "GETATTR",  "SETATTR",  "READLINK",
      "SYMLINK",      nullptr,         "MKNOD",       "MKDIR",    "UNLINK",   "RMDIR",
      "RENAME",       "LINK",          "OPEN",        "READ",     "WRITE",    "STATFS",
      "RELEASE",      nullptr,         "FSYNC",       "SETXATTR", "GETXATTR", "LISTXATTR",
      "REMOVEXATTR",  "FLUSH",         "INIT",        "OPENDIR",  "READDIR",  "RELEASEDIR",
      "FSYNCDIR",     "GETLK",         "SETLK",       "SETLKW",   "ACCESS",   "CREATE",
      "INTERRUPT",    "BMAP",          "DESTROY",     "IOCTL",    "POLL",     "NOTIFY_REPLY",
      "BATCH_FORGET", "FALLOCATE",     "READDIRPLUS", "RENAME2",  "LSEEK",    "COPY_FILE_RANGE",
      "SETUPMAPPING", "REMOVEMAPPING", "SYNCFS",      "TMPFILE"};
  std::map<std::string, uint64_t> result;
  for (size_t i = 0; i < kOpcodes; ++i) {
    const uint64_t count = counts_[i].load(std::memory_order_relaxed);
    if (count != 0) {
      result[kNames[i] != nullptr ? kNames[i] : "opcode " + std::to_string(i)] = count;
    }
  }
  result["READ cached"] = reads_cached_.load();
  result["READ fault"] = reads_fault_.load();
  result["READ ahead"] = reads_ahead_.load();
  result["WRITE mapped"] = writes_mapped_.load();
  return result;
}

HostAbility connector_ability() {
  std::string why;
  const auto connector = Connector::open({[](uint32_t) {}, [](uint32_t, uint64_t) {}}, &why);
  return {"process connector", connector ? "yes: parents and execs are told by the kernel" : why,
          connector != nullptr};
}

}  // namespace flthost::fuse
