// `flthost verify`, `flthost check`, `flthost rules`.
//
// verify runs the driver once for each phase, in a child process of its own: a bug check ends one
// phase and not the others. The parent has no threads and never runs driver code.
#pragma once

#include <flthost/app/options.h>
#include <flthost/verifier/violation.h>

#include <nlohmann/json.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace flthost::app {

// Exit statuses of these commands.
inline constexpr int kClean = 0, kBroken = 1, kNotRun = 2;

struct VerifyOptions {
  std::string driver;
  std::vector<std::string> service_files;  // --inf, --reg
  std::string report;
  uint32_t seed = 1;
  std::vector<std::string> phases;  // empty: all
  int seconds = 60;                 // for all of it
  int patience = 3;                 // seconds that one phase may hang
};

// What one phase does after the driver has been loaded; "low memory" repeats others.
struct PhasePlan {
  std::string name;
  bool fails = false;  // allocations fail: those sites, or each once
  bool each_site_once = false;
  uint64_t only_site = 0;
  std::vector<uint64_t> skip_sites;
};

// In the child: never returns; writes one JSON document to `out`.
[[noreturn]] void run_phase(const VerifyOptions& options, const PhasePlan& plan, int out);
// Clients of the driver's communication ports, while `work` runs again and again.
void use_ports(void (*work)(void* context), void* context);

int verify(const VerifyOptions& options);
int check(const std::string& driver, const std::string& report);

bool is_verifier_command(int argc, char** argv);
int verifier_main(int argc, char** argv);

}  // namespace flthost::app
