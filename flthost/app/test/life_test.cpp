// The mount's life: who sees it, how it ends, and what the exit status is.
#include "mount_fixture.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <filesystem>

namespace flthost::app::test {
namespace {

TEST_F(MountTest, ExitStatus_IsTheCommandsOwn) {
  EXPECT_EQ(in_mount("exit 0").status, 0);
  EXPECT_EQ(in_mount("exit 42").status, 42);
  EXPECT_EQ(in_mount("kill -TERM $$").status, 128 + SIGTERM);
  EXPECT_EQ(in_mount("kill -KILL $$").status, 128 + SIGKILL);
}

TEST_F(MountTest, CommandThatIsNotThere_Is127_AndNotExecutable_126) {
  const Outcome missing = run_program(host_command({}, {"no-such-program-at-all"}));
  EXPECT_EQ(missing.status, 127);
  EXPECT_NE(missing.err.find("no-such-program-at-all"), std::string::npos);
  put("data", "not a program");
  EXPECT_EQ(run_program(host_command({}, {path("data")})).status, 126);
}

TEST_F(MountTest, BadDirectories_Are125_WithOneLine) {
  for (const std::string& bad : {scratch_ + "/none", scratch_ + "/file", std::string("/")}) {
    std::filesystem::exists(scratch_ + "/file") ||
        ::close(::creat((scratch_ + "/file").c_str(), 0600));
    const Outcome outcome = run_program({FLTHOST_EXE, "run", "--dir", bad, "--", "true"});
    EXPECT_EQ(outcome.status, 125);
    EXPECT_EQ(std::ranges::count(outcome.err, '\n'), 1) << outcome.err;
    EXPECT_NE(outcome.err.find(bad), std::string::npos) << outcome.err;
  }
}

TEST_F(MountTest, BadDrivers_Are125_AndAllAreNamed_AndTheCommandDoesNotRun) {
  put("text.sys", "MZ but no image");
  const Outcome outcome = run_program({FLTHOST_EXE, "run", path("text.sys"), path("none.sys"),
                                       "--dir", directory_, "--", "touch", path("ran")});
  EXPECT_EQ(outcome.status, 125);
  EXPECT_NE(outcome.err.find("text.sys"), std::string::npos) << outcome.err;
  EXPECT_NE(outcome.err.find("none.sys"), std::string::npos) << outcome.err;
  EXPECT_FALSE(std::filesystem::exists(path("ran")));
}

TEST_F(MountTest, OutsideTheCommand_NothingIsMounted) {
  put("f", "below");
  RunningHost host(host_command(
      {}, {"sh", "-c", "cd '" + directory_ + "'; stat -f -c %T . ; read x < ../go || true"}));
  EXPECT_EQ(::mkfifo((scratch_ + "/go").c_str(), 0600), 0);
  EXPECT_EQ(host.line(), "fuseblk");
  EXPECT_FALSE(mounted_here());
  EXPECT_EQ(content("f"), "below");
  ::close(::open((scratch_ + "/go").c_str(), O_WRONLY | O_CLOEXEC));
  EXPECT_EQ(host.wait(), 0);
}

TEST_F(MountTest, WorkingDirectoryInTheDirectory_IsThroughTheMount) {
  const Outcome outcome = run_program(
      {"sh", "-c",
       "cd '" + directory_ + "' && exec " FLTHOST_EXE " run --dir . -- stat -f -c %T ."});
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_EQ(outcome.out, "fuseblk\n");
}

TEST_F(MountTest, InheritedDescriptor_IsNamedAndClosed) {
  put("f", "secret");
  const Outcome outcome =
      run_program({"sh", "-c",
                   "exec 9<'" + path("f") + "'; exec " FLTHOST_EXE " run --dir '" + directory_ +
                       "' -- sh -c 'cat <&9'"});
  EXPECT_NE(outcome.status, 0);
  EXPECT_EQ(outcome.out, "");
  EXPECT_NE(outcome.err.find("descriptor 9"), std::string::npos) << outcome.err;
}

TEST_F(MountTest, KilledHost_EndsTheCommandAndTheMount_AndTheNextRunWorks) {
  put("f", "x");
  RunningHost host(host_command(
      {}, {"sh", "-c",
           "cd '" + directory_ + "'; echo up; while cat f > /dev/null; do :; done; sleep 1000"}));
  EXPECT_EQ(host.line(), "up");
  host.signal(SIGKILL);
  EXPECT_EQ(host.wait(), 128 + SIGKILL);
  EXPECT_EQ(host.line(), "");  // end of file: nobody of the command's tree lives
  EXPECT_EQ(in_mount("cat f").out, "x");
}

TEST_F(MountTest, TerminatedHost_PassesItOn_AndEndsClean) {
  RunningHost host(host_command(
      {}, {"sh", "-c", "trap 'echo bye; exit 9' TERM; echo up; while :; do sleep 0.05; done"}));
  EXPECT_EQ(host.line(), "up");
  host.signal(SIGTERM);
  EXPECT_EQ(host.line(), "bye");
  EXPECT_EQ(host.wait(), 9);
  EXPECT_EQ(report()["exit_status"], 9);
}

TEST_F(MountTest, ChildrenThatStay_AreCounted_AndGetErrors) {
  ASSERT_EQ(::mkfifo((scratch_ + "/go").c_str(), 0600), 0);
  const Outcome outcome = in_mount(
      "(exec > /dev/null 2>&1; read x < ../go || true; ls . || echo error > ../after) & exit 4");
  EXPECT_EQ(outcome.status, 4);
  EXPECT_NE(outcome.err.find("1 process of the command"), std::string::npos) << outcome.err;
  const int go = ::open((scratch_ + "/go").c_str(), O_WRONLY | O_CLOEXEC);
  ::close(go);
  const Outcome waited = run_program(
      {"sh", "-c",
       "while ! test -s '" + scratch_ + "/after'; do :; done; cat '" + scratch_ + "/after'"});
  EXPECT_EQ(waited.out, "error\n");
}

TEST_F(MountTest, GateWithoutAByte_DoesNotRunTheCommand) {
  const Outcome outcome = in_mount("touch ran", {"--gate", "0"});  // standard input is /dev/null
  EXPECT_EQ(outcome.status, 125);
  EXPECT_FALSE(std::filesystem::exists(path("ran")));
}

TEST_F(MountTest, ReadyIsSaid_BeforeTheGateOpens) {
  const Outcome outcome = run_program(
      {"sh", "-c",
       "mkfifo '" + scratch_ + "/r'; (read line < '" + scratch_ + "/r'; echo got $line; echo > '" +
           scratch_ + "/g') & mkfifo '" + scratch_ + "/g'; exec 7<>'" + scratch_ + "/g' 8<>'" +
           scratch_ + "/r'; " FLTHOST_EXE " run --dir '" + directory_ +
           "' --ready 8 --gate 7 -- echo ran"});
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_EQ(outcome.out, "got ready\nran\n");
}

TEST_F(MountTest, OrdinaryUser_NeedsNoPrivilege) {
  constexpr int kUser = 65534;
  if (::geteuid() != 0) GTEST_SKIP() << "this test changes to an ordinary user: run it as root";
#if __has_feature(thread_sanitizer)
  GTEST_SKIP() << "the thread sanitizer's own thread keeps unshare(2) from making a user namespace";
#endif
  struct stat device{};
  ASSERT_EQ(::stat("/dev/fuse", &device), 0);
  ASSERT_EQ(::chmod("/dev/fuse", 0666), 0);  // as udev makes it
  std::filesystem::permissions(scratch_, std::filesystem::perms::all);
  ASSERT_EQ(::chown(directory_.c_str(), kUser, kUser), 0);
  put("root-only", "secret");
  ASSERT_EQ(::chmod(path("root-only").c_str(), 0600), 0);
  const bool possible = run_program({FLTHOST_EXE, "check-host"}, kUser).status == 0;
  const Outcome outcome = in_mount(
      "id -u; echo mine > f; cat f; $TOOL map-write f 0 MINE; cat f; cat root-only 2>/dev/null || "
      "echo denied",
      {}, kUser);
  ::chmod("/dev/fuse", device.st_mode & 07777);
  if (!possible) GTEST_SKIP() << "an ordinary user gets no user namespace here: " << outcome.err;
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_EQ(outcome.out, "65534\nmine\nMINE\ndenied\n");
  struct stat st{};
  ASSERT_EQ(::stat(path("f").c_str(), &st), 0);
  EXPECT_EQ(st.st_uid, static_cast<uid_t>(kUser));
}

TEST_F(MountTest, ChrootWhoseRootIsNoMountPoint_Works_AndNothingIsSeenOutside) {
  if (::geteuid() != 0) GTEST_SKIP() << "chroot needs root";
  put("f", "in the chroot");
  const std::string root = scratch_ + "/root";
  const std::string program = std::filesystem::path(FLTHOST_EXE).parent_path();
  // Everything but / itself is mounted.
  const std::string script =
      "set -e; mount --make-rprivate /; R='" + root +
      "'; for d in bin lib lib64 usr etc dev proc '" + program + "' '" + directory_ +
      "'; do d=${d#/}; if test -e \"/$d\"; then mkdir -p \"$R/$d\"; mount --rbind \"/$d\" "
      "\"$R/$d\"; fi; "
      "done; mkdir -p \"$R/tmp\" \"$R/run\"; exec chroot \"$R\" '" FLTHOST_EXE "' run --dir '" +
      directory_ + "' -- sh -c \"cat '" + path("f") + "'; stat -f -c %T '" + directory_ + "'\"";
  const Outcome outcome = run_program({"unshare", "-m", "sh", "-c", script});
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_EQ(outcome.out, "in the chrootfuseblk\n") << outcome.err;
  EXPECT_FALSE(mounted_here());
}

TEST_F(MountTest, FilesOfAnotherUser_AreProtectedAlsoForRootsMount) {
  if (::geteuid() != 0)
    GTEST_SKIP() << "this test runs its command as another user: run it as root";
  std::filesystem::permissions(scratch_, std::filesystem::perms::all);
  put("root-only", "secret");
  ASSERT_EQ(::chmod(path("root-only").c_str(), 0600), 0);
  std::filesystem::permissions(directory_, std::filesystem::perms::all);
  const Outcome outcome = in_mount(
      "setpriv --reuid 65534 --regid 65534 --clear-groups sh -c 'cat root-only 2>/dev/null || echo "
      "denied; umask 027; echo x > new'; stat -c '%u %g %a' new");
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_EQ(outcome.out, "denied\n65534 65534 640\n");
}

}  // namespace
}  // namespace flthost::app::test
