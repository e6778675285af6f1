#include <sluice/client.h>

#include <algorithm>
#include <cstring>

#if defined(_WIN32)
#include <process.h>
#else
#include <unistd.h>
#endif

namespace sluice {

using namespace protocol;
using Clock = std::chrono::steady_clock;

namespace {

// Between 1601 and 1970, in 100 ns.
constexpr std::int64_t kNtEpoch = 116444736000000000;

// A port whose get() fails this often in a row is as good as gone; don't spin on it.
constexpr int kMaxFailures = 100;

std::int64_t now_nt() {
  const auto since = std::chrono::system_clock::now().time_since_epoch();
  return kNtEpoch + std::chrono::duration_cast<std::chrono::nanoseconds>(since).count() / 100;
}

std::uint32_t own_pid() {
#if defined(_WIN32)
  return static_cast<std::uint32_t>(_getpid());
#else
  return static_cast<std::uint32_t>(getpid());
#endif
}

// What is left of 80 percent of the deadline, counted from when the driver asked.
std::chrono::nanoseconds time_left(const AskView& view) {
  const std::int64_t age = std::max<std::int64_t>(0, now_nt() - view.record->time);
  const std::int64_t budget = static_cast<std::int64_t>(view.ask->deadline_ms) * 8000;  // 100 ns
  // A time that can't be right (a clock that was set) must not answer for the handler.
  if (view.record->time == 0 || age > 100 * budget) return std::chrono::nanoseconds(budget * 100);
  return std::chrono::nanoseconds((budget - age) * 100);
}

template <typename Message>
void fill_header(Message& message, ControlKind kind) {
  auto& header = reinterpret_cast<ControlHeader&>(message);
  header = {kMagic, kVersion, static_cast<std::uint16_t>(kind), sizeof(Message), 0};
}

}  // namespace

void Handler::answered(const AskView&, const Verdict&) {}

std::unique_ptr<Client> Client::open(std::unique_ptr<Port> port, std::string* error) {
  if (!port) return nullptr;
  Hello hello{};
  fill_header(hello, ControlKind::Hello);
  hello.service_pid = own_pid();
  auto reply = std::make_unique<HelloReply>();
  std::size_t returned = 0;
  const PortStatus status =
      port->send(std::as_bytes(std::span(&hello, 1)),
                 std::as_writable_bytes(std::span(reply.get(), 1)), &returned);
  if (status != PortStatus::Ok) {
    *error = "the driver refused the connection's first message; is another service connected?";
    return nullptr;
  }
  constexpr std::size_t fixed = sizeof(HelloReply) - sizeof(HelloReply::shards);
  if (returned < fixed || reply->header.magic != kMagic || reply->header.version != kVersion ||
      reply->shard_count == 0 || reply->shard_count > kMaxShards ||
      returned < fixed + reply->shard_count * sizeof(ShardState)) {
    *error =
        "the driver speaks another version of the protocol; use driver and service of one "
        "release";
    return nullptr;
  }
  return std::unique_ptr<Client>(new Client(std::move(port), *reply));
}

Client::Client(std::unique_ptr<Port> port, const HelloReply& reply)
    : port_(std::move(port)),
      boot_(reply.boot),
      generation_(reply.generation),
      shards_(reply.shards, reply.shards + reply.shard_count) {}

Client::~Client() {
  stop();
}

template <typename Message>
bool Client::control(Message message, ControlKind kind) {
  fill_header(message, kind);
  std::size_t returned = 0;
  return port_->send(std::as_bytes(std::span(&message, 1)), {}, &returned) == PortStatus::Ok;
}

bool Client::set_policy(const PolicyFrame& frame) {
  SetPolicy message{};
  message.generation = frame.generation;
  message.default_plan = frame.default_plan;
  message.deadline_ms = frame.deadline_ms;
  message.paging_deadline_ms = frame.paging_deadline_ms;
  message.on_timeout = static_cast<std::uint8_t>(frame.on_timeout);
  message.ask_processes = frame.ask_processes ? 1 : 0;
  if (!control(message, ControlKind::SetPolicy)) return false;
  default_plan_ = frame.default_plan;
  return true;
}

bool Client::set_process(const ProcessPlan& plan) {
  SetProcess message{};
  message.tree = plan.tree;
  message.process_start = plan.process_start;
  message.pid = plan.pid;
  message.plan = plan.plan;
  message.deadline_ms = plan.deadline_ms;
  message.paging_deadline_ms = plan.paging_deadline_ms;
  message.on_timeout = static_cast<std::uint8_t>(plan.on_timeout);
  return control(message, ControlKind::SetProcess);
}

bool Client::acknowledge(std::uint32_t shard, std::uint64_t next_sequence) {
  Acknowledge message{};
  message.boot = boot_;
  message.shard = shard;
  message.next_sequence = next_sequence;
  return control(message, ControlKind::Acknowledge);
}

bool Client::statistics(Statistics* statistics) {
  ControlHeader request{};
  fill_header(request, ControlKind::GetStatistics);
  std::size_t returned = 0;
  return port_->send(std::as_bytes(std::span(&request, 1)),
                     std::as_writable_bytes(std::span(statistics, 1)),
                     &returned) == PortStatus::Ok &&
         returned == sizeof(Statistics) && statistics->header.magic == kMagic;
}

void Client::start(Handler& handler, unsigned threads) {
  handler_ = &handler;
  for (unsigned i = 0; i < threads; ++i) slots_.push_back(std::make_unique<Slot>());
  watchdog_ = std::thread([this] { watch_deadlines(); });
  for (const auto& slot : slots_) {
    threads_.emplace_back([this, s = slot.get()] { take_messages(*s); });
  }
}

void Client::wait() {
  std::unique_lock lock(mutex_);
  ended_.wait(lock, [this] { return disconnected_.load(); });
}

void Client::stop() {
  port_->close();
  for (std::thread& thread : threads_) thread.join();
  threads_.clear();
  mark_disconnected();
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  watchdog_wake_.notify_all();
  if (watchdog_.joinable()) watchdog_.join();
}

void Client::mark_disconnected() {
  {
    const std::lock_guard lock(mutex_);
    disconnected_ = true;
  }
  ended_.notify_all();
}

void Client::take_messages(Slot& slot) {
  // 8-byte aligned, as the decoder wants it: the header in front has 16 bytes.
  std::vector<std::uint64_t> memory((Port::kHeaderBytes + kMaxMessageBytes + 7) / 8);
  const std::span<std::byte> buffer = std::as_writable_bytes(std::span(memory));
  const std::span<std::byte> payload = buffer.subspan(Port::kHeaderBytes);
  int failures = 0;
  for (;;) {
    // The length stands in the message, so a stale header must not be taken for a new one.
    std::memset(payload.data(), 0, sizeof(MessageHeader));
    std::uint64_t message_id = 0;
    const PortStatus status = port_->get(buffer, &message_id);
    if (status == PortStatus::Disconnected) break;
    if (status == PortStatus::Ok) {
      failures = 0;
      take(payload, message_id, slot);
      continue;
    }
    ++malformed_;
    if (++failures == kMaxFailures) break;
  }
  mark_disconnected();
}

void Client::take(std::span<std::byte> payload, std::uint64_t message_id, Slot& slot) {
  const auto& header = *reinterpret_cast<const MessageHeader*>(payload.data());
  if (header.magic != kMagic || header.size < sizeof(MessageHeader) ||
      header.size > payload.size() || header.boot != boot_) {
    ++malformed_;
    return;
  }
  const std::span<std::byte> message = payload.first(header.size);
  if (header.kind == static_cast<std::uint16_t>(MessageKind::Events)) {
    handler_->events(EventBytes(message.begin(), message.end()));
    return;
  }
  AskView view{};
  if (!decode_ask(message.data(), header.size, &view)) {
    // No answer: the driver's default stands at its deadline, and it counts there as well.
    ++malformed_;
    return;
  }
  answer(view, message_id, slot);
}

Verdict Client::fallback_for(const AskView& view) const {
  Verdict verdict{};
  verdict.magic = kMagic;
  verdict.version = kVersion;
  verdict.verdict = view.ask->default_verdict;
  verdict.ask_id = view.ask->ask_id;
  verdict.tree = view.ask->tree;
  verdict.generation = view.ask->generation;
  const bool opens = view.ask->kind == static_cast<std::uint8_t>(AskKind::Process) ||
                     view.ask->kind == static_cast<std::uint8_t>(AskKind::Create);
  verdict.plan = opens ? default_plan_.load() : 0;
  return verdict;
}

void Client::answer(const AskView& view, std::uint64_t message_id, Slot& slot) {
  ++asks_;
  Verdict verdict = fallback_for(view);
  const std::chrono::nanoseconds left = time_left(view);
  if (left <= std::chrono::nanoseconds(0)) {
    ++answered_by_default_;
    reply(message_id, verdict);
    handler_->answered(view, verdict);
    return;
  }
  {
    const std::lock_guard lock(slot.mutex);
    slot.message_id = message_id;
    slot.reply_by = Clock::now() + left;
    slot.fallback = verdict;
    slot.active = true;
  }
  if (watchdog_idle_.exchange(false)) {
    const std::lock_guard lock(mutex_);
    watchdog_wake_.notify_one();
  }
  handler_->decide(view, verdict);
  bool ours = false;
  {
    const std::lock_guard lock(slot.mutex);
    ours = slot.active;
    slot.active = false;
    if (!ours) verdict = slot.fallback;
  }
  if (ours) reply(message_id, verdict);
  handler_->answered(view, verdict);
}

void Client::reply(std::uint64_t message_id, const Verdict& verdict) {
  if (port_->reply(message_id, std::as_bytes(std::span(&verdict, 1))) != PortStatus::Ok) {
    ++replies_refused_;
  }
}

// Answers what is overdue; returns when the next one will be, time_point::max() when none is open.
Clock::time_point Client::answer_overdue() {
  Clock::time_point earliest = Clock::time_point::max();
  for (const auto& slot : slots_) {
    std::uint64_t message_id = 0;
    Verdict fallback{};
    {
      const std::lock_guard lock(slot->mutex);
      if (!slot->active) continue;
      if (slot->reply_by > Clock::now()) {
        earliest = std::min(earliest, slot->reply_by);
        continue;
      }
      slot->active = false;
      message_id = slot->message_id;
      fallback = slot->fallback;
    }
    ++answered_by_default_;
    reply(message_id, fallback);
  }
  return earliest;
}

void Client::watch_deadlines() {
  // While an ask is open it looks in steps, since the next ask may have a shorter deadline; so a
  // stream of asks costs one wake-up per step and not one per ask.
  constexpr auto step = std::chrono::milliseconds(20);
  while (!stopping_) {
    Clock::time_point next = answer_overdue();
    if (next == Clock::time_point::max()) {
      watchdog_idle_ = true;
      next = answer_overdue();  // one that began before it could see that we are idle
    }
    std::unique_lock lock(mutex_);
    if (stopping_) return;
    if (next == Clock::time_point::max()) {
      watchdog_wake_.wait(lock, [this] { return stopping_.load() || !watchdog_idle_.load(); });
    } else {
      watchdog_wake_.wait_until(lock, std::min(next, Clock::now() + step));
    }
  }
}

ClientCounts Client::counts() const {
  return {asks_.load(), answered_by_default_.load(), replies_refused_.load(), malformed_.load()};
}

}  // namespace sluice
