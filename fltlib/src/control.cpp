#include <fltlib/control.h>

#include <dirent.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <vector>

namespace fltlib::control {
namespace {

int64_t now_ms() {
  timespec now{};
  clock_gettime(CLOCK_MONOTONIC, &now);
  return int64_t{now.tv_sec} * 1000 + now.tv_nsec / 1'000'000;
}

// A connected socket, or -1 with errno.
int connect_to(const std::string& path) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  if (path.size() >= sizeof(address.sun_path)) {
    errno = ENAMETOOLONG;
    return -1;
  }
  std::memcpy(address.sun_path, path.data(), path.size());
  const int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (fd < 0) return -1;
  if (connect(fd, reinterpret_cast<sockaddr*>(&address), sizeof(address)) != 0) {
    const int error = errno;
    close(fd);
    errno = error;
    return -1;
  }
  return fd;
}

bool send_all(int fd, const std::string& text) {
  size_t done = 0;
  while (done < text.size()) {
    const ssize_t n = send(fd, text.data() + done, text.size() - done, MSG_NOSIGNAL);
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return false;
    done += static_cast<size_t>(n);
  }
  return true;
}

// Up to the newline, which is not part of it.
bool receive_line(int fd, int64_t until, std::string* line, std::string* error) {
  char buffer[4096];
  while (line->size() < kLongestLine) {
    pollfd wait{fd, POLLIN, 0};
    const int64_t left = until - now_ms();
    const int ready = left <= 0 ? 0 : poll(&wait, 1, static_cast<int>(left));
    if (ready < 0 && errno == EINTR) continue;
    if (ready <= 0) {
      *error = "the host did not answer in time";
      return false;
    }
    const ssize_t n = recv(fd, buffer, sizeof(buffer), 0);
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) break;
    line->append(buffer, static_cast<size_t>(n));
    if (line->back() != '\n') continue;
    line->pop_back();
    return true;
  }
  *error = "the host ended without an answer";
  return false;
}

std::vector<std::string> running_hosts() {
  std::vector<std::string> found;
  const std::string folder = directory();
  DIR* const list = opendir(folder.c_str());
  if (list == nullptr) return found;
  while (const dirent* const entry = readdir(list)) {
    const std::string name = entry->d_name;
    if (!name.ends_with(".control")) continue;
    const int fd = connect_to(folder + "/" + name);
    if (fd < 0) continue;  // left over from a host that was killed
    close(fd);
    found.push_back(folder + "/" + name);
  }
  closedir(list);
  return found;
}

}  // namespace

std::string directory() {
  const char* const run = std::getenv("XDG_RUNTIME_DIR");
  if (run != nullptr && *run != '\0') return std::string(run) + "/flthost";
  return geteuid() == 0 ? "/run/flthost" : "/tmp/flthost-" + std::to_string(geteuid());
}

std::string socket_path(int pid) {
  return directory() + "/" + std::to_string(pid) + ".control";
}

std::string find_host(std::string* error) {
  const char* const given = std::getenv("FLTHOST_CONTROL");
  if (given != nullptr && *given != '\0') return given;
  const std::vector<std::string> hosts = running_hosts();
  if (hosts.size() == 1) return hosts[0];
  if (hosts.empty()) {
    *error = "no flthost runs for this user (" + directory() +
             "); start one, or name its socket with --control or FLTHOST_CONTROL";
    return {};
  }
  *error = "several hosts run; choose one with --control or FLTHOST_CONTROL:";
  for (const std::string& host : hosts) *error += " " + host;
  return {};
}

bool ask(const std::string& path, const std::string& request, int deadline_ms, std::string* answer,
         std::string* error) {
  const int fd = connect_to(path);
  if (fd < 0) {
    *error = path + ": " + std::strerror(errno);
    return false;
  }
  answer->clear();
  bool good = send_all(fd, request + "\n");
  if (!good)
    *error = path + ": the host closed the connection: it takes its own user and root only";
  good = good && receive_line(fd, now_ms() + deadline_ms, answer, error);
  close(fd);
  return good;
}

}  // namespace fltlib::control
