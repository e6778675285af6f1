#include <flthost/ex/ex.h>
#include <gtest/gtest.h>

#include <atomic>
#include <vector>

#include "../../ke/test/support.h"

using namespace flthost;
using namespace flthost::test;

namespace {

struct Meeting {
  KEVENT first, second;
};

// Two items that need each other: one worker alone would hang.
TEST(WorkItem, ItemsThatWaitForEachOther_BothRun) {
  Meeting meeting;
  KeInitializeEvent(&meeting.first, NotificationEvent, FALSE);
  KeInitializeEvent(&meeting.second, NotificationEvent, FALSE);
  WORK_QUEUE_ITEM waits;
  WORK_QUEUE_ITEM signals;
  ExInitializeWorkItem(
      &waits,
      [](PVOID context) NTAPI {
        auto* const m = static_cast<Meeting*>(context);
        KeWaitForSingleObject(&m->first, Executive, KernelMode, FALSE, nullptr);
        KeSetEvent(&m->second, 0, FALSE);
      },
      &meeting);
  ExInitializeWorkItem(
      &signals,
      [](PVOID context) NTAPI { KeSetEvent(&static_cast<Meeting*>(context)->first, 0, FALSE); },
      &meeting);
  ExQueueWorkItem(&waits, DelayedWorkQueue);
  ExQueueWorkItem(&signals, DelayedWorkQueue);
  KeWaitForSingleObject(&meeting.second, Executive, KernelMode, FALSE, nullptr);
  ex::stop();
}

TEST(WorkItem, QueuedAtDispatch_RunsAtPassiveWithItsObject) {
  struct State {
    KEVENT done;
    KIRQL irql = 99;
    PVOID object = nullptr;
  } state;
  KeInitializeEvent(&state.done, NotificationEvent, FALSE);
  auto* const device = reinterpret_cast<PDEVICE_OBJECT>(0x5000);
  PIO_WORKITEM const item = IoAllocateWorkItem(device);
  const KIRQL old = KfRaiseIrql(DISPATCH_LEVEL);
  IoQueueWorkItem(
      item,
      [](PDEVICE_OBJECT object, PVOID context) NTAPI {
        auto* const s = static_cast<State*>(context);
        s->irql = ke::current_irql();
        s->object = object;
        KeSetEvent(&s->done, 0, FALSE);
      },
      DelayedWorkQueue, &state);
  KeLowerIrql(old);
  KeWaitForSingleObject(&state.done, Executive, KernelMode, FALSE, nullptr);
  EXPECT_EQ(state.irql, PASSIVE_LEVEL);
  EXPECT_EQ(state.object, device);
  ex::stop();
  IoFreeWorkItem(item);
  EXPECT_EQ(ex::pool_leaks(nullptr), 0U);
}

TEST(WorkItem, Stop_RunsWhatIsQueuedFirst) {
  std::atomic<int> runs{0};
  for (int i = 0; i < 100; ++i) {
    ex::queue_work([](void* context) { ++*static_cast<std::atomic<int>*>(context); }, &runs);
  }
  ex::stop();
  EXPECT_EQ(runs, 100);
}

TEST(ExTimer, CallbackRunsAtDispatchAndDeleteFreesIt) {
  ke::use_stepped_clock();
  struct State {
    int runs = 0;
    KIRQL irql = 0;
  } state;
  PEX_TIMER const timer = ExAllocateTimer(
      [](PEX_TIMER, PVOID context) NTAPI {
        auto* const s = static_cast<State*>(context);
        ++s->runs;
        s->irql = ke::current_irql();
      },
      &state, 0);
  ExSetTimer(timer, -100'000, 100'000, nullptr);
  ke::step_clock(350'000);
  EXPECT_EQ(state.runs, 3);
  EXPECT_EQ(state.irql, DISPATCH_LEVEL);
  EXPECT_TRUE(ExDeleteTimer(timer, TRUE, TRUE, nullptr));
  EXPECT_EQ(ex::pool_leaks(nullptr), 0U);
}

TEST(WorkItemDeathTest, ReturningAtDispatch_IsBugcheckE1) {
  EXPECT_DEATH(
      {
        ex::queue_work([](void*) { KfRaiseIrql(DISPATCH_LEVEL); }, nullptr);
        ex::stop();
      },
      "0x000000E1");
}

}  // namespace
