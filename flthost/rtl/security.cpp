// SIDs, ACLs and security descriptors as structures; access checks are se's.
#include <flthost/rtl/rtl_internal.h>

#include <cstddef>
#include <cstring>

using namespace flthost::rtl;

namespace {

constexpr USHORT kOwnerDefaulted = 0x1, kGroupDefaulted = 0x2, kDaclPresent = 0x4,
                 kDaclDefaulted = 0x8, kSaclPresent = 0x10, kSaclDefaulted = 0x20,
                 kSelfRelative = 0x8000;

const SID* sid_of(PSID sid) {
  return static_cast<const SID*>(sid);
}
ULONG sid_length(PSID sid) {
  return 8 + 4u * sid_of(sid)->SubAuthorityCount;
}
ULONG padded(ULONG bytes) {
  return (bytes + 3) & ~3u;
}

struct Parts {
  PSID owner, group;
  PACL sacl, dacl;
};

// Absolute and self-relative descriptors differ in how they point to their parts.
Parts parts_of(PSECURITY_DESCRIPTOR raw) {
  const auto* relative = static_cast<const SECURITY_DESCRIPTOR_RELATIVE*>(raw);
  if ((relative->Control & kSelfRelative) == 0) {
    const auto* absolute = static_cast<const SECURITY_DESCRIPTOR*>(raw);
    return {absolute->Owner, absolute->Group,
            (absolute->Control & kSaclPresent) != 0 ? absolute->Sacl : nullptr,
            (absolute->Control & kDaclPresent) != 0 ? absolute->Dacl : nullptr};
  }
  const auto at = [raw](ULONG offset) -> PVOID {
    return offset == 0 ? nullptr : static_cast<uint8_t*>(raw) + offset;
  };
  return {
      at(relative->Owner), at(relative->Group),
      static_cast<PACL>((relative->Control & kSaclPresent) != 0 ? at(relative->Sacl) : nullptr),
      static_cast<PACL>((relative->Control & kDaclPresent) != 0 ? at(relative->Dacl) : nullptr)};
}

void set_flag(SECURITY_DESCRIPTOR_CONTROL& control, USHORT flag, bool on) {
  control = static_cast<USHORT>(on ? control | flag : control & ~flag);
}

NTSTATUS check_absolute(PSECURITY_DESCRIPTOR raw) {
  const auto* descriptor = static_cast<const SECURITY_DESCRIPTOR_RELATIVE*>(raw);
  if (descriptor->Revision != SECURITY_DESCRIPTOR_REVISION) return STATUS_UNKNOWN_REVISION;
  return (descriptor->Control & kSelfRelative) != 0 ? STATUS_INVALID_SECURITY_DESCR
                                                    : STATUS_SUCCESS;
}

NTSTATUS check(PSECURITY_DESCRIPTOR raw) {
  const auto* descriptor = static_cast<const SECURITY_DESCRIPTOR_RELATIVE*>(raw);
  return descriptor->Revision != SECURITY_DESCRIPTOR_REVISION ? STATUS_UNKNOWN_REVISION
                                                              : STATUS_SUCCESS;
}

NTSTATUS set_acl(PSECURITY_DESCRIPTOR raw, BOOLEAN present, PACL acl, BOOLEAN defaulted,
                 bool is_dacl) {
  const NTSTATUS status = check_absolute(raw);
  if (status != STATUS_SUCCESS) return status;
  auto* descriptor = static_cast<SECURITY_DESCRIPTOR*>(raw);
  set_flag(descriptor->Control, is_dacl ? kDaclPresent : kSaclPresent, present != 0);
  set_flag(descriptor->Control, is_dacl ? kDaclDefaulted : kSaclDefaulted,
           present != 0 && defaulted != 0);
  (is_dacl ? descriptor->Dacl : descriptor->Sacl) = present ? acl : nullptr;
  return STATUS_SUCCESS;
}

// The byte behind the last entry, or null when an entry leaves the list.
uint8_t* first_free(PACL acl) {
  auto* at = reinterpret_cast<uint8_t*>(acl + 1);
  auto* const end = reinterpret_cast<uint8_t*>(acl) + acl->AclSize;
  for (USHORT i = 0; i < acl->AceCount; ++i) {
    if (at + sizeof(ACE_HEADER) > end) return nullptr;
    const USHORT size = reinterpret_cast<ACE_HEADER*>(at)->AceSize;
    if (size < sizeof(ACE_HEADER) || at + size > end) return nullptr;
    at += size;
  }
  return at;
}

ACE_HEADER* ace_at(PACL acl, ULONG index) {
  auto* at = reinterpret_cast<uint8_t*>(acl + 1);
  while (index-- != 0) at += reinterpret_cast<ACE_HEADER*>(at)->AceSize;
  return reinterpret_cast<ACE_HEADER*>(at);
}

}  // namespace

extern "C" {

ULONG NTAPI RtlLengthRequiredSid(ULONG count) {
  return 8 + 4 * count;
}
ULONG NTAPI RtlLengthSid(PSID sid) {
  return sid_length(sid);
}

BOOLEAN NTAPI RtlValidSid(PSID sid) {
  return sid != nullptr && (sid_of(sid)->Revision & 15) == SID_REVISION &&
         sid_of(sid)->SubAuthorityCount <= SID_MAX_SUB_AUTHORITIES;
}

BOOLEAN NTAPI RtlEqualSid(PSID left, PSID right) {
  return sid_length(left) == sid_length(right) && memcmp(left, right, sid_length(left)) == 0;
}

BOOLEAN NTAPI RtlEqualPrefixSid(PSID left, PSID right) {
  const ULONG length = sid_length(left);
  return length == sid_length(right) && memcmp(left, right, length > 8 ? length - 4 : length) == 0;
}

NTSTATUS NTAPI RtlCopySid(ULONG size, PSID to, PSID from) {
  if (sid_length(from) > size) return STATUS_BUFFER_TOO_SMALL;
  memmove(to, from, sid_length(from));
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI RtlInitializeSid(PSID raw, PSID_IDENTIFIER_AUTHORITY authority, UCHAR count) {
  if (count > SID_MAX_SUB_AUTHORITIES) return STATUS_INVALID_PARAMETER;
  auto* sid = static_cast<SID*>(raw);
  sid->Revision = SID_REVISION;
  sid->SubAuthorityCount = count;
  sid->IdentifierAuthority = *authority;
  return STATUS_SUCCESS;
}

PULONG NTAPI RtlSubAuthoritySid(PSID sid, ULONG index) {
  return reinterpret_cast<PULONG>(static_cast<uint8_t*>(sid) + 8) + index;
}
PUCHAR NTAPI RtlSubAuthorityCountSid(PSID sid) {
  return &static_cast<SID*>(sid)->SubAuthorityCount;
}

NTSTATUS NTAPI RtlCreateAcl(PACL acl, ULONG size, ULONG revision) {
  if (size < sizeof(ACL)) return STATUS_BUFFER_TOO_SMALL;
  if (revision < MIN_ACL_REVISION || revision > MAX_ACL_REVISION || size > 0xffff) {
    return STATUS_INVALID_PARAMETER;
  }
  *acl = {};
  acl->AclRevision = static_cast<UCHAR>(revision);
  acl->AclSize = static_cast<USHORT>(size & ~3u);
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI RtlAddAccessAllowedAceEx(PACL acl, ULONG revision, ULONG flags, ACCESS_MASK mask,
                                        PSID sid) {
  constexpr ULONG kInheritFlags = 0x1f;
  if ((flags & ~kInheritFlags) != 0) return STATUS_INVALID_PARAMETER;
  if (!RtlValidSid(sid)) return STATUS_INVALID_SID;
  if (revision > MAX_ACL_REVISION || acl->AclRevision > MAX_ACL_REVISION) {
    return STATUS_REVISION_MISMATCH;
  }
  uint8_t* const at = first_free(acl);
  if (at == nullptr) return STATUS_INVALID_ACL;
  const ULONG size = static_cast<ULONG>(offsetof(ACCESS_ALLOWED_ACE, SidStart)) + sid_length(sid);
  if (at + size > reinterpret_cast<uint8_t*>(acl) + acl->AclSize)
    return STATUS_ALLOTTED_SPACE_EXCEEDED;
  auto* ace = reinterpret_cast<ACCESS_ALLOWED_ACE*>(at);
  ace->Header.AceType = 0;
  ace->Header.AceFlags = static_cast<UCHAR>(flags);
  ace->Header.AceSize = static_cast<USHORT>(size);
  ace->Mask = mask;
  memcpy(&ace->SidStart, sid, sid_length(sid));
  ++acl->AceCount;
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI RtlAddAccessAllowedAce(PACL acl, ULONG revision, ACCESS_MASK mask, PSID sid) {
  return RtlAddAccessAllowedAceEx(acl, revision, 0, mask, sid);
}

NTSTATUS NTAPI RtlGetAce(PACL acl, ULONG index, PVOID* ace) {
  if (index >= acl->AceCount || first_free(acl) == nullptr) return STATUS_INVALID_PARAMETER;
  *ace = ace_at(acl, index);
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI RtlDeleteAce(PACL acl, ULONG index) {
  uint8_t* const end = first_free(acl);
  if (index >= acl->AceCount || end == nullptr) return STATUS_INVALID_PARAMETER;
  auto* const ace = reinterpret_cast<uint8_t*>(ace_at(acl, index));
  const USHORT size = reinterpret_cast<ACE_HEADER*>(ace)->AceSize;
  memmove(ace, ace + size, static_cast<size_t>(end - ace - size));
  --acl->AceCount;
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI RtlCreateSecurityDescriptor(PSECURITY_DESCRIPTOR raw, ULONG revision) {
  if (revision != SECURITY_DESCRIPTOR_REVISION) return STATUS_UNKNOWN_REVISION;
  auto* descriptor = static_cast<SECURITY_DESCRIPTOR*>(raw);
  *descriptor = {};
  descriptor->Revision = SECURITY_DESCRIPTOR_REVISION;
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI RtlSetDaclSecurityDescriptor(PSECURITY_DESCRIPTOR raw, BOOLEAN present, PACL acl,
                                            BOOLEAN defaulted) {
  return set_acl(raw, present, acl, defaulted, true);
}
NTSTATUS NTAPI RtlSetSaclSecurityDescriptor(PSECURITY_DESCRIPTOR raw, BOOLEAN present, PACL acl,
                                            BOOLEAN defaulted) {
  return set_acl(raw, present, acl, defaulted, false);
}

NTSTATUS NTAPI RtlSetOwnerSecurityDescriptor(PSECURITY_DESCRIPTOR raw, PSID sid,
                                             BOOLEAN defaulted) {
  const NTSTATUS status = check_absolute(raw);
  if (status != STATUS_SUCCESS) return status;
  auto* descriptor = static_cast<SECURITY_DESCRIPTOR*>(raw);
  descriptor->Owner = sid;
  set_flag(descriptor->Control, kOwnerDefaulted, defaulted != 0);
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI RtlSetGroupSecurityDescriptor(PSECURITY_DESCRIPTOR raw, PSID sid,
                                             BOOLEAN defaulted) {
  const NTSTATUS status = check_absolute(raw);
  if (status != STATUS_SUCCESS) return status;
  auto* descriptor = static_cast<SECURITY_DESCRIPTOR*>(raw);
  descriptor->Group = sid;
  set_flag(descriptor->Control, kGroupDefaulted, defaulted != 0);
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI RtlGetDaclSecurityDescriptor(PSECURITY_DESCRIPTOR raw, PBOOLEAN present, PACL* acl,
                                            PBOOLEAN defaulted) {
  const NTSTATUS status = check(raw);
  if (status != STATUS_SUCCESS) return status;
  const USHORT control = static_cast<const SECURITY_DESCRIPTOR_RELATIVE*>(raw)->Control;
  *present = (control & kDaclPresent) != 0;
  if (*present) {
    *acl = parts_of(raw).dacl;
    *defaulted = (control & kDaclDefaulted) != 0;
  }
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI RtlGetSaclSecurityDescriptor(PSECURITY_DESCRIPTOR raw, PBOOLEAN present, PACL* acl,
                                            PBOOLEAN defaulted) {
  const NTSTATUS status = check(raw);
  if (status != STATUS_SUCCESS) return status;
  const USHORT control = static_cast<const SECURITY_DESCRIPTOR_RELATIVE*>(raw)->Control;
  *present = (control & kSaclPresent) != 0;
  if (*present) {
    *acl = parts_of(raw).sacl;
    *defaulted = (control & kSaclDefaulted) != 0;
  }
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI RtlGetOwnerSecurityDescriptor(PSECURITY_DESCRIPTOR raw, PSID* owner,
                                             PBOOLEAN defaulted) {
  const NTSTATUS status = check(raw);
  if (status != STATUS_SUCCESS) return status;
  *owner = parts_of(raw).owner;
  *defaulted =
      (static_cast<const SECURITY_DESCRIPTOR_RELATIVE*>(raw)->Control & kOwnerDefaulted) != 0;
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI RtlGetGroupSecurityDescriptor(PSECURITY_DESCRIPTOR raw, PSID* group,
                                             PBOOLEAN defaulted) {
  const NTSTATUS status = check(raw);
  if (status != STATUS_SUCCESS) return status;
  *group = parts_of(raw).group;
  *defaulted =
      (static_cast<const SECURITY_DESCRIPTOR_RELATIVE*>(raw)->Control & kGroupDefaulted) != 0;
  return STATUS_SUCCESS;
}

BOOLEAN NTAPI RtlValidSecurityDescriptor(PSECURITY_DESCRIPTOR raw) {
  if (raw == nullptr || check(raw) != STATUS_SUCCESS) return FALSE;
  const Parts parts = parts_of(raw);
  const auto good_acl = [](PACL acl) { return acl == nullptr || first_free(acl) != nullptr; };
  return (parts.owner == nullptr || RtlValidSid(parts.owner)) &&
         (parts.group == nullptr || RtlValidSid(parts.group)) && good_acl(parts.sacl) &&
         good_acl(parts.dacl);
}

ULONG NTAPI RtlLengthSecurityDescriptor(PSECURITY_DESCRIPTOR raw) {
  const Parts parts = parts_of(raw);
  const bool relative =
      (static_cast<const SECURITY_DESCRIPTOR_RELATIVE*>(raw)->Control & kSelfRelative) != 0;
  ULONG length = relative ? sizeof(SECURITY_DESCRIPTOR_RELATIVE) : sizeof(SECURITY_DESCRIPTOR);
  if (parts.owner != nullptr) length += padded(sid_length(parts.owner));
  if (parts.group != nullptr) length += padded(sid_length(parts.group));
  if (parts.sacl != nullptr) length += padded(parts.sacl->AclSize);
  if (parts.dacl != nullptr) length += padded(parts.dacl->AclSize);
  return length;
}

NTSTATUS NTAPI RtlAbsoluteToSelfRelativeSD(PSECURITY_DESCRIPTOR raw, PSECURITY_DESCRIPTOR to,
                                           PULONG size) {
  const auto* from = static_cast<const SECURITY_DESCRIPTOR*>(raw);
  if ((from->Control & kSelfRelative) != 0) return STATUS_BAD_DESCRIPTOR_FORMAT;
  const Parts parts = parts_of(raw);
  const ULONG needed =
      static_cast<ULONG>(RtlLengthSecurityDescriptor(raw) - sizeof(SECURITY_DESCRIPTOR) +
                         sizeof(SECURITY_DESCRIPTOR_RELATIVE));
  if (*size < needed) {
    *size = needed;
    return STATUS_BUFFER_TOO_SMALL;
  }
  auto* out = static_cast<SECURITY_DESCRIPTOR_RELATIVE*>(to);
  memset(out, 0, needed);
  out->Revision = from->Revision;
  out->Control = static_cast<USHORT>(from->Control | kSelfRelative);
  ULONG at = sizeof *out;
  const auto put = [&](const void* part, ULONG bytes) -> ULONG {
    if (part == nullptr) return 0;
    const ULONG offset = at;
    memcpy(reinterpret_cast<uint8_t*>(out) + at, part, bytes);
    at += padded(bytes);
    return offset;
  };
  out->Sacl = put(parts.sacl, parts.sacl == nullptr ? 0 : parts.sacl->AclSize);
  out->Dacl = put(parts.dacl, parts.dacl == nullptr ? 0 : parts.dacl->AclSize);
  out->Owner = put(parts.owner, parts.owner == nullptr ? 0 : sid_length(parts.owner));
  out->Group = put(parts.group, parts.group == nullptr ? 0 : sid_length(parts.group));
  *size = needed;
  return STATUS_SUCCESS;
}

VOID NTAPI RtlMapGenericMask(PACCESS_MASK mask, PGENERIC_MAPPING mapping) {
  const ACCESS_MASK generic = *mask;
  *mask &= 0x0fffffff;
  if ((generic & 0x80000000) != 0) *mask |= mapping->GenericRead;
  if ((generic & 0x40000000) != 0) *mask |= mapping->GenericWrite;
  if ((generic & 0x20000000) != 0) *mask |= mapping->GenericExecute;
  if ((generic & 0x10000000) != 0) *mask |= mapping->GenericAll;
}

VOID NTAPI RtlCopyLuid(PLUID to, PLUID from) {
  *to = *from;
}
BOOLEAN NTAPI RtlEqualLuid(PLUID left, PLUID right) {
  return left->LowPart == right->LowPart && left->HighPart == right->HighPart;
}

}  // extern "C"

namespace flthost::rtl {

void add_security_rows(Rows& rows) {
  rows.insert(rows.end(), {RTL_PURE(RtlLengthRequiredSid),
                           RTL_PURE(RtlLengthSid),
                           RTL_PURE(RtlValidSid),
                           RTL_PURE(RtlEqualSid),
                           RTL_PURE(RtlEqualPrefixSid),
                           RTL_PURE(RtlCopySid),
                           RTL_PURE(RtlInitializeSid),
                           RTL_PURE(RtlSubAuthoritySid),
                           RTL_PURE(RtlSubAuthorityCountSid),
                           RTL_PURE(RtlCreateAcl),
                           RTL_PURE(RtlAddAccessAllowedAce),
                           RTL_PURE(RtlAddAccessAllowedAceEx),
                           RTL_PURE(RtlGetAce),
                           RTL_PURE(RtlDeleteAce),
                           RTL_PURE(RtlCreateSecurityDescriptor),
                           RTL_PURE(RtlSetDaclSecurityDescriptor),
                           RTL_PURE(RtlSetSaclSecurityDescriptor),
                           RTL_PURE(RtlSetOwnerSecurityDescriptor),
                           RTL_PURE(RtlSetGroupSecurityDescriptor),
                           RTL_PURE(RtlGetDaclSecurityDescriptor),
                           RTL_PURE(RtlGetSaclSecurityDescriptor),
                           RTL_PURE(RtlGetOwnerSecurityDescriptor),
                           RTL_PURE(RtlGetGroupSecurityDescriptor),
                           RTL_PURE(RtlValidSecurityDescriptor),
                           RTL_PURE(RtlLengthSecurityDescriptor),
                           RTL_PURE(RtlAbsoluteToSelfRelativeSD),
                           RTL_PURE(RtlMapGenericMask),
                           RTL_PURE(RtlCopyLuid),
                           RTL_PURE(RtlEqualLuid)});
}

}  // namespace flthost::rtl
