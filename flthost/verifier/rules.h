// The rules that this host checks: one table for `flthost rules`, reports and the verifier.
//
// A rule has its own name where some tool gave it one (Driver Verifier's rule classes, the DDI
// compliance rules, CodeQL's queries for drivers, the symbolic name of a bug check); what stands
// only in prose of the documentation is called Flt.* here.
#pragma once

#include <flthost/ke/ke.h>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace flthost::verifier {

enum class When : uint8_t {
  Always,  // cheap: checked in every run
  Verify,  // expensive, or no bug check on Windows either: under `flthost verify` only
  Image,   // `flthost check`: seen in the image, nothing runs
};

struct Rule {
  const char* name;
  uint32_t bugcheck;
  uint64_t first;  // parameter 1 of the bug check, or kAnyParameter
  When when;
  const char* parameters;  // what they mean, parameter 1 first
  const char* source;      // the documentation's page
  const char* mend;        // one sentence: what to change
};
inline constexpr uint64_t kAnyParameter = ~uint64_t{0};

std::span<const Rule> rules();
const Rule* find_rule(std::string_view name);

// The rule that this bug check is about. Its reason names it ("Flt.Data.Dirty: ..."), or the code
// and parameter 1 do, or the export whose IRQL was wrong. Never fails: an unknown code is a rule
// "bug check" without a source.
const Rule& rule_of(const ke::Bugcheck& bugcheck);

// Text of `flthost rules`: a line for each with code, name, when, source and mend.
std::string rules_text();

}  // namespace flthost::verifier
