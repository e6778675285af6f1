// A driver's end of the port inside the test's own process.
#pragma once

#include <sluice/decode.h>
#include <sluice/port.h>

#include <condition_variable>
#include <cstring>
#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace sluice::testing {

using Bytes = std::vector<std::byte>;

template <typename T>
Bytes bytes_of(const T& value) {
  Bytes bytes(sizeof(T));
  std::memcpy(bytes.data(), &value, sizeof(T));
  return bytes;
}

// What the test holds on to while the Client owns the FakePort.
struct FakeDriver {
  std::mutex mutex;
  std::condition_variable changed;
  std::deque<std::pair<std::uint64_t, Bytes>> to_service;
  std::vector<std::pair<std::uint64_t, protocol::Verdict>> replies;
  std::vector<Bytes> controls;
  std::map<std::uint32_t, std::uint64_t> acknowledged;
  std::uint64_t boot = 0xb001;
  std::uint32_t generation = 0;
  std::vector<protocol::ShardState> shards = {{1, 1}};
  protocol::Statistics statistics{};
  std::uint64_t next_message = 1;
  bool refuse_hello = false;
  bool ended = false;

  std::uint64_t push(Bytes message) {
    const std::lock_guard lock(mutex);
    to_service.emplace_back(next_message, std::move(message));
    changed.notify_all();
    return next_message++;
  }
  void disconnect() {
    const std::lock_guard lock(mutex);
    ended = true;
    changed.notify_all();
  }
  protocol::Verdict wait_reply(std::size_t index = 0) {
    std::unique_lock lock(mutex);
    changed.wait(lock, [&] { return replies.size() > index; });
    return replies[index].second;
  }
  void wait_acknowledged(std::uint32_t shard, std::uint64_t next) {
    std::unique_lock lock(mutex);
    changed.wait(lock, [&] { return acknowledged[shard] >= next; });
  }
};

class FakePort final : public Port {
 public:
  explicit FakePort(std::shared_ptr<FakeDriver> driver) : driver_(std::move(driver)) {}

  PortStatus get(std::span<std::byte> buffer, std::uint64_t* message_id) override {
    std::unique_lock lock(driver_->mutex);
    driver_->changed.wait(lock, [&] { return driver_->ended || !driver_->to_service.empty(); });
    if (driver_->to_service.empty()) return PortStatus::Disconnected;
    const auto [id, message] = std::move(driver_->to_service.front());
    driver_->to_service.pop_front();
    std::memcpy(buffer.data() + kHeaderBytes, message.data(), message.size());
    *message_id = id;
    return PortStatus::Ok;
  }

  PortStatus reply(std::uint64_t message_id, std::span<const std::byte> payload) override {
    const std::lock_guard lock(driver_->mutex);
    protocol::Verdict verdict{};
    std::memcpy(&verdict, payload.data(), std::min(payload.size(), sizeof(verdict)));
    driver_->replies.emplace_back(message_id, verdict);
    driver_->changed.notify_all();
    return PortStatus::Ok;
  }

  PortStatus send(std::span<const std::byte> in, std::span<std::byte> out,
                  std::size_t* returned) override {
    const std::lock_guard lock(driver_->mutex);
    *returned = 0;
    if (!protocol::valid_control(in.data(), static_cast<std::uint32_t>(in.size()))) {
      return PortStatus::Failed;
    }
    driver_->controls.emplace_back(in.begin(), in.end());
    const auto& header = *reinterpret_cast<const protocol::ControlHeader*>(in.data());
    switch (static_cast<protocol::ControlKind>(header.kind)) {
      case protocol::ControlKind::Hello:
        return hello(out, returned);
      case protocol::ControlKind::GetStatistics:
        if (driver_->ended) return PortStatus::Disconnected;
        driver_->statistics.header.magic = protocol::kMagic;
        std::memcpy(out.data(), &driver_->statistics, sizeof(protocol::Statistics));
        *returned = sizeof(protocol::Statistics);
        return PortStatus::Ok;
      case protocol::ControlKind::Acknowledge: {
        const auto& message = *reinterpret_cast<const protocol::Acknowledge*>(in.data());
        driver_->acknowledged[message.shard] = message.next_sequence;
        driver_->changed.notify_all();
        return PortStatus::Ok;
      }
      default:
        return PortStatus::Ok;
    }
  }

  void close() override { driver_->disconnect(); }

  std::string dos_name(std::u16string_view device) override {
    return device == u"\\Device\\HarddiskVolume1" ? "/data" : "";
  }

 private:
  PortStatus hello(std::span<std::byte> out, std::size_t* returned) const {
    if (driver_->refuse_hello) return PortStatus::Failed;
    protocol::HelloReply reply{};
    reply.header = {protocol::kMagic, protocol::kVersion,
                    static_cast<std::uint16_t>(protocol::ControlKind::Hello), sizeof(reply), 0};
    reply.boot = driver_->boot;
    reply.generation = driver_->generation;
    reply.shard_count = static_cast<std::uint32_t>(driver_->shards.size());
    std::copy(driver_->shards.begin(), driver_->shards.end(), reply.shards);
    *returned = 32 + sizeof(protocol::ShardState) * driver_->shards.size();
    std::memcpy(out.data(), &reply, *returned);
    return PortStatus::Ok;
  }

  std::shared_ptr<FakeDriver> driver_;
};

// ------------------------------------------------------------------ messages

inline protocol::EventRecord record(protocol::Operation operation, std::uint64_t sequence) {
  protocol::EventRecord r{};
  r.operation = static_cast<std::uint16_t>(operation);
  r.sequence = sequence;
  r.pid = 1234;
  r.verdict = static_cast<std::uint8_t>(protocol::VerdictKind::Allow);
  return r;
}

inline protocol::EventRecord dropped(std::uint64_t first, std::uint64_t last,
                                     protocol::DropCause cause) {
  protocol::EventRecord r = record(protocol::Operation::Dropped, first);
  r.offset = first;
  r.length = last;
  r.information = static_cast<std::uint64_t>(cause);
  return r;
}

inline void append_record(Bytes& out, protocol::EventRecord r, std::u16string_view path) {
  r.path_bytes = static_cast<std::uint16_t>(path.size() * 2);
  r.size = protocol::record_size(r.path_bytes);
  const std::size_t at = out.size();
  out.resize(at + r.size);
  std::memcpy(out.data() + at, &r, sizeof(r));
  std::memcpy(out.data() + at + sizeof(r), path.data(), r.path_bytes);
}

struct Event {
  protocol::EventRecord record;
  std::u16string path = u"\\Device\\HarddiskVolume1\\file";
};

inline Bytes batch(std::uint64_t boot, std::uint32_t shard, const std::vector<Event>& events,
                   std::uint32_t flags = 0, std::uint64_t empty_at = 1) {
  Bytes out(sizeof(protocol::EventBatch));
  for (const Event& event : events) append_record(out, event.record, event.path);
  protocol::EventBatch head{};
  head.header = {protocol::kMagic,
                 protocol::kVersion,
                 static_cast<std::uint16_t>(protocol::MessageKind::Events),
                 static_cast<std::uint32_t>(out.size()),
                 0,
                 boot};
  head.shard = shard;
  head.count = static_cast<std::uint32_t>(events.size());
  head.first_sequence = events.empty() ? empty_at : events.front().record.sequence;
  head.next_sequence = head.first_sequence;
  if (!events.empty()) {
    const protocol::EventRecord& last = events.back().record;
    const bool drop = last.operation == static_cast<std::uint16_t>(protocol::Operation::Dropped);
    head.next_sequence = (drop ? last.length : last.sequence) + 1;
  }
  head.flags = flags;
  std::memcpy(out.data(), &head, sizeof(head));
  return out;
}

struct AskMessage {
  protocol::AskKind kind = protocol::AskKind::Create;
  std::uint64_t id = 1;
  std::uint64_t boot = 0xb001;
  std::uint64_t tree = 0;
  std::uint32_t deadline_ms = 2000;
  protocol::VerdictKind fallback = protocol::VerdictKind::Allow;
  std::uint8_t flags = 0;
  protocol::EventRecord record = testing::record(protocol::Operation::Create, 0);
  std::u16string path = u"\\Device\\HarddiskVolume1\\file";
  std::string data = {};
  std::uint64_t data_offset = 0;

  Bytes bytes() const {
    Bytes out(sizeof(protocol::Ask));
    append_record(out, record, path);
    protocol::Ask ask{};
    ask.record_bytes = static_cast<std::uint32_t>(out.size() - sizeof(ask));
    out.resize(out.size() + data.size());
    std::memcpy(out.data() + out.size() - data.size(), data.data(), data.size());
    ask.header = {protocol::kMagic,
                  protocol::kVersion,
                  static_cast<std::uint16_t>(protocol::MessageKind::Ask),
                  static_cast<std::uint32_t>(out.size()),
                  0,
                  boot};
    ask.ask_id = id;
    ask.tree = tree;
    ask.deadline_ms = deadline_ms;
    ask.data_offset = data_offset;
    ask.data_bytes = static_cast<std::uint32_t>(data.size());
    ask.kind = static_cast<std::uint8_t>(kind);
    ask.flags = flags;
    ask.default_verdict = static_cast<std::uint8_t>(fallback);
    std::memcpy(out.data(), &ask, sizeof(ask));
    return out;
  }
};

}  // namespace sluice::testing
