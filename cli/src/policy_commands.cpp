#include "policy_commands.h"

#include <sluice/service/policy.h>

#include <algorithm>
#include <cstdio>

namespace sluice::cli {

using namespace service;

namespace {

constexpr int kBadInput = 2;

// Without --dir "{dir}" stands for itself, so that a policy can be looked at anywhere.
std::shared_ptr<const Policy> load(const std::string& file, const std::string& directory) {
  PolicyResult result = Policy::load(file, directory.empty() ? "/{dir}" : directory);
  if (const auto* error = std::get_if<PolicyError>(&result)) {
    std::fprintf(stderr, "sluice: %s\n", error->text().c_str());
    return nullptr;
  }
  return std::get<std::shared_ptr<const Policy>>(std::move(result));
}

std::string selector_names(const Policy& policy, SelectorMask mask) {
  std::string names;
  const auto& selectors = policy.data().selectors;
  for (std::size_t i = 0; i < selectors.size(); ++i) {
    if ((mask & (1u << i)) == 0) continue;
    names += (names.empty() ? "\"" : ", \"") + selectors[i].name + "\"";
  }
  return names;
}

void explain_content(const Rule& rule) {
  std::printf(
      "rule \"%s\" (line %zu): denied when the content holds the %zu bytes it names, "
      "decided on each read and %s\n",
      rule.name.c_str(), rule.line, rule.content->pattern->size(),
      rule.content->ask_paging ? "page-in" : "by a scan before the first mapping");
}

int conclude(Action action, const std::string& by) {
  std::printf("%s: %s\n", by.c_str(), std::string(action_name(action)).c_str());
  return action == Action::Deny ? 1 : 0;
}

}  // namespace

int policy_check(const std::string& file, const std::string& directory) {
  const auto policy = load(file, directory);
  if (!policy) return kBadInput;
  std::printf("%s: good, %zu processes, %zu rules\n", file.c_str(), policy->data().selectors.size(),
              policy->rules().size());
  return 0;
}

int policy_explain(const ExplainOptions& options) {
  const auto policy = load(options.file, options.directory);
  if (!policy) return kBadInput;
  const auto op = std::find(kRuleOpNames.begin(), kRuleOpNames.end(), options.operation);
  if (op == kRuleOpNames.end()) {
    std::string names;
    for (const auto name : kRuleOpNames) names += (names.empty() ? "" : ", ") + std::string(name);
    std::fprintf(stderr, "sluice: unknown operation \"%s\"; allowed: %s\n",
                 options.operation.c_str(), names.c_str());
    return kBadInput;
  }
  const std::uint32_t op_index = static_cast<std::uint32_t>(op - kRuleOpNames.begin());
  const SelectorMask mask = policy->selectors_by_image(options.process);
  if (mask == 0) {
    std::printf("process %s: not interesting, nothing is asked or reported\n",
                options.process.c_str());
    return 0;
  }
  std::printf("process %s: interesting by %s\n", options.process.c_str(),
              selector_names(*policy, mask).c_str());
  std::vector<std::uint32_t> rules;
  policy->rules_for_path(options.path, &rules);
  for (const std::uint32_t index : rules) {
    const Rule& rule = policy->rules()[index];
    if ((rule.processes & mask) == 0 || (rule.operations & (1u << op_index)) == 0) continue;
    if (rule.content) {
      explain_content(rule);
      if (!rule.content->otherwise_allows) continue;
      return conclude(Action::Allow, "otherwise");
    }
    return conclude(rule.action,
                    "rule \"" + rule.name + "\" (line " + std::to_string(rule.line) + ")");
  }
  if (options.operation == "open") return conclude(Action::Allow, "no rule about open");
  return conclude(policy->data().default_action, "the default");
}

}  // namespace sluice::cli
