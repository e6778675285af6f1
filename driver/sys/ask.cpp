// The verdict lane: one question, one answer within a deadline, or the default of its terms.
//
// Runs at <= APC_LEVEL, possibly on the paging path, so all of it is resident and it holds no lock.
// STATUS_TIMEOUT is a success code (FltSendMessage's page): only STATUS_SUCCESS is an answer.
#include "driver.h"

namespace sluice::driver {

namespace {

constexpr uint32_t kDefaultDeadlineMs = 5000;
constexpr uint32_t kDefaultPagingDeadlineMs = 1000;

struct Outgoing {
  uint8_t* bytes;
  uint32_t size;
  bool own;
};

_IRQL_requires_max_(DISPATCH_LEVEL) uint32_t path_bytes_of(const Name* name) {
  return name != nullptr ? name->bytes : 0;
}

// Lays the message out as protocol.h says: Ask, record and path, data.
void compose(const Question& question, uint8_t default_verdict, uint32_t deadline_ms, Outgoing* out,
             uint64_t ask_id) {
  const uint32_t path = path_bytes_of(question.name);
  auto* ask = reinterpret_cast<protocol::Ask*>(out->bytes);
  zero_bytes(ask, sizeof(*ask));
  ask->header = {protocol::kMagic,
                 protocol::kVersion,
                 static_cast<uint16_t>(protocol::MessageKind::Ask),
                 out->size,
                 0,
                 g.boot};
  ask->ask_id = ask_id;
  ask->tree = question.terms.tree;
  ask->data_offset = question.data_offset;
  ask->file_size = question.file_size;
  ask->generation = g.policy.generation.load();
  ask->deadline_ms = deadline_ms;
  ask->record_bytes = protocol::record_size(path);
  ask->data_bytes = question.data_bytes;
  ask->kind = static_cast<uint8_t>(question.kind);
  ask->flags = question.flags;
  ask->default_verdict = default_verdict;

  auto* record = reinterpret_cast<EventRecord*>(ask + 1);
  *record = *question.record;
  record->size = ask->record_bytes;
  record->path_bytes = static_cast<uint16_t>(path);
  record->sequence = 0;
  record->time = time_now();
  if (question.name != nullptr && question.name->cut) record->flags |= protocol::kRecordPathCut;
  auto* text = reinterpret_cast<uint8_t*>(record + 1);
  if (path != 0) copy_bytes(text, question.name->text, path);
  zero_bytes(text + path, ask->record_bytes - sizeof(*record) - path);
  auto* to = reinterpret_cast<uint8_t*>(record) + ask->record_bytes;
  if (to != question.data) copy_bytes(to, question.data, question.data_bytes);
}

// Waits in user mode's hands. The reply's length counts a header, as FltSendMessage's page asks.
NTSTATUS send(const Question& question, const Outgoing& out, uint64_t ask_id, uint32_t deadline_ms,
              Answer* answer) {
  alignas(8) uint8_t reply[sizeof(FILTER_REPLY_HEADER) + sizeof(protocol::Verdict)];
  ULONG reply_bytes = sizeof(reply);
  LARGE_INTEGER timeout;
  timeout.QuadPart = -static_cast<LONGLONG>(deadline_ms) * 10'000;
  // Our own threads have no callback that keeps the filter: hold it while we wait.
  NTSTATUS status = FltObjectReference(g.filter);
  if (!NT_SUCCESS(status)) return STATUS_FLT_DELETING_OBJECT;
  if (question.pend != nullptr && !pend_begin_wait(question.pend)) {
    FltObjectDereference(g.filter);
    return STATUS_PORT_DISCONNECTED;
  }
  g.asked.add(1);
  const uint64_t begin = counter_now();
  status =
      FltSendMessage(g.filter, &g.client_port, out.bytes, out.size, reply, &reply_bytes, &timeout);
  answer->ask_ns = nanoseconds_since(begin);
  if (question.pend != nullptr) answer->taken = !pend_end_wait(question.pend);
  FltObjectDereference(g.filter);
  if (status != STATUS_SUCCESS) return status;
  if (!protocol::valid_verdict(reply, reply_bytes, ask_id)) {
    g.late.add(1);  // an answer to another question, or none at all
    return STATUS_TIMEOUT;
  }
  copy_bytes(&answer->reply, reply, sizeof(answer->reply));
  return STATUS_SUCCESS;
}

Reason reason_of(NTSTATUS status) {
  switch (status) {
    case STATUS_TIMEOUT:
      return Reason::DeadlineMissed;
    case STATUS_THREAD_IS_TERMINATING:
      return Reason::RequestorDying;
    case STATUS_INSUFFICIENT_RESOURCES:
      return Reason::NoResources;
    case STATUS_FLT_DELETING_OBJECT:
      return Reason::Draining;
    default:
      return Reason::Disconnected;
  }
}

void settle(const Question& question, NTSTATUS status, bool paging, Answer* answer) {
  if (status == STATUS_SUCCESS) {
    g.answered.add(1);
    g.breaker[paging].answered();
    answer->verdict = static_cast<VerdictKind>(answer->reply.verdict);
    answer->reason = Reason::Service;
    answer->status = denial_status(answer->reply.status);
    answer->usable = true;
    if (answer->reply.generation == 0) answer->reply.generation = g.policy.generation.load();
    return;
  }
  const uint64_t ask_ns = answer->ask_ns;
  const bool taken = answer->taken;
  *answer = default_answer(question.terms, reason_of(status));
  answer->ask_ns = ask_ns;
  answer->taken = taken;
  if (status == STATUS_TIMEOUT) {
    g.missed.add(1);
    if (g.breaker[paging].missed(time_now())) g.breaker_opened.add(1);
  }
}

}  // namespace

_Use_decl_annotations_ uint32_t ask_head_bytes(const Name* name) {
  return static_cast<uint32_t>(sizeof(protocol::Ask)) + protocol::record_size(path_bytes_of(name));
}

_Use_decl_annotations_ uint32_t deadline_of(const Terms& terms, bool paging) {
  uint32_t deadline = paging ? terms.paging_deadline_ms : terms.deadline_ms;
  if (deadline == 0) {
    deadline = paging ? g.policy.paging_deadline_ms.load() : g.policy.deadline_ms.load();
  }
  if (deadline == 0) deadline = paging ? kDefaultPagingDeadlineMs : kDefaultDeadlineMs;
  return deadline;
}

_Use_decl_annotations_ void ask(const Question& question, Answer* answer) {
  const bool paging = (question.flags & protocol::kAskPaging) != 0;
  *answer = default_answer(question.terms, Reason::Draining);
  if (g.unloading.load_acquire() != 0) return;
  if (question.instance != nullptr && question.instance->draining.load_acquire() != 0) return;
  answer->reason = Reason::Disconnected;
  if (g.ready.load_acquire() == 0) return;
  answer->reason = Reason::BreakerOpen;
  if (!g.breaker[paging].admits(time_now())) return;

  const uint8_t default_verdict = static_cast<uint8_t>(answer->verdict);
  Outgoing out = {question.message, 0, false};
  out.size = ask_head_bytes(question.name) + question.data_bytes;
  if (out.bytes == nullptr) {
    out.bytes = static_cast<uint8_t*>(allocate(out.size, kTagMessage));
    out.own = true;
  }
  answer->reason = Reason::NoResources;
  if (out.bytes == nullptr) return;
  const uint32_t deadline =
      question.deadline_ms != 0 ? question.deadline_ms : deadline_of(question.terms, paging);
  const uint64_t ask_id = g.next_ask.add(1);
  compose(question, default_verdict, deadline, &out, ask_id);
  *answer = {};
  const NTSTATUS status = send(question, out, ask_id, deadline, answer);
  if (out.own) release(out.bytes, kTagMessage);
  settle(question, status, paging, answer);
}

_Use_decl_annotations_ void ask_data(Question question, const uint8_t* data, uint32_t length,
                                     Answer* answer) {
  const bool paging = (question.flags & protocol::kAskPaging) != 0;
  const uint64_t base = question.data_offset;
  const uint32_t deadline = deadline_of(question.terms, paging);
  const uint64_t begin = question.begin != 0 ? question.begin : counter_now();
  uint64_t asked_ns = 0;
  uint32_t done = 0;
  do {
    const uint64_t spent_ms = nanoseconds_since(begin) / 1'000'000;
    if (spent_ms >= deadline) {
      g.missed.add(1);
      *answer = default_answer(question.terms, Reason::DeadlineMissed);
      break;
    }
    const uint32_t chunk = smaller(length - done, protocol::kMaxDataBytes);
    const bool last = done + chunk == length;
    question.deadline_ms = deadline - static_cast<uint32_t>(spent_ms);
    question.data = data + done;
    question.data_bytes = chunk;
    question.data_offset = base + done;
    question.flags = static_cast<uint8_t>((question.flags & ~protocol::kAskLastChunk) |
                                          (last ? protocol::kAskLastChunk : 0));
    ask(question, answer);
    asked_ns += answer->ask_ns;
    done += chunk;
    if (answer->taken || answer->verdict != VerdictKind::More) break;
    // "More" after everything was seen: there is nothing left to object to.
    if (last) answer->verdict = VerdictKind::Allow;
  } while (done < length);
  answer->ask_ns = asked_ns;
}

}  // namespace sluice::driver
