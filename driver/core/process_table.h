// The processes whose plan differs from the policy's default, by process id.
//
// Lookups take no lock and run at any IRQL up to DISPATCH_LEVEL: each bucket has a version that a
// writer makes odd while it works, and a reader that saw it change reads again. Writers are
// serialised by the caller's spin lock and so stay at DISPATCH_LEVEL: a reader never waits for a
// preempted writer. Nodes live in one array and are linked by index, so a reader that races with a
// writer can read stale data, never foreign memory.
//
// A process that ended stays as a ghost for a while: an exec comes as exit and create of the same
// process (same id and create time), and a child may be announced after its parent ended.
#pragma once

#include "atomic.h"
#include "terms.h"

namespace sluice::driver {

struct ProcessEntry {
  uint64_t pid;
  uint64_t start;  // create time, 100 ns since 1601
  Terms terms;
};

class ProcessTable {
 public:
  static constexpr uint32_t kCapacity = 4096;
  static constexpr uint32_t kBuckets = 1024;
  static constexpr uint32_t kGhosts = 256;
  // Create times are coarser than the clock of exits, 100 ns.
  static constexpr uint64_t kClockSlack = 10'000'000;

  void init();

  // Any thread, <= DISPATCH_LEVEL.
  bool find(uint64_t pid, ProcessEntry* entry) const;
  uint32_t count() const { return count_.load(); }

  // Caller holds the writers' lock.
  bool put(const ProcessEntry& entry);  // inserts or replaces; false when full
  void remove(uint64_t pid, uint64_t exit_time);
  // The ended process with this id and create time: the same process before its exec.
  bool find_same(uint64_t pid, uint64_t start, ProcessEntry* entry) const;
  // The ended process with this id that lived when a child was created at `child_start`.
  bool find_parent(uint64_t pid, uint64_t child_start, ProcessEntry* entry) const;

 private:
  static constexpr uint32_t kWords = sizeof(ProcessEntry) / sizeof(uint64_t);
  static_assert(sizeof(ProcessEntry) % sizeof(uint64_t) == 0);
  static constexpr uint32_t kNone = 0;  // node 0 is never used

  struct Node {
    Atomic<uint64_t> words[kWords];
    Atomic<uint32_t> next;
  };
  struct Bucket {
    Atomic<uint32_t> version;
    Atomic<uint32_t> first;
  };
  struct Ghost {
    ProcessEntry entry;
    uint64_t exit_time;
  };

  static uint32_t bucket_of(uint64_t pid);
  void begin(Bucket& bucket);
  void end(Bucket& bucket);
  void store(Node& node, const ProcessEntry& entry);
  void load(const Node& node, ProcessEntry* entry) const;
  uint32_t locate(const Bucket& bucket, uint64_t pid, uint32_t* previous) const;

  Bucket buckets_[kBuckets];
  Node nodes_[kCapacity + 1];
  Atomic<uint32_t> count_;
  uint32_t free_;
  Ghost ghosts_[kGhosts];
  uint32_t next_ghost_;
};

}  // namespace sluice::driver
