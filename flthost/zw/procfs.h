// What Linux counts for a process. `own`: the host itself, which stands for System.
#pragma once

#include <fltKernel.h>

#include <cstdint>

namespace flthost::zw {

struct CpuTimes {
  int64_t kernel = 0, user = 0;  // 100 ns
};
CpuTimes process_times(uint32_t pid, bool own);
VM_COUNTERS process_memory(uint32_t pid, bool own);
IO_COUNTERS process_io(uint32_t pid, bool own);
ULONG process_handles(uint32_t pid, bool own);  // open files

}  // namespace flthost::zw
