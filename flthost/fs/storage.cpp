#include <flthost/fs/storage.h>

#include <flthost/fs/local.h>

#include <sys/uio.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace flthost::fs {

int64_t read_backing(int fd, std::byte* to, size_t length, uint64_t offset) {
  size_t done = 0;
  while (done < length) {
    const ssize_t n = pread(fd, to + done, length - done, static_cast<off_t>(offset + done));
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return -errno;
    if (n == 0) break;
    done += static_cast<size_t>(n);
  }
  return static_cast<int64_t>(done);
}

int write_backing(int fd, const std::byte* from, size_t length, uint64_t offset) {
  size_t done = 0;
  while (done < length) {
    const ssize_t n = pwrite(fd, from + done, length - done, static_cast<off_t>(offset + done));
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return -errno;
    if (n == 0) return -EIO;
    done += static_cast<size_t>(n);
  }
  return 0;
}

void Storage::start(int threads) {
  for (int i = 0; i < threads; ++i) threads_.emplace_back([this] { run(); });
}

void Storage::stop() {
  stopping_.store(true, std::memory_order_release);
  word_.fetch_add(1, std::memory_order_release);
  ke::unpark_all(word_);
  for (std::thread& thread : threads_) thread.join();
  threads_.clear();
}

void Storage::queue(const StorageRead& read) {
  {
    const std::lock_guard guard(lock_);
    queue_.push_back(read);
  }
  word_.fetch_add(1, std::memory_order_release);
  ke::unpark_one(word_);
}

void Storage::run() {
  for (;;) {
    const uint32_t seen = word_.load(std::memory_order_acquire);
    StorageRead read{};
    {
      const std::lock_guard guard(lock_);
      if (!queue_.empty()) {
        read = queue_.front();
        queue_.pop_front();
      }
    }
    if (read.request == nullptr) {
      if (stopping_.load(std::memory_order_acquire)) return;
      ke::park(word_, seen);
      continue;
    }
    const int64_t n = read_backing(read.fd, read.to + read.done, read.length - read.done,
                                   read.offset + read.done);
    if (n < 0) {
      complete_in_dpc(*read.request, status_of_errno(static_cast<int>(-n)), 0);
      continue;
    }
    // What the file has not yet is zero: it ends earlier than the stream while writes are delayed.
    const size_t end = read.done + static_cast<size_t>(n);
    std::memset(read.to + end, 0, read.zero_until - end);
    complete_in_dpc(*read.request, STATUS_SUCCESS, read.length);
  }
}

}  // namespace flthost::fs
