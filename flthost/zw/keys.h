// Registry keys as objects with handles.
#pragma once

#include <flthost/zw/registry.h>

namespace flthost::zw {

// Makes a key object and a handle to it. `attributes` are OBJ_*.
NTSTATUS open_handle(const KeyRef& key, ACCESS_MASK access, ULONG attributes, HANDLE* handle);
// STATUS_INVALID_HANDLE, STATUS_OBJECT_TYPE_MISMATCH.
NTSTATUS key_of_handle(HANDLE handle, KeyRef* key);

}  // namespace flthost::zw
