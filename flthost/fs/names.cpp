#include <flthost/fs/names.h>

#include <cstddef>
#include <cstdint>

namespace flthost::fs {
namespace {

constexpr char16_t kEscape = 0xF000;

bool is_reserved(uint32_t c) {
  switch (c) {
    case ':':
    case '\\':
    case '*':
    case '?':
    case '"':
    case '<':
    case '>':
    case '|':
      return true;
    default:
      return c < 0x20;
  }
}

// Length of the valid UTF-8 sequence at the start of `bytes` and its character; 0 if it is none.
size_t decode_utf8(std::string_view bytes, uint32_t* character) {
  const auto at = [&](size_t i) { return static_cast<uint8_t>(bytes[i]); };
  const uint8_t first = at(0);
  if (first < 0x80) {
    *character = first;
    return 1;
  }
  size_t length = 0;
  uint32_t value = 0;
  uint32_t least = 0;
  if ((first & 0xE0) == 0xC0) {
    length = 2, value = first & 0x1FU, least = 0x80;
  } else if ((first & 0xF0) == 0xE0) {
    length = 3, value = first & 0x0FU, least = 0x800;
  } else if ((first & 0xF8) == 0xF0) {
    length = 4, value = first & 0x07U, least = 0x10000;
  } else {
    return 0;
  }
  if (bytes.size() < length) return 0;
  for (size_t i = 1; i < length; ++i) {
    if ((at(i) & 0xC0) != 0x80) return 0;
    value = (value << 6) | (at(i) & 0x3FU);
  }
  if (value < least || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) return 0;
  *character = value;
  return length;
}

void append_utf8(uint32_t c, std::string& out) {
  const auto put = [&](uint32_t byte) { out.push_back(static_cast<char>(byte)); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0 | (c >> 6));
    put(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    put(0xE0 | (c >> 12));
    put(0x80 | ((c >> 6) & 0x3F));
    put(0x80 | (c & 0x3F));
  } else {
    put(0xF0 | (c >> 18));
    put(0x80 | ((c >> 12) & 0x3F));
    put(0x80 | ((c >> 6) & 0x3F));
    put(0x80 | (c & 0x3F));
  }
}

}  // namespace

void append_nt_name(std::string_view linux_name, std::u16string& path) {
  while (!linux_name.empty()) {
    uint32_t c = 0;
    size_t length = decode_utf8(linux_name, &c);
    if (length == 0 || (c >= kEscape && c <= kEscape + 0xFF)) {
      // Byte by byte: the bytes that follow in the sequence are not valid on their own either.
      const size_t bytes = length == 0 ? 1 : length;
      for (size_t i = 0; i < bytes; ++i) {
        path.push_back(static_cast<char16_t>(kEscape + static_cast<uint8_t>(linux_name[i])));
      }
      length = bytes;
    } else if (is_reserved(c)) {
      path.push_back(static_cast<char16_t>(kEscape + c));
    } else if (c >= 0x10000) {
      path.push_back(static_cast<char16_t>(0xD800 + ((c - 0x10000) >> 10)));
      path.push_back(static_cast<char16_t>(0xDC00 + ((c - 0x10000) & 0x3FF)));
    } else {
      path.push_back(static_cast<char16_t>(c));
    }
    linux_name.remove_prefix(length);
  }
}

std::u16string to_nt_name(std::string_view linux_name) {
  std::u16string name;
  name.reserve(linux_name.size());
  append_nt_name(linux_name, name);
  return name;
}

bool to_linux_name(std::u16string_view nt_name, std::string* linux_name) {
  linux_name->clear();
  for (size_t i = 0; i < nt_name.size(); ++i) {
    uint32_t c = nt_name[i];
    if (is_reserved(c) || c == '/' || c == kEscape) return false;
    if (c >= 0xD800 && c <= 0xDFFF) {
      if (c > 0xDBFF || i + 1 == nt_name.size()) return false;
      const uint32_t low = nt_name[++i];
      if (low < 0xDC00 || low > 0xDFFF) return false;
      c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
    }
    if (c > kEscape && c <= kEscape + 0xFF) {
      if (c == kEscape + '/') return false;
      linux_name->push_back(static_cast<char>(c - kEscape));
    } else {
      append_utf8(c, *linux_name);
    }
  }
  return !linux_name->empty() && *linux_name != "." && *linux_name != "..";
}

}  // namespace flthost::fs
