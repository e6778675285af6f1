// Rules whose breach NT itself goes on after, and which a verifier wants to hear of.
#pragma once

#include <flthost/ke/ke.h>

namespace flthost::ke {

using ViolationSink = void (*)(const Bugcheck& violation);
inline std::atomic<ViolationSink> violation_sink{nullptr};

inline bool verifying() {
  return violation_sink.load(std::memory_order_relaxed) != nullptr;
}
// The same as a bugcheck would say; returns, and is silent when no verifier listens. Any IRQL,
// where no host lock is held.
inline void tell_violation(const Bugcheck& violation) {
  if (const ViolationSink sink = violation_sink.load(std::memory_order_acquire)) sink(violation);
}

}  // namespace flthost::ke
