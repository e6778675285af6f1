// IRP_MJ_DIRECTORY_CONTROL, IRP_MN_QUERY_DIRECTORY: what filters see and may change of a listing.
#include <flthost/fs/directory.h>

#include <flthost/fs/attributes.h>
#include <flthost/fs/names.h>

#include <dirent.h>
#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstddef>
#include <cstring>

namespace flthost::fs {

bool matches(std::u16string_view pattern, std::u16string_view name) {
  if (pattern.empty()) return name.empty();
  const char16_t first = pattern.front();
  const std::u16string_view rest = pattern.substr(1);
  switch (first) {
    case u'*':
      return matches(rest, name) || (!name.empty() && matches(pattern, name.substr(1)));
    case u'<': {  // any characters up to the last dot
      if (matches(rest, name)) return true;
      if (name.empty()) return false;
      const bool last_dot = name.front() == u'.' && name.find(u'.', 1) == name.npos;
      return !last_dot && matches(pattern, name.substr(1));
    }
    case u'?':
      return !name.empty() && matches(rest, name.substr(1));
    case u'>':  // one character, or none at a dot or the end
      if (name.empty() || name.front() == u'.') return matches(rest, name);
      return matches(rest, name.substr(1));
    case u'"':  // a dot, or none at the end
      if (name.empty()) return matches(rest, name);
      return name.front() == u'.' && matches(rest, name.substr(1));
    default:
      return !name.empty() && name.front() == first && matches(rest, name.substr(1));
  }
}

namespace {

int read_entries(LocalFileSystem& fs, Node& directory, std::vector<DirectoryEntry>* entries) {
  entries->clear();
  const int fd = open_directory(fs, directory);
  if (fd < 0) return fd;
  const std::unique_ptr<DIR, int (*)(DIR*)> listing(fdopendir(fd), closedir);
  if (listing == nullptr) {
    ::close(fd);
    return -ENOMEM;
  }
  // NTFS's root has neither of the two.
  const bool root = &directory == fs.root.get();
  errno = 0;
  while (const dirent* const entry = readdir(listing.get())) {
    const std::string_view name = entry->d_name;
    if (root && (name == "." || name == "..")) continue;
    entries->push_back(
        {std::string(name), entry->d_ino, static_cast<mode_t>(DTTOIF(entry->d_type))});
  }
  return -errno;
}

std::u16string nt_name_of(const DirectoryEntry& entry) {
  if (entry.name == ".") return u".";
  if (entry.name == "..") return u"..";
  return to_nt_name(entry.name);
}

// As it is now; an open stream's size is its section's. False: it has gone.
bool stat_entry(LocalFileSystem& fs, Node& directory, const DirectoryEntry& entry,
                struct stat* st) {
  if (fstatat(directory.fd, entry.name.c_str(), st, AT_SYMLINK_NOFOLLOW) != 0) return false;
  NodeRef node;
  {
    const std::lock_guard guard(fs.table_lock);
    const auto it = fs.nodes.find({st->st_dev, st->st_ino});
    if (it != fs.nodes.end()) node = it->second.lock();
  }
  return node == nullptr || getattr(fs, *node, st) == 0;
}

// ------------------------------------------------------------------ one entry's structure

template <typename T>
void fill(T& info, const struct stat& st) {
  if constexpr (requires { info.EndOfFile; }) {
    info.CreationTime = creation_time_of(st);
    info.LastAccessTime = large(to_nt_time(st.st_atim));
    info.LastWriteTime = large(to_nt_time(st.st_mtim));
    info.ChangeTime = large(to_nt_time(st.st_ctim));
    info.EndOfFile = end_of_file_of(st);
    info.AllocationSize = allocation_of(st);
    info.FileAttributes = attributes_of(st);
  }
  // A reparse point's tag stands where the length of extended attributes does.
  if constexpr (requires { info.EaSize; }) info.EaSize = reparse_tag_of(st.st_mode);
  if constexpr (requires { info.ReparsePointTag; }) {
    info.ReparsePointTag = reparse_tag_of(st.st_mode);
  }
  if constexpr (requires { info.FileId.QuadPart; }) {
    info.FileId.QuadPart = static_cast<LONGLONG>(st.st_ino);
  } else if constexpr (requires { info.FileId; }) {
    std::memcpy(&info.FileId, &st.st_ino, sizeof st.st_ino);
  }
}

struct Room {
  std::byte* buffer;
  size_t length;
  size_t used = 0;            // up to here, aligned
  std::byte* last = nullptr;  // the entry before
  NTSTATUS status = STATUS_SUCCESS;
  size_t information = 0;
};

// False when it does not fit; the first one is cut, or refused when not even its head fits.
template <typename T>
bool put(Room& room, const struct stat& st, ULONG index, std::u16string_view name) {
  constexpr size_t kHead = offsetof(T, FileName);
  const size_t bytes = name.size() * sizeof(WCHAR);
  const size_t free = room.length - std::min(room.used, room.length);
  size_t copied = bytes;
  if (kHead + bytes > free) {
    if (room.last != nullptr) return false;
    if (kHead > free) {
      room.status = STATUS_INFO_LENGTH_MISMATCH;
      return false;
    }
    room.status = STATUS_BUFFER_OVERFLOW;
    copied = (free - kHead) & ~size_t{1};
  }
  T info{};
  info.FileIndex = index;
  info.FileNameLength = static_cast<ULONG>(bytes);
  fill(info, st);
  std::byte* const at = room.buffer + room.used;
  std::memcpy(at, &info, kHead);
  std::memcpy(at + kHead, name.data(), copied);
  if (room.last != nullptr) {
    const auto next = static_cast<ULONG>(at - room.last);
    std::memcpy(room.last, &next, sizeof next);
  }
  room.last = at;
  room.information = room.used + kHead + copied;
  room.used = (room.information + 7) & ~size_t{7};
  return room.status == STATUS_SUCCESS;
}

using Put = bool (*)(Room&, const struct stat&, ULONG, std::u16string_view);

Put put_for(FILE_INFORMATION_CLASS which) {
  switch (static_cast<int>(which)) {
    case FileDirectoryInformation:
      return put<FILE_DIRECTORY_INFORMATION>;
    case FileFullDirectoryInformation:
      return put<FILE_FULL_DIR_INFORMATION>;
    case FileBothDirectoryInformation:
      return put<FILE_BOTH_DIR_INFORMATION>;
    case FileNamesInformation:
      return put<FILE_NAMES_INFORMATION>;
    case FileIdBothDirectoryInformation:
      return put<FILE_ID_BOTH_DIR_INFORMATION>;
    case FileIdFullDirectoryInformation:
      return put<FILE_ID_FULL_DIR_INFORMATION>;
    case FileIdExtdDirectoryInformation:
      return put<FILE_ID_EXTD_DIR_INFORMATION>;
    case FileIdExtdBothDirectoryInformation:
      return put<FILE_ID_EXTD_BOTH_DIR_INFORMATION>;
    default:
      return nullptr;
  }
}

// ------------------------------------------------------------------ a query

// The scan's lock is held. The first query's pattern stays, unless a restart brings another.
NTSTATUS begin_scan(LocalFileSystem& fs, Node& directory, io::Request& request,
                    DirectoryScan& scan) {
  const auto& query = request.parameters.Parameters.DirectoryControl.QueryDirectory;
  const bool restart = (request.parameters.OperationFlags & SL_RESTART_SCAN) != 0;
  const bool names = query.FileName != nullptr && query.FileName->Length != 0;
  if (!scan.started || (restart && names)) {
    scan.pattern =
        names ? std::u16string(query.FileName->Buffer, query.FileName->Length / sizeof(WCHAR))
              : std::u16string(u"*");
    if (scan.pattern == u"*.*") scan.pattern = u"*";
  }
  if (scan.started && !restart) return STATUS_SUCCESS;
  if (const int error = read_entries(fs, directory, &scan.entries); error != 0) {
    return status_of_errno(-error);
  }
  scan.started = true;
  scan.any = false;
  scan.next = 0;
  return STATUS_SUCCESS;
}

void scan_on(LocalFileSystem& fs, Node& directory, DirectoryScan& scan, bool single, Put put_one,
             Room& room) {
  const bool all = scan.pattern == u"*";
  while (scan.next < scan.entries.size()) {
    const DirectoryEntry& entry = scan.entries[scan.next];
    const std::u16string name = nt_name_of(entry);
    struct stat st{};
    if ((!all && !matches(scan.pattern, name)) || !stat_entry(fs, directory, entry, &st)) {
      ++scan.next;
      continue;
    }
    scan.any = true;
    const bool fits = put_one(room, st, static_cast<ULONG>(scan.next), name);
    // A name that was cut has been given all the same.
    if (!fits && room.status != STATUS_BUFFER_OVERFLOW) return;
    ++scan.next;
    if (single || !fits) return;
  }
}

DirectoryScan& scan_of(Fcb& fcb, Ccb& ccb) {
  const std::lock_guard guard(fcb.lock);
  if (ccb.scan == nullptr) ccb.scan = std::make_unique<DirectoryScan>();
  return *ccb.scan;
}

void query_directory(LocalFileSystem& fs, io::Request& request) {
  const PFILE_OBJECT file_object = request.parameters.TargetFileObject;
  const auto& query = request.parameters.Parameters.DirectoryControl.QueryDirectory;
  Fcb& fcb = fcb_of(file_object);
  const Put put_one = put_for(query.FileInformationClass);
  if (put_one == nullptr) return io::complete(request, STATUS_INVALID_INFO_CLASS, 0);
  std::byte* const buffer = buffer_of(query.MdlAddress, query.DirectoryBuffer);
  if (buffer == nullptr) return io::complete(request, STATUS_INVALID_USER_BUFFER, 0);
  DirectoryScan& scan = scan_of(fcb, ccb_of(file_object));
  Room room{buffer, query.Length};
  {
    const std::lock_guard guard(scan.lock);
    const size_t before = scan.started ? scan.next : 0;
    room.status = begin_scan(fs, *fcb.node, request, scan);
    if (NT_SUCCESS(room.status)) {
      const bool single = (request.parameters.OperationFlags & SL_RETURN_SINGLE_ENTRY) != 0;
      scan_on(fs, *fcb.node, scan, single, put_one, room);
      if (room.status == STATUS_SUCCESS && room.last == nullptr) {
        room.status = scan.any ? STATUS_NO_MORE_FILES : STATUS_NO_SUCH_FILE;
      }
      if ((request.parameters.OperationFlags & SL_NO_CURSOR_UPDATE) != 0) scan.next = before;
    }
  }
  io::complete(request, room.status, room.information);
}

}  // namespace

void handle_directory_control(LocalFileSystem& fs, io::Request& request) {
  if (!fcb_of(request.parameters.TargetFileObject).directory) {
    return io::complete(request, STATUS_INVALID_PARAMETER, 0);
  }
  switch (request.parameters.MinorFunction) {
    case IRP_MN_QUERY_DIRECTORY:
      return query_directory(fs, request);
    case IRP_MN_NOTIFY_CHANGE_DIRECTORY:
      return fs.notifier.handle(request);
    default:
      return io::complete(request, STATUS_INVALID_DEVICE_REQUEST, 0);
  }
}

}  // namespace flthost::fs
