// RtlQueryRegistryValues. There is no environment: variables in REG_EXPAND_SZ stay as they are, as
// unknown ones do on NT. doc: wdm/nf-wdm-rtlqueryregistryvalues
#include <flthost/ex/ex.h>
#include <flthost/zw/capture.h>
#include <flthost/zw/rtl_paths.h>
#include <flthost/zw/zw.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>

namespace flthost::zw {
namespace {

constexpr ULONG kTag = 0x76526d43;  // 'CmRv'

struct Query {
  PVOID context = nullptr;
  KeyRef top;      // what RelativeTo and Path name
  KeyRef current;  // after RTL_QUERY_REGISTRY_SUBKEY
};

bool is_string(ULONG type) {
  return type == REG_SZ || type == REG_EXPAND_SZ || type == REG_MULTI_SZ;
}

// Memory of the pool for what the driver's routine is shown.
class PoolCopy {
 public:
  PoolCopy(const void* data, size_t bytes, size_t zeros)
      : memory_(ex::allocate_zeroed(std::max<size_t>(bytes + zeros, 1), kTag)) {
    if (bytes != 0) std::memcpy(memory_, data, bytes);
  }
  ~PoolCopy() { ex::free(memory_); }
  PoolCopy(const PoolCopy&) = delete;
  PoolCopy& operator=(const PoolCopy&) = delete;
  void* get() const { return memory_; }

 private:
  void* memory_;
};

NTSTATUS direct_string(const RegistryValue& value, void* target) {
  auto* const out = static_cast<UNICODE_STRING*>(target);
  UNICODE_STRING string{};
  if (!read_from(out, &string)) return STATUS_ACCESS_VIOLATION;
  const size_t bytes = value.data.size();
  if (bytes > UINT16_MAX - 1) return STATUS_BUFFER_TOO_SMALL;
  if (string.Buffer == nullptr) {
    string.Buffer = static_cast<PWSTR>(ExAllocatePoolWithTag(PagedPool, bytes + 2, kTag));
    if (string.Buffer == nullptr) return STATUS_NO_MEMORY;
    string.MaximumLength = static_cast<USHORT>(bytes);
    std::memset(string.Buffer, 0, bytes + 2);
  } else if (bytes > string.MaximumLength) {
    return STATUS_BUFFER_TOO_SMALL;
  }
  if (!mm::guarded_copy(string.Buffer, value.data.data(), bytes)) return STATUS_ACCESS_VIOLATION;
  string.Length = static_cast<USHORT>(bytes >= 2 ? bytes - 2 : 0);  // without the terminator
  return write_to(out, string) ? STATUS_SUCCESS : STATUS_ACCESS_VIOLATION;
}

NTSTATUS direct_binary(const RegistryValue& value, void* target) {
  const size_t bytes = value.data.size();
  char* out = static_cast<char*>(target);
  if (bytes > sizeof(ULONG)) {
    LONG room = 0;  // its sign: data only, or length and type before it
    if (!read_from(static_cast<const LONG*>(target), &room)) return STATUS_ACCESS_VIOLATION;
    const uint64_t size = static_cast<uint64_t>(std::abs(int64_t{room}));
    const size_t header = room < 0 ? 0 : 2 * sizeof(ULONG);
    if (bytes + header > size) return STATUS_BUFFER_TOO_SMALL;
    const ULONG description[2] = {static_cast<ULONG>(bytes), value.type};
    if (!mm::guarded_copy(out, description, header)) return STATUS_ACCESS_VIOLATION;
    out += header;
  }
  return mm::guarded_copy(out, value.data.data(), bytes) ? STATUS_SUCCESS : STATUS_ACCESS_VIOLATION;
}

NTSTATUS call_routine(const Query& query, const RTL_QUERY_REGISTRY_TABLE& entry,
                      const RegistryValue& value) {
  const PoolCopy name(value.name.data(), value.name.size() * 2, 2);
  const PoolCopy data(value.data.data(), value.data.size(), 2);
  const NTSTATUS status =
      ke::invoke(entry.QueryRoutine, static_cast<PWSTR>(name.get()), value.type,
                 value.type == REG_NONE && value.data.empty() ? nullptr : data.get(),
                 static_cast<ULONG>(value.data.size()), query.context, entry.EntryContext);
  return status == STATUS_BUFFER_TOO_SMALL ? STATUS_SUCCESS : status;
}

// Every string of a REG_MULTI_SZ in a call of its own, as REG_SZ.
NTSTATUS call_for_each_string(const Query& query, const RTL_QUERY_REGISTRY_TABLE& entry,
                              const RegistryValue& value) {
  const size_t units = value.data.size() / 2;
  std::u16string all(units, u'\0');
  std::memcpy(all.data(), value.data.data(), units * 2);
  for (size_t at = 0; at < units && all[at] != 0;) {
    const size_t end = std::min(all.find(u'\0', at), units - 1);
    const size_t bytes = (end - at + 1) * 2;
    RegistryValue one{value.name, REG_SZ, {}};
    one.data.resize(bytes);
    std::memcpy(one.data.data(), &all[at], bytes);
    const NTSTATUS status = call_routine(query, entry, one);
    if (!NT_SUCCESS(status)) return status;
    at = end + 1;
  }
  return STATUS_SUCCESS;
}

NTSTATUS hand_out(const Query& query, const RTL_QUERY_REGISTRY_TABLE& entry,
                  const RegistryValue& value) {
  if ((entry.Flags & RTL_QUERY_REGISTRY_DIRECT) != 0) {
    const ULONG expected = entry.DefaultType >> RTL_QUERY_REGISTRY_TYPECHECK_SHIFT;
    if ((entry.Flags & RTL_QUERY_REGISTRY_TYPECHECK) != 0 && expected != value.type) {
      return STATUS_OBJECT_TYPE_MISMATCH;
    }
    return is_string(value.type) ? direct_string(value, entry.EntryContext)
                                 : direct_binary(value, entry.EntryContext);
  }
  if ((entry.Flags & RTL_QUERY_REGISTRY_NOEXPAND) != 0) return call_routine(query, entry, value);
  if (value.type == REG_MULTI_SZ) return call_for_each_string(query, entry, value);
  if (value.type != REG_EXPAND_SZ) return call_routine(query, entry, value);
  RegistryValue plain = value;
  plain.type = REG_SZ;
  return call_routine(query, entry, plain);
}

NTSTATUS default_value(const RTL_QUERY_REGISTRY_TABLE& entry, RegistryValue* value) {
  value->type = entry.DefaultType & 0xFF;
  ULONG length = entry.DefaultLength;
  if (length == 0 && is_string(value->type)) {
    std::u16string text;
    const NTSTATUS status = capture_terminated(static_cast<PCWSTR>(entry.DefaultData), &text);
    if (!NT_SUCCESS(status)) return status;
    length = static_cast<ULONG>((text.size() + 1) * 2);
  }
  return capture_bytes(entry.DefaultData, length, &value->data);
}

NTSTATUS one_value(const Query& query, const RTL_QUERY_REGISTRY_TABLE& entry,
                   const std::u16string& name) {
  RegistryValue value;
  NTSTATUS status = read_value(query.current, name, &value);
  const bool found = NT_SUCCESS(status);
  if (!found) {
    if (status != STATUS_OBJECT_NAME_NOT_FOUND) return status;
    if ((entry.Flags & RTL_QUERY_REGISTRY_REQUIRED) != 0) return status;
    if ((entry.DefaultType & 0xFF) == REG_NONE) return STATUS_SUCCESS;
    status = default_value(entry, &value);
    if (!NT_SUCCESS(status)) return status;
  }
  value.name = name;
  // The stored value's type is checked, not the default's.
  RTL_QUERY_REGISTRY_TABLE checked = entry;
  if (!found) checked.Flags &= ~ULONG(RTL_QUERY_REGISTRY_TYPECHECK);
  status = hand_out(query, checked, value);
  if (NT_SUCCESS(status) && found && (entry.Flags & RTL_QUERY_REGISTRY_DELETE) != 0) {
    delete_value(query.current, name);
  }
  return status;
}

NTSTATUS every_value(const Query& query, const RTL_QUERY_REGISTRY_TABLE& entry) {
  const std::vector<std::u16string> names = value_names(query.current);
  if (names.empty() && (entry.Flags & RTL_QUERY_REGISTRY_REQUIRED) != 0) {
    return STATUS_OBJECT_NAME_NOT_FOUND;
  }
  for (const std::u16string& name : names) {
    RTL_QUERY_REGISTRY_TABLE each = entry;
    each.Flags &= ~ULONG(RTL_QUERY_REGISTRY_REQUIRED);  // may have gone meanwhile
    each.DefaultType = REG_NONE;
    const NTSTATUS status = one_value(query, each, name);
    if (!NT_SUCCESS(status)) return status;
  }
  return STATUS_SUCCESS;
}

NTSTATUS one_entry(Query& query, const RTL_QUERY_REGISTRY_TABLE& entry) {
  const bool direct = (entry.Flags & RTL_QUERY_REGISTRY_DIRECT) != 0;
  const bool subkey = (entry.Flags & RTL_QUERY_REGISTRY_SUBKEY) != 0;
  if (direct && (entry.Name == nullptr || entry.QueryRoutine != nullptr || subkey)) {
    return STATUS_INVALID_PARAMETER;
  }
  std::u16string name;
  NTSTATUS status = capture_terminated(entry.Name, &name);
  if (!NT_SUCCESS(status)) return status;
  if ((entry.Flags & (RTL_QUERY_REGISTRY_TOPKEY | RTL_QUERY_REGISTRY_SUBKEY)) != 0) {
    query.current = query.top;
  }
  if (subkey) {
    if (entry.Name == nullptr) return STATUS_INVALID_PARAMETER;
    status = open_key(query.top, name, &query.current);
    if (!NT_SUCCESS(status)) {
      query.current = nullptr;  // what follows for this subkey finds nothing
      const bool required = (entry.Flags & RTL_QUERY_REGISTRY_REQUIRED) != 0;
      return !required && status == STATUS_OBJECT_NAME_NOT_FOUND ? STATUS_SUCCESS : status;
    }
    return entry.QueryRoutine != nullptr ? every_value(query, entry) : STATUS_SUCCESS;
  }
  if (!direct && entry.QueryRoutine == nullptr) {
    const bool reset = (entry.Flags & RTL_QUERY_REGISTRY_TOPKEY) != 0;
    return reset ? STATUS_SUCCESS : STATUS_INVALID_PARAMETER;
  }
  if ((entry.Flags & RTL_QUERY_REGISTRY_NOVALUE) != 0) return call_routine(query, entry, {});
  if (!query.current) return STATUS_SUCCESS;
  return entry.Name != nullptr ? one_value(query, entry, name) : every_value(query, entry);
}

}  // namespace
}  // namespace flthost::zw

using namespace flthost;
using namespace flthost::zw;

NTSTATUS NTAPI RtlQueryRegistryValues(ULONG RelativeTo, PCWSTR Path,
                                      PRTL_QUERY_REGISTRY_TABLE QueryTable, PVOID Context, PVOID) {
  Query query;
  query.context = Context;
  NTSTATUS status = find_relative(RelativeTo, Path, false, &query.top);
  if (!NT_SUCCESS(status)) {
    // An optional key that is missing behaves as one without values.
    const bool optional = (RelativeTo & RTL_REGISTRY_OPTIONAL) != 0;
    if (!optional || status != STATUS_OBJECT_NAME_NOT_FOUND) return status;
    query.top = std::make_shared<RegistryKey>();
  }
  query.current = query.top;
  for (;; ++QueryTable) {
    RTL_QUERY_REGISTRY_TABLE entry{};
    if (!read_from(QueryTable, &entry)) return STATUS_ACCESS_VIOLATION;
    const bool flagged = (entry.Flags & (RTL_QUERY_REGISTRY_SUBKEY | RTL_QUERY_REGISTRY_TOPKEY |
                                         RTL_QUERY_REGISTRY_DIRECT)) != 0;
    if (entry.QueryRoutine == nullptr && entry.Name == nullptr && !flagged) return STATUS_SUCCESS;
    status = one_entry(query, entry);
    if (!NT_SUCCESS(status)) return status;
  }
}
