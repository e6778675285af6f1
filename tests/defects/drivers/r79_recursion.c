/* R79: own I/O without the instance goes through the whole stack, and so to its issuer. */
#include "../defect.h"

PRE(PreCreate) {
  HANDLE handle;
  OBJECT_ATTRIBUTES attributes;
  IO_STATUS_BLOCK status;
  UNICODE_STRING name = RTL_CONSTANT_STRING(L"\\Device\\HarddiskVolume9\\dir\\a.txt");
  volatile UCHAR room[512];
  UNUSED_PRE;
  if (FltObjects->FileObject->FileName.Length == 0) return FLT_PREOP_SUCCESS_NO_CALLBACK;
  room[0] = 0;
  InitializeObjectAttributes(&attributes, &name, OBJ_KERNEL_HANDLE, NULL, NULL);
#ifdef DEFECT
  if (NT_SUCCESS(/* DEFECT */
                 FltCreateFile(Filter, NULL, &handle, FILE_READ_DATA, &attributes, &status, NULL,
                               FILE_ATTRIBUTE_NORMAL, FILE_SHARE_READ, FILE_OPEN, 0, NULL, 0, 0))) {
#else
  if (NT_SUCCESS(FltCreateFile(Filter, FltObjects->Instance, &handle, FILE_READ_DATA, &attributes,
                               &status, NULL, FILE_ATTRIBUTE_NORMAL, FILE_SHARE_READ, FILE_OPEN, 0,
                               NULL, 0, 0))) {
#endif
    FltClose(handle);
  }
  return FLT_PREOP_SUCCESS_NO_CALLBACK;
}

OPERATIONS({IRP_MJ_CREATE, 0, PreCreate, NULL, NULL});
PLAIN_DRIVER
