// One ask held against the policy.
#pragma once

#include <sluice/service/engine.h>

#include <string>
#include <vector>

namespace sluice::service {

// Which rule, or the default, decides an operation.
struct Finding {
  const Rule* rule = nullptr;  // null: the default
  std::uint32_t number = 0;    // as verdicts and events carry it: index + 1
  Action action = Action::Allow;
  std::int32_t status = 0;

  bool denies() const { return action == Action::Deny; }
  bool reports() const { return rule == nullptr || rule->report; }
  void fill(protocol::Verdict& verdict) const;
};

struct Engine::Question {
  const Policy* policy = nullptr;
  SelectorMask mask = 0;
  std::vector<std::uint32_t> rules;  // whose paths match, in order

  // The first rule without a condition on content that is about `op`, or the default. Content rules
  // that come before it are added to `content`.
  Finding first(RuleOp op, std::vector<Finding>* content = nullptr) const;
};

// Operations that an open asks for.
std::uint32_t operations_of_open(const protocol::EventRecord& record);

}  // namespace sluice::service
