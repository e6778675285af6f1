// SeFilterToken: a token with less in it.
#include <flthost/se/objects.h>
#include <flthost/se/rows.h>

namespace flthost::se {
namespace {

constexpr ULONG kKnownFlags = DISABLE_MAX_PRIVILEGE | SANDBOX_INERT | LUA_TOKEN | WRITE_RESTRICTED;

bool good_sids(const TOKEN_GROUPS* groups) {
  if (groups == nullptr) return true;
  for (ULONG i = 0; i < groups->GroupCount; ++i) {
    const auto* const sid = static_cast<const SID*>(groups->Groups[i].Sid);
    if (sid == nullptr || groups->Groups[i].Attributes != 0) return false;
    if (sid->Revision != SID_REVISION || sid->SubAuthorityCount > SID_MAX_SUB_AUTHORITIES) {
      return false;
    }
  }
  return true;
}

void disable(TokenBody& token, const void* sid) {
  if (sid_equal(token.user, sid)) token.user_deny_only = true;
  for (ULONG i = 0; i < token.group_count; ++i) {
    if (!sid_equal(token.groups[i], sid)) continue;
    token.group_attributes[i] &= ~ULONG{SE_GROUP_MANDATORY | SE_GROUP_ENABLED |
                                        SE_GROUP_ENABLED_BY_DEFAULT | SE_GROUP_OWNER};
    token.group_attributes[i] |= SE_GROUP_USE_FOR_DENY_ONLY;
  }
}

void keep_privileges(TokenBody& token, uint64_t kept) {
  token.privileges &= kept;
  token.enabled &= kept;
  token.enabled_by_default &= kept;
}

// What a user without elevation has.
void make_limited_user(TokenBody& token) {
  disable(token, &kAdministratorsSid);
  token.admin = false;
  token.owner = token.user;
  keep_privileges(token, 1ull << SE_CHANGE_NOTIFY_PRIVILEGE | 1ull << SE_SHUTDOWN_PRIVILEGE |
                             1ull << SE_UNDOCK_PRIVILEGE | 1ull << SE_TIME_ZONE_PRIVILEGE |
                             1ull << SE_INC_WORKING_SET_PRIVILEGE);
  if (token.integrity > SECURITY_MANDATORY_MEDIUM_RID) {
    token.integrity = SECURITY_MANDATORY_MEDIUM_RID;
  }
}

}  // namespace
}  // namespace flthost::se

using namespace flthost;
using namespace flthost::se;

NTSTATUS NTAPI SeFilterToken(PACCESS_TOKEN ExistingToken, ULONG Flags, PTOKEN_GROUPS SidsToDisable,
                             PTOKEN_PRIVILEGES PrivilegesToDelete, PTOKEN_GROUPS RestrictedSids,
                             PACCESS_TOKEN* FilteredToken) {
  if ((Flags & ~kKnownFlags) != 0 || FilteredToken == nullptr) return STATUS_INVALID_PARAMETER;
  if (!good_sids(SidsToDisable) || !good_sids(RestrictedSids)) return STATUS_INVALID_PARAMETER;
  TokenBody token = snapshot(ExistingToken);
  if ((Flags & LUA_TOKEN) != 0) make_limited_user(token);
  if ((Flags & DISABLE_MAX_PRIVILEGE) != 0) {
    keep_privileges(token, 1ull << SE_CHANGE_NOTIFY_PRIVILEGE);
  }
  for (ULONG i = 0; SidsToDisable != nullptr && i < SidsToDisable->GroupCount; ++i) {
    disable(token, SidsToDisable->Groups[i].Sid);
  }
  for (ULONG i = 0; PrivilegesToDelete != nullptr && i < PrivilegesToDelete->PrivilegeCount; ++i) {
    const LUID one = PrivilegesToDelete->Privileges[i].Luid;
    if (one.HighPart == 0 && one.LowPart < 64) keep_privileges(token, ~(1ull << one.LowPart));
  }
  if (RestrictedSids != nullptr && RestrictedSids->GroupCount != 0) {
    // A token restricted already stays so: only SIDs of both lists are left.
    std::vector<std::vector<uint8_t>> restricted;
    for (ULONG i = 0; i < RestrictedSids->GroupCount; ++i) {
      const auto* const sid = static_cast<const SID*>(RestrictedSids->Groups[i].Sid);
      if (!token.restricted.empty() && !token.is_restricted_to(sid)) continue;
      const auto* const bytes = reinterpret_cast<const uint8_t*>(sid);
      restricted.emplace_back(bytes, bytes + sid_length(sid));
    }
    token.restricted = std::move(restricted);
    token.write_restricted = (Flags & WRITE_RESTRICTED) != 0;
  }
  if ((Flags & SANDBOX_INERT) != 0) token.sandbox_inert = true;
  token.id = new_luid();
  token.modified = new_luid();
  *FilteredToken = create_token(std::move(token));
  return STATUS_SUCCESS;
}

namespace flthost::se {

void add_filter_rows(Rows& rows) {
  rows.push_back(FLTHOST_EXPORT(SeFilterToken));
}

}  // namespace flthost::se
