// Sections by handle. Pointers of the caller may be bad.
#include <flthost/mm/mm.h>
#include <flthost/ps/section.h>

#include <cstring>

#include "ps_internal.h"
#include "zw_memory.h"

using namespace flthost;

namespace flthost::ps {

NTSTATUS reference_process_handle(HANDLE handle, PEPROCESS* process) {
  void* body = nullptr;
  const NTSTATUS status = ob::reference_handle(handle, 0, PsProcessType, KernelMode, &body);
  *process = static_cast<PEPROCESS>(body);
  return status;
}

namespace {

struct Name {
  std::u16string path;
  ULONG attributes = 0;
};

// Absolute names only: there are no handles to object directories.
NTSTATUS capture_name(const OBJECT_ATTRIBUTES* from, Name* name) {
  if (from == nullptr) return STATUS_SUCCESS;
  OBJECT_ATTRIBUTES attributes{};
  if (!read_from(from, &attributes)) return STATUS_ACCESS_VIOLATION;
  if (attributes.Length != sizeof(OBJECT_ATTRIBUTES)) return STATUS_INVALID_PARAMETER;
  name->attributes = attributes.Attributes;
  if (attributes.ObjectName == nullptr) return STATUS_SUCCESS;
  UNICODE_STRING text{};
  if (!read_from(attributes.ObjectName, &text)) return STATUS_ACCESS_VIOLATION;
  if (text.Length == 0) return STATUS_SUCCESS;
  if (attributes.RootDirectory != nullptr) return STATUS_OBJECT_TYPE_MISMATCH;
  name->path.resize(text.Length / sizeof(WCHAR));
  if (!mm::guarded_copy(name->path.data(), text.Buffer, name->path.size() * sizeof(WCHAR))) {
    return STATUS_ACCESS_VIOLATION;
  }
  return name->path.front() == u'\\' ? STATUS_SUCCESS : STATUS_OBJECT_PATH_SYNTAX_BAD;
}

NTSTATUS give_handle(void* section, ACCESS_MASK access, ULONG attributes, PHANDLE to) {
  HANDLE handle = nullptr;
  const NTSTATUS status = ob::open_handle(section, access, attributes, &handle);
  if (!NT_SUCCESS(status)) return status;
  if (write_to(to, handle)) return STATUS_SUCCESS;
  ob::close_handle(handle, KernelMode);
  return STATUS_ACCESS_VIOLATION;
}

NTSTATUS open_named(const Name& name, ACCESS_MASK access, PHANDLE to) {
  NTSTATUS status = STATUS_SUCCESS;
  void* const section = ob::reference_name(name.path, MmSectionObjectType, &status);
  if (section == nullptr) return status;
  status = give_handle(section, access, name.attributes, to);
  ob::dereference(section);
  return status;
}

// Releases what a Zw call holds on its objects.
class Reference {
 public:
  explicit Reference(void* body) : body_(body) {}
  ~Reference() {
    if (body_ != nullptr) ob::dereference(body_);
  }
  Reference(const Reference&) = delete;
  Reference& operator=(const Reference&) = delete;

 private:
  void* body_;
};

NTSTATUS section_of(HANDLE handle, ACCESS_MASK access, void** section) {
  return ob::reference_handle(handle, access, MmSectionObjectType, KernelMode, section);
}

NTSTATUS check_view_call(ULONG_PTR zero_bits, SECTION_INHERIT inherit, ULONG type) {
  constexpr ULONG kTypes = MEM_TOP_DOWN | MEM_RESERVE | MEM_LARGE_PAGES;
  ULONG how = 0;  // may be out of the enumeration's range
  std::memcpy(&how, &inherit, sizeof how);
  if (zero_bits > 21 && zero_bits < 32) return STATUS_INVALID_PARAMETER_4;
  if (how != ViewShare && how != ViewUnmap) return STATUS_INVALID_PARAMETER_8;
  return (type & ~kTypes) != 0 ? STATUS_INVALID_PARAMETER_9 : STATUS_SUCCESS;
}

struct ViewCall {
  PVOID base = nullptr;
  SIZE_T bytes = 0;
  LARGE_INTEGER offset{};
};

NTSTATUS capture_view(PVOID* base, PLARGE_INTEGER offset, PSIZE_T bytes, ViewCall* call) {
  const bool good = read_from(base, &call->base) && read_from(bytes, &call->bytes) &&
                    (offset == nullptr || read_from(offset, &call->offset));
  return good ? STATUS_SUCCESS : STATUS_ACCESS_VIOLATION;
}

}  // namespace
}  // namespace flthost::ps

using namespace flthost::ps;

NTSTATUS NTAPI ZwCreateSection(PHANDLE SectionHandle, ACCESS_MASK DesiredAccess,
                               POBJECT_ATTRIBUTES ObjectAttributes, PLARGE_INTEGER MaximumSize,
                               ULONG SectionPageProtection, ULONG AllocationAttributes,
                               HANDLE FileHandle) {
  Name name;
  NTSTATUS status = capture_name(ObjectAttributes, &name);
  if (!NT_SUCCESS(status)) return status;
  LARGE_INTEGER maximum{};
  if (MaximumSize != nullptr && !read_from(MaximumSize, &maximum)) return STATUS_ACCESS_VIOLATION;
  void* file = nullptr;
  if (FileHandle != nullptr) {
    status = ob::reference_handle(FileHandle, 0, IoFileObjectType, KernelMode, &file);
    if (!NT_SUCCESS(status)) return status;
  }
  const Reference file_reference(file);
  void* section = nullptr;
  status = create_section({.maximum = MaximumSize != nullptr ? &maximum : nullptr,
                           .protection = SectionPageProtection,
                           .attributes = AllocationAttributes,
                           .file = static_cast<PFILE_OBJECT>(file)},
                          &section);
  if (!NT_SUCCESS(status)) return status;
  const Reference section_reference(section);
  if (!name.path.empty()) status = ob::insert_name(name.path, section);
  if (status == STATUS_OBJECT_NAME_COLLISION && (name.attributes & OBJ_OPENIF) != 0) {
    status = open_named(name, DesiredAccess, SectionHandle);
    return NT_SUCCESS(status) ? STATUS_OBJECT_NAME_EXISTS : status;
  }
  if (!NT_SUCCESS(status)) return status;
  return ps::give_handle(section, DesiredAccess, name.attributes, SectionHandle);
}

// For who holds no handle to the file; the numbers of parameters are the documentation's.
NTSTATUS NTAPI FsRtlCreateSectionForDataScan(
    PHANDLE SectionHandle, PVOID* SectionObject, PLARGE_INTEGER SectionFileSize,
    PFILE_OBJECT FileObject, ACCESS_MASK DesiredAccess, POBJECT_ATTRIBUTES ObjectAttributes,
    PLARGE_INTEGER MaximumSize, ULONG SectionPageProtection, ULONG AllocationAttributes, ULONG) {
  *SectionHandle = nullptr;
  *SectionObject = nullptr;
  if (SectionPageProtection != PAGE_READONLY && SectionPageProtection != PAGE_READWRITE) {
    return STATUS_INVALID_PARAMETER_8;
  }
  if ((AllocationAttributes & SEC_COMMIT) == 0 ||
      (AllocationAttributes & ~ULONG{SEC_COMMIT | SEC_FILE}) != 0) {
    return STATUS_INVALID_PARAMETER_9;
  }
  void* section = nullptr;
  NTSTATUS status = create_section({.maximum = MaximumSize,
                                    .protection = SectionPageProtection,
                                    .attributes = SEC_COMMIT,
                                    .file = FileObject},
                                   &section);
  if (status == STATUS_MAPPED_FILE_SIZE_ZERO) return STATUS_END_OF_FILE;
  if (!NT_SUCCESS(status)) return status;
  const ULONG attributes = ObjectAttributes != nullptr ? ObjectAttributes->Attributes : 0;
  status = ob::open_handle(section, DesiredAccess, attributes | OBJ_KERNEL_HANDLE, SectionHandle);
  if (!NT_SUCCESS(status)) {
    ob::dereference(section);
    return status;
  }
  if (SectionFileSize != nullptr) {
    SectionFileSize->QuadPart = static_cast<LONGLONG>(section_size(section));
  }
  *SectionObject = section;
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI ZwOpenSection(PHANDLE SectionHandle, ACCESS_MASK DesiredAccess,
                             POBJECT_ATTRIBUTES ObjectAttributes) {
  Name name;
  const NTSTATUS status = capture_name(ObjectAttributes, &name);
  if (!NT_SUCCESS(status)) return status;
  if (name.path.empty()) return STATUS_OBJECT_PATH_SYNTAX_BAD;
  return open_named(name, DesiredAccess, SectionHandle);
}

NTSTATUS NTAPI ZwMapViewOfSection(HANDLE SectionHandle, HANDLE ProcessHandle, PVOID* BaseAddress,
                                  ULONG_PTR ZeroBits, SIZE_T CommitSize,
                                  PLARGE_INTEGER SectionOffset, PSIZE_T ViewSize,
                                  SECTION_INHERIT InheritDisposition, ULONG AllocationType,
                                  ULONG Win32Protect) {
  NTSTATUS status = check_view_call(ZeroBits, InheritDisposition, AllocationType);
  if (!NT_SUCCESS(status)) return status;
  ViewCall call;
  status = capture_view(BaseAddress, SectionOffset, ViewSize, &call);
  if (!NT_SUCCESS(status)) return status;
  PEPROCESS process = nullptr;
  status = reference_process_handle(ProcessHandle, &process);
  if (!NT_SUCCESS(status)) return status;
  const Reference process_reference(process);
  void* section = nullptr;
  status = section_of(SectionHandle, SECTION_MAP_READ, &section);
  if (!NT_SUCCESS(status)) return status;
  const Reference section_reference(section);
  status = MmMapViewOfSection(section, process, &call.base, ZeroBits, CommitSize, &call.offset,
                              &call.bytes, InheritDisposition, AllocationType, Win32Protect);
  if (!NT_SUCCESS(status)) return status;
  if (write_to(BaseAddress, call.base) && write_to(ViewSize, call.bytes)) return status;
  unmap_view(process, call.base);
  return STATUS_ACCESS_VIOLATION;
}

NTSTATUS NTAPI ZwUnmapViewOfSection(HANDLE ProcessHandle, PVOID BaseAddress) {
  PEPROCESS process = nullptr;
  NTSTATUS status = reference_process_handle(ProcessHandle, &process);
  if (!NT_SUCCESS(status)) return status;
  status = unmap_view(process, BaseAddress);
  ob::dereference(process);
  return status;
}

NTSTATUS NTAPI ZwQuerySection(HANDLE SectionHandle,
                              SECTION_INFORMATION_CLASS SectionInformationClass,
                              PVOID SectionInformation, SIZE_T SectionInformationLength,
                              PSIZE_T ReturnLength) {
  ULONG wanted = 0;
  std::memcpy(&wanted, &SectionInformationClass, sizeof wanted);
  if (wanted != SectionBasicInformation && wanted != SectionImageInformation) {
    return STATUS_INVALID_INFO_CLASS;
  }
  const SIZE_T needed = wanted == SectionBasicInformation ? sizeof(SECTION_BASIC_INFORMATION)
                                                          : sizeof(SECTION_IMAGE_INFORMATION);
  if (SectionInformationLength < needed) return STATUS_INFO_LENGTH_MISMATCH;
  void* section = nullptr;
  const NTSTATUS status = section_of(SectionHandle, SECTION_QUERY, &section);
  if (!NT_SUCCESS(status)) return status;
  const Reference reference(section);
  if (wanted == SectionImageInformation) return STATUS_SECTION_NOT_IMAGE;  // none is
  SECTION_BASIC_INFORMATION information{};
  information.AllocationAttributes = section_attributes(section);
  information.MaximumSize.QuadPart = static_cast<LONGLONG>(section_size(section));
  const bool good =
      write_to(static_cast<SECTION_BASIC_INFORMATION*>(SectionInformation), information) &&
      (ReturnLength == nullptr || write_to(ReturnLength, needed));
  return good ? STATUS_SUCCESS : STATUS_ACCESS_VIOLATION;
}

NTSTATUS NTAPI ZwFlushVirtualMemory(HANDLE ProcessHandle, PVOID* BaseAddress, PSIZE_T RegionSize,
                                    PIO_STATUS_BLOCK IoStatus) {
  PVOID base = nullptr;
  SIZE_T bytes = 0;
  if (!read_from(BaseAddress, &base) || !read_from(RegionSize, &bytes)) {
    return STATUS_ACCESS_VIOLATION;
  }
  if (!mm::is_user_address(base)) return STATUS_INVALID_PARAMETER_2;
  PEPROCESS process = nullptr;
  NTSTATUS status = reference_process_handle(ProcessHandle, &process);
  if (!NT_SUCCESS(status)) return status;
  const Reference reference(process);
  if (body_of(process).exited.load()) return STATUS_PROCESS_IS_TERMINATING;
  status = flush_view(process, &base, &bytes);
  if (status == STATUS_NOT_MAPPED_VIEW || status == STATUS_INVALID_PARAMETER_2) return status;
  IO_STATUS_BLOCK result{};
  result.Status = status;
  result.Information = NT_SUCCESS(status) ? bytes : 0;
  const bool good =
      write_to(IoStatus, result) && write_to(BaseAddress, base) && write_to(RegionSize, bytes);
  return good ? status : STATUS_ACCESS_VIOLATION;
}

namespace flthost::ps {

ke::ExportTable zw_section_exports() {
  static const ke::Export rows[] = {
      FLTHOST_EXPORT(FsRtlCreateSectionForDataScan),
      FLTHOST_EXPORT(ZwCreateSection),
      FLTHOST_EXPORT(ZwOpenSection),
      FLTHOST_EXPORT(ZwMapViewOfSection),
      FLTHOST_EXPORT(ZwUnmapViewOfSection),
      FLTHOST_EXPORT(ZwQuerySection),
      FLTHOST_EXPORT(ZwFlushVirtualMemory),
  };
  return {rows, std::size(rows)};
}

}  // namespace flthost::ps
