// The rule of ZwQueryInformationXxx: a buffer of exactly the class's size, or of at least it where
// something follows; the size goes to *return_length when that is wanted.
#pragma once

#include <flthost/zw/capture.h>

namespace flthost::zw {

template <typename T>
std::vector<uint8_t> as_bytes(const T& value) {
  std::vector<uint8_t> out(sizeof value);
  std::memcpy(out.data(), &value, sizeof value);
  return out;
}

inline NTSTATUS give_information(const std::vector<uint8_t>& value, bool exact, void* buffer,
                                 ULONG length, ULONG* return_length) {
  const ULONG bytes = static_cast<ULONG>(value.size());
  if (return_length != nullptr && !write_to(return_length, bytes)) return STATUS_ACCESS_VIOLATION;
  if (exact ? length != bytes : length < bytes) return STATUS_INFO_LENGTH_MISMATCH;
  return mm::guarded_copy(buffer, value.data(), bytes) ? STATUS_SUCCESS : STATUS_ACCESS_VIOLATION;
}

// A UNICODE_STRING and its text behind it, as it has to lie at `address`.
inline std::vector<uint8_t> counted_string(const std::u16string& text, const void* address) {
  const size_t bytes = text.size() * sizeof(char16_t);
  std::vector<uint8_t> out(sizeof(UNICODE_STRING) + bytes + sizeof(char16_t));
  UNICODE_STRING string{};
  string.Length = static_cast<USHORT>(bytes);
  string.MaximumLength = static_cast<USHORT>(bytes + sizeof(char16_t));
  string.Buffer = reinterpret_cast<PWCH>(const_cast<char*>(static_cast<const char*>(address)) +
                                         sizeof(UNICODE_STRING));
  if (text.empty()) string = {};
  std::memcpy(out.data(), &string, sizeof string);
  std::memcpy(out.data() + sizeof string, text.c_str(), bytes + sizeof(char16_t));
  return out;
}

}  // namespace flthost::zw
