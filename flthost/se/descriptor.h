// Reading security descriptors in both forms, with bounds where a length is known.
#pragma once

#include <fltKernel.h>

#include <cstddef>

namespace flthost::se {

struct DescriptorParts {
  const void* owner = nullptr;
  const void* group = nullptr;
  const ACL* dacl = nullptr;  // null with dacl_present: everybody may do everything
  const ACL* sacl = nullptr;
  bool dacl_present = false;
};
DescriptorParts descriptor_parts(const void* descriptor);

// Visits each ACE that lies wholly in the ACL, in order, until `visit` returns false.
template <typename Visit>
void for_each_ace(const ACL* acl, const Visit& visit) {
  const char* const begin = reinterpret_cast<const char*>(acl);
  size_t at = sizeof(ACL);
  for (ULONG i = 0; i < acl->AceCount; ++i) {
    if (at + sizeof(ACE_HEADER) > acl->AclSize) return;
    const auto* const ace = reinterpret_cast<const ACE_HEADER*>(begin + at);
    if (ace->AceSize < sizeof(ACE_HEADER) || at + ace->AceSize > acl->AclSize) return;
    if (!visit(ace)) return;
    at += ace->AceSize;
  }
}

// The mask and SID of an ACE laid out as ACCESS_ALLOWED_ACE; null when it is too short for its SID.
const void* ace_sid(const ACE_HEADER* ace, ACCESS_MASK* mask);

// The checks of SeValidSecurityDescriptor on a self-relative descriptor of `length` bytes.
bool valid_descriptor(const void* descriptor, ULONG length);

}  // namespace flthost::se
