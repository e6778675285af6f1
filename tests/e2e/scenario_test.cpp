// The default scenario, once; then what it must have shown, sentence by sentence.
#include "events.h"
#include "process.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <optional>

namespace sluice::e2e {
namespace {

class Scenario : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    kept = new Scratch;
    ChildOptions options;
    options.environment = {"SLUICE_E2E=" + kept->path()};
    result = new Outcome(run({RUN_SCENARIO, BUILD_DIR, kept->path()}, options));
    events = new Events(Events::read({*kept / "events.jsonl"}));
    report = new json(json::parse(read_file(*kept / "report.json"), nullptr, false));
  }
  static void TearDownTestSuite() {
    delete report;
    delete events;
    delete result;
    delete kept;
  }

  static bool ends(const json& event, const std::string& suffix) {
    return event.value("path", "").ends_with(suffix);
  }
  static std::vector<json> denied(const std::string& operation, const std::string& in_path) {
    std::vector<json> found;
    for (const json& event : events->where(operation)) {
      if (event["verdict"] == "deny" &&
          event.value("path", "").find(in_path) != std::string::npos) {
        found.push_back(event);
      }
    }
    return found;
  }
  static bool said(const std::string& text) { return result->out.find(text) != std::string::npos; }
  static std::vector<json> of_files() {
    std::vector<json> found;
    for (const json& event : events->all) {
      const std::string operation = event["operation"];
      if (operation != "dropped" && !operation.starts_with("process_")) found.push_back(event);
    }
    return found;
  }

  static Scratch* kept;
  static Outcome* result;
  static Events* events;
  static json* report;
};

Scratch* Scenario::kept;
Outcome* Scenario::result;
Events* Scenario::events;
json* Scenario::report;

TEST_F(Scenario, AllProgramsEnd_AsTheyMust) {
  EXPECT_EQ(result->status, 0) << result->out << result->err;
  EXPECT_FALSE(said("NOT as expected")) << result->out;
}

TEST_F(Scenario, DeniedCreate_IsRefusedByItsRule_AndTheFileDoesNotExist) {
  EXPECT_TRUE(said("as expected: touch is refused"));
  EXPECT_TRUE(said("as expected: and the file does not exist"));
  EXPECT_NE(result->err.find("Permission denied"), std::string::npos);
  const std::vector<json> found = denied("create", ".forbidden");
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0]["process"], "touch");
  EXPECT_EQ(found[0]["status"], "0xC0000022");
  EXPECT_EQ(found[0]["reason"], "service");
  EXPECT_EQ(found[0]["rule"], "no-forbidden-files");
}

TEST_F(Scenario, DeniedPlainRead_IsDecidedOnItsContent_BeforeTheCallerHasIt) {
  EXPECT_TRUE(said("as expected: cat is refused"));
  const std::vector<json> found = denied("read", "/plain/guarded.txt");
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found[0]["process"], "cat");
  EXPECT_TRUE(has_flag(found[0], "content_verdict"));
  EXPECT_TRUE(has_flag(found[0], "swapped_buffer"));
  EXPECT_FALSE(has_flag(found[0], "paging"));
  EXPECT_EQ(found[0]["reason"], "service");
  EXPECT_EQ(found[0]["lane"], "verdict");
}

TEST_F(Scenario, DeniedSynchronousPagingRead_IsAskedBelowDispatchLevel) {
  const std::vector<json> found = denied("read", "/mapped/first-page");
  const auto asked = std::find_if(found.begin(), found.end(),
                                  [](const json& event) { return event["reason"] == "service"; });
  ASSERT_NE(asked, found.end());
  EXPECT_TRUE(has_flag(*asked, "paging"));
  EXPECT_TRUE(has_flag(*asked, "synchronous_paging"));
  EXPECT_TRUE(has_flag(*asked, "content_verdict"));
  EXPECT_LT((*asked)["irql_post"], 2);
  EXPECT_EQ((*asked)["lane"], "verdict");
}

TEST_F(Scenario, DeniedAsynchronousPagingRead_RanAtDispatchLevel_AndWasPendedToTheWorker) {
  std::vector<json> found = denied("read", "/mapped/read-ahead-guarded");
  std::erase_if(found, [](const json& event) {
    return has_flag(event, "synchronous") || has_flag(event, "synchronous_paging");
  });
  ASSERT_FALSE(found.empty()) << "no read-ahead was denied";
  for (const json& event : found) {
    EXPECT_TRUE(has_flag(event, "paging")) << event;
    if (event["reason"] != "service") continue;
    EXPECT_EQ(event["irql_post"], 2) << event;
    EXPECT_EQ(event["lane"], "pended") << event;
    EXPECT_TRUE(has_flag(event, "content_verdict")) << event;
  }
  EXPECT_TRUE(std::any_of(found.begin(), found.end(),
                          [](const json& event) { return event["lane"] == "pended"; }));
}

TEST_F(Scenario, ProgramThatTouchesADeniedPage_DiesOfSigbus) {
  std::size_t deaths = 0;
  for (std::size_t at = 0; (at = result->out.find("dies of SIGBUS", at)) != std::string::npos;) {
    ++deaths;
    at = result->out.find('\n', at);
    EXPECT_NE(result->out.rfind("    as expected", at), std::string::npos);
  }
  EXPECT_GE(deaths, 2u);
}

TEST_F(Scenario, DeniedPage_IsDeniedAgainFromMemory_WhenTheKernelAsksAgain) {
  bool again = false;
  for (const json& event : denied("read", "/mapped/")) again |= event["reason"] == "remembered";
  EXPECT_TRUE(again);
}

TEST_F(Scenario, ProgramsOfNoInterest_AreNotReportedAtAll_AndSucceed) {
  EXPECT_TRUE(said("as expected: touch works"));
  EXPECT_TRUE(said("as expected: cat works"));
  for (const json& event : events->all) {
    const std::string path = event.value("path", "");
    EXPECT_FALSE(path.ends_with("other.forbidden") || path.ends_with("plain/other.txt") ||
                 path.find("read-ahead-other") != std::string::npos)
        << event;
  }
  // Everybody who is reported descends from a guarded shell.
  std::set<int> tree = {4};
  for (const json& event : events->where("process_start")) {
    if (event["process"] == "guarded" || tree.count(event["parent_pid"].get<int>()) != 0) {
      tree.insert(event["pid"].get<int>());
    }
  }
  for (const json& event : events->all) {
    EXPECT_EQ(tree.count(event.value("pid", 4)), 1u) << event;
  }
}

TEST_F(Scenario, WriteThroughAMapping_IsAttributedToItsMapper_AndSaysHowThatIsKnown) {
  std::optional<json> section;
  for (const json& event : events->where("section")) {
    if (ends(event, "/scribbled.bin") && has_flag(event, "writable")) section = event;
  }
  ASSERT_TRUE(section);
  std::optional<json> paging_write;
  for (const json& event : events->where("write")) {
    if (ends(event, "/scribbled.bin") && has_flag(event, "paging")) paging_write = event;
  }
  ASSERT_TRUE(paging_write);
  EXPECT_EQ((*paging_write)["attribution"], "mapper");
  EXPECT_EQ((*paging_write)["responsible_pid"], (*section)["pid"]);
  EXPECT_TRUE((*paging_write)["responsible_image"].get<std::string>().ends_with("/scribble"));
}

TEST_F(Scenario, EveryOpen_HasOneCleanupAndOneClose) {
  std::map<std::string, std::map<std::string, int>> ends_of;
  for (const char* const operation : {"cleanup", "close"}) {
    for (const json& event : events->where(operation)) {
      ++ends_of[event["handle"].get<std::string>()][operation];
    }
  }
  std::size_t opens = 0;
  for (const json& event : events->where("create")) {
    if (failed(event)) continue;
    ++opens;
    EXPECT_EQ(ends_of[event["handle"].get<std::string>()]["cleanup"], 1) << event;
    EXPECT_EQ(ends_of[event["handle"].get<std::string>()]["close"], 1) << event;
  }
  EXPECT_GT(opens, 0u);
  EXPECT_EQ(opens, events->where("close").size());
}

TEST_F(Scenario, EveryEvent_SaysWhoWhatWhereAndHowItWasDecided) {
  ASSERT_TRUE(events->broken.empty()) << events->broken[0];
  ASSERT_FALSE(of_files().empty());
  for (const json& event : of_files()) {
    for (const char* const key :
         {"process", "pid", "operation", "path", "offset", "length", "flags", "irql_pre",
          "irql_post", "lane", "verdict", "reason", "attribution", "status", "time"}) {
      EXPECT_TRUE(event.contains(key)) << key << " is missing in " << event;
    }
  }
}

TEST_F(Scenario, EveryLineForPeople_ShowsTheSame) {
  std::size_t lines = 0;
  for (std::size_t at = 0; at < result->err.size();) {
    const std::size_t end = std::min(result->err.find('\n', at), result->err.size());
    const std::string line = result->err.substr(at, end - at);
    at = end + 1;
    if (line.find(" READ ") == std::string::npos) continue;
    ++lines;
    for (const char* const part : {" off=", " len=", " irql=", " lane=", " verdict=", " attr="}) {
      EXPECT_NE(line.find(part), std::string::npos) << line;
    }
  }
  EXPECT_EQ(lines, events->where("read").size());
}

TEST_F(Scenario, DecidedPagingReads_NeverMissTheirDeadline) {
  EXPECT_EQ((*report)["deadline_missed"], 0);
}

// ------------------------------------------------------------------ the report

TEST_F(Scenario, Report_NamesTheDriverThatRan) {
  const Outcome sum = run({"sha256sum", SLUICE_SYS});
  EXPECT_EQ((*report)["driver_sha256"], sum.out.substr(0, 64));
}

TEST_F(Scenario, Report_AccountsForEveryNumberedEvent) {
  EXPECT_EQ((*report)["events_lost"], 0);
  EXPECT_EQ((*report)["events_unexplained"], 0);
  EXPECT_EQ((*report)["events"], events->all.size());
  EXPECT_EQ((*report)["events"], events->numbered());
  EXPECT_TRUE(events->holes().empty()) << events->holes()[0];
  EXPECT_EQ(events->repeated, 0u);
}

TEST_F(Scenario, Report_CountsWhatTheEventsShow) {
  for (const auto& [operation, count] : (*report)["operations"].items()) {
    EXPECT_EQ(count, events->where(operation).size()) << operation;
  }
  std::map<std::string, std::uint64_t> counted;
  for (const json& event : of_files()) {
    if (event["verdict"] == "deny") ++counted["denied"];
    if (event["reason"] == "remembered") ++counted["verdicts_remembered"];
    if (event["operation"] != "read" || !has_flag(event, "paging")) continue;
    ++counted["paging_reads"];
    if (event["irql_post"] == 2) ++counted["paging_reads_at_dispatch"];
    if (event["lane"] == "pended") ++counted["paging_reads_pended"];
  }
  for (const char* const key : {"denied", "verdicts_remembered", "paging_reads",
                                "paging_reads_at_dispatch", "paging_reads_pended"}) {
    EXPECT_EQ((*report)[key], counted[key]) << key;
    EXPECT_GT(counted[key], 0u) << key;
  }
  EXPECT_GT((*report)["verdicts_asked"], 0);
}

TEST_F(Scenario, Report_HasLatencyPercentilesInOrder) {
  const json& latency = (*report)["verdict_latency_us"];
  EXPECT_GT(latency["p50"], 0.0);
  EXPECT_LE(latency["p50"], latency["p90"]);
  EXPECT_LE(latency["p90"], latency["p99"]);
  EXPECT_LE(latency["p99"], latency["max"]);
}

TEST_F(Scenario, Report_ProvesACleanEnd) {
  EXPECT_TRUE((*report)["bugcheck"].is_null());
  EXPECT_EQ((*report)["pool_leaks"], 0);
  EXPECT_EQ((*report)["exit_status"], 0);
  EXPECT_TRUE((*report)["host"]["leaks"].empty()) << (*report)["host"]["leaks"];
  EXPECT_EQ((*report)["host"]["unwritten_bytes"], 0);
  EXPECT_TRUE((*report)["problems"].empty());
  EXPECT_TRUE(processes_with("SLUICE_E2E=" + kept->path()).empty());
}

}  // namespace
}  // namespace sluice::e2e
