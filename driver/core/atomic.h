// Freestanding atomics over the compiler's builtins: the driver has no <atomic>. Lock-free for
// 1, 2, 4 and 8 byte types on x64 and arm64; any IRQL on nonpaged memory.
#pragma once

#include <stdint.h>

namespace sluice::driver {

// Trivially constructible: lives in zeroed pool memory and contexts that nobody constructs.
template <typename T>
class Atomic {
 public:
  T load() const { return __atomic_load_n(&value_, __ATOMIC_RELAXED); }
  T load_acquire() const { return __atomic_load_n(&value_, __ATOMIC_ACQUIRE); }
  T load_ordered() const { return __atomic_load_n(&value_, __ATOMIC_SEQ_CST); }
  void store(T value) { __atomic_store_n(&value_, value, __ATOMIC_RELAXED); }
  void store_release(T value) { __atomic_store_n(&value_, value, __ATOMIC_RELEASE); }
  void store_ordered(T value) { __atomic_store_n(&value_, value, __ATOMIC_SEQ_CST); }
  T exchange(T value) { return __atomic_exchange_n(&value_, value, __ATOMIC_SEQ_CST); }
  T add(T amount) { return __atomic_add_fetch(&value_, amount, __ATOMIC_SEQ_CST); }
  T fetch_or(T bits) { return __atomic_fetch_or(&value_, bits, __ATOMIC_SEQ_CST); }
  bool compare_exchange(T expected, T desired) {
    return __atomic_compare_exchange_n(&value_, &expected, desired, false, __ATOMIC_SEQ_CST,
                                       __ATOMIC_SEQ_CST);
  }
  // For a counter that only one writer at a time touches: no locked instruction.
  void add_alone(T amount) { store(static_cast<T>(load() + amount)); }

 private:
  T value_;
};

inline void cpu_relax() {
#if defined(__x86_64__)
  __builtin_ia32_pause();
#elif defined(__aarch64__)
  __asm__ volatile("yield");
#endif
}

inline void copy_bytes(void* to, const void* from, uint64_t count) {
  __builtin_memcpy(to, from, count);
}

inline void zero_bytes(void* to, uint64_t count) {
  __builtin_memset(to, 0, count);
}

template <typename T>
constexpr T smaller(T a, T b) {
  return a < b ? a : b;
}

}  // namespace sluice::driver
