// Inside of the FUSE front. The operations are in names.cpp, files.cpp, attributes.cpp,
// directories.cpp and paging.cpp; this is what they share.
#pragma once

#include <flthost/ex/ex.h>
#include <flthost/fuse/fuse.h>
#include <flthost/fuse/inodes.h>
#include <flthost/fuse/procfs.h>
#include <flthost/fuse/protocol.h>

#include <sys/uio.h>

#include <array>
#include <condition_variable>
#include <cstring>
#include <initializer_list>
#include <span>
#include <unordered_set>

namespace flthost::fuse {

// A page-in under way.
struct PageInRange {
  uint32_t tid;
  uint64_t offset, end;
};

// An open of a file, `fh` to the kernel. After the reply to a request it may be gone at any moment.
// References: the kernel's until RELEASE, one per page-in under way.
struct Handle {
  fs::OpenFile file;
  Inode* inode = nullptr;
  bool direct = true;  // FOPEN_DIRECT_IO: every read and write arrives
  bool writable = false;
  PETHREAD opener = nullptr;  // referenced; cleanup is done in its name
  std::atomic<uint32_t> references{1};
  std::mutex mutex;
  std::vector<PageInRange> page_ins;
};

struct DirectoryHandle {
  fs::OpenFile file;
  PETHREAD opener = nullptr;  // referenced
  std::mutex mutex;
  bool listed = false;
  std::vector<fs::ListedName> names;
};

struct Worker;

// One request while it is held. Its memory is the worker's.
struct Request {
  const fuse_in_header* in = nullptr;
  const std::byte* argument = nullptr;
  size_t argument_size = 0;
  std::span<std::byte> data;  // page-aligned room for the reply's data, in the user arena
  Worker* worker = nullptr;
  Requestor who;

  // The argument as T; a kernel with older, shorter structures gives zeros behind.
  template <typename T>
  T as() const {
    T value{};
    std::memcpy(&value, argument, std::min(sizeof(T), argument_size));
    return value;
  }
  // The n-th zero-terminated string behind `skip` bytes.
  std::string_view text(size_t skip, int index = 0) const;
  fs::Caller caller() const { return {in->uid, in->gid}; }
};

struct Worker {
  std::byte* buffer = nullptr;
  size_t size = 0;
  std::thread thread;
  ThreadCache threads;
  // The request it works on, for INTERRUPT; thread is referenced by `threads`.
  std::mutex mutex;
  uint64_t unique = 0;
  PETHREAD requestor = nullptr;
  bool interrupted = false;
};

class FuseServer final : public Server {
 public:
  explicit FuseServer(const ServerOptions& options);
  ~FuseServer() override;
  std::string negotiate();
  void spawn_worker();

  void set_root_process(uint32_t pid) override { processes_.set_root(pid); }
  bool wait_unmounted(int64_t milliseconds) override;
  void stop() override;
  std::map<std::string, uint64_t> requests() override;

 private:
  static constexpr size_t kMaxWorkers = 256;
  static constexpr size_t kOpcodes = 64;

  // workers.cpp
  void serve(Worker& worker);
  void dispatch(Worker& worker, size_t bytes);
  bool dispatch_name(Request& request);
  bool dispatch_file(Request& request);
  bool dispatch_directory(Request& request);
  void identify(Request& request);
  void reply(uint64_t unique, int error, std::initializer_list<iovec> parts = {});
  template <typename T>
  void reply_with(const Request& request, const T& value) {
    reply(request.in->unique, 0, {{const_cast<T*>(&value), sizeof(value)}});
  }
  void reply_error(const Request& request, int error) { reply(request.in->unique, error); }
  void reply_status(const Request& request, NTSTATUS status);
  void interrupt(const Request& request);
  void watch_interrupts();
  void check_interrupted(Worker& worker);
  void disconnected();

  // names.cpp
  void lookup(Request& request);
  void lookup_by_open(Request& request);
  void forget(const Request& request);
  void batch_forget(const Request& request);
  void make_node(Request& request);
  void make_directory(Request& request);
  void create_and_close(Request& request, std::string_view name, mode_t mode, ULONG options);
  void make_symlink(Request& request);
  void link(Request& request);
  void read_link(Request& request);
  void remove(Request& request, bool directory);
  void rename(Request& request, bool second);
  void reply_entry(const Request& request, const fs::NodeRef& node, const struct stat& st);
  fuse_entry_out entry_of(const fs::NodeRef& node, const struct stat& st);

  // files.cpp
  void open(Request& request);
  void create(Request& request);
  void read(Request& request);
  void write(Request& request);
  void release(Request& request);
  void flush(Request& request);
  void fsync(Request& request);
  void fallocate(Request& request);
  void seek(Request& request);
  Handle* new_handle(const Request& request, fs::OpenFile&& file, uint32_t flags);
  fuse_open_out open_reply(Handle& handle, uint32_t flags, const struct stat* known);
  void dereference(Handle* handle);
  void close(Handle* handle);
  void read_cached(Request& request, Handle& handle, const fuse_read_in& in);
  void kill_privileges(Inode& inode);

  // paging.cpp
  void page_in(Request& request, Handle& handle, const fuse_read_in& in, fs::PageInKind kind);
  NTSTATUS ensure_section(Handle& handle, const ProcessRef& process);
  NTSTATUS acquire(Handle& handle, const ProcessRef& process, const MapUse& use);
  void find_writers(Handle& handle);
  void forget_sections(const Handle& handle);
  static ReadClass classify(uint32_t tid);
  static fs::PageInKind begin_page_in(Handle& handle, const PageInRange& range,
                                      fs::PageInKind kind);
  static void end_page_in(Handle& handle, const PageInRange& range);
  void reply_pages(uint64_t unique, std::span<const iovec> pages, size_t wanted);

  // attributes.cpp
  void getattr(Request& request);
  void setattr(Request& request);
  NTSTATUS set_size(Request& request, const fuse_setattr_in& in);
  void statfs(Request& request);
  void access(Request& request);
  void set_xattr(Request& request);
  void get_xattr(Request& request);
  void list_xattr(Request& request);
  void remove_xattr(Request& request);

  // directories.cpp
  void open_directory(Request& request);
  void read_directory(Request& request, bool plus);
  void fill_directory(DirectoryHandle& handle, uint64_t offset, bool plus,
                      std::span<std::byte> room, size_t* used);
  void release_directory(Request& request);
  void sync_directory(Request& request);
  static void close_directory(DirectoryHandle* handle);

  const ServerOptions options_;
  fs::LocalFileSystem& fs_;
  int device_;
  bool direct_io_ = true;  // the kernel can map direct-I/O handles
  Inodes inodes_;
  Processes processes_;

  std::mutex workers_mutex_;
  std::array<std::unique_ptr<Worker>, kMaxWorkers> workers_;
  std::atomic<size_t> worker_count_{0};
  std::atomic<int> idle_{0};
  std::atomic<bool> stopping_{false};
  std::thread interrupt_watcher_;
  int interrupt_event_ = -1;

  std::mutex state_mutex_;
  std::condition_variable state_changed_;
  bool unmounted_ = false;
  size_t running_ = 0;

  std::mutex handles_mutex_;
  std::unordered_set<Handle*> handles_;
  std::unordered_set<DirectoryHandle*> directories_;

  std::array<std::atomic<uint64_t>, kOpcodes> counts_{};
  std::atomic<uint64_t> reads_cached_{0}, reads_fault_{0}, reads_ahead_{0}, writes_mapped_{0};
};

fuse_attr attributes_of(const struct stat& st);

}  // namespace flthost::fuse
