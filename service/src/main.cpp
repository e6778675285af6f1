// sluiced: connects to sluice.sys, decides by a policy and records events.
#include "platform.h"

#include <sluice/port.h>
#include <sluice/service/policy.h>
#include <sluice/service/service.h>

#include <CLI/CLI.hpp>

#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <mutex>
#include <thread>

namespace {

using namespace sluice;
using service::Policy;
using service::PolicyError;
using service::Service;

constexpr int kBadUse = 2;

struct Options {
  std::string policy;
  bool all = false;
  std::string directory;
  std::string report;
  std::string events;
  std::string log;
  bool quiet = false;
  int ready_fd = -1;
  unsigned wait_seconds = 0;
  unsigned threads = 4;
};

int complain(const std::string& message) {
  std::fprintf(stderr, "sluiced: %s\n", message.c_str());
  return kBadUse;
}

std::unique_ptr<Client> connect(unsigned wait_seconds, std::string* error) {
  const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(wait_seconds);
  for (;;) {
    if (auto client = Client::open(connect_port(error), error)) return client;
    if (std::chrono::steady_clock::now() >= until) return nullptr;
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
}

struct File {
  std::FILE* file = nullptr;
  bool owned = false;
  File() = default;
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  ~File() {
    if (owned) std::fclose(file);
  }
  bool open(const std::string& name) {
    file = std::fopen(name.c_str(), "ae");
    owned = file != nullptr;
    return owned;
  }
};

// A service that was killed may have left a part of a line. It had not acknowledged that event, so
// the driver sends it again.
void drop_partial_line(const std::string& name) {
  std::ifstream in(name, std::ios::binary | std::ios::ate);
  if (!in || in.tellg() <= 0) return;
  const auto size = static_cast<std::uintmax_t>(in.tellg());
  std::uintmax_t whole = size;
  for (; whole > 0; --whole) {
    in.seekg(static_cast<std::streamoff>(whole - 1));
    if (in.get() == '\n') break;
  }
  std::error_code ignored;  // not a regular file: nothing to cut
  if (whole != size) std::filesystem::resize_file(name, whole, ignored);
}

// The service that signals are for, while there is one.
class Current {
 public:
  void set(Service* service) {
    const std::lock_guard lock(mutex_);
    service_ = service;
    if (service_ != nullptr && stop_) service_->request_stop();
  }
  void stop() {
    const std::lock_guard lock(mutex_);
    stop_ = true;
    if (service_ != nullptr) {
      service_->request_stop();
    } else {
      std::_Exit(0);  // nothing was begun yet
    }
  }
  void reload() {
    const std::lock_guard lock(mutex_);
    if (service_ != nullptr) std::fprintf(stderr, "sluiced: %s\n", service_->reload().c_str());
  }

 private:
  std::mutex mutex_;
  Service* service_ = nullptr;
  bool stop_ = false;
};

int write_report(const std::string& name, const std::string& summary) {
  if (name.empty()) return 0;
  std::ofstream out(name);
  out << summary << '\n';
  out.flush();
  if (out) return 0;
  std::fprintf(stderr, "sluiced: can't write the report %s\n", name.c_str());
  return 1;
}

bool wants_colour(const File& log, const Options& options) {
  const char* no_colour = std::getenv("NO_COLOR");
  if (no_colour != nullptr && *no_colour != '\0') return false;
  return options.log.empty() && log.file != nullptr && isatty(fileno(log.file)) != 0;
}

int serve(const Options& options) {
  std::shared_ptr<const Policy> policy = Policy::report_everything();
  if (!options.policy.empty()) {
    auto result = Policy::load(options.policy, options.directory);
    if (const auto* error = std::get_if<PolicyError>(&result)) return complain(error->text());
    policy = std::get<std::shared_ptr<const Policy>>(std::move(result));
  }
  static Current current;  // outlives the signal thread
  service::watch_signals([] { current.stop(); }, [] { current.reload(); });

  File log;
  File events;
  if (!options.log.empty()) {
    if (!log.open(options.log)) return complain("can't write the log file " + options.log);
  } else if (!options.quiet) {
    log.file = stdout;
  }
  if (!options.events.empty()) {
    drop_partial_line(options.events);
    if (!events.open(options.events)) {
      return complain("can't write the events file " + options.events);
    }
  }
  std::string error;
  std::unique_ptr<Client> client = connect(options.wait_seconds, &error);
  if (!client) return complain(error);
  service::keep_memory_resident();
  service::ServiceConfig config{options.policy, options.directory,          log.file,
                                events.file,    wants_colour(log, options), options.threads};
  const auto running = Service::start(std::move(client), policy, config, &error);
  if (!running) return complain(error);
  current.set(running.get());
  if (options.ready_fd >= 0) service::announce_ready(options.ready_fd, "ready");
  running->run();
  current.set(nullptr);
  const int written = write_report(options.report, running->summary());
  return running->failed() ? 1 : written;
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app("Connects to sluice.sys, decides its questions by a policy and records its events.",
               "sluiced");
  Options options;
  auto* policy = app.add_option("--policy", options.policy, "policy file, see docs/POLICY.md");
  app.add_flag("--all", options.all, "everything is interesting, reported and allowed")
      ->excludes(policy);
  app.add_option("--dir", options.directory, "the filtered directory: {dir} in the policy");
  app.add_option("--events", options.events, "append each event to this file as a line of JSON");
  app.add_option("--log", options.log, "append a line for each event here instead of to stdout");
  app.add_flag("--quiet", options.quiet, "no line for each event");
  app.add_option("--report", options.report, "write the summary (JSON) here at the end");
  app.add_option("--threads", options.threads, "threads that answer (4)")->check(CLI::Range(1, 64));
  app.add_option("--wait", options.wait_seconds, "seconds to wait for the driver to be there (0)");
  app.add_option("--ready-fd", options.ready_fd,
                 "write \"ready\" to this descriptor when the policy has reached the driver");
  app.footer(
      "SIGHUP: read the policy again. SIGTERM, SIGINT: record what has arrived and end.\n"
      "Exit status: 0; 1 when something could not be recorded; 2 for bad use or input.");
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : kBadUse;
  }
  if (options.policy.empty() && !options.all) {
    return complain("say which policy: --policy FILE, or --all to report and allow everything");
  }
  return serve(options);
}
