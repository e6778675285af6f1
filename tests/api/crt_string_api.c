/* Strings and memory of the kernel's C run-time, by tables. The calls are made, not folded. */
#include <string.h>
#include <wchar.h>

#include "api.h"

#pragma clang attribute push(__attribute__((no_builtin)), apply_to = function)

#define EINVAL 22
#define ERANGE 34

static int sign(int value) {
  return value < 0 ? -1 : value > 0;
}

typedef struct {
  const char *left, *right;
  SIZE_T count;
  int whole, counted, no_case, counted_no_case;
} COMPARISON;
static const COMPARISON comparisons[] = {
    {"", "", 3, 0, 0, 0, 0},         {"abc", "abc", 2, 0, 0, 0, 0},
    {"abc", "abd", 2, -1, 0, -1, 0}, {"abc", "ab", 3, 1, 1, 1, 1},
    {"ab", "abc", 2, -1, 0, -1, 0},  {"ABC", "abc", 3, -1, -1, 0, 0},
    {"abc", "ABD", 3, 1, 1, -1, -1}, {"a", "\xe4", 1, -1, -1, -1, -1},
    {"Z", "[", 1, -1, -1, 1, 1},     {"abc", "xyz", 0, -1, 0, -1, 0},
};

static void narrow_to_wide(const char* from, wchar_t* to) {
  do *to++ = (UCHAR)*from;
  while (*from++ != 0);
}

static void compares(void) {
  for (ULONG i = 0; i < ARRAYSIZE(comparisons); ++i) {
    const COMPARISON* c = &comparisons[i];
    wchar_t left[8], right[8];
    narrow_to_wide(c->left, left);
    narrow_to_wide(c->right, right);
    API_EQUAL(sign(strcmp(c->left, c->right)), c->whole);
    API_EQUAL(sign(strncmp(c->left, c->right, c->count)), c->counted);
    API_EQUAL(sign(_stricmp(c->left, c->right)), c->no_case);
    API_EQUAL(sign(_strnicmp(c->left, c->right, c->count)), c->counted_no_case);
    API_EQUAL(sign(wcscmp(left, right)), c->whole);
    API_EQUAL(sign(wcsncmp(left, right, c->count)), c->counted);
    API_EQUAL(sign(_wcsicmp(left, right)), c->no_case);
    API_EQUAL(sign(_wcsnicmp(left, right, c->count)), c->counted_no_case);
  }
}

typedef struct {
  const char *text, *part;
  int first, last, in_text, span, cspan; /* indices; -1: not found */
} SEARCH;
static const SEARCH searches[] = {
    {"", "x", -1, -1, -1, 0, 0},  {"abcabc", "b", 1, 4, 1, 0, 1},   {"abcabc", "ca", 2, 5, 2, 1, 0},
    {"aab", "ab", 0, 1, 1, 3, 0}, {"xyz", "abc", -1, -1, -1, 0, 3}, {"abab", "ba", 1, 3, 1, 4, 0},
};

#define INDEX(pointer, base) ((pointer) == NULL ? -1 : (int)((pointer) - (base)))

static void finds(void) {
  for (ULONG i = 0; i < ARRAYSIZE(searches); ++i) {
    const SEARCH* s = &searches[i];
    wchar_t text[16], part[8];
    narrow_to_wide(s->text, text);
    narrow_to_wide(s->part, part);
    API_EQUAL(INDEX(strchr(s->text, s->part[0]), s->text), s->first);
    API_EQUAL(INDEX(strrchr(s->text, s->part[0]), s->text), s->last);
    API_EQUAL(INDEX(strstr(s->text, s->part), s->text), s->in_text);
    API_EQUAL(strspn(s->text, s->part), s->span);
    API_EQUAL(INDEX(wcschr(text, part[0]), text), s->first);
    API_EQUAL(INDEX(wcsrchr(text, part[0]), text), s->last);
    API_EQUAL(INDEX(wcsstr(text, part), text), s->in_text);
    API_EQUAL(wcsspn(text, part), s->span);
    API_EQUAL(wcscspn(text, part), s->cspan);
  }
  API_CHECK(strstr("abc", "") != NULL);
  API_EQUAL(INDEX(strchr("abc", 0), "abc"), 3);
}

static void lengths(void) {
  static const char* const texts[] = {"", "a", "abc", "0123456789abcdef0123456789abcdef!"};
  static const int sizes[] = {0, 1, 3, 33};
  for (ULONG i = 0; i < ARRAYSIZE(texts); ++i) {
    wchar_t wide[40];
    narrow_to_wide(texts[i], wide);
    API_EQUAL(strlen(texts[i]), sizes[i]);
    API_EQUAL(wcslen(wide), sizes[i]);
    API_EQUAL(strnlen(texts[i], 2), min(sizes[i], 2));
    API_EQUAL(wcsnlen(wide, 2), min(sizes[i], 2));
  }
}

static void copies(void) {
  char to[16];
  wchar_t wide[16];
  API_CHECK(strcpy(to, "abc") == to && strcmp(to, "abc") == 0);
  API_CHECK(strcat(to, "de") == to && strcmp(to, "abcde") == 0);
  API_CHECK(strncat(to, "fghi", 2) == to && strcmp(to, "abcdefg") == 0);
  memset(to, 'x', sizeof(to));
  API_CHECK(strncpy(to, "ab", 4) == to && memcmp(to, "ab\0\0x", 5) == 0);
  memset(to, 'x', sizeof(to));
  strncpy(to, "abcdef", 3);
  API_CHECK(memcmp(to, "abcx", 4) == 0);
  API_CHECK(wcscpy(wide, L"abc") == wide && wcscmp(wide, L"abc") == 0);
  API_CHECK(wcscat(wide, L"de") == wide && wcscmp(wide, L"abcde") == 0);
  API_CHECK(wcsncat(wide, L"fghi", 2) == wide && wcscmp(wide, L"abcdefg") == 0);
  API_CHECK(wcsncpy(wide, L"ab", 4) == wide && memcmp(wide, L"ab\0\0e", 10) == 0);
}

static void secure_copies(void) {
  char to[4];
  wchar_t wide[4];
  API_EQUAL(strcpy_s(to, sizeof(to), "abc"), 0);
  API_CHECK(strcmp(to, "abc") == 0);
  API_EQUAL(strcpy_s(to, sizeof(to), "abcd"), ERANGE);
  API_EQUAL(to[0], 0);
  API_EQUAL(strcpy_s(NULL, 4, "a"), EINVAL);
  API_EQUAL(strcpy_s(to, 0, "a"), EINVAL);
  to[0] = 'x';
  API_EQUAL(strcpy_s(to, sizeof(to), NULL), EINVAL);
  API_EQUAL(to[0], 0);
  API_EQUAL(strcpy_s(to, sizeof(to), "a"), 0);
  API_EQUAL(strcat_s(to, sizeof(to), "bc"), 0);
  API_CHECK(strcmp(to, "abc") == 0);
  API_EQUAL(strcat_s(to, sizeof(to), "d"), ERANGE);
  API_EQUAL(to[0], 0);
  API_EQUAL(strncpy_s(to, sizeof(to), "abcdef", 2), 0);
  API_CHECK(strcmp(to, "ab") == 0);
  API_EQUAL(strncpy_s(to, sizeof(to), "abcdef", 4), ERANGE);
  API_EQUAL(strcpy_s(to, sizeof(to), "a"), 0);
  API_EQUAL(strncat_s(to, sizeof(to), "bcdef", 2), 0);
  API_CHECK(strcmp(to, "abc") == 0);
  API_EQUAL(strncat_s(to, sizeof(to), "d", 1), ERANGE);
  API_EQUAL(wcscpy_s(wide, ARRAYSIZE(wide), L"abc"), 0);
  API_CHECK(wcscmp(wide, L"abc") == 0);
  API_EQUAL(wcscpy_s(wide, ARRAYSIZE(wide), L"abcd"), ERANGE);
  API_EQUAL(wcscpy_s(NULL, 4, L"a"), EINVAL);
  API_EQUAL(wcscpy_s(wide, ARRAYSIZE(wide), L"a"), 0);
  API_EQUAL(wcscat_s(wide, ARRAYSIZE(wide), L"bc"), 0);
  API_CHECK(wcscmp(wide, L"abc") == 0);
  API_EQUAL(wcscat_s(wide, ARRAYSIZE(wide), L"d"), ERANGE);
  API_EQUAL(wcsncpy_s(wide, ARRAYSIZE(wide), L"abcdef", 3), 0);
  API_CHECK(wcscmp(wide, L"abc") == 0);
  API_EQUAL(wcsncpy_s(wide, ARRAYSIZE(wide), L"abcdef", 4), ERANGE);
  API_EQUAL(wcscpy_s(wide, ARRAYSIZE(wide), L"a"), 0);
  API_EQUAL(wcsncat_s(wide, ARRAYSIZE(wide), L"bcdef", 2), 0);
  API_CHECK(wcscmp(wide, L"abc") == 0);
}

static void memory(void) {
  char bytes[16] = "0123456789abcde", to[16];
  API_CHECK(memcpy(to, bytes, 16) == to && memcmp(to, bytes, 16) == 0);
  API_CHECK(memmove(to + 2, to, 8) == to + 2 && memcmp(to, "010123456789", 10) == 0);
  API_CHECK(memset(to, 'z', 3) == to && memcmp(to, "zzz1", 4) == 0);
  API_EQUAL(sign(memcmp("abc", "abd", 3)), -1);
  API_EQUAL(memcmp("abc", "abd", 2), 0);
  API_EQUAL(sign(memcmp("\xff", "\x01", 1)), 1);
  API_EQUAL(INDEX((char*)memchr(bytes, '7', 16), bytes), 7);
  API_CHECK(memchr(bytes, '7', 7) == NULL);
  API_EQUAL(memcpy_s(to, 4, bytes, 4), 0);
  API_CHECK(memcmp(to, "0123", 4) == 0);
  API_EQUAL(memcpy_s(to, 4, bytes, 5), ERANGE);
  API_CHECK(memcmp(to, "\0\0\0\0", 4) == 0);
  API_EQUAL(memcpy_s(NULL, 4, bytes, 1), EINVAL);
  API_EQUAL(memcpy_s(to, 4, bytes, 0), 0);
  API_EQUAL(memmove_s(bytes + 1, 8, bytes, 8), 0);
  API_CHECK(memcmp(bytes, "001234567", 9) == 0);
  API_EQUAL(memmove_s(to, 4, bytes, 5), ERANGE);
  API_EQUAL(memmove_s(to, 4, NULL, 1), EINVAL);
}

static void cases(void) {
  char text[] = "aZ[`\1739";
  wchar_t wide[] = L"aZ[`\1739";
  API_CHECK(_strupr(text) == text && strcmp(text, "AZ[`\1739") == 0);
  API_CHECK(_strlwr(text) == text && strcmp(text, "az[`\1739") == 0);
  API_CHECK(_wcsupr(wide) == wide && wcscmp(wide, L"AZ[`\1739") == 0);
  API_CHECK(_wcslwr(wide) == wide && wcscmp(wide, L"az[`\1739") == 0);
  wide[0] = L'Q';
  API_EQUAL(_wcslwr_s(wide, ARRAYSIZE(wide)), 0);
  API_EQUAL(wide[0], L'q');
  API_EQUAL(_wcslwr_s(NULL, 4), EINVAL);
  API_EQUAL(_wcslwr_s(wide, 3), EINVAL); /* no terminator in there */
}

static void tokens(void) {
  char text[] = ",;one,two;;three,", *context = NULL;
  API_CHECK(strcmp(strtok_s(text, ",;", &context), "one") == 0);
  API_CHECK(strcmp(strtok_s(NULL, ",;", &context), "two") == 0);
  API_CHECK(strcmp(strtok_s(NULL, ",;", &context), "three") == 0);
  API_CHECK(strtok_s(NULL, ",;", &context) == NULL);
  API_CHECK(strtok_s(NULL, ",;", &context) == NULL);
}

#pragma clang attribute pop

const API_TEST ApiTests[] = {
    {"CrtCompare_OrdersAsUnsignedBytes_AndFoldsAscii", compares},
    {"CrtSearch_FindsFirstLastAndSpans", finds},
    {"CrtLength_StopsAtTheBound", lengths},
    {"CrtCopy_PadsAndTruncatesAsC", copies},
    {"CrtSecureCopy_ClearsTheTarget_WhenItDoesNotFit", secure_copies},
    {"CrtMemory_MovesAndCompares_SecureOnesRefuse", memory},
    {"CrtCase_ChangesAsciiOnly", cases},
    {"StrtokS_SkipsRunsOfDelimiters", tokens},
    {NULL, NULL},
};
