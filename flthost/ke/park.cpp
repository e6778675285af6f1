// The clock, and blocking on a futex word until a deadline on that clock.
#include <errno.h>
#include <flthost/ke/dispatcher.h>
#include <flthost/ke/ke.h>
#include <linux/futex.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <mutex>
#include <vector>

namespace flthost::ke {

namespace {

int64_t monotonic() {
  timespec now{};
  clock_gettime(CLOCK_MONOTONIC, &now);
  return static_cast<int64_t>(now.tv_sec) * 10'000'000 + now.tv_nsec / 100;
}

int64_t wall_clock() {
  constexpr int64_t kFrom1601To1970 = 116'444'736'000'000'000;
  timespec now{};
  clock_gettime(CLOCK_REALTIME, &now);
  return static_cast<int64_t>(now.tv_sec) * 10'000'000 + now.tv_nsec / 100 + kFrom1601To1970;
}

// One tick after zero, so that interrupt time is never 0, which drivers take for "unset".
const int64_t g_start = monotonic() - 156'250;
std::atomic<bool> g_stepped{false};
std::atomic<int64_t> g_stepped_now{156'250};
std::atomic<int64_t> g_stepped_system{0};  // system time when stepping began, at interrupt time
std::atomic<void (*)()> g_before_park{nullptr}, g_after_park{nullptr};

// Threads parked with a deadline on the stepped clock.
struct Sleeper {
  Thread* thread;
  int64_t deadline;
};
std::mutex g_sleepers_mutex;
std::vector<Sleeper>& sleepers() {
  static auto* const list = new std::vector<Sleeper>;
  return *list;
}

long futex(std::atomic<uint32_t>& word, int operation, uint32_t value, const timespec* deadline) {
  return syscall(SYS_futex, reinterpret_cast<uint32_t*>(&word), operation, value, deadline, nullptr,
                 FUTEX_BITSET_MATCH_ANY);
}

// How many threads are parked on the words of each bucket, or just about to be: with none there,
// waking needs no system call. Only words of this process; others' sleepers are not counted.
struct alignas(64) Bucket {
  std::atomic<uint32_t> parked{0};
};
constexpr int kBucketBits = 8;
Bucket g_buckets[1 << kBucketBits];

std::atomic<uint32_t>& parked_on(const std::atomic<uint32_t>& word) {
  const uint64_t mixed = (reinterpret_cast<uint64_t>(&word) >> 2) * 0x9E3779B97F4A7C15;
  return g_buckets[mixed >> (64 - kBucketBits)].parked;
}

// From before the kernel compares the word until after the sleep.
class Parked {
 public:
  explicit Parked(const std::atomic<uint32_t>& word) : count_(parked_on(word)) {
    count_.fetch_add(1, std::memory_order_seq_cst);
  }
  ~Parked() { count_.fetch_sub(1, std::memory_order_relaxed); }
  Parked(const Parked&) = delete;
  Parked& operator=(const Parked&) = delete;

 private:
  std::atomic<uint32_t>& count_;
};

// After the word was changed: either its waiter's comparison sees the change, or the waiter is
// seen here.
void wake(std::atomic<uint32_t>& word, bool shared, int count) {
  if (!shared) {
    std::atomic_thread_fence(std::memory_order_seq_cst);
    if (parked_on(word).load(std::memory_order_relaxed) == 0) return;
  }
  futex(word, FUTEX_WAKE | (shared ? 0 : FUTEX_PRIVATE_FLAG), static_cast<uint32_t>(count),
        nullptr);
}

timespec real_deadline(int64_t deadline) {
  const int64_t at = std::max<int64_t>(deadline + g_start, 0);
  return {at / 10'000'000, (at % 10'000'000) * 100};
}

// Sleeps until `word` or the thread's own poke word changes.
void sleep_on_both(std::atomic<uint32_t>& word, uint32_t expected, std::atomic<uint32_t>& poke,
                   uint32_t poke_before, bool shared, const timespec* deadline) {
  futex_waitv waits[2] = {};
  waits[0].uaddr = reinterpret_cast<uint64_t>(&word);
  waits[0].val = expected;
  waits[0].flags = FUTEX_32 | (shared ? 0U : static_cast<unsigned>(FUTEX_PRIVATE_FLAG));
  waits[1].uaddr = reinterpret_cast<uint64_t>(&poke);
  waits[1].val = poke_before;
  waits[1].flags = FUTEX_32 | static_cast<unsigned>(FUTEX_PRIVATE_FLAG);
  if (syscall(SYS_futex_waitv, waits, 2U, 0U, deadline, CLOCK_MONOTONIC) >= 0) return;
  if (errno != ENOSYS) return;
  // Before Linux 5.16: look again every 2 ms, since one call can't wait for two words.
  const int64_t slice = monotonic() + 20'000;
  timespec until{slice / 10'000'000, (slice % 10'000'000) * 100};
  if (deadline != nullptr &&
      (deadline->tv_sec < until.tv_sec ||
       (deadline->tv_sec == until.tv_sec && deadline->tv_nsec < until.tv_nsec))) {
    until = *deadline;
  }
  futex(word, FUTEX_WAIT_BITSET | (shared ? 0 : FUTEX_PRIVATE_FLAG), expected, &until);
}

void register_sleeper(Thread& self, int64_t deadline) {
  const std::lock_guard guard(g_sleepers_mutex);
  sleepers().push_back({&self, deadline});
}

void unregister_sleeper(Thread& self) {
  const std::lock_guard guard(g_sleepers_mutex);
  auto& list = sleepers();
  const auto it = std::find_if(list.begin(), list.end(),
                               [&](const Sleeper& sleeper) { return sleeper.thread == &self; });
  if (it != list.end()) {
    *it = list.back();
    list.pop_back();
  }
}

}  // namespace

int64_t interrupt_time() {
  if (g_stepped.load(std::memory_order_relaxed)) {
    return g_stepped_now.load(std::memory_order_seq_cst);
  }
  return monotonic() - g_start;
}

int64_t system_time() {
  if (g_stepped.load(std::memory_order_relaxed)) return g_stepped_system.load() + interrupt_time();
  return wall_clock();
}

bool clock_is_stepped() {
  return g_stepped.load(std::memory_order_relaxed);
}

void use_stepped_clock() {
  if (g_stepped.load()) return;
  g_stepped_now.store(interrupt_time());
  g_stepped_system.store(wall_clock() - g_stepped_now.load());
  g_stepped.store(true);
}

void step_clock(int64_t hundred_ns) {
  const int64_t target = interrupt_time() + hundred_ns;
  for (;;) {
    // Stop at every timer on the way, so that what it sets off sees its own time.
    const int64_t stop = std::min(target, std::max(next_timer(), interrupt_time()));
    g_stepped_now.store(stop, std::memory_order_seq_cst);
    expire_timers(stop);
    if (stop >= target) break;
  }
  const std::lock_guard guard(g_sleepers_mutex);
  for (const Sleeper& sleeper : sleepers()) {
    if (sleeper.deadline > target) continue;
    sleeper.thread->poke.fetch_add(1, std::memory_order_seq_cst);
    unpark_all(sleeper.thread->poke);
  }
}

void install_park_hooks(void (*before)(), void (*after)()) {
  g_before_park.store(before);
  g_after_park.store(after);
}

WaitResult park(std::atomic<uint32_t>& word, uint32_t expected, const ParkOptions& options) {
  if (word.load(std::memory_order_acquire) != expected) return WaitResult::Woken;
  freeze_point();
  Thread& self = current_thread();
  if (self.irql >= DISPATCH_LEVEL) {
    bugcheck({.code = 0xC4,
              .parameters = {0x3B, self.irql, reinterpret_cast<uint64_t>(&word), 0},
              .reason = "A wait at DISPATCH_LEVEL or above; wait at APC_LEVEL or below, or with a "
                        "zero timeout."});
  }
  const bool timed = options.deadline != kForever;
  const bool stepped = timed && g_stepped.load(std::memory_order_relaxed);
  const uint32_t poke = self.poke.load(std::memory_order_seq_cst);
  if (options.cancellable && self.terminating.load(std::memory_order_seq_cst)) {
    return WaitResult::Terminating;
  }
  if (options.flags != nullptr &&
      (options.flags->load(std::memory_order_seq_cst) & options.mask) != 0) {
    return WaitResult::Woken;
  }
  if (stepped) register_sleeper(self, options.deadline);
  WaitResult result = WaitResult::Woken;
  if (timed && interrupt_time() >= options.deadline) {
    result = WaitResult::TimedOut;
  } else {
    if (auto* const hook = g_before_park.load(std::memory_order_relaxed)) hook();
    timespec until{};
    const timespec* deadline = nullptr;
    if (timed && !stepped) {
      until = real_deadline(options.deadline);
      deadline = &until;
    }
    const Parked parked(word);
    if (stepped || options.cancellable || options.flags != nullptr) {
      const Parked also(self.poke);
      sleep_on_both(word, expected, self.poke, poke, options.shared, deadline);
    } else {
      futex(word, FUTEX_WAIT_BITSET | (options.shared ? 0 : FUTEX_PRIVATE_FLAG), expected,
            deadline);
    }
    if (auto* const hook = g_after_park.load(std::memory_order_relaxed)) hook();
    freeze_point();
  }
  if (stepped) unregister_sleeper(self);
  if (word.load(std::memory_order_acquire) != expected) return WaitResult::Woken;
  if (options.cancellable && self.terminating.load(std::memory_order_seq_cst)) {
    return WaitResult::Terminating;
  }
  if (timed && interrupt_time() >= options.deadline) return WaitResult::TimedOut;
  return result;
}

void unpark_one(std::atomic<uint32_t>& word, bool shared) {
  wake(word, shared, 1);
}

void unpark_all(std::atomic<uint32_t>& word, bool shared) {
  wake(word, shared, INT32_MAX);
}

}  // namespace flthost::ke
