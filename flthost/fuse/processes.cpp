#include <flthost/fuse/processes.h>
#include <flthost/fuse/procfs.h>

#include <poll.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <ctime>

namespace flthost::fuse {
namespace {

constexpr int kMaxDepth = 64;     // ancestors made first
constexpr uint64_t kHertz = 100;  // of /proc/PID/stat, on every Linux
constexpr int64_t kTicksPerSecond = 10'000'000;
constexpr int64_t kUnixEpoch = 116'444'736'000'000'000;  // 1970 in 100 ns since 1601

int64_t boot_time() {
  const std::string text = read_proc("/proc/stat");
  const size_t at = text.find("\nbtime ");
  return at == std::string::npos ? 0 : std::strtoll(text.c_str() + at + 7, nullptr, 10);
}

int64_t nt_start_time(uint64_t ticks) {
  static const int64_t boot = boot_time();
  return kUnixEpoch + boot * kTicksPerSecond +
         static_cast<int64_t>(ticks) * (kTicksPerSecond / static_cast<int64_t>(kHertz));
}

uint64_t monotonic_ns() {  // the clock of the connector's events
  timespec now{};
  ::clock_gettime(CLOCK_MONOTONIC, &now);
  return static_cast<uint64_t>(now.tv_sec) * 1'000'000'000u + static_cast<uint64_t>(now.tv_nsec);
}

bool thread_of(uint32_t tgid, uint32_t tid) {
  return ::syscall(SYS_tgkill, tgid, tid, 0) == 0 || errno == EPERM;
}

std::u16string command_line(uint32_t pid) {
  std::string text = read_proc(pid, "cmdline");
  if (text.size() > 8000) text.resize(8000);
  while (!text.empty() && text.back() == '\0') text.pop_back();
  for (char& c : text) {
    if (c == '\0') c = ' ';
  }
  return to_utf16(text);
}

}  // namespace

Process::~Process() {
  if (pidfd >= 0) ::close(pidfd);
  if (object != nullptr) ps::dereference(object);
}

bool Process::gone() const {
  pollfd wait{pidfd, POLLIN, 0};
  return ::poll(&wait, 1, 0) == 1;
}

void ThreadCache::clear() {
  for (Entry& entry : entries_) {
    if (entry.who.thread != nullptr) ps::dereference(entry.who.thread);
    entry = Entry{};
  }
}

Processes::Processes(const Options& options) : options_(options) {
  epoll_ = ::epoll_create1(EPOLL_CLOEXEC);
  stop_event_ = ::eventfd(0, EFD_CLOEXEC);
  epoll_event event{EPOLLIN, {.u64 = 0}};
  ::epoll_ctl(epoll_, EPOLL_CTL_ADD, stop_event_, &event);
  watcher_ = std::thread([this] { watch(); });
  connector_ =
      Connector::open({.forked = [this](uint32_t pid) { fork_seen(pid); },
                       .exec = [this](uint32_t pid, uint64_t when) { exec_seen(pid, when); }},
                      &connector_refusal_);
  connected_.store(connector_.get(), std::memory_order_release);
}

// The pid is new: what an earlier process of the same pid was is nobody's business.
void Processes::fork_seen(uint32_t pid) {
  const std::lock_guard lock(mutex_);
  earlier_.erase(pid);
}

// A process may be of interest only for an image that it leaves by another exec before it does
// anything here (sh -c PROGRAM): each image is taken down while it is there.
void Processes::exec_seen(uint32_t pid, uint64_t when) {
  constexpr size_t kMaxChanges = 16, kMaxProcesses = 65536;
  Connector* const connector = connected_.load(std::memory_order_acquire);
  if (connector == nullptr) return;
  if (!connector->descends_from(pid, options_.launcher_pid)) {
    const std::lock_guard lock(mutex_);
    if (!by_pid_.contains(pid)) return;
  }
  ImageChange change{read_proc_link(pid, "exe"), command_line(pid), when};
  if (change.link.empty()) return;
  const std::lock_guard lock(mutex_);
  const auto it = by_pid_.find(pid);
  if (it == by_pid_.end()) {
    if (earlier_.size() >= kMaxProcesses) earlier_.clear();
    auto& changes = earlier_[pid];
    if (changes.size() < kMaxChanges) changes.push_back(std::move(change));
    return;
  }
  const std::lock_guard link_lock(it->second->link_mutex);
  it->second->changes.push_back(std::move(change));
  it->second->told.store(true, std::memory_order_release);
}

Processes::~Processes() {
  stop();
  ::close(epoll_);
  ::close(stop_event_);
}

void Processes::stop() {
  connected_.store(nullptr, std::memory_order_release);
  connector_.reset();
  if (watcher_.joinable()) {
    const uint64_t one = 1;
    (void)!::write(stop_event_, &one, sizeof(one));
    watcher_.join();
  }
  std::unordered_map<uint32_t, ProcessRef> rest;
  {
    const std::lock_guard lock(mutex_);
    rest.swap(by_pid_);
  }
  for (auto& [pid, process] : rest) deliver_exit(process);
}

Requestor Processes::resolve(uint32_t tid, ThreadCache& cache, bool opening) {
  if (tid == 0) return {};
  ThreadCache::Entry& entry = cache.entries_[tid % cache.entries_.size()];
  // A process that is not gone has its first thread.
  const bool hit = entry.tid == tid && !entry.who.process->gone() &&
                   (tid == entry.who.process->pid || thread_of(entry.who.process->pid, tid));
  if (!hit) {
    const auto status = parse_status(read_proc(tid, "status"));
    const ProcessRef process = status ? ensure(status->tgid, 0) : nullptr;
    if (process == nullptr) return {};
    if (entry.who.thread != nullptr) ps::dereference(entry.who.thread);
    entry.tid = tid;
    entry.who.process = process;
    entry.who.thread = ps::reference_thread(process->object, tid);
  }
  check_image(*entry.who.process, opening);
  return entry.who;
}

ProcessRef Processes::find_living(uint32_t pid) {
  ProcessRef found;
  {
    const std::lock_guard lock(mutex_);
    const auto it = by_pid_.find(pid);
    if (it == by_pid_.end()) return nullptr;
    found = it->second;
    if (found->gone()) by_pid_.erase(it);
  }
  if (!found->gone()) {
    found->ready.wait();
    return found;
  }
  deliver_exit(found);
  return nullptr;
}

ProcessRef Processes::ensure(uint32_t pid, int depth) {
  if (ProcessRef known = find_living(pid)) return known;
  auto process = std::make_shared<Process>();
  process->pid = pid;
  process->pidfd = static_cast<int>(::syscall(SYS_pidfd_open, pid, 0));
  if (process->pidfd < 0) return nullptr;
  const auto stat = parse_stat(read_proc(pid, "stat"));
  if (!stat) return nullptr;
  process->start_ticks = stat->start_ticks;
  ProcessRef other;
  {
    const std::lock_guard lock(mutex_);
    const auto [it, fresh] = by_pid_.try_emplace(pid, process);
    if (!fresh) other = it->second;
  }
  if (other != nullptr) {  // another thread of the process was faster
    other->ready.wait();
    return other;
  }
  create(*process, depth);
  epoll_event event{EPOLLIN | EPOLLONESHOT, {.u64 = pid}};
  ::epoll_ctl(epoll_, EPOLL_CTL_ADD, process->pidfd, &event);
  return process;
}

ps::ProcessInfo describe_process(uint32_t pid) {
  const auto stat = parse_stat(read_proc(pid, "stat"));
  const auto status = parse_status(read_proc(pid, "status"));
  ps::ProcessInfo info;
  info.pid = pid;
  info.parent_pid = status ? status->parent : 0;
  info.uid = status ? status->uid : 0;
  info.start_time = stat ? nt_start_time(stat->start_ticks) : 0;
  info.image = image_path(read_proc_link(pid, "exe"));
  info.command_line = command_line(pid);
  return info;
}

void Processes::create(Process& process, int depth) {
  const auto status = parse_status(read_proc(process.pid, "status"));
  ps::ProcessInfo info;
  info.pid = process.pid;
  info.parent_pid = true_parent(process.pid, status ? status->parent : 0, depth);
  info.uid = status ? status->uid : 0;
  info.start_time = nt_start_time(process.start_ticks);
  std::vector<ImageChange> images;
  {
    const std::lock_guard lock(mutex_);
    if (const auto it = earlier_.find(process.pid); it != earlier_.end()) {
      images = std::move(it->second);
      earlier_.erase(it);
    }
  }
  const uint64_t now = monotonic_ns();
  std::string link = read_proc_link(process.pid, "exe");
  if (images.empty() || images.back().link != link) {
    images.push_back({link, command_line(process.pid), now});
  }
  info.image = image_path(images.front().link);
  info.command_line = images.front().command_line;
  process.object = ps::create_process(info);
  for (size_t i = 1; i < images.size(); ++i) {
    ps::replace_image(process.object, image_path(images[i].link), images[i].command_line);
  }
  {
    const std::lock_guard lock(process.link_mutex);
    process.exe_link = std::move(link);
    process.image_time = now;
  }
  process.ready.set();
}

// The nearest ancestor that lives or is known, told to the drivers before its child.
uint32_t Processes::true_parent(uint32_t pid, uint32_t proc_parent, int depth) {
  uint32_t parent = connector_ ? connector_->parent_of(pid) : 0;
  if (parent == 0) parent = proc_parent;
  const uint32_t root = root_pid_.load(std::memory_order_relaxed);
  for (int step = 0; step < kMaxDepth; ++step) {
    if (parent == options_.launcher_pid && root != 0 && pid != root) parent = root;
    if (parent <= 1 || parent == options_.host_pid || parent == options_.launcher_pid)
      return parent;
    if (depth >= kMaxDepth || ensure(parent, depth + 1) != nullptr) return parent;
    const uint32_t above = connector_ ? connector_->parent_of(parent) : 0;
    if (above == 0) return parent;
    parent = above;
  }
  return parent;
}

void Processes::check_image(Process& process, bool opening) {
  // An inherited descriptor may be the first thing a new image uses: without the connector that is
  // seen at every request, with it before every open all execs have been told.
  const bool told = connector_ != nullptr && (!opening || connector_->catch_up());
  if (told && !process.told.load(std::memory_order_acquire)) return;
  std::vector<ImageChange> changes;
  const uint64_t now = monotonic_ns();
  std::string link = read_proc_link(process.pid, "exe");
  {
    const std::lock_guard lock(process.link_mutex);
    process.told.store(false, std::memory_order_relaxed);
    changes.swap(process.changes);
    // What was told late of an image that has been looked at already.
    std::erase_if(changes, [&](const ImageChange& one) { return one.when <= process.image_time; });
    const std::string& last = changes.empty() ? process.exe_link : changes.back().link;
    if (!link.empty() && link != last) changes.push_back({link, command_line(process.pid), now});
    if (changes.empty()) return;
    process.exe_link = changes.back().link;
    process.image_time = now;
  }
  for (const ImageChange& change : changes) {
    ps::replace_image(process.object, image_path(change.link), change.command_line);
  }
}

void Processes::deliver_exit(const ProcessRef& process) {
  if (process->exit_claimed.exchange(true)) return;
  process->ready.wait();
  ps::exit_process(process->object);
}

void Processes::watch() {
  std::array<epoll_event, 32> events;
  for (;;) {
    const int count = ::epoll_wait(epoll_, events.data(), static_cast<int>(events.size()), -1);
    if (count < 0 && errno != EINTR) return;
    for (int i = 0; i < count; ++i) {
      const uint64_t pid = events[static_cast<size_t>(i)].data.u64;
      if (pid == 0) return;
      find_living(static_cast<uint32_t>(pid));
    }
  }
}

}  // namespace flthost::fuse
