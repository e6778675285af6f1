// Between pool.cpp and special_pool.cpp.
#pragma once

#include <flthost/ex/pool_debug.h>
#include <flthost/ke/ke.h>

namespace flthost::ex {

struct SpecialBlock {
  uint64_t address = 0;
  size_t bytes = 0;
  uint32_t tag = 0;
  bool paged = false;
  uint64_t site = 0;
};

bool special_pool_on();
void* special_allocate(const SpecialBlock& wanted);  // address is filled in
// True for a block that special pool gave, live or freed.
bool special_find(const void* address, SpecialBlock* block, bool* freed);
void special_free(const void* address);
std::vector<LeakedBlock> special_leaks();

}  // namespace flthost::ex
