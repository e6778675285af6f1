#include "run.h"

#include "child.h"
#include "driver_log.h"
#include "locate.h"
#include "scratch.h"

#include <sluice/service/policy.h>
#include <sluice/service/summary.h>

#include <nlohmann/json.hpp>

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>

namespace sluice::cli {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;
using nlohmann::json;

namespace {

constexpr auto kTick = std::chrono::milliseconds(250);
constexpr auto kRestartDelay = std::chrono::milliseconds(250);
// A service that keeps dying is started again ever later; one that lived this long was well.
constexpr auto kLongestRestartDelay = std::chrono::milliseconds(1000);
constexpr auto kWellAfter = std::chrono::seconds(10);
// Once the command has ended there is no time for delays: so often it is started again at once.
constexpr int kRestartsAtTheEnd = 3;
// How long the service may take to record what is left once the driver is gone.
constexpr auto kServiceEnd = std::chrono::seconds(10);
// How long the host may take to tear down after a signal before it gets a stronger one.
constexpr auto kHostEnd = std::chrono::seconds(15);

void say(const std::string& message) {
  std::fprintf(stderr, "sluice: %s\n", message.c_str());
}

std::string how_it_ended(const Ended& ended) {
  return ended.by_signal ? "killed by signal " + std::to_string(ended.signal)
                         : "exit status " + std::to_string(ended.status);
}

json read_json(const std::string& name) {
  std::ifstream in(name);
  if (!in) return nullptr;
  json value = json::parse(in, nullptr, false);
  return value.is_discarded() ? json(nullptr) : value;
}

class Run {
 public:
  Run(const RunOptions& options, Tools tools, std::string directory)
      : options_(options), tools_(std::move(tools)), directory_(std::move(directory)) {}

  int run() {
    if (!scratch_.good() || !driver_log_.open(scratch_.file("driver.log"))) {
      return fail_before("can't make a directory for the run in /tmp");
    }
    const int status = orchestrate();
    end_service();
    return finish(status);
  }

 private:
  enum class Wait { Ready, HostEnded, ServiceEnded, Interrupted };

  static int fail_before(const std::string& message) {
    say(message);
    return kFailedBefore;
  }

  int orchestrate() {
    auto host_ready = make_pipe();
    auto gate = make_pipe();
    auto life = make_pipe();
    if (!host_ready || !gate || !life) return fail_before("can't make a pipe");
    gate_ = std::move(gate->write);
    life_ = std::move(life->write);
    if (!start_host(host_ready->write.get(), gate->read.get(), life->read.get())) {
      return kFailedBefore;
    }
    host_ready->write.reset();
    gate->read.reset();
    life->read.reset();
    if (wait_ready(host_ready->read) != Wait::Ready) return stop_before_command("");
    host_says_ = std::move(host_ready->read);

    auto service_ready = make_pipe();
    if (!service_ready) return stop_before_command("can't make a pipe");
    // The host is ready, so the driver's port is there now or never.
    if (!start_service(service_ready->write.get(), "0")) return stop_before_command("");
    service_ready->write.reset();
    const Wait waited = wait_ready(service_ready->read);
    if (waited == Wait::ServiceEnded) {
      return stop_before_command("the service ended before it was ready (" +
                                 how_it_ended(*service_ended_) + "); the driver is " +
                                 tools_.driver);
    }
    if (waited != Wait::Ready) return stop_before_command("");

    command_ran_ = true;
    if (write(gate_.get(), "g", 1) != 1) say("the host did not wait for the service");
    gate_.reset();
    while (!host_ended_) {
      step(&host_says_);
      hear_host();
      care_for_service();
    }
    return exit_status();
  }

  int exit_status() const {
    // A command that ended by itself in spite of the signal keeps its own status.
    if (interrupted_ != 0 && (host_ended_->status >= 128 || host_ended_->status == kFailedBefore)) {
      return 128 + interrupted_;
    }
    if (!host_ended_->by_signal) return host_ended_->status;
    say("flthost was " + how_it_ended(*host_ended_) + "; the mount is gone with it");
    return kFailedBefore;
  }

  // ---------------------------------------------------------------- children

  bool start_host(int ready, int gate, int life) {
    SpawnPlan plan;
    plan.arguments = {tools_.flthost,
                      "run",
                      tools_.driver + "@385000",
                      "--dir",
                      directory_,
                      "--socket",
                      scratch_.file("port"),
                      "--report",
                      scratch_.file("host.json"),
                      "--log",
                      scratch_.file("driver.log"),
                      "--ready",
                      std::to_string(ready),
                      "--gate",
                      std::to_string(gate),
                      "--parent",
                      std::to_string(life),
                      "--kernel-cache",
                      options_.kernel_cache,
                      "--"};
    plan.arguments.insert(plan.arguments.end(), options_.command.begin(), options_.command.end());
    plan.keep = {ready, gate, life};
    host_ = spawn(plan, signals_);
    if (host_ > 0) return true;
    say("can't start " + tools_.flthost + ": " + std::strerror(-host_));
    return false;
  }

  bool start_service_again() {
    auto ready = make_pipe();
    // The one before may still be going.
    if (!ready || !start_service(ready->write.get(), "10")) return false;
    service_says_ = std::move(ready->read);
    return true;
  }

  bool start_service(int ready, const char* wait_seconds) {
    SpawnPlan plan;
    plan.arguments = {tools_.sluiced,
                      "--wait",
                      wait_seconds,
                      "--dir",
                      directory_,
                      "--report",
                      scratch_.file("service.json")};
    const auto add = [&plan](std::initializer_list<std::string> more) {
      plan.arguments.insert(plan.arguments.end(), more);
    };
    if (options_.policy.empty()) {
      add({"--all"});
    } else {
      add({"--policy", options_.policy});
    }
    if (!options_.events.empty()) add({"--events", options_.events});
    if (!options_.log.empty()) add({"--log", options_.log});
    if (options_.quiet) add({"--quiet"});
    add({"--ready-fd", std::to_string(ready)});
    plan.keep = {ready, scratch_.lock()};
    plan.environment = {"FLTHOST_SOCKET=" + scratch_.file("port")};
    plan.own_group = true;
    plan.output_to_stderr = true;
    plan.no_input = true;
    service_ = spawn(plan, signals_);
    service_started_ = Clock::now();
    service_ended_.reset();
    if (service_ > 0) return true;
    say("can't start " + tools_.sluiced + ": " + std::strerror(-service_));
    return false;
  }

  // Something happened to a child, a signal came, `ready` became readable or a
  // while passed.
  void step(const FileDescriptor* ready) {
    pollfd waits[2] = {{signals_.descriptor(), POLLIN, 0},
                       {ready != nullptr ? ready->get() : -1, POLLIN, 0}};
    poll(waits, 2, static_cast<int>(kTick.count()));
    while (const auto signal = signals_.take()) {
      if (signal->number != SIGCHLD) pass_on(*signal);
    }
    driver_log_.relay();
    if (host_ > 0 && !host_ended_) host_ended_ = poll_child(host_);
    if (service_ > 0 && !service_ended_) service_ended_ = poll_child(service_);
    if (host_ > 0 && !host_ended_ && interrupted_ != 0 && Clock::now() >= host_patience_) {
      escalate();
    }
  }

  Wait wait_ready(const FileDescriptor& ready) {
    fcntl(ready.get(), F_SETFL, O_NONBLOCK);
    std::string text;
    for (bool open = true;;) {
      step(open ? &ready : nullptr);
      // Read before looking who ended: what was said before an end counts.
      char bytes[64];
      ssize_t got = 0;
      while (open && (got = read(ready.get(), bytes, sizeof(bytes))) > 0) {
        text.append(bytes, static_cast<std::size_t>(got));
      }
      if (got == 0) open = false;  // its writer is gone; the news of its end is to come
      if (text.ends_with("ready\n")) return Wait::Ready;
      if (host_ended_) return Wait::HostEnded;
      if (service_ended_) return Wait::ServiceEnded;
      if (interrupted_ != 0) return Wait::Interrupted;
    }
  }

  void pass_on(const Signals::Signal& signal) {
    const bool first = interrupted_ == 0;
    interrupted_ = signal.number;
    if (host_ <= 0 || host_ended_) return;
    if (!first) return escalate();
    host_patience_ = Clock::now() + kHostEnd;
    if (!signal.from_terminal) kill(host_, signal.number);
  }

  // A stronger signal each time; the mount ends with the host in any case.
  void escalate() {
    host_patience_ = Clock::now() + kHostEnd;
    kill(host_, terminated_ ? SIGKILL : SIGTERM);
    terminated_ = true;
  }

  // The gate must stay closed until the host is gone, or the command would run after all.
  int stop_before_command(const std::string& message) {
    if (!message.empty()) say(message);
    const bool host_failed = host_ended_.has_value();
    if (!host_failed && !terminated_) escalate();
    interrupted_before_ = interrupted_;
    while (!host_ended_) {
      step(nullptr);
      if (Clock::now() >= host_patience_) escalate();
    }
    gate_.reset();
    if (interrupted_before_ != 0) return 128 + interrupted_before_;
    // Its own message has said what is wrong.
    return host_failed && !host_ended_->by_signal && host_ended_->status != 0 ? host_ended_->status
                                                                              : kFailedBefore;
  }

  // It has said "ready"; what it says next is that the command has ended.
  void hear_host() {
    char bytes[64];
    for (ssize_t got; !ending_ && host_says_.get() >= 0;) {
      got = read(host_says_.get(), bytes, sizeof(bytes));
      if (got < 0) return;  // nothing yet
      ending_ = got > 0;
      if (got == 0) host_says_.reset();
    }
    host_says_.reset();
  }

  void care_for_service() {
    if (host_ended_) return;
    if (service_ > 0 && service_ended_) {
      // The driver may go a moment before the host does: then this is the ordinary end.
      if (!service_ended_->by_signal && service_ended_->status == 0) return;
      say("the service ended (" + how_it_ended(*service_ended_) +
          "); until it is back the policy's default decides" +
          (options_.restart ? ", starting it again" : ""));
      service_ = -1;
      const auto now = Clock::now();
      const bool was_well = now - service_started_ >= kWellAfter;
      restart_delay_ =
          was_well ? kRestartDelay : std::min(2 * restart_delay_, kLongestRestartDelay);
      restart_at_ = now + restart_delay_;
    }
    if (service_ >= 0 || !options_.restart) return;
    // The driver keeps what no service has acknowledged, for a moment even while it unloads.
    const bool at_once = ending_ && restarts_at_the_end_ < kRestartsAtTheEnd;
    if (!at_once && Clock::now() < restart_at_) return;
    if (ending_) ++restarts_at_the_end_;
    if (!start_service_again()) restart_at_ = Clock::now() + kLongestRestartDelay;
  }

  // A service that was started again and has not reached the driver will not reach it any more.
  bool service_came_too_late() const {
    pollfd news{service_says_.get(), POLLIN, 0};
    return news.fd >= 0 && poll(&news, 1, 0) == 0;
  }

  void end_service() {
    if (service_ <= 0) return;
    if (!service_ended_ && service_came_too_late()) kill(service_, SIGTERM);
    auto until = Clock::now() + kServiceEnd;
    for (int stronger = 0; !service_ended_;) {
      step(nullptr);
      if (service_ended_ || Clock::now() < until) continue;
      kill(service_, stronger == 0 ? SIGTERM : SIGKILL);
      if (stronger++ == 0) kill(service_, SIGCONT);  // one that was stopped says what it knows
      until = Clock::now() + kServiceEnd;
    }
    if (command_ran_ && (service_ended_->by_signal || service_ended_->status != 0)) {
      say("the service ended badly (" + how_it_ended(*service_ended_) + ")");
    }
  }

  int finish(int status) {
    driver_log_.relay();
    if (!command_ran_ && options_.report.empty()) return status;
    const json report = service::merge_reports(read_json(scratch_.file("service.json")),
                                               read_json(scratch_.file("host.json")),
                                               driver_log_.last_words(), status);
    if (!options_.report.empty()) {
      std::ofstream out(options_.report);
      out << report.dump(2) << '\n';
      out.flush();
      if (!out) say("can't write the report " + options_.report);
    }
    if (command_ran_) std::fputs(service::summary_text(report).c_str(), stderr);
    return status;
  }

  const RunOptions& options_;
  const Tools tools_;
  const std::string directory_;
  ScratchDirectory scratch_;
  DriverLog driver_log_;
  Signals signals_;
  FileDescriptor gate_;
  FileDescriptor life_;  // closed when we end, however that comes about
  FileDescriptor host_says_;
  FileDescriptor service_says_;  // of one that was started again
  pid_t host_ = -1;
  pid_t service_ = 0;
  std::optional<Ended> host_ended_;
  std::optional<Ended> service_ended_;
  bool command_ran_ = false;
  bool terminated_ = false;
  bool ending_ = false;  // the command has ended
  int restarts_at_the_end_ = 0;
  int interrupted_ = 0;
  int interrupted_before_ = 0;
  Clock::time_point service_started_;
  Clock::time_point restart_at_;
  std::chrono::milliseconds restart_delay_ = kRestartDelay / 2;
  Clock::time_point host_patience_ = Clock::time_point::max();
};

// "" when the file can be written.
std::string check_writable(const std::string& name, bool empty_it) {
  if (name.empty()) return {};
  const FileDescriptor file(
      open(name.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC | (empty_it ? O_TRUNC : 0), 0666));
  return file.get() >= 0 ? "" : "can't write " + name + ": " + std::strerror(errno);
}

}  // namespace

int run(const RunOptions& options) {
  const auto fail = [](const std::string& message) {
    say(message);
    return kFailedBefore;
  };
  std::error_code failed;
  const fs::path directory = fs::canonical(options.directory, failed);
  if (failed) return fail("--dir " + options.directory + ": " + failed.message());
  if (!fs::is_directory(directory, failed)) {
    return fail("--dir " + options.directory + ": not a directory");
  }
  if (!options.policy.empty()) {
    const auto policy = service::Policy::load(options.policy, directory.string());
    if (const auto* error = std::get_if<service::PolicyError>(&policy)) return fail(error->text());
  }
  for (const auto& [name, empty_it] :
       {std::pair{options.report, false}, std::pair{options.events, true},
        std::pair{options.log, true}}) {
    if (const std::string error = check_writable(name, empty_it); !error.empty()) {
      return fail(error);
    }
  }
  Tools tools{options.flthost, options.sluiced, options.driver};
  if (const std::string error = locate(tools); !error.empty()) return fail(error);
  return Run(options, std::move(tools), directory.string()).run();
}

}  // namespace sluice::cli
