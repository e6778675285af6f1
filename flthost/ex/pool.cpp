// Pools. A small block carries a header before and a pattern behind the caller's bytes; from a page
// on the memory is page-aligned and its header lies in a table, as on NT.
#include <flthost/ex/ex.h>
#include <flthost/ex/special_pool.h>
#include <flthost/mm/mm.h>

#include <algorithm>
#include <array>
#include <cinttypes>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <mutex>
#include <unordered_map>

#include "ex_internal.h"

using namespace flthost;

namespace flthost::ex {

namespace {

constexpr size_t kPage = 4096;
constexpr uint32_t kLive = 0x6576'694c, kFreed = 0x6565'7246;
constexpr unsigned char kTail = 0xf1, kPoison = 0xdd;
constexpr size_t kTailBytes = 16;

enum : uint8_t { kHost = 1, kPaged = 2 };

// The first word belongs to the free list below.
struct alignas(16) Header {
  uint64_t link;
  uint32_t magic;
  uint32_t tag;
  uint32_t size;
  uint16_t driver;
  uint8_t flags;
  uint8_t unused;
  uint64_t site;  // in the driver: who allocated it
};
static_assert(sizeof(Header) == 32);

struct Large {
  size_t size;
  uint32_t tag;
  uint16_t driver;
  uint8_t flags;
  uint64_t site;
};
struct alignas(64) LargeShard {
  std::mutex mutex;
  std::unordered_map<void*, Large> blocks;
};
constexpr size_t kLargeShards = 32;
std::array<LargeShard, kLargeShards>& large_shards() {
  static auto* const shards = new std::array<LargeShard, kLargeShards>;
  return *shards;
}
LargeShard& shard_of(const void* address) {
  return large_shards()[(reinterpret_cast<uint64_t>(address) / kPage) % kLargeShards];
}

std::atomic<uint16_t (*)()> g_identity{nullptr};
std::atomic<uint64_t (*)()> g_site{nullptr};

uint64_t caller_site() {
  auto* const site = g_site.load(std::memory_order_relaxed);
  return site == nullptr ? 0 : site();
}

// ---------------------------------------------------------------- usage by tag, without a lock
struct alignas(64) Usage {
  std::atomic<uint32_t> tag{0};
  std::atomic<uint64_t> allocations{0}, frees{0}, bytes{0}, peak{0};
};
constexpr size_t kTags = 1024;
Usage g_usage[kTags];

Usage& usage_of(uint32_t tag) {
  const uint32_t key = tag != 0 ? tag : 0x656e6f4e;  // "None"
  for (size_t i = 0, at = (key * 2'654'435'761U) >> 22; i < kTags; ++i, at = (at + 1) % kTags) {
    uint32_t found = g_usage[at].tag.load(std::memory_order_acquire);
    if (found == 0 && g_usage[at].tag.compare_exchange_strong(found, key)) return g_usage[at];
    if (found == key) return g_usage[at];
  }
  return g_usage[0];  // more than a thousand tags: they share one line
}

void note_allocated(uint32_t tag, size_t bytes) {
  Usage& usage = usage_of(tag);
  usage.allocations.fetch_add(1, std::memory_order_relaxed);
  const uint64_t now = usage.bytes.fetch_add(bytes, std::memory_order_relaxed) + bytes;
  uint64_t peak = usage.peak.load(std::memory_order_relaxed);
  while (now > peak && !usage.peak.compare_exchange_weak(peak, now, std::memory_order_relaxed)) {
  }
}

void note_freed(uint32_t tag, size_t bytes) {
  Usage& usage = usage_of(tag);
  usage.frees.fetch_add(1, std::memory_order_relaxed);
  usage.bytes.fetch_sub(bytes, std::memory_order_relaxed);
}

std::string tag_text(uint32_t tag) {
  std::string text(4, ' ');
  for (size_t i = 0; i < 4; ++i) {
    const char c = static_cast<char>(tag >> (8 * i));
    text[i] = c >= 0x20 && c < 0x7f ? c : '.';
  }
  return text;
}

[[noreturn]] void bad_pool(uint32_t code, uint64_t p1, uint64_t p2, uint64_t p3, uint64_t p4,
                           const std::string& reason) {
  ke::bugcheck({.code = code, .parameters = {p1, p2, p3, p4}, .reason = reason});
  __builtin_unreachable();
}

// ---------------------------------------------------------------- allocation and freeing
size_t small_capacity(size_t bytes) {
  return mm::block_size(sizeof(Header) + bytes + 1) - sizeof(Header);
}
bool is_small(size_t bytes) {
  return sizeof(Header) + bytes + 1 <= mm::kLargestBlock;
}

void fill_tail(unsigned char* user, size_t bytes, size_t capacity) {
  std::memset(user + bytes, kTail, std::min(capacity - bytes, kTailBytes));
}

void check_tail(const unsigned char* user, size_t bytes, size_t capacity, uint32_t tag) {
  const size_t count = std::min(capacity - bytes, kTailBytes);
  for (size_t i = 0; i < count; ++i) {
    if (user[bytes + i] == kTail) continue;
    bad_pool(0xC4, 0x51, reinterpret_cast<uint64_t>(user),
             reinterpret_cast<uint64_t>(user + bytes + i), bytes,
             "A pool block with tag '" + tag_text(tag) + "' of " + std::to_string(bytes) +
                 " bytes was written to behind its end; allocate what is written.");
  }
}

void* allocate_large(size_t bytes, uint32_t tag, uint8_t flags, uint16_t driver, uint64_t site) {
  const size_t pages = (bytes + kPage - 1) / kPage * kPage;
  auto* const user = static_cast<unsigned char*>(mm::allocate_system(pages));
  if (user == nullptr) return nullptr;
  fill_tail(user, bytes, pages);
  LargeShard& shard = shard_of(user);
  const std::lock_guard guard(shard.mutex);
  shard.blocks.insert_or_assign(user, Large{bytes, tag, driver, flags, site});
  return user;
}

void free_large(void* address, const Large& block) {
  const size_t pages = (block.size + kPage - 1) / kPage * kPage;
  check_tail(static_cast<unsigned char*>(address), block.size, pages, block.tag);
  // Long blocks become inaccessible or are cleared when they are given out again.
  if (block.size <= 4 * kPage) std::memset(address, kPoison, block.size);
  mm::free_system(address, pages);
}

struct Found {
  size_t size;
  uint32_t tag;
  uint8_t flags;
};

bool is_page_aligned(const void* address) {
  return (reinterpret_cast<uint64_t>(address) & (kPage - 1)) == 0;
}

Header* header_of(void* address) {
  return static_cast<Header*>(address) - 1;
}

[[noreturn]] void not_pool(const void* address) {
  bad_pool(0xC2, 0x46, reinterpret_cast<uint64_t>(address), 0, 0,
           "ExFreePool of an address that is no pool block; free the address that the allocation "
           "returned.");
}

bool in_arena(const void* address) {
  const auto at = reinterpret_cast<uint64_t>(address);
  return at >= mm::kSystemBase + sizeof(Header) && at < mm::kSystemEnd && at % 16 == 0;
}

// Checks a small block and marks it freed; only one of two frees gets through.
Found take_small(void* address) {
  Header copy{};
  if (!in_arena(address) || !mm::guarded_copy(&copy, header_of(address), sizeof copy)) {
    not_pool(address);
  }
  std::atomic_ref<uint32_t> magic(header_of(address)->magic);
  uint32_t live = kLive;
  if (magic.compare_exchange_strong(live, kFreed, std::memory_order_acq_rel)) {
    return {copy.size, copy.tag, copy.flags};
  }
  if (live == kFreed) {
    bad_pool(0xC2, 0x7, 0, copy.tag, reinterpret_cast<uint64_t>(address),
             "A pool block with tag '" + tag_text(copy.tag) + "' is freed twice.");
  }
  not_pool(address);
}

bool take_large(void* address, Large* block) {
  LargeShard& shard = shard_of(address);
  const std::lock_guard guard(shard.mutex);
  const auto it = shard.blocks.find(address);
  if (it == shard.blocks.end()) return false;
  *block = it->second;
  shard.blocks.erase(it);
  return true;
}

void check_free(void* address, const Found& block, uint32_t tag, bool by_host) {
  constexpr uint32_t kProtected = 0x8000'0000;
  if (!by_host && tag != 0 && (tag & ~kProtected) != (block.tag & ~kProtected)) {
    bad_pool(0xC2, 0xA, reinterpret_cast<uint64_t>(address), block.tag, tag,
             "A pool block with tag '" + tag_text(block.tag) + "' is freed with tag '" +
                 tag_text(tag) + "'; use the tag it was allocated with.");
  }
  if (!by_host && (block.flags & kPaged) != 0 && ke::current_irql() > APC_LEVEL) {
    bad_pool(0xC4, 0x11, ke::current_irql(), PagedPool, reinterpret_cast<uint64_t>(address),
             "Paged pool is freed above APC_LEVEL.");
  }
  if ((block.flags & kHost) == 0) note_freed(block.tag, block.size);
}

}  // namespace

namespace {

bool free_special(void* address, uint32_t tag, bool by_host) {
  SpecialBlock block;
  bool freed = false;
  if (!special_find(address, &block, &freed)) return false;
  if (freed) {
    bad_pool(0xC2, 0x7, 0, block.tag, reinterpret_cast<uint64_t>(address),
             "A pool block with tag '" + tag_text(block.tag) + "' is freed twice.");
  }
  check_free(address, {block.bytes, block.tag, static_cast<uint8_t>(block.paged ? kPaged : 0)}, tag,
             by_host);
  special_free(address);
  return true;
}

}  // namespace

void install_caller_site(uint64_t (*site)()) {
  g_site.store(site);
}

void install_caller_identity(uint16_t (*identity)()) {
  g_identity.store(identity);
}

void* pool_allocate(size_t bytes, uint32_t tag, bool paged, bool host) {
  const auto flags = static_cast<uint8_t>((host ? kHost : 0) | (paged ? kPaged : 0));
  uint16_t driver = 0;
  if (!host) {
    if (auto* const identity = g_identity.load(std::memory_order_relaxed)) driver = identity();
  }
  const uint64_t site = host ? 0 : caller_site();
  void* result = nullptr;
  if (!host && special_pool_on()) {
    result = special_allocate({0, bytes, tag, paged, site});
  } else if (is_small(bytes)) {
    auto* const header = static_cast<Header*>(mm::allocate_block(sizeof(Header) + bytes + 1));
    if (header == nullptr) return nullptr;
    header->tag = tag;
    header->size = static_cast<uint32_t>(bytes);
    header->driver = driver;
    header->flags = flags;
    header->site = site;
    std::atomic_ref<uint32_t>(header->magic).store(kLive, std::memory_order_release);
    result = header + 1;
    fill_tail(static_cast<unsigned char*>(result), bytes, small_capacity(bytes));
  } else {
    result = allocate_large(bytes, tag, flags, driver, site);
  }
  if (result != nullptr && !host) note_allocated(tag, bytes);
  return result;
}

void pool_free(void* address, uint32_t tag, bool by_host) {
  if (address == nullptr) not_pool(address);
  if (free_special(address, tag, by_host)) return;
  if (is_page_aligned(address)) {
    Large block{};
    if (take_large(address, &block)) {
      check_free(address, {block.size, block.tag, block.flags}, tag, by_host);
      free_large(address, block);
      return;
    }
  }
  const Found block = take_small(address);
  check_free(address, block, tag, by_host);
  auto* const user = static_cast<unsigned char*>(address);
  check_tail(user, block.size, small_capacity(block.size), block.tag);
  std::memset(user, kPoison, block.size);
  mm::free_block(header_of(address), sizeof(Header) + block.size + 1);
}

size_t pool_block_size(void* address) {
  SpecialBlock special;
  bool freed = false;
  if (special_find(address, &special, &freed) && !freed) return special.bytes;
  if (is_page_aligned(address)) {
    LargeShard& shard = shard_of(address);
    const std::lock_guard guard(shard.mutex);
    const auto it = shard.blocks.find(address);
    if (it != shard.blocks.end()) return it->second.size;
  }
  Header copy{};
  if (!in_arena(address) || !mm::guarded_copy(&copy, header_of(address), sizeof copy) ||
      copy.magic != kLive) {
    not_pool(address);
  }
  return copy.size;
}

void* allocate(size_t bytes, uint32_t tag) {
  void* const memory = pool_allocate(bytes, tag, false, true);
  if (memory == nullptr) {
    std::fputs("flthost: out of pool memory\n", stderr);
    std::abort();
  }
  return memory;
}

void* allocate_zeroed(size_t bytes, uint32_t tag) {
  return std::memset(allocate(bytes, tag), 0, bytes);
}

void free(void* address) {
  pool_free(address, 0, true);
}

std::map<std::string, TagUsage> pool_usage() {
  std::map<std::string, TagUsage> result;
  for (const Usage& usage : g_usage) {
    const uint32_t tag = usage.tag.load();
    if (tag == 0) continue;
    TagUsage& line = result[tag_text(tag)];
    line.allocations += usage.allocations.load();
    line.frees += usage.frees.load();
    line.bytes += usage.bytes.load();
    line.peak_bytes += usage.peak.load();
  }
  return result;
}

namespace {

struct Leaks {
  uint64_t count = 0;
  std::string* lines = nullptr;

  void add(const void* address, size_t bytes, uint32_t tag, bool paged) {
    ++count;
    if (lines == nullptr) return;
    char line[128];
    std::snprintf(line, sizeof line, "%s pool, tag '%s', %zu bytes at %p\n",
                  paged ? "paged" : "nonpaged", tag_text(tag).c_str(), bytes, address);
    *lines += line;
  }
};

}  // namespace

bool is_paged_block(const void* address) {
  if (is_paged_pool(reinterpret_cast<uint64_t>(address))) return true;
  if (special_pool_on() || !in_arena(address)) return false;
  Header copy{};
  return mm::guarded_copy(&copy, header_of(const_cast<void*>(address)), sizeof copy) &&
         copy.magic == kLive && (copy.flags & kPaged) != 0;
}

std::vector<LeakedBlock> leaked_blocks() {
  std::vector<LeakedBlock> list = special_leaks();
  mm::visit_blocks(
      [](void* block, size_t, void* context) {
        auto* const header = static_cast<Header*>(block);
        if (std::atomic_ref<uint32_t>(header->magic).load(std::memory_order_acquire) != kLive ||
            (header->flags & kHost) != 0) {
          return;
        }
        static_cast<std::vector<LeakedBlock>*>(context)->push_back(
            {header->site, reinterpret_cast<uint64_t>(header + 1), header->size,
             tag_text(header->tag), (header->flags & kPaged) != 0});
      },
      &list);
  for (LargeShard& shard : large_shards()) {
    const std::lock_guard guard(shard.mutex);
    for (const auto& [address, block] : shard.blocks) {
      if ((block.flags & kHost) != 0) continue;
      list.push_back({block.site, reinterpret_cast<uint64_t>(address), block.size,
                      tag_text(block.tag), (block.flags & kPaged) != 0});
    }
  }
  return list;
}

uint64_t pool_leaks(std::string* lines) {
  Leaks leaks{0, lines};
  for (const LeakedBlock& block : special_leaks()) {
    uint32_t tag = 0;
    std::memcpy(&tag, block.tag.data(), sizeof tag);
    leaks.add(reinterpret_cast<const void*>(block.address), block.bytes, tag, block.paged);
  }
  mm::visit_blocks(
      [](void* block, size_t, void* context) {
        auto* const header = static_cast<Header*>(block);
        if (std::atomic_ref<uint32_t>(header->magic).load(std::memory_order_acquire) != kLive ||
            (header->flags & kHost) != 0) {
          return;
        }
        static_cast<Leaks*>(context)->add(header + 1, header->size, header->tag,
                                          (header->flags & kPaged) != 0);
      },
      &leaks);
  for (LargeShard& shard : large_shards()) {
    const std::lock_guard guard(shard.mutex);
    for (const auto& [address, block] : shard.blocks) {
      if ((block.flags & kHost) == 0) {
        leaks.add(address, block.size, block.tag, (block.flags & kPaged) != 0);
      }
    }
  }
  return leaks.count;
}

namespace {

constexpr uint32_t kMdlTag = 0x206c'644d;  // "Mdl "
[[maybe_unused]] const bool g_mdls_installed = [] {
  mm::install_mdl_memory([](size_t bytes) { return pool_allocate(bytes, kMdlTag, false, true); },
                         [](void* memory) { pool_free(memory, 0, true); });
  return true;
}();

}  // namespace

}  // namespace flthost::ex
