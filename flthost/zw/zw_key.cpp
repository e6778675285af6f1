// ZwXxxKey: the operations on keys by handle, each with the registry callbacks told.
#include <flthost/ob/ob.h>
#include <flthost/zw/callbacks.h>
#include <flthost/zw/capture.h>
#include <flthost/zw/key_open.h>
#include <flthost/zw/keys.h>
#include <flthost/zw/zw.h>

namespace flthost::zw {
namespace {

// The key object of a handle while an operation on it runs.
class KeyHold {
 public:
  explicit KeyHold(HANDLE handle) : status_(reference_key_object(handle, &object_)) {}
  ~KeyHold() {
    if (object_ != nullptr) ob::dereference(object_);
  }
  KeyHold(const KeyHold&) = delete;
  KeyHold& operator=(const KeyHold&) = delete;
  NTSTATUS status() const { return status_; }
  KeyObject* object() const { return object_; }
  const KeyRef& key() const { return object_->key; }

 private:
  KeyObject* object_ = nullptr;
  NTSTATUS status_;
};

// Runs `operation` on the key of a handle, with `information` for the callbacks.
template <typename Information, typename Operation>
NTSTATUS on_key(HANDLE handle, REG_NOTIFY_CLASS before, REG_NOTIFY_CLASS after,
                Information information, const Operation& operation) {
  const KeyHold hold(handle);
  if (!NT_SUCCESS(hold.status())) return hold.status();
  information.Object = hold.object();
  return notified(before, after, information, [&] { return operation(hold.key()); });
}

// An operation that hands out the result of `query`.
template <typename Query>
auto delivering(void* buffer, ULONG length, ULONG* result_length, const Query& query) {
  return [=](const KeyRef& key) {
    QueryResult result;
    const NTSTATUS status = query(key, &result);
    return NT_SUCCESS(status) ? deliver(result, buffer, length, result_length) : status;
  };
}

}  // namespace
}  // namespace flthost::zw

using namespace flthost;
using namespace flthost::zw;

NTSTATUS NTAPI ZwOpenKey(PHANDLE KeyHandle, ACCESS_MASK DesiredAccess,
                         POBJECT_ATTRIBUTES ObjectAttributes) {
  return open_by_name({KeyHandle, DesiredAccess, ObjectAttributes, 0});
}

NTSTATUS NTAPI ZwOpenKeyEx(PHANDLE KeyHandle, ACCESS_MASK DesiredAccess,
                           POBJECT_ATTRIBUTES ObjectAttributes, ULONG OpenOptions) {
  constexpr ULONG kKnown = REG_OPTION_OPEN_LINK | REG_OPTION_BACKUP_RESTORE;
  if ((OpenOptions & ~kKnown) != 0) return STATUS_INVALID_PARAMETER_4;
  return open_by_name({KeyHandle, DesiredAccess, ObjectAttributes, OpenOptions});
}

NTSTATUS NTAPI ZwCreateKey(PHANDLE KeyHandle, ACCESS_MASK DesiredAccess,
                           POBJECT_ATTRIBUTES ObjectAttributes, ULONG, PUNICODE_STRING Class,
                           ULONG CreateOptions, PULONG Disposition) {
  constexpr ULONG kKnown = REG_OPTION_VOLATILE | REG_OPTION_BACKUP_RESTORE;
  if ((CreateOptions & ~kKnown) != 0) return STATUS_INVALID_PARAMETER;
  return create_by_name({KeyHandle, DesiredAccess, ObjectAttributes, CreateOptions}, Class,
                        Disposition);
}

NTSTATUS NTAPI ZwDeleteKey(HANDLE KeyHandle) {
  return on_key(KeyHandle, RegNtPreDeleteKey, RegNtPostDeleteKey, REG_DELETE_KEY_INFORMATION{},
                [](const KeyRef& key) { return delete_key(key); });
}

NTSTATUS NTAPI ZwFlushKey(HANDLE KeyHandle) {
  // Its information is laid out as that of a deletion.
  return on_key(KeyHandle, RegNtPreFlushKey, RegNtPostFlushKey, REG_DELETE_KEY_INFORMATION{},
                [](const KeyRef& key) { return check_exists(key); });
}

NTSTATUS NTAPI ZwSetValueKey(HANDLE KeyHandle, PUNICODE_STRING ValueName, ULONG TitleIndex,
                             ULONG Type, PVOID Data, ULONG DataSize) {
  std::u16string name;
  std::vector<uint8_t> data;
  NTSTATUS status = capture_string(ValueName, &name);
  if (NT_SUCCESS(status)) status = capture_bytes(Data, DataSize, &data);
  if (!NT_SUCCESS(status)) return status;
  REG_SET_VALUE_KEY_INFORMATION information{};
  information.ValueName = ValueName;
  information.TitleIndex = TitleIndex;
  information.Type = Type;
  information.Data = Data;
  information.DataSize = DataSize;
  return on_key(KeyHandle, RegNtPreSetValueKey, RegNtPostSetValueKey, information,
                [&](const KeyRef& key) { return set_value(key, name, Type, data); });
}

NTSTATUS NTAPI ZwDeleteValueKey(HANDLE KeyHandle, PUNICODE_STRING ValueName) {
  std::u16string name;
  const NTSTATUS status = capture_string(ValueName, &name);
  if (!NT_SUCCESS(status)) return status;
  REG_DELETE_VALUE_KEY_INFORMATION information{};
  information.ValueName = ValueName;
  return on_key(KeyHandle, RegNtPreDeleteValueKey, RegNtPostDeleteValueKey, information,
                [&](const KeyRef& key) { return delete_value(key, name); });
}

NTSTATUS NTAPI ZwQueryKey(HANDLE KeyHandle, KEY_INFORMATION_CLASS KeyInformationClass,
                          PVOID KeyInformation, ULONG Length, PULONG ResultLength) {
  if (raw(KeyInformationClass) >= MaxKeyInfoClass) return STATUS_INVALID_PARAMETER;
  REG_QUERY_KEY_INFORMATION information{};
  information.KeyInformationClass = KeyInformationClass;
  information.KeyInformation = KeyInformation;
  information.Length = Length;
  information.ResultLength = ResultLength;
  return on_key(
      KeyHandle, RegNtPreQueryKey, RegNtPostQueryKey, information,
      delivering(KeyInformation, Length, ResultLength, [=](const KeyRef& key, QueryResult* result) {
        return query_key(key, KeyInformationClass, result);
      }));
}

NTSTATUS NTAPI ZwEnumerateKey(HANDLE KeyHandle, ULONG Index,
                              KEY_INFORMATION_CLASS KeyInformationClass, PVOID KeyInformation,
                              ULONG Length, PULONG ResultLength) {
  if (raw(KeyInformationClass) >= MaxKeyInfoClass) return STATUS_INVALID_PARAMETER;
  REG_ENUMERATE_KEY_INFORMATION information{};
  information.Index = Index;
  information.KeyInformationClass = KeyInformationClass;
  information.KeyInformation = KeyInformation;
  information.Length = Length;
  information.ResultLength = ResultLength;
  return on_key(
      KeyHandle, RegNtPreEnumerateKey, RegNtPostEnumerateKey, information,
      delivering(KeyInformation, Length, ResultLength, [=](const KeyRef& key, QueryResult* result) {
        return enumerate_key(key, Index, KeyInformationClass, result);
      }));
}

NTSTATUS NTAPI ZwQueryValueKey(HANDLE KeyHandle, PUNICODE_STRING ValueName,
                               KEY_VALUE_INFORMATION_CLASS KeyValueInformationClass,
                               PVOID KeyValueInformation, ULONG Length, PULONG ResultLength) {
  if (raw(KeyValueInformationClass) >= MaxKeyValueInfoClass) return STATUS_INVALID_PARAMETER;
  std::u16string name;
  const NTSTATUS status = capture_string(ValueName, &name);
  if (!NT_SUCCESS(status)) return status;
  REG_QUERY_VALUE_KEY_INFORMATION information{};
  information.ValueName = ValueName;
  information.KeyValueInformationClass = KeyValueInformationClass;
  information.KeyValueInformation = KeyValueInformation;
  information.Length = Length;
  information.ResultLength = ResultLength;
  return on_key(KeyHandle, RegNtPreQueryValueKey, RegNtPostQueryValueKey, information,
                delivering(KeyValueInformation, Length, ResultLength,
                           [&](const KeyRef& key, QueryResult* result) {
                             return query_value(key, name, KeyValueInformationClass, result);
                           }));
}

NTSTATUS NTAPI ZwEnumerateValueKey(HANDLE KeyHandle, ULONG Index,
                                   KEY_VALUE_INFORMATION_CLASS KeyValueInformationClass,
                                   PVOID KeyValueInformation, ULONG Length, PULONG ResultLength) {
  if (raw(KeyValueInformationClass) >= MaxKeyValueInfoClass) return STATUS_INVALID_PARAMETER;
  REG_ENUMERATE_VALUE_KEY_INFORMATION information{};
  information.Index = Index;
  information.KeyValueInformationClass = KeyValueInformationClass;
  information.KeyValueInformation = KeyValueInformation;
  information.Length = Length;
  information.ResultLength = ResultLength;
  return on_key(KeyHandle, RegNtPreEnumerateValueKey, RegNtPostEnumerateValueKey, information,
                delivering(KeyValueInformation, Length, ResultLength,
                           [=](const KeyRef& key, QueryResult* result) {
                             return enumerate_value(key, Index, KeyValueInformationClass, result);
                           }));
}
