// Virtual memory of a process: regions of the user arena, which is all that drivers and the host
// see of it. What a Linux process maps for itself is Linux's business.
#include <flthost/mm/mm.h>
#include <flthost/ps/section.h>
#include <sys/mman.h>
#include <sys/uio.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <map>
#include <vector>

#include "ps_internal.h"
#include "zw_memory.h"

using namespace flthost;

namespace flthost::ps {

namespace {

constexpr uint64_t kPageBytes = 4096;
constexpr uint64_t kLargestRegion = uint64_t{1} << 36;

struct Region {
  PEPROCESS process = nullptr;  // a reference
  char* base = nullptr;
  ULONG protection = 0;      // of the allocation
  std::vector<ULONG> pages;  // PAGE_*; 0: reserved only
  uint64_t bytes() const { return pages.size() * kPageBytes; }
};

std::mutex g_mutex;
std::map<uint64_t, Region>& regions() {
  static auto* const all = new std::map<uint64_t, Region>;
  return *all;
}

// Locked.
Region* find(PEPROCESS process, uint64_t address) {
  auto it = regions().upper_bound(address);
  if (it == regions().begin()) return nullptr;
  Region& region = (--it)->second;
  return address < it->first + region.bytes() && region.process == process ? &region : nullptr;
}

void set_pages(Region& region, uint64_t first, uint64_t end, ULONG protection) {
  char* const from = region.base + first * kPageBytes;
  const size_t bytes = (end - first) * kPageBytes;
  if (protection == 0) madvise(from, bytes, MADV_DONTNEED);  // zero when it is committed again
  mprotect(from, bytes, protection != 0 ? page_access(protection) : PROT_NONE);
  std::fill(region.pages.begin() + static_cast<ptrdiff_t>(first),
            region.pages.begin() + static_cast<ptrdiff_t>(end), protection);
}

void release(const Region& region) {
  mprotect(region.base, region.bytes(), PROT_READ | PROT_WRITE);
  mm::free_user(region.base, region.bytes());
  ob::dereference(region.process);
}

struct Range {
  PVOID base = nullptr;
  SIZE_T bytes = 0;
};

NTSTATUS allocate(PEPROCESS process, ULONG type, ULONG protection, Range* range) {
  const uint64_t pages = (range->bytes + kPageBytes - 1) / kPageBytes;
  if (range->base != nullptr) {
    const auto at = reinterpret_cast<uint64_t>(range->base);
    const std::lock_guard guard(g_mutex);
    Region* const region = find(process, at);
    // Where new regions lie is the arena's business: an address that is asked for is taken.
    if (region == nullptr || (type & MEM_RESERVE) != 0) return STATUS_CONFLICTING_ADDRESSES;
    const uint64_t offset = at - reinterpret_cast<uint64_t>(region->base);
    const uint64_t first = offset / kPageBytes;
    const uint64_t end = (offset + range->bytes + kPageBytes - 1) / kPageBytes;
    if (end > region->pages.size()) return STATUS_CONFLICTING_ADDRESSES;
    set_pages(*region, first, end, protection);
    *range = {region->base + first * kPageBytes, (end - first) * kPageBytes};
    return STATUS_SUCCESS;
  }
  auto* const base = static_cast<char*>(mm::allocate_user(pages * kPageBytes));
  if (base == nullptr) return STATUS_NO_MEMORY;
  Region region{.process = process, .base = base, .protection = protection, .pages = {}};
  region.pages.resize(pages);
  set_pages(region, 0, pages, (type & MEM_COMMIT) != 0 ? protection : 0);
  ob::reference(process);
  *range = {base, pages * kPageBytes};
  const std::lock_guard guard(g_mutex);
  regions().emplace(reinterpret_cast<uint64_t>(base), std::move(region));
  return STATUS_SUCCESS;
}

NTSTATUS free_range(PEPROCESS process, ULONG type, Range* range) {
  Region gone;
  {
    const auto at = reinterpret_cast<uint64_t>(range->base);
    const std::lock_guard guard(g_mutex);
    Region* const region = find(process, at);
    if (region == nullptr) return STATUS_MEMORY_NOT_ALLOCATED;
    const uint64_t offset = at - reinterpret_cast<uint64_t>(region->base);
    const bool whole = range->bytes == 0;
    if (whole && offset >= kPageBytes) return STATUS_FREE_VM_NOT_AT_BASE;
    const uint64_t first = offset / kPageBytes;
    const uint64_t end =
        whole ? region->pages.size() : (offset + range->bytes + kPageBytes - 1) / kPageBytes;
    if (end > region->pages.size()) return STATUS_UNABLE_TO_FREE_VM;
    *range = {region->base + first * kPageBytes, (end - first) * kPageBytes};
    if (type == MEM_DECOMMIT) {
      set_pages(*region, first, end, 0);
      return STATUS_SUCCESS;
    }
    // A part can't be released: the arena takes whole runs.
    if (first != 0 || end != region->pages.size()) return STATUS_UNABLE_TO_FREE_VM;
    gone = std::move(*region);
    regions().erase(reinterpret_cast<uint64_t>(gone.base));
  }
  release(gone);
  return STATUS_SUCCESS;
}

void query(PEPROCESS process, uint64_t page, MEMORY_BASIC_INFORMATION* information) {
  const std::lock_guard guard(g_mutex);
  information->BaseAddress = reinterpret_cast<PVOID>(page);
  if (const Region* const region = find(process, page)) {
    const uint64_t first = (page - reinterpret_cast<uint64_t>(region->base)) / kPageBytes;
    uint64_t end = first;
    while (end < region->pages.size() && region->pages[end] == region->pages[first]) ++end;
    information->AllocationBase = region->base;
    information->AllocationProtect = region->protection;
    information->RegionSize = (end - first) * kPageBytes;
    information->State = region->pages[first] != 0 ? MEM_COMMIT : ULONG{MEM_RESERVE};
    information->Protect = region->pages[first];
    information->Type = MEM_PRIVATE;
    return;
  }
  const auto next = regions().upper_bound(page);
  const uint64_t end =
      next != regions().end() ? next->first : reinterpret_cast<uint64_t>(MmHighestUserAddress) + 1;
  information->RegionSize = end - page;
  information->State = MEM_FREE;
  information->Protect = PAGE_NOACCESS;
}

bool is_ours(const void* address) {
  return reinterpret_cast<uint64_t>(address) >= mm::kUserBase;
}

// One side at least lies in a Linux process's own memory. Bytes copied, or -1.
ssize_t copy_with_linux(PEPROCESS from, void* source, PEPROCESS to, void* target, size_t bytes) {
  iovec ours{};
  iovec theirs{};
  ours.iov_len = theirs.iov_len = bytes;
  if (!is_ours(source) && is_ours(target)) {
    ours.iov_base = target;
    theirs.iov_base = source;
    return process_vm_readv(static_cast<pid_t>(process_id(from)), &ours, 1, &theirs, 1, 0);
  }
  if (is_ours(source) && !is_ours(target)) {
    ours.iov_base = source;
    theirs.iov_base = target;
    return process_vm_writev(static_cast<pid_t>(process_id(to)), &ours, 1, &theirs, 1, 0);
  }
  std::vector<char> between(bytes);
  ours.iov_base = between.data();
  theirs.iov_base = source;
  const ssize_t got =
      process_vm_readv(static_cast<pid_t>(process_id(from)), &ours, 1, &theirs, 1, 0);
  if (got <= 0) return got;
  ours.iov_len = theirs.iov_len = static_cast<size_t>(got);
  theirs.iov_base = target;
  return process_vm_writev(static_cast<pid_t>(process_id(to)), &ours, 1, &theirs, 1, 0);
}

bool is_linux_process(PEPROCESS process) {
  return !body_of(process).system && !body_of(process).exited.load();
}

}  // namespace

void free_all_regions(PEPROCESS process) {
  std::vector<Region> gone;
  {
    const std::lock_guard guard(g_mutex);
    for (auto it = regions().begin(); it != regions().end();) {
      if (it->second.process == process) {
        gone.push_back(std::move(it->second));
        it = regions().erase(it);
      } else {
        ++it;
      }
    }
  }
  for (const Region& region : gone) release(region);
}

}  // namespace flthost::ps

using namespace flthost::ps;

NTSTATUS NTAPI ZwAllocateVirtualMemory(HANDLE ProcessHandle, PVOID* BaseAddress, ULONG_PTR ZeroBits,
                                       PSIZE_T RegionSize, ULONG AllocationType, ULONG Protect) {
  constexpr ULONG kTypes = MEM_COMMIT | MEM_RESERVE | MEM_TOP_DOWN | MEM_RESET | MEM_LARGE_PAGES;
  if (ZeroBits > 21 && ZeroBits < 32) return STATUS_INVALID_PARAMETER_3;
  if ((AllocationType & ~kTypes) != 0 || (AllocationType & (MEM_COMMIT | MEM_RESERVE)) == 0) {
    return STATUS_INVALID_PARAMETER_5;
  }
  if (page_access(Protect) < 0) return STATUS_INVALID_PAGE_PROTECTION;
  Range range;
  if (!read_from(BaseAddress, &range.base) || !read_from(RegionSize, &range.bytes)) {
    return STATUS_ACCESS_VIOLATION;
  }
  if (range.bytes == 0 || range.bytes > kLargestRegion) return STATUS_INVALID_PARAMETER_4;
  if (!mm::is_user_address(range.base)) return STATUS_INVALID_PARAMETER_2;
  PEPROCESS process = nullptr;
  NTSTATUS status = reference_process_handle(ProcessHandle, &process);
  if (!NT_SUCCESS(status)) return status;
  // Another process's memory is Linux's.
  status = process == system_process() || process == PsGetCurrentProcess()
               ? allocate(process, AllocationType, Protect, &range)
               : STATUS_NOT_SUPPORTED;
  if (NT_SUCCESS(status) &&
      (!write_to(BaseAddress, range.base) || !write_to(RegionSize, range.bytes))) {
    status = STATUS_ACCESS_VIOLATION;
  }
  ob::dereference(process);
  return status;
}

NTSTATUS NTAPI ZwFreeVirtualMemory(HANDLE ProcessHandle, PVOID* BaseAddress, PSIZE_T RegionSize,
                                   ULONG FreeType) {
  if (FreeType != MEM_RELEASE && FreeType != MEM_DECOMMIT) return STATUS_INVALID_PARAMETER_4;
  Range range;
  if (!read_from(BaseAddress, &range.base) || !read_from(RegionSize, &range.bytes)) {
    return STATUS_ACCESS_VIOLATION;
  }
  PEPROCESS process = nullptr;
  NTSTATUS status = reference_process_handle(ProcessHandle, &process);
  if (!NT_SUCCESS(status)) return status;
  status = free_range(process, FreeType, &range);
  if (NT_SUCCESS(status) &&
      (!write_to(BaseAddress, range.base) || !write_to(RegionSize, range.bytes))) {
    status = STATUS_ACCESS_VIOLATION;
  }
  ob::dereference(process);
  return status;
}

NTSTATUS NTAPI ZwQueryVirtualMemory(HANDLE ProcessHandle, PVOID BaseAddress,
                                    MEMORY_INFORMATION_CLASS MemoryInformationClass,
                                    PVOID MemoryInformation, SIZE_T MemoryInformationLength,
                                    PSIZE_T ReturnLength) {
  ULONG wanted = 0;
  std::memcpy(&wanted, &MemoryInformationClass, sizeof wanted);
  if (wanted != MemoryBasicInformation) return STATUS_INVALID_INFO_CLASS;
  if (MemoryInformationLength < sizeof(MEMORY_BASIC_INFORMATION)) {
    return STATUS_INFO_LENGTH_MISMATCH;
  }
  if (BaseAddress > MmHighestUserAddress) return STATUS_INVALID_PARAMETER;
  PEPROCESS process = nullptr;
  const NTSTATUS status = reference_process_handle(ProcessHandle, &process);
  if (!NT_SUCCESS(status)) return status;
  MEMORY_BASIC_INFORMATION information{};
  const uint64_t page = reinterpret_cast<uint64_t>(BaseAddress) / kPageBytes * kPageBytes;
  if (!query_view(process, BaseAddress, &information)) query(process, page, &information);
  ob::dereference(process);
  const SIZE_T bytes = sizeof information;
  const bool good =
      write_to(static_cast<MEMORY_BASIC_INFORMATION*>(MemoryInformation), information) &&
      (ReturnLength == nullptr || write_to(ReturnLength, bytes));
  return good ? STATUS_SUCCESS : STATUS_ACCESS_VIOLATION;
}

// A hint to bring pages in; touching them does.
NTSTATUS NTAPI ZwSetInformationVirtualMemory(HANDLE ProcessHandle,
                                             VIRTUAL_MEMORY_INFORMATION_CLASS VmInformationClass,
                                             SIZE_T NumberOfEntries,
                                             PMEMORY_RANGE_ENTRY VirtualAddresses,
                                             PVOID VmInformation, ULONG VmInformationLength) {
  ULONG wanted = 0;
  std::memcpy(&wanted, &VmInformationClass, sizeof wanted);
  if (wanted != VmPrefetchInformation) return STATUS_INVALID_PARAMETER_2;
  if (NumberOfEntries == 0) return STATUS_INVALID_PARAMETER_3;
  if (VmInformationLength != sizeof(ULONG)) return STATUS_INVALID_PARAMETER_6;
  ULONG flags = 0;
  if (!read_from(static_cast<const ULONG*>(VmInformation), &flags)) return STATUS_ACCESS_VIOLATION;
  if (flags != 0) return STATUS_INVALID_PARAMETER_5;
  PEPROCESS process = nullptr;
  const NTSTATUS status = reference_process_handle(ProcessHandle, &process);
  if (!NT_SUCCESS(status)) return status;
  ob::dereference(process);
  for (SIZE_T i = 0; i < NumberOfEntries; ++i) {
    MEMORY_RANGE_ENTRY entry{};
    if (!read_from(VirtualAddresses + i, &entry)) return STATUS_ACCESS_VIOLATION;
    if (entry.NumberOfBytes == 0) return STATUS_INVALID_PARAMETER_4;
    mm::guarded_probe(entry.VirtualAddress, entry.NumberOfBytes, false);
  }
  return STATUS_SUCCESS;
}

// Memory of the host's arenas is copied as it is; a Linux process's own through Linux.
NTSTATUS NTAPI MmCopyVirtualMemory(PEPROCESS SourceProcess, PVOID SourceAddress,
                                   PEPROCESS TargetProcess, PVOID TargetAddress, SIZE_T BufferSize,
                                   KPROCESSOR_MODE PreviousMode, PSIZE_T ReturnSize) {
  *ReturnSize = 0;
  const auto beyond_user = [](void* address, SIZE_T bytes) {
    const auto at = reinterpret_cast<uint64_t>(address);
    return at + bytes < at || at + bytes > MmUserProbeAddress;
  };
  if (PreviousMode != KernelMode &&
      (beyond_user(SourceAddress, BufferSize) || beyond_user(TargetAddress, BufferSize))) {
    return STATUS_ACCESS_VIOLATION;
  }
  if (BufferSize == 0) return STATUS_SUCCESS;
  const bool ours = is_ours(SourceAddress) && is_ours(TargetAddress);
  if (ours) {
    if (!mm::guarded_copy(TargetAddress, SourceAddress, BufferSize)) return STATUS_PARTIAL_COPY;
    *ReturnSize = BufferSize;
    return STATUS_SUCCESS;
  }
  if ((!is_ours(SourceAddress) && !is_linux_process(SourceProcess)) ||
      (!is_ours(TargetAddress) && !is_linux_process(TargetProcess))) {
    return STATUS_PARTIAL_COPY;
  }
  const ssize_t copied =
      copy_with_linux(SourceProcess, SourceAddress, TargetProcess, TargetAddress, BufferSize);
  if (copied < 0) return errno == EPERM ? STATUS_ACCESS_DENIED : STATUS_PARTIAL_COPY;
  *ReturnSize = static_cast<SIZE_T>(copied);
  return *ReturnSize == BufferSize ? STATUS_SUCCESS : STATUS_PARTIAL_COPY;
}

namespace flthost::ps {

ke::ExportTable virtual_memory_exports() {
  static const ke::Export rows[] = {
      FLTHOST_EXPORT(ZwAllocateVirtualMemory), FLTHOST_EXPORT(ZwFreeVirtualMemory),
      FLTHOST_EXPORT(ZwQueryVirtualMemory),    FLTHOST_EXPORT(ZwSetInformationVirtualMemory),
      FLTHOST_EXPORT(MmCopyVirtualMemory),
  };
  return {rows, std::size(rows)};
}

}  // namespace flthost::ps
