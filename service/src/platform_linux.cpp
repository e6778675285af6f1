#include "platform.h"
#include "utf.h"

#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <charconv>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <thread>

namespace sluice::service {

namespace {

constexpr std::int64_t kNtEpoch = 116444736000000000;

std::string process_file(std::uint32_t pid, std::string_view name) {
  return fmt::format("/proc/{}/{}", pid, name);
}

// The fourth field of /proc/PID/stat; the second may contain anything, but ends with the last ')'.
std::uint32_t parent_of(std::uint32_t pid) {
  std::ifstream in(process_file(pid, "stat"));
  const std::string stat((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  const std::size_t name_end = stat.rfind(')');
  if (name_end == std::string::npos || name_end + 4 >= stat.size()) return 0;
  std::uint32_t parent = 0;
  std::from_chars(stat.data() + name_end + 4, stat.data() + stat.size(), parent);
  return parent;
}

std::string image_of(std::uint32_t pid) {
  std::error_code failed;
  std::string image = std::filesystem::read_symlink(process_file(pid, "exe"), failed).string();
  constexpr std::string_view deleted = " (deleted)";
  if (image.size() > deleted.size() && image.ends_with(deleted)) {
    image.resize(image.size() - deleted.size());
  }
  // Names here are bytes; patterns and JSON want UTF-8.
  return utf8_from_utf16(utf16_from_utf8(image));
}

bool starts_with(std::u16string_view text, std::u16string_view prefix) {
  return text.substr(0, prefix.size()) == prefix;
}

std::string with_slashes(std::u16string_view text) {
  std::string path = utf8_from_utf16(text);
  std::replace(path.begin(), path.end(), '\\', '/');
  return path;
}

}  // namespace

RunningProcess running_process(std::uint32_t pid) {
  if (pid == 0) return {};
  const std::uint32_t parent = parent_of(pid);
  std::string image = image_of(pid);
  if (parent == 0 && image.empty()) return {};
  return {pid, parent, std::move(image)};
}

std::vector<RunningProcess> running_processes() {
  std::vector<RunningProcess> found;
  std::error_code failed;
  for (const auto& entry : std::filesystem::directory_iterator("/proc", failed)) {
    const std::string name = entry.path().filename().string();
    std::uint32_t pid = 0;
    const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), pid);
    if (error != std::errc() || end != name.data() + name.size()) continue;
    RunningProcess process = running_process(pid);
    if (process.pid != 0) found.push_back(std::move(process));
  }
  return found;
}

// The host names an image outside of its volumes \Device\LinuxRoot\usr\bin\cat or
// \??\usr\bin\cat, and a file on one \Device\HarddiskVolumeN\....
std::string system_path(std::u16string_view nt_path, const DosName& dos_name) {
  for (const std::u16string_view root :
       {std::u16string_view(u"\\Device\\LinuxRoot"), std::u16string_view(u"\\??")}) {
    if (starts_with(nt_path, root) && nt_path.substr(root.size()).substr(0, 1) == u"\\") {
      return with_slashes(nt_path.substr(root.size()));
    }
  }
  constexpr std::u16string_view device = u"\\Device\\";
  if (!starts_with(nt_path, device)) return with_slashes(nt_path);
  const std::size_t end = std::min(nt_path.find(u'\\', device.size()), nt_path.size());
  const std::string volume = dos_name(nt_path.substr(0, end));
  if (volume.empty()) return with_slashes(nt_path);
  std::string rest = with_slashes(nt_path.substr(end));
  if (rest == "/") rest.clear();
  return volume + rest;
}

void keep_memory_resident() {
  // Under a limit, locking what is mapped later would make allocations fail: all or nothing.
  const rlimit unlimited{RLIM_INFINITY, RLIM_INFINITY};
  (void)setrlimit(RLIMIT_MEMLOCK, &unlimited);
  rlimit limit{};
  if (getrlimit(RLIMIT_MEMLOCK, &limit) != 0 || limit.rlim_cur != RLIM_INFINITY) return;
  // What there is now is read in at once, what comes later stays from its first use on.
  if (mlockall(MCL_CURRENT) == 0) (void)mlockall(MCL_CURRENT | MCL_FUTURE | MCL_ONFAULT);
}

std::string local_time_of_day(std::int64_t nt_time) {
  const std::int64_t ticks = nt_time - kNtEpoch;
  const std::time_t seconds = ticks / 10000000;
  std::tm local{};
  localtime_r(&seconds, &local);
  return fmt::format("{:02}:{:02}:{:02}.{:06}", local.tm_hour, local.tm_min, local.tm_sec,
                     ticks % 10000000 / 10);
}

std::string utc_time(std::int64_t nt_time) {
  const std::int64_t ticks = nt_time - kNtEpoch;
  const std::time_t seconds = ticks / 10000000;
  std::tm utc{};
  gmtime_r(&seconds, &utc);
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:07}Z", utc.tm_year + 1900,
                     utc.tm_mon + 1, utc.tm_mday, utc.tm_hour, utc.tm_min, utc.tm_sec,
                     ticks % 10000000);
}

void watch_signals(std::function<void()> on_stop, std::function<void()> on_reload) {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGTERM);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGHUP);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  signal(SIGPIPE, SIG_IGN);
  std::thread([signals, on_stop = std::move(on_stop), on_reload = std::move(on_reload)] {
    for (;;) {
      int signal_number = 0;
      if (sigwait(&signals, &signal_number) != 0) continue;
      (signal_number == SIGHUP ? on_reload : on_stop)();
    }
  }).detach();
}

void announce_ready(int fd, std::string_view line) {
  const std::string text = std::string(line) + "\n";
  // The starter may have gone; that is its affair.
  (void)!write(fd, text.data(), text.size());
  close(fd);
}

}  // namespace sluice::service
