// What an access token holds. Immutable after its creation, so reading it needs no lock.
#pragma once

#include <flthost/se/sid.h>

#include <array>

namespace flthost::se {

inline constexpr ULONG kMaxGroups = 5;

struct TokenBody {
  SmallSid user;
  std::array<SmallSid, kMaxGroups> groups;
  ULONG group_count = 0;
  SmallSid primary_group;
  ULONG integrity = SECURITY_MANDATORY_MEDIUM_RID;
  uint64_t privileges = 0;  // bit N: the privilege with LUID N is held and enabled
  LUID id{};
  LUID logon{};
  bool admin = false;

  bool has_sid(const void* sid) const {
    if (sid_equal(user, sid)) return true;
    for (ULONG i = 0; i < group_count; ++i) {
      if (sid_equal(groups[i], sid)) return true;
    }
    return false;
  }
  bool has_privilege(LUID privilege) const {
    return privilege.HighPart == 0 && privilege.LowPart < 64 &&
           (privileges >> privilege.LowPart & 1) != 0;
  }
};

TokenBody make_user_token(uint32_t uid);
TokenBody make_system_token();

}  // namespace flthost::se
