// What the service said about a process or an open, as the driver keeps it.
#pragma once

#include <sluice/protocol.h>

namespace sluice::driver {

// The terms of later asks. A zero field means: the policy's.
struct Terms {
  uint64_t tree;
  uint32_t plan;  // protocol::PlanBits
  uint32_t generation;
  uint32_t rule;
  uint32_t deadline_ms;
  uint32_t paging_deadline_ms;
  uint8_t on_timeout;  // protocol::VerdictKind
  uint8_t zero[3];
};

// Which side of a create is decided; the key of a remembered verdict beside tree and generation.
enum AccessClass : uint32_t {
  kAccessRead = 1u << 0,
  kAccessWrite = 1u << 1,
  kAccessExecute = 1u << 2,
  kAccessDelete = 1u << 3,
  kAccessOther = 1u << 4,
};

constexpr uint32_t access_class(uint32_t desired_access) {
  constexpr uint32_t kReadData = 0x1, kWriteData = 0x2, kAppendData = 0x4, kWriteEa = 0x10,
                     kExecute = 0x20, kWriteAttributes = 0x100, kDelete = 0x10000,
                     kWriteDac = 0x40000, kWriteOwner = 0x80000, kMaximumAllowed = 0x2000000,
                     kGenericAll = 0x10000000, kGenericExecute = 0x20000000,
                     kGenericWrite = 0x40000000, kGenericRead = 0x80000000;
  uint32_t result = 0;
  if (desired_access & (kMaximumAllowed | kGenericAll)) {
    return kAccessRead | kAccessWrite | kAccessExecute | kAccessDelete;
  }
  if (desired_access & (kReadData | kGenericRead)) result |= kAccessRead;
  if (desired_access & (kWriteData | kAppendData | kWriteEa | kWriteAttributes | kWriteDac |
                        kWriteOwner | kGenericWrite)) {
    result |= kAccessWrite;
  }
  if (desired_access & (kExecute | kGenericExecute)) result |= kAccessExecute;
  if (desired_access & kDelete) result |= kAccessDelete;
  return result != 0 ? result : static_cast<uint32_t>(kAccessOther);
}

}  // namespace sluice::driver
