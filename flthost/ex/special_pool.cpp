// Special pool: a block at the end of its own pages, an inaccessible page behind it.
#include <flthost/ex/pool_debug.h>
#include <flthost/ex/special_pool.h>
#include <flthost/mm/mm.h>

#include <sys/mman.h>

#include <array>
#include <atomic>
#include <cstdio>
#include <cstring>
#include <map>
#include <mutex>

namespace flthost::ex {
namespace {

constexpr size_t kPage = 4096;
constexpr unsigned char kFill = 0xcd, kSlack = 0xf1;
// Paged blocks lie in a range of their own, so that a signal handler can tell them by address.
constexpr size_t kPagedRange = size_t{64} << 20;

struct Pages {
  SpecialBlock block;
  size_t pages;  // without the guard
  bool freed = false;
};

std::atomic<bool> g_on{false};
std::atomic<uint64_t> g_paged_begin{0};
std::mutex g_mutex;
uint64_t g_paged_next = 0;
bool g_paged_accessible = true;

std::map<uint64_t, Pages>& table() {
  static auto* const map = new std::map<uint64_t, Pages>;  // by the address of the first page
  return *map;
}

uint64_t take_pages(size_t bytes, bool paged) {
  if (!paged) return reinterpret_cast<uint64_t>(mm::allocate_system(bytes));
  if (g_paged_next + bytes > g_paged_begin.load() + kPagedRange) return 0;
  const uint64_t at = g_paged_next;
  g_paged_next += bytes;
  return at;
}

void protect(uint64_t address, size_t bytes, int protection) {
  mprotect(reinterpret_cast<void*>(address), bytes, protection);
}

// The entry whose pages or guard hold the address. g_mutex held.
std::map<uint64_t, Pages>::iterator entry_at(uint64_t address) {
  auto it = table().upper_bound(address);
  if (it == table().begin()) return table().end();
  --it;
  return address < it->first + (it->second.pages + 1) * kPage ? it : table().end();
}

std::string tag_text(uint32_t tag) {
  std::string text(4, ' ');
  for (size_t i = 0; i < 4; ++i) {
    const char c = static_cast<char>(tag >> (8 * i));
    text[i] = c >= 0x20 && c < 0x7f ? c : '.';
  }
  return text;
}

// The first byte behind the block that was written to, or 0. g_mutex held.
uint64_t changed_slack(const SpecialBlock& block) {
  for (uint64_t at = block.address + block.bytes; at % 16 != 0; ++at) {
    if (*reinterpret_cast<const unsigned char*>(at) != kSlack) return at;
  }
  return 0;
}

}  // namespace

bool special_pool_on() {
  return g_on.load(std::memory_order_relaxed);
}

void use_special_pool() {
  const auto begin = reinterpret_cast<uint64_t>(mm::allocate_system(kPagedRange));
  if (begin == 0) return;
  protect(begin, kPagedRange, PROT_NONE);
  g_paged_next = begin;
  g_paged_begin.store(begin);
  g_on.store(true);
}

void* special_allocate(const SpecialBlock& wanted) {
  const size_t pages = (wanted.bytes + kPage - 1) / kPage;
  const size_t rounded = (wanted.bytes + 15) / 16 * 16;
  const std::lock_guard guard(g_mutex);
  const uint64_t first = take_pages((pages + 1) * kPage, wanted.paged);
  if (first == 0) return nullptr;
  protect(first, pages * kPage, PROT_READ | PROT_WRITE);
  protect(first + pages * kPage, kPage, PROT_NONE);
  // A page or more is page-aligned, as on NT; then the slack behind it is checked at the free.
  const uint64_t address = wanted.bytes >= kPage ? first : first + pages * kPage - rounded;
  std::memset(reinterpret_cast<void*>(first), kFill, pages * kPage);
  Pages entry{wanted, pages};
  entry.block.address = address;
  std::memset(reinterpret_cast<void*>(address + wanted.bytes), kSlack,
              (16 - wanted.bytes % 16) % 16);
  table()[first] = entry;
  if (wanted.paged && !g_paged_accessible) protect(first, pages * kPage, PROT_NONE);
  return reinterpret_cast<void*>(address);
}

bool special_find(const void* address, SpecialBlock* block, bool* freed) {
  if (!special_pool_on()) return false;
  const auto at = reinterpret_cast<uint64_t>(address);
  const std::lock_guard guard(g_mutex);
  const auto it = entry_at(at);
  if (it == table().end() || it->second.block.address != at) return false;
  *block = it->second.block;
  *freed = it->second.freed;
  return true;
}

void special_free(const void* address) {
  SpecialBlock block;
  uint64_t changed = 0;
  {
    const std::lock_guard guard(g_mutex);
    const auto it = entry_at(reinterpret_cast<uint64_t>(address));
    if (it == table().end() || it->second.freed) return;
    block = it->second.block;
    if (!block.paged || g_paged_accessible) changed = changed_slack(block);
    it->second.freed = true;
    protect(it->first, it->second.pages * kPage, PROT_NONE);
  }
  if (changed == 0) return;
  ke::bugcheck({0xC4,
                {0x51, block.address, changed, block.bytes},
                "A pool block with tag '" + tag_text(block.tag) + "' of " +
                    std::to_string(block.bytes) +
                    " bytes was written to behind its end; allocate what is written."});
}

void set_paged_pool_accessible(bool accessible) {
  const std::lock_guard guard(g_mutex);
  g_paged_accessible = accessible;
  for (auto it = table().lower_bound(g_paged_begin.load());
       it != table().end() && it->first < g_paged_next; ++it) {
    if (it->second.freed || !it->second.block.paged) continue;
    protect(it->first, it->second.pages * kPage, accessible ? PROT_READ | PROT_WRITE : PROT_NONE);
  }
}

bool is_paged_pool(uint64_t address) {
  const uint64_t begin = g_paged_begin.load(std::memory_order_relaxed);
  return begin != 0 && address >= begin && address < begin + kPagedRange;
}

void judge_special_fault(uint64_t address, uint64_t operation, uint64_t pc) {
  Pages found{};
  uint64_t first = 0;
  {
    const std::lock_guard guard(g_mutex);
    const auto it = entry_at(address);
    if (it == table().end()) return;
    found = it->second;
    first = it->first;
  }
  const std::string block = "a pool block with tag '" + tag_text(found.block.tag) + "' of " +
                            std::to_string(found.block.bytes) + " bytes";
  if (address >= first + found.pages * kPage) {
    ke::bugcheck({0xD6,  // DRIVER_PAGE_FAULT_BEYOND_END_OF_ALLOCATION
                  {address, operation, pc, 0},
                  "SpecialPool: the driver touched memory behind the end of " + block +
                      "; stay inside of the allocation, or allocate more."});
  }
  if (found.freed) {
    ke::bugcheck({0xD5,  // DRIVER_PAGE_FAULT_IN_FREED_SPECIAL_POOL
                  {address, operation, pc, 0},
                  "SpecialPool.Freed: the driver touched " + block +
                      " that it had freed; keep it until nobody can use it any more."});
  }
}

std::vector<LeakedBlock> special_leaks() {
  std::vector<LeakedBlock> list;
  const std::lock_guard guard(g_mutex);
  for (const auto& [first, pages] : table()) {
    if (pages.freed) continue;
    list.push_back({pages.block.site, pages.block.address, pages.block.bytes,
                    tag_text(pages.block.tag), pages.block.paged});
  }
  return list;
}

}  // namespace flthost::ex
