// Requests on open files: each becomes what the I/O manager would be asked.
#include <flthost/fuse/server.h>

#include <fcntl.h>
#include <sys/xattr.h>

#include <cerrno>
#include <cstdio>

namespace flthost::fuse {
namespace {

ACCESS_MASK access_of(uint32_t flags) {
  ACCESS_MASK access = FILE_READ_ATTRIBUTES | SYNCHRONIZE;
  const uint32_t mode = flags & O_ACCMODE;
  if (mode == O_RDONLY || mode == O_RDWR) access |= FILE_READ_DATA;
  if (mode == O_WRONLY || mode == O_RDWR) access |= FILE_WRITE_DATA | FILE_WRITE_ATTRIBUTES;
  if ((flags & O_APPEND) != 0 && mode != O_RDONLY) access |= FILE_APPEND_DATA;
  if ((flags & kOpenForExec) != 0) access |= FILE_EXECUTE;
  return access;
}

ULONG options_of(uint32_t flags) {
  ULONG options = FILE_NON_DIRECTORY_FILE | FILE_SYNCHRONOUS_IO_NONALERT;
  if ((flags & O_DSYNC) != 0) options |= FILE_WRITE_THROUGH;
  return options;
}

Handle* handle_of(uint64_t fh) {
  return reinterpret_cast<Handle*>(fh);
}

}  // namespace

// ------------------------------------------------------------------ handles
Handle* FuseServer::new_handle(const Request& request, fs::OpenFile&& file, uint32_t flags) {
  auto* const handle = new Handle;
  handle->inode = inodes_.of(request.in->nodeid);
  handle->file = std::move(file);
  handle->writable = (flags & O_ACCMODE) != O_RDONLY;
  handle->opener = request.who.thread != nullptr ? request.who.thread : ps::system_thread();
  ObReferenceObject(handle->opener);
  const std::lock_guard lock(handles_mutex_);
  handles_.insert(handle);
  return handle;
}

// `known`: its attributes, when they have been asked for already.
fuse_open_out FuseServer::open_reply(Handle& handle, uint32_t flags, const struct stat* known) {
  fuse_open_out out{};
  out.fh = reinterpret_cast<uint64_t>(&handle);
  const bool unwatched = options_.kernel_cache == KernelCache::NoContext &&
                         !options_.volume->filters->has_context(handle.file.file_object);
  handle.direct = direct_io_ && !unwatched;
  // Nothing can be dirty behind a handle for reading: its close(2) needs no FLUSH.
  out.open_flags = handle.writable ? 0 : kOpenNoFlush;
  if (handle.direct) {
    out.open_flags |= FOPEN_DIRECT_IO;
    return out;
  }
  // The kernel may keep its pages when the file is as it was when it got them.
  if ((flags & O_TRUNC) != 0) return out;
  struct stat st{};
  if (known != nullptr) {
    st = *known;
  } else if (fs::getattr(fs_, *handle.inode->node, &st) != 0) {
    return out;
  }
  const std::lock_guard lock(handle.inode->mutex);
  Inode& inode = *handle.inode;
  if (inode.cached_size == st.st_size && inode.cached_mtime.tv_sec == st.st_mtim.tv_sec &&
      inode.cached_mtime.tv_nsec == st.st_mtim.tv_nsec) {
    out.open_flags |= FOPEN_KEEP_CACHE;
  }
  inode.cached_size = st.st_size;
  inode.cached_mtime = st.st_mtim;
  return out;
}

namespace {
struct Closing {
  fs::OpenFile file;
  PETHREAD opener;
};

void close_in_worker(void* context) {
  const std::unique_ptr<Closing> closing(static_cast<Closing*>(context));
  {
    const ps::Impersonate identity(closing->opener);
    fs::cleanup(closing->file);
    fs::close(closing->file);
  }
  ps::dereference(closing->opener);
}
}  // namespace

// The last reference may go in a completion at DISPATCH_LEVEL, where nothing can be closed.
void FuseServer::dereference(Handle* handle) {
  if (handle->references.fetch_sub(1, std::memory_order_acq_rel) != 1) return;
  {
    const std::lock_guard lock(handles_mutex_);
    handles_.erase(handle);
  }
  auto* const closing = new Closing{std::move(handle->file), handle->opener};
  delete handle;
  if (ke::current_irql() == PASSIVE_LEVEL) {
    close_in_worker(closing);
  } else {
    ex::queue_work(close_in_worker, closing);
  }
}

void FuseServer::release(Request& request) {
  Handle* const handle = handle_of(request.as<fuse_release_in>().fh);
  forget_sections(*handle);
  dereference(handle);
  reply_error(request, 0);
}

// ------------------------------------------------------------------ open and create
void FuseServer::open(Request& request) {
  const auto in = request.as<fuse_open_in>();
  Inode* const inode = inodes_.of(request.in->nodeid);
  fs::OpenParameters parameters;
  parameters.node = inode->node;
  parameters.access = access_of(in.flags);
  parameters.options = options_of(in.flags);
  parameters.disposition = (in.flags & O_TRUNC) != 0 ? FILE_OVERWRITE : FILE_OPEN;
  parameters.caller = request.caller();
  fs::OpenFile file;
  ULONG_PTR information = 0;
  const NTSTATUS status = fs::open(fs_, parameters, &file, &information);
  if (!NT_SUCCESS(status)) return reply_status(request, status);
  if ((in.open_flags & FUSE_OPEN_KILL_SUIDGID) != 0) kill_privileges(*inode);
  Handle* const handle = new_handle(request, std::move(file), in.flags);
  reply_with(request, open_reply(*handle, in.flags, nullptr));
}

void FuseServer::create(Request& request) {
  const auto in = request.as<fuse_create_in>();
  fs::OpenParameters parameters;
  parameters.parent = inodes_.of(request.in->nodeid)->node;
  parameters.name = std::string(request.text(sizeof(in)));
  parameters.access = access_of(in.flags);
  parameters.options = options_of(in.flags);
  parameters.disposition = (in.flags & O_EXCL) != 0    ? FILE_CREATE
                           : (in.flags & O_TRUNC) != 0 ? FILE_OVERWRITE_IF
                                                       : FILE_OPEN_IF;
  parameters.mode = in.mode & 07777;
  parameters.caller = request.caller();
  fs::OpenFile file;
  ULONG_PTR information = 0;
  const NTSTATUS status = fs::open(fs_, parameters, &file, &information);
  if (!NT_SUCCESS(status)) return reply_status(request, status);
  struct stat st{};
  const int error = fs::getattr(fs_, *file.node, &st);
  if (error != 0) {
    fs::cleanup(file);
    fs::close(file);
    return reply_error(request, error);
  }
  const fs::NodeRef node = file.node;
  Handle* const handle = new_handle(request, std::move(file), in.flags);
  handle->inode = inodes_.remember(node);
  struct {
    fuse_entry_out entry;
    fuse_open_out open;
  } out{};
  out.entry.nodeid = inodes_.id_of(handle->inode);
  out.entry.entry_valid = out.entry.attr_valid = 1;
  out.entry.attr = attributes_of(st);
  out.open = open_reply(*handle, in.flags, &st);
  reply_with(request, out);
}

// ------------------------------------------------------------------ read and write
void FuseServer::read_cached(Request& request, Handle& handle, const fuse_read_in& in) {
  reads_cached_.fetch_add(1, std::memory_order_relaxed);
  const std::span<std::byte> buffer = request.data.first(std::min<size_t>(in.size, kMaxData));
  size_t bytes = 0;
  const NTSTATUS status = fs::read(handle.file, in.offset, buffer, &bytes);
  if (!NT_SUCCESS(status) && status != STATUS_END_OF_FILE) return reply_status(request, status);
  reply(request.in->unique, 0, {{buffer.data(), status == STATUS_END_OF_FILE ? 0 : bytes}});
}

void FuseServer::read(Request& request) {
  const auto in = request.as<fuse_read_in>();
  Handle* const handle = handle_of(in.fh);
  // The kernel's own cache asks like this too; what it reads for is not known.
  if (!handle->direct || (in.read_flags & FUSE_READ_LOCKOWNER) != 0) {
    return read_cached(request, *handle, in);
  }
  switch (classify(request.in->pid)) {
    case ReadClass::Cached:
      return read_cached(request, *handle, in);
    case ReadClass::Fault:
      return page_in(request, *handle, in, fs::PageInKind::Fault);
    case ReadClass::ReadAhead:
      return page_in(request, *handle, in, fs::PageInKind::ReadAhead);
  }
}

void FuseServer::write(Request& request) {
  const auto in = request.as<fuse_write_in>();
  Handle* const handle = handle_of(in.fh);
  const std::span<const std::byte> data(
      request.argument + sizeof(in), std::min<size_t>(in.size, request.argument_size - sizeof(in)));
  size_t bytes = 0;
  NTSTATUS status;
  if ((in.write_flags & FUSE_WRITE_CACHE) != 0) {
    writes_mapped_.fetch_add(1, std::memory_order_relaxed);
    find_writers(*handle);
    status = fs::page_out(handle->file, in.offset, data);
    bytes = data.size();
  } else {
    const bool append = handle->direct && (in.flags & O_APPEND) != 0;
    status = fs::write(handle->file, in.offset, append, data, &bytes);
  }
  if (!NT_SUCCESS(status)) return reply_status(request, status);
  if ((in.write_flags & FUSE_WRITE_KILL_SUIDGID) != 0) kill_privileges(*handle->inode);
  reply_with(request, fuse_write_out{static_cast<uint32_t>(bytes), 0});
}

// set-user-ID bits don't outlive a write by somebody else; a group bit only with group execute.
void FuseServer::kill_privileges(Inode& inode) {
  struct stat st{};
  if (fs::getattr(fs_, *inode.node, &st) != 0) return;
  mode_t mode = st.st_mode & ~static_cast<mode_t>(S_ISUID);
  if ((mode & S_IXGRP) != 0) mode &= ~static_cast<mode_t>(S_ISGID);
  if (mode == st.st_mode) return;
  fs::SetAttributes attributes;
  attributes.set_mode = true;
  attributes.mode = mode & 07777;
  fs::setattr(fs_, *inode.node, attributes);
}

// close(2): what delayed writes failed with can be told now. Cleanup comes with RELEASE, when the
// last descriptor has gone.
void FuseServer::flush(Request& request) {
  Handle* const handle = handle_of(request.as<fuse_flush_in>().fh);
  reply_status(request, handle->writable ? fs::write_back(handle->file) : STATUS_SUCCESS);
}

void FuseServer::fsync(Request& request) {
  reply_status(request, fs::flush(handle_of(request.as<fuse_fsync_in>().fh)->file));
}

// The kernel does the other kinds itself.
void FuseServer::seek(Request& request) {
  const auto in = request.as<fuse_lseek_in>();
  uint64_t offset = 0;
  const int error =
      fs::seek(handle_of(in.fh)->file, in.offset, static_cast<int>(in.whence), &offset);
  if (error != 0) return reply_error(request, error);
  reply_with(request, fuse_lseek_out{offset});
}

void FuseServer::fallocate(Request& request) {
  const auto in = request.as<fuse_fallocate_in>();
  reply_status(request, fs::allocate(handle_of(in.fh)->file, in.offset, in.length,
                                     static_cast<int>(in.mode)));
}

}  // namespace flthost::fuse
