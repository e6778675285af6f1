#include <atomic>
#include <vector>

#include "support.h"

using namespace flthost;
using namespace flthost::test;

namespace {

NTSTATUS wait_one(void* object, PLARGE_INTEGER timeout = nullptr) {
  return KeWaitForSingleObject(object, Executive, KernelMode, FALSE, timeout);
}

TEST(Event, SynchronizationEvent_WakesExactlyOneWaiter) {
  KEVENT event;
  KeInitializeEvent(&event, SynchronizationEvent, FALSE);
  std::atomic<int> woken{0};
  std::vector<std::thread> threads;
  for (int i = 0; i < 3; ++i) {
    threads.emplace_back([&] {
      EXPECT_EQ(wait_one(&event), STATUS_SUCCESS);
      ++woken;
    });
  }
  for (int i = 1; i <= 3; ++i) {
    wait_until([&] { return has_waiter(event.Header); });
    KeSetEvent(&event, 0, FALSE);
    wait_until([&] { return woken.load() == i; });
    EXPECT_EQ(KeReadStateEvent(&event), 0);
  }
  for (auto& thread : threads) thread.join();
}

TEST(Event, NotificationEvent_StaysSignalledAndReportsItsFormerState) {
  KEVENT event;
  KeInitializeEvent(&event, NotificationEvent, FALSE);
  EXPECT_EQ(KeSetEvent(&event, 0, FALSE), 0);
  EXPECT_EQ(KeSetEvent(&event, 0, FALSE), 1);
  EXPECT_EQ(wait_one(&event), STATUS_SUCCESS);
  EXPECT_EQ(wait_one(&event), STATUS_SUCCESS);
  EXPECT_EQ(KeResetEvent(&event), 1);
  LARGE_INTEGER zero{};
  EXPECT_EQ(wait_one(&event, &zero), STATUS_TIMEOUT);
}

TEST(Event, ZeroTimeout_IsAllowedAtDispatch) {
  KEVENT event;
  KeInitializeEvent(&event, SynchronizationEvent, TRUE);
  LARGE_INTEGER zero{};
  const KIRQL old = KfRaiseIrql(DISPATCH_LEVEL);
  EXPECT_EQ(wait_one(&event, &zero), STATUS_SUCCESS);
  EXPECT_EQ(wait_one(&event, &zero), STATUS_TIMEOUT);
  KeLowerIrql(old);
}

TEST(Wait, PingPongOverEvents_LosesNoWakeup) {
  KEVENT ping;
  KEVENT pong;
  KeInitializeEvent(&ping, SynchronizationEvent, FALSE);
  KeInitializeEvent(&pong, SynchronizationEvent, FALSE);
  constexpr int kRounds = 3'000;
  std::thread other([&] {
    for (int i = 0; i < kRounds; ++i) {
      wait_one(&ping);
      KeSetEvent(&pong, 0, FALSE);
    }
  });
  for (int i = 0; i < kRounds; ++i) {
    KeSetEvent(&ping, 0, FALSE);
    wait_one(&pong);
  }
  other.join();
}

TEST(Wait, Any_TellsWhichAndTakesOnlyThat) {
  KEVENT a;
  KEVENT b;
  KeInitializeEvent(&a, SynchronizationEvent, FALSE);
  KeInitializeEvent(&b, SynchronizationEvent, TRUE);
  PVOID objects[] = {&a, &b};
  EXPECT_EQ(
      KeWaitForMultipleObjects(2, objects, WaitAny, Executive, KernelMode, FALSE, nullptr, nullptr),
      STATUS_WAIT_1);
  EXPECT_EQ(KeReadStateEvent(&b), 0);
  KeSetEvent(&a, 0, FALSE);
  KeSetEvent(&b, 0, FALSE);
  EXPECT_EQ(
      KeWaitForMultipleObjects(2, objects, WaitAny, Executive, KernelMode, FALSE, nullptr, nullptr),
      STATUS_WAIT_0);
  EXPECT_EQ(KeReadStateEvent(&b), 1);
}

TEST(Wait, All_TakesNothingUntilAllAreThere) {
  KEVENT a;
  KSEMAPHORE b;
  KeInitializeEvent(&a, SynchronizationEvent, TRUE);
  KeInitializeSemaphore(&b, 0, 10);
  PVOID objects[] = {&a, &b};
  LARGE_INTEGER zero{};
  EXPECT_EQ(
      KeWaitForMultipleObjects(2, objects, WaitAll, Executive, KernelMode, FALSE, &zero, nullptr),
      STATUS_TIMEOUT);
  EXPECT_EQ(KeReadStateEvent(&a), 1);
  std::thread waiter([&] {
    EXPECT_EQ(KeWaitForMultipleObjects(2, objects, WaitAll, Executive, KernelMode, FALSE, nullptr,
                                       nullptr),
              STATUS_SUCCESS);
  });
  wait_until([&] { return has_waiter(b.Header); });
  KeReleaseSemaphore(&b, 0, 2, FALSE);
  waiter.join();
  EXPECT_EQ(KeReadStateEvent(&a), 0);
  EXPECT_EQ(KeReadStateSemaphore(&b), 1);
}

TEST(Wait, All_IsSatisfiedBySetThenReset) {
  KEVENT a;
  KEVENT b;
  KeInitializeEvent(&a, NotificationEvent, TRUE);
  KeInitializeEvent(&b, NotificationEvent, FALSE);
  PVOID objects[] = {&a, &b};
  std::thread waiter([&] {
    EXPECT_EQ(KeWaitForMultipleObjects(2, objects, WaitAll, Executive, KernelMode, FALSE, nullptr,
                                       nullptr),
              STATUS_SUCCESS);
  });
  wait_until([&] { return has_waiter(b.Header); });
  KeSetEvent(&b, 0, FALSE);
  KeResetEvent(&b);
  waiter.join();
}

TEST(Wait, AllAgainstAll_NeitherHangsNorLoses) {
  KSEMAPHORE a;
  KSEMAPHORE b;
  KeInitializeSemaphore(&a, 1, 1);
  KeInitializeSemaphore(&b, 1, 1);
  static long counter;
  counter = 0;
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([&, t] {
      PVOID forth[] = {&a, &b};
      PVOID back[] = {&b, &a};
      for (int i = 0; i < 500; ++i) {
        KeWaitForMultipleObjects(2, t % 2 ? forth : back, WaitAll, Executive, KernelMode, FALSE,
                                 nullptr, nullptr);
        ++counter;
        KeReleaseSemaphore(&a, 0, 1, FALSE);
        KeReleaseSemaphore(&b, 0, 1, FALSE);
      }
    });
  }
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(counter, 4 * 500);
}

TEST(Mutex, IsRecursiveAndKeepsApcsOut) {
  KMUTEX mutex;
  KeInitializeMutex(&mutex, 0);
  EXPECT_EQ(wait_one(&mutex), STATUS_SUCCESS);
  EXPECT_TRUE(KeAreApcsDisabled());
  EXPECT_EQ(wait_one(&mutex), STATUS_SUCCESS);
  std::thread([&] {
    LARGE_INTEGER zero{};
    EXPECT_EQ(wait_one(&mutex, &zero), STATUS_TIMEOUT);
  }).join();
  EXPECT_EQ(KeReleaseMutex(&mutex, FALSE), -1);
  EXPECT_TRUE(KeAreApcsDisabled());
  EXPECT_EQ(KeReleaseMutex(&mutex, FALSE), 0);
  EXPECT_FALSE(KeAreApcsDisabled());
  std::thread([&] {
    EXPECT_EQ(wait_one(&mutex), STATUS_SUCCESS);
    KeReleaseMutex(&mutex, FALSE);
  }).join();
}

TEST(MutexDeathTest, ReleasedByAnother_IsABugcheck) {
  EXPECT_DEATH(
      {
        KMUTEX mutex;
        KeInitializeMutex(&mutex, 0);
        KeReleaseMutex(&mutex, FALSE);
      },
      "STATUS_MUTANT_NOT_OWNED");
}

TEST(Wait, KilledThread_EndsItsUserModeWaitOnly) {
  KEVENT event;
  KeInitializeEvent(&event, NotificationEvent, FALSE);
  std::atomic<ke::Thread*> victim{nullptr};
  std::thread user([&] {
    victim = &ke::current_thread();
    EXPECT_EQ(KeWaitForSingleObject(&event, Executive, UserMode, FALSE, nullptr), STATUS_USER_APC);
    EXPECT_EQ(ke::wait_for(&event, ke::kForever, true), STATUS_THREAD_IS_TERMINATING);
    LARGE_INTEGER zero{};
    EXPECT_EQ(wait_one(&event, &zero), STATUS_TIMEOUT);
  });
  wait_until([&] { return has_waiter(event.Header); });
  ke::set_terminating(*victim.load(), true);
  user.join();
}

TEST(HostEvent, Set_WakesAllThatWait) {
  ke::HostEvent event;
  std::atomic<int> woken{0};
  std::vector<std::thread> threads;
  for (int i = 0; i < 3; ++i) {
    threads.emplace_back([&] {
      event.wait();
      ++woken;
    });
  }
  event.set();
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(woken.load(), 3);
  event.reset();
  EXPECT_FALSE(event.is_set());
}

TEST(RealClock, Timer_WakesItsWaiter) {
  if (ke::clock_is_stepped()) GTEST_SKIP() << "the clock of this process is stepped already";
  KTIMER timer;
  KeInitializeTimer(&timer);
  KeSetTimer(&timer, relative_ms(1), nullptr);
  EXPECT_EQ(KeWaitForSingleObject(&timer, Executive, KernelMode, FALSE, nullptr), STATUS_SUCCESS);
  ke::stop();
}

}  // namespace
