// One phase of `flthost verify`: a host of its own, the driver, a workload, the end.
#include <flthost/app/verify.h>

#include <flthost/app/host.h>
#include <flthost/boundary/hooks.h>
#include <flthost/boundary/report.h>
#include <flthost/ex/pool_debug.h>
#include <flthost/flt/pended.h>
#include <flthost/ke/violation.h>
#include <flthost/verifier/watch.h>
#include <flthost/verifier/workload.h>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <condition_variable>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <mutex>
#include <set>
#include <thread>

namespace flthost::app {
namespace {

using nlohmann::json;
using verifier::Violation;

const PhasePlan* g_plan = nullptr;
int g_out = -1;
std::mutex g_mutex;
std::vector<Violation> g_violations;
std::set<std::pair<uint64_t, uint64_t>> g_told;  // what and where: each once
size_t g_load_sites = 0;
bool g_loaded = false;
json g_sent = json::object();  // by the workload

// ------------------------------------------------------------------ the child's one answer
json sites_json() {
  json list = json::array();
  for (const verifier::AllocationSite& site : verifier::allocation_sites()) {
    list.push_back({{"offset", site.offset},
                    {"function", site.function},
                    {"failed", site.failed},
                    {"in_load", list.size() < g_load_sites}});
  }
  return list;
}

json callbacks_json(const std::vector<flt::CallbackCounters>& rows) {
  json list = json::array();
  for (const flt::CallbackCounters& row : rows) {
    list.push_back({{"operation", row.major_function},
                    {"post", row.post},
                    {"calls", {row.calls_at_irql[0], row.calls_at_irql[1], row.calls_at_irql[2]}}});
  }
  return list;
}

[[noreturn]] void answer(const char* how, const std::string& error,
                         const std::vector<flt::CallbackCounters>& callbacks) {
  json violations = json::array();
  for (const Violation& violation : g_violations) violations.push_back(to_json(violation));
  const verifier::FailedCall failure = verifier::last_failure();
  const boundary::Module* const module = boundary::module_at(failure.site);
  const json all = {
      {"how", how},
      {"error", error},
      {"violations", violations},
      {"callbacks", callbacks_json(callbacks)},
      {"sent", g_sent},
      {"sites", sites_json()},
      {"failed_site", module != nullptr && failure.injected ? failure.site - module->base : 0}};
  const std::string text = all.dump(-1, ' ', false, json::error_handler_t::replace);
  for (size_t done = 0; done < text.size();) {
    const ssize_t n = ::write(g_out, text.data() + done, text.size() - done);
    if (n <= 0) break;
    done += static_cast<size_t>(n);
  }
  ::_exit(0);
}

void add(const ke::Bugcheck& bugcheck, const boundary::Report& report) {
  Violation violation = verifier::violation_of(bugcheck, report);
  violation.where = g_plan->name;
  g_violations.push_back(std::move(violation));
}

void add_at(const ke::Bugcheck& bugcheck, uint64_t address, bool is_return) {
  const boundary::Report report = boundary::make_report_at(bugcheck, address, is_return);
  add(bugcheck, report);
}

// ------------------------------------------------------------------ what goes at DISPATCH_LEVEL
std::atomic<uint64_t> g_user{0};  // the workload's buffer in its process

bool is_user_buffer(uint64_t address) {
  const uint64_t begin = g_user.load(std::memory_order_relaxed);
  return begin != 0 && address >= begin && address < begin + verifier::Workload::kUserBytes;
}

void set_pageable_accessible(bool accessible) {
  ex::set_paged_pool_accessible(accessible);
  if (const uint64_t begin = g_user.load()) {
    ::mprotect(reinterpret_cast<void*>(begin), verifier::Workload::kUserBytes,
               accessible ? PROT_READ | PROT_WRITE : PROT_NONE);
  }
}

bool is_pageable(uint64_t address) {
  return is_user_buffer(address) || ex::is_paged_pool(address);
}

// ------------------------------------------------------------------ bug checks
bool is_exception(const ke::Bugcheck& bugcheck) {
  constexpr uint64_t kAccessViolation = 0xC0000005;
  switch (bugcheck.code) {
    case KMODE_EXCEPTION_NOT_HANDLED:
    case SYSTEM_SERVICE_EXCEPTION:
    case SYSTEM_THREAD_EXCEPTION_NOT_HANDLED:
      return bugcheck.parameters[0] == kAccessViolation;
    case DRIVER_IRQL_NOT_LESS_OR_EQUAL:
    case IRQL_NOT_LESS_OR_EQUAL:
      return bugcheck.parameters[0] < 0x10000;
    default:
      return false;
  }
}

// A null pointer after a call that failed is that call's result, used unseen.
ke::Bugcheck blamed(const ke::Bugcheck& bugcheck) {
  ke::Bugcheck renamed = bugcheck;
  if (bugcheck.code == DRIVER_IRQL_NOT_LESS_OR_EQUAL && is_pageable(bugcheck.parameters[0])) {
    renamed.reason = is_user_buffer(bugcheck.parameters[0])
                         ? "IrqlTrimmedUserBuffer: a user's buffer at DISPATCH_LEVEL, in whatever "
                           "process runs there. " +
                               bugcheck.reason
                         : "ForceIrqlChecking: paged pool at DISPATCH_LEVEL. " + bugcheck.reason;
    return renamed;
  }
  const verifier::FailedCall failed = verifier::last_failure();
  if (!is_exception(bugcheck) || failed.function.empty()) return bugcheck;
  constexpr uint32_t kInvalidName = 0xC01C0005;
  const char* const rule = failed.injected                 ? "SystematicLowResources"
                           : failed.status == kInvalidName ? "Flt.Name.Forbidden"
                                                           : "ExaminedValue";
  ke::Bugcheck named = bugcheck;
  named.reason = fmt::format(
      "{}: {} {}, and the driver went on as if it had not; look at the result first. {}", rule,
      failed.function,
      failed.status == 0 ? std::string("returned a null pointer")
                         : fmt::format("returned 0x{:08X}", failed.status),
      bugcheck.reason);
  return named;
}

[[noreturn]] void on_bugcheck(const ke::Bugcheck& bugcheck) {
  ::signal(SIGALRM, [](int) { ::_exit(1); });
  ::alarm(10);
  boundary::stop_irql_checking();
  const ke::Bugcheck named = blamed(bugcheck);
  add(named, boundary::make_report(named));
  answer("bugcheck", "", flt::callback_counters());
}

void on_violation(const ke::Bugcheck& bugcheck) {
  constexpr size_t kMost = 32;
  {
    const std::lock_guard guard(g_mutex);
    const uint64_t where =
        boundary::calling_address() != 0 ? boundary::calling_address() : bugcheck.parameters[1];
    if (g_told.size() >= kMost || !g_told.insert({bugcheck.parameters[0], where}).second) return;
  }
  const boundary::Report report = boundary::make_report(bugcheck);
  const std::lock_guard guard(g_mutex);
  add(bugcheck, report);
}

// ------------------------------------------------------------------ what never comes back
// "a.sys!.text+0x52" -> address.
uint64_t address_of(std::string_view text, const std::vector<boundary::Module*>& modules) {
  const size_t bang = text.find('!'), plus = text.find('+');
  if (bang == std::string_view::npos || plus == std::string_view::npos || plus < bang) return 0;
  const std::string_view section_name = text.substr(bang + 1, plus - bang - 1);
  const uint64_t offset = std::strtoull(std::string(text.substr(plus + 1)).c_str(), nullptr, 16);
  size_t start = text.rfind(' ', bang);
  start = start == std::string_view::npos ? 0 : start + 1;
  for (const boundary::Module* module : modules) {
    if (module->name != text.substr(start, bang - start)) continue;
    for (const boundary::Section& section : module->sections) {
      if (section.name == section_name) return section.address + offset;
    }
  }
  return 0;
}

constexpr uint64_t kLost = 0xF17026, kTeardownPended = 0xF17027, kHang = 0xF17028,
                   kUnloadReferences = 0xF1700E;

// An operation that somebody pended and nobody will complete.
bool add_pended() {
  std::set<const void*> told;
  for (const flt::PendedOperation& one : flt::pended_operations()) {
    if (one.callback == nullptr || !told.insert(one.callback).second) continue;
    const char* const callback = one.post ? "post-operation" : "pre-operation";
    add_at({DRIVER_VERIFIER_DETECTED_VIOLATION,
            {one.detaching ? kTeardownPended : kLost, one.major, 0, 0},
            one.detaching
                ? fmt::format("Flt.Teardown.Pended: the {} pended an operation (major function {}) "
                              "that is still pended while its instance is torn down; complete in "
                              "InstanceTeardownStart all that is pended",
                              callback, one.major)
                : fmt::format("Flt.Data.Lost: the {} pended an operation (major function {}) that "
                              "is never completed; complete it also when it could not be queued",
                              callback, one.major)},
           reinterpret_cast<uint64_t>(one.callback), false);
  }
  return !told.empty();
}

bool starts(const std::string& text, const char* with) {
  return text.rfind(with, 0) == 0;
}

// A thread that waits for work is no hang.
bool is_idle(const boundary::DriverActivity& activity) {
  return starts(activity.where, "KeWaitFor") || starts(activity.where, "KeRemoveQueue") ||
         starts(activity.where, "KeDelayExecutionThread");
}

void add_stuck(const boundary::DriverActivity& activity,
               const std::vector<boundary::Module*>& modules) {
  add_at({DRIVER_VERIFIER_DETECTED_VIOLATION,
          {kHang, 0, 0, 0},
          "Flt.Unload.Hang: " + activity.routine + " does not return (it is in " + activity.where +
              "); bound every loop and wait, and wake what waits"},
         address_of(activity.routine, modules), false);
}

void add_unregister(uint64_t address) {
  const std::vector<verifier::HeldObject> held = verifier::held_objects();
  add_at({DRIVER_VERIFIER_DETECTED_VIOLATION,
          {kUnloadReferences, held.size(), 0, 0},
          "Flt.Unload.References: FltUnregisterFilter waits for references to the filter" +
              (held.empty() ? std::string("; close its ports, end what its threads do and complete "
                                          "its own I/O first")
                            : " (" + held.front().function +
                                  " gave one that was not given back); give back each one before "
                                  "unregistering")},
         held.empty() ? address : held.front().site, true);
}

void add_hang(const std::vector<boundary::Module*>& modules) {
  const std::vector<boundary::DriverActivity> all = boundary::driver_activity();
  for (const boundary::DriverActivity& one : all) {
    if (!is_idle(one) && !starts(one.where, "FltUnregisterFilter")) return add_stuck(one, modules);
  }
  if (add_pended()) return;
  for (const boundary::DriverActivity& one : all) {
    if (starts(one.where, "FltUnregisterFilter")) {
      return add_unregister(address_of(one.where, modules));
    }
  }
  for (const boundary::DriverActivity& one : all) add_stuck(one, modules);
}

class Watchdog {
 public:
  Watchdog(int seconds, const Host& host)
      : host_(host), thread_([this, seconds] { run(seconds); }) {}
  ~Watchdog() {
    {
      const std::lock_guard guard(mutex_);
      done_ = true;
    }
    changed_.notify_all();
    thread_.join();
  }
  Watchdog(const Watchdog&) = delete;
  Watchdog& operator=(const Watchdog&) = delete;

 private:
  void run(int seconds) {
    std::unique_lock guard(mutex_);
    if (changed_.wait_for(guard, std::chrono::seconds(seconds), [this] { return done_; })) return;
    boundary::stop_irql_checking();
    add_hang(host_.modules());
    answer("hang", "", flt::callback_counters());
  }
  const Host& host_;
  std::mutex mutex_;
  std::condition_variable changed_;
  bool done_ = false;
  std::thread thread_;
};

// ------------------------------------------------------------------ leaks
void add_leaks(const RunFacts& facts) {
  std::set<uint64_t> sites;
  for (const ex::LeakedBlock& block : ex::leaked_blocks()) {
    if (!sites.insert(block.site).second) continue;
    add_at(
        {DRIVER_VERIFIER_DETECTED_VIOLATION,
         {0x62, block.address, 0, facts.pool_leaks},
         fmt::format("PoolTracking: {} bytes of {} pool with tag '{}' were not freed before the "
                     "driver was unloaded ({} allocations in all); free what was allocated here",
                     block.bytes, block.paged ? "paged" : "nonpaged", block.tag, facts.pool_leaks)},
        block.site, true);
  }
  std::string others;
  for (const std::string& line : facts.leaks) {
    if (line.find("pool, tag") == std::string::npos) others += (others.empty() ? "" : "; ") + line;
  }
  if (others.empty()) return;
  const std::vector<verifier::HeldObject> held = verifier::held_objects();
  for (const verifier::HeldObject& one : held) {
    if (!sites.insert(one.site).second) continue;
    add_at({DRIVER_VERIFIER_DETECTED_VIOLATION,
            {0xF17029, held.size(), 0, 0},
            fmt::format("Flt.Leak: the {} that {} gave was not given back before the driver was "
                        "unloaded ({}); release it on every path",
                        one.what, one.function, others)},
           one.site, true);
  }
  if (held.empty()) {
    add_at({DRIVER_VERIFIER_DETECTED_VIOLATION, {0xF17029, 0, 0, 0}, "Flt.Leak: " + others}, 0,
           false);
  }
}

// ------------------------------------------------------------------ phases
void on_real_files(Host& host) {
  fs::LocalFileSystem& files = *host.file_system();
  fs::OpenParameters parameters;
  parameters.parent = fs::root(files);
  parameters.name = "data.bin";
  parameters.access = FILE_READ_DATA | FILE_WRITE_DATA | DELETE;
  parameters.disposition = FILE_OPEN_IF;
  parameters.mode = 0600;
  fs::OpenFile file;
  ULONG_PTR information = 0;
  if (!NT_SUCCESS(fs::open(files, parameters, &file, &information))) return;
  std::vector<std::byte> bytes(20000, std::byte{'v'});
  size_t done = 0;
  fs::write(file, 0, false, bytes, &done);
  fs::flush(file);
  fs::read(file, 0, bytes, &done);
  fs::acquire_section(file, PAGE_EXECUTE_READ);
  for (const fs::PageInKind kind : {fs::PageInKind::Fault, fs::PageInKind::ReadAhead}) {
    ke::HostEvent ended;
    fs::page_in(file, kind == fs::PageInKind::Fault ? 0 : 128 * 1024, 16384, kind,
                [&](NTSTATUS, std::span<const iovec>) { ended.set(); });
    ended.wait();
  }
  fs::page_out(file, 0, std::span(bytes).first(4096));
  fs::set_end_of_file(file, 10000);
  fs::write_back(file);
  fs::cleanup(file);
  fs::close(file);
  fs::rename(files, *parameters.parent, "data.bin", *parameters.parent, "moved.bin", 0);
  fs::remove(files, *parameters.parent, "moved.bin", false);
}

void detach_all(void*) {
  for (PFLT_FILTER filter : flt::all_filters()) {
    PFLT_INSTANCE instances[8];
    ULONG count = 0;
    if (!NT_SUCCESS(FltEnumerateInstances(nullptr, filter, instances, 8, &count))) continue;
    for (ULONG i = 0; i < count; ++i) {
      PFLT_VOLUME volume = nullptr;
      if (NT_SUCCESS(FltGetVolumeFromInstance(instances[i], &volume))) {
        FltDetachVolume(filter, volume, nullptr);
        FltObjectDereference(volume);
      }
      FltObjectDereference(instances[i]);
    }
  }
}

void unload_first(void* context) {
  Host::unload_now(*static_cast<Host*>(context)->modules().front());
}

void phase_body(const std::string& name, Host& host, verifier::Workload& workload) {
  if (name == "load") return;
  if (name == "files") return on_real_files(host);
  if (name == "operations") return workload.operations();
  if (name == "detach") return workload.interrupted(detach_all, nullptr);
  if (name == "unload") return workload.interrupted(unload_first, &host);
  if (name == "ports") {
    return use_ports([](void* context) { static_cast<verifier::Workload*>(context)->brief(); },
                     &workload);
  }
  workload.operations();  // "low memory"
}

struct Scratch {
  std::string path;
  int fd = -1;
  Scratch() {
    std::string name = (std::filesystem::temp_directory_path() / "flthost-verify-XXXXXX").string();
    path = ::mkdtemp(name.data());
    std::ofstream(path + "/data.bin") << std::string(300'000, 'd');
    fd = ::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  }
};

void begin_checks(const PhasePlan& plan) {
  verifier::install_watch();
  ex::install_caller_site(boundary::calling_address);
  ex::use_special_pool();
  boundary::install_pool_fault(ex::judge_special_fault);
  boundary::force_irql_checking({set_pageable_accessible, is_pageable});
  ke::install_bugcheck_handler(on_bugcheck);
  ke::violation_sink.store(on_violation);
  verifier::InjectionPlan injection;
  injection.on = plan.fails;
  injection.each_site_once = plan.each_site_once;
  injection.only = plan.only_site;
  injection.skip.insert(plan.skip_sites.begin(), plan.skip_sites.end());
  verifier::set_injection(injection);
}

}  // namespace

void run_phase(const VerifyOptions& options, const PhasePlan& plan, int out) {
  g_out = out;
  g_plan = &plan;
  const Scratch scratch;
  Options host_options;
  host_options.directory = scratch.path;
  host_options.processors = 2;
  if (plan.name == "ports") {
    host_options.socket = scratch.path + ".socket";
    ::setenv("FLTHOST_SOCKET", host_options.socket.c_str(), 1);
  }
  Host host(host_options, {scratch.path, scratch.fd}, [](const std::string&) {});
  std::string error = host.build();
  if (!error.empty()) answer("error", error, {});
  RunFacts facts;
  {
    begin_checks(plan);
    const Watchdog watchdog(plan.name == "ports" ? options.patience + 3 : options.patience, host);
    {
      verifier::Workload workload(options.seed);
      g_user = reinterpret_cast<uint64_t>(workload.user_buffer());
      const std::string refused = host.load(DriverOption{options.driver, "370000"});
      g_loaded = refused.empty();
      g_load_sites = verifier::allocation_sites().size();
      if (g_loaded) {
        phase_body(plan.name, host, workload);
      } else if (!plan.fails) {
        error = refused;
      }
      g_sent = workload.sent();
      g_user = 0;
      // What the driver still has on the volume goes with it, as at a surprise removal.
    }
    host.take_down(&facts);
  }
  std::filesystem::remove_all(scratch.path);
  add_leaks(facts);
  answer(g_loaded || plan.fails ? "ended" : "error", error, facts.callbacks);
}

}  // namespace flthost::app
