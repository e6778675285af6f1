#include <flthost/se/token_change.h>

#include <flthost/mm/mm.h>

#include <cstring>

namespace flthost::se {
namespace {

constexpr size_t kMostDefaults = 4096;  // bytes a token has for its default DACL

// A SID that a token has room for.
NTSTATUS capture_sid(PSID from, SmallSid* to) {
  SmallSid sid;
  if (!mm::guarded_copy(&sid, from, 8)) return STATUS_ACCESS_VIOLATION;
  if (sid.revision != SID_REVISION || sid.count > std::size(sid.sub)) return STATUS_INVALID_SID;
  if (!mm::guarded_copy(&sid, from, sid.length())) return STATUS_ACCESS_VIOLATION;
  *to = sid;
  return STATUS_SUCCESS;
}

bool may_own(const TokenBody& token, const SmallSid& sid) {
  if (sid_equal(token.user, &sid)) return !token.user_deny_only;
  for (ULONG i = 0; i < token.group_count; ++i) {
    if (sid_equal(token.groups[i], &sid)) return (token.group_attributes[i] & SE_GROUP_OWNER) != 0;
  }
  return false;
}

NTSTATUS set_sid(Token& token, const void* information, bool owner) {
  PSID pointer = nullptr;  // TOKEN_OWNER and TOKEN_PRIMARY_GROUP are one pointer
  if (!mm::guarded_copy(&pointer, information, sizeof pointer)) return STATUS_ACCESS_VIOLATION;
  SmallSid sid;
  const NTSTATUS status = capture_sid(pointer, &sid);
  if (!NT_SUCCESS(status)) return status;
  const std::lock_guard guard(token.lock);
  TokenBody& body = token.body;
  if (owner) {
    if (!may_own(body, sid)) return STATUS_INVALID_OWNER;
    body.owner = sid;
  } else {
    if (!body.has_sid(&sid, true)) return STATUS_INVALID_PRIMARY_GROUP;
    body.primary_group = sid;
  }
  body.modified = new_luid();
  return STATUS_SUCCESS;
}

NTSTATUS set_default_dacl(Token& token, const void* information) {
  TOKEN_DEFAULT_DACL given{};
  if (!mm::guarded_copy(&given, information, sizeof given)) return STATUS_ACCESS_VIOLATION;
  std::vector<uint8_t> acl;
  if (given.DefaultDacl != nullptr) {
    ACL header{};
    if (!mm::guarded_copy(&header, given.DefaultDacl, sizeof header))
      return STATUS_ACCESS_VIOLATION;
    if (header.AclSize < sizeof header || header.AclRevision < MIN_ACL_REVISION ||
        header.AclRevision > MAX_ACL_REVISION) {
      return STATUS_INVALID_ACL;
    }
    if (header.AclSize > kMostDefaults) return STATUS_ALLOTTED_SPACE_EXCEEDED;
    acl.resize(header.AclSize);
    if (!mm::guarded_copy(acl.data(), given.DefaultDacl, acl.size()))
      return STATUS_ACCESS_VIOLATION;
  }
  const std::lock_guard guard(token.lock);
  token.body.default_dacl = std::move(acl);
  token.body.modified = new_luid();
  return STATUS_SUCCESS;
}

NTSTATUS set_session(Token& token, const void* information) {
  ULONG session = 0;
  if (!mm::guarded_copy(&session, information, sizeof session)) return STATUS_ACCESS_VIOLATION;
  const std::lock_guard guard(token.lock);
  token.body.session = session;
  token.body.modified = new_luid();
  return STATUS_SUCCESS;
}

NTSTATUS give_previous(const TokenBody& body, uint64_t changed,
                       const PreviousPrivileges& previous) {
  std::vector<LUID_AND_ATTRIBUTES> list;
  for (ULONG i = 0; i < 64; ++i) {
    if ((changed >> i & 1) == 0) continue;
    list.push_back({{i, 0}, (body.enabled >> i & 1) != 0 ? ULONG{SE_PRIVILEGE_ENABLED} : 0});
  }
  const ULONG count = static_cast<ULONG>(list.size());
  constexpr ULONG kFirst = offsetof(TOKEN_PRIVILEGES, Privileges);
  const ULONG bytes = kFirst + count * static_cast<ULONG>(sizeof(LUID_AND_ATTRIBUTES));
  if (previous.needed == nullptr) return STATUS_ACCESS_VIOLATION;
  if (!mm::guarded_copy(previous.needed, &bytes, sizeof bytes)) return STATUS_ACCESS_VIOLATION;
  if (previous.length < bytes) return STATUS_BUFFER_TOO_SMALL;
  char* const to = reinterpret_cast<char*>(previous.to);
  const bool written = mm::guarded_copy(to, &count, sizeof count) &&
                       (count == 0 || mm::guarded_copy(to + kFirst, list.data(), bytes - kFirst));
  return written ? STATUS_SUCCESS : STATUS_ACCESS_VIOLATION;
}

struct Change {
  uint64_t enable = 0, disable = 0, remove = 0;
  bool all = true;  // the token has every one
};

Change plan(const TokenBody& body, const std::vector<LUID_AND_ATTRIBUTES>& wanted) {
  Change change;
  for (const LUID_AND_ATTRIBUTES& one : wanted) {
    const uint64_t bit =
        one.Luid.HighPart == 0 && one.Luid.LowPart < 64 ? 1ull << one.Luid.LowPart : 0;
    if ((body.privileges & bit) == 0) {
      change.all = false;
    } else if ((one.Attributes & SE_PRIVILEGE_REMOVED) != 0) {
      change.remove |= bit;
    } else {
      ((one.Attributes & SE_PRIVILEGE_ENABLED) != 0 ? change.enable : change.disable) |= bit;
    }
  }
  return change;
}

}  // namespace

bool capture_privileges(const TOKEN_PRIVILEGES* from, std::vector<LUID_AND_ATTRIBUTES>* out) {
  ULONG count = 0;
  if (!mm::guarded_copy(&count, from, sizeof count)) return false;
  constexpr ULONG kFirst = offsetof(TOKEN_PRIVILEGES, Privileges);
  const void* const list = reinterpret_cast<const char*>(from) + kFirst;
  const size_t bytes = size_t{count} * sizeof(LUID_AND_ATTRIBUTES);
  if (count == 0) return true;
  if (!mm::guarded_probe(list, bytes, false)) return false;
  out->resize(count);
  return mm::guarded_copy(out->data(), list, bytes);
}

NTSTATUS adjust_privileges(Token& token, bool disable_all,
                           const std::vector<LUID_AND_ATTRIBUTES>& wanted,
                           const PreviousPrivileges& previous) {
  const std::lock_guard guard(token.lock);
  TokenBody& body = token.body;
  Change change = plan(body, wanted);
  if (disable_all) change = {0, body.enabled, 0, true};
  const uint64_t changed = (change.enable & ~body.enabled) | (change.disable & body.enabled) |
                           (change.remove & body.privileges);
  if (previous.to != nullptr) {
    const NTSTATUS status = give_previous(body, changed, previous);
    if (!NT_SUCCESS(status)) return status;
  }
  body.enabled = (body.enabled | change.enable) & ~(change.disable | change.remove);
  body.privileges &= ~change.remove;
  body.enabled_by_default &= ~change.remove;
  if (changed != 0) body.modified = new_luid();
  return change.all ? STATUS_SUCCESS : STATUS_NOT_ALL_ASSIGNED;
}

NTSTATUS set_information(Token& token, TOKEN_INFORMATION_CLASS what, const void* information,
                         ULONG length) {
  switch (what) {
    case TokenOwner:
      return length < sizeof(TOKEN_OWNER) ? STATUS_INFO_LENGTH_MISMATCH
                                          : set_sid(token, information, true);
    case TokenPrimaryGroup:
      return length < sizeof(TOKEN_PRIMARY_GROUP) ? STATUS_INFO_LENGTH_MISMATCH
                                                  : set_sid(token, information, false);
    case TokenDefaultDacl:
      return length < sizeof(TOKEN_DEFAULT_DACL) ? STATUS_INFO_LENGTH_MISMATCH
                                                 : set_default_dacl(token, information);
    case TokenSessionId:
      return length != sizeof(ULONG) ? STATUS_INFO_LENGTH_MISMATCH
                                     : set_session(token, information);
    default:
      return STATUS_INVALID_INFO_CLASS;
  }
}

}  // namespace flthost::se
