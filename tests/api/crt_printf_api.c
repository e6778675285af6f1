/* The printf family and ntstrsafe.h's functions above it. */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <wchar.h>

#include <ntstrsafe.h>

#include "api.h"

#pragma clang attribute push(__attribute__((no_builtin)), apply_to = function)

#define CHECK_FORMAT(wanted, ...)                                          \
  do {                                                                     \
    char out_[200];                                                        \
    API_EQUAL(_snprintf(out_, sizeof(out_), __VA_ARGS__), strlen(wanted)); \
    API_CHECK(strcmp(out_, wanted) == 0);                                  \
  } while (0)

static void integers(void) {
  CHECK_FORMAT("-7 4294967289 fffffff9 FFFFFFF9 37777777771", "%d %u %x %X %o", -7, -7, -7, -7, -7);
  CHECK_FORMAT("   42|42   |00042|+42| 42", "%5d|%-5d|%05d|%+d|% d", 42, 42, 42, 42, 42);
  CHECK_FORMAT("0x2a|0X2A|052|00042", "%#x|%#X|%#o|%.5d", 42, 42, 42, 42);
  CHECK_FORMAT("-9223372036854775808", "%I64d", (LONGLONG)1 << 63);
  CHECK_FORMAT("18446744073709551615", "%I64u", ~(ULONGLONG)0);
  CHECK_FORMAT("ffffffffffffffff", "%llx", ~(ULONGLONG)0);
  CHECK_FORMAT("ffffffff", "%I32x", ~0u);
  CHECK_FORMAT("ffffffffffffffff", "%Ix", ~(ULONG_PTR)0);
  CHECK_FORMAT("7", "%hd", 65543);
  CHECK_FORMAT("  9|9  ", "%*d|%-*d", 3, 9, 3, 9);
}

static void strings(void) {
  const UNICODE_STRING counted = RTL_CONSTANT_STRING(L"counted");
  const ANSI_STRING ansi = RTL_CONSTANT_STRING("ansi");
  CHECK_FORMAT("abc|  abc|abc  |ab", "%s|%5s|%-5s|%.2s", "abc", "abc", "abc", "abc");
  CHECK_FORMAT("x|y|%", "%c|%C|%%", 'x', L'y');
  CHECK_FORMAT("wide|wide", "%S|%ws", L"wide", L"wide");
  CHECK_FORMAT("counted|ansi", "%wZ|%Z", &counted, &ansi);
  CHECK_FORMAT("(null)", "%s", (char*)NULL);
  CHECK_FORMAT("000000000000002A", "%p", (void*)42);
}

static void wide_formats(void) {
  wchar_t out[64];
  API_EQUAL(_snwprintf(out, ARRAYSIZE(out), L"%s %S %d %c", L"wide", "narrow", 5, L'z'), 15);
  API_CHECK(wcscmp(out, L"wide narrow 5 z") == 0);
  API_EQUAL(swprintf(out, L"%x", 255), 2);
  API_CHECK(wcscmp(out, L"ff") == 0);
  API_EQUAL(_swprintf(out, L"%hs", "narrow"), 6);
  API_CHECK(wcscmp(out, L"narrow") == 0);
}

/* _snprintf: no terminator when it fits exactly, -1 when it does not. */
static void bounds(void) {
  char out[8];
  wchar_t wide[8];
  memset(out, 'q', sizeof(out));
  API_EQUAL(_snprintf(out, 3, "abc"), 3);
  API_CHECK(memcmp(out, "abcq", 4) == 0);
  API_EQUAL(_snprintf(out, 3, "abcd"), -1);
  API_CHECK(memcmp(out, "abcq", 4) == 0);
  API_EQUAL(_snprintf(NULL, 0, "abcd"), 4);
  API_EQUAL(_snwprintf(wide, 3, L"abcd"), -1);
  API_EQUAL(_snprintf_s(out, sizeof(out), 3, "abcdef"), -1);
  API_CHECK(strcmp(out, "abc") == 0);
  API_EQUAL(_snprintf_s(out, sizeof(out), _TRUNCATE, "abcdefghij"), -1);
  API_CHECK(strcmp(out, "abcdefg") == 0);
  API_EQUAL(_snprintf_s(out, sizeof(out), 7, "abc"), 3);
  API_EQUAL(_snwprintf_s(wide, ARRAYSIZE(wide), 3, L"abcdef"), -1);
  API_CHECK(wcscmp(wide, L"abc") == 0);
  API_EQUAL(sprintf(out, "%d", 12), 2);
  API_EQUAL(sprintf_s(out, sizeof(out), "%d", 345), 3);
  API_CHECK(strcmp(out, "345") == 0);
  API_EQUAL(sprintf_s(out, 3, "%d", 345), -1);
  API_EQUAL(out[0], 0);
  API_EQUAL(swprintf_s(wide, ARRAYSIZE(wide), L"%d", 345), 3);
  API_EQUAL(swprintf_s(wide, 3, L"%d", 345), -1);
}

static void variadic(const char* format, const wchar_t* wide_format, ...) {
  char out[32];
  wchar_t wide[32];
  va_list list;
  va_start(list, wide_format);
  API_EQUAL(_vsnprintf(out, sizeof(out), format, list), 6);
  va_end(list);
  API_CHECK(strcmp(out, "3 four") == 0);
  va_start(list, wide_format);
  API_EQUAL(vsprintf(out, format, list), 6);
  va_end(list);
  va_start(list, wide_format);
  API_EQUAL(vsprintf_s(out, sizeof(out), format, list), 6);
  va_end(list);
  va_start(list, wide_format);
  API_EQUAL(_vsnprintf_s(out, sizeof(out), 2, format, list), -1);
  va_end(list);
  API_CHECK(strcmp(out, "3 ") == 0);
  va_start(list, wide_format);
  API_EQUAL(_vsnwprintf(wide, ARRAYSIZE(wide), wide_format, list), 6);
  va_end(list);
  API_CHECK(wcscmp(wide, L"3 four") == 0);
  va_start(list, wide_format);
  API_EQUAL(_vsnwprintf_s(wide, ARRAYSIZE(wide), 2, wide_format, list), -1);
  va_end(list);
  va_start(list, wide_format);
  API_EQUAL(_vswprintf(wide, wide_format, list), 6);
  va_end(list);
  va_start(list, wide_format);
  API_EQUAL(vswprintf_s(wide, ARRAYSIZE(wide), wide_format, list), 6);
  va_end(list);
  API_CHECK(wcscmp(wide, L"3 four") == 0);
}

static void lists(void) {
  variadic("%d %s", L"%d %hs", 3, "four");
}

static void safe_strings(void) {
  char out[8];
  WCHAR wide[8];
  size_t left = 0;
  API_STATUS(RtlStringCbPrintfA(out, sizeof(out), "%d-%s", 1, "two"), STATUS_SUCCESS);
  API_CHECK(strcmp(out, "1-two") == 0);
  API_STATUS(RtlStringCbPrintfA(out, sizeof(out), "%s", "much too long"), STATUS_BUFFER_OVERFLOW);
  API_CHECK(strcmp(out, "much to") == 0);
  API_STATUS(RtlStringCchCopyW(wide, ARRAYSIZE(wide), L"abc"), STATUS_SUCCESS);
  API_STATUS(RtlStringCchCatW(wide, ARRAYSIZE(wide), L"defghij"), STATUS_BUFFER_OVERFLOW);
  API_CHECK(wcscmp(wide, L"abcdefg") == 0);
  API_STATUS(RtlStringCchLengthW(wide, ARRAYSIZE(wide), &left), STATUS_SUCCESS);
  API_EQUAL(left, 7);
  API_STATUS(RtlStringCchCopyW(wide, 0, L"abc"), STATUS_INVALID_PARAMETER);
  API_STATUS(RtlStringCbCopyNW(wide, sizeof(wide), L"abcdef", 2 * sizeof(WCHAR)), STATUS_SUCCESS);
  API_CHECK(wcscmp(wide, L"ab") == 0);
}

#pragma clang attribute pop

const API_TEST ApiTests[] = {
    {"Printf_WritesIntegersInEveryForm", integers},
    {"Printf_WritesStringsNarrowWideAndCounted", strings},
    {"WidePrintf_TakesWideByDefault", wide_formats},
    {"Printf_AtTheBound_TellsWhatDidNotFit", bounds},
    {"PrintfWithLists_AreTheSame", lists},
    {"StrSafe_TerminatesAndTellsOverflow", safe_strings},
    {NULL, NULL},
};
