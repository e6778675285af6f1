// A run from its start to its end: who sees what, whose exit status, what ends it.
#include "product.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <filesystem>
#include <memory>
#include <set>

namespace sluice::e2e {
namespace {

namespace fs = std::filesystem;

class Life : public ProductTest {
 protected:
  // The programs that keep busy until they are ended, in the mount and at work.
  std::unique_ptr<Child> busy(const std::string& processes, bool own_group = false) {
    for (int i = 0; i < 4; ++i) {
      write_file(path("mapped." + std::to_string(i)), std::string(8192, 'm'));
    }
    ChildOptions with_input = options();
    with_input.keep_input = true;
    with_input.own_group = own_group;
    auto child = std::make_unique<Child>(sluice({}, {CHURN_EXE, processes}), with_input);
    EXPECT_TRUE(child->wait_out("did ")) << child->err();
    return child;
  }
  // Processes of this test with that name.
  std::vector<pid_t> named(const std::string& name) const {
    std::vector<pid_t> found;
    for (const pid_t pid : processes_with(marker_)) {
      if (read_file("/proc/" + std::to_string(pid) + "/comm") == name + "\n") found.push_back(pid);
    }
    return found;
  }
  void expect_clean_end() const {
    const json said = report();
    EXPECT_EQ(said["pool_leaks"], 0) << said["host"]["leaks"];
    EXPECT_TRUE(said["host"]["leaks"].empty()) << said["host"]["leaks"];
    EXPECT_TRUE(said["bugcheck"].is_null());
    EXPECT_EQ(said["events_unexplained"], 0);
  }
};

TEST_F(Life, ExitStatusInputAndOutput_PassThrough) {
  ChildOptions with_input = options();
  with_input.keep_input = true;
  Child child(sluice({}, {"sh", "-c", "read line; echo \"got $line\"; echo problem >&2; exit 7"}),
              with_input);
  child.write("hello\n");
  EXPECT_EQ(child.wait(), 7);
  EXPECT_EQ(child.out(), "got hello\n") << "only the command's own output";
  EXPECT_NE(child.err().find("problem\n"), std::string::npos);
  expect_clean_end();
}

TEST_F(Life, WhileItRuns_EverybodyElseSeesTheDirectoryAsItIs) {
  write_file(path("before"), "untouched");
  ChildOptions with_input = options();
  with_input.keep_input = true;
  Child child(sluice({}, {"sh", "-c",
                          "grep -c ' fuse flthost ' /proc/self/mountinfo; cat before; echo; read "
                          "line; cat after"}),
              with_input);
  ASSERT_TRUE(child.wait_out("1\nuntouched\n")) << child.out() << child.err();
  EXPECT_FALSE(is_mounted(directory_));
  EXPECT_EQ(read_file(path("before")), "untouched");
  // What is written outside goes round the driver: the command sees it, no event tells of it.
  write_file(path("after"), "from outside");
  child.write("\n");
  EXPECT_EQ(child.wait(), 0) << child.err();
  EXPECT_NE(child.out().find("from outside"), std::string::npos);
  for (const json& event : events().all) EXPECT_NE(event.value("pid", 0), ::getpid());
}

TEST_F(Life, WithoutAPolicy_AllThatTheCommandsTreeDoesIsReportedAndAllowed) {
  const Outcome outcome = run_sluice(
      {}, {"sh", "-c", "echo one >a; (cp a b; sh -c 'cat b >c; exit 0'; exit 0); rm a; exit 0"});
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  const Events seen = events();
  std::set<std::string> created, processes;
  for (const json& event : seen.where("create")) {
    created.insert(fs::path(event["path"].get<std::string>()).filename());
    processes.insert(event["process"].get<std::string>());
    EXPECT_NE(event["verdict"], "deny") << event;
  }
  for (const char* const name : {"a", "b", "c"}) EXPECT_EQ(created.count(name), 1u) << name;
  for (const char* const name : {"cp", "cat"}) EXPECT_EQ(processes.count(name), 1u) << name;
  EXPECT_FALSE(seen.where("read").empty());
  EXPECT_FALSE(seen.where("write").empty());
  EXPECT_TRUE(seen.holes().empty());
  expect_clean_end();
}

TEST_F(Life, CtrlC_EndsTheCommandAndReturnsEverything) {
  const auto child = busy("2", true);
  ASSERT_EQ(::kill(-child->pid(), SIGINT), 0);
  EXPECT_EQ(child->wait(), 130) << child->err();
  expect_clean_end();
}

TEST_F(Life, Terminate_EndsTheCommandAndReturnsEverything) {
  const auto child = busy("2");
  ASSERT_EQ(::kill(child->pid(), SIGTERM), 0);
  EXPECT_EQ(child->wait(), 143) << child->err();
  expect_clean_end();
}

TEST_F(Life, KilledHost_EndsTheCommandAndTheRun_AndTheNextOneWorks) {
  {
    const auto child = busy("4");
    const std::vector<pid_t> hosts = named("flthost");
    ASSERT_EQ(hosts.size(), 1u);
    ASSERT_EQ(::kill(hosts[0], SIGKILL), 0);
    EXPECT_EQ(child->wait(), 125) << child->err();
    EXPECT_NE(child->err().find("flthost was killed by signal 9"), std::string::npos)
        << child->err();
  }
  EXPECT_FALSE(is_mounted(directory_));
  const Outcome next = run_sluice({}, {"sh", "-c", "echo again >again; cat again"});
  EXPECT_EQ(next.status, 0) << next.err;
  EXPECT_EQ(next.out, "again\n");
  EXPECT_TRUE(fs::is_empty(kept("runtime/flthost"))) << "the killed host's control socket";
  expect_clean_end();
}

TEST_F(Life, KilledHost_ProgramsInTheDirectoryGetErrors) {
  Child child(sluice({}, {"sh", "-c",
                          "trap '' TERM HUP; echo ready; while echo x >>f; do :; done 2>/dev/null; "
                          "echo \"ended with an error\""}),
              options());
  ASSERT_TRUE(child.wait_out("ready\n")) << child.err();
  const std::vector<pid_t> hosts = named("flthost");
  ASSERT_EQ(hosts.size(), 1u);
  ASSERT_EQ(::kill(hosts[0], SIGKILL), 0);
  EXPECT_EQ(child.wait(), 125) << child.err();
}

// The command does not even take SIGTERM, and still nothing of the run outlives its command line.
TEST_F(Life, KilledCommandLine_HostServiceAndCommandEnd_AndTheNextRunTidiesUp) {
  {
    ChildOptions with_input = options();
    with_input.keep_input = true;
    Child child(
        sluice({}, {"sh", "-c", "trap '' TERM HUP; echo kept >kept; echo ready; read line"}),
        with_input);
    ASSERT_TRUE(child.wait_out("ready\n")) << child.err();
    ASSERT_EQ(named("flthost").size(), 1u);
    ASSERT_EQ(named("sluiced").size(), 1u);
    ASSERT_EQ(::kill(child.pid(), SIGKILL), 0);
    EXPECT_EQ(child.wait(), 128 + SIGKILL);
    EXPECT_TRUE(wait_gone(marker_));
  }
  EXPECT_FALSE(is_mounted(directory_));
  EXPECT_EQ(read_file(path("kept")), "kept\n") << "the host ended in order: it wrote what it held";
  const auto directories = [this] {
    return std::ranges::count_if(fs::directory_iterator(kept("runtime")), [](const auto& entry) {
      return entry.path().filename().string().starts_with("sluice-");
    });
  };
  EXPECT_EQ(directories(), 1) << "nobody was left to remove it";
  EXPECT_EQ(run_sluice({}, {"true"}).status, 0);
  EXPECT_EQ(directories(), 0);
  expect_clean_end();
}

// ------------------------------------------------------------------ an ordinary user

constexpr int kUser = 64321;

// As udev makes it, for the time of a test.
class OpenFuse {
 public:
  OpenFuse() {
    struct stat device{};
    ::stat("/dev/fuse", &device);
    mode_ = device.st_mode & 07777;
    ::chmod("/dev/fuse", 0666);
  }
  ~OpenFuse() { ::chmod("/dev/fuse", mode_); }
  OpenFuse(const OpenFuse&) = delete;
  OpenFuse& operator=(const OpenFuse&) = delete;

 private:
  mode_t mode_ = 0;
};

TEST_F(Life, OrdinaryUser_RunsTheWholeScenario) {
  if (::geteuid() != 0) GTEST_SKIP() << "this test becomes an ordinary user: run it as root";
  const OpenFuse fuse;
  // The build may lie where that user can't look.
  const std::string build = kept("build");
  for (const auto& [from, to] : {std::pair<std::string, std::string>{SLUICE_EXE, "cli/sluice"},
                                 {SLUICED_EXE, "service/sluiced"},
                                 {FLTHOST_EXE, "flthost/flthost"},
                                 {SLUICE_SYS, "driver/sluice.sys"}}) {
    fs::create_directories(fs::path(build + "/" + to).parent_path());
    fs::copy_file(from, build + "/" + to);
  }
  fs::copy(fs::path(RUN_SCENARIO).parent_path(), kept("scenario"));
  for (const char* const name : {"home", "tmp", "keep"}) fs::create_directory(kept(name));
  for (const std::string& name : {kept("home"), kept("tmp"), kept("keep"), kept("runtime")}) {
    ASSERT_EQ(::chown(name.c_str(), kUser, kUser), 0);
  }
  ASSERT_EQ(::chmod(scratch_.path().c_str(), 0755), 0);
  ChildOptions user = options();
  user.directory = kept("home");
  user.user = kUser;
  user.environment.insert(user.environment.end(),
                          {"HOME=" + kept("home"), "TMPDIR=" + kept("tmp")});
  const Outcome can = run({build + "/flthost/flthost", "check-host"}, user);
  if (can.status != 0)
    GTEST_SKIP() << "impossible for an ordinary user here: " << can.out << can.err;
  const Outcome outcome = run({kept("scenario/run-scenario"), build, kept("keep")}, user);
  EXPECT_EQ(outcome.status, 0) << outcome.out << outcome.err;
  EXPECT_EQ(outcome.out.find("NOT as expected"), std::string::npos) << outcome.out;
  const json said = json::parse(read_file(kept("keep/report.json")), nullptr, false);
  EXPECT_EQ(said["events_lost"], 0);
  EXPECT_EQ(said["events_unexplained"], 0);
  EXPECT_GT(said["paging_reads_pended"], 0);
  EXPECT_EQ(said["pool_leaks"], 0);
}

}  // namespace
}  // namespace sluice::e2e
