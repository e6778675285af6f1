// Handles: to any object, and to registry keys as objects.
#pragma once

#include <flthost/zw/registry.h>

namespace flthost::zw {

// Opens a handle to an object of ob for a driver, whose pointer may be bad.
NTSTATUS give_handle(void* body, ACCESS_MASK access, ULONG attributes, PHANDLE to);
// Makes a key object and a handle to it. `attributes` are OBJ_*.
NTSTATUS open_handle(const KeyRef& key, ACCESS_MASK access, ULONG attributes, PHANDLE to);
// STATUS_INVALID_HANDLE, STATUS_OBJECT_TYPE_MISMATCH.
NTSTATUS key_of_handle(HANDLE handle, KeyRef* key);

}  // namespace flthost::zw
