// printf with the kernel's meaning: %wZ and %Z counted strings, %ws %ls %S, %I64x %I32x, %p without
// 0x. One engine for both widths; floating point is refused as in the kernel's CRT of drivers built
// without it (printed as the letter).
#include <flthost/rtl/rtl_internal.h>

#include <algorithm>
#include <cstring>

namespace flthost::rtl {
namespace {

enum class Size { Default, Byte, Short, Long64, Wide, Narrow };

struct Spec {
  bool left = false, plus = false, space = false, zero = false, alternate = false;
  int width = 0;
  int precision = -1;
  Size size = Size::Default;
  char conversion = 0;
};

// Reads one specification; `at` stands behind its '%'. False at the end of the format.
template <typename Unit>
class SpecReader {
 public:
  SpecReader(const Unit*& at, __builtin_ms_va_list* arguments) : at_(at), arguments_(arguments) {}

  bool read(Spec& spec) {
    flags(spec);
    spec.width = number_or_star();
    if (spec.width < 0) {
      spec.left = true;
      spec.width = -spec.width;
    }
    if (*at_ == '.') {
      ++at_;
      spec.precision = std::max(number_or_star(), -1);
    }
    spec.width = std::min(spec.width, kMost);
    spec.precision = std::min(spec.precision, kMost);
    size(spec);
    if (*at_ == 0) return false;
    spec.conversion = *at_ < 0x80 ? static_cast<char>(*at_) : '?';
    ++at_;
    return true;
  }

 private:
  static constexpr int kMost = 4096;

  void flags(Spec& spec) {
    for (;; ++at_) {
      if (*at_ == '-') {
        spec.left = true;
      } else if (*at_ == '+') {
        spec.plus = true;
      } else if (*at_ == ' ') {
        spec.space = true;
      } else if (*at_ == '0') {
        spec.zero = true;
      } else if (*at_ == '#') {
        spec.alternate = true;
      } else {
        return;
      }
    }
  }

  int number_or_star() {
    if (*at_ == '*') {
      ++at_;
      return __builtin_va_arg(*arguments_, int);
    }
    int value = 0;
    for (; *at_ >= '0' && *at_ <= '9'; ++at_) value = std::min(value * 10 + (*at_ - '0'), 100000);
    return value;
  }

  bool take(const char* text) {
    const size_t length = strlen(text);
    for (size_t i = 0; i < length; ++i) {
      if (at_[i] != static_cast<Unit>(text[i])) return false;
    }
    at_ += length;
    return true;
  }

  void size(Spec& spec) {
    if (take("I64") || take("ll")) {
      spec.size = Size::Long64;
    } else if (take("I32")) {
      spec.size = Size::Default;
    } else if (take("I") || take("z") || take("t") || take("j")) {
      spec.size = Size::Long64;
    } else if (take("hh")) {
      spec.size = Size::Byte;
    } else if (take("h")) {
      spec.size = Size::Narrow;
    } else if (take("l") || take("w")) {
      spec.size = Size::Wide;
    }
  }

  const Unit*& at_;
  __builtin_ms_va_list* arguments_;
};

template <typename Unit>
class Formatter {
 public:
  std::basic_string<Unit> run(const Unit* format, __builtin_ms_va_list* arguments) {
    arguments_ = arguments;
    while (*format != 0) {
      if (*format != '%') {
        out_ += *format++;
        continue;
      }
      ++format;
      Spec spec;
      if (!SpecReader<Unit>(format, arguments).read(spec)) break;
      convert(spec);
    }
    return std::move(out_);
  }

 private:
  static constexpr bool kWide = sizeof(Unit) == 2;

  void convert(const Spec& spec) {
    switch (spec.conversion) {
      case 'd':
      case 'i':
        return signed_number(spec);
      case 'u':
        return unsigned_number(spec, 10, false);
      case 'x':
        return unsigned_number(spec, 16, false);
      case 'X':
        return unsigned_number(spec, 16, true);
      case 'o':
        return unsigned_number(spec, 8, false);
      case 'p': {
        Spec pointer = spec;
        pointer.size = Size::Long64;
        pointer.precision = 16;
        return unsigned_number(pointer, 16, true);
      }
      case 'c':
      case 'C':
        return character(spec);
      case 's':
      case 'S':
        return string(spec);
      case 'Z':
        return counted(spec);
      default:
        out_ += static_cast<Unit>(spec.conversion);
    }
  }

  // An 'h' means the narrow kind, 'l' and 'w' the wide one, else the letter decides.
  bool wide_argument(const Spec& spec) const {
    if (spec.size == Size::Wide) return true;
    if (spec.size == Size::Narrow) return false;
    const bool capital = spec.conversion == 'S' || spec.conversion == 'C';
    return spec.conversion == 'Z' ? false : kWide != capital;
  }

  uint64_t fetch(const Spec& spec) {
    if (spec.size == Size::Long64) return __builtin_va_arg(*arguments_, uint64_t);
    return __builtin_va_arg(*arguments_, uint32_t);
  }

  void signed_number(const Spec& spec) {
    const uint64_t raw = fetch(spec);
    int64_t value = spec.size == Size::Long64   ? static_cast<int64_t>(raw)
                    : spec.size == Size::Narrow ? static_cast<int16_t>(raw)
                    : spec.size == Size::Byte   ? static_cast<int8_t>(raw)
                                                : static_cast<int32_t>(raw);
    const char* sign = value < 0 ? "-" : spec.plus ? "+" : spec.space ? " " : "";
    const uint64_t magnitude = value < 0 ? 0 - static_cast<uint64_t>(value) : value;
    number(spec, sign, magnitude, 10, false);
  }

  void unsigned_number(const Spec& spec, unsigned base, bool capital) {
    uint64_t value = fetch(spec);
    if (spec.size == Size::Narrow) value &= 0xffff;
    if (spec.size == Size::Byte) value &= 0xff;
    const char* prefix = !spec.alternate || value == 0 || base == 10 ? ""
                         : base == 8                                 ? "0"
                         : capital                                   ? "0X"
                                                                     : "0x";
    number(spec, prefix, value, base, capital);
  }

  void number(const Spec& spec, const char* prefix, uint64_t value, unsigned base, bool capital) {
    std::string digits;
    for (; value != 0; value /= base) {
      digits.insert(digits.begin(),
                    (capital ? "0123456789ABCDEF" : "0123456789abcdef")[value % base]);
    }
    const size_t least = spec.precision < 0 ? 1 : static_cast<size_t>(spec.precision);
    if (digits.size() < least) digits.insert(0, least - digits.size(), '0');
    const size_t used = digits.size() + strlen(prefix);
    const size_t width = static_cast<size_t>(spec.width);
    if (spec.zero && !spec.left && spec.precision < 0 && used < width) {
      digits.insert(0, width - used, '0');
    }
    pad(spec, prefix + digits, [this](char c) { out_ += static_cast<Unit>(c); });
  }

  template <typename Text, typename Put>
  void pad(const Spec& spec, const Text& text, Put put) {
    const size_t width = static_cast<size_t>(spec.width);
    const size_t padding = text.size() < width ? width - text.size() : 0;
    if (!spec.left) out_.append(padding, static_cast<Unit>(' '));
    for (const auto unit : text) put(unit);
    if (spec.left) out_.append(padding, static_cast<Unit>(' '));
  }

  void put_text(const Spec& spec, std::u16string_view text) {
    if constexpr (kWide) {
      pad(spec, text, [this](char16_t c) { out_ += c; });
    } else {
      pad(spec, to_utf8(text), [this](char c) { out_ += c; });
    }
  }
  void put_text(const Spec& spec, std::string_view text) {
    if constexpr (kWide) {
      pad(spec, from_utf8(text), [this](char16_t c) { out_ += c; });
    } else {
      pad(spec, text, [this](char c) { out_ += c; });
    }
  }

  void character(const Spec& spec) {
    const auto value = __builtin_va_arg(*arguments_, uint32_t);
    if (wide_argument(spec)) {
      const auto unit = static_cast<char16_t>(value);
      put_text(spec, std::u16string_view(&unit, 1));
    } else {
      const auto unit = static_cast<char>(value);
      put_text(spec, std::string_view(&unit, 1));
    }
  }

  template <typename C>
  void terminated(const Spec& spec, const C* text) {
    if (text == nullptr) return put_text(spec, std::string_view("(null)"));
    const size_t most = spec.precision < 0 ? SIZE_MAX : static_cast<size_t>(spec.precision);
    size_t length = 0;
    while (length < most && text[length] != 0) ++length;
    put_text(spec, std::basic_string_view<C>(text, length));
  }

  void string(const Spec& spec) {
    const void* text = __builtin_va_arg(*arguments_, const void*);
    if (wide_argument(spec)) {
      terminated(spec, static_cast<const char16_t*>(text));
    } else {
      terminated(spec, static_cast<const char*>(text));
    }
  }

  void counted(const Spec& spec) {
    const void* argument = __builtin_va_arg(*arguments_, const void*);
    const size_t most = spec.precision < 0 ? SIZE_MAX : static_cast<size_t>(spec.precision);
    const auto* wide = static_cast<const UNICODE_STRING*>(argument);
    if (argument == nullptr || wide->Buffer == nullptr) {
      return put_text(spec, std::string_view("(null)"));
    }
    if (wide_argument(spec)) {
      put_text(spec, std::u16string_view(wide->Buffer, std::min<size_t>(wide->Length / 2u, most)));
    } else {
      const auto* narrow = static_cast<const STRING*>(argument);
      put_text(spec, std::string_view(narrow->Buffer, std::min<size_t>(narrow->Length, most)));
    }
  }

  std::basic_string<Unit> out_;
  __builtin_ms_va_list* arguments_ = nullptr;
};

}  // namespace

std::u16string format_wide(const char16_t* format, __builtin_ms_va_list arguments) {
  __builtin_ms_va_list copy;
  __builtin_ms_va_copy(copy, arguments);
  std::u16string out = Formatter<char16_t>().run(format, &copy);
  __builtin_ms_va_end(copy);
  return out;
}

std::string format_narrow(const char* format, __builtin_ms_va_list arguments) {
  __builtin_ms_va_list copy;
  __builtin_ms_va_copy(copy, arguments);
  std::string out = Formatter<char>().run(format, &copy);
  __builtin_ms_va_end(copy);
  return out;
}

}  // namespace flthost::rtl
