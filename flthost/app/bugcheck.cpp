// The end after a bugcheck: every other thread is frozen, so nothing here may wait for one.
#include <flthost/app/report.h>
#include <flthost/boundary/report.h>
#include <flthost/ps/ps.h>
#include <flthost/verifier/violation.h>

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <csignal>

namespace flthost::app {
namespace {

const Options* g_options = nullptr;
const std::vector<boundary::Module*>* g_modules = nullptr;

constexpr unsigned kReportSeconds = 10;

[[noreturn]] void on_bugcheck(const ke::Bugcheck& bugcheck) {
  // A frozen thread may own what the report needs: then the text that is out must do.
  ::signal(SIGALRM, [](int) { ::_exit(kExitBugcheck); });
  ::alarm(kReportSeconds);
  const std::string head = bugcheck_head(bugcheck);
  (void)!::write(STDERR_FILENO, head.data(), head.size());
  const boundary::Report report = boundary::make_report(bugcheck);
  const std::string text = boundary::report_text(report, process_name());
  (void)!::write(STDERR_FILENO, text.data(), text.size());
  ::umask(g_options->umask);
  if (!g_options->report.empty()) {
    nlohmann::json all = report_of(*g_options, *g_modules, RunFacts{}, kExitBugcheck);
    all["bugcheck"] = bugcheck_json(bugcheck, report);
    write_report(g_options->report, all);
  }
  if (!g_options->socket.empty()) ::unlink(g_options->socket.c_str());
  ::_exit(kExitBugcheck);  // closes /dev/fuse: the connection is aborted, dirty pages are dropped
}

PETHREAD current_thread() {
  const ke::Thread& thread = ke::current_thread();
  return thread.object != nullptr ? thread.object : ps::system_thread();
}

}  // namespace

std::string process_name() {
  const PEPROCESS process = ps::thread_process(current_thread());
  if (process == ps::system_process()) return "System";
  return reinterpret_cast<const char*>(PsGetProcessImageFileName(process));
}

std::string bugcheck_text(const ke::Bugcheck& bugcheck, const boundary::Report& report) {
  return bugcheck_head(bugcheck) + boundary::report_text(report, process_name());
}

std::string bugcheck_head(const ke::Bugcheck& bugcheck) {
  return fmt::format(
      "\n*** STOP: 0x{:08X} {} (0x{:X}, 0x{:X}, 0x{:X}, 0x{:X})\n    IRQL {}, process {}, rule {}\n"
      "    Writes that had not reached {} were dropped.\n\n",
      bugcheck.code, boundary::bugcheck_name(bugcheck.code), bugcheck.parameters[0],
      bugcheck.parameters[1], bugcheck.parameters[2], bugcheck.parameters[3], ke::current_irql(),
      process_name(), verifier::rule_of(bugcheck).name,
      g_options != nullptr ? g_options->directory : "the directory");
}

nlohmann::json bugcheck_json(const ke::Bugcheck& bugcheck, const boundary::Report& report) {
  nlohmann::json json = verifier::to_json(verifier::violation_of(bugcheck, report));
  json.erase("where");
  const boundary::ReportFrame* const frame = report.driver_frame();
  json["code"] = fmt::format("0x{:X}", bugcheck.code);
  json["name"] = report.name;
  json["process"] = process_name();
  json["module"] = report.module;
  json["sha256"] = report.sha256;
  json["symbol"] =
      frame == nullptr ? nlohmann::json(nullptr) : nlohmann::json(boundary::symbol_name(*frame));
  json["reason"] = report.sentence;
  return json;
}

void report_bugchecks(const Options& options, const std::vector<boundary::Module*>& modules) {
  g_options = &options;
  g_modules = &modules;
  ke::install_bugcheck_handler(on_bugcheck);
}

}  // namespace flthost::app
