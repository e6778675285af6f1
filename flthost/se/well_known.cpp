// SeExports: well-known privileges and SIDs, in memory that drivers may read.
#include <flthost/se/well_known.h>

#include <flthost/ex/ex.h>
#include <flthost/se/sid.h>

namespace flthost::se {
namespace {

constexpr uint32_t kTag = 0x78456553;  // 'SeEx'

struct PrivilegeField {
  LUID SE_EXPORTS::* field;
  ULONG privilege;
};
struct SidField {
  PSID SE_EXPORTS::* field;
  SmallSid sid;
};

constexpr PrivilegeField kPrivileges[] = {
    {&SE_EXPORTS::SeCreateTokenPrivilege, SE_CREATE_TOKEN_PRIVILEGE},
    {&SE_EXPORTS::SeAssignPrimaryTokenPrivilege, SE_ASSIGNPRIMARYTOKEN_PRIVILEGE},
    {&SE_EXPORTS::SeLockMemoryPrivilege, SE_LOCK_MEMORY_PRIVILEGE},
    {&SE_EXPORTS::SeIncreaseQuotaPrivilege, SE_INCREASE_QUOTA_PRIVILEGE},
    {&SE_EXPORTS::SeUnsolicitedInputPrivilege, SE_UNSOLICITED_INPUT_PRIVILEGE},
    {&SE_EXPORTS::SeTcbPrivilege, SE_TCB_PRIVILEGE},
    {&SE_EXPORTS::SeSecurityPrivilege, SE_SECURITY_PRIVILEGE},
    {&SE_EXPORTS::SeTakeOwnershipPrivilege, SE_TAKE_OWNERSHIP_PRIVILEGE},
    {&SE_EXPORTS::SeLoadDriverPrivilege, SE_LOAD_DRIVER_PRIVILEGE},
    {&SE_EXPORTS::SeCreatePagefilePrivilege, SE_CREATE_PAGEFILE_PRIVILEGE},
    {&SE_EXPORTS::SeIncreaseBasePriorityPrivilege, SE_INC_BASE_PRIORITY_PRIVILEGE},
    {&SE_EXPORTS::SeSystemProfilePrivilege, SE_SYSTEM_PROFILE_PRIVILEGE},
    {&SE_EXPORTS::SeSystemtimePrivilege, SE_SYSTEMTIME_PRIVILEGE},
    {&SE_EXPORTS::SeProfileSingleProcessPrivilege, SE_PROF_SINGLE_PROCESS_PRIVILEGE},
    {&SE_EXPORTS::SeCreatePermanentPrivilege, SE_CREATE_PERMANENT_PRIVILEGE},
    {&SE_EXPORTS::SeBackupPrivilege, SE_BACKUP_PRIVILEGE},
    {&SE_EXPORTS::SeRestorePrivilege, SE_RESTORE_PRIVILEGE},
    {&SE_EXPORTS::SeShutdownPrivilege, SE_SHUTDOWN_PRIVILEGE},
    {&SE_EXPORTS::SeDebugPrivilege, SE_DEBUG_PRIVILEGE},
    {&SE_EXPORTS::SeAuditPrivilege, SE_AUDIT_PRIVILEGE},
    {&SE_EXPORTS::SeSystemEnvironmentPrivilege, SE_SYSTEM_ENVIRONMENT_PRIVILEGE},
    {&SE_EXPORTS::SeChangeNotifyPrivilege, SE_CHANGE_NOTIFY_PRIVILEGE},
    {&SE_EXPORTS::SeRemoteShutdownPrivilege, SE_REMOTE_SHUTDOWN_PRIVILEGE},
    {&SE_EXPORTS::SeUndockPrivilege, SE_UNDOCK_PRIVILEGE},
    {&SE_EXPORTS::SeSyncAgentPrivilege, SE_SYNC_AGENT_PRIVILEGE},
    {&SE_EXPORTS::SeEnableDelegationPrivilege, SE_ENABLE_DELEGATION_PRIVILEGE},
    {&SE_EXPORTS::SeManageVolumePrivilege, SE_MANAGE_VOLUME_PRIVILEGE},
    {&SE_EXPORTS::SeImpersonatePrivilege, SE_IMPERSONATE_PRIVILEGE},
    {&SE_EXPORTS::SeCreateGlobalPrivilege, SE_CREATE_GLOBAL_PRIVILEGE},
    {&SE_EXPORTS::SeTrustedCredManAccessPrivilege, SE_TRUSTED_CREDMAN_ACCESS_PRIVILEGE},
    {&SE_EXPORTS::SeRelabelPrivilege, SE_RELABEL_PRIVILEGE},
    {&SE_EXPORTS::SeIncreaseWorkingSetPrivilege, SE_INC_WORKING_SET_PRIVILEGE},
    {&SE_EXPORTS::SeTimeZonePrivilege, SE_TIME_ZONE_PRIVILEGE},
    {&SE_EXPORTS::SeCreateSymbolicLinkPrivilege, SE_CREATE_SYMBOLIC_LINK_PRIVILEGE},
    {&SE_EXPORTS::SeDelegateSessionUserImpersonatePrivilege,
     SE_DELEGATE_SESSION_USER_IMPERSONATE_PRIVILEGE},
};

SmallSid nt(ULONG rid) {
  return {kNtAuthority, {rid}};
}
SmallSid builtin(ULONG rid) {
  return {kNtAuthority, {SECURITY_BUILTIN_DOMAIN_RID, rid}};
}
SmallSid label(ULONG rid) {
  return {kMandatoryAuthority, {rid}};
}

// Fields that are not here (SIDs of application silos and driver classes) stay null.
const SidField* sids(size_t* count) {
  static const SidField kSids[] = {
      {&SE_EXPORTS::SeNullSid, {0, {SECURITY_NULL_RID}}},
      {&SE_EXPORTS::SeWorldSid, kWorldSid},
      {&SE_EXPORTS::SeLocalSid, kLocalSid},
      {&SE_EXPORTS::SeCreatorOwnerSid, {3, {SECURITY_CREATOR_OWNER_RID}}},
      {&SE_EXPORTS::SeCreatorGroupSid, {3, {SECURITY_CREATOR_GROUP_RID}}},
      {&SE_EXPORTS::SeOwnerRightsSid, kOwnerRightsSid},
      {&SE_EXPORTS::SeNtAuthoritySid, {kNtAuthority, {}}},
      {&SE_EXPORTS::SeDialupSid, nt(SECURITY_DIALUP_RID)},
      {&SE_EXPORTS::SeNetworkSid, nt(SECURITY_NETWORK_RID)},
      {&SE_EXPORTS::SeBatchSid, nt(SECURITY_BATCH_RID)},
      {&SE_EXPORTS::SeInteractiveSid, nt(SECURITY_INTERACTIVE_RID)},
      {&SE_EXPORTS::SeAnonymousLogonSid, nt(SECURITY_ANONYMOUS_LOGON_RID)},
      {&SE_EXPORTS::SeAuthenticatedUsersSid, kAuthenticatedUsersSid},
      {&SE_EXPORTS::SeRestrictedSid, nt(SECURITY_RESTRICTED_CODE_RID)},
      {&SE_EXPORTS::SeIUserSid, nt(SECURITY_IUSER_RID)},
      {&SE_EXPORTS::SeLocalSystemSid, kLocalSystemSid},
      {&SE_EXPORTS::SeLocalServiceSid, nt(SECURITY_LOCAL_SERVICE_RID)},
      {&SE_EXPORTS::SeNetworkServiceSid, nt(SECURITY_NETWORK_SERVICE_RID)},
      {&SE_EXPORTS::SeAliasAdminsSid, kAdministratorsSid},
      {&SE_EXPORTS::SeAliasUsersSid, kUsersSid},
      {&SE_EXPORTS::SeAliasGuestsSid, builtin(546)},
      {&SE_EXPORTS::SeAliasPowerUsersSid, builtin(547)},
      {&SE_EXPORTS::SeAliasAccountOpsSid, builtin(548)},
      {&SE_EXPORTS::SeAliasSystemOpsSid, builtin(549)},
      {&SE_EXPORTS::SeAliasPrintOpsSid, builtin(550)},
      {&SE_EXPORTS::SeAliasBackupOpsSid, builtin(551)},
      {&SE_EXPORTS::SeUntrustedMandatorySid, label(SECURITY_MANDATORY_UNTRUSTED_RID)},
      {&SE_EXPORTS::SeLowMandatorySid, label(SECURITY_MANDATORY_LOW_RID)},
      {&SE_EXPORTS::SeMediumMandatorySid, label(SECURITY_MANDATORY_MEDIUM_RID)},
      {&SE_EXPORTS::SeHighMandatorySid, label(SECURITY_MANDATORY_HIGH_RID)},
      {&SE_EXPORTS::SeSystemMandatorySid, label(SECURITY_MANDATORY_SYSTEM_RID)},
      {&SE_EXPORTS::SeAllAppPackagesSid, {15, {2, 1}}},
  };
  *count = std::size(kSids);
  return kSids;
}

}  // namespace

SE_EXPORTS* make_well_known() {
  size_t count = 0;
  const SidField* const fields = sids(&count);
  char* const memory =
      static_cast<char*>(ex::allocate_zeroed(sizeof(SE_EXPORTS) + count * sizeof(SmallSid), kTag));
  auto* const exports = reinterpret_cast<SE_EXPORTS*>(memory);
  for (const PrivilegeField& one : kPrivileges) exports->*one.field = {one.privilege, 0};
  char* next = memory + sizeof(SE_EXPORTS);
  for (size_t i = 0; i < count; ++i, next += sizeof(SmallSid)) {
    std::memcpy(next, &fields[i].sid, fields[i].sid.length());
    exports->*fields[i].field = next;
  }
  return exports;
}

}  // namespace flthost::se
