// The tree and the layouts of its queries.
#include <flthost/zw/registry.h>
#include <flthost/zw/zw.h>

#include <gtest/gtest.h>

#include <atomic>
#include <cstring>
#include <thread>

namespace flthost::zw {
namespace {

constexpr char16_t kService[] = u"\\Registry\\Machine\\System\\CurrentControlSet\\Services\\sluice";

class Registry : public ::testing::Test {
 protected:
  void SetUp() override { registry_clear(); }

  KeyRef make(std::u16string_view path) {
    KeyRef key;
    EXPECT_EQ(create_path(path, &key), STATUS_SUCCESS);
    return key;
  }
  template <typename T>
  T header(const QueryResult& result) {
    T out{};
    std::memcpy(&out, result.bytes.data(), std::min(sizeof out, result.bytes.size()));
    return out;
  }
  std::u16string text(const QueryResult& result, size_t at, size_t bytes) {
    std::u16string out(bytes / 2, u' ');
    std::memcpy(out.data(), result.bytes.data() + at, bytes);
    return out;
  }
};

TEST_F(Registry, ValueSetByTheHost_IsReadWithoutRegardToCase) {
  const uint8_t data[4] = {7, 0, 0, 0};
  ASSERT_EQ(registry_set(kService, u"LogLevel", REG_DWORD, data), STATUS_SUCCESS);
  KeyRef key;
  ASSERT_EQ(
      open_key(nullptr, u"\\REGISTRY\\machine\\SYSTEM\\controlset001\\services\\SLUICE", &key),
      STATUS_SUCCESS);
  RegistryValue value;
  ASSERT_EQ(read_value(key, u"loglevel", &value), STATUS_SUCCESS);
  EXPECT_EQ(value.type, ULONG(REG_DWORD));
  EXPECT_EQ(value.data, std::vector<uint8_t>(data, data + 4));
}

TEST_F(Registry, Paths_ThatAreWrong_AreToldApart) {
  KeyRef key;
  EXPECT_EQ(open_key(nullptr, u"Registry\\Machine", &key), STATUS_OBJECT_PATH_SYNTAX_BAD);
  EXPECT_EQ(open_key(nullptr, u"\\Device\\Null", &key), STATUS_OBJECT_NAME_NOT_FOUND);
  EXPECT_EQ(open_key(nullptr, u"\\Registry\\Machine\\Nowhere", &key), STATUS_OBJECT_NAME_NOT_FOUND);
  EXPECT_EQ(open_key(nullptr, u"\\Registry\\\\Machine", &key), STATUS_OBJECT_NAME_INVALID);
  const KeyRef root = make(kService);
  EXPECT_EQ(open_key(root, u"\\Registry\\Machine", &key), STATUS_OBJECT_PATH_SYNTAX_BAD);
  EXPECT_EQ(open_key(root, u"", &key), STATUS_SUCCESS);
  EXPECT_EQ(key, root);
}

TEST_F(Registry, Create_MakesOneLevel_AndOpensWhatExists) {
  const KeyRef root = make(kService);
  KeyRef key;
  bool created = false;
  EXPECT_EQ(create_key(root, u"Instances\\Default", u"", false, &key, &created),
            STATUS_OBJECT_NAME_NOT_FOUND);
  EXPECT_EQ(create_key(root, u"Instances", u"", false, &key, &created), STATUS_SUCCESS);
  EXPECT_TRUE(created);
  KeyRef again;
  EXPECT_EQ(create_key(root, u"INSTANCES", u"", false, &again, &created), STATUS_SUCCESS);
  EXPECT_FALSE(created);
  EXPECT_EQ(again, key);
}

TEST_F(Registry, StableKey_UnderAVolatileOne_IsRefused) {
  const KeyRef root = make(kService);
  KeyRef parent, child;
  ASSERT_EQ(create_key(root, u"State", u"", true, &parent, nullptr), STATUS_SUCCESS);
  EXPECT_EQ(create_key(parent, u"Kept", u"", false, &child, nullptr),
            STATUS_CHILD_MUST_BE_VOLATILE);
  EXPECT_EQ(create_key(parent, u"Lost", u"", true, &child, nullptr), STATUS_SUCCESS);
}

TEST_F(Registry, KeyWithSubkeys_CannotBeDeleted_AndADeletedOneAnswersSo) {
  const KeyRef root = make(kService);
  KeyRef child;
  ASSERT_EQ(create_key(root, u"Child", u"", false, &child, nullptr), STATUS_SUCCESS);
  EXPECT_EQ(delete_key(root), STATUS_CANNOT_DELETE);
  EXPECT_EQ(delete_key(child), STATUS_SUCCESS);
  EXPECT_EQ(set_value(child, u"x", REG_DWORD, {}), STATUS_KEY_DELETED);
  KeyRef key;
  EXPECT_EQ(open_key(child, u"y", &key), STATUS_KEY_DELETED);
  EXPECT_EQ(delete_key(root), STATUS_SUCCESS);
  EXPECT_EQ(open_key(nullptr, kService, &key), STATUS_OBJECT_NAME_NOT_FOUND);
}

TEST_F(Registry, NameInformation_ShowsTheControlSetBehindTheLink) {
  QueryResult result;
  ASSERT_EQ(query_key(make(kService), KeyNameInformation, &result), STATUS_SUCCESS);
  EXPECT_EQ(text(result, 4, result.bytes.size() - 4),
            u"\\REGISTRY\\MACHINE\\SYSTEM\\ControlSet001\\Services\\sluice");
}

TEST_F(Registry, SubkeysEnumerateByName_ValuesAsTheyWereSet) {
  const KeyRef root = make(kService);
  for (const char16_t* name : {u"beta", u"Alpha", u"gamma"}) {
    KeyRef child;
    ASSERT_EQ(create_key(root, name, u"", false, &child, nullptr), STATUS_SUCCESS);
    ASSERT_EQ(set_value(root, name, REG_BINARY, {}), STATUS_SUCCESS);
  }
  std::u16string names;
  QueryResult result;
  for (ULONG i = 0; enumerate_key(root, i, KeyBasicInformation, &result) == STATUS_SUCCESS; ++i) {
    names += text(result, 16, header<KEY_BASIC_INFORMATION>(result).NameLength) + u";";
  }
  EXPECT_EQ(names, u"Alpha;beta;gamma;");
  EXPECT_EQ(enumerate_key(root, 3, KeyBasicInformation, &result), STATUS_NO_MORE_ENTRIES);
  ASSERT_EQ(enumerate_value(root, 0, KeyValueBasicInformation, &result), STATUS_SUCCESS);
  EXPECT_EQ(text(result, 12, result.bytes.size() - 12), u"beta");
  EXPECT_EQ(enumerate_value(root, 3, KeyValueBasicInformation, &result), STATUS_NO_MORE_ENTRIES);
}

TEST_F(Registry, FullInformation_CountsAndMeasures) {
  const KeyRef root = make(kService);
  KeyRef child;
  ASSERT_EQ(create_key(root, u"Instances", u"cls", false, &child, nullptr), STATUS_SUCCESS);
  const uint8_t data[10] = {};
  ASSERT_EQ(set_value(root, u"ImagePath", REG_BINARY, data), STATUS_SUCCESS);
  QueryResult result;
  ASSERT_EQ(query_key(root, KeyFullInformation, &result), STATUS_SUCCESS);
  const auto full = header<KEY_FULL_INFORMATION>(result);
  EXPECT_EQ(full.SubKeys, 1u);
  EXPECT_EQ(full.MaxNameLength, 18u);
  EXPECT_EQ(full.MaxClassLength, 6u);
  EXPECT_EQ(full.Values, 1u);
  EXPECT_EQ(full.MaxValueNameLength, 18u);
  EXPECT_EQ(full.MaxValueDataLength, 10u);
}

TEST_F(Registry, FullValueInformation_PutsDataBehindTheNameAligned) {
  const KeyRef root = make(kService);
  const uint8_t data[2] = {0xAB, 0xCD};
  ASSERT_EQ(set_value(root, u"abc", REG_BINARY, data), STATUS_SUCCESS);
  QueryResult result;
  ASSERT_EQ(query_value(root, u"abc", KeyValueFullInformation, &result), STATUS_SUCCESS);
  const auto full = header<KEY_VALUE_FULL_INFORMATION>(result);
  EXPECT_EQ(result.fixed, 20u);
  EXPECT_EQ(full.DataOffset, 28u);  // 20 + 6, to the next ULONG
  EXPECT_EQ(full.DataLength, 2u);
  EXPECT_EQ(result.bytes.size(), 30u);
  EXPECT_EQ(result.bytes[28], 0xAB);
  ASSERT_EQ(query_value(root, u"abc", KeyValuePartialInformation, &result), STATUS_SUCCESS);
  EXPECT_EQ(result.fixed, 12u);
  EXPECT_EQ(result.bytes.size(), 14u);
  EXPECT_EQ(query_value(root, u"abc", MaxKeyValueInfoClass, &result), STATUS_INVALID_PARAMETER);
  EXPECT_EQ(query_value(root, u"no", KeyValuePartialInformation, &result),
            STATUS_OBJECT_NAME_NOT_FOUND);
}

TEST_F(Registry, ConcurrentWriters_LoseNoKey) {
  const KeyRef root = make(kService);
  std::atomic<int> created{0};
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([&] {
      for (char16_t name = u'a'; name <= u'z'; ++name) {
        KeyRef key;
        bool made = false;
        if (NT_SUCCESS(create_key(root, std::u16string(1, name), u"", false, &key, &made)) &&
            made) {
          ++created;
        }
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(created, 26);
  QueryResult result;
  EXPECT_EQ(enumerate_key(root, 25, KeyBasicInformation, &result), STATUS_SUCCESS);
  EXPECT_EQ(enumerate_key(root, 26, KeyBasicInformation, &result), STATUS_NO_MORE_ENTRIES);
}

}  // namespace
}  // namespace flthost::zw
