#include <flthost/app/control.h>
#include <flthost/app/run.h>
#include <flthost/app/verify.h>

int main(int argc, char** argv) {
  if (flthost::app::is_verifier_command(argc, argv)) {
    return flthost::app::verifier_main(argc, argv);
  }
  flthost::app::Options options;
  flthost::app::ControlCommand command;
  int exit_status = 0;
  switch (flthost::app::parse_options(argc, argv, &options, &command, &exit_status)) {
    case flthost::app::Action::Run:
      return flthost::app::run(std::move(options));
    case flthost::app::Action::Control:
      return flthost::app::run_control(command);
    case flthost::app::Action::CheckHost:
      return flthost::app::check_host();
    case flthost::app::Action::Exit:
      break;
  }
  return exit_status;
}
