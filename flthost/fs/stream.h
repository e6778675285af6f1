// An open stream (Fcb), its section, and an open of it (Ccb). All in the system arena.
//
// The section is the only place where data of an open stream is cached. It consists of blocks of
// 64 pages with a bit per page and state:
//   valid    holds the stream's data
//   dirty    newer than the backing file
//   busy     a paging read fills it; not valid yet
//   writing  a paging write of it is on its way; it stays valid and may become dirty again
// Bits change under Fcb::lock. Page contents are read under data_lock shared and changed under it
// exclusive, except by the paging read that owns a busy page. Valid bits are cleared only under
// data_lock exclusive. Nothing is sent and nobody parks while holding either.
#pragma once

#include <flthost/fs/byte_locks.h>
#include <flthost/fs/directory.h>
#include <flthost/fs/node.h>

#include <map>
#include <shared_mutex>
#include <vector>

namespace flthost::fs {

inline constexpr uint64_t kPageSize = 4096;
inline constexpr uint32_t kPagesPerBlock = 64;
inline constexpr uint64_t kBlockSize = kPageSize * kPagesPerBlock;

inline uint64_t page_of(uint64_t offset) {
  return offset / kPageSize;
}
inline uint64_t pages_for(uint64_t bytes) {
  return (bytes + kPageSize - 1) / kPageSize;
}
// Bits [first, first + count) of a block.
inline uint64_t page_mask(uint32_t first, uint32_t count) {
  return (count >= 64 ? ~0ULL : (1ULL << count) - 1) << first;
}

struct PageRange {
  uint64_t first;
  uint64_t end;  // exclusive
};

struct Block {
  explicit Block(LocalFileSystem& owner);
  ~Block();
  Block(const Block&) = delete;
  Block& operator=(const Block&) = delete;

  std::byte* page(uint32_t index) const { return memory + index * kPageSize; }

  LocalFileSystem& fs;
  std::byte* memory;
  uint64_t valid = 0, dirty = 0, busy = 0, writing = 0;
  bool used = true;  // since reclaim last came by
};
using BlockRef = std::shared_ptr<Block>;

struct Ccb;
struct PagingRead;

// What the backing file looked like after our own last change of it.
struct BackingState {
  timespec mtime{}, ctime{};
  off_t size = 0;
  bool same(const BackingState& other) const {
    return size == other.size && mtime.tv_sec == other.mtime.tv_sec &&
           mtime.tv_nsec == other.mtime.tv_nsec && ctime.tv_sec == other.ctime.tv_sec &&
           ctime.tv_nsec == other.ctime.tv_nsec;
  }
};

struct Fcb : io::Stream {
  Fcb(LocalFileSystem& owner, NodeRef of);
  ~Fcb();

  LocalFileSystem& fs;
  const NodeRef node;

  // Under node->lock.
  int file_objects = 0;  // with FsContext here
  int handles = 0;       // not cleaned up
  bool delete_pending = false;
  NodeRef
      delete_parent;  // with delete_name: the name to go, once its handle has gone before others
  std::string delete_name;

  std::shared_mutex data_lock;
  std::mutex lock;
  // Under lock from here on; header.FileSize too.
  std::map<uint64_t, BlockRef> blocks;  // by offset / kBlockSize
  std::vector<PagingRead*> reads;       // in flight
  std::vector<Ccb*> opens;
  uint64_t epoch = 0;  // bumped when contents go away: paging reads begun before don't count
  uint64_t dirty_pages = 0;
  int64_t dirty_since = 0;  // interrupt time of the oldest
  int64_t retry_at = 0;     // no lazy writing before, after a failure
  timespec last_write{};    // wall clock of the last cached write not yet in the backing file
  BackingState backing;
  // Bumped when a paging write ends, for those who wait for that.
  std::atomic<uint32_t> progress{0};

  std::atomic<ByteLocks*> locks{nullptr};  // made with the first lock, under lock; owned

  // Opened when first needed, under node->lock; -1 until then.
  std::atomic<int> read_fd{-1};
  std::atomic<int> write_fd{-1};
  std::atomic<bool> write_fd_reads{false};
  std::atomic<bool> nowait_refused{false};  // the backing file system knows no RWF_NOWAIT

  uint64_t size() const { return static_cast<uint64_t>(header.FileSize.QuadPart); }
  // Under lock.
  void set_size(uint64_t size);
  // For backing reads; -1 when the file may not be read.
  int readable_fd() const {
    const int fd = read_fd.load(std::memory_order_acquire);
    if (fd >= 0) return fd;
    return write_fd_reads.load(std::memory_order_acquire) ? write_fd.load(std::memory_order_acquire)
                                                          : -1;
  }
};

// FILE_OBJECT::FsContext2.
struct Ccb {
  Fcb* fcb = nullptr;
  PFILE_OBJECT file_object = nullptr;
  NodeRef parent;  // with name: how it was opened, following renames; under names_lock
  std::string name;
  ACCESS_MASK access = 0;
  std::unique_ptr<DirectoryScan> scan;  // of a directory, once listed
  bool delete_on_close = false;         // asked for by its create
  // By its own disposition request, under node->lock: the name goes, with POSIX semantics when this
  // handle does.
  bool deletes = false;
  bool posix_delete = false;
  bool deleted = false;  // its name is gone by its own hand
  bool cleaned_up = false;
  bool closed = false;
  // The open itself, and each paging request in flight. close() defers IRP_MJ_CLOSE until nobody
  // holds one; a close that comes from a filter waits for those in flight.
  std::atomic<uint32_t> references{1};
};

inline Fcb& fcb_of(PFILE_OBJECT file_object) {
  return *static_cast<Fcb*>(file_object->FsContext);
}
inline Ccb& ccb_of(PFILE_OBJECT file_object) {
  return *static_cast<Ccb*>(file_object->FsContext2);
}

// An open that paging requests can name; null when every open is closing. Takes fcb.lock.
Ccb* reference_any_open(Fcb& fcb);
void reference(Ccb& ccb);
// The last one closes the file object (from a worker when above PASSIVE_LEVEL). IRQL <=
// DISPATCH_LEVEL.
void dereference(Ccb& ccb);

// No paging request names the open from now on, and those that did are over. IRQL <= APC_LEVEL.
void drain_references(Fcb& fcb, Ccb& ccb);

class CcbReference {
 public:
  explicit CcbReference(Ccb* ccb) : ccb_(ccb) {}
  ~CcbReference() {
    if (ccb_ != nullptr) dereference(*ccb_);
  }
  CcbReference(const CcbReference&) = delete;
  CcbReference& operator=(const CcbReference&) = delete;
  Ccb* get() const { return ccb_; }

 private:
  Ccb* ccb_;
};

// Opens the backing descriptors the access needs. node->lock held. 0 or -errno.
int open_backing(Fcb& fcb, bool want_read, bool want_write);
// fstat of the backing file; 0 or -errno.
int stat_backing(const Fcb& fcb, struct stat* st);
// Remembers the backing file as it is now: it was we who changed it. fcb.lock held.
void remember_backing(Fcb& fcb);
// Drops clean pages if somebody else changed the backing file since. Takes the locks.
void revalidate(Fcb& fcb);

// The open stream of a node, or a new one; one file object more. `created`: nobody had it open.
Fcb* open_stream(Node& node, bool* created);
void close_stream(Fcb* fcb);  // one file object less; the last frees it

}  // namespace flthost::fs
