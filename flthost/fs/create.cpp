// IRP_MJ_CREATE, CLEANUP, CLOSE at the bottom of the stack.
#include <flthost/ex/ex.h>
#include <flthost/fs/alternate.h>
#include <flthost/fs/names.h>

#include <dirent.h>
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <memory>
#include <vector>

namespace flthost::fs {
namespace {

constexpr uint32_t kOpenTag = 0x4F736C46;  // 'FlsO'

std::u16string_view view(const UNICODE_STRING& string) {
  return {string.Buffer, string.Length / sizeof(WCHAR)};
}

// What a create names: an existing node, or a name in a directory that is still free.
struct Target {
  NodeRef node;
  NodeRef parent;
  std::string name;
  std::string stream;  // of it, when it isn't the unnamed one
};

NTSTATUS look(LocalFileSystem& fs, Target& target) {
  struct stat st{};
  const int error = lookup(fs, *target.parent, target.name, &target.node, &st);
  if (error == -ENOENT) return STATUS_SUCCESS;
  return status_of_errno(-error);
}

// Of `file:stream` or `file:stream:$DATA`; another type is none of a data stream.
std::u16string_view stream_of_component(std::u16string_view component) {
  constexpr std::u16string_view kData = u":$DATA";
  if (component.ends_with(kData)) component.remove_suffix(kData.size());
  return component.substr(std::min(component.find(u':') + 1, component.size()));
}

// Walks \a\b from `start`. The last component may be missing. "::$DATA" names the file itself.
NTSTATUS resolve(LocalFileSystem& fs, NodeRef start, std::u16string_view path, Target& target) {
  constexpr std::u16string_view kUnnamedStream = u"::$DATA";
  if (path.ends_with(kUnnamedStream)) path.remove_suffix(kUnnamedStream.size());
  target.node = std::move(start);
  while (!path.empty()) {
    if (path.front() == u'\\') {
      path.remove_prefix(1);
      continue;
    }
    if (target.node == nullptr) return STATUS_OBJECT_PATH_NOT_FOUND;
    const std::u16string_view component = path.substr(0, path.find(u'\\'));
    path.remove_prefix(component.size());
    target.parent = std::move(target.node);
    target.node = nullptr;
    if (!target.parent->is_directory()) return STATUS_OBJECT_PATH_NOT_FOUND;
    const size_t colon = component.find(u':');
    if (colon != component.npos &&
        (!path.empty() || !to_linux_name(stream_of_component(component), &target.stream))) {
      return STATUS_OBJECT_NAME_INVALID;
    }
    if (!to_linux_name(component.substr(0, colon), &target.name)) return STATUS_OBJECT_NAME_INVALID;
    const NTSTATUS status = look(fs, target);
    if (!NT_SUCCESS(status)) return status;
  }
  if (target.node != nullptr && target.parent == nullptr) {
    const std::shared_lock guard(fs.names_lock);
    target.parent = target.node->parent;
    target.name = target.node->name;
  }
  return STATUS_SUCCESS;
}

// The ID of a file that nobody has asked for by name yet: its name is searched for.
int find_by_inode(LocalFileSystem& fs, Node& directory, ino_t inode, NodeRef* found) {
  const int fd = open_directory(fs, directory);
  if (fd < 0) return fd;
  const std::unique_ptr<DIR, int (*)(DIR*)> entries(fdopendir(fd), closedir);
  if (entries == nullptr) {
    ::close(fd);
    return -ENOMEM;
  }
  std::vector<NodeRef> below;
  while (const dirent* const entry = readdir(entries.get())) {
    const std::string_view name = entry->d_name;
    if (name == "." || name == "..") continue;
    struct stat st{};
    NodeRef node;
    if (entry->d_ino == inode) return lookup(fs, directory, name, found, &st);
    if (entry->d_type == DT_DIR && lookup(fs, directory, name, &node, &st) == 0 &&
        st.st_dev == directory.device) {
      below.push_back(std::move(node));
    }
  }
  for (const NodeRef& node : below) {
    if (find_by_inode(fs, *node, inode, found) == 0 && *found != nullptr) return 0;
  }
  return -ENOENT;
}

// Eight bytes, or sixteen of which eight are zero; a backslash may stand in front.
NTSTATUS resolve_by_id(LocalFileSystem& fs, std::u16string_view name, Target& target) {
  constexpr size_t kShort = sizeof(uint64_t) / sizeof(WCHAR), kLong = 2 * kShort;
  if (name.size() == kShort + 1 || name.size() == kLong + 1) name.remove_prefix(1);
  if (name.size() != kShort && name.size() != kLong) return STATUS_INVALID_PARAMETER;
  uint64_t id = 0;
  std::copy_n(reinterpret_cast<const char*>(name.data()), sizeof id, reinterpret_cast<char*>(&id));
  {
    const std::lock_guard guard(fs.table_lock);
    const auto it = fs.nodes.find({fs.root->device, id});
    if (it != fs.nodes.end()) target.node = it->second.lock();
  }
  if (target.node == nullptr && find_by_inode(fs, *fs.root, id, &target.node) != 0) {
    return STATUS_INVALID_PARAMETER;
  }
  struct stat st{};
  if (fstat(target.node->fd, &st) != 0 || st.st_nlink == 0) return STATUS_INVALID_PARAMETER;
  const std::shared_lock guard(fs.names_lock);
  target.parent = target.node->parent;
  target.name = target.node->name;
  return STATUS_SUCCESS;
}

NTSTATUS find_target(LocalFileSystem& fs, io::Request& request, const CreateHint* hint,
                     Target& target) {
  const PFILE_OBJECT file_object = request.parameters.TargetFileObject;
  const std::u16string_view name = view(file_object->FileName);
  if ((request.parameters.Parameters.Create.Options & FILE_OPEN_BY_FILE_ID) != 0) {
    return resolve_by_id(fs, name, target);
  }
  if (hint != nullptr && name == hint->nt_name) {
    target.node = hint->node;
    if (hint->parent != nullptr) {
      target.parent = hint->parent;
      target.name = hint->name;
      return target.node != nullptr ? STATUS_SUCCESS : look(fs, target);
    }
    const std::shared_lock guard(fs.names_lock);
    target.parent = target.node->parent;
    target.name = target.node->name;
    return STATUS_SUCCESS;
  }
  NodeRef start = fs.root;
  if (const PFILE_OBJECT related = file_object->RelatedFileObject;
      related != nullptr && related->FsContext != nullptr) {
    start = fcb_of(related).node;
  }
  return resolve(fs, start, name, target);
}

// Makes the file or directory that does not exist. EEXIST: somebody was faster.
int make_file(LocalFileSystem& fs, Target& target, const CreateHint* hint, bool directory,
              int* fd) {
  static const CreateHint kNone{};
  const CreateHint& how = hint != nullptr ? *hint : kNone;
  struct stat st{};
  if (directory) {
    return make_directory(fs, *target.parent, target.name,
                          hint != nullptr ? how.mode : how.mode | 0111, how.caller, &target.node,
                          &st);
  }
  {
    const CreateAs as(fs, how.caller);
    *fd = openat(target.parent->fd, target.name.c_str(),
                 O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, how.mode & 07777);
  }
  if (*fd < 0) return -errno;
  const int error = lookup(fs, *target.parent, target.name, &target.node, &st);
  struct stat made{};
  if (error == 0 && fstat(*fd, &made) == 0 && made.st_ino == target.node->inode) {
    tell_name(fs, *target.node, *target.parent, target.name, FILE_ACTION_ADDED);
    return 0;
  }
  // Replaced in between by somebody outside.
  ::close(*fd);
  *fd = -1;
  return error != 0 ? error : -ESTALE;
}

NTSTATUS check_type(const Node& node, ULONG options) {
  if ((options & FILE_DIRECTORY_FILE) != 0 && !node.is_directory()) return STATUS_NOT_A_DIRECTORY;
  if ((options & FILE_NON_DIRECTORY_FILE) != 0 && node.is_directory()) {
    return STATUS_FILE_IS_A_DIRECTORY;
  }
  return STATUS_SUCCESS;
}

void free_open(Ccb* ccb) {
  ccb->~Ccb();
  ex::free(ccb);
}

// Undoes attach_open.
void detach(LocalFileSystem& fs, PFILE_OBJECT file_object) {
  Fcb* const fcb = static_cast<Fcb*>(file_object->FsContext);
  Ccb* const ccb = static_cast<Ccb*>(file_object->FsContext2);
  if (fcb == nullptr || ccb == nullptr) return;
  {
    const std::lock_guard guard(fcb->node->lock);
    if (!ccb->cleaned_up) --fcb->handles;
    const std::lock_guard fcb_guard(fcb->lock);
    std::erase(fcb->opens, ccb);
  }
  file_object->FsContext = nullptr;
  file_object->FsContext2 = nullptr;
  file_object->SectionObjectPointer = nullptr;
  file_object->PrivateCacheMap = nullptr;
  free_open(ccb);
  close_stream(fcb);
  fs.open_files.fetch_sub(1, std::memory_order_release);
  ke::unpark_all(fs.open_files);
}

// Parent of what is named, as the I/O manager opens it for a rename or link.
void open_target_directory(LocalFileSystem& fs, io::Request& request, const Target& target) {
  const PFILE_OBJECT file_object = request.parameters.TargetFileObject;
  if (target.parent == nullptr) return io::complete(request, STATUS_OBJECT_PATH_NOT_FOUND, 0);
  std::string parent_name;
  NodeRef grandparent;
  {
    const std::shared_lock guard(fs.names_lock);
    grandparent = target.parent->parent;
    parent_name = target.parent->name;
  }
  const NTSTATUS status = attach_open(fs, file_object, target.parent, grandparent, parent_name,
                                      FILE_WRITE_DATA, FILE_DIRECTORY_FILE, false);
  io::complete(
      request, status,
      NT_SUCCESS(status) ? (target.node != nullptr ? FILE_EXISTS : FILE_DOES_NOT_EXIST) : 0);
}

}  // namespace

NTSTATUS attach_open(LocalFileSystem& fs, PFILE_OBJECT file_object, const NodeRef& node,
                     const NodeRef& parent, std::string_view name, ACCESS_MASK access,
                     ULONG options, bool overwrite) {
  bool first = false;
  Fcb* const fcb = open_stream(*node, &first);
  int error = 0;
  {
    const std::lock_guard guard(node->lock);
    const bool read = (access & (FILE_READ_DATA | FILE_EXECUTE | GENERIC_READ)) != 0;
    const bool write =
        (access & (FILE_WRITE_DATA | FILE_APPEND_DATA | GENERIC_WRITE)) != 0 || overwrite;
    if (node->is_regular()) error = open_backing(*fcb, read, write);
    if (S_ISLNK(node->type) && (read || write)) error = -ELOOP;
    if (error == 0) ++fcb->handles;
  }
  if (error != 0) {
    close_stream(fcb);
    return status_of_errno(-error);
  }
  if (!first) revalidate(*fcb);
  Ccb* const ccb = new (ex::allocate(sizeof(Ccb), kOpenTag)) Ccb;
  ccb->fcb = fcb;
  ccb->file_object = file_object;
  ccb->parent = parent;
  ccb->name = name;
  ccb->access = access;
  ccb->delete_on_close = (options & FILE_DELETE_ON_CLOSE) != 0;
  {
    const std::lock_guard guard(fcb->lock);
    fcb->opens.push_back(ccb);
  }
  fs.open_files.fetch_add(1, std::memory_order_relaxed);
  file_object->FsContext = static_cast<io::Stream*>(fcb);
  file_object->FsContext2 = ccb;
  file_object->SectionObjectPointer = &fcb->section_pointers;
  if ((options & FILE_NO_INTERMEDIATE_BUFFERING) != 0) {
    file_object->Flags |= FO_NO_INTERMEDIATE_BUFFERING;
  } else {
    file_object->Flags |= FO_CACHE_SUPPORTED;
  }
  if ((options & FILE_WRITE_THROUGH) != 0) file_object->Flags |= FO_WRITE_THROUGH;
  file_object->ReadAccess = (access & (FILE_READ_DATA | FILE_EXECUTE)) != 0 ? 1 : 0;
  file_object->WriteAccess = (access & (FILE_WRITE_DATA | FILE_APPEND_DATA)) != 0 ? 1 : 0;
  file_object->DeleteAccess = (access & DELETE) != 0 ? 1 : 0;
  if (!overwrite) return STATUS_SUCCESS;
  const NTSTATUS status = set_file_size(*fcb, 0);
  if (!NT_SUCCESS(status)) detach(fs, file_object);
  return status;
}

namespace {

// The descriptor that created a file may do what its mode forbids to a later open.
NTSTATUS attach_created(LocalFileSystem& fs, PFILE_OBJECT file_object, const Target& target, int fd,
                        ACCESS_MASK access, ULONG options) {
  bool first = false;
  Fcb* const fcb = open_stream(*target.node, &first);
  {
    const std::lock_guard guard(target.node->lock);
    if (fcb->write_fd < 0) {
      fcb->write_fd_reads.store(true, std::memory_order_release);
      fcb->write_fd.store(fd, std::memory_order_release);
      fd = -1;
    }
  }
  if (fd >= 0) ::close(fd);
  const NTSTATUS status =
      attach_open(fs, file_object, target.node, target.parent, target.name, access, options, false);
  close_stream(fcb);
  return status;
}

}  // namespace

namespace {

struct HowToOpen {
  ULONG disposition;
  ULONG options;
  ACCESS_MASK access;
};

// A file that does not exist is made for its stream, as NTFS does.
void open_stream_of(LocalFileSystem& fs, io::Request& request, Target& target,
                    const HowToOpen& how) {
  const bool create = how.disposition != FILE_OPEN && how.disposition != FILE_OVERWRITE;
  if (target.node == nullptr) {
    int fd = -1;
    const int error = create ? make_file(fs, target, nullptr, false, &fd) : -ENOENT;
    if (fd >= 0) ::close(fd);
    if (error != 0) return io::complete(request, status_of_errno(-error), 0);
  }
  if ((how.options & FILE_DIRECTORY_FILE) != 0) {
    return io::complete(request, STATUS_NOT_A_DIRECTORY, 0);
  }
  NodeRef stream;
  bool created = false;
  const int error = stream_node(*target.node, target.stream, create, &created, &stream);
  if (error != 0) return io::complete(request, status_of_errno(-error), 0);
  if (!created && how.disposition == FILE_CREATE) {
    return io::complete(request, STATUS_OBJECT_NAME_COLLISION, FILE_EXISTS);
  }
  if (is_delete_pending(*stream)) return io::complete(request, STATUS_DELETE_PENDING, 0);
  const bool overwrite =
      !created && how.disposition != FILE_OPEN && how.disposition != FILE_OPEN_IF;
  const NTSTATUS status =
      attach_open(fs, request.parameters.TargetFileObject, stream, target.parent, target.name,
                  how.access, how.options, overwrite);
  const ULONG_PTR information = created                             ? FILE_CREATED
                                : !overwrite                        ? FILE_OPENED
                                : how.disposition == FILE_SUPERSEDE ? FILE_SUPERSEDED
                                                                    : FILE_OVERWRITTEN;
  io::complete(request, status, NT_SUCCESS(status) ? information : 0);
}

}  // namespace

void handle_create(LocalFileSystem& fs, io::Request& request) {
  const auto& create = request.parameters.Parameters.Create;
  const auto* const hint = static_cast<const CreateHint*>(request.hint);
  const PFILE_OBJECT file_object = request.parameters.TargetFileObject;
  const ULONG disposition = create.Options >> 24;
  const ULONG options = create.Options & 0x00FFFFFF;
  const ACCESS_MASK access =
      create.SecurityContext != nullptr ? create.SecurityContext->DesiredAccess : 0;
  for (int attempt = 0; attempt < 8; ++attempt) {
    Target target;
    NTSTATUS status = find_target(fs, request, hint, target);
    if (!NT_SUCCESS(status)) return io::complete(request, status, 0);
    if ((request.parameters.OperationFlags & SL_OPEN_TARGET_DIRECTORY) != 0) {
      return open_target_directory(fs, request, target);
    }
    if (!target.stream.empty()) {
      return open_stream_of(fs, request, target, {disposition, options, access});
    }
    ULONG_PTR information = FILE_OPENED;
    bool overwrite = false;
    int fd = -1;
    if (target.node != nullptr) {
      if (disposition == FILE_CREATE)
        return io::complete(request, STATUS_OBJECT_NAME_COLLISION, FILE_EXISTS);
      status = check_type(*target.node, options);
      if (NT_SUCCESS(status) && is_delete_pending(*target.node)) status = STATUS_DELETE_PENDING;
      if (!NT_SUCCESS(status)) return io::complete(request, status, 0);
      overwrite = target.node->is_regular() &&
                  (disposition == FILE_SUPERSEDE || disposition == FILE_OVERWRITE ||
                   disposition == FILE_OVERWRITE_IF);
      if (overwrite)
        information = disposition == FILE_SUPERSEDE ? FILE_SUPERSEDED : FILE_OVERWRITTEN;
    } else {
      if (disposition == FILE_OPEN || disposition == FILE_OVERWRITE) {
        return io::complete(request, STATUS_OBJECT_NAME_NOT_FOUND, FILE_DOES_NOT_EXIST);
      }
      const int error = make_file(fs, target, hint, (options & FILE_DIRECTORY_FILE) != 0, &fd);
      if (error == -EEXIST && disposition != FILE_CREATE) continue;
      if (error != 0) return io::complete(request, status_of_errno(-error), 0);
      information = FILE_CREATED;
    }
    if (fd >= 0) {
      status = attach_created(fs, file_object, target, fd, access, options);
    } else {
      status = attach_open(fs, file_object, target.node, target.parent, target.name, access,
                           options, overwrite);
    }
    return io::complete(request, status, NT_SUCCESS(status) ? information : 0);
  }
  io::complete(request, STATUS_OBJECT_NAME_COLLISION, FILE_EXISTS);
}

namespace {

void tell_written(LocalFileSystem& fs, const Ccb& ccb) {
  NodeRef parent;
  std::string name;
  {
    const std::shared_lock guard(fs.names_lock);
    parent = ccb.parent;
    name = ccb.name;
  }
  if (parent == nullptr) return;
  tell_change(fs, *parent, name, FILE_NOTIFY_CHANGE_LAST_WRITE | FILE_NOTIFY_CHANGE_SIZE);
}

}  // namespace

void handle_cleanup(LocalFileSystem& fs, io::Request& request) {
  const PFILE_OBJECT file_object = request.parameters.TargetFileObject;
  Fcb& fcb = fcb_of(file_object);
  Ccb& ccb = ccb_of(file_object);
  bool last = false;
  bool first_time = false;
  {
    const std::lock_guard guard(fcb.node->lock);
    if (!ccb.cleaned_up) {
      first_time = ccb.cleaned_up = true;
      last = --fcb.handles == 0;
    }
  }
  if (ByteLocks* const locks = fcb.locks; locks != nullptr) locks->release(file_object);
  if (fcb.directory) fs.notifier.release(file_object);
  if (first_time && has_flag(file_object, FO_FILE_MODIFIED)) tell_written(fs, ccb);
  if (first_time) delete_at_cleanup(fs, ccb, last);
  if (last && !fcb.directory) {
    // Usually nothing is left: cleanup() has flushed. Opens of filters come without it.
    const TopLevel top_level(as_top_level(request));
    static_cast<void>(flush_all_pages(fcb, ccb));
    if (fcb.node->base != nullptr && store_stream(*fcb.node) != 0) {
      const std::lock_guard guard(fcb.lock);
      fs.lost_bytes += fcb.size();  // it is too large for where it is kept
    }
  }
  set_flags(file_object, FO_CLEANUP_COMPLETE);
  io::complete(request, STATUS_SUCCESS, 0);
}

void handle_close(LocalFileSystem& /*fs*/, io::Request& request) {
  const PFILE_OBJECT file_object = request.parameters.TargetFileObject;
  Fcb& fcb = fcb_of(file_object);
  Ccb& ccb = ccb_of(file_object);
  drain_references(fcb, ccb);
  ccb.closed = true;
  io::complete(request, STATUS_SUCCESS, 0);
}

void drain_references(Fcb& fcb, Ccb& ccb) {
  {
    const std::lock_guard guard(fcb.lock);
    std::erase(fcb.opens, &ccb);
  }
  for (;;) {
    const uint32_t references = ccb.references.load(std::memory_order_acquire);
    if (references <= 1) break;
    ke::park(ccb.references, references);
  }
}

void LocalFileSystem::release(PFILE_OBJECT file_object) {
  detach(*this, file_object);
}

void dereference(Ccb& ccb) {
  // Read before somebody else may drop the last one; only the address of `word` is used after that.
  const PFILE_OBJECT file_object = ccb.file_object;
  std::atomic<uint32_t>& word = ccb.references;
  if (word.fetch_sub(1, std::memory_order_acq_rel) != 1) {
    ke::unpark_all(word);
    return;
  }
  // IRP_MJ_CLOSE follows when drivers have no reference either, at PASSIVE_LEVEL.
  io::free_file_object(file_object);
}

}  // namespace flthost::fs
