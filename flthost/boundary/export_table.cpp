// The registry of everything that drivers can import, with the documented IRQL limits.
#include <flthost/boundary/state.h>

#include <algorithm>
#include <iterator>
#include <mutex>
#include <unordered_map>

namespace flthost::boundary {
namespace {

struct Limits {
  const char* name;
  KIRQL low;
  KIRQL high;
  uint8_t arguments;
};
constexpr Limits kLimits[] = {
#include "export_limits.inc"
};

void apply_limits(ExportInfo& info) {
  const auto* found = std::lower_bound(
      std::begin(kLimits), std::end(kLimits), std::string_view(info.name),
      [](const Limits& row, std::string_view name) { return std::string_view(row.name) < name; });
  if (found == std::end(kLimits) || info.name != found->name) return;
  info.min_irql = found->low;
  info.max_irql = found->high;
  info.arguments = found->arguments;
}

std::mutex registry_lock;
// Nodes stay where they are: thunk records point into them.
std::unordered_map<std::string, ExportInfo>& registry() {
  static auto* map = new std::unordered_map<std::string, ExportInfo>;
  return *map;
}

void add_leaf(const char* name, void (*routine)()) {
  ExportInfo info;
  info.name = name;
  info.address = reinterpret_cast<const void*>(routine);
  info.leaf = true;
  add_export(info);
}

}  // namespace

const ExportInfo* find_export(std::string_view name) {
  const std::lock_guard lock(registry_lock);
  const auto found = registry().find(std::string(name));
  return found == registry().end() ? nullptr : &found->second;
}

// A name's first definition stays: drivers may already be bound to it.
void add_export(const ExportInfo& info) {
  const std::lock_guard lock(registry_lock);
  registry().emplace(info.name, info);
}

bool hook_export(std::string_view name, BeforeExport before, AfterExport after) {
  const std::lock_guard lock(registry_lock);
  const auto found = registry().find(std::string(name));
  if (found == registry().end() || found->second.leaf || found->second.data) return false;
  if (before != nullptr) found->second.before = before;
  if (after != nullptr) found->second.after = after;
  return true;
}

void add_exports(const ke::ExportTable& table) {
  for (size_t i = 0; i < table.count; ++i) {
    ExportInfo info;
    info.name = table.rows[i].name;
    info.address = table.rows[i].address;
    info.data = table.rows[i].data;
    info.pure = table.rows[i].pure;
    apply_limits(info);
    add_export(info);
  }
}

void add_leaf_exports() {
  add_leaf("memcpy", boundary_memmove);
  add_leaf("memmove", boundary_memmove);
  add_leaf("RtlCopyMemory", boundary_memmove);
  add_leaf("RtlMoveMemory", boundary_memmove);
  add_leaf("RtlCopyMemoryNonTemporal", boundary_memmove);
  add_leaf("memset", boundary_memset);
  add_leaf("memcmp", boundary_memcmp);
  add_leaf("RtlCompareMemory", boundary_RtlCompareMemory);
  add_leaf("__chkstk", boundary_chkstk);
  add_leaf("RtlCaptureContext", boundary_RtlCaptureContext);
}

}  // namespace flthost::boundary
