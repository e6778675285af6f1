#include <flthost/se/token.h>

#include <atomic>

namespace flthost::se {
namespace {

constexpr uint64_t kAllPrivileges =
    (2ull << SE_MAX_WELL_KNOWN_PRIVILEGE) - (1ull << SE_MIN_WELL_KNOWN_PRIVILEGE);

void add_group(TokenBody& token, const SmallSid& group) {
  constexpr ULONG kAttributes = SE_GROUP_MANDATORY | SE_GROUP_ENABLED_BY_DEFAULT | SE_GROUP_ENABLED;
  const bool owner = sid_equal(kAdministratorsSid, &group);
  token.group_attributes[token.group_count] = kAttributes | (owner ? ULONG{SE_GROUP_OWNER} : 0);
  token.groups[token.group_count++] = group;
}

void append_ace(std::vector<uint8_t>& acl, ACCESS_MASK mask, const SmallSid& sid) {
  const USHORT bytes = static_cast<USHORT>(offsetof(ACCESS_ALLOWED_ACE, SidStart) + sid.length());
  const ACE_HEADER header{ACCESS_ALLOWED_ACE_TYPE, 0, bytes};
  const size_t at = acl.size();
  acl.resize(at + bytes);
  std::memcpy(acl.data() + at, &header, sizeof header);
  std::memcpy(acl.data() + at + sizeof header, &mask, sizeof mask);
  std::memcpy(acl.data() + at + sizeof header + sizeof mask, &sid, sid.length());
}

// The owner and the system may do everything.
std::vector<uint8_t> default_dacl(const SmallSid& owner) {
  std::vector<uint8_t> acl(sizeof(ACL));
  append_ace(acl, GENERIC_ALL, owner);
  append_ace(acl, GENERIC_ALL, kLocalSystemSid);
  ACL header{};
  header.AclRevision = ACL_REVISION;
  header.AclSize = static_cast<USHORT>(acl.size());
  header.AceCount = 2;
  std::memcpy(acl.data(), &header, sizeof header);
  return acl;
}

void finish(TokenBody& token) {
  token.enabled = token.enabled_by_default = token.privileges;
  token.id = new_luid();
  token.modified = new_luid();
  token.owner = token.admin ? kAdministratorsSid : token.user;
  token.default_dacl = default_dacl(token.owner);
}

void add_common_groups(TokenBody& token) {
  add_group(token, kWorldSid);
  add_group(token, kAuthenticatedUsersSid);
  add_group(token, kLocalSid);
}

}  // namespace

LUID new_luid() {
  static std::atomic<uint64_t> next{0x10000};
  const uint64_t value = next.fetch_add(1, std::memory_order_relaxed);
  return {static_cast<ULONG>(value), static_cast<LONG>(value >> 32)};
}

TokenBody make_user_token(uint32_t uid) {
  TokenBody token;
  token.user = SmallSid(kUnixAuthority, {1, uid});
  token.admin = uid == 0;
  token.primary_group = token.admin ? kAdministratorsSid : kUsersSid;
  token.integrity = token.admin ? SECURITY_MANDATORY_HIGH_RID : SECURITY_MANDATORY_MEDIUM_RID;
  token.privileges = token.admin ? kAllPrivileges : 1ull << SE_CHANGE_NOTIFY_PRIVILEGE;
  token.logon = {uid, 1};
  if (token.admin) add_group(token, kAdministratorsSid);
  add_group(token, kUsersSid);
  add_common_groups(token);
  finish(token);
  return token;
}

TokenBody make_system_token() {
  TokenBody token;
  token.user = kLocalSystemSid;
  token.admin = true;
  token.primary_group = kAdministratorsSid;
  token.integrity = SECURITY_MANDATORY_SYSTEM_RID;
  token.privileges = kAllPrivileges;
  token.logon = {0x3e7, 0};
  add_group(token, kAdministratorsSid);
  add_common_groups(token);
  finish(token);
  return token;
}

}  // namespace flthost::se
