// Circuit breaker of a class of asks: after kMissesToOpen deadlines missed in a row the service is
// not waited for; one probe per interval goes through, and an answer in time closes it again.
// Any IRQL, any thread.
#pragma once

#include "atomic.h"

namespace sluice::driver {

class Breaker {
 public:
  static constexpr uint32_t kMissesToOpen = 8;
  static constexpr int64_t kProbeInterval = 10'000'000;  // 100 ns

  // May this ask go to the service? `now` in 100 ns.
  bool admits(int64_t now) {
    if (misses_.load() < kMissesToOpen) return true;
    const int64_t next = next_probe_.load();
    return now >= next && next_probe_.compare_exchange(next, now + kProbeInterval);
  }

  void answered() {
    if (misses_.load() != 0) misses_.store(0);
  }

  // True when this miss opened it.
  bool missed(int64_t now) {
    const uint32_t misses = misses_.add(1);
    if (misses < kMissesToOpen) return false;
    next_probe_.store(now + kProbeInterval);
    return misses == kMissesToOpen;
  }

  void reset() { misses_.store(0); }
  bool open() const { return misses_.load() >= kMissesToOpen; }

 private:
  Atomic<uint32_t> misses_;
  Atomic<int64_t> next_probe_;
};

}  // namespace sluice::driver
