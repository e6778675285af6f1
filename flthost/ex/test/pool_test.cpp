#include <flthost/ex/ex.h>
#include <flthost/mm/mm.h>
#include <gtest/gtest.h>

#include <cstring>
#include <thread>
#include <vector>

using namespace flthost;

namespace {

constexpr ULONG kTag = 'tseT';

TEST(Pool, Blocks_AreAlignedAndCountedByTag) {
  constexpr ULONG kOwn = 'tnwO';
  const uint64_t before = ex::pool_usage()["Ownt"].allocations;
  std::vector<std::pair<void*, size_t>> blocks;
  for (size_t size = 1; size < 300'000; size = size * 3 / 2 + 1) {
    void* const block = ExAllocatePoolWithTag(NonPagedPoolNx, size, kOwn);
    ASSERT_NE(block, nullptr);
    EXPECT_EQ(reinterpret_cast<uint64_t>(block) % (size >= 4096 ? 4096 : 16), 0U) << size;
    EXPECT_FALSE(mm::is_user_address(block));
    std::memset(block, 0xaa, size);
    BOOLEAN quota = TRUE;
    EXPECT_EQ(ExQueryPoolBlockSize(block, &quota), size);
    blocks.emplace_back(block, size);
  }
  EXPECT_EQ(ex::pool_usage()["Ownt"].allocations - before, blocks.size());
  std::string lines;
  EXPECT_EQ(ex::pool_leaks(&lines), blocks.size());
  EXPECT_NE(lines.find("'Ownt'"), std::string::npos);
  for (const auto& [block, size] : blocks) ExFreePoolWithTag(block, kOwn);
  EXPECT_EQ(ex::pool_usage()["Ownt"].bytes, 0U);
  EXPECT_GT(ex::pool_usage()["Ownt"].peak_bytes, 300'000U);
  EXPECT_EQ(ex::pool_leaks(nullptr), 0U);
}

TEST(Pool, Pool2_ZeroesAndRefusesBadFlags) {
  for (int round = 0; round < 3; ++round) {
    auto* const block =
        static_cast<unsigned char*>(ExAllocatePool2(POOL_FLAG_NON_PAGED, 100, kTag));
    for (int i = 0; i < 100; ++i) EXPECT_EQ(block[i], 0);
    std::memset(block, 0xff, 100);
    ExFreePool(block);
  }
  EXPECT_EQ(ExAllocatePool2(POOL_FLAG_NON_PAGED | POOL_FLAG_PAGED, 100, kTag), nullptr);
  EXPECT_EQ(ExAllocatePool2(POOL_FLAG_NON_PAGED, 0, kTag), nullptr);
}

TEST(Pool, HostAllocations_AreNoLeaksOfADriver) {
  void* const memory = ex::allocate_zeroed(64, kTag);
  EXPECT_EQ(ex::pool_leaks(nullptr), 0U);
  ex::free(memory);
}

TEST(Pool, Mdl_IsPoolMemory) {
  PHYSICAL_ADDRESS any{};
  PMDL const mdl = MmAllocatePagesForMdl(any, any, any, 4096);
  MmFreePagesFromMdl(mdl);
  ExFreePool(mdl);
  EXPECT_EQ(mm::mdl_usage().mdls, 0);
}

TEST(Pool, ManyThreads_GetDistinctBlocks) {
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([t] {
      std::vector<unsigned char*> mine;
      for (int i = 0; i < 3'000; ++i) {
        const size_t size = static_cast<size_t>(i % 200) + 1;
        auto* const block =
            static_cast<unsigned char*>(ExAllocatePoolWithTag(NonPagedPoolNx, size, kTag));
        std::memset(block, t, size);
        mine.push_back(block);
        if (mine.size() > 50) {
          auto* const old = mine[mine.size() - 50];
          EXPECT_EQ(old[0], t);
          ExFreePoolWithTag(old, kTag);
          mine.erase(mine.end() - 50);
        }
      }
      for (auto* block : mine) ExFreePoolWithTag(block, kTag);
    });
  }
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(ex::pool_leaks(nullptr), 0U);
}

TEST(PoolDeathTest, Misuse_IsABugcheckWithNtsCode) {
  auto* const block = static_cast<char*>(ExAllocatePoolWithTag(PagedPool, 40, kTag));
  EXPECT_DEATH(
      {
        ExFreePool(block);
        ExFreePool(block);
      },
      "0x000000C2 \\(0x7");
  EXPECT_DEATH(ExFreePool(block + 16), "0x000000C2 \\(0x46");
  EXPECT_DEATH(ExFreePool(nullptr), "0x000000C2 \\(0x46");
  EXPECT_DEATH(ExFreePoolWithTag(block, 'rehO'), "0x000000C2 \\(0xA.*'Test'.*'Oher'|'Test'");
  EXPECT_DEATH(
      {
        block[40] = 1;
        ExFreePool(block);
      },
      "0x000000C4 \\(0x51");
  EXPECT_DEATH(ExAllocatePoolWithTag(NonPagedPoolNx, 0, kTag), "0x000000C4 \\(0x0");
  EXPECT_DEATH(
      {
        KfRaiseIrql(DISPATCH_LEVEL);
        ExAllocatePoolWithTag(PagedPool, 8, kTag);
      },
      "0x000000C4 \\(0x1, 0x2");
  EXPECT_DEATH(
      {
        KfRaiseIrql(DISPATCH_LEVEL);
        ExFreePool(block);
      },
      "0x000000C4 \\(0x11, 0x2");
  ExFreePool(block);
}

TEST(Lookaside, FreedEntries_ComeBack) {
  NPAGED_LOOKASIDE_LIST list;
  ExInitializeNPagedLookasideList(&list, nullptr, nullptr, 0, 48, kTag, 0);
  PVOID const first = ExAllocateFromNPagedLookasideList(&list);
  ExFreeToNPagedLookasideList(&list, first);
  EXPECT_EQ(ExAllocateFromNPagedLookasideList(&list), first);
  ExFreeToNPagedLookasideList(&list, first);
  EXPECT_EQ(ex::lookaside_leaks(), 1U);
  ExDeleteNPagedLookasideList(&list);
  EXPECT_EQ(ex::pool_leaks(nullptr), 0U);
  EXPECT_EQ(ex::lookaside_leaks(), 0U);
}

TEST(Lookaside, OwnRoutines_AreUsed) {
  static int allocated;
  static int freed;
  allocated = freed = 0;
  LOOKASIDE_LIST_EX list;
  EXPECT_EQ(ExInitializeLookasideListEx(
                &list,
                [](POOL_TYPE type, SIZE_T size, ULONG tag, PLOOKASIDE_LIST_EX) NTAPI -> PVOID {
                  ++allocated;
                  return ExAllocatePoolWithTag(type, size, tag);
                },
                [](PVOID entry, PLOOKASIDE_LIST_EX) NTAPI {
                  ++freed;
                  ExFreePool(entry);
                },
                NonPagedPoolNx, 0, 32, kTag, 0),
            STATUS_SUCCESS);
  PVOID const entry = ExAllocateFromLookasideListEx(&list);
  ExFreeToLookasideListEx(&list, entry);
  ExDeleteLookasideListEx(&list);
  EXPECT_EQ(allocated, 1);
  EXPECT_EQ(freed, 1);
}

}  // namespace
