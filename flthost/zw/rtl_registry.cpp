// RtlXxxRegistryXxx by path, and a driver's own key.
#include <flthost/zw/capture.h>
#include <flthost/zw/keys.h>
#include <flthost/zw/rtl_paths.h>
#include <flthost/zw/zw.h>

namespace flthost::zw {
namespace {

constexpr DRIVER_REGKEY_TYPE kDriverRegKeyParameters = 0;
constexpr char16_t kServices[] = u"\\Registry\\Machine\\System\\CurrentControlSet\\Services";

NTSTATUS base_path(ULONG relative_to, std::u16string* path) {
  switch (relative_to & ~ULONG(RTL_REGISTRY_OPTIONAL)) {
    case RTL_REGISTRY_ABSOLUTE:
      path->clear();
      return STATUS_SUCCESS;
    case RTL_REGISTRY_SERVICES:
      *path = kServices;
      return STATUS_SUCCESS;
    case RTL_REGISTRY_CONTROL:
      *path = u"\\Registry\\Machine\\System\\CurrentControlSet\\Control";
      return STATUS_SUCCESS;
    case RTL_REGISTRY_WINDOWS_NT:
      *path = u"\\Registry\\Machine\\Software\\Microsoft\\Windows NT\\CurrentVersion";
      return STATUS_SUCCESS;
    case RTL_REGISTRY_DEVICEMAP:
      *path = u"\\Registry\\Machine\\Hardware\\DeviceMap";
      return STATUS_SUCCESS;
    case RTL_REGISTRY_USER:
      *path = u"\\Registry\\User\\.Default";
      return STATUS_SUCCESS;
    default:
      return STATUS_INVALID_PARAMETER;
  }
}

}  // namespace

NTSTATUS find_relative(ULONG relative_to, PCWSTR path, bool make, KeyRef* key) {
  if ((relative_to & RTL_REGISTRY_HANDLE) != 0) return key_of_handle(HANDLE(path), key);
  std::u16string whole, rest;
  NTSTATUS status = base_path(relative_to, &whole);
  if (NT_SUCCESS(status)) status = capture_terminated(path, &rest);
  if (!NT_SUCCESS(status)) return status;
  if (!whole.empty() && !rest.empty()) whole += u'\\';
  whole += rest;
  return make ? create_key(nullptr, whole, u"", false, key, nullptr)
              : open_key(nullptr, whole, key);
}

}  // namespace flthost::zw

using namespace flthost;
using namespace flthost::zw;

NTSTATUS NTAPI RtlCheckRegistryKey(ULONG RelativeTo, PWSTR Path) {
  KeyRef key;
  return find_relative(RelativeTo, Path, false, &key);
}

NTSTATUS NTAPI RtlCreateRegistryKey(ULONG RelativeTo, PWSTR Path) {
  KeyRef key;
  return find_relative(RelativeTo, Path, true, &key);
}

NTSTATUS NTAPI RtlWriteRegistryValue(ULONG RelativeTo, PCWSTR Path, PCWSTR ValueName,
                                     ULONG ValueType, PVOID ValueData, ULONG ValueLength) {
  KeyRef key;
  std::u16string name;
  std::vector<uint8_t> data;
  NTSTATUS status = capture_terminated(ValueName, &name);
  if (NT_SUCCESS(status)) status = capture_bytes(ValueData, ValueLength, &data);
  if (NT_SUCCESS(status)) status = find_relative(RelativeTo, Path, true, &key);
  return NT_SUCCESS(status) ? set_value(key, name, ValueType, data) : status;
}

NTSTATUS NTAPI RtlDeleteRegistryValue(ULONG RelativeTo, PCWSTR Path, PCWSTR ValueName) {
  KeyRef key;
  std::u16string name;
  NTSTATUS status = capture_terminated(ValueName, &name);
  if (NT_SUCCESS(status)) status = find_relative(RelativeTo, Path, false, &key);
  return NT_SUCCESS(status) ? delete_value(key, name) : status;
}

// Only the driver's Parameters key exists here: there are no separate state keys.
NTSTATUS NTAPI IoOpenDriverRegistryKey(DRIVER_OBJECT* DriverObject, DRIVER_REGKEY_TYPE RegKeyType,
                                       ULONG DesiredAccess, ULONG Flags, HANDLE* DriverRegKey) {
  if (Flags != 0 || DriverObject == nullptr) return STATUS_INVALID_PARAMETER;
  if (RegKeyType != kDriverRegKeyParameters) return STATUS_NOT_SUPPORTED;
  DRIVER_OBJECT driver{};
  DRIVER_EXTENSION extension{};
  if (!read_from(DriverObject, &driver)) return STATUS_ACCESS_VIOLATION;
  if (!read_from(driver.DriverExtension, &extension)) return STATUS_ACCESS_VIOLATION;
  std::u16string service;
  NTSTATUS status = capture_string(&extension.ServiceKeyName, &service);
  if (!NT_SUCCESS(status)) return status;
  if (service.empty()) return STATUS_OBJECT_NAME_NOT_FOUND;
  KeyRef key;
  status = create_path(std::u16string(kServices) + u"\\" + service + u"\\Parameters", &key);
  if (!NT_SUCCESS(status)) return status;
  return open_handle(key, DesiredAccess, OBJ_KERNEL_HANDLE, DriverRegKey);
}
