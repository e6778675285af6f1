#include "stream_state.h"

namespace sluice::driver {

using protocol::Attribution;
using protocol::VerdictKind;

const TreeState* StreamState::find(uint64_t tree) const {
  for (const TreeState& state : trees_) {
    if (state.used && state.terms.tree == tree) return &state;
  }
  return nullptr;
}

TreeState* StreamState::find(uint64_t tree) {
  return const_cast<TreeState*>(static_cast<const StreamState*>(this)->find(tree));
}

// When all are taken, one of an older policy goes first, then the oldest. The union of plans keeps
// the bits of what went, so protection is never lost, only its details.
TreeState* StreamState::find_or_add(uint64_t tree, uint32_t generation) {
  TreeState* state = find(tree);
  if (state != nullptr) return state;
  for (TreeState& candidate : trees_) {
    if (!candidate.used) {
      state = &candidate;
      break;
    }
    if (state == nullptr && candidate.terms.generation != generation) state = &candidate;
  }
  if (state == nullptr) state = &trees_[next_tree_++ % kTrees];
  zero_bytes(state, sizeof(*state));
  state->used = true;
  state->terms.tree = tree;
  state->terms.generation = generation;
  return state;
}

void StreamState::add_plan(const Terms& terms) {
  TreeState* state = find_or_add(terms.tree, terms.generation);
  const uint32_t plan = state->terms.plan | (terms.plan & kStreamPlan);
  state->terms = terms;
  state->terms.plan = plan;
  plan_union_.store(plan_union_.load() | plan);
}

Terms StreamState::terms_of(uint64_t tree, const Terms& otherwise) const {
  const TreeState* state = find(tree);
  if (state != nullptr) return state->terms;
  Terms terms = otherwise;
  terms.tree = tree;
  terms.plan = plan_union_.load();
  return terms;
}

Terms StreamState::strictest() const {
  const TreeState* best = nullptr;
  for (const TreeState& state : trees_) {
    if (!state.used) continue;
    if ((state.terms.plan & protocol::kPlanAskPagingRead) != 0) return state.terms;
    if (best == nullptr) best = &state;
  }
  return best != nullptr ? best->terms : Terms{};
}

const RememberedVerdict* StreamState::recall(uint64_t tree, uint32_t access,
                                             uint32_t generation) const {
  const TreeState* state = find(tree);
  if (state == nullptr) return nullptr;
  for (const RememberedVerdict& verdict : state->verdicts) {
    if (verdict.verdict != static_cast<uint8_t>(VerdictKind::None) && verdict.access == access &&
        verdict.generation == generation) {
      return &verdict;
    }
  }
  return nullptr;
}

void StreamState::remember(uint64_t tree, const RememberedVerdict& verdict) {
  TreeState* state = find_or_add(tree, verdict.generation);
  for (RememberedVerdict& old : state->verdicts) {
    if (old.access == verdict.access || old.verdict == static_cast<uint8_t>(VerdictKind::None)) {
      old = verdict;
      return;
    }
  }
  state->verdicts[state->next_verdict++ % TreeState::kVerdicts] = verdict;
}

void StreamState::forget_verdicts() {
  for (TreeState& state : trees_) zero_bytes(state.verdicts, sizeof(state.verdicts));
}

void StreamState::deny_content(uint64_t tree, const ContentDecision& decision) {
  find_or_add(tree, decision.generation)->denied = decision;
  any_denied_.store_release(1);
}

bool StreamState::content_denied(uint64_t tree, uint32_t generation,
                                 ContentDecision* decision) const {
  const TreeState* state = find(tree);
  if (state == nullptr || state->denied.generation == 0) return false;
  if (state->denied.generation != generation || state->denied.writes != writes()) return false;
  *decision = state->denied;
  return true;
}

void StreamState::note_scanned(uint64_t tree, const ContentDecision& decision) {
  find_or_add(tree, decision.generation)->scanned = decision;
}

bool StreamState::scanned(uint64_t tree, uint32_t generation) const {
  const TreeState* state = find(tree);
  return state != nullptr && generation != 0 && state->scanned.generation == generation &&
         state->scanned.writes == writes();
}

void StreamState::add_mapper(const Mapper& mapper) {
  const uint32_t kept = smaller(mapper_count_, kMappers);
  for (uint32_t i = 0; i < kept; ++i) {
    if (mappers_[i].pid == mapper.pid && mappers_[i].start == mapper.start) {
      const Mapper last = mappers_[kept - 1];  // the latest stands last
      mappers_[i] = last;
      mappers_[kept - 1] = mapper;
      return;
    }
  }
  if (mapper_count_ >= kMappers) {
    for (uint32_t i = 1; i < kMappers; ++i) mappers_[i - 1] = mappers_[i];
  }
  mappers_[smaller(mapper_count_, kMappers - 1)] = mapper;
  ++mapper_count_;
}

void StreamState::set_writer(uint64_t pid, uint64_t start) {
  writer_pid_ = pid;
  writer_start_ = start;
}

Responsible StreamState::responsible_for_paging_write() const {
  if (mapper_count_ > 0) {
    const Mapper& latest = mappers_[smaller(mapper_count_, kMappers) - 1];
    return {latest.pid, latest.start,
            mapper_count_ == 1 ? Attribution::Mapper : Attribution::MapperSet};
  }
  if (writer_pid_ != 0) return {writer_pid_, writer_start_, Attribution::Opener};
  return {0, 0, Attribution::Unknown};
}

bool StreamState::paging_write_denied() const {
  if (mapper_count_ == 0 || mapper_count_ > kMappers) return false;
  for (uint32_t i = 0; i < mapper_count_; ++i) {
    const TreeState* state = find(mappers_[i].tree);
    if (state == nullptr || (state->terms.plan & protocol::kPlanDenyWrite) == 0) return false;
  }
  return writer_pid_ == 0;
}

}  // namespace sluice::driver
