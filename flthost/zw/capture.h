// Reading what a driver passed and writing what it gets back, when its pointers may be bad.
#pragma once

#include <flthost/mm/mm.h>
#include <flthost/zw/registry.h>

#include <cstring>
#include <string>
#include <vector>

namespace flthost::zw {

template <typename T>
bool read_from(const T* from, T* to) {
  return mm::guarded_copy(to, from, sizeof(T));
}
template <typename T>
bool write_to(T* to, const T& value) {
  return mm::guarded_copy(to, &value, sizeof(T));
}
// A driver's enumerator may be out of its type's range, where even reading it as what it is is
// undefined.
template <typename E>
ULONG raw(const E& value) {
  static_assert(sizeof(E) == sizeof(ULONG));
  ULONG out = 0;
  std::memcpy(&out, &value, sizeof out);
  return out;
}
// A null `from` is the empty string. STATUS_ACCESS_VIOLATION; STATUS_OBJECT_NAME_INVALID when the
// length is odd.
NTSTATUS capture_string(const UNICODE_STRING* from, std::u16string* to);
NTSTATUS capture_terminated(PCWSTR from, std::u16string* to);
NTSTATUS capture_bytes(const void* from, ULONG length, std::vector<uint8_t>* to);
// The rule of every registry query: below the fixed part nothing and STATUS_BUFFER_TOO_SMALL, below
// the whole the part that fits and STATUS_BUFFER_OVERFLOW; *result_length is the whole's size.
NTSTATUS deliver(const QueryResult& result, void* buffer, ULONG length, ULONG* result_length);

}  // namespace flthost::zw
