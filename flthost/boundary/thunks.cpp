// Stubs of imports: mov r11, record; jmp boundary_thunk_entry. Written through a mapping that is
// writable, then made executable: never both.
#include <flthost/boundary/state.h>

#include <sys/mman.h>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace flthost::boundary {
namespace {

constexpr size_t kStubSize = 32;

void write_stub(uint8_t* stub, const ThunkRecord* record) {
  const uint8_t move_r11[] = {0x49, 0xbb};
  const uint8_t move_r10[] = {0x49, 0xba};
  const uint8_t jump_r10[] = {0x41, 0xff, 0xe2};
  const auto target = reinterpret_cast<uint64_t>(&boundary_thunk_entry);
  memset(stub, 0xcc, kStubSize);
  memcpy(stub, move_r11, 2);
  memcpy(stub + 2, &record, 8);
  memcpy(stub + 10, move_r10, 2);
  memcpy(stub + 12, &target, 8);
  memcpy(stub + 20, jump_r10, 3);
}

}  // namespace

std::vector<const void*> make_stubs(const std::vector<const ThunkRecord*>& records) {
  std::vector<const void*> stubs;
  if (records.empty()) return stubs;
  const size_t size = records.size() * kStubSize;
  void* memory = mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (memory == MAP_FAILED) {
    fprintf(stderr, "flthost: no memory for %zu import stubs\n", records.size());
    abort();
  }
  auto* stub = static_cast<uint8_t*>(memory);
  for (const ThunkRecord* record : records) {
    write_stub(stub, record);
    stubs.push_back(stub);
    stub += kStubSize;
  }
  mprotect(memory, size, PROT_READ | PROT_EXEC);
  return stubs;
}

}  // namespace flthost::boundary
