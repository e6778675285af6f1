// What is wrong with what a user gave is said in one line, with the exit status for it, and nothing
// stays behind (ProductTest::TearDown looks).
#include "product.h"

#include <sys/stat.h>

#include <csignal>

namespace sluice::e2e {
namespace {

class BadInput : public ProductTest {
 protected:
  // 125, one line that has all of these parts, and the command did not run.
  void expect_refused(const Outcome& outcome, const std::vector<std::string>& parts) const {
    EXPECT_EQ(outcome.status, 125) << outcome.err;
    for (const std::string& part : parts) {
      EXPECT_NE(outcome.err.find(part), std::string::npos) << part << " in: " << outcome.err;
    }
    EXPECT_EQ(std::count(outcome.err.begin(), outcome.err.end(), '\n'), 1) << outcome.err;
    EXPECT_EQ(outcome.out, "");
  }
  Outcome with_driver(const std::string& bytes) const {
    write_file(kept("bad.sys"), bytes);
    return run_sluice({"--driver", kept("bad.sys")}, {"echo", "ran"});
  }
};

TEST_F(BadInput, TextAsDriver_IsNoPeImage) {
  expect_refused(with_driver("#!/bin/sh\necho this is no driver\n"), {"bad.sys"});
}

TEST_F(BadInput, EmptyDriver_IsRefused) {
  expect_refused(with_driver(""), {"bad.sys"});
}

TEST_F(BadInput, TruncatedDriver_IsRefusedAtEveryLength) {
  const std::string image = read_file(SLUICE_SYS);
  ASSERT_GT(image.size(), 8192u);
  for (const std::size_t length :
       {std::size_t{2}, std::size_t{63}, std::size_t{64}, std::size_t{200}, std::size_t{600},
        std::size_t{1024}, std::size_t{4096}, image.size() / 2, image.size() - 1}) {
    SCOPED_TRACE(length);
    expect_refused(with_driver(image.substr(0, length)), {"bad.sys"});
  }
}

TEST_F(BadInput, ImportsThatTheHostLacks_AreAllNamed) {
  std::string image = read_file(SLUICE_SYS);
  for (const auto& [name, wrong] :
       {std::pair<std::string, std::string>{"FltStartFiltering", "FltStartXiltering"},
        {"KeSetEvent", "KeSetXvent"}}) {
    const std::size_t at = image.find('\0' + name + '\0');
    ASSERT_NE(at, std::string::npos) << name;
    image.replace(at + 1, wrong.size(), wrong);
  }
  const Outcome outcome = with_driver(image);
  EXPECT_EQ(outcome.status, 125);
  EXPECT_NE(outcome.err.find("FltStartXiltering"), std::string::npos) << outcome.err;
  EXPECT_NE(outcome.err.find("KeSetXvent"), std::string::npos) << outcome.err;
  EXPECT_EQ(outcome.out, "");
}

// Another minifilter loads and runs, but nobody answers on Sluice's port.
TEST_F(BadInput, DriverThatIsNotSluice_IsRefusedAtOnce) {
  const Outcome outcome = run_sluice({"--driver", TWIN_CORRECT}, {"echo", "ran"});
  EXPECT_EQ(outcome.status, 125);
  EXPECT_NE(outcome.err.find("\\SluicePort"), std::string::npos) << outcome.err;
  EXPECT_EQ(outcome.out, "");
}

TEST_F(BadInput, EmptyPolicy_SaysWhatIsAllowed) {
  for (const std::string& file : {policy(""), std::string("/dev/null")}) {
    expect_refused(run_sluice({"--policy", file}, {"echo", "ran"}),
                   {file + ":1:1: ", "empty", "version = 1", "rule"});
  }
}

TEST_F(BadInput, DirectoryAsPolicy_IsNamed) {
  expect_refused(run_sluice({"--policy", directory_}, {"echo", "ran"}),
                 {directory_ + ":1:1: ", "directory", "TOML file"});
}

TEST_F(BadInput, RuleWithoutOperations_SaysWhichThereAre) {
  const std::string file =
      policy("version = 1\n[[rule]]\nname = \"r\"\nverdict = \"deny\"\noperations = []\n");
  expect_refused(run_sluice({"--policy", file}, {"echo", "ran"}),
                 {"policy.toml:5:14: ", "operations", "create", "delete", "all"});
}

TEST_F(BadInput, PolicyWithAnError_IsRefusedAtItsPlace) {
  const std::string file = policy("version = 1\n\n[default]\nverdict = \"maybe\"\n");
  expect_refused(run_sluice({"--policy", file}, {"echo", "ran"}),
                 {"policy.toml:4:", "allow", "deny", "notify"});
}

TEST_F(BadInput, PolicyThatIsNoToml_IsRefusedAtItsPlace) {
  const std::string file = policy("version = 1\n[[rule\n");
  expect_refused(run_sluice({"--policy", file}, {"echo", "ran"}), {"policy.toml:2:"});
}

TEST_F(BadInput, PolicyThatIsNotThere_IsNamed) {
  expect_refused(run_sluice({"--policy", kept("none.toml")}, {"echo", "ran"}), {"none.toml"});
}

TEST_F(BadInput, DirectoryThatIsNotThere_IsNamed) {
  expect_refused(run({SLUICE_EXE, "run", "--dir", kept("nowhere"), "--", "echo", "ran"}, options()),
                 {"nowhere", "No such file"});
}

TEST_F(BadInput, DirectoryThatIsAFile_IsNamed) {
  write_file(kept("file"), "x");
  expect_refused(run({SLUICE_EXE, "run", "--dir", kept("file"), "--", "echo", "ran"}, options()),
                 {"file", "directory"});
}

// Mounting over it would have the host ask itself for everything it looks up there.
TEST_F(BadInput, DirectoryOfProc_IsRefused) {
  expect_refused(run({SLUICE_EXE, "run", "--dir", "/proc", "--", "echo", "ran"}, options()),
                 {"/proc", "cannot be mounted over"});
}

TEST_F(BadInput, CommandThatIsNotThere_Is127) {
  const Outcome outcome = run_sluice({}, {"no-such-command-anywhere"});
  EXPECT_EQ(outcome.status, 127);
  EXPECT_NE(outcome.err.find("no-such-command-anywhere"), std::string::npos) << outcome.err;
  EXPECT_EQ(report()["exit_status"], 127);
}

TEST_F(BadInput, CommandThatIsNotExecutable_Is126) {
  write_file(path("script"), "#!/bin/sh\n", 0644);
  const Outcome outcome = run_sluice({}, {"./script"});
  EXPECT_EQ(outcome.status, 126);
  EXPECT_NE(outcome.err.find("script"), std::string::npos) << outcome.err;
}

TEST_F(BadInput, CommandKilledByASignal_Is128More) {
  EXPECT_EQ(run_sluice({}, {"sh", "-c", "kill -SEGV $$"}).status, 128 + SIGSEGV);
  EXPECT_EQ(report()["exit_status"], 128 + SIGSEGV);
}

TEST_F(BadInput, NoCommand_Is125) {
  EXPECT_EQ(run({SLUICE_EXE, "run", "--dir", directory_}, options()).status, 125);
}

}  // namespace
}  // namespace sluice::e2e
