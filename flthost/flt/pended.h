// What is pended now, for a verifier that finds something never comes back.
#pragma once

#include <fltKernel.h>

#include <string>
#include <vector>

namespace flthost::flt {

struct PendedOperation {
  std::string filter;
  UCHAR major = 0;
  bool post = false;               // pended by the post-operation, not the pre-operation
  bool detaching = false;          // its instance is being torn down
  const void* callback = nullptr;  // the driver's routine that pended it
};
// Only where no operation makes progress, as before the process ends.
std::vector<PendedOperation> pended_operations();
std::vector<PFLT_FILTER> all_filters();  // not referenced

}  // namespace flthost::flt
