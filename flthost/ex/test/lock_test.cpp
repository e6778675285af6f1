#include <flthost/ex/ex.h>
#include <gtest/gtest.h>

#include <atomic>
#include <thread>
#include <vector>

#include "../../ke/test/support.h"

using namespace flthost;
using namespace flthost::test;

namespace {

class Resource : public ::testing::Test {
 protected:
  void SetUp() override { ExInitializeResourceLite(&resource_); }
  void TearDown() override {
    ExDeleteResourceLite(&resource_);
    EXPECT_EQ(ex::resource_leaks(), 0U);
  }
  ERESOURCE resource_;
};

TEST_F(Resource, Exclusive_IsRecursiveAndKeepsOthersOut) {
  EXPECT_TRUE(ExAcquireResourceExclusiveLite(&resource_, TRUE));
  EXPECT_TRUE(ExAcquireResourceExclusiveLite(&resource_, TRUE));
  EXPECT_TRUE(ExAcquireResourceSharedLite(&resource_, TRUE));
  EXPECT_TRUE(ExIsResourceAcquiredExclusiveLite(&resource_));
  EXPECT_EQ(ExIsResourceAcquiredSharedLite(&resource_), 3U);
  std::thread([&] {
    EXPECT_FALSE(ExAcquireResourceExclusiveLite(&resource_, FALSE));
    EXPECT_FALSE(ExAcquireResourceSharedLite(&resource_, FALSE));
    EXPECT_EQ(ExIsResourceAcquiredSharedLite(&resource_), 0U);
  }).join();
  for (int i = 0; i < 3; ++i) ExReleaseResourceLite(&resource_);
  std::thread([&] {
    EXPECT_TRUE(ExAcquireResourceExclusiveLite(&resource_, FALSE));
    ExReleaseResourceLite(&resource_);
  }).join();
}

TEST_F(Resource, ExclusiveWaiter_HoldsUpNewSharersButNotStarvers) {
  ExAcquireResourceSharedLite(&resource_, TRUE);
  std::thread writer([&] {
    ExAcquireResourceExclusiveLite(&resource_, TRUE);
    ExReleaseResourceLite(&resource_);
  });
  wait_until([&] { return ExGetExclusiveWaiterCount(&resource_) == 1; });
  std::thread([&] {
    EXPECT_FALSE(ExAcquireResourceSharedLite(&resource_, FALSE));
    EXPECT_TRUE(ExAcquireSharedStarveExclusive(&resource_, FALSE));
    ExReleaseResourceLite(&resource_);
  }).join();
  EXPECT_TRUE(ExAcquireResourceSharedLite(&resource_, FALSE));  // recursive
  EXPECT_FALSE(ExAcquireSharedWaitForExclusive(&resource_, FALSE));
  ExReleaseResourceLite(&resource_);
  ExReleaseResourceLite(&resource_);
  writer.join();
}

TEST_F(Resource, Conversion_LetsSharersIn) {
  ExAcquireResourceExclusiveLite(&resource_, TRUE);
  std::atomic<bool> in{false};
  std::thread reader([&] {
    ExAcquireResourceSharedLite(&resource_, TRUE);
    in = true;
    ExReleaseResourceLite(&resource_);
  });
  wait_until([&] { return ExGetSharedWaiterCount(&resource_) == 1; });
  ExConvertExclusiveToSharedLite(&resource_);
  wait_until([&] { return in.load(); });
  EXPECT_FALSE(ExIsResourceAcquiredExclusiveLite(&resource_));
  ExReleaseResourceLite(&resource_);
  reader.join();
}

TEST_F(Resource, ManyThreads_ExcludeEachOther) {
  static long value;
  value = 0;
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([&, t] {
      for (int i = 0; i < 500; ++i) {
        if (t == 0) {
          ExAcquireResourceExclusiveLite(&resource_, TRUE);
          ++value;
        } else {
          ExAcquireResourceSharedLite(&resource_, TRUE);
          EXPECT_GE(value, 0);
        }
        ExReleaseResourceLite(&resource_);
      }
    });
  }
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(value, 500);
}

using ResourceDeathTest = Resource;

TEST_F(ResourceDeathTest, UserThreadWithApcsEnabled_IsBugcheckC4_37) {
  ke::KthreadBody user;
  user.system = false;
  ke::current_thread().object = reinterpret_cast<PETHREAD>(&user);
  EXPECT_DEATH(ExAcquireResourceSharedLite(&resource_, TRUE), "0x000000C4 \\(0x37");
  ExEnterCriticalRegionAndAcquireResourceShared(&resource_);
  ExReleaseResourceAndLeaveCriticalRegion(&resource_);
  ke::current_thread().object = nullptr;
}

TEST_F(ResourceDeathTest, ReleaseByAStranger_IsBugcheckE3) {
  EXPECT_DEATH(ExReleaseResourceLite(&resource_), "0x000000E3");
}

TEST(FastMutex, ManyThreads_CountExactlyAtApcLevel) {
  static FAST_MUTEX mutex;
  ExInitializeFastMutex(&mutex);
  static long counter;
  counter = 0;
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([] {
      for (int i = 0; i < 2'000; ++i) {
        ExAcquireFastMutex(&mutex);
        EXPECT_EQ(ke::current_irql(), APC_LEVEL);
        ++counter;
        ExReleaseFastMutex(&mutex);
      }
    });
  }
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(counter, 8'000);
  EXPECT_EQ(ke::current_irql(), PASSIVE_LEVEL);
}

TEST(GuardedMutex, KeepsAllApcsOut) {
  KGUARDED_MUTEX mutex;
  KeInitializeGuardedMutex(&mutex);
  KeAcquireGuardedMutex(&mutex);
  EXPECT_TRUE(KeAreAllApcsDisabled());
  std::thread([&] { EXPECT_FALSE(KeTryToAcquireGuardedMutex(&mutex)); }).join();
  KeReleaseGuardedMutex(&mutex);
  EXPECT_FALSE(KeAreAllApcsDisabled());
}

TEST(MutexDeathTest, FastMutexMisuse_IsBugcheckC4) {
  FAST_MUTEX mutex;
  ExInitializeFastMutex(&mutex);
  EXPECT_DEATH(
      {
        KfRaiseIrql(DISPATCH_LEVEL);
        ExAcquireFastMutex(&mutex);
      },
      "C4 \\(0x33");
  EXPECT_DEATH(ExReleaseFastMutex(&mutex), "C4 \\(0x34");
  EXPECT_DEATH(ExAcquireFastMutexUnsafe(&mutex), "C4 \\(0x39");
  EXPECT_DEATH(
      {
        ExAcquireFastMutex(&mutex);
        ExAcquireFastMutex(&mutex);
      },
      "C4 \\(0x1000");
}

TEST(PushLock, SharedAndExclusive_ExcludeEachOther) {
  static EX_PUSH_LOCK lock = 0;
  static long value;
  value = 0;
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([t] {
      for (int i = 0; i < 2'000; ++i) {
        if (t < 2) {
          ExfAcquirePushLockExclusive(&lock);
          ++value;
          ExfReleasePushLockExclusive(&lock);
        } else {
          ExfAcquirePushLockShared(&lock);
          EXPECT_GE(value, 0);
          ExfReleasePushLockShared(&lock);
        }
      }
    });
  }
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(value, 4'000);
  EXPECT_EQ(lock, 0U);
}

TEST(Rundown, Wait_EndsWithTheLastRelease) {
  EX_RUNDOWN_REF ref;
  ExInitializeRundownProtection(&ref);
  EXPECT_TRUE(ExAcquireRundownProtection(&ref));
  EXPECT_TRUE(ExAcquireRundownProtectionEx(&ref, 2));
  std::atomic<bool> done{false};
  std::thread waiter([&] {
    ExWaitForRundownProtectionRelease(&ref);
    done = true;
  });
  wait_until([&] {
    if (!ExAcquireRundownProtection(&ref)) return true;
    ExReleaseRundownProtection(&ref);
    return false;
  });
  ExReleaseRundownProtection(&ref);
  EXPECT_FALSE(done);
  ExReleaseRundownProtectionEx(&ref, 2);
  waiter.join();
  EXPECT_FALSE(ExAcquireRundownProtection(&ref));
  ExReInitializeRundownProtection(&ref);
  EXPECT_TRUE(ExAcquireRundownProtection(&ref));
}

TEST(Rundown, CacheAware_SumsOverProcessors) {
  PEX_RUNDOWN_REF_CACHE_AWARE const ref =
      ExAllocateCacheAwareRundownProtection(NonPagedPoolNx, 'dnuR');
  std::vector<std::thread> threads;
  std::atomic<long> inside{0};
  std::atomic<bool> down{false};
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([&, t] {
      while (true) {
        ke::current_thread().processor = t % ke::processor_count();
        if (!ExAcquireRundownProtectionCacheAware(ref)) break;
        ++inside;
        EXPECT_FALSE(down);
        ke::current_thread().processor = (t + 1) % ke::processor_count();
        --inside;
        ExReleaseRundownProtectionCacheAware(ref);
      }
    });
  }
  ExWaitForRundownProtectionReleaseCacheAware(ref);
  EXPECT_EQ(inside.load(), 0);
  down = true;
  for (auto& thread : threads) thread.join();
  ExFreeCacheAwareRundownProtection(ref);
}

TEST(InterlockedList, PushAndRemove_AreInOrder) {
  KSPIN_LOCK lock = 0;
  LIST_ENTRY head;
  LIST_ENTRY a;
  LIST_ENTRY b;
  InitializeListHead(&head);
  EXPECT_EQ(ExInterlockedInsertTailList(&head, &a, &lock), nullptr);
  EXPECT_EQ(ExInterlockedInsertHeadList(&head, &b, &lock), &a);
  EXPECT_EQ(ExInterlockedRemoveHeadList(&head, &lock), &b);
  EXPECT_EQ(ExInterlockedRemoveHeadList(&head, &lock), &a);
  EXPECT_EQ(ExInterlockedRemoveHeadList(&head, &lock), nullptr);
}

}  // namespace
