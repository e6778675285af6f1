#include <flthost/se/access.h>

#include <flthost/se/descriptor.h>

namespace flthost::se {
namespace {

ACCESS_MASK map_generic(ACCESS_MASK mask, const GENERIC_MAPPING& mapping) {
  if ((mask & GENERIC_READ) != 0) mask |= mapping.GenericRead;
  if ((mask & GENERIC_WRITE) != 0) mask |= mapping.GenericWrite;
  if ((mask & GENERIC_EXECUTE) != 0) mask |= mapping.GenericExecute;
  if ((mask & GENERIC_ALL) != 0) mask |= mapping.GenericAll;
  return mask & ~ACCESS_MASK(GENERIC_READ | GENERIC_WRITE | GENERIC_EXECUTE | GENERIC_ALL);
}

// What the mandatory label lets the token have at most; without a label: Medium, no write-up.
ACCESS_MASK mandatory_limit(const TokenBody& token, const ACL* sacl,
                            const GENERIC_MAPPING& mapping) {
  ULONG level = SECURITY_MANDATORY_MEDIUM_RID;
  ACCESS_MASK policy = SYSTEM_MANDATORY_LABEL_NO_WRITE_UP;
  if (sacl != nullptr) {
    for_each_ace(sacl, [&](const ACE_HEADER* ace) {
      if (ace->AceType != SYSTEM_MANDATORY_LABEL_ACE_TYPE) return true;
      if ((ace->AceFlags & INHERIT_ONLY_ACE) != 0) return true;
      ACCESS_MASK mask = 0;
      const auto* const sid = static_cast<const SID*>(ace_sid(ace, &mask));
      if (sid == nullptr || sid->SubAuthorityCount == 0) return true;
      level = sid->SubAuthority[sid->SubAuthorityCount - 1];
      policy = mask;
      return false;
    });
  }
  if (token.integrity >= level) return ~ACCESS_MASK(0);
  ACCESS_MASK limit = 0;
  if ((policy & SYSTEM_MANDATORY_LABEL_NO_READ_UP) == 0) limit |= mapping.GenericRead;
  if ((policy & SYSTEM_MANDATORY_LABEL_NO_WRITE_UP) == 0) limit |= mapping.GenericWrite;
  if ((policy & SYSTEM_MANDATORY_LABEL_NO_EXECUTE_UP) == 0) limit |= mapping.GenericExecute;
  return limit;
}

struct Walk {
  ACCESS_MASK allowed = 0;
  ACCESS_MASK denied = 0;
};

// First come, first served: a bit belongs to the first matching ACE that names it.
// `restricted`: only for the SIDs the token is restricted to.
Walk walk_dacl(const TokenBody& token, const ACL* dacl, bool owner, bool restricted) {
  Walk walk;
  for_each_ace(dacl, [&](const ACE_HEADER* ace) {
    if ((ace->AceFlags & INHERIT_ONLY_ACE) != 0) return true;
    const bool allow = ace->AceType == ACCESS_ALLOWED_ACE_TYPE;
    // A condition nobody can evaluate holds for a denial and not for a grant.
    const bool deny =
        ace->AceType == ACCESS_DENIED_ACE_TYPE || ace->AceType == ACCESS_DENIED_CALLBACK_ACE_TYPE;
    if (!allow && !deny) return true;
    ACCESS_MASK mask = 0;
    const void* const sid = ace_sid(ace, &mask);
    if (sid == nullptr) return true;
    const bool mine = restricted
                          ? token.is_restricted_to(sid)
                          : token.has_sid(sid, deny) || (owner && sid_equal(kOwnerRightsSid, sid));
    if (!mine) return true;
    (allow ? walk.allowed : walk.denied) |= mask & ~(walk.allowed | walk.denied);
    return true;
  });
  return walk;
}

bool names_owner_rights(const ACL* dacl) {
  bool found = false;
  for_each_ace(dacl, [&](const ACE_HEADER* ace) {
    ACCESS_MASK mask = 0;
    const void* const sid = ace_sid(ace, &mask);
    found = (ace->AceFlags & INHERIT_ONLY_ACE) == 0 && ace->AceType <= ACCESS_DENIED_ACE_TYPE &&
            sid != nullptr && sid_equal(kOwnerRightsSid, sid);
    return !found;
  });
  return found;
}

bool use_privilege(const TokenBody& token, ULONG privilege, AccessResult& result) {
  if (!token.has_privilege({privilege, 0})) return false;
  result.privileges_used |= 1ull << privilege;
  return true;
}

AccessResult kernel_mode(const AccessRequest& request) {
  AccessResult result{true, request.desired | request.previously_granted, STATUS_SUCCESS, 0};
  if ((request.desired & MAXIMUM_ALLOWED) != 0) {
    result.access = (result.access & ~ACCESS_MASK(MAXIMUM_ALLOWED)) | request.mapping.GenericAll;
  }
  result.access = map_generic(result.access, request.mapping);
  return result;
}

AccessResult denied(AccessResult result, NTSTATUS status) {
  result.granted = false;
  result.access = 0;
  result.status = status;
  return result;
}

}  // namespace

AccessResult check_access(const TokenBody& token, const void* descriptor,
                          const AccessRequest& request) {
  if (!request.user_mode) return kernel_mode(request);
  AccessResult result;
  if (descriptor == nullptr) return result;
  ACCESS_MASK wanted = map_generic(request.desired, request.mapping);
  const bool maximum = (wanted & MAXIMUM_ALLOWED) != 0;
  wanted &= ~ACCESS_MASK(MAXIMUM_ALLOWED);
  ACCESS_MASK granted = request.previously_granted;
  if (wanted == 0 && !maximum) {
    if (granted == 0) return result;
    return {true, granted, STATUS_SUCCESS, 0};
  }
  if ((wanted & ACCESS_SYSTEM_SECURITY & ~granted) != 0) {
    if (!use_privilege(token, SE_SECURITY_PRIVILEGE, result)) {
      return denied(result, STATUS_PRIVILEGE_NOT_HELD);
    }
    granted |= ACCESS_SYSTEM_SECURITY;
  }
  const DescriptorParts parts = descriptor_parts(descriptor);
  const ACCESS_MASK limit = mandatory_limit(token, parts.sacl, request.mapping);
  Walk walk;
  if (parts.dacl == nullptr) {  // absent or null
    walk.allowed = request.mapping.GenericAll | wanted;
  } else {
    const bool owner = parts.owner != nullptr && token.has_sid(parts.owner);
    walk = walk_dacl(token, parts.dacl, owner, false);
    if (owner && !names_owner_rights(parts.dacl)) walk.allowed |= READ_CONTROL | WRITE_DAC;
    if (!token.restricted.empty()) {
      const ACCESS_MASK both = walk_dacl(token, parts.dacl, false, true).allowed;
      // A write-restricted token is held to its restricting SIDs only where it writes.
      const ACCESS_MASK free = token.write_restricted ? ~request.mapping.GenericWrite : 0;
      walk.allowed &= both | free;
    }
  }
  walk.allowed &= limit;
  ACCESS_MASK missing = wanted & ~(granted | walk.allowed);
  if ((missing & WRITE_OWNER) != 0 && use_privilege(token, SE_TAKE_OWNERSHIP_PRIVILEGE, result)) {
    granted |= WRITE_OWNER;
    missing &= ~ACCESS_MASK(WRITE_OWNER);
  }
  if (missing != 0) return denied(result, STATUS_ACCESS_DENIED);
  granted |= wanted | (maximum ? walk.allowed : 0);
  if (granted == 0) return denied(result, STATUS_ACCESS_DENIED);
  result.granted = true;
  result.access = granted;
  result.status = STATUS_SUCCESS;
  return result;
}

}  // namespace flthost::se
