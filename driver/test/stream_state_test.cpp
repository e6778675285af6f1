#include "stream_state.h"

#include <gtest/gtest.h>

namespace sluice::driver {
namespace {

using protocol::Attribution;
using protocol::VerdictKind;

Terms terms(uint64_t tree, uint32_t plan, uint32_t generation = 1) {
  Terms t{};
  t.tree = tree;
  t.plan = plan;
  t.generation = generation;
  return t;
}

RememberedVerdict verdict(uint32_t access, uint32_t generation, VerdictKind kind) {
  RememberedVerdict v{};
  v.access = access;
  v.generation = generation;
  v.verdict = static_cast<uint8_t>(kind);
  return v;
}

class StreamStateTest : public testing::Test {
 protected:
  StreamState state_{};
};

TEST_F(StreamStateTest, Plan_IsKeptPerTree_AndAsUnion) {
  state_.add_plan(terms(1, protocol::kPlanAskPagingRead | protocol::kPlanAskCreate));
  state_.add_plan(terms(2, protocol::kPlanNotifyWrite));
  EXPECT_EQ(state_.paging_plan(), protocol::kPlanAskPagingRead | protocol::kPlanNotifyWrite);
  EXPECT_EQ(state_.terms_of(1, {}).plan, protocol::kPlanAskPagingRead)
      << "bits that don't concern the stream are not kept";
  EXPECT_EQ(state_.terms_of(2, {}).plan, protocol::kPlanNotifyWrite);
  EXPECT_EQ(state_.terms_of(3, {}).plan, state_.paging_plan()) << "unknown tree: the union";
}

TEST_F(StreamStateTest, SecondOpen_NeverWeakensTheTreesPlan) {
  state_.add_plan(terms(1, protocol::kPlanAskPagingRead));
  state_.add_plan(terms(1, protocol::kPlanNotifyRead));
  EXPECT_EQ(state_.terms_of(1, {}).plan, protocol::kPlanAskPagingRead | protocol::kPlanNotifyRead);
}

TEST_F(StreamStateTest, Protection_IsNotLost_WhenTreesAreEvicted) {
  state_.add_plan(terms(1, protocol::kPlanAskPagingRead));
  for (uint64_t tree = 2; tree < 20; ++tree) state_.add_plan(terms(tree, 0));
  EXPECT_TRUE(state_.terms_of(1, {}).plan & protocol::kPlanAskPagingRead);
}

TEST_F(StreamStateTest, Verdict_IsRecalled_ForTheSameTreeAccessAndGenerationOnly) {
  state_.remember(1, verdict(kAccessRead, 4, VerdictKind::Deny));
  const RememberedVerdict* known = state_.recall(1, kAccessRead, 4);
  ASSERT_NE(known, nullptr);
  EXPECT_EQ(known->verdict, static_cast<uint8_t>(VerdictKind::Deny));
  EXPECT_EQ(state_.recall(2, kAccessRead, 4), nullptr);
  EXPECT_EQ(state_.recall(1, kAccessRead | kAccessWrite, 4), nullptr);
  EXPECT_EQ(state_.recall(1, kAccessRead, 5), nullptr);
  state_.forget_verdicts();
  EXPECT_EQ(state_.recall(1, kAccessRead, 4), nullptr);
}

TEST_F(StreamStateTest, Verdict_OfANewGeneration_ReplacesTheOld) {
  state_.remember(1, verdict(kAccessRead, 4, VerdictKind::Deny));
  state_.remember(1, verdict(kAccessRead, 5, VerdictKind::Allow));
  EXPECT_EQ(state_.recall(1, kAccessRead, 4), nullptr);
  EXPECT_NE(state_.recall(1, kAccessRead, 5), nullptr);
}

TEST_F(StreamStateTest, ContentDenial_Sticks_UntilWriteOrGeneration) {
  ContentDecision found;
  EXPECT_FALSE(state_.may_be_denied());
  state_.deny_content(1, {state_.writes(), 3, 9, -1});
  EXPECT_TRUE(state_.may_be_denied());
  ASSERT_TRUE(state_.content_denied(1, 3, &found));
  EXPECT_EQ(found.rule, 9u);
  EXPECT_FALSE(state_.content_denied(2, 3, &found)) << "another tree is undisturbed";
  EXPECT_FALSE(state_.content_denied(1, 4, &found));
  state_.touch();
  EXPECT_FALSE(state_.content_denied(1, 3, &found));
}

TEST_F(StreamStateTest, ContentDenial_OfOldBytes_DoesNotHold_WhenWrittenMeanwhile) {
  const uint64_t before = state_.writes();
  state_.touch();
  state_.deny_content(1, {before, 3, 9, -1});
  ContentDecision found;
  EXPECT_FALSE(state_.content_denied(1, 3, &found));
}

TEST_F(StreamStateTest, Scan_IsDoneOnce_UntilWriteOrGeneration) {
  EXPECT_FALSE(state_.scanned(1, 3));
  state_.note_scanned(1, {state_.writes(), 3, 0, 0});
  EXPECT_TRUE(state_.scanned(1, 3));
  EXPECT_FALSE(state_.scanned(1, 4));
  EXPECT_FALSE(state_.scanned(2, 3));
  state_.touch();
  EXPECT_FALSE(state_.scanned(1, 3));
}

TEST_F(StreamStateTest, PagingWrite_IsAttributed_MapperThenSetThenOpener) {
  EXPECT_EQ(state_.responsible_for_paging_write().how, Attribution::Unknown);
  state_.set_writer(5, 50);
  EXPECT_EQ(state_.responsible_for_paging_write().how, Attribution::Opener);
  EXPECT_EQ(state_.responsible_for_paging_write().pid, 5u);
  state_.add_mapper({7, 70, 1});
  state_.add_mapper({7, 70, 1});
  EXPECT_EQ(state_.responsible_for_paging_write().how, Attribution::Mapper);
  EXPECT_EQ(state_.responsible_for_paging_write().pid, 7u);
  state_.add_mapper({8, 80, 1});
  EXPECT_EQ(state_.responsible_for_paging_write().how, Attribution::MapperSet);
  EXPECT_EQ(state_.responsible_for_paging_write().pid, 8u);
  state_.add_mapper({7, 70, 1});
  EXPECT_EQ(state_.responsible_for_paging_write().pid, 7u) << "the latest";
}

TEST_F(StreamStateTest, ManyMappers_KeepTheLatest) {
  for (uint64_t pid = 1; pid <= 100; ++pid) {
    state_.add_mapper({pid, pid, 1});
    EXPECT_EQ(state_.responsible_for_paging_write().pid, pid);
  }
  EXPECT_EQ(state_.responsible_for_paging_write().how, Attribution::MapperSet);
}

TEST_F(StreamStateTest, PagingWrite_IsDenied_OnlyWhenNoAllowedWriterIsKnown) {
  EXPECT_FALSE(state_.paging_write_denied());
  state_.add_plan(terms(1, protocol::kPlanDenyWrite));
  state_.add_mapper({7, 70, 1});
  EXPECT_TRUE(state_.paging_write_denied());
  state_.add_mapper({8, 80, 2});
  EXPECT_FALSE(state_.paging_write_denied());
}

TEST_F(StreamStateTest, Strictest_PrefersTheTreeThatAsks) {
  state_.add_plan(terms(1, protocol::kPlanNotifyRead));
  state_.add_plan(terms(2, protocol::kPlanAskPagingRead));
  EXPECT_EQ(state_.strictest().tree, 2u);
}

TEST(AccessClass, Masks_AreClassified) {
  EXPECT_EQ(access_class(0x80000000), static_cast<uint32_t>(kAccessRead));
  EXPECT_EQ(access_class(0x40000000), static_cast<uint32_t>(kAccessWrite));
  EXPECT_EQ(access_class(0x10000), static_cast<uint32_t>(kAccessDelete));
  EXPECT_EQ(access_class(0x80), static_cast<uint32_t>(kAccessOther));
  EXPECT_EQ(access_class(0x2000000) & kAccessWrite, static_cast<uint32_t>(kAccessWrite));
}

}  // namespace
}  // namespace sluice::driver
