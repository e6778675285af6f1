// Asynchronous procedure calls: queued to a thread, run in its context.
//
// A thread runs its kernel APCs itself: when it comes below APC_LEVEL, leaves a region, or waits.
// One that another thread queues while this one computes runs at the next such moment; there is no
// interrupt. User-mode APCs end alertable user-mode waits; the routine of one belongs to code in
// user mode, which no thread here returns to, so it stays queued until the thread ends.
#include <sched.h>

#include "ke_internal.h"

using namespace flthost;

namespace flthost::ke {

namespace {

constexpr UCHAR kApcObject = 18;

class ApcGuard {
 public:
  explicit ApcGuard(KthreadBody& body) : body_(body) {
    for (int spins = 0; body.apc_lock.test_and_set(std::memory_order_acquire); ++spins) {
      if (spins > 50) sched_yield();
    }
    if (body.kernel_apcs.Flink == nullptr) {
      list_init(body.kernel_apcs);
      list_init(body.user_apcs);
    }
  }
  ~ApcGuard() { body_.apc_lock.clear(std::memory_order_release); }
  ApcGuard(const ApcGuard&) = delete;
  ApcGuard& operator=(const ApcGuard&) = delete;

 private:
  KthreadBody& body_;
};

std::atomic<void (*)(PETHREAD)> g_poke_hosts{nullptr};

KAPC& apc_of(LIST_ENTRY* entry) {
  return *containing<KAPC>(entry, offsetof(KAPC, ApcListEntry));
}
KthreadBody& body_of(PKTHREAD thread) {
  return *reinterpret_cast<KthreadBody*>(thread);
}

// Locked: what is queued, as flags. Special ones stand before normal ones.
void note_queued(KthreadBody& body) {
  uint32_t queued = 0;
  if (!list_empty(body.kernel_apcs)) {
    if (apc_of(body.kernel_apcs.Flink).NormalRoutine == nullptr) queued |= kSpecialApc;
    if (apc_of(body.kernel_apcs.Blink).NormalRoutine != nullptr) queued |= kNormalApc;
  }
  if (!list_empty(body.user_apcs)) queued |= kUserApc;
  constexpr uint32_t kOfLists = kSpecialApc | kNormalApc | kUserApc;
  const uint32_t cleared = kOfLists | ((queued & kUserApc) != 0 ? 0U : uint32_t{kUserPending});
  uint32_t now = body.apc_flags.load();
  while (!body.apc_flags.compare_exchange_weak(now, (now & ~cleared) | queued)) {
  }
}

void push(KthreadBody& body, KAPC& apc) {
  if (apc.ApcMode != KernelMode) {
    list_insert_tail(body.user_apcs, apc.ApcListEntry);
  } else if (apc.NormalRoutine != nullptr) {
    list_insert_tail(body.kernel_apcs, apc.ApcListEntry);
  } else {
    LIST_ENTRY* at = body.kernel_apcs.Flink;
    while (at != &body.kernel_apcs && apc_of(at).NormalRoutine == nullptr) at = at->Flink;
    list_insert_tail(*at, apc.ApcListEntry);  // before the first normal one
  }
}

void wake(KthreadBody& body) {
  Thread& self = current_thread();
  if (&body == &body_now(self)) {
    if (self.irql < APC_LEVEL) run_pending_apcs(self);
  } else if (auto* const poke_hosts = g_poke_hosts.load()) {
    poke_hosts(reinterpret_cast<PETHREAD>(&body));
  } else {
    poke(*containing<Thread>(&body, offsetof(Thread, body)));
  }
}

bool insert(KAPC& apc, void* argument1, void* argument2) {
  KthreadBody& body = body_of(apc.Thread);
  // A thread of a Linux process can't be made to run a routine of NT's user mode.
  if (apc.ApcMode != KernelMode && !body.system) return false;
  {
    const ApcGuard guard(body);
    if (apc.Inserted != FALSE || (body.apc_flags.load() & kApcsClosed) != 0) return false;
    apc.SystemArgument1 = argument1;
    apc.SystemArgument2 = argument2;
    apc.Inserted = TRUE;
    push(body, apc);
    note_queued(body);
  }
  wake(body);
  return true;
}

// Which bits of the flags concern this thread now.
uint32_t kernel_mask(const Thread& self) {
  if (self.irql >= APC_LEVEL || self.special_apc_disable != 0) return 0;
  const bool normal = self.kernel_apc_disable == 0 && !self.in_kernel_apc;
  return normal ? kSpecialApc | kNormalApc : uint32_t{kSpecialApc};
}

uint32_t wait_mask(const Thread& self, const WaitHow& how) {
  uint32_t mask = how.apcs ? kernel_mask(self) : 0;
  if (how.user) mask |= kUserPending;
  if (how.alertable) mask |= kAlertKernel | (how.user ? kAlertUser | kUserApc : 0U);
  return mask;
}

// The next APC that may run now, out of its list.
KAPC* take_next(Thread& self, KthreadBody& body) {
  const ApcGuard guard(body);
  if ((body.apc_flags.load() & kernel_mask(self)) == 0) return nullptr;
  KAPC& apc = apc_of(body.kernel_apcs.Flink);
  list_remove(apc.ApcListEntry);
  apc.Inserted = FALSE;
  note_queued(body);
  return &apc;
}

void check_left(const Thread& self, const KAPC* apc, KIRQL irql) {
  if (self.irql == irql) return;
  bugcheck({.code = 0xC8,  // IRQL_UNEXPECTED_VALUE
            .parameters = {self.irql, irql, reinterpret_cast<uint64_t>(apc), 1},
            .reason = "An APC routine returned at another IRQL than it was called at; lower or "
                      "release in it what it raised or acquired."});
}

void run_apc(Thread& self, KAPC* apc) {
  PKNORMAL_ROUTINE normal = apc->NormalRoutine;
  void* context = apc->NormalContext;
  void* argument1 = apc->SystemArgument1;
  void* argument2 = apc->SystemArgument2;
  self.irql = APC_LEVEL;
  // It may free the APC.
  invoke(apc->KernelRoutine, apc, &normal, &context, &argument1, &argument2);
  check_left(self, apc, APC_LEVEL);
  self.irql = PASSIVE_LEVEL;
  if (normal == nullptr) return;
  self.in_kernel_apc = true;
  invoke(normal, context, argument1, argument2);
  self.in_kernel_apc = false;
  check_left(self, apc, PASSIVE_LEVEL);
}

bool take_flag(KthreadBody& body, uint32_t flag) {
  return (body.apc_flags.fetch_and(~flag) & flag) != 0;
}

}  // namespace

void install_thread_poke(void (*poke_hosts)(PETHREAD)) {
  g_poke_hosts.store(poke_hosts);
}

void poke(Thread& thread) {
  thread.poke.fetch_add(1, std::memory_order_seq_cst);
  unpark_all(thread.poke);
}

void deliver_apcs(Thread& self) {
  if (self.in_dpc) return;
  while (KAPC* const apc = take_next(self, body_now(self))) run_apc(self, apc);
}

bool wait_is_interrupted(Thread& self, const WaitHow& how, NTSTATUS* status) {
  if (!how.apcs && !how.alertable && !how.user) return false;
  KthreadBody& body = body_now(self);
  if ((body.apc_flags.load() & wait_mask(self, how)) == 0) return false;
  if (how.apcs) deliver_apcs(self);
  if (how.alertable && take_flag(body, how.user ? kAlertUser : kAlertKernel)) {
    *status = STATUS_ALERTED;
    return true;
  }
  const uint32_t flags = body.apc_flags.load();
  if (how.user && (flags & (how.alertable ? kUserApc | kUserPending : uint32_t{kUserPending}))) {
    body.apc_flags.fetch_or(kUserPending);
    *status = STATUS_USER_APC;
    return true;
  }
  if (how.alertable && take_flag(body, kAlertKernel)) {
    *status = STATUS_ALERTED;
    return true;
  }
  return false;
}

ParkOptions park_options(Thread& self, const WaitHow& how, int64_t deadline) {
  ParkOptions options{.deadline = deadline, .cancellable = how.cancellable};
  if (how.apcs || how.alertable || how.user) {
    options.flags = &body_now(self).apc_flags;
    options.mask = wait_mask(self, how);
  }
  return options;
}

void run_down_apcs(PETHREAD thread, void (*release)(void* apc)) {
  KthreadBody& body = *reinterpret_cast<KthreadBody*>(thread);
  body.apc_flags.fetch_or(kApcsClosed);
  for (;;) {
    KAPC* apc = nullptr;
    bool user = false;
    {
      const ApcGuard guard(body);
      user = !list_empty(body.user_apcs);
      LIST_ENTRY& list = user ? body.user_apcs : body.kernel_apcs;
      if (list_empty(list)) return;
      apc = &apc_of(list.Flink);
      list_remove(apc->ApcListEntry);
      apc->Inserted = FALSE;
      note_queued(body);
    }
    if (apc->RundownRoutine != nullptr) {
      invoke(apc->RundownRoutine, apc);
    } else if (user && release != nullptr) {
      release(apc);
    }
  }
}

}  // namespace flthost::ke

VOID NTAPI KeInitializeApc(PRKAPC Apc, PRKTHREAD Thread, KAPC_ENVIRONMENT Environment,
                           PKKERNEL_ROUTINE KernelRoutine, PKRUNDOWN_ROUTINE RundownRoutine,
                           PKNORMAL_ROUTINE NormalRoutine, KPROCESSOR_MODE Mode,
                           PVOID NormalContext) {
  *Apc = KAPC{};
  Apc->Type = ke::kApcObject;
  Apc->Size = sizeof(KAPC);
  Apc->Thread = Thread;
  Apc->KernelRoutine = KernelRoutine;
  Apc->RundownRoutine = RundownRoutine;
  Apc->NormalRoutine = NormalRoutine;
  Apc->ApcStateIndex =
      Environment == CurrentApcEnvironment
          ? static_cast<CCHAR>(ke::current_thread().attached != nullptr ? AttachedApcEnvironment
                                                                        : OriginalApcEnvironment)
          : static_cast<CCHAR>(Environment);
  // Without a normal routine it is a special kernel APC, whatever mode was asked for.
  if (NormalRoutine != nullptr) {
    Apc->ApcMode = Mode;
    Apc->NormalContext = NormalContext;
  } else {
    Apc->ApcMode = KernelMode;
  }
}

BOOLEAN NTAPI KeInsertQueueApc(PRKAPC Apc, PVOID SystemArgument1, PVOID SystemArgument2,
                               KPRIORITY) {
  return ke::insert(*Apc, SystemArgument1, SystemArgument2) ? TRUE : FALSE;
}

BOOLEAN NTAPI KeRemoveQueueApc(PKAPC Apc) {
  ke::KthreadBody& body = ke::body_of(Apc->Thread);
  const ke::ApcGuard guard(body);
  if (Apc->Inserted == FALSE) return FALSE;
  ke::list_remove(Apc->ApcListEntry);
  Apc->Inserted = FALSE;
  ke::note_queued(body);
  return TRUE;
}

// True when an alert was taken; in user mode, queued user APCs end the next wait otherwise.
BOOLEAN NTAPI KeTestAlertThread(KPROCESSOR_MODE Mode) {
  ke::Thread& self = ke::current_thread();
  ke::KthreadBody& body = ke::body_now(self);
  if (ke::take_flag(body, Mode == KernelMode ? ke::kAlertKernel : ke::kAlertUser)) return TRUE;
  if (Mode != KernelMode && (body.apc_flags.load() & ke::kUserApc) != 0) {
    body.apc_flags.fetch_or(ke::kUserPending);
  }
  return FALSE;
}

BOOLEAN NTAPI KeAlertThread(PKTHREAD Thread, KPROCESSOR_MODE AlertMode) {
  ke::KthreadBody& body = ke::body_of(Thread);
  const uint32_t flag = AlertMode == KernelMode ? ke::kAlertKernel : ke::kAlertUser;
  const bool before = (body.apc_flags.fetch_or(flag) & flag) != 0;
  if (!before) ke::wake(body);
  return before ? TRUE : FALSE;
}

namespace flthost::ke {

ExportTable apc_exports() {
  static const Export rows[] = {
      FLTHOST_EXPORT(KeInitializeApc),  FLTHOST_EXPORT(KeInsertQueueApc),
      FLTHOST_EXPORT(KeRemoveQueueApc), FLTHOST_EXPORT(KeTestAlertThread),
      FLTHOST_EXPORT(KeAlertThread),
  };
  return {rows, std::size(rows)};
}

}  // namespace flthost::ke
