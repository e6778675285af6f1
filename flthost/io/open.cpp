// Opens by name or handle: IoCreateFile and its kin, ZwCreateFile, ZwOpenFile.
#include <flthost/ex/ex.h>
#include <flthost/io/open.h>
#include <flthost/mm/mm.h>
#include <flthost/ob/ob.h>

#include <cstring>
#include <memory>

namespace flthost::io {
namespace {

constexpr uint32_t kOpenTag = 0x6e65704f;  // Open

// What an open names.
struct Target {
  PDEVICE_OBJECT device = nullptr;  // referenced
  PFILE_OBJECT root = nullptr;      // referenced, of a relative open
  Volume* volume = nullptr;
  std::u16string path;

  Target() = default;
  Target(const Target&) = delete;
  Target& operator=(const Target&) = delete;
  ~Target() { clear(); }
  void clear() {
    if (device != nullptr) ob::dereference(device);
    if (root != nullptr) ob::dereference(root);
    device = nullptr;
    root = nullptr;
  }
};

// What IRP_MJ_CREATE carries by pointer, in the system arena.
struct Security {
  IO_SECURITY_CONTEXT context{};
  ACCESS_STATE state{};
};
struct PoolDelete {
  void operator()(void* memory) const { ex::free(memory); }
};

constexpr ULONG kSynchronous = FILE_SYNCHRONOUS_IO_ALERT | FILE_SYNCHRONOUS_IO_NONALERT;

bool directory_options_fit(const OpenCall& call) {
  constexpr ULONG kFit =
      FILE_DIRECTORY_FILE | kSynchronous | FILE_WRITE_THROUGH | FILE_OPEN_FOR_BACKUP_INTENT |
      FILE_DELETE_ON_CLOSE | FILE_OPEN_REPARSE_POINT | FILE_OPEN_BY_FILE_ID |
      FILE_COMPLETE_IF_OPLOCKED | FILE_OPEN_REQUIRING_OPLOCK | FILE_DISALLOW_EXCLUSIVE |
      FILE_OPEN_FOR_FREE_SPACE_QUERY | FILE_OPEN_NO_RECALL | FILE_NO_INTERMEDIATE_BUFFERING;
  return (call.options & ~kFit) == 0 &&
         (call.disposition == FILE_CREATE || call.disposition == FILE_OPEN ||
          call.disposition == FILE_OPEN_IF);
}

// What the I/O manager refuses before anybody sees the open.
NTSTATUS check_call(const OpenCall& call) {
  const ULONG options = call.options;
  const bool bad =
      (call.file_attributes & ~static_cast<ULONG>(FILE_ATTRIBUTE_VALID_FLAGS)) != 0 ||
      (call.share & ~static_cast<ULONG>(FILE_SHARE_VALID_FLAGS)) != 0 ||
      call.disposition > FILE_MAXIMUM_DISPOSITION ||
      (options & ~static_cast<ULONG>(FILE_VALID_OPTION_FLAGS)) != 0 ||
      (options & kSynchronous) == kSynchronous ||
      ((options & kSynchronous) != 0 && (call.access & SYNCHRONIZE) == 0) ||
      ((options & FILE_DELETE_ON_CLOSE) != 0 && (call.access & DELETE) == 0) ||
      ((options & FILE_DIRECTORY_FILE) != 0 &&
       ((options & FILE_NON_DIRECTORY_FILE) != 0 || !directory_options_fit(call))) ||
      ((options & FILE_COMPLETE_IF_OPLOCKED) != 0 && (options & FILE_RESERVE_OPFILTER) != 0) ||
      ((options & FILE_NO_INTERMEDIATE_BUFFERING) != 0 && (call.access & FILE_APPEND_DATA) != 0 &&
       (call.access & FILE_WRITE_DATA) == 0) ||
      (call.has_allocation_size && call.allocation_size.QuadPart < 0);
  return bad ? STATUS_INVALID_PARAMETER : STATUS_SUCCESS;
}

NTSTATUS capture_name(const OBJECT_ATTRIBUTES& attributes, std::u16string* name) {
  if (attributes.ObjectName == nullptr) return STATUS_SUCCESS;
  UNICODE_STRING text{};
  if (!mm::guarded_copy(&text, attributes.ObjectName, sizeof text)) return STATUS_ACCESS_VIOLATION;
  if ((text.Length & 1) != 0) return STATUS_OBJECT_NAME_INVALID;
  name->resize(text.Length / sizeof(WCHAR));
  if (!name->empty() && !mm::guarded_copy(name->data(), text.Buffer, text.Length)) {
    return STATUS_ACCESS_VIOLATION;
  }
  return STATUS_SUCCESS;
}

NTSTATUS find_relative(HANDLE root, std::u16string name, ULONG options, Target* target) {
  void* body = nullptr;
  const NTSTATUS status = ob::reference_handle(root, 0, IoFileObjectType, KernelMode, &body);
  if (!NT_SUCCESS(status)) return status;
  target->root = static_cast<PFILE_OBJECT>(body);
  if (!name.empty() && name.front() == u'\\' && (options & FILE_OPEN_BY_FILE_ID) == 0) {
    return STATUS_OBJECT_PATH_SYNTAX_BAD;
  }
  target->device = target->root->DeviceObject;
  ob::reference(target->device);
  target->volume = volume_or_null(target->root);
  target->path = std::move(name);
  return STATUS_SUCCESS;
}

NTSTATUS find_absolute(std::u16string_view name, Target* target) {
  if (name.empty() || name.front() != u'\\') return STATUS_OBJECT_PATH_SYNTAX_BAD;
  Resolved resolved;
  const NTSTATUS status = resolve(name, &resolved);
  if (!NT_SUCCESS(status)) return status;
  target->device = resolved.device;
  target->volume = host_device(resolved.device).volume;
  target->path = std::move(resolved.rest);
  if (!target->path.empty() && target->path.front() == u'/') target->path.front() = u'\\';
  return STATUS_SUCCESS;
}

bool in_stack(PDEVICE_OBJECT device, const Target& target) {
  if (!is_device(device)) return false;
  if (target.volume != nullptr) {
    return device == target.volume->fs_device || device == target.volume->device_object;
  }
  const std::lock_guard guard(device_lock());
  for (PDEVICE_OBJECT one = target.device; one != nullptr; one = one->AttachedDevice) {
    if (one == device) return true;
  }
  return false;
}

ULONG file_flags_of(ULONG options) {
  ULONG flags = 0;
  if ((options & kSynchronous) != 0) flags |= FO_SYNCHRONOUS_IO;
  if ((options & FILE_SYNCHRONOUS_IO_ALERT) != 0) flags |= FO_ALERTABLE_IO;
  if ((options & FILE_NO_INTERMEDIATE_BUFFERING) != 0) flags |= FO_NO_INTERMEDIATE_BUFFERING;
  if ((options & FILE_WRITE_THROUGH) != 0) flags |= FO_WRITE_THROUGH;
  if ((options & FILE_SEQUENTIAL_ONLY) != 0) flags |= FO_SEQUENTIAL_ONLY;
  if ((options & FILE_RANDOM_ACCESS) != 0) flags |= FO_RANDOM_ACCESS;
  return flags;
}

UCHAR operation_flags(const OpenCall& call) {
  UCHAR flags = 0;
  if ((call.flags & IO_OPEN_TARGET_DIRECTORY) != 0) flags |= SL_OPEN_TARGET_DIRECTORY;
  if ((call.flags & IO_STOP_ON_SYMLINK) != 0) flags |= SL_STOP_ON_SYMLINK;
  if ((call.flags & IO_FORCE_ACCESS_CHECK) != 0) flags |= SL_FORCE_ACCESS_CHECK;
  if ((call.attribute_flags & OBJ_CASE_INSENSITIVE) == 0) flags |= SL_CASE_SENSITIVE;
  return flags;
}

void fill_create(Request& request, const OpenCall& call, Security& security) {
  security.context.AccessState = &security.state;
  security.context.DesiredAccess = call.access;
  security.context.FullCreateOptions = call.options;
  security.state.OriginalDesiredAccess = call.access;
  security.state.PreviouslyGrantedAccess = call.access;
  FLT_IO_PARAMETER_BLOCK& iopb = request.parameters;
  iopb.MajorFunction = IRP_MJ_CREATE;
  iopb.IrpFlags = IRP_CREATE_OPERATION | IRP_SYNCHRONOUS_API;
  iopb.OperationFlags = operation_flags(call);
  auto& create = iopb.Parameters.Create;
  create.SecurityContext = &security.context;
  create.Options = (call.disposition << 24) | (call.options & 0x00ffffff);
  create.FileAttributes = static_cast<USHORT>(call.file_attributes);
  create.ShareAccess = static_cast<USHORT>(call.share);
  create.EaBuffer = call.ea;
  create.EaLength = call.ea_length;
  if (call.has_allocation_size) create.AllocationSize = call.allocation_size;
  request.mode = call.mode;
  request.thread = current_requestor();
  request.ecp_list = call.ecp_list;
}

NTSTATUS make_file(const OpenCall& call, const Target& target, PFILE_OBJECT* file) {
  if (target.volume != nullptr) {
    *file = create_file_object(*target.volume, target.path);
    if (target.path.empty() && target.root == nullptr) (*file)->Flags |= FO_VOLUME_OPEN;
  } else {
    const NTSTATUS status = add_open(target.device);
    if (!NT_SUCCESS(status)) return status;
    *file = create_device_file(target.device, target.path);
    (*file)->ReadAccess = (call.access & (FILE_READ_DATA | FILE_EXECUTE)) != 0;
    (*file)->WriteAccess = (call.access & (FILE_WRITE_DATA | FILE_APPEND_DATA)) != 0;
    (*file)->DeleteAccess = (call.access & DELETE) != 0;
  }
  (*file)->SharedRead = (call.share & FILE_SHARE_READ) != 0;
  (*file)->SharedWrite = (call.share & FILE_SHARE_WRITE) != 0;
  (*file)->SharedDelete = (call.share & FILE_SHARE_DELETE) != 0;
  (*file)->Flags |= file_flags_of(call.options);
  if ((call.attribute_flags & OBJ_CASE_INSENSITIVE) == 0)
    (*file)->Flags |= FO_OPENED_CASE_SENSITIVE;
  (*file)->RelatedFileObject = target.root;
  if ((call.flags & IO_IGNORE_SHARE_ACCESS_CHECK) != 0) file_flags(*file) |= kIgnoresSharing;
  if (call.hint != nullptr) set_device_hint(*file, call.hint);
  return STATUS_SUCCESS;
}

// A filter put another name into the file object: where that is.
NTSTATUS follow_reparse(PFILE_OBJECT file, Target* target) {
  const std::u16string name(view(file->FileName));
  Volume* const volume = target->volume;
  const PDEVICE_OBJECT device = target->device;
  Target found;
  const NTSTATUS status = find_absolute(name, &found);
  if (NT_SUCCESS(status)) {
    target->clear();
    std::swap(target->device, found.device);
    target->volume = found.volume;
    target->path = std::move(found.path);
    return STATUS_SUCCESS;
  }
  if (volume == nullptr || device == nullptr) return status;
  if (target->root != nullptr) ob::dereference(target->root);  // the name counts from the volume
  target->root = nullptr;
  target->path = name;
  return STATUS_SUCCESS;
}

void abandon(PFILE_OBJECT file) {
  if (Volume* const volume = volume_or_null(file); volume != nullptr) {
    volume->filters->file_object_gone(file);
  }
  free_file_object(file);
}

// One IRP_MJ_CREATE; `*file` is set when it is open, or for STATUS_REPARSE.
NTSTATUS send_create(const OpenCall& call, const Target& target, IO_STATUS_BLOCK* iosb,
                     PFILE_OBJECT* file) {
  PFILE_OBJECT made = nullptr;
  NTSTATUS status = make_file(call, target, &made);
  if (!NT_SUCCESS(status)) return status;
  const std::unique_ptr<Security, PoolDelete> security(
      new (ex::allocate_zeroed(sizeof(Security), kOpenTag)) Security);
  Request request;
  request.parameters.TargetFileObject = made;
  fill_create(request, call, *security);
  status = send_to_file_and_wait(request);
  *iosb = request.status;
  made->RelatedFileObject = nullptr;
  if (status == STATUS_REPARSE || (NT_SUCCESS(status) && status != STATUS_PENDING)) {
    *file = made;
    return status;
  }
  abandon(made);
  return status;
}

}  // namespace

NTSTATUS open_file(OpenCall call, const OBJECT_ATTRIBUTES& attributes, IO_STATUS_BLOCK* iosb,
                   PFILE_OBJECT* file) {
  *file = nullptr;
  if (attributes.Length != sizeof(OBJECT_ATTRIBUTES)) return STATUS_INVALID_PARAMETER;
  if ((call.flags & IO_NO_PARAMETER_CHECKING) == 0) {
    const NTSTATUS status = check_call(call);
    if (!NT_SUCCESS(status)) return status;
  }
  call.attribute_flags = attributes.Attributes;
  RtlMapGenericMask(&call.access, IoGetFileObjectGenericMapping());
  std::u16string name;
  NTSTATUS status = capture_name(attributes, &name);
  if (!NT_SUCCESS(status)) return status;
  Target target;
  status = attributes.RootDirectory != nullptr
               ? find_relative(attributes.RootDirectory, std::move(name), call.options, &target)
               : find_absolute(name, &target);
  if (!NT_SUCCESS(status)) return status;
  if (call.hint != nullptr && !in_stack(call.hint, target)) {
    return STATUS_INVALID_DEVICE_OBJECT_PARAMETER;
  }
  constexpr int kMaxReparse = 32;
  for (int i = 0; i < kMaxReparse; ++i) {
    PFILE_OBJECT opened = nullptr;
    status = send_create(call, target, iosb, &opened);
    if (status != STATUS_REPARSE) {
      if (opened == nullptr) return status;
      set_opened(opened, nullptr);
      *file = opened;
      return status;
    }
    status = follow_reparse(opened, &target);
    abandon(opened);
    if (!NT_SUCCESS(status)) return status;
    if (call.hint != nullptr && !in_stack(call.hint, target)) {
      return STATUS_MOUNT_POINT_NOT_RESOLVED;
    }
  }
  return STATUS_REPARSE_POINT_NOT_RESOLVED;
}

NTSTATUS create_file(const OpenCall& call, PHANDLE handle, const OBJECT_ATTRIBUTES* attributes,
                     PIO_STATUS_BLOCK iosb) {
  OBJECT_ATTRIBUTES captured{};
  if (!mm::guarded_copy(&captured, attributes, sizeof captured)) return STATUS_ACCESS_VIOLATION;
  IO_STATUS_BLOCK result{};
  PFILE_OBJECT file = nullptr;
  NTSTATUS status = open_file(call, captured, &result, &file);
  HANDLE made = nullptr;
  if (NT_SUCCESS(status)) {
    ACCESS_MASK access = call.access;
    RtlMapGenericMask(&access, IoGetFileObjectGenericMapping());
    const NTSTATUS opened = ob::open_handle(file, access, captured.Attributes, &made);
    if (NT_SUCCESS(opened)) {
      file->Flags |= FO_HANDLE_CREATED;
    } else {
      status = opened;
    }
    ob::dereference(file);  // the handle has its own
  }
  result.Status = status;
  if (!mm::guarded_copy(iosb, &result, sizeof result) ||
      !mm::guarded_copy(handle, &made, sizeof made)) {
    if (made != nullptr) ob::close_handle(made, KernelMode);
    return STATUS_ACCESS_VIOLATION;
  }
  return status;
}

NTSTATUS open_device(std::u16string_view name, ACCESS_MASK access, ULONG share, ULONG options,
                     PFILE_OBJECT* file_object) {
  std::u16string text(name);
  UNICODE_STRING string{};
  string.Buffer = text.data();
  string.Length = string.MaximumLength = static_cast<USHORT>(text.size() * sizeof(WCHAR));
  OBJECT_ATTRIBUTES attributes{};
  InitializeObjectAttributes(&attributes, &string, OBJ_CASE_INSENSITIVE, nullptr, nullptr);
  OpenCall call;
  call.access = access | SYNCHRONIZE;
  call.share = share;
  call.disposition = FILE_OPEN;
  call.options = options | FILE_SYNCHRONOUS_IO_NONALERT | FILE_NON_DIRECTORY_FILE;
  call.mode = UserMode;
  IO_STATUS_BLOCK iosb{};
  const NTSTATUS status = open_file(call, attributes, &iosb, file_object);
  if (NT_SUCCESS(status)) (*file_object)->Flags |= FO_HANDLE_CREATED;
  return status;
}

void close_device(PFILE_OBJECT file_object) {
  last_handle_closed(file_object);
  ob::dereference(file_object);
}

}  // namespace flthost::io

using namespace flthost;
using namespace flthost::io;

namespace {

OpenCall make_call(ACCESS_MASK access, PLARGE_INTEGER allocation, ULONG attributes, ULONG share,
                   ULONG disposition, ULONG options, PVOID ea, ULONG ea_length, ULONG flags) {
  OpenCall call;
  call.access = access;
  call.has_allocation_size = allocation != nullptr;
  if (allocation != nullptr) call.allocation_size = *allocation;
  call.file_attributes = attributes;
  call.share = share;
  call.disposition = disposition;
  call.options = options;
  call.ea = ea;
  call.ea_length = ea_length;
  call.flags = flags;
  return call;
}

// EAs of a create must be a list; a driver gets it in the system arena.
NTSTATUS check_eas(PVOID ea, ULONG length, PIO_STATUS_BLOCK iosb) {
  if (ea == nullptr || length == 0) return STATUS_SUCCESS;
  ULONG offset = 0;
  const NTSTATUS status =
      IoCheckEaBufferValidity(static_cast<PFILE_FULL_EA_INFORMATION>(ea), length, &offset);
  if (!NT_SUCCESS(status)) {
    iosb->Status = status;
    iosb->Information = offset;
  }
  return status;
}

}  // namespace

NTSTATUS NTAPI IoCreateFileEx(PHANDLE FileHandle, ACCESS_MASK DesiredAccess,
                              POBJECT_ATTRIBUTES ObjectAttributes, PIO_STATUS_BLOCK IoStatusBlock,
                              PLARGE_INTEGER AllocationSize, ULONG FileAttributes,
                              ULONG ShareAccess, ULONG Disposition, ULONG CreateOptions,
                              PVOID EaBuffer, ULONG EaLength, CREATE_FILE_TYPE CreateFileType,
                              PVOID InternalParameters, ULONG Options,
                              PIO_DRIVER_CREATE_CONTEXT DriverContext) {
  // Nobody makes pipes or mailslots here: no device of theirs exists.
  if (CreateFileType != CreateFileTypeNone || InternalParameters != nullptr) {
    return STATUS_INVALID_PARAMETER;
  }
  NTSTATUS status = check_eas(EaBuffer, EaLength, IoStatusBlock);
  if (!NT_SUCCESS(status)) return status;
  OpenCall call = make_call(DesiredAccess, AllocationSize, FileAttributes, ShareAccess, Disposition,
                            CreateOptions, EaBuffer, EaLength, Options);
  if (DriverContext != nullptr) {
    if (DriverContext->Size <
        static_cast<CSHORT>(offsetof(IO_DRIVER_CREATE_CONTEXT, SiloContext))) {
      return STATUS_INVALID_PARAMETER;
    }
    call.hint = static_cast<PDEVICE_OBJECT>(DriverContext->DeviceObjectHint);
    call.ecp_list = DriverContext->ExtraCreateParameter;
  }
  return create_file(call, FileHandle, ObjectAttributes, IoStatusBlock);
}

NTSTATUS NTAPI IoCreateFileSpecifyDeviceObjectHint(
    PHANDLE FileHandle, ACCESS_MASK DesiredAccess, POBJECT_ATTRIBUTES ObjectAttributes,
    PIO_STATUS_BLOCK IoStatusBlock, PLARGE_INTEGER AllocationSize, ULONG FileAttributes,
    ULONG ShareAccess, ULONG Disposition, ULONG CreateOptions, PVOID EaBuffer, ULONG EaLength,
    CREATE_FILE_TYPE CreateFileType, PVOID InternalParameters, ULONG Options, PVOID DeviceObject) {
  IO_DRIVER_CREATE_CONTEXT context{};
  context.Size = sizeof context;
  context.DeviceObjectHint = DeviceObject;
  return IoCreateFileEx(FileHandle, DesiredAccess, ObjectAttributes, IoStatusBlock, AllocationSize,
                        FileAttributes, ShareAccess, Disposition, CreateOptions, EaBuffer, EaLength,
                        CreateFileType, InternalParameters, Options, &context);
}

NTSTATUS NTAPI IoCreateFile(PHANDLE FileHandle, ACCESS_MASK DesiredAccess,
                            POBJECT_ATTRIBUTES ObjectAttributes, PIO_STATUS_BLOCK IoStatusBlock,
                            PLARGE_INTEGER AllocationSize, ULONG FileAttributes, ULONG ShareAccess,
                            ULONG Disposition, ULONG CreateOptions, PVOID EaBuffer, ULONG EaLength,
                            CREATE_FILE_TYPE CreateFileType, PVOID InternalParameters,
                            ULONG Options) {
  return IoCreateFileEx(FileHandle, DesiredAccess, ObjectAttributes, IoStatusBlock, AllocationSize,
                        FileAttributes, ShareAccess, Disposition, CreateOptions, EaBuffer, EaLength,
                        CreateFileType, InternalParameters, Options, nullptr);
}

NTSTATUS NTAPI ZwCreateFile(PHANDLE FileHandle, ACCESS_MASK DesiredAccess,
                            POBJECT_ATTRIBUTES ObjectAttributes, PIO_STATUS_BLOCK IoStatusBlock,
                            PLARGE_INTEGER AllocationSize, ULONG FileAttributes, ULONG ShareAccess,
                            ULONG CreateDisposition, ULONG CreateOptions, PVOID EaBuffer,
                            ULONG EaLength) {
  return IoCreateFileEx(FileHandle, DesiredAccess, ObjectAttributes, IoStatusBlock, AllocationSize,
                        FileAttributes, ShareAccess, CreateDisposition, CreateOptions, EaBuffer,
                        EaLength, CreateFileTypeNone, nullptr, 0, nullptr);
}

NTSTATUS NTAPI ZwOpenFile(PHANDLE FileHandle, ACCESS_MASK DesiredAccess,
                          POBJECT_ATTRIBUTES ObjectAttributes, PIO_STATUS_BLOCK IoStatusBlock,
                          ULONG ShareAccess, ULONG OpenOptions) {
  return ZwCreateFile(FileHandle, DesiredAccess, ObjectAttributes, IoStatusBlock, nullptr, 0,
                      ShareAccess, FILE_OPEN, OpenOptions, nullptr, 0);
}

NTSTATUS NTAPI IoGetDeviceObjectPointer(PUNICODE_STRING ObjectName, ACCESS_MASK DesiredAccess,
                                        PFILE_OBJECT* FileObject, PDEVICE_OBJECT* DeviceObject) {
  *FileObject = nullptr;
  *DeviceObject = nullptr;
  OBJECT_ATTRIBUTES attributes{};
  InitializeObjectAttributes(&attributes, ObjectName, OBJ_KERNEL_HANDLE, nullptr, nullptr);
  IO_STATUS_BLOCK iosb{};
  HANDLE handle = nullptr;
  NTSTATUS status =
      ZwOpenFile(&handle, DesiredAccess, &attributes, &iosb, 0, FILE_NON_DIRECTORY_FILE);
  if (!NT_SUCCESS(status)) return status;
  void* body = nullptr;
  status = ob::reference_handle(handle, 0, IoFileObjectType, KernelMode, &body);
  if (NT_SUCCESS(status)) {
    *FileObject = static_cast<PFILE_OBJECT>(body);
    *DeviceObject = IoGetRelatedDeviceObject(*FileObject);
  }
  ob::close_handle(handle, KernelMode);
  return status;
}

namespace flthost::io {

ke::ExportTable open_exports() {
  static const ke::Export rows[] = {
      FLTHOST_EXPORT(IoCreateFile),
      FLTHOST_EXPORT(IoCreateFileEx),
      FLTHOST_EXPORT(IoCreateFileSpecifyDeviceObjectHint),
      FLTHOST_EXPORT(ZwCreateFile),
      FLTHOST_EXPORT(ZwOpenFile),
      FLTHOST_EXPORT(IoGetDeviceObjectPointer),
  };
  return {rows, std::size(rows)};
}

}  // namespace flthost::io
