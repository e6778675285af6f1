// The handle table.
#include <flthost/ke/dispatcher.h>

#include <mutex>
#include <vector>

#include "ob_internal.h"

using namespace flthost;

namespace flthost::ob {

namespace {

struct Entry {
  void* body = nullptr;
  ACCESS_MASK access = 0;
  ULONG attributes = 0;
};

constexpr uint64_t kKernel = 0xffff'ffff'8000'0000;
std::mutex g_mutex;
struct Table {
  std::vector<Entry> entries{1};  // handle 0 is none
  std::vector<size_t> free;
};
Table& table() {
  static auto* const all = new Table;
  return *all;
}

std::atomic<PEPROCESS (*)()> g_process{nullptr};
std::atomic<PETHREAD (*)()> g_thread{nullptr};

HANDLE handle_of(size_t index, ULONG attributes) {
  const uint64_t value = index * 4 | ((attributes & OBJ_KERNEL_HANDLE) != 0 ? kKernel : 0);
  return reinterpret_cast<HANDLE>(value);
}

bool is_kernel(HANDLE handle) {
  return (reinterpret_cast<uint64_t>(handle) & kKernel) == kKernel;
}

// Locked. Null when there is no such handle of this kind.
Entry* find(HANDLE handle) {
  const auto value = reinterpret_cast<uint64_t>(handle);
  const uint64_t index = (is_kernel(handle) ? value & ~kKernel : value) / 4;
  if (index >= table().entries.size() || table().entries[index].body == nullptr) return nullptr;
  Entry& entry = table().entries[index];
  const bool kernel = (entry.attributes & OBJ_KERNEL_HANDLE) != 0;
  return kernel == is_kernel(handle) ? &entry : nullptr;
}

// What -1 and -2 stand for; null for other handles.
void* current_of(HANDLE handle) {
  const auto value = reinterpret_cast<int64_t>(handle);
  if (value == -1 && g_process.load() != nullptr) return g_process.load()();
  if (value == -2 && g_thread.load() != nullptr) return g_thread.load()();
  return nullptr;
}

}  // namespace

void install_current(PEPROCESS (*process)(), PETHREAD (*thread)()) {
  g_process.store(process);
  g_thread.store(thread);
}

namespace {

HANDLE insert_handle(void* body, ACCESS_MASK access, ULONG attributes) {
  reference(body);
  header_of(body).handles.fetch_add(1, std::memory_order_relaxed);
  const std::lock_guard guard(g_mutex);
  size_t index = table().entries.size();
  if (!table().free.empty()) {
    index = table().free.back();
    table().free.pop_back();
    table().entries[index] = {body, access, attributes};
  } else {
    table().entries.push_back({body, access, attributes});
  }
  return handle_of(index, attributes);
}

// Locked. Null when `mode` may not use it or it is not open.
Entry* find_for(HANDLE handle, KPROCESSOR_MODE mode) {
  return mode == KernelMode || !is_kernel(handle) ? find(handle) : nullptr;
}

}  // namespace

NTSTATUS open_handle(void* body, ACCESS_MASK access, ULONG attributes, HANDLE* handle) {
  HandleFilter filter(body, OB_OPERATION_HANDLE_CREATE, (attributes & OBJ_KERNEL_HANDLE) != 0,
                      &access);
  *handle = insert_handle(body, access, attributes);
  filter.done(STATUS_SUCCESS, access);
  return STATUS_SUCCESS;
}

NTSTATUS close_handle(HANDLE handle, KPROCESSOR_MODE mode) {
  void* body = nullptr;
  {
    const std::lock_guard guard(g_mutex);
    Entry* const entry = find_for(handle, mode);
    if (entry == nullptr) return STATUS_INVALID_HANDLE;
    if ((entry->attributes & OBJ_PROTECT_CLOSE) != 0) return STATUS_HANDLE_NOT_CLOSABLE;
    body = entry->body;
    *entry = {};
    table().free.push_back(static_cast<size_t>(entry - table().entries.data()));
  }
  Header& header = header_of(body);
  if (header.handles.fetch_sub(1, std::memory_order_acq_rel) == 1) {
    if (auto* const closed = header.type->callbacks.last_handle_closed) closed(body);
  }
  dereference(body);
  return STATUS_SUCCESS;
}

NTSTATUS duplicate_handle(PEPROCESS source_process, HANDLE source, PEPROCESS target_process,
                          HANDLE* target, ACCESS_MASK access, ULONG attributes, ULONG options,
                          KPROCESSOR_MODE mode) {
  void* body = nullptr;
  ACCESS_MASK granted = 0;
  NTSTATUS status = reference_handle(source, 0, nullptr, mode, &body, &granted);
  if (!NT_SUCCESS(status)) return status;
  if ((options & DUPLICATE_SAME_ACCESS) != 0) access = granted;
  if ((options & DUPLICATE_SAME_ATTRIBUTES) != 0) {
    const std::lock_guard guard(g_mutex);
    const Entry* const entry = find_for(source, mode);
    attributes = entry != nullptr ? entry->attributes : 0;
  }
  if (mode != KernelMode && (access & ~granted) != 0) status = STATUS_ACCESS_DENIED;
  if (NT_SUCCESS(status) && target != nullptr) {
    HandleFilter filter(body, OB_OPERATION_HANDLE_DUPLICATE, (attributes & OBJ_KERNEL_HANDLE) != 0,
                        &access, source_process, target_process);
    *target = insert_handle(body, access, attributes);
    filter.done(STATUS_SUCCESS, access);
  }
  dereference(body);
  // Also when the rest failed.
  if ((options & DUPLICATE_CLOSE_SOURCE) != 0) close_handle(source, mode);
  return status;
}

NTSTATUS set_handle_flags(HANDLE handle, HandleFlags flags, KPROCESSOR_MODE mode) {
  const std::lock_guard guard(g_mutex);
  Entry* const entry = find_for(handle, mode);
  if (entry == nullptr) return STATUS_INVALID_HANDLE;
  entry->attributes &= ~ULONG{OBJ_INHERIT | OBJ_PROTECT_CLOSE};
  if (flags.inherit) entry->attributes |= OBJ_INHERIT;
  if (flags.protect_from_close) entry->attributes |= OBJ_PROTECT_CLOSE;
  return STATUS_SUCCESS;
}

NTSTATUS query_handle_flags(HANDLE handle, HandleFlags* flags, KPROCESSOR_MODE mode) {
  const std::lock_guard guard(g_mutex);
  const Entry* const entry = find_for(handle, mode);
  if (entry == nullptr) return STATUS_INVALID_HANDLE;
  flags->inherit = (entry->attributes & OBJ_INHERIT) != 0;
  flags->protect_from_close = (entry->attributes & OBJ_PROTECT_CLOSE) != 0;
  return STATUS_SUCCESS;
}

NTSTATUS reference_handle(HANDLE handle, ACCESS_MASK access, POBJECT_TYPE type,
                          KPROCESSOR_MODE mode, void** result, ACCESS_MASK* granted) {
  *result = nullptr;
  void* body = current_of(handle);
  ACCESS_MASK has = STANDARD_RIGHTS_ALL | SPECIFIC_RIGHTS_ALL;
  if (body != nullptr) {
    reference(body);
  } else {
    const std::lock_guard guard(g_mutex);
    const Entry* const entry = mode == KernelMode || !is_kernel(handle) ? find(handle) : nullptr;
    if (entry == nullptr) return STATUS_INVALID_HANDLE;
    body = entry->body;
    has = entry->access;
    reference(body);
  }
  NTSTATUS status = STATUS_SUCCESS;
  if (type != nullptr && type_of(body) != type) {
    status = STATUS_OBJECT_TYPE_MISMATCH;
  } else if (mode != KernelMode && (access & ~has) != 0) {
    status = STATUS_ACCESS_DENIED;
  }
  if (!NT_SUCCESS(status)) {
    dereference(body);
    return status;
  }
  if (granted != nullptr) *granted = has;
  *result = body;
  return STATUS_SUCCESS;
}

uint64_t handle_leaks(std::string* lines) {
  const std::lock_guard guard(g_mutex);
  uint64_t count = 0;
  for (size_t i = 0; i < table().entries.size(); ++i) {
    const Entry& entry = table().entries[i];
    if (entry.body == nullptr) continue;
    ++count;
    if (lines == nullptr) continue;
    char text[32];
    std::snprintf(text, sizeof text, "%p", handle_of(i, entry.attributes));
    *lines += "open handle " + std::string(text) + " to an object of type " +
              narrow(type_name(type_of(entry.body))) + "\n";
  }
  return count;
}

}  // namespace flthost::ob

NTSTATUS NTAPI ObReferenceObjectByHandle(HANDLE Handle, ACCESS_MASK DesiredAccess,
                                         POBJECT_TYPE ObjectType, KPROCESSOR_MODE AccessMode,
                                         PVOID* Object,
                                         POBJECT_HANDLE_INFORMATION HandleInformation) {
  ACCESS_MASK granted = 0;
  const NTSTATUS status =
      ob::reference_handle(Handle, DesiredAccess, ObjectType, AccessMode, Object, &granted);
  if (NT_SUCCESS(status) && HandleInformation != nullptr) {
    ob::HandleFlags flags;
    ob::query_handle_flags(Handle, &flags, AccessMode);  // the pseudo handles have none
    HandleInformation->HandleAttributes =
        (flags.inherit ? OBJ_INHERIT : 0U) | (flags.protect_from_close ? OBJ_PROTECT_CLOSE : 0U);
    HandleInformation->GrantedAccess = granted;
  }
  return status;
}

NTSTATUS NTAPI ObReferenceObjectByHandleWithTag(HANDLE Handle, ACCESS_MASK DesiredAccess,
                                                POBJECT_TYPE ObjectType, KPROCESSOR_MODE AccessMode,
                                                ULONG, PVOID* Object,
                                                POBJECT_HANDLE_INFORMATION HandleInformation) {
  return ObReferenceObjectByHandle(Handle, DesiredAccess, ObjectType, AccessMode, Object,
                                   HandleInformation);
}

NTSTATUS NTAPI ObOpenObjectByPointer(PVOID Object, ULONG HandleAttributes, PACCESS_STATE,
                                     ACCESS_MASK DesiredAccess, POBJECT_TYPE ObjectType,
                                     KPROCESSOR_MODE AccessMode, PHANDLE Handle) {
  constexpr ULONG kAttributes = OBJ_VALID_ATTRIBUTES | OBJ_PROTECT_CLOSE | OBJ_AUDIT_OBJECT_CLOSE;
  if ((HandleAttributes & ~kAttributes) != 0) return STATUS_INVALID_PARAMETER;
  if (ObjectType == nullptr ? AccessMode != KernelMode : ob::type_of(Object) != ObjectType) {
    return STATUS_OBJECT_TYPE_MISMATCH;
  }
  return ob::open_handle(Object, DesiredAccess, HandleAttributes, Handle);
}

NTSTATUS NTAPI ObOpenObjectByPointerWithTag(PVOID Object, ULONG HandleAttributes,
                                            PACCESS_STATE PassedAccessState,
                                            ACCESS_MASK DesiredAccess, POBJECT_TYPE ObjectType,
                                            KPROCESSOR_MODE AccessMode, ULONG, PHANDLE Handle) {
  return ObOpenObjectByPointer(Object, HandleAttributes, PassedAccessState, DesiredAccess,
                               ObjectType, AccessMode, Handle);
}

NTSTATUS NTAPI ObCloseHandle(HANDLE Handle, KPROCESSOR_MODE PreviousMode) {
  return ob::close_handle(Handle, PreviousMode);
}

// Says what is wrong; ZwClose is the one that dies of it.
NTSTATUS NTAPI NtClose(HANDLE Handle) {
  return ob::close_handle(Handle, ke::is_system_thread() ? static_cast<KPROCESSOR_MODE>(KernelMode)
                                                         : static_cast<KPROCESSOR_MODE>(UserMode));
}

NTSTATUS NTAPI ObDuplicateObject(PEPROCESS SourceProcess, HANDLE SourceHandle,
                                 PEPROCESS TargetProcess, PHANDLE TargetHandle,
                                 ACCESS_MASK DesiredAccess, ULONG HandleAttributes, ULONG Options,
                                 KPROCESSOR_MODE PreviousMode) {
  if (TargetHandle != nullptr) *TargetHandle = nullptr;
  // Without a target process it can only close the source.
  if (TargetProcess == nullptr && (Options & DUPLICATE_CLOSE_SOURCE) == 0) {
    return STATUS_INVALID_PARAMETER;
  }
  return ob::duplicate_handle(SourceProcess, SourceHandle, TargetProcess,
                              TargetProcess != nullptr ? TargetHandle : nullptr, DesiredAccess,
                              HandleAttributes, Options, PreviousMode);
}

NTSTATUS NTAPI ObSetHandleAttributes(HANDLE Handle, POBJECT_HANDLE_FLAG_INFORMATION HandleFlags,
                                     KPROCESSOR_MODE AccessMode) {
  return ob::set_handle_flags(Handle,
                              {.inherit = HandleFlags->Inherit != FALSE,
                               .protect_from_close = HandleFlags->ProtectFromClose != FALSE},
                              AccessMode);
}

NTSTATUS NTAPI ObOpenObjectByName(POBJECT_ATTRIBUTES ObjectAttributes, POBJECT_TYPE ObjectType,
                                  KPROCESSOR_MODE, PACCESS_STATE, ACCESS_MASK DesiredAccess, PVOID,
                                  PHANDLE Handle) {
  *Handle = nullptr;
  if (ObjectAttributes == nullptr) return STATUS_INVALID_PARAMETER;
  // No object directory can be opened here, so nothing is relative to one.
  if (ObjectAttributes->RootDirectory != nullptr) return STATUS_OBJECT_TYPE_MISMATCH;
  const UNICODE_STRING* const name = ObjectAttributes->ObjectName;
  if (name == nullptr || name->Length == 0 || name->Buffer[0] != u'\\') {
    return STATUS_OBJECT_PATH_SYNTAX_BAD;
  }
  NTSTATUS status = STATUS_SUCCESS;
  void* const body =
      ob::reference_name({name->Buffer, name->Length / sizeof(WCHAR)}, ObjectType, &status);
  if (body == nullptr) return status;
  status = ob::open_handle(body, DesiredAccess, ObjectAttributes->Attributes, Handle);
  ob::dereference(body);
  return status;
}

// From a driver a handle that is not open is a bugcheck, as with Driver Verifier's handle checks.
NTSTATUS NTAPI ZwClose(HANDLE Handle) {
  const NTSTATUS status = ob::close_handle(Handle, KernelMode);
  if (status == STATUS_INVALID_HANDLE) {
    ke::bugcheck({.code = 0x93,  // INVALID_KERNEL_HANDLE
                  .parameters = {reinterpret_cast<uint64_t>(Handle), 0, 0, 0},
                  .reason = "ZwClose of a handle that is not open; close each handle once."});
  }
  return status;
}

BOOLEAN NTAPI ObIsKernelHandle(HANDLE Handle) {
  const auto value = reinterpret_cast<int64_t>(Handle);
  return value != -1 && value != -2 && ob::is_kernel(Handle) ? TRUE : FALSE;
}

NTSTATUS NTAPI ZwWaitForSingleObject(HANDLE Handle, BOOLEAN Alertable, PLARGE_INTEGER Timeout) {
  void* body = nullptr;
  const NTSTATUS status = ob::reference_handle(Handle, SYNCHRONIZE, nullptr, KernelMode, &body);
  if (!NT_SUCCESS(status)) return status;
  DISPATCHER_HEADER* header = ob::dispatcher_of(body);  // null: a key, a token
  const NTSTATUS result = header != nullptr
                              ? ke::wait_for(&header, 1, false, ke::deadline_of(Timeout),
                                             {.alertable = Alertable != FALSE, .apcs = true})
                              : STATUS_OBJECT_TYPE_MISMATCH;
  ob::dereference(body);
  return result;
}

namespace flthost::ob {

ke::ExportTable handle_exports() {
  static const ke::Export rows[] = {
      FLTHOST_EXPORT(ObReferenceObjectByHandle),
      FLTHOST_EXPORT(ObReferenceObjectByHandleWithTag),
      FLTHOST_EXPORT(ObOpenObjectByPointer),
      FLTHOST_EXPORT(ObOpenObjectByPointerWithTag),
      FLTHOST_EXPORT(ObCloseHandle),
      FLTHOST_EXPORT(ZwClose),
      FLTHOST_EXPORT(NtClose),
      FLTHOST_EXPORT(ObDuplicateObject),
      FLTHOST_EXPORT(ObSetHandleAttributes),
      FLTHOST_EXPORT(ObOpenObjectByName),
      FLTHOST_EXPORT(ObIsKernelHandle),
      FLTHOST_EXPORT(ZwWaitForSingleObject),
  };
  return {rows, std::size(rows)};
}

}  // namespace flthost::ob
