// Event tracing: providers are registered, checked and counted; no tracing session exists here, so
// no provider is ever enabled, its enable callback never runs and what it writes goes nowhere, as
// on a system where nobody listens.
#pragma once

#include <flthost/ke/ke.h>

namespace flthost::etw {

// Providers that drivers did not unregister.
uint64_t leaks();

ke::ExportTable exports();

}  // namespace flthost::etw
