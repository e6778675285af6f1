// Callback objects: named lists of routines that whoever owns the occasion calls.
#include <flthost/ex/ex.h>

#include <mutex>
#include <string>

#include "ob_internal.h"

using namespace flthost;

namespace flthost::ob {

namespace {

// Opaque to drivers.
struct Callback {
  std::mutex mutex;  // what follows
  LIST_ENTRY registrations{&registrations, &registrations};
  bool multiple = false;
};

Callback& callback_of(PCALLBACK_OBJECT object) {
  return *reinterpret_cast<Callback*>(object);
}

constexpr uint32_t kRegistrationTag = 0x6352'6243;  // "CbRc"

struct Registration {
  LIST_ENTRY entry;
  Callback* object;  // a reference
  PCALLBACK_FUNCTION routine;
  PVOID context;
  std::atomic<uint32_t> running;  // calls of it; under the object's mutex but for a waiter's look
  bool leaving;
};

Registration& registration_of(LIST_ENTRY* entry) {
  return *ke::containing<Registration>(entry, offsetof(Registration, entry));
}

void destroy_callback(void* body) {
  static_cast<Callback*>(body)->~Callback();
}

POBJECT_TYPE callback_type() {
  static POBJECT_TYPE const type =
      create_type(u"Callback", {.destroy = destroy_callback,
                                .at_any_irql = true,
                                .dispatcher = [](void*) -> DISPATCHER_HEADER* { return nullptr; }});
  return type;
}

Callback* make_callback(bool multiple) {
  auto* const object = new (create(callback_type(), sizeof(Callback))) Callback;
  object->multiple = multiple;
  return object;
}

// Locked by the object's mutex: the next one after `at` that is not leaving, pinned.
Registration* pin_next(Callback& object, LIST_ENTRY* at) {
  for (at = at->Flink; at != &object.registrations; at = at->Flink) {
    Registration& next = registration_of(at);
    if (next.leaving) continue;
    next.running.fetch_add(1);
    return &next;
  }
  return nullptr;
}

void unpin(Registration& registration) {
  if (registration.running.fetch_sub(1) == 1 && registration.leaving) {
    ke::unpark_all(registration.running);
  }
}

}  // namespace

// Whatever NT makes for drivers at its start. Nothing here ever changes the time or the power.
void make_system_callbacks() {
  static const bool done = [] {
    for (const char16_t* name :
         {u"\\Callback\\SetSystemTime", u"\\Callback\\PowerState", u"\\Callback\\ProcessorAdd"}) {
      Callback* const object = make_callback(true);
      make_permanent(object, true);
      insert_name(name, object);
      dereference(object);
    }
    return true;
  }();
  static_cast<void>(done);
}

}  // namespace flthost::ob

using namespace flthost::ob;

NTSTATUS NTAPI ExCreateCallback(PCALLBACK_OBJECT* CallbackObject,
                                POBJECT_ATTRIBUTES ObjectAttributes, BOOLEAN Create,
                                BOOLEAN AllowMultipleCallbacks) {
  *CallbackObject = nullptr;
  if (ObjectAttributes->ObjectName == nullptr || ObjectAttributes->ObjectName->Length == 0) {
    return STATUS_UNSUCCESSFUL;  // documented: unnamed ones are not permitted
  }
  const UNICODE_STRING& text = *ObjectAttributes->ObjectName;
  const std::u16string_view name(text.Buffer, text.Length / sizeof(WCHAR));
  NTSTATUS status = STATUS_SUCCESS;
  *CallbackObject = static_cast<PCALLBACK_OBJECT>(reference_name(name, callback_type(), &status));
  if (*CallbackObject != nullptr || status != STATUS_OBJECT_NAME_NOT_FOUND || Create == FALSE) {
    return status;
  }
  Callback* const object = make_callback(AllowMultipleCallbacks != FALSE);
  // The routine closes its own handle, and the name of an object that is not permanent goes with
  // the last handle.
  if ((ObjectAttributes->Attributes & OBJ_PERMANENT) != 0) {
    status = insert_name(name, object);
    if (!NT_SUCCESS(status)) {
      ob::dereference(object);
      return status;
    }
  }
  *CallbackObject = reinterpret_cast<PCALLBACK_OBJECT>(object);
  return STATUS_SUCCESS;
}

PVOID NTAPI ExRegisterCallback(PCALLBACK_OBJECT CallbackObject, PCALLBACK_FUNCTION CallbackFunction,
                               PVOID CallbackContext) {
  auto* const made = new (ex::allocate_zeroed(sizeof(Registration), kRegistrationTag)) Registration;
  Callback& object = callback_of(CallbackObject);
  made->object = &object;
  made->routine = CallbackFunction;
  made->context = CallbackContext;
  {
    const std::lock_guard guard(object.mutex);
    if (object.multiple || IsListEmpty(&object.registrations)) {
      ob::reference(&object);
      InsertTailList(&object.registrations, &made->entry);
      return made;
    }
  }
  ex::free(made);
  return nullptr;
}

// Returns when no call of the routine runs.
VOID NTAPI ExUnregisterCallback(PVOID CallbackRegistration) {
  auto* const gone = static_cast<Registration*>(CallbackRegistration);
  Callback* const object = gone->object;
  {
    const std::lock_guard guard(object->mutex);
    gone->leaving = true;
  }
  for (uint32_t now = gone->running.load(); now != 0; now = gone->running.load()) {
    ke::park(gone->running, now);
  }
  {
    const std::lock_guard guard(object->mutex);  // the last call is past its unpin
    RemoveEntryList(&gone->entry);
  }
  ex::free(gone);
  ob::dereference(object);
}

// In the order of registration.
VOID NTAPI ExNotifyCallback(PCALLBACK_OBJECT CallbackObject, PVOID Argument1, PVOID Argument2) {
  Callback& object = callback_of(CallbackObject);
  std::unique_lock lock(object.mutex);
  Registration* now = pin_next(object, &object.registrations);
  while (now != nullptr) {
    lock.unlock();
    ke::invoke(now->routine, now->context, Argument1, Argument2);
    lock.lock();
    Registration* const next = pin_next(object, &now->entry);
    unpin(*now);
    now = next;
  }
}

namespace flthost::ob {

ke::ExportTable callback_exports() {
  static const ke::Export rows[] = {
      FLTHOST_EXPORT(ExCreateCallback),
      FLTHOST_EXPORT(ExRegisterCallback),
      FLTHOST_EXPORT(ExUnregisterCallback),
      FLTHOST_EXPORT(ExNotifyCallback),
  };
  return {rows, std::size(rows)};
}

}  // namespace flthost::ob
