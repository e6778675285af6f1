#include <flthost/ex/ex.h>
#include <flthost/ke/dispatcher.h>
#include <flthost/ob/ob.h>
#include <flthost/ps/ps.h>
#include <gtest/gtest.h>

#include <atomic>
#include <string>
#include <thread>
#include <vector>

#include "../../ke/test/support.h"

using namespace flthost;
using namespace flthost::test;

namespace {

ps::ProcessInfo info_of(uint32_t pid, int64_t start = 1) {
  return {.pid = pid,
          .parent_pid = 4,
          .start_time = start,
          .image = u"\\Device\\LinuxRoot\\usr\\bin\\concatenate-all-files",
          .command_line = u"cat a b",
          .uid = 1000};
}

HANDLE id(uint64_t value) {
  return reinterpret_cast<HANDLE>(value);
}

class Ps : public ::testing::Test {
 protected:
  void TearDown() override {
    EXPECT_EQ(ps::prove_all_returned(), "");
    ex::stop();
  }
};

TEST_F(Ps, HostThread_IsASystemThread) {
  EXPECT_EQ(PsGetCurrentProcess(), ps::system_process());
  EXPECT_EQ(PsGetCurrentProcessId(), id(4));
  EXPECT_EQ(PsInitialSystemProcess, ps::system_process());
  EXPECT_TRUE(PsIsSystemThread(PsGetCurrentThread()));
  EXPECT_EQ(ExGetPreviousMode(), KernelMode);
  PETHREAD const mine = PsGetCurrentThread();
  std::thread([&] { EXPECT_NE(PsGetCurrentThread(), mine); }).join();
}

TEST_F(Ps, Impersonation_IsTheRequestorUntilItEnds) {
  PEPROCESS const process = ps::create_process(info_of(100));
  PETHREAD const thread = ps::reference_thread(process, 101);
  {
    const ps::Impersonate identity(thread);
    EXPECT_EQ(PsGetCurrentThread(), thread);
    EXPECT_EQ(PsGetCurrentProcessId(), id(100));
    EXPECT_EQ(PsGetCurrentThreadId(), id(101));
    EXPECT_EQ(ExGetPreviousMode(), UserMode);
    ke::run_as_dpc([](void*) { EXPECT_EQ(PsGetCurrentProcess(), ps::system_process()); }, nullptr);
    KAPC_STATE state;
    KeStackAttachProcess(ps::system_process(), &state);
    EXPECT_EQ(IoGetCurrentProcess(), ps::system_process());
    EXPECT_EQ(PsGetCurrentThreadProcess(), process);
    KeUnstackDetachProcess(&state);
    EXPECT_EQ(IoGetCurrentProcess(), process);
  }
  EXPECT_EQ(PsGetCurrentProcess(), ps::system_process());
  ps::dereference(thread);
  ps::exit_process(process);
  ps::dereference(process);
}

TEST_F(Ps, Lookup_FindsWhatLivesAndNothingElse) {
  PEPROCESS const process = ps::create_process(info_of(200));
  PEPROCESS found = nullptr;
  EXPECT_EQ(PsLookupProcessByProcessId(id(200), &found), STATUS_SUCCESS);
  EXPECT_EQ(found, process);
  ObDereferenceObject(found);
  EXPECT_STREQ(reinterpret_cast<char*>(PsGetProcessImageFileName(process)), "concatenate-all");
  PUNICODE_STRING name = nullptr;
  EXPECT_EQ(SeLocateProcessImageName(process, &name), STATUS_SUCCESS);
  EXPECT_EQ(std::u16string(name->Buffer, name->Length / 2), info_of(200).image);
  ExFreePool(name);
  EXPECT_EQ(ex::pool_leaks(nullptr), 0U);
  ps::dereference(ps::reference_thread(process, 201));
  PETHREAD thread = nullptr;
  EXPECT_EQ(PsLookupThreadByThreadId(id(201), &thread), STATUS_SUCCESS);
  ps::exit_process(process);
  EXPECT_TRUE(PsIsThreadTerminating(thread));
  LARGE_INTEGER zero{};
  EXPECT_EQ(KeWaitForSingleObject(thread, Executive, KernelMode, FALSE, &zero), STATUS_SUCCESS);
  EXPECT_EQ(KeWaitForSingleObject(process, Executive, KernelMode, FALSE, &zero), STATUS_SUCCESS);
  ObDereferenceObject(thread);
  EXPECT_EQ(PsLookupProcessByProcessId(id(200), &found), STATUS_INVALID_PARAMETER);
  EXPECT_EQ(PsLookupThreadByThreadId(id(201), &thread), STATUS_INVALID_PARAMETER);
  ps::dereference(process);
}

struct Seen {
  std::string log;
  NTSTATUS answer = STATUS_SUCCESS;
};
Seen g_seen;

VOID NTAPI on_process(PEPROCESS process, HANDLE pid, PPS_CREATE_NOTIFY_INFO info) {
  EXPECT_EQ(ke::current_irql(), PASSIVE_LEVEL);
  EXPECT_TRUE(KeAreApcsDisabled());
  EXPECT_EQ(PsGetProcessId(process), pid);
  g_seen.log += info != nullptr ? "+" : "-";
  g_seen.log += std::to_string(reinterpret_cast<uint64_t>(pid));
  if (info == nullptr) return;
  EXPECT_EQ(info->ParentProcessId, id(4));
  EXPECT_EQ(std::u16string(info->CommandLine->Buffer, info->CommandLine->Length / 2), u"cat a b");
  info->CreationStatus = g_seen.answer;
}

TEST_F(Ps, NotifyRoutine_HearsCreateExecAndExitInOrder) {
  g_seen = {};
  g_seen.answer = STATUS_ACCESS_DENIED;
  EXPECT_EQ(PsSetCreateProcessNotifyRoutineEx(on_process, FALSE), STATUS_SUCCESS);
  EXPECT_EQ(PsSetCreateProcessNotifyRoutineEx(on_process, FALSE), STATUS_INVALID_PARAMETER);
  PEPROCESS const process = ps::create_process(info_of(300));
  EXPECT_EQ(ps::creation_status(process), STATUS_ACCESS_DENIED);
  PEPROCESS const again = ps::create_process(info_of(300));
  EXPECT_EQ(again, process);
  ps::dereference(again);
  ps::replace_image(process, u"\\Device\\LinuxRoot\\usr\\bin\\git", u"cat a b");
  EXPECT_STREQ(reinterpret_cast<char*>(PsGetProcessImageFileName(process)), "git");
  // The pid is used again by another process.
  PEPROCESS const next = ps::create_process(info_of(300, 2));
  EXPECT_NE(next, process);
  EXPECT_EQ(g_seen.log, "+300-300+300-300+300");
  EXPECT_EQ(PsSetCreateProcessNotifyRoutineEx(on_process, TRUE), STATUS_SUCCESS);
  EXPECT_EQ(PsSetCreateProcessNotifyRoutineEx(on_process, TRUE), STATUS_PROCEDURE_NOT_FOUND);
  ps::exit_process(next);
  EXPECT_EQ(g_seen.log, "+300-300+300-300+300");
  ps::dereference(next);
  ps::dereference(process);
}

TEST_F(Ps, KilledRequestor_EndsItsCancellableWaits) {
  PEPROCESS const process = ps::create_process(info_of(400));
  PETHREAD const thread = ps::reference_thread(process, 400);
  KEVENT event;
  KeInitializeEvent(&event, NotificationEvent, FALSE);
  std::thread worker([&] {
    {
      const ps::Impersonate identity(thread);
      EXPECT_EQ(ke::wait_for(&event, ke::kForever, true), STATUS_THREAD_IS_TERMINATING);
      {
        const ps::Impersonate other(ps::system_thread());
        EXPECT_FALSE(ke::current_thread().terminating.load());
      }
      EXPECT_TRUE(ke::current_thread().terminating.load());
    }
    EXPECT_FALSE(ke::current_thread().terminating.load());
  });
  wait_until([&] { return has_waiter(event.Header); });
  ps::set_terminating(thread);
  worker.join();
  ps::dereference(thread);
  ps::exit_process(process);
  ps::dereference(process);
}

struct ThreadTest {
  KEVENT go;
  std::atomic<int> after{0};
};

TEST_F(Ps, SystemThread_EndsByReturnOrTermination) {
  for (const bool terminate : {false, true}) {
    static bool by_call;
    by_call = terminate;
    ThreadTest test;
    KeInitializeEvent(&test.go, NotificationEvent, FALSE);
    HANDLE handle = nullptr;
    CLIENT_ID client{};
    ASSERT_EQ(PsCreateSystemThread(
                  &handle, THREAD_ALL_ACCESS, nullptr, nullptr, &client,
                  [](PVOID context) NTAPI {
                    auto* const t = static_cast<ThreadTest*>(context);
                    KeWaitForSingleObject(&t->go, Executive, KernelMode, FALSE, nullptr);
                    if (by_call) PsTerminateSystemThread(STATUS_UNSUCCESSFUL);
                    ++t->after;
                  },
                  &test),
              STATUS_SUCCESS);
    EXPECT_EQ(client.UniqueProcess, id(4));
    PVOID object = nullptr;
    ASSERT_EQ(ObReferenceObjectByHandle(handle, THREAD_ALL_ACCESS, PsThreadType, KernelMode,
                                        &object, nullptr),
              STATUS_SUCCESS);
    ZwClose(handle);
    KeSetEvent(&test.go, 0, FALSE);
    EXPECT_EQ(KeWaitForSingleObject(object, Executive, KernelMode, FALSE, nullptr), STATUS_SUCCESS);
    EXPECT_EQ(test.after.load(), terminate ? 0 : 1);
    EXPECT_EQ(PsGetThreadExitStatus(static_cast<PETHREAD>(object)),
              terminate ? STATUS_UNSUCCESSFUL : STATUS_SUCCESS);
    ObDereferenceObject(object);
  }
  EXPECT_EQ(PsTerminateSystemThread(STATUS_SUCCESS), STATUS_INVALID_PARAMETER);
}

TEST(PsLeak, LeakedReferenceAndRoutine_AreNamed) {
  PEPROCESS const process = ps::create_process(info_of(500));
  PETHREAD const thread = ps::reference_thread(process, 501);
  PsSetCreateProcessNotifyRoutineEx(on_process, FALSE);
  const std::string lines = ps::prove_all_returned();
  EXPECT_NE(lines.find("type Thread, 1 references"), std::string::npos) << lines;
  EXPECT_NE(lines.find("PsSetCreateProcessNotifyRoutine not removed"), std::string::npos) << lines;
  PsSetCreateProcessNotifyRoutineEx(on_process, TRUE);
  ps::dereference(thread);
  ps::dereference(process);
  EXPECT_EQ(ps::prove_all_returned(), "");
}

TEST_F(Ps, ManyProcesses_AreMadeAndEndedByManyThreads) {
  std::vector<std::thread> workers;
  for (uint32_t t = 0; t < 4; ++t) {
    workers.emplace_back([t] {
      for (uint32_t i = 0; i < 300; ++i) {
        // Half of the pids are shared between the workers, with different start times.
        const uint32_t pid = 1000 + (i % 2 == 0 ? i : t * 1000 + i);
        PEPROCESS const process = ps::create_process(info_of(pid, t + 1));
        if (PETHREAD const thread = ps::reference_thread(process, pid + 100'000)) {
          {
            const ps::Impersonate identity(thread);
          }
          ps::dereference(thread);
        }
        ps::exit_process(process);
        ps::dereference(process);
      }
    });
  }
  for (auto& worker : workers) worker.join();
}

}  // namespace
