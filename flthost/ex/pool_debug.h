// Pools under a verifier: special pool, and who allocated what.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace flthost::ex {

// boundary installs where the driver calls from (0: not a driver). Kept with each block.
void install_caller_site(uint64_t (*site)());

// From now on each allocation of a driver has pages of its own: it ends at an inaccessible page,
// and becomes inaccessible when it is freed, for good. Paged blocks can be taken away and brought
// back.
void use_special_pool();
void set_paged_pool_accessible(bool accessible);
bool is_paged_pool(uint64_t address);      // special pool only; any context
bool is_paged_block(const void* address);  // any pool: does a live paged block hold it?
// Bugcheck 0xD5 or 0xD6 when the address lies in special pool behind a block or in a freed one.
void judge_special_fault(uint64_t address, uint64_t operation, uint64_t pc);

struct LeakedBlock {
  uint64_t site;  // in the driver, 0: not known
  uint64_t address;
  size_t bytes;
  std::string tag;
  bool paged;
};
std::vector<LeakedBlock> leaked_blocks();

}  // namespace flthost::ex
