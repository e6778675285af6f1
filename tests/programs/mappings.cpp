#include "workload.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <cstdio>
#include <cstring>
#include <vector>

namespace sluice::programs {
namespace {

constexpr int kProcesses = 4;
constexpr size_t kPages = 32;
constexpr size_t kPage = 4096;
constexpr uint64_t kRounds = 200;

char* map(int fd, size_t size, int protection, int flags) {
  void* const memory = ::mmap(nullptr, size, protection, flags, fd, 0);
  require(memory != MAP_FAILED, "mmap");
  return static_cast<char*>(memory);
}

std::atomic_ref<uint64_t> counter(char* mapped, size_t page) {
  return std::atomic_ref<uint64_t>(*reinterpret_cast<uint64_t*>(mapped + page * kPage));
}

// Counts in every page, and writes its own line of each.
void count(int number) {
  const int fd = ::open("shared", O_RDWR | O_CLOEXEC);
  require(fd >= 0, "open shared");
  char* const mapped = map(fd, kPages * kPage, PROT_READ | PROT_WRITE, MAP_SHARED);
  ::close(fd);  // the mapping stays
  for (uint64_t round = 0; round < kRounds; ++round) {
    const size_t page = (round * 7 + static_cast<size_t>(number)) % kPages;
    counter(mapped, page).fetch_add(1);
    std::snprintf(mapped + page * kPage + 64 * (static_cast<size_t>(number) + 1), 64,
                  "process %d was here", number);
    if (round % 50 == 0) require(::msync(mapped, kPages * kPage, MS_SYNC) == 0, "msync");
  }
  require(::munmap(mapped, kPages * kPage) == 0, "munmap");
}

void run_processes(void (*work)(int)) {
  std::vector<pid_t> children;
  for (int i = 0; i < kProcesses; ++i) {
    const pid_t pid = ::fork();
    require(pid >= 0, "fork");
    if (pid == 0) {
      work(i);
      std::_Exit(0);
    }
    children.push_back(pid);
  }
  for (const pid_t pid : children) {
    int status = 0;
    ::waitpid(pid, &status, 0);
    if (status != 0) fail("a process ended with wait status " + std::to_string(status));
  }
}

// read(2) and a mapping see each other's bytes.
void check_coherence(int fd) {
  char* const mapped = map(fd, kPages * kPage, PROT_READ | PROT_WRITE, MAP_SHARED);
  uint64_t sum = 0;
  for (size_t page = 0; page < kPages; ++page) {
    uint64_t by_read = 0;
    require(
        ::pread(fd, &by_read, sizeof by_read, static_cast<off_t>(page * kPage)) == sizeof by_read,
        "pread");
    if (by_read != counter(mapped, page).load()) fail("a read and a mapping differ");
    sum += by_read;
  }
  if (sum != kProcesses * kRounds) fail("counted " + std::to_string(sum));
  require(::pwrite(fd, "by write(2)", 11, 2000) == 11, "pwrite");
  if (std::memcmp(mapped + 2000, "by write(2)", 11) != 0) fail("the mapping misses a write");
  std::memcpy(mapped + 3000, "by a mapping", 12);
  char back[12];
  require(::pread(fd, back, 12, 3000) == 12, "pread");
  if (std::memcmp(back, "by a mapping", 12) != 0) fail("a read misses the mapping");
  ::munmap(mapped, kPages * kPage);
}

// A private mapping keeps its changes to itself.
void check_private(int fd) {
  char* const mapped = map(fd, kPage, PROT_READ | PROT_WRITE, MAP_PRIVATE);
  std::memcpy(mapped + 1000, "private", 7);
  char back[7];
  require(::pread(fd, back, 7, 1000) == 7, "pread");
  if (std::memcmp(back, "private", 7) == 0) fail("a private change went to the file");
  ::munmap(mapped, kPage);
}

// A file that grows and shrinks under a mapping.
void check_growth() {
  const int fd = ::open("growing", O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  require(fd >= 0, "open growing");
  char* const mapped = map(fd, 16 * kPage, PROT_READ | PROT_WRITE, MAP_SHARED);
  for (size_t page = 0; page < 16; ++page) {
    require(::ftruncate(fd, static_cast<off_t>((page + 1) * kPage)) == 0, "ftruncate");
    if (mapped[page * kPage] != 0) fail("a new page is not zero");
    std::memset(mapped + page * kPage, static_cast<int>('a' + page), kPage);
  }
  require(::ftruncate(fd, 5 * kPage + 100) == 0, "ftruncate");
  require(::ftruncate(fd, 16 * kPage) == 0, "ftruncate");
  if (mapped[5 * kPage + 99] != 'f') fail("a byte before the cut is gone");
  if (mapped[5 * kPage + 100] != 0 || mapped[6 * kPage] != 0) fail("a byte behind the cut stayed");
  ::munmap(mapped, 16 * kPage);
  ::close(fd);
}

}  // namespace

int mappings() {
  const int fd = ::open("shared", O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  require(fd >= 0, "open shared");
  require(::ftruncate(fd, kPages * kPage) == 0, "ftruncate");
  run_processes(count);
  check_coherence(fd);
  check_private(fd);
  ::close(fd);
  check_growth();
  return 0;
}

}  // namespace sluice::programs
