// What rides on a request beside its parameters: I/O priorities, activity IDs, copy information,
// the zeroing offset; and where redirection stands.
#include <flthost/flt/own_io.h>
#include <flthost/ps/ps.h>

#include <map>

namespace flthost::flt {
namespace {

constexpr ULONG kUnchanged = 0xffffffff;  // IoInitializePriorityInfo's value for "leave it"
constexpr ULONG kNormalPagePriority = 5;

// Of threads that are not as every thread is. The id tells a thread from a later one in its place.
struct ThreadHints {
  uint32_t id = 0;
  IO_PRIORITY_HINT io = IoPriorityNormal;
  ULONG page = kNormalPagePriority;
  LPGUID activity = nullptr;
};
struct ThreadTable {
  std::mutex lock;
  std::map<PETHREAD, ThreadHints> rows;
};
ThreadTable& thread_table() {
  static ThreadTable table;
  return table;
}

ThreadHints hints_of(PETHREAD thread) {
  ThreadTable& table = thread_table();
  const std::lock_guard guard(table.lock);
  const auto at = table.rows.find(thread);
  const uint32_t id = ps::thread_id(thread);
  return at == table.rows.end() || at->second.id != id ? ThreadHints{.id = id} : at->second;
}

template <typename Change>
void change_hints(PETHREAD thread, Change change) {
  ThreadTable& table = thread_table();
  const std::lock_guard guard(table.lock);
  ThreadHints& row = table.rows[thread];
  if (row.id != ps::thread_id(thread)) row = {.id = ps::thread_id(thread)};
  change(row);
  if (row.io == IoPriorityNormal && row.page == kNormalPagePriority && row.activity == nullptr) {
    table.rows.erase(thread);
  }
}

bool valid_hint(IO_PRIORITY_HINT hint) {
  return static_cast<ULONG>(hint) < static_cast<ULONG>(MaxIoPriorityTypes);
}

// The extension of a request's IRP; null when it is no IRP or not sent yet.
io::IrpExtension* extension_of(PFLT_CALLBACK_DATA data) {
  CallData& found = call_data(data);
  if ((found.data.Flags & FLTFL_CALLBACK_DATA_IRP_OPERATION) == 0 || found.request == nullptr) {
    return nullptr;
  }
  return &found.request->extension;
}

const ContextList* hinted_list(PFILE_OBJECT file) {
  const ContextList* list = file == nullptr ? nullptr : handle_list(file, false);
  return list != nullptr && list->has_priority ? list : nullptr;
}

IO_PRIORITY_HINT priority_of(PFLT_CALLBACK_DATA data, PFILE_OBJECT file, PETHREAD thread) {
  if (data != nullptr) {
    const io::IrpExtension* extension = extension_of(data);
    if (extension != nullptr && extension->has_priority) return extension->priority;
  }
  if (const ContextList* list = hinted_list(file)) return list->priority;
  return thread == nullptr ? IoPriorityNormal : hints_of(thread).io;
}

bool same_stack(PFLT_INSTANCE left, PFLT_INSTANCE right) {
  return instance_of(left).stack == instance_of(right).stack;
}

}  // namespace
}  // namespace flthost::flt

using namespace flthost;
using namespace flthost::flt;

// ------------------------------------------------------------------ I/O priorities
IO_PRIORITY_HINT NTAPI FltGetIoPriorityHint(PFLT_CALLBACK_DATA Data) {
  return priority_of(Data, Data->Iopb->TargetFileObject, Data->Thread);
}
IO_PRIORITY_HINT NTAPI FltGetIoPriorityHintFromCallbackData(PFLT_CALLBACK_DATA Data) {
  return priority_of(Data, nullptr, nullptr);
}
IO_PRIORITY_HINT NTAPI FltGetIoPriorityHintFromFileObject(PFILE_OBJECT FileObject) {
  return priority_of(nullptr, FileObject, nullptr);
}
IO_PRIORITY_HINT NTAPI FltGetIoPriorityHintFromThread(PETHREAD Thread) {
  return priority_of(nullptr, nullptr, Thread);
}

NTSTATUS NTAPI FltSetIoPriorityHintIntoCallbackData(PFLT_CALLBACK_DATA Data,
                                                    IO_PRIORITY_HINT PriorityHint) {
  io::IrpExtension* extension = extension_of(Data);
  if (extension == nullptr || !valid_hint(PriorityHint)) return STATUS_INVALID_PARAMETER;
  extension->priority = PriorityHint;
  extension->has_priority = true;
  return STATUS_SUCCESS;
}
NTSTATUS NTAPI FltSetIoPriorityHintIntoFileObject(PFILE_OBJECT FileObject,
                                                  IO_PRIORITY_HINT PriorityHint) {
  if (!valid_hint(PriorityHint)) return STATUS_INVALID_PARAMETER;
  ContextList* list = handle_list(FileObject, true);
  list->priority = PriorityHint;
  list->has_priority = true;
  return STATUS_SUCCESS;
}
NTSTATUS NTAPI FltSetIoPriorityHintIntoThread(PETHREAD Thread, IO_PRIORITY_HINT PriorityHint) {
  if (!valid_hint(PriorityHint)) return STATUS_INVALID_PARAMETER;
  change_hints(Thread, [&](ThreadHints& row) { row.io = PriorityHint; });
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI FltRetrieveIoPriorityInfo(PFLT_CALLBACK_DATA Data, PFILE_OBJECT FileObject,
                                         PETHREAD Thread, PIO_PRIORITY_INFO PriorityInfo) {
  if (PriorityInfo->Size != sizeof(IO_PRIORITY_INFO)) return STATUS_INVALID_PARAMETER_4;
  PriorityInfo->IoPriority = priority_of(Data, FileObject, Thread);
  PriorityInfo->ThreadPriority = kUnchanged;
  PriorityInfo->PagePriority = kUnchanged;
  if (Thread == nullptr) return STATUS_SUCCESS;
  PriorityInfo->ThreadPriority =
      static_cast<ULONG>(KeQueryPriorityThread(reinterpret_cast<PKTHREAD>(Thread)));
  PriorityInfo->PagePriority = hints_of(Thread).page;
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI FltApplyPriorityInfoThread(PIO_PRIORITY_INFO InputPriorityInfo,
                                          PIO_PRIORITY_INFO OutputPriorityInfo, PETHREAD Thread) {
  const IO_PRIORITY_INFO wanted = *InputPriorityInfo;
  const bool thread = wanted.ThreadPriority != kUnchanged;
  const bool page = wanted.PagePriority != kUnchanged;
  if (wanted.Size != sizeof(IO_PRIORITY_INFO) || !valid_hint(wanted.IoPriority) ||
      (thread && (wanted.ThreadPriority == 0 || wanted.ThreadPriority > HIGH_PRIORITY)) ||
      (page && wanted.PagePriority > kNormalPagePriority)) {
    return STATUS_INVALID_PARAMETER_1;
  }
  if (OutputPriorityInfo != nullptr) {
    OutputPriorityInfo->Size = sizeof(IO_PRIORITY_INFO);
    FltRetrieveIoPriorityInfo(nullptr, nullptr, Thread, OutputPriorityInfo);
  }
  change_hints(Thread, [&](ThreadHints& row) {
    row.io = wanted.IoPriority;
    if (page) row.page = wanted.PagePriority;
  });
  if (thread)
    KeSetPriorityThread(reinterpret_cast<PKTHREAD>(Thread),
                        static_cast<KPRIORITY>(wanted.ThreadPriority));
  return STATUS_SUCCESS;
}

// ------------------------------------------------------------------ activity IDs
NTSTATUS NTAPI FltGetActivityIdCallbackData(FLT_CALLBACK_DATA* CallbackData, GUID* Guid) {
  const io::IrpExtension* extension = extension_of(CallbackData);
  if (extension == nullptr) return STATUS_NOT_SUPPORTED;
  if (!extension->has_activity_id) return STATUS_NOT_FOUND;
  *Guid = extension->activity_id;
  return STATUS_SUCCESS;
}

// Without a GUID the thread's own activity is meant; where there is none, none is made up.
NTSTATUS NTAPI FltSetActivityIdCallbackData(FLT_CALLBACK_DATA* CallbackData, GUID* Guid) {
  io::IrpExtension* extension = extension_of(CallbackData);
  if (extension == nullptr) return STATUS_NOT_SUPPORTED;
  const GUID* wanted = Guid;
  if (wanted == nullptr && CallbackData->Thread != nullptr) {
    wanted = hints_of(CallbackData->Thread).activity;
  }
  if (wanted == nullptr) return STATUS_NOT_SUPPORTED;
  extension->activity_id = *wanted;
  extension->has_activity_id = true;
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI FltPropagateActivityIdToThread(FLT_CALLBACK_DATA* CallbackData, GUID* PropagateId,
                                              GUID** OriginalId) {
  const io::IrpExtension* extension = extension_of(CallbackData);
  *OriginalId = nullptr;
  if (extension == nullptr) return STATUS_NOT_SUPPORTED;
  if (!extension->has_activity_id) return STATUS_NOT_FOUND;
  *PropagateId = extension->activity_id;
  *OriginalId = IoSetActivityIdThread(PropagateId);
  return STATUS_SUCCESS;
}

LPGUID NTAPI IoGetActivityIdThread(VOID) {
  return hints_of(ke::current_thread_object()).activity;
}
LPGUID NTAPI IoSetActivityIdThread(LPGUID ActivityId) {
  LPGUID before = nullptr;
  change_hints(ke::current_thread_object(), [&](ThreadHints& row) {
    before = row.activity;
    row.activity = ActivityId;
  });
  return before;
}
VOID NTAPI IoClearActivityIdThread(LPGUID OriginalId) {
  IoSetActivityIdThread(OriginalId);
}

// ------------------------------------------------------------------ more of an IRP's extension
// No chunk of a file is ever copied by NtCopyFileChunk here.
NTSTATUS NTAPI FltGetCopyInformationFromCallbackData(PFLT_CALLBACK_DATA Data,
                                                     PCOPY_INFORMATION CopyInformation) {
  *CopyInformation = {};
  return extension_of(Data) == nullptr ? STATUS_INVALID_PARAMETER : STATUS_NOT_FOUND;
}

NTSTATUS NTAPI FltSetFsZeroingOffset(FLT_CALLBACK_DATA* Data, ULONG ZeroingOffset) {
  io::IrpExtension* extension = extension_of(Data);
  if (extension == nullptr) return STATUS_INVALID_PARAMETER;
  // Only for a requestor who asked for it: nobody else looks.
  if (!extension->zeroing_required) return STATUS_NOT_FOUND;
  extension->zeroing_offset = ZeroingOffset;
  extension->has_zeroing_offset = true;
  return STATUS_SUCCESS;
}
NTSTATUS NTAPI FltSetFsZeroingOffsetRequired(FLT_CALLBACK_DATA* Data) {
  io::IrpExtension* extension = extension_of(Data);
  if (extension == nullptr) return STATUS_INVALID_PARAMETER;
  extension->zeroing_required = true;
  return STATUS_SUCCESS;
}
NTSTATUS NTAPI FltGetFsZeroingOffset(FLT_CALLBACK_DATA* Data, ULONG* ZeroingOffset) {
  const io::IrpExtension* extension = extension_of(Data);
  if (extension == nullptr) return STATUS_INVALID_PARAMETER;
  if (!extension->has_zeroing_offset) return STATUS_NOT_FOUND;
  *ZeroingOffset = extension->zeroing_offset;
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI FltPropagateIrpExtension(FLT_CALLBACK_DATA* SourceData,
                                        FLT_CALLBACK_DATA* TargetData, ULONG Flags) {
  const io::IrpExtension* source = extension_of(SourceData);
  io::IrpExtension* target = extension_of(TargetData);
  if (source == nullptr || target == nullptr || Flags != 0) return STATUS_INVALID_PARAMETER;
  *target = *source;
  return STATUS_SUCCESS;
}

// No request is accounted to anybody: there is no handle.
PVOID NTAPI FltGetIoAttributionHandleFromCallbackData(FLT_CALLBACK_DATA* Data) {
  call_data(Data);
  return nullptr;
}

// ------------------------------------------------------------------ redirection
// An operation stays on the stack it was sent to: with another stack's instance as TargetInstance
// it would have to pass filters that it was not allocated for.
NTSTATUS NTAPI FltIsIoRedirectionAllowed(PFLT_INSTANCE SourceInstance, PFLT_INSTANCE TargetInstance,
                                         PBOOLEAN RedirectionAllowed) {
  instance_of(TargetInstance);
  const bool allowed = SourceInstance == TargetInstance;
  *RedirectionAllowed = allowed ? TRUE : FALSE;
  return allowed ? STATUS_SUCCESS : STATUS_NOT_SUPPORTED;
}

NTSTATUS NTAPI FltIsIoRedirectionAllowedForOperation(PFLT_CALLBACK_DATA Data,
                                                     PFLT_INSTANCE TargetInstance,
                                                     PBOOLEAN RedirectionAllowedThisIo,
                                                     PBOOLEAN RedirectionAllowedAllIo) {
  call_data(Data);
  const NTSTATUS status = FltIsIoRedirectionAllowed(Data->Iopb->TargetInstance, TargetInstance,
                                                    RedirectionAllowedThisIo);
  if (RedirectionAllowedAllIo != nullptr) *RedirectionAllowedAllIo = *RedirectionAllowedThisIo;
  return status;
}

NTSTATUS NTAPI FltAdjustDeviceStackSizeForIoRedirection(PFLT_INSTANCE SourceInstance,
                                                        PFLT_INSTANCE TargetInstance,
                                                        PBOOLEAN SourceDeviceStackSizeModified) {
  if (SourceDeviceStackSizeModified != nullptr) *SourceDeviceStackSizeModified = FALSE;
  // On one stack there is nothing to adjust.
  return same_stack(SourceInstance, TargetInstance) ? STATUS_SUCCESS : STATUS_NOT_SUPPORTED;
}

// An event for a trace session; with none listening, as here, the event is nobody's.
NTSTATUS NTAPI FltpTraceRedirectedFileIo(FILE_OBJECT*, FLT_CALLBACK_DATA* ChildCallbackData) {
  call_data(ChildCallbackData);
  return STATUS_SUCCESS;
}
