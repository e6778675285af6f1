// The work that bench/run measures: the same for the bare directory and for every mount over it.
//
//   workload DIR SECONDS THREADS     prints "NAME OPERATIONS_PER_SECOND" per line
//
// Each measurement runs for SECONDS after a warm-up of the same work. A thread counts what it
// finished in its own time. Names: see kMeasurements.
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <mutex>
#include <random>
#include <string>
#include <thread>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;

constexpr size_t kBigFile = 64 << 20;
constexpr size_t kMebi = 1 << 20;

[[noreturn]] void die(const std::string& what) {
  std::perror(what.c_str());
  std::exit(1);
}

int open_or_die(const std::string& path, int flags) {
  const int fd = open(path.c_str(), flags | O_CLOEXEC, 0644);
  if (fd < 0) die(path);
  return fd;
}

// What one thread works on: files of its own, so that only the file system is shared.
struct Place {
  std::string small, big, scratch;
  int big_fd = -1;
  std::vector<char> buffer = std::vector<char>(kMebi, 'x');
  std::mt19937_64 random;
  size_t position = 0;
};

Place make_place(const std::string& dir, int thread) {
  Place place;
  const std::string base = dir + "/bench-" + std::to_string(thread);
  place.small = base + "-small";
  place.big = base + "-big";
  place.scratch = base + "-scratch";
  place.random.seed(static_cast<uint64_t>(thread) + 1);
  close(open_or_die(place.small, O_CREAT | O_WRONLY));
  place.big_fd = open_or_die(place.big, O_CREAT | O_RDWR);
  for (size_t at = 0; at < kBigFile; at += kMebi) {
    if (pwrite(place.big_fd, place.buffer.data(), kMebi, static_cast<off_t>(at)) !=
        static_cast<ssize_t>(kMebi)) {
      die(place.big);
    }
  }
  return place;
}

void remove_place(Place& place) {
  close(place.big_fd);
  unlink(place.small.c_str());
  unlink(place.big.c_str());
}

void open_close(Place& place) {
  close(open_or_die(place.small, O_RDONLY));
}

void create_write_unlink(Place& place) {
  const int fd = open_or_die(place.scratch, O_CREAT | O_EXCL | O_WRONLY);
  if (write(fd, place.buffer.data(), 4096) != 4096) die(place.scratch);
  close(fd);
  if (unlink(place.scratch.c_str()) != 0) die(place.scratch);
}

void stat_file(Place& place) {
  struct stat st;
  if (stat(place.small.c_str(), &st) != 0) die(place.small);
}

void transfer(Place& place, size_t bytes, bool writing, bool at_random) {
  const size_t slots = kBigFile / bytes;
  const size_t slot = at_random ? place.random() % slots : place.position++ % slots;
  const auto offset = static_cast<off_t>(slot * bytes);
  const ssize_t done = writing ? pwrite(place.big_fd, place.buffer.data(), bytes, offset)
                               : pread(place.big_fd, place.buffer.data(), bytes, offset);
  if (done != static_cast<ssize_t>(bytes)) die(place.big);
}

// The reads after it find in the page cache what the target lets the kernel keep there.
void read_all(Place& place) {
  for (size_t at = 0; at < kBigFile; at += kMebi) transfer(place, kMebi, false, false);
}

constexpr size_t kMapped = 16 << 20;

// Maps part of the big file anew, touches every page, unmaps.
void touch_mapping(Place& place) {
  void* map = mmap(nullptr, kMapped, PROT_READ, MAP_SHARED, place.big_fd, 0);
  if (map == MAP_FAILED) die(place.big + ": mmap");
  uint64_t sum = 0;
  for (size_t at = 0; at < kMapped; at += 4096) sum += static_cast<volatile char*>(map)[at];
  munmap(map, kMapped);
  if (sum != kMapped / 4096 * 'x') die("mapped data is not what was written");
}

// Every page has to be brought in: no page of the file is left in the page cache of the directory
// that is worked on. What lies below a mount keeps its own.
void page_in(Place& place) {
  if (posix_fadvise(place.big_fd, 0, kMapped, POSIX_FADV_DONTNEED) != 0) die(place.big);
  touch_mapping(place);
}

// The advice drops clean pages only.
void check_page_in(Place& place) {
  if (fsync(place.big_fd) != 0) die(place.big + ": fsync");
  void* map = mmap(nullptr, kMapped, PROT_READ, MAP_SHARED, place.big_fd, 0);
  if (map == MAP_FAILED) die(place.big + ": mmap");
  std::vector<unsigned char> resident(kMapped / 4096);
  posix_fadvise(place.big_fd, 0, kMapped, POSIX_FADV_DONTNEED);
  if (mincore(map, kMapped, resident.data()) != 0) die(place.big + ": mincore");
  munmap(map, kMapped);
  const auto left = std::count_if(resident.begin(), resident.end(),
                                  [](unsigned char page) { return (page & 1) != 0; });
  if (left != 0) {
    std::fprintf(stderr, "workload: %td of %zu pages of %s stay in the page cache\n", left,
                 resident.size(), place.big.c_str());
    std::exit(1);
  }
}

struct Measurement {
  const char* name;
  std::function<void(Place&)> once;
  std::function<void(Place&)> before;
};
const Measurement kMeasurements[] = {
    {"open+close", open_close, {}},
    {"create+write+unlink", create_write_unlink, {}},
    {"stat", stat_file, {}},
    {"read-1MiB-sequential", [](Place& p) { transfer(p, kMebi, false, false); }, read_all},
    {"write-1MiB-sequential", [](Place& p) { transfer(p, kMebi, true, false); }, {}},
    {"read-4KiB-random", [](Place& p) { transfer(p, 4096, false, true); }, read_all},
    {"mapped-read-16MiB", touch_mapping, read_all},
    {"page-in-16MiB", page_in, check_page_in},
};

constexpr int kWarmUp = 8;

double measure(const Measurement& measurement, std::vector<Place>& places, double seconds) {
  std::mutex mutex;
  double per_second = 0;
  if (measurement.before) {
    for (Place& place : places) measurement.before(place);
  }
  const auto work = [&](Place& place) {
    for (int i = 0; i < kWarmUp; ++i) measurement.once(place);
    const auto start = Clock::now();
    const auto end = start + std::chrono::duration<double>(seconds);
    uint64_t done = 0;
    auto now = start;
    for (; now < end; ++done) {
      measurement.once(place);
      now = Clock::now();
    }
    const std::lock_guard guard(mutex);
    per_second += static_cast<double>(done) / std::chrono::duration<double>(now - start).count();
  };
  std::vector<std::thread> threads;
  for (Place& place : places) threads.emplace_back([&work, &place] { work(place); });
  for (std::thread& thread : threads) thread.join();
  return per_second;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) {
    std::fprintf(stderr, "usage: workload DIR SECONDS THREADS\n");
    return 2;
  }
  const double seconds = std::atof(argv[2]);
  std::vector<Place> places;
  for (int i = 0; i < std::atoi(argv[3]); ++i) places.push_back(make_place(argv[1], i));
  for (const Measurement& measurement : kMeasurements) {
    std::printf("%s %.1f\n", measurement.name, measure(measurement, places, seconds));
    std::fflush(stdout);
  }
  for (Place& place : places) remove_place(place);
  return 0;
}
