// The C run-time's string functions in both widths. char16_t is the driver's wchar_t.
#include <flthost/rtl/rtl_internal.h>

#include <algorithm>
#include <cstring>

namespace flthost::rtl {
namespace {

constexpr int kInvalid = 22;  // EINVAL
constexpr int kRange = 34;    // ERANGE
constexpr size_t kTruncate = SIZE_MAX;

template <typename C>
C lower(C c) {
  if constexpr (sizeof(C) == 2) return downcase(c);
  return c >= 'A' && c <= 'Z' ? static_cast<C>(c + 32) : c;
}
template <typename C>
C upper(C c) {
  if constexpr (sizeof(C) == 2) return upcase(c);
  return c >= 'a' && c <= 'z' ? static_cast<C>(c - 32) : c;
}
template <typename C>
int difference(C a, C b) {
  if constexpr (sizeof(C) == 1) return static_cast<uint8_t>(a) - static_cast<uint8_t>(b);
  return static_cast<int>(a) - static_cast<int>(b);
}

template <typename C>
size_t NTAPI length(const C* s) {
  size_t n = 0;
  while (s[n] != 0) ++n;
  return n;
}
template <typename C>
size_t NTAPI length_most(const C* s, size_t most) {
  size_t n = 0;
  while (n < most && s[n] != 0) ++n;
  return n;
}
template <typename C>
int NTAPI compare(const C* a, const C* b) {
  while (*a != 0 && *a == *b) ++a, ++b;
  return difference(*a, *b);
}
template <typename C>
int NTAPI compare_most(const C* a, const C* b, size_t most) {
  for (; most != 0; --most, ++a, ++b) {
    if (*a != *b || *a == 0) return difference(*a, *b);
  }
  return 0;
}
template <typename C>
int NTAPI compare_fold(const C* a, const C* b) {
  while (*a != 0 && lower(*a) == lower(*b)) ++a, ++b;
  return difference(lower(*a), lower(*b));
}
template <typename C>
int NTAPI compare_fold_most(const C* a, const C* b, size_t most) {
  for (; most != 0; --most, ++a, ++b) {
    if (lower(*a) != lower(*b) || *a == 0) return difference(lower(*a), lower(*b));
  }
  return 0;
}
template <typename C>
C* NTAPI copy(C* to, const C* from) {
  C* out = to;
  while ((*out++ = *from++) != 0) {
  }
  return to;
}
template <typename C>
C* NTAPI copy_most(C* to, const C* from, size_t most) {
  size_t i = 0;
  for (; i < most && from[i] != 0; ++i) to[i] = from[i];
  for (; i < most; ++i) to[i] = 0;
  return to;
}
template <typename C>
C* NTAPI append(C* to, const C* from) {
  copy(to + length(to), from);
  return to;
}
template <typename C>
C* NTAPI append_most(C* to, const C* from, size_t most) {
  C* out = to + length(to);
  for (; most != 0 && *from != 0; --most) *out++ = *from++;
  *out = 0;
  return to;
}
template <typename C>
const C* NTAPI find(const C* s, int wanted) {
  for (;; ++s) {
    if (*s == static_cast<C>(wanted)) return s;
    if (*s == 0) return nullptr;
  }
}
template <typename C>
const C* NTAPI find_last(const C* s, int wanted) {
  const C* found = nullptr;
  for (;; ++s) {
    if (*s == static_cast<C>(wanted)) found = s;
    if (*s == 0) return found;
  }
}
template <typename C>
const C* NTAPI find_text(const C* s, const C* wanted) {
  const size_t size = length(wanted);
  for (;; ++s) {
    if (compare_most(s, wanted, size) == 0) return s;
    if (*s == 0) return nullptr;
  }
}
template <typename C>
size_t NTAPI span(const C* s, const C* set) {
  size_t n = 0;
  while (s[n] != 0 && find(set, static_cast<int>(s[n])) != nullptr) ++n;
  return n;
}
template <typename C>
size_t NTAPI span_not(const C* s, const C* set) {
  size_t n = 0;
  while (s[n] != 0 && find(set, static_cast<int>(s[n])) == nullptr) ++n;
  return n;
}
template <typename C>
C* NTAPI make_lower(C* s) {
  for (C* p = s; *p != 0; ++p) *p = lower(*p);
  return s;
}
template <typename C>
C* NTAPI make_upper(C* s) {
  for (C* p = s; *p != 0; ++p) *p = upper(*p);
  return s;
}
int NTAPI make_lower_secure(char16_t* s, size_t size) {
  if (s == nullptr || length_most(s, size) == size) return kInvalid;
  make_lower(s);
  return 0;
}

// strncpy_s and strncat_s: at most `most` units behind `used` that are there already.
template <typename C>
int put_secure(C* to, size_t size, size_t used, const C* from, size_t most) {
  if (from == nullptr) {
    to[0] = 0;
    return kInvalid;
  }
  const size_t room = size - used;
  const size_t wanted = length_most(from, most == kTruncate ? room : most);
  if (wanted >= room && most != kTruncate) {
    to[0] = 0;
    return kRange;
  }
  const size_t units = std::min(wanted, room - 1);
  for (size_t i = 0; i < units; ++i) to[used + i] = from[i];
  to[used + units] = 0;
  constexpr int kStruncate = 80;
  return wanted > units || (most == kTruncate && from[units] != 0) ? kStruncate : 0;
}
template <typename C>
int NTAPI copy_most_secure(C* to, size_t size, const C* from, size_t most) {
  if (to == nullptr || size == 0) return kInvalid;
  return put_secure(to, size, 0, from, most);
}
template <typename C>
int NTAPI copy_secure(C* to, size_t size, const C* from) {
  return copy_most_secure(to, size, from, SIZE_MAX - 1);
}
template <typename C>
int NTAPI append_most_secure(C* to, size_t size, const C* from, size_t most) {
  if (to == nullptr || size == 0) return kInvalid;
  const size_t used = length_most(to, size);
  if (used == size) {
    to[0] = 0;
    return kInvalid;
  }
  return put_secure(to, size, used, from, most);
}
template <typename C>
int NTAPI append_secure(C* to, size_t size, const C* from) {
  return append_most_secure(to, size, from, SIZE_MAX - 1);
}
char* NTAPI token_secure(char* s, const char* delimiters, char** context) {
  if (s == nullptr) s = *context;
  if (s == nullptr) return nullptr;
  s += span(s, delimiters);
  if (*s == 0) {
    *context = s;
    return nullptr;
  }
  char* end = s + span_not(s, delimiters);
  if (*end != 0) *end++ = 0;
  *context = end;
  return s;
}
const void* NTAPI find_byte(const void* memory, int wanted, size_t size) {
  const auto* bytes = static_cast<const uint8_t*>(memory);
  for (size_t i = 0; i < size; ++i) {
    if (bytes[i] == static_cast<uint8_t>(wanted)) return bytes + i;
  }
  return nullptr;
}
int NTAPI move_secure(void* to, size_t size, const void* from, size_t count) {
  if (count == 0) return 0;
  if (to == nullptr) return kInvalid;
  if (from == nullptr || count > size) {
    memset(to, 0, size);
    return from == nullptr ? kInvalid : kRange;
  }
  memmove(to, from, count);
  return 0;
}

}  // namespace

void add_crt_string_rows(Rows& rows) {
  using N = char;
  using W = char16_t;
  rows.insert(rows.end(), {RTL_ROW("strlen", length<N>, true),
                           RTL_ROW("wcslen", length<W>, true),
                           RTL_ROW("strnlen", length_most<N>, true),
                           RTL_ROW("wcsnlen", length_most<W>, true),
                           RTL_ROW("strcmp", compare<N>, true),
                           RTL_ROW("wcscmp", compare<W>, true),
                           RTL_ROW("strncmp", compare_most<N>, true),
                           RTL_ROW("wcsncmp", compare_most<W>, true),
                           RTL_ROW("_stricmp", compare_fold<N>, true),
                           RTL_ROW("_wcsicmp", compare_fold<W>, true),
                           RTL_ROW("_strnicmp", compare_fold_most<N>, true),
                           RTL_ROW("_wcsnicmp", compare_fold_most<W>, true),
                           RTL_ROW("strcpy", copy<N>, true),
                           RTL_ROW("wcscpy", copy<W>, true),
                           RTL_ROW("strncpy", copy_most<N>, true),
                           RTL_ROW("wcsncpy", copy_most<W>, true),
                           RTL_ROW("strcat", append<N>, true),
                           RTL_ROW("wcscat", append<W>, true),
                           RTL_ROW("strncat", append_most<N>, true),
                           RTL_ROW("wcsncat", append_most<W>, true),
                           RTL_ROW("strchr", find<N>, true),
                           RTL_ROW("wcschr", find<W>, true),
                           RTL_ROW("strrchr", find_last<N>, true),
                           RTL_ROW("wcsrchr", find_last<W>, true),
                           RTL_ROW("strstr", find_text<N>, true),
                           RTL_ROW("wcsstr", find_text<W>, true),
                           RTL_ROW("strspn", span<N>, true),
                           RTL_ROW("wcsspn", span<W>, true),
                           RTL_ROW("strcspn", span_not<N>, true),
                           RTL_ROW("wcscspn", span_not<W>, true),
                           RTL_ROW("_strlwr", make_lower<N>, true),
                           RTL_ROW("_wcslwr", make_lower<W>, true),
                           RTL_ROW("_strupr", make_upper<N>, true),
                           RTL_ROW("_wcsupr", make_upper<W>, true),
                           RTL_ROW("_wcslwr_s", make_lower_secure, true),
                           RTL_ROW("strcpy_s", copy_secure<N>, true),
                           RTL_ROW("wcscpy_s", copy_secure<W>, true),
                           RTL_ROW("strncpy_s", copy_most_secure<N>, true),
                           RTL_ROW("wcsncpy_s", copy_most_secure<W>, true),
                           RTL_ROW("strcat_s", append_secure<N>, true),
                           RTL_ROW("wcscat_s", append_secure<W>, true),
                           RTL_ROW("strncat_s", append_most_secure<N>, true),
                           RTL_ROW("wcsncat_s", append_most_secure<W>, true),
                           RTL_ROW("strtok_s", token_secure, true),
                           RTL_ROW("memchr", find_byte, true),
                           RTL_ROW("memcpy_s", move_secure, true),
                           RTL_ROW("memmove_s", move_secure, true)});
}

}  // namespace flthost::rtl
