// Cryptography API: Next Generation, as cng.sys exports it: hashes, HMACs, random numbers, AES,
// RSA and ECDSA keys, done by libcrypto.
//
// Handles are addresses of objects kept here; what is not one of them is STATUS_INVALID_HANDLE.
// PASSIVE_LEVEL, or <= DISPATCH_LEVEL for objects of an algorithm opened with BCRYPT_PROV_DISPATCH:
// anything else is a bugcheck 0xD1, since the code of those would be paged. A bad buffer raises
// STATUS_ACCESS_VIOLATION in the driver.
#pragma once

#include <flthost/ke/ke.h>

namespace flthost::cng {

// Providers, hashes and keys that drivers did not close.
uint64_t leaks();

ke::ExportTable exports();

}  // namespace flthost::cng
