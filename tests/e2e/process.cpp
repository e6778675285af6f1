#include "process.h"

#include <dirent.h>
#include <fcntl.h>
#include <poll.h>
#include <sys/inotify.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <condition_variable>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <mutex>
#include <stdexcept>
#include <thread>

#include <grp.h>

namespace sluice::e2e {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

namespace {

struct PipeEnds {
  int read = -1;
  int write = -1;
  PipeEnds() {
    std::array<int, 2> ends;
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
    read = ends[0];
    write = ends[1];
  }
};

// After fork: async-signal-safe calls only.
[[noreturn]] void become(char* const* words, char* const* environment, const ChildOptions& options,
                         const std::array<int, 3>& standard) {
  for (int fd = 0; fd < 3; ++fd) ::dup2(standard[static_cast<std::size_t>(fd)], fd);
  if (options.own_group) ::setpgid(0, 0);
  ::signal(SIGPIPE, SIG_DFL);
  if (!options.directory.empty() && ::chdir(options.directory.c_str()) != 0) ::_exit(120);
  if (options.user >= 0) {
    const auto id = static_cast<uid_t>(options.user);
    if (::setgroups(0, nullptr) != 0 || ::setgid(id) != 0 || ::setuid(id) != 0) ::_exit(121);
    ::prctl(PR_SET_DUMPABLE, 1);
  }
  ::execvpe(words[0], words, environment);
  ::_exit(122);
}

std::vector<char*> pointers(std::vector<std::string>& texts) {
  std::vector<char*> list;
  for (std::string& text : texts) list.push_back(text.data());
  list.push_back(nullptr);
  return list;
}

}  // namespace

struct Child::State {
  pid_t pid = -1;
  int input = -1;
  std::optional<int> ended;
  std::mutex mutex;
  std::condition_variable changed;
  std::array<std::string, 2> text;
  std::array<bool, 2> open{true, true};
  std::array<std::thread, 2> readers;

  void read_all(std::size_t which, int fd) {
    std::array<char, 65536> bytes;
    for (;;) {
      const ssize_t got = ::read(fd, bytes.data(), bytes.size());
      if (got < 0 && errno == EINTR) continue;
      const std::lock_guard lock(mutex);
      if (got <= 0) open[which] = false;
      if (got > 0) text[which].append(bytes.data(), static_cast<std::size_t>(got));
      changed.notify_all();
      if (got <= 0) break;
    }
    ::close(fd);
  }

  std::optional<std::size_t> wait_for(std::size_t which, std::string_view wanted,
                                      std::size_t from) {
    std::unique_lock lock(mutex);
    std::size_t at = std::string::npos;
    const auto there = [&] {
      at = from <= text[which].size() ? text[which].find(wanted, from) : std::string::npos;
      return at != std::string::npos || !open[which];
    };
    changed.wait_for(lock, kPatience, there);
    if (at == std::string::npos) return std::nullopt;
    return at + wanted.size();
  }
};

Child::Child(std::vector<std::string> words, ChildOptions options)
    : state_(std::make_unique<State>()) {
  std::vector<std::string> variables;
  for (char** at = environ; *at != nullptr; ++at) variables.emplace_back(*at);
  for (const std::string& variable : options.environment) {
    const std::string name = variable.substr(0, variable.find('=') + 1);
    std::erase_if(variables, [&](const std::string& old) { return old.starts_with(name); });
    variables.push_back(variable);
  }
  const std::vector<char*> arguments = pointers(words);
  const std::vector<char*> environment = pointers(variables);
  PipeEnds in, out, err;
  state_->pid = ::fork();
  if (state_->pid == 0) {
    become(arguments.data(), environment.data(), options, {in.read, out.write, err.write});
  }
  for (const int fd : {in.read, out.write, err.write}) ::close(fd);
  state_->input = in.write;
  if (!options.keep_input) close_input();
  state_->readers[0] = std::thread([this, fd = out.read] { state_->read_all(0, fd); });
  state_->readers[1] = std::thread([this, fd = err.read] { state_->read_all(1, fd); });
}

Child::~Child() {
  close_input();
  if (!state_->ended) {
    ::kill(state_->pid, SIGKILL);
    wait();
  }
  for (std::thread& reader : state_->readers) reader.join();
}

pid_t Child::pid() const {
  return state_->pid;
}
std::string Child::out() const {
  const std::lock_guard lock(state_->mutex);
  return state_->text[0];
}
std::string Child::err() const {
  const std::lock_guard lock(state_->mutex);
  return state_->text[1];
}
void Child::write(std::string_view text) {
  (void)!::write(state_->input, text.data(), text.size());
}
void Child::close_input() {
  if (state_->input >= 0) ::close(state_->input);
  state_->input = -1;
}
std::optional<std::size_t> Child::wait_out(std::string_view text, std::size_t from) {
  return state_->wait_for(0, text, from);
}
std::optional<std::size_t> Child::wait_err(std::string_view text, std::size_t from) {
  return state_->wait_for(1, text, from);
}

int Child::wait(Milliseconds patience) {
  if (state_->ended) return *state_->ended;
  const int descriptor = static_cast<int>(::syscall(SYS_pidfd_open, state_->pid, 0));
  pollfd wait{descriptor, POLLIN, 0};
  const bool in_time = ::poll(&wait, 1, static_cast<int>(patience.count())) > 0;
  ::close(descriptor);
  if (!in_time) ::kill(state_->pid, SIGKILL);
  int status = 0;
  ::waitpid(state_->pid, &status, 0);
  state_->ended = !in_time              ? -1
                  : WIFSIGNALED(status) ? 128 + WTERMSIG(status)
                                        : WEXITSTATUS(status);
  // What it wrote is all there once its ends of the pipes are closed; a grandchild may hold them.
  std::unique_lock lock(state_->mutex);
  state_->changed.wait_for(lock, Milliseconds(2000),
                           [this] { return !state_->open[0] && !state_->open[1]; });
  return *state_->ended;
}

Outcome run(std::vector<std::string> words, ChildOptions options, Milliseconds patience) {
  Child child(std::move(words), std::move(options));
  const int status = child.wait(patience);
  return {status, child.out(), child.err()};
}

Scratch::Scratch() {
  const char* const base = std::getenv("TMPDIR");
  std::string name = std::string(base != nullptr ? base : "/tmp") + "/sluice-e2e.XXXXXX";
  if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no scratch directory " + name);
  path_ = fs::canonical(name).string();
}

Scratch::~Scratch() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

std::string read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void write_file(const std::string& path, std::string_view text, unsigned mode) {
  std::ofstream(path, std::ios::binary) << text;
  ::chmod(path.c_str(), mode);
}

bool wait_directory(const std::string& directory, const std::function<bool()>& good,
                    Milliseconds patience) {
  const auto until = Clock::now() + patience;
  const int watch = ::inotify_init1(IN_CLOEXEC | IN_NONBLOCK);
  ::inotify_add_watch(watch, directory.c_str(),
                      IN_CREATE | IN_MODIFY | IN_MOVED_TO | IN_CLOSE_WRITE | IN_DELETE);
  bool result = good();
  while (!result) {
    const auto left = std::chrono::duration_cast<Milliseconds>(until - Clock::now()).count();
    pollfd wait{watch, POLLIN, 0};
    if (left <= 0 || ::poll(&wait, 1, static_cast<int>(left)) < 0) break;
    std::array<char, 8192> news;
    while (::read(watch, news.data(), news.size()) > 0) {
    }
    result = good();
  }
  ::close(watch);
  return result;
}

std::vector<pid_t> processes_with(const std::string& variable) {
  std::vector<pid_t> found;
  DIR* const list = ::opendir("/proc");
  while (const dirent* const entry = ::readdir(list)) {
    const pid_t pid = std::atoi(entry->d_name);
    if (pid <= 0 || pid == ::getpid()) continue;
    const std::string variables = read_file("/proc/" + std::string(entry->d_name) + "/environ");
    if (('\0' + variables).find('\0' + variable + '\0') != std::string::npos) found.push_back(pid);
  }
  ::closedir(list);
  return found;
}

bool wait_gone(const std::string& variable, Milliseconds patience) {
  const auto until = Clock::now() + patience;
  for (;;) {
    const std::vector<pid_t> left = processes_with(variable);
    if (left.empty()) return true;
    const int descriptor = static_cast<int>(::syscall(SYS_pidfd_open, left[0], 0));
    if (descriptor < 0) continue;  // gone meanwhile
    const auto rest = std::chrono::duration_cast<Milliseconds>(until - Clock::now()).count();
    pollfd wait{descriptor, POLLIN, 0};
    const bool in_time = rest > 0 && ::poll(&wait, 1, static_cast<int>(rest)) > 0;
    ::close(descriptor);
    if (!in_time) return false;
  }
}

bool is_mounted(const std::string& path) {
  return read_file("/proc/self/mountinfo").find(" " + path + " ") != std::string::npos;
}

}  // namespace sluice::e2e
