// Sections that a filter makes of a file to scan it, and the contexts they carry.
#include <flthost/flt/internal.h>
#include <flthost/ps/section.h>

#include <algorithm>

namespace flthost::flt {
namespace {

NTSTATUS check_file(PFILE_OBJECT file) {
  if (file == nullptr || file->FsContext == nullptr || file->SectionObjectPointer == nullptr) {
    return STATUS_INVALID_FILE_FOR_SECTION;
  }
  if (io::stream_of(file).directory) return STATUS_FILE_IS_A_DIRECTORY;
  return io::stream_of(file).header.FileSize.QuadPart == 0 ? STATUS_END_OF_FILE : STATUS_SUCCESS;
}

ContextList& section_list(PFILE_OBJECT file) {
  return *stream_state(io::stream_of(file)).contexts;
}

struct Conflict {
  Instance* instance;
  ContextHeader* context;
};

// Operations that a section in the way would make incoherent: they shrink the file or go round the
// cache.
bool may_conflict(const Op& op) {
  const FLT_IO_PARAMETER_BLOCK& iopb = op.iopb;
  if (iopb.TargetFileObject == nullptr || iopb.TargetFileObject->FsContext == nullptr) return false;
  if (iopb.MajorFunction == IRP_MJ_SET_INFORMATION) {
    const auto kind = iopb.Parameters.SetFileInformation.FileInformationClass;
    return kind == FileEndOfFileInformation || kind == FileAllocationInformation;
  }
  return iopb.MajorFunction == IRP_MJ_WRITE && (iopb.IrpFlags & IRP_NOCACHE) != 0 &&
         (iopb.IrpFlags & IRP_PAGING_IO) == 0;
}

}  // namespace

void tell_section_conflicts(Op& op) {
  if (!may_conflict(op)) return;
  std::atomic_ref<void*> slot(io::stream_of(op.iopb.TargetFileObject).filter_contexts);
  auto* state = static_cast<StreamState*>(slot.load(std::memory_order_acquire));
  if (state == nullptr || state->contexts->count.load(std::memory_order_acquire) == 0) return;
  std::vector<Conflict> told;
  {
    const std::lock_guard guard(state->contexts->lock);
    for (ContextHeader* header = state->contexts->head; header != nullptr; header = header->next) {
      if (header->type != FLT_SECTION_CONTEXT ||
          header->filter->registration.SectionNotificationCallback == nullptr ||
          !header->instance->rundown.acquire()) {
        continue;
      }
      reference_context(header);
      told.push_back({header->instance, header});
    }
  }
  for (const Conflict& one : told) {
    CallbackGuard guard(*one.instance->filter, "section conflict notification");
    ke::invoke(one.instance->filter->registration.SectionNotificationCallback, handle(one.instance),
               static_cast<PFLT_CONTEXT>(body_of(one.context)), &op.data);
    guard.check();
    release_context(one.context);
    FltObjectDereference(handle(one.instance));
  }
}

}  // namespace flthost::flt

using namespace flthost;
using namespace flthost::flt;

NTSTATUS NTAPI FltRegisterForDataScan(PFLT_INSTANCE Instance) {
  instance_of(Instance).scans_data.store(true);
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI FltCreateSectionForDataScan(PFLT_INSTANCE Instance, FILE_OBJECT* FileObject,
                                           PFLT_CONTEXT SectionContext, ULONG DesiredAccess,
                                           OBJECT_ATTRIBUTES* ObjectAttributes, PLARGE_INTEGER,
                                           ULONG SectionPageProtection, ULONG AllocationAttributes,
                                           ULONG, HANDLE* SectionHandle, PVOID* SectionObject,
                                           PLARGE_INTEGER SectionFileSize) {
  flt::Instance& instance = instance_of(Instance);
  *SectionHandle = nullptr;
  *SectionObject = nullptr;
  if (!instance.scans_data.load()) return STATUS_INVALID_PARAMETER;
  // The numbers are the documentation's.
  if (SectionPageProtection != PAGE_READONLY && SectionPageProtection != PAGE_READWRITE) {
    return STATUS_INVALID_PARAMETER_8;
  }
  if ((AllocationAttributes & SEC_COMMIT) == 0 ||
      (AllocationAttributes & ~static_cast<ULONG>(SEC_COMMIT | SEC_FILE)) != 0) {
    return STATUS_INVALID_PARAMETER_9;
  }
  NTSTATUS status = check_file(FileObject);
  if (status != STATUS_SUCCESS) return status;
  status =
      link_context(&section_list(FileObject), {instance.filter, &instance, FLT_SECTION_CONTEXT},
                   FLT_SET_CONTEXT_KEEP_IF_EXISTS, SectionContext, nullptr);
  if (status != STATUS_SUCCESS) return status;
  PVOID section = nullptr;
  status = ps::create_section({.maximum = nullptr,
                               .protection = SectionPageProtection,
                               .attributes = SEC_COMMIT,
                               .file = FileObject},
                              &section);
  if (NT_SUCCESS(status)) {
    const ULONG attributes = ObjectAttributes == nullptr ? 0 : ObjectAttributes->Attributes;
    status = ObOpenObjectByPointer(section, attributes | OBJ_KERNEL_HANDLE, nullptr, DesiredAccess,
                                   nullptr, KernelMode, SectionHandle);
    if (!NT_SUCCESS(status)) ObfDereferenceObject(section);
  }
  if (!NT_SUCCESS(status)) {
    unlink_this(header_of(SectionContext));
    return status;
  }
  *SectionObject = section;
  if (SectionFileSize != nullptr) *SectionFileSize = io::stream_of(FileObject).header.FileSize;
  return STATUS_SUCCESS;
}

// The caller closes the handle and gives the object back itself.
NTSTATUS NTAPI FltCloseSectionForDataScan(PFLT_CONTEXT SectionContext) {
  if (SectionContext == nullptr) return STATUS_INVALID_PARAMETER;
  ContextHeader* header = header_of(SectionContext);
  if (header->magic != ContextHeader::kLive || header->type != FLT_SECTION_CONTEXT) {
    return STATUS_INVALID_PARAMETER;
  }
  if (header->link_state.load(std::memory_order_acquire) == 0) return STATUS_NOT_FOUND;
  unlink_this(header);
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI FltGetSectionContext(PFLT_INSTANCE Instance, PFILE_OBJECT FileObject,
                                    PFLT_CONTEXT* Context) {
  flt::Instance& instance = instance_of(Instance);
  *Context = nullptr;
  if (FileObject == nullptr || FileObject->FsContext == nullptr) return STATUS_NOT_SUPPORTED;
  return find_context(&section_list(FileObject), {instance.filter, &instance, FLT_SECTION_CONTEXT},
                      Context);
}
