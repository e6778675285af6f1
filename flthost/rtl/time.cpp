// Time: 100 ns units since 1601 and calendar fields.
#include <flthost/rtl/rtl_internal.h>

using namespace flthost::rtl;

namespace {

constexpr int64_t kSecond = 10'000'000;
constexpr int64_t kDay = 86400 * kSecond;
constexpr int64_t k1970 = 11644473600;
constexpr int64_t k1980 = 11960006400;

bool leap(int64_t year) {
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int days_in(int64_t year, int month) {
  constexpr int kDays[12] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return kDays[month - 1] + (month == 2 && leap(year) ? 1 : 0);
}

// Days from 1601-01-01 to the first of January of `year`.
int64_t days_before(int64_t year) {
  const int64_t y = year - 1;
  return (y - 1600) * 365 + (y / 4 - 400) - (y / 100 - 16) + (y / 400 - 4);
}

void put_time_of_day(int64_t rest, PTIME_FIELDS fields) {
  fields->Milliseconds = static_cast<CSHORT>(rest / 10000 % 1000);
  fields->Second = static_cast<CSHORT>(rest / kSecond % 60);
  fields->Minute = static_cast<CSHORT>(rest / kSecond / 60 % 60);
  fields->Hour = static_cast<CSHORT>(rest / kSecond / 3600);
}

BOOLEAN to_seconds(int64_t time, int64_t since, PULONG seconds) {
  const int64_t value = time / kSecond - since;
  if (time < 0 || value < 0 || value > 0xffffffffLL) return FALSE;
  *seconds = static_cast<ULONG>(value);
  return TRUE;
}

}  // namespace

extern "C" {

VOID NTAPI RtlTimeToTimeFields(PLARGE_INTEGER time, PTIME_FIELDS fields) {
  int64_t days = time->QuadPart / kDay;
  put_time_of_day(time->QuadPart % kDay, fields);
  fields->Weekday = static_cast<CSHORT>((days + 1) % 7);
  int64_t year = 1601 + days / 366;
  while (days_before(year + 1) <= days) ++year;
  days -= days_before(year);
  int month = 1;
  for (; days >= days_in(year, month); ++month) days -= days_in(year, month);
  fields->Year = static_cast<CSHORT>(year);
  fields->Month = static_cast<CSHORT>(month);
  fields->Day = static_cast<CSHORT>(days + 1);
}

BOOLEAN NTAPI RtlTimeFieldsToTime(PTIME_FIELDS fields, PLARGE_INTEGER time) {
  if (fields->Year < 1601 || fields->Month < 1 || fields->Month > 12 || fields->Day < 1 ||
      fields->Day > days_in(fields->Year, fields->Month) || fields->Hour < 0 || fields->Hour > 23 ||
      fields->Minute < 0 || fields->Minute > 59 || fields->Second < 0 || fields->Second > 59 ||
      fields->Milliseconds < 0 || fields->Milliseconds > 999) {
    return FALSE;
  }
  int64_t days = days_before(fields->Year) + fields->Day - 1;
  for (int month = 1; month < fields->Month; ++month) days += days_in(fields->Year, month);
  time->QuadPart = days * kDay +
                   ((fields->Hour * 60 + fields->Minute) * 60 + fields->Second) * kSecond +
                   fields->Milliseconds * 10000;
  return TRUE;
}

VOID NTAPI RtlTimeToElapsedTimeFields(PLARGE_INTEGER time, PTIME_FIELDS fields) {
  *fields = {};
  fields->Day = static_cast<CSHORT>(time->QuadPart / kDay);
  put_time_of_day(time->QuadPart % kDay, fields);
}

BOOLEAN NTAPI RtlTimeToSecondsSince1970(PLARGE_INTEGER time, PULONG seconds) {
  return to_seconds(time->QuadPart, k1970, seconds);
}
BOOLEAN NTAPI RtlTimeToSecondsSince1980(PLARGE_INTEGER time, PULONG seconds) {
  return to_seconds(time->QuadPart, k1980, seconds);
}
VOID NTAPI RtlSecondsSince1970ToTime(ULONG seconds, PLARGE_INTEGER time) {
  time->QuadPart = (seconds + k1970) * kSecond;
}
VOID NTAPI RtlSecondsSince1980ToTime(ULONG seconds, PLARGE_INTEGER time) {
  time->QuadPart = (seconds + k1980) * kSecond;
}

}  // extern "C"

namespace flthost::rtl {

void add_time_rows(Rows& rows) {
  rows.insert(rows.end(),
              {RTL_PURE(RtlTimeToTimeFields), RTL_PURE(RtlTimeFieldsToTime),
               RTL_PURE(RtlTimeToElapsedTimeFields), RTL_PURE(RtlTimeToSecondsSince1970),
               RTL_PURE(RtlTimeToSecondsSince1980), RTL_PURE(RtlSecondsSince1970ToTime),
               RTL_PURE(RtlSecondsSince1980ToTime)});
}

}  // namespace flthost::rtl
