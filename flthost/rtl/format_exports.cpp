// The printf family of ntoskrnl over the formatting engine.
#include <flthost/rtl/rtl_internal.h>

#include <algorithm>
#include <cstring>

namespace flthost::rtl {
namespace {

using Arguments = __builtin_ms_va_list;
constexpr size_t kTruncate = SIZE_MAX;

std::string formatted(const char* format, Arguments arguments) {
  return format_narrow(format, arguments);
}
std::u16string formatted(const char16_t* format, Arguments arguments) {
  return format_wide(format, arguments);
}

// _snprintf: -1 when it does not fit, and no terminator when nothing is left for it; without a
// buffer what there would be.
template <typename C>
int print_counted(C* to, size_t count, const C* format, Arguments arguments) {
  const auto text = formatted(format, arguments);
  if (to == nullptr && count == 0) return static_cast<int>(text.size());
  const size_t units = std::min(text.size(), count);
  if (units != 0) memcpy(to, text.data(), units * sizeof(C));
  if (text.size() < count) to[text.size()] = 0;
  return text.size() > count ? -1 : static_cast<int>(text.size());
}

// The _s forms: always terminated; what does not fit is an error, or cut with _TRUNCATE.
template <typename C>
int print_secure(C* to, size_t size, size_t most, const C* format, Arguments arguments) {
  if (to == nullptr || size == 0 || format == nullptr) return -1;
  const auto text = formatted(format, arguments);
  size_t units = text.size();
  bool cut = false;
  if (most != kTruncate && units > most) {
    units = most;
    cut = true;
  }
  if (units >= size) {
    if (most != kTruncate) {
      to[0] = 0;
      return -1;
    }
    units = size - 1;
    cut = true;
  }
  memcpy(to, text.data(), units * sizeof(C));
  to[units] = 0;
  return cut ? -1 : static_cast<int>(units);
}

template <typename C>
int print_unbounded(C* to, const C* format, Arguments arguments) {
  const auto text = formatted(format, arguments);
  memcpy(to, text.c_str(), (text.size() + 1) * sizeof(C));
  return static_cast<int>(text.size());
}

template <typename C>
int NTAPI v_counted(C* to, size_t count, const C* format, Arguments arguments) {
  return print_counted(to, count, format, arguments);
}
template <typename C>
int NTAPI v_secure(C* to, size_t size, size_t most, const C* format, Arguments arguments) {
  return print_secure(to, size, most, format, arguments);
}
template <typename C>
int NTAPI v_unbounded(C* to, const C* format, Arguments arguments) {
  return print_unbounded(to, format, arguments);
}
// sprintf_s knows no cut: everything that does not fit is an error.
template <typename C>
int NTAPI v_sized(C* to, size_t size, const C* format, Arguments arguments) {
  return print_secure(to, size, SIZE_MAX - 1, format, arguments);
}

template <typename C>
int NTAPI p_counted(C* to, size_t count, const C* format, ...) {
  Arguments arguments;
  __builtin_ms_va_start(arguments, format);
  const int result = print_counted(to, count, format, arguments);
  __builtin_ms_va_end(arguments);
  return result;
}
template <typename C>
int NTAPI p_secure(C* to, size_t size, size_t most, const C* format, ...) {
  Arguments arguments;
  __builtin_ms_va_start(arguments, format);
  const int result = print_secure(to, size, most, format, arguments);
  __builtin_ms_va_end(arguments);
  return result;
}
template <typename C>
int NTAPI p_unbounded(C* to, const C* format, ...) {
  Arguments arguments;
  __builtin_ms_va_start(arguments, format);
  const int result = print_unbounded(to, format, arguments);
  __builtin_ms_va_end(arguments);
  return result;
}
template <typename C>
int NTAPI p_sized(C* to, size_t size, const C* format, ...) {
  Arguments arguments;
  __builtin_ms_va_start(arguments, format);
  const int result = print_secure(to, size, SIZE_MAX - 1, format, arguments);
  __builtin_ms_va_end(arguments);
  return result;
}

}  // namespace

void add_format_rows(Rows& rows) {
  rows.insert(rows.end(), {RTL_ROW("_snprintf", p_counted<char>, true),
                           RTL_ROW("_snwprintf", p_counted<char16_t>, true),
                           RTL_ROW("_vsnprintf", v_counted<char>, true),
                           RTL_ROW("_vsnwprintf", v_counted<char16_t>, true),
                           RTL_ROW("_snprintf_s", p_secure<char>, true),
                           RTL_ROW("_snwprintf_s", p_secure<char16_t>, true),
                           RTL_ROW("_vsnprintf_s", v_secure<char>, true),
                           RTL_ROW("_vsnwprintf_s", v_secure<char16_t>, true),
                           RTL_ROW("sprintf", p_unbounded<char>, true),
                           RTL_ROW("swprintf", p_unbounded<char16_t>, true),
                           RTL_ROW("_swprintf", p_unbounded<char16_t>, true),
                           RTL_ROW("vsprintf", v_unbounded<char>, true),
                           RTL_ROW("_vswprintf", v_unbounded<char16_t>, true),
                           RTL_ROW("sprintf_s", p_sized<char>, true),
                           RTL_ROW("swprintf_s", p_sized<char16_t>, true),
                           RTL_ROW("vsprintf_s", v_sized<char>, true),
                           RTL_ROW("vswprintf_s", v_sized<char16_t>, true)});
}

}  // namespace flthost::rtl
