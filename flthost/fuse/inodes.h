// The kernel's node ids: each is the address of an Inode that lives until the kernel forgets it.
#pragma once

#include <flthost/fs/fs.h>
#include <flthost/fuse/processes.h>

#include <atomic>
#include <memory>
#include <mutex>
#include <unordered_map>
#include <vector>

namespace flthost::fuse {

struct Handle;

// One process's section of a stream, acquired through one handle.
struct SectionUse {
  const Handle* handle;
  ProcessRef process;
  bool shared_write = false;
  NTSTATUS status = STATUS_SUCCESS;
  ke::HostEvent done;
};

struct Inode {
  explicit Inode(fs::NodeRef n) : node(std::move(n)) {}
  const fs::NodeRef node;
  uint64_t lookups = 0;  // under Inodes' mutex

  std::mutex mutex;
  std::vector<std::shared_ptr<SectionUse>> sections;
  struct timespec cached_mtime{};  // of the last open that the kernel's cache serves
  off_t cached_size = -1;
};

class Inodes {
 public:
  explicit Inodes(fs::NodeRef root);
  // The Inode of a node, with one more lookup counted.
  Inode* remember(const fs::NodeRef& node);
  void forget(uint64_t node_id, uint64_t lookups);
  Inode* of(uint64_t node_id);
  uint64_t id_of(const Inode* inode) const;

 private:
  std::mutex mutex_;
  std::unordered_map<const fs::Node*, std::unique_ptr<Inode>> inodes_;
  std::unique_ptr<Inode> root_;
};

}  // namespace flthost::fuse
