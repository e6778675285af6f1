// What belongs to no one object: LUIDs, the system's information, ports and transactions.
#include <flthost/ob/ob.h>
#include <flthost/ps/ps.h>
#include <flthost/se/token.h>
#include <flthost/zw/information.h>
#include <flthost/zw/zw_rows.h>

namespace flthost::zw {
namespace {

std::vector<uint8_t> basic() {
  SYSTEM_BASIC_INFORMATION out{};
  out.TimerResolution = 156250;
  out.PageSize = PAGE_SIZE;
  out.AllocationGranularity = 0x10000;
  out.MinimumUserModeAddress = mm::kUserBase;
  out.MaximumUserModeAddress = mm::kUserEnd - 1;
  out.ActiveProcessorsAffinityMask = (1ull << ke::processor_count()) - 1;
  out.NumberOfProcessors = static_cast<CCHAR>(ke::processor_count());
  return as_bytes(out);
}

std::vector<uint8_t> time_of_day() {
  SYSTEM_TIMEOFDAY_INFORMATION out{};
  out.CurrentTime.QuadPart = ke::system_time();
  out.BootTime.QuadPart = out.CurrentTime.QuadPart - ke::interrupt_time();
  return as_bytes(out);
}

}  // namespace
}  // namespace flthost::zw

using namespace flthost;
using namespace flthost::zw;

NTSTATUS NTAPI ZwAllocateLocallyUniqueId(PLUID Luid) {
  return write_to(Luid, se::new_luid()) ? STATUS_SUCCESS : STATUS_ACCESS_VIOLATION;
}

// Two classes of information exist here; for others the answer of a system that does not know them.
NTSTATUS NTAPI ZwQuerySystemInformation(SYSTEM_INFORMATION_CLASS SystemInformationClass,
                                        PVOID SystemInformation, ULONG SystemInformationLength,
                                        PULONG ReturnLength) {
  switch (raw(SystemInformationClass)) {
    case SystemBasicInformation:
      return give_information(basic(), true, SystemInformation, SystemInformationLength,
                              ReturnLength);
    case SystemTimeOfDayInformation:
      return give_information(time_of_day(), false, SystemInformation, SystemInformationLength,
                              ReturnLength);
    default:
      return STATUS_INVALID_INFO_CLASS;
  }
}

// No server has a port here.
NTSTATUS NTAPI ZwAlpcConnectPort(PHANDLE, PCUNICODE_STRING PortName, POBJECT_ATTRIBUTES,
                                 PALPC_PORT_ATTRIBUTES, ULONG, PSID, PPORT_MESSAGE, PSIZE_T,
                                 PALPC_MESSAGE_ATTRIBUTES, PALPC_MESSAGE_ATTRIBUTES,
                                 PLARGE_INTEGER) {
  std::u16string name;
  const NTSTATUS status = capture_string(PortName, &name);
  if (!NT_SUCCESS(status)) return status;
  return PortName == nullptr ? STATUS_INVALID_PARAMETER_2 : STATUS_OBJECT_NAME_NOT_FOUND;
}

// No transaction exists, so no handle is one's.
NTSTATUS NTAPI ZwQueryInformationTransaction(HANDLE TransactionHandle,
                                             TRANSACTION_INFORMATION_CLASS InformationClass, PVOID,
                                             ULONG, PULONG) {
  if (raw(InformationClass) > TransactionSuperiorEnlistmentInformation) {
    return STATUS_INVALID_INFO_CLASS;
  }
  void* body = nullptr;
  const NTSTATUS status =
      ob::reference_handle(TransactionHandle, 0, TmTransactionObjectType, KernelMode, &body);
  if (!NT_SUCCESS(status)) return status;
  ob::dereference(body);
  return STATUS_INVALID_HANDLE;
}

namespace flthost::zw {

void add_system_rows(Rows& rows) {
  rows.insert(
      rows.end(),
      {FLTHOST_EXPORT(ZwAllocateLocallyUniqueId), FLTHOST_EXPORT(ZwAlpcConnectPort),
       FLTHOST_EXPORT(ZwQueryInformationTransaction), FLTHOST_EXPORT(ZwQuerySystemInformation)});
}

}  // namespace flthost::zw
