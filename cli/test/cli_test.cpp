// The programs as a user runs them. Host and service are played by scripts where the real ones
// would need a mount: what is tested is what `sluice run` makes of how they behave.
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

struct Result {
  int status = -1;
  std::string out;
  std::string err;
};

struct CliTest : ::testing::Test {
  fs::path directory;

  void SetUp() override {
    std::string name = ::testing::TempDir() + "cli_XXXXXX";
    ASSERT_NE(mkdtemp(name.data()), nullptr);
    directory = name;
    fs::create_directory(directory / "data");
    write("driver.sys", "");
  }
  void TearDown() override { fs::remove_all(directory); }

  std::string file(const std::string& name) const { return (directory / name).string(); }
  void write(const std::string& name, const std::string& text) const {
    std::ofstream(directory / name) << text;
  }
  void script(const std::string& name, const std::string& body) const {
    write(name, "#!/bin/bash\n" + body);
    chmod(file(name).c_str(), 0755);
  }
  std::string read(const std::string& name) const {
    std::ifstream in(directory / name);
    std::stringstream text;
    text << in.rdbuf();
    return text.str();
  }

  Result run(const std::string& command) const {
    const std::string line = "cd " + directory.string() + " && { " + command + "; } >out 2>err";
    const int status = std::system(("bash -c '" + line + "'").c_str());
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, read("out"), read("err")};
  }
  Result sluice(const std::string& arguments) const {
    return run(std::string(SLUICE_PROGRAM) + " " + arguments);
  }

  // A host that parses what `sluice run` gives it, waits at the gate and runs the command.
  void good_host(const std::string& before_gate = "") const {
    script("host", R"(
while [ "$1" != -- ]; do case "$1" in
  --ready) ready=$2;; --gate) gate=$2;; --report) report=$2;; esac; shift; done; shift
)" + before_gate + R"(
eval "echo ready >&$ready; exec $ready>&-"
read -r -n1 -u "$gate" byte
[ "$byte" = g ] || exit 99
"$@"; status=$?
echo '{"drivers":[{"name":"sluice.sys","sha256":"abc"}],"bugcheck":null,"pool_leaks":0}' >"$report"
exit $status
)");
  }
  void service(const std::string& at_end) const {
    script("service", R"(
while [ $# -gt 0 ]; do case "$1" in
  --ready-fd) ready=$2;; --report) report=$2;; esac; shift; done
)" + at_end);
  }
  void good_service() const {
    service(R"(eval "echo ready >&$ready; exec $ready>&-"
echo '{"events":3,"events_lost":0,"operations":{"read":3},"verdict_latency_us":{"p50":1.0}}' >"$report"
)");
  }
  Result run_scripts(const std::string& options, const std::string& command) const {
    return sluice("run --dir data --driver driver.sys --flthost ./host --sluiced ./service " +
                  options + " -- " + command);
  }
};

TEST_F(CliTest, Version_NamesProgramAndProtocol) {
  const Result result = sluice("version");
  EXPECT_EQ(result.status, 0);
  EXPECT_EQ(result.out.rfind("sluice ", 0), 0U) << result.out;
}

TEST_F(CliTest, BadUse_IsTwoAndForRunItIs125) {
  EXPECT_EQ(sluice("").status, 2);
  EXPECT_EQ(sluice("frobnicate").status, 2);
  EXPECT_EQ(sluice("run --nonsense -- true").status, 125);
  const Result no_command = sluice("run --dir data");
  EXPECT_EQ(no_command.status, 125);
  EXPECT_NE(no_command.err.find("no command"), std::string::npos) << no_command.err;
}

TEST_F(CliTest, PolicyCheck_SaysGoodOrWhereItIsBad) {
  write("good.toml",
        "version = 1\n[[rule]]\nname = \"r\"\nverdict = \"deny\"\n"
        "operations = \"write\"\npaths = \"{dir}/**\"\n");
  EXPECT_EQ(sluice("policy check good.toml").status, 0);
  write("bad.toml", "version = 1\nverdit = 1\n");
  const Result bad = sluice("policy check bad.toml");
  EXPECT_EQ(bad.status, 2);
  EXPECT_EQ(bad.err.rfind("sluice: bad.toml:2:1: unknown key", 0), 0U) << bad.err;
}

TEST_F(CliTest, PolicyExplain_NamesTheRuleAndExitsOneOnDenial) {
  write("p.toml",
        "version = 1\n[[process]]\nname = \"g\"\nimage = \"**/g\"\n"
        "[[rule]]\nname = \"keys\"\nverdict = \"deny\"\noperations = \"create\"\npaths = "
        "\"*.key\"\n");
  const std::string about = "policy explain p.toml --process /bin/g --path /x/a.key --op ";
  const Result denied = sluice(about + "create");
  EXPECT_EQ(denied.status, 1);
  EXPECT_NE(denied.out.find("rule \"keys\" (line 5): deny"), std::string::npos) << denied.out;
  EXPECT_EQ(sluice(about + "read").status, 0);
  EXPECT_EQ(sluice(about + "fly").status, 2);
  EXPECT_EQ(sluice("policy explain p.toml --process /bin/x --path /x/a.key --op create").status, 0);
}

TEST_F(CliTest, Sluiced_WithoutAPolicyOrADriverIsTwo) {
  const Result unsaid = run(SLUICED_PROGRAM);
  EXPECT_EQ(unsaid.status, 2);
  EXPECT_NE(unsaid.err.find("--policy FILE, or --all"), std::string::npos) << unsaid.err;
  const Result alone = run("FLTHOST_SOCKET=./none " + std::string(SLUICED_PROGRAM) + " --all");
  EXPECT_EQ(alone.status, 2);
  EXPECT_NE(alone.err.find("sluice.sys has no port here"), std::string::npos) << alone.err;
  write("bad.toml", "version = 1\nverdit = 1\n");
  const Result bad = run(std::string(SLUICED_PROGRAM) + " --policy bad.toml");
  EXPECT_EQ(bad.status, 2);
  EXPECT_NE(bad.err.find("bad.toml:2:1:"), std::string::npos) << bad.err;
}

TEST_F(CliTest, Run_RefusesABadDirectoryOrPolicyBeforeAnythingStarts) {
  const Result missing = sluice("run --dir nowhere -- touch ran");
  EXPECT_EQ(missing.status, 125);
  EXPECT_NE(missing.err.find("--dir nowhere"), std::string::npos) << missing.err;
  EXPECT_EQ(sluice("run --dir driver.sys -- touch ran").status, 125);
  write("bad.toml", "version = 1\nverdit = 1\n");
  const Result policy = sluice("run --dir data --policy bad.toml -- touch ran");
  EXPECT_EQ(policy.status, 125);
  EXPECT_NE(policy.err.find("bad.toml:2:1"), std::string::npos) << policy.err;
  EXPECT_FALSE(fs::exists(directory / "ran"));
}

TEST_F(CliTest, Run_GivesTheCommandsStatusAndMergesReports) {
  good_host();
  good_service();
  const Result result = run_scripts("--report r.json", "bash -c \"echo hello; exit 7\"");
  EXPECT_EQ(result.status, 7);
  EXPECT_EQ(result.out, "hello\n");
  const json report = json::parse(read("r.json"));
  EXPECT_EQ(report["exit_status"], 7);
  EXPECT_EQ(report["driver_sha256"], "abc");
  EXPECT_EQ(report["events"], 3);
  EXPECT_EQ(report["pool_leaks"], 0);
  EXPECT_NE(result.err.find("3 events, 0 lost"), std::string::npos) << result.err;
}

TEST_F(CliTest, Run_ServiceThatNeverGetsReadyMeansTheCommandDoesNotRun) {
  good_host();
  service("exit 2\n");
  const Result result = run_scripts("", "touch ran");
  EXPECT_EQ(result.status, 125);
  EXPECT_NE(result.err.find("before it was ready (exit status 2)"), std::string::npos)
      << result.err;
  EXPECT_FALSE(fs::exists(directory / "ran"));
}

TEST_F(CliTest, Run_HostThatFailsGivesItsStatus) {
  good_host("echo cannot mount >&2; exit 125\n");
  good_service();
  const Result result = run_scripts("", "touch ran");
  EXPECT_EQ(result.status, 125);
  EXPECT_NE(result.err.find("cannot mount"), std::string::npos);
  EXPECT_FALSE(fs::exists(directory / "ran"));
}

TEST_F(CliTest, Run_ServiceThatDiesIsReportedAndStartedAgain) {
  good_host();
  // The first one dies after it was ready; the second says that it was there.
  ASSERT_EQ(mkfifo(file("second").c_str(), 0600), 0);
  service(R"(eval "echo ready >&$ready"
if [ ! -e first ]; then : >first; exit 9; fi
echo '{"events":1,"events_lost":0,"operations":{}, "verdict_latency_us":{}}' >"$report"; echo >second
)");
  script("command", "read line <second\n");
  const Result result = run_scripts("--report r.json", "./command");
  EXPECT_EQ(result.status, 0);
  EXPECT_NE(result.err.find("the service ended (exit status 9)"), std::string::npos) << result.err;
  EXPECT_NE(result.err.find("starting it again"), std::string::npos) << result.err;
  EXPECT_EQ(json::parse(read("r.json"))["events"], 1);
}

TEST_F(CliTest, Run_NoRestartLeavesItDeadAndTheReportSaysSo) {
  good_host();
  service("echo started >>starts; eval \"echo ready >&$ready\"; exit 9\n");
  script("command", "grep -q 'service ended' < <(tail -n +1 -f --pid=$$ err); exit 3\n");
  const Result result = run_scripts("--no-restart --report r.json", "./command");
  EXPECT_EQ(result.status, 3);
  EXPECT_EQ(result.err.find("starting it again"), std::string::npos) << result.err;
  EXPECT_EQ(read("starts"), "started\n");
  EXPECT_EQ(json::parse(read("r.json"))["problems"][0], "the service left no summary");
}

TEST_F(CliTest, Run_InterruptIsForwardedToTheHostAndGives130) {
  good_host("trap 'kill $command; exit 130' INT; background=yes\n");
  std::string host = read("host");
  const std::string plain = "\"$@\"; status=$?\n";
  ASSERT_NE(host.find(plain), std::string::npos);
  host.replace(host.find(plain), plain.size(), "\"$@\" & command=$!; wait $command; status=$?\n");
  write("host", host);
  good_service();
  ASSERT_EQ(mkfifo(file("never").c_str(), 0600), 0);
  // The command interrupts the program itself, as somebody from outside would.
  script("command", "kill -INT $(cut -d' ' -f4 /proc/$PPID/stat); read line <never\n");
  const Result result = run_scripts("", "./command");
  EXPECT_EQ(result.status, 130) << result.err;
}

}  // namespace
