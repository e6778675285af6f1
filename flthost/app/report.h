// What a run leaves behind: the JSON report, and the text of a bugcheck.
#pragma once

#include <flthost/app/host.h>
#include <flthost/boundary/report.h>

#include <nlohmann/json.hpp>

#include <string>

namespace flthost::app {

nlohmann::json report_of(const Options& options, const std::vector<boundary::Module*>& modules,
                         const RunFacts& facts, int exit_status);
// Empty, or why it could not be written.
std::string write_report(const std::string& path, const nlohmann::json& report);

// From now on a bugcheck writes its text on standard error and the report to options.report, then
// ends the process with 86, which ends the mount: dirty pages are dropped. `options` and `modules`
// must stay.
void report_bugchecks(const Options& options, const std::vector<boundary::Module*>& modules);
// The violation that it is, as the verifier tells one, and what !analyze -v would say besides.
nlohmann::json bugcheck_json(const ke::Bugcheck& bugcheck, const boundary::Report& report);
// Needs no symbols, so that something is out before the rest.
std::string bugcheck_head(const ke::Bugcheck& bugcheck);
std::string bugcheck_text(const ke::Bugcheck& bugcheck, const boundary::Report& report);
// Of the process that the thread works for: "System", or the image's short name.
std::string process_name();

}  // namespace flthost::app
