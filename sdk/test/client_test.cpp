#include "fake_port.h"

#include <sluice/client.h>

#include <gtest/gtest.h>

#include <functional>
#include <future>
#include <latch>

namespace sluice {
namespace {

using namespace protocol;
using testing::AskMessage;
using testing::FakeDriver;
using testing::FakePort;

struct TestHandler : Handler {
  std::function<void(const AskView&, Verdict&)> on_decide = [](const AskView&, Verdict&) {};
  std::function<void(const AskView&, const Verdict&)> on_answered = [](const AskView&,
                                                                       const Verdict&) {};
  std::function<void(EventBytes)> on_events = [](const EventBytes&) {};

  void decide(const AskView& ask, Verdict& verdict) override { on_decide(ask, verdict); }
  void answered(const AskView& ask, const Verdict& verdict) override { on_answered(ask, verdict); }
  void events(EventBytes bytes) override { on_events(std::move(bytes)); }
};

struct ClientTest : ::testing::Test {
  std::shared_ptr<FakeDriver> driver = std::make_shared<FakeDriver>();
  std::string error;
  TestHandler handler;

  std::unique_ptr<Client> open() {
    return Client::open(std::make_unique<FakePort>(driver), &error);
  }
};

TEST_F(ClientTest, Open_TellsWhenTheDriverRefusesHello) {
  driver->refuse_hello = true;
  EXPECT_EQ(open(), nullptr);
  EXPECT_NE(error.find("another service"), std::string::npos) << error;
}

TEST_F(ClientTest, Open_RefusesADriverWithoutShards) {
  driver->shards.clear();
  EXPECT_EQ(open(), nullptr);
  EXPECT_NE(error.find("version"), std::string::npos) << error;
}

TEST_F(ClientTest, Open_TakesOverTheDriversState) {
  driver->generation = 42;
  driver->shards = {{10, 5}, {1, 1}};
  const auto client = open();
  ASSERT_NE(client, nullptr);
  EXPECT_EQ(client->generation(), 42U);
  ASSERT_EQ(client->shards().size(), 2U);
  EXPECT_EQ(client->shards()[0].acknowledged_sequence, 5U);
}

TEST_F(ClientTest, Ask_IsAnsweredByTheHandlerAndOnlyThenNoted) {
  const auto client = open();
  std::promise<std::size_t> replies_when_noted;
  handler.on_decide = [](const AskView&, Verdict& verdict) {
    verdict.verdict = static_cast<std::uint8_t>(VerdictKind::Deny);
  };
  handler.on_answered = [&](const AskView&, const Verdict&) {
    const std::lock_guard lock(driver->mutex);
    replies_when_noted.set_value(driver->replies.size());
  };
  client->start(handler, 2);
  driver->push(AskMessage{.id = 77}.bytes());
  const Verdict verdict = driver->wait_reply();
  EXPECT_TRUE(valid_verdict(&verdict, sizeof(verdict), 77));
  EXPECT_EQ(verdict.verdict, static_cast<std::uint8_t>(VerdictKind::Deny));
  EXPECT_EQ(replies_when_noted.get_future().get(), 1U);
  client->stop();
}

TEST_F(ClientTest, Ask_IsAnsweredWithItsDefaultBeforeTheDeadline_WhenTheHandlerIsStuck) {
  const auto client = open();
  std::latch release(1);
  handler.on_decide = [&](const AskView&, Verdict& verdict) {
    release.wait();
    verdict.verdict = static_cast<std::uint8_t>(VerdictKind::Allow);
  };
  client->start(handler, 1);
  driver->push(AskMessage{.deadline_ms = 20, .fallback = VerdictKind::Deny}.bytes());
  const Verdict verdict = driver->wait_reply();  // though the handler has not returned
  EXPECT_EQ(verdict.verdict, static_cast<std::uint8_t>(VerdictKind::Deny));
  release.count_down();
  client->stop();
  EXPECT_EQ(driver->replies.size(), 1U);
  EXPECT_EQ(client->counts().answered_by_default, 1U);
}

TEST_F(ClientTest, Ask_ThatWaitedTooLongInTheQueueIsNotDecidedAnyMore) {
  const auto client = open();
  handler.on_decide = [](const AskView&, Verdict&) { FAIL() << "asked in vain"; };
  client->start(handler, 1);
  AskMessage ask{.deadline_ms = 1000, .fallback = VerdictKind::Deny};
  const auto since = std::chrono::system_clock::now().time_since_epoch();
  const auto now = std::chrono::duration_cast<std::chrono::nanoseconds>(since).count() / 100;
  ask.record.time = 116444736000000000 + now - 9000000;  // 900 ms ago
  driver->push(ask.bytes());
  EXPECT_EQ(driver->wait_reply().verdict, static_cast<std::uint8_t>(VerdictKind::Deny));
  client->stop();
}

TEST_F(ClientTest, MalformedAsk_IsCountedAndNotAnswered) {
  const auto client = open();
  client->start(handler, 1);
  auto broken = AskMessage{}.bytes();
  reinterpret_cast<Ask*>(broken.data())->zero[0] = 1;
  driver->push(broken);
  driver->push(AskMessage{.id = 2}.bytes());
  EXPECT_EQ(driver->wait_reply().ask_id, 2U);
  client->stop();
  EXPECT_EQ(client->counts().malformed, 1U);
  EXPECT_EQ(driver->replies.size(), 1U);
}

TEST_F(ClientTest, MessageOfAnotherBoot_IsCountedAndIgnored) {
  const auto client = open();
  client->start(handler, 1);
  driver->push(AskMessage{.id = 1, .boot = 0xdead}.bytes());
  driver->push(AskMessage{.id = 2}.bytes());
  EXPECT_EQ(driver->wait_reply().ask_id, 2U);
  client->stop();
  EXPECT_EQ(client->counts().malformed, 1U);
}

TEST_F(ClientTest, Wait_ReturnsWhenTheDriverGoes) {
  const auto client = open();
  client->start(handler, 3);
  driver->disconnect();
  client->wait();
  EXPECT_FALSE(client->connected());
}

TEST_F(ClientTest, ManyAsksOnSeveralThreads_AreEachAnsweredOnce) {
  const auto client = open();
  client->start(handler, 4);
  constexpr std::uint64_t count = 2000;
  for (std::uint64_t id = 1; id <= count; ++id) driver->push(AskMessage{.id = id}.bytes());
  driver->wait_reply(count - 1);
  client->stop();
  ASSERT_EQ(driver->replies.size(), count);
  std::vector<std::uint64_t> ids;
  for (const auto& [message, verdict] : driver->replies) ids.push_back(verdict.ask_id);
  std::sort(ids.begin(), ids.end());
  for (std::uint64_t i = 0; i < count; ++i) ASSERT_EQ(ids[i], i + 1);
}

}  // namespace
}  // namespace sluice
