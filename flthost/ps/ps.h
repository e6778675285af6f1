// Processes and threads as the driver knows them (EPROCESS, ETHREAD), and whose identity a host
// thread has while it works for one of them.
#pragma once

#include <flthost/ke/ke.h>

#include <atomic>
#include <string>

namespace flthost::boundary {
struct Module;
}

namespace flthost::ps {

struct ProcessInfo {
  uint32_t pid = 0;
  uint32_t parent_pid = 0;
  int64_t start_time = 0;       // system time, 100 ns since 1601
  std::u16string image;         // NT path, e.g. \Device\LinuxRoot\usr\bin\cat
  std::u16string command_line;  // may be empty
  uint32_t uid = 0;
};

PEPROCESS system_process();  // pid 4
PETHREAD system_thread();

// Creates the object and runs the create-process notify routines at PASSIVE_LEVEL before it
// returns: the process's first operation comes after. A known pid with another start time ends the
// old one. Caller owns a reference. PASSIVE_LEVEL.
PEPROCESS create_process(const ProcessInfo& info);
// Same process, new image (exec): delivered to the drivers as exit and create of the pid.
void replace_image(PEPROCESS process, const std::u16string& image, const std::u16string& command);
void exit_process(PEPROCESS process);  // notify routines run; the object lives while referenced
// Null, or a reference. Any IRQL <= DISPATCH_LEVEL.
PEPROCESS reference_process(uint32_t pid);
// What create-process notify routines left in PS_CREATE_NOTIFY_INFO.CreationStatus: an error asks
// for the process not to start, which whoever created it may heed.
NTSTATUS creation_status(PEPROCESS process);
uint32_t process_id(PEPROCESS process);
uint32_t process_uid(PEPROCESS process);

// The thread object with this id; made on first use. Caller owns a reference. Null when the process
// has ended.
PETHREAD reference_thread(PEPROCESS process, uint32_t tid);
// The thread ended: it is no longer found by its id, waits on it end. Of a process that ends, all
// do.
void exit_thread(PETHREAD thread);
void dereference(PVOID object);  // any object of ob
PEPROCESS thread_process(PETHREAD thread);
uint32_t thread_id(PETHREAD thread);
// The requestor is being killed: its cancellable waits end with STATUS_THREAD_IS_TERMINATING.
void set_terminating(PETHREAD thread);

// A pointer that se keeps with a process (its token) and with a thread (whom it impersonates). What
// is still there when the object goes is passed to `release`, at any IRQL.
std::atomic<void*>& security_slot(PEPROCESS process);
std::atomic<void*>& security_slot(PETHREAD thread);
void install_security_release(void (*release_process)(void*), void (*release_thread)(void*));

// While it lives the calling host thread is `thread` (PsGetCurrentThread, requestor, APC state).
class Impersonate {
 public:
  explicit Impersonate(PETHREAD thread);
  ~Impersonate();
  Impersonate(const Impersonate&) = delete;
  Impersonate& operator=(const Impersonate&) = delete;

 private:
  PETHREAD old_;
};

// A driver's image is in memory and has not run, or is about to go: PsLoadedModuleList and the
// load-image notify routines of the others. PASSIVE_LEVEL.
void image_loaded(const boundary::Module& module);
void image_unloaded(uint64_t base);

// Joins every system thread and frees every object; returns what drivers leaked, one line each.
std::string prove_all_returned();

ke::ExportTable exports();

}  // namespace flthost::ps
