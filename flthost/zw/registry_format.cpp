#include <flthost/zw/registry_format.h>

#include <algorithm>
#include <cstring>

namespace flthost::zw {

std::u16string full_name(const RegistryKey& key) {
  const KeyRef parent = key.parent.lock();
  return (parent ? full_name(*parent) : u"") + u"\\" + key.name;
}

namespace {

ULONG bytes_of(std::u16string_view text) {
  return static_cast<ULONG>(text.size() * sizeof(char16_t));
}

// `header` up to `fixed` bytes, then room to write behind it.
template <typename Header>
void begin(const Header& header, size_t fixed, size_t total, QueryResult* result) {
  result->fixed = static_cast<ULONG>(fixed);
  result->bytes.assign(std::max(fixed, total), 0);
  std::memcpy(result->bytes.data(), &header, fixed);
}

void put(QueryResult* result, size_t at, const void* data, size_t bytes) {
  if (bytes != 0) std::memcpy(result->bytes.data() + at, data, bytes);
}

struct Maxima {
  ULONG name = 0, key_class = 0, value_name = 0, value_data = 0;
};

Maxima maxima(const RegistryKey& key) {
  Maxima most;
  for (const KeyRef& child : key.children) {
    most.name = std::max(most.name, bytes_of(child->name));
    most.key_class = std::max(most.key_class, bytes_of(child->key_class));
  }
  for (const RegistryValue& value : key.values) {
    most.value_name = std::max(most.value_name, bytes_of(value.name));
    most.value_data = std::max(most.value_data, static_cast<ULONG>(value.data.size()));
  }
  return most;
}

void format_basic(const RegistryKey& key, QueryResult* result) {
  constexpr size_t kFixed = offsetof(KEY_BASIC_INFORMATION, Name);
  KEY_BASIC_INFORMATION header{};
  header.LastWriteTime.QuadPart = key.last_write;
  header.NameLength = bytes_of(key.name);
  begin(header, kFixed, kFixed + header.NameLength, result);
  put(result, kFixed, key.name.data(), header.NameLength);
}

void format_node(const RegistryKey& key, QueryResult* result) {
  constexpr size_t kFixed = offsetof(KEY_NODE_INFORMATION, Name);
  KEY_NODE_INFORMATION header{};
  header.LastWriteTime.QuadPart = key.last_write;
  header.NameLength = bytes_of(key.name);
  header.ClassLength = bytes_of(key.key_class);
  const size_t class_at = (kFixed + header.NameLength + 3) & ~size_t{3};
  header.ClassOffset = header.ClassLength == 0 ? ~ULONG(0) : static_cast<ULONG>(class_at);
  const size_t total =
      header.ClassLength == 0 ? kFixed + header.NameLength : class_at + header.ClassLength;
  begin(header, kFixed, total, result);
  put(result, kFixed, key.name.data(), header.NameLength);
  put(result, class_at, key.key_class.data(), header.ClassLength);
}

void format_full(const RegistryKey& key, QueryResult* result) {
  constexpr size_t kFixed = offsetof(KEY_FULL_INFORMATION, Class);
  const Maxima most = maxima(key);
  KEY_FULL_INFORMATION header{};
  header.LastWriteTime.QuadPart = key.last_write;
  header.ClassLength = bytes_of(key.key_class);
  header.ClassOffset = header.ClassLength == 0 ? ~ULONG(0) : static_cast<ULONG>(kFixed);
  header.SubKeys = static_cast<ULONG>(key.children.size());
  header.MaxNameLength = most.name;
  header.MaxClassLength = most.key_class;
  header.Values = static_cast<ULONG>(key.values.size());
  header.MaxValueNameLength = most.value_name;
  header.MaxValueDataLength = most.value_data;
  begin(header, kFixed, kFixed + header.ClassLength, result);
  put(result, kFixed, key.key_class.data(), header.ClassLength);
}

void format_name(const RegistryKey& key, QueryResult* result) {
  constexpr size_t kFixed = offsetof(KEY_NAME_INFORMATION, Name);
  const std::u16string name = full_name(key);
  KEY_NAME_INFORMATION header{};
  header.NameLength = bytes_of(name);
  begin(header, kFixed, kFixed + header.NameLength, result);
  put(result, kFixed, name.data(), header.NameLength);
}

void format_cached(const RegistryKey& key, QueryResult* result) {
  constexpr size_t kFixed = offsetof(KEY_CACHED_INFORMATION, Name);
  const Maxima most = maxima(key);
  KEY_CACHED_INFORMATION header{};
  header.LastWriteTime.QuadPart = key.last_write;
  header.SubKeys = static_cast<ULONG>(key.children.size());
  header.MaxNameLength = most.name;
  header.Values = static_cast<ULONG>(key.values.size());
  header.MaxValueNameLength = most.value_name;
  header.MaxValueDataLength = most.value_data;
  header.NameLength = bytes_of(key.name);
  begin(header, kFixed, kFixed, result);  // the name itself is not part of this class
}

void format_full_value(const RegistryValue& value, size_t align, QueryResult* result) {
  constexpr size_t kFixed = offsetof(KEY_VALUE_FULL_INFORMATION, Name);
  KEY_VALUE_FULL_INFORMATION header{};
  header.Type = value.type;
  header.NameLength = bytes_of(value.name);
  header.DataLength = static_cast<ULONG>(value.data.size());
  const size_t data_at = (kFixed + header.NameLength + align - 1) & ~(align - 1);
  header.DataOffset = value.data.empty() ? ~ULONG(0) : static_cast<ULONG>(data_at);
  const size_t total =
      value.data.empty() ? kFixed + header.NameLength : data_at + value.data.size();
  begin(header, kFixed, total, result);
  put(result, kFixed, value.name.data(), header.NameLength);
  put(result, data_at, value.data.data(), value.data.size());
}

}  // namespace

NTSTATUS format_key(const RegistryKey& key, KEY_INFORMATION_CLASS what, QueryResult* result) {
  switch (what) {
    case KeyBasicInformation:
      format_basic(key, result);
      return STATUS_SUCCESS;
    case KeyNodeInformation:
      format_node(key, result);
      return STATUS_SUCCESS;
    case KeyFullInformation:
      format_full(key, result);
      return STATUS_SUCCESS;
    case KeyNameInformation:
      format_name(key, result);
      return STATUS_SUCCESS;
    case KeyCachedInformation:
      format_cached(key, result);
      return STATUS_SUCCESS;
    default:
      return STATUS_INVALID_PARAMETER;
  }
}

NTSTATUS format_value(const RegistryValue& value, KEY_VALUE_INFORMATION_CLASS what,
                      QueryResult* result) {
  const ULONG data_length = static_cast<ULONG>(value.data.size());
  switch (what) {
    case KeyValueBasicInformation: {
      constexpr size_t kFixed = offsetof(KEY_VALUE_BASIC_INFORMATION, Name);
      KEY_VALUE_BASIC_INFORMATION header{};
      header.Type = value.type;
      header.NameLength = bytes_of(value.name);
      begin(header, kFixed, kFixed + header.NameLength, result);
      put(result, kFixed, value.name.data(), header.NameLength);
      return STATUS_SUCCESS;
    }
    case KeyValueFullInformation:
      format_full_value(value, sizeof(ULONG), result);
      return STATUS_SUCCESS;
    case KeyValueFullInformationAlign64:
      format_full_value(value, sizeof(ULONGLONG), result);
      return STATUS_SUCCESS;
    case KeyValuePartialInformation: {
      constexpr size_t kFixed = offsetof(KEY_VALUE_PARTIAL_INFORMATION, Data);
      KEY_VALUE_PARTIAL_INFORMATION header{};
      header.Type = value.type;
      header.DataLength = data_length;
      begin(header, kFixed, kFixed + data_length, result);
      put(result, kFixed, value.data.data(), data_length);
      return STATUS_SUCCESS;
    }
    case KeyValuePartialInformationAlign64: {
      // Type and length only, so that the data lies at 8.
      const ULONG header[2] = {value.type, data_length};
      begin(header, sizeof header, sizeof header + data_length, result);
      put(result, sizeof header, value.data.data(), data_length);
      return STATUS_SUCCESS;
    }
    default:
      return STATUS_INVALID_PARAMETER;
  }
}

}  // namespace flthost::zw
