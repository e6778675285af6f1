#include <flthost/se/token.h>

#include <atomic>

namespace flthost::se {
namespace {

constexpr uint64_t kAllPrivileges =
    (2ull << SE_MAX_WELL_KNOWN_PRIVILEGE) - (1ull << SE_MIN_WELL_KNOWN_PRIVILEGE);

LUID new_id() {
  static std::atomic<uint32_t> next{0x10000};
  return {next.fetch_add(1, std::memory_order_relaxed), 0};
}

void add_group(TokenBody& token, const SmallSid& group) {
  token.groups[token.group_count++] = group;
}

void add_common_groups(TokenBody& token) {
  add_group(token, kWorldSid);
  add_group(token, kAuthenticatedUsersSid);
  add_group(token, kLocalSid);
}

}  // namespace

TokenBody make_user_token(uint32_t uid) {
  TokenBody token;
  token.user = SmallSid(kUnixAuthority, {1, uid});
  token.admin = uid == 0;
  token.primary_group = token.admin ? kAdministratorsSid : kUsersSid;
  token.integrity = token.admin ? SECURITY_MANDATORY_HIGH_RID : SECURITY_MANDATORY_MEDIUM_RID;
  token.privileges = token.admin ? kAllPrivileges : 1ull << SE_CHANGE_NOTIFY_PRIVILEGE;
  token.id = new_id();
  token.logon = {uid, 1};
  if (token.admin) add_group(token, kAdministratorsSid);
  add_group(token, kUsersSid);
  add_common_groups(token);
  return token;
}

TokenBody make_system_token() {
  TokenBody token;
  token.user = kLocalSystemSid;
  token.admin = true;
  token.primary_group = kAdministratorsSid;
  token.integrity = SECURITY_MANDATORY_SYSTEM_RID;
  token.privileges = kAllPrivileges;
  token.id = new_id();
  token.logon = {0x3e7, 0};
  add_group(token, kAdministratorsSid);
  add_common_groups(token);
  return token;
}

}  // namespace flthost::se
