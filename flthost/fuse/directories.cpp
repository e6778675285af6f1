// Directories are read from the backing one; what can't be seen by a lookup is not hidden here.
#include <flthost/fuse/server.h>

#include <dirent.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace flthost::fuse {
namespace {

struct LinuxDirent {  // getdents64
  uint64_t ino;
  int64_t next;
  uint16_t length;
  uint8_t type;
  char name[1];
};

DirectoryHandle* directory_of(uint64_t fh) {
  return reinterpret_cast<DirectoryHandle*>(fh);
}

// Appends one record; false when it does not fit.
bool append(std::span<std::byte> room, size_t* used, const LinuxDirent& entry, bool plus,
            const fuse_entry_out* known) {
  const size_t name = std::strlen(entry.name);
  const size_t prefix = plus ? sizeof(fuse_entry_out) : 0;
  const size_t size = prefix + FUSE_DIRENT_ALIGN(FUSE_NAME_OFFSET + name);
  if (*used + size > room.size()) return false;
  std::byte* const at = room.data() + *used;
  std::memset(at, 0, size);
  if (known != nullptr) std::memcpy(at, known, sizeof(*known));
  const fuse_dirent header{entry.ino, static_cast<uint64_t>(entry.next),
                           static_cast<uint32_t>(name), entry.type};
  std::memcpy(at + prefix, &header, FUSE_NAME_OFFSET);
  std::memcpy(at + prefix + FUSE_NAME_OFFSET, entry.name, name);
  *used += size;
  return true;
}

bool is_dots(const char* name) {
  return std::strcmp(name, ".") == 0 || std::strcmp(name, "..") == 0;
}

}  // namespace

void FuseServer::open_directory(Request& request) {
  fs::Node& node = *inodes_.of(request.in->nodeid)->node;
  fs::OpenParameters parameters;
  parameters.node = inodes_.of(request.in->nodeid)->node;
  parameters.access = FILE_LIST_DIRECTORY | SYNCHRONIZE;
  parameters.options = FILE_DIRECTORY_FILE | FILE_SYNCHRONOUS_IO_NONALERT;
  parameters.caller = request.caller();
  auto handle = std::make_unique<DirectoryHandle>();
  ULONG_PTR information = 0;
  const NTSTATUS status = fs::open(fs_, parameters, &handle->file, &information);
  if (!NT_SUCCESS(status)) return reply_status(request, status);
  handle->opener = request.who.thread != nullptr ? request.who.thread : ps::system_thread();
  ObReferenceObject(handle->opener);
  handle->fd = fs::open_directory(fs_, node);
  if (handle->fd < 0) {
    reply_error(request, handle->fd);
    return close_directory(handle.release());
  }
  fuse_open_out out{};
  out.fh = reinterpret_cast<uint64_t>(handle.get());
  {
    const std::lock_guard lock(handles_mutex_);
    directories_.insert(handle.release());
  }
  reply_with(request, out);
}

void FuseServer::close_directory(DirectoryHandle* handle) {
  {
    const ps::Impersonate identity(handle->opener);
    fs::cleanup(handle->file);
    fs::close(handle->file);
  }
  ps::dereference(handle->opener);
  if (handle->fd >= 0) ::close(handle->fd);
  delete handle;
}

void FuseServer::read_directory(Request& request, bool plus) {
  const auto in = request.as<fuse_read_in>();
  DirectoryHandle& handle = *directory_of(in.fh);
  const std::span<std::byte> room = request.data.first(std::min<size_t>(in.size, kMaxData));
  size_t used = 0;
  int error;
  {
    const std::lock_guard lock(handle.mutex);
    error = fill_directory(request, handle, in.offset, plus, room, &used);
  }
  // Nothing of the handle may be touched once the reply is out: its close may be here at once.
  if (error != 0) return reply_error(request, error);
  reply(request.in->unique, 0, {{room.data(), used}});
}

int FuseServer::fill_directory(const Request& request, DirectoryHandle& handle, uint64_t offset,
                               bool plus, std::span<std::byte> room, size_t* used) {
  fs::Node& parent = *inodes_.of(request.in->nodeid)->node;
  if (handle.position != offset && ::lseek(handle.fd, static_cast<off_t>(offset), SEEK_SET) < 0) {
    return -errno;
  }
  handle.position = offset;
  alignas(LinuxDirent) std::array<char, 16384> raw;
  const size_t largest = sizeof(fuse_entry_out) + FUSE_DIRENT_ALIGN(FUSE_NAME_OFFSET + 256);
  bool full = false;
  while (!full) {
    const long got = ::syscall(SYS_getdents64, handle.fd, raw.data(), raw.size());
    if (got < 0 && *used == 0) return -errno;
    if (got <= 0) break;
    for (long at = 0; at < got && !full;) {
      const auto& entry = *reinterpret_cast<const LinuxDirent*>(raw.data() + at);
      fs::NodeRef node;
      struct stat st{};
      // A lookup is counted only for a record that is sent, so room is made sure of first.
      full = plus && *used + largest > room.size();
      const bool look = plus && !full && !is_dots(entry.name) &&
                        fs::lookup(fs_, parent, entry.name, &node, &st) == 0;
      const fuse_entry_out known = look ? entry_of(node, st) : fuse_entry_out{};
      full = full || !append(room, used, entry, plus, look ? &known : nullptr);
      if (!full) handle.position = static_cast<uint64_t>(entry.next);
      at += entry.length;
    }
  }
  // getdents may have read on: the next request starts where this reply ends.
  ::lseek(handle.fd, static_cast<off_t>(handle.position), SEEK_SET);
  return 0;
}

void FuseServer::release_directory(Request& request) {
  DirectoryHandle* const handle = directory_of(request.as<fuse_release_in>().fh);
  {
    const std::lock_guard lock(handles_mutex_);
    directories_.erase(handle);
  }
  close_directory(handle);
  reply_error(request, 0);
}

void FuseServer::sync_directory(Request& request) {
  reply_error(request, ::fsync(directory_of(request.as<fuse_fsync_in>().fh)->fd) == 0 ? 0 : -errno);
}

}  // namespace flthost::fuse
