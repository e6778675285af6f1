// File I/O that goes on until standard input ends: processes that open, write, read and map files
// in the working directory. Prints "did N denied M" every hundred rounds; ends with 1 when
// something failed in another way than by a denial.
//   churn PROCESSES [io-errors-are-the-end]
#include <fcntl.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <vector>

namespace {

struct Shared {
  std::atomic<bool> stop{false};
  std::atomic<unsigned long> did{0};
  std::atomic<unsigned long> denied{0};
};

Shared* shared;

// True when the call went well or was denied.
bool fine(bool good, const char* what) {
  if (good) return true;
  if (errno == EACCES || errno == EPERM) {
    ++shared->denied;
    return true;
  }
  std::fprintf(stderr, "churn: %s: %s\n", what, std::strerror(errno));
  return false;
}

bool write_and_read(const std::string& name) {
  std::array<char, 16384> bytes;
  bytes.fill('w');
  const int fd = ::open(name.c_str(), O_RDWR | O_CREAT, 0644);
  if (fd < 0) return fine(false, "open to write");
  bool good = fine(::write(fd, bytes.data(), bytes.size()) > 0, "write") &&
              fine(::lseek(fd, 0, SEEK_SET) == 0, "lseek") &&
              fine(::read(fd, bytes.data(), bytes.size()) >= 0, "read");
  if (::close(fd) != 0) good = fine(false, "close") && good;
  return good;
}

// A denied page-in is SIGBUS, so a child touches the page.
bool map_and_look(const std::string& name) {
  const pid_t pid = ::fork();
  if (pid == 0) {
    ::signal(SIGBUS, SIG_DFL);  // a sanitizer would make an exit of it
    const int fd = ::open(name.c_str(), O_RDONLY);
    if (fd < 0) ::_exit(errno == EACCES || errno == EPERM ? 3 : 4);
    const auto* bytes =
        static_cast<volatile char*>(::mmap(nullptr, 4096, PROT_READ, MAP_PRIVATE, fd, 0));
    if (bytes == MAP_FAILED) ::_exit(errno == EACCES || errno == EPERM ? 3 : 4);
    ::_exit(bytes[0] == 'm' ? 0 : 5);
  }
  int status = 0;
  ::waitpid(pid, &status, 0);
  const bool denied = (WIFSIGNALED(status) && WTERMSIG(status) == SIGBUS) ||
                      (WIFEXITED(status) && WEXITSTATUS(status) == 3);
  if (denied) ++shared->denied;
  if (denied || status == 0) return true;
  std::fprintf(stderr, "churn: mapping %s ended with wait status 0x%x\n", name.c_str(),
               static_cast<unsigned>(status));
  return false;
}

int work(int number) {
  const std::string mine = "churn." + std::to_string(number);
  for (unsigned round = 0; !shared->stop; ++round) {
    if (!write_and_read(mine)) return 1;
    if (!fine(::access(mine.c_str(), F_OK) == 0 || errno == ENOENT, "access")) return 1;
    if (round % 16 == 0 && !map_and_look("mapped." + std::to_string(round / 16 % 4))) return 1;
    ++shared->did;
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  const int count = argc > 1 ? std::atoi(argv[1]) : 4;
  void* const memory =
      ::mmap(nullptr, sizeof(Shared), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  shared = new (memory) Shared;
  std::vector<pid_t> workers;
  for (int i = 0; i < count; ++i) {
    const pid_t pid = ::fork();
    if (pid == 0) ::_exit(work(i));
    workers.push_back(pid);
  }
  unsigned long said = 0;
  pollfd input{STDIN_FILENO, POLLIN, 0};
  for (;;) {
    if (::poll(&input, 1, 5) > 0) {
      char byte;
      if (::read(STDIN_FILENO, &byte, 1) <= 0) break;
    }
    if (shared->did - said < 100) continue;
    said = shared->did;
    std::printf("did %lu denied %lu\n", said, shared->denied.load());
    std::fflush(stdout);
  }
  shared->stop = true;
  int result = 0;
  for (const pid_t pid : workers) {
    int status = 0;
    ::waitpid(pid, &status, 0);
    if (status != 0) result = 1;
  }
  std::printf("end: did %lu denied %lu\n", shared->did.load(), shared->denied.load());
  return result;
}
