// The security descriptor of an object: kept self-relative, set part by part.
#include <flthost/ex/ex.h>

#include <cstring>
#include <mutex>

#include "ob_internal.h"

using namespace flthost;

namespace flthost::ob {

namespace {

constexpr uint32_t kSecurityTag = 0x6353'624f;  // "ObSc"
constexpr SECURITY_DESCRIPTOR_CONTROL kDaclBits =
    SE_DACL_PRESENT | SE_DACL_DEFAULTED | SE_DACL_AUTO_INHERITED | SE_DACL_PROTECTED;
constexpr SECURITY_DESCRIPTOR_CONTROL kSaclBits =
    SE_SACL_PRESENT | SE_SACL_DEFAULTED | SE_SACL_AUTO_INHERITED | SE_SACL_PROTECTED;

std::mutex g_mutex;  // every object's

// What a descriptor of either form points to.
struct Parts {
  SECURITY_DESCRIPTOR_CONTROL control = 0;
  const uint8_t *owner = nullptr, *group = nullptr, *sacl = nullptr, *dacl = nullptr;
};

Parts parts_of(const void* descriptor) {
  Parts parts;
  if (descriptor == nullptr) return parts;
  SECURITY_DESCRIPTOR_RELATIVE relative;
  std::memcpy(&relative, descriptor, sizeof relative);
  parts.control = relative.Control;
  if ((relative.Control & SE_SELF_RELATIVE) != 0) {
    const auto* const base = static_cast<const uint8_t*>(descriptor);
    const auto at = [base](ULONG offset) { return offset != 0 ? base + offset : nullptr; };
    parts.owner = at(relative.Owner);
    parts.group = at(relative.Group);
    parts.sacl = at(relative.Sacl);
    parts.dacl = at(relative.Dacl);
    return parts;
  }
  SECURITY_DESCRIPTOR absolute;
  std::memcpy(&absolute, descriptor, sizeof absolute);
  parts.owner = static_cast<const uint8_t*>(absolute.Owner);
  parts.group = static_cast<const uint8_t*>(absolute.Group);
  parts.sacl = reinterpret_cast<const uint8_t*>(absolute.Sacl);
  parts.dacl = reinterpret_cast<const uint8_t*>(absolute.Dacl);
  return parts;
}

size_t sid_bytes(const uint8_t* sid) {
  return 8 + size_t{4} * sid[1];
}
size_t acl_bytes(const uint8_t* acl) {
  USHORT size = 0;
  std::memcpy(&size, acl + 2, sizeof size);
  return size;
}

ULONG append(std::vector<uint8_t>& to, const uint8_t* from, size_t bytes) {
  const auto at = static_cast<ULONG>(to.size());
  to.insert(to.end(), from, from + bytes);
  to.resize((to.size() + 3) & ~size_t{3});
  return at;
}

std::vector<uint8_t> self_relative(const Parts& parts) {
  std::vector<uint8_t> result(sizeof(SECURITY_DESCRIPTOR_RELATIVE));
  SECURITY_DESCRIPTOR_RELATIVE header{};
  header.Revision = 1;
  header.Control = parts.control | SE_SELF_RELATIVE;
  if (parts.owner != nullptr) header.Owner = append(result, parts.owner, sid_bytes(parts.owner));
  if (parts.group != nullptr) header.Group = append(result, parts.group, sid_bytes(parts.group));
  if (parts.sacl != nullptr) header.Sacl = append(result, parts.sacl, acl_bytes(parts.sacl));
  if (parts.dacl != nullptr) header.Dacl = append(result, parts.dacl, acl_bytes(parts.dacl));
  std::memcpy(result.data(), &header, sizeof header);
  return result;
}

}  // namespace

std::vector<uint8_t> security_of(void* body) {
  Header& header = header_of(body);
  const std::lock_guard guard(g_mutex);
  return header.security != nullptr ? *header.security : std::vector<uint8_t>();
}

void set_security(void* body, SECURITY_INFORMATION what, const void* descriptor) {
  Header& header = header_of(body);
  const Parts given = parts_of(descriptor);
  const std::lock_guard guard(g_mutex);
  Parts now = parts_of(header.security != nullptr ? header.security->data() : nullptr);
  if ((what & OWNER_SECURITY_INFORMATION) != 0) now.owner = given.owner;
  if ((what & GROUP_SECURITY_INFORMATION) != 0) now.group = given.group;
  if ((what & DACL_SECURITY_INFORMATION) != 0) {
    now.dacl = given.dacl;
    now.control = static_cast<SECURITY_DESCRIPTOR_CONTROL>((now.control & ~kDaclBits) |
                                                           (given.control & kDaclBits));
  }
  if ((what & SACL_SECURITY_INFORMATION) != 0) {
    now.sacl = given.sacl;
    now.control = static_cast<SECURITY_DESCRIPTOR_CONTROL>((now.control & ~kSaclBits) |
                                                           (given.control & kSaclBits));
  }
  auto* const made = new std::vector<uint8_t>(self_relative(now));
  delete header.security;
  header.security = made;
}

}  // namespace flthost::ob

using namespace flthost::ob;

// An object without one gives null, as documented for unnamed objects.
NTSTATUS NTAPI ObGetObjectSecurity(PVOID Object, PSECURITY_DESCRIPTOR* SecurityDescriptor,
                                   PBOOLEAN MemoryAllocated) {
  *SecurityDescriptor = nullptr;
  *MemoryAllocated = FALSE;
  const std::vector<uint8_t> found = security_of(Object);
  if (found.empty()) return STATUS_SUCCESS;
  void* const copy = ex::allocate(found.size(), kSecurityTag);
  std::memcpy(copy, found.data(), found.size());
  *SecurityDescriptor = copy;
  *MemoryAllocated = TRUE;
  return STATUS_SUCCESS;
}

VOID NTAPI ObReleaseObjectSecurity(PSECURITY_DESCRIPTOR SecurityDescriptor,
                                   BOOLEAN MemoryAllocated) {
  if (SecurityDescriptor != nullptr && MemoryAllocated != FALSE) ex::free(SecurityDescriptor);
}

// A file's lies in the file system, which is asked by name or handle (ZwSetSecurityObject).
NTSTATUS NTAPI ObSetSecurityObjectByPointer(PVOID Object, SECURITY_INFORMATION SecurityInformation,
                                            PSECURITY_DESCRIPTOR SecurityDescriptor) {
  if (SecurityDescriptor == nullptr) return STATUS_INVALID_SECURITY_DESCR;
  if (*static_cast<const UCHAR*>(SecurityDescriptor) != 1) return STATUS_UNKNOWN_REVISION;
  if (type_of(Object) == IoFileObjectType) return STATUS_NOT_SUPPORTED;
  set_security(Object, SecurityInformation, SecurityDescriptor);
  return STATUS_SUCCESS;
}

namespace flthost::ob {

ke::ExportTable security_exports() {
  static const ke::Export rows[] = {
      FLTHOST_EXPORT(ObGetObjectSecurity),
      FLTHOST_EXPORT(ObReleaseObjectSecurity),
      FLTHOST_EXPORT(ObSetSecurityObjectByPointer),
  };
  return {rows, std::size(rows)};
}

}  // namespace flthost::ob
