// How long each callback of a filter took. Recording takes no lock and shares no cache line between
// threads: counters are spread as the calls' are.
#pragma once

#include <flthost/flt/flt.h>

#include <atomic>
#include <cstdint>

namespace flthost::flt {

// Ticks of the processor's time-stamp counter.
inline uint64_t ticks_now() {
  return __builtin_ia32_rdtsc();
}

class LatencyTable {
 public:
  LatencyTable();
  ~LatencyTable();
  LatencyTable(const LatencyTable&) = delete;
  LatencyTable& operator=(const LatencyTable&) = delete;

  void record(size_t shard, size_t slot, bool post, uint64_t ticks);
  // Percentiles are exact to an eighth of their value.
  Latency summary(size_t slot, bool post) const;

  // Buckets: below 8 ticks one each, then 8 for each doubling.
  static constexpr size_t kBuckets = 8 * 40;
  static size_t bucket_of(uint64_t ticks);
  static uint64_t upper_bound(size_t bucket);  // ticks

 private:
  struct Histogram;
  Histogram& at(size_t shard, size_t slot, bool post) const;
  Histogram* all_;  // pages that nobody counts in stay unused
};

}  // namespace flthost::flt
