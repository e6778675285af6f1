// Handles themselves: duplicating, querying, changing them.
#include <flthost/ob/ob.h>
#include <flthost/zw/information.h>
#include <flthost/zw/zw_rows.h>

namespace flthost::zw {
namespace {

// A process given by handle; null stays null. With a reference.
NTSTATUS process_of(HANDLE handle, PEPROCESS* process) {
  *process = nullptr;
  if (handle == nullptr) return STATUS_SUCCESS;
  void* body = nullptr;
  const NTSTATUS status =
      ob::reference_handle(handle, PROCESS_DUP_HANDLE, PsProcessType, KernelMode, &body);
  *process = static_cast<PEPROCESS>(body);
  return status;
}

std::u16string name_of(void* body) {
  ULONG bytes = 0;
  OBJECT_NAME_INFORMATION none{};
  ObQueryNameString(body, &none, 0, &bytes);
  std::vector<uint8_t> out(std::max<size_t>(bytes, sizeof none));
  auto* const name = reinterpret_cast<OBJECT_NAME_INFORMATION*>(out.data());
  if (!NT_SUCCESS(ObQueryNameString(body, name, static_cast<ULONG>(out.size()), &bytes))) return {};
  return {reinterpret_cast<const char16_t*>(name->Name.Buffer), name->Name.Length / sizeof(WCHAR)};
}

std::vector<uint8_t> basic(void* body, HANDLE handle, ACCESS_MASK granted) {
  OBJECT_BASIC_INFORMATION out{};
  ob::HandleFlags flags;
  if (NT_SUCCESS(ob::query_handle_flags(handle, &flags, KernelMode)) && flags.inherit) {
    out.Attributes |= OBJ_INHERIT;
  }
  if (ob::is_permanent(body)) out.Attributes |= OBJ_PERMANENT;
  out.GrantedAccess = granted;
  out.HandleCount = static_cast<ULONG>(ob::handle_count(body));
  out.PointerCount = static_cast<ULONG>(ob::reference_count(body) - 1);  // without this call's
  return as_bytes(out);
}

// The type's structure with its name behind it.
std::vector<uint8_t> type_information(void* body, const void* address) {
  const std::u16string name = ob::type_name(ob::type_of(body));
  OBJECT_TYPE_INFORMATION out{};
  out.ValidAccessMask = STANDARD_RIGHTS_ALL | SPECIFIC_RIGHTS_ALL;
  out.TypeName.Length = static_cast<USHORT>(name.size() * sizeof(char16_t));
  out.TypeName.MaximumLength = static_cast<USHORT>(out.TypeName.Length + sizeof(char16_t));
  out.TypeName.Buffer =
      reinterpret_cast<PWCH>(const_cast<char*>(static_cast<const char*>(address)) + sizeof out);
  std::vector<uint8_t> bytes = as_bytes(out);
  const auto* const text = reinterpret_cast<const uint8_t*>(name.c_str());
  bytes.insert(bytes.end(), text, text + out.TypeName.MaximumLength);
  return bytes;
}

}  // namespace
}  // namespace flthost::zw

using namespace flthost;
using namespace flthost::zw;

NTSTATUS NTAPI ZwDuplicateObject(HANDLE SourceProcessHandle, HANDLE SourceHandle,
                                 HANDLE TargetProcessHandle, PHANDLE TargetHandle,
                                 ACCESS_MASK DesiredAccess, ULONG HandleAttributes, ULONG Options) {
  PEPROCESS source = nullptr, target = nullptr;
  NTSTATUS status = process_of(SourceProcessHandle, &source);
  if (NT_SUCCESS(status) && source == nullptr) status = STATUS_INVALID_HANDLE;
  if (NT_SUCCESS(status)) status = process_of(TargetProcessHandle, &target);
  HANDLE made = nullptr;
  if (NT_SUCCESS(status)) {
    status = ob::duplicate_handle(source, SourceHandle, target, target != nullptr ? &made : nullptr,
                                  DesiredAccess, HandleAttributes, Options, KernelMode);
  }
  if (source != nullptr) ob::dereference(source);
  if (target != nullptr) ob::dereference(target);
  if (!NT_SUCCESS(status) || TargetHandle == nullptr) return status;
  if (write_to(TargetHandle, made)) return status;
  ob::close_handle(made, KernelMode);
  return STATUS_ACCESS_VIOLATION;
}

NTSTATUS NTAPI ZwQueryObject(HANDLE Handle, OBJECT_INFORMATION_CLASS ObjectInformationClass,
                             PVOID ObjectInformation, ULONG ObjectInformationLength,
                             PULONG ReturnLength) {
  void* body = nullptr;
  ACCESS_MASK granted = 0;
  const NTSTATUS status = ob::reference_handle(Handle, 0, nullptr, KernelMode, &body, &granted);
  if (!NT_SUCCESS(status)) return status;
  std::vector<uint8_t> value;
  bool exact = true;
  switch (raw(ObjectInformationClass)) {
    case ObjectBasicInformation:
      value = basic(body, Handle, granted);
      break;
    case ObjectNameInformation:
      value = counted_string(name_of(body), ObjectInformation);
      exact = false;
      break;
    case ObjectTypeInformation:
      value = type_information(body, ObjectInformation);
      exact = false;
      break;
    case ObjectHandleFlagInformation: {
      ob::HandleFlags flags;
      ob::query_handle_flags(Handle, &flags, KernelMode);
      value = as_bytes(OBJECT_HANDLE_FLAG_INFORMATION{flags.inherit, flags.protect_from_close});
      break;
    }
    default:
      break;
  }
  ob::dereference(body);
  if (value.empty()) return STATUS_INVALID_INFO_CLASS;
  return give_information(value, exact, ObjectInformation, ObjectInformationLength, ReturnLength);
}

NTSTATUS NTAPI ZwSetInformationObject(HANDLE Handle,
                                      OBJECT_INFORMATION_CLASS ObjectInformationClass,
                                      PVOID ObjectInformation, ULONG ObjectInformationLength) {
  if (raw(ObjectInformationClass) != ObjectHandleFlagInformation) return STATUS_INVALID_INFO_CLASS;
  OBJECT_HANDLE_FLAG_INFORMATION flags{};
  if (ObjectInformationLength != sizeof flags) return STATUS_INFO_LENGTH_MISMATCH;
  if (!mm::guarded_copy(&flags, ObjectInformation, sizeof flags)) return STATUS_ACCESS_VIOLATION;
  return ob::set_handle_flags(Handle, {flags.Inherit != FALSE, flags.ProtectFromClose != FALSE},
                              KernelMode);
}

namespace flthost::zw {

void add_handle_rows(Rows& rows) {
  rows.insert(rows.end(), {FLTHOST_EXPORT(ZwDuplicateObject), FLTHOST_EXPORT(ZwQueryObject),
                           FLTHOST_EXPORT(ZwSetInformationObject)});
}

}  // namespace flthost::zw
