// Dispatcher objects (events, semaphores, mutants, timers, threads, queues) for the components
// above: waiting on them with a deadline, and signalling the ones that have no KeSet... of their
// own.
//
// Each object has its own lock, a bit of DISPATCHER_HEADER.Lock as on NT; waiters hang on
// WaitListHead. The signalling thread takes the signal on behalf of the waiter it wakes.
#pragma once

#include <flthost/ke/ke.h>

namespace flthost::ke {

// DISPATCHER_HEADER.Type
enum ObjectType : uint8_t {
  kNotificationEvent = 0,
  kSynchronizationEvent = 1,
  kMutant = 2,
  kProcess = 3,
  kQueue = 4,
  kSemaphore = 5,
  kThread = 6,
  kNotificationTimer = 8,
  kSynchronizationTimer = 9,
};

void initialize_header(DISPATCHER_HEADER& header, ObjectType type, LONG state);
// Signals a thread or process object for good: all waits on it end.
void signal_permanently(DISPATCHER_HEADER& header);

// An NT timeout (null: none; negative: relative; else system time) as a deadline on interrupt time.
int64_t deadline_of(const LARGE_INTEGER* timeout);

// How a thread waits. apcs: kernel APCs run meanwhile, as in every wait that a driver makes.
struct WaitHow {
  bool cancellable = false;
  bool user = false;       // WaitMode
  bool alertable = false;  // alerts and user APCs end it: STATUS_ALERTED, STATUS_USER_APC
  bool apcs = false;
};

// STATUS_WAIT_0 + index, STATUS_ABANDONED_WAIT_0 + index, STATUS_TIMEOUT, or, when cancellable and
// the thread is being killed, STATUS_THREAD_IS_TERMINATING. IRQL <= APC_LEVEL unless the deadline
// has passed already. At most MAXIMUM_WAIT_OBJECTS.
NTSTATUS wait_for(DISPATCHER_HEADER* const* objects, uint32_t count, bool all, int64_t deadline,
                  const WaitHow& how);
inline NTSTATUS wait_for(DISPATCHER_HEADER* const* objects, uint32_t count, bool all,
                         int64_t deadline, bool cancellable) {
  return wait_for(objects, count, all, deadline, WaitHow{.cancellable = cancellable});
}
inline NTSTATUS wait_for(void* object, int64_t deadline = kForever, bool cancellable = false) {
  auto* const header = static_cast<DISPATCHER_HEADER*>(object);
  return wait_for(&header, 1, false, deadline, cancellable);
}

// KeSetTimerEx and KeCancelTimer with a deadline on interrupt time.
bool set_timer(KTIMER& timer, int64_t deadline, uint32_t period_ms, KDPC* dpc);
bool cancel_timer(KTIMER& timer);
// Mutants of the object manager: `apc_disable` is false for them; abandoned when their thread ends.
void initialize_mutant(KMUTANT& mutant, bool owned, bool apc_disable);
LONG release_mutant(KMUTANT& mutant, bool abandon);
// Spin locks at any IRQL >= DISPATCH_LEVEL.
void acquire_spin_lock(PKSPIN_LOCK lock);
bool try_spin_lock(PKSPIN_LOCK lock);
void release_spin_lock(PKSPIN_LOCK lock);

// ------------------------------------------------------------------ inside of ke
// The lock bit lies beside Type in the first byte, where NT has it.
inline constexpr LONG kLockBit = 0x80;

void lock_contended(std::atomic_ref<LONG> word);
inline void lock(DISPATCHER_HEADER& header) {
  std::atomic_ref<LONG> word(header.LockNV);
  if ((word.fetch_or(kLockBit, std::memory_order_acquire) & kLockBit) != 0) lock_contended(word);
}
inline void unlock(DISPATCHER_HEADER& header) {
  std::atomic_ref<LONG>(header.LockNV).fetch_and(~kLockBit, std::memory_order_release);
}
inline ObjectType type_of(DISPATCHER_HEADER& header) {
  return static_cast<ObjectType>(
      std::atomic_ref<LONG>(header.LockNV).load(std::memory_order_relaxed) & 0x7f);
}

// Holding the object's lock, after its state became signalled: gives the signal to waiters, wakes
// them. Releases the lock.
void satisfy_waiters_and_unlock(DISPATCHER_HEADER& header);
// Around a wait of a thread that is associated with a KQUEUE: another may run meanwhile.
void queue_thread_blocks(Thread& self);
void queue_thread_runs(Thread& self);
void leave_queue(Thread& self);  // at the thread's end

// A thread that waits; lives on its stack while blocks are linked or somebody pins it.
struct Waiter {
  static constexpr uint32_t kWaiting = 0, kEnded = ~0U;  // else: 1 + index, | kAbandoned
  static constexpr uint32_t kAbandoned = 0x80;
  std::atomic<uint32_t> state{kWaiting};
  std::atomic<uint32_t> pins{0};
  PKTHREAD thread = nullptr;
  bool all = false;
  uint32_t count = 0;
  DISPATCHER_HEADER* const* objects = nullptr;
  LIST_ENTRY* queue_entry = nullptr;  // what KeRemoveQueue gets
};
struct WaitLink {
  LIST_ENTRY entry{};
  Waiter* waiter = nullptr;
  uint32_t index = 0;
  bool linked = false;
};

// Timers and DPCs that are due by now; run by whoever advances the clock.
void expire_timers(int64_t now);
int64_t next_timer();
bool clock_is_stepped();
// Puts a DPC on a processor's queue; false when it is queued already. Then kick() it.
bool queue_dpc(KDPC& dpc, void* argument1, void* argument2, int* processor);
void kick_processor(int processor);

}  // namespace flthost::ke
