// Traps and structured exceptions of driver code.
#include "fixture.h"

#include <flthost/mm/mm.h>

using namespace flthost;
using namespace boundary_test;

constexpr uint64_t kAccessViolation = 0xc0000005;

TEST(Seh, AccessViolationIsCaughtByFilter) {
  EXPECT_EQ(driver().call(ReadGuarded, bad_user_pointer()), kAccessViolation);
  uint64_t good = 5;
  EXPECT_EQ(driver().call(ReadGuarded, &good), 5u);
}

TEST(Seh, NullPointerIsCaught) {
  EXPECT_EQ(driver().call(ReadGuarded, static_cast<uint64_t*>(nullptr)), kAccessViolation);
}

TEST(Seh, NonCanonicalAddressIsAccessViolation) {
  EXPECT_EQ(driver().call(ReadGuarded, reinterpret_cast<uint64_t*>(0x123456789abcdef0)),
            kAccessViolation);
}

TEST(Seh, FilterRunsBeforeFinallyBlocksFromTheInside) {
  EXPECT_EQ(driver().call(FinallyOrder, bad_user_pointer()), 15246u);
  uint64_t zero = 0;
  EXPECT_EQ(driver().call(FinallyOrder, &zero), 134u);
}

TEST(Seh, RaisedStatusIsCaughtAtTheCaller) {
  EXPECT_EQ(driver().call(RaiseGuarded, 0xc0000022u), 0xc0000023u);
}

TEST(Seh, FaultInMemcpyIsRaisedInTheDriver) {
  char buffer[64];
  EXPECT_EQ(driver().call(CopyGuarded, static_cast<void*>(buffer),
                          static_cast<const void*>(bad_user_pointer()), 64),
            kAccessViolation);
  EXPECT_EQ(driver().call(CopyGuarded, static_cast<void*>(bad_user_pointer()),
                          static_cast<const void*>(buffer), 7),
            kAccessViolation);
}

TEST(Seh, FaultInPureExportIsRaisedInTheDriver) {
  EXPECT_EQ(driver().call(CompareStrings, bad_user_pointer()), kAccessViolation);
  char16_t text[] = u"x";
  UNICODE_STRING string{2, 4, text};
  EXPECT_EQ(driver().call(CompareStrings, &string), 1u);
}

TEST(Seh, SearchGoesToTheOuterTry) {
  EXPECT_EQ(driver().call(NestedTry, bad_user_pointer()), 2u);
}

TEST(Seh, FilterCanContinueWithAChangedContext) {
  EXPECT_EQ(driver().call(ContinueExecution, bad_user_pointer()), 77u);
}

TEST(Seh, CallOfNullIsCaught) {
  EXPECT_EQ(driver().call(CallAddress, 0), kAccessViolation);
}

TEST(Seh, DivisionByZeroIsCaught) {
  EXPECT_EQ(driver().call(Divide, 0), 0xc0000094u);
  EXPECT_EQ(driver().call(Divide, 5), 20u);
}

TEST(Seh, StateIsCleanAfterManyExceptions) {
  for (int i = 0; i < 2000; ++i) {
    ASSERT_EQ(driver().call(FinallyOrder, bad_user_pointer()), 15246u);
    ASSERT_EQ(driver().call(CompareStrings, bad_user_pointer()), kAccessViolation);
  }
  EXPECT_EQ(driver().call(Nested, 3), 321999u);
}

TEST(Cr8, ReadsAndWritesTheIrql) {
  EXPECT_EQ(driver().call(ReadIrql), 0u);
  EXPECT_EQ(driver().call(WriteIrql, 1), 1u);
  EXPECT_EQ(ke::current_irql(), APC_LEVEL);
  EXPECT_EQ(driver().call(WriteIrql, 2), 18u);
  EXPECT_EQ(ke::current_irql(), DISPATCH_LEVEL);
  EXPECT_EQ(driver().call(WriteIrql, 0), 32u);
  EXPECT_EQ(ke::current_irql(), PASSIVE_LEVEL);
}

TEST(SharedData, ShowsTimesAndVersion) {
  uint64_t times[3];
  const int64_t system_before = ke::system_time();
  const int64_t interrupt_before = ke::interrupt_time();
  EXPECT_EQ(driver().call(SharedData, &times[0]), 1904110u);
  EXPECT_GE(static_cast<int64_t>(times[0]), system_before);
  EXPECT_LE(static_cast<int64_t>(times[0]), ke::system_time());
  EXPECT_GE(static_cast<int64_t>(times[1]), interrupt_before);
  EXPECT_LE(static_cast<int64_t>(times[1]), ke::interrupt_time());
  EXPECT_LE(static_cast<int64_t>(times[2]), ke::interrupt_time() / 156250);
}

TEST(Trap, FastFailIsBugcheck139) {
  driver();
  EXPECT_EXIT(driver().call(FastFail, 3), testing::ExitedWithCode(86),
              "bugcheck 139 \\(3, .*LIST_ENTRY is corrupt");
}

TEST(Trap, AssertionIsBugcheckWithItsPlace) {
  driver();
  EXPECT_EXIT(driver().call(AssertFails), testing::ExitedWithCode(86),
              "bugcheck 1e \\(c0000420, .*boundary_driver.sys!.text");
}

TEST(Trap, UserFaultAtDispatchLevelIsBugcheckD1) {
  driver();
  EXPECT_EXIT(
      {
        const ke::AtIrql raised(DISPATCH_LEVEL);
        driver().call(ReadGuarded, bad_user_pointer());
      },
      testing::ExitedWithCode(86), "bugcheck d1 \\(7e97ffff0000, 2, 0, ");
}

TEST(Trap, FaultOnSystemAddressCannotBeCaught) {
  driver();
  EXPECT_EXIT(driver().call(ReadGuarded, reinterpret_cast<uint64_t*>(mm::kSystemEnd - 0x10000)),
              testing::ExitedWithCode(86), "bugcheck 50 \\(7edfffff0000, 0, ");
}

TEST(Trap, WriteToReadOnlySectionIsBugcheckBe) {
  driver();
  EXPECT_EXIT(driver().call(WriteReadOnly, 1), testing::ExitedWithCode(86),
              "bugcheck be \\(.*read-only \\(boundary_driver.sys!.rdata");
}

TEST(Trap, UncaughtFaultIsBugcheck7eWithAddress) {
  driver();
  EXPECT_EXIT(driver().call(Processor, static_cast<uint64_t*>(nullptr)),
              testing::ExitedWithCode(86),
              "bugcheck 7e \\(c0000005, .*access violation \\(0xc0000005\\) writing 0x0 in "
              "boundary_driver.sys!.text");
}

TEST(GuardedCopy, ReturnsFalseInsteadOfASignal) {
  driver();  // installs the signal handlers
  char buffer[16] = "unchanged";
  EXPECT_FALSE(mm::guarded_copy(buffer, bad_user_pointer(), 16));
  EXPECT_FALSE(mm::guarded_copy(bad_user_pointer(), buffer, 16));
  EXPECT_TRUE(mm::guarded_copy(buffer, "changed", 8));
  EXPECT_STREQ(buffer, "changed");
}
