// Tokens by handle: opening, querying, duplicating, changing.
#include <flthost/mm/mm.h>
#include <flthost/ob/ob.h>
#include <flthost/se/objects.h>
#include <flthost/se/query.h>
#include <flthost/se/rows.h>
#include <flthost/se/token_change.h>

namespace flthost::se {
namespace {

NTSTATUS give(void* body, ACCESS_MASK access, ULONG attributes, PHANDLE to) {
  HANDLE handle = nullptr;
  const NTSTATUS status = ob::open_handle(body, access, attributes, &handle);
  if (!NT_SUCCESS(status)) return status;
  if (mm::guarded_copy(to, &handle, sizeof handle)) return STATUS_SUCCESS;
  ob::close_handle(handle, KernelMode);
  return STATUS_ACCESS_VIOLATION;
}

// With a reference to the token.
NTSTATUS token_of(HANDLE handle, ACCESS_MASK access, Token** token,
                  ACCESS_MASK* granted = nullptr) {
  void* body = nullptr;
  const NTSTATUS status =
      ob::reference_handle(handle, access, SeTokenObjectType, KernelMode, &body, granted);
  *token = static_cast<Token*>(body);
  return status;
}

NTSTATUS open_process_token(HANDLE handle, ACCESS_MASK access, ULONG attributes, PHANDLE to) {
  void* process = nullptr;
  NTSTATUS status =
      ob::reference_handle(handle, PROCESS_QUERY_INFORMATION, PsProcessType, KernelMode, &process);
  if (!NT_SUCCESS(status)) return status;
  Token* const token = reference_process_token(static_cast<PEPROCESS>(process));
  ob::dereference(process);
  status = give(token, access, attributes, to);
  ob::dereference(token);
  return status;
}

NTSTATUS open_thread_token(HANDLE handle, ACCESS_MASK access, ULONG attributes, PHANDLE to) {
  void* thread = nullptr;
  NTSTATUS status =
      ob::reference_handle(handle, THREAD_QUERY_INFORMATION, PsThreadType, KernelMode, &thread);
  if (!NT_SUCCESS(status)) return status;
  const Impersonation client = reference_impersonation(static_cast<PETHREAD>(thread));
  ob::dereference(thread);
  if (client.token == nullptr) return STATUS_NO_TOKEN;
  status = client.level == SecurityAnonymous ? STATUS_CANT_OPEN_ANONYMOUS
                                             : give(client.token, access, attributes, to);
  ob::dereference(client.token);
  return status;
}

bool known_attributes(ULONG attributes) {
  return (attributes & ~ULONG{OBJ_VALID_ATTRIBUTES}) == 0;
}

// The level the caller asks for in the attributes' quality of service; Anonymous without one.
NTSTATUS wanted_level(const OBJECT_ATTRIBUTES* from, ULONG* attributes,
                      SECURITY_IMPERSONATION_LEVEL* level) {
  *attributes = 0;
  *level = SecurityAnonymous;
  if (from == nullptr) return STATUS_SUCCESS;
  OBJECT_ATTRIBUTES given{};
  if (!mm::guarded_copy(&given, from, sizeof given)) return STATUS_ACCESS_VIOLATION;
  if (given.Length != sizeof given || !known_attributes(given.Attributes)) {
    return STATUS_INVALID_PARAMETER;
  }
  *attributes = given.Attributes;
  if (given.SecurityQualityOfService == nullptr) return STATUS_SUCCESS;
  SECURITY_QUALITY_OF_SERVICE qos{};
  if (!mm::guarded_copy(&qos, given.SecurityQualityOfService, sizeof qos)) {
    return STATUS_ACCESS_VIOLATION;
  }
  ULONG raw = 0;
  std::memcpy(&raw, &qos.ImpersonationLevel, sizeof raw);
  if (raw > SecurityDelegation) return STATUS_INVALID_PARAMETER;
  *level = qos.ImpersonationLevel;
  return STATUS_SUCCESS;
}

// An impersonation token can't be made into more than it is.
NTSTATUS check_duplicate(const TokenBody& from, TOKEN_TYPE type,
                         SECURITY_IMPERSONATION_LEVEL level) {
  if (from.type != TokenImpersonation) return STATUS_SUCCESS;
  if (type == TokenImpersonation ? level > from.level : from.level < SecurityImpersonation) {
    return STATUS_BAD_IMPERSONATION_LEVEL;
  }
  return STATUS_SUCCESS;
}

}  // namespace
}  // namespace flthost::se

using namespace flthost;
using namespace flthost::se;

NTSTATUS NTAPI ZwOpenProcessTokenEx(HANDLE ProcessHandle, ACCESS_MASK DesiredAccess,
                                    ULONG HandleAttributes, PHANDLE TokenHandle) {
  if (!known_attributes(HandleAttributes)) return STATUS_INVALID_PARAMETER;
  return open_process_token(ProcessHandle, DesiredAccess, HandleAttributes, TokenHandle);
}

NTSTATUS NTAPI ZwOpenProcessToken(HANDLE ProcessHandle, ACCESS_MASK DesiredAccess,
                                  PHANDLE TokenHandle) {
  return open_process_token(ProcessHandle, DesiredAccess, 0, TokenHandle);
}

// No access check is made for a call from kernel mode: whose rights open it makes no difference.
NTSTATUS NTAPI ZwOpenThreadTokenEx(HANDLE ThreadHandle, ACCESS_MASK DesiredAccess, BOOLEAN,
                                   ULONG HandleAttributes, PHANDLE TokenHandle) {
  if (!known_attributes(HandleAttributes)) return STATUS_INVALID_PARAMETER;
  return open_thread_token(ThreadHandle, DesiredAccess, HandleAttributes, TokenHandle);
}

NTSTATUS NTAPI ZwOpenThreadToken(HANDLE ThreadHandle, ACCESS_MASK DesiredAccess, BOOLEAN,
                                 PHANDLE TokenHandle) {
  return open_thread_token(ThreadHandle, DesiredAccess, 0, TokenHandle);
}

NTSTATUS NTAPI ZwQueryInformationToken(HANDLE TokenHandle,
                                       TOKEN_INFORMATION_CLASS TokenInformationClass,
                                       PVOID TokenInformation, ULONG TokenInformationLength,
                                       PULONG ReturnLength) {
  if (!is_token_class(TokenInformationClass)) return STATUS_INVALID_INFO_CLASS;
  Token* token = nullptr;
  NTSTATUS status = token_of(TokenHandle, TOKEN_QUERY, &token);
  if (!NT_SUCCESS(status)) return status;
  std::vector<uint8_t> bytes;
  status = describe_token(snapshot(token), TokenInformationClass, TokenInformation, &bytes);
  ob::dereference(token);
  if (!NT_SUCCESS(status)) return status;
  const ULONG length = static_cast<ULONG>(bytes.size());
  if (!mm::guarded_copy(ReturnLength, &length, sizeof length)) return STATUS_ACCESS_VIOLATION;
  if (TokenInformationLength < length) return STATUS_BUFFER_TOO_SMALL;
  return mm::guarded_copy(TokenInformation, bytes.data(), length) ? STATUS_SUCCESS
                                                                  : STATUS_ACCESS_VIOLATION;
}

NTSTATUS NTAPI ZwDuplicateToken(HANDLE ExistingTokenHandle, ACCESS_MASK DesiredAccess,
                                POBJECT_ATTRIBUTES ObjectAttributes, BOOLEAN EffectiveOnly,
                                TOKEN_TYPE TokenType, PHANDLE NewTokenHandle) {
  ULONG type = 0, attributes = 0;
  std::memcpy(&type, &TokenType, sizeof type);
  if (type != ::TokenPrimary && type != TokenImpersonation) return STATUS_INVALID_PARAMETER;
  SECURITY_IMPERSONATION_LEVEL level = SecurityAnonymous;
  NTSTATUS status = wanted_level(ObjectAttributes, &attributes, &level);
  if (!NT_SUCCESS(status)) return status;
  Token* existing = nullptr;
  ACCESS_MASK granted = 0;
  status = token_of(ExistingTokenHandle, TOKEN_DUPLICATE, &existing, &granted);
  if (!NT_SUCCESS(status)) return status;
  TokenBody body = snapshot(existing);
  ob::dereference(existing);
  status = check_duplicate(body, TokenType, level);
  if (!NT_SUCCESS(status)) return status;
  body.type = TokenType;
  body.level = TokenType == TokenImpersonation ? level : SecurityAnonymous;
  body.id = new_luid();
  if (EffectiveOnly) body.privileges = body.enabled;
  Token* const made = create_token(std::move(body));
  status = give(made, DesiredAccess != 0 ? DesiredAccess : granted, attributes, NewTokenHandle);
  ob::dereference(made);
  return status;
}

NTSTATUS NTAPI ZwAdjustPrivilegesToken(HANDLE TokenHandle, BOOLEAN DisableAllPrivileges,
                                       PTOKEN_PRIVILEGES NewState, ULONG BufferLength,
                                       PTOKEN_PRIVILEGES PreviousState, PULONG ReturnLength) {
  if (!DisableAllPrivileges && NewState == nullptr) return STATUS_INVALID_PARAMETER;
  std::vector<LUID_AND_ATTRIBUTES> wanted;
  if (!DisableAllPrivileges && !capture_privileges(NewState, &wanted)) {
    return STATUS_ACCESS_VIOLATION;
  }
  Token* token = nullptr;
  NTSTATUS status = token_of(TokenHandle, TOKEN_ADJUST_PRIVILEGES, &token);
  if (!NT_SUCCESS(status)) return status;
  const PreviousPrivileges previous{PreviousState, BufferLength, ReturnLength};
  status = adjust_privileges(*token, DisableAllPrivileges != FALSE, wanted, previous);
  ob::dereference(token);
  return status;
}

NTSTATUS NTAPI ZwSetInformationToken(HANDLE TokenHandle,
                                     TOKEN_INFORMATION_CLASS TokenInformationClass,
                                     PVOID TokenInformation, ULONG TokenInformationLength) {
  if (!is_token_class(TokenInformationClass)) return STATUS_INVALID_INFO_CLASS;
  Token* token = nullptr;
  NTSTATUS status = token_of(TokenHandle, TOKEN_ADJUST_DEFAULT, &token);
  if (!NT_SUCCESS(status)) return status;
  status = set_information(*token, TokenInformationClass, TokenInformation, TokenInformationLength);
  ob::dereference(token);
  return status;
}

namespace flthost::se {

void add_token_handle_rows(Rows& rows) {
  rows.insert(rows.end(),
              {FLTHOST_EXPORT(ZwAdjustPrivilegesToken), FLTHOST_EXPORT(ZwDuplicateToken),
               FLTHOST_EXPORT(ZwOpenProcessToken), FLTHOST_EXPORT(ZwOpenProcessTokenEx),
               FLTHOST_EXPORT(ZwOpenThreadToken), FLTHOST_EXPORT(ZwOpenThreadTokenEx),
               FLTHOST_EXPORT(ZwQueryInformationToken), FLTHOST_EXPORT(ZwSetInformationToken),
               ke::export_row("NtDuplicateToken", ZwDuplicateToken),
               ke::export_row("NtOpenProcessToken", ZwOpenProcessToken),
               ke::export_row("NtOpenProcessTokenEx", ZwOpenProcessTokenEx),
               ke::export_row("NtOpenThreadToken", ZwOpenThreadToken),
               ke::export_row("NtOpenThreadTokenEx", ZwOpenThreadTokenEx),
               ke::export_row("NtQueryInformationToken", ZwQueryInformationToken)});
}

}  // namespace flthost::se
