// Opportunistic locks that a filter keeps for a file of its own (OPLOCK). What is granted beside
// what, what breaks it, and to which level: docs pages "Granting Oplocks", "Breaking Oplocks" and
// "Acknowledging Oplock Breaks" of the file system driver's guide.
#include <flthost/flt/oplock.h>

#include <algorithm>

namespace flthost::flt {
namespace {

struct OplockTable {
  std::mutex lock;
  std::vector<std::pair<PFLT_CALLBACK_DATA, POPLOCK>> rows;  // pended operations
};
OplockTable& oplock_table() {
  static OplockTable table;
  return table;
}

void remember(PFLT_CALLBACK_DATA data, POPLOCK oplock) {
  OplockTable& table = oplock_table();
  const std::lock_guard guard(table.lock);
  table.rows.emplace_back(data, oplock);
}
void forget(PFLT_CALLBACK_DATA data) {
  OplockTable& table = oplock_table();
  const std::lock_guard guard(table.lock);
  std::erase_if(table.rows, [&](const auto& row) { return row.first == data; });
}
POPLOCK oplock_of(PFLT_CALLBACK_DATA data) {
  OplockTable& table = oplock_table();
  const std::lock_guard guard(table.lock);
  for (const auto& row : table.rows) {
    if (row.first == data) return row.second;
  }
  return nullptr;
}

// A pended operation of the holder's or an acknowledgement ends.
void end_pended(PFLT_CALLBACK_DATA data) {
  forget(data);
  FltCompletePendedPreOperation(data, FLT_PREOP_COMPLETE, nullptr);
}

void release_waiter(const OplockWaiter& waiter, NTSTATUS status) {
  if (waiter.event != nullptr) {
    waiter.event->set();
    return;
  }
  waiter.data->IoStatus = {{status}, 0};
  if (waiter.notify) {
    end_pended(waiter.data);
    return;
  }
  forget(waiter.data);
  ke::invoke(waiter.routine, waiter.data, waiter.context);
}

}  // namespace

OplockState* oplock_state(POPLOCK oplock, bool create) {
  std::atomic_ref<PVOID> slot(*oplock);
  PVOID found = slot.load(std::memory_order_acquire);
  if (found != nullptr || !create) return static_cast<OplockState*>(found);
  auto* made = make<OplockState>();
  if (slot.compare_exchange_strong(found, made, std::memory_order_acq_rel)) return made;
  destroy(made);
  return static_cast<OplockState*>(found);
}

bool same_key(PFILE_OBJECT left, PFILE_OBJECT right) {
  if (left == right) return true;
  if (left == nullptr || right == nullptr) return false;
  GUID a{};
  GUID b{};
  return oplock_key(left, &a) && oplock_key(right, &b) && IsEqualGUID(&a, &b);
}

// ------------------------------------------------------------------ ending what is pended
namespace {

// What the holder's request says when its oplock goes from `from` to `to`.
void fill_break(const OplockHolder& holder, ULONG to, bool acknowledge) {
  FLT_CALLBACK_DATA& data = *holder.data;
  if (holder.legacy != Legacy::None) {
    data.IoStatus = {{STATUS_SUCCESS},
                     to == OPLOCK_LEVEL_CACHE_READ
                         ? static_cast<ULONG_PTR>(FILE_OPLOCK_BROKEN_TO_LEVEL_2)
                         : static_cast<ULONG_PTR>(FILE_OPLOCK_BROKEN_TO_NONE)};
    return;
  }
  const auto& control = data.Iopb->Parameters.FileSystemControl.Buffered;
  data.IoStatus = {{STATUS_SUCCESS}, 0};
  if (control.SystemBuffer == nullptr ||
      control.OutputBufferLength < sizeof(REQUEST_OPLOCK_OUTPUT_BUFFER)) {
    data.IoStatus.Status = STATUS_BUFFER_TOO_SMALL;
    return;
  }
  REQUEST_OPLOCK_OUTPUT_BUFFER output{};
  output.StructureVersion = REQUEST_OPLOCK_CURRENT_VERSION;
  output.StructureLength = sizeof(output);
  output.OriginalOplockLevel = holder.level;
  output.NewOplockLevel = to;
  output.Flags = acknowledge ? REQUEST_OPLOCK_OUTPUT_FLAG_ACK_REQUIRED : 0;
  std::memcpy(control.SystemBuffer, &output, sizeof(output));
  data.IoStatus.Information = sizeof(output);
}

std::vector<OplockWaiter> take_waiters(OplockState& state) {
  const bool breaking = std::any_of(state.holders.begin(), state.holders.end(),
                                    [](const OplockHolder& one) { return one.breaking(); });
  std::vector<OplockWaiter> released;
  if (breaking) return released;
  // One that is being cancelled belongs to the cancelling thread.
  for (auto at = state.waiting.begin(); at != state.waiting.end();) {
    if (at->event == nullptr && !clear_host_cancel(op_of(at->data))) {
      ++at;
      continue;
    }
    released.push_back(*at);
    at = state.waiting.erase(at);
  }
  return released;
}

}  // namespace

void release_waiting(OplockState& state) {
  std::vector<OplockWaiter> released;
  {
    const std::lock_guard guard(state.lock);
    released = take_waiters(state);
  }
  for (const OplockWaiter& waiter : released) release_waiter(waiter, STATUS_SUCCESS);
}

namespace {

// The owner gave up before anybody broke its oplock.
void cancel_holder(PFLT_CALLBACK_DATA data) {
  const POPLOCK oplock = oplock_of(data);
  if (oplock == nullptr) return;
  OplockState& state = *oplock_state(oplock, true);
  {
    const std::lock_guard guard(state.lock);
    std::erase_if(state.holders, [&](const OplockHolder& one) { return one.data == data; });
  }
  data->IoStatus = {{STATUS_CANCELLED}, 0};
  end_pended(data);
  release_waiting(state);
}

void cancel_waiter(PFLT_CALLBACK_DATA data) {
  const POPLOCK oplock = oplock_of(data);
  if (oplock == nullptr) return;
  OplockState& state = *oplock_state(oplock, true);
  OplockWaiter waiter{data, nullptr, nullptr, nullptr};
  {
    const std::lock_guard guard(state.lock);
    const auto at = std::find_if(state.waiting.begin(), state.waiting.end(),
                                 [&](const OplockWaiter& one) { return one.data == data; });
    if (at == state.waiting.end()) return;
    waiter = *at;
    state.waiting.erase(at);
  }
  release_waiter(waiter, STATUS_CANCELLED);
}

}  // namespace

bool pend_holder(POPLOCK oplock, OplockState& state, const OplockHolder& holder) {
  remember(holder.data, oplock);
  state.holders.push_back(holder);
  if (set_host_cancel(op_of(holder.data), cancel_holder)) return true;
  state.holders.pop_back();
  forget(holder.data);
  return false;
}

bool pend_waiter(POPLOCK oplock, OplockState& state, const OplockWaiter& waiter) {
  remember(waiter.data, oplock);
  state.waiting.push_back(waiter);
  if (set_host_cancel(op_of(waiter.data), cancel_waiter)) return true;
  state.waiting.pop_back();
  forget(waiter.data);
  return false;
}

// state.lock held: its request is the caller's now, to be ended after the lock.
bool take_request(OplockHolder& holder) {
  return holder.data != nullptr && clear_host_cancel(op_of(holder.data));
}

void end_request(const OplockHolder& holder, ULONG to, bool acknowledge) {
  fill_break(holder, to, acknowledge);
  end_pended(holder.data);
}

void end_request_with(const OplockHolder& holder, NTSTATUS status) {
  holder.data->IoStatus = {{status}, 0};
  end_pended(holder.data);
}

}  // namespace flthost::flt

using namespace flthost;
using namespace flthost::flt;

VOID NTAPI FltInitializeOplock(POPLOCK Oplock) {
  *Oplock = nullptr;
}

// What is left of it ends: holders learn that their oplock is gone, who waits goes on.
VOID NTAPI FltUninitializeOplock(POPLOCK Oplock) {
  OplockState* state = oplock_state(Oplock, false);
  if (state == nullptr) return;
  std::vector<OplockHolder> ended;
  {
    const std::lock_guard guard(state->lock);
    for (OplockHolder& holder : state->holders) {
      if (take_request(holder)) ended.push_back(holder);
    }
    state->holders.clear();
  }
  for (const OplockHolder& holder : ended) end_request(holder, 0, false);
  release_waiting(*state);
  *Oplock = nullptr;
  destroy(state);
}

BOOLEAN NTAPI FltCurrentOplock(POPLOCK Oplock) {
  OplockState* state = oplock_state(Oplock, false);
  if (state == nullptr) return FALSE;
  const std::lock_guard guard(state->lock);
  return state->holders.empty() ? FALSE : TRUE;
}

BOOLEAN NTAPI FltCurrentOplockH(POPLOCK Oplock) {
  OplockState* state = oplock_state(Oplock, false);
  if (state == nullptr) return FALSE;
  const std::lock_guard guard(state->lock);
  return std::any_of(
             state->holders.begin(), state->holders.end(),
             [](const OplockHolder& one) { return (one.level & OPLOCK_LEVEL_CACHE_HANDLE) != 0; })
             ? TRUE
             : FALSE;
}

// Batch or filter.
BOOLEAN NTAPI FltCurrentBatchOplock(POPLOCK Oplock) {
  OplockState* state = oplock_state(Oplock, false);
  if (state == nullptr) return FALSE;
  const std::lock_guard guard(state->lock);
  return std::any_of(state->holders.begin(), state->holders.end(),
                     [](const OplockHolder& one) {
                       return one.legacy == Legacy::Batch || one.legacy == Legacy::Filter;
                     })
             ? TRUE
             : FALSE;
}

// Not while somebody has the file for himself, or a break is on its way.
BOOLEAN NTAPI FltOplockIsFastIoPossible(POPLOCK Oplock) {
  OplockState* state = oplock_state(Oplock, false);
  if (state == nullptr) return TRUE;
  const std::lock_guard guard(state->lock);
  return std::none_of(state->holders.begin(), state->holders.end(),
                      [](const OplockHolder& one) { return one.exclusive() || one.breaking(); })
             ? TRUE
             : FALSE;
}

BOOLEAN NTAPI FltOplockKeysEqual(PFILE_OBJECT Fo1, PFILE_OBJECT Fo2) {
  return same_key(Fo1, Fo2) ? TRUE : FALSE;
}
