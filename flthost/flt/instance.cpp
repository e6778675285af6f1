// Instances: attaching at an altitude, teardown with its drain, and the snapshot that operations
// read.
#include <flthost/flt/internal.h>

#include <algorithm>

namespace flthost::flt {

std::mutex& registry_lock() {
  static std::mutex lock;
  return lock;
}
std::vector<Filter*>& filters() {
  static std::vector<Filter*> list;
  return list;
}
std::vector<Stack*>& stacks() {
  static std::vector<Stack*> list;
  return list;
}

std::vector<Instance*>& zombies() {
  static std::vector<Instance*> list;
  return list;
}

// ------------------------------------------------------------------ altitudes
namespace {

// A decimal number of any length: integer part without leading zeros, fraction without trailing
// ones.
struct Altitude {
  std::u16string_view integer;
  std::u16string_view fraction;
};
Altitude split(std::u16string_view text) {
  const size_t point = text.find(u'.');
  Altitude altitude{text.substr(0, point), {}};
  if (point != std::u16string_view::npos) altitude.fraction = text.substr(point + 1);
  while (!altitude.integer.empty() && altitude.integer.front() == u'0') {
    altitude.integer.remove_prefix(1);
  }
  while (!altitude.fraction.empty() && altitude.fraction.back() == u'0') {
    altitude.fraction.remove_suffix(1);
  }
  return altitude;
}

}  // namespace

bool valid_altitude(std::u16string_view altitude) {
  size_t points = 0;
  for (const char16_t unit : altitude) {
    if (unit == u'.') {
      ++points;
    } else if (unit < u'0' || unit > u'9') {
      return false;
    }
  }
  return !altitude.empty() && points <= 1 && altitude.front() != u'.';
}

int compare_altitudes(std::u16string_view left, std::u16string_view right) {
  const Altitude a = split(left);
  const Altitude b = split(right);
  int order = 0;
  if (a.integer.size() != b.integer.size()) {
    order = a.integer.size() < b.integer.size() ? -1 : 1;
  } else {
    order = a.integer.compare(b.integer);
    if (order == 0) order = a.fraction.compare(b.fraction);
  }
  return order < 0 ? -1 : order > 0 ? 1 : 0;
}

// ------------------------------------------------------------------ snapshots
void release_lifetime(Filter* filter) {
  if (filter->lifetime.fetch_sub(1, std::memory_order_acq_rel) == 1) destroy(filter);
}

void release_lifetime(Instance* instance) {
  if (instance->lifetime.fetch_sub(1, std::memory_order_acq_rel) != 1) return;
  release_lifetime(instance->filter);
  dereference_list(instance->contexts);
  destroy(instance);
}

void reclaim_snapshots(Stack& stack) {
  if (stack.retired.empty()) return;
  std::vector<const Snapshot*> used;
  for_each_op(
      [](Op& op, void* context) {
        const Snapshot* held = op.snapshot.load(std::memory_order_seq_cst);
        if (held != nullptr) static_cast<std::vector<const Snapshot*>*>(context)->push_back(held);
      },
      &used);
  std::vector<const Snapshot*> kept;
  for (const Snapshot* snapshot : stack.retired) {
    if (std::find(used.begin(), used.end(), snapshot) != used.end()) {
      kept.push_back(snapshot);
      continue;
    }
    for (Instance* instance : snapshot->instances) release_lifetime(instance);
    delete snapshot;
  }
  stack.retired = std::move(kept);
}

void publish(Stack& stack) {
  auto* snapshot = new Snapshot;
  uint64_t interest = 0;
  bool names = false;
  for (Instance* instance : stack.instances) {
    names |= instance->filter->registration.GenerateFileNameCallback != nullptr;
    if (instance->filter->registration.SectionNotificationCallback != nullptr) {
      // It is told of conflicts whoever registered the operation (tell_section_conflicts).
      interest |= uint64_t{1} << operation_slot(IRP_MJ_SET_INFORMATION);
      interest |= uint64_t{1} << operation_slot(IRP_MJ_WRITE);
    }
    instance->lifetime.fetch_add(1, std::memory_order_relaxed);
    snapshot->instances.push_back(instance);
    for (size_t slot = 0; slot < kOperationSlots; ++slot) {
      if (instance->filter->operations[slot].registered) interest |= uint64_t{1} << slot;
    }
  }
  const Snapshot* old = stack.current.exchange(snapshot, std::memory_order_seq_cst);
  stack.interest.store(interest, std::memory_order_release);
  stack.provides_names.store(names, std::memory_order_release);
  if (old != nullptr) stack.retired.push_back(old);
  reclaim_snapshots(stack);
}

// ------------------------------------------------------------------ attaching
void fill_related(FLT_RELATED_OBJECTS& related, Instance& instance, PFILE_OBJECT file_object) {
  set_const(related.Size, static_cast<USHORT>(sizeof(related)));
  set_const(related.TransactionContext, USHORT{0});
  set_const(related.Filter, handle(instance.filter));
  set_const(related.Volume, handle(instance.stack));
  set_const(related.Instance, handle(&instance));
  set_const(related.FileObject, file_object);
  set_const(related.Transaction, PKTRANSACTION{nullptr});
}

namespace {

// Reserves name and altitude. registry_lock() held.
NTSTATUS reserve(Filter& filter, Stack& stack, std::u16string_view altitude,
                 std::u16string_view name) {
  if (filter.unregistering.load() || stack.rundown.begun()) return STATUS_FLT_DELETING_OBJECT;
  if (stack.instances.size() + stack.attaching.size() >= kMaxInstances) {
    return STATUS_INSUFFICIENT_RESOURCES;
  }
  for (const auto* list : {&stack.instances, &stack.attaching}) {
    for (const Instance* other : *list) {
      if (other->filter == &filter && equal_ignoring_case(other->name, name)) {
        return STATUS_FLT_INSTANCE_NAME_COLLISION;
      }
      if (compare_altitudes(other->altitude, altitude) == 0) {
        return STATUS_FLT_INSTANCE_ALTITUDE_COLLISION;
      }
    }
  }
  return STATUS_SUCCESS;
}

FLT_RELATED_OBJECTS* make_related(Instance& instance) {
  auto* related = static_cast<FLT_RELATED_OBJECTS*>(allocate_object(sizeof(FLT_RELATED_OBJECTS)));
  std::memset(static_cast<void*>(related), 0, sizeof(*related));
  fill_related(*related, instance, nullptr);
  return related;
}

NTSTATUS call_setup(Instance& instance, FLT_INSTANCE_SETUP_FLAGS flags) {
  Filter& filter = *instance.filter;
  if (filter.registration.InstanceSetupCallback == nullptr) return STATUS_SUCCESS;
  FLT_RELATED_OBJECTS* related = make_related(instance);
  CallbackGuard guard(filter, "InstanceSetup");
  const NTSTATUS status = ke::invoke(filter.registration.InstanceSetupCallback,
                                     static_cast<PCFLT_RELATED_OBJECTS>(related), flags,
                                     DEVICE_TYPE{FILE_DEVICE_DISK_FILE_SYSTEM}, FLT_FSTYPE_NTFS);
  guard.check();
  free_object(related);
  return status;
}

void insert_sorted(Stack& stack, Instance* instance) {
  const auto place =
      std::find_if(stack.instances.begin(), stack.instances.end(), [&](const Instance* other) {
        return compare_altitudes(instance->altitude, other->altitude) > 0;
      });
  stack.instances.insert(place, instance);
}

}  // namespace

NTSTATUS attach(Filter& filter, Stack& stack, std::u16string_view altitude,
                std::u16string_view name, FLT_INSTANCE_SETUP_FLAGS flags, Instance** result) {
  Instance* instance = nullptr;
  {
    const std::lock_guard guard(registry_lock());
    const NTSTATUS status = reserve(filter, stack, altitude, name);
    if (status != STATUS_SUCCESS) return status;
    instance = make<Instance>();
    instance->filter = &filter;
    filter.lifetime.fetch_add(1, std::memory_order_relaxed);
    instance->stack = &stack;
    instance->name = name;
    instance->altitude = altitude;
    instance->contexts = make<ContextList>();
    stack.attaching.push_back(instance);
  }
  const NTSTATUS status = call_setup(*instance, flags);
  {
    const std::lock_guard guard(registry_lock());
    std::erase(stack.attaching, instance);
    if (NT_SUCCESS(status)) {
      instance->published = true;
      insert_sorted(stack, instance);
      if (result != nullptr) {
        instance->rundown.acquire();
        *result = instance;
      }
      publish(stack);
      return STATUS_SUCCESS;
    }
  }
  instance->detaching.store(true);
  instance->rundown.begin();
  remove_contexts(*instance);
  level_left_always();
  release_base(*instance);
  return status;
}

void attach_defaults(Filter& filter, Stack& stack, FLT_INSTANCE_SETUP_FLAGS flags) {
  for (const InstanceDefinition& definition : filter.definitions) {
    if ((definition.flags & 1) != 0) continue;  // suppress automatic attachments
    attach(filter, stack, definition.altitude, definition.name, flags, nullptr);
  }
}

// ------------------------------------------------------------------ teardown
namespace {

std::atomic<uint32_t> drain_epoch{0};
std::atomic<int> drainers{0};

struct DrainedPost {
  FLT_CALLBACK_DATA* data;
  FLT_RELATED_OBJECTS related;
  PVOID context;
  size_t slot;
};
struct DrainScan {
  Instance* instance;
  std::vector<DrainedPost> posts;
  bool busy = false;
};

// A copy of the callback data, as the instance's pre-operation knew it; what lies below may be
// changing the original at this moment.
FLT_CALLBACK_DATA* copy_data(const Op& op, const Level& level) {
  auto* copy = make<CallData>(DataKind::Generated);
  const io::Request& request = *op.request;
  copy->request = op.request;
  copy->iopb = level.saved;
  set_const(copy->data.Iopb, &copy->iopb);
  set_const(copy->data.Thread, request.thread);
  copy->data.RequestorMode = request.mode;
  copy->data.IoStatus = {{STATUS_FLT_POST_OPERATION_CLEANUP}, 0};
  copy->data.Flags = FLTFL_CALLBACK_DATA_DRAINING_IO | FLTFL_CALLBACK_DATA_POST_OPERATION |
                     kind_flag(request.kind);
  return &copy->data;
}

void scan_level(Op& op, Level& level, DrainScan& scan) {
  const LevelState state = level.state.load(std::memory_order_seq_cst);
  if (state == LevelState::Idle || state == LevelState::Drained) return;
  if (level.instance.load(std::memory_order_relaxed) != scan.instance) return;
  if (state != LevelState::Armed || level.swapped.load(std::memory_order_relaxed)) {
    scan.busy = true;
    return;
  }
  LevelState expected = LevelState::Armed;
  if (!level.state.compare_exchange_strong(expected, LevelState::Draining)) {
    scan.busy = true;
    return;
  }
  // Between the looks the operation may have ended and another one begun in its place.
  if (level.instance.load(std::memory_order_relaxed) != scan.instance ||
      level.swapped.load(std::memory_order_relaxed)) {
    level.state.store(LevelState::Armed, std::memory_order_seq_cst);
    scan.busy = true;
    return;
  }
  scan.posts.push_back({copy_data(op, level), level.related, level.context, op.slot});
  level.state.store(LevelState::Drained, std::memory_order_seq_cst);
}

void scan_op(Op& op, void* context) {
  auto& scan = *static_cast<DrainScan*>(context);
  if (op.snapshot.load(std::memory_order_seq_cst) == nullptr) return;
  for (Level& level : op.levels) scan_level(op, level, scan);
}

void call_drained(Instance& instance, const DrainedPost& post) {
  Filter& filter = *instance.filter;
  auto* related = make_related(instance);
  set_const(related->FileObject, post.related.FileObject);
  CallbackGuard guard(filter, post.slot, true);
  using RawPost =
      ULONG(NTAPI*)(PFLT_CALLBACK_DATA, PCFLT_RELATED_OBJECTS, PVOID, FLT_POST_OPERATION_FLAGS);
  const ULONG status = ke::invoke(reinterpret_cast<RawPost>(filter.operations[post.slot].post),
                                  static_cast<PFLT_CALLBACK_DATA>(post.data),
                                  static_cast<PCFLT_RELATED_OBJECTS>(related), post.context,
                                  FLT_POST_OPERATION_FLAGS{FLTFL_POST_OPERATION_DRAINING});
  guard.check();
  if (status != FLT_POSTOP_FINISHED_PROCESSING) {
    violation(Rule::PostOpDraining, &filter, status,
              "Flt.PostOp.Draining: a draining post-operation must return "
              "FLT_POSTOP_FINISHED_PROCESSING");
  }
  free_object(related);
  destroy(reinterpret_cast<CallData*>(reinterpret_cast<uint8_t*>(post.data) -
                                      offsetof(CallData, data)));
}

// Until no callback of the instance runs, is pended or due.
void drain(Instance& instance) {
  drainers.fetch_add(1, std::memory_order_seq_cst);
  for (;;) {
    const uint32_t epoch = drain_epoch.load(std::memory_order_seq_cst);
    DrainScan scan{&instance, {}, false};
    for_each_op(scan_op, &scan);
    for (const DrainedPost& post : scan.posts) call_drained(instance, post);
    if (!scan.posts.empty()) continue;
    if (!scan.busy && instance.own_io.load(std::memory_order_seq_cst) == 0) break;
    ke::park(drain_epoch, epoch);
  }
  drainers.fetch_sub(1, std::memory_order_seq_cst);
}

void call_teardown(Instance& instance, PFLT_INSTANCE_TEARDOWN_CALLBACK callback,
                   FLT_INSTANCE_TEARDOWN_FLAGS reason, const char* name) {
  if (callback == nullptr) return;
  FLT_RELATED_OBJECTS* related = make_related(instance);
  CallbackGuard guard(*instance.filter, name);
  ke::invoke(callback, static_cast<PCFLT_RELATED_OBJECTS>(related), reason);
  guard.check();
  free_object(related);
}

}  // namespace

void level_left() {
  if (drainers.load(std::memory_order_seq_cst) != 0) level_left_always();
}

void level_left_always() {
  drain_epoch.fetch_add(1, std::memory_order_seq_cst);
  ke::unpark_all(drain_epoch);
}

void wait_for_cleanups(Filter& filter) {
  drainers.fetch_add(1, std::memory_order_seq_cst);
  for (;;) {
    const uint32_t epoch = drain_epoch.load(std::memory_order_seq_cst);
    if (filter.cleanups_queued.load(std::memory_order_seq_cst) == 0 && !contexts_ending(filter)) {
      break;
    }
    ke::park(drain_epoch, epoch);
  }
  drainers.fetch_sub(1, std::memory_order_seq_cst);
}

bool tear_down(Instance& instance, FLT_INSTANCE_TEARDOWN_FLAGS reason) {
  Stack& stack = *instance.stack;
  {
    const std::lock_guard guard(registry_lock());
    if (instance.tearing_down || !instance.published) return false;
    instance.tearing_down = true;
    instance.lifetime.fetch_add(1, std::memory_order_relaxed);
  }
  const FLT_REGISTRATION& registration = instance.filter->registration;
  instance.detaching.store(true, std::memory_order_seq_cst);
  call_teardown(instance, registration.InstanceTeardownStartCallback, reason,
                "InstanceTeardownStart");
  drain(instance);
  call_teardown(instance, registration.InstanceTeardownCompleteCallback, reason,
                "InstanceTeardownComplete");
  instance.rundown.begin();
  remove_contexts(instance);
  {
    const std::lock_guard guard(registry_lock());
    std::erase(stack.instances, &instance);
    instance.published = false;
    zombies().push_back(&instance);
    publish(stack);
  }
  level_left_always();  // for tear_down_all of another thread
  release_base(instance);
  release_lifetime(&instance);
  return true;
}

void release_base(Instance& instance) {
  if (!instance.rundown.begun() || instance.rundown.references() != 0) return;
  if (instance.base_released.exchange(true)) return;
  {
    const std::lock_guard guard(registry_lock());
    std::erase(zombies(), &instance);
  }
  release_lifetime(&instance);
}

void tear_down_all(Filter& filter, FLT_INSTANCE_TEARDOWN_FLAGS reason) {
  for (;;) {
    Instance* next = nullptr;
    bool others = false;
    const uint32_t epoch = drain_epoch.load(std::memory_order_seq_cst);
    {
      const std::lock_guard guard(registry_lock());
      for (Stack* stack : stacks()) {
        for (const Instance* instance : stack->attaching) others |= instance->filter == &filter;
        for (Instance* instance : stack->instances) {
          if (instance->filter != &filter) continue;
          if (instance->tearing_down) {
            others = true;
          } else {
            next = instance;
          }
        }
      }
    }
    if (next != nullptr) {
      tear_down(*next, reason);
    } else if (others) {
      ke::park(drain_epoch, epoch);
    } else {
      return;
    }
  }
}

}  // namespace flthost::flt
