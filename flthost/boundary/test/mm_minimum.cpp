// As much of mm as the boundary needs, until mm is there.
#include <flthost/mm/mm.h>

#include <sys/mman.h>
#include <atomic>

namespace flthost::mm {
namespace {
std::atomic<uint64_t> next_system{kSystemBase};
}
void* allocate_system(size_t bytes) {
  const uint64_t rounded = (bytes + 65535) & ~uint64_t{65535};
  const uint64_t at = next_system.fetch_add(rounded);
  void* memory = mmap(reinterpret_cast<void*>(at), rounded, PROT_READ | PROT_WRITE,
                      MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED_NOREPLACE, -1, 0);
  return memory == MAP_FAILED ? nullptr : memory;
}
void free_system(void* address, size_t bytes) {
  munmap(address, bytes);
}
void* reserve_image(size_t bytes) {
  void* memory = allocate_system(bytes);
  mprotect(memory, bytes, PROT_NONE);
  return memory;
}
}  // namespace flthost::mm
