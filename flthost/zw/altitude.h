// Altitudes: decimal numbers of any length, with or without a fraction.
#pragma once

#include <string_view>

namespace flthost::zw {

inline bool is_altitude(std::u16string_view text) {
  bool dot = false;
  for (const char16_t c : text) {
    if (c == u'.' && !dot) {
      dot = true;
    } else if (c < u'0' || c > u'9') {
      return false;
    }
  }
  return !text.empty() && text.front() != u'.' && text.back() != u'.';
}

// Below 0, 0, above 0; the empty one is below all others.
inline int compare_altitudes(std::u16string_view a, std::u16string_view b) {
  const auto whole = [](std::u16string_view text) { return text.substr(0, text.find(u'.')); };
  const auto strip = [](std::u16string_view text) {
    const size_t first = text.find_first_not_of(u'0');
    return first == std::u16string_view::npos ? text.substr(text.size()) : text.substr(first);
  };
  const auto fraction = [](std::u16string_view text) {
    const size_t dot = text.find(u'.');
    std::u16string_view rest = dot == std::u16string_view::npos ? u"" : text.substr(dot + 1);
    while (!rest.empty() && rest.back() == u'0') rest.remove_suffix(1);
    return rest;
  };
  if (a.empty() || b.empty()) return static_cast<int>(!a.empty()) - static_cast<int>(!b.empty());
  const std::u16string_view left = strip(whole(a)), right = strip(whole(b));
  if (left.size() != right.size()) return left.size() < right.size() ? -1 : 1;
  if (const int order = left.compare(right)) return order;
  return fraction(a).compare(fraction(b));
}

}  // namespace flthost::zw
