// The directory of one run: the port's socket and what host and service leave for each other.
#pragma once

#include "child.h"

#include <string>

namespace sluice::cli {

// Made under XDG_RUNTIME_DIR or /tmp and removed at the end. A lock on a file in it says that
// somebody of the run lives; a run that was killed leaves the directory, and the next one that
// starts there removes it.
class ScratchDirectory {
 public:
  ScratchDirectory();
  ~ScratchDirectory();
  ScratchDirectory(const ScratchDirectory&) = delete;
  ScratchDirectory& operator=(const ScratchDirectory&) = delete;

  bool good() const { return !path_.empty(); }
  std::string file(const char* name) const { return path_ + "/" + name; }
  // A child that gets this descriptor keeps the directory until it ends.
  int lock() const { return lock_.get(); }

 private:
  bool make(const std::string& base);

  std::string path_;
  FileDescriptor lock_;
};

}  // namespace sluice::cli
