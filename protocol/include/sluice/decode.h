// The one decoder of protocol.h's messages, used by the driver, the service and the fuzzers.
//
// Works on a private copy of the bytes (never on memory the other side can still change), allocates
// nothing, runs at any IRQL on nonpaged memory, and accepts a message only when every length,
// count, enumerator and reserved byte in it is legal.
#pragma once

#include <sluice/protocol.h>

namespace sluice::protocol {

namespace detail {

constexpr uint32_t align8(uint32_t bytes) {
  return (bytes + 7) & ~7u;
}

inline bool all_zero(const uint8_t* bytes, uint32_t count) {
  for (uint32_t i = 0; i < count; ++i) {
    if (bytes[i] != 0) return false;
  }
  return true;
}

}  // namespace detail

constexpr uint32_t record_size(uint32_t path_bytes) {
  return detail::align8(static_cast<uint32_t>(sizeof(EventRecord)) + path_bytes);
}

// The path of a valid record.
inline const char16_t* record_path(const EventRecord& record) {
  return reinterpret_cast<const char16_t*>(&record + 1);
}

// UTF-16 units of it, without the new path that a Rename or Link has behind it.
inline uint32_t record_path_units(const EventRecord& record) {
  return static_cast<uint32_t>(record.path_bytes - record.target_bytes) / 2;
}
inline const char16_t* record_target(const EventRecord& record) {
  return record_path(record) + record_path_units(record);
}

inline bool valid_header(const void* bytes, uint32_t size, MessageKind kind) {
  if (size < sizeof(MessageHeader)) return false;
  const auto& header = *static_cast<const MessageHeader*>(bytes);
  return header.magic == kMagic && header.version == kVersion && header.size == size &&
         header.zero == 0 && header.kind == static_cast<uint16_t>(kind);
}

// `record` has at least `available` readable bytes.
inline bool valid_record(const EventRecord* record, uint32_t available) {
  if (available < sizeof(EventRecord) || record->size > available) return false;
  if (record->path_bytes > kMaxPathBytes || record->path_bytes % 2 != 0) return false;
  if (record->size != record_size(record->path_bytes)) return false;
  if (record->operation == 0 || record->operation >= static_cast<uint16_t>(Operation::Count)) {
    return false;
  }
  if (record->lane > static_cast<uint8_t>(Lane::VerdictPended)) return false;
  if (record->verdict > static_cast<uint8_t>(VerdictKind::Deny)) return false;
  if (record->reason > static_cast<uint8_t>(Reason::Exempt)) return false;
  if (record->attribution > static_cast<uint8_t>(Attribution::Unknown)) return false;
  if (record->operation == static_cast<uint16_t>(Operation::Dropped)) {
    if (record->offset != record->sequence || record->length < record->offset) return false;
    if (record->information == 0 ||
        record->information >= static_cast<uint64_t>(DropCause::Count)) {
      return false;
    }
  }
  if (record->target_bytes > record->path_bytes || record->target_bytes % 2 != 0) return false;
  return record->target_bytes == 0 ||
         record->operation == static_cast<uint16_t>(Operation::Rename) ||
         record->operation == static_cast<uint16_t>(Operation::Link);
}

// Calls visit(const EventRecord&) for each record of a valid batch; false when it is not valid, and
// then nothing was visited.
template <typename Visit>
bool decode_batch(const void* bytes, uint32_t size, Visit&& visit) {
  if (size < sizeof(EventBatch) || size > kMaxBatchBytes) return false;
  if (!valid_header(bytes, size, MessageKind::Events)) return false;
  const auto& batch = *static_cast<const EventBatch*>(bytes);
  if (batch.zero != 0 || batch.shard >= kMaxShards) return false;
  const auto* const first = reinterpret_cast<const uint8_t*>(&batch + 1);
  const uint32_t total = size - static_cast<uint32_t>(sizeof(EventBatch));
  uint64_t expected = batch.first_sequence;
  uint32_t at = 0;
  for (uint32_t i = 0; i < batch.count; ++i) {
    const auto* record = reinterpret_cast<const EventRecord*>(first + at);
    if (!valid_record(record, total - at) || record->sequence != expected) return false;
    const bool dropped = record->operation == static_cast<uint16_t>(Operation::Dropped);
    expected = dropped ? record->length + 1 : expected + 1;
    at += record->size;
  }
  if (at != total || expected != batch.next_sequence) return false;
  at = 0;
  for (uint32_t i = 0; i < batch.count; ++i) {
    const auto* record = reinterpret_cast<const EventRecord*>(first + at);
    visit(*record);
    at += record->size;
  }
  return true;
}

struct AskView {
  const Ask* ask;
  const EventRecord* record;
  const uint8_t* data;  // ask->data_bytes of them
};

inline bool decode_ask(const void* bytes, uint32_t size, AskView* view) {
  if (size < sizeof(Ask) || size > kMaxMessageBytes) return false;
  if (!valid_header(bytes, size, MessageKind::Ask)) return false;
  const auto* ask = static_cast<const Ask*>(bytes);
  const uint32_t rest = size - static_cast<uint32_t>(sizeof(Ask));
  if (ask->record_bytes > rest || ask->data_bytes > kMaxDataBytes) return false;
  if (ask->data_bytes != rest - ask->record_bytes) return false;
  const auto* record = reinterpret_cast<const EventRecord*>(ask + 1);
  if (!valid_record(record, ask->record_bytes) || record->size != ask->record_bytes) return false;
  if (ask->kind < static_cast<uint8_t>(AskKind::Process) ||
      ask->kind > static_cast<uint8_t>(AskKind::Change)) {
    return false;
  }
  if (ask->flags > (kAskPaging | kAskLastChunk)) return false;
  if (ask->default_verdict != static_cast<uint8_t>(VerdictKind::Allow) &&
      ask->default_verdict != static_cast<uint8_t>(VerdictKind::Deny)) {
    return false;
  }
  if (!detail::all_zero(ask->zero, sizeof(ask->zero))) return false;
  view->ask = ask;
  view->record = record;
  view->data = reinterpret_cast<const uint8_t*>(record) + record->size;
  return true;
}

// A reply to the ask with this id. What fails here is treated as no answer.
inline bool valid_verdict(const void* bytes, uint32_t size, uint64_t ask_id) {
  if (size != sizeof(Verdict)) return false;
  const auto& verdict = *static_cast<const Verdict*>(bytes);
  if (verdict.magic != kMagic || verdict.version != kVersion || verdict.ask_id != ask_id) {
    return false;
  }
  if (verdict.verdict < static_cast<uint8_t>(VerdictKind::Allow) ||
      verdict.verdict > static_cast<uint8_t>(VerdictKind::More)) {
    return false;
  }
  if (verdict.remember > static_cast<uint8_t>(Remember::Stream)) return false;
  if (verdict.on_timeout != 0 && verdict.on_timeout != static_cast<uint8_t>(VerdictKind::Allow) &&
      verdict.on_timeout != static_cast<uint8_t>(VerdictKind::Deny)) {
    return false;
  }
  return detail::all_zero(verdict.zero, sizeof(verdict.zero));
}

constexpr uint32_t control_size(ControlKind kind) {
  switch (kind) {
    case ControlKind::Hello:
      return sizeof(Hello);
    case ControlKind::SetPolicy:
      return sizeof(SetPolicy);
    case ControlKind::SetProcess:
      return sizeof(SetProcess);
    case ControlKind::Acknowledge:
      return sizeof(Acknowledge);
    case ControlKind::GetStatistics:
      return sizeof(ControlHeader);
    case ControlKind::AddExempt:
      return sizeof(AddExempt);
  }
  return 0;
}

// Header, kind, exact size; the values inside are the receiver's to judge.
inline bool valid_control(const void* bytes, uint32_t size) {
  if (size < sizeof(ControlHeader)) return false;
  const auto& header = *static_cast<const ControlHeader*>(bytes);
  return header.magic == kMagic && header.version == kVersion && header.size == size &&
         header.zero == 0 && size == control_size(static_cast<ControlKind>(header.kind));
}

}  // namespace sluice::protocol
