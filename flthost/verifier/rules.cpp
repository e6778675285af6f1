#include <flthost/verifier/rules.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace flthost::verifier {
namespace {

constexpr Rule kRules[] = {
#include "rules_table.inc"
};
constexpr Rule kUnknown = {"BugCheck",
                           0,
                           kAnyParameter,
                           When::Always,
                           "as the bug check's page says",
                           "debugger/bug-check-code-reference2",
                           "See the sentence of the report."};

// Which DDI rule an export's IRQL belongs to; the first prefix that fits, so special ones first.
struct ExportRule {
  const char* prefix;
  const char* rule;
};
constexpr ExportRule kExportRules[] = {
    {"FltSendMessage", "Flt.Send.Irql"},
    {"Flt", "Flt.Irql"},
    {"ExAcquireFastMutex", "IrqlExApcLte1"},
    {"ExReleaseFastMutex", "IrqlExApcLte1"},
    {"ExTryToAcquireFastMutex", "IrqlExApcLte1"},
    {"ExAllocatePool", "IrqlExAllocatePool"},
    {"ExFreePool", "IrqlExFree1"},
    {"ExUuidCreate", "IrqlExPassive"},
    {"ExRaise", "IrqlExPassive"},
    {"Ex", "IrqlExApcLte2"},
    {"ZwClose", "IrqlZwPassive"},
    {"ZwReadFile", "IrqlNtifsApcPassive"},
    {"ZwWriteFile", "IrqlNtifsApcPassive"},
    {"Zw", "IrqlIoRtlZwPassive"},
    {"Rtl", "IrqlRtlPassive"},
    {"ObSetSecurityObject", "IrqlApcLte"},
    {"ObGetObjectSecurity", "IrqlApcLte"},
    {"Ob", "IrqlObPassive"},
    {"Ps", "IrqlPsPassive"},
    {"KeSetEvent", "IrqlKeSetEvent"},
    {"KeWaitFor", "IrqlKeWaitForMultipleObjects"},
};
struct LevelRules {
  const char* prefix;
  const char* passive;
  const char* apc;
  const char* dispatch;
};
constexpr LevelRules kLevelRules[] = {
    {"Ke", "IrqlKeApcLte1", "IrqlKeApcLte1", "IrqlKeDispatchLte"},
    {"Io", "IrqlIoPassive1", "IrqlIoApcLte", "IrqlIoDispatch"},
    {"Mm", "IrqlMmApcLte", "IrqlMmApcLte", "IrqlMmDispatch"},
};

bool starts_with(std::string_view text, std::string_view start) {
  return text.substr(0, start.size()) == start;
}

// "KeX was called at DISPATCH_LEVEL from ... but may be called at IRQL <= APC_LEVEL only".
const char* irql_rule(std::string_view reason) {
  if (reason.find(" but needs IRQL >= ") != std::string_view::npos) return "IrqlDispatch";
  for (const ExportRule& row : kExportRules) {
    if (starts_with(reason, row.prefix)) return row.rule;
  }
  const bool passive = reason.find("<= PASSIVE_LEVEL") != std::string_view::npos;
  const bool apc = reason.find("<= APC_LEVEL") != std::string_view::npos;
  for (const LevelRules& row : kLevelRules) {
    if (starts_with(reason, row.prefix))
      return passive ? row.passive : apc ? row.apc : row.dispatch;
  }
  return "IrqlTooHigh";
}

// The name before the first ": ".
const Rule* named_in(std::string_view reason) {
  const size_t end = reason.find(": ");
  return end == std::string_view::npos ? nullptr : find_rule(reason.substr(0, end));
}

const Rule* by_code(uint32_t code, uint64_t first) {
  const Rule* fitting = nullptr;
  for (const Rule& rule : kRules) {
    if (rule.bugcheck != code || rule.when == When::Image) continue;
    if (rule.first == first) return &rule;
    if (fitting == nullptr && rule.first == kAnyParameter) fitting = &rule;
  }
  return fitting;
}

const char* when_text(When when) {
  return when == When::Always ? "always" : when == When::Verify ? "verify" : "check";
}

// "reading 0x28": an address that only a null pointer gives.
bool is_null_access(std::string_view reason) {
  for (const std::string_view verb :
       {"reading 0x", "writing 0x", "executing 0x", " read 0x", " wrote 0x"}) {
    const size_t at = reason.find(verb);
    if (at == std::string_view::npos) continue;
    return std::strtoull(std::string(reason.substr(at + verb.size())).c_str(), nullptr, 16) <
           0x10000;
  }
  return false;
}

}  // namespace

std::span<const Rule> rules() {
  return kRules;
}

const Rule* find_rule(std::string_view name) {
  const auto* const found = std::find_if(std::begin(kRules), std::end(kRules),
                                         [&](const Rule& rule) { return name == rule.name; });
  return found == std::end(kRules) ? nullptr : found;
}

const Rule& rule_of(const ke::Bugcheck& bugcheck) {
  const Rule* rule = named_in(bugcheck.reason);
  if (rule == nullptr && bugcheck.code == DRIVER_VERIFIER_DETECTED_VIOLATION &&
      (bugcheck.parameters[0] == 0xE5 || bugcheck.parameters[0] == 0xE6)) {
    rule = find_rule(irql_rule(bugcheck.reason));
  }
  if (rule == nullptr && (bugcheck.code == SYSTEM_THREAD_EXCEPTION_NOT_HANDLED)) {
    rule = find_rule("SystemThreadException");
  }
  if (rule == nullptr && bugcheck.code == SYSTEM_SERVICE_EXCEPTION &&
      is_null_access(bugcheck.reason)) {
    rule = find_rule("SystemServiceException");
  }
  if (rule == nullptr) rule = by_code(bugcheck.code, bugcheck.parameters[0]);
  return rule != nullptr ? *rule : kUnknown;
}

std::string rules_text() {
  std::string text;
  for (const Rule& rule : kRules) {
    std::array<char, 64> code;
    if (rule.first == kAnyParameter) {
      std::snprintf(code.data(), code.size(), "0x%X", rule.bugcheck);
    } else {
      std::snprintf(code.data(), code.size(), "0x%X/0x%llX", rule.bugcheck,
                    static_cast<unsigned long long>(rule.first));
    }
    text += std::string(rule.name) + "  " + code.data() + "  " + when_text(rule.when) +
            "\n    parameters: " + rule.parameters + "\n    source: " + rule.source + "\n    " +
            rule.mend + "\n";
  }
  return text;
}

}  // namespace flthost::verifier
