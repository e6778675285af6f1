// What drivers ask about processes and threads.
#include <flthost/ex/ex.h>
#include <flthost/ke/dispatcher.h>

#include <cstring>
#include <vector>

#include "ps_internal.h"

using namespace flthost;
using namespace flthost::ps;

namespace {

HANDLE as_handle(uint64_t id) {
  return reinterpret_cast<HANDLE>(id);
}
uint32_t as_id(HANDLE handle) {
  return static_cast<uint32_t>(reinterpret_cast<uint64_t>(handle));
}
bool fits(HANDLE handle) {
  return reinterpret_cast<uint64_t>(handle) <= UINT32_MAX;
}

}  // namespace

PETHREAD NTAPI PsGetCurrentThread() {
  return ke::current_thread_object();
}

PEPROCESS NTAPI PsGetCurrentProcess() {
  const ke::Thread& thread = ke::current_thread();
  if (thread.attached != nullptr) return thread.attached;
  return PsGetCurrentThreadProcess();
}

PEPROCESS NTAPI IoGetCurrentProcess() {
  return PsGetCurrentProcess();
}

PEPROCESS NTAPI PsGetCurrentThreadProcess() {
  ps::prepare();
  return thread_process(ke::current_thread_object());
}

HANDLE NTAPI PsGetCurrentProcessId() {
  return as_handle(process_id(PsGetCurrentThreadProcess()));
}
HANDLE NTAPI PsGetCurrentThreadProcessId() {
  return PsGetCurrentProcessId();
}
HANDLE NTAPI PsGetCurrentThreadId() {
  return as_handle(thread_id(ke::current_thread_object()));
}
HANDLE NTAPI PsGetProcessId(PEPROCESS Process) {
  return as_handle(process_id(Process));
}
HANDLE NTAPI PsGetThreadId(PETHREAD Thread) {
  return as_handle(thread_id(Thread));
}
PEPROCESS NTAPI PsGetThreadProcess(PETHREAD Thread) {
  return thread_process(Thread);
}
PEPROCESS NTAPI IoThreadToProcess(PETHREAD Thread) {
  return thread_process(Thread);
}
HANDLE NTAPI PsGetThreadProcessId(PETHREAD Thread) {
  return as_handle(process_id(thread_process(Thread)));
}
KPROCESSOR_MODE NTAPI PsGetCurrentThreadPreviousMode() {
  return ExGetPreviousMode();
}

// Documented: what can be no id, and what is nobody's.
NTSTATUS NTAPI PsLookupProcessByProcessId(HANDLE ProcessId, PEPROCESS* Process) {
  *Process = nullptr;
  if (!fits(ProcessId)) return STATUS_INVALID_CID;
  *Process = reference_process(as_id(ProcessId));
  return *Process != nullptr ? STATUS_SUCCESS : STATUS_INVALID_PARAMETER;
}

NTSTATUS NTAPI PsLookupThreadByThreadId(HANDLE ThreadId, PETHREAD* Thread) {
  *Thread = fits(ThreadId) ? find_thread(as_id(ThreadId)) : nullptr;
  return *Thread != nullptr ? STATUS_SUCCESS : STATUS_INVALID_PARAMETER;
}

NTSTATUS NTAPI PsLookupProcessThreadByCid(PCLIENT_ID Cid, PEPROCESS* Process, PETHREAD* Thread) {
  if (!NT_SUCCESS(PsLookupThreadByThreadId(Cid->UniqueThread, Thread))) return STATUS_INVALID_CID;
  PEPROCESS const process = thread_process(*Thread);
  if (as_handle(process_id(process)) != Cid->UniqueProcess) {
    ob::dereference(*Thread);
    return STATUS_INVALID_CID;
  }
  if (Process != nullptr) {
    ob::reference(process);
    *Process = process;
  }
  return STATUS_SUCCESS;
}

LONGLONG NTAPI PsGetProcessCreateTimeQuadPart(PEPROCESS Process) {
  return body_of(Process).start_time;
}
LONGLONG NTAPI PsGetThreadCreateTime(PETHREAD Thread) {
  return body_of(Thread).create_time;
}
HANDLE NTAPI PsGetProcessInheritedFromUniqueProcessId(PEPROCESS Process) {
  return as_handle(body_of(Process).parent_pid);
}
PUCHAR NTAPI PsGetProcessImageFileName(PEPROCESS Process) {
  return reinterpret_cast<PUCHAR>(body_of(Process).short_name);
}
ULONGLONG NTAPI PsGetProcessSequenceNumber(PEPROCESS Process) {
  return body_of(Process).start_key;
}
BOOLEAN NTAPI PsGetProcessExitProcessCalled(PEPROCESS Process) {
  return body_of(Process).exited.load() ? TRUE : FALSE;
}
NTSTATUS NTAPI PsGetProcessExitStatus(PEPROCESS Process) {
  return body_of(Process).exited.load() ? STATUS_SUCCESS : STATUS_PENDING;
}
ULONG NTAPI PsGetProcessSessionId(PEPROCESS) {
  return 0;
}
ULONG NTAPI PsGetProcessSessionIdEx(PEPROCESS) {
  return 0;
}
ULONG NTAPI PsGetCurrentProcessSessionId() {
  return 0;
}
PVOID NTAPI PsGetProcessWow64Process(PEPROCESS) {
  return nullptr;
}
PVOID NTAPI PsGetCurrentProcessWow64Process() {
  return nullptr;
}
BOOLEAN NTAPI PsIsSystemProcess(PEPROCESS Process) {
  return body_of(Process).system ? TRUE : FALSE;
}
BOOLEAN NTAPI PsIsSystemThread(PETHREAD Thread) {
  return body_of(Thread).ke.system ? TRUE : FALSE;
}
BOOLEAN NTAPI IoIsSystemThread(PETHREAD Thread) {
  return PsIsSystemThread(Thread);
}
BOOLEAN NTAPI PsIsThreadTerminating(PETHREAD Thread) {
  const ThreadBody& thread = body_of(Thread);
  return thread.terminating.load() || thread.exited.load() ? TRUE : FALSE;
}
NTSTATUS NTAPI PsGetThreadExitStatus(PETHREAD Thread) {
  const ThreadBody& thread = body_of(Thread);
  return thread.exited.load() ? thread.exit_status : STATUS_PENDING;
}
BOOLEAN NTAPI PsIsProtectedProcess(PEPROCESS) {
  return FALSE;
}
BOOLEAN NTAPI PsIsProtectedProcessLight(PEPROCESS) {
  return FALSE;
}
BOOLEAN NTAPI PsIsProcessBeingDebugged(PEPROCESS) {
  return FALSE;
}

// Windows 10 22H2, as RtlGetVersion.
BOOLEAN NTAPI PsGetVersion(PULONG MajorVersion, PULONG MinorVersion, PULONG BuildNumber,
                           PUNICODE_STRING CSDVersion) {
  if (MajorVersion != nullptr) *MajorVersion = 10;
  if (MinorVersion != nullptr) *MinorVersion = 0;
  if (BuildNumber != nullptr) *BuildNumber = 19045;
  if (CSDVersion != nullptr) *CSDVersion = UNICODE_STRING{};
  return FALSE;  // not a checked build
}

// The caller frees it with ExFreePool.
NTSTATUS NTAPI SeLocateProcessImageName(PEPROCESS Process, PUNICODE_STRING* pImageFileName) {
  constexpr ULONG kTag = 0x6e49'6553;  // "SeIn"
  *pImageFileName = nullptr;
  std::u16string image;
  {
    ProcessBody& body = body_of(Process);
    const std::lock_guard guard(body.mutex);
    image = body.image;
  }
  const size_t bytes = image.size() * sizeof(WCHAR);
  if (bytes > 0xfffd) return STATUS_NAME_TOO_LONG;
  auto* const name = static_cast<PUNICODE_STRING>(
      ExAllocatePoolWithTag(PagedPool, sizeof(UNICODE_STRING) + bytes + sizeof(WCHAR), kTag));
  if (name == nullptr) return STATUS_INSUFFICIENT_RESOURCES;
  name->Buffer = reinterpret_cast<PWCH>(name + 1);
  name->Length = static_cast<USHORT>(bytes);
  name->MaximumLength = static_cast<USHORT>(bytes + sizeof(WCHAR));
  std::memcpy(name->Buffer, image.c_str(), bytes + sizeof(WCHAR));
  *pImageFileName = name;
  return STATUS_SUCCESS;
}

namespace flthost::ps {

// The header's declaration, taken from a table, returns 32 bits; the routine returns 64.
static ULONGLONG NTAPI process_start_key(PEPROCESS process) {
  return body_of(process).start_key;
}

ke::ExportTable process_exports() {
  static const ke::Export rows[] = {
      FLTHOST_EXPORT(PsGetCurrentThread),
      FLTHOST_EXPORT(PsGetCurrentProcess),
      FLTHOST_EXPORT(IoGetCurrentProcess),
      FLTHOST_EXPORT(PsGetCurrentThreadProcess),
      FLTHOST_EXPORT(PsGetCurrentProcessId),
      FLTHOST_EXPORT(PsGetCurrentThreadProcessId),
      FLTHOST_EXPORT(PsGetCurrentThreadId),
      FLTHOST_EXPORT(PsGetProcessId),
      FLTHOST_EXPORT(PsGetThreadId),
      FLTHOST_EXPORT(PsGetThreadProcess),
      FLTHOST_EXPORT(IoThreadToProcess),
      FLTHOST_EXPORT(PsGetThreadProcessId),
      FLTHOST_EXPORT(PsGetCurrentThreadPreviousMode),
      FLTHOST_EXPORT(PsLookupProcessByProcessId),
      FLTHOST_EXPORT(PsLookupThreadByThreadId),
      FLTHOST_EXPORT(PsLookupProcessThreadByCid),
      FLTHOST_EXPORT(PsGetProcessCreateTimeQuadPart),
      FLTHOST_EXPORT(PsGetThreadCreateTime),
      FLTHOST_EXPORT(PsGetProcessInheritedFromUniqueProcessId),
      FLTHOST_EXPORT(PsGetProcessImageFileName),
      FLTHOST_EXPORT(PsGetProcessSequenceNumber),
      FLTHOST_EXPORT(PsGetProcessExitProcessCalled),
      FLTHOST_EXPORT(PsGetProcessExitStatus),
      FLTHOST_EXPORT(PsGetProcessSessionId),
      FLTHOST_EXPORT(PsGetProcessSessionIdEx),
      FLTHOST_EXPORT(PsGetCurrentProcessSessionId),
      FLTHOST_EXPORT(PsGetProcessWow64Process),
      FLTHOST_EXPORT(PsGetCurrentProcessWow64Process),
      FLTHOST_EXPORT(PsIsSystemProcess),
      FLTHOST_EXPORT(PsIsSystemThread),
      FLTHOST_EXPORT(IoIsSystemThread),
      FLTHOST_EXPORT(PsIsThreadTerminating),
      FLTHOST_EXPORT(PsGetThreadExitStatus),
      FLTHOST_EXPORT(PsIsProtectedProcess),
      FLTHOST_EXPORT(PsIsProtectedProcessLight),
      FLTHOST_EXPORT(PsIsProcessBeingDebugged),
      FLTHOST_EXPORT(PsGetVersion),
      FLTHOST_EXPORT(SeLocateProcessImageName),
      ke::export_row("PsGetProcessStartKey", process_start_key),
      {"PsInitialSystemProcess", &PsInitialSystemProcess, true},
  };
  return {rows, std::size(rows)};
}

ke::ExportTable exports() {
  prepare();
  static const auto* const all = [] {
    auto* const rows = new std::vector<ke::Export>;
    for (const ke::ExportTable& part :
         {process_exports(), notify_exports(), system_thread_exports(), silo_exports(),
          module_list_exports(), process_more_exports(), section_exports(), view_exports(),
          zw_section_exports(), virtual_memory_exports()}) {
      rows->insert(rows->end(), part.rows, part.rows + part.count);
    }
    return rows;
  }();
  return {all->data(), all->size()};
}

}  // namespace flthost::ps
