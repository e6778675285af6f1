// The access check itself, on a token's content: MS-DTYP 2.5.3.2 without object types, conditions
// and restricted tokens, which tokens here never have.
#pragma once

#include <flthost/se/token.h>

namespace flthost::se {

struct AccessRequest {
  ACCESS_MASK desired = 0;
  ACCESS_MASK previously_granted = 0;
  GENERIC_MAPPING mapping{};
  bool user_mode = true;
};
struct AccessResult {
  bool granted = false;
  ACCESS_MASK access = 0;
  NTSTATUS status = STATUS_ACCESS_DENIED;
  uint64_t privileges_used = 0;  // bit N: the privilege with LUID N
};
// ACE masks are taken as they are: generic bits in them are mapped when a descriptor is assigned,
// not here, as on NT. A null descriptor denies.
AccessResult check_access(const TokenBody& token, const void* descriptor,
                          const AccessRequest& request);

}  // namespace flthost::se
