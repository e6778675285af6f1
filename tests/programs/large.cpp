#include "workload.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <vector>

namespace sluice::programs {
namespace {

constexpr off_t kSize = off_t{1} << 30;

std::vector<char> pattern(size_t length, uint64_t seed) {
  Random random(seed);
  std::vector<char> bytes(length);
  for (char& byte : bytes) byte = static_cast<char>(random.next());
  return bytes;
}

void expect(int fd, off_t offset, const std::vector<char>& wanted, const char* what) {
  std::vector<char> got(wanted.size());
  require(::pread(fd, got.data(), got.size(), offset) == static_cast<ssize_t>(got.size()), what);
  if (got != wanted) fail(std::string(what) + ": other bytes");
}

// Where there is data, as the file system knows it.
void tell_data(int fd) {
  for (off_t at = 0; (at = ::lseek(fd, at, SEEK_DATA)) >= 0;) {
    const off_t end = ::lseek(fd, at, SEEK_HOLE);
    std::printf("data %ld to %ld\n", at, end);
    at = end;
  }
}

}  // namespace

int large() {
  const int fd = ::open("large", O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  require(fd >= 0, "open large");
  require(::ftruncate(fd, kSize) == 0, "ftruncate");
  // Across page, block and half-file bounds, and the very end.
  constexpr std::array<off_t, 6> kPlaces = {
      0, 4090, 262140, (kSize / 2) - 33333, kSize - 70000, kSize - 5};
  constexpr std::array<size_t, 6> kLengths = {100, 20, 200000, 66666, 30000, 5};
  for (size_t i = 0; i < kPlaces.size(); ++i) {
    const auto bytes = pattern(kLengths[i], i + 1);
    require(
        ::pwrite(fd, bytes.data(), bytes.size(), kPlaces[i]) == static_cast<ssize_t>(bytes.size()),
        "pwrite");
  }
  for (size_t i = 0; i < kPlaces.size(); ++i) {
    expect(fd, kPlaces[i], pattern(kLengths[i], i + 1), "read back");
  }
  expect(fd, kSize / 4, std::vector<char>(100000, 0), "a hole");
  require(::fsync(fd) == 0, "fsync");
  tell_data(fd);
  struct stat st{};
  require(::fstat(fd, &st) == 0, "fstat");
  if (st.st_size != kSize) fail("size " + std::to_string(st.st_size));
  if (st.st_blocks * 512 > kSize / 64) fail("the holes are filled");
  // Cut in the middle of what was written last but one, and grown again: zeros follow.
  require(::ftruncate(fd, kSize / 2) == 0, "ftruncate");
  require(::ftruncate(fd, kSize) == 0, "ftruncate");
  auto half = pattern(66666, 4);
  std::fill(half.begin() + 33333, half.end(), '\0');
  expect(fd, kPlaces[3], half, "what was cut");
  require(::ftruncate(fd, 500000) == 0, "ftruncate");
  ::close(fd);
  return 0;
}

}  // namespace sluice::programs
