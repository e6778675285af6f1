// Volumes: their stacks, mounting and dismounting, attaching by hand, and what drivers ask about
// them.
#include <flthost/flt/internal.h>

#include <algorithm>

namespace flthost::flt {

io::FilterStack* create_stack(io::Volume& volume) {
  auto* stack = make<Stack>(volume);
  stack->contexts = make<ContextList>();
  const std::lock_guard guard(registry_lock());
  publish(*stack);
  stacks().push_back(stack);
  return stack;
}

namespace {
Stack& stack_of_volume(io::Volume& volume) {
  return *static_cast<Stack*>(volume.filters);
}
}  // namespace

void mount_volume(io::Volume& volume) {
  Stack& stack = stack_of_volume(volume);
  std::vector<Filter*> started;
  {
    const std::lock_guard guard(registry_lock());
    stack.mounted = true;
    for (Filter* filter : filters()) {
      if (filter->started.load() && filter->rundown.acquire()) started.push_back(filter);
    }
  }
  for (Filter* filter : started) {
    attach_defaults(
        *filter, stack,
        FLTFL_INSTANCE_SETUP_AUTOMATIC_ATTACHMENT | FLTFL_INSTANCE_SETUP_NEWLY_MOUNTED_VOLUME);
    filter->rundown.release();
  }
}

void dismount_volume(io::Volume& volume) {
  Stack& stack = stack_of_volume(volume);
  for (;;) {
    Instance* next = nullptr;
    {
      const std::lock_guard guard(registry_lock());
      stack.mounted = false;
      // Highest first, as the stack is taken apart from the top.
      for (Instance* instance : stack.instances) {
        if (next == nullptr && !instance->tearing_down) next = instance;
      }
    }
    if (next == nullptr) break;
    tear_down(*next, FLTFL_INSTANCE_TEARDOWN_VOLUME_DISMOUNT);
  }
  close_list(stack.contexts);
}

void destroy_stack(io::Volume& volume) {
  Stack& stack = stack_of_volume(volume);
  dismount_volume(volume);
  stack.rundown.begin();
  bool last = false;
  {
    const std::lock_guard guard(registry_lock());
    publish(stack);
    const Snapshot* snapshot = stack.current.exchange(nullptr);
    stack.retired.push_back(snapshot);
    reclaim_snapshots(stack);
    // Referenced volumes stay, for leaks() to tell.
    if (stack.rundown.references() == 0) std::erase(stacks(), &stack);
    last = stacks().empty();
  }
  volume.filters = nullptr;
  dereference_list(stack.contexts);
  stack.contexts = nullptr;
  if (stack.rundown.references() == 0) destroy(&stack);
  if (last) free_all_ops();
}

Stack* find_volume(std::u16string_view name) {
  while (!name.empty() && name.back() == u'\\') name.remove_suffix(1);
  for (Stack* stack : stacks()) {
    if (equal_ignoring_case(stack->volume().device_name, name) ||
        (!stack->volume().dos_name.empty() &&
         equal_ignoring_case(stack->volume().dos_name, name))) {
      return stack;
    }
  }
  return nullptr;
}

namespace {

constexpr char16_t kFileSystemDriver[] = u"\\FileSystem\\Ntfs";

NTSTATUS give_instance(Instance* instance, PFLT_INSTANCE* result) {
  *result = nullptr;
  if (instance == nullptr) return STATUS_NO_MORE_ENTRIES;
  if (!instance->rundown.acquire()) return STATUS_FLT_DELETING_OBJECT;
  *result = handle(instance);
  return STATUS_SUCCESS;
}

NTSTATUS give_volume(Stack* stack, PFLT_VOLUME* result) {
  *result = nullptr;
  if (!stack->rundown.acquire()) return STATUS_FLT_DELETING_OBJECT;
  *result = handle(stack);
  return STATUS_SUCCESS;
}

// registry_lock() held.
Instance* find_instance(const Filter& filter, Stack& stack, std::u16string_view name) {
  for (Instance* instance : stack.instances) {
    if (instance->filter != &filter || instance->tearing_down) continue;
    if (name.empty() || equal_ignoring_case(instance->name, name)) return instance;
  }
  return nullptr;
}

Instance* neighbour(Instance& of, int step) {
  const std::vector<Instance*>& list = of.stack->instances;
  const auto at = std::find(list.begin(), list.end(), &of);
  if (at == list.end()) return nullptr;
  const auto index = (at - list.begin()) + step;
  if (index < 0 || index >= static_cast<ptrdiff_t>(list.size())) return nullptr;
  return list[static_cast<size_t>(index)];
}

NTSTATUS copy_name(std::u16string_view text, PUNICODE_STRING to, PULONG needed) {
  const ULONG bytes = static_cast<ULONG>(text.size() * sizeof(char16_t));
  if (needed != nullptr) *needed = bytes;
  if (to == nullptr) return STATUS_BUFFER_TOO_SMALL;
  if (to->MaximumLength < bytes) {
    to->Length = 0;
    return STATUS_BUFFER_TOO_SMALL;
  }
  std::memcpy(to->Buffer, text.data(), bytes);
  to->Length = static_cast<USHORT>(bytes);
  return STATUS_SUCCESS;
}

std::u16string guid_name(const io::Volume& volume) {
  constexpr char16_t kDigits[] = u"0123456789abcdef";
  std::u16string name = u"\\??\\Volume{";
  for (int shift = 28; shift >= 0; shift -= 4) name += kDigits[(volume.serial >> shift) & 15];
  return name + u"-0000-0000-0000-000000000000}";
}

}  // namespace
}  // namespace flthost::flt

using namespace flthost;
using namespace flthost::flt;

// ------------------------------------------------------------------ attaching
NTSTATUS NTAPI FltAttachVolumeAtAltitude(PFLT_FILTER Filter, PFLT_VOLUME Volume,
                                         PCUNICODE_STRING Altitude, PCUNICODE_STRING InstanceName,
                                         PFLT_INSTANCE* RetInstance) {
  if (RetInstance != nullptr) *RetInstance = nullptr;
  flt::Filter& filter = filter_of(Filter);
  const std::u16string altitude(view(Altitude));
  if (!valid_altitude(altitude)) return STATUS_INVALID_PARAMETER;
  if (!filter.started.load()) return STATUS_FLT_FILTER_NOT_READY;
  const std::u16string name(InstanceName == nullptr ? filter.name + u" " + altitude
                                                    : std::u16string(view(InstanceName)));
  flt::Instance* instance = nullptr;
  const NTSTATUS status =
      attach(filter, stack_of(Volume), altitude, name, FLTFL_INSTANCE_SETUP_MANUAL_ATTACHMENT,
             RetInstance == nullptr ? nullptr : &instance);
  if (instance != nullptr) *RetInstance = handle(instance);
  return status;
}

NTSTATUS NTAPI FltAttachVolume(PFLT_FILTER Filter, PFLT_VOLUME Volume,
                               PCUNICODE_STRING InstanceName, PFLT_INSTANCE* RetInstance) {
  if (RetInstance != nullptr) *RetInstance = nullptr;
  flt::Filter& filter = filter_of(Filter);
  if (filter.unregistering.load()) return STATUS_FLT_DELETING_OBJECT;
  if (!filter.started.load()) return STATUS_FLT_FILTER_NOT_READY;
  const InstanceDefinition* definition = nullptr;
  for (size_t i = 0; i < filter.definitions.size(); ++i) {
    const InstanceDefinition& candidate = filter.definitions[i];
    const bool wanted = InstanceName == nullptr
                            ? i == filter.default_definition
                            : equal_ignoring_case(candidate.name, view(InstanceName));
    if (wanted) definition = &candidate;
  }
  if (definition == nullptr) return STATUS_OBJECT_NAME_NOT_FOUND;
  flt::Instance* instance = nullptr;
  const NTSTATUS status =
      attach(filter, stack_of(Volume), definition->altitude, definition->name,
             FLTFL_INSTANCE_SETUP_MANUAL_ATTACHMENT, RetInstance == nullptr ? nullptr : &instance);
  if (instance != nullptr) *RetInstance = handle(instance);
  return status;
}

NTSTATUS NTAPI FltDetachVolume(PFLT_FILTER Filter, PFLT_VOLUME Volume,
                               PCUNICODE_STRING InstanceName) {
  flt::Filter& filter = filter_of(Filter);
  if (filter.unregistering.load()) return STATUS_FLT_DELETING_OBJECT;
  flt::Instance* instance = nullptr;
  {
    const std::lock_guard guard(registry_lock());
    instance = find_instance(filter, stack_of(Volume), view(InstanceName));
    if (instance == nullptr) return STATUS_FLT_INSTANCE_NOT_FOUND;
    instance->lifetime.fetch_add(1, std::memory_order_relaxed);
  }
  NTSTATUS status = STATUS_SUCCESS;
  const PFLT_INSTANCE_QUERY_TEARDOWN_CALLBACK query =
      filter.registration.InstanceQueryTeardownCallback;
  if (query == nullptr) {
    status = STATUS_FLT_DO_NOT_DETACH;
  } else {
    auto* related = static_cast<FLT_RELATED_OBJECTS*>(allocate_object(sizeof(FLT_RELATED_OBJECTS)));
    fill_related(*related, *instance, nullptr);
    CallbackGuard guard(filter, "InstanceQueryTeardown");
    status = ke::invoke(query, static_cast<PCFLT_RELATED_OBJECTS>(related),
                        FLT_INSTANCE_QUERY_TEARDOWN_FLAGS{0});
    guard.check();
    free_object(related);
  }
  if (NT_SUCCESS(status)) tear_down(*instance, FLTFL_INSTANCE_TEARDOWN_MANUAL);
  release_lifetime(instance);
  return status;
}

// ------------------------------------------------------------------ finding
NTSTATUS NTAPI FltGetVolumeFromName(PFLT_FILTER Filter, PCUNICODE_STRING VolumeName,
                                    PFLT_VOLUME* RetVolume) {
  filter_of(Filter);
  *RetVolume = nullptr;
  if (view(VolumeName).empty()) return STATUS_INVALID_PARAMETER;
  const std::lock_guard guard(registry_lock());
  Stack* stack = find_volume(view(VolumeName));
  return stack == nullptr ? STATUS_FLT_VOLUME_NOT_FOUND : give_volume(stack, RetVolume);
}

NTSTATUS NTAPI FltGetVolumeFromInstance(PFLT_INSTANCE Instance, PFLT_VOLUME* RetVolume) {
  return give_volume(instance_of(Instance).stack, RetVolume);
}

NTSTATUS NTAPI FltGetVolumeFromFileObject(PFLT_FILTER Filter, PFILE_OBJECT FileObject,
                                          PFLT_VOLUME* RetVolume) {
  filter_of(Filter);
  *RetVolume = nullptr;
  if (FileObject == nullptr) return STATUS_INVALID_PARAMETER;
  return give_volume(static_cast<Stack*>(io::volume_of(FileObject).filters), RetVolume);
}

NTSTATUS NTAPI FltGetVolumeFromDeviceObject(PFLT_FILTER Filter, PDEVICE_OBJECT DeviceObject,
                                            PFLT_VOLUME* RetVolume) {
  filter_of(Filter);
  *RetVolume = nullptr;
  const std::lock_guard guard(registry_lock());
  for (Stack* stack : stacks()) {
    const io::Volume& volume = stack->volume();
    if (DeviceObject != nullptr &&
        (volume.device_object == DeviceObject || volume.fs_device == DeviceObject ||
         volume.disk_device == DeviceObject)) {
      return give_volume(stack, RetVolume);
    }
  }
  return STATUS_INVALID_PARAMETER;
}

NTSTATUS NTAPI FltGetVolumeInstanceFromName(PFLT_FILTER Filter, PFLT_VOLUME Volume,
                                            PCUNICODE_STRING InstanceName,
                                            PFLT_INSTANCE* RetInstance) {
  *RetInstance = nullptr;
  const std::lock_guard guard(registry_lock());
  flt::Instance* instance = find_instance(filter_of(Filter), stack_of(Volume), view(InstanceName));
  return instance == nullptr ? STATUS_FLT_INSTANCE_NOT_FOUND : give_instance(instance, RetInstance);
}

NTSTATUS NTAPI FltGetTopInstance(PFLT_VOLUME Volume, PFLT_INSTANCE* Instance) {
  const std::lock_guard guard(registry_lock());
  const std::vector<flt::Instance*>& list = stack_of(Volume).instances;
  return give_instance(list.empty() ? nullptr : list.front(), Instance);
}
NTSTATUS NTAPI FltGetBottomInstance(PFLT_VOLUME Volume, PFLT_INSTANCE* Instance) {
  const std::lock_guard guard(registry_lock());
  const std::vector<flt::Instance*>& list = stack_of(Volume).instances;
  return give_instance(list.empty() ? nullptr : list.back(), Instance);
}
NTSTATUS NTAPI FltGetUpperInstance(PFLT_INSTANCE CurrentInstance, PFLT_INSTANCE* UpperInstance) {
  const std::lock_guard guard(registry_lock());
  return give_instance(neighbour(instance_of(CurrentInstance), -1), UpperInstance);
}
NTSTATUS NTAPI FltGetLowerInstance(PFLT_INSTANCE CurrentInstance, PFLT_INSTANCE* LowerInstance) {
  const std::lock_guard guard(registry_lock());
  return give_instance(neighbour(instance_of(CurrentInstance), 1), LowerInstance);
}

LONG NTAPI FltCompareInstanceAltitudes(PFLT_INSTANCE Instance1, PFLT_INSTANCE Instance2) {
  return compare_altitudes(instance_of(Instance1).altitude, instance_of(Instance2).altitude);
}

NTSTATUS NTAPI FltEnumerateVolumes(PFLT_FILTER Filter, PFLT_VOLUME* VolumeList,
                                   ULONG VolumeListSize, PULONG NumberVolumesReturned) {
  filter_of(Filter);
  const std::lock_guard guard(registry_lock());
  *NumberVolumesReturned = static_cast<ULONG>(stacks().size());
  if (VolumeListSize < stacks().size()) return STATUS_BUFFER_TOO_SMALL;
  ULONG count = 0;
  for (Stack* stack : stacks()) {
    if (give_volume(stack, &VolumeList[count]) == STATUS_SUCCESS) ++count;
  }
  *NumberVolumesReturned = count;
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI FltEnumerateInstances(PFLT_VOLUME Volume, PFLT_FILTER Filter,
                                     PFLT_INSTANCE* InstanceList, ULONG InstanceListSize,
                                     PULONG NumberInstancesReturned) {
  if (Volume == nullptr && Filter == nullptr) return STATUS_INVALID_PARAMETER;
  std::vector<flt::Instance*> found;
  const std::lock_guard guard(registry_lock());
  for (Stack* stack : stacks()) {
    if (Volume != nullptr && handle(stack) != Volume) continue;
    for (flt::Instance* instance : stack->instances) {
      if (Filter == nullptr || handle(instance->filter) == Filter) found.push_back(instance);
    }
  }
  *NumberInstancesReturned = static_cast<ULONG>(found.size());
  if (InstanceListSize < found.size()) return STATUS_BUFFER_TOO_SMALL;
  ULONG count = 0;
  for (flt::Instance* instance : found) {
    if (give_instance(instance, &InstanceList[count]) == STATUS_SUCCESS) ++count;
  }
  *NumberInstancesReturned = count;
  return STATUS_SUCCESS;
}

// ------------------------------------------------------------------ properties
NTSTATUS NTAPI FltGetVolumeName(PFLT_VOLUME Volume, PUNICODE_STRING VolumeName,
                                PULONG BufferSizeNeeded) {
  if (VolumeName == nullptr && BufferSizeNeeded == nullptr) return STATUS_INVALID_PARAMETER;
  return copy_name(stack_of(Volume).volume().device_name, VolumeName, BufferSizeNeeded);
}

NTSTATUS NTAPI FltGetVolumeGuidName(PFLT_VOLUME Volume, PUNICODE_STRING VolumeGuidName,
                                    PULONG BufferSizeNeeded) {
  return copy_name(guid_name(stack_of(Volume).volume()), VolumeGuidName, BufferSizeNeeded);
}

NTSTATUS NTAPI FltGetVolumeProperties(PFLT_VOLUME Volume, PFLT_VOLUME_PROPERTIES VolumeProperties,
                                      ULONG VolumePropertiesLength, PULONG LengthReturned) {
  const io::Volume& volume = stack_of(Volume).volume();
  const std::u16string_view names[] = {kFileSystemDriver, volume.device_name, volume.device_name};
  size_t total = sizeof(FLT_VOLUME_PROPERTIES);
  for (const auto name : names) total += name.size() * sizeof(char16_t);
  *LengthReturned = static_cast<ULONG>(total);
  if (VolumeProperties == nullptr || VolumePropertiesLength < sizeof(FLT_VOLUME_PROPERTIES)) {
    return STATUS_BUFFER_TOO_SMALL;
  }
  FLT_VOLUME_PROPERTIES& properties = *VolumeProperties;
  std::memset(static_cast<void*>(&properties), 0, sizeof(properties));
  properties.DeviceType = FILE_DEVICE_DISK_FILE_SYSTEM;
  properties.SectorSize = static_cast<USHORT>(volume.sector_size);
  if (volume.device_object != nullptr) {
    properties.DeviceCharacteristics = volume.device_object->Characteristics;
    properties.DeviceObjectFlags = volume.device_object->Flags;
    properties.AlignmentRequirement = volume.device_object->AlignmentRequirement;
  }
  auto* text = reinterpret_cast<WCHAR*>(&properties + 1);
  size_t room = VolumePropertiesLength - sizeof(FLT_VOLUME_PROPERTIES);
  UNICODE_STRING* strings[] = {&properties.FileSystemDriverName, &properties.FileSystemDeviceName,
                               &properties.RealDeviceName};
  for (size_t i = 0; i < 3; ++i) {
    const size_t bytes = std::min(room, names[i].size() * sizeof(char16_t)) & ~size_t{1};
    std::memcpy(text, names[i].data(), bytes);
    strings[i]->Buffer = text;
    strings[i]->Length = strings[i]->MaximumLength = static_cast<USHORT>(bytes);
    text += bytes / sizeof(WCHAR);
    room -= bytes;
  }
  return VolumePropertiesLength < total ? STATUS_BUFFER_OVERFLOW : STATUS_SUCCESS;
}

NTSTATUS NTAPI FltGetDeviceObject(PFLT_VOLUME Volume, PDEVICE_OBJECT* DeviceObject) {
  *DeviceObject = stack_of(Volume).volume().device_object;
  if (*DeviceObject == nullptr) return STATUS_FLT_NO_DEVICE_OBJECT;
  ObfReferenceObject(*DeviceObject);
  return STATUS_SUCCESS;
}
NTSTATUS NTAPI FltGetDiskDeviceObject(PFLT_VOLUME Volume, PDEVICE_OBJECT* DiskDeviceObject) {
  *DiskDeviceObject = stack_of(Volume).volume().disk_device;
  if (*DiskDeviceObject == nullptr) return STATUS_FLT_NO_DEVICE_OBJECT;
  ObfReferenceObject(*DiskDeviceObject);
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI FltGetFileSystemType(PVOID FltObject, PFLT_FILESYSTEM_TYPE FileSystemType) {
  const Object& object = object_of(FltObject);
  *FileSystemType = FLT_FSTYPE_UNKNOWN;
  if (object.kind == ObjectKind::Filter) return STATUS_INVALID_PARAMETER;
  *FileSystemType = FLT_FSTYPE_NTFS;
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI FltIsVolumeWritable(PVOID FltObject, PBOOLEAN IsWritable) {
  *IsWritable = FALSE;
  const Object& object = object_of(FltObject);
  if (object.kind == ObjectKind::Filter) return STATUS_INVALID_PARAMETER;
  const Stack& stack = object.kind == ObjectKind::Instance
                           ? *static_cast<const flt::Instance&>(object).stack
                           : static_cast<const Stack&>(object);
  const PDEVICE_OBJECT device = const_cast<Stack&>(stack).volume().device_object;
  *IsWritable =
      device == nullptr || (device->Characteristics & FILE_READ_ONLY_DEVICE) == 0 ? TRUE : FALSE;
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI FltIsVolumeSnapshot(PVOID FltObject, PBOOLEAN IsSnapshotVolume) {
  *IsSnapshotVolume = FALSE;
  return object_of(FltObject).kind == ObjectKind::Filter ? STATUS_INVALID_PARAMETER
                                                         : STATUS_SUCCESS;
}

BOOLEAN NTAPI FltIsFltMgrVolumeDeviceObject(PDEVICE_OBJECT DeviceObject) {
  const std::lock_guard guard(registry_lock());
  for (Stack* stack : stacks()) {
    if (stack->volume().device_object == DeviceObject) return TRUE;
  }
  return FALSE;
}
