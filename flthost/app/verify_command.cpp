// First: the kernel headers define SetFlag.
#include <CLI/CLI.hpp>

#include <flthost/app/verify.h>

#include <flthost/app/report.h>
#include <flthost/verifier/image_check.h>

#include <fmt/format.h>
#include <unistd.h>

#include <string_view>

namespace flthost::app {

int check(const std::string& driver, const std::string& report) {
  const verifier::ImageCheck result = verifier::check_image(driver);
  if (!result.error.empty()) {
    fmt::print(stderr, "flthost: {}\n", result.error);
    return kNotRun;
  }
  nlohmann::json violations = nlohmann::json::array();
  for (const verifier::Violation& violation : result.violations) {
    fmt::print("{}\n", verifier::text_of(violation));
    violations.push_back(verifier::to_json(violation));
  }
  for (const std::string& note : result.notes) fmt::print("note: {}\n", note);
  fmt::print(
      "{}: {} callback{} registered, {} routine{} may run at DISPATCH_LEVEL, {} rule{} "
      "broken\n",
      driver, result.callbacks, result.callbacks == 1 ? "" : "s", result.reachable,
      result.reachable == 1 ? "" : "s", violations.size(), violations.size() == 1 ? "" : "s");
  if (!report.empty()) {
    const std::string error = write_report(report, {{"driver", driver},
                                                    {"violations", violations},
                                                    {"notes", result.notes},
                                                    {"callbacks", result.callbacks},
                                                    {"reachable", result.reachable}});
    if (!error.empty()) {
      fmt::print(stderr, "flthost: {}\n", error);
      return kNotRun;
    }
  }
  return violations.empty() ? kClean : kBroken;
}

bool is_verifier_command(int argc, char** argv) {
  if (argc < 2) return false;
  const std::string_view word = argv[1];
  return word == "verify" || word == "check" || word == "rules";
}

int verifier_main(int argc, char** argv) {
  CLI::App app{"flthost: runs Windows minifilter drivers over a Linux directory."};
  app.name("flthost");
  app.require_subcommand(1);
  VerifyOptions options;
  CLI::App* const verify_command =
      app.add_subcommand("verify",
                         "Runs a driver through a built-in workload: no mount, no root.\n"
                         "Exit status: 0 clean, 1 a rule is broken, 2 it could not be run.");
  verify_command->add_option("driver", options.driver, "The driver (FILE.sys)")->required();
  verify_command->add_option("--inf,--reg", options.service_files, "Its service key")
      ->allow_extra_args(false);
  verify_command->add_option("--report", options.report, "Writes a JSON report here");
  verify_command->add_option("--seed", options.seed, "Varies the workload");
  verify_command
      ->add_option("--only", options.phases,
                   "Only these phases: load, files, operations, detach, unload, ports, \"low "
                   "memory\"")
      ->allow_extra_args(false);
  verify_command->add_option("--seconds", options.seconds, "Ends after this time (60)");
  verify_command->add_option("--patience", options.patience,
                             "Seconds until a phase counts as hung (3)");
  std::string image, report;
  CLI::App* const check_command = app.add_subcommand(
      "check",
      "Looks for broken rules in a driver's image; no I/O is done and no code of it runs.\n"
      "Exit status: 0 none, 1 a rule is broken, 2 it could not be read.");
  check_command->add_option("driver", image, "The driver (FILE.sys)")->required();
  check_command->add_option("--report", report, "Writes a JSON report here");
  const CLI::App* const rules_command =
      app.add_subcommand("rules", "Lists the rules, with their source");
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? kClean : kNotRun;
  }
  if (*rules_command) {
    fmt::print("{}", verifier::rules_text());
    return kClean;
  }
  return *check_command ? check(image, report) : verify(options);
}

}  // namespace flthost::app
