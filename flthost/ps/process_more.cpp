// What few drivers ask about processes and threads, and their suspension.
#include <signal.h>

#include <cerrno>

#include "ps_internal.h"

using namespace flthost;
using namespace flthost::ps;

namespace {

// A stop signal to the Linux process; counted, since suspensions nest.
NTSTATUS change_suspension(PEPROCESS process, bool suspend) {
  ProcessBody& body = body_of(process);
  if (body.system) return STATUS_ACCESS_DENIED;  // the host can't stop itself
  const std::lock_guard guard(body.mutex);
  if (body.exited.load()) return STATUS_PROCESS_IS_TERMINATING;
  if (!suspend && body.suspensions == 0) return STATUS_SUCCESS;
  const bool act = body.suspensions == (suspend ? 0 : 1);
  if (act && ::kill(static_cast<pid_t>(body.pid), suspend ? SIGSTOP : SIGCONT) != 0) {
    return errno == EPERM ? STATUS_ACCESS_DENIED : STATUS_PROCESS_IS_TERMINATING;
  }
  body.suspensions += suspend ? 1 : -1;
  return STATUS_SUCCESS;
}

ULONG_PTR stack_limit(bool high) {
  ULONG_PTR low = 0;
  ULONG_PTR top = 0;
  IoGetStackLimits(&low, &top);
  return high ? top : low;
}

// Undocumented; nothing here is signed: SE_SIGNING_LEVEL_UNCHECKED, for the section as well.
UCHAR NTAPI process_signature_level(PEPROCESS, PUCHAR section_level) {
  if (section_level != nullptr) *section_level = 0;
  return 0;
}

}  // namespace

NTSTATUS NTAPI PsSuspendProcess(PEPROCESS Process) {
  return change_suspension(Process, true);
}
NTSTATUS NTAPI PsResumeProcess(PEPROCESS Process) {
  return change_suspension(Process, false);
}

// Of the current process; zero while it runs.
LARGE_INTEGER NTAPI PsGetProcessExitTime() {
  LARGE_INTEGER time;
  time.QuadPart = body_of(PsGetCurrentProcess()).exit_time.load();
  return time;
}

// Until the release its end is not announced as complete.
NTSTATUS NTAPI PsAcquireProcessExitSynchronization(PEPROCESS Process) {
  return ExAcquireRundownProtection(&body_of(Process).exit_protection)
             ? STATUS_SUCCESS
             : STATUS_PROCESS_IS_TERMINATING;
}
VOID NTAPI PsReleaseProcessExitSynchronization(PEPROCESS Process) {
  ExReleaseRundownProtection(&body_of(Process).exit_protection);
}

PVOID NTAPI PsGetCurrentThreadStackBase() {
  return reinterpret_cast<PVOID>(stack_limit(true));
}
PVOID NTAPI PsGetCurrentThreadStackLimit() {
  return reinterpret_cast<PVOID>(stack_limit(false));
}
// A Linux thread has no TEB, and a system thread never has.
PVOID NTAPI PsGetCurrentThreadTeb() {
  return nullptr;
}
PVOID NTAPI PsGetThreadTeb(PETHREAD) {
  return nullptr;
}
ULONG NTAPI PsGetThreadSessionId(PETHREAD) {
  return 0;
}
PEJOB NTAPI PsGetProcessJob(PEPROCESS) {
  return nullptr;
}
// No section object of a process's image exists here, so neither its base nor its file does.
PVOID NTAPI PsGetProcessSectionBaseAddress(PEPROCESS) {
  return nullptr;
}
NTSTATUS NTAPI PsReferenceProcessFilePointer(PEPROCESS, PFILE_OBJECT* FileObject) {
  *FileObject = nullptr;
  return STATUS_UNSUCCESSFUL;
}
PS_PROTECTION NTAPI PsGetProcessProtection(PEPROCESS) {
  return PS_PROTECTION{};
}
// For 32-bit processes on a 64-bit system: none is one.
NTSTATUS NTAPI PsWrapApcWow64Thread(PVOID*, PVOID*) {
  return STATUS_NOT_SUPPORTED;
}

namespace flthost::ps {

ke::ExportTable process_more_exports() {
  static const ke::Export rows[] = {
      FLTHOST_EXPORT(PsSuspendProcess),
      FLTHOST_EXPORT(PsResumeProcess),
      FLTHOST_EXPORT(PsGetProcessExitTime),
      FLTHOST_EXPORT(PsAcquireProcessExitSynchronization),
      FLTHOST_EXPORT(PsReleaseProcessExitSynchronization),
      FLTHOST_EXPORT(PsGetCurrentThreadStackBase),
      FLTHOST_EXPORT(PsGetCurrentThreadStackLimit),
      FLTHOST_EXPORT(PsGetCurrentThreadTeb),
      FLTHOST_EXPORT(PsGetThreadTeb),
      FLTHOST_EXPORT(PsGetThreadSessionId),
      FLTHOST_EXPORT(PsGetProcessJob),
      FLTHOST_EXPORT(PsGetProcessSectionBaseAddress),
      FLTHOST_EXPORT(PsReferenceProcessFilePointer),
      FLTHOST_EXPORT(PsGetProcessProtection),
      FLTHOST_EXPORT(PsWrapApcWow64Thread),
      ke::export_row("PsGetProcessSignatureLevel", process_signature_level),
  };
  return {rows, std::size(rows)};
}

}  // namespace flthost::ps
