// What fltmc asks: information about filters and instances.
#include <flthost/flt/internal.h>

#include <flthost/zw/zw.h>

namespace flthost::flt {
namespace {

// Lays a fixed part and strings after it into a caller's buffer, as the information classes do.
class Writer {
 public:
  Writer(PVOID buffer, ULONG size, PULONG returned, size_t fixed)
      : buffer_(static_cast<uint8_t*>(buffer)), size_(size), returned_(returned), used_(fixed) {}

  // Offset of the text, whose bytes are written if they fit.
  USHORT text(std::u16string_view text) {
    const size_t at = used_;
    const size_t bytes = text.size() * sizeof(char16_t);
    if (buffer_ != nullptr && at + bytes <= size_) std::memcpy(buffer_ + at, text.data(), bytes);
    used_ += bytes;
    return static_cast<USHORT>(at);
  }
  bool fits_fixed(size_t fixed) const { return buffer_ != nullptr && size_ >= fixed; }
  NTSTATUS finish() {
    *returned_ = static_cast<ULONG>(used_);
    return used_ <= size_ ? STATUS_SUCCESS : STATUS_BUFFER_TOO_SMALL;
  }

 private:
  uint8_t* buffer_;
  size_t size_;
  PULONG returned_;
  size_t used_;
};

USHORT bytes_of(std::u16string_view text) {
  return static_cast<USHORT>(text.size() * sizeof(char16_t));
}

// registry_lock() held.
ULONG count_instances(const Filter& filter) {
  ULONG count = 0;
  for (const Stack* stack : stacks()) {
    for (const Instance* instance : stack->instances) count += instance->filter == &filter ? 1 : 0;
  }
  return count;
}

// What the filter's service key says it supports (FLT offload and the like); 0 without a word.
ULONG supported_features(const Filter& filter) {
  const std::u16string path =
      u"\\Registry\\Machine\\System\\CurrentControlSet\\Services\\" + filter.name;
  ULONG type = 0;
  std::vector<uint8_t> data;
  ULONG features = 0;
  if (NT_SUCCESS(zw::registry_get(path, u"SupportedFeatures", &type, &data)) && type == REG_DWORD &&
      data.size() == sizeof(features)) {
    std::memcpy(&features, data.data(), sizeof(features));
  }
  return features;
}

std::u16string_view default_altitude(const Filter& filter) {
  if (filter.definitions.empty()) return {};
  return filter.definitions[filter.default_definition].altitude;
}

// registry_lock() held.
NTSTATUS filter_standard(const Filter& filter, PVOID buffer, ULONG size, PULONG returned) {
  FILTER_AGGREGATE_STANDARD_INFORMATION info{};
  Writer writer(buffer, size, returned, sizeof(info));
  info.Flags = FLTFL_ASI_IS_MINIFILTER;
  auto& mini = info.Type.MiniFilter;
  mini.NumberOfInstances = count_instances(filter);
  mini.FilterNameLength = bytes_of(filter.name);
  mini.FilterNameBufferOffset = writer.text(filter.name);
  mini.FilterAltitudeLength = bytes_of(default_altitude(filter));
  mini.FilterAltitudeBufferOffset = writer.text(default_altitude(filter));
  if (writer.fits_fixed(sizeof(info))) std::memcpy(buffer, &info, sizeof(info));
  return writer.finish();
}

// registry_lock() held.
NTSTATUS filter_information(const Filter& filter, FILTER_INFORMATION_CLASS kind, PVOID buffer,
                            ULONG size, PULONG returned) {
  if (kind == FilterFullInformation) {
    FILTER_FULL_INFORMATION info{};
    constexpr size_t kFixed = offsetof(FILTER_FULL_INFORMATION, FilterNameBuffer);
    Writer writer(buffer, size, returned, kFixed);
    info.NumberOfInstances = count_instances(filter);
    info.FilterNameLength = bytes_of(filter.name);
    if (writer.fits_fixed(kFixed)) std::memcpy(buffer, &info, kFixed);
    writer.text(filter.name);
    return writer.finish();
  }
  if (kind == FilterAggregateStandardInformation) {
    return filter_standard(filter, buffer, size, returned);
  }
  if (kind != FilterAggregateBasicInformation) return STATUS_INVALID_PARAMETER;
  FILTER_AGGREGATE_BASIC_INFORMATION info{};
  Writer writer(buffer, size, returned, sizeof(info));
  const std::u16string_view altitude = default_altitude(filter);
  info.Flags = FLTFL_AGGREGATE_INFO_IS_MINIFILTER;
  info.Type.MiniFilter.NumberOfInstances = count_instances(filter);
  info.Type.MiniFilter.FilterNameLength = bytes_of(filter.name);
  info.Type.MiniFilter.FilterNameBufferOffset = writer.text(filter.name);
  info.Type.MiniFilter.FilterAltitudeLength = bytes_of(altitude);
  info.Type.MiniFilter.FilterAltitudeBufferOffset = writer.text(altitude);
  if (writer.fits_fixed(sizeof(info))) std::memcpy(buffer, &info, sizeof(info));
  return writer.finish();
}

NTSTATUS instance_standard(const Instance& instance, PVOID buffer, ULONG size, PULONG returned) {
  INSTANCE_AGGREGATE_STANDARD_INFORMATION info{};
  Writer writer(buffer, size, returned, sizeof(info));
  const std::u16string& volume = instance.stack->volume().device_name;
  info.Flags = FLTFL_IASI_IS_MINIFILTER;
  auto& mini = info.Type.MiniFilter;
  mini.VolumeFileSystemType = FLT_FSTYPE_NTFS;
  mini.InstanceNameLength = bytes_of(instance.name);
  mini.InstanceNameBufferOffset = writer.text(instance.name);
  mini.AltitudeLength = bytes_of(instance.altitude);
  mini.AltitudeBufferOffset = writer.text(instance.altitude);
  mini.VolumeNameLength = bytes_of(volume);
  mini.VolumeNameBufferOffset = writer.text(volume);
  mini.FilterNameLength = bytes_of(instance.filter->name);
  mini.FilterNameBufferOffset = writer.text(instance.filter->name);
  mini.SupportedFeatures = supported_features(*instance.filter);
  if (writer.fits_fixed(sizeof(info))) std::memcpy(buffer, &info, sizeof(info));
  return writer.finish();
}

NTSTATUS instance_information(const Instance& instance, INSTANCE_INFORMATION_CLASS kind,
                              PVOID buffer, ULONG size, PULONG returned) {
  if (kind == InstanceBasicInformation) {
    INSTANCE_BASIC_INFORMATION info{};
    Writer writer(buffer, size, returned, sizeof(info));
    info.InstanceNameLength = bytes_of(instance.name);
    info.InstanceNameBufferOffset = writer.text(instance.name);
    if (writer.fits_fixed(sizeof(info))) std::memcpy(buffer, &info, sizeof(info));
    return writer.finish();
  }
  if (kind == InstancePartialInformation) {
    INSTANCE_PARTIAL_INFORMATION info{};
    Writer writer(buffer, size, returned, sizeof(info));
    info.InstanceNameLength = bytes_of(instance.name);
    info.InstanceNameBufferOffset = writer.text(instance.name);
    info.AltitudeLength = bytes_of(instance.altitude);
    info.AltitudeBufferOffset = writer.text(instance.altitude);
    if (writer.fits_fixed(sizeof(info))) std::memcpy(buffer, &info, sizeof(info));
    return writer.finish();
  }
  if (kind == InstanceAggregateStandardInformation) {
    return instance_standard(instance, buffer, size, returned);
  }
  if (kind != InstanceFullInformation) return STATUS_INVALID_PARAMETER;
  INSTANCE_FULL_INFORMATION info{};
  Writer writer(buffer, size, returned, sizeof(info));
  const std::u16string& volume = instance.stack->volume().device_name;
  info.InstanceNameLength = bytes_of(instance.name);
  info.InstanceNameBufferOffset = writer.text(instance.name);
  info.AltitudeLength = bytes_of(instance.altitude);
  info.AltitudeBufferOffset = writer.text(instance.altitude);
  info.VolumeNameLength = bytes_of(volume);
  info.VolumeNameBufferOffset = writer.text(volume);
  info.FilterNameLength = bytes_of(instance.filter->name);
  info.FilterNameBufferOffset = writer.text(instance.filter->name);
  if (writer.fits_fixed(sizeof(info))) std::memcpy(buffer, &info, sizeof(info));
  return writer.finish();
}

NTSTATUS volume_information(Stack& stack, FILTER_VOLUME_INFORMATION_CLASS kind, PVOID buffer,
                            ULONG size, PULONG returned) {
  const std::u16string& name = stack.volume().device_name;
  if (kind == FilterVolumeBasicInformation) {
    FILTER_VOLUME_BASIC_INFORMATION info{};
    constexpr size_t kFixed = offsetof(FILTER_VOLUME_BASIC_INFORMATION, FilterVolumeName);
    Writer writer(buffer, size, returned, kFixed);
    info.FilterVolumeNameLength = bytes_of(name);
    if (writer.fits_fixed(kFixed)) std::memcpy(buffer, &info, kFixed);
    writer.text(name);
    return writer.finish();
  }
  if (kind != FilterVolumeStandardInformation) return STATUS_INVALID_PARAMETER;
  FILTER_VOLUME_STANDARD_INFORMATION info{};
  constexpr size_t kFixed = offsetof(FILTER_VOLUME_STANDARD_INFORMATION, FilterVolumeName);
  Writer writer(buffer, size, returned, kFixed);
  info.FileSystemType = FLT_FSTYPE_NTFS;
  info.FilterVolumeNameLength = bytes_of(name);
  if (writer.fits_fixed(kFixed)) std::memcpy(buffer, &info, kFixed);
  writer.text(name);
  return writer.finish();
}

// registry_lock() held.
NTSTATUS instance_on(const Stack* stack, ULONG index, INSTANCE_INFORMATION_CLASS kind, PVOID buffer,
                     ULONG size, PULONG returned) {
  if (stack == nullptr) return STATUS_FLT_VOLUME_NOT_FOUND;
  if (index >= stack->instances.size()) return STATUS_NO_MORE_ENTRIES;
  return instance_information(*stack->instances[index], kind, buffer, size, returned);
}

}  // namespace
}  // namespace flthost::flt

using namespace flthost;
using namespace flthost::flt;

NTSTATUS NTAPI FltGetFilterInformation(PFLT_FILTER Filter,
                                       FILTER_INFORMATION_CLASS InformationClass, PVOID Buffer,
                                       ULONG BufferSize, PULONG BytesReturned) {
  const flt::Filter& filter = filter_of(Filter);
  const std::lock_guard guard(registry_lock());
  return filter_information(filter, InformationClass, Buffer, BufferSize, BytesReturned);
}

NTSTATUS NTAPI FltEnumerateFilterInformation(ULONG Index, FILTER_INFORMATION_CLASS InformationClass,
                                             PVOID Buffer, ULONG BufferSize, PULONG BytesReturned) {
  const std::lock_guard guard(registry_lock());
  if (Index >= filters().size()) return STATUS_NO_MORE_ENTRIES;
  return filter_information(*filters()[Index], InformationClass, Buffer, BufferSize, BytesReturned);
}

NTSTATUS NTAPI FltGetInstanceInformation(PFLT_INSTANCE Instance,
                                         INSTANCE_INFORMATION_CLASS InformationClass, PVOID Buffer,
                                         ULONG BufferSize, PULONG BytesReturned) {
  return instance_information(instance_of(Instance), InformationClass, Buffer, BufferSize,
                              BytesReturned);
}

NTSTATUS NTAPI FltEnumerateInstanceInformationByFilter(PFLT_FILTER Filter, ULONG Index,
                                                       INSTANCE_INFORMATION_CLASS InformationClass,
                                                       PVOID Buffer, ULONG BufferSize,
                                                       PULONG BytesReturned) {
  const flt::Filter& filter = filter_of(Filter);
  if (filter.unregistering.load()) return STATUS_FLT_DELETING_OBJECT;
  const std::lock_guard guard(registry_lock());
  for (const Stack* stack : stacks()) {
    for (const flt::Instance* instance : stack->instances) {
      if (instance->filter == &filter && Index-- == 0) {
        return instance_information(*instance, InformationClass, Buffer, BufferSize, BytesReturned);
      }
    }
  }
  return STATUS_NO_MORE_ENTRIES;
}

NTSTATUS NTAPI FltEnumerateInstanceInformationByVolume(PFLT_VOLUME Volume, ULONG Index,
                                                       INSTANCE_INFORMATION_CLASS InformationClass,
                                                       PVOID Buffer, ULONG BufferSize,
                                                       PULONG BytesReturned) {
  const Stack& stack = stack_of(Volume);
  const std::lock_guard guard(registry_lock());
  if (Index >= stack.instances.size()) return STATUS_NO_MORE_ENTRIES;
  return instance_information(*stack.instances[Index], InformationClass, Buffer, BufferSize,
                              BytesReturned);
}

NTSTATUS NTAPI FltEnumerateInstanceInformationByDeviceObject(
    DEVICE_OBJECT* DeviceObject, ULONG Index, INSTANCE_INFORMATION_CLASS InformationClass,
    PVOID Buffer, ULONG BufferSize, ULONG* BytesReturned) {
  const std::lock_guard guard(registry_lock());
  const Stack* found = nullptr;
  for (Stack* stack : stacks()) {
    if (stack->volume().device_object == DeviceObject) found = stack;
  }
  return instance_on(found, Index, InformationClass, Buffer, BufferSize, BytesReturned);
}

NTSTATUS NTAPI FltEnumerateInstanceInformationByVolumeName(
    UNICODE_STRING* VolumeName, ULONG Index, INSTANCE_INFORMATION_CLASS InformationClass,
    PVOID Buffer, ULONG BufferSize, ULONG* BytesReturned) {
  const std::lock_guard guard(registry_lock());
  return instance_on(find_volume(view(VolumeName)), Index, InformationClass, Buffer, BufferSize,
                     BytesReturned);
}

NTSTATUS NTAPI FltGetVolumeInformation(PFLT_VOLUME Volume,
                                       FILTER_VOLUME_INFORMATION_CLASS InformationClass,
                                       PVOID Buffer, ULONG BufferSize, PULONG BytesReturned) {
  return volume_information(stack_of(Volume), InformationClass, Buffer, BufferSize, BytesReturned);
}

NTSTATUS NTAPI FltEnumerateVolumeInformation(PFLT_FILTER Filter, ULONG Index,
                                             FILTER_VOLUME_INFORMATION_CLASS InformationClass,
                                             PVOID Buffer, ULONG BufferSize, PULONG BytesReturned) {
  if (filter_of(Filter).unregistering.load()) return STATUS_FLT_DELETING_OBJECT;
  const std::lock_guard guard(registry_lock());
  if (Index >= stacks().size()) return STATUS_NO_MORE_ENTRIES;
  return volume_information(*stacks()[Index], InformationClass, Buffer, BufferSize, BytesReturned);
}
