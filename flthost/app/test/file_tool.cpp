// What the mount tests need and no ordinary program does in one step.
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace {

[[noreturn]] void fail(const char* what) {
  std::perror(what);
  std::exit(1);
}
int must(int result, const char* what) {
  if (result < 0) fail(what);
  return result;
}
size_t size_of(int fd) {
  struct stat st{};
  must(::fstat(fd, &st), "fstat");
  return static_cast<size_t>(st.st_size);
}
char* map(int fd, size_t bytes, int protection, int flags) {
  void* const at = ::mmap(nullptr, bytes, protection, flags, fd, 0);
  if (at == MAP_FAILED) fail("mmap");
  return static_cast<char*>(at);
}
uint64_t sum(uint64_t so_far, const char* data, size_t bytes) {
  for (size_t i = 0; i < bytes; ++i) so_far = so_far * 31 + static_cast<unsigned char>(data[i]);
  return so_far;
}

int map_write(const char* path, const char* offset, const char* text) {
  const int fd = must(::open(path, O_RDWR), path);
  char* const at = map(fd, size_of(fd), PROT_READ | PROT_WRITE, MAP_SHARED);
  std::memcpy(at + std::atol(offset), text, std::strlen(text));
  must(::munmap(at, size_of(fd)), "munmap");
  return 0;
}

int map_sum(const char* path) {
  const int fd = must(::open(path, O_RDONLY), path);
  const size_t size = size_of(fd);
  std::printf("%llu\n",
              static_cast<unsigned long long>(sum(7, map(fd, size, PROT_READ, MAP_PRIVATE), size)));
  return 0;
}

int read_sum(const char* path) {
  const int fd = must(::open(path, O_RDONLY), path);
  std::vector<char> buffer(70000);
  uint64_t total = 7;
  ssize_t got;
  while ((got = ::read(fd, buffer.data(), buffer.size())) > 0) {
    total = sum(total, buffer.data(), static_cast<size_t>(got));
  }
  std::printf("%llu\n", static_cast<unsigned long long>(total));
  return got < 0 ? 1 : 0;
}

int read_at(const char* fd, const char* offset, const char* bytes) {
  std::array<char, 4096> buffer;
  const size_t want = std::min<size_t>(buffer.size(), static_cast<size_t>(std::atol(bytes)));
  const ssize_t got = ::pread(std::atoi(fd), buffer.data(), want, std::atol(offset));
  return got == ::write(STDOUT_FILENO, buffer.data(),
                        static_cast<size_t>(must(static_cast<int>(got), "pread")))
             ? 0
             : 1;
}

int xattr(const char* path, const char* name, const char* value) {
  if (::setxattr(path, name, value, std::strlen(value), 0) != 0) {
    if (errno == EOPNOTSUPP) return 77;
    fail("setxattr");
  }
  std::array<char, 256> list{}, back{};
  const ssize_t listed =
      must(static_cast<int>(::listxattr(path, list.data(), list.size())), "listxattr");
  const ssize_t got =
      must(static_cast<int>(::getxattr(path, name, back.data(), back.size())), "getxattr");
  if (std::string_view(list.data(), static_cast<size_t>(listed)).find(name) ==
      std::string_view::npos)
    return 1;
  std::printf("%s=%.*s\n", name, static_cast<int>(got), back.data());
  must(::removexattr(path, name), "removexattr");
  return ::getxattr(path, name, nullptr, 0) < 0 && errno == ENODATA ? 0 : 1;
}

int copy_range(const char* from, const char* to) {
  const int in = must(::open(from, O_RDONLY), from);
  const int out = must(::open(to, O_RDWR | O_CREAT | O_TRUNC, 0644), to);
  for (size_t left = size_of(in); left != 0;) {
    const ssize_t done = ::copy_file_range(in, nullptr, out, nullptr, left, 0);
    if (done <= 0) fail("copy_file_range");
    left -= static_cast<size_t>(done);
  }
  return 0;
}

int send_file(const char* from, const char* to) {
  const int in = must(::open(from, O_RDONLY), from);
  const int out = must(::open(to, O_RDWR | O_CREAT | O_TRUNC, 0644), to);
  for (size_t left = size_of(in); left != 0;) {
    const ssize_t done = ::sendfile(out, in, nullptr, left);
    if (done <= 0) fail("sendfile");
    left -= static_cast<size_t>(done);
  }
  return 0;
}

// The same random operations on two files; every read must agree.
class Exercise {
 public:
  Exercise(const char* tested, const char* plain, uint32_t seed) : random_(seed) {
    const std::array<const char*, 2> paths = {tested, plain};
    for (size_t i = 0; i < 2; ++i)
      fds_[i] = must(::open(paths[i], O_RDWR | O_CREAT | O_TRUNC, 0644), paths[i]);
    paths_ = paths;
  }

  int run(int steps) {
    for (int step = 0; step < steps; ++step) {
      if (!one(step)) return 1;
    }
    return 0;
  }

 private:
  static constexpr size_t kMax = 400'000;
  size_t pick(size_t limit) { return std::uniform_int_distribution<size_t>(0, limit - 1)(random_); }

  bool one(int step) {
    const size_t offset = pick(kMax), length = 1 + pick(30'000);
    switch (pick(9)) {
      case 0:
      case 1:
      case 2:
        write(offset, length);
        break;
      case 3:
        for (const int fd : fds_) must(::ftruncate(fd, static_cast<off_t>(offset)), "ftruncate");
        break;
      case 4:
        map_store(offset, length);
        break;
      case 5:
        return same_mapping(step);
      case 6:
        punch(offset, length);
        break;
      case 7:
        reopen();
        break;
      default:
        return same(step, offset, length);
    }
    return size_of(fds_[0]) == size_of(fds_[1]) || differ(step, "size");
  }

  void write(size_t offset, size_t length) {
    std::vector<char> data(length);
    for (char& c : data) c = static_cast<char>(random_());
    for (const int fd : fds_) {
      if (::pwrite(fd, data.data(), length, static_cast<off_t>(offset)) !=
          static_cast<ssize_t>(length))
        fail("pwrite");
    }
  }

  void map_store(size_t offset, size_t length) {
    const size_t size = size_of(fds_[0]);
    if (size == 0) return;
    offset %= size;
    length = std::min(length, size - offset);
    const char value = static_cast<char>(random_());
    for (const int fd : fds_) {
      char* const at = map(fd, size, PROT_READ | PROT_WRITE, MAP_SHARED);
      std::memset(at + offset, value, length);
      must(::munmap(at, size), "munmap");
    }
  }

  void punch(size_t offset, size_t length) {
    for (const int fd : fds_) {
      must(::fallocate(fd, FALLOC_FL_PUNCH_HOLE | FALLOC_FL_KEEP_SIZE, static_cast<off_t>(offset),
                       static_cast<off_t>(length)),
           "fallocate");
    }
  }

  void reopen() {
    for (size_t i = 0; i < 2; ++i) {
      must(::close(fds_[i]), "close");
      fds_[i] = must(::open(paths_[i], O_RDWR), paths_[i]);
    }
  }

  bool same(int step, size_t offset, size_t length) {
    std::array<std::vector<char>, 2> data;
    std::array<ssize_t, 2> got;
    for (size_t i = 0; i < 2; ++i) {
      data[i].resize(length);
      got[i] = ::pread(fds_[i], data[i].data(), length, static_cast<off_t>(offset));
    }
    return (got[0] == got[1] && data[0] == data[1]) || differ(step, "read");
  }

  bool same_mapping(int step) {
    const size_t size = size_of(fds_[0]);
    if (size == 0) return true;
    std::array<char*, 2> at;
    for (size_t i = 0; i < 2; ++i) at[i] = map(fds_[i], size, PROT_READ, MAP_SHARED);
    const bool equal = std::memcmp(at[0], at[1], size) == 0;
    for (char* const mapping : at) ::munmap(mapping, size);
    return equal || differ(step, "mapping");
  }

  static bool differ(int step, const char* what) {
    std::fprintf(stderr, "step %d: the %s differs\n", step, what);
    return false;
  }

  std::mt19937 random_;
  std::array<int, 2> fds_{};
  std::array<const char*, 2> paths_{};
};

}  // namespace

int main(int argc, char** argv) {
  const std::string_view what = argc > 1 ? argv[1] : "";
  if (what == "map-write" && argc == 5) return map_write(argv[2], argv[3], argv[4]);
  if (what == "map-sum" && argc == 3) return map_sum(argv[2]);
  if (what == "read-sum" && argc == 3) return read_sum(argv[2]);
  if (what == "read-at" && argc == 5) return read_at(argv[2], argv[3], argv[4]);
  if (what == "xattr" && argc == 5) return xattr(argv[2], argv[3], argv[4]);
  if (what == "copy-range" && argc == 4) return copy_range(argv[2], argv[3]);
  if (what == "sendfile" && argc == 4) return send_file(argv[2], argv[3]);
  if (what == "exercise" && argc == 6) {
    return Exercise(argv[2], argv[3], static_cast<uint32_t>(std::atol(argv[4])))
        .run(std::atoi(argv[5]));
  }
  std::fprintf(stderr, "file_tool: unknown use\n");
  return 2;
}
