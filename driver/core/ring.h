// One shard of the notify lane: a byte ring of event records, one producer, one consumer.
//
// The producer is whoever runs at DISPATCH_LEVEL on the shard's processor, so it is alone without a
// lock. The consumer side (fill, sent, acknowledge, reconnect, report) is called by one thread at a
// time; the caller serialises it. A record stays in the ring until user mode acknowledged it.
// A record that does not fit still takes its sequence number; the consumer sees the gap and tells
// it as one Dropped record, so producer and consumer share no drop state.
// Any IRQL, nonpaged memory; allocates nothing.
#pragma once

#include <sluice/decode.h>

#include "atomic.h"

namespace sluice::driver {

class Ring {
 public:
  // `bytes` is a power of two of at least 16 KiB; the memory stays the caller's.
  void init(uint32_t shard, uint8_t* memory, uint32_t bytes);

  // ---- producer
  // Numbers the record and stores it with its path; false when it was dropped (and counted).
  bool write(protocol::EventRecord& record, const void* path, uint32_t path_bytes);

  // ---- consumer
  // Builds the next batch behind what was sent; 0 when there is nothing new (a final batch is
  // built even then). `capacity` is at most kMaxBatchBytes.
  uint32_t fill(uint8_t* batch, uint32_t capacity, uint64_t boot, bool final);
  // The batch that fill built was delivered.
  void sent();
  // Everything below `sequence` is recorded: gives its memory back. Never beyond what was sent.
  void acknowledge(uint64_t sequence);
  // A new service is there: what was not acknowledged is sent again.
  void reconnect();

  // ---- any thread
  uint64_t next_sequence() const { return next_.load_acquire(); }
  uint64_t acknowledged_sequence() const { return acknowledged_.load_acquire(); }
  uint64_t sent_sequence() const { return sent_sequence_.load_acquire(); }
  uint64_t dropped() const { return dropped_.load(); }
  // Records that nobody has acknowledged. Consumer side.
  uint64_t kept() const;
  bool has_unsent() const { return next_.load_acquire() != sent_sequence_.load_acquire(); }
  uint64_t unsent_bytes() const { return head_.load_acquire() - sent_bytes_.load_acquire(); }
  uint32_t capacity() const { return capacity_; }

 private:
  struct Cursor {
    uint64_t bytes;
    uint64_t sequence;
  };

  void copy_in(uint64_t at, const void* from, uint32_t count);
  void copy_out(void* to, uint64_t at, uint32_t count) const;
  uint32_t put_dropped(uint8_t* to, uint64_t first, uint64_t last, int64_t time) const;

  uint8_t* memory_;
  uint32_t capacity_;
  uint32_t shard_;

  // Written by the producer.
  alignas(64) Atomic<uint64_t> head_;  // bytes ever stored
  Atomic<uint64_t> next_;              // the next sequence number; stored after head_
  Atomic<uint64_t> dropped_;
  Atomic<int64_t> last_time_;

  // Written by the consumer.
  alignas(64) Atomic<uint64_t> tail_;  // bytes given back
  Atomic<uint64_t> acknowledged_;
  Atomic<uint64_t> sent_bytes_;
  Atomic<uint64_t> sent_sequence_;
  uint64_t early_;         // acknowledged, of the batch that is still being sent; 0 none
  uint64_t resend_until_;  // sequences below it went to an earlier connection
  Cursor filled_;          // end of the batch that fill built
};

}  // namespace sluice::driver
