#include <flthost/zw/registry.h>

#include <flthost/ke/ke.h>
#include <flthost/rtl/rtl.h>
#include <flthost/zw/registry_format.h>
#include <flthost/zw/zw.h>

#include <algorithm>
#include <mutex>

namespace flthost::zw {
namespace {

constexpr size_t kLongestName = 255;         // characters of a key's name
constexpr size_t kLongestValueName = 16383;  // of a value's

std::mutex& tree_lock() {
  static std::mutex lock;
  return lock;
}

std::u16string fold(std::u16string_view text) {
  std::u16string upper(text);
  for (char16_t& one : upper) one = rtl::upcase(one);
  return upper;
}

bool same(std::u16string_view a, std::u16string_view b) {
  return a.size() == b.size() && fold(a) == fold(b);
}

KeyRef* find_slot(RegistryKey& key, std::u16string_view name) {
  for (KeyRef& child : key.children) {
    if (same(child->name, name)) return &child;
  }
  return nullptr;
}

KeyRef add_child(const KeyRef& parent, std::u16string_view name) {
  auto child = std::make_shared<RegistryKey>();
  child->name = name;
  child->parent = parent;
  child->last_write = parent->last_write = ke::system_time();
  const std::u16string folded = fold(name);
  const auto place = std::find_if(parent->children.begin(), parent->children.end(),
                                  [&](const KeyRef& other) { return fold(other->name) > folded; });
  parent->children.insert(place, child);
  return child;
}

KeyRef make_tree() {
  auto root = std::make_shared<RegistryKey>();
  root->name = u"REGISTRY";
  root->last_write = ke::system_time();
  const KeyRef machine = add_child(root, u"MACHINE");
  add_child(root, u"USER");
  add_child(machine, u"HARDWARE");
  add_child(machine, u"SOFTWARE");
  const KeyRef set = add_child(add_child(machine, u"SYSTEM"), u"ControlSet001");
  add_child(set, u"Control");
  add_child(set, u"Services");
  return root;
}

KeyRef& tree() {
  static KeyRef root = make_tree();
  return root;
}

// Components of a path, checked; without the leading \Registry when there is no root key.
NTSTATUS split(const KeyRef& root, std::u16string_view path, std::vector<std::u16string>* parts) {
  const bool absolute = !path.empty() && path.front() == u'\\';
  if (absolute == (root != nullptr)) return STATUS_OBJECT_PATH_SYNTAX_BAD;
  if (absolute) path.remove_prefix(1);
  while (!path.empty()) {
    const size_t end = std::min(path.find(u'\\'), path.size());
    if (end == 0 || end > kLongestName) return STATUS_OBJECT_NAME_INVALID;
    parts->emplace_back(path.substr(0, end));
    path.remove_prefix(std::min(end + 1, path.size()));
  }
  if (root) return STATUS_SUCCESS;
  if (parts->empty() || !same(parts->front(), u"REGISTRY")) return STATUS_OBJECT_NAME_NOT_FOUND;
  parts->erase(parts->begin());
  return STATUS_SUCCESS;
}

// The link System\CurrentControlSet, wherever it stands on the way.
std::u16string_view follow_link(const RegistryKey& key, std::u16string_view name) {
  const KeyRef parent = key.parent.lock();
  const bool system = same(key.name, u"SYSTEM") && parent && same(parent->name, u"MACHINE");
  return system && same(name, u"CurrentControlSet") ? u"ControlSet001" : name;
}

KeyRef child_of(const KeyRef& key, std::u16string_view name) {
  KeyRef* const slot = find_slot(*key, follow_link(*key, name));
  return slot != nullptr ? *slot : nullptr;
}

NTSTATUS walk(const KeyRef& root, std::span<const std::u16string> parts, KeyRef* key) {
  KeyRef at = root ? root : tree();
  if (at->deleted) return STATUS_KEY_DELETED;
  for (const std::u16string& part : parts) {
    at = child_of(at, part);
    if (!at) return STATUS_OBJECT_NAME_NOT_FOUND;
  }
  *key = at;
  return STATUS_SUCCESS;
}

RegistryValue* find_value(RegistryKey& key, std::u16string_view name) {
  for (RegistryValue& value : key.values) {
    if (same(value.name, name)) return &value;
  }
  return nullptr;
}

void mark_deleted(RegistryKey& key) {
  key.deleted = true;
  for (const KeyRef& child : key.children) mark_deleted(*child);
}

}  // namespace

NTSTATUS open_key(const KeyRef& root, std::u16string_view path, KeyRef* key) {
  std::vector<std::u16string> parts;
  const NTSTATUS status = split(root, path, &parts);
  if (!NT_SUCCESS(status)) return status;
  const std::lock_guard guard(tree_lock());
  return walk(root, parts, key);
}

NTSTATUS create_key(const KeyRef& root, std::u16string_view path, std::u16string_view key_class,
                    bool is_volatile, KeyRef* key, bool* created) {
  std::vector<std::u16string> parts;
  NTSTATUS status = split(root, path, &parts);
  if (!NT_SUCCESS(status)) return status;
  if (created != nullptr) *created = false;
  const std::lock_guard guard(tree_lock());
  if (parts.empty()) return walk(root, parts, key);
  KeyRef parent;
  status = walk(root, std::span(parts).first(parts.size() - 1), &parent);
  if (!NT_SUCCESS(status)) return status;
  if (KeyRef existing = child_of(parent, parts.back())) {
    *key = existing;
    return STATUS_SUCCESS;
  }
  if (parent->is_volatile && !is_volatile) return STATUS_CHILD_MUST_BE_VOLATILE;
  *key = add_child(parent, parts.back());
  (*key)->key_class = key_class;
  (*key)->is_volatile = is_volatile;
  if (created != nullptr) *created = true;
  return STATUS_SUCCESS;
}

NTSTATUS create_path(std::u16string_view path, KeyRef* key) {
  std::vector<std::u16string> parts;
  const NTSTATUS status = split(nullptr, path, &parts);
  if (!NT_SUCCESS(status)) return status;
  const std::lock_guard guard(tree_lock());
  KeyRef at = tree();
  for (const std::u16string& part : parts) {
    KeyRef next = child_of(at, part);
    at = next ? next : add_child(at, part);
  }
  *key = at;
  return STATUS_SUCCESS;
}

NTSTATUS delete_key(const KeyRef& key) {
  const std::lock_guard guard(tree_lock());
  if (key->deleted) return STATUS_SUCCESS;
  const KeyRef parent = key->parent.lock();
  if (!key->children.empty() || !parent) return STATUS_CANNOT_DELETE;
  key->deleted = true;
  std::erase(parent->children, key);
  parent->last_write = ke::system_time();
  return STATUS_SUCCESS;
}

NTSTATUS set_value(const KeyRef& key, std::u16string_view name, ULONG type,
                   std::span<const uint8_t> data) {
  if (name.size() > kLongestValueName) return STATUS_INVALID_PARAMETER;
  const std::lock_guard guard(tree_lock());
  if (key->deleted) return STATUS_KEY_DELETED;
  RegistryValue* value = find_value(*key, name);
  if (value == nullptr) {
    key->values.emplace_back();
    value = &key->values.back();
    value->name = name;
  }
  value->type = type;
  value->data.assign(data.begin(), data.end());
  key->last_write = ke::system_time();
  return STATUS_SUCCESS;
}

NTSTATUS delete_value(const KeyRef& key, std::u16string_view name) {
  const std::lock_guard guard(tree_lock());
  if (key->deleted) return STATUS_KEY_DELETED;
  const size_t erased = std::erase_if(
      key->values, [&](const RegistryValue& value) { return same(value.name, name); });
  if (erased == 0) return STATUS_OBJECT_NAME_NOT_FOUND;
  key->last_write = ke::system_time();
  return STATUS_SUCCESS;
}

NTSTATUS read_value(const KeyRef& key, std::u16string_view name, RegistryValue* value) {
  const std::lock_guard guard(tree_lock());
  if (key->deleted) return STATUS_KEY_DELETED;
  const RegistryValue* const found = find_value(*key, name);
  if (found == nullptr) return STATUS_OBJECT_NAME_NOT_FOUND;
  *value = *found;
  return STATUS_SUCCESS;
}

NTSTATUS query_key(const KeyRef& key, KEY_INFORMATION_CLASS what, QueryResult* result) {
  const std::lock_guard guard(tree_lock());
  if (key->deleted) return STATUS_KEY_DELETED;
  return format_key(*key, what, result);
}

NTSTATUS enumerate_key(const KeyRef& key, ULONG index, KEY_INFORMATION_CLASS what,
                       QueryResult* result) {
  if (what > KeyFullInformation) return STATUS_INVALID_PARAMETER;
  const std::lock_guard guard(tree_lock());
  if (key->deleted) return STATUS_KEY_DELETED;
  if (index >= key->children.size()) return STATUS_NO_MORE_ENTRIES;
  return format_key(*key->children[index], what, result);
}

NTSTATUS query_value(const KeyRef& key, std::u16string_view name, KEY_VALUE_INFORMATION_CLASS what,
                     QueryResult* result) {
  const std::lock_guard guard(tree_lock());
  if (key->deleted) return STATUS_KEY_DELETED;
  const RegistryValue* const value = find_value(*key, name);
  if (value == nullptr) return STATUS_OBJECT_NAME_NOT_FOUND;
  return format_value(*value, what, result);
}

NTSTATUS enumerate_value(const KeyRef& key, ULONG index, KEY_VALUE_INFORMATION_CLASS what,
                         QueryResult* result) {
  const std::lock_guard guard(tree_lock());
  if (key->deleted) return STATUS_KEY_DELETED;
  if (index >= key->values.size()) return STATUS_NO_MORE_ENTRIES;
  return format_value(key->values[index], what, result);
}

NTSTATUS read_security(const KeyRef& key, std::vector<uint8_t>* descriptor) {
  const std::lock_guard guard(tree_lock());
  if (key->deleted) return STATUS_KEY_DELETED;
  *descriptor = key->security;
  return STATUS_SUCCESS;
}

NTSTATUS set_security(const KeyRef& key, std::vector<uint8_t> descriptor) {
  const std::lock_guard guard(tree_lock());
  if (key->deleted) return STATUS_KEY_DELETED;
  key->security = std::move(descriptor);
  return STATUS_SUCCESS;
}

NTSTATUS check_exists(const KeyRef& key) {
  const std::lock_guard guard(tree_lock());
  return key->deleted ? STATUS_KEY_DELETED : STATUS_SUCCESS;
}

std::u16string key_path(const KeyRef& key) {
  const std::lock_guard guard(tree_lock());
  return full_name(*key);
}

std::vector<std::u16string> value_names(const KeyRef& key) {
  std::vector<std::u16string> names;
  const std::lock_guard guard(tree_lock());
  for (const RegistryValue& value : key->values) names.push_back(value.name);
  return names;
}

NTSTATUS registry_set(std::u16string_view path, std::u16string_view name, ULONG type,
                      std::span<const uint8_t> data) {
  KeyRef key;
  const NTSTATUS status = create_path(path, &key);
  return NT_SUCCESS(status) ? set_value(key, name, type, data) : status;
}

NTSTATUS registry_get(std::u16string_view path, std::u16string_view name, ULONG* type,
                      std::vector<uint8_t>* data) {
  KeyRef key;
  RegistryValue value;
  NTSTATUS status = open_key(nullptr, path, &key);
  if (NT_SUCCESS(status)) status = read_value(key, name, &value);
  if (!NT_SUCCESS(status)) return status;
  *type = value.type;
  *data = std::move(value.data);
  return STATUS_SUCCESS;
}

NTSTATUS registry_create(std::u16string_view path) {
  KeyRef key;
  return create_path(path, &key);
}

void registry_clear() {
  const std::lock_guard guard(tree_lock());
  mark_deleted(*tree());
  tree() = make_tree();
}

}  // namespace flthost::zw
