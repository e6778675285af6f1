#include <flthost/app/run.h>

#include <flthost/app/control.h>
#include <flthost/app/host.h>
#include <flthost/app/launcher.h>
#include <flthost/app/report.h>
#include <flthost/app/stopper.h>

#include <fcntl.h>
#include <fltlib/control.h>
#include <fmt/format.h>
#include <linux/magic.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <climits>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace flthost::app {
namespace {

constexpr int64_t kUnmountMs = 10'000;

void on_abort(int);

void complain(const std::string& text) {
  fmt::print(stderr, "flthost: {}\n", text);
}

std::string canonical(const std::string& path) {
  std::array<char, PATH_MAX> resolved;
  return ::realpath(path.c_str(), resolved.data()) != nullptr ? resolved.data() : "";
}

// The directory, checked and opened before anything is mounted on it. -1 with one line printed.
int open_directory(Options* options) {
  const std::string given = options->directory;
  options->directory = canonical(given);
  struct stat st{};
  if (options->directory.empty() || ::stat(options->directory.c_str(), &st) != 0) {
    complain(
        fmt::format("{}: {}; --dir wants a directory that exists", given, std::strerror(errno)));
    return -1;
  }
  if (!S_ISDIR(st.st_mode)) {
    complain(fmt::format("{} is not a directory; --dir wants one", options->directory));
    return -1;
  }
  // The host and its launcher read /proc themselves, through whatever is mounted there.
  struct statfs file_system{};
  if (options->directory == "/" || (::statfs(options->directory.c_str(), &file_system) == 0 &&
                                    file_system.f_type == PROC_SUPER_MAGIC)) {
    complain(fmt::format("{} cannot be mounted over; --dir wants a directory of files",
                         options->directory));
    return -1;
  }
  const int fd = ::open(options->directory.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (fd < 0) complain(fmt::format("{}: {}", options->directory, std::strerror(errno)));
  return fd;
}

class Run {
 public:
  explicit Run(Options options) : options_(std::move(options)) {}
  ~Run() {
    if (root_fd_ >= 0) ::close(root_fd_);
  }
  Run(const Run&) = delete;
  Run& operator=(const Run&) = delete;
  int operator()();

 private:
  bool prepare();
  bool launch();
  int run_host();
  int run_command();
  bool wait_for_gate();
  int wait_for_command();
  void watch_signals();
  bool start_control();
  void end_mount();
  void say(const std::string& text) {
    if (options_.status) fmt::print(stderr, "flthost: {}\n", text);
  }

  Options options_;
  int root_fd_ = -1;
  bool control_named_ = false;
  std::unique_ptr<Launcher> launcher_;
  std::unique_ptr<Host> host_;
  std::unique_ptr<ControlServer> control_;
  Stopper stopper_;  // ends first: its last words are about the others
};

bool Run::prepare() {
  root_fd_ = open_directory(&options_);
  if (root_fd_ < 0) return false;
  control_named_ = !options_.control.empty();
  if (!control_named_) options_.control = fltlib::control::socket_path(::getpid());
  ::signal(SIGPIPE, SIG_IGN);
  ::signal(SIGABRT, on_abort);
  return true;
}

bool Run::launch() {
  LaunchPlan plan;
  plan.directory = options_.directory;
  plan.cwd = canonical(".");
  plan.environment = {{"FLTHOST_CONTROL", options_.control}};
  if (!options_.socket.empty()) plan.environment.emplace_back("FLTHOST_SOCKET", options_.socket);
  plan.command = options_.command;
  for (const InheritedDescriptor& inherited : descriptors_into(options_.directory)) {
    if (inherited.fd == root_fd_) continue;
    const bool standard = inherited.fd <= STDERR_FILENO;
    complain(fmt::format("descriptor {} was opened before the mount ({}): {}", inherited.fd,
                         inherited.path,
                         standard ? "what is done with it goes round the drivers"
                                  : "closed for the command, it would go round the drivers"));
    if (!standard) plan.close_in_command.push_back(inherited.fd);
  }
  plan.close_in_launcher = {root_fd_, stopper_.signal_fd(), stopper_.wake_fd()};
  for (const int fd : {options_.ready_fd, options_.gate_fd, options_.parent_fd}) {
    if (fd >= 0) plan.close_in_launcher.push_back(fd);
  }
  std::string error;
  launcher_ = Launcher::start(plan, &error);
  if (launcher_ == nullptr) {
    complain(error);
    return false;
  }
  // The host's own from here on: modes come from requests, every known file holds a descriptor.
  options_.umask = ::umask(0);
  rlimit files{};
  if (::getrlimit(RLIMIT_NOFILE, &files) == 0) {
    files.rlim_cur = files.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &files);
  }
  return true;
}

int Run::operator()() {
  if (!prepare() || !launch()) return kExitFailed;
  host_ = std::make_unique<Host>(options_, Host::Place{options_.directory, root_fd_},
                                 [this](const std::string& text) { say(text); });
  report_bugchecks(options_, host_->modules());
  watch_signals();
  const int status = run_host();
  stopper_.enter(Phase::Ending);
  control_.reset();  // waits for a command that runs
  RunFacts facts;
  host_->take_down(&facts);
  launcher_.reset();
  if (facts.unwritten_bytes != 0) {
    complain(fmt::format("{} bytes could not be written to {}", facts.unwritten_bytes,
                         options_.directory));
  }
  for (const std::string& leak : facts.leaks) complain("not returned: " + leak);
  ::umask(options_.umask);
  if (!options_.report.empty()) {
    const std::string error =
        write_report(options_.report, report_of(options_, host_->modules(), facts, status));
    if (!error.empty()) complain(error);
  }
  return status;
}

// The host's memory is damaged, or it gave up: what stands on standard error must do.
void on_abort(int) {
  constexpr char kText[] =
      "flthost: the host gave up: a driver damaged its memory, or this is a bug of the host "
      "(docs/DEBUGGING.md)\n";
  (void)!::write(STDERR_FILENO, kText, sizeof(kText) - 1);
  ::_exit(kExitBugcheck);
}

// Without a name of the caller's its failure is no reason not to run.
bool Run::start_control() {
  std::string error;
  control_ = ControlServer::start(options_.control, *host_, &error);
  if (control_ != nullptr) {
    say("control socket " + options_.control);
    return true;
  }
  if (control_named_) {
    complain(error);
    return false;
  }
  say("no control socket: " + error);
  return true;
}

void Run::watch_signals() {
  Stopper::Hooks hooks;
  hooks.to_command = [this](int signal) { launcher_->send_signal(signal); };
  hooks.last_words = [this](const std::string& why, const std::vector<std::string>& routines) {
    for (const std::string& path : {options_.socket, options_.control}) {
      if (!path.empty()) ::unlink(path.c_str());
    }
    ::umask(options_.umask);
    if (options_.report.empty()) return;
    nlohmann::json report = report_of(options_, host_->modules(), RunFacts{}, kExitFailed);
    report["ended_by_force"] = {{"why", why}, {"routines", routines}};
    write_report(options_.report, report);
  };
  stopper_.start(std::move(hooks), options_.parent_fd);
}

int Run::run_host() {
  std::string error = host_->build();
  if (!error.empty()) {
    complain(error);
    return kExitFailed;
  }
  fuse::ServerOptions mount;
  mount.device = launcher_->take_device();
  mount.kernel_cache =
      options_.cache_no_context ? fuse::KernelCache::NoContext : fuse::KernelCache::None;
  mount.device_major = launcher_->device_major();
  mount.device_minor = launcher_->device_minor();
  mount.launcher_pid = launcher_->pid();
  mount.warn = [](std::string_view line) { complain(std::string(line)); };
  error = host_->serve(mount);
  if (!error.empty()) {
    complain(error);
    return kExitFailed;
  }
  if (!start_control()) return kExitFailed;
  say(fmt::format("{} is mounted for the command", options_.directory));
  if (options_.ready_fd >= 0) {
    (void)!::write(options_.ready_fd, "ready\n", 6);
  }
  if (options_.gate_fd >= 0 && !wait_for_gate()) return kExitFailed;
  if (stopper_.last_signal() != 0) {
    complain(fmt::format("stopped by signal {} before the command ran", stopper_.last_signal()));
    return kExitFailed;
  }
  const int status = run_command();
  stopper_.enter(Phase::Ending);
  // Whoever serves the drivers may have to make haste.
  if (options_.ready_fd >= 0) {
    (void)!::write(options_.ready_fd, "ending\n", 7);
    ::close(options_.ready_fd);
  }
  end_mount();
  return status;
}

int Run::run_command() {
  uint32_t pid = 0;
  std::string error;
  const int failed = launcher_->run_command(&pid, &error);
  if (failed != 0) {
    complain(error);
    return failed;
  }
  stopper_.enter(Phase::Running, pid);
  host_->server()->set_root_process(pid);
  say(fmt::format("process {} runs {}", pid, options_.command[0]));
  return wait_for_command();
}

// True when the gate was opened, or a signal came first; false when it went.
bool Run::wait_for_gate() {
  std::array<pollfd, 2> wait = {pollfd{options_.gate_fd, POLLIN, 0},
                                pollfd{stopper_.wake_fd(), POLLIN, 0}};
  while (stopper_.last_signal() == 0) {
    if (::poll(wait.data(), wait.size(), -1) < 0 || wait[0].revents == 0) continue;
    char byte;
    const bool open = ::read(options_.gate_fd, &byte, 1) == 1;
    if (!open) complain("the gate was closed without a byte: the command is not run");
    ::close(options_.gate_fd);
    return open;
  }
  return true;
}

int Run::wait_for_command() {
  int wait_status = 0;
  if (launcher_->take_exit(&wait_status)) return exit_status_of(wait_status);
  complain("the launcher was killed: the command's end is not known");
  return kExitFailed;
}

void Run::end_mount() {
  const int others = launcher_->unmount();
  if (others != 0) {
    complain(
        fmt::format("{} process{} of the command still use{} {}: from now on they get errors there",
                    others, others == 1 ? "" : "es", others == 1 ? "s" : "", options_.directory));
    return;
  }
  host_->server()->wait_unmounted(kUnmountMs);
}

}  // namespace

int exit_status_of(int wait_status) {
  return WIFSIGNALED(wait_status) ? 128 + WTERMSIG(wait_status) : WEXITSTATUS(wait_status);
}

int run(Options options) {
  return Run(std::move(options))();
}

}  // namespace flthost::app
