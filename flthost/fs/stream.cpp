#include <flthost/fs/stream.h>

#include <flthost/ex/ex.h>
#include <flthost/fs/local.h>

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>

namespace flthost::fs {
namespace {

constexpr uint32_t kStreamTag = 0x53736C46;  // 'FlsS'
constexpr CSHORT kNodeTypeCode = 0x0702;
constexpr UCHAR kFastIoIsPossible = 1;

void read_state(const struct stat& st, BackingState* state) {
  state->mtime = st.st_mtim;
  state->ctime = st.st_ctim;
  state->size = st.st_size;
}

}  // namespace

Fcb::Fcb(LocalFileSystem& owner, NodeRef of) : fs(owner), node(std::move(of)) {
  header.NodeTypeCode = kNodeTypeCode;
  header.NodeByteSize = static_cast<CSHORT>(sizeof(Fcb));
  io::begin_contexts(*this);
  header.IsFastIoPossible = kFastIoIsPossible;
  io::Stream::volume = &fs.volume;
  file_id = node->inode;
  directory = node->is_directory();
}

Fcb::~Fcb() {
  delete locks.load(std::memory_order_relaxed);
  if (read_fd >= 0) ::close(read_fd);
  if (write_fd >= 0) ::close(write_fd);
}

void Fcb::set_size(uint64_t size) {
  header.FileSize.QuadPart = static_cast<LONGLONG>(size);
  header.ValidDataLength.QuadPart = static_cast<LONGLONG>(size);
  header.AllocationSize.QuadPart = static_cast<LONGLONG>(pages_for(size) * kPageSize);
}

// ------------------------------------------------------------------ opens

void reference(Ccb& ccb) {
  ccb.references.fetch_add(1, std::memory_order_relaxed);
}

Ccb* reference_any_open(Fcb& fcb) {
  const std::lock_guard guard(fcb.lock);
  for (Ccb* ccb : fcb.opens) {
    uint32_t count = ccb->references.load(std::memory_order_relaxed);
    while (count != 0) {
      if (ccb->references.compare_exchange_weak(count, count + 1, std::memory_order_acquire)) {
        return ccb;
      }
    }
  }
  return nullptr;
}

// ------------------------------------------------------------------ streams

Fcb* open_stream(Node& node, bool* created) {
  const std::lock_guard guard(node.lock);
  *created = node.fcb == nullptr;
  if (*created) {
    node.fcb = new (ex::allocate(sizeof(Fcb), kStreamTag)) Fcb(node.fs, node.shared_from_this());
    // Before anybody else can reach it: a later opener's cached writes count from here.
    remember_backing(*node.fcb);
    if (node.is_regular()) node.fcb->set_size(static_cast<uint64_t>(node.fcb->backing.size));
    const std::lock_guard streams(node.fs.streams_lock);
    node.fs.streams.push_back(node.fcb);
  }
  ++node.fcb->file_objects;
  return node.fcb;
}

void close_stream(Fcb* fcb) {
  LocalFileSystem& fs = fcb->fs;
  const NodeRef node = fcb->node;
  {
    const std::lock_guard guard(node->lock);
    if (--fcb->file_objects != 0) return;
    node->fcb = nullptr;
    const std::lock_guard streams(fs.streams_lock);
    std::erase(fs.streams, fcb);
  }
  {
    // What could not be written is lost with the stream; flush_all() tells.
    const std::lock_guard guard(fcb->lock);
    for (const auto& [index, block] : fcb->blocks) {
      for (uint32_t i = 0; i < kPagesPerBlock; ++i) {
        if ((block->dirty >> i & 1) == 0) continue;
        const uint64_t begin = index * kBlockSize + i * kPageSize;
        if (begin < fcb->size()) fs.lost_bytes += std::min(kPageSize, fcb->size() - begin);
      }
      mark_clean(*fcb, *block, ~0ULL);
    }
  }
  if (fs.volume.filters != nullptr) fs.volume.filters->stream_gone(*fcb);
  io::end_contexts(*fcb);
  fcb->~Fcb();
  ex::free(fcb);
}

int open_backing(Fcb& fcb, bool want_read, bool want_write) {
  const ProcPath path(fcb.node->fd);
  if (want_write && fcb.write_fd < 0) {
    int fd = ::open(path.text, O_RDWR | O_CLOEXEC | O_NOCTTY);
    const bool reads = fd >= 0;
    if (fd < 0 && errno == EACCES) fd = ::open(path.text, O_WRONLY | O_CLOEXEC | O_NOCTTY);
    if (fd < 0) return -errno;
    fcb.write_fd_reads.store(reads, std::memory_order_release);
    fcb.write_fd.store(fd, std::memory_order_release);
  }
  if (want_read && fcb.readable_fd() < 0) {
    const int fd = ::open(path.text, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    if (fd < 0) return -errno;
    fcb.read_fd.store(fd, std::memory_order_release);
  }
  return 0;
}

int stat_backing(const Fcb& fcb, struct stat* st) {
  return fstat(fcb.node->fd, st) == 0 ? 0 : -errno;
}

void remember_backing(Fcb& fcb) {
  struct stat st{};
  if (stat_backing(fcb, &st) == 0) read_state(st, &fcb.backing);
}

void revalidate(Fcb& fcb) {
  if (fcb.directory) return;
  struct stat st{};
  BackingState now;
  {
    const std::lock_guard guard(fcb.lock);
    if (stat_backing(fcb, &st) != 0) return;
    read_state(st, &now);
    if (now.same(fcb.backing)) return;
  }
  const std::lock_guard data(fcb.data_lock);
  const std::lock_guard guard(fcb.lock);
  if (stat_backing(fcb, &st) != 0) return;
  read_state(st, &now);
  if (now.same(fcb.backing)) return;
  fcb.backing = now;
  ++fcb.epoch;
  bool kept = false;
  for (auto& [index, block] : fcb.blocks) {
    block->valid &= block->dirty | block->writing;
    kept = kept || block->valid != 0;
  }
  const uint64_t size = static_cast<uint64_t>(st.st_size);
  fcb.set_size(kept ? std::max(size, fcb.size()) : size);
}

}  // namespace flthost::fs
