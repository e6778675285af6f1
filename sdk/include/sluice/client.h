// A program's side of the conversation with sluice.sys: it connects, sets the policy's frame,
// answers asks, receives events and acknowledges them.
//
//   std::string error;
//   auto client = sluice::Client::open(sluice::connect_port(&error), &error);
//   client->set_policy({...});
//   client->start(handler, 4);   // handler.decide(), handler.events()
//   client->wait();              // until the driver unloads or stop()
//
// One Client per connection; after Disconnected open a new one, which continues where the driver
// says that acknowledging ended.
#pragma once

#include <sluice/decode.h>
#include <sluice/port.h>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <thread>
#include <vector>

namespace sluice {

// One Events message, copied out of the port. The bytes are as they came: Ledger::receive judges
// them.
using EventBytes = std::vector<std::byte>;

// Called by the client's threads, several at a time.
class Handler {
 public:
  virtual ~Handler() = default;

  // Decides. `verdict` comes filled in with the answer that stands when nothing is changed: the
  // ask's default. Must not open the file it decides about, must not wait for anything that needs
  // this or another ask answered. A handler that takes longer than 80 percent of the ask's deadline
  // finds that the default has been sent in its place.
  virtual void decide(const protocol::AskView& ask, protocol::Verdict& verdict) = 0;

  // The same ask after the driver has its answer: the place to note things. The view is still good.
  virtual void answered(const protocol::AskView& ask, const protocol::Verdict& verdict);

  // A batch of events. Acknowledge what it carried (Client::acknowledge) when it is recorded, not
  // before: what was not acknowledged comes again after a reconnect.
  virtual void events(EventBytes bytes) = 0;
};

struct PolicyFrame {
  std::uint32_t generation = 1;  // must be greater than any before, HelloReply::generation included
  std::uint32_t default_plan = 0;
  std::uint32_t deadline_ms = 2000;
  std::uint32_t paging_deadline_ms = 500;
  protocol::VerdictKind on_timeout = protocol::VerdictKind::Allow;
  bool ask_processes = true;
};

struct ProcessPlan {
  std::uint32_t pid = 0;
  std::uint64_t process_start = 0;  // 0: whoever has the pid now
  std::uint64_t tree = 0;
  std::uint32_t plan = 0;
  std::uint32_t deadline_ms = 0;
  std::uint32_t paging_deadline_ms = 0;
  protocol::VerdictKind on_timeout = protocol::VerdictKind::None;
};

struct ClientCounts {
  std::uint64_t asks = 0;
  std::uint64_t answered_by_default = 0;  // by ourselves, at 80 percent of the deadline
  std::uint64_t replies_refused = 0;      // the driver no longer waited
  std::uint64_t malformed = 0;            // messages that the decoder refused
};

class Client {
 public:
  // Says hello on a connected port. On failure returns null and one line in `error`; a null `port`
  // leaves `error` as it is.
  static std::unique_ptr<Client> open(std::unique_ptr<Port> port, std::string* error);
  ~Client();
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;

  std::uint64_t boot() const { return boot_; }
  std::uint32_t generation() const { return generation_; }  // of the policy found in force
  std::span<const protocol::ShardState> shards() const { return shards_; }
  Port& port() { return *port_; }

  // Control messages: false when the driver refused or is gone.
  bool set_policy(const PolicyFrame& frame);
  bool set_process(const ProcessPlan& plan);
  bool acknowledge(std::uint32_t shard, std::uint64_t next_sequence);
  bool statistics(protocol::Statistics* statistics);

  // Starts `threads` threads that take messages. Call once; `handler` must outlive stop().
  void start(Handler& handler, unsigned threads);
  // Returns when the connection has ended.
  void wait();
  // Ends the connection from this side and joins the threads.
  void stop();
  bool connected() const { return !disconnected_.load(); }
  ClientCounts counts() const;

 private:
  // The ask a thread is working on: whoever clears `active` answers it.
  struct Slot {
    std::mutex mutex;
    bool active = false;
    std::uint64_t message_id = 0;
    std::chrono::steady_clock::time_point reply_by;
    protocol::Verdict fallback{};
  };

  Client(std::unique_ptr<Port> port, const protocol::HelloReply& reply);
  template <typename Message>
  bool control(Message message, protocol::ControlKind kind);
  void take_messages(Slot& slot);
  void take(std::span<std::byte> message, std::uint64_t message_id, Slot& slot);
  void answer(const protocol::AskView& ask, std::uint64_t message_id, Slot& slot);
  protocol::Verdict fallback_for(const protocol::AskView& ask) const;
  void reply(std::uint64_t message_id, const protocol::Verdict& verdict);
  void watch_deadlines();
  std::chrono::steady_clock::time_point answer_overdue();
  void mark_disconnected();

  std::unique_ptr<Port> port_;
  std::uint64_t boot_;
  std::uint32_t generation_;
  std::vector<protocol::ShardState> shards_;
  std::atomic<std::uint32_t> default_plan_{0};

  Handler* handler_ = nullptr;
  std::vector<std::unique_ptr<Slot>> slots_;
  std::vector<std::thread> threads_;
  std::thread watchdog_;
  std::mutex mutex_;
  std::condition_variable watchdog_wake_;
  std::condition_variable ended_;
  std::atomic<bool> watchdog_idle_{false};
  std::atomic<bool> stopping_{false};
  std::atomic<bool> disconnected_{false};

  std::atomic<std::uint64_t> asks_{0};
  std::atomic<std::uint64_t> answered_by_default_{0};
  std::atomic<std::uint64_t> replies_refused_{0};
  std::atomic<std::uint64_t> malformed_{0};
};

}  // namespace sluice
