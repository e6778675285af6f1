// ZwXxxKey.
#include <flthost/zw/capture.h>
#include <flthost/zw/keys.h>
#include <flthost/zw/zw.h>

namespace flthost::zw {
namespace {

struct Target {
  KeyRef root;
  std::u16string path;
  ULONG attributes = 0;
};

NTSTATUS capture_target(const OBJECT_ATTRIBUTES* from, Target* target) {
  OBJECT_ATTRIBUTES attributes{};
  if (!read_from(from, &attributes)) return STATUS_ACCESS_VIOLATION;
  if (attributes.Length != sizeof(OBJECT_ATTRIBUTES)) return STATUS_INVALID_PARAMETER;
  target->attributes = attributes.Attributes;
  const NTSTATUS status = capture_string(attributes.ObjectName, &target->path);
  if (!NT_SUCCESS(status) || attributes.RootDirectory == nullptr) return status;
  return key_of_handle(attributes.RootDirectory, &target->root);
}

NTSTATUS open(PHANDLE handle, ACCESS_MASK access, POBJECT_ATTRIBUTES attributes) {
  Target target;
  NTSTATUS status = capture_target(attributes, &target);
  if (!NT_SUCCESS(status)) return status;
  KeyRef key;
  status = open_key(target.root, target.path, &key);
  if (!NT_SUCCESS(status)) return status;
  return open_handle(key, access, target.attributes, handle);
}

// Runs `query` on the handle's key and hands its result out.
template <typename Query>
NTSTATUS query_handle(HANDLE handle, void* buffer, ULONG length, ULONG* result_length,
                      const Query& query) {
  KeyRef key;
  NTSTATUS status = key_of_handle(handle, &key);
  if (!NT_SUCCESS(status)) return status;
  QueryResult result;
  status = query(key, &result);
  return NT_SUCCESS(status) ? deliver(result, buffer, length, result_length) : status;
}

}  // namespace
}  // namespace flthost::zw

using namespace flthost;
using namespace flthost::zw;

NTSTATUS NTAPI ZwOpenKey(PHANDLE KeyHandle, ACCESS_MASK DesiredAccess,
                         POBJECT_ATTRIBUTES ObjectAttributes) {
  return zw::open(KeyHandle, DesiredAccess, ObjectAttributes);
}

NTSTATUS NTAPI ZwOpenKeyEx(PHANDLE KeyHandle, ACCESS_MASK DesiredAccess,
                           POBJECT_ATTRIBUTES ObjectAttributes, ULONG OpenOptions) {
  constexpr ULONG kKnown = REG_OPTION_OPEN_LINK | REG_OPTION_BACKUP_RESTORE;
  if ((OpenOptions & ~kKnown) != 0) return STATUS_INVALID_PARAMETER_4;
  return zw::open(KeyHandle, DesiredAccess, ObjectAttributes);
}

NTSTATUS NTAPI ZwCreateKey(PHANDLE KeyHandle, ACCESS_MASK DesiredAccess,
                           POBJECT_ATTRIBUTES ObjectAttributes, ULONG, PUNICODE_STRING Class,
                           ULONG CreateOptions, PULONG Disposition) {
  constexpr ULONG kKnown = REG_OPTION_VOLATILE | REG_OPTION_BACKUP_RESTORE;
  if ((CreateOptions & ~kKnown) != 0) return STATUS_INVALID_PARAMETER;
  Target target;
  std::u16string key_class;
  NTSTATUS status = capture_target(ObjectAttributes, &target);
  if (NT_SUCCESS(status)) status = capture_string(Class, &key_class);
  if (!NT_SUCCESS(status)) return status;
  KeyRef key;
  bool created = false;
  status = create_key(target.root, target.path, key_class,
                      (CreateOptions & REG_OPTION_VOLATILE) != 0, &key, &created);
  if (!NT_SUCCESS(status)) return status;
  const ULONG disposition = created ? REG_CREATED_NEW_KEY : REG_OPENED_EXISTING_KEY;
  if (Disposition != nullptr && !write_to(Disposition, disposition)) return STATUS_ACCESS_VIOLATION;
  return open_handle(key, DesiredAccess, target.attributes, KeyHandle);
}

NTSTATUS NTAPI ZwDeleteKey(HANDLE KeyHandle) {
  KeyRef key;
  const NTSTATUS status = key_of_handle(KeyHandle, &key);
  return NT_SUCCESS(status) ? delete_key(key) : status;
}

NTSTATUS NTAPI ZwFlushKey(HANDLE KeyHandle) {
  KeyRef key;
  const NTSTATUS status = key_of_handle(KeyHandle, &key);
  return NT_SUCCESS(status) ? check_exists(key) : status;
}

NTSTATUS NTAPI ZwSetValueKey(HANDLE KeyHandle, PUNICODE_STRING ValueName, ULONG, ULONG Type,
                             PVOID Data, ULONG DataSize) {
  KeyRef key;
  std::u16string name;
  std::vector<uint8_t> data;
  NTSTATUS status = key_of_handle(KeyHandle, &key);
  if (NT_SUCCESS(status)) status = capture_string(ValueName, &name);
  if (NT_SUCCESS(status)) status = capture_bytes(Data, DataSize, &data);
  return NT_SUCCESS(status) ? set_value(key, name, Type, data) : status;
}

NTSTATUS NTAPI ZwDeleteValueKey(HANDLE KeyHandle, PUNICODE_STRING ValueName) {
  KeyRef key;
  std::u16string name;
  NTSTATUS status = key_of_handle(KeyHandle, &key);
  if (NT_SUCCESS(status)) status = capture_string(ValueName, &name);
  return NT_SUCCESS(status) ? delete_value(key, name) : status;
}

NTSTATUS NTAPI ZwQueryKey(HANDLE KeyHandle, KEY_INFORMATION_CLASS KeyInformationClass,
                          PVOID KeyInformation, ULONG Length, PULONG ResultLength) {
  if (raw(KeyInformationClass) >= MaxKeyInfoClass) return STATUS_INVALID_PARAMETER;
  return query_handle(KeyHandle, KeyInformation, Length, ResultLength,
                      [&](const KeyRef& key, QueryResult* result) {
                        return query_key(key, KeyInformationClass, result);
                      });
}

NTSTATUS NTAPI ZwEnumerateKey(HANDLE KeyHandle, ULONG Index,
                              KEY_INFORMATION_CLASS KeyInformationClass, PVOID KeyInformation,
                              ULONG Length, PULONG ResultLength) {
  if (raw(KeyInformationClass) >= MaxKeyInfoClass) return STATUS_INVALID_PARAMETER;
  return query_handle(KeyHandle, KeyInformation, Length, ResultLength,
                      [&](const KeyRef& key, QueryResult* result) {
                        return enumerate_key(key, Index, KeyInformationClass, result);
                      });
}

NTSTATUS NTAPI ZwQueryValueKey(HANDLE KeyHandle, PUNICODE_STRING ValueName,
                               KEY_VALUE_INFORMATION_CLASS KeyValueInformationClass,
                               PVOID KeyValueInformation, ULONG Length, PULONG ResultLength) {
  if (raw(KeyValueInformationClass) >= MaxKeyValueInfoClass) return STATUS_INVALID_PARAMETER;
  std::u16string name;
  const NTSTATUS status = capture_string(ValueName, &name);
  if (!NT_SUCCESS(status)) return status;
  return query_handle(KeyHandle, KeyValueInformation, Length, ResultLength,
                      [&](const KeyRef& key, QueryResult* result) {
                        return query_value(key, name, KeyValueInformationClass, result);
                      });
}

NTSTATUS NTAPI ZwEnumerateValueKey(HANDLE KeyHandle, ULONG Index,
                                   KEY_VALUE_INFORMATION_CLASS KeyValueInformationClass,
                                   PVOID KeyValueInformation, ULONG Length, PULONG ResultLength) {
  if (raw(KeyValueInformationClass) >= MaxKeyValueInfoClass) return STATUS_INVALID_PARAMETER;
  return query_handle(KeyHandle, KeyValueInformation, Length, ResultLength,
                      [&](const KeyRef& key, QueryResult* result) {
                        return enumerate_value(key, Index, KeyValueInformationClass, result);
                      });
}
