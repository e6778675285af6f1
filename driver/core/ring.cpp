#include "ring.h"

namespace sluice::driver {

using protocol::EventBatch;
using protocol::EventRecord;
using protocol::Operation;

void Ring::init(uint32_t shard, uint8_t* memory, uint32_t bytes) {
  zero_bytes(this, sizeof(*this));
  memory_ = memory;
  capacity_ = bytes;
  shard_ = shard;
  next_.store(1);
  acknowledged_.store(1);
  sent_sequence_.store(1);
}

void Ring::copy_in(uint64_t at, const void* from, uint32_t count) {
  const uint32_t start = static_cast<uint32_t>(at) & (capacity_ - 1);
  const uint32_t first = smaller(count, capacity_ - start);
  copy_bytes(memory_ + start, from, first);
  copy_bytes(memory_, static_cast<const uint8_t*>(from) + first, count - first);
}

void Ring::copy_out(void* to, uint64_t at, uint32_t count) const {
  const uint32_t start = static_cast<uint32_t>(at) & (capacity_ - 1);
  const uint32_t first = smaller(count, capacity_ - start);
  copy_bytes(to, memory_ + start, first);
  copy_bytes(static_cast<uint8_t*>(to) + first, memory_, count - first);
}

bool Ring::write(EventRecord& record, const void* path, uint32_t path_bytes) {
  const uint64_t sequence = next_.load();
  const uint64_t head = head_.load();
  const uint32_t size = protocol::record_size(path_bytes);
  last_time_.store(record.time);
  const bool fits = size <= capacity_ - (head - tail_.load_acquire());
  if (fits) {
    record.size = size;
    record.path_bytes = static_cast<uint16_t>(path_bytes);
    record.sequence = sequence;
    copy_in(head, &record, sizeof(record));
    copy_in(head + sizeof(record), path, path_bytes);
    const uint64_t zero = 0;
    const uint32_t used = static_cast<uint32_t>(sizeof(record)) + path_bytes;
    copy_in(head + used, &zero, size - used);
    head_.store_release(head + size);
  } else {
    dropped_.add_alone(1);
  }
  next_.store_release(sequence + 1);
  return fits;
}

uint32_t Ring::put_dropped(uint8_t* to, uint64_t first, uint64_t last, int64_t time) const {
  EventRecord record;
  zero_bytes(&record, sizeof(record));
  record.size = sizeof(record);
  record.operation = static_cast<uint16_t>(Operation::Dropped);
  record.sequence = first;
  record.time = time;
  record.offset = first;
  record.length = last;
  record.information = static_cast<uint64_t>(protocol::DropCause::RingFull);
  record.irql_pre = protocol::kNoIrql;
  record.irql_post = protocol::kNoIrql;
  copy_bytes(to, &record, sizeof(record));
  return sizeof(record);
}

uint32_t Ring::fill(uint8_t* batch, uint32_t capacity, uint64_t boot, bool final) {
  // next_ before head_: every stored record below `limit` is then visible behind `head`, so what
  // is missing below `limit` was dropped.
  const uint64_t limit = next_.load_acquire();
  const uint64_t head = head_.load_acquire();
  Cursor at = {sent_bytes_.load(), sent_sequence_.load()};
  const uint64_t first_sequence = at.sequence;
  uint32_t size = sizeof(EventBatch);
  uint32_t count = 0;
  EventRecord record;
  while (at.bytes < head) {
    copy_out(&record, at.bytes, sizeof(record));
    const uint32_t gap = record.sequence != at.sequence ? sizeof(EventRecord) : 0;
    if (size + gap + record.size > capacity) break;
    if (gap != 0) {
      size += put_dropped(batch + size, at.sequence, record.sequence - 1, record.time);
      ++count;
    }
    copy_out(batch + size, at.bytes, record.size);
    size += record.size;
    ++count;
    at = {at.bytes + record.size, record.sequence + 1};
  }
  if (at.bytes == head && at.sequence < limit && size + sizeof(EventRecord) <= capacity) {
    size += put_dropped(batch + size, at.sequence, limit - 1, last_time_.load());
    ++count;
    at.sequence = limit;
  }
  filled_ = at;
  if (count == 0 && !final) return 0;
  auto* out = reinterpret_cast<EventBatch*>(batch);
  zero_bytes(out, sizeof(*out));
  out->header = {protocol::kMagic,
                 protocol::kVersion,
                 static_cast<uint16_t>(protocol::MessageKind::Events),
                 size,
                 0,
                 boot};
  out->shard = shard_;
  out->count = count;
  out->first_sequence = first_sequence;
  out->next_sequence = at.sequence;
  out->flags = (first_sequence < resend_until_ ? protocol::kBatchResent : 0u) |
               (final && at.bytes == head && at.sequence >= limit ? protocol::kBatchFinal : 0u);
  return size;
}

void Ring::sent() {
  sent_bytes_.store_release(filled_.bytes);
  sent_sequence_.store_release(filled_.sequence);
  const uint64_t early = early_;
  early_ = 0;
  if (early != 0) acknowledge(early);
}

void Ring::acknowledge(uint64_t sequence) {
  const uint64_t end = sent_bytes_.load();
  const uint64_t reached = sent_sequence_.load();
  if (sequence > reached) {
    // User mode can answer before the sender comes back to say that it was sent.
    early_ = smaller(sequence, filled_.sequence);
    sequence = reached;
  }
  if (sequence <= acknowledged_.load()) return;
  uint64_t at = tail_.load();
  EventRecord record;
  while (at < end) {
    copy_out(&record, at, sizeof(record));
    if (record.sequence >= sequence) break;
    at += record.size;
  }
  acknowledged_.store_release(sequence);
  tail_.store_release(at);
}

uint64_t Ring::kept() const {
  const uint64_t head = head_.load_acquire();
  uint64_t count = 0;
  EventRecord record;
  for (uint64_t at = tail_.load(); at < head; at += record.size) {
    copy_out(&record, at, sizeof(record));
    ++count;
  }
  return count;
}

void Ring::reconnect() {
  const uint64_t reached = sent_sequence_.load();
  if (reached > resend_until_) resend_until_ = reached;
  early_ = 0;
  sent_sequence_.store_release(acknowledged_.load());
  sent_bytes_.store_release(tail_.load());
}

}  // namespace sluice::driver
