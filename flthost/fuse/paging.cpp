// Page-ins and mapped write-back; the section acquire that stands for the mmap FUSE doesn't show.
#include <flthost/fuse/server.h>

#include <fcntl.h>
#include <sched.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

#include <algorithm>
#include <vector>

namespace flthost::fuse {
namespace {

constexpr int kSettleLooks = 3;

}  // namespace

// The request may be here before its thread has gone to sleep: one that runs is looked at again.
ReadClass FuseServer::classify(uint32_t tid) {
  for (int look = 0;; ++look) {
    const ReadClass kind = classify_syscall(read_proc(tid, "syscall"));
    if (kind != ReadClass::ReadAhead || look == kSettleLooks) return kind;
    ::sched_yield();
  }
}

// A thread waits for one page only. When the request before this one is still under way for the
// same thread and ends where this one begins, that is what it waits for: it has met the mark at
// which the kernel reads ahead, and this is the read-ahead.
fs::PageInKind FuseServer::begin_page_in(Handle& handle, const PageInRange& range,
                                         fs::PageInKind kind) {
  const std::lock_guard lock(handle.mutex);
  for (const PageInRange& other : handle.page_ins) {
    if (other.tid == range.tid && other.end == range.offset) kind = fs::PageInKind::ReadAhead;
  }
  handle.page_ins.push_back(range);
  return kind;
}

void FuseServer::end_page_in(Handle& handle, const PageInRange& range) {
  const std::lock_guard lock(handle.mutex);
  const auto it = std::ranges::find_if(handle.page_ins, [&](const PageInRange& other) {
    return other.tid == range.tid && other.offset == range.offset;
  });
  if (it != handle.page_ins.end()) handle.page_ins.erase(it);
}

void FuseServer::page_in(Request& request, Handle& handle, const fuse_read_in& in,
                         fs::PageInKind kind) {
  const PageInRange range{request.in->pid, in.offset, in.offset + in.size};
  kind = begin_page_in(handle, range, kind);
  auto& counter = kind == fs::PageInKind::Fault ? reads_fault_ : reads_ahead_;
  counter.fetch_add(1, std::memory_order_relaxed);
  if (request.who.process != nullptr) {
    const NTSTATUS status = ensure_section(handle, request.who.process);
    if (!NT_SUCCESS(status)) {
      end_page_in(handle, range);
      return reply_error(request, -EIO);
    }
  }
  handle.references.fetch_add(2, std::memory_order_relaxed);  // this call's and the completion's
  const uint64_t unique = request.in->unique;
  const size_t wanted = in.size;
  Handle* const held = &handle;
  fs::page_in(handle.file, in.offset, in.size, kind,
              [this, held, unique, wanted, range](NTSTATUS status, std::span<const iovec> pages) {
                end_page_in(*held, range);
                if (NT_SUCCESS(status) || status == STATUS_END_OF_FILE) {
                  reply_pages(unique, NT_SUCCESS(status) ? pages : std::span<const iovec>(),
                              wanted);
                } else {
                  reply(unique, -EIO);
                }
                dereference(held);
              });
  dereference(held);
}

// From the section's own pages into the kernel's.
void FuseServer::reply_pages(uint64_t unique, std::span<const iovec> pages, size_t wanted) {
  fuse_out_header header{sizeof(header), 0, unique};
  std::array<iovec, kMaxPages + 1> vector;
  size_t count = 1;
  for (const iovec& page : pages) {
    const size_t length = std::min(page.iov_len, wanted);
    if (length == 0 || count == vector.size()) break;
    vector[count++] = {page.iov_base, length};
    wanted -= length;
    header.len += static_cast<uint32_t>(length);
  }
  vector[0] = {&header, sizeof(header)};
  // A page may be written while it is read here, as one that two processes map may; who does both
  // at once gets either. libc's writev would have ThreadSanitizer call that a race.
  ::syscall(SYS_writev, device_, vector.data(), count);
}

// ------------------------------------------------------------------ sections
// Before the first page-in through this handle by a process: what it has mapped is acquired.
NTSTATUS FuseServer::ensure_section(Handle& handle, const ProcessRef& process) {
  std::shared_ptr<SectionUse> known;
  {
    const std::lock_guard lock(handle.inode->mutex);
    for (const auto& use : handle.inode->sections) {
      if (use->handle == &handle && use->process == process) known = use;
    }
  }
  if (known != nullptr) {
    known->done.wait();
    // A handle open for writing may be mapped again, writable this time, without any new page-in.
    if (!NT_SUCCESS(known->status) || !handle.writable || known->shared_write) return known->status;
  }
  const MapUse use = parse_maps(read_proc(process->pid, "maps"), options_.device_major,
                                options_.device_minor, fs::inode_of(*handle.inode->node));
  if (!use.any || (known != nullptr && !use.shared_write)) return STATUS_SUCCESS;
  return acquire(handle, process, use);
}

NTSTATUS FuseServer::acquire(Handle& handle, const ProcessRef& process, const MapUse& use) {
  const auto mine = std::make_shared<SectionUse>();
  mine->handle = &handle;
  mine->process = process;
  mine->shared_write = use.shared_write;
  std::shared_ptr<SectionUse> other;
  {
    const std::lock_guard lock(handle.inode->mutex);
    auto& sections = handle.inode->sections;
    const auto same = std::ranges::find_if(sections, [&](const auto& known) {
      return known->handle == &handle && known->process == process &&
             known->shared_write >= use.shared_write;
    });
    if (same != sections.end()) {
      other = *same;
    } else {
      std::erase_if(sections, [&](const auto& known) {
        return known->handle == &handle && known->process == process;
      });
      sections.push_back(mine);
    }
  }
  if (other != nullptr) {  // another thread of the process is at it
    other->done.wait();
    return other->status;
  }
  mine->status = fs::acquire_section(handle.file, use.protection());
  mine->done.set();
  return mine->status;
}

// Written pages come back. Who has made its mapping writable without a page-in is found now.
void FuseServer::find_writers(Handle& handle) {
  std::vector<std::shared_ptr<SectionUse>> uses;
  {
    const std::lock_guard lock(handle.inode->mutex);
    for (const auto& use : handle.inode->sections) {
      if (!use->shared_write && use->handle->writable && use->done.is_set() &&
          NT_SUCCESS(use->status)) {
        uses.push_back(use);
      }
    }
  }
  for (const auto& use : uses) {
    const MapUse now = parse_maps(read_proc(use->process->pid, "maps"), options_.device_major,
                                  options_.device_minor, fs::inode_of(*handle.inode->node));
    if (!now.shared_write) continue;
    ThreadCache cache;
    const Requestor mapper = processes_.resolve(use->process->pid, cache, false);
    if (mapper.thread == nullptr) continue;
    const ps::Impersonate identity(mapper.thread);
    acquire(handle, use->process, now);
  }
}

void FuseServer::forget_sections(const Handle& handle) {
  const std::lock_guard lock(handle.inode->mutex);
  std::erase_if(handle.inode->sections, [&](const auto& use) { return use->handle == &handle; });
}

}  // namespace flthost::fuse
