#include <flthost/ex/ex.h>
#include <flthost/io/call.h>
#include <flthost/io/cancel.h>
#include <flthost/io/irp.h>
#include <flthost/ke/dispatcher.h>
#include <flthost/mm/mm.h>
#include <flthost/ob/ob.h>
#include <flthost/ps/ps.h>

#include <algorithm>
#include <cstring>

namespace flthost::io {
namespace {

std::atomic<bool (*)(FileSystem&, Request&)> g_file_system_cancel{nullptr};

// Calls that returned STATUS_PENDING and have not ended.
struct Pending {
  std::mutex lock;
  FileCall* head = nullptr;
  std::atomic<uint32_t> ended{0};
};
Pending& pending() {
  static auto* const all = new Pending;
  return *all;
}

void list_pending(FileCall& call) {
  Pending& all = pending();
  const std::lock_guard guard(all.lock);
  call.next = all.head;
  all.head = &call;
}

void unlist_pending(FileCall& call) {
  Pending& all = pending();
  {
    const std::lock_guard guard(all.lock);
    FileCall** at = &all.head;
    while (*at != nullptr && *at != &call) at = &(*at)->next;
    if (*at == &call) *at = call.next;
  }
  all.ended.fetch_add(1, std::memory_order_release);
  ke::unpark_all(all.ended);
}

void release(FileCall* call) {
  if (call->references.fetch_sub(1, std::memory_order_acq_rel) == 1) delete call;
}

bool is_synchronous(const FileCall& call) {
  return (call.file->Flags & FO_SYNCHRONOUS_IO) != 0;
}

struct ApcCall {
  PIO_APC_ROUTINE routine;
  PVOID context;
  PIO_STATUS_BLOCK iosb;
  PETHREAD thread;  // referenced
};

// The thread that made the call runs its APC routine; when the call has ended elsewhere, a worker
// does with that thread's identity, since nothing interrupts a thread here.
void queue_apc(FileCall& call) {
  if (current_requestor() == call.thread && ke::current_irql() == PASSIVE_LEVEL) {
    ke::invoke(call.apc, call.apc_context, call.iosb, ULONG{0});
    return;
  }
  ob::reference(call.thread);
  ex::queue_work(
      [](void* context) {
        const std::unique_ptr<ApcCall> apc(static_cast<ApcCall*>(context));
        {
          const ps::Impersonate as(apc->thread);
          ke::invoke(apc->routine, apc->context, apc->iosb, ULONG{0});
        }
        ob::dereference(apc->thread);
      },
      new ApcCall{call.apc, call.apc_context, call.iosb, call.thread});
}

// Buffers, I/O status block, event, APC.
NTSTATUS tell(FileCall& call) {
  IO_STATUS_BLOCK result = call.request.status;
  if (call.output != nullptr && !NT_ERROR(result.Status) && call.system_buffer != nullptr) {
    const size_t bytes = std::min<size_t>(result.Information, call.output_length);
    if (bytes != 0 && !mm::guarded_copy(call.output, call.system_buffer, bytes)) {
      result = {{STATUS_ACCESS_VIOLATION}, 0};
    }
  }
  const NTSTATUS status = result.Status;
  static_cast<void>(mm::guarded_copy(call.iosb, &result, sizeof result));
  // A failure that is returned at once signals nothing.
  if (NT_ERROR(status) && !call.pending) return status;
  if (call.event != nullptr) {
    KeSetEvent(call.event, IO_NO_INCREMENT, FALSE);
  } else {
    KeSetEvent(&call.file->Event, IO_NO_INCREMENT, FALSE);
  }
  if (call.apc != nullptr) queue_apc(call);
  return status;
}

// The end of an asynchronous call that was pending; freed at PASSIVE_LEVEL, since its last
// reference may close a file.
void end_pending(FileCall* call) {
  call->pending = true;
  tell(*call);
  if (ke::current_irql() == PASSIVE_LEVEL) {
    unlist_pending(*call);
    release(call);
    return;
  }
  ex::queue_work(
      [](void* context) {
        auto* const ended = static_cast<FileCall*>(context);
        unlist_pending(*ended);
        release(ended);
      },
      call);
}

NTSTATUS send_pending(FileCall* call) {
  call->request.synchronous = false;
  call->request.completion = [](Request&, void* context) {
    auto* const own = static_cast<FileCall*>(context);
    if (own->met.exchange(true)) end_pending(own);
  };
  call->request.context = call;
  list_pending(*call);
  send_to_file(call->request);
  if (!call->met.exchange(true)) return STATUS_PENDING;
  const NTSTATUS status = tell(*call);
  unlist_pending(*call);
  release(call);
  return status;
}

void cancel_request(FileCall& call) {
  if (call.request.volume != nullptr) {
    call.request.volume->filters->cancel(call.request);
    if (auto* const cancel = g_file_system_cancel.load(); cancel != nullptr) {
      cancel(*call.request.volume->fs, call.request);
    }
    return;
  }
  if (const PIRP irp = reference_sent_irp(call.request); irp != nullptr) {
    IoCancelIrp(irp);
    release_sent_irp(irp);
  }
}

}  // namespace

void install_file_system_cancel(bool (*cancel)(FileSystem& fs, Request& request)) {
  g_file_system_cancel.store(cancel);
}

FileReference::~FileReference() {
  if (file_ != nullptr) ob::dereference(file_);
}

NTSTATUS FileReference::open(HANDLE handle) {
  void* body = nullptr;
  const NTSTATUS status =
      ob::reference_handle(handle, 0, IoFileObjectType, KernelMode, &body, &granted_);
  if (NT_SUCCESS(status)) file_ = static_cast<PFILE_OBJECT>(body);
  return status;
}

FileCall::~FileCall() {
  if (mdl != nullptr) mm::free_mdl(mdl);
  if (system_buffer != nullptr) ex::free(system_buffer);
  if (more != nullptr) ex::free(more);
  if (event != nullptr) ob::dereference(event);
  if (thread != nullptr) ob::dereference(thread);
  if (file != nullptr) ob::dereference(file);
}

void* copy_in(const void* from, ULONG bytes, ULONG room) {
  void* const memory = ex::allocate_zeroed(std::max<ULONG>(std::max(bytes, room), 1), kCallTag);
  if (bytes == 0 || mm::guarded_copy(memory, from, bytes)) return memory;
  ex::free(memory);
  return nullptr;
}

NTSTATUS begin_call(const CallHandles& handles, UCHAR major, FileCallRef* result) {
  auto call = std::make_unique<FileCall>();
  void* body = nullptr;
  NTSTATUS status = ob::reference_handle(handles.file, 0, IoFileObjectType, KernelMode, &body);
  if (!NT_SUCCESS(status)) return status;
  call->file = static_cast<PFILE_OBJECT>(body);
  if (!mm::guarded_probe(handles.iosb, sizeof(IO_STATUS_BLOCK), true)) {
    return STATUS_ACCESS_VIOLATION;
  }
  if (handles.event != nullptr) {
    status = ob::reference_handle(handles.event, EVENT_MODIFY_STATE, ExEventObjectType, KernelMode,
                                  &body);
    if (!NT_SUCCESS(status)) return status;
    call->event = static_cast<PKEVENT>(body);
    KeClearEvent(call->event);
  }
  call->iosb = handles.iosb;
  call->apc = handles.apc;
  call->apc_context = handles.apc_context;
  call->thread = current_requestor();
  ob::reference(call->thread);
  call->request.parameters.MajorFunction = major;
  call->request.parameters.TargetFileObject = call->file;
  call->request.mode = KernelMode;
  call->request.thread = call->thread;
  *result = std::move(call);
  return STATUS_SUCCESS;
}

NTSTATUS finish_call(FileCallRef call, bool may_pend) {
  const bool synchronous = is_synchronous(*call);
  KeClearEvent(&call->file->Event);
  if (!synchronous && may_pend) return send_pending(call.release());
  call->request.parameters.IrpFlags |= IRP_SYNCHRONOUS_API;
  // One call at a time on a file that is open for synchronous I/O.
  if (synchronous) ke::wait_for(&call->file->Lock);
  send_to_file_and_wait(call->request);
  if (synchronous) KeSetEvent(&call->file->Lock, IO_NO_INCREMENT, FALSE);
  return tell(*call);
}

void cancel_calls(PFILE_OBJECT file, PETHREAD thread) {
  Pending& all = pending();
  for (;;) {
    const uint32_t ended = all.ended.load(std::memory_order_acquire);
    FileCall* next = nullptr;
    bool some = false;
    {
      const std::lock_guard guard(all.lock);
      for (FileCall* one = all.head; one != nullptr && next == nullptr; one = one->next) {
        if (one->file != file || (thread != nullptr && one->thread != thread)) continue;
        some = true;
        if (one->cancelled) continue;
        one->cancelled = true;
        one->references.fetch_add(1, std::memory_order_relaxed);
        next = one;
      }
    }
    if (!some) return;
    if (next == nullptr) {
      ke::park(all.ended, ended);
      continue;
    }
    cancel_request(*next);
    release(next);
  }
}

}  // namespace flthost::io
