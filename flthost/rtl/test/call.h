// Exports as a driver sees them: by name, from the component's table.
#pragma once

#include <flthost/rtl/rtl.h>

#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace rtl_test {

inline const void* address_of(std::string_view name) {
  const flthost::ke::ExportTable table = flthost::rtl::exports();
  for (size_t i = 0; i < table.count; ++i) {
    if (name == table.rows[i].name) return table.rows[i].address;
  }
  fprintf(stderr, "no export %.*s\n", static_cast<int>(name.size()), name.data());
  abort();
}

// call<int(const char*)>("strlen")("text")
template <typename R, typename... P>
struct Function;
template <typename R, typename... P>
struct Function<R(P...)> {
  using Type = R(NTAPI*)(P...);
};
template <typename R, typename... P>
struct Function<R(P..., ...)> {
  using Type = R(NTAPI*)(P..., ...);
};
template <typename Signature>
typename Function<Signature>::Type call(std::string_view name) {
  return reinterpret_cast<typename Function<Signature>::Type>(const_cast<void*>(address_of(name)));
}

}  // namespace rtl_test
