// Alternate data streams (`file:name`). Linux has none: what one holds lies in an extended
// attribute of its file, user.flthost.stream.NAME, and while the stream is open in an anonymous
// file, so that it is read, written, mapped and paged like any other. It is stored when the file
// system flushes it and when its last handle goes. How much fits is the backing file system's to
// say (ext4: about 4 KB).
#pragma once

#include <flthost/fs/local.h>

namespace flthost::fs {

// The stream's node. `create`: made when there is none; `*created` then. 0 or -errno (-ENOENT).
int stream_node(Node& base, const std::string& name, bool create, bool* created, NodeRef* stream);
// Stores what an open stream holds now; 0 or -errno.
int store_stream(Node& stream);
int remove_stream(Node& stream);
struct StreamName {
  std::string name;
  uint64_t size;
};
std::vector<StreamName> streams_of(Node& base);

}  // namespace flthost::fs
