// Bitmaps: 32-bit words, bit 0 first.
#include <flthost/rtl/rtl_internal.h>

#include <bit>

using namespace flthost::rtl;

namespace {

constexpr ULONG kNone = 0xffffffff;

bool bit(const RTL_BITMAP* map, ULONG index) {
  return (map->Buffer[index / 32] >> (index % 32) & 1) != 0;
}

void assign(PRTL_BITMAP map, ULONG start, ULONG count, bool value) {
  for (ULONG i = start; count != 0 && i < map->SizeOfBitMap; ++i, --count) {
    const ULONG mask = 1u << (i % 32);
    ULONG& word = map->Buffer[i / 32];
    word = value ? word | mask : word & ~mask;
  }
}

bool all(const RTL_BITMAP* map, ULONG start, ULONG count, bool value) {
  if (count == 0 || start >= map->SizeOfBitMap || count > map->SizeOfBitMap - start) return false;
  for (ULONG i = start; i < start + count; ++i) {
    if (bit(map, i) != value) return false;
  }
  return true;
}

// First run of `count` bits with this value that starts in [from, to).
ULONG find_run(const RTL_BITMAP* map, ULONG count, ULONG from, ULONG to, bool value) {
  ULONG length = 0;
  for (ULONG i = from; i < map->SizeOfBitMap; ++i) {
    length = bit(map, i) == value ? length + 1 : 0;
    if (length == 0 && i + 1 >= to) return kNone;
    if (length == count) return i + 1 - count;
  }
  return kNone;
}

ULONG find(const RTL_BITMAP* map, ULONG count, ULONG hint, bool value) {
  if (hint >= map->SizeOfBitMap) hint = 0;
  if (count == 0) return hint & ~7u;
  if (count > map->SizeOfBitMap) return kNone;
  const ULONG found = find_run(map, count, hint, map->SizeOfBitMap, value);
  return found != kNone || hint == 0 ? found : find_run(map, count, 0, hint, value);
}

ULONG count_set(const RTL_BITMAP* map) {
  ULONG count = 0;
  for (ULONG i = 0; i < map->SizeOfBitMap; ++i) count += bit(map, i) ? 1 : 0;
  return count;
}

ULONG run_length(const RTL_BITMAP* map, ULONG start) {
  ULONG length = 0;
  while (start + length < map->SizeOfBitMap && !bit(map, start + length)) ++length;
  return length;
}

}  // namespace

extern "C" {

VOID NTAPI RtlInitializeBitMap(PRTL_BITMAP map, PULONG buffer, ULONG bits) {
  map->SizeOfBitMap = bits;
  map->Buffer = buffer;
}

VOID NTAPI RtlSetBit(PRTL_BITMAP map, ULONG index) {
  assign(map, index, 1, true);
}
VOID NTAPI RtlClearBit(PRTL_BITMAP map, ULONG index) {
  assign(map, index, 1, false);
}
BOOLEAN NTAPI RtlTestBit(PRTL_BITMAP map, ULONG index) {
  return bit(map, index);
}
VOID NTAPI RtlSetBits(PRTL_BITMAP map, ULONG start, ULONG n) {
  assign(map, start, n, true);
}
VOID NTAPI RtlClearBits(PRTL_BITMAP map, ULONG start, ULONG n) {
  assign(map, start, n, false);
}
VOID NTAPI RtlSetAllBits(PRTL_BITMAP map) {
  assign(map, 0, map->SizeOfBitMap, true);
}
VOID NTAPI RtlClearAllBits(PRTL_BITMAP map) {
  assign(map, 0, map->SizeOfBitMap, false);
}
BOOLEAN NTAPI RtlAreBitsSet(PRTL_BITMAP map, ULONG start, ULONG n) {
  return all(map, start, n, true);
}
BOOLEAN NTAPI RtlAreBitsClear(PRTL_BITMAP map, ULONG start, ULONG n) {
  return all(map, start, n, false);
}
ULONG NTAPI RtlFindSetBits(PRTL_BITMAP map, ULONG n, ULONG hint) {
  return find(map, n, hint, true);
}
ULONG NTAPI RtlFindClearBits(PRTL_BITMAP map, ULONG n, ULONG hint) {
  return find(map, n, hint, false);
}

ULONG NTAPI RtlFindSetBitsAndClear(PRTL_BITMAP map, ULONG n, ULONG hint) {
  const ULONG found = find(map, n, hint, true);
  if (found != kNone) assign(map, found, n, false);
  return found;
}

ULONG NTAPI RtlFindClearBitsAndSet(PRTL_BITMAP map, ULONG n, ULONG hint) {
  const ULONG found = find(map, n, hint, false);
  if (found != kNone) assign(map, found, n, true);
  return found;
}

ULONG NTAPI RtlNumberOfSetBits(PRTL_BITMAP map) {
  return count_set(map);
}
ULONG NTAPI RtlNumberOfClearBits(PRTL_BITMAP map) {
  return map->SizeOfBitMap - count_set(map);
}
ULONG NTAPI RtlNumberOfSetBitsUlongPtr(ULONG_PTR value) {
  return static_cast<ULONG>(std::popcount(value));
}

ULONG NTAPI RtlFindNextForwardRunClear(PRTL_BITMAP map, ULONG from, PULONG start) {
  while (from < map->SizeOfBitMap && bit(map, from)) ++from;
  *start = from;
  return from < map->SizeOfBitMap ? run_length(map, from) : 0;
}

ULONG NTAPI RtlFindFirstRunClear(PRTL_BITMAP map, PULONG start) {
  return RtlFindNextForwardRunClear(map, 0, start);
}

ULONG NTAPI RtlFindLongestRunClear(PRTL_BITMAP map, PULONG start) {
  ULONG best = 0;
  ULONG at = 0;
  *start = 0;
  for (ULONG length; (length = RtlFindNextForwardRunClear(map, at, &at)) != 0; at += length) {
    if (length > best) {
      best = length;
      *start = at;
    }
  }
  return best;
}

CCHAR NTAPI RtlFindLeastSignificantBit(ULONGLONG set) {
  return static_cast<CCHAR>(set == 0 ? -1 : std::countr_zero(set));
}
CCHAR NTAPI RtlFindMostSignificantBit(ULONGLONG set) {
  return static_cast<CCHAR>(set == 0 ? -1 : 63 - std::countl_zero(set));
}

}  // extern "C"

namespace flthost::rtl {

void add_bitmap_rows(Rows& rows) {
  rows.insert(rows.end(), {RTL_PURE(RtlInitializeBitMap),
                           RTL_PURE(RtlSetBit),
                           RTL_PURE(RtlClearBit),
                           RTL_PURE(RtlTestBit),
                           RTL_PURE(RtlSetBits),
                           RTL_PURE(RtlClearBits),
                           RTL_PURE(RtlSetAllBits),
                           RTL_PURE(RtlClearAllBits),
                           RTL_PURE(RtlAreBitsSet),
                           RTL_PURE(RtlAreBitsClear),
                           RTL_PURE(RtlFindSetBits),
                           RTL_PURE(RtlFindClearBits),
                           RTL_PURE(RtlFindSetBitsAndClear),
                           RTL_PURE(RtlFindClearBitsAndSet),
                           RTL_PURE(RtlNumberOfSetBits),
                           RTL_PURE(RtlNumberOfClearBits),
                           RTL_PURE(RtlNumberOfSetBitsUlongPtr),
                           RTL_PURE(RtlFindNextForwardRunClear),
                           RTL_PURE(RtlFindFirstRunClear),
                           RTL_PURE(RtlFindLongestRunClear),
                           RTL_PURE(RtlFindLeastSignificantBit),
                           RTL_PURE(RtlFindMostSignificantBit)});
}

}  // namespace flthost::rtl
