#include "recorder.h"

#include <sluice/decode.h>

#include <algorithm>
#include <chrono>
#include <cstring>
#include <tuple>

namespace sluice::service {

using namespace protocol;

namespace {

constexpr std::uint8_t kDispatchLevel = 2;
constexpr std::size_t kMaxImages = 65536;
constexpr std::uint32_t kSystemProcess = 4;
// How long the record of a process's start, on its way in another shard, is waited for.
constexpr auto kStartPatience = std::chrono::milliseconds(50);

const EventBatch* header_of(const EventBytes& bytes) {
  return bytes.size() < sizeof(EventBatch) ? nullptr
                                           : reinterpret_cast<const EventBatch*>(bytes.data());
}

// By shard and sequence: threads may hand over neighbours in the wrong order.
bool earlier(const EventBytes& a, const EventBytes& b) {
  const EventBatch* first = header_of(a);
  const EventBatch* second = header_of(b);
  if (first == nullptr || second == nullptr) return second != nullptr;
  if (first->shard != second->shard) return first->shard < second->shard;
  return first->first_sequence < second->first_sequence;
}

}  // namespace

void SeenCounts::add(const EventRecord& record) {
  ++operations[record.operation];
  const bool paging_read = record.operation == static_cast<std::uint16_t>(Operation::Read) &&
                           (record.flags & kPagingIo) != 0;
  if (paging_read) {
    ++paging_reads;
    if (record.irql_post != kNoIrql && record.irql_post >= kDispatchLevel) {
      ++paging_reads_at_dispatch;
    }
    if (record.lane == static_cast<std::uint8_t>(Lane::VerdictPended)) ++paging_reads_pended;
  }
  switch (static_cast<Reason>(record.reason)) {
    case Reason::Service:
      ++asked;
      break;
    case Reason::Remembered:
      ++remembered;
      break;
    case Reason::DeadlineMissed:
      ++asked;
      ++deadline_missed;
      break;
    default:
      break;
  }
  if (record.verdict == static_cast<std::uint8_t>(VerdictKind::Deny)) ++denied;
}

Recorder::Recorder(Client& client, Engine& engine, Paths& paths, RecorderOutputs outputs)
    : client_(client),
      engine_(engine),
      paths_(paths),
      outputs_(outputs),
      ledger_(client.boot(), client.shards()),
      thread_([this] { run(); }) {}

Recorder::~Recorder() {
  finish();
}

void Recorder::take(EventBytes bytes) {
  {
    const std::lock_guard lock(queue_mutex_);
    queue_.push_back(std::move(bytes));
  }
  queue_changed_.notify_one();
}

void Recorder::finish() {
  {
    const std::lock_guard lock(queue_mutex_);
    finishing_ = true;
  }
  queue_changed_.notify_one();
  if (thread_.joinable()) thread_.join();
}

void Recorder::run() {
  for (;;) {
    std::vector<EventBytes> batches;
    {
      std::unique_lock lock(queue_mutex_);
      queue_changed_.wait(lock, [this] { return finishing_ || !queue_.empty(); });
      if (queue_.empty()) return;
      // Shards are sent one after the other: what happened at the same time is about to come.
      queue_changed_.wait_for(lock, outputs_.gather, [this] { return finishing_; });
      batches.swap(queue_);
    }
    if (!learn_starts(batches)) {
      std::unique_lock lock(queue_mutex_);
      queue_changed_.wait_for(lock, kStartPatience,
                              [this] { return finishing_ || !queue_.empty(); });
      std::move(queue_.begin(), queue_.end(), std::back_inserter(batches));
      queue_.clear();
      lock.unlock();
      learn_starts(batches);
    }
    std::sort(batches.begin(), batches.end(), earlier);
    record(batches);
  }
}

void Recorder::record(const std::vector<EventBytes>& batches) {
  bool final = false;
  std::vector<std::uint32_t> shards;
  for (const EventBytes& bytes : batches) {
    receive(bytes);
    const EventBatch* batch = header_of(bytes);
    if (batch == nullptr || batch->shard >= client_.shards().size()) continue;
    final |= (batch->flags & kBatchFinal) != 0;
    if (shards.empty() || shards.back() != batch->shard) shards.push_back(batch->shard);
  }
  describe_in_order();
  const bool written = write_out();
  // The driver goes after its last batches are acknowledged: now or never.
  if (final) update_statistics();
  if (!written) return;
  for (const std::uint32_t shard : shards) {
    std::uint64_t next = 0;
    {
      const std::lock_guard lock(mutex_);
      next = ledger_.acknowledgeable(shard);
    }
    client_.acknowledge(shard, next);
  }
}

void Recorder::receive(const EventBytes& bytes) {
  const std::lock_guard lock(mutex_);
  const EventBatch* batch = header_of(bytes);
  const std::uint32_t shard = batch != nullptr ? batch->shard : 0;
  const bool valid = ledger_.receive(bytes, [&](const EventRecord& record) {
    accounting_.seen.add(record);
    if (record.ask_ns != 0) accounting_.latency.add(record.ask_ns);
    round_.push_back({&record, shard});
  });
  if (!valid) ++accounting_.malformed_batches;
  accounting_.complete = ledger_.complete();
}

// Within a shard by its numbers, between shards by time.
void Recorder::describe_in_order() {
  std::sort(round_.begin(), round_.end(), [](const Seen& a, const Seen& b) {
    return std::tie(a.record->time, a.shard, a.record->sequence) <
           std::tie(b.record->time, b.shard, b.record->sequence);
  });
  for (const Seen& seen : round_) {
    describe(*seen.record, seen.shard);
    engine_.note(*seen.record);
  }
  round_.clear();
}

// Shards arrive one after the other, so a process's first operations can come before its start.
bool Recorder::learn_starts(const std::vector<EventBytes>& batches) {
  coming_.clear();
  const auto each = [&batches](const auto& visit) {
    for (const EventBytes& bytes : batches) {
      decode_batch(bytes.data(), static_cast<std::uint32_t>(bytes.size()), visit);
    }
  };
  each([this](const EventRecord& record) {
    if (record.operation != static_cast<std::uint16_t>(Operation::ProcessStart)) return;
    coming_.try_emplace(record.pid, Known{record.process_start,
                                          paths_({record_path(record), record.path_bytes / 2u})});
  });
  bool all_known = true;
  each([&](const EventRecord& record) {
    if (!all_known || record.pid <= kSystemProcess || coming_.contains(record.pid)) return;
    const auto at = images_.find(record.pid);
    if (at != images_.end() && at->second.start == record.process_start) return;
    all_known = !engine_.image(record.pid).empty();
  });
  return all_known;
}

std::string Recorder::name_of(std::uint32_t pid, std::uint64_t start) {
  const auto at = images_.find(pid);
  if (at != images_.end() && (start == 0 || at->second.start == start)) return at->second.image;
  if (images_.size() >= kMaxImages) images_.clear();
  std::string image = engine_.image(pid);
  if (image.empty()) {
    const auto coming = coming_.find(pid);
    if (coming != coming_.end()) image = coming->second.image;
  }
  images_[pid] = {start, image};
  return image;
}

void Recorder::describe(const EventRecord& record, std::uint32_t shard) {
  EventNames names;
  if (record.operation != static_cast<std::uint16_t>(Operation::Dropped)) {
    names.path = paths_({record_path(record), record_path_units(record)});
    if (record.target_bytes != 0) {
      names.target = paths_({record_target(record), record.target_bytes / 2u});
    }
    if (record.operation == static_cast<std::uint16_t>(Operation::ProcessStart)) {
      images_[record.pid] = {record.process_start, names.path};
    }
    names.image = name_of(record.pid, record.process_start);
    if (record.responsible_pid != 0 && record.responsible_pid != record.pid) {
      names.responsible = name_of(record.responsible_pid, 0);
    } else {
      names.responsible = names.image;
    }
    names.rule = engine_.rule_name(record.generation, record.rule);
  }
  if (outputs_.log != nullptr) {
    log_text_ += event_line(record, names, outputs_.colour);
    log_text_ += '\n';
  }
  if (outputs_.events != nullptr) {
    events_text_ += event_json(record, names, client_.boot(), shard);
    events_text_ += '\n';
  }
}

bool Recorder::write_out() {
  if (outputs_.log != nullptr && !log_text_.empty()) {
    // Lines for people are a courtesy: a terminal that went away stops nothing.
    std::fwrite(log_text_.data(), 1, log_text_.size(), outputs_.log);
    std::fflush(outputs_.log);
    std::clearerr(outputs_.log);
  }
  log_text_.clear();
  bool good = true;
  if (outputs_.events != nullptr && !events_text_.empty()) {
    good = std::fwrite(events_text_.data(), 1, events_text_.size(), outputs_.events) ==
               events_text_.size() &&
           std::fflush(outputs_.events) == 0;
  }
  events_text_.clear();
  const std::lock_guard lock(mutex_);
  if (!good && !failed_) {
    failed_ = true;
    std::fprintf(stderr,
                 "sluiced: can't write the events file (%s); from now on no event is acknowledged, "
                 "and what the driver can't keep is counted as lost\n",
                 std::strerror(errno));
  }
  return !failed_;
}

void Recorder::update_statistics() {
  Statistics statistics{};
  if (!client_.statistics(&statistics)) return;
  const std::lock_guard lock(mutex_);
  accounting_.statistics = statistics;
  accounting_.has_statistics = true;
}

Accounting Recorder::accounting() const {
  const std::lock_guard lock(mutex_);
  Accounting result = accounting_;
  result.totals = ledger_.totals(result.statistics.numbered);
  return result;
}

std::uint64_t Recorder::accounted() const {
  const std::lock_guard lock(mutex_);
  const LedgerTotals totals = ledger_.totals(0);
  return totals.acknowledged + totals.received + totals.dropped_total();
}

bool Recorder::failed() const {
  const std::lock_guard lock(mutex_);
  return failed_;
}

}  // namespace sluice::service
