// Wrong on purpose: the residency check must find both mistakes. Never loaded.
#include <fltKernel.h>

__declspec(code_seg("PAGE")) __declspec(noinline) static NTSTATUS pageable_helper(PVOID context) {
  return context != nullptr ? STATUS_SUCCESS : STATUS_UNSUCCESSFUL;
}

// Resident, as a post-operation is, but its callee is not.
extern "C" __declspec(noinline) NTSTATUS resident_caller(PVOID context) {
  const NTSTATUS status = pageable_helper(context);
  return NT_SUCCESS(status) ? status : STATUS_ACCESS_DENIED;
}

// A table that hands out a pageable routine as a callback.
extern "C" NTSTATUS (*const callback_table[])(PVOID) = {resident_caller, pageable_helper};

extern "C" __declspec(code_seg("INIT")) NTSTATUS DriverEntry(PDRIVER_OBJECT driver,
                                                             PUNICODE_STRING path) {
  UNREFERENCED_PARAMETER(path);
  return callback_table[driver->Size & 1](driver);
}
