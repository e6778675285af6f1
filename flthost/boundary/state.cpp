// Per-thread state: the kernel stack, the block GS points to, the signal stack.
#include <flthost/boundary/image.h>
#include <flthost/boundary/state.h>

#include <flthost/mm/mm.h>

#include <asm/prctl.h>
#include <sys/auxv.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <mutex>

namespace flthost::boundary {
namespace {

constexpr size_t kSignalStackSize = 128 * 1024;
constexpr size_t kBlockSize = kGuardSize + kKernelStackSize + 2 * kPageSize;
// Of the KPCR that drivers see through GS.
constexpr size_t kGsOffset = 256;
constexpr size_t kPcrSelf = 0x18;
constexpr size_t kPcrCurrentPrcb = 0x20;
constexpr size_t kPcrPrcb = 0x180;
constexpr size_t kPcrLegacyNumber = 0x184;
constexpr size_t kPcrCurrentThread = 0x188;
constexpr size_t kPcrNumber = 0x1a4;

std::mutex stacks_lock;
std::vector<KernelStack>& all_stacks() {
  static auto* stacks = new std::vector<KernelStack>;
  return *stacks;
}
std::vector<KernelStack>& free_stacks() {
  static auto* stacks = new std::vector<KernelStack>;
  return *stacks;
}
std::atomic<PETHREAD> system_thread{nullptr};

// KeExpandKernelStackAndCallout: the largest expansion that NT has.
constexpr uint32_t kExpandedStackSize = 72 * 1024;

KernelStack make_expanded_stack() {
  constexpr size_t kBytes = kGuardSize + kExpandedStackSize;
  auto* memory = static_cast<uint8_t*>(mm::allocate_system(kBytes));
  if (memory == nullptr) {
    fprintf(stderr, "flthost: no memory for an expanded kernel stack; run fewer threads\n");
    abort();
  }
  mprotect(memory, kGuardSize, PROT_NONE);
  KernelStack stack{};
  stack.memory = memory;
  stack.limit = reinterpret_cast<uint64_t>(memory) + kGuardSize;
  stack.top = stack.limit + kExpandedStackSize;
  return stack;
}

KernelStack make_stack() {
  auto* memory = static_cast<uint8_t*>(mm::allocate_system(kBlockSize));
  if (memory == nullptr) {
    fprintf(stderr, "flthost: no memory for a kernel stack; run fewer threads\n");
    abort();
  }
  mprotect(memory, kGuardSize, PROT_NONE);
  KernelStack stack;
  stack.memory = memory;
  stack.limit = reinterpret_cast<uint64_t>(memory) + kGuardSize;
  stack.top = stack.limit + kKernelStackSize;
  stack.gs_base = memory + kGuardSize + kKernelStackSize + kGsOffset;
  stack.shared_data = memory + kGuardSize + kKernelStackSize + kPageSize;
  auto* words = reinterpret_cast<uint64_t*>(stack.limit);
  for (size_t i = 0; i < kKernelStackSize / 8; ++i) words[i] = kStackFill;
  return stack;
}

// Stacks keep their fill pattern when a thread ends, so that the peak over all of them is known.
KernelStack take_stack() {
  const std::lock_guard lock(stacks_lock);
  if (!free_stacks().empty()) {
    const KernelStack stack = free_stacks().back();
    free_stacks().pop_back();
    return stack;
  }
  all_stacks().push_back(make_stack());
  return all_stacks().back();
}

template <typename T>
void put(uint8_t* base, size_t offset, T value) {
  memcpy(base + offset, &value, sizeof(T));
}

void set_gs(const void* base) {
  static const bool fsgsbase = (getauxval(AT_HWCAP2) & 2) != 0;
  if (fsgsbase) {
    asm volatile("wrgsbase %0" ::"r"(base));
  } else {
    syscall(SYS_arch_prctl, ARCH_SET_GS, base);
  }
}

// Owns the calling thread's state; its end gives the stack to the next thread.
struct Attachment {
  State* state = nullptr;
  ~Attachment();
};
thread_local State* attached_state = nullptr;
thread_local Attachment attachment;

Attachment::~Attachment() {
  if (state == nullptr) return;
  attached_state = nullptr;
  stack_t disabled{};
  disabled.ss_flags = SS_DISABLE;
  sigaltstack(&disabled, nullptr);
  munmap(state->signal_stack, kSignalStackSize);
  {
    const std::lock_guard lock(stacks_lock);
    free_stacks().push_back(state->stack);
  }
  delete state;
}

State& attach() {
  auto* state = new State;
  state->thread = &ke::current_thread();
  state->stack = take_stack();
  state->driver_rsp = state->stack.top - 64;
  state->segment_top = state->stack.top;
  uint8_t* pcr = state->stack.gs_base;
  put(pcr - 8, 0, state);
  put(pcr, kPcrSelf, pcr);
  put(pcr, kPcrCurrentPrcb, pcr + kPcrPrcb);
  void* signal_stack = mmap(nullptr, kSignalStackSize, PROT_READ | PROT_WRITE,
                            MAP_PRIVATE | MAP_ANONYMOUS | MAP_STACK, -1, 0);
  if (signal_stack == MAP_FAILED) {
    fprintf(stderr, "flthost: no memory for a signal stack; run fewer threads\n");
    abort();
  }
  state->signal_stack = static_cast<uint8_t*>(signal_stack);
  stack_t alternate{};
  alternate.ss_sp = signal_stack;
  alternate.ss_size = kSignalStackSize;
  sigaltstack(&alternate, nullptr);
  set_gs(pcr);
  state->thread->boundary = state;
  attachment.state = state;
  attached_state = state;
  refresh_processor_block(*state);
  return *state;
}

}  // namespace

State* current_state_or_null() {
  return attached_state;
}

State& current_state() {
  State* state = attached_state;
  return state != nullptr ? *state : attach();
}

void install_system_thread(PETHREAD thread) {
  system_thread.store(thread);
}

void refresh_processor_block(State& state) {
  uint8_t* pcr = state.stack.gs_base;
  const auto number = static_cast<uint32_t>(state.thread->processor);
  put(pcr, kPcrNumber, number);
  put(pcr, kPcrLegacyNumber, static_cast<uint8_t>(number));
  PETHREAD thread = state.thread->object;
  if (thread == nullptr) thread = system_thread.load(std::memory_order_relaxed);
  put(pcr, kPcrCurrentThread, thread);
}

void get_stack_limits(uint64_t* low, uint64_t* high) {
  const State& state = current_state();
  *low = state.stack.limit;
  *high = state.stack.top;
}

// The expanded stack has the thread's GS block; faults and unwinding know only the stack in use.
void call_on_new_stack(const void* routine, uint64_t argument) {
  static std::mutex lock;
  static auto* unused = new std::vector<KernelStack>;
  State& state = current_state();
  KernelStack expanded{};
  {
    const std::lock_guard guard(lock);
    if (!unused->empty()) {
      expanded = unused->back();
      unused->pop_back();
    }
  }
  if (expanded.memory == nullptr) expanded = make_expanded_stack();
  const KernelStack own = state.stack;
  const uint64_t driver_rsp = state.driver_rsp;
  expanded.gs_base = own.gs_base;
  expanded.shared_data = own.shared_data;
  state.stack = expanded;
  state.driver_rsp = expanded.top - 64;
  call_on_kernel_stack(state, routine, &argument, 1);
  state.stack = own;
  state.driver_rsp = driver_rsp;
  const std::lock_guard guard(lock);
  unused->push_back(expanded);
}

void for_each_stack(void (*visit)(const KernelStack&, void*), void* context) {
  const std::lock_guard lock(stacks_lock);
  for (const KernelStack& stack : all_stacks()) visit(stack, context);
}

// Drivers may write to their stacks meanwhile: a look from outside, exact when they are at rest.
__attribute__((disable_sanitizer_instrumentation)) uint32_t kernel_stack_peak() {
  uint32_t peak = 0;
  for_each_stack(
      [](const KernelStack& stack, void* context)
          __attribute__((disable_sanitizer_instrumentation)) {
            auto* most = static_cast<uint32_t*>(context);
            const auto* words = reinterpret_cast<const volatile uint64_t*>(stack.limit);
            uint32_t untouched = 0;
            while (untouched < kKernelStackSize / 8 && words[untouched] == kStackFill) ++untouched;
            const uint32_t used = kKernelStackSize - untouched * 8;
            if (used > *most) *most = used;
          },
      &peak);
  return peak;
}

}  // namespace flthost::boundary
