// What /proc says about the thread that waits for a FUSE request, as pure parsers and small
// readers.
//
// The parsers take text and never fail loudly: a line they don't understand gives an empty result.
#pragma once

#include <fltKernel.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace flthost::fuse {

// ------------------------------------------------------------------ which read is what
enum class ReadClass {
  Cached,     // a system call that copies through the cache (sendfile, splice, copy_file_range)
  Fault,      // a thread waits for the page
  ReadAhead,  // nobody waits
};
// `line`: /proc/TID/syscall, read while the request is held. A READ that has FUSE_READ_LOCKOWNER is
// read(2) and never comes here.
ReadClass classify_syscall(std::string_view line);

// ------------------------------------------------------------------ processes
struct ProcStat {
  uint32_t parent = 0;
  char state = '?';
  uint64_t start_ticks = 0;  // since boot, in clock ticks
};
std::optional<ProcStat> parse_stat(std::string_view text);  // /proc/PID/stat

struct ProcStatus {
  uint32_t tgid = 0;
  uint32_t parent = 0;
  uint32_t uid = 0;
  bool dying = false;  // SIGKILL is pending, or it is a zombie: it never returns to user mode
};
std::optional<ProcStatus> parse_status(std::string_view text);  // /proc/PID/status

// ------------------------------------------------------------------ mappings
// What one process has mapped of one file, all its mappings together.
struct MapUse {
  bool any = false, shared_write = false, private_write = false, execute = false;
  // The page protection NT would see when the section is acquired.
  ULONG protection() const;
};
// `text`: /proc/PID/maps. The file is named by device and inode as the process's mount shows it.
MapUse parse_maps(std::string_view text, uint32_t device_major, uint32_t device_minor,
                  uint64_t inode);

// ------------------------------------------------------------------ readers
// Whole content of a small proc file; empty when it can't be read (the process is gone).
std::string read_proc(const char* path);
std::string read_proc(uint32_t pid, const char* name);
std::string read_proc_link(uint32_t pid, const char* name);

// UTF-8 to UTF-16; a byte that is no UTF-8 becomes U+FFFD.
std::u16string to_utf16(std::string_view text);
// /usr/bin/cat -> \Device\LinuxRoot\usr\bin\cat; the kernel's " (deleted)" is taken off.
std::u16string image_path(std::string_view link);

}  // namespace flthost::fuse
