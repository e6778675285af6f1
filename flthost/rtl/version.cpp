// Requirements on the version of the system.
#include <flthost/rtl/rtl_internal.h>

#include <wdk/version_check.h>

#include <iterator>

using namespace flthost;

namespace {

constexpr ULONG kBits = 3;  // of the condition mask, for each member

ULONG condition_of(ULONGLONG mask, ULONG type) {
  ULONG index = 0;
  while ((type >> index) != 1) ++index;
  return static_cast<ULONG>(mask >> (index * kBits)) & 7;
}

bool holds(ULONG now, ULONG wanted, ULONG condition) {
  switch (condition) {
    case VER_EQUAL:
      return now == wanted;
    case VER_GREATER:
      return now > wanted;
    case VER_GREATER_EQUAL:
      return now >= wanted;
    case VER_LESS:
      return now < wanted;
    default:
      return now <= wanted;
  }
}

bool suites_hold(USHORT now, USHORT wanted, ULONG condition) {
  return condition == VER_AND ? (now & wanted) == wanted : (now & wanted) != 0;
}

struct Step {
  ULONG type, now, wanted;
};

// Major and minor version and service pack in one order: a later one counts only while all before
// are equal, and is compared as the first asked about was unless that one had to be equal.
bool version_holds(const Step* steps, size_t count, ULONG mask, ULONGLONG conditions) {
  ULONG condition = 0;
  bool any = false;
  for (size_t i = 0; i < count; ++i) {
    if ((mask & steps[i].type) == 0) continue;
    if (!any || condition == VER_EQUAL) condition = condition_of(conditions, steps[i].type);
    any = true;
    if (steps[i].now == steps[i].wanted) continue;
    return condition != VER_EQUAL && holds(steps[i].now, steps[i].wanted, condition);
  }
  return !any || holds(0, 0, condition);
}

bool conditions_known(ULONG mask, ULONGLONG conditions) {
  for (ULONG type = 1; type <= VER_PRODUCT_TYPE; type <<= 1) {
    if ((mask & type) == 0) continue;
    const ULONG condition = condition_of(conditions, type);
    const bool known = type == VER_SUITENAME
                           ? condition == VER_AND || condition == VER_OR
                           : condition >= VER_EQUAL && condition <= VER_LESS_EQUAL;
    if (!known) return false;
  }
  return true;
}

}  // namespace

extern "C" {

NTSTATUS NTAPI RtlVerifyVersionInfo(PRTL_OSVERSIONINFOEXW VersionInfo, ULONG TypeMask,
                                    ULONGLONG ConditionMask) {
  constexpr ULONG kTypes = (VER_PRODUCT_TYPE << 1) - 1;
  if (TypeMask == 0 || (TypeMask & ~kTypes) != 0) return STATUS_INVALID_PARAMETER;
  if (!conditions_known(TypeMask, ConditionMask)) return STATUS_INVALID_PARAMETER;
  RTL_OSVERSIONINFOEXW now{};
  now.dwOSVersionInfoSize = sizeof now;
  RtlGetVersion(reinterpret_cast<PRTL_OSVERSIONINFOW>(&now));
  const Step version[] = {
      {VER_MAJORVERSION, now.dwMajorVersion, VersionInfo->dwMajorVersion},
      {VER_MINORVERSION, now.dwMinorVersion, VersionInfo->dwMinorVersion},
      {VER_SERVICEPACKMAJOR, now.wServicePackMajor, VersionInfo->wServicePackMajor},
      {VER_SERVICEPACKMINOR, now.wServicePackMinor, VersionInfo->wServicePackMinor}};
  const Step single[] = {{VER_BUILDNUMBER, now.dwBuildNumber, VersionInfo->dwBuildNumber},
                         {VER_PLATFORMID, now.dwPlatformId, VersionInfo->dwPlatformId},
                         {VER_PRODUCT_TYPE, now.wProductType, VersionInfo->wProductType}};
  bool good = version_holds(version, std::size(version), TypeMask, ConditionMask);
  for (const Step& one : single) {
    if ((TypeMask & one.type) == 0) continue;
    good = good && holds(one.now, one.wanted, condition_of(ConditionMask, one.type));
  }
  if ((TypeMask & VER_SUITENAME) != 0) {
    good = good && suites_hold(now.wSuiteMask, VersionInfo->wSuiteMask,
                               condition_of(ConditionMask, VER_SUITENAME));
  }
  return good ? STATUS_SUCCESS : STATUS_REVISION_MISMATCH;
}

// The highest bit of the mask names the member, as the macro's callers expect.
ULONGLONG NTAPI VerSetConditionMask(ULONGLONG ConditionMask, ULONG TypeMask, UCHAR Condition) {
  if (TypeMask == 0 || (Condition & 7) == 0) return ConditionMask;
  ULONG index = 31;
  while ((TypeMask >> index) == 0) --index;
  return ConditionMask | ULONGLONG{static_cast<UCHAR>(Condition & 7)} << (index * kBits);
}

}  // extern "C"

namespace flthost::rtl {

void add_version_rows(Rows& rows) {
  rows.insert(rows.end(), {RTL_PURE(RtlVerifyVersionInfo), RTL_PURE(VerSetConditionMask)});
}

}  // namespace flthost::rtl
