// Objects with types, reference counts, names and handles.
//
// An object is a block of pool: a header of ob's, then the body that drivers know (FILE_OBJECT,
// EPROCESS, KEVENT...). The component that owns a type sets its callbacks, creates bodies with
// create() and lets them go with dereference(); drivers use the Ob exports on the same bodies.
#pragma once

#include <flthost/ke/ke.h>

#include <string>
#include <string_view>
#include <vector>

namespace flthost::ob {

// What the owner of a type does for its objects. Every one may be null.
struct TypeCallbacks {
  // The last reference is gone; the body is freed after it returns. Called at PASSIVE_LEVEL, from a
  // system worker when the last reference went above it, unless at_any_irql.
  void (*destroy)(void* body) = nullptr;
  bool at_any_irql = false;
  // The last handle was closed. PASSIVE_LEVEL.
  void (*last_handle_closed)(void* body) = nullptr;
  // What waits on the object wait on; null: the body begins with a DISPATCHER_HEADER. Returning
  // null: it cannot be waited on.
  DISPATCHER_HEADER* (*dispatcher)(void* body) = nullptr;
  // Its name for ObQueryNameString, when it has none in the namespace. PASSIVE_LEVEL.
  std::u16string (*name)(void* body) = nullptr;
};

// The types that drivers can import are made here: *IoFileObjectType, *PsProcessType... Another
// one:
POBJECT_TYPE create_type(const char16_t* name, const TypeCallbacks& callbacks);
void set_callbacks(POBJECT_TYPE type, const TypeCallbacks& callbacks);
const char16_t* type_name(POBJECT_TYPE type);

// A zeroed body with one reference. Any IRQL <= DISPATCH_LEVEL.
void* create(POBJECT_TYPE type, size_t bytes);
void reference(void* body);
void dereference(void* body);
POBJECT_TYPE type_of(void* body);
int64_t reference_count(void* body);
int64_t handle_count(void* body);
// Permanent ones are no leaks at the end (System's process, the host's own threads).
void make_permanent(void* body, bool permanent);
bool is_permanent(void* body);
DISPATCHER_HEADER* dispatcher_of(void* body);

// ------------------------------------------------------------------ handles
// One table; handles of kernel mode have the sign bit. The handle holds a reference.
NTSTATUS open_handle(void* body, ACCESS_MASK access, ULONG attributes, HANDLE* handle);
NTSTATUS close_handle(HANDLE handle, KPROCESSOR_MODE mode);
// Adds a reference. `type` may be null. STATUS_INVALID_HANDLE, STATUS_OBJECT_TYPE_MISMATCH,
// STATUS_ACCESS_DENIED (user mode only).
NTSTATUS reference_handle(HANDLE handle, ACCESS_MASK access, POBJECT_TYPE type,
                          KPROCESSOR_MODE mode, void** body, ACCESS_MASK* granted = nullptr);
// ps installs what the pseudo handles -1 and -2 stand for.
void install_current(PEPROCESS (*process)(), PETHREAD (*thread)());

// DUPLICATE_SAME_ACCESS, DUPLICATE_SAME_ATTRIBUTES, DUPLICATE_CLOSE_SOURCE; without `target` only
// the last. The processes are for the callbacks on handles: there is one table.
NTSTATUS duplicate_handle(PEPROCESS source_process, HANDLE source, PEPROCESS target_process,
                          HANDLE* target, ACCESS_MASK access, ULONG attributes, ULONG options,
                          KPROCESSOR_MODE mode);
struct HandleFlags {
  bool inherit = false, protect_from_close = false;
};
NTSTATUS set_handle_flags(HANDLE handle, HandleFlags flags, KPROCESSOR_MODE mode);
NTSTATUS query_handle_flags(HANDLE handle, HandleFlags* flags, KPROCESSOR_MODE mode);

// ------------------------------------------------------------------ security
// The descriptor that was set, self-relative; empty when none was.
std::vector<uint8_t> security_of(void* body);
// Takes the parts `what` names out of a valid descriptor of either form.
void set_security(void* body, SECURITY_INFORMATION what, const void* descriptor);

// ------------------------------------------------------------------ names
// \Device\..., \BaseNamedObjects\..., compared without case. The namespace holds a reference until
// remove_name(). STATUS_OBJECT_NAME_COLLISION.
NTSTATUS insert_name(std::u16string_view path, void* body);
void remove_name(void* body);
void* reference_name(std::u16string_view path, POBJECT_TYPE type, NTSTATUS* status);
struct NamedObject {
  std::u16string path;
  POBJECT_TYPE type;
};
std::vector<NamedObject> named_objects();  // as they are now, by path

// ------------------------------------------------------------------ the end
// Objects that still live and are not permanent, and open handles: count, one line each.
uint64_t leaks(std::string* lines);

ke::ExportTable exports();

}  // namespace flthost::ob
