// The oplock package's own structures, shared by oplock.cpp (state and ends), oplock_request.cpp
// (FltOplockFsctrl) and oplock_check.cpp (FltCheckOplock and the breaks).
//
// A holder's FSCTL stays pended for as long as it holds the oplock; completing it is the break.
// state.lock is never held while driver code runs or a thread waits.
#pragma once

#include <flthost/flt/internal.h>

namespace flthost::flt {

enum class Legacy : uint8_t { None, Level2, Level1, Batch, Filter };

struct OplockHolder {
  PFLT_CALLBACK_DATA data;  // its pended request; null while a break waits for acknowledgement
  PFILE_OBJECT file;
  ULONG level;  // OPLOCK_LEVEL_CACHE_*
  Legacy legacy;
  bool acknowledge_due = false;
  bool close_pending = false;  // it will close instead of acknowledging
  ULONG breaking_to = 0;

  bool breaking() const { return acknowledge_due || close_pending; }
  bool exclusive() const {
    return (level & OPLOCK_LEVEL_CACHE_WRITE) != 0 || legacy == Legacy::Filter;
  }
};

// An operation that waits for the end of a break: pended, or its thread waits.
struct OplockWaiter {
  PFLT_CALLBACK_DATA data;
  PVOID context;
  PFLTOPLOCK_WAIT_COMPLETE_ROUTINE routine;
  ke::HostEvent* event;
  bool notify = false;  // FSCTL_OPLOCK_BREAK_NOTIFY: ends with the break
};

struct OplockState {
  std::mutex lock;
  std::vector<OplockHolder> holders;
  std::vector<OplockWaiter> waiting;
};

// OPLOCK points to it; null when nothing was ever granted, unless `create`.
OplockState* oplock_state(POPLOCK oplock, bool create);
// The same file object, or keys that were given with the create and are equal.
bool same_key(PFILE_OBJECT left, PFILE_OBJECT right);
bool oplock_key(PFILE_OBJECT file, GUID* key);
void set_oplock_key(PFILE_OBJECT file, const GUID& key);

// state.lock held. False: the operation is cancelled already, and not pended.
bool pend_holder(POPLOCK oplock, OplockState& state, const OplockHolder& holder);
bool pend_waiter(POPLOCK oplock, OplockState& state, const OplockWaiter& waiter);
bool take_request(OplockHolder& holder);  // false: it is being cancelled
// state.lock not held.
void end_request(const OplockHolder& holder, ULONG to, bool acknowledge);
void end_request_with(const OplockHolder& holder, NTSTATUS status);
void release_waiting(OplockState& state);  // if no break is left

}  // namespace flthost::flt
