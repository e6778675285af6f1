/* SIDs, ACLs and security descriptors of the run-time library. */
#include "api.h"

static SID_IDENTIFIER_AUTHORITY nt = SECURITY_NT_AUTHORITY;

typedef union {
  SID sid;
  UCHAR bytes[8 + 4 * SID_MAX_SUB_AUTHORITIES];
} ANY_SID;
typedef union {
  ACL acl;
  UCHAR bytes[256];
} ANY_ACL;

static PSID admins(ANY_SID* to) {
  RtlInitializeSid(to, &nt, 2);
  *RtlSubAuthoritySid(to, 0) = SECURITY_BUILTIN_DOMAIN_RID;
  *RtlSubAuthoritySid(to, 1) = DOMAIN_ALIAS_RID_ADMINS;
  return to;
}

static void sids(void) {
  ANY_SID a, b;
  API_STATUS(RtlInitializeSid(&a, &nt, 2), STATUS_SUCCESS);
  API_STATUS(RtlInitializeSid(&b, &nt, 16), STATUS_INVALID_PARAMETER);
  admins(&a);
  API_EQUAL(RtlLengthSid(&a), 16);
  API_EQUAL(RtlLengthRequiredSid(2), 16);
  API_EQUAL(*RtlSubAuthorityCountSid(&a), 2);
  API_CHECK(RtlValidSid(&a) && RtlEqualSid(&a, SeExports->SeAliasAdminsSid));
  API_STATUS(RtlInitializeSidEx(&b, &nt, 2, 32, 545), STATUS_SUCCESS);
  API_CHECK(RtlEqualSid(&b, SeExports->SeAliasUsersSid));
  API_STATUS(RtlInitializeSidEx(&b, &nt, 16, 0), STATUS_INVALID_PARAMETER);
  API_CHECK(RtlEqualPrefixSid(&a, SeExports->SeAliasUsersSid) && !RtlEqualSid(&a, &b));
  API_CHECK(!RtlEqualPrefixSid(&a, SeExports->SeWorldSid));
  API_STATUS(RtlCopySid(sizeof(b), &b, &a), STATUS_SUCCESS);
  API_CHECK(RtlEqualSid(&a, &b));
  API_STATUS(RtlCopySid(8, &b, &a), STATUS_BUFFER_TOO_SMALL);
  a.sid.Revision = 2;
  API_CHECK(!RtlValidSid(&a));
}

static void sid_text(void) {
  ANY_SID a;
  WCHAR buffer[32];
  UNICODE_STRING text = {0, sizeof(buffer), buffer}, wanted = RTL_CONSTANT_STRING(L"S-1-5-32-544");
  API_STATUS(RtlConvertSidToUnicodeString(&text, admins(&a), FALSE), STATUS_SUCCESS);
  API_CHECK(RtlEqualUnicodeString(&text, &wanted, FALSE));
  text.MaximumLength = 8;
  API_STATUS(RtlConvertSidToUnicodeString(&text, &a, FALSE), STATUS_BUFFER_OVERFLOW);
  API_STATUS(RtlConvertSidToUnicodeString(&text, &a, TRUE), STATUS_SUCCESS);
  API_CHECK(RtlEqualUnicodeString(&text, &wanted, FALSE));
  RtlFreeUnicodeString(&text);
  a.sid.Revision = 9;
  API_STATUS(RtlConvertSidToUnicodeString(&text, &a, TRUE), STATUS_INVALID_SID);
}

static void acls(void) {
  ANY_SID a;
  ANY_ACL acl, small;
  PVOID ace = NULL;
  API_STATUS(RtlCreateAcl(&acl.acl, sizeof(acl), ACL_REVISION), STATUS_SUCCESS);
  API_STATUS(RtlCreateAcl(&small.acl, 4, ACL_REVISION), STATUS_BUFFER_TOO_SMALL);
  API_STATUS(RtlCreateAcl(&small.acl, sizeof(small), 9), STATUS_INVALID_PARAMETER);
  API_STATUS(RtlAddAccessAllowedAce(&acl.acl, ACL_REVISION, GENERIC_READ, admins(&a)),
             STATUS_SUCCESS);
  API_STATUS(RtlAddAccessAllowedAceEx(&acl.acl, ACL_REVISION, CONTAINER_INHERIT_ACE, GENERIC_ALL,
                                      SeExports->SeWorldSid),
             STATUS_SUCCESS);
  API_EQUAL(acl.acl.AceCount, 2);
  API_STATUS(RtlGetAce(&acl.acl, 1, &ace), STATUS_SUCCESS);
  API_EQUAL(((PACE_HEADER)ace)->AceFlags, CONTAINER_INHERIT_ACE);
  API_STATUS(RtlGetAce(&acl.acl, 2, &ace), STATUS_INVALID_PARAMETER);
  API_STATUS(RtlDeleteAce(&acl.acl, 0), STATUS_SUCCESS);
  API_STATUS(RtlDeleteAce(&acl.acl, 1), STATUS_INVALID_PARAMETER);
  API_STATUS(RtlGetAce(&acl.acl, 0, &ace), STATUS_SUCCESS);
  API_CHECK(RtlEqualSid(&((PACCESS_ALLOWED_ACE)ace)->SidStart, SeExports->SeWorldSid));
}

static void acl_refusals(void) {
  ANY_SID a;
  ANY_ACL acl;
  admins(&a);
  RtlCreateAcl(&acl.acl, 12, ACL_REVISION);
  API_STATUS(RtlAddAccessAllowedAce(&acl.acl, ACL_REVISION, 1, &a), STATUS_ALLOTTED_SPACE_EXCEEDED);
  API_STATUS(RtlAddAccessAllowedAceEx(&acl.acl, ACL_REVISION, 0, 1, &a),
             STATUS_ALLOTTED_SPACE_EXCEEDED);
  RtlCreateAcl(&acl.acl, sizeof(acl), ACL_REVISION);
  API_STATUS(RtlAddAccessAllowedAce(&acl.acl, 9, 1, &a), STATUS_REVISION_MISMATCH);
  API_STATUS(RtlAddAccessAllowedAceEx(&acl.acl, 9, 0, 1, &a), STATUS_REVISION_MISMATCH);
  API_STATUS(RtlAddAccessAllowedAceEx(&acl.acl, ACL_REVISION, 0xff00, 1, &a),
             STATUS_INVALID_PARAMETER);
  a.sid.Revision = 9;
  API_STATUS(RtlAddAccessAllowedAce(&acl.acl, ACL_REVISION, 1, &a), STATUS_INVALID_SID);
  API_STATUS(RtlAddAccessAllowedAceEx(&acl.acl, ACL_REVISION, 0, 1, &a), STATUS_INVALID_SID);
  acl.acl.AceCount = 200;
  admins(&a);
  API_STATUS(RtlAddAccessAllowedAce(&acl.acl, ACL_REVISION, 1, &a), STATUS_INVALID_ACL);
  API_STATUS(RtlAddAccessAllowedAceEx(&acl.acl, ACL_REVISION, 0, 1, &a), STATUS_INVALID_ACL);
}

static void lists_of_aces(void) {
  ANY_SID a;
  ANY_ACL acl, from;
  PVOID ace = NULL;
  ULONG bytes;
  RtlCreateAcl(&from.acl, sizeof(from), ACL_REVISION);
  RtlAddAccessAllowedAce(&from.acl, ACL_REVISION, 0x11, admins(&a));
  RtlAddAccessAllowedAce(&from.acl, ACL_REVISION, 0x22, SeExports->SeWorldSid);
  bytes = 24 + 20;
  RtlCreateAcl(&acl.acl, 8 + 20 + 44, ACL_REVISION);
  RtlAddAccessAllowedAce(&acl.acl, ACL_REVISION, 0x33, SeExports->SeWorldSid);
  API_STATUS(RtlAddAce(&acl.acl, ACL_REVISION, 0, &from.acl + 1, bytes), STATUS_SUCCESS);
  API_EQUAL(acl.acl.AceCount, 3);
  RtlGetAce(&acl.acl, 0, &ace);
  API_EQUAL(((PACCESS_ALLOWED_ACE)ace)->Mask, 0x11);
  RtlGetAce(&acl.acl, 2, &ace);
  API_EQUAL(((PACCESS_ALLOWED_ACE)ace)->Mask, 0x33);
  API_STATUS(RtlAddAce(&acl.acl, ACL_REVISION, MAXULONG, &from.acl + 1, bytes),
             STATUS_BUFFER_TOO_SMALL);
  API_STATUS(RtlAddAce(&acl.acl, 9, 0, &from.acl + 1, bytes), STATUS_INVALID_PARAMETER);
  API_STATUS(RtlAddAce(&acl.acl, ACL_REVISION, 0, &from.acl + 1, bytes - 4),
             STATUS_INVALID_PARAMETER);
}

static void descriptors(void) {
  SECURITY_DESCRIPTOR sd;
  SECURITY_DESCRIPTOR_RELATIVE relative;
  ANY_ACL acl;
  PACL found = NULL;
  PSID sid = NULL;
  BOOLEAN present = FALSE, defaulted = FALSE;
  RtlCreateAcl(&acl.acl, sizeof(acl), ACL_REVISION);
  API_STATUS(RtlCreateSecurityDescriptor(&sd, SECURITY_DESCRIPTOR_REVISION), STATUS_SUCCESS);
  API_STATUS(RtlCreateSecurityDescriptor(&sd, 2), STATUS_UNKNOWN_REVISION);
  API_STATUS(RtlSetDaclSecurityDescriptor(&sd, TRUE, &acl.acl, FALSE), STATUS_SUCCESS);
  API_STATUS(RtlSetSaclSecurityDescriptor(&sd, TRUE, &acl.acl, TRUE), STATUS_SUCCESS);
  API_STATUS(RtlSetOwnerSecurityDescriptor(&sd, SeExports->SeWorldSid, FALSE), STATUS_SUCCESS);
  API_STATUS(RtlSetGroupSecurityDescriptor(&sd, SeExports->SeWorldSid, TRUE), STATUS_SUCCESS);
  API_STATUS(RtlGetDaclSecurityDescriptor(&sd, &present, &found, &defaulted), STATUS_SUCCESS);
  API_CHECK(present && found == &acl.acl && !defaulted);
  API_STATUS(RtlGetSaclSecurityDescriptor(&sd, &present, &found, &defaulted), STATUS_SUCCESS);
  API_CHECK(present && defaulted);
  API_STATUS(RtlGetOwnerSecurityDescriptor(&sd, &sid, &defaulted), STATUS_SUCCESS);
  API_CHECK(sid == SeExports->SeWorldSid && !defaulted);
  API_STATUS(RtlGetGroupSecurityDescriptor(&sd, &sid, &defaulted), STATUS_SUCCESS);
  API_CHECK(sid == SeExports->SeWorldSid && defaulted);
  API_CHECK(RtlValidSecurityDescriptor(&sd));
  API_EQUAL(RtlLengthSecurityDescriptor(&sd), 40 + 12 + 12 + 256 + 256);
  sd.Revision = 7;
  API_STATUS(RtlSetDaclSecurityDescriptor(&sd, TRUE, NULL, FALSE), STATUS_UNKNOWN_REVISION);
  API_STATUS(RtlSetOwnerSecurityDescriptor(&sd, NULL, FALSE), STATUS_UNKNOWN_REVISION);
  API_STATUS(RtlSetGroupSecurityDescriptor(&sd, NULL, FALSE), STATUS_UNKNOWN_REVISION);
  API_STATUS(RtlGetDaclSecurityDescriptor(&sd, &present, &found, &defaulted),
             STATUS_UNKNOWN_REVISION);
  API_STATUS(RtlGetSaclSecurityDescriptor(&sd, &present, &found, &defaulted),
             STATUS_UNKNOWN_REVISION);
  API_STATUS(RtlGetOwnerSecurityDescriptor(&sd, &sid, &defaulted), STATUS_UNKNOWN_REVISION);
  API_STATUS(RtlGetGroupSecurityDescriptor(&sd, &sid, &defaulted), STATUS_UNKNOWN_REVISION);
  API_CHECK(!RtlValidSecurityDescriptor(&sd));
  API_STATUS(RtlCreateSecurityDescriptorRelative(&relative, SECURITY_DESCRIPTOR_REVISION),
             STATUS_SUCCESS);
  API_STATUS(RtlCreateSecurityDescriptorRelative(&relative, 5), STATUS_UNKNOWN_REVISION);
  API_EQUAL(relative.Control, SE_SELF_RELATIVE);
  API_STATUS(RtlSetDaclSecurityDescriptor(&relative, TRUE, NULL, FALSE),
             STATUS_INVALID_SECURITY_DESCR);
  API_STATUS(RtlSetOwnerSecurityDescriptor(&relative, NULL, FALSE), STATUS_INVALID_SECURITY_DESCR);
  API_STATUS(RtlSetGroupSecurityDescriptor(&relative, NULL, FALSE), STATUS_INVALID_SECURITY_DESCR);
}

static ULONG make_relative(PVOID to, ULONG size) {
  SECURITY_DESCRIPTOR sd;
  ANY_ACL acl;
  RtlCreateAcl(&acl.acl, 28, ACL_REVISION);
  RtlAddAccessAllowedAce(&acl.acl, ACL_REVISION, GENERIC_READ, SeExports->SeWorldSid);
  RtlCreateSecurityDescriptor(&sd, SECURITY_DESCRIPTOR_REVISION);
  RtlSetDaclSecurityDescriptor(&sd, TRUE, &acl.acl, FALSE);
  RtlSetOwnerSecurityDescriptor(&sd, SeExports->SeAliasAdminsSid, FALSE);
  API_STATUS(RtlAbsoluteToSelfRelativeSD(&sd, to, &size), STATUS_SUCCESS);
  return size;
}

static void relative_forms(void) {
  UCHAR bytes[256], copy[256];
  ULONG size = 0, wanted = 20 + 16 + 28;
  SECURITY_DESCRIPTOR sd;
  RtlCreateSecurityDescriptor(&sd, SECURITY_DESCRIPTOR_REVISION);
  RtlSetOwnerSecurityDescriptor(&sd, SeExports->SeWorldSid, FALSE);
  API_STATUS(RtlAbsoluteToSelfRelativeSD(&sd, bytes, &size), STATUS_BUFFER_TOO_SMALL);
  API_EQUAL(size, 32);
  size = make_relative(bytes, sizeof(bytes));
  API_EQUAL(size, wanted);
  API_STATUS(RtlAbsoluteToSelfRelativeSD(bytes, copy, &size), STATUS_BAD_DESCRIPTOR_FORMAT);
  API_CHECK(RtlValidRelativeSecurityDescriptor(
      bytes, wanted, OWNER_SECURITY_INFORMATION | DACL_SECURITY_INFORMATION));
  API_CHECK(!RtlValidRelativeSecurityDescriptor(bytes, wanted, GROUP_SECURITY_INFORMATION));
  API_CHECK(!RtlValidRelativeSecurityDescriptor(bytes, wanted - 4, 0));
  API_CHECK(!RtlValidRelativeSecurityDescriptor(&sd, sizeof(sd), 0));
}

static void absolute_again(void) {
  UCHAR bytes[256];
  SECURITY_DESCRIPTOR sd;
  ANY_ACL dacl;
  ANY_SID owner;
  ULONG sizes[5] = {0, 0, 0, 0, 0}, size;
  make_relative(bytes, sizeof(bytes));
  API_STATUS(RtlSelfRelativeToAbsoluteSD(bytes, NULL, &sizes[0], NULL, &sizes[1], NULL, &sizes[2],
                                         NULL, &sizes[3], NULL, &sizes[4]),
             STATUS_BUFFER_TOO_SMALL);
  API_EQUAL(sizes[0], sizeof(SECURITY_DESCRIPTOR));
  API_EQUAL(sizes[1], 28);
  API_EQUAL(sizes[2], 0);
  API_EQUAL(sizes[3], 16);
  API_STATUS(RtlSelfRelativeToAbsoluteSD(bytes, &sd, &sizes[0], &dacl.acl, &sizes[1], NULL,
                                         &sizes[2], &owner, &sizes[3], NULL, &sizes[4]),
             STATUS_SUCCESS);
  API_CHECK(sd.Owner == &owner && RtlEqualSid(&owner, SeExports->SeAliasAdminsSid));
  API_CHECK(sd.Dacl == &dacl.acl && (sd.Control & SE_SELF_RELATIVE) == 0);
  API_STATUS(RtlSelfRelativeToAbsoluteSD(&sd, &sd, &sizes[0], &dacl.acl, &sizes[1], NULL, &sizes[2],
                                         &owner, &sizes[3], NULL, &sizes[4]),
             STATUS_BAD_DESCRIPTOR_FORMAT);
  size = 40;
  API_STATUS(RtlSelfRelativeToAbsoluteSD2(bytes, &size), STATUS_BUFFER_TOO_SMALL);
  API_EQUAL(size, 40 + 16 + 28);
  size = sizeof(bytes);
  API_STATUS(RtlSelfRelativeToAbsoluteSD2(bytes, &size), STATUS_SUCCESS);
  API_CHECK(RtlValidSecurityDescriptor(bytes));
  API_CHECK(RtlEqualSid(((PISECURITY_DESCRIPTOR)bytes)->Owner, SeExports->SeAliasAdminsSid));
  API_STATUS(RtlSelfRelativeToAbsoluteSD2(bytes, &size), STATUS_BAD_DESCRIPTOR_FORMAT);
}

static void luids_and_masks(void) {
  LUID a = {5, 6}, b = {0, 0};
  GENERIC_MAPPING mapping = {1, 2, 4, 0xff};
  ACCESS_MASK mask = GENERIC_READ | GENERIC_EXECUTE | 0x100;
  RtlCopyLuid(&b, &a);
  API_CHECK(RtlEqualLuid(&a, &b));
  ++b.HighPart;
  API_CHECK(!RtlEqualLuid(&a, &b));
  RtlMapGenericMask(&mask, &mapping);
  API_EQUAL(mask, 0x105);
}

const API_TEST ApiTests[] = {
    {"RtlSid_IsMadeComparedAndCopied", sids},
    {"RtlConvertSidToUnicodeString_WritesItsText", sid_text},
    {"RtlAcl_TakesAces", acls},
    {"RtlAcl_RefusesWhatDoesNotFit", acl_refusals},
    {"RtlAddAce_InsertsAWholeList", lists_of_aces},
    {"RtlSecurityDescriptor_KeepsItsParts", descriptors},
    {"RtlAbsoluteToSelfRelativeSD_PacksAndChecks", relative_forms},
    {"RtlSelfRelativeToAbsoluteSD_UnpacksAndInPlace", absolute_again},
    {"RtlLuidsAndMasks_AreMapped", luids_and_masks},
    {NULL, NULL},
};
