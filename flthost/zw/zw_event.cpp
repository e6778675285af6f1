// Events by handle, and what the system tells of itself.
#include <flthost/ke/dispatcher.h>
#include <flthost/ob/ob.h>
#include <flthost/zw/capture.h>
#include <flthost/zw/keys.h>
#include <flthost/zw/names.h>
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

// The name goes with the last handle, as that of every temporary object.
void drop_names_with_handles() {
  static const bool done = [] {
    ob::TypeCallbacks callbacks;
    callbacks.last_handle_closed = drop_temporary_name;
    callbacks.at_any_irql = true;
    ob::set_callbacks(ExEventObjectType, callbacks);
    return true;
  }();
  static_cast<void>(done);
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
  ObjectName name;
  const NTSTATUS status = capture_object_name(ObjectAttributes, &name);
  if (!NT_SUCCESS(status)) return status;
  drop_names_with_handles();
  void* const event = ob::create(ExEventObjectType, sizeof(KEVENT));
  KeInitializeEvent(static_cast<PKEVENT>(event), EventType, InitialState);
  return insert_object(event, name, DesiredAccess, EventHandle);
}

NTSTATUS NTAPI ZwOpenEvent(PHANDLE EventHandle, ACCESS_MASK DesiredAccess,
                           POBJECT_ATTRIBUTES ObjectAttributes) {
  ObjectName name;
  const NTSTATUS status = capture_object_name(ObjectAttributes, &name);
  return NT_SUCCESS(status) ? open_object(name, ExEventObjectType, DesiredAccess, EventHandle)
                            : status;
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
