// What SeQueryInformationToken and its relatives tell of a token.
#include <flthost/se/query.h>

#include <algorithm>
#include <bit>

namespace flthost::se {
namespace {

template <typename T>
std::vector<uint8_t> plain(const T& value) {
  std::vector<uint8_t> out(sizeof value);
  std::memcpy(out.data(), &value, sizeof value);
  return out;
}

// A structure with SIDs behind it: add() returns where the SID will lie once at `address`.
class Builder {
 public:
  Builder(size_t header, const void* address)
      : bytes_(header), address_(static_cast<const char*>(address)) {}

  PSID add(const SmallSid& sid) { return add(&sid, sid.length()); }
  void* add(const void* data, size_t size) {
    const size_t at = bytes_.size();
    const auto* const begin = static_cast<const uint8_t*>(data);
    bytes_.insert(bytes_.end(), begin, begin + size);
    return address_ == nullptr ? nullptr : const_cast<char*>(address_) + at;
  }
  template <typename T>
  void put(size_t at, const T& value) {
    std::memcpy(bytes_.data() + at, &value, sizeof value);
  }
  std::vector<uint8_t> take() { return std::move(bytes_); }

 private:
  std::vector<uint8_t> bytes_;
  const char* address_;
};

std::vector<uint8_t> one_sid(const SmallSid& sid, ULONG attributes, const void* address) {
  Builder builder(sizeof(SID_AND_ATTRIBUTES), address);
  const SID_AND_ATTRIBUTES entry{builder.add(sid), attributes};
  builder.put(0, entry);
  return builder.take();
}

std::vector<uint8_t> sid_pointer(const SmallSid& sid, const void* address) {
  Builder builder(sizeof(PSID), address);
  builder.put(0, builder.add(sid));
  return builder.take();
}

std::vector<uint8_t> groups(const TokenBody& token, const void* address) {
  constexpr size_t kFirst = offsetof(TOKEN_GROUPS, Groups);
  Builder builder(kFirst + token.group_count * sizeof(SID_AND_ATTRIBUTES), address);
  builder.put(0, token.group_count);
  for (ULONG i = 0; i < token.group_count; ++i) {
    const SID_AND_ATTRIBUTES entry{builder.add(token.groups[i]), token.group_attributes[i]};
    builder.put(kFirst + i * sizeof entry, entry);
  }
  return builder.take();
}

std::vector<uint8_t> restricted_sids(const TokenBody& token, const void* address) {
  constexpr size_t kFirst = offsetof(TOKEN_GROUPS, Groups);
  const ULONG count = static_cast<ULONG>(token.restricted.size());
  Builder builder(kFirst + count * sizeof(SID_AND_ATTRIBUTES), address);
  builder.put(0, count);
  for (ULONG i = 0; i < count; ++i) {
    constexpr ULONG kAttributes =
        SE_GROUP_MANDATORY | SE_GROUP_ENABLED_BY_DEFAULT | SE_GROUP_ENABLED;
    const SID_AND_ATTRIBUTES entry{
        builder.add(token.restricted[i].data(), token.restricted[i].size()), kAttributes};
    builder.put(kFirst + i * sizeof entry, entry);
  }
  return builder.take();
}

std::vector<uint8_t> default_dacl(const TokenBody& token, const void* address) {
  Builder builder(sizeof(TOKEN_DEFAULT_DACL), address);
  if (!token.default_dacl.empty()) {
    const TOKEN_DEFAULT_DACL value{
        static_cast<PACL>(builder.add(token.default_dacl.data(), token.default_dacl.size()))};
    builder.put(0, value);
  }
  return builder.take();
}

std::vector<uint8_t> privileges(const TokenBody& token) {
  std::vector<LUID_AND_ATTRIBUTES> held;
  for (ULONG i = 0; i < 64; ++i) {
    if ((token.privileges >> i & 1) == 0) continue;
    const ULONG enabled = (token.enabled >> i & 1) != 0 ? ULONG{SE_PRIVILEGE_ENABLED} : 0;
    const ULONG initial =
        (token.enabled_by_default >> i & 1) != 0 ? ULONG{SE_PRIVILEGE_ENABLED_BY_DEFAULT} : 0;
    held.push_back({{i, 0}, enabled | initial});
  }
  const ULONG count = static_cast<ULONG>(held.size());
  constexpr size_t kFirst = offsetof(TOKEN_PRIVILEGES, Privileges);
  std::vector<uint8_t> out(kFirst + held.size() * sizeof held[0]);
  std::memcpy(out.data(), &count, sizeof count);
  std::memcpy(out.data() + kFirst, held.data(), held.size() * sizeof held[0]);
  return out;
}

std::vector<uint8_t> statistics(const TokenBody& token) {
  TOKEN_STATISTICS out{};
  out.TokenId = token.id;
  out.AuthenticationId = token.logon;
  out.ExpirationTime.QuadPart = INT64_MAX;
  out.TokenType = token.type;
  out.ImpersonationLevel = token.level;
  out.GroupCount = token.group_count;
  out.PrivilegeCount = static_cast<ULONG>(std::popcount(token.privileges));
  out.ModifiedId = token.modified;
  return plain(out);
}

std::vector<uint8_t> source() {
  TOKEN_SOURCE out{};
  std::memcpy(out.SourceName, "flthost", 8);
  return plain(out);
}

}  // namespace

NTSTATUS describe_token(const TokenBody& token, TOKEN_INFORMATION_CLASS what, const void* address,
                        std::vector<uint8_t>* out) {
  switch (what) {
    case TokenUser:
      *out = one_sid(token.user, token.user_deny_only ? ULONG{SE_GROUP_USE_FOR_DENY_ONLY} : 0,
                     address);
      return STATUS_SUCCESS;
    case TokenGroups:
      *out = groups(token, address);
      return STATUS_SUCCESS;
    case TokenPrivileges:
      *out = privileges(token);
      return STATUS_SUCCESS;
    case TokenOwner:
      *out = sid_pointer(token.owner, address);
      return STATUS_SUCCESS;
    case TokenPrimaryGroup:
      *out = sid_pointer(token.primary_group, address);
      return STATUS_SUCCESS;
    case TokenSource:
      *out = source();
      return STATUS_SUCCESS;
    case TokenType:
      *out = plain(token.type);
      return STATUS_SUCCESS;
    case TokenImpersonationLevel:
      if (token.type != TokenImpersonation) return STATUS_INVALID_INFO_CLASS;
      *out = plain(token.level);
      return STATUS_SUCCESS;
    case TokenDefaultDacl:
      *out = default_dacl(token, address);
      return STATUS_SUCCESS;
    case TokenRestrictedSids:
      *out = restricted_sids(token, address);
      return STATUS_SUCCESS;
    case TokenSandBoxInert:
      *out = plain(ULONG(token.sandbox_inert));
      return STATUS_SUCCESS;
    case TokenHasRestrictions:
      *out = plain(ULONG(!token.restricted.empty()));
      return STATUS_SUCCESS;
    case TokenOrigin:
      *out = plain(TOKEN_ORIGIN{{0x3e7, 0}});
      return STATUS_SUCCESS;
    case TokenStatistics:
      *out = statistics(token);
      return STATUS_SUCCESS;
    case TokenSessionId:
      *out = plain(token.session);
      return STATUS_SUCCESS;
    case TokenVirtualizationAllowed:
    case TokenVirtualizationEnabled:
    case TokenUIAccess:
    case TokenIsAppContainer:
      *out = plain(ULONG(0));
      return STATUS_SUCCESS;
    case TokenElevationType:
      *out = plain(TokenElevationTypeDefault);
      return STATUS_SUCCESS;
    case TokenElevation:
      *out = plain(ULONG(token.admin));
      return STATUS_SUCCESS;
    case TokenIntegrityLevel:
      *out = one_sid(SmallSid(kMandatoryAuthority, {token.integrity}),
                     SE_GROUP_INTEGRITY | SE_GROUP_INTEGRITY_ENABLED, address);
      return STATUS_SUCCESS;
    case TokenMandatoryPolicy:
      *out = plain(ULONG(TOKEN_MANDATORY_POLICY_NO_WRITE_UP));
      return STATUS_SUCCESS;
    default:
      return STATUS_INVALID_INFO_CLASS;
  }
}

}  // namespace flthost::se
