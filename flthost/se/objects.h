// Tokens as objects: their memory and references, and whose they are.
#pragma once

#include <flthost/se/token.h>

#include <mutex>

namespace flthost::se {

// The body of a token object. Its content changes only under the lock.
struct Token {
  explicit Token(TokenBody made) : body(std::move(made)) {}
  std::mutex lock;
  TokenBody body;
};

// A new token object; the caller owns the reference.
Token* create_token(TokenBody body);
// The primary token of a process, made on first use. A reference is added.
Token* reference_process_token(PEPROCESS process);
// From now on the process has this one. PsReferencePrimaryToken of before stays valid.
void replace_process_token(PEPROCESS process, Token* token);

TokenBody snapshot(PACCESS_TOKEN token);

// Whom a thread impersonates.
struct Impersonation {
  Token* token = nullptr;  // a reference
  SECURITY_IMPERSONATION_LEVEL level = SecurityAnonymous;
  bool effective_only = false;
  bool copy_on_open = false;
};
// With a reference; a null token when it impersonates nobody.
Impersonation reference_impersonation(PETHREAD thread);
// Takes over the reference of `now`; a null token ends it.
void set_impersonation(PETHREAD thread, const Impersonation& now);

// References to primary tokens that drivers hold.
uint64_t held_references();

}  // namespace flthost::se
