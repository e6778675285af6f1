#include <flthost/etw/etw.h>

#include <flthost/mm/mm.h>

#include <sys/random.h>

#include <cstring>
#include <iterator>
#include <map>
#include <mutex>

namespace flthost::etw {
namespace {

struct Provider {
  GUID id{};
  const void* callback = nullptr;
  PVOID context = nullptr;
  bool classic = false;
};

std::mutex g_lock;
struct Registry {
  std::map<REGHANDLE, Provider> providers;
  REGHANDLE next = 0x10000;
};
Registry& registry() {
  static auto* const all = new Registry;
  return *all;
}

bool registered(REGHANDLE handle) {
  const std::lock_guard guard(g_lock);
  return registry().providers.contains(handle);
}

NTSTATUS add(LPCGUID id, const void* callback, PVOID context, bool classic, PREGHANDLE handle) {
  if (id == nullptr || handle == nullptr) return STATUS_INVALID_PARAMETER;
  Provider provider{{}, callback, context, classic};
  if (!mm::guarded_copy(&provider.id, id, sizeof provider.id)) return STATUS_INVALID_PARAMETER;
  REGHANDLE made = 0;
  {
    const std::lock_guard guard(g_lock);
    made = registry().next;
    registry().next += 0x10;
    registry().providers.emplace(made, provider);
  }
  if (mm::guarded_copy(handle, &made, sizeof made)) return STATUS_SUCCESS;
  const std::lock_guard guard(g_lock);
  registry().providers.erase(made);
  return STATUS_INVALID_PARAMETER;
}

// What every write checks before it finds that nobody listens.
NTSTATUS check_write(REGHANDLE handle, PCEVENT_DESCRIPTOR event, ULONG count,
                     const EVENT_DATA_DESCRIPTOR* data) {
  if (!registered(handle)) return STATUS_INVALID_HANDLE;
  if (event == nullptr || count > MAX_EVENT_DATA_DESCRIPTORS) return STATUS_INVALID_PARAMETER;
  if (count != 0 && data == nullptr) return STATUS_INVALID_PARAMETER;
  return STATUS_SUCCESS;
}

thread_local GUID t_activity{};

GUID new_activity() {
  GUID made{};
  static_cast<void>(::getrandom(&made, sizeof made, 0));
  made.Data3 = static_cast<USHORT>((made.Data3 & 0x0fff) | 0x4000);
  made.Data4[0] = static_cast<UCHAR>((made.Data4[0] & 0x3f) | 0x80);
  return made;
}

// All of a thread that does not write is out, and what it may get is in.
NTSTATUS control_activity(ULONG code, LPGUID id) {
  GUID given{};
  if (id == nullptr || !mm::guarded_copy(&given, id, sizeof given)) return STATUS_INVALID_PARAMETER;
  GUID out = given;
  switch (code) {
    case EVENT_ACTIVITY_CTRL_GET_ID:
      out = t_activity;
      break;
    case EVENT_ACTIVITY_CTRL_SET_ID:
      t_activity = given;
      return STATUS_SUCCESS;
    case EVENT_ACTIVITY_CTRL_CREATE_ID:
      out = new_activity();
      break;
    case EVENT_ACTIVITY_CTRL_GET_SET_ID:
      out = t_activity;
      t_activity = given;
      break;
    case EVENT_ACTIVITY_CTRL_CREATE_SET_ID:
      out = t_activity;
      t_activity = new_activity();
      break;
    default:
      return STATUS_INVALID_PARAMETER;
  }
  return mm::guarded_copy(id, &out, sizeof out) ? STATUS_SUCCESS : STATUS_INVALID_PARAMETER;
}

// Traits begin with their own size in 16 bits, then the provider's name.
NTSTATUS check_traits(const void* traits, ULONG length) {
  USHORT size = 0;
  if (traits == nullptr || length < sizeof size || length > 0xffff) return STATUS_INVALID_PARAMETER;
  if (!mm::guarded_copy(&size, traits, sizeof size)) return STATUS_INVALID_PARAMETER;
  return size == length ? STATUS_SUCCESS : STATUS_INVALID_PARAMETER;
}

}  // namespace

uint64_t leaks() {
  const std::lock_guard guard(g_lock);
  return registry().providers.size();
}

}  // namespace flthost::etw

using namespace flthost;
using namespace flthost::etw;

NTSTATUS NTAPI EtwRegister(LPCGUID ProviderId, PETWENABLECALLBACK EnableCallback,
                           PVOID CallbackContext, PREGHANDLE RegHandle) {
  return add(ProviderId, reinterpret_cast<const void*>(EnableCallback), CallbackContext, false,
             RegHandle);
}

NTSTATUS NTAPI EtwRegisterClassicProvider(LPCGUID ProviderGuid, ULONG,
                                          PETW_CLASSIC_CALLBACK CallbackFunction,
                                          PVOID CallbackContext, PREGHANDLE RegHandle) {
  if (CallbackFunction == nullptr) return STATUS_INVALID_PARAMETER;
  return add(ProviderGuid, reinterpret_cast<const void*>(CallbackFunction), CallbackContext, true,
             RegHandle);
}

NTSTATUS NTAPI EtwUnregister(REGHANDLE RegHandle) {
  const std::lock_guard guard(g_lock);
  return registry().providers.erase(RegHandle) != 0 ? STATUS_SUCCESS : STATUS_INVALID_HANDLE;
}

// No session enables anything.
BOOLEAN NTAPI EtwEventEnabled(REGHANDLE, PCEVENT_DESCRIPTOR) {
  return FALSE;
}
BOOLEAN NTAPI EtwProviderEnabled(REGHANDLE, UCHAR, ULONGLONG) {
  return FALSE;
}

NTSTATUS NTAPI EtwWrite(REGHANDLE RegHandle, PCEVENT_DESCRIPTOR EventDescriptor, LPCGUID,
                        ULONG UserDataCount, PEVENT_DATA_DESCRIPTOR UserData) {
  return check_write(RegHandle, EventDescriptor, UserDataCount, UserData);
}

NTSTATUS NTAPI EtwWriteEx(REGHANDLE RegHandle, PCEVENT_DESCRIPTOR EventDescriptor, ULONG64, ULONG,
                          LPCGUID, LPCGUID, ULONG UserDataCount, PEVENT_DATA_DESCRIPTOR UserData) {
  return check_write(RegHandle, EventDescriptor, UserDataCount, UserData);
}

NTSTATUS NTAPI EtwWriteTransfer(REGHANDLE RegHandle, PCEVENT_DESCRIPTOR EventDescriptor, LPCGUID,
                                LPCGUID, ULONG UserDataCount, PEVENT_DATA_DESCRIPTOR UserData) {
  return check_write(RegHandle, EventDescriptor, UserDataCount, UserData);
}

NTSTATUS NTAPI EtwWriteString(REGHANDLE RegHandle, UCHAR, ULONGLONG, LPCGUID, PCWSTR String) {
  if (!registered(RegHandle)) return STATUS_INVALID_HANDLE;
  return String == nullptr ? STATUS_INVALID_PARAMETER : STATUS_SUCCESS;
}

NTSTATUS NTAPI EtwActivityIdControl(ULONG ControlCode, LPGUID ActivityId) {
  return control_activity(ControlCode, ActivityId);
}

NTSTATUS NTAPI EtwSetInformation(REGHANDLE RegHandle, EVENT_INFO_CLASS InformationClass,
                                 PVOID EventInformation, ULONG InformationLength) {
  if (!registered(RegHandle)) return STATUS_INVALID_HANDLE;
  ULONG what = 0;
  std::memcpy(&what, &InformationClass, sizeof what);  // may be out of the enumeration
  switch (what) {
    case EventProviderBinaryTrackInfo:
      return EventInformation == nullptr && InformationLength == 0 ? STATUS_SUCCESS
                                                                   : STATUS_INVALID_PARAMETER;
    case EventProviderSetReserved1:
      return STATUS_INVALID_DEVICE_REQUEST;
    case EventProviderSetTraits:
      return check_traits(EventInformation, InformationLength);
    case EventProviderUseDescriptorType:
      return EventInformation != nullptr && InformationLength == sizeof(UCHAR)
                 ? STATUS_SUCCESS
                 : STATUS_INVALID_PARAMETER;
    default:
      return STATUS_INVALID_PARAMETER;
  }
}

namespace flthost::etw {

ke::ExportTable exports() {
  static const ke::Export rows[] = {
      FLTHOST_EXPORT(EtwActivityIdControl),
      FLTHOST_EXPORT(EtwEventEnabled),
      FLTHOST_EXPORT(EtwProviderEnabled),
      FLTHOST_EXPORT(EtwRegister),
      FLTHOST_EXPORT(EtwRegisterClassicProvider),
      FLTHOST_EXPORT(EtwSetInformation),
      FLTHOST_EXPORT(EtwUnregister),
      FLTHOST_EXPORT(EtwWrite),
      FLTHOST_EXPORT(EtwWriteEx),
      FLTHOST_EXPORT(EtwWriteString),
      FLTHOST_EXPORT(EtwWriteTransfer),
  };
  return {rows, std::size(rows)};
}

}  // namespace flthost::etw
