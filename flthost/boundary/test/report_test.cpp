// The report of a bugcheck, as the program's handler writes it.
#include "fixture.h"

#include <flthost/boundary/report.h>

#include <unistd.h>
#include <cstdio>

using namespace flthost;
using namespace boundary_test;

namespace {

[[noreturn]] void print_report(const ke::Bugcheck& bugcheck) {
  fputs(boundary::report_text(boundary::make_report(bugcheck)).c_str(), stderr);
  _exit(86);
}

}  // namespace

TEST(Report, NamesFunctionLineSourceAndCallChain) {
  driver();
  EXPECT_EXIT(
      {
        ke::install_bugcheck_handler(print_report);
        driver().call(Processor, static_cast<uint64_t*>(nullptr));
      },
      testing::ExitedWithCode(86),
      "SYSTEM_THREAD_EXCEPTION_NOT_HANDLED \\(7e\\)(.|\n)*Arg1: 00000000c0000005(.|\n)*"
      "FAILURE_BUCKET_ID: 0x7E_c0000005_VRF_boundary_driver!Processor\\+(.|\n)*"
      "boundary_driver!Processor\\+[0-9a-f]+ \\[.*boundary_driver.c @ [0-9]+\\](.|\n)*"
      ">.*Words\\[0\\] = word;");
}

TEST(Report, GoesThroughHostFramesToTheOuterDriverFrames) {
  driver();
  EXPECT_EXIT(
      {
        ke::install_bugcheck_handler(print_report);
        driver().call(Nested, 1000);
      },
      testing::ExitedWithCode(86),
      "UNEXPECTED_KERNEL_MODE_TRAP(.|\n)*NestedRoutine(.|\n)*nt!IoQueueWorkItem\n"
      "(.|\n)*boundary_driver!NestedRoutine");
}

TEST(Report, CallOfAnExportIsTheTopFrame) {
  driver();
  EXPECT_EXIT(
      {
        ke::install_bugcheck_handler(print_report);
        const ke::AtIrql raised(DISPATCH_LEVEL);
        driver().call(CallSixteen);
      },
      testing::ExitedWithCode(86),
      "IRQL: 2 \\(DISPATCH_LEVEL\\)(.|\n)*STACK_TEXT:\n  fltmgr!FltCreateFileEx2\n"
      "  boundary_driver!CallSixteen\\+");
}
