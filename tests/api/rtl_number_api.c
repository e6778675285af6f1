/* Integers, GUIDs, time, versions, checksums and memory of the run-time library, by tables. */
#include "api.h"

#define US(text) RTL_CONSTANT_STRING(text)

typedef struct {
  ULONG value, base;
  UNICODE_STRING text;
} TO_TEXT;
static const TO_TEXT to_texts[] = {
    {0, 10, US(L"0")},    {4294967295u, 10, US(L"4294967295")},
    {255, 16, US(L"FF")}, {8, 8, US(L"10")},
    {5, 2, US(L"101")},   {7, 0, US(L"7")},
};

static void integer_to_text(void) {
  WCHAR buffer[40];
  UNICODE_STRING to = {0, sizeof(buffer), buffer};
  for (ULONG i = 0; i < ARRAYSIZE(to_texts); ++i) {
    API_STATUS(RtlIntegerToUnicodeString(to_texts[i].value, to_texts[i].base, &to), STATUS_SUCCESS);
    API_CHECK(RtlEqualUnicodeString(&to, &to_texts[i].text, TRUE));
  }
  API_STATUS(RtlIntegerToUnicodeString(1, 7, &to), STATUS_INVALID_PARAMETER);
  to.MaximumLength = 4;
  API_STATUS(RtlIntegerToUnicodeString(1000, 10, &to), STATUS_BUFFER_OVERFLOW);
  to.MaximumLength = sizeof(buffer);
  API_STATUS(RtlInt64ToUnicodeString(1234567890123ull, 10, &to), STATUS_SUCCESS);
  API_EQUAL(to.Length, 26);
  API_STATUS(RtlInt64ToUnicodeString(1, 3, &to), STATUS_INVALID_PARAMETER);
  to.MaximumLength = 4;
  API_STATUS(RtlInt64ToUnicodeString(1234567890123ull, 10, &to), STATUS_BUFFER_OVERFLOW);
}

typedef struct {
  UNICODE_STRING text;
  const char* narrow;
  ULONG base, value;
} FROM_TEXT;
static const FROM_TEXT from_texts[] = {
    {US(L"42"), "42", 0, 42},     {US(L"0x2A"), "0x2A", 0, 42}, {US(L"0b101"), "0b101", 0, 5},
    {US(L"0o17"), "0o17", 0, 15}, {US(L"ff"), "ff", 16, 255},   {US(L"-1"), "-1", 10, 0xffffffff},
    {US(L"  7z"), "  7z", 10, 7}, {US(L""), "", 10, 0},
};

static void text_to_integer(void) {
  ULONG value = 0;
  const UNICODE_STRING long_text = US(L"-9223372036854775808");
  LONGLONG wide = 0;
  PWSTR end = NULL;
  for (ULONG i = 0; i < ARRAYSIZE(from_texts); ++i) {
    const FROM_TEXT* f = &from_texts[i];
    API_STATUS(RtlUnicodeStringToInteger(&f->text, f->base, &value), STATUS_SUCCESS);
    API_EQUAL(value, f->value);
    API_STATUS(RtlCharToInteger(f->narrow, f->base, &value), STATUS_SUCCESS);
    API_EQUAL(value, f->value);
  }
  API_STATUS(RtlUnicodeStringToInteger(&from_texts[0].text, 7, &value), STATUS_INVALID_PARAMETER);
  API_STATUS(RtlCharToInteger("1", 7, &value), STATUS_INVALID_PARAMETER);
  API_STATUS(RtlUnicodeStringToInt64((UNICODE_STRING*)&long_text, 10, &wide, &end), STATUS_SUCCESS);
  API_CHECK(wide == (LONGLONG)1 << 63);
  API_CHECK(end == long_text.Buffer + 20);
}

static void guids(void) {
  static const GUID wanted = {
      0x12345678, 0x9abc, 0xdef0, {0x01, 0x23, 0x45, 0x67, 0x89, 0xab, 0xcd, 0xef}};
  UNICODE_STRING text = US(L"{12345678-9abc-def0-0123-456789ABCDEF}"), made;
  UNICODE_STRING bad = US(L"{12345678-9abc-def0-0123-456789ABCDE}");
  GUID guid;
  API_STATUS(RtlGUIDFromString(&text, &guid), STATUS_SUCCESS);
  API_CHECK(RtlCompareMemory(&guid, &wanted, sizeof(GUID)) == sizeof(GUID));
  API_STATUS(RtlStringFromGUID(&wanted, &made), STATUS_SUCCESS);
  API_CHECK(RtlEqualUnicodeString(&made, &text, TRUE));
  RtlFreeUnicodeString(&made);
  API_STATUS(RtlGUIDFromString(&bad, &guid), STATUS_INVALID_PARAMETER);
}

typedef struct {
  LONGLONG time; /* seconds since 1601 */
  SHORT year, month, day, hour, minute, second, weekday;
} MOMENT;
static const MOMENT moments[] = {
    {0LL, 1601, 1, 1, 0, 0, 0, 1},
    {11644473600LL, 1970, 1, 1, 0, 0, 0, 4},
    {11960006400LL, 1980, 1, 1, 0, 0, 0, 2},
    {12596169600LL, 2000, 2, 28, 0, 0, 0, 1},
    {12596256000LL, 2000, 2, 29, 0, 0, 0, 2},
    {13351996799LL, 2024, 2, 9, 23, 59, 59, 5},
    {15752059201LL, 2100, 3, 1, 12, 0, 1, 1},
};

static void times(void) {
  for (ULONG i = 0; i < ARRAYSIZE(moments); ++i) {
    const MOMENT* m = &moments[i];
    LARGE_INTEGER time, back;
    TIME_FIELDS fields;
    time.QuadPart = m->time * 10000000;
    RtlTimeToTimeFields(&time, &fields);
    API_EQUAL(fields.Year, m->year);
    API_EQUAL(fields.Month, m->month);
    API_EQUAL(fields.Day, m->day);
    API_EQUAL(fields.Hour, m->hour);
    API_EQUAL(fields.Minute, m->minute);
    API_EQUAL(fields.Second, m->second);
    API_EQUAL(fields.Weekday, m->weekday);
    API_CHECK(RtlTimeFieldsToTime(&fields, &back));
    API_EQUAL(back.QuadPart, time.QuadPart);
  }
}

static void time_bounds(void) {
  TIME_FIELDS fields = {2023, 2, 29, 0, 0, 0, 0, 0};
  LARGE_INTEGER time;
  ULONG seconds = 0;
  API_CHECK(!RtlTimeFieldsToTime(&fields, &time));
  fields.Day = 28;
  fields.Month = 13;
  API_CHECK(!RtlTimeFieldsToTime(&fields, &time));
  RtlSecondsSince1970ToTime(1000000000, &time);
  API_CHECK(RtlTimeToSecondsSince1970(&time, &seconds));
  API_EQUAL(seconds, 1000000000);
  RtlSecondsSince1980ToTime(5, &time);
  API_CHECK(RtlTimeToSecondsSince1980(&time, &seconds));
  API_EQUAL(seconds, 5);
  time.QuadPart = 0;
  API_CHECK(!RtlTimeToSecondsSince1970(&time, &seconds));
  API_CHECK(!RtlTimeToSecondsSince1980(&time, &seconds));
  time.QuadPart = ((26LL * 3600) + 61) * 10000000 + 20000;
  RtlTimeToElapsedTimeFields(&time, &fields);
  API_CHECK(fields.Day == 1 && fields.Hour == 2 && fields.Minute == 1 && fields.Second == 1 &&
            fields.Milliseconds == 2);
}

typedef struct {
  NTSTATUS status;
  ULONG error;
} ERROR_PAIR;
static const ERROR_PAIR errors[] = {
    {STATUS_SUCCESS, 0},
    {STATUS_ACCESS_DENIED, 5},
    {STATUS_OBJECT_NAME_NOT_FOUND, 2},
    {STATUS_OBJECT_PATH_NOT_FOUND, 3},
    {STATUS_SHARING_VIOLATION, 32},
    {STATUS_INVALID_PARAMETER, 87},
    {STATUS_BUFFER_OVERFLOW, 234},
    {STATUS_BUFFER_TOO_SMALL, 122},
    {STATUS_PENDING, 997},
    {STATUS_DISK_FULL, 112},
    {STATUS_VIRUS_INFECTED, 225},
    {STATUS_IO_DEVICE_ERROR, 1117},
    {(NTSTATUS)0x80070005, 5},
    {(NTSTATUS)0xe0001234, 0xe0001234}, /* of a customer */
    {(NTSTATUS)0xc0de0001, 317},
};

static void win32_errors(void) {
  for (ULONG i = 0; i < ARRAYSIZE(errors); ++i) {
    API_EQUAL(RtlNtStatusToDosError(errors[i].status), errors[i].error);
    API_EQUAL(RtlNtStatusToDosErrorNoTeb(errors[i].status), errors[i].error);
  }
}

static ULONGLONG condition(ULONG type, UCHAR how) {
  ULONGLONG mask = 0;
  VER_SET_CONDITION(mask, type, how);
  return mask;
}

static void versions(void) {
  RTL_OSVERSIONINFOEXW now = {.dwOSVersionInfoSize = sizeof(now)},
                       wanted = {.dwOSVersionInfoSize = sizeof(wanted)};
  ULONGLONG mask = 0;
  API_STATUS(RtlGetVersion((PRTL_OSVERSIONINFOW)&now), STATUS_SUCCESS);
  API_CHECK(now.dwMajorVersion >= 6 && now.dwBuildNumber > 0 && now.wProductType != 0);
  wanted.dwMajorVersion = 6;
  wanted.dwMinorVersion = 1;
  VER_SET_CONDITION(mask, VER_MAJORVERSION, VER_GREATER_EQUAL);
  VER_SET_CONDITION(mask, VER_MINORVERSION, VER_GREATER_EQUAL);
  API_STATUS(RtlVerifyVersionInfo(&wanted, VER_MAJORVERSION | VER_MINORVERSION, mask),
             STATUS_SUCCESS);
  wanted.dwMajorVersion = now.dwMajorVersion + 1;
  API_STATUS(RtlVerifyVersionInfo(&wanted, VER_MAJORVERSION | VER_MINORVERSION, mask),
             STATUS_REVISION_MISMATCH);
  wanted.dwBuildNumber = now.dwBuildNumber;
  API_STATUS(RtlVerifyVersionInfo(&wanted, VER_BUILDNUMBER, condition(VER_BUILDNUMBER, VER_EQUAL)),
             STATUS_SUCCESS);
  API_STATUS(RtlVerifyVersionInfo(&wanted, VER_BUILDNUMBER, condition(VER_BUILDNUMBER, VER_LESS)),
             STATUS_REVISION_MISMATCH);
  API_STATUS(RtlVerifyVersionInfo(&wanted, 0, 0), STATUS_INVALID_PARAMETER);
  API_STATUS(RtlVerifyVersionInfo(&wanted, VER_BUILDNUMBER, 0), STATUS_INVALID_PARAMETER);
  API_CHECK(RtlIsNtDdiVersionAvailable(0x06010000)); /* Windows 7 */
  API_CHECK(!RtlIsNtDdiVersionAvailable(0x20000000));
}

static void random(void) {
  ULONG seed = 1, other = 1, seen_high = 0;
  for (int i = 0; i < 100; ++i) {
    const ULONG value = RtlRandomEx(&seed);
    API_CHECK(value < 0x7fffffff);
    seen_high |= value > 0x3fffffff;
  }
  API_CHECK(seen_high != 0);
  API_CHECK(RtlRandom(&other) < 0x7fffffff && other != 1);
}

static void memory(void) {
  UCHAR a[40], b[40];
  RtlFillMemory(a, sizeof(a), 0x5a);
  RtlCopyMemory(b, a, sizeof(b));
  API_EQUAL(RtlCompareMemory(a, b, sizeof(a)), sizeof(a));
  b[7] = 0;
  API_EQUAL(RtlCompareMemory(a, b, sizeof(a)), 7);
  RtlZeroMemory(a, sizeof(a));
  API_EQUAL(RtlCompareMemoryUlong(a, sizeof(a), 0), sizeof(a));
  a[9] = 1;
  API_EQUAL(RtlCompareMemoryUlong(a, sizeof(a), 0), 8);
  API_EQUAL(RtlComputeCrc32(0, "123456789", 9), 0xcbf43926);
  API_EQUAL(RtlComputeCrc32(RtlComputeCrc32(0, "1234", 4), "56789", 5), 0xcbf43926);
}

static void bits_of_numbers(void) {
  API_EQUAL(RtlFindLeastSignificantBit(0), -1);
  API_EQUAL(RtlFindMostSignificantBit(0), -1);
  API_EQUAL(RtlFindLeastSignificantBit(0x8000000000000010ull), 4);
  API_EQUAL(RtlFindMostSignificantBit(0x8000000000000010ull), 63);
  API_EQUAL(RtlNumberOfSetBitsUlongPtr(0xff00ff00ff00ff01ull), 33);
  API_EQUAL(RtlUlongByteSwap(0x12345678), 0x78563412);
}

const API_TEST ApiTests[] = {
    {"RtlIntegerToUnicodeString_WritesFourBases", integer_to_text},
    {"RtlUnicodeStringToInteger_TakesPrefixes", text_to_integer},
    {"RtlGuid_GoesBothWays", guids},
    {"RtlTime_GoesBothWays", times},
    {"RtlTime_RefusesWhatIsNoMoment", time_bounds},
    {"RtlNtStatusToDosError_KnowsTheTable", win32_errors},
    {"RtlVerifyVersionInfo_ComparesInOrder", versions},
    {"RtlRandom_StaysInRangeAndMoves", random},
    {"RtlMemory_ComparesAndSums", memory},
    {"RtlBitsOfNumbers_AreFound", bits_of_numbers},
    {NULL, NULL},
};
