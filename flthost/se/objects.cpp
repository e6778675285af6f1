#include <flthost/se/objects.h>

#include <flthost/ob/ob.h>
#include <flthost/ps/ps.h>
#include <flthost/se/se.h>

#include <new>
#include <set>

namespace flthost::se {
namespace {

std::mutex g_lock;  // slots of processes and threads, and the set
std::set<Token*>& primaries() {
  static auto* const all = new std::set<Token*>;
  return *all;
}

void release_process(void* held) {
  auto* const token = static_cast<Token*>(held);
  {
    const std::lock_guard guard(g_lock);
    primaries().erase(token);
  }
  ob::make_permanent(token, false);  // who still has a reference leaks it
  ob::dereference(token);
}

void release_thread(void* held) {
  auto* const impersonation = static_cast<Impersonation*>(held);
  ob::dereference(impersonation->token);
  delete impersonation;
}

POBJECT_TYPE token_type() {
  static const POBJECT_TYPE type = [] {
    ob::TypeCallbacks callbacks;
    callbacks.at_any_irql = true;
    callbacks.destroy = [](void* body) { static_cast<Token*>(body)->~Token(); };
    callbacks.dispatcher = [](void*) -> DISPATCHER_HEADER* { return nullptr; };  // no waiting
    ob::set_callbacks(SeTokenObjectType, callbacks);
    ps::install_security_release(release_process, release_thread);
    return SeTokenObjectType;
  }();
  return type;
}

}  // namespace

Token* create_token(TokenBody body) {
  return ::new (ob::create(token_type(), sizeof(Token))) Token(std::move(body));
}

Token* reference_process_token(PEPROCESS process) {
  std::atomic<void*>& slot = ps::security_slot(process);
  const std::lock_guard guard(g_lock);
  auto* token = static_cast<Token*>(slot.load());
  if (token == nullptr) {
    token =
        create_token(process == ps::system_process() ? make_system_token()
                                                     : make_user_token(ps::process_uid(process)));
    ob::make_permanent(token, true);
    primaries().insert(token);
    slot.store(token);
  }
  ob::reference(token);
  return token;
}

void replace_process_token(PEPROCESS process, Token* token) {
  ob::reference(token);
  ob::make_permanent(token, true);
  void* old = nullptr;
  {
    const std::lock_guard guard(g_lock);
    primaries().insert(token);
    old = ps::security_slot(process).exchange(token);
  }
  if (old != nullptr) release_process(old);
}

TokenBody snapshot(PACCESS_TOKEN token) {
  auto* const object = static_cast<Token*>(token);
  const std::lock_guard guard(object->lock);
  return object->body;
}

Impersonation reference_impersonation(PETHREAD thread) {
  const std::lock_guard guard(g_lock);
  const auto* const held = static_cast<const Impersonation*>(ps::security_slot(thread).load());
  if (held == nullptr) return {};
  ob::reference(held->token);
  return *held;
}

void set_impersonation(PETHREAD thread, const Impersonation& now) {
  token_type();  // so that the hooks are there when the thread goes
  void* const next = now.token != nullptr ? new Impersonation(now) : nullptr;
  void* old = nullptr;
  {
    const std::lock_guard guard(g_lock);
    old = ps::security_slot(thread).exchange(next);
  }
  if (old != nullptr) release_thread(old);
}

uint64_t held_references() {
  const std::lock_guard guard(g_lock);
  uint64_t held = 0;
  for (Token* const token : primaries()) {
    held += static_cast<uint64_t>(ob::reference_count(token) - 1);
  }
  return held;
}

uint64_t token_leaks() {
  return held_references();
}

}  // namespace flthost::se
