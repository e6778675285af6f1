// FltRequestOperationStatusCallback: what sending an operation down returned, told to the filter
// in the thread that sent it.
#include <flthost/flt/internal.h>

namespace flthost::flt {

// Shared by the thread that sends the operation on and by whoever completes it.
struct StatusRequest {
  PFLT_GET_OPERATION_STATUS_CALLBACK callback = nullptr;
  PVOID context = nullptr;
  Instance* instance = nullptr;  // its own I/O: teardown waits for the callback
  std::atomic<int> references{2};
  std::atomic<LONG> status{STATUS_PENDING};
  FLT_IO_PARAMETER_BLOCK snapshot{};
  FLT_RELATED_OBJECTS related{};
  StatusRequest* next_sent = nullptr;   // the sender's list
  StatusRequest* next_below = nullptr;  // the level's list
};

namespace {

void release(StatusRequest* request) {
  if (request->references.fetch_sub(1, std::memory_order_acq_rel) == 1) destroy(request);
}

}  // namespace

void SentStatus::take(Level& level) {
  for (StatusRequest* one = level.status_requests; one != nullptr; one = one->next_below) {
    one->next_sent = head_;
    head_ = one;
  }
}

void SentStatus::tell() {
  while (head_ != nullptr) {
    StatusRequest* one = head_;
    head_ = one->next_sent;
    Instance& instance = *one->instance;
    CallbackGuard guard(*instance.filter, "operation status");
    ke::invoke(one->callback, static_cast<PCFLT_RELATED_OBJECTS>(&one->related), &one->snapshot,
               static_cast<NTSTATUS>(one->status.load(std::memory_order_acquire)), one->context);
    guard.check();
    release(one);
    instance.lifetime.fetch_add(1, std::memory_order_relaxed);
    instance.own_io.fetch_sub(1, std::memory_order_seq_cst);
    level_left();
    release_lifetime(&instance);
  }
}

void end_status_requests(Level& level, NTSTATUS status) {
  StatusRequest* one = level.status_requests;
  level.status_requests = nullptr;
  while (one != nullptr) {
    StatusRequest* next = one->next_below;
    one->status.store(status, std::memory_order_release);
    release(one);
    one = next;
  }
}

}  // namespace flthost::flt

using namespace flthost;
using namespace flthost::flt;

NTSTATUS NTAPI FltRequestOperationStatusCallback(PFLT_CALLBACK_DATA Data,
                                                 PFLT_GET_OPERATION_STATUS_CALLBACK CallbackRoutine,
                                                 PVOID RequesterContext) {
  Op& op = op_of(Data);
  Level& level = op.levels[op.current];
  if (op.request->kind != io::RequestKind::Irp || op.iopb.MajorFunction == IRP_MJ_CLOSE ||
      level.state.load(std::memory_order_acquire) != LevelState::Pre) {
    return STATUS_INVALID_PARAMETER;
  }
  Instance& instance = *level.instance.load(std::memory_order_relaxed);
  instance.own_io.fetch_add(1, std::memory_order_seq_cst);
  if (instance.detaching.load(std::memory_order_seq_cst)) {
    instance.own_io.fetch_sub(1, std::memory_order_seq_cst);
    level_left();
    return STATUS_FLT_DELETING_OBJECT;
  }
  auto* request = make<StatusRequest>();
  request->callback = CallbackRoutine;
  request->context = RequesterContext;
  request->instance = &instance;
  request->snapshot = op.iopb;
  fill_related(request->related, instance, op.iopb.TargetFileObject);
  request->next_below = level.status_requests;
  level.status_requests = request;
  return STATUS_SUCCESS;
}
