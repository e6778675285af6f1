// Objects of the Filter Manager in the system arena.
#include <flthost/ex/ex.h>
#include <flthost/flt/internal.h>

namespace flthost::flt {

namespace {
constexpr size_t kAlignment = 64;
}

void* allocate_object(size_t bytes) {
  auto* raw = static_cast<uint8_t*>(ex::allocate(bytes + 2 * kAlignment, kTag));
  const uintptr_t start = reinterpret_cast<uintptr_t>(raw) + sizeof(void*);
  auto* object = reinterpret_cast<uint8_t*>((start + kAlignment - 1) &
                                            ~static_cast<uintptr_t>(kAlignment - 1));
  std::memcpy(object - sizeof(void*), &raw, sizeof(raw));
  return object;
}

void free_object(void* address) {
  void* raw = nullptr;
  std::memcpy(&raw, static_cast<uint8_t*>(address) - sizeof(void*), sizeof(raw));
  ex::free(raw);
}

}  // namespace flthost::flt
