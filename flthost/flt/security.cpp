// The security descriptor that communication ports start with.
#include <flthost/ex/ex.h>
#include <flthost/flt/internal.h>

namespace flthost::flt {
namespace {

// A self-relative descriptor: owner and group Administrators, a DACL of two entries.
struct Sid {
  UCHAR revision = 1;
  UCHAR count;
  UCHAR authority[6] = {0, 0, 0, 0, 0, 5};
  ULONG sub[2];
};
struct AllowAce {
  UCHAR type = ACCESS_ALLOWED_ACE_TYPE;
  UCHAR flags = 0;
  USHORT size;
  ULONG mask;
  Sid sid;
};
struct Descriptor {
  UCHAR revision = 1;
  UCHAR reserved = 0;
  USHORT control = SE_SELF_RELATIVE | SE_DACL_PRESENT;
  ULONG owner;
  ULONG group;
  ULONG sacl = 0;
  ULONG dacl;
  UCHAR acl_revision = 2;
  UCHAR acl_reserved = 0;
  USHORT acl_size;
  USHORT ace_count = 2;
  USHORT acl_reserved2 = 0;
  AllowAce administrators;
  AllowAce system;
  Sid owner_sid;
};

}  // namespace
}  // namespace flthost::flt

using namespace flthost;
using namespace flthost::flt;

NTSTATUS NTAPI FltBuildDefaultSecurityDescriptor(PSECURITY_DESCRIPTOR* SecurityDescriptor,
                                                 ACCESS_MASK DesiredAccess) {
  const Sid administrators{1, 2, {0, 0, 0, 0, 0, 5}, {32, 544}};
  const Sid system{1, 1, {0, 0, 0, 0, 0, 5}, {18, 0}};
  constexpr USHORT kSystemAce = sizeof(AllowAce) - sizeof(ULONG);
  auto* descriptor = new (ex::allocate(sizeof(Descriptor), kTag)) Descriptor{};
  descriptor->owner = descriptor->group = offsetof(Descriptor, owner_sid);
  descriptor->dacl = offsetof(Descriptor, acl_revision);
  descriptor->acl_size =
      static_cast<USHORT>(offsetof(Descriptor, owner_sid) - offsetof(Descriptor, acl_revision));
  descriptor->administrators = {ACCESS_ALLOWED_ACE_TYPE, 0, sizeof(AllowAce), DesiredAccess,
                                administrators};
  descriptor->system = {ACCESS_ALLOWED_ACE_TYPE, 0, kSystemAce, DesiredAccess, system};
  descriptor->owner_sid = administrators;
  *SecurityDescriptor = descriptor;
  return STATUS_SUCCESS;
}

VOID NTAPI FltFreeSecurityDescriptor(PSECURITY_DESCRIPTOR SecurityDescriptor) {
  ex::free(SecurityDescriptor);
}
