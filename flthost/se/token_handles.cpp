// ZwOpenProcessTokenEx, ZwQueryInformationToken.
#include <flthost/mm/mm.h>
#include <flthost/ob/ob.h>
#include <flthost/se/objects.h>
#include <flthost/se/query.h>

using namespace flthost;
using namespace flthost::se;

NTSTATUS NTAPI ZwOpenProcessTokenEx(HANDLE ProcessHandle, ACCESS_MASK DesiredAccess,
                                    ULONG HandleAttributes, PHANDLE TokenHandle) {
  void* process = nullptr;
  NTSTATUS status = ob::reference_handle(ProcessHandle, PROCESS_QUERY_INFORMATION, PsProcessType,
                                         KernelMode, &process);
  if (!NT_SUCCESS(status)) return status;
  TokenBody* const token = reference_process_token(static_cast<PEPROCESS>(process));
  ob::dereference(process);
  HANDLE handle = nullptr;
  status = ob::open_handle(token, DesiredAccess, HandleAttributes, &handle);
  ob::dereference(token);
  if (!NT_SUCCESS(status)) return status;
  if (mm::guarded_copy(TokenHandle, &handle, sizeof handle)) return STATUS_SUCCESS;
  ob::close_handle(handle, KernelMode);
  return STATUS_ACCESS_VIOLATION;
}

NTSTATUS NTAPI ZwQueryInformationToken(HANDLE TokenHandle,
                                       TOKEN_INFORMATION_CLASS TokenInformationClass,
                                       PVOID TokenInformation, ULONG TokenInformationLength,
                                       PULONG ReturnLength) {
  if (!is_token_class(TokenInformationClass)) return STATUS_INVALID_INFO_CLASS;
  void* token = nullptr;
  NTSTATUS status =
      ob::reference_handle(TokenHandle, TOKEN_QUERY, SeTokenObjectType, KernelMode, &token);
  if (!NT_SUCCESS(status)) return status;
  std::vector<uint8_t> bytes;
  status = describe_token(*static_cast<TokenBody*>(token), TokenInformationClass, TokenInformation,
                          &bytes);
  ob::dereference(token);
  if (!NT_SUCCESS(status)) return status;
  const ULONG length = static_cast<ULONG>(bytes.size());
  if (!mm::guarded_copy(ReturnLength, &length, sizeof length)) return STATUS_ACCESS_VIOLATION;
  if (TokenInformationLength < length) return STATUS_BUFFER_TOO_SMALL;
  return mm::guarded_copy(TokenInformation, bytes.data(), length) ? STATUS_SUCCESS
                                                                  : STATUS_ACCESS_VIOLATION;
}
