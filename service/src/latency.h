// A histogram of durations with about 3 percent precision and no allocation.
#pragma once

#include <array>
#include <cstdint>

namespace sluice::service {

class LatencyHistogram {
 public:
  void add(std::uint64_t nanoseconds);
  std::uint64_t count() const { return count_; }
  std::uint64_t max() const { return max_; }
  // The duration that `fraction` (0..1) of the values don't exceed, in ns; 0 when empty.
  std::uint64_t quantile(double fraction) const;

 private:
  // Each power of two is divided into 32.
  static constexpr int kSubBits = 5;
  static constexpr std::size_t kBuckets = (64 - kSubBits + 1) << kSubBits;

  static std::size_t bucket_of(std::uint64_t value);
  static std::uint64_t upper_bound(std::size_t bucket);

  std::array<std::uint64_t, kBuckets> buckets_{};
  std::uint64_t count_ = 0;
  std::uint64_t max_ = 0;
};

}  // namespace sluice::service
