// Directories: what a listing shows is what the filters left of IRP_MN_QUERY_DIRECTORY's answers. A
// name that is hidden there can still be opened.
#include <flthost/fuse/server.h>

#include <dirent.h>

#include <algorithm>
#include <cstring>

namespace flthost::fuse {
namespace {

DirectoryHandle* directory_of(uint64_t fh) {
  return reinterpret_cast<DirectoryHandle*>(fh);
}

// What one query may bring, as Windows' FindFirstFile asks.
constexpr size_t kQuerySize = 65536;

// Appends one record; false when it does not fit. `next`: the position behind it.
bool append(std::span<std::byte> room, size_t* used, const fs::ListedName& entry, uint64_t next,
            bool plus, const fuse_entry_out* known) {
  const size_t prefix = plus ? sizeof(fuse_entry_out) : 0;
  const size_t size = prefix + FUSE_DIRENT_ALIGN(FUSE_NAME_OFFSET + entry.name.size());
  if (*used + size > room.size()) return false;
  std::byte* const at = room.data() + *used;
  std::memset(at, 0, size);
  if (known != nullptr) std::memcpy(at, known, sizeof(*known));
  const fuse_dirent header{entry.inode, next, static_cast<uint32_t>(entry.name.size()),
                           static_cast<uint32_t>(IFTODT(entry.type))};
  std::memcpy(at + prefix, &header, FUSE_NAME_OFFSET);
  std::memcpy(at + prefix + FUSE_NAME_OFFSET, entry.name.data(), entry.name.size());
  *used += size;
  return true;
}

bool is_dots(std::string_view name) {
  return name == "." || name == "..";
}

// A volume's root has neither of them on NT.
void add_dots(std::vector<fs::ListedName>* names, uint64_t inode) {
  for (const char* const dots : {"..", "."}) {
    const bool there =
        std::ranges::any_of(*names, [&](const auto& one) { return one.name == dots; });
    if (!there) names->insert(names->begin(), {dots, inode, S_IFDIR});
  }
}

}  // namespace

void FuseServer::open_directory(Request& request) {
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
  delete handle;
}

void FuseServer::read_directory(Request& request, bool plus) {
  const auto in = request.as<fuse_read_in>();
  DirectoryHandle& handle = *directory_of(in.fh);
  size_t used = 0;
  NTSTATUS status = STATUS_SUCCESS;
  const std::span<std::byte> room = request.data.first(std::min<size_t>(in.size, kMaxData));
  {
    const std::lock_guard lock(handle.mutex);
    // From the start again: what has changed is seen, as rewinddir(3) promises.
    if (in.offset == 0 || !handle.listed) {
      status = fs::list(handle.file, request.data.first(kQuerySize), &handle.names);
      if (NT_SUCCESS(status)) add_dots(&handle.names, fs::inode_of(*handle.file.node));
      handle.listed = NT_SUCCESS(status);
    }
    if (NT_SUCCESS(status)) fill_directory(handle, in.offset, plus, room, &used);
  }
  // Nothing of the handle may be touched once the reply is out: its close may be here at once.
  if (!NT_SUCCESS(status)) return reply_status(request, status);
  reply(request.in->unique, 0, {{room.data(), used}});
}

// A position is an index into the names that the last listing from the start brought.
void FuseServer::fill_directory(DirectoryHandle& handle, uint64_t offset, bool plus,
                                std::span<std::byte> room, size_t* used) {
  const size_t largest = sizeof(fuse_entry_out) + FUSE_DIRENT_ALIGN(FUSE_NAME_OFFSET + 256);
  for (uint64_t at = offset; at < handle.names.size(); ++at) {
    const fs::ListedName& entry = handle.names[at];
    fs::NodeRef node;
    struct stat st{};
    // A lookup is counted only for a record that is sent, so room is made sure of first.
    if (plus && *used + largest > room.size()) return;
    const bool look = plus && !is_dots(entry.name) &&
                      fs::lookup(fs_, *handle.file.node, entry.name, &node, &st) == 0;
    const fuse_entry_out known = look ? entry_of(node, st) : fuse_entry_out{};
    if (!append(room, used, entry, at + 1, plus, look ? &known : nullptr)) return;
  }
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
  reply_status(request, fs::flush(directory_of(request.as<fuse_fsync_in>().fh)->file));
}

}  // namespace flthost::fuse
