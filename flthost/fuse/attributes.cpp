// Attributes, size, extended attributes, file-system statistics. Only a change of size is an IRP.
#include <flthost/fuse/server.h>

#include <fcntl.h>
#include <sys/statvfs.h>
#include <sys/syscall.h>
#include <sys/xattr.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>

namespace flthost::fuse {
namespace {

// A path that leads to an O_PATH descriptor's file, also to a symbolic link itself.
struct NodePath {
  explicit NodePath(fs::Node& node) {
    std::snprintf(text, sizeof(text), "/proc/self/fd/%d", fs::node_descriptor(node));
  }
  char text[40];
};

fuse_attr_out attr_reply(const struct stat& st) {
  fuse_attr_out out{};
  out.attr_valid = 1;
  out.attr = attributes_of(st);
  return out;
}

}  // namespace

void FuseServer::getattr(Request& request) {
  struct stat st{};
  const int error = fs::getattr(fs_, *inodes_.of(request.in->nodeid)->node, &st);
  if (error != 0) return reply_error(request, error);
  reply_with(request, attr_reply(st));
}

void FuseServer::setattr(Request& request) {
  const auto in = request.as<fuse_setattr_in>();
  Inode* const inode = inodes_.of(request.in->nodeid);
  if ((in.valid & FATTR_SIZE) != 0) {
    const NTSTATUS status = set_size(request, in);
    if (!NT_SUCCESS(status)) return reply_status(request, status);
  }
  fs::SetAttributes attributes;
  attributes.set_mode = (in.valid & FATTR_MODE) != 0;
  attributes.set_uid = (in.valid & FATTR_UID) != 0;
  attributes.set_gid = (in.valid & FATTR_GID) != 0;
  attributes.set_atime = (in.valid & (FATTR_ATIME | FATTR_ATIME_NOW)) != 0;
  attributes.set_mtime = (in.valid & (FATTR_MTIME | FATTR_MTIME_NOW)) != 0;
  attributes.mode = in.mode & 07777;
  attributes.uid = in.uid;
  attributes.gid = in.gid;
  attributes.atime = {static_cast<time_t>(in.atime), static_cast<long>(in.atimensec)};
  attributes.mtime = {static_cast<time_t>(in.mtime), static_cast<long>(in.mtimensec)};
  if ((in.valid & FATTR_ATIME_NOW) != 0) attributes.atime = {0, UTIME_NOW};
  if ((in.valid & FATTR_MTIME_NOW) != 0) attributes.mtime = {0, UTIME_NOW};
  const bool any = attributes.set_mode || attributes.set_uid || attributes.set_gid ||
                   attributes.set_atime || attributes.set_mtime;
  int error = any ? fs::setattr(fs_, *inode->node, attributes) : 0;
  if (error == 0 && (in.valid & FATTR_KILL_SUIDGID) != 0) kill_privileges(*inode);
  struct stat st{};
  if (error == 0) error = fs::getattr(fs_, *inode->node, &st);
  if (error != 0) return reply_error(request, error);
  reply_with(request, attr_reply(st));
}

// ftruncate goes through its handle, truncate(2) through an open of its own.
NTSTATUS FuseServer::set_size(Request& request, const fuse_setattr_in& in) {
  if ((in.valid & FATTR_FH) != 0) {
    return fs::set_end_of_file(reinterpret_cast<Handle*>(in.fh)->file, in.size);
  }
  fs::OpenParameters parameters;
  parameters.node = inodes_.of(request.in->nodeid)->node;
  parameters.access = FILE_WRITE_DATA | FILE_READ_ATTRIBUTES | SYNCHRONIZE;
  parameters.options = FILE_NON_DIRECTORY_FILE | FILE_SYNCHRONOUS_IO_NONALERT;
  parameters.caller = request.caller();
  fs::OpenFile file;
  ULONG_PTR information = 0;
  NTSTATUS status = fs::open(fs_, parameters, &file, &information);
  if (!NT_SUCCESS(status)) return status;
  status = fs::set_end_of_file(file, in.size);
  fs::cleanup(file);
  fs::close(file);
  return status;
}

void FuseServer::statfs(Request& request) {
  struct statvfs st{};
  if (::fstatvfs(fs::node_descriptor(*inodes_.of(FUSE_ROOT_ID)->node), &st) != 0) {
    return reply_error(request, -errno);
  }
  fuse_statfs_out out{};
  out.st.blocks = st.f_blocks;
  out.st.bfree = st.f_bfree;
  out.st.bavail = st.f_bavail;
  out.st.files = st.f_files;
  out.st.ffree = st.f_ffree;
  out.st.bsize = static_cast<uint32_t>(st.f_bsize);
  out.st.namelen = static_cast<uint32_t>(st.f_namemax);
  out.st.frsize = static_cast<uint32_t>(st.f_frsize);
  reply_with(request, out);
}

// Only without default_permissions (an ordinary user's mount), where we are who asks.
void FuseServer::access(Request& request) {
  const auto in = request.as<fuse_access_in>();
  const int fd = fs::node_descriptor(*inodes_.of(request.in->nodeid)->node);
  const long result = ::syscall(SYS_faccessat2, fd, "", in.mask, AT_EMPTY_PATH | AT_EACCESS);
  reply_error(request, result == 0 ? 0 : -errno);
}

void FuseServer::set_xattr(Request& request) {
  // Without FUSE_SETXATTR_EXT the structure has only its first two fields.
  const auto in = request.as<fuse_setxattr_in>();
  const std::string name(request.text(FUSE_COMPAT_SETXATTR_IN_SIZE));
  const size_t value = FUSE_COMPAT_SETXATTR_IN_SIZE + name.size() + 1;
  if (value + in.size > request.argument_size) return reply_error(request, -EINVAL);
  const NodePath path(*inodes_.of(request.in->nodeid)->node);
  const int result = ::setxattr(path.text, name.c_str(), request.argument + value, in.size,
                                static_cast<int>(in.flags));
  reply_error(request, result == 0 ? 0 : -errno);
}

void FuseServer::get_xattr(Request& request) {
  const auto in = request.as<fuse_getxattr_in>();
  const std::string name(request.text(sizeof(in)));
  const NodePath path(*inodes_.of(request.in->nodeid)->node);
  const size_t room = std::min<size_t>(in.size, kMaxData);
  const ssize_t size = ::getxattr(path.text, name.c_str(), request.data.data(), room);
  if (size < 0) return reply_error(request, -errno);
  if (in.size == 0) return reply_with(request, fuse_getxattr_out{static_cast<uint32_t>(size), 0});
  reply(request.in->unique, 0, {{request.data.data(), static_cast<size_t>(size)}});
}

void FuseServer::list_xattr(Request& request) {
  const auto in = request.as<fuse_getxattr_in>();
  const NodePath path(*inodes_.of(request.in->nodeid)->node);
  const size_t room = std::min<size_t>(in.size, kMaxData);
  const ssize_t size = ::listxattr(path.text, reinterpret_cast<char*>(request.data.data()), room);
  if (size < 0) return reply_error(request, -errno);
  if (in.size == 0) return reply_with(request, fuse_getxattr_out{static_cast<uint32_t>(size), 0});
  reply(request.in->unique, 0, {{request.data.data(), static_cast<size_t>(size)}});
}

void FuseServer::remove_xattr(Request& request) {
  const std::string name(request.text(0));
  const NodePath path(*inodes_.of(request.in->nodeid)->node);
  reply_error(request, ::removexattr(path.text, name.c_str()) == 0 ? 0 : -errno);
}

}  // namespace flthost::fuse
