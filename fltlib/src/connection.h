// One connection of a process to a communication port: the client's end of port_wire.h.
#pragma once

#include <fltlib/port_wire.h>

#include <atomic>
#include <cstdint>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include <fltUser.h>

namespace fltlib {

// $FLTHOST_SOCKET, else $XDG_RUNTIME_DIR/flthost/port, else /run/flthost/port.
std::string default_socket_path();

// HRESULT as fltlib.dll makes it of an NTSTATUS.
HRESULT result_of(NTSTATUS status);

class Connection {
 public:
  // Null and an HRESULT on failure.
  static HRESULT connect(std::u16string_view port_name, std::span<const std::byte> context,
                         Connection** connection);
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  HRESULT get_message(PFILTER_MESSAGE_HEADER buffer, uint32_t buffer_bytes);
  HRESULT reply(const FILTER_REPLY_HEADER* buffer, uint32_t buffer_bytes);
  HRESULT send(const void* input, uint32_t input_bytes, void* output, uint32_t output_room,
               uint32_t* output_bytes);

  // The threads that wait in get_message now return ERROR_OPERATION_ABORTED; the connection stays.
  void cancel_waits();
  // Ends the connection: every wait, now and later, returns ERROR_INVALID_HANDLE.
  void shut_down();

 private:
  Connection(int socket_fd, wire::Region* region) : socket_(socket_fd), region_(region) {}
  void watch();
  // Index of a delivered slot, or -1 with *result set.
  int take_ready(uint32_t buffer_bytes, HRESULT* result);
  void wake_all();

  int socket_;
  wire::Region* region_;
  std::atomic<bool> closed_{false};
  std::atomic<uint32_t> cancellations_{0};
  std::mutex send_mutex_;  // one request on the socket at a time
  std::thread watcher_;    // sees the host's end of the socket go
};

}  // namespace fltlib
