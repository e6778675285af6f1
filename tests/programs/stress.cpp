#include "workload.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <vector>

namespace sluice::programs {
namespace {

constexpr int kNames = 24;
constexpr int kOpen = 6;
constexpr uint64_t kMaxSize = 96 * 1024;

uint64_t hash(const void* bytes, size_t length, uint64_t from = 1469598103934665603ULL) {
  const auto* at = static_cast<const unsigned char*>(bytes);
  for (size_t i = 0; i < length; ++i) from = (from ^ at[i]) * 1099511628211ULL;
  return from;
}

class Stress {
 public:
  explicit Stress(uint64_t seed) : random_(seed) { descriptors_.fill(-1); }

  void step(int number) {
    using Step = void (Stress::*)();
    static constexpr std::array<Step, 24> kSteps = {
        &Stress::open_one,       &Stress::open_one,   &Stress::open_one,    &Stress::write_some,
        &Stress::write_some,     &Stress::write_some, &Stress::write_some,  &Stress::read_some,
        &Stress::read_some,      &Stress::read_some,  &Stress::append,      &Stress::cut,
        &Stress::rename_one,     &Stress::rename_one, &Stress::link_one,    &Stress::unlink_one,
        &Stress::unlink_one,     &Stress::list,       &Stress::close_one,   &Stress::map_one,
        &Stress::make_directory, &Stress::look,       &Stress::symlink_one, &Stress::flush};
    number_ = number;
    (this->*kSteps[random_.below(kSteps.size())])();
  }

  void close_all() {
    for (int& fd : descriptors_) {
      if (fd >= 0) ::close(fd);
      fd = -1;
    }
  }

 private:
  void say(const char* what, long result) {
    std::printf("%d %s %ld %s\n", number_, what, result, result < 0 ? std::strerror(errno) : "");
  }
  std::string name() {
    const uint64_t n = random_.below(kNames);
    return (random_.below(4) == 0 ? "d" + std::to_string(n % 3) + "/" : "") + "f" +
           std::to_string(n);
  }
  int& descriptor() { return descriptors_[random_.below(kOpen)]; }
  std::vector<char> bytes() {
    std::vector<char> result(random_.below(20000) + 1);
    for (size_t i = 0; i < result.size(); i += 8) {
      const uint64_t value = random_.next();
      std::memcpy(result.data() + i, &value, std::min<size_t>(8, result.size() - i));
    }
    return result;
  }

  void open_one() {
    static constexpr std::array<int, 6> kFlags = {
        O_RDWR | O_CREAT,           O_RDWR | O_CREAT, O_RDWR | O_CREAT | O_EXCL,
        O_RDWR | O_CREAT | O_TRUNC, O_RDONLY,         O_WRONLY | O_APPEND | O_CREAT};
    int& fd = descriptor();
    const std::string path = name();
    const int flags = kFlags[random_.below(kFlags.size())];
    if (fd >= 0) ::close(fd);
    fd = ::open(path.c_str(), flags | O_CLOEXEC, 0640);
    say("open", fd >= 0 ? 0 : -1);
  }
  void write_some() {
    const int fd = descriptor();
    const auto data = bytes();
    const auto offset = static_cast<off_t>(random_.below(kMaxSize));
    say("write", ::pwrite(fd, data.data(), data.size(), offset));
  }
  void append() {
    const int fd = descriptor();
    const auto data = bytes();
    struct stat st{};
    if (::fstat(fd, &st) == 0 && static_cast<uint64_t>(st.st_size) > 2 * kMaxSize) {
      return say("append: cut", ::ftruncate(fd, 100));
    }
    ::lseek(fd, 0, SEEK_END);
    say("append", ::write(fd, data.data(), data.size()));
  }
  void read_some() {
    std::vector<char> data(random_.below(50000) + 1);
    const int fd = descriptor();
    const auto offset = static_cast<off_t>(random_.below(kMaxSize));
    const ssize_t got = ::pread(fd, data.data(), data.size(), offset);
    say("read", got);
    if (got > 0) std::printf("  %016lx\n", hash(data.data(), static_cast<size_t>(got)));
  }
  void cut() {
    const auto size = static_cast<off_t>(random_.below(kMaxSize));
    if (random_.below(2) == 0) return say("ftruncate", ::ftruncate(descriptor(), size));
    say("truncate", ::truncate(name().c_str(), size));
  }
  void rename_one() {
    const std::string from = name();
    const std::string to = name();
    say("rename", ::rename(from.c_str(), to.c_str()));
  }
  void link_one() {
    const std::string from = name();
    const std::string to = name();
    say("link", ::link(from.c_str(), to.c_str()));
  }
  void symlink_one() {
    const std::string from = name();
    const std::string to = name();
    say("symlink", ::symlink(from.c_str(), to.c_str()));
  }
  void unlink_one() { say("unlink", ::unlink(name().c_str())); }
  void make_directory() {
    const std::string path = "d" + std::to_string(random_.below(3));
    if (random_.below(3) == 0) return say("rmdir", ::rmdir(path.c_str()));
    say("mkdir", ::mkdir(path.c_str(), 0750));
  }
  void list() {
    const std::string path = random_.below(2) == 0 ? "." : "d" + std::to_string(random_.below(3));
    DIR* const directory = ::opendir(path.c_str());
    if (directory == nullptr) return say("opendir", -1);
    std::vector<std::string> names;
    while (const dirent* const entry = ::readdir(directory)) {
      names.push_back(entry->d_name + std::string(1, static_cast<char>('a' + entry->d_type)));
    }
    ::closedir(directory);
    std::ranges::sort(names);
    uint64_t sum = hash("", 0);
    for (const std::string& one : names) sum = hash(one.data(), one.size(), sum);
    std::printf("%d list %zu %016lx\n", number_, names.size(), sum);
  }
  void look() {
    struct stat st{};
    const int result = ::lstat(name().c_str(), &st);
    say("lstat", result);
    if (result == 0) {
      std::printf("  mode %o links %lu size %ld\n", st.st_mode, st.st_nlink,
                  S_ISDIR(st.st_mode) ? 0L : st.st_size);
    }
  }
  void close_one() {
    int& fd = descriptor();
    say("close", ::close(fd));
    fd = -1;
  }
  void flush() { say("fsync", ::fsync(descriptor())); }
  // A shared mapping of what there is: some of it changed, the rest looked at.
  void map_one() {
    const int fd = descriptor();
    struct stat st{};
    if (::fstat(fd, &st) != 0 || st.st_size == 0) return say("map: nothing", 0);
    const auto size = static_cast<size_t>(st.st_size);
    const uint64_t at = random_.below(size);
    const int flags = ::fcntl(fd, F_GETFL);
    const bool write = (flags & O_ACCMODE) == O_RDWR;
    void* const memory =
        ::mmap(nullptr, size, PROT_READ | (write ? PROT_WRITE : 0), MAP_SHARED, fd, 0);
    if (memory == MAP_FAILED) return say("mmap", -1);
    auto* const mapped = static_cast<unsigned char*>(memory);
    std::printf("%d map %016lx\n", number_, hash(mapped, size));
    if (write) {
      mapped[at] = static_cast<unsigned char>(mapped[at] + 1);
      if (random_.below(2) == 0) ::msync(memory, size, MS_SYNC);
    }
    ::munmap(memory, size);
  }

  Random random_;
  int number_ = 0;
  std::array<int, kOpen> descriptors_;
};

}  // namespace

int stress(uint64_t seed, int operations) {
  Stress run(seed);
  for (int i = 0; i < operations; ++i) run.step(i);
  run.close_all();
  return 0;
}

}  // namespace sluice::programs
