#include <flthost/app/control.h>

#include <flthost/flt/manage.h>
#include <flthost/fuse/procfs.h>

#include <fltlib/control.h>
#include <fmt/format.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <chrono>
#include <condition_variable>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <list>
#include <mutex>
#include <thread>

namespace flthost::app {
namespace {

using nlohmann::json;

constexpr size_t kMostClients = 16;
constexpr int kMostDeadlineMs = 600'000;

json answer_of(NTSTATUS status, const std::string& why = {}) {
  json answer = {{"v", fltlib::control::kVersion},
                 {"status", static_cast<uint32_t>(status)},
                 {"name", status_name(status)}};
  if (!why.empty()) answer["why"] = why;
  return answer;
}

std::string text_of(const json& request, const char* field) {
  const auto found = request.find(field);
  return found != request.end() && found->is_string() ? found->get<std::string>() : "";
}

std::u16string wide(const json& request, const char* field) {
  return fuse::to_utf16(text_of(request, field));
}

std::string hex(const std::vector<uint8_t>& bytes) {
  std::string text;
  for (const uint8_t byte : bytes) text += fmt::format("{:02x}", byte);
  return text;
}

json list(const json& request) {
  const std::string what = text_of(request, "what");
  const auto given = request.find("class");
  const int number = given != request.end() && given->is_number_integer() ? given->get<int>() : 0;
  flt::Blobs blobs;
  NTSTATUS status = STATUS_INVALID_PARAMETER;
  if (what == "filters") {
    status = flt::filter_blobs(wide(request, "filter"),
                               static_cast<FILTER_INFORMATION_CLASS>(number), &blobs);
  } else if (what == "volumes") {
    status = flt::volume_blobs(static_cast<FILTER_VOLUME_INFORMATION_CLASS>(number), &blobs);
  } else if (what == "instances") {
    status = flt::instance_blobs(
        {wide(request, "filter"), wide(request, "volume"), wide(request, "instance")},
        static_cast<INSTANCE_INFORMATION_CLASS>(number), &blobs);
  } else {
    return answer_of(status, "what is filters, instances or volumes");
  }
  json answer = answer_of(status);
  answer["items"] = json::array();
  for (const auto& blob : blobs) answer["items"].push_back(hex(blob));
  return answer;
}

json names(const json& request) {
  std::u16string dos_name;
  const bool found = flt::dos_name_of(wide(request, "volume"), &dos_name);
  json answer = answer_of(found ? STATUS_SUCCESS : STATUS_FLT_VOLUME_NOT_FOUND);
  if (found) answer["dos"] = inf::to_utf8(dos_name);
  return answer;
}

json load(Host& host, const json& request) {
  LoadRequest what;
  what.service = text_of(request, "service");
  what.driver = {text_of(request, "path"), text_of(request, "altitude")};
  if (const auto files = request.find("inf"); files != request.end() && files->is_array()) {
    for (const json& file : *files) {
      if (file.is_string()) what.service_files.push_back(file.get<std::string>());
    }
  }
  const LoadOutcome outcome = host.load(what);
  return answer_of(outcome.status, outcome.why);
}

json attach(const json& request) {
  std::u16string created;
  const NTSTATUS status =
      flt::attach_by_name(wide(request, "filter"), wide(request, "volume"),
                          wide(request, "instance"), wide(request, "altitude"), &created);
  json answer = answer_of(status);
  if (NT_SUCCESS(status)) answer["instance"] = inf::to_utf8(created);
  return answer;
}

json perform(Host& host, const json& request) {
  const std::string op = text_of(request, "op");
  if (op == "load") return load(host, request);
  if (op == "unload") {
    const LoadOutcome outcome = host.unload(text_of(request, "filter"));
    return answer_of(outcome.status, outcome.why);
  }
  if (op == "attach") return attach(request);
  return answer_of(flt::detach_by_name(wide(request, "filter"), wide(request, "volume"),
                                       wide(request, "instance")));
}

bool changes(const std::string& op) {
  return op == "load" || op == "unload" || op == "attach" || op == "detach";
}

// One command at a time on a thread of its own: who asked may give up waiting.
class Worker {
 public:
  explicit Worker(Host& host) : host_(host), thread_([this] { run(); }) {}
  ~Worker() {
    {
      const std::lock_guard guard(lock_);
      done_ = true;
    }
    changed_.notify_all();
    thread_.join();
  }
  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;

  json ask(const json& request, int deadline_ms) {
    const auto until = std::chrono::steady_clock::now() + std::chrono::milliseconds(deadline_ms);
    std::unique_lock guard(lock_);
    if (!changed_.wait_until(guard, until, [this] { return !busy_; })) {
      return answer_of(STATUS_DEVICE_BUSY, "\"" + command_ + "\" has not ended yet" + waits_for());
    }
    busy_ = true;
    request_ = request;
    command_ = text_of(request, "op") + " " + text_of(request, "filter") +
               text_of(request, "service") + text_of(request, "path");
    const uint64_t number = ++number_;
    changed_.notify_all();
    if (!changed_.wait_until(guard, until, [&] { return finished_ == number; })) {
      return answer_of(STATUS_IO_TIMEOUT, "\"" + command_ + "\" goes on: it did not end within " +
                                              std::to_string(deadline_ms) + " ms" + waits_for());
    }
    json answer = std::move(answer_);
    return answer;
  }

 private:
  void run() {
    std::unique_lock guard(lock_);
    for (;;) {
      changed_.wait(guard, [this] { return done_ || finished_ != number_; });
      if (finished_ == number_) return;  // done, and nothing left
      const json request = request_;
      guard.unlock();
      json answer = perform(host_, request);
      guard.lock();
      answer_ = std::move(answer);
      finished_ = number_;
      busy_ = false;
      changed_.notify_all();
    }
  }

  static std::string waits_for() {
    std::string text;
    for (const boundary::DriverActivity& running : boundary::driver_activity()) {
      text += fmt::format("{}{} has not returned, it is at {}", text.empty() ? ": " : "; ",
                          running.routine, running.where);
    }
    return text;
  }

  Host& host_;
  std::mutex lock_;
  std::condition_variable changed_;
  json request_, answer_;
  std::string command_;
  uint64_t number_ = 0, finished_ = 0;
  bool busy_ = false, done_ = false;
  std::thread thread_;
};

bool is_welcome(int fd) {
  ucred peer{};
  socklen_t size = sizeof(peer);
  return ::getsockopt(fd, SOL_SOCKET, SO_PEERCRED, &peer, &size) == 0 &&
         (peer.uid == 0 || peer.uid == ::geteuid());
}

json answer_line(const std::string& line, Worker& worker) {
  const json request = json::parse(line, nullptr, false);
  if (!request.is_object()) {
    return answer_of(STATUS_INVALID_PARAMETER, "a request is one line of JSON, an object");
  }
  const auto version = request.find("v");
  if (version == request.end() || *version != fltlib::control::kVersion) {
    return answer_of(STATUS_REVISION_MISMATCH,
                     fmt::format("this host speaks version {}; use the flthost or libfltlib that "
                                 "belongs to it",
                                 fltlib::control::kVersion));
  }
  const std::string op = text_of(request, "op");
  if (op == "list") return list(request);
  if (op == "names") return names(request);
  if (!changes(op)) {
    return answer_of(STATUS_NOT_IMPLEMENTED, "op is load, unload, attach, detach, list or names");
  }
  int deadline = fltlib::control::kDefaultDeadlineMs;
  const auto given = request.find("deadline_ms");
  if (given != request.end() && given->is_number_integer()) {
    deadline = std::clamp(given->get<int>(), 1, kMostDeadlineMs);
  }
  return worker.ask(request, deadline);
}

void serve_client(int fd, Worker& worker) {
  std::string text;
  char buffer[4096];
  while (text.size() < fltlib::control::kLongestLine) {
    const ssize_t n = ::recv(fd, buffer, sizeof(buffer), 0);
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return;
    text.append(buffer, static_cast<size_t>(n));
    for (size_t end; (end = text.find('\n')) != std::string::npos;) {
      const json answer = answer_line(text.substr(0, end), worker);
      text.erase(0, end + 1);
      const std::string out = answer.dump(-1, ' ', false, json::error_handler_t::replace) + "\n";
      for (size_t done = 0; done < out.size();) {
        const ssize_t sent = ::send(fd, out.data() + done, out.size() - done, MSG_NOSIGNAL);
        if (sent < 0 && errno == EINTR) continue;
        if (sent <= 0) return;
        done += static_cast<size_t>(sent);
      }
    }
  }
}

struct Client {
  int fd = -1;
  std::atomic<bool> done{false};
  std::thread thread;
};

// A host that was killed leaves its socket, PID.control.
void remove_dead(const std::string& folder) {
  std::error_code failed;
  for (const auto& entry : std::filesystem::directory_iterator(folder, failed)) {
    const int pid = std::atoi(entry.path().filename().c_str());
    if (entry.path().extension() != ".control" || pid <= 0) continue;
    if (::kill(pid, 0) != 0 && errno == ESRCH) ::unlink(entry.path().c_str());
  }
}

// The default folder is the user's alone, or none.
std::string make_folder(const std::string& path) {
  const std::string folder = path.substr(0, path.rfind('/'));
  if (folder != fltlib::control::directory()) return {};
  if (::mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST) {
    return folder + ": " + std::strerror(errno);
  }
  struct stat st{};
  if (::lstat(folder.c_str(), &st) != 0 || !S_ISDIR(st.st_mode) || st.st_uid != ::geteuid()) {
    return folder + " is not this user's: remove it, or name a socket with --control";
  }
  remove_dead(folder);
  return {};
}

int listen_at(const std::string& path, std::string* error) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  if (path.size() >= sizeof(address.sun_path)) {
    *error = path + " is longer than " + std::to_string(sizeof(address.sun_path) - 1) +
             " bytes: choose a shorter --control";
    return -1;
  }
  std::memcpy(address.sun_path, path.data(), path.size());
  *error = make_folder(path);
  if (!error->empty()) return -1;
  const int fd = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  const auto* const at = reinterpret_cast<const sockaddr*>(&address);
  if (fd >= 0 && ::connect(fd, at, sizeof(address)) == 0) {
    *error = path + ": another host listens there; choose another --control";
    ::close(fd);
    return -1;
  }
  ::unlink(path.c_str());
  const mode_t old = ::umask(0177);
  const bool good = fd >= 0 && ::bind(fd, at, sizeof(address)) == 0 && ::listen(fd, 8) == 0;
  ::umask(old);
  if (good) return fd;
  *error = path + ": " + std::strerror(errno);
  if (fd >= 0) ::close(fd);
  return -1;
}

}  // namespace

struct ControlServer::State {
  explicit State(Host& host) : worker(host) {}
  void listen_loop();
  void reap(bool all);

  Worker worker;
  int socket = -1;
  int stop = -1;
  std::list<Client> clients;
  std::thread thread;
};

void ControlServer::State::reap(bool all) {
  for (auto client = clients.begin(); client != clients.end();) {
    if (!all && !client->done.load()) {
      ++client;
      continue;
    }
    if (all) ::shutdown(client->fd, SHUT_RDWR);
    client->thread.join();
    ::close(client->fd);
    client = clients.erase(client);
  }
}

void ControlServer::State::listen_loop() {
  for (;;) {
    pollfd wait[2] = {{socket, POLLIN, 0}, {stop, POLLIN, 0}};
    if (::poll(wait, 2, -1) < 0) continue;
    if (wait[1].revents != 0) return;
    const int fd = ::accept4(socket, nullptr, nullptr, SOCK_CLOEXEC);
    if (fd < 0) continue;
    reap(false);
    if (clients.size() >= kMostClients || !is_welcome(fd)) {
      ::close(fd);
      continue;
    }
    Client& client = clients.emplace_back();
    client.fd = fd;
    client.thread = std::thread([this, &client] {
      serve_client(client.fd, worker);
      ::shutdown(client.fd, SHUT_RDWR);
      client.done.store(true);
    });
  }
}

std::unique_ptr<ControlServer> ControlServer::start(const std::string& path, Host& host,
                                                    std::string* error) {
  const int fd = listen_at(path, error);
  if (fd < 0) return nullptr;
  std::unique_ptr<ControlServer> server(new ControlServer);
  server->path_ = path;
  server->state_ = std::make_unique<State>(host);
  server->state_->socket = fd;
  server->state_->stop = ::eventfd(0, EFD_CLOEXEC);
  State* const state = server->state_.get();
  state->thread = std::thread([state] { state->listen_loop(); });
  return server;
}

ControlServer::~ControlServer() {
  if (state_ == nullptr) return;
  const uint64_t one = 1;
  (void)!::write(state_->stop, &one, sizeof(one));
  state_->thread.join();
  ::unlink(path_.c_str());
  state_->reap(true);
  ::close(state_->socket);
  ::close(state_->stop);
}

}  // namespace flthost::app
