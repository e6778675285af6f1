/* R4: paging reads are dispatched at APC_LEVEL; a PASSIVE_LEVEL routine is not for them. */
#include "../defect.h"

PRE(PreRead) {
  HANDLE key;
  OBJECT_ATTRIBUTES attributes;
  UNICODE_STRING name = RTL_CONSTANT_STRING(L"\\Registry\\Machine");
  UNUSED_PRE;
#ifndef DEFECT
  if (KeGetCurrentIrql() != PASSIVE_LEVEL) return FLT_PREOP_SUCCESS_NO_CALLBACK;
#endif
  InitializeObjectAttributes(&attributes, &name, OBJ_KERNEL_HANDLE | OBJ_CASE_INSENSITIVE, NULL,
                             NULL);
  if (NT_SUCCESS(ZwOpenKey(&key, KEY_READ, &attributes))) ZwClose(key); /* DEFECT */
  return FLT_PREOP_SUCCESS_NO_CALLBACK;
}

OPERATIONS({IRP_MJ_READ, 0, PreRead, NULL, NULL});
PLAIN_DRIVER
