// The FUSE protocol as <linux/fuse.h> has it, plus what Debian 12's header (Linux 6.1) does not
// know yet.
#pragma once

#include <linux/fuse.h>

#include <cstddef>
#include <cstdint>

namespace flthost::fuse {

// INIT flag, Linux 6.6: MAP_SHARED works on handles opened with FOPEN_DIRECT_IO.
inline constexpr uint64_t kDirectIoAllowMmap = 1ull << 36;

inline constexpr size_t kPageSize = 4096;
inline constexpr uint16_t kMaxPages = 256;
inline constexpr size_t kMaxData = size_t{kMaxPages} * kPageSize;
// A WRITE's two headers are read to the end of this room, so that its data starts on a page.
inline constexpr size_t kHeaderRoom = kPageSize;
inline constexpr size_t kRequestOffset =
    kHeaderRoom - sizeof(fuse_in_header) - sizeof(fuse_write_in);

// OPEN reply, Linux 5.16: close(2) sends no FLUSH.
inline constexpr uint32_t kOpenNoFlush = 1u << 5;

// OPEN carries the kernel's FMODE_EXEC in its flags when execve opens the file.
inline constexpr uint32_t kOpenForExec = 0x20;

}  // namespace flthost::fuse
