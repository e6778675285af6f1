// The launcher's own side. One thread, no locks: it was forked and shares nothing.
#include <flthost/app/launcher.h>
#include <flthost/app/launcher_messages.h>
#include <flthost/app/options.h>

#include <dirent.h>
#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>

namespace flthost::app {
namespace {

[[noreturn]] void fail(int socket, const std::string& text, int status = kExitFailed) {
  LauncherMessage message;
  message.say = Say::Failed;
  message.value = status;
  std::snprintf(message.text, sizeof(message.text), "%s", text.c_str());
  send_message(socket, message);
  ::_exit(status);
}

std::string because(const std::string& what, const char* mend = "") {
  const int error = errno;
  return what + ": " + std::strerror(error) + mend;
}

bool write_file(const char* path, const std::string& text) {
  const int fd = ::open(path, O_WRONLY | O_CLOEXEC);
  if (fd < 0) return false;
  const bool good = ::write(fd, text.data(), text.size()) == static_cast<ssize_t>(text.size());
  ::close(fd);
  return good;
}

std::string read_file(const char* path) {
  std::string text;
  const int fd = ::open(path, O_RDONLY | O_CLOEXEC);
  std::array<char, 4096> buffer;
  ssize_t got;
  while (fd >= 0 && (got = ::read(fd, buffer.data(), buffer.size())) > 0) {
    text.append(buffer.data(), static_cast<size_t>(got));
  }
  if (fd >= 0) ::close(fd);
  return text;
}

// One step up for as long as there is one.
bool climb_to_the_top() {
  struct stat here{}, above{};
  for (int steps = 0; steps < 4096; ++steps) {
    if (::stat(".", &here) != 0 || ::stat("..", &above) != 0) return false;
    if (here.st_dev == above.st_dev && here.st_ino == above.st_ino) return ::chroot(".") == 0;
    if (::chdir("..") != 0) return false;
  }
  return false;
}

// Nothing that is mounted here may be seen elsewhere. In a chroot whose / is no mount point the
// mount that holds it must be told so, which lies above: this process goes there and comes back.
bool make_mounts_private(const std::string& directory) {
  const auto make = [] {
    return ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0;
  };
  if (make()) return true;
  if (errno != EINVAL) return false;
  const int root = ::open("/", O_PATH | O_DIRECTORY | O_CLOEXEC);
  if (root < 0 || ::fchdir(root) != 0) return false;
  // With the root below it, the working directory has a way up.
  bool good = ::chroot(directory.c_str()) == 0 && climb_to_the_top() && make();
  const int error = errno;
  good = ::fchdir(root) == 0 && ::chroot(".") == 0 && good;
  ::close(root);
  errno = error;
  return good;
}

// The caller sees another root than its mount namespace has.
bool is_chrooted() {
  struct stat root{}, top{};
  return ::stat("/", &root) == 0 && ::stat("/proc/1/root/.", &top) == 0 &&
         (root.st_dev != top.st_dev || root.st_ino != top.st_ino);
}

void enter_namespaces(int socket, const std::string& directory) {
  const uid_t uid = ::geteuid();
  const gid_t gid = ::getegid();
  if (uid == 0) {
    if (::unshare(CLONE_NEWNS) != 0) {
      fail(socket, because("cannot make a private mount namespace",
                           " (CAP_SYS_ADMIN is missing: a container without it can't mount)"));
    }
  } else {
    if (::unshare(CLONE_NEWUSER | CLONE_NEWNS) != 0) {
      if (errno == EPERM && is_chrooted()) {
        fail(socket,
             "in a chroot Linux gives an ordinary user no user namespace: run flthost as "
             "root there, or outside of it");
      }
      fail(socket, because("this system gives an ordinary user no user namespace",
                           " (see sysctl user.max_user_namespaces and "
                           "kernel.unprivileged_userns_clone, or run as root)"));
    }
    if (!write_file("/proc/self/setgroups", "deny") ||
        !write_file("/proc/self/uid_map", std::to_string(uid) + " " + std::to_string(uid) + " 1") ||
        !write_file("/proc/self/gid_map", std::to_string(gid) + " " + std::to_string(gid) + " 1")) {
      fail(socket, because("cannot map the user into a user namespace"));
    }
  }
  if (!make_mounts_private(directory)) {
    fail(socket, because("cannot make / private in the new mount namespace",
                         " (make it a mount point: mount --bind ROOT ROOT before chroot ROOT)"));
  }
}

// The flags that the directory's own file system has: nothing is allowed that it forbids.
unsigned long mount_flags(const std::string& directory) {
  struct statvfs st{};
  unsigned long flags = 0;
  if (::statvfs(directory.c_str(), &st) != 0) return MS_NOSUID | MS_NODEV;
  if ((st.f_flag & ST_RDONLY) != 0) flags |= MS_RDONLY;
  if ((st.f_flag & ST_NOSUID) != 0 || ::geteuid() != 0) flags |= MS_NOSUID;
  if ((st.f_flag & ST_NODEV) != 0 || ::geteuid() != 0) flags |= MS_NODEV;
  if ((st.f_flag & ST_NOEXEC) != 0) flags |= MS_NOEXEC;
  return flags;
}

void mount_directory(int socket, const std::string& directory) {
  const uid_t uid = ::geteuid();
  const int device = ::open("/dev/fuse", O_RDWR | O_CLOEXEC);
  if (device < 0) {
    fail(socket, errno == EACCES || errno == EPERM
                     ? because("cannot open /dev/fuse",
                               " (chmod 0666 /dev/fuse, as udev does, or run as root)")
                     : because("cannot open /dev/fuse", " (modprobe fuse)"));
  }
  struct stat st{};
  if (::stat(directory.c_str(), &st) != 0) fail(socket, because("cannot look at " + directory));
  std::array<char, 256> options;
  // As root everybody would have root's access without default_permissions; as a user the host
  // opens files as that user, which knows of supplementary groups and ACLs.
  std::snprintf(options.data(), options.size(),
                "fd=%d,rootmode=%o,user_id=%u,group_id=%u,allow_other%s", device,
                st.st_mode & S_IFMT, uid, ::getegid(), uid == 0 ? ",default_permissions" : "");
  if (::mount("flthost", directory.c_str(), "fuse", mount_flags(directory), options.data()) != 0) {
    fail(socket, because("cannot mount on " + directory));
  }
  LauncherMessage message;
  message.say = Say::Mounted;
  uint32_t major = 0, minor = 0;
  if (!find_mount(read_file("/proc/self/mountinfo"), &major, &minor)) {
    fail(socket, "the mount of " + directory + " is not in /proc/self/mountinfo");
  }
  message.value = static_cast<int32_t>(major);
  message.value2 = static_cast<int32_t>(minor);
  if (!send_message(socket, message, device)) ::_exit(kExitFailed);
  ::close(device);
}

// ------------------------------------------------------------------ CMD
[[noreturn]] void become_command(const LaunchPlan& plan, int error_pipe, pid_t launcher) {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  sigset_t none;
  ::sigemptyset(&none);
  ::sigprocmask(SIG_SETMASK, &none, nullptr);
  ::signal(SIGPIPE, SIG_DFL);
  int error = ::getppid() == launcher ? 0 : ESRCH;
  for (const int fd : plan.close_in_command) ::close(fd);
  for (const auto& [name, value] : plan.environment) ::setenv(name.c_str(), value.c_str(), 1);
  if (error == 0 && ::chdir(plan.cwd.c_str()) != 0) error = -errno;
  if (error == 0) {
    std::vector<char*> arguments;
    for (const std::string& word : plan.command)
      arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    ::execvp(arguments[0], arguments.data());
    error = errno;
  }
  (void)!::write(error_pipe, &error, sizeof(error));
  ::_exit(kExitFailed);
}

pid_t start_command(int socket, const LaunchPlan& plan) {
  std::array<int, 2> pipe;
  if (::pipe2(pipe.data(), O_CLOEXEC) != 0) fail(socket, because("no pipe"));
  const pid_t launcher = ::getpid();
  const pid_t pid = ::fork();
  if (pid < 0) fail(socket, because("cannot fork for " + plan.command[0]));
  if (pid == 0) {
    ::close(socket);
    become_command(plan, pipe[1], launcher);
  }
  ::close(pipe[1]);
  int error = 0;
  const bool failed = ::read(pipe[0], &error, sizeof(error)) == static_cast<ssize_t>(sizeof(error));
  ::close(pipe[0]);
  if (failed) {
    ::waitpid(pid, nullptr, 0);
    if (error < 0) {
      fail(socket, "cannot enter the working directory " + plan.cwd +
                       " through the mount: " + std::strerror(-error));
    }
    fail(socket, plan.command[0] + ": " + std::strerror(error),
         error == ENOENT || error == ENOTDIR ? kExitNotFound : kExitNotExecutable);
  }
  LauncherMessage message;
  message.say = Say::Started;
  message.value = pid;
  send_message(socket, message);
  return pid;
}

// ------------------------------------------------------------------ who else is in the namespace
template <typename Function>
int for_others(Function function) {
  std::array<char, 64> mine{}, theirs;
  if (::readlink("/proc/self/ns/mnt", mine.data(), mine.size() - 1) <= 0) return 0;
  int count = 0;
  DIR* const list = ::opendir("/proc");
  if (list == nullptr) return 0;
  while (const dirent* const entry = ::readdir(list)) {
    const int pid = std::atoi(entry->d_name);
    if (pid <= 0 || pid == ::getpid()) continue;
    theirs.fill('\0');
    const std::string path = "/proc/" + std::string(entry->d_name) + "/ns/mnt";
    if (::readlink(path.c_str(), theirs.data(), theirs.size() - 1) <= 0 || theirs != mine) continue;
    ++count;
    function(pid);
  }
  ::closedir(list);
  return count;
}

void kill_all() {
  // A process may fork while the list is read: until a look finds nobody alive.
  for (int look = 0; look < 100; ++look) {
    if (for_others([](pid_t pid) { ::kill(pid, SIGKILL); }) == 0) return;
    while (::waitpid(-1, nullptr, WNOHANG) > 0) {
    }
    ::poll(nullptr, 0, 1);
  }
}

void unmount(int socket, const std::string& directory) {
  LauncherMessage message;
  message.say = Say::Unmounted;
  if (::umount2(directory.c_str(), 0) != 0) message.value = std::max(1, for_others([](pid_t) {}));
  send_message(socket, message);
}

void reap(int socket, pid_t command) {
  int status = 0;
  for (;;) {
    const pid_t pid = ::waitpid(-1, &status, WNOHANG);
    if (pid <= 0) return;
    if (pid != command) continue;
    LauncherMessage message;
    message.say = Say::Exited;
    message.value = status;
    send_message(socket, message);
  }
}

}  // namespace

void launcher_main(int socket, const LaunchPlan& plan) {
  sigset_t blocked;
  ::sigfillset(&blocked);
  ::sigprocmask(SIG_SETMASK, &blocked, nullptr);
  ::prctl(PR_SET_NAME, "flthost-launch");
  ::prctl(PR_SET_CHILD_SUBREAPER, 1);
  for (const int fd : plan.close_in_launcher) ::close(fd);
  enter_namespaces(socket, plan.directory);
  mount_directory(socket, plan.directory);
  (void)!::chdir("/");
  LauncherMessage message;
  if (!receive_message(socket, &message) || message.say != Say::Go) ::_exit(0);
  // A fresh root inode belongs to root until its attributes are asked for; a user namespace that
  // does not map root would refuse every create in it.
  struct stat st{};
  (void)!::stat(plan.directory.c_str(), &st);
  const pid_t command = start_command(socket, plan);

  sigset_t children;
  ::sigemptyset(&children);
  ::sigaddset(&children, SIGCHLD);
  const int signals = ::signalfd(-1, &children, SFD_CLOEXEC | SFD_NONBLOCK);
  std::array<pollfd, 2> wait = {pollfd{signals, POLLIN, 0}, pollfd{socket, POLLIN, 0}};
  reap(socket, command);
  bool ending = false;
  for (;;) {
    ::poll(wait.data(), wait.size(), -1);
    if (wait[0].revents != 0) {
      signalfd_siginfo info;
      while (::read(signals, &info, sizeof(info)) > 0) {
      }
      reap(socket, command);
    }
    if (wait[1].revents == 0) continue;
    if (!receive_message(socket, &message)) {
      if (!ending) kill_all();  // the host was killed
      ::_exit(0);
    }
    if (message.say == Say::Signal) ::kill(command, message.value);
    if (message.say == Say::Unmount) {
      ending = true;
      unmount(socket, plan.directory);
    }
  }
}

}  // namespace flthost::app
