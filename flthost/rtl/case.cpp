// The case table: one unit to one unit, made from the C library's Unicode data.
#include <flthost/rtl/rtl_internal.h>

#include <array>
#include <clocale>
#include <cwctype>

namespace flthost::rtl {
namespace {

struct CaseTable {
  std::array<char16_t, 0x10000> up;
  std::array<char16_t, 0x10000> down;

  CaseTable() {
    locale_t unicode = newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr);
    for (uint32_t c = 0; c < 0x10000; ++c) {
      const bool surrogate = c >= 0xd800 && c < 0xe000;
      const wint_t upper = unicode == nullptr || surrogate ? ascii_up(c) : towupper_l(c, unicode);
      const wint_t lower = unicode == nullptr || surrogate ? ascii_down(c) : towlower_l(c, unicode);
      up[c] = fits(c, upper) ? static_cast<char16_t>(upper) : static_cast<char16_t>(c);
      down[c] = fits(c, lower) ? static_cast<char16_t>(lower) : static_cast<char16_t>(c);
    }
    if (unicode != nullptr) freelocale(unicode);
  }

  static wint_t ascii_up(uint32_t c) { return c >= 'a' && c <= 'z' ? c - 32 : c; }
  static wint_t ascii_down(uint32_t c) { return c >= 'A' && c <= 'Z' ? c + 32 : c; }
  // As file systems have it: no letter becomes ASCII that was not, and the micro sign stays.
  static bool fits(uint32_t c, wint_t mapped) {
    return mapped < 0x10000 && (c < 0x80) == (mapped < 0x80) && c != 0xb5;
  }
};

const CaseTable& table() {
  static const CaseTable* made = new CaseTable;
  return *made;
}

}  // namespace

char16_t upcase(char16_t unit) {
  if (unit < 0x80) return unit >= 'a' && unit <= 'z' ? static_cast<char16_t>(unit - 32) : unit;
  return table().up[unit];
}

char16_t downcase(char16_t unit) {
  if (unit < 0x80) return unit >= 'A' && unit <= 'Z' ? static_cast<char16_t>(unit + 32) : unit;
  return table().down[unit];
}

}  // namespace flthost::rtl
