// The connection to sluice.sys, as seen from a user-mode program.
//
// connect_port() gives the real one (fltUser.h's functions: fltlib.dll on Windows, libfltlib on
// Linux). Port is an interface so that whatever talks through it can be tested without a driver.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace sluice {

enum class PortStatus {
  Ok,
  Disconnected,  // the driver closed the port or went away; nothing will work any more
  Failed,        // this call failed, the port may still work
};

// All member functions may be called from any thread at the same time.
class Port {
 public:
  // FILTER_MESSAGE_HEADER, which get() leaves in front of a message.
  static constexpr std::size_t kHeaderBytes = 16;

  virtual ~Port() = default;

  // Waits for the next message. `buffer` receives kHeaderBytes of header, then the message; how
  // long that is stands in the message itself (protocol.h, MessageHeader::size).
  virtual PortStatus get(std::span<std::byte> buffer, std::uint64_t* message_id) = 0;

  // Answers the message that get() named `message_id`. Failed when the driver no longer waits.
  virtual PortStatus reply(std::uint64_t message_id, std::span<const std::byte> payload) = 0;

  // A message to the driver; what it answers lands in `out`, `returned` bytes of it.
  virtual PortStatus send(std::span<const std::byte> in, std::span<std::byte> out,
                          std::size_t* returned) = 0;

  // Makes every get(), present and future, return Disconnected.
  virtual void close() = 0;

  // What the system calls the volume with this device name ("/home/u/dir", "C:"), UTF-8; empty when
  // it has no such name.
  virtual std::string dos_name(std::u16string_view device_name) = 0;
};

// Connects to sluice.sys. On failure returns null and says in `error`, in one line, what is missing
// and how to mend it.
std::unique_ptr<Port> connect_port(std::string* error);

}  // namespace sluice
