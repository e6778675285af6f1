// Records events: one thread that takes batches in, accounts for them, writes them down and only
// then acknowledges them to the driver.
#pragma once

#include "latency.h"
#include "paths.h"

#include <sluice/client.h>
#include <sluice/ledger.h>
#include <sluice/service/engine.h>
#include <sluice/service/event_format.h>

#include <array>
#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <mutex>
#include <string>
#include <thread>
#include <unordered_map>
#include <vector>

namespace sluice::service {

// Counted from the records themselves.
struct SeenCounts {
  std::array<std::uint64_t, static_cast<int>(protocol::Operation::Count)> operations{};
  std::uint64_t paging_reads = 0;
  std::uint64_t paging_reads_at_dispatch = 0;
  std::uint64_t paging_reads_pended = 0;
  std::uint64_t asked = 0;
  std::uint64_t remembered = 0;
  std::uint64_t denied = 0;
  std::uint64_t deadline_missed = 0;

  void add(const protocol::EventRecord& record);
};

struct Accounting {
  LedgerTotals totals;
  SeenCounts seen;
  LatencyHistogram latency;
  protocol::Statistics statistics{};  // the driver's own, as of the last time it answered
  bool has_statistics = false;
  bool complete = false;  // the driver has said that nothing follows
  std::uint64_t malformed_batches = 0;
};

struct RecorderOutputs {
  std::FILE* log = nullptr;     // lines for people; null: none
  std::FILE* events = nullptr;  // JSON lines; null: none
  bool colour = false;
  std::chrono::milliseconds gather{0};  // how long a round waits for more, to order it by time
};

class Recorder {
 public:
  // All must outlive it; the files stay the caller's.
  Recorder(Client& client, Engine& engine, Paths& paths, RecorderOutputs outputs);
  ~Recorder();

  // From any thread. What waits here is bounded by the driver, which keeps what isn't acknowledged
  // within a bound of its own.
  void take(EventBytes bytes);
  // Records everything taken so far and ends the thread.
  void finish();
  // Asks the driver for its statistics and keeps them.
  void update_statistics();

  Accounting accounting() const;
  // Numbers below the driver's count that have been accounted for.
  std::uint64_t accounted() const;
  // A file could not be written: nothing is acknowledged any more.
  bool failed() const;

 private:
  void run();
  void record(const std::vector<EventBytes>& batches);
  void receive(const EventBytes& bytes);
  void describe_in_order();
  void describe(const protocol::EventRecord& record, std::uint32_t shard);
  std::string name_of(std::uint32_t pid, std::uint64_t start);
  // Looks ahead for the starts of processes. False when a record's process is not known even so.
  bool learn_starts(const std::vector<EventBytes>& batches);
  bool write_out();

  Client& client_;
  Engine& engine_;
  Paths& paths_;
  const RecorderOutputs outputs_;

  std::mutex queue_mutex_;
  std::condition_variable queue_changed_;
  std::vector<EventBytes> queue_;
  bool finishing_ = false;

  mutable std::mutex mutex_;  // guards what accounting() reads
  Ledger ledger_;
  Accounting accounting_;
  bool failed_ = false;

  // Of the recording thread alone.
  struct Known {
    std::uint64_t start = 0;
    std::string image;
  };
  std::unordered_map<std::uint32_t, Known> images_;
  std::unordered_map<std::uint32_t, Known> coming_;  // first start of each in what is in hand
  struct Seen {
    const protocol::EventRecord* record;
    std::uint32_t shard;
  };
  std::vector<Seen> round_;  // records in what is in hand
  std::string log_text_;
  std::string events_text_;

  std::thread thread_;
};

}  // namespace sluice::service
