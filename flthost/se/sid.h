// SIDs by value, for the host's own use: rtl's functions on SIDs stand above this component.
#pragma once

#include <fltKernel.h>

#include <cstdint>
#include <cstring>
#include <initializer_list>

namespace flthost::se {

inline constexpr uint8_t kNtAuthority = 5;
inline constexpr uint8_t kMandatoryAuthority = 16;
inline constexpr uint8_t kUnixAuthority = 22;  // S-1-22-1-UID

// Laid out as SID, with room for as many subauthorities as any SID made here has.
struct SmallSid {
  UCHAR revision = 1;
  UCHAR count = 0;
  UCHAR authority[6] = {};
  ULONG sub[6] = {};

  SmallSid() = default;
  SmallSid(uint8_t last_byte, std::initializer_list<ULONG> subauthorities)
      : authority{0, 0, 0, 0, 0, last_byte} {
    for (const ULONG one : subauthorities) sub[count++] = one;
  }
  ULONG length() const { return 8u + 4u * count; }
};
static_assert(offsetof(SmallSid, sub) == offsetof(SID, SubAuthority));

inline ULONG sid_length(const SID* sid) {
  return 8u + 4u * sid->SubAuthorityCount;
}
// A SID of a descriptor need not be aligned: compared bytewise.
inline bool sid_equal(const SmallSid& mine, const void* other) {
  return std::memcmp(&mine, other, 2) == 0 && std::memcmp(&mine, other, mine.length()) == 0;
}

inline const SmallSid kWorldSid{1, {0}};
inline const SmallSid kLocalSid{2, {0}};
inline const SmallSid kOwnerRightsSid{3, {4}};
inline const SmallSid kLocalSystemSid{kNtAuthority, {18}};
inline const SmallSid kAuthenticatedUsersSid{kNtAuthority, {11}};
inline const SmallSid kAdministratorsSid{kNtAuthority, {32, 544}};
inline const SmallSid kUsersSid{kNtAuthority, {32, 545}};

}  // namespace flthost::se
