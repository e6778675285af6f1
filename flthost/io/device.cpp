// Devices: made and deleted by drivers, stacked on each other, held by file objects.
#include <flthost/ex/ex.h>
#include <flthost/io/legacy.h>
#include <flthost/ob/ob.h>

#include <cstring>

namespace flthost::io {

void io_violation(uint64_t code, const void* second, uint64_t third, uint64_t fourth,
                  const char* reason) {
  ke::bugcheck({.code = 0xC9,  // DRIVER_VERIFIER_IOMANAGER_VIOLATION
                .parameters = {code, reinterpret_cast<uint64_t>(second), third, fourth},
                .reason = reason});
  __builtin_unreachable();
}

std::mutex& device_lock() {
  static auto* const mutex = new std::mutex;
  return *mutex;
}

namespace {

constexpr size_t kAlignment = 16;
size_t aligned(size_t bytes) {
  return (bytes + kAlignment - 1) / kAlignment * kAlignment;
}

// A device's body: DEVICE_OBJECT, the driver's extension, HostDevice.
void destroy_device(void* body) {
  HostDevice& host = host_device(static_cast<PDEVICE_OBJECT>(body));
  const PDRIVER_OBJECT driver = static_cast<PDEVICE_OBJECT>(body)->DriverObject;
  host.~HostDevice();
  if (driver != nullptr) ob::dereference(driver);
}

void teach_type_once() {
  static const bool taught = [] {
    ob::TypeCallbacks callbacks;
    callbacks.destroy = destroy_device;
    // Nothing here is signalled: NT waits on a device's own lock event by no handle either.
    callbacks.dispatcher = [](void* body) {
      return &static_cast<PDEVICE_OBJECT>(body)->DeviceLock.Header;
    };
    ob::set_callbacks(IoDeviceObjectType, callbacks);
    return true;
  }();
  (void)taught;
}

// device_lock() held.
void unlink_from_driver(PDEVICE_OBJECT device) {
  PDEVICE_OBJECT* at = &device->DriverObject->DeviceObject;
  while (*at != nullptr && *at != device) at = &(*at)->NextDevice;
  if (*at == device) *at = device->NextDevice;
  device->NextDevice = nullptr;
}

// The name is gone and no file object is left: the list's reference goes.
void finish_delete(PDEVICE_OBJECT device) {
  ob::dereference(device);
}

}  // namespace

bool is_device(const void* object) {
  const auto* const device = static_cast<const DEVICE_OBJECT*>(object);
  return device != nullptr && device->Type == kTypeDevice &&
         device->DeviceObjectExtension != nullptr;
}

NTSTATUS make_device(PDRIVER_OBJECT driver, ULONG extension_bytes, std::u16string_view name,
                     DEVICE_TYPE type, ULONG characteristics, PDEVICE_OBJECT* result) {
  teach_type_once();
  *result = nullptr;
  if (extension_bytes > 0xffff - sizeof(DEVICE_OBJECT)) return STATUS_INSUFFICIENT_RESOURCES;
  const size_t extension_at = aligned(sizeof(DEVICE_OBJECT));
  const size_t host_at = extension_at + aligned(extension_bytes);
  auto* const device =
      static_cast<PDEVICE_OBJECT>(ob::create(IoDeviceObjectType, host_at + sizeof(HostDevice)));
  auto* const bytes = reinterpret_cast<std::byte*>(device);
  auto* const host = new (bytes + host_at) HostDevice;
  host->device = device;
  host->nt.Type = 13;  // IO_TYPE_DEVICE_OBJECT_EXTENSION
  host->nt.DeviceObject = device;
  device->Type = kTypeDevice;
  device->Size = static_cast<USHORT>(sizeof(DEVICE_OBJECT) + extension_bytes);
  device->DeviceObjectExtension = &host->nt;
  device->DeviceExtension = extension_bytes == 0 ? nullptr : bytes + extension_at;
  device->DriverObject = driver;
  device->DeviceType = type;
  device->Characteristics = characteristics;
  device->Flags = DO_DEVICE_INITIALIZING;
  device->StackSize = 1;
  KeInitializeEvent(&device->DeviceLock, SynchronizationEvent, TRUE);
  InitializeListHead(&device->Queue.ListEntry);
  if (!name.empty()) {
    const NTSTATUS status = ob::insert_name(name, device);
    if (!NT_SUCCESS(status)) {
      device->DriverObject = nullptr;
      ob::dereference(device);
      return status;
    }
    device->Flags |= DO_DEVICE_HAS_NAME;
  }
  ob::reference(driver);
  const std::lock_guard guard(device_lock());
  device->NextDevice = driver->DeviceObject;
  driver->DeviceObject = device;
  *result = device;
  return STATUS_SUCCESS;
}

void delete_device(PDEVICE_OBJECT device) {
  bool gone = false;
  {
    const std::lock_guard guard(device_lock());
    host_device(device).deleted = true;
    gone = device->ReferenceCount == 0;
    unlink_from_driver(device);
  }
  ob::remove_name(device);
  if (gone) finish_delete(device);
}

PDEVICE_OBJECT top_of(PDEVICE_OBJECT device) {
  const std::lock_guard guard(device_lock());
  while (device->AttachedDevice != nullptr) device = device->AttachedDevice;
  return device;
}

NTSTATUS add_open(PDEVICE_OBJECT device) {
  const std::lock_guard guard(device_lock());
  if (host_device(device).deleted) return STATUS_NO_SUCH_DEVICE;
  for (PDEVICE_OBJECT one = device; one != nullptr; one = one->AttachedDevice) {
    if ((one->Flags & DO_DEVICE_INITIALIZING) != 0) return STATUS_NO_SUCH_DEVICE;
  }
  if ((device->Flags & DO_EXCLUSIVE) != 0 && device->ReferenceCount != 0) {
    return STATUS_ACCESS_DENIED;
  }
  ++device->ReferenceCount;
  return STATUS_SUCCESS;
}

void drop_open(PDEVICE_OBJECT device) {
  bool gone = false;
  {
    const std::lock_guard guard(device_lock());
    gone = --device->ReferenceCount == 0 && host_device(device).deleted;
  }
  if (gone) finish_delete(device);
}

PDRIVER_OBJECT host_driver(const char16_t* name) {
  NTSTATUS status = STATUS_SUCCESS;
  if (void* const found = ob::reference_name(name, IoDriverObjectType, &status); found != nullptr) {
    ob::dereference(found);  // the namespace keeps it
    return static_cast<PDRIVER_OBJECT>(found);
  }
  const PDRIVER_OBJECT driver = create_driver_object({.name = name,
                                                      .service_key = {},
                                                      .start = nullptr,
                                                      .size = 0,
                                                      .entry = nullptr,
                                                      .invalid_request = nullptr});
  ob::make_permanent(driver, true);
  return driver;
}

}  // namespace flthost::io

using namespace flthost;
using namespace flthost::io;

NTSTATUS NTAPI IoCreateDevice(PDRIVER_OBJECT DriverObject, ULONG DeviceExtensionSize,
                              PUNICODE_STRING DeviceName, DEVICE_TYPE DeviceType,
                              ULONG DeviceCharacteristics, BOOLEAN Exclusive,
                              PDEVICE_OBJECT* DeviceObject) {
  *DeviceObject = nullptr;
  std::u16string name;
  if (DeviceName != nullptr) name = io::view(*DeviceName);
  if (name.empty() && (DeviceCharacteristics & FILE_AUTOGENERATED_DEVICE_NAME) != 0) {
    static std::atomic<uint32_t> next{0};
    name = u"\\Device\\";
    constexpr char16_t kDigits[] = u"0123456789abcdef";
    const uint32_t number = next.fetch_add(1, std::memory_order_relaxed);
    for (int shift = 28; shift >= 0; shift -= 4) name += kDigits[(number >> shift) & 15];
  }
  PDEVICE_OBJECT device = nullptr;
  const NTSTATUS status = make_device(DriverObject, DeviceExtensionSize, name, DeviceType,
                                      DeviceCharacteristics, &device);
  if (!NT_SUCCESS(status)) return status;
  if (Exclusive != FALSE) device->Flags |= DO_EXCLUSIVE;
  if (DeviceType == FILE_DEVICE_DISK || DeviceType == FILE_DEVICE_VIRTUAL_DISK) {
    device->SectorSize = 512;
  }
  *DeviceObject = device;
  return STATUS_SUCCESS;
}

VOID NTAPI IoDeleteDevice(PDEVICE_OBJECT DeviceObject) {
  if (!is_device(DeviceObject)) {
    io_violation(0x04, DeviceObject, 0, 0,
                 "IoDeleteDevice was given an address that is no device object; pass what "
                 "IoCreateDevice returned, once.");
  }
  HostDevice& host = host_device(DeviceObject);
  if (host.deleted) {
    io_violation(0x240, DeviceObject, 0, 0,
                 "IoDeleteDevice of a device that was deleted before; delete each device once.");
  }
  if (host.nt.AttachedTo != nullptr) {
    io_violation(0x201, DeviceObject, 0, 0,
                 "IoDeleteDevice of a device that is attached to another; call IoDetachDevice on "
                 "the lower one first.");
  }
  delete_device(DeviceObject);
}

// ------------------------------------------------------------------ stacks of devices
namespace {

// Null when the lower device is going, or is a volume's: requests to volumes do not come as IRPs
// here, so a filter device on top of one would see nothing. Filter volumes as a minifilter.
PDEVICE_OBJECT attach(PDEVICE_OBJECT source, PDEVICE_OBJECT target) {
  const std::lock_guard guard(device_lock());
  PDEVICE_OBJECT lower = target;
  while (lower->AttachedDevice != nullptr) lower = lower->AttachedDevice;
  if (host_device(lower).volume != nullptr || host_device(lower).deleted) return nullptr;
  if (lower->StackSize == 127) return nullptr;
  lower->AttachedDevice = source;
  host_device(source).nt.AttachedTo = lower;
  source->StackSize = static_cast<CCHAR>(lower->StackSize + 1);
  source->AlignmentRequirement = lower->AlignmentRequirement;
  source->SectorSize = lower->SectorSize;
  return lower;
}

}  // namespace

PDEVICE_OBJECT NTAPI IoAttachDeviceToDeviceStack(PDEVICE_OBJECT SourceDevice,
                                                 PDEVICE_OBJECT TargetDevice) {
  return attach(SourceDevice, TargetDevice);
}

NTSTATUS NTAPI IoAttachDeviceToDeviceStackSafe(PDEVICE_OBJECT SourceDevice,
                                               PDEVICE_OBJECT TargetDevice,
                                               PDEVICE_OBJECT* AttachedToDeviceObject) {
  const PDEVICE_OBJECT lower = attach(SourceDevice, TargetDevice);
  *AttachedToDeviceObject = lower;
  return lower != nullptr ? STATUS_SUCCESS : STATUS_NO_SUCH_DEVICE;
}

VOID NTAPI IoDetachDevice(PDEVICE_OBJECT TargetDevice) {
  const std::lock_guard guard(device_lock());
  const PDEVICE_OBJECT upper = TargetDevice->AttachedDevice;
  if (upper == nullptr || host_device(upper).volume != nullptr) {
    io_violation(0x202, TargetDevice, 0, 0,
                 "IoDetachDevice of a device that nothing of the driver's is attached to; pass the "
                 "lower device that IoAttachDeviceToDeviceStack returned, once.");
  }
  host_device(upper).nt.AttachedTo = nullptr;
  TargetDevice->AttachedDevice = nullptr;
}

PDEVICE_OBJECT NTAPI IoGetAttachedDevice(PDEVICE_OBJECT DeviceObject) {
  return top_of(DeviceObject);
}

PDEVICE_OBJECT NTAPI IoGetAttachedDeviceReference(PDEVICE_OBJECT DeviceObject) {
  const PDEVICE_OBJECT top = top_of(DeviceObject);
  ob::reference(top);
  return top;
}

PDEVICE_OBJECT NTAPI IoGetLowerDeviceObject(PDEVICE_OBJECT DeviceObject) {
  const std::lock_guard guard(device_lock());
  const PDEVICE_OBJECT lower = host_device(DeviceObject).nt.AttachedTo;
  if (lower != nullptr) ob::reference(lower);
  return lower;
}

PDEVICE_OBJECT NTAPI IoGetDeviceAttachmentBaseRef(PDEVICE_OBJECT DeviceObject) {
  const std::lock_guard guard(device_lock());
  PDEVICE_OBJECT base = DeviceObject;
  while (host_device(base).nt.AttachedTo != nullptr) base = host_device(base).nt.AttachedTo;
  ob::reference(base);
  return base;
}

NTSTATUS NTAPI IoEnumerateDeviceObjectList(PDRIVER_OBJECT DriverObject,
                                           PDEVICE_OBJECT* DeviceObjectList,
                                           ULONG DeviceObjectListSize,
                                           PULONG ActualNumberDeviceObjects) {
  const std::lock_guard guard(device_lock());
  ULONG count = 0;
  const ULONG room = DeviceObjectListSize / static_cast<ULONG>(sizeof(PDEVICE_OBJECT));
  for (PDEVICE_OBJECT one = DriverObject->DeviceObject; one != nullptr; one = one->NextDevice) {
    ++count;
  }
  *ActualNumberDeviceObjects = count;
  const bool fits = DeviceObjectList != nullptr && count <= room;
  ULONG at = 0;
  for (PDEVICE_OBJECT one = DriverObject->DeviceObject;
       one != nullptr && DeviceObjectList != nullptr && at < room; one = one->NextDevice) {
    ob::reference(one);
    DeviceObjectList[at++] = one;
  }
  return fits ? STATUS_SUCCESS : STATUS_BUFFER_TOO_SMALL;
}

namespace flthost::io {

ke::ExportTable device_exports() {
  static const ke::Export rows[] = {
      FLTHOST_EXPORT(IoCreateDevice),
      FLTHOST_EXPORT(IoDeleteDevice),
      FLTHOST_EXPORT(IoAttachDeviceToDeviceStack),
      FLTHOST_EXPORT(IoAttachDeviceToDeviceStackSafe),
      FLTHOST_EXPORT(IoDetachDevice),
      FLTHOST_EXPORT(IoGetAttachedDevice),
      FLTHOST_EXPORT(IoGetAttachedDeviceReference),
      FLTHOST_EXPORT(IoGetLowerDeviceObject),
      FLTHOST_EXPORT(IoGetDeviceAttachmentBaseRef),
      FLTHOST_EXPORT(IoEnumerateDeviceObjectList),
  };
  return {rows, std::size(rows)};
}

}  // namespace flthost::io
