// `flthost check-host`: what this kernel and user can do, one line each.
#include <flthost/app/run.h>
#include <flthost/fuse/fuse.h>

#include <fcntl.h>
#include <fmt/format.h>
#include <sched.h>
#include <sys/utsname.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <vector>

namespace flthost::app {
namespace {

fuse::HostAbility kernel_ability(int* version) {
  utsname name{};
  ::uname(&name);
  int major = 0, minor = 0;
  std::sscanf(name.release, "%d.%d", &major, &minor);
  *version = major * 1000 + minor;
  return {"kernel",
          fmt::format("{} ({})", name.release,
                      *version >= 6001 ? "6.1 or newer" : "older than 6.1: not tested"),
          *version >= 6001};
}

fuse::HostAbility device_ability() {
  const int fd = ::open("/dev/fuse", O_RDWR | O_CLOEXEC);
  if (fd >= 0) {
    ::close(fd);
    return {"/dev/fuse", "can be opened", true};
  }
  const char* const mend =
      errno == ENOENT ? " (modprobe fuse)" : " (chmod 0666 /dev/fuse, or run as root)";
  return {"/dev/fuse", std::string(std::strerror(errno)) + mend, false};
}

// Tried in a child, so that this process stays where it is.
fuse::HostAbility namespace_ability() {
  const bool root = ::geteuid() == 0;
  const pid_t pid = ::fork();
  if (pid == 0)
    ::_exit(::unshare(root ? CLONE_NEWNS : CLONE_NEWUSER | CLONE_NEWNS) == 0 ? 0 : errno);
  int status = 0;
  ::waitpid(pid, &status, 0);
  const int error = WIFEXITED(status) ? WEXITSTATUS(status) : EPERM;
  const char* const what = root ? "mount namespace" : "user namespace";
  if (error == 0) return {what, "can be made", true};
  return {
      what,
      fmt::format("{}{}", std::strerror(error),
                  root ? " (CAP_SYS_ADMIN is missing)"
                       : " (sysctl user.max_user_namespaces, kernel.unprivileged_userns_clone)"),
      false};
}

}  // namespace

int check_host() {
  int version = 0;
  std::vector<fuse::HostAbility> all = {kernel_ability(&version), device_ability(),
                                        namespace_ability()};
  bool good = true;
  for (const fuse::HostAbility& one : all) good = good && one.good;
  const bool mmap = version >= 6006;
  all.push_back({"shared mappings",
                 mmap ? "yes, and every read(2) reaches the drivers (6.6 or newer)"
                      : "only on cached files: single read(2)s of pages the kernel "
                        "has are not seen (6.6 is needed)",
                 mmap});
  all.push_back({"maps without mmap_lock",
                 version >= 6017 ? "yes"
                                 : "no (6.17 is needed): looking at a "
                                   "process's mappings waits for its mmap calls",
                 version >= 6017});
  all.push_back(fuse::connector_ability());
  for (const fuse::HostAbility& one : all) {
    fmt::print("{:<24}{:<5}{}\n", one.name, one.good ? "ok" : "no", one.state);
  }
  return good ? 0 : 1;
}

}  // namespace flthost::app
