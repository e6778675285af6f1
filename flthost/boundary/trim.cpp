// Forced IRQL checking. mprotect is process-wide, so a thread that may take page faults and meets a
// trimmed page waits until no processor is at DISPATCH_LEVEL any more: what it sees is a slow disk.
#include <flthost/boundary/hooks.h>
#include <flthost/boundary/state.h>
#include <flthost/ke/dispatch_hook.h>

#include <sched.h>
#include <sys/mman.h>

#include <atomic>
#include <mutex>

namespace flthost::boundary {
namespace {

TrimOptions g_options;
std::atomic<bool> g_on{false};
std::atomic<int> g_processors{0};  // at DISPATCH_LEVEL or above
std::mutex g_mutex;                // transitions; nothing inside touches what is trimmed
std::atomic<bool> g_trimmed{false};

int protection_of(const Section& section) {
  constexpr uint32_t kWrite = 0x80000000, kExecute = 0x20000000;
  if ((section.characteristics & kExecute) != 0) return PROT_READ | PROT_EXEC;
  return (section.characteristics & kWrite) != 0 ? PROT_READ | PROT_WRITE : PROT_READ;
}

void set_accessible(bool accessible) {
  for_each_module(
      [](const ModuleRecord& module, void* context) {
        if (module.unloaded) return;
        const bool open = *static_cast<const bool*>(context);
        for (const Section& section : module.sections) {
          if (section.size == 0 || section.init || !is_pageable(module, section)) continue;
          mprotect(reinterpret_cast<void*>(section.address), (section.size + 4095u) & ~4095u,
                   open ? protection_of(section) : PROT_NONE);
        }
      },
      &accessible);
  if (g_options.protect != nullptr) g_options.protect(accessible);
  g_trimmed.store(!accessible, std::memory_order_release);
}

void at_dispatch(bool enters) {
  const std::lock_guard guard(g_mutex);
  const int before = g_processors.fetch_add(enters ? 1 : -1);
  if (!g_on.load(std::memory_order_relaxed)) return;
  if (enters && before == 0) set_accessible(false);
  if (!enters && before == 1) set_accessible(true);
}

bool is_trimmed(uint64_t address) {
  return is_paged_out_at_dispatch(address) ||
         (g_options.is_protected != nullptr && g_options.is_protected(address));
}

}  // namespace

void force_irql_checking(const TrimOptions& options) {
  g_options = options;
  g_on.store(true);
  ke::install_dispatch_hook(at_dispatch);
}

void stop_irql_checking() {
  const std::lock_guard guard(g_mutex);
  if (!g_on.exchange(false)) return;
  set_accessible(true);
}

bool wait_for_page(uint64_t address) {
  if (!g_on.load(std::memory_order_relaxed)) return false;
  const ke::Thread* const thread = ke::this_thread;
  if (thread != nullptr && thread->irql >= DISPATCH_LEVEL) return false;
  if (!is_trimmed(address)) return false;
  // Accessible again meanwhile: the access is made again in any case.
  while (g_trimmed.load(std::memory_order_acquire)) sched_yield();
  return true;
}

}  // namespace flthost::boundary
