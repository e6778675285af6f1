#include <flthost/app/launcher.h>
#include <flthost/app/launcher_messages.h>
#include <flthost/app/options.h>

#include <dirent.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace flthost::app {

bool send_message(int socket, const LauncherMessage& message, int descriptor) {
  iovec part{const_cast<LauncherMessage*>(&message), sizeof(message)};
  alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int))> control{};
  msghdr header{};
  header.msg_iov = &part;
  header.msg_iovlen = 1;
  if (descriptor >= 0) {
    header.msg_control = control.data();
    header.msg_controllen = control.size();
    cmsghdr* const rights = CMSG_FIRSTHDR(&header);
    rights->cmsg_level = SOL_SOCKET;
    rights->cmsg_type = SCM_RIGHTS;
    rights->cmsg_len = CMSG_LEN(sizeof(int));
    std::memcpy(CMSG_DATA(rights), &descriptor, sizeof(int));
  }
  return ::sendmsg(socket, &header, MSG_NOSIGNAL) == static_cast<ssize_t>(sizeof(message));
}

bool receive_message(int socket, LauncherMessage* message, int* descriptor) {
  iovec part{message, sizeof(*message)};
  alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int))> control{};
  msghdr header{};
  header.msg_iov = &part;
  header.msg_iovlen = 1;
  header.msg_control = control.data();
  header.msg_controllen = control.size();
  ssize_t got;
  do {
    got = ::recvmsg(socket, &header, MSG_CMSG_CLOEXEC);
  } while (got < 0 && errno == EINTR);
  if (got != static_cast<ssize_t>(sizeof(*message))) return false;
  message->text[sizeof(message->text) - 1] = '\0';
  const cmsghdr* const rights = CMSG_FIRSTHDR(&header);
  if (rights != nullptr && rights->cmsg_type == SCM_RIGHTS && descriptor != nullptr) {
    std::memcpy(descriptor, CMSG_DATA(rights), sizeof(int));
  }
  return true;
}

std::unique_ptr<Launcher> Launcher::start(const LaunchPlan& plan, std::string* error) {
  std::array<int, 2> pair;
  if (::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, pair.data()) != 0) {
    *error = std::string("no socket pair for the launcher: ") + std::strerror(errno);
    return nullptr;
  }
  std::unique_ptr<Launcher> launcher(new Launcher);
  launcher->pid_ = ::fork();
  if (launcher->pid_ == 0) {
    ::close(pair[0]);
    launcher_main(pair[1], plan);
  }
  ::close(pair[1]);
  launcher->socket_ = pair[0];
  if (launcher->pid_ < 0) {
    *error = std::string("cannot fork the launcher: ") + std::strerror(errno);
    return nullptr;
  }
  LauncherMessage message;
  if (!receive_message(launcher->socket_, &message, &launcher->device_)) {
    *error = "the launcher ended before it had mounted " + plan.directory;
    return nullptr;
  }
  if (message.say != Say::Mounted) {
    *error = message.text;
    return nullptr;
  }
  launcher->major_ = static_cast<uint32_t>(message.value);
  launcher->minor_ = static_cast<uint32_t>(message.value2);
  return launcher;
}

Launcher::~Launcher() {
  if (socket_ >= 0) ::close(socket_);  // it sees the end and kills what is left
  if (device_ >= 0) ::close(device_);
  if (pid_ > 0) {
    while (::waitpid(pid_, nullptr, 0) < 0 && errno == EINTR) {
    }
  }
}

int Launcher::take_device() {
  const int device = device_;
  device_ = -1;
  return device;
}

int Launcher::run_command(uint32_t* command_pid, std::string* error) {
  LauncherMessage message;
  message.say = Say::Go;
  if (!send_message(socket_, message) || !receive_message(socket_, &message)) {
    *error = "the launcher has ended before it started the command";
    return kExitFailed;
  }
  if (message.say == Say::Started) {
    *command_pid = static_cast<uint32_t>(message.value);
    return 0;
  }
  *error = message.text;
  return message.value;
}

bool Launcher::take_exit(int* wait_status) {
  LauncherMessage message;
  if (!receive_message(socket_, &message) || message.say != Say::Exited) return false;
  *wait_status = message.value;
  return true;
}

void Launcher::send_signal(int signal) {
  LauncherMessage message;
  message.say = Say::Signal;
  message.value = signal;
  send_message(socket_, message);
}

int Launcher::unmount() {
  LauncherMessage message;
  message.say = Say::Unmount;
  if (!send_message(socket_, message)) return 0;
  while (receive_message(socket_, &message)) {
    if (message.say == Say::Unmounted) return message.value;
  }
  return 0;
}

// ------------------------------------------------------------------ parts
bool find_mount(const std::string& mountinfo, uint32_t* major, uint32_t* minor) {
  bool found = false;
  size_t at = 0;
  while (at < mountinfo.size()) {
    const size_t end = std::min(mountinfo.find('\n', at), mountinfo.size());
    const std::string line = mountinfo.substr(at, end - at);
    at = end + 1;
    if (line.find(" - fuse flthost ") == std::string::npos) continue;
    found = std::sscanf(line.c_str(), "%*u %*u %u:%u", major, minor) == 2 || found;
  }
  return found;
}

std::vector<InheritedDescriptor> descriptors_into(const std::string& directory) {
  std::vector<InheritedDescriptor> found;
  DIR* const list = ::opendir("/proc/self/fd");
  if (list == nullptr) return found;
  while (const dirent* const entry = ::readdir(list)) {
    const int fd = std::atoi(entry->d_name);
    std::array<char, 4096> target;
    const ssize_t length = ::readlinkat(::dirfd(list), entry->d_name, target.data(), target.size());
    if (entry->d_name[0] == '.' || length <= 0 || fd == ::dirfd(list)) continue;
    const std::string path(target.data(), static_cast<size_t>(length));
    if (path == directory || path.starts_with(directory + "/")) found.push_back({fd, path});
  }
  ::closedir(list);
  return found;
}

}  // namespace flthost::app
