// Contexts: allocation, references, and the lists they hang on.
#include <flthost/ex/ex.h>
#include <flthost/flt/internal.h>

#include <algorithm>

namespace flthost::flt {
namespace {

constexpr size_t kQuarantine = 64;

ContextShard& shard_of(ContextHeader* header) {
  return header->filter->context_shards[(reinterpret_cast<uintptr_t>(header) >> 6) % kShards];
}

void enlist(ContextHeader* header) {
  ContextShard& shard = shard_of(header);
  const std::lock_guard guard(shard.lock);
  header->shard_previous = nullptr;
  header->shard_next = shard.head;
  if (shard.head != nullptr) shard.head->shard_previous = header;
  shard.head = header;
}

void delist(ContextHeader* header) {
  ContextShard& shard = shard_of(header);
  const std::lock_guard guard(shard.lock);
  if (header->shard_previous != nullptr) {
    header->shard_previous->shard_next = header->shard_next;
  } else {
    shard.head = header->shard_next;
  }
  if (header->shard_next != nullptr) header->shard_next->shard_previous = header->shard_previous;
}

void free_block(ContextHeader* header) {
  const FLT_CONTEXT_REGISTRATION* registration = header->registration;
  if (registration->ContextFreeCallback != nullptr) {
    ke::invoke(registration->ContextFreeCallback, static_cast<PVOID>(header), header->type);
  } else {
    ex::free(header);
  }
}

// The last reference went: cleanup callback, then the memory.
void end_context(ContextHeader* header) {
  Filter& filter = *header->filter;
  if (header->registration->ContextCleanupCallback != nullptr) {
    CallbackGuard guard(filter, "context cleanup");
    ke::invoke(header->registration->ContextCleanupCallback, body_of(header), header->type);
    guard.check();
  }
  delist(header);
  header->magic = ContextHeader::kFreed;
  if (header->list != nullptr) dereference_list(header->list);
  if (header->instance != nullptr) release_lifetime(header->instance);
  ContextHeader* oldest = nullptr;
  if (header->registration->ContextFreeCallback != nullptr) {
    oldest = header;
  } else {
    const std::lock_guard guard(filter.quarantine_lock);
    filter.quarantine.push_back(header);
    if (filter.quarantine.size() > kQuarantine) {
      oldest = filter.quarantine.front();
      filter.quarantine.erase(filter.quarantine.begin());
    }
  }
  if (oldest != nullptr) free_block(oldest);
  filter.contexts_live.fetch_sub(1, std::memory_order_seq_cst);
  level_left();
  release_lifetime(&filter);
}

void end_context_work(void* context) {
  auto* header = static_cast<ContextHeader*>(context);
  Filter& filter = *header->filter;
  filter.lifetime.fetch_add(1, std::memory_order_relaxed);
  end_context(header);
  filter.cleanups_queued.fetch_sub(1, std::memory_order_seq_cst);
  level_left();
  release_lifetime(&filter);
}

const char* type_name(FLT_CONTEXT_TYPE type) {
  switch (type) {
    case FLT_VOLUME_CONTEXT:
      return "volume";
    case FLT_INSTANCE_CONTEXT:
      return "instance";
    case FLT_FILE_CONTEXT:
      return "file";
    case FLT_STREAM_CONTEXT:
      return "stream";
    case FLT_STREAMHANDLE_CONTEXT:
      return "stream handle";
    case FLT_TRANSACTION_CONTEXT:
      return "transaction";
    case FLT_SECTION_CONTEXT:
      return "section";
    default:
      return "unknown";
  }
}

// Takes it out of `list` if it hangs there; the caller then owns the link's reference.
bool unlink_from(ContextList& list, ContextHeader* header) {
  const std::lock_guard guard(list.lock);
  for (ContextHeader** at = &list.head; *at != nullptr; at = &(*at)->next) {
    if (*at != header) continue;
    *at = header->next;
    header->next = nullptr;
    header->link_state.store(0, std::memory_order_release);
    list.count.fetch_sub(1, std::memory_order_relaxed);
    return true;
  }
  return false;
}

bool try_reference(ContextHeader* header) {
  int32_t references = header->references.load(std::memory_order_relaxed);
  while (references > 0) {
    if (header->references.compare_exchange_weak(references, references + 1,
                                                 std::memory_order_acq_rel)) {
      return true;
    }
  }
  return false;
}

}  // namespace

// ------------------------------------------------------------------ references
void reference_context(ContextHeader* header) {
  if (header->magic == ContextHeader::kFreed ||
      header->references.fetch_add(1, std::memory_order_relaxed) <= 0) {
    manager_bugcheck(0x6E, reinterpret_cast<uint64_t>(body_of(header)), 0,
                     "a context was referenced after its last reference was released; keep a "
                     "reference while you use it");
  }
}

void release_context(ContextHeader* header) {
  const int32_t before = header->magic == ContextHeader::kFreed
                             ? 0
                             : header->references.fetch_sub(1, std::memory_order_acq_rel);
  if (before <= 0 || (before == 1 && header->link_state.load(std::memory_order_acquire) != 0)) {
    manager_bugcheck(0x6D, reinterpret_cast<uint64_t>(body_of(header)), 0,
                     "a context was released more often than it was referenced; release once per "
                     "FltAllocateContext, FltGet*Context and FltReferenceContext");
  }
  if (before != 1) return;
  if (ke::current_irql() <= APC_LEVEL) {
    end_context(header);
    return;
  }
  header->filter->cleanups_queued.fetch_add(1, std::memory_order_acq_rel);
  ex::queue_work(end_context_work, header);
}

// ------------------------------------------------------------------ lists
void reference_list(ContextList* list) {
  list->references.fetch_add(1, std::memory_order_relaxed);
}

void dereference_list(ContextList* list) {
  if (list->references.fetch_sub(1, std::memory_order_acq_rel) == 1) destroy(list);
}

void close_list(ContextList* list) {
  for (;;) {
    ContextHeader* header = nullptr;
    Filter* filter = nullptr;
    {
      const std::lock_guard guard(list->lock);
      list->closed = true;
      header = list->head;
      if (header == nullptr) return;
      // Between here and its release the link's reference is the host's: unregistering waits for
      // it.
      filter = header->filter;
      filter->lifetime.fetch_add(1, std::memory_order_relaxed);
      filter->cleanups_queued.fetch_add(1, std::memory_order_seq_cst);
      list->head = header->next;
      header->next = nullptr;
      header->link_state.store(0, std::memory_order_release);
      list->count.fetch_sub(1, std::memory_order_relaxed);
    }
    release_context(header);
    filter->cleanups_queued.fetch_sub(1, std::memory_order_seq_cst);
    level_left();
    release_lifetime(filter);
  }
}

namespace {

bool same_owner(const ContextHeader* header, const ContextKey& key) {
  return header->type == key.type && header->filter == key.filter &&
         (key.instance == nullptr || header->instance == key.instance);
}

}  // namespace

NTSTATUS find_context(ContextList* list, const ContextKey& key, PFLT_CONTEXT* result) {
  *result = nullptr;
  if (list == nullptr || list->count.load(std::memory_order_acquire) == 0) return STATUS_NOT_FOUND;
  const std::lock_guard guard(list->lock);
  for (ContextHeader* header = list->head; header != nullptr; header = header->next) {
    if (!same_owner(header, key)) continue;
    reference_context(header);
    *result = body_of(header);
    return STATUS_SUCCESS;
  }
  return STATUS_NOT_FOUND;
}

NTSTATUS link_context(ContextList* list, const ContextKey& key, FLT_SET_CONTEXT_OPERATION operation,
                      PFLT_CONTEXT new_context, PFLT_CONTEXT* old_context) {
  if (old_context != nullptr) *old_context = nullptr;
  if (new_context == nullptr) return STATUS_INVALID_PARAMETER;
  ContextHeader* fresh = header_of(new_context);
  if (fresh->magic != ContextHeader::kLive || fresh->type != key.type ||
      fresh->filter != key.filter ||
      (operation != FLT_SET_CONTEXT_REPLACE_IF_EXISTS &&
       operation != FLT_SET_CONTEXT_KEEP_IF_EXISTS)) {
    return STATUS_INVALID_PARAMETER;
  }
  uint32_t unlinked = 0;
  if (!fresh->link_state.compare_exchange_strong(unlinked, 1, std::memory_order_acq_rel)) {
    return STATUS_FLT_CONTEXT_ALREADY_LINKED;
  }
  ContextHeader* replaced = nullptr;
  ContextList* earlier = nullptr;
  Instance* earlier_instance = nullptr;
  {
    const std::lock_guard guard(list->lock);
    NTSTATUS status = STATUS_SUCCESS;
    ContextHeader** at = &list->head;
    while (*at != nullptr && !same_owner(*at, key)) at = &(*at)->next;
    if (list->closed || (key.instance != nullptr && key.instance->rundown.begun())) {
      status = STATUS_FLT_DELETING_OBJECT;
    } else if (*at != nullptr && operation == FLT_SET_CONTEXT_KEEP_IF_EXISTS) {
      status = STATUS_FLT_CONTEXT_ALREADY_DEFINED;
      if (old_context != nullptr) {
        reference_context(*at);
        *old_context = body_of(*at);
      }
    }
    if (status != STATUS_SUCCESS) {
      fresh->link_state.store(0, std::memory_order_release);
      return status;
    }
    if (*at != nullptr) {
      replaced = *at;
      *at = replaced->next;
      replaced->next = nullptr;
      replaced->link_state.store(0, std::memory_order_release);
      list->count.fetch_sub(1, std::memory_order_relaxed);
    }
    reference_context(fresh);
    earlier = fresh->list;
    earlier_instance = fresh->instance;
    reference_list(list);
    set_owner(fresh, list, key.instance);
    fresh->next = list->head;
    list->head = fresh;
    list->count.fetch_add(1, std::memory_order_release);
  }
  if (earlier != nullptr) dereference_list(earlier);
  if (earlier_instance != nullptr) release_lifetime(earlier_instance);
  if (replaced == nullptr) return STATUS_SUCCESS;
  if (old_context != nullptr) {
    *old_context = body_of(replaced);  // with the reference of its link
  } else {
    release_context(replaced);
  }
  return STATUS_SUCCESS;
}

void set_owner(ContextHeader* header, ContextList* list, Instance* instance) {
  ContextShard& shard = shard_of(header);
  const std::lock_guard guard(shard.lock);
  header->list = list;
  header->instance = instance;
  if (instance != nullptr) instance->lifetime.fetch_add(1, std::memory_order_relaxed);
}

NTSTATUS unlink_context(ContextList* list, const ContextKey& key, PFLT_CONTEXT* old_context) {
  if (old_context != nullptr) *old_context = nullptr;
  if (list == nullptr) return STATUS_NOT_FOUND;
  ContextHeader* found = nullptr;
  {
    const std::lock_guard guard(list->lock);
    ContextHeader** at = &list->head;
    while (*at != nullptr && !same_owner(*at, key)) at = &(*at)->next;
    found = *at;
    if (found == nullptr) return STATUS_NOT_FOUND;
    *at = found->next;
    found->next = nullptr;
    found->link_state.store(0, std::memory_order_release);
    list->count.fetch_sub(1, std::memory_order_relaxed);
  }
  if (old_context != nullptr) {
    *old_context = body_of(found);
  } else {
    release_context(found);
  }
  return STATUS_SUCCESS;
}

void unlink_this(ContextHeader* header) {
  ContextList* list = nullptr;
  {
    ContextShard& shard = shard_of(header);
    const std::lock_guard guard(shard.lock);
    list = header->list;
    if (list != nullptr) reference_list(list);
  }
  if (list == nullptr) return;
  if (unlink_from(*list, header)) release_context(header);
  dereference_list(list);
}

void remove_contexts(Instance& instance) {
  close_list(instance.contexts);
  for (ContextShard& shard : instance.filter->context_shards) {
    std::vector<ContextHeader*> found;
    {
      const std::lock_guard guard(shard.lock);
      for (ContextHeader* header = shard.head; header != nullptr; header = header->shard_next) {
        if (header->instance == &instance && header->link_state.load() != 0 &&
            try_reference(header)) {
          found.push_back(header);
        }
      }
    }
    for (ContextHeader* header : found) {
      unlink_this(header);
      release_context(header);
    }
  }
}

// ------------------------------------------------------------------ allocation
namespace {

const FLT_CONTEXT_REGISTRATION* match(const Filter& filter, FLT_CONTEXT_TYPE type, size_t size) {
  const FLT_CONTEXT_REGISTRATION* best = nullptr;
  const FLT_CONTEXT_REGISTRATION* variable = nullptr;
  for (const FLT_CONTEXT_REGISTRATION& entry : filter.context_registrations) {
    if (entry.ContextType != type) continue;
    if (entry.ContextAllocateCallback != nullptr ||
        entry.Size == static_cast<SIZE_T>(static_cast<LONG_PTR>(FLT_VARIABLE_SIZED_CONTEXTS)) ||
        entry.Size == 0xffffffff) {
      variable = &entry;
    } else if (entry.Size == size) {
      return &entry;
    } else if ((entry.Flags & FLTFL_CONTEXT_REGISTRATION_NO_EXACT_SIZE_MATCH) != 0 &&
               entry.Size > size && (best == nullptr || entry.Size < best->Size)) {
      best = &entry;
    }
  }
  return best != nullptr ? best : variable;
}

}  // namespace

NTSTATUS allocate_context(Filter& filter, FLT_CONTEXT_TYPE type, size_t size, POOL_TYPE pool,
                          PFLT_CONTEXT* result) {
  *result = nullptr;
  if (size == 0 || size > MAXUSHORT) return STATUS_INVALID_BUFFER_SIZE;
  const bool paged = (static_cast<ULONG>(pool) & 1) != 0;
  if (type == FLT_VOLUME_CONTEXT && paged) return STATUS_INVALID_PARAMETER;
  if (filter.unregistering.load(std::memory_order_acquire)) return STATUS_FLT_DELETING_OBJECT;
  const FLT_CONTEXT_REGISTRATION* registration = match(filter, type, size);
  if (registration == nullptr) return STATUS_FLT_CONTEXT_ALLOCATION_NOT_FOUND;
  const size_t bytes = sizeof(ContextHeader) + size;
  void* block = nullptr;
  if (registration->ContextAllocateCallback != nullptr) {
    block =
        ke::invoke(registration->ContextAllocateCallback, pool, static_cast<SIZE_T>(bytes), type);
    if (block == nullptr) return STATUS_INSUFFICIENT_RESOURCES;
  } else {
    block = ex::allocate(bytes, registration->PoolTag);
  }
  auto* header = new (block) ContextHeader{};
  header->magic = ContextHeader::kLive;
  header->type = type;
  header->filter = &filter;
  header->registration = registration;
  header->size = size;
  header->pool = pool;
  header->references.store(1, std::memory_order_relaxed);
  filter.contexts_live.fetch_add(1, std::memory_order_relaxed);
  filter.lifetime.fetch_add(1, std::memory_order_relaxed);
  enlist(header);
  *result = body_of(header);
  return STATUS_SUCCESS;
}

bool contexts_ending(Filter& filter) {
  int64_t referenced = 0;
  for (ContextShard& shard : filter.context_shards) {
    const std::lock_guard guard(shard.lock);
    for (ContextHeader* header = shard.head; header != nullptr; header = header->shard_next) {
      referenced += header->references.load(std::memory_order_seq_cst) > 0 ? 1 : 0;
    }
  }
  return filter.contexts_live.load(std::memory_order_seq_cst) != referenced;
}

std::vector<std::string> live_contexts(Filter& filter) {
  std::vector<std::string> lines;
  for (ContextShard& shard : filter.context_shards) {
    const std::lock_guard guard(shard.lock);
    for (ContextHeader* header = shard.head; header != nullptr; header = header->shard_next) {
      lines.push_back("filter " + narrow(filter.name) + ": " + type_name(header->type) +
                      " context of " + std::to_string(header->size) + " bytes still has " +
                      std::to_string(header->references.load()) +
                      " references; FltReleaseContext is missing");
    }
  }
  return lines;
}

void free_quarantine(Filter& filter) {
  std::vector<ContextHeader*> blocks;
  {
    const std::lock_guard guard(filter.quarantine_lock);
    blocks.swap(filter.quarantine);
  }
  for (ContextHeader* header : blocks) free_block(header);
}

}  // namespace flthost::flt
