/* R2: a post-read asks for the name, at whatever IRQL it runs. */
#include "../defect.h"

#define OPENED (FLT_FILE_NAME_OPENED | FLT_FILE_NAME_QUERY_DEFAULT)

PRE(PreRead) {
  UNUSED_PRE;
  return FLT_PREOP_SUCCESS_WITH_CALLBACK;
}

POST(PostRead) {
  PFLT_FILE_NAME_INFORMATION name;
  UNUSED_POST;
  if (IS_DRAINING) return FLT_POSTOP_FINISHED_PROCESSING;
#ifndef DEFECT
  if (KeGetCurrentIrql() > APC_LEVEL) return FLT_POSTOP_FINISHED_PROCESSING;
#endif
  if (NT_SUCCESS(FltGetFileNameInformation(Data, OPENED, &name))) { /* DEFECT */
    FltReleaseFileNameInformation(name);
  }
  return FLT_POSTOP_FINISHED_PROCESSING;
}

OPERATIONS({IRP_MJ_READ, 0, PreRead, PostRead, NULL});
PLAIN_DRIVER
