// Counted strings: initialisation, copying, appending, comparing, case, hashing.
#include <flthost/ex/ex.h>
#include <flthost/rtl/rtl_internal.h>

#include <algorithm>
#include <cstring>

using namespace flthost;

namespace flthost::rtl {

void* allocate_string(size_t bytes) {
  return ex::allocate(bytes, kStringTag);
}
void free_string(void* memory) {
  if (memory != nullptr) ex::free(memory);
}

namespace {

constexpr size_t kMaxUnicodeBytes = 0xfffe;
constexpr size_t kMaxAnsiBytes = 0xffff;

size_t units(const UNICODE_STRING* string) {
  return string->Length / sizeof(WCHAR);
}
size_t length_of(PCWSTR text) {
  size_t n = 0;
  while (text[n] != 0) ++n;
  return n;
}
char upper_char(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
}

LONG compare_units(PCWCH left, size_t left_units, PCWCH right, size_t right_units, bool fold) {
  const size_t common = std::min(left_units, right_units);
  for (size_t i = 0; i < common; ++i) {
    const char16_t a = fold ? upcase(left[i]) : left[i];
    const char16_t b = fold ? upcase(right[i]) : right[i];
    if (a != b) return static_cast<LONG>(a) - static_cast<LONG>(b);
  }
  return static_cast<LONG>(left_units) - static_cast<LONG>(right_units);
}

LONG compare_chars(const STRING* left, const STRING* right, size_t common, bool fold) {
  for (size_t i = 0; i < common; ++i) {
    const auto a = static_cast<UCHAR>(fold ? upper_char(left->Buffer[i]) : left->Buffer[i]);
    const auto b = static_cast<UCHAR>(fold ? upper_char(right->Buffer[i]) : right->Buffer[i]);
    if (a != b) return static_cast<LONG>(a) - static_cast<LONG>(b);
  }
  return 0;
}

NTSTATUS append_units(PUNICODE_STRING to, PCWCH from, size_t bytes) {
  if (to->Length + bytes > to->MaximumLength) return STATUS_BUFFER_TOO_SMALL;
  memmove(reinterpret_cast<uint8_t*>(to->Buffer) + to->Length, from, bytes);
  to->Length = static_cast<USHORT>(to->Length + bytes);
  if (to->MaximumLength - to->Length >= 2) to->Buffer[units(to)] = 0;
  return STATUS_SUCCESS;
}

NTSTATUS map_case(PUNICODE_STRING to, PCUNICODE_STRING from, BOOLEAN allocate,
                  char16_t (*map)(char16_t)) {
  if (allocate) {
    to->Buffer = static_cast<PWCH>(allocate_string(std::max<size_t>(from->Length, 2)));
    to->MaximumLength = from->Length;
  } else if (to->MaximumLength < from->Length) {
    return STATUS_BUFFER_OVERFLOW;
  }
  for (size_t i = 0; i < units(from); ++i) to->Buffer[i] = map(from->Buffer[i]);
  to->Length = from->Length;
  return STATUS_SUCCESS;
}

}  // namespace
}  // namespace flthost::rtl

using namespace flthost::rtl;

extern "C" {

VOID NTAPI RtlInitUnicodeString(PUNICODE_STRING to, PCWSTR text) {
  const size_t bytes = text == nullptr ? 0 : std::min(length_of(text) * 2, kMaxUnicodeBytes - 2);
  to->Buffer = const_cast<PWCH>(text);
  to->Length = static_cast<USHORT>(bytes);
  to->MaximumLength = static_cast<USHORT>(text == nullptr ? 0 : bytes + 2);
}

NTSTATUS NTAPI RtlInitUnicodeStringEx(PUNICODE_STRING to, PCWSTR text) {
  if (text != nullptr && length_of(text) * 2 > kMaxUnicodeBytes - 2) return STATUS_NAME_TOO_LONG;
  RtlInitUnicodeString(to, text);
  return STATUS_SUCCESS;
}

VOID NTAPI RtlInitAnsiString(PANSI_STRING to, PCSZ text) {
  const size_t bytes = text == nullptr ? 0 : std::min(strlen(text), kMaxAnsiBytes - 1);
  to->Buffer = const_cast<PCHAR>(text);
  to->Length = static_cast<USHORT>(bytes);
  to->MaximumLength = static_cast<USHORT>(text == nullptr ? 0 : bytes + 1);
}

NTSTATUS NTAPI RtlInitAnsiStringEx(PANSI_STRING to, PCSZ text) {
  if (text != nullptr && strlen(text) > kMaxAnsiBytes - 1) return STATUS_NAME_TOO_LONG;
  RtlInitAnsiString(to, text);
  return STATUS_SUCCESS;
}

VOID NTAPI RtlCopyUnicodeString(PUNICODE_STRING to, PCUNICODE_STRING from) {
  if (from == nullptr) {
    to->Length = 0;
    return;
  }
  const USHORT bytes = std::min(from->Length, to->MaximumLength);
  memmove(to->Buffer, from->Buffer, bytes);
  to->Length = bytes;
  if (to->MaximumLength - bytes >= 2) to->Buffer[bytes / 2] = 0;
}

VOID NTAPI RtlCopyString(PSTRING to, const STRING* from) {
  if (from == nullptr) {
    to->Length = 0;
    return;
  }
  const USHORT bytes = std::min(from->Length, to->MaximumLength);
  memmove(to->Buffer, from->Buffer, bytes);
  to->Length = bytes;
}

NTSTATUS NTAPI RtlAppendUnicodeStringToString(PUNICODE_STRING to, PCUNICODE_STRING from) {
  return append_units(to, from->Buffer, from->Length);
}

NTSTATUS NTAPI RtlAppendUnicodeToString(PUNICODE_STRING to, PCWSTR from) {
  return from == nullptr ? STATUS_SUCCESS : append_units(to, from, length_of(from) * 2);
}

NTSTATUS NTAPI RtlAppendStringToString(PSTRING to, const STRING* from) {
  if (to->Length + from->Length > to->MaximumLength) return STATUS_BUFFER_TOO_SMALL;
  memmove(to->Buffer + to->Length, from->Buffer, from->Length);
  to->Length = static_cast<USHORT>(to->Length + from->Length);
  return STATUS_SUCCESS;
}

LONG NTAPI RtlCompareUnicodeStrings(PCWCH left, SIZE_T left_units, PCWCH right, SIZE_T right_units,
                                    BOOLEAN fold) {
  return compare_units(left, left_units, right, right_units, fold);
}

LONG NTAPI RtlCompareUnicodeString(PCUNICODE_STRING left, PCUNICODE_STRING right, BOOLEAN fold) {
  return compare_units(left->Buffer, units(left), right->Buffer, units(right), fold);
}

BOOLEAN NTAPI RtlEqualUnicodeString(PCUNICODE_STRING left, PCUNICODE_STRING right, BOOLEAN fold) {
  return left->Length == right->Length && RtlCompareUnicodeString(left, right, fold) == 0;
}

BOOLEAN NTAPI RtlPrefixUnicodeString(PCUNICODE_STRING prefix, PCUNICODE_STRING whole,
                                     BOOLEAN fold) {
  return prefix->Length <= whole->Length &&
         compare_units(prefix->Buffer, units(prefix), whole->Buffer, units(prefix), fold) == 0;
}

BOOLEAN NTAPI RtlSuffixUnicodeString(PCUNICODE_STRING suffix, PCUNICODE_STRING whole,
                                     BOOLEAN fold) {
  return suffix->Length <= whole->Length &&
         compare_units(suffix->Buffer, units(suffix),
                       whole->Buffer + (units(whole) - units(suffix)), units(suffix), fold) == 0;
}

LONG NTAPI RtlCompareString(const STRING* left, const STRING* right, BOOLEAN fold) {
  const LONG result = compare_chars(left, right, std::min(left->Length, right->Length), fold);
  return result != 0 ? result : static_cast<LONG>(left->Length) - static_cast<LONG>(right->Length);
}

BOOLEAN NTAPI RtlEqualString(const STRING* left, const STRING* right, BOOLEAN fold) {
  return left->Length == right->Length && compare_chars(left, right, left->Length, fold) == 0;
}

BOOLEAN NTAPI RtlPrefixString(const STRING* prefix, const STRING* whole, BOOLEAN fold) {
  return prefix->Length <= whole->Length && compare_chars(prefix, whole, prefix->Length, fold) == 0;
}

WCHAR NTAPI RtlUpcaseUnicodeChar(WCHAR c) {
  return upcase(c);
}
WCHAR NTAPI RtlDowncaseUnicodeChar(WCHAR c) {
  return downcase(c);
}
CHAR NTAPI RtlUpperChar(CHAR c) {
  return upper_char(c);
}

VOID NTAPI RtlUpperString(PSTRING to, const STRING* from) {
  const USHORT bytes = std::min(from->Length, to->MaximumLength);
  for (USHORT i = 0; i < bytes; ++i) to->Buffer[i] = upper_char(from->Buffer[i]);
  to->Length = bytes;
}

NTSTATUS NTAPI RtlUpcaseUnicodeString(PUNICODE_STRING to, PCUNICODE_STRING from, BOOLEAN allocate) {
  return map_case(to, from, allocate, upcase);
}

NTSTATUS NTAPI RtlDowncaseUnicodeString(PUNICODE_STRING to, PCUNICODE_STRING from,
                                        BOOLEAN allocate) {
  return map_case(to, from, allocate, downcase);
}

// x65599, the only documented algorithm; 0 means it too.
NTSTATUS NTAPI RtlHashUnicodeString(PCUNICODE_STRING string, BOOLEAN fold, ULONG algorithm,
                                    PULONG value) {
  if (string == nullptr || value == nullptr || algorithm > HASH_STRING_ALGORITHM_X65599) {
    return STATUS_INVALID_PARAMETER;
  }
  ULONG hash = 0;
  for (size_t i = 0; i < units(string); ++i) {
    hash = hash * 65599 + (fold ? upcase(string->Buffer[i]) : string->Buffer[i]);
  }
  *value = hash;
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI RtlValidateUnicodeString(ULONG flags, PCUNICODE_STRING string) {
  if (flags != 0) return STATUS_INVALID_PARAMETER;
  if (string == nullptr) return STATUS_SUCCESS;
  const bool bad = string->Length % 2 != 0 || string->MaximumLength % 2 != 0 ||
                   string->Length > string->MaximumLength ||
                   (string->Buffer == nullptr && string->MaximumLength != 0);
  return bad ? STATUS_INVALID_PARAMETER : STATUS_SUCCESS;
}

BOOLEAN NTAPI RtlCreateUnicodeString(PUNICODE_STRING to, PCWSTR from) {
  const size_t bytes = (length_of(from) + 1) * 2;
  if (bytes > kMaxUnicodeBytes) return FALSE;
  to->Buffer = static_cast<PWCH>(allocate_string(bytes));
  memcpy(to->Buffer, from, bytes);
  to->Length = static_cast<USHORT>(bytes - 2);
  to->MaximumLength = static_cast<USHORT>(bytes);
  return TRUE;
}

NTSTATUS NTAPI RtlDuplicateUnicodeString(ULONG flags, PCUNICODE_STRING from, PUNICODE_STRING to) {
  if (flags > 3 || flags == 2 || from == nullptr || to == nullptr) return STATUS_INVALID_PARAMETER;
  const bool terminate = (flags & 1) != 0;
  if (from->Length == 0 && flags != 3) {
    *to = {};
    return STATUS_SUCCESS;
  }
  const size_t bytes = from->Length + (terminate ? 2u : 0u);
  if (bytes > kMaxUnicodeBytes) return STATUS_NAME_TOO_LONG;
  to->Buffer = static_cast<PWCH>(allocate_string(bytes));
  memcpy(to->Buffer, from->Buffer, from->Length);
  if (terminate) to->Buffer[units(from)] = 0;
  to->Length = from->Length;
  to->MaximumLength = static_cast<USHORT>(bytes);
  return STATUS_SUCCESS;
}

VOID NTAPI RtlFreeUnicodeString(PUNICODE_STRING string) {
  free_string(string->Buffer);
  *string = {};
}

VOID NTAPI RtlFreeAnsiString(PANSI_STRING string) {
  free_string(string->Buffer);
  *string = {};
}

}  // extern "C"

namespace flthost::rtl {

// Allocating ones are pure too: a fault comes after the allocation, whose memory is lost as on NT.
void add_string_rows(Rows& rows) {
  rows.insert(rows.end(), {RTL_PURE(RtlInitUnicodeString),
                           RTL_PURE(RtlInitUnicodeStringEx),
                           RTL_PURE(RtlInitAnsiString),
                           RTL_PURE(RtlInitAnsiStringEx),
                           RTL_ROW("RtlInitString", RtlInitAnsiString, true),
                           RTL_ROW("RtlInitStringEx", RtlInitAnsiStringEx, true),
                           RTL_ROW("RtlInitUTF8String", RtlInitAnsiString, true),
                           RTL_ROW("RtlInitUTF8StringEx", RtlInitAnsiStringEx, true),
                           RTL_PURE(RtlCopyUnicodeString),
                           RTL_PURE(RtlCopyString),
                           RTL_PURE(RtlAppendUnicodeStringToString),
                           RTL_PURE(RtlAppendUnicodeToString),
                           RTL_PURE(RtlAppendStringToString),
                           RTL_PURE(RtlCompareUnicodeStrings),
                           RTL_PURE(RtlCompareUnicodeString),
                           RTL_PURE(RtlEqualUnicodeString),
                           RTL_PURE(RtlPrefixUnicodeString),
                           RTL_PURE(RtlSuffixUnicodeString),
                           RTL_PURE(RtlCompareString),
                           RTL_PURE(RtlEqualString),
                           RTL_PURE(RtlPrefixString),
                           RTL_PURE(RtlUpcaseUnicodeChar),
                           RTL_PURE(RtlDowncaseUnicodeChar),
                           RTL_PURE(RtlUpperChar),
                           RTL_PURE(RtlUpperString),
                           RTL_PURE(RtlHashUnicodeString),
                           RTL_PURE(RtlValidateUnicodeString),
                           RTL_PURE(RtlUpcaseUnicodeString),
                           RTL_PURE(RtlDowncaseUnicodeString),
                           RTL_PURE(RtlCreateUnicodeString),
                           RTL_PURE(RtlDuplicateUnicodeString),
                           FLTHOST_EXPORT(RtlFreeUnicodeString),
                           FLTHOST_EXPORT(RtlFreeAnsiString),
                           RTL_ROW("RtlFreeOemString", RtlFreeAnsiString, false),
                           RTL_ROW("RtlFreeUTF8String", RtlFreeAnsiString, false)});
}

}  // namespace flthost::rtl
