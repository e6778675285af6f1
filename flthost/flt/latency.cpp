#include <flthost/flt/latency.h>

#include <flthost/flt/internal.h>

#include <sys/mman.h>

#include <algorithm>
#include <array>
#include <bit>
#include <ctime>

namespace flthost::flt {

struct LatencyTable::Histogram {
  std::array<std::atomic<uint32_t>, kBuckets> buckets;
  std::atomic<uint64_t> most;
};

namespace {

constexpr size_t kHistograms = kShards * kOperationSlots * 2;

uint64_t clock_ns() {
  timespec now{};
  clock_gettime(CLOCK_MONOTONIC, &now);
  return static_cast<uint64_t>(now.tv_sec) * 1'000'000'000 + static_cast<uint64_t>(now.tv_nsec);
}

// Where both clocks stood when the first filter came: their ratio is known at the end.
struct Start {
  uint64_t ticks = ticks_now();
  uint64_t ns = clock_ns();
};
const Start& start() {
  static const Start first;
  return first;
}

double ticks_per_microsecond() {
  const uint64_t ns = clock_ns() - start().ns;
  const uint64_t ticks = ticks_now() - start().ticks;
  return ns == 0 ? 1 : static_cast<double>(ticks) * 1000 / static_cast<double>(ns);
}

}  // namespace

LatencyTable::LatencyTable() {
  start();
  void* const memory = mmap(nullptr, kHistograms * sizeof(Histogram), PROT_READ | PROT_WRITE,
                            MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  all_ = memory == MAP_FAILED ? nullptr : static_cast<Histogram*>(memory);
}

LatencyTable::~LatencyTable() {
  if (all_ != nullptr) munmap(all_, kHistograms * sizeof(Histogram));
}

LatencyTable::Histogram& LatencyTable::at(size_t shard, size_t slot, bool post) const {
  return all_[(shard * kOperationSlots + slot) * 2 + (post ? 1 : 0)];
}

size_t LatencyTable::bucket_of(uint64_t ticks) {
  if (ticks < 8) return ticks;
  const int shift = static_cast<int>(std::bit_width(ticks)) - 4;
  return std::min(kBuckets - 1, static_cast<size_t>(shift) * 8 + (ticks >> shift));
}

uint64_t LatencyTable::upper_bound(size_t bucket) {
  if (bucket < 16) return bucket;
  const size_t shift = bucket / 8 - 1;
  return ((bucket % 8 + 8 + 1) << shift) - 1;
}

void LatencyTable::record(size_t shard, size_t slot, bool post, uint64_t ticks) {
  if (all_ == nullptr) return;
  Histogram& histogram = at(shard, slot, post);
  histogram.buckets[bucket_of(ticks)].fetch_add(1, std::memory_order_relaxed);
  uint64_t most = histogram.most.load(std::memory_order_relaxed);
  while (ticks > most &&
         !histogram.most.compare_exchange_weak(most, ticks, std::memory_order_relaxed)) {
  }
}

Latency LatencyTable::summary(size_t slot, bool post) const {
  Latency latency;
  if (all_ == nullptr) return latency;
  std::array<uint64_t, kBuckets> sum{};
  uint64_t most = 0;
  for (size_t shard = 0; shard < kShards; ++shard) {
    const Histogram& histogram = at(shard, slot, post);
    most = std::max(most, histogram.most.load(std::memory_order_relaxed));
    for (size_t i = 0; i < kBuckets; ++i) {
      sum[i] += histogram.buckets[i].load(std::memory_order_relaxed);
    }
  }
  for (const uint64_t count : sum) latency.calls += count;
  const double scale = ticks_per_microsecond();
  const auto percentile = [&](double part) {
    const auto wanted = static_cast<uint64_t>(part * static_cast<double>(latency.calls));
    uint64_t seen = 0;
    for (size_t i = 0; i < kBuckets; ++i) {
      seen += sum[i];
      if (seen > wanted) return static_cast<double>(std::min(upper_bound(i), most)) / scale;
    }
    return static_cast<double>(most) / scale;
  };
  if (latency.calls == 0) return latency;
  latency.p50_us = percentile(0.50);
  latency.p90_us = percentile(0.90);
  latency.p99_us = percentile(0.99);
  latency.max_us = static_cast<double>(most) / scale;
  return latency;
}

}  // namespace flthost::flt
