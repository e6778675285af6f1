#include <sluice/service/event_format.h>
#include <sluice/service/summary.h>

#include "service_summary.h"

#include <fmt/format.h>

#include <algorithm>

namespace sluice::service {

using namespace protocol;
using nlohmann::json;

namespace {

constexpr Operation kCounted[] = {
    Operation::Create, Operation::Read,    Operation::Write,        Operation::Cleanup,
    Operation::Close,  Operation::Section, Operation::ProcessStart, Operation::ProcessExit,
    Operation::Rename, Operation::Link,    Operation::Delete,       Operation::SetSize};

double microseconds(std::uint64_t nanoseconds) {
  return static_cast<double>(nanoseconds) / 1000.0;
}

// Copied as they are; null when the service could not say.
constexpr const char* kFromService[] = {"events",
                                        "events_lost",
                                        "events_received",
                                        "events_dropped",
                                        "events_unexplained",
                                        "operations",
                                        "paging_reads",
                                        "paging_reads_at_dispatch",
                                        "paging_reads_pended",
                                        "verdicts_asked",
                                        "verdicts_remembered",
                                        "denied",
                                        "deadline_missed",
                                        "verdict_latency_us"};

// The first driver's, which is sluice.sys.
json driver_sha256(const json& host) {
  if (const auto said = host.find("driver_sha256"); said != host.end()) return *said;
  const auto drivers = host.find("drivers");
  if (drivers == host.end() || !drivers->is_array() || drivers->empty()) return nullptr;
  const json& first = drivers->front();
  return first.is_object() ? first.value("sha256", json(nullptr)) : json(nullptr);
}

std::uint64_t number(const json& report, const char* key) {
  if (!report.is_object()) return 0;
  const auto at = report.find(key);
  return at != report.end() && at->is_number() ? at->get<std::uint64_t>() : 0;
}

// What both the service and the driver counted: neither counts too much.
constexpr const char* kCountedByBoth[] = {"paging_reads",        "paging_reads_at_dispatch",
                                          "paging_reads_pended", "verdicts_asked",
                                          "verdicts_remembered", "denied",
                                          "deadline_missed"};

// The service's account, brought up to the driver's last words. A service that was killed or hung
// left an old account or none; what it had not acknowledged when the driver went is lost.
json brought_up(const json& service, const json& last) {
  if (!last.is_object()) return service;
  const bool same =
      service.is_object() && service.value("boot", json()) == last.value("boot", json());
  json report = same ? service : json::object();
  const json before = report.value("events_dropped", json::object());
  const json last_dropped = last.value("events_dropped", json::object());
  const std::uint64_t events = std::max(number(report, "events"), number(last, "events"));
  const std::uint64_t full =
      std::max(number(before, "ring_full"), number(last_dropped, "ring_full"));
  const std::uint64_t oversize = number(before, "oversize");
  const std::uint64_t kept = number(last_dropped, "unloaded");
  const auto less = [](std::uint64_t from, std::uint64_t by) { return from - std::min(from, by); };
  const std::uint64_t received =
      std::max(number(report, "events_received"), less(events, full + oversize + kept));
  const std::uint64_t rest = less(events, received + full + oversize);
  const std::uint64_t unloaded = std::min(rest, kept);
  report["events"] = events;
  report["events_received"] = received;
  report["events_dropped"] = {{"ring_full", full}, {"oversize", oversize}, {"unloaded", unloaded}};
  report["events_unexplained"] = rest - unloaded;
  report["events_lost"] = full + oversize + rest;
  for (const char* key : kCountedByBoth) {
    report[key] = std::max(number(report, key), number(last, key));
  }
  json operations = report.value("operations", json::object());
  const json counts = last.value("operations", json::array());
  for (const Operation operation : kCounted) {
    const auto index = static_cast<std::size_t>(operation);
    if (index >= counts.size()) continue;
    const char* key = operation_key(operation);
    operations[key] = std::max(number(operations, key), counts[index].get<std::uint64_t>());
  }
  report["operations"] = operations;
  return report;
}

}  // namespace

// The driver's own statistics and what was counted from records are two views of the same thing;
// neither counts too much. The first can be older than the last events, the second misses what an
// earlier service recorded: so the larger one is right.
json service_summary(const Accounting& accounting, const ClientCounts& counts, std::uint64_t boot,
                     std::uint32_t generation) {
  const Statistics& driver = accounting.statistics;
  const SeenCounts& seen = accounting.seen;
  const LedgerTotals& totals = accounting.totals;
  json dropped = json::object();
  std::uint64_t dropped_total = 0;
  for (int cause = 1; cause < static_cast<int>(DropCause::Count); ++cause) {
    const std::uint64_t count =
        std::max(totals.dropped[static_cast<std::size_t>(cause)], driver.dropped[cause]);
    dropped[drop_cause_name(static_cast<DropCause>(cause))] = count;
    dropped_total += count;
  }
  // Drops that only the driver's count knows explain numbers that never arrived.
  const std::uint64_t only_driver = dropped_total - totals.dropped_total();
  const std::uint64_t unexplained = totals.unexplained - std::min(totals.unexplained, only_driver);
  json operations = json::object();
  for (const Operation operation : kCounted) {
    const auto index = static_cast<std::size_t>(operation);
    operations[operation_key(operation)] =
        std::max(seen.operations[index], driver.operations[index]);
  }
  const LatencyHistogram& latency = accounting.latency;
  return {
      {"boot", fmt::format("0x{:016x}", boot)},
      {"generation", generation},
      {"complete", accounting.complete},
      {"events", totals.numbered},
      {"events_lost", dropped_total + unexplained},
      {"events_received", totals.acknowledged + totals.received},
      {"events_recorded_by_earlier_service", totals.acknowledged},
      {"events_duplicate", totals.duplicates},
      {"events_dropped", dropped},
      {"events_unexplained", unexplained},
      {"operations", operations},
      {"paging_reads", std::max(seen.paging_reads, driver.paging_reads)},
      {"paging_reads_at_dispatch",
       std::max(seen.paging_reads_at_dispatch, driver.paging_reads_at_dispatch)},
      {"paging_reads_pended", std::max(seen.paging_reads_pended, driver.paging_reads_pended)},
      {"verdicts_asked", std::max(seen.asked, driver.verdicts_asked)},
      {"verdicts_remembered", std::max(seen.remembered, driver.verdicts_remembered)},
      {"denied", std::max(seen.denied, driver.denied)},
      {"deadline_missed", std::max(seen.deadline_missed, driver.deadline_missed)},
      {"verdict_latency_us",
       {{"p50", microseconds(latency.quantile(0.50))},
        {"p90", microseconds(latency.quantile(0.90))},
        {"p99", microseconds(latency.quantile(0.99))},
        {"max", microseconds(latency.max())}}},
      {"service",
       {{"asks", counts.asks},
        {"answered_by_default", counts.answered_by_default},
        {"replies_refused", counts.replies_refused},
        {"malformed_messages", counts.malformed + accounting.malformed_batches},
        {"late_replies", driver.late_replies},
        {"released_disconnected", driver.released_disconnected},
        {"released_other", driver.released_other},
        {"breaker_opened", driver.breaker_opened}}},
  };
}

bool take_last_words(std::string_view line, json* last) {
  constexpr std::string_view statistics = "sluice: last statistics ";
  constexpr std::string_view operations = "sluice: last operations ";
  const bool counts = line.starts_with(operations);
  if (!counts && !line.starts_with(statistics)) return false;
  const json said = json::parse(line.substr(statistics.size()), nullptr, false);
  if (counts && said.is_array()) (*last)["operations"] = said;
  if (!counts && said.is_object()) last->update(said);
  return true;
}

json merge_reports(const json& service, const json& host, const json& last, int exit_status) {
  const json empty = json::object();
  const json account = brought_up(service, last);
  const json& from_service = account.is_object() ? account : empty;
  const json& from_host = host.is_object() ? host : empty;
  json report = json::object();
  json problems = json::array();
  if (!service.is_object()) problems.push_back("the service left no summary");
  if (!host.is_object()) problems.push_back("the host left no report");
  report["driver_sha256"] = driver_sha256(from_host);
  for (const char* key : kFromService) report[key] = from_service.value(key, json(nullptr));
  report["bugcheck"] = from_host.value("bugcheck", json(nullptr));
  report["pool_leaks"] = from_host.value("pool_leaks", json(nullptr));
  report["exit_status"] = exit_status;
  report["problems"] = problems;
  report["service"] = from_service.value("service", json(nullptr));
  report["host"] = host.is_object() ? host : json(nullptr);
  return report;
}

std::string summary_text(const json& report) {
  std::string text;
  const auto line = [&text](const std::string& more) { text += "sluice: " + more + "\n"; };
  for (const json& problem : report.value("problems", json::array())) {
    line(problem.get<std::string>());
  }
  if (report.value("events", json(nullptr)).is_number()) {
    std::string operations;
    for (const auto& [name, count] : report["operations"].items()) {
      if (count.get<std::uint64_t>() == 0) continue;
      operations +=
          fmt::format("{}{} {}", operations.empty() ? "" : ", ", count.get<std::uint64_t>(), name);
    }
    line(fmt::format("{} events, {} lost: {}", number(report, "events"),
                     number(report, "events_lost"), operations));
    line(fmt::format("{} paging reads, {} completed at DISPATCH_LEVEL, {} pended to the worker",
                     number(report, "paging_reads"), number(report, "paging_reads_at_dispatch"),
                     number(report, "paging_reads_pended")));
    std::string verdicts =
        fmt::format("{} verdicts asked, {} remembered, {} denied, {} deadlines missed",
                    number(report, "verdicts_asked"), number(report, "verdicts_remembered"),
                    number(report, "denied"), number(report, "deadline_missed"));
    if (const json& latency = report["verdict_latency_us"]; latency.is_object()) {
      verdicts +=
          fmt::format("; {:.0f} us p50, {:.0f} us p99, {:.0f} us max", latency.value("p50", 0.0),
                      latency.value("p99", 0.0), latency.value("max", 0.0));
    }
    line(verdicts);
  }
  if (!report.value("bugcheck", json(nullptr)).is_null()) line("BUGCHECK, see the report above");
  if (number(report, "pool_leaks") != 0) {
    line(fmt::format("{} pool allocations were not returned", number(report, "pool_leaks")));
  }
  return text;
}

}  // namespace sluice::service
