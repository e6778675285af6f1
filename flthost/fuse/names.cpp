// Requests about names: lookup, forget, creation of what is no file, link, unlink, rename.
#include <flthost/fuse/server.h>

#include <cerrno>
#include <cstring>

namespace flthost::fuse {
namespace {

// How long the kernel may believe a name and its attributes without asking. What CMD's own tree
// does goes through the kernel and is seen at once; this is for changes made outside.
constexpr uint64_t kValidSeconds = 1;

}  // namespace

fuse_attr attributes_of(const struct stat& st) {
  fuse_attr attr{};
  attr.ino = st.st_ino;
  attr.size = static_cast<uint64_t>(st.st_size);
  attr.blocks = static_cast<uint64_t>(st.st_blocks);
  attr.atime = static_cast<uint64_t>(st.st_atim.tv_sec);
  attr.mtime = static_cast<uint64_t>(st.st_mtim.tv_sec);
  attr.ctime = static_cast<uint64_t>(st.st_ctim.tv_sec);
  attr.atimensec = static_cast<uint32_t>(st.st_atim.tv_nsec);
  attr.mtimensec = static_cast<uint32_t>(st.st_mtim.tv_nsec);
  attr.ctimensec = static_cast<uint32_t>(st.st_ctim.tv_nsec);
  attr.mode = st.st_mode;
  attr.nlink = static_cast<uint32_t>(st.st_nlink);
  attr.uid = st.st_uid;
  attr.gid = st.st_gid;
  attr.rdev = static_cast<uint32_t>(st.st_rdev);
  attr.blksize = static_cast<uint32_t>(st.st_blksize);
  return attr;
}

fuse_entry_out FuseServer::entry_of(const fs::NodeRef& node, const struct stat& st) {
  fuse_entry_out entry{};
  entry.nodeid = inodes_.id_of(inodes_.remember(node));
  entry.entry_valid = kValidSeconds;
  entry.attr_valid = kValidSeconds;
  entry.attr = attributes_of(st);
  return entry;
}

void FuseServer::reply_entry(const Request& request, const fs::NodeRef& node,
                             const struct stat& st) {
  reply_with(request, entry_of(node, st));
}

void FuseServer::lookup(Request& request) {
  fs::NodeRef node;
  struct stat st{};
  const int error =
      fs::lookup(fs_, *inodes_.of(request.in->nodeid)->node, request.text(0), &node, &st);
  if (error != 0) return reply_error(request, error);
  reply_entry(request, node, st);
}

// Only the filters know what the name means: it is opened as a Windows program's query of a file's
// attributes opens it.
void FuseServer::lookup_by_open(Request& request) {
  fs::OpenParameters parameters;
  parameters.parent = inodes_.of(request.in->nodeid)->node;
  parameters.name = std::string(request.text(0));
  parameters.access = FILE_READ_ATTRIBUTES | SYNCHRONIZE;
  parameters.options = FILE_OPEN_REPARSE_POINT;
  parameters.caller = request.caller();
  fs::OpenFile file;
  ULONG_PTR information = 0;
  const NTSTATUS status = fs::open(fs_, parameters, &file, &information);
  if (!NT_SUCCESS(status)) return reply_status(request, status);
  const fs::NodeRef node = file.node;
  struct stat st{};
  const int error = fs::getattr(fs_, *node, &st);
  fs::cleanup(file);
  fs::close(file);
  if (error != 0) return reply_error(request, error);
  reply_entry(request, node, st);
}

void FuseServer::forget(const Request& request) {
  inodes_.forget(request.in->nodeid, request.as<fuse_forget_in>().nlookup);
}

void FuseServer::batch_forget(const Request& request) {
  const auto in = request.as<fuse_batch_forget_in>();
  const size_t room = (request.argument_size - sizeof(in)) / sizeof(fuse_forget_one);
  for (size_t i = 0; i < std::min<size_t>(in.count, room); ++i) {
    fuse_forget_one one;
    std::memcpy(&one, request.argument + sizeof(in) + i * sizeof(one), sizeof(one));
    inodes_.forget(one.nodeid, one.nlookup);
  }
}

void FuseServer::make_node(Request& request) {
  const auto in = request.as<fuse_mknod_in>();
  Inode* const parent = inodes_.of(request.in->nodeid);
  const std::string_view name = request.text(sizeof(in));
  if (!S_ISREG(in.mode)) {
    fs::NodeRef node;
    struct stat st{};
    const int error =
        fs::make_node(fs_, *parent->node, name, in.mode, in.rdev, request.caller(), &node, &st);
    return error != 0 ? reply_error(request, error) : reply_entry(request, node, st);
  }
  create_and_close(request, name, in.mode, FILE_NON_DIRECTORY_FILE);
}

// A file or directory that is made without being opened: NT knows only the create.
void FuseServer::create_and_close(Request& request, std::string_view name, mode_t mode,
                                  ULONG options) {
  fs::OpenParameters parameters;
  parameters.parent = inodes_.of(request.in->nodeid)->node;
  parameters.name = std::string(name);
  parameters.access = FILE_READ_ATTRIBUTES | SYNCHRONIZE;
  parameters.disposition = FILE_CREATE;
  parameters.options = options | FILE_SYNCHRONOUS_IO_NONALERT;
  parameters.mode = mode & 07777;
  parameters.caller = request.caller();
  fs::OpenFile file;
  ULONG_PTR information = 0;
  const NTSTATUS status = fs::open(fs_, parameters, &file, &information);
  if (!NT_SUCCESS(status)) return reply_status(request, status);
  const fs::NodeRef node = file.node;
  fs::cleanup(file);
  fs::close(file);
  struct stat st{};
  const int error = fs::getattr(fs_, *node, &st);
  if (error != 0) return reply_error(request, error);
  reply_entry(request, node, st);
}

void FuseServer::make_directory(Request& request) {
  const auto in = request.as<fuse_mkdir_in>();
  create_and_close(request, request.text(sizeof(in)), in.mode, FILE_DIRECTORY_FILE);
}

void FuseServer::make_symlink(Request& request) {
  fs::NodeRef node;
  struct stat st{};
  const int error = fs::make_symlink(fs_, *inodes_.of(request.in->nodeid)->node, request.text(0),
                                     request.text(0, 1), request.caller(), &node, &st);
  if (error != 0) return reply_error(request, error);
  reply_entry(request, node, st);
}

void FuseServer::link(Request& request) {
  const auto in = request.as<fuse_link_in>();
  const fs::NodeRef node = inodes_.of(in.oldnodeid)->node;
  const NTSTATUS status = fs::link(fs_, node, *inodes_.of(request.in->nodeid)->node,
                                   request.text(sizeof(in)), request.caller());
  if (!NT_SUCCESS(status)) return reply_status(request, status);
  struct stat st{};
  const int error = fs::getattr(fs_, *node, &st);
  if (error != 0) return reply_error(request, error);
  reply_entry(request, node, st);
}

void FuseServer::read_link(Request& request) {
  std::string target;
  const int error = fs::read_link(fs_, *inodes_.of(request.in->nodeid)->node, &target);
  if (error != 0) return reply_error(request, error);
  reply(request.in->unique, 0, {{target.data(), target.size()}});
}

void FuseServer::remove(Request& request, bool directory) {
  reply_status(request,
               fs::remove(fs_, *inodes_.of(request.in->nodeid)->node, request.text(0), directory));
}

void FuseServer::rename(Request& request, bool second) {
  fuse_rename2_in in{};
  if (second) {
    in = request.as<fuse_rename2_in>();
  } else {
    in.newdir = request.as<fuse_rename_in>().newdir;
  }
  const size_t skip = second ? sizeof(fuse_rename2_in) : sizeof(fuse_rename_in);
  reply_status(request, fs::rename(fs_, *inodes_.of(request.in->nodeid)->node, request.text(skip),
                                   *inodes_.of(in.newdir)->node, request.text(skip, 1), in.flags));
}

}  // namespace flthost::fuse
