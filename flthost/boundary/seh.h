// Structured exceptions, as the boundary's exports need them. Internal.
#pragma once

#include <flthost/boundary/boundary.h>

namespace flthost::boundary {

// The language handler of C: scope tables with filters and __finally blocks.
EXCEPTION_DISPOSITION NTAPI c_specific_handler(PEXCEPTION_RECORD record, PVOID frame,
                                               PCONTEXT context, PDISPATCHER_CONTEXT dispatcher);
// Unwinds driver frames to the one established at `target_frame` and goes on at `target_ip` there.
[[noreturn]] void unwind_to(uint64_t target_frame, uint64_t target_ip, EXCEPTION_RECORD* record,
                            uint64_t value);
// Raises in the driver that called the export that runs now.
[[noreturn]] void raise_record(const EXCEPTION_RECORD& record);

}  // namespace flthost::boundary
