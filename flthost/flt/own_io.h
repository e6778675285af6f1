// Requests of minifilters' own, shared by own_io.cpp and create.cpp.
#pragma once

#include <flthost/flt/internal.h>

namespace flthost::flt {

// FltAllocateCallbackData's callback data with the request it becomes.
struct Generated : CallData {
  Generated() : CallData(DataKind::Generated) {}
  io::Request own;
  Instance* issuer = nullptr;  // lifetime referenced
  PFLT_COMPLETED_ASYNC_IO_CALLBACK callback = nullptr;
  PVOID context = nullptr;
  PMDL mdl = nullptr;  // made for it; freed with it
  bool free_when_done = false;
  Generated* next = nullptr;
  Generated* previous = nullptr;
};

Generated* allocate_generated(Instance& issuer, PFILE_OBJECT file);
void reset_generated(Generated& generated);
void free_generated(Generated* generated);
// Sends it below its issuer and waits; the result is in data.IoStatus. IRQL <= APC_LEVEL.
void perform(Generated& generated);
NTSTATUS perform_async(Generated& generated, PFLT_COMPLETED_ASYNC_IO_CALLBACK callback,
                       PVOID context);
// One synchronous request below `instance`.
NTSTATUS issue(PFLT_INSTANCE instance, PFILE_OBJECT file, const FLT_IO_PARAMETER_BLOCK& parameters,
               PULONG information);
// The same; without an issuer from the top of the file's stack.
NTSTATUS issue_below(Instance* issuer, PFILE_OBJECT file, const FLT_IO_PARAMETER_BLOCK& parameters,
                     PULONG information);
// IRP_MJ_CREATE_NAMED_PIPE or _MAILSLOT: its status; nothing is opened.
NTSTATUS send_special_create(PFLT_INSTANCE instance, const OBJECT_ATTRIBUTES& attributes,
                             UCHAR major);

}  // namespace flthost::flt
