// Transactions. No file here belongs to one and no driver can come by a KTRANSACTION: contexts of
// and enlistments in one that does not exist are refused as FltMgr refuses them.
#include <flthost/flt/internal.h>

using namespace flthost;
using namespace flthost::flt;

NTSTATUS NTAPI FltGetTransactionContext(PFLT_INSTANCE Instance, PKTRANSACTION,
                                        PFLT_CONTEXT* Context) {
  instance_of(Instance);
  *Context = nullptr;
  return STATUS_NOT_FOUND;
}

NTSTATUS NTAPI FltSetTransactionContext(PFLT_INSTANCE Instance, PKTRANSACTION,
                                        FLT_SET_CONTEXT_OPERATION, PFLT_CONTEXT,
                                        PFLT_CONTEXT* OldContext) {
  if (OldContext != nullptr) *OldContext = nullptr;
  return instance_of(Instance).detaching.load() ? STATUS_FLT_DELETING_OBJECT
                                                : STATUS_INVALID_PARAMETER;
}

NTSTATUS NTAPI FltDeleteTransactionContext(PFLT_INSTANCE Instance, PKTRANSACTION,
                                           PFLT_CONTEXT* OldContext) {
  if (OldContext != nullptr) *OldContext = nullptr;
  return instance_of(Instance).detaching.load() ? STATUS_FLT_DELETING_OBJECT : STATUS_NOT_FOUND;
}

NTSTATUS NTAPI FltEnlistInTransaction(PFLT_INSTANCE Instance, PKTRANSACTION, PFLT_CONTEXT,
                                      NOTIFICATION_MASK NotificationMask) {
  const flt::Instance& instance = instance_of(Instance);
  if (instance.filter->registration.TransactionNotificationCallback == nullptr) {
    return STATUS_INVALID_PARAMETER;
  }
  if (NotificationMask == 0 ||
      (NotificationMask & ~static_cast<ULONG>(FLT_MAX_TRANSACTION_NOTIFICATIONS)) != 0)
    return STATUS_INVALID_PARAMETER_4;
  if (instance.detaching.load()) return STATUS_FLT_DELETING_OBJECT;
  return STATUS_TRANSACTION_NOT_ACTIVE;
}

// Answers to notifications that are never sent: the caller is not enlisted.
NTSTATUS NTAPI FltRollbackEnlistment(PFLT_INSTANCE Instance, PKTRANSACTION, PFLT_CONTEXT) {
  instance_of(Instance);
  return STATUS_NOT_FOUND;
}
NTSTATUS NTAPI FltRollbackComplete(PFLT_INSTANCE Instance, PKTRANSACTION, PFLT_CONTEXT) {
  instance_of(Instance);
  return STATUS_NOT_FOUND;
}
NTSTATUS NTAPI FltPrePrepareComplete(PFLT_INSTANCE Instance, PKTRANSACTION, PFLT_CONTEXT) {
  instance_of(Instance);
  return STATUS_NOT_FOUND;
}
NTSTATUS NTAPI FltPrepareComplete(PFLT_INSTANCE Instance, PKTRANSACTION, PFLT_CONTEXT) {
  instance_of(Instance);
  return STATUS_NOT_FOUND;
}
NTSTATUS NTAPI FltCommitComplete(PFLT_INSTANCE Instance, PKTRANSACTION, PFLT_CONTEXT) {
  instance_of(Instance);
  return STATUS_NOT_FOUND;
}
NTSTATUS NTAPI FltCommitFinalizeComplete(PFLT_INSTANCE Instance, PKTRANSACTION, PFLT_CONTEXT) {
  instance_of(Instance);
  return STATUS_NOT_FOUND;
}
