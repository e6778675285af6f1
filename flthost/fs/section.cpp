// The pages of a stream: blocks, residency, copies, truncation.
#include <flthost/fs/local.h>
#include <flthost/fs/paging.h>
#include <flthost/mm/mm.h>

#include <unistd.h>

#include <algorithm>
#include <bit>
#include <cstring>

namespace flthost::fs {
namespace {

constexpr size_t kFreeBlocksKept = 64;

}  // namespace

Block::Block(LocalFileSystem& owner) : fs(owner), memory(nullptr) {
  fs.block_count.fetch_add(1, std::memory_order_relaxed);
  {
    const std::lock_guard guard(fs.blocks_lock);
    if (!fs.free_blocks.empty()) {
      memory = fs.free_blocks.back();
      fs.free_blocks.pop_back();
    }
  }
  // A recycled block still holds old bytes: a page becomes valid only after all of it was filled.
  if (memory == nullptr) memory = static_cast<std::byte*>(mm::allocate_system(kBlockSize));
  if (memory == nullptr) {
    ke::bugcheck(
        {.code = 0x34,  // CACHE_MANAGER
         .parameters = {kBlockSize, fs.block_count.load(), 0, 0},
         .reason = "The system arena is full; unload what fills it or read less at once."});
  }
}

Block::~Block() {
  fs.block_count.fetch_sub(1, std::memory_order_relaxed);
  {
    const std::lock_guard guard(fs.blocks_lock);
    if (fs.free_blocks.size() < kFreeBlocksKept) {
      fs.free_blocks.push_back(memory);
      return;
    }
  }
  mm::free_system(memory, kBlockSize);
}

BlockRef find_block(Fcb& fcb, uint64_t index) {
  const auto it = fcb.blocks.find(index);
  return it == fcb.blocks.end() ? nullptr : it->second;
}

BlockRef block_at(Fcb& fcb, uint64_t index) {
  BlockRef& block = fcb.blocks[index];
  if (block == nullptr) block = std::make_shared<Block>(fcb.fs);
  return block;
}

void mark_dirty(Fcb& fcb, Block& block, uint64_t mask) {
  const auto added = static_cast<uint64_t>(std::popcount(mask & ~block.dirty));
  if (added == 0) return;
  block.dirty |= mask;
  if (fcb.dirty_pages == 0) fcb.dirty_since = ke::interrupt_time();
  fcb.dirty_pages += added;
  const uint64_t before = fcb.fs.dirty_pages.fetch_add(added);
  const bool pressure = before + added > LocalFileSystem::kPressurePages;
  if (before == 0 || pressure) fcb.fs.wake_lazy_writer(pressure);
}

void mark_clean(Fcb& fcb, Block& block, uint64_t mask) {
  const auto gone = static_cast<uint64_t>(std::popcount(mask & block.dirty));
  if (gone == 0) return;
  block.dirty &= ~mask;
  fcb.dirty_pages -= gone;
  fcb.fs.dirty_pages.fetch_sub(gone, std::memory_order_relaxed);
}

void reclaim(LocalFileSystem& fs) {
  constexpr uint64_t kMaxBlocks = LocalFileSystem::kMaxPages / kPagesPerBlock;
  if (fs.block_count.load(std::memory_order_relaxed) <= kMaxBlocks) return;
  std::vector<BlockRef> gone;  // freed after the locks
  const std::lock_guard streams(fs.streams_lock);
  // Twice: the first round takes what nobody used since the last time, and marks.
  for (int round = 0; round < 2 && fs.block_count - gone.size() > kMaxBlocks * 3 / 4; ++round) {
    for (Fcb* fcb : fs.streams) {
      const std::unique_lock data(fcb->data_lock, std::try_to_lock);
      if (!data) continue;
      const std::unique_lock guard(fcb->lock, std::try_to_lock);
      if (!guard) continue;
      for (auto it = fcb->blocks.begin(); it != fcb->blocks.end();) {
        Block& block = *it->second;
        const bool pinned =
            (block.dirty | block.busy | block.writing) != 0 || it->second.use_count() != 1;
        if (pinned || block.used) {
          block.used = false;
          ++it;
          continue;
        }
        gone.push_back(std::move(it->second));
        it = fcb->blocks.erase(it);
      }
    }
  }
}

bool is_resident(Fcb& fcb, uint64_t offset, uint64_t length) {
  const std::lock_guard guard(fcb.lock);
  if (offset >= fcb.size()) return true;
  const uint64_t end = std::min(offset + length, fcb.size());
  for (uint64_t page = page_of(offset); page * kPageSize < end;) {
    const auto it = fcb.blocks.find(page / kPagesPerBlock);
    if (it == fcb.blocks.end()) return false;
    const auto first = static_cast<uint32_t>(page % kPagesPerBlock);
    const uint64_t wanted = std::min<uint64_t>(kPagesPerBlock - first, pages_for(end) - page);
    const uint64_t mask = page_mask(first, static_cast<uint32_t>(wanted));
    if ((it->second->valid & mask) != mask) return false;
    page += wanted;
  }
  return true;
}

bool copy_out(Fcb& fcb, uint64_t offset, std::byte* to, size_t length, size_t* copied) {
  *copied = 0;
  const std::shared_lock data(fcb.data_lock);
  while (*copied < length) {
    const uint64_t at = offset + *copied;
    const auto first = static_cast<uint32_t>(page_of(at) % kPagesPerBlock);
    const uint64_t in_block = at % kBlockSize;
    const std::byte* from = nullptr;
    uint64_t available = 0;
    {
      // Valid pages stay so, and in their place, while data_lock is held.
      const std::lock_guard guard(fcb.lock);
      const auto it = fcb.blocks.find(at / kBlockSize);
      if (it == fcb.blocks.end() || at >= fcb.size()) return true;
      it->second->used = true;
      const auto pages = static_cast<uint64_t>(std::countr_one(it->second->valid >> first));
      const uint64_t valid_end = std::min<uint64_t>((first + pages) * kPageSize, kBlockSize);
      if (valid_end <= in_block) return true;
      available = std::min(valid_end - in_block, fcb.size() - at);
      from = it->second->memory + in_block;
    }
    const size_t n = std::min<uint64_t>(available, length - *copied);
    if (!mm::guarded_copy(to + *copied, from, n)) return false;
    *copied += n;
  }
  return true;
}

void wait_for_writes(Fcb& fcb) {
  for (;;) {
    const uint32_t seen = fcb.progress.load(std::memory_order_acquire);
    {
      const std::lock_guard guard(fcb.lock);
      const bool writing = std::any_of(fcb.blocks.begin(), fcb.blocks.end(), [](const auto& entry) {
        return entry.second->writing != 0;
      });
      if (!writing) return;
    }
    ke::park(fcb.progress, seen);
  }
}

namespace {

// Zeroes [begin, end) of the section's valid pages; pages wholly inside get clean. Locks held.
void zero_pages(Fcb& fcb, uint64_t begin, uint64_t end) {
  for (auto it = fcb.blocks.lower_bound(begin / kBlockSize);
       it != fcb.blocks.end() && it->first * kBlockSize < end; ++it) {
    Block& block = *it->second;
    for (uint32_t i = 0; i < kPagesPerBlock; ++i) {
      const uint64_t page_begin = it->first * kBlockSize + i * kPageSize;
      const uint64_t from = std::max(page_begin, begin);
      const uint64_t to = std::min(page_begin + kPageSize, end);
      if (from >= to || (block.valid >> i & 1) == 0) continue;
      std::memset(block.page(i) + (from - page_begin), 0, to - from);
      if (to - from == kPageSize) mark_clean(fcb, block, 1ULL << i);
    }
  }
}

bool is_writing(Fcb& fcb) {
  return std::any_of(fcb.blocks.begin(), fcb.blocks.end(),
                     [](const auto& entry) { return entry.second->writing != 0; });
}

// Drops the pages wholly beyond `size`. Locks held.
void drop_beyond(Fcb& fcb, uint64_t size, std::vector<BlockRef>& gone) {
  const uint64_t first_page = pages_for(size);
  for (auto it = fcb.blocks.lower_bound(first_page / kPagesPerBlock); it != fcb.blocks.end();) {
    Block& block = *it->second;
    const uint64_t base = it->first * kPagesPerBlock;
    const uint64_t mask =
        base >= first_page ? ~0ULL : ~page_mask(0, static_cast<uint32_t>(first_page - base));
    mark_clean(fcb, block, mask);
    block.valid &= ~mask;
    if (mask == ~0ULL && block.busy == 0) {
      gone.push_back(std::move(it->second));
      it = fcb.blocks.erase(it);
    } else {
      ++it;
    }
  }
}

}  // namespace

NTSTATUS set_file_size(Fcb& fcb, uint64_t size) {
  if (size > static_cast<uint64_t>(INT64_MAX)) return STATUS_INVALID_PARAMETER;
  for (;;) {
    // A paging write on its way could put old bytes beyond the new end.
    wait_for_writes(fcb);
    std::vector<BlockRef> gone;
    const std::lock_guard data(fcb.data_lock);
    const std::lock_guard guard(fcb.lock);
    if (is_writing(fcb)) continue;
    if (ftruncate(fcb.write_fd, static_cast<off_t>(size)) != 0) return status_of_errno(errno);
    ++fcb.epoch;
    if (size < fcb.size()) {
      zero_pages(fcb, size, pages_for(size) * kPageSize);
      drop_beyond(fcb, size, gone);
    }
    fcb.set_size(size);
    remember_backing(fcb);
    return STATUS_SUCCESS;
  }
}

NTSTATUS zero_range(Fcb& fcb, uint64_t offset, uint64_t length,
                    const std::function<int()>& change) {
  for (;;) {
    wait_for_writes(fcb);
    const std::lock_guard data(fcb.data_lock);
    const std::lock_guard guard(fcb.lock);
    if (is_writing(fcb)) continue;
    if (const int error = change(); error != 0) return status_of_errno(-error);
    ++fcb.epoch;
    zero_pages(fcb, offset, std::min(offset + length, fcb.size()));
    remember_backing(fcb);
    return STATUS_SUCCESS;
  }
}

}  // namespace flthost::fs
