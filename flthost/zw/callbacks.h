// Registry callbacks of drivers: what CmRegisterCallbackEx registers hears of every operation on a
// key through a handle, before and after, from the highest altitude down and back up.
//
// A pre-notification that fails blocks: those below hear nothing, those above get the post
// notification with the status. STATUS_CALLBACK_BYPASS means that the callback did the operation
// itself. A post-notification that returns STATUS_CALLBACK_BYPASS changes the result to its
// ReturnStatus. PASSIVE_LEVEL.
#pragma once

#include <flthost/zw/registry.h>

#include <functional>

namespace flthost::zw {

bool any_callback();  // cheap: false most of the time

// Where the information structure of an operation keeps what is each callback's own.
struct Slots {
  PVOID* call_context;
  PVOID* object_context;
};
// `object` is the key object the operation is on; after it, `result` says which one it made (create
// and open), null for others.
struct Notice {
  REG_NOTIFY_CLASS before, after;
  void* information;
  Slots slots;
  void* object;
  PVOID* result = nullptr;
};
NTSTATUS run_notified(const Notice& notice, const std::function<NTSTATUS()>& operation);

template <typename Information>
NTSTATUS notified(REG_NOTIFY_CLASS before, REG_NOTIFY_CLASS after, Information& information,
                  const std::function<NTSTATUS()>& operation) {
  return run_notified({before,
                       after,
                       &information,
                       {&information.CallContext, &information.ObjectContext},
                       information.Object},
                      operation);
}

// The last handle of a key object goes: its callbacks hear of it and take back their contexts.
void key_object_closed(void* object);
// What is left of contexts when the object itself goes.
void key_object_gone(void* object);

// Callbacks that drivers did not unregister.
uint64_t callback_leaks();

// The descriptor of the key behind a key object, with its callbacks told.
NTSTATUS query_key_security(void* object, SECURITY_INFORMATION what, std::vector<uint8_t>* out);
NTSTATUS set_key_security(void* object, SECURITY_INFORMATION what,
                          const std::vector<uint8_t>& descriptor);

}  // namespace flthost::zw
