// The lazy writer: dirty pages go to disk a second after they were written, or when there are many.
#include <flthost/fs/local.h>
#include <flthost/ps/ps.h>

namespace flthost::fs {

void LocalFileSystem::start_threads() {
  storage.start(options.storage_threads);
  lazy_thread_ = std::thread([this] { lazy_writer(); });
}

void LocalFileSystem::stop_threads() {
  stopping_.store(true, std::memory_order_release);
  lazy_word_.fetch_add(1, std::memory_order_release);
  ke::unpark_all(lazy_word_);
  lazy_thread_.join();
  storage.stop();
}

void LocalFileSystem::wake_lazy_writer(bool pressure) {
  // While it sleeps towards a deadline it finds new dirty pages by itself: no thread switch per
  // file.
  const bool wake = pressure ? !lazy_pressure_.exchange(true) : lazy_idle_.exchange(false);
  if (!wake) return;
  lazy_word_.fetch_add(1, std::memory_order_release);
  ke::unpark_all(lazy_word_);
}

void LocalFileSystem::lazy_writer() {
  const TopLevel top_level(as_top_level(FSRTL_CACHE_TOP_LEVEL_IRP));
  while (!stopping_.load(std::memory_order_acquire)) {
    const uint32_t seen = lazy_word_.load(std::memory_order_acquire);
    if (lazy_pressure_.exchange(false)) {
      write_what_is_old(true);
      continue;
    }
    ke::ParkOptions how;
    lazy_idle_.store(true);
    if (dirty_pages.load() != 0) {
      lazy_idle_.store(false);
      how.deadline = ke::interrupt_time() + kWriteDelay;
    }
    if (stopping_.load(std::memory_order_acquire)) return;
    if (ke::park(lazy_word_, seen, how) != ke::WaitResult::Woken) write_what_is_old(false);
  }
}

void LocalFileSystem::write_what_is_old(bool pressure) {
  // Taken in one go; the references keep the streams.
  std::vector<Ccb*> due;
  {
    const int64_t now = ke::interrupt_time();
    const std::lock_guard guard(streams_lock);
    for (Fcb* fcb : streams) {
      {
        const std::lock_guard fcb_guard(fcb->lock);
        if (fcb->dirty_pages == 0 || now < fcb->retry_at) continue;
        if (!pressure && now - fcb->dirty_since < kWriteDelay) continue;
      }
      if (Ccb* const ccb = reference_any_open(*fcb); ccb != nullptr) due.push_back(ccb);
    }
  }
  for (Ccb* ccb : due) {
    start_writing(*ccb->fcb, *ccb);
    dereference(*ccb);
  }
}

uint64_t flush_all(LocalFileSystem& fs) {
  std::vector<Ccb*> dirty;
  {
    const std::lock_guard guard(fs.streams_lock);
    for (Fcb* fcb : fs.streams) {
      if (Ccb* const ccb = reference_any_open(*fcb); ccb != nullptr) dirty.push_back(ccb);
    }
  }
  for (Ccb* ccb : dirty) {
    static_cast<void>(flush_all_pages(*ccb->fcb, *ccb));
    dereference(*ccb);
  }
  return fs.lost_bytes.load() + fs.dirty_pages.load() * kPageSize;
}

}  // namespace flthost::fs
