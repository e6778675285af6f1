#include "connection.h"

#include <ntstatus.h>

#include <linux/futex.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <climits>
#include <cstdlib>
#include <cstring>

#include "wire_socket.h"

namespace fltlib {

namespace {

void futex_wait(wire::Word& word, uint32_t expected) {
  syscall(SYS_futex, reinterpret_cast<uint32_t*>(&word), FUTEX_WAIT, expected, nullptr, nullptr, 0);
}

void futex_wake(wire::Word& word, int count) {
  syscall(SYS_futex, reinterpret_cast<uint32_t*>(&word), FUTEX_WAKE, count, nullptr, nullptr, 0);
}

// The client is done with a slot that nobody waits for: the host may use it again.
void free_slot(wire::Region& region, wire::Slot& slot, uint32_t generation) {
  slot.state.store(wire::make_state(generation + 1, wire::kFree));
  region.free_count.fetch_add(1);
  futex_wake(region.free_count, INT_MAX);
}

}  // namespace

std::string default_socket_path() {
  if (const char* path = std::getenv("FLTHOST_SOCKET"); path != nullptr && *path != 0) return path;
  if (const char* run = std::getenv("XDG_RUNTIME_DIR"); run != nullptr && *run != 0) {
    return std::string(run) + "/flthost/port";
  }
  return "/run/flthost/port";
}

HRESULT result_of(NTSTATUS status) {
  if (status >= 0) return S_OK;
  // STATUS_FLT_x is 0xC01Cnnnn, ERROR_FLT_x is HRESULT 0x801Fnnnn.
  if ((static_cast<ULONG>(status) & 0xFFFF0000) == 0xC01C0000) {
    return static_cast<HRESULT>(0x801F0000 | (static_cast<ULONG>(status) & 0xFFFF));
  }
  switch (status) {
    case STATUS_OBJECT_NAME_NOT_FOUND:
      return HRESULT_FROM_WIN32(ERROR_FILE_NOT_FOUND);
    case STATUS_ACCESS_DENIED:
      return HRESULT_FROM_WIN32(ERROR_ACCESS_DENIED);
    case STATUS_PORT_DISCONNECTED:
    case STATUS_INVALID_HANDLE:
      return HRESULT_FROM_WIN32(ERROR_INVALID_HANDLE);
    case STATUS_INSUFFICIENT_RESOURCES:
      return HRESULT_FROM_WIN32(ERROR_NOT_ENOUGH_MEMORY);
    case STATUS_INVALID_PARAMETER:
      return HRESULT_FROM_WIN32(ERROR_INVALID_PARAMETER);
    case STATUS_BUFFER_TOO_SMALL:
      return HRESULT_FROM_WIN32(ERROR_INSUFFICIENT_BUFFER);
    case STATUS_OBJECT_NAME_COLLISION:
      return HRESULT_FROM_WIN32(ERROR_ALREADY_EXISTS);
    case STATUS_IMAGE_ALREADY_LOADED:
      return HRESULT_FROM_WIN32(ERROR_SERVICE_ALREADY_RUNNING);
    case STATUS_CONNECTION_COUNT_LIMIT:
      return HRESULT_FROM_WIN32(ERROR_CONNECTION_COUNT_LIMIT);
    default:
      return HRESULT_FROM_NT(status);
  }
}

HRESULT Connection::connect(std::u16string_view port_name, std::span<const std::byte> context,
                            Connection** connection) {
  *connection = nullptr;
  const int fd = wire::connect_socket(default_socket_path());
  if (fd < 0) {
    return HRESULT_FROM_WIN32(fd == -EACCES || fd == -EPERM ? ERROR_ACCESS_DENIED
                                                            : ERROR_FILE_NOT_FOUND);
  }
  wire::RequestHeader header{.magic = wire::kMagic,
                             .version = wire::kVersion,
                             .kind = static_cast<uint32_t>(wire::RequestKind::Connect),
                             .name_bytes = static_cast<uint32_t>(port_name.size() * 2),
                             .input_bytes = static_cast<uint32_t>(context.size()),
                             .output_room = 0,
                             .has_input = context.empty() ? 0u : 1u,
                             .has_output = 0};
  wire::Answer answer{};
  int memory = -1;
  const bool ok = wire::send_parts(fd, &header, sizeof(header), port_name.data(), header.name_bytes,
                                   context.data(), context.size()) &&
                  wire::receive_answer(fd, &answer, nullptr, 0, &memory);
  HRESULT result = ok ? result_of(answer.status) : HRESULT_FROM_WIN32(ERROR_INVALID_HANDLE);
  void* region = MAP_FAILED;
  if (ok && answer.status >= 0) {
    region = mmap(nullptr, sizeof(wire::Region), PROT_READ | PROT_WRITE, MAP_SHARED, memory, 0);
    if (region == MAP_FAILED) result = HRESULT_FROM_WIN32(ERROR_NOT_ENOUGH_MEMORY);
  }
  if (memory >= 0) close(memory);
  if (region == MAP_FAILED) {
    close(fd);
    return result;
  }
  auto* made = new Connection(fd, static_cast<wire::Region*>(region));
  made->watcher_ = std::thread([made] { made->watch(); });
  *connection = made;
  return S_OK;
}

Connection::~Connection() {
  shut_down();
  watcher_.join();
  close(socket_);
  munmap(region_, sizeof(wire::Region));
}

void Connection::shut_down() {
  closed_.store(true);
  shutdown(socket_, SHUT_RDWR);
  wake_all();
}

void Connection::cancel_waits() {
  cancellations_.fetch_add(1);
  wake_all();
}

// A waiter compares ready_count before it sleeps, so the bump cannot be missed.
void Connection::wake_all() {
  region_->ready_count.fetch_add(1);
  futex_wake(region_->ready_count, INT_MAX);
}

// Data on the socket belongs to send(); this thread only waits for the end of the connection, which
// a killed host brings about as well.
void Connection::watch() {
  while (!closed_.load()) {
    pollfd poll_fd{.fd = socket_, .events = POLLRDHUP, .revents = 0};
    if (poll(&poll_fd, 1, -1) < 0 && errno == EINTR) continue;
    if (poll_fd.revents != 0) break;
  }
  if (!closed_.load()) shut_down();
}

int Connection::take_ready(uint32_t buffer_bytes, HRESULT* result) {
  wire::Region& region = *region_;
  const uint32_t cancellations = cancellations_.load();
  for (;;) {
    const uint32_t seen = region.ready_count.load();
    if (closed_.load() || cancellations_.load() != cancellations) {
      *result = HRESULT_FROM_WIN32(closed_.load() ? ERROR_INVALID_HANDLE : ERROR_OPERATION_ABORTED);
      return -1;
    }
    uint32_t head = region.ring_head.load();
    if (head == region.ring_tail.load()) {
      region.sleepers.fetch_add(1);
      futex_wait(region.ready_count, seen);
      region.sleepers.fetch_sub(1);
      continue;
    }
    const uint32_t index = region.ring[head % wire::kSlots].load() % wire::kSlots;
    wire::Slot& slot = region.slots[index];
    // Looked at before it is taken: a buffer that is too small leaves the message where it is.
    const bool fits = slot.message_bytes + sizeof(FILTER_MESSAGE_HEADER) <= buffer_bytes;
    const bool wanted = wire::phase_of(slot.state.load()) == wire::kReady;
    if (wanted && !fits && region.ring_head.load() == head) {
      *result = HRESULT_FROM_WIN32(ERROR_INSUFFICIENT_BUFFER);
      return -1;
    }
    if (!region.ring_head.compare_exchange_strong(head, head + 1)) continue;
    uint32_t state = slot.state.load();
    const uint32_t generation = wire::generation_of(state);
    if (wire::phase_of(state) == wire::kReady &&
        slot.state.compare_exchange_strong(state,
                                           wire::make_state(generation, wire::kDelivering))) {
      return static_cast<int>(index);
    }
    free_slot(region, slot, generation);  // cancelled before anybody took it
  }
}

HRESULT Connection::get_message(PFILTER_MESSAGE_HEADER buffer, uint32_t buffer_bytes) {
  if (buffer == nullptr || buffer_bytes < sizeof(FILTER_MESSAGE_HEADER)) {
    return HRESULT_FROM_WIN32(ERROR_INSUFFICIENT_BUFFER);
  }
  HRESULT result = S_OK;
  const int index = take_ready(buffer_bytes, &result);
  if (index < 0) return result;
  wire::Slot& slot = region_->slots[index];
  const uint32_t generation = wire::generation_of(slot.state.load());
  const uint32_t reply_wanted = slot.reply_wanted;
  buffer->ReplyLength =
      reply_wanted == 0 ? 0 : static_cast<ULONG>(sizeof(FILTER_REPLY_HEADER) + reply_wanted - 1);
  buffer->MessageId = wire::message_id(static_cast<uint32_t>(index), generation);
  std::memcpy(buffer + 1, slot.message, std::min(slot.message_bytes, wire::kMaxMessage));
  uint32_t expected = wire::make_state(generation, wire::kDelivering);
  if (!slot.state.compare_exchange_strong(expected,
                                          wire::make_state(generation, wire::kDelivered))) {
    free_slot(*region_, slot, generation);  // the sender gave up meanwhile: no message
    return get_message(buffer, buffer_bytes);
  }
  if (reply_wanted == 0) futex_wake(slot.state, INT_MAX);
  return S_OK;
}

HRESULT Connection::reply(const FILTER_REPLY_HEADER* buffer, uint32_t buffer_bytes) {
  if (buffer == nullptr || buffer_bytes < sizeof(FILTER_REPLY_HEADER)) {
    return HRESULT_FROM_WIN32(ERROR_INVALID_PARAMETER);
  }
  const uint64_t id = buffer->MessageId;
  const uint32_t bytes = buffer_bytes - static_cast<uint32_t>(sizeof(FILTER_REPLY_HEADER));
  if (bytes > wire::kMaxReply) return HRESULT_FROM_WIN32(ERROR_INVALID_PARAMETER);
  if (closed_.load()) return HRESULT_FROM_WIN32(ERROR_INVALID_HANDLE);
  if (id == 0 || wire::slot_of(id) >= wire::kSlots) return ERROR_FLT_NO_WAITER_FOR_REPLY;
  wire::Slot& slot = region_->slots[wire::slot_of(id)];
  const uint32_t generation = wire::generation_of_id(id) & (UINT32_MAX >> 3);
  uint32_t expected = wire::make_state(generation, wire::kDelivered);
  if (!slot.state.compare_exchange_strong(expected,
                                          wire::make_state(generation, wire::kReplying))) {
    return ERROR_FLT_NO_WAITER_FOR_REPLY;
  }
  std::memcpy(slot.reply, buffer + 1, bytes);
  slot.reply_bytes = bytes;
  slot.reply_status = buffer->Status;
  expected = wire::make_state(generation, wire::kReplying);
  if (!slot.state.compare_exchange_strong(expected, wire::make_state(generation, wire::kReplied))) {
    free_slot(*region_, slot, generation);
    return ERROR_FLT_NO_WAITER_FOR_REPLY;
  }
  futex_wake(slot.state, INT_MAX);
  return S_OK;
}

HRESULT Connection::send(const void* input, uint32_t input_bytes, void* output,
                         uint32_t output_room, uint32_t* output_bytes) {
  *output_bytes = 0;
  if (input_bytes > wire::kMaxSend) return HRESULT_FROM_WIN32(ERROR_INVALID_PARAMETER);
  wire::RequestHeader header{.magic = wire::kMagic,
                             .version = wire::kVersion,
                             .kind = static_cast<uint32_t>(wire::RequestKind::Send),
                             .name_bytes = 0,
                             .input_bytes = input_bytes,
                             .output_room = std::min(output_room, wire::kMaxSend),
                             .has_input = input != nullptr ? 1u : 0u,
                             .has_output = output != nullptr ? 1u : 0u};
  wire::Answer answer{};
  const std::lock_guard lock(send_mutex_);
  if (closed_.load() ||
      !wire::send_parts(socket_, &header, sizeof(header), nullptr, 0, input, input_bytes) ||
      !wire::receive_answer(socket_, &answer, output, header.output_room, nullptr)) {
    return HRESULT_FROM_WIN32(ERROR_INVALID_HANDLE);
  }
  *output_bytes = answer.output_bytes;
  return result_of(answer.status);
}

}  // namespace fltlib
