// File names: where they are asked for, cached per stream, and counted.
#include <flthost/ex/ex.h>
#include <flthost/flt/internal.h>

namespace flthost::flt {

// Before each FLT_FILE_NAME_INFORMATION that a driver holds. The name's text follows it.
struct NameInfo {
  static constexpr uint32_t kLive = 0x6d614e31, kFreed = 0xdead6d61;
  std::atomic<uint32_t> magic{kLive};
  std::atomic<int64_t> references{1};
  std::atomic<int64_t> driver_references{0};
  uint64_t generation = 0;
  std::u16string owner;  // the filter that asked first; for the report
  std::mutex parse_lock;
  NameInfo* next = nullptr;
  NameInfo* previous = nullptr;
  alignas(16) FLT_FILE_NAME_INFORMATION info{};
};

namespace {

struct NameList {
  std::mutex lock;
  NameInfo* head = nullptr;
};
NameList& name_list() {
  static NameList list;
  return list;
}

NameInfo& name_of(PFLT_FILE_NAME_INFORMATION info) {
  auto* name =
      reinterpret_cast<NameInfo*>(reinterpret_cast<uint8_t*>(info) - offsetof(NameInfo, info));
  if (info == nullptr || name->magic.load(std::memory_order_relaxed) != NameInfo::kLive) {
    manager_bugcheck(
        0x68, reinterpret_cast<uint64_t>(info), 0,
        "a FLT_FILE_NAME_INFORMATION was used or released after its last reference "
        "was released; release once per FltGet... and FltReferenceFileNameInformation");
  }
  return *name;
}

NameInfo* make_name(const io::Volume& volume, std::u16string_view path,
                    FLT_FILE_NAME_OPTIONS format, uint64_t generation) {
  const std::u16string_view device = volume.device_name;
  const size_t units = device.size() + path.size();
  if (units * sizeof(WCHAR) > 0xfffe) return nullptr;
  void* block = allocate_object(sizeof(NameInfo) + units * sizeof(WCHAR));
  auto* name = new (block) NameInfo;
  auto* text = reinterpret_cast<WCHAR*>(name + 1);
  std::memcpy(text, device.data(), device.size() * sizeof(WCHAR));
  std::memcpy(text + device.size(), path.data(), path.size() * sizeof(WCHAR));
  const auto bytes = static_cast<USHORT>(units * sizeof(WCHAR));
  const auto volume_bytes = static_cast<USHORT>(device.size() * sizeof(WCHAR));
  name->info.Size = sizeof(FLT_FILE_NAME_INFORMATION);
  name->info.Format = format;
  name->info.Name = {bytes, bytes, text};
  name->info.Volume = {volume_bytes, volume_bytes, text};
  name->generation = generation;
  NameList& list = name_list();
  const std::lock_guard guard(list.lock);
  name->next = list.head;
  if (list.head != nullptr) list.head->previous = name;
  list.head = name;
  return name;
}

void free_name(NameInfo* name) {
  {
    NameList& list = name_list();
    const std::lock_guard guard(list.lock);
    if (name->previous != nullptr) name->previous->next = name->next;
    if (name->next != nullptr) name->next->previous = name->previous;
    if (list.head == name) list.head = name->next;
  }
  name->magic.store(NameInfo::kFreed, std::memory_order_relaxed);
  destroy(name);
}

bool valid_options(FLT_FILE_NAME_OPTIONS options) {
  const ULONG format = options & FLT_VALID_FILE_NAME_FORMATS;
  const ULONG method = options & FLT_VALID_FILE_NAME_QUERY_METHODS;
  return format >= FLT_FILE_NAME_NORMALIZED && format <= FLT_FILE_NAME_SHORT &&
         (method == FLT_FILE_NAME_QUERY_DEFAULT || method == FLT_FILE_NAME_QUERY_CACHE_ONLY ||
          method == FLT_FILE_NAME_QUERY_FILESYSTEM_ONLY ||
          method == FLT_FILE_NAME_QUERY_ALWAYS_ALLOW_CACHE_LOOKUP);
}

// Where the file system may not be asked (FltGetFileNameInformation, Remarks).
bool query_forbidden(const Op& op) {
  const io::Request& request = *op.request;
  const UCHAR major = op.iopb.MajorFunction;
  const bool post = (op.data.Flags & FLTFL_CALLBACK_DATA_POST_OPERATION) != 0;
  const ke::Thread& thread = ke::current_thread();
  if (request.kind == io::RequestKind::Irp && request.is_paging()) return true;
  if (thread.top_level_irp != nullptr || thread.special_apc_disable != 0) return true;
  const PFILE_OBJECT file = op.iopb.TargetFileObject;
  if (file == nullptr || (file->Flags & FO_CLEANUP_COMPLETE) != 0) return true;
  switch (major) {
    case IRP_MJ_CLOSE:
      return true;
    case IRP_MJ_CLEANUP:
      return post;
    case IRP_MJ_ACQUIRE_FOR_SECTION_SYNCHRONIZATION:
      return post;
    case IRP_MJ_RELEASE_FOR_SECTION_SYNCHRONIZATION:
    case IRP_MJ_ACQUIRE_FOR_CC_FLUSH:
    case IRP_MJ_RELEASE_FOR_CC_FLUSH:
    case IRP_MJ_ACQUIRE_FOR_MOD_WRITE:
    case IRP_MJ_RELEASE_FOR_MOD_WRITE:
      return true;
    default:
      return false;
  }
}

struct Query {
  Stack* stack;
  Instance* asker;  // null: nobody's
  PFILE_OBJECT file;
  PFLT_CALLBACK_DATA data;  // null: of a file object
  FLT_FILE_NAME_OPTIONS options;
  bool forbidden;
  Op* creating;  // a create that has not opened its file yet: the name is cached with the operation
};

size_t cache_index(ULONG format) {
  return format == FLT_FILE_NAME_OPENED ? 1 : 0;
}

NameInfo* reference_cached(const Query& query) {
  const size_t index = cache_index(query.options & FLT_VALID_FILE_NAME_FORMATS);
  if (query.creating != nullptr) {
    NameInfo* name = query.creating->names[index];
    if (name != nullptr) name->references.fetch_add(1, std::memory_order_relaxed);
    return name;
  }
  if (query.file->FsContext == nullptr) return nullptr;
  StreamState& state = stream_state(io::stream_of(query.file));
  const std::lock_guard guard(state.name_lock);
  NameInfo* name = state.names[index];
  if (name == nullptr || name->generation != query.stack->name_generation.load()) return nullptr;
  name->references.fetch_add(1, std::memory_order_relaxed);
  return name;
}

void cache(const Query& query, NameInfo* name) {
  if ((query.options & FLT_FILE_NAME_DO_NOT_CACHE) != 0) return;
  const size_t index = cache_index(query.options & FLT_VALID_FILE_NAME_FORMATS);
  name->references.fetch_add(1, std::memory_order_relaxed);
  NameInfo* old = name;
  if (query.creating != nullptr) {
    std::swap(query.creating->names[index], old);
  } else if (query.file->FsContext != nullptr) {
    StreamState& state = stream_state(io::stream_of(query.file));
    const std::lock_guard guard(state.name_lock);
    std::swap(state.names[index], old);
  }
  if (old != nullptr) drop_name(old);
}

NTSTATUS give(NameInfo* name, PFLT_FILE_NAME_INFORMATION* result) {
  name->driver_references.fetch_add(1, std::memory_order_relaxed);
  *result = &name->info;
  return STATUS_SUCCESS;
}

// The highest instance below the asker whose filter provides names; referenced.
Instance* name_provider(const Query& query) {
  if (!query.stack->provides_names.load(std::memory_order_acquire)) return nullptr;
  const std::lock_guard guard(registry_lock());
  bool below =
      query.asker == nullptr || (query.options & FLT_FILE_NAME_REQUEST_FROM_CURRENT_PROVIDER) != 0;
  for (Instance* instance : query.stack->instances) {
    if (below && instance->filter->registration.GenerateFileNameCallback != nullptr &&
        instance->rundown.acquire()) {
      return instance;
    }
    below |= instance == query.asker;
  }
  return nullptr;
}

struct Provided {
  NTSTATUS status = STATUS_SUCCESS;
  std::u16string path;  // without the volume's name
};

// Asks the provider for the name (GenerateFileNameCallback).
Provided ask_provider(Instance& provider, const Query& query) {
  auto* control = make<FLT_NAME_CONTROL>();
  auto* cache = static_cast<BOOLEAN*>(allocate_object(sizeof(BOOLEAN)));
  *cache = TRUE;
  Provided provided;
  CallbackGuard guard(*provider.filter, "GenerateFileName");
  provided.status =
      ke::invoke(provider.filter->registration.GenerateFileNameCallback, handle(&provider),
                 query.file, query.data, query.options, static_cast<PBOOLEAN>(cache), control);
  guard.check();
  std::u16string_view name = view(control->Name);
  const std::u16string& device = query.stack->volume().device_name;
  if (name.substr(0, device.size()) == device) name.remove_prefix(device.size());
  provided.path = name;
  if (control->Name.Buffer != nullptr) ex::free(control->Name.Buffer);
  free_object(cache);
  destroy(control);
  FltObjectDereference(handle(&provider));
  return provided;
}

NTSTATUS run_query(const Query& query, Filter* filter, PFLT_FILE_NAME_INFORMATION* result) {
  const ULONG format = query.options & FLT_VALID_FILE_NAME_FORMATS;
  const ULONG method = query.options & FLT_VALID_FILE_NAME_QUERY_METHODS;
  // What a provider says holds above it only, and the cache is the stream's: it is left out.
  const bool provided_names = query.stack->provides_names.load(std::memory_order_acquire);
  const bool looks_in_cache = method != FLT_FILE_NAME_QUERY_FILESYSTEM_ONLY;
  if (query.forbidden &&
      (method == FLT_FILE_NAME_QUERY_DEFAULT || method == FLT_FILE_NAME_QUERY_FILESYSTEM_ONLY)) {
    return STATUS_FLT_INVALID_NAME_REQUEST;
  }
  if (format == FLT_FILE_NAME_SHORT) {
    // Not before a create, and this file system has no short names afterwards.
    return query.creating != nullptr ? STATUS_FLT_INVALID_NAME_REQUEST
                                     : STATUS_OBJECT_NAME_NOT_FOUND;
  }
  if (looks_in_cache) {
    NameInfo* cached = provided_names ? nullptr : reference_cached(query);
    if (cached != nullptr) return give(cached, result);
    if (method == FLT_FILE_NAME_QUERY_CACHE_ONLY) return STATUS_FLT_NAME_CACHE_MISS;
    if (query.forbidden) return STATUS_FLT_INVALID_NAME_REQUEST;
  }
  const uint64_t generation = query.stack->name_generation.load(std::memory_order_acquire);
  io::Volume& volume = query.stack->volume();
  Instance* provider = name_provider(query);
  Provided provided;
  if (provider == nullptr) {
    provided.path = volume.fs->path_of(query.file);
  } else {
    provided = ask_provider(*provider, query);
    if (!NT_SUCCESS(provided.status)) return provided.status;
  }
  const std::u16string& path = provided.path;
  NameInfo* name = make_name(volume, path, format, generation);
  if (name == nullptr) return STATUS_NAME_TOO_LONG;
  if (filter != nullptr) name->owner = filter->name;
  if (!provided_names) cache(query, name);
  return give(name, result);
}

}  // namespace

void drop_name(NameInfo* name) {
  if (name->references.fetch_sub(1, std::memory_order_acq_rel) == 1) free_name(name);
}

void forget_names(StreamState& state) {
  NameInfo* old[2] = {};
  {
    const std::lock_guard guard(state.name_lock);
    std::swap(old[0], state.names[0]);
    std::swap(old[1], state.names[1]);
  }
  for (NameInfo* name : old) {
    if (name != nullptr) drop_name(name);
  }
}

std::vector<std::string> live_names() {
  std::vector<std::string> lines;
  NameList& list = name_list();
  const std::lock_guard guard(list.lock);
  for (const NameInfo* name = list.head; name != nullptr; name = name->next) {
    const int64_t references = name->driver_references.load();
    if (references == 0) continue;
    lines.push_back("filter " + narrow(name->owner) + ": name information of " +
                    narrow(view(name->info.Name)) + " still has " + std::to_string(references) +
                    " references; FltReleaseFileNameInformation is missing");
  }
  return lines;
}

// A name made from parts, for destinations.
NTSTATUS name_from_path(Stack& stack, std::u16string_view path, FLT_FILE_NAME_OPTIONS format,
                        PFLT_FILE_NAME_INFORMATION* result) {
  NameInfo* name = make_name(stack.volume(), path, format, stack.name_generation.load());
  if (name == nullptr) return STATUS_NAME_TOO_LONG;
  return give(name, result);
}

// Parses under the name's own lock: several filters may hold the same cached one.
NTSTATUS parse_name(PFLT_FILE_NAME_INFORMATION info) {
  NameInfo& name = name_of(info);
  const std::lock_guard guard(name.parse_lock);
  constexpr USHORT kAll = FLTFL_FILE_NAME_PARSED_FINAL_COMPONENT |
                          FLTFL_FILE_NAME_PARSED_EXTENSION | FLTFL_FILE_NAME_PARSED_STREAM |
                          FLTFL_FILE_NAME_PARSED_PARENT_DIR;
  if (info->NamesParsed == kAll) return STATUS_SUCCESS;
  split_name(info->Name, info->Volume.Length, &info->Extension, &info->Stream,
             &info->FinalComponent, &info->ParentDir);
  info->NamesParsed = kAll;
  return STATUS_SUCCESS;
}

}  // namespace flthost::flt

using namespace flthost;
using namespace flthost::flt;

NTSTATUS NTAPI FltGetFileNameInformation(PFLT_CALLBACK_DATA CallbackData,
                                         FLT_FILE_NAME_OPTIONS NameOptions,
                                         PFLT_FILE_NAME_INFORMATION* FileNameInformation) {
  *FileNameInformation = nullptr;
  if (!valid_options(NameOptions)) return STATUS_INVALID_PARAMETER;
  Op& op = op_of(CallbackData);
  const PFILE_OBJECT file = op.iopb.TargetFileObject;
  if (file == nullptr) return STATUS_FLT_INVALID_NAME_REQUEST;
  const bool create = op.iopb.MajorFunction == IRP_MJ_CREATE;
  const bool opened = create && (op.data.Flags & FLTFL_CALLBACK_DATA_POST_OPERATION) != 0 &&
                      NT_SUCCESS(op.data.IoStatus.Status) && file->FsContext != nullptr;
  flt::Instance* asker = op.levels[op.current].instance.load(std::memory_order_relaxed);
  const Query query{op.stack,
                    asker,
                    file,
                    CallbackData,
                    NameOptions,
                    query_forbidden(op),
                    create && !opened ? &op : nullptr};
  return run_query(query, asker->filter, FileNameInformation);
}

NTSTATUS NTAPI FltGetFileNameInformationUnsafe(PFILE_OBJECT FileObject, PFLT_INSTANCE Instance,
                                               FLT_FILE_NAME_OPTIONS NameOptions,
                                               PFLT_FILE_NAME_INFORMATION* FileNameInformation) {
  *FileNameInformation = nullptr;
  if (!valid_options(NameOptions)) return STATUS_INVALID_PARAMETER;
  if (FileObject == nullptr || FileObject->FsContext == nullptr) {
    return STATUS_FLT_INVALID_NAME_REQUEST;
  }
  const bool forbidden = ke::current_thread().top_level_irp != nullptr ||
                         (FileObject->Flags & FO_CLEANUP_COMPLETE) != 0;
  auto* stack = static_cast<Stack*>(io::volume_of(FileObject).filters);
  flt::Instance* asker = Instance == nullptr ? nullptr : &instance_of(Instance);
  return run_query({stack, asker, FileObject, nullptr, NameOptions, forbidden, nullptr},
                   asker == nullptr ? nullptr : asker->filter, FileNameInformation);
}

VOID NTAPI FltReferenceFileNameInformation(PFLT_FILE_NAME_INFORMATION FileNameInformation) {
  NameInfo& name = name_of(FileNameInformation);
  name.references.fetch_add(1, std::memory_order_relaxed);
  name.driver_references.fetch_add(1, std::memory_order_relaxed);
}

VOID NTAPI FltReleaseFileNameInformation(PFLT_FILE_NAME_INFORMATION FileNameInformation) {
  NameInfo& name = name_of(FileNameInformation);
  if (name.driver_references.fetch_sub(1, std::memory_order_acq_rel) <= 0) {
    manager_bugcheck(0x68, reinterpret_cast<uint64_t>(FileNameInformation), 0,
                     "a FLT_FILE_NAME_INFORMATION was released more often than it was referenced; "
                     "release once per FltGet... and FltReferenceFileNameInformation");
  }
  drop_name(&name);
}

NTSTATUS NTAPI FltParseFileNameInformation(PFLT_FILE_NAME_INFORMATION FileNameInformation) {
  return parse_name(FileNameInformation);
}

NTSTATUS NTAPI FltPurgeFileNameInformationCache(PFLT_INSTANCE Instance, PFILE_OBJECT FileObject) {
  Stack& stack = *instance_of(Instance).stack;
  if (FileObject == nullptr) {
    stack.name_generation.fetch_add(1, std::memory_order_acq_rel);
  } else if (FileObject->FsContext != nullptr) {
    forget_names(stream_state(io::stream_of(FileObject)));
  }
  return STATUS_SUCCESS;
}
