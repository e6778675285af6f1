// Memory descriptor lists. A page's "frame number" is its address here, so a system mapping of
// locked pages is the pages themselves.
#include <flthost/mm/mm.h>
#include <sys/mman.h>

#include <atomic>
#include <cstring>

#include "mm_internal.h"

using namespace flthost;

namespace flthost::mm {

namespace {

constexpr size_t kPage = 4096;
// In MDL.Reserved: the pages came from MmAllocatePagesForMdl.
constexpr USHORT kOwnPages = 1;
// MDL.Size is 16 bits; a larger MDL (16 MiB and more) says this.
constexpr CSHORT kLargestSize = 0x7ff8;

void* default_allocate(size_t bytes) {
  return bytes <= kLargestBlock ? allocate_block(bytes) : allocate_system(bytes);
}
void default_free(void* memory) {
  const auto* const mdl = static_cast<const MDL*>(memory);
  const auto bytes = static_cast<size_t>(static_cast<USHORT>(mdl->Size));
  if (bytes <= kLargestBlock) {
    free_block(memory, bytes);
  } else {
    free_system(memory, bytes);
  }
}

std::atomic<void* (*)(size_t)> g_allocate{default_allocate};
std::atomic<void (*)(void*)> g_free{default_free};
std::atomic<int64_t> g_mdls{0}, g_locked{0}, g_mapping_addresses{0};

PFN_NUMBER* frames(MDL* mdl) {
  return MmGetMdlPfnArray(mdl);
}
ULONG page_count(const MDL* mdl) {
  return static_cast<ULONG>((static_cast<uint64_t>(mdl->ByteOffset) + mdl->ByteCount + kPage - 1) /
                            kPage);
}
char* start_of(const MDL* mdl) {
  return static_cast<char*>(mdl->StartVa) + mdl->ByteOffset;
}
bool has(const MDL* mdl, int flags) {
  return (mdl->MdlFlags & flags) != 0;
}
void set(MDL* mdl, int flags) {
  mdl->MdlFlags = static_cast<CSHORT>(mdl->MdlFlags | flags);
}
void clear(MDL* mdl, int flags) {
  mdl->MdlFlags = static_cast<CSHORT>(mdl->MdlFlags & ~flags);
}

void fill_frames(MDL* mdl) {
  const auto first = reinterpret_cast<uint64_t>(mdl->StartVa) / kPage;
  const ULONG count = page_count(mdl);
  for (ULONG i = 0; i < count; ++i) frames(mdl)[i] = first + i;
}

// Where the first byte is, whatever address the MDL was described with.
char* system_address(MDL* mdl) {
  return reinterpret_cast<char*>(frames(mdl)[0] * kPage) + mdl->ByteOffset;
}

[[noreturn]] void violation(uint64_t kind, const MDL* mdl, const char* reason) {
  ke::bugcheck({.code = 0xC4,
                .parameters = {kind, reinterpret_cast<uint64_t>(mdl),
                               static_cast<uint64_t>(static_cast<USHORT>(mdl->MdlFlags)), 0},
                .reason = reason});
  __builtin_unreachable();
}

// MmAllocateMappingAddress keeps its description at the start of what it hands out.
struct MappingAddress {
  uint64_t magic;
  size_t bytes;
  ULONG tag;
  std::atomic<MDL*> mapped;
};
constexpr uint64_t kMappingMagic = 0x6772'6d61'7070'6564;

MappingAddress* checked_mapping(void* address, ULONG tag, const char* what) {
  auto* const mapping = static_cast<MappingAddress*>(address);
  if (mapping == nullptr || mapping->magic != kMappingMagic || mapping->tag != tag) {
    ke::bugcheck({.code = 0xDA,  // SYSTEM_PTE_MISUSE
                  .parameters = {0x100, reinterpret_cast<uint64_t>(address), tag, 0},
                  .reason = what});
  }
  return mapping;
}

}  // namespace

void install_mdl_memory(void* (*allocate)(size_t), void (*free)(void*)) {
  g_allocate.store(allocate);
  g_free.store(free);
}

MdlUsage mdl_usage() {
  return {g_mdls.load(), g_locked.load(), g_mapping_addresses.load()};
}

PMDL build_mdl(void* address, ULONG bytes) {
  PMDL const mdl = IoAllocateMdl(address, bytes, FALSE, FALSE, nullptr);
  if (mdl != nullptr) MmBuildMdlForNonPagedPool(mdl);
  return mdl;
}

void free_mdl(PMDL mdl) {
  IoFreeMdl(mdl);
}

}  // namespace flthost::mm

using namespace flthost::mm;

SIZE_T NTAPI MmSizeOfMdl(PVOID Base, SIZE_T Length) {
  return sizeof(MDL) + sizeof(PFN_NUMBER) * ADDRESS_AND_SIZE_TO_SPAN_PAGES(Base, Length);
}

PMDL NTAPI IoAllocateMdl(PVOID VirtualAddress, ULONG Length, BOOLEAN SecondaryBuffer, BOOLEAN,
                         PIRP Irp) {
  if (Length >= 0x80000000U) return nullptr;
  const size_t bytes = MmSizeOfMdl(VirtualAddress, Length);
  auto* const mdl = static_cast<MDL*>(g_allocate.load(std::memory_order_relaxed)(bytes));
  if (mdl == nullptr) return nullptr;
  std::memset(mdl, 0, sizeof(MDL));
  MmInitializeMdl(mdl, VirtualAddress, Length);
  if (bytes > kLargestSize) mdl->Size = kLargestSize;
  g_mdls.fetch_add(1, std::memory_order_relaxed);
  if (Irp == nullptr) return mdl;
  if (SecondaryBuffer == FALSE || Irp->MdlAddress == nullptr) {
    Irp->MdlAddress = mdl;
  } else {
    MDL* last = Irp->MdlAddress;
    while (last->Next != nullptr) last = last->Next;
    last->Next = mdl;
  }
  return mdl;
}

VOID NTAPI IoFreeMdl(PMDL Mdl) {
  if (has(Mdl, MDL_PAGES_LOCKED) && !has(Mdl, MDL_PARTIAL | MDL_SOURCE_IS_NONPAGED_POOL) &&
      Mdl->Reserved != kOwnPages) {
    violation(0xB0, Mdl,
              "IoFreeMdl of an MDL whose pages are still locked; call MmUnlockPages first.");
  }
  MmPrepareMdlForReuse(Mdl);
  g_mdls.fetch_sub(1, std::memory_order_relaxed);
  g_free.load(std::memory_order_relaxed)(Mdl);
}

PMDL NTAPI MmCreateMdl(PMDL MemoryDescriptorList, PVOID Base, SIZE_T Length) {
  if (MemoryDescriptorList == nullptr) {
    return IoAllocateMdl(Base, static_cast<ULONG>(Length), FALSE, FALSE, nullptr);
  }
  MmInitializeMdl(MemoryDescriptorList, Base, Length);
  return MemoryDescriptorList;
}

VOID NTAPI MmBuildMdlForNonPagedPool(PMDL Mdl) {
  if (has(Mdl, MDL_PAGES_LOCKED | MDL_MAPPED_TO_SYSTEM_VA | MDL_PARTIAL)) {
    violation(0x7F, Mdl, "MmBuildMdlForNonPagedPool of an MDL that is locked, mapped or partial.");
  }
  fill_frames(Mdl);
  Mdl->Process = nullptr;
  Mdl->MappedSystemVa = start_of(Mdl);
  set(Mdl, MDL_SOURCE_IS_NONPAGED_POOL);
}

VOID NTAPI IoBuildPartialMdl(PMDL SourceMdl, PMDL TargetMdl, PVOID VirtualAddress, ULONG Length) {
  const auto source = reinterpret_cast<uint64_t>(start_of(SourceMdl));
  const auto wanted = reinterpret_cast<uint64_t>(VirtualAddress);
  const uint64_t offset = wanted - source;
  if (wanted < source || offset > SourceMdl->ByteCount || Length > SourceMdl->ByteCount - offset) {
    violation(0xB8, SourceMdl,
              "IoBuildPartialMdl of a range that the source MDL does not describe.");
  }
  const auto bytes = Length != 0 ? Length : static_cast<ULONG>(SourceMdl->ByteCount - offset);
  if (TargetMdl->Size != kLargestSize &&
      MmSizeOfMdl(VirtualAddress, bytes) > static_cast<USHORT>(TargetMdl->Size)) {
    ke::bugcheck({.code = 0x40,  // TARGET_MDL_TOO_SMALL
                  .parameters = {reinterpret_cast<uint64_t>(TargetMdl), bytes, 0, 0},
                  .reason =
                      "IoBuildPartialMdl into an MDL with room for fewer pages; allocate it for "
                      "the address and length it will describe."});
  }
  MmPrepareMdlForReuse(TargetMdl);
  TargetMdl->StartVa = PAGE_ALIGN(VirtualAddress);
  TargetMdl->ByteOffset = BYTE_OFFSET(VirtualAddress);
  TargetMdl->ByteCount = bytes;
  TargetMdl->Process = SourceMdl->Process;
  constexpr int kInherited = MDL_SOURCE_IS_NONPAGED_POOL | MDL_IO_PAGE_READ;
  clear(TargetMdl, kInherited | MDL_MAPPED_TO_SYSTEM_VA | MDL_PARENT_MAPPED_SYSTEM_VA |
                       MDL_PARTIAL_HAS_BEEN_MAPPED | MDL_PAGES_LOCKED);
  set(TargetMdl, MDL_PARTIAL | (SourceMdl->MdlFlags & kInherited));
  const uint64_t first = (SourceMdl->ByteOffset + offset) / kPage;
  for (ULONG i = 0; i < page_count(TargetMdl); ++i) {
    frames(TargetMdl)[i] = frames(SourceMdl)[first + i];
  }
  if (has(SourceMdl, MDL_MAPPED_TO_SYSTEM_VA | MDL_SOURCE_IS_NONPAGED_POOL)) {
    TargetMdl->MappedSystemVa = static_cast<char*>(SourceMdl->MappedSystemVa) + offset;
    if (has(SourceMdl, MDL_MAPPED_TO_SYSTEM_VA)) {
      set(TargetMdl, MDL_MAPPED_TO_SYSTEM_VA | MDL_PARENT_MAPPED_SYSTEM_VA);
    }
  }
}

VOID NTAPI MmProbeAndLockPages(PMDL Mdl, KPROCESSOR_MODE AccessMode, LOCK_OPERATION Operation) {
  if (has(Mdl, MDL_PAGES_LOCKED | MDL_SOURCE_IS_NONPAGED_POOL | MDL_PARTIAL)) {
    violation(
        0xB0, Mdl,
        "MmProbeAndLockPages of an MDL that is locked already, partial, or of nonpaged pool.");
  }
  const bool write = Operation != IoReadAccess;
  const char* const start = start_of(Mdl);
  const bool in_range = AccessMode == KernelMode ||
                        (is_user_address(start) && is_user_address(start + Mdl->ByteCount));
  if (!in_range || !guarded_probe(start, Mdl->ByteCount, write)) {
    raise_to_driver(STATUS_ACCESS_VIOLATION);
  }
  fill_frames(Mdl);
  set(Mdl, MDL_PAGES_LOCKED | (write ? MDL_WRITE_OPERATION : 0));
  g_locked.fetch_add(1, std::memory_order_relaxed);
}

VOID NTAPI MmProbeAndLockProcessPages(PMDL Mdl, PEPROCESS, KPROCESSOR_MODE AccessMode,
                                      LOCK_OPERATION Operation) {
  MmProbeAndLockPages(Mdl, AccessMode, Operation);
}

VOID NTAPI MmUnlockPages(PMDL Mdl) {
  if (has(Mdl, MDL_SOURCE_IS_NONPAGED_POOL)) {
    violation(0x7D, Mdl, "MmUnlockPages of an MDL of nonpaged pool, which is never unlocked.");
  }
  if (!has(Mdl, MDL_PAGES_LOCKED)) {
    violation(0x7C, Mdl, "MmUnlockPages of an MDL whose pages are not locked.");
  }
  if (has(Mdl, MDL_MAPPED_TO_SYSTEM_VA)) MmUnmapLockedPages(Mdl->MappedSystemVa, Mdl);
  clear(Mdl, MDL_PAGES_LOCKED | MDL_WRITE_OPERATION);
  Mdl->Process = nullptr;
  g_locked.fetch_sub(1, std::memory_order_relaxed);
}

PVOID NTAPI MmMapLockedPagesSpecifyCache(PMDL Mdl, KPROCESSOR_MODE AccessMode, MEMORY_CACHING_TYPE,
                                         PVOID, ULONG, ULONG) {
  // Mapping into the address space of a process is not offered here; the documented failure.
  if (AccessMode != KernelMode) raise_to_driver(STATUS_INSUFFICIENT_RESOURCES);
  if (has(Mdl, MDL_MAPPED_TO_SYSTEM_VA)) {
    violation(0xB2, Mdl,
              "MmMapLockedPages of an MDL that is mapped; use MmGetSystemAddressForMdlSafe.");
  }
  if (!has(Mdl, MDL_PAGES_LOCKED | MDL_PARTIAL | MDL_SOURCE_IS_NONPAGED_POOL)) {
    violation(0xB3, Mdl,
              "A system address is asked for an MDL that was never locked or built; call "
              "MmProbeAndLockPages or MmBuildMdlForNonPagedPool first.");
  }
  Mdl->MappedSystemVa = system_address(Mdl);
  set(Mdl, MDL_MAPPED_TO_SYSTEM_VA);
  if (has(Mdl, MDL_PARTIAL)) set(Mdl, MDL_PARTIAL_HAS_BEEN_MAPPED);
  return Mdl->MappedSystemVa;
}

PVOID NTAPI MmMapLockedPages(PMDL Mdl, KPROCESSOR_MODE AccessMode) {
  return MmMapLockedPagesSpecifyCache(Mdl, AccessMode, MmCached, nullptr, TRUE, NormalPagePriority);
}

VOID NTAPI MmUnmapLockedPages(PVOID, PMDL Mdl) {
  if (!has(Mdl, MDL_MAPPED_TO_SYSTEM_VA)) {
    violation(0xB7, Mdl, "MmUnmapLockedPages of an MDL that is not mapped.");
  }
  clear(Mdl, MDL_MAPPED_TO_SYSTEM_VA | MDL_PARTIAL_HAS_BEEN_MAPPED | MDL_PARENT_MAPPED_SYSTEM_VA);
  if (!has(Mdl, MDL_SOURCE_IS_NONPAGED_POOL)) Mdl->MappedSystemVa = nullptr;
}

NTSTATUS NTAPI MmAdvanceMdl(PMDL Mdl, ULONG NumberOfBytes) {
  if (NumberOfBytes > Mdl->ByteCount) return STATUS_INVALID_PARAMETER_2;
  const uint64_t offset = static_cast<uint64_t>(Mdl->ByteOffset) + NumberOfBytes;
  const ULONG dropped = static_cast<ULONG>(offset / kPage);
  Mdl->ByteCount -= NumberOfBytes;
  const ULONG left = static_cast<ULONG>((offset % kPage + Mdl->ByteCount + kPage - 1) / kPage);
  std::memmove(frames(Mdl), frames(Mdl) + dropped, left * sizeof(PFN_NUMBER));
  Mdl->StartVa = static_cast<char*>(Mdl->StartVa) + static_cast<size_t>(dropped) * kPage;
  Mdl->ByteOffset = static_cast<ULONG>(offset % kPage);
  if (Mdl->MappedSystemVa != nullptr) {
    Mdl->MappedSystemVa = static_cast<char*>(Mdl->MappedSystemVa) + NumberOfBytes;
  }
  return STATUS_SUCCESS;
}

PMDL NTAPI MmAllocatePagesForMdlEx(PHYSICAL_ADDRESS, PHYSICAL_ADDRESS, PHYSICAL_ADDRESS,
                                   SIZE_T TotalBytes, MEMORY_CACHING_TYPE, ULONG) {
  const size_t bytes = (TotalBytes + kPage - 1) / kPage * kPage;
  if (bytes == 0 || bytes >= 0x80000000ULL) return nullptr;
  void* const pages = allocate_system(bytes);
  if (pages == nullptr) return nullptr;
  PMDL const mdl = IoAllocateMdl(pages, static_cast<ULONG>(bytes), FALSE, FALSE, nullptr);
  if (mdl == nullptr) {
    free_system(pages, bytes);
    return nullptr;
  }
  fill_frames(mdl);
  mdl->StartVa = nullptr;  // described by its frames only
  mdl->Reserved = kOwnPages;
  set(mdl, MDL_PAGES_LOCKED);
  g_locked.fetch_add(1, std::memory_order_relaxed);
  // The driver frees the MDL itself with ExFreePool, so it is not counted as an MDL.
  g_mdls.fetch_sub(1, std::memory_order_relaxed);
  return mdl;
}

PMDL NTAPI MmAllocatePagesForMdl(PHYSICAL_ADDRESS LowAddress, PHYSICAL_ADDRESS HighAddress,
                                 PHYSICAL_ADDRESS SkipBytes, SIZE_T TotalBytes) {
  return MmAllocatePagesForMdlEx(LowAddress, HighAddress, SkipBytes, TotalBytes, MmCached, 0);
}

VOID NTAPI MmFreePagesFromMdl(PMDL Mdl) {
  if (Mdl->Reserved != kOwnPages || !has(Mdl, MDL_PAGES_LOCKED)) {
    violation(0x7C, Mdl, "MmFreePagesFromMdl of an MDL that MmAllocatePagesForMdl did not make.");
  }
  if (has(Mdl, MDL_MAPPED_TO_SYSTEM_VA)) MmUnmapLockedPages(Mdl->MappedSystemVa, Mdl);
  clear(Mdl, MDL_PAGES_LOCKED);
  Mdl->Reserved = 0;
  g_locked.fetch_sub(1, std::memory_order_relaxed);
  void* const pages = reinterpret_cast<void*>(frames(Mdl)[0] * kPage);
  const size_t bytes = page_count(Mdl) * kPage;
  mprotect(pages, bytes, PROT_READ | PROT_WRITE);  // MmProtectMdlSystemAddress may have changed it
  free_system(pages, bytes);
}

VOID NTAPI MmFreePagesFromMdlEx(MDL* Mdl, ULONG) {
  MmFreePagesFromMdl(Mdl);
}

// Only pages of MmAllocatePagesForMdl are the MDL's alone; others share theirs with pool.
NTSTATUS NTAPI MmProtectMdlSystemAddress(PMDL Mdl, ULONG NewProtect) {
  if (!has(Mdl, MDL_MAPPED_TO_SYSTEM_VA)) return STATUS_NOT_MAPPED_VIEW;
  int protection = 0;
  switch (NewProtect) {
    case PAGE_NOACCESS:
      protection = PROT_NONE;
      break;
    case PAGE_READONLY:
      protection = PROT_READ;
      break;
    case PAGE_READWRITE:
      protection = PROT_READ | PROT_WRITE;
      break;
    default:
      return STATUS_INVALID_PAGE_PROTECTION;
  }
  if (Mdl->Reserved != kOwnPages) return STATUS_INVALID_PAGE_PROTECTION;
  void* const pages = reinterpret_cast<void*>(frames(Mdl)[0] * kPage);
  return mprotect(pages, page_count(Mdl) * kPage, protection) == 0 ? STATUS_SUCCESS
                                                                   : STATUS_INSUFFICIENT_RESOURCES;
}

PVOID NTAPI MmAllocateMappingAddress(SIZE_T NumberOfBytes, ULONG PoolTag) {
  void* const page = allocate_system(kPage);
  if (page == nullptr) return nullptr;
  auto* const mapping = new (page) MappingAddress{};
  mapping->magic = kMappingMagic;
  mapping->bytes = NumberOfBytes;
  mapping->tag = PoolTag;
  g_mapping_addresses.fetch_add(1, std::memory_order_relaxed);
  return page;
}

PVOID NTAPI MmAllocateMappingAddressEx(SIZE_T NumberOfBytes, ULONG PoolTag, ULONG) {
  return MmAllocateMappingAddress(NumberOfBytes, PoolTag);
}

VOID NTAPI MmFreeMappingAddress(PVOID BaseAddress, ULONG PoolTag) {
  MappingAddress* const mapping = checked_mapping(
      BaseAddress, PoolTag,
      "MmFreeMappingAddress of an address that was not reserved, or with another tag.");
  if (mapping->mapped.load() != nullptr) {
    checked_mapping(nullptr, PoolTag,
                    "MmFreeMappingAddress while it is mapped; call MmUnmapReservedMapping first.");
  }
  mapping->magic = 0;
  g_mapping_addresses.fetch_sub(1, std::memory_order_relaxed);
  free_system(BaseAddress, kPage);
}

PVOID NTAPI MmMapLockedPagesWithReservedMapping(PVOID MappingAddress, ULONG PoolTag, PMDL Mdl,
                                                MEMORY_CACHING_TYPE CacheType) {
  auto* const mapping =
      checked_mapping(MappingAddress, PoolTag,
                      "MmMapLockedPagesWithReservedMapping with an address that was not reserved, "
                      "or with another tag.");
  // Documented: too small a reservation fails.
  if (static_cast<uint64_t>(Mdl->ByteOffset) + Mdl->ByteCount > mapping->bytes) return nullptr;
  MDL* none = nullptr;
  if (!mapping->mapped.compare_exchange_strong(none, Mdl)) {
    checked_mapping(nullptr, PoolTag,
                    "MmMapLockedPagesWithReservedMapping of a reservation that is in use.");
  }
  return MmMapLockedPagesSpecifyCache(Mdl, KernelMode, CacheType, nullptr, FALSE,
                                      NormalPagePriority);
}

VOID NTAPI MmUnmapReservedMapping(PVOID BaseAddress, ULONG PoolTag, PMDL Mdl) {
  MappingAddress* const mapping =
      checked_mapping(BaseAddress, PoolTag,
                      "MmUnmapReservedMapping of an address that was not reserved, or with another "
                      "tag.");
  mapping->mapped.store(nullptr);
  if (has(Mdl, MDL_MAPPED_TO_SYSTEM_VA)) MmUnmapLockedPages(Mdl->MappedSystemVa, Mdl);
}

namespace flthost::mm {

ke::ExportTable mdl_exports() {
  static const ke::Export rows[] = {
      FLTHOST_EXPORT(MmSizeOfMdl),
      FLTHOST_EXPORT(IoAllocateMdl),
      FLTHOST_EXPORT(IoFreeMdl),
      FLTHOST_EXPORT(MmCreateMdl),
      FLTHOST_EXPORT(MmBuildMdlForNonPagedPool),
      FLTHOST_EXPORT(IoBuildPartialMdl),
      FLTHOST_EXPORT(MmProbeAndLockPages),
      FLTHOST_EXPORT(MmProbeAndLockProcessPages),
      FLTHOST_EXPORT(MmUnlockPages),
      FLTHOST_EXPORT(MmMapLockedPagesSpecifyCache),
      FLTHOST_EXPORT(MmMapLockedPages),
      FLTHOST_EXPORT(MmUnmapLockedPages),
      FLTHOST_EXPORT(MmAdvanceMdl),
      FLTHOST_EXPORT(MmAllocatePagesForMdl),
      FLTHOST_EXPORT(MmAllocatePagesForMdlEx),
      FLTHOST_EXPORT(MmFreePagesFromMdl),
      FLTHOST_EXPORT(MmFreePagesFromMdlEx),
      FLTHOST_EXPORT(MmProtectMdlSystemAddress),
      FLTHOST_EXPORT(MmAllocateMappingAddress),
      FLTHOST_EXPORT(MmAllocateMappingAddressEx),
      FLTHOST_EXPORT(MmFreeMappingAddress),
      FLTHOST_EXPORT(MmMapLockedPagesWithReservedMapping),
      FLTHOST_EXPORT(MmUnmapReservedMapping),
  };
  return {rows, std::size(rows)};
}

}  // namespace flthost::mm
