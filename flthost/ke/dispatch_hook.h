// For a verifier: told when a thread takes a virtual processor (is at DISPATCH_LEVEL from now on)
// and when it gives it back. Called on that thread, often: must be short and take no lock that a
// thread at DISPATCH_LEVEL may wait for.
#pragma once

namespace flthost::ke {

void install_dispatch_hook(void (*hook)(bool enters));

}  // namespace flthost::ke
