// Cancelling IRPs, the cancel spin lock, cancel-safe queues, remove locks.
#include <flthost/io/irp.h>
#include <flthost/ke/dispatcher.h>

#include <atomic>

namespace flthost::io {
namespace {

struct CancelLock {
  KSPIN_LOCK lock = 0;
  std::atomic<ke::Thread*> owner{nullptr};
};
CancelLock& cancel_lock() {
  static CancelLock lock;
  return lock;
}

KIRQL acquire_cancel_lock() {
  CancelLock& cancel = cancel_lock();
  ke::Thread* const self = &ke::current_thread();
  if (cancel.owner.load(std::memory_order_relaxed) == self) {
    ke::bugcheck({.code = 0x0F,  // SPIN_LOCK_ALREADY_OWNED
                  .parameters = {reinterpret_cast<uint64_t>(&cancel.lock), 0, 0, 0},
                  .reason = "IoAcquireCancelSpinLock while the thread holds it already (a cancel "
                            "routine is called with it held); release it first."});
  }
  const KIRQL irql = ke::current_irql();
  if (irql < DISPATCH_LEVEL) ke::raise_irql(DISPATCH_LEVEL);
  ke::acquire_spin_lock(&cancel.lock);
  cancel.owner.store(self, std::memory_order_relaxed);
  return irql;
}

void release_cancel_lock(KIRQL irql) {
  CancelLock& cancel = cancel_lock();
  if (cancel.owner.load(std::memory_order_relaxed) != &ke::current_thread()) {
    ke::bugcheck({.code = 0x10,  // SPIN_LOCK_NOT_OWNED
                  .parameters = {reinterpret_cast<uint64_t>(&cancel.lock), 0, 0, 0},
                  .reason = "IoReleaseCancelSpinLock without IoAcquireCancelSpinLock; acquire and "
                            "release in turn, and a cancel routine releases once."});
  }
  cancel.owner.store(nullptr, std::memory_order_relaxed);
  ke::release_spin_lock(&cancel.lock);
  if (irql < ke::current_irql()) ke::lower_irql(irql);
}

}  // namespace
}  // namespace flthost::io

using namespace flthost;
using namespace flthost::io;

extern "C" VOID NTAPI IopCsqCancelRoutine(PDEVICE_OBJECT DeviceObject, PIRP Irp);

VOID NTAPI IoAcquireCancelSpinLock(PKIRQL Irql) {
  *Irql = acquire_cancel_lock();
}

VOID NTAPI IoReleaseCancelSpinLock(KIRQL Irql) {
  release_cancel_lock(Irql);
}

BOOLEAN NTAPI IoCancelIrp(PIRP Irp) {
  if (Irp->Type != kTypeIrp) {
    io_violation(0x03, Irp, 0, 0, "IoCancelIrp was given an address that is no IRP.");
  }
  const KIRQL irql = acquire_cancel_lock();
  std::atomic_ref<BOOLEAN>(Irp->Cancel).store(TRUE);  // its owner looks without the lock
  const PDRIVER_CANCEL routine = IoSetCancelRoutine(Irp, nullptr);
  if (routine == nullptr) {
    release_cancel_lock(irql);
    return FALSE;
  }
  if (Irp->CurrentLocation > Irp->StackCount + 1) {
    ke::bugcheck(
        {.code = 0x48,  // CANCEL_STATE_IN_COMPLETED_IRP
         .parameters = {reinterpret_cast<uint64_t>(Irp), reinterpret_cast<uint64_t>(routine), 0, 0},
         .reason = "A completed IRP has a cancel routine; take it out before completing."});
  }
  Irp->CancelIrql = irql;
  const PDEVICE_OBJECT device = Irp->CurrentLocation == Irp->StackCount + 1
                                    ? nullptr
                                    : IoGetCurrentIrpStackLocation(Irp)->DeviceObject;
  if (routine == cancel_wait) {
    cancel_wait(device, Irp);
  } else if (routine == IopCsqCancelRoutine) {
    IopCsqCancelRoutine(device, Irp);
  } else {
    ke::invoke(routine, device, Irp);
  }
  if (cancel_lock().owner.load(std::memory_order_relaxed) == &ke::current_thread() ||
      ke::current_irql() != irql) {
    io_violation(0x05, reinterpret_cast<const void*>(routine), irql, ke::current_irql(),
                 "CancelSpinLock: the cancel routine returned with the cancel spin lock held or at "
                 "another IRQL; call IoReleaseCancelSpinLock(Irp->CancelIrql) in it.");
  }
  return TRUE;
}

// ------------------------------------------------------------------ cancel-safe queues
namespace {

constexpr ULONG kCsqContext = 1, kCsq = 2, kCsqEx = 3;

PIO_CSQ_IRP_CONTEXT context_of(PIRP irp) {
  return static_cast<PIO_CSQ_IRP_CONTEXT>(irp->Tail.Overlay.DriverContext[3]);
}
PIO_CSQ csq_of(PIRP irp) {
  auto* const one = static_cast<PIO_CSQ_IRP_CONTEXT>(irp->Tail.Overlay.DriverContext[3]);
  return one->Type == kCsqContext ? one->Csq : reinterpret_cast<PIO_CSQ>(one);
}

class CsqLock {
 public:
  explicit CsqLock(PIO_CSQ csq) : csq_(csq) { ke::invoke(csq->CsqAcquireLock, csq, &irql_); }
  ~CsqLock() { ke::invoke(csq_->CsqReleaseLock, csq_, irql_); }
  CsqLock(const CsqLock&) = delete;
  CsqLock& operator=(const CsqLock&) = delete;

 private:
  PIO_CSQ csq_;
  KIRQL irql_ = PASSIVE_LEVEL;
};

void forget_context(PIRP irp) {
  const PIO_CSQ_IRP_CONTEXT context = context_of(irp);
  if (context != nullptr && context->Type == kCsqContext) context->Irp = nullptr;
  irp->Tail.Overlay.DriverContext[3] = nullptr;
}

// What IoCancelIrp does with an IRP in a queue, with the cancel lock held.
void cancel_queued(PIRP irp, KIRQL cancel_irql) {
  const PIO_CSQ csq = csq_of(irp);
  release_cancel_lock(cancel_irql);
  {
    const CsqLock lock(csq);
    ke::invoke(csq->CsqRemoveIrp, csq, irp);
    forget_context(irp);
  }
  ke::invoke(csq->CsqCompleteCanceledIrp, csq, irp);
}

NTSTATUS initialize(PIO_CSQ csq, ULONG type, PIO_CSQ_INSERT_IRP insert, PIO_CSQ_REMOVE_IRP remove,
                    PIO_CSQ_PEEK_NEXT_IRP peek, PIO_CSQ_ACQUIRE_LOCK acquire,
                    PIO_CSQ_RELEASE_LOCK release, PIO_CSQ_COMPLETE_CANCELED_IRP complete) {
  *csq = {};
  csq->Type = type;
  csq->CsqInsertIrp = insert;
  csq->CsqRemoveIrp = remove;
  csq->CsqPeekNextIrp = peek;
  csq->CsqAcquireLock = acquire;
  csq->CsqReleaseLock = release;
  csq->CsqCompleteCanceledIrp = complete;
  return STATUS_SUCCESS;
}

}  // namespace

extern "C" VOID NTAPI IopCsqCancelRoutine(PDEVICE_OBJECT, PIRP Irp) {
  cancel_queued(Irp, Irp->CancelIrql);
}

NTSTATUS NTAPI IoCsqInitialize(PIO_CSQ Csq, PIO_CSQ_INSERT_IRP CsqInsertIrp,
                               PIO_CSQ_REMOVE_IRP CsqRemoveIrp,
                               PIO_CSQ_PEEK_NEXT_IRP CsqPeekNextIrp,
                               PIO_CSQ_ACQUIRE_LOCK CsqAcquireLock,
                               PIO_CSQ_RELEASE_LOCK CsqReleaseLock,
                               PIO_CSQ_COMPLETE_CANCELED_IRP CsqCompleteCanceledIrp) {
  return initialize(Csq, kCsq, CsqInsertIrp, CsqRemoveIrp, CsqPeekNextIrp, CsqAcquireLock,
                    CsqReleaseLock, CsqCompleteCanceledIrp);
}

NTSTATUS NTAPI IoCsqInitializeEx(PIO_CSQ Csq, PIO_CSQ_INSERT_IRP_EX CsqInsertIrp,
                                 PIO_CSQ_REMOVE_IRP CsqRemoveIrp,
                                 PIO_CSQ_PEEK_NEXT_IRP CsqPeekNextIrp,
                                 PIO_CSQ_ACQUIRE_LOCK CsqAcquireLock,
                                 PIO_CSQ_RELEASE_LOCK CsqReleaseLock,
                                 PIO_CSQ_COMPLETE_CANCELED_IRP CsqCompleteCanceledIrp) {
  return initialize(
      Csq, kCsqEx, reinterpret_cast<PIO_CSQ_INSERT_IRP>(reinterpret_cast<void*>(CsqInsertIrp)),
      CsqRemoveIrp, CsqPeekNextIrp, CsqAcquireLock, CsqReleaseLock, CsqCompleteCanceledIrp);
}

NTSTATUS NTAPI IoCsqInsertIrpEx(PIO_CSQ Csq, PIRP Irp, PIO_CSQ_IRP_CONTEXT Context,
                                PVOID InsertContext) {
  bool cancelled = false;
  {
    const CsqLock lock(Csq);
    if (Context != nullptr) {
      Context->Type = kCsqContext;
      Context->Irp = Irp;
      Context->Csq = Csq;
      Irp->Tail.Overlay.DriverContext[3] = Context;
    } else {
      Irp->Tail.Overlay.DriverContext[3] = Csq;
    }
    if (Csq->Type == kCsqEx) {
      const NTSTATUS status = ke::invoke(
          reinterpret_cast<PIO_CSQ_INSERT_IRP_EX>(reinterpret_cast<void*>(Csq->CsqInsertIrp)), Csq,
          Irp, InsertContext);
      if (!NT_SUCCESS(status)) {
        forget_context(Irp);
        return status;
      }
    } else {
      ke::invoke(Csq->CsqInsertIrp, Csq, Irp);
    }
    IoMarkIrpPending(Irp);
    IoSetCancelRoutine(Irp, IopCsqCancelRoutine);
    if (std::atomic_ref<BOOLEAN>(Irp->Cancel).load() != FALSE &&
        IoSetCancelRoutine(Irp, nullptr) != nullptr) {
      ke::invoke(Csq->CsqRemoveIrp, Csq, Irp);
      forget_context(Irp);
      cancelled = true;
    }
  }
  if (cancelled) ke::invoke(Csq->CsqCompleteCanceledIrp, Csq, Irp);
  return STATUS_SUCCESS;
}

VOID NTAPI IoCsqInsertIrp(PIO_CSQ Csq, PIRP Irp, PIO_CSQ_IRP_CONTEXT Context) {
  IoCsqInsertIrpEx(Csq, Irp, Context, nullptr);
}

PIRP NTAPI IoCsqRemoveIrp(PIO_CSQ Csq, PIO_CSQ_IRP_CONTEXT Context) {
  const CsqLock lock(Csq);
  const PIRP irp = Context->Irp;
  if (irp == nullptr || IoSetCancelRoutine(irp, nullptr) == nullptr) return nullptr;
  ke::invoke(Csq->CsqRemoveIrp, Csq, irp);
  forget_context(irp);
  return irp;
}

PIRP NTAPI IoCsqRemoveNextIrp(PIO_CSQ Csq, PVOID PeekContext) {
  const CsqLock lock(Csq);
  PIRP irp = ke::invoke(Csq->CsqPeekNextIrp, Csq, static_cast<PIRP>(nullptr), PeekContext);
  while (irp != nullptr) {
    if (IoSetCancelRoutine(irp, nullptr) != nullptr) {
      ke::invoke(Csq->CsqRemoveIrp, Csq, irp);
      forget_context(irp);
      return irp;
    }
    // It is being cancelled: its cancel routine waits for our lock.
    irp = ke::invoke(Csq->CsqPeekNextIrp, Csq, irp, PeekContext);
  }
  return nullptr;
}

// ------------------------------------------------------------------ remove locks
VOID NTAPI IoInitializeRemoveLockEx(PIO_REMOVE_LOCK Lock, ULONG, ULONG, ULONG, ULONG) {
  Lock->Common.Removed = FALSE;
  Lock->Common.IoCount = 1;
  KeInitializeEvent(&Lock->Common.RemoveEvent, SynchronizationEvent, FALSE);
}

NTSTATUS NTAPI IoAcquireRemoveLockEx(PIO_REMOVE_LOCK RemoveLock, PVOID, PCSTR, ULONG, ULONG) {
  std::atomic_ref<LONG> count(const_cast<LONG&>(RemoveLock->Common.IoCount));
  count.fetch_add(1);
  if (std::atomic_ref<BOOLEAN>(RemoveLock->Common.Removed).load() == FALSE) return STATUS_SUCCESS;
  if (count.fetch_sub(1) == 1) {
    KeSetEvent(&RemoveLock->Common.RemoveEvent, IO_NO_INCREMENT, FALSE);
  }
  return STATUS_DELETE_PENDING;
}

VOID NTAPI IoReleaseRemoveLockEx(PIO_REMOVE_LOCK RemoveLock, PVOID Tag, ULONG) {
  const LONG left =
      std::atomic_ref<LONG>(const_cast<LONG&>(RemoveLock->Common.IoCount)).fetch_sub(1) - 1;
  if (left < 0 || (left == 0 && RemoveLock->Common.Removed == FALSE)) {
    ke::bugcheck({.code = 0xC4,
                  .parameters = {0xDA, reinterpret_cast<uint64_t>(RemoveLock),
                                 reinterpret_cast<uint64_t>(Tag), static_cast<uint64_t>(left)},
                  .reason =
                      "IoReleaseRemoveLock without IoAcquireRemoveLock; release once for each "
                      "acquisition that succeeded."});
  }
  if (left == 0) KeSetEvent(&RemoveLock->Common.RemoveEvent, IO_NO_INCREMENT, FALSE);
}

VOID NTAPI IoReleaseRemoveLockAndWaitEx(PIO_REMOVE_LOCK RemoveLock, PVOID Tag, ULONG) {
  std::atomic_ref<LONG> count(const_cast<LONG&>(RemoveLock->Common.IoCount));
  std::atomic_ref<BOOLEAN>(RemoveLock->Common.Removed).store(TRUE);
  count.fetch_sub(1);
  const LONG left = count.fetch_sub(1) - 1;
  if (left < 0) {
    ke::bugcheck({.code = 0xC4,
                  .parameters = {0xDA, reinterpret_cast<uint64_t>(RemoveLock),
                                 reinterpret_cast<uint64_t>(Tag), static_cast<uint64_t>(left)},
                  .reason = "IoReleaseRemoveLockAndWait without IoAcquireRemoveLock before it."});
  }
  if (left > 0) ke::wait_for(&RemoveLock->Common.RemoveEvent);
}

namespace flthost::io {

ke::ExportTable cancel_exports() {
  static const ke::Export rows[] = {
      FLTHOST_EXPORT(IoAcquireCancelSpinLock),
      FLTHOST_EXPORT(IoReleaseCancelSpinLock),
      FLTHOST_EXPORT(IoCancelIrp),
      FLTHOST_EXPORT(IoCsqInitialize),
      FLTHOST_EXPORT(IoCsqInitializeEx),
      FLTHOST_EXPORT(IoCsqInsertIrp),
      FLTHOST_EXPORT(IoCsqInsertIrpEx),
      FLTHOST_EXPORT(IoCsqRemoveIrp),
      FLTHOST_EXPORT(IoCsqRemoveNextIrp),
      FLTHOST_EXPORT(IoInitializeRemoveLockEx),
      FLTHOST_EXPORT(IoAcquireRemoveLockEx),
      FLTHOST_EXPORT(IoReleaseRemoveLockEx),
      FLTHOST_EXPORT(IoReleaseRemoveLockAndWaitEx),
  };
  return {rows, std::size(rows)};
}

}  // namespace flthost::io
