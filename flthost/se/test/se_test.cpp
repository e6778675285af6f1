// The exports as a driver calls them, for processes that ps knows.
#include <flthost/ps/ps.h>
#include <flthost/se/se.h>
#include <flthost/se/sid.h>

#include <gtest/gtest.h>

#include <cstring>

namespace flthost::se {
namespace {

// Whatever the tests took must have come back.
class AtTheEnd : public ::testing::Environment {
 public:
  void TearDown() override {
    EXPECT_EQ(token_leaks(), 0u);
    EXPECT_EQ(ps::prove_all_returned(), "");
  }
};
const ::testing::Environment* const kAtTheEnd = ::testing::AddGlobalTestEnvironment(new AtTheEnd);

class Process {
 public:
  Process(uint32_t pid, uint32_t uid) {
    ps::ProcessInfo info;
    info.pid = pid;
    info.start_time = pid;
    info.image = u"\\Device\\LinuxRoot\\bin\\true";
    info.uid = uid;
    process_ = ps::create_process(info);
  }
  ~Process() {
    ps::exit_process(process_);
    ps::dereference(process_);
  }
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;
  PEPROCESS get() const { return process_; }

 private:
  PEPROCESS process_;
};

template <typename T>
T* query(PACCESS_TOKEN token, TOKEN_INFORMATION_CLASS what) {
  PVOID out = nullptr;
  EXPECT_EQ(SeQueryInformationToken(token, what, &out), STATUS_SUCCESS);
  return static_cast<T*>(out);
}

TEST(Token, UserSid_IsTheUnixUsersOfTheProcess) {
  const Process process(4100, 1000);
  const PACCESS_TOKEN token = PsReferencePrimaryToken(process.get());
  auto* const user = query<TOKEN_USER>(token, TokenUser);
  EXPECT_TRUE(sid_equal(SmallSid(22, {1, 1000}), user->User.Sid));
  ExFreePool(user);
  EXPECT_FALSE(SeTokenIsAdmin(token));
  EXPECT_EQ(SeTokenType(token), ::TokenPrimary);
  PsDereferencePrimaryToken(token);
}

TEST(Token, IntegrityAndSession_ComeAsValues) {
  const Process user(4101, 1000), root(4102, 0);
  PVOID value = nullptr;
  const PACCESS_TOKEN of_user = PsReferencePrimaryToken(user.get());
  ASSERT_EQ(SeQueryInformationToken(of_user, TokenIntegrityLevel, &value), STATUS_SUCCESS);
  EXPECT_EQ(reinterpret_cast<uint64_t>(value), uint64_t{SECURITY_MANDATORY_MEDIUM_RID});
  const PACCESS_TOKEN of_root = PsReferencePrimaryToken(root.get());
  ASSERT_EQ(SeQueryInformationToken(of_root, TokenIntegrityLevel, &value), STATUS_SUCCESS);
  EXPECT_EQ(reinterpret_cast<uint64_t>(value), uint64_t{SECURITY_MANDATORY_HIGH_RID});
  EXPECT_EQ(SeQueryInformationToken(of_user, TokenImpersonationLevel, &value),
            STATUS_INVALID_INFO_CLASS);
  PsDereferencePrimaryToken(of_user);
  PsDereferencePrimaryToken(of_root);
}

TEST(Token, System_IsLocalSystemAndAdministrator) {
  const PACCESS_TOKEN token = PsReferencePrimaryToken(ps::system_process());
  auto* const user = query<TOKEN_USER>(token, TokenUser);
  EXPECT_TRUE(sid_equal(kLocalSystemSid, user->User.Sid));
  ExFreePool(user);
  EXPECT_TRUE(SeTokenIsAdmin(token));
  LUID logon{};
  EXPECT_EQ(SeQueryAuthenticationIdToken(token, &logon), STATUS_SUCCESS);
  EXPECT_EQ(logon.LowPart, 0x3e7u);
  PsDereferencePrimaryToken(token);
}

TEST(Token, Groups_PointIntoTheirOwnBuffer) {
  const Process process(4103, 1000);
  const PACCESS_TOKEN token = PsReferencePrimaryToken(process.get());
  auto* const groups = query<TOKEN_GROUPS>(token, TokenGroups);
  ASSERT_EQ(groups->GroupCount, 4u);
  EXPECT_TRUE(sid_equal(kUsersSid, groups->Groups[0].Sid));
  EXPECT_TRUE(sid_equal(kLocalSid, groups->Groups[3].Sid));
  ExFreePool(groups);
  PsDereferencePrimaryToken(token);
}

TEST(Token, ByHandle_OfTheCurrentProcess) {
  const Process process(4107, 1002);
  const PETHREAD thread = ps::reference_thread(process.get(), 4107);
  const ps::Impersonate as(thread);
  HANDLE handle = nullptr;
  ASSERT_EQ(ZwOpenProcessTokenEx(ZwCurrentProcess(), TOKEN_QUERY, OBJ_KERNEL_HANDLE, &handle),
            STATUS_SUCCESS);
  alignas(8) UCHAR buffer[64];
  ULONG length = 0;
  EXPECT_EQ(ZwQueryInformationToken(handle, TokenUser, nullptr, 0, &length),
            STATUS_BUFFER_TOO_SMALL);
  ASSERT_EQ(ZwQueryInformationToken(handle, TokenUser, buffer, length, &length), STATUS_SUCCESS);
  const auto* const user = reinterpret_cast<const TOKEN_USER*>(buffer);
  EXPECT_EQ(user->User.Sid, buffer + sizeof(TOKEN_USER));
  EXPECT_TRUE(sid_equal(SmallSid(22, {1, 1002}), user->User.Sid));
  EXPECT_EQ(ZwClose(handle), STATUS_SUCCESS);
  ps::dereference(thread);
}

TEST(SubjectContext, OfAThreadWorkingForAProcess_NamesItsUser) {
  const Process process(4104, 1001);
  const PETHREAD thread = ps::reference_thread(process.get(), 4104);
  SECURITY_SUBJECT_CONTEXT context{};
  {
    const ps::Impersonate as(thread);
    SeCaptureSubjectContext(&context);
  }
  SeLockSubjectContext(&context);
  auto* const user = query<TOKEN_USER>(SeQuerySubjectContextToken(&context), TokenUser);
  EXPECT_TRUE(sid_equal(SmallSid(22, {1, 1001}), user->User.Sid));
  EXPECT_EQ(reinterpret_cast<uint64_t>(context.ProcessAuditId), 4104u);
  ExFreePool(user);
  SeUnlockSubjectContext(&context);
  SeReleaseSubjectContext(&context);
  EXPECT_EQ(context.PrimaryToken, nullptr);
  ps::dereference(thread);
}

TEST(AccessCheckExport, ReturnsThePrivilegesItUsed) {
  const Process root(4105, 0);
  SECURITY_SUBJECT_CONTEXT context{};
  SeCaptureSubjectContextEx(nullptr, root.get(), &context);
  GENERIC_MAPPING mapping{0x00120089, 0x00120116, 0x001200A0, 0x001F01FF};
  SECURITY_DESCRIPTOR descriptor{};
  descriptor.Revision = SECURITY_DESCRIPTOR_REVISION;
  descriptor.Control = SE_DACL_PRESENT;
  PPRIVILEGE_SET used = nullptr;
  ACCESS_MASK granted = 0;
  NTSTATUS status = STATUS_UNSUCCESSFUL;
  EXPECT_TRUE(SeAccessCheck(&descriptor, &context, FALSE, ACCESS_SYSTEM_SECURITY | GENERIC_READ, 0,
                            &used, &mapping, UserMode, &granted, &status));
  EXPECT_EQ(status, STATUS_SUCCESS);
  EXPECT_EQ(granted, ACCESS_SYSTEM_SECURITY | 0x00120089u);
  ASSERT_NE(used, nullptr);
  EXPECT_EQ(used->PrivilegeCount, 1u);
  EXPECT_EQ(used->Privilege[0].Luid.LowPart, ULONG(SE_SECURITY_PRIVILEGE));
  SeFreePrivileges(used);
  SeReleaseSubjectContext(&context);
}

TEST(Privilege, KernelModeHasAll_AUserOnlyItsOwn) {
  const Process process(4106, 1000);
  const PETHREAD thread = ps::reference_thread(process.get(), 4106);
  const ps::Impersonate as(thread);
  const LUID load{SE_LOAD_DRIVER_PRIVILEGE, 0}, notify{SE_CHANGE_NOTIFY_PRIVILEGE, 0};
  EXPECT_TRUE(SeSinglePrivilegeCheck(load, KernelMode));
  EXPECT_FALSE(SeSinglePrivilegeCheck(load, UserMode));
  EXPECT_TRUE(SeSinglePrivilegeCheck(notify, UserMode));
  ps::dereference(thread);
}

TEST(SeExportsData, HoldsSidsAndPrivileges) {
  const ke::ExportTable table = exports();
  const SE_EXPORTS* data = nullptr;
  for (size_t i = 0; i < table.count; ++i) {
    if (std::strcmp(table.rows[i].name, "SeExports") != 0) continue;
    EXPECT_TRUE(table.rows[i].data);
    data = *static_cast<const SE_EXPORTS* const*>(table.rows[i].address);
  }
  ASSERT_NE(data, nullptr);
  EXPECT_TRUE(sid_equal(kLocalSystemSid, data->SeLocalSystemSid));
  EXPECT_EQ(data->SeBackupPrivilege.LowPart, ULONG(SE_BACKUP_PRIVILEGE));
}

}  // namespace
}  // namespace flthost::se
