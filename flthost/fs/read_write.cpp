// read(2) and write(2) as the I/O manager sends them: fast I/O when the cache has the pages, else
// an IRP.
#include <flthost/fs/local.h>

#include <algorithm>

namespace flthost::fs {
namespace {

constexpr size_t kMaxTransfer = 1U << 30;

// Tried as fast I/O: only what the cache can do at once is offered. True: done.
bool try_fast_io(LocalFileSystem& fs, io::Request& request, uint64_t offset, size_t length) {
  const PFILE_OBJECT file_object = request.parameters.TargetFileObject;
  if (!caching_started(file_object) || has_flag(file_object, FO_NO_INTERMEDIATE_BUFFERING))
    return false;
  if (!is_resident(fcb_of(file_object), offset, length)) return false;
  request.kind = io::RequestKind::FastIo;
  return fs.volume.filters->fast_io(request);
}

ULONG cache_flag(PFILE_OBJECT file_object) {
  return has_flag(file_object, FO_NO_INTERMEDIATE_BUFFERING) ? IRP_NOCACHE : 0;
}

void fill_read(io::Request& request, LocalFileSystem& fs, PFILE_OBJECT file_object, ULONG irp_flags,
               uint64_t offset, std::span<std::byte> buffer) {
  prepare(request, fs, file_object, IRP_MJ_READ, irp_flags);
  auto& parameters = request.parameters.Parameters.Read;
  parameters.Length = static_cast<ULONG>(buffer.size());
  parameters.ByteOffset.QuadPart = static_cast<LONGLONG>(offset);
  parameters.ReadBuffer = buffer.data();
}

void fill_write(io::Request& request, LocalFileSystem& fs, PFILE_OBJECT file_object,
                ULONG irp_flags, int64_t offset, std::span<const std::byte> buffer) {
  prepare(request, fs, file_object, IRP_MJ_WRITE, irp_flags);
  auto& parameters = request.parameters.Parameters.Write;
  parameters.Length = static_cast<ULONG>(buffer.size());
  parameters.ByteOffset.QuadPart = offset;
  parameters.WriteBuffer = const_cast<std::byte*>(buffer.data());
}

}  // namespace

NTSTATUS read(OpenFile& file, uint64_t offset, std::span<std::byte> buffer, size_t* bytes) {
  *bytes = 0;
  const PFILE_OBJECT file_object = file.file_object;
  LocalFileSystem& fs = fcb_of(file_object).fs;
  count(fs.counters.cached_reads);
  buffer = buffer.first(std::min(buffer.size(), kMaxTransfer));
  {
    io::Request request;
    fill_read(request, fs, file_object, 0, offset, buffer);
    if (try_fast_io(fs, request, offset, buffer.size())) {
      if (NT_SUCCESS(request.status.Status)) *bytes = request.status.Information;
      return request.status.Status;
    }
  }
  io::Request request;
  fill_read(request, fs, file_object,
            IRP_READ_OPERATION | IRP_SYNCHRONOUS_API | cache_flag(file_object), offset, buffer);
  const NTSTATUS status = io::send_and_wait(request);
  if (NT_SUCCESS(status)) *bytes = std::min<size_t>(request.status.Information, buffer.size());
  return status;
}

NTSTATUS write(OpenFile& file, uint64_t offset, bool append, std::span<const std::byte> buffer,
               size_t* bytes) {
  *bytes = 0;
  const PFILE_OBJECT file_object = file.file_object;
  LocalFileSystem& fs = fcb_of(file_object).fs;
  count(fs.counters.cached_writes);
  buffer = buffer.first(std::min(buffer.size(), kMaxTransfer));
  const int64_t where = append ? -1 : static_cast<int64_t>(offset);
  if (!append) {
    io::Request request;
    fill_write(request, fs, file_object, 0, where, buffer);
    if (try_fast_io(fs, request, offset, buffer.size())) {
      if (NT_SUCCESS(request.status.Status)) *bytes = request.status.Information;
      return request.status.Status;
    }
  }
  io::Request request;
  fill_write(request, fs, file_object,
             IRP_WRITE_OPERATION | IRP_SYNCHRONOUS_API | cache_flag(file_object), where, buffer);
  const NTSTATUS status = io::send_and_wait(request);
  if (NT_SUCCESS(status)) *bytes = std::min<size_t>(request.status.Information, buffer.size());
  return status;
}

}  // namespace flthost::fs
