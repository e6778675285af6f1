// What a run amounts to, as JSON and as lines for people.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <string>

namespace sluice::service {

// The keys of `sluice run --report` from the service's summary and the host's report. Either may be
// null (it never came about); what is not known then is null, and `problems` says so.
nlohmann::json merge_reports(const nlohmann::json& service, const nlohmann::json& host,
                             int exit_status);

// The few lines that end a run.
std::string summary_text(const nlohmann::json& report);

}  // namespace sluice::service
