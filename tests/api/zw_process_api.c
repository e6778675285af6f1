/* Processes, threads and their tokens by handle. */
#include "api.h"

#define BAD ((HANDLE)(LONG_PTR)0x7ff0)

static OBJECT_ATTRIBUTES none = RTL_CONSTANT_OBJECT_ATTRIBUTES(NULL, OBJ_KERNEL_HANDLE);

static void opens(void) {
  CLIENT_ID id = {PsGetCurrentProcessId(), NULL}, nobody = {(HANDLE)0x3ffffff0, NULL};
  OBJECT_ATTRIBUTES named = none;
  UNICODE_STRING name = RTL_CONSTANT_STRING(L"\\x");
  HANDLE process = NULL, thread = NULL;
  API_STATUS(ZwOpenProcess(&process, PROCESS_ALL_ACCESS, &none, &id), STATUS_SUCCESS);
  API_STATUS(ZwClose(process), STATUS_SUCCESS);
  API_STATUS(ZwOpenProcess(&process, PROCESS_ALL_ACCESS, &none, &nobody), STATUS_INVALID_CID);
  API_STATUS(ZwOpenProcess(&process, PROCESS_ALL_ACCESS, &none, NULL),
             STATUS_INVALID_PARAMETER_MIX);
  named.ObjectName = &name;
  API_STATUS(ZwOpenProcess(&process, PROCESS_ALL_ACCESS, &named, &id),
             STATUS_INVALID_PARAMETER_MIX);
  API_STATUS(ZwOpenProcess(&process, 0x00c00000, &none, &id), STATUS_INVALID_PARAMETER);
  id.UniqueProcess = NULL;
  id.UniqueThread = PsGetCurrentThreadId();
  API_STATUS(ZwOpenThread(&thread, THREAD_ALL_ACCESS, &none, &id), STATUS_SUCCESS);
  ZwClose(thread);
  id.UniqueThread = (HANDLE)0x3ffffff0;
  API_STATUS(ZwOpenThread(&thread, THREAD_ALL_ACCESS, &none, &id), STATUS_INVALID_CID);
}

static void queries(void) {
  PROCESS_BASIC_INFORMATION basic;
  KERNEL_USER_TIMES times;
  THREAD_BASIC_INFORMATION thread;
  UCHAR out[128];
  ULONG length = 0;
  LONG priority = 12;
  API_STATUS(ZwQueryInformationProcess(NtCurrentProcess(), ProcessBasicInformation, &basic,
                                       sizeof(basic), &length),
             STATUS_SUCCESS);
  API_EQUAL(basic.UniqueProcessId, (ULONG_PTR)PsGetCurrentProcessId());
  API_STATUS(
      ZwQueryInformationProcess(NtCurrentProcess(), ProcessBasicInformation, &basic, 4, &length),
      STATUS_INFO_LENGTH_MISMATCH);
  API_STATUS(
      ZwQueryInformationProcess(NtCurrentProcess(), (PROCESSINFOCLASS)9999, &basic, 4, &length),
      STATUS_INVALID_INFO_CLASS);
  API_STATUS(
      ZwQueryInformationProcess(NtCurrentProcess(), ProcessTimes, &times, sizeof(times), &length),
      STATUS_SUCCESS);
  API_CHECK(times.UserTime.QuadPart + times.KernelTime.QuadPart >= 0);
  API_STATUS(ZwQueryInformationProcess(NtCurrentProcess(), ProcessImageFileName, out, sizeof(out),
                                       &length),
             STATUS_SUCCESS);
  API_EQUAL(((PUNICODE_STRING)out)->Length, 12); /* System */
  API_STATUS(ZwQueryInformationThread(NtCurrentThread(), ThreadBasicInformation, &thread,
                                      sizeof(thread), &length),
             STATUS_SUCCESS);
  API_CHECK(thread.ClientId.UniqueThread == PsGetCurrentThreadId());
  API_STATUS(
      ZwQueryInformationThread(NtCurrentThread(), (THREADINFOCLASS)9999, &thread, 4, &length),
      STATUS_INVALID_INFO_CLASS);
  API_STATUS(ZwSetInformationThread(NtCurrentThread(), ThreadPriority, &priority, sizeof(priority)),
             STATUS_SUCCESS);
  API_EQUAL(KeQueryPriorityThread(KeGetCurrentThread()), 12);
  API_STATUS(ZwSetInformationThread(NtCurrentThread(), ThreadPriority, &priority, 1),
             STATUS_INFO_LENGTH_MISMATCH);
  priority = 99;
  API_STATUS(ZwSetInformationThread(NtCurrentThread(), ThreadPriority, &priority, sizeof(priority)),
             STATUS_INVALID_PARAMETER);
  priority = 8;
  ZwSetInformationThread(NtCurrentThread(), ThreadPriority, &priority, sizeof(priority));
  API_STATUS(
      ZwSetInformationProcess(NtCurrentProcess(), ProcessBasePriority, &priority, sizeof(priority)),
      STATUS_NOT_SUPPORTED);
  API_STATUS(ZwSetInformationProcess(NtCurrentProcess(), (PROCESSINFOCLASS)9999, &priority, 4),
             STATUS_INVALID_INFO_CLASS);
}

static void terminates(void) {
  HANDLE thread = NULL;
  CLIENT_ID id = {NULL, PsGetCurrentThreadId()};
  API_STATUS(ZwTerminateProcess(NULL, STATUS_SUCCESS), STATUS_ACCESS_DENIED); /* System */
  API_STATUS(ZwTerminateProcess(BAD, STATUS_SUCCESS), STATUS_INVALID_HANDLE);
  API_REQUIRE(NT_SUCCESS(ZwOpenThread(&thread, THREAD_ALL_ACCESS, &none, &id)));
  API_STATUS(ZwTerminateProcess(thread, STATUS_SUCCESS), STATUS_OBJECT_TYPE_MISMATCH);
  ZwClose(thread);
}

static void tokens(void) {
  HANDLE token = NULL, other = NULL;
  UCHAR out[256];
  ULONG length = 0;
  API_STATUS(ZwOpenProcessToken(NtCurrentProcess(), TOKEN_ALL_ACCESS, &token), STATUS_SUCCESS);
  API_STATUS(ZwOpenProcessTokenEx(NtCurrentProcess(), TOKEN_QUERY, OBJ_KERNEL_HANDLE, &other),
             STATUS_SUCCESS);
  ZwClose(other);
  API_STATUS(ZwOpenProcessToken(BAD, TOKEN_QUERY, &other), STATUS_INVALID_HANDLE);
  API_STATUS(ZwOpenProcessToken(NtCurrentThread(), TOKEN_QUERY, &other),
             STATUS_OBJECT_TYPE_MISMATCH);
  API_STATUS(ZwOpenProcessTokenEx(BAD, TOKEN_QUERY, 0, &other), STATUS_INVALID_HANDLE);
  API_STATUS(ZwOpenProcessTokenEx(NtCurrentThread(), TOKEN_QUERY, 0, &other),
             STATUS_OBJECT_TYPE_MISMATCH);
  API_STATUS(ZwOpenProcessTokenEx(NtCurrentProcess(), TOKEN_QUERY, 0xffff0000, &other),
             STATUS_INVALID_PARAMETER);
  API_STATUS(ZwQueryInformationToken(token, TokenUser, out, sizeof(out), &length), STATUS_SUCCESS);
  API_CHECK(RtlEqualSid(((PTOKEN_USER)out)->User.Sid, SeExports->SeLocalSystemSid));
  API_STATUS(ZwQueryInformationToken(token, TokenUser, out, 4, &length), STATUS_BUFFER_TOO_SMALL);
  API_STATUS(ZwQueryInformationToken(BAD, TokenUser, out, 4, &length), STATUS_INVALID_HANDLE);
  API_STATUS(ZwQueryInformationToken(NtCurrentProcess(), TokenUser, out, 4, &length),
             STATUS_OBJECT_TYPE_MISMATCH);
  API_STATUS(ZwQueryInformationToken(token, (TOKEN_INFORMATION_CLASS)999, out, 4, &length),
             STATUS_INVALID_INFO_CLASS);
  API_STATUS(ZwClose(token), STATUS_SUCCESS);
}

static void thread_tokens(void) {
  SECURITY_QUALITY_OF_SERVICE qos = {sizeof(qos), SecurityImpersonation, SECURITY_STATIC_TRACKING,
                                     FALSE};
  OBJECT_ATTRIBUTES attributes = none;
  HANDLE primary = NULL, token = NULL, thread_token = NULL;
  API_STATUS(ZwOpenThreadToken(NtCurrentThread(), TOKEN_QUERY, TRUE, &token), STATUS_NO_TOKEN);
  API_STATUS(ZwOpenThreadTokenEx(NtCurrentThread(), TOKEN_QUERY, TRUE, OBJ_KERNEL_HANDLE, &token),
             STATUS_NO_TOKEN);
  API_STATUS(ZwOpenThreadToken(BAD, TOKEN_QUERY, TRUE, &token), STATUS_INVALID_HANDLE);
  API_STATUS(ZwOpenThreadToken(NtCurrentProcess(), TOKEN_QUERY, TRUE, &token),
             STATUS_OBJECT_TYPE_MISMATCH);
  API_STATUS(ZwOpenThreadTokenEx(BAD, TOKEN_QUERY, TRUE, 0, &token), STATUS_INVALID_HANDLE);
  API_STATUS(ZwOpenThreadTokenEx(NtCurrentProcess(), TOKEN_QUERY, TRUE, 0, &token),
             STATUS_OBJECT_TYPE_MISMATCH);
  API_STATUS(ZwOpenThreadTokenEx(NtCurrentThread(), TOKEN_QUERY, TRUE, 0xffff0000, &token),
             STATUS_INVALID_PARAMETER);
  API_REQUIRE(NT_SUCCESS(
      ZwOpenProcessTokenEx(NtCurrentProcess(), TOKEN_ALL_ACCESS, OBJ_KERNEL_HANDLE, &primary)));
  attributes.SecurityQualityOfService = &qos;
  API_STATUS(
      ZwDuplicateToken(primary, TOKEN_ALL_ACCESS, &attributes, FALSE, TokenImpersonation, &token),
      STATUS_SUCCESS);
  API_STATUS(
      ZwSetInformationThread(NtCurrentThread(), ThreadImpersonationToken, &token, sizeof(token)),
      STATUS_SUCCESS);
  API_STATUS(
      ZwOpenThreadTokenEx(NtCurrentThread(), TOKEN_QUERY, TRUE, OBJ_KERNEL_HANDLE, &thread_token),
      STATUS_SUCCESS);
  ZwClose(thread_token);
  API_STATUS(ZwOpenThreadToken(NtCurrentThread(), TOKEN_QUERY, TRUE, &thread_token),
             STATUS_SUCCESS);
  ZwClose(thread_token);
  PsRevertToSelf();
  ZwClose(token);
  qos.ImpersonationLevel = SecurityAnonymous;
  API_REQUIRE(NT_SUCCESS(
      ZwDuplicateToken(primary, TOKEN_ALL_ACCESS, &attributes, FALSE, TokenImpersonation, &token)));
  ZwSetInformationThread(NtCurrentThread(), ThreadImpersonationToken, &token, sizeof(token));
  API_STATUS(ZwOpenThreadToken(NtCurrentThread(), TOKEN_QUERY, TRUE, &thread_token),
             STATUS_CANT_OPEN_ANONYMOUS);
  API_STATUS(ZwOpenThreadTokenEx(NtCurrentThread(), TOKEN_QUERY, TRUE, 0, &thread_token),
             STATUS_CANT_OPEN_ANONYMOUS);
  PsRevertToSelf();
  ZwClose(token);
  ZwClose(primary);
}

static void duplicates(void) {
  SECURITY_QUALITY_OF_SERVICE qos = {sizeof(qos), SecurityIdentification, SECURITY_STATIC_TRACKING,
                                     FALSE};
  OBJECT_ATTRIBUTES attributes = none;
  HANDLE primary = NULL, token = NULL, more = NULL;
  attributes.SecurityQualityOfService = &qos;
  API_REQUIRE(NT_SUCCESS(
      ZwOpenProcessTokenEx(NtCurrentProcess(), TOKEN_ALL_ACCESS, OBJ_KERNEL_HANDLE, &primary)));
  API_STATUS(ZwDuplicateToken(primary, 0, &attributes, FALSE, TokenImpersonation, &token),
             STATUS_SUCCESS);
  qos.ImpersonationLevel = SecurityDelegation;
  API_STATUS(ZwDuplicateToken(token, 0, &attributes, FALSE, TokenImpersonation, &more),
             STATUS_BAD_IMPERSONATION_LEVEL);
  API_STATUS(ZwDuplicateToken(primary, 0, NULL, FALSE, (TOKEN_TYPE)9, &more),
             STATUS_INVALID_PARAMETER);
  API_STATUS(ZwDuplicateToken(BAD, 0, NULL, FALSE, TokenPrimary, &more), STATUS_INVALID_HANDLE);
  API_STATUS(ZwDuplicateToken(primary, 0, NULL, FALSE, TokenPrimary, NULL),
             STATUS_ACCESS_VIOLATION);
  ZwClose(token);
  ZwClose(primary);
}

static void changes(void) {
  HANDLE primary = NULL, token = NULL;
  TOKEN_PRIVILEGES state = {1, {{{SE_BACKUP_PRIVILEGE, 0}, 0}}}, previous;
  TOKEN_OWNER owner = {SeExports->SeWorldSid};
  TOKEN_PRIMARY_GROUP group = {SeExports->SeLocalServiceSid};
  TOKEN_DEFAULT_DACL dacl = {NULL};
  ULONG length = 0;
  static union {
    ACL acl;
    UCHAR bytes[8000];
  } huge;
  API_REQUIRE(NT_SUCCESS(
      ZwOpenProcessTokenEx(NtCurrentProcess(), TOKEN_ALL_ACCESS, OBJ_KERNEL_HANDLE, &primary)));
  API_REQUIRE(
      NT_SUCCESS(ZwDuplicateToken(primary, TOKEN_ALL_ACCESS, &none, FALSE, TokenPrimary, &token)));
  API_STATUS(ZwAdjustPrivilegesToken(token, FALSE, &state, sizeof(previous), &previous, &length),
             STATUS_SUCCESS);
  API_CHECK(previous.PrivilegeCount == 1 &&
            previous.Privileges[0].Attributes == SE_PRIVILEGE_ENABLED);
  API_STATUS(ZwAdjustPrivilegesToken(token, FALSE, NULL, 0, NULL, &length),
             STATUS_INVALID_PARAMETER);
  state.Privileges[0].Attributes = SE_PRIVILEGE_ENABLED;
  API_STATUS(ZwAdjustPrivilegesToken(token, FALSE, &state, 2, &previous, &length),
             STATUS_BUFFER_TOO_SMALL);
  state.Privileges[0].Luid.LowPart = 63;
  API_STATUS(ZwAdjustPrivilegesToken(token, FALSE, &state, 0, NULL, &length),
             STATUS_NOT_ALL_ASSIGNED);
  API_STATUS(ZwSetInformationToken(token, TokenOwner, &owner, sizeof(owner)), STATUS_INVALID_OWNER);
  owner.Owner = SeExports->SeAliasAdminsSid;
  API_STATUS(ZwSetInformationToken(token, TokenOwner, &owner, sizeof(owner)), STATUS_SUCCESS);
  API_STATUS(ZwSetInformationToken(token, TokenOwner, &owner, 2), STATUS_INFO_LENGTH_MISMATCH);
  API_STATUS(ZwSetInformationToken(token, TokenPrimaryGroup, &group, sizeof(group)),
             STATUS_INVALID_PRIMARY_GROUP);
  API_STATUS(ZwSetInformationToken(token, TokenDefaultDacl, &dacl, sizeof(dacl)), STATUS_SUCCESS);
  RtlCreateAcl(&huge.acl, sizeof(huge), ACL_REVISION);
  dacl.DefaultDacl = &huge.acl;
  API_STATUS(ZwSetInformationToken(token, TokenDefaultDacl, &dacl, sizeof(dacl)),
             STATUS_ALLOTTED_SPACE_EXCEEDED);
  {
    SID bad = {9, 1, SECURITY_NT_AUTHORITY, {1}};
    owner.Owner = &bad;
    API_STATUS(ZwSetInformationToken(token, TokenOwner, &owner, sizeof(owner)), STATUS_INVALID_SID);
  }
  API_STATUS(ZwSetInformationToken(token, TokenUser, &owner, sizeof(owner)),
             STATUS_INVALID_INFO_CLASS);
  API_STATUS(ZwSetInformationToken(BAD, TokenOwner, &owner, sizeof(owner)), STATUS_INVALID_HANDLE);
  API_STATUS(ZwSetInformationToken(NtCurrentProcess(), TokenOwner, &owner, sizeof(owner)),
             STATUS_OBJECT_TYPE_MISMATCH);
  ZwClose(token);
  ZwClose(primary);
}

const API_TEST ApiTests[] = {
    {"ZwOpenProcessAndThread_GoById", opens},
    {"ZwQueryInformation_TellsAndSets", queries},
    {"ZwTerminateProcess_RefusesSystem", terminates},
    {"ZwOpenProcessToken_OpensAndQueries", tokens},
    {"ZwOpenThreadToken_NeedsImpersonation", thread_tokens},
    {"ZwDuplicateToken_CannotRaiseTheLevel", duplicates},
    {"ZwToken_IsAdjustedAndSet", changes},
    {NULL, NULL},
};
