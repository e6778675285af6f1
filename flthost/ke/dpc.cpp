// DPC objects, as drivers use them.
#include "ke_internal.h"

using namespace flthost;

VOID NTAPI KeInitializeDpc(PRKDPC Dpc, PKDEFERRED_ROUTINE DeferredRoutine, PVOID DeferredContext) {
  *Dpc = KDPC{};
  Dpc->Type = 19;  // DpcObject
  Dpc->Importance = MediumImportance;
  Dpc->DeferredRoutine = DeferredRoutine;
  Dpc->DeferredContext = DeferredContext;
}

// Runs at DISPATCH_LEVEL like any other; a threaded DPC must be able to.
VOID NTAPI KeInitializeThreadedDpc(PRKDPC Dpc, PKDEFERRED_ROUTINE DeferredRoutine,
                                   PVOID DeferredContext) {
  KeInitializeDpc(Dpc, DeferredRoutine, DeferredContext);
  Dpc->Type = 24;  // ThreadedDpcObject
}

BOOLEAN NTAPI KeInsertQueueDpc(PRKDPC Dpc, PVOID SystemArgument1, PVOID SystemArgument2) {
  int processor = 0;
  if (!ke::queue_dpc(*Dpc, SystemArgument1, SystemArgument2, &processor)) return FALSE;
  ke::kick_processor(processor);
  return TRUE;
}

BOOLEAN NTAPI KeRemoveQueueDpc(PRKDPC Dpc) {
  return ke::remove_dpc(*Dpc) ? TRUE : FALSE;
}

BOOLEAN NTAPI KeRemoveQueueDpcEx(KDPC* Dpc, BOOLEAN WaitIfActive) {
  if (ke::remove_dpc(*Dpc)) return TRUE;
  if (WaitIfActive != FALSE) ke::flush_dpcs();
  return FALSE;
}

VOID NTAPI KeFlushQueuedDpcs() {
  ke::flush_dpcs();
}

VOID NTAPI KeSetImportanceDpc(PRKDPC Dpc, KDPC_IMPORTANCE Importance) {
  Dpc->Importance = static_cast<UCHAR>(Importance);
}

VOID NTAPI KeSetTargetProcessorDpc(PRKDPC Dpc, CCHAR Number) {
  Dpc->Number = static_cast<USHORT>(0x500 + static_cast<UCHAR>(Number));
}

NTSTATUS NTAPI KeSetTargetProcessorDpcEx(PKDPC Dpc, PPROCESSOR_NUMBER ProcNumber) {
  if (ProcNumber->Group != 0 || ProcNumber->Number >= ke::processor_count() ||
      ProcNumber->Reserved != 0) {
    return STATUS_INVALID_PARAMETER;
  }
  KeSetTargetProcessorDpc(Dpc, static_cast<CCHAR>(ProcNumber->Number));
  return STATUS_SUCCESS;
}

BOOLEAN NTAPI KeIsExecutingDpc() {
  return ke::current_thread().in_dpc ? TRUE : FALSE;
}

namespace flthost::ke {

ExportTable dpc_exports() {
  static const Export rows[] = {
      FLTHOST_EXPORT(KeInitializeDpc),           FLTHOST_EXPORT(KeInitializeThreadedDpc),
      FLTHOST_EXPORT(KeInsertQueueDpc),          FLTHOST_EXPORT(KeRemoveQueueDpc),
      FLTHOST_EXPORT(KeRemoveQueueDpcEx),        FLTHOST_EXPORT(KeFlushQueuedDpcs),
      FLTHOST_EXPORT(KeSetImportanceDpc),        FLTHOST_EXPORT(KeSetTargetProcessorDpc),
      FLTHOST_EXPORT(KeSetTargetProcessorDpcEx), FLTHOST_EXPORT(KeIsExecutingDpc),
  };
  return {rows, std::size(rows)};
}

}  // namespace flthost::ke
