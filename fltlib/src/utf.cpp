#include "utf.h"

#include <cstdint>

namespace fltlib {
namespace {

constexpr uint32_t kReplacement = 0xFFFD;

// The code point at `at`, which moves behind it.
uint32_t next(std::string_view text, size_t& at) {
  const auto lead = static_cast<uint8_t>(text[at++]);
  if (lead < 0x80) return lead;
  const int more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : lead >= 0xC0 ? 1 : 0;
  if (more == 0) return kReplacement;
  uint32_t code = lead & (0x3Fu >> more);
  for (int i = 0; i < more; ++i, ++at) {
    if (at >= text.size() || (static_cast<uint8_t>(text[at]) & 0xC0) != 0x80) return kReplacement;
    code = code << 6 | (static_cast<uint8_t>(text[at]) & 0x3Fu);
  }
  return code <= 0x10FFFF ? code : kReplacement;
}

}  // namespace

std::string to_utf8(std::u16string_view text) {
  std::string out;
  for (size_t i = 0; i < text.size(); ++i) {
    uint32_t code = text[i];
    if ((code & 0xF800) == 0xD800) {
      const bool pair =
          (code & 0x400) == 0 && i + 1 < text.size() && (text[i + 1] & 0xFC00) == 0xDC00;
      code = pair ? 0x10000 + ((code & 0x3FF) << 10 | (text[i + 1] & 0x3FFu)) : kReplacement;
      i += pair ? 1 : 0;
    }
    if (code < 0x80) {
      out += static_cast<char>(code);
      continue;
    }
    const int more = code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
    constexpr uint8_t kLead[] = {0, 0xC0, 0xE0, 0xF0};
    out += static_cast<char>(kLead[more] | code >> (6 * more));
    for (int k = more - 1; k >= 0; --k) out += static_cast<char>(0x80 | (code >> (6 * k) & 0x3F));
  }
  return out;
}

std::u16string to_utf16(std::string_view text) {
  std::u16string out;
  for (size_t at = 0; at < text.size();) {
    const uint32_t code = next(text, at);
    if (code < 0x10000) {
      out += static_cast<char16_t>(code);
    } else {
      out += static_cast<char16_t>(0xD7C0 + (code >> 10));
      out += static_cast<char16_t>(0xDC00 + (code & 0x3FF));
    }
  }
  return out;
}

}  // namespace fltlib
