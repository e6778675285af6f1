// Self-relative descriptors made absolute and checked, lists of ACEs, SIDs with their parts.
#include <flthost/rtl/rtl_internal.h>
#include <flthost/se/descriptor.h>

#include <cstdarg>
#include <cstring>

using namespace flthost::rtl;
using flthost::se::descriptor_parts;
using flthost::se::DescriptorParts;

namespace {

ULONG sid_bytes(const void* sid) {
  return sid == nullptr ? 0 : 8 + 4u * static_cast<const SID*>(sid)->SubAuthorityCount;
}
ULONG acl_bytes(const ACL* acl) {
  return acl == nullptr ? 0 : acl->AclSize;
}

// ACEs that lie contiguously in `length` bytes: their number, or false when they do not fill it.
bool count_aces(const void* list, ULONG length, USHORT* count) {
  *count = 0;
  for (ULONG at = 0; at < length; ++*count) {
    if (length - at < sizeof(ACE_HEADER)) return false;
    const auto* ace = reinterpret_cast<const ACE_HEADER*>(static_cast<const char*>(list) + at);
    if (ace->AceSize < sizeof(ACE_HEADER) || ace->AceSize > length - at) return false;
    at += ace->AceSize;
  }
  return true;
}

// The end of the ACEs and where the one with this index begins; false when the ACL is damaged.
bool measure(const ACL* acl, ULONG index, ULONG* at, ULONG* end) {
  ULONG offset = sizeof(ACL);
  *at = 0;
  for (ULONG i = 0; i < acl->AceCount; ++i) {
    if (i == index) *at = offset;
    if (offset + sizeof(ACE_HEADER) > acl->AclSize) return false;
    const auto* ace =
        reinterpret_cast<const ACE_HEADER*>(reinterpret_cast<const char*>(acl) + offset);
    if (ace->AceSize < sizeof(ACE_HEADER) || offset + ace->AceSize > acl->AclSize) return false;
    offset += ace->AceSize;
  }
  if (*at == 0) *at = offset;
  *end = offset;
  return true;
}

// One part of an absolute descriptor: its buffer, and in *size how large that is.
struct Part {
  const void* from;
  ULONG bytes;
  void* to;
  PULONG size;
};

}  // namespace

extern "C" {

NTSTATUS NTAPI RtlAddAce(PACL Acl, ULONG AceRevision, ULONG StartingAceIndex, PVOID AceList,
                         ULONG AceListLength) {
  const bool known = Acl->AclRevision >= MIN_ACL_REVISION && Acl->AclRevision <= MAX_ACL_REVISION;
  if (!known || AceRevision < MIN_ACL_REVISION || AceRevision > MAX_ACL_REVISION) {
    return STATUS_INVALID_PARAMETER;
  }
  USHORT count = 0;
  ULONG at = 0, end = 0;
  if (!measure(Acl, StartingAceIndex, &at, &end) || !count_aces(AceList, AceListLength, &count)) {
    return STATUS_INVALID_PARAMETER;
  }
  if (AceListLength > Acl->AclSize - end) return STATUS_BUFFER_TOO_SMALL;
  char* const base = reinterpret_cast<char*>(Acl);
  memmove(base + at + AceListLength, base + at, end - at);
  memcpy(base + at, AceList, AceListLength);
  Acl->AceCount = static_cast<USHORT>(Acl->AceCount + count);
  if (AceRevision > Acl->AclRevision) Acl->AclRevision = static_cast<UCHAR>(AceRevision);
  return STATUS_SUCCESS;
}

NTSTATUS NTAPIV RtlInitializeSidEx(PSID Sid, PSID_IDENTIFIER_AUTHORITY IdentifierAuthority,
                                   UCHAR SubAuthorityCount, ...) {
  if (SubAuthorityCount > SID_MAX_SUB_AUTHORITIES) return STATUS_INVALID_PARAMETER;
  auto* const sid = static_cast<SID*>(Sid);
  sid->Revision = SID_REVISION;
  sid->SubAuthorityCount = SubAuthorityCount;
  sid->IdentifierAuthority = *IdentifierAuthority;
  auto* const sub = reinterpret_cast<ULONG*>(static_cast<char*>(Sid) + 8);
  __builtin_ms_va_list arguments;
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wvarargs"  // UCHAR is promoted; its register is the same
  __builtin_ms_va_start(arguments, SubAuthorityCount);
#pragma clang diagnostic pop
  for (UCHAR i = 0; i < SubAuthorityCount; ++i) sub[i] = __builtin_va_arg(arguments, ULONG);
  __builtin_ms_va_end(arguments);
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI RtlCreateSecurityDescriptorRelative(
    PISECURITY_DESCRIPTOR_RELATIVE SecurityDescriptor, ULONG Revision) {
  if (Revision != SECURITY_DESCRIPTOR_REVISION) return STATUS_UNKNOWN_REVISION;
  *SecurityDescriptor = {};
  SecurityDescriptor->Revision = SECURITY_DESCRIPTOR_REVISION;
  SecurityDescriptor->Control = SE_SELF_RELATIVE;
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI RtlSelfRelativeToAbsoluteSD(PSECURITY_DESCRIPTOR SelfRelativeSecurityDescriptor,
                                           PSECURITY_DESCRIPTOR AbsoluteSecurityDescriptor,
                                           PULONG AbsoluteSecurityDescriptorSize, PACL Dacl,
                                           PULONG DaclSize, PACL Sacl, PULONG SaclSize, PSID Owner,
                                           PULONG OwnerSize, PSID PrimaryGroup,
                                           PULONG PrimaryGroupSize) {
  const auto* from =
      static_cast<const SECURITY_DESCRIPTOR_RELATIVE*>(SelfRelativeSecurityDescriptor);
  if ((from->Control & SE_SELF_RELATIVE) == 0) return STATUS_BAD_DESCRIPTOR_FORMAT;
  const DescriptorParts parts = descriptor_parts(from);
  const Part all[] = {{parts.dacl, acl_bytes(parts.dacl), Dacl, DaclSize},
                      {parts.sacl, acl_bytes(parts.sacl), Sacl, SaclSize},
                      {parts.owner, sid_bytes(parts.owner), Owner, OwnerSize},
                      {parts.group, sid_bytes(parts.group), PrimaryGroup, PrimaryGroupSize}};
  bool fits = *AbsoluteSecurityDescriptorSize >= sizeof(SECURITY_DESCRIPTOR);
  for (const Part& part : all) fits = fits && *part.size >= part.bytes;
  if (!fits) {
    *AbsoluteSecurityDescriptorSize = sizeof(SECURITY_DESCRIPTOR);
    for (const Part& part : all) *part.size = part.bytes;
    return STATUS_BUFFER_TOO_SMALL;
  }
  auto* const to = static_cast<SECURITY_DESCRIPTOR*>(AbsoluteSecurityDescriptor);
  *to = {};
  to->Revision = from->Revision;
  to->Sbz1 = from->Sbz1;
  to->Control = static_cast<USHORT>(from->Control & ~SE_SELF_RELATIVE);
  for (const Part& part : all) {
    if (part.from != nullptr) memcpy(part.to, part.from, part.bytes);
  }
  to->Dacl = parts.dacl != nullptr ? Dacl : nullptr;
  to->Sacl = parts.sacl != nullptr ? Sacl : nullptr;
  to->Owner = parts.owner != nullptr ? Owner : nullptr;
  to->Group = parts.group != nullptr ? PrimaryGroup : nullptr;
  return STATUS_SUCCESS;
}

// In place: pointers are wider than offsets, so all that follows the header moves up.
NTSTATUS NTAPI RtlSelfRelativeToAbsoluteSD2(PSECURITY_DESCRIPTOR SelfRelativeSecurityDescriptor,
                                            PULONG BufferSize) {
  if (SelfRelativeSecurityDescriptor == nullptr) return STATUS_INVALID_PARAMETER_1;
  if (BufferSize == nullptr) return STATUS_INVALID_PARAMETER_2;
  const auto from =
      *static_cast<const SECURITY_DESCRIPTOR_RELATIVE*>(SelfRelativeSecurityDescriptor);
  if ((from.Control & SE_SELF_RELATIVE) == 0) return STATUS_BAD_DESCRIPTOR_FORMAT;
  char* const base = static_cast<char*>(SelfRelativeSecurityDescriptor);
  const DescriptorParts parts = descriptor_parts(base);
  ULONG end = sizeof(SECURITY_DESCRIPTOR_RELATIVE);
  const auto extend = [&](const void* part, ULONG bytes) {
    if (part == nullptr) return;
    const auto past = static_cast<ULONG>(static_cast<const char*>(part) - base) + bytes;
    if (past > end) end = past;
  };
  extend(parts.owner, sid_bytes(parts.owner));
  extend(parts.group, sid_bytes(parts.group));
  extend(parts.dacl, acl_bytes(parts.dacl));
  extend(parts.sacl, acl_bytes(parts.sacl));
  constexpr ULONG kMore = sizeof(SECURITY_DESCRIPTOR) - sizeof(SECURITY_DESCRIPTOR_RELATIVE);
  if (*BufferSize < end + kMore) {
    *BufferSize = end + kMore;
    return STATUS_BUFFER_TOO_SMALL;
  }
  memmove(base + sizeof(SECURITY_DESCRIPTOR), base + sizeof(SECURITY_DESCRIPTOR_RELATIVE),
          end - sizeof(SECURITY_DESCRIPTOR_RELATIVE));
  const auto moved = [&](const void* part) -> void* {
    return part == nullptr ? nullptr : base + (static_cast<const char*>(part) - base) + kMore;
  };
  auto* const to = reinterpret_cast<SECURITY_DESCRIPTOR*>(base);
  SECURITY_DESCRIPTOR absolute{};
  absolute.Revision = from.Revision;
  absolute.Sbz1 = from.Sbz1;
  absolute.Control = static_cast<USHORT>(from.Control & ~SE_SELF_RELATIVE);
  absolute.Owner = moved(parts.owner);
  absolute.Group = moved(parts.group);
  absolute.Sacl = static_cast<PACL>(moved(parts.sacl));
  absolute.Dacl = static_cast<PACL>(moved(parts.dacl));
  *to = absolute;
  return STATUS_SUCCESS;
}

BOOLEAN NTAPI RtlValidRelativeSecurityDescriptor(PSECURITY_DESCRIPTOR SecurityDescriptorInput,
                                                 ULONG SecurityDescriptorLength,
                                                 SECURITY_INFORMATION RequiredInformation) {
  if (!flthost::se::valid_descriptor(SecurityDescriptorInput, SecurityDescriptorLength)) {
    return FALSE;
  }
  const auto* relative = static_cast<const SECURITY_DESCRIPTOR_RELATIVE*>(SecurityDescriptorInput);
  const auto lacks = [&](SECURITY_INFORMATION information, bool present) {
    return (RequiredInformation & information) != 0 && !present;
  };
  return !lacks(OWNER_SECURITY_INFORMATION, relative->Owner != 0) &&
         !lacks(GROUP_SECURITY_INFORMATION, relative->Group != 0) &&
         !lacks(DACL_SECURITY_INFORMATION, (relative->Control & SE_DACL_PRESENT) != 0) &&
         !lacks(SACL_SECURITY_INFORMATION, (relative->Control & SE_SACL_PRESENT) != 0);
}

}  // extern "C"

namespace flthost::rtl {

void add_descriptor_rows(Rows& rows) {
  rows.insert(
      rows.end(),
      {RTL_PURE(RtlAddAce), RTL_PURE(RtlInitializeSidEx),
       RTL_PURE(RtlCreateSecurityDescriptorRelative), RTL_PURE(RtlSelfRelativeToAbsoluteSD),
       RTL_PURE(RtlSelfRelativeToAbsoluteSD2), RTL_PURE(RtlValidRelativeSecurityDescriptor)});
}

}  // namespace flthost::rtl
