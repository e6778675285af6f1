// Which sections of images may run and be touched at DISPATCH_LEVEL: all but the pageable ones that
// nobody locked, as MmLockPagableDataSection and MmPageEntireDriver change it.
#include <flthost/boundary/state.h>
#include <flthost/mm/mm.h>

namespace flthost::boundary {
namespace {

size_t index_of(const ModuleRecord& module, const Section& section) {
  return static_cast<size_t>(&section - module.sections.data());
}

std::atomic<int>* lock_count(uint64_t address) {
  ModuleRecord* module = module_record_at(address);
  const Section* section = section_at(address);
  if (module == nullptr || section == nullptr) return nullptr;
  return &module->section_locks[index_of(*module, *section)];
}

void* lock_section(void* address) {
  std::atomic<int>* count = lock_count(reinterpret_cast<uint64_t>(address));
  if (count != nullptr) ++*count;
  return count;
}

void lock_by_handle(void* handle) {
  if (handle != nullptr) ++*static_cast<std::atomic<int>*>(handle);
}

void unlock(void* handle) {
  if (handle != nullptr) --*static_cast<std::atomic<int>*>(handle);
}

void* page_entire(void* address) {
  ModuleRecord* module = module_record_at(reinterpret_cast<uint64_t>(address));
  if (module == nullptr) return nullptr;
  module->all_pageable = true;
  return reinterpret_cast<void*>(module->base);
}

void reset(void* address) {
  ModuleRecord* module = module_record_at(reinterpret_cast<uint64_t>(address));
  if (module != nullptr) module->all_pageable = false;
}

}  // namespace

bool is_pageable(const ModuleRecord& module, const Section& section) {
  if (!section.pageable && !module.all_pageable) return false;
  return module.section_locks[index_of(module, section)].load() <= 0;
}

bool is_paged_out_at_dispatch(uint64_t address) {
  const ModuleRecord* module = module_record_at(address);
  const Section* section = section_at(address);
  return module != nullptr && section != nullptr && is_pageable(*module, *section);
}

void install_paging() {
  mm::install_paging_hooks({lock_section, lock_by_handle, unlock, page_entire, reset});
}

}  // namespace flthost::boundary
