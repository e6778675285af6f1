// The process at the other end of a socket, as the driver knows it.
#pragma once

#include <flthost/ps/ps.h>

namespace flthost::port {

// While it lives the calling thread is a thread of the socket's peer.
class ClientIdentity {
 public:
  explicit ClientIdentity(int socket);
  ~ClientIdentity();
  ClientIdentity(const ClientIdentity&) = delete;
  ClientIdentity& operator=(const ClientIdentity&) = delete;

 private:
  PEPROCESS process_ = nullptr;
  PETHREAD thread_ = nullptr;
  ps::Impersonate* impersonate_ = nullptr;
};

}  // namespace flthost::port
