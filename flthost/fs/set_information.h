// IRP_MJ_SET_INFORMATION: what its parts share.
#pragma once

#include <flthost/fs/local.h>

namespace flthost::fs {

struct SetRequest {
  LocalFileSystem& fs;
  io::Request& request;
  Fcb& fcb;
  Ccb& ccb;
  ULONG length;
  const void* buffer;
};

template <typename T>
const T* info(const SetRequest& set, size_t least = sizeof(T)) {
  return set.length >= least && set.buffer != nullptr ? static_cast<const T*>(set.buffer) : nullptr;
}

// FileDispositionInformation(Ex): delete.cpp
NTSTATUS set_disposition(const SetRequest& set, bool extended);
// FileRenameInformation(Ex) and FileLinkInformation(Ex): rename.cpp
NTSTATUS set_rename(const SetRequest& set, bool extended);
NTSTATUS set_link(const SetRequest& set, bool extended);

}  // namespace flthost::fs
