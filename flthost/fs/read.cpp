// IRP_MJ_READ: cached from the section, paging and non-cached from the backing file.
#include <flthost/fs/local.h>

#include <sys/uio.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace flthost::fs {

std::byte* buffer_of(PMDL mdl, PVOID user_buffer) {
  if (mdl == nullptr) return static_cast<std::byte*>(user_buffer);
  return static_cast<std::byte*>(
      MmGetSystemAddressForMdlSafe(mdl, NormalPagePriority | MdlMappingNoExecute));
}

NTSTATUS cached_read(Fcb& fcb, Ccb& ccb, uint64_t offset, std::byte* to, size_t length,
                     size_t* bytes) {
  *bytes = 0;
  uint64_t end = 0;
  {
    const std::lock_guard guard(fcb.lock);
    if (offset >= fcb.size()) return STATUS_END_OF_FILE;
    end = std::min<uint64_t>(offset + length, fcb.size());
  }
  // All of it first: a read that fails leaves nothing in the caller's buffer. What does not fit
  // into the section's share of memory goes piece by piece.
  constexpr uint64_t kAtOnce = 64ULL << 20;
  while (offset + *bytes < end) {
    const uint64_t at = offset + *bytes;
    const uint64_t until = std::min(end, at + kAtOnce);
    const NTSTATUS status = bring_in(fcb, ccb, {page_of(at), pages_for(until)});
    if (!NT_SUCCESS(status)) return status;
    size_t copied = 0;
    if (!copy_out(fcb, at, to + *bytes, until - at, &copied)) return STATUS_ACCESS_VIOLATION;
    *bytes += copied;
    if (copied != 0) continue;
    const std::lock_guard guard(fcb.lock);
    if (at >= fcb.size()) break;  // cut meanwhile
  }
  return *bytes != 0 ? STATUS_SUCCESS : STATUS_END_OF_FILE;
}

namespace {

// Reads [offset, offset + wanted) of the backing file into `to` and zeroes up to `length`.
void read_from_storage(LocalFileSystem& fs, Fcb& fcb, io::Request& request, std::byte* to,
                       uint64_t offset, size_t wanted, size_t length) {
  int fd = fcb.readable_fd();
  if (fd < 0) {
    const std::lock_guard guard(fcb.node->lock);
    const int error = open_backing(fcb, true, false);
    if (error != 0) return complete_in_dpc(request, status_of_errno(-error), 0);
    fd = fcb.readable_fd();
  }
  StorageRead read{&request, fd, to, offset, wanted, 0, length};
  bool blocks = fcb.nowait_refused.load(std::memory_order_relaxed);
  bool end = false;
  while (!blocks && !end && read.done < wanted) {
    const iovec vector{to + read.done, wanted - read.done};
    const ssize_t n = preadv2(fd, &vector, 1, static_cast<off_t>(offset + read.done), RWF_NOWAIT);
    if (n > 0) {
      read.done += static_cast<size_t>(n);
    } else if (n == 0) {
      end = true;
    } else if (errno == EOPNOTSUPP) {
      fcb.nowait_refused.store(true, std::memory_order_relaxed);
      blocks = true;
    } else if (errno == EAGAIN) {
      blocks = true;
    } else if (errno != EINTR) {
      return complete_in_dpc(request, status_of_errno(errno), 0);
    }
  }
  if (blocks) {
    count(fs.counters.storage_thread_reads);
    fs.storage.queue(read);
    return;
  }
  // What the file has not yet is zero: it ends earlier than the stream while writes are delayed.
  std::memset(to + read.done, 0, length - read.done);
  complete_in_dpc(request, STATUS_SUCCESS, wanted);
}

void read_uncached(LocalFileSystem& fs, Fcb& fcb, io::Request& request, std::byte* to) {
  const auto& parameters = request.parameters.Parameters.Read;
  const auto offset = static_cast<uint64_t>(parameters.ByteOffset.QuadPart);
  const size_t length = parameters.Length;
  if (!request.is_paging()) {
    const TopLevel top_level(as_top_level(request));
    const NTSTATUS status = flush_range(fcb, ccb_of(request.parameters.TargetFileObject),
                                        {page_of(offset), pages_for(offset + length)});
    if (!NT_SUCCESS(status)) return io::complete(request, status, 0);
  }
  uint64_t size = 0;
  {
    const std::lock_guard guard(fcb.lock);
    size = fcb.size();
  }
  if (offset >= size) return complete_in_dpc(request, STATUS_END_OF_FILE, 0);
  const size_t wanted = std::min<uint64_t>(length, size - offset);
  // A page is zero beyond the end of file; another buffer is left as it is there.
  read_from_storage(fs, fcb, request, to, offset, wanted, request.is_paging() ? length : wanted);
}

}  // namespace

void start_caching(PFILE_OBJECT file_object, Fcb& fcb) {
  if (caching_started(file_object)) return;
  const std::lock_guard guard(fcb.lock);
  fcb.section_pointers.DataSectionObject = &fcb.section_pointers;
  fcb.section_pointers.SharedCacheMap = &fcb.section_pointers;
  __atomic_store_n(&file_object->PrivateCacheMap, file_object->FsContext2, __ATOMIC_RELAXED);
}

void handle_read(LocalFileSystem& fs, io::Request& request) {
  const PFILE_OBJECT file_object = request.parameters.TargetFileObject;
  const auto& parameters = request.parameters.Parameters.Read;
  Fcb& fcb = fcb_of(file_object);
  if (!fcb.node->is_regular()) return io::complete(request, STATUS_INVALID_DEVICE_REQUEST, 0);
  if (parameters.ByteOffset.QuadPart < 0) return io::complete(request, STATUS_INVALID_PARAMETER, 0);
  if (parameters.Length == 0) return io::complete(request, STATUS_SUCCESS, 0);
  if (!locks_allow(fcb, request, false)) {
    return io::complete(request, STATUS_FILE_LOCK_CONFLICT, 0);
  }
  std::byte* const to = buffer_of(parameters.MdlAddress, parameters.ReadBuffer);
  if (to == nullptr) return io::complete(request, STATUS_INSUFFICIENT_RESOURCES, 0);
  if ((request.parameters.IrpFlags & (IRP_NOCACHE | IRP_PAGING_IO)) != 0) {
    return read_uncached(fs, fcb, request, to);
  }
  size_t bytes = 0;
  NTSTATUS status = STATUS_SUCCESS;
  {
    const TopLevel top_level(as_top_level(request));
    const auto offset = static_cast<uint64_t>(parameters.ByteOffset.QuadPart);
    status = cached_read(fcb, ccb_of(file_object), offset, to, parameters.Length, &bytes);
    if (NT_SUCCESS(status)) start_caching(file_object, fcb);
  }
  if (NT_SUCCESS(status)) {
    set_flags(file_object, FO_FILE_FAST_IO_READ);
    if (has_flag(file_object, FO_SYNCHRONOUS_IO)) {
      set_position(file_object, static_cast<uint64_t>(parameters.ByteOffset.QuadPart) + bytes);
    }
  }
  io::complete(request, status, NT_SUCCESS(status) ? bytes : 0);
}

namespace {

bool fast_read(LocalFileSystem& /*fs*/, io::Request& request) {
  const PFILE_OBJECT file_object = request.parameters.TargetFileObject;
  const auto& parameters = request.parameters.Parameters.Read;
  Fcb& fcb = fcb_of(file_object);
  const auto offset = static_cast<uint64_t>(parameters.ByteOffset.QuadPart);
  uint64_t wanted = 0;
  {
    const std::lock_guard guard(fcb.lock);
    if (!caching_started(file_object)) return false;
    if (offset < fcb.size()) wanted = std::min<uint64_t>(parameters.Length, fcb.size() - offset);
  }
  request.status = {};
  if (wanted == 0) {
    request.status.Status = parameters.Length == 0 ? STATUS_SUCCESS : STATUS_END_OF_FILE;
    return true;
  }
  if (!is_resident(fcb, offset, wanted)) return false;
  std::byte* const to = buffer_of(parameters.MdlAddress, parameters.ReadBuffer);
  size_t copied = 0;
  if (to == nullptr) return false;
  if (!copy_out(fcb, offset, to, wanted, &copied)) {
    request.status.Status = STATUS_ACCESS_VIOLATION;
    return true;
  }
  if (copied != wanted) return false;  // reclaimed in between: the IRP brings it in
  request.status.Information = copied;
  return true;
}

bool fast_write(io::Request& request) {
  const PFILE_OBJECT file_object = request.parameters.TargetFileObject;
  const auto& parameters = request.parameters.Parameters.Write;
  Fcb& fcb = fcb_of(file_object);
  const bool append = parameters.ByteOffset.QuadPart == -1;
  const auto offset = static_cast<uint64_t>(parameters.ByteOffset.QuadPart);
  {
    const std::lock_guard guard(fcb.lock);
    if (!caching_started(file_object)) return false;
    // As NT: fast I/O does not extend a file.
    if (append || offset + parameters.Length > fcb.size()) return false;
  }
  if (has_flag(file_object, FO_WRITE_THROUGH)) return false;
  if (!is_resident(fcb, offset, parameters.Length)) return false;
  const std::byte* const from = buffer_of(parameters.MdlAddress, parameters.WriteBuffer);
  if (from == nullptr) return false;
  size_t bytes = 0;
  request.status = {};
  request.status.Status =
      cached_write(fcb, ccb_of(file_object), offset, false, from, parameters.Length, &bytes);
  request.status.Information = bytes;
  return true;
}

}  // namespace

bool LocalFileSystem::fast_io(io::Request& request) {
  const PFILE_OBJECT file_object = request.parameters.TargetFileObject;
  if (file_object == nullptr || file_object->FsContext2 == nullptr) return false;
  if (!fcb_of(file_object).node->is_regular()) return false;
  const bool write = request.parameters.MajorFunction == IRP_MJ_WRITE;
  if (!locks_allow(fcb_of(file_object), request, write)) return false;  // the IRP says it
  switch (request.parameters.MajorFunction) {
    case IRP_MJ_READ:
      return fast_read(*this, request);
    case IRP_MJ_WRITE:
      return fast_write(request);
    default:
      return false;
  }
}

}  // namespace flthost::fs
