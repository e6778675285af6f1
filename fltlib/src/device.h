// Handles of drivers' devices.
#pragma once

#include <fltUser.h>

namespace fltlib {

// True when the handle was one, and is closed now.
bool close_device(HANDLE handle);

}  // namespace fltlib
