// The boundary's own exports, and its start.
#include <flthost/boundary/boundary.h>
#include <flthost/boundary/seh.h>
#include <flthost/boundary/state.h>
#include <flthost/mm/mm.h>

#include <cstring>

namespace flthost::boundary {

void add_leaf_exports();

namespace {

const void* routine_address(std::string_view name) {
  const State& state = current_state();
  const ExportInfo* info = find_export(name);
  if (info == nullptr || state.frame == nullptr) return nullptr;
  return bind_export(*state.frame->record->module, *info);
}

VOID NTAPI local_unwind(PVOID frame, PVOID ip) {
  unwind_to(reinterpret_cast<uint64_t>(frame), reinterpret_cast<uint64_t>(ip), nullptr, 0);
}

}  // namespace
}  // namespace flthost::boundary

using namespace flthost::boundary;

extern "C" {

PVOID NTAPI MmGetSystemRoutineAddress(PUNICODE_STRING name) {
  std::string narrow;
  for (USHORT i = 0; i < name->Length / 2; ++i) narrow += static_cast<char>(name->Buffer[i]);
  return const_cast<void*>(routine_address(narrow));
}

// The kernel and the Filter Manager are the modules there are; Flt routines are the latter's.
PVOID NTAPI MmGetSystemRoutineAddressEx(PUNICODE_STRING module, PCSTR name) {
  std::string narrow;
  for (USHORT i = 0; i < module->Length / 2; ++i) {
    const auto c = static_cast<char>(module->Buffer[i]);
    narrow += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  const bool filters = std::string_view(name).substr(0, 3) == "Flt";
  if (narrow != (filters ? "fltmgr.sys" : "ntoskrnl.exe")) return nullptr;
  return const_cast<void*>(routine_address(name));
}

PVOID NTAPI FltGetRoutineAddress(PCSTR name) {
  return const_cast<void*>(routine_address(name));
}

VOID NTAPI ExRaiseStatus(NTSTATUS status) {
  raise_status(status);
}
VOID NTAPI ExRaiseAccessViolation(VOID) {
  raise_status(STATUS_ACCESS_VIOLATION);
}
VOID NTAPI ExRaiseDatatypeMisalignment(VOID) {
  raise_status(STATUS_DATATYPE_MISALIGNMENT);
}
VOID NTAPI RtlRaiseException(PEXCEPTION_RECORD record) {
  raise_record(*record);
}

VOID NTAPI RtlUnwind(PVOID frame, PVOID ip, PEXCEPTION_RECORD record, PVOID value) {
  unwind_to(reinterpret_cast<uint64_t>(frame), reinterpret_cast<uint64_t>(ip), record,
            reinterpret_cast<uint64_t>(value));
}

VOID NTAPI RtlUnwindEx(PVOID frame, PVOID ip, PEXCEPTION_RECORD record, PVOID value,
                       PCONTEXT /*original*/, PUNWIND_HISTORY_TABLE /*history*/) {
  unwind_to(reinterpret_cast<uint64_t>(frame), reinterpret_cast<uint64_t>(ip), record,
            reinterpret_cast<uint64_t>(value));
}

PRUNTIME_FUNCTION NTAPI RtlLookupFunctionEntry(DWORD64 pc, PDWORD64 image_base,
                                               PUNWIND_HISTORY_TABLE /*history*/) {
  uint64_t base = 0;
  const PRUNTIME_FUNCTION function = lookup_function(pc, &base);
  if (function != nullptr) *image_base = base;
  return function;
}

// Only frames of drivers on the calling thread's kernel stack can be unwound; the function entry
// given must be the one that RtlLookupFunctionEntry finds.
PEXCEPTION_ROUTINE NTAPI RtlVirtualUnwind(DWORD handler_type, DWORD64 /*image_base*/, DWORD64 pc,
                                          PRUNTIME_FUNCTION /*function*/, PCONTEXT context,
                                          PVOID* handler_data, PDWORD64 establisher,
                                          PKNONVOLATILE_CONTEXT_POINTERS /*pointers*/) {
  UnwoundFrame frame;
  context->Rip = pc;
  if (!unwind_frame(current_state().stack, handler_type, *context, frame)) context->Rip = 0;
  if (context->Rip == reinterpret_cast<uint64_t>(boundary_call_return)) context->Rip = 0;
  *establisher = frame.establisher;
  *handler_data = frame.handler_data;
  return frame.handler;
}

USHORT NTAPI RtlCaptureStackBackTrace(DWORD skip, DWORD count, PVOID* trace, PDWORD hash) {
  const State& state = current_state();
  CONTEXT context;
  context_of_frame(*state.frame, context);
  USHORT captured = 0;
  DWORD sum = 0;
  for (DWORD i = 0; captured < count; ++i) {
    if (context.Rip == reinterpret_cast<uint64_t>(boundary_call_return)) break;
    if (i >= skip) {
      trace[captured++] = reinterpret_cast<PVOID>(context.Rip);
      sum += static_cast<DWORD>(context.Rip);
    }
    UnwoundFrame frame;
    if (!unwind_frame(state.stack, 0, context, frame)) break;
  }
  if (hash != nullptr) *hash = sum;
  return captured;
}

PVOID NTAPI RtlPcToFileHeader(PVOID pc, PVOID* base) {
  const Module* module = module_at(reinterpret_cast<uint64_t>(pc));
  *base = module == nullptr ? nullptr : reinterpret_cast<PVOID>(module->base);
  return *base;
}

}  // extern "C"

namespace flthost::boundary {

const void* export_address(Module& module, std::string_view name) {
  const ExportInfo* const info = find_export(name);
  return info == nullptr ? nullptr : bind_export(static_cast<ModuleRecord&>(module), *info);
}

ke::ExportTable exports() {
  static const ke::Export rows[] = {
      {"__C_specific_handler", reinterpret_cast<const void*>(&c_specific_handler)},
      {"_local_unwind", reinterpret_cast<const void*>(&local_unwind)},
      FLTHOST_EXPORT(MmGetSystemRoutineAddress),
      FLTHOST_EXPORT(MmGetSystemRoutineAddressEx),
      FLTHOST_EXPORT(FltGetRoutineAddress),
      FLTHOST_EXPORT(ExRaiseStatus),
      FLTHOST_EXPORT(ExRaiseAccessViolation),
      FLTHOST_EXPORT(ExRaiseDatatypeMisalignment),
      FLTHOST_EXPORT(RtlRaiseException),
      FLTHOST_EXPORT(RtlUnwind),
      FLTHOST_EXPORT(RtlUnwindEx),
      FLTHOST_EXPORT(RtlLookupFunctionEntry),
      FLTHOST_EXPORT(RtlVirtualUnwind),
      FLTHOST_EXPORT(RtlCaptureStackBackTrace),
      FLTHOST_EXPORT(RtlPcToFileHeader),
  };
  return {rows, std::size(rows)};
}

void initialize() {
  add_leaf_exports();
  add_exports(exports());
  install_signal_handlers();
  install_paging();
  mm::install_raise_status(raise_status);
  ke::install_stack_hooks({get_stack_limits, call_on_new_stack});
  ke::install_driver_call(driver_call);
}

}  // namespace flthost::boundary
