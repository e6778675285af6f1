// Processes by handle.
#include <flthost/ob/ob.h>
#include <flthost/ps/ps.h>
#include <flthost/se/objects.h>
#include <flthost/zw/information.h>
#include <flthost/zw/keys.h>
#include <flthost/zw/procfs.h>
#include <flthost/zw/zw_rows.h>

#include <signal.h>

#include <cerrno>

namespace flthost::zw {
namespace {

constexpr ACCESS_MASK kProcessAccess =
    PROCESS_ALL_ACCESS | MAXIMUM_ALLOWED | ACCESS_SYSTEM_SECURITY | 0xf0000000u;

// Only the attributes: neither processes nor threads have names.
NTSTATUS capture_attributes(const OBJECT_ATTRIBUTES* from, ULONG* attributes, bool* named) {
  OBJECT_ATTRIBUTES given{};
  if (from == nullptr || !read_from(from, &given)) return STATUS_ACCESS_VIOLATION;
  if (given.Length != sizeof given || (given.Attributes & ~ULONG{OBJ_VALID_ATTRIBUTES}) != 0) {
    return STATUS_INVALID_PARAMETER;
  }
  *attributes = given.Attributes;
  *named = given.ObjectName != nullptr;
  return STATUS_SUCCESS;
}

NTSTATUS find_process(const CLIENT_ID& id, PEPROCESS* process) {
  if (id.UniqueThread == nullptr) {
    return NT_SUCCESS(PsLookupProcessByProcessId(id.UniqueProcess, process)) ? STATUS_SUCCESS
                                                                             : STATUS_INVALID_CID;
  }
  PETHREAD thread = nullptr;
  CLIENT_ID wanted = id;
  const NTSTATUS status = PsLookupProcessThreadByCid(&wanted, process, &thread);
  if (!NT_SUCCESS(status)) return STATUS_INVALID_CID;
  ob::dereference(thread);
  return STATUS_SUCCESS;
}

NTSTATUS process_of(HANDLE handle, ACCESS_MASK access, PEPROCESS* process) {
  void* body = nullptr;
  const NTSTATUS status = ob::reference_handle(handle, access, PsProcessType, KernelMode, &body);
  *process = static_cast<PEPROCESS>(body);
  return status;
}

std::vector<uint8_t> basic(PEPROCESS process) {
  PROCESS_BASIC_INFORMATION out{};
  out.ExitStatus = PsGetProcessExitStatus(process);
  out.AffinityMask = (1ull << ke::processor_count()) - 1;
  out.BasePriority = 8;
  out.UniqueProcessId = reinterpret_cast<ULONG_PTR>(PsGetProcessId(process));
  out.InheritedFromUniqueProcessId =
      reinterpret_cast<ULONG_PTR>(PsGetProcessInheritedFromUniqueProcessId(process));
  return as_bytes(out);
}

std::vector<uint8_t> times(PEPROCESS process) {
  const CpuTimes now = process_times(ps::process_id(process), process == ps::system_process());
  KERNEL_USER_TIMES out{};
  out.CreateTime.QuadPart = PsGetProcessCreateTimeQuadPart(process);
  out.KernelTime.QuadPart = now.kernel;
  out.UserTime.QuadPart = now.user;
  return as_bytes(out);
}

std::vector<uint8_t> image_name(PEPROCESS process, const void* address) {
  PUNICODE_STRING name = nullptr;
  if (!NT_SUCCESS(SeLocateProcessImageName(process, &name))) return {};
  const std::u16string text(reinterpret_cast<const char16_t*>(name->Buffer),
                            name->Length / sizeof(WCHAR));
  ExFreePool(name);
  return counted_string(text, address);
}

// What there is to say of a class; false for one that nothing here has.
bool describe(PEPROCESS process, ULONG what, const void* address, std::vector<uint8_t>* out,
              bool* exact) {
  *exact = true;
  switch (what) {
    case ProcessBasicInformation:
      *out = basic(process);
      return true;
    case ProcessIoCounters:
      *out = as_bytes(process_io(ps::process_id(process), process == ps::system_process()));
      return true;
    case ProcessVmCounters:
      *out = as_bytes(process_memory(ps::process_id(process), process == ps::system_process()));
      return true;
    case ProcessTimes:
      *out = times(process);
      return true;
    case ProcessDebugPort:
    case ProcessWow64Information:
      *out = as_bytes(ULONG_PTR{0});
      return true;
    case ProcessDefaultHardErrorMode:
    case ProcessPriorityBoost:
    case ProcessBreakOnTermination:
      *out = as_bytes(ULONG{0});
      return true;
    case ProcessDebugFlags:  // inherited: no
    case ProcessLUIDDeviceMapsEnabled:
      *out = as_bytes(ULONG{1});
      return true;
    case ProcessSessionInformation:
      *out = as_bytes(PsGetProcessSessionId(process));
      return true;
    case ProcessHandleCount:
      *out = as_bytes(process_handles(ps::process_id(process), process == ps::system_process()));
      return true;
    case ProcessImageFileName:
    case ProcessImageFileNameWin32:
      *exact = false;
      *out = image_name(process, address);
      return !out->empty();
    default:
      return false;
  }
}

NTSTATUS set_token(PEPROCESS process, const void* information, ULONG length) {
  struct {
    HANDLE token, thread;
  } given{};
  if (length != sizeof given) return STATUS_INFO_LENGTH_MISMATCH;
  if (!mm::guarded_copy(&given, information, sizeof given)) return STATUS_ACCESS_VIOLATION;
  void* body = nullptr;
  NTSTATUS status =
      ob::reference_handle(given.token, TOKEN_ASSIGN_PRIMARY, SeTokenObjectType, KernelMode, &body);
  if (!NT_SUCCESS(status)) return status;
  if (se::snapshot(body).type != ::TokenPrimary) {
    status = STATUS_BAD_TOKEN_TYPE;
  } else {
    se::replace_process_token(process, static_cast<se::Token*>(body));
  }
  ob::dereference(body);
  return status;
}

// The host ends no process but one that Linux lets it end.
NTSTATUS terminate(PEPROCESS process) {
  if (process == ps::system_process()) return STATUS_ACCESS_DENIED;
  if (PsGetProcessExitProcessCalled(process)) return STATUS_PROCESS_IS_TERMINATING;
  if (::kill(static_cast<pid_t>(ps::process_id(process)), SIGKILL) == 0) return STATUS_SUCCESS;
  return errno == ESRCH ? STATUS_PROCESS_IS_TERMINATING : STATUS_ACCESS_DENIED;
}

}  // namespace
}  // namespace flthost::zw

using namespace flthost;
using namespace flthost::zw;

NTSTATUS NTAPI ZwOpenProcess(PHANDLE ProcessHandle, ACCESS_MASK DesiredAccess,
                             POBJECT_ATTRIBUTES ObjectAttributes, PCLIENT_ID ClientId) {
  ULONG attributes = 0;
  bool named = false;
  NTSTATUS status = capture_attributes(ObjectAttributes, &attributes, &named);
  if (!NT_SUCCESS(status)) return status;
  if (named == (ClientId != nullptr)) return STATUS_INVALID_PARAMETER_MIX;
  if ((DesiredAccess & ~kProcessAccess) != 0) return STATUS_INVALID_PARAMETER;
  if (named) return STATUS_OBJECT_NAME_NOT_FOUND;  // no process has a name
  CLIENT_ID id{};
  if (!read_from(ClientId, &id)) return STATUS_ACCESS_VIOLATION;
  PEPROCESS process = nullptr;
  status = find_process(id, &process);
  if (!NT_SUCCESS(status)) return status;
  status = give_handle(process, DesiredAccess, attributes, ProcessHandle);
  ob::dereference(process);
  return status;
}

NTSTATUS NTAPI ZwTerminateProcess(HANDLE ProcessHandle, NTSTATUS) {
  PEPROCESS process = nullptr;
  const NTSTATUS status = process_of(ProcessHandle != nullptr ? ProcessHandle : NtCurrentProcess(),
                                     PROCESS_TERMINATE, &process);
  if (!NT_SUCCESS(status)) return status;
  const NTSTATUS result = terminate(process);
  ob::dereference(process);
  return result;
}

NTSTATUS NTAPI ZwQueryInformationProcess(HANDLE ProcessHandle,
                                         PROCESSINFOCLASS ProcessInformationClass,
                                         PVOID ProcessInformation, ULONG ProcessInformationLength,
                                         PULONG ReturnLength) {
  PEPROCESS process = nullptr;
  const NTSTATUS status = process_of(ProcessHandle, PROCESS_QUERY_INFORMATION, &process);
  if (!NT_SUCCESS(status)) return status;
  std::vector<uint8_t> value;
  bool exact = true;
  const ULONG what = raw(ProcessInformationClass);
  const bool known = describe(process, what, ProcessInformation, &value, &exact);
  ob::dereference(process);
  if (what == ProcessDebugObjectHandle) return STATUS_PORT_NOT_SET;
  if (!known) return STATUS_INVALID_INFO_CLASS;
  return give_information(value, exact, ProcessInformation, ProcessInformationLength, ReturnLength);
}

// Priorities, affinity and quotas of a Linux process are not the host's to change.
NTSTATUS NTAPI ZwSetInformationProcess(HANDLE ProcessHandle,
                                       PROCESSINFOCLASS ProcessInformationClass,
                                       PVOID ProcessInformation, ULONG ProcessInformationLength) {
  PEPROCESS process = nullptr;
  NTSTATUS status = process_of(ProcessHandle, PROCESS_SET_INFORMATION, &process);
  if (!NT_SUCCESS(status)) return status;
  switch (raw(ProcessInformationClass)) {
    case ProcessAccessToken:
      status = set_token(process, ProcessInformation, ProcessInformationLength);
      break;
    case ProcessQuotaLimits:
    case ProcessBasePriority:
    case ProcessRaisePriority:
    case ProcessPriorityClass:
    case ProcessAffinityMask:
    case ProcessPriorityBoost:
    case ProcessBreakOnTermination:
    case ProcessIoPriority:
    case ProcessPagePriority:
      status = STATUS_NOT_SUPPORTED;
      break;
    default:
      status = STATUS_INVALID_INFO_CLASS;
      break;
  }
  ob::dereference(process);
  return status;
}

namespace flthost::zw {

void add_process_rows(Rows& rows) {
  rows.insert(rows.end(),
              {FLTHOST_EXPORT(ZwOpenProcess), FLTHOST_EXPORT(ZwQueryInformationProcess),
               FLTHOST_EXPORT(ZwSetInformationProcess), FLTHOST_EXPORT(ZwTerminateProcess)});
}

}  // namespace flthost::zw
