// The end after a bugcheck: every other thread is frozen, so nothing here may wait for one.
#include <flthost/app/report.h>
#include <flthost/ps/ps.h>

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <csignal>

namespace flthost::app {
namespace {

const Options* g_options = nullptr;
const std::vector<boundary::Module*>* g_modules = nullptr;

constexpr unsigned kReportSeconds = 10;

[[noreturn]] void on_bugcheck(const ke::Bugcheck& bugcheck) {
  // A frozen thread may own what the report needs: then the text that is out must do.
  ::signal(SIGALRM, [](int) { ::_exit(kExitBugcheck); });
  ::alarm(kReportSeconds);
  const std::string text = bugcheck_text(bugcheck);
  (void)!::write(STDERR_FILENO, text.data(), text.size());
  ::umask(g_options->umask);
  if (!g_options->report.empty()) {
    nlohmann::json report = report_of(*g_options, *g_modules, RunFacts{}, kExitBugcheck);
    report["bugcheck"] = bugcheck_json(bugcheck);
    write_report(g_options->report, report);
  }
  if (!g_options->socket.empty()) ::unlink(g_options->socket.c_str());
  ::_exit(kExitBugcheck);  // closes /dev/fuse: the connection is aborted, dirty pages are dropped
}

// module+offset of whatever in the parameters lies in a driver.
std::string symbols_of(const ke::Bugcheck& bugcheck) {
  std::string text;
  for (const uint64_t parameter : bugcheck.parameters) {
    const boundary::Module* const module = boundary::module_at(parameter);
    if (module == nullptr) continue;
    text += fmt::format("{}{}+0x{:X}", text.empty() ? "" : ", ", module->name,
                        parameter - module->base);
  }
  return text;
}

std::string process_text() {
  const ke::Thread& thread = ke::current_thread();
  const PETHREAD object = thread.object != nullptr ? thread.object : ps::system_thread();
  return fmt::format("{}, thread {}", ps::process_id(ps::thread_process(object)),
                     ps::thread_id(object));
}

}  // namespace

const char* bugcheck_name(uint32_t code) {
  switch (code) {
    case 0x0A:
      return "IRQL_NOT_LESS_OR_EQUAL";
    case 0x18:
      return "REFERENCE_BY_POINTER";
    case 0x19:
      return "BAD_POOL_HEADER";
    case 0x1E:
      return "KMODE_EXCEPTION_NOT_HANDLED";
    case 0x1F:
      return "SHARED_RESOURCE_CONV_ERROR";
    case 0x20:
      return "KERNEL_APC_PENDING_DURING_EXIT";
    case 0x35:
      return "NO_MORE_IRP_STACK_LOCATIONS";
    case 0x3B:
      return "SYSTEM_SERVICE_EXCEPTION";
    case 0x44:
      return "MULTIPLE_IRP_COMPLETE_REQUESTS";
    case 0x4E:
      return "PFN_LIST_CORRUPT";
    case 0x50:
      return "PAGE_FAULT_IN_NONPAGED_AREA";
    case 0x76:
      return "PROCESS_HAS_LOCKED_PAGES";
    case 0x7E:
      return "SYSTEM_THREAD_EXCEPTION_NOT_HANDLED";
    case 0x7F:
      return "UNEXPECTED_KERNEL_MODE_TRAP";
    case 0xB8:
      return "ATTEMPTED_SWITCH_FROM_DPC";
    case 0xC1:
      return "SPECIAL_POOL_DETECTED_MEMORY_CORRUPTION";
    case 0xC2:
      return "BAD_POOL_CALLER";
    case 0xC4:
      return "DRIVER_VERIFIER_DETECTED_VIOLATION";
    case 0xC5:
      return "DRIVER_CORRUPTED_EXPOOL";
    case 0xC8:
      return "IRQL_UNEXPECTED_VALUE";
    case 0xC9:
      return "DRIVER_VERIFIER_IOMANAGER_VIOLATION";
    case 0xCE:
      return "DRIVER_UNLOADED_WITHOUT_CANCELLING_PENDING_OPERATIONS";
    case 0xD1:
      return "DRIVER_IRQL_NOT_LESS_OR_EQUAL";
    case 0xD5:
      return "DRIVER_PAGE_FAULT_IN_FREED_SPECIAL_POOL";
    case 0xE3:
      return "RESOURCE_NOT_OWNED";
    case 0xF5:
      return "FLTMGR_FILE_SYSTEM";
    case 0xF7:
      return "DRIVER_OVERRAN_STACK_BUFFER";
    case 0xFC:
      return "ATTEMPTED_EXECUTE_OF_NOEXECUTE_MEMORY";
    case 0x139:
      return "KERNEL_SECURITY_CHECK_FAILURE";
    case 0x1C8:
      return "MANUALLY_INITIATED_POWER_BUTTON_HOLD";
    default:
      return "";
  }
}

nlohmann::json bugcheck_json(const ke::Bugcheck& bugcheck) {
  nlohmann::json parameters = nlohmann::json::array();
  for (const uint64_t parameter : bugcheck.parameters)
    parameters.push_back(fmt::format("0x{:X}", parameter));
  const std::string symbols = symbols_of(bugcheck);
  return {{"code", fmt::format("0x{:X}", bugcheck.code)},
          {"name", bugcheck_name(bugcheck.code)},
          {"parameters", parameters},
          {"irql", ke::current_irql()},
          {"process", process_text()},
          {"symbol", symbols.empty() ? nlohmann::json(nullptr) : nlohmann::json(symbols)},
          {"reason", bugcheck.reason}};
}

std::string bugcheck_text(const ke::Bugcheck& bugcheck) {
  const std::string symbols = symbols_of(bugcheck);
  return fmt::format(
      "\n*** STOP: 0x{:08X} {}\n    parameters 0x{:X}, 0x{:X}, 0x{:X}, 0x{:X}\n    IRQL {}, "
      "process {}\n{}"
      "    {}\n    Writes that had not reached {} were dropped.\n",
      bugcheck.code, bugcheck_name(bugcheck.code), bugcheck.parameters[0], bugcheck.parameters[1],
      bugcheck.parameters[2], bugcheck.parameters[3], ke::current_irql(), process_text(),
      symbols.empty() ? "" : "    at " + symbols + "\n", bugcheck.reason,
      g_options != nullptr ? g_options->directory : "the directory");
}

void report_bugchecks(const Options& options, const std::vector<boundary::Module*>& modules) {
  g_options = &options;
  g_modules = &modules;
  ke::install_bugcheck_handler(on_bugcheck);
}

}  // namespace flthost::app
