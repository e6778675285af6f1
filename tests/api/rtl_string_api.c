/* Counted strings of the run-time library, by tables. */
#include "api.h"

#define US(text) RTL_CONSTANT_STRING(text)
#define MAKE(name, units)     \
  WCHAR name##_buffer[units]; \
  UNICODE_STRING name = {0, sizeof(name##_buffer), name##_buffer}

static int sign(LONG value) {
  return value < 0 ? -1 : value > 0;
}
static BOOLEAN is(const UNICODE_STRING* string, PCWSTR text) {
  UNICODE_STRING wanted;
  RtlInitUnicodeString(&wanted, text);
  return RtlEqualUnicodeString(string, &wanted, FALSE);
}

static void init(void) {
  static WCHAR huge[40000];
  static CHAR huge_narrow[70000];
  UNICODE_STRING string;
  ANSI_STRING ansi;
  for (ULONG i = 0; i < ARRAYSIZE(huge) - 1; ++i) huge[i] = L'x';
  for (ULONG i = 0; i < ARRAYSIZE(huge_narrow) - 1; ++i) huge_narrow[i] = 'x';
  RtlInitUnicodeString(&string, L"abc");
  API_EQUAL(string.Length, 6);
  API_EQUAL(string.MaximumLength, 8);
  RtlInitUnicodeString(&string, NULL);
  API_CHECK(string.Length == 0 && string.MaximumLength == 0 && string.Buffer == NULL);
  API_STATUS(RtlInitUnicodeStringEx(&string, L"abc"), STATUS_SUCCESS);
  API_EQUAL(string.Length, 6);
  API_STATUS(RtlInitUnicodeStringEx(&string, huge), STATUS_NAME_TOO_LONG);
  RtlInitAnsiString(&ansi, "abcd");
  API_CHECK(ansi.Length == 4 && ansi.MaximumLength == 5);
  RtlInitString(&ansi, "ab");
  API_EQUAL(ansi.Length, 2);
  API_STATUS(RtlInitAnsiStringEx(&ansi, huge_narrow), STATUS_NAME_TOO_LONG);
  API_STATUS(RtlInitStringEx(&ansi, "abc"), STATUS_SUCCESS);
}

typedef struct {
  UNICODE_STRING left, right;
  int exact, folded;
} PAIR;
static const PAIR pairs[] = {
    {US(L""), US(L""), 0, 0},           {US(L"abc"), US(L"abc"), 0, 0},
    {US(L"abc"), US(L"ABC"), 1, 0},     {US(L"abc"), US(L"abcd"), -1, -1},
    {US(L"b"), US(L"abc"), 1, 1},       {US(L"\xe4"), US(L"\xc4"), 1, 0},
    {US(L"\x3b1"), US(L"\x391"), 1, 0}, {US(L"[a"), US(L"\173A"), -1, -1},
    {US(L"\x00df"), US(L"ss"), 1, 1},   {US(L"\xd83d\xde00"), US(L"\xd83d\xde01"), -1, -1},
};

static void compare(void) {
  for (ULONG i = 0; i < ARRAYSIZE(pairs); ++i) {
    const PAIR* p = &pairs[i];
    API_EQUAL(sign(RtlCompareUnicodeString(&p->left, &p->right, FALSE)), p->exact);
    API_EQUAL(sign(RtlCompareUnicodeString(&p->left, &p->right, TRUE)), p->folded);
    API_EQUAL(sign(RtlCompareUnicodeStrings(p->left.Buffer, p->left.Length / 2, p->right.Buffer,
                                            p->right.Length / 2, TRUE)),
              p->folded);
    API_EQUAL(RtlEqualUnicodeString(&p->left, &p->right, FALSE), p->exact == 0);
    API_EQUAL(RtlEqualUnicodeString(&p->left, &p->right, TRUE), p->folded == 0);
  }
}

static void prefixes(void) {
  const UNICODE_STRING whole = US(L"\\Device\\Volume"), start = US(L"\\DEVICE"),
                       end = US(L"VOLUME");
  const UNICODE_STRING longer = US(L"\\Device\\Volume\\x");
  const ANSI_STRING narrow = US("abcdef"), part = US("ABC"), other = US("abd");
  API_CHECK(RtlPrefixUnicodeString(&start, &whole, TRUE));
  API_CHECK(!RtlPrefixUnicodeString(&start, &whole, FALSE));
  API_CHECK(!RtlPrefixUnicodeString(&longer, &whole, TRUE));
  API_CHECK(RtlSuffixUnicodeString(&end, &whole, TRUE));
  API_CHECK(!RtlSuffixUnicodeString(&end, &whole, FALSE));
  API_CHECK(RtlPrefixString(&part, &narrow, TRUE) && !RtlPrefixString(&part, &narrow, FALSE));
  API_CHECK(sign(RtlCompareString(&narrow, &other, FALSE)) < 0);
  API_CHECK(RtlEqualString(&narrow, &narrow, FALSE) && !RtlEqualString(&narrow, &part, TRUE));
}

static void copy_and_append(void) {
  const UNICODE_STRING from = US(L"abcd");
  const ANSI_STRING narrow = US("xyz");
  MAKE(to, 6);
  CHAR bytes[4];
  ANSI_STRING ansi = {0, sizeof(bytes), bytes};
  RtlCopyUnicodeString(&to, &from);
  API_CHECK(is(&to, L"abcd"));
  API_STATUS(RtlAppendUnicodeToString(&to, L"ef"), STATUS_SUCCESS);
  API_CHECK(is(&to, L"abcdef"));
  API_STATUS(RtlAppendUnicodeToString(&to, L"g"), STATUS_BUFFER_TOO_SMALL);
  API_STATUS(RtlAppendUnicodeToString(&to, NULL), STATUS_SUCCESS);
  RtlCopyUnicodeString(&to, NULL);
  API_EQUAL(to.Length, 0);
  API_STATUS(RtlAppendUnicodeStringToString(&to, &from), STATUS_SUCCESS);
  API_STATUS(RtlAppendUnicodeStringToString(&to, &from), STATUS_BUFFER_TOO_SMALL);
  API_CHECK(is(&to, L"abcd"));
  RtlCopyString(&ansi, &narrow);
  API_EQUAL(ansi.Length, 3);
  API_STATUS(RtlAppendStringToString(&ansi, &narrow), STATUS_BUFFER_TOO_SMALL);
  RtlCopyString(&ansi, NULL);
  API_STATUS(RtlAppendStringToString(&ansi, &narrow), STATUS_SUCCESS);
}

static void case_maps(void) {
  const UNICODE_STRING from = US(L"aZ\xe4\xff\x3b1\xd83d\xde00");
  const ANSI_STRING narrow = US("aZ9");
  MAKE(to, 8);
  UNICODE_STRING made;
  CHAR bytes[4];
  ANSI_STRING ansi = {0, sizeof(bytes), bytes};
  API_STATUS(RtlUpcaseUnicodeString(&to, &from, FALSE), STATUS_SUCCESS);
  API_CHECK(is(&to, L"AZ\xc4\x178\x391\xd83d\xde00"));
  API_STATUS(RtlDowncaseUnicodeString(&made, &to, TRUE), STATUS_SUCCESS);
  API_CHECK(is(&made, L"az\xe4\xff\x3b1\xd83d\xde00"));
  RtlFreeUnicodeString(&made);
  API_CHECK(made.Buffer == NULL);
  to.MaximumLength = 4;
  API_STATUS(RtlUpcaseUnicodeString(&to, &from, FALSE), STATUS_BUFFER_OVERFLOW);
  API_EQUAL(RtlUpcaseUnicodeChar(L'q'), L'Q');
  API_EQUAL(RtlDowncaseUnicodeChar(0xc4), 0xe4);
  API_EQUAL(RtlUpperChar('q'), 'Q');
  RtlUpperString(&ansi, &narrow);
  API_CHECK(ansi.Length == 3 && RtlCompareMemory(bytes, "AZ9", 3) == 3);
}

static void duplicates(void) {
  const UNICODE_STRING from = US(L"abc"), empty = {0, 0, NULL};
  UNICODE_STRING to;
  API_CHECK(RtlCreateUnicodeString(&to, L"abc") && is(&to, L"abc"));
  API_EQUAL(to.Buffer[3], 0);
  RtlFreeUnicodeString(&to);
  API_STATUS(RtlDuplicateUnicodeString(RTL_DUPLICATE_UNICODE_STRING_NULL_TERMINATE, &from, &to),
             STATUS_SUCCESS);
  API_CHECK(is(&to, L"abc") && to.MaximumLength == 8);
  RtlFreeUnicodeString(&to);
  API_STATUS(RtlDuplicateUnicodeString(0, &empty, &to), STATUS_SUCCESS);
  API_CHECK(to.Buffer == NULL);
  API_STATUS(RtlDuplicateUnicodeString(2, &from, &to), STATUS_INVALID_PARAMETER);
  API_STATUS(RtlDuplicateUnicodeString(0, NULL, &to), STATUS_INVALID_PARAMETER);
}

static void validates(void) {
  UNICODE_STRING string = US(L"abc");
  API_STATUS(RtlValidateUnicodeString(0, &string), STATUS_SUCCESS);
  API_STATUS(RtlValidateUnicodeString(0, NULL), STATUS_SUCCESS);
  API_STATUS(RtlValidateUnicodeString(1, &string), STATUS_INVALID_PARAMETER);
  string.Length = 5;
  API_STATUS(RtlValidateUnicodeString(0, &string), STATUS_INVALID_PARAMETER);
  string.Length = 10;
  API_STATUS(RtlValidateUnicodeString(0, &string), STATUS_INVALID_PARAMETER);
}

static void hashes(void) {
  const UNICODE_STRING lower = US(L"abc"), upper = US(L"ABC");
  ULONG a = 0, b = 0, wanted = 0;
  API_STATUS(RtlHashUnicodeString(&lower, FALSE, HASH_STRING_ALGORITHM_X65599, &a), STATUS_SUCCESS);
  wanted = (('a' * 65599u + 'b') * 65599u) + 'c';
  API_EQUAL(a, wanted);
  API_STATUS(RtlHashUnicodeString(&lower, TRUE, HASH_STRING_ALGORITHM_DEFAULT, &a), STATUS_SUCCESS);
  API_STATUS(RtlHashUnicodeString(&upper, TRUE, HASH_STRING_ALGORITHM_DEFAULT, &b), STATUS_SUCCESS);
  API_EQUAL(a, b);
  API_STATUS(RtlHashUnicodeString(NULL, TRUE, 0, &b), STATUS_INVALID_PARAMETER);
  API_STATUS(RtlHashUnicodeString(&upper, TRUE, 7, &b), STATUS_INVALID_PARAMETER);
  API_STATUS(RtlHashUnicodeString(&upper, TRUE, 0, NULL), STATUS_INVALID_PARAMETER);
}

/* Code page 1252; what it lacks is a question mark, a surrogate pair two of them. */
static void ansi_and_unicode(void) {
  ANSI_STRING narrow = US("a\xe4\x80"), made;
  const UNICODE_STRING odd = US(L"\x20ac\x4e2d\xd83d\xde00"), upper = US(L"a\xe4");
  MAKE(to, 8);
  CHAR bytes[8];
  WCHAR wide[8];
  ULONG count = 0;
  API_STATUS(RtlAnsiStringToUnicodeString(&to, &narrow, FALSE), STATUS_SUCCESS);
  API_CHECK(is(&to, L"a\xe4\x20ac"));
  API_STATUS(RtlUnicodeStringToAnsiString(&made, &odd, TRUE), STATUS_SUCCESS);
  API_CHECK(made.Length == 4 && RtlCompareMemory(made.Buffer, "\x80???", 4) == 4);
  RtlFreeAnsiString(&made);
  to.MaximumLength = 4;
  API_STATUS(RtlAnsiStringToUnicodeString(&to, &narrow, FALSE), STATUS_BUFFER_OVERFLOW);
  API_STATUS(RtlMultiByteToUnicodeN(wide, sizeof(wide), &count, "a\xe4", 2), STATUS_SUCCESS);
  API_CHECK(count == 4 && wide[1] == 0xe4);
  API_STATUS(RtlMultiByteToUnicodeSize(&count, "abc", 3), STATUS_SUCCESS);
  API_EQUAL(count, 6);
  API_STATUS(RtlUnicodeToMultiByteN(bytes, 2, &count, L"abc", 6), STATUS_SUCCESS);
  API_EQUAL(count, 2);
  API_STATUS(RtlUnicodeToMultiByteSize(&count, L"abc", 6), STATUS_SUCCESS);
  API_EQUAL(count, 3);
  API_STATUS(RtlUpcaseUnicodeToMultiByteN(bytes, sizeof(bytes), &count, upper.Buffer, upper.Length),
             STATUS_SUCCESS);
  API_CHECK(count == 2 && RtlCompareMemory(bytes, "A\xc4", 2) == 2);
}

static void utf8(void) {
  CHAR bytes[16];
  WCHAR wide[8];
  ULONG count = 0;
  API_STATUS(RtlUnicodeToUTF8N(bytes, sizeof(bytes), &count, L"\xe4\x20ac\xd83d\xde00", 8),
             STATUS_SUCCESS);
  API_CHECK(count == 9 && RtlCompareMemory(bytes, "\xc3\xa4\xe2\x82\xac\xf0\x9f\x98\x80", 9) == 9);
  API_STATUS(RtlUnicodeToUTF8N(bytes, sizeof(bytes), &count, L"\xd83d", 2), STATUS_SOME_NOT_MAPPED);
  API_STATUS(RtlUTF8ToUnicodeN(wide, sizeof(wide), &count, "\xf0\x9f\x98\x80", 4), STATUS_SUCCESS);
  API_CHECK(count == 4 && wide[0] == 0xd83d && wide[1] == 0xde00);
  API_STATUS(RtlUTF8ToUnicodeN(wide, sizeof(wide), &count, "\xff", 1), STATUS_SOME_NOT_MAPPED);
  API_STATUS(RtlUnicodeToUTF8N(bytes, 1, &count, L"\xe4", 2), STATUS_BUFFER_TOO_SMALL);
}

typedef struct {
  UNICODE_STRING name;
  BOOLEAN legal, spaces;
} SHORT_NAME;
static const SHORT_NAME short_names[] = {
    {US(L"A.TXT"), TRUE, FALSE},      {US(L"12345678.123"), TRUE, FALSE},
    {US(L"123456789"), FALSE, FALSE}, {US(L"A.1234"), FALSE, FALSE},
    {US(L"a b.c"), TRUE, TRUE},       {US(L"."), TRUE, FALSE},
    {US(L".."), TRUE, FALSE},         {US(L"..."), FALSE, FALSE},
    {US(L"A."), FALSE, FALSE},        {US(L".A"), FALSE, FALSE},
    {US(L"A.B.C"), FALSE, FALSE},     {US(L"A+B"), FALSE, FALSE},
    {US(L""), FALSE, FALSE},          {US(L"A "), FALSE, FALSE},
    {US(L"lower"), TRUE, FALSE},
};

static void legal_short_names(void) {
  CHAR bytes[12];
  OEM_STRING oem = {0, sizeof(bytes), bytes};
  const UNICODE_STRING lower = US(L"lower.x");
  for (ULONG i = 0; i < ARRAYSIZE(short_names); ++i) {
    BOOLEAN spaces = FALSE;
    API_EQUAL(RtlIsNameLegalDOS8Dot3(&short_names[i].name, NULL, &spaces), short_names[i].legal);
    API_EQUAL(spaces, short_names[i].spaces);
  }
  API_CHECK(RtlIsNameLegalDOS8Dot3(&lower, &oem, NULL));
  API_CHECK(oem.Length == 7 && RtlCompareMemory(bytes, "LOWER.X", 7) == 7);
}

const API_TEST ApiTests[] = {
    {"RtlInitString_CountsAndRefusesWhatIsTooLong", init},
    {"RtlCompareUnicodeString_OrdersByUnits_OrFolded", compare},
    {"RtlPrefixAndSuffix_KnowBothEnds", prefixes},
    {"RtlAppend_LeavesTheTarget_WhenItDoesNotFit", copy_and_append},
    {"RtlCase_MapsOneUnitAtATime", case_maps},
    {"RtlDuplicate_TerminatesOnlyWhenAsked", duplicates},
    {"RtlValidateUnicodeString_FindsOddAndOverlongLengths", validates},
    {"RtlHashUnicodeString_IsX65599", hashes},
    {"RtlAnsi_ConvertsByCodePage1252", ansi_and_unicode},
    {"RtlUtf8_TellsWhatIsNotMapped", utf8},
    {"RtlIsNameLegalDOS8Dot3_KnowsTheRules", legal_short_names},
    {NULL, NULL},
};
