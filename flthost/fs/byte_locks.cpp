#include <flthost/fs/byte_locks.h>

#include <flthost/fs/local.h>
#include <flthost/ps/ps.h>

#include <algorithm>

namespace flthost::fs {
namespace {

PEPROCESS process_of(const io::Request& request) {
  return request.thread != nullptr ? IoThreadToProcess(request.thread) : nullptr;
}

ByteLock range_of(const io::Request& request) {
  const auto& lock = request.parameters.Parameters.LockControl;
  const UCHAR flags = request.parameters.OperationFlags;
  return {request.parameters.TargetFileObject,
          lock.ProcessId != nullptr ? lock.ProcessId : process_of(request),
          lock.Key,
          static_cast<uint64_t>(lock.ByteOffset.QuadPart),
          lock.Length != nullptr ? static_cast<uint64_t>(lock.Length->QuadPart) : 0,
          lock.ExclusiveLock != FALSE || (flags & SL_EXCLUSIVE_LOCK) != 0};
}

void complete_all(const std::vector<io::Request*>& requests, NTSTATUS status) {
  for (io::Request* const request : requests) io::complete(*request, status, 0);
}

}  // namespace

// A range of no bytes meets what it lies strictly inside of.
bool ByteLock::overlaps(const ByteLock& other) const {
  const auto end = [](const ByteLock& one) {
    return static_cast<unsigned __int128>(one.offset) + one.length;
  };
  if (length == 0 && other.length == 0) return false;
  if (length == 0) return offset > other.offset && offset < end(other);
  if (other.length == 0) return other.offset > offset && other.offset < end(*this);
  return offset < end(other) && other.offset < end(*this);
}

bool ByteLocks::conflicts(const ByteLock& wanted) const {
  return std::ranges::any_of(held_, [&](const ByteLock& held) {
    if (!held.overlaps(wanted)) return false;
    if (wanted.exclusive) return true;
    return held.exclusive && !held.same_owner(wanted);
  });
}

bool ByteLocks::allows(const ByteLock& access) {
  const std::lock_guard guard(lock_);
  return std::ranges::none_of(held_, [&](const ByteLock& held) {
    if (!held.overlaps(access)) return false;
    // A shared lock keeps everybody from writing, its owner too.
    return held.exclusive ? !held.same_owner(access) : access.exclusive;
  });
}

std::vector<io::Request*> ByteLocks::grant() {
  std::vector<io::Request*> granted;
  for (auto it = waiting_.begin(); it != waiting_.end();) {
    if (conflicts(it->wanted)) {
      ++it;
      continue;
    }
    held_.push_back(it->wanted);
    granted.push_back(it->request);
    it = waiting_.erase(it);
  }
  return granted;
}

NTSTATUS ByteLocks::unlock(io::Request& request, const ByteLock& range) {
  std::vector<io::Request*> granted;
  NTSTATUS status = STATUS_SUCCESS;
  {
    const std::lock_guard guard(lock_);
    const UCHAR minor = request.parameters.MinorFunction;
    if (minor == IRP_MN_UNLOCK_SINGLE) {
      const auto it = std::ranges::find_if(held_, [&](const ByteLock& held) {
        return held.same_owner(range) && held.same_range(range);
      });
      if (it == held_.end()) return STATUS_RANGE_NOT_LOCKED;
      held_.erase(it);
    } else {
      std::erase_if(held_, [&](const ByteLock& held) {
        return held.file_object == range.file_object && held.process == range.process &&
               (minor == IRP_MN_UNLOCK_ALL || held.key == range.key);
      });
    }
    granted = grant();
  }
  complete_all(granted, STATUS_SUCCESS);
  return status;
}

void ByteLocks::handle(io::Request& request) {
  const ByteLock range = range_of(request);
  switch (request.parameters.MinorFunction) {
    case IRP_MN_LOCK:
      break;
    case IRP_MN_UNLOCK_SINGLE:
    case IRP_MN_UNLOCK_ALL:
    case IRP_MN_UNLOCK_ALL_BY_KEY:
      return io::complete(request, unlock(request, range), 0);
    default:
      return io::complete(request, STATUS_INVALID_DEVICE_REQUEST, 0);
  }
  if (static_cast<unsigned __int128>(range.offset) + range.length >
      static_cast<unsigned __int128>(1) << 64) {
    return io::complete(request, STATUS_INVALID_LOCK_RANGE, 0);
  }
  const bool at_once = request.parameters.Parameters.LockControl.FailImmediately != FALSE ||
                       (request.parameters.OperationFlags & SL_FAIL_IMMEDIATELY) != 0;
  NTSTATUS status = STATUS_SUCCESS;
  {
    const std::lock_guard guard(lock_);
    if (!conflicts(range)) {
      held_.push_back(range);
    } else if (at_once) {
      status = STATUS_LOCK_NOT_GRANTED;
    } else {
      waiting_.push_back({&request, range});
      return;
    }
  }
  io::complete(request, status, 0);
}

void ByteLocks::release(PFILE_OBJECT file_object) {
  std::vector<io::Request*> granted;
  std::vector<io::Request*> gone;
  {
    const std::lock_guard guard(lock_);
    std::erase_if(held_, [&](const ByteLock& held) { return held.file_object == file_object; });
    std::erase_if(waiting_, [&](const Waiting& one) {
      if (one.wanted.file_object != file_object) return false;
      gone.push_back(one.request);
      return true;
    });
    granted = grant();
  }
  complete_all(granted, STATUS_SUCCESS);
  complete_all(gone, STATUS_RANGE_NOT_LOCKED);
}

bool ByteLocks::cancel(io::Request& request) {
  {
    const std::lock_guard guard(lock_);
    const auto it =
        std::ranges::find_if(waiting_, [&](const Waiting& one) { return one.request == &request; });
    if (it == waiting_.end()) return false;
    waiting_.erase(it);
  }
  io::complete(request, STATUS_CANCELLED, 0);
  return true;
}

void handle_lock_control(LocalFileSystem& /*fs*/, io::Request& request) {
  Fcb& fcb = fcb_of(request.parameters.TargetFileObject);
  if (!fcb.node->is_regular()) return io::complete(request, STATUS_INVALID_PARAMETER, 0);
  {
    const std::lock_guard guard(fcb.lock);
    if (fcb.locks.load(std::memory_order_relaxed) == nullptr) {
      fcb.locks.store(new ByteLocks, std::memory_order_release);
    }
  }
  fcb.locks.load(std::memory_order_acquire)->handle(request);
}

bool locks_allow(Fcb& fcb, const io::Request& request, bool write) {
  ByteLocks* const locks = fcb.locks.load(std::memory_order_acquire);
  if (locks == nullptr || request.is_paging()) return true;
  // Read and Write lie alike in FLT_PARAMETERS.
  const auto& transfer = request.parameters.Parameters.Read;
  uint64_t offset = static_cast<uint64_t>(transfer.ByteOffset.QuadPart);
  if (transfer.ByteOffset.QuadPart < 0) {  // to the end of file
    const std::lock_guard guard(fcb.lock);
    offset = fcb.size();
  }
  return locks->allows({request.parameters.TargetFileObject, process_of(request), transfer.Key,
                        offset, transfer.Length, write});
}

}  // namespace flthost::fs
