// The DRIVER_OBJECT of a loaded image, in the system arena.
#pragma once

#include <flthost/boundary/boundary.h>

namespace flthost::app {

PDRIVER_OBJECT make_driver_object(boundary::Module& module);
void free_driver_object(PDRIVER_OBJECT driver);

}  // namespace flthost::app
