// The section of a stream, as Cc's exports see it.
#include <flthost/fs/local.h>

#include <vector>

namespace flthost::fs {
namespace {

PageRange range_of(uint64_t offset, uint64_t length) {
  return length == 0 ? PageRange{0, UINT64_MAX}
                     : PageRange{page_of(offset), pages_for(offset + length)};
}

// The pages of `range` that lie in block `index`.
uint64_t mask_of(const PageRange& range, uint64_t index) {
  const uint64_t begin = index * kPagesPerBlock;
  const uint64_t first = std::max(range.first, begin);
  const uint64_t end = std::min(range.end, begin + kPagesPerBlock);
  return first >= end
             ? 0
             : page_mask(static_cast<uint32_t>(first - begin), static_cast<uint32_t>(end - first));
}

}  // namespace

NTSTATUS LocalFileSystem::flush_section(io::Stream& stream, uint64_t offset, uint64_t length) {
  auto& fcb = static_cast<Fcb&>(stream);
  const CcbReference open(reference_any_open(fcb));
  if (open.get() == nullptr) return STATUS_SUCCESS;  // its last cleanup has flushed
  const TopLevel top_level(as_top_level(FSRTL_CACHE_TOP_LEVEL_IRP));
  return flush_range(fcb, *open.get(), range_of(offset, length));
}

bool LocalFileSystem::purge_section(io::Stream& stream, uint64_t offset, uint64_t length) {
  auto& fcb = static_cast<Fcb&>(stream);
  const PageRange range = range_of(offset, length);
  bool all = true;
  const std::lock_guard data(fcb.data_lock);
  const std::lock_guard guard(fcb.lock);
  ++fcb.epoch;  // a read on its way brings nothing back
  for (auto& [index, block] : fcb.blocks) {
    const uint64_t kept = block->dirty | block->writing;
    const uint64_t mask = mask_of(range, index);
    if ((mask & kept) != 0) all = false;
    block->valid &= ~mask | kept;
  }
  return all;
}

}  // namespace flthost::fs
