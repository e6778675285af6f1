// Before wdk's headers: their SetFlag is a macro.
#include <CLI/CLI.hpp>

#include <flthost/app/options.h>
#include <flthost/rtl/rtl.h>

#include <cerrno>
#include <cstdlib>

namespace flthost::app {

DriverOption parse_driver(const std::string& text) {
  const size_t at = text.rfind('@');
  if (at == std::string::npos || at + 1 == text.size() ||
      text.find_first_not_of("0123456789.", at + 1) != std::string::npos) {
    return {text, ""};
  }
  return {text.substr(0, at), text.substr(at + 1)};
}

bool parse_debug_filter(const std::string& text, DebugFilter* filter, std::string* error) {
  const size_t equals = text.find('=');
  filter->component = text.substr(0, equals);
  uint32_t number = 0;
  if (filter->component != "*" && !rtl::debug_component(filter->component, &number)) {
    *error = "--debug-filter " + text + ": \"" + filter->component +
             "\" is no component; it is NAME of a DPFLTR_NAME_ID (IHVDRIVER, FLTMGR, DEFAULT for "
             "DbgPrint) or * for all";
    return false;
  }
  const std::string mask = equals == std::string::npos ? "" : text.substr(equals + 1);
  char* end = nullptr;
  errno = 0;
  const unsigned long value = std::strtoul(mask.c_str(), &end, 0);
  if (mask.empty() || mask[0] == '-' || *end != '\0' || errno != 0 || value > 0xFFFFFFFF) {
    *error =
        "--debug-filter " + text +
        ": write COMPONENT=MASK with a mask from 0 to 0xffffffff; bit 0 is errors, 1 warnings, "
        "2 trace, 3 information";
    return false;
  }
  filter->mask = static_cast<uint32_t>(value);
  return true;
}

std::string default_altitude(size_t index) {
  return std::to_string(380000 - 1000 * index);
}

namespace {

void add_control_option(CLI::App& app, ControlCommand* command) {
  app.add_option("--control", command->control,
                 "Socket of the host (FLTHOST_CONTROL; not needed when one host runs)");
}

// fltmc's commands, with its letters.
void add_control_commands(CLI::App& app, ControlCommand* command) {
  CLI::App* const load = app.add_subcommand(
      "load", "Loads a driver into a running host: its .sys[@ALTITUDE], or the name of a service");
  load->add_option("driver", command->filter)->required();
  load->add_option("--inf,--reg", command->service_files, "Its service key (as for run)")
      ->take_all()
      ->allow_extra_args(false);
  CLI::App* const unload = app.add_subcommand("unload", "Unloads a driver, if it agrees");
  unload->add_option("filter", command->filter)->required();
  CLI::App* const attach = app.add_subcommand("attach", "Attaches a filter to a volume");
  attach->add_option("filter", command->filter)->required();
  attach->add_option("volume", command->volume, "Its directory or \\Device\\HarddiskVolume1")
      ->required();
  attach->add_option("-i,--instance", command->instance, "Name of the instance");
  attach->add_option("-a,--altitude", command->altitude, "Altitude, if not the definition's");
  CLI::App* const detach = app.add_subcommand("detach", "Detaches a filter's instance");
  detach->add_option("filter", command->filter)->required();
  detach->add_option("volume", command->volume)->required();
  detach->add_option("instance", command->instance, "Name of the instance (default: any)");
  CLI::App* const list = app.add_subcommand("list", "Prints filters, instances or volumes");
  list->add_option("what", command->what)
      ->check(CLI::IsMember({"filters", "instances", "volumes"}))
      ->default_val("filters");
  list->add_option("-f,--filter", command->filter, "Instances of this filter only");
  list->add_option("-v,--volume", command->volume, "Instances on this volume only");
  for (CLI::App* const one : {load, unload, attach, detach, list}) {
    add_control_option(*one, command);
    one->callback([command, one] { command->op = one->get_name(); });
  }
}

// Words of `run` that become something else.
struct RunWords {
  std::vector<std::string> words, installed, filters;
  std::string cache = "none";
};

void add_driver_options(CLI::App* run, Options* options, RunWords* words) {
  run->add_option("--dir", options->directory, "Directory that the drivers filter")->required();
  run->add_option("--inf,--reg", options->service_files,
                  "A driver's service key: its .inf, or a .toml file. Once for each driver; "
                  "ServiceBinary says whose it is")
      ->take_all()
      ->allow_extra_args(false);
  run->add_option("--socket", options->socket,
                  "Socket of the communication ports (FLTHOST_SOCKET of "
                  "clients)");
  run->add_option("--installed", words->installed,
                  "A driver that is not loaded at the start: FilterLoad and flthost load know it "
                  "by its service")
      ->take_all()
      ->allow_extra_args(false);
  run->add_option("--control", options->control,
                  "Socket for flthost load, unload, attach, detach and list (default: PID.control "
                  "in $XDG_RUNTIME_DIR/flthost or /run/flthost)");
  run->add_option("--report", options->report, "Writes a JSON report here at the end");
  run->add_option("--log", options->log, "What drivers print (DbgPrint) goes to this file");
  run->add_option("--debug-filter", words->filters,
                  "COMPONENT=MASK: which levels of DbgPrintEx are told, 1 bit for each; "
                  "\"*=0\" none. Once for each component; what stands later wins")
      ->take_all()
      ->allow_extra_args(false);
}

void add_life_options(CLI::App* run, Options* options, RunWords* words) {
  run->add_option("--ready", options->ready_fd,
                  "Writes \"ready\\n\" to this descriptor when CMD could run");
  run->add_option("--gate", options->gate_fd,
                  "Runs CMD when a byte can be read from this descriptor");
  run->add_option("--parent", options->parent_fd,
                  "Reading end of a pipe: when its other end is closed, CMD is killed and we end");
  run->add_flag("--status", options->status, "Says on standard error what happens");
  run->add_option("--kernel-cache", words->cache,
                  "none: every read and write reaches the drivers; no-context: files on which no "
                  "driver has set a context are cached by the kernel")
      ->check(CLI::IsMember({"none", "no-context"}));
  run->add_option("--processors", options->processors,
                  "Virtual processors (default: the machine's)")
      ->check(CLI::Range(1, 256));
  run->add_flag("--lazy-imports", options->lazy_imports,
                "A missing import is a bugcheck when it is called, instead of refusing the driver");
  run->add_option("words", words->words, "Drivers (A.sys[@ALTITUDE]), then -- CMD ARGS...");
  run->positionals_at_end(false);
}

CLI::App* add_run_command(CLI::App& app, Options* options, RunWords* words) {
  CLI::App* const run = app.add_subcommand(
      "run",
      "Loads drivers, mounts DIR for CMD alone and runs it.\n"
      "  flthost run A.sys[@ALTITUDE] [B.sys ...] [--inf FILE | --reg FILE] --dir DIR [options]\n"
      "              -- CMD [ARGS...]\n"
      "Exit status: CMD's own (128+n for a signal); 125 flthost failed before CMD ran, 126 CMD is\n"
      "not executable, 127 CMD was not found, 86 after a bugcheck.");
  add_driver_options(run, options, words);
  add_life_options(run, options, words);
  return run;
}

void apply_words(const RunWords& words, Options* options) {
  for (const std::string& word : words.words) options->drivers.push_back(parse_driver(word));
  for (const std::string& word : words.installed) {
    options->installed.push_back(parse_driver(word));
  }
  for (const std::string& text : words.filters) {
    std::string error;
    DebugFilter filter;
    if (!parse_debug_filter(text, &filter, &error)) throw CLI::ValidationError(error);
    options->debug_filters.push_back(std::move(filter));
  }
  options->cache_no_context = words.cache == "no-context";
}

}  // namespace

Action parse_options(int argc, char** argv, Options* options, ControlCommand* command,
                     int* exit_status) {
  CLI::App app{
      "flthost: runs Windows minifilter drivers over a Linux directory.\n"
      "Programs started by it see DIR through the drivers; everybody else sees DIR as it is."};
  app.name("flthost");
  app.require_subcommand(1);

  RunWords words;
  CLI::App* const run = add_run_command(app, options, &words);
  add_control_commands(app, command);
  app.add_subcommand("check-host", "Says what this kernel and user can do and what not");

  // CLI11 would mix drivers and command: what follows the first "--" is CMD.
  int count = argc;
  for (int i = 1; i < argc; ++i) {
    if (std::string_view(argv[i]) == "--") {
      options->command.assign(argv + i + 1, argv + argc);
      count = i;
      break;
    }
  }
  try {
    app.parse(count, argv);
    apply_words(words, options);
    if (*run && options->command.empty()) {
      throw CLI::ValidationError("no command: add -- CMD [ARGS...] behind the options");
    }
  } catch (const CLI::ParseError& error) {
    const int status = app.exit(error);
    *exit_status = status == 0 ? 0 : kExitFailed;
    return Action::Exit;
  }
  if (!command->op.empty()) return Action::Control;
  return *run ? Action::Run : Action::CheckHost;
}

}  // namespace flthost::app
