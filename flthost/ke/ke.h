// The kernel's core: threads, IRQL, virtual processors, waiting, time, DPCs, and the way into
// driver code. Everything else in the host stands on this.
//
// A ke::Thread is an OS thread that may run NT code. At IRQL >= DISPATCH_LEVEL it owns one virtual
// processor exclusively, so that per-processor data needs no lock, as on NT. Everything that blocks
// while driver frames may be on the stack goes through park(), with a clock that can be stepped.
#pragma once

#include <fltKernel.h>

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <type_traits>

namespace flthost::ke {

// ------------------------------------------------------------------ time
// 100 ns units since the host started (interrupt time); never goes back.
int64_t interrupt_time();
// 100 ns units since 1601, as KeQuerySystemTime.
int64_t system_time();
// From now on time stands still until step_clock(). For tests of deadlines. Before any thread
// waits.
void use_stepped_clock();
void step_clock(int64_t hundred_ns);
inline constexpr int64_t kForever = INT64_MAX;

// ------------------------------------------------------------------ threads
// What ke needs at the start of every ETHREAD (ps puts its own fields behind it). Waited on by
// KeWaitForSingleObject: signalled when the thread ends.
struct KthreadBody {
  DISPATCHER_HEADER header{};
  LONG priority = 8;
  bool system = true;  // of the System process: kernel mode is its previous mode
  // Asynchronous procedure calls (apc.cpp). The lists are made when the first one is queued.
  std::atomic_flag apc_lock = ATOMIC_FLAG_INIT;
  std::atomic<uint32_t> apc_flags{0};
  LIST_ENTRY kernel_apcs{}, user_apcs{};
};

class HostRole;

struct Thread {
  KIRQL irql = PASSIVE_LEVEL;
  int processor = 0;  // owned while irql >= DISPATCH_LEVEL, else the last one: a hint
  bool in_dpc = false;
  bool in_kernel_apc = false;            // a normal kernel APC runs: no second one until it returns
  std::atomic<bool> terminating{false};  // its process is being killed: cancellable waits end
  PETHREAD object = nullptr;       // whose thread this is now (ps adopts identities); `own` if null
  PETHREAD own = nullptr;          // a System thread of its own, made by ps on first use
  PKPROCESS attached = nullptr;    // KeStackAttachProcess
  int kernel_apc_disable = 0;      // KeEnterCriticalRegion depth
  int special_apc_disable = 0;     // KeEnterGuardedRegion depth
  PIRP top_level_irp = nullptr;    // IoSetTopLevelIrp
  void* boundary = nullptr;        // boundary's per-thread state (kernel stack, GS block)
  PKQUEUE queue = nullptr;         // KeRemoveQueue associates the thread with it; see queue.cpp
  LIST_ENTRY queue_link{};         // in its ThreadListHead
  KAFFINITY affinity = ~0ULL;      // KeSetSystemAffinityThreadEx
  std::atomic<uint32_t> poke{0};   // changes to end a timed or cancellable park
  LIST_ENTRY owned_mutants{};      // KMUTANT.MutantListEntry
  KthreadBody body;                // stands in for `own` where there is no ps
  int os_id = 0;                   // gettid()
  const HostRole* role = nullptr;  // the innermost; see HostRole
};

extern constinit thread_local Thread* this_thread;
Thread& attach_thread();
// The calling OS thread's; attached on first use, detached when the OS thread ends.
inline Thread& current_thread() {
  Thread* const thread = this_thread;
  return thread != nullptr ? *thread : attach_thread();
}
// What a piece of host code stands for in a stack as NT shows it. Reports put these between the
// driver's frames, ordered by address: they lie on the thread's host stack, last in first out.
class HostRole {
 public:
  // `why` ends "the routine runs at DISPATCH_LEVEL, because it is ..."; may be null.
  HostRole(const char* module, const char* function, const char* why = nullptr)
      : module_(module), function_(function), why_(why), thread_(current_thread()) {
    previous_ = thread_.role;
    thread_.role = this;
  }
  ~HostRole() { thread_.role = previous_; }
  HostRole(const HostRole&) = delete;
  HostRole& operator=(const HostRole&) = delete;
  const char* module() const { return module_; }
  const char* function() const { return function_; }
  const char* why() const { return why_; }
  const HostRole* previous() const { return previous_; }

 private:
  const char* module_;
  const char* function_;
  const char* why_;
  Thread& thread_;
  const HostRole* previous_;
};

// KeGetCurrentThread: the adopted identity, else the OS thread's own System thread, never null.
PETHREAD current_thread_object();
inline bool is_system_thread() {
  return reinterpret_cast<const KthreadBody*>(current_thread_object())->system;
}
// ps installs how an OS thread gets its own ETHREAD (reference held by the Thread), and how that
// reference is given back when the OS thread ends.
void install_thread_objects(PETHREAD (*create)(Thread&), void (*release)(PETHREAD));
// Bugcheck 0x4000008A when the calling thread ends while it owns a mutex.
void check_thread_end();
// ps installs how the host threads that are this one now are found: each gets poke().
void install_thread_poke(void (*poke_hosts)(PETHREAD));
// A park with flags looks at them again. Any IRQL.
void poke(Thread& thread);
// Kernel APCs of this thread that may run now, run. Below APC_LEVEL.
void deliver_apcs(Thread& self);
// The thread takes no more APCs: what is queued is run down, and given to `release` where it has no
// rundown routine. PASSIVE_LEVEL.
void run_down_apcs(PETHREAD thread, void (*release)(void* apc));
// Ends cancellable waits of `thread`, now and later, with WaitResult::Terminating, until cleared.
void set_terminating(Thread& thread, bool terminating);

// Number of virtual processors; set once before the first raise to DISPATCH_LEVEL.
void configure_processors(int count);
int processor_count();
// The processor the caller is on (below DISPATCH_LEVEL: was on, a hint).
int current_processor();

// ------------------------------------------------------------------ IRQL
// Raising to DISPATCH_LEVEL takes a virtual processor (waits while all are taken); lowering below
// it drains this processor's DPC queue first, then gives the processor back.
KIRQL raise_irql(KIRQL irql);
void lower_irql(KIRQL irql);
inline KIRQL current_irql() {
  return current_thread().irql;
}

class AtIrql {
 public:
  explicit AtIrql(KIRQL irql) : old_(raise_irql(irql)) {}
  ~AtIrql() { lower_irql(old_); }
  AtIrql(const AtIrql&) = delete;
  AtIrql& operator=(const AtIrql&) = delete;

 private:
  KIRQL old_;
};

// ------------------------------------------------------------------ DPCs of the host itself
// Runs routine(context) at DISPATCH_LEVEL as a DPC on the current processor: at once when the IRQL
// is below DISPATCH_LEVEL (as if a device interrupted this thread), else when it is lowered below.
// The thread has System's identity while it runs. Any IRQL.
void run_as_dpc(void (*routine)(void*), void* context);
// Makes `dpc` one whose routine is host code (called directly, not through the driver call).
void initialize_host_dpc(KDPC& dpc, PKDEFERRED_ROUTINE routine, void* context);
// Waits until every DPC queued before the call has run. PASSIVE_LEVEL.
void flush_dpcs();
// Joins the host's timer thread; a timer set later starts a new one. PASSIVE_LEVEL.
void stop();

// ------------------------------------------------------------------ waiting: the one primitive
enum class WaitResult { Woken, TimedOut, Terminating };
struct ParkOptions {
  int64_t deadline = kForever;  // interrupt_time()
  bool cancellable = false;     // ends with Terminating when the thread is being killed
  bool shared = false;          // `word` lies in memory shared with another process
  // A set bit of `mask` in here ends it with Woken, as poke() does, which sets bits first.
  const std::atomic<uint32_t>* flags = nullptr;
  uint32_t mask = 0;
};
// Returns Woken at once unless word == expected; else blocks until unpark(word), a spurious
// wake-up, the deadline or termination. IRQL <= APC_LEVEL (DISPATCH_LEVEL is a bugcheck 0xC4/3B).
WaitResult park(std::atomic<uint32_t>& word, uint32_t expected, const ParkOptions& options = {});
void unpark_one(std::atomic<uint32_t>& word, bool shared = false);
void unpark_all(std::atomic<uint32_t>& word, bool shared = false);

// Called around every park that really blocks, on the parking thread: for a scheduler that lets one
// thread run at a time. Either may be null.
void install_park_hooks(void (*before)(), void (*after)());

// A manual-reset event for the host's own use. set() at any IRQL; free when nobody waits.
class HostEvent {
 public:
  void set() {
    if (word_.exchange(kSet, std::memory_order_acq_rel) == kWaiters) unpark_all(word_);
  }
  void reset() {
    uint32_t expected = kSet;
    word_.compare_exchange_strong(expected, kClear, std::memory_order_acq_rel);
  }
  bool is_set() const { return word_.load(std::memory_order_acquire) == kSet; }
  WaitResult wait(ParkOptions options = {}) {
    for (;;) {
      uint32_t now = word_.load(std::memory_order_acquire);
      if (now == kSet) return WaitResult::Woken;
      if (now == kClear && !word_.compare_exchange_weak(now, kWaiters)) continue;
      const WaitResult result = park(word_, kWaiters, options);
      if (result != WaitResult::Woken) return is_set() ? WaitResult::Woken : result;
    }
  }

 private:
  static constexpr uint32_t kClear = 0, kSet = 1, kWaiters = 2;
  std::atomic<uint32_t> word_{kClear};
};

// The structure around a member: containing<KDPC>(entry, offsetof(KDPC, DpcListEntry)).
template <typename T>
T* containing(void* member, size_t offset) {
  return static_cast<T*>(static_cast<void*>(static_cast<char*>(member) - offset));
}

// ------------------------------------------------------------------ into the driver
// Calls driver code: boundary installs the way (kernel stack, GS, pageable-code check). Without one
// (unit tests of a component) the function is called directly. At most 12 integer/pointer
// arguments.
using DriverCall = uint64_t (*)(const void* function, const uint64_t* arguments, int count);
void install_driver_call(DriverCall call);
uint64_t call_driver(const void* function, const uint64_t* arguments, int count);

template <typename T>
uint64_t as_argument(T value) {
  static_assert(std::is_integral_v<T> || std::is_pointer_v<T> || std::is_enum_v<T> ||
                std::is_null_pointer_v<T>);
  if constexpr (std::is_pointer_v<T>) {
    return reinterpret_cast<uint64_t>(value);
  } else if constexpr (std::is_null_pointer_v<T>) {
    return 0;
  } else {
    return static_cast<uint64_t>(value);
  }
}

// invoke(routine, a, b): calls a driver's routine with its own types, its result as R.
template <typename R, typename... P, typename... A>
R invoke(R(NTAPI* routine)(P...), A... arguments) {
  const uint64_t packed[sizeof...(P) + 1] = {as_argument(static_cast<P>(arguments))..., 0};
  const uint64_t result =
      call_driver(reinterpret_cast<const void*>(routine), packed, static_cast<int>(sizeof...(P)));
  if constexpr (!std::is_void_v<R>) {
    if constexpr (std::is_pointer_v<R>) {
      return reinterpret_cast<R>(result);
    } else {
      return static_cast<R>(result);
    }
  }
}

// boundary installs where the driver's stack lies (IoGetStackLimits) and how to call out on a fresh
// one (KeExpandKernelStackAndCallout). Without them: the OS thread's stack, a plain call.
struct StackHooks {
  void (*limits)(uint64_t* low, uint64_t* high) = nullptr;
  void (*call_on_new_stack)(const void* routine, uint64_t argument) = nullptr;
};
void install_stack_hooks(const StackHooks& hooks);

// ------------------------------------------------------------------ bugcheck
struct Bugcheck {
  uint32_t code;
  uint64_t parameters[4];
  std::string reason;  // one sentence: what to change
};
// Freezes the host and reports; never returns. Threads inside driver code stop where they are,
// others when they next come to ke, a call into the driver or a park. The app installs a handler
// that writes the report and exits with 86; without one it prints and aborts. Any IRQL.
[[noreturn]] void bugcheck(const Bugcheck& bugcheck);
// Driver images lie in here (mm sets it): what a bugcheck stops at once.
void set_driver_code_range(uint64_t begin, uint64_t end);
extern std::atomic<bool> frozen;
void freeze_here();  // returns only on the thread that reports
inline void freeze_point() {
  if (frozen.load(std::memory_order_relaxed)) freeze_here();
}
using BugcheckHandler = void (*)(const Bugcheck& bugcheck);  // must not return
void install_bugcheck_handler(BugcheckHandler handler);

// How a documented exception reaches the driver that called (mm passes on what boundary installs).
// Never from under a lock: no destructor on the way runs. Without one: bugcheck 0x1E with `reason`.
void install_raise(void (*raise)(NTSTATUS status));
[[noreturn]] void raise_to_caller(NTSTATUS status, uint64_t object, const char* reason);

// ------------------------------------------------------------------ exports of a component
// One row per function or datum that drivers can import.
struct Export {
  const char* name;
  const void* address;
  bool data = false;
  // Owns nothing, holds no lock, calls nobody: a fault in it on a pointer that the driver gave is
  // raised in the driver's frame, as on NT.
  bool pure = false;
};
template <typename R, typename... P>
constexpr Export export_row(const char* name, R(NTAPI* function)(P...)) {
  return {name, reinterpret_cast<const void*>(function)};
}
#define FLTHOST_EXPORT(function)                        \
  ::flthost::ke::Export {                               \
    #function, reinterpret_cast<const void*>(&function) \
  }

struct ExportTable {
  const Export* rows;
  size_t count;
};
ExportTable exports();  // Ke*, Kf*, HAL's, of this component

}  // namespace flthost::ke
