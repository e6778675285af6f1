// Timers: one ordered set, expired by the host's timer thread (real clock) or by whoever steps the
// clock. The same thread runs DPCs that were aimed at an idle processor from DISPATCH_LEVEL.
#include <linux/futex.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <mutex>
#include <set>
#include <thread>
#include <vector>

#include "ke_internal.h"

using namespace flthost;

namespace flthost::ke {

namespace {

struct DueBefore {
  bool operator()(const KTIMER* a, const KTIMER* b) const {
    if (a->DueTime.QuadPart != b->DueTime.QuadPart)
      return a->DueTime.QuadPart < b->DueTime.QuadPart;
    return a < b;
  }
};

// Guards the set, the fields of every queued timer, and the thread.
std::mutex g_mutex;
std::set<KTIMER*, DueBefore>& queue() {
  static auto* const timers = new std::set<KTIMER*, DueBefore>;
  return *timers;
}
std::atomic<uint32_t> g_wake{0};
std::atomic<uint64_t> g_kick{0};  // processors whose DPCs want a thread
// Never destroyed: a process may end while it sleeps.
std::thread& g_thread = *new std::thread;
bool g_stop = false;

// KTIMER.Processor is our "is in the queue".
bool is_queued(const KTIMER& timer) {
  return timer.Processor != 0;
}

bool remove_locked(KTIMER& timer) {
  if (!is_queued(timer)) return false;
  queue().erase(&timer);
  timer.Processor = 0;
  return true;
}

void signal_timer(KTIMER& timer) {
  lock(timer.Header);
  timer.Header.SignalState = 1;
  satisfy_waiters_and_unlock(timer.Header);
}

void run_timer_thread() {
  for (;;) {
    const uint32_t seen = g_wake.load(std::memory_order_seq_cst);
    uint64_t kicks = g_kick.exchange(0);
    for (int i = 0; kicks != 0; ++i, kicks >>= 1) {
      if ((kicks & 1) != 0) kick_processor(i);
    }
    // A stepped clock is expired by who steps it, so that step_clock() returns when all has run.
    const bool stepped = clock_is_stepped();
    if (!stepped) expire_timers(interrupt_time());
    const int64_t next = stepped ? kForever : next_timer();
    {
      const std::lock_guard guard(g_mutex);
      if (g_stop) return;
    }
    park(g_wake, seen, {.deadline = next});
  }
}

void wake_thread_locked() {
  if (!g_thread.joinable() && !g_stop) g_thread = std::thread(run_timer_thread);
  g_wake.fetch_add(1, std::memory_order_seq_cst);
  unpark_all(g_wake);
}

}  // namespace

void wake_timer_thread_for(int processor) {
  g_kick.fetch_or(1ULL << processor);
  const std::lock_guard guard(g_mutex);
  wake_thread_locked();
}

int64_t next_timer() {
  const std::lock_guard guard(g_mutex);
  return queue().empty() ? kForever : static_cast<int64_t>((*queue().begin())->DueTime.QuadPart);
}

void expire_timers(int64_t now) {
  uint64_t kicks = 0;
  {
    const std::lock_guard guard(g_mutex);
    while (!queue().empty()) {
      KTIMER& timer = **queue().begin();
      if (static_cast<int64_t>(timer.DueTime.QuadPart) > now) break;
      remove_locked(timer);
      if (timer.Period != 0) {
        timer.DueTime.QuadPart += static_cast<uint64_t>(timer.Period) * 10'000;
        timer.Processor = 1;
        queue().insert(&timer);
      }
      KDPC* const dpc = timer.Dpc;  // once it is signalled, its owner may use the memory anew
      signal_timer(timer);
      if (dpc != nullptr) {
        int processor = 0;
        const auto system = static_cast<uint64_t>(system_time());
        if (queue_dpc(*dpc, reinterpret_cast<void*>(system & 0xffffffff),
                      reinterpret_cast<void*>(system >> 32), &processor)) {
          kicks |= 1ULL << processor;
        }
      }
    }
  }
  for (int i = 0; kicks != 0; ++i, kicks >>= 1) {
    if ((kicks & 1) != 0) kick_processor(i);
  }
}

static bool insert_locked(KTIMER& timer, int64_t deadline, uint32_t period_ms, KDPC* dpc) {
  const bool was_queued = remove_locked(timer);
  lock(timer.Header);
  timer.Header.SignalState = 0;
  unlock(timer.Header);
  timer.DueTime.QuadPart = static_cast<uint64_t>(deadline);
  timer.Period = period_ms;
  timer.Dpc = dpc;
  timer.Processor = 1;
  const auto at = queue().insert(&timer).first;
  if (at == queue().begin()) wake_thread_locked();
  return was_queued;
}

bool set_timer(KTIMER& timer, int64_t deadline, uint32_t period_ms, KDPC* dpc) {
  bool was_queued = false;
  {
    const std::lock_guard guard(g_mutex);
    was_queued = insert_locked(timer, deadline, period_ms, dpc);
  }
  // Due already: signalled before KeSetTimer returns.
  if (const int64_t now = interrupt_time(); deadline <= now) expire_timers(now);
  return was_queued;
}
bool cancel_timer(KTIMER& timer) {
  const std::lock_guard guard(g_mutex);
  timer.Period = 0;
  return remove_locked(timer);
}

void stop() {
  std::thread thread;
  {
    const std::lock_guard guard(g_mutex);
    g_stop = true;
    g_wake.fetch_add(1, std::memory_order_seq_cst);
    unpark_all(g_wake);
    thread.swap(g_thread);
  }
  if (thread.joinable()) thread.join();
  const std::lock_guard guard(g_mutex);
  g_stop = false;
}

}  // namespace flthost::ke

VOID NTAPI KeInitializeTimerEx(PKTIMER Timer, TIMER_TYPE Type) {
  *Timer = KTIMER{};
  ke::initialize_header(
      Timer->Header, Type == NotificationTimer ? ke::kNotificationTimer : ke::kSynchronizationTimer,
      0);
}

VOID NTAPI KeInitializeTimer(PKTIMER Timer) {
  KeInitializeTimerEx(Timer, NotificationTimer);
}

BOOLEAN NTAPI KeSetTimerEx(PKTIMER Timer, LARGE_INTEGER DueTime, LONG Period, PKDPC Dpc) {
  return ke::set_timer(*Timer, ke::deadline_of(&DueTime),
                       Period > 0 ? static_cast<uint32_t>(Period) : 0, Dpc)
             ? TRUE
             : FALSE;
}

BOOLEAN NTAPI KeSetTimer(PKTIMER Timer, LARGE_INTEGER DueTime, PKDPC Dpc) {
  return KeSetTimerEx(Timer, DueTime, 0, Dpc);
}

// The tolerable delay is not used: the timer is exact.
BOOLEAN NTAPI KeSetCoalescableTimer(PKTIMER Timer, LARGE_INTEGER DueTime, ULONG Period, ULONG,
                                    PKDPC Dpc) {
  return KeSetTimerEx(Timer, DueTime, static_cast<LONG>(Period), Dpc);
}

BOOLEAN NTAPI KeCancelTimer(PKTIMER Timer) {
  return ke::cancel_timer(*Timer) ? TRUE : FALSE;
}

BOOLEAN NTAPI KeReadStateTimer(PKTIMER Timer) {
  return std::atomic_ref<LONG>(Timer->Header.SignalState).load() != 0 ? TRUE : FALSE;
}

namespace flthost::ke {

ExportTable timer_exports() {
  static const Export rows[] = {
      FLTHOST_EXPORT(KeInitializeTimerEx),   FLTHOST_EXPORT(KeInitializeTimer),
      FLTHOST_EXPORT(KeSetTimerEx),          FLTHOST_EXPORT(KeSetTimer),
      FLTHOST_EXPORT(KeSetCoalescableTimer), FLTHOST_EXPORT(KeCancelTimer),
      FLTHOST_EXPORT(KeReadStateTimer),
  };
  return {rows, std::size(rows)};
}

}  // namespace flthost::ke
