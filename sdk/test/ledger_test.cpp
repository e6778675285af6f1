#include "fake_port.h"

#include <sluice/ledger.h>

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace sluice {
namespace {

using namespace protocol;
using testing::batch;
using testing::dropped;
using testing::Event;
using testing::record;

constexpr std::uint64_t kBoot = 7;

std::size_t receive(Ledger& ledger, const testing::Bytes& bytes) {
  std::size_t fresh = 0;
  EXPECT_TRUE(ledger.receive(bytes, [&](const EventRecord&) { ++fresh; }));
  return fresh;
}

Event event(std::uint64_t sequence) {
  return {record(Operation::Read, sequence)};
}

TEST(Ledger, GaplessBatchesLeaveNothingUnexplained) {
  const ShardState shards[] = {{1, 1}};
  Ledger ledger(kBoot, shards);
  EXPECT_EQ(receive(ledger, batch(kBoot, 0, {event(1), event(2)})), 2U);
  EXPECT_EQ(receive(ledger, batch(kBoot, 0, {event(3)})), 1U);
  const LedgerTotals totals = ledger.totals(3);
  EXPECT_EQ(totals.received, 3U);
  EXPECT_EQ(totals.numbered, 3U);
  EXPECT_EQ(totals.unexplained, 0U);
  EXPECT_EQ(ledger.acknowledgeable(0), 4U);
}

TEST(Ledger, GapIsUnexplainedUntilItIsFilled) {
  const ShardState shards[] = {{1, 1}};
  Ledger ledger(kBoot, shards);
  receive(ledger, batch(kBoot, 0, {event(1)}));
  receive(ledger, batch(kBoot, 0, {event(4), event(5)}));
  EXPECT_EQ(ledger.totals(0).unexplained, 2U);
  EXPECT_EQ(ledger.acknowledgeable(0), 2U);
  receive(ledger, batch(kBoot, 0, {event(2), event(3)}));
  EXPECT_EQ(ledger.totals(0).unexplained, 0U);
  EXPECT_EQ(ledger.acknowledgeable(0), 6U);
}

TEST(Ledger, NumbersTheDriverGaveOutButNeverSentAreUnexplained) {
  const ShardState shards[] = {{1, 1}};
  Ledger ledger(kBoot, shards);
  receive(ledger, batch(kBoot, 0, {event(1)}));
  EXPECT_EQ(ledger.totals(10).numbered, 10U);
  EXPECT_EQ(ledger.totals(10).unexplained, 9U);
}

TEST(Ledger, ResentRecordsAreSkippedOnce) {
  const ShardState shards[] = {{1, 1}};
  Ledger ledger(kBoot, shards);
  receive(ledger, batch(kBoot, 0, {event(1), event(2)}));
  EXPECT_EQ(receive(ledger, batch(kBoot, 0, {event(2), event(3)}, kBatchResent)), 1U);
  const LedgerTotals totals = ledger.totals(0);
  EXPECT_EQ(totals.received, 3U);
  EXPECT_EQ(totals.duplicates, 1U);
}

TEST(Ledger, DroppedRangeIsCountedByCause) {
  const ShardState shards[] = {{1, 1}};
  Ledger ledger(kBoot, shards);
  const auto bytes = batch(kBoot, 0,
                           {event(1),
                            {dropped(2, 9, DropCause::RingFull), u""},
                            event(10),
                            {dropped(11, 11, DropCause::Oversize), u""}});
  EXPECT_EQ(receive(ledger, bytes), 4U);
  const LedgerTotals totals = ledger.totals(0);
  EXPECT_EQ(totals.received, 2U);
  EXPECT_EQ(totals.dropped[static_cast<int>(DropCause::RingFull)], 8U);
  EXPECT_EQ(totals.dropped[static_cast<int>(DropCause::Oversize)], 1U);
  EXPECT_EQ(totals.numbered, 11U);
  EXPECT_EQ(totals.unexplained, 0U);
}

TEST(Ledger, SecondServiceContinuesAtWhatWasAcknowledged) {
  const ShardState shards[] = {{101, 91}, {1, 0}};
  Ledger ledger(kBoot, shards);
  EXPECT_EQ(ledger.totals(0).unexplained, 10U);
  std::vector<Event> again;
  for (std::uint64_t i = 85; i <= 100; ++i) again.push_back(event(i));
  EXPECT_EQ(receive(ledger, batch(kBoot, 0, again, kBatchResent)), 10U);
  const LedgerTotals totals = ledger.totals(0);
  EXPECT_EQ(totals.acknowledged, 90U);
  EXPECT_EQ(totals.received, 10U);
  EXPECT_EQ(totals.unexplained, 0U);
}

TEST(Ledger, RefusesOtherBootUnknownShardAndTruncation) {
  const ShardState shards[] = {{1, 1}};
  Ledger ledger(kBoot, shards);
  const auto nothing = [](const EventRecord&) { FAIL(); };
  EXPECT_FALSE(ledger.receive(batch(kBoot + 1, 0, {event(1)}), nothing));
  EXPECT_FALSE(ledger.receive(batch(kBoot, 1, {event(1)}), nothing));
  auto cut = batch(kBoot, 0, {event(1)});
  cut.resize(cut.size() - 8);
  EXPECT_FALSE(ledger.receive(cut, nothing));
  EXPECT_FALSE(ledger.receive({}, nothing));
  EXPECT_EQ(ledger.totals(0).numbered, 0U);
}

TEST(Ledger, CompleteWhenEveryShardHasSentItsLastBatch) {
  const ShardState shards[] = {{1, 1}, {1, 1}};
  Ledger ledger(kBoot, shards);
  receive(ledger, batch(kBoot, 0, {event(1)}, kBatchFinal));
  EXPECT_FALSE(ledger.complete());
  receive(ledger, batch(kBoot, 1, {}, kBatchFinal, 1));
  EXPECT_TRUE(ledger.complete());
}

TEST(LedgerProperty, CountsAgreeWithASetForAnyOrderAndOverlap) {
  for (std::uint32_t seed = 0; seed < 500; ++seed) {
    std::mt19937 random(seed);
    SequenceSet set(1);
    std::vector<bool> model(202, false);
    for (int i = 0; i < 60; ++i) {
      const std::uint64_t first = 1 + random() % 180;
      const std::uint64_t end = first + 1 + random() % 20;
      std::uint64_t expected = 0;
      for (std::uint64_t n = first; n < end; ++n) {
        expected += model[n] ? 0 : 1;
        model[n] = true;
      }
      ASSERT_EQ(set.add(first, end), expected) << "seed " << seed;
      std::uint64_t next = 1;
      while (model[next]) ++next;
      ASSERT_EQ(set.next(), next) << "seed " << seed;
    }
  }
}

}  // namespace
}  // namespace sluice
