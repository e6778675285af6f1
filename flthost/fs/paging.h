// Paging requests in flight.
#pragma once

#include <flthost/fs/stream.h>

namespace flthost::fs {

// Somebody waits for pages that paging reads bring in.
class PageWait {
 public:
  PageWait() = default;
  virtual ~PageWait() = default;
  PageWait(const PageWait&) = delete;
  PageWait& operator=(const PageWait&) = delete;
  // One read that it was attached to ended. IRQL <= DISPATCH_LEVEL; may delete itself.
  virtual void resolved(NTSTATUS status, bool asynchronous) = 0;
};

struct PagingRead {
  io::Request request;
  Fcb* fcb = nullptr;
  Ccb* ccb = nullptr;
  BlockRef block;
  uint64_t first_page = 0;  // of the stream
  uint32_t count = 0;
  uint64_t epoch = 0;
  bool asynchronous = false;
  PMDL mdl = nullptr;
  std::vector<PageWait*> waits;  // under fcb->lock

  uint32_t index() const { return static_cast<uint32_t>(first_page % kPagesPerBlock); }
  bool holds(uint64_t page) const { return page >= first_page && page < first_page + count; }
};

// The in-flight read of a busy page. fcb.lock held.
PagingRead* read_of_page(Fcb& fcb, uint64_t page);
// Claims a run of pages from `page` on, none valid or busy, in one block and below `end`. fcb.lock
// held.
void claim(Fcb& fcb, Ccb& ccb, uint64_t page, uint64_t end, PagingRead& read);

struct PagingWrite {
  io::Request request;
  Fcb* fcb = nullptr;
  Ccb* ccb = nullptr;
  BlockRef block;
  uint64_t first_page = 0;
  uint32_t count = 0;
  PMDL mdl = nullptr;
  ke::HostEvent* done = nullptr;  // who waits for an asynchronous one
  NTSTATUS* result = nullptr;

  uint64_t mask() const {
    return page_mask(static_cast<uint32_t>(first_page % kPagesPerBlock), count);
  }
};

// Claims the first run of dirty pages at or after `from`, before `end`, that is not being written.
// False: none. `*busy`: some are dirty but on their way already. fcb.lock held.
bool claim_dirty(Fcb& fcb, Ccb& ccb, PageRange range, PagingWrite& write, bool* busy);
// Sends it and waits. IRQL <= APC_LEVEL.
NTSTATUS send_write(PagingWrite& write);
// Sends it and returns; it frees itself.
void send_write_async(std::unique_ptr<PagingWrite> write);

}  // namespace flthost::fs
