// Memory: fixed arenas for images, pool and user buffers, MDLs, probing.
//
// The arenas lie at fixed addresses that no sanitizer's shadow and no mmap of libc touches:
//   user    0x7e90'0000'0000 .. 0x7e98'0000'0000   what a driver sees as user addresses
//   system  0x7ea0'0000'0000 .. 0x7ee0'0000'0000   pool, images, kernel stacks, section pages
// MmUserProbeAddress, MmHighestUserAddress and MmSystemRangeStart follow from them.
#pragma once

#include <flthost/ke/ke.h>

#include <cstddef>

namespace flthost::mm {

inline constexpr uint64_t kUserBase = 0x7e9000000000;
inline constexpr uint64_t kUserEnd = 0x7e9800000000;
inline constexpr uint64_t kSystemBase = 0x7ea000000000;
inline constexpr uint64_t kSystemEnd = 0x7ee000000000;

inline bool is_user_address(const void* address) {
  return reinterpret_cast<uint64_t>(address) < kSystemBase;
}

// Zeroed, page-aligned, committed on touch. Null when the arena is full. Any IRQL.
void* allocate_user(size_t bytes);
void free_user(void* address, size_t bytes);
void* allocate_system(size_t bytes);
void free_system(void* address, size_t bytes);
// An image's place: inside the system arena, with 64 KiB alignment, inaccessible until protected.
void* reserve_image(size_t bytes);

// An MDL over resident system memory (pool, section pages): locked, mapped, as
// MmBuildMdlForNonPagedPool leaves it. Freed by free_mdl. <= DISPATCH_LEVEL.
PMDL build_mdl(void* address, ULONG bytes);
void free_mdl(PMDL mdl);

// Copies that may fault because a driver or a process gave the address: false instead of a signal.
bool guarded_copy(void* to, const void* from, size_t bytes);

ke::ExportTable exports();

}  // namespace flthost::mm
