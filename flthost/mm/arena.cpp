// The two fixed arenas and runs of pages in them.
//
// Small runs are kept committed when freed and cleared when given out again; large ones give their
// memory back and become inaccessible.
#include <flthost/mm/mm.h>
#include <sys/mman.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <map>
#include <mutex>
#include <vector>

#if __has_feature(address_sanitizer)
#include <sanitizer/lsan_interface.h>
#endif

namespace flthost::mm {

namespace {

constexpr size_t kPage = 4096;
constexpr size_t kCachedPages = 64;  // runs up to this long are kept
constexpr size_t kCachedRuns = 32;   // of each length

class Arena {
 public:
  Arena(uint64_t base, uint64_t end, const char* name) : base_(base), end_(end) {
    void* const wanted = reinterpret_cast<void*>(base);
    void* const got =
        mmap(wanted, end - base, PROT_NONE,
             MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_FIXED_NOREPLACE, -1, 0);
    if (got != wanted) {
      std::fprintf(stderr,
                   "flthost: the %s arena at 0x%llx can't be reserved (%s); something is mapped "
                   "there, or the address space is limited (ulimit -v).\n",
                   name, static_cast<unsigned long long>(base), std::strerror(errno));
      std::exit(125);
    }
#if __has_feature(address_sanitizer)
    // Objects in pool own memory of the C++ heap; the leak check must look for pointers here.
    __lsan_register_root_region(wanted, end - base);
#endif
    free_.emplace(base, (end - base) / kPage);
  }

  void* allocate(size_t bytes) {
    const size_t pages = pages_of(bytes);
    if (pages == 0) return nullptr;
    if (pages <= kCachedPages) {
      void* cached = nullptr;
      {
        const std::lock_guard guard(mutex_);
        auto& runs = cache_[pages];
        if (!runs.empty()) {
          cached = runs.back();
          runs.pop_back();
        }
      }
      if (cached != nullptr) {
        std::memset(cached, 0, pages * kPage);
        return cached;
      }
    }
    void* const run = reserve(pages, kPage);
    if (run == nullptr) return nullptr;
    if (mprotect(run, pages * kPage, PROT_READ | PROT_WRITE) != 0) {
      release(run, pages);
      return nullptr;
    }
    return run;
  }

  void free(void* address, size_t bytes) {
    const size_t pages = pages_of(bytes);
    if (address == nullptr || pages == 0) return;
    if (pages <= kCachedPages) {
      const std::lock_guard guard(mutex_);
      auto& runs = cache_[pages];
      if (runs.size() < kCachedRuns) {
        runs.push_back(address);
        return;
      }
    }
    mmap(address, pages * kPage, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_FIXED,
         -1, 0);
    release(address, pages);
  }

  // First fit; `alignment` a multiple of the page size.
  void* reserve(size_t pages, size_t alignment) {
    const std::lock_guard guard(mutex_);
    for (auto it = free_.begin(); it != free_.end(); ++it) {
      const uint64_t start = it->first;
      const uint64_t aligned = (start + alignment - 1) / alignment * alignment;
      const uint64_t skipped = (aligned - start) / kPage;
      if (it->second < skipped + pages) continue;
      const uint64_t left = it->second - skipped - pages;
      if (skipped != 0) {
        it->second = skipped;
      } else {
        free_.erase(it);
      }
      if (left != 0) free_.emplace(aligned + pages * kPage, left);
      return reinterpret_cast<void*>(aligned);
    }
    return nullptr;
  }

  uint64_t base() const { return base_; }
  uint64_t end() const { return end_; }

 private:
  static size_t pages_of(size_t bytes) { return (bytes + kPage - 1) / kPage; }

  void release(void* address, size_t pages) {
    const auto start = reinterpret_cast<uint64_t>(address);
    const std::lock_guard guard(mutex_);
    auto it = free_.emplace(start, pages).first;
    if (const auto next = std::next(it);
        next != free_.end() && start + pages * kPage == next->first) {
      it->second += next->second;
      free_.erase(next);
    }
    if (it != free_.begin()) {
      const auto previous = std::prev(it);
      if (previous->first + previous->second * kPage == start) {
        previous->second += it->second;
        free_.erase(it);
      }
    }
  }

  const uint64_t base_, end_;
  std::mutex mutex_;
  std::map<uint64_t, size_t> free_;  // start -> pages
  std::vector<void*> cache_[kCachedPages + 1];
};

Arena& user_arena() {
  static auto* const arena = new Arena(kUserBase, kUserEnd, "user");
  return *arena;
}

Arena& system_arena() {
  static auto* const arena = [] {
    auto* const made = new Arena(kSystemBase, kSystemEnd, "system");
    ke::set_driver_code_range(kSystemBase, kSystemEnd);
    return made;
  }();
  return *arena;
}

}  // namespace

void* allocate_user(size_t bytes) {
  return user_arena().allocate(bytes);
}
void free_user(void* address, size_t bytes) {
  user_arena().free(address, bytes);
}
void* allocate_system(size_t bytes) {
  return system_arena().allocate(bytes);
}
void free_system(void* address, size_t bytes) {
  system_arena().free(address, bytes);
}

void* reserve_image(size_t bytes) {
  return system_arena().reserve((bytes + kPage - 1) / kPage, 64 * 1024);
}

}  // namespace flthost::mm
