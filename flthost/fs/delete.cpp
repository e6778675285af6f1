// What is to be deleted, and when: at once for unlink(2), at the handle's own cleanup with POSIX
// semantics, else when the last handle goes.
#include <flthost/fs/alternate.h>
#include <flthost/fs/set_information.h>

#include <dirent.h>
#include <fcntl.h>
#include <unistd.h>

#include <cerrno>

namespace flthost::fs {
namespace {

struct Name {
  NodeRef parent;
  std::string name;
};

Name name_of(LocalFileSystem& fs, const Ccb& ccb) {
  const std::shared_lock guard(fs.names_lock);
  return {ccb.parent, ccb.name};
}

NTSTATUS unlink_name(LocalFileSystem& fs, Fcb& fcb, const Name& victim) {
  if (fcb.node->base != nullptr) return status_of_errno(-remove_stream(*fcb.node));
  if (victim.parent == nullptr) return STATUS_CANNOT_DELETE;  // the root
  Node& node = *fcb.node;
  struct stat st{};
  const int parent = victim.parent->fd;
  if (fstatat(parent, victim.name.c_str(), &st, AT_SYMLINK_NOFOLLOW) != 0) {
    return status_of_errno(errno);
  }
  if (st.st_ino != node.inode || st.st_dev != node.device) return STATUS_OBJECT_NAME_NOT_FOUND;
  if (unlinkat(parent, victim.name.c_str(), node.is_directory() ? AT_REMOVEDIR : 0) != 0) {
    return status_of_errno(errno);
  }
  name_gone(fs, node, *victim.parent, victim.name);
  {
    const std::lock_guard guard(fcb.lock);
    remember_backing(fcb);
  }
  tell_name(fs, node, *victim.parent, victim.name, FILE_ACTION_REMOVED);
  return STATUS_SUCCESS;
}

NTSTATUS unlink_open(LocalFileSystem& fs, Ccb& ccb) {
  if (ccb.deleted) return STATUS_SUCCESS;
  const NTSTATUS status = unlink_name(fs, *ccb.fcb, name_of(fs, ccb));
  if (NT_SUCCESS(status)) ccb.deleted = true;
  return status;
}

bool is_empty(LocalFileSystem& fs, Node& directory) {
  const int fd = open_directory(fs, directory);
  const std::unique_ptr<DIR, int (*)(DIR*)> listing(fd >= 0 ? fdopendir(fd) : nullptr, closedir);
  if (listing == nullptr) return true;  // rmdir(2) will say it
  while (const dirent* const entry = readdir(listing.get())) {
    const std::string_view name = entry->d_name;
    if (name != "." && name != "..") return false;
  }
  return true;
}

struct Wish {
  bool remove = false;
  bool posix = false;
};

NTSTATUS read_wish(const SetRequest& set, bool extended, Wish* wish) {
  if (extended) {
    const auto* const disposition = info<FILE_DISPOSITION_INFORMATION_EX>(set);
    if (disposition == nullptr) return STATUS_INFO_LENGTH_MISMATCH;
    wish->remove = (disposition->Flags & FILE_DISPOSITION_FLAG_DELETE) != 0;
    wish->posix = (disposition->Flags & FILE_DISPOSITION_FLAG_POSIX_SEMANTICS) != 0;
    return STATUS_SUCCESS;
  }
  const auto* const disposition = info<FILE_DISPOSITION_INFORMATION>(set, sizeof(BOOLEAN));
  if (disposition == nullptr) return STATUS_INFO_LENGTH_MISMATCH;
  wish->remove = *reinterpret_cast<const BOOLEAN*>(disposition) != 0;
  return STATUS_SUCCESS;
}

}  // namespace

NTSTATUS set_disposition(const SetRequest& set, bool extended) {
  Wish wish;
  const NTSTATUS status = read_wish(set, extended, &wish);
  if (!NT_SUCCESS(status)) return status;
  Node& node = *set.fcb.node;
  if (&node == set.fs.root.get()) return STATUS_CANNOT_DELETE;
  // unlink(2) wants its errors now.
  if (wish.remove && set.request.hint != nullptr) return unlink_open(set.fs, set.ccb);
  if (wish.remove && node.is_directory() && !is_empty(set.fs, node)) {
    return STATUS_DIRECTORY_NOT_EMPTY;
  }
  const std::lock_guard guard(node.lock);
  set.fcb.delete_pending = wish.remove;
  set.ccb.deletes = wish.remove;
  set.ccb.posix_delete = wish.remove && wish.posix;
  return STATUS_SUCCESS;
}

bool is_delete_pending(Node& node) {
  const std::lock_guard guard(node.lock);
  return node.fcb != nullptr && node.fcb->delete_pending;
}

void delete_at_cleanup(LocalFileSystem& fs, Ccb& ccb, bool last) {
  Fcb& fcb = *ccb.fcb;
  Name victim = name_of(fs, ccb);
  bool now = false;
  {
    const std::lock_guard guard(fcb.node->lock);
    if (ccb.delete_on_close) fcb.delete_pending = ccb.deletes = true;
    if (!fcb.delete_pending) return;
    now = last || ccb.posix_delete;
    // Which of the file's names goes is what the handle was opened by that wished it.
    if (ccb.deletes) {
      fcb.delete_parent = victim.parent;
      fcb.delete_name = victim.name;
    }
    if (!now) return;
    fcb.delete_pending = false;
    if (fcb.delete_parent != nullptr) victim = {std::move(fcb.delete_parent), fcb.delete_name};
    fcb.delete_parent = nullptr;
  }
  if (NT_SUCCESS(unlink_name(fs, fcb, victim))) ccb.deleted = true;
}

}  // namespace flthost::fs
