// Helpers of the tests of ke and of what stands on it.
#pragma once

#include <flthost/ke/dispatcher.h>
#include <flthost/ke/ke.h>
#include <gtest/gtest.h>

#include <functional>
#include <thread>

namespace flthost::test {

inline LARGE_INTEGER relative_ms(int64_t ms) {
  LARGE_INTEGER time;
  time.QuadPart = -ms * 10'000;
  return time;
}

// Until `condition` holds; the test's own timeout ends a wait for ever.
inline void wait_until(const std::function<bool()>& condition) {
  while (!condition()) std::this_thread::yield();
}

inline bool has_waiter(DISPATCHER_HEADER& header) {
  ke::lock(header);
  const bool waiting = header.WaitListHead.Flink != &header.WaitListHead;
  ke::unlock(header);
  return waiting;
}

}  // namespace flthost::test
