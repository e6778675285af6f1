// For a verifier.
#pragma once

#include <atomic>

namespace flthost::port {

// While set, a message of user mode is gone from its address space when the driver gets it, as any
// thread of the client can arrange: only __try helps.
inline std::atomic<bool> hostile_clients{false};

// FltCloseClientPort was called on this thread: what a disconnect callback must do.
inline thread_local bool client_port_closed = false;

}  // namespace flthost::port
