#include "call.h"

#include <gtest/gtest.h>

#include <cstring>
#include <string>

using namespace rtl_test;

namespace {

template <typename... A>
std::string narrow(const char* format, A... arguments) {
  char buffer[256];
  call<int(char*, size_t, const char*, ...)>("_snprintf")(buffer, sizeof buffer, format,
                                                          arguments...);
  return buffer;
}

template <typename... A>
std::u16string wide(const char16_t* format, A... arguments) {
  char16_t buffer[256];
  call<int(char16_t*, size_t, const char16_t*, ...)>("_snwprintf")(buffer, 256, format,
                                                                   arguments...);
  return buffer;
}

std::string sunk;

}  // namespace

TEST(Format, Integers) {
  EXPECT_EQ(narrow("%d|%5d|%-5d|%05d|%+d|% d", -7, 42, 42, 42, 42, 42),
            "-7|   42|42   |00042|+42| 42");
  EXPECT_EQ(narrow("%u %x %X %#x %#o %.3d", 4000000000u, 255, 255, 255, 8, 7),
            "4000000000 ff FF 0xff 010 007");
  EXPECT_EQ(narrow("%I64x %I64d %lld %I32u %Iu", 0x123456789abcdefull, -5ll, -6ll, 7, size_t{8}),
            "123456789abcdef -5 -6 7 8");
  EXPECT_EQ(narrow("%hu %hhu %hd", 0x12345, 0x1ff, 0xffff), "9029 255 -1");
  EXPECT_EQ(narrow("%p", reinterpret_cast<void*>(0xabc)), "0000000000000ABC");
  EXPECT_EQ(narrow("%*d|%-*d|%.*d", 4, 1, 4, 2, 3, 3), "   1|2   |003");
  EXPECT_EQ(narrow("%ld %lu", -1, 0xffffffffu), "-1 4294967295");
}

TEST(Format, StringsOfBothWidths) {
  EXPECT_EQ(narrow("%s %S %ws %ls %hs", "a", u"b", u"c", u"d", "e"), "a b c d e");
  EXPECT_EQ(wide(u"%s %S %ws %ls %hs", u"a", "b", u"c", u"d", "e"), u"a b c d e");
  EXPECT_EQ(narrow("%c%C%wc%%", 'a', u'b', u'c'), "abc%");
  EXPECT_EQ(narrow("%.2s|%5s|%-5s|%s", "abc", "ab", "ab", static_cast<char*>(nullptr)),
            "ab|   ab|ab   |(null)");
  EXPECT_EQ(narrow("%ws", u"gr\u00fc\u00df"), "gr\u00fc\u00df");
}

TEST(Format, CountedStrings) {
  char16_t text[] = u"countedXX";
  UNICODE_STRING string{14, 18, text};
  char ansi_text[] = "ansiXX";
  STRING ansi{4, 6, ansi_text};
  EXPECT_EQ(narrow("%wZ|%Z|%.3wZ", &string, &ansi, &string), "counted|ansi|cou");
  EXPECT_EQ(wide(u"%wZ|%10wZ", &string, &string), u"counted|   counted");
  EXPECT_EQ(narrow("%wZ", static_cast<UNICODE_STRING*>(nullptr)), "(null)");
}

TEST(Format, LimitsOfSnprintfAndItsSecureForm) {
  char buffer[4];
  const auto counted = call<int(char*, size_t, const char*, ...)>("_snprintf");
  memset(buffer, 'x', 4);
  EXPECT_EQ(counted(buffer, 4, "abcd"), 4);
  EXPECT_EQ(std::string(buffer, 4), "abcd");
  EXPECT_EQ(counted(buffer, 4, "abcde"), -1);
  EXPECT_EQ(counted(buffer, 4, "ab"), 2);
  EXPECT_STREQ(buffer, "ab");
  const auto secure = call<int(char*, size_t, size_t, const char*, ...)>("_snprintf_s");
  EXPECT_EQ(secure(buffer, 4, SIZE_MAX, "abcdef"), -1);
  EXPECT_STREQ(buffer, "abc");
  EXPECT_EQ(secure(buffer, 4, 2, "abcdef"), -1);
  EXPECT_STREQ(buffer, "ab");
  EXPECT_EQ(secure(buffer, 4, 3, "%s", "xyz"), 3);
  EXPECT_EQ((call<int(char*, size_t, const char*, ...)>("sprintf_s")(buffer, 4, "long text")), -1);
  EXPECT_STREQ(buffer, "");
}

TEST(DbgPrint, GoesToTheSink) {
  flthost::rtl::install_debug_sink([](uint32_t component, uint32_t level, std::string_view text) {
    sunk = std::to_string(component) + "," + std::to_string(level) + ":" + std::string(text);
  });
  call<ULONG(const char*, ...)>("DbgPrint")("%s %d\n", "hello", 5);
  EXPECT_EQ(sunk, "101,3:hello 5\n");
  call<ULONG(ULONG, ULONG, const char*, ...)>("DbgPrintEx")(77, 2, "%ws", u"x");
  EXPECT_EQ(sunk, "77,2:x");
  flthost::rtl::install_debug_sink(nullptr);
}
