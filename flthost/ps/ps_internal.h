// Between the files of ps: the bodies behind EPROCESS and ETHREAD.
#pragma once

#include <flthost/ob/ob.h>
#include <flthost/ps/ps.h>

#include <atomic>
#include <iterator>
#include <mutex>
#include <set>
#include <string>
#include <vector>

namespace flthost::ps {

struct ProcessBody {
  DISPATCHER_HEADER header{};
  uint32_t pid = 0, parent_pid = 0, uid = 0;
  int64_t start_time = 0;
  uint64_t start_key = 0;
  bool system = false;
  std::atomic<bool> exited{false};
  std::atomic<int64_t> exit_time{0};
  EX_RUNDOWN_REF exit_protection{};
  std::atomic<NTSTATUS> creation_status{STATUS_SUCCESS};
  std::atomic<void*> security{nullptr};  // se's
  std::mutex mutex;                      // what follows
  std::u16string image, command_line;
  char short_name[16] = {};
  std::set<uint32_t> threads;  // ids in the table
  int suspensions = 0;
};

struct ThreadBody {
  ke::KthreadBody ke;
  ProcessBody* process = nullptr;  // a reference
  uint32_t tid = 0;
  int64_t create_time = 0;
  std::atomic<bool> terminating{false};
  std::atomic<bool> exited{false};
  std::atomic<bool> announced{false};  // the thread notify routines know it
  NTSTATUS exit_status = STATUS_PENDING;
  std::atomic<void*> security{nullptr};  // se's
  std::mutex mutex;                      // what follows
  std::vector<ke::Thread*> hosts;        // host threads that are it now
};

// A driver's null pointer faults where it is used, as on NT; the sanitizer need not say so first.
[[clang::no_sanitize("null")]] inline ProcessBody& body_of(PEPROCESS process) {
  return *reinterpret_cast<ProcessBody*>(process);
}
[[clang::no_sanitize("null")]] inline ThreadBody& body_of(PETHREAD thread) {
  return *reinterpret_cast<ThreadBody*>(thread);
}
inline PEPROCESS as_process(ProcessBody* body) {
  return reinterpret_cast<PEPROCESS>(body);
}
inline PETHREAD as_thread(ThreadBody* body) {
  return reinterpret_cast<PETHREAD>(body);
}

// A thread object in the table; caller owns a reference.
ThreadBody* create_thread_object(ProcessBody& process, uint32_t tid, bool system);
PETHREAD find_thread(uint32_t tid);  // with a reference, or null
void prepare();                      // the System process exists after it

// Runs the notify routines.
void notify_process(ProcessBody& process, bool create);
// `process` null: into the system's address space.
void notify_image(UNICODE_STRING& name, ProcessBody* process, uint64_t base, uint64_t size);
void notify_thread(const ThreadBody& thread, bool create);
uint64_t notify_leaks(std::string* lines);
uint64_t silo_leaks(std::string* lines);
void end_module_list();  // no driver is left

// System threads that drivers created: joins those that ended, names those that did not.
uint64_t join_system_threads(std::string* lines);

ke::ExportTable process_exports();
ke::ExportTable notify_exports();
ke::ExportTable system_thread_exports();
ke::ExportTable silo_exports();
ke::ExportTable module_list_exports();
ke::ExportTable process_more_exports();
ke::ExportTable section_exports();
ke::ExportTable view_exports();
ke::ExportTable zw_section_exports();
ke::ExportTable virtual_memory_exports();

}  // namespace flthost::ps
