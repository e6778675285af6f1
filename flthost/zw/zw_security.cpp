// Security descriptors of objects: registry keys keep theirs in the registry, files theirs in the
// file system, all others theirs with the object.
#include <flthost/ob/ob.h>
#include <flthost/se/capture.h>
#include <flthost/zw/callbacks.h>
#include <flthost/zw/capture.h>
#include <flthost/zw/keys.h>
#include <flthost/zw/zw.h>
#include <flthost/zw/zw_rows.h>

#include <atomic>

namespace flthost::zw {
namespace {

constexpr SECURITY_INFORMATION kKnown =
    OWNER_SECURITY_INFORMATION | GROUP_SECURITY_INFORMATION | DACL_SECURITY_INFORMATION |
    SACL_SECURITY_INFORMATION | LABEL_SECURITY_INFORMATION | PROTECTED_DACL_SECURITY_INFORMATION |
    PROTECTED_SACL_SECURITY_INFORMATION | UNPROTECTED_DACL_SECURITY_INFORMATION |
    UNPROTECTED_SACL_SECURITY_INFORMATION;

std::atomic<const FileSecurity*> g_files{nullptr};

NTSTATUS query(void* body, SECURITY_INFORMATION what, std::vector<uint8_t>* out) {
  if (ob::type_of(body) == CmKeyObjectType) return query_key_security(body, what, out);
  if (ob::type_of(body) == IoFileObjectType) {
    const FileSecurity* const files = g_files.load();
    return files != nullptr ? files->query(static_cast<PFILE_OBJECT>(body), what, out)
                            : STATUS_INVALID_DEVICE_REQUEST;
  }
  const std::vector<uint8_t> held = ob::security_of(body);
  *out = se::extract_descriptor(held.empty() ? nullptr : held.data(), what);
  return STATUS_SUCCESS;
}

NTSTATUS set(void* body, SECURITY_INFORMATION what, const std::vector<uint8_t>& descriptor) {
  if (ob::type_of(body) == CmKeyObjectType) return set_key_security(body, what, descriptor);
  if (ob::type_of(body) == IoFileObjectType) {
    const FileSecurity* const files = g_files.load();
    return files != nullptr ? files->set(static_cast<PFILE_OBJECT>(body), what, descriptor)
                            : STATUS_INVALID_DEVICE_REQUEST;
  }
  ob::set_security(body, what, descriptor.data());
  return STATUS_SUCCESS;
}

}  // namespace

void install_file_security(const FileSecurity* files) {
  g_files.store(files);
}

}  // namespace flthost::zw

using namespace flthost;
using namespace flthost::zw;

NTSTATUS NTAPI ZwQuerySecurityObject(HANDLE Handle, SECURITY_INFORMATION SecurityInformation,
                                     PSECURITY_DESCRIPTOR SecurityDescriptor, ULONG Length,
                                     PULONG LengthNeeded) {
  void* body = nullptr;
  NTSTATUS status = ob::reference_handle(Handle, READ_CONTROL, nullptr, KernelMode, &body);
  if (!NT_SUCCESS(status)) return status;
  std::vector<uint8_t> found;
  status = query(body, SecurityInformation, &found);
  ob::dereference(body);
  if (!NT_SUCCESS(status)) return status;
  const ULONG bytes = static_cast<ULONG>(found.size());
  if (!write_to(LengthNeeded, bytes)) return STATUS_ACCESS_VIOLATION;
  if (Length < bytes) return STATUS_BUFFER_TOO_SMALL;
  return mm::guarded_copy(SecurityDescriptor, found.data(), bytes) ? STATUS_SUCCESS
                                                                   : STATUS_ACCESS_VIOLATION;
}

NTSTATUS NTAPI ZwSetSecurityObject(HANDLE Handle, SECURITY_INFORMATION SecurityInformation,
                                   PSECURITY_DESCRIPTOR SecurityDescriptor) {
  if (SecurityDescriptor == nullptr) return STATUS_ACCESS_VIOLATION;
  std::vector<uint8_t> descriptor;
  NTSTATUS status = se::capture_descriptor(SecurityDescriptor, &descriptor);
  if (!NT_SUCCESS(status)) return status;
  const auto* const given =
      reinterpret_cast<const SECURITY_DESCRIPTOR_RELATIVE*>(descriptor.data());
  // What is to be set has to be there: an owner or a group can't be taken away.
  if (((SecurityInformation & OWNER_SECURITY_INFORMATION) != 0 && given->Owner == 0) ||
      ((SecurityInformation & GROUP_SECURITY_INFORMATION) != 0 && given->Group == 0) ||
      (SecurityInformation & ~kKnown) != 0) {
    return STATUS_INVALID_SECURITY_DESCR;
  }
  void* body = nullptr;
  status = ob::reference_handle(Handle, WRITE_DAC, nullptr, KernelMode, &body);
  if (!NT_SUCCESS(status)) return status;
  status = set(body, SecurityInformation, descriptor);
  ob::dereference(body);
  return status;
}

namespace flthost::zw {

void add_security_rows(Rows& rows) {
  rows.insert(rows.end(),
              {FLTHOST_EXPORT(ZwQuerySecurityObject), FLTHOST_EXPORT(ZwSetSecurityObject)});
}

}  // namespace flthost::zw
