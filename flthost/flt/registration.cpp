// Filters: registering, starting, unloading, and their references.
#include <flthost/flt/internal.h>

#include <algorithm>
#include <map>

namespace flthost::flt {
namespace {

// A driver that gives no reference back would hang its unload silently; after this it is told.
constexpr int64_t kUnloadPatience = int64_t{60} * 10'000'000;

struct Definition {
  std::u16string service;
  std::vector<InstanceDefinition> instances;
  size_t default_instance = 0;
};
std::map<PDRIVER_OBJECT, Definition>& definitions() {  // under registry_lock()
  static std::map<PDRIVER_OBJECT, Definition> map;
  return map;
}
std::vector<std::string>& recorded_leaks() {  // under registry_lock()
  static std::vector<std::string> lines;
  return lines;
}

size_t size_of_version(USHORT version) {
  switch (version) {
    case FLT_REGISTRATION_VERSION_0200:
    case FLT_REGISTRATION_VERSION_0201:
      return offsetof(FLT_REGISTRATION, TransactionNotificationCallback);
    case FLT_REGISTRATION_VERSION_0202:
      return offsetof(FLT_REGISTRATION, SectionNotificationCallback);
    case FLT_REGISTRATION_VERSION_0203:
      return sizeof(FLT_REGISTRATION);
    default:
      return 0;
  }
}

NTSTATUS copy_registration(const FLT_REGISTRATION& from, FLT_REGISTRATION* to) {
  const size_t needed = size_of_version(from.Version);
  if (needed == 0 || from.Size < needed) return STATUS_INVALID_PARAMETER;
  std::memcpy(static_cast<void*>(to), &from, needed);
  return STATUS_SUCCESS;
}

NTSTATUS copy_operations(Filter& filter) {
  const FLT_OPERATION_REGISTRATION* entry = filter.registration.OperationRegistration;
  if (entry == nullptr) return STATUS_SUCCESS;
  for (; entry->MajorFunction != IRP_MJ_OPERATION_END; ++entry) {
    const UCHAR major = entry->MajorFunction;
    const bool known = major <= IRP_MJ_MAXIMUM_FUNCTION || major >= IRP_MJ_VOLUME_DISMOUNT;
    if (!known) return STATUS_INVALID_PARAMETER;
    if (major == IRP_MJ_SHUTDOWN && entry->PostOperation != nullptr) {
      return STATUS_INVALID_PARAMETER;
    }
    OperationEntry& slot = filter.operations[operation_slot(major)];
    slot.registered = entry->PreOperation != nullptr || entry->PostOperation != nullptr;
    slot.flags = entry->Flags;
    slot.pre = entry->PreOperation;
    slot.post = entry->PostOperation;
  }
  return STATUS_SUCCESS;
}

bool variable_size(const FLT_CONTEXT_REGISTRATION& entry) {
  return entry.ContextAllocateCallback != nullptr || static_cast<ULONG>(entry.Size) == 0xffffffff;
}

NTSTATUS copy_contexts(Filter& filter) {
  const FLT_CONTEXT_REGISTRATION* entry = filter.registration.ContextRegistration;
  if (entry == nullptr) return STATUS_SUCCESS;
  std::map<FLT_CONTEXT_TYPE, int> fixed;
  std::map<FLT_CONTEXT_TYPE, int> variable;
  for (; entry->ContextType != FLT_CONTEXT_END; ++entry) {
    const ULONG type = entry->ContextType;
    const bool one_kind = type != 0 && (type & (type - 1)) == 0 && type <= FLT_SECTION_CONTEXT;
    const bool both =
        (entry->ContextAllocateCallback == nullptr) == (entry->ContextFreeCallback == nullptr);
    if (!one_kind || !both) return STATUS_FLT_INVALID_CONTEXT_REGISTRATION;
    int& count = variable_size(*entry) ? variable[entry->ContextType] : fixed[entry->ContextType];
    if (++count > (variable_size(*entry) ? 1 : 3)) return STATUS_FLT_INVALID_CONTEXT_REGISTRATION;
    filter.context_registrations.push_back(*entry);
  }
  return STATUS_SUCCESS;
}

NTSTATUS fill(Filter& filter, PDRIVER_OBJECT driver, const FLT_REGISTRATION& registration) {
  {
    const std::lock_guard guard(registry_lock());
    const auto found = definitions().find(driver);
    if (found == definitions().end()) return STATUS_OBJECT_NAME_NOT_FOUND;
    filter.name = found->second.service;
    filter.definitions = found->second.instances;
    filter.default_definition = found->second.default_instance;
  }
  filter.driver = driver;
  NTSTATUS status = copy_registration(registration, &filter.registration);
  if (status == STATUS_SUCCESS) status = copy_operations(filter);
  if (status == STATUS_SUCCESS) status = copy_contexts(filter);
  return status;
}

Filter* find_by_driver(PDRIVER_OBJECT driver) {
  const std::lock_guard guard(registry_lock());
  for (Filter* filter : filters()) {
    if (filter->driver == driver) return filter;
  }
  return nullptr;
}

void remove_volume_contexts(Filter& filter) {
  std::vector<Stack*> all;
  {
    const std::lock_guard guard(registry_lock());
    all = stacks();
  }
  for (Stack* stack : all) {
    unlink_context(stack->contexts, {&filter, nullptr, FLT_VOLUME_CONTEXT}, nullptr);
  }
}

void wait_for_references(Filter& filter) {
  filter.rundown.begin();
  if (filter.rundown.wait(ke::interrupt_time() + kUnloadPatience)) return;
  violation(Rule::UnloadReferences, &filter, filter.rundown.references(),
            "Flt.Unload.References: FltUnregisterFilter waits for " +
                std::to_string(filter.rundown.references()) +
                " references to the filter; close its ports, finish its work items and call "
                "FltObjectDereference for each FltObjectReference before unregistering");
}

std::atomic<void (*)(PFLT_FILTER)> g_unregister_hook{nullptr};
std::atomic<ServiceLoad> g_load_service{nullptr};

void unregister(Filter& filter) {
  filter.unregistering.store(true, std::memory_order_seq_cst);
  if (auto* const hook = g_unregister_hook.load()) hook(reinterpret_cast<PFLT_FILTER>(&filter));
  tear_down_all(filter, filter.unload_reason);
  remove_volume_contexts(filter);
  wait_for_references(filter);
  wait_for_cleanups(filter);
  std::vector<std::string> lines = live_contexts(filter);
  for (std::string& line : live_generated(&filter)) lines.push_back(std::move(line));
  free_quarantine(filter);
  {
    const std::lock_guard guard(registry_lock());
    std::erase(filters(), &filter);
    definitions().erase(filter.driver);  // the next load defines it again
    for (Stack* stack : stacks()) reclaim_snapshots(*stack);
    for (std::string& line : lines) recorded_leaks().push_back(std::move(line));
  }
  release_lifetime(&filter);
}

}  // namespace

void define_filter(PDRIVER_OBJECT driver, std::u16string_view service_name,
                   const std::vector<InstanceDefinition>& instances, size_t default_instance) {
  const std::lock_guard guard(registry_lock());
  definitions()[driver] = {std::u16string(service_name), instances, default_instance};
}

NTSTATUS unload_filter(PDRIVER_OBJECT driver, bool mandatory) {
  Filter* filter = find_by_driver(driver);
  if (filter == nullptr) return STATUS_FLT_FILTER_NOT_FOUND;
  const PFLT_FILTER_UNLOAD_CALLBACK callback = filter->registration.FilterUnloadCallback;
  filter->unload_reason = mandatory ? FLTFL_INSTANCE_TEARDOWN_MANDATORY_FILTER_UNLOAD
                                    : FLTFL_INSTANCE_TEARDOWN_FILTER_UNLOAD;
  if (callback == nullptr) {
    if (!mandatory) return STATUS_FLT_DO_NOT_DETACH;
    unregister(*filter);
    return STATUS_SUCCESS;
  }
  filter->lifetime.fetch_add(1, std::memory_order_relaxed);
  CallbackGuard guard(*filter, "FilterUnload");
  const NTSTATUS status =
      ke::invoke(callback, FLT_FILTER_UNLOAD_FLAGS{mandatory ? FLTFL_FILTER_UNLOAD_MANDATORY : 0u});
  guard.check();
  const bool registered = find_by_driver(driver) == filter;
  NTSTATUS result = STATUS_SUCCESS;
  if (registered && NT_SUCCESS(status)) {
    violation(Rule::Registration, filter, static_cast<uint32_t>(status),
              "Flt.Unload.Unregister: FilterUnloadCallback returned success without "
              "FltUnregisterFilter; call it before returning");
  }
  if (registered && mandatory) {
    unregister(*filter);
  } else if (registered) {
    result = STATUS_FLT_DO_NOT_DETACH;
  }
  release_lifetime(filter);
  return result;
}

void install_unregister_hook(void (*hook)(PFLT_FILTER filter)) {
  g_unregister_hook.store(hook);
}

void install_service_load(ServiceLoad load) {
  g_load_service.store(load);
}

bool reference_filter(PFLT_FILTER filter) {
  return filter_of(filter).rundown.acquire();
}
void dereference_filter(PFLT_FILTER filter) {
  filter_of(filter).rundown.release();
}
PDRIVER_OBJECT filter_driver(PFLT_FILTER filter) {
  return filter_of(filter).driver;
}
std::u16string filter_name(PFLT_FILTER filter) {
  return filter_of(filter).name;
}

std::vector<CallbackCounters> callback_counters() {
  std::vector<CallbackCounters> rows;
  const std::lock_guard guard(registry_lock());
  for (const Filter* filter : filters()) {
    for (size_t slot = 0; slot < kOperationSlots; ++slot) {
      for (int post = 0; post < 2; ++post) {
        const auto major = static_cast<UCHAR>(slot < 28 ? slot : 0xff - (slot - 28));
        CallbackCounters row{narrow(filter->name), major, post == 1, {}};
        uint64_t sum = 0;
        for (const CounterShard& shard : filter->counters) {
          for (int level = 0; level < 3; ++level) {
            const uint64_t calls = shard.calls[slot][post][level].load(std::memory_order_relaxed);
            row.calls_at_irql[level] += calls;
            sum += calls;
          }
        }
        if (sum == 0) continue;
        row.latency = filter->latency.summary(slot, post == 1);
        rows.push_back(row);
      }
    }
  }
  return rows;
}

void forget_leaks() {
  const std::lock_guard guard(registry_lock());
  recorded_leaks().clear();
}

std::vector<std::string> leaks() {
  std::vector<std::string> lines;
  {
    const std::lock_guard guard(registry_lock());
    lines = recorded_leaks();
    for (const Filter* filter : filters()) {
      lines.push_back("filter " + narrow(filter->name) + " is still registered");
    }
    for (const Instance* instance : zombies()) {
      lines.push_back("filter " + narrow(instance->filter->name) + ": instance " +
                      narrow(instance->name) + " is still referenced " +
                      std::to_string(instance->rundown.references()) +
                      " times; FltObjectDereference is missing");
    }
    for (const Stack* stack : stacks()) {
      if (stack->rundown.references() == 0) continue;
      lines.push_back("volume " + narrow(const_cast<Stack*>(stack)->volume().device_name) +
                      " is still referenced " + std::to_string(stack->rundown.references()) +
                      " times; FltObjectDereference is missing");
    }
  }
  for (auto& more : {live_names(), live_generated(nullptr), live_work_items()}) {
    lines.insert(lines.end(), more.begin(), more.end());
  }
  return lines;
}

}  // namespace flthost::flt

using namespace flthost;
using namespace flthost::flt;

NTSTATUS NTAPI FltRegisterFilter(PDRIVER_OBJECT Driver, const FLT_REGISTRATION* Registration,
                                 PFLT_FILTER* RetFilter) {
  *RetFilter = nullptr;
  auto* filter = make<flt::Filter>();
  const NTSTATUS status = fill(*filter, Driver, *Registration);
  if (status != STATUS_SUCCESS) {
    destroy(filter);
    return status;
  }
  const std::lock_guard guard(registry_lock());
  for (const flt::Filter* other : filters()) {
    if (other->driver == Driver || equal_ignoring_case(other->name, filter->name)) {
      destroy(filter);
      return STATUS_OBJECT_NAME_COLLISION;
    }
  }
  filters().push_back(filter);
  *RetFilter = handle(filter);
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI FltStartFiltering(PFLT_FILTER Filter) {
  flt::Filter& filter = filter_of(Filter);
  if (filter.unregistering.load()) return STATUS_FLT_DELETING_OBJECT;
  if (filter.started.exchange(true)) return STATUS_INVALID_PARAMETER;
  std::vector<Stack*> mounted;
  {
    const std::lock_guard guard(registry_lock());
    for (Stack* stack : stacks()) {
      if (stack->mounted) mounted.push_back(stack);
    }
  }
  for (Stack* stack : mounted) {
    attach_defaults(filter, *stack, FLTFL_INSTANCE_SETUP_AUTOMATIC_ATTACHMENT);
  }
  return STATUS_SUCCESS;
}

VOID NTAPI FltUnregisterFilter(PFLT_FILTER Filter) {
  flt::Filter& filter = filter_of(Filter);
  if (filter.unregistering.load()) {
    violation(Rule::Registration, &filter, 0,
              "Flt.Unload.Unregister: FltUnregisterFilter was called twice; call it once, from "
              "FilterUnloadCallback or when DriverEntry fails");
  }
  unregister(filter);
}

NTSTATUS NTAPI FltObjectReference(PVOID FltObject) {
  return object_of(FltObject).rundown.acquire() ? STATUS_SUCCESS : STATUS_FLT_DELETING_OBJECT;
}

VOID NTAPI FltObjectDereference(PVOID FltObject) {
  Object& object = object_of(FltObject);
  if (object.kind != ObjectKind::Instance) {
    object.rundown.release();
    return;
  }
  auto& instance = static_cast<flt::Instance&>(object);
  instance.lifetime.fetch_add(1, std::memory_order_relaxed);
  instance.rundown.release();
  release_base(instance);
  release_lifetime(&instance);
}

NTSTATUS NTAPI FltGetFilterFromName(PCUNICODE_STRING FilterName, PFLT_FILTER* RetFilter) {
  *RetFilter = nullptr;
  const std::lock_guard guard(registry_lock());
  for (flt::Filter* filter : filters()) {
    if (!equal_ignoring_case(filter->name, view(FilterName))) continue;
    if (!filter->rundown.acquire()) return STATUS_FLT_DELETING_OBJECT;
    *RetFilter = handle(filter);
    return STATUS_SUCCESS;
  }
  return STATUS_FLT_FILTER_NOT_FOUND;
}

NTSTATUS NTAPI FltGetFilterFromInstance(PFLT_INSTANCE Instance, PFLT_FILTER* RetFilter) {
  flt::Filter* filter = instance_of(Instance).filter;
  *RetFilter = nullptr;
  if (!filter->rundown.acquire()) return STATUS_FLT_DELETING_OBJECT;
  *RetFilter = handle(filter);
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI FltEnumerateFilters(PFLT_FILTER* FilterList, ULONG FilterListSize,
                                   PULONG NumberFiltersReturned) {
  const std::lock_guard guard(registry_lock());
  *NumberFiltersReturned = static_cast<ULONG>(filters().size());
  if (FilterListSize < filters().size()) return STATUS_BUFFER_TOO_SMALL;
  ULONG count = 0;
  for (flt::Filter* filter : filters()) {
    if (filter->rundown.acquire()) FilterList[count++] = handle(filter);
  }
  *NumberFiltersReturned = count;
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI FltUnloadFilter(PCUNICODE_STRING FilterName) {
  PDRIVER_OBJECT driver = nullptr;
  {
    const std::lock_guard guard(registry_lock());
    for (const flt::Filter* filter : filters()) {
      if (equal_ignoring_case(filter->name, view(FilterName))) driver = filter->driver;
    }
  }
  return driver == nullptr ? STATUS_FLT_FILTER_NOT_FOUND : unload_filter(driver, false);
}

NTSTATUS NTAPI FltLoadFilter(PCUNICODE_STRING FilterName) {
  const ServiceLoad load = g_load_service.load();
  {
    const std::lock_guard guard(registry_lock());
    for (const flt::Filter* filter : filters()) {
      if (equal_ignoring_case(filter->name, view(FilterName))) return STATUS_IMAGE_ALREADY_LOADED;
    }
  }
  return load == nullptr ? STATUS_OBJECT_NAME_NOT_FOUND : load(view(FilterName));
}
