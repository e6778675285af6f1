#include "call.h"

#include <flthost/ex/ex.h>

#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>
#include <string>

using namespace rtl_test;

namespace {

struct Wide {
  std::u16string text;
  UNICODE_STRING string;
  explicit Wide(std::u16string_view from, size_t room = 0) : text(from) {
    text.resize(std::max(room, text.size()));
    string = {static_cast<USHORT>(from.size() * 2), static_cast<USHORT>(text.size() * 2),
              text.data()};
  }
  std::u16string value() const { return {string.Buffer, string.Length / 2u}; }
};

}  // namespace

TEST(UnicodeString, InitCopyAndAppendKeepBounds) {
  UNICODE_STRING string;
  RtlInitUnicodeString(&string, u"abc");
  EXPECT_EQ(string.Length, 6);
  EXPECT_EQ(string.MaximumLength, 8);
  Wide small(u"", 2);
  RtlCopyUnicodeString(&small.string, &string);
  EXPECT_EQ(small.value(), u"ab");
  Wide room(u"x", 4);
  EXPECT_EQ(RtlAppendUnicodeStringToString(&room.string, &string), STATUS_SUCCESS);
  EXPECT_EQ(room.value(), u"xabc");
  EXPECT_EQ(RtlAppendUnicodeToString(&room.string, u"y"), STATUS_BUFFER_TOO_SMALL);
  EXPECT_EQ(room.value(), u"xabc");
}

TEST(UnicodeString, ComparesWithAndWithoutCase) {
  Wide a(u"\u00c4pfel"), b(u"\u00e4PFEL"), prefix(u"\u00e4p"), suffix(u"EL");
  EXPECT_FALSE(RtlEqualUnicodeString(&a.string, &b.string, FALSE));
  EXPECT_TRUE(RtlEqualUnicodeString(&a.string, &b.string, TRUE));
  EXPECT_TRUE(RtlPrefixUnicodeString(&prefix.string, &a.string, TRUE));
  EXPECT_FALSE(RtlPrefixUnicodeString(&prefix.string, &a.string, FALSE));
  EXPECT_TRUE(RtlSuffixUnicodeString(&suffix.string, &a.string, TRUE));
  EXPECT_LT(RtlCompareUnicodeString(&prefix.string, &b.string, TRUE), 0);
  EXPECT_EQ(RtlUpcaseUnicodeChar(u'\u0131'), u'\u0131');  // no ASCII letter from another one
  EXPECT_EQ(RtlUpcaseUnicodeChar(u'\u044f'), u'\u042f');
}

TEST(UnicodeString, HashIsX65599) {
  Wide text(u"ab");
  ULONG hash = 0;
  EXPECT_EQ(RtlHashUnicodeString(&text.string, TRUE, HASH_STRING_ALGORITHM_X65599, &hash),
            STATUS_SUCCESS);
  EXPECT_EQ(hash, static_cast<ULONG>('A' * 65599u + 'B'));
  EXPECT_EQ(RtlHashUnicodeString(&text.string, TRUE, 9, &hash), STATUS_INVALID_PARAMETER);
}

TEST(UnicodeString, AllocatedStringsAreFreed) {
  Wide text(u"\u20acx\u4e2d");
  ANSI_STRING ansi;
  ASSERT_EQ(RtlUnicodeStringToAnsiString(&ansi, &text.string, TRUE), STATUS_SUCCESS);
  EXPECT_EQ(std::string(ansi.Buffer, ansi.Length), "\x80x?");
  UNICODE_STRING back;
  ASSERT_EQ(RtlAnsiStringToUnicodeString(&back, &ansi, TRUE), STATUS_SUCCESS);
  EXPECT_EQ(std::u16string(back.Buffer, back.Length / 2u), u"\u20acx?");
  RtlFreeUnicodeString(&back);
  EXPECT_EQ(back.Buffer, nullptr);
  RtlFreeAnsiString(&ansi);
}

TEST(Utf8, ConvertsBothWaysAndSaysWhatIsBad) {
  char16_t units[16];
  ULONG bytes = 0;
  const char text[] = "a\xc3\xa4\xf0\x9f\x98\x80";
  EXPECT_EQ(RtlUTF8ToUnicodeN(units, sizeof units, &bytes, text, sizeof text - 1), STATUS_SUCCESS);
  EXPECT_EQ(std::u16string(units, bytes / 2), u"a\u00e4\U0001f600");
  char back[16];
  EXPECT_EQ(RtlUnicodeToUTF8N(back, sizeof back, &bytes, units, bytes), STATUS_SUCCESS);
  EXPECT_EQ(std::string(back, bytes), text);
  EXPECT_EQ(RtlUTF8ToUnicodeN(units, sizeof units, &bytes, "\xc0\x80", 2), STATUS_SOME_NOT_MAPPED);
  EXPECT_EQ(RtlUTF8ToUnicodeN(units, 2, &bytes, "abc", 3), STATUS_BUFFER_TOO_SMALL);
  EXPECT_EQ(bytes, 2u);
}

TEST(Numbers, ToAndFromStrings) {
  Wide out(u"", 20);
  EXPECT_EQ(RtlIntegerToUnicodeString(255, 16, &out.string), STATUS_SUCCESS);
  EXPECT_EQ(out.value(), u"FF");
  EXPECT_EQ(RtlIntegerToUnicodeString(1, 7, &out.string), STATUS_INVALID_PARAMETER);
  Wide number(u" -0x1F");
  ULONG value = 0;
  EXPECT_EQ(RtlUnicodeStringToInteger(&number.string, 0, &value), STATUS_SUCCESS);
  EXPECT_EQ(value, static_cast<ULONG>(-31));
}

TEST(Guid, ParsesAndPrints) {
  Wide text(u"{01234567-89AB-CDEF-0123-456789ABCDEF}");
  GUID guid;
  ASSERT_EQ(RtlGUIDFromString(&text.string, &guid), STATUS_SUCCESS);
  EXPECT_EQ(guid.Data1, 0x01234567u);
  EXPECT_EQ(guid.Data4[7], 0xef);
  UNICODE_STRING printed;
  ASSERT_EQ(RtlStringFromGUID(guid, &printed), STATUS_SUCCESS);
  EXPECT_EQ(std::u16string(printed.Buffer, printed.Length / 2u), text.value());
  RtlFreeUnicodeString(&printed);
  text.text[3] = u'g';
  EXPECT_EQ(RtlGUIDFromString(&text.string, &guid), STATUS_INVALID_PARAMETER);
}

TEST(Crt, StringsBehaveAsDocumented) {
  EXPECT_EQ(call<size_t(const char16_t*)>("wcslen")(u"abc"), 3u);
  EXPECT_EQ((call<int(const char16_t*, const char16_t*)>("_wcsicmp")(u"\u00c4b", u"\u00e4B")), 0);
  EXPECT_LT((call<int(const char*, const char*, size_t)>("strncmp")("abc", "abd", 3)), 0);
  EXPECT_STREQ((call<const char*(const char*, const char*)>("strstr")("hello", "ll")), "llo");
  const char16_t* path = u"a\\b\\c";
  EXPECT_EQ((call<const char16_t*(const char16_t*, int)>("wcsrchr")(path, u'\\')), path + 3);
  char buffer[4] = "";
  EXPECT_EQ((call<int(char*, size_t, const char*)>("strcpy_s")(buffer, 4, "abcd")), 34);
  EXPECT_STREQ(buffer, "");
  EXPECT_EQ((call<int(char*, size_t, const char*)>("strcpy_s")(buffer, 4, "abc")), 0);
  EXPECT_EQ((call<int(char*, size_t, const char*)>("strcat_s")(buffer, 4, "d")), 34);
  EXPECT_EQ(
      (call<int(char*, size_t, const char*, size_t)>("strncpy_s")(buffer, 4, "abcdef", SIZE_MAX)),
      80);
  EXPECT_STREQ(buffer, "abc");
  char text[] = ",a,,b";
  char* context = nullptr;
  const auto token = call<char*(char*, const char*, char**)>("strtok_s");
  EXPECT_STREQ(token(text, ",", &context), "a");
  EXPECT_STREQ(token(nullptr, ",", &context), "b");
  EXPECT_EQ(token(nullptr, ",", &context), nullptr);
}

TEST(Crt, NumbersAndSorting) {
  char text[12];
  EXPECT_EQ((call<int(int, char*, size_t, int)>("_itoa_s")(-42, text, 12, 10)), 0);
  EXPECT_STREQ(text, "-42");
  EXPECT_EQ((call<int(int, char*, size_t, int)>("_itoa_s")(-1, text, 12, 16)), 0);
  EXPECT_STREQ(text, "ffffffff");
  EXPECT_EQ(call<int(const char*)>("atoi")(" -12x"), -12);
  int values[] = {5, 3, 9, 1, 7};
  using Compare = int(NTAPI*)(const void*, const void*);
  const Compare compare = [](const void* a, const void* b) NTAPI {
    return *static_cast<const int*>(a) - *static_cast<const int*>(b);
  };
  call<void(void*, size_t, size_t, Compare)>("qsort")(values, 5, sizeof(int), compare);
  EXPECT_TRUE(std::is_sorted(std::begin(values), std::end(values)));
  const int key = 7;
  EXPECT_EQ((call<const void*(const void*, const void*, size_t, size_t, Compare)>("bsearch")(
                &key, values, 5, sizeof(int), compare)),
            &values[3]);
}

TEST(Time, FieldsRoundTripOverCenturies) {
  for (int64_t day = 0; day < 160000; day += 13) {
    LARGE_INTEGER time, back;
    time.QuadPart = day * 864000000000 + 456780000;
    TIME_FIELDS fields;
    RtlTimeToTimeFields(&time, &fields);
    ASSERT_TRUE(RtlTimeFieldsToTime(&fields, &back));
    ASSERT_EQ(back.QuadPart, time.QuadPart) << day;
  }
  LARGE_INTEGER epoch;
  RtlSecondsSince1970ToTime(951782400, &epoch);  // 2000-02-29
  TIME_FIELDS fields;
  RtlTimeToTimeFields(&epoch, &fields);
  EXPECT_EQ(fields.Year, 2000);
  EXPECT_EQ(fields.Month, 2);
  EXPECT_EQ(fields.Day, 29);
  EXPECT_EQ(fields.Weekday, 2);
}
