// Byte-range locks that a filter keeps for a file (FILE_LOCK): who holds what, and who waits.
//
// Locks belong to file object, process and key together. A shared lock is granted beside other
// shared ones and over the owner's own exclusive one; an exclusive lock is granted where nothing
// else lies.
#include <flthost/ex/ex.h>
#include <flthost/flt/internal.h>
#include <flthost/ps/ps.h>

#include <algorithm>

namespace flthost::flt {
namespace {

constexpr ULONG kLockTag = 0x6b4c6c46;  // FlLk

struct Waiter {
  PFLT_CALLBACK_DATA data;
  FILE_LOCK_INFO wanted;
  PVOID context;
};

// FILE_LOCK::LockInformation, made with the first lock.
struct LockSet {
  std::mutex lock;
  std::vector<FILE_LOCK_INFO> held;
  std::vector<Waiter> waiting;
};

// So that a cancellation finds the locks that its operation waits for.
struct WaitTable {
  std::mutex lock;
  std::vector<std::pair<PFLT_CALLBACK_DATA, PFILE_LOCK>> rows;
};
WaitTable& wait_table() {
  static WaitTable table;
  return table;
}

LockSet* existing(PFILE_LOCK lock) {
  return static_cast<LockSet*>(
      std::atomic_ref<PVOID>(lock->LockInformation).load(std::memory_order_acquire));
}
LockSet& locks_of(PFILE_LOCK lock) {
  std::atomic_ref<PVOID> slot(lock->LockInformation);
  PVOID found = slot.load(std::memory_order_acquire);
  if (found != nullptr) return *static_cast<LockSet*>(found);
  auto* made = make<LockSet>();
  if (slot.compare_exchange_strong(found, made, std::memory_order_acq_rel)) return *made;
  destroy(made);
  return *static_cast<LockSet*>(found);
}

bool same_owner(const FILE_LOCK_INFO& a, const FILE_LOCK_INFO& b) {
  return a.FileObject == b.FileObject && a.ProcessId == b.ProcessId && a.Key == b.Key;
}
uint64_t start_of(const FILE_LOCK_INFO& lock) {
  return static_cast<uint64_t>(lock.StartingByte.QuadPart);
}
// A range of no bytes meets what it lies strictly inside of.
bool overlap(const FILE_LOCK_INFO& a, const FILE_LOCK_INFO& b) {
  const auto first = [](const FILE_LOCK_INFO& lock) {
    return static_cast<__int128>(start_of(lock));
  };
  const auto last = [&](const FILE_LOCK_INFO& lock) {
    return first(lock) + static_cast<uint64_t>(lock.Length.QuadPart) - 1;
  };
  return first(a) <= last(b) && first(b) <= last(a);
}

bool conflicts(const LockSet& set, const FILE_LOCK_INFO& wanted) {
  return std::any_of(set.held.begin(), set.held.end(), [&](const FILE_LOCK_INFO& held) {
    if (!overlap(held, wanted)) return false;
    if (wanted.ExclusiveLock != FALSE) return true;
    return held.ExclusiveLock != FALSE && !same_owner(held, wanted);
  });
}

struct LockRequest {
  PFILE_LOCK lock;
  PFLT_CALLBACK_DATA data;
  PVOID context;
  FILE_LOCK_INFO info;
  bool fail_immediately;
  bool irp;
};

LockRequest read_request(PFILE_LOCK lock, PFLT_CALLBACK_DATA data, PVOID context) {
  const FLT_IO_PARAMETER_BLOCK& iopb = *data->Iopb;
  const auto& parameters = iopb.Parameters.LockControl;
  LockRequest request{lock, data, context, {}, false, FLT_IS_IRP_OPERATION(data) != 0};
  FILE_LOCK_INFO& info = request.info;
  info.StartingByte = parameters.ByteOffset;
  if (parameters.Length != nullptr) info.Length = *parameters.Length;
  info.Key = parameters.Key;
  info.FileObject = iopb.TargetFileObject;
  info.ProcessId =
      parameters.ProcessId != nullptr ? parameters.ProcessId : FltGetRequestorProcess(data);
  info.ExclusiveLock =
      parameters.ExclusiveLock != FALSE || (iopb.OperationFlags & SL_EXCLUSIVE_LOCK) != 0 ? TRUE
                                                                                          : FALSE;
  request.fail_immediately =
      parameters.FailImmediately != FALSE || (iopb.OperationFlags & SL_FAIL_IMMEDIATELY) != 0;
  info.EndingByte.QuadPart =
      static_cast<LONGLONG>(start_of(info) + static_cast<uint64_t>(info.Length.QuadPart) - 1);
  return request;
}

// The filter's word on an operation that is about to end; for a lock it may be a refusal.
NTSTATUS call_complete(PFILE_LOCK lock, PVOID context, PFLT_CALLBACK_DATA data) {
  using Routine = PFLT_COMPLETE_LOCK_CALLBACK_DATA_ROUTINE;
  const auto routine = reinterpret_cast<Routine>(lock->CompleteLockIrpRoutine);
  if (routine == nullptr || !FLT_IS_IRP_OPERATION(data)) return data->IoStatus.Status;
  return ke::invoke(routine, context, data);
}

void call_unlock(PFILE_LOCK lock, PVOID context, const FILE_LOCK_INFO& gone) {
  if (lock->UnlockRoutine == nullptr) return;
  auto* info = static_cast<FILE_LOCK_INFO*>(allocate_object(sizeof(FILE_LOCK_INFO)));
  *info = gone;
  ke::invoke(lock->UnlockRoutine, context, static_cast<PFILE_LOCK_INFO>(info));
  free_object(info);
}

bool drop(LockSet& set, const FILE_LOCK_INFO& info) {
  const std::lock_guard guard(set.lock);
  const auto at = std::find_if(set.held.begin(), set.held.end(), [&](const FILE_LOCK_INFO& held) {
    return same_owner(held, info) && held.StartingByte.QuadPart == info.StartingByte.QuadPart &&
           held.Length.QuadPart == info.Length.QuadPart;
  });
  if (at == set.held.end()) return false;
  set.held.erase(at);
  return true;
}

void forget_wait(PFLT_CALLBACK_DATA data) {
  WaitTable& table = wait_table();
  const std::lock_guard guard(table.lock);
  std::erase_if(table.rows, [&](const auto& row) { return row.first == data; });
}

// Ends an operation that waited. Whoever took it out of `waiting` calls this.
void end_wait(PFILE_LOCK lock, const Waiter& waiter, NTSTATUS status) {
  forget_wait(waiter.data);
  waiter.data->IoStatus = {{status}, 0};
  const NTSTATUS said = call_complete(lock, waiter.context, waiter.data);
  if (NT_SUCCESS(status) && !NT_SUCCESS(said)) {
    drop(locks_of(lock), waiter.wanted);
    waiter.data->IoStatus.Status = said;
  }
  FltCompletePendedPreOperation(waiter.data, FLT_PREOP_COMPLETE, nullptr);
}

// Grants what can be granted now, in the order of the requests.
void grant_waiting(PFILE_LOCK lock, LockSet& set) {
  for (;;) {
    Waiter granted{};
    {
      const std::lock_guard guard(set.lock);
      // One that is being cancelled belongs to the cancelling thread.
      const auto at = std::find_if(set.waiting.begin(), set.waiting.end(), [&](const Waiter& one) {
        return !conflicts(set, one.wanted) && clear_host_cancel(op_of(one.data));
      });
      if (at == set.waiting.end()) return;
      granted = *at;
      set.waiting.erase(at);
      set.held.push_back(granted.wanted);
    }
    end_wait(lock, granted, STATUS_SUCCESS);
  }
}

void cancelled(PFLT_CALLBACK_DATA data) {
  PFILE_LOCK lock = nullptr;
  {
    WaitTable& table = wait_table();
    const std::lock_guard guard(table.lock);
    for (const auto& row : table.rows) {
      if (row.first == data) lock = row.second;
    }
  }
  if (lock == nullptr) return;
  LockSet& set = locks_of(lock);
  Waiter waiter{data, {}, nullptr};
  {
    const std::lock_guard guard(set.lock);
    const auto at = std::find_if(set.waiting.begin(), set.waiting.end(),
                                 [&](const Waiter& one) { return one.data == data; });
    if (at != set.waiting.end()) {
      waiter = *at;
      set.waiting.erase(at);
    }
  }
  end_wait(lock, waiter, STATUS_CANCELLED);
}

FLT_PREOP_CALLBACK_STATUS finish(const LockRequest& request, NTSTATUS status) {
  request.data->IoStatus = {{status}, 0};
  const NTSTATUS said = call_complete(request.lock, request.context, request.data);
  if (NT_SUCCESS(status) && !NT_SUCCESS(said)) {
    if (request.data->Iopb->MinorFunction == IRP_MN_LOCK) {
      drop(locks_of(request.lock), request.info);
    }
    request.data->IoStatus.Status = said;
  }
  return FLT_PREOP_COMPLETE;
}

FLT_PREOP_CALLBACK_STATUS take_lock(const LockRequest& request) {
  LockSet& set = locks_of(request.lock);
  const __int128 end = static_cast<__int128>(start_of(request.info)) +
                       static_cast<uint64_t>(request.info.Length.QuadPart);
  if (end > (static_cast<__int128>(1) << 64)) return finish(request, STATUS_INVALID_LOCK_RANGE);
  {
    const std::lock_guard guard(set.lock);
    if (!conflicts(set, request.info)) {
      set.held.push_back(request.info);
      request.lock->FastIoIsQuestionable = TRUE;
    } else if (request.fail_immediately) {
      request.data->IoStatus.Status = STATUS_LOCK_NOT_GRANTED;
    } else if (!request.irp) {
      // Fast I/O may not wait: the same request comes back as an IRP.
      return FLT_PREOP_DISALLOW_FASTIO;
    } else {
      {
        WaitTable& table = wait_table();
        const std::lock_guard table_guard(table.lock);
        table.rows.emplace_back(request.data, request.lock);
      }
      if (set_host_cancel(op_of(request.data), cancelled)) {
        set.waiting.push_back({request.data, request.info, request.context});
        return FLT_PREOP_PENDING;
      }
      forget_wait(request.data);
      request.data->IoStatus.Status = STATUS_CANCELLED;
    }
  }
  return finish(request, request.data->IoStatus.Status);
}

FLT_PREOP_CALLBACK_STATUS release_locks(const LockRequest& request, UCHAR minor) {
  LockSet& set = locks_of(request.lock);
  std::vector<FILE_LOCK_INFO> gone;
  if (minor == IRP_MN_UNLOCK_SINGLE) {
    if (!drop(set, request.info)) return finish(request, STATUS_RANGE_NOT_LOCKED);
    gone.push_back(request.info);
  } else {
    const std::lock_guard guard(set.lock);
    for (const FILE_LOCK_INFO& held : set.held) {
      if (held.FileObject == request.info.FileObject && held.ProcessId == request.info.ProcessId &&
          (minor == IRP_MN_UNLOCK_ALL || held.Key == request.info.Key)) {
        gone.push_back(held);
      }
    }
    std::erase_if(set.held, [&](const FILE_LOCK_INFO& held) {
      return held.FileObject == request.info.FileObject &&
             held.ProcessId == request.info.ProcessId &&
             (minor == IRP_MN_UNLOCK_ALL || held.Key == request.info.Key);
    });
  }
  for (const FILE_LOCK_INFO& one : gone) call_unlock(request.lock, request.context, one);
  const FLT_PREOP_CALLBACK_STATUS result = finish(request, STATUS_SUCCESS);
  grant_waiting(request.lock, set);
  return result;
}

FILE_LOCK_INFO range_of_transfer(PFLT_CALLBACK_DATA data) {
  // Read and Write lie alike in FLT_PARAMETERS.
  const auto& read = data->Iopb->Parameters.Read;
  FILE_LOCK_INFO info{};
  info.StartingByte = read.ByteOffset;
  info.Length.QuadPart = read.Length;
  info.Key = read.Key;
  info.FileObject = data->Iopb->TargetFileObject;
  info.ProcessId = FltGetRequestorProcess(data);
  return info;
}

}  // namespace
}  // namespace flthost::flt

using namespace flthost;
using namespace flthost::flt;

VOID NTAPI FltInitializeFileLock(PFILE_LOCK FileLock) {
  std::memset(static_cast<void*>(FileLock), 0, sizeof(*FileLock));
}

// Who still waits is told that its lock cannot be had any more.
VOID NTAPI FltUninitializeFileLock(PFILE_LOCK FileLock) {
  LockSet* set = existing(FileLock);
  if (set == nullptr) return;
  for (;;) {
    Waiter waiter{};
    {
      const std::lock_guard guard(set->lock);
      const auto at = std::find_if(set->waiting.begin(), set->waiting.end(), [](const Waiter& one) {
        return clear_host_cancel(op_of(one.data));
      });
      if (at == set->waiting.end()) break;
      waiter = *at;
      set->waiting.erase(at);
    }
    end_wait(FileLock, waiter, STATUS_RANGE_NOT_LOCKED);
  }
  FileLock->LockInformation = nullptr;
  FileLock->FastIoIsQuestionable = FALSE;
  destroy(set);
}

PFILE_LOCK NTAPI
FltAllocateFileLock(PFLT_COMPLETE_LOCK_CALLBACK_DATA_ROUTINE CompleteLockCallbackDataRoutine,
                    PUNLOCK_ROUTINE UnlockRoutine) {
  auto* lock =
      static_cast<PFILE_LOCK>(ExAllocatePoolWithTag(PagedPool, sizeof(FILE_LOCK), kLockTag));
  if (lock == nullptr) return nullptr;
  FltInitializeFileLock(lock);
  lock->CompleteLockIrpRoutine =
      reinterpret_cast<PCOMPLETE_LOCK_IRP_ROUTINE>(CompleteLockCallbackDataRoutine);
  lock->UnlockRoutine = UnlockRoutine;
  return lock;
}

VOID NTAPI FltFreeFileLock(PFILE_LOCK FileLock) {
  FltUninitializeFileLock(FileLock);
  ExFreePool(FileLock);
}

FLT_PREOP_CALLBACK_STATUS NTAPI FltProcessFileLock(PFILE_LOCK FileLock,
                                                   PFLT_CALLBACK_DATA CallbackData, PVOID Context) {
  op_of(CallbackData);
  const LockRequest request = read_request(FileLock, CallbackData, Context);
  CallbackData->IoStatus = {};
  const UCHAR minor = CallbackData->Iopb->MinorFunction;
  if (CallbackData->Iopb->MajorFunction == IRP_MJ_LOCK_CONTROL) {
    if (minor == IRP_MN_LOCK) return take_lock(request);
    if (minor == IRP_MN_UNLOCK_SINGLE || minor == IRP_MN_UNLOCK_ALL ||
        minor == IRP_MN_UNLOCK_ALL_BY_KEY) {
      return release_locks(request, minor);
    }
  }
  return finish(request, STATUS_INVALID_DEVICE_REQUEST);
}

BOOLEAN NTAPI FltCheckLockForReadAccess(PFILE_LOCK FileLock, PFLT_CALLBACK_DATA CallbackData) {
  LockSet* set = existing(FileLock);
  if (set == nullptr) return TRUE;
  const FILE_LOCK_INFO wanted = range_of_transfer(CallbackData);
  const std::lock_guard guard(set->lock);
  return std::none_of(set->held.begin(), set->held.end(),
                      [&](const FILE_LOCK_INFO& held) {
                        return held.ExclusiveLock != FALSE && overlap(held, wanted) &&
                               !same_owner(held, wanted);
                      })
             ? TRUE
             : FALSE;
}

// A shared lock keeps everybody from writing, its owner too.
BOOLEAN NTAPI FltCheckLockForWriteAccess(PFILE_LOCK FileLock, PFLT_CALLBACK_DATA CallbackData) {
  LockSet* set = existing(FileLock);
  if (set == nullptr) return TRUE;
  const FILE_LOCK_INFO wanted = range_of_transfer(CallbackData);
  const std::lock_guard guard(set->lock);
  return std::none_of(set->held.begin(), set->held.end(),
                      [&](const FILE_LOCK_INFO& held) {
                        return overlap(held, wanted) &&
                               (held.ExclusiveLock == FALSE || !same_owner(held, wanted));
                      })
             ? TRUE
             : FALSE;
}
