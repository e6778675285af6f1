// Short names: 8.3, in the OEM character set.
#include <flthost/rtl/rtl_internal.h>

#include <cstring>
#include <string_view>

using namespace flthost::rtl;

namespace {

constexpr size_t kLongest = 12;  // 8 + '.' + 3

bool legal(char c) {
  const auto byte = static_cast<uint8_t>(c);
  return byte >= 0x20 && std::string_view("\"*+,/:;<=>?[\\]|").find(c) == std::string_view::npos;
}

// `name` has at most twelve characters.
bool legal_8dot3(std::string_view name) {
  if (name == "." || name == "..") return true;
  if (name.empty() || name.front() == '.' || name.back() == '.' || name.back() == ' ') return false;
  for (const char c : name) {
    if (!legal(c)) return false;
  }
  const size_t dot = name.find('.');
  if (dot == std::string_view::npos) return name.size() <= 8;
  if (name.find('.', dot + 1) != std::string_view::npos) return false;
  return dot <= 8 && name[dot - 1] != ' ' && name.size() - dot - 1 <= 3;
}

}  // namespace

extern "C" {

BOOLEAN NTAPI RtlIsNameLegalDOS8Dot3(PCUNICODE_STRING Name, POEM_STRING OemName,
                                     PBOOLEAN NameContainsSpaces) {
  const ULONG bytes = Name->Length;
  if (bytes > kLongest * sizeof(WCHAR)) return FALSE;
  char text[kLongest];
  ULONG length = 0;
  RtlUpcaseUnicodeToMultiByteN(text, sizeof text, &length, Name->Buffer, bytes);
  if (OemName != nullptr) {
    if (OemName->MaximumLength < length) return FALSE;
    memcpy(OemName->Buffer, text, length);
    OemName->Length = static_cast<USHORT>(length);
  }
  const std::string_view name(text, length);
  if (!legal_8dot3(name)) return FALSE;
  if (NameContainsSpaces != nullptr) {
    *NameContainsSpaces = name.find(' ') != std::string_view::npos;
  }
  return TRUE;
}

}  // extern "C"

namespace flthost::rtl {

void add_name_rows(Rows& rows) {
  rows.insert(rows.end(), {RTL_PURE(RtlIsNameLegalDOS8Dot3)});
}

}  // namespace flthost::rtl
