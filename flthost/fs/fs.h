// The file system below the filters, and the calls that enter it from above.
//
// LocalFileSystem shows a Linux directory as an NT volume. One section per stream: cached I/O,
// page-ins, mapped write-back, read-ahead and the lazy writer share its pages. Cache misses and
// page-ins go down the whole filter stack as paging reads; storage I/O completes in a DPC.
//
// Node is a file of the directory as the front end knows it (an inode, held by an O_PATH
// descriptor, so RLIMIT_NOFILE bounds how many the front end can know at once). What has no IRP
// (docs/FUSE-TO-IRP.md says why) is done on nodes directly.
//
// Names: names.h says how Linux names become NT names and back; ':' , '\\' and bytes that are no
// UTF-8 become private-use characters, so that `Foo::Bar.3pm` is no alternate stream.
// Case-sensitive.
//
// Delayed writes: a stream's size and last write time are the section's while it is open; the
// backing file follows within a second, at fsync, and at the last cleanup. Paging writes that fail
// stay dirty and are tried again; what is dirty when the stream's last file object goes is lost,
// counted by flush_all().
#pragma once

#include <flthost/io/io.h>

#include <sys/stat.h>
#include <sys/uio.h>

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace flthost::fs {

class LocalFileSystem;

// An inode. Alive while referenced by the front end (lookup count), an open, or a child's name.
class Node;
using NodeRef = std::shared_ptr<Node>;

// What a Linux caller is: new files get its ids; 0 on success, else -errno, from every int
// function.
struct Caller {
  uid_t uid = 0;
  gid_t gid = 0;
};

// ------------------------------------------------------------------ nodes, without IRPs
NodeRef root(LocalFileSystem& fs);
uint64_t inode_of(const Node& node);
int lookup(LocalFileSystem& fs, Node& parent, std::string_view name, NodeRef* node,
           struct stat* st);
int getattr(LocalFileSystem& fs, Node& node, struct stat* st);  // size: the section's when open
struct SetAttributes {
  bool set_mode = false, set_uid = false, set_gid = false, set_atime = false, set_mtime = false;
  mode_t mode = 0;
  uid_t uid = 0;
  gid_t gid = 0;
  timespec atime{}, mtime{};
};
int setattr(LocalFileSystem& fs, Node& node, const SetAttributes& attributes);
int open_directory(LocalFileSystem& fs, Node& node);  // a descriptor for getdents, or -errno
int make_directory(LocalFileSystem& fs, Node& parent, std::string_view name, mode_t mode,
                   const Caller& caller, NodeRef* node, struct stat* st);
int make_node(LocalFileSystem& fs, Node& parent, std::string_view name, mode_t mode, dev_t dev,
              const Caller& caller, NodeRef* node, struct stat* st);  // fifo, socket, device
int make_symlink(LocalFileSystem& fs, Node& parent, std::string_view name, std::string_view target,
                 const Caller& caller, NodeRef* node, struct stat* st);
int read_link(LocalFileSystem& fs, Node& node, std::string* target);
int node_descriptor(Node& node);  // its O_PATH descriptor, borrowed

// ------------------------------------------------------------------ what a thread asks the I/O
// manager Each call builds the requests NT would, in the identity of the current thread
// (ps::Impersonate), at PASSIVE_LEVEL, sends them down the filter stack and waits, unless it says
// otherwise.

// Open by node (existing file) or by parent and name (create).
struct OpenParameters {
  NodeRef node;            // existing file, or
  NodeRef parent;          // directory of
  std::string name;        // this name
  ACCESS_MASK access = 0;  // FILE_READ_DATA | FILE_WRITE_DATA | FILE_EXECUTE | DELETE ...
  ULONG disposition = FILE_OPEN;
  ULONG options = FILE_NON_DIRECTORY_FILE;
  mode_t mode = 0600;  // of a new file
  Caller caller;
};
struct OpenFile {
  PFILE_OBJECT file_object = nullptr;
  NodeRef node;
};
NTSTATUS open(LocalFileSystem& fs, const OpenParameters& parameters, OpenFile* file,
              ULONG_PTR* information);
// Cached read/write by a system call. `buffer` is user-arena memory of the caller. A read at the
// end of file is STATUS_END_OF_FILE with 0 bytes. append: offset is the end of file, taken
// atomically.
NTSTATUS read(OpenFile& file, uint64_t offset, std::span<std::byte> buffer, size_t* bytes);
NTSTATUS write(OpenFile& file, uint64_t offset, bool append, std::span<const std::byte> buffer,
               size_t* bytes);

enum class PageInKind {
  Fault,      // a thread is blocked in a page fault: IRP_PAGING_IO | IRP_SYNCHRONOUS_PAGING_IO
  ReadAhead,  // nobody waits: asynchronous paging
};
// Brings [offset, offset+length) of the stream in; resident pages cost no request (a soft fault).
// `done` is called exactly once, maybe before this returns, at IRQL <= DISPATCH_LEVEL, with the
// pages (valid during the call only) or the failure. ReadAhead never blocks on a filter that pends.
// The pages end at the end of file; STATUS_END_OF_FILE with none when all of the range lies beyond.
using PageInDone = std::function<void(NTSTATUS status, std::span<const iovec> pages)>;
void page_in(OpenFile& file, uint64_t offset, uint32_t length, PageInKind kind, PageInDone done);
// Dirty pages of a mapping, written back by the kernel: into the section, then as paging writes of
// the mapped page writer (System). file may be any open of the stream.
NTSTATUS page_out(OpenFile& file, uint64_t offset, std::span<const std::byte> data);
// A mapping is being made: IRP_MJ_ACQUIRE_FOR_SECTION_SYNCHRONIZATION with this protection
// (PAGE_READONLY, PAGE_READWRITE, PAGE_EXECUTE_READ ...), then release.
NTSTATUS acquire_section(OpenFile& file, ULONG page_protection);

// SEEK_DATA and SEEK_HOLE of lseek(2), after the dirty pages went down. 0 or -errno.
int seek(OpenFile& file, uint64_t offset, int whence, uint64_t* result);
NTSTATUS flush(OpenFile& file);  // fsync: FLUSH_BUFFERS, paging writes below
NTSTATUS set_end_of_file(OpenFile& file, uint64_t size);  // truncate: SET_INFORMATION
NTSTATUS allocate(OpenFile& file, uint64_t offset, uint64_t length, int linux_mode);  // fallocate
// Opens with DELETE, sets disposition, closes. directory: rmdir.
NTSTATUS remove(LocalFileSystem& fs, Node& parent, std::string_view name, bool directory);
// Opens with DELETE, opens the target's directory (SL_OPEN_TARGET_DIRECTORY), sets rename
// information, closes both. linux_flags: RENAME_NOREPLACE, RENAME_EXCHANGE.
NTSTATUS rename(LocalFileSystem& fs, Node& from_parent, std::string_view from, Node& to_parent,
                std::string_view to, unsigned linux_flags);
// A second name: opens the file, sets link information, closes.
NTSTATUS link(LocalFileSystem& fs, const NodeRef& node, Node& to_parent, std::string_view to,
              const Caller& caller);
// All names of an open directory as the filters leave them, by IRP_MN_QUERY_DIRECTORY. `buffer`:
// room for the answers, in the user arena. What a filter adds need not exist.
struct ListedName {
  std::string name;
  uint64_t inode = 0;
  mode_t type = 0;  // S_IFMT bits
};
NTSTATUS list(OpenFile& directory, std::span<std::byte> buffer, std::vector<ListedName>* names);
// The last user handle is closed: flushes, IRP_MJ_CLEANUP. Then close() when no reference remains:
// IRP_MJ_CLOSE; the stream's section goes with its last file object.
NTSTATUS cleanup(OpenFile& file);  // what the flush said; the handle is gone in any case
void close(OpenFile& file);
// Writes dirty pages of the stream down the stack without a FLUSH_BUFFERS request: what close(2)
// can still report of delayed writes (FUSE_FLUSH).
NTSTATUS write_back(OpenFile& file);

// errno for an NTSTATUS as this file system means it (STATUS_ACCESS_DENIED -> EACCES ...).
int to_errno(NTSTATUS status);

// ------------------------------------------------------------------ the file system itself
struct FileSystemOptions {
  int root_fd = -1;         // O_PATH or O_RDONLY of the directory; borrowed
  int storage_threads = 2;  // for reads that would block
  bool as_root = false;     // act with the caller's fsuid/fsgid
};
// Creates it and fills volume.fs and volume.device_object. Error text, or empty. New files get the
// modes that they are asked for: the process's umask should be 0. The thread's fsuid must be 0 with
// as_root.
std::string create(const FileSystemOptions& options, io::Volume& volume, LocalFileSystem** fs);
// Writes every dirty page down the stack (end of CMD). Count of bytes that could not be written.
uint64_t flush_all(LocalFileSystem& fs);
void destroy(LocalFileSystem& fs);  // no file may be open; joins its threads

struct FileSystemStatistics {
  uint64_t paging_reads = 0, paging_reads_async = 0, paging_writes = 0;
  uint64_t soft_faults = 0, cached_reads = 0, cached_writes = 0, storage_thread_reads = 0;
};
FileSystemStatistics statistics(LocalFileSystem& fs);

// A driver is loaded that gives names another meaning (STATUS_REPARSE): a name that does not exist
// here must be opened to know.
void expect_redirects(LocalFileSystem& fs);
bool redirects(LocalFileSystem& fs);

}  // namespace flthost::fs
