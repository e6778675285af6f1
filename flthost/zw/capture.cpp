#include <flthost/zw/capture.h>

#include <algorithm>

namespace flthost::zw {

NTSTATUS capture_string(const UNICODE_STRING* from, std::u16string* to) {
  to->clear();
  if (from == nullptr) return STATUS_SUCCESS;
  UNICODE_STRING string{};
  if (!read_from(from, &string)) return STATUS_ACCESS_VIOLATION;
  if (string.Length % sizeof(char16_t) != 0) return STATUS_OBJECT_NAME_INVALID;
  to->resize(string.Length / sizeof(char16_t));
  if (string.Length == 0) return STATUS_SUCCESS;
  return mm::guarded_copy(to->data(), string.Buffer, string.Length) ? STATUS_SUCCESS
                                                                    : STATUS_ACCESS_VIOLATION;
}

NTSTATUS capture_terminated(PCWSTR from, std::u16string* to) {
  to->clear();
  if (from == nullptr) return STATUS_SUCCESS;
  for (;; ++from) {
    WCHAR one = 0;
    if (!read_from(from, &one)) return STATUS_ACCESS_VIOLATION;
    if (one == 0) return STATUS_SUCCESS;
    to->push_back(static_cast<char16_t>(one));
  }
}

NTSTATUS capture_bytes(const void* from, ULONG length, std::vector<uint8_t>* to) {
  to->clear();
  if (length == 0) return STATUS_SUCCESS;
  // Probed first: a wild length must not make the host allocate gigabytes.
  if (!mm::guarded_probe(from, length, false)) return STATUS_ACCESS_VIOLATION;
  to->resize(length);
  return mm::guarded_copy(to->data(), from, length) ? STATUS_SUCCESS : STATUS_ACCESS_VIOLATION;
}

NTSTATUS deliver(const QueryResult& result, void* buffer, ULONG length, ULONG* result_length) {
  const ULONG whole = static_cast<ULONG>(result.bytes.size());
  if (!write_to(result_length, whole)) return STATUS_ACCESS_VIOLATION;
  if (length < result.fixed) return STATUS_BUFFER_TOO_SMALL;
  if (!mm::guarded_copy(buffer, result.bytes.data(), std::min(length, whole))) {
    return STATUS_ACCESS_VIOLATION;
  }
  return length < whole ? STATUS_BUFFER_OVERFLOW : STATUS_SUCCESS;
}

}  // namespace flthost::zw
