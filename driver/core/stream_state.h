// What is known and decided about one stream: per process tree the plan for paging I/O, remembered
// create verdicts, a content denial that sticks, a finished content scan; and who mapped it.
//
// Plain data in a nonpaged stream context. The caller holds the stream's spin lock for everything
// except paging_plan() and touch(), which are for the fast path.
#pragma once

#include "atomic.h"
#include "terms.h"

namespace sluice::driver {

struct RememberedVerdict {
  uint32_t access;  // AccessClass mask, matched exactly
  uint32_t generation;
  uint32_t plan;
  uint32_t rule;
  int32_t status;   // of a denial
  uint8_t verdict;  // protocol::VerdictKind; None = free
  uint8_t on_timeout;
  uint8_t zero[2];
  uint32_t deadline_ms;
  uint32_t paging_deadline_ms;
};

// A decision about the stream's content: valid for its generation while nothing is written.
struct ContentDecision {
  uint64_t writes;
  uint32_t generation;  // 0 = none
  uint32_t rule;
  int32_t status;
};

struct TreeState {
  Terms terms;  // `plan` holds the bits that concern paging I/O, of all opens of the tree
  ContentDecision denied;
  ContentDecision scanned;
  static constexpr uint32_t kVerdicts = 4;
  RememberedVerdict verdicts[kVerdicts];
  uint32_t next_verdict;
  bool used;
};

struct Mapper {
  uint64_t pid;
  uint64_t start;
  uint64_t tree;
};

struct Responsible {
  uint64_t pid;
  uint64_t start;
  protocol::Attribution how;
};

class StreamState {
 public:
  static constexpr uint32_t kTrees = 4;
  static constexpr uint32_t kMappers = 4;
  // The plan bits that reach paging I/O and sections through the stream.
  static constexpr uint32_t kStreamPlan =
      protocol::kPlanAskPagingRead | protocol::kPlanScanSection | protocol::kPlanDenyWrite |
      protocol::kPlanAskSection | protocol::kPlanNotifyRead | protocol::kPlanNotifyWrite |
      protocol::kPlanNotifySection | protocol::kPlanAskRead;

  // ---- no lock
  uint32_t paging_plan() const { return plan_union_.load(); }
  void touch() { writes_.add(1); }  // the content changes
  uint64_t writes() const { return writes_.load_ordered(); }

  bool may_be_denied() const { return any_denied_.load_acquire() != 0; }

  // ---- under the stream's lock
  void add_plan(const Terms& terms);
  // The terms that hold for a tree; without an entry of its own `otherwise` with all plans' union.
  Terms terms_of(uint64_t tree, const Terms& otherwise) const;
  // For I/O nobody requested (read-ahead by System): the first tree that asks for page-ins.
  Terms strictest() const;

  const RememberedVerdict* recall(uint64_t tree, uint32_t access, uint32_t generation) const;
  void remember(uint64_t tree, const RememberedVerdict& verdict);
  void forget_verdicts();

  void deny_content(uint64_t tree, const ContentDecision& decision);
  bool content_denied(uint64_t tree, uint32_t generation, ContentDecision* decision) const;
  void note_scanned(uint64_t tree, const ContentDecision& decision);
  bool scanned(uint64_t tree, uint32_t generation) const;

  void add_mapper(const Mapper& mapper);
  void set_writer(uint64_t pid, uint64_t start);  // opened it for writing
  Responsible responsible_for_paging_write() const;
  // Every known writable mapper belongs to a tree that may not write.
  bool paging_write_denied() const;

 private:
  TreeState* find(uint64_t tree);
  const TreeState* find(uint64_t tree) const;
  TreeState* find_or_add(uint64_t tree, uint32_t generation);

  Atomic<uint32_t> plan_union_;
  Atomic<uint32_t> any_denied_;
  Atomic<uint64_t> writes_;
  TreeState trees_[kTrees];
  uint32_t next_tree_;
  Mapper mappers_[kMappers];
  uint32_t mapper_count_;  // distinct ones seen; may exceed kMappers
  uint64_t writer_pid_;
  uint64_t writer_start_;
};

}  // namespace sluice::driver
