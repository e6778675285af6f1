// The contract with filters: what breaks it is a bugcheck that says what to change.
#include <flthost/boundary/boundary.h>
#include <flthost/flt/internal.h>
#include <flthost/ke/violation.h>

namespace flthost::flt {
namespace {

std::string by(const Filter* filter) {
  return filter == nullptr ? std::string() : " (filter " + narrow(filter->name) + ")";
}

}  // namespace

void violation(Rule rule, const Filter* filter, uint64_t detail, const std::string& what) {
  ke::bugcheck(
      {DRIVER_VERIFIER_DETECTED_VIOLATION,
       {0xF17000u + static_cast<uint64_t>(rule), detail, reinterpret_cast<uint64_t>(filter), 0},
       what + by(filter)});
}

void manager_bugcheck(uint64_t code, uint64_t second, uint64_t third, const std::string& what) {
  ke::bugcheck({FLTMGR_FILE_SYSTEM, {code, second, third, 0}, what});
}

namespace {

void tell(Rule rule, const Filter* filter, uint64_t detail, const std::string& what) {
  ke::tell_violation(
      {DRIVER_VERIFIER_DETECTED_VIOLATION,
       {0xF17000u + static_cast<uint64_t>(rule), detail, reinterpret_cast<uint64_t>(filter), 0},
       what + by(filter)});
}

}  // namespace

void check_post(const Op& op, const Level& level) {
  if (!ke::verifying()) return;
  const Filter* filter = level.instance.load(std::memory_order_relaxed)->filter;
  // A reissued operation takes new parameters; anywhere else nobody looks at them any more.
  if ((op.data.Flags & (FLTFL_CALLBACK_DATA_DIRTY | FLTFL_CALLBACK_DATA_REISSUED_IO)) != 0 ||
      op.locked_mdl != nullptr ||
      std::memcmp(&op.iopb.Parameters, &level.after.Parameters, sizeof(op.iopb.Parameters)) == 0) {
    return;
  }
  tell(Rule::PostOpParameters, filter, op.iopb.MajorFunction,
       "Flt.PostOp.Parameters: the post-operation changed the operation's parameters, which has no "
       "effect once it is completed; change them in the pre-operation, or reissue the operation "
       "with FltReissueSynchronousIo");
}

CallbackGuard::CallbackGuard(Filter& filter, const char* callback, const char* role,
                             const char* why)
    : filter_(filter), callback_(callback), role_("fltmgr", role, why) {
  const ke::Thread& thread = ke::current_thread();
  irql_ = thread.irql;
  kernel_apc_disable_ = thread.kernel_apc_disable;
  special_apc_disable_ = thread.special_apc_disable;
}

CallbackGuard::CallbackGuard(Filter& filter, size_t slot, bool post)
    : CallbackGuard(filter, post ? "post-operation" : "pre-operation",
                    post ? "FltpPerformPostCallbacks" : "FltpPerformPreCallbacks",
                    post ? "a post-operation callback, called where a lower driver completes the "
                           "operation: in a DPC of the storage stack, in an arbitrary thread"
                         : "a pre-operation callback") {
  const size_t level = irql_ == PASSIVE_LEVEL ? 0 : irql_ == APC_LEVEL ? 1 : 2;
  filter.counters[thread_shard()].calls[slot][post ? 1 : 0][level].fetch_add(
      1, std::memory_order_relaxed);
  slot_ = slot;
  post_ = post;
  start_ = ticks_now();
}

void CallbackGuard::check() {
  if (slot_ != kOperationSlots) {
    filter_.latency.record(thread_shard(), slot_, post_, ticks_now() - start_);
  }
  const ke::Thread& thread = ke::current_thread();
  if (thread.irql != irql_) {
    ke::bugcheck({DRIVER_VERIFIER_DETECTED_VIOLATION,
                  {0xFA, reinterpret_cast<uint64_t>(&filter_), irql_, thread.irql},
                  std::string("IrqlReturn: the ") + callback_ +
                      " callback returned at another IRQL than it was called at; lower to the old "
                      "IRQL before returning" +
                      by(&filter_)});
  }
  if (thread.kernel_apc_disable != kernel_apc_disable_ ||
      thread.special_apc_disable != special_apc_disable_) {
    ke::bugcheck(
        {DRIVER_VERIFIER_DETECTED_VIOLATION,
         {0xFB, reinterpret_cast<uint64_t>(&filter_), static_cast<uint64_t>(kernel_apc_disable_),
          static_cast<uint64_t>(thread.kernel_apc_disable)},
         std::string("CriticalRegions: the ") + callback_ +
             " callback entered a critical or guarded region without leaving it; pair "
             "enter and leave before returning" +
             by(&filter_)});
  }
}

size_t thread_shard() {
  static std::atomic<size_t> next{0};
  thread_local const size_t shard = next.fetch_add(1, std::memory_order_relaxed) % kShards;
  return shard;
}

// ------------------------------------------------------------------ objects
Object& object_of(const void* pointer) {
  Object* object = static_cast<Object*>(const_cast<void*>(pointer));
  if (object == nullptr ||
      (object->kind != ObjectKind::Filter && object->kind != ObjectKind::Instance &&
       object->kind != ObjectKind::Volume)) {
    violation(Rule::Object, nullptr, reinterpret_cast<uint64_t>(pointer),
              "Flt.Object: this is no live filter, instance or volume pointer; reference it with "
              "FltObjectReference for as long as you keep it");
  }
  return *object;
}

namespace {
Object& object_of_kind(const void* pointer, ObjectKind kind, const char* name) {
  Object& object = object_of(pointer);
  if (object.kind != kind) {
    violation(Rule::Object, nullptr, reinterpret_cast<uint64_t>(pointer),
              std::string("Flt.Object: the pointer passed as ") + name + " is of another kind");
  }
  return object;
}
}  // namespace

Filter& filter_of(PFLT_FILTER filter) {
  return static_cast<Filter&>(object_of_kind(filter, ObjectKind::Filter, "PFLT_FILTER"));
}
Instance& instance_of(PFLT_INSTANCE instance) {
  return static_cast<Instance&>(object_of_kind(instance, ObjectKind::Instance, "PFLT_INSTANCE"));
}
Stack& stack_of(PFLT_VOLUME volume) {
  return static_cast<Stack&>(object_of_kind(volume, ObjectKind::Volume, "PFLT_VOLUME"));
}

// ------------------------------------------------------------------ rundown
namespace {
// Waiters watch this word, not the object: the last release may not touch memory that the waiter
// frees.
std::atomic<uint32_t> rundown_epoch{0};
}  // namespace

bool Rundown::acquire() {
  uint64_t value = value_.load(std::memory_order_relaxed);
  do {
    if ((value & 1) != 0) return false;
  } while (!value_.compare_exchange_weak(value, value + 2, std::memory_order_acq_rel));
  return true;
}

void Rundown::release() {
  const uint64_t before = value_.fetch_sub(2, std::memory_order_acq_rel);
  if (before < 2) {
    violation(Rule::Object, nullptr, before,
              "Flt.Object: FltObjectDereference without FltObjectReference; remove the extra one");
  }
  if (before == 3) {
    rundown_epoch.fetch_add(1, std::memory_order_seq_cst);
    ke::unpark_all(rundown_epoch);
  }
}

bool Rundown::wait(int64_t deadline) {
  for (;;) {
    const uint32_t epoch = rundown_epoch.load(std::memory_order_seq_cst);
    if (references() == 0) return true;
    ke::ParkOptions options;
    options.deadline = deadline;
    if (ke::park(rundown_epoch, epoch, options) == ke::WaitResult::TimedOut) {
      return references() == 0;
    }
  }
}

// ------------------------------------------------------------------ text
std::string narrow(std::u16string_view text) {
  std::string out;
  for (const char16_t unit : text) out += unit < 0x80 ? static_cast<char>(unit) : '?';
  return out;
}

std::u16string_view view(const UNICODE_STRING& text) {
  return {reinterpret_cast<const char16_t*>(text.Buffer), text.Length / sizeof(WCHAR)};
}

bool equal_ignoring_case(std::u16string_view left, std::u16string_view right) {
  const auto lower = [](char16_t unit) {
    return unit >= u'A' && unit <= u'Z' ? static_cast<char16_t>(unit + 32) : unit;
  };
  return left.size() == right.size() &&
         std::equal(left.begin(), left.end(), right.begin(),
                    [&](char16_t a, char16_t b) { return lower(a) == lower(b); });
}

PDRIVER_OBJECT calling_driver() {
  const boundary::Module* module = boundary::calling_module();
  return module == nullptr ? nullptr : module->driver_object;
}

}  // namespace flthost::flt
