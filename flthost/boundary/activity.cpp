// Which driver routines run at this moment: asked for when the host is to end and does not.
#include <flthost/boundary/state.h>

#include <dirent.h>
#include <sys/syscall.h>
#include <ucontext.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <ctime>

namespace flthost::boundary {
namespace {

constexpr int kAskSignal = SIGUSR2;
constexpr size_t kMostThreads = 512;
constexpr int kPatienceMs = 500;

// What a thread says of itself; written in its signal handler.
struct Answer {
  int thread;
  uint64_t routine;  // 0: no driver code on this thread
  uint64_t pc;       // in the driver: where it runs, or where it called the export
  const ThunkRecord* record;
};
std::array<Answer, kMostThreads> answers;
std::atomic<size_t> taken{0}, given{0};

void on_ask(int, siginfo_t*, void* raw_context) {
  const auto& context = *static_cast<const ucontext_t*>(raw_context);
  const size_t slot = taken.fetch_add(1);
  if (slot >= kMostThreads) return;
  Answer& answer = answers[slot];
  answer = {static_cast<int>(syscall(SYS_gettid)), 0, 0, nullptr};
  const State* state = current_state_or_null();
  if (state != nullptr && state->segment != nullptr) {
    answer.routine = reinterpret_cast<uint64_t>(state->segment->routine);
    if (state->frame != nullptr) {
      answer.record = state->frame->record;
      memcpy(&answer.pc, reinterpret_cast<const void*>(state->frame->rsp), 8);
    } else {
      answer.pc = static_cast<uint64_t>(context.uc_mcontext.gregs[REG_RIP]);
    }
  }
  given.fetch_add(1);
}

size_t ask_all() {
  struct sigaction action{};
  action.sa_sigaction = on_ask;
  action.sa_flags = SA_SIGINFO | SA_RESTART | SA_ONSTACK;
  sigaction(kAskSignal, &action, nullptr);
  size_t asked = 0;
  DIR* const list = opendir("/proc/self/task");
  if (list == nullptr) return 0;
  const long self = syscall(SYS_gettid);
  while (const dirent* const entry = readdir(list)) {
    const int thread = atoi(entry->d_name);
    if (thread <= 0 || thread == self || asked >= kMostThreads) continue;
    if (syscall(SYS_tgkill, getpid(), thread, kAskSignal) == 0) ++asked;
  }
  closedir(list);
  return asked;
}

std::string routine_name(uint64_t routine) {
  const Module* module = module_at(routine);
  if (module != nullptr && module->entry == routine) return "DriverEntry of " + module->name;
  return describe_address(routine);
}

}  // namespace

std::vector<DriverActivity> driver_activity() {
  taken.store(0);
  given.store(0);
  const size_t asked = ask_all();
  const timespec moment{0, 1'000'000};
  for (int i = 0; i < kPatienceMs && given.load() < asked; ++i) nanosleep(&moment, nullptr);
  std::vector<DriverActivity> running;
  for (size_t i = 0; i < given.load(); ++i) {
    const Answer& answer = answers[i];
    if (answer.routine == 0) continue;
    std::string where = describe_address(answer.pc);
    if (answer.record != nullptr && answer.record->info != nullptr) {
      where = answer.record->info->name + ", called at " + where;
    }
    running.push_back({answer.thread, routine_name(answer.routine), where});
  }
  return running;
}

}  // namespace flthost::boundary
