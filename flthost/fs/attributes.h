// What NT says of a file, from what Linux does.
#pragma once

#include <flthost/fs/local.h>

#include <algorithm>

namespace flthost::fs {

inline LARGE_INTEGER large(int64_t value) {
  LARGE_INTEGER result;
  result.QuadPart = value;
  return result;
}

inline ULONG attributes_of(const struct stat& st) {
  ULONG attributes = 0;
  if (S_ISDIR(st.st_mode)) attributes |= FILE_ATTRIBUTE_DIRECTORY;
  if (S_ISREG(st.st_mode)) attributes |= FILE_ATTRIBUTE_ARCHIVE;
  if (!S_ISDIR(st.st_mode) && !S_ISREG(st.st_mode)) attributes |= FILE_ATTRIBUTE_REPARSE_POINT;
  if ((st.st_mode & 0222) == 0) attributes |= FILE_ATTRIBUTE_READONLY;
  return attributes;
}

// What is neither file nor directory is a reparse point, with the tags of Windows' own subsystem
// for Linux. 0: none.
inline ULONG reparse_tag_of(mode_t mode) {
  switch (mode & S_IFMT) {
    case S_IFLNK:
      return static_cast<ULONG>(IO_REPARSE_TAG_LX_SYMLINK);
    case S_IFIFO:
      return static_cast<ULONG>(IO_REPARSE_TAG_LX_FIFO);
    case S_IFCHR:
      return static_cast<ULONG>(IO_REPARSE_TAG_LX_CHR);
    case S_IFBLK:
      return static_cast<ULONG>(IO_REPARSE_TAG_LX_BLK);
    case S_IFSOCK:
      return static_cast<ULONG>(IO_REPARSE_TAG_AF_UNIX);
    default:
      return 0;
  }
}

// Linux tells no creation time here: the oldest it knows.
inline LARGE_INTEGER creation_time_of(const struct stat& st) {
  return large(std::min(to_nt_time(st.st_mtim), to_nt_time(st.st_ctim)));
}
inline LARGE_INTEGER allocation_of(const struct stat& st) {
  return large(std::max<int64_t>(st.st_blocks * 512, 0));
}
inline LARGE_INTEGER end_of_file_of(const struct stat& st) {
  return large(S_ISREG(st.st_mode) ? st.st_size : 0);
}

}  // namespace flthost::fs
