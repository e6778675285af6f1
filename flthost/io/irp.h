// What the host keeps of IRPs beside them.
#pragma once

#include <flthost/io/legacy.h>

#include <vector>

namespace flthost::io {

// IRP::AllocationFlags: made by allocate_irp(); its end is told to IrpPrefix::done.
inline constexpr UCHAR kAllocatedIrp = 0x20, kHostIrp = 0x40;

struct alignas(16) IrpPrefix {
  void (*done)(PIRP irp, void* context) = nullptr;
  void* context = nullptr;
  std::atomic<int> references{1};
};
inline IrpPrefix* prefix_of(PIRP irp) {
  return reinterpret_cast<IrpPrefix*>(irp) - 1;
}
void initialize_irp(PIRP irp, USHORT size, CCHAR stack_size);
void free_irp(PIRP irp);
// The IRP that a request to a device has become, kept in memory until released; null when it has
// completed.
PIRP reference_sent_irp(Request& request);
void release_sent_irp(PIRP irp);
int64_t live_irps();
// A completion routine of the host's own: the IRP stays with whoever waits on the HostEvent.
NTSTATUS NTAPI signal_host_event(PDEVICE_OBJECT device, PIRP irp, PVOID context);
// The cancel routine of a wait that ends with its IRP (fsrtl.cpp); the host's own as well.
VOID NTAPI cancel_wait(PDEVICE_OBJECT device, PIRP irp);

// A call of a dispatch routine: what it returns and what becomes of the IRP must agree.
struct DispatchCall {
  uint64_t id = 0;
  CHAR location = 0;
  bool returned = false;   // with STATUS_PENDING
  bool completed = false;  // its location was passed on the way up,
  bool marked = false;     // marked pending,
  NTSTATUS status = 0;     // with this status
  const void* routine = nullptr;
};
struct IrpRecord {
  bool allocated = false;
  std::vector<DispatchCall> calls;
};
struct IrpRecords {
  // Calls visit under the record's lock; false when there is none. No driver code inside.
  static bool with(PIRP irp, bool create, void (*visit)(IrpRecord&, void*), void* context);
  static bool forget(PIRP irp, bool* allocated);
};

}  // namespace flthost::io

// IRP_MJ_MAXIMUM_FUNCTION + 1 of these fill a new driver object. No name of NT's export list.
extern "C" NTSTATUS NTAPI IopInvalidDeviceRequest(PDEVICE_OBJECT DeviceObject, PIRP Irp);
