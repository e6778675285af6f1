// The Filter Manager: filters, instances at altitudes, operations, contexts, names, own I/O.
#pragma once

#include <flthost/io/io.h>

#include <string>
#include <string_view>
#include <vector>

namespace flthost::flt {

// The one stack per volume. Create before the first request; instances attach when filters start or
// the volume mounts. PASSIVE_LEVEL.
io::FilterStack* create_stack(io::Volume& volume);
// FltMgr's view of a volume that mounts now (InstanceSetup of each started filter is called) or
// goes (query teardown is not asked; teardown start/complete are).
void mount_volume(io::Volume& volume);
void dismount_volume(io::Volume& volume);
void destroy_stack(io::Volume& volume);

// What the registry would hold of a service: read by FltRegisterFilter for the driver object.
// Without an entry the driver has no default instance and is refused as FltMgr does.
struct InstanceDefinition {
  std::u16string name;
  std::u16string altitude;
  ULONG flags = 0;
};
void define_filter(PDRIVER_OBJECT driver, std::u16string_view service_name,
                   const std::vector<InstanceDefinition>& instances, size_t default_instance);

// Calls the filter's unload callback (mandatory: its refusal is overruled), as `fltmc unload` or
// the end of the host does. STATUS_FLT_DO_NOT_DETACH when refused and not mandatory. PASSIVE_LEVEL.
NTSTATUS unload_filter(PDRIVER_OBJECT driver, bool mandatory);

// Cancels a request that was sent and has not completed: a filter that pended it, or keeps it in a
// cancel-safe queue, is told. The caller must keep the request alive. IRQL <= APC_LEVEL.
void cancel_request(io::Request& request);

// For the port component: the filter must live while a port of it does.
bool reference_filter(PFLT_FILTER filter);  // rundown reference; false: unregistering
void dereference_filter(PFLT_FILTER filter);
PDRIVER_OBJECT filter_driver(PFLT_FILTER filter);
std::u16string filter_name(PFLT_FILTER filter);

// The port component's: called first when a filter unregisters, to end its clients' connections.
void install_unregister_hook(void (*hook)(PFLT_FILTER filter));

// How FltLoadFilter loads a service by its name. Without it: STATUS_OBJECT_NAME_NOT_FOUND.
using ServiceLoad = NTSTATUS (*)(std::u16string_view service);
void install_service_load(ServiceLoad load);

// Microseconds; zero without calls.
struct Latency {
  uint64_t calls = 0;
  double p50_us = 0, p90_us = 0, p99_us = 0, max_us = 0;
};
struct CallbackCounters {
  std::string filter;
  UCHAR major_function;
  bool post;
  uint64_t calls_at_irql[3];  // PASSIVE, APC, DISPATCH
  Latency latency{};
};
std::vector<CallbackCounters> callback_counters();

// Everything filters have not given back: contexts, name information, callback data, file objects,
// work items, references; one line each. Empty after a clean end.
std::vector<std::string> leaks();
// After they were reported: lines about filters that are gone are not told again.
void forget_leaks();

ke::ExportTable exports();

}  // namespace flthost::flt
