// readdir(3) as the I/O manager asks for it.
#include <flthost/fs/local.h>
#include <flthost/fs/names.h>

#include <cstddef>
#include <cstring>

namespace flthost::fs {
namespace {

using Entry = FILE_ID_BOTH_DIR_INFORMATION;

mode_t type_of(const Entry& entry) {
  if ((entry.FileAttributes & FILE_ATTRIBUTE_DIRECTORY) != 0) return S_IFDIR;
  if ((entry.FileAttributes & FILE_ATTRIBUTE_REPARSE_POINT) == 0) return S_IFREG;
  switch (entry.EaSize) {
    case static_cast<ULONG>(IO_REPARSE_TAG_LX_SYMLINK):
      return S_IFLNK;
    case static_cast<ULONG>(IO_REPARSE_TAG_LX_FIFO):
      return S_IFIFO;
    case static_cast<ULONG>(IO_REPARSE_TAG_LX_CHR):
      return S_IFCHR;
    case static_cast<ULONG>(IO_REPARSE_TAG_LX_BLK):
      return S_IFBLK;
    case static_cast<ULONG>(IO_REPARSE_TAG_AF_UNIX):
      return S_IFSOCK;
    default:
      return 0;
  }
}

// A filter may have changed every byte of it: nothing is read behind the end.
void take_entries(std::span<const std::byte> answer, std::vector<ListedName>* names) {
  constexpr size_t kHead = offsetof(Entry, FileName);
  while (answer.size() >= kHead) {
    Entry entry{};
    std::memcpy(&entry, answer.data(), kHead);
    const size_t bytes = std::min<size_t>(entry.FileNameLength, answer.size() - kHead);
    std::u16string name(bytes / sizeof(WCHAR), u'\0');
    std::memcpy(name.data(), answer.data() + kHead, name.size() * sizeof(WCHAR));
    ListedName listed;
    listed.inode = static_cast<uint64_t>(entry.FileId.QuadPart);
    listed.type = type_of(entry);
    if (name == u"." || name == u"..") {
      listed.name = name == u"." ? "." : "..";
      names->push_back(std::move(listed));
    } else if (to_linux_name(name, &listed.name)) {
      names->push_back(std::move(listed));
    }
    if (entry.NextEntryOffset == 0 || entry.NextEntryOffset > answer.size()) return;
    answer = answer.subspan(entry.NextEntryOffset);
  }
}

}  // namespace

NTSTATUS list(OpenFile& directory, std::span<std::byte> buffer, std::vector<ListedName>* names) {
  LocalFileSystem& fs = fcb_of(directory.file_object).fs;
  names->clear();
  for (UCHAR flags = SL_RESTART_SCAN;; flags = 0) {
    io::Request request;
    prepare(request, fs, directory.file_object, IRP_MJ_DIRECTORY_CONTROL, IRP_SYNCHRONOUS_API);
    request.parameters.MinorFunction = IRP_MN_QUERY_DIRECTORY;
    request.parameters.OperationFlags = flags;
    auto& query = request.parameters.Parameters.DirectoryControl.QueryDirectory;
    query.Length = static_cast<ULONG>(buffer.size());
    query.FileInformationClass = FileIdBothDirectoryInformation;
    query.DirectoryBuffer = buffer.data();
    const NTSTATUS status = io::send_and_wait(request);
    if (status == STATUS_NO_MORE_FILES || status == STATUS_NO_SUCH_FILE) return STATUS_SUCCESS;
    if (!NT_SUCCESS(status)) return status;
    take_entries(buffer.first(std::min<size_t>(request.status.Information, buffer.size())), names);
  }
}

}  // namespace flthost::fs
