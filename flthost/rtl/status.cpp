// NTSTATUS to Win32 errors.
#include <flthost/rtl/rtl_internal.h>

#include <algorithm>
#include <iterator>

namespace {

struct Pair {
  uint32_t status;
  uint32_t error;
};
constexpr Pair kErrors[] = {
#include "dos_errors.inc"
};
constexpr uint32_t kUnknown = 317;  // ERROR_MR_MID_NOT_FOUND

}  // namespace

extern "C" {

// Customer-defined statuses pass unchanged; FACILITY_NTWIN32 and 0xC001 carry the error itself.
ULONG NTAPI RtlNtStatusToDosErrorNoTeb(NTSTATUS Status) {
  auto value = static_cast<uint32_t>(Status);
  if (value == 0 || (value & 0x20000000) != 0) return value;
  if ((value & 0xf0000000) == 0xd0000000) value &= ~0x10000000u;
  const uint32_t high = value >> 16;
  if ((high & 0xbfff) == 0x8007 || high == 0xc001) return value & 0xffff;
  const auto* const found =
      std::lower_bound(std::begin(kErrors), std::end(kErrors), value,
                       [](const Pair& pair, uint32_t wanted) { return pair.status < wanted; });
  return found != std::end(kErrors) && found->status == value ? found->error : kUnknown;
}

// No TEB of the caller's exists here that could remember the status.
ULONG NTAPI RtlNtStatusToDosError(NTSTATUS Status) {
  return RtlNtStatusToDosErrorNoTeb(Status);
}

}  // extern "C"

namespace flthost::rtl {

void add_status_rows(Rows& rows) {
  rows.insert(rows.end(), {RTL_PURE(RtlNtStatusToDosError), RTL_PURE(RtlNtStatusToDosErrorNoTeb)});
}

}  // namespace flthost::rtl
