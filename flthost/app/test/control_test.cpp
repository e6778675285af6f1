// fltmc's commands on a running host, through its control socket.
#include "mount_fixture.h"

#include <signal.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>

namespace flthost::app::test {
namespace {

#define HOST "'" FLTHOST_EXE "' "

class ControlTest : public MountTest {
 protected:
  std::vector<std::string> probe(const std::string& mode) const {
    std::ofstream(scratch_ + "/probe.toml")
        << "SupportedFeatures = 3\n[Instances]\nDefaultInstance = \"Top\"\n[Instances.Top]\n"
        << "Altitude = \"370000\"\nFlags = 0\n[Instances.Low]\nAltitude = \"45000.5\"\nFlags = 1\n"
        << "[Parameters]\nMode = \"" << mode << "\"\n";
    return {PROBE_SYS, "--reg", scratch_ + "/probe.toml"};
  }
};

TEST_F(ControlTest, Lists_ArePrintedAsFltmcPrints) {
  const Outcome outcome =
      in_mount(HOST "list; " HOST "list instances; " HOST "list volumes", probe(""));
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  const std::string expected =
      "\nFilter Name                     Num Instances    Altitude    Frame\n"
      "------------------------------  -------------  ------------  -----\n"
      "probe                                   1       370000         0\n"
      "Filter                Volume Name                              Altitude        Instance "
      "Name "
      "      Frame   SprtFtrs  VlStatus\n"
      "--------------------  -------------------------------------  ------------  "
      "----------------------  -----   --------  --------\n";
  EXPECT_EQ(outcome.out.substr(0, expected.size()), expected);
  EXPECT_NE(outcome.out.find("probe                 " + directory_), std::string::npos);
  EXPECT_NE(outcome.out.find("00000003"), std::string::npos) << outcome.out;
  EXPECT_NE(outcome.out.find("\\Device\\HarddiskVolume1                  NTFS\n"),
            std::string::npos)
      << outcome.out;
}

TEST_F(ControlTest, UnloadAndLoad_ChangeWhatIsListed_AndTheReportHasBothLives) {
  put("f", "x");
  const Outcome outcome = in_mount("cat f > /dev/null; " HOST "unload probe; " HOST "list; " HOST
                                   "load '" PROBE_SYS "@360000'; " HOST "list; cat f",
                                   probe(""));
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_NE(outcome.out.find("-----\n\nFilter Name"), std::string::npos) << outcome.out;
  EXPECT_NE(outcome.out.find("360000"), std::string::npos) << outcome.out;
  const nlohmann::json said = report();
  EXPECT_EQ(said["drivers"].size(), 2u);
  int lives = 0;
  for (const auto& row : said["callbacks"]) lives += row["operation"] == "read";
  EXPECT_EQ(lives, 2) << said["callbacks"];
}

TEST_F(ControlTest, AttachAndDetach_UseTheDefinitionsOfTheKey) {
  const Outcome outcome = in_mount(
      HOST "attach probe . -i Low; " HOST "attach probe . -a 123 -i Third; " HOST
           "list instances; " HOST "detach probe . Low; " HOST "detach probe . Third; " HOST "list",
      probe(""));
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_NE(outcome.out.find("ATTACH - Instance: \"Low\""), std::string::npos) << outcome.out;
  EXPECT_NE(outcome.out.find("45000.5"), std::string::npos);
  EXPECT_NE(outcome.out.find("Third"), std::string::npos);
  EXPECT_NE(outcome.out.find("probe                                   1 "), std::string::npos);
}

TEST_F(ControlTest, Refusals_HaveFltmcsError_AndTheNtstatus) {
  Outcome outcome =
      in_mount("set +e; " HOST "unload probe; echo $?; " HOST "unload nobody; echo $?",
               probe("refuse-unload"));
  EXPECT_EQ(outcome.out, "1\n1\n");
  EXPECT_NE(outcome.err.find("Unload failed with error: 0x801f0010"), std::string::npos)
      << outcome.err;
  EXPECT_NE(outcome.err.find("STATUS_FLT_DO_NOT_DETACH (0xc01c0010)"), std::string::npos);
  EXPECT_NE(outcome.err.find("0x801f0013"), std::string::npos) << outcome.err;
  outcome = in_mount("set +e; " HOST "detach probe . Top; " HOST "attach probe /nowhere; " HOST
                     "attach probe .; " HOST "load '" PROBE_SYS "'; " HOST "load nothing; " HOST
                     "load '" FLTHOST_EXE "'",
                     probe("refuse-detach"));
  for (const char* const part : {"STATUS_FLT_DO_NOT_DETACH", "STATUS_FLT_VOLUME_NOT_FOUND",
                                 "STATUS_FLT_INSTANCE_", "STATUS_IMAGE_ALREADY_LOADED",
                                 "STATUS_OBJECT_NAME_NOT_FOUND", "STATUS_INVALID_IMAGE_FORMAT"}) {
    EXPECT_NE(outcome.err.find(part), std::string::npos) << part << " in " << outcome.err;
  }
}

TEST_F(ControlTest, InstalledDriver_IsLoadedByTheNameOfItsService) {
  const Outcome outcome = in_mount(HOST "list; " HOST "load ProbeService; " HOST "list",
                                   {"--installed", PROBE_SYS, "--inf", PROBE_INF});
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_NE(outcome.out.find("ProbeService                            1       365000"),
            std::string::npos)
      << outcome.out;
}

TEST_F(ControlTest, DriverThatLoadsAnother_FindsWhatIsInstalled) {
  const std::string other = scratch_ + "/other.sys";
  std::filesystem::copy_file(PROBE_SYS, other);
  std::vector<std::string> options = probe("load-other");
  options.insert(options.end(), {"--installed", other + "@45000"});
  const Outcome outcome = in_mount(HOST "list", options);
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_NE(outcome.err.find("load 0x00000000\nload again 0xc000010e\n"), std::string::npos)
      << outcome.err;
  EXPECT_NE(outcome.out.find("other                                   1        45000"),
            std::string::npos)
      << outcome.out;
}

TEST_F(ControlTest, CommandThatHangs_IsAnsweredWithWhatItWaitsFor) {
  NOT_UNDER_TSAN("a forced end looks at threads that it can't wait for");
  put("f", "x");
  const std::string control = scratch_ + "/c";
  std::vector<std::string> options = probe("spin-unload");
  options.insert(options.end(), {"--control", control});
  RunningHost host(host_command(options, {"sh", "-c", "echo up; exec sleep 1000"}),
                   RunningHost::Output::Both);
  ASSERT_TRUE(host.wait_for_line("up"));
  const Outcome outcome = run_program({FLTHOST_EXE, "unload", "probe", "--control", control});
  EXPECT_EQ(outcome.status, 1);
  EXPECT_NE(outcome.err.find("STATUS_IO_TIMEOUT"), std::string::npos) << outcome.err;
  EXPECT_NE(outcome.err.find("probe.sys"), std::string::npos) << outcome.err;
  for (const int number : {SIGTERM, SIGINT, SIGHUP}) host.signal(number);
  host.signal(SIGTERM);
  EXPECT_EQ(host.wait(), 125);
  EXPECT_FALSE(std::filesystem::exists(control));
}

TEST_F(ControlTest, UnloadsAndLoadsDuringIo_LeaveItWhole) {
  const Outcome outcome = in_mount(
      "head -c 300000 /dev/urandom > f; cp f g; "
      "(for i in $(seq 60); do cat f | cmp - g || echo differs; done) & "
      "for i in $(seq 15); do " HOST "unload probe; " HOST "load probe; done; wait",
      probe(""));
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_EQ(outcome.out, "") << outcome.err;
  EXPECT_EQ(report()["drivers"].size(), 16u);
}

TEST_F(ControlTest, NoHost_Is125_WithOneLine) {
  const Outcome outcome = run_program({FLTHOST_EXE, "list", "--control", scratch_ + "/none"});
  EXPECT_EQ(outcome.status, 125);
  EXPECT_EQ(std::ranges::count(outcome.err, '\n'), 1) << outcome.err;
}

TEST_F(ControlTest, OtherUsers_AreNotServed) {
  if (::geteuid() != 0) GTEST_SKIP() << "this test asks as another user: run it as root";
  std::filesystem::permissions(scratch_, std::filesystem::perms::all);
  const std::string control = scratch_ + "/c";
  std::vector<std::string> options = probe("");
  options.insert(options.end(), {"--control", control});
  RunningHost host(host_command(options, {"sh", "-c", "echo up; exec sleep 1000"}));
  ASSERT_EQ(host.line(), "up");
  ASSERT_EQ(::chmod(control.c_str(), 0666), 0);
  EXPECT_EQ(run_program({FLTHOST_EXE, "list", "--control", control}).status, 0);
  const Outcome outcome = run_program({FLTHOST_EXE, "list", "--control", control}, 65534);
  EXPECT_EQ(outcome.status, 125);
  host.signal(SIGTERM);
  host.wait();
}

}  // namespace
}  // namespace flthost::app::test
