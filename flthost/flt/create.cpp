// FltCreateFile and its kin: an open that enters the stack below its issuer.
#include <flthost/flt/own_io.h>
#include <flthost/ps/ps.h>

namespace flthost::flt {
namespace {

struct Target {
  Stack* stack = nullptr;
  std::u16string path;  // from the volume's root, or relative to `root`
  PFILE_OBJECT root = nullptr;
};

bool starts_with(std::u16string_view text, std::u16string_view prefix) {
  return !prefix.empty() && text.size() >= prefix.size() &&
         equal_ignoring_case(text.substr(0, prefix.size()), prefix) &&
         (text.size() == prefix.size() || text[prefix.size()] == u'\\' ||
          text[prefix.size()] == u'/');
}

// \Device\HarddiskVolume1\path or \??\mount-path\path.
bool find_by_path(std::u16string_view name, Target* target) {
  const std::lock_guard guard(registry_lock());
  for (Stack* stack : stacks()) {
    const io::Volume& volume = stack->volume();
    std::u16string_view rest = name;
    if (starts_with(rest, volume.device_name)) {
      rest.remove_prefix(volume.device_name.size());
    } else if (rest.substr(0, 4) == u"\\??\\" && starts_with(rest.substr(4), volume.dos_name)) {
      rest.remove_prefix(4 + volume.dos_name.size());
    } else {
      continue;
    }
    target->stack = stack;
    target->path = rest;
    return true;
  }
  return false;
}

NTSTATUS find_target(const OBJECT_ATTRIBUTES& attributes, Target* target) {
  if (attributes.ObjectName == nullptr) return STATUS_OBJECT_NAME_INVALID;
  const std::u16string_view name = view(attributes.ObjectName);
  if (attributes.RootDirectory == nullptr) {
    return find_by_path(name, target) ? STATUS_SUCCESS : STATUS_OBJECT_PATH_NOT_FOUND;
  }
  PVOID object = nullptr;
  const NTSTATUS status = ObReferenceObjectByHandle(attributes.RootDirectory, 0, IoFileObjectType,
                                                    KernelMode, &object, nullptr);
  if (!NT_SUCCESS(status)) return status;
  target->root = static_cast<PFILE_OBJECT>(object);
  target->stack = static_cast<Stack*>(io::volume_of(target->root).filters);
  target->path = name;
  return STATUS_SUCCESS;
}

struct CreateCall {
  PFLT_INSTANCE instance;
  ACCESS_MASK access;
  POBJECT_ATTRIBUTES attributes;
  PLARGE_INTEGER allocation_size;
  ULONG file_attributes;
  ULONG share_access;
  ULONG disposition;
  ULONG options;
  PVOID ea;
  ULONG ea_length;
  ULONG flags;
  PIO_DRIVER_CREATE_CONTEXT context;
};

// What IRP_MJ_CREATE carries by pointer, in the system arena.
struct SecurityBlock {
  IO_SECURITY_CONTEXT context{};
  ACCESS_STATE access_state{};
};

ULONG file_object_flags(ULONG options) {
  ULONG flags = 0;
  if ((options & (FILE_SYNCHRONOUS_IO_ALERT | FILE_SYNCHRONOUS_IO_NONALERT)) != 0) {
    flags |= FO_SYNCHRONOUS_IO;
  }
  if ((options & FILE_NO_INTERMEDIATE_BUFFERING) != 0) flags |= FO_NO_INTERMEDIATE_BUFFERING;
  if ((options & FILE_WRITE_THROUGH) != 0) flags |= FO_WRITE_THROUGH;
  if ((options & FILE_SEQUENTIAL_ONLY) != 0) flags |= FO_SEQUENTIAL_ONLY;
  if ((options & FILE_RANDOM_ACCESS) != 0) flags |= FO_RANDOM_ACCESS;
  return flags;
}

void fill_create(io::Request& request, const CreateCall& call, PFILE_OBJECT file,
                 SecurityBlock& security) {
  security.context.AccessState = &security.access_state;
  security.context.DesiredAccess = call.access;
  security.context.FullCreateOptions = call.options;
  security.access_state.OriginalDesiredAccess = call.access;
  security.access_state.RemainingDesiredAccess = call.access;
  FLT_IO_PARAMETER_BLOCK& iopb = request.parameters;
  iopb.MajorFunction = IRP_MJ_CREATE;
  iopb.IrpFlags = IRP_CREATE_OPERATION | IRP_SYNCHRONOUS_API;
  iopb.TargetFileObject = file;
  if ((call.flags & IO_OPEN_TARGET_DIRECTORY) != 0) iopb.OperationFlags |= SL_OPEN_TARGET_DIRECTORY;
  if ((call.attributes->Attributes & OBJ_CASE_INSENSITIVE) == 0) {
    iopb.OperationFlags |= SL_CASE_SENSITIVE;
  }
  auto& create = iopb.Parameters.Create;
  create.SecurityContext = &security.context;
  create.Options = (call.disposition << 24) | (call.options & 0x00ffffff);
  create.FileAttributes = static_cast<USHORT>(call.file_attributes);
  create.ShareAccess = static_cast<USHORT>(call.share_access);
  create.EaBuffer = call.ea;
  create.EaLength = call.ea_length;
  if (call.allocation_size != nullptr) create.AllocationSize = *call.allocation_size;
  const PETHREAD current = ke::current_thread().object;
  request.thread = current == nullptr ? ps::system_thread() : current;
  request.mode = KernelMode;
}

NTSTATUS open_file(const CreateCall& call, PIO_STATUS_BLOCK iosb, PFILE_OBJECT* result) {
  Target target;
  NTSTATUS status = find_target(*call.attributes, &target);
  if (status != STATUS_SUCCESS) return status;
  Instance* issuer = call.instance == nullptr ? nullptr : &instance_of(call.instance);
  if (issuer != nullptr && issuer->stack != target.stack)
    status = STATUS_INVALID_DEVICE_OBJECT_PARAMETER;
  if (issuer != nullptr && issuer->rundown.begun()) status = STATUS_FLT_DELETING_OBJECT;
  if (status != STATUS_SUCCESS) {
    if (target.root != nullptr) ObfDereferenceObject(target.root);
    return status;
  }
  io::Volume& volume = target.stack->volume();
  const PFILE_OBJECT file = io::create_file_object(volume, target.path);
  file->Flags |= file_object_flags(call.options);
  file->RelatedFileObject = target.root;
  auto* security = make<SecurityBlock>();
  io::Request request;
  request.volume = &volume;
  request.start_below = issuer;
  if (call.context != nullptr) request.ecp_list = call.context->ExtraCreateParameter;
  fill_create(request, call, file, *security);
  if (issuer != nullptr) issuer->own_io.fetch_add(1, std::memory_order_seq_cst);
  status = io::send_and_wait(request);
  if (issuer != nullptr) {
    issuer->own_io.fetch_sub(1, std::memory_order_seq_cst);
    level_left();
  }
  destroy(security);
  file->RelatedFileObject = nullptr;
  if (target.root != nullptr) ObfDereferenceObject(target.root);
  *iosb = request.status;
  if (!NT_SUCCESS(status) || status == STATUS_REPARSE) {
    io::free_file_object(file);
    return status == STATUS_REPARSE ? STATUS_IO_REPARSE_DATA_INVALID : status;
  }
  // The instance's memory must outlive the open: its cleanup and close start below it.
  if (issuer != nullptr) issuer->lifetime.fetch_add(1, std::memory_order_relaxed);
  io::set_opened(file, issuer);
  *result = file;
  return status;
}

}  // namespace

NTSTATUS send_special_create(PFLT_INSTANCE instance, const OBJECT_ATTRIBUTES& attributes,
                             UCHAR major) {
  Target target;
  const NTSTATUS found = find_target(attributes, &target);
  if (found != STATUS_SUCCESS) return found;
  io::Volume& volume = target.stack->volume();
  const PFILE_OBJECT file = io::create_file_object(volume, target.path);
  file->RelatedFileObject = target.root;
  FLT_IO_PARAMETER_BLOCK parameters{};
  parameters.MajorFunction = major;
  const NTSTATUS status = issue_below(instance == nullptr ? nullptr : &instance_of(instance), file,
                                      parameters, nullptr);
  file->RelatedFileObject = nullptr;
  if (target.root != nullptr) ObfDereferenceObject(target.root);
  io::free_file_object(file);
  return status;
}

}  // namespace flthost::flt

using namespace flthost;
using namespace flthost::flt;

NTSTATUS NTAPI FltCreateFileEx2(PFLT_FILTER Filter, PFLT_INSTANCE Instance, PHANDLE FileHandle,
                                PFILE_OBJECT* FileObject, ACCESS_MASK DesiredAccess,
                                POBJECT_ATTRIBUTES ObjectAttributes, PIO_STATUS_BLOCK IoStatusBlock,
                                PLARGE_INTEGER AllocationSize, ULONG FileAttributes,
                                ULONG ShareAccess, ULONG CreateDisposition, ULONG CreateOptions,
                                PVOID EaBuffer, ULONG EaLength, ULONG Flags,
                                PIO_DRIVER_CREATE_CONTEXT DriverContext) {
  filter_of(Filter);
  *FileHandle = nullptr;
  if (FileObject != nullptr) *FileObject = nullptr;
  PFILE_OBJECT file = nullptr;
  IO_STATUS_BLOCK iosb{};
  const NTSTATUS status = open_file(
      {Instance, DesiredAccess, ObjectAttributes, AllocationSize, FileAttributes, ShareAccess,
       CreateDisposition, CreateOptions, EaBuffer, EaLength, Flags, DriverContext},
      &iosb, &file);
  if (!NT_SUCCESS(status)) {
    iosb.Status = status;
    *IoStatusBlock = iosb;
    return status;
  }
  *IoStatusBlock = iosb;
  const NTSTATUS handle_status =
      ObOpenObjectByPointer(file, ObjectAttributes->Attributes | OBJ_KERNEL_HANDLE, nullptr,
                            DesiredAccess, IoFileObjectType, KernelMode, FileHandle);
  if (NT_SUCCESS(handle_status)) {
    file->Flags |= FO_HANDLE_CREATED;
    if (FileObject != nullptr) {
      *FileObject = file;  // with create_file_object's reference
      return status;
    }
  }
  ObfDereferenceObject(file);  // its last one closes the file
  return NT_SUCCESS(handle_status) ? status : handle_status;
}

NTSTATUS NTAPI FltCreateFileEx(PFLT_FILTER Filter, PFLT_INSTANCE Instance, PHANDLE FileHandle,
                               PFILE_OBJECT* FileObject, ACCESS_MASK DesiredAccess,
                               POBJECT_ATTRIBUTES ObjectAttributes, PIO_STATUS_BLOCK IoStatusBlock,
                               PLARGE_INTEGER AllocationSize, ULONG FileAttributes,
                               ULONG ShareAccess, ULONG CreateDisposition, ULONG CreateOptions,
                               PVOID EaBuffer, ULONG EaLength, ULONG Flags) {
  return FltCreateFileEx2(Filter, Instance, FileHandle, FileObject, DesiredAccess, ObjectAttributes,
                          IoStatusBlock, AllocationSize, FileAttributes, ShareAccess,
                          CreateDisposition, CreateOptions, EaBuffer, EaLength, Flags, nullptr);
}

NTSTATUS NTAPI FltCreateFile(PFLT_FILTER Filter, PFLT_INSTANCE Instance, PHANDLE FileHandle,
                             ACCESS_MASK DesiredAccess, POBJECT_ATTRIBUTES ObjectAttributes,
                             PIO_STATUS_BLOCK IoStatusBlock, PLARGE_INTEGER AllocationSize,
                             ULONG FileAttributes, ULONG ShareAccess, ULONG CreateDisposition,
                             ULONG CreateOptions, PVOID EaBuffer, ULONG EaLength, ULONG Flags) {
  return FltCreateFileEx2(Filter, Instance, FileHandle, nullptr, DesiredAccess, ObjectAttributes,
                          IoStatusBlock, AllocationSize, FileAttributes, ShareAccess,
                          CreateDisposition, CreateOptions, EaBuffer, EaLength, Flags, nullptr);
}

NTSTATUS NTAPI FltClose(HANDLE FileHandle) {
  return ObCloseHandle(FileHandle, KernelMode);
}

// The open is undone: the file system sees cleanup and close of a file whose create will fail.
VOID NTAPI FltCancelFileOpen(PFLT_INSTANCE Instance, PFILE_OBJECT FileObject) {
  flt::Instance& issuer = instance_of(Instance);
  if ((FileObject->Flags & FO_HANDLE_CREATED) != 0) {
    manager_bugcheck(
        0x6A, reinterpret_cast<uint64_t>(FileObject), 0,
        "FltCancelFileOpen for a file object that has a handle already; it may only be "
        "called in the post-create operation");
  }
  FileObject->Flags |= FO_FILE_OPEN_CANCELLED;
  for (const UCHAR major : {UCHAR{IRP_MJ_CLEANUP}, UCHAR{IRP_MJ_CLOSE}}) {
    FLT_IO_PARAMETER_BLOCK parameters{};
    parameters.MajorFunction = major;
    issue(Instance, FileObject, parameters, nullptr);
  }
  // Contexts that filters hung on this open go with it; the stream's own go when the stream does.
  issuer.stack->file_object_gone(FileObject);
}
