#include "ring.h"

#include <gtest/gtest.h>

#include <cstring>
#include <random>
#include <string>
#include <thread>
#include <vector>

namespace sluice::driver {
namespace {

using protocol::EventBatch;
using protocol::EventRecord;
using protocol::Operation;

constexpr uint64_t kBoot = 77;

struct Seen {
  uint64_t sequence;
  uint64_t last;  // of a drop range
  bool dropped;
  std::u16string path;
};

class RingTest : public testing::Test {
 protected:
  void make(uint32_t bytes) {
    memory_.assign(bytes, 0xcc);
    ring_.init(3, memory_.data(), bytes);
  }

  bool write(const std::u16string& path = u"\\a") {
    EventRecord record{};
    record.operation = static_cast<uint16_t>(Operation::Read);
    record.time = 5;
    return ring_.write(record, path.data(), static_cast<uint32_t>(path.size() * 2));
  }

  // What the next batch holds; the batch must be one that the service's decoder accepts.
  std::vector<Seen> take(uint32_t* flags = nullptr, bool final = false,
                         uint32_t capacity = protocol::kMaxBatchBytes) {
    std::vector<Seen> seen;
    const uint32_t size = ring_.fill(batch_.data(), capacity, kBoot, final);
    if (size == 0) return seen;
    EXPECT_LE(size, capacity);
    const bool valid = protocol::decode_batch(batch_.data(), size, [&](const EventRecord& r) {
      const bool dropped = r.operation == static_cast<uint16_t>(Operation::Dropped);
      seen.push_back({r.sequence, dropped ? r.length : r.sequence, dropped,
                      std::u16string(protocol::record_path(r), r.path_bytes / 2)});
    });
    EXPECT_TRUE(valid);
    if (flags != nullptr) *flags = reinterpret_cast<EventBatch*>(batch_.data())->flags;
    return seen;
  }

  Ring ring_;
  std::vector<uint8_t> memory_;
  alignas(8) std::vector<uint8_t> batch_ = std::vector<uint8_t>(protocol::kMaxBatchBytes);
};

TEST_F(RingTest, Records_ComeOutInOrder_WithTheirPaths) {
  make(16384);
  EXPECT_TRUE(write(u"\\one"));
  EXPECT_TRUE(write(u""));
  EXPECT_TRUE(write(u"\\three"));
  const auto seen = take();
  ASSERT_EQ(seen.size(), 3u);
  EXPECT_EQ(seen[0].sequence, 1u);
  EXPECT_EQ(seen[0].path, u"\\one");
  EXPECT_EQ(seen[1].path, u"");
  EXPECT_EQ(seen[2].path, u"\\three");
  EXPECT_EQ(seen[2].sequence, 3u);
}

TEST_F(RingTest, NothingNew_GivesNoBatch) {
  make(16384);
  EXPECT_TRUE(take().empty());
  write();
  take();
  ring_.sent();
  EXPECT_FALSE(ring_.has_unsent());
  EXPECT_EQ(ring_.fill(batch_.data(), protocol::kMaxBatchBytes, kBoot, false), 0u);
}

TEST_F(RingTest, Batch_IsBuiltAgain_WhenItWasNotDelivered) {
  make(16384);
  write();
  EXPECT_EQ(take().size(), 1u);
  EXPECT_EQ(take().size(), 1u);
}

TEST_F(RingTest, UnacknowledgedRecords_StayInTheRing_AndLaterOnesAreDropped) {
  make(16384);
  uint32_t stored = 0;
  while (write()) ++stored;
  EXPECT_EQ(ring_.dropped(), 1u);
  write();
  while (!take().empty()) ring_.sent();
  EXPECT_EQ(ring_.next_sequence(), stored + 3);
  EXPECT_FALSE(write()) << "sent but not acknowledged: no room yet";
  ring_.acknowledge(stored + 1);
  EXPECT_TRUE(write());
}

TEST_F(RingTest, Kept_AreThoseThatNobodyAcknowledged_SentOrNot) {
  make(16384);
  EXPECT_EQ(ring_.kept(), 0u);
  for (int i = 0; i < 5; ++i) write(u"\\name");
  take();
  ring_.sent();
  write();
  EXPECT_EQ(ring_.kept(), 6u);
  ring_.acknowledge(4);
  EXPECT_EQ(ring_.kept(), 3u);
  while (write()) {
  }
  const uint64_t numbered = ring_.next_sequence() - 1;
  EXPECT_EQ(ring_.kept(), numbered - 3 - ring_.dropped()) << "what was dropped is not kept";
}

TEST_F(RingTest, DroppedRecords_AreTold_AsOneRangeBetweenTheirNeighbours) {
  make(16384);
  uint64_t stored = 0;
  while (write()) ++stored;
  write();
  write();  // three lost
  take();
  ring_.sent();
  ring_.acknowledge(3);
  ASSERT_TRUE(write());
  const auto seen = take();
  ASSERT_EQ(seen.size(), 1u) << "the trailing gap was told with the first batch";
  EXPECT_EQ(seen[0].sequence, stored + 4);
}

TEST_F(RingTest, GapBeforeARecord_IsTold_WhenItWasNotTrailing) {
  make(16384);
  uint64_t stored = 0;
  while (write()) ++stored;
  write();
  // Only part is sent, so that the gap is not at the end when the next record arrives.
  take(nullptr, false, 8192);
  ring_.sent();
  ring_.acknowledge(20);
  ASSERT_TRUE(write());
  std::vector<Seen> all;
  for (;;) {
    const auto seen = take();
    if (seen.empty()) break;
    all.insert(all.end(), seen.begin(), seen.end());
    ring_.sent();
  }
  ASSERT_GE(all.size(), 3u);
  const Seen& gap = all[all.size() - 2];
  EXPECT_TRUE(gap.dropped);
  EXPECT_EQ(gap.sequence, stored + 1);
  EXPECT_EQ(gap.last, stored + 2);
  EXPECT_EQ(all.back().sequence, stored + 3);
}

TEST_F(RingTest, Reconnect_SendsAgain_WhatWasNotAcknowledged) {
  make(16384);
  for (int i = 0; i < 5; ++i) write();
  take();
  ring_.sent();
  ring_.acknowledge(3);
  ring_.reconnect();
  uint32_t flags = 0;
  auto seen = take(&flags);
  ASSERT_EQ(seen.size(), 3u);
  EXPECT_EQ(seen[0].sequence, 3u);
  EXPECT_TRUE(flags & protocol::kBatchResent);
  ring_.sent();
  write();
  seen = take(&flags);
  ASSERT_EQ(seen.size(), 1u);
  EXPECT_FALSE(flags & protocol::kBatchResent);
}

TEST_F(RingTest, Reconnect_TellsADropRangeAgain) {
  make(16384);
  uint64_t stored = 0;
  while (write()) ++stored;
  while (!take().empty()) ring_.sent();
  ring_.reconnect();
  uint64_t last = 0;
  bool dropped = false;
  for (auto seen = take(); !seen.empty(); seen = take()) {
    last = seen.back().last;
    dropped = seen.back().dropped;
    ring_.sent();
  }
  EXPECT_TRUE(dropped);
  EXPECT_EQ(last, stored + 1);
}

TEST_F(RingTest, AcknowledgeThatOvertakesItsSender_Counts_OnceTheBatchIsSent) {
  make(16384);
  for (int i = 0; i < 4; ++i) write();
  take();
  ring_.acknowledge(5);
  EXPECT_EQ(ring_.acknowledged_sequence(), 1u);
  ring_.sent();
  EXPECT_EQ(ring_.acknowledged_sequence(), 5u);
}

TEST_F(RingTest, AcknowledgeThatOvertakesItsSender_IsForgotten_WhenTheConnectionWent) {
  make(16384);
  for (int i = 0; i < 4; ++i) write();
  take();
  ring_.acknowledge(5);
  ring_.reconnect();
  take();
  ring_.sent();
  EXPECT_EQ(ring_.acknowledged_sequence(), 1u);
}

TEST_F(RingTest, Acknowledge_GoesNeverBeyondWhatWasSent_NorBackwards) {
  make(16384);
  for (int i = 0; i < 4; ++i) write();
  ring_.acknowledge(100);
  EXPECT_EQ(ring_.acknowledged_sequence(), 1u);
  take();
  ring_.sent();
  ring_.acknowledge(100);
  EXPECT_EQ(ring_.acknowledged_sequence(), 5u);
  ring_.acknowledge(2);
  EXPECT_EQ(ring_.acknowledged_sequence(), 5u);
}

TEST_F(RingTest, FinalBatch_IsBuilt_EvenWhenEmpty) {
  make(16384);
  uint32_t flags = 0;
  ASSERT_NE(ring_.fill(batch_.data(), protocol::kMaxBatchBytes, kBoot, true), 0u);
  take(&flags, true);
  EXPECT_TRUE(flags & protocol::kBatchFinal);
}

TEST_F(RingTest, FinalFlag_IsNotSet_WhileMoreFollows) {
  make(16384);
  for (int i = 0; i < 60; ++i) write();
  uint32_t flags = 0;
  take(&flags, true, 4096);
  EXPECT_FALSE(flags & protocol::kBatchFinal);
}

TEST_F(RingTest, LongestPath_FitsIntoABatch) {
  make(65536);
  ASSERT_TRUE(write(std::u16string(protocol::kMaxPathBytes / 2, u'x')));
  const auto seen = take();
  ASSERT_EQ(seen.size(), 1u);
  EXPECT_EQ(seen[0].path.size(), protocol::kMaxPathBytes / 2);
}

// One producer, one consumer that also acknowledges: every number is seen once, in order, as a
// record or inside a drop range, and the ring's own drop count agrees.
TEST_F(RingTest, ProducerAndConsumerThreads_AccountForEverySequence) {
  make(16384);
  constexpr uint64_t kRecords = 20000;
  std::thread producer([&] {
    std::mt19937 random(1);
    for (uint64_t i = 0; i < kRecords; ++i) write(std::u16string(random() % 40, u'p'));
  });
  uint64_t expected = 1;
  uint64_t dropped = 0;
  while (expected <= kRecords) {
    for (const Seen& seen : take()) {
      ASSERT_EQ(seen.sequence, expected);
      if (seen.dropped) dropped += seen.last - seen.sequence + 1;
      expected = seen.last + 1;
    }
    ring_.sent();
    ring_.acknowledge(expected);
  }
  producer.join();
  EXPECT_EQ(expected, kRecords + 1);
  EXPECT_EQ(dropped, ring_.dropped());
}

}  // namespace
}  // namespace sluice::driver
