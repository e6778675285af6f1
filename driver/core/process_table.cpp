#include "process_table.h"

namespace sluice::driver {

void ProcessTable::init() {
  zero_bytes(this, sizeof(*this));
  for (uint32_t i = 1; i < kCapacity; ++i) nodes_[i].next.store(i + 1);
  free_ = 1;
}

uint32_t ProcessTable::bucket_of(uint64_t pid) {
  return static_cast<uint32_t>((pid * 0x9e3779b97f4a7c15ull) >> 54) % kBuckets;
}

void ProcessTable::begin(Bucket& bucket) {
  bucket.version.store(bucket.version.load() + 1);
  __atomic_thread_fence(__ATOMIC_RELEASE);
}

void ProcessTable::end(Bucket& bucket) {
  bucket.version.store_release(bucket.version.load() + 1);
}

// Release on each word: a reader that saw a new word also sees the odd version.
void ProcessTable::store(Node& node, const ProcessEntry& entry) {
  uint64_t words[kWords];
  copy_bytes(words, &entry, sizeof(entry));
  for (uint32_t i = 0; i < kWords; ++i) node.words[i].store_release(words[i]);
}

void ProcessTable::load(const Node& node, ProcessEntry* entry) const {
  uint64_t words[kWords];
  for (uint32_t i = 0; i < kWords; ++i) words[i] = node.words[i].load_acquire();
  copy_bytes(entry, words, sizeof(*entry));
}

uint32_t ProcessTable::locate(const Bucket& bucket, uint64_t pid, uint32_t* previous) const {
  uint32_t before = kNone;
  uint32_t at = bucket.first.load_acquire();
  for (uint32_t steps = 0; at != kNone && steps < kCapacity; ++steps) {
    if (nodes_[at].words[0].load_acquire() == pid) break;
    before = at;
    at = nodes_[at].next.load_acquire();
  }
  if (previous != nullptr) *previous = before;
  return at;
}

bool ProcessTable::find(uint64_t pid, ProcessEntry* entry) const {
  const Bucket& bucket = buckets_[bucket_of(pid)];
  for (;;) {
    const uint32_t version = bucket.version.load_acquire();
    if ((version & 1) == 0) {
      const uint32_t at = locate(bucket, pid, nullptr);
      const bool found = at != kNone;
      if (found) load(nodes_[at], entry);
      if (bucket.version.load_acquire() == version) return found && entry->pid == pid;
    }
    cpu_relax();
  }
}

bool ProcessTable::put(const ProcessEntry& entry) {
  Bucket& bucket = buckets_[bucket_of(entry.pid)];
  uint32_t at = locate(bucket, entry.pid, nullptr);
  if (at == kNone && free_ == kNone) return false;
  begin(bucket);
  if (at != kNone) {
    store(nodes_[at], entry);
  } else {
    at = free_;
    free_ = nodes_[at].next.load();
    store(nodes_[at], entry);
    nodes_[at].next.store_release(bucket.first.load());
    bucket.first.store_release(at);
    count_.store(count_.load() + 1);
  }
  end(bucket);
  return true;
}

void ProcessTable::remove(uint64_t pid, uint64_t exit_time) {
  Bucket& bucket = buckets_[bucket_of(pid)];
  uint32_t before = kNone;
  const uint32_t at = locate(bucket, pid, &before);
  if (at == kNone) return;
  Ghost& ghost = ghosts_[next_ghost_++ % kGhosts];
  load(nodes_[at], &ghost.entry);
  ghost.exit_time = exit_time;
  begin(bucket);
  const uint32_t next = nodes_[at].next.load();
  (before != kNone ? nodes_[before].next : bucket.first).store_release(next);
  // A reader that still stands on the freed node may walk into the free list; its bucket's version
  // has changed by then, and `steps` bounds the walk.
  nodes_[at].next.store_release(free_);
  free_ = at;
  count_.store(count_.load() - 1);
  end(bucket);
}

bool ProcessTable::find_same(uint64_t pid, uint64_t start, ProcessEntry* entry) const {
  for (uint32_t back = 1; back <= kGhosts; ++back) {  // the newest first
    const Ghost& ghost = ghosts_[(next_ghost_ - back) % kGhosts];
    if (ghost.entry.pid == pid && ghost.entry.start == start && start != 0) {
      *entry = ghost.entry;
      return true;
    }
  }
  return false;
}

bool ProcessTable::find_parent(uint64_t pid, uint64_t child_start, ProcessEntry* entry) const {
  for (const Ghost& ghost : ghosts_) {
    if (ghost.entry.pid == pid && pid != 0 && ghost.entry.start <= child_start &&
        child_start <= ghost.exit_time + kClockSlack) {
      *entry = ghost.entry;
      return true;
    }
  }
  return false;
}

}  // namespace sluice::driver
