// The service dies, hangs and comes back while programs are busy with files.
#include "product.h"

#include <csignal>
#include <filesystem>
#include <fstream>

namespace sluice::e2e {
namespace {

class ServiceDeath : public ProductTest {
 protected:
  // Every open is asked, and so is every page-in.
  std::string asking_policy(const std::string& on_timeout, int deadline_ms) const {
    const std::string deadline = std::to_string(deadline_ms);
    return policy("version = 1\ndeadline_ms = " + deadline + "\npaging_deadline_ms = " + deadline +
                  "\non_timeout = \"" + on_timeout +
                  "\"\n"
                  "[[process]]\nname = \"all\"\nall = true\n"
                  "[[rule]]\nname = \"page-ins\"\npaths = [\"**/mapped.*\"]\n"
                  "content = { deny_if_contains = \"NEVER-THERE\", paging = \"ask\" }\n"
                  "[[rule]]\nname = \"opens\"\noperations = [\"open\"]\nverdict = \"deny\"\n"
                  "paths = [\"**/nobody-has-this\"]\n");
  }

  void start(const std::string& policy_file, const std::vector<std::string>& more = {}) {
    for (int i = 0; i < 4; ++i) {
      write_file(path("mapped." + std::to_string(i)), std::string(8192, 'm'));
    }
    std::vector<std::string> words = {"--policy", policy_file, "--sluiced", service_script()};
    words.insert(words.end(), more.begin(), more.end());
    ChildOptions with_input = options();
    with_input.keep_input = true;
    run_ = std::make_unique<Child>(sluice(words, {CHURN_EXE, "4"}), with_input);
    service_ = wait_service(1);
    ASSERT_GT(service_, 0);
    ASSERT_TRUE(goes_on()) << run_->out() << run_->err();
  }

  // The programs get further: a line that counts more, twice.
  bool goes_on() {
    std::size_t from = run_->out().size();
    for (int line = 0; line < 2; ++line) {
      const auto at = run_->wait_out("\n", from);
      if (!at) return false;
      from = *at;
    }
    return true;
  }
  // The last count of denials said so far.
  unsigned long denials() {
    const std::string out = run_->out();
    const std::size_t at = out.rfind(" denied ");
    return at == std::string::npos ? 0 : std::stoul(out.substr(at + 8));
  }
  bool denials_rise() {
    const unsigned long before = denials();
    for (std::size_t from = run_->out().size(); denials() <= before;) {
      const auto at = run_->wait_out("\n", from);
      if (!at) return false;
      from = *at;
    }
    return true;
  }
  // A service that started behind the first `from` bytes of events decides and records.
  bool decides(std::size_t from) const {
    return wait_event(from,
                      [](const json& event) { return event.value("reason", "") == "service"; });
  }
  void end(int wanted = 0) {
    run_->close_input();
    EXPECT_EQ(run_->wait(), wanted) << run_->out() << run_->err();
  }
  void expect_all_accounted(const json& numbers) const {
    const Events seen = events();
    EXPECT_TRUE(seen.broken.empty()) << seen.broken[0];
    EXPECT_TRUE(seen.holes().empty()) << seen.holes()[0];
    EXPECT_EQ(numbers["events"], seen.numbered());
    EXPECT_EQ(numbers["events_unexplained"], 0);
    EXPECT_EQ(numbers["events_lost"], seen.dropped());
  }
  // Of what the driver numbered, some events reached no service, and all of them are accounted for.
  void expect_lost_by_unload(const json& numbers) const {
    const Events seen = events();
    ASSERT_TRUE(numbers["events"].is_number()) << numbers.dump();
    EXPECT_GT(numbers["events_dropped"]["unloaded"], 0);
    EXPECT_EQ(numbers["events_unexplained"], 0);
    EXPECT_EQ(numbers["events"], numbers["events_received"].get<std::uint64_t>() +
                                     numbers["events_lost"].get<std::uint64_t>());
    EXPECT_GT(numbers["events"], seen.numbered());
    EXPECT_LE(numbers["events_received"], seen.numbered());
    EXPECT_GT(numbers["operations"]["create"], seen.where("create").size());
    EXPECT_EQ(numbers["pool_leaks"], 0);
    EXPECT_EQ(numbers["bugcheck"], nullptr);
  }
  // Services end as soon as they start, from the first-th to the last-th.
  void fail_starts(int first, int last) const {
    std::string script = read_file(service_script());
    const std::string start = "cd /\n";
    script.insert(script.rfind(start), "[ $n -ge " + std::to_string(first) + " ] && [ $n -le " +
                                           std::to_string(last) + " ] && exit 9\n");
    write_file(service_script(), script, 0755);
  }
  static std::size_t with_reason(const Events& events, const std::string& reason) {
    return static_cast<std::size_t>(
        std::count_if(events.all.begin(), events.all.end(),
                      [&](const json& event) { return event.value("reason", "") == reason; }));
  }

  std::unique_ptr<Child> run_;
  pid_t service_ = -1;
};

TEST_F(ServiceDeath, KilledService_ReleasesWhatWaits_IsStartedAgain_AndNoEventIsUnexplained) {
  start(asking_policy("allow", 30'000));
  if (HasFatalFailure()) return;
  ASSERT_EQ(::kill(service_, SIGKILL), 0);
  ASSERT_GT(wait_service(2), 0);
  const std::size_t before = events_size();
  EXPECT_TRUE(goes_on());
  EXPECT_TRUE(decides(before));
  end();
  const json said = report();
  expect_all_accounted(said);
  EXPECT_EQ(denials(), 0u);
  EXPECT_EQ(said["bugcheck"], nullptr);
  EXPECT_EQ(said["pool_leaks"], 0);
  EXPECT_EQ(said["deadline_missed"], 0) << "released when the connection ended, not later";
}

TEST_F(ServiceDeath, OperationThatWaitsForAServiceThatIsKilled_GetsThePolicysAnswerAtOnce) {
  start(asking_policy("allow", 60'000));
  if (HasFatalFailure()) return;
  // Stopped, it answers nobody: all programs come to wait, and only its end can release them.
  ASSERT_EQ(::kill(service_, SIGSTOP), 0);
  ASSERT_EQ(::kill(service_, SIGKILL), 0);
  EXPECT_TRUE(goes_on()) << run_->err();
  ASSERT_GT(wait_service(2), 0);
  EXPECT_TRUE(decides(events_size()));
  end();
  expect_all_accounted(report());
  EXPECT_GT(with_reason(events(), "disconnected"), 0u);
}

TEST_F(ServiceDeath, WithoutAService_TheRuleThatDeniesOnTimeoutDenies_AndASecondServiceContinues) {
  start(asking_policy("deny", 30'000), {"--no-restart"});
  if (HasFatalFailure()) return;
  ASSERT_EQ(::kill(service_, SIGKILL), 0);
  ASSERT_TRUE(run_->wait_err("the service ended"));
  EXPECT_EQ(run_->err().find("starting it again"), std::string::npos);
  EXPECT_TRUE(denials_rise());
  EXPECT_TRUE(goes_on());

  const std::size_t before = events_size();
  ChildOptions service = options();
  service.environment.push_back("FLTHOST_SOCKET=" + port());
  Child second({SLUICED_EXE, "--policy", kept("policy.toml"), "--dir", directory_, "--quiet",
                "--events", kept("events.jsonl"), "--report", kept("second.json"), "--wait", "10"},
               service);
  EXPECT_TRUE(decides(before)) << second.err();
  EXPECT_TRUE(goes_on());
  end();
  EXPECT_EQ(second.wait(), 0) << second.err();
  expect_all_accounted(json::parse(read_file(kept("second.json")), nullptr, false));
  const Events seen = events();
  EXPECT_GT(with_reason(seen, "disconnected"), 0u);
  // The counts of the summary are the driver's, from before the kill on.
  const json said = json::parse(read_file(kept("second.json")), nullptr, false);
  EXPECT_GE(said["operations"]["create"], seen.where("create").size());
}

TEST_F(ServiceDeath, KilledAgainAndAgain_ItIsStartedEachTime) {
  start(asking_policy("allow", 30'000));
  if (HasFatalFailure()) return;
  for (int n = 2; n <= 4; ++n) {
    const std::size_t before = events_size();
    ASSERT_EQ(::kill(service_, SIGKILL), 0);
    service_ = wait_service(n);
    ASSERT_GT(service_, 0) << run_->err();
    ASSERT_TRUE(decides(before)) << run_->err();
    ASSERT_TRUE(goes_on());
  }
  end();
  expect_all_accounted(report());
}

TEST_F(ServiceDeath, StoppedService_OperationsAreReleasedAtTheirDeadline_AndItContinuesLater) {
  start(asking_policy("deny", 100));
  if (HasFatalFailure()) return;
  ASSERT_EQ(::kill(service_, SIGSTOP), 0);
  EXPECT_TRUE(denials_rise());
  EXPECT_TRUE(goes_on()) << "no program hangs on a service that does";
  const std::size_t before = events_size();
  ASSERT_EQ(::kill(service_, SIGCONT), 0);
  EXPECT_TRUE(wait_event(
      before, [](const json& event) { return event.value("reason", "") == "deadline_missed"; }));
  EXPECT_TRUE(decides(before));
  end();
  const json said = report();
  expect_all_accounted(said);
  EXPECT_GT(said["deadline_missed"], 0);
  EXPECT_GT(with_reason(events(), "deadline_missed"), 0u);
}

TEST_F(ServiceDeath, CommandEndsWhileNoServiceIsUp_TheNextOneGetsTheBacklog) {
  fail_starts(2, 4);  // by now it is started again only after the longest delay
  start(asking_policy("allow", 30'000));
  if (HasFatalFailure()) return;
  ASSERT_EQ(::kill(service_, SIGKILL), 0);
  ASSERT_GT(wait_service(4), 0);
  end();
  ASSERT_GT(wait_service(5), 0) << run_->err();
  const json said = report();
  expect_all_accounted(said);
  EXPECT_EQ(said["events_dropped"]["unloaded"], 0) << said.dump();
  EXPECT_EQ(said["pool_leaks"], 0);
  EXPECT_GT(with_reason(events(), "disconnected"), 0u);
}

TEST_F(ServiceDeath, NoServiceCanBeStartedAgain_TheReportHasTheDriversNumbers) {
  start(asking_policy("allow", 30'000));
  if (HasFatalFailure()) return;
  std::filesystem::remove(kept("policy.toml"));
  ASSERT_EQ(::kill(service_, SIGKILL), 0);
  ASSERT_TRUE(run_->wait_err("policy.toml")) << run_->err();
  EXPECT_TRUE(goes_on());
  end();
  expect_lost_by_unload(report());
}

TEST_F(ServiceDeath, ServiceThatIsKilledWheneverItStarts_TheReportHasTheDriversNumbers) {
  fail_starts(2, 1000);
  start(asking_policy("deny", 30'000));
  if (HasFatalFailure()) return;
  ASSERT_EQ(::kill(service_, SIGKILL), 0);
  ASSERT_GT(wait_service(3), 0);
  EXPECT_TRUE(denials_rise());
  end();
  expect_lost_by_unload(report());
}

TEST_F(ServiceDeath, CommandEndsWhileTheServiceIsStopped_AllIsReleasedAndAccounted) {
  start(asking_policy("allow", 100));
  if (HasFatalFailure()) return;
  ASSERT_EQ(::kill(service_, SIGSTOP), 0);
  EXPECT_TRUE(goes_on()) << "released at the deadline";
  run_->close_input();
  // The host has gone when its report is there: the driver did not wait for the service forever.
  const std::string run_directory = port().substr(0, port().rfind('/'));
  ASSERT_TRUE(wait_directory(run_directory, [&] {
    return std::filesystem::exists(run_directory + "/host.json");
  })) << run_->err();
  ASSERT_EQ(::kill(service_, SIGCONT), 0);
  EXPECT_EQ(run_->wait(), 0) << run_->err();
  const json said = report();
  EXPECT_GT(said["deadline_missed"], 0);
  EXPECT_EQ(said["events_unexplained"], 0);
  EXPECT_EQ(said["events"], said["events_received"].get<std::uint64_t>() +
                                said["events_lost"].get<std::uint64_t>());
  EXPECT_GE(said["events"], events().numbered());
  EXPECT_EQ(said["pool_leaks"], 0);
}

TEST_F(ServiceDeath, StoppedServiceWithARuleThatAllows_ProgramsSeeNoError) {
  start(asking_policy("allow", 100));
  if (HasFatalFailure()) return;
  ASSERT_EQ(::kill(service_, SIGSTOP), 0);
  EXPECT_TRUE(goes_on());
  ASSERT_EQ(::kill(service_, SIGCONT), 0);
  EXPECT_TRUE(goes_on());
  end();
  EXPECT_EQ(denials(), 0u);
  expect_all_accounted(report());
}

}  // namespace
}  // namespace sluice::e2e
