#include <flthost/zw/keys.h>

#include <flthost/ob/ob.h>
#include <flthost/zw/callbacks.h>
#include <flthost/zw/capture.h>

#include <new>

namespace flthost::zw {
namespace {

POBJECT_TYPE key_type() {
  static const POBJECT_TYPE type = [] {
    ob::TypeCallbacks callbacks;
    callbacks.destroy = [](void* body) {
      key_object_gone(body);
      static_cast<KeyObject*>(body)->~KeyObject();
    };
    callbacks.last_handle_closed = key_object_closed;
    callbacks.dispatcher = [](void*) -> DISPATCHER_HEADER* { return nullptr; };  // no waiting
    callbacks.name = [](void* body) { return key_path(static_cast<KeyObject*>(body)->key); };
    ob::set_callbacks(CmKeyObjectType, callbacks);
    return CmKeyObjectType;
  }();
  return type;
}

}  // namespace

NTSTATUS give_handle(void* body, ACCESS_MASK access, ULONG attributes, PHANDLE to) {
  HANDLE handle = nullptr;
  const NTSTATUS status = ob::open_handle(body, access, attributes, &handle);
  if (!NT_SUCCESS(status)) return status;
  if (write_to(to, handle)) return STATUS_SUCCESS;
  ob::close_handle(handle, KernelMode);
  return STATUS_ACCESS_VIOLATION;
}

KeyObject* make_key_object(const KeyRef& key) {
  return ::new (ob::create(key_type(), sizeof(KeyObject))) KeyObject{key, {}, {}};
}

KeyObject* root_object() {
  static KeyObject* const root = [] {
    KeyRef key;
    open_key(nullptr, u"\\REGISTRY", &key);
    KeyObject* const made = make_key_object(key);
    ob::make_permanent(made, true);
    return made;
  }();
  return root;
}

NTSTATUS open_handle(const KeyRef& key, ACCESS_MASK access, ULONG attributes, PHANDLE to) {
  KeyObject* const body = make_key_object(key);
  const NTSTATUS status = give_handle(body, access, attributes, to);
  ob::dereference(body);
  return status;
}

NTSTATUS reference_key_object(HANDLE handle, KeyObject** object) {
  void* body = nullptr;
  const NTSTATUS status = ob::reference_handle(handle, 0, key_type(), KernelMode, &body);
  *object = static_cast<KeyObject*>(body);
  return status;
}

NTSTATUS key_of_handle(HANDLE handle, KeyRef* key) {
  KeyObject* object = nullptr;
  const NTSTATUS status = reference_key_object(handle, &object);
  if (!NT_SUCCESS(status)) return status;
  *key = object->key;
  ob::dereference(object);
  return STATUS_SUCCESS;
}

bool is_key_object(void* body) {
  return body != nullptr && ob::type_of(body) == key_type();
}

}  // namespace flthost::zw
