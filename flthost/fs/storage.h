// Reads of the backing file that would block: a few threads, each completing in a DPC of its own.
#pragma once

#include <flthost/io/io.h>

#include <atomic>
#include <deque>
#include <mutex>
#include <thread>
#include <vector>

namespace flthost::fs {

struct StorageRead {
  io::Request* request;
  int fd;
  std::byte* to;
  uint64_t offset;
  size_t length;      // up to the end of file
  size_t done;        // read already
  size_t zero_until;  // the rest of the buffer, from length on
};

class Storage {
 public:
  void start(int threads);
  void stop();
  void queue(const StorageRead& read);

 private:
  void run();

  std::mutex lock_;
  std::deque<StorageRead> queue_;
  std::atomic<uint32_t> word_{0};
  std::atomic<bool> stopping_{false};
  std::vector<std::thread> threads_;
};

// Blocking read of all of [offset, offset + length) that exists; bytes, or -errno.
int64_t read_backing(int fd, std::byte* to, size_t length, uint64_t offset);
// Blocking write of everything; 0 or -errno.
int write_backing(int fd, const std::byte* from, size_t length, uint64_t offset);

}  // namespace flthost::fs
