// Operations in flight: where they come from, and how they guard the instances they pass.
#include <flthost/flt/ecp.h>
#include <flthost/flt/internal.h>

namespace flthost::flt {
namespace {

// Every Op ever made stays listed and mapped until the last volume goes: teardown and the
// reclaiming of snapshots read them all, whoever uses them.
struct OpRegistry {
  std::mutex lock;
  std::vector<Op*> all;
  Op* free = nullptr;
};
OpRegistry& op_registry() {
  static OpRegistry* registry = new OpRegistry;  // outlives the threads' caches
  return *registry;
}

constexpr size_t kCacheLimit = 32;

// Free operations of one thread, so that no lock is taken per operation.
struct OpCache {
  Op* head = nullptr;
  size_t size = 0;
  ~OpCache() { flush(); }
  void flush() {
    OpRegistry& registry = op_registry();
    const std::lock_guard guard(registry.lock);
    while (head != nullptr) {
      Op* next = head->next_free;
      head->next_free = registry.free;
      registry.free = head;
      head = next;
    }
    size = 0;
  }
};
OpCache& op_cache() {
  thread_local OpCache cache;
  return cache;
}

Op& take_op() {
  OpCache& cache = op_cache();
  if (cache.head != nullptr) {
    Op& op = *cache.head;
    cache.head = op.next_free;
    --cache.size;
    return op;
  }
  OpRegistry& registry = op_registry();
  {
    const std::lock_guard guard(registry.lock);
    if (registry.free != nullptr) {
      Op& op = *registry.free;
      registry.free = op.next_free;
      return op;
    }
  }
  Op* made = make<Op>();
  const std::lock_guard guard(registry.lock);
  registry.all.push_back(made);
  return *made;
}

void guard_snapshot(Op& op, Stack& stack) {
  const Snapshot* seen = stack.current.load(std::memory_order_acquire);
  for (;;) {
    op.snapshot.store(seen, std::memory_order_seq_cst);
    const Snapshot* again = stack.current.load(std::memory_order_seq_cst);
    if (again == seen) return;
    seen = again;
  }
}

// Own I/O of a minifilter goes to the instances below its issuer.
size_t first_level(const Snapshot& snapshot, const Instance& issuer) {
  size_t index = 0;
  while (index < snapshot.instances.size()) {
    const Instance* instance = snapshot.instances[index];
    if (instance == &issuer) return index + 1;
    if (compare_altitudes(instance->altitude, issuer.altitude) < 0) return index;
    ++index;
  }
  return index;
}

void fill_data(Op& op, io::Request& request) {
  FLT_CALLBACK_DATA& data = op.data;
  data.Flags = kind_flag(request.kind);
  if (request.start_below != nullptr) data.Flags |= FLTFL_CALLBACK_DATA_GENERATED_IO;
  set_const(data.Thread, request.thread);
  set_const(data.Iopb, &op.iopb);
  data.IoStatus = {};
  data.TagData = nullptr;
  std::memset(data.FilterContext, 0, sizeof(data.FilterContext));
  data.RequestorMode = request.mode;
  op.iopb = request.parameters;
}

}  // namespace

FLT_CALLBACK_DATA_FLAGS kind_flag(io::RequestKind kind) {
  switch (kind) {
    case io::RequestKind::Irp:
      return FLTFL_CALLBACK_DATA_IRP_OPERATION;
    case io::RequestKind::FastIo:
      return FLTFL_CALLBACK_DATA_FAST_IO_OPERATION;
    case io::RequestKind::FsFilter:
      return FLTFL_CALLBACK_DATA_FS_FILTER_OPERATION;
  }
  return 0;
}

Op& acquire_op(Stack& stack, io::Request& request) {
  Op& op = take_op();
  op.generation.fetch_add(1, std::memory_order_relaxed);
  op.magic.store(kDataLive, std::memory_order_relaxed);
  op.request = &request;
  op.stack = &stack;
  op.cancel_state.store(0, std::memory_order_relaxed);
  op.cancel_routine.store(nullptr, std::memory_order_relaxed);
  op.host_cancel.store(nullptr, std::memory_order_relaxed);
  op.parameters_changed = false;
  op.reached_file_system = false;
  op.fast_done = nullptr;
  op.owns_ecp_list = false;
  op.current = 0;
  op.slot = operation_slot(request.parameters.MajorFunction);
  if (request.parameters.MajorFunction == IRP_MJ_CREATE) op.first_ecp_number = next_ecp_number();
  guard_snapshot(op, stack);
  const Snapshot& snapshot = *op.snapshot.load(std::memory_order_relaxed);
  op.count = snapshot.instances.size();
  op.first = request.start_below == nullptr
                 ? 0
                 : first_level(snapshot, *static_cast<Instance*>(request.start_below));
  fill_data(op, request);
  request.filter_state = &op;
  return op;
}

void release_op(Op& op) {
  for (size_t i = op.first; i < op.count; ++i) {
    Level& level = op.levels[i];
    level.synchronized = false;
    level.changed = false;
    level.swapped.store(false, std::memory_order_relaxed);
    level.retain_mdl = false;
    level.context = nullptr;
    level.new_mdl = nullptr;
    level.wake.store(0, std::memory_order_relaxed);
    level.state.store(LevelState::Idle, std::memory_order_release);
  }
  for (NameInfo*& name : op.names) {
    if (name != nullptr) drop_name(name);
    name = nullptr;
  }
  op.magic.store(kDataFree, std::memory_order_relaxed);
  op.generation.fetch_add(1, std::memory_order_relaxed);
  op.snapshot.store(nullptr, std::memory_order_seq_cst);
  OpCache& cache = op_cache();
  op.next_free = cache.head;
  cache.head = &op;
  if (++cache.size > kCacheLimit) cache.flush();
}

void for_each_op(void (*visit)(Op& op, void* context), void* context) {
  OpRegistry& registry = op_registry();
  const std::lock_guard guard(registry.lock);
  for (Op* op : registry.all) visit(*op, context);
}

void free_all_ops() {
  // Threads that still run keep what their caches hold; it is used again with the next volume.
  op_cache().flush();
  OpRegistry& registry = op_registry();
  const std::lock_guard guard(registry.lock);
  std::vector<Op*> kept;
  for (Op* op = registry.free; op != nullptr;) {
    Op* next = op->next_free;
    std::erase(registry.all, op);
    destroy(op);
    op = next;
  }
  registry.free = nullptr;
}

// ------------------------------------------------------------------ what a driver holds
CallData& call_data(PFLT_CALLBACK_DATA data) {
  CallData* found =
      reinterpret_cast<CallData*>(reinterpret_cast<uint8_t*>(data) - offsetof(CallData, data));
  if (data == nullptr || found->magic.load(std::memory_order_acquire) != kDataLive) {
    violation(Rule::DataUse, nullptr, reinterpret_cast<uint64_t>(data),
              "Flt.Data.Use: this FLT_CALLBACK_DATA is not in flight any more; do not keep it past "
              "the callback unless the operation is pended");
  }
  return *found;
}

Op& op_of(PFLT_CALLBACK_DATA data) {
  CallData& found = call_data(data);
  if (found.kind != DataKind::Operation) {
    violation(Rule::DataUse, nullptr, reinterpret_cast<uint64_t>(data),
              "Flt.Data.Use: this routine takes the callback data of an operation that a callback "
              "received, not one from FltAllocateCallbackData");
  }
  return static_cast<Op&>(found);
}

}  // namespace flthost::flt
