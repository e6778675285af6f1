// Byte-range locks of a stream, as NT has them: mandatory for reads and writes through other
// handles, owned by file object, process and key together. Linux's own locks (fcntl, flock) are the
// kernel's, and know nothing of these.
#pragma once

#include <flthost/io/io.h>

#include <mutex>
#include <vector>

namespace flthost::fs {

struct ByteLock {
  PFILE_OBJECT file_object;
  PEPROCESS process;
  ULONG key;
  uint64_t offset;
  uint64_t length;
  bool exclusive;

  bool same_owner(const ByteLock& other) const {
    return file_object == other.file_object && process == other.process && key == other.key;
  }
  bool same_range(const ByteLock& other) const {
    return offset == other.offset && length == other.length;
  }
  bool overlaps(const ByteLock& other) const;
};

class ByteLocks {
 public:
  // Lock or unlock; a lock that must wait completes later.
  void handle(io::Request& request);
  // Whether the owner may read or write there. IRQL <= APC_LEVEL.
  bool allows(const ByteLock& access);
  // The handle goes: its locks, and what waits for one through it.
  void release(PFILE_OBJECT file_object);
  // The request waits for a lock and gets STATUS_CANCELLED; false: it does not wait here.
  bool cancel(io::Request& request);

 private:
  struct Waiting {
    io::Request* request;
    ByteLock wanted;
  };
  bool conflicts(const ByteLock& wanted) const;
  NTSTATUS unlock(io::Request& request, const ByteLock& range);
  // Gives out what can be given now, oldest first; their requests are completed by the caller.
  std::vector<io::Request*> grant();

  std::mutex lock_;
  std::vector<ByteLock> held_;
  std::vector<Waiting> waiting_;
};

}  // namespace flthost::fs
