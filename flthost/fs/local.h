// LocalFileSystem: what all parts of the component share.
#pragma once

#include <flthost/fs/byte_locks.h>
#include <flthost/fs/errors.h>
#include <flthost/fs/notify.h>
#include <flthost/fs/storage.h>
#include <flthost/fs/stream.h>

#include <sys/types.h>

#include <thread>
#include <unordered_map>

namespace flthost::fs {

// What the issuer of a create knows of the file already (Request::hint). Ignored when a filter has
// put another name into the file object.
struct CreateHint {
  NodeRef node;        // existing file; or null:
  NodeRef parent;      // directory and
  std::string name;    // name in it
  mode_t mode = 0666;  // of a new file
  Caller caller;
  std::u16string nt_name;  // what the file object's name was
};
// Of a rename or link: the name that `path` means, unless a filter has changed it.
struct RenameHint {
  std::u16string_view path;  // from the volume's root
  std::string_view to;
  unsigned linux_flags;
};
// Of FSCTL_SET_ZERO_DATA and FileAllocationInformation: what fallocate was asked.
struct AllocateHint {
  uint64_t offset;
  uint64_t length;
  int linux_mode;
};

struct Counters {
  std::atomic<uint64_t> paging_reads{0}, paging_reads_async{0}, paging_writes{0};
  std::atomic<uint64_t> soft_faults{0}, cached_reads{0}, cached_writes{0}, storage_thread_reads{0};
};
inline void count(std::atomic<uint64_t>& counter) {
  counter.fetch_add(1, std::memory_order_relaxed);
}

struct InodeKey {
  dev_t device;
  ino_t inode;
  bool operator==(const InodeKey&) const = default;
};
struct InodeHash {
  size_t operator()(const InodeKey& key) const {
    return static_cast<size_t>(key.inode * 0x9E3779B97F4A7C15ULL ^ key.device);
  }
};

class LocalFileSystem final : public io::FileSystem {
 public:
  // Bounds of the section pages of all streams.
  static constexpr uint64_t kMaxPages =
      (256ULL << 20) / kPageSize;  // then clean ones are reclaimed
  static constexpr uint64_t kPressurePages = (16ULL << 20) / kPageSize;  // dirty: written at once
  static constexpr uint64_t kMaxDirtyPages =
      (128ULL << 20) / kPageSize;                     // dirty: writers must write
  static constexpr int64_t kWriteDelay = 10'000'000;  // 1 s, in 100 ns
  static constexpr int64_t kRetryDelay = 50'000'000;  // after a failed paging write

  LocalFileSystem(const FileSystemOptions& file_system_options, io::Volume& its_volume);
  ~LocalFileSystem() override;

  void submit(io::Request& request) override;
  bool fast_io(io::Request& request) override;
  std::u16string path_of(PFILE_OBJECT file_object) override;
  void release(PFILE_OBJECT file_object) override;
  NTSTATUS flush_section(io::Stream& stream, uint64_t offset, uint64_t length) override;
  bool purge_section(io::Stream& stream, uint64_t offset, uint64_t length) override;
  uint64_t dirty_pages_of_volume() override { return dirty_pages.load(std::memory_order_relaxed); }

  const FileSystemOptions options;
  io::Volume& volume;
  NodeRef root;

  std::shared_mutex names_lock;
  std::mutex table_lock;
  std::unordered_map<InodeKey, std::weak_ptr<Node>, InodeHash> nodes;

  std::mutex streams_lock;  // before Fcb::lock
  std::vector<Fcb*> streams;

  std::mutex blocks_lock;  // a leaf
  std::vector<std::byte*> free_blocks;
  std::atomic<uint64_t> block_count{0};
  std::atomic<uint64_t> dirty_pages{0};
  std::atomic<uint64_t> lost_bytes{0};  // dirty when their stream went
  std::atomic<bool> redirected{false};  // by a driver that completes creates with STATUS_REPARSE
  std::atomic<uint32_t> open_files{0};  // file objects with FsContext; word of destroy()

  Counters counters;
  Storage storage;
  Notifier notifier;

  // The request waits here (for a lock, or a change of a directory) and gets STATUS_CANCELLED;
  // false: it does not. IRQL <= APC_LEVEL.
  bool cancel(io::Request& request);

  void start_threads();
  void stop_threads();
  // Something is dirty now; `pressure`: don't wait for its age.
  void wake_lazy_writer(bool pressure);

 private:
  void lazy_writer();
  void write_what_is_old(bool pressure);

  std::atomic<uint32_t> lazy_word_{0};  // bumped to wake
  std::atomic<bool> lazy_pressure_{false};
  std::atomic<bool> lazy_idle_{false};  // sleeps without a deadline
  std::atomic<bool> stopping_{false};
  std::thread lazy_thread_;
};

// ------------------------------------------------------------------ requests
// Fills in what every request has. The identity is the current thread's.
void prepare(io::Request& request, LocalFileSystem& fs, PFILE_OBJECT file_object, UCHAR major,
             ULONG irp_flags);
// The request ends in a DPC, as storage I/O does. It may be gone when this returns. IRQL <=
// APC_LEVEL.
void complete_in_dpc(io::Request& request, NTSTATUS status, ULONG_PTR information);
// Kernel address of a read's or write's buffer; null when it has none.
std::byte* buffer_of(PMDL mdl, PVOID user_buffer);

// A file object may be used by several threads at once.
inline void set_flags(PFILE_OBJECT file_object, ULONG flags) {
  if ((__atomic_load_n(&file_object->Flags, __ATOMIC_RELAXED) & flags) == flags) return;
  __atomic_fetch_or(&file_object->Flags, flags, __ATOMIC_RELAXED);
}
inline bool has_flag(PFILE_OBJECT file_object, ULONG flag) {
  return (__atomic_load_n(&file_object->Flags, __ATOMIC_RELAXED) & flag) != 0;
}
inline void set_position(PFILE_OBJECT file_object, uint64_t offset) {
  __atomic_store_n(&file_object->CurrentByteOffset.QuadPart, static_cast<LONGLONG>(offset),
                   __ATOMIC_RELAXED);
}

// The cache knows the file object: reads and writes may be tried as fast I/O.
inline bool caching_started(PFILE_OBJECT file_object) {
  return __atomic_load_n(&file_object->PrivateCacheMap, __ATOMIC_RELAXED) != nullptr;
}
void start_caching(PFILE_OBJECT file_object, Fcb& fcb);

// While it lives the thread's top-level IRP is this one (nested requests are seen as such).
class TopLevel {
 public:
  explicit TopLevel(PIRP irp) : old_(ke::current_thread().top_level_irp) {
    ke::current_thread().top_level_irp = irp;
  }
  ~TopLevel() { ke::current_thread().top_level_irp = old_; }
  TopLevel(const TopLevel&) = delete;
  TopLevel& operator=(const TopLevel&) = delete;

 private:
  PIRP old_;
};
inline PIRP as_top_level(uint64_t value) {
  return reinterpret_cast<PIRP>(value);
}
// A cached operation in the file system is the top level of the paging requests it causes.
inline PIRP as_top_level(io::Request& request) {
  return reinterpret_cast<PIRP>(&request);
}

// ------------------------------------------------------------------ section (section.cpp,
// paging_*.cpp) Block at `index`, made if there is none. fcb.lock held.
BlockRef block_at(Fcb& fcb, uint64_t index);
BlockRef find_block(Fcb& fcb, uint64_t index);
// Makes room when too many pages are held. No lock held.
void reclaim(LocalFileSystem& fs);
// Makes every page in the range valid with synchronous paging reads, up to the end of file. A page
// that another read brings in is waited for. IRQL <= APC_LEVEL.
NTSTATUS bring_in(Fcb& fcb, Ccb& ccb, PageRange range);
// True when all bytes of the range below the end of file are in valid pages. Takes fcb.lock.
bool is_resident(Fcb& fcb, uint64_t offset, uint64_t length);
// Copies valid bytes from `offset` on, up to the first page that is not; false when `to` is bad.
bool copy_out(Fcb& fcb, uint64_t offset, std::byte* to, size_t length, size_t* copied);
// Marks dirty; fcb.lock held.
void mark_dirty(Fcb& fcb, Block& block, uint64_t mask);
void mark_clean(Fcb& fcb, Block& block, uint64_t mask);
// New end of file, and the section agrees; backing file first. Takes the locks.
NTSTATUS set_file_size(Fcb& fcb, uint64_t size);
// Bytes of the range read as zero from now on (hole or zero range); `change` does it to the backing
// file and gives 0 or -errno. Takes the locks.
NTSTATUS zero_range(Fcb& fcb, uint64_t offset, uint64_t length, const std::function<int()>& change);
// Waits until no paging write is on its way.
void wait_for_writes(Fcb& fcb);
// Waits for the read that fills `page`, if one does; `async` true if nobody waited for that read.
void wait_for_read(Fcb& fcb, uint64_t page);

// Writes dirty pages of the range with synchronous paging writes and waits for those on their way.
// The first failure, or success. IRQL <= APC_LEVEL.
NTSTATUS flush_range(Fcb& fcb, Ccb& ccb, PageRange range);
inline NTSTATUS flush_all_pages(Fcb& fcb, Ccb& ccb) {
  return flush_range(fcb, ccb, {0, UINT64_MAX});
}
// Starts asynchronous paging writes of all that is dirty; `limit` in flight at most for this
// stream.
void start_writing(Fcb& fcb, Ccb& ccb);

// ------------------------------------------------------------------ requests at the bottom
void handle_create(LocalFileSystem& fs, io::Request& request);
void handle_read(LocalFileSystem& fs, io::Request& request);
void handle_write(LocalFileSystem& fs, io::Request& request);
void handle_cleanup(LocalFileSystem& fs, io::Request& request);
void handle_close(LocalFileSystem& fs, io::Request& request);
void handle_flush(LocalFileSystem& fs, io::Request& request);
void handle_set_information(LocalFileSystem& fs, io::Request& request);
void handle_query_information(LocalFileSystem& fs, io::Request& request);
void handle_query_volume(LocalFileSystem& fs, io::Request& request);
void handle_lock_control(LocalFileSystem& fs, io::Request& request);
// Byte-range locks let the request read or write.
bool locks_allow(Fcb& fcb, const io::Request& request, bool write);
void handle_directory_control(LocalFileSystem& fs, io::Request& request);
void handle_file_system_control(LocalFileSystem& fs, io::Request& request);
// Cached read and write of the file system, for IRPs; PASSIVE_LEVEL.
NTSTATUS cached_read(Fcb& fcb, Ccb& ccb, uint64_t offset, std::byte* to, size_t length,
                     size_t* bytes);
NTSTATUS cached_write(Fcb& fcb, Ccb& ccb, uint64_t offset, bool append, const std::byte* from,
                      size_t length, size_t* bytes);
// A name came, went or moved: who watches the directory is told. FILE_ACTION_...
inline void tell_name(LocalFileSystem& fs, const Node& node, Node& parent, std::string_view name,
                      ULONG action) {
  const ULONG filter =
      node.is_directory() ? FILE_NOTIFY_CHANGE_DIR_NAME : FILE_NOTIFY_CHANGE_FILE_NAME;
  fs.notifier.tell(fs, parent, name, {filter, action});
}
// Something of the file by this name changed: FILE_NOTIFY_CHANGE_...
inline void tell_change(LocalFileSystem& fs, Node& parent, std::string_view name, ULONG filter) {
  fs.notifier.tell(fs, parent, name, {filter, FILE_ACTION_MODIFIED});
}
// Somebody wants the file deleted when its last handle goes: it can't be opened any more.
bool is_delete_pending(Node& node);
// The handle goes (`last`: and no other is left): deletes what is to be deleted with it.
void delete_at_cleanup(LocalFileSystem& fs, Ccb& ccb, bool last);
// Sets the end of what can be closed: FsContext and FsContext2 of an open file. create.cpp
NTSTATUS attach_open(LocalFileSystem& fs, PFILE_OBJECT file_object, const NodeRef& node,
                     const NodeRef& parent, std::string_view name, ACCESS_MASK access,
                     ULONG options, bool overwrite);

int64_t to_nt_time(const timespec& time);
timespec from_nt_time(int64_t time);

}  // namespace flthost::fs
