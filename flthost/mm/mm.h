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

// Blocks of up to kLargestBlock bytes for the pool above, 16-byte aligned, content undefined;
// sharded by thread. free_block needs the size it was allocated with. Any IRQL.
inline constexpr size_t kLargestBlock = 2048;
void* allocate_block(size_t bytes);
void free_block(void* block, size_t bytes);
size_t block_size(size_t bytes);  // what allocate_block(bytes) really gives
// Every block ever carved, in use or free, for leak reports. Allocation elsewhere waits meanwhile.
void visit_blocks(void (*visit)(void* block, size_t bytes, void* context), void* context);

// An MDL over resident system memory (pool, section pages): locked, mapped, as
// MmBuildMdlForNonPagedPool leaves it. Freed by free_mdl. <= DISPATCH_LEVEL.
PMDL build_mdl(void* address, ULONG bytes);
void free_mdl(PMDL mdl);

// Pages locked by MmProbeAndLockPages and not unlocked, MDLs not freed.
struct MdlUsage {
  int64_t mdls = 0, locked = 0, mapping_addresses = 0;
};
MdlUsage mdl_usage();

// ex installs pool memory for MDLs, since drivers free some of them with ExFreePool.
void install_mdl_memory(void* (*allocate)(size_t bytes), void (*free)(void* memory));
// boundary installs how an exception is raised to the calling driver (must not return), and what
// Mm's paging calls do with sections of images.
void install_raise_status(void (*raise)(NTSTATUS status));
[[noreturn]] void raise_to_driver(NTSTATUS status);
struct PagingHooks {
  void* (*lock_section)(void* address) = nullptr;  // returns a handle
  void (*lock_by_handle)(void* handle) = nullptr;
  void (*unlock)(void* handle) = nullptr;
  void* (*page_entire)(void* address) = nullptr;  // returns the image's base
  void (*reset)(void* address) = nullptr;
};
void install_paging_hooks(const PagingHooks& hooks);

// Copies that may fault because a driver or a process gave the address: false instead of a signal.
bool guarded_copy(void* to, const void* from, size_t bytes);
// Whether every page of the range can be read (and written). Touches them.
bool guarded_probe(const void* address, size_t bytes, bool write);
// For the SIGSEGV and SIGBUS handlers: true when the fault was inside a guarded access, which then
// returns false after the handler returns. Async-signal-safe.
bool fix_guarded_fault(void* ucontext);

ke::ExportTable exports();

}  // namespace flthost::mm
