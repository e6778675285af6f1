// sluice.sys: what its files share. Every function states the IRQL it may run at; a function
// without SLUICE_PAGED or SLUICE_INIT lies in .text and is resident.
//
// Lock order: none nests in another. ConsumerLock (fast mutex, <= APC_LEVEL), the process writers'
// lock, the pend lock and a stream's lock (spin locks). FltSendMessage is called under none.
#pragma once

#include <fltKernel.h>
#include <sluice/decode.h>

#include "../core/breaker.h"
#include "../core/pend_queue.h"
#include "../core/process_table.h"
#include "../core/ring.h"
#include "../core/stream_state.h"

// Pageable code: routines that run solely at PASSIVE_LEVEL and never on the paging path.
#define SLUICE_PAGED __declspec(code_seg("PAGE"))
// Thrown away after DriverEntry.
#define SLUICE_INIT __declspec(code_seg("INIT"))

namespace sluice::driver {

using protocol::Attribution;
using protocol::EventRecord;
using protocol::Lane;
using protocol::Operation;
using protocol::Reason;
using protocol::VerdictKind;

// ------------------------------------------------------------------ limits and pool tags

inline constexpr uint32_t kRingBudgetBytes = 64u << 20;  // all shards together
inline constexpr uint32_t kRingBytesMax = 4u << 20;      // one shard
inline constexpr uint32_t kRingBytesMin = 128u << 10;
inline constexpr uint32_t kPendWorkers = 4;
inline constexpr uint32_t kPendBound = 1024;          // asked asynchronous paging reads in flight
inline constexpr uint32_t kPendReserve = 32;          // of them with memory of their own
inline constexpr uint32_t kExemptFiles = 64;          // AddExempt
inline constexpr uint32_t kSwapBytesMax = 16u << 20;  // one swapped read
inline constexpr uint64_t kScanBytesMax = 1024ull << 20;  // one content scan
inline constexpr uint32_t kScanChunkBytes = protocol::kMaxDataBytes;

enum PoolTag : ULONG {
  kTagName = 'nSlS',      // Name
  kTagOp = 'oSlS',        // Op, the completion context
  kTagPend = 'pSlS',      // PendItem
  kTagMessage = 'mSlS',   // an Ask under way
  kTagSwap = 'bSlS',      // swapped read buffer
  kTagScan = 'cSlS',      // scan buffer
  kTagRing = 'rSlS',      // event rings and shards
  kTagTable = 'tSlS',     // process table, batch buffers
  kTagStream = 'sSlS',    // stream contexts
  kTagHandle = 'hSlS',    // stream handle contexts
  kTagInstance = 'iSlS',  // instance contexts
};

// ------------------------------------------------------------------ objects

// A path in nonpaged memory, counted.
struct Name {
  Atomic<uint32_t> references;
  uint16_t bytes;
  bool cut;
  WCHAR text[1];
};

struct InstanceContext {
  Atomic<uint8_t> draining;
  uint32_t sector_bytes;
  Name* volume;  // \Device\HarddiskVolumeN
};

struct StreamContext {
  KSPIN_LOCK lock;  // guards `name` and `state`
  uint64_t id;
  Atomic<uint64_t> file_id;  // 0 unknown
  Name* name;                // as last opened
  StreamState state;
};

enum HandleFlags : uint32_t { kHandleDirectory = 1, kHandleVolume = 2, kHandleAdopted = 4 };

struct HandleContext {
  uint64_t id;
  uint64_t opener_pid;
  uint64_t opener_start;
  uint32_t flags;
  Terms terms;
  Atomic<uint8_t> delete_decided;  // by `terms`, when it was opened
  Name* name;
  StreamContext* stream;  // null for directories, volumes and what supports none
};

// The outcome of an ask, or of not asking.
struct Answer {
  VerdictKind verdict;
  Reason reason;
  NTSTATUS status;  // of a denial
  uint64_t ask_ns;
  bool taken;   // pended reads: somebody else completed it meanwhile
  bool usable;  // `reply` is the service's
  protocol::Verdict reply;
};

struct PendItem;

// One reported or decided operation between its pre- and its post-operation.
struct Op {
  EventRecord record;
  Terms terms;
  Name* name;             // and behind it the new one of a rename or link
  Name* target;           // of a rename or link
  HandleContext* handle;  // a reference
  StreamContext* stream;  // a reference of its own, or the handle's
  InstanceContext* instance;
  PendItem* pend;
  bool borrows_stream;
  bool report;     // emit an event at the end
  bool asks;       // the post-operation asks about the data
  bool asked;      // create: decided in the pre-operation
  Reason missing;  // reads: why the post-operation can't ask and the default stands; else NotAsked
  uint8_t* data;   // reads: the caller's buffer, mapped
  uint32_t length;
  uint8_t* message;     // preallocated for one ask with data
  uint8_t* swap;        // the buffer the file system fills, inside of swap_block
  uint8_t* swap_block;  // room for a message's head before the data, so that asking copies nothing
  uint32_t access;      // create: AccessClass
  uint64_t writes;      // StreamState::writes() before the data was read
  Answer answer;        // create: of the pre-operation
};

struct PendItem {
  PendSlot slot;  // first: the queue hands out slots
  Op op;
  PFLT_CALLBACK_DATA data;
  uint64_t queued;  // counter
};

struct Shard {
  Ring ring;
  KSPIN_LOCK shared;  // only when there are more processors than shards
  Atomic<uint64_t> operations[static_cast<int>(Operation::Count)];
  Atomic<uint64_t> paging_reads;
  Atomic<uint64_t> paging_reads_at_dispatch;
  Atomic<uint64_t> paging_reads_pended;
  Atomic<uint64_t> remembered;
  Atomic<uint64_t> denied;
  Atomic<uint64_t> released_disconnected;
  Atomic<uint64_t> released_other;
};

struct Policy {
  Atomic<uint32_t> generation;
  Atomic<uint32_t> default_plan;
  Atomic<uint32_t> deadline_ms;
  Atomic<uint32_t> paging_deadline_ms;
  Atomic<uint8_t> on_timeout;
  Atomic<uint8_t> ask_processes;
};

struct Worker {
  PETHREAD thread;
  uint8_t* message;  // kMaxMessageBytes
};

struct Driver {
  PFLT_FILTER filter;
  PFLT_PORT server_port;
  PFLT_PORT client_port;  // FltSendMessage and FltCloseClientPort synchronise on it
  POOL_TYPE nonpaged;     // NonPagedPoolNx where it exists
  ULONG mapping;          // priority and flags of an MDL's mapping
  uint64_t boot;
  uint64_t system_pid;
  int64_t base_time;
  int64_t base_counter;
  int64_t counter_frequency;
  bool process_notify;

  Atomic<uint8_t> unloading;
  bool port_closed;                   // no service any more; under consumer_lock
  Atomic<uint32_t> acknowledgements;  // messages, counted while we unload
  Atomic<uint8_t> ready;              // connected and greeted
  Atomic<uint32_t> connection;
  Atomic<uint64_t> service_pid;
  Policy policy;

  Atomic<uint64_t> next_ask;
  Atomic<uint64_t> next_id;  // streams and handles
  Atomic<uint64_t> asked;
  Atomic<uint64_t> answered;
  Atomic<uint64_t> missed;
  Atomic<uint64_t> late;
  Atomic<uint64_t> breaker_opened;
  Atomic<uint64_t> refused_control;
  Atomic<uint64_t> streams;
  Breaker breaker[2];  // [on the paging path]

  Shard* shards;
  uint8_t* ring_memory;
  uint32_t shard_count;
  uint32_t ring_bytes;
  bool shards_shared;
  FAST_MUTEX consumer_lock;
  uint8_t* batch;
  PETHREAD drain_thread;
  KEVENT drain_event;
  Atomic<uint64_t> wake_at;  // unsent bytes that wake the drain thread; 0: it is awake
  Atomic<uint8_t> drain_stop;

  KSPIN_LOCK process_lock;
  ProcessTable* processes;

  KSPIN_LOCK pend_lock;
  PendQueue pends;
  PendItem* pend_reserve;
  KSEMAPHORE pend_ready;
  Atomic<uint8_t> pend_stop;
  Worker workers[kPendWorkers];

  NPAGED_LOOKASIDE_LIST op_list;
  bool op_list_ready;

  Atomic<uint32_t> exempt_count;
  Atomic<uint64_t> exempt[kExemptFiles];
};

extern Driver g;

// ------------------------------------------------------------------ memory and time

// Any of these: <= DISPATCH_LEVEL.
_IRQL_requires_max_(DISPATCH_LEVEL) void* allocate(uint64_t bytes, PoolTag tag);
_IRQL_requires_max_(DISPATCH_LEVEL) void release(void* memory, PoolTag tag);
_IRQL_requires_max_(HIGH_LEVEL) int64_t time_now();  // 100 ns since 1601
_IRQL_requires_max_(HIGH_LEVEL) uint64_t counter_now();
_IRQL_requires_max_(HIGH_LEVEL) uint64_t nanoseconds_since(uint64_t counter);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS
    start_thread(PKSTART_ROUTINE routine, void* context, PETHREAD* thread);
_IRQL_requires_max_(PASSIVE_LEVEL) void join_thread(PETHREAD* thread);

// Runs `body` at DISPATCH_LEVEL under the lock. Never inlined: callers may lie in PAGE, what runs
// at DISPATCH_LEVEL may not. `body` is a lambda of a caller and becomes part of this function; the
// residency test finds one that did not.
template <typename Body>
_IRQL_requires_max_(DISPATCH_LEVEL)
    __declspec(noinline) auto locked(KSPIN_LOCK* lock, const Body& body) {
  KIRQL irql;
  KeAcquireSpinLock(lock, &irql);
  if constexpr (__is_same(decltype(body()), void)) {
    body();
    KeReleaseSpinLock(lock, irql);
  } else {
    const auto result = body();
    KeReleaseSpinLock(lock, irql);
    return result;
  }
}

// ------------------------------------------------------------------ names.cpp

_IRQL_requires_max_(DISPATCH_LEVEL) Name* name_make(PCUNICODE_STRING first,
                                                    PCUNICODE_STRING second);
_IRQL_requires_max_(DISPATCH_LEVEL) Name* name_reference(Name* name);
_IRQL_requires_max_(DISPATCH_LEVEL) void name_release(Name* name);
_IRQL_requires_max_(DISPATCH_LEVEL) bool name_equals(const Name* name, const Name* other);
_IRQL_requires_max_(PASSIVE_LEVEL) Name* name_of_create(PFLT_CALLBACK_DATA data,
                                                        PCFLT_RELATED_OBJECTS objects,
                                                        const InstanceContext* instance);
_IRQL_requires_max_(APC_LEVEL) Name* name_of_open(PFLT_CALLBACK_DATA data);

// ------------------------------------------------------------------ contexts.cpp

extern const FLT_CONTEXT_REGISTRATION kContextRegistration[];

_IRQL_requires_max_(APC_LEVEL) InstanceContext* instance_context(PCFLT_RELATED_OBJECTS objects);
_IRQL_requires_max_(APC_LEVEL) StreamContext* find_stream(PCFLT_RELATED_OBJECTS objects);
_IRQL_requires_max_(PASSIVE_LEVEL) StreamContext* find_or_make_stream(PCFLT_RELATED_OBJECTS objects,
                                                                      Name* name, bool* moved);
_IRQL_requires_max_(PASSIVE_LEVEL) void learn_file_id(PCFLT_RELATED_OBJECTS objects,
                                                      StreamContext* stream);
_IRQL_requires_max_(APC_LEVEL) HandleContext* find_handle(PCFLT_RELATED_OBJECTS objects);
// Makes and attaches one; takes its own references. Null when contexts are not supported.
_IRQL_requires_max_(PASSIVE_LEVEL) HandleContext* make_handle(PCFLT_RELATED_OBJECTS objects,
                                                              const HandleContext& like);
// The handle of a file object that was opened before its process became interesting.
_IRQL_requires_max_(APC_LEVEL) HandleContext* adopt_handle(PFLT_CALLBACK_DATA data,
                                                           PCFLT_RELATED_OBJECTS objects,
                                                           const ProcessEntry& process);
// Does this open's plan have one of the bits?
_IRQL_requires_max_(APC_LEVEL) bool plan_of_open(PCFLT_RELATED_OBJECTS objects, uint32_t bits);
_IRQL_requires_max_(DISPATCH_LEVEL) Name* stream_name(StreamContext* stream);  // referenced
_IRQL_requires_max_(DISPATCH_LEVEL) bool stream_exempt(const StreamContext* stream);

// ------------------------------------------------------------------ op.cpp

// Null when there is no memory. `pended`: of the pend queue's items (bounded).
_IRQL_requires_max_(DISPATCH_LEVEL) Op* op_allocate(bool pended, PFLT_INSTANCE instance);
_IRQL_requires_max_(DISPATCH_LEVEL) void op_free(Op* op);
// Fills the record from the request.
_IRQL_requires_max_(APC_LEVEL) void describe_request(EventRecord* record, PFLT_CALLBACK_DATA data,
                                                     Operation operation, uint64_t pid);
// There was no memory for an Op: tells the operation now, before its outcome is known (status
// STATUS_PENDING), or that it was denied; returns what the pre-operation returns.
_IRQL_requires_max_(APC_LEVEL) FLT_PREOP_CALLBACK_STATUS
    tell_without_op(PFLT_CALLBACK_DATA data, Operation operation, const ProcessEntry& process,
                    const HandleContext* handle, bool denied);
_IRQL_requires_max_(APC_LEVEL) void op_attach(Op* op, HandleContext* handle, StreamContext* stream);
// Puts the answer into the record.
_IRQL_requires_max_(DISPATCH_LEVEL) void op_note(Op* op, const Answer& answer);
// Emits the event if it is to be reported, and frees.
_IRQL_requires_max_(DISPATCH_LEVEL) void op_finish(Op* op, NTSTATUS status, uint64_t information);
// Completes the operation in the pre-operation with a denial.
_IRQL_requires_max_(APC_LEVEL) FLT_PREOP_CALLBACK_STATUS
    op_deny_now(Op* op, PFLT_CALLBACK_DATA data, NTSTATUS status);
// Post-operation of what is only reported.
_IRQL_requires_max_(DISPATCH_LEVEL) FLT_POSTOP_CALLBACK_STATUS
    op_report_post(Op* op, PFLT_CALLBACK_DATA data, FLT_POST_OPERATION_FLAGS flags);
_IRQL_requires_max_(DISPATCH_LEVEL) Answer
    remembered(VerdictKind verdict, NTSTATUS status, uint32_t rule, uint32_t generation);
_IRQL_requires_max_(DISPATCH_LEVEL) Answer default_answer(const Terms& terms, Reason reason);
_IRQL_requires_max_(DISPATCH_LEVEL) NTSTATUS denial_status(NTSTATUS wanted);

// ------------------------------------------------------------------ process.cpp

// Is it to be reported or decided? Fills `process` then.
_IRQL_requires_max_(DISPATCH_LEVEL) bool interesting(uint64_t pid, PFLT_CALLBACK_DATA data,
                                                     ProcessEntry* process);
_IRQL_requires_max_(DISPATCH_LEVEL) bool put_process(const ProcessEntry& process);
_IRQL_requires_max_(PASSIVE_LEVEL) void process_notify(PEPROCESS process, HANDLE pid,
                                                       PPS_CREATE_NOTIFY_INFO info);
_IRQL_requires_max_(DISPATCH_LEVEL) Terms
    terms_of_reply(const protocol::Verdict& reply, const Terms& otherwise);

// ------------------------------------------------------------------ ask.cpp

struct Question {
  protocol::AskKind kind;
  uint8_t flags;  // protocol::AskFlags
  const EventRecord* record;
  const Name* name;
  Terms terms;
  const InstanceContext* instance;
  uint64_t data_offset;
  uint64_t file_size;
  const uint8_t* data;
  uint32_t data_bytes;
  uint32_t deadline_ms;  // 0: the terms'
  uint64_t begin;        // counter from which ask_data's deadline runs; 0: now
  uint8_t* message;      // room for all of it, or null; data may stand in its place already
  PendItem* pend;
};

// Asks the service and waits, or says by what default it stands. Holds no lock.
_IRQL_requires_max_(APC_LEVEL) void ask(const Question& question, Answer* answer);
// Asks about data chunk by chunk until allowed or denied, all within one deadline.
_IRQL_requires_max_(APC_LEVEL) void ask_data(Question question, const uint8_t* data,
                                             uint32_t length, Answer* answer);
// Bytes of an ask before its data.
_IRQL_requires_max_(DISPATCH_LEVEL) uint32_t ask_head_bytes(const Name* name);
_IRQL_requires_max_(DISPATCH_LEVEL) uint32_t deadline_of(const Terms& terms, bool paging);

// ------------------------------------------------------------------ notify.cpp

_IRQL_requires_max_(DISPATCH_LEVEL) void emit(EventRecord& record, const Name* name);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS notify_start();
// Sends what is left, also to a service that connects meanwhile; joins the thread.
_IRQL_requires_max_(PASSIVE_LEVEL) void notify_stop();
_IRQL_requires_max_(PASSIVE_LEVEL) void notify_destroy();  // when no callback can come any more
_IRQL_requires_max_(PASSIVE_LEVEL) void notify_wake();
_IRQL_requires_max_(APC_LEVEL) void notify_reconnect();
_IRQL_requires_max_(APC_LEVEL) void notify_acknowledge(uint32_t shard, uint64_t sequence);

// ------------------------------------------------------------------ pend.cpp

_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS pend_start();
_IRQL_requires_max_(PASSIVE_LEVEL) void pend_stop();
_IRQL_requires_max_(PASSIVE_LEVEL) void pend_destroy();
_IRQL_requires_max_(DISPATCH_LEVEL) bool pend_push(PendItem* item, PFLT_CALLBACK_DATA data,
                                                   Reason* why);
_IRQL_requires_max_(DISPATCH_LEVEL) bool pend_begin_wait(PendItem* item);
_IRQL_requires_max_(DISPATCH_LEVEL) bool pend_end_wait(PendItem* item);
// Completes everything pended (of one instance, or null for all) by default, at once.
_IRQL_requires_max_(DISPATCH_LEVEL) void pend_release(PFLT_INSTANCE instance, Reason reason);
_IRQL_requires_max_(DISPATCH_LEVEL) PendItem* pend_item_allocate(PFLT_INSTANCE instance);
_IRQL_requires_max_(DISPATCH_LEVEL) void pend_item_retire(PendItem* item);
_IRQL_requires_max_(DISPATCH_LEVEL) uint32_t pend_count();

// ------------------------------------------------------------------ port.cpp

_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS port_open();
_IRQL_requires_max_(PASSIVE_LEVEL) void read_statistics(protocol::Statistics* statistics);
_IRQL_requires_max_(PASSIVE_LEVEL) void port_close_server();
_IRQL_requires_max_(PASSIVE_LEVEL) void port_close_client();

// ------------------------------------------------------------------ operations

FLT_PRE_OPERATION_CALLBACK create_pre, read_pre, write_pre, cleanup_pre, close_pre, section_pre,
    change_pre;
// The fast I/O that hands out the cache's own pages: refused where the IRP is decided.
FLT_PRE_OPERATION_CALLBACK mdl_read_pre, mdl_write_pre;
FLT_POST_OPERATION_CALLBACK create_post, read_post, write_post, cleanup_post, close_post,
    section_post, change_post;

// read.cpp, shared with pend.cpp: applies the verdict on a paging read to its data and status.
_IRQL_requires_max_(DISPATCH_LEVEL) void paging_apply(Op* op, PFLT_CALLBACK_DATA data,
                                                      const Answer& answer);
_IRQL_requires_max_(APC_LEVEL) void paging_ask(Op* op, PFLT_CALLBACK_DATA data, uint8_t* message,
                                               Answer* answer);
// read.cpp: a content denial that sticks to the stream for this tree; the answer then.
_IRQL_requires_max_(DISPATCH_LEVEL) bool content_denied(StreamContext* stream, uint64_t tree,
                                                        Answer* answer);
// section.cpp: scans the content through our own reads; PASSIVE only, else the default stands.
_IRQL_requires_max_(APC_LEVEL) void scan_content(Op* op, PCFLT_RELATED_OBJECTS objects,
                                                 Answer* answer);
_IRQL_requires_max_(DISPATCH_LEVEL) void remember_content_denial(Op* op, const Answer& answer);

}  // namespace sluice::driver
