#include "process_table.h"

#include <gtest/gtest.h>

#include <memory>
#include <thread>

namespace sluice::driver {
namespace {

ProcessEntry entry(uint64_t pid, uint64_t start, uint64_t tree = 1) {
  ProcessEntry e{};
  e.pid = pid;
  e.start = start;
  e.terms.tree = tree;
  e.terms.plan = protocol::kPlanInteresting;
  return e;
}

class ProcessTableTest : public testing::Test {
 protected:
  void SetUp() override {
    table_ = std::make_unique<ProcessTable>();
    table_->init();
  }
  std::unique_ptr<ProcessTable> table_;
};

TEST_F(ProcessTableTest, Process_IsFound_AfterPut_AndNotAfterRemove) {
  ProcessEntry found;
  EXPECT_FALSE(table_->find(7, &found));
  ASSERT_TRUE(table_->put(entry(7, 100, 5)));
  ASSERT_TRUE(table_->find(7, &found));
  EXPECT_EQ(found.terms.tree, 5u);
  EXPECT_EQ(table_->count(), 1u);
  table_->remove(7, 200);
  EXPECT_FALSE(table_->find(7, &found));
  EXPECT_EQ(table_->count(), 0u);
}

TEST_F(ProcessTableTest, Put_Replaces_TheSamePid) {
  table_->put(entry(7, 100, 5));
  table_->put(entry(7, 100, 6));
  ProcessEntry found;
  ASSERT_TRUE(table_->find(7, &found));
  EXPECT_EQ(found.terms.tree, 6u);
  EXPECT_EQ(table_->count(), 1u);
}

TEST_F(ProcessTableTest, FullTable_RefusesOneMore_AndWorksAgainAfterARemove) {
  for (uint64_t pid = 1; pid <= ProcessTable::kCapacity; ++pid) {
    ASSERT_TRUE(table_->put(entry(pid, pid)));
  }
  EXPECT_FALSE(table_->put(entry(100000, 1)));
  ProcessEntry found;
  for (uint64_t pid = 1; pid <= ProcessTable::kCapacity; ++pid) {
    ASSERT_TRUE(table_->find(pid, &found));
    ASSERT_EQ(found.start, pid);
  }
  table_->remove(17, 1);
  EXPECT_TRUE(table_->put(entry(100000, 1)));
}

TEST_F(ProcessTableTest, Exec_FindsTheProcessAsItWas_ByIdAndCreateTime) {
  table_->put(entry(7, 100, 5));
  table_->remove(7, 200);
  ProcessEntry found;
  EXPECT_TRUE(table_->find_same(7, 100, &found));
  EXPECT_EQ(found.terms.tree, 5u);
  EXPECT_FALSE(table_->find_same(7, 101, &found)) << "a reused id is another process";
}

TEST_F(ProcessTableTest, SecondExec_FindsTheNewestState) {
  table_->put(entry(7, 100, 5));
  table_->remove(7, 200);
  table_->put(entry(7, 100, 6));
  table_->remove(7, 300);
  ProcessEntry found;
  ASSERT_TRUE(table_->find_same(7, 100, &found));
  EXPECT_EQ(found.terms.tree, 6u);
}

TEST_F(ProcessTableTest, EndedParent_IsFound_OnlyForAChildOfItsLifetime) {
  table_->put(entry(7, 100, 5));
  table_->remove(7, 200);
  ProcessEntry found;
  EXPECT_TRUE(table_->find_parent(7, 150, &found));
  EXPECT_FALSE(table_->find_parent(7, 50, &found));
  EXPECT_FALSE(table_->find_parent(7, 201 + ProcessTable::kClockSlack, &found));
}

// A reader sees an entry that some put wrote whole, or none.
TEST_F(ProcessTableTest, ReadersBesideAWriter_NeverSeeAMixedEntry) {
  std::atomic<bool> stop{false};
  std::atomic<uint64_t> found_count{0};
  auto reader = [&] {
    ProcessEntry found;
    while (!stop) {
      for (uint64_t pid = 1; pid <= 8; ++pid) {
        if (!table_->find(pid, &found)) continue;
        ASSERT_EQ(found.pid, pid);
        ASSERT_EQ(found.start, found.terms.tree);
        ++found_count;
      }
    }
  };
  std::thread a(reader), b(reader);
  for (uint64_t round = 1; round < 20000 || found_count == 0; ++round) {
    const uint64_t pid = round % 8 + 1;
    if (round % 3 == 0) {
      table_->remove(pid, round);
    } else {
      table_->put(entry(pid, round, round));
    }
  }
  stop = true;
  a.join();
  b.join();
}

}  // namespace
}  // namespace sluice::driver
