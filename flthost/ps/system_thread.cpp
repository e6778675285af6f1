// Threads that drivers create: OS threads of the host with System's identity.
#include <flthost/ex/ex.h>
#include <flthost/ke/dispatcher.h>
#include <setjmp.h>

#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <list>
#include <thread>

#include "ps_internal.h"

using namespace flthost;

namespace flthost::ps {

namespace {

struct SystemThread {
  std::thread thread;
  PETHREAD object = nullptr;  // with a reference for the creator
  PKSTART_ROUTINE routine = nullptr;
  void* context = nullptr;
  bool ended = false;
  bool claimed = false;  // its creator is done with this record
  ke::HostEvent ready, go;
  NTSTATUS exit_status = STATUS_SUCCESS;
  jmp_buf leave;
};

std::mutex g_mutex;
std::condition_variable g_ended;
std::list<SystemThread>& running() {
  static auto* const all = new std::list<SystemThread>;
  return *all;
}
thread_local SystemThread* t_running = nullptr;

void check_end(const SystemThread& self) {
  const ke::Thread& thread = ke::current_thread();
  if (thread.irql != PASSIVE_LEVEL || thread.kernel_apc_disable != 0 ||
      thread.special_apc_disable != 0) {
    ke::bugcheck({.code = 0x20,  // KERNEL_APC_PENDING_DURING_EXIT
                  .parameters = {0, static_cast<uint64_t>(thread.kernel_apc_disable), thread.irql,
                                 reinterpret_cast<uint64_t>(self.routine)},
                  .reason = "A system thread ends at a raised IRQL or inside a critical or guarded "
                            "region; leave what it entered."});
  }
  ke::check_thread_end();
}

void run(SystemThread* self) {
  t_running = self;
  ke::Thread& host = ke::current_thread();
  self->object = ke::current_thread_object();
  ob::reference(self->object);
  self->ready.set();
  self->go.wait();  // who made it tells of it first
  const ke::HostRole role("nt", "PspSystemThreadStartup", "a thread of PsCreateSystemThread");
  // PsTerminateSystemThread comes back here over the driver's frames.
  if (setjmp(self->leave) == 0) ke::invoke(self->routine, self->context);
  check_end(*self);
  ke::deliver_apcs(host);
  ke::run_down_apcs(self->object, [](void* apc) { ExFreePool(apc); });
  // Here, not at the OS thread's end: no driver code runs there.
  if (body_of(host.own).announced.exchange(false)) notify_thread(body_of(host.own), false);
  body_of(host.own).exit_status = self->exit_status;
  const std::lock_guard guard(g_mutex);
  self->ended = true;
  g_ended.notify_all();
}

// Joins what has ended. Locked by the caller through `lock`.
void reap(std::unique_lock<std::mutex>& lock) {
  std::list<SystemThread> ended;
  for (auto it = running().begin(); it != running().end();) {
    const auto next = std::next(it);
    if (it->ended && it->claimed) ended.splice(ended.end(), running(), it);
    it = next;
  }
  lock.unlock();
  for (SystemThread& thread : ended) thread.thread.join();
  lock.lock();
}

}  // namespace

uint64_t join_system_threads(std::string* lines) {
  std::unique_lock lock(g_mutex);
  // A driver has told its threads to end by now; a few are on their last instructions.
  constexpr auto kGrace = std::chrono::seconds(2);
  g_ended.wait_for(lock, kGrace, [] {
    for (const SystemThread& thread : running()) {
      if (!thread.ended) return false;
    }
    return true;
  });
  reap(lock);
  uint64_t count = 0;
  for (SystemThread& thread : running()) {
    ++count;
    if (lines != nullptr) {
      char text[96];
      std::snprintf(text, sizeof text, "system thread with start routine %p still runs\n",
                    reinterpret_cast<const void*>(thread.routine));
      *lines += text;
    }
  }
  return count;
}

}  // namespace flthost::ps

using namespace flthost::ps;

NTSTATUS NTAPI PsCreateSystemThread(PHANDLE ThreadHandle, ULONG DesiredAccess,
                                    POBJECT_ATTRIBUTES ObjectAttributes, HANDLE ProcessHandle,
                                    PCLIENT_ID ClientId, PKSTART_ROUTINE StartRoutine,
                                    PVOID StartContext) {
  if (ProcessHandle != nullptr && ProcessHandle != NtCurrentProcess()) {
    void* process = nullptr;
    const NTSTATUS status =
        ob::reference_handle(ProcessHandle, 0, PsProcessType, KernelMode, &process);
    if (!NT_SUCCESS(status)) return status;
    const bool system = process == system_process();
    ob::dereference(process);
    // A kernel thread inside a Linux process can't exist here.
    if (!system) return STATUS_NOT_SUPPORTED;
  }
  ps::prepare();
  SystemThread* self = nullptr;
  {
    std::unique_lock lock(g_mutex);
    reap(lock);
    self = &running().emplace_back();
    self->routine = StartRoutine;
    self->context = StartContext;
    self->thread = std::thread(run, self);
  }
  self->ready.wait();
  PETHREAD const object = self->object;
  if (!body_of(object).announced.exchange(true)) notify_thread(body_of(object), true);
  self->go.set();
  {
    const std::lock_guard guard(g_mutex);
    self->claimed = true;
  }
  const ULONG attributes = ObjectAttributes != nullptr ? ObjectAttributes->Attributes : 0;
  if (ClientId != nullptr) {
    ClientId->UniqueProcess = reinterpret_cast<HANDLE>(uint64_t{process_id(system_process())});
    ClientId->UniqueThread = reinterpret_cast<HANDLE>(uint64_t{thread_id(object)});
  }
  const NTSTATUS status =
      ob::open_handle(object, DesiredAccess, attributes | OBJ_KERNEL_HANDLE, ThreadHandle);
  ob::dereference(object);
  return status;
}

NTSTATUS NTAPI PsTerminateSystemThread(NTSTATUS ExitStatus) {
  SystemThread* const self = t_running;
  // Documented: only for the calling system thread.
  if (self == nullptr || ke::current_thread().object != nullptr) return STATUS_INVALID_PARAMETER;
  self->exit_status = ExitStatus;
  longjmp(self->leave, 1);
}

namespace flthost::ps {

ke::ExportTable system_thread_exports() {
  static const ke::Export rows[] = {
      FLTHOST_EXPORT(PsCreateSystemThread),
      FLTHOST_EXPORT(PsTerminateSystemThread),
  };
  return {rows, std::size(rows)};
}

}  // namespace flthost::ps
