#include <flthost/zw/keys.h>

#include <flthost/ob/ob.h>
#include <flthost/zw/capture.h>

#include <new>

namespace flthost::zw {
namespace {

// The body of a key object is the reference to the key.
POBJECT_TYPE key_type() {
  static const POBJECT_TYPE type = [] {
    ob::TypeCallbacks callbacks;
    callbacks.destroy = [](void* body) { static_cast<KeyRef*>(body)->~KeyRef(); };
    callbacks.dispatcher = [](void*) -> DISPATCHER_HEADER* { return nullptr; };  // no waiting
    callbacks.name = [](void* body) { return key_path(*static_cast<KeyRef*>(body)); };
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

NTSTATUS open_handle(const KeyRef& key, ACCESS_MASK access, ULONG attributes, PHANDLE to) {
  void* const body = ob::create(key_type(), sizeof(KeyRef));
  ::new (body) KeyRef(key);
  const NTSTATUS status = give_handle(body, access, attributes, to);
  ob::dereference(body);
  return status;
}

NTSTATUS key_of_handle(HANDLE handle, KeyRef* key) {
  void* body = nullptr;
  const NTSTATUS status = ob::reference_handle(handle, 0, key_type(), KernelMode, &body);
  if (!NT_SUCCESS(status)) return status;
  *key = *static_cast<KeyRef*>(body);
  ob::dereference(body);
  return STATUS_SUCCESS;
}

}  // namespace flthost::zw
