#include <flthost/app/verify.h>

#include <flthost/app/report.h>

#include <fmt/format.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstring>
#include <map>
#include <set>

namespace flthost::app {
namespace {

using nlohmann::json;
using verifier::Violation;
using Clock = std::chrono::steady_clock;

// Each in a process of its own, in this order.
constexpr const char* kPhases[] = {"load",   "files", "operations", "detach",
                                   "unload", "ports", "low memory"};

struct MajorName {
  int major;
  const char* name;
};
constexpr MajorName kMajorNames[] = {
    {IRP_MJ_CREATE, "create"},
    {IRP_MJ_CLOSE, "close"},
    {IRP_MJ_READ, "read"},
    {IRP_MJ_WRITE, "write"},
    {IRP_MJ_QUERY_INFORMATION, "query information"},
    {IRP_MJ_SET_INFORMATION, "set information"},
    {IRP_MJ_QUERY_EA, "query EA"},
    {IRP_MJ_SET_EA, "set EA"},
    {IRP_MJ_FLUSH_BUFFERS, "flush buffers"},
    {IRP_MJ_QUERY_VOLUME_INFORMATION, "query volume"},
    {IRP_MJ_SET_VOLUME_INFORMATION, "set volume"},
    {IRP_MJ_DIRECTORY_CONTROL, "directory control"},
    {IRP_MJ_FILE_SYSTEM_CONTROL, "file system control"},
    {IRP_MJ_DEVICE_CONTROL, "device control"},
    {IRP_MJ_LOCK_CONTROL, "lock control"},
    {IRP_MJ_CLEANUP, "cleanup"},
    {IRP_MJ_QUERY_SECURITY, "query security"},
    {IRP_MJ_SET_SECURITY, "set security"},
    {static_cast<UCHAR>(IRP_MJ_ACQUIRE_FOR_SECTION_SYNCHRONIZATION), "acquire for section"},
    {static_cast<UCHAR>(IRP_MJ_RELEASE_FOR_SECTION_SYNCHRONIZATION), "release for section"},
    {static_cast<UCHAR>(IRP_MJ_ACQUIRE_FOR_MOD_WRITE), "acquire for mod write"},
    {static_cast<UCHAR>(IRP_MJ_RELEASE_FOR_MOD_WRITE), "release for mod write"},
    {static_cast<UCHAR>(IRP_MJ_ACQUIRE_FOR_CC_FLUSH), "acquire for flush"},
    {static_cast<UCHAR>(IRP_MJ_RELEASE_FOR_CC_FLUSH), "release for flush"},
};

std::string major_name(int major) {
  const auto* const found = std::find_if(std::begin(kMajorNames), std::end(kMajorNames),
                                         [&](const MajorName& row) { return row.major == major; });
  return found != std::end(kMajorNames) ? found->name : fmt::format("major function {:#x}", major);
}

struct PhaseResult {
  json answer;
  bool answered = false;
  std::string failure;  // of the host, not of the driver
};

std::string read_all(int fd, Clock::time_point until) {
  std::string text;
  char buffer[65536];
  for (;;) {
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(until - Clock::now()).count();
    pollfd wait{fd, POLLIN, 0};
    if (left <= 0 || ::poll(&wait, 1, static_cast<int>(left)) <= 0) return text;
    const ssize_t n = ::read(fd, buffer, sizeof buffer);
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return text;
    text.append(buffer, static_cast<size_t>(n));
  }
}

PhaseResult run_child(const VerifyOptions& options, const PhasePlan& plan) {
  PhaseResult result;
  int pipe[2];
  if (::pipe(pipe) != 0) return {{}, false, std::string("no pipe: ") + std::strerror(errno)};
  ::fflush(nullptr);
  const pid_t pid = ::fork();
  if (pid == 0) {
    ::close(pipe[0]);
    run_phase(options, plan, pipe[1]);
  }
  ::close(pipe[1]);
  const std::string text =
      read_all(pipe[0], Clock::now() + std::chrono::seconds(options.patience + 15));
  ::close(pipe[0]);
  result.answer = json::parse(text, nullptr, false);
  result.answered = !result.answer.is_discarded() && result.answer.is_object();
  if (!result.answered) ::kill(pid, SIGKILL);
  int status = 0;
  while (::waitpid(pid, &status, 0) < 0 && errno == EINTR) {
  }
  if (!result.answered) {
    result.failure = WIFSIGNALED(status)
                         ? fmt::format("the host ended with signal {}", WTERMSIG(status))
                         : fmt::format("the host ended with status {}", WEXITSTATUS(status));
  }
  return result;
}

class Verification {
 public:
  explicit Verification(const VerifyOptions& options)
      : options_(options), until_(Clock::now() + std::chrono::seconds(options.seconds)) {}
  int run();

 private:
  bool wanted(const std::string& phase) const {
    return options_.phases.empty() || std::find(options_.phases.begin(), options_.phases.end(),
                                                phase) != options_.phases.end();
  }
  bool out_of_time() const { return Clock::now() >= until_; }
  const json& run_plan(const PhasePlan& plan);
  void low_memory();
  void low_memory_at_load(const json& sites);
  void merge(const PhasePlan& plan, const json& answer);
  void print() const;
  void print_reached() const;
  json to_json() const;

  const VerifyOptions& options_;
  const Clock::time_point until_;
  std::vector<Violation> violations_;
  std::set<std::string> known_;
  std::map<std::pair<int, bool>, std::array<uint64_t, 3>> callbacks_;
  std::map<std::string, uint64_t> sent_;
  std::vector<std::string> done_, skipped_, errors_;
  size_t sites_failed_ = 0, sites_known_ = 0;
  PhaseResult last_;
};

void Verification::merge(const PhasePlan& plan, const json& answer) {
  for (const json& one : answer["violations"]) {
    Violation violation = verifier::from_json(one);
    const std::string key = fmt::format(
        "{}|{}|{}|{}", violation.rule, violation.function.substr(0, violation.function.rfind('+')),
        violation.line, violation.function.empty() ? violation.sentence : "");
    // What fails with every allocation too is no finding about low memory.
    if (known_.insert(key).second) violations_.push_back(std::move(violation));
  }
  for (const json& row : answer["callbacks"]) {
    std::array<uint64_t, 3>& calls = callbacks_[{row["operation"], row["post"]}];
    for (size_t i = 0; i < 3; ++i) calls[i] += row["calls"][i].get<uint64_t>();
  }
  for (const auto& [path, count] : answer["sent"].items()) sent_[path] += count.get<uint64_t>();
  if (!plan.fails) return;
  for (const json& site : answer["sites"]) {
    if (site["failed"]) ++sites_failed_;
  }
}

const json& Verification::run_plan(const PhasePlan& plan) {
  last_ = run_child(options_, plan);
  if (!last_.answered) {
    errors_.push_back(plan.name + ": " + last_.failure);
    last_.answer = json::object();
    return last_.answer;
  }
  if (last_.answer["how"] == "error") {
    errors_.push_back(plan.name + ": " + last_.answer["error"].get<std::string>());
  }
  merge(plan, last_.answer);
  return last_.answer;
}

// Each call site that DriverEntry reaches alone, since the driver does not load after it.
void Verification::low_memory_at_load(const json& sites) {
  for (const json& site : sites) {
    if (!site["in_load"] || out_of_time()) continue;
    PhasePlan plan{"low memory", true, false, site["offset"], {}};
    run_plan(plan);
  }
}

void Verification::low_memory() {
  PhasePlan record{"operations", false, false, 0, {}};
  const json sites = run_plan(record).value("sites", json::array());
  sites_known_ = sites.size();
  low_memory_at_load(sites);
  PhasePlan plan{"low memory", true, true, 0, {}};
  for (const json& site : sites) {
    if (site["in_load"]) plan.skip_sites.push_back(site["offset"]);
  }
  // A bug check ends the run: again without the call site that it was about.
  constexpr int kRuns = 8;
  for (int i = 0; i < kRuns && !out_of_time(); ++i) {
    const json answer = run_plan(plan);
    sites_known_ = std::max(sites_known_, answer.value("sites", json::array()).size());
    const uint64_t failed = answer.value("failed_site", uint64_t{0});
    if (answer.value("how", "") != "bugcheck" || failed == 0) break;
    plan.skip_sites.push_back(failed);
  }
}

int Verification::run() {
  for (const char* const phase : kPhases) {
    if (!wanted(phase)) continue;
    if (out_of_time()) {
      skipped_.emplace_back(phase);
      continue;
    }
    if (std::string_view(phase) == "low memory") {
      low_memory();
    } else {
      run_plan({phase, false, false, 0, {}});
    }
    done_.emplace_back(phase);
    // Nothing else can be said about a driver that does not load.
    if (!errors_.empty() && violations_.empty() && done_.size() == 1) break;
  }
  print();
  if (!options_.report.empty()) {
    const std::string error = write_report(options_.report, to_json());
    if (!error.empty()) {
      fmt::print(stderr, "flthost: {}\n", error);
      return kNotRun;
    }
  }
  if (!violations_.empty()) return kBroken;
  return errors_.empty() ? kClean : kNotRun;
}

void Verification::print_reached() const {
  fmt::print(
      "\nreached, by operation:           pre PASSIVE    APC  DISPATCH   post PASSIVE    APC  "
      "DISPATCH\n");
  std::set<int> operations;
  for (const auto& [key, calls] : callbacks_) operations.insert(key.first);
  for (const int operation : operations) {
    const auto row = [&](bool post) {
      const auto found = callbacks_.find({operation, post});
      return found == callbacks_.end() ? std::array<uint64_t, 3>{} : found->second;
    };
    const auto pre = row(false), post = row(true);
    fmt::print("  {:<28}{:>13}{:>7}{:>10}{:>15}{:>7}{:>10}\n", major_name(operation), pre[0],
               pre[1], pre[2], post[0], post[1], post[2]);
  }
  fmt::print("sent, by path:\n");
  for (const auto& [path, count] : sent_) fmt::print("  {:<62}{:>8}\n", path, count);
  fmt::print("call sites of allocations: {} known, made to fail {} times\n", sites_known_,
             sites_failed_);
}

void Verification::print() const {
  for (const Violation& violation : violations_) {
    fmt::print("{}\n", verifier::text_of(violation));
  }
  print_reached();
  for (const std::string& error : errors_) fmt::print(stderr, "flthost: {}\n", error);
  std::string phases;
  for (const std::string& phase : done_) phases += (phases.empty() ? "" : ", ") + phase;
  fmt::print("phases: {}{}\n", phases,
             skipped_.empty() ? "" : fmt::format("; {} not run for want of time", skipped_.size()));
  fmt::print("{}: {} rule{} broken\n", options_.driver, violations_.size(),
             violations_.size() == 1 ? "" : "s");
}

json Verification::to_json() const {
  json violations = json::array();
  for (const Violation& violation : violations_) violations.push_back(verifier::to_json(violation));
  json reached = json::array();
  for (const auto& [key, calls] : callbacks_) {
    reached.push_back({{"operation", major_name(key.first)},
                       {"callback", key.second ? "post" : "pre"},
                       {"passive", calls[0]},
                       {"apc", calls[1]},
                       {"dispatch", calls[2]}});
  }
  return {{"driver", options_.driver},
          {"seed", options_.seed},
          {"violations", violations},
          {"reached", {{"callbacks", reached}, {"sent", sent_}}},
          {"allocation_sites", {{"known", sites_known_}, {"failed", sites_failed_}}},
          {"phases", done_},
          {"not_run", skipped_},
          {"errors", errors_}};
}

}  // namespace

int verify(const VerifyOptions& options) {
  return Verification(options).run();
}

}  // namespace flthost::app
