// Names of objects as OBJECT_ATTRIBUTES give them, and the directories they lie in.
#pragma once

#include <flthost/ke/ke.h>

#include <string>

namespace flthost::zw {

struct ObjectName {
  std::u16string path;  // absolute; empty: none was given
  ULONG attributes = 0;
};
// Resolves a name relative to a directory's handle. Null attributes: no name.
// STATUS_INVALID_PARAMETER, STATUS_OBJECT_NAME_INVALID, STATUS_OBJECT_PATH_SYNTAX_BAD,
// STATUS_OBJECT_TYPE_MISMATCH, STATUS_INVALID_HANDLE.
NTSTATUS capture_object_name(const OBJECT_ATTRIBUTES* from, ObjectName* name);

// Whether the directory that a path lies in exists: STATUS_OBJECT_PATH_NOT_FOUND when not.
NTSTATUS check_parent(const std::u16string& path);

// A new object under a name, or under none, and a handle to it. With OBJ_OPENIF an object of the
// type that has the name already is opened instead (STATUS_OBJECT_NAME_EXISTS). Takes over the
// caller's reference to `body`.
NTSTATUS insert_object(void* body, const ObjectName& name, ACCESS_MASK access, PHANDLE to);
NTSTATUS open_object(const ObjectName& name, POBJECT_TYPE type, ACCESS_MASK access, PHANDLE to);

// For last_handle_closed of types whose objects can be named: the name goes unless it is permanent.
void drop_temporary_name(void* body);

}  // namespace flthost::zw
