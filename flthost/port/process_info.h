// The process at the other end of a socket, as the driver knows it.
#pragma once

#include <flthost/port/port.h>
#include <flthost/ps/ps.h>

#include <optional>

namespace flthost::port {

void set_describe_process(DescribeProcess describe);

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
  std::optional<ps::Impersonate> impersonate_;
};

}  // namespace flthost::port
