// Work that is the same every time: a seed decides it, and what it prints says what every step
// gave.
#pragma once

#include <cstdint>
#include <string>

namespace sluice::programs {

// xorshift64*.
class Random {
 public:
  explicit Random(uint64_t seed) : state_(seed * 0x9E3779B97F4A7C15ULL | 1) {}
  uint64_t next() {
    state_ ^= state_ >> 12;
    state_ ^= state_ << 25;
    state_ ^= state_ >> 27;
    return state_ * 0x2545F4914F6CDD1DULL;
  }
  uint64_t below(uint64_t bound) { return (next() >> 16) % bound; }

 private:
  uint64_t state_;
};

// Prints what went wrong and ends the process with 1.
[[noreturn]] void fail(const std::string& what);
// Fails with errno when `good` is false.
void require(bool good, const std::string& what);

// Random operations on a few names in the working directory, each result printed.
int stress(uint64_t seed, int operations);
// Processes that map one file shared, private and anew while it grows.
int mappings();
// A file of 1 GiB that is nearly all holes.
int large();

}  // namespace sluice::programs
