// Version, random numbers, checksums, memory patterns; and the component's table.
#include <flthost/rtl/rtl_internal.h>

#include <array>
#include <cstring>

using namespace flthost;
using namespace flthost::rtl;

namespace flthost::rtl {
namespace {
Version reported;
}
void set_version(const Version& version) {
  reported = version;
}
}  // namespace flthost::rtl

namespace {

uint32_t crc_step(uint32_t crc) {
  for (int i = 0; i < 8; ++i) crc = (crc >> 1) ^ ((crc & 1) != 0 ? 0xedb88320u : 0);
  return crc;
}

}  // namespace

extern "C" {

NTSTATUS NTAPI RtlGetVersion(PRTL_OSVERSIONINFOW info) {
  info->dwMajorVersion = reported.major;
  info->dwMinorVersion = reported.minor;
  info->dwBuildNumber = reported.build;
  info->dwPlatformId = 2;  // VER_PLATFORM_WIN32_NT
  memset(info->szCSDVersion, 0, sizeof info->szCSDVersion);
  if (info->dwOSVersionInfoSize == sizeof(RTL_OSVERSIONINFOEXW)) {
    auto* extended = reinterpret_cast<PRTL_OSVERSIONINFOEXW>(info);
    extended->wServicePackMajor = 0;
    extended->wServicePackMinor = 0;
    extended->wSuiteMask = 0x100;  // VER_SUITE_SINGLEUSERTS
    extended->wProductType = 1;    // VER_NT_WORKSTATION
    extended->wReserved = 0;
  }
  return STATUS_SUCCESS;
}

BOOLEAN NTAPI RtlIsNtDdiVersionAvailable(ULONG version) {
  if ((version & 0xffff) != 0) return FALSE;
  const ULONG own = reported.major << 24 | reported.minor << 16;
  return version <= own;
}

// Linear congruential, modulo 2^31 - 1, as RtlUniform is documented; only the distribution is
// promised.
ULONG NTAPI RtlRandomEx(PULONG seed) {
  *seed = static_cast<ULONG>((uint64_t{*seed} * 0x7fffffed + 0x7fffffc3) % 0x7fffffff);
  return *seed;
}

ULONG32 NTAPI RtlComputeCrc32(ULONG32 partial, PVOID buffer, ULONG length) {
  const auto* bytes = static_cast<const uint8_t*>(buffer);
  uint32_t crc = ~partial;
  for (ULONG i = 0; i < length; ++i) crc = crc_step((crc ^ bytes[i]) & 0xff) ^ (crc >> 8);
  return ~crc;
}

SIZE_T NTAPI RtlCompareMemoryUlong(PVOID source, SIZE_T length, ULONG pattern) {
  SIZE_T equal = 0;
  for (; equal + 4 <= length; equal += 4) {
    if (memcmp(static_cast<const uint8_t*>(source) + equal, &pattern, 4) != 0) break;
  }
  return equal;
}

VOID NTAPI RtlPrefetchMemoryNonTemporal(PVOID source, SIZE_T length) {
  for (SIZE_T i = 0; i < length; i += 64) {
    __builtin_prefetch(static_cast<const uint8_t*>(source) + i, 0, 0);
  }
}

}  // extern "C"

namespace {

VOID NTAPI zero_memory(PVOID to, SIZE_T bytes) {
  memset(to, 0, bytes);
}
VOID NTAPI fill_memory(PVOID to, SIZE_T bytes, UCHAR value) {
  memset(to, value, bytes);
}
VOID NTAPI fill_memory_ulong(PVOID to, SIZE_T bytes, ULONG value) {
  for (SIZE_T i = 0; i + 4 <= bytes; i += 4) memcpy(static_cast<uint8_t*>(to) + i, &value, 4);
}

}  // namespace

namespace flthost::rtl {

void add_misc_rows(Rows& rows) {
  rows.insert(
      rows.end(),
      {RTL_PURE(RtlGetVersion), RTL_PURE(RtlIsNtDdiVersionAvailable), RTL_PURE(RtlRandomEx),
       RTL_ROW("RtlRandom", RtlRandomEx, true), RTL_PURE(RtlComputeCrc32),
       RTL_PURE(RtlCompareMemoryUlong), RTL_PURE(RtlPrefetchMemoryNonTemporal),
       RTL_ROW("RtlZeroMemory", zero_memory, true), RTL_ROW("RtlFillMemory", fill_memory, true),
       RTL_ROW("RtlFillMemoryUlong", fill_memory_ulong, true)});
}

ke::ExportTable exports() {
  static const Rows* rows = [] {
    upcase(0x100);  // makes the table now, not while a driver's string is being read
    auto* all = new Rows;
    add_string_rows(*all);
    add_conversion_rows(*all);
    add_number_rows(*all);
    add_crt_string_rows(*all);
    add_crt_misc_rows(*all);
    add_format_rows(*all);
    add_debug_rows(*all);
    add_bitmap_rows(*all);
    add_avl_rows(*all);
    add_splay_rows(*all);
    add_time_rows(*all);
    add_security_rows(*all);
    add_misc_rows(*all);
    add_run_once_rows(*all);
    add_image_rows(*all);
    add_status_rows(*all);
    add_descriptor_rows(*all);
    add_version_rows(*all);
    add_name_rows(*all);
    add_frame_rows(*all);
    return all;
  }();
  return {rows->data(), rows->size()};
}

}  // namespace flthost::rtl
