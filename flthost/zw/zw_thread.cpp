// Threads by handle.
#include <flthost/ob/ob.h>
#include <flthost/ps/ps.h>
#include <flthost/zw/information.h>
#include <flthost/zw/keys.h>
#include <flthost/zw/zw_rows.h>

namespace flthost::zw {
namespace {

constexpr LONG kLowestPriority = 1, kHighestPriority = 31;

NTSTATUS thread_of(HANDLE handle, ACCESS_MASK access, PETHREAD* thread) {
  void* body = nullptr;
  const NTSTATUS status = ob::reference_handle(handle, access, PsThreadType, KernelMode, &body);
  *thread = static_cast<PETHREAD>(body);
  return status;
}

std::vector<uint8_t> basic(PETHREAD thread) {
  THREAD_BASIC_INFORMATION out{};
  out.ExitStatus = PsGetThreadExitStatus(thread);
  out.ClientId = {PsGetThreadProcessId(thread), PsGetThreadId(thread)};
  out.AffinityMask = (1ull << ke::processor_count()) - 1;
  out.Priority = KeQueryPriorityThread(reinterpret_cast<PKTHREAD>(thread));
  out.BasePriority = out.Priority;
  return as_bytes(out);
}

std::vector<uint8_t> times(PETHREAD thread) {
  KERNEL_USER_TIMES out{};
  out.CreateTime.QuadPart = PsGetThreadCreateTime(thread);
  return as_bytes(out);
}

bool describe(PETHREAD thread, ULONG what, std::vector<uint8_t>* out) {
  switch (what) {
    case ThreadBasicInformation:
      *out = basic(thread);
      return true;
    case ThreadTimes:
      *out = times(thread);
      return true;
    case ThreadAmILastThread:
    case ThreadPriorityBoost:
    case ThreadIsIoPending:
    case ThreadBreakOnTermination:
    case ThreadSuspendCount:
      *out = as_bytes(ULONG{0});
      return true;
    case ThreadIsTerminated:
      *out = as_bytes(ULONG(PsIsThreadTerminating(thread)));
      return true;
    case ThreadActualBasePriority:
      *out = as_bytes(LONG(KeQueryPriorityThread(reinterpret_cast<PKTHREAD>(thread))));
      return true;
    default:
      return false;
  }
}

NTSTATUS set_priority(PETHREAD thread, const void* information, ULONG length) {
  LONG priority = 0;
  if (length != sizeof priority) return STATUS_INFO_LENGTH_MISMATCH;
  if (!mm::guarded_copy(&priority, information, sizeof priority)) return STATUS_ACCESS_VIOLATION;
  if (priority < kLowestPriority || priority > kHighestPriority) return STATUS_INVALID_PARAMETER;
  KeSetPriorityThread(reinterpret_cast<PKTHREAD>(thread), priority);
  return STATUS_SUCCESS;
}

NTSTATUS set_token(PETHREAD thread, const void* information, ULONG length) {
  HANDLE token = nullptr;
  if (length != sizeof token) return STATUS_INFO_LENGTH_MISMATCH;
  if (!mm::guarded_copy(&token, information, sizeof token)) return STATUS_ACCESS_VIOLATION;
  return PsAssignImpersonationToken(thread, token);
}

// A hint of 1 to 5; the host has no memory manager whose choice of pages it could guide.
NTSTATUS set_page_priority(const void* information, ULONG length) {
  ULONG priority = 0;
  if (length != sizeof priority) return STATUS_INFO_LENGTH_MISMATCH;
  if (!mm::guarded_copy(&priority, information, sizeof priority)) return STATUS_ACCESS_VIOLATION;
  return priority == 0 || priority > 5 ? STATUS_INVALID_PARAMETER : STATUS_NOT_SUPPORTED;
}

}  // namespace
}  // namespace flthost::zw

using namespace flthost;
using namespace flthost::zw;

NTSTATUS NTAPI ZwOpenThread(PHANDLE ThreadHandle, ACCESS_MASK DesiredAccess,
                            POBJECT_ATTRIBUTES ObjectAttributes, PCLIENT_ID ClientId) {
  OBJECT_ATTRIBUTES attributes{};
  if (ObjectAttributes == nullptr || !read_from(ObjectAttributes, &attributes)) {
    return STATUS_ACCESS_VIOLATION;
  }
  if (attributes.Length != sizeof attributes) return STATUS_INVALID_PARAMETER;
  if ((attributes.ObjectName != nullptr) == (ClientId != nullptr)) {
    return STATUS_INVALID_PARAMETER_MIX;
  }
  if (ClientId == nullptr) return STATUS_OBJECT_NAME_NOT_FOUND;  // no thread has a name
  CLIENT_ID id{};
  if (!read_from(ClientId, &id)) return STATUS_ACCESS_VIOLATION;
  PETHREAD thread = nullptr;
  NTSTATUS status = id.UniqueProcess != nullptr
                        ? PsLookupProcessThreadByCid(&id, nullptr, &thread)
                        : PsLookupThreadByThreadId(id.UniqueThread, &thread);
  if (!NT_SUCCESS(status)) return STATUS_INVALID_CID;
  status = give_handle(thread, DesiredAccess, attributes.Attributes, ThreadHandle);
  ob::dereference(thread);
  return status;
}

NTSTATUS NTAPI ZwQueryInformationThread(HANDLE ThreadHandle, THREADINFOCLASS ThreadInformationClass,
                                        PVOID ThreadInformation, ULONG ThreadInformationLength,
                                        PULONG ReturnLength) {
  PETHREAD thread = nullptr;
  const NTSTATUS status = thread_of(ThreadHandle, THREAD_QUERY_INFORMATION, &thread);
  if (!NT_SUCCESS(status)) return status;
  std::vector<uint8_t> value;
  const bool known = describe(thread, raw(ThreadInformationClass), &value);
  ob::dereference(thread);
  if (!known) return STATUS_INVALID_INFO_CLASS;
  return give_information(value, true, ThreadInformation, ThreadInformationLength, ReturnLength);
}

NTSTATUS NTAPI ZwSetInformationThread(HANDLE ThreadHandle, THREADINFOCLASS ThreadInformationClass,
                                      PVOID ThreadInformation, ULONG ThreadInformationLength) {
  PETHREAD thread = nullptr;
  NTSTATUS status = thread_of(ThreadHandle, THREAD_SET_INFORMATION, &thread);
  if (!NT_SUCCESS(status)) return status;
  switch (raw(ThreadInformationClass)) {
    case ThreadPriority:
    case ThreadActualBasePriority:
      status = set_priority(thread, ThreadInformation, ThreadInformationLength);
      break;
    case ThreadImpersonationToken:
      status = set_token(thread, ThreadInformation, ThreadInformationLength);
      break;
    case ThreadPagePriority:
      status = set_page_priority(ThreadInformation, ThreadInformationLength);
      break;
    case ThreadAffinityMask:  // which processor a Linux thread runs on is the scheduler's
    case ThreadIdealProcessor:
      status = STATUS_NOT_SUPPORTED;
      break;
    default:
      status = STATUS_INVALID_INFO_CLASS;
      break;
  }
  ob::dereference(thread);
  return status;
}

namespace flthost::zw {

void add_thread_rows(Rows& rows) {
  rows.insert(rows.end(), {FLTHOST_EXPORT(ZwOpenThread), FLTHOST_EXPORT(ZwQueryInformationThread),
                           FLTHOST_EXPORT(ZwSetInformationThread)});
}

}  // namespace flthost::zw
