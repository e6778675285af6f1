// Probing addresses, paging of driver sections, and Mm's data exports.
#include <cstdio>
#include <cstdlib>
#include <new>
#include <vector>

#include "mm_internal.h"

using namespace flthost;
using namespace flthost::mm;

// As on NT: the last 64 KiB of the user range are never a user's.
PVOID MmHighestUserAddress = reinterpret_cast<PVOID>(kUserEnd - 0x10001);
ULONG_PTR MmUserProbeAddress = kUserEnd - 0x10000;
PVOID MmSystemRangeStart = reinterpret_cast<PVOID>(kSystemBase);

namespace flthost::mm {

namespace {

std::atomic<void (*)(NTSTATUS)> g_raise{nullptr};
PagingHooks g_paging;

void check_range(const void* address, SIZE_T length, ULONG alignment) {
  const auto start = reinterpret_cast<uint64_t>(address);
  if (alignment > 1 && (start & (alignment - 1)) != 0) {
    raise_to_driver(STATUS_DATATYPE_MISALIGNMENT);
  }
  if (start + length < start || start + length > MmUserProbeAddress) {
    raise_to_driver(STATUS_ACCESS_VIOLATION);
  }
}

}  // namespace

void install_raise_status(void (*raise)(NTSTATUS)) {
  g_raise.store(raise);
  ke::install_raise(raise);
}
void install_paging_hooks(const PagingHooks& hooks) {
  g_paging = hooks;
}

void raise_to_driver(NTSTATUS status) {
  if (auto* const raise = g_raise.load()) raise(status);
  ke::bugcheck({.code = 0x1E,  // KMODE_EXCEPTION_NOT_HANDLED
                .parameters = {static_cast<uint32_t>(status), 0, 0, 0},
                .reason =
                    "A routine raised an exception that nothing handles; guard the access with "
                    "__try."});
}

}  // namespace flthost::mm

VOID NTAPI ProbeForRead(const VOID* Address, SIZE_T Length, ULONG Alignment) {
  if (Length != 0) check_range(Address, Length, Alignment);
}

VOID NTAPI ProbeForWrite(PVOID Address, SIZE_T Length, ULONG Alignment) {
  if (Length == 0) return;
  check_range(Address, Length, Alignment);
  if (!guarded_probe(Address, Length, true)) raise_to_driver(STATUS_ACCESS_VIOLATION);
}

BOOLEAN NTAPI MmIsAddressValid(PVOID VirtualAddress) {
  return guarded_probe(VirtualAddress, 1, false) ? TRUE : FALSE;
}

BOOLEAN NTAPI MmIsNonPagedSystemAddressValid(PVOID VirtualAddress) {
  return !is_user_address(VirtualAddress) && guarded_probe(VirtualAddress, 1, false) ? TRUE : FALSE;
}

// A page fault of a thread goes to the file system from Linux, never from inside another request
// of the same thread.
BOOLEAN NTAPI MmIsRecursiveIoFault() {
  return FALSE;
}
BOOLEAN NTAPI MmIsThisAnNtAsSystem() {
  return FALSE;
}
MM_SYSTEMSIZE NTAPI MmQuerySystemSize() {
  return MmLargeSystem;
}
PHYSICAL_ADDRESS NTAPI MmGetPhysicalAddress(PVOID BaseAddress) {
  PHYSICAL_ADDRESS address;
  address.QuadPart = static_cast<LONGLONG>(reinterpret_cast<uint64_t>(BaseAddress));
  return address;
}

NTSTATUS NTAPI MmCopyMemory(PVOID TargetAddress, MM_COPY_ADDRESS SourceAddress,
                            SIZE_T NumberOfBytes, ULONG Flags, PSIZE_T NumberOfBytesTransferred) {
  *NumberOfBytesTransferred = 0;
  if (Flags != MM_COPY_MEMORY_VIRTUAL) return STATUS_INVALID_PARAMETER;
  if (!guarded_copy(TargetAddress, SourceAddress.VirtualAddress, NumberOfBytes)) {
    return STATUS_ACCESS_VIOLATION;
  }
  *NumberOfBytesTransferred = NumberOfBytes;
  return STATUS_SUCCESS;
}

// User memory stays as it is while a process lives here, so securing it needs no record.
HANDLE NTAPI MmSecureVirtualMemory(PVOID Address, SIZE_T Size, ULONG ProbeMode) {
  const bool write = ProbeMode == PAGE_READWRITE;
  if (!is_user_address(static_cast<char*>(Address) + Size) ||
      !guarded_probe(Address, Size, write)) {
    return nullptr;
  }
  return Address;
}

VOID NTAPI MmUnsecureVirtualMemory(HANDLE) {}

PVOID NTAPI MmLockPagableDataSection(PVOID AddressWithinSection) {
  return g_paging.lock_section != nullptr ? g_paging.lock_section(AddressWithinSection)
                                          : AddressWithinSection;
}

VOID NTAPI MmLockPagableSectionByHandle(PVOID ImageSectionHandle) {
  if (g_paging.lock_by_handle != nullptr) g_paging.lock_by_handle(ImageSectionHandle);
}

VOID NTAPI MmUnlockPagableImageSection(PVOID ImageSectionHandle) {
  if (g_paging.unlock != nullptr) g_paging.unlock(ImageSectionHandle);
}

PVOID NTAPI MmPageEntireDriver(PVOID AddressWithinSection) {
  return g_paging.page_entire != nullptr ? g_paging.page_entire(AddressWithinSection)
                                         : AddressWithinSection;
}

VOID NTAPI MmResetDriverPaging(PVOID AddressWithinSection) {
  if (g_paging.reset != nullptr) g_paging.reset(AddressWithinSection);
}

namespace flthost::mm {

ke::ExportTable exports() {
  static const auto* const all = [] {
    static const ke::Export own[] = {
        FLTHOST_EXPORT(ProbeForRead),
        FLTHOST_EXPORT(ProbeForWrite),
        FLTHOST_EXPORT(MmIsAddressValid),
        FLTHOST_EXPORT(MmIsNonPagedSystemAddressValid),
        FLTHOST_EXPORT(MmIsRecursiveIoFault),
        FLTHOST_EXPORT(MmIsThisAnNtAsSystem),
        FLTHOST_EXPORT(MmQuerySystemSize),
        FLTHOST_EXPORT(MmGetPhysicalAddress),
        FLTHOST_EXPORT(MmCopyMemory),
        FLTHOST_EXPORT(MmSecureVirtualMemory),
        FLTHOST_EXPORT(MmUnsecureVirtualMemory),
        FLTHOST_EXPORT(MmLockPagableDataSection),
        FLTHOST_EXPORT(MmLockPagableSectionByHandle),
        FLTHOST_EXPORT(MmUnlockPagableImageSection),
        FLTHOST_EXPORT(MmPageEntireDriver),
        FLTHOST_EXPORT(MmResetDriverPaging),
        {"MmHighestUserAddress", &MmHighestUserAddress, true},
        {"MmUserProbeAddress", &MmUserProbeAddress, true},
        {"MmSystemRangeStart", &MmSystemRangeStart, true},
    };
    auto* const rows = new std::vector<ke::Export>(std::begin(own), std::end(own));
    const ke::ExportTable mdls = mdl_exports();
    rows->insert(rows->end(), mdls.rows, mdls.rows + mdls.count);
    return rows;
  }();
  return {all->data(), all->size()};
}

}  // namespace flthost::mm
