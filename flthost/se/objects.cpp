#include <flthost/se/objects.h>

#include <flthost/ob/ob.h>
#include <flthost/ps/ps.h>
#include <flthost/se/se.h>

#include <map>
#include <mutex>
#include <new>

namespace flthost::se {
namespace {

std::mutex g_lock;
// By uid, System's under kSystem; each with the cache's own reference.
constexpr int64_t kSystem = -1;
std::map<int64_t, TokenBody*>& cache() {
  static auto* const all = new std::map<int64_t, TokenBody*>;
  return *all;
}

POBJECT_TYPE token_type() {
  static const POBJECT_TYPE type = [] {
    ob::TypeCallbacks callbacks;
    callbacks.at_any_irql = true;
    callbacks.dispatcher = [](void*) -> DISPATCHER_HEADER* { return nullptr; };  // no waiting
    ob::set_callbacks(SeTokenObjectType, callbacks);
    return SeTokenObjectType;
  }();
  return type;
}

}  // namespace

TokenBody* reference_process_token(PEPROCESS process) {
  const bool system = process == ps::system_process();
  const uint32_t uid = system ? 0 : ps::process_uid(process);
  const std::lock_guard guard(g_lock);
  TokenBody*& token = cache()[system ? kSystem : int64_t{uid}];
  if (token == nullptr) {
    void* const body = ob::create(token_type(), sizeof(TokenBody));
    token = ::new (body) TokenBody(system ? make_system_token() : make_user_token(uid));
    ob::make_permanent(body, true);
  }
  ob::reference(token);
  return token;
}

uint64_t token_leaks() {
  const std::lock_guard guard(g_lock);
  uint64_t held = 0;
  for (const auto& [uid, token] : cache()) {
    held += static_cast<uint64_t>(ob::reference_count(token) - 1);
  }
  return held;
}

}  // namespace flthost::se
