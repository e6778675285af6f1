// Loads boundary_driver.sys once per process and offers its routines by name.
#pragma once

#include <flthost/boundary/boundary.h>
#include <flthost/mm/mm.h>

#include <gtest/gtest.h>

#include "boundary_driver.h"

namespace boundary_test {

enum Routine {
#define ROUTINE(name) name,
  BOUNDARY_ROUTINES(ROUTINE)
#undef ROUTINE
};

// The exports that the test driver imports and other components would offer.
void add_test_exports();
// What FltCreateFileEx2 was called with last.
extern uint64_t create_arguments[16];
extern const flthost::boundary::Module* create_caller;

struct Driver {
  flthost::boundary::Module* module = nullptr;
  PDRIVER_OBJECT object = nullptr;
  NTSTATUS entry_status = -1;

  const void* address(Routine routine) const {
    return reinterpret_cast<const void*>(object->MajorFunction[routine]);
  }
  template <typename... A>
  uint64_t call(Routine routine, A... arguments) const {
    const uint64_t packed[sizeof...(A) + 1] = {flthost::ke::as_argument(arguments)..., 0};
    return flthost::ke::call_driver(address(routine), packed, sizeof...(A));
  }
};

// Boundary initialized, the bugcheck handler prints one line and exits with 86.
void initialize_once();
Driver& driver();
std::vector<uint8_t> driver_file();
std::string write_temporary(const std::vector<uint8_t>& bytes, const char* name);
inline uint64_t* bad_user_pointer() {
  return reinterpret_cast<uint64_t*>(flthost::mm::kUserEnd - 0x10000);
}

}  // namespace boundary_test
