// Handles: to any object, and to registry keys as objects.
#pragma once

#include <flthost/zw/registry.h>

namespace flthost::zw {

// The body of a key object: what one opening gave, shared by the handles duplicated from it.
struct KeyObject {
  KeyRef key;
  std::u16string name;    // for CmCallbackGetKeyObjectID, made when first asked for
  UNICODE_STRING text{};  // of `name`
};

// Opens a handle to an object of ob for a driver, whose pointer may be bad.
NTSTATUS give_handle(void* body, ACCESS_MASK access, ULONG attributes, PHANDLE to);
// A key object with a reference for the caller.
KeyObject* make_key_object(const KeyRef& key);
// \REGISTRY as an object: what absolute names are relative to.
KeyObject* root_object();
// Makes a key object and a handle to it. `attributes` are OBJ_*.
NTSTATUS open_handle(const KeyRef& key, ACCESS_MASK access, ULONG attributes, PHANDLE to);
// STATUS_INVALID_HANDLE, STATUS_OBJECT_TYPE_MISMATCH. With a reference.
NTSTATUS reference_key_object(HANDLE handle, KeyObject** object);
NTSTATUS key_of_handle(HANDLE handle, KeyRef* key);
bool is_key_object(void* body);  // any address of an object of ob

}  // namespace flthost::zw
