// Opens: whether they may be, and what the driver does with the stream from then on.
#include "engine_question.h"
#include "ntstatus_names.h"

#include <algorithm>

namespace sluice::service {

using namespace protocol;

namespace {

// Access rights and options of NtCreateFile.
// learn.microsoft.com/windows-hardware/drivers/ddi/wdm/nf-wdm-zwcreatefile
constexpr std::uint32_t kReadData = 0x1;
constexpr std::uint32_t kWriteData = 0x2;
constexpr std::uint32_t kAppendData = 0x4;
constexpr std::uint32_t kExecute = 0x20;
constexpr std::uint32_t kDeleteAccess = 0x10000;
constexpr std::uint32_t kMaximumAllowed = 0x2000000;
constexpr std::uint32_t kGenericAll = 0x10000000;
constexpr std::uint32_t kGenericExecute = 0x20000000;
constexpr std::uint32_t kGenericWrite = 0x40000000;
constexpr std::uint32_t kGenericRead = 0x80000000;

constexpr std::uint32_t kReads =
    kReadData | kExecute | kGenericRead | kGenericExecute | kGenericAll | kMaximumAllowed;
constexpr std::uint32_t kWrites = kWriteData | kAppendData | kGenericWrite | kGenericAll;

constexpr std::uint32_t kOptionDirectory = 0x1;
constexpr std::uint32_t kOptionDeleteOnClose = 0x1000;

enum Disposition : std::uint32_t {
  kSupersede = 0,
  kOpen = 1,
  kCreate = 2,
  kOpenIf = 3,
  kOverwrite = 4,
  kOverwriteIf = 5,
};

bool is_directory(const EventRecord& record) {
  return (record.flags & kDirectory) != 0 || (record.create_options & kOptionDirectory) != 0;
}

}  // namespace

std::uint32_t operations_of_open(const EventRecord& record) {
  const std::uint32_t disposition = record.create_options >> 24;
  const std::uint32_t access = record.desired_access;
  std::uint32_t operations = op_bit(RuleOp::Open);
  if (disposition != kOpen && disposition != kOverwrite) operations |= op_bit(RuleOp::Create);
  if ((access & kDeleteAccess) != 0 || (record.create_options & kOptionDeleteOnClose) != 0) {
    operations |= op_bit(RuleOp::Delete);
  }
  // The bits for a file's data mean listing and adding for a directory.
  if (is_directory(record)) return operations;
  const bool destroys =
      disposition == kSupersede || disposition == kOverwrite || disposition == kOverwriteIf;
  if ((access & kWrites) != 0 || destroys) operations |= op_bit(RuleOp::Write);
  if ((access & kReads) != 0) operations |= op_bit(RuleOp::Read);
  return operations;
}

void Finding::fill(Verdict& verdict) const {
  verdict.verdict = static_cast<std::uint8_t>(denies() ? VerdictKind::Deny : VerdictKind::Allow);
  verdict.status = denies() ? status : 0;
  verdict.rule = number;
}

Finding Engine::Question::first(RuleOp op, std::vector<Finding>* content) const {
  for (const std::uint32_t index : rules) {
    const Rule& rule = policy->rules()[index];
    if ((rule.processes & mask) == 0 || (rule.operations & op_bit(op)) == 0) continue;
    const Finding finding{&rule, index + 1, rule.action, rule.status};
    if (!rule.content) return finding;
    if (content != nullptr) content->push_back(finding);
    if (rule.content->otherwise_allows) return {&rule, index + 1, Action::Allow, 0};
  }
  // An open for nothing in particular (a stat) is only what a rule says it is.
  if (op == RuleOp::Open) return {};
  return {nullptr, 0, policy->data().default_action, policy->data().default_status};
}

namespace {

// How later asks under this open are timed: the tightest deadline, the strictest default.
void fill_timing(const Policy& policy, const std::vector<Finding>& content, Verdict& verdict) {
  std::uint32_t deadline = 0;
  std::uint32_t paging_deadline = 0;
  bool closed = false;
  for (const Finding& finding : content) {
    const Rule& rule = *finding.rule;
    closed |= rule.on_timeout.value_or(policy.data().on_timeout) == VerdictKind::Deny;
    if (!rule.deadline_ms) continue;
    const std::uint32_t own = *rule.deadline_ms;
    deadline = deadline == 0 ? own : std::min(deadline, own);
    if (!rule.content->ask_paging) continue;
    const std::uint32_t own_paging = std::min<std::uint32_t>(own, 60000);
    paging_deadline = paging_deadline == 0 ? own_paging : std::min(paging_deadline, own_paging);
  }
  verdict.deadline_ms = deadline;
  verdict.paging_deadline_ms = paging_deadline;
  const VerdictKind stands = content.empty() ? policy.data().on_timeout
                             : closed        ? VerdictKind::Deny
                                             : VerdictKind::Allow;
  verdict.on_timeout = static_cast<std::uint8_t>(stands);
}

std::uint32_t content_plan(const std::vector<Finding>& content) {
  std::uint32_t plan = 0;
  for (const Finding& finding : content) {
    plan |= kPlanAskRead;
    plan |= finding.rule->content->ask_paging ? kPlanAskPagingRead : kPlanScanSection;
  }
  return plan;
}

}  // namespace

void Engine::decide_create(const Snapshot& now, const AskView& view, Verdict& verdict) {
  const Question asked = question(now, view);
  const std::uint32_t operations = operations_of_open(*view.record);
  verdict.verdict = static_cast<std::uint8_t>(VerdictKind::Allow);
  verdict.remember = static_cast<std::uint8_t>(Remember::Stream);
  verdict.rule = 0;
  verdict.plan = 0;
  if (asked.mask == 0) return;  // it was interesting under an earlier policy

  std::vector<Finding> content;
  const Finding open = asked.first(RuleOp::Open);
  const Finding read = asked.first(RuleOp::Read, &content);
  const Finding write = asked.first(RuleOp::Write);
  const Finding section = asked.first(RuleOp::Section);
  const Finding create = asked.first(RuleOp::Create);
  const Finding remove = asked.first(RuleOp::Delete);
  const std::pair<RuleOp, const Finding*> in_order[] = {
      {RuleOp::Open, &open},   {RuleOp::Create, &create}, {RuleOp::Delete, &remove},
      {RuleOp::Write, &write}, {RuleOp::Read, &read},
  };
  const Finding* named = nullptr;
  for (const auto& [op, finding] : in_order) {
    if ((operations & op_bit(op)) == 0) continue;
    if (finding->denies()) {
      finding->fill(verdict);
      verdict.plan = kPlanNotifyCreate;
      return;
    }
    if (named == nullptr && finding->rule != nullptr) named = finding;
  }
  if (named != nullptr) named->fill(verdict);

  if (open.reports()) verdict.plan |= kPlanNotifyCreate | kPlanNotifyClose | kPlanNotifyChange;
  if (read.reports() || !content.empty()) verdict.plan |= kPlanNotifyRead;
  if (write.reports()) verdict.plan |= kPlanNotifyWrite;
  if (section.reports()) verdict.plan |= kPlanNotifySection;
  if (is_directory(*view.record)) return;
  if ((operations & op_bit(RuleOp::Read)) != 0) verdict.plan |= content_plan(content);
  if (write.denies()) verdict.plan |= kPlanDenyWrite;
  if (section.denies() || section.rule != nullptr) verdict.plan |= kPlanAskSection;
  fill_timing(*now.policy, content, verdict);
}

}  // namespace sluice::service
