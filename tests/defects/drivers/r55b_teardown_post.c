/* R55b: pended post-operations are not handed back; TeardownComplete never comes. */
#include "../defect.h"

typedef struct ITEM {
  LIST_ENTRY link;
  PFLT_CALLBACK_DATA data;
} ITEM;

static LIST_ENTRY Queue;
static KSPIN_LOCK Lock;

static void drain(BOOLEAN post) {
  KIRQL irql;
  for (;;) {
    PLIST_ENTRY entry = NULL;
    ITEM* item;
    KeAcquireSpinLock(&Lock, &irql);
    if (!IsListEmpty(&Queue)) entry = RemoveHeadList(&Queue);
    KeReleaseSpinLock(&Lock, irql);
    if (entry == NULL) return;
    item = CONTAINING_RECORD(entry, ITEM, link);
    if (post) {
      FltCompletePendedPostOperation(item->data);
    } else {
      FltCompletePendedPreOperation(item->data, FLT_PREOP_SUCCESS_NO_CALLBACK, NULL);
    }
    ExFreePoolWithTag(item, TAG);
  }
}

static BOOLEAN keep(PFLT_CALLBACK_DATA data) {
  KIRQL irql;
  ITEM* item = (ITEM*)ExAllocatePoolWithTag(NonPagedPoolNx, sizeof(ITEM), TAG);
  if (item == NULL) return FALSE;
  item->data = data;
  KeAcquireSpinLock(&Lock, &irql);
  InsertTailList(&Queue, &item->link);
  KeReleaseSpinLock(&Lock, irql);
  return TRUE;
}

static NTSTATUS prepare(void) {
  InitializeListHead(&Queue);
  KeInitializeSpinLock(&Lock);
  return STATUS_SUCCESS;
}

/* Only what is asynchronous and not paging is kept: everybody else goes on. */
#define IS_KEPT(data) \
  (FLT_IS_IRP_OPERATION(data) && !IS_PAGING(data) && !FltIsOperationSynchronous(data))

PRE(PreWrite) {
  UNUSED_PRE;
  return FLT_IS_IRP_OPERATION(Data) ? FLT_PREOP_SUCCESS_WITH_CALLBACK
                                    : FLT_PREOP_SUCCESS_NO_CALLBACK;
}

POST(PostWrite) { /* DEFECT */
  UNUSED_POST;
  if (IS_DRAINING || !IS_KEPT(Data)) return FLT_POSTOP_FINISHED_PROCESSING;
  return keep(Data) ? FLT_POSTOP_MORE_PROCESSING_REQUIRED : FLT_POSTOP_FINISHED_PROCESSING;
}

PRE(PreFlush) {
  UNUSED_PRE;
#ifndef DEFECT
  drain(TRUE);
#endif
  return FLT_PREOP_SUCCESS_NO_CALLBACK;
}

static VOID NTAPI TeardownStart(PCFLT_RELATED_OBJECTS objects, FLT_INSTANCE_TEARDOWN_FLAGS reason) {
  (void)objects;
  (void)reason;
#ifndef DEFECT
  drain(TRUE);
#endif
}

OPERATIONS({IRP_MJ_WRITE, 0, PreWrite, PostWrite, NULL},
           {IRP_MJ_FLUSH_BUFFERS, 0, PreFlush, NULL, NULL});
DRIVER(NULL, prepare(), (void)0, (void)0, NULL, TeardownStart)
