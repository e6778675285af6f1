// The registry's tree, without handles: keys by reference count, one lock over everything.
#pragma once

#include <fltKernel.h>

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace flthost::zw {

struct RegistryValue {
  std::u16string name;
  ULONG type = 0;
  std::vector<uint8_t> data;
};

// Fields are guarded by the tree's lock; used only through the functions below.
struct RegistryKey {
  std::u16string name;
  std::u16string key_class;
  std::weak_ptr<RegistryKey> parent;
  std::vector<std::shared_ptr<RegistryKey>> children;  // sorted by name without case
  std::vector<RegistryValue> values;                   // as they were first set
  int64_t last_write = 0;
  bool deleted = false;
  bool is_volatile = false;
  std::vector<uint8_t> security;  // self-relative; empty: the default one
};
using KeyRef = std::shared_ptr<RegistryKey>;

// What a query gives: all of it, and how much of its start must fit for a part to be given.
struct QueryResult {
  std::vector<uint8_t> bytes;
  ULONG fixed = 0;
};

// With `root` null the path must begin with \Registry, else be relative to `root`; an empty
// relative path is the root itself.
NTSTATUS open_key(const KeyRef& root, std::u16string_view path, KeyRef* key);
// All but the last component must exist. `created` may be null.
NTSTATUS create_key(const KeyRef& root, std::u16string_view path, std::u16string_view key_class,
                    bool is_volatile, KeyRef* key, bool* created);
// As create_key, with everything on the way.
NTSTATUS create_path(std::u16string_view path, KeyRef* key);
NTSTATUS delete_key(const KeyRef& key);
NTSTATUS set_value(const KeyRef& key, std::u16string_view name, ULONG type,
                   std::span<const uint8_t> data);
NTSTATUS delete_value(const KeyRef& key, std::u16string_view name);
NTSTATUS read_value(const KeyRef& key, std::u16string_view name, RegistryValue* value);
NTSTATUS query_key(const KeyRef& key, KEY_INFORMATION_CLASS what, QueryResult* result);
NTSTATUS enumerate_key(const KeyRef& key, ULONG index, KEY_INFORMATION_CLASS what,
                       QueryResult* result);
NTSTATUS query_value(const KeyRef& key, std::u16string_view name, KEY_VALUE_INFORMATION_CLASS what,
                     QueryResult* result);
NTSTATUS enumerate_value(const KeyRef& key, ULONG index, KEY_VALUE_INFORMATION_CLASS what,
                         QueryResult* result);
NTSTATUS read_security(const KeyRef& key, std::vector<uint8_t>* descriptor);
NTSTATUS set_security(const KeyRef& key, std::vector<uint8_t> descriptor);
NTSTATUS check_exists(const KeyRef& key);  // STATUS_KEY_DELETED when not
// \REGISTRY\MACHINE\...
std::u16string key_path(const KeyRef& key);
// Every value's name as it is now.
std::vector<std::u16string> value_names(const KeyRef& key);

}  // namespace flthost::zw
