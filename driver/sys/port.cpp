// The communication port: one service at a time, greeted first, every byte of it distrusted.
#include "driver.h"

namespace sluice::driver {

namespace {

using protocol::ControlKind;

constexpr uint32_t kDeadlineMsMax = 600'000;
constexpr uint32_t kPagingDeadlineMsMax = 60'000;

union Control {
  protocol::ControlHeader header;
  protocol::Hello hello;
  protocol::SetPolicy policy;
  protocol::SetProcess process;
  protocol::Acknowledge acknowledge;
  protocol::AddExempt exempt;
};

struct Output {
  void* buffer;  // user memory
  uint32_t bytes;
  PULONG returned;
};

// The buffers of a message are raw user addresses (FltCreateCommunicationPort's page): touched
// here only, each byte once, so that nothing changes under the decoder.
SLUICE_PAGED NTSTATUS copy_from_user(void* to, const void* from, uint32_t bytes) {
  PAGED_CODE();
  __try {
    ProbeForRead(const_cast<void*>(from), bytes, 1);
    memcpy(to, from, bytes);
  } __except (EXCEPTION_EXECUTE_HANDLER) {
    return STATUS_INVALID_USER_BUFFER;
  }
  return STATUS_SUCCESS;
}

SLUICE_PAGED NTSTATUS copy_to_user(const Output& out, const void* from, uint32_t bytes) {
  PAGED_CODE();
  if (out.buffer == nullptr || out.bytes < bytes) return STATUS_BUFFER_TOO_SMALL;
  __try {
    ProbeForWrite(out.buffer, bytes, 1);
    memcpy(out.buffer, from, bytes);
  } __except (EXCEPTION_EXECUTE_HANDLER) {
    return STATUS_INVALID_USER_BUFFER;
  }
  *out.returned = bytes;
  return STATUS_SUCCESS;
}

SLUICE_PAGED NTSTATUS on_hello(const Output& out) {
  PAGED_CODE();
  const uint32_t bytes =
      static_cast<uint32_t>(sizeof(protocol::HelloReply) -
                            sizeof(protocol::ShardState) * (protocol::kMaxShards - g.shard_count));
  auto* reply = static_cast<protocol::HelloReply*>(allocate(bytes, kTagMessage));
  if (reply == nullptr) return STATUS_INSUFFICIENT_RESOURCES;
  zero_bytes(reply, bytes);
  reply->header = {protocol::kMagic, protocol::kVersion, static_cast<uint16_t>(ControlKind::Hello),
                   bytes, 0};
  reply->boot = g.boot;
  reply->generation = g.policy.generation.load();
  reply->shard_count = g.shard_count;
  notify_reconnect();
  for (uint32_t i = 0; i < g.shard_count; ++i) {
    reply->shards[i].acknowledged_sequence = g.shards[i].ring.acknowledged_sequence();
    reply->shards[i].next_sequence = g.shards[i].ring.next_sequence();
  }
  const NTSTATUS status = copy_to_user(out, reply, bytes);
  release(reply, kTagMessage);
  if (!NT_SUCCESS(status)) return status;
  g.breaker[0].reset();
  g.breaker[1].reset();
  g.ready.store_release(1);
  notify_wake();
  return STATUS_SUCCESS;
}

bool legal_default(uint8_t verdict, bool may_be_none) {
  return verdict == static_cast<uint8_t>(VerdictKind::Allow) ||
         verdict == static_cast<uint8_t>(VerdictKind::Deny) || (may_be_none && verdict == 0);
}

SLUICE_PAGED NTSTATUS on_policy(const protocol::SetPolicy& policy) {
  PAGED_CODE();
  if (policy.generation == 0 || policy.generation < g.policy.generation.load() ||
      policy.deadline_ms == 0 || policy.deadline_ms > kDeadlineMsMax ||
      policy.paging_deadline_ms == 0 || policy.paging_deadline_ms > kPagingDeadlineMsMax ||
      !legal_default(policy.on_timeout, false) || policy.ask_processes > 1 ||
      !protocol::detail::all_zero(policy.zero, sizeof(policy.zero))) {
    return STATUS_INVALID_PARAMETER;
  }
  g.policy.default_plan.store(policy.default_plan);
  g.policy.deadline_ms.store(policy.deadline_ms);
  g.policy.paging_deadline_ms.store(policy.paging_deadline_ms);
  g.policy.on_timeout.store(policy.on_timeout);
  g.policy.ask_processes.store(policy.ask_processes);
  g.policy.generation.store_release(policy.generation);
  return STATUS_SUCCESS;
}

SLUICE_PAGED uint64_t start_of_process(uint32_t pid) {
  PAGED_CODE();
  PEPROCESS process = nullptr;
  if (!NT_SUCCESS(PsLookupProcessByProcessId(ULongToHandle(pid), &process))) return 0;
  const uint64_t start = static_cast<uint64_t>(PsGetProcessCreateTimeQuadPart(process));
  ObDereferenceObject(process);
  return start;
}

SLUICE_PAGED NTSTATUS on_process(const protocol::SetProcess& message) {
  PAGED_CODE();
  if (message.pid == 0 || message.pid == g.system_pid || !legal_default(message.on_timeout, true) ||
      message.deadline_ms > kDeadlineMsMax || message.paging_deadline_ms > kPagingDeadlineMsMax ||
      !protocol::detail::all_zero(message.zero, sizeof(message.zero))) {
    return STATUS_INVALID_PARAMETER;
  }
  ProcessEntry process = {};
  process.pid = message.pid;
  process.start = start_of_process(message.pid);
  if (process.start == 0) return STATUS_NOT_FOUND;
  if (message.process_start != 0 && message.process_start != process.start) {
    return STATUS_NOT_FOUND;  // somebody else has the id by now
  }
  process.terms.tree = message.tree;
  process.terms.plan = message.plan;
  process.terms.generation = g.policy.generation.load();
  process.terms.deadline_ms = message.deadline_ms;
  process.terms.paging_deadline_ms = message.paging_deadline_ms;
  process.terms.on_timeout = message.on_timeout;
  return put_process(process) ? STATUS_SUCCESS : STATUS_INSUFFICIENT_RESOURCES;
}

SLUICE_PAGED NTSTATUS on_acknowledge(const protocol::Acknowledge& message) {
  PAGED_CODE();
  if (message.boot != g.boot || message.shard >= g.shard_count || message.zero != 0) {
    return STATUS_INVALID_PARAMETER;
  }
  notify_acknowledge(message.shard, message.next_sequence);
  if (g.unloading.load_acquire() != 0) {
    g.acknowledgements.add(1);
    notify_wake();
  }
  return STATUS_SUCCESS;
}

// Only one message at a time comes from the one connection in practice; two racing ones could at
// worst store the same slot twice.
SLUICE_PAGED NTSTATUS on_exempt(const protocol::AddExempt& message) {
  PAGED_CODE();
  uint64_t low;
  copy_bytes(&low, message.file_id, sizeof(low));
  if (low == 0 || !protocol::detail::all_zero(message.file_id + sizeof(low), sizeof(low))) {
    return STATUS_INVALID_PARAMETER;
  }
  const uint32_t at = g.exempt_count.load_acquire();
  for (uint32_t i = 0; i < smaller(at, kExemptFiles); ++i) {
    if (g.exempt[i].load() == low) return STATUS_SUCCESS;
  }
  if (at >= kExemptFiles) return STATUS_INSUFFICIENT_RESOURCES;
  g.exempt[at].store(low);
  g.exempt_count.store_release(at + 1);
  return STATUS_SUCCESS;
}

SLUICE_PAGED void add_shards(protocol::Statistics* out) {
  PAGED_CODE();
  for (uint32_t i = 0; i < g.shard_count; ++i) {
    const Shard& shard = g.shards[i];
    out->numbered += shard.ring.next_sequence() - 1;
    out->acknowledged += shard.ring.acknowledged_sequence() - 1;
    out->dropped[static_cast<int>(protocol::DropCause::RingFull)] += shard.ring.dropped();
    for (int k = 0; k < static_cast<int>(Operation::Count); ++k) {
      out->operations[k] += shard.operations[k].load();
    }
    out->paging_reads += shard.paging_reads.load();
    out->paging_reads_at_dispatch += shard.paging_reads_at_dispatch.load();
    out->paging_reads_pended += shard.paging_reads_pended.load();
    out->verdicts_remembered += shard.remembered.load();
    out->denied += shard.denied.load();
    out->released_disconnected += shard.released_disconnected.load();
    out->released_other += shard.released_other.load();
  }
}

SLUICE_PAGED NTSTATUS on_statistics(const Output& out) {
  PAGED_CODE();
  protocol::Statistics statistics;
  read_statistics(&statistics);
  return copy_to_user(out, &statistics, sizeof(statistics));
}

SLUICE_PAGED NTSTATUS dispatch(const Control& control, const Output& out) {
  PAGED_CODE();
  const auto kind = static_cast<ControlKind>(control.header.kind);
  if (kind == ControlKind::Hello) {
    if (g.ready.load_acquire() != 0) return STATUS_INVALID_DEVICE_STATE;  // once a connection
    return control.hello.zero == 0 ? on_hello(out) : STATUS_INVALID_PARAMETER;
  }
  if (g.ready.load_acquire() == 0) return STATUS_INVALID_DEVICE_STATE;  // Hello comes first
  switch (kind) {
    case ControlKind::SetPolicy:
      return on_policy(control.policy);
    case ControlKind::SetProcess:
      return on_process(control.process);
    case ControlKind::Acknowledge:
      return on_acknowledge(control.acknowledge);
    case ControlKind::GetStatistics:
      return on_statistics(out);
    case ControlKind::AddExempt:
      return on_exempt(control.exempt);
    default:
      return STATUS_INVALID_PARAMETER;
  }
}

FLT_CONNECT_NOTIFY on_connect;
FLT_DISCONNECT_NOTIFY on_disconnect;
FLT_MESSAGE_NOTIFY on_message;

// In the connecting process; the port's limit of one connection is the Filter Manager's to keep.
// Accepted while we unload too, until the port is closed: what is left is for whoever comes.
SLUICE_PAGED NTSTATUS on_connect(PFLT_PORT client, PVOID, PVOID, ULONG, PVOID* cookie) {
  PAGED_CODE();
  *cookie = nullptr;
  ExAcquireFastMutex(&g.consumer_lock);
  const bool closed = g.port_closed;
  if (!closed) {
    g.ready.store_release(0);
    g.client_port = client;
    g.service_pid.store(HandleToULong(PsGetCurrentProcessId()));
  }
  ExReleaseFastMutex(&g.consumer_lock);
  return closed ? STATUS_FLT_DELETING_OBJECT : STATUS_SUCCESS;
}

SLUICE_PAGED void on_disconnect(PVOID) {
  PAGED_CODE();
  g.ready.store_release(0);
  g.connection.add(1);
  g.service_pid.store(0);
  pend_release(nullptr, Reason::Disconnected);
  FltCloseClientPort(g.filter, &g.client_port);  // last: the next service may connect from here on
}

SLUICE_PAGED NTSTATUS on_message(PVOID, PVOID input, ULONG input_bytes, PVOID output,
                                 ULONG output_bytes, PULONG returned) {
  PAGED_CODE();
  Control control;
  zero_bytes(&control, sizeof(control));
  *returned = 0;
  NTSTATUS status = STATUS_INVALID_PARAMETER;
  if (input != nullptr && input_bytes <= sizeof(control)) {
    status = copy_from_user(&control, input, input_bytes);
    if (NT_SUCCESS(status)) {
      const Output out = {output, output_bytes, returned};
      status = protocol::valid_control(&control, input_bytes) ? dispatch(control, out)
                                                              : STATUS_INVALID_PARAMETER;
    }
  }
  if (!NT_SUCCESS(status)) g.refused_control.add(1);
  return status;
}

}  // namespace

// The default descriptor lets administrators and the system in, nobody else.
_Use_decl_annotations_ SLUICE_INIT NTSTATUS port_open() {
  PSECURITY_DESCRIPTOR descriptor = nullptr;
  NTSTATUS status = FltBuildDefaultSecurityDescriptor(&descriptor, FLT_PORT_ALL_ACCESS);
  if (!NT_SUCCESS(status)) return status;
  UNICODE_STRING name;
  name.Buffer = reinterpret_cast<PWCH>(const_cast<char16_t*>(protocol::kPortName));
  name.Length = sizeof(protocol::kPortName) - sizeof(char16_t);
  name.MaximumLength = sizeof(protocol::kPortName);
  OBJECT_ATTRIBUTES attributes;
  InitializeObjectAttributes(&attributes, &name, OBJ_KERNEL_HANDLE | OBJ_CASE_INSENSITIVE, nullptr,
                             descriptor);
  status = FltCreateCommunicationPort(g.filter, &g.server_port, &attributes, nullptr, on_connect,
                                      on_disconnect, on_message, 1);
  FltFreeSecurityDescriptor(descriptor);
  return status;
}

_Use_decl_annotations_ SLUICE_PAGED void read_statistics(protocol::Statistics* statistics) {
  PAGED_CODE();
  zero_bytes(statistics, sizeof(*statistics));
  statistics->header = {protocol::kMagic, protocol::kVersion,
                        static_cast<uint16_t>(ControlKind::GetStatistics), sizeof(*statistics), 0};
  statistics->boot = g.boot;
  add_shards(statistics);
  statistics->verdicts_asked = g.asked.load();
  statistics->verdicts_answered = g.answered.load();
  statistics->deadline_missed = g.missed.load();
  statistics->late_replies = g.late.load();
  statistics->breaker_opened = g.breaker_opened.load();
  statistics->pending_now = pend_count();
  statistics->streams_now = g.streams.load();
  statistics->processes_now = g.processes->count();
  statistics->refused_control = g.refused_control.load();
}

_Use_decl_annotations_ SLUICE_PAGED void port_close_server() {
  PAGED_CODE();
  if (g.server_port == nullptr) return;
  // Whoever connects at this moment is either seen by port_close_client or refused.
  ExAcquireFastMutex(&g.consumer_lock);
  g.port_closed = true;
  ExReleaseFastMutex(&g.consumer_lock);
  FltCloseCommunicationPort(g.server_port);
  g.server_port = nullptr;
}

// Closing the server port leaves the connection open: this ends it and every wait on it.
_Use_decl_annotations_ SLUICE_PAGED void port_close_client() {
  PAGED_CODE();
  g.ready.store_release(0);
  if (g.client_port != nullptr) FltCloseClientPort(g.filter, &g.client_port);
}

}  // namespace sluice::driver
