/* R58: name information is not released. */
#include "../defect.h"

#define OPENED (FLT_FILE_NAME_OPENED | FLT_FILE_NAME_QUERY_DEFAULT)

POST(PostCreate) {
  PFLT_FILE_NAME_INFORMATION name;
  UNUSED_POST;
  if (IS_DRAINING || !NT_SUCCESS(Data->IoStatus.Status)) return FLT_POSTOP_FINISHED_PROCESSING;
  if (NT_SUCCESS(FltGetFileNameInformation(Data, OPENED, &name))) { /* DEFECT */
#ifndef DEFECT
    FltReleaseFileNameInformation(name);
#endif
  }
  return FLT_POSTOP_FINISHED_PROCESSING;
}

OPERATIONS({IRP_MJ_CREATE, 0, NULL, PostCreate, NULL});
PLAIN_DRIVER
