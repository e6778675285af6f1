/* R50: in the post-operation the parameters are the original ones; the swapped buffer is elsewhere.
 */
#include "../defect.h"

typedef struct SWAP {
  PVOID buffer;
} SWAP;

PRE(PreRead) {
  SWAP* swap;
  UNUSED_PRE;
  if (!FLT_IS_IRP_OPERATION(Data) || IS_PAGING(Data) || Data->Iopb->MinorFunction != 0 ||
      Data->Iopb->Parameters.Read.Length == 0) {
    return FLT_PREOP_SUCCESS_NO_CALLBACK;
  }
  swap = (SWAP*)ExAllocatePoolWithTag(NonPagedPoolNx, sizeof(SWAP), TAG);
  if (swap == NULL) return FLT_PREOP_SUCCESS_NO_CALLBACK;
  swap->buffer = ExAllocatePoolWithTag(NonPagedPoolNx, Data->Iopb->Parameters.Read.Length, TAG);
  if (swap->buffer == NULL) {
    ExFreePoolWithTag(swap, TAG);
    return FLT_PREOP_SUCCESS_NO_CALLBACK;
  }
  Data->Iopb->Parameters.Read.ReadBuffer = swap->buffer;
  Data->Iopb->Parameters.Read.MdlAddress = NULL;
  FltSetCallbackDataDirty(Data);
  *Context = swap;
  return FLT_PREOP_SUCCESS_WITH_CALLBACK;
}

POST(PostRead) {
  SWAP* swap = (SWAP*)Context;
  UNUSED_POST;
#ifdef DEFECT
  ExFreePoolWithTag(Data->Iopb->Parameters.Read.ReadBuffer, TAG); /* DEFECT */
#else
  ExFreePoolWithTag(swap->buffer, TAG);
#endif
  ExFreePoolWithTag(swap, TAG);
  return FLT_POSTOP_FINISHED_PROCESSING;
}

OPERATIONS({IRP_MJ_READ, 0, PreRead, PostRead, NULL});
PLAIN_DRIVER
