// What an access token holds, as a value: tokens as objects keep one behind a lock (objects.h).
#pragma once

#include <flthost/se/sid.h>

#include <array>
#include <vector>

namespace flthost::se {

inline constexpr ULONG kMaxGroups = 5;

struct TokenBody {
  SmallSid user;
  std::array<SmallSid, kMaxGroups> groups;
  std::array<ULONG, kMaxGroups> group_attributes{};
  ULONG group_count = 0;
  SmallSid primary_group;
  SmallSid owner;                                // of objects it creates
  std::vector<uint8_t> default_dacl;             // an ACL, empty for none
  std::vector<std::vector<uint8_t>> restricted;  // SIDs: what is granted must be so for them too
  ULONG integrity = SECURITY_MANDATORY_MEDIUM_RID;
  uint64_t privileges = 0;  // bit N: the privilege with LUID N is held
  uint64_t enabled = 0;     // of those
  uint64_t enabled_by_default = 0;
  LUID id{};
  LUID modified{};
  LUID logon{};
  ULONG session = 0;
  TOKEN_TYPE type = ::TokenPrimary;
  SECURITY_IMPERSONATION_LEVEL level = SecurityAnonymous;  // of an impersonation token
  bool admin = false;
  bool user_deny_only = false;
  bool write_restricted = false;
  bool sandbox_inert = false;

  // `to_deny`: a SID that is for denials only counts as well.
  bool has_sid(const void* sid, bool to_deny = false) const {
    if (sid_equal(user, sid)) return to_deny || !user_deny_only;
    for (ULONG i = 0; i < group_count; ++i) {
      if (!sid_equal(groups[i], sid)) continue;
      if (to_deny || (group_attributes[i] & SE_GROUP_USE_FOR_DENY_ONLY) == 0) return true;
    }
    return false;
  }
  bool is_restricted_to(const void* sid) const {
    for (const std::vector<uint8_t>& one : restricted) {
      if (std::memcmp(one.data(), sid, 2) == 0 && std::memcmp(one.data(), sid, one.size()) == 0) {
        return true;
      }
    }
    return false;
  }
  bool has_privilege(LUID privilege) const {
    return privilege.HighPart == 0 && privilege.LowPart < 64 &&
           (enabled >> privilege.LowPart & 1) != 0;
  }
};

TokenBody make_user_token(uint32_t uid);
TokenBody make_system_token();
LUID new_luid();  // unique until the host ends

}  // namespace flthost::se
