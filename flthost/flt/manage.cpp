#include <flthost/flt/manage.h>

#include <flthost/flt/internal.h>

#include <algorithm>

namespace flthost::flt {
namespace {

// A string that exports can take: in the system arena, as a driver's would be.
class Text {
 public:
  explicit Text(std::u16string_view text) {
    const size_t bytes = text.size() * sizeof(char16_t);
    string_ = static_cast<UNICODE_STRING*>(allocate_object(sizeof(UNICODE_STRING) + bytes + 2));
    string_->Buffer = reinterpret_cast<PWCH>(string_ + 1);
    string_->Length = static_cast<USHORT>(bytes);
    string_->MaximumLength = static_cast<USHORT>(bytes + 2);
    if (bytes != 0) std::memcpy(string_->Buffer, text.data(), bytes);
  }
  ~Text() { free_object(string_); }
  Text(const Text&) = delete;
  Text& operator=(const Text&) = delete;
  PUNICODE_STRING get() const { return string_; }

 private:
  UNICODE_STRING* string_;
};

// Held while it is used from outside.
template <typename T>
class Held {
 public:
  explicit Held(T* object) : object_(object) {}
  ~Held() {
    if (object_ != nullptr) FltObjectDereference(static_cast<Object*>(object_));
  }
  Held(const Held&) = delete;
  Held& operator=(const Held&) = delete;
  T* get() const { return object_; }
  explicit operator bool() const { return object_ != nullptr; }

 private:
  T* object_;
};

Filter* hold_filter(std::u16string_view name) {
  const std::lock_guard guard(registry_lock());
  for (Filter* filter : filters()) {
    if (equal_ignoring_case(filter->name, name)) {
      return filter->rundown.acquire() ? filter : nullptr;
    }
  }
  return nullptr;
}

bool is_volume(Stack& stack, std::u16string_view name) {
  while (name.size() > 1 && (name.back() == u'\\' || name.back() == u'/')) name.remove_suffix(1);
  return equal_ignoring_case(stack.volume().device_name, name) || stack.volume().dos_name == name;
}

Stack* hold_volume(std::u16string_view name) {
  const std::lock_guard guard(registry_lock());
  for (Stack* stack : stacks()) {
    if (is_volume(*stack, name)) return stack->rundown.acquire() ? stack : nullptr;
  }
  return nullptr;
}

// Asks with a growing buffer; `ask` is (buffer, size, returned).
template <typename Ask>
NTSTATUS blob_of(const Ask& ask, Blobs* blobs) {
  constexpr ULONG kMost = 128 * 1024;  // names are shorter than 64 KiB
  std::vector<uint8_t> blob(1024);
  for (;;) {
    ULONG returned = 0;
    const NTSTATUS status = ask(blob.data(), static_cast<ULONG>(blob.size()), &returned);
    if (NT_SUCCESS(status)) {
      blob.resize(returned);
      blobs->push_back(std::move(blob));
      return status;
    }
    if (status != STATUS_BUFFER_TOO_SMALL && status != STATUS_BUFFER_OVERFLOW) return status;
    if (blob.size() >= kMost) return status;
    blob.resize(blob.size() * 4);
  }
}

// A structure that ends with the name, whose length is in bytes.
template <typename T>
void add_volume(T info, size_t fixed, std::u16string_view name, Blobs* blobs) {
  info.FilterVolumeNameLength = static_cast<USHORT>(name.size() * sizeof(char16_t));
  std::vector<uint8_t> blob(fixed + info.FilterVolumeNameLength);
  std::memcpy(blob.data(), &info, fixed);
  std::memcpy(blob.data() + fixed, name.data(), info.FilterVolumeNameLength);
  blobs->push_back(std::move(blob));
}

NTSTATUS volume_blob(Stack& stack, FILTER_VOLUME_INFORMATION_CLASS what, Blobs* blobs) {
  const std::u16string& name = stack.volume().device_name;
  if (what == FilterVolumeBasicInformation) {
    add_volume(FILTER_VOLUME_BASIC_INFORMATION{},
               offsetof(FILTER_VOLUME_BASIC_INFORMATION, FilterVolumeName), name, blobs);
    return STATUS_SUCCESS;
  }
  if (what != FilterVolumeStandardInformation) return STATUS_INVALID_PARAMETER;
  FILTER_VOLUME_STANDARD_INFORMATION info{};
  info.FileSystemType = FLT_FSTYPE_NTFS;
  add_volume(info, offsetof(FILTER_VOLUME_STANDARD_INFORMATION, FilterVolumeName), name, blobs);
  return STATUS_SUCCESS;
}

}  // namespace

NTSTATUS attach_by_name(std::u16string_view filter_name, std::u16string_view volume_name,
                        std::u16string_view instance_name, std::u16string_view altitude,
                        std::u16string* created) {
  const Held<Filter> filter(hold_filter(filter_name));
  if (!filter) return STATUS_FLT_FILTER_NOT_FOUND;
  const Held<Stack> volume(hold_volume(volume_name));
  if (!volume) return STATUS_FLT_VOLUME_NOT_FOUND;
  const Text name(instance_name);
  const PCUNICODE_STRING name_or_null = instance_name.empty() ? nullptr : name.get();
  PFLT_INSTANCE instance = nullptr;
  NTSTATUS status;
  if (altitude.empty()) {
    status = FltAttachVolume(handle(filter.get()), handle(volume.get()), name_or_null, &instance);
  } else {
    const Text at(altitude);
    status = FltAttachVolumeAtAltitude(handle(filter.get()), handle(volume.get()), at.get(),
                                       name_or_null, &instance);
  }
  if (!NT_SUCCESS(status)) return status;
  *created = instance_of(instance).name;
  FltObjectDereference(instance);
  return status;
}

NTSTATUS detach_by_name(std::u16string_view filter_name, std::u16string_view volume_name,
                        std::u16string_view instance_name) {
  const Held<Filter> filter(hold_filter(filter_name));
  if (!filter) return STATUS_FLT_FILTER_NOT_FOUND;
  const Held<Stack> volume(hold_volume(volume_name));
  if (!volume) return STATUS_FLT_VOLUME_NOT_FOUND;
  const Text name(instance_name);
  return FltDetachVolume(handle(filter.get()), handle(volume.get()),
                         instance_name.empty() ? nullptr : name.get());
}

NTSTATUS filter_blobs(std::u16string_view name, FILTER_INFORMATION_CLASS what, Blobs* blobs) {
  std::vector<Filter*> all;
  {
    const std::lock_guard guard(registry_lock());
    for (Filter* filter : filters()) {
      const bool wanted = name.empty() || equal_ignoring_case(filter->name, name);
      if (wanted && filter->rundown.acquire()) all.push_back(filter);
    }
  }
  NTSTATUS status = !name.empty() && all.empty() ? STATUS_FLT_FILTER_NOT_FOUND : STATUS_SUCCESS;
  for (Filter* filter : all) {
    const Held<Filter> held(filter);
    if (!NT_SUCCESS(status)) continue;
    status = blob_of(
        [&](void* buffer, ULONG size, PULONG returned) {
          return FltGetFilterInformation(handle(filter), what, buffer, size, returned);
        },
        blobs);
  }
  return status;
}

NTSTATUS volume_blobs(FILTER_VOLUME_INFORMATION_CLASS what, Blobs* blobs) {
  std::vector<Stack*> all;
  {
    const std::lock_guard guard(registry_lock());
    for (Stack* stack : stacks()) {
      if (stack->rundown.acquire()) all.push_back(stack);
    }
  }
  NTSTATUS status = STATUS_SUCCESS;
  for (Stack* stack : all) {
    const Held<Stack> held(stack);
    if (!NT_SUCCESS(status)) continue;
    status = volume_blob(*stack, what, blobs);
  }
  return status;
}

NTSTATUS instance_blobs(const InstanceWanted& wanted, INSTANCE_INFORMATION_CLASS what,
                        Blobs* blobs) {
  const std::u16string& filter_name = wanted.filter;
  const std::u16string& volume_name = wanted.volume;
  std::vector<Instance*> all;
  bool filter_known = filter_name.empty(), volume_known = volume_name.empty();
  {
    const std::lock_guard guard(registry_lock());
    for (const Filter* filter : filters()) {
      filter_known |= equal_ignoring_case(filter->name, filter_name);
    }
    for (Stack* stack : stacks()) {
      if (!volume_name.empty() && !is_volume(*stack, volume_name)) continue;
      volume_known = true;
      for (Instance* instance : stack->instances) {
        const bool is_it =
            (filter_name.empty() || equal_ignoring_case(instance->filter->name, filter_name)) &&
            (wanted.instance.empty() || equal_ignoring_case(instance->name, wanted.instance));
        if (is_it && instance->rundown.acquire()) all.push_back(instance);
      }
    }
  }
  NTSTATUS status = !filter_known   ? STATUS_FLT_FILTER_NOT_FOUND
                    : !volume_known ? STATUS_FLT_VOLUME_NOT_FOUND
                                    : STATUS_SUCCESS;
  for (Instance* instance : all) {
    const Held<Instance> held(instance);
    if (!NT_SUCCESS(status)) continue;
    status = blob_of(
        [&](void* buffer, ULONG size, PULONG returned) {
          return FltGetInstanceInformation(handle(instance), what, buffer, size, returned);
        },
        blobs);
  }
  return status;
}

bool dos_name_of(std::u16string_view volume, std::u16string* dos_name) {
  const std::lock_guard guard(registry_lock());
  for (Stack* stack : stacks()) {
    if (!is_volume(*stack, volume)) continue;
    *dos_name = stack->volume().dos_name;
    return true;
  }
  return false;
}

}  // namespace flthost::flt
