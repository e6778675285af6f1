#include <gtest/gtest.h>
#include <sluice/decode.h>

#include <cstring>
#include <vector>

namespace {

using namespace sluice::protocol;

// A batch of `count` Read records with the given path length, as the driver would build it.
std::vector<uint64_t> make_batch(uint32_t count, uint16_t path_bytes, uint64_t first) {
  const uint32_t size = static_cast<uint32_t>(sizeof(EventBatch)) + count * record_size(path_bytes);
  std::vector<uint64_t> storage(size / 8);
  auto* batch = reinterpret_cast<EventBatch*>(storage.data());
  batch->header = {kMagic, kVersion, static_cast<uint16_t>(MessageKind::Events), size, 0, 7};
  batch->count = count;
  batch->first_sequence = first;
  batch->next_sequence = first + count;
  auto* at = reinterpret_cast<uint8_t*>(batch + 1);
  for (uint32_t i = 0; i < count; ++i) {
    auto* record = reinterpret_cast<EventRecord*>(at);
    record->size = record_size(path_bytes);
    record->operation = static_cast<uint16_t>(Operation::Read);
    record->path_bytes = path_bytes;
    record->sequence = first + i;
    at += record->size;
  }
  return storage;
}

int visited(const std::vector<uint64_t>& storage) {
  int count = 0;
  const bool ok = decode_batch(storage.data(), static_cast<uint32_t>(storage.size() * 8),
                               [&](const EventRecord&) { ++count; });
  return ok ? count : -1;
}

TEST(DecodeBatch, VisitsEveryRecord_WhenTheBatchIsWellFormed) {
  EXPECT_EQ(visited(make_batch(3, 10, 5)), 3);
  EXPECT_EQ(visited(make_batch(0, 0, 5)), 0);
}

TEST(DecodeBatch, RefusesWhole_WhenASequenceIsSkipped) {
  auto storage = make_batch(3, 0, 5);
  auto* batch = reinterpret_cast<EventBatch*>(storage.data());
  reinterpret_cast<EventRecord*>(batch + 1)[1].sequence = 9;
  EXPECT_EQ(visited(storage), -1);
}

TEST(DecodeBatch, CountsADroppedRangeAsItsSequences) {
  auto storage = make_batch(2, 0, 5);
  auto* batch = reinterpret_cast<EventBatch*>(storage.data());
  auto* records = reinterpret_cast<EventRecord*>(batch + 1);
  records[0].operation = static_cast<uint16_t>(Operation::Dropped);
  records[0].offset = 5;
  records[0].length = 104;
  records[0].information = static_cast<uint64_t>(DropCause::RingFull);
  records[1].sequence = 105;
  batch->next_sequence = 106;
  EXPECT_EQ(visited(storage), 2);
}

TEST(DecodeBatch, RefusesEveryTruncation) {
  const auto storage = make_batch(3, 10, 5);
  const auto size = static_cast<uint32_t>(storage.size() * 8);
  for (uint32_t cut = 0; cut < size; ++cut) {
    std::vector<uint64_t> copy = storage;
    if (cut >= sizeof(MessageHeader)) reinterpret_cast<MessageHeader*>(copy.data())->size = cut;
    EXPECT_FALSE(decode_batch(copy.data(), cut, [](const EventRecord&) {})) << cut;
  }
}

// Any single corrupted byte either leaves a batch that is legal in every field, or is refused; the
// decoder never reads outside of the message (AddressSanitizer watches).
TEST(DecodeBatch, StaysInBounds_WhenAnyByteIsCorrupted) {
  const auto storage = make_batch(2, 6, 1);
  for (size_t i = 0; i < storage.size() * 8; ++i) {
    for (int bit = 0; bit < 8; ++bit) {
      std::vector<uint64_t> copy = storage;
      reinterpret_cast<uint8_t*>(copy.data())[i] ^= static_cast<uint8_t>(1 << bit);
      const int count = visited(copy);
      EXPECT_TRUE(count == -1 || count == 2);
    }
  }
}

TEST(DecodeBatch, OnlyRenameAndLinkHaveATarget_InsideTheirPath) {
  for (const Operation operation : {Operation::Read, Operation::Rename, Operation::Link}) {
    auto storage = make_batch(1, 10, 5);
    auto* record =
        reinterpret_cast<EventRecord*>(reinterpret_cast<EventBatch*>(storage.data()) + 1);
    record->operation = static_cast<uint16_t>(operation);
    EXPECT_EQ(visited(storage), 1) << "a target is not required";
    record->target_bytes = 4;
    EXPECT_EQ(visited(storage), operation == Operation::Read ? -1 : 1);
    EXPECT_EQ(record_path_units(*record), 3u);
    EXPECT_EQ(record_target(*record), record_path(*record) + 3);
    record->target_bytes = 3;
    EXPECT_EQ(visited(storage), -1) << "half a unit";
    record->target_bytes = 12;
    EXPECT_EQ(visited(storage), -1) << "longer than the path";
  }
}

struct AskMessage {
  Ask ask{};
  EventRecord record{};
  uint8_t data[16]{};
};

AskMessage make_ask() {
  AskMessage message;
  message.ask.header = {
      kMagic, kVersion, static_cast<uint16_t>(MessageKind::Ask), sizeof(AskMessage), 0, 7};
  message.ask.record_bytes = sizeof(EventRecord);
  message.ask.data_bytes = 16;
  message.ask.kind = static_cast<uint8_t>(AskKind::ReadData);
  message.ask.default_verdict = static_cast<uint8_t>(VerdictKind::Deny);
  message.record.size = sizeof(EventRecord);
  message.record.operation = static_cast<uint16_t>(Operation::Read);
  return message;
}

TEST(DecodeAsk, GivesRecordAndData_WhenWellFormed) {
  const AskMessage message = make_ask();
  AskView view{};
  ASSERT_TRUE(decode_ask(&message, sizeof(message), &view));
  EXPECT_EQ(view.data, message.data);
}

TEST(DecodeAsk, Refuses_WhenDataLengthLies) {
  AskMessage message = make_ask();
  message.ask.data_bytes = 24;
  AskView view{};
  EXPECT_FALSE(decode_ask(&message, sizeof(message), &view));
  message.ask.data_bytes = 8;
  EXPECT_FALSE(decode_ask(&message, sizeof(message), &view));
}

TEST(ValidVerdict, IsNoAnswer_WhenItAnswersAnotherAsk) {
  Verdict verdict{};
  verdict.magic = kMagic;
  verdict.version = kVersion;
  verdict.verdict = static_cast<uint8_t>(VerdictKind::Allow);
  verdict.ask_id = 4;
  EXPECT_TRUE(valid_verdict(&verdict, sizeof(verdict), 4));
  EXPECT_FALSE(valid_verdict(&verdict, sizeof(verdict), 5));
  EXPECT_FALSE(valid_verdict(&verdict, sizeof(verdict) - 1, 4));
}

TEST(ValidControl, RefusesAWrongSizeForTheKind) {
  SetPolicy policy{};
  policy.header = {kMagic, kVersion, static_cast<uint16_t>(ControlKind::SetPolicy), sizeof(policy),
                   0};
  EXPECT_TRUE(valid_control(&policy, sizeof(policy)));
  policy.header.kind = static_cast<uint16_t>(ControlKind::Hello);
  EXPECT_FALSE(valid_control(&policy, sizeof(policy)));
}

}  // namespace
