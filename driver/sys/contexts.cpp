// Contexts: of an instance, a stream (what was decided about it) and an open (who, on what terms).
// All nonpaged, since post-operations at DISPATCH_LEVEL use and release them.
#include "driver.h"

namespace sluice::driver {

namespace {

// <= DISPATCH_LEVEL: the last release may be a post-operation's.
void stream_cleanup(PFLT_CONTEXT context, FLT_CONTEXT_TYPE) {
  auto* stream = static_cast<StreamContext*>(context);
  if (stream->id == 0) return;  // never came into use
  name_release(stream->name);
  g.streams.add(static_cast<uint64_t>(-1));
}

void handle_cleanup(PFLT_CONTEXT context, FLT_CONTEXT_TYPE) {
  auto* handle = static_cast<HandleContext*>(context);
  name_release(handle->name);
  if (handle->stream != nullptr) FltReleaseContext(handle->stream);
}

void instance_cleanup(PFLT_CONTEXT context, FLT_CONTEXT_TYPE) {
  name_release(static_cast<InstanceContext*>(context)->volume);
}

}  // namespace

extern const FLT_CONTEXT_REGISTRATION kContextRegistration[] = {
    {FLT_INSTANCE_CONTEXT, 0, instance_cleanup, sizeof(InstanceContext), kTagInstance},
    {FLT_STREAM_CONTEXT, 0, stream_cleanup, sizeof(StreamContext), kTagStream},
    {FLT_STREAMHANDLE_CONTEXT, 0, handle_cleanup, sizeof(HandleContext), kTagHandle},
    {FLT_CONTEXT_END},
};

_Use_decl_annotations_ InstanceContext* instance_context(PCFLT_RELATED_OBJECTS objects) {
  PFLT_CONTEXT context = nullptr;
  const NTSTATUS status = FltGetInstanceContext(objects->Instance, &context);
  return NT_SUCCESS(status) ? static_cast<InstanceContext*>(context) : nullptr;
}

_Use_decl_annotations_ StreamContext* find_stream(PCFLT_RELATED_OBJECTS objects) {
  PFLT_CONTEXT context = nullptr;
  const NTSTATUS status = FltGetStreamContext(objects->Instance, objects->FileObject, &context);
  return NT_SUCCESS(status) ? static_cast<StreamContext*>(context) : nullptr;
}

_Use_decl_annotations_ HandleContext* find_handle(PCFLT_RELATED_OBJECTS objects) {
  PFLT_CONTEXT context = nullptr;
  const NTSTATUS status =
      FltGetStreamHandleContext(objects->Instance, objects->FileObject, &context);
  return NT_SUCCESS(status) ? static_cast<HandleContext*>(context) : nullptr;
}

_Use_decl_annotations_ bool plan_of_open(PCFLT_RELATED_OBJECTS objects, uint32_t bits) {
  if (g.streams.load() == 0) return false;
  HandleContext* handle = find_handle(objects);
  if (handle == nullptr) return false;
  const bool has = (handle->terms.plan & bits) != 0;
  FltReleaseContext(handle);
  return has;
}

_Use_decl_annotations_ Name* stream_name(StreamContext* stream) {
  return locked(&stream->lock, [&] { return name_reference(stream->name); });
}

_Use_decl_annotations_ bool stream_exempt(const StreamContext* stream) {
  const uint32_t count = smaller(g.exempt_count.load_acquire(), kExemptFiles);
  const uint64_t id = stream->file_id.load();
  if (id == 0) return false;
  for (uint32_t i = 0; i < count; ++i) {
    if (g.exempt[i].load() == id) return true;
  }
  return false;
}

namespace {

// The 64-bit id: on Windows 7 there is no larger one, and NTFS's larger one extends it by zeros.
SLUICE_PAGED uint64_t query_file_id(PCFLT_RELATED_OBJECTS objects) {
  PAGED_CODE();
  FILE_INTERNAL_INFORMATION information = {};
  ULONG returned = 0;
  const NTSTATUS status =
      FltQueryInformationFile(objects->Instance, objects->FileObject, &information,
                              sizeof(information), FileInternalInformation, &returned);
  return NT_SUCCESS(status) ? static_cast<uint64_t>(information.IndexNumber.QuadPart) : 0;
}

SLUICE_PAGED StreamContext* make_stream(PCFLT_RELATED_OBJECTS objects) {
  PAGED_CODE();
  PFLT_CONTEXT context = nullptr;
  NTSTATUS status =
      FltAllocateContext(g.filter, FLT_STREAM_CONTEXT, sizeof(StreamContext), g.nonpaged, &context);
  if (!NT_SUCCESS(status)) return nullptr;
  auto* stream = static_cast<StreamContext*>(context);
  zero_bytes(stream, sizeof(*stream));
  KeInitializeSpinLock(&stream->lock);
  stream->id = g.next_id.add(1);
  g.streams.add(1);
  PFLT_CONTEXT old = nullptr;
  status = FltSetStreamContext(objects->Instance, objects->FileObject,
                               FLT_SET_CONTEXT_KEEP_IF_EXISTS, stream, &old);
  if (NT_SUCCESS(status)) return stream;
  FltReleaseContext(stream);
  return status == STATUS_FLT_CONTEXT_ALREADY_DEFINED ? static_cast<StreamContext*>(old) : nullptr;
}

}  // namespace

// Only what may wait for the service needs to be told apart from the service's own files.
_Use_decl_annotations_ SLUICE_PAGED void learn_file_id(PCFLT_RELATED_OBJECTS objects,
                                                       StreamContext* stream) {
  PAGED_CODE();
  if (stream->file_id.load() == 0) stream->file_id.store(query_file_id(objects));
}

// `moved`: the stream was known under another name, what was decided by name no longer holds.
_Use_decl_annotations_ SLUICE_PAGED StreamContext* find_or_make_stream(
    PCFLT_RELATED_OBJECTS objects, Name* name, bool* moved) {
  PAGED_CODE();
  *moved = false;
  if (!FltSupportsStreamContexts(objects->FileObject)) return nullptr;
  StreamContext* stream = find_stream(objects);
  if (stream == nullptr) stream = make_stream(objects);
  if (stream == nullptr || name == nullptr) return stream;
  Name* released = locked(&stream->lock, [&]() -> Name* {
    if (name_equals(stream->name, name)) return nullptr;
    Name* old = stream->name;
    if (old != nullptr) {
      *moved = true;
      stream->state.forget_verdicts();
    }
    stream->name = name_reference(name);
    return old;
  });
  name_release(released);
  return stream;
}

// Not pageable: also runs for reads and writes of handles that are adopted.
_Use_decl_annotations_ HandleContext* make_handle(PCFLT_RELATED_OBJECTS objects,
                                                  const HandleContext& like) {
  if (!FltSupportsStreamHandleContexts(objects->FileObject)) return nullptr;
  PFLT_CONTEXT context = nullptr;
  NTSTATUS status = FltAllocateContext(g.filter, FLT_STREAMHANDLE_CONTEXT, sizeof(HandleContext),
                                       g.nonpaged, &context);
  if (!NT_SUCCESS(status)) return nullptr;
  auto* handle = static_cast<HandleContext*>(context);
  *handle = like;
  handle->id = g.next_id.add(1);
  name_reference(handle->name);
  if (handle->stream != nullptr) FltReferenceContext(handle->stream);
  PFLT_CONTEXT old = nullptr;
  status = FltSetStreamHandleContext(objects->Instance, objects->FileObject,
                                     FLT_SET_CONTEXT_KEEP_IF_EXISTS, handle, &old);
  if (NT_SUCCESS(status)) return handle;
  FltReleaseContext(handle);
  return status == STATUS_FLT_CONTEXT_ALREADY_DEFINED ? static_cast<HandleContext*>(old) : nullptr;
}

// Nothing was asked about this open, so only the process's reporting applies to it. Where names may
// not be queried the path stays unknown.
_Use_decl_annotations_ HandleContext* adopt_handle(PFLT_CALLBACK_DATA data,
                                                   PCFLT_RELATED_OBJECTS objects,
                                                   const ProcessEntry& process) {
  HandleContext like = {};
  like.opener_pid = process.pid;
  like.opener_start = process.start;
  like.terms = process.terms;
  like.flags = kHandleAdopted;
  like.stream = find_stream(objects);
  if (like.stream != nullptr) like.name = stream_name(like.stream);
  if (like.name == nullptr && KeGetCurrentIrql() == PASSIVE_LEVEL &&
      IoGetTopLevelIrp() == nullptr) {
    like.name = name_of_open(data);
  }
  HandleContext* handle = make_handle(objects, like);
  name_release(like.name);
  if (like.stream != nullptr) FltReleaseContext(like.stream);
  return handle;
}

}  // namespace sluice::driver
