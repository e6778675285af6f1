// Names that move and names that are added: FileRenameInformation and FileLinkInformation.
#include <flthost/fs/names.h>
#include <flthost/fs/set_information.h>

#include <linux/fs.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <cstddef>

namespace flthost::fs {
namespace {

struct Place {
  NodeRef parent;
  std::string name;
};

// FILE_LINK_INFORMATION is laid out the same.
struct NewName {
  std::u16string_view path;
  bool replace = false;
};

NTSTATUS new_name(const SetRequest& set, bool extended, NewName* name) {
  static_assert(offsetof(FILE_RENAME_INFORMATION, FileName) ==
                    offsetof(FILE_LINK_INFORMATION, FileName) &&
                FILE_RENAME_REPLACE_IF_EXISTS == FILE_LINK_REPLACE_IF_EXISTS);
  constexpr size_t kName = offsetof(FILE_RENAME_INFORMATION, FileName);
  const auto* const rename = info<FILE_RENAME_INFORMATION>(set, kName);
  if (rename == nullptr || rename->FileNameLength > set.length - kName) {
    return STATUS_INFO_LENGTH_MISMATCH;
  }
  name->path = {rename->FileName, rename->FileNameLength / sizeof(WCHAR)};
  name->replace = extended ? (rename->Flags & FILE_RENAME_REPLACE_IF_EXISTS) != 0
                           : rename->ReplaceIfExists != 0;
  return STATUS_SUCCESS;
}

// The directory \a\b from the volume's root.
NTSTATUS directory_of(LocalFileSystem& fs, std::u16string_view path, NodeRef* directory) {
  NodeRef node = fs.root;
  while (!path.empty()) {
    if (path.front() == u'\\') {
      path.remove_prefix(1);
      continue;
    }
    const std::u16string_view component = path.substr(0, path.find(u'\\'));
    path.remove_prefix(component.size());
    std::string name;
    if (!to_linux_name(component, &name)) return STATUS_OBJECT_NAME_INVALID;
    const NodeRef parent = std::move(node);
    struct stat st{};
    const int error = lookup(fs, *parent, name, &node, &st);
    if (error == -ENOENT) return STATUS_OBJECT_PATH_NOT_FOUND;
    if (error != 0) return status_of_errno(-error);
  }
  *directory = node;
  return STATUS_SUCCESS;
}

NTSTATUS place_of(const SetRequest& set, std::u16string_view path, Place* place) {
  const PFILE_OBJECT directory =
      set.request.parameters.Parameters.SetFileInformation.ParentOfTarget;
  const auto* const hint = static_cast<const RenameHint*>(set.request.hint);
  const std::u16string& device = set.fs.volume.device_name;
  if (!device.empty() && path.starts_with(device)) path.remove_prefix(device.size());
  const size_t slash = path.rfind(u'\\');
  const std::u16string_view last = slash == path.npos ? path : path.substr(slash + 1);
  if (hint != nullptr && path == hint->path) {
    place->name = hint->to;
  } else if (!to_linux_name(last, &place->name)) {
    return STATUS_OBJECT_NAME_INVALID;
  }
  if (directory != nullptr && directory->FsContext != nullptr) {
    place->parent = fcb_of(directory).node;  // where a filter may have sent it
    return STATUS_SUCCESS;
  }
  if (slash != path.npos) return directory_of(set.fs, path.substr(0, slash), &place->parent);
  const std::shared_lock guard(set.fs.names_lock);  // in the same directory
  place->parent = set.ccb.parent;
  return place->parent != nullptr ? STATUS_SUCCESS : STATUS_INVALID_PARAMETER;
}

// What has the name now, for its open streams: their link count and times changed.
void remember_links(Node& node) {
  const std::lock_guard guard(node.lock);
  if (node.fcb == nullptr) return;
  const std::lock_guard fcb_guard(node.fcb->lock);
  remember_backing(*node.fcb);
}

int linux_error_of_link(const SetRequest& set, const Place& place, bool replace) {
  if (!replace) return make_link(set.fs, *set.fcb.node, *place.parent, place.name);
  // Made beside it and moved over it, so that the name is never missing.
  const std::string beside = ".sluice-link." + std::to_string(set.fcb.node->inode);
  const int error = make_link(set.fs, *set.fcb.node, *place.parent, beside);
  if (error != 0) return error;
  const int parent = place.parent->fd;
  if (renameat(parent, beside.c_str(), parent, place.name.c_str()) == 0) {
    // rename(2) does nothing when both names are the same file already.
    unlinkat(parent, beside.c_str(), 0);
    renamed(set.fs, *set.fcb.node, *place.parent, beside, *place.parent, place.name);
    return 0;
  }
  const int failed = -errno;
  unlinkat(parent, beside.c_str(), 0);
  name_gone(set.fs, *set.fcb.node, *place.parent, beside);
  return failed;
}

}  // namespace

NTSTATUS set_rename(const SetRequest& set, bool extended) {
  if (set.fcb.node->base != nullptr) return STATUS_NOT_SUPPORTED;  // a stream keeps its name
  NewName wanted;
  NTSTATUS status = new_name(set, extended, &wanted);
  if (!NT_SUCCESS(status)) return status;
  Place target;
  status = place_of(set, wanted.path, &target);
  if (!NT_SUCCESS(status)) return status;
  unsigned flags = wanted.replace ? 0 : RENAME_NOREPLACE;
  if (const auto* const hint = static_cast<const RenameHint*>(set.request.hint); hint != nullptr) {
    flags = hint->linux_flags;
  }
  Place from;
  {
    const std::shared_lock guard(set.fs.names_lock);
    from = {set.ccb.parent, set.ccb.name};
  }
  if (from.parent == nullptr) return STATUS_ACCESS_DENIED;  // the root
  NodeRef other;                                            // whose place it takes
  struct stat st{};
  lookup(set.fs, *target.parent, target.name, &other, &st);
  if (syscall(SYS_renameat2, from.parent->fd, from.name.c_str(), target.parent->fd,
              target.name.c_str(), flags) != 0) {
    return status_of_errno(errno);
  }
  renamed(set.fs, *set.fcb.node, *from.parent, from.name, *target.parent, target.name);
  if (other != nullptr && (flags & RENAME_EXCHANGE) != 0) {
    renamed(set.fs, *other, *target.parent, target.name, *from.parent, from.name);
  }
  if (other != nullptr) {
    if ((flags & RENAME_EXCHANGE) == 0 && other != set.fcb.node) {
      name_gone(set.fs, *other, *target.parent, target.name);
    }
    remember_links(*other);
  }
  remember_links(*set.fcb.node);
  tell_name(set.fs, *set.fcb.node, *from.parent, from.name, FILE_ACTION_RENAMED_OLD_NAME);
  tell_name(set.fs, *set.fcb.node, *target.parent, target.name, FILE_ACTION_RENAMED_NEW_NAME);
  return STATUS_SUCCESS;
}

NTSTATUS set_link(const SetRequest& set, bool extended) {
  if (set.fcb.directory) return STATUS_FILE_IS_A_DIRECTORY;
  if (set.fcb.node->base != nullptr) return STATUS_INVALID_PARAMETER;
  NewName wanted;
  NTSTATUS status = new_name(set, extended, &wanted);
  if (!NT_SUCCESS(status)) return status;
  Place place;
  status = place_of(set, wanted.path, &place);
  if (!NT_SUCCESS(status)) return status;
  NodeRef other;
  struct stat st{};
  if (wanted.replace) lookup(set.fs, *place.parent, place.name, &other, &st);
  const int error = linux_error_of_link(set, place, wanted.replace);
  if (error == 0 && other != nullptr && other != set.fcb.node) {
    name_gone(set.fs, *other, *place.parent, place.name);
    remember_links(*other);
  }
  if (error == 0) tell_name(set.fs, *set.fcb.node, *place.parent, place.name, FILE_ACTION_ADDED);
  return status_of_errno(-error);
}

}  // namespace flthost::fs
