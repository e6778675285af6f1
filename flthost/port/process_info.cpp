#include "process_info.h"

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <climits>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>

namespace flthost::port {

namespace {

// Field 22 of /proc/PID/stat: clock ticks after boot; ProcessInfo wants 100 ns since 1601.
int64_t start_time(uint32_t pid, uint32_t* parent) {
  char path[64];
  std::snprintf(path, sizeof(path), "/proc/%u/stat", pid);
  const int fd = open(path, O_RDONLY | O_CLOEXEC);
  if (fd < 0) return 0;
  char text[1024];
  const ssize_t bytes = read(fd, text, sizeof(text) - 1);
  close(fd);
  if (bytes <= 0) return 0;
  text[bytes] = 0;
  const char* at = std::strrchr(text, ')');  // the name may hold blanks and parentheses
  unsigned long long ticks = 0;
  if (at == nullptr ||
      std::sscanf(
          at + 1,
          " %*c %u %*d %*d %*d %*d %*u %*u %*u %*u %*u %*u %*u %*d %*d %*d %*d %*d %*d %llu",
          parent, &ticks) != 2) {
    return 0;
  }
  timespec boot{}, wall{};
  clock_gettime(CLOCK_BOOTTIME, &boot);
  clock_gettime(CLOCK_REALTIME, &wall);
  const int64_t boot_at =
      (wall.tv_sec - boot.tv_sec) * 10000000 + (wall.tv_nsec - boot.tv_nsec) / 100;
  constexpr int64_t kUnixEpoch = 116444736000000000;  // 1970 in 100 ns since 1601
  return kUnixEpoch + boot_at + static_cast<int64_t>(ticks) * 10000000 / sysconf(_SC_CLK_TCK);
}

std::u16string image_of(uint32_t pid) {
  char path[64], target[PATH_MAX];
  std::snprintf(path, sizeof(path), "/proc/%u/exe", pid);
  const ssize_t bytes = readlink(path, target, sizeof(target));
  std::u16string image = u"\\Device\\LinuxRoot";
  for (ssize_t i = 0; i < bytes; ++i) {
    image +=
        target[i] == '/' ? u'\\' : static_cast<char16_t>(static_cast<unsigned char>(target[i]));
  }
  return image;
}

}  // namespace

ClientIdentity::ClientIdentity(int socket) {
  ucred peer{};
  socklen_t size = sizeof(peer);
  if (getsockopt(socket, SOL_SOCKET, SO_PEERCRED, &peer, &size) != 0 || peer.pid <= 0) return;
  ps::ProcessInfo info;
  info.pid = static_cast<uint32_t>(peer.pid);
  info.start_time = start_time(info.pid, &info.parent_pid);
  info.image = image_of(info.pid);
  info.uid = peer.uid;
  process_ = ps::create_process(info);
  thread_ = ps::reference_thread(process_, info.pid);
  impersonate_ = new ps::Impersonate(thread_);
}

ClientIdentity::~ClientIdentity() {
  if (process_ == nullptr) return;
  delete impersonate_;
  ps::dereference(thread_);
  ps::exit_process(process_);
  ps::dereference(process_);
}

}  // namespace flthost::port
