// What would go round the decisions of create: rename, hard links, deletion and the size of files,
// by ordinary programs.
#include "product.h"

#include <algorithm>
#include <filesystem>
#include <functional>

namespace sluice::e2e {
namespace {

namespace fs = std::filesystem;

class Change : public ProductTest {
 protected:
  // A policy with one denying rule.
  std::string denying(const std::string& operations, const std::string& paths) const {
    return policy(
        "version = 1\n[[process]]\nname = \"all\"\nall = true\n"
        "[[rule]]\nname = \"denied\"\nverdict = \"deny\"\noperations = [" +
        operations + "]\npaths = [\"" + paths + "\"]\n");
  }
  Outcome shell(const std::string& policy_file, const std::string& script) const {
    std::vector<std::string> words;
    if (!policy_file.empty()) words = {"--policy", policy_file};
    return run_sluice(words, {"sh", "-c", script});
  }
  // The only event of the operation about this path.
  json only(const std::string& operation, const std::string& name) const {
    json found;
    for (const json& event : events().where(operation)) {
      if (event.value("path", "") != path(name)) continue;
      EXPECT_TRUE(found.is_null()) << "two: " << event.dump();
      found = event;
    }
    EXPECT_FALSE(found.is_null()) << operation << " of " << name << " is not reported";
    return found.is_null() ? json::object() : found;
  }
  void expect_denied(const json& event) const {
    EXPECT_EQ(event.value("verdict", ""), "deny") << event.dump();
    EXPECT_EQ(event.value("reason", ""), "service") << event.dump();
    EXPECT_EQ(event.value("rule", ""), "denied") << event.dump();
    EXPECT_TRUE(failed(event)) << event.dump();
  }
};

TEST_F(Change, RenameDeletionAndSize_AreReportedWithTheirNames) {
  const Outcome outcome =
      shell("",
            "echo abcdef >f && mv f g && truncate -s 3 g && cat g && rm g && mkdir d && mv d e && "
            "rmdir e");
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_EQ(outcome.out, "abc");
  const json rename = only("rename", "f");
  EXPECT_EQ(rename.value("target", ""), path("g"));
  EXPECT_FALSE(failed(rename));
  EXPECT_EQ(rename.value("irql_pre", -1), 0);
  EXPECT_EQ(only("rename", "d").value("target", ""), path("e"));
  EXPECT_TRUE(has_flag(only("rename", "d"), "directory"));
  const json size = only("set_size", "g");
  EXPECT_EQ(size.value("length", -1), 3);
  EXPECT_FALSE(failed(only("delete", "g")));
  EXPECT_FALSE(failed(only("delete", "e")));
  const json said = report();
  EXPECT_EQ(said["operations"]["rename"], 2);
  EXPECT_EQ(said["operations"]["delete"], 2);
  EXPECT_EQ(said["operations"]["set_size"], 1);
  const std::vector<json> opens = events().where("create");
  EXPECT_EQ(said["operations"]["close"], std::ranges::count_if(opens, std::not_fn(failed)));
  EXPECT_EQ(said["events_lost"], 0);
  EXPECT_EQ(said["pool_leaks"], 0);
}

TEST_F(Change, RenameToANameThatMayNotBeCreated_IsDeniedAsThatCreate) {
  const Outcome outcome =
      shell(denying("\"create\"", "*.key"), "echo x >plain; mv plain secret.key; echo $?");
  EXPECT_EQ(outcome.out, "1\n");
  EXPECT_NE(outcome.err.find("Permission denied"), std::string::npos) << outcome.err;
  EXPECT_TRUE(fs::exists(path("plain")));
  EXPECT_FALSE(fs::exists(path("secret.key")));
  const json event = only("rename", "plain");
  expect_denied(event);
  EXPECT_EQ(event.value("target", ""), path("secret.key"));
  EXPECT_EQ(report()["pool_leaks"], 0);
}

TEST_F(Change, RenameOverAFileThatMayNotBeWritten_IsDenied) {
  write_file(path("x.conf"), "old\n");
  const Outcome outcome =
      shell(denying("\"write\"", "*.conf"), "echo new >x.new; mv -f x.new x.conf; echo $?");
  EXPECT_EQ(outcome.out, "1\n");
  EXPECT_EQ(read_file(path("x.conf")), "old\n");
  expect_denied(only("rename", "x.new"));
}

TEST_F(Change, RenameAway_IsDeniedByARuleAboutRename) {
  write_file(path("a.pinned"), "a\n");
  const Outcome outcome =
      shell(denying("\"rename\"", "*.pinned"), "mv a.pinned b; echo $?; rm a.pinned; echo $?");
  EXPECT_EQ(outcome.out, "1\n0\n");
  EXPECT_FALSE(fs::exists(path("b")));
  expect_denied(only("rename", "a.pinned"));
}

TEST_F(Change, HardLinkToANameThatMayNotBeCreated_IsDeniedAsThatCreate) {
  const Outcome outcome = shell(denying("\"create\"", "*.key"),
                                "echo x >plain; ln plain other; echo $?; ln plain a.key; echo $?");
  EXPECT_FALSE(events().where("link").empty());
  EXPECT_EQ(outcome.out, "0\n1\n") << outcome.err;
  EXPECT_TRUE(fs::exists(path("other")));
  EXPECT_FALSE(fs::exists(path("a.key")));
  const std::vector<json> links = events().where("link");
  ASSERT_EQ(links.size(), 2u);
  EXPECT_EQ(links[0].value("target", ""), path("other"));
  EXPECT_EQ(links[0].value("verdict", ""), "allow");
  EXPECT_EQ(links[1].value("target", ""), path("a.key"));
  expect_denied(links[1]);
}

TEST_F(Change, Deletion_IsDecidedWhenTheFileIsOpenedForIt) {
  write_file(path("a.log"), "a\n");
  write_file(path("b.txt"), "b\n");
  const Outcome outcome =
      shell(denying("\"delete\"", "*.log"), "rm a.log; echo $?; rm b.txt; echo $?");
  EXPECT_EQ(outcome.out, "1\n0\n");
  EXPECT_TRUE(fs::exists(path("a.log")));
  EXPECT_FALSE(fs::exists(path("b.txt")));
  const json event = only("delete", "b.txt");
  EXPECT_EQ(event.value("reason", ""), "remembered") << event.dump();
  EXPECT_EQ(event.value("verdict", ""), "allow") << event.dump();
}

TEST_F(Change, Truncation_IsAWrite) {
  write_file(path("ro.dat"), "kept\n");
  const Outcome outcome = shell(denying("\"write\"", "ro.*"),
                                "truncate -s 0 ro.dat; echo $?; cp /dev/null ro.dat; cat ro.dat");
  EXPECT_EQ(outcome.out, "1\nkept\n");
  EXPECT_EQ(read_file(path("ro.dat")), "kept\n");
}

TEST_F(Change, WhatWasRememberedByTheOldName_DoesNotHoldForTheNewOne) {
  write_file(path("a"), "secret\n");
  const Outcome outcome =
      shell(denying("\"read\"", "*.secret"), "cat a; cat a; mv a a.secret; cat a.secret; echo $?");
  EXPECT_EQ(outcome.out, "secret\nsecret\n1\n") << outcome.err;
}

}  // namespace
}  // namespace sluice::e2e
