// Listings of an open directory.
#pragma once

#include <flthost/fs/fs.h>

#include <mutex>
#include <string>
#include <vector>

namespace flthost::fs {

struct DirectoryEntry {
  std::string name;  // Linux's
  ino_t inode = 0;
  mode_t type = 0;  // S_IFMT bits, 0: not known
};

// Where an open's scan stands: the first query takes down what is there, and fixes the pattern.
struct DirectoryScan {
  std::mutex lock;
  bool started = false;
  bool any = false;  // something has matched
  std::u16string pattern;
  std::vector<DirectoryEntry> entries;
  size_t next = 0;
};

// FsRtlIsNameInExpression, case-sensitive: * ? and DOS's < > ".
bool matches(std::u16string_view pattern, std::u16string_view name);

}  // namespace flthost::fs
