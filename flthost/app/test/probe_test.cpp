// Somebody's driver on a real mount: its service key, its messages, and what happens when it hangs
// or passes bad pointers. PROBE_SYS does what its key says (probe.c).
#include "mount_fixture.h"

#include <signal.h>

#include <filesystem>
#include <fstream>

namespace flthost::app::test {
namespace {

class ProbeTest : public MountTest {
 protected:
  // A service key with this mode, and the command line with it.
  std::vector<std::string> with_mode(const std::string& mode) const {
    std::ofstream(scratch_ + "/probe.toml")
        << "[Instances]\nDefaultInstance = \"One\"\n[Instances.One]\nAltitude = \"370000\"\n"
        << "Flags = 0\n[Parameters]\nMode = \"" << mode << "\"\n";
    return {PROBE_SYS, "--reg", scratch_ + "/probe.toml"};
  }
  // The host is gone with everything of it, and the next one works.
  void expect_clean_end() {
    EXPECT_FALSE(mounted_here());
    put("after", "x");
    EXPECT_EQ(in_mount("cat after").out, "x");
  }
};

TEST_F(ProbeTest, DriverEntryThatSpins_EndsAtTheSecondSignal_AndIsNamed) {
  NOT_UNDER_TSAN("a forced end looks at threads that it can't wait for");
  RunningHost host(host_command(with_mode("spin-entry"), {"touch", path("ran")}),
                   RunningHost::Output::Both);
  ASSERT_TRUE(host.wait_for_line("probe spins"));
  host.signal(SIGTERM);
  host.signal(SIGINT);
  EXPECT_EQ(host.wait(), 125);
  const std::string said = host.rest();
  EXPECT_NE(said.find("DriverEntry of probe.sys has not returned"), std::string::npos) << said;
  EXPECT_FALSE(std::filesystem::exists(path("ran")));
  EXPECT_NE(report()["ended_by_force"]["routines"].dump().find("probe.sys"), std::string::npos);
  expect_clean_end();
}

TEST_F(ProbeTest, DriverEntryThatSpins_EndsByItself_AfterOneSignal) {
  NOT_UNDER_TSAN("a forced end looks at threads that it can't wait for");
  RunningHost host(host_command(with_mode("spin-entry"), {"true"}), RunningHost::Output::Both);
  ASSERT_TRUE(host.wait_for_line("probe spins"));
  host.signal(SIGTERM);
  EXPECT_EQ(host.wait(), 125);
}

TEST_F(ProbeTest, ReadThatSpins_EndsTheHost_WhenTheCommandCannotTakeItsSignal) {
  NOT_UNDER_TSAN("a forced end looks at threads that it can't wait for");
  put("f", "content");
  RunningHost host(host_command(with_mode("spin-read"), {"cat", path("f")}),
                   RunningHost::Output::Both);
  ASSERT_TRUE(host.wait_for_line("probe spins"));
  host.signal(SIGTERM);
  EXPECT_EQ(host.wait(), 125);
  const std::string said = host.rest();
  EXPECT_NE(said.find("probe.sys!.text"), std::string::npos) << said;
  EXPECT_NE(said.find("could not take signal"), std::string::npos) << said;
  expect_clean_end();
}

TEST_F(ProbeTest, OperationThatNobodyCompletes_EndsTheHost_AtTheThirdSignal) {
  NOT_UNDER_TSAN("a forced end looks at threads that it can't wait for");
  put("f", "content");
  RunningHost host(host_command(with_mode("pend-read"), {"sh", "-c", "cat '" + path("f") + "'"}),
                   RunningHost::Output::Both);
  ASSERT_TRUE(host.wait_for_line("probe pends"));
  for (int i = 0; i < 3; ++i) host.signal(i == 0 ? SIGTERM : i == 1 ? SIGINT : SIGHUP);
  EXPECT_EQ(host.wait(), 125);
  expect_clean_end();
}

TEST_F(ProbeTest, UnloadThatSpins_EndsAtTheSecondSignal) {
  NOT_UNDER_TSAN("a forced end looks at threads that it can't wait for");
  RunningHost host(host_command(with_mode("spin-unload"), {"true"}), RunningHost::Output::Both);
  ASSERT_TRUE(host.wait_for_line("probe spins"));
  host.signal(SIGTERM);
  host.signal(SIGINT);
  EXPECT_EQ(host.wait(), 125);
  const std::string said = host.rest();
  EXPECT_NE(said.find("while the drivers were taken down"), std::string::npos) << said;
  expect_clean_end();
}

TEST_F(ProbeTest, BadPointerToAnExport_IsABugcheck_ThatNamesExportAndCaller) {
  NOT_UNDER_TSAN("the fault lies in the sanitizer's own memcpy, and the host does not end");
  put("f", "content");
  struct Case {
    const char* mode;
    const char* export_name;
  };
  for (const Case& one :
       {Case{"bad-event", "KeSetEvent"}, Case{"bad-system", "ExAcquireFastMutex"}}) {
    const Outcome outcome = in_mount("cat f; sleep 60", with_mode(one.mode));
    EXPECT_EQ(outcome.status, 86) << outcome.err;
    EXPECT_NE(outcome.err.find("*** STOP: 0x"), std::string::npos) << outcome.err;
    EXPECT_NE(outcome.err.find(one.export_name), std::string::npos) << outcome.err;
    EXPECT_NE(outcome.err.find("probe.sys"), std::string::npos) << outcome.err;
    EXPECT_TRUE(report()["bugcheck"].is_object());
  }
}

TEST_F(ProbeTest, InfIsTheServiceKey_ForFilterManagerAndRegistry) {
  const Outcome outcome =
      in_mount("'" FLTHOST_EXE "' list instances", {PROBE_SYS, "--inf", PROBE_INF});
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_NE(outcome.err.find("service key \\Registry\\Machine\\System\\CurrentControlSet\\"
                             "Services\\ProbeService"),
            std::string::npos)
      << outcome.err;
  EXPECT_NE(outcome.err.find("default instance Probe - Top Instance"), std::string::npos);
  EXPECT_NE(outcome.err.find("group FSFilter Activity Monitor"), std::string::npos);
  // The second instance has Flags 1: no automatic attachment.
  EXPECT_NE(outcome.out.find("365000     Probe - Top Instance"), std::string::npos) << outcome.out;
  EXPECT_EQ(outcome.out.find("Bottom"), std::string::npos) << outcome.out;
  EXPECT_EQ(report()["drivers"][0]["service"], "ProbeService");
  EXPECT_EQ(report()["drivers"][0]["altitude"], "365000");
}

TEST_F(ProbeTest, AltitudeOnTheCommandLine_IsTheDefaultInstances) {
  const Outcome outcome = in_mount("'" FLTHOST_EXE "' list",
                                   {PROBE_SYS + std::string("@123456.7"), "--inf", PROBE_INF});
  EXPECT_NE(outcome.out.find("123456.7"), std::string::npos) << outcome.out << outcome.err;
}

TEST_F(ProbeTest, WhatTheDriverWritesIntoItsKey_IsThereWhenItLooksAgain) {
  const Outcome outcome = in_mount("true", with_mode("registry"));
  EXPECT_NE(outcome.err.find("made 4711, disposition 1"), std::string::npos) << outcome.err;
}

TEST_F(ProbeTest, DebugFilter_TellsOnlyTheLevelsOfItsMask) {
  std::vector<std::string> options = with_mode("report");
  options.insert(options.end(), {"--debug-filter", "*=0", "--debug-filter", "FLTMGR=1"});
  const Outcome outcome = in_mount("true", options);
  EXPECT_EQ(outcome.err, "component error\n");
  options.insert(options.end(), {"--log", scratch_ + "/log"});
  EXPECT_EQ(in_mount("cat ../log", options).out, "component error\n");
}

TEST_F(ProbeTest, BadServiceFiles_Are125_WithFileLineAndColumn) {
  const std::string file = scratch_ + "/bad.inf";
  std::ofstream(file) << "[DefaultInstall.Services]\nAddService = probe,,None\n";
  Outcome outcome = in_mount("true", {PROBE_SYS, "--inf", file});
  EXPECT_EQ(outcome.status, 125);
  EXPECT_NE(outcome.err.find(file + ":2:21:"), std::string::npos) << outcome.err;
  std::ofstream(scratch_ + "/other.toml") << "Type = 2\n";
  outcome = in_mount("true", {PROBE_SYS, "--reg", scratch_ + "/other.toml"});
  EXPECT_EQ(outcome.status, 125);
  EXPECT_NE(outcome.err.find("other.sys"), std::string::npos) << outcome.err;
}

}  // namespace
}  // namespace flthost::app::test
