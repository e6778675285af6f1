#include <sluice/ledger.h>

#include <algorithm>

namespace sluice {

using namespace protocol;

std::uint64_t SequenceSet::add(std::uint64_t first, std::uint64_t end) {
  first = std::max(first, next_);
  if (first >= end) return 0;
  if (first == next_ && islands_.empty()) {
    next_ = end;
    return end - first;
  }
  std::uint64_t fresh = end - first;
  std::uint64_t merged_first = first;
  std::uint64_t merged_end = end;
  auto at = islands_.upper_bound(first);
  if (at != islands_.begin() && std::prev(at)->second >= first) --at;
  while (at != islands_.end() && at->first <= end) {
    const std::uint64_t from = std::max(at->first, first);
    const std::uint64_t to = std::min(at->second, end);
    if (to > from) fresh -= to - from;
    merged_first = std::min(merged_first, at->first);
    merged_end = std::max(merged_end, at->second);
    at = islands_.erase(at);
  }
  islands_.emplace(merged_first, merged_end);
  absorb();
  return fresh;
}

void SequenceSet::absorb() {
  const auto first = islands_.begin();
  if (first != islands_.end() && first->first <= next_) {
    next_ = first->second;
    islands_.erase(first);
  }
}

std::uint64_t LedgerTotals::dropped_total() const {
  std::uint64_t sum = 0;
  for (const std::uint64_t count : dropped) sum += count;
  return sum;
}

Ledger::Ledger(std::uint64_t boot, std::span<const ShardState> shards) : boot_(boot) {
  shards_.reserve(shards.size());
  for (const ShardState& state : shards) {
    // Numbers start at 1, so a driver that never sent anything may say 0 or 1.
    const std::uint64_t base = std::max<std::uint64_t>(state.acknowledged_sequence, 1);
    shards_.push_back({SequenceSet(base), std::max(base, state.next_sequence)});
    totals_.acknowledged += base - 1;
  }
}

const EventBatch* Ledger::expected_batch(std::span<const std::byte> bytes) const {
  if (bytes.size() < sizeof(EventBatch) || bytes.size() > kMaxBatchBytes) return nullptr;
  const auto* batch = reinterpret_cast<const EventBatch*>(bytes.data());
  if (batch->header.boot != boot_ || batch->shard >= shards_.size()) return nullptr;
  if (batch->first_sequence == 0 && batch->count != 0) return nullptr;
  return batch;
}

bool Ledger::count(std::uint32_t shard, const EventRecord& record) {
  SequenceSet& seen = shards_[shard].seen;
  if (record.operation != static_cast<std::uint16_t>(Operation::Dropped)) {
    const bool fresh = seen.add(record.sequence, record.sequence + 1) != 0;
    ++(fresh ? totals_.received : totals_.duplicates);
    return fresh;
  }
  const std::uint64_t fresh = seen.add(record.offset, record.length + 1);
  totals_.dropped[record.information] += fresh;
  if (fresh == 0) ++totals_.duplicates;
  return fresh != 0;
}

void Ledger::finish(const EventBatch& batch) {
  Shard& shard = shards_[batch.shard];
  shard.end = std::max(shard.end, batch.next_sequence);
  if ((batch.flags & kBatchFinal) != 0) shard.final = true;
}

bool Ledger::complete() const {
  return !shards_.empty() &&
         std::all_of(shards_.begin(), shards_.end(), [](const Shard& s) { return s.final; });
}

LedgerTotals Ledger::totals(std::uint64_t numbered_by_driver) const {
  LedgerTotals totals = totals_;
  std::uint64_t known = 0;
  for (const Shard& shard : shards_) known += std::max(shard.end, shard.seen.highest()) - 1;
  totals.numbered = std::max(known, numbered_by_driver);
  totals.unexplained =
      totals.numbered - totals.acknowledged - totals.received - totals.dropped_total();
  return totals;
}

}  // namespace sluice
