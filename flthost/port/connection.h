// The host's end of one connection: slots in shared memory, and what a message may wait for.
#pragma once

#include <flthost/ke/ke.h>
#include <fltlib/port_wire.h>

#include <atomic>
#include <mutex>
#include <span>

namespace flthost::port {

class Connection {
 public:
  // For a socket of the caller's, which may close it later; the memory file is made here. Null when
  // the system refuses (errno).
  static Connection* create(int socket_fd);
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  int socket() const { return socket_; }
  int memory_file() const { return memory_file_; }

  // FltSendMessage: STATUS_SUCCESS, _TIMEOUT, _PORT_DISCONNECTED, _THREAD_IS_TERMINATING,
  // _INSUFFICIENT_RESOURCES (larger than wire::kMaxMessage), _BUFFER_OVERFLOW (reply larger than
  // room), or the status of the reply's header. deadline: ke::interrupt_time().
  NTSTATUS send(std::span<const std::byte> message, std::byte* reply, uint32_t* reply_bytes,
                int64_t deadline);

  // Every send, now and later, ends with STATUS_PORT_DISCONNECTED. Any IRQL <= APC_LEVEL.
  void disconnect();
  bool disconnected() const { return disconnected_.load(); }

 private:
  Connection() = default;
  // A free slot of ours to fill, or null with *status set.
  fltlib::wire::Slot* acquire_slot(int64_t deadline, uint32_t* generation, NTSTATUS* status);
  NTSTATUS await(fltlib::wire::Slot& slot, uint32_t generation, bool wants_reply, int64_t deadline);
  NTSTATUS take_reply(fltlib::wire::Slot& slot, std::byte* reply, uint32_t* reply_bytes);
  void release_slot(fltlib::wire::Slot& slot, uint32_t generation);
  // Gives up a message in whatever phase it is; true when its answer arrived meanwhile.
  bool abandon(fltlib::wire::Slot& slot, uint32_t generation);

  int socket_ = -1;
  int memory_file_ = -1;
  fltlib::wire::Region* region_ = nullptr;
  std::atomic<bool> disconnected_{false};
  std::mutex mutex_;                         // ring tail, filling_
  bool filling_[fltlib::wire::kSlots] = {};  // taken by a sender that has not made it ready yet
};

}  // namespace flthost::port
