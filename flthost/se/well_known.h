// SeExports: well-known privileges and SIDs, in memory that drivers may read.
#pragma once

#include <fltKernel.h>

namespace flthost::se {

// Allocated once for the host's life.
SE_EXPORTS* make_well_known();

}  // namespace flthost::se
