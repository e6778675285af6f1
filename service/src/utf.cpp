#include "utf.h"

#include <cstdint>

namespace sluice::service {

namespace {

void append(std::string& out, std::uint32_t code) {
  const auto byte = [&out](std::uint32_t value) { out += static_cast<char>(value); };
  if (code < 0x80) {
    byte(code);
  } else if (code < 0x800) {
    byte(0xc0 | (code >> 6));
    byte(0x80 | (code & 0x3f));
  } else if (code < 0x10000) {
    byte(0xe0 | (code >> 12));
    byte(0x80 | ((code >> 6) & 0x3f));
    byte(0x80 | (code & 0x3f));
  } else {
    byte(0xf0 | (code >> 18));
    byte(0x80 | ((code >> 12) & 0x3f));
    byte(0x80 | ((code >> 6) & 0x3f));
    byte(0x80 | (code & 0x3f));
  }
}

bool high_surrogate(char16_t unit) {
  return unit >= 0xd800 && unit <= 0xdbff;
}
bool low_surrogate(char16_t unit) {
  return unit >= 0xdc00 && unit <= 0xdfff;
}

}  // namespace

std::string utf8_from_utf16(std::u16string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char16_t unit = text[i];
    if (high_surrogate(unit) && i + 1 < text.size() && low_surrogate(text[i + 1])) {
      append(out, 0x10000u + ((unit - 0xd800u) << 10) + (text[++i] - 0xdc00u));
    } else {
      append(out, high_surrogate(unit) || low_surrogate(unit) ? 0xfffdu : unit);
    }
  }
  return out;
}

std::u16string utf16_from_utf8(std::string_view text) {
  std::u16string out;
  for (std::size_t i = 0; i < text.size();) {
    const auto lead = static_cast<std::uint8_t>(text[i++]);
    std::size_t more = lead >= 0xf0 ? 3 : lead >= 0xe0 ? 2 : lead >= 0xc0 ? 1 : 0;
    std::uint32_t code = more == 3   ? lead & 7u
                         : more == 2 ? lead & 15u
                         : more == 1 ? lead & 31u
                                     : lead;
    for (; more > 0 && i < text.size(); --more) {
      code = (code << 6) | (static_cast<std::uint8_t>(text[i++]) & 0x3fu);
    }
    if (code >= 0x10000) {
      out += static_cast<char16_t>(0xd800 + ((code - 0x10000) >> 10));
      out += static_cast<char16_t>(0xdc00 + ((code - 0x10000) & 0x3ff));
    } else {
      out += static_cast<char16_t>(code);
    }
  }
  return out;
}

}  // namespace sluice::service
