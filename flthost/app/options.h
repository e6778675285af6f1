// The command line of flthost.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace flthost::app {

// Exit statuses of our own; everything else is CMD's.
inline constexpr int kExitBugcheck = 86;
inline constexpr int kExitFailed = 125;
inline constexpr int kExitNotExecutable = 126;
inline constexpr int kExitNotFound = 127;

struct DriverOption {
  std::string path;
  std::string altitude;  // empty: the service key's, or by position
};

// --debug-filter COMPONENT=MASK
struct DebugFilter {
  std::string component;  // "FLTMGR", "*" for all
  uint32_t mask = 0;
};

// flthost load, unload, attach, detach, list.
struct ControlCommand {
  std::string op;
  std::string control;  // socket of the host; empty: the only one
  std::string what;     // list: filters, instances, volumes
  std::string filter;   // load: the driver's path or its service
  std::string volume, instance, altitude;
  std::vector<std::string> service_files;
};

struct Options {
  std::vector<DriverOption> drivers;
  std::vector<DriverOption> installed;     // to be loaded later, by the name of their service
  std::vector<std::string> service_files;  // --inf and --reg
  std::string directory;
  std::string socket;
  std::string control;  // empty: a name of its own in the default folder
  std::string report;
  std::string log;
  std::vector<DebugFilter> debug_filters;
  int ready_fd = -1;
  int gate_fd = -1;
  int parent_fd = -1;
  bool status = false;
  bool cache_no_context = false;
  int processors = 0;  // 0: as many as the machine has
  bool lazy_imports = false;
  std::vector<std::string> command;
  unsigned umask = 022;  // the caller's: for the report
};

enum class Action { Run, Control, CheckHost, Exit };
// Parses; on Action::Exit (help, bad use) *exit_status is set and the message was printed.
Action parse_options(int argc, char** argv, Options* options, ControlCommand* command,
                     int* exit_status);

// A.sys[@ALTITUDE]: the last '@' counts when only digits and points follow. Empty altitude: by
// position.
DriverOption parse_driver(const std::string& text);
// "IHVDRIVER=0xf", "*=0". False with one line in `error`.
bool parse_debug_filter(const std::string& text, DebugFilter* filter, std::string* error);
// Altitude of the index-th driver without one: the first is on top.
std::string default_altitude(size_t index);

}  // namespace flthost::app
