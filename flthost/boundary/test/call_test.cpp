// Calls across the boundary in both directions, and their limits.
#include "fixture.h"

#include <atomic>
#include <thread>

using namespace flthost;
using namespace boundary_test;

TEST(DriverEntry, RunsWithRegistryPathAndInitSection) {
  EXPECT_EQ(driver().entry_status, 0);
}

TEST(Image, PointersInDataAreRelocated) {
  const auto* text = reinterpret_cast<const char*>(driver().call(Relocated));
  EXPECT_STREQ(text, "relocated");
}

TEST(Call, RoutineGetsTwelveArguments) {
  EXPECT_EQ(driver().call(Twelve, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12), 650u);
}

TEST(Thunk, ExportGetsSixteenArgumentsAndTheCallersModule) {
  EXPECT_EQ(driver().call(CallSixteen), 0x1234u);
  // Half of them are 32-bit, and the rest of their slots is not defined.
  for (uint32_t i = 0; i < 16; ++i) EXPECT_EQ(static_cast<uint32_t>(create_arguments[i]), i + 1);
  EXPECT_EQ(create_caller, driver().module);
  EXPECT_EQ(boundary::calling_module(), nullptr);
}

TEST(Thunk, CallsNestLastInFirstOut) {
  EXPECT_EQ(driver().call(Nested, 3), 321999u);
}

TEST(Thunk, PreservedXmmRegistersSurviveAnExport) {
  EXPECT_EQ(driver().call(SaveXmm, 0x123456789abcdefu), 0x123456789abcdefu);
}

TEST(Thunk, ThreadsHaveStacksOfTheirOwn) {
  std::atomic<int> good{0};
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([&] {
      for (int n = 0; n < 200; ++n) {
        if (driver().call(ReadGuarded, bad_user_pointer()) == 0xc0000005) ++good;
        uint64_t left = 5;
        driver().call(Recurse, 8);
        (void)left;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(good, 800);
}

TEST(LookUp, GivesNullForUnknownAndAWorkingRoutineForKnown) {
  EXPECT_EQ(driver().call(LookUp, 0), 0x1234u);
  for (uint64_t i = 0; i < 16; ++i) EXPECT_EQ(create_arguments[i], 16 - i);
}

TEST(Gs, ShowsProcessorBlockAndThread) {
  uint64_t words[3] = {1, 1, 1};
  boundary::install_system_thread(reinterpret_cast<PETHREAD>(0x1111));
  driver().call(Processor, &words[0]);
  EXPECT_NE(words[0], 0u);
  EXPECT_EQ(words[1], 0x1111u);
  EXPECT_EQ(words[2], static_cast<uint64_t>(ke::current_thread().processor));
  boundary::install_system_thread(nullptr);
}

TEST(KernelStack, PeakIsMeasured) {
  driver().call(Recurse, 20);
  EXPECT_GT(boundary::kernel_stack_peak(), 20u * 512);
  EXPECT_LT(boundary::kernel_stack_peak(), 24u * 1024);
}

TEST(KernelStack, OverflowIsDoubleFault) {
  driver();
  EXPECT_EXIT(driver().call(Recurse, 100), testing::ExitedWithCode(86),
              "bugcheck 7f \\(8, .*kernel stack of 24 KiB overflowed in boundary_driver.sys");
}

TEST(KernelStack, OverflowByNestedCallsIsDoubleFault) {
  driver();
  EXPECT_EXIT(driver().call(Nested, 1000), testing::ExitedWithCode(86), "bugcheck 7f \\(8, ");
}

TEST(KernelStack, CalloutRunsOnALargerOne) {
  EXPECT_EQ(driver().call(Expand, 100), 72ull * 1024 * 0x100000 + 24 * 1024);
  EXPECT_EQ(driver().call(Nested, 3), 321999u);
}

TEST(Pageable, LockedSectionMayRunAtDispatchLevel) {
  const uint64_t handle = driver().call(LockPageable, 0);
  ASSERT_NE(handle, 0u);
  {
    const ke::AtIrql raised(DISPATCH_LEVEL);
    EXPECT_EQ(driver().call(PageableRoutine, 4), 5u);
  }
  driver().call(LockPageable, handle);
}

TEST(Pageable, RoutineRunsBelowDispatchLevel) {
  EXPECT_EQ(driver().call(PageableRoutine, 4), 5u);
}

TEST(Pageable, RoutineAtDispatchLevelIsBugcheckD1) {
  driver();
  EXPECT_EXIT(
      {
        const ke::AtIrql raised(DISPATCH_LEVEL);
        driver().call(PageableRoutine, 4);
      },
      testing::ExitedWithCode(86), "bugcheck d1 \\([0-9a-f]+, 2, 8, .*pageable section PAGE");
}

TEST(Init, RoutineIsGoneAfterDriverEntry) {
  driver();
  EXPECT_EXIT(driver().call(InitRoutine, 4), testing::ExitedWithCode(86),
              "bugcheck 50 \\(.*INIT, discarded after DriverEntry");
}

TEST(Irql, ExportAboveItsLimitIsBugcheckC4) {
  driver();
  EXPECT_EXIT(
      {
        const ke::AtIrql raised(DISPATCH_LEVEL);
        driver().call(CallSixteen);
      },
      testing::ExitedWithCode(86),
      "bugcheck c4 \\(e5, 2, .*FltCreateFileEx2 was called at DISPATCH_LEVEL from "
      "boundary_driver.sys!.text.* IRQL <= PASSIVE_LEVEL");
}

TEST(LeafCopies, BehaveAsMemmoveForEverySizeAndOverlap) {
  const auto copy = [](uint8_t* to, const uint8_t* from, uint64_t bytes) {
    return driver().call(CopyGuarded, static_cast<void*>(to), static_cast<const void*>(from),
                         bytes);
  };
  std::vector<uint8_t> bytes(512);
  for (uint64_t size = 0; size < 150; ++size) {
    for (const int distance : {-40, -16, -3, 0, 1, 7, 31, 100}) {
      for (size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<uint8_t>(i * 7);
      std::vector<uint8_t> expected = bytes;
      memmove(expected.data() + 200 + distance, expected.data() + 200, size);
      ASSERT_EQ(copy(bytes.data() + 200 + distance, bytes.data() + 200, size), 0u);
      ASSERT_EQ(bytes, expected) << size << " " << distance;
    }
  }
}
