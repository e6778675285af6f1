// Which of the driver's numbered events have arrived: the arithmetic behind
//   numbered = acknowledged earlier + received + dropped (by cause) + unexplained.
//
// Not synchronised: it belongs to the thread that records events.
#pragma once

#include <sluice/decode.h>

#include <array>
#include <cstdint>
#include <map>
#include <span>
#include <vector>

namespace sluice {

// Sequence numbers seen so far: everything below next(), plus islands above it.
class SequenceSet {
 public:
  explicit SequenceSet(std::uint64_t next) : next_(next) {}

  // Adds [first, end); returns how many of them are new.
  std::uint64_t add(std::uint64_t first, std::uint64_t end);

  // The lowest number not seen yet.
  std::uint64_t next() const { return next_; }

  // One past the highest number seen.
  std::uint64_t highest() const { return islands_.empty() ? next_ : islands_.rbegin()->second; }

 private:
  void absorb();

  std::uint64_t next_;
  std::map<std::uint64_t, std::uint64_t> islands_;  // first -> end; disjoint, not touching
};

struct LedgerTotals {
  std::uint64_t numbered = 0;      // numbers the driver has given out, as far as known here
  std::uint64_t acknowledged = 0;  // of them, recorded by an earlier connection
  std::uint64_t received = 0;      // records that arrived here, each counted once
  std::uint64_t duplicates = 0;    // records that arrived again
  std::array<std::uint64_t, static_cast<int>(protocol::DropCause::Count)> dropped{};  // by cause
  std::uint64_t unexplained = 0;  // neither received, nor reported as dropped, nor acknowledged

  std::uint64_t dropped_total() const;
};

class Ledger {
 public:
  // `shards` as HelloReply gave them: counting starts at what was acknowledged before.
  Ledger(std::uint64_t boot, std::span<const protocol::ShardState> shards);

  // Calls visit(const EventRecord&) for every record of the batch that was not seen before, Dropped
  // records included. False when the batch is malformed or of another boot or shard: then nothing
  // was visited.
  template <typename Visit>
  bool receive(std::span<const std::byte> bytes, Visit&& visit) {
    const auto size = static_cast<std::uint32_t>(bytes.size());
    const protocol::EventBatch* batch = expected_batch(bytes);
    if (batch == nullptr) return false;
    const bool valid =
        protocol::decode_batch(bytes.data(), size, [&](const protocol::EventRecord& record) {
          if (count(batch->shard, record)) visit(record);
        });
    if (valid) finish(*batch);
    return valid;
  }

  // Everything below this has arrived: what may be acknowledged once it is recorded.
  std::uint64_t acknowledgeable(std::uint32_t shard) const { return shards_[shard].seen.next(); }

  // The driver has said that this was its last batch, for every shard.
  bool complete() const;

  // Totals as of now. `numbered_by_driver` is Statistics::numbered, 0 when unknown; numbers that
  // are still on their way count as unexplained, so ask after the last batch.
  LedgerTotals totals(std::uint64_t numbered_by_driver) const;

 private:
  struct Shard {
    SequenceSet seen;
    std::uint64_t end;  // one past the last number known to exist
    bool final = false;
  };

  const protocol::EventBatch* expected_batch(std::span<const std::byte> bytes) const;
  bool count(std::uint32_t shard, const protocol::EventRecord& record);
  void finish(const protocol::EventBatch& batch);

  std::uint64_t boot_;
  std::vector<Shard> shards_;
  LedgerTotals totals_;
};

}  // namespace sluice
