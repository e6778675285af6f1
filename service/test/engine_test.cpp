#include "fake_port.h"

#include <sluice/service/engine.h>

#include <gtest/gtest.h>

#include <map>

namespace sluice::service {
namespace {

using namespace protocol;
using sluice::testing::AskMessage;
using sluice::testing::Bytes;

constexpr std::uint32_t kReadAccess = 0x1;
constexpr std::uint32_t kWriteAccess = 0x2;
constexpr std::uint32_t kDelete = 0x10000;
constexpr std::uint32_t kOpen = 1u << 24;
constexpr std::uint32_t kCreate = 2u << 24;
constexpr std::uint32_t kOverwriteIf = 5u << 24;

constexpr std::string_view kPolicy = R"(version = 1
deadline_ms = 2000
on_timeout = "allow"

[[process]]
name = "guarded"
image = "**/guarded"
children = true

[[process]]
name = "alone"
image = "**/alone"

[[rule]]
name = "quiet"
operations = "all"
paths = "/data/quiet/**"
verdict = "allow"
report = false

[[rule]]
name = "no-new-keys"
process = "guarded"
operations = "create"
paths = "*.key"
verdict = "deny"

[[rule]]
name = "read-only"
process = "guarded"
operations = ["write", "delete"]
paths = "/data/ro/**"
verdict = "deny"
status = "media_write_protected"

[[rule]]
name = "secret"
process = "guarded"
paths = "/data/**"
content = { deny_if_contains = "SECRET", paging = "ask" }
deadline_ms = 700
on_timeout = "deny"

[[rule]]
name = "magic"
process = "guarded"
paths = "/data/scan/**"
content = { hex = "de ad be ef" }

[[rule]]
name = "no-maps"
operations = "section"
paths = "/data/nomap"
verdict = "deny"
)";

struct EngineTest : ::testing::Test {
  std::map<std::uint32_t, std::pair<std::uint32_t, std::string>> running;
  std::unique_ptr<Engine> engine;
  std::uint64_t next_id = 1;
  Bytes message;
  AskView view{};

  static std::shared_ptr<const Policy> parse(std::string_view text) {
    PolicyResult result = Policy::parse(text, "p.toml", "/data");
    if (const auto* error = std::get_if<PolicyError>(&result)) ADD_FAILURE() << error->text();
    return std::get<std::shared_ptr<const Policy>>(result);
  }

  void SetUp() override { start(kPolicy, 7); }

  void start(std::string_view policy, std::uint32_t generation) {
    EngineSources sources;
    sources.path = [](std::u16string_view path) { return std::string(path.begin(), path.end()); };
    sources.process = [this](std::uint32_t pid, std::uint32_t* parent, std::string* image) {
      const auto at = running.find(pid);
      if (at == running.end()) return false;
      *parent = at->second.first;
      *image = at->second.second;
      return true;
    };
    engine = std::make_unique<Engine>(std::move(sources), parse(policy), generation);
  }

  Verdict ask(AskMessage what) {
    what.id = next_id++;
    message = what.bytes();
    EXPECT_TRUE(decode_ask(message.data(), static_cast<std::uint32_t>(message.size()), &view));
    Verdict verdict{};
    verdict.magic = kMagic;
    verdict.version = kVersion;
    verdict.ask_id = what.id;
    verdict.verdict = static_cast<std::uint8_t>(what.fallback);
    engine->decide(view, verdict);
    EXPECT_TRUE(valid_verdict(&verdict, sizeof(verdict), what.id));
    return verdict;
  }

  Verdict process(std::uint32_t pid, std::uint32_t parent, std::u16string_view image,
                  std::uint64_t parent_tree = 0) {
    AskMessage what{.kind = AskKind::Process};
    what.record = sluice::testing::record(Operation::ProcessStart, 0);
    what.record.pid = pid;
    what.record.parent_pid = parent;
    what.record.process_start = 1000 + pid;
    what.path = image;
    what.tree = parent_tree;
    return ask(what);
  }

  Verdict open(std::uint64_t tree, std::u16string_view path, std::uint32_t access,
               std::uint32_t options = kOpen, std::uint32_t flags = 0) {
    AskMessage what{.kind = AskKind::Create, .tree = tree};
    what.path = path;
    what.record.pid = 50;
    what.record.desired_access = access;
    what.record.create_options = options;
    what.record.flags = flags;
    return ask(what);
  }

  Verdict data(AskKind kind, std::uint64_t tree, std::u16string_view path, std::uint64_t offset,
               std::string bytes, bool last = true, std::uint64_t stream = 9) {
    AskMessage what{.kind = kind, .tree = tree};
    what.record = sluice::testing::record(Operation::Read, 0);
    what.record.stream_id = stream;
    what.record.pid = 50;
    what.path = path;
    what.data = std::move(bytes);
    what.data_offset = offset;
    what.flags = last ? kAskLastChunk : std::uint8_t{0};
    return ask(what);
  }

  // `to`: the new path of a rename or link.
  Verdict change(Operation operation, std::uint64_t tree, std::u16string from,
                 const std::u16string& to = {}, std::uint32_t flags = 0) {
    AskMessage what{.kind = AskKind::Change, .tree = tree};
    what.record = sluice::testing::record(operation, 0);
    what.record.pid = 50;
    what.record.flags = flags;
    what.record.target_bytes = static_cast<std::uint16_t>(to.size() * 2);
    what.path = from + to;
    return ask(what);
  }

  std::uint64_t guarded() { return process(50, 1, u"/opt/guarded").tree; }
};

bool denies(const Verdict& v) {
  return v.verdict == static_cast<std::uint8_t>(VerdictKind::Deny);
}
bool allows(const Verdict& v) {
  return v.verdict == static_cast<std::uint8_t>(VerdictKind::Allow);
}
bool more(const Verdict& v) {
  return v.verdict == static_cast<std::uint8_t>(VerdictKind::More);
}

TEST_F(EngineTest, Change_ToANewNameIsDecidedAsTheCreateThatWouldMakeIt) {
  const std::uint64_t tree = guarded();
  for (const Operation operation : {Operation::Rename, Operation::Link}) {
    const Verdict denied = change(operation, tree, u"/data/a", u"/data/b.key");
    EXPECT_TRUE(denies(denied));
    EXPECT_NE(denied.rule, 0U);
    EXPECT_TRUE(allows(change(operation, tree, u"/data/b.key", u"/data/a"))) << "away from it";
    EXPECT_TRUE(allows(change(operation, tree, u"/data/a", u"/data/b")));
  }
}

TEST_F(EngineTest, Change_ThatMayReplaceItsTargetIsAWriteThere) {
  const std::uint64_t tree = guarded();
  const auto rename = [&](std::uint32_t flags) {
    return change(Operation::Rename, tree, u"/data/a", u"/data/ro/x", flags);
  };
  EXPECT_TRUE(allows(rename(0)));
  EXPECT_TRUE(denies(rename(kReplaces)));
  EXPECT_TRUE(allows(rename(kReplaces | kDirectory))) << "a directory has no data";
}

TEST_F(EngineTest, Change_DeletionIsDecidedByDelete) {
  const std::uint64_t tree = guarded();
  const Verdict denied = change(Operation::Delete, tree, u"/data/ro/x");
  EXPECT_TRUE(denies(denied));
  EXPECT_EQ(static_cast<std::uint32_t>(denied.status), 0xC00000A2U);
  EXPECT_TRUE(allows(change(Operation::Delete, tree, u"/data/x")));
}

TEST_F(EngineTest, Change_RenameAndLinkHaveRulesOfTheirOwn) {
  start(
      "version = 1\n[[process]]\nname = \"all\"\nall = true\n[[rule]]\nname = \"r\"\nverdict = "
      "\"deny\"\noperations = [\"rename\"]\npaths = \"/p/**\"\n[[rule]]\nname = "
      "\"l\"\nverdict = \"deny\"\noperations = [\"link\"]\npaths = \"/q/**\"\n",
      1);
  const std::uint64_t tree = guarded();
  EXPECT_TRUE(denies(change(Operation::Rename, tree, u"/p/a", u"/z")));
  EXPECT_TRUE(allows(change(Operation::Link, tree, u"/p/a", u"/z")));
  EXPECT_TRUE(denies(change(Operation::Link, tree, u"/q/a", u"/z")));
  EXPECT_TRUE(allows(change(Operation::Rename, tree, u"/q/a", u"/z")));
}

TEST_F(EngineTest, Process_MatchingAnImageIsInteresting) {
  const Verdict verdict = process(50, 1, u"/opt/guarded");
  EXPECT_TRUE(allows(verdict));
  EXPECT_NE(verdict.plan & kPlanInteresting, 0U);
  EXPECT_NE(verdict.plan & kPlanAskCreate, 0U);
  EXPECT_NE(verdict.tree, 0U);
  EXPECT_EQ(verdict.generation, 7U);
}

TEST_F(EngineTest, Process_OfNoInterestGetsNoPlan) {
  const Verdict verdict = process(51, 1, u"/usr/bin/cat");
  EXPECT_EQ(verdict.plan, 0U);
  EXPECT_EQ(verdict.tree, 0U);
}

TEST_F(EngineTest, Process_ChildInheritsTheTree) {
  const Verdict parent = process(50, 1, u"/opt/guarded");
  const Verdict child = process(60, 50, u"/usr/bin/cat");
  EXPECT_EQ(child.tree, parent.tree);
  EXPECT_EQ(process(70, 60, u"/bin/sh").tree, parent.tree);
}

TEST_F(EngineTest, Process_ChildOfASelectorWithoutChildrenIsNotInteresting) {
  EXPECT_NE(process(50, 1, u"/opt/alone").plan, 0U);
  EXPECT_EQ(process(60, 50, u"/usr/bin/cat").plan, 0U);
}

TEST_F(EngineTest, Process_AddingASelectorStartsATreeOfItsOwn) {
  const Verdict parent = process(50, 1, u"/opt/guarded");
  const Verdict child = process(60, 50, u"/opt/alone");
  EXPECT_NE(child.tree, parent.tree);
  EXPECT_NE(child.tree, 0U);
}

TEST_F(EngineTest, Process_NewImageOfTheSameProcessStaysInItsTree) {
  const Verdict before = process(50, 1, u"/opt/guarded");
  const Verdict after = process(50, 1, u"/usr/bin/cat");  // same pid and start time: an exec
  EXPECT_EQ(after.tree, before.tree);
}

TEST_F(EngineTest, Process_ParentNobodyToldUsAboutIsFoundThroughItsAncestors) {
  running[1] = {0, "/sbin/init"};
  running[40] = {1, "/opt/guarded"};
  running[41] = {40, "/bin/sh"};
  EXPECT_NE(process(42, 41, u"/usr/bin/cat").plan, 0U);
}

TEST_F(EngineTest, Tree_IsUnderstoodByAServiceThatStartsAnew) {
  const std::uint64_t tree = guarded();
  start(kPolicy, 8);
  EXPECT_TRUE(denies(open(tree, u"/data/new.key", kWriteAccess, kCreate)));
}

TEST_F(EngineTest, Tree_KeepsItsMeaningWhenSelectorsMove) {
  const std::uint64_t tree = guarded();
  engine->replace_policy(parse(R"(version = 1
[[process]]
name = "first"
image = "first"
[[process]]
name = "guarded"
image = "**/guarded"
[[rule]]
name = "all"
process = "guarded"
operations = "write"
verdict = "deny")"),
                         9);
  EXPECT_TRUE(denies(open(tree, u"/data/x", kWriteAccess)));
}

TEST_F(EngineTest, Create_OfANewKeyIsDenied) {
  const Verdict verdict = open(guarded(), u"/data/new.key", kWriteAccess, kCreate);
  EXPECT_TRUE(denies(verdict));
  EXPECT_EQ(static_cast<std::uint32_t>(verdict.status), 0xC0000022U);
  EXPECT_EQ(engine->rule_name(verdict.generation, verdict.rule), "no-new-keys");
}

TEST_F(EngineTest, Create_OpeningAnExistingKeyIsNotCreating) {
  EXPECT_TRUE(allows(open(guarded(), u"/data/old.key", kReadAccess)));
}

TEST_F(EngineTest, Create_ThatOverwritesCountsAsWriting) {
  EXPECT_TRUE(denies(open(guarded(), u"/data/ro/x", kReadAccess, kOverwriteIf)));
}

TEST_F(EngineTest, Create_DeniedWriteSaysItsStatusAndReadingStaysAllowedWithThePlan) {
  const std::uint64_t tree = guarded();
  const Verdict write = open(tree, u"/data/ro/x", kWriteAccess);
  EXPECT_TRUE(denies(write));
  EXPECT_EQ(static_cast<std::uint32_t>(write.status), 0xC00000A2U);
  const Verdict read = open(tree, u"/data/ro/x", kReadAccess);
  EXPECT_TRUE(allows(read));
  EXPECT_NE(read.plan & kPlanDenyWrite, 0U);
  EXPECT_TRUE(denies(open(tree, u"/data/ro/x", kDelete)));
}

TEST_F(EngineTest, Create_DirectoryBitsAreNotDataAccess) {
  EXPECT_TRUE(allows(open(guarded(), u"/data/ro/sub", kWriteAccess, kOpen, kDirectory)));
}

TEST_F(EngineTest, Create_ByAProcessOutsideTheRulesProcessesIsAllowed) {
  const std::uint64_t tree = process(50, 1, u"/opt/alone").tree;
  EXPECT_TRUE(allows(open(tree, u"/data/new.key", kWriteAccess, kCreate)));
}

TEST_F(EngineTest, Create_PlanFollowsFromTheContentRulesOfThePath) {
  const std::uint64_t tree = guarded();
  const Verdict one = open(tree, u"/data/file", kReadAccess);
  EXPECT_NE(one.plan & kPlanAskRead, 0U);
  EXPECT_NE(one.plan & kPlanAskPagingRead, 0U);
  EXPECT_EQ(one.plan & kPlanScanSection, 0U);
  EXPECT_EQ(one.deadline_ms, 700U);
  EXPECT_EQ(one.paging_deadline_ms, 700U);
  EXPECT_EQ(one.on_timeout, static_cast<std::uint8_t>(VerdictKind::Deny));
  const Verdict both = open(tree, u"/data/scan/file", kReadAccess);
  EXPECT_NE(both.plan & kPlanAskPagingRead, 0U);
  EXPECT_NE(both.plan & kPlanScanSection, 0U);
  const Verdict none = open(tree, u"/else/file", kReadAccess);
  EXPECT_EQ(none.plan & (kPlanAskRead | kPlanAskPagingRead | kPlanScanSection), 0U);
  const Verdict write_only = open(tree, u"/data/file", kWriteAccess);
  EXPECT_EQ(write_only.plan & kPlanAskRead, 0U);
}

TEST_F(EngineTest, Create_UnderAnUnreportedRuleHasNoNotifyBitsAndNoContentRules) {
  const Verdict verdict = open(guarded(), u"/data/quiet/x", kReadAccess);
  EXPECT_TRUE(allows(verdict));
  EXPECT_EQ(verdict.plan & kPlanNotifyAll, 0U);
  EXPECT_EQ(verdict.plan & kPlanAskRead, 0U);
  EXPECT_EQ(open(guarded(), u"/data/loud", kReadAccess).plan & kPlanNotifyAll, kPlanNotifyAll);
}

TEST_F(EngineTest, Section_IsAskedWhereARuleIsAboutItAndDenied) {
  const std::uint64_t tree = guarded();
  EXPECT_NE(open(tree, u"/data/nomap", kReadAccess).plan & kPlanAskSection, 0U);
  EXPECT_EQ(open(tree, u"/data/other", kReadAccess).plan & kPlanAskSection, 0U);
  AskMessage what{.kind = AskKind::Section, .tree = tree};
  what.record = sluice::testing::record(Operation::Section, 0);
  what.path = u"/data/nomap";
  EXPECT_TRUE(denies(ask(what)));
  what.path = u"/data/other";
  EXPECT_TRUE(allows(ask(what)));
  what.path = u"/data/ro/x";
  what.record.flags = kWritable;
  EXPECT_TRUE(denies(ask(what)));
}

TEST_F(EngineTest, ReadData_WithThePatternIsDenied) {
  const Verdict verdict = data(AskKind::ReadData, guarded(), u"/data/f", 0, "a SECRET b");
  EXPECT_TRUE(denies(verdict));
  EXPECT_EQ(engine->rule_name(verdict.generation, verdict.rule), "secret");
  EXPECT_EQ(verdict.remember, static_cast<std::uint8_t>(Remember::Stream));
}

TEST_F(EngineTest, ReadData_AcrossTwoReadsIsDeniedAtTheSecond) {
  const std::uint64_t tree = guarded();
  EXPECT_TRUE(allows(data(AskKind::ReadData, tree, u"/data/f", 0, "xxSEC")));
  EXPECT_TRUE(denies(data(AskKind::ReadData, tree, u"/data/f", 5, "RETxx")));
}

TEST_F(EngineTest, ReadData_OfDifferentStreamsIsNotJoined) {
  const std::uint64_t tree = guarded();
  EXPECT_TRUE(allows(data(AskKind::ReadData, tree, u"/data/f", 0, "xxSEC", true, 1)));
  EXPECT_TRUE(allows(data(AskKind::ReadData, tree, u"/data/g", 5, "RETxx", true, 2)));
}

TEST_F(EngineTest, ReadData_AByteAtATimeBackwardsIsFound) {
  const std::uint64_t tree = guarded();
  const std::string secret = "SECRET";
  for (std::size_t i = secret.size(); i-- > 1;) {
    EXPECT_TRUE(allows(data(AskKind::ReadData, tree, u"/data/f", i, secret.substr(i, 1))));
  }
  EXPECT_TRUE(denies(data(AskKind::ReadData, tree, u"/data/f", 0, "S")));
}

TEST_F(EngineTest, ReadData_AfterAWriteInBetweenIsNotJoined) {
  const std::uint64_t tree = guarded();
  EXPECT_TRUE(allows(data(AskKind::ReadData, tree, u"/data/f", 0, "xxSEC")));
  EventRecord write = sluice::testing::record(Operation::Write, 1);
  write.stream_id = 9;
  write.offset = 4;
  write.length = 1;
  engine->note(write);
  EXPECT_TRUE(allows(data(AskKind::ReadData, tree, u"/data/f", 5, "RETxx")));
}

TEST_F(EngineTest, ReadData_MissesNothingInAChunkThatIsNotTheLast) {
  const std::uint64_t tree = guarded();
  EXPECT_TRUE(more(data(AskKind::ReadData, tree, u"/data/f", 0, "xxSEC", false)));
  EXPECT_TRUE(denies(data(AskKind::ReadData, tree, u"/data/f", 5, "RETxx", true)));
}

TEST_F(EngineTest, ReadData_ByAProcessWithoutContentRulesIsAllowed) {
  const std::uint64_t tree = process(50, 1, u"/opt/alone").tree;
  EXPECT_TRUE(allows(data(AskKind::ReadData, tree, u"/data/f", 0, "a SECRET b")));
}

TEST_F(EngineTest, ReadData_OfNobodyKnownGetsTheStrictestAnswer) {
  EXPECT_TRUE(denies(data(AskKind::ReadData, 0, u"/data/f", 0, "a SECRET b")));
}

TEST_F(EngineTest, ScanData_GoesOnUntilTheLastChunkAndIsRemembered) {
  const std::uint64_t tree = guarded();
  EXPECT_TRUE(more(data(AskKind::ScanData, tree, u"/data/scan/f", 0, "clean", false)));
  const Verdict last = data(AskKind::ScanData, tree, u"/data/scan/f", 5, "clean", true);
  EXPECT_TRUE(allows(last));
  EXPECT_EQ(last.remember, static_cast<std::uint8_t>(Remember::Stream));
}

TEST_F(EngineTest, ScanData_FindsThePatternAcrossChunks) {
  const std::uint64_t tree = guarded();
  EXPECT_TRUE(more(data(AskKind::ScanData, tree, u"/data/scan/f", 0, "x\xde\xad", false)));
  const Verdict found = data(AskKind::ScanData, tree, u"/data/scan/f", 3, "\xbe\xef", true);
  EXPECT_TRUE(denies(found));
  EXPECT_EQ(engine->rule_name(found.generation, found.rule), "magic");
}

TEST_F(EngineTest, DefaultDeny_DeniesDataButNotAStat) {
  start("version = 1\n[default]\nverdict = \"deny\"", 3);
  EXPECT_TRUE(denies(open(0, u"/data/x", kReadAccess)));
  EXPECT_TRUE(denies(open(0, u"/data/x", kWriteAccess, kCreate)));
  EXPECT_TRUE(allows(open(0, u"/data/x", 0x80)));
}

TEST_F(EngineTest, FirstMatchingRuleWins) {
  start(R"(version = 1
[[rule]]
name = "but-this"
operations = "read"
paths = "/data/ok"
verdict = "allow"
[[rule]]
name = "none"
operations = "read"
paths = "/data/**"
verdict = "deny")",
        3);
  const Verdict allowed = open(0, u"/data/ok", kReadAccess);
  EXPECT_TRUE(allows(allowed));
  EXPECT_EQ(engine->rule_name(3, allowed.rule), "but-this");
  EXPECT_TRUE(denies(open(0, u"/data/other", kReadAccess)));
}

TEST_F(EngineTest, ContentRuleThatAllows_IsTheLastWordOnOtherContent) {
  const std::string end = R"(
[[rule]]
name = "rest"
operations = "read"
verdict = "deny")";
  const std::string content = R"(version = 1
[[rule]]
name = "content"
content = { hex = "00" }
)";
  start(content + "verdict = \"allow\"" + end, 3);
  EXPECT_TRUE(allows(open(0, u"/data/x", kReadAccess)));
  EXPECT_TRUE(allows(data(AskKind::ReadData, 0, u"/data/x", 0, "clean")));
  EXPECT_TRUE(denies(data(AskKind::ReadData, 0, u"/data/x", 0, std::string(1, '\0'))));
  start(content + end, 4);
  EXPECT_TRUE(denies(open(0, u"/data/x", kReadAccess)));
}

TEST_F(EngineTest, Reload_AnswersByTheNewPolicyAndStillKnowsTheOldNames) {
  const std::uint64_t tree = guarded();
  const Verdict before = open(tree, u"/data/new.key", kWriteAccess, kCreate);
  engine->replace_policy(Policy::report_everything(), 8);
  EXPECT_TRUE(allows(open(tree, u"/data/new.key", kWriteAccess, kCreate)));
  EXPECT_EQ(engine->rule_name(before.generation, before.rule), "no-new-keys");
}

TEST_F(EngineTest, Frame_CarriesThePolicysNumbers) {
  const PolicyFrame frame = engine->frame();
  EXPECT_EQ(frame.generation, 7U);
  EXPECT_EQ(frame.deadline_ms, 2000U);
  EXPECT_EQ(frame.paging_deadline_ms, 500U);
  EXPECT_EQ(frame.default_plan, 0U);
  EXPECT_TRUE(frame.ask_processes);
}

}  // namespace
}  // namespace sluice::service
