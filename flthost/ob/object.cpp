// Object headers, reference counts, types and the namespace.
#include <flthost/ex/ex.h>

#include <array>
#include <cstring>
#include <map>
#include <mutex>
#include <vector>

#include "ob_internal.h"

using namespace flthost;

namespace flthost::ob {

namespace {

// Live objects, for the report at the end.
struct alignas(64) Shard {
  std::mutex mutex;
  LIST_ENTRY objects{&objects, &objects};
};
constexpr size_t kShards = 16;
std::array<Shard, kShards>& shards() {
  static auto* const all = new std::array<Shard, kShards>;
  return *all;
}
Shard& shard_of(const Header& header) {
  return shards()[(reinterpret_cast<uint64_t>(&header) >> 8) % kShards];
}

std::u16string folded(std::u16string_view path) {
  std::u16string result(path);
  for (char16_t& c : result) {
    if (c >= u'a' && c <= u'z') c = static_cast<char16_t>(c - u'a' + u'A');
  }
  return result;
}

std::mutex g_names_mutex;
std::map<std::u16string, void*>& names() {
  static auto* const all = new std::map<std::u16string, void*>;
  return *all;
}

void destroy(void* body) {
  Header& header = header_of(body);
  if (auto* const callback = header.type->callbacks.destroy) callback(body);
  {
    Shard& shard = shard_of(header);
    const std::lock_guard guard(shard.mutex);
    header.all.Flink->Blink = header.all.Blink;
    header.all.Blink->Flink = header.all.Flink;
  }
  delete header.name;
  delete header.security;
  header.magic = 0;
  ex::free(&header);
}

[[noreturn]] void bad_count(void* body, int64_t now, const char* reason) {
  ke::bugcheck({.code = 0x18,  // REFERENCE_BY_POINTER
                .parameters = {0, reinterpret_cast<uint64_t>(body), static_cast<uint64_t>(now), 0},
                .reason = reason});
  __builtin_unreachable();
}

}  // namespace

Header& header_of(void* body) {
  auto* const header = body != nullptr ? static_cast<Header*>(body) - 1 : nullptr;
  if (header == nullptr || header->magic != Header::kMagic) {
    ke::bugcheck({.code = 0x18,
                  .parameters = {0, reinterpret_cast<uint64_t>(body), 1, 0},
                  .reason = "An Ob routine was given an address that is no object, or one that has "
                            "been freed already."});
  }
  return *header;
}

std::string narrow(std::u16string_view text) {
  std::string result;
  for (const char16_t c : text) result += c < 0x7f && c >= 0x20 ? static_cast<char>(c) : '?';
  return result;
}

POBJECT_TYPE create_type(const char16_t* name, const TypeCallbacks& callbacks) {
  return new (ex::allocate_zeroed(sizeof(_OBJECT_TYPE), kObjectTag)) _OBJECT_TYPE{name, callbacks};
}

void set_callbacks(POBJECT_TYPE type, const TypeCallbacks& callbacks) {
  type->callbacks = callbacks;
}

const char16_t* type_name(POBJECT_TYPE type) {
  return type->name;
}

void* create(POBJECT_TYPE type, size_t bytes) {
  auto* const header = new (ex::allocate_zeroed(sizeof(Header) + bytes, kObjectTag)) Header;
  header->type = type;
  Shard& shard = shard_of(*header);
  const std::lock_guard guard(shard.mutex);
  header->all.Flink = &shard.objects;
  header->all.Blink = shard.objects.Blink;
  shard.objects.Blink->Flink = &header->all;
  shard.objects.Blink = &header->all;
  return header + 1;
}

void reference(void* body) {
  const int64_t before = header_of(body).references.fetch_add(1, std::memory_order_relaxed);
  if (before <= 0) {
    bad_count(
        body, before,
        "An object is referenced whose last reference is gone; reference it while you own one.");
  }
}

void dereference(void* body) {
  Header& header = header_of(body);
  const TypeCallbacks& callbacks = header.type->callbacks;
  const int64_t before = header.references.fetch_sub(1, std::memory_order_acq_rel);
  if (before <= 0) {
    bad_count(body, before - 1, "An object is dereferenced more often than it was referenced.");
  }
  if (before != 1) return;
  if (callbacks.at_any_irql || ke::current_irql() == PASSIVE_LEVEL) {
    destroy(body);
  } else {
    ex::queue_work(destroy, body);
  }
}

POBJECT_TYPE type_of(void* body) {
  return header_of(body).type;
}
int64_t reference_count(void* body) {
  return header_of(body).references.load();
}
int64_t handle_count(void* body) {
  return header_of(body).handles.load();
}
void make_permanent(void* body, bool permanent) {
  header_of(body).permanent.store(permanent);
}
bool is_permanent(void* body) {
  return header_of(body).permanent.load();
}

DISPATCHER_HEADER* dispatcher_of(void* body) {
  auto* const dispatcher = header_of(body).type->callbacks.dispatcher;
  return dispatcher != nullptr ? dispatcher(body) : static_cast<DISPATCHER_HEADER*>(body);
}

NTSTATUS insert_name(std::u16string_view path, void* body) {
  Header& header = header_of(body);
  const std::lock_guard guard(g_names_mutex);
  if (header.name != nullptr || !names().emplace(folded(path), body).second) {
    return STATUS_OBJECT_NAME_COLLISION;
  }
  header.name = new std::u16string(path);
  reference(body);
  return STATUS_SUCCESS;
}

void remove_name(void* body) {
  {
    const std::lock_guard guard(g_names_mutex);
    const std::u16string* const name = header_of(body).name;
    if (name == nullptr) return;
    const auto it = names().find(folded(*name));
    if (it == names().end() || it->second != body) return;
    names().erase(it);
  }
  dereference(body);
}

void* reference_name(std::u16string_view path, POBJECT_TYPE type, NTSTATUS* status) {
  const std::lock_guard guard(g_names_mutex);
  const auto it = names().find(folded(path));
  if (it == names().end()) {
    *status = STATUS_OBJECT_NAME_NOT_FOUND;
    return nullptr;
  }
  if (type != nullptr && type_of(it->second) != type) {
    *status = STATUS_OBJECT_TYPE_MISMATCH;
    return nullptr;
  }
  reference(it->second);
  *status = STATUS_SUCCESS;
  return it->second;
}

std::vector<NamedObject> named_objects() {
  std::vector<NamedObject> all;
  const std::lock_guard guard(g_names_mutex);
  for (const auto& [path, body] : names()) all.push_back({*header_of(body).name, type_of(body)});
  return all;
}

std::u16string name_of(void* body) {
  Header& header = header_of(body);
  {
    const std::lock_guard guard(g_names_mutex);
    if (header.name != nullptr) return *header.name;
  }
  auto* const name = header.type->callbacks.name;
  return name != nullptr ? name(body) : std::u16string();
}

uint64_t leaks(std::string* lines) {
  uint64_t count = handle_leaks(lines) + handle_filter_leaks(lines);
  for (Shard& shard : shards()) {
    const std::lock_guard guard(shard.mutex);
    for (LIST_ENTRY* at = shard.objects.Flink; at != &shard.objects; at = at->Flink) {
      auto* const header = ke::containing<Header>(at, offsetof(Header, all));
      if (header->permanent.load()) continue;
      ++count;
      if (lines == nullptr) continue;
      *lines += "object of type " + narrow(header->type->name) + ", " +
                std::to_string(header->references.load()) + " references, " +
                std::to_string(header->handles.load()) + " handles";
      if (header->name != nullptr) *lines += ", " + narrow(*header->name);
      *lines += "\n";
    }
  }
  return count;
}

}  // namespace flthost::ob
