#include "connection.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>

namespace flthost::port {

namespace wire = fltlib::wire;

Connection* Connection::create(int socket_fd) {
  const int file = memfd_create("flthost-port", MFD_CLOEXEC | MFD_ALLOW_SEALING);
  if (file < 0) return nullptr;
  // Sealed: a client that shrank the file could make the host fault.
  if (ftruncate(file, sizeof(wire::Region)) != 0 ||
      fcntl(file, F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL) != 0) {
    close(file);
    return nullptr;
  }
  void* region = mmap(nullptr, sizeof(wire::Region), PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
  if (region == MAP_FAILED) {
    close(file);
    return nullptr;
  }
  auto* connection = new Connection;
  connection->socket_ = fcntl(socket_fd, F_DUPFD_CLOEXEC, 0);
  connection->memory_file_ = file;
  connection->region_ = static_cast<wire::Region*>(region);
  connection->region_->magic = wire::kMagic;
  connection->region_->version = wire::kVersion;
  return connection;
}

Connection::~Connection() {
  munmap(region_, sizeof(wire::Region));
  close(memory_file_);
  close(socket_);
}

wire::Slot* Connection::acquire_slot(int64_t deadline, uint32_t* generation, NTSTATUS* status) {
  for (;;) {
    const uint32_t seen = region_->free_count.load();
    if (disconnected()) {
      *status = STATUS_PORT_DISCONNECTED;
      return nullptr;
    }
    {
      const std::lock_guard lock(mutex_);
      for (uint32_t i = 0; i < wire::kSlots; ++i) {
        const uint32_t state = region_->slots[i].state.load();
        if (filling_[i] || wire::phase_of(state) != wire::kFree) continue;
        filling_[i] = true;
        *generation = wire::generation_of(state);
        return &region_->slots[i];
      }
    }
    const auto result = ke::park(region_->free_count, seen,
                                 {.deadline = deadline, .cancellable = true, .shared = true});
    if (result == ke::WaitResult::Woken) continue;
    *status = result == ke::WaitResult::TimedOut ? STATUS_TIMEOUT : STATUS_THREAD_IS_TERMINATING;
    return nullptr;
  }
}

void Connection::release_slot(wire::Slot& slot, uint32_t generation) {
  slot.state.store(wire::make_state(generation + 1, wire::kFree));
  region_->free_count.fetch_add(1);
  ke::unpark_one(region_->free_count, true);
}

bool Connection::abandon(wire::Slot& slot, uint32_t generation) {
  for (;;) {
    uint32_t state = slot.state.load();
    if (wire::generation_of(state) != generation) return false;  // the client freed it: hostile
    uint32_t next = 0;
    switch (wire::phase_of(state)) {
      case wire::kReady:
        next = wire::make_state(generation, wire::kCancelled);
        break;
      case wire::kDelivering:
      case wire::kReplying:
        next = wire::make_state(generation, wire::kAbandoned);
        break;
      case wire::kReplied:
        return true;
      case wire::kDelivered:
        if (!slot.state.compare_exchange_strong(state,
                                                wire::make_state(generation + 1, wire::kFree))) {
          continue;
        }
        region_->free_count.fetch_add(1);
        ke::unpark_one(region_->free_count, true);
        return false;
      default:
        return false;
    }
    if (slot.state.compare_exchange_strong(state, next)) return false;
  }
}

// Parks until the message was delivered (or answered, when a reply is wanted).
NTSTATUS Connection::await(wire::Slot& slot, uint32_t generation, bool wants_reply,
                           int64_t deadline) {
  const uint32_t wanted = wants_reply ? wire::kReplied : wire::kDelivered;
  for (;;) {
    const uint32_t state = slot.state.load();
    if (wire::generation_of(state) != generation || wire::phase_of(state) == wanted) break;
    if (disconnected()) {
      return abandon(slot, generation) ? STATUS_SUCCESS : STATUS_PORT_DISCONNECTED;
    }
    const auto result =
        ke::park(slot.state, state, {.deadline = deadline, .cancellable = true, .shared = true});
    if (result == ke::WaitResult::Woken) continue;
    if (abandon(slot, generation)) break;  // answered in the last moment
    return result == ke::WaitResult::TimedOut ? STATUS_TIMEOUT : STATUS_THREAD_IS_TERMINATING;
  }
  const uint32_t state = slot.state.load();
  if (state == wire::make_state(generation, wanted)) return STATUS_SUCCESS;
  return STATUS_PORT_DISCONNECTED;  // the client broke the protocol
}

NTSTATUS Connection::take_reply(wire::Slot& slot, std::byte* reply, uint32_t* reply_bytes) {
  const uint32_t came = slot.reply_bytes;  // read once: the client can change it
  const NTSTATUS status = slot.reply_status;
  const uint32_t room = *reply_bytes;
  if (came > wire::kMaxReply || came > room) return STATUS_BUFFER_OVERFLOW;
  std::memcpy(reply, slot.reply, came);
  *reply_bytes = came;
  return status;
}

NTSTATUS Connection::send(std::span<const std::byte> message, std::byte* reply,
                          uint32_t* reply_bytes, int64_t deadline) {
  if (message.size() > wire::kMaxMessage) return STATUS_INSUFFICIENT_RESOURCES;
  const bool wants_reply = reply != nullptr;
  NTSTATUS status = STATUS_SUCCESS;
  uint32_t generation = 0;
  wire::Slot* slot = acquire_slot(deadline, &generation, &status);
  if (slot == nullptr) return status;
  const auto index = static_cast<uint32_t>(slot - region_->slots);
  std::memcpy(slot->message, message.data(), message.size());
  slot->message_bytes = static_cast<uint32_t>(message.size());
  slot->reply_wanted = wants_reply ? std::min(*reply_bytes, wire::kMaxReply) + 1 : 0;
  {
    const std::lock_guard lock(mutex_);
    filling_[index] = false;
    slot->state.store(wire::make_state(generation, wire::kReady));
    const uint32_t tail = region_->ring_tail.load();
    region_->ring[tail % wire::kSlots].store(index);
    region_->ring_tail.store(tail + 1);
  }
  region_->ready_count.fetch_add(1);
  if (region_->sleepers.load() != 0) ke::unpark_one(region_->ready_count, true);

  status = await(*slot, generation, wants_reply, deadline);
  if (status != STATUS_SUCCESS) return status;
  if (wants_reply) status = take_reply(*slot, reply, reply_bytes);
  release_slot(*slot, generation);
  return status;
}

void Connection::disconnect() {
  disconnected_.store(true);
  shutdown(socket_, SHUT_RDWR);
  // A parked sender compares its slot's state: change every one that a sender may wait on.
  for (wire::Slot& slot : region_->slots) {
    const uint32_t state = slot.state.load();
    if (wire::phase_of(state) != wire::kFree && wire::phase_of(state) != wire::kReplied) {
      abandon(slot, wire::generation_of(state));
    }
    ke::unpark_all(slot.state, true);
  }
  region_->free_count.fetch_add(1);
  ke::unpark_all(region_->free_count, true);
}

}  // namespace flthost::port
