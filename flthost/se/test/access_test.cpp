// The access check on descriptors built byte by byte.
#include <flthost/se/access.h>
#include <flthost/se/descriptor.h>

#include <gtest/gtest.h>

#include <vector>

namespace flthost::se {
namespace {

constexpr GENERIC_MAPPING kFile{0x00120089, 0x00120116, 0x001200A0, 0x001F01FF};
constexpr ACCESS_MASK kReadData = 0x1, kWriteData = 0x2;

struct Ace {
  UCHAR type;
  ACCESS_MASK mask;
  SmallSid sid;
  UCHAR flags = 0;
};

void append(std::vector<UCHAR>& to, const void* data, size_t bytes) {
  const auto* const begin = static_cast<const UCHAR*>(data);
  to.insert(to.end(), begin, begin + bytes);
}

std::vector<UCHAR> make_acl(const std::vector<Ace>& aces) {
  std::vector<UCHAR> out(sizeof(ACL));
  for (const Ace& ace : aces) {
    const USHORT size = static_cast<USHORT>(8 + ace.sid.length());
    const ACE_HEADER header{ace.type, ace.flags, size};
    append(out, &header, sizeof header);
    append(out, &ace.mask, sizeof ace.mask);
    append(out, &ace.sid, ace.sid.length());
  }
  const ACL acl{ACL_REVISION, 0, static_cast<USHORT>(out.size()), static_cast<USHORT>(aces.size()),
                0};
  std::memcpy(out.data(), &acl, sizeof acl);
  return out;
}

// Self-relative: owner, then the DACL, then (when there are labels) the SACL.
std::vector<UCHAR> make_descriptor(const SmallSid& owner, const std::vector<Ace>& dacl,
                                   const std::vector<Ace>& labels = {}) {
  SECURITY_DESCRIPTOR_RELATIVE header{};
  header.Revision = SECURITY_DESCRIPTOR_REVISION;
  header.Control = SE_SELF_RELATIVE | SE_DACL_PRESENT;
  std::vector<UCHAR> out(sizeof header);
  header.Owner = static_cast<ULONG>(out.size());
  append(out, &owner, owner.length());
  const std::vector<UCHAR> acl = make_acl(dacl);
  header.Dacl = static_cast<ULONG>(out.size());
  append(out, acl.data(), acl.size());
  if (!labels.empty()) {
    const std::vector<UCHAR> sacl = make_acl(labels);
    header.Control |= SE_SACL_PRESENT;
    header.Sacl = static_cast<ULONG>(out.size());
    append(out, sacl.data(), sacl.size());
  }
  std::memcpy(out.data(), &header, sizeof header);
  return out;
}

AccessResult check(const TokenBody& token, const std::vector<UCHAR>& descriptor,
                   ACCESS_MASK desired) {
  return check_access(token, descriptor.data(), {desired, 0, kFile, true});
}

const SmallSid kAlice(kUnixAuthority, {1, 1000});

TEST(AccessCheck, GrantsWhatAnAllowedAceNames_AndNoMore) {
  const auto descriptor =
      make_descriptor(kLocalSystemSid, {{ACCESS_ALLOWED_ACE_TYPE, kFile.GenericRead, kAlice}});
  const AccessResult read = check(make_user_token(1000), descriptor, GENERIC_READ);
  EXPECT_TRUE(read.granted);
  EXPECT_EQ(read.access, kFile.GenericRead);
  EXPECT_EQ(read.status, STATUS_SUCCESS);
  EXPECT_EQ(check(make_user_token(1000), descriptor, kWriteData).status, STATUS_ACCESS_DENIED);
  EXPECT_FALSE(check(make_user_token(1001), descriptor, kReadData).granted);
}

TEST(AccessCheck, DeniedAce_WinsOnlyWhenItComesFirst) {
  const Ace deny{ACCESS_DENIED_ACE_TYPE, kReadData, kAlice};
  const Ace allow{ACCESS_ALLOWED_ACE_TYPE, kReadData, kWorldSid};
  const TokenBody alice = make_user_token(1000);
  EXPECT_FALSE(check(alice, make_descriptor(kLocalSystemSid, {deny, allow}), kReadData).granted);
  EXPECT_TRUE(check(alice, make_descriptor(kLocalSystemSid, {allow, deny}), kReadData).granted);
}

TEST(AccessCheck, InheritOnlyAce_DoesNotApply) {
  const auto descriptor = make_descriptor(
      kLocalSystemSid, {{ACCESS_ALLOWED_ACE_TYPE, kReadData, kAlice, INHERIT_ONLY_ACE}});
  EXPECT_FALSE(check(make_user_token(1000), descriptor, kReadData).granted);
}

TEST(AccessCheck, Owner_MayReadAndWriteTheDacl_UnlessOwnerRightsSaysLess) {
  const TokenBody alice = make_user_token(1000);
  const auto plain = make_descriptor(kAlice, {});
  EXPECT_TRUE(check(alice, plain, READ_CONTROL | WRITE_DAC).granted);
  EXPECT_FALSE(check(alice, plain, kReadData).granted);
  const auto limited =
      make_descriptor(kAlice, {{ACCESS_ALLOWED_ACE_TYPE, READ_CONTROL, kOwnerRightsSid}});
  EXPECT_TRUE(check(alice, limited, READ_CONTROL).granted);
  EXPECT_FALSE(check(alice, limited, WRITE_DAC).granted);
}

TEST(AccessCheck, MaximumAllowed_ReturnsEverythingTheWalkGives) {
  const auto descriptor = make_descriptor(
      kLocalSystemSid, {{ACCESS_DENIED_ACE_TYPE, kWriteData, kAlice},
                        {ACCESS_ALLOWED_ACE_TYPE, kReadData | kWriteData, kWorldSid},
                        {ACCESS_ALLOWED_ACE_TYPE, READ_CONTROL, kUsersSid}});
  const AccessResult result = check(make_user_token(1000), descriptor, MAXIMUM_ALLOWED);
  EXPECT_TRUE(result.granted);
  EXPECT_EQ(result.access, kReadData | READ_CONTROL);
}

TEST(AccessCheck, NullDaclGrantsAll_EmptyDaclNone_NullDescriptorNone) {
  const TokenBody user = make_user_token(1000);
  SECURITY_DESCRIPTOR absolute{};
  absolute.Revision = SECURITY_DESCRIPTOR_REVISION;
  absolute.Control = SE_DACL_PRESENT;
  const AccessRequest maximum{MAXIMUM_ALLOWED, 0, kFile, true};
  EXPECT_EQ(check_access(user, &absolute, maximum).access, kFile.GenericAll);
  EXPECT_FALSE(check(user, make_descriptor(kLocalSystemSid, {}), kReadData).granted);
  EXPECT_FALSE(check_access(user, nullptr, maximum).granted);
}

TEST(AccessCheck, SystemSecurityAndWriteOwner_GoByPrivilege) {
  const auto descriptor = make_descriptor(kLocalSystemSid, {});
  const AccessResult user = check(make_user_token(1000), descriptor, ACCESS_SYSTEM_SECURITY);
  EXPECT_EQ(user.status, STATUS_PRIVILEGE_NOT_HELD);
  const AccessResult root =
      check(make_user_token(0), descriptor, ACCESS_SYSTEM_SECURITY | WRITE_OWNER);
  EXPECT_TRUE(root.granted);
  EXPECT_EQ(root.privileges_used,
            1ull << SE_SECURITY_PRIVILEGE | 1ull << SE_TAKE_OWNERSHIP_PRIVILEGE);
  EXPECT_FALSE(check(make_user_token(1000), descriptor, WRITE_OWNER).granted);
}

TEST(AccessCheck, LabelAboveTheToken_LetsItReadAndNotWrite) {
  const SmallSid high(kMandatoryAuthority, {SECURITY_MANDATORY_HIGH_RID});
  const auto descriptor = make_descriptor(
      kLocalSystemSid, {{ACCESS_ALLOWED_ACE_TYPE, kFile.GenericAll, kWorldSid}},
      {{SYSTEM_MANDATORY_LABEL_ACE_TYPE, SYSTEM_MANDATORY_LABEL_NO_WRITE_UP, high}});
  EXPECT_TRUE(check(make_user_token(1000), descriptor, kReadData).granted);
  EXPECT_FALSE(check(make_user_token(1000), descriptor, kWriteData).granted);
  EXPECT_TRUE(check(make_user_token(0), descriptor, kWriteData).granted);
}

TEST(AccessCheck, KernelMode_SkipsTheDescriptor) {
  const AccessResult result =
      check_access(make_user_token(1000), nullptr, {GENERIC_WRITE, 0, kFile, false});
  EXPECT_TRUE(result.granted);
  EXPECT_EQ(result.access, kFile.GenericWrite);
}

TEST(AccessCheck, NothingDesired_IsDenied_UnlessSomethingWasGrantedBefore) {
  const auto descriptor = make_descriptor(kLocalSystemSid, {});
  const TokenBody user = make_user_token(1000);
  EXPECT_FALSE(check(user, descriptor, 0).granted);
  const AccessResult before = check_access(user, descriptor.data(), {0, kReadData, kFile, true});
  EXPECT_TRUE(before.granted);
  EXPECT_EQ(before.access, kReadData);
}

TEST(Descriptor, AceThatRunsOutOfItsAcl_IsNeitherFollowedNorValid) {
  auto descriptor = make_descriptor(kLocalSystemSid, {{ACCESS_ALLOWED_ACE_TYPE, 1, kAlice}});
  const ULONG length = static_cast<ULONG>(descriptor.size());
  EXPECT_TRUE(valid_descriptor(descriptor.data(), length));
  EXPECT_FALSE(valid_descriptor(descriptor.data(), length - 4));
  ULONG at = 0;
  std::memcpy(&at, &descriptor[offsetof(SECURITY_DESCRIPTOR_RELATIVE, Dacl)], sizeof at);
  const USHORT huge = 0x1000;
  std::memcpy(&descriptor[at + sizeof(ACL) + offsetof(ACE_HEADER, AceSize)], &huge, sizeof huge);
  EXPECT_FALSE(valid_descriptor(descriptor.data(), length));
  EXPECT_FALSE(check(make_user_token(1000), descriptor, kReadData).granted);
}

TEST(Token, RootIsAdministrator_UsersAreNot) {
  EXPECT_TRUE(make_user_token(0).has_sid(&kAdministratorsSid));
  EXPECT_FALSE(make_user_token(1000).has_sid(&kAdministratorsSid));
  EXPECT_TRUE(make_user_token(1000).has_sid(&kAlice));
  EXPECT_FALSE(make_user_token(1000).has_privilege({SE_LOAD_DRIVER_PRIVILEGE, 0}));
  EXPECT_TRUE(make_user_token(0).has_privilege({SE_LOAD_DRIVER_PRIVILEGE, 0}));
}

}  // namespace
}  // namespace flthost::se
