// Process and thread objects, their tables, and identities of host threads.
#include <flthost/ex/ex.h>
#include <flthost/ke/dispatcher.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <unordered_map>

#include "ps_internal.h"
#include "zw_memory.h"

using namespace flthost;

extern "C" PEPROCESS PsInitialSystemProcess;
PEPROCESS PsInitialSystemProcess = nullptr;

namespace flthost::ps {

namespace {

constexpr uint32_t kSystemPid = 4, kSystemTid = 8;
constexpr size_t kShards = 64;

// Sharded by id: a look-up costs the same with ten processes and with a hundred thousand. The table
// holds a reference.
template <typename Body>
class Table {
 public:
  // Null when free, else who is there, with a reference.
  Body* insert(uint32_t id, Body* body) {
    Shard& shard = shards_[id % kShards];
    const std::lock_guard guard(shard.mutex);
    const auto [it, inserted] = shard.bodies.emplace(id, body);
    ob::reference(it->second);
    return inserted ? nullptr : it->second;
  }
  Body* find(uint32_t id) {
    Shard& shard = shards_[id % kShards];
    const std::lock_guard guard(shard.mutex);
    const auto it = shard.bodies.find(id);
    if (it == shard.bodies.end()) return nullptr;
    ob::reference(it->second);
    return it->second;
  }
  void remove(uint32_t id, Body* body) {
    Shard& shard = shards_[id % kShards];
    {
      const std::lock_guard guard(shard.mutex);
      const auto it = shard.bodies.find(id);
      if (it == shard.bodies.end() || it->second != body) return;
      shard.bodies.erase(it);
    }
    ob::dereference(body);
  }
  std::vector<Body*> all() {
    std::vector<Body*> result;
    for (Shard& shard : shards_) {
      const std::lock_guard guard(shard.mutex);
      for (const auto& [id, body] : shard.bodies) {
        ob::reference(body);
        result.push_back(body);
      }
    }
    return result;
  }

 private:
  struct alignas(64) Shard {
    std::mutex mutex;
    std::unordered_map<uint32_t, Body*> bodies;
  };
  std::array<Shard, kShards> shards_;
};

Table<ProcessBody>& processes() {
  static auto* const table = new Table<ProcessBody>;
  return *table;
}
Table<ThreadBody>& threads() {
  static auto* const table = new Table<ThreadBody>;
  return *table;
}

std::atomic<uint64_t> g_next_key{1};

struct SecurityRelease {
  void (*process)(void*) = nullptr;
  void (*thread)(void*) = nullptr;
} g_security;

void release_security(std::atomic<void*>& slot, void (*release)(void*)) {
  void* const held = slot.exchange(nullptr);
  if (held != nullptr && release != nullptr) release(held);
}

void destroy_process(void* body) {
  auto* const process = static_cast<ProcessBody*>(body);
  release_security(process->security, g_security.process);
  process->~ProcessBody();
}

void destroy_thread(void* body) {
  auto* const thread = static_cast<ThreadBody*>(body);
  ProcessBody* const process = thread->process;
  release_security(thread->security, g_security.thread);
  thread->~ThreadBody();
  if (process != nullptr) ob::dereference(process);
}

// \...\name -> at most 15 bytes of it, as EPROCESS keeps.
void set_image(ProcessBody& process, const std::u16string& image, const std::u16string& command) {
  const std::lock_guard guard(process.mutex);
  process.image = image;
  process.command_line = command;
  const std::u16string_view last = std::u16string_view(image).substr(image.find_last_of(u'\\') + 1);
  size_t length = 0;
  for (; length < std::min<size_t>(last.size(), 15); ++length) {
    process.short_name[length] = last[length] < 0x80 ? static_cast<char>(last[length]) : '?';
  }
  process.short_name[length] = 0;
}

ProcessBody* make_process(const ProcessInfo& info) {
  auto* const process = new (ob::create(PsProcessType, sizeof(ProcessBody))) ProcessBody;
  ke::initialize_header(process->header, ke::kProcess, 0);
  process->pid = info.pid;
  process->parent_pid = info.parent_pid;
  process->uid = info.uid;
  process->start_time = info.start_time;
  process->start_key = g_next_key.fetch_add(1);
  ExInitializeRundownProtection(&process->exit_protection);
  set_image(*process, info.image, info.command_line);
  return process;
}

struct System {
  ProcessBody* process;
  ThreadBody* thread;
};

PETHREAD create_own_thread(ke::Thread& host) {
  prepare();
  ThreadBody* const thread =
      create_thread_object(body_of(system_process()), static_cast<uint32_t>(host.os_id), true);
  ob::make_permanent(thread, true);
  const std::lock_guard guard(thread->mutex);
  thread->hosts.push_back(&host);
  return as_thread(thread);
}

// Under the mutex a host that is on the list lives.
void poke_hosts(PETHREAD thread) {
  ThreadBody& body = body_of(thread);
  const std::lock_guard guard(body.mutex);
  for (ke::Thread* host : body.hosts) ke::poke(*host);
}

void release_own_thread(PETHREAD thread) {
  {
    const std::lock_guard guard(body_of(thread).mutex);
    body_of(thread).hosts.clear();
  }
  exit_thread(thread);
  ob::make_permanent(thread, false);  // who still has a reference leaks it
  ob::dereference(thread);
}

System& system_objects() {
  static System* const made = [] {
    ob::set_callbacks(PsProcessType, {.destroy = destroy_process, .at_any_irql = true});
    ob::set_callbacks(PsThreadType, {.destroy = destroy_thread, .at_any_irql = true});
    auto* const system = new System{};
    system->process = make_process({.pid = kSystemPid,
                                    .parent_pid = 0,
                                    .start_time = ke::system_time(),
                                    .image = u"System",
                                    .command_line = {},
                                    .uid = 0});
    system->process->system = true;
    ob::make_permanent(system->process, true);
    processes().insert(kSystemPid, system->process);
    PsInitialSystemProcess = as_process(system->process);
    system->thread = create_thread_object(*system->process, kSystemTid, true);
    ob::make_permanent(system->thread, true);
    ke::install_thread_objects(create_own_thread, release_own_thread);
    ke::install_thread_poke(poke_hosts);
    ob::install_current([] { return PsGetCurrentProcess(); }, [] { return PsGetCurrentThread(); });
    return system;
  }();
  return *made;
}

void end_thread(ThreadBody& thread) {
  if (thread.exited.exchange(true)) return;
  if (thread.announced.load()) notify_thread(thread, false);
  ke::run_down_apcs(as_thread(&thread), [](void* apc) { ExFreePool(apc); });
  ke::signal_permanently(thread.ke.header);
  threads().remove(thread.tid, &thread);
}

}  // namespace

void prepare() {
  system_objects();
}

PEPROCESS system_process() {
  return as_process(system_objects().process);
}
PETHREAD system_thread() {
  return as_thread(system_objects().thread);
}

ThreadBody* create_thread_object(ProcessBody& process, uint32_t tid, bool system) {
  auto* const thread = new (ob::create(PsThreadType, sizeof(ThreadBody))) ThreadBody;
  ke::initialize_header(thread->ke.header, ke::kThread, 0);
  thread->ke.system = system;
  ob::reference(&process);
  thread->process = &process;
  thread->tid = tid;
  thread->create_time = ke::system_time();
  while (ThreadBody* const old = threads().insert(tid, thread)) {
    if (old->process == &process && !system) {  // another host thread made it first
      ob::dereference(thread);
      return old;
    }
    end_thread(*old);  // the id is used again
    ob::dereference(old);
  }
  bool late = false;
  {
    const std::lock_guard guard(process.mutex);
    late = process.exited.load();  // exit_process() has taken the list, or finds this thread on it
    if (!late) process.threads.insert(tid);
  }
  if (late) end_thread(*thread);
  return thread;
}

PEPROCESS create_process(const ProcessInfo& info) {
  prepare();
  for (;;) {
    if (ProcessBody* const known = processes().find(info.pid)) {
      if (known->start_time == info.start_time) return as_process(known);
      exit_process(as_process(known));
      ob::dereference(known);
    }
    ProcessBody* const process = make_process(info);
    if (ProcessBody* const other = processes().insert(info.pid, process)) {
      ob::dereference(other);
      ob::dereference(process);
      continue;
    }
    notify_process(*process, true);
    return as_process(process);
  }
}

void replace_image(PEPROCESS process, const std::u16string& image, const std::u16string& command) {
  ProcessBody& body = body_of(process);
  notify_process(body, false);
  set_image(body, image, command);
  notify_process(body, true);
}

void exit_process(PEPROCESS process) {
  ProcessBody& body = body_of(process);
  if (body.exited.exchange(true)) return;
  body.exit_time.store(ke::system_time());
  std::set<uint32_t> ids;
  {
    const std::lock_guard guard(body.mutex);
    ids.swap(body.threads);
  }
  for (const uint32_t id : ids) {
    ThreadBody* const thread = threads().find(id);
    if (thread == nullptr) continue;
    if (thread->process == &body) end_thread(*thread);
    ob::dereference(thread);
  }
  notify_process(body, false);  // its threads have gone before
  ExWaitForRundownProtectionRelease(&body.exit_protection);
  unmap_all_views(process);
  free_all_regions(process);
  ke::signal_permanently(body.header);
  processes().remove(body.pid, &body);
}

PEPROCESS reference_process(uint32_t pid) {
  prepare();
  return as_process(processes().find(pid));
}

NTSTATUS creation_status(PEPROCESS process) {
  return body_of(process).creation_status.load();
}
uint32_t process_id(PEPROCESS process) {
  return body_of(process).pid;
}
uint32_t process_uid(PEPROCESS process) {
  return body_of(process).uid;
}

std::atomic<void*>& security_slot(PEPROCESS process) {
  return body_of(process).security;
}
std::atomic<void*>& security_slot(PETHREAD thread) {
  return body_of(thread).security;
}
void install_security_release(void (*release_process)(void*), void (*release_thread)(void*)) {
  g_security = {release_process, release_thread};
}

PETHREAD find_thread(uint32_t tid) {
  prepare();
  return as_thread(threads().find(tid));
}

PETHREAD reference_thread(PEPROCESS process, uint32_t tid) {
  ProcessBody& body = body_of(process);
  if (ThreadBody* const known = threads().find(tid)) {
    if (known->process == &body) return as_thread(known);
    ob::dereference(known);
  }
  if (body.exited.load()) return nullptr;
  ThreadBody* const thread = create_thread_object(body, tid, body.system);
  if (!thread->announced.exchange(true)) notify_thread(*thread, true);
  return as_thread(thread);
}

void exit_thread(PETHREAD thread) {
  ThreadBody& body = body_of(thread);
  {
    const std::lock_guard guard(body.process->mutex);
    body.process->threads.erase(body.tid);
  }
  end_thread(body);
}

void dereference(PVOID object) {
  ob::dereference(object);
}
PEPROCESS thread_process(PETHREAD thread) {
  return as_process(body_of(thread).process);
}
uint32_t thread_id(PETHREAD thread) {
  return body_of(thread).tid;
}

void set_terminating(PETHREAD thread) {
  ThreadBody& body = body_of(thread);
  body.terminating.store(true);
  const std::lock_guard guard(body.mutex);
  for (ke::Thread* host : body.hosts) ke::set_terminating(*host, true);
}

namespace {

void leave_identity(ke::Thread& host, PETHREAD thread) {
  if (thread == nullptr) return;
  ThreadBody& body = body_of(thread);
  const std::lock_guard guard(body.mutex);
  std::erase(body.hosts, &host);
}

void enter_identity(ke::Thread& host, PETHREAD thread) {
  host.object = thread;
  if (thread == nullptr) {
    ke::set_terminating(host, false);
    return;
  }
  ThreadBody& body = body_of(thread);
  const std::lock_guard guard(body.mutex);
  body.hosts.push_back(&host);
  const bool terminating = body.terminating.load();
  if (terminating || host.terminating.load(std::memory_order_relaxed)) {
    ke::set_terminating(host, terminating);
  }
}

}  // namespace

Impersonate::Impersonate(PETHREAD thread) : old_(ke::current_thread().object) {
  ke::Thread& host = ke::current_thread();
  leave_identity(host, old_);
  if (thread != nullptr) ob::reference(thread);
  enter_identity(host, thread);
  // What was queued to the thread while nobody was it.
  if (thread != nullptr && host.irql < APC_LEVEL &&
      body_of(thread).ke.apc_flags.load(std::memory_order_relaxed) != 0) {
    ke::deliver_apcs(host);
  }
}

Impersonate::~Impersonate() {
  ke::Thread& host = ke::current_thread();
  PETHREAD const mine = host.object;
  leave_identity(host, mine);
  enter_identity(host, old_);
  if (mine != nullptr) ob::dereference(mine);
}

std::string prove_all_returned() {
  prepare();
  std::string lines;
  join_system_threads(&lines);
  notify_leaks(&lines);
  silo_leaks(&lines);
  end_module_list();
  for (ProcessBody* process : processes().all()) {
    if (!process->system) exit_process(as_process(process));
    ob::dereference(process);
  }
  ob::leaks(&lines);
  return lines;
}

}  // namespace flthost::ps
