// Damaged driver images: the host refuses them, runs them, or reports a bugcheck. It never dies of
// a signal itself and never hangs past its bound.
#include "mount_fixture.h"

#include <signal.h>

#include <chrono>
#include <condition_variable>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iterator>
#include <mutex>
#include <random>
#include <thread>

namespace flthost::app::test {
namespace {

constexpr int kPatienceSeconds = 4;  // a driver that spins is then told to end

std::string read_image(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

uint32_t word_at(const std::string& image, size_t at) {
  uint32_t value = 0;
  if (at + sizeof(value) <= image.size()) std::memcpy(&value, image.data() + at, sizeof(value));
  return value;
}

// Where each section's bytes lie in the file.
std::vector<std::pair<size_t, size_t>> sections(const std::string& image) {
  std::vector<std::pair<size_t, size_t>> found;
  const size_t coff = word_at(image, 0x3c) + 4;
  const size_t count = word_at(image, coff + 2) & 0xffff;
  const size_t table = coff + 20 + (word_at(image, coff + 16) & 0xffff);
  for (size_t i = 0; i < count; ++i) {
    found.emplace_back(word_at(image, table + i * 40 + 20), word_at(image, table + i * 40 + 16));
  }
  return found;
}

// Headers, one section, or the file's length; a few bytes or words each.
std::string mutate(std::string image, uint32_t seed) {
  std::mt19937 random(seed);
  const auto below = [&](size_t bound) { return bound == 0 ? 0 : random() % bound; };
  std::vector<std::pair<size_t, size_t>> places = sections(image);
  places.emplace_back(0, 0x400);
  const auto [begin, size] = places[below(places.size())];
  if (seed % 11 == 0) {
    image.resize(below(image.size()));
    return image;
  }
  for (size_t count = 1 + below(6); count > 0; --count) {
    const size_t at = begin + below(size);
    if (at + 4 > image.size()) continue;
    if (random() % 2 == 0) {
      image[at] = static_cast<char>(random());
    } else {
      const uint32_t values[] = {0,          1,          0x7fffffff,
                                 0x80000000, 0xffffffff, static_cast<uint32_t>(random())};
      std::memcpy(image.data() + at, &values[below(std::size(values))], 4);
    }
  }
  return image;
}

// Ends a host that is still there after the patience.
class Alarm {
 public:
  explicit Alarm(const RunningHost& host) : thread_([this, &host] { run(host); }) {}
  ~Alarm() {
    {
      const std::lock_guard guard(lock_);
      done_ = true;
    }
    changed_.notify_all();
    thread_.join();
  }
  Alarm(const Alarm&) = delete;
  Alarm& operator=(const Alarm&) = delete;

 private:
  void run(const RunningHost& host) {
    std::unique_lock guard(lock_);
    for (const int number : {SIGTERM, SIGINT, SIGHUP, SIGTERM, SIGINT}) {
      if (changed_.wait_for(guard, std::chrono::seconds(kPatienceSeconds),
                            [this] { return done_; })) {
        return;
      }
      host.signal(number);
    }
  }
  std::mutex lock_;
  std::condition_variable changed_;
  bool done_ = false;
  std::thread thread_;
};

// FLTHOST_MUTATION_SEED: others than every run's.
uint32_t first_seed() {
  const char* const given = std::getenv("FLTHOST_MUTATION_SEED");
  return given != nullptr ? static_cast<uint32_t>(std::strtoul(given, nullptr, 0)) : 0;
}

class Mutations : public MountTest, public testing::WithParamInterface<uint32_t> {};

TEST_P(Mutations, OfADriver_EndInAStatus_NeverInASignalOrAHang) {
  NOT_UNDER_TSAN("a bugcheck reports while other threads run on");
  constexpr uint32_t kEach = 12;
  put("f", std::string(10000, 'x'));
  for (uint32_t i = 0; i < kEach; ++i) {
    const uint32_t seed = first_seed() + GetParam() * kEach + i;
    for (const char* const original : {PROBE_SYS, SLUICE_SYS}) {
      if (*original == '\0') continue;
      SCOPED_TRACE(std::string(original) + " with seed " + std::to_string(seed));
      const std::string driver = scratch_ + "/mutant.sys";
      std::ofstream(driver, std::ios::binary) << mutate(read_image(original), seed);
      RunningHost host(host_command({driver}, {"sh", "-c",
                                               "cd '" + directory_ +
                                                   "'; cat f > /dev/null; cp f g; mv g h; rm h; "
                                                   "ls > /dev/null; exit 0"}),
                       RunningHost::Output::Both);
      const Alarm alarm(host);
      const std::string said = host.rest();
      const int status = host.wait();
      EXPECT_FALSE(host.was_signalled()) << said;
      // The command's own, also when what the driver did to it killed it.
      const bool known = status == 0 || status == 86 || (status >= 1 && status <= 2) ||
                         (status >= 125 && status <= 128 + 31);
      EXPECT_TRUE(known) << status << said;
      EXPECT_FALSE(mounted_here());
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Seeds, Mutations, testing::Range(0u, 3u));

}  // namespace
}  // namespace flthost::app::test
