// Views of sections, in a process's part of the user arena or in system space.
#include <flthost/mm/mm.h>
#include <sys/mman.h>

#include <algorithm>
#include <cstring>
#include <map>
#include <memory>

#include "ps_internal.h"
#include "section_internal.h"
#include "zw_memory.h"

using namespace flthost;

namespace flthost::ps {

namespace {

constexpr uint64_t kGranularity = 64 * 1024;

struct View {
  Section* section = nullptr;   // a reference
  PEPROCESS process = nullptr;  // a reference; null: system space
  char* base = nullptr;
  uint64_t offset = 0, bytes = 0;  // whole pages
  ULONG protection = 0;
  std::unique_ptr<char[]> before;  // what a writable view of a file began with, or was flushed as
};

std::mutex g_mutex;  // the table, and what views point at
std::map<uint64_t, std::unique_ptr<View>>& views() {
  static auto* const all = new std::map<uint64_t, std::unique_ptr<View>>;
  return *all;
}

// Locked. The view of `process` that holds the address.
View* find(PEPROCESS process, const void* address) {
  const auto at = reinterpret_cast<uint64_t>(address);
  auto it = views().upper_bound(at);
  if (it == views().begin()) return nullptr;
  View& view = *(--it)->second;
  return at < it->first + view.bytes && view.process == process ? &view : nullptr;
}

bool same_file(const View& view) {
  return view.section->area->file != nullptr && is_writable(view.protection);
}

// Fills the pages that nobody has mapped, and counts this view on all of them.
NTSTATUS fill(ControlArea& area, uint64_t offset, char* base, uint64_t bytes) {
  const std::lock_guard guard(area.mutex);
  const uint64_t first = offset / kPage;
  const uint64_t end = first + bytes / kPage;
  if (area.mapped.size() < end) area.mapped.resize(end);
  if (area.file != nullptr) {
    for (uint64_t page = first; page < end;) {
      uint64_t last = page;
      while (last < end && area.mapped[last] == 0) ++last;
      if (last == page) {
        ++page;
        continue;
      }
      char* const to = base + (page - first) * kPage;
      std::memset(to, 0, (last - page) * kPage);  // also what lies behind the end of the file
      const NTSTATUS status =
          section_files().read(area.file, page * kPage, to, (last - page) * kPage);
      if (!NT_SUCCESS(status) && status != STATUS_END_OF_FILE) return status;
      page = last;
    }
  }
  for (uint64_t page = first; page < end; ++page) ++area.mapped[page];
  return STATUS_SUCCESS;
}

void uncount(ControlArea& area, const View& view) {
  const std::lock_guard guard(area.mutex);
  for (uint64_t page = view.offset / kPage; page < (view.offset + view.bytes) / kPage; ++page) {
    --area.mapped[page];
  }
}

void* reserve(const ViewParameters& wanted, uint64_t bytes) {
  return wanted.process != nullptr ? mm::allocate_user(bytes) : mm::allocate_system(bytes);
}

void give_back(PEPROCESS process, char* base, uint64_t bytes) {
  mmap(base, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0);
  if (process != nullptr) {
    mm::free_user(base, bytes);
  } else {
    mm::free_system(base, bytes);
  }
}

// Writable while it is filled; the memory of the section, or for a copy a private form of it.
NTSTATUS map_memory(const Section& section, const View& view) {
  const int flags = (is_copy(view.protection) ? MAP_PRIVATE : MAP_SHARED) | MAP_FIXED;
  const auto map = [&](int how) {
    return mmap(view.base, view.bytes, PROT_READ | PROT_WRITE, how, section.area->fd,
                static_cast<off_t>(view.offset)) != MAP_FAILED;
  };
  if (!map(MAP_SHARED | MAP_FIXED)) return STATUS_NO_MEMORY;
  const NTSTATUS status = fill(*section.area, view.offset, view.base, view.bytes);
  if (!NT_SUCCESS(status)) return status;
  if (is_copy(view.protection) && !map(flags)) return STATUS_NO_MEMORY;
  return STATUS_SUCCESS;
}

// PAGE_* that a view may have of a section made with `section`.
bool is_allowed(ULONG section, ULONG view) {
  if (is_writable(view)) return is_writable(section);
  const bool executes = (view & (PAGE_EXECUTE | PAGE_EXECUTE_READ | PAGE_EXECUTE_WRITECOPY)) != 0;
  return !executes || (section & 0xf0) != 0;
}

// Writes the pages of [from, to) of the view that differ from what they were.
NTSTATUS write_back(View& view, uint64_t from, uint64_t to) {
  NTSTATUS result = STATUS_SUCCESS;
  ControlArea& area = *view.section->area;
  const uint64_t end = std::min(to, view.section->size - view.offset);
  for (uint64_t at = from; at < end; at += kPage) {
    const uint64_t bytes = std::min(kPage, end - at);
    if (std::memcmp(view.base + at, view.before.get() + at, bytes) == 0) continue;
    const NTSTATUS status =
        section_files().write(area.file, view.offset + at, view.base + at, bytes);
    if (NT_SUCCESS(status)) {
      std::memcpy(view.before.get() + at, view.base + at, bytes);
    } else {
      result = status;
    }
  }
  return result;
}

NTSTATUS check(const Section& section, const ViewParameters& wanted, uint64_t* bytes) {
  const int access = page_access(wanted.protection);
  if (access < 0) return STATUS_INVALID_PAGE_PROTECTION;
  if (!is_allowed(section.protection, wanted.protection)) return STATUS_SECTION_PROTECTION;
  if (wanted.offset % kGranularity != 0) return STATUS_MAPPED_ALIGNMENT;
  const uint64_t whole = (section.size + kPage - 1) / kPage * kPage;
  if (wanted.offset >= whole) return STATUS_INVALID_VIEW_SIZE;
  *bytes = wanted.bytes != 0 ? wanted.bytes : whole - wanted.offset;
  if (*bytes > whole - wanted.offset) return STATUS_INVALID_VIEW_SIZE;
  *bytes = (*bytes + kPage - 1) / kPage * kPage;
  return STATUS_SUCCESS;
}

}  // namespace

NTSTATUS map_view(void* body, const ViewParameters& wanted, void** base, SIZE_T* bytes) {
  auto& section = *static_cast<Section*>(body);
  auto view = std::make_unique<View>();
  NTSTATUS status = check(section, wanted, &view->bytes);
  if (!NT_SUCCESS(status)) return status;
  view->base = static_cast<char*>(reserve(wanted, view->bytes));
  if (view->base == nullptr) return STATUS_NO_MEMORY;
  view->section = &section;
  view->process = wanted.process;
  view->offset = wanted.offset;
  view->protection = wanted.protection;
  status = map_memory(section, *view);
  if (!NT_SUCCESS(status)) {
    give_back(wanted.process, view->base, view->bytes);
    return status;
  }
  ob::reference(&section);
  if (wanted.process != nullptr) ob::reference(wanted.process);
  ControlArea& area = *section.area;
  area.views.fetch_add(1);
  if (same_file(*view)) {
    view->before = std::make_unique_for_overwrite<char[]>(view->bytes);
    std::memcpy(view->before.get(), view->base, view->bytes);
    if (wanted.process != nullptr) area.user_writable.fetch_add(1);
  }
  const uint64_t end = view->offset + view->bytes;
  uint64_t now = area.mapped_end.load();
  while (now < end && !area.mapped_end.compare_exchange_weak(now, end)) {
  }
  mprotect(view->base, view->bytes, page_access(wanted.protection));
  *base = view->base;
  *bytes = view->bytes;
  const std::lock_guard guard(g_mutex);
  const auto at = reinterpret_cast<uint64_t>(view->base);
  views().emplace(at, std::move(view));
  return STATUS_SUCCESS;
}

NTSTATUS unmap_view(PEPROCESS process, void* address) {
  std::unique_ptr<View> gone;
  {
    const std::lock_guard guard(g_mutex);
    View* const view = find(process, address);
    if (view == nullptr) return STATUS_NOT_MAPPED_VIEW;
    const auto it = views().find(reinterpret_cast<uint64_t>(view->base));
    gone = std::move(it->second);
    views().erase(it);
  }
  // What can't be written is lost, as with the mapped page writer.
  if (gone->before != nullptr) write_back(*gone, 0, gone->bytes);
  ControlArea& area = *gone->section->area;
  uncount(area, *gone);
  if (gone->before != nullptr && process != nullptr) area.user_writable.fetch_sub(1);
  if (area.views.fetch_sub(1) == 1) area.mapped_end.store(0);
  give_back(process, gone->base, gone->bytes);
  if (process != nullptr) ob::dereference(process);
  ob::dereference(gone->section);
  return STATUS_SUCCESS;
}

void unmap_all_views(PEPROCESS process) {
  for (;;) {
    void* base = nullptr;
    {
      const std::lock_guard guard(g_mutex);
      for (const auto& [at, view] : views()) {
        if (view->process == process) base = view->base;
      }
    }
    if (base == nullptr) return;
    unmap_view(process, base);
  }
}

NTSTATUS flush_view(PEPROCESS process, void** base, SIZE_T* bytes) {
  // Nobody unmaps it meanwhile: that is the caller's, as on NT.
  View* view = nullptr;
  {
    const std::lock_guard guard(g_mutex);
    view = find(process, *base);
  }
  if (view == nullptr) return STATUS_NOT_MAPPED_VIEW;
  const uint64_t from =
      static_cast<uint64_t>(static_cast<char*>(*base) - view->base) / kPage * kPage;
  if (*bytes > view->bytes - from) return STATUS_INVALID_PARAMETER_2;
  const uint64_t to =
      *bytes == 0 ? view->bytes
                  : std::min<uint64_t>(view->bytes, (from + *bytes + kPage - 1) / kPage * kPage);
  *base = view->base + from;
  *bytes = to - from;
  return view->before != nullptr ? write_back(*view, from, to) : STATUS_SUCCESS;
}

bool query_view(PEPROCESS process, const void* address, MEMORY_BASIC_INFORMATION* information) {
  const std::lock_guard guard(g_mutex);
  const View* const view = find(process, address);
  if (view == nullptr) return false;
  const uint64_t page = reinterpret_cast<uint64_t>(address) / kPage * kPage;
  information->BaseAddress = reinterpret_cast<PVOID>(page);
  information->AllocationBase = view->base;
  information->AllocationProtect = view->protection;
  information->RegionSize = reinterpret_cast<uint64_t>(view->base) + view->bytes - page;
  information->State = MEM_COMMIT;
  information->Protect = view->protection;
  information->Type = MEM_MAPPED;
  return true;
}

}  // namespace flthost::ps

using namespace flthost::ps;

NTSTATUS NTAPI MmMapViewInSystemSpaceEx(PVOID Section, PVOID* MappedBase, PSIZE_T ViewSize,
                                        PLARGE_INTEGER SectionOffset, SIZE_T) {
  *MappedBase = nullptr;
  const ULONG protection = static_cast<ps::Section*>(Section)->protection;
  const ViewParameters wanted{
      .process = nullptr,
      .offset = SectionOffset != nullptr ? static_cast<uint64_t>(SectionOffset->QuadPart) : 0,
      .bytes = *ViewSize,
      .protection = is_writable(protection) ? PAGE_READWRITE : ULONG{PAGE_READONLY}};
  return map_view(Section, wanted, MappedBase, ViewSize);
}

NTSTATUS NTAPI MmMapViewInSystemSpace(PVOID Section, PVOID* MappedBase, PSIZE_T ViewSize) {
  return MmMapViewInSystemSpaceEx(Section, MappedBase, ViewSize, nullptr, 0);
}

NTSTATUS NTAPI MmUnmapViewInSystemSpace(PVOID MappedBase) {
  const NTSTATUS status = unmap_view(nullptr, MappedBase);
  if (status == STATUS_NOT_MAPPED_VIEW) {
    ke::bugcheck({.code = 0xD7,  // DRIVER_UNMAPPING_INVALID_VIEW
                  .parameters = {reinterpret_cast<uint64_t>(MappedBase), 0, 0, 0},
                  .reason = "MmUnmapViewInSystemSpace of an address at which no view is mapped in "
                            "system space; unmap what MmMapViewInSystemSpace gave, once."});
  }
  return status;
}

// Only where the host's own memory is the process's: for System, and for who calls.
NTSTATUS NTAPI MmMapViewOfSection(PVOID SectionObject, PEPROCESS Process, PVOID* BaseAddress,
                                  ULONG_PTR, SIZE_T, PLARGE_INTEGER SectionOffset, PSIZE_T ViewSize,
                                  SECTION_INHERIT, ULONG, ULONG PageProtection) {
  if (Process != system_process() && Process != PsGetCurrentProcess()) return STATUS_NOT_SUPPORTED;
  // Where views lie is the arena's business: an address that is asked for is taken.
  if (*BaseAddress != nullptr) return STATUS_CONFLICTING_ADDRESSES;
  const ViewParameters wanted{
      .process = Process,
      .offset = SectionOffset != nullptr ? static_cast<uint64_t>(SectionOffset->QuadPart) : 0,
      .bytes = *ViewSize,
      .protection = PageProtection};
  return map_view(SectionObject, wanted, BaseAddress, ViewSize);
}

NTSTATUS NTAPI MmUnmapViewOfSection(PEPROCESS Process, PVOID BaseAddress) {
  return unmap_view(Process, BaseAddress);
}

namespace flthost::ps {

ke::ExportTable view_exports() {
  static const ke::Export rows[] = {
      FLTHOST_EXPORT(MmMapViewInSystemSpace),   FLTHOST_EXPORT(MmMapViewInSystemSpaceEx),
      FLTHOST_EXPORT(MmUnmapViewInSystemSpace), FLTHOST_EXPORT(MmMapViewOfSection),
      FLTHOST_EXPORT(MmUnmapViewOfSection),
  };
  return {rows, std::size(rows)};
}

}  // namespace flthost::ps
