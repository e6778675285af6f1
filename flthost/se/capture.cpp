#include <flthost/se/capture.h>

#include <flthost/ex/ex.h>
#include <flthost/mm/mm.h>
#include <flthost/se/rows.h>
#include <flthost/se/sid.h>

#include <cstring>

namespace flthost::se {
namespace {

constexpr ULONG kTag = 0x64536553;  // 'SeSd'
constexpr USHORT kDaclBits =
    SE_DACL_PRESENT | SE_DACL_DEFAULTED | SE_DACL_AUTO_INHERITED | SE_DACL_PROTECTED;
constexpr USHORT kSaclBits =
    SE_SACL_PRESENT | SE_SACL_DEFAULTED | SE_SACL_AUTO_INHERITED | SE_SACL_PROTECTED;

struct Content {
  DescriptorParts parts;
  USHORT control = 0;
};

Content content_of(const void* descriptor) {
  if (descriptor == nullptr) return {};
  // Revision, Sbz1 and Control lie alike in both forms.
  const USHORT control = static_cast<const SECURITY_DESCRIPTOR_RELATIVE*>(descriptor)->Control;
  return {descriptor_parts(descriptor), control};
}

ULONG append(std::vector<uint8_t>& to, const void* part, size_t bytes) {
  if (part == nullptr) return 0;
  const auto at = static_cast<ULONG>(to.size());
  to.resize((at + bytes + 3) & ~size_t{3});
  std::memcpy(to.data() + at, part, bytes);
  return at;
}

size_t sid_size(const void* sid) {
  return sid == nullptr ? 0 : sid_length(static_cast<const SID*>(sid));
}
size_t acl_size(const ACL* acl) {
  return acl == nullptr ? 0 : acl->AclSize;
}

std::vector<uint8_t> build(const Content& content) {
  std::vector<uint8_t> out(sizeof(SECURITY_DESCRIPTOR_RELATIVE));
  SECURITY_DESCRIPTOR_RELATIVE header{};
  header.Revision = SECURITY_DESCRIPTOR_REVISION;
  header.Control = static_cast<USHORT>(content.control | SE_SELF_RELATIVE);
  header.Owner = append(out, content.parts.owner, sid_size(content.parts.owner));
  header.Group = append(out, content.parts.group, sid_size(content.parts.group));
  header.Sacl = append(out, content.parts.sacl, acl_size(content.parts.sacl));
  header.Dacl = append(out, content.parts.dacl, acl_size(content.parts.dacl));
  std::memcpy(out.data(), &header, sizeof header);
  return out;
}

void take(Content& to, const Content& from, SECURITY_INFORMATION what) {
  if ((what & OWNER_SECURITY_INFORMATION) != 0) to.parts.owner = from.parts.owner;
  if ((what & GROUP_SECURITY_INFORMATION) != 0) to.parts.group = from.parts.group;
  if ((what & DACL_SECURITY_INFORMATION) != 0) {
    to.parts.dacl = from.parts.dacl;
    to.control = static_cast<USHORT>((to.control & ~kDaclBits) | (from.control & kDaclBits));
  }
  if ((what & (SACL_SECURITY_INFORMATION | LABEL_SECURITY_INFORMATION)) != 0) {
    to.parts.sacl = from.parts.sacl;
    to.control = static_cast<USHORT>((to.control & ~kSaclBits) | (from.control & kSaclBits));
  }
}

bool sid_readable(const void* sid) {
  return mm::guarded_probe(sid, 8, false) && mm::guarded_probe(sid, sid_size(sid), false);
}
bool acl_readable(const ACL* acl) {
  return mm::guarded_probe(acl, sizeof(ACL), false) && mm::guarded_probe(acl, acl->AclSize, false);
}

NTSTATUS check_sid(const void* sid) {
  if (sid == nullptr) return STATUS_SUCCESS;
  if (!sid_readable(sid)) return STATUS_ACCESS_VIOLATION;
  const auto* const fixed = static_cast<const SID*>(sid);
  return fixed->Revision == SID_REVISION && fixed->SubAuthorityCount <= SID_MAX_SUB_AUTHORITIES
             ? STATUS_SUCCESS
             : STATUS_INVALID_SID;
}

NTSTATUS check_acl(const ACL* acl) {
  if (acl == nullptr) return STATUS_SUCCESS;
  if (!acl_readable(acl)) return STATUS_ACCESS_VIOLATION;
  if (acl->AclRevision < MIN_ACL_REVISION || acl->AclRevision > MAX_ACL_REVISION ||
      acl->AclSize < sizeof(ACL)) {
    return STATUS_INVALID_ACL;
  }
  ULONG seen = 0;
  for_each_ace(acl, [&](const ACE_HEADER*) { return ++seen != 0; });
  return seen == acl->AceCount ? STATUS_SUCCESS : STATUS_INVALID_ACL;
}

}  // namespace

std::vector<uint8_t> extract_descriptor(const void* from, SECURITY_INFORMATION what) {
  Content out;
  take(out, content_of(from), what);
  return build(out);
}

std::vector<uint8_t> merge_descriptor(const void* onto, const void* from,
                                      SECURITY_INFORMATION what) {
  Content out = content_of(onto);
  take(out, content_of(from), what);
  return build(out);
}

NTSTATUS capture_descriptor(const void* from, std::vector<uint8_t>* out) {
  if (!mm::guarded_probe(from, sizeof(SECURITY_DESCRIPTOR_RELATIVE), false)) {
    return STATUS_ACCESS_VIOLATION;
  }
  const auto* const header = static_cast<const SECURITY_DESCRIPTOR_RELATIVE*>(from);
  if (header->Revision != SECURITY_DESCRIPTOR_REVISION) return STATUS_UNKNOWN_REVISION;
  const bool absolute = (header->Control & SE_SELF_RELATIVE) == 0;
  if (absolute && !mm::guarded_probe(from, sizeof(SECURITY_DESCRIPTOR), false)) {
    return STATUS_ACCESS_VIOLATION;
  }
  const Content content = content_of(from);
  NTSTATUS status = check_sid(content.parts.owner);
  if (NT_SUCCESS(status)) status = check_sid(content.parts.group);
  if (NT_SUCCESS(status)) status = check_acl(content.parts.sacl);
  if (NT_SUCCESS(status)) status = check_acl(content.parts.dacl);
  if (NT_SUCCESS(status)) *out = build(content);
  return status;
}

}  // namespace flthost::se

using namespace flthost;
using namespace flthost::se;

NTSTATUS NTAPI SeCaptureSecurityDescriptor(PSECURITY_DESCRIPTOR OriginalSecurityDescriptor,
                                           KPROCESSOR_MODE CurrentMode, POOL_TYPE PoolType,
                                           BOOLEAN CaptureIfKernel,
                                           PSECURITY_DESCRIPTOR* CapturedSecurityDescriptor) {
  *CapturedSecurityDescriptor = nullptr;
  if (OriginalSecurityDescriptor == nullptr) return STATUS_SUCCESS;
  if (CurrentMode == KernelMode && !CaptureIfKernel) {
    *CapturedSecurityDescriptor = OriginalSecurityDescriptor;
    return STATUS_SUCCESS;
  }
  if (CurrentMode != KernelMode && !mm::is_user_address(OriginalSecurityDescriptor)) {
    return STATUS_ACCESS_VIOLATION;
  }
  std::vector<uint8_t> copy;
  const NTSTATUS status = capture_descriptor(OriginalSecurityDescriptor, &copy);
  if (!NT_SUCCESS(status)) return status;
  void* const memory = ExAllocatePoolWithTag(PoolType, copy.size(), kTag);
  if (memory == nullptr) return STATUS_INSUFFICIENT_RESOURCES;
  std::memcpy(memory, copy.data(), copy.size());
  *CapturedSecurityDescriptor = memory;
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI SeReleaseSecurityDescriptor(PSECURITY_DESCRIPTOR CapturedSecurityDescriptor,
                                           KPROCESSOR_MODE CurrentMode,
                                           BOOLEAN CaptureIfKernelMode) {
  const bool captured = CurrentMode != KernelMode || CaptureIfKernelMode;
  if (CapturedSecurityDescriptor != nullptr && captured) {
    ExFreePoolWithTag(CapturedSecurityDescriptor, kTag);
  }
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI SeQuerySecurityDescriptorInfo(PSECURITY_INFORMATION SecurityInformation,
                                             PSECURITY_DESCRIPTOR SecurityDescriptor, PULONG Length,
                                             PSECURITY_DESCRIPTOR* ObjectsSecurityDescriptor) {
  const std::vector<uint8_t> found =
      extract_descriptor(*ObjectsSecurityDescriptor, *SecurityInformation);
  const ULONG room = *Length;
  *Length = static_cast<ULONG>(found.size());
  if (room < found.size()) return STATUS_BUFFER_TOO_SMALL;
  std::memcpy(SecurityDescriptor, found.data(), found.size());
  return STATUS_SUCCESS;
}

// The old descriptor goes back to pool, the new one comes from it.
NTSTATUS NTAPI SeSetSecurityDescriptorInfo(PVOID, PSECURITY_INFORMATION SecurityInformation,
                                           PSECURITY_DESCRIPTOR ModificationDescriptor,
                                           PSECURITY_DESCRIPTOR* ObjectsSecurityDescriptor,
                                           POOL_TYPE PoolType, PGENERIC_MAPPING) {
  if (*ObjectsSecurityDescriptor == nullptr) return STATUS_NO_SECURITY_ON_OBJECT;
  const std::vector<uint8_t> made =
      merge_descriptor(*ObjectsSecurityDescriptor, ModificationDescriptor, *SecurityInformation);
  void* const memory = ExAllocatePoolWithTag(PoolType, made.size(), kTag);
  if (memory == nullptr) return STATUS_INSUFFICIENT_RESOURCES;
  std::memcpy(memory, made.data(), made.size());
  ExFreePool(*ObjectsSecurityDescriptor);
  *ObjectsSecurityDescriptor = memory;
  return STATUS_SUCCESS;
}

namespace flthost::se {

void add_capture_rows(Rows& rows) {
  rows.insert(
      rows.end(),
      {FLTHOST_EXPORT(SeCaptureSecurityDescriptor), FLTHOST_EXPORT(SeQuerySecurityDescriptorInfo),
       FLTHOST_EXPORT(SeReleaseSecurityDescriptor), FLTHOST_EXPORT(SeSetSecurityDescriptorInfo)});
}

}  // namespace flthost::se
