// Between character sets: ANSI (code page 1252; OEM strings are the same here), UTF-8, UTF-16.
#include <flthost/rtl/rtl_internal.h>

#include <algorithm>
#include <cstring>

using namespace flthost;

namespace flthost::rtl {
namespace {

// Code page 1252, 0x80 to 0x9f; what it leaves undefined maps to itself.
constexpr char16_t kHigh[32] = {0x20ac, 0x81,   0x201a, 0x192,  0x201e, 0x2026, 0x2020, 0x2021,
                                0x2c6,  0x2030, 0x160,  0x2039, 0x152,  0x8d,   0x17d,  0x8f,
                                0x90,   0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
                                0x2dc,  0x2122, 0x161,  0x203a, 0x153,  0x9d,   0x17e,  0x178};

char16_t from_ansi(char c) {
  const auto byte = static_cast<uint8_t>(c);
  return byte >= 0x80 && byte < 0xa0 ? kHigh[byte - 0x80] : byte;
}

char to_ansi(char16_t unit) {
  if (unit < 0x80 || (unit >= 0xa0 && unit < 0x100)) return static_cast<char>(unit);
  const auto* found = std::find(std::begin(kHigh), std::end(kHigh), unit);
  return found == std::end(kHigh) ? '?' : static_cast<char>(0x80 + (found - kHigh));
}

constexpr char32_t kReplacement = 0xfffd;

// One character from UTF-8; ill-formed bytes give the replacement and `bad`.
char32_t decode_utf8(const char* text, size_t size, size_t& at, bool& bad) {
  const auto first = static_cast<uint8_t>(text[at++]);
  if (first < 0x80) return first;
  const int more = first >= 0xf0 ? 3 : first >= 0xe0 ? 2 : 1;
  char32_t value = first & (0x3f >> more);
  bool good = first >= 0xc2 && first <= 0xf4;
  for (int i = 0; good && i < more; ++i) {
    good = at < size && (static_cast<uint8_t>(text[at]) & 0xc0) == 0x80;
    if (good) value = value << 6 | (static_cast<uint8_t>(text[at++]) & 0x3f);
  }
  constexpr char32_t kLeast[4] = {0, 0x80, 0x800, 0x10000};
  good = good && value >= kLeast[more] && value <= 0x10ffff && (value < 0xd800 || value > 0xdfff);
  if (!good) bad = true;
  return good ? value : kReplacement;
}

char32_t decode_utf16(const char16_t* text, size_t size, size_t& at, bool& bad) {
  const char16_t first = text[at++];
  if (first < 0xd800 || first > 0xdfff) return first;
  if (first < 0xdc00 && at < size && text[at] >= 0xdc00 && text[at] <= 0xdfff) {
    const char16_t second = text[at++];
    return 0x10000 + ((first - 0xd800u) << 10) + (second - 0xdc00u);
  }
  bad = true;
  return kReplacement;
}

int encode_utf8(char32_t c, char* out) {
  if (c < 0x80) {
    out[0] = static_cast<char>(c);
    return 1;
  }
  const int more = c >= 0x10000 ? 3 : c >= 0x800 ? 2 : 1;
  constexpr uint8_t kLead[4] = {0, 0xc0, 0xe0, 0xf0};
  for (int i = more; i > 0; --i, c >>= 6) out[i] = static_cast<char>(0x80 | (c & 0x3f));
  out[0] = static_cast<char>(kLead[more] | c);
  return more + 1;
}

int encode_utf16(char32_t c, char16_t* out) {
  if (c < 0x10000) {
    out[0] = static_cast<char16_t>(c);
    return 1;
  }
  out[0] = static_cast<char16_t>(0xd800 + ((c - 0x10000) >> 10));
  out[1] = static_cast<char16_t>(0xdc00 + ((c - 0x10000) & 0x3ff));
  return 2;
}

// Where the destination of a counted string comes from; STATUS_BUFFER_OVERFLOW when it is too
// small.
template <typename String>
NTSTATUS prepare(String* to, size_t bytes, size_t terminator, BOOLEAN allocate) {
  if (bytes + terminator > 0xffff) return STATUS_INVALID_PARAMETER_2;
  if (allocate) {
    to->Buffer = static_cast<decltype(to->Buffer)>(allocate_string(bytes + terminator));
    to->MaximumLength = static_cast<USHORT>(bytes + terminator);
  } else if (bytes + terminator > to->MaximumLength) {
    return STATUS_BUFFER_OVERFLOW;
  }
  to->Length = static_cast<USHORT>(bytes);
  return STATUS_SUCCESS;
}

}  // namespace

std::string to_utf8(std::u16string_view text) {
  std::string out;
  bool bad = false;
  for (size_t at = 0; at < text.size();) {
    char bytes[4];
    const int count = encode_utf8(decode_utf16(text.data(), text.size(), at, bad), bytes);
    out.append(bytes, static_cast<size_t>(count));
  }
  return out;
}

std::u16string from_utf8(std::string_view text) {
  std::u16string out;
  bool bad = false;
  for (size_t at = 0; at < text.size();) {
    char16_t encoded[2];
    const int count = encode_utf16(decode_utf8(text.data(), text.size(), at, bad), encoded);
    out.append(encoded, static_cast<size_t>(count));
  }
  return out;
}

}  // namespace flthost::rtl

using namespace flthost::rtl;

extern "C" {

NTSTATUS NTAPI RtlAnsiStringToUnicodeString(PUNICODE_STRING to, PANSI_STRING from,
                                            BOOLEAN allocate) {
  const NTSTATUS status = prepare(to, from->Length * 2u, 2, allocate);
  if (status != STATUS_SUCCESS) return status;
  for (USHORT i = 0; i < from->Length; ++i) to->Buffer[i] = from_ansi(from->Buffer[i]);
  to->Buffer[from->Length] = 0;
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI RtlUnicodeStringToAnsiString(PANSI_STRING to, PCUNICODE_STRING from,
                                            BOOLEAN allocate) {
  const size_t count = from->Length / 2u;
  const NTSTATUS status = prepare(to, count, 1, allocate);
  if (status != STATUS_SUCCESS) return status;
  for (size_t i = 0; i < count; ++i) to->Buffer[i] = to_ansi(from->Buffer[i]);
  to->Buffer[count] = 0;
  return STATUS_SUCCESS;
}

ULONG NTAPI RtlxAnsiStringToUnicodeSize(PCANSI_STRING string) {
  return (string->Length + 1u) * 2;
}
ULONG NTAPI RtlxUnicodeStringToAnsiSize(PCUNICODE_STRING string) {
  return string->Length / 2u + 1;
}

NTSTATUS NTAPI RtlMultiByteToUnicodeN(PWCH to, ULONG max_bytes, PULONG bytes, const CHAR* from,
                                      ULONG from_bytes) {
  const ULONG count = std::min(max_bytes / 2, from_bytes);
  for (ULONG i = 0; i < count; ++i) to[i] = from_ansi(from[i]);
  if (bytes != nullptr) *bytes = count * 2;
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI RtlMultiByteToUnicodeSize(PULONG bytes, const CHAR* /*from*/, ULONG from_bytes) {
  *bytes = from_bytes * 2;
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI RtlUnicodeToMultiByteN(PCHAR to, ULONG max_bytes, PULONG bytes, PCWCH from,
                                      ULONG from_bytes) {
  const ULONG count = std::min(max_bytes, from_bytes / 2);
  for (ULONG i = 0; i < count; ++i) to[i] = to_ansi(from[i]);
  if (bytes != nullptr) *bytes = count;
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI RtlUnicodeToMultiByteSize(PULONG bytes, PCWCH /*from*/, ULONG from_bytes) {
  *bytes = from_bytes / 2;
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI RtlUpcaseUnicodeToMultiByteN(PCHAR to, ULONG max_bytes, PULONG bytes, PCWCH from,
                                            ULONG from_bytes) {
  const ULONG count = std::min(max_bytes, from_bytes / 2);
  for (ULONG i = 0; i < count; ++i) to[i] = to_ansi(upcase(from[i]));
  if (bytes != nullptr) *bytes = count;
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI RtlUTF8ToUnicodeN(PWSTR to, ULONG max_bytes, PULONG bytes, PCCH from,
                                 ULONG from_bytes) {
  if (from == nullptr) return STATUS_INVALID_PARAMETER_4;
  if (to == nullptr && bytes == nullptr) return STATUS_INVALID_PARAMETER;
  bool bad = false;
  ULONG written = 0;
  NTSTATUS status = STATUS_SUCCESS;
  for (size_t at = 0; at < from_bytes;) {
    char16_t encoded[2];
    const int count = encode_utf16(decode_utf8(from, from_bytes, at, bad), encoded);
    const ULONG size = static_cast<ULONG>(count) * 2;
    if (to != nullptr) {
      if (written + size > max_bytes) {
        status = STATUS_BUFFER_TOO_SMALL;
        break;
      }
      memcpy(reinterpret_cast<uint8_t*>(to) + written, encoded, size);
    }
    written += size;
  }
  if (bytes != nullptr) *bytes = written;
  return status == STATUS_SUCCESS && bad ? STATUS_SOME_NOT_MAPPED : status;
}

NTSTATUS NTAPI RtlUnicodeToUTF8N(PCHAR to, ULONG max_bytes, PULONG bytes, PCWCH from,
                                 ULONG from_bytes) {
  if (from == nullptr) return STATUS_INVALID_PARAMETER_4;
  if (to == nullptr && bytes == nullptr) return STATUS_INVALID_PARAMETER;
  bool bad = false;
  ULONG written = 0;
  NTSTATUS status = STATUS_SUCCESS;
  for (size_t at = 0; at < from_bytes / 2;) {
    char encoded[4];
    const auto count =
        static_cast<ULONG>(encode_utf8(decode_utf16(from, from_bytes / 2, at, bad), encoded));
    if (to != nullptr) {
      if (written + count > max_bytes) {
        status = STATUS_BUFFER_TOO_SMALL;
        break;
      }
      memcpy(to + written, encoded, count);
    }
    written += count;
  }
  if (bytes != nullptr) *bytes = written;
  return status == STATUS_SUCCESS && bad ? STATUS_SOME_NOT_MAPPED : status;
}

NTSTATUS NTAPI RtlUTF8StringToUnicodeString(PUNICODE_STRING to, PCUTF8_STRING from,
                                            BOOLEAN allocate) {
  ULONG bytes = 0;
  RtlUTF8ToUnicodeN(nullptr, 0, &bytes, from->Buffer, from->Length);
  const NTSTATUS status = prepare(to, bytes, 2, allocate);
  if (status != STATUS_SUCCESS) return status;
  to->Buffer[bytes / 2] = 0;
  return RtlUTF8ToUnicodeN(to->Buffer, bytes, &bytes, from->Buffer, from->Length);
}

NTSTATUS NTAPI RtlUnicodeStringToUTF8String(PUTF8_STRING to, PCUNICODE_STRING from,
                                            BOOLEAN allocate) {
  ULONG bytes = 0;
  RtlUnicodeToUTF8N(nullptr, 0, &bytes, from->Buffer, from->Length);
  const NTSTATUS status = prepare(to, bytes, 1, allocate);
  if (status != STATUS_SUCCESS) return status;
  to->Buffer[bytes] = 0;
  return RtlUnicodeToUTF8N(to->Buffer, bytes, &bytes, from->Buffer, from->Length);
}

}  // extern "C"

namespace flthost::rtl {

void add_conversion_rows(Rows& rows) {
  rows.insert(rows.end(),
              {RTL_PURE(RtlAnsiStringToUnicodeString),
               RTL_PURE(RtlUnicodeStringToAnsiString),
               RTL_PURE(RtlxAnsiStringToUnicodeSize),
               RTL_PURE(RtlxUnicodeStringToAnsiSize),
               RTL_PURE(RtlMultiByteToUnicodeN),
               RTL_PURE(RtlMultiByteToUnicodeSize),
               RTL_PURE(RtlUnicodeToMultiByteN),
               RTL_PURE(RtlUnicodeToMultiByteSize),
               RTL_PURE(RtlUpcaseUnicodeToMultiByteN),
               RTL_ROW("RtlOemStringToUnicodeString", RtlAnsiStringToUnicodeString, true),
               RTL_ROW("RtlUnicodeStringToOemString", RtlUnicodeStringToAnsiString, true),
               RTL_ROW("RtlxOemStringToUnicodeSize", RtlxAnsiStringToUnicodeSize, true),
               RTL_ROW("RtlxUnicodeStringToOemSize", RtlxUnicodeStringToAnsiSize, true),
               RTL_ROW("RtlOemToUnicodeN", RtlMultiByteToUnicodeN, true),
               RTL_ROW("RtlUnicodeToOemN", RtlUnicodeToMultiByteN, true),
               RTL_ROW("RtlUpcaseUnicodeToOemN", RtlUpcaseUnicodeToMultiByteN, true),
               RTL_PURE(RtlUTF8ToUnicodeN),
               RTL_PURE(RtlUnicodeToUTF8N),
               RTL_PURE(RtlUTF8StringToUnicodeString),
               RTL_PURE(RtlUnicodeStringToUTF8String)});
}

}  // namespace flthost::rtl
