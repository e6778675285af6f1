// Which processes are interesting: told by the service when they start, inherited by children.
//
// The notify routine runs at PASSIVE_LEVEL before the process's first operation. What is not in the
// table has the policy's default plan.
#include "driver.h"

namespace sluice::driver {

namespace {

Terms default_terms() {
  Terms terms = {};
  terms.plan = g.policy.default_plan.load();
  terms.generation = g.policy.generation.load();
  return terms;
}

}  // namespace

_Use_decl_annotations_ bool interesting(uint64_t pid, PFLT_CALLBACK_DATA data,
                                        ProcessEntry* process) {
  if (pid == 0 || pid == g.system_pid || pid == g.service_pid.load()) return false;
  if (g.unloading.load() != 0) return false;
  if (g.processes->find(pid, process)) {
    return (process->terms.plan & protocol::kPlanInteresting) != 0;
  }
  if ((g.policy.default_plan.load() & protocol::kPlanInteresting) == 0) return false;
  const PEPROCESS object = FltGetRequestorProcess(data);
  process->pid = pid;
  process->start =
      object != nullptr ? static_cast<uint64_t>(PsGetProcessCreateTimeQuadPart(object)) : 0;
  process->terms = default_terms();
  return true;
}

_Use_decl_annotations_ bool put_process(const ProcessEntry& process) {
  return locked(&g.process_lock, [&] { return g.processes->put(process); });
}

_Use_decl_annotations_ Terms terms_of_reply(const protocol::Verdict& reply,
                                            const Terms& otherwise) {
  Terms terms = otherwise;
  terms.plan = reply.plan;
  terms.generation = reply.generation;
  terms.rule = reply.rule;
  if (reply.deadline_ms != 0) terms.deadline_ms = reply.deadline_ms;
  if (reply.paging_deadline_ms != 0) terms.paging_deadline_ms = reply.paging_deadline_ms;
  if (reply.on_timeout != 0) terms.on_timeout = reply.on_timeout;
  return terms;
}

namespace {

// What is kept under this id: set by the service before the start was announced, or left of another
// process, which then goes.
_IRQL_requires_max_(DISPATCH_LEVEL) bool told_already(ProcessEntry* process) {
  ProcessEntry found;
  return locked(&g.process_lock, [&] {
    if (!g.processes->find(process->pid, &found)) return false;
    if (found.start == process->start) {
      process->terms = found.terms;
      return true;
    }
    g.processes->remove(process->pid, found.start);
    return false;
  });
}

// From the parent, or from the process itself as it was before an exec. Only a plan that says so.
_IRQL_requires_max_(DISPATCH_LEVEL) bool inherit(uint64_t parent, ProcessEntry* process) {
  ProcessEntry from;
  const bool found = locked(&g.process_lock, [&] {
    return (g.processes->find_same(process->pid, process->start, &from) &&
            (from.terms.plan & protocol::kPlanInherit) != 0) ||
           g.processes->find(parent, &from) ||
           g.processes->find_parent(parent, process->start, &from);
  });
  if (!found || (from.terms.plan & protocol::kPlanInherit) == 0) return false;
  process->terms = from.terms;
  return true;
}

void describe(EventRecord* record, Operation operation, const ProcessEntry& process,
              uint64_t parent) {
  zero_bytes(record, sizeof(*record));
  record->operation = static_cast<uint16_t>(operation);
  record->pid = static_cast<uint32_t>(process.pid);
  record->tid = HandleToULong(PsGetCurrentThreadId());
  record->process_start = process.start;
  record->responsible_pid = record->pid;
  record->parent_pid = static_cast<uint32_t>(parent);
  record->generation = g.policy.generation.load();
  record->irql_pre = KeGetCurrentIrql();
  record->irql_post = protocol::kNoIrql;
}

SLUICE_PAGED void ask_process(const EventRecord& record, const Name* image, ProcessEntry* process,
                              Answer* answer) {
  PAGED_CODE();
  process->terms = default_terms();
  Question question = {};
  question.kind = protocol::AskKind::Process;
  question.record = &record;
  question.name = image;
  question.terms = process->terms;
  ask(question, answer);
  if (!answer->usable) return;
  process->terms = terms_of_reply(answer->reply, process->terms);
  process->terms.tree = answer->reply.tree;
}

SLUICE_PAGED void process_started(ProcessEntry* process, uint64_t parent,
                                  PPS_CREATE_NOTIFY_INFO info) {
  PAGED_CODE();
  const bool of_service = parent != 0 && parent == g.service_pid.load();
  const bool inherited = told_already(process) || (!of_service && inherit(parent, process));
  const bool asks = !inherited && !of_service && g.policy.ask_processes.load() != 0;
  const uint32_t usual = g.policy.default_plan.load();
  if (!inherited && !asks && (usual & protocol::kPlanInteresting) == 0) return;

  Name* image = name_make(info->ImageFileName, nullptr);
  EventRecord record;
  describe(&record, Operation::ProcessStart, *process, parent);
  Answer answer = {};
  if (asks) {
    ask_process(record, image, process, &answer);
    record.lane = static_cast<uint8_t>(Lane::Verdict);
    record.verdict = static_cast<uint8_t>(answer.verdict);
    record.reason = static_cast<uint8_t>(answer.reason);
    record.ask_ns = answer.ask_ns;
  } else if (!inherited) {
    process->terms = default_terms();
  }
  record.rule = process->terms.rule;
  if (inherited || process->terms.plan != usual) {
    // A full table leaves the process on the default plan, which the event's reason then says.
    if (!put_process(*process)) record.reason = static_cast<uint8_t>(Reason::NoResources);
  }
  // Only an answer of the service stops a process: no default does.
  if (answer.usable && answer.verdict == VerdictKind::Deny) {
    info->CreationStatus = answer.status;
    record.status = answer.status;
  }
  if ((process->terms.plan & protocol::kPlanInteresting) != 0) emit(record, image);
  name_release(image);
}

SLUICE_PAGED void process_ended(const ProcessEntry& ended) {
  PAGED_CODE();
  ProcessEntry process;
  const uint64_t now = static_cast<uint64_t>(time_now());
  const bool known = locked(&g.process_lock, [&] {
    if (!g.processes->find(ended.pid, &process)) return false;
    g.processes->remove(ended.pid, now);
    return true;
  });
  const uint32_t plan = known ? process.terms.plan : g.policy.default_plan.load();
  if ((plan & protocol::kPlanInteresting) == 0 || ended.pid == g.service_pid.load()) return;
  EventRecord record;
  describe(&record, Operation::ProcessExit, ended, 0);
  emit(record, nullptr);
}

}  // namespace

_Use_decl_annotations_ SLUICE_PAGED void process_notify(PEPROCESS object, HANDLE pid,
                                                        PPS_CREATE_NOTIFY_INFO info) {
  PAGED_CODE();
  if (g.unloading.load_acquire() != 0) return;
  ProcessEntry process = {};
  process.pid = HandleToULong(pid);
  process.start = static_cast<uint64_t>(PsGetProcessCreateTimeQuadPart(object));
  if (info != nullptr) {
    process_started(&process, HandleToULong(info->ParentProcessId), info);
  } else {
    process_ended(process);
  }
}

}  // namespace sluice::driver
