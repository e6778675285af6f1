// The object types that drivers import, and the exports on references and names.
#include <flthost/ex/ex.h>
#include <flthost/mm/mm.h>

#include <cstring>
#include <vector>

#include "ob_internal.h"

#undef ObDereferenceObject
#undef ObReferenceObjectWithTag

using namespace flthost;

namespace {

// Constant initialised, so that other components can set callbacks from their own initialisers.
constinit _OBJECT_TYPE g_key{u"Key", {}}, g_desktop{u"Desktop", {}}, g_event{u"Event", {}},
    g_semaphore{u"Semaphore", {}}, g_device{u"Device", {}}, g_driver{u"Driver", {}},
    g_file{u"File", {}}, g_alpc{u"ALPC Port", {}}, g_section{u"Section", {}}, g_job{u"Job", {}},
    g_process{u"Process", {}}, g_thread{u"Thread", {}}, g_token{u"Token", {}},
    g_transaction{u"TmTx", {}};

}  // namespace

constinit POBJECT_TYPE CmKeyObjectType = &g_key;
constinit POBJECT_TYPE ExDesktopObjectType = &g_desktop;
constinit POBJECT_TYPE ExEventObjectType = &g_event;
constinit POBJECT_TYPE ExSemaphoreObjectType = &g_semaphore;
constinit POBJECT_TYPE IoDeviceObjectType = &g_device;
constinit POBJECT_TYPE IoDriverObjectType = &g_driver;
constinit POBJECT_TYPE IoFileObjectType = &g_file;
constinit POBJECT_TYPE LpcPortObjectType = &g_alpc;
constinit POBJECT_TYPE MmSectionObjectType = &g_section;
constinit POBJECT_TYPE PsJobType = &g_job;
constinit POBJECT_TYPE PsProcessType = &g_process;
constinit POBJECT_TYPE PsThreadType = &g_thread;
constinit POBJECT_TYPE SeTokenObjectType = &g_token;
constinit POBJECT_TYPE TmTransactionObjectType = &g_transaction;

LONG_PTR NTAPI ObfReferenceObject(PVOID Object) {
  ob::reference(Object);
  return ob::reference_count(Object);
}

LONG_PTR NTAPI ObfReferenceObjectWithTag(PVOID Object, ULONG) {
  return ObfReferenceObject(Object);
}

LONG_PTR NTAPI ObfDereferenceObject(PVOID Object) {
  const LONG_PTR left = ob::reference_count(Object) - 1;
  ob::dereference(Object);
  return left;
}

LONG_PTR NTAPI ObfDereferenceObjectWithTag(PVOID Object, ULONG) {
  return ObfDereferenceObject(Object);
}

VOID NTAPI ObDereferenceObject(void* a) {
  ob::dereference(a);
}

VOID NTAPI ObDereferenceObjectDeferDelete(PVOID Object) {
  ex::queue_work([](void* body) { ob::dereference(body); }, Object);
}

VOID NTAPI ObDereferenceObjectDeferDeleteWithTag(PVOID Object, ULONG) {
  ObDereferenceObjectDeferDelete(Object);
}

NTSTATUS NTAPI ObReferenceObjectByPointer(PVOID Object, ACCESS_MASK, POBJECT_TYPE ObjectType,
                                          KPROCESSOR_MODE AccessMode) {
  // Kernel mode may leave the type out.
  if (ObjectType == nullptr ? AccessMode != KernelMode : ob::type_of(Object) != ObjectType) {
    return STATUS_OBJECT_TYPE_MISMATCH;
  }
  ob::reference(Object);
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI ObReferenceObjectByPointerWithTag(PVOID Object, ACCESS_MASK DesiredAccess,
                                                 POBJECT_TYPE ObjectType,
                                                 KPROCESSOR_MODE AccessMode, ULONG) {
  return ObReferenceObjectByPointer(Object, DesiredAccess, ObjectType, AccessMode);
}

BOOLEAN NTAPI ObReferenceObjectSafe(PVOID Object) {
  std::atomic<int64_t>& references = ob::header_of(Object).references;
  int64_t now = references.load(std::memory_order_relaxed);
  while (now > 0) {
    if (references.compare_exchange_weak(now, now + 1, std::memory_order_relaxed)) return TRUE;
  }
  return FALSE;
}

BOOLEAN NTAPI ObReferenceObjectSafeWithTag(PVOID Object, ULONG) {
  return ObReferenceObjectSafe(Object);
}

POBJECT_TYPE NTAPI ObGetObjectType(PVOID Object) {
  return ob::type_of(Object);
}

NTSTATUS NTAPI ObReferenceObjectByName(PUNICODE_STRING ObjectName, ULONG, PACCESS_STATE,
                                       ACCESS_MASK, POBJECT_TYPE ObjectType, KPROCESSOR_MODE, PVOID,
                                       PVOID* Object) {
  NTSTATUS status = STATUS_SUCCESS;
  *Object = ob::reference_name({ObjectName->Buffer, ObjectName->Length / sizeof(WCHAR)}, ObjectType,
                               &status);
  return status;
}

VOID NTAPI ObMakeTemporaryObject(PVOID Object) {
  ob::remove_name(Object);
}

NTSTATUS NTAPI ObQueryNameString(PVOID Object, POBJECT_NAME_INFORMATION ObjectNameInfo,
                                 ULONG Length, PULONG ReturnLength) {
  const std::u16string name = ob::name_of(Object);
  const size_t bytes = name.size() * sizeof(WCHAR);
  const size_t needed =
      sizeof(OBJECT_NAME_INFORMATION) + (name.empty() ? 0 : bytes + sizeof(WCHAR));
  if (bytes > 0xfffd) return STATUS_OBJECT_NAME_INVALID;
  *ReturnLength = static_cast<ULONG>(needed);
  if (Length < needed) {
    return Length < sizeof(OBJECT_NAME_INFORMATION) ? STATUS_INFO_LENGTH_MISMATCH
                                                    : STATUS_BUFFER_OVERFLOW;
  }
  UNICODE_STRING& out = ObjectNameInfo->Name;
  if (name.empty()) {
    out = UNICODE_STRING{};
    return STATUS_SUCCESS;
  }
  out.Buffer = reinterpret_cast<PWCH>(ObjectNameInfo + 1);
  out.Length = static_cast<USHORT>(bytes);
  out.MaximumLength = static_cast<USHORT>(bytes + sizeof(WCHAR));
  std::memcpy(out.Buffer, name.c_str(), bytes + sizeof(WCHAR));
  return STATUS_SUCCESS;
}

namespace flthost::ob {

ke::ExportTable exports() {
  static const auto* const all = [] {
    static const ke::Export own[] = {
        FLTHOST_EXPORT(ObfReferenceObject),
        FLTHOST_EXPORT(ObfReferenceObjectWithTag),
        FLTHOST_EXPORT(ObfDereferenceObject),
        FLTHOST_EXPORT(ObfDereferenceObjectWithTag),
        FLTHOST_EXPORT(ObDereferenceObject),
        FLTHOST_EXPORT(ObDereferenceObjectDeferDelete),
        FLTHOST_EXPORT(ObDereferenceObjectDeferDeleteWithTag),
        FLTHOST_EXPORT(ObReferenceObjectByPointer),
        FLTHOST_EXPORT(ObReferenceObjectByPointerWithTag),
        FLTHOST_EXPORT(ObReferenceObjectSafe),
        FLTHOST_EXPORT(ObReferenceObjectSafeWithTag),
        FLTHOST_EXPORT(ObGetObjectType),
        FLTHOST_EXPORT(ObReferenceObjectByName),
        FLTHOST_EXPORT(ObMakeTemporaryObject),
        FLTHOST_EXPORT(ObQueryNameString),
        {"CmKeyObjectType", &CmKeyObjectType, true},
        {"ExDesktopObjectType", &ExDesktopObjectType, true},
        {"ExEventObjectType", &ExEventObjectType, true},
        {"ExSemaphoreObjectType", &ExSemaphoreObjectType, true},
        {"IoDeviceObjectType", &IoDeviceObjectType, true},
        {"IoDriverObjectType", &IoDriverObjectType, true},
        {"IoFileObjectType", &IoFileObjectType, true},
        {"LpcPortObjectType", &LpcPortObjectType, true},
        {"MmSectionObjectType", &MmSectionObjectType, true},
        {"PsJobType", &PsJobType, true},
        {"PsProcessType", &PsProcessType, true},
        {"PsThreadType", &PsThreadType, true},
        {"SeTokenObjectType", &SeTokenObjectType, true},
        {"TmTransactionObjectType", &TmTransactionObjectType, true},
    };
    auto* const rows = new std::vector<ke::Export>(std::begin(own), std::end(own));
    for (const ke::ExportTable& part :
         {handle_exports(), callback_exports(), security_exports(), filter_exports()}) {
      rows->insert(rows->end(), part.rows, part.rows + part.count);
    }
    make_system_callbacks();
    return rows;
  }();
  return {all->data(), all->size()};
}

}  // namespace flthost::ob
