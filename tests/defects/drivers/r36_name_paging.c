/* R36: the name query fails on the paging path, and nobody looks. */
#include "../defect.h"

static volatile USHORT Length;

PRE(PreWrite) {
  PFLT_FILE_NAME_INFORMATION name = NULL;
  NTSTATUS status;
  UNUSED_PRE;
  if (!FLT_IS_IRP_OPERATION(Data)) return FLT_PREOP_SUCCESS_NO_CALLBACK;
  status = FltGetFileNameInformation(Data, FLT_FILE_NAME_NORMALIZED | FLT_FILE_NAME_QUERY_DEFAULT,
                                     &name);
#ifdef DEFECT
  (void)status;
#else
  if (!NT_SUCCESS(status)) return FLT_PREOP_SUCCESS_NO_CALLBACK;
#endif
  Length = name->Name.Length; /* DEFECT */
  FltReleaseFileNameInformation(name);
  return FLT_PREOP_SUCCESS_NO_CALLBACK;
}

OPERATIONS({IRP_MJ_WRITE, 0, PreWrite, NULL, NULL});
PLAIN_DRIVER
