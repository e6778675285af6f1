// Threads that act for somebody else.
#include <flthost/ob/ob.h>
#include <flthost/ps/ps.h>
#include <flthost/se/objects.h>
#include <flthost/se/rows.h>

#include <cstring>

namespace flthost::se {
namespace {

bool is_impersonation(const TokenBody& token) {
  return token.type == TokenImpersonation;
}

// The client's token and level, checked against what the server asks for.
NTSTATUS check_level(bool impersonating, SECURITY_IMPERSONATION_LEVEL has,
                     const SECURITY_QUALITY_OF_SERVICE& wanted, BOOLEAN remote) {
  if (!impersonating) return STATUS_SUCCESS;  // a primary token gives any level
  if (wanted.ImpersonationLevel > has) return STATUS_BAD_IMPERSONATION_LEVEL;
  if (has == SecurityAnonymous || has == SecurityIdentification) {
    return STATUS_BAD_IMPERSONATION_LEVEL;
  }
  return remote && has != SecurityDelegation ? STATUS_BAD_IMPERSONATION_LEVEL : STATUS_SUCCESS;
}

// Static tracking copies the client as it is now, dynamic goes on with the token itself.
void fill_context(Token* client, bool effective_only, const SECURITY_QUALITY_OF_SERVICE& qos,
                  BOOLEAN remote, PSECURITY_CLIENT_CONTEXT context) {
  const bool dynamic = qos.ContextTrackingMode == SECURITY_DYNAMIC_TRACKING;
  TokenBody body = snapshot(client);
  *context = {};
  context->SecurityQos = qos;
  context->ServerIsRemote = remote;
  context->DirectlyAccessClientToken = dynamic;
  context->DirectAccessEffectiveOnly = dynamic && (effective_only || qos.EffectiveOnly);
  context->ClientTokenControl.TokenId = body.id;
  context->ClientTokenControl.AuthenticationId = body.logon;
  context->ClientTokenControl.ModifiedId = body.modified;
  std::memcpy(context->ClientTokenControl.TokenSource.SourceName, "flthost", 8);
  if (dynamic) {
    ob::reference(client);
    context->ClientToken = client;
    return;
  }
  body.type = TokenImpersonation;
  body.level = qos.ImpersonationLevel;
  body.id = new_luid();
  if (qos.EffectiveOnly) body.privileges = body.enabled;
  context->ClientToken = create_token(std::move(body));
}

NTSTATUS create_context(Token* client, bool impersonating, SECURITY_IMPERSONATION_LEVEL level,
                        bool effective_only, const SECURITY_QUALITY_OF_SERVICE* qos, BOOLEAN remote,
                        PSECURITY_CLIENT_CONTEXT context) {
  const NTSTATUS status = check_level(impersonating, level, *qos, remote);
  if (NT_SUCCESS(status)) fill_context(client, effective_only, *qos, remote, context);
  return status;
}

PETHREAD thread_or_current(PETHREAD thread) {
  return thread != nullptr ? thread : PsGetCurrentThread();
}

}  // namespace
}  // namespace flthost::se

using namespace flthost;
using namespace flthost::se;

PACCESS_TOKEN NTAPI
PsReferenceImpersonationToken(PETHREAD Thread, PBOOLEAN CopyOnOpen, PBOOLEAN EffectiveOnly,
                              PSECURITY_IMPERSONATION_LEVEL ImpersonationLevel) {
  const Impersonation now = reference_impersonation(Thread);
  if (now.token == nullptr) return nullptr;
  *CopyOnOpen = now.copy_on_open;
  *EffectiveOnly = now.effective_only;
  *ImpersonationLevel = now.level;
  return now.token;
}

VOID NTAPI PsDereferenceImpersonationToken(PACCESS_TOKEN ImpersonationToken) {
  if (ImpersonationToken != nullptr) ob::dereference(ImpersonationToken);
}

BOOLEAN NTAPI PsIsThreadImpersonating(PETHREAD Thread) {
  const Impersonation now = reference_impersonation(Thread);
  if (now.token == nullptr) return FALSE;
  ob::dereference(now.token);
  return TRUE;
}

NTSTATUS NTAPI PsImpersonateClient(PETHREAD Thread, PACCESS_TOKEN Token, BOOLEAN CopyOnOpen,
                                   BOOLEAN EffectiveOnly,
                                   SECURITY_IMPERSONATION_LEVEL ImpersonationLevel) {
  if (Token == nullptr) {
    set_impersonation(Thread, {});
    return STATUS_SUCCESS;
  }
  ob::reference(Token);
  set_impersonation(Thread, {static_cast<se::Token*>(Token), ImpersonationLevel,
                             EffectiveOnly != FALSE, CopyOnOpen != FALSE});
  return STATUS_SUCCESS;
}

VOID NTAPI PsRevertToSelf() {
  set_impersonation(PsGetCurrentThread(), {});
}

// Takes the impersonation off the thread, for PsRestoreImpersonation to put back.
BOOLEAN NTAPI PsDisableImpersonation(PETHREAD Thread, PSE_IMPERSONATION_STATE ImpersonationState) {
  const Impersonation now = reference_impersonation(Thread);
  *ImpersonationState = {now.token, now.copy_on_open, now.effective_only, now.level};
  set_impersonation(Thread, {});
  return now.token != nullptr;
}

VOID NTAPI PsRestoreImpersonation(PETHREAD Thread, PSE_IMPERSONATION_STATE ImpersonationState) {
  set_impersonation(Thread, {static_cast<Token*>(ImpersonationState->Token),
                             ImpersonationState->Level, ImpersonationState->EffectiveOnly != FALSE,
                             ImpersonationState->CopyOnOpen != FALSE});
}

NTSTATUS NTAPI PsAssignImpersonationToken(PETHREAD Thread, HANDLE Token) {
  if (Token == nullptr) {
    set_impersonation(Thread, {});
    return STATUS_SUCCESS;
  }
  void* body = nullptr;
  const NTSTATUS status =
      ob::reference_handle(Token, TOKEN_IMPERSONATE, SeTokenObjectType, KernelMode, &body);
  if (!NT_SUCCESS(status)) return status;
  const TokenBody token = snapshot(body);
  if (!is_impersonation(token)) {
    ob::dereference(body);
    return STATUS_BAD_TOKEN_TYPE;
  }
  set_impersonation(Thread, {static_cast<se::Token*>(body), token.level, false, false});
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI SeCreateClientSecurity(PETHREAD ClientThread,
                                      PSECURITY_QUALITY_OF_SERVICE ClientSecurityQos,
                                      BOOLEAN RemoteSession,
                                      PSECURITY_CLIENT_CONTEXT ClientContext) {
  Impersonation client = reference_impersonation(ClientThread);
  const bool impersonating = client.token != nullptr;
  if (!impersonating) client.token = reference_process_token(ps::thread_process(ClientThread));
  const NTSTATUS status =
      create_context(client.token, impersonating, client.level, client.effective_only,
                     ClientSecurityQos, RemoteSession, ClientContext);
  ob::dereference(client.token);
  return status;
}

NTSTATUS NTAPI SeCreateClientSecurityFromSubjectContext(
    PSECURITY_SUBJECT_CONTEXT SubjectContext, PSECURITY_QUALITY_OF_SERVICE ClientSecurityQos,
    BOOLEAN ServerIsRemote, PSECURITY_CLIENT_CONTEXT ClientContext) {
  const bool impersonating = SubjectContext->ClientToken != nullptr;
  PACCESS_TOKEN const token =
      impersonating ? SubjectContext->ClientToken : SubjectContext->PrimaryToken;
  return create_context(static_cast<Token*>(token), impersonating,
                        SubjectContext->ImpersonationLevel, false, ClientSecurityQos,
                        ServerIsRemote, ClientContext);
}

VOID NTAPI SeDeleteClientSecurity(SECURITY_CLIENT_CONTEXT* ClientContext) {
  if (ClientContext->ClientToken == nullptr) return;
  ob::dereference(ClientContext->ClientToken);
  ClientContext->ClientToken = nullptr;
}

// There are no jobs here whose limits could forbid it.
NTSTATUS NTAPI SeImpersonateClientEx(PSECURITY_CLIENT_CONTEXT ClientContext,
                                     PETHREAD ServerThread) {
  const bool effective_only = ClientContext->DirectlyAccessClientToken
                                  ? ClientContext->DirectAccessEffectiveOnly != FALSE
                                  : ClientContext->SecurityQos.EffectiveOnly != FALSE;
  return PsImpersonateClient(thread_or_current(ServerThread), ClientContext->ClientToken, TRUE,
                             effective_only, ClientContext->SecurityQos.ImpersonationLevel);
}

VOID NTAPI SeImpersonateClient(PSECURITY_CLIENT_CONTEXT ClientContext, PETHREAD ServerThread) {
  SeImpersonateClientEx(ClientContext, ServerThread);
}

namespace flthost::se {

void add_impersonation_rows(Rows& rows) {
  rows.insert(
      rows.end(),
      {FLTHOST_EXPORT(PsAssignImpersonationToken), FLTHOST_EXPORT(PsDereferenceImpersonationToken),
       FLTHOST_EXPORT(PsDisableImpersonation), FLTHOST_EXPORT(PsImpersonateClient),
       FLTHOST_EXPORT(PsIsThreadImpersonating), FLTHOST_EXPORT(PsReferenceImpersonationToken),
       FLTHOST_EXPORT(PsRestoreImpersonation), FLTHOST_EXPORT(PsRevertToSelf),
       FLTHOST_EXPORT(SeCreateClientSecurity),
       FLTHOST_EXPORT(SeCreateClientSecurityFromSubjectContext),
       FLTHOST_EXPORT(SeDeleteClientSecurity), FLTHOST_EXPORT(SeImpersonateClient),
       FLTHOST_EXPORT(SeImpersonateClientEx)});
}

}  // namespace flthost::se
