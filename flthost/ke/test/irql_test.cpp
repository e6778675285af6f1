#include <atomic>
#include <vector>

#include "support.h"

using namespace flthost;
using namespace flthost::test;

namespace {

struct DpcRecord {
  KIRQL irql = 0;
  bool in_dpc = false;
  int runs = 0;
  PETHREAD object = nullptr;
  void* argument = nullptr;
};

VOID NTAPI record_dpc(PKDPC, PVOID context, PVOID argument1, PVOID) {
  auto* const record = static_cast<DpcRecord*>(context);
  record->irql = ke::current_irql();
  record->in_dpc = KeIsExecutingDpc() != FALSE;
  record->object = ke::current_thread().object;
  record->argument = argument1;
  ++record->runs;
}

TEST(Irql, RaiseToDispatch_OwnsAProcessorAlone) {
  ke::configure_processors(4);
  // Per-processor counters without any lock: a second owner would lose increments.
  static long counters[4][16];
  for (auto& counter : counters) counter[0] = 0;
  std::vector<std::thread> threads;
  for (int t = 0; t < 6; ++t) {
    threads.emplace_back([] {
      for (int i = 0; i < 20'000; ++i) {
        const KIRQL old = ke::raise_irql(DISPATCH_LEVEL);
        ++counters[ke::current_thread().processor][0];
        ke::lower_irql(old);
      }
    });
  }
  for (auto& thread : threads) thread.join();
  long sum = 0;
  for (auto& counter : counters) sum += counter[0];
  EXPECT_EQ(sum, 6 * 20'000);
}

TEST(Irql, DpcQueuedAtDispatch_RunsWhenTheIrqlIsLowered) {
  DpcRecord record;
  KDPC dpc;
  KeInitializeDpc(&dpc, record_dpc, &record);
  KIRQL old;
  KeRaiseIrql(DISPATCH_LEVEL, &old);
  int argument = 0;
  EXPECT_TRUE(KeInsertQueueDpc(&dpc, &argument, nullptr));
  EXPECT_FALSE(KeInsertQueueDpc(&dpc, nullptr, nullptr));
  EXPECT_EQ(record.runs, 0);
  KeLowerIrql(old);
  EXPECT_EQ(record.runs, 1);
  EXPECT_EQ(record.irql, DISPATCH_LEVEL);
  EXPECT_TRUE(record.in_dpc);
  EXPECT_EQ(record.argument, &argument);
  EXPECT_EQ(ke::current_irql(), PASSIVE_LEVEL);
}

TEST(Irql, RemovedDpc_DoesNotRun) {
  DpcRecord record;
  KDPC dpc;
  KeInitializeDpc(&dpc, record_dpc, &record);
  const KIRQL old = KfRaiseIrql(DISPATCH_LEVEL);
  KeInsertQueueDpc(&dpc, nullptr, nullptr);
  EXPECT_TRUE(KeRemoveQueueDpc(&dpc));
  EXPECT_FALSE(KeRemoveQueueDpc(&dpc));
  KeLowerIrql(old);
  EXPECT_EQ(record.runs, 0);
}

TEST(Irql, DpcForAnotherProcessor_RunsThere) {
  ke::configure_processors(4);
  struct Where {
    std::atomic<int> processor{-1};
  } where;
  KDPC dpc;
  KeInitializeDpc(
      &dpc,
      [](PKDPC, PVOID context, PVOID, PVOID)
          NTAPI { static_cast<Where*>(context)->processor = ke::current_processor(); },
      &where);
  KeSetTargetProcessorDpc(&dpc, 3);
  const KIRQL old = KfRaiseIrql(DISPATCH_LEVEL);
  KeInsertQueueDpc(&dpc, nullptr, nullptr);
  KeLowerIrql(old);
  KeFlushQueuedDpcs();
  EXPECT_EQ(where.processor.load(), 3);
}

TEST(Irql, RunAsDpc_HasSystemIdentityAndInterruptsAtOnce) {
  static ke::KthreadBody body;
  auto* const someone = reinterpret_cast<PETHREAD>(&body);
  ke::current_thread().object = someone;
  static DpcRecord record;
  record = {};
  record.object = someone;
  ke::run_as_dpc([](void*) { record_dpc(nullptr, &record, nullptr, nullptr); }, nullptr);
  EXPECT_EQ(record.runs, 1);
  EXPECT_EQ(record.irql, DISPATCH_LEVEL);
  EXPECT_EQ(record.object, nullptr);
  EXPECT_EQ(ke::current_thread().object, someone);
  ke::current_thread().object = nullptr;
}

TEST(Irql, Affinity_DecidesTheProcessor) {
  ke::configure_processors(4);
  KeSetSystemAffinityThreadEx(1 << 2);
  const KIRQL old = KfRaiseIrql(DISPATCH_LEVEL);
  EXPECT_EQ(KeGetCurrentProcessorNumberEx(nullptr), 2U);
  KeLowerIrql(old);
  KeRevertToUserAffinityThreadEx(0);
}

TEST(SpinLock, ManyThreads_CountExactly) {
  static KSPIN_LOCK lock = 0;
  static long counter;
  counter = 0;
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([] {
      for (int i = 0; i < 5'000; ++i) {
        KIRQL old;
        KeAcquireSpinLock(&lock, &old);
        ++counter;
        KeReleaseSpinLock(&lock, old);
      }
    });
  }
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(counter, 4 * 5'000);
}

TEST(SList, ManyThreads_LoseAndDoubleNothing) {
  struct alignas(16) Item {
    SLIST_ENTRY entry;
    std::atomic<int> taken{0};
  };
  static SLIST_HEADER list;
  InitializeSListHead(&list);
  static Item items[64];
  for (Item& item : items) ExpInterlockedPushEntrySList(&list, &item.entry);
  EXPECT_EQ(ExQueryDepthSList(&list), 64);
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([] {
      for (int i = 0; i < 5'000; ++i) {
        PSLIST_ENTRY const entry = ExpInterlockedPopEntrySList(&list);
        if (entry == nullptr) continue;
        Item* const item = ke::containing<Item>(entry, offsetof(Item, entry));
        EXPECT_EQ(item->taken.fetch_add(1), 0);
        item->taken.fetch_sub(1);
        ExpInterlockedPushEntrySList(&list, entry);
      }
    });
  }
  for (auto& thread : threads) thread.join();
  int depth = 0;
  for (PSLIST_ENTRY at = ExpInterlockedFlushSList(&list); at != nullptr; at = at->Next) ++depth;
  EXPECT_EQ(depth, 64);
}

using VerifierDeathTest = ::testing::Test;

TEST(VerifierDeathTest, RaisingDownwards_IsBugcheckC4_30) {
  EXPECT_DEATH(
      {
        KfRaiseIrql(DISPATCH_LEVEL);
        KfRaiseIrql(APC_LEVEL);
      },
      "0x000000C4 \\(0x30, 0x2, 0x1");
}

TEST(VerifierDeathTest, LoweringUpwards_IsBugcheckC4_31) {
  EXPECT_DEATH(KeLowerIrql(DISPATCH_LEVEL), "0x000000C4 \\(0x31, 0x0, 0x2");
}

TEST(VerifierDeathTest, WaitAtDispatch_IsBugcheckC4_3B) {
  EXPECT_DEATH(
      {
        KEVENT event;
        KeInitializeEvent(&event, NotificationEvent, FALSE);
        KfRaiseIrql(DISPATCH_LEVEL);
        KeWaitForSingleObject(&event, Executive, KernelMode, FALSE, nullptr);
      },
      "0x000000C4 \\(0x3B, 0x2");
}

TEST(VerifierDeathTest, SpinLockReleasedTwice_IsBugcheckC4) {
  EXPECT_DEATH(
      {
        KSPIN_LOCK lock = 0;
        KfRaiseIrql(DISPATCH_LEVEL);
        KeAcquireSpinLockAtDpcLevel(&lock);
        KeReleaseSpinLockFromDpcLevel(&lock);
        KeReleaseSpinLockFromDpcLevel(&lock);
      },
      "0x000000C4 \\(0x1003");
}

TEST(VerifierDeathTest, SpinLockTakenTwice_IsBugcheckC4) {
  EXPECT_DEATH(
      {
        KSPIN_LOCK lock = 0;
        KfRaiseIrql(DISPATCH_LEVEL);
        KeAcquireSpinLockAtDpcLevel(&lock);
        KeAcquireSpinLockAtDpcLevel(&lock);
      },
      "0x000000C4 \\(0x1000");
}

TEST(VerifierDeathTest, LeavingNoCriticalRegion_IsBugcheckC4_3E) {
  EXPECT_DEATH(KeLeaveCriticalRegion(), "0x000000C4 \\(0x3E");
}

TEST(VerifierDeathTest, BugcheckCallback_RunsBeforeTheEnd) {
  EXPECT_DEATH(
      {
        static KBUGCHECK_CALLBACK_RECORD record{};
        KeRegisterBugCheckCallback(
            &record, [](PVOID, ULONG) NTAPI { fputs("callback ran\n", stderr); }, nullptr, 0,
            nullptr);
        KeBugCheckEx(0xE2, 1, 2, 3, 4);
      },
      "callback ran(.|\n)*0x000000E2 \\(0x1, 0x2, 0x3, 0x4");
}

}  // namespace
