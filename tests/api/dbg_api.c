/* Debug output and its filters. */
#include <stdarg.h>

#include "api.h"

static ULONG called;

static VOID NTAPI seen(PSTRING output, ULONG component, ULONG level) {
  UNREFERENCED_PARAMETER(component);
  UNREFERENCED_PARAMETER(level);
  called += output->Length;
}

static ULONG list(const char* format, ...) {
  va_list arguments;
  ULONG status;
  va_start(arguments, format);
  status = vDbgPrintEx(DPFLTR_IHVDRIVER_ID, DPFLTR_ERROR_LEVEL, format, arguments);
  va_end(arguments);
  if (!NT_SUCCESS(status)) return status;
  va_start(arguments, format);
  status =
      vDbgPrintExWithPrefix("prefix: ", DPFLTR_IHVDRIVER_ID, DPFLTR_ERROR_LEVEL, format, arguments);
  va_end(arguments);
  API_STATUS(status, STATUS_SUCCESS);
  return status;
}

static void prints(void) {
  API_STATUS(DbgPrint("plain %d\n", 1), STATUS_SUCCESS);
  API_STATUS(DbgPrintEx(DPFLTR_IHVDRIVER_ID, DPFLTR_ERROR_LEVEL, "ex %d\n", 2), STATUS_SUCCESS);
  API_STATUS(list("list %d\n", 3), STATUS_SUCCESS);
  API_STATUS(DbgPrintReturnControlC("control %d\n", 4), STATUS_SUCCESS);
}

static void filters(void) {
  const NTSTATUS state = DbgQueryDebugFilterState(DPFLTR_IHVDRIVER_ID, DPFLTR_ERROR_LEVEL);
  API_CHECK(state == TRUE || state == FALSE);
}

static void callbacks(void) {
  called = 0;
  API_STATUS(DbgSetDebugPrintCallback(seen, TRUE), STATUS_SUCCESS);
  DbgPrint("12345\n");
  API_STATUS(DbgSetDebugPrintCallback(seen, FALSE), STATUS_SUCCESS);
  API_EQUAL(called, 6);
  DbgPrint("not seen\n");
  API_EQUAL(called, 6);
}

const API_TEST ApiTests[] = {
    {"DbgPrint_InEveryForm_Succeeds", prints},
    {"DbgQueryDebugFilterState_IsOnOrOff", filters},
    {"DbgSetDebugPrintCallback_SeesOutput_WhileSet", callbacks},
    {NULL, NULL},
};
