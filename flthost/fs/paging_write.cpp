// Writing pages back: what Cc's lazy writer and Mm's mapped page writer send.
#include <flthost/fs/local.h>
#include <flthost/fs/paging.h>
#include <flthost/mm/mm.h>
#include <flthost/ps/ps.h>

#include <algorithm>
#include <bit>

namespace flthost::fs {

bool claim_dirty(Fcb& fcb, Ccb& ccb, PageRange range, PagingWrite& write, bool* busy) {
  *busy = false;
  for (auto it = fcb.blocks.lower_bound(range.first / kPagesPerBlock); it != fcb.blocks.end();
       ++it) {
    const uint64_t base = it->first * kPagesPerBlock;
    if (base >= range.end) break;
    Block& block = *it->second;
    uint64_t wanted = ~0ULL;
    if (range.first > base) wanted &= ~page_mask(0, static_cast<uint32_t>(range.first - base));
    if (range.end - base < kPagesPerBlock) {
      wanted &= page_mask(0, static_cast<uint32_t>(range.end - base));
    }
    if ((block.writing & wanted) != 0) *busy = true;
    const uint64_t candidates = block.dirty & ~block.writing & wanted;
    if (candidates == 0) continue;
    const auto first = static_cast<uint32_t>(std::countr_zero(candidates));
    write.fcb = &fcb;
    write.ccb = &ccb;
    write.block = it->second;
    write.first_page = base + first;
    write.count = static_cast<uint32_t>(std::countr_one(candidates >> first));
    block.writing |= write.mask();
    mark_clean(fcb, block, write.mask());
    return true;
  }
  return false;
}

namespace {

void fill_in(PagingWrite& write, bool synchronous) {
  const uint32_t bytes = write.count * static_cast<uint32_t>(kPageSize);
  write.mdl = mm::build_mdl(
      write.block->page(static_cast<uint32_t>(write.first_page % kPagesPerBlock)), bytes);
  ULONG flags = IRP_NOCACHE | IRP_PAGING_IO;
  if (synchronous) flags |= IRP_SYNCHRONOUS_PAGING_IO;
  prepare(write.request, write.fcb->fs, write.ccb->file_object, IRP_MJ_WRITE, flags);
  write.request.mode = KernelMode;
  write.request.synchronous = synchronous;
  auto& parameters = write.request.parameters.Parameters.Write;
  parameters.Length = bytes;
  parameters.ByteOffset.QuadPart = static_cast<LONGLONG>(write.first_page * kPageSize);
  parameters.MdlAddress = write.mdl;
  count(write.fcb->fs.counters.paging_writes);
}

NTSTATUS finish_write(PagingWrite& write) {
  mm::free_mdl(write.mdl);
  Fcb& fcb = *write.fcb;
  const NTSTATUS status = write.request.status.Status;
  {
    const std::lock_guard guard(fcb.lock);
    write.block->writing &= ~write.mask();
    if (!NT_SUCCESS(status)) {
      mark_dirty(fcb, *write.block, write.mask());
      fcb.retry_at = ke::interrupt_time() + LocalFileSystem::kRetryDelay;
    }
    // Under the lock: who sees the bit gone may free the stream.
    fcb.progress.fetch_add(1, std::memory_order_release);
    ke::unpark_all(fcb.progress);
  }
  return status;
}

}  // namespace

NTSTATUS send_write(PagingWrite& write) {
  fill_in(write, true);
  {
    const ke::AtIrql apc(std::max<KIRQL>(APC_LEVEL, ke::current_irql()));
    io::send_and_wait(write.request);
  }
  return finish_write(write);
}

void send_write_async(std::unique_ptr<PagingWrite> write) {
  fill_in(*write, false);
  PagingWrite* const raw = write.release();
  reference(*raw->ccb);
  raw->request.completion = [](io::Request&, void* context) {
    const std::unique_ptr<PagingWrite> own(static_cast<PagingWrite*>(context));
    Ccb& ccb = *own->ccb;
    ke::HostEvent* const done = own->done;
    const NTSTATUS status = finish_write(*own);
    if (own->result != nullptr) *own->result = status;
    own->block.reset();
    dereference(ccb);
    if (done != nullptr) done->set();
  };
  raw->request.context = raw;
  const ke::AtIrql apc(std::max<KIRQL>(APC_LEVEL, ke::current_irql()));
  io::send(raw->request);
}

NTSTATUS flush_range(Fcb& fcb, Ccb& ccb, PageRange range) {
  NTSTATUS result = STATUS_SUCCESS;
  PageRange rest = range;
  bool again = true;
  while (again) {
    again = false;
    for (;;) {
      PagingWrite write;
      bool busy = false;
      bool claimed = false;
      {
        const std::lock_guard guard(fcb.lock);
        claimed = claim_dirty(fcb, ccb, rest, write, &busy);
      }
      // Pages on their way with older contents: theirs first, then again.
      again = again || busy;
      if (!claimed) break;
      rest.first = write.first_page + write.count;
      const NTSTATUS status = send_write(write);
      if (!NT_SUCCESS(status) && NT_SUCCESS(result)) result = status;
    }
    if (!again) break;
    wait_for_writes(fcb);
    // A page that another's write failed for is dirty again: one more attempt is ours.
    rest = range;
    again = NT_SUCCESS(result);
    if (!again) break;
    const std::lock_guard guard(fcb.lock);
    again = fcb.dirty_pages != 0;
  }
  if (NT_SUCCESS(result)) {
    const std::lock_guard guard(fcb.lock);
    fcb.retry_at = 0;
  }
  return result;
}

void start_writing(Fcb& fcb, Ccb& ccb) {
  PageRange rest{0, UINT64_MAX};
  for (;;) {
    auto write = std::make_unique<PagingWrite>();
    bool busy = false;
    {
      const std::lock_guard guard(fcb.lock);
      if (!claim_dirty(fcb, ccb, rest, *write, &busy)) return;
    }
    rest.first = write->first_page + write->count;
    send_write_async(std::move(write));
  }
}

// ------------------------------------------------------------------ page_out
namespace {

// Copies data that a mapping left into the section and marks it dirty. False: a page is being read
// in
// (`*page`) or its other part is missing.
bool copy_in(Fcb& fcb, uint64_t offset, std::span<const std::byte> data, uint64_t* page) {
  const std::lock_guard exclusive(fcb.data_lock);
  const std::lock_guard guard(fcb.lock);
  if (offset >= fcb.size()) return true;
  const uint64_t end = std::min<uint64_t>(offset + data.size(), fcb.size());
  for (int pass = 0; pass < 2; ++pass) {
    for (uint64_t at = offset; at < end;) {
      const uint64_t next = std::min(end, (page_of(at) + 1) * kPageSize);
      const BlockRef block = block_at(fcb, at / kBlockSize);
      const uint64_t bit = 1ULL << (page_of(at) % kPagesPerBlock);
      const bool whole = at % kPageSize == 0 && (next % kPageSize == 0 || next == fcb.size());
      if (pass == 0) {
        *page = page_of(at);
        if ((block->busy & bit) != 0 || (!whole && (block->valid & bit) == 0)) return false;
      } else {
        std::byte* const to = block->memory + at % kBlockSize;
        std::copy_n(data.data() + (at - offset), next - at, to);
        // Beyond the end of file a page is zero.
        if (whole)
          std::fill(to + (next - at), block->page(page_of(at) % kPagesPerBlock) + kPageSize,
                    std::byte{0});
        block->valid |= bit;
        mark_dirty(fcb, *block, bit);
      }
      at = next;
    }
  }
  clock_gettime(CLOCK_REALTIME, &fcb.last_write);
  return true;
}

}  // namespace

NTSTATUS page_out(OpenFile& file, uint64_t offset, std::span<const std::byte> data) {
  Fcb& fcb = fcb_of(file.file_object);
  Ccb& ccb = ccb_of(file.file_object);
  const ps::Impersonate system(ps::system_thread());
  const TopLevel top_level(as_top_level(FSRTL_MOD_WRITE_TOP_LEVEL_IRP));
  reclaim(fcb.fs);
  for (;;) {
    uint64_t page = 0;
    if (copy_in(fcb, offset, data, &page)) break;
    wait_for_read(fcb, page);
    const bool partial = page * kPageSize < offset || (page + 1) * kPageSize > offset + data.size();
    if (!partial) continue;
    const NTSTATUS status = bring_in(fcb, ccb, {page, page + 1});
    if (!NT_SUCCESS(status)) return status;
  }
  // The mapped page writer's writes are asynchronous; the kernel waits for us, so we wait for them.
  NTSTATUS result = STATUS_SUCCESS;
  PageRange rest{page_of(offset), pages_for(offset + data.size())};
  while (rest.first < rest.end) {
    auto write = std::make_unique<PagingWrite>();
    bool busy = false;
    bool claimed = false;
    {
      const std::lock_guard guard(fcb.lock);
      claimed = claim_dirty(fcb, ccb, rest, *write, &busy);
    }
    if (!claimed) {
      if (!busy) break;
      wait_for_writes(fcb);
      continue;
    }
    rest.first = busy ? rest.first : write->first_page + write->count;
    ke::HostEvent done;
    NTSTATUS status = STATUS_SUCCESS;
    write->done = &done;
    write->result = &status;
    send_write_async(std::move(write));
    done.wait();
    if (!NT_SUCCESS(status)) {
      if (NT_SUCCESS(result)) result = status;
      break;
    }
  }
  return result;
}

}  // namespace flthost::fs
