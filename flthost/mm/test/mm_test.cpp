#include <flthost/mm/mm.h>
#include <gtest/gtest.h>
#include <signal.h>

#include <cstring>
#include <set>
#include <thread>
#include <vector>

using namespace flthost;

namespace {

void on_fault(int signal, siginfo_t*, void* context) {
  if (mm::fix_guarded_fault(context)) return;
  ::signal(signal, SIG_DFL);
}

class Mm : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    struct sigaction action{};
    action.sa_sigaction = on_fault;
    action.sa_flags = SA_SIGINFO | SA_NODEFER;
    sigaction(SIGSEGV, &action, nullptr);
  }
};

TEST_F(Mm, Runs_AreZeroedPageAlignedAndInTheirArena) {
  for (size_t bytes : {1UL, 4096UL, 131072UL, 4UL << 20}) {
    for (int round = 0; round < 2; ++round) {
      auto* const memory = static_cast<unsigned char*>(mm::allocate_system(bytes));
      ASSERT_NE(memory, nullptr);
      EXPECT_EQ(reinterpret_cast<uint64_t>(memory) % 4096, 0U);
      EXPECT_FALSE(mm::is_user_address(memory));
      EXPECT_EQ(memory[0], 0);
      EXPECT_EQ(memory[bytes - 1], 0);
      std::memset(memory, 0xaa, bytes);
      mm::free_system(memory, bytes);
    }
  }
  void* const user = mm::allocate_user(4096);
  EXPECT_TRUE(mm::is_user_address(user));
  EXPECT_GE(reinterpret_cast<uint64_t>(user), mm::kUserBase);
  mm::free_user(user, 4096);
}

TEST_F(Mm, FreedLargeRun_IsInaccessible) {
  void* const memory = mm::allocate_system(4 << 20);
  EXPECT_TRUE(MmIsAddressValid(memory));
  mm::free_system(memory, 4 << 20);
  EXPECT_FALSE(MmIsAddressValid(memory));
}

TEST_F(Mm, Blocks_AreDistinctAndAligned) {
  std::set<void*> seen;
  for (int i = 0; i < 500; ++i) {
    void* const block = mm::allocate_block(static_cast<size_t>(i * 4 + 1));
    EXPECT_EQ(reinterpret_cast<uint64_t>(block) % 16, 0U);
    EXPECT_TRUE(seen.insert(block).second);
  }
}

TEST_F(Mm, BlocksFreedByOtherThreads_AreUsedAgain) {
  // One allocates, another frees: the memory must come back to the first.
  std::set<void*> distinct;
  for (int round = 0; round < 50; ++round) {
    std::vector<void*> blocks;
    for (int i = 0; i < 200; ++i) blocks.push_back(mm::allocate_block(500));
    distinct.insert(blocks.begin(), blocks.end());
    std::thread([&] {
      for (void* block : blocks) mm::free_block(block, 500);
    }).join();
  }
  EXPECT_LT(distinct.size(), 5'000U);
}

TEST_F(Mm, GuardedCopy_FailsInsteadOfCrashing) {
  char buffer[16] = "fifteen letters";
  auto* const nowhere = reinterpret_cast<char*>(mm::kSystemEnd - 4096);
  mm::allocate_system(1);  // the arena exists
  EXPECT_FALSE(mm::guarded_copy(buffer, nowhere, 16));
  EXPECT_FALSE(mm::guarded_copy(nowhere, buffer, 16));
  char copy[16];
  EXPECT_TRUE(mm::guarded_copy(copy, buffer, 16));
  EXPECT_STREQ(copy, buffer);
  EXPECT_TRUE(mm::guarded_copy(copy, nowhere, 0));
}

TEST_F(Mm, GuardedProbe_SeesTheLastPage) {
  auto* const memory = static_cast<char*>(mm::allocate_system(4 << 20));
  EXPECT_TRUE(mm::guarded_probe(memory + 100, (4 << 20) - 100, true));
  EXPECT_FALSE(mm::guarded_probe(reinterpret_cast<char*>(mm::kSystemEnd) - 4096, 1, false));
  mm::free_system(memory, 4 << 20);
  EXPECT_FALSE(mm::guarded_probe(memory + 100, 8192, false));
}

TEST_F(Mm, Mdl_OfNonPagedPool_IsItsOwnMapping) {
  auto* const memory = static_cast<char*>(mm::allocate_system(8192));
  PMDL const mdl = mm::build_mdl(memory + 100, 5000);
  EXPECT_EQ(MmGetMdlVirtualAddress(mdl), memory + 100);
  EXPECT_EQ(MmGetMdlByteCount(mdl), 5000U);
  EXPECT_EQ(MmGetSystemAddressForMdlSafe(mdl, NormalPagePriority), memory + 100);
  mm::free_mdl(mdl);
  mm::free_system(memory, 8192);
  EXPECT_EQ(mm::mdl_usage().mdls, 0);
}

TEST_F(Mm, UserPages_LockMapAndUnlock) {
  auto* const user = static_cast<char*>(mm::allocate_user(8192));
  PMDL const mdl = IoAllocateMdl(user + 10, 6000, FALSE, FALSE, nullptr);
  MmProbeAndLockPages(mdl, UserMode, IoWriteAccess);
  EXPECT_EQ(mm::mdl_usage().locked, 1);
  auto* const mapped = static_cast<char*>(MmGetSystemAddressForMdlSafe(mdl, NormalPagePriority));
  mapped[0] = 'x';
  EXPECT_EQ(user[10], 'x');
  EXPECT_TRUE(mdl->MdlFlags & MDL_MAPPED_TO_SYSTEM_VA);
  MmUnlockPages(mdl);
  EXPECT_FALSE(mdl->MdlFlags & (MDL_MAPPED_TO_SYSTEM_VA | MDL_PAGES_LOCKED));
  IoFreeMdl(mdl);
  mm::free_user(user, 8192);
  EXPECT_EQ(mm::mdl_usage().locked, 0);
}

struct Raised {
  NTSTATUS status;
};

TEST_F(Mm, ProbeOfABadAddress_Raises) {
  mm::install_raise_status([](NTSTATUS status) { throw Raised{status}; });
  const auto status_of = [](auto&& call) {
    try {
      call();
    } catch (const Raised& raised) {
      return raised.status;
    }
    return NTSTATUS{STATUS_SUCCESS};
  };
  auto* const user = static_cast<char*>(mm::allocate_user(4096));
  void* const system = mm::allocate_system(4096);
  EXPECT_EQ(status_of([&] { ProbeForRead(system, 8, 1); }), STATUS_ACCESS_VIOLATION);
  EXPECT_EQ(status_of([&] { ProbeForRead(user + 1, 8, 4); }), STATUS_DATATYPE_MISALIGNMENT);
  EXPECT_EQ(status_of([&] { ProbeForWrite(user, 8, 4); }), STATUS_SUCCESS);
  EXPECT_EQ(status_of([&] { ProbeForRead(user, ~0ULL, 1); }), STATUS_ACCESS_VIOLATION);
  EXPECT_EQ(status_of([&] { ProbeForRead(system, 0, 1); }), STATUS_SUCCESS);
  PMDL const mdl = IoAllocateMdl(system, 8, FALSE, FALSE, nullptr);
  EXPECT_EQ(status_of([&] { MmProbeAndLockPages(mdl, UserMode, IoReadAccess); }),
            STATUS_ACCESS_VIOLATION);
  IoFreeMdl(mdl);
  mm::install_raise_status(nullptr);
}

TEST_F(Mm, PartialMdl_SharesTheParentsPages) {
  auto* const user = static_cast<char*>(mm::allocate_user(16384));
  PMDL const whole = IoAllocateMdl(user, 16384, FALSE, FALSE, nullptr);
  MmProbeAndLockPages(whole, UserMode, IoWriteAccess);
  PMDL const part = IoAllocateMdl(user + 5000, 6000, FALSE, FALSE, nullptr);
  IoBuildPartialMdl(whole, part, user + 5000, 6000);
  EXPECT_TRUE(part->MdlFlags & MDL_PARTIAL);
  EXPECT_EQ(MmGetSystemAddressForMdlSafe(part, NormalPagePriority), user + 5000);
  MmPrepareMdlForReuse(part);
  IoBuildPartialMdl(whole, part, user + 8000, 0x100);
  EXPECT_EQ(MmGetMdlByteCount(part), 0x100U);
  IoFreeMdl(part);
  MmUnlockPages(whole);
  IoFreeMdl(whole);
  mm::free_user(user, 16384);
}

TEST_F(Mm, PagesForMdl_AreMappedProtectedAndFreed) {
  PHYSICAL_ADDRESS zero{};
  PHYSICAL_ADDRESS high;
  high.QuadPart = -1;
  PMDL const mdl = MmAllocatePagesForMdlEx(zero, high, zero, 10'000, MmCached, 0);
  ASSERT_NE(mdl, nullptr);
  EXPECT_EQ(MmGetMdlByteCount(mdl), 12288U);
  auto* const mapped = static_cast<char*>(MmGetSystemAddressForMdlSafe(mdl, NormalPagePriority));
  mapped[12287] = 1;
  EXPECT_EQ(MmProtectMdlSystemAddress(mdl, PAGE_READONLY), STATUS_SUCCESS);
  EXPECT_FALSE(mm::guarded_probe(mapped, 1, true));
  MmFreePagesFromMdl(mdl);
  EXPECT_EQ(mm::mdl_usage().locked, 0);
}

TEST_F(Mm, ReservedMapping_MapsWhatFits) {
  auto* const memory = static_cast<char*>(mm::allocate_system(65536));
  void* const reserved = MmAllocateMappingAddress(8192, 'tseT');
  PMDL const mdl = mm::build_mdl(memory, 65536);
  EXPECT_EQ(MmMapLockedPagesWithReservedMapping(reserved, 'tseT', mdl, MmCached), nullptr);
  PMDL const small = IoAllocateMdl(memory, 4096, FALSE, FALSE, nullptr);
  MmProbeAndLockPages(small, KernelMode, IoReadAccess);
  EXPECT_EQ(MmMapLockedPagesWithReservedMapping(reserved, 'tseT', small, MmCached), memory);
  MmUnmapReservedMapping(reserved, 'tseT', small);
  MmUnlockPages(small);
  IoFreeMdl(small);
  IoFreeMdl(mdl);
  MmFreeMappingAddress(reserved, 'tseT');
  EXPECT_EQ(mm::mdl_usage().mapping_addresses, 0);
}

TEST_F(Mm, UnlockingWhatIsNotLocked_IsBugcheckC4_7C) {
  PMDL const mdl = IoAllocateMdl(reinterpret_cast<PVOID>(0x1000), 8, FALSE, FALSE, nullptr);
  EXPECT_DEATH(MmUnlockPages(mdl), "0x000000C4 \\(0x7C");
  IoFreeMdl(mdl);
}

}  // namespace
