#pragma once

#include <string>

namespace sluice::cli {

struct ExplainOptions {
  std::string file;
  std::string directory;
  std::string process;
  std::string path;
  std::string operation;
};

// 0: the policy is good; 2: the message is on standard error.
int policy_check(const std::string& file, const std::string& directory);
// 0: the operation goes ahead (content rules are named); 1: it is denied; 2: bad use or policy.
int policy_explain(const ExplainOptions& options);

}  // namespace sluice::cli
