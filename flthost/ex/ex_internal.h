// Between the files of ex.
#pragma once

#include <flthost/ex/ex.h>
#include <flthost/ke/dispatcher.h>

#include <iterator>

namespace flthost::ex {

void* pool_allocate(size_t bytes, uint32_t tag, bool paged, bool host);
void pool_free(void* address, uint32_t tag, bool by_host);
size_t pool_block_size(void* address);

// The routine's address for code inlined into drivers.
const void* driver_callable(const char* name, const void* routine);

inline ERESOURCE_THREAD current_owner() {
  return reinterpret_cast<ERESOURCE_THREAD>(ke::current_thread_object());
}

ke::ExportTable pool_exports();
ke::ExportTable lookaside_exports();
ke::ExportTable resource_exports();
ke::ExportTable mutex_exports();
ke::ExportTable pushlock_exports();
ke::ExportTable rundown_exports();
ke::ExportTable work_exports();
ke::ExportTable misc_exports();

}  // namespace flthost::ex
