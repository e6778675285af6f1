// IRPs: memory, the way down through dispatch routines, the way up through completion routines.
#include <flthost/ex/ex.h>
#include <flthost/io/legacy.h>
#include <flthost/mm/mm.h>
#include <flthost/ob/ob.h>
#include <flthost/ps/ps.h>

#include <flthost/io/irp.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <unordered_map>
#include <vector>

namespace flthost::io {
namespace {

// IRPs of IoAllocateIrp and its kin, and calls of dispatch routines that have not completed.
struct alignas(64) Shard {
  std::mutex lock;
  std::unordered_map<PIRP, IrpRecord> irps;
};
constexpr size_t kShards = 16;
Shard& shard_of(PIRP irp) {
  static auto* const all = new std::array<Shard, kShards>;
  return (*all)[(reinterpret_cast<uint64_t>(irp) >> 7) % kShards];
}
std::atomic<int64_t> g_live{0};

USHORT irp_size(CCHAR stack_size) {
  return static_cast<USHORT>(sizeof(IRP) +
                             static_cast<size_t>(stack_size) * sizeof(IO_STACK_LOCATION));
}

[[noreturn]] void completed_twice(PIRP irp) {
  ke::bugcheck({.code = 0x44,  // MULTIPLE_IRP_COMPLETE_REQUESTS
                .parameters = {reinterpret_cast<uint64_t>(irp), 0, 0, 0},
                .reason = "The IRP is completed a second time; one driver completes an IRP, once, "
                          "and does not touch it afterwards."});
  __builtin_unreachable();
}

}  // namespace

bool IrpRecords::with(PIRP irp, bool create, void (*visit)(IrpRecord&, void*), void* context) {
  Shard& shard = shard_of(irp);
  const std::lock_guard guard(shard.lock);
  const auto it = create ? shard.irps.try_emplace(irp).first : shard.irps.find(irp);
  if (it == shard.irps.end()) return false;
  visit(it->second, context);
  if (!it->second.allocated && it->second.calls.empty()) shard.irps.erase(it);
  return true;
}

bool IrpRecords::forget(PIRP irp, bool* allocated) {
  Shard& shard = shard_of(irp);
  const std::lock_guard guard(shard.lock);
  const auto it = shard.irps.find(irp);
  if (it == shard.irps.end()) return false;
  *allocated = it->second.allocated;
  shard.irps.erase(it);
  return true;
}

int64_t live_irps() {
  return g_live.load(std::memory_order_relaxed);
}

PIRP allocate_irp(CCHAR stack_size) {
  const USHORT size = irp_size(stack_size);
  auto* const memory =
      static_cast<std::byte*>(ex::allocate_zeroed(sizeof(IrpPrefix) + size, kIrpTag));
  new (memory) IrpPrefix;
  auto* const irp = reinterpret_cast<PIRP>(memory + sizeof(IrpPrefix));
  initialize_irp(irp, size, stack_size);
  irp->AllocationFlags = kAllocatedIrp;
  IrpRecords::with(irp, true, [](IrpRecord& record, void*) { record.allocated = true; }, nullptr);
  g_live.fetch_add(1, std::memory_order_relaxed);
  return irp;
}

void initialize_irp(PIRP irp, USHORT size, CCHAR stack_size) {
  std::memset(irp, 0, size);
  irp->Type = kTypeIrp;
  irp->Size = size;
  irp->StackCount = stack_size;
  irp->CurrentLocation = static_cast<CHAR>(stack_size + 1);
  InitializeListHead(&irp->ThreadListEntry);
  irp->Tail.Overlay.CurrentStackLocation =
      reinterpret_cast<PIO_STACK_LOCATION>(irp + 1) + stack_size;
}

void free_irp(PIRP irp) {
  bool allocated = false;
  if (irp->Type != kTypeIrp ||
      (!IrpRecords::forget(irp, &allocated) && (irp->AllocationFlags & kAllocatedIrp) != 0)) {
    io_violation(0x01, irp, 0, 0,
                 "IoFreeIrp was given an address that is no IRP, or one that has been freed "
                 "already; free an IRP once.");
  }
  if (!allocated) return;  // the driver's own memory
  g_live.fetch_sub(1, std::memory_order_relaxed);
  release_sent_irp(irp);
}

void release_sent_irp(PIRP irp) {
  if (prefix_of(irp)->references.fetch_sub(1, std::memory_order_acq_rel) != 1) return;
  irp->Type = 0;
  ex::free(prefix_of(irp));
}

// ------------------------------------------------------------------ the way down
namespace {

struct Returned {
  uint64_t id;
  NTSTATUS status;
  uint64_t violation = 0;
};

[[noreturn]] void pending_violation(uint64_t code, const void* routine, PIRP irp) {
  const char* reason =
      code == 0x23D   ? "The dispatch routine returned STATUS_PENDING and did not mark the IRP; "
                        "call IoMarkIrpPending before."
      : code == 0x23E ? "The dispatch routine marked the IRP pending and returned another status; "
                        "return STATUS_PENDING."
      : code == 0x224
          ? "The dispatch routine returned another status than the IRP was completed "
            "with; return the same."
          : "The dispatch routine neither completed the IRP nor passed it down, and did "
            "not return STATUS_PENDING.";
  io_violation(code, routine, reinterpret_cast<uint64_t>(irp), 0, reason);
}

// The dispatch routine came back: what it returned against what became of the IRP.
uint64_t check_returned(PIRP irp, uint64_t id, NTSTATUS status) {
  Returned returned{id, status};
  IrpRecords::with(
      irp, false,
      [](IrpRecord& record, void* context) {
        auto& got = *static_cast<Returned*>(context);
        const auto at = std::find_if(record.calls.begin(), record.calls.end(),
                                     [&](const DispatchCall& one) { return one.id == got.id; });
        if (at == record.calls.end()) return;
        if (!at->completed) {
          if (got.status == STATUS_PENDING) {
            at->returned = true;  // looked at again when it completes
            return;
          }
          got.violation = 0x226;
        } else if ((got.status == STATUS_PENDING) != at->marked) {
          got.violation = got.status == STATUS_PENDING ? 0x23D : 0x23E;
        } else if (got.status != STATUS_PENDING && got.status != at->status) {
          got.violation = 0x224;
        }
        record.calls.erase(at);
      },
      &returned);
  return returned.violation;
}

uint64_t begin_call(PIRP irp, const void* routine) {
  static std::atomic<uint64_t> next{1};
  DispatchCall call;
  call.id = next.fetch_add(1, std::memory_order_relaxed);
  call.location = irp->CurrentLocation;
  call.routine = routine;
  IrpRecords::with(
      irp, true,
      [](IrpRecord& record, void* context) {
        record.calls.push_back(*static_cast<DispatchCall*>(context));
      },
      &call);
  return call.id;
}

NTSTATUS invalid_request(PIRP irp) {
  irp->IoStatus.Status = STATUS_INVALID_DEVICE_REQUEST;
  irp->IoStatus.Information = 0;
  IofCompleteRequest(irp, IO_NO_INCREMENT);
  return STATUS_INVALID_DEVICE_REQUEST;
}

void check_call(PDEVICE_OBJECT device, PIRP irp) {
  if (irp == nullptr || irp->Type != kTypeIrp) {
    io_violation(0x03, irp, 0, 0,
                 "IoCallDriver was given an address that is no IRP, or one that has been freed.");
  }
  if (!is_device(device)) {
    io_violation(device == nullptr ? 0x204 : 0x04,
                 device == nullptr ? static_cast<void*>(irp) : device, 0, 0,
                 "IoCallDriver was given an address that is no device object.");
  }
  if (irp->CancelRoutine != nullptr) {
    io_violation(0x203, irp, 0, 0,
                 "IoCallDriver with a cancel routine still set in the IRP; take it out with "
                 "IoSetCancelRoutine(Irp, NULL) before.");
  }
  if (irp->CurrentLocation <= 1) {
    ke::bugcheck({.code = 0x35,  // NO_MORE_IRP_STACK_LOCATIONS
                  .parameters = {reinterpret_cast<uint64_t>(irp), 0, 0, 0},
                  .reason = "The IRP has no stack location left for this driver; allocate it with "
                            "the StackSize of the device it is sent to."});
  }
  const UCHAR major = IoGetNextIrpStackLocation(irp)->MajorFunction;
  if (ke::current_irql() == DISPATCH_LEVEL && major != IRP_MJ_READ && major != IRP_MJ_WRITE &&
      major != IRP_MJ_DEVICE_CONTROL && major != IRP_MJ_INTERNAL_DEVICE_CONTROL &&
      major != IRP_MJ_POWER) {
    io_violation(0x23A, irp, major, ke::current_irql(),
                 "IoCallDriver at DISPATCH_LEVEL for a request that is only allowed below it; only "
                 "reads, writes, device controls and power requests may be sent there.");
  }
}

}  // namespace

NTSTATUS call_driver(PDEVICE_OBJECT device, PIRP irp) {
  check_call(device, irp);
  --irp->CurrentLocation;
  const PIO_STACK_LOCATION location = --irp->Tail.Overlay.CurrentStackLocation;
  location->DeviceObject = device;
  if (host_device(device).dispatch != nullptr) return host_device(device).dispatch(device, irp);
  const UCHAR major = location->MajorFunction;
  const PDRIVER_DISPATCH routine =
      major <= IRP_MJ_MAXIMUM_FUNCTION ? device->DriverObject->MajorFunction[major] : nullptr;
  if (routine == nullptr) return invalid_request(irp);
  const KIRQL irql = ke::current_irql();
  const int critical = ke::current_thread().kernel_apc_disable;
  const uint64_t id = begin_call(irp, reinterpret_cast<const void*>(routine));
  ob::reference(device);
  const NTSTATUS status = ke::invoke(routine, device, irp);
  if (ke::current_irql() != irql) {
    io_violation(0x05, device, irql, ke::current_irql(),
                 "The dispatch routine returned at another IRQL than it was called at.");
  }
  if (ke::current_thread().kernel_apc_disable != critical) {
    io_violation(0x05, device, irql, ke::current_irql(),
                 "The dispatch routine entered a critical region and did not leave it.");
  }
  const uint64_t code = check_returned(irp, id, status);
  if (code != 0) pending_violation(code, reinterpret_cast<const void*>(routine), irp);
  ob::dereference(device);
  return status;
}

// ------------------------------------------------------------------ the way up
namespace {

struct Passing {
  CHAR location;
  bool marked;
  NTSTATUS status;
  const void* violator = nullptr;
};

// The location is behind the IRP now: the dispatch routines that were called with it are told, or,
// when they have returned STATUS_PENDING, judged.
void pass_location(PIRP irp, CHAR location, bool marked) {
  Passing passing{location, marked, irp->IoStatus.Status};
  IrpRecords::with(
      irp, false,
      [](IrpRecord& record, void* context) {
        auto& now = *static_cast<Passing*>(context);
        std::erase_if(record.calls, [&](DispatchCall& call) {
          if (call.location != now.location || call.completed) return false;
          call.completed = true;
          call.marked = now.marked;
          call.status = now.status;
          if (call.returned && !call.marked) now.violator = call.routine;
          return call.returned;
        });
      },
      &passing);
  if (passing.violator != nullptr) pending_violation(0x23D, passing.violator, irp);
}

bool wants(const IO_STACK_LOCATION& location, const IRP& irp) {
  if (location.CompletionRoutine == nullptr) return false;
  if (NT_SUCCESS(irp.IoStatus.Status) && (location.Control & SL_INVOKE_ON_SUCCESS) != 0)
    return true;
  if (!NT_SUCCESS(irp.IoStatus.Status) && (location.Control & SL_INVOKE_ON_ERROR) != 0) return true;
  return irp.Cancel != FALSE && (location.Control & SL_INVOKE_ON_CANCEL) != 0;
}

void clear_location(IO_STACK_LOCATION& location) {
  location.MinorFunction = 0;
  location.Flags = 0;
  location.Control = 0;
  std::memset(&location.Parameters, 0, sizeof location.Parameters);
  location.FileObject = nullptr;
}

// False: the completion routine keeps the IRP.
bool call_completion(PIRP irp, const IO_STACK_LOCATION& of) {
  const PIO_COMPLETION_ROUTINE routine = of.CompletionRoutine;
  if (routine == signal_host_event) {
    static_cast<ke::HostEvent*>(of.Context)->set();
    return false;
  }
  const PDEVICE_OBJECT device = irp->CurrentLocation == irp->StackCount + 1
                                    ? nullptr
                                    : IoGetCurrentIrpStackLocation(irp)->DeviceObject;
  const KIRQL irql = ke::current_irql();
  const NTSTATUS status = ke::invoke(routine, device, irp, of.Context);
  if (ke::current_irql() != irql) {
    ke::bugcheck(
        {.code = 0xC4,
         .parameters = {0xFA, reinterpret_cast<uint64_t>(routine), ke::current_irql(), irql},
         .reason = "A completion routine returned at another IRQL than it was called at."});
  }
  return status != STATUS_MORE_PROCESSING_REQUIRED;
}

void check_complete(PIRP irp) {
  if (irp == nullptr || irp->Type != kTypeIrp || irp->CurrentLocation > irp->StackCount + 1) {
    completed_twice(irp);
  }
  if (irp->CurrentLocation == irp->StackCount + 1) {
    io_violation(0x239, irp, 0, 0,
                 "IoCompleteRequest of an IRP that was never sent to a driver; free it instead.");
  }
  const NTSTATUS status = irp->IoStatus.Status;
  if (status == STATUS_PENDING || static_cast<uint32_t>(status) == 0xffffffff) {
    io_violation(0x06,
                 reinterpret_cast<void*>(static_cast<uint64_t>(static_cast<uint32_t>(status))),
                 reinterpret_cast<uint64_t>(irp), 0,
                 "IoCompleteRequest with STATUS_PENDING (or -1) in IoStatus.Status; set the final "
                 "status first.");
  }
  if (irp->CancelRoutine != nullptr) {
    io_violation(0x07, reinterpret_cast<const void*>(irp->CancelRoutine),
                 reinterpret_cast<uint64_t>(irp), 0,
                 "IoCompleteRequest with a cancel routine still set; take it out with "
                 "IoSetCancelRoutine(Irp, NULL) first.");
  }
}

void free_mdls(PIRP irp) {
  for (PMDL mdl = irp->MdlAddress; mdl != nullptr;) {
    const PMDL next = mdl->Next;
    if ((mdl->MdlFlags & MDL_PAGES_LOCKED) != 0) MmUnlockPages(mdl);
    IoFreeMdl(mdl);
    mdl = next;
  }
  irp->MdlAddress = nullptr;
}

void finish_buffers(PIRP irp) {
  const IO_STATUS_BLOCK& result = irp->IoStatus;
  if ((irp->Flags & IRP_BUFFERED_IO) != 0) {
    if ((irp->Flags & IRP_INPUT_OPERATION) != 0 && !NT_ERROR(result.Status) &&
        result.Information != 0 && irp->UserBuffer != nullptr &&
        !mm::guarded_copy(irp->UserBuffer, irp->AssociatedIrp.SystemBuffer, result.Information)) {
      irp->IoStatus.Status = STATUS_ACCESS_VIOLATION;
    }
    if ((irp->Flags & IRP_DEALLOCATE_BUFFER) != 0) {
      ExFreePoolWithTag(irp->AssociatedIrp.SystemBuffer, 0);
    }
  }
  irp->Flags &= ~static_cast<ULONG>(IRP_BUFFERED_IO | IRP_DEALLOCATE_BUFFER);
  free_mdls(irp);
}

// Every driver is done with it. What NT does in an APC of the issuing thread is done at once: there
// is one address space here.
void finish_irp(PIRP irp) {
  if ((irp->AllocationFlags & kHostIrp) != 0)
    return prefix_of(irp)->done(irp, prefix_of(irp)->context);
  if ((irp->Flags & IRP_ASSOCIATED_IRP) != 0) {
    const PIRP master = irp->AssociatedIrp.MasterIrp;
    free_mdls(irp);
    free_irp(irp);
    if (std::atomic_ref<LONG>(const_cast<LONG&>(master->AssociatedIrp.IrpCount)).fetch_sub(1) ==
        1) {
      IofCompleteRequest(master, IO_NO_INCREMENT);
    }
    return;
  }
  finish_buffers(irp);
  // An error that was returned at once is the caller's already, and nobody waits for it.
  const bool tell = !NT_ERROR(irp->IoStatus.Status) || irp->PendingReturned != FALSE;
  if (tell) {
    if (irp->UserIosb != nullptr) *irp->UserIosb = irp->IoStatus;
    if (irp->UserEvent != nullptr) KeSetEvent(irp->UserEvent, IO_NO_INCREMENT, FALSE);
  }
  bool allocated = false;
  IrpRecords::with(
      irp, false,
      [](IrpRecord& record, void* context) { *static_cast<bool*>(context) = record.allocated; },
      &allocated);
  if (allocated) free_irp(irp);
}

}  // namespace
}  // namespace flthost::io

using namespace flthost;
using namespace flthost::io;

NTSTATUS NTAPI IofCallDriver(PDEVICE_OBJECT DeviceObject, PIRP Irp) {
  return call_driver(DeviceObject, Irp);
}

VOID NTAPI IofCompleteRequest(PIRP Irp, CCHAR) {
  check_complete(Irp);
  PIO_STACK_LOCATION location = IoGetCurrentIrpStackLocation(Irp);
  ++Irp->CurrentLocation;
  ++Irp->Tail.Overlay.CurrentStackLocation;
  for (; Irp->CurrentLocation <= Irp->StackCount + 1;
       ++location, ++Irp->CurrentLocation, ++Irp->Tail.Overlay.CurrentStackLocation) {
    const bool marked = (location->Control & SL_PENDING_RETURNED) != 0;
    Irp->PendingReturned = marked ? TRUE : FALSE;
    pass_location(Irp, static_cast<CHAR>(Irp->CurrentLocation - 1), marked);
    const IO_STACK_LOCATION of = *location;
    const bool call = wants(of, *Irp);
    clear_location(*location);
    if (call) {
      if (!call_completion(Irp, of)) return;
    } else if (marked && Irp->CurrentLocation <= Irp->StackCount) {
      IoMarkIrpPending(Irp);
    }
  }
  finish_irp(Irp);
}

// What a driver's unset major functions do.
NTSTATUS NTAPI IopInvalidDeviceRequest(PDEVICE_OBJECT, PIRP Irp) {
  return invalid_request(Irp);
}
