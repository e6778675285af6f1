#include <sluice/service/policy.h>

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace sluice::service {
namespace {

using namespace protocol;

std::shared_ptr<const Policy> parse(std::string_view text, std::string_view directory = "/data") {
  PolicyResult result = Policy::parse(text, "p.toml", directory);
  if (const auto* error = std::get_if<PolicyError>(&result)) {
    ADD_FAILURE() << error->text();
    return Policy::report_everything();
  }
  return std::get<std::shared_ptr<const Policy>>(std::move(result));
}

std::string error_of(std::string_view text, std::string_view directory = "/data") {
  const PolicyResult result = Policy::parse(text, "p.toml", directory);
  const auto* error = std::get_if<PolicyError>(&result);
  return error != nullptr ? error->text() : "no error";
}

struct Bad {
  const char* name;
  const char* text;
  const char* expected;  // beginning of the message
};

class PolicyErrors : public ::testing::TestWithParam<Bad> {};

TEST_P(PolicyErrors, NameTheFileThePlaceAndTheMend) {
  const std::string error = error_of(GetParam().text, "");
  EXPECT_EQ(error.substr(0, std::string_view(GetParam().expected).size()), GetParam().expected)
      << error;
}

INSTANTIATE_TEST_SUITE_P(
    Table, PolicyErrors,
    ::testing::Values(
        Bad{"NotToml", "version = 1\nrule = [", "p.toml:2:9: not valid TOML: "},
        Bad{"NoVersion", "deadline_ms = 5\n",
            "p.toml:1:1: the top level has no \"version\": write version = 1"},
        Bad{"Empty", "",
            "p.toml:1:1: the policy is empty: write version = 1 as the first line; "
            "allowed here: version, deadline_ms, paging_deadline_ms, on_timeout, "
            "process, rule, default"},
        Bad{"OnlyAComment", "\n# version = 1\n", "p.toml:1:1: the policy is empty: "},
        Bad{"EmptyOperations",
            "version = 1\n[[rule]]\nname = \"r\"\nverdict = \"deny\"\noperations = []",
            "p.toml:5:14: \"operations\" is an empty list: say which the rule is about; allowed "
            "here: open, create, read, write, delete, "},
        Bad{"NoOperationsKey", "version = 1\n[[rule]]\nname = \"r\"\nverdict = \"deny\"",
            "p.toml:2:1: [[rule]] has no \"operations\": say which the rule is about; allowed "
            "here: "
            "open, create, "},
        Bad{"EmptyOperationsOfContent",
            "version = 1\n[[rule]]\nname = \"r\"\noperations = []\ncontent = { hex = \"00\" }",
            "p.toml:4:14: \"operations\" is an empty list; leave it out"},
        Bad{"OtherVersion", "version = 2", "p.toml:1:11: this program knows version = 1 only"},
        Bad{"UnknownTopKey", "version = 1\ndeadlin_ms = 5",
            "p.toml:2:1: unknown key \"deadlin_ms\" in the top level (did you mean "
            "\"deadline_ms\"?); allowed here: version, deadline_ms, "},
        Bad{"WrongType", "version = 1\ndeadline_ms = \"5\"",
            "p.toml:2:15: \"deadline_ms\" must be a whole number from 1 to 600000, not a string"},
        Bad{"OutOfRange", "version = 1\npaging_deadline_ms = 0",
            "p.toml:2:22: \"paging_deadline_ms\" must be a whole number from 1 to 60000, not 0"},
        Bad{"UnknownOnTimeout", "version = 1\non_timeout = \"block\"",
            "p.toml:2:14: unknown on_timeout \"block\"; allowed here: allow, deny"},
        Bad{"SingleBrackets", "version = 1\n[rule]\nname = \"x\"",
            "p.toml:2:1: write [[rule]] with double brackets"},
        Bad{"DoubleDefault", "version = 1\n[[default]]\nverdict = \"allow\"",
            "p.toml:2:1: write [default] with single brackets"},
        Bad{"NamelessProcess", "version = 1\n[[process]]\nimage = \"x\"",
            "p.toml:2:1: [[process]] has no \"name\""},
        Bad{"EmptySelector", "version = 1\n[[process]]\nname = \"x\"",
            "p.toml:2:1: process \"x\" selects nothing"},
        Bad{"DuplicateProcess",
            "version = 1\n[[process]]\nname = \"x\"\npid = 1\n[[process]]\nname = \"x\"\npid = 2",
            "p.toml:6:8: there is a process \"x\" already"},
        Bad{"BadPid", "version = 1\n[[process]]\nname = \"x\"\npid = 0",
            "p.toml:4:7: \"pid\" must be a whole number from 1 to 4294967295, not 0"},
        Bad{"UnknownProcess",
            "version = 1\n[[process]]\nname = \"guarded\"\npid = 1\n[[rule]]\nname = \"r\"\n"
            "process = \"guardet\"\nverdict = \"deny\"\noperations = \"all\"",
            "p.toml:7:11: no [[process]] is named \"guardet\" (did you mean \"guarded\"?); there "
            "are: guarded"},
        Bad{"NamelessRule", "version = 1\n[[rule]]\nverdict = \"deny\"",
            "p.toml:2:1: [[rule]] has no \"name\""},
        Bad{"NoVerdict", "version = 1\n[[rule]]\nname = \"r\"\noperations = \"read\"",
            "p.toml:2:1: [[rule]] has no \"verdict\": one of: allow, deny, notify"},
        Bad{"UnknownVerdict", "version = 1\n[[rule]]\nname = \"r\"\nverdict = \"denny\"",
            "p.toml:4:11: unknown verdict \"denny\" (did you mean \"deny\"?); allowed here: allow, "
            "deny, notify"},
        Bad{"NoOperations", "version = 1\n[[rule]]\nname = \"r\"\nverdict = \"deny\"",
            "p.toml:2:1: [[rule]] has no \"operations\""},
        Bad{"UnknownOperation",
            "version = 1\n[[rule]]\nname = \"r\"\nverdict = \"deny\"\noperations = [\"raed\"]",
            "p.toml:5:15: unknown operation \"raed\" (did you mean \"read\"?); allowed here: open, "
            "create, read, write, delete, section, rename, link, all"},
        Bad{"OperationNumber",
            "version = 1\n[[rule]]\nname = \"r\"\nverdict = \"deny\"\noperations = [1]",
            "p.toml:5:15: \"operations\" must list strings, not a whole number"},
        Bad{"EmptyList",
            "version = 1\n[[rule]]\nname = \"r\"\nverdict = \"deny\"\noperations = \"all\"\npaths "
            "= []",
            "p.toml:6:9: \"paths\" is an empty list"},
        Bad{"BadGlob",
            "version = 1\n[[rule]]\nname = \"r\"\nverdict = \"deny\"\noperations = \"all\"\n"
            "paths = [\"ok\", \"/a/[b\"]",
            "p.toml:6:20: bad pattern \"/a/[b\": '[' is never closed"},
        Bad{"DirectoryUnknown",
            "version = 1\n[[rule]]\nname = \"r\"\nverdict = \"deny\"\noperations = \"all\"\n"
            "paths = \"{dir}/x\"",
            "p.toml:6:9: \"{dir}\" stands for the filtered directory, and none was given"},
        Bad{"UnknownStatus",
            "version = 1\n[[rule]]\nname = \"r\"\nverdict = \"deny\"\noperations = \"all\"\n"
            "status = \"acess_denied\"",
            "p.toml:6:10: unknown status \"acess_denied\" (did you mean \"access_denied\"?)"},
        Bad{"SuccessStatus",
            "version = 1\n[[rule]]\nname = \"r\"\nverdict = \"deny\"\noperations = \"all\"\n"
            "status = \"0x00000000\"",
            "p.toml:6:10: unknown status \"0x00000000\""},
        Bad{"StatusOfAllow",
            "version = 1\n[[rule]]\nname = \"r\"\nverdict = \"allow\"\noperations = \"all\"\n"
            "status = \"disk_full\"",
            "p.toml:6:10: \"status\" is what a denial returns"},
        Bad{"ContentWrite",
            "version = 1\n[[rule]]\nname = \"r\"\noperations = [\"write\"]\ncontent = { hex = "
            "\"00\" }",
            "p.toml:4:15: content is decided on reads"},
        Bad{"ContentBoth",
            "version = 1\n[[rule]]\nname = \"r\"\ncontent = { hex = \"00\", deny_if_contains = "
            "\"x\" }",
            "p.toml:4:11: content needs exactly one of: deny_if_contains, hex"},
        Bad{"ContentHex", "version = 1\n[[rule]]\nname = \"r\"\ncontent = { hex = \"0g\" }",
            "p.toml:4:19: \"hex\" may hold hexadecimal digits and blanks only"},
        Bad{"ContentOdd", "version = 1\n[[rule]]\nname = \"r\"\ncontent = { hex = \"0\" }",
            "p.toml:4:19: \"hex\" must hold two digits for each byte"},
        Bad{"PagingOutside",
            "version = 1\n[[rule]]\nname = \"r\"\npaging = \"ask\"\ncontent = { hex = \"00\" }",
            "p.toml:4:10: \"paging\" belongs into content"},
        Bad{"UnknownPaging",
            "version = 1\n[[rule]]\nname = \"r\"\ncontent = { hex = \"00\", paging = \"aks\" }",
            "p.toml:4:34: unknown paging \"aks\" (did you mean \"ask\"?); allowed here: scan, ask"},
        Bad{"UnreportedDenial",
            "version = 1\n[[rule]]\nname = \"r\"\nverdict = \"deny\"\noperations = \"all\"\nreport "
            "= false",
            "p.toml:6:10: a denial is always reported"},
        Bad{"DefaultWithoutVerdict", "version = 1\n[default]\n",
            "p.toml:2:1: [default] has no \"verdict\""}),
    [](const auto& info) { return std::string(info.param.name); });

TEST(Policy, MissingFileIsOneClearLine) {
  const PolicyResult result = Policy::load("/nonexistent/p.toml", "");
  ASSERT_TRUE(std::holds_alternative<PolicyError>(result));
  EXPECT_EQ(std::get<PolicyError>(result).text(),
            "/nonexistent/p.toml:1:1: can't read it: No such file or directory; a policy is a TOML "
            "file (docs/POLICY.md)");
}

TEST(Policy, TooManySelectorsAreRefused) {
  std::string text = "version = 1\n";
  for (int i = 0; i < 25; ++i) {
    text += "[[process]]\nname = \"p" + std::to_string(i) + "\"\npid = 1\n";
  }
  EXPECT_NE(error_of(text).find("at most 24 processes"), std::string::npos) << error_of(text);
}

// A policy file, as somebody may give one by mistake.
std::string error_of_file(const std::string& name) {
  const PolicyResult result = Policy::load(name, "/data");
  const auto* error = std::get_if<PolicyError>(&result);
  return error != nullptr ? error->text() : "no error";
}

TEST(PolicyFile, EmptyFileAndEmptyDevice_SayWhatIsAllowed) {
  std::string name = ::testing::TempDir() + "policy_XXXXXX";
  ASSERT_GE(mkstemp(name.data()), 0);
  EXPECT_EQ(error_of_file(name).rfind(name + ":1:1: the policy is empty: ", 0), 0U);
  std::filesystem::remove(name);
  EXPECT_EQ(error_of_file("/dev/null").rfind("/dev/null:1:1: the policy is empty: ", 0), 0U);
}

TEST(PolicyFile, DirectoryOrMissingFileOrOneWithoutEnd_IsNamed) {
  EXPECT_EQ(error_of_file("/tmp"),
            "/tmp:1:1: this is a directory; a policy is a TOML file (docs/POLICY.md)");
  EXPECT_EQ(error_of_file("/no/such").rfind("/no/such:1:1: can't read it: No such file", 0), 0U);
  EXPECT_EQ(error_of_file("/dev/zero").rfind("/dev/zero:1:1: it has more than 16 MiB; ", 0), 0U);
}

TEST(Policy, DirectoryIsExpandedLiterally) {
  const auto policy = parse(
      "version = 1\n[[rule]]\nname = \"r\"\nverdict = \"deny\"\noperations = \"all\"\n"
      "paths = \"{dir}/*.key\"",
      "/odd[1]");
  std::vector<std::uint32_t> rules;
  policy->rules_for_path("/odd[1]/a.key", &rules);
  EXPECT_EQ(rules.size(), 1U);
  policy->rules_for_path("/odd1/a.key", &rules);
  EXPECT_TRUE(rules.empty());
}

TEST(Policy, WithoutProcessSectionsEverythingIsInteresting) {
  const auto policy = parse("version = 1");
  EXPECT_EQ(policy->all_processes(), 1U);
  EXPECT_FALSE(policy->asks_about_processes());
  EXPECT_EQ(policy->process_plan(1), kPlanInteresting | kPlanNotifyAll | kPlanInherit);
}

constexpr std::string_view kTwoProcesses = R"(version = 1
[[process]]
name = "guarded"
image = ["**/guarded", "*-guarded"]
children = true
[[process]]
name = "alone"
image = "/usr/bin/alone"
)";

TEST(Policy, ImagesSelectProcesses) {
  const auto policy = parse(kTwoProcesses);
  EXPECT_EQ(policy->selectors_by_image("/opt/guarded"), 1U);
  EXPECT_EQ(policy->selectors_by_image("/opt/x-guarded"), 1U);
  EXPECT_EQ(policy->selectors_by_image("/usr/bin/alone"), 2U);
  EXPECT_EQ(policy->selectors_by_image("/bin/alone"), 0U);
  EXPECT_TRUE(policy->asks_about_processes());
  EXPECT_EQ(policy->inherited(3), 1U);
}

TEST(Policy, DriverMayOnlyInheritWhereNoSelectorCouldAdd) {
  EXPECT_EQ(parse(kTwoProcesses)->process_plan(1) & kPlanInherit, 0U);
  const auto one = parse("version = 1\n[[process]]\nname = \"a\"\nimage = \"a\"\nchildren = true");
  EXPECT_NE(one->process_plan(1) & kPlanInherit, 0U);
  const auto childless = parse("version = 1\n[[process]]\nname = \"a\"\nimage = \"a\"");
  EXPECT_EQ(childless->process_plan(1) & kPlanInherit, 0U);
}

TEST(Policy, OpensAreAskedOnlyWhereARuleForTheProcessNeedsIt) {
  const std::string rule =
      "[[rule]]\nname = \"r\"\nprocess = \"guarded\"\noperations = \"write\"\n";
  const auto deny = parse(std::string(kTwoProcesses) + rule + "verdict = \"deny\"");
  EXPECT_NE(deny->process_plan(1) & kPlanAskCreate, 0U);
  EXPECT_EQ(deny->process_plan(2) & kPlanAskCreate, 0U);
  const auto notify = parse(std::string(kTwoProcesses) + rule + "verdict = \"notify\"");
  EXPECT_EQ(notify->process_plan(1) & kPlanAskCreate, 0U);
}

TEST(Policy, FailClosedRuleClosesTheOpensOfItsProcesses) {
  const auto policy = parse(std::string(kTwoProcesses) +
                            "[[rule]]\nname = \"r\"\nprocess = \"guarded\"\noperations = "
                            "\"write\"\nverdict = \"deny\"\non_timeout = \"deny\"");
  EXPECT_EQ(policy->open_on_timeout(1), VerdictKind::Deny);
  EXPECT_EQ(policy->open_on_timeout(2), VerdictKind::Allow);
}

TEST(Policy, ChecksumChangesWithTheMeaningOfAMask) {
  const auto a = parse("version = 1\n[[process]]\nname = \"a\"\nimage = \"a\"");
  const auto b = parse("version = 1\n[[process]]\nname = \"b\"\nimage = \"a\"");
  EXPECT_NE(a->selector_checksum(), b->selector_checksum());
}

}  // namespace
}  // namespace sluice::service
