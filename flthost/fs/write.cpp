// IRP_MJ_WRITE: cached into the section, paging and non-cached to the backing file.
#include <flthost/fs/alternate.h>
#include <flthost/fs/local.h>
#include <flthost/fs/paging.h>
#include <flthost/mm/mm.h>

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace flthost::fs {
namespace {

struct Span {
  uint64_t begin;
  uint64_t end;
  uint64_t size;  // end of file before

  // Whether the page keeps bytes that the write does not bring.
  bool keeps_part_of(uint64_t page) const {
    const uint64_t first = page * kPageSize;
    if (first >= size) return false;
    return begin > first || (end < first + kPageSize && end < size);
  }
};

// The first page of the write that must come in, or is coming in, before it; UINT64_MAX: none.
// fcb.lock held. `*missing`: it is to be read.
uint64_t obstacle(Fcb& fcb, const Span& span, bool* missing) {
  BlockRef block;
  uint64_t index = UINT64_MAX;
  for (uint64_t page = page_of(span.begin); page < pages_for(span.end); ++page) {
    if (page / kPagesPerBlock != index) {
      index = page / kPagesPerBlock;
      block = find_block(fcb, index);
    }
    const uint32_t bit = static_cast<uint32_t>(page % kPagesPerBlock);
    if (block != nullptr && (block->busy >> bit & 1) != 0) {
      *missing = false;
      return page;
    }
    const bool valid = block != nullptr && (block->valid >> bit & 1) != 0;
    if (!valid && span.keeps_part_of(page)) {
      *missing = true;
      return page;
    }
  }
  return UINT64_MAX;
}

// Copies into the section; data_lock is held exclusively and nothing is in the way. fcb.lock held.
bool copy_in(Fcb& fcb, const Span& span, const std::byte* from) {
  for (uint64_t at = span.begin; at < span.end;) {
    const uint64_t block_end = (at / kBlockSize + 1) * kBlockSize;
    const uint64_t next = std::min(span.end, block_end);
    const BlockRef block = block_at(fcb, at / kBlockSize);
    block->used = true;
    const auto first = static_cast<uint32_t>(page_of(at) % kPagesPerBlock);
    const auto last = static_cast<uint32_t>(page_of(next - 1) % kPagesPerBlock);
    // Pages that are new hold nothing yet around the written bytes.
    for (const uint32_t edge : {first, last}) {
      if ((block->valid >> edge & 1) == 0) std::memset(block->page(edge), 0, kPageSize);
    }
    const bool copied =
        mm::guarded_copy(block->memory + at % kBlockSize, from + (at - span.begin), next - at);
    const uint64_t mask = page_mask(first, last - first + 1);
    if (!copied) {
      mark_dirty(fcb, *block, mask & block->valid);
      return false;
    }
    block->valid |= mask;
    mark_dirty(fcb, *block, mask);
    at = next;
  }
  if (span.end > span.size) fcb.set_size(span.end);
  clock_gettime(CLOCK_REALTIME, &fcb.last_write);
  return true;
}

// Straight to the backing file, and into the pages that are there.
NTSTATUS write_through(Fcb& fcb, uint64_t offset, bool append, const std::byte* from, size_t length,
                       size_t* bytes) {
  const std::lock_guard exclusive(fcb.data_lock);
  Span span{offset, offset + length, 0};
  {
    // The end of file doesn't move while data_lock is held.
    const std::lock_guard guard(fcb.lock);
    span.size = fcb.size();
  }
  if (append) span = {span.size, span.size + length, span.size};
  const int error = write_backing(fcb.write_fd, from, length, span.begin);
  const std::lock_guard guard(fcb.lock);
  remember_backing(fcb);
  if (error != 0) return status_of_errno(-error);
  ++fcb.epoch;  // a page that is being read in may have the old bytes
  for (uint64_t at = span.begin; at < span.end;) {
    const uint64_t next = std::min(span.end, (page_of(at) + 1) * kPageSize);
    const BlockRef block = find_block(fcb, at / kBlockSize);
    if (block != nullptr && (block->valid >> (page_of(at) % kPagesPerBlock) & 1) != 0 &&
        !mm::guarded_copy(block->memory + at % kBlockSize, from + (at - span.begin), next - at)) {
      return STATUS_ACCESS_VIOLATION;
    }
    at = next;
  }
  if (span.end > span.size) fcb.set_size(span.end);
  *bytes = length;
  return STATUS_SUCCESS;
}

bool can_read(Fcb& fcb) {
  if (fcb.readable_fd() >= 0) return true;
  const std::lock_guard guard(fcb.node->lock);
  return open_backing(fcb, true, false) == 0;
}

}  // namespace

NTSTATUS cached_write(Fcb& fcb, Ccb& ccb, uint64_t offset, bool append, const std::byte* from,
                      size_t length, size_t* bytes) {
  *bytes = 0;
  if (!append && offset + length > static_cast<uint64_t>(INT64_MAX))
    return STATUS_INVALID_PARAMETER;
  // A file that may be written but not read can't have its pages completed.
  if (!can_read(fcb)) return write_through(fcb, offset, append, from, length, bytes);
  reclaim(fcb.fs);
  if (fcb.fs.dirty_pages.load(std::memory_order_relaxed) > LocalFileSystem::kMaxDirtyPages) {
    const NTSTATUS status = flush_all_pages(fcb, ccb);
    if (!NT_SUCCESS(status)) return status;
  }
  for (;;) {
    uint64_t page = 0;
    bool missing = false;
    {
      const std::lock_guard exclusive(fcb.data_lock);
      const std::lock_guard guard(fcb.lock);
      const uint64_t begin = append ? fcb.size() : offset;
      const Span span{begin, begin + length, fcb.size()};
      page = obstacle(fcb, span, &missing);
      if (page == UINT64_MAX) {
        if (!copy_in(fcb, span, from)) return STATUS_ACCESS_VIOLATION;
        *bytes = length;
        return STATUS_SUCCESS;
      }
    }
    if (missing) {
      const NTSTATUS status = bring_in(fcb, ccb, {page, page + 1});
      if (!NT_SUCCESS(status) && status != STATUS_END_OF_FILE) return status;
    } else {
      wait_for_read(fcb, page);
    }
  }
}

namespace {

// Paging write: the part below the end of file goes to the backing file.
void write_pages(Fcb& fcb, io::Request& request, const std::byte* from) {
  const auto& parameters = request.parameters.Parameters.Write;
  const auto offset = static_cast<uint64_t>(parameters.ByteOffset.QuadPart);
  int error = 0;
  {
    // Pages stand still and the file is not cut while they are written.
    const std::shared_lock data(fcb.data_lock);
    uint64_t size = 0;
    {
      const std::lock_guard guard(fcb.lock);
      size = fcb.size();
    }
    if (offset < size) {
      const size_t length = std::min<uint64_t>(parameters.Length, size - offset);
      error = write_backing(fcb.write_fd, from, length, offset);
      const std::lock_guard guard(fcb.lock);
      remember_backing(fcb);
    }
  }
  complete_in_dpc(request, status_of_errno(-error), error == 0 ? parameters.Length : 0);
}

NTSTATUS sync_range(Fcb& fcb, Ccb& ccb) {
  const NTSTATUS status = flush_all_pages(fcb, ccb);
  if (!NT_SUCCESS(status)) return status;
  return fdatasync(fcb.write_fd) == 0 ? STATUS_SUCCESS : status_of_errno(errno);
}

}  // namespace

void handle_write(LocalFileSystem& /*fs*/, io::Request& request) {
  const PFILE_OBJECT file_object = request.parameters.TargetFileObject;
  const auto& parameters = request.parameters.Parameters.Write;
  Fcb& fcb = fcb_of(file_object);
  Ccb& ccb = ccb_of(file_object);
  if (!fcb.node->is_regular()) return io::complete(request, STATUS_INVALID_DEVICE_REQUEST, 0);
  // FILE_WRITE_TO_END_OF_FILE with -1 in the high part.
  const bool append = parameters.ByteOffset.QuadPart == -1;
  if (parameters.ByteOffset.QuadPart < 0 && !append) {
    return io::complete(request, STATUS_INVALID_PARAMETER, 0);
  }
  if (parameters.Length == 0) return io::complete(request, STATUS_SUCCESS, 0);
  if (fcb.write_fd < 0) {
    // A filter's own open without write access, or a paging write that a filter made.
    const std::lock_guard guard(fcb.node->lock);
    const int error = open_backing(fcb, false, true);
    if (error != 0) return io::complete(request, status_of_errno(-error), 0);
  }
  if (!locks_allow(fcb, request, true)) {
    return io::complete(request, STATUS_FILE_LOCK_CONFLICT, 0);
  }
  const std::byte* const from = buffer_of(parameters.MdlAddress, parameters.WriteBuffer);
  if (from == nullptr) return io::complete(request, STATUS_INSUFFICIENT_RESOURCES, 0);
  if (request.is_paging()) return write_pages(fcb, request, from);
  set_flags(file_object, FO_FILE_MODIFIED);
  size_t bytes = 0;
  NTSTATUS status = STATUS_SUCCESS;
  const auto offset = static_cast<uint64_t>(parameters.ByteOffset.QuadPart);
  if ((request.parameters.IrpFlags & IRP_NOCACHE) != 0) {
    status = write_through(fcb, offset, append, from, parameters.Length, &bytes);
    return complete_in_dpc(request, status, bytes);
  }
  {
    const TopLevel top_level(as_top_level(request));
    status = cached_write(fcb, ccb, offset, append, from, parameters.Length, &bytes);
    if (NT_SUCCESS(status) && has_flag(file_object, FO_WRITE_THROUGH)) {
      status = sync_range(fcb, ccb);
      if (!NT_SUCCESS(status)) bytes = 0;
    }
    if (NT_SUCCESS(status)) {
      start_caching(file_object, fcb);
      const std::lock_guard guard(fcb.lock);
      if (has_flag(file_object, FO_SYNCHRONOUS_IO)) {
        set_position(file_object, append ? fcb.size() : offset + bytes);
      }
    }
  }
  io::complete(request, status, bytes);
}

void handle_flush(LocalFileSystem& /*fs*/, io::Request& request) {
  const PFILE_OBJECT file_object = request.parameters.TargetFileObject;
  Fcb& fcb = fcb_of(file_object);
  NTSTATUS status = STATUS_SUCCESS;
  if (!fcb.directory && fcb.write_fd >= 0) {
    const TopLevel top_level(as_top_level(request));
    status = flush_all_pages(fcb, ccb_of(file_object));
    if (NT_SUCCESS(status) && fcb.node->base != nullptr) {
      status = status_of_errno(-store_stream(*fcb.node));
    } else if (NT_SUCCESS(status) && fsync(fcb.write_fd) != 0) {
      status = status_of_errno(errno);
    }
  } else if (fcb.directory) {
    const int fd = openat(fcb.node->fd, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd >= 0) {
      if (fsync(fd) != 0) status = status_of_errno(errno);
      ::close(fd);
    }
  }
  io::complete(request, status, 0);
}

}  // namespace flthost::fs
