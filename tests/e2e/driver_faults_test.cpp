// The host finds what is wrong with a driver, and nothing wrong with its corrected twin.
#include "product.h"

namespace sluice::e2e {
namespace {

class DriverFaults : public ProductTest {
 protected:
  Outcome run_driver(const std::string& driver, const std::string& script) const {
    return run(flthost(driver, {"sh", "-c", script}), options());
  }
  // The page-ins of a cached read are what completes at DISPATCH_LEVEL.
  static constexpr const char* kReads = "head -c 100000 /dev/zero >f; cp f g; cat g >/dev/null";
};

TEST_F(DriverFaults, CorrectTwin_ReturnsEverything) {
  const Outcome outcome = run_driver(TWIN_CORRECT, kReads);
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_EQ(outcome.err.find("not returned"), std::string::npos) << outcome.err;
  const json said = report();
  EXPECT_EQ(said["pool_leaks"], 0);
  EXPECT_TRUE(said["leaks"].empty()) << said["leaks"];
  EXPECT_TRUE(said["bugcheck"].is_null());
}

TEST_F(DriverFaults, LeakingTwin_FailsTheProofOfTheEnd_ByItsTag) {
  const Outcome outcome = run_driver(TWIN_LEAK, kReads + std::string("; exit 3"));
  const json said = report();
  EXPECT_EQ(outcome.status, 3) << "the command's own; findings stand in the report";
  EXPECT_GT(said["pool_leaks"], 0);
  EXPECT_NE(outcome.err.find("not returned"), std::string::npos) << outcome.err;
  const std::string leaks = said["leaks"].dump();
  EXPECT_NE(leaks.find("Leak"), std::string::npos) << leaks;
  EXPECT_NE(leaks.find("stream"), std::string::npos) << "the context, by its kind: " << leaks;
}

TEST_F(DriverFaults, PageablePostRead_IsABugcheck_ThatNamesSymbolSectionAndMend) {
  const Outcome outcome = run_driver(TWIN_PAGEABLE, kReads + std::string("; sleep 60"));
  EXPECT_EQ(outcome.status, 86) << outcome.err;
  for (const char* const part : {"STOP: 0x000000D1", "DRIVER_IRQL_NOT_LESS_OR_EQUAL", "IRQL 2",
                                 "twin_pageable.sys", "PAGE"}) {
    EXPECT_NE(outcome.err.find(part), std::string::npos) << part << " in " << outcome.err;
  }
  EXPECT_NE(outcome.err.find("put it into a nonpageable section"), std::string::npos)
      << outcome.err;
  const json said = report();
  ASSERT_TRUE(said["bugcheck"].is_object()) << said;
  EXPECT_EQ(said["bugcheck"]["code"], "0xD1");
  EXPECT_EQ(said["exit_status"], 86);
  EXPECT_NE(said["bugcheck"]["symbol"].dump().find("twin_pageable"), std::string::npos);
}

}  // namespace
}  // namespace sluice::e2e
