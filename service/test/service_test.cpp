#include "fake_port.h"
#include "latency.h"
#include "platform.h"

#include <sluice/service/event_format.h>
#include <sluice/service/service.h>
#include <sluice/service/summary.h>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <thread>

#include <unistd.h>

namespace sluice::service {
namespace {

using namespace protocol;
using nlohmann::json;
using sluice::testing::batch;
using sluice::testing::Event;
using sluice::testing::FakeDriver;
using sluice::testing::FakePort;
using sluice::testing::record;

std::string contents(std::FILE* file) {
  std::string text;
  std::rewind(file);
  for (int c = std::fgetc(file); c != EOF; c = std::fgetc(file)) text += static_cast<char>(c);
  return text;
}

struct ServiceTest : ::testing::Test {
  std::shared_ptr<FakeDriver> driver = std::make_shared<FakeDriver>();
  std::FILE* log = std::tmpfile();
  std::FILE* events = std::tmpfile();
  std::unique_ptr<Service> service;
  std::thread runner;
  std::chrono::milliseconds gather{0};

  void start(std::string policy_file = {}) {
    std::string error;
    std::shared_ptr<const Policy> policy = Policy::report_everything();
    if (!policy_file.empty()) {
      policy = std::get<std::shared_ptr<const Policy>>(Policy::load(policy_file, ""));
    }
    auto client = Client::open(std::make_unique<FakePort>(driver), &error);
    ServiceConfig config{std::move(policy_file), "", log, events, false, 2, gather};
    service = Service::start(std::move(client), std::move(policy), config, &error);
    ASSERT_NE(service, nullptr) << error;
    runner = std::thread([this] { service->run(); });
  }
  json finish() {
    runner.join();
    return json::parse(service->summary());
  }
  void TearDown() override {
    if (runner.joinable()) {
      driver->disconnect();
      runner.join();
    }
    service.reset();
    std::fclose(log);
    std::fclose(events);
  }

  // The last SetPolicy the driver got.
  SetPolicy policy_told() const {
    SetPolicy told{};
    for (const auto& control : driver->controls) {
      const auto& header = *reinterpret_cast<const ControlHeader*>(control.data());
      if (header.kind == static_cast<std::uint16_t>(ControlKind::SetPolicy)) {
        std::memcpy(&told, control.data(), sizeof(told));
      }
    }
    return told;
  }
};

Event read_event(std::uint64_t sequence) {
  Event event{record(Operation::Read, sequence)};
  event.record.flags = kPagingIo;
  event.record.irql_pre = 0;
  event.record.irql_post = 2;
  event.record.lane = static_cast<std::uint8_t>(Lane::VerdictPended);
  event.record.reason = static_cast<std::uint8_t>(Reason::Service);
  event.record.verdict = static_cast<std::uint8_t>(VerdictKind::Deny);
  event.record.ask_ns = 50000;
  return event;
}

TEST_F(ServiceTest, EventsAreWrittenBeforeTheyAreAcknowledged) {
  start();
  driver->push(batch(driver->boot, 0, {read_event(1), read_event(2)}));
  driver->wait_acknowledged(0, 3);
  const std::string lines = contents(events);
  EXPECT_EQ(std::count(lines.begin(), lines.end(), '\n'), 2);
  driver->disconnect();
  const json summary = finish();
  EXPECT_EQ(summary["events"], 2);
  EXPECT_EQ(summary["events_lost"], 0);
}

TEST_F(ServiceTest, EventsOfSeveralProcessors_AreWrittenInTheOrderTheyHappenedIn) {
  driver->shards = {{1, 1}, {1, 1}};
  gather = std::chrono::hours(1);  // all that comes until the end is one round
  start();
  const auto at = [](std::uint64_t sequence, std::int64_t time) {
    Event event = read_event(sequence);
    event.record.time = time;
    return event;
  };
  driver->push(batch(driver->boot, 0, {at(1, 10), at(2, 40), at(3, 50)}));
  driver->push(batch(driver->boot, 1, {at(1, 20), at(2, 30), at(3, 60)}));
  driver->disconnect();
  EXPECT_EQ(finish()["events"], 6);
  std::istringstream lines(contents(events));
  std::vector<std::pair<int, int>> order;  // shard, sequence
  for (std::string line; std::getline(lines, line);) {
    const json event = json::parse(line);
    order.emplace_back(event["shard"], event["sequence"]);
  }
  EXPECT_EQ(order,
            (std::vector<std::pair<int, int>>{{0, 1}, {1, 1}, {1, 2}, {0, 2}, {0, 3}, {1, 3}}));
}

TEST_F(ServiceTest, SummaryCountsWhatTheRecordsSay) {
  start();
  driver->push(batch(driver->boot, 0, {read_event(1), {record(Operation::Close, 2)}}, kBatchFinal));
  driver->wait_acknowledged(0, 3);
  driver->disconnect();
  const json summary = finish();
  EXPECT_EQ(summary["complete"], true);
  EXPECT_EQ(summary["operations"]["read"], 1);
  EXPECT_EQ(summary["operations"]["close"], 1);
  EXPECT_EQ(summary["paging_reads_at_dispatch"], 1);
  EXPECT_EQ(summary["paging_reads_pended"], 1);
  EXPECT_EQ(summary["denied"], 1);
  EXPECT_NEAR(summary["verdict_latency_us"]["p50"].get<double>(), 50.0, 2.0);
}

TEST_F(ServiceTest, DropsAreReportedByCauseAndAccountedFor) {
  start();
  driver->push(batch(
      driver->boot, 0,
      {read_event(1), {sluice::testing::dropped(2, 5, DropCause::RingFull), u""}, read_event(6)}));
  driver->wait_acknowledged(0, 7);
  driver->disconnect();
  const json summary = finish();
  EXPECT_EQ(summary["events"], 6);
  EXPECT_EQ(summary["events_lost"], 4);
  EXPECT_EQ(summary["events_dropped"]["ring_full"], 4);
  EXPECT_EQ(summary["events_unexplained"], 0);
  EXPECT_NE(contents(log).find("LOST 4 events, sequence 2 to 5, cause ring_full"),
            std::string::npos);
}

TEST_F(ServiceTest, GapThatNobodyExplainsIsLost) {
  start();
  driver->push(batch(driver->boot, 0, {read_event(1)}));
  driver->push(batch(driver->boot, 0, {read_event(4)}));
  driver->wait_acknowledged(0, 2);
  driver->disconnect();
  const json summary = finish();
  EXPECT_EQ(summary["events_unexplained"], 2);
  EXPECT_EQ(summary["events_lost"], 2);
}

TEST_F(ServiceTest, SecondServiceContinuesWhereTheFirstAcknowledged) {
  driver->shards = {{6, 4}};
  start();
  driver->push(batch(driver->boot, 0, {read_event(3), read_event(4), read_event(5)}, kBatchResent));
  driver->wait_acknowledged(0, 6);
  driver->disconnect();
  const json summary = finish();
  EXPECT_EQ(summary["events"], 5);
  EXPECT_EQ(summary["events_lost"], 0);
  EXPECT_EQ(summary["events_recorded_by_earlier_service"], 3);
  const std::string lines = contents(events);
  EXPECT_EQ(std::count(lines.begin(), lines.end(), '\n'), 2);
}

TEST_F(ServiceTest, StopRequestDrainsWhatTheDriverHasNumbered) {
  {
    const std::lock_guard lock(driver->mutex);
    driver->statistics.numbered = 2;
  }
  start();
  driver->push(batch(driver->boot, 0, {read_event(1), read_event(2)}));
  service->request_stop();
  const json summary = finish();
  EXPECT_EQ(summary["events_received"], 2);
  EXPECT_EQ(summary["events_lost"], 0);
}

TEST_F(ServiceTest, GenerationRisesAboveTheDriversOwn) {
  driver->generation = 0xfffffff0;
  start();
  EXPECT_EQ(policy_told().generation, 0xfffffff1U);
}

TEST_F(ServiceTest, BadPolicyAtReloadLeavesTheOldOneInForce) {
  std::string file = ::testing::TempDir() + "reload_XXXXXX";
  close(mkstemp(file.data()));
  std::ofstream(file) << "version = 1\ndeadline_ms = 1500\n";
  start(file);
  const std::uint32_t generation = policy_told().generation;
  std::ofstream(file) << "version = 1\nverdit = 1\n";
  const std::string refused = service->reload();
  EXPECT_NE(refused.find(":2:1: unknown key"), std::string::npos) << refused;
  EXPECT_NE(refused.find("stays in force"), std::string::npos) << refused;
  EXPECT_EQ(policy_told().generation, generation);
  std::ofstream(file) << "version = 1\ndeadline_ms = 1600\n";
  EXPECT_NE(service->reload().find("is in force"), std::string::npos);
  EXPECT_GT(policy_told().generation, generation);
  EXPECT_EQ(policy_told().deadline_ms, 1600U);
  std::remove(file.c_str());
}

// ------------------------------------------------------------------ text

TEST(EventLine, ShowsEverythingThatDecided) {
  EventRecord r = read_event(7).record;
  r.offset = 4096;
  r.length = 131072;
  r.flags = kPagingIo | kSynchronousPagingIo | kSynchronous;
  r.status = static_cast<std::int32_t>(0xC0000022);
  r.ask_ns = 1200000;
  const std::string line = event_line(r, {"/usr/bin/cp", "", "/dir/file", "x"}, false);
  EXPECT_EQ(line.substr(line.find("cp[")),
            "cp[1234] READ    /dir/file off=4096 len=131072 paging,sync irql=0/2 lane=pended "
            "verdict=deny(service rule \"x\") attr=requestor status=access_denied 1.2ms");
}

TEST(EventLine, AsynchronousPagingAndMapperAreNamed) {
  EventRecord r = record(Operation::Write, 1);
  r.flags = kPagingIo;
  r.attribution = static_cast<std::uint8_t>(Attribution::Mapper);
  r.responsible_pid = 77;
  r.pid = 4;
  const std::string line = event_line(r, {"", "/bin/mapper", "/f", ""}, false);
  EXPECT_NE(line.find("System[4] WRITE"), std::string::npos) << line;
  EXPECT_NE(line.find("paging,async"), std::string::npos) << line;
  EXPECT_NE(line.find("attr=mapper:mapper[77]"), std::string::npos) << line;
}

TEST(EventLine, NamesCannotBreakTheLineOrTheTerminal) {
  const std::string line =
      event_line(record(Operation::Close, 1), {"/bin/x", "", "/a\nb\x1b[31m", ""}, false);
  EXPECT_EQ(line.find('\n'), std::string::npos);
  EXPECT_EQ(line.find('\x1b'), std::string::npos);
  EXPECT_NE(line.find("/a\\x0ab\\x1b[31m"), std::string::npos) << line;
}

TEST(EventJson, IsValidAndCarriesTheNumbers) {
  Event event = read_event(9);
  const json parsed =
      json::parse(event_json(event.record, {"/usr/bin/cp", "", "/a\"\n", "x"}, 0xb001, 3));
  EXPECT_EQ(parsed["boot"], "0x000000000000b001");
  EXPECT_EQ(parsed["shard"], 3);
  EXPECT_EQ(parsed["sequence"], 9);
  EXPECT_EQ(parsed["path"], "/a\"\n");
  EXPECT_EQ(parsed["irql_post"], 2);
  EXPECT_EQ(parsed["reason"], "service");
}

TEST(Paths, NtNamesBecomeTheSystems) {
  const DosName volume = [](std::u16string_view device) {
    return device == u"\\Device\\HarddiskVolume1" ? std::string("/home/u/dir") : std::string();
  };
  EXPECT_EQ(system_path(u"\\Device\\HarddiskVolume1\\a\\b", volume), "/home/u/dir/a/b");
  EXPECT_EQ(system_path(u"\\Device\\HarddiskVolume1\\", volume), "/home/u/dir");
  EXPECT_EQ(system_path(u"\\Device\\HarddiskVolume1", volume), "/home/u/dir");
  EXPECT_EQ(system_path(u"\\Device\\LinuxRoot\\usr\\bin\\cat", volume), "/usr/bin/cat");
  EXPECT_EQ(system_path(u"\\??\\usr\\bin\\cat", volume), "/usr/bin/cat");
  EXPECT_EQ(system_path(u"\\Device\\Other\\x", volume), "/Device/Other/x");
}

TEST(Latency, QuantilesAreWithinThreePercent) {
  LatencyHistogram histogram;
  for (std::uint64_t i = 1; i <= 100000; ++i) histogram.add(i);
  EXPECT_NEAR(static_cast<double>(histogram.quantile(0.5)), 50000, 1600);
  EXPECT_NEAR(static_cast<double>(histogram.quantile(0.99)), 99000, 3100);
  EXPECT_EQ(histogram.max(), 100000U);
  EXPECT_EQ(LatencyHistogram().quantile(0.5), 0U);
  LatencyHistogram one;
  one.add(UINT64_MAX);
  EXPECT_EQ(one.quantile(1.0), UINT64_MAX);
}

// ------------------------------------------------------------------ reports

TEST(MergeReports, TakesEachKeyFromWhoKnowsIt) {
  const json service = {{"events", 10}, {"events_lost", 0}, {"denied", 2}};
  const json host = json::parse(
      R"({"drivers":[{"name":"sluice.sys","sha256":"abc"}],"bugcheck":null,"pool_leaks":0})");
  const json report = merge_reports(service, host, nullptr, 5);
  EXPECT_EQ(report["driver_sha256"], "abc");
  EXPECT_EQ(report["events"], 10);
  EXPECT_EQ(report["denied"], 2);
  EXPECT_TRUE(report["bugcheck"].is_null());
  EXPECT_EQ(report["pool_leaks"], 0);
  EXPECT_EQ(report["exit_status"], 5);
  EXPECT_TRUE(report["problems"].empty());
}

TEST(MergeReports, TakesTheHostsOwnWordForTheDriver) {
  const json host = {{"driver_sha256", "def"}, {"bugcheck", {{"code", 0xd1}}}};
  const json report = merge_reports(nullptr, host, nullptr, 86);
  EXPECT_EQ(report["driver_sha256"], "def");
  EXPECT_EQ(report["bugcheck"]["code"], 0xd1);
}

TEST(MergeReports, UnknownIsNullAndSaidSo) {
  const json report = merge_reports(nullptr, nullptr, nullptr, 125);
  EXPECT_TRUE(report["events"].is_null());
  EXPECT_TRUE(report["pool_leaks"].is_null());
  EXPECT_EQ(report["problems"].size(), 2U);
  EXPECT_NE(summary_text(report).find("the service left no summary"), std::string::npos);
}

json last_words() {
  json last;
  EXPECT_TRUE(
      take_last_words(R"(sluice: last statistics {"boot":"0x1","events":100,"events_dropped":)"
                      R"({"ring_full":4,"unloaded":10},"denied":3,"paging_reads":2})",
                      &last));
  EXPECT_TRUE(take_last_words("sluice: last operations [0,50,30,6,5,5]", &last));
  return last;
}

TEST(MergeReports, WithoutAService_TheDriversLastWordsCount) {
  const json report = merge_reports(nullptr, json::object(), last_words(), 0);
  EXPECT_EQ(report["events"], 100);
  EXPECT_EQ(report["events_received"], 86);
  EXPECT_EQ(report["events_lost"], 14);
  EXPECT_EQ(report["events_dropped"]["ring_full"], 4);
  EXPECT_EQ(report["events_dropped"]["unloaded"], 10);
  EXPECT_EQ(report["events_unexplained"], 0);
  EXPECT_EQ(report["operations"]["create"], 50);
  EXPECT_EQ(report["denied"], 3);
  EXPECT_NE(summary_text(report).find("100 events, 14 lost"), std::string::npos);
}

TEST(MergeReports, ServiceThatHung_IsBroughtUpToTheDriversLastWords) {
  const json service = {{"boot", "0x1"},
                        {"events", 92},
                        {"events_received", 88},  // two of them not acknowledged in time
                        {"events_dropped", {{"ring_full", 4}, {"oversize", 0}, {"unloaded", 0}}},
                        {"events_unexplained", 0},
                        {"events_lost", 4},
                        {"denied", 2}};
  const json report = merge_reports(service, json::object(), last_words(), 0);
  EXPECT_EQ(report["events"], 100);
  EXPECT_EQ(report["events_received"], 88);
  EXPECT_EQ(report["events_dropped"]["unloaded"], 8);
  EXPECT_EQ(report["events_lost"], 12);
  EXPECT_EQ(report["events_unexplained"], 0);
  EXPECT_EQ(report["denied"], 3);
}

TEST(MergeReports, ServiceThatSawTheEnd_IsNotChangedByTheLastWords) {
  json service = {{"boot", "0x1"},
                  {"events", 100},
                  {"events_received", 96},
                  {"events_dropped", {{"ring_full", 4}, {"oversize", 0}, {"unloaded", 0}}},
                  {"events_lost", 4}};
  json last = last_words();
  last["events_dropped"]["unloaded"] = 0;
  const json report = merge_reports(service, json::object(), last, 0);
  EXPECT_EQ(report["events_lost"], 4);
  EXPECT_EQ(report["events_dropped"]["unloaded"], 0);
  EXPECT_EQ(report["events_unexplained"], 0);
}

TEST(MergeReports, OtherLinesOfADriverAreNoLastWords) {
  json last;
  EXPECT_FALSE(take_last_words("sluice: something else", &last));
  EXPECT_TRUE(take_last_words("sluice: last statistics {torn", &last));
  EXPECT_TRUE(last.is_null());
}

TEST(MergeReports, HasEveryKeyThatReadersCountOn) {
  const json report = merge_reports(json::object(), json::object(), nullptr, 0);
  for (const char* key : {"driver_sha256", "events", "events_lost", "operations", "paging_reads",
                          "paging_reads_at_dispatch", "verdicts_asked", "verdicts_remembered",
                          "denied", "deadline_missed", "paging_reads_pended", "bugcheck",
                          "pool_leaks", "exit_status", "verdict_latency_us"}) {
    EXPECT_TRUE(report.contains(key)) << key;
  }
}

}  // namespace
}  // namespace sluice::service
