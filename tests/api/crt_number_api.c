/* Numbers, characters, sorting and multi-byte conversion of the kernel's C run-time, by tables. */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

#include "api.h"

#pragma clang attribute push(__attribute__((no_builtin)), apply_to = function)

#define EINVAL 22
#define ERANGE 34

typedef struct {
  LONGLONG value;
  int radix;
  const char *as_long, *as_ulong, *as_i64, *as_ui64;
} CONVERSION;
static const CONVERSION conversions[] = {
    {0, 10, "0", "0", "0", "0"},
    {-1, 10, "-1", "4294967295", "-1", "18446744073709551615"},
    {-1, 16, "ffffffff", "ffffffff", "ffffffffffffffff", "ffffffffffffffff"},
    {35, 36, "z", "z", "z", "z"},
    {5, 2, "101", "101", "101", "101"},
    {2147483647, 8, "17777777777", "17777777777", "17777777777", "17777777777"},
};

static BOOLEAN same_wide(const wchar_t* wide, const char* narrow) {
  while (*wide == (wchar_t)(UCHAR)*narrow && *narrow != 0) ++wide, ++narrow;
  return *wide == (wchar_t)(UCHAR)*narrow;
}

static void to_text(void) {
  for (ULONG i = 0; i < ARRAYSIZE(conversions); ++i) {
    const CONVERSION* c = &conversions[i];
    char text[70];
    wchar_t wide[70];
    API_EQUAL(_itoa_s((int)c->value, text, sizeof(text), c->radix), 0);
    API_CHECK(strcmp(text, c->as_long) == 0);
    API_EQUAL(_ltoa_s((long)c->value, text, sizeof(text), c->radix), 0);
    API_CHECK(strcmp(text, c->as_long) == 0);
    API_EQUAL(_ultoa_s((unsigned long)c->value, text, sizeof(text), c->radix), 0);
    API_CHECK(strcmp(text, c->as_ulong) == 0);
    API_EQUAL(_i64toa_s(c->value, text, sizeof(text), c->radix), 0);
    API_CHECK(strcmp(text, c->as_i64) == 0);
    API_EQUAL(_ui64toa_s((ULONGLONG)c->value, text, sizeof(text), c->radix), 0);
    API_CHECK(strcmp(text, c->as_ui64) == 0);
    API_EQUAL(_itow_s((int)c->value, wide, ARRAYSIZE(wide), c->radix), 0);
    API_CHECK(same_wide(wide, c->as_long));
    API_EQUAL(_ltow_s((long)c->value, wide, ARRAYSIZE(wide), c->radix), 0);
    API_CHECK(same_wide(wide, c->as_long));
    API_EQUAL(_ultow_s((unsigned long)c->value, wide, ARRAYSIZE(wide), c->radix), 0);
    API_CHECK(same_wide(wide, c->as_ulong));
    API_EQUAL(_i64tow_s(c->value, wide, ARRAYSIZE(wide), c->radix), 0);
    API_CHECK(same_wide(wide, c->as_i64));
    API_EQUAL(_ui64tow_s((ULONGLONG)c->value, wide, ARRAYSIZE(wide), c->radix), 0);
    API_CHECK(same_wide(wide, c->as_ui64));
  }
}

static void to_text_refuses(void) {
  char text[4] = "xyz";
  API_EQUAL(_itoa_s(1000, text, sizeof(text), 10), ERANGE);
  API_EQUAL(text[0], 0);
  API_EQUAL(_itoa_s(1, NULL, 4, 10), EINVAL);
  API_EQUAL(_itoa_s(1, text, 0, 10), EINVAL);
  API_EQUAL(_itoa_s(1, text, sizeof(text), 1), EINVAL);
  API_EQUAL(_itoa_s(1, text, sizeof(text), 37), EINVAL);
  API_EQUAL(_itoa_s(-99, text, sizeof(text), 10), 0);
  API_CHECK(strcmp(text, "-99") == 0);
}

typedef struct {
  const char* text;
  int value;
} PARSE;
static const PARSE parses[] = {
    {"", 0},    {"42", 42},  {"  -17x", -17},
    {"+5", 5},  {"0x10", 0}, {"\t\n7", 7},
    {"abc", 0}, {"- 5", 0},  {"2147483647", 2147483647},
};

static void from_text(void) {
  for (ULONG i = 0; i < ARRAYSIZE(parses); ++i) {
    wchar_t wide[16];
    const char* from = parses[i].text;
    wchar_t* to = wide;
    do *to++ = (UCHAR)*from;
    while (*from++ != 0);
    API_EQUAL(atoi(parses[i].text), parses[i].value);
    API_EQUAL(atol(parses[i].text), parses[i].value);
    API_EQUAL(_wtoi(wide), parses[i].value);
  }
}

typedef struct {
  const wchar_t* text;
  int radix;
  ULONG value;
  int end;
} WIDE_PARSE;
static const WIDE_PARSE wide_parses[] = {
    {L"0x1fz", 0, 0x1f, 4},
    {L"0x1f", 16, 0x1f, 4},
    {L"017", 0, 15, 3},
    {L"19", 0, 19, 2},
    {L"zz", 36, 1295, 2},
    {L"-1", 10, 0xffffffff, 2},
    {L"4294967295", 10, 0xffffffff, 10},
    {L"99999999999", 10, 0xffffffff, 11},
    {L"g", 16, 0, 0},
    {L"", 10, 0, 0},
};

static void wide_from_text(void) {
  for (ULONG i = 0; i < ARRAYSIZE(wide_parses); ++i) {
    const WIDE_PARSE* p = &wide_parses[i];
    wchar_t* end = NULL;
    API_EQUAL(wcstoul(p->text, &end, p->radix), p->value);
    API_EQUAL(end - p->text, p->end);
  }
}

/* d: digit, l: lower, u: upper, s: space, x: hex digit, p: printable */
typedef struct {
  int c;
  const char* classes;
  int lower, upper;
} CHARACTER;
static const CHARACTER characters[] = {
    {'0', "dxp", '0', '0'},  {'9', "dxp", '9', '9'}, {'a', "lxp", 'a', 'A'},
    {'f', "lxp", 'f', 'F'},  {'g', "lp", 'g', 'G'},  {'A', "uxp", 'a', 'A'},
    {'Z', "up", 'z', 'Z'},   {' ', "sp", ' ', ' '},  {'\t', "s", '\t', '\t'},
    {'\r', "s", '\r', '\r'}, {'~', "p", '~', '~'},   {127, "", 127, 127},
    {0, "", 0, 0},           {'@', "p", '@', '@'},
};

static BOOLEAN in_class(const CHARACTER* c, char which) {
  return strchr(c->classes, which) != NULL;
}

static void classes(void) {
  for (ULONG i = 0; i < ARRAYSIZE(characters); ++i) {
    const CHARACTER* c = &characters[i];
    API_EQUAL(isdigit(c->c) != 0, in_class(c, 'd'));
    API_EQUAL(islower(c->c) != 0, in_class(c, 'l'));
    API_EQUAL(isupper(c->c) != 0, in_class(c, 'u'));
    API_EQUAL(isspace(c->c) != 0, in_class(c, 's'));
    API_EQUAL(isxdigit(c->c) != 0, in_class(c, 'x'));
    API_EQUAL(isprint(c->c) != 0, in_class(c, 'p'));
    API_EQUAL(tolower(c->c), c->lower);
    API_EQUAL(toupper(c->c), c->upper);
    API_EQUAL(towlower((wint_t)c->c), c->lower);
    API_EQUAL(towupper((wint_t)c->c), c->upper);
  }
}

static int __cdecl by_value(const void* left, const void* right) {
  const int a = *(const int*)left, b = *(const int*)right;
  return a < b ? -1 : a > b;
}
static int __cdecl by_direction(void* context, const void* left, const void* right) {
  return *(int*)context * by_value(left, right);
}

static void sorts(void) {
  int values[101], up = 1, down = -1, wanted = 50;
  ULONG seed = 7;
  for (int i = 0; i < 101; ++i) values[i] = i;
  for (int i = 100; i > 0; --i) {
    const int j = (int)(RtlRandomEx(&seed) % (ULONG)(i + 1)), t = values[i];
    values[i] = values[j];
    values[j] = t;
  }
  qsort(values, 101, sizeof(int), by_value);
  for (int i = 0; i < 101; ++i) API_EQUAL(values[i], i);
  API_EQUAL(*(int*)bsearch(&wanted, values, 101, sizeof(int), by_value), 50);
  wanted = 101;
  API_CHECK(bsearch(&wanted, values, 101, sizeof(int), by_value) == NULL);
  API_CHECK(bsearch(&wanted, values, 0, sizeof(int), by_value) == NULL);
  qsort_s(values, 101, sizeof(int), by_direction, &down);
  for (int i = 0; i < 101; ++i) API_EQUAL(values[i], 100 - i);
  wanted = 3;
  API_CHECK(bsearch_s(&wanted, values, 101, sizeof(int), by_direction, &down) == &values[97]);
  qsort_s(values, 101, sizeof(int), by_direction, &up);
  API_EQUAL(values[0], 0);
  qsort(values, 0, sizeof(int), by_value);
}

static void multi_byte(void) {
  wchar_t wide[8];
  char narrow[8];
  API_EQUAL(mbstowcs(wide, "abc", 8), 3);
  API_CHECK(wcscmp(wide, L"abc") == 0);
  API_EQUAL(mbstowcs(wide, "abcdef", 3), 3);
  API_EQUAL(mbstowcs(NULL, "abcdef", 0), 6);
  API_EQUAL(wcstombs(narrow, L"xyz", 8), 3);
  API_CHECK(strcmp(narrow, "xyz") == 0);
  API_EQUAL(wcstombs(NULL, L"xyz", 0), 3);
}

#pragma clang attribute pop

const API_TEST ApiTests[] = {
    {"CrtIntegerToText_WritesEveryRadix", to_text},
    {"CrtIntegerToText_Refuses_BadSizesAndRadixes", to_text_refuses},
    {"CrtTextToInteger_StopsAtTheFirstOtherCharacter", from_text},
    {"Wcstoul_TakesPrefixesAndSaturates", wide_from_text},
    {"CrtCharacterClasses_AreAscii", classes},
    {"CrtSort_OrdersAndFinds_WithAndWithoutContext", sorts},
    {"CrtMultiByte_ConvertsBothWays", multi_byte},
    {NULL, NULL},
};
