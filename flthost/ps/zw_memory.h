// What the Zw calls on memory share.
#pragma once

#include <flthost/mm/mm.h>

namespace flthost::ps {

template <typename T>
bool read_from(const T* from, T* to) {
  return mm::guarded_copy(to, from, sizeof(T));
}
template <typename T>
bool write_to(T* to, const T& value) {
  return mm::guarded_copy(to, &value, sizeof(T));
}

// A reference. STATUS_INVALID_HANDLE, STATUS_OBJECT_TYPE_MISMATCH.
NTSTATUS reference_process_handle(HANDLE handle, PEPROCESS* process);

// The process is gone: so are its views and its regions.
void unmap_all_views(PEPROCESS process);
void free_all_regions(PEPROCESS process);

}  // namespace flthost::ps
