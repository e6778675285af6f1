#include "latency.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace sluice::service {

std::size_t LatencyHistogram::bucket_of(std::uint64_t value) {
  if (value < (1u << kSubBits)) return value;
  const int shift = static_cast<int>(std::bit_width(value)) - 1 - kSubBits;
  const std::uint64_t sub = (value >> shift) - (1u << kSubBits);
  return (static_cast<std::size_t>(shift + 1) << kSubBits) + sub;
}

std::uint64_t LatencyHistogram::upper_bound(std::size_t bucket) {
  if (bucket < (1u << kSubBits)) return bucket;
  const std::size_t shift = (bucket >> kSubBits) - 1;
  const std::uint64_t sub = (bucket & ((1u << kSubBits) - 1)) + (1u << kSubBits);
  return ((sub + 1) << shift) - 1;
}

void LatencyHistogram::add(std::uint64_t nanoseconds) {
  ++buckets_[bucket_of(nanoseconds)];
  ++count_;
  max_ = std::max(max_, nanoseconds);
}

std::uint64_t LatencyHistogram::quantile(double fraction) const {
  if (count_ == 0) return 0;
  const auto wanted = static_cast<std::uint64_t>(std::ceil(fraction * static_cast<double>(count_)));
  std::uint64_t seen = 0;
  for (std::size_t i = 0; i < kBuckets; ++i) {
    seen += buckets_[i];
    if (seen >= std::max<std::uint64_t>(wanted, 1)) return std::min(upper_bound(i), max_);
  }
  return max_;
}

}  // namespace sluice::service
