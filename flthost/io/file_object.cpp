#include <flthost/ex/ex.h>
#include <flthost/io/io.h>
#include <flthost/ob/ob.h>
#include <flthost/ps/ps.h>

#include <cstring>
#include <utility>

namespace flthost::io {
namespace {

constexpr uint32_t kFileTag = 0x656c6946;  // File

// FILE_OBJECT::FileObjectExtension: what NT keeps beside a file object.
struct Extension {
  Volume* volume = nullptr;
  void* filter_slot = nullptr;
  PVOID start_below = nullptr;
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
  request.volume = extension_of(file_object).volume;
  request.start_below = extension_of(file_object).start_below;
  send_and_wait(request);
}

}  // namespace

namespace {

void destroy_file(void* body) {
  auto* file = static_cast<PFILE_OBJECT>(body);
  last_reference_gone(file);
  if (FileSystem* const fs = volume_of(file).fs; fs != nullptr) fs->release(file);
  ex::free(file->FileObjectExtension);
  // A filter may have replaced the name's buffer: whoever has it last frees it, as on NT.
  if (file->FileName.Buffer != nullptr) ex::free(file->FileName.Buffer);
}

std::u16string name_of_file(void* body) {
  auto* file = static_cast<PFILE_OBJECT>(body);
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

PFILE_OBJECT create_file_object(Volume& volume, std::u16string_view name) {
  teach_type_once();
  auto* file = static_cast<PFILE_OBJECT>(ob::create(IoFileObjectType, sizeof(FILE_OBJECT)));
  auto* extension = new (ex::allocate(sizeof(Extension), kFileTag)) Extension;
  extension->volume = &volume;
  file->Type = 5;  // IO_TYPE_FILE
  file->Size = sizeof(FILE_OBJECT);
  file->DeviceObject = volume.device_object;
  file->FileObjectExtension = extension;
  const auto bytes = static_cast<USHORT>(name.size() * sizeof(char16_t));
  if (bytes != 0) {
    file->FileName.Buffer = static_cast<PWCHAR>(ex::allocate(bytes, kFileTag));
    std::memcpy(file->FileName.Buffer, name.data(), bytes);
    file->FileName.Length = file->FileName.MaximumLength = bytes;
  }
  return file;
}

void free_file_object(PFILE_OBJECT file_object) {
  ob::dereference(file_object);
}

Volume& volume_of(PFILE_OBJECT file_object) {
  return *extension_of(file_object).volume;
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
  extension.volume->filters->file_object_gone(file_object);
}

PDEVICE_OBJECT create_device_object(Volume& volume) {
  auto* device = static_cast<PDEVICE_OBJECT>(ob::create(IoDeviceObjectType, sizeof(DEVICE_OBJECT)));
  device->Type = 3;  // IO_TYPE_DEVICE
  device->Size = sizeof(DEVICE_OBJECT);
  device->ReferenceCount = 1;
  device->DeviceType = FILE_DEVICE_DISK_FILE_SYSTEM;
  device->StackSize = 1;
  device->SectorSize = static_cast<USHORT>(volume.sector_size);
  volume.device_object = device;
  return device;
}

void free_device_object(PDEVICE_OBJECT device_object) {
  ob::dereference(device_object);
}

}  // namespace flthost::io
