#include <flthost/fuse/procfs.h>

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <charconv>
#include <cstdio>

namespace flthost::fuse {
namespace {

// x86-64 system call numbers.
constexpr int kSendfile = 40, kSplice = 275, kCopyFileRange = 326;
constexpr int kMadvise = 28, kReadahead = 187, kFadvise = 221;
constexpr uint64_t kWillNeed = 3;  // MADV_WILLNEED and POSIX_FADV_WILLNEED

std::string_view next_field(std::string_view& text) {
  const size_t start = text.find_first_not_of(" \t\n");
  if (start == std::string_view::npos) {
    text = {};
    return {};
  }
  const size_t end = text.find_first_of(" \t\n", start);
  const std::string_view field = text.substr(start, end - start);
  text = end == std::string_view::npos ? std::string_view{} : text.substr(end);
  return field;
}

template <typename T>
std::optional<T> number(std::string_view field, int base = 10) {
  if (base == 16 && field.starts_with("0x")) field.remove_prefix(2);
  T value{};
  const auto [end, error] = std::from_chars(field.data(), field.data() + field.size(), value, base);
  if (error != std::errc() || end != field.data() + field.size() || field.empty()) return {};
  return value;
}

// The n-th argument (from 0) of a /proc/TID/syscall line whose number was taken off.
std::optional<uint64_t> argument(std::string_view rest, int index) {
  std::string_view field;
  for (int i = 0; i <= index; ++i) field = next_field(rest);
  return number<uint64_t>(field, 16);
}

// "Name:\tvalue" of /proc/PID/status; the value's first field.
std::string_view status_field(std::string_view text, std::string_view name) {
  size_t at = 0;
  while (at < text.size()) {
    const size_t end = std::min(text.find('\n', at), text.size());
    std::string_view line = text.substr(at, end - at);
    if (line.starts_with(name) && line.size() > name.size() && line[name.size()] == ':') {
      line.remove_prefix(name.size() + 1);
      return next_field(line);
    }
    at = end + 1;
  }
  return {};
}

}  // namespace

ReadClass classify_syscall(std::string_view line) {
  std::string_view rest = line;
  const std::string_view first = next_field(rest);
  if (first == "running") return ReadClass::ReadAhead;
  const auto nr = number<int>(first);
  if (!nr) return ReadClass::ReadAhead;  // the thread is gone: nobody waits
  switch (*nr) {
    case kSendfile:
    case kSplice:
    case kCopyFileRange:
      return ReadClass::Cached;
    case kReadahead:
      return ReadClass::ReadAhead;
    case kMadvise:
      return argument(rest, 2) == kWillNeed ? ReadClass::ReadAhead : ReadClass::Fault;
    case kFadvise:
      return argument(rest, 3) == kWillNeed ? ReadClass::ReadAhead : ReadClass::Fault;
    default:  // -1: blocked in a fault; any other call: a fault inside it
      return ReadClass::Fault;
  }
}

std::optional<ProcStat> parse_stat(std::string_view text) {
  // The command may hold blanks and parentheses: the last ')' ends it.
  const size_t end = text.rfind(')');
  if (end == std::string_view::npos) return {};
  std::string_view rest = text.substr(end + 1);
  ProcStat stat;
  const std::string_view state = next_field(rest);
  const auto parent = number<uint32_t>(next_field(rest));
  if (state.size() != 1 || !parent) return {};
  stat.state = state[0];
  stat.parent = *parent;
  std::string_view field;
  for (int i = 5; i <= 22; ++i) field = next_field(rest);  // starttime is the 22nd field
  const auto start = number<uint64_t>(field);
  if (!start) return {};
  stat.start_ticks = *start;
  return stat;
}

std::optional<ProcStatus> parse_status(std::string_view text) {
  const auto tgid = number<uint32_t>(status_field(text, "Tgid"));
  const auto parent = number<uint32_t>(status_field(text, "PPid"));
  if (!tgid || !parent) return {};
  ProcStatus status{*tgid, *parent, number<uint32_t>(status_field(text, "Uid")).value_or(0), false};
  const std::string_view state = status_field(text, "State");
  constexpr uint64_t kKill = 1ull << 8;  // SIGKILL is 9
  const uint64_t pending = number<uint64_t>(status_field(text, "SigPnd"), 16).value_or(0) |
                           number<uint64_t>(status_field(text, "ShdPnd"), 16).value_or(0);
  status.dying = state.starts_with('Z') || state.starts_with('X') || (pending & kKill) != 0;
  return status;
}

ULONG MapUse::protection() const {
  if (shared_write) return execute ? PAGE_EXECUTE_READWRITE : PAGE_READWRITE;
  if (execute) return private_write ? PAGE_EXECUTE_WRITECOPY : PAGE_EXECUTE_READ;
  return private_write ? PAGE_WRITECOPY : PAGE_READONLY;
}

MapUse parse_maps(std::string_view text, uint32_t device_major, uint32_t device_minor,
                  uint64_t inode) {
  MapUse use;
  while (!text.empty()) {
    const size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    next_field(line);  // range
    const std::string_view permissions = next_field(line);
    next_field(line);  // offset
    const std::string_view device = next_field(line);
    const auto node = number<uint64_t>(next_field(line));
    const size_t colon = device.find(':');
    if (permissions.size() != 4 || colon == std::string_view::npos || node != inode) continue;
    if (number<uint32_t>(device.substr(0, colon), 16) != device_major ||
        number<uint32_t>(device.substr(colon + 1), 16) != device_minor) {
      continue;
    }
    use.any = true;
    const bool shared = permissions[3] == 's';
    if (permissions[1] == 'w') (shared ? use.shared_write : use.private_write) = true;
    if (permissions[2] == 'x') use.execute = true;
  }
  return use;
}

std::string read_proc(const char* path) {
  const int fd = ::open(path, O_RDONLY | O_CLOEXEC);
  std::string text;
  if (fd < 0) return text;
  std::array<char, 4096> buffer;
  ssize_t got;
  while ((got = ::read(fd, buffer.data(), buffer.size())) > 0) {
    text.append(buffer.data(), static_cast<size_t>(got));
  }
  ::close(fd);
  return text;
}

std::string read_proc(uint32_t pid, const char* name) {
  std::array<char, 64> path;
  std::snprintf(path.data(), path.size(), "/proc/%u/%s", pid, name);
  return read_proc(path.data());
}

std::string read_proc_link(uint32_t pid, const char* name) {
  std::array<char, 64> path;
  std::snprintf(path.data(), path.size(), "/proc/%u/%s", pid, name);
  std::array<char, 4096> target;
  const ssize_t length = ::readlink(path.data(), target.data(), target.size());
  return length > 0 ? std::string(target.data(), static_cast<size_t>(length)) : std::string();
}

std::u16string to_utf16(std::string_view text) {
  std::u16string out;
  out.reserve(text.size());
  size_t i = 0;
  while (i < text.size()) {
    const auto lead = static_cast<unsigned char>(text[i]);
    const int extra = lead < 0x80                   ? 0
                      : lead >= 0xC2 && lead < 0xE0 ? 1
                      : lead >= 0xE0 && lead < 0xF0 ? 2
                      : lead >= 0xF0 && lead < 0xF5 ? 3
                                                    : -1;
    char32_t code = extra <= 0 ? lead : lead & (0x3Fu >> extra);
    bool good = extra >= 0 && i + static_cast<size_t>(extra) < text.size();
    for (int k = 1; good && k <= extra; ++k) {
      const auto next = static_cast<unsigned char>(text[i + static_cast<size_t>(k)]);
      good = (next & 0xC0) == 0x80;
      code = (code << 6) | (next & 0x3Fu);
    }
    constexpr std::array<char32_t, 4> kSmallest = {0, 0x80, 0x800, 0x10000};
    good = good && code >= kSmallest[static_cast<size_t>(extra)] && code <= 0x10FFFF &&
           (code < 0xD800 || code > 0xDFFF);
    if (!good) {
      out.push_back(u'\uFFFD');
      ++i;
      continue;
    }
    if (code >= 0x10000) {
      out.push_back(static_cast<char16_t>(0xD7C0 + (code >> 10)));
      out.push_back(static_cast<char16_t>(0xDC00 + (code & 0x3FF)));
    } else {
      out.push_back(static_cast<char16_t>(code));
    }
    i += 1 + static_cast<size_t>(extra);
  }
  return out;
}

std::u16string image_path(std::string_view link) {
  constexpr std::string_view kDeleted = " (deleted)";
  if (link.ends_with(kDeleted)) link.remove_suffix(kDeleted.size());
  std::u16string path = u"\\Device\\LinuxRoot" + to_utf16(link);
  for (char16_t& c : path) {
    if (c == u'/') c = u'\\';
  }
  return path;
}

}  // namespace flthost::fuse
