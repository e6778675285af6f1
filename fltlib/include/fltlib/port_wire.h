// How libfltlib and flthost's communication ports talk: the only thing the two share.
//
// A SOCK_SEQPACKET Unix socket carries connecting, FilterSendMessage and questions; its end is the
// end of the connection for both sides. Messages to user mode and replies go through a memfd that
// the host creates per connection, with futexes on words in it:
//
//   host:   Free -> (fills message) Ready -> ring, futex ready_count     sender parks on slot.state
//   client: pops ring; Ready -> Delivering -> (copies out) Delivered     or Free when no reply is
//   wanted client: Delivered -> Replying -> (copies in) Replied                 futex slot.state
//   host:   Replied -> (copies out) Free
//   host gives up (deadline, disconnect): Ready -> Cancelled (the client's pop frees it);
//           Delivered -> Free; Delivering, Replying -> Abandoned (the client frees it when done)
//
// Every state word holds phase and generation, so that a late reply can never meet another message
// in the same slot. The host trusts nothing in the memory: it reads each value once and bounds it.
// Only the client frees Cancelled and Abandoned slots; a client that does not is out of slots, no
// more.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>

namespace fltlib::wire {

inline constexpr uint32_t kMagic = 0x50544c46;  // "FLTP"
inline constexpr uint32_t kVersion = 1;

inline constexpr uint32_t kSlots = 64;
inline constexpr uint32_t kMaxMessage = 192 * 1024;  // bytes of one FltSendMessage
inline constexpr uint32_t kMaxReply = 63 * 1024;     // bytes of one reply, without its header
inline constexpr uint32_t kMaxSend = 64 * 1024;      // bytes of one FilterSendMessage, each way
inline constexpr uint32_t kMaxContext = 64 * 1024;   // bytes of a connection context
inline constexpr uint32_t kMaxNameBytes = 1024;

enum Phase : uint32_t {
  kFree = 0,
  kReady = 1,
  kDelivering = 2,
  kDelivered = 3,
  kReplying = 4,
  kReplied = 5,
  kCancelled = 6,
  kAbandoned = 7,
};
constexpr uint32_t phase_of(uint32_t state) {
  return state & 7;
}
constexpr uint32_t generation_of(uint32_t state) {
  return state >> 3;
}
constexpr uint32_t make_state(uint32_t generation, uint32_t phase) {
  return (generation << 3) | phase;
}
// MessageId: never 0. kSlots is a power of two below 256.
constexpr uint64_t message_id(uint32_t slot, uint32_t generation) {
  return (static_cast<uint64_t>(generation) + 1) << 8 | slot;
}
constexpr uint32_t slot_of(uint64_t id) {
  return static_cast<uint32_t>(id & 0xff);
}
constexpr uint32_t generation_of_id(uint64_t id) {
  return static_cast<uint32_t>((id >> 8) - 1);
}

using Word = std::atomic<uint32_t>;
static_assert(Word::is_always_lock_free && sizeof(Word) == 4);

struct alignas(4096) Slot {
  Word state;
  uint32_t message_bytes;
  uint32_t reply_wanted;  // 0: none; else bytes the sender has room for, plus 1
  uint32_t reply_bytes;   // set by the client
  int32_t reply_status;   // FILTER_REPLY_HEADER::Status, set by the client
  uint32_t padding[11];
  std::byte message[kMaxMessage];
  std::byte reply[kMaxReply];
};

struct alignas(4096) Region {
  uint32_t magic;
  uint32_t version;
  alignas(64) Word ready_count;   // futex; bumped for every message put into the ring
  Word sleepers;                  // client threads that wait on ready_count
  alignas(64) Word ring_head;     // next to pop, by clients (compare-exchange)
  alignas(64) Word ring_tail;     // next to push, by the host
  alignas(64) Word free_count;    // futex; bumped when a slot became free
  alignas(64) Word ring[kSlots];  // a slot is in the ring at most once, so it never overflows
  Slot slots[kSlots];
};

// ------------------------------------------------------------------ on the socket
enum class RequestKind : uint32_t {
  Connect = 1,     // name (UTF-16) + context; answered by Answer with the memfd attached
  Send = 2,        // FilterSendMessage: input; answered by Answer + output
  VolumeName = 3,  // FilterGetDosName: device name (UTF-16); answered by Answer + DOS name
  // A driver's device, one socket per open. Its end closes the device.
  OpenDevice = 4,     // \\.\Name without its \\.\ ; code: access wanted
  ControlDevice = 5,  // DeviceIoControl: code, input; answered by Answer + output
  ReadDevice = 6,     // offset, output_room; answered by Answer + output
  WriteDevice = 7,    // offset, input; answered by Answer + bytes written (uint32_t)
};

struct RequestHeader {
  uint32_t magic;
  uint32_t version;
  uint32_t kind;         // RequestKind
  uint32_t name_bytes;   // Connect, VolumeName: UTF-16 bytes behind this header
  uint32_t input_bytes;  // behind the name: context or input
  uint32_t output_room;  // Send: bytes of the caller's output buffer
  uint32_t has_input;    // Send: the caller passed an input buffer
  uint32_t has_output;
  uint32_t code = 0;  // OpenDevice: access; ControlDevice: the control code
  uint32_t padding = 0;
  int64_t offset = 0;  // ReadDevice, WriteDevice
};
struct Answer {
  uint32_t magic;
  int32_t status;         // NTSTATUS
  uint32_t output_bytes;  // behind this header
  uint32_t padding;
};

}  // namespace fltlib::wire
