// The notify lane: events go into the ring of the processor they happen on, one thread carries them
// to the service in batches.
//
// emit() raises to DISPATCH_LEVEL and is then alone on its processor's shard: no lock, no locked
// instruction, no allocation. The drain thread sleeps in two ways: shortly while events come (a
// nearly full ring wakes it early), and deeply when none do (the first event wakes it). A producer
// that just misses the sleeper's flag costs one sleep, never an event.
#include "driver.h"

namespace sluice::driver {

namespace {

constexpr LONGLONG kMillisecond = 10'000;  // 100 ns
constexpr LONGLONG kShortSleep = 5 * kMillisecond;
constexpr LONGLONG kDeepSleep = 1000 * kMillisecond;
constexpr LONGLONG kSendTimeout = 1000 * kMillisecond;
constexpr uint32_t kRoundsToDeepSleep = 40;
constexpr uint64_t kWakeBytes = 32 * 1024;
constexpr ULONG kDebugComponent = 77;            // DPFLTR_IHVDRIVER_ID
constexpr ULONG kDebugInfo = 3;                  // DPFLTR_INFO_LEVEL
constexpr int64_t kUnloadPatience = 40'000'000;  // 4 s, 100 ns: for a service to start again too

void count(Shard& shard, const EventRecord& record) {
  shard.operations[record.operation].add_alone(1);
  if (record.operation == static_cast<uint16_t>(Operation::Read) &&
      (record.flags & protocol::kPagingIo) != 0) {
    shard.paging_reads.add_alone(1);
    if (record.irql_post == DISPATCH_LEVEL) shard.paging_reads_at_dispatch.add_alone(1);
    if (record.lane == static_cast<uint8_t>(Lane::VerdictPended)) {
      shard.paging_reads_pended.add_alone(1);
    }
  }
  if (record.verdict == static_cast<uint8_t>(VerdictKind::Deny)) shard.denied.add_alone(1);
  switch (static_cast<Reason>(record.reason)) {
    case Reason::Remembered:
      shard.remembered.add_alone(1);
      break;
    case Reason::Disconnected:
      shard.released_disconnected.add_alone(1);
      break;
    case Reason::BreakerOpen:
    case Reason::QueueFull:
    case Reason::NoResources:
    case Reason::Draining:
      shard.released_other.add_alone(1);
      break;
    default:
      break;
  }
}

}  // namespace

_Use_decl_annotations_ void emit(EventRecord& record, const Name* name) {
  if (name != nullptr && name->cut) record.flags |= protocol::kRecordPathCut;
  const KIRQL irql = KeRaiseIrqlToDpcLevel();
  Shard& shard = g.shards[KeGetCurrentProcessorNumberEx(nullptr) % g.shard_count];
  if (g.shards_shared) KeAcquireSpinLockAtDpcLevel(&shard.shared);
  record.time = time_now();
  shard.ring.write(record, name != nullptr ? name->text : nullptr,
                   name != nullptr ? name->bytes : 0u);
  count(shard, record);
  const uint64_t wake_at = g.wake_at.load();
  const bool wake = wake_at != 0 && shard.ring.unsent_bytes() >= wake_at;
  if (g.shards_shared) KeReleaseSpinLockFromDpcLevel(&shard.shared);
  KeLowerIrql(irql);
  if (wake && g.wake_at.exchange(0) != 0) {
    KeSetEvent(&g.drain_event, IO_NO_INCREMENT, FALSE);
  }
}

_Use_decl_annotations_ void notify_wake() {
  KeSetEvent(&g.drain_event, IO_NO_INCREMENT, FALSE);
}

_Use_decl_annotations_ void notify_reconnect() {
  ExAcquireFastMutex(&g.consumer_lock);
  for (uint32_t i = 0; i < g.shard_count; ++i) g.shards[i].ring.reconnect();
  g.connection.add(1);
  ExReleaseFastMutex(&g.consumer_lock);
}

_Use_decl_annotations_ void notify_acknowledge(uint32_t shard, uint64_t sequence) {
  ExAcquireFastMutex(&g.consumer_lock);
  g.shards[shard].ring.acknowledge(sequence);
  ExReleaseFastMutex(&g.consumer_lock);
}

namespace {

// Sends one batch of a shard; false when the service can't take one now.
_IRQL_requires_max_(PASSIVE_LEVEL) bool send_batch(Ring& ring, bool final) {
  ExAcquireFastMutex(&g.consumer_lock);
  const uint32_t connection = g.connection.load();
  const uint32_t size = ring.fill(g.batch, protocol::kMaxBatchBytes, g.boot, final);
  ExReleaseFastMutex(&g.consumer_lock);
  if (size == 0) return true;
  if (!NT_SUCCESS(FltObjectReference(g.filter))) return false;
  LARGE_INTEGER timeout;
  timeout.QuadPart = -kSendTimeout;
  const NTSTATUS status =
      FltSendMessage(g.filter, &g.client_port, g.batch, size, nullptr, nullptr, &timeout);
  FltObjectDereference(g.filter);
  if (status != STATUS_SUCCESS) return false;
  ExAcquireFastMutex(&g.consumer_lock);
  // A new service came meanwhile: it starts again from what is acknowledged.
  if (g.connection.load() == connection) ring.sent();
  ExReleaseFastMutex(&g.consumer_lock);
  return true;
}

// True when anything was sent.
_IRQL_requires_max_(PASSIVE_LEVEL) bool drain_once() {
  bool any = false;
  for (uint32_t i = 0; i < g.shard_count && g.ready.load_acquire() != 0; ++i) {
    Ring& ring = g.shards[i].ring;
    while (ring.has_unsent() && g.ready.load_acquire() != 0) {
      if (!send_batch(ring, false)) return any;
      any = true;
    }
  }
  return any;
}

bool anything_unsent(uint64_t at_least) {
  for (uint32_t i = 0; i < g.shard_count; ++i) {
    const Ring& ring = g.shards[i].ring;
    if (ring.has_unsent() && ring.unsent_bytes() >= at_least) return true;
  }
  return false;
}

_IRQL_requires_max_(PASSIVE_LEVEL) void sleep(bool deep) {
  const bool connected = g.ready.load_acquire() != 0;
  const uint64_t wake_at = deep ? 1 : kWakeBytes;
  // Without a service nothing an event could do would help: its connection wakes us.
  g.wake_at.store_ordered(connected ? wake_at : 0);
  if (!connected || !anything_unsent(wake_at)) {
    LARGE_INTEGER timeout;
    timeout.QuadPart = deep || !connected ? -kDeepSleep : -kShortSleep;
    KeWaitForSingleObject(&g.drain_event, Executive, KernelMode, FALSE, &timeout);
  }
  g.wake_at.store(0);
}

bool all_acknowledged() {
  for (uint32_t i = 0; i < g.shard_count; ++i) {
    const Ring& ring = g.shards[i].ring;
    if (ring.acknowledged_sequence() < ring.next_sequence()) return false;
  }
  return true;
}

// An acknowledgement wakes us while we unload, and so do a service that connects and an event that
// still comes.
template <typename Done>
_IRQL_requires_max_(PASSIVE_LEVEL) void wait_until(int64_t until, Done done) {
  for (;;) {
    g.wake_at.store_ordered(1);
    if (done()) break;
    LARGE_INTEGER timeout;
    timeout.QuadPart = time_now() - until;
    if (timeout.QuadPart >= 0) break;
    KeWaitForSingleObject(&g.drain_event, Executive, KernelMode, FALSE, &timeout);
  }
  g.wake_at.store(0);
}

// What is left, then one final batch for each shard, within kUnloadPatience. The port is closed
// behind this: the service gets the time to record, and to ask for the statistics of the end. With
// something left and no service, one that connects in this time gets it.
_IRQL_requires_max_(PASSIVE_LEVEL) void drain_finally() {
  const int64_t until = time_now() + kUnloadPatience;
  wait_until(until, [] {
    drain_once();
    return all_acknowledged();
  });
  g.acknowledgements.store(0);
  uint32_t sent = 0;
  for (uint32_t i = 0; i < g.shard_count && g.ready.load_acquire() != 0; ++i) {
    if (time_now() < until && send_batch(g.shards[i].ring, true)) ++sent;
  }
  wait_until(until,
             [sent] { return g.ready.load_acquire() == 0 || g.acknowledgements.load() >= sent; });
}

// Joined by notify_stop, so this code outlives it.
_Function_class_(KSTART_ROUTINE) void drain_thread(void*) {
  uint32_t idle_rounds = 0;
  while (g.drain_stop.load_acquire() == 0) {
    idle_rounds = drain_once() ? 0 : smaller(idle_rounds + 1, kRoundsToDeepSleep);
    if (g.drain_stop.load_acquire() == 0) sleep(idle_rounds >= kRoundsToDeepSleep);
  }
  drain_finally();
  PsTerminateSystemThread(STATUS_SUCCESS);
}

SLUICE_PAGED uint32_t ring_bytes_for(uint32_t shards) {
  PAGED_CODE();
  uint32_t bytes = kRingBytesMax;
  while (bytes > kRingBytesMin && static_cast<uint64_t>(bytes) * shards > kRingBudgetBytes) {
    bytes /= 2;
  }
  return bytes;
}

}  // namespace

_Use_decl_annotations_ SLUICE_PAGED NTSTATUS notify_start() {
  PAGED_CODE();
  ExInitializeFastMutex(&g.consumer_lock);
  KeInitializeEvent(&g.drain_event, SynchronizationEvent, FALSE);
  const uint32_t processors = KeQueryMaximumProcessorCountEx(ALL_PROCESSOR_GROUPS);
  const uint32_t shards = smaller(processors != 0 ? processors : 1u, protocol::kMaxShards);
  g.shards_shared = processors > shards;
  g.ring_bytes = ring_bytes_for(shards);
  g.shards = static_cast<Shard*>(allocate(sizeof(Shard) * shards, kTagRing));
  g.ring_memory =
      static_cast<uint8_t*>(allocate(static_cast<uint64_t>(g.ring_bytes) * shards, kTagRing));
  g.batch = static_cast<uint8_t*>(allocate(protocol::kMaxBatchBytes, kTagTable));
  if (g.shards == nullptr || g.ring_memory == nullptr || g.batch == nullptr) {
    return STATUS_INSUFFICIENT_RESOURCES;
  }
  zero_bytes(g.shards, sizeof(Shard) * shards);
  for (uint32_t i = 0; i < shards; ++i) {
    g.shards[i].ring.init(i, g.ring_memory + static_cast<uint64_t>(g.ring_bytes) * i, g.ring_bytes);
    KeInitializeSpinLock(&g.shards[i].shared);
  }
  g.shard_count = shards;
  return start_thread(drain_thread, nullptr, &g.drain_thread);
}

_Use_decl_annotations_ SLUICE_PAGED void notify_stop() {
  PAGED_CODE();
  g.drain_stop.store_release(1);
  if (g.drain_thread == nullptr) return;
  notify_wake();
  join_thread(&g.drain_thread);
}

namespace {

// The account of a run in which no service may have been there to take it: two lines of JSON in the
// debug output, each within DbgPrintEx's 512 bytes (docs/DRIVER.md, Events).
SLUICE_PAGED void say_last_statistics() {
  PAGED_CODE();
  protocol::Statistics last;
  read_statistics(&last);
  if (last.numbered == 0) return;
  uint64_t unloaded = 0;
  for (uint32_t i = 0; i < g.shard_count; ++i) unloaded += g.shards[i].ring.kept();
  DbgPrintEx(kDebugComponent, kDebugInfo,
             "sluice: last statistics {\"boot\":\"0x%016llx\",\"events\":%llu,"
             "\"events_dropped\":{\"ring_full\":%llu,\"unloaded\":%llu},\"paging_reads\":%llu,"
             "\"paging_reads_at_dispatch\":%llu,\"paging_reads_pended\":%llu,"
             "\"verdicts_asked\":%llu,\"verdicts_remembered\":%llu,\"denied\":%llu,"
             "\"deadline_missed\":%llu}\n",
             last.boot, last.numbered,
             last.dropped[static_cast<int>(protocol::DropCause::RingFull)], unloaded,
             last.paging_reads, last.paging_reads_at_dispatch, last.paging_reads_pended,
             last.verdicts_asked, last.verdicts_remembered, last.denied, last.deadline_missed);
  const uint64_t* const of = last.operations;
  static_assert(static_cast<int>(Operation::Count) == 14);
  DbgPrintEx(kDebugComponent, kDebugInfo,
             "sluice: last operations [%llu,%llu,%llu,%llu,%llu,%llu,%llu,%llu,%llu,%llu,%llu,%llu,"
             "%llu,%llu]\n",
             of[0], of[1], of[2], of[3], of[4], of[5], of[6], of[7], of[8], of[9], of[10], of[11],
             of[12], of[13]);
}

}  // namespace

_Use_decl_annotations_ SLUICE_PAGED void notify_destroy() {
  PAGED_CODE();
  if (g.shards != nullptr) say_last_statistics();
  release(g.shards, kTagRing);
  release(g.ring_memory, kTagRing);
  release(g.batch, kTagTable);
  g.shards = nullptr;
  g.ring_memory = nullptr;
  g.batch = nullptr;
  g.shard_count = 0;
}

}  // namespace sluice::driver
