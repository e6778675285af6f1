// The Se exports on tokens, subject contexts and descriptors.
#include <flthost/se/se.h>

#include <flthost/ex/ex.h>
#include <flthost/ob/ob.h>
#include <flthost/ps/ps.h>
#include <flthost/se/access.h>
#include <flthost/se/descriptor.h>
#include <flthost/se/objects.h>
#include <flthost/se/query.h>
#include <flthost/se/rows.h>
#include <flthost/se/well_known.h>

#include <bit>
#include <iterator>

namespace flthost::se {
namespace {

constexpr ULONG kQueryTag = 0x71546553;      // 'SeTq'
constexpr ULONG kPrivilegeTag = 0x72506553;  // 'SePr'

TokenBody effective(const SECURITY_SUBJECT_CONTEXT& context) {
  return snapshot(context.ClientToken != nullptr ? context.ClientToken : context.PrimaryToken);
}

// From pool, for SeFreePrivileges; null when none was used.
PPRIVILEGE_SET privilege_set(uint64_t used, bool* no_memory) {
  const ULONG count = static_cast<ULONG>(std::popcount(used));
  if (count == 0) return nullptr;
  const size_t bytes = offsetof(PRIVILEGE_SET, Privilege) + count * sizeof(LUID_AND_ATTRIBUTES);
  auto* const set =
      static_cast<PPRIVILEGE_SET>(ExAllocatePoolWithTag(PagedPool, bytes, kPrivilegeTag));
  if (set == nullptr) {
    *no_memory = true;
    return nullptr;
  }
  set->PrivilegeCount = count;
  set->Control = 0;
  LUID_AND_ATTRIBUTES* next = set->Privilege;
  for (ULONG i = 0; i < 64; ++i) {
    if ((used >> i & 1) != 0) *next++ = {{i, 0}, ULONG(SE_PRIVILEGE_USED_FOR_ACCESS)};
  }
  return set;
}

}  // namespace
}  // namespace flthost::se

using namespace flthost;
using namespace flthost::se;

VOID NTAPI SeCaptureSubjectContextEx(PETHREAD Thread, PEPROCESS Process,
                                     SECURITY_SUBJECT_CONTEXT* SubjectContext) {
  const Impersonation client =
      Thread != nullptr ? reference_impersonation(Thread) : Impersonation{};
  SubjectContext->ClientToken = client.token;
  SubjectContext->ImpersonationLevel = client.level;
  SubjectContext->PrimaryToken = reference_process_token(Process);
  SubjectContext->ProcessAuditId = reinterpret_cast<PVOID>(uint64_t{ps::process_id(Process)});
}

VOID NTAPI SeCaptureSubjectContext(PSECURITY_SUBJECT_CONTEXT SubjectContext) {
  SeCaptureSubjectContextEx(PsGetCurrentThread(), PsGetCurrentProcess(), SubjectContext);
}

VOID NTAPI SeReleaseSubjectContext(PSECURITY_SUBJECT_CONTEXT SubjectContext) {
  if (SubjectContext->PrimaryToken != nullptr) ob::dereference(SubjectContext->PrimaryToken);
  if (SubjectContext->ClientToken != nullptr) ob::dereference(SubjectContext->ClientToken);
  SubjectContext->PrimaryToken = nullptr;
  SubjectContext->ClientToken = nullptr;
}

// What a check reads it reads at once, under the token's own lock: nothing has to be kept still
// between these two.
VOID NTAPI SeLockSubjectContext(PSECURITY_SUBJECT_CONTEXT) {}
VOID NTAPI SeUnlockSubjectContext(PSECURITY_SUBJECT_CONTEXT) {}

BOOLEAN NTAPI SeAccessCheck(PSECURITY_DESCRIPTOR SecurityDescriptor,
                            PSECURITY_SUBJECT_CONTEXT SubjectSecurityContext, BOOLEAN,
                            ACCESS_MASK DesiredAccess, ACCESS_MASK PreviouslyGrantedAccess,
                            PPRIVILEGE_SET* Privileges, PGENERIC_MAPPING GenericMapping,
                            KPROCESSOR_MODE AccessMode, PACCESS_MASK GrantedAccess,
                            PNTSTATUS AccessStatus) {
  AccessResult result;
  const SECURITY_SUBJECT_CONTEXT& context = *SubjectSecurityContext;
  if (AccessMode != KernelMode && context.ClientToken != nullptr &&
      context.ImpersonationLevel < SecurityImpersonation) {
    result.status = STATUS_BAD_IMPERSONATION_LEVEL;
  } else {
    const AccessRequest request{DesiredAccess, PreviouslyGrantedAccess, *GenericMapping,
                                AccessMode != KernelMode};
    result = check_access(effective(context), SecurityDescriptor, request);
  }
  if (Privileges != nullptr) {
    bool no_memory = false;
    *Privileges = result.granted ? privilege_set(result.privileges_used, &no_memory) : nullptr;
    if (no_memory) result = {false, 0, STATUS_INSUFFICIENT_RESOURCES, 0};
  }
  *GrantedAccess = result.access;
  *AccessStatus = result.status;
  return result.granted;
}

VOID NTAPI SeFreePrivileges(PPRIVILEGE_SET Privileges) {
  if (Privileges != nullptr) ExFreePoolWithTag(Privileges, kPrivilegeTag);
}

BOOLEAN NTAPI SePrivilegeCheck(PPRIVILEGE_SET RequiredPrivileges,
                               PSECURITY_SUBJECT_CONTEXT SubjectSecurityContext,
                               KPROCESSOR_MODE AccessMode) {
  if (AccessMode == KernelMode) return TRUE;
  const SECURITY_SUBJECT_CONTEXT& context = *SubjectSecurityContext;
  if (context.ClientToken != nullptr && context.ImpersonationLevel < SecurityImpersonation) {
    return FALSE;
  }
  const TokenBody token = effective(context);
  ULONG held = 0;
  for (ULONG i = 0; i < RequiredPrivileges->PrivilegeCount; ++i) {
    LUID_AND_ATTRIBUTES& one = RequiredPrivileges->Privilege[i];
    if (!token.has_privilege(one.Luid)) continue;
    one.Attributes |= ULONG(SE_PRIVILEGE_USED_FOR_ACCESS);
    ++held;
  }
  const bool all = (RequiredPrivileges->Control & PRIVILEGE_SET_ALL_NECESSARY) != 0;
  return all ? held == RequiredPrivileges->PrivilegeCount : held != 0;
}

BOOLEAN NTAPI SeSinglePrivilegeCheck(LUID PrivilegeValue, KPROCESSOR_MODE PreviousMode) {
  if (PreviousMode == KernelMode) return TRUE;
  SECURITY_SUBJECT_CONTEXT context;
  SeCaptureSubjectContext(&context);
  const bool able =
      context.ClientToken == nullptr || context.ImpersonationLevel >= SecurityImpersonation;
  const bool held = able && effective(context).has_privilege(PrivilegeValue);
  SeReleaseSubjectContext(&context);
  return held;
}

NTSTATUS NTAPI SeQueryInformationToken(PACCESS_TOKEN Token,
                                       TOKEN_INFORMATION_CLASS TokenInformationClass,
                                       PVOID* TokenInformation) {
  if (!is_token_class(TokenInformationClass)) return STATUS_INVALID_INFO_CLASS;
  const TokenBody token = snapshot(Token);
  // These two come as the value itself in place of the pointer.
  if (TokenInformationClass == TokenSessionId || TokenInformationClass == TokenIntegrityLevel) {
    const ULONG value = TokenInformationClass == TokenSessionId ? token.session : token.integrity;
    std::memcpy(TokenInformation, &value, sizeof value);
    return STATUS_SUCCESS;
  }
  std::vector<uint8_t> bytes;
  const NTSTATUS status = describe_token(token, TokenInformationClass, nullptr, &bytes);
  if (!NT_SUCCESS(status)) return status;
  void* const buffer = ExAllocatePoolWithTag(PagedPool, bytes.size(), kQueryTag);
  if (buffer == nullptr) return STATUS_INSUFFICIENT_RESOURCES;
  describe_token(token, TokenInformationClass, buffer, &bytes);
  std::memcpy(buffer, bytes.data(), bytes.size());
  *TokenInformation = buffer;
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI SeQueryAuthenticationIdToken(PACCESS_TOKEN Token, PLUID AuthenticationId) {
  *AuthenticationId = snapshot(Token).logon;
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI SeQuerySessionIdToken(PACCESS_TOKEN Token, PULONG SessionId) {
  *SessionId = snapshot(Token).session;
  return STATUS_SUCCESS;
}

BOOLEAN NTAPI SeTokenIsAdmin(PACCESS_TOKEN Token) {
  return snapshot(Token).has_sid(&kAdministratorsSid);
}

BOOLEAN NTAPI SeTokenIsRestricted(PACCESS_TOKEN Token) {
  return !snapshot(Token).restricted.empty();
}

BOOLEAN NTAPI SeTokenIsWriteRestricted(PACCESS_TOKEN Token) {
  return snapshot(Token).write_restricted;
}

TOKEN_TYPE NTAPI SeTokenType(PACCESS_TOKEN Token) {
  return snapshot(Token).type;
}

SECURITY_IMPERSONATION_LEVEL NTAPI SeTokenImpersonationLevel(PACCESS_TOKEN Token) {
  return snapshot(Token).level;
}

BOOLEAN NTAPI SeValidSecurityDescriptor(ULONG Length, PSECURITY_DESCRIPTOR SecurityDescriptor) {
  return valid_descriptor(SecurityDescriptor, Length);
}

HANDLE NTAPI PsReferencePrimaryToken(PEPROCESS Process) {
  return reference_process_token(Process);
}

VOID NTAPI PsDereferencePrimaryToken(PACCESS_TOKEN PrimaryToken) {
  ob::dereference(PrimaryToken);
}

PSE_EXPORTS SeExports = nullptr;

namespace flthost::se {

ke::ExportTable exports() {
  // Here, since drivers are bound to SeExports only after this was called.
  static const bool made = (SeExports = make_well_known()) != nullptr;
  static_cast<void>(made);
  static const Rows* const rows = [] {
    auto* const all = new Rows{
        FLTHOST_EXPORT(PsDereferencePrimaryToken),
        FLTHOST_EXPORT(PsReferencePrimaryToken),
        FLTHOST_EXPORT(SeAccessCheck),
        FLTHOST_EXPORT(SeCaptureSubjectContext),
        FLTHOST_EXPORT(SeCaptureSubjectContextEx),
        {"SeExports", &SeExports, true},
        FLTHOST_EXPORT(SeFreePrivileges),
        FLTHOST_EXPORT(SeLockSubjectContext),
        FLTHOST_EXPORT(SePrivilegeCheck),
        FLTHOST_EXPORT(SeQueryAuthenticationIdToken),
        FLTHOST_EXPORT(SeQueryInformationToken),
        FLTHOST_EXPORT(SeQuerySessionIdToken),
        FLTHOST_EXPORT(SeReleaseSubjectContext),
        FLTHOST_EXPORT(SeSinglePrivilegeCheck),
        FLTHOST_EXPORT(SeTokenImpersonationLevel),
        FLTHOST_EXPORT(SeTokenIsAdmin),
        FLTHOST_EXPORT(SeTokenIsRestricted),
        FLTHOST_EXPORT(SeTokenIsWriteRestricted),
        FLTHOST_EXPORT(SeTokenType),
        FLTHOST_EXPORT(SeUnlockSubjectContext),
        FLTHOST_EXPORT(SeValidSecurityDescriptor),
    };
    add_impersonation_rows(*all);
    add_filter_rows(*all);
    add_capture_rows(*all);
    add_verification_rows(*all);
    add_token_handle_rows(*all);
    return all;
  }();
  return {rows->data(), rows->size()};
}

}  // namespace flthost::se
