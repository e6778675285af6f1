// Extra create parameters: what a create carries from its issuer and from filters to those below.
//
// An ECP is a context of the driver's behind a header of ours; an ECP_LIST links them. Lists are
// used by one thread at a time, as on NT. IRQL <= APC_LEVEL.
#pragma once

#include <fltKernel.h>

#include <cstdint>

namespace flthost::flt {

// Finds by type; null when there is none. `list` may be null.
PVOID find_ecp(PECP_LIST list, const GUID& type, ULONG* size);
// A zeroed context of FltMgr's own in `list`; null without memory.
PVOID add_ecp(PECP_LIST list, const GUID& type, ULONG size,
              PFSRTL_EXTRA_CREATE_PARAMETER_CLEANUP_CALLBACK cleanup);
PECP_LIST make_ecp_list();
// Every ECP inserted from now on gets at least this number.
uint32_t next_ecp_number();
// A create ended: what was added to its list since `first_number` goes. Filters do not free what
// they attach to a create (FltAllocateExtraCreateParameterFromLookasideList, Remarks).
void free_added_ecps(PECP_LIST list, uint32_t first_number);
void free_ecp_list(PECP_LIST list);

}  // namespace flthost::flt
