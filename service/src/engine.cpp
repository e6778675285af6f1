#include <sluice/service/engine.h>

#include "engine_question.h"
#include "stream_contents.h"

#include <algorithm>
#include <set>

namespace sluice::service {

using namespace protocol;

namespace {

// A tree's number says by itself which selectors it stands for, so that a service that starts anew
// understands what an earlier one told the driver:
//   bits 0..31 the process it began with, 32..55 the selectors, 56..63 what gives them a meaning.
constexpr int kMaskShift = 32;
constexpr int kChecksumShift = 56;
constexpr SelectorMask kMaskBits = (1u << kMaxSelectors) - 1;

// Parents are followed this far; longer chains end in a loop or in somebody's joke.
constexpr int kMaxAncestors = 64;

// Policies whose events may still be under way.
constexpr std::size_t kKeptPolicies = 16;

// A process is only ever forgotten when it ends; that news can get lost.
constexpr std::size_t kMaxProcesses = 65536;

// A mask of one policy in terms of another: selectors are the same when their names are.
SelectorMask translate(const Policy& from, SelectorMask mask, const Policy& to) {
  SelectorMask translated = 0;
  const auto& old_selectors = from.data().selectors;
  const auto& new_selectors = to.data().selectors;
  for (std::uint32_t i = 0; i < old_selectors.size(); ++i) {
    if ((mask & (1u << i)) == 0) continue;
    for (std::uint32_t j = 0; j < new_selectors.size(); ++j) {
      if (old_selectors[i].name == new_selectors[j].name) translated |= 1u << j;
    }
  }
  return translated;
}

constexpr std::uint64_t kSuperseded = 0;  // IoStatus.Information of a create
constexpr std::uint64_t kOverwritten = 3;

}  // namespace

Engine::Engine(EngineSources sources, std::shared_ptr<const Policy> policy,
               std::uint32_t generation)
    : sources_(std::move(sources)), contents_(std::make_unique<StreamContents>()) {
  replace_policy(std::move(policy), generation);
}

Engine::~Engine() = default;

void Engine::replace_policy(std::shared_ptr<const Policy> policy, std::uint32_t generation) {
  const std::lock_guard lock(mutex_);
  for (auto& [pid, process] : processes_) {
    // Who was in a tree stays in it, as far as the new policy still has it.
    const SelectorMask kept = translate(*current_.policy, process.mask, *policy);
    process.mask = policy->selectors_by_image(process.image) | policy->selectors_by_pid(pid) |
                   policy->inherited(kept);
    const auto root = static_cast<std::uint32_t>(process.tree);
    process.tree = process.mask == 0 ? 0 : make_tree(*policy, process.mask, root == 0 ? pid : root);
  }
  current_ = {policy, generation};
  policies_[generation] = std::move(policy);
  if (policies_.size() > kKeptPolicies) policies_.erase(policies_.begin());
}

Engine::Snapshot Engine::snapshot() const {
  const std::lock_guard lock(mutex_);
  return current_;
}

std::shared_ptr<const Policy> Engine::policy() const {
  return snapshot().policy;
}

PolicyFrame Engine::frame() const {
  const Snapshot now = snapshot();
  const Policy::Data& data = now.policy->data();
  return {now.generation,   now.policy->process_plan(now.policy->all_processes()),
          data.deadline_ms, data.paging_deadline_ms,
          data.on_timeout,  now.policy->asks_about_processes()};
}

// ------------------------------------------------------------------ processes

std::uint64_t Engine::make_tree(const Policy& policy, SelectorMask mask, std::uint32_t root) const {
  return (std::uint64_t{policy.selector_checksum()} << kChecksumShift) |
         (std::uint64_t{mask & kMaskBits} << kMaskShift) | root;
}

bool Engine::mask_from_tree(const Policy& policy, std::uint64_t tree, SelectorMask* mask) const {
  if (tree == 0) return false;
  const SelectorMask said = static_cast<SelectorMask>(tree >> kMaskShift) & kMaskBits;
  const auto checksum = static_cast<std::uint8_t>(tree >> kChecksumShift);
  if (checksum == policy.selector_checksum()) {
    *mask = said;
    return true;
  }
  const std::lock_guard lock(mutex_);
  for (auto old = policies_.rbegin(); old != policies_.rend(); ++old) {
    if (old->second->selector_checksum() != checksum) continue;
    *mask = translate(*old->second, said, policy);
    return true;
  }
  return false;
}

bool Engine::lookup(std::uint32_t pid, Process* process) const {
  const std::lock_guard lock(mutex_);
  const auto at = processes_.find(pid);
  if (at == processes_.end()) return false;
  *process = at->second;
  return true;
}

// What a process is when nobody told us: by its image, its pid and its ancestors.
Engine::Process Engine::resolve(const Policy& policy, std::uint32_t pid, int depth) {
  Process process;
  if (pid == 0 || lookup(pid, &process)) return process;
  std::uint32_t parent = 0;
  if (!sources_.process(pid, &parent, &process.image)) return process;
  process.mask = policy.selectors_by_image(process.image) | policy.selectors_by_pid(pid);
  if (depth < kMaxAncestors && parent != 0 && parent != pid) {
    const Process above = resolve(policy, parent, depth + 1);
    const SelectorMask inherited = policy.inherited(above.mask);
    process.mask |= inherited;
    if (inherited != 0 && process.mask == above.mask) process.tree = above.tree;
  }
  if (process.mask != 0 && process.tree == 0) process.tree = make_tree(policy, process.mask, pid);
  const std::lock_guard lock(mutex_);
  if (current_.policy.get() == &policy && processes_.size() < kMaxProcesses) {
    processes_.emplace(pid, process);
  }
  return process;
}

SelectorMask Engine::mask_of(const Policy& policy, std::uint64_t tree, std::uint32_t pid) {
  SelectorMask mask = 0;
  if (mask_from_tree(policy, tree, &mask)) return mask;
  return resolve(policy, pid, 0).mask | policy.all_processes();
}

ProcessPlan Engine::plan_of_running(std::uint32_t pid) {
  const Snapshot now = snapshot();
  const Process process = resolve(*now.policy, pid, 0);
  ProcessPlan plan;
  plan.pid = pid;
  plan.tree = process.tree;
  plan.plan = now.policy->process_plan(process.mask);
  plan.on_timeout = now.policy->open_on_timeout(process.mask);
  return plan;
}

void Engine::decide_process(const Snapshot& now, const AskView& view, Verdict& verdict) {
  const Policy& policy = *now.policy;
  const EventRecord& record = *view.record;
  Process process;
  process.start = record.process_start;
  process.image = sources_.path({record_path(record), record.path_bytes / 2u});
  process.mask = policy.selectors_by_image(process.image) | policy.selectors_by_pid(record.pid);

  Process above;
  if (!mask_from_tree(policy, view.ask->tree, &above.mask)) {
    above = resolve(policy, record.parent_pid, 0);
  } else {
    above.tree = view.ask->tree;
  }
  // The same process with another image stays in its own tree as well.
  Process before;
  if (lookup(record.pid, &before) && before.start == process.start && before.start != 0) {
    if (policy.inherited(above.mask) == 0) above.tree = before.tree;
    above.mask |= before.mask;
  }
  const SelectorMask inherited = policy.inherited(above.mask);
  process.mask |= inherited;
  const bool same_tree = inherited != 0 && process.mask == above.mask && above.tree != 0;
  if (same_tree) {
    process.tree = above.tree;
  } else if (process.mask != 0) {
    process.tree = make_tree(policy, process.mask, record.pid);
  }

  verdict.verdict = static_cast<std::uint8_t>(VerdictKind::Allow);
  verdict.plan = policy.process_plan(process.mask);
  verdict.tree = process.tree;
  verdict.on_timeout = static_cast<std::uint8_t>(policy.open_on_timeout(process.mask));
  const std::lock_guard lock(mutex_);
  if (processes_.size() < kMaxProcesses || processes_.count(record.pid) != 0) {
    processes_[record.pid] = std::move(process);
  }
}

// ------------------------------------------------------------------ what events tell

void Engine::note_process_start(const EventRecord& record) {
  std::string image = sources_.path({record_path(record), record.path_bytes / 2u});
  const std::lock_guard lock(mutex_);
  if (processes_.size() >= kMaxProcesses) return;
  Process& process = processes_[record.pid];
  // Asked about already: then it is known better.
  if (process.start == record.process_start && process.image == image) return;
  const Policy& policy = *current_.policy;
  const auto parent = processes_.find(record.parent_pid);
  const SelectorMask above =
      parent != processes_.end() ? policy.inherited(parent->second.mask) : SelectorMask{0};
  const std::uint64_t tree = above != 0 ? parent->second.tree : 0;
  const SelectorMask mask = above | policy.selectors_by_image(image);
  processes_[record.pid] = {record.process_start, tree, mask, std::move(image)};
}

void Engine::note(const EventRecord& record) {
  switch (static_cast<Operation>(record.operation)) {
    case Operation::ProcessStart:
      return note_process_start(record);
    case Operation::ProcessExit: {
      const std::lock_guard lock(mutex_);
      const auto at = processes_.find(record.pid);
      if (at != processes_.end() && at->second.start == record.process_start) processes_.erase(at);
      return;
    }
    case Operation::Write:
      if (record.status >= 0) contents_->written(record.stream_id, record.offset, record.length);
      return;
    case Operation::Create:
      if (record.status >= 0 &&
          (record.information == kSuperseded || record.information == kOverwritten)) {
        contents_->replaced(record.stream_id);
      }
      return;
    default:
      return;
  }
}

std::string Engine::rule_name(std::uint32_t generation, std::uint32_t rule) const {
  if (rule == 0) return {};
  const std::lock_guard lock(mutex_);
  const auto at = policies_.find(generation);
  if (at == policies_.end() || rule > at->second->rules().size()) return {};
  return at->second->rules()[rule - 1].name;
}

std::string Engine::image(std::uint32_t pid) {
  return resolve(*snapshot().policy, pid, 0).image;
}

// ------------------------------------------------------------------ asks

void Engine::decide(const AskView& view, Verdict& verdict) {
  const Snapshot now = snapshot();
  verdict.generation = now.generation;
  switch (static_cast<AskKind>(view.ask->kind)) {
    case AskKind::Process:
      return decide_process(now, view, verdict);
    case AskKind::Create:
      return decide_create(now, view, verdict);
    case AskKind::Section:
      return decide_section(now, view, verdict);
    case AskKind::ReadData:
    case AskKind::ScanData:
      return decide_data(now, view, verdict);
    case AskKind::Change:
      return decide_change(now, view, verdict);
  }
}

Engine::Question Engine::question(const Snapshot& now, const AskView& view) {
  return question(now, view, {record_path(*view.record), record_path_units(*view.record)});
}

Engine::Question Engine::question(const Snapshot& now, const AskView& view,
                                  std::u16string_view nt_path) {
  Question question;
  question.policy = now.policy.get();
  question.mask = mask_of(*now.policy, view.ask->tree, view.record->pid);
  if (!nt_path.empty()) {
    now.policy->rules_for_path(sources_.path(nt_path), &question.rules);
  } else {
    // Without a name nothing can be excluded.
    for (std::uint32_t i = 0; i < now.policy->rules().size(); ++i) question.rules.push_back(i);
  }
  return question;
}

void Engine::decide_section(const Snapshot& now, const AskView& view, Verdict& verdict) {
  Question asked = question(now, view);
  if (asked.mask == 0) asked.mask = kMaskBits;  // a stream's plan asks, whoever it is
  Finding finding = asked.first(RuleOp::Section);
  if (!finding.denies() && (view.record->flags & kWritable) != 0) {
    const Finding write = asked.first(RuleOp::Write);
    if (write.denies()) finding = write;
  }
  finding.fill(verdict);
  verdict.remember = static_cast<std::uint8_t>(Remember::Stream);
}

// The file that is there is renamed, linked or deleted; under its new name it comes into being as
// by the create that would make it: open-if, or overwrite-if when it may replace what is there.
void Engine::decide_change(const Snapshot& now, const AskView& view, Verdict& verdict) {
  const EventRecord& record = *view.record;
  const auto operation = static_cast<Operation>(record.operation);
  const RuleOp own = operation == Operation::Rename ? RuleOp::Rename
                     : operation == Operation::Link ? RuleOp::Link
                                                    : RuleOp::Delete;
  verdict.verdict = static_cast<std::uint8_t>(VerdictKind::Allow);
  verdict.rule = 0;
  const Question asked = question(now, view);
  if (asked.mask == 0) return;  // it was interesting under an earlier policy
  std::vector<Finding> findings = {asked.first(own)};
  if (own != RuleOp::Delete) {
    const Question there = question(now, view, {record_target(record), record.target_bytes / 2u});
    findings.push_back(there.first(RuleOp::Open));
    findings.push_back(there.first(RuleOp::Create));
    const bool overwrites = (record.flags & (kReplaces | kDirectory)) == kReplaces;
    if (overwrites) findings.push_back(there.first(RuleOp::Write));
  }
  const auto denial =
      std::find_if(findings.begin(), findings.end(), [](const Finding& f) { return f.denies(); });
  if (denial != findings.end()) return denial->fill(verdict);
  const auto named = std::find_if(findings.begin(), findings.end(),
                                  [](const Finding& f) { return f.rule != nullptr; });
  if (named != findings.end()) named->fill(verdict);
}

void Engine::decide_data(const Snapshot& now, const AskView& view, Verdict& verdict) {
  Question asked = question(now, view);
  if (asked.mask == 0) asked.mask = kMaskBits;
  std::vector<Finding> content;
  Finding result = asked.first(RuleOp::Read, &content);
  const std::string_view data(reinterpret_cast<const char*>(view.data), view.ask->data_bytes);
  const bool scan = view.ask->kind == static_cast<std::uint8_t>(AskKind::ScanData);
  // A scan is complete by itself: what an older content showed must not count.
  if (scan && view.ask->data_offset == 0) contents_->replaced(view.record->stream_id);
  for (const Finding& finding : content) {
    const ContentWindow::Result seen = contents_->feed(
        view.record->stream_id, finding.rule->content->pattern, view.ask->data_offset, data);
    const bool closed =
        finding.rule->on_timeout.value_or(now.policy->data().on_timeout) == VerdictKind::Deny;
    if (seen == ContentWindow::Result::Found ||
        (seen == ContentWindow::Result::Incomplete && closed)) {
      result = finding;
      break;
    }
  }
  result.fill(verdict);
  const bool last = (view.ask->flags & kAskLastChunk) != 0;
  if (!result.denies() && !last) {
    verdict.verdict = static_cast<std::uint8_t>(VerdictKind::More);
  } else if (result.denies() || scan) {
    verdict.remember = static_cast<std::uint8_t>(Remember::Stream);
  }
}

}  // namespace sluice::service
