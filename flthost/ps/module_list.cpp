// PsLoadedModuleList: one entry per loaded driver, laid out as drivers that walk it expect.
#include <flthost/boundary/boundary.h>
#include <flthost/ex/ex.h>

#include <sys/mman.h>

#include <cstring>
#include <set>

#include "ps_internal.h"

using namespace flthost;

extern "C" {
LIST_ENTRY PsLoadedModuleList{&PsLoadedModuleList, &PsLoadedModuleList};
ERESOURCE PsLoadedModuleResource;
}

namespace flthost::ps {

namespace {

constexpr uint32_t kEntryTag = 0x644c'6d4d;  // "MmLd"

// The kernel's loader entry, as far as it can be known here.
struct ModuleEntry {
  LIST_ENTRY in_load_order;
  PVOID exception_table;
  ULONG exception_table_size;
  PVOID gp_value;
  PVOID non_paged_debug_info;
  PVOID dll_base;
  PVOID entry_point;
  ULONG size_of_image;
  UNICODE_STRING full_name;
  UNICODE_STRING base_name;
  ULONG flags;
  USHORT load_count;
  USHORT signature;
  PVOID section_pointer;
  ULONG check_sum;
  char tail[64];
};
static_assert(offsetof(ModuleEntry, dll_base) == 0x30);
static_assert(offsetof(ModuleEntry, full_name) == 0x48);
static_assert(offsetof(ModuleEntry, base_name) == 0x58);

std::mutex g_prepare;
bool g_prepared = false;         // the resource is there
std::set<uint64_t> g_protected;  // sections of MmProtectDriverSection, by address

void prepare_list() {
  const std::lock_guard guard(g_prepare);
  if (!g_prepared) ExInitializeResourceLite(&PsLoadedModuleResource);
  g_prepared = true;
}

void set_name(UNICODE_STRING& name, const std::string& text) {
  const size_t length = std::min<size_t>(text.size(), 0x7ffe);
  name.Length = static_cast<USHORT>(length * sizeof(WCHAR));
  name.MaximumLength = static_cast<USHORT>(name.Length + sizeof(WCHAR));
  name.Buffer = static_cast<PWCH>(ex::allocate_zeroed(name.MaximumLength, kEntryTag));
  for (size_t i = 0; i < length; ++i) name.Buffer[i] = static_cast<uint8_t>(text[i]);
}

class ListGuard {
 public:
  ListGuard() {
    prepare_list();
    ExEnterCriticalRegionAndAcquireResourceExclusive(&PsLoadedModuleResource);
  }
  ~ListGuard() { ExReleaseResourceAndLeaveCriticalRegion(&PsLoadedModuleResource); }
  ListGuard(const ListGuard&) = delete;
  ListGuard& operator=(const ListGuard&) = delete;
};

ModuleEntry* find(uint64_t base) {
  for (LIST_ENTRY* at = PsLoadedModuleList.Flink; at != &PsLoadedModuleList; at = at->Flink) {
    auto* const entry = ke::containing<ModuleEntry>(at, 0);
    if (entry->dll_base == reinterpret_cast<PVOID>(base)) return entry;
  }
  return nullptr;
}

}  // namespace

void image_loaded(const boundary::Module& module) {
  auto* const entry =
      static_cast<ModuleEntry*>(ex::allocate_zeroed(sizeof(ModuleEntry), kEntryTag));
  entry->dll_base = reinterpret_cast<PVOID>(module.base);
  entry->entry_point = reinterpret_cast<PVOID>(module.entry);
  entry->size_of_image = module.size;
  entry->load_count = 1;
  set_name(entry->full_name, "\\SystemRoot\\System32\\drivers\\" + module.name);
  set_name(entry->base_name, module.name);
  {
    const ListGuard guard;
    InsertTailList(&PsLoadedModuleList, &entry->in_load_order);
  }
  notify_image(entry->full_name, nullptr, module.base, module.size);
}

void image_unloaded(uint64_t base) {
  ModuleEntry* entry = nullptr;
  {
    const ListGuard guard;
    entry = find(base);
    if (entry != nullptr) RemoveEntryList(&entry->in_load_order);
  }
  if (entry == nullptr) return;
  {
    const std::lock_guard guard(g_prepare);
    std::erase_if(g_protected, [&](uint64_t address) {
      return address >= base && address < base + entry->size_of_image;
    });
  }
  ex::free(entry->full_name.Buffer);
  ex::free(entry->base_name.Buffer);
  ex::free(entry);
}

void end_module_list() {
  const std::lock_guard guard(g_prepare);
  if (g_prepared) ExDeleteResourceLite(&PsLoadedModuleResource);
  g_prepared = false;
}

}  // namespace flthost::ps

// Without a hypervisor the page tables protect it: as good as the driver's own honesty. A driver is
// unloaded at the end with or without MM_PROTECT_DRIVER_SECTION_ALLOW_UNLOAD.
NTSTATUS NTAPI MmProtectDriverSection(PVOID AddressWithinSection, SIZE_T Size, ULONG Flags) {
  constexpr ULONG kExecutable = 0x2000'0000;  // IMAGE_SCN_MEM_EXECUTE
  constexpr ULONG kDiscardable = 0x0200'0000;
  if (Size != 0 || (Flags & ~ULONG{MM_PROTECT_DRIVER_SECTION_ALLOW_UNLOAD}) != 0) {
    return STATUS_INVALID_PARAMETER;
  }
  const auto address = reinterpret_cast<uint64_t>(AddressWithinSection);
  const boundary::Section* const section = boundary::section_at(address);
  if (section == nullptr) {
    ke::bugcheck({.code = 0x1A,  // MEMORY_MANAGEMENT
                  .parameters = {0x1100, address, 0, 0},
                  .reason = "MmProtectDriverSection of an address in no loaded driver's image."});
  }
  if ((section->characteristics & kExecutable) != 0) return STATUS_INVALID_PAGE_PROTECTION;
  if (section->init || (section->characteristics & kDiscardable) != 0) {
    return STATUS_ACCESS_VIOLATION;
  }
  const std::lock_guard guard(ps::g_prepare);
  if (!ps::g_protected.insert(section->address).second) return STATUS_ALREADY_COMMITTED;
  const uint64_t bytes = (uint64_t{section->size} + 0xfff) & ~uint64_t{0xfff};
  if (::mprotect(reinterpret_cast<void*>(section->address), bytes, PROT_READ) == 0) {
    return STATUS_SUCCESS;
  }
  ps::g_protected.erase(section->address);
  return STATUS_NOT_SUPPORTED;
}

namespace flthost::ps {

ke::ExportTable module_list_exports() {
  prepare_list();
  static const ke::Export rows[] = {
      FLTHOST_EXPORT(MmProtectDriverSection),
      {"PsLoadedModuleList", &PsLoadedModuleList, true},
      {"PsLoadedModuleResource", &PsLoadedModuleResource, true},
  };
  return {rows, std::size(rows)};
}

}  // namespace flthost::ps
