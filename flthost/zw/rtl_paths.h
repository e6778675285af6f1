// Keys as RtlXxxRegistryXxx name them.
#pragma once

#include <flthost/zw/registry.h>

namespace flthost::zw {

// The key of (RelativeTo, Path), with Path a handle when RTL_REGISTRY_HANDLE says so; `make`
// creates its last component.
NTSTATUS find_relative(ULONG relative_to, PCWSTR path, bool make, KeyRef* key);

}  // namespace flthost::zw
