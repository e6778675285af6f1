#include <flthost/se/descriptor.h>

#include <flthost/se/sid.h>

namespace flthost::se {
namespace {

template <typename T>
const T* at_offset(const void* base, ULONG offset) {
  return offset == 0 ? nullptr
                     : reinterpret_cast<const T*>(static_cast<const char*>(base) + offset);
}

bool sid_within(const void* base, ULONG offset, ULONG length) {
  if (offset == 0) return true;
  if (offset < sizeof(SECURITY_DESCRIPTOR_RELATIVE) || offset % 4 != 0) return false;
  if (length < 8 || offset > length - 8) return false;
  const auto* const sid = at_offset<SID>(base, offset);
  return sid->Revision == SID_REVISION && sid->SubAuthorityCount <= SID_MAX_SUB_AUTHORITIES &&
         sid_length(sid) <= length - offset;
}

bool aces_valid(const ACL* acl) {
  ULONG seen = 0;
  bool good = true;
  for_each_ace(acl, [&](const ACE_HEADER* ace) {
    ++seen;
    ACCESS_MASK mask = 0;
    const bool plain = ace->AceType <= SYSTEM_AUDIT_ACE_TYPE;
    good = ace->AceSize % 4 == 0 && (!plain || ace_sid(ace, &mask) != nullptr);
    return good;
  });
  return good && seen == acl->AceCount;
}

bool acl_within(const void* base, ULONG offset, ULONG length) {
  if (offset == 0) return true;
  if (offset < sizeof(SECURITY_DESCRIPTOR_RELATIVE) || offset % 4 != 0) return false;
  if (length < sizeof(ACL) || offset > length - sizeof(ACL)) return false;
  const auto* const acl = at_offset<ACL>(base, offset);
  return acl->AclRevision >= ACL_REVISION && acl->AclRevision <= MAX_ACL_REVISION &&
         acl->AclSize >= sizeof(ACL) && acl->AclSize <= length - offset && aces_valid(acl);
}

}  // namespace

DescriptorParts descriptor_parts(const void* descriptor) {
  DescriptorParts parts;
  const auto* const plain = static_cast<const SECURITY_DESCRIPTOR*>(descriptor);
  const bool has_sacl = (plain->Control & SE_SACL_PRESENT) != 0;
  parts.dacl_present = (plain->Control & SE_DACL_PRESENT) != 0;
  if ((plain->Control & SE_SELF_RELATIVE) != 0) {
    const auto* const relative = static_cast<const SECURITY_DESCRIPTOR_RELATIVE*>(descriptor);
    parts.owner = at_offset<char>(descriptor, relative->Owner);
    parts.group = at_offset<char>(descriptor, relative->Group);
    if (parts.dacl_present) parts.dacl = at_offset<ACL>(descriptor, relative->Dacl);
    if (has_sacl) parts.sacl = at_offset<ACL>(descriptor, relative->Sacl);
    return parts;
  }
  parts.owner = plain->Owner;
  parts.group = plain->Group;
  if (parts.dacl_present) parts.dacl = plain->Dacl;
  if (has_sacl) parts.sacl = plain->Sacl;
  return parts;
}

const void* ace_sid(const ACE_HEADER* ace, ACCESS_MASK* mask) {
  constexpr size_t kSid = offsetof(ACCESS_ALLOWED_ACE, SidStart);
  if (ace->AceSize < kSid + 8) return nullptr;
  const auto* const allowed = reinterpret_cast<const ACCESS_ALLOWED_ACE*>(ace);
  const auto* const sid = reinterpret_cast<const SID*>(&allowed->SidStart);
  if (sid->SubAuthorityCount > SID_MAX_SUB_AUTHORITIES) return nullptr;
  if (ace->AceSize < kSid + sid_length(sid)) return nullptr;
  *mask = allowed->Mask;
  return sid;
}

bool valid_descriptor(const void* descriptor, ULONG length) {
  if (length < sizeof(SECURITY_DESCRIPTOR_RELATIVE)) return false;
  const auto* const relative = static_cast<const SECURITY_DESCRIPTOR_RELATIVE*>(descriptor);
  if (relative->Revision != SECURITY_DESCRIPTOR_REVISION) return false;
  if ((relative->Control & SE_SELF_RELATIVE) == 0) return false;
  if (!sid_within(descriptor, relative->Owner, length)) return false;
  if (!sid_within(descriptor, relative->Group, length)) return false;
  const bool has_dacl = (relative->Control & SE_DACL_PRESENT) != 0;
  const bool has_sacl = (relative->Control & SE_SACL_PRESENT) != 0;
  return (!has_dacl || acl_within(descriptor, relative->Dacl, length)) &&
         (!has_sacl || acl_within(descriptor, relative->Sacl, length));
}

}  // namespace flthost::se
