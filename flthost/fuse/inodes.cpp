#include <flthost/fuse/inodes.h>

#include <flthost/fuse/protocol.h>

namespace flthost::fuse {

Inodes::Inodes(fs::NodeRef root) : root_(std::make_unique<Inode>(std::move(root))) {}

Inode* Inodes::remember(const fs::NodeRef& node) {
  if (node == root_->node) return root_.get();
  const std::lock_guard lock(mutex_);
  auto& slot = inodes_[node.get()];
  if (slot == nullptr) slot = std::make_unique<Inode>(node);
  ++slot->lookups;
  return slot.get();
}

void Inodes::forget(uint64_t node_id, uint64_t lookups) {
  if (node_id == FUSE_ROOT_ID) return;
  std::unique_ptr<Inode> last;  // its node may close descriptors: outside the lock
  const std::lock_guard lock(mutex_);
  Inode* const inode = of(node_id);
  inode->lookups -= std::min(inode->lookups, lookups);
  if (inode->lookups != 0) return;
  const auto it = inodes_.find(inode->node.get());
  if (it == inodes_.end()) return;
  last = std::move(it->second);
  inodes_.erase(it);
}

Inode* Inodes::of(uint64_t node_id) {
  return node_id == FUSE_ROOT_ID ? root_.get() : reinterpret_cast<Inode*>(node_id);
}

uint64_t Inodes::id_of(const Inode* inode) const {
  return inode == root_.get() ? uint64_t{FUSE_ROOT_ID} : reinterpret_cast<uint64_t>(inode);
}

}  // namespace flthost::fuse
