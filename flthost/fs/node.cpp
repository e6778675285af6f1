#include <flthost/fs/node.h>

#include <flthost/fs/local.h>
#include <flthost/fs/names.h>

#include <fcntl.h>
#include <linux/securebits.h>
#include <sys/fsuid.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <tuple>

namespace flthost::fs {

Node::Node(LocalFileSystem& owner, int path_descriptor, const struct stat& st)
    : fs(owner),
      fd(path_descriptor),
      device(st.st_dev),
      inode(st.st_ino),
      type(st.st_mode & S_IFMT) {}

Node::~Node() {
  {
    const std::lock_guard guard(fs.table_lock);
    const auto it = fs.nodes.find({device, inode});
    // Another node may have taken the place since the last reference went.
    if (it != fs.nodes.end() && it->second.expired()) fs.nodes.erase(it);
  }
  ::close(fd);
}

int check_name(std::string_view name) {
  if (name.empty() || name == "." || name == ".." || name.find('/') != std::string_view::npos ||
      name.find('\0') != std::string_view::npos) {
    return -EINVAL;
  }
  return name.size() > 255 ? -ENAMETOOLONG : 0;
}

namespace {

constexpr size_t kMaxOtherNames = 32;

// names_lock held exclusively.
void remember_name(Node& node, const NodeRef& parent, std::string_view name) {
  auto& names = node.other_names;
  const bool known = std::ranges::any_of(
      names, [&](const auto& one) { return one.first == parent && one.second == name; });
  if (!known && names.size() < kMaxOtherNames) names.emplace_back(parent, name);
}

// names_lock held exclusively. The directory is given to `old`: its destructor must wait.
void forget_name(Node& node, const Node& parent, std::string_view name, std::vector<NodeRef>& old) {
  std::erase_if(node.other_names, [&](auto& one) {
    const bool same = one.first.get() == &parent && one.second == name;
    if (same) old.push_back(std::move(one.first));
    return same;
  });
}

}  // namespace

void name_gone(LocalFileSystem& fs, Node& node, Node& parent, std::string_view name) {
  std::vector<NodeRef> old;
  const std::lock_guard guard(fs.names_lock);
  forget_name(node, parent, name, old);
  if (node.parent.get() != &parent || node.name != name || node.other_names.empty()) return;
  old.push_back(std::move(node.parent));
  std::tie(node.parent, node.name) = std::move(node.other_names.back());
  node.other_names.pop_back();
}

NodeRef node_of(LocalFileSystem& fs, int path_descriptor, const struct stat& st, Node* parent,
                std::string_view name) {
  NodeRef node;
  {
    const std::lock_guard guard(fs.table_lock);
    auto& entry = fs.nodes[{st.st_dev, st.st_ino}];
    node = entry.lock();
    if (node == nullptr) {
      node = std::make_shared<Node>(fs, path_descriptor, st);
      entry = node;
      path_descriptor = -1;
    }
  }
  if (path_descriptor >= 0) ::close(path_descriptor);
  if (parent == nullptr || node == fs.root) return node;
  {
    const std::shared_lock guard(fs.names_lock);
    if (node->parent.get() == parent && node->name == name) return node;
  }
  NodeRef old;  // its destructor must not run under the lock
  const std::lock_guard guard(fs.names_lock);
  if (st.st_nlink > 1 && node->parent != nullptr && !node->is_directory()) {
    remember_name(*node, node->parent, node->name);
  }
  old = std::move(node->parent);
  node->parent = parent->shared_from_this();
  node->name = name;
  return node;
}

namespace {

void append_path(const Node& node, std::u16string& path) {
  if (node.base != nullptr) {
    append_path(*node.base, path);
    path.push_back(u':');
    return append_nt_name(node.name, path);
  }
  if (node.parent == nullptr) return;
  append_path(*node.parent, path);
  path.push_back(u'\\');
  append_nt_name(node.name, path);
}

}  // namespace

std::u16string nt_path(LocalFileSystem& fs, Node& node) {
  std::u16string path;
  const std::shared_lock guard(fs.names_lock);
  append_path(node, path);
  if (path.empty()) path = u"\\";
  return path;
}

std::u16string nt_path(LocalFileSystem& fs, Node& parent, std::string_view name) {
  std::u16string path;
  const std::shared_lock guard(fs.names_lock);
  append_path(parent, path);
  path.push_back(u'\\');
  append_nt_name(name, path);
  return path;
}

void renamed(LocalFileSystem& fs, Node& node, Node& from_parent, std::string_view from,
             Node& to_parent, std::string_view to) {
  std::vector<NodeRef> old;
  const NodeRef new_parent = to_parent.shared_from_this();
  const std::lock_guard guard(fs.names_lock);
  forget_name(node, from_parent, from, old);
  forget_name(node, to_parent, to, old);
  if (node.parent.get() == &from_parent && node.name == from) {
    old.push_back(std::move(node.parent));
    node.parent = new_parent;
    node.name = to;
  }
  const std::lock_guard node_guard(node.lock);
  if (node.fcb == nullptr) return;
  const std::lock_guard fcb_guard(node.fcb->lock);
  for (Ccb* ccb : node.fcb->opens) {
    if (ccb->parent.get() != &from_parent || ccb->name != from) continue;
    old.push_back(std::move(ccb->parent));
    ccb->parent = new_parent;
    ccb->name = to;
  }
}

ProcPath::ProcPath(int fd) {
  std::snprintf(text, sizeof text, "/proc/self/fd/%d", fd);
}

CreateAs::CreateAs(LocalFileSystem& fs, const Caller& caller) {
  if (!fs.options.as_root) return;
  // The front end's kernel has checked the permissions; only the ownership is the caller's, so the
  // thread keeps its capabilities when its file system ids change.
  thread_local const bool prepared =
      prctl(PR_SET_SECUREBITS,
            static_cast<unsigned long>(prctl(PR_GET_SECUREBITS)) | SECBIT_NO_SETUID_FIXUP) == 0;
  static_cast<void>(prepared);
  if (caller.gid != 0) {
    setfsgid(caller.gid);
    gid_changed_ = true;
  }
  if (caller.uid != 0) {
    setfsuid(caller.uid);
    uid_changed_ = true;
  }
}

CreateAs::~CreateAs() {
  if (uid_changed_) setfsuid(0);
  if (gid_changed_) setfsgid(0);
}

// ------------------------------------------------------------------ fs.h: nodes without IRPs

NodeRef root(LocalFileSystem& fs) {
  return fs.root;
}
uint64_t inode_of(const Node& node) {
  return node.inode;
}
int node_descriptor(Node& node) {
  return node.fd;
}

int lookup(LocalFileSystem& fs, Node& parent, std::string_view name, NodeRef* node,
           struct stat* st) {
  if (const int bad = check_name(name); bad != 0) return bad;
  char text[256];
  text[name.copy(text, sizeof text - 1)] = '\0';
  const int fd = openat(parent.fd, text, O_PATH | O_NOFOLLOW | O_CLOEXEC);
  if (fd < 0) return -errno;
  struct stat found{};
  if (fstat(fd, &found) != 0) {
    const int error = errno;
    ::close(fd);
    return -error;
  }
  *node = node_of(fs, fd, found, &parent, name);
  // The stat is already here; only an open stream's size is newer.
  *st = found;
  const std::lock_guard guard((*node)->lock);
  if (Fcb* const fcb = (*node)->fcb; fcb != nullptr && S_ISREG(found.st_mode)) {
    const std::lock_guard fcb_guard(fcb->lock);
    if (fcb->dirty_pages != 0) st->st_mtim = fcb->last_write;
    st->st_size = static_cast<off_t>(fcb->size());
  }
  return 0;
}

int getattr(LocalFileSystem& /*fs*/, Node& node, struct stat* st) {
  if (fstat(node.fd, st) != 0) return -errno;
  const std::lock_guard guard(node.lock);
  Fcb* const fcb = node.fcb;
  // An opened symbolic link has no data of its own; its size is its target's length.
  if (fcb == nullptr || !S_ISREG(st->st_mode)) return 0;
  const std::lock_guard fcb_guard(fcb->lock);
  if (fcb->dirty_pages != 0) st->st_mtim = fcb->last_write;
  st->st_size = static_cast<off_t>(fcb->size());
  return 0;
}

namespace {

int set_times(Node& node, const SetAttributes& attributes) {
  timespec times[2] = {{0, UTIME_OMIT}, {0, UTIME_OMIT}};
  if (attributes.set_atime) times[0] = attributes.atime;
  if (attributes.set_mtime) times[1] = attributes.mtime;
  if (utimensat(node.fd, "", times, AT_EMPTY_PATH) == 0) return 0;
  if (errno != EINVAL && errno != EBADF) return -errno;  // before Linux 5.8: by /proc
  return utimensat(AT_FDCWD, ProcPath(node.fd).text, times, 0) == 0 ? 0 : -errno;
}

// Later paging writes would set the time again, over the one the caller wants.
int write_back_before_times(Node& node) {
  Ccb* ccb = nullptr;
  Fcb* fcb = nullptr;
  {
    const std::lock_guard guard(node.lock);
    fcb = node.fcb;
    if (fcb == nullptr) return 0;
    ccb = reference_any_open(*fcb);
  }
  if (ccb == nullptr) return 0;
  const CcbReference reference(ccb);
  return -to_errno(flush_all_pages(*fcb, *ccb));
}

}  // namespace

int setattr(LocalFileSystem& /*fs*/, Node& node, const SetAttributes& attributes) {
  if (attributes.set_uid || attributes.set_gid) {
    if (fchownat(node.fd, "", attributes.set_uid ? attributes.uid : static_cast<uid_t>(-1),
                 attributes.set_gid ? attributes.gid : static_cast<gid_t>(-1),
                 AT_EMPTY_PATH | AT_SYMLINK_NOFOLLOW) != 0) {
      return -errno;
    }
  }
  if (attributes.set_mode && chmod(ProcPath(node.fd).text, attributes.mode & 07777) != 0) {
    return -errno;
  }
  if (attributes.set_atime || attributes.set_mtime) {
    if (const int error = write_back_before_times(node); error != 0) return error;
    if (const int error = set_times(node, attributes); error != 0) return error;
  }
  const std::lock_guard guard(node.lock);
  if (node.fcb != nullptr) {
    const std::lock_guard fcb_guard(node.fcb->lock);
    remember_backing(*node.fcb);
  }
  return 0;
}

int open_directory(LocalFileSystem& /*fs*/, Node& node) {
  const int fd = openat(node.fd, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  return fd >= 0 ? fd : -errno;
}

namespace {

int look_at_new(LocalFileSystem& fs, Node& parent, std::string_view name, NodeRef* node,
                struct stat* st) {
  const int error = lookup(fs, parent, name, node, st);
  if (error == 0) tell_name(fs, **node, parent, name, FILE_ACTION_ADDED);
  return error;
}

}  // namespace

int make_directory(LocalFileSystem& fs, Node& parent, std::string_view name, mode_t mode,
                   const Caller& caller, NodeRef* node, struct stat* st) {
  if (const int bad = check_name(name); bad != 0) return bad;
  {
    const CreateAs as(fs, caller);
    if (mkdirat(parent.fd, std::string(name).c_str(), mode) != 0) return -errno;
  }
  return look_at_new(fs, parent, name, node, st);
}

int make_node(LocalFileSystem& fs, Node& parent, std::string_view name, mode_t mode, dev_t dev,
              const Caller& caller, NodeRef* node, struct stat* st) {
  if (const int bad = check_name(name); bad != 0) return bad;
  {
    const CreateAs as(fs, caller);
    if (mknodat(parent.fd, std::string(name).c_str(), mode, dev) != 0) return -errno;
  }
  return look_at_new(fs, parent, name, node, st);
}

int make_symlink(LocalFileSystem& fs, Node& parent, std::string_view name, std::string_view target,
                 const Caller& caller, NodeRef* node, struct stat* st) {
  if (const int bad = check_name(name); bad != 0) return bad;
  {
    const CreateAs as(fs, caller);
    if (symlinkat(std::string(target).c_str(), parent.fd, std::string(name).c_str()) != 0) {
      return -errno;
    }
  }
  return look_at_new(fs, parent, name, node, st);
}

int make_link(LocalFileSystem& fs, Node& node, Node& parent, std::string_view name) {
  if (const int bad = check_name(name); bad != 0) return bad;
  const std::string text(name);
  if (linkat(node.fd, "", parent.fd, text.c_str(), AT_EMPTY_PATH) != 0) {
    if (errno != ENOENT && errno != EPERM) return -errno;
    // AT_EMPTY_PATH needs CAP_DAC_READ_SEARCH.
    if (linkat(AT_FDCWD, ProcPath(node.fd).text, parent.fd, text.c_str(), AT_SYMLINK_FOLLOW) != 0) {
      return -errno;
    }
  }
  {
    const std::lock_guard guard(fs.names_lock);
    remember_name(node, parent.shared_from_this(), name);
  }
  const std::lock_guard guard(node.lock);
  if (node.fcb != nullptr) {
    const std::lock_guard fcb_guard(node.fcb->lock);
    remember_backing(*node.fcb);
  }
  return 0;
}

int read_link(LocalFileSystem& /*fs*/, Node& node, std::string* target) {
  char text[4096];
  const ssize_t n = readlinkat(node.fd, "", text, sizeof text);
  if (n < 0) return -errno;
  target->assign(text, static_cast<size_t>(n));
  return 0;
}

}  // namespace flthost::fs
