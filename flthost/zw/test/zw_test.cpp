// The exports as a driver calls them.
#include <flthost/mm/mm.h>
#include <flthost/zw/zw.h>

#include <gtest/gtest.h>
#include <signal.h>

#include <cstring>
#include <string>
#include <vector>

namespace flthost::zw {
namespace {

constexpr char16_t kService[] = u"\\Registry\\Machine\\System\\CurrentControlSet\\Services\\sluice";

// A counted string over a literal.
class Name {
 public:
  explicit Name(std::u16string text) : text_(std::move(text)) {
    string_.Buffer = reinterpret_cast<PWSTR>(text_.data());
    string_.Length = static_cast<USHORT>(text_.size() * 2);
    string_.MaximumLength = string_.Length;
  }
  PUNICODE_STRING get() { return &string_; }

 private:
  std::u16string text_;
  UNICODE_STRING string_{};
};

OBJECT_ATTRIBUTES attributes(Name& name, HANDLE root = nullptr) {
  OBJECT_ATTRIBUTES out{};
  out.Length = sizeof out;
  out.RootDirectory = root;
  out.ObjectName = name.get();
  out.Attributes = OBJ_KERNEL_HANDLE | OBJ_CASE_INSENSITIVE;
  return out;
}

void on_fault(int signal, siginfo_t*, void* context) {
  if (!mm::fix_guarded_fault(context)) ::signal(signal, SIG_DFL);
}

class ZwRegistry : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    struct sigaction action{};
    action.sa_sigaction = on_fault;
    action.sa_flags = SA_SIGINFO | SA_NODEFER;
    sigaction(SIGSEGV, &action, nullptr);
  }
  void SetUp() override {
    registry_clear();
    const uint8_t data[8] = {1, 2, 3, 4, 5, 6, 7, 8};
    ASSERT_EQ(registry_set(kService, u"Blob", REG_BINARY, data), STATUS_SUCCESS);
    Name path(kService);
    OBJECT_ATTRIBUTES where = attributes(path);
    ASSERT_EQ(ZwOpenKey(&key_, KEY_ALL_ACCESS, &where), STATUS_SUCCESS);
  }
  void TearDown() override { EXPECT_EQ(ZwClose(key_), STATUS_SUCCESS); }

  HANDLE key_ = nullptr;
};

TEST_F(ZwRegistry, QueryValueKey_TellsTooSmallFromOverflow) {
  Name name(u"blob");
  alignas(8) UCHAR buffer[64];
  ULONG needed = 0;
  std::memset(buffer, 0xEE, sizeof buffer);
  EXPECT_EQ(ZwQueryValueKey(key_, name.get(), KeyValuePartialInformation, buffer, 11, &needed),
            STATUS_BUFFER_TOO_SMALL);
  EXPECT_EQ(needed, 20u);
  EXPECT_EQ(buffer[0], 0xEE);
  EXPECT_EQ(ZwQueryValueKey(key_, name.get(), KeyValuePartialInformation, buffer, 14, &needed),
            STATUS_BUFFER_OVERFLOW);
  EXPECT_EQ(needed, 20u);
  EXPECT_EQ(buffer[13], 2);
  EXPECT_EQ(buffer[14], 0xEE);
  EXPECT_EQ(ZwQueryValueKey(key_, name.get(), KeyValuePartialInformation, buffer, 20, &needed),
            STATUS_SUCCESS);
  EXPECT_EQ(buffer[19], 8);
  EXPECT_EQ(ZwQueryValueKey(key_, name.get(), KeyValuePartialInformation, nullptr, 0, &needed),
            STATUS_BUFFER_TOO_SMALL);
}

TEST_F(ZwRegistry, CreateKey_RelativeToAHandle_SaysWhetherItWasNew) {
  Name name(u"Instances");
  OBJECT_ATTRIBUTES where = attributes(name, key_);
  HANDLE first = nullptr, second = nullptr;
  ULONG disposition = 0;
  ASSERT_EQ(ZwCreateKey(&first, KEY_ALL_ACCESS, &where, 0, nullptr, 0, &disposition),
            STATUS_SUCCESS);
  EXPECT_EQ(disposition, ULONG(REG_CREATED_NEW_KEY));
  ASSERT_EQ(ZwCreateKey(&second, KEY_ALL_ACCESS, &where, 0, nullptr, 0, &disposition),
            STATUS_SUCCESS);
  EXPECT_EQ(disposition, ULONG(REG_OPENED_EXISTING_KEY));
  EXPECT_EQ(ZwDeleteKey(key_), STATUS_CANNOT_DELETE);
  EXPECT_EQ(ZwDeleteKey(first), STATUS_SUCCESS);
  EXPECT_EQ(ZwFlushKey(second), STATUS_KEY_DELETED);
  EXPECT_EQ(ZwClose(first), STATUS_SUCCESS);
  EXPECT_EQ(ZwClose(second), STATUS_SUCCESS);
}

TEST_F(ZwRegistry, SetQueryDeleteValue_ThroughTheHandle) {
  Name name(u"Mode");
  ULONG mode = 42;
  ASSERT_EQ(ZwSetValueKey(key_, name.get(), 0, REG_DWORD, &mode, sizeof mode), STATUS_SUCCESS);
  alignas(8) UCHAR buffer[32];
  ULONG needed = 0;
  ASSERT_EQ(
      ZwEnumerateValueKey(key_, 1, KeyValuePartialInformation, buffer, sizeof buffer, &needed),
      STATUS_SUCCESS);
  EXPECT_EQ(buffer[12], 42);
  EXPECT_EQ(ZwDeleteValueKey(key_, name.get()), STATUS_SUCCESS);
  EXPECT_EQ(ZwDeleteValueKey(key_, name.get()), STATUS_OBJECT_NAME_NOT_FOUND);
}

TEST_F(ZwRegistry, BadHandlesAndPointers_AreAnsweredWithAStatus) {
  Name name(u"Blob");
  ULONG needed = 0;
  UCHAR buffer[64];
  EXPECT_EQ(ZwQueryValueKey(reinterpret_cast<HANDLE>(0x7ffc), name.get(),
                            KeyValuePartialInformation, buffer, sizeof buffer, &needed),
            STATUS_INVALID_HANDLE);
  HANDLE event = nullptr;
  ASSERT_EQ(ZwCreateEvent(&event, EVENT_ALL_ACCESS, nullptr, NotificationEvent, FALSE),
            STATUS_SUCCESS);
  EXPECT_EQ(ZwFlushKey(event), STATUS_OBJECT_TYPE_MISMATCH);
  EXPECT_EQ(ZwClose(event), STATUS_SUCCESS);
  EXPECT_EQ(ZwQueryValueKey(key_, name.get(), KeyValuePartialInformation,
                            reinterpret_cast<PVOID>(0x10), sizeof buffer, &needed),
            STATUS_ACCESS_VIOLATION);
}

struct Seen {
  std::vector<std::u16string> strings;
};

NTSTATUS NTAPI note_value(PWSTR, ULONG type, PVOID data, ULONG length, PVOID context, PVOID) {
  if (type == REG_SZ) {
    static_cast<Seen*>(context)->strings.emplace_back(static_cast<char16_t*>(data), length / 2 - 1);
  }
  return STATUS_SUCCESS;
}

TEST_F(ZwRegistry, QueryRegistryValues_SplitsMultiSz_AndFillsDirectEntries) {
  const char16_t multi[] = u"one\0two\0";
  const auto* const bytes = reinterpret_cast<const uint8_t*>(multi);
  ASSERT_EQ(registry_set(kService, u"List", REG_MULTI_SZ, {bytes, sizeof multi}), STATUS_SUCCESS);
  const uint8_t level[4] = {9, 0, 0, 0};
  ASSERT_EQ(registry_set(kService, u"Level", REG_DWORD, level), STATUS_SUCCESS);
  char16_t list[] = u"List", level_name[] = u"Level", missing[] = u"Missing", key[] = u"sluice";
  ULONG found = 0, fallback = 5, defaulted = 0;
  RTL_QUERY_REGISTRY_TABLE table[4] = {};
  table[0].QueryRoutine = note_value;
  table[0].Name = reinterpret_cast<PCWSTR>(list);
  table[1].Flags = RTL_QUERY_REGISTRY_DIRECT | RTL_QUERY_REGISTRY_TYPECHECK;
  table[1].Name = reinterpret_cast<PCWSTR>(level_name);
  table[1].EntryContext = &found;
  table[1].DefaultType = REG_DWORD << RTL_QUERY_REGISTRY_TYPECHECK_SHIFT;
  table[2].Flags = RTL_QUERY_REGISTRY_DIRECT;
  table[2].Name = reinterpret_cast<PCWSTR>(missing);
  table[2].EntryContext = &defaulted;
  table[2].DefaultType = REG_DWORD;
  table[2].DefaultData = &fallback;
  table[2].DefaultLength = sizeof fallback;
  Seen seen;
  const auto path = reinterpret_cast<PCWSTR>(key);
  EXPECT_EQ(RtlQueryRegistryValues(RTL_REGISTRY_SERVICES, path, table, &seen, nullptr),
            STATUS_SUCCESS);
  EXPECT_EQ(seen.strings, (std::vector<std::u16string>{u"one", u"two"}));
  EXPECT_EQ(found, 9u);
  EXPECT_EQ(defaulted, 5u);
  table[1].DefaultType = REG_SZ << RTL_QUERY_REGISTRY_TYPECHECK_SHIFT;
  EXPECT_EQ(RtlQueryRegistryValues(RTL_REGISTRY_SERVICES, path, table, &seen, nullptr),
            STATUS_OBJECT_TYPE_MISMATCH);
  table[0].Name = reinterpret_cast<PCWSTR>(missing);
  table[0].Flags = RTL_QUERY_REGISTRY_REQUIRED;
  EXPECT_EQ(RtlQueryRegistryValues(RTL_REGISTRY_SERVICES, path, table, &seen, nullptr),
            STATUS_OBJECT_NAME_NOT_FOUND);
}

TEST_F(ZwRegistry, RtlWriteCheckDelete_ByPath) {
  char16_t key[] = u"sluice\\Parameters", value[] = u"Depth";
  const auto path = reinterpret_cast<PWSTR>(key);
  const auto name = reinterpret_cast<PCWSTR>(value);
  ULONG depth = 3;
  EXPECT_EQ(RtlCheckRegistryKey(RTL_REGISTRY_SERVICES, path), STATUS_OBJECT_NAME_NOT_FOUND);
  EXPECT_EQ(RtlWriteRegistryValue(RTL_REGISTRY_SERVICES, path, name, REG_DWORD, &depth, 4),
            STATUS_SUCCESS);
  EXPECT_EQ(RtlCheckRegistryKey(RTL_REGISTRY_SERVICES, path), STATUS_SUCCESS);
  EXPECT_EQ(RtlDeleteRegistryValue(RTL_REGISTRY_SERVICES, path, name), STATUS_SUCCESS);
  EXPECT_EQ(RtlDeleteRegistryValue(RTL_REGISTRY_SERVICES, path, name),
            STATUS_OBJECT_NAME_NOT_FOUND);
}

TEST_F(ZwRegistry, OpenDriverRegistryKey_IsTheServicesParameters) {
  Name service(u"sluice");
  DRIVER_EXTENSION extension{};
  extension.ServiceKeyName = *service.get();
  DRIVER_OBJECT driver{};
  driver.DriverExtension = &extension;
  HANDLE parameters = nullptr;
  ASSERT_EQ(IoOpenDriverRegistryKey(&driver, 0, KEY_READ, 0, &parameters), STATUS_SUCCESS);
  UCHAR buffer[256];
  ULONG needed = 0;
  ASSERT_EQ(ZwQueryKey(parameters, KeyNameInformation, buffer, sizeof buffer, &needed),
            STATUS_SUCCESS);
  const std::u16string name(reinterpret_cast<const char16_t*>(buffer + 4), needed / 2 - 2);
  EXPECT_EQ(name, u"\\REGISTRY\\MACHINE\\SYSTEM\\ControlSet001\\Services\\sluice\\Parameters");
  EXPECT_EQ(ZwClose(parameters), STATUS_SUCCESS);
  EXPECT_EQ(IoOpenDriverRegistryKey(&driver, 0, KEY_READ, 1, &parameters),
            STATUS_INVALID_PARAMETER);
}

TEST(ZwEvent, SetClearReset_AreSeenByAWait) {
  HANDLE event = nullptr;
  ASSERT_EQ(ZwCreateEvent(&event, EVENT_ALL_ACCESS, nullptr, NotificationEvent, FALSE),
            STATUS_SUCCESS);
  LARGE_INTEGER now{};
  EXPECT_EQ(ZwWaitForSingleObject(event, FALSE, &now), STATUS_TIMEOUT);
  LONG before = -1;
  EXPECT_EQ(ZwSetEvent(event, &before), STATUS_SUCCESS);
  EXPECT_EQ(before, 0);
  EXPECT_EQ(ZwWaitForSingleObject(event, FALSE, nullptr), STATUS_SUCCESS);
  EXPECT_EQ(ZwResetEvent(event, &before), STATUS_SUCCESS);
  EXPECT_EQ(before, 1);
  EXPECT_EQ(ZwWaitForSingleObject(event, FALSE, &now), STATUS_TIMEOUT);
  EXPECT_EQ(ZwSetEvent(event, nullptr), STATUS_SUCCESS);
  EXPECT_EQ(ZwClearEvent(event), STATUS_SUCCESS);
  EXPECT_EQ(ZwWaitForSingleObject(event, FALSE, &now), STATUS_TIMEOUT);
  EXPECT_EQ(ZwClose(event), STATUS_SUCCESS);
  EXPECT_EQ(ZwSetEvent(event, nullptr), STATUS_INVALID_HANDLE);
  // As a driver may call it: with a number that is no EVENT_TYPE.
  const uint64_t arguments[] = {ke::as_argument(&event), EVENT_ALL_ACCESS, 0, 7, FALSE};
  const uint64_t result =
      ke::call_driver(reinterpret_cast<const void*>(&ZwCreateEvent), arguments, 5);
  EXPECT_EQ(static_cast<NTSTATUS>(result), STATUS_INVALID_PARAMETER_4);
}

TEST(ZwEvent, NamedEvent_IsOpenedByNameUntilItsLastHandleIsClosed) {
  Name name(u"\\BaseNamedObjects\\SluiceReady");
  OBJECT_ATTRIBUTES where = attributes(name);
  HANDLE first = nullptr, second = nullptr;
  ASSERT_EQ(ZwCreateEvent(&first, EVENT_ALL_ACCESS, &where, SynchronizationEvent, FALSE),
            STATUS_SUCCESS);
  EXPECT_EQ(ZwCreateEvent(&second, EVENT_ALL_ACCESS, &where, SynchronizationEvent, FALSE),
            STATUS_OBJECT_NAME_COLLISION);
  ASSERT_EQ(ZwOpenEvent(&second, EVENT_ALL_ACCESS, &where), STATUS_SUCCESS);
  EXPECT_EQ(ZwSetEvent(second, nullptr), STATUS_SUCCESS);
  EXPECT_EQ(ZwWaitForSingleObject(first, FALSE, nullptr), STATUS_SUCCESS);
  EXPECT_EQ(ZwClose(first), STATUS_SUCCESS);
  EXPECT_EQ(ZwClose(second), STATUS_SUCCESS);
  EXPECT_EQ(ZwOpenEvent(&second, EVENT_ALL_ACCESS, &where), STATUS_OBJECT_NAME_NOT_FOUND);
}

TEST(ZwEvent, WaitOnAKey_IsATypeMismatch) {
  Name path(u"\\Registry\\Machine");
  OBJECT_ATTRIBUTES where = attributes(path);
  HANDLE key = nullptr;
  ASSERT_EQ(ZwOpenKey(&key, KEY_READ, &where), STATUS_SUCCESS);
  EXPECT_EQ(ZwWaitForSingleObject(key, FALSE, nullptr), STATUS_OBJECT_TYPE_MISMATCH);
  EXPECT_EQ(ZwClose(key), STATUS_SUCCESS);
}

TEST(ZwQuerySystem, UnknownClass_IsAnInvalidInfoClass) {
  ULONG needed = 0;
  UCHAR buffer[16];
  EXPECT_EQ(ZwQuerySystemInformation(SystemProcessInformation, buffer, sizeof buffer, &needed),
            STATUS_INVALID_INFO_CLASS);
}

}  // namespace
}  // namespace flthost::zw
