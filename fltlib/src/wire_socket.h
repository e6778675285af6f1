// Whole SOCK_SEQPACKET messages of port_wire.h, sent and received.
#pragma once

#include <fltlib/port_wire.h>

#include <string>

namespace fltlib::wire {

// A connected, close-on-exec socket, or -errno.
int connect_socket(const std::string& path);

// One message from up to three parts. False when the peer is gone.
bool send_parts(int fd, const void* a, size_t a_bytes, const void* b, size_t b_bytes, const void* c,
                size_t c_bytes);

// One Answer with at most `room` bytes of output behind it, and its descriptor if `descriptor` is
// not null (then -1 when none came). False when the peer is gone or what it said is malformed.
bool receive_answer(int fd, Answer* answer, void* output, size_t room, int* descriptor);

}  // namespace fltlib::wire
