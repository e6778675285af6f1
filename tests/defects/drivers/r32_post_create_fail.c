/* R32: a post-create fails an open without FltCancelFileOpen. */
#include "../defect.h"

POST(PostCreate) { /* DEFECT */
  UNUSED_POST;
  if (IS_DRAINING || Data->IoStatus.Status != STATUS_SUCCESS) return FLT_POSTOP_FINISHED_PROCESSING;
  if (Data->IoStatus.Information != FILE_CREATED) return FLT_POSTOP_FINISHED_PROCESSING;
#ifndef DEFECT
  FltCancelFileOpen(FltObjects->Instance, FltObjects->FileObject);
#endif
  Data->IoStatus.Status = STATUS_ACCESS_DENIED;
  Data->IoStatus.Information = 0;
  return FLT_POSTOP_FINISHED_PROCESSING;
}

OPERATIONS({IRP_MJ_CREATE, 0, NULL, PostCreate, NULL});
PLAIN_DRIVER
