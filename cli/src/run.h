// `sluice run`: host, service and command together, from the mount to the merged report.
#pragma once

#include <string>
#include <vector>

namespace sluice::cli {

struct RunOptions {
  std::string directory = ".";
  std::string policy;
  std::string report;
  std::string events;
  std::string log;
  bool quiet = false;
  bool restart = true;
  std::string kernel_cache = "no-context";
  std::string flthost;  // empty: found beside this program
  std::string sluiced;  // likewise
  std::string driver;   // likewise
  std::vector<std::string> command;
};

// We failed before the command ran.
inline constexpr int kFailedBefore = 125;

// The exit status: the command's own, kFailedBefore, 126, 127, 86 after a bugcheck.
int run(const RunOptions& options);

}  // namespace sluice::cli
