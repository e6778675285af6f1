#include <flthost/app/launcher.h>
#include <flthost/app/options.h>
#include <flthost/app/report.h>
#include <flthost/app/run.h>

#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>

namespace flthost::app {
namespace {

Action parse(std::vector<std::string> words, Options* options, int* status) {
  ControlCommand command;
  words.insert(words.begin(), "flthost");
  std::vector<char*> argv;
  for (std::string& word : words) argv.push_back(word.data());
  argv.push_back(nullptr);
  return parse_options(static_cast<int>(words.size()), argv.data(), options, &command, status);
}

TEST(ParseDriver, AltitudeIsWhatFollowsTheLastAt) {
  EXPECT_EQ(parse_driver("a/b.sys@385000").path, "a/b.sys");
  EXPECT_EQ(parse_driver("a/b.sys@385000.5").altitude, "385000.5");
  EXPECT_EQ(parse_driver("x@y/b.sys").path, "x@y/b.sys");
  EXPECT_EQ(parse_driver("x@y/b.sys").altitude, "");
  EXPECT_EQ(parse_driver("b.sys@").path, "b.sys@");
}

TEST(ParseOptions, DriversAndCommand_AreKeptApart) {
  Options options;
  int status = -1;
  ASSERT_EQ(parse({"run", "a.sys@400000", "b.sys", "--dir", "/d", "--kernel-cache", "no-context",
                   "--", "ls", "--dir", "x"},
                  &options, &status),
            Action::Run);
  ASSERT_EQ(options.drivers.size(), 2u);
  EXPECT_EQ(options.drivers[0].altitude, "400000");
  EXPECT_EQ(options.drivers[1].altitude, "");  // the service key says, or default_altitude(1)
  EXPECT_EQ(options.directory, "/d");
  EXPECT_TRUE(options.cache_no_context);
  EXPECT_EQ(options.command, (std::vector<std::string>{"ls", "--dir", "x"}));
}

TEST(ParseOptions, BadUse_Is125) {
  Options options;
  int status = -1;
  testing::internal::CaptureStderr();
  EXPECT_EQ(parse({"run", "--dir", "/d"}, &options, &status), Action::Exit);  // no command
  EXPECT_EQ(status, kExitFailed);
  EXPECT_EQ(parse({"run", "a.sys", "--", "ls"}, &options, &status), Action::Exit);  // no --dir
  EXPECT_EQ(status, kExitFailed);
  EXPECT_EQ(parse({"run", "--dir", "/d", "--kernel-cache", "all", "--", "ls"}, &options, &status),
            Action::Exit);
  EXPECT_EQ(status, kExitFailed);
  EXPECT_FALSE(testing::internal::GetCapturedStderr().empty());
}

TEST(FindMount, NewestMountOfOurs_GivesTheDevice) {
  const std::string mountinfo =
      "29 1 8:1 / / rw - ext4 /dev/sda rw\n"
      "40 29 0:51 / /d/a\\040b rw,relatime - fuse flthost rw,user_id=0\n"
      "41 29 0:52 / /x rw - fuse sshfs rw\n"
      "42 29 0:53 / /d/c rw,relatime - fuse flthost rw,user_id=0\n";
  uint32_t major = 9, minor = 9;
  ASSERT_TRUE(find_mount(mountinfo, &major, &minor));
  EXPECT_EQ(major, 0u);
  EXPECT_EQ(minor, 53u);
  EXPECT_FALSE(find_mount("29 1 8:1 / / rw - ext4 /dev/sda rw\n", &major, &minor));
}

TEST(DescriptorsInto, NamesWhatPointsIntoTheDirectory_AndNothingBesideIt) {
  char name[] = "/tmp/flthost-fds-XXXXXX";
  ASSERT_NE(mkdtemp(name), nullptr);
  const std::string inside = std::string(name) + "/f", beside = std::string(name) + "-beside";
  const int in = ::open(inside.c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0600);
  const int out = ::open(beside.c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0600);
  const auto found = descriptors_into(name);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].fd, in);
  EXPECT_EQ(found[0].path, inside);
  ::close(in);
  ::close(out);
  std::filesystem::remove_all(name);
  std::filesystem::remove(beside);
}

TEST(ExitStatus, SignalIs128More) {
  EXPECT_EQ(exit_status_of(3 << 8), 3);
  EXPECT_EQ(exit_status_of(9), 137);
}

TEST(BugcheckReport, NamesCodeParametersAndMend) {
  const ke::Bugcheck bugcheck{0xD1, {0x1234, 2, 0, 0x5678}, "Make the routine nonpageable."};
  const boundary::Report report = boundary::make_report(bugcheck);
  const std::string text = bugcheck_text(bugcheck, report);
  EXPECT_NE(text.find("0x000000D1 DRIVER_IRQL_NOT_LESS_OR_EQUAL"), std::string::npos);
  EXPECT_NE(text.find("Make the routine nonpageable."), std::string::npos);
  EXPECT_EQ(bugcheck_json(bugcheck, report)["parameters"][3], "0x5678");
}

}  // namespace
}  // namespace flthost::app
