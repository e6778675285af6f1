// The contract between sluice.sys and user mode: every message, its layout and its limits.
//
// Travels through a Filter Manager communication port: driver -> service by FltSendMessage (behind
// a FILTER_MESSAGE_HEADER), service -> driver by FilterReplyMessage (behind a FILTER_REPLY_HEADER)
// and FilterSendMessage. Little-endian, 8-byte aligned, no pointers, no padding that is not a named
// field. Freestanding C++20: the driver, the service and the fuzzers include this same file.
//
// Each side treats the other as hostile: nothing here is read before decode.h has accepted it.
#pragma once

#include <stdint.h>

namespace sluice::protocol {

inline constexpr char16_t kPortName[] = u"\\SluicePort";

inline constexpr uint32_t kMagic = 0x43494c53;  // "SLIC"
inline constexpr uint16_t kVersion = 2;

// Limits, in bytes. A message that exceeds one is refused whole, never cut silently.
inline constexpr uint32_t kMaxBatchBytes = 64 * 1024;  // one Events message
inline constexpr uint32_t kMaxPathBytes =
    8 * 1024;  // UTF-16 bytes of a path in a record; longer is cut
               // at the front and flagged kRecordPathCut
inline constexpr uint32_t kMaxDataBytes = 64 * 1024;  // file data in one Ask
inline constexpr uint32_t kMaxRecordBytes = 512 + kMaxPathBytes;
inline constexpr uint32_t kMaxMessageBytes = 512 + kMaxRecordBytes + kMaxDataBytes;
inline constexpr uint32_t kMaxShards = 256;

// ------------------------------------------------------------------ driver -> service

enum class MessageKind : uint16_t {
  Events = 1,  // EventBatch, no reply; FltSendMessage returns when the service has it
  Ask = 2,     // Ask, answered by a Verdict
};

struct MessageHeader {
  uint32_t magic;
  uint16_t version;
  uint16_t kind;  // MessageKind
  uint32_t size;  // bytes of the whole message, this header included
  uint32_t zero;
  uint64_t boot;  // random per load of the driver; sequences of different boots don't compare
};
static_assert(sizeof(MessageHeader) == 24);

enum class Operation : uint16_t {
  None = 0,
  Create = 1,
  Read = 2,
  Write = 3,
  Cleanup = 4,
  Close = 5,
  Section = 6,  // acquire for section synchronization: a mapping is made
  ProcessStart = 7,
  ProcessExit = 8,
  Dropped = 9,  // not an operation: these sequence numbers are lost, see DroppedRange
  Rename = 10,
  Link = 11,
  Delete = 12,   // it goes when its last handle does; on close is Create's
  SetSize = 13,  // end of file, allocation, valid data length
  Count = 14,
};

enum class Lane : uint8_t {
  Notify = 0,         // told, never waited
  Verdict = 1,        // asked in the operation's own thread
  VerdictPended = 2,  // asked by the driver's worker while the post-operation was pended
};

enum class VerdictKind : uint8_t {
  None = 0,
  Allow = 1,
  Deny = 2,
  More = 3
};  // More: send the next chunk

// How a verdict was reached.
enum class Reason : uint8_t {
  NotAsked = 0,        // nothing in the plan asks for this operation
  Service = 1,         // the service answered in time
  Remembered = 2,      // an earlier answer, kept in a context
  DeadlineMissed = 3,  // the class's default, after its deadline
  Disconnected = 4,    // the class's default: no service, or it went while we waited
  BreakerOpen = 5,     // the class's default: the service misses deadlines, not asked
  QueueFull = 6,       // the class's default: no room to pend a paging read
  NoResources = 7,     // the class's default: an allocation or a mapping failed
  Draining = 8,        // the class's default: instance teardown or unload
  RequestorDying = 9,  // the waiting thread is being terminated
  Exempt = 10,         // the service's own file or I/O, paging file, recursion
};

// Who is held responsible for an operation, and how we know.
enum class Attribution : uint8_t {
  Requestor = 0,  // the process whose thread issued it
  Opener = 1,     // the process that opened this file object
  Mapper = 2,     // the only process that mapped this stream writable
  MapperSet = 3,  // one of several that mapped it writable; `responsible_pid` is the latest
  Unknown = 4,
};

// EventRecord::flags
enum RecordFlags : uint32_t {
  kPagingIo = 1u << 0,
  kSynchronousPagingIo = 1u << 1,
  kNonCached = 1u << 2,
  kFastIo = 1u << 3,
  kSynchronous = 1u << 4,    // FltIsOperationSynchronous
  kWritable = 1u << 5,       // Section: page protection allows writing
  kExecutable = 1u << 6,     // Section: page protection allows execution
  kSwappedBuffer = 1u << 7,  // data reached the caller's buffer only after the verdict
  kRecordPathCut = 1u << 8,
  kDirectory = 1u << 9,
  kNewFile = 1u << 10,      // Create made the file
  kPostDecided = 1u << 11,  // decided in the post-operation (else before)
  kMdl = 1u << 12,
  kContentVerdict = 1u << 13,
  kReplaces = 1u << 14,  // Rename, Link: the target may be there already, and goes then
};

inline constexpr uint8_t kNoIrql = 0xff;

// One operation. `size` counts the path behind it and is a multiple of 8.
struct EventRecord {
  uint32_t size;
  uint16_t operation;      // Operation
  uint16_t path_bytes;     // UTF-16 bytes that follow this struct (no terminator)
  uint64_t sequence;       // within the shard, from 1; 0 inside an Ask
  int64_t time;            // system time, 100 ns since 1601
  uint64_t stream_id;      // the driver's own number of the stream; 0 unknown
  uint64_t handle_id;      // the driver's own number of the open (file object); 0 unknown
  uint64_t process_start;  // create time of `pid`, 100 ns since 1601; tells a reused pid apart
  uint32_t pid;            // of the issuing thread's process
  uint32_t tid;
  uint32_t responsible_pid;
  uint32_t parent_pid;      // ProcessStart only
  int32_t status;           // NTSTATUS the requestor gets
  uint32_t flags;           // RecordFlags
  uint64_t offset;          // bytes; Dropped: first lost sequence
  uint64_t length;          // bytes asked; SetSize: the size; Dropped: last lost sequence
  uint64_t information;     // IoStatus.Information; Dropped: DropCause
  uint32_t desired_access;  // Create
  uint32_t create_options;  // Create: as in the IRP, disposition in the high byte
  uint32_t rule;            // the service's rule number from the verdict; 0 none
  uint32_t generation;      // of the policy that decided
  uint64_t ask_ns;          // time spent waiting for the service; 0 when not asked
  uint8_t irql_pre;         // IRQL of the pre-operation, kNoIrql when there was none
  uint8_t irql_post;
  uint8_t lane;           // Lane
  uint8_t verdict;        // VerdictKind
  uint8_t reason;         // Reason
  uint8_t attribution;    // Attribution
  uint16_t target_bytes;  // Rename, Link: of path_bytes, the last ones are the new path
};
static_assert(sizeof(EventRecord) == 128);

enum class DropCause : uint8_t { None = 0, RingFull = 1, Oversize = 2, Unloaded = 3, Count = 4 };

// Records of one shard with rising, gapless sequence numbers (a Dropped record stands for its
// range).
struct EventBatch {
  MessageHeader header;
  uint32_t shard;
  uint32_t count;           // records
  uint64_t first_sequence;  // of the first record
  uint64_t next_sequence;   // one past the last
  uint32_t flags;           // BatchFlags
  uint32_t zero;
};
static_assert(sizeof(EventBatch) == 56);

enum BatchFlags : uint32_t {
  kBatchResent =
      1u << 0,  // may have been delivered before to a service that did not acknowledge it
  // The driver unloads: nothing of this shard comes after it. Acknowledged like any other, which
  // the driver waits for within a bound, so that GetStatistics can be asked before.
  kBatchFinal = 1u << 1,
};

enum class AskKind : uint8_t {
  Process = 1,   // a process starts: is it interesting? record.path is its image
  Create = 2,    // may it be opened/created?
  Section = 3,   // may it be mapped?
  ReadData = 4,  // may this data, already read, be delivered? data attached
  ScanData = 5,  // content scan before a decision: chunks from offset 0 on, data attached
  Change = 6,    // may it be renamed, linked, deleted? record.operation says which
};

enum AskFlags : uint8_t {
  kAskPaging = 1u << 0,  // on the paging path: the handler must not open the file it decides about
  kAskLastChunk = 1u << 1,  // ReadData, ScanData: no more data follows for this decision
};

// One question. Layout: Ask, EventRecord + path (record_bytes), data (data_bytes).
struct Ask {
  MessageHeader header;
  uint64_t ask_id;
  uint64_t tree;         // of the process, as the service named it; 0 unknown
  uint64_t data_offset;  // file offset of the data
  uint64_t file_size;    // bytes, when known; else 0
  uint32_t generation;
  uint32_t deadline_ms;  // the service should answer within 80 percent of it
  uint32_t record_bytes;
  uint32_t data_bytes;
  uint8_t kind;             // AskKind
  uint8_t flags;            // AskFlags
  uint8_t default_verdict;  // VerdictKind that stands when no answer comes
  uint8_t zero[5];
};
static_assert(sizeof(Ask) == 80);

// ------------------------------------------------------------------ service -> driver: the reply

// Plan bits: what the driver does from now on, for a process (Process) or a stream's open (Create).
enum PlanBits : uint32_t {
  kPlanInteresting = 1u << 0,  // Process: report and decide its operations
  kPlanInherit = 1u << 1,      // Process: children get the same plan without asking
  kPlanAskCreate = 1u << 2,    // Process: creates are asked; else reported only
  kPlanNotifyCreate = 1u << 3,
  kPlanNotifyRead = 1u << 4,
  kPlanNotifyWrite = 1u << 5,
  kPlanNotifyClose = 1u << 6,  // cleanup and close
  kPlanNotifySection = 1u << 7,
  kPlanAskSection = 1u << 8,  // Create: mapping the stream is asked
  kPlanAskRead = 1u << 9,     // Create: each non-paging read is asked with its data, swapped buffer
  kPlanAskPagingRead = 1u << 10,  // Create: each page-in is asked with its data
  kPlanScanSection = 1u << 11,    // Create: scan the content before the first mapping is allowed
  kPlanDenyWrite = 1u << 12,  // Create: the write side was decided: deny (paging writes included)
  kPlanAskChange = 1u << 13,  // Process: renames, links and deletions are asked
  kPlanNotifyChange = 1u << 14,  // and sizes with kPlanNotifyWrite
};
inline constexpr uint32_t kPlanNotifyAll = kPlanNotifyCreate | kPlanNotifyRead | kPlanNotifyWrite |
                                           kPlanNotifyClose | kPlanNotifySection |
                                           kPlanNotifyChange;

enum class Remember : uint8_t {
  No = 0,
  Stream = 1,  // for this stream, tree and access, until the generation changes
};

struct Verdict {
  uint32_t magic;
  uint16_t version;
  uint8_t verdict;   // VerdictKind
  uint8_t remember;  // Remember
  uint64_t ask_id;
  uint64_t tree;   // Process: names the tree; children inherit it
  int32_t status;  // NTSTATUS for Deny; 0 means STATUS_ACCESS_DENIED
  uint32_t generation;
  uint32_t plan;  // PlanBits
  uint32_t rule;
  uint32_t deadline_ms;  // of later asks under this plan; 0: the policy's
  uint32_t paging_deadline_ms;
  uint8_t on_timeout;  // VerdictKind that stands when a later ask is not answered
  uint8_t zero[7];
};
static_assert(sizeof(Verdict) == 56);

// ------------------------------------------------------------------ service -> driver: control

enum class ControlKind : uint16_t {
  Hello = 1,          // Hello -> HelloReply; the first message of a connection
  SetPolicy = 2,      // SetPolicy -> nothing
  SetProcess = 3,     // SetProcess -> nothing
  Acknowledge = 4,    // Acknowledge -> nothing
  GetStatistics = 5,  // ControlHeader -> Statistics
  AddExempt = 6,      // AddExempt -> nothing
};

struct ControlHeader {
  uint32_t magic;
  uint16_t version;
  uint16_t kind;  // ControlKind
  uint32_t size;  // bytes, this header included
  uint32_t zero;
};
static_assert(sizeof(ControlHeader) == 16);

struct Hello {
  ControlHeader header;
  uint32_t service_pid;
  uint32_t zero;
};

struct ShardState {
  uint64_t next_sequence;          // the next number to be given out
  uint64_t acknowledged_sequence;  // everything below it was acknowledged by some service
};

struct HelloReply {
  ControlHeader header;
  uint64_t boot;
  uint32_t generation;  // policy in force; 0 none
  uint32_t shard_count;
  ShardState shards[kMaxShards];  // shard_count of them are sent
};
static_assert(sizeof(HelloReply) == 32 + 16 * kMaxShards);

struct SetPolicy {
  ControlHeader header;
  uint32_t generation;          // rises; never 0
  uint32_t default_plan;        // of processes nobody was asked about (no service)
  uint32_t deadline_ms;         // of asks, 1..600000
  uint32_t paging_deadline_ms;  // of asks on the paging path, 1..60000
  uint8_t on_timeout;           // VerdictKind
  uint8_t ask_processes;        // 1: each process start is asked; 0: default_plan is theirs
  uint8_t zero[6];
};
static_assert(sizeof(SetPolicy) == 40);

struct SetProcess {
  ControlHeader header;
  uint64_t tree;
  uint64_t process_start;  // 0: whoever has the pid now
  uint32_t pid;
  uint32_t plan;
  uint32_t deadline_ms;
  uint32_t paging_deadline_ms;
  uint8_t on_timeout;
  uint8_t zero[7];
};
static_assert(sizeof(SetProcess) == 56);

struct Acknowledge {
  ControlHeader header;
  uint64_t boot;
  uint32_t shard;
  uint32_t zero;
  uint64_t next_sequence;  // everything below it is recorded
};
static_assert(sizeof(Acknowledge) == 40);

// A file the service itself needs: its page-ins never wait for the service.
struct AddExempt {
  ControlHeader header;
  uint8_t file_id[16];  // FILE_ID_128
};
static_assert(sizeof(AddExempt) == 32);

struct Statistics {
  ControlHeader header;
  uint64_t boot;
  uint64_t numbered;  // events given a number, all shards
  uint64_t acknowledged;
  uint64_t dropped[static_cast<int>(DropCause::Count)];
  uint64_t operations[static_cast<int>(Operation::Count)];  // interesting operations seen
  uint64_t paging_reads;
  uint64_t paging_reads_at_dispatch;  // post-operation ran at DISPATCH_LEVEL
  uint64_t paging_reads_pended;
  uint64_t verdicts_asked;
  uint64_t verdicts_answered;
  uint64_t verdicts_remembered;
  uint64_t denied;
  uint64_t deadline_missed;
  uint64_t released_disconnected;
  uint64_t released_other;  // queue full, no resources, draining, breaker
  uint64_t breaker_opened;
  uint64_t late_replies;
  uint64_t pending_now;
  uint64_t streams_now;
  uint64_t processes_now;
  uint64_t refused_control;  // malformed control messages
};

}  // namespace sluice::protocol
