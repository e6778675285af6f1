// Numbers, GUIDs and SIDs as strings, and back.
#include <flthost/rtl/rtl_internal.h>

#include <cinttypes>
#include <cstdio>
#include <cstring>

using namespace flthost;

namespace flthost::rtl {
namespace {

bool good_base(ULONG base) {
  return base == 0 || base == 2 || base == 8 || base == 10 || base == 16;
}

std::string digits_of(uint64_t value, ULONG base) {
  std::string text;
  do {
    text.insert(text.begin(), "0123456789ABCDEF"[value % base]);
    value /= base;
  } while (value != 0);
  return text;
}

NTSTATUS put_narrow(PUNICODE_STRING to, const std::string& text) {
  const size_t bytes = text.size() * 2;
  if (bytes > to->MaximumLength) return STATUS_BUFFER_OVERFLOW;
  for (size_t i = 0; i < text.size(); ++i) to->Buffer[i] = static_cast<WCHAR>(text[i]);
  to->Length = static_cast<USHORT>(bytes);
  if (bytes + 2 <= to->MaximumLength) to->Buffer[text.size()] = 0;
  return STATUS_SUCCESS;
}

// Leading blanks, sign, then 0x, 0o or 0b when `base` is 0. `used` units were read.
template <typename Unit>
uint64_t parse_number(const Unit* text, size_t size, ULONG base, size_t& used, bool& any) {
  size_t at = 0;
  any = false;
  while (at < size && text[at] != 0 && text[at] <= ' ') ++at;
  const bool negative = at < size && text[at] == '-';
  if (at < size && (text[at] == '-' || text[at] == '+')) ++at;
  if (base == 0) {
    base = 10;
    if (at + 1 < size && text[at] == '0') {
      const auto mark = static_cast<unsigned>(text[at + 1]);
      const ULONG found = mark == 'x' ? 16 : mark == 'o' ? 8 : mark == 'b' ? 2 : 10;
      if (found != 10) at += 2;
      base = found;
    }
  }
  uint64_t value = 0;
  for (; at < size; ++at) {
    const auto c = static_cast<unsigned>(text[at]);
    const unsigned digit = c >= '0' && c <= '9'   ? c - '0'
                           : c >= 'a' && c <= 'f' ? c - 'a' + 10
                           : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                                  : 99;
    if (digit >= base) break;
    value = value * base + digit;
    any = true;
  }
  used = at;
  return negative ? 0 - value : value;
}

int hex_digit(char16_t c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

}  // namespace
}  // namespace flthost::rtl

using namespace flthost::rtl;

extern "C" {

NTSTATUS NTAPI RtlInt64ToUnicodeString(ULONGLONG value, ULONG base, PUNICODE_STRING to) {
  if (!good_base(base)) return STATUS_INVALID_PARAMETER;
  return put_narrow(to, digits_of(value, base == 0 ? 10 : base));
}

NTSTATUS NTAPI RtlIntegerToUnicodeString(ULONG value, ULONG base, PUNICODE_STRING to) {
  return RtlInt64ToUnicodeString(value, base, to);
}

NTSTATUS NTAPI RtlUnicodeStringToInteger(PCUNICODE_STRING string, ULONG base, PULONG value) {
  if (!good_base(base)) return STATUS_INVALID_PARAMETER;
  size_t used;
  bool any;
  *value = static_cast<ULONG>(parse_number(string->Buffer, string->Length / 2u, base, used, any));
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI RtlUnicodeStringToInt64(UNICODE_STRING* string, ULONG base, LONGLONG* value,
                                       PWSTR* end) {
  if (!good_base(base)) return STATUS_INVALID_PARAMETER;
  size_t used;
  bool any;
  *value =
      static_cast<LONGLONG>(parse_number(string->Buffer, string->Length / 2u, base, used, any));
  if (end != nullptr) *end = string->Buffer + used;
  return any ? STATUS_SUCCESS : STATUS_NO_DATA_DETECTED;
}

NTSTATUS NTAPI RtlCharToInteger(PCSZ text, ULONG base, PULONG value) {
  if (!good_base(base)) return STATUS_INVALID_PARAMETER;
  size_t used;
  bool any;
  *value = static_cast<ULONG>(parse_number(text, strlen(text), base, used, any));
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI RtlStringFromGUID(REFGUID guid, PUNICODE_STRING to) {
  char text[40];
  snprintf(text, sizeof text, "{%08X-%04X-%04X-%02X%02X-%02X%02X%02X%02X%02X%02X}", guid.Data1,
           guid.Data2, guid.Data3, guid.Data4[0], guid.Data4[1], guid.Data4[2], guid.Data4[3],
           guid.Data4[4], guid.Data4[5], guid.Data4[6], guid.Data4[7]);
  to->MaximumLength = static_cast<USHORT>((strlen(text) + 1) * 2);
  to->Buffer = static_cast<PWCH>(allocate_string(to->MaximumLength));
  return put_narrow(to, text);
}

NTSTATUS NTAPI RtlGUIDFromString(PUNICODE_STRING string, GUID* guid) {
  static constexpr char kPattern[] = "{xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx}";
  if (string->Length < (sizeof kPattern - 1) * 2) return STATUS_INVALID_PARAMETER;
  uint8_t bytes[16];
  size_t count = 0;
  for (size_t i = 0; kPattern[i] != 0; ++i) {
    if (kPattern[i] != 'x') {
      if (string->Buffer[i] != static_cast<WCHAR>(kPattern[i])) return STATUS_INVALID_PARAMETER;
      continue;
    }
    const int digit = hex_digit(string->Buffer[i]);
    if (digit < 0) return STATUS_INVALID_PARAMETER;
    bytes[count / 2] = static_cast<uint8_t>(count % 2 == 0 ? digit << 4 : bytes[count / 2] | digit);
    ++count;
  }
  guid->Data1 = static_cast<ULONG>(bytes[0]) << 24 | static_cast<ULONG>(bytes[1]) << 16 |
                static_cast<ULONG>(bytes[2]) << 8 | bytes[3];
  guid->Data2 = static_cast<USHORT>(bytes[4] << 8 | bytes[5]);
  guid->Data3 = static_cast<USHORT>(bytes[6] << 8 | bytes[7]);
  memcpy(guid->Data4, bytes + 8, 8);
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI RtlConvertSidToUnicodeString(PUNICODE_STRING to, PSID raw, BOOLEAN allocate) {
  const auto* sid = static_cast<const SID*>(raw);
  if (sid->Revision != SID_REVISION || sid->SubAuthorityCount > SID_MAX_SUB_AUTHORITIES) {
    return STATUS_INVALID_SID;
  }
  uint64_t authority = 0;
  for (const UCHAR byte : sid->IdentifierAuthority.Value) authority = authority << 8 | byte;
  char number[32];
  snprintf(number, sizeof number, authority < 0x100000000 ? "%" PRIu64 : "0x%" PRIx64, authority);
  std::string text = std::string("S-1-") + number;
  const auto* sub = reinterpret_cast<const ULONG*>(static_cast<const uint8_t*>(raw) + 8);
  for (int i = 0; i < sid->SubAuthorityCount; ++i) text += "-" + std::to_string(sub[i]);
  if (allocate) {
    to->MaximumLength = static_cast<USHORT>((text.size() + 1) * 2);
    to->Buffer = static_cast<PWCH>(allocate_string(to->MaximumLength));
  }
  return put_narrow(to, text);
}

}  // extern "C"

namespace flthost::rtl {

void add_number_rows(Rows& rows) {
  rows.insert(rows.end(),
              {FLTHOST_EXPORT(RtlInt64ToUnicodeString), FLTHOST_EXPORT(RtlIntegerToUnicodeString),
               RTL_PURE(RtlUnicodeStringToInteger), RTL_PURE(RtlUnicodeStringToInt64),
               RTL_PURE(RtlCharToInteger), RTL_PURE(RtlGUIDFromString),
               FLTHOST_EXPORT(RtlStringFromGUID), FLTHOST_EXPORT(RtlConvertSidToUnicodeString)});
}

}  // namespace flthost::rtl
