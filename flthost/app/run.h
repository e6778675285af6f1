// `flthost run`: one life of a mount.
#pragma once

#include <flthost/app/options.h>

namespace flthost::app {

int run(Options options);  // the process's exit status
int check_host();          // prints; 0 when a mount would work
// A wait status as a shell says it: 128+n for a signal.
int exit_status_of(int wait_status);

}  // namespace flthost::app
