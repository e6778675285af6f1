// errno as NTSTATUS; to_errno() of fs.h is the other way.
#pragma once

#include <fltKernel.h>

namespace flthost::fs {

NTSTATUS status_of_errno(int error);

}  // namespace flthost::fs
