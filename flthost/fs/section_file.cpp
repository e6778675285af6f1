// How section objects (flthost/ps/section.h) reach files of this file system.
#include <flthost/fs/local.h>
#include <flthost/ps/section.h>

#include <algorithm>
#include <cstring>

namespace flthost::fs {
namespace {

// Not every file object is one of ours, or of a file.
bool is_mappable(PFILE_OBJECT file) {
  return file->FsContext != nullptr && file->FsContext2 != nullptr && !fcb_of(file).directory &&
         !ccb_of(file).closed;
}

NTSTATUS query(PFILE_OBJECT file, uint64_t* size) {
  if (!is_mappable(file)) return STATUS_INVALID_FILE_FOR_SECTION;
  Fcb& fcb = fcb_of(file);
  const std::lock_guard guard(fcb.lock);
  *size = fcb.size();
  return STATUS_SUCCESS;
}

NTSTATUS acquire(PFILE_OBJECT file, ULONG protection) {
  if (!is_mappable(file)) return STATUS_INVALID_FILE_FOR_SECTION;
  OpenFile open{.file_object = file, .node = fcb_of(file).node};
  return acquire_section(open, protection);
}

NTSTATUS set_size(PFILE_OBJECT file, uint64_t size) {
  OpenFile open{.file_object = file, .node = fcb_of(file).node};
  return set_end_of_file(open, size);
}

// As page faults of one thread, a stretch at a time.
NTSTATUS read(PFILE_OBJECT file, uint64_t offset, void* to, size_t bytes) {
  constexpr uint64_t kStretch = 1 << 20;
  OpenFile open{.file_object = file, .node = fcb_of(file).node};
  auto* target = static_cast<char*>(to);
  while (bytes != 0) {
    const auto length = static_cast<uint32_t>(std::min<uint64_t>(bytes, kStretch));
    NTSTATUS result = STATUS_PENDING;
    ke::HostEvent done;
    size_t got = 0;
    page_in(open, offset, length, PageInKind::Fault,
            [&](NTSTATUS status, std::span<const iovec> pages) {
              for (const iovec& page : pages) {
                const size_t n = std::min(page.iov_len, length - got);
                std::memcpy(target + got, page.iov_base, n);
                got += n;
              }
              result = status;
              done.set();
            });
    done.wait();
    if (!NT_SUCCESS(result)) return result;
    if (got < length) return STATUS_END_OF_FILE;
    target += got;
    offset += got;
    bytes -= got;
  }
  return STATUS_SUCCESS;
}

NTSTATUS write(PFILE_OBJECT file, uint64_t offset, const void* from, size_t bytes) {
  OpenFile open{.file_object = file, .node = fcb_of(file).node};
  return page_out(open, offset, {static_cast<const std::byte*>(from), bytes});
}

}  // namespace

void install_sections() {
  ps::install_section_files(
      {.query = query, .acquire = acquire, .set_size = set_size, .read = read, .write = write});
}

}  // namespace flthost::fs
