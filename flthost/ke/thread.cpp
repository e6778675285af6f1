// OS threads that run NT code, their identities, the way into the driver, and the end: bugchecks.
#include <flthost/ke/dispatcher.h>
#include <flthost/ke/ke.h>
#include <pthread.h>
#include <signal.h>
#include <sys/syscall.h>
#include <ucontext.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <memory>
#include <mutex>
#include <vector>

namespace flthost::ke {

constinit thread_local Thread* this_thread = nullptr;
std::atomic<bool> frozen{false};

namespace {

std::mutex g_threads_mutex;
std::vector<Thread*>& threads() {
  static auto* const list = new std::vector<Thread*>;
  return *list;
}

std::atomic<DriverCall> g_driver_call{nullptr};
std::atomic<BugcheckHandler> g_bugcheck_handler{nullptr};
std::atomic<void (*)(NTSTATUS)> g_raise{nullptr};
std::atomic<PETHREAD (*)(Thread&)> g_create_object{nullptr};
std::atomic<void (*)(PETHREAD)> g_release_object{nullptr};
std::atomic<uint64_t> g_code_begin{0}, g_code_end{0};
std::atomic<Thread*> g_bugchecking{nullptr};
constexpr int kFreezeSignal = SIGURG;  // ignored by default, so a late one does no harm

void detach(Thread* thread) {
  leave_queue(*thread);
  if (thread->own != nullptr) {
    if (auto* const release = g_release_object.load()) release(thread->own);
  }
  {
    const std::lock_guard guard(g_threads_mutex);
    std::erase(threads(), thread);
  }
  this_thread = nullptr;
  delete thread;
}

struct Attachment {
  Thread* thread = nullptr;
  ~Attachment() {
    if (thread != nullptr) detach(thread);
  }
};
thread_local Attachment t_attachment;

// Only a thread inside driver code stops here: it holds no lock of libc or of the host.
void on_freeze_signal(int, siginfo_t*, void* context) {
  const auto pc =
      static_cast<uint64_t>(static_cast<ucontext_t*>(context)->uc_mcontext.gregs[REG_RIP]);
  if (frozen.load() && pc >= g_code_begin.load() && pc < g_code_end.load()) freeze_here();
}

void freeze_others() {
  struct sigaction action{};
  action.sa_sigaction = on_freeze_signal;
  action.sa_flags = SA_SIGINFO | SA_RESTART | SA_ONSTACK;
  sigaction(kFreezeSignal, &action, nullptr);
  frozen.store(true);
  // Whoever holds this mutex for long is frozen itself; then its list is good enough unlocked.
  const std::unique_lock guard(g_threads_mutex, std::try_to_lock);
  if (!guard.owns_lock()) return;
  const int self = static_cast<int>(syscall(SYS_gettid));
  for (const Thread* thread : threads()) {
    if (thread->os_id != self) syscall(SYS_tgkill, getpid(), thread->os_id, kFreezeSignal);
  }
}

}  // namespace

Thread& attach_thread() {
  auto* const thread = new Thread;
  thread->os_id = static_cast<int>(syscall(SYS_gettid));
  thread->owned_mutants.Flink = thread->owned_mutants.Blink = &thread->owned_mutants;
  thread->queue_link.Flink = thread->queue_link.Blink = &thread->queue_link;
  initialize_header(thread->body.header, kThread, 0);
  {
    const std::lock_guard guard(g_threads_mutex);
    threads().push_back(thread);
  }
  this_thread = thread;
  t_attachment.thread = thread;
  return *thread;
}

void install_thread_objects(PETHREAD (*create)(Thread&), void (*release)(PETHREAD)) {
  g_release_object.store(release);
  g_create_object.store(create);
}

PETHREAD current_thread_object() {
  Thread& thread = current_thread();
  if (thread.object != nullptr) return thread.object;
  if (thread.own == nullptr) {
    if (auto* const create = g_create_object.load()) thread.own = create(thread);
  }
  return thread.own != nullptr ? thread.own : reinterpret_cast<PETHREAD>(&thread.body);
}

void check_thread_end() {
  const Thread& thread = current_thread();
  if (thread.owned_mutants.Flink != &thread.owned_mutants) {
    bugcheck({.code = 0x4000008A,
              .parameters = {reinterpret_cast<uint64_t>(thread.object),
                             reinterpret_cast<uint64_t>(thread.owned_mutants.Flink), 0, 0},
              .reason = "The thread ends while it owns a mutex; release it with KeReleaseMutex "
                        "before the thread returns."});
  }
}

void set_terminating(Thread& thread, bool terminating) {
  thread.terminating.store(terminating, std::memory_order_seq_cst);
  if (!terminating) return;
  thread.poke.fetch_add(1, std::memory_order_seq_cst);
  unpark_all(thread.poke);
}

void install_driver_call(DriverCall call) {
  g_driver_call.store(call);
}

// The routine's real type is only known to its caller; all of them pass twelve words in this ABI.
__attribute__((no_sanitize("function"))) uint64_t call_driver(const void* function,
                                                              const uint64_t* a, int count) {
  freeze_point();
  if (const DriverCall call = g_driver_call.load(std::memory_order_relaxed)) {
    return call(function, a, count);
  }
  using Routine = uint64_t(NTAPI*)(uint64_t, uint64_t, uint64_t, uint64_t, uint64_t, uint64_t,
                                   uint64_t, uint64_t, uint64_t, uint64_t, uint64_t, uint64_t);
  uint64_t p[12] = {};
  for (int i = 0; i < count && i < 12; ++i) p[i] = a[i];
  const auto routine = reinterpret_cast<Routine>(reinterpret_cast<uint64_t>(function));
  return routine(p[0], p[1], p[2], p[3], p[4], p[5], p[6], p[7], p[8], p[9], p[10], p[11]);
}

void install_raise(void (*raise)(NTSTATUS)) {
  g_raise.store(raise);
}

void raise_to_caller(NTSTATUS status, uint64_t object, const char* reason) {
  if (auto* const raise = g_raise.load()) raise(status);
  bugcheck({.code = 0x1E,  // KMODE_EXCEPTION_NOT_HANDLED
            .parameters = {static_cast<uint32_t>(status), object, 0, 0},
            .reason = reason});
}

void install_bugcheck_handler(BugcheckHandler handler) {
  g_bugcheck_handler.store(handler);
}

void set_driver_code_range(uint64_t begin, uint64_t end) {
  g_code_begin.store(begin);
  g_code_end.store(end);
}

void freeze_here() {
  // The thread that reports goes on.
  if (this_thread != nullptr && g_bugchecking.load() == this_thread) return;
  for (;;) pause();
}

void run_bugcheck_callbacks();  // misc.cpp

void bugcheck(const Bugcheck& report) {
  Thread& self = current_thread();
  Thread* nobody = nullptr;
  if (!g_bugchecking.compare_exchange_strong(nobody, &self)) {
    if (nobody != &self) freeze_here();
    std::fputs("A second bugcheck happened while the first was being reported.\n", stderr);
    std::abort();
  }
  freeze_others();
  run_bugcheck_callbacks();
  if (const BugcheckHandler handler = g_bugcheck_handler.load()) handler(report);
  std::fprintf(stderr, "*** STOP: 0x%08X (0x%llX, 0x%llX, 0x%llX, 0x%llX)\n%s\n", report.code,
               static_cast<unsigned long long>(report.parameters[0]),
               static_cast<unsigned long long>(report.parameters[1]),
               static_cast<unsigned long long>(report.parameters[2]),
               static_cast<unsigned long long>(report.parameters[3]), report.reason.c_str());
  std::abort();
}

}  // namespace flthost::ke
