#include <flthost/zw/directory.h>

#include <flthost/mm/mm.h>
#include <flthost/ob/ob.h>
#include <flthost/rtl/rtl.h>
#include <flthost/zw/capture.h>
#include <flthost/zw/keys.h>
#include <flthost/zw/names.h>
#include <flthost/zw/zw_rows.h>

#include <algorithm>
#include <new>

namespace flthost::zw {
namespace {

struct Directory {
  std::u16string name;
};

// What the kernel makes while it starts, as far as something lies in it here.
constexpr std::u16string_view kBuiltIn[] = {u"\\",
                                            u"\\BaseNamedObjects",
                                            u"\\Callback",
                                            u"\\Device",
                                            u"\\Driver",
                                            u"\\FileSystem",
                                            u"\\FileSystem\\Filters",
                                            u"\\GLOBAL??",
                                            u"\\KernelObjects",
                                            u"\\ObjectTypes",
                                            u"\\RPC Control",
                                            u"\\Security",
                                            u"\\Sessions",
                                            u"\\Windows",
                                            u"\\??"};

std::u16string fold(std::u16string_view text) {
  std::u16string upper(text);
  for (char16_t& one : upper) one = rtl::upcase(one);
  return upper;
}

const std::u16string_view* find_built_in(std::u16string_view path) {
  const auto* const found =
      std::find_if(std::begin(kBuiltIn), std::end(kBuiltIn),
                   [&](std::u16string_view one) { return fold(one) == fold(path); });
  return found != std::end(kBuiltIn) ? found : nullptr;
}

void* make_directory(std::u16string_view name) {
  return ::new (ob::create(directory_type(), sizeof(Directory))) Directory{std::u16string(name)};
}

struct Entry {
  std::u16string name, type;
};

// What lies directly in a directory, sorted: objects, and directories of the kernel's own.
std::vector<Entry> entries_of(const std::u16string& directory) {
  const std::u16string prefix = fold(directory == u"\\" ? directory : directory + u"\\");
  std::vector<Entry> entries;
  const auto add = [&](std::u16string_view path, std::u16string_view type) {
    if (path.size() <= prefix.size() || fold(path.substr(0, prefix.size())) != prefix) return;
    const std::u16string_view rest = path.substr(prefix.size());
    if (rest.find(u'\\') != std::u16string_view::npos) return;
    entries.push_back({std::u16string(rest), std::u16string(type)});
  };
  for (const ob::NamedObject& one : ob::named_objects()) add(one.path, ob::type_name(one.type));
  for (const std::u16string_view one : kBuiltIn) add(one, u"Directory");
  std::sort(entries.begin(), entries.end(),
            [](const Entry& a, const Entry& b) { return fold(a.name) < fold(b.name); });
  return entries;
}

size_t string_bytes(const std::u16string& text) {
  return (text.size() + 1) * sizeof(char16_t);
}
size_t entry_bytes(const Entry& entry) {
  return sizeof(OBJECT_DIRECTORY_INFORMATION) + string_bytes(entry.name) + string_bytes(entry.type);
}

UNICODE_STRING put_string(std::vector<uint8_t>& out, size_t* at, const std::u16string& text,
                          const void* base) {
  std::memcpy(out.data() + *at, text.c_str(), string_bytes(text));
  UNICODE_STRING string{};
  string.Length = static_cast<USHORT>(text.size() * sizeof(char16_t));
  string.MaximumLength = static_cast<USHORT>(string_bytes(text));
  string.Buffer = reinterpret_cast<PWCH>(const_cast<char*>(static_cast<const char*>(base)) + *at);
  *at += string_bytes(text);
  return string;
}

// The entries as they lie at `base`: all headers, an empty one, then the strings.
std::vector<uint8_t> format(const std::vector<Entry>& entries, const void* base) {
  constexpr size_t kHeader = sizeof(OBJECT_DIRECTORY_INFORMATION);
  size_t bytes = kHeader;
  for (const Entry& one : entries) bytes += entry_bytes(one);
  std::vector<uint8_t> out(bytes);
  size_t at = (entries.size() + 1) * kHeader;
  for (size_t i = 0; i < entries.size(); ++i) {
    OBJECT_DIRECTORY_INFORMATION header{};
    header.Name = put_string(out, &at, entries[i].name, base);
    header.TypeName = put_string(out, &at, entries[i].type, base);
    std::memcpy(out.data() + i * kHeader, &header, kHeader);
  }
  return out;
}

// How many entries from `first` on fit.
size_t count_fitting(const std::vector<Entry>& all, size_t first, ULONG length, bool single) {
  size_t bytes = sizeof(OBJECT_DIRECTORY_INFORMATION), count = 0;
  for (size_t i = first; i < all.size(); ++i, ++count) {
    bytes += entry_bytes(all[i]);
    if (bytes > length || (single && count == 1)) break;
  }
  return count;
}

}  // namespace

POBJECT_TYPE directory_type() {
  static const POBJECT_TYPE type = [] {
    ob::TypeCallbacks callbacks;
    callbacks.destroy = [](void* body) { static_cast<Directory*>(body)->~Directory(); };
    callbacks.at_any_irql = true;
    callbacks.last_handle_closed = drop_temporary_name;
    callbacks.dispatcher = [](void*) -> DISPATCHER_HEADER* { return nullptr; };  // no waiting
    callbacks.name = [](void* body) { return static_cast<Directory*>(body)->name; };
    return ob::create_type(u"Directory", callbacks);
  }();
  return type;
}

std::u16string directory_name(void* body) {
  return static_cast<Directory*>(body)->name;
}

bool directory_exists(const std::u16string& path) {
  if (find_built_in(path) != nullptr) return true;
  NTSTATUS status = STATUS_SUCCESS;
  void* const body = ob::reference_name(path, directory_type(), &status);
  if (body == nullptr) return false;
  ob::dereference(body);
  return true;
}

}  // namespace flthost::zw

using namespace flthost;
using namespace flthost::zw;

NTSTATUS NTAPI ZwCreateDirectoryObject(PHANDLE DirectoryHandle, ACCESS_MASK DesiredAccess,
                                       POBJECT_ATTRIBUTES ObjectAttributes) {
  ObjectName name;
  const NTSTATUS status = capture_object_name(ObjectAttributes, &name);
  if (!NT_SUCCESS(status)) return status;
  if (find_built_in(name.path) != nullptr) return STATUS_OBJECT_NAME_COLLISION;
  return insert_object(make_directory(name.path), name, DesiredAccess, DirectoryHandle);
}

NTSTATUS NTAPI ZwOpenDirectoryObject(PHANDLE DirectoryHandle, ACCESS_MASK DesiredAccess,
                                     POBJECT_ATTRIBUTES ObjectAttributes) {
  ObjectName name;
  NTSTATUS status = capture_object_name(ObjectAttributes, &name);
  if (!NT_SUCCESS(status)) return status;
  const std::u16string_view* const built_in = find_built_in(name.path);
  if (built_in == nullptr) {
    return open_object(name, directory_type(), DesiredAccess, DirectoryHandle);
  }
  void* const body = make_directory(*built_in);
  status = give_handle(body, DesiredAccess, name.attributes, DirectoryHandle);
  ob::dereference(body);
  return status;
}

NTSTATUS NTAPI ZwQueryDirectoryObject(HANDLE DirectoryHandle, PVOID Buffer, ULONG BufferLength,
                                      BOOLEAN ReturnSingleEntry, BOOLEAN RestartScan,
                                      PULONG Context, PULONG ReturnLength) {
  void* body = nullptr;
  const NTSTATUS status =
      ob::reference_handle(DirectoryHandle, 0, directory_type(), KernelMode, &body);
  if (!NT_SUCCESS(status)) return status;
  const std::u16string directory = directory_name(body);
  ob::dereference(body);
  ULONG first = 0;
  if (!RestartScan && !read_from(Context, &first)) return STATUS_ACCESS_VIOLATION;
  const std::vector<Entry> all = entries_of(directory);
  if (first >= all.size()) return STATUS_NO_MORE_ENTRIES;
  const size_t count = count_fitting(all, first, BufferLength, ReturnSingleEntry != FALSE);
  if (count == 0) {
    const ULONG needed =
        static_cast<ULONG>(sizeof(OBJECT_DIRECTORY_INFORMATION) + entry_bytes(all[first]));
    if (ReturnLength != nullptr && !write_to(ReturnLength, needed)) return STATUS_ACCESS_VIOLATION;
    return STATUS_BUFFER_TOO_SMALL;
  }
  const auto begin = all.begin() + first;
  const std::vector<uint8_t> out =
      format({begin, begin + static_cast<std::ptrdiff_t>(count)}, Buffer);
  const ULONG next = first + static_cast<ULONG>(count), bytes = static_cast<ULONG>(out.size());
  if (!mm::guarded_copy(Buffer, out.data(), out.size()) || !write_to(Context, next) ||
      (ReturnLength != nullptr && !write_to(ReturnLength, bytes))) {
    return STATUS_ACCESS_VIOLATION;
  }
  return next < all.size() && !ReturnSingleEntry ? STATUS_MORE_ENTRIES : STATUS_SUCCESS;
}

namespace flthost::zw {

void add_directory_rows(Rows& rows) {
  rows.insert(rows.end(),
              {FLTHOST_EXPORT(ZwCreateDirectoryObject), FLTHOST_EXPORT(ZwOpenDirectoryObject),
               FLTHOST_EXPORT(ZwQueryDirectoryObject)});
}

}  // namespace flthost::zw
