// Between the files of ke.
#pragma once

#include <flthost/ke/dispatcher.h>
#include <flthost/ke/ke.h>

#include <iterator>

namespace flthost::ke {

bool remove_dpc(KDPC& dpc);
// Another DPC or another thread waits for the processor that the caller owns.
bool processor_is_wanted();

// KthreadBody::apc_flags
enum ApcFlags : uint32_t {
  kSpecialApc = 1,   // a special kernel APC is queued
  kNormalApc = 2,    // a normal one is
  kUserApc = 4,      // a user-mode one is
  kUserPending = 8,  // and a user-mode wait ends for it, alertable or not
  kAlertKernel = 16,
  kAlertUser = 32,
  kApcsClosed = 64,
};

inline KthreadBody& body_now(Thread& self) {
  PETHREAD const object = self.object != nullptr ? self.object : self.own;
  return object != nullptr ? *reinterpret_cast<KthreadBody*>(object) : self.body;
}
// At every place where the thread has come below APC_LEVEL or left a region.
inline void run_pending_apcs(Thread& self) {
  if ((body_now(self).apc_flags.load(std::memory_order_relaxed) & (kSpecialApc | kNormalApc)) != 0)
      [[unlikely]] {
    deliver_apcs(self);
  }
}
// Runs the kernel APCs that may run; true when an alert or a user APC ends the wait with *status.
struct WaitHow;
bool wait_is_interrupted(Thread& self, const WaitHow& how, NTSTATUS* status);
ParkOptions park_options(Thread& self, const WaitHow& how, int64_t deadline);
void note_mutant_owned(Thread& self, KMUTANT& mutant);

inline void list_init(LIST_ENTRY& head) {
  head.Flink = head.Blink = &head;
}
inline bool list_empty(const LIST_ENTRY& head) {
  return head.Flink == &head;
}
inline void list_insert_tail(LIST_ENTRY& head, LIST_ENTRY& entry) {
  entry.Flink = &head;
  entry.Blink = head.Blink;
  head.Blink->Flink = &entry;
  head.Blink = &entry;
}
inline void list_insert_head(LIST_ENTRY& head, LIST_ENTRY& entry) {
  entry.Flink = head.Flink;
  entry.Blink = &head;
  head.Flink->Blink = &entry;
  head.Flink = &entry;
}
inline void list_remove(LIST_ENTRY& entry) {
  entry.Flink->Blink = entry.Blink;
  entry.Blink->Flink = entry.Flink;
  list_init(entry);
}

ExportTable dpc_exports();
ExportTable event_exports();
ExportTable wait_exports();
ExportTable timer_exports();
ExportTable queue_exports();
ExportTable spinlock_exports();
ExportTable processor_exports();
ExportTable region_exports();
ExportTable slist_exports();
ExportTable apc_exports();

}  // namespace flthost::ke
