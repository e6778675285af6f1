// One broken rule, as it is told: in a run's report, by `flthost check` and by `flthost verify`.
#pragma once

#include <flthost/boundary/report.h>
#include <flthost/verifier/rules.h>

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace flthost::verifier {

struct Violation {
  std::string rule;
  uint32_t bugcheck = 0;
  uint64_t parameters[4] = {};
  std::string function;  // "MyFilter!MyFilterPostRead+0"; empty when no driver code is known
  std::string file;
  uint32_t line = 0;  // 0: not known
  KIRQL irql = 0;
  std::string sentence;
  std::string bucket;
  std::vector<std::string> stack;   // innermost first
  std::vector<std::string> source;  // around the line
  std::string note;                 // what could not be found out and why
  std::string where;                // the verifier's phase, or empty
};

Violation violation_of(const ke::Bugcheck& bugcheck, const boundary::Report& report);
nlohmann::json to_json(const Violation& violation);
Violation from_json(const nlohmann::json& value);
// A few lines for a terminal.
std::string text_of(const Violation& violation);

}  // namespace flthost::verifier
