// Events by handle, and what the system tells of itself.
#include <flthost/ke/dispatcher.h>
#include <flthost/ob/ob.h>
#include <flthost/zw/capture.h>
#include <flthost/zw/keys.h>
#include <flthost/zw/zw.h>

namespace flthost::zw {
namespace {

NTSTATUS event_of(HANDLE handle, PKEVENT* event) {
  void* body = nullptr;
  const NTSTATUS status =
      ob::reference_handle(handle, EVENT_MODIFY_STATE, ExEventObjectType, KernelMode, &body);
  *event = static_cast<PKEVENT>(body);
  return status;
}

// Runs `change` on the event; its result, the state before, goes to *before when that is wanted.
template <typename Change>
NTSTATUS change_event(HANDLE handle, PLONG before, const Change& change) {
  PKEVENT event = nullptr;
  const NTSTATUS status = event_of(handle, &event);
  if (!NT_SUCCESS(status)) return status;
  const LONG state = change(event);
  ob::dereference(event);
  return before == nullptr || write_to(before, state) ? STATUS_SUCCESS : STATUS_ACCESS_VIOLATION;
}

struct EventName {
  std::u16string path;
  ULONG attributes = 0;
};

// Absolute names only: there are no handles to object directories.
NTSTATUS capture_name(const OBJECT_ATTRIBUTES* from, EventName* name) {
  OBJECT_ATTRIBUTES attributes{};
  if (from == nullptr) return STATUS_SUCCESS;
  if (!read_from(from, &attributes)) return STATUS_ACCESS_VIOLATION;
  if (attributes.Length != sizeof(OBJECT_ATTRIBUTES)) return STATUS_INVALID_PARAMETER;
  if (attributes.RootDirectory != nullptr) return STATUS_OBJECT_TYPE_MISMATCH;
  name->attributes = attributes.Attributes;
  const NTSTATUS status = capture_string(attributes.ObjectName, &name->path);
  if (!NT_SUCCESS(status) || name->path.empty()) return status;
  return name->path.front() == u'\\' ? STATUS_SUCCESS : STATUS_OBJECT_PATH_SYNTAX_BAD;
}

// The name goes with the last handle, as that of every temporary object.
void drop_names_with_handles() {
  static const bool done = [] {
    ob::TypeCallbacks callbacks;
    callbacks.last_handle_closed = [](void* body) { ob::remove_name(body); };
    callbacks.at_any_irql = true;
    ob::set_callbacks(ExEventObjectType, callbacks);
    return true;
  }();
  static_cast<void>(done);
}

NTSTATUS open_event(const EventName& name, ACCESS_MASK access, PHANDLE to) {
  NTSTATUS status = STATUS_SUCCESS;
  void* const event = ob::reference_name(name.path, ExEventObjectType, &status);
  if (event == nullptr) return status;
  status = give_handle(event, access, name.attributes, to);
  ob::dereference(event);
  return status;
}

}  // namespace
}  // namespace flthost::zw

using namespace flthost;
using namespace flthost::zw;

NTSTATUS NTAPI ZwCreateEvent(PHANDLE EventHandle, ACCESS_MASK DesiredAccess,
                             POBJECT_ATTRIBUTES ObjectAttributes, EVENT_TYPE EventType,
                             BOOLEAN InitialState) {
  if (raw(EventType) > SynchronizationEvent) {
    return STATUS_INVALID_PARAMETER_4;
  }
  EventName name;
  NTSTATUS status = capture_name(ObjectAttributes, &name);
  if (!NT_SUCCESS(status)) return status;
  drop_names_with_handles();
  void* const event = ob::create(ExEventObjectType, sizeof(KEVENT));
  KeInitializeEvent(static_cast<PKEVENT>(event), EventType, InitialState);
  if (!name.path.empty()) status = ob::insert_name(name.path, event);
  if (NT_SUCCESS(status)) {
    status = give_handle(event, DesiredAccess, name.attributes, EventHandle);
  } else if (status == STATUS_OBJECT_NAME_COLLISION && (name.attributes & OBJ_OPENIF) != 0) {
    status = open_event(name, DesiredAccess, EventHandle);
    if (NT_SUCCESS(status)) status = STATUS_OBJECT_NAME_EXISTS;
  }
  ob::dereference(event);
  return status;
}

NTSTATUS NTAPI ZwOpenEvent(PHANDLE EventHandle, ACCESS_MASK DesiredAccess,
                           POBJECT_ATTRIBUTES ObjectAttributes) {
  EventName name;
  const NTSTATUS status = capture_name(ObjectAttributes, &name);
  if (!NT_SUCCESS(status)) return status;
  if (name.path.empty()) return STATUS_OBJECT_PATH_SYNTAX_BAD;
  return open_event(name, DesiredAccess, EventHandle);
}

NTSTATUS NTAPI ZwSetEvent(HANDLE EventHandle, PLONG PreviousState) {
  return change_event(EventHandle, PreviousState,
                      [](PKEVENT event) { return KeSetEvent(event, 0, FALSE); });
}

NTSTATUS NTAPI ZwResetEvent(HANDLE EventHandle, PLONG NumberOfWaitingThreads) {
  return change_event(EventHandle, NumberOfWaitingThreads,
                      [](PKEVENT event) { return KeResetEvent(event); });
}

NTSTATUS NTAPI ZwClearEvent(HANDLE EventHandle) {
  return change_event(EventHandle, nullptr, [](PKEVENT event) { return KeResetEvent(event); });
}

// No class of information on the system exists here: the answer for a class a system does not know.
NTSTATUS NTAPI ZwQuerySystemInformation(SYSTEM_INFORMATION_CLASS, PVOID, ULONG, PULONG) {
  return STATUS_INVALID_INFO_CLASS;
}
