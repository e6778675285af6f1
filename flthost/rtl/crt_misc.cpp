// The rest of the C run-time: numbers, character classes, sorting.
#include <flthost/rtl/rtl_internal.h>

#include <algorithm>
#include <cstring>

namespace flthost::rtl {
namespace {

constexpr int kInvalid = 22;  // EINVAL
constexpr int kRange = 34;    // ERANGE

template <typename C>
int put_number(uint64_t value, bool negative, C* to, size_t size, int radix) {
  if (to == nullptr || size == 0 || radix < 2 || radix > 36) return kInvalid;
  std::string text;
  do {
    text.insert(text.begin(), "0123456789abcdefghijklmnopqrstuvwxyz"[value % radix]);
    value /= static_cast<uint64_t>(radix);
  } while (value != 0);
  if (negative) text.insert(text.begin(), '-');
  if (text.size() >= size) {
    to[0] = 0;
    return kRange;
  }
  for (size_t i = 0; i <= text.size(); ++i) to[i] = static_cast<C>(text.c_str()[i]);
  return 0;
}

template <typename C, typename T>
int NTAPI integer_to_text(T value, C* to, size_t size, int radix) {
  using Wide = std::conditional_t<std::is_signed_v<T>, int64_t, uint64_t>;
  const bool negative = std::is_signed_v<T> && value < 0 && radix == 10;
  const auto wide = static_cast<uint64_t>(static_cast<Wide>(value));
  const uint64_t bits = sizeof(T) == 4 ? static_cast<uint32_t>(wide) : wide;
  return put_number(negative ? 0 - wide : bits, negative, to, size, radix);
}

template <typename C>
uint64_t parse(const C* s, const C** end, int radix) {
  while (*s == ' ' || (*s >= '\t' && *s <= '\r')) ++s;
  const bool negative = *s == '-';
  if (*s == '-' || *s == '+') ++s;
  if ((radix == 0 || radix == 16) && s[0] == '0' && (s[1] == 'x' || s[1] == 'X')) {
    s += 2;
    radix = 16;
  }
  if (radix == 0) radix = *s == '0' ? 8 : 10;
  uint64_t value = 0;
  for (;; ++s) {
    const int c = static_cast<int>(*s);
    const int digit = c >= '0' && c <= '9'   ? c - '0'
                      : c >= 'a' && c <= 'z' ? c - 'a' + 10
                      : c >= 'A' && c <= 'Z' ? c - 'A' + 10
                                             : 99;
    if (digit >= radix) break;
    value = value * static_cast<uint64_t>(radix) + static_cast<uint64_t>(digit);
  }
  if (end != nullptr) *end = s;
  return negative ? 0 - value : value;
}

template <typename C>
int NTAPI text_to_int(const C* s) {
  return static_cast<int>(parse(s, static_cast<const C**>(nullptr), 10));
}
ULONG NTAPI wide_to_ulong(const char16_t* s, const char16_t** end, int radix) {
  const char16_t* stop = s;
  const uint64_t value = parse(s, &stop, radix);
  if (end != nullptr) *end = stop;
  // A negative number is negated in 32 bits; what does not fit is the largest.
  const auto signed_value = static_cast<int64_t>(value);
  const bool fits =
      value <= UINT32_MAX || (signed_value < 0 && signed_value >= -int64_t{UINT32_MAX});
  return fits ? static_cast<ULONG>(value) : UINT32_MAX;
}

int NTAPI is_digit(int c) {
  return c >= '0' && c <= '9';
}
int NTAPI is_lower(int c) {
  return c >= 'a' && c <= 'z';
}
int NTAPI is_upper(int c) {
  return c >= 'A' && c <= 'Z';
}
int NTAPI is_print(int c) {
  return c >= ' ' && c <= '~';
}
int NTAPI is_space(int c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}
int NTAPI is_hex(int c) {
  return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}
int NTAPI to_lower(int c) {
  return is_upper(c) ? c + 32 : c;
}
int NTAPI to_upper(int c) {
  return is_lower(c) ? c - 32 : c;
}
uint16_t NTAPI to_lower_wide(uint16_t c) {
  return downcase(static_cast<char16_t>(c));
}
uint16_t NTAPI to_upper_wide(uint16_t c) {
  return upcase(static_cast<char16_t>(c));
}

using Compare = int(NTAPI*)(const void*, const void*);
using CompareContext = int(NTAPI*)(void*, const void*, const void*);

// Heap sort: no recursion and no memory, whatever the driver's comparison says.
template <typename Less>
void sort_elements(uint8_t* base, size_t count, size_t size, Less less) {
  const auto swap_elements = [&](size_t a, size_t b) {
    std::swap_ranges(base + a * size, base + a * size + size, base + b * size);
  };
  const auto sink = [&](size_t root, size_t end) {
    for (size_t child; (child = root * 2 + 1) < end; root = child) {
      if (child + 1 < end && less(base + child * size, base + (child + 1) * size)) ++child;
      if (!less(base + root * size, base + child * size)) return;
      swap_elements(root, child);
    }
  };
  for (size_t i = count / 2; i-- > 0;) sink(i, count);
  for (size_t end = count; end-- > 1;) {
    swap_elements(0, end);
    sink(0, end);
  }
}

VOID NTAPI sort(void* base, size_t count, size_t size, Compare compare) {
  sort_elements(static_cast<uint8_t*>(base), count, size,
                [&](const void* a, const void* b) { return ke::invoke(compare, a, b) < 0; });
}
VOID NTAPI sort_context(void* base, size_t count, size_t size, CompareContext compare,
                        void* context) {
  sort_elements(static_cast<uint8_t*>(base), count, size, [&](const void* a, const void* b) {
    return ke::invoke(compare, context, a, b) < 0;
  });
}

template <typename Order>
const void* search_elements(const uint8_t* base, size_t count, size_t size, Order order) {
  while (count != 0) {
    const size_t middle = count / 2;
    const uint8_t* element = base + middle * size;
    const int result = order(element);
    if (result == 0) return element;
    if (result > 0) {
      base = element + size;
      count -= middle + 1;
    } else {
      count = middle;
    }
  }
  return nullptr;
}
const void* NTAPI search(const void* key, const void* base, size_t count, size_t size,
                         Compare compare) {
  return search_elements(static_cast<const uint8_t*>(base), count, size,
                         [&](const void* element) { return ke::invoke(compare, key, element); });
}
const void* NTAPI search_context(const void* key, const void* base, size_t count, size_t size,
                                 CompareContext compare, void* context) {
  return search_elements(static_cast<const uint8_t*>(base), count, size, [&](const void* element) {
    return ke::invoke(compare, context, key, element);
  });
}

size_t NTAPI narrow_to_wide(char16_t* to, const char* from, size_t most) {
  size_t n = 0;
  for (; from[n] != 0 && (to == nullptr || n < most); ++n) {
    if (to != nullptr) to[n] = static_cast<uint8_t>(from[n]);
  }
  if (to != nullptr && n < most) to[n] = 0;
  return n;
}
size_t NTAPI wide_to_narrow(char* to, const char16_t* from, size_t most) {
  size_t n = 0;
  for (; from[n] != 0 && (to == nullptr || n < most); ++n) {
    if (from[n] > 0xff) return SIZE_MAX;
    if (to != nullptr) to[n] = static_cast<char>(from[n]);
  }
  if (to != nullptr && n < most) to[n] = 0;
  return n;
}

int NTAPI pure_call(VOID) {
  ke::bugcheck({KMODE_EXCEPTION_NOT_HANDLED,
                {0xc0000025, 0, 0, 0},
                "The driver called a pure virtual function; the object is gone or not built yet."});
}

}  // namespace

void add_crt_misc_rows(Rows& rows) {
  using N = char;
  using W = char16_t;
  constexpr auto kItoa = integer_to_text<N, int32_t>;
  constexpr auto kItow = integer_to_text<W, int32_t>;
  constexpr auto kUltoa = integer_to_text<N, uint32_t>;
  constexpr auto kUltow = integer_to_text<W, uint32_t>;
  constexpr auto kI64toa = integer_to_text<N, int64_t>;
  constexpr auto kI64tow = integer_to_text<W, int64_t>;
  constexpr auto kUi64toa = integer_to_text<N, uint64_t>;
  constexpr auto kUi64tow = integer_to_text<W, uint64_t>;
  const auto row = [](const char* name, auto* function, bool pure = true) {
    return ke::Export{name, reinterpret_cast<const void*>(function), false, pure};
  };
  rows.insert(rows.end(), {row("_itoa_s", kItoa),
                           row("_itow_s", kItow),
                           row("_ltoa_s", kItoa),
                           row("_ltow_s", kItow),
                           row("_ultoa_s", kUltoa),
                           row("_ultow_s", kUltow),
                           row("_i64toa_s", kI64toa),
                           row("_i64tow_s", kI64tow),
                           row("_ui64toa_s", kUi64toa),
                           row("_ui64tow_s", kUi64tow),
                           row("atoi", text_to_int<N>),
                           row("atol", text_to_int<N>),
                           row("_wtoi", text_to_int<W>),
                           row("_wtol", text_to_int<W>),
                           row("wcstoul", wide_to_ulong),
                           row("isdigit", is_digit),
                           row("islower", is_lower),
                           row("isupper", is_upper),
                           row("isprint", is_print),
                           row("isspace", is_space),
                           row("isxdigit", is_hex),
                           row("tolower", to_lower),
                           row("toupper", to_upper),
                           row("towlower", to_lower_wide),
                           row("towupper", to_upper_wide),
                           row("qsort", sort, false),
                           row("qsort_s", sort_context, false),
                           row("bsearch", search, false),
                           row("bsearch_s", search_context, false),
                           row("mbstowcs", narrow_to_wide),
                           row("wcstombs", wide_to_narrow),
                           row("_purecall", pure_call, false)});
}

}  // namespace flthost::rtl
