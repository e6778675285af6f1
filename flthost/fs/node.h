// Node: a file of the directory, an inode held by an O_PATH descriptor.
//
// Locks, in this order: LocalFileSystem::names_lock (parents and names), Node::lock (its open
// stream), Fcb::data_lock, Fcb::lock. LocalFileSystem::table_lock (inode -> node) is a leaf.
#pragma once

#include <flthost/fs/fs.h>

#include <atomic>
#include <map>
#include <mutex>
#include <utility>
#include <vector>

namespace flthost::fs {

struct Fcb;

class Node : public std::enable_shared_from_this<Node> {
 public:
  Node(LocalFileSystem& owner, int path_descriptor, const struct stat& st);
  ~Node();
  Node(const Node&) = delete;
  Node& operator=(const Node&) = delete;

  LocalFileSystem& fs;
  const int fd;  // O_PATH | O_NOFOLLOW
  const dev_t device;
  const ino_t inode;
  const mode_t type;  // S_IFMT bits

  // Where it was last seen; under names_lock. The root has no parent.
  NodeRef parent;
  std::string name;
  // Its other names that are known, when it has several.
  std::vector<std::pair<NodeRef, std::string>> other_names;

  // An alternate stream's: its file, whose `streams` it is in; `name` is the stream's then.
  NodeRef base;
  std::atomic<bool> gone{false};  // deleted: nothing is stored any more

  std::mutex lock;
  Fcb* fcb = nullptr;                                  // while open, under lock
  std::map<std::string, std::weak_ptr<Node>> streams;  // that are open; under lock

  bool is_directory() const { return S_ISDIR(type); }
  bool is_regular() const { return S_ISREG(type); }
};

// -EINVAL for what is no name of a directory entry.
int check_name(std::string_view name);
// The node of an inode known by `path_descriptor` (taken over), at parent/name.
NodeRef node_of(LocalFileSystem& fs, int path_descriptor, const struct stat& st, Node* parent,
                std::string_view name);
// \a\b of parent/name, or of the node's last known name. Takes names_lock.
std::u16string nt_path(LocalFileSystem& fs, Node& node);
std::u16string nt_path(LocalFileSystem& fs, Node& parent, std::string_view name);
// The name moved: the node, and every open of it by that name.
void renamed(LocalFileSystem& fs, Node& node, Node& from_parent, std::string_view from,
             Node& to_parent, std::string_view to);

// The name went: another known one of the node takes its place.
void name_gone(LocalFileSystem& fs, Node& node, Node& parent, std::string_view name);
// linkat; the node is known by the new name, too. 0 or -errno.
int make_link(LocalFileSystem& fs, Node& node, Node& parent, std::string_view name);

// /proc/self/fd/N of the node, for calls that take no O_PATH descriptor.
struct ProcPath {
  explicit ProcPath(int fd);
  char text[32];
};

// While it lives new files of this thread belong to the caller, when the host acts for several
// users.
class CreateAs {
 public:
  CreateAs(LocalFileSystem& fs, const Caller& caller);
  ~CreateAs();
  CreateAs(const CreateAs&) = delete;
  CreateAs& operator=(const CreateAs&) = delete;

 private:
  bool uid_changed_ = false, gid_changed_ = false;
};

}  // namespace flthost::fs
