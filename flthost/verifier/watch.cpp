#include <flthost/verifier/watch.h>

#include <flthost/boundary/hooks.h>
#include <flthost/ex/pool_debug.h>
#include <flthost/ke/violation.h>

#include <algorithm>
#include <map>
#include <mutex>

namespace flthost::verifier {
namespace {

using boundary::ExportCall;

std::mutex g_mutex;
thread_local bool t_paging = false;
thread_local FailedCall t_failed;

uint64_t offset_of(const ExportCall& call) {
  return call.return_address - call.module->base;
}

// ------------------------------------------------------------------ injection
struct Failing {
  const char* name;
  uint32_t result;  // 0: a null pointer
  int out = -1;     // the argument that points at what is nulled
};
constexpr uint32_t kNoResources = 0xC000009A;
constexpr Failing kFailing[] = {
    {"ExAllocatePool", 0},
    {"ExAllocatePoolWithTag", 0},
    {"ExAllocatePoolWithTagPriority", 0},
    {"ExAllocatePool2", 0},
    {"ExAllocatePool3", 0},
    {"FltAllocatePoolAlignedWithTag", 0},
    {"IoAllocateMdl", 0},
    {"MmMapLockedPagesSpecifyCache", 0},
    {"MmAllocateMappingAddress", 0},
    {"IoAllocateWorkItem", 0},
    {"FltAllocateGenericWorkItem", 0},
    {"FltAllocateDeferredIoWorkItem", 0},
    {"FltAllocateContext", kNoResources, 4},
    {"FltAllocateCallbackData", kNoResources, 2},
    {"FltGetFileNameInformation", kNoResources, 2},
    {"FltGetDestinationFileNameInformation", kNoResources, 6},
    {"FltRegisterFilter", kNoResources, 2},
    {"FltCreateCommunicationPort", kNoResources, 1},
    {"FltBuildDefaultSecurityDescriptor", kNoResources, 0},
    {"FltLockUserBuffer", kNoResources},
    {"FltSendMessage", kNoResources},
    {"FltQueueGenericWorkItem", kNoResources},
    {"FltQueueDeferredIoWorkItem", kNoResources},
    {"FltSetStreamContext", kNoResources},
    {"FltSetStreamHandleContext", kNoResources},
    {"FltSetFileContext", kNoResources},
    {"FltSetInstanceContext", kNoResources},
    {"FltSetVolumeContext", kNoResources},
    {"PsCreateSystemThread", kNoResources, 0},
    {"ExInitializeResourceLite", kNoResources},
    {"ExInitializeLookasideListEx", kNoResources},
};

InjectionPlan g_plan;
std::vector<AllocationSite> g_sites;

const Failing* failing(std::string_view name) {
  const auto* const found = std::find_if(std::begin(kFailing), std::end(kFailing),
                                         [&](const Failing& row) { return name == row.name; });
  return found == std::end(kFailing) ? nullptr : found;
}

bool fails_now(const ExportCall& call) {
  const uint64_t offset = offset_of(call);
  const std::lock_guard guard(g_mutex);
  auto site = std::find_if(g_sites.begin(), g_sites.end(),
                           [&](const AllocationSite& known) { return known.offset == offset; });
  if (site == g_sites.end()) {
    site = g_sites.insert(g_sites.end(), {offset, call.return_address, call.name, false});
  }
  if (!g_plan.on || site->failed || g_plan.skip.contains(offset)) return false;
  if (!g_plan.each_site_once && g_plan.only != offset) return false;
  site->failed = true;
  return true;
}

bool inject(const ExportCall& call, uint64_t* result) {
  const Failing* const row = failing(call.name);
  if (row == nullptr || !fails_now(call)) return false;
  if (row->out >= 0) {
    if (auto* const out = reinterpret_cast<uint64_t*>(call.argument(row->out))) *out = 0;
  }
  *result = row->result;
  t_failed = {call.name, row->result, call.return_address, true};
  return true;
}

// ------------------------------------------------------------------ rules about arguments
[[noreturn]] void sync_object(const ExportCall& call, uint64_t object) {
  ke::bugcheck({DRIVER_VERIFIER_DETECTED_VIOLATION,
                {0xE1, object, 0, 0},
                std::string("ForceIrqlChecking.SyncObject: ") + call.name +
                    " was given an object in pageable memory; what threads and DPCs synchronize on "
                    "must lie in nonpaged pool or a nonpageable section"});
}

bool in_pageable_section(uint64_t address) {
  const boundary::Section* const section = boundary::section_at(address);
  return section != nullptr && section->pageable;
}

void check_sync_object(const ExportCall& call) {
  const uint64_t object = call.argument(0);
  if (ex::is_paged_block(reinterpret_cast<const void*>(object)) || in_pageable_section(object)) {
    sync_object(call, object);
  }
}

void check_set_event(const ExportCall& call) {
  const bool wait = (call.argument(2) & 0xff) != 0;
  if (!wait || ke::current_irql() <= APC_LEVEL) return;
  ke::bugcheck(
      {DRIVER_VERIFIER_DETECTED_VIOLATION,
       {0x80, ke::current_irql(), call.argument(0), 1},
       "IrqlKeSetEvent: KeSetEvent with Wait = TRUE at DISPATCH_LEVEL; pass FALSE there, or "
       "call it at IRQL <= APC_LEVEL and wait right after"});
}

void check_send(const ExportCall& call) {
  const auto* const timeout = reinterpret_cast<const int64_t*>(call.argument(6));
  const int64_t value = timeout == nullptr ? 0 : *timeout;
  constexpr int64_t kYear1900 = int64_t{94'000'000'000'000'000};
  if (value > 0 && value < kYear1900) {
    ke::tell_violation({DRIVER_VERIFIER_DETECTED_VIOLATION,
                        {0xF1702D, static_cast<uint64_t>(value), 0, 0},
                        "Flt.Send.Timeout: FltSendMessage with a positive timeout, which is a date "
                        "long ago; give a relative time as a negative number of 100 ns"});
  }
  if (value == 0 && t_paging) {
    ke::tell_violation({DRIVER_VERIFIER_DETECTED_VIOLATION,
                        {0xF1702E, 0, 0, 0},
                        "Flt.Send.NoTimeout: FltSendMessage without a timeout on the paging path; "
                        "when user mode does not answer, the memory manager never goes on: give a "
                        "short timeout, or use what was decided at the create"});
  }
}

void check_create_port(const ExportCall& call) {
  const auto* const attributes = reinterpret_cast<const OBJECT_ATTRIBUTES*>(call.argument(2));
  if (attributes == nullptr) return;
  const bool kernel = (attributes->Attributes & OBJ_KERNEL_HANDLE) != 0;
  if (kernel && attributes->SecurityDescriptor != nullptr) return;
  ke::tell_violation({DRIVER_VERIFIER_DETECTED_VIOLATION,
                      {0xF17030, attributes->Attributes,
                       reinterpret_cast<uint64_t>(attributes->SecurityDescriptor), 0},
                      std::string("Flt.Port.Security: FltCreateCommunicationPort without ") +
                          (kernel ? "a security descriptor, so that nobody knows who may connect; "
                                    "make one with FltBuildDefaultSecurityDescriptor"
                                  : "OBJ_KERNEL_HANDLE, which is refused; add it to the "
                                    "attributes")});
}

void check_set_context(const ExportCall& call) {
  const auto* const file = reinterpret_cast<const FILE_OBJECT*>(call.argument(1));
  if (file == nullptr || file->FsContext != nullptr) return;
  ke::tell_violation(
      {DRIVER_VERIFIER_DETECTED_VIOLATION,
       {0xF1702A, call.argument(1), 0, 0},
       std::string("Flt.Context.Unopened: ") + call.name +
           " for a file object that is not open (before the create has succeeded, or "
           "after it failed); set the context in the post-create of a create that "
           "succeeded"});
}

struct ContextNote {
  bool paged = false;
};
std::map<uint64_t, ContextNote>& contexts() {
  static auto* const map = new std::map<uint64_t, ContextNote>;
  return *map;
}

bool is_paged_type(uint64_t pool_type) {
  return (pool_type & 1) != 0;
}

void check_allocate_context(const ExportCall& call) {
  const auto type = static_cast<uint16_t>(call.argument(1));
  if (type != FLT_VOLUME_CONTEXT || !is_paged_type(call.argument(3))) return;
  ke::tell_violation({DRIVER_VERIFIER_DETECTED_VIOLATION,
                      {0xF1702B, call.argument(3), 0, 0},
                      "Flt.Context.VolumePaged: FltAllocateContext of a volume context from paged "
                      "pool, which is refused; give NonPagedPoolNx"});
}

void check_context_irql(const ExportCall& call) {
  if (ke::current_irql() < DISPATCH_LEVEL) return;
  {
    const std::lock_guard guard(g_mutex);
    const auto found = contexts().find(call.argument(0));
    if (found == contexts().end() || !found->second.paged) return;
  }
  ke::bugcheck({DRIVER_VERIFIER_DETECTED_VIOLATION,
                {0xF1702C, call.argument(0), 0, 0},
                std::string("Flt.Context.PagedAtDispatch: ") + call.name +
                    " at DISPATCH_LEVEL of a context from paged pool; allocate contexts that a "
                    "post-operation touches from nonpaged pool"});
}

void check_mapping(const ExportCall& call) {
  constexpr uint64_t kNoExecute = 0x40000000;
  const uint64_t priority = call.argument(5) & 0xffffffff;
  const bool user = (call.argument(1) & 0xff) != 0;
  if (user || (priority & kNoExecute) != 0) return;
  ke::tell_violation(
      {DRIVER_VERIFIER_DETECTED_VIOLATION,
       {0x2002, call.return_address, priority, 0},
       "CodeIntegrity.ExecutableMapping: MmGetSystemAddressForMdlSafe maps the buffer "
       "executable; add MdlMappingNoExecute to the priority"});
}

// ------------------------------------------------------------------ who holds what
struct Holding {
  const char* name;
  const char* what;
  int out;  // argument that points at the pointer, kResult or kArgument0
};
constexpr int kResult = -1, kArgument0 = -2;
constexpr Holding kAcquire[] = {
    {"FltAllocateContext", "context", 4},
    {"FltGetStreamContext", "context", 2},
    {"FltGetFileContext", "context", 2},
    {"FltGetStreamHandleContext", "context", 2},
    {"FltGetInstanceContext", "context", 1},
    {"FltGetVolumeContext", "context", 2},
    {"FltSetStreamContext", "context", 4},
    {"FltSetFileContext", "context", 4},
    {"FltSetStreamHandleContext", "context", 4},
    {"FltSetInstanceContext", "context", 3},
    {"FltSetVolumeContext", "context", 3},
    {"FltReferenceContext", "context", kArgument0},
    {"FltGetFileNameInformation", "name information", 2},
    {"FltGetDestinationFileNameInformation", "name information", 6},
    {"FltReferenceFileNameInformation", "name information", kArgument0},
    {"FltObjectReference", "object", kArgument0},
    {"FltGetVolumeFromInstance", "object", 1},
    {"FltGetFilterFromInstance", "object", 1},
    {"FltAllocateCallbackData", "callback data", 2},
    {"FltAllocateGenericWorkItem", "work item", kResult},
    {"FltAllocateDeferredIoWorkItem", "work item", kResult},
    {"FltCreateCommunicationPort", "port", 1},
};
constexpr const char* kRelease[] = {"FltReleaseContext",        "FltReleaseFileNameInformation",
                                    "FltObjectDereference",     "FltFreeCallbackData",
                                    "FltFreeGenericWorkItem",   "FltFreeDeferredIoWorkItem",
                                    "FltCloseCommunicationPort"};

std::map<uint64_t, std::vector<HeldObject>>& held() {
  static auto* const map = new std::map<uint64_t, std::vector<HeldObject>>;
  return *map;
}

std::vector<std::u16string> g_ports;

// g_mutex held.
void note_port(const ExportCall& call) {
  const auto* const attributes = reinterpret_cast<const OBJECT_ATTRIBUTES*>(call.argument(2));
  const UNICODE_STRING* const name = attributes->ObjectName;
  g_ports.emplace_back(reinterpret_cast<const char16_t*>(name->Buffer),
                       name->Length / sizeof(WCHAR));
}

void after_acquire(const ExportCall& call, uint64_t result) {
  const auto* const row =
      std::find_if(std::begin(kAcquire), std::end(kAcquire),
                   [&](const Holding& one) { return std::string_view(one.name) == call.name; });
  if (row == std::end(kAcquire)) return;
  const bool status = row->out != kResult && std::string_view(call.name) != "FltReferenceContext" &&
                      std::string_view(call.name) != "FltReferenceFileNameInformation";
  // FltSet...Context gives an old context with some failures too.
  const bool sets = std::string_view(call.name).substr(0, 6) == "FltSet";
  if (status && static_cast<int32_t>(result) < 0) {
    t_failed = {call.name, static_cast<uint32_t>(result), call.return_address, false};
    if (!sets) return;
  }
  uint64_t object = result;
  if (row->out == kArgument0) object = call.argument(0);
  if (row->out >= 0) {
    const auto* const out = reinterpret_cast<const uint64_t*>(call.argument(row->out));
    object = out == nullptr ? 0 : *out;
  }
  if (object == 0) return;
  const std::lock_guard guard(g_mutex);
  if (std::string_view(row->what) == "port") note_port(call);
  held()[object].push_back({row->what, call.return_address, call.name});
  if (std::string_view(call.name) == "FltAllocateContext") {
    contexts()[object] = {is_paged_type(call.argument(3))};
  }
}

void note_release(const ExportCall& call) {
  const std::lock_guard guard(g_mutex);
  const auto found = held().find(call.argument(0));
  if (found == held().end()) return;
  found->second.pop_back();
  if (found->second.empty()) held().erase(found);
}

// ------------------------------------------------------------------ one hook for all
struct Check {
  const char* name;
  void (*check)(const ExportCall& call);
};
constexpr Check kChecks[] = {
    {"KeInitializeEvent", check_sync_object},
    {"KeInitializeTimer", check_sync_object},
    {"KeInitializeTimerEx", check_sync_object},
    {"KeInitializeDpc", check_sync_object},
    {"KeInitializeMutex", check_sync_object},
    {"KeInitializeSemaphore", check_sync_object},
    {"KeInitializeQueue", check_sync_object},
    {"KeInitializeSpinLock", check_sync_object},
    {"KeAcquireSpinLockRaiseToDpc", check_sync_object},
    {"ExInitializeResourceLite", check_sync_object},
    {"ExAcquireFastMutex", check_sync_object},
    {"FltInitializePushLock", check_sync_object},
    {"ExInitializeRundownProtection", check_sync_object},
    {"KeSetEvent", check_set_event},
    {"FltSendMessage", check_send},
    {"FltCreateCommunicationPort", check_create_port},
    {"FltSetStreamContext", check_set_context},
    {"FltSetFileContext", check_set_context},
    {"FltSetStreamHandleContext", check_set_context},
    {"FltAllocateContext", check_allocate_context},
    {"FltReleaseContext", check_context_irql},
    {"FltReferenceContext", check_context_irql},
    {"MmMapLockedPagesSpecifyCache", check_mapping},
};

bool before(const ExportCall& call, uint64_t* result) {
  for (const Check& row : kChecks) {
    if (std::string_view(row.name) == call.name) row.check(call);
  }
  for (const char* const name : kRelease) {
    if (std::string_view(name) == call.name) note_release(call);
  }
  return inject(call, result);
}

}  // namespace

void install_watch() {
  for (const Check& row : kChecks) boundary::hook_export(row.name, before, nullptr);
  for (const Failing& row : kFailing) boundary::hook_export(row.name, before, nullptr);
  for (const char* const name : kRelease) boundary::hook_export(name, before, nullptr);
  for (const Holding& row : kAcquire) boundary::hook_export(row.name, nullptr, after_acquire);
}

void set_paging_path(bool paging) {
  t_paging = paging;
}

void set_injection(const InjectionPlan& plan) {
  const std::lock_guard guard(g_mutex);
  g_plan = plan;
}

std::vector<AllocationSite> allocation_sites() {
  const std::lock_guard guard(g_mutex);
  return g_sites;
}

std::vector<HeldObject> held_objects() {
  std::vector<HeldObject> list;
  const std::lock_guard guard(g_mutex);
  for (const auto& [object, holders] : held()) {
    if (!holders.empty()) list.push_back(holders.back());
  }
  return list;
}

std::vector<std::u16string> created_ports() {
  const std::lock_guard guard(g_mutex);
  return g_ports;
}

FailedCall last_failure() {
  return t_failed;
}

}  // namespace flthost::verifier
