#include <flthost/zw/names.h>

#include <flthost/ob/ob.h>
#include <flthost/rtl/rtl.h>
#include <flthost/zw/capture.h>
#include <flthost/zw/directory.h>
#include <flthost/zw/keys.h>

namespace flthost::zw {
namespace {

// Of a handle to a directory; its path without the backslash at the end.
NTSTATUS directory_path(HANDLE handle, std::u16string* path) {
  void* body = nullptr;
  const NTSTATUS status = ob::reference_handle(handle, 0, directory_type(), KernelMode, &body);
  if (!NT_SUCCESS(status)) return status;
  *path = directory_name(body);
  ob::dereference(body);
  return STATUS_SUCCESS;
}

// No empty component, none behind a trailing backslash.
bool well_formed(const std::u16string& path) {
  return path == u"\\" || (path.find(u"\\\\") == std::u16string::npos && path.back() != u'\\');
}

}  // namespace

NTSTATUS capture_object_name(const OBJECT_ATTRIBUTES* from, ObjectName* name) {
  OBJECT_ATTRIBUTES attributes{};
  if (from == nullptr) return STATUS_SUCCESS;
  if (!read_from(from, &attributes)) return STATUS_ACCESS_VIOLATION;
  if (attributes.Length != sizeof(OBJECT_ATTRIBUTES)) return STATUS_INVALID_PARAMETER;
  if ((attributes.Attributes & ~ULONG{OBJ_VALID_ATTRIBUTES}) != 0) return STATUS_INVALID_PARAMETER;
  name->attributes = attributes.Attributes;
  NTSTATUS status = capture_string(attributes.ObjectName, &name->path);
  if (!NT_SUCCESS(status) || name->path.empty()) return status;
  if (attributes.RootDirectory != nullptr) {
    if (name->path.front() == u'\\') return STATUS_OBJECT_PATH_SYNTAX_BAD;
    std::u16string root;
    status = directory_path(attributes.RootDirectory, &root);
    if (!NT_SUCCESS(status)) return status;
    name->path = (root == u"\\" ? u"" : root) + u"\\" + name->path;
  }
  if (name->path.front() != u'\\') return STATUS_OBJECT_PATH_SYNTAX_BAD;
  return well_formed(name->path) ? STATUS_SUCCESS : STATUS_OBJECT_NAME_INVALID;
}

NTSTATUS check_parent(const std::u16string& path) {
  const size_t last = path.rfind(u'\\');
  return last == 0 || directory_exists(path.substr(0, last)) ? STATUS_SUCCESS
                                                             : STATUS_OBJECT_PATH_NOT_FOUND;
}

NTSTATUS insert_object(void* body, const ObjectName& name, ACCESS_MASK access, PHANDLE to) {
  NTSTATUS status = STATUS_SUCCESS;
  if (!name.path.empty()) {
    status = check_parent(name.path);
    if (NT_SUCCESS(status)) status = ob::insert_name(name.path, body);
  }
  if (NT_SUCCESS(status)) {
    if (!name.path.empty() && (name.attributes & OBJ_PERMANENT) != 0) {
      ob::make_permanent(body, true);
    }
    status = give_handle(body, access, name.attributes, to);
    if (!NT_SUCCESS(status)) ob::remove_name(body);
  } else if (status == STATUS_OBJECT_NAME_COLLISION && (name.attributes & OBJ_OPENIF) != 0) {
    status = open_object(name, ob::type_of(body), access, to);
    if (NT_SUCCESS(status)) status = STATUS_OBJECT_NAME_EXISTS;
  }
  ob::dereference(body);
  return status;
}

NTSTATUS open_object(const ObjectName& name, POBJECT_TYPE type, ACCESS_MASK access, PHANDLE to) {
  if (name.path.empty()) return STATUS_OBJECT_PATH_SYNTAX_BAD;
  NTSTATUS status = STATUS_SUCCESS;
  void* const body = ob::reference_name(name.path, type, &status);
  if (body == nullptr) {
    if (status != STATUS_OBJECT_NAME_NOT_FOUND) return status;
    const NTSTATUS parent = check_parent(name.path);
    return NT_SUCCESS(parent) ? status : parent;
  }
  status = give_handle(body, access, name.attributes, to);
  ob::dereference(body);
  return status;
}

void drop_temporary_name(void* body) {
  if (!ob::is_permanent(body)) ob::remove_name(body);
}

}  // namespace flthost::zw
