// What a run amounts to, as JSON and as lines for people.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <string_view>

namespace sluice::service {

// What sluice.sys says at unload, two lines of its debug output. True when `line` is one of them;
// `last` gathers what they say.
bool take_last_words(std::string_view line, nlohmann::json* last);

// The keys of `sluice run --report` from the service's summary, the host's report and the driver's
// last words. Each may be null (it never came about); what is not known then is null, and
// `problems` says so. What the driver numbered and no service took is lost with cause "unloaded".
nlohmann::json merge_reports(const nlohmann::json& service, const nlohmann::json& host,
                             const nlohmann::json& last, int exit_status);

// The few lines that end a run.
std::string summary_text(const nlohmann::json& report);

}  // namespace sluice::service
