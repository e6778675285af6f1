// The context functions that drivers call, by kind.
#include <flthost/flt/internal.h>

namespace flthost::flt {

// FILE_OBJECT's own list hangs on what io keeps beside it.
ContextList* handle_list(PFILE_OBJECT file, bool create) {
  std::atomic_ref<void*> slot(io::filter_slot(file));
  void* found = slot.load(std::memory_order_acquire);
  if (found != nullptr || !create) return static_cast<ContextList*>(found);
  auto* made = make<ContextList>();
  if (slot.compare_exchange_strong(found, made, std::memory_order_acq_rel)) return made;
  dereference_list(made);
  return static_cast<ContextList*>(found);
}

namespace {

StreamState* existing_state(PFILE_OBJECT file) {
  std::atomic_ref<void*> slot(io::stream_of(file).filter_contexts);
  return static_cast<StreamState*>(slot.load(std::memory_order_acquire));
}

bool supports_streams(PFILE_OBJECT file) {
  return file != nullptr && file->FsContext != nullptr;
}

// The list where a context of this kind of this file hangs; null when there is none yet.
ContextList* file_list(PFILE_OBJECT file, FLT_CONTEXT_TYPE type, bool create) {
  if (type == FLT_STREAMHANDLE_CONTEXT) return handle_list(file, create);
  if (create) return stream_state(io::stream_of(file)).contexts;
  StreamState* state = existing_state(file);
  return state == nullptr ? nullptr : state->contexts;
}

NTSTATUS get_file(PFLT_INSTANCE instance, PFILE_OBJECT file, FLT_CONTEXT_TYPE type,
                  PFLT_CONTEXT* context) {
  *context = nullptr;
  if (!supports_streams(file)) return STATUS_NOT_SUPPORTED;
  Instance& owner = instance_of(instance);
  return find_context(file_list(file, type, false), {owner.filter, &owner, type}, context);
}

NTSTATUS set_file(PFLT_INSTANCE instance, PFILE_OBJECT file, FLT_CONTEXT_TYPE type,
                  FLT_SET_CONTEXT_OPERATION operation, PFLT_CONTEXT fresh, PFLT_CONTEXT* old) {
  if (old != nullptr) *old = nullptr;
  if (!supports_streams(file)) return STATUS_NOT_SUPPORTED;
  Instance& owner = instance_of(instance);
  return link_context(file_list(file, type, true), {owner.filter, &owner, type}, operation, fresh,
                      old);
}

NTSTATUS delete_file(PFLT_INSTANCE instance, PFILE_OBJECT file, FLT_CONTEXT_TYPE type,
                     PFLT_CONTEXT* old) {
  if (old != nullptr) *old = nullptr;
  if (!supports_streams(file)) return STATUS_NOT_SUPPORTED;
  Instance& owner = instance_of(instance);
  if (owner.rundown.begun()) return STATUS_FLT_DELETING_OBJECT;
  return unlink_context(file_list(file, type, false), {owner.filter, &owner, type}, old);
}

}  // namespace

StreamState& stream_state(io::Stream& stream) {
  std::atomic_ref<void*> slot(stream.filter_contexts);
  void* found = slot.load(std::memory_order_acquire);
  if (found != nullptr) return *static_cast<StreamState*>(found);
  auto* made = make<StreamState>();
  made->contexts = make<ContextList>();
  if (slot.compare_exchange_strong(found, made, std::memory_order_acq_rel)) return *made;
  dereference_list(made->contexts);
  destroy(made);
  return *static_cast<StreamState*>(found);
}

void Stack::stream_gone(io::Stream& stream) {
  std::atomic_ref<void*> slot(stream.filter_contexts);
  auto* state = static_cast<StreamState*>(slot.exchange(nullptr, std::memory_order_acq_rel));
  if (state == nullptr) return;
  close_list(state->contexts);
  dereference_list(state->contexts);
  forget_names(*state);
  destroy(state);
}

void Stack::file_object_gone(PFILE_OBJECT file_object) {
  auto* opener = static_cast<Instance*>(io::take_start_below(file_object));
  if (opener != nullptr) release_lifetime(opener);
  std::atomic_ref<void*> slot(io::filter_slot(file_object));
  auto* list = static_cast<ContextList*>(slot.exchange(nullptr, std::memory_order_acq_rel));
  if (list == nullptr) return;
  close_list(list);
  dereference_list(list);
}

bool Stack::has_context(PFILE_OBJECT file_object) {
  if (!supports_streams(file_object)) return false;
  for (const int type : {FLT_STREAM_CONTEXT, FLT_STREAMHANDLE_CONTEXT}) {
    const ContextList* list = file_list(file_object, static_cast<FLT_CONTEXT_TYPE>(type), false);
    if (list != nullptr && list->count.load(std::memory_order_acquire) != 0) return true;
  }
  return false;
}

}  // namespace flthost::flt

using namespace flthost;
using namespace flthost::flt;

NTSTATUS NTAPI FltAllocateContext(PFLT_FILTER Filter, FLT_CONTEXT_TYPE ContextType,
                                  SIZE_T ContextSize, POOL_TYPE PoolType,
                                  PFLT_CONTEXT* ReturnedContext) {
  return allocate_context(filter_of(Filter), ContextType, ContextSize, PoolType, ReturnedContext);
}

VOID NTAPI FltReferenceContext(PFLT_CONTEXT Context) {
  reference_context(header_of(Context));
}
VOID NTAPI FltReleaseContext(PFLT_CONTEXT Context) {
  release_context(header_of(Context));
}
VOID NTAPI FltDeleteContext(PFLT_CONTEXT Context) {
  unlink_this(header_of(Context));
}

#define FLTHOST_FILE_CONTEXT(Kind, TYPE)                                                    \
  NTSTATUS NTAPI FltGet##Kind##Context(PFLT_INSTANCE Instance, PFILE_OBJECT FileObject,     \
                                       PFLT_CONTEXT* Context) {                             \
    return get_file(Instance, FileObject, TYPE, Context);                                   \
  }                                                                                         \
  NTSTATUS NTAPI FltSet##Kind##Context(PFLT_INSTANCE Instance, PFILE_OBJECT FileObject,     \
                                       FLT_SET_CONTEXT_OPERATION Operation,                 \
                                       PFLT_CONTEXT NewContext, PFLT_CONTEXT* OldContext) { \
    return set_file(Instance, FileObject, TYPE, Operation, NewContext, OldContext);         \
  }                                                                                         \
  NTSTATUS NTAPI FltDelete##Kind##Context(PFLT_INSTANCE Instance, PFILE_OBJECT FileObject,  \
                                          PFLT_CONTEXT* OldContext) {                       \
    return delete_file(Instance, FileObject, TYPE, OldContext);                             \
  }

FLTHOST_FILE_CONTEXT(Stream, FLT_STREAM_CONTEXT)
FLTHOST_FILE_CONTEXT(File, FLT_FILE_CONTEXT)
FLTHOST_FILE_CONTEXT(StreamHandle, FLT_STREAMHANDLE_CONTEXT)
#undef FLTHOST_FILE_CONTEXT

NTSTATUS NTAPI FltGetInstanceContext(PFLT_INSTANCE Instance, PFLT_CONTEXT* Context) {
  flt::Instance& owner = instance_of(Instance);
  return find_context(owner.contexts, {owner.filter, nullptr, FLT_INSTANCE_CONTEXT}, Context);
}

NTSTATUS NTAPI FltSetInstanceContext(PFLT_INSTANCE Instance, FLT_SET_CONTEXT_OPERATION Operation,
                                     PFLT_CONTEXT NewContext, PFLT_CONTEXT* OldContext) {
  flt::Instance& owner = instance_of(Instance);
  return link_context(owner.contexts, {owner.filter, nullptr, FLT_INSTANCE_CONTEXT}, Operation,
                      NewContext, OldContext);
}

NTSTATUS NTAPI FltDeleteInstanceContext(PFLT_INSTANCE Instance, PFLT_CONTEXT* OldContext) {
  flt::Instance& owner = instance_of(Instance);
  if (owner.rundown.begun()) {
    if (OldContext != nullptr) *OldContext = nullptr;
    return STATUS_FLT_DELETING_OBJECT;
  }
  return unlink_context(owner.contexts, {owner.filter, nullptr, FLT_INSTANCE_CONTEXT}, OldContext);
}

NTSTATUS NTAPI FltGetVolumeContext(PFLT_FILTER Filter, PFLT_VOLUME Volume, PFLT_CONTEXT* Context) {
  return find_context(stack_of(Volume).contexts, {&filter_of(Filter), nullptr, FLT_VOLUME_CONTEXT},
                      Context);
}

NTSTATUS NTAPI FltSetVolumeContext(PFLT_VOLUME Volume, FLT_SET_CONTEXT_OPERATION Operation,
                                   PFLT_CONTEXT NewContext, PFLT_CONTEXT* OldContext) {
  if (NewContext == nullptr) return STATUS_INVALID_PARAMETER;
  return link_context(stack_of(Volume).contexts,
                      {header_of(NewContext)->filter, nullptr, FLT_VOLUME_CONTEXT}, Operation,
                      NewContext, OldContext);
}

NTSTATUS NTAPI FltDeleteVolumeContext(PFLT_FILTER Filter, PFLT_VOLUME Volume,
                                      PFLT_CONTEXT* OldContext) {
  return unlink_context(stack_of(Volume).contexts,
                        {&filter_of(Filter), nullptr, FLT_VOLUME_CONTEXT}, OldContext);
}

BOOLEAN NTAPI FltSupportsStreamContexts(PFILE_OBJECT FileObject) {
  return supports_streams(FileObject) ? TRUE : FALSE;
}
BOOLEAN NTAPI FltSupportsStreamHandleContexts(PFILE_OBJECT FileObject) {
  return supports_streams(FileObject) ? TRUE : FALSE;
}
BOOLEAN NTAPI FltSupportsFileContexts(PFILE_OBJECT FileObject) {
  return supports_streams(FileObject) ? TRUE : FALSE;
}
BOOLEAN NTAPI FltSupportsFileContextsEx(PFILE_OBJECT FileObject, PFLT_INSTANCE) {
  return supports_streams(FileObject) ? TRUE : FALSE;
}

NTSTATUS NTAPI FltGetContextsEx(FLT_RELATED_OBJECTS* FltObjects, USHORT DesiredContexts,
                                SIZE_T ContextsSize, FLT_RELATED_CONTEXTS_EX* Contexts) {
  if (ContextsSize < sizeof(FLT_RELATED_CONTEXTS)) return STATUS_INVALID_PARAMETER;
  std::memset(static_cast<void*>(Contexts), 0, ContextsSize);
  const PFLT_INSTANCE instance = FltObjects->Instance;
  const PFILE_OBJECT file = FltObjects->FileObject;
  if ((DesiredContexts & FLT_VOLUME_CONTEXT) != 0) {
    FltGetVolumeContext(FltObjects->Filter, FltObjects->Volume, &Contexts->VolumeContext);
  }
  if ((DesiredContexts & FLT_INSTANCE_CONTEXT) != 0) {
    FltGetInstanceContext(instance, &Contexts->InstanceContext);
  }
  if ((DesiredContexts & FLT_FILE_CONTEXT) != 0) {
    FltGetFileContext(instance, file, &Contexts->FileContext);
  }
  if ((DesiredContexts & FLT_STREAM_CONTEXT) != 0) {
    FltGetStreamContext(instance, file, &Contexts->StreamContext);
  }
  if ((DesiredContexts & FLT_STREAMHANDLE_CONTEXT) != 0) {
    FltGetStreamHandleContext(instance, file, &Contexts->StreamHandleContext);
  }
  if ((DesiredContexts & FLT_SECTION_CONTEXT) != 0 &&
      ContextsSize >= sizeof(FLT_RELATED_CONTEXTS_EX)) {
    FltGetSectionContext(instance, file, &Contexts->SectionContext);
  }
  return STATUS_SUCCESS;
}

VOID NTAPI FltGetContexts(PCFLT_RELATED_OBJECTS FltObjects, FLT_CONTEXT_TYPE DesiredContexts,
                          PFLT_RELATED_CONTEXTS Contexts) {
  FltGetContextsEx(const_cast<FLT_RELATED_OBJECTS*>(FltObjects),
                   static_cast<USHORT>(DesiredContexts & FLT_ALL_CONTEXTS),
                   sizeof(FLT_RELATED_CONTEXTS),
                   reinterpret_cast<PFLT_RELATED_CONTEXTS_EX>(Contexts));
}

VOID NTAPI FltReleaseContextsEx(SIZE_T ContextsSize, FLT_RELATED_CONTEXTS_EX* Contexts) {
  auto* slots = reinterpret_cast<PFLT_CONTEXT*>(Contexts);
  for (size_t i = 0; i < ContextsSize / sizeof(PFLT_CONTEXT); ++i) {
    if (slots[i] != nullptr) FltReleaseContext(slots[i]);
    slots[i] = nullptr;
  }
}

VOID NTAPI FltReleaseContexts(PFLT_RELATED_CONTEXTS Contexts) {
  FltReleaseContextsEx(sizeof(FLT_RELATED_CONTEXTS),
                       reinterpret_cast<PFLT_RELATED_CONTEXTS_EX>(Contexts));
}
