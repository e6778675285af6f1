#include <flthost/ex/ex.h>
#include <flthost/io/legacy.h>
#include <flthost/ob/ob.h>
#include <flthost/ps/ps.h>

#include <cstring>
#include <utility>

namespace flthost::io {
namespace {

constexpr uint32_t kFileTag = 0x656c6946;  // File

// FILE_OBJECT::FileObjectExtension: what NT keeps beside a file object.
struct Extension {
  Volume* volume = nullptr;  // null: open on a device of a driver's
  void* filter_slot = nullptr;
  PVOID start_below = nullptr;
  PDEVICE_OBJECT hint = nullptr;  // requests go to this device; referenced
  PerFileObject* contexts = nullptr;
  std::atomic<uint32_t> flags{0};
  bool opened = false;
};

Extension& extension_of(PFILE_OBJECT file_object) {
  return *static_cast<Extension*>(file_object->FileObjectExtension);
}

void send_simple(PFILE_OBJECT file_object, UCHAR major) {
  Request request;
  request.parameters.MajorFunction = major;
  request.parameters.IrpFlags = IRP_SYNCHRONOUS_API;
  if (major == IRP_MJ_CLOSE) request.parameters.IrpFlags |= IRP_CLOSE_OPERATION;
  request.parameters.TargetFileObject = file_object;
  request.mode = KernelMode;
  const PETHREAD current = ke::current_thread().object;
  request.thread = current == nullptr ? ps::system_thread() : current;
  request.start_below = extension_of(file_object).start_below;
  send_to_file_and_wait(request);
  if (major == IRP_MJ_CLEANUP) {
    std::atomic_ref<ULONG>(file_object->Flags).fetch_or(FO_CLEANUP_COMPLETE);
  }
}

// An object of a volume's device, named by what stands at the front of its path.
std::u16string device_name_of(PDEVICE_OBJECT device) {
  alignas(OBJECT_NAME_INFORMATION) std::byte buffer[600];
  ULONG length = 0;
  auto* const name = reinterpret_cast<POBJECT_NAME_INFORMATION>(buffer);
  if (!NT_SUCCESS(ObQueryNameString(device, name, sizeof buffer, &length))) return {};
  return std::u16string(view(name->Name));
}

}  // namespace

namespace {

void destroy_file(void* body) {
  auto* file = static_cast<PFILE_OBJECT>(body);
  last_reference_gone(file);
  Extension& extension = extension_of(file);
  if (extension.volume == nullptr) {
    if (file->DeviceObject != nullptr) {
      drop_open(file->DeviceObject);
      ob::dereference(file->DeviceObject);
    }
  } else if (FileSystem* const fs = extension.volume->fs; fs != nullptr) {
    fs->release(file);
  }
  if (extension.hint != nullptr) ob::dereference(extension.hint);
  if (extension.contexts != nullptr) free_per_file_object(extension.contexts);
  ex::free(file->FileObjectExtension);
  // A filter may have replaced the name's buffer: whoever has it last frees it, as on NT.
  if (file->FileName.Buffer != nullptr) ex::free(file->FileName.Buffer);
}

std::u16string name_of_file(void* body) {
  auto* file = static_cast<PFILE_OBJECT>(body);
  if (volume_or_null(file) == nullptr) {
    return device_name_of(file->DeviceObject) + std::u16string(view(file->FileName));
  }
  Volume& volume = volume_of(file);
  return volume.device_name + volume.fs->path_of(file);
}

void teach_type_once() {
  static const bool taught = [] {
    ob::TypeCallbacks callbacks;
    callbacks.destroy = destroy_file;
    callbacks.last_handle_closed = [](void* body) {
      last_handle_closed(static_cast<PFILE_OBJECT>(body));
    };
    callbacks.dispatcher = [](void* body) {
      return &static_cast<PFILE_OBJECT>(body)->Event.Header;
    };
    callbacks.name = name_of_file;
    ob::set_callbacks(IoFileObjectType, callbacks);
    return true;
  }();
  (void)taught;
}

}  // namespace

namespace {

PFILE_OBJECT make_file(Volume* volume, PDEVICE_OBJECT device, std::u16string_view name) {
  teach_type_once();
  auto* file = static_cast<PFILE_OBJECT>(ob::create(IoFileObjectType, sizeof(FILE_OBJECT)));
  auto* extension = new (ex::allocate(sizeof(Extension), kFileTag)) Extension;
  extension->volume = volume;
  file->Type = kTypeFile;
  file->Size = sizeof(FILE_OBJECT);
  file->DeviceObject = device;
  if (device != nullptr) file->Vpb = device->Vpb;
  KeInitializeEvent(&file->Event, NotificationEvent, FALSE);
  KeInitializeEvent(&file->Lock, SynchronizationEvent, TRUE);
  InitializeListHead(&file->IrpList);
  file->FileObjectExtension = extension;
  const auto bytes = static_cast<USHORT>(name.size() * sizeof(char16_t));
  if (bytes != 0) {
    file->FileName.Buffer = static_cast<PWCHAR>(ex::allocate(bytes, kFileTag));
    std::memcpy(file->FileName.Buffer, name.data(), bytes);
    file->FileName.Length = file->FileName.MaximumLength = bytes;
  }
  return file;
}

}  // namespace

PFILE_OBJECT create_file_object(Volume& volume, std::u16string_view name) {
  return make_file(&volume,
                   volume.disk_device != nullptr ? volume.disk_device : volume.device_object, name);
}

PFILE_OBJECT create_device_file(PDEVICE_OBJECT device, std::u16string_view name) {
  ob::reference(device);
  return make_file(nullptr, device, name);
}

void free_file_object(PFILE_OBJECT file_object) {
  ob::dereference(file_object);
}

Volume& volume_of(PFILE_OBJECT file_object) {
  return *extension_of(file_object).volume;
}
Volume* volume_or_null(PFILE_OBJECT file_object) {
  return extension_of(file_object).volume;
}
void forget_opened(PFILE_OBJECT file_object) {
  extension_of(file_object).opened = false;
}
PDEVICE_OBJECT device_hint(PFILE_OBJECT file_object) {
  return extension_of(file_object).hint;
}
void set_device_hint(PFILE_OBJECT file_object, PDEVICE_OBJECT device) {
  ob::reference(device);
  extension_of(file_object).hint = device;
}
std::atomic<uint32_t>& file_flags(PFILE_OBJECT file_object) {
  return extension_of(file_object).flags;
}
PerFileObject*& per_file_object(PFILE_OBJECT file_object) {
  return extension_of(file_object).contexts;
}
void*& filter_slot(PFILE_OBJECT file_object) {
  return extension_of(file_object).filter_slot;
}

void set_opened(PFILE_OBJECT file_object, PVOID start_below) {
  extension_of(file_object).opened = true;
  extension_of(file_object).start_below = start_below;
}

PVOID take_start_below(PFILE_OBJECT file_object) {
  return std::exchange(extension_of(file_object).start_below, nullptr);
}

void last_handle_closed(PFILE_OBJECT file_object) {
  if (extension_of(file_object).opened) send_simple(file_object, IRP_MJ_CLEANUP);
}

void last_reference_gone(PFILE_OBJECT file_object) {
  Extension& extension = extension_of(file_object);
  if (!extension.opened) return;
  extension.opened = false;
  if ((file_object->Flags & FO_CLEANUP_COMPLETE) == 0) send_simple(file_object, IRP_MJ_CLEANUP);
  send_simple(file_object, IRP_MJ_CLOSE);
  if (extension.volume != nullptr) extension.volume->filters->file_object_gone(file_object);
}

namespace {

PDEVICE_OBJECT make_host_device(const char16_t* driver, std::u16string_view name, DEVICE_TYPE type,
                                HostDispatch dispatch, Volume& volume) {
  PDEVICE_OBJECT device = nullptr;
  const NTSTATUS status = make_device(host_driver(driver), 0, name, type, 0, &device);
  if (!NT_SUCCESS(status)) {  // its name is taken: without one
    static_cast<void>(make_device(host_driver(driver), 0, {}, type, 0, &device));
  }
  HostDevice& host = host_device(device);
  host.dispatch = dispatch;
  host.volume = &volume;
  device->Flags &= ~static_cast<ULONG>(DO_DEVICE_INITIALIZING);
  device->SectorSize = static_cast<USHORT>(volume.sector_size);
  return device;
}

void mount(Volume& volume) {
  auto* const vpb = static_cast<PVPB>(ex::allocate_zeroed(sizeof(VPB), kDeviceTag));
  vpb->Type = 10;  // IO_TYPE_VPB
  vpb->Size = sizeof(VPB);
  vpb->Flags = VPB_MOUNTED;
  vpb->DeviceObject = volume.fs_device;
  vpb->RealDevice = volume.disk_device;
  vpb->SerialNumber = volume.serial;
  vpb->ReferenceCount = 1;
  volume.disk_device->Vpb = vpb;
  volume.fs_device->AttachedDevice = volume.device_object;
  host_device(volume.device_object).nt.AttachedTo = volume.fs_device;
  host_device(volume.fs_device).below_filters = true;
  volume.device_object->StackSize = 2;
}

}  // namespace

PDEVICE_OBJECT create_device_object(Volume& volume) {
  volume.disk_device = make_host_device(u"\\Driver\\volmgr", volume.device_name, FILE_DEVICE_DISK,
                                        dispatch_disk, volume);
  volume.disk_device->Characteristics |= FILE_DEVICE_SECURE_OPEN;
  volume.fs_device = make_host_device(u"\\FileSystem\\Ntfs", {}, FILE_DEVICE_DISK_FILE_SYSTEM,
                                      dispatch_volume, volume);
  volume.device_object = make_host_device(u"\\FileSystem\\FltMgr", {}, FILE_DEVICE_DISK_FILE_SYSTEM,
                                          dispatch_volume, volume);
  mount(volume);
  if (!volume.dos_name.empty() && !volume.device_name.empty()) {
    static_cast<void>(create_link(u"\\??\\" + volume.dos_name, volume.device_name));
  }
  return volume.device_object;
}

void free_device_object(PDEVICE_OBJECT device_object) {
  Volume& volume = *host_device(device_object).volume;
  if (!volume.dos_name.empty() && !volume.device_name.empty()) {
    static_cast<void>(delete_link(u"\\??\\" + volume.dos_name));
  }
  const PVPB vpb = volume.disk_device->Vpb;
  volume.disk_device->Vpb = nullptr;
  volume.fs_device->AttachedDevice = nullptr;
  for (const PDEVICE_OBJECT device : {device_object, volume.fs_device, volume.disk_device}) {
    host_device(device).nt.AttachedTo = nullptr;
    delete_device(device);
  }
  volume.fs_device = volume.disk_device = nullptr;
  // Its address may still stand in file objects that a driver leaked; those are reported.
  ex::free(vpb);
}

}  // namespace flthost::io
