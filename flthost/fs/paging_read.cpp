// Bringing pages in: what Mm does for a fault and Cc for a miss.
#include <flthost/ex/ex.h>
#include <flthost/fs/local.h>
#include <flthost/fs/paging.h>
#include <flthost/mm/mm.h>

#include <algorithm>
#include <cstring>

namespace flthost::fs {

PagingRead* read_of_page(Fcb& fcb, uint64_t page) {
  for (PagingRead* read : fcb.reads) {
    if (read->holds(page)) return read;
  }
  return nullptr;
}

void claim(Fcb& fcb, Ccb& ccb, uint64_t page, uint64_t end, PagingRead& read) {
  read.fcb = &fcb;
  read.ccb = &ccb;
  read.block = block_at(fcb, page / kPagesPerBlock);
  read.block->used = true;
  read.first_page = page;
  const uint32_t first = read.index();
  const uint64_t taken = read.block->valid | read.block->busy;
  while (first + read.count < kPagesPerBlock && page + read.count < end &&
         (taken >> (first + read.count) & 1) == 0) {
    ++read.count;
  }
  read.block->busy |= page_mask(first, read.count);
  read.epoch = fcb.epoch;
  fcb.reads.push_back(&read);
}

namespace {

void fill_in(PagingRead& read) {
  const uint32_t bytes = read.count * static_cast<uint32_t>(kPageSize);
  read.mdl = mm::build_mdl(read.block->page(read.index()), bytes);
  ULONG flags = IRP_NOCACHE | IRP_PAGING_IO;
  if (!read.asynchronous) flags |= IRP_SYNCHRONOUS_PAGING_IO;
  prepare(read.request, read.fcb->fs, read.ccb->file_object, IRP_MJ_READ, flags);
  read.request.mode = KernelMode;
  read.request.synchronous = !read.asynchronous;
  auto& parameters = read.request.parameters.Parameters.Read;
  parameters.Length = bytes;
  parameters.ByteOffset.QuadPart = static_cast<LONGLONG>(read.first_page * kPageSize);
  parameters.MdlAddress = read.mdl;
  Counters& counters = read.fcb->fs.counters;
  count(counters.paging_reads);
  if (read.asynchronous) count(counters.paging_reads_async);
}

// The request is done: the pages are valid, or nobody's again; whoever waits is told.
NTSTATUS finish_read(PagingRead& read) {
  mm::free_mdl(read.mdl);
  const NTSTATUS status = read.request.status.Status;
  const size_t bytes = read.count * kPageSize;
  const size_t read_bytes = std::min<size_t>(read.request.status.Information, bytes);
  const uint64_t mask = page_mask(read.index(), read.count);
  if (NT_SUCCESS(status) && read_bytes < bytes) {
    std::memset(read.block->page(read.index()) + read_bytes, 0, bytes - read_bytes);
  }
  std::vector<PageWait*> waits;
  {
    const std::lock_guard guard(read.fcb->lock);
    read.block->busy &= ~mask;
    if (NT_SUCCESS(status) && read.epoch == read.fcb->epoch) read.block->valid |= mask;
    std::erase(read.fcb->reads, &read);
    waits.swap(read.waits);
  }
  for (PageWait* wait : waits) wait->resolved(status, read.asynchronous);
  return status;
}

NTSTATUS send_read(PagingRead& read) {
  fill_in(read);
  {
    const ke::AtIrql apc(std::max<KIRQL>(APC_LEVEL, ke::current_irql()));
    io::send_and_wait(read.request);
  }
  return finish_read(read);
}

void send_read_async(PagingRead& read) {
  fill_in(read);
  reference(*read.ccb);
  read.request.completion = [](io::Request&, void* context) {
    const std::unique_ptr<PagingRead> own(static_cast<PagingRead*>(context));
    Ccb& ccb = *own->ccb;
    finish_read(*own);
    own->block.reset();
    dereference(ccb);
  };
  read.request.context = &read;
  const ke::AtIrql apc(std::max<KIRQL>(APC_LEVEL, ke::current_irql()));
  io::send(read.request);
}

// A thread waits for one read.
class ThreadWait final : public PageWait {
 public:
  void resolved(NTSTATUS status, bool asynchronous) override {
    status_ = status;
    asynchronous_ = asynchronous;
    event_.set();
  }
  // A failed read-ahead is nobody's failure: the page is asked for again, synchronously.
  NTSTATUS wait() {
    event_.wait();
    return asynchronous_ ? STATUS_SUCCESS : status_;
  }

 private:
  ke::HostEvent event_;
  NTSTATUS status_ = STATUS_SUCCESS;
  bool asynchronous_ = false;
};

bool is_valid(const BlockRef& block, uint64_t page) {
  return block != nullptr && (block->valid >> (page % kPagesPerBlock) & 1) != 0;
}
bool is_busy(const BlockRef& block, uint64_t page) {
  return block != nullptr && (block->busy >> (page % kPagesPerBlock) & 1) != 0;
}

// First page of the range below the end of file that is not valid; range.end if none. fcb.lock
// held.
uint64_t first_missing(Fcb& fcb, PageRange range) {
  const uint64_t end = std::min(range.end, pages_for(fcb.size()));
  BlockRef block;
  uint64_t index = UINT64_MAX;
  for (uint64_t page = range.first; page < end; ++page) {
    if (page / kPagesPerBlock != index) {
      index = page / kPagesPerBlock;
      block = find_block(fcb, index);
    }
    if (!is_valid(block, page)) return page;
  }
  return range.end;
}

}  // namespace

NTSTATUS bring_in(Fcb& fcb, Ccb& ccb, PageRange range) {
  reclaim(fcb.fs);
  for (;;) {
    ThreadWait wait;
    PagingRead read;
    bool collided = false;
    {
      const std::lock_guard guard(fcb.lock);
      const uint64_t page = first_missing(fcb, range);
      if (page == range.end) return STATUS_SUCCESS;
      if (is_busy(find_block(fcb, page / kPagesPerBlock), page)) {
        read_of_page(fcb, page)->waits.push_back(&wait);
        collided = true;
      } else {
        claim(fcb, ccb, page, std::min(range.end, pages_for(fcb.size())), read);
      }
    }
    const NTSTATUS status = collided ? wait.wait() : send_read(read);
    // The file may have been cut while the read was on its way: then the page isn't wanted any
    // more.
    if (!NT_SUCCESS(status) && status != STATUS_END_OF_FILE) return status;
    if (status == STATUS_END_OF_FILE) {
      const std::lock_guard guard(fcb.lock);
      if (!collided && read.epoch == fcb.epoch) return status;
    }
  }
}

void wait_for_read(Fcb& fcb, uint64_t page) {
  ThreadWait wait;
  {
    const std::lock_guard guard(fcb.lock);
    PagingRead* const read = read_of_page(fcb, page);
    if (read == nullptr) return;
    read->waits.push_back(&wait);
  }
  wait.wait();
}

// ------------------------------------------------------------------ page_in
namespace {

struct Pages {
  std::vector<iovec> vectors;
  std::vector<BlockRef> blocks;  // keep the memory while `vectors` is used
};

// The pages of the range up to the end of file. False: one went away again. fcb.lock held.
bool collect(Fcb& fcb, uint64_t offset, uint64_t length, Pages& pages) {
  const uint64_t end = std::min(offset + length, fcb.size());
  if (first_missing(fcb, {page_of(offset), pages_for(end)}) < pages_for(end)) return false;
  for (uint64_t at = offset; at < end;) {
    const BlockRef block = find_block(fcb, at / kBlockSize);
    const uint64_t next = std::min(end, (at / kBlockSize + 1) * kBlockSize);
    pages.vectors.push_back({block->memory + at % kBlockSize, next - at});
    pages.blocks.push_back(block);
    block->used = true;
    at = next;
  }
  return true;
}

class PageIn final : public PageWait {
 public:
  PageIn(Fcb& fcb, Ccb& ccb, uint64_t offset, uint32_t length, PageInDone done)
      : fcb_(fcb), ccb_(ccb), offset_(offset), length_(length), done_(std::move(done)) {
    reference(ccb_);
  }
  ~PageIn() override { dereference(ccb_); }

  // Starts the reads that are needed and attaches to those on their way.
  void run() {
    outstanding_.store(1, std::memory_order_relaxed);
    failure_.store(STATUS_SUCCESS, std::memory_order_relaxed);
    std::vector<PagingRead*> mine;
    {
      const std::lock_guard guard(fcb_.lock);
      PageRange rest{page_of(offset_),
                     std::min(pages_for(offset_ + length_), pages_for(fcb_.size()))};
      while (rest.first < rest.end) {
        const uint64_t page = first_missing(fcb_, rest);
        if (page >= rest.end) break;
        PagingRead* read = read_of_page(fcb_, page);
        if (read == nullptr) {
          mine.push_back(new PagingRead);
          read = mine.back();
          read->asynchronous = true;
          claim(fcb_, ccb_, page, rest.end, *read);
        }
        read->waits.push_back(this);
        outstanding_.fetch_add(1, std::memory_order_relaxed);
        rest.first = read->first_page + read->count;
      }
    }
    if (mine.empty() && outstanding_.load(std::memory_order_relaxed) == 1 && !restarted_) {
      count(fcb_.fs.counters.soft_faults);
    }
    for (PagingRead* read : mine) send_read_async(*read);
    release();
  }

  void resolved(NTSTATUS status, bool /*asynchronous*/) override {
    if (!NT_SUCCESS(status)) failure_.store(status, std::memory_order_relaxed);
    release();
  }

 private:
  void release() {
    if (outstanding_.fetch_sub(1, std::memory_order_acq_rel) != 1) return;
    const NTSTATUS failure = failure_.load(std::memory_order_relaxed);
    Pages pages;
    bool complete = false;
    {
      const std::lock_guard guard(fcb_.lock);
      complete = collect(fcb_, offset_, length_, pages);
    }
    if (complete) {
      done_(pages.vectors.empty() ? STATUS_END_OF_FILE : STATUS_SUCCESS, pages.vectors);
    } else if (!NT_SUCCESS(failure)) {
      done_(failure, {});
    } else {
      // The contents changed while the reads were on their way. Requests start below
      // DISPATCH_LEVEL.
      restarted_ = true;
      ex::queue_work([](void* context) { static_cast<PageIn*>(context)->run(); }, this);
      return;
    }
    // The blocks first: with this reference the file system may go.
    pages = {};
    delete this;
  }

  Fcb& fcb_;
  Ccb& ccb_;
  const uint64_t offset_;
  const uint32_t length_;
  const PageInDone done_;
  std::atomic<uint32_t> outstanding_{1};
  std::atomic<NTSTATUS> failure_{STATUS_SUCCESS};
  bool restarted_ = false;
};

}  // namespace

void page_in(OpenFile& file, uint64_t offset, uint32_t length, PageInKind kind, PageInDone done) {
  Fcb& fcb = fcb_of(file.file_object);
  Ccb& ccb = ccb_of(file.file_object);
  if (fcb.directory) return done(STATUS_INVALID_DEVICE_REQUEST, {});
  if (kind == PageInKind::ReadAhead) {
    reclaim(fcb.fs);
    (new PageIn(fcb, ccb, offset, length, std::move(done)))->run();
    return;
  }
  bool soft = true;
  for (;;) {
    Pages pages;
    bool complete = false;
    {
      const std::lock_guard guard(fcb.lock);
      complete = collect(fcb, offset, length, pages);
    }
    if (complete) {
      if (soft) count(fcb.fs.counters.soft_faults);
      return done(pages.vectors.empty() ? STATUS_END_OF_FILE : STATUS_SUCCESS, pages.vectors);
    }
    soft = false;
    const NTSTATUS status = bring_in(fcb, ccb, {page_of(offset), pages_for(offset + length)});
    if (!NT_SUCCESS(status)) return done(status, {});
  }
}

}  // namespace flthost::fs
