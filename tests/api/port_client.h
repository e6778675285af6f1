// The user-mode side of flt_port_api.c: a thread of this process that is the port's client.
#pragma once

#include <atomic>
#include <string>
#include <thread>

class PortClient {
 public:
  // Connects to \ApiPort of the host that listens at this socket, until it is let in.
  explicit PortClient(const std::string& socket);
  ~PortClient();
  PortClient(const PortClient&) = delete;
  PortClient& operator=(const PortClient&) = delete;

 private:
  void run();
  std::atomic<bool> stop_{false};
  std::thread thread_;
};
