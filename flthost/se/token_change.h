// What can be changed in a token that exists.
#pragma once

#include <flthost/se/objects.h>

#include <vector>

namespace flthost::se {

// False when the caller's list can't be read.
bool capture_privileges(const TOKEN_PRIVILEGES* from, std::vector<LUID_AND_ATTRIBUTES>* out);

// Where the state before goes; `to` may be null.
struct PreviousPrivileges {
  PTOKEN_PRIVILEGES to = nullptr;
  ULONG length = 0;
  PULONG needed = nullptr;
};
// STATUS_NOT_ALL_ASSIGNED when the token lacks one; STATUS_BUFFER_TOO_SMALL with nothing changed.
NTSTATUS adjust_privileges(Token& token, bool disable_all,
                           const std::vector<LUID_AND_ATTRIBUTES>& wanted,
                           const PreviousPrivileges& previous);
NTSTATUS set_information(Token& token, TOKEN_INFORMATION_CLASS what, const void* information,
                         ULONG length);

}  // namespace flthost::se
