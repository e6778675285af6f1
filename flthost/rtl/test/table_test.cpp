// Trees, bitmaps and security structures against simple models.
#include <flthost/rtl/rtl.h>

#include <gtest/gtest.h>

#include <cstdlib>
#include <map>
#include <random>

namespace {

struct Element {
  int key;
  int value;
};

int live = 0;

template <typename Table>
RTL_GENERIC_COMPARE_RESULTS NTAPI compare(Table*, PVOID left, PVOID right) {
  const int a = static_cast<Element*>(left)->key;
  const int b = static_cast<Element*>(right)->key;
  return a < b ? GenericLessThan : a > b ? GenericGreaterThan : GenericEqual;
}
template <typename Table>
PVOID NTAPI allocate(Table*, CLONG bytes) {
  ++live;
  return malloc(bytes);
}
template <typename Table>
VOID NTAPI release(Table*, PVOID memory) {
  --live;
  free(memory);
}

int height(const RTL_BALANCED_LINKS* node) {
  if (node == nullptr) return 0;
  const int left = height(node->LeftChild);
  const int right = height(node->RightChild);
  EXPECT_EQ(node->Balance, right - left);
  EXPECT_LE(std::abs(right - left), 1);
  return 1 + std::max(left, right);
}

}  // namespace

TEST(Avl, StaysBalancedAndEqualsAMap) {
  RTL_AVL_TABLE table;
  RtlInitializeGenericTableAvl(&table, compare, allocate, release, nullptr);
  std::map<int, int> model;
  std::mt19937 random(7);
  for (int i = 0; i < 20000; ++i) {
    Element element{static_cast<int>(random() % 500), i};
    if (random() % 2 == 0) {
      BOOLEAN is_new = FALSE;
      ASSERT_NE(RtlInsertElementGenericTableAvl(&table, &element, sizeof element, &is_new),
                nullptr);
      ASSERT_EQ(is_new != 0, model.emplace(element.key, i).second);
    } else {
      ASSERT_EQ(RtlDeleteElementGenericTableAvl(&table, &element) != 0,
                model.erase(element.key) == 1);
    }
    if (i % 500 == 0) {
      ASSERT_EQ(height(table.BalancedRoot.RightChild), static_cast<int>(table.DepthOfTree));
    }
  }
  ASSERT_EQ(RtlNumberGenericTableElementsAvl(&table), model.size());
  auto expected = model.begin();
  for (PVOID e = RtlEnumerateGenericTableAvl(&table, TRUE); e != nullptr;
       e = RtlEnumerateGenericTableAvl(&table, FALSE), ++expected) {
    ASSERT_EQ(static_cast<Element*>(e)->key, expected->first);
    ASSERT_EQ(static_cast<Element*>(e)->value, expected->second);
  }
  EXPECT_EQ(expected, model.end());
  while (!RtlIsGenericTableEmptyAvl(&table)) {
    Element first = *static_cast<Element*>(RtlGetElementGenericTableAvl(&table, 0));
    ASSERT_TRUE(RtlDeleteElementGenericTableAvl(&table, &first));
  }
  EXPECT_EQ(live, 0);
  EXPECT_EQ(table.DepthOfTree, 0u);
}

TEST(Avl, DirectoryEnumerationGoesOnAfterADeletion) {
  RTL_AVL_TABLE table;
  RtlInitializeGenericTableAvl(&table, compare, allocate, release, nullptr);
  for (int key = 0; key < 10; ++key) {
    Element element{key, 0};
    RtlInsertElementGenericTableAvl(&table, &element, sizeof element, nullptr);
  }
  PVOID restart = nullptr;
  ULONG deletes = 0;
  Element from{4, 0};
  auto* found = static_cast<Element*>(RtlEnumerateGenericTableLikeADirectory(
      &table, nullptr, nullptr, FALSE, &restart, &deletes, &from));
  ASSERT_EQ(found->key, 4);
  RtlDeleteElementGenericTableAvl(&table, &from);
  found = static_cast<Element*>(RtlEnumerateGenericTableLikeADirectory(
      &table, nullptr, nullptr, TRUE, &restart, &deletes, &from));
  ASSERT_EQ(found->key, 5);
  for (int key = 0; key < 10; ++key) {
    Element element{key, 0};
    RtlDeleteElementGenericTableAvl(&table, &element);
  }
  EXPECT_EQ(live, 0);
}

TEST(Splay, EqualsAMap) {
  RTL_GENERIC_TABLE table;
  RtlInitializeGenericTable(&table, compare, allocate, release, nullptr);
  std::map<int, int> model;
  std::mt19937 random(11);
  for (int i = 0; i < 20000; ++i) {
    Element element{static_cast<int>(random() % 300), i};
    switch (random() % 3) {
      case 0:
        RtlInsertElementGenericTable(&table, &element, sizeof element, nullptr);
        model.emplace(element.key, i);
        break;
      case 1:
        ASSERT_EQ(RtlDeleteElementGenericTable(&table, &element) != 0,
                  model.erase(element.key) == 1);
        break;
      default:
        ASSERT_EQ(RtlLookupElementGenericTable(&table, &element) != nullptr,
                  model.count(element.key) == 1);
    }
  }
  ASSERT_EQ(RtlNumberGenericTableElements(&table), model.size());
  PVOID restart = nullptr;
  for (const auto& [key, value] : model) {
    auto* e = static_cast<Element*>(RtlEnumerateGenericTableWithoutSplaying(&table, &restart));
    ASSERT_NE(e, nullptr);
    ASSERT_EQ(e->key, key);
  }
  EXPECT_EQ(RtlEnumerateGenericTableWithoutSplaying(&table, &restart), nullptr);
  for (const auto& [key, value] : model) {
    Element element{key, 0};
    ASSERT_TRUE(RtlDeleteElementGenericTable(&table, &element));
  }
  EXPECT_TRUE(RtlIsGenericTableEmpty(&table));
  EXPECT_EQ(live, 0);
}

TEST(BitMap, FindsRunsFromTheHintAndFromTheStart) {
  ULONG words[4];
  RTL_BITMAP map;
  RtlInitializeBitMap(&map, words, 100);
  RtlClearAllBits(&map);
  RtlSetBits(&map, 10, 50);
  EXPECT_EQ(RtlNumberOfSetBits(&map), 50u);
  EXPECT_EQ(RtlNumberOfClearBits(&map), 50u);
  EXPECT_EQ(RtlFindClearBits(&map, 5, 8), 60u);
  EXPECT_EQ(RtlFindClearBits(&map, 5, 98), 0u);
  EXPECT_EQ(RtlFindClearBits(&map, 41, 0), 0xffffffffu);
  EXPECT_EQ(RtlFindClearBitsAndSet(&map, 40, 20), 60u);
  EXPECT_TRUE(RtlAreBitsSet(&map, 10, 90));
  EXPECT_FALSE(RtlAreBitsSet(&map, 10, 91));
  EXPECT_FALSE(RtlTestBit(&map, 9));
  ULONG start = 0;
  EXPECT_EQ(RtlFindLongestRunClear(&map, &start), 10u);
  EXPECT_EQ(start, 0u);
}

TEST(Security, DescriptorBecomesSelfRelative) {
  alignas(4) uint8_t sid[16];
  SID_IDENTIFIER_AUTHORITY authority{{0, 0, 0, 0, 0, 5}};
  ASSERT_EQ(RtlInitializeSid(sid, &authority, 2), STATUS_SUCCESS);
  *RtlSubAuthoritySid(sid, 0) = 32;
  *RtlSubAuthoritySid(sid, 1) = 544;
  EXPECT_EQ(RtlLengthSid(sid), 16u);
  alignas(4) uint8_t acl_bytes[64];
  auto* acl = reinterpret_cast<PACL>(acl_bytes);
  ASSERT_EQ(RtlCreateAcl(acl, sizeof acl_bytes, ACL_REVISION), STATUS_SUCCESS);
  ASSERT_EQ(RtlAddAccessAllowedAce(acl, ACL_REVISION, 0x1f01ff, sid), STATUS_SUCCESS);
  SECURITY_DESCRIPTOR absolute;
  ASSERT_EQ(RtlCreateSecurityDescriptor(&absolute, 1), STATUS_SUCCESS);
  ASSERT_EQ(RtlSetDaclSecurityDescriptor(&absolute, TRUE, acl, FALSE), STATUS_SUCCESS);
  ASSERT_EQ(RtlSetOwnerSecurityDescriptor(&absolute, sid, FALSE), STATUS_SUCCESS);
  alignas(8) uint8_t relative[256];
  ULONG size = 4;
  EXPECT_EQ(RtlAbsoluteToSelfRelativeSD(&absolute, relative, &size), STATUS_BUFFER_TOO_SMALL);
  ASSERT_EQ(RtlAbsoluteToSelfRelativeSD(&absolute, relative, &size), STATUS_SUCCESS);
  EXPECT_EQ(RtlLengthSecurityDescriptor(relative), size);
  EXPECT_TRUE(RtlValidSecurityDescriptor(relative));
  PSID owner = nullptr;
  BOOLEAN defaulted = TRUE;
  ASSERT_EQ(RtlGetOwnerSecurityDescriptor(relative, &owner, &defaulted), STATUS_SUCCESS);
  EXPECT_TRUE(RtlEqualSid(owner, sid));
  PACL dacl = nullptr;
  BOOLEAN present = FALSE;
  ASSERT_EQ(RtlGetDaclSecurityDescriptor(relative, &present, &dacl, &defaulted), STATUS_SUCCESS);
  ASSERT_TRUE(present);
  PVOID ace = nullptr;
  ASSERT_EQ(RtlGetAce(dacl, 0, &ace), STATUS_SUCCESS);
  EXPECT_EQ(static_cast<ACCESS_ALLOWED_ACE*>(ace)->Mask, 0x1f01ffu);
}

TEST(Version, IsWindows10ByDefault) {
  RTL_OSVERSIONINFOW info{};
  info.dwOSVersionInfoSize = sizeof info;
  EXPECT_EQ(RtlGetVersion(&info), STATUS_SUCCESS);
  EXPECT_EQ(info.dwMajorVersion, 10u);
  EXPECT_EQ(info.dwBuildNumber, 19041u);
}
