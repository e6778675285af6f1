#include <atomic>

#include "support.h"

using namespace flthost;
using namespace flthost::test;

namespace {

class SteppedClock : public ::testing::Test {
 protected:
  void SetUp() override { ke::use_stepped_clock(); }
};

constexpr int64_t kMs = 10'000;

VOID NTAPI count_run(PKDPC, PVOID context, PVOID, PVOID) {
  ++*static_cast<std::atomic<int>*>(context);
}

TEST_F(SteppedClock, TimeStandsStillUntilStepped) {
  const int64_t before = ke::interrupt_time();
  const int64_t system = ke::system_time();
  EXPECT_EQ(ke::interrupt_time(), before);
  ke::step_clock(5 * kMs);
  EXPECT_EQ(ke::interrupt_time(), before + 5 * kMs);
  EXPECT_EQ(ke::system_time(), system + 5 * kMs);
}

TEST_F(SteppedClock, WaitWithDeadline_EndsWhenItsTimeIsStepped) {
  KEVENT event;
  KeInitializeEvent(&event, NotificationEvent, FALSE);
  std::atomic<bool> ended{false};
  std::thread waiter([&] {
    LARGE_INTEGER timeout = relative_ms(100);
    EXPECT_EQ(KeWaitForSingleObject(&event, Executive, KernelMode, FALSE, &timeout),
              STATUS_TIMEOUT);
    ended = true;
  });
  wait_until([&] { return has_waiter(event.Header); });
  ke::step_clock(99 * kMs);
  EXPECT_FALSE(ended);
  ke::step_clock(1 * kMs);
  waiter.join();
}

TEST_F(SteppedClock, AbsoluteTimeout_IsSystemTime) {
  KEVENT event;
  KeInitializeEvent(&event, NotificationEvent, FALSE);
  std::thread waiter([&] {
    LARGE_INTEGER timeout;
    timeout.QuadPart = ke::system_time() + 50 * kMs;
    EXPECT_EQ(KeWaitForSingleObject(&event, Executive, KernelMode, FALSE, &timeout),
              STATUS_TIMEOUT);
  });
  wait_until([&] { return has_waiter(event.Header); });
  ke::step_clock(50 * kMs);
  waiter.join();
}

TEST_F(SteppedClock, Delay_EndsWhenItsTimeIsStepped) {
  const int64_t start = ke::interrupt_time();
  std::atomic<bool> done{false};
  std::thread sleeper([&] {
    LARGE_INTEGER interval = relative_ms(10);
    EXPECT_EQ(KeDelayExecutionThread(KernelMode, FALSE, &interval), STATUS_SUCCESS);
    EXPECT_GE(ke::interrupt_time(), start + 10 * kMs);
    done = true;
  });
  wait_until([&] {
    ke::step_clock(kMs);
    return done.load();
  });
  sleeper.join();
}

TEST_F(SteppedClock, Timer_SignalsAndRunsItsDpcAtItsTime) {
  std::atomic<int> runs{0};
  KDPC dpc;
  KTIMER timer;
  KeInitializeDpc(&dpc, count_run, &runs);
  KeInitializeTimer(&timer);
  EXPECT_FALSE(KeSetTimer(&timer, relative_ms(20), &dpc));
  ke::step_clock(19 * kMs);
  EXPECT_FALSE(KeReadStateTimer(&timer));
  EXPECT_EQ(runs, 0);
  ke::step_clock(1 * kMs);
  EXPECT_TRUE(KeReadStateTimer(&timer));
  EXPECT_EQ(runs, 1);
  EXPECT_FALSE(KeCancelTimer(&timer));
}

TEST_F(SteppedClock, CancelledTimer_DoesNothing) {
  std::atomic<int> runs{0};
  KDPC dpc;
  KTIMER timer;
  KeInitializeDpc(&dpc, count_run, &runs);
  KeInitializeTimerEx(&timer, SynchronizationTimer);
  KeSetTimer(&timer, relative_ms(20), &dpc);
  EXPECT_TRUE(KeSetTimer(&timer, relative_ms(30), &dpc));
  EXPECT_TRUE(KeCancelTimer(&timer));
  ke::step_clock(40 * kMs);
  EXPECT_EQ(runs, 0);
}

TEST_F(SteppedClock, PeriodicTimer_ComesBackEveryPeriod) {
  std::atomic<int> runs{0};
  KDPC dpc;
  KTIMER timer;
  KeInitializeDpc(&dpc, count_run, &runs);
  KeInitializeTimerEx(&timer, SynchronizationTimer);
  KeSetTimerEx(&timer, relative_ms(5), 10, &dpc);
  ke::step_clock(36 * kMs);
  EXPECT_EQ(runs, 4);
  EXPECT_TRUE(KeCancelTimer(&timer));
}

TEST_F(SteppedClock, TimerDueAlready_IsSignalledAtOnce) {
  KTIMER timer;
  KeInitializeTimer(&timer);
  LARGE_INTEGER now{};
  KeSetTimer(&timer, now, nullptr);
  EXPECT_TRUE(KeReadStateTimer(&timer));
}

}  // namespace
