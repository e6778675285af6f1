// What SeQueryInformationToken and its relatives tell of a token.
#pragma once

#include <flthost/se/token.h>

#include <vector>

namespace flthost::se {

// TokenInformationClass as a driver passed it, when it is one at all: reading an enumerator that is
// out of its type's range is undefined.
inline bool is_token_class(const TOKEN_INFORMATION_CLASS& what) {
  ULONG raw = 0;
  std::memcpy(&raw, &what, sizeof raw);
  return raw >= TokenUser && raw <= TokenProcessTrustLevel;
}
// The structure of the class as it has to lie at `address` (SIDs follow it, pointers into it); null
// to learn only its size. STATUS_INVALID_INFO_CLASS for classes that do not exist here.
NTSTATUS describe_token(const TokenBody& token, TOKEN_INFORMATION_CLASS what, const void* address,
                        std::vector<uint8_t>* out);

}  // namespace flthost::se
