// Server silos. There is none but the host's, whose PESILO is null as on NT.
#include <flthost/ex/ex.h>

#include "ps_internal.h"

using namespace flthost;

struct _SILO_MONITOR {
  SILO_MONITOR_REGISTRATION registration;
  bool started;
};

namespace {

constexpr uint32_t kMonitorTag = 0x6d53'7350;  // "PsSm"
std::atomic<int64_t> g_monitors{0};

}  // namespace

namespace flthost::ps {

uint64_t silo_leaks(std::string* lines) {
  const auto count = static_cast<uint64_t>(g_monitors.load());
  if (count != 0 && lines != nullptr) {
    *lines += std::to_string(count) + " silo monitor(s) not unregistered\n";
  }
  return count;
}

}  // namespace flthost::ps

NTSTATUS NTAPI PsRegisterSiloMonitor(SILO_MONITOR_REGISTRATION* Registration,
                                     PSILO_MONITOR* ReturnedMonitor) {
  *ReturnedMonitor = nullptr;
  if (Registration->Version != SILO_MONITOR_REGISTRATION_VERSION ||
      Registration->ComponentName == nullptr || Registration->TerminateCallback == nullptr) {
    return STATUS_INVALID_PARAMETER;
  }
  auto* const monitor =
      static_cast<PSILO_MONITOR>(ex::allocate_zeroed(sizeof(_SILO_MONITOR), kMonitorTag));
  monitor->registration = *Registration;
  g_monitors.fetch_add(1);
  *ReturnedMonitor = monitor;
  return STATUS_SUCCESS;
}

// The host silo is the only one that can be told of, to who asked for it.
NTSTATUS NTAPI PsStartSiloMonitor(PSILO_MONITOR Monitor) {
  const SILO_MONITOR_REGISTRATION& wanted = Monitor->registration;
  if (wanted.MonitorHost != FALSE && wanted.CreateCallback != nullptr &&
      !NT_SUCCESS(ke::invoke(wanted.CreateCallback, static_cast<PESILO>(nullptr)))) {
    return STATUS_REQUEST_ABORTED;
  }
  Monitor->started = true;
  return STATUS_SUCCESS;
}

VOID NTAPI PsUnregisterSiloMonitor(PSILO_MONITOR Monitor) {
  if (Monitor->started && Monitor->registration.MonitorHost != FALSE) {
    ke::invoke(Monitor->registration.TerminateCallback, static_cast<PESILO>(nullptr));
  }
  g_monitors.fetch_sub(1);
  ex::free(Monitor);
}

PESILO NTAPI PsGetEffectiveServerSilo(PESILO Silo) {
  return Silo;
}
BOOLEAN NTAPI PsIsHostSilo(PESILO Silo) {
  return Silo == nullptr ? TRUE : FALSE;
}
// Everything runs in session 0.
ULONG NTAPI PsGetServerSiloActiveConsoleId(PESILO) {
  return 0;
}
ULONG NTAPI PsGetServerSiloServiceSessionId(PESILO) {
  return 0;
}
// The host silo is no container.
GUID* NTAPI PsGetSiloContainerId(PESILO) {
  static GUID* const none = static_cast<GUID*>(ex::allocate_zeroed(sizeof(GUID), kMonitorTag));
  return none;
}

namespace flthost::ps {

namespace {

// Undocumented: the number of the silo's job, of which the host has none.
ULONG NTAPI silo_identifier(PESILO) {
  return 0;
}

}  // namespace

ke::ExportTable silo_exports() {
  static const ke::Export rows[] = {
      FLTHOST_EXPORT(PsRegisterSiloMonitor),
      FLTHOST_EXPORT(PsStartSiloMonitor),
      FLTHOST_EXPORT(PsUnregisterSiloMonitor),
      FLTHOST_EXPORT(PsGetEffectiveServerSilo),
      FLTHOST_EXPORT(PsIsHostSilo),
      FLTHOST_EXPORT(PsGetServerSiloActiveConsoleId),
      FLTHOST_EXPORT(PsGetServerSiloServiceSessionId),
      FLTHOST_EXPORT(PsGetSiloContainerId),
      ke::export_row("PsGetSiloIdentifier", silo_identifier),
  };
  return {rows, std::size(rows)};
}

}  // namespace flthost::ps
