// sluice: the command line.
#include "policy_commands.h"
#include "run.h"

#include <sluice/protocol.h>

#include <CLI/CLI.hpp>

#include <cstdio>
#include <string_view>

namespace {

using namespace sluice::cli;

constexpr int kBadUse = 2;

struct Commands {
  CLI::App* run = nullptr;
  CLI::App* check = nullptr;
  CLI::App* explain = nullptr;
  CLI::App* version = nullptr;
};

CLI::App* add_run(CLI::App& app, RunOptions& options) {
  CLI::App* run = app.add_subcommand(
      "run",
      "Runs CMD with DIR filtered: what it does there is decided by the policy and reported.\n"
      "  sluice run [--dir DIR] [--policy FILE] [options] -- CMD [ARGS...]\n"
      "Only CMD and its children see the filtered DIR. Events go to standard error, one line "
      "each.");
  run->add_option("--dir", options.directory, "directory to filter (default: the current one)");
  run->add_option("--policy", options.policy,
                  "policy file, see docs/POLICY.md (default: report and allow everything)");
  run->add_option("--report", options.report, "write the report (JSON) here at the end");
  run->add_option("--events", options.events, "write each event here as a line of JSON");
  run->add_option("--log", options.log, "write the lines for people here, not to standard error");
  run->add_flag("--quiet", options.quiet, "no line for each event");
  run->add_flag("!--no-restart", options.restart, "don't start the service again when it dies");
  run->add_option(
         "--kernel-cache", options.kernel_cache,
         "no-context: files that interest nobody are cached by the kernel (default); none: "
         "every read and write reaches the driver")
      ->check(CLI::IsMember({"no-context", "none"}));
  run->add_option("--flthost", options.flthost, "the host program (default: beside this one)");
  run->add_option("--sluiced", options.sluiced, "the service program (default: beside this one)");
  run->add_option("--driver", options.driver, "sluice.sys (default: beside this program)");
  run->footer(
      "Exit status: CMD's own, 128+n when signal n ended it; 125 when we failed before CMD "
      "ran;\n126 CMD is not executable; 127 CMD was not found; 86 after a bugcheck.");
  return run;
}

Commands add_commands(CLI::App& app, RunOptions& run, ExplainOptions& policy) {
  Commands commands;
  commands.run = add_run(app, run);
  CLI::App* group = app.add_subcommand("policy", "Looks at a policy file without a driver.");
  group->require_subcommand(1);
  commands.check = group->add_subcommand("check", "Says whether the policy is good.");
  commands.check->add_option("FILE", policy.file, "policy file")->required();
  commands.check->add_option("--dir", policy.directory, "what {dir} stands for");
  commands.explain = group->add_subcommand(
      "explain", "Says which rule decides an operation. Exit status 1 when it is denied.");
  commands.explain->add_option("FILE", policy.file, "policy file")->required();
  commands.explain->add_option("--dir", policy.directory, "what {dir} stands for");
  commands.explain->add_option("--process", policy.process, "image path of the process")
      ->required();
  commands.explain->add_option("--path", policy.path, "path of the file")->required();
  commands.explain->add_option("--op", policy.operation, "operation")->required();
  commands.version = app.add_subcommand("version", "Prints the version.");
  return commands;
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app("Sees and decides what programs do with files, by a Windows minifilter.", "sluice");
  app.require_subcommand(1);
  RunOptions run_options;
  ExplainOptions policy_options;
  const Commands commands = add_commands(app, run_options, policy_options);

  // What follows the first "--" is CMD, options and all.
  int count = argc;
  for (int i = 1; i < argc && count == argc; ++i) {
    if (std::string_view(argv[i]) != "--") continue;
    run_options.command.assign(argv + i + 1, argv + argc);
    count = i;
  }
  const bool runs = argc > 1 && std::string_view(argv[1]) == "run";
  try {
    app.parse(count, argv);
    if (*commands.run && run_options.command.empty()) {
      throw CLI::ValidationError("no command: add -- CMD [ARGS...] behind the options");
    }
  } catch (const CLI::ParseError& error) {
    if (app.exit(error) == 0) return 0;
    return runs ? kFailedBefore : kBadUse;
  }
  if (*commands.run) return run(run_options);
  if (*commands.check) return policy_check(policy_options.file, policy_options.directory);
  if (*commands.explain) return policy_explain(policy_options);
  std::printf("sluice %s, protocol %d\n", SLUICE_VERSION, sluice::protocol::kVersion);
  return 0;
}
