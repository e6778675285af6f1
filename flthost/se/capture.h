// Descriptors by value: put together, merged, copied from what a caller gave.
#pragma once

#include <flthost/se/descriptor.h>

#include <cstdint>
#include <vector>

namespace flthost::se {

// Self-relative, with the parts that `what` names taken out of `from`; null gives one without any.
std::vector<uint8_t> extract_descriptor(const void* from, SECURITY_INFORMATION what);
// `onto` with the parts that `what` names replaced by those of `from`; self-relative.
std::vector<uint8_t> merge_descriptor(const void* onto, const void* from,
                                      SECURITY_INFORMATION what);
// A self-relative copy of a descriptor of either form. STATUS_UNKNOWN_REVISION, STATUS_INVALID_SID,
// STATUS_INVALID_ACL; STATUS_ACCESS_VIOLATION when it can't be read.
NTSTATUS capture_descriptor(const void* from, std::vector<uint8_t>* out);

}  // namespace flthost::se
