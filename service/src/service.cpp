#include <sluice/service/service.h>

#include "paths.h"
#include "platform.h"
#include "recorder.h"
#include "service_summary.h"

#include <algorithm>
#include <chrono>
#include <ctime>
#include <set>

namespace sluice::service {

std::uint32_t next_generation(std::uint32_t in_force) {
  const auto now = static_cast<std::uint32_t>(std::time(nullptr));
  return std::max(now, in_force + 1);
}

class Service::Impl final : public Handler {
 public:
  Impl(std::unique_ptr<Client> client, std::shared_ptr<const Policy> policy, ServiceConfig config)
      : client_(std::move(client)),
        config_(std::move(config)),
        paths_([this](std::u16string_view device) { return client_->port().dos_name(device); }),
        generation_(next_generation(client_->generation())),
        engine_(sources(), std::move(policy), generation_),
        recorder_(*client_, engine_, paths_,
                  {config_.log, config_.events, config_.colour, config_.gather}) {}

  ~Impl() override { client_->stop(); }

  bool start(std::string* error) {
    paths_.learn();
    if (!tell_driver()) {
      *error = "the driver refused the policy";
      return false;
    }
    client_->start(*this, config_.threads);
    return true;
  }

  void decide(const protocol::AskView& ask, protocol::Verdict& verdict) override {
    engine_.decide(ask, verdict);
  }
  void events(EventBytes bytes) override { recorder_.take(std::move(bytes)); }

  std::string reload() {
    const std::lock_guard lock(reload_mutex_);
    if (config_.policy_file.empty()) return "there is no policy file to read again";
    const PolicyResult result = Policy::load(config_.policy_file, config_.directory);
    if (const auto* error = std::get_if<PolicyError>(&result)) {
      return error->text() + "; the policy before it stays in force";
    }
    generation_ = next_generation(generation_);
    engine_.replace_policy(std::get<std::shared_ptr<const Policy>>(result), generation_);
    if (!tell_driver()) return "the driver refused the policy; it keeps the one before";
    return "policy " + config_.policy_file + " is in force";
  }

  void request_stop() {
    const std::lock_guard lock(mutex_);
    stop_requested_ = true;
    changed_.notify_all();
  }

  void run() {
    std::thread watcher([this] {
      client_->wait();
      const std::lock_guard lock(mutex_);
      disconnected_ = true;
      changed_.notify_all();
    });
    while (!wait_for_end(std::chrono::seconds(1))) {
      recorder_.update_statistics();
      report_malformed();
    }
    if (!disconnected()) drain();
    client_->stop();
    watcher.join();
    recorder_.finish();
    report_malformed();
  }

  std::string summary() const {
    return service_summary(recorder_.accounting(), client_->counts(), client_->boot(), generation_)
        .dump(2);
  }
  bool failed() const { return recorder_.failed(); }

 private:
  EngineSources sources() {
    return {[this](std::u16string_view path) { return paths_(path); },
            [](std::uint32_t pid, std::uint32_t* parent, std::string* image) {
              RunningProcess process = running_process(pid);
              *parent = process.parent;
              *image = std::move(process.image);
              return process.pid != 0;
            }};
  }

  // The frame first, then the processes that run already and that the policy cares about.
  bool tell_driver() {
    if (!client_->set_policy(engine_.frame())) return false;
    if (!engine_.policy()->asks_about_processes()) return true;
    std::set<std::uint32_t> told;
    for (const RunningProcess& process : running_processes()) {
      const ProcessPlan plan = engine_.plan_of_running(process.pid);
      if (plan.plan == 0 && told_.count(process.pid) == 0) continue;
      client_->set_process(plan);
      told.insert(process.pid);
    }
    told_ = std::move(told);
    return true;
  }

  bool wait_for_end(std::chrono::milliseconds time) {
    std::unique_lock lock(mutex_);
    return changed_.wait_for(lock, time, [this] { return stop_requested_ || disconnected_; });
  }
  bool disconnected() {
    const std::lock_guard lock(mutex_);
    return disconnected_;
  }

  // Takes in what the driver had numbered when we were asked to stop, as long as it keeps coming.
  void drain() {
    recorder_.update_statistics();
    const std::uint64_t wanted = recorder_.accounting().statistics.numbered;
    std::uint64_t before = 0;
    for (int idle = 0; idle < 20 && !disconnected();) {
      const std::uint64_t now = recorder_.accounted();
      if (now >= wanted) return;
      idle = now > before ? 0 : idle + 1;
      before = now;
      std::unique_lock lock(mutex_);
      changed_.wait_for(lock, std::chrono::milliseconds(50), [this] { return disconnected_; });
    }
  }

  void report_malformed() {
    if (malformed_reported_) return;
    const std::uint64_t count =
        client_->counts().malformed + recorder_.accounting().malformed_batches;
    if (count == 0) return;
    malformed_reported_ = true;
    std::fprintf(stderr,
                 "sluiced: the driver sent messages that this service does not understand; use "
                 "driver and service of one release (their number stands in the summary)\n");
  }

  std::unique_ptr<Client> client_;
  ServiceConfig config_;
  Paths paths_;
  std::uint32_t generation_;
  Engine engine_;
  Recorder recorder_;

  std::mutex reload_mutex_;
  std::set<std::uint32_t> told_;  // processes that the driver has a plan for from us
  bool malformed_reported_ = false;

  std::mutex mutex_;
  std::condition_variable changed_;
  bool stop_requested_ = false;
  bool disconnected_ = false;
};

Service::Service(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Service::~Service() = default;

std::unique_ptr<Service> Service::start(std::unique_ptr<Client> client,
                                        std::shared_ptr<const Policy> policy, ServiceConfig config,
                                        std::string* error) {
  auto impl = std::make_unique<Impl>(std::move(client), std::move(policy), std::move(config));
  if (!impl->start(error)) return nullptr;
  return std::unique_ptr<Service>(new Service(std::move(impl)));
}

std::string Service::reload() {
  return impl_->reload();
}
void Service::request_stop() {
  impl_->request_stop();
}
void Service::run() {
  impl_->run();
}
std::string Service::summary() const {
  return impl_->summary();
}
bool Service::failed() const {
  return impl_->failed();
}

}  // namespace sluice::service
