// Security of registry keys.
#include <flthost/se/capture.h>
#include <flthost/se/sid.h>
#include <flthost/zw/callbacks.h>
#include <flthost/zw/keys.h>

#include <algorithm>
#include <cstring>

namespace flthost::zw {
namespace {

void append_ace(std::vector<uint8_t>& acl, ACCESS_MASK mask, const se::SmallSid& sid) {
  const USHORT bytes = static_cast<USHORT>(offsetof(ACCESS_ALLOWED_ACE, SidStart) + sid.length());
  constexpr UCHAR kToSubkeys = 2;  // CONTAINER_INHERIT_ACE
  const ACE_HEADER header{ACCESS_ALLOWED_ACE_TYPE, kToSubkeys, bytes};
  const size_t at = acl.size();
  acl.resize(at + bytes);
  std::memcpy(acl.data() + at, &header, sizeof header);
  std::memcpy(acl.data() + at + 4, &mask, sizeof mask);
  std::memcpy(acl.data() + at + 8, &sid, sid.length());
}

// Of a key that nobody gave one: administrators and the system do everything, users read.
const std::vector<uint8_t>& default_descriptor() {
  static const std::vector<uint8_t> made = [] {
    std::vector<uint8_t> acl(sizeof(ACL));
    append_ace(acl, KEY_ALL_ACCESS, se::kLocalSystemSid);
    append_ace(acl, KEY_ALL_ACCESS, se::kAdministratorsSid);
    append_ace(acl, KEY_READ, se::kUsersSid);
    ACL header{};
    header.AclRevision = ACL_REVISION;
    header.AclSize = static_cast<USHORT>(acl.size());
    header.AceCount = 3;
    std::memcpy(acl.data(), &header, sizeof header);
    se::SmallSid owner = se::kAdministratorsSid, group = se::kLocalSystemSid;
    SECURITY_DESCRIPTOR absolute{};
    absolute.Revision = SECURITY_DESCRIPTOR_REVISION;
    absolute.Control = SE_DACL_PRESENT;
    absolute.Owner = &owner;
    absolute.Group = &group;
    absolute.Dacl = reinterpret_cast<PACL>(acl.data());
    return se::extract_descriptor(&absolute, OWNER_SECURITY_INFORMATION |
                                                 GROUP_SECURITY_INFORMATION |
                                                 DACL_SECURITY_INFORMATION);
  }();
  return made;
}

NTSTATUS current(const KeyRef& key, std::vector<uint8_t>* out) {
  const NTSTATUS status = read_security(key, out);
  if (NT_SUCCESS(status) && out->empty()) *out = default_descriptor();
  return status;
}

}  // namespace

// What comes out is read here and handed out by the caller: a callback that bypasses the query sees
// the length and no buffer of the caller's.
NTSTATUS query_key_security(void* object, SECURITY_INFORMATION what, std::vector<uint8_t>* out) {
  REG_QUERY_KEY_SECURITY_INFORMATION information{};
  ULONG length = 0;
  information.Object = object;
  information.SecurityInformation = &what;
  information.Length = &length;
  return notified(RegNtPreQueryKeySecurity, RegNtPostQueryKeySecurity, information, [&] {
    std::vector<uint8_t> held;
    const NTSTATUS status = current(static_cast<KeyObject*>(object)->key, &held);
    if (NT_SUCCESS(status)) *out = se::extract_descriptor(held.data(), what);
    length = static_cast<ULONG>(out->size());
    return status;
  });
}

NTSTATUS set_key_security(void* object, SECURITY_INFORMATION what,
                          const std::vector<uint8_t>& descriptor) {
  REG_SET_KEY_SECURITY_INFORMATION information{};
  std::vector<uint8_t> given = descriptor;
  information.Object = object;
  information.SecurityInformation = &what;
  information.SecurityDescriptor = given.data();
  return notified(RegNtPreSetKeySecurity, RegNtPostSetKeySecurity, information, [&] {
    const KeyRef& key = static_cast<KeyObject*>(object)->key;
    std::vector<uint8_t> held;
    const NTSTATUS status = current(key, &held);
    if (!NT_SUCCESS(status)) return status;
    return set_security(key, se::merge_descriptor(held.data(), given.data(), what));
  });
}

}  // namespace flthost::zw
