// Driver objects, their extensions, reinitialisation and shutdown notification.
#include <flthost/ex/ex.h>
#include <flthost/io/legacy.h>
#include <flthost/ob/ob.h>

#include <algorithm>
#include <cstring>
#include <vector>

namespace flthost::io {
namespace {

struct ClientExtension {
  PVOID client;
  PVOID memory;
};

struct Reinitialization {
  PDRIVER_REINITIALIZE routine;
  PVOID context;
};

// What io keeps of a driver beside its object.
struct HostDriver {
  std::mutex lock;
  std::vector<ClientExtension> extensions;
  std::vector<Reinitialization> reinitializations;
};

// Object, extension and names in one body.
struct Body {
  DRIVER_OBJECT object;
  DRIVER_EXTENSION extension;
  WCHAR name[256];
  WCHAR service_key[256];
  HostDriver* host;
};

Body& body_of(PDRIVER_OBJECT driver) {
  return *reinterpret_cast<Body*>(driver);
}
HostDriver& host_of(PDRIVER_OBJECT driver) {
  return *body_of(driver).host;
}

void destroy_driver(void* body) {
  HostDriver* const host = static_cast<Body*>(body)->host;
  for (const ClientExtension& one : host->extensions) ex::free(one.memory);
  delete host;
}

struct Shutdowns {
  std::mutex lock;
  std::vector<PDEVICE_OBJECT> devices;
};
Shutdowns& shutdowns() {
  static auto* const all = new Shutdowns;
  return *all;
}

void set_string(UNICODE_STRING& to, WCHAR (&buffer)[256], std::u16string_view text) {
  const size_t units = std::min<size_t>(text.size(), 255);
  std::copy_n(text.data(), units, buffer);
  to.Buffer = buffer;
  to.Length = static_cast<USHORT>(units * sizeof(WCHAR));
  to.MaximumLength = static_cast<USHORT>(to.Length + sizeof(WCHAR));
}

void teach_type_once() {
  static const bool taught = [] {
    ob::TypeCallbacks callbacks;
    callbacks.destroy = destroy_driver;
    callbacks.dispatcher = [](void*) -> DISPATCHER_HEADER* { return nullptr; };
    ob::set_callbacks(IoDriverObjectType, callbacks);
    return true;
  }();
  (void)taught;
}

}  // namespace

PDRIVER_OBJECT create_driver_object(const DriverImage& image) {
  teach_type_once();
  auto* const body = static_cast<Body*>(ob::create(IoDriverObjectType, sizeof(Body)));
  body->host = new HostDriver;
  DRIVER_OBJECT& object = body->object;
  object.Type = kTypeDriver;
  object.Size = sizeof(DRIVER_OBJECT);
  object.DriverStart = image.start;
  object.DriverSize = image.size;
  object.DriverExtension = &body->extension;
  object.DriverInit = reinterpret_cast<PDRIVER_INITIALIZE>(const_cast<void*>(image.entry));
  set_string(object.DriverName, body->name, image.name);
  set_string(body->extension.ServiceKeyName, body->service_key, image.service_key);
  body->extension.DriverObject = &object;
  for (PDRIVER_DISPATCH& routine : object.MajorFunction) {
    routine = reinterpret_cast<PDRIVER_DISPATCH>(const_cast<void*>(image.invalid_request));
  }
  // A second image of the same name has none in the namespace.
  static_cast<void>(ob::insert_name(image.name, &object));
  return &object;
}

void driver_started(PDRIVER_OBJECT driver) {
  {
    const std::lock_guard guard(device_lock());
    for (PDEVICE_OBJECT one = driver->DeviceObject; one != nullptr; one = one->NextDevice) {
      one->Flags &= ~static_cast<ULONG>(DO_DEVICE_INITIALIZING);
    }
  }
  HostDriver& host = host_of(driver);
  for (;;) {
    Reinitialization next{};
    {
      const std::lock_guard guard(host.lock);
      if (host.reinitializations.empty()) break;
      next = host.reinitializations.front();
      host.reinitializations.erase(host.reinitializations.begin());
    }
    ke::invoke(next.routine, driver, next.context, ++driver->DriverExtension->Count);
  }
}

void check_unloaded(PDRIVER_OBJECT driver) {
  PDEVICE_OBJECT left = nullptr;
  {
    const std::lock_guard guard(device_lock());
    left = driver->DeviceObject;
  }
  const char* reason =
      "The driver is unloaded and a device object of it is left; call IoDeleteDevice for each "
      "device in the unload routine.";
  if (left == nullptr) {
    Shutdowns& all = shutdowns();
    const std::lock_guard guard(all.lock);
    for (const PDEVICE_OBJECT one : all.devices) {
      if (one->DriverObject == driver) left = one;
    }
    reason =
        "The driver is unloaded and a device of it is still registered for shutdown notification; "
        "call IoUnregisterShutdownNotification in the unload routine.";
  }
  if (left == nullptr) return;
  // DRIVER_UNLOADED_WITHOUT_CANCELLING_PENDING_OPERATIONS
  ke::bugcheck(
      {.code = 0xCE,
       .parameters = {reinterpret_cast<uint64_t>(left), 0, reinterpret_cast<uint64_t>(driver), 0},
       .reason = reason});
}

void free_driver_object(PDRIVER_OBJECT driver) {
  ob::remove_name(driver);
  ob::dereference(driver);
}

void send_shutdown() {
  Shutdowns& all = shutdowns();
  for (;;) {
    PDEVICE_OBJECT device = nullptr;
    {
      const std::lock_guard guard(all.lock);
      if (all.devices.empty()) return;
      device = all.devices.back();
      all.devices.pop_back();
    }
    Request request;
    request.parameters.MajorFunction = IRP_MJ_SHUTDOWN;
    request.mode = KernelMode;
    request.thread = current_requestor();
    ke::HostEvent done;
    request.completion = [](Request&, void* context) {
      static_cast<ke::HostEvent*>(context)->set();
    };
    request.context = &done;
    send_to_device(top_of(device), request);
    done.wait();
    ob::dereference(device);
  }
}

}  // namespace flthost::io

using namespace flthost;
using namespace flthost::io;

NTSTATUS NTAPI IoAllocateDriverObjectExtension(PDRIVER_OBJECT DriverObject,
                                               PVOID ClientIdentificationAddress,
                                               ULONG DriverObjectExtensionSize,
                                               PVOID* DriverObjectExtension) {
  *DriverObjectExtension = nullptr;
  HostDriver& host = host_of(DriverObject);
  const std::lock_guard guard(host.lock);
  for (const ClientExtension& one : host.extensions) {
    if (one.client == ClientIdentificationAddress) return STATUS_OBJECT_NAME_COLLISION;
  }
  constexpr ULONG kLargest = 1U << 30;  // NT's nonpaged pool ends before that as well
  if (DriverObjectExtensionSize > kLargest) return STATUS_INSUFFICIENT_RESOURCES;
  PVOID const memory = ex::allocate_zeroed(std::max<ULONG>(DriverObjectExtensionSize, 1), kIrpTag);
  host.extensions.push_back({ClientIdentificationAddress, memory});
  *DriverObjectExtension = memory;
  return STATUS_SUCCESS;
}

PVOID NTAPI IoGetDriverObjectExtension(PDRIVER_OBJECT DriverObject,
                                       PVOID ClientIdentificationAddress) {
  HostDriver& host = host_of(DriverObject);
  const std::lock_guard guard(host.lock);
  for (const ClientExtension& one : host.extensions) {
    if (one.client == ClientIdentificationAddress) return one.memory;
  }
  return nullptr;
}

VOID NTAPI IoRegisterDriverReinitialization(PDRIVER_OBJECT DriverObject,
                                            PDRIVER_REINITIALIZE DriverReinitializationRoutine,
                                            PVOID Context) {
  HostDriver& host = host_of(DriverObject);
  const std::lock_guard guard(host.lock);
  host.reinitializations.push_back({DriverReinitializationRoutine, Context});
}

// The system is up when drivers load here: the same as the other.
VOID NTAPI IoRegisterBootDriverReinitialization(PDRIVER_OBJECT DriverObject,
                                                PDRIVER_REINITIALIZE DriverReinitializationRoutine,
                                                PVOID Context) {
  IoRegisterDriverReinitialization(DriverObject, DriverReinitializationRoutine, Context);
}

NTSTATUS NTAPI IoRegisterShutdownNotification(PDEVICE_OBJECT DeviceObject) {
  Shutdowns& all = shutdowns();
  ob::reference(DeviceObject);
  const std::lock_guard guard(all.lock);
  all.devices.push_back(DeviceObject);
  DeviceObject->Flags |= DO_SHUTDOWN_REGISTERED;
  return STATUS_SUCCESS;
}

VOID NTAPI IoUnregisterShutdownNotification(PDEVICE_OBJECT DeviceObject) {
  Shutdowns& all = shutdowns();
  size_t removed = 0;
  {
    const std::lock_guard guard(all.lock);
    removed = std::erase(all.devices, DeviceObject);
    DeviceObject->Flags &= ~static_cast<ULONG>(DO_SHUTDOWN_REGISTERED);
  }
  for (; removed != 0; --removed) ob::dereference(DeviceObject);
}

namespace flthost::io {

ke::ExportTable driver_exports() {
  static const ke::Export rows[] = {
      FLTHOST_EXPORT(IoAllocateDriverObjectExtension),
      FLTHOST_EXPORT(IoGetDriverObjectExtension),
      FLTHOST_EXPORT(IoRegisterDriverReinitialization),
      FLTHOST_EXPORT(IoRegisterBootDriverReinitialization),
      FLTHOST_EXPORT(IoRegisterShutdownNotification),
      FLTHOST_EXPORT(IoUnregisterShutdownNotification),
  };
  return {rows, std::size(rows)};
}

}  // namespace flthost::io
