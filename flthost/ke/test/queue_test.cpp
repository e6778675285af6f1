#include <atomic>
#include <memory>
#include <vector>

#include "support.h"

using namespace flthost;
using namespace flthost::test;

namespace {

TEST(Queue, EntriesComeInOrderAndHeadFirst) {
  KQUEUE queue;
  LIST_ENTRY a;
  LIST_ENTRY b;
  LIST_ENTRY c;
  KeInitializeQueue(&queue, 1);
  EXPECT_EQ(KeInsertQueue(&queue, &a), 0);
  EXPECT_EQ(KeInsertQueue(&queue, &b), 1);
  EXPECT_EQ(KeInsertHeadQueue(&queue, &c), 2);
  EXPECT_EQ(KeReadStateQueue(&queue), 3);
  EXPECT_EQ(KeRemoveQueue(&queue, KernelMode, nullptr), &c);
  EXPECT_EQ(KeRemoveQueue(&queue, KernelMode, nullptr), &a);
  EXPECT_EQ(KeRemoveQueue(&queue, KernelMode, nullptr), &b);
  LARGE_INTEGER zero{};
  EXPECT_EQ(reinterpret_cast<ULONG_PTR>(KeRemoveQueue(&queue, KernelMode, &zero)),
            static_cast<ULONG_PTR>(STATUS_TIMEOUT));
  EXPECT_EQ(KeRundownQueue(&queue), nullptr);
}

// With a maximum of one running thread, a second gets an entry only when the first blocks.
TEST(Queue, BlockedThread_LetsAnotherRun) {
  KQUEUE queue;
  LIST_ENTRY a;
  LIST_ENTRY b;
  KEVENT go_on;
  KeInitializeQueue(&queue, 1);
  KeInitializeEvent(&go_on, NotificationEvent, FALSE);
  std::atomic<int> got{0};
  std::atomic<bool> block{false};
  const auto worker = [&] {
    PLIST_ENTRY const entry = KeRemoveQueue(&queue, KernelMode, nullptr);
    EXPECT_TRUE(entry == &a || entry == &b);
    if (++got == 1) {
      wait_until([&] { return block.load(); });
      KeWaitForSingleObject(&go_on, Executive, KernelMode, FALSE, nullptr);
    }
    EXPECT_EQ(reinterpret_cast<ULONG_PTR>(KeRemoveQueue(&queue, KernelMode, nullptr)),
              static_cast<ULONG_PTR>(STATUS_ABANDONED));
  };
  std::thread first(worker);
  std::thread second(worker);
  KeInsertQueue(&queue, &a);
  wait_until([&] { return got.load() == 1; });
  KeInsertQueue(&queue, &b);
  wait_until([&] { return has_waiter(queue.Header); });
  EXPECT_EQ(KeReadStateQueue(&queue), 1);
  EXPECT_EQ(got.load(), 1);
  block = true;
  wait_until([&] { return got.load() == 2; });
  KeSetEvent(&go_on, 0, FALSE);
  EXPECT_EQ(KeRundownQueue(&queue), nullptr);
  first.join();
  second.join();
}

TEST(Queue, Rundown_LeavesNoThreadAssociated) {
  KEVENT event;
  KeInitializeEvent(&event, SynchronizationEvent, FALSE);
  auto queue = std::make_unique<KQUEUE>();
  LIST_ENTRY entry;
  KeInitializeQueue(queue.get(), 1);
  KeInsertQueue(queue.get(), &entry);
  EXPECT_EQ(KeRemoveQueue(queue.get(), KernelMode, nullptr), &entry);
  EXPECT_EQ(ke::current_thread().queue, queue.get());
  KeRundownQueue(queue.get());
  queue.reset();
  // A wait of this thread now must not look at the freed queue.
  EXPECT_EQ(ke::current_thread().queue, nullptr);
  LARGE_INTEGER zero{};
  EXPECT_EQ(KeWaitForSingleObject(&event, Executive, KernelMode, FALSE, &zero), STATUS_TIMEOUT);
}

TEST(Queue, Rundown_GivesBackWhatIsLeft) {
  KQUEUE queue;
  LIST_ENTRY a;
  LIST_ENTRY b;
  KeInitializeQueue(&queue, 0);
  KeInsertQueue(&queue, &a);
  KeInsertQueue(&queue, &b);
  PLIST_ENTRY const first = KeRundownQueue(&queue);
  EXPECT_EQ(first, &a);
  EXPECT_EQ(first->Flink, &b);
  EXPECT_EQ(b.Flink, &a);
}

TEST(Queue, ManyProducersAndConsumers_LoseNothing) {
  KQUEUE queue;
  KeInitializeQueue(&queue, 2);
  static LIST_ENTRY entries[400];
  std::atomic<int> seen{0};
  std::vector<std::thread> threads;
  for (int t = 0; t < 3; ++t) {
    threads.emplace_back([&] {
      while (reinterpret_cast<ULONG_PTR>(KeRemoveQueue(&queue, KernelMode, nullptr)) !=
             static_cast<ULONG_PTR>(STATUS_ABANDONED)) {
        ++seen;
      }
    });
  }
  std::vector<std::thread> producers;
  for (int p = 0; p < 2; ++p) {
    producers.emplace_back([&, p] {
      for (int i = 0; i < 200; ++i) KeInsertQueue(&queue, &entries[p * 200 + i]);
    });
  }
  for (auto& thread : producers) thread.join();
  wait_until([&] { return seen.load() == 400; });
  KeRundownQueue(&queue);
  for (auto& thread : threads) thread.join();
}

}  // namespace
