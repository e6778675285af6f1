// FsRtl's contexts of streams, files and file objects: lists of blocks that drivers own.
#include <flthost/ex/ex.h>
#include <flthost/io/legacy.h>

#include <array>
#include <cstddef>
#include <mutex>

namespace flthost::io {

struct PerFileObject {
  LIST_ENTRY contexts;
};

namespace {

// Short sections without driver code: one lock for many lists.
std::mutex& lock_of(const void* list) {
  static auto* const all = new std::array<std::mutex, 16>;
  return (*all)[(reinterpret_cast<uint64_t>(list) >> 6) % all->size()];
}

// The three kinds begin alike.
struct Context {
  LIST_ENTRY links;
  PVOID owner;
  PVOID instance;
  PFREE_FUNCTION free;  // not of a file object's
};
static_assert(offsetof(FSRTL_PER_STREAM_CONTEXT, FreeCallback) == offsetof(Context, free));
static_assert(offsetof(FSRTL_PER_FILE_CONTEXT, FreeCallback) == offsetof(Context, free));
static_assert(offsetof(FSRTL_PER_FILEOBJECT_CONTEXT, InstanceId) == offsetof(Context, instance));

Context& context_of(PLIST_ENTRY entry) {
  return *reinterpret_cast<Context*>(entry);
}

// Lists of a file system that has not begun them are empty. Locked.
void begin(LIST_ENTRY& list) {
  if (list.Flink == nullptr) InitializeListHead(&list);
}

void insert(LIST_ENTRY& list, PLIST_ENTRY entry) {
  const std::lock_guard guard(lock_of(&list));
  begin(list);
  InsertHeadList(&list, entry);
}

// The last inserted that fits; null for either identity: any.
PLIST_ENTRY find(LIST_ENTRY& list, PVOID owner, PVOID instance, bool remove) {
  const std::lock_guard guard(lock_of(&list));
  begin(list);
  for (PLIST_ENTRY at = list.Flink; at != &list; at = at->Flink) {
    const Context& context = context_of(at);
    if (owner != nullptr && context.owner != owner) continue;
    if (owner != nullptr && instance != nullptr && context.instance != instance) continue;
    if (remove) RemoveEntryList(at);
    return at;
  }
  return nullptr;
}

// Each is taken out and given back to its driver. <= APC_LEVEL.
void tear_down(LIST_ENTRY& list) {
  for (;;) {
    const PLIST_ENTRY entry = find(list, nullptr, nullptr, true);
    if (entry == nullptr) return;
    const PFREE_FUNCTION free = context_of(entry).free;
    if (free != nullptr) ke::invoke(free, static_cast<PVOID>(entry));
  }
}

bool supports_contexts(const FSRTL_ADVANCED_FCB_HEADER* header) {
  return header != nullptr && (header->Flags2 & FSRTL_FLAG2_SUPPORTS_FILTER_CONTEXTS) != 0;
}

LIST_ENTRY* file_list(PVOID* slot, bool make) {
  const std::lock_guard guard(lock_of(slot));
  if (*slot == nullptr && make) {
    auto* const list = static_cast<LIST_ENTRY*>(ex::allocate(sizeof(LIST_ENTRY), kDeviceTag));
    InitializeListHead(list);
    *slot = list;
  }
  return static_cast<LIST_ENTRY*>(*slot);
}

LIST_ENTRY* file_object_list(PFILE_OBJECT file, bool make) {
  PerFileObject*& slot = per_file_object(file);
  const std::lock_guard guard(lock_of(file));
  if (slot == nullptr && make) {
    slot = static_cast<PerFileObject*>(ex::allocate(sizeof(PerFileObject), kDeviceTag));
    InitializeListHead(&slot->contexts);
  }
  return slot != nullptr ? &slot->contexts : nullptr;
}

}  // namespace

void free_per_file_object(PerFileObject* contexts) {
  ex::free(contexts);
}

void begin_contexts(Stream& stream) {
  stream.header.Version = FSRTL_FCB_HEADER_V2;
  stream.header.Flags |= FSRTL_FLAG_ADVANCED_HEADER;
  stream.header.Flags2 |= FSRTL_FLAG2_SUPPORTS_FILTER_CONTEXTS;
  InitializeListHead(&stream.header.FilterContexts);
  stream.header.FileContextSupportPointer = &stream.file_contexts;
}

void end_contexts(Stream& stream) {
  tear_down(stream.header.FilterContexts);
  PVOID* const slot = &stream.file_contexts;
  FsRtlTeardownPerFileContexts(slot);
}

}  // namespace flthost::io

using namespace flthost;
using namespace flthost::io;

NTSTATUS NTAPI FsRtlInsertPerStreamContext(PFSRTL_ADVANCED_FCB_HEADER PerStreamContext,
                                           PFSRTL_PER_STREAM_CONTEXT Ptr) {
  if (!supports_contexts(PerStreamContext)) return STATUS_INVALID_DEVICE_REQUEST;
  insert(PerStreamContext->FilterContexts, &Ptr->Links);
  return STATUS_SUCCESS;
}

PFSRTL_PER_STREAM_CONTEXT NTAPI FsRtlLookupPerStreamContextInternal(
    PFSRTL_ADVANCED_FCB_HEADER StreamContext, PVOID OwnerId, PVOID InstanceId) {
  if (!supports_contexts(StreamContext)) return nullptr;
  return reinterpret_cast<PFSRTL_PER_STREAM_CONTEXT>(
      find(StreamContext->FilterContexts, OwnerId, InstanceId, false));
}

PFSRTL_PER_STREAM_CONTEXT NTAPI FsRtlRemovePerStreamContext(
    PFSRTL_ADVANCED_FCB_HEADER StreamContext, PVOID OwnerId, PVOID InstanceId) {
  if (!supports_contexts(StreamContext)) return nullptr;
  return reinterpret_cast<PFSRTL_PER_STREAM_CONTEXT>(
      find(StreamContext->FilterContexts, OwnerId, InstanceId, true));
}

VOID NTAPI FsRtlTeardownPerStreamContexts(PFSRTL_ADVANCED_FCB_HEADER AdvancedHeader) {
  if (supports_contexts(AdvancedHeader)) tear_down(AdvancedHeader->FilterContexts);
}

NTSTATUS NTAPI FsRtlInsertPerFileContext(PVOID* PerFileContextPointer,
                                         PFSRTL_PER_FILE_CONTEXT Ptr) {
  if (PerFileContextPointer == nullptr) return STATUS_INVALID_DEVICE_REQUEST;
  insert(*file_list(PerFileContextPointer, true), &Ptr->Links);
  return STATUS_SUCCESS;
}

PFSRTL_PER_FILE_CONTEXT NTAPI FsRtlLookupPerFileContext(PVOID* PerFileContextPointer, PVOID OwnerId,
                                                        PVOID InstanceId) {
  if (PerFileContextPointer == nullptr) return nullptr;
  LIST_ENTRY* const list = file_list(PerFileContextPointer, false);
  return list == nullptr
             ? nullptr
             : reinterpret_cast<PFSRTL_PER_FILE_CONTEXT>(find(*list, OwnerId, InstanceId, false));
}

PFSRTL_PER_FILE_CONTEXT NTAPI FsRtlRemovePerFileContext(PVOID* PerFileContextPointer, PVOID OwnerId,
                                                        PVOID InstanceId) {
  if (PerFileContextPointer == nullptr) return nullptr;
  LIST_ENTRY* const list = file_list(PerFileContextPointer, false);
  return list == nullptr
             ? nullptr
             : reinterpret_cast<PFSRTL_PER_FILE_CONTEXT>(find(*list, OwnerId, InstanceId, true));
}

VOID NTAPI FsRtlTeardownPerFileContexts(PVOID* PerFileContextPointer) {
  if (PerFileContextPointer == nullptr || *PerFileContextPointer == nullptr) return;
  auto* const list = static_cast<LIST_ENTRY*>(*PerFileContextPointer);
  tear_down(*list);
  *PerFileContextPointer = nullptr;
  ex::free(list);
}

NTSTATUS NTAPI FsRtlInsertPerFileObjectContext(PFILE_OBJECT FileObject,
                                               PFSRTL_PER_FILEOBJECT_CONTEXT Ptr) {
  if (FileObject == nullptr || Ptr == nullptr) return STATUS_INVALID_PARAMETER;
  insert(*file_object_list(FileObject, true), &Ptr->Links);
  return STATUS_SUCCESS;
}

PFSRTL_PER_FILEOBJECT_CONTEXT NTAPI FsRtlLookupPerFileObjectContext(PFILE_OBJECT FileObject,
                                                                    PVOID OwnerId,
                                                                    PVOID InstanceId) {
  LIST_ENTRY* const list = file_object_list(FileObject, false);
  return list == nullptr ? nullptr
                         : reinterpret_cast<PFSRTL_PER_FILEOBJECT_CONTEXT>(
                               find(*list, OwnerId, InstanceId, false));
}

PFSRTL_PER_FILEOBJECT_CONTEXT NTAPI FsRtlRemovePerFileObjectContext(PFILE_OBJECT FileObject,
                                                                    PVOID OwnerId,
                                                                    PVOID InstanceId) {
  LIST_ENTRY* const list = file_object_list(FileObject, false);
  return list == nullptr ? nullptr
                         : reinterpret_cast<PFSRTL_PER_FILEOBJECT_CONTEXT>(
                               find(*list, OwnerId, InstanceId, true));
}

namespace flthost::io {

ke::ExportTable fsrtl_context_exports() {
  static const ke::Export rows[] = {
      FLTHOST_EXPORT(FsRtlInsertPerStreamContext),
      FLTHOST_EXPORT(FsRtlLookupPerStreamContextInternal),
      FLTHOST_EXPORT(FsRtlRemovePerStreamContext),
      FLTHOST_EXPORT(FsRtlTeardownPerStreamContexts),
      FLTHOST_EXPORT(FsRtlInsertPerFileContext),
      FLTHOST_EXPORT(FsRtlLookupPerFileContext),
      FLTHOST_EXPORT(FsRtlRemovePerFileContext),
      FLTHOST_EXPORT(FsRtlTeardownPerFileContexts),
      FLTHOST_EXPORT(FsRtlInsertPerFileObjectContext),
      FLTHOST_EXPORT(FsRtlLookupPerFileObjectContext),
      FLTHOST_EXPORT(FsRtlRemovePerFileObjectContext),
  };
  return {rows, std::size(rows)};
}

}  // namespace flthost::io
