// Symbolic links, and what a path of an open means.
#include <flthost/io/legacy.h>
#include <flthost/ob/ob.h>

#include <cstring>
#include <string>

namespace flthost::io {
namespace {

struct Link {
  std::u16string* target;
};

POBJECT_TYPE link_type() {
  static const POBJECT_TYPE type = [] {
    ob::TypeCallbacks callbacks;
    callbacks.destroy = [](void* body) { delete static_cast<Link*>(body)->target; };
    callbacks.dispatcher = [](void*) -> DISPATCHER_HEADER* { return nullptr; };
    return ob::create_type(u"SymbolicLink", callbacks);
  }();
  return type;
}

bool has_prefix(std::u16string_view text, std::u16string_view prefix) {
  if (text.size() < prefix.size()) return false;
  for (size_t i = 0; i < prefix.size(); ++i) {
    const char16_t a = text[i] >= u'a' && text[i] <= u'z' ? text[i] - 32 : text[i];
    const char16_t b = prefix[i] >= u'a' && prefix[i] <= u'z' ? prefix[i] - 32 : prefix[i];
    if (a != b) return false;
  }
  return true;
}

// The ways a DOS device's directory is written: one here.
std::u16string canonical(std::u16string_view path) {
  for (const std::u16string_view other :
       {std::u16string_view(u"\\DosDevices\\"), std::u16string_view(u"\\GLOBAL??\\"),
        std::u16string_view(u"\\??\\GLOBALROOT\\??\\"), std::u16string_view(u"\\\\.\\"),
        std::u16string_view(u"\\\\?\\")}) {
    if (has_prefix(path, other)) return u"\\??\\" + std::u16string(path.substr(other.size()));
  }
  constexpr std::u16string_view kRoot = u"\\??\\GLOBALROOT";
  if (has_prefix(path, kRoot)) return std::u16string(path.substr(kRoot.size()));
  return std::u16string(path);
}

bool is_separator(char16_t unit) {
  return unit == u'\\' || unit == u'/';
}

// The longest prefix that is a device or link; null when none is.
void* longest_prefix(std::u16string_view path, size_t* length) {
  for (size_t end = path.size(); end > 1; --end) {
    if (end != path.size() && !is_separator(path[end])) continue;
    NTSTATUS status = STATUS_SUCCESS;
    void* const body = ob::reference_name(path.substr(0, end), nullptr, &status);
    if (body == nullptr) continue;
    if (ob::type_of(body) == IoDeviceObjectType || ob::type_of(body) == link_type()) {
      *length = end;
      return body;
    }
    ob::dereference(body);
    if (end == path.size()) *length = SIZE_MAX;  // an object of another type
  }
  return nullptr;
}

}  // namespace

NTSTATUS resolve(std::u16string_view name, Resolved* result) {
  if (name.empty() || name.front() != u'\\') {
    return name.empty() ? STATUS_OBJECT_PATH_SYNTAX_BAD : STATUS_OBJECT_NAME_INVALID;
  }
  std::u16string path = canonical(name);
  constexpr int kMaxLinks = 64;
  for (int i = 0; i < kMaxLinks; ++i) {
    size_t length = 0;
    void* const body = longest_prefix(path, &length);
    if (body == nullptr) {
      if (length == SIZE_MAX) return STATUS_OBJECT_TYPE_MISMATCH;
      // What would have to be a directory of the namespace is none: the path is wrong; else the
      // last name.
      const bool known = has_prefix(path, u"\\??\\") || has_prefix(path, u"\\Device\\");
      const bool deep = path.find(u'\\', path.find(u'\\', 1) + 1) != path.npos;
      return known && !deep ? STATUS_OBJECT_NAME_NOT_FOUND : STATUS_OBJECT_PATH_NOT_FOUND;
    }
    if (ob::type_of(body) == IoDeviceObjectType) {
      result->device = static_cast<PDEVICE_OBJECT>(body);
      result->rest = path.substr(length);
      return STATUS_SUCCESS;
    }
    path = canonical(*static_cast<Link*>(body)->target + path.substr(length));
    ob::dereference(body);
  }
  return STATUS_OBJECT_PATH_INVALID;
}

NTSTATUS create_link(std::u16string_view name, std::u16string_view target) {
  if (name.empty() || name.front() != u'\\') return STATUS_OBJECT_PATH_SYNTAX_BAD;
  auto* const link = static_cast<Link*>(ob::create(link_type(), sizeof(Link)));
  link->target = new std::u16string(target);
  ob::make_permanent(link, true);  // as on NT: it lives until its name is deleted
  const NTSTATUS status = ob::insert_name(canonical(name), link);
  ob::dereference(link);
  return status;
}

NTSTATUS delete_link(std::u16string_view name) {
  NTSTATUS status = STATUS_SUCCESS;
  void* const body = ob::reference_name(canonical(name), link_type(), &status);
  if (body == nullptr) return status;
  ob::remove_name(body);
  ob::dereference(body);
  return STATUS_SUCCESS;
}

}  // namespace flthost::io

using namespace flthost;
using namespace flthost::io;

NTSTATUS NTAPI IoCreateSymbolicLink(PUNICODE_STRING SymbolicLinkName, PUNICODE_STRING DeviceName) {
  return create_link(io::view(*SymbolicLinkName), io::view(*DeviceName));
}

NTSTATUS NTAPI IoCreateUnprotectedSymbolicLink(PUNICODE_STRING SymbolicLinkName,
                                               PUNICODE_STRING DeviceName) {
  return create_link(io::view(*SymbolicLinkName), io::view(*DeviceName));
}

NTSTATUS NTAPI IoDeleteSymbolicLink(PUNICODE_STRING SymbolicLinkName) {
  return delete_link(io::view(*SymbolicLinkName));
}

namespace flthost::io {

ke::ExportTable name_exports() {
  static const ke::Export rows[] = {
      FLTHOST_EXPORT(IoCreateSymbolicLink),
      FLTHOST_EXPORT(IoCreateUnprotectedSymbolicLink),
      FLTHOST_EXPORT(IoDeleteSymbolicLink),
  };
  return {rows, std::size(rows)};
}

}  // namespace flthost::io
