#include "pend_queue.h"

#include <gtest/gtest.h>

#include <mutex>
#include <thread>
#include <vector>

namespace sluice::driver {
namespace {

struct Item {
  PendSlot slot{};
  int completed = 0;
};

class PendQueueTest : public testing::Test {
 protected:
  void SetUp() override { queue_.init(4, &reserve_[0].slot, 2, sizeof(Item)); }

  void prepare(Item& item, const void* owner = nullptr) {
    ASSERT_TRUE(queue_.admit());
    queue_.prepared(&item.slot, owner);
  }

  void queued(Item& item, const void* owner = nullptr) {
    prepare(item, owner);
    ASSERT_TRUE(queue_.push(&item.slot));
  }

  PendQueue queue_;
  Item reserve_[2];
};

TEST_F(PendQueueTest, InFlight_IsBounded_AndRetiringMakesRoom) {
  Item items[4];
  for (Item& item : items) prepare(item);
  EXPECT_FALSE(queue_.admit());
  EXPECT_TRUE(queue_.retire(&items[0].slot)) << "the caller's memory is the caller's to free";
  EXPECT_TRUE(queue_.admit());
}

TEST_F(PendQueueTest, Reserve_ServesWithoutMemory_AndComesBack) {
  PendSlot* first = queue_.take_reserve();
  PendSlot* second = queue_.take_reserve();
  ASSERT_NE(first, nullptr);
  ASSERT_NE(second, nullptr);
  EXPECT_EQ(queue_.take_reserve(), nullptr);
  queue_.admit();
  queue_.prepared(first, nullptr);
  EXPECT_FALSE(queue_.retire(first)) << "reserve memory is never freed";
  EXPECT_EQ(queue_.take_reserve(), first);
}

TEST_F(PendQueueTest, Items_AreDecidedInOrder) {
  Item a, b;
  queued(a);
  queued(b);
  EXPECT_EQ(queue_.pending(), 2u);
  EXPECT_EQ(queue_.pop(), &a.slot);
  EXPECT_TRUE(queue_.begin_wait(&a.slot));
  EXPECT_TRUE(queue_.end_wait(&a.slot));
  queue_.finish(&a.slot);
  EXPECT_EQ(queue_.pop(), &b.slot);
  EXPECT_EQ(queue_.pop(), nullptr);
  EXPECT_EQ(queue_.pending(), 1u);
}

TEST_F(PendQueueTest, Release_TakesQueuedAndWaiting_AndMarksBusy) {
  Item waiting, busy, still_queued;
  queued(waiting);
  queued(busy);
  queued(still_queued);
  queue_.pop();
  queue_.begin_wait(&waiting.slot);
  queue_.pop();
  EXPECT_EQ(queue_.take_releasable(nullptr), &still_queued.slot);
  EXPECT_EQ(queue_.take_releasable(nullptr), &waiting.slot);
  EXPECT_EQ(queue_.take_releasable(nullptr), nullptr);
  EXPECT_FALSE(queue_.end_wait(&waiting.slot)) << "taken: the worker must leave the read alone";
  EXPECT_FALSE(queue_.begin_wait(&busy.slot)) << "marked: the worker decides by default";
  queue_.finish(&busy.slot);
  EXPECT_EQ(queue_.pending(), 0u);
}

TEST_F(PendQueueTest, TakenFromAWaitingWorker_LivesUntilBothLetGo) {
  Item item, plain;
  queued(item);
  queued(plain);
  queue_.pop();
  queue_.begin_wait(&item.slot);
  EXPECT_EQ(queue_.take_releasable(nullptr), &plain.slot);
  EXPECT_TRUE(queue_.let_go(&plain.slot));
  EXPECT_EQ(queue_.take_releasable(nullptr), &item.slot);
  EXPECT_FALSE(queue_.let_go(&item.slot));
  EXPECT_TRUE(queue_.let_go(&item.slot));
}

TEST_F(PendQueueTest, Release_OfOneInstance_LeavesOthers) {
  int mine = 0, other = 0;
  Item a, b;
  queued(a, &mine);
  queued(b, &other);
  EXPECT_EQ(queue_.take_releasable(&mine), &a.slot);
  EXPECT_EQ(queue_.take_releasable(&mine), nullptr);
  EXPECT_EQ(queue_.pop(), &b.slot);
}

TEST_F(PendQueueTest, ClosedQueue_TakesNothing) {
  Item item;
  prepare(item);
  queue_.close();
  EXPECT_FALSE(queue_.push(&item.slot));
  EXPECT_FALSE(queue_.admit());
}

// Workers and a releaser race for every item: each is completed exactly once.
TEST_F(PendQueueTest, WorkersAgainstReleases_CompleteEachItemOnce) {
  constexpr int kItems = 4000;
  PendQueue queue;
  queue.init(kItems, &reserve_[0].slot, 2, sizeof(Item));
  std::vector<Item> items(kItems);
  std::mutex lock;
  std::atomic<int> done{0};
  auto complete = [&](PendSlot* slot) {
    ++reinterpret_cast<Item*>(slot)->completed;
    ++done;
  };
  auto worker = [&] {
    while (done < kItems) {
      std::unique_lock hold(lock);
      PendSlot* slot = queue.pop();
      if (slot == nullptr) continue;
      const bool waits = queue.begin_wait(slot);
      hold.unlock();
      std::this_thread::yield();  // in user mode's hands
      hold.lock();
      if (waits && !queue.end_wait(slot)) continue;
      queue.finish(slot);
      hold.unlock();
      complete(slot);
    }
  };
  auto releaser = [&] {
    while (done < kItems) {
      std::unique_lock hold(lock);
      PendSlot* slot = queue.take_releasable(nullptr);
      hold.unlock();
      if (slot != nullptr) complete(slot);
      std::this_thread::yield();
    }
  };
  std::thread threads[] = {std::thread(worker), std::thread(worker), std::thread(releaser)};
  for (Item& item : items) {
    std::unique_lock hold(lock);
    ASSERT_TRUE(queue.admit());
    queue.prepared(&item.slot, nullptr);
    ASSERT_TRUE(queue.push(&item.slot));
  }
  for (std::thread& thread : threads) thread.join();
  for (const Item& item : items) EXPECT_EQ(item.completed, 1);
  EXPECT_EQ(queue.pending(), 0u);
}

}  // namespace
}  // namespace sluice::driver
