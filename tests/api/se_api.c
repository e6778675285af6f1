/* Tokens, subject contexts, impersonation and descriptors, called as System. */
#include "api.h"

static GENERIC_MAPPING mapping = {0x120089, 0x120116, 0x1200a0, 0x1f01ff};

typedef union {
  ACL acl;
  UCHAR bytes[128];
} ANY_ACL;

static void make_descriptor(PSECURITY_DESCRIPTOR sd, ANY_ACL* dacl, PSID who, ACCESS_MASK mask) {
  RtlCreateAcl(&dacl->acl, sizeof(*dacl), ACL_REVISION);
  RtlAddAccessAllowedAce(&dacl->acl, ACL_REVISION, mask, who);
  RtlCreateSecurityDescriptor(sd, SECURITY_DESCRIPTOR_REVISION);
  RtlSetDaclSecurityDescriptor(sd, TRUE, &dacl->acl, FALSE);
  RtlSetOwnerSecurityDescriptor(sd, SeExports->SeWorldSid, FALSE);
}

static void queries(void) {
  PACCESS_TOKEN token = PsReferencePrimaryToken(PsGetCurrentProcess());
  PTOKEN_USER user = NULL;
  LUID luid;
  ULONG session = 7;
  PVOID value = NULL;
  API_STATUS(SeQueryInformationToken(token, TokenUser, (PVOID*)&user), STATUS_SUCCESS);
  API_CHECK(RtlEqualSid(user->User.Sid, SeExports->SeLocalSystemSid));
  ExFreePool(user);
  API_STATUS(SeQueryInformationToken(token, (TOKEN_INFORMATION_CLASS)9999, &value),
             STATUS_INVALID_INFO_CLASS);
  API_STATUS(SeQueryInformationToken(token, TokenImpersonationLevel, &value),
             STATUS_INVALID_INFO_CLASS);
  API_STATUS(SeQueryAuthenticationIdToken(token, &luid), STATUS_SUCCESS);
  API_EQUAL(luid.LowPart, 0x3e7);
  API_STATUS(SeQuerySessionIdToken(token, &session), STATUS_SUCCESS);
  API_EQUAL(session, 0);
  API_CHECK(SeTokenIsAdmin(token) && !SeTokenIsRestricted(token));
  API_EQUAL(SeTokenType(token), TokenPrimary);
  API_EQUAL(SeTokenImpersonationLevel(token), SecurityAnonymous);
  API_CHECK(ObGetObjectType(token) == *SeTokenObjectType);
  PsDereferencePrimaryToken(token);
}

static void access_checks(void) {
  SECURITY_DESCRIPTOR sd;
  ANY_ACL dacl;
  SECURITY_SUBJECT_CONTEXT context;
  ACCESS_MASK granted = 0;
  NTSTATUS status = STATUS_UNSUCCESSFUL;
  make_descriptor(&sd, &dacl, SeExports->SeLocalSystemSid, mapping.GenericRead);
  SeCaptureSubjectContext(&context);
  SeLockSubjectContext(&context);
  API_CHECK(SeAccessCheck(&sd, &context, TRUE, FILE_READ_DATA, 0, NULL, &mapping, UserMode,
                          &granted, &status));
  API_EQUAL(granted, FILE_READ_DATA);
  API_STATUS(status, STATUS_SUCCESS);
  API_CHECK(!SeAccessCheck(&sd, &context, TRUE, FILE_WRITE_DATA, 0, NULL, &mapping, UserMode,
                           &granted, &status));
  API_STATUS(status, STATUS_ACCESS_DENIED);
  API_CHECK(SeAccessCheck(&sd, &context, TRUE, FILE_WRITE_DATA, 0, NULL, &mapping, KernelMode,
                          &granted, &status));
  SeUnlockSubjectContext(&context);
  SeReleaseSubjectContext(&context);
  API_CHECK(context.PrimaryToken == NULL);
  SeCaptureSubjectContextEx(PsGetCurrentThread(), PsGetCurrentProcess(), &context);
  API_CHECK(context.PrimaryToken != NULL && context.ClientToken == NULL);
  SeReleaseSubjectContext(&context);
}

static void privileges(void) {
  SECURITY_SUBJECT_CONTEXT context;
  PRIVILEGE_SET wanted = {1, PRIVILEGE_SET_ALL_NECESSARY, {{{0, 0}, 0}}};
  LUID none = {63, 0};
  wanted.Privilege[0].Luid = SeExports->SeBackupPrivilege;
  SeCaptureSubjectContext(&context);
  API_CHECK(SePrivilegeCheck(&wanted, &context, UserMode));
  API_EQUAL(wanted.Privilege[0].Attributes, (ULONG)SE_PRIVILEGE_USED_FOR_ACCESS);
  wanted.Privilege[0].Luid = none;
  API_CHECK(!SePrivilegeCheck(&wanted, &context, UserMode));
  API_CHECK(SePrivilegeCheck(&wanted, &context, KernelMode));
  SeReleaseSubjectContext(&context);
  API_CHECK(SeSinglePrivilegeCheck(SeExports->SeDebugPrivilege, UserMode));
  API_CHECK(!SeSinglePrivilegeCheck(none, UserMode));
  API_CHECK(SeSinglePrivilegeCheck(none, KernelMode));
}

static void client_contexts(void) {
  SECURITY_QUALITY_OF_SERVICE qos = {sizeof(qos), SecurityImpersonation, SECURITY_STATIC_TRACKING,
                                     FALSE};
  SECURITY_CLIENT_CONTEXT client;
  SECURITY_SUBJECT_CONTEXT context;
  BOOLEAN copy = FALSE, effective = TRUE;
  SECURITY_IMPERSONATION_LEVEL level = SecurityAnonymous;
  PACCESS_TOKEN token;
  API_STATUS(SeCreateClientSecurity(PsGetCurrentThread(), &qos, FALSE, &client), STATUS_SUCCESS);
  API_EQUAL(SeTokenType(client.ClientToken), TokenImpersonation);
  API_EQUAL(SeTokenImpersonationLevel(client.ClientToken), SecurityImpersonation);
  API_STATUS(SeImpersonateClientEx(&client, NULL), STATUS_SUCCESS);
  API_CHECK(PsIsThreadImpersonating(PsGetCurrentThread()));
  token = PsReferenceImpersonationToken(PsGetCurrentThread(), &copy, &effective, &level);
  API_CHECK(token == client.ClientToken && copy && !effective && level == SecurityImpersonation);
  PsDereferenceImpersonationToken(token);
  SeCaptureSubjectContext(&context);
  API_CHECK(context.ClientToken == client.ClientToken);
  qos.ImpersonationLevel = SecurityDelegation;
  {
    SECURITY_CLIENT_CONTEXT more;
    API_STATUS(SeCreateClientSecurity(PsGetCurrentThread(), &qos, FALSE, &more),
               STATUS_BAD_IMPERSONATION_LEVEL);
    API_STATUS(SeCreateClientSecurityFromSubjectContext(&context, &qos, FALSE, &more),
               STATUS_BAD_IMPERSONATION_LEVEL);
    qos.ImpersonationLevel = SecurityIdentification;
    API_STATUS(SeCreateClientSecurityFromSubjectContext(&context, &qos, FALSE, &more),
               STATUS_SUCCESS);
    SeDeleteClientSecurity(&more);
    API_CHECK(more.ClientToken == NULL);
  }
  SeReleaseSubjectContext(&context);
  PsRevertToSelf();
  API_CHECK(!PsIsThreadImpersonating(PsGetCurrentThread()));
  SeImpersonateClient(&client, PsGetCurrentThread());
  API_CHECK(PsIsThreadImpersonating(PsGetCurrentThread()));
  PsRevertToSelf();
  SeDeleteClientSecurity(&client);
}

static void filtered(void) {
  PACCESS_TOKEN token = PsReferencePrimaryToken(PsGetCurrentProcess()), less = NULL;
  TOKEN_GROUPS groups = {1, {{SeExports->SeAliasAdminsSid, 0}}};
  TOKEN_GROUPS wrong = {1, {{SeExports->SeAliasAdminsSid, SE_GROUP_ENABLED}}};
  TOKEN_GROUPS world = {1, {{SeExports->SeAuthenticatedUsersSid, 0}}};
  SECURITY_SUBJECT_CONTEXT context;
  SECURITY_DESCRIPTOR sd;
  ANY_ACL dacl;
  ACCESS_MASK granted = 0;
  NTSTATUS status;
  API_STATUS(SeFilterToken(token, 0x1000, NULL, NULL, NULL, &less), STATUS_INVALID_PARAMETER);
  API_STATUS(SeFilterToken(token, 0, &wrong, NULL, NULL, &less), STATUS_INVALID_PARAMETER);
  API_STATUS(SeFilterToken(token, DISABLE_MAX_PRIVILEGE, &groups, NULL, &world, &less),
             STATUS_SUCCESS);
  API_CHECK(!SeTokenIsAdmin(less) && SeTokenIsRestricted(less) && SeTokenIsAdmin(token));
  /* Both the token and its restricting SIDs must be let in. */
  make_descriptor(&sd, &dacl, SeExports->SeLocalSystemSid, mapping.GenericRead);
  SeCaptureSubjectContext(&context);
  {
    SECURITY_SUBJECT_CONTEXT restricted = context;
    restricted.PrimaryToken = less;
    API_CHECK(!SeAccessCheck(&sd, &restricted, FALSE, FILE_READ_DATA, 0, NULL, &mapping, UserMode,
                             &granted, &status));
    RtlAddAccessAllowedAce(&dacl.acl, ACL_REVISION, FILE_READ_DATA,
                           SeExports->SeAuthenticatedUsersSid);
    API_CHECK(SeAccessCheck(&sd, &restricted, FALSE, FILE_READ_DATA, 0, NULL, &mapping, UserMode,
                            &granted, &status));
  }
  SeReleaseSubjectContext(&context);
  ObDereferenceObject(less);
  PsDereferencePrimaryToken(token);
}

static void captured(void) {
  SECURITY_DESCRIPTOR sd;
  ANY_ACL dacl;
  PSECURITY_DESCRIPTOR copy = NULL;
  make_descriptor(&sd, &dacl, SeExports->SeWorldSid, GENERIC_ALL);
  API_STATUS(SeCaptureSecurityDescriptor(&sd, KernelMode, PagedPool, TRUE, &copy), STATUS_SUCCESS);
  API_CHECK(copy != NULL && copy != &sd);
  API_CHECK(SeValidSecurityDescriptor(RtlLengthSecurityDescriptor(copy), copy));
  API_CHECK(!SeValidSecurityDescriptor(10, copy));
  API_STATUS(SeReleaseSecurityDescriptor(copy, KernelMode, TRUE), STATUS_SUCCESS);
  API_STATUS(SeCaptureSecurityDescriptor(&sd, KernelMode, PagedPool, FALSE, &copy), STATUS_SUCCESS);
  API_CHECK(copy == &sd);
  API_STATUS(SeReleaseSecurityDescriptor(copy, KernelMode, FALSE), STATUS_SUCCESS);
  sd.Revision = 3;
  API_STATUS(SeCaptureSecurityDescriptor(&sd, KernelMode, PagedPool, TRUE, &copy),
             STATUS_UNKNOWN_REVISION);
  sd.Revision = SECURITY_DESCRIPTOR_REVISION;
  dacl.acl.AceCount = 9;
  API_STATUS(SeCaptureSecurityDescriptor(&sd, KernelMode, PagedPool, TRUE, &copy),
             STATUS_INVALID_ACL);
}

static void described(void) {
  SECURITY_DESCRIPTOR sd;
  ANY_ACL dacl;
  UCHAR out[128];
  ULONG length = 0;
  PSECURITY_DESCRIPTOR from = &sd;
  SECURITY_INFORMATION what = DACL_SECURITY_INFORMATION;
  make_descriptor(&sd, &dacl, SeExports->SeWorldSid, GENERIC_ALL);
  dacl.acl.AclSize = 28;
  API_STATUS(SeQuerySecurityDescriptorInfo(&what, out, &length, &from), STATUS_BUFFER_TOO_SMALL);
  API_EQUAL(length, 48);
  length = sizeof(out);
  API_STATUS(SeQuerySecurityDescriptorInfo(&what, out, &length, &from), STATUS_SUCCESS);
  API_CHECK(((PSECURITY_DESCRIPTOR_RELATIVE)out)->Owner == 0);
  what = OWNER_SECURITY_INFORMATION;
  length = sizeof(out);
  API_STATUS(SeQuerySecurityDescriptorInfo(&what, out, &length, &from), STATUS_SUCCESS);
  API_EQUAL(length, 32);
}

static VOID NTAPI verified(PVOID context, SE_IMAGE_TYPE type, PBDCB_IMAGE_INFORMATION image) {
  (void)context;
  (void)type;
  (void)image;
}

static void verification(void) {
  PVOID handle = NULL;
  ULONG flags = 0;
  SE_SIGNING_LEVEL level = 0;
  API_STATUS(
      SeRegisterImageVerificationCallback(
          SeImageTypeDriver, SeImageVerificationCallbackInformational, verified, NULL, &handle),
      STATUS_SUCCESS);
  API_CHECK(handle != NULL);
  SeUnregisterImageVerificationCallback(handle);
  API_STATUS(SeRegisterImageVerificationCallback(99, SeImageVerificationCallbackInformational,
                                                 verified, NULL, &handle),
             STATUS_INVALID_PARAMETER);
  API_STATUS(SeGetCachedSigningLevel(NULL, &flags, &level, NULL, NULL, NULL), STATUS_NOT_FOUND);
}

static void image_name(void) {
  PUNICODE_STRING name = NULL;
  API_STATUS(SeLocateProcessImageName(PsGetCurrentProcess(), &name), STATUS_SUCCESS);
  API_CHECK(name != NULL && name->Length == 12); /* System */
  ExFreePool(name);
}

const API_TEST ApiTests[] = {
    {"SeQueryToken_TellsOfSystem", queries},
    {"SeAccessCheck_GoesByTheDescriptor_UnlessKernelMode", access_checks},
    {"SePrivilegeCheck_MarksWhatItUsed", privileges},
    {"SeImpersonateClient_ActsForTheClient_UntilReverted", client_contexts},
    {"SeFilterToken_TakesAway_AndRestricts", filtered},
    {"SeCaptureSecurityDescriptor_CopiesAndChecks", captured},
    {"SeQuerySecurityDescriptorInfo_GivesTheAskedParts", described},
    {"SeImageVerification_IsRegistered_AndNothingIsSigned", verification},
    {"SeLocateProcessImageName_IsSystem", image_name},
    {NULL, NULL},
};
