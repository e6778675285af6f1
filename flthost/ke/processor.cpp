// Virtual processors, IRQL and DPC queues.
//
// A processor's owner is one word. Taking it is one compare-and-swap on the processor the thread
// had last; giving it back is one exchange, after which the DPC queue is looked at again, so that a
// DPC queued in between by another thread is run by one of the two.
#include <linux/futex.h>
#include <sched.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <thread>

#include "ke_internal.h"

namespace flthost::ke {

namespace {

constexpr int kMaxProcessors = 64;
constexpr UCHAR kHostDpcType = 0x7f;
constexpr UCHAR kHostRoutineType = 0x7e;  // a KDPC whose routine is host code

// A DPC of the host's own; freed when it has run.
struct HostDpc {
  KDPC dpc{};
  void (*routine)(void*) = nullptr;
  void* context = nullptr;
};

struct alignas(128) Processor {
  std::atomic<Thread*> owner{nullptr};
  std::atomic<uint32_t> queued{0};  // DPCs on the list
  std::atomic_flag lock = ATOMIC_FLAG_INIT;
  SINGLE_LIST_ENTRY* head = nullptr;
  SINGLE_LIST_ENTRY* tail = nullptr;
};

Processor g_processors[kMaxProcessors];
std::atomic<int> g_count{0};
std::atomic<uint32_t> g_waiters{0}, g_released{0};
std::atomic<void (*)(bool)> g_dispatch_hook{nullptr};

int count() {
  int value = g_count.load(std::memory_order_relaxed);
  if (value == 0) {
    const int found = static_cast<int>(std::thread::hardware_concurrency());
    // Two at least: per-processor code that holds only with one should be seen.
    const int wanted = std::clamp(found, 2, kMaxProcessors);
    g_count.compare_exchange_strong(value, wanted);
    value = g_count.load();
  }
  return value;
}

void lock_queue(Processor& p) {
  for (int spins = 0; p.lock.test_and_set(std::memory_order_acquire); ++spins) {
    if (spins > 50) sched_yield();
  }
}
void unlock_queue(Processor& p) {
  p.lock.clear(std::memory_order_release);
}

KDPC* dpc_of(SINGLE_LIST_ENTRY* entry) {
  return containing<KDPC>(entry, offsetof(KDPC, DpcListEntry));
}

std::atomic_ref<void*> data_of(KDPC& dpc) {
  return std::atomic_ref<void*>(const_cast<void*&>(dpc.DpcData));
}

bool try_take(Thread& self, int index) {
  Thread* nobody = nullptr;
  Processor& p = g_processors[index];
  if (p.owner.load(std::memory_order_relaxed) != nullptr) return false;
  if (!p.owner.compare_exchange_strong(nobody, &self, std::memory_order_seq_cst)) return false;
  self.processor = index;
  if (auto* const hook = g_dispatch_hook.load(std::memory_order_relaxed)) [[unlikely]]
    hook(true);
  return true;
}

bool try_take_any(Thread& self) {
  const int n = count();
  for (int i = 0; i < n; ++i) {
    const int index = (self.processor + i) % n;
    if (((self.affinity >> index) & 1) != 0 && try_take(self, index)) return true;
  }
  return false;
}

template <typename Try>
void take_waiting(Try&& take) {
  for (int spins = 0; spins < 100; ++spins) {
    if (take()) return;
    __builtin_ia32_pause();
  }
  g_waiters.fetch_add(1, std::memory_order_seq_cst);
  for (;;) {
    const uint32_t seen = g_released.load(std::memory_order_seq_cst);
    freeze_point();
    if (take()) break;
    syscall(SYS_futex, reinterpret_cast<uint32_t*>(&g_released), FUTEX_WAIT_PRIVATE, seen, nullptr,
            nullptr, 0);
  }
  g_waiters.fetch_sub(1, std::memory_order_seq_cst);
}

void release(Processor& p) {
  if (auto* const hook = g_dispatch_hook.load(std::memory_order_relaxed)) [[unlikely]]
    hook(false);
  p.owner.exchange(nullptr, std::memory_order_seq_cst);
  if (g_waiters.load(std::memory_order_seq_cst) != 0) {
    g_released.fetch_add(1, std::memory_order_seq_cst);
    // All: a waiter may want one certain processor. They sleep without park().
    syscall(SYS_futex, reinterpret_cast<uint32_t*>(&g_released), FUTEX_WAKE_PRIVATE, INT32_MAX,
            nullptr, nullptr, 0);
  }
}

void run_dpc(Thread& self, KDPC* dpc) {
  const HostRole role("nt", "KiExecuteAllDpcs", "a deferred procedure call (KDPC routine)");
  PETHREAD const old_object = self.object;
  PKPROCESS const old_attached = self.attached;
  self.object = nullptr;
  self.attached = nullptr;
  self.in_dpc = true;
  const KIRQL irql = self.irql;
  self.irql = DISPATCH_LEVEL;
  if (dpc->Type == kHostDpcType) {
    auto* const host = containing<HostDpc>(dpc, offsetof(HostDpc, dpc));
    host->routine(host->context);
    delete host;
  } else {
    const UCHAR dpc_type = dpc->Type;
    PKDEFERRED_ROUTINE const routine = dpc->DeferredRoutine;
    void* const context = dpc->DeferredContext;
    void* const argument1 = dpc->SystemArgument1;
    void* const argument2 = dpc->SystemArgument2;
    // From here on it may be queued again, or freed by its owner.
    data_of(*dpc).store(nullptr, std::memory_order_release);
    if (dpc_type == kHostRoutineType) {
      routine(dpc, context, argument1, argument2);
    } else {
      invoke(routine, dpc, context, argument1, argument2);
    }
  }
  if (self.irql != DISPATCH_LEVEL) {
    bugcheck({.code = 0xC8,
              .parameters = {self.irql, DISPATCH_LEVEL, 0, 0},
              .reason = "A DPC routine returned at another IRQL than it was called at; lower or "
                        "release in the DPC what it raised or acquired."});
  }
  self.irql = irql;
  self.in_dpc = false;
  self.object = old_object;
  self.attached = old_attached;
}

void drain(Thread& self, Processor& p) {
  while (p.queued.load(std::memory_order_seq_cst) != 0) {
    lock_queue(p);
    SINGLE_LIST_ENTRY* const entry = p.head;
    if (entry != nullptr) {
      p.head = entry->Next;
      if (p.head == nullptr) p.tail = nullptr;
      p.queued.fetch_sub(1, std::memory_order_seq_cst);
    }
    unlock_queue(p);
    if (entry != nullptr) run_dpc(self, dpc_of(entry));
  }
}

void push(Processor& p, KDPC& dpc) {
  lock_queue(p);
  dpc.DpcListEntry.Next = nullptr;
  if (p.head == nullptr) {
    p.head = p.tail = &dpc.DpcListEntry;
  } else if (dpc.Importance == HighImportance) {
    dpc.DpcListEntry.Next = p.head;
    p.head = &dpc.DpcListEntry;
  } else {
    p.tail->Next = &dpc.DpcListEntry;
    p.tail = &dpc.DpcListEntry;
  }
  p.queued.fetch_add(1, std::memory_order_seq_cst);
  unlock_queue(p);
}

// Owning `p` at DISPATCH_LEVEL: runs its DPCs and gives it back, until nothing is left on it.
void drain_and_release(Thread& self, int index) {
  Processor& p = g_processors[index];
  do {
    drain(self, p);
    release(p);
  } while (p.queued.load(std::memory_order_seq_cst) != 0 && try_take(self, index));
}

[[noreturn]] void bad_irql(uint64_t what, KIRQL now, KIRQL wanted, const char* reason) {
  bugcheck({.code = 0xC4, .parameters = {what, now, wanted, 0}, .reason = reason});
  __builtin_unreachable();
}

int target_of(Thread& self, const KDPC& dpc) {
  const int number = dpc.Number;
  // As on NT, a target is stored with a bias, so that zero means "wherever it is queued".
  if (number >= 0x500 && number - 0x500 < count()) return number - 0x500;
  return self.processor;
}

}  // namespace

void install_dispatch_hook(void (*hook)(bool enters)) {
  g_dispatch_hook.store(hook);
}

void configure_processors(int wanted) {
  g_count.store(std::clamp(wanted, 1, kMaxProcessors));
}
int processor_count() {
  return count();
}
int current_processor() {
  return current_thread().processor % count();
}

KIRQL raise_irql(KIRQL irql) {
  Thread& self = current_thread();
  const KIRQL old = self.irql;
  if (irql < old || irql > HIGH_LEVEL) [[unlikely]] {
    bad_irql(0x30, old, irql,
             "KeRaiseIrql to a level below the current one (or above HIGH_LEVEL); use KeLowerIrql "
             "with the value that KeRaiseIrql gave.");
  }
  if (old < DISPATCH_LEVEL && irql >= DISPATCH_LEVEL) {
    freeze_point();
    if (!(((self.affinity >> self.processor) & 1) != 0 && self.processor < count() &&
          try_take(self, self.processor)) &&
        !try_take_any(self)) [[unlikely]] {
      take_waiting([&] { return try_take_any(self); });
    }
  }
  self.irql = irql;
  return old;
}

void lower_irql(KIRQL irql) {
  Thread& self = current_thread();
  const KIRQL old = self.irql;
  if (irql > old) [[unlikely]] {
    bad_irql(0x31, old, irql,
             "KeLowerIrql to a level above the current one; pass the value that KeRaiseIrql gave.");
  }
  if (old >= DISPATCH_LEVEL && irql < DISPATCH_LEVEL) {
    if (self.in_dpc) [[unlikely]] {
      bugcheck({.code = 0xC4,
                .parameters = {0x31, old, irql, 1},
                .reason = "A DPC routine lowered the IRQL below DISPATCH_LEVEL; do what needs a "
                          "lower IRQL in a work item."});
    }
    self.irql = DISPATCH_LEVEL;
    drain_and_release(self, self.processor);
    freeze_point();
  }
  self.irql = irql;
  if (irql < APC_LEVEL) run_pending_apcs(self);
}

bool queue_dpc(KDPC& dpc, void* argument1, void* argument2, int* processor) {
  const int target = target_of(current_thread(), dpc);
  void* expected = nullptr;
  if (!data_of(dpc).compare_exchange_strong(expected, &g_processors[target],
                                            std::memory_order_acq_rel)) {
    return false;
  }
  dpc.SystemArgument1 = argument1;
  dpc.SystemArgument2 = argument2;
  push(g_processors[target], dpc);
  *processor = target;
  return true;
}

void wake_timer_thread_for(int processor);  // timer.cpp

void kick_processor(int index) {
  Thread& self = current_thread();
  if (self.irql >= DISPATCH_LEVEL) {
    // Our own runs when we lower. An idle other one needs a thread: the host's.
    if (self.processor != index && g_processors[index].owner.load() == nullptr) {
      wake_timer_thread_for(index);
    }
    return;
  }
  const KIRQL old = self.irql;
  const int before = self.processor;
  self.irql = DISPATCH_LEVEL;  // no preemption by a second DPC round on this thread
  if (try_take(self, index)) {
    drain_and_release(self, index);
    self.processor = before;
  }
  self.irql = old;
  if (old < APC_LEVEL) run_pending_apcs(self);
}

void run_as_dpc(void (*routine)(void*), void* context) {
  auto* const host = new HostDpc;
  host->dpc.Type = kHostDpcType;
  host->routine = routine;
  host->context = context;
  Thread& self = current_thread();
  if (self.irql >= DISPATCH_LEVEL) {
    push(g_processors[self.processor], host->dpc);
    return;
  }
  // As an interrupt on the processor this thread gets.
  const KIRQL old = raise_irql(DISPATCH_LEVEL);
  run_dpc(self, &host->dpc);
  lower_irql(old);
}

void initialize_host_dpc(KDPC& dpc, PKDEFERRED_ROUTINE routine, void* context) {
  dpc = KDPC{};
  dpc.Type = kHostRoutineType;
  dpc.Importance = MediumImportance;
  dpc.DeferredRoutine = routine;
  dpc.DeferredContext = context;
}

void flush_dpcs() {
  Thread& self = current_thread();
  const int before = self.processor;
  const KIRQL old = self.irql;
  for (int i = 0; i < count(); ++i) {
    // Whoever owned it when we came drains it before he gives it back.
    self.irql = DISPATCH_LEVEL;
    take_waiting([&] { return try_take(self, i); });
    drain_and_release(self, i);
    self.irql = old;
  }
  self.processor = before;
}

bool processor_is_wanted() {
  const Processor& mine = g_processors[current_thread().processor];
  return mine.queued.load(std::memory_order_relaxed) != 0 ||
         g_waiters.load(std::memory_order_relaxed) != 0;
}

bool remove_dpc(KDPC& dpc) {
  auto* const p = static_cast<Processor*>(data_of(dpc).load(std::memory_order_acquire));
  if (p == nullptr) return false;
  lock_queue(*p);
  bool removed = false;
  SINGLE_LIST_ENTRY* previous = nullptr;
  for (SINGLE_LIST_ENTRY* at = p->head; at != nullptr; previous = at, at = at->Next) {
    if (at != &dpc.DpcListEntry) continue;
    (previous != nullptr ? previous->Next : p->head) = at->Next;
    if (p->tail == at) p->tail = previous;
    p->queued.fetch_sub(1, std::memory_order_seq_cst);
    removed = true;
    break;
  }
  if (removed) data_of(dpc).store(nullptr, std::memory_order_release);
  unlock_queue(*p);
  return removed;
}

}  // namespace flthost::ke
