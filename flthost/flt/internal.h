// The Filter Manager's own structures. What a driver holds as PFLT_FILTER, PFLT_INSTANCE,
// PFLT_VOLUME or PFLT_CALLBACK_DATA are the types here, all in the system arena.
//
// Locking. An operation takes no lock and writes no memory shared with other operations: it reads
// the volume's instances through a snapshot that its own Op guards (a hazard pointer), and each
// Level's state word is what teardown and completion settle with each other. registry_lock() guards
// the lists of filters, volumes and instances; it is never held while driver code runs or a thread
// waits.
#pragma once

#include <flthost/flt/flt.h>
#include <flthost/flt/latency.h>

#include <array>
#include <atomic>
#include <cstring>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace flthost::flt {

// ------------------------------------------------------------------ objects a driver can reference
enum class ObjectKind : uint32_t {
  Filter = 0x746c4631,
  Instance = 0x746e4931,
  Volume = 0x6c6f5631
};

// Rundown protection, as ExAcquireRundownProtection: references until somebody says it goes.
class Rundown {
 public:
  bool acquire();
  void release();
  void begin() { value_.fetch_or(1, std::memory_order_seq_cst); }
  bool begun() const { return (value_.load(std::memory_order_seq_cst) & 1) != 0; }
  uint64_t references() const { return value_.load(std::memory_order_acquire) >> 1; }
  // After begin(): until no reference is left, or the deadline (interrupt time). IRQL <= APC_LEVEL.
  bool wait(int64_t deadline);

 private:
  std::atomic<uint64_t> value_{0};
};

struct Object {
  explicit Object(ObjectKind object_kind) : kind(object_kind) {}
  ObjectKind kind;
  Rundown rundown;
  std::atomic<int64_t> lifetime{1};  // memory only: whoever holds a pointer of the host's own
};

struct Filter;
struct Instance;
class Stack;
struct ContextHeader;
struct Op;

// ------------------------------------------------------------------ contexts
// Where contexts hang: a volume, an instance, a stream, a file object. Lives while anything hangs
// on it or its owner lives.
struct ContextList {
  std::mutex lock;
  ContextHeader* head = nullptr;
  bool closed = false;          // its owner went: nothing may be set any more
  bool has_oplock_key = false;  // a file object's, from the ECP of its create
  GUID oplock_key{};
  bool has_priority = false;  // a file object's hint for its I/O
  IO_PRIORITY_HINT priority = IoPriorityNormal;
  std::atomic<int> count{0};
  std::atomic<int> references{1};
};
void reference_list(ContextList* list);
void dereference_list(ContextList* list);
// Unlinks every context and gives its link's reference back. PASSIVE_LEVEL.
void close_list(ContextList* list);

// Before each context that a driver holds.
struct alignas(16) ContextHeader {
  static constexpr uint32_t kLive = 0x78744331, kFreed = 0xdeadc781;
  uint32_t magic;
  FLT_CONTEXT_TYPE type;
  Filter* filter;
  const FLT_CONTEXT_REGISTRATION* registration;
  size_t size;
  POOL_TYPE pool;
  std::atomic<int32_t> references;
  std::atomic<uint32_t> link_state;  // 0 free, 1 linked
  ContextList* list;                 // where it hung last; referenced
  Instance* instance;                // of instance, file, stream and handle contexts; referenced
  ContextHeader* next;               // in `list`
  ContextHeader* shard_next;         // among the filter's contexts
  ContextHeader* shard_previous;
};
inline ContextHeader* header_of(PFLT_CONTEXT context) {
  return static_cast<ContextHeader*>(context) - 1;
}
inline PFLT_CONTEXT body_of(ContextHeader* header) {
  return header + 1;
}

struct alignas(64) ContextShard {
  std::mutex lock;
  ContextHeader* head = nullptr;
};

// Whose context: by filter for volumes and instances, else by instance.
struct ContextKey {
  Filter* filter;
  Instance* instance;
  FLT_CONTEXT_TYPE type;
};
void reference_context(ContextHeader* header);
void release_context(ContextHeader* header);
NTSTATUS allocate_context(Filter& filter, FLT_CONTEXT_TYPE type, size_t size, POOL_TYPE pool,
                          PFLT_CONTEXT* result);
NTSTATUS find_context(ContextList* list, const ContextKey& key, PFLT_CONTEXT* result);
NTSTATUS link_context(ContextList* list, const ContextKey& key, FLT_SET_CONTEXT_OPERATION operation,
                      PFLT_CONTEXT new_context, PFLT_CONTEXT* old_context);
NTSTATUS unlink_context(ContextList* list, const ContextKey& key, PFLT_CONTEXT* old_context);
void unlink_this(ContextHeader* header);
void set_owner(ContextHeader* header, ContextList* list, Instance* instance);

// ------------------------------------------------------------------ filters
inline constexpr size_t kOperationSlots = 52;
// Where an operation stands in a filter's table.
inline size_t operation_slot(UCHAR major) {
  return major <= IRP_MJ_MAXIMUM_FUNCTION ? major : 28u + static_cast<size_t>(0xff - major);
}

struct OperationEntry {
  bool registered = false;
  FLT_OPERATION_REGISTRATION_FLAGS flags = 0;
  PFLT_PRE_OPERATION_CALLBACK pre = nullptr;
  PFLT_POST_OPERATION_CALLBACK post = nullptr;
};

inline constexpr size_t kShards = 16;
struct alignas(64) CounterShard {
  std::atomic<uint64_t> calls[kOperationSlots][2][3]{};
};
// A small number of the calling thread, to spread counters and caches.
size_t thread_shard();

struct Filter : Object {
  Filter() : Object(ObjectKind::Filter) {}
  PDRIVER_OBJECT driver = nullptr;
  std::u16string name;
  std::vector<InstanceDefinition> definitions;
  size_t default_definition = 0;
  FLT_REGISTRATION registration{};
  std::vector<FLT_CONTEXT_REGISTRATION> context_registrations;
  std::array<OperationEntry, kOperationSlots> operations{};
  std::atomic<bool> started{false};
  std::atomic<bool> unregistering{false};
  FLT_INSTANCE_TEARDOWN_FLAGS unload_reason = FLTFL_INSTANCE_TEARDOWN_FILTER_UNLOAD;
  std::atomic<int64_t> contexts_live{0};
  std::atomic<int64_t> cleanups_queued{0};
  std::array<ContextShard, kShards> context_shards{};
  std::array<CounterShard, kShards> counters{};
  LatencyTable latency;
  std::mutex quarantine_lock;  // contexts freed last: an over-release of one is still told as that
  std::vector<ContextHeader*> quarantine;
};

struct Instance : Object {
  Instance() : Object(ObjectKind::Instance) {}
  Filter* filter = nullptr;
  Stack* stack = nullptr;
  std::u16string name;
  std::u16string altitude;
  std::atomic<bool> detaching{false};
  bool published = false;  // under registry_lock()
  bool tearing_down = false;
  std::atomic<bool> scans_data{false};     // FltRegisterForDataScan
  std::atomic<int64_t> own_io{0};          // requests it issued and that have not ended
  std::atomic<bool> base_released{false};  // its own reference, given up after teardown
  ContextList* contexts = nullptr;
};

// The instances of a volume, highest altitude first. Immutable.
struct Snapshot {
  std::vector<Instance*> instances;
};

// ------------------------------------------------------------------ callback data
inline constexpr uint32_t kDataLive = 0x61746431, kDataFree = 0xdeadda7a;
enum class DataKind : uint32_t { Operation, Generated };

struct NameInfo;

// What every PFLT_CALLBACK_DATA is a member of.
struct CallData {
  explicit CallData(DataKind data_kind) : kind(data_kind) {}
  std::atomic<uint32_t> magic{kDataLive};
  DataKind kind;
  io::Request* request = nullptr;
  std::atomic<uint32_t> cancel_state{0};  // kCancelled, or 0
  std::atomic<PFLT_COMPLETE_CANCELED_CALLBACK> cancel_routine{nullptr};
  std::atomic<void (*)(PFLT_CALLBACK_DATA)> host_cancel{nullptr};  // of FltMgr's own queues
  std::atomic<PFLT_CALLBACK_DATA_QUEUE> queue{nullptr};            // the cancel-safe queue it is in
  PFLT_CALLBACK_DATA_QUEUE_IO_CONTEXT queue_context = nullptr;
  FLT_CALLBACK_DATA data{};
  FLT_IO_PARAMETER_BLOCK iopb{};
};
// The host's side of a driver's pointer; bugcheck when it is no live callback data.
CallData& call_data(PFLT_CALLBACK_DATA data);
Op& op_of(PFLT_CALLBACK_DATA data);  // bugcheck too when it is generated, not an operation's

// Writes a member that drivers see as const.
template <typename T, typename V>
void set_const(const T& field, V value) {
  const_cast<T&>(field) = value;
}

// ------------------------------------------------------------------ an operation in flight
enum class LevelState : uint32_t {
  Idle,      // no callback of this instance runs or will run
  Pre,       // its pre-operation runs or is pended
  Armed,     // its post-operation is due
  Draining,  // teardown claims the post-operation; for a few instructions only
  Drained,   // teardown called it
  Posting,   // its post-operation runs or is pended
};

struct StatusRequest;

struct Level {
  std::atomic<LevelState> state{LevelState::Idle};
  std::atomic<uint32_t> wake{0};  // a thread in dispatch waits here for the post-operation
  bool synchronized = false;
  bool changed = false;  // the parameters below differ from `saved`
  std::atomic<bool> swapped{false};
  bool retain_mdl = false;
  std::atomic<Instance*> instance{nullptr};
  PVOID context = nullptr;
  PMDL new_mdl = nullptr;  // of the swapped buffer, freed after the post-operation
  StatusRequest* status_requests = nullptr;  // FltRequestOperationStatusCallback
  FLT_RELATED_OBJECTS related{};
  FLT_IO_PARAMETER_BLOCK saved{};  // as this instance's pre-operation found them
  FLT_IO_PARAMETER_BLOCK after{};  // as its post-operation found them; for a verifier only
};

inline constexpr size_t kMaxInstances = 32;  // per volume

struct Op : CallData {
  Op() : CallData(DataKind::Operation) {}
  std::atomic<uint32_t> generation{
      0};  // counts its uses: a completed operation is told from this one
  std::atomic<const Snapshot*> snapshot{nullptr};  // guards the instances of `levels`
  Stack* stack = nullptr;
  size_t first = 0;  // levels [first, count) may see it
  size_t count = 0;
  size_t slot = 0;  // operation_slot()
  size_t current = 0;
  bool parameters_changed = false;
  bool reached_file_system = false;
  bool owns_ecp_list = false;     // of a create: a filter attached the list
  uint32_t first_ecp_number = 0;  // what filters add to the list is numbered from here on
  bool* fast_done = nullptr;      // fast I/O: what Stack::fast_io returns
  PMDL locked_mdl = nullptr;      // FltLockUserBuffer's
  NameInfo* names[2] = {};        // of a create in progress, by format
  PFLT_POST_OPERATION_CALLBACK safe_post = nullptr;  // FltDoCompletionProcessingWhenSafe
  Op* next_free = nullptr;
  std::array<Level, kMaxInstances> levels{};
};
FLT_CALLBACK_DATA_FLAGS kind_flag(io::RequestKind kind);
Op& acquire_op(Stack& stack, io::Request& request);
void release_op(Op& op);
// Calls visit(op) for every Op there is, in flight or not. No driver code, no waiting inside.
void for_each_op(void (*visit)(Op& op, void* context), void* context);
void free_all_ops();  // when no volume is left

// ------------------------------------------------------------------ a volume and its stack
class Stack final : public Object, public io::FilterStack {
 public:
  explicit Stack(io::Volume& volume) : Object(ObjectKind::Volume), volume_(volume) {}

  void dispatch(io::Request& request) override;
  void complete(io::Request& request) override;
  bool fast_io(io::Request& request) override;
  void file_object_gone(PFILE_OBJECT file_object) override;
  void stream_gone(io::Stream& stream) override;
  bool has_context(PFILE_OBJECT file_object) override;
  void cancel(io::Request& request) override { cancel_request(request); }

  io::Volume& volume() { return volume_; }
  bool interested(size_t slot) const {
    return ((interest.load(std::memory_order_relaxed) >> slot) & 1) != 0;
  }

  std::atomic<const Snapshot*> current{nullptr};
  std::atomic<uint64_t> interest{0};         // by operation_slot()
  std::atomic<bool> provides_names{false};   // some filter has a GenerateFileNameCallback
  std::atomic<uint64_t> name_generation{1};  // names cached under another one are stale
  ContextList* contexts = nullptr;
  std::vector<Instance*> instances;  // under registry_lock(): published, highest altitude first
  std::vector<Instance*> attaching;  // under registry_lock(): InstanceSetup runs
  std::vector<const Snapshot*> retired;
  bool mounted = false;

 private:
  io::Volume& volume_;
};

// ------------------------------------------------------------------ handles of drivers
inline PFLT_FILTER handle(Filter* filter) {
  return reinterpret_cast<PFLT_FILTER>(filter);
}
inline PFLT_INSTANCE handle(Instance* instance) {
  return reinterpret_cast<PFLT_INSTANCE>(instance);
}
inline PFLT_VOLUME handle(Stack* stack) {
  return reinterpret_cast<PFLT_VOLUME>(static_cast<Object*>(stack));
}
// Bugcheck when the pointer is none of the right kind.
Object& object_of(const void* pointer);
Filter& filter_of(PFLT_FILTER filter);
Instance& instance_of(PFLT_INSTANCE instance);
Stack& stack_of(PFLT_VOLUME volume);

std::mutex& registry_lock();
std::vector<Filter*>& filters();    // under registry_lock()
std::vector<Stack*>& stacks();      // under registry_lock()
std::vector<Instance*>& zombies();  // torn down, still referenced; under registry_lock()

Stack* find_volume(std::u16string_view name);  // under registry_lock(); by either name, or null
void release_lifetime(Filter* filter);
void release_lifetime(Instance* instance);

// ------------------------------------------------------------------ instances
// -1 when left is lower, 0, or 1 when it is higher.
int compare_altitudes(std::u16string_view left, std::u16string_view right);
bool valid_altitude(std::u16string_view altitude);
// InstanceSetup, then into the stack. `result` gets a rundown reference if not null. PASSIVE_LEVEL.
NTSTATUS attach(Filter& filter, Stack& stack, std::u16string_view altitude,
                std::u16string_view name, FLT_INSTANCE_SETUP_FLAGS flags, Instance** result);
// TeardownStart, drain, TeardownComplete, out of the stack. False: another thread does it.
bool tear_down(Instance& instance, FLT_INSTANCE_TEARDOWN_FLAGS reason);
void tear_down_all(Filter& filter, FLT_INSTANCE_TEARDOWN_FLAGS reason);
void attach_defaults(Filter& filter, Stack& stack, FLT_INSTANCE_SETUP_FLAGS flags);
void publish(Stack& stack);            // registry_lock() held: new snapshot from `instances`
void reclaim_snapshots(Stack& stack);  // registry_lock() held
void fill_related(FLT_RELATED_OBJECTS& related, Instance& instance, PFILE_OBJECT file_object);
// Tells teardown, if one waits, that a level became idle or own I/O ended.
void level_left();
void level_left_always();
// After the instance's teardown: gives it up once nobody references it.
void release_base(Instance& instance);

// ------------------------------------------------------------------ dispatch and completion
enum class Step { Continue, Pending, Complete, Synchronize };
void run_down(Op& op, size_t index);
void run_up(Op& op, size_t from);  // post-operations of the levels above `from`, then the end
Step call_pre(Op& op, size_t index);
// `status` as the driver returned it: any number.
Step apply_pre(Op& op, size_t index, ULONG status, bool was_pended);
void after_pre(Op& op, size_t index, Step step);
void end_post(Op& op, size_t index);
// What filters want to be told when sending their operation on returns. operation_status.cpp
class SentStatus {
 public:
  void take(Level& level);  // after its pre-operation
  void tell();              // after the operation was sent; it may be gone

 private:
  StatusRequest* head_ = nullptr;
};
void end_status_requests(Level& level, NTSTATUS status);  // the operation came back to the level
void request_done(io::Request& request);  // what the volume learns from a finished request
// Parameters of an operation that FltDecodeParameters knows; false when it has no buffer.
struct Buffers {
  PMDL* mdl = nullptr;
  PVOID* buffer = nullptr;
  PULONG length = nullptr;
  LOCK_OPERATION access = IoReadAccess;
};
bool decode(FLT_IO_PARAMETER_BLOCK& iopb, Buffers* buffers);
// MmProbeAndLockPages, with a status where that raises.
NTSTATUS lock_pages(PMDL mdl, KPROCESSOR_MODE mode, LOCK_OPERATION access);
bool cancel_queued(CallData& data);
void tell_section_conflicts(Op& op);  // before the file system gets it; PASSIVE_LEVEL
// An operation that FltMgr itself keeps pended (locks, oplocks). False: it is cancelled already.
bool set_host_cancel(Op& op, void (*routine)(PFLT_CALLBACK_DATA data));
// False: the routine runs or ran, and the operation is its.
bool clear_host_cancel(Op& op);

// ------------------------------------------------------------------ rules (verify.cpp)
// What a driver must not do; its number is the first parameter of bugcheck 0xC4, 0xF17000 + rule.
enum class Rule : uint32_t {
  PreOpStatus = 1,
  PreOpCompleteStatus,
  PreOpPending,
  PreOpSynchronize,
  PreOpDisallowFastIo,
  PreOpDisallowFsFilterIo,
  PreOpContext,
  PostOpStatus,
  PostOpDraining,
  DataDirty,
  DataUse,
  DataCompletion,
  Object,
  UnloadReferences,
  Registration,
  SwappedBuffer,
  CallbackIrql,
  CallbackRegions,
  PostOpParameters,
};
[[noreturn]] void violation(Rule rule, const Filter* filter, uint64_t detail,
                            const std::string& what);
[[noreturn]] void manager_bugcheck(uint64_t code, uint64_t second, uint64_t third,
                                   const std::string& what);  // 0xF5
// What a post-operation may have done wrong that the operation survives: told to a verifier.
void check_post(const Op& op, const Level& level);
// Around every callback: counts it, and proves that IRQL and APC state come back as they were.
class CallbackGuard {
 public:
  // role: the name of Filter Manager's routine in a stack; why: see ke::HostRole.
  CallbackGuard(Filter& filter, const char* callback, const char* role = "FltpCallback",
                const char* why = nullptr);
  CallbackGuard(Filter& filter, size_t slot, bool post);
  void check();  // after the callback returned

 private:
  Filter& filter_;
  const char* callback_;
  ke::HostRole role_;  // for reports
  KIRQL irql_;
  int kernel_apc_disable_;
  int special_apc_disable_;
  size_t slot_ = kOperationSlots;  // of an operation's callback
  bool post_ = false;
  uint64_t start_ = 0;
};
std::string narrow(std::u16string_view text);
std::u16string_view view(const UNICODE_STRING& text);
inline std::u16string_view view(PCUNICODE_STRING text) {
  return text == nullptr ? std::u16string_view() : view(*text);
}
bool equal_ignoring_case(std::u16string_view left, std::u16string_view right);

// ------------------------------------------------------------------ contexts, names, work, leaks
struct StreamState {  // io::Stream::filter_contexts
  ContextList* contexts = nullptr;
  std::mutex name_lock;
  NameInfo* names[2] = {};  // by format: normalized, opened
};
StreamState& stream_state(io::Stream& stream);
ContextList* handle_list(PFILE_OBJECT file, bool create);  // null: none yet
void remove_contexts(Instance& instance);  // from streams, files, handles and itself
std::vector<std::string> live_contexts(Filter& filter);
void free_quarantine(Filter& filter);
void drop_name(NameInfo* name);
NTSTATUS name_from_path(Stack& stack, std::u16string_view path, FLT_FILE_NAME_OPTIONS format,
                        PFLT_FILE_NAME_INFORMATION* result);
// `whole` from after the volume's bytes on; any result may be null.
void split_name(const UNICODE_STRING& whole, USHORT volume_bytes, PUNICODE_STRING extension,
                PUNICODE_STRING stream, PUNICODE_STRING final_component, PUNICODE_STRING parent);
void forget_names(StreamState& state);
std::vector<std::string> live_names();
bool contexts_ending(
    Filter& filter);  // some context's last reference went, its cleanup has not ended
void wait_for_cleanups(Filter& filter);
std::vector<std::string> live_generated(const Filter* filter);
std::vector<std::string> live_work_items();
PDRIVER_OBJECT calling_driver();

inline constexpr uint32_t kTag = 0x74466c46;  // FlFt
void* allocate_object(size_t bytes);          // in the system arena, aligned to a cache line
void free_object(void* address);
template <typename T, typename... A>
T* make(A&&... arguments) {
  return new (allocate_object(sizeof(T))) T(std::forward<A>(arguments)...);
}
template <typename T>
void destroy(T* object) {
  object->~T();
  free_object(object);
}

}  // namespace flthost::flt
